"""The information in a property list: .getAppInfo() and .setAppInfo() (API/FileClass.md).

Executable files have some too, for the systems that they are made for: those of Windows on Windows, those of macOS on
macOS. Here they are files of another type, of which nothing is read and to which nothing is written.
"""

from __future__ import annotations

from datetime import datetime
from plistlib import FMT_XML, UID, InvalidFileException, dumps, loads

from ..errors import LanguageError
from ..values import Date, NativeObject, Time
from .problem import IO_ERROR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..values import Value

EXTENSION = ".plist"
_BINARY = b"bplist"
#: How a date is written to be one.
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
#: How deep lists and dictionaries may stand in each other.
_DEEPEST = 500


def read(command: str, path: str, data: bytes) -> dict[str, Value]:
    """The properties that *data* hold; :class:`LanguageError` when they are no property list in XML."""
    found = _value(_parsed(command, path, data))
    return found if isinstance(found, dict) else {}


def written(command: str, path: str, former: bytes | None, info: dict[str, Value]) -> bytes:
    """The property list *former*, or a new one, with the properties of *info*."""
    properties: dict[str, Any] = {}
    if former is not None:
        parsed = _parsed(command, path, former)
        properties = parsed if isinstance(parsed, dict) else {}
    for name, value in info.items():
        made = _stored(value)
        if made is not None:
            properties[name] = _as(made, properties[name]) if name in properties else made
    try:
        return dumps(properties, fmt=FMT_XML, sort_keys=False)
    except (OverflowError, TypeError, ValueError) as problem:
        raise LanguageError(IO_ERROR, f"{command}: {path}: {problem}") from None


def _parsed(command: str, path: str, data: bytes) -> Any:
    if data.startswith(_BINARY):
        raise LanguageError(IO_ERROR, f"{command}: {path}: it is a property list in binary form, not in XML")
    from xml.parsers.expat import ExpatError

    try:
        return loads(data, fmt=FMT_XML)
    except (
        InvalidFileException,
        ExpatError,
        ValueError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as problem:
        raise LanguageError(
            IO_ERROR, f"{command}: {path}: it is no property list that can be read ({problem})"
        ) from None


def _value(item: Any, depth: int = 0) -> Value:
    """What is read, as a value of the language."""
    if depth > _DEEPEST:
        return None
    if isinstance(item, dict):
        return {name: _value(one, depth + 1) for name, one in item.items()}
    if isinstance(item, list):
        return [_value(one, depth + 1) for one in item]
    if isinstance(item, datetime):
        return item.strftime(_MOMENT)
    return item.data if isinstance(item, UID) else item


def _stored(value: Value, depth: int = 0) -> Any:
    """*value* as a property list has it; ``None`` for what it cannot have."""
    if depth > _DEEPEST or value is None or isinstance(value, NativeObject):
        return None
    if isinstance(value, dict):
        made = {name: _stored(one, depth + 1) for name, one in value.items()}
        return {name: one for name, one in made.items() if one is not None}
    if isinstance(value, list):
        return [one for one in (_stored(item, depth + 1) for item in value) if one is not None]
    if isinstance(value, str):
        return _moment(value) or value
    if isinstance(value, Date):
        year, month, day = value.parts
        return datetime(year, month, day) if 1 <= year <= 9999 else None
    if isinstance(value, Time):
        return value.seconds
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value if isinstance(value, (bool, int, float, bytes)) else None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _MOMENT)
    except ValueError:
        return None


def _as(value: Any, former: Any) -> Any:
    """*value* in the type of what it replaces, where it can be."""
    if type(value) is type(former):
        return value
    shown = value.strftime(_MOMENT) if isinstance(value, datetime) else str(value)
    if isinstance(former, str):
        return shown.lower() if isinstance(value, bool) else shown
    if isinstance(former, bool):
        return shown.lower() in ("true", "1", "yes")
    try:
        if isinstance(former, int):
            return int(float(shown))
        if isinstance(former, float):
            return float(shown)
    except (ValueError, OverflowError):
        pass
    return value
