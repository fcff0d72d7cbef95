"""One private asyncio loop on a thread of its own, for every connection of an interpreter.

A script is synchronous and its connections are not: they live here, so that they can be opened, watched and ended
while no script waits, and so that an interpreter runs inside a program that has a loop of its own. What a script waits
for, and nothing else needs, may be done on its own thread.
"""

from __future__ import annotations

import os
from _thread import allocate_lock, get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    import threading
    from collections.abc import Awaitable, Coroutine
    from typing import Any, TypeVar

    T = TypeVar("T")

#: Seconds that work which is over its time gets to clean up before the caller goes on without it.
GRACE = 5.0
#: Seconds that work which nobody waits for gets at the end: saying goodbye to a server takes one exchange.
PARTING = 1.0
#: Seconds that :meth:`EventLoopThread.close` waits for the work it cancelled.
CLOSING = 5.0
#: Turns of the loop after that.
TURNS = 10


class EventLoopThread:
    """An asyncio loop on a daemon thread, started at the first use (importing asyncio costs 0.1 s).

    Any thread may call it, inside a running loop or not, except the loop's own. A child made by ``fork`` has
    no such thread: there the first use starts a new one, and what was connected before is lost. The parent's
    loop is left alone there, since what it watches is the parent's, too.
    """

    def __init__(self) -> None:
        self._lock = allocate_lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._calls: set[_Call] = set()
        #: The threads that work by themselves.
        self._here: set[int] = set()
        self._closed = False
        self._process = os.getpid()

    def run(self, work: Coroutine[Any, Any, T], timeout: float | None = None) -> T:
        """Runs *work* on the loop and waits for its result, at most *timeout* seconds.

        Raises whatever *work* raises and ``TimeoutError`` when the time is up; *work* was cancelled then and
        has cleaned up. An interruption of the waiting thread cancels *work* and is raised at once.
        ``RuntimeError`` after :meth:`close` and when called on the loop's own thread.
        """
        return self._wait_for(work, timeout)

    def _wait_for(self, work: Coroutine[Any, Any, T] | _Rest, timeout: float | None = None) -> T:
        try:
            loop = self._started()
        except BaseException:
            work.close()
            raise
        call = _Call(work, timeout)
        self._calls.add(call)
        try:
            loop.call_soon_threadsafe(call.begin, loop)
            # A lock, not a Future: a signal interrupts it on the main thread, and it costs a third less.
            if not call.done.acquire(timeout=-1 if timeout is None else max(timeout, 0.0) + GRACE):
                raise TimeoutError(f"no result after {timeout:g} seconds")
        except BaseException:
            self._post(loop, call.cancel)
            raise
        finally:
            self._calls.discard(call)
        if call.error is not None:
            try:
                raise call.error
            finally:
                # The error's traceback holds this frame: without this, both would wait for the collector.
                del call
        return call.result  # type: ignore[no-any-return]

    def run_here(self, work: Coroutine[Any, Any, T]) -> T:
        """Like :meth:`run` without a limit, but on the calling thread, up to where *work* awaits anything.

        From there on it runs on the loop. What it waits for before that blocks the thread;
        :func:`stdlib4d.waiting.wake` ends that.
        """
        from asyncio import _get_running_loop

        from stdlib4d.waiting import driven

        if self._closed or _get_running_loop() is not None:
            # Where the program around us has a loop of its own, *work* would take it for this one.
            return self.run(work)
        thread = get_ident()
        former = driven.get(thread)
        self._here.add(thread)
        driven[thread] = work
        try:
            work.send(None)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        finally:
            self._here.discard(thread)
            if former is None:
                driven.pop(thread, None)
            else:
                driven[thread] = former
        return self._wait_for(_Rest(work))

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Starts *work* and does not wait: for closing what nobody uses any more.

        What *work* raises goes to the loop's exception handler, which logs it.
        """
        try:
            loop = self._started(own_thread=True)
        except BaseException:
            work.close()
            raise
        self._post(loop, _Started(work).begin, loop)

    @property
    def waiting(self) -> bool:
        """Whether some thread waits for the result of :meth:`run` or :meth:`run_here` at this moment."""
        return bool(self._calls or self._here)

    def cancel_pending(self, error: BaseException | None = None, thread: int | None = None) -> None:
        """Cancels what :meth:`run` waits for at this moment, on every thread or on one; harmless when nothing is.

        The waiting calls raise *error*, or ``asyncio.CancelledError`` without one. This is how a watchdog on
        another thread ends a wait: an exception injected with ``PyThreadState_SetAsyncExc`` reaches a thread
        only when it runs bytecode, which it does again after this.
        """
        self._forget_parent()
        loop = self._loop
        for call in tuple(self._calls):
            if thread is not None and call.thread != thread:
                continue
            call.reason = error
            if loop is not None:
                self._post(loop, call.cancel)

    def close(self) -> None:
        """Cancels everything, stops the loop and its thread. It may be called again; nothing else may.

        What was started with :meth:`start` gets a moment to end by itself.
        """
        self._forget_parent()
        with self._lock:
            self._closed = True
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None or not thread.is_alive():
            return
        self._post(loop, loop.stop)
        import threading

        if thread is not threading.current_thread():
            thread.join(PARTING + CLOSING + 1)

    def _started(self, own_thread: bool = False) -> asyncio.AbstractEventLoop:
        self._forget_parent()
        loop, thread = self._loop, self._thread
        if loop is None or thread is None or not thread.is_alive():
            with self._lock:
                return self._start()
        if not own_thread and thread.ident == get_ident():
            raise RuntimeError("run() was called on the loop's own thread, where it would wait for itself")
        return loop

    def _start(self) -> asyncio.AbstractEventLoop:
        if self._closed:
            raise RuntimeError("the loop is closed")
        if self._loop is not None and self._thread is not None and self._thread.is_alive():
            return self._loop
        import asyncio
        import threading
        import weakref

        from .threads import start

        # Of the kind that tells of sockets, whatever the platform's own is.
        loop = asyncio.SelectorEventLoop()
        # The thread holds the loop and not us, so that an interpreter that nobody closed can still be
        # collected.
        thread = threading.Thread(target=_serve, args=(loop,), name="4D mail", daemon=True)
        start(thread)
        weakref.finalize(self, _stop, loop, os.getpid())
        self._loop, self._thread = loop, thread
        return loop

    def _forget_parent(self) -> None:
        if self._process != os.getpid():
            # A thread that is not here may hold the lock.
            self._lock = allocate_lock()
            self._loop, self._thread, self._calls, self._here = None, None, set(), set()
            self._process = os.getpid()

    @staticmethod
    def _post(loop: asyncio.AbstractEventLoop, function: Any, *arguments: object) -> None:
        try:
            loop.call_soon_threadsafe(function, *arguments)
        except RuntimeError:
            # The loop was closed in between: its work is cancelled already.
            return


class _Rest:
    """What is left of work that has begun."""

    __slots__ = ("close", "send", "throw")

    def __init__(self, work: Coroutine[Any, Any, Any]) -> None:
        self.send, self.throw, self.close = work.send, work.throw, work.close

    def __await__(self) -> _Rest:
        return self

    def __iter__(self) -> _Rest:
        return self

    def __next__(self) -> Any:
        return self.send(None)


class _Call:
    """One piece of work that a thread waits for."""

    __slots__ = (
        "begun",
        "cancelled",
        "done",
        "error",
        "reason",
        "result",
        "settled",
        "task",
        "thread",
        "timeout",
        "timer",
        "work",
    )

    def __init__(self, work: Coroutine[Any, Any, Any] | _Rest, timeout: float | None) -> None:
        self.work: Coroutine[Any, Any, Any] | _Rest | None = work
        #: Whether the work began elsewhere and has not gone on: whoever cancels it then leaves it to it to end.
        self.begun = isinstance(work, _Rest)
        self.cancelled = False
        self.timeout = timeout
        self.timer: asyncio.TimerHandle | None = None
        self.task: asyncio.Task[Any] | None = None
        self.result: Any = None
        self.error: BaseException | None = None
        self.settled = False
        #: What the waiting thread raises instead of ``CancelledError``.
        self.reason: BaseException | None = None
        #: Who waits.
        self.thread = get_ident()
        self.done = allocate_lock()
        self.done.acquire()

    # From here on everything runs on the loop's thread.

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        work, self.work = self.work, None
        if work is None:
            return
        self.task = loop.create_task(self.perform(work))
        self.task.add_done_callback(self.finish)
        if self.timeout is not None:
            self.timer = loop.call_later(max(self.timeout, 0.0), self.expire)

    async def perform(self, work: Awaitable[Any]) -> None:
        """Does the work; who waits for it goes on in the same turn of the loop when it is done."""
        self.begun = False
        if self.cancelled and self.task is not None:
            # Where it waits first.
            self.task.cancel()
        try:
            self.result = await work
        except Exception as problem:
            self.error = problem
        self.settle()

    def settle(self) -> None:
        if not self.settled:
            self.settled = True
            if self.timer is not None:
                self.timer.cancel()
            self.done.release()

    def expire(self) -> None:
        if self.reason is None:
            self.reason = TimeoutError(f"no result after {self.timeout:g} seconds")
        self.cancel()

    def cancel(self) -> None:
        if self.begun:
            self.cancelled = True
        elif self.task is not None:
            self.task.cancel()
        elif self.work is not None:
            self.work.close()
            self.work = None
            self.fail_cancelled()

    def fail_cancelled(self) -> None:
        import asyncio

        self.error = self.reason or asyncio.CancelledError()
        self.settle()

    def finish(self, task: asyncio.Task[Any]) -> None:
        self.task = None
        if self.settled:
            return
        if task.cancelled():
            self.fail_cancelled()
            return
        # What is no Exception, or the end before the first step.
        self.error = task.exception()
        self.settle()


#: The name of the tasks that :meth:`EventLoopThread.start` makes.
_UNATTENDED = "4D mail, unattended"


class _Started:
    """Work that nobody waits for; the loop itself keeps only a weak reference to a task."""

    __slots__ = ("task", "work")

    def __init__(self, work: Coroutine[Any, Any, object]) -> None:
        self.work = work
        self.task: asyncio.Task[object] | None = None

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self.task = loop.create_task(self.work, name=_UNATTENDED)
        self.task.add_done_callback(self.finish)

    def finish(self, task: asyncio.Task[object]) -> None:
        self.task = None
        error = None if task.cancelled() else task.exception()
        if error is not None:
            task.get_loop().call_exception_handler(
                {"message": "work that nobody waits for failed", "exception": error, "task": task}
            )


def _stop(loop: asyncio.AbstractEventLoop, process: int) -> None:
    if process == os.getpid() and not loop.is_closed():
        EventLoopThread._post(loop, loop.stop)


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    """The thread: runs *loop* until it is stopped, then cancels what is left and closes it."""
    import asyncio

    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        leaving = {task for task in asyncio.all_tasks(loop) if task.get_name() == _UNATTENDED}
        if leaving:
            loop.run_until_complete(asyncio.wait(leaving, timeout=PARTING))
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.wait(left, timeout=CLOSING))
        loop.run_until_complete(loop.shutdown_asyncgens())
        # A transport closed just now needs a few turns to let go of its socket: over TLS both sides say
        # goodbye.
        for _ in range(TURNS):
            loop.run_until_complete(asyncio.sleep(0))
    finally:
        asyncio.set_event_loop(None)
        loop.close()
