"""Where a script stops, and what is around it there.

Python's own tracing does the work: it is switched on by ``TRACE`` or by ``--trace``, sees the lines of compiled code as
those of its 4D source, and is switched off when the script goes on and no breakpoint is left.
"""

from __future__ import annotations

import sys
from itertools import islice

from stdlib4d.errors import Aborted, LanguageError
from stdlib4d.values import UNDEFINED, UndefinedType, UnsetType

from ..errors import CompileError, ScriptError
from .lines import statement_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import Any

    from stdlib4d.values import Value

    from ..compiler.unit import Compiled
    from ..session import Session

#: How a script goes on: to the next line anywhere, to the next one here, to the line behind the call, without a stop.
INTO, NEXT, OUT, ON, QUIT = "into", "next", "out", "continue", "quit"


class Place:
    """One active call of a stopped script: its frame and its unit.

    ``changed`` are the variables that got a value during the stop, by their Python names: Python takes them over when
    it goes on.
    """

    __slots__ = ("changed", "frame", "unit")

    def __init__(self, frame: FrameType, unit: Compiled) -> None:
        self.frame = frame
        self.unit = unit
        self.changed: dict[str, Value] = {}

    @property
    def line(self) -> int:
        """Where it is, from 1."""
        return self.frame.f_lineno

    @property
    def file(self) -> str:
        """The name of its source."""
        return self.unit.source.name

    def variables(self) -> dict[str, Value]:
        """Its local variables by their spelling without ``$``; those that have no value yet are left out."""
        values = {**self.frame.f_locals, **self.changed}
        # At the very beginning of a script they are still where the session keeps them.
        kept = values.get(".kept", {})
        found = {}
        for python, name in self.unit.variables.items():
            if python in values:
                found[name] = values[python]
            elif name.lower() in kept:
                found[name] = kept[name.lower()]
        return found

    @property
    def this(self) -> Value:
        """What This is."""
        return self.frame.f_locals.get(".this")


class Tracer:
    """Stops the code of a session and asks what to do.

    *ask* gets the active calls, innermost first, and says how to go on: one of the constants above.
    """

    def __init__(self, session: Session, ask: Callable[[Tracer, list[Place]], str]) -> None:
        self.session = session
        #: Stems of file names in lower case with the lines in them.
        self.breakpoints: set[tuple[str, int]] = set()
        self._ask = ask
        self._mode = ON
        self._frame: FrameType | None = None
        #: The statement that each traced call is in, so that a line which is come back to does not stop twice.
        self._lines: dict[FrameType, int] = {}
        self._former: Any = None
        self._running = False

    def start(self) -> None:
        """Stops at the next line, whatever code it belongs to."""
        self._mode = INTO
        self._watch(sys._getframe(1))

    def end(self) -> None:
        """Stops nowhere any more."""
        self._mode, self._frame = ON, None
        self._lines.clear()
        if self._running:
            self._running = False
            sys.settrace(self._former)

    def _watch(self, innermost: FrameType | None) -> None:
        if not self._running:
            self._running, self._former = True, sys.gettrace()
        for place in self._calls(innermost):
            place.frame.f_trace = self._local
            self._lines.setdefault(place.frame, place.frame.f_lineno)
        sys.settrace(self._called)

    def _calls(self, frame: FrameType | None) -> Iterator[Place]:
        """The calls of 4D code from *frame* outwards."""
        while frame is not None:
            unit = self.session.codes.get(id(frame.f_code))
            if unit is not None:
                yield Place(frame, unit)
            frame = frame.f_back

    # -------------------------------------------------------------- what Python calls

    def _called(self, frame: FrameType, event: str, argument: object) -> Any:
        unit = self.session.codes.get(id(frame.f_code))
        if unit is None or (
            self._mode != INTO and stem(unit.source.name) not in {name for name, _ in self.breakpoints}
        ):
            return None
        return self._local

    def _local(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            unit = self.session.codes.get(id(frame.f_code))
            if unit is not None and self._begins(frame, unit) and self._stops(frame, unit):
                self._stop(frame)
        elif event == "return":
            self._lines.pop(frame, None)
            if frame is self._frame:
                # The caller goes on behind the call; where no code called, whatever comes next is the next line.
                caller = next(self._calls(frame.f_back), None)
                self._frame = None if caller is None else caller.frame
                self._mode = INTO if caller is None else NEXT
                if caller is not None:
                    caller.frame.f_trace = self._local
        return self._local

    def _begins(self, frame: FrameType, unit: Compiled) -> bool:
        """Whether another statement begins on the line that *frame* has come to."""
        lines = statement_lines(unit.source.text, tuple(self.session.project.names))
        if lines and frame.f_lineno not in lines:
            return False
        if frame in self._lines and _is_frame_work(frame):
            return False
        former = self._lines.get(frame)
        self._lines[frame] = frame.f_lineno
        return former != frame.f_lineno

    def _stops(self, frame: FrameType, unit: Compiled) -> bool:
        if (stem(unit.source.name), frame.f_lineno) in self.breakpoints:
            return True
        return self._mode == INTO or (self._mode == NEXT and frame is self._frame)

    def _stop(self, frame: FrameType) -> None:
        calls = list(self._calls(frame))
        self._mode = self._ask(self, calls)
        if calls[0].changed:
            frame.f_locals.update(calls[0].changed)
        self._frame = frame if self._mode in (NEXT, OUT) else None
        if self._mode == QUIT:
            self.end()
            raise Aborted
        if self._mode == ON and not self.breakpoints:
            for place in calls:
                place.frame.f_trace = None
            self.end()
        else:
            self._watch(frame)

    # -------------------------------------------------------------- what is asked at a stop

    def evaluate(self, place: Place, text: str) -> Value:
        """The value of the expression *text* where a call is; :class:`LanguageError` or :class:`ScriptError`."""
        return self._with(place, lambda variables: self.session.evaluate(text, variables))[0]

    def execute(self, place: Place, text: str, innermost: bool) -> None:
        """Runs the statement *text* where a call is, which is the innermost one where a local variable changes.

        A local variable keeps its type, on which the compiled code relies.
        """
        changed = self._with(place, lambda variables: self.session.execute(text, variables))[1]
        before = place.variables()
        for python, name in place.unit.variables.items():
            value = changed.get(name.lower(), UNDEFINED)
            former = before.get(name, UNDEFINED)
            if value is former or value is UNDEFINED:
                continue
            free = former is None or isinstance(former, (UndefinedType, UnsetType))
            if not free and value.__class__ is not former.__class__:
                raise LanguageError(0, f"${name} keeps its type: a value of another one would break the code")
            if not innermost:
                raise LanguageError(
                    0, f"${name} belongs to a caller: only variables of the method that stopped change"
                )
            place.changed[python] = value

    def _with(self, place: Place, run: Callable[[dict[str, Value]], Value]) -> tuple[Value, dict[str, Value]]:
        variables = {name.lower(): value for name, value in place.variables().items()}
        this = self.session.globals[".this"]
        self.session.globals[".this"] = place.this
        try:
            return self.session.perform(run, variables), variables
        finally:
            self.session.globals[".this"] = this


def _is_frame_work(frame: FrameType) -> bool:
    """Whether *frame* is at what stands around the code of a script and keeps its variables: that has no text."""
    if frame.f_lineno != 1:
        return False
    place = next(islice(frame.f_code.co_positions(), frame.f_lasti // 2, None), None)
    return place is not None and place[1:] == (1, 0, 0)


def stem(name: str) -> str:
    """What a file is called in breakpoints: without its folder and its extension, in lower case."""
    return name.replace("\\", "/").rpartition("/")[2].removesuffix(".4dm").lower()


#: What an expression at a stop may fail with.
FAILURES = (LanguageError, ScriptError, CompileError)
