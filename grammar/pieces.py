"""Any text as pieces: the tokens of the language, and all that stands between them.

The lexer of the language refuses what is no 4D; whoever colours or completes text while it is typed gets all of it,
with the same tokens where there are some. Lines that do not continue each other are read by themselves and kept,
so that a change costs the reading of one line.
"""

from __future__ import annotations

import re

from .lexer import _COMMENT, _END_SQL, _skip_comment, tokenize
from .source import SyntaxProblem
from .terminals import END, MEMBER, NEWLINE, RPAR, SEMI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .lexer import Token
    from .words import Vocabulary

#: Kinds of pieces besides the terminals: comments, white space, what is no 4D, and what has no end yet.
COMMENT, BLANK, BROKEN, OPEN_STRING, OPEN_COMMENT, OPEN_SQL = range(-6, 0)
#: How many lines are kept, and how many faults of one line are looked at.
_KEPT, _FAULTS = 4096, 50

_BETWEEN = re.compile(
    rf"(?P<comment>{_COMMENT}|/\*)|(?P<blank>(?:[\s\ufeff]|\\(?=[ \t\xa0]*[\r\n]))+)|[\s\S]"
).match
# Lines with those that continue them.
_LINES = re.compile(r"(?:[^\\\r\n]++|\\(?:[ \t\xa0]*+(?:\r\n|\r|\n))?+)*+(?:\r\n|\r|\n|\Z)").findall
_OPEN_STRING = re.compile(r'"(?:[^"\\\r\n]|\\(?:[ \t\xa0]*(?:\r\n|\r|\n)|[^\r\n]))*+\\?').match
_OPENED = {"/*": OPEN_COMMENT, "be": OPEN_SQL, "de": OPEN_SQL}


class Reader:
    """Reads texts into pieces: tuples of kind, value, start and end, like the tokens of the lexer.

    Parameters
    ----------
    vocabulary: the names of 4D and of project methods.
    methods: those project methods once more, as they win over French names.
    french: gives the French names, see :class:`grammar.french.FrenchVocabulary`. They count in a text in which a line
        begins with a French keyword.
    tokens: gives the names of constants by their tokens, such as ``K8:3``.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        methods: Iterable[str] = (),
        french: Callable[[], str] | None = None,
        tokens: Callable[[], Mapping[str, str]] | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self._methods = list(methods)
        self._french = french
        self._tokens = tokens
        self._kept: dict[tuple[str, bool], tuple[list[Token], Token | None]] = {}

    def pieces(self, text: str) -> list[Token]:
        """The pieces of *text*, without gaps: every character is in one of them."""
        return [
            (kind, value, place + start, place + end)
            for place, _, found in self.chunks(text)
            for kind, value, start, end in found
        ]

    def chunks(self, text: str) -> Iterator[tuple[int, str, list[Token]]]:
        """The lines of *text*, with those that continue them: offset, text, and pieces that count from there."""
        french = self._is_french(text)
        lines = iter(_LINES(text))
        place = 0
        for chunk in lines:
            found, opened = self._read(chunk, french)
            while opened is not None and place + len(chunk) < len(text):
                closed = _closed(text, opened[0], place + opened[2])
                for line in lines:
                    chunk += line
                    if place + len(chunk) >= closed:
                        break
                found, opened = self._read(chunk, french)
            if chunk:
                yield place, chunk, found
            place += len(chunk)

    def _is_french(self, text: str) -> bool:
        if self._french is None:
            return False
        from .french import has_keyword_line

        return has_keyword_line(text, self._methods)

    def _read(self, chunk: str, french: bool) -> tuple[list[Token], Token | None]:
        """The pieces of *chunk*, and the one that opens a comment or SQL and does not close it."""
        found = self._kept.get((chunk, french))
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            text, words = chunk, self.vocabulary
            if words.tokens is None and self._tokens is not None and ":K" in chunk:
                words.tokens = self._tokens()
            if french:
                from .french import FrenchVocabulary, readable

                assert self._french is not None
                text, words = readable(chunk), FrenchVocabulary(words, self._french(), chunk, self._methods)
            pieces = _pieces(text, words)
            opened = next((piece for piece in pieces if piece[0] in (OPEN_COMMENT, OPEN_SQL)), None)
            found = self._kept[chunk, french] = pieces, opened
        return found


def _pieces(text: str, vocabulary: Vocabulary) -> list[Token]:
    """The pieces of lines that continue each other."""
    found: list[Token] = []
    place = faults = 0
    while place < len(text):
        if faults == _FAULTS:
            return [*found, (BROKEN, None, place, len(text))]
        faults += 1
        tokens, stop, problem = _tokens(text[place:], vocabulary)
        for kind, value, start, end in tokens:
            if kind == MEMBER and text[place + start] != ".":
                start = text.rindex(".", 0, place + start) - place  # blanks stand behind it
            found += _between(text, place + (found[-1][3] - place if found else 0), place + start)
            if kind not in (NEWLINE, END):
                found.append((kind, value, place + start, place + end))
            else:
                found += _between(text, place + start, place + end)
        found += _between(text, found[-1][3] if found else 0, place + stop)
        place += stop
        if problem is not None:
            end = max(place + problem.end - problem.start, place + 1)
            broken = _broken(text, place, min(end, len(text)))
            found.append(broken)
            place = broken[3]
    return found


def _tokens(text: str, vocabulary: Vocabulary) -> tuple[list[Token], int, SyntaxProblem | None]:
    """The tokens of *text* up to what is wrong in it, where that is, and the problem."""
    stop, problem = len(text), None
    while True:
        try:
            return tokenize(text[:stop], vocabulary, []), stop, problem
        except SyntaxProblem as found:
            stop, problem = found.start, found


def _broken(text: str, start: int, end: int) -> Token:
    """What the lexer refuses: something that has no end yet, or no 4D."""
    if text[start] == '"':
        string = _OPEN_STRING(text, start)
        assert string is not None
        return OPEN_STRING, string[0][1:], start, string.end()
    opened = _OPENED.get(text[start : start + 2].lower())
    return (BROKEN, None, start, end) if opened is None else (opened, None, start, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Token]:
    """The comments and blanks that the lexer leaves out, and brackets and semicolons that are too many."""
    while start < end:
        found = _BETWEEN(text, start, end)
        assert found is not None
        if found["comment"] is None:
            kind = BLANK if found["blank"] else {";": SEMI, ")": RPAR}.get(found[0], BROKEN)
            stop = found.end()
        else:
            kind = COMMENT
            stop = _skip_comment(text, start) if found[0] == "/*" else found.end()
        yield kind, None, start, stop
        start = stop


def _closed(text: str, kind: int, start: int) -> int:
    """Where the comment or the SQL ends that opens at *start*: at the end of the text when nothing closes it."""
    if kind == OPEN_SQL:
        found = _END_SQL(text, start + 1)
        return len(text) if found is None else found.end()
    try:
        return _skip_comment(text, start)
    except SyntaxProblem:
        return len(text)
