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

    Stricter than its base: an answer that is more than one answer ends the connection. What comes after it would
    be taken for the answer to the next command (and is how data is injected before TLS, RFC 3207 section 6).
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._abandoned = False
        #: Done when the connection is gone.
        self.gone: asyncio.Future[None] = loop.create_future()

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the transport."""
        super().connection_lost(exc)
        if not self.gone.done():
            self.gone.set_result(None)

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
        """The next answer: a code of 200 to 599 and its text, lines parted by LF."""
        response = await super().read_response(timeout)
        if self._buffer:
            raise aiosmtplib.errors.SMTPResponseException(-1, "more than one answer")
        if not 200 <= response.code <= 599:
            raise aiosmtplib.errors.SMTPResponseException(-1, "no SMTP code")
        return response

    async def send_content(self, data: bytes) -> Response:
        """Sends *data*, dot-stuffed and ended as DATA wants it, and returns the answer.

        The base runs two regular expressions over every mail; ours are known to have CRLF lines.
        """
        if self._command_lock is None:
            raise aiosmtplib.errors.SMTPServerDisconnected("Connection lost")
        async with self._command_lock:
            self._response_pending = True
            try:
                for at in range(0, len(data), SLICE):
                    self.write(data[at : at + SLICE] if len(data) > SLICE else data)
                    await self._drain_helper()
            except ConnectionError:
                # The server may have said why it closed the connection: that is what the next line returns.
                pass
            return await self.read_response()


def stuffed(content: bytes) -> bytes:
    """*content*, whose lines end with CRLF, as DATA sends it (RFC 5321 section 4.5.2), with the last dot."""
    if b"\r\n." in content:
        content = content.replace(b"\r\n.", b"\r\n..")
    start = b"." if content.startswith(b".") else b""
    end = b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"
    return b"".join((start, content, end))
