"""Transfer encodings undone (RFC 2045 section 6), damaged ones as far as they go."""

from __future__ import annotations

import binascii
import re
import string

_BASE64 = (string.ascii_letters + string.digits + "+/").encode()
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))
_NOT_BASE64_NOR_PAD = bytes(set(_NOT_BASE64) - {0x3D})
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/=\s]")
_PADDING = re.compile(rb"=[=\s]*")
# Blanks that a relay put at the end of a line are no content (RFC 2045 section 6.7, rule 3), and so they may
# stand after the "=" of a soft break.
_TRAILING = re.compile(rb"(?<![ \t])[ \t]++(?=\r?\n|\Z)")
_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
_COMMENT = re.compile(r"\([^()]*\)")
_UU_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4}[^\n]*\n", re.MULTILINE)

_IDENTITY = frozenset(("", "7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits", "none"))
_UU = frozenset(("uuencode", "x-uuencode", "x-uue", "uue"))


def encoding_name(value: str) -> str:
    """The encoding that a Content-Transfer-Encoding *value* names, in small letters, without comments."""
    found = _TOKEN.search(_COMMENT.sub(" ", value))
    return found[0].lower() if found else ""


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
    if end < 0 or not data[end:].strip(b"= \t\r\n"):
        return _quads(data if end < 0 else data[:end])
    pieces: list[bytes] = []
    for index, piece in enumerate(_PADDING.split(data)):
        if index and _FOREIGN.search(piece):
            break
        pieces.append(_quads(piece))
    return b"".join(pieces)


def _quads(data: bytes) -> bytes:
    clean = data.translate(None, _NOT_BASE64)
    rest = len(clean) % 4
    if rest == 1:  # six bits are no byte
        clean = clean[:-1]
    elif rest:
        clean += b"=="[rest - 2 :]
    return binascii.a2b_base64(clean)


def from_quoted_printable(data: bytes) -> bytes:
    """The content of quoted-printable *data*; what is not a code stays as it is."""
    return binascii.a2b_qp(_TRAILING.sub(b"", data))


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
