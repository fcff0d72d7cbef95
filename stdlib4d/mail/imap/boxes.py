"""Commands for mailboxes as a whole: select, look, list, create, delete, rename (RFC 3501 section 6.3)."""

from __future__ import annotations

from .names import decode_name, encode_name, is_inbox
from .tokens import Malformed, Refusal, atom_text, quoted, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...values import Value
    from .connection import IMAPConnection
    from .tokens import Item, Response

#: What STATUS is asked for, and the property of a boxInfo object for each.
_COUNTS = {"MESSAGES": "mailCount", "RECENT": "mailRecent", "UNSEEN": "mailUnseen"}


class Box:
    """The mailbox that a script has selected.

    ``validity`` is the number that its ids are good for; ``changed`` says that they no longer are, as somebody has put
    another mailbox in its place. ``flagged``: messages in it were flagged as deleted and wait to be removed.
    """

    def __init__(self, name: str, read_only: bool) -> None:
        self.rename(name)
        self.read_only = read_only
        self.validity = 0
        self.changed = False
        self.flagged = False

    def rename(self, name: str) -> None:
        """Gives it another name."""
        self.name = name
        self.encoded = encode_name(name)


class Selection:
    """What a server says of a mailbox while it selects it."""

    def __init__(self) -> None:
        self.recent = 0
        self.validity = 0
        self.id = ""
        self.flags = ""
        self.permanent = ""

    def collect(self, response: Response) -> bool:
        """Sees a response."""
        if response.kind == "RECENT":
            self.recent = response.number
        elif response.kind == "FLAGS":
            self.flags = _words(response.pieces[0])
        elif response.code == b"PERMANENTFLAGS":
            self.permanent = _words(response.argument)
        elif response.code == b"UIDVALIDITY" and response.argument.isdigit():
            self.validity = int(response.argument[:19])
        elif response.code == b"MAILBOXID":
            self.id = _words(response.argument)
        return False


def _words(listed: bytes) -> str:
    return listed.strip().removeprefix(b"(").removesuffix(b")").strip().decode("utf-8", "replace")


async def select(way: IMAPConnection, box: Box) -> Selection:
    """Selects *box*; a failed attempt leaves none selected (RFC 3501 section 6.3.1)."""
    found = Selection()
    way.selected = None
    await way.command((b"EXAMINE " if box.read_only else b"SELECT ") + wire(box.name), collect=found.collect)
    way.selected, way.read_only = box.encoded, box.read_only
    if box.validity and found.validity and found.validity != box.validity:
        box.changed = True
    box.validity = found.validity or box.validity
    return found


def wire(name: str) -> bytes:
    """The name of a mailbox as an argument."""
    return quoted(encode_name(name))


async def deselect(way: IMAPConnection) -> None:
    """Leaves the mailbox that is selected, without removing anything, where the server has a command for it."""
    if way.selected is not None and await way.can("UNSELECT"):
        await way.command(b"UNSELECT")
        way.selected = None


async def close(way: IMAPConnection) -> None:
    """Leaves the mailbox that is selected and removes what is flagged as deleted in it."""
    await way.command(b"CLOSE")
    way.selected = None


async def box_info(way: IMAPConnection, name: str) -> dict[str, Value]:
    """The boxInfo object of the mailbox *name*."""
    wanted = await _status_items(way)
    found: list[dict[str, Value]] = []

    def collect(response: Response) -> bool:
        if response.kind == "STATUS":
            found.append(_counts(response.items())[1])
        return False

    await way.command(b"STATUS " + wire(name) + b" (" + wanted + b")", collect=collect)
    return {"name": name, **_complete(found[-1] if found else {})}


async def _status_items(way: IMAPConnection) -> bytes:
    items = "MESSAGES RECENT UNSEEN UIDVALIDITY"
    return (items + " MAILBOXID" if await way.can("OBJECTID") else items).encode("ascii")


def _counts(items: list[Item]) -> tuple[str, dict[str, Value]]:
    """The name of a mailbox and what a STATUS response says of it."""
    if len(items) < 2 or not isinstance(items[1], list):
        raise Malformed
    name = decode_name(items[0] if isinstance(items[0], bytes) else b"")
    pairs = iter(items[1])
    found: dict[str, Value] = {}
    for key, value in zip(pairs, pairs, strict=False):
        word = atom_text(key).upper()
        if word in _COUNTS:
            found[_COUNTS[word]] = whole_number(value)
        elif word == "UIDVALIDITY":
            found.setdefault("id", atom_text(value))
        elif word == "MAILBOXID" and isinstance(value, list) and value:
            found["id"] = atom_text(value[0])
    return name, found


def _complete(found: dict[str, Value]) -> dict[str, Value]:
    """A boxInfo object in which nothing is missing, whatever the server left out."""
    return {**dict.fromkeys(_COUNTS.values(), 0), "id": "", **found}


async def delimiter(way: IMAPConnection) -> str:
    """The character between the levels of names; an empty text for a server that has no levels."""
    if way.delimiter is None:
        found: list[str] = []

        def collect(response: Response) -> bool:
            if response.kind == "LIST":
                items = response.items()
                found.append(atom_text(items[1]) if len(items) > 1 else "")
            return False

        await way.command(b'LIST "" ""', collect=collect)
        way.delimiter = found[0] if found else ""
    return way.delimiter


class Listed:
    """A mailbox as a server lists it; ``attributes`` are in small letters."""

    __slots__ = ("attributes", "info", "name")

    def __init__(self, name: str, attributes: frozenset[str]) -> None:
        self.name = name
        self.attributes = attributes
        self.info: dict[str, Value] | None = None

    @property
    def selectable(self) -> bool:
        """Whether it can be selected: it may be there only because others are below it."""
        return not self.attributes & {"\\noselect", "\\nonexistent"}

    @property
    def properties(self) -> dict[str, Value]:
        """What ``withBoxProperties`` asks for."""
        return {
            "selectable": self.selectable,
            "inferior": "\\noinferiors" not in self.attributes,
            "interesting": "\\marked" in self.attributes,
        }


async def box_list(
    way: IMAPConnection, *, subscribed: bool, names: list[str] | None, properties: bool, info: bool
) -> list[Value]:
    """The mailboxes, as ``getBoxList`` returns them; only those of *names*, in that order, where there are any."""
    boxes: dict[str, Listed] = {}
    counts: dict[str, dict[str, Value]] = {}
    wanted = await _subscribed(way) if subscribed else None

    def collect(response: Response) -> bool:
        if response.kind == "LIST":
            listed = _listed(response)
            if listed.name and (wanted is None or _folded(listed.name) in wanted):
                boxes[listed.name] = listed
        elif response.kind == "STATUS":
            name, found = _counts(response.items())
            counts[name] = found
        return False

    line = b'LIST "" "*"'
    if info and not subscribed and await way.can("LIST-STATUS"):
        line += b" RETURN (STATUS (" + await _status_items(way) + b"))"
    await way.command(line, collect=collect)
    if names is None:
        chosen = list(boxes.values())
    else:
        inbox = next((box for box in boxes.values() if is_inbox(box.name)), None)
        found = [inbox if is_inbox(name) else boxes.get(name) for name in dict.fromkeys(names)]
        chosen = [box for box in found if box is not None]
    listed = []
    for box in chosen:
        entry: dict[str, Value] = {"name": box.name} if properties or info else {}
        if properties:
            entry.update(box.properties)
        if info and box.selectable:
            if box.name in counts:
                entry.update(_complete(counts[box.name]))
            else:
                try:
                    entry.update(await box_info(way, box.name))
                except Refusal:
                    # Gone meanwhile, or not ours to look into: there is nothing to tell.
                    pass
        listed.append(entry)
    return listed


async def _subscribed(way: IMAPConnection) -> set[str]:
    """The names that are subscribed.

    What the mailboxes are like is not said with them, and some may be long gone (RFC 3501 section 6.3.9).
    """
    names: set[str] = set()

    def collect(response: Response) -> bool:
        if response.kind == "LSUB":
            names.add(_folded(_listed(response).name))
        return False

    await way.command(b'LSUB "" "*"', collect=collect)
    return names


def _folded(name: str) -> str:
    return "INBOX" if is_inbox(name) else name


def _listed(response: Response) -> Listed:
    items = response.items()
    if len(items) < 3 or not isinstance(items[0], list) or not isinstance(items[2], (bytes, type(None))):
        raise Malformed
    attributes = frozenset(atom_text(item).lower() for item in items[0])
    # An atom may be like a section at its beginning (BODY[1]x), which parts it for the tokeniser.
    name = b"".join(item for item in items[2:] if isinstance(item, bytes))
    return Listed(decode_name(name), attributes)


async def act(way: IMAPConnection, verb: bytes, *names: str) -> str:
    """CREATE, DELETE, RENAME, SUBSCRIBE or UNSUBSCRIBE; returns what the server says."""
    return way.text(await way.command(b" ".join((verb, *map(wire, names)))))
