"""Starts a session: on a terminal with all that it can do, else line by line."""

from __future__ import annotations

import os
import sys

from .session import FAILED, OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .session import Session
    from .workspace import Workspace


def start(
    *,
    live: bool = False,
    colour: bool = True,
    vi: bool = False,
    variables: Mapping[str, str] | None = None,
    ca_file: str | None = None,
    outbox: str | None = None,
    parser: str = "table",
    folder: str = "",
) -> int:
    """Runs a session until it ends; returns the exit status.

    Parameters
    ----------
    live: whether mails go to real servers.
    colour: whether to use colours, where the terminal has any.
    vi: whether keys are those of vi, in place of those of Emacs.
    variables: texts to begin with, by name.
    ca_file, outbox, parser: as :class:`interp.engine.Interpreter` has them.
    folder: where methods and classes are, and the Logs folder.

    Raises ``NotADirectoryError`` for an *outbox* that is a file.
    """
    from ..host import Permissions
    from .host import SessionHost
    from .workspace import Workspace

    terminal = _is_terminal()
    options: dict[str, Any] = {"logs": os.path.join(folder, "Logs"), "package": folder}
    if outbox is not None:
        from ..sandbox.outbox import Outbox

        options["keep"] = Outbox(outbox).keep
    if not sys.stdin or not sys.stdin.isatty():
        # What is piped in is code: it has no answers.
        options["answers"] = ()
        if sys.stdin is not None:
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    host = SessionHost(Permissions.all(), live=live, ca_file=ca_file, **options)
    workspace = Workspace(host, folder, parser)
    for name, value in (variables or {}).items():
        workspace.set(name, value)
    try:
        if terminal:
            from .prompt import converse

            return converse(workspace, colour=colour, vi=vi)
        return _plainly(workspace)
    finally:
        workspace.close()


def _is_terminal() -> bool:
    """Whether a person sits at a terminal that can move its cursor."""
    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and stream.isatty() for stream in streams):
        return False
    return os.environ.get("TERM", "").lower() not in ("dumb", "unknown")


def _plainly(workspace: Workspace) -> int:
    from . import piped
    from .screen import Screen
    from .session import Session

    session = Session(workspace, Screen())
    if sys.stdin is not None and sys.stdin.isatty():
        return piped.talk(session)
    status = piped.converse(session)
    workspace.stop()
    report(session)
    return status or (FAILED if workspace.failures else OK)


def report(session: Session) -> None:
    """Shows the mails that were caught, on standard error, if there are any."""
    mails = session.workspace.host.sandbox.mails
    if mails:
        from ..sandbox.report import report as reported

        if sys.stdout is not None:
            sys.stdout.flush()
        print(reported(mails), end="", file=sys.stderr)
