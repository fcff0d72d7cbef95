"""Writes on a terminal, in colours."""

from __future__ import annotations

import re

from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import create_output
from prompt_toolkit.shortcuts.utils import print_formatted_text

from ..terminal import visible
from .colours import STYLE
from .screen import Screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.output import ColorDepth

    from ..errors import ScriptError
    from .colours import CodeColours

_CARET = re.compile(r"[ \t]*\^+\Z").match


class TerminalScreen(Screen):
    """Everything goes to the terminal, in the order in which it is said."""

    live = True

    def __init__(self, colours: CodeColours, depth: ColorDepth | None) -> None:
        self._colours = colours
        self._depth = depth
        self._output = create_output()

    @property
    def width(self) -> int:
        """Columns of the terminal, but not so many that lines are hard to read."""
        return max(20, min(self._output.get_size().columns, 120))

    def code(self, text: str) -> None:
        self._print(self._painted(text))

    def text(self, text: str) -> None:
        self._print([("", visible(text))])

    def note(self, text: str) -> None:
        self._print([("class:faint", visible(text))])

    def problem(self, text: str) -> None:
        self._print([("class:error", visible(text))])

    def interrupted(self) -> None:
        # In place of that line: what showed progress may stand there.
        self._output.write_raw("\r")
        self._output.erase_end_of_line()
        self.problem("interrupted")

    def error(self, error: ScriptError) -> None:
        lines = visible(error.render()).split("\n")
        shown: StyleAndTextTuples = []
        for number, line in enumerate(lines):
            if number + 1 < len(lines) and _CARET(lines[number + 1]):
                shown += self._painted(line)
            elif _CARET(line):
                shown.append(("class:error.caret", line))
            elif line.startswith("hint: "):
                shown.append(("class:hint", line))
            else:
                shown.append(("class:faint" if line.startswith("  ") else "class:error", line))
            shown.append(("", "\n"))
        self._print(shown[:-1])

    def _painted(self, text: str) -> StyleAndTextTuples:
        shown: StyleAndTextTuples = []
        for line in self._colours.lines(visible(text)):
            shown += [*line, ("", "\n")]
        return shown[:-1]

    def _print(self, fragments: StyleAndTextTuples) -> None:
        print_formatted_text(
            FormattedText(fragments),
            style=STYLE,
            color_depth=self._depth,
            output=self._output,
            include_default_pygments_style=False,
        )
