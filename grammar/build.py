"""What each rule of the grammar builds: alias of the rule to a function of span and children.

Both parsers use this table, so their trees can only differ where their tables do. Children are nodes,
:class:`~grammar.lexer.Token` tuples (kind, value, start, end), tuples of nodes, or ``None`` for an optional part
that is absent.
"""

from __future__ import annotations

from . import nodes as n
from .terminals import INTERPROCESS, LOCAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .lexer import Token

    Builder = Callable[..., Any]


def _value(node: Callable[..., Any]) -> Builder:
    """A node whose one field is the value of its token."""
    return lambda start, end, token: node(start, end, token[1])


def _pair_value(node: Callable[..., Any]) -> Builder:
    """A node whose token carries a pair of fields."""
    return lambda start, end, token: node(start, end, token[1][0], token[1][1])


def _text(token: Token | None) -> Any:
    if token is None:
        return None
    value = token[1]
    return value[1] if value.__class__ is tuple else value


def _chain(start: int, end: int, first: Any, *rest: Any) -> n.Chain:
    return n.Chain(start, end, first, tuple(zip(rest[::2], rest[1::2], strict=True)))


def _type(start: int, end: int, first: Token, *members: Token) -> n.Type:
    return n.Type(start, end, ".".join([_text(first), *(m[1] for m in members)]))


def _not_none(*items: Any) -> tuple[Any, ...]:
    return tuple(item for item in items if item is not None)


def _assignment(start: int, end: int, target: Any, operator: Token, value: Any) -> n.Assignment:
    return n.Assignment(start, end, target, operator[1], value)


def _var(start: int, end: int, names: Any, type_: Any, _assign: Token | None, value: Any = None) -> n.Var:
    return n.Var(start, end, names, type_, value)


def _name(token: Any) -> n.Expression:
    if isinstance(token, n.Indirection):
        return token
    start, end = token[2], token[3]
    if token[0] == LOCAL:
        return n.Local(start, end, token[1])
    if token[0] == INTERPROCESS:
        return n.Interprocess(start, end, token[1])
    return n.Name(start, end, _text(token))


def _property(start: int, end: int, name: Token, type_: Any, _assign: Token | None, value: Any) -> n.Property:
    # A dollar sign belongs to the name of a property, not to that of a variable.
    spelled = f"${name[1]}" if name[0] == LOCAL else _text(name)
    return n.Property(start, end, spelled, type_, value)


def _head(inline: bool) -> Builder:
    def build(start: int, end: int, test: Any, statement: Any = None) -> tuple[Any, ...]:
        return test, (() if statement is None else (statement,)), inline

    return build


def _branch(start: int, end: int, head: Any, block: Any) -> n.Branch:
    test, before, inline = head
    return n.Branch(start, end, test, before + block, inline)


def _with_branch(node: Callable[..., Any]) -> Builder:
    def build(start: int, end: int, head: Any, block: Any, *more: Any) -> Any:
        return node(start, end, _branch(head[0].start, _end(block, head), head, block), *more)

    return build


def _end(block: Any, head: Any) -> int:
    end: int = (block[-1] if block else head[1][-1] if head[1] else head[0]).end
    return end


def _for(
    start: int, end: int, counter: Any, first: Any, last: Any, step: Any, follow: Any, block: Any
) -> n.For:
    return n.For(start, end, counter, first, last, step, follow + block)


def _for_each(
    start: int, end: int, item: Any, source: Any, begin: Any, stop: Any, until: Any, follow: Any, block: Any
) -> n.ForEach:
    return n.ForEach(start, end, item, source, begin, stop, until, follow + block)


def _result(start: int, end: int, name: Any, type_: Any) -> n.Result:
    return n.Result(start, end, _text(name), type_)


def _unit(_start: int, _end: int, block: Any, *functions: Any) -> n.Unit:
    parts = block + functions
    return n.Unit(parts[0].start if parts else 0, parts[-1].end if parts else 0, block, functions)


def _function(start: int, end: int, head: Token, parameters: Any, result: Any, block: Any) -> n.Function:
    return n.Function(start, end, head[1], parameters or (), result, block)


def _pair(start: int, end: int, key: Token, value: Any) -> tuple[str, Any]:
    return key[1], value


def _member(start: int, end: int, owner: Any, name: Token) -> n.Member:
    return n.Member(start, end, owner, name[1])


def _pointed(start: int, end: int, owner: Any, name: Token) -> n.Member:
    return n.Member(start, end, n.Dereference(start, name[2] + 2, owner), name[1])


BUILDERS: dict[str, Builder] = {
    "unit": _unit,
    "expression": lambda start, end, value: value,
    "function": _function,
    "parameters": lambda start, end, *items: _not_none(*items),
    "parameter": lambda start, end, name, type_: n.Parameter(start, end, _text(name), type_),
    "result": _result,
    "result_type": lambda start, end, type_: n.Result(start, end, None, type_),
    "type": _type,
    "block": lambda start, end, *statements: statements,
    "expression_statement": n.ExpressionStatement,
    "assignment": _assignment,
    "var": _var,
    "names": lambda start, end, *tokens: tuple(map(_name, tokens)),
    "return_statement": n.Return,
    "break_statement": n.Break,
    "continue_statement": n.Continue,
    "declare": lambda start, end, parameters, result: n.Declare(start, end, parameters or (), result),
    "properties": lambda start, end, *items: n.Properties(start, end, items),
    "property": _property,
    "extends": _value(n.Extends),
    "alias": _value(n.Alias),
    "sql": _value(n.Sql),
    "if_statement": _with_branch(n.If),
    "case_statement": lambda start, end, *parts: n.Case(start, end, parts[:-1], parts[-1]),
    "while_statement": _with_branch(n.While),
    "repeat_statement": n.Repeat,
    "for_statement": _for,
    "for_each_statement": _for_each,
    "use_statement": _with_branch(n.Use),
    "try_statement": n.Try,
    "case": _branch,
    "else_part": lambda start, end, follow, block: follow + block,
    "while_condition": lambda start, end, test: n.LoopCondition(start, end, test, False),
    "until_condition": lambda start, end, test: n.LoopCondition(start, end, test, True),
    "head": _head(False),
    "head_inline": _head(True),
    "follow": lambda start, end, statement: () if statement is None else (statement,),
    "nothing": lambda start, end: None,
    "ternary": n.Ternary,
    "chain": _chain,
    "operator": lambda start, end, token: n.Operator(start, end, token[1]),
    "negate": lambda start, end, _minus, operand: n.Negate(start, end, operand),
    "pointer_to": n.PointerTo,
    "member": _member,
    "pointed": _pointed,
    "index": n.Index,
    "character": n.Character,
    "element": n.Element,
    "dereference": n.Dereference,
    "call": n.Call,
    "number": _value(n.Number),
    "string": _value(n.String),
    "date": lambda start, end, token: n.DateLiteral(start, end, *token[1]),
    "time": _value(n.TimeLiteral),
    "local": _value(n.Local),
    "interprocess": _value(n.Interprocess),
    "name": _value(n.Name),
    "command": _pair_value(n.Command),
    "constant": _pair_value(n.Constant),
    "field": _value(n.Field),
    "indirection": n.Indirection,
    "try_expression": n.TryExpression,
    "object_literal": lambda start, end, *pairs: n.ObjectLiteral(start, end, _not_none(*pairs)),
    "collection_literal": lambda start, end, *items: n.CollectionLiteral(start, end, _not_none(*items)),
    "paren": n.Paren,
    "pair": _pair,
    "arguments": lambda start, end, *items: () if items == (None,) else items,
    "bare": lambda start, end, token: n.Bare(start, end, token[1]),
    "conjunction": lambda start, end, token, condition: n.Conjunction(start, end, token[1], condition),
}
