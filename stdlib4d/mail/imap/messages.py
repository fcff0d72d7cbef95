"""Commands for messages: fetch, flag, copy, move, append, search (RFC 3501 section 6.4, 6.3.11; RFC 4315, 6851).

Messages are known by their unique ids all along. A sequence number, where the script gives one, is used in one
command at most, since another client may remove messages between two.
"""

from __future__ import annotations

from .boxes import wire
from .connection import Literal
from .flags import DELETED
from .tokens import Malformed, Refusal, atom_text, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .connection import IMAPConnection
    from .tokens import Item, Response

    #: The items of one FETCH response by their names in capitals.
    Fetched = dict[str, Item]

#: The set of all messages of a mailbox.
ALL = "1:*"
#: Bytes of a set in one command; servers take lines of 8,000 (RFC 2683 section 3.2.1.5).
LONGEST_SET = 4000
LARGEST_UID = 2**32 - 1
#: Messages at the end of a mailbox that one that was appended is looked for among.
LATEST = 5


def sets(uids: Iterable[int]) -> Iterator[str]:
    """*uids* as sets of a length that servers take; neighbours as ranges."""
    parts: list[str] = []
    size = 0
    for part in _ranges(uids):
        if size + len(part) >= LONGEST_SET:
            yield ",".join(parts)
            parts, size = [], 0
        parts.append(part)
        size += len(part) + 1
    if parts:
        yield ",".join(parts)


def _ranges(uids: Iterable[int]) -> Iterator[str]:
    start = end = 0
    for uid in sorted(set(uids)):
        if end and uid == end + 1:
            end = uid
            continue
        if end:
            yield str(start) if start == end else f"{start}:{end}"
        start = end = uid
    if end:
        yield str(start) if start == end else f"{start}:{end}"


# Fetching.


def section(*, body: bool, seen: bool) -> str:
    """What FETCH is asked for: the message or its header, marked as read by that or not."""
    return f"BODY{'' if seen else '.PEEK'}[{'' if body else 'HEADER'}]"


async def fetch(
    way: IMAPConnection,
    command: str,
    chosen: str,
    items: str,
    wanted: Callable[[int, Fetched], bool],
) -> None:
    """Fetches *items* of the messages *chosen*; *wanted* sees each, and says whether it is one that was asked for.

    *command* is ``FETCH`` or ``UID FETCH``. A message that is gone is left out, and no error.
    """

    def collect(response: Response) -> bool:
        return response.kind == "FETCH" and wanted(response.number, fetched(response))

    try:
        await way.command(f"{command} {chosen} {items}".encode("ascii"), collect=collect)
    except Refusal as refusal:
        # Another client has removed some of them meanwhile (RFC 5530); the rest has come.
        if refusal.mark != "EXPUNGEISSUED":
            raise


def fetched(response: Response) -> Fetched:
    """The items of a FETCH response; raises :class:`Malformed`."""
    items = response.items()
    if len(items) != 1 or not isinstance(items[0], list):
        raise Malformed
    pairs = iter(items[0])
    return {atom_text(key).upper(): value for key, value in zip(pairs, pairs, strict=False)}


def uid_of(found: Fetched) -> int:
    """The unique id in a FETCH response, 0 where it has none."""
    return whole_number(found["UID"]) if "UID" in found else 0


def content_of(found: Fetched) -> bytes | None:
    """The message or the header in a FETCH response, ``None`` where it has none.

    Nothing at all is what servers have of a message that another client has removed.
    """
    for name in ("BODY[]", "BODY[HEADER]"):
        if name in found:
            content = found[name]
            if isinstance(content, list):
                raise Malformed
            return content or None
    return None


def flags_of(found: Fetched) -> list[str]:
    """The flags in a FETCH response."""
    flags = found.get("FLAGS")
    # Among flags NIL is a word like others.
    return ["NIL" if flag is None else atom_text(flag) for flag in flags] if isinstance(flags, list) else []


async def renew(way: IMAPConnection) -> int:
    """How many messages the mailbox has by now."""
    await way.command(b"NOOP")
    return way.exists


async def uids_of(way: IMAPConnection, chosen: str) -> list[int]:
    """The unique ids of the messages with the sequence numbers *chosen*, in their order."""
    return await search(way, [chosen.encode("ascii")])


# Searching.


async def search(way: IMAPConnection, criteria: Sequence[bytes | Literal], charset: str = "") -> list[int]:
    """The unique ids of the messages that meet *criteria*, as a server takes them."""
    found: list[int] = []

    def collect(response: Response) -> bool:
        if response.kind == "SEARCH":
            # A server may say since when (RFC 7162), in parentheses.
            found.extend(whole_number(item) for item in response.items() if not isinstance(item, list))
        return False

    start = f"UID SEARCH CHARSET {charset} " if charset else "UID SEARCH "
    await way.command(start.encode("ascii"), *criteria, collect=collect)
    return found


# Flags.


async def store(way: IMAPConnection, chosen: Iterable[str], sign: str, flags: Sequence[str]) -> str:
    """Adds (``+``) or removes (``-``) flags of messages; returns what the server says."""
    text = ""
    for part in chosen:
        line = f"UID STORE {part} {sign}FLAGS.SILENT ({' '.join(flags)})"
        text = way.text(await way.command(line.encode("ascii")))
    return text or await nothing(way)


async def nothing(way: IMAPConnection) -> str:
    """Does nothing, which is what an empty list of messages asks for; returns what the server says."""
    return way.text(await way.command(b"NOOP"))


async def expunge(way: IMAPConnection) -> str:
    """Removes the messages that are flagged as deleted; returns what the server says."""
    return way.text(await way.command(b"EXPUNGE"))


# Copying.


async def copy(way: IMAPConnection, chosen: Iterable[str], box: str) -> str:
    """Copies messages into the mailbox *box*; returns what the server says."""
    text = ""
    for part in chosen:
        text = way.text(await way.command(f"UID COPY {part} ".encode("ascii") + wire(box)))
    return text or await nothing(way)


async def move(way: IMAPConnection, chosen: Iterable[str], box: str) -> str:
    """Moves messages into the mailbox *box*; returns what the server says.

    A server that cannot move (RFC 6851) copies and removes; nothing else that is flagged as deleted goes with them.
    """
    able = await way.can("MOVE")
    text = ""
    for part in chosen:
        if able:
            text = way.text(await way.command(f"UID MOVE {part} ".encode("ascii") + wire(box)))
        else:
            text = await _copy_and_remove(way, part, box)
    return text or await nothing(way)


async def _copy_and_remove(way: IMAPConnection, chosen: str, box: str) -> str:
    # What comes meanwhile is not copied, and must not be removed either.
    uids = list(sets(await search(way, [b"UID ", chosen.encode("ascii")])))
    text = await copy(way, uids, box)
    for part in uids:
        await store(way, [part], "+", [DELETED])
        if await way.can("UIDPLUS"):
            await way.command(f"UID EXPUNGE {part}".encode("ascii"))
            continue
        others = list(sets(await search(way, [f"DELETED NOT UID {part}".encode("ascii")])))
        for other in others:
            await store(way, [other], "-", [DELETED])
        try:
            await expunge(way)
        finally:
            for other in others:
                await store(way, [other], "+", [DELETED])
    return text


async def append(way: IMAPConnection, box: str, flags: Sequence[str], content: bytes) -> tuple[str, int]:
    """Puts a message into the mailbox *box*; returns what the server says, and the unique id, 0 where it does not."""
    marked = f" ({' '.join(flags)}) " if flags else " "
    # A null character can be in binary data only (RFC 3516), which is announced otherwise.
    start = b"APPEND " + wire(box) + marked.encode("ascii") + (b"~" if b"\0" in content else b"")
    reply = await way.command(start, Literal(content, patient=True))
    # RFC 4315 section 3
    given = reply.argument.split() if reply.code == b"APPENDUID" else []
    return way.text(reply), int(given[1]) if len(given) == 2 and given[1].isdigit() else 0


async def arrived(way: IMAPConnection, box: str, content: bytes, after: int) -> bool:
    """Whether *content* is among the last messages of *box*, with a unique id above *after*."""
    await way.command(b"EXAMINE " + wire(box))
    # Whoever needs a mailbox selects it anew.
    way.selected = None
    if not way.exists:
        return False
    found: list[int] = []
    plain = content.replace(b"\r\n", b"\n")

    def measure(number: int, items: Fetched) -> bool:
        size = items.get("RFC822.SIZE")
        # A server may have mended the ends of lines.
        known = int(size[:16]) if isinstance(size, bytes) and size.isdigit() else -1
        if uid_of(items) > after and len(plain) <= known <= len(content) + content.count(b"\n"):
            found.append(uid_of(items))
        return False

    await fetch(way, "FETCH", f"{max(1, way.exists - LATEST)}:*", "(UID RFC822.SIZE)", measure)
    same: list[int] = []

    def compare(number: int, items: Fetched) -> bool:
        there = content_of(items)
        if there is not None and uid_of(items) in found and there.replace(b"\r\n", b"\n") == plain:
            same.append(uid_of(items))
        return there is not None

    for uid in reversed(found):
        if not same:
            await fetch(way, "UID FETCH", str(uid), "(BODY.PEEK[])", compare)
    return bool(same)
