"""An SMTP connection: dialling, TLS, authentication, commands (RFC 5321, 3207, 4954).

TLS: port 465 begins with it. On every other port it comes by STARTTLS when the server offers it; where it does
not, the connection goes on in plain only with ``acceptUnsecureConnection``. A certificate that does not verify
ends the attempt always, and so does a handshake that fails.
"""

from __future__ import annotations

import asyncio
import re
import socket
import ssl

from aiosmtplib.errors import SMTPException, SMTPResponseException, SMTPServerDisconnected
from aiosmtplib.esmtp import parse_esmtp_extensions

from ..network.authentication import choose_mechanisms, first_response, next_response
from ..network.dialling import dial, unsecured
from ..network.failure import ConnectionFailure, ServerRefusal, describe
from ..network.place import in_thread
from ..network.secret import MASK
from .wire import Response, Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...host import Host
    from ..network.log import Log
    from ..network.secret import Masker
    from .settings import SMTPSettings

#: Seconds for a polite end; the mail is long delivered then.
FAREWELL = 2.0

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]+")


class SMTPConnection:
    """The way to one server: closed at first, and opened as often as it takes. Lives on an asyncio loop.

    What a server refuses is :class:`ServerRefusal`, what goes wrong before or instead of its answer is
    :class:`ConnectionFailure`; no other error of the network leaves this class.
    """

    def __init__(self, settings: SMTPSettings, host: Host, mask: Masker, log: Log) -> None:
        self._settings = settings
        self._host = host
        self._mask = mask
        self._log = log
        self._wire: Wire | None = None
        # A loop holds its tasks weakly.
        self._guard: asyncio.Task[None] | None = None
        #: What the server offers, by its name in small letters, with parameters.
        self.extensions: dict[str, str] = {}
        self._mechanisms: list[str] = []

    @property
    def connected(self) -> bool:
        """Whether there is a connection that nobody has closed, as far as is known."""
        return self._wire is not None and self._wire.connected

    async def open(self) -> None:
        """Connects, secures and authenticates, all within ``connectionTimeOut``."""
        settings = self._settings
        implicit = settings.implicit_tls
        if self._log:
            way = "TLS" if implicit else "STARTTLS when offered"
            self._log.started(settings.host, settings.port, way)
            await in_thread(self._log.write)
        try:
            async with asyncio.timeout(settings.connecting):
                own_name = await self._connect(implicit)
                await self._greet(own_name)
                if not implicit:
                    await self._secure(own_name)
                await self._authenticate()
        except ServerRefusal:
            self.drop()
            raise
        except (OSError, UnicodeError) as error:
            self.drop()
            raise ConnectionFailure(describe(error, settings.where, settings.connecting)) from error
        except BaseException:
            self.drop()
            raise

    async def quit(self) -> None:
        if self.connected:
            try:
                async with asyncio.timeout(FAREWELL):
                    await self.command(b"QUIT")
            except (ServerRefusal, ConnectionFailure, TimeoutError):
                pass
        self.drop()

    def drop(self) -> None:
        """Closes the connection, whatever state it is in."""
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.abandon()
            self._log.closed()

    async def accepted(self, line: bytes) -> Response:
        reply = await self.command(line)
        if reply.code >= 300:
            raise ServerRefusal(reply.code, self.text(reply))
        return reply

    async def command(self, line: bytes, shown: str = "") -> Response:
        self.send(line, shown=shown)
        return await self.reply()

    def send(self, *lines: bytes, shown: str = "") -> None:
        """Sends *lines* in one flight; :meth:`reply` then gives one answer to each. The log has *shown* instead."""
        wire = self._live()
        if self._log:
            for line in lines:
                self._log.sent(shown or line.decode("utf-8", "replace"))
        try:
            wire.send(*lines)
        except OSError as error:
            raise self._broken(error) from error

    async def reply(self) -> Response:
        try:
            return self._heard(await self._live().read_response())
        except (SMTPException, OSError) as error:
            raise self._broken(error) from error

    async def exchange(self, content: Iterable[bytes]) -> Response:
        """Sends the pieces of a mail, which DATA has prepared the server for."""
        try:
            return self._heard(await self._live().send_content(content))
        except (SMTPException, OSError) as error:
            raise self._broken(error) from error

    def text(self, reply: Response) -> str:
        """What the server said, fit to be shown: no secrets, no control characters but LF."""
        text = reply.message
        if not text.isascii():
            text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return _CONTROLS.sub(" ", self._mask(text)).strip()

    async def _connect(self, implicit: bool) -> str:
        """Dials and hears the greeting; returns the name for EHLO."""
        settings = self._settings
        loop = asyncio.get_running_loop()
        seconds = settings.connecting
        context = await in_thread(self._host.tls_context) if implicit else None
        connected = await dial(self._host, settings)
        own_name = _own_name(connected)
        try:
            _, self._wire = await loop.create_connection(
                lambda: Wire(loop),
                sock=connected,
                ssl=context,
                server_hostname=settings.host if context is not None else None,
                ssl_handshake_timeout=seconds if context is not None else None,
            )
        except BaseException:
            connected.close()
            raise
        self._guard = loop.create_task(self._wire.guard())
        self._note_tls()
        reply = await self.reply()
        if reply.code >= 300:
            raise ServerRefusal(reply.code, self.text(reply))
        return own_name

    async def _greet(self, own_name: str) -> None:
        """EHLO, or HELO for a server that knows no extensions."""
        self.extensions, self._mechanisms = {}, []
        reply = await self.command(f"EHLO {own_name}".encode("ascii"))
        if reply.code < 300:
            extensions, mechanisms = parse_esmtp_extensions(reply.message)
            self.extensions, self._mechanisms = extensions, [name.upper() for name in mechanisms]
        elif reply.code in (500, 501, 502, 504, 550):
            await self.accepted(f"HELO {own_name}".encode("ascii"))
        else:
            raise ServerRefusal(reply.code, self.text(reply))

    async def _secure(self, own_name: str) -> None:
        """STARTTLS where the server offers it; refuses to go on without, unless the script accepts that."""
        settings = self._settings
        if "starttls" not in self.extensions:
            if settings.accept_unsecure:
                return
            raise unsecured(settings)
        context = await in_thread(self._host.tls_context)
        wire = self._live()
        if self._log:
            self._log.sent("STARTTLS")
        try:
            reply = await wire.start_tls(context, server_hostname=settings.host, timeout=settings.connecting)
        except SMTPResponseException as error:
            if error.code < 0:
                raise self._broken(error) from error
            reply = self._heard(Response(error.code, error.message))
            if settings.accept_unsecure and reply.code != 421:
                return
            raise ServerRefusal(reply.code, self.text(reply)) from None
        except SMTPServerDisconnected as error:
            raise self._broken(error) from error
        self._heard(reply)
        self._note_tls()
        # RFC 3207 section 4.2: what was learned before TLS is forgotten.
        await self._greet(own_name)

    async def _authenticate(self) -> None:
        reply: Response | None = None
        self._mask.restart()
        for mechanism in choose_mechanisms(self._settings, self._mechanisms):
            reply = await self._log_in(mechanism)
            if reply.code < 300:
                return
            if reply.code != 504:  # 504: announced, and not there after all
                break
        if reply is not None:
            raise ServerRefusal(reply.code, self.text(reply))

    async def _log_in(self, mechanism: str) -> Response:
        initial = first_response(mechanism, self._settings)
        if initial is None:
            reply = await self.command(f"AUTH {mechanism}".encode())
        else:
            self._mask.add(initial)
            reply = await self.command(f"AUTH {mechanism} {initial}".encode(), f"AUTH {mechanism} {MASK}")
        step = 0
        while reply.code == 334:
            answer = next_response(mechanism, self._settings, step, reply.message)
            if answer is None:
                await self.command(b"*")
                raise ConnectionFailure(
                    f"{self._settings.where}: the server's part of {mechanism} cannot be understood; "
                    "set authenticationMode to another mode"
                )
            self._mask.add(answer)
            reply = await self.command(answer.encode("ascii"), MASK)
            step += 1
        return reply

    def _live(self) -> Wire:
        if self._wire is None:
            raise ConnectionFailure(f"{self._settings.where}: the server closed the connection", lost=True)
        return self._wire

    def _heard(self, reply: Response) -> Response:
        if self._log:
            self._log.received(_as_said(reply.code, self.text(reply)))
        return reply

    def senseless(self) -> ConnectionFailure:
        """The failure for an answer that is none to what was asked."""
        settings = self._settings
        return ConnectionFailure(
            f"{settings.where}: the server's answer is not SMTP; check that port {settings.port} is a mail server"
        )

    def _broken(self, error: Exception) -> ConnectionFailure:
        """The failure for an *error* of the connection, which is unusable from now on."""
        where = self._settings.where
        if isinstance(error, SMTPResponseException):
            return self.senseless()
        if isinstance(error, ssl.SSLError) or not isinstance(error, ConnectionError):
            return ConnectionFailure(describe(error, where, self._settings.connecting), lost=True)
        return ConnectionFailure(f"{where}: the server closed the connection", lost=True)

    def _note_tls(self) -> None:
        wire = self._wire
        if self._log and wire is not None and wire.transport is not None:
            secured = wire.transport.get_extra_info("ssl_object")
            if secured is not None:
                self._log.secured(secured.version())


def _as_said(code: int, text: str) -> str:
    """An answer as it came: the code before each line (RFC 5321 section 4.2.1)."""
    *lines, last = text.split("\n")
    return "\n".join([*(f"{code}-{line}" for line in lines), f"{code} {last}"])


def _own_name(connected: socket.socket) -> str:
    """The name for EHLO: our address as a literal (RFC 5321 section 4.1.4), which needs no DNS and is true."""
    if connected.family not in (socket.AF_INET, socket.AF_INET6):
        return "localhost"
    address = str(connected.getsockname()[0]).partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"
