"""While, Repeat, For and For each."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .assignments import assigned, assignment, converted, evaluated, mentions, store
from .branches import inline_warning
from .expressions import expression
from .facts import Fact, forget, narrow
from .kinds import Code
from .nesting import nested
from .values import condition, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .frame import Frame
    from .scope import Variable


def loop(generate: Callable[[Frame, Any], list[ast.stmt]]) -> Callable[[Frame, Any], list[ast.stmt]]:
    """A loop statement: break and continue belong to it."""

    def emit(frame: Frame, node: n.Statement) -> list[ast.stmt]:
        outer, frame.in_loop = frame.in_loop, True
        known = forget(frame, node)
        code = nested(frame, lambda: generate(frame, node))
        frame.in_loop, frame.facts = outer, known
        return code

    return emit


def while_statement(frame: Frame, node: n.While) -> list[ast.stmt]:
    inline_warning(frame, node.branch)
    test = condition(frame, node.branch.test)
    narrow(frame, node.branch.test, holds=True)
    return [ast.While(test, frame.block(node.branch.body), [], **frame.position)]


def repeat_statement(frame: Frame, node: n.Repeat) -> list[ast.stmt]:
    """The condition comes last, also behind a ``continue``: so it is tested first, but for the first time."""
    first = frame.temporary()
    known = dict(frame.facts)
    body = frame.block(node.body)
    frame.facts = known
    former = frame.at(node.until)
    stop = ast.UnaryOp(ast.Not(), condition(frame, node.until), **frame.position)
    test = ast.BoolOp(ast.Or(), [frame.name(first), stop], **frame.position)
    frame.position = former
    return [
        frame.assign(first, frame.constant(True)),
        ast.While(test, [frame.assign(first, frame.constant(False)), *body], [], **frame.position),
    ]


#: What a loop can count in or go through: variables of every kind, also by a pointer.
_VARIABLES = (n.Local, n.Name, n.Interprocess, n.Dereference)


def for_statement(frame: Frame, node: n.For) -> list[ast.stmt]:
    counter = node.counter
    if not isinstance(counter, _VARIABLES):
        frame.error("not-assignable", "the counter of a For is a variable", counter)
        return []
    step = node.step
    size = _constant_step(step)
    variable = frame.scope.local(counter.name, counter) if isinstance(counter, n.Local) else None
    changed = variable is None or variable.assigned_between(counter.end, node.end)
    if variable is not None and size is not None and not changed:
        first = expression(frame, node.first)
        counted = first.kind == k.INTEGER and k.LONG[0] <= first.bounds[0] and first.bounds[1] <= k.LONG[1]
        # The counter has its first value when the last one is computed.
        if (variable.kind == k.INTEGER or (variable.kind == k.ANY and counted)) and not mentions(
            node.last, variable
        ):
            return _for_range(frame, node, variable, first, size)
    return _for_general(frame, node, counter)


def _constant_step(step: n.Expression | None) -> int | None:
    if step is None:
        return 1
    while isinstance(step, n.Paren):
        step = step.inner
    sign = 1
    if isinstance(step, n.Negate):
        sign, step = -1, step.operand
    if isinstance(step, n.Number) and isinstance(step.value, int) and step.value:
        return sign * step.value
    return None


def _for_range(frame: Frame, node: n.For, variable: Variable, first: Code, step: int) -> list[ast.stmt]:
    """Counting integers that the body leaves alone: Python's own range."""
    start = frame.as_kind(first, k.INTEGER, variable.title)
    last = expression(frame, node.last)
    # A declared Integer ends where its type does.
    ends = k.LONG if variable.kind == k.INTEGER else (-(2**62), 2**62)
    beyond: ast.expr
    if last.kind == k.INTEGER and isinstance(last.expr, ast.Constant):
        final: int = last.expr.value  # type: ignore[assignment]
        beyond = frame.constant(min(final, ends[1]) + 1 if step > 0 else max(final, ends[0]) - 1)
    else:
        beyond = frame.call(".beyond", last.expr, frame.constant(step > 0), frame.constant(ends[step > 0]))
    start, before = evaluated(frame, start)
    beyond, more = evaluated(frame, beyond)
    items = frame.call(".range", start, beyond, frame.constant(step))
    if last.kind == k.INTEGER and first.kind == k.INTEGER:
        # Inside of the loop, whatever the variable may hold outside.
        bounds = _counted(first.bounds, last.bounds, step)
        frame.facts[variable.python] = Fact(variable, k.INTEGER, bounds)
    body = frame.block(node.body)
    # Behind the loop the counter has passed the end; left with break, it stays where it was.
    passed = Code(frame.call(".after", start, beyond, frame.constant(step)), k.ANY)
    after = frame.assign(variable.python, converted(frame, passed, variable))
    return [
        *before,
        *more,
        ast.For(frame.store(variable.python), items, body, [after], None, **frame.position),
    ]


def _counted(first: tuple[int, int], last: tuple[int, int], step: int) -> tuple[int, int]:
    """The bounds of a counter inside of its loop."""
    return (first[0], max(first[0], last[1])) if step > 0 else (min(first[1], last[0]), first[1])


def _for_general(frame: Frame, node: n.For, counter: n.Expression) -> list[ast.stmt]:
    """The counter is stepped at the start of each turn, so that ``continue`` needs no special care."""
    setup = assignment(frame, n.Assignment(counter.start, node.first.end, counter, ":=", node.first))
    last, before = evaluated(frame, frame.call(".number", expression(frame, node.last).expr))
    step: ast.expr = frame.constant(1)
    more: list[ast.stmt] = []
    if node.step is not None:
        step, more = evaluated(frame, frame.call(".number", expression(frame, node.step).expr))
    # Beyond the end is a value before the type of the counter cuts it.
    begun, reached = frame.temporary(), frame.temporary()
    own = Code(expression(frame, counter).expr, k.ANY)
    stepped = frame.call(".add", frame.call(".number", own.expr), step)
    advance = [
        frame.assign(reached, stepped),
        *store(frame, counter, Code(frame.name(reached), k.ANY), counter),
    ]
    begin: list[ast.stmt] = [frame.assign(begun, frame.constant(True)), frame.assign(reached, own.expr)]
    turn = ast.If(frame.name(begun), advance, begin, **frame.position)
    passed = frame.call(".passed", frame.name(reached), last, step, expression(frame, counter).expr)
    leave = ast.If(passed, [ast.Break(**frame.position)], [], **frame.position)
    body = frame.block(node.body)
    return [
        *setup,
        *before,
        *more,
        frame.assign(begun, frame.constant(False)),
        ast.While(frame.constant(True), [turn, leave, *body], [], **frame.position),
    ]


def for_each_statement(frame: Frame, node: n.ForEach) -> list[ast.stmt]:
    item = node.item
    if not isinstance(item, _VARIABLES):
        frame.error("not-assignable", "the current item of a For each is a variable", item)
        return []
    bounds = [value(frame, bound) for bound in (node.begin, node.stop) if bound is not None]
    former = frame.at(node.source)
    items = frame.call(".each", value(frame, node.source), *bounds)
    frame.position = former
    code: list[ast.stmt] = []
    body: list[ast.stmt] = []
    condition_ = node.condition
    variable = frame.scope.local(item.name, item) if isinstance(item, n.Local) else None
    if variable is not None and variable.kind == k.ANY and (condition_ is None or not condition_.at_end):
        current = variable.python
    else:
        current = frame.temporary()
        former = frame.at(item)
        fetched = Code(frame.name(current), k.ANY)
        if variable is not None:
            body += assigned(frame, variable, fetched)
        else:
            body += store(frame, item, fetched, item)
        frame.position = former
    if condition_ is not None and condition_.at_end:
        # Tested at the end of each turn, also behind a continue: at the start of the next one, on the former item.
        begun = frame.temporary()
        code.append(frame.assign(begun, frame.constant(False)))
        stop = frame.both(frame.name(begun), condition(frame, condition_.test))
        leave = ast.If(stop, [ast.Break(**frame.position)], [], **frame.position)
        body = [leave, frame.assign(begun, frame.constant(True)), *body]
    elif condition_ is not None:
        test = ast.UnaryOp(ast.Not(), condition(frame, condition_.test), **frame.position)
        body.append(ast.If(test, [ast.Break(**frame.position)], [], **frame.position))
    body += frame.block(node.body)
    code.append(ast.For(frame.store(current), items, body, [], None, **frame.position))
    return code
