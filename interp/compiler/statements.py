"""Statements of the tree to statements of Python's syntax tree."""

from __future__ import annotations

import _ast as ast
from itertools import pairwise

from grammar import nodes as n

from . import kinds as k
from .assignments import assignment, evaluated, store
from .branches import case_statement, if_statement
from .calls import is_push, push
from .classes import check_class
from .expressions import expression
from .kinds import Code
from .loops import for_each_statement, for_statement, loop, repeat_statement, while_statement
from .nesting import attempt, nested, resumable, try_statement
from .pointers import pointer
from .scope import CLEAR_VARIABLE, ELLIPSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import Frame
    from .scope import Variable

ARRAY_STRING = 218


def block(frame: Frame, statements: n.Block) -> list[ast.stmt]:
    """The code for *statements*; never empty, as Python wants it."""
    code: list[ast.stmt] = []
    for statement in statements:
        former = frame.at(statement)
        handler = _HANDLERS[type(statement)]
        if frame.library.resumes and not isinstance(statement, (n.Break, n.Continue)):
            code += resumable(frame, lambda: handler(frame, statement))  # noqa: B023 - called at once
        else:
            code += handler(frame, statement)
        frame.position = former
    return code or [ast.Pass(**frame.position)]


def _var(frame: Frame, node: n.Var) -> list[ast.stmt]:
    for name in node.names:
        # `var $1 : Text` types a parameter as C_TEXT($1) does; one that #DECLARE has named is declared already.
        numbered = isinstance(name, n.Local) and name.name.isdecimal()
        if isinstance(name, n.Local) and not numbered and frame.scope.local(name.name, name).parameter:
            frame.error(
                "declared-twice", f"${name.name} is a parameter", name, hint="declare it in #DECLARE only"
            )
    for one, next_ in pairwise(node.names):
        if frame.source.text[one.end : next_.start].lstrip().startswith(","):
            frame.warn("comma", "variables are parted by ;", next_, hint="write ; for the comma")
    if node.type is not None:
        check_class(frame, node.type.name, node.type)
    if node.value is None:
        return [_initial(frame, name) for name in node.names if isinstance(name, n.Name)]
    if len(node.names) > 1:
        frame.error(
            "multiple-assignment",
            "only one variable can be given a value in its declaration",
            node,
            hint="declare them one by one",
        )
        return []
    return assignment(frame, n.Assignment(node.start, node.end, node.names[0], ":=", node.value))


def _initial(frame: Frame, name: n.Name) -> ast.stmt:
    """A process variable gets the default of its type, unless another method has created it before."""
    variable = frame.scope.process_variable(name.name, name)
    frame.process.add(variable.python)
    frame.globals.add(variable.python)
    unknown = frame.compare(frame.name(variable.python), ast.Is(), frame.name(".undefined"))
    default = frame.assign(variable.python, frame.default(variable.kind))
    return ast.If(unknown, [default], [], **frame.position)


def _expression_statement(frame: Frame, node: n.ExpressionStatement) -> list[ast.stmt]:
    tried = node.expression
    if isinstance(tried, n.TryExpression) and isinstance(tried.body, n.Assignment):
        inner = tried.body
        return attempt(frame, tried, lambda: assignment(frame, inner))
    if isinstance(tried, n.Call) and isinstance(tried.callee, n.Command):
        cleared = tried.arguments[0] if len(tried.arguments) == 1 else None
        kind = k.ARRAYS.get(tried.callee.number)
        if kind is not None:
            return _array(frame, tried, kind)
        if tried.callee.number == CLEAR_VARIABLE and isinstance(cleared, n.Expression):
            return _clear(frame, cleared)
    if isinstance(tried, n.Name) and not frame.library.is_method(tried.name):
        variable = frame.scope.process_variable(tried.name, tried)
        if not variable.assigned:
            # Alone on its line, a word that nothing gives a value can only be meant as a method.
            return [frame.statement(expression(frame, n.Call(tried.start, tried.end, tried, ())).expr)]
    if is_push(node.expression):
        return push(frame, node.expression)
    return [frame.statement(expression(frame, node.expression).expr)]


def _array(frame: Frame, node: n.Call, kind: str) -> list[ast.stmt]:
    """``ARRAY TEXT(variable; size; columns)``; ``ARRAY STRING`` has the length of its elements in front."""
    assert isinstance(node.callee, n.Command)
    arguments = node.arguments[1:] if node.callee.number == ARRAY_STRING else node.arguments
    if not 2 <= len(arguments) <= 3 or not all(isinstance(argument, n.Expression) for argument in arguments):
        frame.error(
            "argument-count",
            f"{node.callee.name}: an array, its size and perhaps its columns are wanted",
            node,
        )
        return []
    target = arguments[0]
    assert isinstance(target, n.Expression)
    sizes = [
        frame.as_kind(expression(frame, size), k.INTEGER, node.callee.name)
        for size in arguments[1:]
        if size is not None
    ]
    former = expression(frame, target).expr
    made = frame.call(".array", frame.constant(kind), former, *sizes)
    if isinstance(target, n.Local):
        return [frame.assign(frame.scope.local(target.name, target).python, made)]
    return store(frame, target, Code(made, k.ANY), target)


def _clear(frame: Frame, target: n.Expression) -> list[ast.stmt]:
    """``CLEAR VARIABLE``: back to the default of the type."""
    if isinstance(target, n.Local):
        variable = frame.scope.local(target.name, target)
    elif isinstance(target, n.Name) and not frame.library.is_method(target.name):
        variable = frame.scope.process_variable(target.name, target)
        frame.process.add(variable.python)
        frame.globals.add(variable.python)
    else:
        return [frame.statement(frame.call(".clear", pointer(frame, target)))]
    if variable.kind == k.ANY:
        return [frame.assign(variable.python, frame.call(".cleared", frame.name(variable.python)))]
    return [frame.assign(variable.python, frame.default(variable.kind))]


def _use(frame: Frame, node: n.Use) -> list[ast.stmt]:
    """``Use … End use``: what is used is given back however the block is left."""

    def guarded() -> list[ast.stmt]:
        used = frame.temporary()
        take = frame.assign(used, frame.call(".use", expression(frame, node.branch.test).expr))
        body = frame.block(node.branch.body)
        give_back = frame.statement(frame.call(".end_use", frame.name(used)))
        return [take, ast.Try(body, [], [], [give_back], **frame.position)]

    return nested(frame, guarded)


def _return(frame: Frame, node: n.Return) -> list[ast.stmt]:
    if node.value is None:
        return [ast.Return(frame.result(), **frame.position)]
    code = expression(frame, node.value)
    plain = Code(frame.plain(code), code.kind, code.bounds)
    if frame.result_kind == k.ANY:
        return [ast.Return(plain.expr, **frame.position)]
    if frame.result_kind == k.INTEGER and code.kind == k.INTEGER:
        return _return_integer(frame, code)
    return [ast.Return(frame.as_kind(plain, frame.result_kind, "return"), **frame.position)]


def _return_integer(frame: Frame, code: Code) -> list[ast.stmt]:
    made, statements = evaluated(frame, code.expr)
    tests = frame.within(made, made, code.bounds)
    if not tests:
        return [ast.Return(code.expr, **frame.position)]
    fits = ast.If(frame.both(*tests), [ast.Return(made, **frame.position)], [], **frame.position)
    return [*statements, fits, ast.Return(frame.call(".int32", made), **frame.position)]


def _break(frame: Frame, node: n.Break) -> list[ast.stmt]:
    if not frame.in_loop:
        frame.error("misplaced", "break outside of a loop", node)
        return []
    return [ast.Break(**frame.position)]


def _continue(frame: Frame, node: n.Continue) -> list[ast.stmt]:
    if not frame.in_loop:
        frame.error("misplaced", "continue outside of a loop", node)
        return []
    return [ast.Continue(**frame.position)]


def _declare(frame: Frame, node: n.Declare) -> list[ast.stmt]:
    if node is not frame.declaration:
        frame.error("misplaced", "#DECLARE must be the first line of a method", node)
    refuse_twice(frame, node)
    for parameter in node.parameters:
        if parameter.type is not None:
            check_class(frame, parameter.type.name, parameter.type)
    return []


def refuse_twice(frame: Frame, node: n.Declare) -> None:
    """Each parameter and the result has a variable of its own."""
    taken: list[Variable] = []
    for declared in (*node.parameters, node.result):
        if declared is None or declared.name is None or declared.name in ELLIPSES:
            continue
        variable = frame.scope.local(declared.name.lstrip("$"), declared)
        if variable in taken:
            frame.error("declared-twice", f"{variable.title} is declared twice", declared)
        taken.append(variable)


def _of_database(what: str) -> Callable[[Frame, n.Statement], list[ast.stmt]]:
    def report(frame: Frame, node: n.Statement) -> list[ast.stmt]:
        frame.no_database(node, what)
        return []

    return report


def _of_class(what: str) -> Callable[[Frame, n.Statement], list[ast.stmt]]:
    def report(frame: Frame, node: n.Statement) -> list[ast.stmt]:
        frame.error(
            "misplaced",
            f"{what} before the functions of a class",
            node,
            hint="put it into a file of the folder Classes",
        )
        return []

    return report


_HANDLERS: dict[type, Callable[..., list[ast.stmt]]] = {
    n.Assignment: assignment,
    n.Var: _var,
    n.ExpressionStatement: _expression_statement,
    n.Return: _return,
    n.Break: _break,
    n.Continue: _continue,
    n.Declare: _declare,
    n.If: if_statement,
    n.Case: case_statement,
    n.While: loop(while_statement),
    n.Repeat: loop(repeat_statement),
    n.For: loop(for_statement),
    n.ForEach: loop(for_each_statement),
    n.Use: _use,
    n.Try: try_statement,
    n.Properties: _of_class("property stands"),
    n.Extends: _of_class("Class extends stands"),
    n.Alias: _of_database("Alias"),
    n.Sql: _of_database("SQL"),
}
