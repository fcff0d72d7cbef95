"""A message as a tree of parts (RFC 2046), found in one pass over its bytes.

The lines that begin with ``--`` are looked up once, before, and each is looked at once, whatever the depth, so
stacked and unfinished multiparts cost linear time. A multipart whose boundary is missing, or is not the one in
use, gets the first line that looks like one.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from .fields import Header, content_type, disposition, parameters, read_header, token
from .transfer import encoding_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

#: How deep parts may be nested; programs that mail nest four or five. A multipart that is deeper is read as text,
#: which is as deep as ``MAIL Convert to MIME`` writes parts.
DEEPEST = 100
#: Parts of a message; each becomes an object, and a part needs no more than five bytes. A delimiter beyond is
#: content of the last part.
MOST_PARTS = 10_000

# A header that a delimiter of a multipart without a known boundary has after it.
_CONTENT_HEADER = re.compile(rb"Content-[A-Za-z-]{1,40}[ \t]{0,9}:", re.IGNORECASE)
_FROM_LINE = re.compile(rb"(?:[ \t]{0,9}\r?\n){0,100}+(?:>?From (?![ \t]*:)[^\r\n]{0,1000}\r?\n)?")


class Part:
    """A part: its headers, and its content as ``data[start:end]`` of the message when it is a leaf.

    ``children`` is ``None`` for a leaf; ``type`` is the content type in small letters; ``charset`` is as it is
    written, an empty text without one; ``firsts`` are the headers by name in small letters. ``cut`` says that one
    of the limits was reached, so that something of the part was not read.
    """

    __slots__ = (
        "charset",
        "children",
        "cut",
        "disposition",
        "encoding",
        "end",
        "firsts",
        "headers",
        "parameters",
        "start",
        "type",
    )

    def __init__(
        self, headers: list[Header], start: int, end: int, default: str = "text/plain", *, cut: bool = False
    ) -> None:
        self.headers = headers
        self.start = start
        self.end = end
        self.cut = cut
        self.children: list[Part] | None = None
        self.firsts: dict[str, Header] = {}
        for header in headers:
            self.firsts.setdefault(header.name.lower(), header)
        written = self.first("content-type")
        self.type = content_type(written) if written else default
        self.parameters = parameters(written) if "=" in written else {}
        written = self.parameters.get("charset", "")
        self.charset = token(written).strip("\"'") if written else ""
        self.encoding = encoding_name(self.first("content-transfer-encoding"))
        self.disposition = disposition(self.first("content-disposition"))

    def first(self, name: str, charset: str = "") -> str:
        """The value of the first header *name* (in small letters); an empty text for none.

        *charset* is that of bytes over 127 that are not UTF-8.
        """
        header = self.firsts.get(name)
        return header.text(charset) if header is not None else ""


if TYPE_CHECKING:

    class _Line(NamedTuple):
        """A line that begins with ``--``: where it starts, where it ends, and what follows the two hyphens."""

        start: int
        end: int
        text: bytes
else:
    _Line = namedtuple("_Line", "start end text")


def _start(line: _Line) -> int:
    return line.start


class _Lines:
    """The lines of a message that may part a multipart."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.lines: list[_Line] = []
        #: Where the last line with a text is.
        self.last: dict[bytes, int] = {}
        at = 0 if data.startswith(b"--") else data.find(b"\n--") + 1
        while at or not self.lines:
            if data[at : at + 2] != b"--":
                break
            end = data.find(b"\n", at)
            end = len(data) if end < 0 else end
            text = data[at + 2 : end].rstrip()
            self.lines.append(_Line(at, end, text))
            self.last[text] = at
            at = data.find(b"\n--", end) + 1
        self._guesses: list[_Line] | None = None

    def twice(self, line: _Line) -> bool:
        """Whether the next line is the same delimiter, so that there is no part between them."""
        after = line.end + 1
        if not self.data.startswith(b"--" + line.text, after):
            return False
        end = self.data.find(b"\n", after)
        return self.data[after + 2 : len(self.data) if end < 0 else end].rstrip() == line.text

    def has(self, text: bytes, at: int) -> bool:
        """Whether *text* stands behind *at*."""
        return self.last.get(text, -1) >= at

    def guess(self, at: int) -> bytes | None:
        """The boundary of the first line behind *at* that nobody announced: a header follows it."""
        if self._guesses is None:
            self._guesses = [
                line
                for line in self.lines
                if line.text
                and len(line.text) <= 200
                and line.text[0] not in b" \t"
                and _CONTENT_HEADER.match(self.data, line.end + 1)
            ]
        index = bisect_left(self._guesses, at, key=_start)
        return self._guesses[index].text if index < len(self._guesses) else None


def parse_header(data: bytes) -> Part:
    """The header of the message *data* as a leaf with all the rest for its content. Never fails."""
    opening = _FROM_LINE.match(data)
    headers, at, cut = read_header(data, opening.end() if opening else 0, ())
    return Part(headers, at, len(data), cut=cut)


def parse_message(data: bytes) -> Part:
    """The root part of the message *data*; line ends are CRLF or LF. Never fails."""
    root = parse_header(data)
    if root.type.startswith("multipart/"):
        _read_parts(data, root)
        _settle(root)
    return root


def _read_parts(data: bytes, root: Part) -> None:
    """Finds the parts of *root*, at all depths."""
    lines = _Lines(data)
    open_parts: list[tuple[Part, bytes]] = []
    # Where in open_parts a boundary is; some programs give the parts of a multipart its own boundary.
    levels: dict[bytes, list[int]] = {}
    count = 1

    def enter(part: Part) -> None:
        boundary = _boundary(part, lines)
        if boundary is None:
            return
        if len(open_parts) >= DEEPEST:
            part.cut = True
            return
        part.children = []
        levels.setdefault(boundary, []).append(len(open_parts))
        open_parts.append((part, boundary))

    def leave(level: int) -> None:
        for _, boundary in open_parts[level:]:
            levels[boundary].pop()
            if not levels[boundary]:
                del levels[boundary]
        del open_parts[level:]

    enter(root)
    at = root.start
    current: Part | None = None
    for line in lines.lines:
        if line.start < at:
            continue
        if not open_parts:
            break
        known = levels.get(line.text)
        closing = known is None and line.text.endswith(b"--")
        if closing:
            known = levels.get(line.text[:-2].rstrip())
        if known is None:
            continue
        level = known[-1]
        if count >= MOST_PARTS and not closing:
            (current or open_parts[level][0]).cut = True
            continue
        if current is not None:
            current.end = _before(data, current.start, line.start)
            current = None
        if closing:
            leave(level)
            continue
        leave(level + 1)
        if lines.twice(line):
            continue
        parent = open_parts[level][0]
        default = "message/rfc822" if parent.type == "multipart/digest" else "text/plain"
        headers, at, cut = read_header(data, min(line.end + 1, len(data)), levels)
        part = Part(headers, at, len(data), default, cut=cut)
        count += 1
        if parent.children is not None:
            parent.children.append(part)
        if part.type.startswith("multipart/"):
            enter(part)
        current = part if part.children is None else None


def _before(data: bytes, start: int, end: int) -> int:
    """Where the content before a delimiter ends: its line end belongs to the delimiter."""
    if end > start and data[end - 1] == 0x0A:
        end -= 1
        if end > start and data[end - 1] == 0x0D:
            end -= 1
    return max(end, start)


def _boundary(part: Part, lines: _Lines) -> bytes | None:
    """The boundary of a multipart, ``None`` where no line can be one."""
    written = part.parameters.get("boundary", "")
    for tried in (written.rstrip(), token(written), written.strip().strip("'")):
        boundary = tried.encode("utf-8", "replace")
        if boundary and (lines.has(boundary, part.start) or lines.has(boundary + b"--", part.start)):
            return boundary
    return lines.guess(part.start)


def _settle(root: Part) -> None:
    """Makes leaves of the multiparts without parts: what stands in them is text."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.children:
            waiting.extend(part.children)
        elif part.children is not None or part.type.startswith("multipart/"):
            part.children, part.type = None, "text/plain"
