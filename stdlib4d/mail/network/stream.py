"""The bytes of one connection to a server that speaks in lines: IMAP, POP3."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from contextlib import suppress

from ...waiting import blocked
from .failure import ConnectionFailure, describe
from .place import on_loop, to_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from .settings import ServerSettings

#: Bytes read at once.
CHUNK = 1 << 16
#: Bytes that are read without a look at what else happens.
AHEAD = 1 << 20
#: Bytes handed to the connection at once, between two looks at what the server says.
SLICE = 1 << 18
#: Bytes that a server may say while it does not read.
TALK = 1 << 24
#: What a wait may be shorter by than it should be: telling the socket takes longer than reading a line.
NEARLY = 0.95
#: Bytes that must come within one timeout: a server that dribbles is one that does not answer.
PROGRESS = 1 << 16


class Stream:
    """One connection, from an open socket to :meth:`abandon`; one reader and writer at a time.

    It may be used on the loop that it was made on, where a wait lets others go on, and on the thread of a script,
    which is blocked by a wait: an exchange of two lines then costs as little as it can. Another thread ends such a
    wait with :func:`stdlib4d.waiting.wake`; the connection is of no use after that.

    Every wait lasts ``connectionTimeOut`` at most, as long as nothing comes; what goes wrong is
    :class:`ConnectionFailure`, and the connection is of no use then. A caller that gives up abandons it.
    """

    def __init__(self, settings: ServerSettings, connected: socket.socket) -> None:
        connected.settimeout(0.0)
        self._settings = settings
        self._seconds = settings.connecting
        self._socket = connected
        self._loop = asyncio.get_running_loop()
        self._tls: ssl.SSLObject | None = None
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._buffer = bytearray()
        #: What a wait on the loop waits for, and whether a thread is blocked by one.
        self._waiter: asyncio.Future[None] | None = None
        self._blocks = False
        self._ended = False
        self._abandoned = False
        self._problem: BaseException | None = None
        self._gone: asyncio.Future[None] = self._loop.create_future()
        # A loop holds its tasks weakly.
        self._guard = self._loop.create_task(self._last())
        #: What is said to the server before the loop ends.
        self.farewell: Callable[[], Coroutine[Any, Any, None]] | None = None

    @property
    def connected(self) -> bool:
        """Whether nobody has closed the connection, as far as is known."""
        return not self._ended and not self._abandoned

    @property
    def waiting(self) -> int:
        """How many bytes have been read that nobody has taken."""
        return len(self._buffer)

    @property
    def tls_version(self) -> str:
        """``TLSv1.3`` and the like, an empty text for a connection in plain."""
        return (self._tls.version() or "") if self._tls is not None else ""

    def silent(self) -> bool:
        """Whether there is a connection, on which nothing has come that nobody has taken."""
        if self._buffer or not self.connected:
            return False
        self._read_ahead()
        return not self._buffer and self.connected

    # Reading.

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
        """Waits on the loop until something is there to be read, *seconds* at most or until :meth:`rouse`.

        Returns whether it is.
        """
        if not self._buffer:
            try:
                await self._more(time.monotonic() + seconds)
            except _Expired:
                return False
        return bool(self._buffer)

    def rouse(self) -> None:
        """Ends a wait on the loop, if there is one; to be called there."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _take(self, count: int) -> bytes:
        buffer = self._buffer
        with memoryview(buffer) as view:
            data = bytes(view[:count])
        del buffer[:count]
        return data

    async def _more(self, deadline: float) -> None:
        """Waits for more bytes than there are; a wait on the loop may end without."""
        size = len(self._buffer)
        if self.connected:
            if not on_loop():
                self._read_within(deadline)
            elif not self._read_ahead():
                await self._ready(deadline)
                self._read_ahead()
            if self._tls is not None and self._outgoing.pending:
                # An answer to what the server wants of TLS itself, such as other keys.
                await self._transmit(self._outgoing.read())
        if len(self._buffer) == size and not self.connected:
            raise self._broken()

    def _read_ahead(self) -> bool:
        """Reads what has come, without waiting; returns whether that was anything, be it the end."""
        enough = len(self._buffer) + AHEAD
        came = False
        while self.connected and len(self._buffer) < enough and self._read():
            came = True
        return came

    def _read_within(self, deadline: float) -> None:
        """Reads once; this thread waits for it until *deadline* at most."""
        left = deadline - time.monotonic()
        came = False
        if left > 0:
            self._blocks = True
            try:
                came = blocked(self, self._read, left)
            finally:
                self._blocks = False
                if self._abandoned:
                    self._socket.close()
        if not came and self.connected:
            raise self._expired()

    def _read(self, patience: float = 0.0) -> bool:
        """Reads once, after *patience* seconds at most; returns whether anything came, be it the end."""
        try:
            self._be_patient(patience)
            data = self._socket.recv(CHUNK)
            if not data:
                self._end(None)
            elif self._tls is None:
                self._buffer += data
            else:
                self._incoming.write(data)
                self._decrypt(self._tls)
        except BlockingIOError:
            return False
        except OSError as error:
            if isinstance(error, TimeoutError) and error.errno is None:
                # It is of the socket's own clock, and not of the network.
                return False
            self._end(error)
        return True

    def _decrypt(self, tls: ssl.SSLObject) -> None:
        try:
            while self._incoming.pending or tls.pending():
                plain = tls.read(CHUNK)
                if not plain:
                    self._end(None)
                    return
                self._buffer += plain
        except ssl.SSLWantReadError:
            # A part of a record, or one that is not for us.
            return

    # Writing.

    async def send(self, *pieces: bytes) -> None:
        """Sends *pieces*, not faster than the server reads; stops when it has closed the connection with a word."""
        for piece in pieces:
            if len(piece) <= SLICE:
                await self._send(piece)
                continue
            for start in range(0, len(piece), SLICE):
                self._read_ahead()
                await self._send(piece[start : start + SLICE])

    async def _send(self, data: bytes) -> None:
        if self._tls is not None and self.connected:
            data = await self._encrypted(self._tls, data)
        await self._transmit(data)

    async def _encrypted(self, tls: ssl.SSLObject, data: bytes) -> bytes:
        left = memoryview(data)
        deadline = self._deadline()
        while left and self.connected:
            try:
                left = left[tls.write(left) :]
            except ssl.SSLWantReadError:
                # TLS itself has something to be agreed upon first.
                await self._transmit(self._outgoing.read())
                await self._more(deadline)
            except ssl.SSLError as error:
                # What came behind the last answer was no TLS, or its end.
                self._end(error)
        return self._outgoing.read()

    async def _transmit(self, data: bytes) -> None:
        left = memoryview(data)
        deadline = self._deadline()
        while left:
            if not self.connected:
                if self._buffer:
                    # What the server said before it closed the connection tells more than that it did.
                    return
                raise self._broken()
            sent = self._write(left)
            if sent:
                left, deadline = left[sent:], self._deadline()
            elif self.connected:
                await to_loop()
                await self._writable(deadline)

    async def _writable(self, deadline: float) -> None:
        """Waits on the loop until something can be written, or the server has said something."""
        try:
            await self._ready(deadline, write=True)
        except _Expired:
            self._read_ahead()
            if not self._buffer:
                raise
            # It listens no longer, but has said why.
            self._end(TimeoutError())
        else:
            if len(self._buffer) < TALK:
                # A server that says something before it listens again must be able to.
                self._read_ahead()

    def _write(self, data: memoryview) -> int:
        """Sends some of *data*; returns how many bytes, 0 when the server has to read first, or is gone."""
        try:
            self._be_patient(0.0)
            return self._socket.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            self._read_ahead()
            self._end(error)
            return 0

    # TLS.

    async def start_tls(self, context: ssl.SSLContext) -> None:
        """Makes TLS of the connection, once the server has agreed to it; raises ``OSError``.

        What came in plain behind the server's agreement ends the attempt: it would be taken for a part of the
        protected conversation (CVE-2021-38370 and its kind).
        """
        if not self.silent() and self._buffer:
            raise self.failure(
                "the server sent more than its agreement to TLS; the connection cannot be trusted"
            )
        await self.secure(context)

    async def secure(self, context: ssl.SSLContext) -> None:
        """Makes TLS of the connection; raises ``OSError``."""
        tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=self._settings.host)
        deadline = self._deadline()
        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                await self._transmit(self._outgoing.read())
                if not self._buffer:
                    await self._more(deadline)
                self._incoming.write(self._take(len(self._buffer)))
            except ssl.SSLError:
                # The server is told why, if it is still there.
                with suppress(ConnectionFailure):
                    await self._transmit(self._outgoing.read())
                raise
        await self._transmit(self._outgoing.read())
        self._tls = tls
        self._decrypt(tls)

    # Waiting.

    def _deadline(self) -> float:
        return time.monotonic() + self._seconds

    def _be_patient(self, seconds: float) -> None:
        """Has the next call of the socket wait for *seconds* at most, or a little less."""
        if not NEARLY * seconds <= (self._socket.gettimeout() or 0.0) <= seconds:
            self._socket.settimeout(seconds)

    async def _ready(self, deadline: float, *, write: bool = False) -> None:
        """Waits on the loop until something can be read, or with *write* written, or until :meth:`rouse`."""
        loop, number = self._loop, self._socket.fileno()
        self._waiter = waiter = loop.create_future()
        if write:
            loop.add_writer(number, self.rouse)
        if not write or len(self._buffer) < TALK:
            loop.add_reader(number, self.rouse)
        try:
            async with asyncio.timeout_at(deadline):
                await waiter
        except TimeoutError:
            raise self._expired() from None
        finally:
            self._waiter = None
            if not self._abandoned:
                self._unwatch()

    def _unwatch(self) -> None:
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)

    def release(self) -> None:
        """Ends the wait of a thread that this connection blocks."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it is closed

    # The end.

    def abandon(self) -> None:
        """Ends the connection at once, whatever it is doing."""
        if self._abandoned:
            return
        self._abandoned = True
        # Not just any loop: a script may be used inside of another one.
        if asyncio._get_running_loop() is self._loop:
            self._close()
            return
        try:
            self._loop.call_soon_threadsafe(self._close)
        except RuntimeError:
            # The loop has ended.
            self._hang_up()

    def _close(self) -> None:
        with suppress(ValueError):
            # Raised for a socket that is closed.
            self._unwatch()
        self._hang_up()
        self.rouse()
        if not self._gone.done():
            self._gone.set_result(None)

    def _hang_up(self) -> None:
        # A thread that is about to be blocked finds the end of the connection.
        self.release()
        if not self._blocks:
            # Otherwise the thread closes it.
            self._socket.close()

    async def _last(self) -> None:
        """Lasts as long as the connection, and ends it when it is cancelled: so the loop closes it at its end."""
        try:
            await asyncio.shield(self._gone)
        except asyncio.CancelledError:
            if self.farewell is not None and self.connected:
                await self.farewell()
            raise
        finally:
            self.abandon()

    # Failures.

    def failure(self, text: str) -> ConnectionFailure:
        """A failure of this connection, with host and port in front of *text*."""
        return ConnectionFailure(f"{self._settings.where}: {text}")

    def _end(self, error: OSError | None) -> None:
        """Ends the connection that the server has ended: nobody else may come to close it."""
        self._ended, self._problem = True, error
        self.abandon()

    def _broken(self) -> ConnectionFailure:
        return ConnectionFailure(self._describe(self._problem or ConnectionError()), lost=True)

    def _expired(self) -> ConnectionFailure:
        return _Expired(self._describe(TimeoutError()))

    def _describe(self, error: BaseException) -> str:
        settings = self._settings
        return describe(error, settings.where, settings.connecting, settings.protocol)


class _Expired(ConnectionFailure):
    """Nothing came in time."""
