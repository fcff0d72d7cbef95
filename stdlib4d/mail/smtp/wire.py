"""The bytes of an SMTP connection: aiosmtplib's protocol, stricter, and with a fast way for the mail itself."""

from __future__ import annotations

import asyncio

import aiosmtplib.errors
import aiosmtplib.protocol
import aiosmtplib.response

#: Bytes handed to the transport at once, between two looks at its buffer.
SLICE = 1 << 18

Response = aiosmtplib.response.SMTPResponse


class Wire(aiosmtplib.protocol.SMTPProtocol):
    """One connection. Raises the errors of aiosmtplib and :class:`OSError`; has no timeouts of its own.

    Stricter than its base: what a server says without being asked ends the connection. It would be taken for the
    answer to the next command (and is how data is injected before TLS, RFC 3207 section 6).
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._abandoned = False
        #: More came than the answer that was waited for.
        self._excess = False
        #: Done when the connection is gone.
        self.gone: asyncio.Future[None] = loop.create_future()

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the transport."""
        super().connection_lost(exc)
        if not self.gone.done():
            self.gone.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Called by the transport."""
        answer = self._response_waiter
        if answer is None or self._abandoned:
            return
        if not self._response_pending:
            # A server that has waited for too long says 421, and not every one closes the connection then.
            self.abandon()
        elif answer.done():
            self._excess = True
        else:
            super().data_received(data)
            if answer.done():
                # What is still being sent may have become useless.
                for waiter in self._drain_waiters:
                    if not waiter.done():
                        waiter.set_result(None)

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

    async def read_response(self, timeout: float | None = None) -> Response:
        """The next answer: a code of 200 to 599 and its text, lines parted by LF.

        A refusal with something behind it stands, and the connection ends. After 354 the server may speak at any
        time: that is the answer of :meth:`send_content`.
        """
        response = await self._read_one(timeout)
        if self._more:
            if response.code < 400:
                raise aiosmtplib.errors.SMTPResponseException(-1, "more than one answer")
            self.abandon()
        self._response_pending = response.code == 354
        return response

    async def send_content(self, data: bytes) -> Response:
        """Sends *data*, dot-stuffed and ended as DATA wants it, and returns the answer.

        The base runs two regular expressions over every mail; ours are known to have CRLF lines. The answer is
        the last one of a mail, so that it stands with something behind it, and the connection ends: the server
        has taken the mail, and a second try would deliver it twice. A server that refuses before it has
        everything is sent no more.
        """
        answer = self._response_waiter
        if answer is None:
            raise aiosmtplib.errors.SMTPServerDisconnected("Connection lost")
        self._response_pending = True
        sent = 0
        try:
            while sent < len(data) and not answer.done():
                self.write(data[sent : sent + SLICE])
                sent += SLICE
                await self._drain_helper()
                if sent < len(data):
                    # Two turns of the loop read what has come. Writing on into a connection that the server
                    # refused the mail on, and closed, would lose the refusal.
                    await asyncio.sleep(0)
                    await asyncio.sleep(0)
        except ConnectionError:
            # The server may have said why it closed the connection: that is what comes next.
            pass
        response = await self._read_one()
        if response.code < 400 and sent < len(data):
            raise aiosmtplib.errors.SMTPResponseException(-1, "an answer before the end of the mail")
        if self._more or sent < len(data) or self._unsent:
            self.abandon()
        return response

    async def _read_one(self, timeout: float | None = None) -> Response:
        response = await super().read_response(timeout)
        if not 200 <= response.code <= 599:
            raise aiosmtplib.errors.SMTPResponseException(-1, "no SMTP code")
        return response

    @property
    def _more(self) -> bool:
        return self._excess or bool(self._buffer)

    @property
    def _unsent(self) -> bool:
        transport = self.transport
        return transport is not None and transport.get_write_buffer_size() > 0  # type: ignore[attr-defined]


def stuffed(content: bytes) -> bytes:
    """*content*, whose lines end with CRLF, as DATA sends it (RFC 5321 section 4.5.2), with the last dot."""
    if b"\r\n." in content:
        content = content.replace(b"\r\n.", b"\r\n..")
    start = b"." if content.startswith(b".") else b""
    end = b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"
    return b"".join((start, content, end))
