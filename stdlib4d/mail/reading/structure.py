"""A message as a tree of parts (RFC 2046), found in one pass over its bytes.

The pass looks at each line that begins with ``--`` once, whatever the depth, so stacked and unfinished
multiparts cost linear time. A multipart whose boundary is missing, or is not the one in use, gets the first
line that looks like one.
"""

from __future__ import annotations

import re

from ..building.body import DEEPEST
from .fields import Header, content_type, disposition, parameters, read_header, token
from .transfer import encoding_name

#: Parts of a message; each becomes an object, and a part needs no more than five bytes. A delimiter beyond is
#: content of the last part.
MOST_PARTS = 10_000

_DELIMITER = re.compile(rb"^--([^\r\n]{1,250})\r?$", re.MULTILINE)
# A delimiter that nobody announced: a header follows it.
_GUESSED = re.compile(
    rb"^--([^\s-][^\r\n]{0,200}?)[ \t]{0,9}\r?\nContent-[A-Za-z-]{1,40}[ \t]{0,9}:", re.MULTILINE
)
_FROM_LINE = re.compile(rb"(?:[ \t]{0,9}\r?\n){0,100}+(?:>?From [^\r\n]{0,1000}\r?\n)?")


class Part:
    """A part: its headers, and its content as ``data[start:end]`` of the message when it is a leaf.

    ``children`` is ``None`` for a leaf; ``type`` is the content type in small letters, ``parameters`` and
    ``disposition_parameters`` are as :func:`stdlib4d.mail.fields.parameters` gives them.
    """

    __slots__ = (
        "children",
        "disposition",
        "disposition_parameters",
        "encoding",
        "end",
        "headers",
        "labelled",
        "parameters",
        "start",
        "type",
    )

    def __init__(self, headers: list[Header], start: int, end: int, default: str = "text/plain") -> None:
        self.headers = headers
        self.start = start
        self.end = end
        self.children: list[Part] | None = None
        written = self.first("content-type")
        self.labelled = bool(written)
        self.type = content_type(written) if written else default
        self.parameters = parameters(written) if ";" in written else {}
        self.encoding = encoding_name(self.first("content-transfer-encoding"))
        written = self.first("content-disposition")
        self.disposition = disposition(written)
        self.disposition_parameters = parameters(written) if ";" in written else {}

    def first(self, name: str) -> str:
        """The value of the first header *name* (in small letters); an empty text for none."""
        for header in self.headers:
            if header.name.lower() == name:
                return header.text()
        return ""

    @property
    def charset(self) -> str:
        """The charset parameter; an empty text for none."""
        return token(self.parameters.get("charset", ""))


def parse_message(data: bytes) -> Part:
    """The root part of the message *data*; line ends are CRLF or LF. Never fails."""
    opening = _FROM_LINE.match(data)
    headers, at = read_header(data, opening.end() if opening else 0, ())
    root = Part(headers, at, len(data))
    open_parts: list[tuple[Part, bytes]] = []
    levels: dict[bytes, int] = {}
    count = 1

    def enter(part: Part) -> None:
        boundary = _boundary(part, data) if len(open_parts) < DEEPEST else None
        if boundary is not None and boundary not in levels:
            part.children = []
            levels[boundary] = len(open_parts)
            open_parts.append((part, boundary))

    def leave(level: int) -> None:
        for _, boundary in open_parts[level:]:
            del levels[boundary]
        del open_parts[level:]

    enter(root)
    current: Part | None = None
    while open_parts:
        found = _DELIMITER.search(data, at)
        if found is None:
            break
        at = found.end()
        line = found[1].rstrip()
        level = levels.get(line)
        closing = level is None and line.endswith(b"--")
        if closing:
            level = levels.get(line[:-2].rstrip())
        if level is None or (count >= MOST_PARTS and not closing):
            continue
        if current is not None:
            current.end = _before(data, current.start, found.start())
            current = None
        if closing:
            leave(level)
            continue
        leave(level + 1)
        parent = open_parts[level][0]
        default = "message/rfc822" if parent.type == "multipart/digest" else "text/plain"
        headers, at = read_header(data, min(at + 1, len(data)), levels)
        part = Part(headers, at, len(data), default)
        count += 1
        assert parent.children is not None
        parent.children.append(part)
        enter(part)
        current = part if part.children is None else None
    _settle(root)
    return root


def _before(data: bytes, start: int, end: int) -> int:
    """Where the content before a delimiter ends: its line end belongs to the delimiter."""
    if end > start and data[end - 1] == 0x0A:
        end -= 1
        if end > start and data[end - 1] == 0x0D:
            end -= 1
    return max(end, start)


def _boundary(part: Part, data: bytes) -> bytes | None:
    """The boundary of a multipart, ``None`` for a leaf and where no line of *data* can be one."""
    if not part.type.startswith("multipart/"):
        return None
    written = part.parameters.get("boundary", "")
    for tried in (written.rstrip(), token(written)):
        boundary = tried.encode("utf-8", "replace")
        if boundary and data.find(b"--" + boundary, part.start) >= 0:
            return boundary
    guessed = _GUESSED.search(data, part.start)
    return guessed[1] if guessed else None


def _settle(root: Part) -> None:
    """Makes leaves of the multiparts without parts: what stands in them is text."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.children:
            waiting.extend(part.children)
        elif part.children is not None or part.type.startswith("multipart/"):
            part.children, part.type = None, "text/plain"
