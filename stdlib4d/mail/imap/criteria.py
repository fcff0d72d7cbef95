"""The criteria of ``searchMails``: what a script writes, and what a server takes (API/IMAPTransporterClass.md).

The language is that of the command SEARCH (RFC 3501 section 6.4.4) with more freedom: the flags of KEYWORD may be
several and standard ones, and a text may have any character. Nothing goes to the server that was not read here.
"""

from __future__ import annotations

import re
from datetime import date

from ..problem import PROPERTY_INVALID, MailProblem
from .connection import Literal
from .tokens import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Piece = bytes | Literal

#: Parentheses and operators in each other.
DEEPEST = 50
#: Characters of the criteria.
LONGEST = 100_000

#: Keys that stand alone.
PLAIN = frozenset(
    "ALL ANSWERED UNANSWERED DELETED UNDELETED DRAFT UNDRAFT FLAGGED UNFLAGGED RECENT OLD SEEN UNSEEN NEW".split()
)
FLAGS = frozenset(("KEYWORD", "UNKEYWORD"))
DATES = frozenset("BEFORE ON SINCE SENTBEFORE SENTON SENTSINCE".split())
TEXTS = frozenset("TO FROM CC BCC SUBJECT BODY TEXT".split())
NUMBERS = frozenset(("LARGER", "SMALLER"))
KEYS = PLAIN | FLAGS | DATES | TEXTS | NUMBERS | {"HEADER", "UID", "NOT", "OR"}

#: The keys for flags that are no keywords, set and not set.
_SYSTEM = {
    "\\ANSWERED": ("ANSWERED", "UNANSWERED"),
    "\\DELETED": ("DELETED", "UNDELETED"),
    "\\DRAFT": ("DRAFT", "UNDRAFT"),
    "\\FLAGGED": ("FLAGGED", "UNFLAGGED"),
    "\\SEEN": ("SEEN", "UNSEEN"),
    "\\RECENT": ("RECENT", "OLD"),
}
_TOKEN = re.compile(r'\s*+(?:([()])|"((?:[^"\\]++|\\.)*+)"|([^\s()"]++))', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(rf"(\d{{1,2}})-({'|'.join(_MONTHS)})-(\d{{4}})", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)
#: Servers read numbers of 32 bits, and no message has a size beyond them.
_GREATEST = 2**32 - 1
_SET = re.compile(
    r"(?:\d{1,10}|\*)(?::(?:\d{1,10}|\*))?(?:,(?:\d{1,10}|\*)(?::(?:\d{1,10}|\*))?)*+", re.ASCII
)
_ATOM = re.compile(r'[^\x00-\x20\x7f-\U0010ffff(){\]%*"\\]+')
_FIELD = re.compile(r"[!-9;-~]+")


class Criteria:
    """Criteria as a server takes them: ``pieces``, and ``charset``, empty where all of it is ASCII."""

    __slots__ = ("charset", "pieces")

    def __init__(self, pieces: Sequence[Piece], charset: str) -> None:
        self.pieces = pieces
        self.charset = charset


def read_criteria(text: str) -> Criteria:
    """The criteria in *text*, where an empty one means all; raises :class:`MailProblem`."""
    if len(text) > LONGEST:
        raise _problem(f"wanted at most {LONGEST} characters, got {len(text)}")
    if "\0" in text:
        raise _problem("a null character can be in no mail")
    reader = _Reader(_tokens(text))
    reader.charset()
    pieces: list[Piece] = []
    while not reader.over:
        if pieces:
            pieces.append(b" ")
        pieces += reader.key(0)
    return Criteria(_merged(pieces or [b"ALL"]), "UTF-8" if reader.international else "")


def _problem(text: str, hint: str = "") -> MailProblem:
    return MailProblem(PROPERTY_INVALID, f"searchCriteria: {text}", hint)


class _Token:
    """A word, a quoted text or a parenthesis; ``at`` is where it begins, from 1."""

    __slots__ = ("at", "quoted", "text")

    def __init__(self, text: str, at: int, quoted: bool) -> None:
        self.text = text
        self.at = at
        self.quoted = quoted


def _tokens(text: str) -> list[_Token]:
    found = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None:
            raise _problem(
                f"a quote is not closed, at character {at + 1}", 'put \\" for a quote inside quotes'
            )
        parenthesis, inside, word = match.groups()
        start = match.start(match.lastindex or 0)
        if inside is not None:
            found.append(_Token(_ESCAPE.sub(r"\1", inside), start, True))
        else:
            found.append(_Token(parenthesis or word, start + 1, False))
        at = match.end()
    return found


class _Reader:
    """Reads one search key after the other."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._next = 0
        #: Whether a text has characters beyond ASCII.
        self.international = False

    @property
    def over(self) -> bool:
        """Whether everything has been read."""
        return self._next >= len(self._tokens)

    def charset(self) -> None:
        """Skips the charset, which says what bytes the server would get; it gets UTF-8."""
        if self._tokens and self._word(self._tokens[0]) == "CHARSET":
            self._next = 1
            self._take("CHARSET", "the name of a charset")

    def key(self, depth: int) -> list[Piece]:
        """One search key, with what belongs to it."""
        if depth > DEEPEST:
            raise _problem(f"more than {DEEPEST} keys in each other")
        token = self._take("", "a search key")
        if token.text == "(" and not token.quoted:
            return self._list(token, depth)
        word = self._word(token)
        if word in PLAIN:
            return [word.encode("ascii")]
        if word == "NOT":
            return [b"NOT ", *self.key(depth + 1)]
        if word == "OR":
            return [b"OR ", *self.key(depth + 1), b" ", *self.key(depth + 1)]
        if word in FLAGS:
            return [self._flags(word)]
        start = f"{word} ".encode("ascii", "replace")
        if word in TEXTS:
            return [start, self._text(word)]
        if word == "HEADER":
            return [start, *self._header()]
        if word in DATES:
            return [start + self._date(word)]
        if word in NUMBERS:
            return [start + self._size(word)]
        if word == "UID":
            return [start + self._matching(word, _SET, "unique ids such as 2,4:7")[0].encode("ascii")]
        if word and _SET.fullmatch(word):
            return [word.encode("ascii")]
        raise _problem(
            f'"{token.text[:40]}" at character {token.at} is not a search key',
            "a value with blanks is put in quotes; keys are ALL, ANSWERED, FROM, SUBJECT, UNSEEN …",
        )

    def _list(self, opening: _Token, depth: int) -> list[Piece]:
        pieces: list[Piece] = [b"("]
        while True:
            if self.over:
                raise _problem(f"the parenthesis at character {opening.at} is not closed")
            token = self._tokens[self._next]
            if token.text == ")" and not token.quoted:
                self._next += 1
                break
            if len(pieces) > 1:
                pieces.append(b" ")
            pieces += self.key(depth + 1)
        if len(pieces) == 1:
            raise _problem(f"the parentheses at character {opening.at} are empty")
        return [*pieces, b")"]

    def _flags(self, word: str) -> bytes:
        """One or several flags: what follows the first is one of them as long as it is no key."""
        keys = [self._flag(word, self._take(word, "a flag"))]
        while not self.over:
            token = self._tokens[self._next]
            if token.quoted or token.text in "()":
                break
            if self._word(token) in KEYS or _SET.fullmatch(token.text):
                break
            self._next += 1
            keys.append(self._flag(word, token))
        text = " ".join(keys)
        return (f"({text})" if len(keys) > 1 else text).encode("ascii")

    def _flag(self, word: str, token: _Token) -> str:
        system = _SYSTEM.get(token.text.upper())
        if system is not None:
            return system[word == "UNKEYWORD"]
        name = token.text
        reserved = _SYSTEM.get("\\" + name[1:].upper()) if name.startswith("$") else None
        if reserved is not None:
            return reserved[word == "UNKEYWORD"]
        if not _ATOM.fullmatch(name) or (name in "()" and not token.quoted):
            raise _problem(f'"{name[:40]}" at character {token.at} cannot be a flag')
        return f"{word} {name}"

    def _text(self, word: str) -> Piece:
        return self._string(self._take(word, "a text").text)

    def _header(self) -> list[Piece]:
        token = self._take("HEADER", "the name of a header")
        name = token.text.removesuffix(":") if token.quoted else token.text
        if not _FIELD.fullmatch(name):
            raise _problem(f'"{name[:40]}" at character {token.at} cannot be the name of a header')
        return [quoted(name), b" ", self._text("HEADER")]

    def _string(self, text: str) -> Piece:
        if text.isascii() and text.isprintable() and len(text) < 1000:
            return quoted(text)
        self.international = self.international or not text.isascii()
        return Literal(text.encode("utf-8", "replace"))

    def _date(self, word: str) -> bytes:
        at = self._next
        found = self._matching(word, _DATE, "a date such as 1-Feb-2020")
        day, month, year = found.groups()
        try:
            date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
        except ValueError:
            # Some servers refuse such a day, others find nothing.
            raise _problem(
                f'{word}: there is no day "{found[0]}", at character {self._tokens[at].at}'
            ) from None
        return found[0].encode("ascii")

    def _size(self, word: str) -> bytes:
        digits = self._matching(word, _NUMBER, "a number of bytes")[0].lstrip("0") or "0"
        return str(min(int(digits[:11]), _GREATEST)).encode("ascii")

    def _matching(self, word: str, pattern: re.Pattern[str], wanted: str) -> re.Match[str]:
        token = self._take(word, wanted)
        found = pattern.fullmatch(token.text)
        if found is None:
            raise _problem(f'{word}: wanted {wanted}, got "{token.text[:40]}" at character {token.at}')
        return found

    def _take(self, word: str, wanted: str) -> _Token:
        if self.over:
            raise _problem(f"{word + ': ' if word else ''}wanted {wanted}, and there is nothing more")
        token = self._tokens[self._next]
        if word and not token.quoted and token.text in ("(", ")"):
            raise _problem(f'{word}: wanted {wanted}, got "{token.text}" at character {token.at}')
        self._next += 1
        return token

    @staticmethod
    def _word(token: _Token) -> str:
        return "" if token.quoted else token.text.upper()


def _merged(pieces: list[Piece]) -> list[Piece]:
    """*pieces* with neighbouring texts joined."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if isinstance(piece, bytes) and isinstance(last, bytes):
            merged[-1] = last + piece
        else:
            merged.append(piece)
    return merged
