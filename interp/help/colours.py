"""Colours for 4D code, by Pygments' names for kinds of tokens. Pygments itself is not needed for them."""

from __future__ import annotations

import re

from grammar import pieces as p
from grammar import terminals as t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from grammar.lexer import Token
    from grammar.pieces import Reader

    #: A kind of token, such as ``Name.Builtin``, and the text that has it.
    Fragment: TypeAlias = "tuple[str, str]"

_PUNCTUATION = (
    t.SEMI,
    t.COMMA,
    t.COLON,
    t.LPAR,
    t.RPAR,
    t.LSQB,
    t.RSQB,
    t.LCHAR,
    t.RCHAR,
    t.LBRACE,
    t.RBRACE,
)
_OPERATORS = (t.ASSIGN, t.OPERATOR, t.MINUS, t.STAR, t.LESS, t.GREATER, t.ARROW, t.QUESTION, t.INDIRECTION)
#: What has one colour wherever it stands.
_PLAIN: dict[int, str] = {
    **dict.fromkeys(_PUNCTUATION, "Punctuation"),
    **dict.fromkeys((*_OPERATORS, t.ELLIPSIS), "Operator"),
    **dict.fromkeys(range(t.IF, t.PROPERTY + 1), "Keyword"),
    t.CONSTRUCTOR: "Keyword",
    t.SQL: "Keyword",
    t.LOCAL: "Name.Variable",
    t.INTERPROCESS: "Name.Variable.Global",
    t.NAME: "Name",
    t.COMMAND: "Name.Builtin",
    t.CONSTANT: "Name.Constant",
    t.FIELD: "Name.Entity",
    t.KEY: "Name.Attribute",
    t.DATE: "Literal.Date",
    t.TIME: "Literal.Date",
    p.BLANK: "Text.Whitespace",
    p.BROKEN: "Error",
    p.OPEN_COMMENT: "Comment.Multiline",
    p.OPEN_SQL: "Keyword",
}
#: Commands that read as values, and those that stand for an object.
_VALUES, _OBJECTS = (214, 215, 1517, 82), (1470, 1705, 1706)
#: ``4D`` and ``cs``: classes follow.
_STORES = (1709, 1710)
#: What a line that gives names a type begins with, and the types that are no classes.
_DECLARING = (t.VAR, t.DECLARE, t.PROPERTY, t.FUNCTION, t.CONSTRUCTOR)
_TYPES = frozenset(
    "blob boolean collection date integer object picture pointer real text time variant longint".split()
)
_ESCAPE = re.compile(r"(\\(?:[ \t\xa0]*[\r\n]+|.))").split
_LAST_WORD = re.compile(r"[\w.$]+\Z").search
_ENDS = re.compile(r"(\r\n|\r|\n)").split
_KEPT = 4096


class Painter:
    """Colours texts; what was coloured is kept, so that a change costs the colouring of one line."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: dict[str, tuple[list[Token], list[list[Fragment]]]] = {}

    def lines(self, text: str) -> list[list[Fragment]]:
        """The fragments of each line of *text*, without what ends the line."""
        lines: list[list[Fragment]] = [[]]
        for _, chunk, found in self.reader.chunks(text):
            kept = self._kept.get(chunk)
            # The same pieces are the same object: other ones come of other names.
            if kept is None or kept[0] is not found:
                if len(self._kept) >= _KEPT:
                    self._kept.clear()
                kept = self._kept[chunk] = found, _parted(fragments(chunk, found))
            first, *rest = kept[1]
            lines[-1] = lines[-1] + first if lines[-1] else first
            lines += rest
        return lines


def _parted(found: Iterator[Fragment]) -> list[list[Fragment]]:
    """Fragments, line by line."""
    lines: list[list[Fragment]] = [[]]
    for kind, text in found:
        for part in _ENDS(text):
            if part in ("\r\n", "\r", "\n"):
                lines.append([])
            elif part:
                lines[-1].append((kind, part))
    return lines


def fragments(text: str, found: list[Token]) -> Iterator[Fragment]:
    """The pieces *found* of *text* with their colours; together they are the text."""
    former = following = line = 0
    for place, piece in enumerate(found):
        kind, _, start, end = piece
        shown = text[start:end]
        if kind in (p.COMMENT, t.STRING, p.OPEN_STRING, t.NUMBER, t.FUNCTION, t.EXTENDS, t.ALIAS):
            yield from _several(kind, shown)
        elif kind in (t.MEMBER, t.POINTED):
            size = 1 if kind == t.MEMBER else 2
            yield ("Punctuation" if kind == t.MEMBER else "Operator"), shown[:size]
            if former == t.COMMAND and found[place - 1][1][0] in _STORES:
                yield "Name.Class", shown[size:]
            else:
                called = _follows(found, place) == t.LPAR
                yield ("Name.Function" if called else "Name.Attribute"), shown[size:]
        elif kind in (t.NAME, t.COMMAND):
            following = _follows(found, place)
            yield _named(piece, former == t.COLON and line in _DECLARING, following), shown
        else:
            yield _PLAIN[kind], shown
        if kind == p.BLANK:
            if "\n" in shown or "\r" in shown:
                former = line = 0
        elif kind != p.COMMENT:
            former, line = kind, line or kind


def _follows(found: list[Token], place: int) -> int:
    """The kind of the next piece that is not blank; 0 at the end."""
    return next((piece[0] for piece in found[place + 1 : place + 3] if piece[0] != p.BLANK), 0)


def _named(piece: Token, typing: bool, following: int) -> str:
    """The colour of a name that stands by itself; behind a colon, *typing*, it may be a type."""
    kind, value, _, _ = piece
    if kind == t.NAME:
        if typing and value.lower() in _TYPES:
            return "Keyword.Type"
        return "Name.Function" if following == t.LPAR else "Name"
    number, name = value
    if typing and name.lower() in _TYPES:
        return "Keyword.Type"
    if number in _VALUES:
        return "Keyword.Constant"
    return "Name.Builtin.Pseudo" if number in _OBJECTS else "Name.Builtin"


def _several(kind: int, shown: str) -> Iterator[Fragment]:
    """A piece that has parts of its own, or whose text says what colour it has."""
    if kind == p.COMMENT:
        yield ("Comment.Multiline" if shown.startswith("/*") else "Comment.Single"), shown
    elif kind in (t.STRING, p.OPEN_STRING):
        for place, part in enumerate(_ESCAPE(shown)):
            if part:
                yield ("String.Escape" if place % 2 else "String.Double"), part
    elif kind == t.NUMBER:
        hexadecimal, whole = shown[:2] in ("0x", "0X"), shown.isdecimal()
        yield f"Number.{'Hex' if hexadecimal else 'Integer' if whole else 'Float'}", shown
    else:
        # The head of a function or a class: its name comes last.
        name = _LAST_WORD(shown)
        place = len(shown) if name is None else name.start()
        yield "Keyword", shown[:place]
        yield ("Name.Class" if kind == t.EXTENDS else "Name.Function"), shown[place:]
