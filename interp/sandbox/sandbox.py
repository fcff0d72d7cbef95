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
from .wire import Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from stdlib4d.host import Loop

    from .mail import CaughtMail
    from .office import Plant, PostOffice
    from .service import Keep, Session

#: The ports that begin with TLS (RFC 8314 section 7.3), and what answers on them.
TLS_PORTS = {465: "smtp", 993: "imap", 995: "pop3"}
#: What answers on a port when a client does not say what it wants; anywhere else it is SMTP.
PORTS = {**TLS_PORTS, 110: "pop3", 143: "imap"}


class Sandbox:
    """Catches every mail, and serves mailboxes over IMAP and POP3.

    Parameters
    ----------
    loop: the loop the servers run on, the same as the clients' or another.
    now: the clock, aware.
    keep: called with each mail on the loop's thread, before the client is told; an ``OSError`` refuses it.
    ports: the services of ports, where they differ from what is usual; ``None`` refuses the connection.
    plant: seeds a new account, by default with a small tree of mailboxes and a few messages.
    """

    def __init__(
        self,
        loop: Loop,
        now: Callable[[], datetime],
        *,
        keep: Keep | None = None,
        ports: Mapping[int, Service | None] | None = None,
        plant: Plant | None = None,
    ) -> None:
        #: What was caught, in order of arrival.
        self.mails: list[CaughtMail] = []
        self._loop = loop
        self._now = now
        self._store = keep
        self._ports = dict(ports or {})
        self._plant = plant
        self._office: PostOffice | None = None
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

    @property
    def office(self) -> PostOffice:
        """The accounts and their mailboxes, made at first use."""
        with self._lock:
            if self._office is None:
                from .office import PostOffice

                self._office = PostOffice(self._now, self.mails, self._plant)
            return self._office

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """A connected, blocking socket to the server that plays *host*; may be called on any thread.

        *service* is what the client speaks: ``smtp``, ``imap`` or ``pop3``; without it the port decides.
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
        played = self._ports[port] if port in self._ports else service_on(port, service.lower())
        if played is None:
            raise ConnectionRefusedError(errno.ECONNREFUSED, f"the sandbox has no server on port {port}")
        self._forget_parent()
        ours, theirs = socket.socketpair()
        self._loop.start(self._serve(ours, played, host, port))
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
            if self._office is not None:
                self._office.forget_parent()

    async def _drop(self) -> None:
        for wire in tuple(self._wires):
            wire.abort()

    async def _serve(self, ours: socket.socket, service: Service, host: str, port: int) -> None:
        import asyncio

        def context() -> ssl.SSLContext:
            return self.authority.server_context(host)

        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: self.wire(service, host, port, context),
                ours,
                ssl=context() if service.implicit_tls else None,
            )
        except BaseException as problem:
            ours.close()
            # The client refused our certificate, hung up or never spoke TLS: its business, and it knows.
            if not isinstance(problem, OSError):
                raise

    def wire(self, service: Service, host: str, port: int, context: Callable[[], ssl.SSLContext]) -> Wire:
        """A new connection to *service* as *host*; *context* makes its TLS context for STARTTLS."""
        place = Place(host, port, service.implicit_tls, self._keep, self._now, lambda: self.office)
        return Wire(service.open(place), context, self._wires)

    def _keep(self, mail: CaughtMail) -> None:
        if self._store is not None:
            self._store(mail)
        with self._lock:
            self.mails.append(mail)
            office = self._office
        if office is not None:
            office.deliver(mail)


def service_on(port: int, name: str = "") -> Service:
    """The service *name*, or what is usual there, on *port*."""
    name = name or PORTS.get(port, "smtp")
    return Service(_SESSIONS[name], implicit_tls=TLS_PORTS.get(port) == name)


def _smtp(place: Place) -> Session:
    from .smtp import SmtpSession

    return SmtpSession(place)


def _imap(place: Place) -> Session:
    from .imap.session import ImapSession

    return ImapSession(place)


def _pop3(place: Place) -> Session:
    from .pop3 import Pop3Session

    return Pop3Session(place)


#: What opens a session of each service; what a script does not use is not imported.
_SESSIONS: Mapping[str, Callable[[Place], Session]] = {"smtp": _smtp, "imap": _imap, "pop3": _pop3}
