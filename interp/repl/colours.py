"""The colours of a terminal: those of code, and those of what the session says."""

from __future__ import annotations

from prompt_toolkit.lexers import Lexer
from prompt_toolkit.styles import Style

from ..help.colours import Painter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from ..help.colours import Fragment
    from .workspace import Workspace

#: The sixteen colours of the terminal only, which its owner has chosen to be readable.
STYLE = Style.from_dict(
    {
        "prompt.name": "bold",
        "prompt.sandbox": "ansigreen bold",
        "prompt.live": "ansiwhite bg:ansired bold",
        "prompt-continuation": "ansibrightblack",
        "auto-suggestion": "ansibrightblack",
        "bottom-toolbar": "noreverse ansibrightblack",
        "bottom-toolbar.live": "ansired bold",
        "bottom-toolbar.current": "ansicyan bold underline",
        "error": "ansired",
        "error.caret": "ansired bold",
        "hint": "ansicyan",
        "faint": "ansibrightblack",
        "pygments.keyword": "ansiblue bold",
        "pygments.keyword.type": "ansicyan",
        "pygments.keyword.constant": "ansimagenta",
        "pygments.name.builtin": "ansigreen",
        "pygments.name.builtin.pseudo": "ansigreen bold",
        "pygments.name.constant": "ansimagenta",
        "pygments.name.variable": "ansicyan",
        "pygments.name.class": "ansigreen bold",
        "pygments.name.function": "ansigreen",
        "pygments.name.attribute": "",
        "pygments.string": "ansiyellow",
        "pygments.string.escape": "ansibrightyellow",
        "pygments.literal.date": "ansimagenta",
        "pygments.number": "ansimagenta",
        "pygments.comment": "ansibrightblack italic",
        "pygments.error": "underline ansired",
    }
)


class CodeColours(Lexer):
    """Colours code with the names of a workspace; what was read of it is kept until they change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._painter: Painter | None = None

    def lines(self, text: str) -> list[StyleAndTextTuples]:
        """The fragments of each line of *text*."""
        return [_styled(line) for line in self._parts(text)]

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """What gives the fragments of a line of *document*: few of many are shown."""
        lines = self._parts(document.text)
        return lambda number: _styled(lines[number]) if number < len(lines) else []

    def _parts(self, text: str) -> list[list[Fragment]]:
        reader = self._workspace.reader
        if self._painter is None or self._painter.reader is not reader:
            self._painter = Painter(reader)
        return self._painter.lines(text)

    def invalidation_hash(self) -> Hashable:
        """What changes when the same text is to be coloured anew."""
        return id(self._workspace.reader)


def _styled(line: list[Fragment]) -> StyleAndTextTuples:
    return [(_STYLES[kind], part) for kind, part in line]


class _Styles(dict[str, str]):
    """The style of a kind of token: a class of prompt_toolkit, whose parts are classes, too."""

    def __missing__(self, kind: str) -> str:
        made = self[kind] = f"class:pygments.{kind.lower()}"
        return made


_STYLES = _Styles()
