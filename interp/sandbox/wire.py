"""Carries a session of the sandbox over an asyncio transport."""

from __future__ import annotations

import asyncio
import socket
from typing import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from .service import Session

#: Linux alone has it.
_QUICK_ACKNOWLEDGEMENT: int | None = getattr(socket, "TCP_QUICKACK", None)


class Wire(asyncio.Protocol):
    """One connection. *context* makes the server's TLS context when the client asks for STARTTLS.

    *wires* is the set of all live connections, which this one joins and leaves.
    """

    def __init__(self, session: Session, context: Callable[[], ssl.SSLContext], wires: set[Wire]) -> None:
        self._session = session
        self._context = context
        self._wires = wires
        self._transport: asyncio.Transport | None = None
        self._upgrade: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        #: What came decrypted before :meth:`_encrypt` had its turn: asyncio does not wait for it.
        self._early = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # asyncio declares the base class here and passes a Transport (its documentation, "Streaming
        # Protocols").
        self._transport = cast("asyncio.Transport", transport)
        self._wires.add(self)
        self._loop = asyncio.get_running_loop()
        self._session.wake = self._wake
        self._write(self._session.greet())

    def data_received(self, data: bytes) -> None:
        if self._upgrade is not None:
            self._early += data
            return
        self._write(self._session.receive(data))
        transport = self._transport
        if transport is None:
            return
        _acknowledge(transport)
        if self._session.closing:
            transport.close()
        elif self._session.wants_tls:
            # The client's first TLS record must not be taken for a command.
            transport.pause_reading()
            self._upgrade = asyncio.get_running_loop().create_task(self._encrypt(transport))

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._wires.discard(self)
        self._transport = None
        self._session.lost()

    def abort(self) -> None:
        """Drops the connection."""
        self._wires.discard(self)
        if self._transport is not None:
            self._transport.abort()

    def _wake(self) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            try:
                loop.call_soon_threadsafe(self._tell)
            except RuntimeError:
                # The loop was closed in between: nobody listens any more.
                return

    def _tell(self) -> None:
        if self._transport is not None and self._upgrade is None:
            self._write(self._session.news())

    def _write(self, data: bytes) -> None:
        if data and self._transport is not None:
            self._transport.write(data)

    async def _encrypt(self, transport: asyncio.Transport) -> None:
        loop = asyncio.get_running_loop()
        try:
            encrypted = await loop.start_tls(transport, self, self._context(), server_side=True)
        except BaseException as problem:
            transport.abort()
            if not isinstance(problem, OSError):
                raise
            # The client refused our certificate, hung up or never spoke TLS: its business, and it knows.
            return
        finally:
            self._upgrade = None
        self._transport = encrypted
        self._session.encrypted()
        if self._early:
            self.data_received(bytes(self._early))
            self._early.clear()


def _acknowledge(transport: asyncio.Transport) -> None:
    """Tells the other side at once that its bytes came.

    Clients that send the end of a command apart (imaplib) wait for that, and the system takes 40 ms for it.
    """
    if _QUICK_ACKNOWLEDGEMENT is not None:
        connection = transport.get_extra_info("socket")
        if connection.family != socket.AF_UNIX:
            connection.setsockopt(socket.IPPROTO_TCP, _QUICK_ACKNOWLEDGEMENT, 1)
