"""A message as IMAP counts it: parts with the places of their headers and bodies, to the byte (RFC 3501 section 6.4.5).

The reader of mails forgives and mends (:mod:`stdlib4d.mail.reading`); a server tells what stands there.
"""

from __future__ import annotations

import re

from stdlib4d.mail.reading.decoding import decode_words, header_text, text_of
from stdlib4d.mail.reading.transfer import decoded, encoding_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .mailboxes import Message

#: How deep parts are looked at, and how many there may be.
DEEPEST, MOST_PARTS = 50, 5_000

_BLANK = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:((?:[^\r\n]|\r(?!\n)|\r?\n[ \t])*+)(?:\r?\n)?", re.MULTILINE)
_LINE_END = re.compile(rb"\r?\n")
_COMMENT = re.compile(rb"\((?:[^()\\]|\\.)*\)")
_TYPE = re.compile(rb"\s*([!#-'*+.0-9A-Z^-~-]+)\s*/\s*([!#-'*+.0-9A-Z^-~-]+)")
_WORD = re.compile(rb"\s*([!#-'*+.0-9A-Z^-~-]+)")
_PARAMETER = re.compile(rb';\s*([^=;\s"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)', re.DOTALL)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)

Parameters = list[tuple[bytes, bytes]]


class Part:
    """A message or a part of one: header in ``data[start:body]``, the empty line included, body in ``data[body:end]``.

    ``children`` are those of a multipart; ``inner`` is the message in a message/rfc822.
    """

    __slots__ = (
        "body",
        "children",
        "data",
        "end",
        "fields",
        "inner",
        "parameters",
        "start",
        "subtype",
        "type",
    )

    def __init__(self, data: bytes, start: int, end: int, digest: bool = False) -> None:
        self.data = data
        self.start = start
        self.end = end
        if data.startswith(b"\r\n", start):
            self.body = min(start + 2, end)
        else:
            found = _BLANK.search(data, start, end)
            self.body = found.end() if found else end
        #: Name in small letters and unfolded value.
        self.fields = fields(data[start : self.body])
        written = self.field(b"content-type")
        kind = _TYPE.match(_COMMENT.sub(b"", written)) if written else None
        default = (b"message", b"rfc822") if digest else (b"text", b"plain")
        self.type, self.subtype = (kind[1], kind[2]) if kind else default
        self.parameters = parameters(written) if kind else []
        self.children: list[Part] = []
        self.inner: Part | None = None

    def field(self, name: bytes) -> bytes:
        """The value of the first field *name*; empty for none."""
        return next((value for found, value in self.fields if found == name), b"")

    def is_type(self, kind: bytes) -> bool:
        """Whether the type is *kind*, such as ``multipart/`` or ``message/rfc822``."""
        return (self.type + b"/" + self.subtype).lower().startswith(kind)

    @property
    def encoding(self) -> str:
        """The transfer encoding, in small letters."""
        return encoding_name(self.field(b"content-transfer-encoding").decode("latin-1"))

    @property
    def charset(self) -> str:
        """The charset of a text."""
        return next(
            (value.decode("latin-1") for name, value in self.parameters if name.lower() == b"charset"), ""
        )

    def text(self) -> str:
        """The decoded text of a leaf."""
        return text_of(decoded(self.data[self.body : self.end], self.encoding), self.charset).value

    def leaves(self) -> Iterator[Part]:
        """The parts without parts, and the parts of messages in it."""
        if self.inner is not None:
            yield from self.inner.leaves()
        elif self.children:
            for child in self.children:
                yield from child.leaves()
        else:
            yield self


def parsed(message: Message) -> Part:
    """The structure of *message*, found once."""
    if message.parsed is None:
        message.parsed = read(message.data, 0, len(message.data))
    return message.parsed


def read(data: bytes, start: int, end: int) -> Part:
    """The message in ``data[start:end]``."""
    return _read(data, start, end, False, 0, [MOST_PARTS])


def _read(data: bytes, start: int, end: int, digest: bool, depth: int, left: list[int]) -> Part:
    part = Part(data, start, end, digest)
    left[0] -= 1
    if depth >= DEEPEST:
        return part
    if part.is_type(b"message/rfc822"):
        part.inner = _read(data, part.body, end, False, depth + 1, left)
    elif part.is_type(b"multipart/"):
        boundary = next((value for name, value in part.parameters if name.lower() == b"boundary"), b"")
        if boundary:
            digest = part.is_type(b"multipart/digest")
            for first, last in _pieces(data, part.body, end, boundary):
                if left[0] <= 0:
                    break
                part.children.append(_read(data, first, last, digest, depth + 1, left))
    return part


def _pieces(data: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Where the parts between the lines of *boundary* begin and end (RFC 2046 section 5.1.1)."""
    line = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    at = start - 2 if data.startswith(b"\r\n", start - 2) else start
    first: int | None = None
    while (found := line.search(data, at, end)) is not None:
        if first is not None:
            yield first, max(first, found.start())
        if found[1]:
            return
        line_end = _LINE_END.match(data, found.end(), end)
        # The line end behind a delimiter may be the one before the next.
        first = line_end.end() if line_end else found.end()
        at = found.end()
    if first is not None:
        yield first, end


def fields(header: bytes) -> list[tuple[bytes, bytes]]:
    """The fields of *header*: names in small letters, values unfolded."""
    return [(found[1].lower(), _LINE_END.sub(b"", found[2]).strip()) for found in _FIELD.finditer(header)]


def raw_fields(header: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The fields of *header*: names in small letters, and all of each as it stands there."""
    for found in _FIELD.finditer(header):
        yield found[1].lower(), found[0]


def headers(message: Message) -> list[tuple[str, str]]:
    """Name in small letters and decoded value of the headers of *message*."""
    return [
        (name.decode("ascii"), decode_words(header_text(value))) for name, value in parsed(message).fields
    ]


def parameters(value: bytes) -> Parameters:
    """The parameters of *value* as they are written, without their quotes."""
    return [
        (name, _ESCAPE.sub(rb"\1", written[1:-1]) if written.startswith(b'"') else written)
        for name, written in _PARAMETER.findall(value)
    ]


def word(value: bytes) -> bytes:
    """The first word of *value*, without comments."""
    found = _WORD.match(_COMMENT.sub(b"", value))
    return found[1] if found else b""
