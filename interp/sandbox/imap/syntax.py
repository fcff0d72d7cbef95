"""The words of IMAP commands and replies (RFC 3501 section 9)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from stdlib4d.mail.imap.names import decode_name, encode_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    T = TypeVar("T")

#: Numbers of one sequence set, and lists within lists.
MOST_RANGES, DEEPEST = 10_000, 50
#: What ``*`` is in a sequence set.
LAST = 0

_ATOM = re.compile(rb'[^\x00-\x20\x7f-\xff(){%*"\\\]]+')
_ASTRING = re.compile(rb'[^\x00-\x20\x7f-\xff(){%*"\\]+')
_PATTERN = re.compile(rb'[^\x00-\x20\x7f(){"\\]+')
_QUOTED = re.compile(rb'"((?:[^"\\\r\n\x00]|\\["\\])*)"')
_LITERAL = re.compile(rb"\{(\d{1,10})\+?\}\r\n")
_ITEM = re.compile(rb"[A-Za-z0-9.]+")
_NUMBER = re.compile(rb"\d{1,10}")
_SET = re.compile(rb"(?:\d{1,10}|\*)(?::(?:\d{1,10}|\*))?(?:,(?:\d{1,10}|\*)(?::(?:\d{1,10}|\*))?)*")
_FLAG = re.compile(rb'\\?[^\x00-\x20\x7f-\xff(){%*"\\\]]+')
_DATE = re.compile(rb'"?(\d{1,2})-([A-Za-z]{3})-(\d{4})"?')
_DATE_TIME = re.compile(rb'"( \d|\d\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"')
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_PLAIN = re.compile(rb"[\x20-\x7e]{0,1000}")

Ranges = list[tuple[int, int]]


class BadSyntax(Exception):
    """A command that is not of its form; the reply is BAD."""


class Cursor:
    """Reads the arguments of a command, its literals within it, from left to right; raises :class:`BadSyntax`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def more(self) -> bool:
        """Whether something is left."""
        return self._at < len(self._data)

    def end(self) -> None:
        """Nothing may be left."""
        if self.more:
            raise BadSyntax("Unexpected arguments.")

    def space(self) -> None:
        """One blank."""
        self.expect(b" ")

    def expect(self, word: bytes) -> None:
        """*word*, in any case."""
        if not self.take(word):
            raise BadSyntax(f"Expected {word.decode()!r}." if word != b" " else "Missing arguments.")

    def take(self, word: bytes) -> bool:
        """Whether *word* comes next, in any case; it is read then."""
        end = self._at + len(word)
        if self._data[self._at : end].upper() != word:
            return False
        self._at = end
        return True

    def sees(self, word: bytes) -> bool:
        """Whether *word* comes next."""
        return self._data.startswith(word, self._at)

    def atom(self) -> str:
        """An atom."""
        return self._matched(_ATOM, "an atom")[0].decode("ascii")

    def item(self) -> str:
        """A word of FETCH: up to a bracket."""
        return self._matched(_ITEM, "a word")[0].decode("ascii").upper()

    def word(self) -> str:
        """An atom, in capitals."""
        return self.atom().upper()

    def number(self) -> int:
        """A number of 32 bits."""
        value = int(self._matched(_NUMBER, "a number")[0])
        if value > 0xFFFFFFFF:
            raise BadSyntax("Number too large.")
        return value

    def string(self) -> bytes:
        """A quoted string or a literal."""
        if self.sees(b'"'):
            return re.sub(rb"\\(.)", rb"\1", self._matched(_QUOTED, "a quoted string")[1])
        size = int(self._matched(_LITERAL, "a string")[1])
        self._at += size
        return self._data[self._at - size : self._at]

    def astring(self) -> bytes:
        """An atom or a string."""
        return self._astring(_ASTRING)

    def text(self) -> str:
        """An atom or a string as text."""
        try:
            return self.astring().decode()
        except UnicodeDecodeError as problem:
            raise BadSyntax("Not UTF-8.") from problem

    def mailbox(self) -> str:
        """The name of a mailbox, decoded."""
        return _decoded_name(self.astring())

    def pattern(self) -> str:
        """The pattern of LIST, decoded."""
        return _decoded_name(self._astring(_PATTERN))

    def ranges(self) -> Ranges:
        """A sequence set; :data:`LAST` is ``*``."""
        found: Ranges = []
        for piece in self._matched(_SET, "a sequence set")[0].split(b","):
            first, colon, last = piece.partition(b":")
            low, high = _place(first), _place(last) if colon else _place(first)
            found.append((low, high))
        if len(found) > MOST_RANGES:
            raise BadSyntax("Too many numbers.")
        return found

    def is_ranges(self) -> bool:
        """Whether a sequence set comes next."""
        return _SET.match(self._data, self._at) is not None

    def flags(self) -> list[str]:
        """Flags, in parentheses or bare."""
        if self.sees(b"("):
            return self.list(self.flag)
        found = [self.flag()]
        while self.take(b" "):
            found.append(self.flag())
        return found

    def flag(self) -> str:
        """A flag or keyword."""
        return self._matched(_FLAG, "a flag")[0].decode("ascii")

    def list(self, item: Callable[[], T]) -> list[T]:
        """Items in parentheses, none or more."""
        self.expect(b"(")
        found: list[T] = []
        if self.take(b")"):
            return found
        while True:
            found.append(item())
            if self.take(b")"):
                return found
            self.space()

    def date(self) -> datetime:
        """A day, at midnight without a zone."""
        found = self._matched(_DATE, "a date")
        return _day(int(found[1]), found[2], int(found[3]))

    def date_time(self) -> datetime:
        """A moment, aware."""
        found = self._matched(_DATE_TIME, "a date and time")
        offset = timedelta(hours=int(found[8]), minutes=int(found[9]))
        try:
            zone = timezone(-offset if found[7] == b"-" else offset)
            return _day(int(found[1]), found[2], int(found[3])).replace(
                hour=int(found[4]), minute=int(found[5]), second=int(found[6]), tzinfo=zone
            )
        except ValueError as problem:
            raise BadSyntax("Invalid date and time.") from problem

    def rest(self) -> bytes:
        """What is left."""
        at, self._at = self._at, len(self._data)
        return self._data[at:]

    def _astring(self, form: re.Pattern[bytes]) -> bytes:
        quoted = self._data[self._at : self._at + 1] in (b'"', b"{")
        return self.string() if quoted else self._matched(form, "a string")[0]

    def _matched(self, form: re.Pattern[bytes], wanted: str) -> re.Match[bytes]:
        found = form.match(self._data, self._at)
        if found is None:
            raise BadSyntax(f"Expected {wanted}." if self.more else "Missing arguments.")
        self._at = found.end()
        return found


def _place(text: bytes) -> int:
    if text == b"*":
        return LAST
    value = int(text)
    if not 0 < value <= 0xFFFFFFFF:
        raise BadSyntax("Invalid message number.")
    return value


def _day(day: int, month: bytes, year: int) -> datetime:
    try:
        return datetime(year, _MONTHS.index(month.decode().title()) + 1, day)
    except ValueError as problem:
        raise BadSyntax("Invalid date.") from problem


def string(text: bytes) -> bytes:
    """*text* as a quoted string, or as a literal where it cannot be one."""
    if _PLAIN.fullmatch(text):
        return b'"' + text.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
    return b"{%d}\r\n" % len(text) + text


def nstring(text: bytes) -> bytes:
    """*text* as a string, NIL where it is empty."""
    return string(text) if text else b"NIL"


def flag_list(flags: Iterable[str]) -> bytes:
    """*flags* in parentheses, those of the system first."""
    ordered = sorted(flags, key=lambda flag: (not flag.startswith("\\"), flag))
    return ("(" + " ".join(ordered) + ")").encode("ascii")


def date_time(moment: datetime) -> bytes:
    """*moment* as INTERNALDATE is written."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return f'"{moment.day:02d}-{_MONTHS[moment.month - 1]}-{moment.year:04d} {moment:%H:%M:%S %z}"'.encode()


def mailbox(name: str) -> bytes:
    """The name of a mailbox, in modified UTF-7 and quoted."""
    return string(encode_name(name).encode("ascii"))


def _decoded_name(written: bytes) -> str:
    """The name that *written* is in modified UTF-7; raises :class:`BadSyntax` for what is none."""
    name = decode_name(written)
    try:
        name.encode()
    except UnicodeEncodeError as problem:
        raise BadSyntax("Mailbox name is not valid mUTF-7.") from problem
    # There is one way to write a name only.
    if encode_name(name).encode("ascii") != written:
        raise BadSyntax("Mailbox name is not valid mUTF-7.")
    return name
