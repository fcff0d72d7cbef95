"""Values across the border: what a Python program hands in and gets back.

Values cross as copies, cycles kept: Object ``dict``, Collection ``list``, Text ``str``, Number ``int`` or
``float``, Boolean ``bool``, Null ``None``, Undefined :data:`UNDEFINED`, Date :class:`datetime.date` (the null date
``None``), Time :class:`datetime.timedelta`, Blob ``bytes``. Instances of classes and functions cross as
:class:`Handle`, which can be handed back.
"""

from __future__ import annotations

from stdlib4d.operators import EXACT
from stdlib4d.values import UNDEFINED, BoundFunction, Date, NativeObject, Time, UnsetType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib4d.values import Value

__all__ = ["UNDEFINED", "Handle", "from_python", "to_python"]

_SAME = frozenset((str, int, float, bool, type(None), bytes, UNDEFINED.__class__))
#: How deep values may nest when they cross.
MAX_DEPTH = 400


class Handle:
    """A 4D value that Python can only hold and hand back: an instance of a class, or a function."""

    __slots__ = ("_value",)

    def __init__(self, value: Value) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Handle) and self._value is other._value

    def __hash__(self) -> int:
        return id(self._value)

    def __repr__(self) -> str:
        return f"<4D {type_name(self._value)}>"


def value_of(handle: Handle) -> Value:
    """The 4D value behind *handle*."""
    return handle._value


def to_python(value: Value) -> Any:
    """*value* as Python's own."""
    return _out(value, {}, 0)


def _out(value: Value, seen: dict[int, Any], depth: int) -> Any:
    kind = value.__class__
    if kind in _SAME:
        return value
    if depth > MAX_DEPTH:
        raise ValueError(f"the value nests more than {MAX_DEPTH} deep")
    if kind is dict:
        if id(value) in seen:
            return seen[id(value)]
        made: dict[str, Any] = {}
        seen[id(value)] = made
        for name, item in value.items():
            made[name] = item if item.__class__ in _SAME else _out(item, seen, depth + 1)
        return made
    if kind is list:
        if id(value) in seen:
            return seen[id(value)]
        items: list[Any] = []
        seen[id(value)] = items
        items += [item if item.__class__ in _SAME else _out(item, seen, depth + 1) for item in value]
        return items
    if kind is Date:
        if not value.ordinal:
            return None
        from datetime import date

        # Python's calendar ends with the year 9999; 4D's does not.
        return date.fromordinal(value.ordinal) if value.ordinal <= 3652059 else Handle(value)
    if kind is Time:
        from datetime import timedelta

        return timedelta(seconds=value.seconds)
    if isinstance(value, UnsetType):
        return None
    return Handle(value)


def from_python(value: Any) -> Value:
    """A Python value as 4D's; ``TypeError`` for one that has no counterpart."""
    return _in(value, {}, 0)


def _in(value: Any, seen: dict[int, Value], depth: int) -> Value:
    if depth > MAX_DEPTH:
        raise ValueError(f"the value nests more than {MAX_DEPTH} deep")
    if value is None or value is UNDEFINED or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value) if -EXACT <= value <= EXACT else float(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, Handle):
        return value_of(value)
    if id(value) in seen:
        return seen[id(value)]
    if isinstance(value, dict):
        made: dict[str, Value] = {}
        seen[id(value)] = made
        for name, item in value.items():
            if not isinstance(name, str):
                raise TypeError(f"property names are str, not {type(name).__name__}")
            if item is not UNDEFINED:
                made[str(name)] = _in(item, seen, depth + 1)
        return made
    if isinstance(value, (list, tuple)):
        items: list[Value] = []
        seen[id(value)] = items
        items += [None if item is UNDEFINED else _in(item, seen, depth + 1) for item in value]
        return items
    return _from_calendar(value)


def _from_calendar(value: Any) -> Value:
    from datetime import date, datetime, timedelta

    if isinstance(value, date) and not isinstance(value, datetime):
        return Date(value.toordinal())
    if isinstance(value, timedelta):
        return Time(int(value.total_seconds()))
    if isinstance(value, (NativeObject, BoundFunction, Date, Time)):
        return value
    raise TypeError(f"a {type(value).__name__} has no counterpart in 4D")
