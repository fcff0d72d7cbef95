"""What is known of a local variable at one place of a method, beyond its declared type.

An assignment tells it and a condition narrows it, so that what follows needs no test: that a variable has a
collection, or that an integer cannot leave its 32 bits. A loop begins with what none of its turns changes. Nothing
is known of a variable that something points to, and nothing where execution may go on behind a failed statement.
"""

from __future__ import annotations

from grammar import nodes as n

from . import kinds as k
from .kinds import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .frame import Frame
    from .scope import Variable


class Fact:
    """``exact`` when the value is of Python's class for its kind: a plain collection, not Null."""

    __slots__ = ("bounds", "exact", "kind", "variable")

    def __init__(self, variable: Variable, kind: str, bounds: tuple[int, int], exact: bool = False) -> None:
        self.variable = variable
        self.kind = kind
        self.bounds = bounds
        self.exact = exact


#: By the variable's name in the generated code.
Facts = dict[str, Fact]


def learn(frame: Frame, variable: Variable, code: Code) -> None:
    """Notes what *variable* is once *code* is assigned to it."""
    if frame.library.resumes or variable.pointed or variable.array:
        return
    if variable.kind == code.kind == k.INTEGER:
        if k.LONG[0] <= code.bounds[0] and code.bounds[1] <= k.LONG[1]:
            frame.facts[variable.python] = Fact(variable, k.INTEGER, code.bounds)
    elif code.exact and variable.kind in (code.kind, k.ANY):
        frame.facts[variable.python] = Fact(variable, code.kind, code.bounds, exact=True)


def forget(frame: Frame, node: n.Node) -> Facts:
    """Drops what is assigned anywhere inside of *node*; returns a copy of what is still known."""
    if frame.facts:
        frame.facts = {
            name: fact
            for name, fact in frame.facts.items()
            if not fact.variable.assigned_between(node.start, node.end)
        }
    return dict(frame.facts)


def join(one: Facts, other: Facts) -> Facts:
    """What is known behind two ways that meet."""
    joined = {}
    for name, fact in one.items():
        second = other.get(name)
        if second is not None and second.kind == fact.kind:
            bounds = (min(fact.bounds[0], second.bounds[0]), max(fact.bounds[1], second.bounds[1]))
            joined[name] = Fact(fact.variable, fact.kind, bounds, fact.exact and second.exact)
    return joined


def leaves(body: n.Block | None) -> bool:
    """Whether nothing behind the structure runs after *body*."""
    return bool(body and isinstance(body[-1], (n.Return, n.Break, n.Continue)))


# ------------------------------------------------------------------ conditions

_OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "#", "#": "="}


def narrow(frame: Frame, test: n.Expression, holds: bool) -> None:
    """Notes what it says of integers that *test* holds, or does not."""
    while isinstance(test, n.Paren):
        test = test.inner
    if frame.library.resumes or not isinstance(test, n.Chain) or len(test.rest) > 1:
        return
    left, (operator, right) = test.first, test.rest[0]
    symbol = operator.symbol
    if symbol in (("&", "&&") if holds else ("|", "||")):
        narrow(frame, left, holds)
        narrow(frame, right, holds)
        return
    if not holds:
        symbol = _OPPOSITES.get(symbol, "")
    if symbol in ("<", "<=", "="):
        _order(frame, left, right, int(symbol == "<"))
    if symbol in (">", ">=", "="):
        _order(frame, right, left, int(symbol == ">"))


def _order(frame: Frame, lesser: n.Expression, greater: n.Expression, apart: int) -> None:
    """Notes that one integer is less than the other by *apart* at least."""
    low, high = _bounds(frame, lesser), _bounds(frame, greater)
    if low is not None and high is not None:
        _bound(frame, lesser, (low[0], min(low[1], high[1] - apart)))
        _bound(frame, greater, (max(high[0], low[0] + apart), high[1]))


def _bounds(frame: Frame, node: n.Expression) -> tuple[int, int] | None:
    if isinstance(node, n.Number) and isinstance(node.value, int):
        return node.value, node.value
    if isinstance(node, n.Local):
        code = frame.read(frame.scope.local(node.name, node))
        return code.bounds if code.kind == k.INTEGER else None
    return None


def _bound(frame: Frame, node: n.Expression, bounds: tuple[int, int]) -> None:
    if isinstance(node, n.Local) and bounds[0] <= bounds[1]:
        variable = frame.scope.local(node.name, node)
        if not (variable.pointed or variable.array):
            frame.facts[variable.python] = Fact(variable, k.INTEGER, bounds)
