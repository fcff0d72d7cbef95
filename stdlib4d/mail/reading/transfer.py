"""Transfer encodings undone (RFC 2045 section 6), damaged ones as far as they go."""

from __future__ import annotations

import binascii
import re
import string

_BASE64 = (string.ascii_letters + string.digits + "+/").encode()
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/=\s]")
_GAP = re.compile(rb"\n[ \t\r]*\n")
_LINE = re.compile(rb"^[A-Za-z0-9+/]{16,}\r?$", re.MULTILINE)
_LONGEST_FOOTER = 2_000
_PADDING = re.compile(rb"=[=\s]*")
# Blanks that a relay put at the end of a line are no content (RFC 2045 section 6.7, rule 3), and so they may
# stand after the "=" of a soft break.
_TRAILING = re.compile(rb"(?<![ \t])[ \t]++(?=\r?\n|\Z)")
# Where binascii differs: it drops the rest of the line after a soft break that is a CR alone, and reads "==" as "=".
_BARE_BREAK = re.compile(rb"=\r(?!\n)")
_BEFORE_CODE = re.compile(rb"=(?==)")
_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
_COMMENT = re.compile(r"\([^()]*\)")
_UU_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4}[^\n]*\n", re.MULTILINE)

_IDENTITY = frozenset(("", "7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits", "none"))
_UU = frozenset(("uuencode", "x-uuencode", "x-uue", "uue"))
#: What some programs call the encodings.
_OTHERWISE = {"base-64": "base64", "b64": "base64", "x-base64": "base64"}
_OTHERWISE |= dict.fromkeys(
    ("quotedprintable", "quoted_printable", "qp", "x-quoted-printable"), "quoted-printable"
)


def encoding_name(value: str) -> str:
    """The encoding that a Content-Transfer-Encoding *value* names, in small letters, without comments."""
    found = _TOKEN.search(_COMMENT.sub(" ", value) if "(" in value else value)
    name = found[0].lower() if found else ""
    return _OTHERWISE.get(name, name)


def is_identity(encoding: str) -> bool:
    """Whether *encoding* leaves the bytes as they are."""
    return encoding in _IDENTITY


def is_known(encoding: str) -> bool:
    """Whether *encoding* is one that :func:`decoded` undoes."""
    return encoding in _IDENTITY or encoding in ("base64", "quoted-printable") or encoding in _UU


def decoded(data: bytes, encoding: str) -> bytes:
    """The content of *data*; *data* itself where the *encoding* is not known. Linear time."""
    if encoding == "base64":
        return from_base64(data)
    if encoding == "quoted-printable":
        return from_quoted_printable(data)
    if encoding in _UU:
        return from_uuencode(data)
    return data


def from_base64(data: bytes) -> bytes:
    """The content of base64 *data*.

    Foreign bytes are skipped, padding may be missing, and base64 that goes on after padding is read on. What
    follows padding and is no base64 (the footer that a mailing list added) is left out.
    """
    end = data.find(b"=")
    if end < 0:
        return _quads(_without_footer(data))
    if len(data) - end < 100 and not data[end:].strip(b"= \t\r\n"):
        try:
            return binascii.a2b_base64(data)
        except binascii.Error:  # too little or too much padding
            return _quads(data[:end])
    pieces: list[bytes] = []
    for index, piece in enumerate(_PADDING.split(data)):
        if index and _FOREIGN.search(piece):
            break
        pieces.append(_quads(piece))
    return b"".join(pieces)


def _without_footer(data: bytes) -> bytes:
    """*data* without the words that a mailing list added behind an empty line, where no padding ends the base64."""
    for gap in _GAP.finditer(data, max(0, len(data) - _LONGEST_FOOTER)):
        tail = data[gap.end() :]
        if _FOREIGN.search(tail) and not _LINE.search(tail):
            return data[: gap.start()]
    return data


def _quads(data: bytes) -> bytes:
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        clean = data.translate(None, _NOT_BASE64)
    rest = len(clean) % 4
    # Of a group of one character nothing can be known: six bits are no byte.
    return binascii.a2b_base64(clean[:-1] if rest == 1 else clean + b"=="[rest - 2 :])


def from_quoted_printable(data: bytes) -> bytes:
    """The content of quoted-printable *data*; what is not a code stays as it is."""
    if b"==" in data:
        data = _BEFORE_CODE.sub(b"=3D", data)
    if b"=\r" in data:
        data = _BARE_BREAK.sub(b"=\n", data)
    if b" \n" in data or b" \r" in data or b"\t\n" in data or b"\t\r" in data or data[-1:] in (b" ", b"\t"):
        data = _TRAILING.sub(b"", data)
    return binascii.a2b_qp(data)


def from_uuencode(data: bytes) -> bytes:
    """The content of uuencoded *data*: every line between ``begin`` and ``end``, or every line without them."""
    begin = _UU_BEGIN.search(data)
    if begin is not None and begin[0].startswith(b"begin-base64"):
        return from_base64(data[begin.end() :].partition(b"====")[0])
    lines: list[bytes] = []
    for line in data[begin.end() if begin else 0 :].split(b"\n"):
        line = line.rstrip(b"\r\n")
        if line == b"end":
            break
        if not line or line == b"`":
            continue
        # Some encoders write a wrong length or lose blanks at the end: the length byte decides.
        size = (line[0] - 32) & 63
        body = line[1 : 1 + (size * 4 + 2) // 3]
        try:
            lines.append(binascii.a2b_uu(line[:1] + body))
        except binascii.Error:
            continue
    return b"".join(lines)
