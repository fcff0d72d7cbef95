"""An SMTP session: what ``send`` and ``checkConnection`` do with a connection (RFC 5321, 1870, 2920, 6152, 6531)."""

from __future__ import annotations

import asyncio
from math import inf

from ..network.failure import ConnectionFailure, ServerRefusal, describe
from ..network.place import in_thread
from ..network.session import Session
from ..problem import CONNECTION_FAILED, MailProblem
from .connection import SMTPConnection
from .wire import Response, sliced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import NoReturn

    from ...host import Host
    from ...values import Value
    from ..building.message import Mime, Outgoing
    from ..network.log import Log
    from ..network.secret import Masker
    from .settings import SMTPSettings


class SMTPSession(Session):
    """The connection of one transporter, opened when needed. Lives on the host's loop; one call at a time.

    A kept connection that the server ended meanwhile is opened again once, as long as nothing of the mail was
    handed over, so that no mail is delivered twice.
    """

    def __init__(self, settings: SMTPSettings, host: Host, mask: Masker, log: Log) -> None:
        super().__init__()
        self._settings = settings
        self._log = log
        self._way = SMTPConnection(settings, host, mask, log)
        self._handed_over = False
        self._lock = asyncio.Lock()

    @property
    def unfinished(self) -> bool:
        """Whether there is a connection of ours that nobody has closed, as far as is known."""
        return not self.inherited and self._way.connected

    #: Nothing that is seen depends on the end.
    parting = 0.0

    async def send(self, mail: Outgoing) -> dict[str, Value]:
        """Sends *mail*; the status object of API/SMTPTransporterClass.md, ``.send()``.

        All or nothing: if the server refuses one of the recipients, the mail goes to none, and the status is
        that refusal, with the address in front; ``statusText`` has those of all that it refuses. Raises
        :class:`MailProblem` when the log cannot be written and :class:`stdlib4d.host.NotPermitted`.
        """
        seconds = self._settings.sending
        self._handed_over = False
        async with self._lock:
            try:
                async with asyncio.timeout(seconds):
                    reply = await self._over_connection(lambda: self._transaction(mail))
                result = status(True, reply.code, self._way.text(reply))
            except ServerRefusal as refusal:
                result = status(False, refusal.code, refusal.text)
            except ConnectionFailure as failure:
                if not failure.usable:
                    self._way.drop()
                result = status(False, 0, failure.text + self._doubt())
            except TimeoutError:
                self._way.drop()
                text = (
                    f"{self._settings.where}: the mail was not sent within {seconds:g} seconds (sendTimeOut)"
                )
                result = status(False, 0, text + self._doubt())
            except MailProblem as problem:
                self._way.drop()
                raise MailProblem(
                    problem.code, f"{problem.message}; the mail was not sent", problem.hint
                ) from None
            except BaseException:
                self._way.drop()
                raise
            await self._afterwards()
        return result

    async def check(self) -> dict[str, Value]:
        """Connects where needed and asks the server; the status object of ``.checkConnection()``."""
        seconds = self._settings.connecting
        self._handed_over = False
        async with self._lock:
            try:
                # Connecting has its own limit; this one is for the question that follows.
                async with asyncio.timeout(2 * seconds):
                    reply = await self._over_connection(lambda: self._way.accepted(b"NOOP"))
                result = status(True, reply.code, self._way.text(reply))
            except ServerRefusal as refusal:
                result = status(False, refusal.code, refusal.text)
            except ConnectionFailure as failure:
                self._way.drop()
                result = _with_errors(failure.text)
            except TimeoutError as error:
                self._way.drop()
                result = _with_errors(describe(error, self._settings.where, seconds))
            except BaseException:
                self._way.drop()
                raise
            await self._afterwards()
        return result

    async def close(self) -> None:
        """Says goodbye and closes the connection; raises nothing."""
        async with self._lock:
            await self._way.quit()
            await self._write_log_quietly()

    # The conversation.

    async def _over_connection(self, work: Callable[[], Awaitable[Response]]) -> Response:
        """The result of *work* on an open connection; once again on a new one, where the kept one turns out gone."""
        if self._way.connected:
            try:
                return await work()
            except (ServerRefusal, ConnectionFailure) as problem:
                gone = problem.code == 421 if isinstance(problem, ServerRefusal) else problem.lost
                if not gone or self._handed_over:
                    raise
        self._way.drop()
        await self._way.open()
        return await work()

    async def _transaction(self, mail: Outgoing) -> Response:
        way = self._way
        mime = self._fitting(mail)
        size = len(mime.content)
        options = f" SIZE={size}" if "size" in way.extensions else ""
        if "8bitmime" in way.extensions and (mime.eight_bit or mail.utf8):
            options += " BODY=8BITMIME"
        if mail.utf8:
            options += " SMTPUTF8"
        sender = f"MAIL FROM:<{mail.sender}>{options}".encode()
        try:
            if size > (limit := self._size_limit()):
                await self._refused_for_size(sender, size, limit)
            await self._announce(sender, mail.recipients)
        except ServerRefusal as refusal:
            await self._reset(refusal.code)
            raise
        if self._log:
            self._log.sent_mail(mime.content)
            await in_thread(self._log.write)
        self._handed_over = True
        reply = await way.exchange(sliced(mime.content))
        if reply.code == 421 or not way.connected:
            way.drop()
        if reply.code >= 300:
            raise ServerRefusal(reply.code, way.text(reply))
        return reply

    async def _announce(self, sender: bytes, recipients: tuple[str, ...]) -> None:
        """MAIL, RCPT and DATA, as many in one flight as the server allows (RFC 2920).

        DATA flies along for a single recipient only. A server that refuses some of several recipients is ready for the
        mail all the same when it was asked at once, and there is no way back from there but to hang up.
        """
        way = self._way
        lines = [sender, *(f"RCPT TO:<{recipient}>".encode() for recipient in recipients)]
        together = "pipelining" in way.extensions
        data_flies = together and len(recipients) == 1
        if together:
            way.send(*lines, *([b"DATA"] if data_flies else []))
        # By recipient; of the sender without a name.
        refusals: dict[str, ServerRefusal] = {}
        try:
            for name, line in zip(("", *recipients), lines, strict=True):
                reply = await (way.reply() if together else way.command(line))
                if 300 <= reply.code < 400:
                    raise way.senseless()
                if reply.code >= 300:
                    text = way.text(reply)
                    refusals[name] = ServerRefusal(reply.code, f"<{name}>: {text}" if name else text)
                    if reply.code == 421:
                        way.drop()
                        raise _combined(refusals)
                    if not name and not together:
                        break
            if refusals and not data_flies:
                raise _combined(refusals)
            reply = await (way.reply() if data_flies else way.command(b"DATA"))
        except ConnectionFailure:
            if not refusals:
                raise
            # It has refused, and then hung up.
            way.drop()
            raise _combined(refusals) from None
        if reply.code == 354 and refusals:
            # Ready for a mail that is refused: whatever would end it now delivers something.
            way.drop()
        if reply.code < 400 and reply.code != 354 and not refusals:
            # An answer too many was taken for one to what came before.
            raise way.senseless()
        if reply.code != 354 or refusals:
            raise _combined(refusals or {"": ServerRefusal(reply.code, way.text(reply))})

    def _size_limit(self) -> float:
        """The most bytes that the server says it takes (RFC 1870)."""
        said = self._way.extensions.get("size", "").strip()
        return int(said) if said.isdecimal() and int(said) else inf

    async def _refused_for_size(self, sender: bytes, size: int, limit: float) -> NoReturn:
        """The refusal of a mail that is too large: in the server's words, where it has some."""
        await self._way.accepted(sender)
        await self._reset(0)
        raise ConnectionFailure(
            f"{self._settings.where}: the mail has {size:,} bytes, and the server takes {limit:,} at most; "
            "nothing was sent",
            usable=True,
        )

    def _fitting(self, mail: Outgoing) -> Mime:
        """The mail in a form that this server takes."""
        if mail.utf8 and "smtputf8" not in self._way.extensions:
            address = next((one for one in (mail.sender, *mail.recipients) if not one.isascii()), "")
            raise ConnectionFailure(
                f"{self._settings.where}: the server does not offer SMTPUTF8, which an address with letters other "
                f"than ASCII needs{address and f': {address}'}; nothing was sent",
                usable=True,
            )
        if mail.mime.eight_bit and "8bitmime" not in self._way.extensions:
            return mail.seven_bit()
        return mail.mime

    async def _reset(self, code: int) -> None:
        """Ends a transaction that the server refused, so that the connection can be used again."""
        if code == 421:
            self._way.drop()
        if not self._way.connected:
            return
        try:
            await self._way.accepted(b"RSET")
        except (ServerRefusal, ConnectionFailure):
            self._way.drop()

    # The wire.

    def _doubt(self) -> str:
        if not self._handed_over:
            return ""
        return "; the mail was handed over and not confirmed, so the server may have accepted it"

    async def _afterwards(self) -> None:
        if not self._settings.keep_alive:
            await self._way.quit()
        await self._write_log_quietly()

    async def _write_log_quietly(self) -> None:
        """Writes what is left in the log."""
        if self._log.waiting:
            await in_thread(self._log.write_quietly)


def status(success: bool, code: int, text: str) -> dict[str, Value]:
    """A status object; *code* is the server's, or 0."""
    return {"success": success, "status": code, "statusText": text}


def _combined(refusals: dict[str, ServerRefusal]) -> ServerRefusal:
    """One refusal for those of several recipients: its code is the first that is final, as no second try helps then.

    Without a sender no recipient had a chance, so that only the refusal of the sender counts.
    """
    if "" in refusals:
        return refusals[""]
    found = [*refusals.values()]
    first = next((refusal for refusal in found if refusal.code >= 500), found[0])
    return ServerRefusal(first.code, "; ".join(refusal.text for refusal in found))


def _with_errors(text: str) -> dict[str, Value]:
    """The status of a check that got no answer of a server, with the errors that the reference wants then."""
    error = {"errCode": CONNECTION_FAILED, "message": text, "componentSignature": "SMTP"}
    return {**status(False, 0, text), "errors": [error]}
