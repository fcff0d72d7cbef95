"""The end of a method: deferred formulas, and errors that were thrown deferred."""

from __future__ import annotations

from stdlib4d.errors import Aborted, LanguageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.functions import FunctionValue
    from stdlib4d.values import Value

    from .session import Session


class Exit:
    """What one call of a method has put off until it ends (commands/defer.md, commands/throw.md)."""

    __slots__ = ("_formulas", "_mark", "_run")

    def __init__(self, run: Session) -> None:
        self._run = run
        self._mark = len(run.deferred)
        self._formulas: list[FunctionValue] = []

    def defer(self, formula: FunctionValue) -> None:
        """Runs *formula* when the method ends."""
        self._formulas.append(formula)

    def deferred(self) -> list[Value]:
        """The formulas that will run, in that order."""
        return [*reversed(self._formulas)]

    def mark(self) -> int:
        """Where the deferred errors of a Try begin."""
        return len(self._run.deferred)

    def settle(self, mark: int) -> None:
        """A Try ends: the deferred errors that were thrown in it are those of ``Last errors``."""
        self._run.settle(mark)

    def fail(self, error: BaseException) -> None:
        """The method ends with *error*: the deferred ones come with it."""
        if isinstance(error, LanguageError):
            error.former = [*self._run.taken(self._mark), *error.former]
        elif not isinstance(error, (Exception, Aborted)):
            # It is stopped from outside.
            self._formulas.clear()

    def leave(self) -> None:
        """The method ends: its formulas run, and a deferred error is raised in its caller."""
        while self._formulas:
            try:
                self._formulas.pop().code(None, ())
            except LanguageError:
                pass
        errors = self._run.taken(self._mark)
        if errors:
            error = errors.pop()
            error.former = errors
            self._run.handle(error)
