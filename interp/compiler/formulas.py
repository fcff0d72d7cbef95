"""Formulas: expressions that become functions (commands/formula.md)."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .kinds import Code
from .operations import BINARY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .frame import Frame


def formula(frame: Frame, node: n.Node, arguments: tuple[n.Node | None, ...], name: str = "Formula") -> Code:
    """``Formula(expression)``: the values of local variables are copied when it is made."""
    body = arguments[0] if len(arguments) == 1 else None
    if body is None or isinstance(body, n.Bare):
        frame.error("argument-count", f"{name}: an expression is wanted", node)
        return Code(frame.constant(None), k.ANY)
    text = frame.constant(frame.source.text[body.start : body.end])
    if isinstance(body, n.Name) and frame.library.is_method(body.name):
        # A method alone gets whatever the formula is called with.
        method = frame.call(".method_function", frame.name(".run"), frame.constant(body.name))
        return Code(frame.call(".function", text, method), k.OBJECT)
    captured = sorted({name for name in _locals(body) if not name.isdecimal()})
    variables = [frame.scope.local(name, body) for name in captured]
    names = [".this", ".arguments", *[variable.python for variable in variables]]
    signature = ast.arguments(
        [],
        [ast.arg(name, None, None, **frame.position) for name in names],
        None,
        [],
        [],
        None,
        [frame.name(variable.python) for variable in variables],
    )
    frame.formulas += 1
    code = frame.expression(body)
    result = frame.plain(code)
    frame.formulas -= 1
    function = ast.Lambda(signature, result, **frame.position)
    return Code(frame.call(".function", text, function), k.OBJECT)


def _locals(node: object) -> Iterator[str]:
    if isinstance(node, n.Local):
        yield node.name.lower()
    elif isinstance(node, tuple):
        for part in node:
            yield from _locals(part)


def assignment_expression(frame: Frame, node: n.Assignment) -> Code:
    """An assignment inside a formula or a Try; its value is nothing."""
    target = node.target
    while isinstance(target, n.Paren):
        target = target.inner
    owner: ast.expr
    key: ast.expr
    if isinstance(target, n.Member):
        owner, key, put, get = (
            frame.expression(target.object).expr,
            frame.constant(target.name),
            ".put",
            ".get",
        )
    elif isinstance(target, n.Index):
        owner, key = frame.expression(target.object).expr, frame.expression(target.index).expr
        put, get = ".put_index", ".index"
    elif isinstance(target, (n.Local, n.Name, n.Interprocess)):
        return _to_variable(frame, node, target)
    else:
        frame.error("not-assignable", "this cannot be assigned to in a formula", target)
        return Code(frame.constant(None), k.ANY)
    first, again = frame.split(owner)
    if node.operator == ":=":
        made = frame.plain(frame.expression(node.value))
        return Code(frame.call(put, first, key, made), k.UNDEFINED)
    key_first, key_again = frame.split(key)
    current = Code(frame.call(get, again(), key_again()), k.ANY)
    symbol = node.operator[0]
    made = frame.plain(BINARY[symbol](frame, symbol, current, frame.expression(node.value)))
    return Code(frame.call(put, first, key_first, made), k.UNDEFINED)


def _to_variable(frame: Frame, node: n.Assignment, target: n.Local | n.Name | n.Interprocess) -> Code:
    code = frame.expression(node.value)
    if node.operator != ":=":
        symbol = node.operator[0]
        code = BINARY[symbol](frame, symbol, frame.expression(target), code)
    if isinstance(target, n.Local):
        variable = frame.scope.local(target.name, target)
        return Code(frame.walrus(variable.python, frame.plain(code)), k.ANY)
    if isinstance(target, n.Interprocess):
        name = "<>" + target.name.lower()
    else:
        name = frame.scope.process_variable(target.name, target).python
    frame.process.add(name)
    store = frame.call(".set_process", frame.name(".run"), frame.constant(name), frame.plain(code))
    return Code(store, k.UNDEFINED)
