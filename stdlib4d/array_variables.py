"""Arrays as commands get them: in a variable that may hold one already, or none yet."""

from __future__ import annotations

from . import assign
from .errors import INDEX_OUT_OF_RANGE, TYPE_MISMATCH, LanguageError
from .references import MAX_SIZE, Array, Pointer, dereference
from .values import UNDEFINED, UNSET_COLLECTION, UNSET_OBJECT, Date, NativeObject, Time, UnsetType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .values import Value

_CLASSES: dict[type, str] = {
    str: "Text",
    int: "Real",
    float: "Real",
    bool: "Boolean",
    Date: "Date",
    Time: "Time",
    bytes: "Blob",
    dict: "Object",
    type(None): "Object",
    UnsetType: "Object",
    Pointer: "Pointer",
}


def _to_object(value: Value, what: str) -> Value:
    if value is UNDEFINED or value is UNSET_OBJECT:
        return None
    if value is not None and not isinstance(value, (dict, NativeObject)):
        assign.refuse(what, "Object", value)
    return value


def _to_pointer(value: Value, what: str) -> Value:
    if value is UNDEFINED:
        return None
    if value is not None and not isinstance(value, Pointer):
        assign.refuse(what, "Pointer", value)
    return value


CONVERSIONS: dict[str, Callable[[Value, str], Value]] = {
    "Text": assign.to_text,
    "Integer": assign.to_integer,
    "Real": assign.to_real,
    "Boolean": assign.to_boolean,
    "Date": assign.to_date,
    "Time": assign.to_time,
    "Blob": assign.to_blob,
    "Object": _to_object,
    "Pointer": _to_pointer,
}


def new_array(kind: str, size: int = 0) -> Array:
    """A new array of elements of type *kind*."""
    return Array(kind, CONVERSIONS[kind], size)


def declared_array(kind: str, former: Value, size: int, columns: int | None = None) -> Array:
    """What ``ARRAY TEXT`` and its like leave in their variable: the *former* array resized, or a new one.

    An array of another type, or of the other number of dimensions, is none to keep.
    """
    two = columns is not None
    if isinstance(former, Array) and former.kind == kind and is_two_dimensional(former) is two:
        former.resize(size, columns)
        return former
    return Array(kind, CONVERSIONS.get(kind, as_it_is), size, columns)


def as_it_is(value: Value, what: str) -> Value:
    """For elements that nothing converts to."""
    return value


def type_of(value: Value) -> str:
    """The type of an array that is to hold *value*; an empty text when no array can."""
    found = _CLASSES.get(value.__class__)
    if found is None or value is UNSET_COLLECTION:
        return "Object" if isinstance(value, (dict, NativeObject)) else ""
    return found


def is_two_dimensional(array: Array) -> bool:
    """Whether the elements of *array* are arrays."""
    return isinstance(array.items[0], Array)


def one_dimensional(name: str, array: Array) -> Array:
    """*array*; raises :class:`LanguageError` when it has two dimensions. *name* is the command that asks."""
    if is_two_dimensional(array):
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: array: wanted an array of one dimension, got one of two",
            hint="pass one of its rows: array{1}",
        )
    return array


def existing_array(name: str, variable: Pointer) -> Array | None:
    """The array in *variable*; ``None`` when it was never assigned. Anything else is an error."""
    held = dereference(variable)
    if isinstance(held, Array):
        return held
    if held is not UNDEFINED:
        raise LanguageError(TYPE_MISMATCH, f"{name}: array: wanted Array, got {type_name(held)}")
    return None


def array_in(name: str, variable: Pointer, kind: str) -> Array:
    """The array in *variable*; where there is none yet, a new one of type *kind* is put there."""
    array = existing_array(name, variable)
    if array is None:
        array = new_array(kind)
        variable.put(array)
    return one_dimensional(name, array)


def fill(array: Array, values: Sequence[Value]) -> None:
    """Makes *values*, brought to its type, the elements of *array*; element 0 stays."""
    check_size(len(values))
    convert = array.convert
    array.items[1:] = [convert(value, f"array element {place}") for place, value in enumerate(values, 1)]


def check_size(size: int) -> None:
    """Raises :class:`LanguageError` when an array cannot have *size* elements."""
    if not 0 <= size <= MAX_SIZE:
        raise LanguageError(INDEX_OUT_OF_RANGE, f"an array cannot have {size} elements")


def checked(name: str, array: Array, value: Value) -> Value:
    """*value* as an element of *array*; raises :class:`LanguageError` 54 when the types do not fit."""
    convert = CONVERSIONS.get(array.kind, array.convert)
    if value is UNDEFINED:
        raise LanguageError(TYPE_MISMATCH, f"{name}: value: wanted {array.kind}, got Undefined")
    return convert(value, f"{name}: value")


def same_size(name: str, arrays: Iterable[Array]) -> None:
    """Raises :class:`LanguageError` unless all *arrays* are of one size."""
    sizes = [len(array) for array in arrays]
    for size in sizes:
        if size != sizes[0]:
            raise LanguageError(
                INDEX_OUT_OF_RANGE, f"{name}: array: wanted arrays of {sizes[0]} elements, got one of {size}"
            )
