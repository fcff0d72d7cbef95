"""What a method does when it ends: its deferred formulas, and the errors that it threw deferred.

Only a method that may do either has an ``.exit``: see :class:`interp.exits.Exit`.
"""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .formulas import formula
from .kinds import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .frame import Frame


def guarded(frame: Frame, body: list[ast.stmt]) -> list[ast.stmt]:
    """The *body* of a method, with what happens when it ends, however it ends."""
    place = frame.scope.defers
    if place is None:
        return body
    former = frame.at(place)
    error = frame.temporary()
    begin = frame.assign(".exit", frame.call(".new_exit", frame.name(".run")))
    failed = ast.ExceptHandler(
        frame.name(".BaseException"),
        error,
        [_tell(frame, "fail", frame.name(error)), ast.Raise(None, None, **frame.position)],
        **frame.position,
    )
    end = ast.Try(body, [failed], [], [_tell(frame, "leave")], **frame.position)
    frame.position = former
    return [begin, end]


def defer(frame: Frame, node: n.Node, arguments: tuple[n.Node | None, ...]) -> Code:
    """``defer(expression)``: a formula that runs when the method ends."""
    if frame.formulas or frame.scope.defers is None:
        frame.error("misplaced", "defer stands in a method, outside of other formulas", node)
        return Code(frame.constant(None), k.ANY)
    made = formula(frame, node, arguments, "defer")
    return Code(_call(frame, "defer", made.expr), k.UNDEFINED)


def deferred_formulas(frame: Frame, node: n.Node, arguments: tuple[n.Node | None, ...]) -> Code:
    """``Deferred formulas``: those of the method, the newest first."""
    if frame.formulas or frame.scope.defers is None:
        return Code(ast.List([], ast.Load(), **frame.position), k.COLLECTION)
    return Code(_call(frame, "deferred"), k.COLLECTION)


def settled(frame: Frame, body: list[ast.stmt]) -> tuple[list[ast.stmt], list[ast.stmt], list[ast.stmt]]:
    """The *body* of a Try with what is to be done before it, and in front of its Catch.

    What it threw deferred itself ends with it.
    """
    if frame.scope.defers is None or frame.formulas:
        return [], body, []
    mark = frame.temporary()
    begin = frame.assign(mark, _call(frame, "mark"))
    settle = _tell(frame, "settle", frame.name(mark))
    return [begin], [*body, settle], [settle]


def _call(frame: Frame, what: str, *arguments: ast.expr) -> ast.expr:
    return frame.call(ast.Attribute(frame.name(".exit"), what, ast.Load(), **frame.position), *arguments)


def _tell(frame: Frame, what: str, *arguments: ast.expr) -> ast.stmt:
    return frame.statement(_call(frame, what, *arguments))
