"""SEARCH: its criteria, read into functions of a message (RFC 3501 section 6.4.4)."""

from __future__ import annotations

import re
import unicodedata
from email.utils import parsedate

from stdlib4d.mail.reading.charsets import codec_of
from stdlib4d.mail.reading.decoding import decode_words, header_text

from ..mailboxes import MailboxError
from ..mime import parsed
from .syntax import DEEPEST, BadSyntax

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..mailboxes import Message
    from ..mime import Part
    from .syntax import Cursor
    from .view import View

    Key = Callable[[int, Message], bool]

_FLAGS = {
    "ANSWERED": "\\Answered",
    "DELETED": "\\Deleted",
    "DRAFT": "\\Draft",
    "FLAGGED": "\\Flagged",
    "SEEN": "\\Seen",
}
_HEADERS = frozenset(("BCC", "CC", "FROM", "SUBJECT", "TO"))
_BLANKS = re.compile(r"\s+")


def read_search(cursor: Cursor, view: View) -> Key:
    """The criteria, all of which must hold; raises :class:`BadSyntax`, and ``MailboxError`` for a charset."""
    codec = "utf-8"
    if cursor.take(b"CHARSET "):
        named = cursor.text()
        found = codec_of(named)
        if found is None:
            raise MailboxError(f"Unknown charset {named}", "BADCHARSET (US-ASCII UTF-8)")
        codec = found
        cursor.space()
    keys = _Keys(cursor, view, codec)
    found_keys = [keys.read(0)]
    while cursor.take(b" "):
        found_keys.append(keys.read(0))
    return found_keys[0] if len(found_keys) == 1 else _all(found_keys)


class _Keys:
    """Reads search keys."""

    def __init__(self, cursor: Cursor, view: View, codec: str) -> None:
        self._cursor = cursor
        self._view = view
        self._codec = codec

    def read(self, depth: int) -> Key:
        cursor = self._cursor
        if depth > DEEPEST:
            raise BadSyntax("Too deep.")
        if cursor.sees(b"("):
            keys = cursor.list(lambda: self.read(depth + 1))
            if not keys:
                raise BadSyntax("Empty list.")
            return _all(keys)
        if cursor.is_ranges():
            return self._numbers(uid=False)
        word = cursor.word()
        if word == "ALL":
            return _always
        if word in _FLAGS:
            return _flag(_FLAGS[word])
        if word.startswith("UN") and word[2:] in _FLAGS:
            return _not(_flag(_FLAGS[word[2:]]))
        if word in ("NEW", "OLD", "RECENT"):
            return self._recent(word)
        cursor.space()
        if word == "NOT":
            return _not(self.read(depth + 1))
        if word == "OR":
            first = self.read(depth + 1)
            cursor.space()
            second = self.read(depth + 1)
            return lambda number, message: first(number, message) or second(number, message)
        if word == "UID":
            return self._numbers(uid=True)
        if word in ("KEYWORD", "UNKEYWORD"):
            key = _keyword(cursor.atom().lower())
            return key if word == "KEYWORD" else _not(key)
        if word in ("LARGER", "SMALLER"):
            size = cursor.number()
            if word == "LARGER":
                return lambda _, message: len(message.data) > size
            return lambda _, message: len(message.data) < size
        if word in ("BEFORE", "ON", "SINCE"):
            return _dated(word, cursor.date().date(), _arrived)
        if word in ("SENTBEFORE", "SENTON", "SENTSINCE"):
            return _dated(word[4:], cursor.date().date(), _sent)
        if word in _HEADERS:
            return _header(word.lower().encode(), self._wanted())
        if word == "HEADER":
            name = cursor.astring().lower()
            cursor.space()
            return _header(name, self._wanted())
        if word in ("BODY", "TEXT"):
            return _content(self._wanted(), headers=word == "TEXT")
        raise BadSyntax(f"Unknown argument {word}")

    def _wanted(self) -> str:
        try:
            return folded(self._cursor.astring().decode(self._codec))
        except UnicodeError as problem:
            raise BadSyntax("A string that is not in the charset.") from problem

    def _numbers(self, *, uid: bool) -> Key:
        # Looking for messages that are not there is no mistake, while to name them elsewhere is one.
        chosen = {number for number, _ in self._view.chosen(self._cursor.ranges(), uid=uid, there=False)}
        return lambda number, _: number in chosen

    def _recent(self, word: str) -> Key:
        recent = self._view.recent
        if word == "OLD":
            return lambda _, message: message.uid not in recent
        if word == "NEW":
            return lambda _, message: message.uid in recent and not message.seen
        return lambda _, message: message.uid in recent


def folded(text: str) -> str:
    """*text* as it is compared: without case, composed characters in pieces, blanks alike."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return _BLANKS.sub(" ", text).casefold()


def _always(_: int, __: Message) -> bool:
    return True


def _all(keys: list[Key]) -> Key:
    return lambda number, message: all(key(number, message) for key in keys)


def _not(key: Key) -> Key:
    return lambda number, message: not key(number, message)


def _flag(flag: str) -> Key:
    return lambda _, message: flag in message.flags


def _keyword(name: str) -> Key:
    return lambda _, message: any(flag.lower() == name for flag in message.flags)


def _arrived(message: Message) -> date | None:
    return message.date.date()


def _sent(message: Message) -> date | None:
    from datetime import date

    found = parsedate(parsed(message).field(b"date").decode("latin-1"))
    try:
        return date(*found[:3]) if found else None
    except ValueError:
        return None


def _dated(word: str, day: date, of: Callable[[Message], date | None]) -> Key:
    def holds(_: int, message: Message) -> bool:
        found = of(message)
        if found is None:
            return False
        return found < day if word == "BEFORE" else found >= day if word == "SINCE" else found == day

    return holds


def _header(name: bytes, wanted: str) -> Key:
    def holds(_: int, message: Message) -> bool:
        return any(
            wanted in folded(decode_words(header_text(value)))
            for found, value in parsed(message).fields
            if found == name
        )

    return holds


def _content(wanted: str, *, headers: bool) -> Key:
    def holds(_: int, message: Message) -> bool:
        root = parsed(message)
        return (
            not wanted
            or (headers and _in_headers(root, wanted))
            or any(wanted in folded(leaf.text()) for leaf in root.leaves() if leaf.is_type(b"text/"))
        )

    return holds


def _in_headers(part: Part, wanted: str) -> bool:
    lines = (f"{name.decode()}: {decode_words(header_text(value))}" for name, value in part.fields)
    if any(wanted in folded(line) for line in lines):
        return True
    inner = [part.inner] if part.inner is not None else part.children
    return any(_in_headers(child, wanted) for child in inner)
