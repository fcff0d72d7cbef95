"""What an IMAP server sends, read: responses and the values in them (RFC 3501 section 4, 7 and 9)."""

from __future__ import annotations

import re

from ..network.failure import ServerRefusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    #: ``None`` for NIL, bytes for atoms, numbers, strings and literals, lists.
    Item = None | bytes | list["Item"]

#: Lists in lists.
DEEPEST = 50

# A string, an atom with a section, which has blanks and parentheses of its own (BODY[HEADER.FIELDS (DATE)]), or
# another atom. A bracket alone is like any letter: a keyword may have one.
_TOKEN = re.compile(
    rb' *+(?:([()])|"((?:[^"\\]++|\\.)*+)"'
    rb'|((?i:BODY|BINARY(?:\.SIZE)?)\[[\w. -]*+(?:\([^()]*+\))?\](?:<\d++>)?|[^ ()"]++))',
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
_LITERAL = re.compile(rb"~?\{(\d{1,19})\+?\}\Z")
_CODE = re.compile(rb"\[([^\] ]++)(?: ([^\]]*+))?\] ?")
_STATUS = (b"OK", b"NO", b"BAD", b"BYE", b"PREAUTH")


class Malformed(Exception):
    """What the server sent is not IMAP."""


class Refusal(ServerRefusal):
    """A server said NO or BAD: its text, and the code in brackets before it, in capitals."""

    def __init__(self, text: str, mark: str = "") -> None:
        super().__init__(0, text)
        self.mark = mark


class Response:
    """One response.

    ``tag`` is ``*``, ``+`` or that of a command. ``kind`` is OK, NO, BAD, BYE, PREAUTH, EXISTS, FETCH …, in
    capitals, empty for a continuation. ``number`` is what stands before the kind, 0 where nothing does. ``code`` and
    ``argument`` are what stands in brackets, ``text`` what is for people. ``pieces`` are the data of any other
    response: text and literals in turns.
    """

    __slots__ = ("argument", "code", "kind", "number", "pieces", "tag", "text")

    def __init__(self, pieces: list[bytes]) -> None:
        line = pieces[0]
        self.number = 0
        self.code = self.argument = b""
        self.text = b""
        tag, _, rest = line.partition(b" ")
        self.tag = tag
        self.pieces = pieces
        if tag == b"+":
            self.kind = ""
            self.text = rest
            return
        word, _, rest = rest.partition(b" ")
        if tag == b"*" and word.isdigit() and len(word) < 20:
            self.number = int(word)
            word, _, rest = rest.partition(b" ")
        kind = word.upper()
        if not kind.isalnum() and not kind.replace(b"-", b"").isalnum():
            raise Malformed
        self.kind = kind.decode("ascii", "replace")
        if kind in _STATUS:
            found = _CODE.match(rest)
            if found is not None:
                self.code, self.argument = found[1].upper(), found[2] or b""
                rest = rest[found.end() :]
            self.text = rest
        elif tag != b"*":
            raise Malformed
        else:
            pieces[0] = rest

    def items(self) -> list[Item]:
        """The data, read; raises :class:`Malformed`."""
        return parse(self.pieces)


def literal_size(line: bytes) -> int | None:
    """The size of the literal that *line* announces at its end; ``None`` for none."""
    if not line.endswith(b"}"):
        return None
    found = _LITERAL.search(line)
    if found is None:
        return None
    # What is for people may end in anything.
    words = line.split(b" ", 2)
    if words[0] != b"*" or words[1].upper() in _STATUS:
        return None
    return int(found[1])


def parse(pieces: Sequence[bytes]) -> list[Item]:
    """The values in *pieces*, which are text and literals in turns; raises :class:`Malformed`."""
    top: list[Item] = []
    inside = top
    outer: list[list[Item]] = []
    last = len(pieces) - 1
    scan = _TOKEN.match
    for index in range(0, last + 1, 2):
        text = pieces[index]
        at, end = 0, len(text.rstrip())
        if index < last:
            # The announcement of the literal that follows.
            end = text.rindex(b"{")
            end -= text[end - 1 : end] == b"~"
        while at < end:
            found = scan(text, at, end)
            if found is None:
                if not text[at:end].strip():
                    break
                raise Malformed
            at = found.end()
            parenthesis, quoted, atom = found.groups()
            if atom is not None:
                inside.append(None if atom in (b"NIL", b"nil") else atom)
            elif quoted is not None:
                inside.append(_ESCAPE.sub(rb"\1", quoted) if b"\\" in quoted else quoted)
            elif parenthesis == b"(":
                if len(outer) >= DEEPEST:
                    raise Malformed
                deeper: list[Item] = []
                inside.append(deeper)
                outer.append(inside)
                inside = deeper
            elif outer:
                inside = outer.pop()
            else:
                raise Malformed
        if index < last:
            inside.append(pieces[index + 1])
    if outer:
        raise Malformed
    return top


def atom_text(item: Item) -> str:
    """An atom or string as text, an empty one for NIL; raises :class:`Malformed` for a list."""
    if isinstance(item, list):
        raise Malformed
    return (item or b"").decode("utf-8", "replace")


def whole_number(item: Item) -> int:
    """A number; raises :class:`Malformed`."""
    if not isinstance(item, bytes) or not item.isdigit() or len(item) > 19:
        raise Malformed
    return int(item)


def quoted(text: str) -> bytes:
    """*text*, printable ASCII, as a quoted string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.encode("ascii")
