"""What the checker says about mails: code that means something clearly, and gets it wrong.

Published code adds ``message`` of a status to a text, which has ``statusText`` only, and parts addresses with ``;``.
Both run: an undefined property adds nothing to a text, and both marks part addresses.
"""

from __future__ import annotations

from grammar import nodes as n
from grammar.parse import parse
from grammar.source import SyntaxProblem

from .compiler.frame import Diagnostic
from .units import deeper, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .compiler.unit import Compiled

#: The properties of a mail that hold addresses (API/EmailObjectClass.md).
ADDRESSES = frozenset(("to", "cc", "bcc", "from", "sender", "replyTo"))
#: The command numbers of what makes a transporter, and of New object.
TRANSPORTERS = frozenset((1608, 1697, 1723))
NEW_OBJECT = 1471


def advise(compiled: Compiled) -> None:
    """Adds the warnings about mails to the diagnostics of a unit, if it is 4D in English."""
    try:
        with deeper():
            tree = parse(compiled.source, words_of(compiled.source, compiled.project))
            for body in (tree.body, *(function.body for function in tree.functions)):
                compiled.diagnostics += _of_body(body)
    except (SyntaxProblem, RecursionError):
        return
    compiled.diagnostics.sort(key=lambda diagnostic: diagnostic.start)


def _of_body(body: object) -> Iterator[Diagnostic]:
    """The warnings about one method or function."""
    transporters: set[str] = set()
    statuses: set[str] = set()
    for node in _nodes(body):
        if isinstance(node, n.Var):
            names = [name.name.lower() for name in node.names if isinstance(name, n.Local)]
            if node.type is not None and node.type.name.lower().endswith("transporter"):
                transporters.update(names)
            if node.value is not None:
                _assigned(names, node.value, transporters, statuses)
        elif isinstance(node, n.Assignment):
            target = node.target
            if isinstance(target, n.Local):
                _assigned([target.name.lower()], node.value, transporters, statuses)
            elif isinstance(target, n.Member) and target.name in ADDRESSES:
                yield from _addresses(node.value)
        elif isinstance(node, n.ObjectLiteral):
            for key, value in node.pairs:
                if key in ADDRESSES:
                    yield from _addresses(value)
        elif (
            isinstance(node, n.Call)
            and isinstance(node.callee, n.Command)
            and node.callee.number == NEW_OBJECT
        ):
            for name, given in zip(node.arguments[::2], node.arguments[1::2], strict=False):
                if isinstance(name, n.String) and name.value in ADDRESSES:
                    yield from _addresses(given)
        elif isinstance(node, n.Member) and _is_message(node, statuses):
            yield Diagnostic(
                "warning",
                "no-such-property",
                "the status of a transporter has no property message",
                node.start,
                node.end,
                "read statusText",
            )


def _is_message(node: n.Member, statuses: set[str]) -> bool:
    """Whether *node* reads ``message`` of one of the variables *statuses*."""
    owner = node.object
    return node.name == "message" and isinstance(owner, n.Local) and owner.name.lower() in statuses


def _assigned(names: list[str], value: n.Node, transporters: set[str], statuses: set[str]) -> None:
    """Notes what the variables *names* hold from here on."""
    for known, holds in ((transporters, _is_transporter(value)), (statuses, _is_status(value, transporters))):
        if holds:
            known.update(names)
        else:
            known.difference_update(names)


def _is_transporter(value: n.Node) -> bool:
    """Whether *value* makes a transporter."""
    if not isinstance(value, n.Call):
        return False
    callee = value.callee
    if isinstance(callee, n.Command):
        return callee.number in TRANSPORTERS
    made = callee.object if isinstance(callee, n.Member) and callee.name == "new" else None
    return isinstance(made, n.Member) and made.name.lower().endswith("transporter")


def _is_status(value: n.Node, transporters: set[str]) -> bool:
    """Whether *value* calls a function of a transporter that returns a status."""
    if not isinstance(value, n.Call) or not isinstance(value.callee, n.Member):
        return False
    if value.callee.name not in ("send", "checkConnection"):
        return False
    owner = value.callee.object
    return _is_transporter(owner) or (isinstance(owner, n.Local) and owner.name.lower() in transporters)


def _addresses(value: object) -> Iterator[Diagnostic]:
    """The warning about a text with two addresses and a semicolon between them."""
    if isinstance(value, n.String):
        before, mark, behind = value.value.partition(";")
        if mark and "@" in before and "@" in behind:
            yield Diagnostic(
                "warning",
                "address-separator",
                "addresses are parted by ,",
                value.start,
                value.end,
                "write , for ;",
            )


def _nodes(node: object) -> Iterator[n.Node]:
    """Every node below *node*, in the order of the text."""
    if isinstance(node, n.Node):
        yield node
    if isinstance(node, tuple):
        for part in node[2:] if isinstance(node, n.Node) else node:
            yield from _nodes(part)
