"""The bytes of one connection to a server that speaks in lines: IMAP, POP3."""

from __future__ import annotations

import asyncio

from .failure import ConnectionFailure, describe

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from .settings import ServerSettings

#: Bytes that may wait to be read before the server is made to wait.
AHEAD = 1 << 20
#: Bytes handed to the transport at once, between two looks at its buffer.
SLICE = 1 << 18
#: Bytes that must come within one timeout: a server that dribbles is one that does not answer.
PROGRESS = 1 << 16


class Stream(asyncio.Protocol):
    """One connection, from an open socket to :meth:`abandon`. Lives on an asyncio loop; one reader at a time.

    Every wait lasts ``connectionTimeOut`` at most, as long as nothing comes; what goes wrong is
    :class:`ConnectionFailure`, and the connection is of no use then. A caller that gives up abandons it.
    """

    def __init__(self, settings: ServerSettings, loop: asyncio.AbstractEventLoop) -> None:
        self._settings = settings
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._full = False
        self._paused = False
        self._abandoned = False
        self._problem: BaseException | None = None
        # A loop holds its tasks weakly.
        self._guard: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._until = 0.0
        #: Done when the connection is gone.
        self.gone: asyncio.Future[None] = loop.create_future()
        #: What is said to the server before the loop ends.
        self.farewell: Callable[[], Coroutine[Any, Any, None]] | None = None

    # Called by the transport.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is there."""
        self._transport = transport  # type: ignore[assignment]
        self._guard = self._loop.create_task(self._last())

    def data_received(self, data: bytes) -> None:
        """Something came."""
        buffer = self._buffer
        buffer += data
        reader = self._reader
        if reader is not None:
            if not reader.done():
                reader.set_result(None)
        elif len(buffer) > AHEAD and not self._paused and self._transport is not None:
            self._paused = True
            self._transport.pause_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing comes any more."""
        self._problem = exc
        if self._timer is not None:
            self._timer.cancel()
        if not self.gone.done():
            self.gone.set_result(None)
        for waiter in (self._reader, self._writer):
            if waiter is not None and not waiter.done():
                waiter.set_result(None)

    def pause_writing(self) -> None:
        """The server reads more slowly than we write."""
        self._full = True

    def resume_writing(self) -> None:
        """It has caught up."""
        self._full = False
        if self._writer is not None and not self._writer.done():
            self._writer.set_result(None)

    # Called by those who use the connection.

    @property
    def connected(self) -> bool:
        """Whether nobody has closed the connection, as far as is known."""
        return not self._abandoned and not self.gone.done() and self._transport is not None

    @property
    def waiting(self) -> int:
        """How many bytes have come that nobody has read."""
        return len(self._buffer)

    @property
    def tls_version(self) -> str:
        """``TLSv1.3`` and the like, an empty text for a connection in plain."""
        secured = self._transport.get_extra_info("ssl_object") if self._transport is not None else None
        return (secured.version() or "") if secured is not None else ""

    async def line(self, longest: int) -> bytes:
        """The next line without its line end, CRLF or LF."""
        line = await self.until(b"\n", longest)
        return line[:-2] if line.endswith(b"\r\n") else line[:-1]

    def line_here(self, longest: int) -> bytes | None:
        """The next line if it has come, ``None`` where :meth:`line` has to wait for it: waiting costs more."""
        end = self._buffer.find(b"\n") + 1
        if not 0 < end <= longest:
            return None
        line = self._take(end)
        return line[:-2] if line.endswith(b"\r\n") else line[:-1]

    async def until(self, mark: bytes, longest: int) -> bytes:
        """What comes up to and with *mark*; a failure when that is more than *longest* bytes."""
        buffer = self._buffer
        at = buffer.find(mark)
        if at < 0:
            deadline, seen = self._deadline(), len(buffer)
            while at < 0:
                size = len(buffer)
                if size > longest:
                    raise self.failure(f"the server's answer is longer than {longest} bytes")
                if size - seen >= PROGRESS:
                    deadline, seen = self._deadline(), size
                await self._more(deadline)
                at = buffer.find(mark, max(0, size - len(mark) + 1))
        end = at + len(mark)
        if end > longest:
            raise self.failure(f"the server's answer is longer than {longest} bytes")
        return self._take(end)

    async def exactly(self, count: int) -> bytes:
        """The next *count* bytes."""
        buffer = self._buffer
        if len(buffer) < count:
            deadline, seen = self._deadline(), len(buffer)
            while len(buffer) < count:
                if len(buffer) - seen >= PROGRESS:
                    deadline, seen = self._deadline(), len(buffer)
                await self._more(deadline)
        return self._take(count)

    async def arrival(self, seconds: float) -> bool:
        """Waits until something is there to be read, *seconds* at most or until :meth:`rouse`; whether it is."""
        if not self._buffer:
            try:
                await self._more(self._loop.time() + seconds)
            except _Expired:
                return False
        return bool(self._buffer)

    def rouse(self) -> None:
        """Ends a wait for something to be read, if there is one."""
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    def write(self, data: bytes) -> None:
        """Sends *data* when the connection is ready for it; see :meth:`send` for much of it."""
        if not self.connected or self._transport is None:
            raise self._broken()
        self._transport.write(data)

    async def send(self, pieces: Sequence[bytes]) -> None:
        """Sends *pieces*, not faster than the server reads; stops when it has closed the connection with a word."""
        for piece in pieces:
            for start in range(0, len(piece), SLICE):
                if self._buffer and not self.connected:
                    return
                self.write(piece[start : start + SLICE] if len(piece) > SLICE else piece)
                if self._full:
                    await self._drained()

    async def start_tls(self, context: ssl.SSLContext) -> None:
        """Makes TLS of the connection, once the server has agreed to it; raises ``OSError``.

        What came in plain behind the server's agreement ends the attempt: it would be taken for a part of the
        protected conversation (CVE-2021-38370 and its kind).
        """
        if self._buffer:
            raise self.failure(
                "the server sent more than its agreement to TLS; the connection cannot be trusted"
            )
        if not self.connected or self._transport is None:
            raise self._broken()
        seconds = self._settings.connecting
        self._transport = await self._loop.start_tls(
            self._transport,
            self,
            context,
            server_hostname=self._settings.host,
            ssl_handshake_timeout=seconds,
        )

    def abandon(self) -> None:
        """Ends the connection at once, whatever it is doing."""
        if self._transport is not None and not self._abandoned:
            self._abandoned = True  # a second time fails over TLS (Python 3.11.2)
            self._transport.abort()

    def failure(self, text: str) -> ConnectionFailure:
        """A failure of this connection, with host and port in front of *text*."""
        return ConnectionFailure(f"{self._settings.where}: {text}")

    # The inside.

    async def _last(self) -> None:
        """Lasts as long as the connection, and ends it when it is cancelled: so the loop closes it at its end."""
        try:
            await asyncio.shield(self.gone)
        except asyncio.CancelledError:
            if self.farewell is not None and self.connected:
                await self.farewell()
            raise
        finally:
            self.abandon()

    def _take(self, count: int) -> bytes:
        buffer = self._buffer
        with memoryview(buffer) as view:
            data = bytes(view[:count])
        del buffer[:count]
        return data

    def _deadline(self) -> float:
        return self._loop.time() + self._settings.connecting

    async def _more(self, deadline: float) -> None:
        """Waits for more bytes than there are."""
        if not self.connected or self._transport is None:
            raise self._broken()
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        size = len(self._buffer)
        self._reader = self._loop.create_future()
        self._watch(deadline)
        try:
            await self._reader
        except TimeoutError as error:
            raise _Expired(self._describe(error)) from None
        finally:
            self._reader = None
        if len(self._buffer) == size and not self.connected:
            raise self._broken()

    async def _drained(self) -> None:
        while self._full and self.connected:
            self._writer = self._loop.create_future()
            self._watch(self._deadline())
            try:
                await self._writer
            except TimeoutError as error:
                raise _Expired(self._describe(error)) from None
            finally:
                self._writer = None

    def _watch(self, deadline: float) -> None:
        """Ends the wait that begins now at *deadline*. One timer serves many waits, as few last so long."""
        self._until = deadline
        if self._timer is not None:
            if self._timer.when() <= deadline:
                return
            self._timer.cancel()
        self._timer = self._loop.call_at(deadline, self._look)

    def _look(self) -> None:
        self._timer = None
        waiting = [one for one in (self._reader, self._writer) if one is not None and not one.done()]
        if waiting and self._until > self._loop.time():
            self._timer = self._loop.call_at(self._until, self._look)
        else:
            for one in waiting:
                one.set_exception(TimeoutError())

    def _broken(self) -> ConnectionFailure:
        return ConnectionFailure(self._describe(self._problem or ConnectionError()), lost=True)

    def _describe(self, error: BaseException) -> str:
        settings = self._settings
        return describe(error, settings.where, settings.connecting, settings.protocol)


class _Expired(ConnectionFailure):
    """Nothing came in time."""
