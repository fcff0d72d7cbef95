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


#: Bytes of a thread's stack where nobody says more, and of what belongs to it.
USUAL_STACK, MARGIN = 1 << 23, 1 << 20
#: How often to look whether an exception has come that is on its way; it takes one look, or it does not come.
LOOKS = 10_000


def start(thread: threading.Thread, stack: int = 0) -> None:
    """Starts *thread*, with a stack of so many bytes, 0 for the usual size; raises ``RuntimeError`` where it cannot."""
    with _busy:
        _find_room(stack or USUAL_STACK)
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


def _find_room(size: int) -> None:
    """Raises ``RuntimeError`` where there is no room for a stack.

    CPython keeps a thread that could not be started in its list, with the number of its parent: what is injected into
    the parent after that goes astray.
    """
    from mmap import mmap

    try:
        mmap(-1, size + MARGIN).close()
    except (OSError, MemoryError):
        raise RuntimeError("there is no room for another thread") from None


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
    other: BaseException | None = None
    while True:
        try:
            inject(get_ident(), _TakenBack)
            for _ in range(LOOKS):
                pass
            break
        except _TakenBack:
            break
        except BaseException as first:
            # Ctrl-C, or what was injected over it.
            other = first
    if other is not None:
        raise other
