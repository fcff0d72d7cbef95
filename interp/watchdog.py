"""A limit on the time of a run that costs the running code nothing."""

from __future__ import annotations

import ctypes
import threading

from stdlib4d.errors import LimitExceeded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.host import Loop


class Watchdog:
    """Ends what the current thread does inside ``with`` after *seconds*.

    A timer on another thread injects :class:`LimitExceeded` into this one; it derives from ``BaseException``, so
    no ``Try`` of a script catches it. A wait for the network is cancelled with it.
    """

    def __init__(self, seconds: float, loop: Loop) -> None:
        self._error = LimitExceeded(f"the script was stopped: it ran longer than {seconds:g} s")
        self._loop = loop
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(seconds, self._stop)
        self._timer.daemon = True
        self._seconds = seconds

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
        # One that was injected while we left must not surface in the caller's code.
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), None)

    def _stop(self) -> None:
        with self._lock:
            if self._over:
                return
            seconds = self._seconds

            class Stopped(LimitExceeded):
                """Injected as a class: the interpreter makes the instance in the other thread."""

                def __init__(self) -> None:
                    super().__init__(f"the script was stopped: it ran longer than {seconds:g} s")

            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self._thread), ctypes.py_object(Stopped)
            )
            self._loop.cancel_pending(self._error)
