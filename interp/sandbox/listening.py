"""The sandbox on ports of this machine, for programs other than scripts."""

from __future__ import annotations

import asyncio

from .authority import server_context
from .sandbox import service_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stdlib4d.host import Loop

    from .sandbox import Sandbox
    from .service import Service
    from .wire import Wire

#: The services by what they are called: the protocol, and the port whose kind of TLS it has.
SERVICES = {
    "smtp": ("smtp", 587),
    "smtps": ("smtp", 465),
    "imap": ("imap", 143),
    "imaps": ("imap", 993),
    "pop3": ("pop3", 110),
    "pop3s": ("pop3", 995),
}
#: Names that a server on this machine goes by.
NAMES = ("localhost", "127.0.0.1", "::1")


class Listening:
    """A sandbox that listens on *host*, an address or a name of this machine, on *ports* as :meth:`open` takes them.

    Its certificate is for the names of this machine, and for *names* besides. Raises ``OSError`` when a port cannot be
    had; none is open then.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        loop: Loop,
        ports: Mapping[str, int],
        host: str = "127.0.0.1",
        names: Iterable[str] = (),
    ) -> None:
        self.host = host
        #: The ports that are open, by the names of :data:`SERVICES`.
        self.ports: dict[str, int] = {}
        self._sandbox = sandbox
        self._loop = loop
        self._servers: list[asyncio.Server] = []
        known = NAMES if host in (*NAMES, "0.0.0.0", "::") else (*NAMES, host)
        self._tls = server_context(*sandbox.authority.issue(*known, *names))
        try:
            for name, port in ports.items():
                self.open(name, port)
        except BaseException:
            self.close()
            raise

    def open(self, name: str, port: int = 0) -> int:
        """Opens *port* for the service *name*, 0 for any that is free; returns its number. Raises ``OSError``."""
        protocol, usual = SERVICES[name]
        self.ports[name] = number = self._loop.run(self._open(service_on(usual, protocol), port))
        return number

    def close(self) -> None:
        """Closes the ports; connections go on."""
        self._loop.run(self._close())

    async def _open(self, service: Service, port: int) -> int:
        number = port

        def accept() -> Wire:
            # Its clients know the server as this machine, whatever address they come to.
            return self._sandbox.wire(service, "localhost", number, lambda: self._tls)

        server = await asyncio.get_running_loop().create_server(
            accept, self.host, port, ssl=self._tls if service.implicit_tls else None
        )
        self._servers.append(server)
        number = int(server.sockets[0].getsockname()[1])
        return number

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        self._servers.clear()
