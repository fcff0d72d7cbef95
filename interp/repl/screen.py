"""Where a session writes: values and what it says on standard output, problems on standard error."""

from __future__ import annotations

import sys

from ..terminal import visible, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from ..errors import ScriptError


class Screen:
    """Writes plain lines, for a session without a terminal."""

    #: Columns of a line.
    @property
    def width(self) -> int:
        return 100

    #: Whether a person looks at it: then long values are cut.
    live = False

    def code(self, text: str) -> None:
        """Shows 4D code, or a value in its notation."""
        self._write(sys.stdout, text)

    def text(self, text: str) -> None:
        """Shows what the session has to say."""
        self._write(sys.stdout, text)

    def note(self, text: str) -> None:
        """Says something in passing."""
        self._write(sys.stderr, text)

    def problem(self, text: str) -> None:
        """Says that something went wrong, on one line."""
        self._write(sys.stderr, text)

    def interrupted(self) -> None:
        """Says that Ctrl-C has ended what ran: below the line on which the terminal shows ``^C``."""
        self.problem("\ninterrupted")

    def error(self, error: ScriptError) -> None:
        """Shows an error of the language, with its place."""
        self._write(sys.stderr, error.render())

    @staticmethod
    def _write(stream: TextIO | None, text: str) -> None:
        if sys.stdout is not None:
            sys.stdout.flush()
        if stream is not None:
            write(stream, (visible(text) if stream.isatty() else text) + "\n")
            stream.flush()
