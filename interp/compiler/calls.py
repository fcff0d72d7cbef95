"""Calls of commands, project methods and functions of objects."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .classes import SUPER, check_class, native_class, super_function
from .frame import is_simple
from .intrinsics import INTRINSICS
from .kinds import Code
from .scope import declaration_of
from .values import bare, checked, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .frame import Frame

    Arguments = tuple[n.Node | None, ...]


def command(frame: Frame, node: n.Command) -> Code:
    return _call_command(frame, node, node, ())


def call(frame: Frame, node: n.Call) -> Code:
    callee = node.callee
    if isinstance(callee, n.Command):
        return _call_command(frame, node, callee, node.arguments)
    if isinstance(callee, n.Name):
        return call_method(frame, node, callee.name, node.arguments)
    if isinstance(callee, n.Member):
        class_ = native_class(callee.object) if callee.name == "new" else None
        if class_ is not None and not check_class(frame, "4D." + class_, callee.object):
            return Code(frame.constant(None), k.ANY)
        if isinstance(callee.object, n.Command) and callee.object.number in SUPER:
            return super_function(frame, node, callee.name, node.arguments)
        owner = frame.expression(callee.object)
        return _call_member(frame, node, owner, callee.name)
    if isinstance(callee, n.Index):
        owner = frame.expression(callee.object)
        name = frame.as_kind(frame.expression(callee.index), k.TEXT, "[…]")
        arguments = _arguments(frame, node.arguments)
        return Code(frame.call(".call_member", frame.name(".run"), owner.expr, name, *arguments), k.ANY)
    frame.error("not-callable", "this is not a method or a command", callee)
    return Code(frame.constant(None), k.ANY)


def _call_member(frame: Frame, node: n.Call, owner: Code, name: str) -> Code:
    arguments = _arguments(frame, node.arguments)
    call = frame.call(".call_member", frame.name(".run"), owner.expr, frame.constant(name), *arguments)
    return Code(call, k.ANY)


def is_push(node: n.Node) -> bool:
    """Whether *node* is ``collection.push(item)``, the most used function of all."""
    return (
        isinstance(node, n.Call)
        and isinstance(node.callee, n.Member)
        and node.callee.name == "push"
        and len(node.arguments) == 1
        and isinstance(node.arguments[0], n.Expression)
        and native_class(node.callee) is None
    )


def push(frame: Frame, node: n.Expression) -> list[ast.stmt]:
    """``collection.push(item)`` as a statement, inline."""
    assert isinstance(node, n.Call) and isinstance(node.callee, n.Member) and node.arguments[0] is not None
    owner = frame.expression(node.callee.object)
    item = frame.expression(node.arguments[0])
    statements: list[ast.stmt] = []
    operands: list[ast.expr] = []
    for expr in (owner.expr, frame.plain(item)):
        if is_simple(expr):
            operands.append(expr)
        else:
            temporary = frame.temporary()
            statements.append(frame.assign(temporary, expr))
            operands.append(frame.name(temporary))
    collection, pushed = operands
    tests = [] if owner.certainly(k.COLLECTION) else [frame.is_class(collection, ".list")]
    if item.kind not in k.STORABLE:
        tests.append(frame.is_plain(pushed))
    method = ast.Attribute(collection, "append", ast.Load(), **frame.position)
    fast = frame.statement(frame.call(method, pushed))
    if not tests:
        return [*statements, fast]
    former = frame.at(node)
    slow = frame.call(".call_member", frame.name(".run"), collection, frame.constant("push"), pushed)
    fallback = frame.statement(slow)
    frame.position = former
    return [*statements, ast.If(frame.both(*tests), [fast], [fallback], **frame.position)]


def _arguments(frame: Frame, nodes: tuple[n.Node | None, ...]) -> list[ast.expr]:
    """The arguments of a method or of a function of a class."""
    return [
        frame.name(".undefined")
        if node is None
        else bare(frame, node)
        if isinstance(node, n.Bare)
        else value(frame, node)
        for node in nodes
    ]


def call_method(frame: Frame, node: n.Node, name: str, arguments: Arguments) -> Code:
    if not frame.library.is_method(name):
        frame.unknown_name(node)
    kind = frame.own_result(name)
    direct = _direct_call(frame, name, arguments)
    if direct is not None:
        return Code(direct, kind)
    # The session links one function for each number of arguments: see Session.
    python = f"m.{name.lower()}/{len(arguments)}"
    frame.methods[python] = (name, len(arguments))
    return Code(frame.call(python, *_arguments(frame, arguments)), kind)


def _direct_call(frame: Frame, name: str, arguments: Arguments) -> ast.expr | None:
    """A call of the method that is being compiled: its parameters are known, and converted by the caller."""
    parameters = frame.parameters
    if name.lower() != frame.unit_name.lower() or parameters is None or len(arguments) > len(parameters):
        return None
    if not all(isinstance(argument, n.Expression) for argument in arguments):
        return None
    given: list[ast.expr] = []
    for parameter, argument in zip(parameters, arguments, strict=False):
        assert argument is not None
        code = frame.expression(argument)
        what = f"{frame.unit_name}: ${parameter.name}"
        plain = Code(frame.plain(code), code.kind, code.bounds)
        given.append(frame.as_kind(plain, parameter.kind, what))
    given += [frame.default(parameter.kind) for parameter in parameters[len(given) :]]
    frame.direct = True
    return frame.call(frame.direct_name, *given)


def _call_command(frame: Frame, node: n.Node, command: n.Command, arguments: Arguments) -> Code:
    intrinsic = INTRINSICS.get(command.number)
    if intrinsic is not None:
        code = intrinsic(frame, node, arguments)
        if code is not None:
            return code
    declaration = declaration_of(frame.library.find_command, command.number, arguments)
    if declaration is None:
        name = frame.library.command_name(command.number) or command.name
        frame.error("not-in-subset", f"{name} is a command that this interpreter does not have", command)
        return Code(frame.constant(None), k.ANY)
    problem = declaration.check_count(len(arguments))
    if problem:
        frame.error("argument-count", problem, node, hint=f"syntax: {declaration.syntax}")
        return Code(frame.constant(None), k.ANY)
    use = f"c.{declaration.number}"
    frame.uses[use] = declaration
    given: list[ast.expr] = [frame.name(".run")] if declaration.takes_run else []
    for index, argument in enumerate(arguments):
        given.append(checked(frame, declaration, index, argument))
    return Code(frame.call(use, *given), k.kind_of_result(declaration.result))
