"""Text out of bytes: the charsets that mails name, and encoded words (RFC 2047).

Names of charsets are taken as senders mean them, not as the registry has them: text labelled ISO-8859-1 may
have the quotes of Windows, GB2312 may be GBK, Shift_JIS and ISO-2022-JP may have the characters of vendors.
"""

from __future__ import annotations

import binascii
import re

from .charsets import codec_of
from .transfer import from_base64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

#: What an unlabelled 8-bit text is taken for when it is not UTF-8.
FALLBACK = "cp1252"

#: The characters of Windows where ISO-8859-1 has control characters.
_WINDOWS = {
    byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
_JIS_ESCAPE = re.compile(rb"\x1b(\([ABIJH]|\$[@B]|\$\([@BD]|&@)")
# Pairs of JIS X 0208, or anything else: 8F goes before a pair of JIS X 0212.
_EUC = re.compile(rb"((?:[\xa1-\xfe]{2})+|(\x8f[\xa1-\xfe]{2}|[^\xa1-\xfe\x8f]+|.))", re.DOTALL)
_RAW_JAPANESE = re.compile(rb"\x1b\$[@B]")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,50})", re.IGNORECASE)

# An encoded word, also one that a fold broke (blanks inside), or whose end is missing. Every alternative takes
# what it looked at, so hostile text costs linear time.
_WORD = re.compile(
    r"=\?([\w.:+-]{1,60})(?:\*[\w-]{0,60})?\?(?:"
    r"[bB]\?([A-Za-z0-9+/=_\s-]*+)|[qQ]\?((?:[^?=]|\?(?!=)|=(?!\?[\w.:+*-]{1,60}\?[bBqQ]\?))*+))(?:\?=)?"
)
_HEADER_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")

if TYPE_CHECKING:

    class Text(NamedTuple):
        """A text, and whether a part of it could not be read as its charset says."""

        value: str
        damaged: bool
else:
    Text = namedtuple("Text", "value damaged")


def text_of(data: bytes, charset: str = "") -> Text:
    """*data* in *charset*, which may be unknown or missing or wrong; nothing is refused.

    Without a charset UTF-8 is tried, then the charset of Western Windows.
    """
    codec = codec_of(charset)
    if codec is None:
        return _guessed(data, bool(charset.strip()))
    if codec == "ascii":
        return _guessed(data, not data.isascii())
    if codec == "iso-2022-jp":
        return _from_japanese(data)
    if codec == "utf-8":
        data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return Text(data.decode(codec), False)
    except (UnicodeError, ValueError):
        pass
    if codec == "euc_jp":
        return _from_unix_japanese(data)
    if codec == "cp1252":
        # Windows does not use five bytes; in ISO-8859-1 they are control characters.
        return Text(data.decode("latin-1").translate(_WINDOWS), False)
    try:
        return Text(data.decode(codec, "replace"), True)
    except (UnicodeError, ValueError):
        return _guessed(data, True)


def _guessed(data: bytes, damaged: bool) -> Text:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Text(data.decode("utf-16", "replace"), damaged)
    if data.isascii() and _RAW_JAPANESE.search(data):
        return Text(_from_japanese(data).value, damaged)
    try:
        return Text(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), damaged)
    except UnicodeDecodeError:
        return Text(data.decode(FALLBACK, "replace"), True)


def charset_in_page(data: bytes) -> str:
    """The charset that an HTML page names in its first kilobyte; an empty text for none."""
    found = _META.search(data, 0, 1024)
    return found[1].decode("ascii") if found else ""


def _from_japanese(data: bytes) -> Text:
    """ISO-2022-JP with what vendors added: half-width kana, the characters of NEC, JIS X 0212."""
    pieces = _JIS_ESCAPE.split(data)
    parts = [text_of(pieces[0], "ascii")]
    for escape, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if escape in (b"$@", b"$B", b"$(@", b"$(B"):
            parts.append(_two_byte(piece))
        elif escape == b"(I":
            kana = bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in piece)
            parts.append(_strictly(kana, "cp932"))
        elif escape == b"$(D":
            parts.append(
                _strictly(
                    b"".join(
                        b"\x8f" + bytes(b | 0x80 for b in piece[at : at + 2])
                        for at in range(0, len(piece), 2)
                    ),
                    "euc_jp",
                )
            )
        elif escape != b"&@":
            parts.append(text_of(piece, "ascii"))
    return Text("".join(part.value for part in parts), any(part.damaged for part in parts))


def _from_unix_japanese(data: bytes) -> Text:
    """EUC-JP with what vendors added to JIS X 0208."""
    parts = [
        _strictly(piece, "euc_jp") if single else _two_byte(bytes(byte & 0x7F for byte in piece))
        for piece, single in _EUC.findall(data)
    ]
    return Text("".join(part.value for part in parts), any(part.damaged for part in parts))


def _two_byte(piece: bytes) -> Text:
    """Codes of JIS X 0208 with the additions of NEC, by way of Shift_JIS, whose codec knows them."""
    result = bytearray()
    at = 0
    while at < len(piece):
        row = piece[at]
        if row < 0x21 or row > 0x7E or at + 1 == len(piece):
            # A line end resets to ASCII (RFC 1468) and some senders forget the escape before it.
            result.append(row)
            at += 1
            continue
        cell = piece[at + 1]
        result.append((row + 1 >> 1) + (0x70 if row < 0x5F else 0xB0))
        result.append((cell + (0x1F if cell < 0x60 else 0x20) if row & 1 else cell + 0x7E) & 0xFF)
        at += 2
    return _strictly(bytes(result), "cp932")


def _strictly(data: bytes, codec: str) -> Text:
    try:
        return Text(data.decode(codec), False)
    except UnicodeDecodeError:
        return Text(data.decode(codec, "replace"), True)


def header_text(raw: bytes, charset: str = "") -> str:
    """The raw *raw* of a header as text, its encoded words as they are.

    Bytes over 127 are UTF-8 (RFC 6532) or, as old programs sent them, of the *charset* of the mail.
    """
    if raw.isascii():
        return _from_japanese(raw).value if _RAW_JAPANESE.search(raw) else raw.decode("ascii")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return text_of(raw, charset if codec_of(charset) not in (None, "ascii", "utf-8") else FALLBACK).value


def decode_words(text: str) -> str:
    """*text* with its encoded words read and without control characters.

    Blanks between two of them go; words of one charset are joined before they are decoded, because some
    programs split a character between two.
    """
    if "=?" not in text:
        return text if text.isprintable() else without_controls(text)
    pieces: list[str] = []
    held: list[bytes] = []
    charset, end = "", 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        if held and (between.strip() or found[1].lower() != charset.lower()):
            pieces.append(text_of(b"".join(held), charset).value)
            held = []
        if between.strip() or not end:
            pieces.append(between)
        charset, end = found[1], found.end()
        held.append(_word_bytes(found))
    if held:
        pieces.append(text_of(b"".join(held), charset).value)
    pieces.append(text[end:])
    return without_controls("".join(pieces))


def without_controls(text: str) -> str:
    """The *text* of a header, NULs left out (RFC 8621 section 4.1.2.1), other control characters as one blank."""
    return _HEADER_CONTROLS.sub(" ", text.replace("\0", ""))


def _word_bytes(found: re.Match[str]) -> bytes:
    if found[2] is not None:
        return from_base64(found[2].replace("-", "+").replace("_", "/").encode("ascii"))
    # Characters that should not stand raw in a word are of its charset as well as can be known.
    written = found[3]
    if not written.isascii():
        codec = codec_of(found[1]) or "utf-8"
        written = written.encode("utf-8" if codec == "iso-2022-jp" else codec, "replace").decode("latin-1")
    return binascii.a2b_qp(written.encode("latin-1"), header=True)
