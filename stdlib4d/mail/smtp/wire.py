"""The bytes of an SMTP connection: aiosmtplib's protocol, stricter, with many commands in one flight (RFC 2920)
and with a mail in pieces."""

from __future__ import annotations

import asyncio
from collections import deque

from aiosmtplib.errors import SMTPResponseException, SMTPServerDisconnected
from aiosmtplib.protocol import SMTPProtocol
from aiosmtplib.response import SMTPResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator

#: Bytes of an answer; what is longer is none.
LONGEST_ANSWER = 1 << 16
#: Bytes of a mail handed to the transport at once, between two looks at its buffer.
SLICE = 1 << 18

#: An answer: a code of 200 to 599 and its text, lines parted by LF, bytes that are not UTF-8 as surrogates.
Response = SMTPResponse


class Wire(SMTPProtocol):
    """One connection. Raises the errors of aiosmtplib and :class:`OSError`; has no timeouts of its own.

    Its base takes one answer at a time and drops what else there is; here answers are counted. Stricter, too: what a
    server says without being asked ends the connection. It would be taken for the answer to the next command (and is
    how data is injected before TLS, RFC 3207 section 6).
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._answers: deque[Response] = deque()
        #: Answers that the server owes; the greeting is one.
        self._due = 1
        #: Whether the last of them is that to DATA.
        self._in_data = False
        #: More came than was owed.
        self._excess = False
        self._failure: Exception | None = None
        self._abandoned = False
        self._reading: asyncio.Future[None] | None = None
        #: Done when the connection is gone.
        self.gone: asyncio.Future[None] = loop.create_future()

    # What the transport calls.

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the transport."""
        super().connection_lost(exc)
        self._failure = self._failure or exc or SMTPServerDisconnected("connection lost")
        if not self.gone.done():
            self.gone.set_result(None)
        _wake(self._reading)

    def data_received(self, data: bytes) -> None:
        """Called by the transport."""
        if self._abandoned or self._failure is not None:
            return
        if self._due:
            self._buffer += data
            try:
                self._parse()
            except SMTPResponseException as problem:
                self._failure = problem
            _wake(self._reading)
            # What is still being sent may have become useless.
            for waiter in self._drain_waiters:
                _wake(waiter)
        elif self._answers:
            self._excess = True
        else:
            # A server that has waited for too long says 421, and not every one closes the connection then.
            self.abandon()

    def _parse(self) -> None:
        while self._due and (answer := self._read_response_from_buffer()) is not None:
            if not 200 <= answer.code <= 599:
                raise SMTPResponseException(-1, "no SMTP code")
            self._answers.append(answer)
            self._due -= 1
            if self._due == 0 and self._in_data and answer.code == 354:
                # From now on the server may speak at any time: that is the answer to the mail.
                self._due = 1
        if self._due == 0:
            self._excess = bool(self._buffer)
        elif len(self._buffer) > LONGEST_ANSWER:
            raise SMTPResponseException(-1, "an answer without an end")

    # What a conversation calls.

    @property
    def connected(self) -> bool:
        """Whether nobody has closed the connection, as far as is known."""
        return self._failure is None and self.is_connected

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
            self.transport.abort()  # type: ignore[attr-defined]

    def send(self, *lines: bytes) -> None:
        """Sends *lines* in one flight; :meth:`read_response` then gives one answer to each."""
        data = b"\r\n".join(lines)
        if data.count(b"\n") != len(lines) - 1 or data.count(b"\r") != len(lines) - 1:
            raise ValueError("a line of SMTP has no line break in it")
        self._due += len(lines)
        self._in_data = lines[-1] == b"DATA"
        self.write(data + b"\r\n")

    async def read_response(self, timeout: float | None = None) -> Response:
        """The next answer. A refusal with something unasked behind it stands, and the connection ends."""
        answer = await asyncio.wait_for(self._next(), timeout) if timeout else await self._next()
        if self._excess and not self._answers:
            self.abandon()
            if answer.code < 400:
                raise SMTPResponseException(-1, "more than one answer")
        return answer

    async def start_tls(
        self, tls_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Response:
        """Asks for TLS and goes on in it."""
        self._due += 1
        self._in_data = False
        return await super().start_tls(tls_context, server_hostname, timeout)

    async def send_content(self, chunks: Iterable[bytes]) -> Response:
        """Sends a mail after a 354, dot-stuffed and ended as DATA wants it, and returns the answer.

        The base runs two regular expressions over every mail; the lines of ours are known to end with CRLF. This
        answer stands with something unasked behind it, and the connection ends: the server has taken the mail, and a
        second try would deliver it twice. To a server that refuses before it has everything no more is sent.
        """
        complete = False
        begun = False
        try:
            for piece in stuffed(chunks):
                if begun:
                    await self._drain_helper()
                    # Two turns of the loop read what has come. Writing on into a connection that the server refused
                    # the mail on, and closed, would lose the refusal.
                    await asyncio.sleep(0)
                    await asyncio.sleep(0)
                if self._answers:
                    break
                self.write(piece)
                begun = True
            else:
                complete = True
        except ConnectionError:
            # The server may have said why it closed the connection: that is what comes next.
            pass
        answer = await self._next()
        if answer.code < 400 and not complete:
            raise SMTPResponseException(-1, "an answer before the end of the mail")
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

    @property
    def _unsent(self) -> bool:
        transport = self.transport
        return transport is not None and transport.get_write_buffer_size() > 0  # type: ignore[attr-defined]


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
