"""An IMAP connection: opening, TLS, authentication, commands and what the server says meanwhile (RFC 3501).

TLS: port 993 begins with it. On every other port it comes by STARTTLS when the server offers it; where it does
not, the connection goes on in plain only with ``acceptUnsecureConnection``.
"""

from __future__ import annotations

import asyncio
import re

from ..network.authentication import choose_mechanisms, first_response, next_response
from ..network.dialling import connect, unsecured
from ..network.failure import ConnectionFailure, describe
from ..network.place import in_thread, on_loop, to_loop
from ..network.secret import MASK
from .tokens import Malformed, Refusal, Response, literal_size, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ...host import Host
    from ..network.log import Log
    from ..network.secret import Masker
    from ..network.stream import Stream
    from .settings import IMAPSettings

#: Bytes of one line: a search that finds a million messages says 8 MB.
LONGEST_LINE = 1 << 24
#: Bytes of one literal, which is a message as a rule.
LARGEST_LITERAL = 1 << 28
#: Bytes that a server may say beside the messages that were asked for, while it answers one command.
LARGEST_ANSWER = 1 << 26
#: Seconds for a polite end.
FAREWELL = 2.0
#: Bytes of a command that is sent in one piece.
SMALL = 1 << 16
#: Responses between two looks at what else happens on the loop.
TURN = 16

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Literal:
    """Bytes that go into a command as they are.

    ``patient``: the server is asked before they are sent, even where it would take them at once, so that it can
    refuse what is long, and nothing is in doubt before.
    """

    __slots__ = ("data", "patient", "secret")

    def __init__(self, data: bytes, *, patient: bool = False, secret: bool = False) -> None:
        self.data = data
        self.patient = patient
        self.secret = secret


class IMAPConnection:
    """The way to one server: closed at first, and opened as often as it takes.

    NO and BAD are :class:`Refusal`, what goes wrong before or instead of an answer is :class:`ConnectionFailure`; no
    other error of the network leaves this class.
    """

    def __init__(self, settings: IMAPSettings, host: Host, mask: Masker, log: Log) -> None:
        self._settings = settings
        self._host = host
        self._mask = mask
        self._log = log
        self._stream: Stream | None = None
        self._count = 0
        self._farewell = ""
        #: What the server can do, in capitals; asked for when it is not known.
        self.capabilities: frozenset[str] = frozenset()
        self.delimiter: str | None = None
        #: The mailbox that is selected, as the server knows its name, and how many messages are in it.
        self.selected: str | None = None
        self.read_only = False
        self.exists = 0
        #: Whether the answer to a command is still to come: the connection cannot be used for another one.
        self.unfinished = False
        #: Whether the command that runs may have had its effect, and whether anything of its answer has come.
        self.committed = False
        self.heard = False

    @property
    def connected(self) -> bool:
        """Whether there is a connection that nobody has closed, as far as is known."""
        return self._stream is not None and self._stream.connected

    def calm(self) -> bool:
        """Whether there is a connection on which the server has said nothing since the last command."""
        return self._stream is not None and not self._farewell and self._stream.silent()

    async def open(self) -> None:
        """Connects, secures and authenticates, all within ``connectionTimeOut``."""
        await to_loop()
        settings = self._settings
        if self._log:
            way = "TLS" if settings.implicit_tls else "STARTTLS when offered"
            self._log.started(settings.host, settings.port, way)
            await in_thread(self._log.write)
        self._farewell = ""
        self.capabilities, self.delimiter = frozenset(), None
        self.committed = self.heard = False
        try:
            async with asyncio.timeout(settings.connecting):
                self._stream = await connect(self._host, settings)
                self._note_tls()
                ready = await self._greeted()
                if not settings.implicit_tls:
                    await self._secure(ready)
                if not ready:
                    await self._authenticate()
        except (OSError, UnicodeError) as error:
            self.drop()
            text = describe(error, settings.where, settings.connecting, settings.protocol)
            raise ConnectionFailure(text) from error
        except BaseException:
            self.drop()
            raise

    async def quit(self) -> None:
        """Says goodbye, and closes the connection; raises nothing of the network."""
        await to_loop()
        if self.connected:
            try:
                async with asyncio.timeout(FAREWELL):
                    await self.command(b"LOGOUT")
            except (Refusal, ConnectionFailure, TimeoutError):
                pass
        self.drop()

    def drop(self) -> None:
        """Closes the connection, whatever state it is in."""
        stream, self._stream = self._stream, None
        self.selected = None
        if stream is not None:
            stream.abandon()
            self._log.closed()

    async def command(
        self, *pieces: bytes | Literal, collect: Callable[[Response], bool] | None = None
    ) -> Response:
        """Sends a command and returns the OK that ends its answer.

        *collect* sees every untagged response, and says whether it is one that was asked for.
        """
        self.unfinished = True
        tag = await self._send(pieces, collect)
        reply = await self._answer(tag, collect)
        if reply.kind != "OK":
            raise Refusal(self.text(reply), reply.code.decode("ascii", "replace"))
        return reply

    async def can(self, capability: str) -> bool:
        """Whether the server offers *capability* (in capitals)."""
        if not self.capabilities:
            await self.command(b"CAPABILITY")
        return capability in self.capabilities

    def text(self, reply: Response) -> str:
        """What the server said for people, fit to be shown: no secrets, no control characters."""
        return _CONTROLS.sub(" ", self._mask(reply.text.decode("utf-8", "replace"))).strip()

    # IDLE (RFC 2177)

    async def begin_idle(self, collect: Callable[[Response], bool]) -> tuple[bytes, str]:
        """Begins to be told of changes; returns the tag for :meth:`end_idle`, and what the server says."""
        tag = self._next_tag()
        self.committed = self.heard = False
        self._log.sent(f"{tag.decode('ascii')} IDLE")
        await self._write([tag, b" IDLE\r\n"])
        reply = await self._answer(tag, collect, continues=True)
        if reply.tag != b"+":
            raise Refusal(self.text(reply))
        return tag, self.text(reply)

    async def news(self, seconds: float, collect: Callable[[Response], bool]) -> None:
        """Waits for news, *seconds* at most or until :meth:`rouse`, and has *collect* see what has come."""
        stream = self._live()
        if await stream.arrival(seconds):
            while stream.waiting:
                response = await self._receive()
                if response.tag != b"*":
                    raise self._not_imap()
                self._note(response)
                self._collected(response, collect)

    def rouse(self) -> None:
        """Ends a wait of :meth:`news`."""
        if self._stream is not None:
            self._stream.rouse()

    async def end_idle(self, tag: bytes, collect: Callable[[Response], bool]) -> str:
        """Ends IDLE; returns what the server said."""
        self._log.sent("DONE")
        await self._live().send(b"DONE\r\n")
        return self.text(await self._answer(tag, collect))

    # Opening.

    async def _greeted(self) -> bool:
        """Hears the greeting; returns whether the server knows who we are without being told."""
        reply = await self._receive()
        if reply.tag != b"*" or reply.kind not in ("OK", "PREAUTH", "BYE"):
            raise self._not_imap()
        if reply.kind == "BYE":
            raise Refusal(self.text(reply))
        self._note(reply)
        return reply.kind == "PREAUTH"

    async def _secure(self, ready: bool) -> None:
        """STARTTLS where the server offers it; refuses to go on without, unless the script accepts that."""
        if ready or not await self.can("STARTTLS"):
            # In the authenticated state there is no STARTTLS, which is how TLS is talked away (RFC 9051 section 11.3).
            if self._settings.accept_unsecure:
                return
            raise unsecured(self._settings)
        try:
            await self.command(b"STARTTLS")
        except Refusal:
            if self._settings.accept_unsecure:
                return
            raise
        context = await in_thread(self._host.tls_context)
        await self._live().start_tls(context)
        self._note_tls()
        # What was learned before TLS is forgotten (RFC 3501 section 6.2.1).
        self.capabilities = frozenset()

    async def _authenticate(self) -> None:
        if not self.capabilities:
            await self.command(b"CAPABILITY")
        self._mask.restart()
        offered = {one[5:] for one in self.capabilities if one.startswith("AUTH=")}
        plain = "LOGIN" not in offered and "LOGINDISABLED" not in self.capabilities
        chosen = choose_mechanisms(self._settings, offered | {"LOGIN"} if plain else offered)[:1]
        known = self.capabilities
        for mechanism in chosen:
            if mechanism == "LOGIN" and plain:
                await self._log_in()
            else:
                await self._converse(mechanism, "SASL-IR" in known)
            if self.capabilities is known:
                self.capabilities = frozenset()

    async def _log_in(self) -> None:
        """The command LOGIN, for servers that have no mechanism of SASL."""
        settings = self._settings
        password = settings.password.reveal() if settings.password is not None else ""
        await self.command(b"LOGIN ", argument(settings.user), b" ", argument(password, secret=True))

    async def _converse(self, mechanism: str, at_once: bool) -> None:
        initial = first_response(mechanism, self._settings)
        line = f"AUTHENTICATE {mechanism}"
        if initial is not None:
            self._mask.add(initial)
            if at_once:
                line += " " + initial
        tag = self._next_tag()
        self._log.sent(f"{tag.decode('ascii')} {line}")
        await self._write([tag, b" ", line.encode("ascii"), b"\r\n"])
        step = 0
        while (reply := await self._answer(tag, None, continues=True)).tag == b"+":
            if initial is not None and not at_once and step == 0:
                answer, initial = initial, None
            else:
                challenge = reply.text.decode("ascii", "replace").strip()
                response = next_response(mechanism, self._settings, step, challenge)
                if response is None:
                    await self._live().send(b"*\r\n")
                    raise ConnectionFailure(
                        f"{self._settings.where}: the server's part of {mechanism} cannot be understood; "
                        "set authenticationMode to another mode"
                    )
                answer = response
                step += 1
            self._mask.add(answer)
            self._log.sent(MASK)
            await self._live().send(answer.encode("ascii") + b"\r\n")
        if reply.kind != "OK":
            raise Refusal(self.text(reply))

    # Sending.

    def _next_tag(self) -> bytes:
        self._count += 1
        return b"A%d" % self._count

    async def _send(
        self, pieces: tuple[bytes | Literal, ...], collect: Callable[[Response], bool] | None
    ) -> bytes:
        """Sends a command, with its literals as the server wants them; returns its tag."""
        if len(pieces) == 1 and isinstance(pieces[0], bytes):
            tag = self._next_tag()
            self.heard = False
            self.committed = True
            if self._log:
                self._log.sent(_shown(tag, pieces))
            await self._live().send(b"%b %b\r\n" % (tag, pieces[0]))
            return tag
        at_once = any(isinstance(piece, Literal) for piece in pieces) and await self.can("LITERAL+")
        tag = self._next_tag()
        self.committed = self.heard = False
        if self._log:
            self._log.sent(_shown(tag, pieces))
        line = [tag, b" "]
        for piece in pieces:
            if isinstance(piece, bytes):
                line.append(piece)
                continue
            waits = piece.patient or not at_once
            line.append(b"{%d%b}\r\n" % (len(piece.data), b"" if waits else b"+"))
            if waits:
                await self._write(line)
                reply = await self._answer(tag, collect, continues=True)
                if reply.tag != b"+":
                    raise Refusal(self.text(reply), reply.code.decode("ascii", "replace"))
                line = []
            if piece.patient and self._log:
                # A message whose log cannot be written is not sent.
                self._log.sent_mail(piece.data)
                await in_thread(self._log.write)
            line.append(piece.data)
        line.append(b"\r\n")
        self.committed = True
        await self._write(line)
        return tag

    async def _write(self, line: list[bytes]) -> None:
        small = sum(map(len, line)) < SMALL
        await self._live().send(*([b"".join(line)] if small else line))

    # Receiving.

    async def _answer(
        self, tag: bytes, collect: Callable[[Response], bool] | None, *, continues: bool = False
    ) -> Response:
        """The response that ends the answer to the command *tag*, or with *continues* the one that asks for more."""
        rest = LARGEST_ANSWER
        turn = TURN
        while True:
            response = await self._receive()
            kind = response.tag
            if kind == b"*":
                self._note(response)
                if not self._collected(response, collect):
                    rest -= sum(map(len, response.pieces)) + 8
                    if rest < 0:
                        raise self._too_much()
                turn -= 1
                if not turn:
                    turn = TURN
                    if on_loop():
                        await asyncio.sleep(0)
            elif kind == tag:
                if response.kind not in ("OK", "NO", "BAD"):
                    raise self._not_imap()
                self._note(response)
                self.unfinished = False
                return response
            elif kind == b"+" and continues:
                return response
            else:
                raise self._not_imap()

    async def _receive(self) -> Response:
        stream = self._live()
        try:
            line = stream.line_here(LONGEST_LINE)
            if line is None:
                line = await stream.line(LONGEST_LINE)
            # A server that only says goodbye has not begun to answer.
            self.heard = self.heard or not line.startswith(b"* BYE")
            pieces = [line]
            size = literal_size(line)
            rest = LARGEST_LITERAL
            while size is not None:
                rest -= size
                if rest < 0:
                    raise self._too_much()
                literal = await stream.exactly(size)
                line = stream.line_here(LONGEST_LINE)
                if line is None:
                    line = await stream.line(LONGEST_LINE)
                pieces += [literal, line]
                size = literal_size(b"* " + line) if line.endswith(b"}") else None
            if self._log:
                self._log_response(pieces)
            return Response(pieces)
        except Malformed:
            raise self._not_imap() from None
        except ConnectionFailure as failure:
            if self._farewell and failure.lost:
                text = f"{self._settings.where}: the server ended the session: {self._farewell}"
                raise ConnectionFailure(text, lost=True) from None
            raise

    def _collected(self, response: Response, collect: Callable[[Response], bool] | None) -> bool:
        try:
            return collect is not None and collect(response)
        except Malformed:
            raise self._not_imap() from None

    async def settle(self) -> bool:
        """Hears what the server has said since the last command; returns whether the connection is still good."""
        try:
            while not self.calm() and self.connected and not self._farewell:
                response = await self._receive()
                if response.tag != b"*":
                    raise self._not_imap()
                self._note(response)
        except ConnectionFailure:
            self.drop()
        if self._farewell:
            self.drop()
        return self.connected

    def _note(self, response: Response) -> None:
        """Keeps what a response says about the connection and its mailbox."""
        kind = response.kind
        if kind == "EXISTS":
            self.exists = response.number
        elif kind == "EXPUNGE":
            self.exists = max(0, self.exists - 1)
        elif kind == "CAPABILITY":
            self._know(response.pieces[0])
        elif kind == "BYE":
            self._farewell = self.text(response) or "BYE"
        elif response.code == b"CAPABILITY":
            self._know(response.argument)

    def _know(self, words: bytes) -> None:
        self.capabilities = frozenset(words.decode("ascii", "replace").upper().split())

    def _live(self) -> Stream:
        if self._stream is None:
            raise ConnectionFailure(f"{self._settings.where}: the server closed the connection", lost=True)
        return self._stream

    def _not_imap(self) -> ConnectionFailure:
        return ConnectionFailure(
            f"{self._settings.where}: the server's answer is not IMAP; check that port {self._settings.port} is one "
            "for IMAP"
        )

    def _too_much(self) -> ConnectionFailure:
        return ConnectionFailure(f"{self._settings.where}: the server's answer is too large to be taken")

    # The log.

    def _log_response(self, pieces: list[bytes]) -> None:
        for index, piece in enumerate(pieces):
            if index % 2:
                self._log.received_mail(piece)
            elif piece.strip():
                self._log.received(piece.decode("utf-8", "replace"))

    def _note_tls(self) -> None:
        if self._log and self._stream is not None and self._stream.tls_version:
            self._log.secured(self._stream.tls_version)


def _shown(tag: bytes, pieces: tuple[bytes | Literal, ...]) -> str:
    """A command as the log has it: without its secrets, and without a message, which is logged by itself."""
    shown = [tag.decode("ascii"), " "]
    for piece in pieces:
        if isinstance(piece, bytes):
            shown.append(piece.decode("utf-8", "replace"))
        elif piece.secret:
            shown.append(MASK)
        else:
            text = "" if piece.patient else f" {piece.data.decode('utf-8', 'replace')}"
            shown.append(f"{{{len(piece.data)}}}{text}")
    return "".join(shown)


def argument(text: str, *, secret: bool = False) -> bytes | Literal:
    """*text* as an argument: a quoted string where that can hold it, else a literal."""
    if text.isascii() and text.isprintable() and len(text) < 1000:
        return quoted(text)
    return Literal(text.encode("utf-8", "replace"), secret=secret)
