"""The session on a terminal: the prompt, its keys and colours. The one module that starts prompt_toolkit."""

from __future__ import annotations

import os
from threading import Thread

from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout.processors import (
    HighlightMatchingBracketProcessor,
    TabsProcessor,
    Transformation,
    TransformationInput,
)
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.patch_stdout import patch_stdout
from prompt_toolkit.shortcuts.prompt import PromptSession

from .colours import STYLE, CodeColours
from .completion import SessionCompleter
from .history import InputHistory, place
from .keys import bindings
from .progress import Progress
from .session import OK, Leave, Session
from .terminal import TerminalScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.document import Document

    from ..session import Session as RunningSession
    from .workspace import Workspace

#: Lines from which on long ones are moved under the cursor: finding out where they break costs too much then.
_WRAPPED = 100
_WELCOME = "4dm {version}: 4D for mails. .help tells more, Ctrl-D leaves."
_STATES = {
    False: [("class:prompt.name", "4d "), ("class:prompt.sandbox", "sandbox"), ("class:prompt.name", "> ")],
    True: [("class:prompt.name", "4d "), ("class:prompt.live", "LIVE"), ("class:prompt.name", "> ")],
}


def converse(workspace: Workspace, *, colour: bool = True, vi: bool = False) -> int:
    """Holds a session on the terminal until the person leaves; returns the exit status."""
    return _Conversation(workspace, colour, vi).run()


def _step(running: RunningSession) -> None:
    """What TRACE does: it asks on the terminal how to go on."""
    from ..debugging.terminal import trace

    trace(running)


def _warm_up() -> None:
    """Reads what the first input needs, while the person reads the prompt."""
    from grammar import french  # noqa: F401 - for its import
    from grammar.source import Source

    from ..help.completion import complete
    from ..help.reading import reader_of
    from ..project import Project
    from ..units import compile_unit

    complete("$a:=Str", 7, reader_of())
    compile_unit(Source("1+1"), Project(), "script", "warm up")


class _Tabs(TabsProcessor):
    """Shows tabs as blanks. A line without any is left as it is, which is far quicker."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        if "\t" in transformation_input.document.lines[transformation_input.lineno]:
            return super().apply_transformation(transformation_input)
        return Transformation(transformation_input.fragments)


class _Conversation:
    def __init__(self, workspace: Workspace, colour: bool, vi: bool) -> None:
        self._workspace = workspace
        depth = None if colour else ColorDepth.DEPTH_1_BIT
        self._colours = CodeColours(workspace)
        self._screen = TerminalScreen(self._colours, depth)
        self._session = Session(workspace, self._screen, self._progress)
        self._shown: Progress | None = None
        self._toolbar_of: tuple[tuple[Document, bool, int], FormattedText] | None = None
        workspace.host.quiet = self._quiet
        workspace.debug(_step)
        self._history = InputHistory(place())
        vi = vi or os.environ.get("FOURDM_KEYS", "").lower() == "vi"
        self._prompt: PromptSession[str] = PromptSession(
            lambda: FormattedText(_STATES[workspace.host.live]),
            multiline=True,
            prompt_continuation=lambda width, _, wraps: ("" if wraps else "... ").rjust(width),
            lexer=self._colours,
            style=STYLE,
            color_depth=depth,
            include_default_pygments_style=False,
            completer=SessionCompleter(self._session),
            complete_while_typing=True,
            auto_suggest=AutoSuggestFromHistory(),
            history=self._history,
            search_ignore_case=True,
            enable_open_in_editor=True,
            tempfile_suffix=".4dm",
            editing_mode=EditingMode.VI if vi else EditingMode.EMACS,
            key_bindings=bindings(self._session),
            bottom_toolbar=self._toolbar,
            input_processors=[
                HighlightMatchingBracketProcessor(chars="[](){}"),
                _Tabs(char1=" ", char2=" "),
            ],
            wrap_lines=Condition(lambda: self._prompt.default_buffer.document.line_count < _WRAPPED),
        )

    def run(self) -> int:
        """Asks, runs, and asks again."""
        from ..version import VERSION

        self._screen.note(_WELCOME.format(version=VERSION))
        app = self._prompt.app

        def begin(_: object) -> None:
            app.after_render.remove_handler(begin)
            Thread(target=_warm_up, daemon=True).start()

        app.after_render.add_handler(begin)
        while True:
            text = self._session.pending
            self._session.pending = ""
            try:
                # Processes that go on may print while the prompt is there: above it.
                with patch_stdout(raw=True):
                    text = self._prompt.prompt(default=text)
            except KeyboardInterrupt:
                continue
            except EOFError:
                return OK
            try:
                self._session.feed(text)
            except Leave:
                return OK
            except KeyboardInterrupt:
                self._screen.interrupted()

    def _progress(self) -> Progress:
        self._shown = Progress(self._workspace.host.loop, self._screen.width)
        return self._shown

    def _quiet(self) -> None:
        if self._shown is not None:
            self._shown.clear()

    def _toolbar(self) -> FormattedText:
        from .toolbar import toolbar

        # It is asked for several times with each key.
        document, width = self._prompt.default_buffer.document, self._output_width
        state = (document, self._workspace.host.live, width)
        if self._toolbar_of is None or self._toolbar_of[0] != state:
            self._toolbar_of = state, toolbar(self._session, document, width)
        return self._toolbar_of[1]

    @property
    def _output_width(self) -> int:
        return self._prompt.app.output.get_size().columns
