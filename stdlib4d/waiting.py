"""Waits of one process for another: locks that are given in turn, and notices of a change.

Each process is a thread, and a thread that is blocked in one of these waits can be made to look up with
:func:`wake`: an exception that another thread has injected into it surfaces then. Nothing here keeps a lock of the
machine while it runs, so that a process which is stopped leaves none behind: every step is one that CPython does as
a whole.
"""

from __future__ import annotations

from _thread import allocate_lock, get_ident

from .errors import LanguageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _thread import LockType
    from collections.abc import Callable, Coroutine
    from typing import Any, Protocol, TypeVar

    T = TypeVar("T")

    class Gate(Protocol):
        """What a thread is blocked in until it is released."""

        def release(self) -> None:
            """Lets the thread go on; ``RuntimeError`` when there is nothing to release."""


#: Two processes wait for each other. The reference gives no number: 4D itself waits for ever.
DEADLOCK = -10724
#: Seconds of the longest single wait; longer ones are several.
LONGEST = 1e6

#: What each thread is blocked in, and which lock it waits for.
_parked: dict[int, Gate] = {}
_wanted: dict[int, Lock] = {}
#: The work of a connection that each thread does by itself (:meth:`stdlib4d.host.Loop.run_here`).
driven: dict[int, Coroutine[Any, Any, Any]] = {}


def wake(thread: int) -> None:
    """Makes *thread* look up from its wait, if it is in one."""
    gate = _parked.get(thread)
    if gate is not None:
        _open(gate)


def blocked(gate: Gate, work: Callable[[float], T], seconds: float) -> T:
    """The result of *work* for *seconds*, which blocks this thread so long, unless *gate* is released."""
    me = get_ident()
    _parked[me] = gate
    try:
        return work(seconds)
    finally:
        _parked.pop(me, None)


def _open(gate: Gate) -> None:
    try:
        gate.release()
    except RuntimeError:
        return  # it was open


def _park(gate: LockType, timeout: float = -1) -> None:
    """Blocks until *gate* is opened. From the first line to the second no other thread gets its turn."""
    me, enter = get_ident(), gate.acquire
    _parked[me] = gate
    try:
        enter(True, timeout)
    finally:
        _parked.pop(me, None)


class Notice:
    """Where threads wait for a change that others tell of."""

    __slots__ = ("_gates",)

    def __init__(self) -> None:
        self._gates: list[LockType] = []

    def wait(
        self,
        ready: Callable[[], bool],
        deadline: float | None = None,
        ticks: Callable[[], float] | None = None,
    ) -> bool:
        """Waits until *ready* says so, at most until *deadline* on the clock *ticks*; returns what it says last."""
        gate = allocate_lock()
        self._gates.append(gate)
        try:
            while True:
                # Closed first and asked then: a change in between opens it.
                gate.acquire(False)
                if ready():
                    return True
                left = -1.0 if deadline is None or ticks is None else min(deadline - ticks(), LONGEST)
                if deadline is not None and left <= 0:
                    return False
                _park(gate, left)
        finally:
            self._gates.remove(gate)

    def tell(self) -> None:
        """Makes everybody look who waits."""
        for gate in self._gates[:]:
            _open(gate)


class Lock:
    """A lock that a thread holds any number of times; those who wait get it in the order in which they came."""

    __slots__ = ("_holder", "_queue", "count")

    def __init__(self) -> None:
        self._holder: dict[str, int] = {}
        self._queue: list[LockType] = []
        self.count = 0

    @property
    def held(self) -> bool:
        """Whether this thread holds it."""
        return self._holder.get("by") == get_ident()

    def take(self) -> None:
        """Takes it once more, or waits for its turn; :class:`LanguageError` where that would last for ever."""
        me = get_ident()
        if self._holder.get("by") == me:
            self.count += 1
            return
        try:
            if self._queue or self._holder.setdefault("by", me) != me:
                self._wait(me)
            self.count = 1
        except BaseException:
            if self._holder.get("by") == me:
                self._let_go()
            raise

    def release(self) -> None:
        """Gives it back once."""
        if self.count > 1:
            self.count -= 1
        else:
            self._let_go()

    def _let_go(self) -> None:
        self.count = 0
        self._holder.pop("by", None)
        self._call_next()

    def _call_next(self) -> None:
        for gate in self._queue[:1]:
            _open(gate)

    def _wait(self, me: int) -> None:
        gate = allocate_lock()
        self._queue.append(gate)
        _wanted[me] = self
        try:
            while True:
                gate.acquire(False)
                if self._queue[0] is gate and self._holder.setdefault("by", me) == me:
                    return
                self._refuse_deadlock(me)
                _park(gate)
        finally:
            _wanted.pop(me, None)
            self._queue.remove(gate)
            if self._holder.get("by") is None:
                self._call_next()

    def _refuse_deadlock(self, me: int) -> None:
        """Raises where the holder waits, over others or not, for what this thread holds."""
        lock: Lock | None = self
        seen: set[int] = set()
        while lock is not None:
            holder = lock._holder.get("by")
            if holder == me:
                raise LanguageError(
                    DEADLOCK,
                    "this process and another one wait for what the other uses",
                    hint="let all processes use the objects in the same order",
                )
            if holder is None or holder in seen:
                return
            seen.add(holder)
            lock = _wanted.get(holder)
