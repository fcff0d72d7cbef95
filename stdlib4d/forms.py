"""Forms where there are none: the commands that have more to do than :mod:`stdlib4d.stand_ins`."""

from __future__ import annotations

from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

_FORM = "form"


@command("Form", 1466, "() : Object")
def form(run: Run) -> Value:
    """Returns the object of the current form (commands/form.md).

    There is never a form: it is one object for all code, so that what a method puts there is found by the next.
    """
    return run.settings.setdefault(_FORM, {})


@command("FORM Event", 1606, "() : Object")
def form_event() -> None:
    """Returns Null: no event has happened in a form (commands/form-event.md)."""
