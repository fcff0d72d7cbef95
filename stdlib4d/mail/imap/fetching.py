"""One message, or many, by their ids or their numbers (API/IMAPTransporterClass.md, .getMail(), .getMails())."""

from __future__ import annotations

from .messages import LARGEST_UID, fetch, renew, sets, uid_of, uids_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from .connection import IMAPConnection
    from .messages import Fetched

    T = TypeVar("T")
    #: Makes something of a FETCH response, ``None`` where that is not the one that was asked for.
    Maker = Callable[[Fetched], "T | None"]

#: Numbers of messages that are not there which are listed; the range may be one of two thousand millions.
MOST_MISSING = 1_000_000


def uid_in(text: str) -> int | None:
    """The unique id in *text*; ``None`` where no message can have it."""
    if text.isascii() and text.isdigit() and len(text) < 11 and 0 < int(text) <= LARGEST_UID:
        return int(text)
    return None


async def fetch_one(way: IMAPConnection, which: int | str, items: str, make: Maker[T]) -> T | None:
    """What *make* makes of the message with a number or a unique id; ``None`` when there is no such message."""
    by_id = isinstance(which, str)
    wanted = uid_in(which) if isinstance(which, str) else which
    if wanted is None or wanted < 1:
        return None
    if not by_id and wanted > way.exists and wanted > await renew(way):
        return None
    made: list[T] = []

    def see(number: int, found: Fetched) -> bool:
        if not made and (uid_of(found) if by_id else number) == wanted:
            one = make(found)
            if one is not None:
                made.append(one)
                return True
        return False

    await fetch(way, "UID FETCH" if by_id else "FETCH", str(wanted), items, see)
    return made[0] if made else None


async def fetch_ids(
    way: IMAPConnection, ids: Sequence[str], items: str, make: Maker[T]
) -> tuple[list[T], list[str]]:
    """The messages with unique *ids*, in their order and each once, and the ids that no message has."""
    uids = {one: uid_in(one) for one in ids}
    missing = {uid for uid in uids.values() if uid is not None}
    made: dict[int, T] = {}

    def see(number: int, found: Fetched) -> bool:
        uid = uid_of(found)
        if uid in missing:
            one = make(found)
            if one is not None:
                made[uid] = one
                missing.discard(uid)
                return True
        return False

    for chosen in sets(missing):
        await fetch(way, "UID FETCH", chosen, items, see)
    found = [made[uid] for uid in dict.fromkeys(uids.values()) if uid in made]
    return found, [one for one, uid in uids.items() if uid not in made]


def numbers(start: int, end: int, count: int) -> range:
    """The sequence numbers from *start* to *end*, of which 0 and below are the first and the last of *count*."""
    if start > 0 and end > 0 and start > end:
        start, end = end, start
    return range(start if start > 0 else 1, (end if end > 0 else count) + 1)


async def fetch_range(
    way: IMAPConnection, start: int, end: int, items: str, make: Maker[T]
) -> tuple[list[T], list[int]]:
    """The messages with sequence numbers from *start* to *end*, and the numbers that no message has."""
    count = await renew(way)
    asked = numbers(start, end, count)
    there = range(asked.start, min(asked.stop, count + 1))
    made: dict[int, T] = {}

    def see(number: int, found: Fetched) -> bool:
        if number in there and number not in made:
            one = make(found)
            if one is not None:
                made[number] = one
                return True
        return False

    if there:
        await fetch(way, "FETCH", f"{there[0]}:{there[-1]}", items, see)
    beyond = range(max(asked.start, count + 1), asked.stop)[:MOST_MISSING]
    missing = [number for number in there if number not in made]
    return [made[number] for number in sorted(made)], [*missing, *beyond]


async def range_uids(way: IMAPConnection, start: int, end: int) -> list[int]:
    """The unique ids of the messages with sequence numbers from *start* to *end*."""
    count = await renew(way)
    asked = numbers(start, end, count)
    there = range(asked.start, min(asked.stop, count + 1))
    return await uids_of(way, f"{there[0]}:{there[-1]}") if there else []
