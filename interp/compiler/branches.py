"""If and Case."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from .facts import forget, join, leaves, narrow
from .values import condition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .facts import Facts
    from .frame import Frame

#: Branches of one Case before it is generated flat: nested ones would nest as deeply as there are branches.
MAX_BRANCHES = 80


def inline_warning(frame: Frame, branch: n.Branch) -> None:
    if branch.inline:
        frame.warn(
            "inline-statement",
            "a statement stands on the line of its condition",
            branch.body[0],
            hint="put it on a line of its own",
        )


def if_statement(frame: Frame, node: n.If) -> list[ast.stmt]:
    inline_warning(frame, node.branch)
    test = condition(frame, node.branch.test)
    before = dict(frame.facts)
    narrow(frame, node.branch.test, holds=True)
    body = frame.block(node.branch.body)
    after, frame.facts = frame.facts, before
    narrow(frame, node.branch.test, holds=False)
    otherwise = frame.block(node.otherwise) if node.otherwise else []
    if leaves(node.otherwise):
        frame.facts = after
    elif not leaves(node.branch.body):
        frame.facts = join(after, frame.facts)
    return [ast.If(test, body, otherwise, **frame.position)]


def case_statement(frame: Frame, node: n.Case) -> list[ast.stmt]:
    known = forget(frame, node)
    code = _case(frame, node, known)
    frame.facts = known
    return code


def _case(frame: Frame, node: n.Case, known: Facts) -> list[ast.stmt]:
    """Branches that all begin with what is *known*."""
    rest: list[ast.stmt] = frame.block(node.otherwise) if node.otherwise else []
    if len(node.branches) > MAX_BRANCHES:
        return _flat_case(frame, node, rest, known)
    for branch in reversed(node.branches):
        inline_warning(frame, branch)
        former = frame.at(branch)
        test = _branch_test(frame, branch, known)
        rest = [ast.If(test, frame.block(branch.body), rest, **frame.position)]
        frame.position = former
    return rest


def _branch_test(frame: Frame, branch: n.Branch, known: Facts) -> ast.expr:
    frame.facts = dict(known)
    test = condition(frame, branch.test)
    narrow(frame, branch.test, holds=True)
    return test


def _flat_case(frame: Frame, node: n.Case, otherwise: list[ast.stmt], known: Facts) -> list[ast.stmt]:
    done = frame.temporary()
    code: list[ast.stmt] = [frame.assign(done, frame.constant(False))]

    def pending() -> ast.expr:
        return ast.UnaryOp(ast.Not(), frame.name(done), **frame.position)

    for branch in node.branches:
        former = frame.at(branch)
        test = frame.both(pending(), _branch_test(frame, branch, known))
        taken: list[ast.stmt] = [frame.assign(done, frame.constant(True))]
        code.append(ast.If(test, taken + frame.block(branch.body), [], **frame.position))
        frame.position = former
    if otherwise:
        code.append(ast.If(pending(), otherwise, [], **frame.position))
    return code
