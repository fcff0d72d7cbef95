"""4D values as texts of XML and back (commands/xml-set-options.md, commands/xml-decode.md).

The table of DOM SET XML ATTRIBUTE shows a date with a time in GMT and a time as its seconds, that of XML SET OPTIONS,
which governs the same command and is newer, calls other forms the default; those are taken. Objects and collections,
of which the pages say nothing, are written as JSON.
"""

from __future__ import annotations

import re

from ..blobs import Blob4D, put_blob
from ..conversion import json_date, num
from ..date_text import clock, local_offset
from ..errors import TYPE_MISMATCH, LanguageError
from ..number_text import number_text
from ..references import Array, Pointer, assign_through, dereference
from ..registry import command
from ..values import NULL_DATE, UNDEFINED, UNSET_OBJECT, Date, Time, type_name
from . import options as o

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value

DAY_SECONDS = 86400
_MOMENT = re.compile(
    r"(?:(-?\d{4,5})-(\d\d)-(\d\d))?[T ]?(?:(\d{1,5}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(Z|[+-]\d\d:\d\d)?"
)
_DURATION = re.compile(r"(-)?P(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?")
_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d{1,4})?")
#: A blob as a URI of its own (RFC 2397).
_DATA_URI = re.compile(r"data:[^,]*;base64,", re.IGNORECASE)


# ------------------------------------------------------------------ from 4D


def text_of(run: Run, name: str, value: Value, options: o.Options) -> str:
    """*value* as XML has it, without any escaping; raises :class:`LanguageError` for what has no text."""
    kind = value.__class__
    if kind is str:
        return value  # type: ignore[no-any-return]
    if value is UNDEFINED or value is None:
        return ""
    if kind is bool:
        return "true" if value else "false"
    if kind is int or kind is float:
        return number_text(value)
    if kind is Date:
        return _date_text(run, value, options[o.DATE_ENCODING])
    if kind is Time:
        return _time_text(run, value.seconds, options[o.TIME_ENCODING])
    if kind is bytes or isinstance(value, Blob4D):
        return _base64(value if kind is bytes else value.data, options)
    if isinstance(value, (dict, list)):
        from ..json_text import json_stringify

        return json_stringify(run, value)
    what = "Array" if isinstance(value, Array) else type_name(value)
    raise LanguageError(TYPE_MISMATCH, f"{name}: {what} cannot be written as XML")


def _base64(data: bytes, options: o.Options) -> str:
    from base64 import b64encode

    text = b64encode(data).decode("ascii")
    return "data:;base64," + text if options[o.BINARY_ENCODING] == o.DATA_URI else text


def _zone(minutes: int) -> str:
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def _date_text(run: Run, date: Date, form: int) -> str:
    day = json_date(date)
    if form == o.ISO:
        return day
    if form == o.UTC:
        return day + "Z"
    if form == o.DATETIME_UTC:
        return day + "T00:00:00Z"
    zone = _zone(local_offset(run, date, 0))
    return f"{day} {zone}" if form == o.LOCAL else f"{day}T00:00:00 {zone}"


def _time_text(run: Run, seconds: int, form: int) -> str:
    if form == o.SECONDS:
        return str(seconds)
    if form == o.DURATION:
        sign, rest = ("-", -seconds) if seconds < 0 else ("", seconds)
        return f"{sign}PT{rest // 3600:02d}H{rest // 60 % 60:02d}M{rest % 60:02d}S"
    if form == o.DATETIME_LOCAL_ABSOLUTE:
        return f"0000-00-00T{clock(seconds)}"
    offset = local_offset(run, NULL_DATE, seconds)
    if form == o.DATETIME_UTC:
        return f"0000-00-00T{clock((seconds - offset * 60) % DAY_SECONDS)}Z"
    return f"0000-00-00T{clock(seconds)}{_zone(offset)}"


# ------------------------------------------------------------------ to 4D


def receive(run: Run, name: str, text: str, variable: Pointer) -> None:
    """Puts *text*, brought to the type of what it holds, into a variable; as it is where it holds nothing."""
    held = dereference(variable)
    if held is UNDEFINED or isinstance(held, (str, Array)):
        assign_through(variable, text)
    elif isinstance(held, (bytes, Blob4D)) or held is UNSET_OBJECT:
        put_blob(variable, bytes_in(name, text))
    else:
        assign_through(variable, _converted(run, name, text.strip(), held))


def _converted(run: Run, name: str, text: str, held: Value) -> Value:
    kind = held.__class__
    if kind is bool:
        return text.lower() == "true" or (_NUMBER.fullmatch(text) is not None and number_in(text) != 0)
    if kind is int or kind is float:
        return number_in(text)
    if kind is Date:
        return date_in(text)
    if kind is Time:
        return time_in(run, text)
    if held is None:
        return text
    raise LanguageError(TYPE_MISMATCH, f"{name}: a value of XML cannot become {type_name(held)}")


def bytes_in(name: str, text: str) -> bytes:
    """The bytes that *text* stands for in base64; those of the text itself (UTF-8) where it is none."""
    from base64 import b64decode

    uri = _DATA_URI.match(text)
    plain = "".join((text[uri.end() :] if uri else text).split())
    try:
        return b64decode(plain, validate=True)
    except ValueError:
        return text.encode("utf-8", "replace")


def number_in(text: str) -> float:
    """The number in *text*, with a full stop or a comma; 0 when there is none."""
    if not _NUMBER.fullmatch(text):
        return num(text)
    if text.lstrip("+-").isdigit():
        return int(text) if len(text) < 16 else float(text)
    return float(text.replace(",", "."))


def date_in(text: str) -> Date:
    """The date in an ISO text, whatever its time and zone; the null date when there is none."""
    found = _MOMENT.fullmatch(text)
    if found is None or found[1] is None:
        return NULL_DATE
    try:
        return Date.of(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return NULL_DATE


def time_in(run: Run, text: str) -> Time:
    """The local time in an ISO text or a duration, or a number of seconds; 0 when there is none."""
    duration = _DURATION.fullmatch(text)
    if duration is not None:
        days, hours, minutes, rest = (int(part or 0) for part in duration.groups()[1:])
        total = days * DAY_SECONDS + hours * 3600 + minutes * 60 + rest
        return Time(-total if duration[1] else total)
    if text.lstrip("-").isdigit() and text.isascii():
        return Time(int(text) if len(text) < 12 else 0)
    found = _MOMENT.fullmatch(text)
    if found is None or found[4] is None:
        return Time(0)
    seconds = int(found[4]) * 3600 + int(found[5]) * 60 + int(found[6] or 0)
    zone = found[7]
    if zone is None:
        return Time(seconds)
    ahead = 0 if zone == "Z" else int(zone[1:3]) * 60 + int(zone[4:6])
    local = local_offset(run, date_in(text), seconds)
    return Time((seconds + (local - (-ahead if zone[0] == "-" else ahead)) * 60) % DAY_SECONDS)


@command("XML DECODE", 1091, "( xmlValue : Text ; 4Dvar : Variable )")
def xml_decode(run: Run, text: str, variable: Pointer) -> None:
    """Converts a text of XML to the type of a variable (commands/xml-decode.md)."""
    receive(run, "XML DECODE", text, variable)
