"""Starting threads, and raising an exception in one.

CPython gives a thread that is being started the number of its parent until it runs: an exception meant for the parent
would hit the child then, and the parent wait for it for ever. So neither happens during the other.
"""

from __future__ import annotations

from _thread import allocate_lock, get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    import threading

_busy = allocate_lock()


def start(thread: threading.Thread, stack: int = 0) -> None:
    """Starts *thread*, with a stack of so many bytes, 0 for the usual size; raises ``RuntimeError`` where it cannot."""
    with _busy:
        if not stack:
            thread.start()
            return
        from threading import stack_size

        # A setting for all threads that are started from now on.
        former = stack_size(stack)
        try:
            thread.start()
        finally:
            stack_size(former)


def inject(thread: int, error: type[BaseException]) -> None:
    """Raises *error* in the thread of that number as soon as it runs Python code."""
    import ctypes

    with _busy:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


class _TakenBack(BaseException):
    """Raised in place of what was injected."""


def take_back() -> None:
    """Takes back what was injected into this thread and has not been raised.

    CPython could be told so without raising anything, but up to 3.12 it would then look at every step of every thread
    for what is to be raised, and a traced function would never begin.
    """
    try:
        inject(get_ident(), _TakenBack)
        _wait()
    except _TakenBack:
        return
    except BaseException:
        # Ctrl-C was first.
        try:
            _wait()
        except _TakenBack:
            pass
        raise


def _wait() -> None:
    while True:
        pass
