"""How long the servers have been at it, on a line that goes away again."""

from __future__ import annotations

import sys
import threading
import time

from .host import CountedSocket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from ..loop import EventLoopThread

#: Seconds before anything shows, and between two pictures.
PATIENCE, STEP = 1.0, 0.1
_PICTURES = "|/-\\"


class Progress:
    """While a ``with`` statement runs: the time, and the bytes, of what its thread waits for on *loop*.

    It needs nothing of a terminal but that a carriage return goes to the begin of the line.
    """

    def __init__(self, loop: EventLoopThread, width: int) -> None:
        self._loop = loop
        self._width = width
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._shown = 0
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Progress:
        self._sent, self._received = CountedSocket.sent, CountedSocket.received
        self._began = time.monotonic()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self.clear()

    def clear(self) -> None:
        """Takes the line away."""
        with self._lock:
            if self._shown:
                self._write("\r" + " " * self._shown + "\r")
                self._shown = 0

    def _watch(self) -> None:
        wait = PATIENCE
        count = 0
        while not self._done.wait(wait):
            wait = STEP
            count += 1
            if not self._loop.waiting:
                self.clear()
                continue
            with self._lock:
                if self._done.is_set():
                    return
                text = self._text(_PICTURES[count % len(_PICTURES)])[: self._width - 1]
                self._write("\r" + text.ljust(self._shown))
                self._shown = len(text)

    def _text(self, picture: str) -> str:
        parts = [f"{time.monotonic() - self._began:.0f} s"]
        for verb, count in (
            ("sent", CountedSocket.sent - self._sent),
            ("received", CountedSocket.received - self._received),
        ):
            if count:
                parts.append(f"{size(count)} {verb}")
        return f"{picture} {', '.join(parts)} (Ctrl-C stops it)"

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def size(count: int) -> str:
    """A number of bytes as people say it."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:,.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"
