"""A relay between a script and a server, which cuts connections."""

from __future__ import annotations

import contextlib
import random
import socket
import threading
from types import TracebackType


class Relay:
    """Passes bytes on to a server. Connections are cut when a test says so, or at random places."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        self._passed = 0
        self._places: list[int] = []
        self.connections = 0

    def __enter__(self) -> Relay:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()

    @property
    def left(self) -> int:
        """How many cuts are still to come."""
        return len(self._places)

    def connect(self) -> socket.socket:
        """One end of a new connection to the server."""
        ours, theirs = socket.socketpair()
        server = socket.create_connection(self._address)
        with self._lock:
            self.connections += 1
            self._pairs.append((theirs, server))
        for source, target in ((theirs, server), (server, theirs)):
            threading.Thread(target=self._pass, args=(source, target), daemon=True).start()
        return ours

    def cut(self) -> None:
        """Ends every connection."""
        with self._lock:
            pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for one in pair:
                _end(one)

    def cut_at_random(self, chance: random.Random, times: int, within: int) -> None:
        """Cuts all connections so often while so many bytes pass, at places that *chance* chooses."""
        self._places = sorted(self._passed + chance.randrange(within) for _ in range(times))

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(1 << 14):
                with self._lock:
                    self._passed += len(data)
                    due = bool(self._places) and self._passed >= self._places[0]
                    if due:
                        data = data[: len(data) - (self._passed - self._places.pop(0))]
                target.sendall(data)
                if due:
                    self.cut()
        for one in (source, target):
            _end(one)


def _end(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
