"""Listening to a mailbox: IDLE, renewed and taken up again after a broken connection (RFC 2177)."""

from __future__ import annotations

import asyncio

from ..network.failure import ConnectionFailure
from ..network.place import to_loop
from ..problem import NOTIFIER_STARTED, MailProblem
from .messages import fetched, flags_of
from .tokens import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ...values import Value
    from .connection import IMAPConnection
    from .session import IMAPSession
    from .tokens import Response

#: Seconds after which IDLE is said anew: servers end a session that says nothing for 30 minutes.
RENEWAL = 29 * 60.0
#: Seconds before the first attempt to connect again, and between two in the long run.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0


class Listening:
    """IDLE on the connection of a session, from :meth:`start` to :meth:`stop`. Lives on the host's loop.

    *tell* is called with the name of a callback and an event object for each change.
    """

    def __init__(self, session: IMAPSession, tell: Callable[[str, dict[str, Value]], None]) -> None:
        self._session = session
        self._tell = tell
        self._known = 0
        self._tag: bytes | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    async def start(self) -> str:
        """Begins to listen; returns what the server says."""
        await to_loop()
        session = self._session
        session.current()
        text = await session.do(self._begin, in_box=True)
        self._task = asyncio.get_running_loop().create_task(self._listen())
        return text or "IDLE started"

    async def stop(self) -> str:
        """Ends listening; returns what the server says."""
        await to_loop()
        self._stopping = True
        self._session.listener = None
        task, self._task = self._task, None
        if task is None:
            return "IDLE stopped"
        self._session.way.rouse()
        # In a pause or while it connects there is nothing to be said to the server.
        if self._tag is None:
            task.cancel()
        await asyncio.wait([task])
        return await self._session.directly(self._end) or "IDLE stopped"

    async def _begin(self, way: IMAPConnection) -> str:
        if not await way.can("IDLE"):
            raise MailProblem(
                NOTIFIER_STARTED, "the server does not offer IDLE, so that it cannot notify of changes"
            )
        self._known = way.exists
        self._tag, text = await way.begin_idle(self._see)
        self._session.listener = self
        return text

    async def _end(self, way: IMAPConnection) -> str:
        tag, self._tag = self._tag, None
        return await way.end_idle(tag, self._see) if tag is not None else ""

    async def _listen(self) -> None:
        """Hears what the server says, until :meth:`stop`."""
        session = self._session
        loop = asyncio.get_running_loop()
        pause = FIRST_PAUSE
        renewal = loop.time() + RENEWAL
        while not self._stopping:
            try:
                if self._tag is None:
                    await session.do(self._resume, in_box=True, listening=True)
                    renewal, pause = loop.time() + RENEWAL, FIRST_PAUSE
                await session.way.news(renewal - loop.time(), self._see)
                if loop.time() >= renewal and not self._stopping:
                    await self._end(session.way)
                await session.write_log()
            except (ConnectionFailure, Refusal, MailProblem):
                self._tag = None
                session.way.drop()
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            except BaseException:
                self._tag = None
                session.way.drop()
                raise

    async def _resume(self, way: IMAPConnection) -> None:
        """Goes on listening, after a look at what came while nobody did."""
        if way.exists > self._known:
            self._created(way.exists)
        self._known = way.exists
        self._tag, _ = await way.begin_idle(self._see)

    def _created(self, count: int) -> None:
        self._tell("onMailCreated", {"type": "mailCreated", "mailCount": count})

    def _see(self, response: Response) -> bool:
        """Tells of a change that the server reports."""
        kind, number = response.kind, response.number
        if kind == "EXISTS":
            if number > self._known:
                self._created(number)
            self._known = number
        elif kind == "EXPUNGE":
            self._known = max(0, self._known - 1)
            self._tell("onMailDeleted", {"type": "mailDeleted", "msgNumber": number})
        elif kind == "FETCH":
            found = fetched(response)
            if "FLAGS" in found:
                flags: list[Value] = list(flags_of(found))
                self._tell("onFlagsModified", {"type": "FlagsModified", "msgNumber": number, "flags": flags})
        return False
