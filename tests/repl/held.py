"""A session that keeps what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interp.errors import ScriptError
from interp.host import Permissions
from interp.repl.host import SessionHost
from interp.repl.screen import Screen
from interp.repl.session import Session
from interp.repl.workspace import Workspace


class HeldScreen(Screen):
    """Keeps what is shown on standard output."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def code(self, text: str) -> None:
        self.lines.append(text)

    def text(self, text: str) -> None:
        self.lines.append(text)

    def note(self, text: str) -> None:
        pass

    def error(self, error: ScriptError) -> None:
        pass


@contextmanager
def held(folder: Path) -> Iterator[tuple[Session, list[str]]]:
    """A session in *folder*, and what it has shown."""
    workspace = Workspace(SessionHost(Permissions.all(), answers=()), str(folder))
    screen = HeldScreen()
    try:
        yield Session(workspace, screen), screen.lines
    finally:
        workspace.close()
