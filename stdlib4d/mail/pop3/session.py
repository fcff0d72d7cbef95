"""A POP3 session: what the functions of a transporter do with a connection (RFC 1939)."""

from __future__ import annotations

import asyncio

from ..network.failure import ConnectionFailure, ServerRefusal
from ..network.place import Turn, in_thread, to_loop
from ..network.session import Session
from . import limits
from .connection import POP3Connection
from .numbering import Numbering
from .replies import NotPOP3, listed, unique_id, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import TypeVar

    from ...host import Host
    from ...values import Value
    from ..network.log import Log
    from ..network.secret import Masker
    from ..network.settings import ServerSettings

    T = TypeVar("T")

#: Seconds for a polite end of a session that removes no mail.
FAREWELL = 2.0
#: Seconds after which a kept connection may have gone without a word (routers forget), so that the server is asked
#: first; and the seconds that it has for that.
PAUSE, SIGN_OF_LIFE = 60.0, 5.0


class POP3Session(Session):
    """The connection of one transporter, opened when needed. One call at a time.

    A kept connection that turns out gone is opened again once, unless mails are marked for deletion: those marks
    are gone with it, and the call that notices fails. Numbers stay good (see :class:`Numbering`).
    """

    def __init__(
        self, settings: ServerSettings, host: Host, mask: Masker, log: Log, numbering: Numbering | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._host = host
        self._log = log
        self._way = POP3Connection(settings, host, mask, log)
        self.numbering = numbering or Numbering()
        #: Whether the numbers of this connection are known.
        self._numbered = False
        #: Our numbers of the mails that are marked for deletion.
        self._marked: set[int] = set()
        #: When the connection was used last, by the host's clock.
        self._used = 0.0
        self._lock = Turn()

    @property
    def unfinished(self) -> bool:
        """Whether there is something to end: a connection of ours, or marks that went with one."""
        return not self.inherited and (self._way.connected or bool(self._marked))

    @property
    def parting(self) -> float:
        """Seconds that :meth:`close` may take: removing mails takes the server time."""
        return self._settings.connecting if self._marked else FAREWELL

    # What the functions do. They raise ServerRefusal, ConnectionFailure, MailProblem (the log cannot be written) and
    # NotPermitted.

    async def check(self) -> str:
        """Asks the server for a sign of life and returns what it says, or what it said to the login."""

        async def ask() -> str:
            return self._way.shown(await self._way.command(b"NOOP")) or self._way.welcome

        return await self._over_connection(ask)

    async def box(self) -> dict[str, Value]:
        """How many mails there are that are not marked, and their size."""

        async def ask() -> dict[str, Value]:
            count, _, size = (await self._way.command(b"STAT")).partition(" ")
            return {"mailCount": self._whole(count), "size": self._whole(size)}

        return await self._over_connection(ask)

    async def all(self) -> list[dict[str, Value]]:
        """Size, number and id of every mail that is not marked."""

        async def ask() -> list[dict[str, Value]]:
            await self._number()
            answer = await self._way.lines(b"LIST", limits.LIST)
            numbers, ids = self.numbering.numbers, self.numbering.ids
            try:
                found = [(numbers[place], whole(rest)) for place, rest in listed(answer)]
            except (NotPOP3, KeyError):
                raise self._way.garbled() from None
            return [{"size": size, "number": number, "id": ids[number]} for number, size in found]

        return await self._over_connection(ask)

    async def one(self, number: int) -> dict[str, Value] | None:
        """Size and id of a mail; ``None`` when there is none, or it is marked."""

        async def ask() -> dict[str, Value] | None:
            place = await self._place(number)
            if place is None:
                return None
            _, _, size = (await self._way.command(f"LIST {place}".encode())).partition(" ")
            return {"size": self._whole(size), "id": self.numbering.ids[number]}

        return await self._over_connection(ask)

    async def mail(self, number: int) -> bytes | None:
        """A mail as the server has it; ``None`` when there is none, or it is marked."""

        async def ask() -> bytes | None:
            place = await self._place(number)
            return None if place is None else await self._retrieve(place)

        return await self._over_connection(ask)

    async def header(self, number: int) -> bytes | None:
        """The header of a mail, with the empty line behind it; ``None`` when there is none, or it is marked."""

        async def ask() -> bytes | None:
            place = await self._place(number)
            if place is None:
                return None
            try:
                mail = await self._way.lines(f"TOP {place} 0".encode(), limits.MAIL, mail=True)
            except ServerRefusal:
                # TOP is optional.
                mail = await self._retrieve(place)
            end = mail.find(b"\r\n\r\n")
            return mail if end < 0 else mail[: end + 4]

        return await self._over_connection(ask)

    async def delete(self, number: int) -> bool:
        """Marks a mail for deletion; ``False`` when there is none."""

        async def ask() -> bool:
            if number in self._marked:
                return True
            place = await self._place(number)
            if place is None:
                return False
            await self._way.command(f"DELE {place}".encode())
            self._marked.add(number)
            return True

        return await self._over_connection(ask)

    async def undelete_all(self) -> None:
        """Removes all marks."""

        async def ask() -> None:
            await self._way.command(b"RSET")
            self._marked.clear()

        async with self._lock:
            if not self._way.connected:
                # They went with the connection.
                self._marked.clear()
        await self._over_connection(ask)

    async def close(self) -> None:
        """Ends the session, so that the server removes what is marked; raises nothing.

        When that is not certain, the one who runs the script is told.
        """
        async with self._lock:
            await self._part()

    async def _part_at_end(self) -> None:
        """:meth:`close` for the end of the loop: a call that is on its way then cannot be ended politely."""
        if not self._lock.locked():
            await self.close()

    async def _part(self) -> None:
        seconds, marked = self.parting, _marked(len(self._marked))
        problem = (
            f"{self._settings.where}: the server closed the connection; {marked} will stay on the server"
        )
        if self._way.connected:
            try:
                await self._way.quit(seconds)
                problem = ""
            except (ServerRefusal, ConnectionFailure) as failure:
                problem = f"{marked} may still be on the server: {failure.text}"
            except TimeoutError:
                text = f"{self._settings.where}: no answer within {seconds:g} seconds"
                problem = f"{marked} may still be on the server: {text}"
        if problem and self._marked:
            self._host.warn(problem)
        self._marked.clear()
        self._way.drop()
        # Here, and not beside the loop: at the end of Python there are no threads for that any more.
        self._log.write_quietly()

    # The conversation.

    async def _over_connection(self, work: Callable[[], Awaitable[T]]) -> T:
        """The result of *work* on an open connection; once again on a new one, where the kept one turns out gone."""
        async with self._lock:
            try:
                return await self._attempt(work)
            except ConnectionFailure as failure:
                if failure.usable:
                    raise
                self._way.drop()
                count = len(self._marked)
                self._marked.clear()
                text = f"{failure.text}; {_marked(count)} will stay on the server" if count else failure.text
                raise ConnectionFailure(text, lost=failure.lost) from failure
            except ServerRefusal:
                raise
            except BaseException:
                self._way.drop()
                raise
            finally:
                self._used = self._host.ticks()
                if self._log.waiting:
                    await in_thread(self._log.write_quietly)

    async def _attempt(self, work: Callable[[], Awaitable[T]]) -> T:
        if await self._there():
            try:
                return await work()
            except ConnectionFailure as failure:
                if not failure.lost or self._marked:
                    raise
        elif self._marked:
            raise ConnectionFailure(f"{self._settings.where}: the server closed the connection", lost=True)
        self._way.drop()
        self._numbered = False
        await self._way.open(self._part_at_end)
        return await work()

    async def _there(self) -> bool:
        """Whether the kept connection can be used; after a long pause the server is asked."""
        if not self._way.connected or self._host.ticks() - self._used < PAUSE:
            return self._way.connected
        await to_loop()
        try:
            async with asyncio.timeout(min(SIGN_OF_LIFE, self._settings.connecting)):
                await self._way.command(b"NOOP")
        except ServerRefusal:
            # An answer all the same.
            return True
        except (ConnectionFailure, TimeoutError):
            return False
        return True

    async def _number(self) -> None:
        """Learns the numbers of this connection."""
        if self._numbered:
            return
        try:
            answer = await self._way.lines(b"UIDL", limits.LIST)
            self.numbering.begin([(place, unique_id(rest)) for place, rest in listed(answer)])
        except NotPOP3:
            raise self._way.garbled() from None
        except ServerRefusal:
            if "UIDL" in (self._way.capabilities or ()):
                raise
            if self.numbering.begun:
                raise ConnectionFailure(
                    f"{self._settings.where}: the connection was opened again, and the server gives no unique ids "
                    "(UIDL) to find the numbered mails by; make a new transporter and list the mails again",
                    usable=True,
                ) from None
            await self._number_without_ids()
        self._numbered = True

    async def _number_without_ids(self) -> None:
        answer = await self._way.lines(b"LIST", limits.LIST)
        try:
            self.numbering.begin([(place, "") for place, _ in listed(answer)])
        except NotPOP3:
            raise self._way.garbled() from None

    async def _place(self, number: int) -> int | None:
        """The server's number of a mail; ``None`` when there is none, or it is marked."""
        await self._number()
        return None if number in self._marked else self.numbering.places.get(number)

    async def _retrieve(self, place: int) -> bytes:
        return await self._way.lines(f"RETR {place}".encode(), limits.MAIL, mail=True)

    def _whole(self, text: str) -> int:
        try:
            return whole(text)
        except NotPOP3:
            raise self._way.garbled() from None


def _marked(count: int) -> str:
    if count == 1:
        return "the mail that was marked for deletion"
    return f"the {count} mails that were marked for deletion"
