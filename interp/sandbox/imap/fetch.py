"""FETCH: its items, read into functions of a message (RFC 3501 section 6.4.5)."""

from __future__ import annotations

import re

from ..mime import parsed, raw_fields
from .structure import body_structure, envelope
from .syntax import BadSyntax, date_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..mailboxes import Message
    from ..mime import Part
    from .syntax import Cursor
    from .view import View

    #: Writes an item with its name.
    Item = Callable[[View, Message], bytes]

_MACROS = {
    "ALL": ("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE"),
    "FAST": ("FLAGS", "INTERNALDATE", "RFC822.SIZE"),
    "FULL": ("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY"),
}
_SECTION = re.compile(r"(\d+(?:\.\d+)*)?(?:(?:^|\.)(HEADER|HEADER\.FIELDS|HEADER\.FIELDS\.NOT|TEXT|MIME))?")


class Items:
    """What a FETCH asks for. ``reads`` says that it marks messages as seen."""

    def __init__(self, cursor: Cursor, *, uid: bool) -> None:
        self.reads = False
        self._items: dict[str, Item] = {}
        if uid:
            self._items["UID"] = _uid
        if cursor.sees(b"("):
            cursor.list(lambda: self._read(cursor))
        else:
            self._read(cursor, single=True)
        cursor.end()

    def write(self, view: View, number: int, message: Message) -> bytes:
        """The untagged reply for *message*."""
        seen = False
        if self.reads and not view.read_only and not message.seen:
            seen = view.box.flag(message, message.flags | {"\\Seen"}, by=view, known=view.known)
        written = [item(view, message) for item in self._items.values()]
        if seen and "FLAGS" not in self._items:
            written.append(_flags(view, message))
        return b"* %d FETCH (%b)\r\n" % (number, b" ".join(written))

    def _read(self, cursor: Cursor, *, single: bool = False) -> None:
        name = cursor.item()
        if cursor.sees(b"["):
            self._section(cursor, name)
        elif single and name in _MACROS:
            for one in _MACROS[name]:
                self._items[one] = _SIMPLE[one]
        elif name in _SIMPLE:
            self._items[name] = _SIMPLE[name]
            self.reads |= name in ("RFC822", "RFC822.TEXT")
        else:
            raise BadSyntax(f"Unknown parameter: {name}")

    def _section(self, cursor: Cursor, name: str) -> None:
        if name not in ("BODY", "BODY.PEEK"):
            raise BadSyntax(f"Unknown parameter: {name}")
        cursor.expect(b"[")
        section = "" if cursor.sees(b"]") else cursor.item()
        found = _SECTION.fullmatch(section)
        path = [int(number) for number in found[1].split(".")] if found and found[1] else []
        if found is None or 0 in path or (found[2] == "MIME" and not path):
            raise BadSyntax("Invalid BODY[..] parameter")
        names: list[bytes] = []
        if found[2] and found[2].startswith("HEADER.FIELDS"):
            cursor.space()
            names = cursor.list(cursor.astring)
            if not names:
                raise BadSyntax("Empty list of headers.")
        cursor.expect(b"]")
        start, size = 0, None
        if cursor.take(b"<"):
            start = cursor.number()
            cursor.expect(b".")
            size = cursor.number()
            cursor.expect(b">")
        shown = section + (" (" + " ".join(n.decode("latin-1").upper() for n in names) + ")" if names else "")
        label = f"BODY[{shown}]" + ("" if size is None else f"<{start}>")
        wanted = frozenset(name.lower() for name in names)
        kind = found[2] or ""

        def item(_: View, message: Message) -> bytes:
            content = _content(parsed(message), path, kind, wanted)
            if content is None:
                return label.encode("latin-1") + b" NIL"
            if size is not None:
                content = content[start : start + size]
            return b"%b {%d}\r\n%b" % (label.encode("latin-1"), len(content), content)

        def whole(_: View, message: Message) -> bytes:
            return b"BODY[] {%d}\r\n%b" % (len(message.data), message.data)

        self._items[label] = whole if label == "BODY[]" else item
        self.reads |= name == "BODY"


def _content(root: Part, path: list[int], kind: str, names: frozenset[bytes]) -> bytes | None:
    """What a section is; ``None`` for a part that is not there."""
    part = root
    for index, number in enumerate(path):
        if index and part.inner is not None:
            part = part.inner
        elif index and not part.children:
            return None
        if part.children:
            if number > len(part.children):
                return None
            part = part.children[number - 1]
        elif number != 1:
            # The one part of a message that is no multipart is its body.
            return None
    data = part.data
    if kind == "MIME":
        return data[part.start : part.body]
    if not kind:
        return data[part.start if not path else part.body : part.end]
    if path:
        # HEADER and TEXT of a part are those of the message in it.
        if part.inner is None:
            return None
        part = part.inner
    if kind == "TEXT":
        return data[part.body : part.end]
    header = data[part.start : part.body]
    if kind == "HEADER":
        return header
    wanted = kind == "HEADER.FIELDS"
    return b"".join(raw for name, raw in raw_fields(header) if (name in names) == wanted) + b"\r\n"


def _uid(_: View, message: Message) -> bytes:
    return b"UID %d" % message.uid


def _flags(view: View, message: Message) -> bytes:
    return b"FLAGS " + view.flags(message)


def _literal(label: bytes, content: bytes) -> bytes:
    return b"%b {%d}\r\n%b" % (label, len(content), content)


def _header(_: View, message: Message) -> bytes:
    return _literal(b"RFC822.HEADER", message.data[: parsed(message).body])


def _text(_: View, message: Message) -> bytes:
    return _literal(b"RFC822.TEXT", message.data[parsed(message).body :])


_SIMPLE: dict[str, Item] = {
    "UID": _uid,
    "FLAGS": _flags,
    "INTERNALDATE": lambda _, message: b"INTERNALDATE " + date_time(message.date),
    "RFC822.SIZE": lambda _, message: b"RFC822.SIZE %d" % len(message.data),
    "ENVELOPE": lambda _, message: b"ENVELOPE " + envelope(parsed(message)),
    "BODY": lambda _, message: b"BODY " + body_structure(parsed(message), extended=False),
    "BODYSTRUCTURE": lambda _, message: b"BODYSTRUCTURE " + body_structure(parsed(message), extended=True),
    "RFC822": lambda _, message: _literal(b"RFC822", message.data),
    "RFC822.HEADER": _header,
    "RFC822.TEXT": _text,
}
