"""The inputs of former sessions, in a file that nobody else can read.

Only what is entered at the prompt gets into it: answers to ``Request`` and ``CONFIRM`` are read elsewhere. An input
that begins with a blank is left out, too, as in other shells.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from prompt_toolkit.history import History

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: Bytes of the file beyond which its older half is dropped, and the longest input that is kept.
LARGEST, LONGEST = 1_000_000, 100_000


def place() -> Path:
    """Where the history is kept: a file below the state folder of the user (XDG Base Directory Specification)."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_STATE_HOME") or ""
        if not os.path.isabs(base):
            base = str(Path.home() / ".local" / "state")
    return Path(base) / "4dm" / "history"


class InputHistory(History):
    """Each input is a line with the time, and its own lines with ``+`` before each.

    Where the file cannot be read or written, the session goes on without it; ``problem`` says why.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.problem = ""

    def load_history_strings(self) -> Iterable[str]:
        """The inputs, the newest first."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as problem:
            self.problem = str(problem)
            return []
        if len(data) > LARGEST:
            cut = data.find(b"\n#", len(data) - LARGEST // 2)
            data = data[cut + 1 :]
            self._rewrite(data)
        found: list[str] = []
        lines: list[str] = []
        for line in [*data.decode("utf-8", "replace").split("\n"), ""]:
            if line.startswith("+"):
                lines.append(line[1:])
            elif lines:
                found.append("\n".join(lines))
                lines = []
        return reversed(found)

    def store_string(self, string: str) -> None:
        """Adds an input to the file."""
        if string[:1] in (" ", "\t") or len(string) > LONGEST:
            return
        lines = "".join(f"+{line}\n" for line in string.split("\n"))
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._add(f"\n# {time.strftime('%Y-%m-%d %H:%M:%S')}\n{lines}".encode("utf-8", "replace"))
        except OSError as problem:
            self.problem = str(problem)

    def _add(self, data: bytes) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with open(handle, "ab") as file:
            if hasattr(os, "fchmod"):
                # A file that was there before may be open to others.
                os.fchmod(file.fileno(), 0o600)
            file.write(data)

    def _rewrite(self, data: bytes) -> None:
        """Replaces the file, whole or not at all."""
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "wb") as file:
                file.write(data)
            draft.replace(self.path)
        except OSError as problem:
            self.problem = str(problem)
