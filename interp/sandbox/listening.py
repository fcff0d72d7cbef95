"""The sandbox on ports of this machine, for programs other than scripts."""

from __future__ import annotations

import asyncio

from .authority import server_context
from .sandbox import service_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from stdlib4d.host import Loop

    from .sandbox import Sandbox

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
    """A sandbox that listens on *host*; *ports* by the names of :data:`SERVICES`, 0 for any that is free.

    Raises ``OSError`` when a port cannot be had; none is open then.
    """

    def __init__(
        self, sandbox: Sandbox, loop: Loop, ports: Mapping[str, int], host: str = "127.0.0.1"
    ) -> None:
        self.host = host
        self._sandbox = sandbox
        self._loop = loop
        self._servers: list[asyncio.Server] = []
        names = (*NAMES, host) if host and host not in (*NAMES, "0.0.0.0", "::") else NAMES
        context = server_context(*sandbox.authority.issue(*names))
        #: The ports that are open.
        self.ports: dict[str, int] = {}
        try:
            for name, port in ports.items():
                self.ports[name] = loop.run(self._open(name, port, context))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Closes the ports; connections go on."""
        self._loop.run(self._close())

    async def _open(self, name: str, port: int, context: ssl.SSLContext) -> int:
        protocol, usual = SERVICES[name]
        service = service_on(usual, protocol)
        number = port

        server = await asyncio.get_running_loop().create_server(
            # Clients know the server as this machine, whatever address they come to.
            lambda: self._sandbox.wire(service, "localhost", number, lambda: context),
            self.host,
            port,
            ssl=context if service.implicit_tls else None,
        )
        self._servers.append(server)
        number = int(server.sockets[0].getsockname()[1])
        return number

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        self._servers.clear()
