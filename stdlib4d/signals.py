"""Signals: shared objects that processes wait for (API/SignalClass.md)."""

from __future__ import annotations

from .registry import attribute, command, function
from .shared import Group, Shared
from .values import UNDEFINED, NativeObject
from .waiting import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


class Signal(NativeObject, Shared):
    """A signal, which a script may give properties of its own, between Use and End use."""

    class_name = "Signal"

    def __init__(self, description: str) -> None:
        self.group = Group()
        self._signaled = False
        self._triggered = Notice()
        self._own: dict[str, Value] = {}
        self._description = description

    def _describe(self, value: Value) -> None:
        self.require()
        self._description = self.admitted(value)

    @attribute("description", "Text", put=_describe)
    def description(self) -> Value:
        """The text that tells what it is for."""
        return self._description

    @attribute("signaled", "Boolean")
    def signaled(self) -> bool:
        """Whether it was triggered."""
        return self._signaled

    @function("trigger", "()")
    def trigger(self) -> None:
        """Lets every process go on that waits for it."""
        self._signaled = True
        self._triggered.tell()

    @function("wait", "( {timeout : Real} ) : Boolean")
    def wait(self, run: Run, timeout: float | None = None) -> bool:
        """Waits until it is triggered, or *timeout* seconds, and returns whether it was."""
        return run.processes.wait(self._triggered, lambda: self._signaled, timeout)

    def read(self, name: str) -> Value:
        """A property that the script gave it."""
        return self._own.get(name, UNDEFINED)

    def write(self, name: str, value: Value) -> bool:
        """Gives it a property."""
        self.require()
        if value is UNDEFINED:
            self._own.pop(name, None)
        else:
            self._own[name] = self.admitted(value)
        return True

    def names(self) -> list[str]:
        """The names of its properties."""
        return [*super().names(), *dict(self._own)]


@command("New signal", 1641, "( {description : Text} ) : 4D.Signal")
def new_signal(description: str = "") -> Signal:
    """Returns a new signal (commands/new-signal.md)."""
    return Signal(description)
