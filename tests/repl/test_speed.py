"""What a session does for each key, in an input of 500 lines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from interp.host import Permissions
from interp.repl.colours import CodeColours
from interp.repl.completion import SessionCompleter
from interp.repl.host import SessionHost
from interp.repl.screen import Screen
from interp.repl.session import Session
from interp.repl.toolbar import toolbar
from interp.repl.workspace import Workspace

LINES = (
    "If ($a>3)\n"
    "\t$status:=SMTP New transporter($server).send($mail) // a remark\n"
    '\t$b:=Length("abc")+Position("x"; $c)\n'
    "End if\n"
) * 125
TYPED = '$new:=Substring("abc"; $status.statusText'
#: Seconds: the bars are 10 and 20 ms of a machine that has nothing else to do.
KEY, COMPLETION = 0.010, 0.020


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    workspace = Workspace(SessionHost(Permissions.none(), answers=()), str(tmp_path))
    made = Session(workspace, Screen())
    assert made.feed('$status:={success: True; statusText: "fine"}') == 0
    yield made
    workspace.close()


def each_key(work: Callable[[Document], object]) -> float:
    """The median of the time of this thread that *work* takes when another letter of ``TYPED`` is there."""
    times = []
    for count in range(1, len(TYPED) + 1):
        document = Document(LINES + TYPED[:count])
        began = time.thread_time()
        work(document)
        times.append(time.thread_time() - began)
    return median(times)


def test_a_key(session: Session) -> None:
    colours = CodeColours(session.workspace)

    def work(document: Document) -> None:
        line = colours.lex_document(document)
        for number in range(450, 501):
            line(number)
        toolbar(session, document, 100)
        session.look(document.text)

    assert each_key(work) < KEY


def test_completion(session: Session) -> None:
    completer = SessionCompleter(session)
    assert each_key(lambda document: list(completer.get_completions(document, CompleteEvent()))) < COMPLETION
    found = completer.get_completions(Document(LINES + TYPED[:-4]), CompleteEvent())
    assert "statusText" in [each.text for each in found]
