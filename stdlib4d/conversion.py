"""Turning values of one type into another: String, Num, Date, Time, Bool and Time string."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .registry import command
from .values import NULL_DATE, UNDEFINED, Date, NativeObject, Time, days_in_month, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


@command("String", 10, "( expression : any {; format : Text, Integer {; addTime : Time}} ) : Text")
def string(run: Run | None, value: Value, style: Value = 0, time: Value = None) -> str:
    """Returns a value as text, in a format or, for a number, in a base (commands/string.md)."""
    kind = value.__class__
    if kind is str:
        return value  # type: ignore[no-any-return]
    if kind is int or kind is float:
        from .number_text import formatted, in_base, number_text

        if style.__class__ is str:
            return formatted(value, style)
        return in_base(value, style) if style else number_text(value)
    if kind is bool:
        return "True" if value else "False"
    if value is None:
        return "null"
    if value is UNDEFINED:
        return ""
    if kind is Date:
        from .date_text import date_text

        return date_text(run, value, style, time)
    if kind is Time:
        from .date_text import time_text

        return time_text(run, value, style)
    if isinstance(value, NativeObject):
        return f"[object {value.class_name}]"
    if isinstance(value, dict):
        return "[object Object]"
    if isinstance(value, list):
        return "[object Collection]"
    raise LanguageError(
        TYPE_MISMATCH,
        f"String: expression: wanted Text, Number, Boolean, Date or Time, got {type_name(value)}",
    )


@command(
    "Num", 11, "( expression : Text, Boolean, Real, Undefined, Null {; separator : Text, Integer} ) : Real"
)
def num(value: Value, separator: Value = ".") -> float:
    """Returns a value as number; what is no digit in a text is passed over (commands/num.md).

    The second argument is the decimal separator or, when it is a number, the base.
    """
    if value.__class__ is str:
        from .number_text import parsed, parsed_in_base

        return parsed(value, separator) if separator.__class__ is str else parsed_in_base(value, separator)
    if value.__class__ is bool:
        return int(value)
    if value is None or value is UNDEFINED:
        return 0
    return value  # type: ignore[no-any-return]


@command("Bool", 1537, "( expression : any ) : Boolean")
def bool_(value: Value) -> bool:
    """Returns a value as Boolean: true for True and for numbers other than 0 (commands/bool.md)."""
    if value.__class__ is bool or value.__class__ is int or value.__class__ is float:
        return value != 0
    return False


@command("Date", 102, "( expression : Text, Date, Undefined, Null ) : Date")
def date_(run: Run | None, value: Value) -> Date:
    """Returns the date that a text tells, as ISO or as month, day and year (commands/date.md).

    A text that tells none gives the null date.
    """
    if value.__class__ is Date:
        return value
    if value.__class__ is not str:
        return NULL_DATE
    return iso_date(run, value) or _short_date(run, value)


def iso_date(run: Run | None, text: str) -> Date:
    """The day of an ISO date with or without time, the null date when *text* is none.

    A time in GMT (with ``Z``) is counted as local time, which may change the day.
    """
    text = text.strip()
    day = _iso_day(text[:10])
    rest = text[10:]
    if not day or not rest:
        return day
    if rest[0] != "T" or len(rest) < 9 or rest[3] != ":" or rest[6] != ":":
        return NULL_DATE
    clock, tail = rest[1:3] + rest[4:6] + rest[7:9], rest[9:]
    in_gmt = tail.endswith("Z")
    tail = tail.removesuffix("Z").removeprefix(".")
    if not _digits(clock) or (tail and not _digits(tail)):
        return NULL_DATE
    if not in_gmt:
        return day
    from .date_text import DAY_SECONDS, local_offset

    seconds = int(clock[:2]) * 3600 + int(clock[2:4]) * 60 + int(clock[4:])
    return Date(day.ordinal + (seconds + local_offset(run, day, seconds) * 60) // DAY_SECONDS)


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _iso_day(text: str) -> Date:
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return NULL_DATE
    return _day(text[:4], text[5:7], text[8:]) if _digits(text[:4] + text[5:7] + text[8:]) else NULL_DATE


def _short_date(run: Run | None, text: str) -> Date:
    """The date in *text* as month, day and year, with whatever between the numbers."""
    numbers = numbers_in(text)[:3]
    if len(numbers) < 3:
        return NULL_DATE
    if len(numbers[0]) == 4:
        return _day(*numbers)
    month, day, year = numbers
    if len(year) <= 2:
        century, pivot = (19, 30) if run is None else (run.default_century, run.pivot_year)
        short = int(year)
        year = str(short + 100 * (century + (short < pivot)))
    return _day(year, month, day)


def numbers_in(text: str) -> list[str]:
    """The rows of digits in *text*."""
    return "".join(char if char in "0123456789" else " " for char in text).split()


def _day(year: str, month: str, day: str) -> Date:
    if len(year) > 5 or len(month) > 2 or len(day) > 2:
        return NULL_DATE
    y, m, d = int(year), int(month), int(day)
    if not (1 <= y <= 32767 and 1 <= m <= 12 and 1 <= d <= days_in_month(y, m)):
        return NULL_DATE
    return Date.of(y, m, d)


def json_date(date: Date) -> str:
    """*date* as the text that stands for it in JSON: YYYY-MM-DD."""
    year, month, day = date.parts
    return f"{year:04d}-{month:02d}-{day:02d}"


@command("Time", 179, "( timeValue : Text, Integer, Undefined, Null ) : Time")
def time_(value: Value) -> Time:
    """Returns the time that a text or a number of seconds tells (commands/time.md)."""
    if value.__class__ is int:
        return Time(value)
    if value.__class__ is not str:
        return Time(0)
    text = value.strip().lower()
    if "t" in text and text[:4].isdigit():
        # An ISO date with time: only the part after the T counts, without its fraction.
        text = text.partition("t")[2].partition(".")[0]
    negative = text.startswith("-")
    parts = [int(number[:9]) for number in numbers_in(text)[:3]]
    if "minute" in text and "hour" not in text:
        parts.insert(0, 0)
    hours, minutes, seconds = (*parts, 0, 0, 0)[:3]
    if "pm" in text or "p.m" in text:
        hours += 12 if hours < 12 else 0
    elif ("am" in text or "a.m" in text) and hours == 12:
        hours = 0
    total = hours * 3600 + minutes * 60 + seconds
    return Time(-total if negative else total)


@command("Time string", 180, "( seconds : Integer ) : Text")
def time_string(seconds: int) -> str:
    """Returns a number of seconds as HH:MM:SS, on beyond 24 hours (commands/time-string.md)."""
    from .date_text import clock

    return clock(seconds)
