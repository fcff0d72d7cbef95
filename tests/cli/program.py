"""The program as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "interp.cli"]
#: Seconds that a test waits for the program.
PATIENCE = 30.0


@dataclass(frozen=True)
class Outcome:
    """How the program ended and what it wrote."""

    status: int
    out: str
    err: str


def environment(**changes: str) -> dict[str, str]:
    """The variables that the program starts with: these tests' own, and *changes*."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SSL_CERT"))}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **changes}


def run(*arguments: str, cwd: Path, stdin: str | None = None, **changes: str) -> Outcome:
    """Runs ``4dm`` with *arguments*; no traceback of Python may ever show.

    *stdin* is piped in; without it standard input is empty. *changes* are environment variables.
    """
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        input=(stdin or "").encode(),
        capture_output=True,
        env=environment(**changes),
        timeout=PATIENCE,
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in outcome.err
    assert "internal error" not in outcome.err
    return outcome
