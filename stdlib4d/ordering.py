"""The order of values of different types, equality in depth, and property paths.

Sorting follows Concepts/ordering.md: first by type, then within the type.
"""

from __future__ import annotations

from .access import property_of
from .comparison import fold, sort_key
from .errors import OBJECT_EXPECTED, STACK_OVERFLOW, LanguageError
from .operators import equal
from .values import UNDEFINED, Date, NativeObject, Time, UndefinedType, UnsetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .values import Value

#: Option of the functions of Collection (theme Objects and Collections).
DIACRITICAL = 8


_RANKS: dict[type, int] = {
    type(None): 1,
    UnsetType: 1,
    UndefinedType: 1,
    bool: 2,
    str: 3,
    int: 4,
    float: 4,
    Time: 4,
    list: 6,
    Date: 7,
}


def rank(value: Value) -> int:
    """The place of the type of *value* in the order of types; 5 for objects and blobs."""
    found = _RANKS.get(value.__class__)
    return (6 if isinstance(value, list) else 5) if found is None else found


def order_key(value: Value) -> tuple[int | float | str, ...]:
    """What orders *value* among others of any type, ascending.

    Nulls, objects, blobs and collections have no order among themselves: a stable sort keeps theirs.
    """
    number = rank(value)
    if number == 3:
        return number, sort_key(value)
    if number == 4:
        value = value.seconds if value.__class__ is Time else value
        # A number that is none comes before all others.
        return (number, 1, value) if value == value else (number, 0)
    if number == 2:
        return number, int(value)
    return (number, value.ordinal) if number == 7 else (number,)


def ordered(
    values: Sequence[Value], descending: bool = False, keys: Sequence[Value] | None = None
) -> list[Value]:
    """*values* in the order of *keys*, or their own, as a new list; what is equal keeps its order."""
    ready = _order_keys(values if keys is None else keys)
    indexes = sorted(range(len(ready)), key=ready.__getitem__, reverse=descending)
    return [values[index] for index in indexes]


def _order_keys(values: Sequence[Value]) -> Sequence[Value]:
    """What orders *values*; simpler keys where all are texts or all are numbers, as they mostly are."""
    kinds = set(map(type, values))
    if kinds == {str}:
        return list(map(sort_key, values))
    if kinds <= {int, float} and all(value == value for value in values):
        return values
    return list(map(order_key, values))


def same(one: Value, other: Value) -> bool:
    """Whether 4D's equality operator finds *one* and *other* equal; values of two types are not."""
    if one.__class__ is not other.__class__ and rank(one) != rank(other):
        return False
    if isinstance(one, (dict, list, NativeObject)) or isinstance(other, (dict, list, NativeObject)):
        return one is other
    if isinstance(one, bytes):
        return bool(one == other)
    return equal(one, other)


def alike(one: Value, other: Value, diacritical: bool) -> bool:
    """Whether *one* and *other* have the same contents, in all depth (API/CollectionClass.md, equal)."""
    try:
        return _alike(one, other, diacritical, set())
    except RecursionError:
        raise LanguageError(
            STACK_OVERFLOW, "equal: the values are nested too deeply to be compared"
        ) from None


def _alike(one: Value, other: Value, diacritical: bool, seen: set[tuple[int, int]]) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        pair = (id(one), id(other))
        if pair in seen:
            return True
        seen.add(pair)
        return len(one) == len(other) and all(
            _alike(a, b, diacritical, seen) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, dict) and isinstance(other, dict):
        pair = (id(one), id(other))
        if pair in seen:
            return True
        seen.add(pair)
        return one.keys() == other.keys() and all(
            _alike(one[k], other[k], diacritical, seen) for k in list(one)
        )
    if isinstance(one, str) and isinstance(other, str):
        return one == other if diacritical else fold(one) == fold(other)
    return same(one, other)


def reader(names: Sequence[str]) -> Callable[[Value], Value]:
    """What gives the value at the end of *names*, one property in the other, for any value."""
    if len(names) == 1:
        only = names[0]

        def read_one(value: Value) -> Value:
            # Plain objects are most of what collections hold.
            return value.get(only, UNDEFINED) if value.__class__ is dict else property_of(value, only)

        return read_one

    def read(value: Value) -> Value:
        for name in names:
            value = property_of(value, name)
        return value

    return read


def path_reader(path: str) -> Callable[[Value], Value]:
    """What gives the value at a property path such as ``employee.name``; Undefined where it leads nowhere."""
    if "[" in path or "]" in path:
        raise LanguageError(
            OBJECT_EXPECTED,
            f"propertyPath: wanted property names with dots between them, got {path}",
            hint="a path cannot contain brackets (Concepts/collection.md)",
        )
    return reader(path.split("."))
