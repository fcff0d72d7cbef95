"""The program on a pseudo-terminal, as somebody at a keyboard has it."""

from __future__ import annotations

import os
import re
import shlex
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="drives the program on a pseudo-terminal")
if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[2]
#: Seconds that a test waits for the program.
PATIENCE = 30.0
#: Colours, movements of the cursor, titles and settings of the terminal.
_CONTROL = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[=>])")
#: The end of the prompt: what is typed comes behind it.
PROMPT = re.compile(r"4d (?:\x1b\[[0-9;]*m)*(sandbox|LIVE)(?:\x1b\[[0-9;]*m)*>(?:\x1b\[[0-9;]*m)* ?")


def plain(text: str) -> str:
    """*text* without what steers the terminal."""
    return _CONTROL.sub("", text).replace("\r", "")


class Terminal:
    """A session of the program in *folder*, with an empty home of its own."""

    def __init__(self, folder: Path, *arguments: str, **changes: str) -> None:
        self.start(folder, *arguments, **changes)
        self.prompt()

    def start(self, folder: Path, *arguments: str, shell: str = "", **changes: str) -> None:
        """Starts the program; *shell* is what a shell gets behind it, *changes* are environment variables."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NO_COLOR"))
        }
        environment = {
            **kept,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "XDG_STATE_HOME": str(folder / "state"),
            "TERM": "xterm-256color",
            # Nobody is there to answer where the cursor is.
            "PROMPT_TOOLKIT_NO_CPR": "1",
            **changes,
        }
        self.history = folder / "state" / "4dm" / "history"
        command = [sys.executable, "-m", "interp.cli", *arguments]
        if shell:
            command = ["/bin/sh", "-c", f"exec {shlex.join(command)} {shell}"]
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            dimensions=(50, 110),
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = 0

    def prompt(self) -> str:
        """Waits for the prompt; returns which it is."""
        self.child.expect(PROMPT)
        return str(self.child.match[1])

    def type(self, text: str) -> None:
        """Types *text*."""
        self.child.send(text)

    def paste(self, text: str) -> None:
        """Pastes *text* as terminals do: in brackets."""
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def until(self, text: str, *, within: float = PATIENCE) -> str:
        """Waits for *text* in what is shown; returns what came before it, without colours."""
        self.child.expect_exact(text, timeout=within)
        return plain(self.child.before)

    def enter(self, text: str = "") -> str:
        """Types or pastes *text* and Enter; returns what comes of it."""
        self.begin(text)
        return self.outcome()

    def begin(self, text: str) -> None:
        """Types or pastes *text* and Enter."""
        if "\n" in text:
            self.paste(text)
        else:
            self.type(text)
        self.type("\r")

    def outcome(self) -> str:
        """What was shown since the last input ended. It waits until the session is ready again."""
        self.child.expect_exact("\x1b[?2004l")
        return self.rest()

    def rest(self) -> str:
        """What is shown until the session is ready again."""
        self.child.expect_exact("\x1b[?2004h")
        shown = plain(self.child.before)
        self.prompt()
        return shown.strip("\n")

    def seen(self, seconds: float = 0.5) -> str:
        """What is shown for some time, colours and all."""
        end, found = time.monotonic() + seconds, ""
        while (left := end - time.monotonic()) > 0:
            try:
                found += self.child.read_nonblocking(10_000, left)
            except pexpect.TIMEOUT:
                break
        return found

    def leave(self) -> int:
        """Presses Ctrl-D; returns the exit status."""
        self.child.sendeof()
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus)

    def close(self) -> None:
        """Ends the program, whatever it does."""
        self.child.close(force=True)
