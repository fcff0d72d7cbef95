"""A session: inputs go in, what they print and give comes out. It knows of no terminal."""

from __future__ import annotations

import re
import time

from stdlib4d.values import UNDEFINED

from ..errors import CompileError, ScriptError
from ..near import of_expression, of_name, suggest
from .completeness import COMPLETE, INCOMPLETE, Completeness, Look
from .printing import Bounds, everything, printed
from .screen import Screen
from .workspace import CLASS, METHOD, Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from grammar.words import Vocabulary
    from stdlib4d.values import Value

    from .progress import Progress

OK, FAILED, USAGE = 0, 1, 2
#: What ends a method or a class that is entered line by line.
END = ".end"

_DEFINITION = re.compile(
    r"\s*\.(method|class)[ \t]+([^\W\d][\w ]*?)[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE
).match
#: A text in which a comment may tell of a method or a class that begins there.
_MAY_DEFINE = re.compile(
    r"^[ \t\xa0]*(?:#declare|(?:(?:shared|local|server|exposed|session|singleton)[ \t\xa0]+)*"
    r"(?:function|class|property)[ \t\xa0])",
    re.IGNORECASE | re.MULTILINE,
).search


class Leave(Exception):
    """Raised by what ends the session."""


class Session:
    """Runs inputs: code of the language, commands that begin with a full stop, and questions about names.

    Parameters
    ----------
    workspace: what inputs run on.
    screen: what shows what comes of them.
    progress: makes what shows, while an input runs, how long it has been at it.
    """

    def __init__(
        self, workspace: Workspace, screen: Screen, progress: Callable[[], Progress] | None = None
    ) -> None:
        self.workspace = workspace
        self.screen = screen
        self.timing = False
        #: The last error, and the inputs that ran, for ``.trace`` and ``.save``.
        self.error: ScriptError | None = None
        self.entered: list[str] = []
        #: The text that the next prompt begins with.
        self.pending = ""
        self._progress = progress
        self._count = 0
        self._failures = 0
        self.completeness = Completeness(lambda: self._words, self._french)

    @property
    def _words(self) -> Vocabulary:
        _ = self.workspace.project
        return self.workspace.words

    def _french(self, text: str) -> Vocabulary | None:
        """The names of a text with a line that begins with a French keyword."""
        from grammar.french import FrenchVocabulary, has_keyword_line
        from stdlib4d.french import NAMES

        methods = self.workspace.project.names
        return (
            FrenchVocabulary(self._words, NAMES, text, methods) if has_keyword_line(text, methods) else None
        )

    # -------------------------------------------------------------- inputs

    def look(self, text: str) -> Look:
        """Whether *text* is an input, or the begin of one."""
        if _DEFINITION(text):
            last = text.rstrip().rpartition("\n")[2].strip().lower()
            return Look(COMPLETE if last == END else INCOMPLETE, END)
        if is_command(text) or _is_question(text):
            return Look(COMPLETE)
        return self.completeness.look(text)

    def feed(self, text: str) -> int:
        """Runs one input and shows what comes of it; returns what the exit status were, ended the session here.

        Raises :class:`Leave` for one that ends it, and ``KeyboardInterrupt`` for one that was interrupted.
        """
        if not text.strip():
            return OK
        timing = self.timing
        began = time.perf_counter()
        status = self._feed(text)
        # What switches it on or off is not worth a time.
        if timing and self.timing:
            self.screen.note(f"{_duration(time.perf_counter() - began)}")
        if self.workspace.ended:
            raise Leave
        return status

    def _feed(self, text: str) -> int:
        defined = _DEFINITION(text)
        if defined is not None:
            body = "\n" + text[defined.end() :].rstrip()
            return self.define(defined[1].lower(), defined[2], body.removesuffix(END).rstrip() + "\n")
        if _is_question(text):
            return self.explain(text.strip()[1:].strip())
        if is_command(text):
            from .commands import perform

            return perform(self, text.strip())
        return self.guarded(lambda: self._run(text))

    def _run(self, text: str) -> None:
        """Runs code; methods and classes that it shows with their names are defined."""
        if _MAY_DEFINE(text):
            from ..doctest.sections import sections

            parts = sections(text, runs=False)
            for part in parts:
                if part.kind in (METHOD, CLASS) and part.name:
                    self._define(part.kind, part.name, part.text)
            parts = [part for part in parts if part.kind not in (METHOD, CLASS) or not part.name]
            if not parts:
                return
            for part in parts:
                if part.kind == CLASS:
                    self._refuse_class(part.text)
                self._enter(part.text)
        else:
            self._enter(text)
        self.entered.append(text)

    def _refuse_class(self, text: str) -> None:
        """A class needs a name: says how it gets one, in place of what the compiler says."""
        try:
            self._enter(text)
        except CompileError as error:
            hint = "enter .class and its name before it, and .end behind it"
            for problem in error.problems:
                problem.hint = hint
            raise

    def _enter(self, text: str) -> None:
        self._count += 1
        entered = self.workspace.enter(text, f"<input {self._count}>")
        if entered.shows:
            self.show(entered.value)
            if entered.value is UNDEFINED:
                hint = of_expression(text, self.workspace.variables())
                if hint:
                    self.screen.note(f"hint: {hint}")
        for name in entered.unknown:
            hint = of_name(name, self.workspace.project.names, self.workspace.variables())
            self.screen.note(f"hint: {hint}")

    def guarded(self, work: Callable[[], object]) -> int:
        """Does *work* and shows the error that ends it; returns the exit status."""
        workspace = self.workspace
        try:
            if self._progress is None:
                work()
            else:
                with self._progress():
                    work()
            status = OK
        except ScriptError as error:
            if isinstance(error.__cause__, OSError):
                # Only the output fails this far out: nobody listens any more.
                raise error.__cause__ from None
            self.error = error
            suggest(error, workspace.project.names, workspace.variables())
            self.screen.error(error)
            status = USAGE if isinstance(error, CompileError) else FAILED
        failures = workspace.failures
        if len(failures) > self._failures:
            status = status or FAILED
        self._failures = len(failures)
        return status

    def show(self, value: Value, *, whole: bool = False) -> None:
        """Shows a value."""
        bounds = (
            Bounds(self.screen.width) if self.screen.live and not whole else everything(self.screen.width)
        )
        text = printed(value, bounds, summaries=not whole)
        if isinstance(value, str) and "\n" in text:
            self.screen.text(text)
        else:
            self.screen.code(text)

    def define(self, kind: str, name: str, text: str) -> int:
        """Defines a method or a class."""
        return self.guarded(lambda: self._define(kind, name, text))

    def _define(self, kind: str, name: str, text: str) -> None:
        self.workspace.define(kind, name, text)
        call = f"cs.{name}.new()" if kind == CLASS else name
        self.screen.note(f"{kind} {name} is defined: {call}")

    def explain(self, name: str) -> int:
        """Shows what there is to know of a name of the language."""
        if not name:
            self.screen.problem("which name? For example: ?SMTP New transporter")
            return USAGE
        from .explaining import show

        return OK if show(self, name) else FAILED


def is_command(text: str) -> bool:
    """Whether *text* is a command of the session: nothing of the language begins with a full stop and a letter."""
    text = text.lstrip()
    return text[:1] == "." and text[1:2].isalpha()


def _is_question(text: str) -> bool:
    """Whether *text* asks for help: it begins with a question mark that begins no time, such as ``?10:30:00?``."""
    return re.match(r"\s*\?(?![0-9: ]+[?!])", text) is not None


def _duration(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 1 else f"{seconds:,.2f} s"
