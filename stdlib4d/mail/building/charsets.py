"""The four charset modes, and text as the bytes of a body.

API/SMTPTransporterClass.md, ``bodyCharset`` and ``headerCharset``: US-ASCII where possible, then the charset
of the mode, then UTF-8.
"""

from __future__ import annotations

import binascii
import re
import struct

from ...utf16 import joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UTF8_QP = "US-ASCII_UTF8_QP"
UTF8_B64 = "US-ASCII_UTF8_B64"
LATIN1 = "ISO-8859-1"
JAPANESE = "US-ASCII_ISO-2022-JP_UTF8_QP"
MODES = (UTF8_QP, UTF8_B64, LATIN1, JAPANESE)

#: RFC 5322 section 2.1.1: characters in a line, without its CRLF.
LONGEST_LINE = 998

# The C1 controls, which readers take for the characters that windows-1252 has in their place.
_NOT_LATIN1 = re.compile("[\x80-\x9f]")
_CHARSET = re.compile(r"[A-Za-z0-9_.:+-]{1,60}")
# What switches character sets within ISO-2022.
_SHIFTS = re.compile("[\x0e\x0f\x1b]")

# 512 lines of 76 columns: large enough that the loop does not count, small enough to stay in the cache.
_BLOCK_LINES = 512
_BLOCK = 57 * _BLOCK_LINES


class EncodedText:
    """A text as a body: its ``charset`` and ``encoding`` as MIME names them, and ``data`` with CRLF lines."""

    __slots__ = ("charset", "data", "encoding")

    def __init__(self, charset: str, encoding: str, data: bytes) -> None:
        self.charset = charset
        self.encoding = encoding
        self.data = data


def to_latin1(text: str) -> bytes | None:
    """*text* in ISO-8859-1, ``None`` where a character is not in it, or would be read as another one."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    return None if _NOT_LATIN1.search(text) else data


def to_japanese(text: str) -> bytes | None:
    """*text* in ISO-2022-JP, ``None`` where a character is not in it.

    Half-width kana, circled digits and the Windows forms of dashes and tildes are not: they would come back as other
    characters, or not at all.
    """
    if _SHIFTS.search(text):
        return None
    try:
        return text.encode("iso2022_jp")
    except UnicodeEncodeError:
        return None


def to_utf8(text: str) -> bytes:
    """*text* in UTF-8; a half of a surrogate pair that stands alone becomes a question mark."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return joined(text).encode("utf-8", "replace")


def crlf(text: str) -> str:
    """*text* with every line end, CR, LF or CRLF, as CRLF."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", "\r\n")


def encode_text(text: str, mode: str, *, eight_bit: bool = True) -> EncodedText:
    """*text* as a body in the charset *mode*; without *eight_bit* no byte is over 127.

    ASCII text stays as it is (labelled ISO-8859-1 in that mode, which has no "US-ASCII if possible"). Lines
    that are too long for a mail, and NUL, make any text an encoded one.
    """
    text = crlf(text)
    plain = _fits(text)
    if text.isascii():
        charset = LATIN1 if mode == LATIN1 else "US-ASCII"
        if plain:
            return EncodedText(charset, "7bit", text.encode("ascii"))
        return _encoded(charset, text.encode("ascii"), mode)
    if mode == LATIN1:
        data = to_latin1(text)
        if data is not None:
            if plain and eight_bit:
                return EncodedText(LATIN1, "8bit", data)
            return _encoded(LATIN1, data, mode)
    elif mode == JAPANESE:
        data = to_japanese(text)
        if data is not None and b"\0" not in data and _longest_line(data) <= LONGEST_LINE:
            return EncodedText("ISO-2022-JP", "7bit", data)
    return _encoded("UTF-8", to_utf8(text), mode)


def encode_as(text: str, charset: str) -> EncodedText | None:
    """*text* as a 7-bit body in the *charset* that a mail named; ``None`` where it could not be read in it again."""
    from ..reading.charsets import codec_of
    from ..reading.decoding import text_of

    codec = codec_of(charset)
    if codec is None or not _CHARSET.fullmatch(charset):
        return None
    text = crlf(text)
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        return None
    if text.isascii():
        # Only a superset of ASCII is read line by line.
        if data != text.encode("ascii"):
            return None
        plain = _fits(text)
        return EncodedText(charset, "7bit", data) if plain else _encoded(charset, data, UTF8_QP)
    if b"\0" in data or text_of(data, charset) != (text, False):
        return None
    return _encoded(charset, data, UTF8_QP)


def _fits(text: str) -> bool:
    if "\0" in text:
        return False
    # From each line end to the last one that a line may reach: all lines between are short enough.
    at, size = 0, len(text)
    while size - at > LONGEST_LINE:
        end = text.rfind("\r\n", at, at + LONGEST_LINE + 2)
        if end < 0:
            return False
        at = end + 2
    return True


def _longest_line(data: bytes) -> int:
    return max(map(len, data.split(b"\r\n")))


def _encoded(charset: str, data: bytes, mode: str) -> EncodedText:
    if mode == UTF8_B64:
        return EncodedText(charset, "base64", base64_lines(data))
    return EncodedText(charset, "quoted-printable", quoted_printable(data))


def quoted_printable(data: bytes) -> bytes:
    """*data*, text with CRLF lines, as quoted-printable (RFC 2045 section 6.7)."""
    encoded = binascii.b2a_qp(data, istext=True)
    # b2a_qp takes its line ends from the first one in the data, and writes soft breaks with LF without any.
    if b"\r\n" not in data:
        encoded = encoded.replace(b"\n", b"\r\n")
    if b"=20\r\n" in encoded or b"=09\r\n" in encoded or encoded.endswith((b"=20", b"=09")):
        # A blank at the end of a line is encoded after the line was measured.
        lines = encoded.split(b"\r\n")
        return b"\r\n".join([line if len(line) <= 76 else line[:-3] + b"=\r\n" + line[-3:] for line in lines])
    return encoded


def base64_lines(data: bytes) -> bytes:
    """*data* as base64 in lines of 76 columns, parted by CRLF, without one at the end."""
    return b"".join(base64_blocks((data,)))


def base64_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What :func:`base64_lines` returns for all of *pieces*, block by block: of a large file nothing stands twice."""
    cut = struct.Struct("76s" * _BLOCK_LINES).unpack
    rest = b""
    line_end = b""
    for piece in pieces:
        data = rest + piece if rest else piece
        view = memoryview(data)
        whole = len(data) - len(data) % _BLOCK
        for start in range(0, whole, _BLOCK):
            if line_end:
                yield line_end
            yield b"\r\n".join(cut(binascii.b2a_base64(view[start : start + _BLOCK], newline=False)))
            line_end = b"\r\n"
        rest = data[whole:]
    if rest:
        encoded = binascii.b2a_base64(rest, newline=False)
        yield line_end
        yield b"\r\n".join([encoded[at : at + 76] for at in range(0, len(encoded), 76)])
