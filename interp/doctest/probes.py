"""Probes: the tree of a block, changed so that it hands over the values that the page states as it runs.

A probe is a call of a command that only the block's own library has. A value is compared at once, as what the
block does next may change it. A claim inside of a loop holds when it holds the last time.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from grammar import nodes as n
from stdlib4d.registry import Declaration
from stdlib4d.values import UNDEFINED

from ..show import shown
from .literals import Word
from .matching import matches
from .stated import ASSERTED, ERROR, SHOWN, SUBJECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib4d.values import Value

    from .stated import Claim, Claims

#: The numbers of the probes; no command of 4D has one.
VALUE_PROBE, MARK_PROBE = -1, -2
#: How much of a value is shown.
LONGEST = 300


@dataclass
class Check:
    """What became of a claim: ``holds`` is ``None`` as long as the block has not come by."""

    claim: Claim
    line: int
    #: Whether it stands where the block may never come by: in a branch or a handler.
    aside: bool
    #: The node that it is about.
    anchor: n.Node
    holds: bool | None = None
    got: str = ""


@dataclass
class Probes:
    """The checks of a run, and the messages that the run has shown (of ``said``)."""

    checks: list[Check] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    _marks: dict[int, int] = field(default_factory=dict)

    def commands(self) -> dict[int, Declaration]:
        """The commands that the probes call."""

        def probe(number: int, value: Value) -> Value:
            self._value(self.checks[number], value)
            return value

        def mark(number: int, state: int) -> None:
            self._mark(number, state)

        return {
            VALUE_PROBE: Declaration(
                "stated value", VALUE_PROBE, "( number : Integer ; value : any ) : any", probe
            ),
            MARK_PROBE: Declaration(
                "stated mark", MARK_PROBE, "( number : Integer ; state : Integer )", mark
            ),
        }

    def _value(self, check: Check, value: Value) -> None:
        literal = check.claim.literal
        if not isinstance(check.anchor, n.Statement) and value is UNDEFINED:
            value = False  # as a condition
        check.holds = literal is not None and matches(literal, value)
        check.got = "" if check.holds else described(value)

    def _mark(self, number: int, state: int) -> None:
        """A statement begins (0), has ended (1) or failed (2)."""
        check = self.checks[number]
        if state == 0:
            self._marks[number] = len(self.said)
            asserted = check.claim.kind == ASSERTED
            check.holds, check.got = (False, "it failed") if asserted else (None, "")
        elif check.claim.kind == ASSERTED:
            check.holds, check.got = True, ""
        elif check.claim.kind == ERROR:
            check.holds, check.got = state == 2, "" if state == 2 else "it did not fail"
        else:
            messages = self.said[self._marks.get(number, 0) :]
            if not messages and check.holds is not None:
                return  # it was about what a call returned
            literal = check.claim.literal
            check.holds = literal is not None and any(_is_message(literal, text) for text in messages)
            check.got = "" if check.holds else " ".join(map(repr, messages)) or "no message"


def _is_message(literal: object, text: str) -> bool:
    """A message is a text; a page may leave its quotes away where it shows a value."""
    return matches(literal, text) or getattr(literal, "shown", getattr(literal, "name", None)) == text.lower()  # type: ignore[arg-type]


def described(value: Value) -> str:
    """*value* as a report shows it: texts in quotes, long ones cut."""
    text = f'"{value}"' if isinstance(value, str) else " ".join(shown(value).split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


# ------------------------------------------------------------------ the tree


def with_probes(
    unit: n.Unit, claims: Claims, probes: Probes, line: Callable[[int], int], results: Callable[[int], bool]
) -> n.Unit:
    """*unit* with a probe for every one of its *claims*.

    *line* gives the line of an offset; *results* tells whether the command with a number has a result.
    """
    probing = _Probing(claims, probes, line, results)
    return n.Unit(unit.start, unit.end, probing.block(unit.body, False), unit.functions)


class _Probing:
    def __init__(
        self, claims: Claims, probes: Probes, line: Callable[[int], int], results: Callable[[int], bool]
    ) -> None:
        self._claims = claims
        self._probes = probes
        self._line = line
        self._results = results

    def block(self, block: n.Block, aside: bool) -> n.Block:
        """*block*, whose statements may never be reached when *aside*."""
        made: list[n.Statement] = []
        for statement in block:
            made += self._statement(statement, aside)
        return tuple(made)

    def _check(self, claim: Claim, aside: bool, anchor: n.Node) -> int:
        self._probes.checks.append(Check(claim, self._line(claim.start), aside, anchor))
        return len(self._probes.checks) - 1

    def _statement(self, node: n.Statement, aside: bool) -> list[n.Statement]:
        claims = self._claims.of.get((node.start, node.end), ())
        inner = self._inside(node, aside)
        before: list[n.Statement] = []
        after: list[n.Statement] = []
        for claim in claims:
            if claim.kind == SUBJECT and claim.subject is not None:
                number = self._check(claim, aside, node)
                subject: n.Expression = claim.subject
                if not isinstance(subject, (n.Local, n.Name)):
                    subject = n.TryExpression(node.start, node.end, subject)
                after.append(_do(node, VALUE_PROBE, number, subject))
            elif claim.kind == ERROR:
                number = self._check(claim, aside, node)
                body = (inner, _do(node, MARK_PROBE, number, _number(node, 1)))
                handler = (_do(node, MARK_PROBE, number, _number(node, 2)),)
                inner = n.Try(node.start, node.end, body, handler)
            elif claim.kind in (SHOWN, ASSERTED):
                number = self._check(claim, aside, node)
                if claim.kind == SHOWN and isinstance(inner, n.ExpressionStatement) and inner is node:
                    inner = self._returned(inner, number)
                before.append(_do(node, MARK_PROBE, number, _number(node, 0)))
                after.append(_do(node, MARK_PROBE, number, _number(node, 1)))
            else:
                inner = self._value(inner, claim, aside, node, after)
        return [*before, inner, *after]

    def _returned(self, node: n.ExpressionStatement, number: int) -> n.ExpressionStatement:
        """*node* with a probe for what a function returns; a command shows what it shows."""
        if not isinstance(node.expression, n.Call) or not isinstance(node.expression.callee, n.Member):
            return node
        return n.ExpressionStatement(node.start, node.end, _probe(node, number, node.expression))

    def _value(
        self, node: n.Statement, claim: Claim, aside: bool, anchor: n.Node, after: list[n.Statement]
    ) -> n.Statement:
        """A claim about the value of a statement: nothing when it has none."""
        if isinstance(node, n.Assignment):
            number = self._check(claim, aside, anchor)
            if isinstance(claim.literal, Word) and claim.literal.name == "undefined":
                # The variable gets its default value instead.
                value = _probe(node, number, node.value)
                return n.Assignment(node.start, node.end, node.target, node.operator, value)
            after.append(_do(node, VALUE_PROBE, number, node.target))
        elif isinstance(node, n.Var) and node.value is not None and len(node.names) == 1:
            after.append(_do(node, VALUE_PROBE, self._check(claim, aside, anchor), node.names[0]))
        elif isinstance(node, n.ExpressionStatement) and self._has_value(node.expression):
            number = self._check(claim, aside, anchor)
            return n.ExpressionStatement(node.start, node.end, _probe(node, number, node.expression))
        return node

    def _has_value(self, node: n.Expression) -> bool:
        if isinstance(node, n.Call) and isinstance(node.callee, n.Command):
            return self._results(node.callee.number)
        if isinstance(node, n.Command):
            return self._results(node.number)
        return not (isinstance(node, n.TryExpression) and isinstance(node.body, n.Assignment))

    def _inside(self, node: n.Statement, aside: bool) -> n.Statement:
        """*node* with probes in the blocks that it has."""
        start, end = node.start, node.end
        if isinstance(node, n.If):
            other = None if node.otherwise is None else self.block(node.otherwise, True)
            return n.If(start, end, self._branch(node.branch, True, aside), other)
        if isinstance(node, n.Case):
            branches = tuple(self._branch(branch, True, True) for branch in node.branches)
            other = None if node.otherwise is None else self.block(node.otherwise, True)
            return n.Case(start, end, branches, other)
        if isinstance(node, n.While):
            return n.While(start, end, self._branch(node.branch, True, aside))
        if isinstance(node, n.Use):
            return n.Use(start, end, self._branch(node.branch, aside, aside))
        if isinstance(node, n.Repeat):
            return n.Repeat(start, end, self.block(node.body, aside), node.until)
        if isinstance(node, n.For):
            body = self.block(node.body, True)
            return n.For(start, end, node.counter, node.first, node.last, node.step, body)
        if isinstance(node, n.ForEach):
            body = self.block(node.body, True)
            return n.ForEach(start, end, node.item, node.source, node.begin, node.stop, node.condition, body)
        if isinstance(node, n.Try):
            handler = None if node.handler is None else self.block(node.handler, True)
            return n.Try(start, end, self.block(node.body, True), handler)
        return node

    def _branch(self, branch: n.Branch, aside: bool, test_aside: bool) -> n.Branch:
        test = branch.test
        for claim in self._claims.of.get((test.start, test.end), ()):
            if claim.kind == "value":
                test = _probe(branch.test, self._check(claim, test_aside, branch.test), test)
        return n.Branch(branch.start, branch.end, test, self.block(branch.body, aside), branch.inline)


def _number(node: n.Node, value: int) -> n.Number:
    return n.Number(node.start, node.end, value)


def _call(node: n.Node, probe: int, number: int, value: n.Expression) -> n.Call:
    callee = n.Command(node.start, node.end, probe, "stated")
    return n.Call(node.start, node.end, callee, (_number(node, number), value))


def _probe(node: n.Node, number: int, value: n.Expression) -> n.Expression:
    """*value*, handed to the probe on the way."""
    return _call(node, VALUE_PROBE, number, value)


def _do(node: n.Node, probe: int, number: int, value: n.Expression) -> n.Statement:
    return n.ExpressionStatement(node.start, node.end, _call(node, probe, number, value))
