"""What to say of a token that the grammar does not allow: in 4D's words, with what was expected."""

from __future__ import annotations

from .source import SyntaxProblem
from .terminals import (
    CASE_OF,
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
    LPAR,
    NEWLINE,
    OPERATOR,
    RBRACE,
    RCHAR,
    REPEAT,
    RPAR,
    RSQB,
    SEMI,
    SPOKEN,
    STRING,
    TRY,
    UNTIL,
    USE,
    WHILE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lexer import Token

_OPENERS = {
    IF: END_IF,
    CASE_OF: END_CASE,
    WHILE: END_WHILE,
    REPEAT: UNTIL,
    FOR: END_FOR,
    FOR_EACH: END_FOR_EACH,
    USE: END_USE,
    TRY: END_TRY,
}
_CLOSERS = frozenset(_OPENERS.values()) | {ELSE}


def unexpected(text: str, token: Token, expected: set[int], before: Sequence[Token] = ()) -> SyntaxProblem:
    """The error for *token*, which none of the terminals in *expected* is."""
    terminal, _, start, end = token
    found = _spoken(text, token)
    opened = _open_structure(before)
    if opened is not None and terminal in (_CLOSERS | {END}) and _OPENERS[opened[0]] != terminal:
        opener, closer = SPOKEN[opened[0]], SPOKEN[_OPENERS[opened[0]]]
        line = text.count("\n", 0, opened[2]) + 1
        if terminal == END:
            return SyntaxProblem(
                f"{opener} has no {closer}", opened[2], opened[3], hint=f"add {closer} where it ends"
            )
        return SyntaxProblem(
            f"{found} does not belong here: {opener} of line {line} is open, {closer} expected",
            start,
            end,
            hint=f"close it with {closer}",
        )
    if opened is None and terminal in _CLOSERS and before and before[-1][0] == NEWLINE:
        return SyntaxProblem(
            f"{found} without its beginning", start, end, hint="remove it, or add what it ends"
        )
    if terminal == RPAR and RPAR not in expected and not _inside(before):
        return SyntaxProblem(") without (", start, end, hint="remove it")
    if NEWLINE in expected and terminal in (STRING, COLON):
        return SyntaxProblem(f"{found} is not expected here", start, end, hint="an operator may be missing")
    wanted = _wanted(expected)
    return SyntaxProblem(
        f"{found} is not expected here" + (f": {wanted} expected" if wanted else ""), start, end
    )


def _wanted(expected: set[int]) -> str:
    """What was expected, in a few words."""
    words = []
    if STRING in expected:
        words.append("a value")
    elif OPERATOR in expected:
        words.append("an operator")
    closers = (RPAR, RSQB, RCHAR, RBRACE, SEMI, COLON, NEWLINE)
    words += [SPOKEN[t] for t in closers if t in expected]
    if not words:
        words = [SPOKEN[t] for t in sorted(expected)][:6]
    return " or ".join(words)


def _spoken(text: str, token: Token) -> str:
    terminal, _, start, end = token
    if terminal in (NEWLINE, END):
        return SPOKEN[terminal]
    return " ".join(text[start:end].split())[:60]


def _open_structure(before: Sequence[Token]) -> Token | None:
    """The innermost structure that is open behind the tokens *before*."""
    stack: list[Token] = []
    previous = NEWLINE
    for token in before:
        terminal = token[0]
        if previous == NEWLINE:
            if terminal in _OPENERS:
                stack.append(token)
            elif terminal in _CLOSERS and terminal != ELSE and stack:
                stack.pop()
        previous = terminal
    return stack[-1] if stack else None


def _inside(before: Sequence[Token]) -> bool:
    """Whether a parenthesis is open on the last line of *before*."""
    depth = 0
    for token in before:
        if token[0] == NEWLINE:
            depth = 0
        elif token[0] == LPAR:
            depth += 1
        elif token[0] == RPAR:
            depth -= 1
    return depth > 0
