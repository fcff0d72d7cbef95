"""Expressions as what their surroundings want: a value to keep, a condition, a list, an argument."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .kinds import Code
from .pointers import can_point_to, pointer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdlib4d.registry import Declaration

    from .frame import Frame


def value(frame: Frame, node: n.Node) -> ast.expr:
    """The code for *node* as a value to keep or pass on."""
    code = frame.expression(node)
    former = frame.at(node)
    expr = frame.plain(code)
    frame.position = former
    return expr


def condition(frame: Frame, node: n.Expression) -> ast.expr:
    """The code for *node* as the test of a structure: undefined is false."""
    code = frame.expression(node)
    if code.kind == k.BOOLEAN:
        return code.expr
    former = frame.at(node)
    if code.kind == k.ANY:
        first, again = frame.split(code.expr)
        test: ast.expr = frame.choose(frame.is_class(first, ".bool"), again(), frame.call(".truth", again()))
    else:
        test = frame.call(".truth", code.expr)
    frame.position = former
    return test


def list_of(frame: Frame, items: list[Code]) -> Code:
    made: ast.expr = ast.List([frame.plain(item) for item in items], ast.Load(), **frame.position)
    if any(item.kind not in k.STORABLE for item in items):
        made = frame.call(".elements", made)
    return Code(made, k.COLLECTION, exact=True)


def object_of(frame: Frame, pairs: Iterable[tuple[str, n.Expression]]) -> Code:
    keys: list[ast.expr | None] = []
    values: list[ast.expr] = []
    sure = True
    for name, item in pairs:
        code = frame.expression(item)
        sure = sure and code.kind in k.STORABLE
        keys.append(frame.constant(name))
        values.append(frame.plain(code))
    made: ast.expr = ast.Dict(keys, values, **frame.position)
    return Code(made if sure else frame.call(".without_undefined", made), k.OBJECT, exact=True)


def bare(frame: Frame, node: n.Bare) -> ast.expr:
    return frame.name({"*": ".star", ">": ".greater", "<": ".less_sign"}.get(node.symbol, ".star"))


#: The commands that make an object where their variable has none: OB SET and OB SET NULL.
CREATING = frozenset((1220, 1233))


def _created(frame: Frame, declaration: Declaration, node: n.Node) -> ast.expr | None:
    """The object in a variable, made where there is none yet; ``None`` where *node* is not one for objects."""
    check = f"k.{declaration.number}"
    frame.uses[check] = declaration
    if isinstance(node, n.Local):
        variable = frame.scope.local(node.name, node)
        if variable.kind not in (k.OBJECT, k.ANY) or variable.class_name:
            return None
        variable.assigned = True
        own = frame.expression(node).expr
        made: ast.expr = frame.walrus(variable.python, frame.call(".object_or_new", own))
    elif isinstance(node, (n.Name, n.Interprocess)) and can_point_to(frame, node):
        own = frame.expression(node).expr
        made = frame.call(".made_object", pointer(frame, node))
    elif isinstance(node, (n.Dereference, n.Element)):
        return frame.call(check, frame.call(".made_object", pointer(frame, node)), frame.constant(0))
    else:
        return None
    return frame.choose(frame.is_class(own, ".dict"), own, frame.call(check, made, frame.constant(0)))


def checked(frame: Frame, declaration: Declaration, index: int, node: n.Node | None) -> ast.expr:
    """An argument of a command, checked against its declaration unless its kind already fits."""
    types = declaration.parameter(index).types
    # A parameter that takes a value too gets a pointer only where there is a variable.
    only_variables = not set(types) - {"Variable", "Operator"}
    if (
        "Variable" in types
        and node is not None
        and not isinstance(node, n.Bare)
        and (only_variables or can_point_to(frame, node))
    ):
        return pointer(frame, node)
    if index == 0 and declaration.number in CREATING and node is not None:
        made = _created(frame, declaration, node)
        if made is not None:
            return made
    if node is None:
        code = Code(frame.name(".undefined"), k.UNDEFINED)
    elif isinstance(node, n.Bare):
        code = Code(bare(frame, node), k.ANY)
    else:
        code = frame.expression(node)
    expr = frame.plain(code)
    if types == ("any",):
        return expr
    if code.kind in types and code.kind in (k.TEXT, k.BOOLEAN, k.DATE, k.TIME, k.BLOB):
        return expr
    if code.kind == k.INTEGER and ("Integer" in types or "Real" in types):
        return expr
    if code.kind in k.NUMBERS and "Real" in types and "Integer" not in types:
        return expr
    former = frame.at(node) if node is not None else frame.position
    check = f"k.{declaration.number}"
    frame.uses[check] = declaration
    if types == ("Text",):
        first, again = frame.split(expr)
        slow = frame.call(check, again(), frame.constant(index))
        checked: ast.expr = frame.choose(frame.is_class(first, ".str"), again(), slow)
    else:
        checked = frame.call(check, expr, frame.constant(index))
    frame.position = former
    return checked
