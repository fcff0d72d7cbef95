"""The commands that tell what a pointer points to (theme Language)."""

from __future__ import annotations

from .references import Pointer, assign_through
from .registry import command
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


@command("Get pointer", 304, "( varName : Text ) : Pointer")
def get_pointer(run: Run, name: str) -> Pointer:
    """Returns a pointer to a process or interprocess variable, or an element of it (commands/get-pointer.md)."""
    return run.process_pointer(name)


@command("Self", 308, ": Pointer")
def self_() -> None:
    """Returns a nil pointer: no method belongs to an object of a form here (commands/self.md)."""


@command("Is nil pointer", 315, "( aPointer : Pointer, Null, Undefined ) : Boolean")
def is_nil_pointer(pointer: Value) -> bool:
    """Tells whether a pointer points to nothing (commands/is-nil-pointer.md)."""
    return not isinstance(pointer, Pointer)


@command("Is a variable", 294, "( aPointer : Pointer, Null, Undefined ) : Boolean")
def is_a_variable(pointer: Value) -> bool:
    """Tells whether a pointer points to a variable that has a value (commands/is-a-variable.md)."""
    return isinstance(pointer, Pointer) and pointer.get() is not UNDEFINED


@command(
    "RESOLVE POINTER",
    394,
    "( aPointer : Pointer, Null, Undefined ; varName : Variable ; tableNum : Variable ; fieldNum : Variable )",
)
def resolve_pointer(pointer: Value, name: Pointer, table: Pointer, field: Pointer) -> None:
    """Returns the name of the variable that a pointer points to (commands/resolve-pointer.md).

    The second number is the element that it points to, or -1.
    """
    found, numbers = "", (0, 0)
    if isinstance(pointer, Pointer):
        found, numbers = _resolved(pointer.name)
    assign_through(name, found)
    assign_through(table, numbers[0])
    assign_through(field, numbers[1])


def _resolved(name: str) -> tuple[str, tuple[int, int]]:
    """The variable and the elements in the *name* of a pointer, such as ``names{3}``."""
    if name.startswith("["):
        # A property: no variable, and neither a table nor a field.
        return "", (0, 0)
    variable, *elements = name.replace("}", "").split("{")
    numbers = [int(element) for element in elements[:2]]
    return variable, ((numbers + [-1, -1])[0], (numbers + [-1, -1])[1])
