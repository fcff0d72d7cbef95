"""The values of literals: numbers, texts, dates and times."""

from __future__ import annotations

from .patterns import DOTALL, pattern
from .source import SyntaxProblem

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "N": "\n", "T": "\t", "R": "\r", '"': '"', "\\": "\\"}
_ESCAPED = pattern(r"\\(?:[ \t]*(?:\r\n|\r|\n)|(.))", DOTALL).sub
_BETWEEN = pattern(r"[-/. ]+").split


def number(text: str) -> int | float:
    """The value of a numeric literal."""
    if text[:2] in ("0x", "0X"):
        value = int(text, 16)
        # Hexadecimal constants are 32 bits wide, the highest is the sign.
        if value >= 2**53:
            return float(value) if value < 2**1023 else float("inf")
        return value - 2**32 if 2**31 <= value < 2**32 else value
    if text.isdecimal() and len(text) < 16:
        return int(text)
    return float(text.replace(",", "."))


def unescape(text: str) -> str:
    """The text that a literal stands for: escapes resolved, continued lines joined."""
    return _ESCAPED(lambda m: "" if m[1] is None else _ESCAPES.get(m[1], "\\" + m[1]), text)


def date(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Year, month and day of what stands between exclamation marks; raises :class:`SyntaxProblem`."""
    parts = _BETWEEN(text.strip())
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise SyntaxProblem("not a date", start, end, code="invalid-date", hint="write !YYYY-MM-DD!")
    first, second, third = map(int, parts)
    if not (first or second or third):
        return 0, 0, 0
    if len(parts[0]) > 2:
        year, month, day = first, second, third
    else:
        # Without the year in front, month and day come as the United States write them, or the only way they can.
        year, month, day = (third, second, first) if first > 12 else (third, first, second)
        if len(parts[2]) <= 2:
            year += 2000 if year < 30 else 1900
    if not (1 <= month <= 12 and 1 <= day <= _days(year, month) and 1 <= year <= 32767):
        raise SyntaxProblem(
            "there is no such day", start, end, code="invalid-date", hint="write !YYYY-MM-DD!"
        )
    return year, month, day


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def seconds(text: str) -> int | None:
    """The seconds of what stands between question marks; ``None`` when that is no time."""
    parts = text.strip().split(":")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    hours, minutes, rest = map(int, parts)
    return hours * 3600 + minutes * 60 + rest
