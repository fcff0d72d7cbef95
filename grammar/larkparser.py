"""Parsing with Lark itself, from grammar/fourd.lark: slower, and the measure of the table that usually runs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lark import Lark, Token, Tree, UnexpectedInput
from lark.lexer import Lexer

from .build import BUILDERS
from .lexer import tokenize
from .parse import parse_tokens
from .source import Source, SyntaxProblem
from .terminals import END, TERMINALS
from .words import Vocabulary

if TYPE_CHECKING:
    from .lexer import Token as OurToken

START = ("unit", "expression")


class TokenStream(Lexer):
    """Hands Lark the tokens that our lexer made."""

    def __init__(self, _lexer_conf: Any) -> None:
        pass

    def lex(self, tokens: Any) -> Any:  # type: ignore[override]
        return iter(tokens)


def lark_tokens(tokens: list[OurToken]) -> list[Token]:
    """Our tokens as Lark's, which carry ours as their value."""
    return [Token(TERMINALS[t[0]], t, t[2], 1, 1, 1, 1, t[3]) for t in tokens if t[0] != END]


def lark_of(grammar: str, **options: Any) -> Lark:
    """Lark's parser of *grammar*."""
    return Lark(
        grammar,
        parser="lalr",
        lexer=TokenStream,
        start=list(START),
        propagate_positions=True,
        maybe_placeholders=True,
        **options,
    )


@cache
def _parser() -> Lark:
    return lark_of((Path(__file__).parent / "fourd.lark").read_text(encoding="utf-8"))


def parse_with_lark(
    source: Source, vocabulary: Vocabulary, start: str = "unit", problems: list[SyntaxProblem] | None = None
) -> Any:
    """The tree of *source*, by Lark; raises :class:`~grammar.source.SyntaxProblem`."""
    tokens = tokenize(source.text, vocabulary, problems)
    # One wording for both parsers, and one limit on the depth: the table's, which refuses the same texts.
    by_table = parse_tokens(tokens, source.text, start)
    try:
        return node_of(lark_tree(lark_tokens(tokens), start))
    except RecursionError:
        # Only the table reads code that is nested deeper than Python's stack.
        return by_table
    except UnexpectedInput as problem:
        raise SyntaxProblem(f"only Lark refuses this: {problem}", 0, 1) from problem


def lark_tree(tokens: list[Token], start: str = "unit") -> Tree[Any]:
    """Lark's own Tree of *tokens*."""
    return _parser().parse(tokens, start)


def node_of(tree: Tree[Any]) -> Any:
    """The node that stands for Lark's *tree*."""
    children = [
        node_of(child) if isinstance(child, Tree) else child.value if isinstance(child, Token) else child
        for child in tree.children
    ]
    meta = tree.meta
    start, end = (0, 0) if meta.empty else (meta.start_pos, meta.end_pos)
    return BUILDERS[tree.data](start, end, *children)
