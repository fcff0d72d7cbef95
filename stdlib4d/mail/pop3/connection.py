"""A POP3 connection: dialling, TLS, logging in, commands (RFC 1939, 2449, 2595, 5034).

TLS: port 995 begins with it. On every other port it comes by STLS when the server has that; where it has not, the
connection goes on in plain only with ``acceptUnsecureConnection``.
"""

from __future__ import annotations

import asyncio

from ..network.dialling import connect, unsecured
from ..network.failure import ConnectionFailure, ServerRefusal, describe
from ..network.place import in_thread, to_loop
from . import limits
from .login import log_in
from .replies import END, NotPOP3, content, status, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from ...host import Host
    from ..network.log import Log
    from ..network.secret import Masker
    from ..network.settings import ServerSettings
    from ..network.stream import Stream


class POP3Connection:
    """The way to one server: closed at first, and opened as often as it takes.

    What a server refuses is :class:`ServerRefusal`, what goes wrong before or instead of its answer is
    :class:`ConnectionFailure`; no other error of the network leaves this class.
    """

    def __init__(self, settings: ServerSettings, host: Host, mask: Masker, log: Log) -> None:
        self._settings = settings
        self._host = host
        self._mask = mask
        self._log = log
        self._stream: Stream | None = None
        #: What the server said when the connection was opened.
        self.greeting = ""
        #: What the server can, by its name in capitals, with parameters; ``None`` for one that does not tell.
        self.capabilities: dict[str, str] | None = None
        #: What the server said to the login.
        self.welcome = ""

    @property
    def connected(self) -> bool:
        """Whether there is a connection that nobody has closed, as far as is known.

        One on which the server spoke without being asked counts as closed: so it says that it has waited for too long.
        """
        return self._stream is not None and self._stream.silent()

    async def open(self, farewell: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Connects, secures and logs in, all within ``connectionTimeOut``; *farewell* is for the end of the loop."""
        await to_loop()
        settings = self._settings
        implicit = settings.implicit_tls
        if self._log:
            self._log.started(settings.host, settings.port, "TLS" if implicit else "STLS when offered")
            await in_thread(self._log.write)
        try:
            async with asyncio.timeout(settings.connecting):
                self._stream = stream = await connect(self._host, settings)
                self._note_tls()
                self.greeting = self.accepted(*self._read(await stream.line(limits.LINE)))
                await self._learn()
                if not implicit:
                    await self._secure(stream)
                self.welcome = self.shown(await log_in(self, settings, self._mask))
            stream.farewell = farewell
        except (ServerRefusal, ConnectionFailure):
            self.drop()
            raise
        except (OSError, UnicodeError) as error:
            self.drop()
            raise ConnectionFailure(
                describe(error, settings.where, settings.connecting, settings.protocol)
            ) from error
        except BaseException:
            self.drop()
            raise

    async def quit(self, seconds: float) -> None:
        """Ends the session, so that the server removes what is marked, and the connection; raises what others do.

        ``TimeoutError`` when the server does not answer within *seconds*.
        """
        await to_loop()
        try:
            async with asyncio.timeout(seconds):
                await self.command(b"QUIT")
        finally:
            self.drop()

    def drop(self) -> None:
        """Closes the connection, whatever state it is in."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.abandon()
            self._log.closed()

    async def command(self, line: bytes) -> str:
        """The text of the answer to *line*, as the server wrote it."""
        return self.accepted(*await self.ask(line))

    async def lines(self, line: bytes, longest: int, *, mail: bool = False) -> bytes:
        """The lines behind the answer to *line*, with CRLF, at most *longest* bytes; *mail* says that they are one."""
        stream = await self._send(line)
        # A refusal is one line; whatever else it is, only what ends the lines ends it.
        first = await stream.exactly(1)
        if first != b"+":
            self.accepted(*self._read(first + await stream.line(limits.LINE)))
            raise self.garbled()
        answer = await stream.until(END, longest)
        self.accepted(*self._read(first + answer[: answer.index(b"\n")].rstrip(b"\r")))
        found = content(answer)
        if self._log:
            if mail:
                self._log.received_mail(found)
            else:
                self._log.received(found.decode("utf-8", "replace") + ".")
        return found

    async def ask(self, line: bytes, shown: str = "") -> tuple[str, str]:
        """Kind and text of the answer to *line*; the log has *shown* in its place."""
        return self._read(await (await self._send(line, shown)).line(limits.LINE))

    def accepted(self, kind: str, text: str) -> str:
        """The *text* of an answer of that *kind*, when that is what was asked for."""
        if kind == "-ERR":
            raise ServerRefusal(0, self.shown(text))
        if kind != "+OK":
            raise self.garbled()
        return text

    def shown(self, text: str) -> str:
        """What the server said, fit to be shown: no secrets, no control characters."""
        return visible(self._mask(text))

    def garbled(self) -> ConnectionFailure:
        """The failure for an answer that is not POP3; the connection is unusable."""
        where, port = self._settings.where, self._settings.port
        return ConnectionFailure(
            f"{where}: the server's answer is not POP3; check that port {port} is a POP3 server"
        )

    async def _send(self, line: bytes, shown: str = "") -> Stream:
        stream = self._stream
        if stream is None:
            raise ConnectionFailure(f"{self._settings.where}: the server closed the connection", lost=True)
        if not stream.silent() and stream.waiting:
            raise stream.failure("the server spoke without being asked")
        if self._log:
            self._log.sent(shown or line.decode("utf-8", "replace"))
        await stream.send(line + b"\r\n")
        return stream

    def _read(self, line: bytes) -> tuple[str, str]:
        try:
            kind, text = status(line)
        except NotPOP3:
            raise self.garbled() from None
        if self._log:
            self._log.received(f"{kind} {visible(text)}".rstrip())
        return kind, text

    async def _learn(self) -> None:
        """Asks for the capabilities."""
        try:
            answer = await self.lines(b"CAPA", limits.CAPABILITIES)
        except ServerRefusal:
            self.capabilities = None
            return
        self.capabilities = {}
        for line in answer.decode("utf-8", "replace").splitlines():
            name, _, rest = line.strip().partition(" ")
            self.capabilities[name.upper()] = rest

    async def _secure(self, stream: Stream) -> None:
        """STLS where the server has it; refuses to go on without, unless the script accepts that."""
        settings = self._settings
        # One that does not tell may have it, too.
        if self.capabilities is None or "STLS" in self.capabilities:
            context = await in_thread(self._host.tls_context)
            kind, text = await self.ask(b"STLS")
            if kind == "+OK":
                await stream.start_tls(context)
                self._note_tls()
                # RFC 2595 section 4: what was learned before TLS is forgotten. The greeting's timestamp stays good.
                await self._learn()
                return
            if not settings.accept_unsecure and self.capabilities is not None:
                self.accepted(kind, text)
        if not settings.accept_unsecure:
            raise unsecured(settings)

    def _note_tls(self) -> None:
        if self._log and self._stream is not None and self._stream.tls_version:
            self._log.secured(self._stream.tls_version)
