"""The values that a page states, in the notations that pages use.

More than 4D's own literals, because a comment is written for people: JSON with its commas, dates and times without
their marks, a decimal comma, texts without quotes inside of brackets, and ``...`` for what is left out. What is
read keeps enough to be compared by :mod:`interp.doctest.matching`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from stdlib4d.vocabulary import CONSTANTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias


@dataclass(frozen=True)
class Quoted:
    """A text in quotes, its escapes resolved; ``written`` has it as it stands there, with the quotes."""

    text: str
    written: str = field(default="", compare=False)


@dataclass(frozen=True)
class Figure:
    """A number; ``readings`` has more than one where a comma may part thousands. ``decimals`` were shown."""

    readings: tuple[float, ...]
    decimals: int
    shown: str


@dataclass(frozen=True)
class Word:
    """``True``, ``False``, ``Null`` or ``Undefined``, in lower case."""

    name: str


@dataclass(frozen=True)
class Day:
    """A date: each reading is year, month, day. Without its marks the order of the parts is the page's affair."""

    readings: tuple[tuple[int, int, int], ...]
    shown: str


@dataclass(frozen=True)
class Clock:
    """A time in seconds."""

    seconds: int
    shown: str


@dataclass(frozen=True)
class Bare:
    """A text without quotes, inside of brackets; ``elided`` when ``...`` ends it."""

    text: str
    elided: bool


@dataclass(frozen=True)
class Items:
    """A collection or an array; ``elided`` when ``...`` stands for more elements at its end."""

    items: tuple[Literal, ...]
    elided: bool
    text: str


@dataclass(frozen=True)
class Members:
    """An object; ``elided`` when ``...`` stands for more properties."""

    members: tuple[tuple[str, Literal], ...]
    elided: bool
    text: str


Literal: TypeAlias = "Quoted | Figure | Word | Day | Clock | Bare | Items | Members"


class Unfinished(Exception):
    """The text ends inside of a literal: the next line may bring the rest."""


class NoLiteral(Exception):
    """Here stands no literal."""


_BLANKS = re.compile(r"[\s\xa0]*")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_HEX = re.compile(r"0[xX][0-9a-fA-F]+(?!\w)")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w/:]|\.\d|-\d)")
_COMMA = re.compile(r"[-+]?\d+(?:,\d+)+(?![\w/:]|[.,]\d)")
_MARKED_DATE = re.compile(r"!(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})!")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\w/:.-])|(\d{4})-(\d\d)-(\d\d)(?![\w/:.-])")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?(?!\w)")
_TIME = re.compile(r"\?(\d+):(\d\d):(\d\d)\?|(\d{1,2}):(\d\d):(\d\d)(?![\w:.])")
_WORD = re.compile(r"(?i:true|false|null|undefined)(?![\w.])")
_NAME = re.compile(r"[^\W\d][\w$ ]*?(?=\s*[:=])|\$?\w+(?=\s*:)")
_BARE = re.compile(r"[^,;{}\[\]\"\s](?:[^,;{}\[\]\"\n]*[^,;{}\[\]\"\s])?")
_DOTS = re.compile(r"\.{3}|\u2026")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


def read_literal(text: str, start: int = 0, *, constants: bool = False) -> tuple[Literal, int]:
    """The literal at *start* and where it ends; :class:`NoLiteral` when there is none, :class:`Unfinished` when open.

    With *constants* the name of a constant is a literal, too.
    """
    constant = _constant(text, start) if constants else None
    return _literal(text, start, False) if constant is None else constant


def whole_literal(text: str) -> Literal | None:
    """*text* as one literal, ``None`` when it is anything else."""
    try:
        found, end = read_literal(text.strip())
    except (NoLiteral, Unfinished):
        return None
    return found if end == len(text.strip()) else None


def blanks(text: str, position: int) -> int:
    """Where the blanks at *position* end."""
    found = _BLANKS.match(text, position)
    return position if found is None else found.end()


def _literal(text: str, start: int, inside: bool) -> tuple[Literal, int]:
    character = text[start : start + 1]
    if character == '"':
        return _quoted(text, start)
    if character == "\u201c":
        end = text.find("\u201d", start)
        if end < 0:
            raise Unfinished
        return Quoted(text[start + 1 : end]), end + 1
    if character == "[":
        return _items(text, start)
    if character == "{":
        return _members(text, start)
    found = _STAMP.match(text, start)
    if found is not None:
        return Quoted(found[0]), found.end()
    for read in (_date, _time, _word, _number):
        literal = read(text, start, inside)
        if literal is not None and (not inside or _ends(text, literal[1])):
            return literal
    if not inside:
        raise NoLiteral
    bare = _BARE.match(text, start)
    if bare is None:
        raise NoLiteral
    dots = re.search(r"(?:\.{3}|\u2026)$", bare[0])
    shown = bare[0] if dots is None else bare[0][: dots.start()].rstrip()
    return Bare(shown, dots is not None), bare.end()


def _ends(text: str, end: int) -> bool:
    """Whether an element ends there, inside of brackets."""
    end = blanks(text, end)
    return text[end : end + 1] in ("", ",", ";", "]", "}")


def _quoted(text: str, start: int) -> tuple[Literal, int]:
    """A text in quotes. One that holds JSON may have quotes in it that nothing escapes."""
    if text[start + 1 : start + 2] in ("{", "["):
        close = text.rfind('}"' if text[start + 1] == "{" else ']"')
        if close < 0:
            raise Unfinished
        inner = text[start + 1 : close + 1]
        made = Quoted(inner if '\\"' not in inner else unescaped(inner), text[start : close + 2])
        return made, close + 2
    found = _STRING.match(text, start)
    if found is None:
        raise Unfinished
    return Quoted(unescaped(found[1]), found[0]), found.end()


def unescaped(text: str) -> str:
    """*text* with 4D's escape sequences resolved; an unknown one stands for its character."""
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)


def _number(text: str, start: int, inside: bool) -> tuple[Literal, int] | None:
    found = _HEX.match(text, start)
    if found is not None:
        value = int(found[0], 16)
        # As 4D has it: 32 bits are an Integer with its sign.
        return Figure((value, value - (1 << 32)) if value >> 31 == 1 else (value,), 0, found[0]), found.end()
    found = None if inside else _COMMA.match(text, start)
    if found is not None:
        parts = found[0].split(",")
        thousands = all(len(part) == 3 for part in parts[1:])
        readings = [float("".join(parts))] if thousands else []
        if len(parts) == 2:
            readings.append(float(".".join(parts)))
        decimals = len(parts[1]) if len(parts) == 2 else 0
        return (Figure(tuple(readings), decimals, found[0]), found.end()) if readings else None
    found = _NUMBER.match(text, start)
    if found is None:
        return None
    digits = found[0].lower().partition("e")[0].partition(".")[2]
    exponent = int(found[0].lower().partition("e")[2] or 0)
    decimals = max(0, len(digits) - exponent) if digits or exponent < 0 else 0
    return Figure((float(found[0]),), decimals, found[0]), found.end()


def _date(text: str, start: int, inside: bool) -> tuple[Literal, int] | None:
    found = _MARKED_DATE.match(text, start)
    if found is not None:
        first, second, third = int(found[1]), int(found[2]), int(found[3])
        if len(found[1]) == 4 or not (first or second or third):
            return Day(((first, second, third),), found[0]), found.end()
        return Day(_orders(first, second, third, len(found[3])), found[0]), found.end()
    found = _DATE.match(text, start)
    if found is None:
        return None
    if found[4] is not None:
        return Day(((int(found[4]), int(found[5]), int(found[6])),), found[0]), found.end()
    return Day(_orders(int(found[1]), int(found[2]), int(found[3]), len(found[3])), found[0]), found.end()


def _orders(first: int, second: int, year: int, digits: int) -> tuple[tuple[int, int, int], ...]:
    """Month first or day first; a year of two digits in every century at hand."""
    if not (first or second or year):
        return ((0, 0, 0),)
    years = (year,) if digits != 2 else (1900 + year, 2000 + year)
    return tuple((y, *pair) for y in years for pair in dict.fromkeys(((first, second), (second, first))))


def _time(text: str, start: int, inside: bool) -> tuple[Literal, int] | None:
    found = _TIME.match(text, start)
    if found is None:
        return None
    hours, minutes, seconds = (int(part) for part in found.groups() if part is not None)
    return Clock(3600 * hours + 60 * minutes + seconds, found[0]), found.end()


def _word(text: str, start: int, inside: bool) -> tuple[Literal, int] | None:
    found = _WORD.match(text, start)
    return None if found is None else (Word(found[0].lower()), found.end())


_CONSTANTS: dict[str, int | float | str] = {}


def _constant(text: str, start: int) -> tuple[Literal, int] | None:
    """A constant of 4D by its name, the longest that fits."""
    if not _CONSTANTS:
        _CONSTANTS.update({name.lower(): value for name, value in CONSTANTS.items() if value is not None})
    words = re.compile(r"[^\W\d]\w*(?: \w+)*").match(text, start)
    if words is None:
        return None
    name = words[0]
    while name:
        value = _CONSTANTS.get(name.lower())
        if value is not None and " " in name:
            end = start + len(name)
            return (Quoted(value) if isinstance(value, str) else Figure((float(value),), 0, name)), end
        name = name.rpartition(" ")[0]
    return None


def _items(text: str, start: int) -> tuple[Literal, int]:
    items: list[Literal] = []
    position = blanks(text, start + 1)
    elided = False
    while text[position : position + 1] != "]":
        if position >= len(text):
            raise Unfinished
        dots = _DOTS.match(text, position)
        if dots is not None:
            elided, position = True, blanks(text, dots.end())
            if text[position : position + 1] not in (",", ";", "]"):
                raise NoLiteral
        else:
            item, position = _literal(text, position, True)
            items.append(item)
            position = blanks(text, position)
            dots = _DOTS.match(text, position)
            if dots is not None:
                elided, position = True, blanks(text, dots.end())
        position = _next(text, position, "]")
    return Items(tuple(items), elided, text[start : position + 1]), position + 1


def _members(text: str, start: int) -> tuple[Literal, int]:
    members: list[tuple[str, Literal]] = []
    position = blanks(text, start + 1)
    elided = False
    while text[position : position + 1] != "}":
        if position >= len(text):
            raise Unfinished
        dots = _DOTS.match(text, position)
        if dots is not None:
            elided, position = True, blanks(text, dots.end())
        else:
            name, position = _key(text, position)
            position = blanks(text, position)
            if position >= len(text):
                raise Unfinished
            if text[position] != ":":
                raise NoLiteral
            position = blanks(text, position + 1)
            if position >= len(text):
                raise Unfinished
            value, position = _literal(text, position, True)
            members.append((name, value))
            elided = elided or (isinstance(value, Bare) and value.elided)
        position = _next(text, position, "}")
    return Members(tuple(members), elided, text[start : position + 1]), position + 1


def _key(text: str, position: int) -> tuple[str, int]:
    if text[position] == '"':
        found = _STRING.match(text, position)
        if found is None:
            raise Unfinished
        return unescaped(found[1]), found.end()
    found = _NAME.match(text, position)
    if found is None:
        raise NoLiteral
    return found[0], found.end()


def _next(text: str, position: int, closing: str) -> int:
    """Behind the separator at *position*, or at the *closing* bracket."""
    position = blanks(text, position)
    if position >= len(text):
        raise Unfinished
    if text[position] in ",;":
        return blanks(text, position + 1)
    if text[position] != closing:
        raise NoLiteral
    return position
