"""A limit on the time of a run that costs the running code nothing."""

from __future__ import annotations

import threading

from stdlib4d.errors import LanguageError, LimitExceeded
from stdlib4d.waiting import wake

from .errors import NO_MEMORY, script_error
from .threads import inject, start, take_back

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.host import Loop

#: Seconds until what was caught where it must not be is raised again.
SOON = 0.01


class Watchdog:
    """Ends what the current thread does inside ``with`` after *seconds*.

    A timer on another thread injects :class:`LimitExceeded` into this one; it derives from ``BaseException``, so
    no ``Try`` of a script catches it. A wait for the network or for another process ends with it.
    """

    def __init__(self, seconds: float, loop: Loop) -> None:
        self._loop = loop
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._over = self._stopped = False
        self._timer = threading.Timer(seconds, self._stop)
        self._timer.daemon = True
        self._seconds = seconds

    def __enter__(self) -> None:
        try:
            start(self._timer)
        except RuntimeError:
            problem = LanguageError(NO_MEMORY, "the machine has no room for what keeps the time of the run")
            raise script_error(problem, {}) from None
        except BaseException:
            self._timer.cancel()
            raise

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            stopped = self._stopped
        if stopped:
            # What was injected while we left must not surface in the caller's code.
            take_back()

    def _stop(self) -> None:
        with self._lock:
            if self._over:
                return
            self._stopped = True
            watchdog, seconds = self, self._seconds

            class Stopped(LimitExceeded):
                """Injected as a class: the interpreter makes the instance in the other thread."""

                def __init__(self) -> None:
                    super().__init__(f"the script was stopped: it ran longer than {seconds:g} s")

                def again(self) -> None:
                    # Not at once: whoever caught it has to be left first.
                    start(threading.Timer(SOON, watchdog._stop))

            inject(self._thread, Stopped)
            self._loop.cancel_pending(Stopped(), self._thread)
            wake(self._thread)
