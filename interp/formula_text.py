"""Formulas and methods with their names as 4D spells them; only imported when asked for."""

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
    return _spelled(text, tree, command_name, tokens), ""


def method_form(text: str, words: Vocabulary, command_name: Callable[[int | None], str]) -> str:
    """The method *text*, with blanks in declarations as 4D sets them; as it is where it cannot be read."""
    try:
        tree = parse(Source(text, "<method>"), words, "unit", [])
    except SyntaxProblem:
        return text
    return _spelled(text, tree, command_name, False)


def _spelled(text: str, tree: n.Node, command_name: Callable[[int | None], str], tokens: bool) -> str:
    numbers = {name.lower(): token for token, name in CONSTANT_TOKENS.items()} if tokens else {}
    made = text
    for node in sorted(_named(tree), key=lambda node: node.start, reverse=True):
        if isinstance(node, n.Declare):
            # What has comments in it stays.
            if "/" in made[node.start : node.end]:
                continue
            name, token = _declaration(node), ""
        elif isinstance(node, n.Command):
            name = command_name(node.number) or node.name
            token = f":C{node.number}" if tokens else ""
        else:
            name = node.name
            found = numbers.get(name.lower())
            token = f":{found}" if found else ""
        made = made[: node.start] + name + token + made[node.end :]
    return made


def _declaration(node: n.Declare) -> str:
    parameters = "; ".join(_typed(parameter.name, parameter.type) for parameter in node.parameters)
    made = f"#DECLARE({parameters})"
    if node.result is None:
        return made
    name = node.result.name
    return made + (_typed("", node.result.type) if name is None else " -> " + _typed(name, node.result.type))


def _typed(name: str, type: n.Type | None) -> str:
    shown = name if name in ("", "...") or name.startswith("$") else "$" + name
    return shown if type is None else f"{shown} : {type.name}"


def _named(node: object) -> Iterator[n.Command | n.Constant | n.Declare]:
    if isinstance(node, (n.Command, n.Constant, n.Declare)):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _named(part)
