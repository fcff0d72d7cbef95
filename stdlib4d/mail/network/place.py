"""Where the work of a connection is done: on the loop, or on the thread of the script that waits for it.

What takes one exchange with a server costs less there than what handing it to the loop's thread and back does. It
begins on the script's thread (:meth:`stdlib4d.host.Loop.run_here`), and what needs the loop goes there first.
"""

from __future__ import annotations

import asyncio
from _thread import get_ident
from asyncio import _get_running_loop

from ...waiting import driven

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import TypeVar

    T = TypeVar("T")

#: Seconds after which who waits for a turn looks whether it was left without being given back.
LOOK = 1.0


def on_loop() -> bool:
    """Whether this is the loop, and not the thread of a script."""
    return _get_running_loop() is not None


async def to_loop() -> None:
    """Goes on on the loop."""
    if _get_running_loop() is None:
        await _Move()


async def in_thread(work: Callable[[], T]) -> T:
    """The result of *work*, which may take its time and does not hold up the loop."""
    loop = _get_running_loop()
    return work() if loop is None else await loop.run_in_executor(None, work)


class _Move:
    """Given to whoever drives the work: the rest of it is for the loop."""

    def __await__(self) -> Generator[None]:
        yield


class Turn:
    """A lock for ``async with``, for what is used on the loop and on the threads of scripts.

    On the thread of a script an exception may come between any two steps, also between those that take and give
    back. So it belongs to a piece of work, and is free when that has ended.
    """

    def __init__(self) -> None:
        self._held: dict[str, object] = {}
        #: Who took over from work that ended without giving it back.
        self._heirs: dict[object, object] = {}
        self._waiting: list[asyncio.Future[None]] = []

    def locked(self) -> bool:
        """Whether somebody has it."""
        return bool(self._held)

    async def __aenter__(self) -> None:
        here = _get_running_loop() is None
        if not self._take((driven.get(get_ident()) if here else None) or object()):
            await to_loop()
            await self._wait()

    async def __aexit__(self, *_: object) -> None:
        self._held.pop("by", None)
        for waiter in self._waiting[:]:
            try:
                waiter.get_loop().call_soon_threadsafe(_wake, waiter)
            except RuntimeError:
                continue  # its loop has ended

    def _take(self, who: object) -> bool:
        """Takes it for *who*, if it is free. Every step is one that CPython does as a whole."""
        holder = self._held.setdefault("by", who)
        if holder is who:
            return True
        ended = getattr(holder, "cr_frame", holder) is None
        if ended and self._held.get("by") is holder and self._heirs.setdefault(holder, who) is who:
            self._held["by"] = who
            return True
        return False

    async def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        who = object()
        while True:
            waiter = loop.create_future()
            self._waiting.append(waiter)
            try:
                # Once more, as it may have been given back meanwhile.
                if self._take(who):
                    return
                await asyncio.wait([waiter], timeout=LOOK)
            finally:
                self._waiting.remove(waiter)


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
