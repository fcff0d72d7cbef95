"""Running one script, and judging how it ended."""

from __future__ import annotations

import io
import sys
import threading
import time
import traceback
import warnings
from contextlib import redirect_stderr
from dataclasses import dataclass
from types import NoneType
from typing import Any

from grammar.source import Source
from interp import CompileError, Interpreter, Permissions, ScriptError
from interp.errors import INTERRUPTED
from interp.host import LocalHost
from stdlib4d.errors import LanguageError, LimitExceeded

from .corpus import Script

#: Seconds that a script may run, and those of the processor after which it is held not to have been stopped.
TIME_LIMIT = 0.5
TOO_LONG = 10.0
NAME = "fuzzed"


@dataclass(frozen=True)
class Outcome:
    """How a script ended.

    ``kind`` is ``result``, ``error`` (4D error while running), ``refused`` (it does not compile) or ``stopped``
    (the time limit); ``code``, ``line`` and ``column`` belong to the error; ``problem`` says what must not be,
    and is empty when all is well. ``value`` is what the script returned and left in its variables.
    """

    kind: str
    code: int = 0
    line: int = 0
    column: int = 0
    problem: str = ""
    seconds: float = 0.0
    value: Any = None

    @property
    def place(self) -> tuple[str, int, int, int]:
        """Kind, code, line and column: what two ways to run one script must agree on."""
        return self.kind, self.code, self.line, self.column


def run(script: Script, parser: str = "table", time_limit: float = TIME_LIMIT) -> Outcome:
    """Runs *script* in an interpreter of its own that may do nothing, and judges what becomes of it."""
    noticed: list[str] = []
    hooks = sys.unraisablehook, threading.excepthook
    sys.unraisablehook = lambda event: noticed.append(f"unraisable: {event.exc_value!r} in {event.object!r}")
    threading.excepthook = lambda event: noticed.append(f"in a thread: {event.exc_value!r}")
    depth = sys.getrecursionlimit()
    started = time.thread_time()
    try:
        with warnings.catch_warnings(record=True) as warned, redirect_stderr(io.StringIO()):
            warnings.simplefilter("always")
            outcome = _judged(script, parser, time_limit)
        noticed += [f"warning: {w.category.__name__}: {w.message}" for w in warned]
    finally:
        sys.unraisablehook, threading.excepthook = hooks
    seconds = time.thread_time() - started
    if sys.getrecursionlimit() != depth:
        noticed.append(f"it left the recursion limit at {sys.getrecursionlimit()}")
        sys.setrecursionlimit(depth)
    if seconds > TOO_LONG:
        noticed.append(f"it took {seconds:.1f} s of the processor, the time limit is {time_limit} s")
    problem = "\n".join(filter(None, [outcome.problem, *noticed]))
    return Outcome(outcome.kind, outcome.code, outcome.line, outcome.column, problem, seconds, outcome.value)


def _judged(script: Script, parser: str, time_limit: float) -> Outcome:
    if script.sandbox:
        from interp.sandbox.host import SandboxHost as HostClass
    else:
        HostClass = LocalHost
    host = HostClass(Permissions(), output=io.StringIO(), answers=())
    try:
        with Interpreter(
            host=host, methods=script.methods, classes=script.classes, time_limit=time_limit, parser=parser
        ) as interpreter:
            result = interpreter.run(script.text, NAME)
            return Outcome("result", value=(result.value, result.variables))
    except ScriptError as error:
        return _of_error(error, script)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return Outcome("escaped", problem="".join(traceback.format_exc(limit=-8)))
    finally:
        host.close()


def _of_error(error: ScriptError, script: Script) -> Outcome:
    kind = "refused" if isinstance(error, CompileError) else "error"
    if error.code == INTERRUPTED and kind == "error":
        kind = "stopped"
    wrong = []
    problems = error.problems if isinstance(error, CompileError) else ()
    shown = error.render() + str(error)
    if "internal error" in shown or any(problem.code == "internal" for problem in problems):
        cause = error.__cause__
        trace = "".join(traceback.format_exception(cause)[-6:]) if cause is not None else ""
        wrong.append(f"{shown}\n{trace}")
    elif not isinstance(error.__cause__, (LanguageError, LimitExceeded, NoneType)):
        wrong.append(f"{error} comes from {error.__cause__!r}")
    for at in (error, *problems):
        name = at.filename if isinstance(at, ScriptError) else at.file
        if at.line < 1 or at.column < 1:
            # A run that is stopped may be so before its first line and behind its last.
            if kind != "stopped":
                wrong.append(f"no position: {at.line}:{at.column} {at.message}")
        elif name == NAME and at.line > len(Source(script.text).starts):
            wrong.append(f"line {at.line} is behind the end: {at.message}")
    if error.__class__ is ScriptError and error.code.__class__ is not int:
        wrong.append(f"the code is {error.code!r}")
    return Outcome(kind, error.code, error.line, error.column, "\n".join(wrong))
