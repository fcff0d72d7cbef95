"""Communication of processes: workers, and semaphores (theme Processes (Communications))."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .processes import TICKS
from .registry import command
from .values import is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: Characters of the name of a semaphore that count.
LONGEST = 255


@command("CALL WORKER", 1389, "( process : Text, Integer ; formula : Object, Text {; ...param : any} )")
def call_worker(run: Run, process: str | int, formula: Value, *parameters: Value) -> None:
    """Asks a worker to run a formula or a project method; the name of a new one makes it (commands/call-worker.md).

    A method that there is not is an error at once, not only in the worker.
    """
    if formula.__class__ is not str and not is_instance(formula, "Function"):
        raise LanguageError(
            TYPE_MISMATCH,
            f"CALL WORKER: formula: wanted 4D.Function or Text, got {type_name(formula)}",
            hint="pass Formula(…) or the name of a method",
        )
    run.processes.call_worker(process, formula, parameters)


@command("KILL WORKER", 1390, "( {process : Text, Integer} )")
def kill_worker(run: Run, process: str | int | None = None) -> None:
    """Empties the messages of a worker and ends it after its current task (commands/kill-worker.md)."""
    run.processes.kill_worker(process)


@command("CALL FORM", 1391, "( window : Integer ; formula : Object, Text {; ...param : any} )")
def call_form(window: int, formula: Value, *parameters: Value) -> None:
    """Does nothing: there are no windows with forms (commands/call-form.md)."""


@command("Semaphore", 143, "( semaphore : Text {; tickCount : Integer} ) : Boolean")
def semaphore(run: Run, name: str, ticks: int = 0) -> bool:
    """Sets a semaphore; returns True if another process has it, at the end of the wait (commands/semaphore.md)."""
    return run.processes.semaphore(name[:LONGEST], ticks / TICKS)


@command("Test semaphore", 652, "( semaphore : Text ) : Boolean")
def test_semaphore(run: Run, name: str) -> bool:
    """Tells whether a semaphore is set (commands/test-semaphore.md)."""
    return run.processes.has_semaphore(name[:LONGEST])


@command("CLEAR SEMAPHORE", 144, "( semaphore : Text )")
def clear_semaphore(run: Run, name: str) -> None:
    """Clears a semaphore that this process has set (commands/clear-semaphore.md)."""
    run.processes.clear_semaphore(name[:LONGEST])
