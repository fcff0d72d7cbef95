"""The commands of 4D's interface, as 4D without an interface has them: they do nothing, say so in the log, and return
what there is without a window (Admin/cli.md, ``--headless``).

One table has all of them. Results and variables are the empty values of their types, but for those in
:data:`RESULTS`. A dialog is one that the user has cancelled: ``OK`` is 0.
"""

from __future__ import annotations

from .references import Pointer
from .registry import Declaration
from .stand_in_table import STAND_INS
from .values import NULL_DATE, Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .host import Run
    from .values import Value

#: What is not the empty value of its type.
RESULTS: dict[str, Value] = {
    "FORM Get color scheme": "light",
    "Get Application color scheme": "light",
}
#: What is shown to be answered with OK or Cancel.
DIALOGS = frozenset(("DIALOG", "EDIT FORMULA", "Select RGB color"))

#: The empty value of each type that has one; of all others it is Null.
EMPTY: dict[str, Value] = {
    "Text": "",
    "Integer": 0,
    "Real": 0,
    "Boolean": False,
    "Date": NULL_DATE,
    "Time": Time(0),
    "Blob": b"",
}
_AS_PLAIN = "*"


def find(number: int) -> Declaration | None:
    """The declaration of the command with that number; of its form with ``*`` in front when it is negative."""
    name, plain, starred = STAND_INS.get(abs(number), ("", None, None))
    if starred == _AS_PLAIN and plain is not None:
        starred = plain.replace("( object : any", "( star : Operator ; object : Text", 1)
    signature = starred if number < 0 else plain if plain is not None else starred
    if signature is None:
        return None
    parameters = Declaration(name, number, signature, _nothing).parameters
    kinds = [_kind(parameter.types[0]) for parameter in parameters]
    # The longest first: an array of texts is no text.
    for kind in sorted(filter(None, kinds), key=len, reverse=True):
        signature = signature.replace(f"Variable {kind}", "Variable")
    declaration = Declaration(name, number, signature, _nothing)
    declaration.function = _function(declaration, kinds)
    return declaration


def _kind(type: str) -> str:
    """The type of the value that a variable gets; an empty text for what is no variable."""
    variable, _, kind = type.partition(" ")
    return kind if variable == "Variable" else ""


def _nothing(run: Run, *arguments: Value) -> None:
    """Does nothing, for there is no interface (Admin/cli.md)."""


def _function(declaration: Declaration, kinds: list[str]) -> Callable[..., Value]:
    name = declaration.name
    result = RESULTS.get(name, EMPTY.get(declaration.result))

    def stand_in(run: Run, *arguments: Value) -> Value:
        run.host.note(f"{name}: there is no interface, nothing was done")
        for kind, argument in zip(kinds, arguments, strict=False):
            if kind and isinstance(argument, Pointer):
                empty(name, argument, kind)
        if name in DIALOGS:
            run.set_ok(0)
        return result

    return stand_in


def empty(name: str, variable: Pointer, kind: str) -> None:
    """Gives a variable the empty value of a type, or an array without elements; *name* is the command that does."""
    if kind.endswith(" array"):
        from .array_variables import array_in, fill

        fill(array_in(name, variable, kind.removesuffix(" array")), ())
    else:
        variable.put(EMPTY.get(kind))
