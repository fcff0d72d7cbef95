"""Starting threads, and raising an exception in one.

CPython gives a thread that is being started the number of its parent until it runs: an exception meant for the parent
would hit the child then, and the parent wait for it for ever. So neither happens during the other.
"""

from __future__ import annotations

from _thread import allocate_lock

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


def inject(thread: int, error: type[BaseException] | None) -> None:
    """Raises *error* in the thread of that number as soon as it runs Python code; ``None`` takes one back."""
    import ctypes

    raised = None if error is None else ctypes.py_object(error)
    with _busy:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
