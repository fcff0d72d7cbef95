"""The host of a session, which goes to real servers and comes back without losing its variables."""

from __future__ import annotations

import re
import socket
import sys
from weakref import WeakSet

from ..host import LocalHost
from ..sandbox.host import SandboxHost

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable
    from typing import Any

    from ..host import Permissions
    from ..programs import LocalProgram

#: Questions whose answers are not to be seen on a screen.
_SECRET = re.compile(
    r"pass ?(?:word|phrase|code)|passwort|kennwort|mot de passe|contraseña|senha|secret|\bpin\b|token|api[ -]?key",
    re.IGNORECASE,
).search


class CountedSocket(socket.socket):
    """A socket that counts the bytes of all of its kind, for who watches a transfer."""

    sent = 0
    received = 0

    def send(self, *arguments: Any) -> int:
        count = super().send(*arguments)
        CountedSocket.sent += count
        return count

    def sendmsg(self, *arguments: Any) -> int:  # of Python 3.12 and later
        count = super().sendmsg(*arguments)
        CountedSocket.sent += count
        return count

    def recv(self, *arguments: Any) -> bytes:
        data = super().recv(*arguments)
        CountedSocket.received += len(data)
        return data

    def recv_into(self, *arguments: Any) -> int:
        count = super().recv_into(*arguments)
        CountedSocket.received += count
        return count


class SessionHost(SandboxHost):
    """A sandbox, until :meth:`switch` says otherwise.

    Parameters
    ----------
    permissions: what inputs may do.
    live: whether to begin with real servers.
    ca_file: PEM file of authorities that real servers are trusted by, besides those of the system.
    quiet: called before anything is printed: takes away what shows progress.
    options: those of :class:`interp.sandbox.host.SandboxHost`.
    """

    def __init__(
        self,
        permissions: Permissions,
        *,
        live: bool = False,
        ca_file: str | None = None,
        answers: Iterable[str] | None = None,
        quiet: Callable[[], None] = lambda: None,
        **options: Any,
    ) -> None:
        super().__init__(permissions, answers=answers, **options)
        self.live = live
        self.quiet = quiet
        self._ca_file = ca_file
        self._asks = answers is None
        self._open: WeakSet[CountedSocket] = WeakSet()

    def switch(self, live: bool) -> None:
        """Goes to real servers, or back into the sandbox. No connection stays: none may lead to the other side."""
        self.live = live
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed already

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """A connected, blocking socket: to the server, or to what plays it."""
        if self.live:
            plain = LocalHost.dial(self, host, port, timeout, service)
        else:
            plain = super().dial(host, port, timeout, service)
        connection = CountedSocket(fileno=plain.detach())
        connection.setblocking(True)
        self._open.add(connection)
        return connection

    def tls_context(self) -> ssl.SSLContext:
        """Verifies certificate and name; in the sandbox it trusts the sandbox only."""
        return LocalHost.tls_context(self) if self.live else super().tls_context()

    def launch(self, command: str, *arguments: Any, **named: Any) -> LocalProgram:  # type: ignore[override]
        """Starts a program; refused in the sandbox, past which it could reach the network."""
        if self.live:
            return LocalHost.launch(self, command, *arguments, **named)
        return super().launch(command)

    def say(self, text: str) -> None:
        """Prints *text* and a line break."""
        self.quiet()
        super().say(text)

    def _tell(self, text: str) -> None:
        self.quiet()
        super()._tell(text)

    def _answer(self, message: str, hint: str) -> str | None:
        self.quiet()
        if self._asks and sys.stdin is not None and sys.stdin.isatty() and _SECRET(message):
            from getpass import getpass

            try:
                return getpass(f"{message} ".replace("\r", "\n"), sys.stderr)
            except EOFError:
                return None
        return super()._answer(message, hint)
