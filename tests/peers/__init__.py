"""Mail parsers of npm, asked from Python: ``npm install`` in this folder fetches them.

:class:`Peer` is one parser in a process of node; :func:`missing` says why there can be none.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
#: The parsers, by their names in npm.
NAMES = ("mailparser", "postal-mime")


def missing() -> str:
    """Why the parsers cannot be asked; an empty text when they can."""
    if shutil.which("node") is None:
        return "there is no node"
    absent = [name for name in NAMES if not (FOLDER / "node_modules" / name).is_dir()]
    return f"npm install --prefix tests/peers was not run: no {', '.join(absent)}" if absent else ""


class Peer:
    """A parser of npm, as a process that answers one mail after the other; a context manager."""

    def __init__(self, name: str) -> None:
        self.name = name
        node = shutil.which("node")
        if node is None:
            raise FileNotFoundError("node")
        self._process = subprocess.Popen(
            [node, str(FOLDER / "parse.mjs"), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=FOLDER,
            # A date without a zone is one of UTC.
            env={**os.environ, "TZ": "UTC"},
        )

    def parse(self, message: bytes) -> dict[str, Any]:
        """What the parser makes of *message*, in the shape that ``parse.mjs`` describes."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise ValueError("closed")
        process.stdin.write(struct.pack(">I", len(message)) + message)
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with status {process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """Ends the process."""
        process = self._process
        if process.stdin is not None:
            process.stdin.close()
        if process.stdout is not None:
            process.stdout.close()
        process.wait(10)

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
