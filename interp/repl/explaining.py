"""What there is to know of a name, for a session."""

from __future__ import annotations

from ..help.commands import describe, explain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .session import Session


def show(session: Session, name: str) -> bool:
    """Shows the help for *name*: whether there is some."""
    found = describe(name)
    if found is None:
        session.screen.problem(explain(name))
        return False
    signatures, rest = "\n".join(found.signatures), explain(name)
    session.screen.code(signatures)
    session.screen.text(rest.removeprefix(signatures).strip("\n"))
    return True
