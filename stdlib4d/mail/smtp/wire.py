"""The bytes of an SMTP connection: lines out, answers in, and a mail in pieces (RFC 5321, 2920)."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

#: Bytes of an answer; what is longer is none.
LONGEST_ANSWER = 1 << 16
#: Bytes of a mail handed to the transport at once, between two looks at its buffer.
SLICE = 1 << 18


class Response(NamedTuple):
    """An answer: a code of 200 to 599 and its text, lines parted by LF, bytes that are not UTF-8 as surrogates."""

    code: int
    message: str


class NotSMTP(Exception):
    """What a server said is no answer, or one too many."""


class Wire(asyncio.Protocol):
    """One connection. Raises :class:`NotSMTP` and :class:`OSError`; has no timeouts of its own.

    Strict: what a server says without being asked ends the connection. It would be taken for the answer to the next
    command (and is how data is injected before TLS, RFC 3207 section 6).
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.transport: asyncio.Transport | None = None
        self._received = bytearray()
        #: The lines of an answer that is not complete, and their bytes.
        self._lines: list[bytes] = []
        self._size = 0
        self._answers: deque[Response] = deque()
        #: Answers that the server owes; the greeting is one.
        self._due = 1
        #: Whether the last of them is that to DATA.
        self._in_data = False
        #: More came than was owed.
        self._excess = False
        self._failure: Exception | None = None
        self._abandoned = False
        self._paused = False
        self._reading: asyncio.Future[None] | None = None
        self._writing: asyncio.Future[None] | None = None
        #: Done when the connection is gone.
        self.gone: asyncio.Future[None] = loop.create_future()

    # What the transport calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the transport."""
        self.transport = transport  # type: ignore[assignment]

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the transport."""
        if self._failure is None:
            self._failure = exc or ConnectionResetError("connection lost")
        if not self.gone.done():
            self.gone.set_result(None)
        _wake(self._reading)
        _wake(self._writing)

    def pause_writing(self) -> None:
        """Called by the transport."""
        self._paused = True

    def resume_writing(self) -> None:
        """Called by the transport."""
        self._paused = False
        _wake(self._writing)

    def data_received(self, data: bytes) -> None:
        """Called by the transport."""
        if self._abandoned or self._failure is not None:
            return
        if self._due:
            self._received += data
            try:
                self._parse()
            except NotSMTP as problem:
                self._failure = problem
            _wake(self._reading)
            # What is still being sent may have become useless.
            _wake(self._writing)
        elif self._answers:
            self._excess = True
        else:
            # A server that has waited for too long says 421, and not every one closes the connection then.
            self.abandon()

    def _parse(self) -> None:
        received, start = self._received, 0
        while self._due and (end := received.find(b"\n", start)) >= 0:
            self._take(bytes(received[start:end]).rstrip(b"\r"))
            start = end + 1
        del received[:start]
        if self._due == 0:
            self._excess = bool(received)
        elif self._size + len(received) > LONGEST_ANSWER:
            raise NotSMTP("an answer without an end")

    def _take(self, line: bytes) -> None:
        code, rest = line[:3], line[3:4]
        if (
            len(code) != 3
            or not code.isdigit()
            or not b"200" <= code <= b"599"
            or rest not in (b"", b" ", b"-", b"\t")
        ):
            raise NotSMTP("no code")
        self._lines.append(line[4:].strip())
        self._size += len(line)
        if rest == b"-":
            return
        text = b"\n".join(self._lines).decode("utf-8", "surrogateescape")
        self._lines.clear()
        self._size = 0
        self._answers.append(Response(int(code), text))
        self._due -= 1
        if self._due == 0 and self._in_data and code == b"354":
            # From now on the server may speak at any time: that is the answer to the mail.
            self._due = 1

    # What a conversation calls.

    @property
    def connected(self) -> bool:
        """Whether nobody has closed the connection, as far as is known."""
        transport = self.transport
        return self._failure is None and transport is not None and not transport.is_closing()

    async def guard(self) -> None:
        """Lasts as long as the connection, and ends it when it is cancelled: so the loop closes it at its end."""
        try:
            await self.gone
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Ends the connection at once, whatever it is doing."""
        if self.transport is not None and not self._abandoned:
            self._abandoned = True  # a second time fails over TLS (Python 3.11.2)
            self.transport.abort()

    def send(self, *lines: bytes) -> None:
        """Sends *lines* in one flight; :meth:`receive` then gives one answer to each."""
        data = b"\r\n".join(lines)
        if data.count(b"\n") != len(lines) - 1 or data.count(b"\r") != len(lines) - 1:
            raise ValueError("a line of SMTP has no line break in it")
        self._due += len(lines)
        self._in_data = lines[-1] == b"DATA"
        self._write(data + b"\r\n")

    async def receive(self) -> Response:
        """The next answer. A refusal with something unasked behind it stands, and the connection ends."""
        answer = await self._next()
        if self._excess and not self._answers:
            self.abandon()
            if answer.code < 400:
                raise NotSMTP("more than one answer")
        return answer

    async def start_tls(self, context: ssl.SSLContext, name: str, seconds: float) -> None:
        """Goes on in TLS, with the server called *name*; raises what the handshake raises."""
        if self.transport is None or not self.connected:
            raise ConnectionResetError("connection lost")
        secured = await self._loop.start_tls(
            self.transport, self, context, server_hostname=name, ssl_handshake_timeout=seconds
        )
        if secured is None:
            raise ConnectionResetError("connection lost")
        self.transport = secured

    async def send_content(self, chunks: Iterable[bytes]) -> Response:
        """Sends a mail after a 354, dot-stuffed and ended as DATA wants it, and returns the answer.

        This answer stands with something unasked behind it, and the connection ends: the server has taken the mail,
        and a second try would deliver it twice. To a server that refuses before it has everything no more is sent.
        """
        complete = False
        begun = False
        try:
            for piece in stuffed(chunks):
                if begun:
                    await self._drained()
                if self._answers:
                    break
                self._write(piece)
                begun = True
            else:
                complete = True
        except ConnectionError:
            # The server may have said why it closed the connection: that is what comes next.
            pass
        answer = await self._next()
        if answer.code < 400 and not complete:
            raise NotSMTP("an answer before the end of the mail")
        if self._excess or not complete or self._unsent:
            self.abandon()
        return answer

    async def _next(self) -> Response:
        while not self._answers:
            if self._failure is not None:
                raise self._failure
            self._reading = self._loop.create_future()
            try:
                await self._reading
            finally:
                self._reading = None
        return self._answers.popleft()

    def _write(self, data: bytes) -> None:
        if self.transport is None or not self.connected:
            raise ConnectionResetError("connection lost")
        self.transport.write(data)

    async def _drained(self) -> None:
        while self._paused and not self._answers and self._failure is None:
            self._writing = self._loop.create_future()
            try:
                await self._writing
            finally:
                self._writing = None
        # Two turns of the loop read what has come. Writing on into a connection that the server refused the mail on,
        # and closed, would lose the refusal.
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    @property
    def _unsent(self) -> bool:
        return self.transport is not None and self.transport.get_write_buffer_size() > 0


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


def sliced(content: bytes) -> Iterator[bytes]:
    """*content* in slices, so that no second copy of all of it is needed."""
    if len(content) <= SLICE:
        return iter((content,))
    return (content[start : start + SLICE] for start in range(0, len(content), SLICE))


def stuffed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a mail, whose lines end with CRLF, as DATA sends them (RFC 5321 section 4.5.2), and the end.

    Pieces may be cut anywhere, between CR, LF and a dot too.
    """
    # What was before; the start of a mail is the start of a line.
    last = b"\r\n"
    held = b""
    for chunk in chunks:
        if not chunk:
            continue
        piece = chunk.replace(b"\r\n.", b"\r\n..") if b"\r\n." in chunk else chunk
        if chunk.startswith(b".") and last == b"\r\n":
            piece = b"." + piece
        elif chunk.startswith(b"\n.") and last.endswith(b"\r"):
            piece = b"\n." + piece[1:]
        last = (last + chunk[-2:])[-2:]
        if held:
            yield held
        held = piece
    # With the last piece: a small mail is one write, and one packet.
    yield held + (b".\r\n" if last == b"\r\n" else b"\r\n.\r\n")
