"""Measures what a session does for each key, in an input of 500 lines.

    python scripts/bench_repl.py

Prints the median of the processor's time for a key (colours, signature, completeness) and for a completion.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

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
#: Seconds that are aimed at.
KEY, COMPLETION = 0.010, 0.020


def each_key(work: Callable[[Document], object]) -> float:
    """The median of the time of this thread that *work* takes when another letter of ``TYPED`` is there."""
    times = []
    for count in range(1, len(TYPED) + 1):
        document = Document(LINES + TYPED[:count])
        began = time.thread_time()
        work(document)
        times.append(time.thread_time() - began)
    return median(times)


def main() -> None:
    """Prints both figures."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(SessionHost(Permissions.none(), answers=()), folder)
        session = Session(workspace, Screen())
        session.feed('$status:={success: True; statusText: "fine"}')
        colours = CodeColours(workspace)
        completer = SessionCompleter(session)

        def key(document: Document) -> None:
            line = colours.lex_document(document)
            for number in range(450, 501):
                line(number)
            toolbar(session, document, 100)
            session.look(document.text)

        def completion(document: Document) -> None:
            list(completer.get_completions(document, CompleteEvent()))

        for name, work, target in (("key", key, KEY), ("completion", completion, COMPLETION)):
            print(f"{name:<12}{each_key(work) * 1000:8.2f} ms{target * 1000:8.0f} ms aimed at")
        workspace.close()


if __name__ == "__main__":
    main()
