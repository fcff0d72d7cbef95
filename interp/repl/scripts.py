"""The commands of a session for files with code."""

from __future__ import annotations

import os

from ..sources import EXTENSION
from .misuse import BadUsage
from .session import OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .session import Session


def _path(argument: str) -> str:
    if not argument:
        raise BadUsage("which file?")
    if len(argument) > 1 and argument[0] == argument[-1] and argument[0] in "\"'":
        argument = argument[1:-1]
    return os.path.expanduser(argument)


def _script(argument: str) -> str:
    """The path of a script, whose extension may be left out."""
    path = _path(argument)
    return path + EXTENSION if not os.path.exists(path) and os.path.isfile(path + EXTENSION) else path


def run(session: Session, argument: str) -> int:
    """``.run``: runs a script on the variables of the session."""
    path = _script(argument)
    failure: list[OSError] = []

    def work() -> None:
        try:
            session.workspace.run_file(path)
        except OSError as problem:
            failure.append(problem)

    status = session.guarded(work)
    if failure:
        raise failure[0]
    return status


def load(session: Session, argument: str) -> int:
    """``.load``: brings the text of a file to the next prompt; without a terminal it runs."""
    from ..sources import read_source

    text = read_source(_script(argument)).text.rstrip()
    if session.screen.live:
        session.pending = text
        return OK
    return session.feed(text)


def save(session: Session, argument: str) -> int:
    """``.save``: writes what ran into a new file."""
    path = _path(argument)
    if not os.path.splitext(path)[1] and not os.path.isdir(path):
        path += EXTENSION
    if not session.entered:
        raise BadUsage("nothing has run yet that could be saved")
    with open(path, "x", encoding="utf-8", newline="") as file:
        file.write("\n".join(text.rstrip() for text in session.entered) + "\n")
    count = len(session.entered)
    session.screen.text(f"{count} input{'s' * (count != 1)} saved in {path}")
    return OK
