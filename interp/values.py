"""Values across the border: what a Python program hands in and gets back.

Values cross as copies, cycles kept: Object ``dict``, Collection ``list``, Text ``str``, Number ``int`` or
``float``, Boolean ``bool``, Null ``None``, Undefined :data:`UNDEFINED`, Date :class:`datetime.date` (the null date
``None``), Time :class:`datetime.timedelta`, Blob ``bytes``. Instances of classes and functions cross as
:class:`Handle`, which can be handed back; a 4D.MailAttachment as :class:`Attachment`, a handle that shows what it is.
"""

from __future__ import annotations

from stdlib4d.operators import EXACT
from stdlib4d.storage import stored
from stdlib4d.user_classes import Instance
from stdlib4d.values import (
    UNDEFINED,
    BoundFunction,
    Date,
    NativeObject,
    Time,
    UnsetType,
    is_instance,
    type_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib4d.mail.attachment import MailAttachment
    from stdlib4d.values import Value

__all__ = ["UNDEFINED", "Attachment", "Handle", "from_python", "to_python"]

_SAME = frozenset((str, int, float, bool, type(None), bytes, UNDEFINED.__class__))


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
        return f"<{type_name(self._value)}>"


class Attachment(Handle):
    """What goes along with a mail (API/MailAttachmentClass.md), a 4D.MailAttachment.

    ``name``, ``type`` and ``disposition`` are texts, ``cid``, ``path``, ``platformPath`` (texts) and ``size``
    (bytes, as the mail says) are ``None`` where there are none.
    """

    __slots__ = ()
    _value: MailAttachment

    @property
    def name(self) -> str:
        """The file name with its extension; empty where a mail gives none."""
        return self._value.name

    @property
    def type(self) -> str:
        """The content type."""
        return self._value.type

    @property
    def disposition(self) -> str:
        """``inline`` or ``attachment``."""
        return self._value.disposition

    @property
    def cid(self) -> str | None:
        """The Content-ID, without angle brackets."""
        return self._value.cid or None

    @property
    def size(self) -> int | None:
        """The size that the mail gives, which need not be that of the content."""
        return self._value.size

    @property
    def path(self) -> str | None:
        """The POSIX path of the file."""
        return self._value.posix_path or None

    @property
    def platformPath(self) -> str | None:
        """The path of the file in the notation of the system."""
        return self._value.system_path or None

    def getContent(self) -> bytes:
        """The content, decoded or read now; raises :class:`interp.ScriptError` when it cannot be had."""
        from stdlib4d.errors import LanguageError

        from .errors import ScriptError

        try:
            return self._value.content(None)
        except LanguageError as problem:
            raise ScriptError(
                problem.code, f"getContent: {problem.message}", hint=problem.hint, signature=problem.signature
            ) from problem


def value_of(handle: Handle) -> Value:
    """The 4D value behind *handle*."""
    return handle._value


def to_python(value: Value) -> Any:
    """*value* as Python's own."""
    # Not by recursion: a script builds values as deep as it likes.
    seen: dict[int, Any] = {}
    unfilled: list[tuple[Any, Any]] = []
    result = _out(value, seen, unfilled)
    while unfilled:
        source, made = unfilled.pop()
        if isinstance(source, dict):
            for name, item in source.items():
                made[name] = item if item.__class__ in _SAME else _out(item, seen, unfilled)
        else:
            made += [item if item.__class__ in _SAME else _out(item, seen, unfilled) for item in source]
    return result


def _out(value: Value, seen: dict[int, Any], unfilled: list[tuple[Any, Any]]) -> Any:
    """*value* as Python's own; an object or a collection is put into *unfilled* with its empty copy."""
    kind = value.__class__
    if kind in _SAME:
        return value
    if isinstance(value, (dict, list)) and not isinstance(value, Instance):
        made = seen.get(id(value))
        if made is None:
            made = seen[id(value)] = {} if isinstance(value, dict) else []
            unfilled.append((value, made))
        return made
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
    if is_instance(value, "MailAttachment"):
        return Attachment(value)
    return value.data if is_instance(value, "Blob") else Handle(value)


def from_python(value: Any) -> Value:
    """A Python value as 4D's; ``TypeError`` for one that has no counterpart."""
    # What was seen is held too, so that no other value gets its id.
    seen: dict[int, tuple[Any, Value]] = {}
    unfilled: list[tuple[Any, Any]] = []
    result = _in(value, seen, unfilled)
    while unfilled:
        source, made = unfilled.pop()
        if made.__class__ is dict:
            for name, item in source.items():
                if not isinstance(name, str):
                    raise TypeError(f"property names are str, not {type(name).__name__}")
                if item is not UNDEFINED:
                    made[str(name)] = _inside(item, seen, unfilled)
        else:
            made += [None if item is UNDEFINED else _inside(item, seen, unfilled) for item in source]
    return result


def _inside(value: Any, seen: dict[int, tuple[Any, Value]], unfilled: list[tuple[Any, Any]]) -> Value:
    """*value* as 4D keeps it in an object or a collection."""
    made = _in(value, seen, unfilled)
    return stored(made) if made.__class__ is bytes else made


def _in(value: Any, seen: dict[int, tuple[Any, Value]], unfilled: list[tuple[Any, Any]]) -> Value:
    """*value* as 4D's; a dict, list or tuple is put into *unfilled* with its empty copy."""
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
    if isinstance(value, (dict, list, tuple)):
        if id(value) not in seen:
            made: dict[str, Value] | list[Value] = {} if isinstance(value, dict) else []
            seen[id(value)] = (value, made)
            unfilled.append((value, made))
        return seen[id(value)][1]
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
