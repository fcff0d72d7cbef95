"""Tokens to nodes, by the table that Lark computed, and errors in 4D's words."""

from __future__ import annotations

from .build import BUILDERS
from .expected import unexpected
from .lexer import tokenize
from .source import SyntaxProblem
from .table import ACTIONS, ENDS, GOTOS, RULES, STARTS
from .terminals import END

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .lexer import Token
    from .source import Source
    from .words import Vocabulary

#: How deep brackets and structures may nest: 4D allows 512 levels of structures.
MAX_DEPTH = 2000

_START = dict(STARTS)
_FINAL = dict(ENDS)

# Kinds of reductions.
_PASS, _LIST, _GROW, _BUILD, _BUILD_PLAIN = range(5)


def _compile_rules() -> list[tuple[int, int, int, Any, Any]]:
    """The rules as the loop wants them: left side, length, kind, what to do, children kept."""
    compiled: list[tuple[int, int, int, Any, Any]] = []
    for left, length, kind, builder, kept in RULES:
        if kind == "pass":
            compiled.append((left, length, _PASS, None, kept[0][0] - length))
        elif kind == "list":
            grows = bool(kept) and kept[0] == (0, True)
            rest = tuple((index - length, spliced) for index, spliced in kept[grows:])
            compiled.append((left, length, _GROW if grows else _LIST, None, rest))
        elif all(index >= 0 and not spliced for index, spliced in kept):
            offsets = tuple(index - length for index, _ in kept)
            compiled.append((left, length, _BUILD_PLAIN, BUILDERS[builder], offsets))
        else:
            offsets_kept = tuple((index - length if index >= 0 else 0, spliced) for index, spliced in kept)
            compiled.append((left, length, _BUILD, BUILDERS[builder], offsets_kept))
    return compiled


_RULES = _compile_rules()


def parse(
    source: Source, vocabulary: Vocabulary, start: str = "unit", problems: list[SyntaxProblem] | None = None
) -> Any:
    """The tree of *source*: a :class:`~grammar.nodes.Unit`, or an expression; raises :class:`SyntaxProblem`.

    Harmless problems are added to *problems*.
    """
    return parse_tokens(tokenize(source.text, vocabulary, problems), source.text, start)


def parse_tokens(tokens: Sequence[Token], text: str, start: str = "unit") -> Any:
    """The tree of *tokens*; *text* is only for messages."""
    rules, actions, gotos = _RULES, ACTIONS, GOTOS
    state = _START[start]
    final = _FINAL[start]
    states = [state]
    values: list[Any] = []
    # Where each value starts and ends.
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    token = tokens[0]
    terminal = token[0]
    while True:
        action = actions[state].get(terminal)
        if action is None:
            raise unexpected(text, token, _accepted(states), tokens[:position])
        if action > 0:
            state = action - 1
            states.append(state)
            values.append(token)
            starts.append(token[2])
            ends.append(token[3])
            position += 1
            token = tokens[position]
            terminal = token[0]
            continue
        left, length, kind, builder, kept = rules[-1 - action]
        if length == 1 and kind == _PASS:
            states.pop()
            state = gotos[states[-1]][left]
            if state == final and terminal == END:
                return values[0]
            states.append(state)
            continue
        if length:
            first, last = starts[-length], ends[-1]
            if kind == _BUILD_PLAIN:
                value = builder(first, last, *[values[i] for i in kept])
            elif kind == _PASS:
                value = values[kept]
            elif kind == _GROW:
                value = values[-length]
                for index, spliced in kept:
                    if spliced:
                        value += values[index]
                    else:
                        value.append(values[index])
            else:
                children: list[Any] = []
                for index, spliced in kept:
                    if spliced:
                        children += values[index]
                    else:
                        children.append(values[index] if index else None)
                value = children if kind == _LIST else builder(first, last, *children)
            del values[-length:], starts[-length:], ends[-length:], states[-length:]
        else:
            # Nothing was read: it stands where the text before it ends.
            first = last = ends[-1] if ends else 0
            value = builder(0, 0, *[None] * len(kept)) if builder is not None else []
        state = gotos[states[-1]][left]
        if state == final and terminal == END:
            return value
        if len(states) > MAX_DEPTH:
            raise SyntaxProblem("nested too deeply", token[2], token[3], code="too-deep")
        states.append(state)
        values.append(value)
        starts.append(first)
        ends.append(last)


def _accepted(states: list[int]) -> set[int]:
    """The terminals that can really come next: LALR tables offer some that only other contexts allow."""
    accepted = set()
    for terminal in ACTIONS[states[-1]]:
        stack = list(states)
        while (action := ACTIONS[stack[-1]].get(terminal, 0)) < 0:
            left, length = _RULES[-1 - action][:2]
            if length:
                del stack[-length:]
            stack.append(GOTOS[stack[-1]].get(left, 0))
        if action > 0:
            accepted.add(terminal)
    return accepted
