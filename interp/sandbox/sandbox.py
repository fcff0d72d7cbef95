"""The sandbox: servers inside the process that answer for whatever host and port a script dials.

There is no listening port: dialling makes a pair of connected sockets, one end for the script and one for the
server, which lives on the interpreter's own loop. Nothing leaves the process, nothing else can reach in.
"""

from __future__ import annotations

import errno
import os
import socket
import threading

from .authority import Authority, ascii_name
from .service import Place, Service
from .smtp import SmtpSession
from .wire import Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from stdlib4d.host import Loop

    from .mail import CaughtMail
    from .service import Keep

#: What answers on a port that :data:`PORTS` does not name.
ANY_PORT = Service(SmtpSession)
#: The registered mail ports. 110, 143, 993 and 995 are POP3 and IMAP, for which nothing answers.
PORTS: Mapping[int, Service | None] = {
    25: ANY_PORT,
    465: Service(SmtpSession, implicit_tls=True),
    587: ANY_PORT,
    110: None,
    143: None,
    993: None,
    995: None,
}


class Sandbox:
    """Catches every mail.

    Parameters
    ----------
    loop: the loop the servers run on, the same as the clients' or another.
    now: the clock, aware.
    keep: called with each mail on the loop's thread, before the client is told; an ``OSError`` refuses it.
    ports: the services of ports, where they differ from :data:`PORTS`; ``None`` refuses the connection.
    """

    def __init__(
        self,
        loop: Loop,
        now: Callable[[], datetime],
        *,
        keep: Keep | None = None,
        ports: Mapping[int, Service | None] | None = None,
    ) -> None:
        #: What was caught, in order of arrival.
        self.mails: list[CaughtMail] = []
        self._loop = loop
        self._now = now
        self._store = keep
        self._ports = {**PORTS, **(ports or {})}
        self._wires: set[Wire] = set()
        self._process = os.getpid()
        self._authority: Authority | None = None
        self._lock = threading.Lock()

    @property
    def authority(self) -> Authority:
        """The certificate authority of this run, made at first use."""
        with self._lock:
            if self._authority is None:
                self._authority = Authority()
            return self._authority

    def tls_context(self) -> ssl.SSLContext:
        """The client context that trusts the sandbox and nothing else."""
        return self.authority.client_context()

    def dial(self, host: str, port: int, timeout: float) -> socket.socket:
        """A connected, blocking socket to the server that plays *host*; may be called on any thread.

        Raises ``socket.gaierror`` for what is no host name, ``ConnectionRefusedError`` for a port without a
        service.
        """
        # Nobody is far away.
        del timeout
        try:
            ascii_name(host)
        except ValueError as problem:
            raise socket.gaierror(socket.EAI_NONAME, str(problem)) from problem
        if not 0 < port < 65536:
            raise OSError(errno.EADDRNOTAVAIL, f"there is no port {port}")
        service = self._ports.get(port, ANY_PORT)
        if service is None:
            raise ConnectionRefusedError(errno.ECONNREFUSED, f"the sandbox has no server on port {port}")
        self._forget_parent()
        ours, theirs = socket.socketpair()
        self._loop.start(self._serve(ours, service, host, port))
        return theirs

    def close(self) -> None:
        """Drops every connection; the mails stay."""
        self._forget_parent()
        if self._wires:
            self._loop.run(self._drop())

    def _forget_parent(self) -> None:
        """Leaves the connections that a child inherited by ``fork`` to its parent."""
        if self._process != os.getpid():
            self._wires, self._lock, self._process = set(), threading.Lock(), os.getpid()

    async def _drop(self) -> None:
        for wire in tuple(self._wires):
            wire.abort()

    async def _serve(self, ours: socket.socket, service: Service, host: str, port: int) -> None:
        import asyncio

        place = Place(host, port, service.implicit_tls, self._keep, self._now)

        def context() -> ssl.SSLContext:
            return self.authority.server_context(host)

        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: Wire(service.open(place), context, self._wires),
                ours,
                ssl=context() if service.implicit_tls else None,
            )
        except BaseException as problem:
            ours.close()
            # The client refused our certificate, hung up or never spoke TLS: its business, and it knows.
            if not isinstance(problem, OSError):
                raise

    def _keep(self, mail: CaughtMail) -> None:
        if self._store is not None:
            self._store(mail)
        self.mails.append(mail)
