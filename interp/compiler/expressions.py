"""Expressions of the tree to expressions of Python's syntax tree."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n
from grammar.source import SyntaxProblem

from . import kinds as k
from .calls import call, call_method, command
from .classes import class_value, native_class
from .formulas import assignment_expression
from .frame import is_simple
from .kinds import Code
from .operations import BINARY, literal_text, negate, truthy
from .pointers import pointer_to
from .values import list_of, object_of, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import Frame

    Arguments = tuple[n.Node | None, ...]

#: How deep expressions may nest.
MAX_DEPTH = 500


def expression(frame: Frame, node: n.Node) -> Code:
    """The code for *node*, placed at *node*."""
    former = frame.at(node)
    frame.depth += 1
    if frame.depth > MAX_DEPTH:
        raise SyntaxProblem("the expression is nested too deeply", node.start, node.end, code="too-deep")
    code = _HANDLERS[type(node)](frame, node)
    frame.depth -= 1
    frame.position = former
    return code


# ------------------------------------------------------------------ literals and names


def _number(frame: Frame, node: n.Number) -> Code:
    if isinstance(node.value, int):
        return Code(frame.constant(node.value), k.INTEGER, (node.value, node.value))
    return Code(frame.constant(node.value), k.REAL)


def _string(frame: Frame, node: n.String) -> Code:
    return Code(frame.constant(node.value), k.TEXT)


def _date(frame: Frame, node: n.DateLiteral) -> Code:
    if not node.year:
        return Code(frame.name(".null_date"), k.DATE)
    parts = [frame.constant(part) for part in (node.year, node.month, node.day)]
    return Code(frame.call(".date", *parts), k.DATE)


def _time(frame: Frame, node: n.TimeLiteral) -> Code:
    return Code(frame.call(".Time", frame.constant(node.seconds)), k.TIME)


def _local(frame: Frame, node: n.Local) -> Code:
    if frame.formulas and node.name.isdecimal():
        number = frame.constant(int(node.name))
        return Code(frame.call(".formula_parameter", frame.name(".arguments"), number), k.ANY)
    variable = frame.scope.local(node.name, node)
    if not variable.assigned and variable.first is node:
        frame.warn(
            "undefined-variable",
            f"${node.name} is read but never given a value",
            node,
            hint="declare it with var, or check its spelling",
        )
    return frame.read(variable)


def _name(frame: Frame, node: n.Name) -> Code:
    if frame.library.is_method(node.name):
        return call_method(frame, node, node.name, ())
    variable = frame.scope.process_variable(node.name, node)
    if node.name.lower() in SYSTEM_VARIABLES:
        kind = SYSTEM_VARIABLES[node.name.lower()]
        frame.process.add(variable.python)
        return Code(frame.name(variable.python), kind)
    if not variable.assigned and variable.first is node:
        frame.unknown_name(node)
    frame.process.add(variable.python)
    return Code(frame.name(variable.python), k.ANY)


#: Variables that 4D maintains (Concepts/variables.md, "System variables").
SYSTEM_VARIABLES: dict[str, str] = {
    "ok": k.ANY,
    "document": k.ANY,
    "error": k.ANY,
    "error line": k.ANY,
    "error method": k.ANY,
    "error formula": k.ANY,
    "flddelimit": k.ANY,
    "recdelimit": k.ANY,
}


def _interprocess(frame: Frame, node: n.Interprocess) -> Code:
    name = "<>" + node.name.lower()
    frame.process.add(name)
    return Code(frame.name(name), k.ANY)


def _constant(frame: Frame, node: n.Constant) -> Code:
    if node.value is None:
        frame.error("unknown-constant", f"the value of the constant {node.name} is not known", node)
        return Code(frame.constant(None), k.ANY)
    if isinstance(node.value, str):
        return Code(frame.constant(node.value), k.TEXT)
    if isinstance(node.value, int):
        return Code(frame.constant(node.value), k.INTEGER, (node.value, node.value))
    return Code(frame.constant(node.value), k.REAL)


def _paren(frame: Frame, node: n.Paren) -> Code:
    return expression(frame, node.inner)


def _field(frame: Frame, node: n.Field) -> Code:
    frame.no_database(node, node.name)
    return Code(frame.constant(None), k.ANY)


def _operator(frame: Frame, node: n.Bare | n.Conjunction) -> Code:
    # What takes one as an argument has looked at it before; the commands that query tables were refused.
    frame.error("syntax", f"{node.symbol} is not expected here: a value expected", node)
    return Code(frame.constant(None), k.ANY)


def _indirection(frame: Frame, node: n.Indirection) -> Code:
    index = frame.as_kind(expression(frame, node.index), k.INTEGER, "${…}")
    return Code(frame.call(".parameter", frame.name(".arguments"), index), k.ANY)


# ------------------------------------------------------------------ paths


def _member(frame: Frame, node: n.Member) -> Code:
    class_ = native_class(node)
    if class_ is not None:
        return class_value(frame, node, class_)
    owner = expression(frame, node.object)
    if owner.certainly(k.COLLECTION) and node.name == "length":
        return Code(frame.call(".len", owner.expr), k.INTEGER)
    if owner.kind == k.COLLECTION and node.name == "length" and not isinstance(owner.expr, ast.Constant):
        first, again = frame.split(owner.expr)
        slow = frame.call(".get", again(), frame.constant("length"))
        return Code(frame.choose(frame.is_class(first, ".list"), frame.call(".len", again()), slow), k.ANY)
    return Code(get_member(frame, owner, node.name), k.ANY)


def get_member(frame: Frame, owner: Code, name: str) -> ast.expr:
    """Reading property *name* of *owner*: inline for a plain object that has it."""
    key = frame.constant(name)
    if isinstance(owner.expr, ast.Constant):
        return frame.call(".get", owner.expr, key)
    first, again = frame.split(owner.expr)
    found = frame.subscript(again(), key)
    if owner.certainly(k.OBJECT):
        return frame.choose(frame.compare(key, ast.In(), first), found, frame.name(".undefined"))
    has = frame.both(frame.is_class(first, ".dict"), frame.compare(key, ast.In(), again()))
    return frame.choose(has, found, frame.call(".get", again(), key))


def _index(frame: Frame, node: n.Index) -> Code:
    owner = expression(frame, node.object)
    index = expression(frame, node.index)
    name = literal_text(index)
    if name is not None:
        return Code(get_member(frame, owner, name), k.ANY)
    return Code(get_element(frame, owner, index), k.ANY)


def get_element(frame: Frame, owner: Code, index: Code) -> ast.expr:
    """Reading an element: inline for an integer and a plain collection that has so many."""
    one_simple = is_simple(owner.expr) or is_simple(index.expr)
    if index.kind != k.INTEGER or not one_simple or isinstance(owner.expr, ast.Constant):
        return frame.call(".index", owner.expr, index.expr)
    tests, own, place = has_element(frame, owner, index)
    slow = frame.call(".index", own(), place())
    return frame.choose(frame.both(*tests), frame.subscript(own(), place()), slow)


def has_element(
    frame: Frame, owner: Code, index: Code
) -> tuple[list[ast.expr], Callable[[], ast.expr], Callable[[], ast.expr]]:
    """Tests that *owner* is a plain collection with an element at *index*, and both for any further use.

    At most one of them is not simple: the first test evaluates it.
    """
    own, own_again = frame.split(owner.expr)
    place, place_again = frame.split(index.expr)
    tests: list[ast.expr] = []
    if index.bounds[0] < 0 or isinstance(place, ast.NamedExpr):
        tests.append(frame.compare(place, ast.GtE(), frame.constant(0)))
    if not owner.certainly(k.COLLECTION) or isinstance(own, ast.NamedExpr):
        tests.insert(0 if isinstance(own, ast.NamedExpr) else 1, frame.is_class(own, ".list"))
    tests.append(frame.compare(place_again(), ast.Lt(), frame.call(".len", own_again())))
    return tests, own_again, place_again


def _character(frame: Frame, node: n.Character) -> Code:
    text = frame.as_kind(expression(frame, node.object), k.TEXT, "[[…]]")
    index = frame.as_kind(expression(frame, node.index), k.INTEGER, "[[…]]")
    return Code(frame.call(".character", text, index), k.TEXT)


def _dereference(frame: Frame, node: n.Dereference) -> Code:
    return Code(frame.call(".dereference", frame.expression(node.object).expr), k.ANY)


def _element(frame: Frame, node: n.Element) -> Code:
    owner = expression(frame, node.object)
    index = frame.as_kind(expression(frame, node.index), k.INTEGER, "{…}")
    return Code(frame.call(".element", owner.expr, index), k.ANY)


# ------------------------------------------------------------------ literals of objects and collections


def _object_literal(frame: Frame, node: n.ObjectLiteral) -> Code:
    return object_of(frame, node.pairs)


def _collection_literal(frame: Frame, node: n.CollectionLiteral) -> Code:
    return list_of(frame, [expression(frame, item) for item in node.items])


# ------------------------------------------------------------------ operations


def _chain(frame: Frame, node: n.Chain) -> Code:
    left = expression(frame, node.first)
    parts: list[ast.expr] = []
    for count, (operator, operand) in enumerate(node.rest, 1):
        if count % 60 == 0:
            # A long chain would nest as deeply as it is long: carry on from a temporary.
            temporary = frame.temporary()
            parts.append(frame.walrus(temporary, left.expr))
            left = Code(frame.name(temporary), left.kind, left.bounds)
        span = n.Chain(node.start, operand.end, node.first, node.rest)
        if operator.symbol in ("&&", "||"):
            left = _short_circuit(frame, operator.symbol, left, operand)
            continue
        right = expression(frame, operand)
        former = frame.at(span)
        left = BINARY[operator.symbol](frame, operator.symbol, left, right)
        frame.position = former
    if parts:
        flat = ast.Tuple([*parts, left.expr], ast.Load(), **frame.position)
        return Code(frame.subscript(flat, frame.constant(-1)), left.kind, left.bounds)
    return left


def _short_circuit(frame: Frame, symbol: str, left: Code, operand: n.Expression) -> Code:
    right = expression(frame, operand)
    kind = left.kind if left.kind == right.kind else k.ANY
    first, again = frame.split(frame.plain(left))
    test = truthy(frame, Code(first, left.kind))
    then, otherwise = (frame.plain(right), again()) if symbol == "&&" else (again(), frame.plain(right))
    return Code(frame.choose(test, then, otherwise), kind, k.either(left, right))


def _negate(frame: Frame, node: n.Negate) -> Code:
    return negate(frame, expression(frame, node.operand))


def _return(frame: Frame, node: n.Return) -> Code:
    """``Formula(return value)``."""
    if node.value is None:
        return Code(frame.name(".undefined"), k.UNDEFINED)
    return frame.expression(node.value)


def _ternary(frame: Frame, node: n.Ternary) -> Code:
    test = truthy(frame, expression(frame, node.test))
    then = expression(frame, node.then)
    otherwise = expression(frame, node.otherwise)
    kind = then.kind if then.kind == otherwise.kind else k.ANY
    expr = frame.choose(test, frame.plain(then), frame.plain(otherwise))
    return Code(expr, kind, k.either(then, otherwise))


def _try_expression(frame: Frame, node: n.TryExpression) -> Code:
    """``Try(expression)``: undefined where it fails (Concepts/error-handling.md)."""
    body = value(frame, node.body)
    none = ast.arguments([], [], None, [], [], None, [])
    attempt = ast.Attribute(frame.name(".run"), "attempt", ast.Load(), **frame.position)
    return Code(frame.call(attempt, ast.Lambda(none, body, **frame.position)), k.ANY)


_HANDLERS: dict[type, Callable[..., Code]] = {
    n.Number: _number,
    n.String: _string,
    n.DateLiteral: _date,
    n.TimeLiteral: _time,
    n.Local: _local,
    n.Name: _name,
    n.Interprocess: _interprocess,
    n.Constant: _constant,
    n.Paren: _paren,
    n.Field: _field,
    n.Indirection: _indirection,
    n.Member: _member,
    n.Index: _index,
    n.Character: _character,
    n.Element: _element,
    n.Dereference: _dereference,
    n.PointerTo: pointer_to,
    n.ObjectLiteral: _object_literal,
    n.CollectionLiteral: _collection_literal,
    n.Chain: _chain,
    n.Negate: _negate,
    n.Ternary: _ternary,
    n.Command: command,
    n.Call: call,
    n.TryExpression: _try_expression,
    n.Assignment: assignment_expression,
    n.Return: _return,
    n.Bare: _operator,
    n.Conjunction: _operator,
}
