"""Every example of the reference that is about mail, pasted into a session, does what it does as a script."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from interp import Interpreter, Permissions, ScriptError
from interp.doctest.pages import read_page
from interp.sandbox.host import SandboxHost

from .terminal import Terminal

#: The pages about mail, by the begins of their names.
_MAIL = re.compile(
    r"(?:API/(?:Email|IMAP|POP3|SMTP|MailAttachment|Transporter)|commands/(?:imap|pop3|smtp|mail)-)"
)


class Said(SandboxHost):
    """Keeps what is said."""

    def __init__(self, package: str) -> None:
        super().__init__(Permissions.all(), package=package, logs=f"{package}/Logs", answers=())
        self.lines: list[str] = []
        self.questions: list[str] = []

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str:
        """Keeps the question; the answer is an empty line."""
        self.questions.append(message)
        return default

    def say(self, text: str) -> None:
        """Keeps *text*."""
        self.lines.append(text)


def examples(reference: Path) -> Iterator[tuple[str, str]]:
    """The examples: place and text."""
    for path in sorted(reference.rglob("*.md")):
        name = path.relative_to(reference).as_posix()
        if _MAIL.match(name):
            for block in read_page(name, path.read_text("utf-8")).blocks:
                if block.is_4d:
                    yield f"{name}:{block.line}", block.text


def as_script(text: str, host: Said) -> str:
    """Runs the text as a script; returns the message of the error that ends it."""
    host.lines.clear()
    host.questions.clear()
    try:
        with Interpreter(host=host) as interpreter:
            interpreter.run(text, "<example>")
    except ScriptError as error:
        return error.message
    return ""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def test_every_example_about_mail(reference: Path, tmp_path: Path, terminal: Terminal) -> None:
    seen = 0
    # One for all: what the examples do to the mailboxes of the sandbox stays done in the session, too.
    said = Said(str(tmp_path))
    for place, text in examples(reference):
        message = as_script(text, said)
        terminal.begin(text.rstrip("\n"))
        for question in said.questions:
            # In the code that was pasted, no blank follows it.
            terminal.until(question + " ")
            time.sleep(0.3)
            terminal.type("\r")
        shown = terminal.rest() if said.questions else terminal.outcome()
        # Long lines are broken by the terminal; what counts is the text.
        flat = re.sub(r"\s+", "", shown)
        for line in said.lines:
            assert re.sub(r"\s+", "", line) in flat, place
        assert ("(error" in shown or ": error:" in shown) == bool(message), (place, shown, message)
        assert re.sub(r"\s+", "", message) in flat, place
        assert terminal.enter(".reset") == "variables, methods and classes of this session are gone"
        seen += 1
    said.close()
    assert seen > 30
