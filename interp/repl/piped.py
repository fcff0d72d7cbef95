"""A session without a terminal: inputs come line by line, from a pipe or from a terminal that can do little else."""

from __future__ import annotations

import sys

from .completeness import INCOMPLETE
from .session import OK, Leave

#: What asks for an input, in the sandbox and outside of it, and for another line of one.
PROMPTS = {False: "4d sandbox> ", True: "4d LIVE> "}
MORE = "... "

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .session import Session


def converse(session: Session) -> int:
    """Runs what is on standard input; the first input that fails ends it. Returns the exit status."""
    try:
        for text in _inputs(session, lambda _: sys.stdin.readline() if sys.stdin is not None else ""):
            status = session.feed(text)
            if status != OK:
                return status
    except Leave:
        pass
    return OK


def talk(session: Session) -> int:
    """The same with a person at the other end, who is asked for each line, and may go on after an error."""

    # What goes into a file or a pipe is what inputs print, and nothing else.
    stream = sys.stdout if sys.stdout is not None and sys.stdout.isatty() else sys.stderr

    def read(begun: bool) -> str:
        if stream is not None:
            stream.write(MORE if begun else PROMPTS[session.workspace.host.live])
            stream.flush()
        return sys.stdin.readline()

    inputs = _inputs(session, read)
    while True:
        try:
            text = next(inputs)
        except StopIteration:
            print(file=stream)
            return OK
        except KeyboardInterrupt:
            print(file=stream)
            inputs = _inputs(session, read)
            continue
        try:
            session.feed(text)
        except Leave:
            return OK
        except KeyboardInterrupt:
            session.screen.interrupted()


def _inputs(session: Session, read: Callable[[bool], str]) -> Iterator[str]:
    """The inputs that *read* gives line by line; it gets whether one has begun. What is left at the end is one."""
    text = ""
    while line := read(bool(text)):
        text += line
        if session.look(text.removesuffix("\n")).state != INCOMPLETE:
            yield text.removesuffix("\n")
            text = ""
    if text.strip():
        yield text
