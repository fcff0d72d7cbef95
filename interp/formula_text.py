"""The text of a formula with the names of commands and constants as 4D spells them; only imported when asked for."""

from __future__ import annotations

from grammar import nodes as n
from grammar.parse import parse
from grammar.source import Source, SyntaxProblem
from stdlib4d.tokens import CONSTANT_TOKENS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grammar.words import Vocabulary


def normal_form(
    text: str, words: Vocabulary, command_name: Callable[[int | None], str], tokens: bool
) -> tuple[str, str]:
    """The formula *text*, its names followed by their numbers with *tokens*, and what is wrong with it."""
    words.tokens = CONSTANT_TOKENS
    try:
        tree = parse(Source(text, "<formula>"), words, "expression", [])
    except SyntaxProblem as problem:
        return text, problem.message
    numbers = {name.lower(): token for token, name in CONSTANT_TOKENS.items()} if tokens else {}
    made = text
    for node in sorted(_named(tree), key=lambda node: node.start, reverse=True):
        if isinstance(node, n.Command):
            name = command_name(node.number) or node.name
            token = f":C{node.number}" if tokens else ""
        else:
            name = node.name
            found = numbers.get(name.lower())
            token = f":{found}" if found else ""
        made = made[: node.start] + name + token + made[node.end :]
    return made, ""


def _named(node: object) -> Iterator[n.Command | n.Constant]:
    if isinstance(node, (n.Command, n.Constant)):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _named(part)
