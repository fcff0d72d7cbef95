"""Structures that CPython counts as blocks, of which it nests 20: loops and tries."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from .exits import settled
from .facts import forget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .facts import Facts
    from .frame import Frame

#: Deeper blocks move into a function of their own.
MAX_BLOCKS = 16
#: What a Try counts as: where execution goes on after errors, a handler inside of what ends it.
TRY_BLOCKS = 3


def nested(frame: Frame, generate: Callable[[], list[ast.stmt]], blocks: int = 1) -> list[ast.stmt]:
    """A structure that Python counts as so many *blocks*; one that is nested too deeply gets its own function."""
    depth, frame.blocks = frame.blocks, frame.blocks + blocks
    if frame.blocks <= MAX_BLOCKS:
        code = generate()
    else:
        frame.blocks = blocks
        code = _outlined(frame, generate())
    frame.blocks = depth
    return code


def _outlined(frame: Frame, body: list[ast.stmt]) -> list[ast.stmt]:
    """*body* as a function inside this one, which shares its variables, and the call of it."""
    name, result = frame.temporary(), frame.temporary()
    shared = sorted(variable.python for variable in frame.scope.locals.values())
    head: list[ast.stmt] = [ast.Nonlocal(shared, **frame.position)] if shared else []
    if frame.globals:
        head.append(ast.Global(sorted(frame.globals), **frame.position))
    leaves: set[str] = set()
    body = _leaving(frame, body, leaves)
    end = ast.Return(frame.name(".not_returned"), **frame.position)
    none = ast.arguments([], [], None, [], [], None, [])
    function = ast.FunctionDef(name, none, [*head, *body, end], [], None, None, **frame.position)
    code: list[ast.stmt] = [function, frame.assign(result, frame.call(name))]
    ends: list[tuple[str, ast.cmpop, ast.stmt]] = [
        (leave, ast.Is(), _LEAVES[leave](**frame.position)) for leave in sorted(leaves)
    ]
    ends.append((".not_returned", ast.IsNot(), ast.Return(frame.name(result), **frame.position)))
    for sign, operator, statement in ends:
        test = frame.compare(frame.name(result), operator, frame.name(sign))
        code.append(ast.If(test, [statement], [], **frame.position))
    return code


#: What a function returns for a statement that leaves a loop around its call.
_LEAVES: dict[str, type[ast.Break] | type[ast.Continue]] = {".broken": ast.Break, ".continued": ast.Continue}


def _leaving(frame: Frame, body: list[ast.stmt], leaves: set[str]) -> list[ast.stmt]:
    """*body* with signs returned where it leaves a loop outside of itself; *leaves* gets the signs that it returns."""
    code: list[ast.stmt] = []
    for statement in body:
        sign = next((sign for sign, class_ in _LEAVES.items() if isinstance(statement, class_)), None)
        if sign is not None:
            leaves.add(sign)
            statement = ast.Return(frame.name(sign), **frame.position)
        elif isinstance(statement, ast.If):
            statement.body = _leaving(frame, statement.body, leaves)
            statement.orelse = _leaving(frame, statement.orelse, leaves)
        elif isinstance(statement, ast.Try):
            statement.body = _leaving(frame, statement.body, leaves)
            statement.finalbody = _leaving(frame, statement.finalbody, leaves)
            for handler in statement.handlers:
                handler.body = _leaving(frame, handler.body, leaves)
        code.append(statement)
    return code


def try_statement(frame: Frame, node: n.Try) -> list[ast.stmt]:
    """``Try … Catch``: errors of the language only; what a limit raises goes through."""
    return attempt(frame, node, lambda: frame.block(node.body), node.handler)


def attempt(
    frame: Frame, node: n.Node, generate: Callable[[], list[ast.stmt]], handler: n.Block | None = None
) -> list[ast.stmt]:
    """What *generate* makes, all of *node* but the *handler*, which runs where it fails."""
    known = forget(frame, node)
    code = nested(frame, lambda: _try_block(frame, generate(), handler, known), TRY_BLOCKS)
    frame.facts = known
    return code


def _try_block(frame: Frame, body: list[ast.stmt], handler: n.Block | None, known: Facts) -> list[ast.stmt]:
    frame.facts = dict(known)
    before, body, first = settled(frame, body)
    reaction = [
        *first,
        _tell(frame, "caught", error := frame.temporary()),
        *(frame.block(handler) if handler else []),
    ]
    clause = ast.ExceptHandler(frame.name(".LanguageError"), error, reaction, **frame.position)
    if not frame.library.resumes:
        return [*before, ast.Try(body, [clause], [], [], **frame.position)]
    # Inside of a Try, the method that was installed before it is not called.
    guarded: list[ast.stmt] = [ast.Try(body, [], [], [_tell(frame, "leave_try")], **frame.position)]
    return [*before, _tell(frame, "enter_try"), ast.Try(guarded, [clause], [], [], **frame.position)]


def resumable(frame: Frame, generate: Callable[[], list[ast.stmt]]) -> list[ast.stmt]:
    """A statement behind which execution goes on, once the method that ON ERR CALL installed has seen its error."""

    def guarded() -> list[ast.stmt]:
        body = generate()
        if not body:
            return []
        error = frame.temporary()
        clause = ast.ExceptHandler(
            frame.name(".LanguageError"), error, [_tell(frame, "handle", error)], **frame.position
        )
        return [ast.Try(body, [clause], [], [], **frame.position)]

    return nested(frame, guarded)


def _tell(frame: Frame, what: str, error: str = "") -> ast.stmt:
    """Tells the run of something."""
    told = ast.Attribute(frame.name(".run"), what, ast.Load(), **frame.position)
    return frame.statement(frame.call(told, *([frame.name(error)] if error else [])))
