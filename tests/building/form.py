"""What holds for the bytes of every mail that is built, whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=")
_LINE_OF_BODY = 998
_FOLDABLE = re.compile(r"[^ \t][ \t]+[^ \t]")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def faults(data: bytes, *, eight_bit: bool) -> Iterator[str]:
    """What is wrong with the form of the mail *data*."""
    if not eight_bit and not data.isascii():
        yield "not 7-bit clean"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "a CR or an LF alone"
    if b"\0" in data:
        yield "a NUL"
    for line in data.split(b"\r\n"):
        if len(line) > _LINE_OF_BODY:
            yield f"a line of {len(line)} bytes"
    for block in header_blocks(data):
        yield from _header_faults(block)


def _header_faults(block: str) -> Iterator[str]:
    for number, line in enumerate(block.split("\r\n")):
        if line[:1] not in " \t" or not number:
            name, colon, rest = line.partition(":")
            if not colon or not re.fullmatch(r"[!-9;-~]+", name):
                yield f"no header: {line!r}"
        else:
            rest = line
        if not line.strip():
            yield "a line of a header that is empty"
        if len(line) > 78 and _FOLDABLE.search(_QUOTED.sub("q", rest).strip()):
            yield f"not folded: {line!r}"
    if not block.isascii():
        yield "a header that is not ASCII"
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", block):
        yield "a control character in a header"
    for word in re.findall(r"=\?\S*", block):
        if _WORD.fullmatch(word.rstrip('",;')) and len(word.rstrip('",;')) > 75:
            yield f"an encoded word of {len(word)} characters"


def header_blocks(data: bytes) -> list[str]:
    """The header of the mail and those of its parts, found by the boundaries that the headers name."""
    head, _, body = data.partition(b"\r\n\r\n")
    text = head.decode("latin-1")
    found = [text]
    boundary = re.search(
        r'(?i)^content-type:\s*multipart/(?:[^\r]|\r\n[ \t])*?boundary="([^"]+)"', text, re.M
    )
    if boundary is not None:
        mark = b"\r\n--" + boundary[1].encode("ascii")
        for part in (b"\r\n" + body).split(mark)[1:-1]:
            found += header_blocks(part.removeprefix(b"\r\n"))
    return found
