"""An IMAP session: the connection of one transporter and the mailbox it has selected, kept over broken connections."""

from __future__ import annotations

import asyncio

from ..network.failure import ConnectionFailure
from ..network.place import Turn, in_thread, to_loop
from ..network.session import Session
from ..problem import BOX_REPLACED, NO_BOX, NOTIFIER_STARTED, MailProblem
from . import boxes, messages
from .connection import IMAPConnection
from .names import is_inbox
from .tokens import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from typing import TypeVar

    from ...host import Host
    from ..network.log import Log
    from ..network.secret import Masker
    from .boxes import Box, Selection
    from .idle import Listening
    from .settings import IMAPSettings

    T = TypeVar("T")

#: Seconds after which a message that was handed over is looked for once more.
SECOND_LOOK = 0.3
#: What is said of a command whose answer did not come.
DOUBT = "; the server may have done what it was asked for"


class IMAPSession(Session):
    """The connection of one transporter, opened when needed. One call at a time.

    A kept connection that the server ended meanwhile is opened again once, with the mailbox selected as before: as
    long as nothing of an answer has come, and what was asked for cannot have been done, or may be done twice.
    """

    def __init__(self, settings: IMAPSettings, host: Host, mask: Masker, log: Log) -> None:
        super().__init__()
        self._settings = settings
        self._host = host
        self._log = log
        self.way = IMAPConnection(settings, host, mask, log)
        self.box: Box | None = None
        #: The notifier, while it has the connection.
        self.listener: Listening | None = None
        self._used = 0.0
        #: The unique ids of the last messages that were appended, by mailbox.
        self._appended: dict[str, int] = {}
        self._lock = Turn()

    @property
    def unfinished(self) -> bool:
        """Whether there is a connection of ours that nobody has closed, as far as is known."""
        return not self.inherited and self.way.connected

    @property
    def parting(self) -> float:
        """Seconds that :meth:`close` may take where it removes messages: the script finds them removed."""
        return self._settings.connecting if self._owing else 0.0

    @property
    def _owing(self) -> bool:
        """Whether messages that were flagged as deleted are to be removed in the end."""
        box = self.box
        return box is not None and box.flagged and not box.changed and not box.read_only

    async def do(
        self,
        work: Callable[[IMAPConnection], Awaitable[T]],
        *,
        in_box: bool = False,
        repeatable: bool = True,
        listening: bool = False,
    ) -> T:
        """The result of *work*, with the selected mailbox when *in_box*.

        *repeatable* says that it does no harm twice. Raises :class:`Refusal`, :class:`ConnectionFailure`,
        :class:`MailProblem` and :class:`stdlib4d.host.NotPermitted`. *listening* is for the notifier itself.
        """
        async with self._lock:
            if self.listener is not None and not listening:
                raise MailProblem(
                    NOTIFIER_STARTED,
                    "the notifier of the transporter is started",
                    "call notifier.stop() first, and notifier.start() again afterwards",
                )
            try:
                return await self._over_connection(work, in_box, repeatable)
            except (Refusal, MailProblem):
                if self.way.unfinished:
                    self.way.drop()
                raise
            except ConnectionFailure as failure:
                self.way.drop()
                if not repeatable and self.way.committed:
                    failure.text += DOUBT
                raise
            except BaseException:
                self.way.drop()
                raise
            finally:
                self._used = self._host.ticks()
                if self._log.waiting:
                    await self.write_log()

    async def write_log(self) -> None:
        """Writes what waits in the log."""
        if self._log.waiting:
            await in_thread(self._log.write_quietly)

    async def directly(self, work: Callable[[IMAPConnection], Awaitable[T]]) -> T | None:
        """The result of *work* on the connection as it is; ``None`` where that breaks."""
        async with self._lock:
            try:
                return await work(self.way)
            except (Refusal, ConnectionFailure):
                self.way.drop()
                return None
            finally:
                self._used = self._host.ticks()
                await self.write_log()

    async def _over_connection(
        self, work: Callable[[IMAPConnection], Awaitable[T]], in_box: bool, repeatable: bool
    ) -> T:
        way = self.way
        recent = self._host.ticks() - self._used <= self._settings.checking
        if (recent and way.calm()) or await self._kept():
            try:
                if in_box and not self._inside:
                    await self._enter()
                way.committed = way.heard = False
                return await work(way)
            except ConnectionFailure as failure:
                if not failure.lost or way.heard or (way.committed and not repeatable):
                    raise
        way.drop()
        await way.open()
        if in_box:
            await self._enter()
        return await work(way)

    async def _kept(self) -> bool:
        """Whether the connection that is there is good, after a look at it where that is due."""
        way = self.way
        if not way.connected or not await way.settle():
            return False
        if self._host.ticks() - self._used > self._settings.checking:
            try:
                await way.command(b"NOOP")
            except (Refusal, ConnectionFailure):
                return False
        return way.connected

    @property
    def _inside(self) -> bool:
        """Whether the mailbox that the script has selected is the one of this connection."""
        box, way = self.box, self.way
        return (
            box is not None
            and way.selected == box.encoded
            and way.read_only == box.read_only
            and not box.changed
        )

    async def _enter(self) -> None:
        """Makes the mailbox that the script has selected the one of this connection."""
        box = self.current()
        if self.way.selected != box.encoded or self.way.read_only != box.read_only:
            await boxes.select(self.way, box)
        if box.changed:
            raise MailProblem(
                BOX_REPLACED,
                f'"{box.name}" is no longer the mailbox that was selected: the ids of its messages have changed',
                "call selectBox() again, and get the ids again",
            )

    def current(self) -> Box:
        """The mailbox that the script has selected; raises :class:`MailProblem` for none."""
        if self.box is None:
            raise MailProblem(NO_BOX, "no mailbox is selected", "call selectBox() with its name first")
        return self.box

    async def append(self, name: str, flags: Sequence[str], content: bytes) -> str:
        """Puts a message into the mailbox *name*, or the selected one; returns what the server says.

        Where the connection breaks after all of it was sent, a look into the mailbox says whether it is there: a
        script that tries again then neither loses nor doubles it.
        """
        chosen = name or self.current().name
        try:
            text, uid = await self.do(
                lambda way: messages.append(way, chosen, flags, content), repeatable=False
            )
        except ConnectionFailure as failure:
            if not failure.text.endswith(DOUBT):
                raise
            if not await self._arrived(chosen, content):
                text = failure.text.removesuffix(DOUBT) + "; the message is not in the mailbox"
                raise ConnectionFailure(text) from None
            return "the connection broke, and the message is there"
        if uid:
            self._appended[chosen] = uid
        return text

    async def _arrived(self, name: str, content: bytes) -> bool:
        """Whether a message that was handed over and not confirmed is in its mailbox."""
        after = self._appended.get(name, 0)
        try:
            for _ in range(2):
                if await self.do(lambda way: messages.arrived(way, name, content, after)):
                    return True
                # The server may still be at it.
                await to_loop()
                await asyncio.sleep(SECOND_LOOK)
        except (Refusal, ConnectionFailure, MailProblem) as problem:
            said = problem.message if isinstance(problem, MailProblem) else problem.text
            raise ConnectionFailure(said + DOUBT) from None
        return False

    # What changes the selection.

    async def select(self, box: Box) -> Selection:
        """Selects *box* instead of the mailbox selected so far, where flagged messages are removed now."""
        left = self.box
        again = left is not None and _same(left.name, box.name)
        if left is not None and left.flagged and not again:
            try:
                await self.do(self._purge, in_box=True)
            except (Refusal, MailProblem):
                # It is gone, or another one now: there is nothing of ours to remove.
                pass
        self.box = None
        found = await self.do(lambda way: boxes.select(way, box))
        box.flagged = left is not None and left.flagged and again
        self.box = box
        return found

    async def _purge(self, way: IMAPConnection) -> None:
        """Removes the messages that were flagged as deleted, by leaving their mailbox."""
        if self.box is not None and not self.box.read_only:
            await boxes.close(way)
            self.box.flagged = False

    async def delete_box(self, way: IMAPConnection, name: str) -> str:
        """Deletes a mailbox; when it is the selected one, none is selected then."""
        current = self.box is not None and _same(self.box.name, name)
        if current and way.selected is not None:
            # Some servers end the session of whoever looks at a mailbox that goes away.
            await boxes.deselect(way)
        text = await boxes.act(way, b"DELETE", name)
        if current:
            self.box = None
        return text

    async def rename_box(self, way: IMAPConnection, name: str, new: str) -> str:
        """Renames a mailbox; when it is the selected one, or above it, that is selected by its new name."""
        box = self.box
        below = ""
        if box is not None and not is_inbox(name):
            parting = await boxes.delimiter(way)
            if _same(box.name, name):
                below = new
            elif parting and box.name.startswith(name + parting):
                below = new + box.name[len(name) :]
        if below and way.selected is not None:
            await boxes.deselect(way)
        text = await boxes.act(way, b"RENAME", name, new)
        if below and box is not None:
            # Servers differ in whether it keeps the number that its ids are good for.
            box.rename(below)
            box.validity = 0
            way.selected = None
        return text

    async def close(self) -> None:
        """Removes what was flagged as deleted, says goodbye and closes the connection; raises nothing."""
        if self.listener is not None:
            try:
                await self.listener.stop()
            except (Refusal, ConnectionFailure, MailProblem):
                pass
        async with self._lock:
            way = self.way
            if self._owing and way.connected:
                try:
                    await self._enter()
                    await self._purge(way)
                except (Refusal, ConnectionFailure, MailProblem):
                    pass
            await way.quit()
            await self.write_log()


def _same(one: str, other: str) -> bool:
    return one == other or (is_inbox(one) and is_inbox(other))
