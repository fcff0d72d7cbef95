"""What happens to a value that is stored in an object or a collection."""

from __future__ import annotations

from .values import NULL_DATE, UNDEFINED, BoundFunction, Date, Time, UndefinedType, UnsetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: Classes whose values are stored as they are; of the others, :func:`stored` knows.
PLAIN = frozenset((str, int, float, bool, type(None), dict, list, Date, BoundFunction))

_EMPTIED: dict[type, Value] = {
    bool: False,
    str: "",
    int: 0,
    float: 0,
    Date: NULL_DATE,
    UndefinedType: UNDEFINED,
}


def stored(value: Value) -> Value:
    """*value* as an object or a collection keeps it.

    A time becomes its seconds (commands/ob-set.md), a blob a 4D.Blob (Concepts/blob.md); an object variable that
    was never assigned becomes Null, and so does an undefined value (Concepts/collection.md), which callers that must
    not store one filter out before.
    """
    if value.__class__ is Time:
        return value.seconds
    if value.__class__ is bytes:
        from .blobs import Blob4D

        return Blob4D(value)
    if value.__class__ is UndefinedType or value.__class__ is UnsetType:
        return None
    return value


def emptied(value: Value) -> Value:
    """What is left of a property that held *value* when an undefined value is assigned to it.

    The empty value of the same type, Null where it has none (Concepts/null-undefined.md).
    """
    return _EMPTIED.get(value.__class__)


def without_undefined(made: dict[str, Value]) -> dict[str, Value]:
    """The properties of an object literal as they are kept; those that are undefined are not created."""
    for value in made.values():
        if value.__class__ not in PLAIN:
            return {name: stored(item) for name, item in made.items() if item is not UNDEFINED}
    return made


def elements(items: list[Value]) -> list[Value]:
    """The elements of a collection literal as they are kept."""
    for position, item in enumerate(items):
        if item.__class__ not in PLAIN:
            items[position] = stored(item)
    return items
