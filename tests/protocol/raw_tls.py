"""The server's side of one connection over TLS, whose bytes a test puts on the way as it wants."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


class RawTLS:
    """A connection that a server has accepted, after the handshake."""

    def __init__(self, connected: socket.socket, context: ssl.SSLContext) -> None:
        self.socket = connected
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._heard = b""
        while True:
            try:
                self._tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                self._exchange()
        self.socket.sendall(self._outgoing.read())

    def _exchange(self) -> None:
        self.socket.sendall(self._outgoing.read())
        data = self.socket.recv(1 << 16)
        if not data:
            raise ConnectionResetError
        self._incoming.write(data)

    def sealed(self, text: str) -> bytes:
        """The records that carry *text*; nothing is sent."""
        self._tls.write(text.encode())
        return self._outgoing.read()

    def say(self, text: str) -> None:
        """Sends *text*."""
        self.socket.sendall(self.sealed(text))

    def line(self) -> str:
        """The next line, without its line end; ``ConnectionResetError`` when there is none."""
        while b"\n" not in self._heard:
            try:
                self._heard += self._tls.read(1 << 16)
            except ssl.SSLWantReadError:
                self._exchange()
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode().rstrip("\r")


@contextmanager
def raw_server(context: ssl.SSLContext, talk: Callable[[RawTLS, int], None]) -> Iterator[int]:
    """The port of a server that has *talk* speak with one client after the other; it gets their numbers, from 1."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            number = 0
            while True:
                try:
                    connected, _ = listening.accept()
                except OSError:
                    return
                number += 1
                with connected:
                    try:
                        talk(RawTLS(connected, context), number)
                    except OSError:
                        continue  # the client is gone

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        with suppress(OSError):
            # Where it does not end the wait for a client, the thread stays behind.
            listening.shutdown(socket.SHUT_RDWR)
        thread.join(1)
