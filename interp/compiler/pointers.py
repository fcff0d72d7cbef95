"""Pointers: to variables, elements and properties (Concepts/pointer.md)."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .kinds import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .frame import Frame


def pointer_to(frame: Frame, node: n.PointerTo) -> Code:
    """``->target``."""
    return Code(pointer(frame, node.target), k.ANY)


def can_point_to(frame: Frame, target: n.Node) -> bool:
    """Whether there are pointers to what *target* names."""
    while isinstance(target, n.Paren):
        target = target.inner
    if isinstance(target, n.Name):
        return not frame.library.is_method(target.name)
    return isinstance(target, (n.Local, n.Interprocess, n.Dereference, n.Element, n.Member, n.Index))


def pointer(frame: Frame, target: n.Node) -> ast.expr:
    """A pointer to what *target* names."""
    while isinstance(target, n.Paren):
        target = target.inner
    if isinstance(target, n.Local):
        variable = frame.scope.local(target.name, target)
        variable.assigned = True
        frame.pointed.setdefault(variable.python, variable)
        return frame.name(pointer_name(variable.python))
    if isinstance(target, n.Name) and not frame.library.is_method(target.name):
        variable = frame.scope.process_variable(target.name, target)
        variable.assigned = True
        frame.process.add(variable.python)
        convert = () if variable.kind == k.ANY else (frame.name(".to_" + variable.kind),)
        return frame.call(".process_pointer", frame.name(".run"), frame.constant(variable.python), *convert)
    if isinstance(target, n.Interprocess):
        name = "<>" + target.name.lower()
        frame.process.add(name)
        return frame.call(".process_pointer", frame.name(".run"), frame.constant(name))
    if isinstance(target, n.Dereference):
        return frame.expression(target.object).expr
    if isinstance(target, n.Element):
        place = frame.as_kind(frame.expression(target.index), k.INTEGER, "{…}")
        name = _variable_name(target.object)
        if name:
            owner = frame.expression(target.object).expr
            return frame.call(".element_pointer", owner, place, frame.constant(name))
        return frame.call(".inner_pointer", pointer(frame, target.object), place)
    if isinstance(target, n.Member):
        owner = frame.expression(target.object).expr
        return frame.call(".property_pointer", owner, frame.constant(target.name))
    if isinstance(target, n.Index):
        return frame.call(
            ".property_pointer", frame.expression(target.object).expr, frame.expression(target.index).expr
        )
    if isinstance(target, (n.Field, n.CollectionLiteral)):
        # `->[Table]Field`, and `->[Table]`, which cannot be a collection here.
        frame.no_database(target, frame.source.text[target.start : target.end])
        return frame.constant(None)
    frame.error("no-pointer", "there is no pointer to this", target, hint="point to a variable or an element")
    return frame.constant(None)


def _variable_name(target: n.Node) -> str:
    """The variable that *target* is, as RESOLVE POINTER spells it; an empty text where it is none."""
    if isinstance(target, n.Local):
        return "$" + target.name
    if isinstance(target, n.Interprocess):
        return "<>" + target.name
    return target.name if isinstance(target, n.Name) else ""


def pointer_name(variable: str) -> str:
    """The name of the pointer to a local variable in the generated code."""
    return f".->{variable}"


def pointers(frame: Frame) -> list[ast.stmt]:
    """What makes the pointers to local variables, one each, at the start of the function."""
    code: list[ast.stmt] = []
    none = ast.arguments([], [], None, [], [], None, [])
    for name, variable in frame.pointed.items():
        own = frame.name(name)
        setter = f".:={name}"
        value = Code(frame.name(".value"), k.ANY)
        store = frame.assign(name, frame.as_kind(value, variable.kind, variable.title))
        body: list[ast.stmt] = [ast.Nonlocal([name], **frame.position), store]
        signature = ast.arguments(
            [], [ast.arg(".value", None, None, **frame.position)], None, [], [], None, []
        )
        code.append(ast.FunctionDef(setter, signature, body, [], None, None, **frame.position))
        getter = ast.Lambda(none, own, **frame.position)
        # The setter stands for the variable: every call of the method has one of its own.
        made = frame.call(
            ".Pointer", frame.constant(variable.title), frame.name(setter), getter, frame.name(setter)
        )
        code.append(frame.assign(pointer_name(name), made))
    return code
