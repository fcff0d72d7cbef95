"""The lines of a source on which something happens."""

from __future__ import annotations

from functools import lru_cache

from grammar import nodes as n
from grammar.source import Source, SyntaxProblem

from ..project import Project
from ..units import deeper, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@lru_cache(maxsize=200)
def statement_lines(text: str, methods: Sequence[str] = ()) -> frozenset[int]:
    """The lines (from 1) on which a statement, or the condition of one, begins; none where *text* is no English 4D.

    *methods* are the names that are project methods.
    """
    from grammar.parse import parse

    source = Source(text)
    project = Project(dict.fromkeys(methods, lambda: source))
    try:
        with deeper():
            unit = parse(source, words_of(source, project), "unit", [])
            return frozenset(source.place(start)[0] for start in _starts(unit))
    except SyntaxProblem:
        return frozenset()


def _starts(node: object) -> Iterator[int]:
    """Where the statements and conditions below *node* begin that make code."""
    if isinstance(node, n.Branch) or (isinstance(node, n.Statement) and _does_something(node)):
        yield node.start
    if isinstance(node, tuple):
        for part in node:
            if isinstance(part, tuple):
                yield from _starts(part)
    if isinstance(node, n.Repeat):
        yield node.until.start


def _does_something(node: n.Statement) -> bool:
    """Whether a statement is more than a declaration, a frame around others or the head of a class."""
    if isinstance(node, n.Var):
        return node.value is not None
    return not isinstance(node, (n.Declare, n.Case, n.Try, n.Repeat, n.Extends, n.Properties, n.Alias))
