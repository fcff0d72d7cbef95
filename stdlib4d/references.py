"""Values that refer to others: pointers, and arrays, which are variables that pointers and commands share."""

from __future__ import annotations

from .errors import INDEX_OUT_OF_RANGE, VARIABLE_EXPECTED, LanguageError
from .values import NULL_DATE, UNDEFINED, Time, UnsetType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .values import Value

#: The longest array that a script may make.
MAX_SIZE = 10_000_000


class Pointer:
    """A reference to a variable, an element or a property (Concepts/pointer.md).

    Two pointers are equal when they point to the same: *target* identifies it.
    """

    __slots__ = ("_target", "get", "name", "put")

    def __init__(
        self, name: str, target: object, get: Callable[[], Value], put: Callable[[Value], object]
    ) -> None:
        self.name = name
        self._target = target
        self.get = get
        self.put = put

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pointer) and self._target == other._target

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"->{self.name}"


class Array:
    """An array: elements of one type, counted from 1, beside the element 0 (Concepts/arrays.md).

    ``items`` has element 0 first. ``current`` is the number of the selected element: what the variable is as a number.
    A two-dimensional array has arrays as its elements; its ``kind`` is theirs.
    """

    __slots__ = ("convert", "current", "empty", "items", "kind")

    def __init__(
        self, kind: str, convert: Callable[[Value, str], Value], size: int, columns: int | None = None
    ) -> None:
        self.kind = kind
        self.convert = convert
        self.empty = EMPTY.get(kind)
        self.current = 0
        self.items: list[Value] = []
        self.resize(size, columns)

    def __len__(self) -> int:
        return len(self.items) - 1

    def __repr__(self) -> str:
        return f"<array {self.kind}, {len(self)} elements>"

    def resize(self, size: int, columns: int | None = None) -> None:
        """Makes it *size* elements long; new ones are empty, or arrays of *columns* elements."""
        if not 0 <= size <= MAX_SIZE or not 0 <= (columns or 0) * size <= MAX_SIZE:
            raise LanguageError(INDEX_OUT_OF_RANGE, f"an array cannot have {size} elements")
        del self.items[size + 1 :]
        while len(self.items) < size + 1:
            self.items.append(self.empty if columns is None else Array(self.kind, self.convert, columns))
        if columns is not None:
            for row in self.items:
                row.resize(columns)

    def get(self, place: int) -> Value:
        """The element at *place*."""
        if 0 <= place < len(self.items):
            return self.items[place]
        raise self._missing(place)

    def put(self, place: int, value: Value) -> None:
        """Stores an element, converted to the type of the array."""
        if not 0 <= place < len(self.items):
            raise self._missing(place)
        self.items[place] = (
            value if isinstance(value, Array) else self.convert(value, f"array element {place}")
        )

    def _missing(self, place: int) -> LanguageError:
        return LanguageError(INDEX_OUT_OF_RANGE, f"there is no element {place} in an array of {len(self)}")


#: What a new element holds, by the type of the array.
EMPTY: dict[str, Value] = {
    "Text": "",
    "Integer": 0,
    "Real": 0.0,
    "Boolean": False,
    "Date": NULL_DATE,
    "Time": Time(0),
    "Blob": b"",
}


def select(variable: Value, value: Value) -> Value:
    """What ``array := number`` leaves in the variable: the array, with another element selected."""
    if isinstance(variable, Array):
        variable.current = int(value) if value.__class__ in (int, float) else 0
        return variable
    return value


def selected(value: Value) -> Value:
    """What ``x := value`` assigns: of an array, the number of its selected element."""
    return value.current if isinstance(value, Array) else value


def dereference(pointer: Value) -> Value:
    """``pointer->``."""
    return _pointer(pointer).get()


def object_or_new(value: Value) -> Value:
    """*value*, or a new object where there is none yet (commands/ob-set.md)."""
    return {} if value is None or value is UNDEFINED or isinstance(value, UnsetType) else value


def made_object(pointer: Value) -> Value:
    """The object that *pointer* leads to, made where there is none yet."""
    held = dereference(pointer)
    owner = object_or_new(held)
    if owner is not held:
        assign_through(pointer, owner)
    return owner


def cleared(value: Value) -> Value:
    """What CLEAR VARIABLE leaves in a variable without a type: an array stays one, without elements."""
    if not isinstance(value, Array):
        return UNDEFINED
    row = value.items[0]
    return Array(value.kind, value.convert, 0, 0 if isinstance(row, Array) else None)


def clear(pointer: Value) -> None:
    """``CLEAR VARIABLE(pointer->)``."""
    target = _pointer(pointer)
    target.put(cleared(target.get()))


def assign_through(pointer: Value, value: Value) -> None:
    """``pointer-> := value``."""
    target = _pointer(pointer)
    current = target.get()
    if isinstance(current, Array) and not isinstance(value, Array):
        select(current, value)
    else:
        target.put(value)


def _pointer(value: Value) -> Pointer:
    if isinstance(value, Pointer):
        return value
    if value is None or value is UNDEFINED:
        raise LanguageError(
            VARIABLE_EXPECTED, "the pointer points to nothing", hint="test it first: ($p#Null)"
        )
    raise LanguageError(VARIABLE_EXPECTED, f"-> wants a pointer, got {type_name(value)}")
