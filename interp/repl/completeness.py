"""Whether a text that is being typed is all of it: what the parser says of it, and nothing else.

The tables of the parser run over its tokens without making a tree. Where the text ends before an open structure,
bracket, text, comment or continued line does, there is more to come; anything else that is wrong will not be mended by
more text. What was read of the lines before is kept, so that another line costs the reading of one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from grammar.lexer import tokenize
from grammar.source import SyntaxProblem
from grammar.table import ACTIONS, ENDS, GOTOS, RULES, STARTS
from grammar.terminals import (
    CASE_OF,
    CATCH,
    COLON,
    ELSE,
    END,
    END_CASE,
    END_FOR,
    END_FOR_EACH,
    END_IF,
    END_TRY,
    END_USE,
    END_WHILE,
    FOR,
    FOR_EACH,
    IF,
    INDIRECTION,
    LBRACE,
    LCHAR,
    LPAR,
    LSQB,
    NEWLINE,
    REPEAT,
    TRY,
    UNTIL,
    USE,
    WHILE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grammar.lexer import Token
    from grammar.words import Vocabulary

COMPLETE, INCOMPLETE, WRONG = "complete", "incomplete", "wrong"
#: What is open at the end of an incomplete text, besides structures.
BRACKET, STRING, COMMENT, SQL_LINES, CONTINUED = "bracket", "string", "comment", "SQL", "continued"

_BRACKETS = frozenset((LPAR, LSQB, LCHAR, LBRACE, INDIRECTION))
_STRUCTURES = frozenset((IF, CASE_OF, WHILE, REPEAT, FOR, FOR_EACH, USE, TRY))
#: What ends a structure, and what begins another part of one.
_ENDS = frozenset((END_IF, END_CASE, END_WHILE, UNTIL, END_FOR, END_FOR_EACH, END_USE, END_TRY))
_PARTS = frozenset((ELSE, CATCH, COLON))
_START, _FINAL = dict(STARTS)["unit"], dict(ENDS)["unit"]
#: A line of its own behind the text: it shows whether the last line goes on.
_PROBE = "\n$probe"
_STRING_REST = re.compile(r'"(?:[^"\\\r\n]|\\(?:[ \t]*(?:\r\n|\r|\n)|[^\r\n]))*+\\?').match
_OPENED = {'"': STRING, "/": COMMENT, "b": SQL_LINES, "d": SQL_LINES}


@dataclass(frozen=True)
class Look:
    """What a look at a text says: its ``state``, what is ``inside``, and how ``deep`` the next line stands."""

    state: str
    inside: str = ""
    deep: int = 0


def _entered_by() -> list[int]:
    """The terminal that leads to each state, -1 where none does."""
    found = [-1] * len(ACTIONS)
    for actions in ACTIONS:
        for terminal, action in actions.items():
            if action > 0:
                found[action - 1] = terminal
    return found


_ENTERED_BY = _entered_by()
_SHAPES = [(left, length) for left, length, *_ in RULES]
Stack = tuple[int, ...]


class Completeness:
    """Looks at texts that grow.

    Parameters
    ----------
    words: gives the names that a text may use.
    french: gives those of a French text; without it, every text is read in English.
    """

    def __init__(
        self, words: Callable[[], Vocabulary], french: Callable[[str], Vocabulary | None] | None = None
    ) -> None:
        self._words = words
        self._french = french
        self._vocabulary: Vocabulary | None = None
        self._text = ""
        #: Where lines begin behind which nothing is open but structures, and the stacks of the parser there.
        self._places: list[int] = [0]
        self._stacks: list[Stack] = [(_START,)]

    def look(self, text: str) -> Look:
        """Whether *text* is complete."""
        french = None if self._french is None else self._french(text)
        if french is not None:
            from grammar.french import readable

            self._forget()
            found = self._look(readable(text), french)
            self._forget()
            if found.state != WRONG:
                return found
        words = self._words()
        if words is not self._vocabulary:
            self._forget()
            self._vocabulary = words
        return self._look(text, words)

    def indentation(self, before: str, line: str) -> tuple[int, int]:
        """How deep the *line* stands behind the text *before* as it is being typed, and how deep it is to stand."""
        inside = self.look(before).deep
        words = None if self._french is None else self._french(before + line)
        try:
            first = tokenize(line, words or self._vocabulary or self._words(), [])[0][0]
        except SyntaxProblem:
            return inside, inside
        if first not in _ENDS and first not in _PARTS:
            return inside, inside
        return inside, self.look(before + line).deep - (first in _PARTS)

    def _forget(self) -> None:
        self._text = ""
        del self._places[1:], self._stacks[1:]

    def _look(self, text: str, words: Vocabulary) -> Look:
        place, stack = self._resume(text)
        rest = text[place:]
        try:
            tokens = tokenize(rest + _PROBE, words, [])
        except SyntaxProblem as problem:
            inside = _left_open(rest, problem.start)
            if not inside:
                return Look(WRONG)
            return self._open_end(tokenize(rest[: problem.start], words, []), list(stack), inside)
        probe = next((i for i, token in enumerate(tokens) if token[2] > len(rest)), -1)
        if probe < 0 or tokens[probe][2:] != (len(rest) + 1, len(rest) + len(_PROBE)):
            # The last line swallows the next one: a comment that goes on.
            return self._open_end(tokens, list(stack), CONTINUED)
        if probe and tokens[probe - 1][0] != NEWLINE:
            return self._open_end(tokens[:probe], list(stack), CONTINUED)
        return self._whole([*tokens[:probe], tokens[-1]], list(stack), place, len(text))

    def _resume(self, text: str) -> tuple[int, Stack]:
        """The last kept place up to which *text* is what it was; what was kept behind it is forgotten."""
        known = bisect_right(
            self._places, -1, key=lambda place: -1 if text.startswith(self._text[:place]) else 0
        )
        del self._places[known:], self._stacks[known:]
        self._text = text
        return self._places[-1], self._stacks[-1]

    def _open_end(self, tokens: Sequence[Token], stack: list[int], inside: str) -> Look:
        """A text that ends inside of something: incomplete, unless it is wrong before."""
        for terminal, _, start, end in tokens:
            if terminal == END or (terminal == NEWLINE and start == end):
                break  # the end of what was read, not of a line
            if not _shift(stack, terminal):
                return Look(WRONG)
        return Look(INCOMPLETE, inside, _depth(stack))

    def _whole(self, tokens: Sequence[Token], stack: list[int], place: int, size: int) -> Look:
        """A text whose last line does not go on."""
        last = len(tokens) - 2
        for number, (terminal, _, _, end) in enumerate(tokens):
            if terminal == END:
                if _ends(stack):
                    return Look(COMPLETE)
                return Look(INCOMPLETE, "", _depth(stack))
            if not _shift(stack, terminal):
                if terminal == NEWLINE and number == last and _in_brackets(stack):
                    return Look(INCOMPLETE, BRACKET, _depth(stack))
                return Look(WRONG)
            if terminal == NEWLINE and place + end <= size:
                self._places.append(place + end)
                self._stacks.append(tuple(stack))
        return Look(WRONG)


def _shift(stack: list[int], terminal: int) -> bool:
    """Takes *terminal* onto the *stack*, if the grammar allows it."""
    while (action := ACTIONS[stack[-1]].get(terminal, 0)) < 0:
        left, length = _SHAPES[-1 - action]
        if length:
            del stack[-length:]
        stack.append(GOTOS[stack[-1]][left])
    if action > 0:
        stack.append(action - 1)
    return action > 0


def _ends(stack: list[int]) -> bool:
    """Whether the text may end here."""
    stack = list(stack)
    while (action := ACTIONS[stack[-1]].get(END, 0)) < 0:
        left, length = _SHAPES[-1 - action]
        if length:
            del stack[-length:]
        state = GOTOS[stack[-1]][left]
        if state == _FINAL:
            return True
        stack.append(state)
    return False


def _in_brackets(stack: list[int]) -> bool:
    """Whether a bracket is open on the last line."""
    return any(_ENTERED_BY[state] in _BRACKETS for state in stack)


def _depth(stack: list[int]) -> int:
    """How many structures are open; a branch of a Case of is one, too."""
    deep = structure = 0
    for state in stack:
        terminal = _ENTERED_BY[state]
        if terminal in _STRUCTURES:
            structure = terminal
            deep += 1
        elif terminal == COLON or (terminal == ELSE and structure == CASE_OF):
            deep += 1
    return deep


def _left_open(text: str, start: int) -> str:
    """What begins at *start* and has no end in *text*; an empty text when that is not it."""
    inside = _OPENED.get(text[start : start + 1].lower(), "")
    if inside == STRING:
        string = _STRING_REST(text, start)
        # A text ends with its line: what is open further up stays so, whatever follows.
        return STRING if string is not None and string.end() == len(text) else ""
    return inside
