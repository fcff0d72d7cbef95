"""Header values: encoded words (RFC 2047), phrases, folding.

A line end or a control character in a value becomes one space, so that no value can start another header.
Lines fold at 76 columns; an encoded word is at most 75 characters long and never splits a character.
"""

from __future__ import annotations

import binascii
import re

from ...utf16 import joined
from ..problem import NOT_CONVERTIBLE, MailProblem
from .charsets import JAPANESE, LATIN1, UTF8_B64, to_japanese, to_latin1, to_utf8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: Columns of a header line.
WIDTH = 76
#: Where the first name of a header begins at the latest (``Reply-To: ``, ``Keywords: ``).
COLUMN = 12
#: Longest encoded word, RFC 2047 section 2.
WORD = 75
#: A longer run without a blank does not fit into a line of 998 whatever stands before it.
LONGEST_RUN = 900

_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")
_CHUNK = re.compile(r"[ \t]*[^ \t]+")
# RFC 5322 atext and single blanks; a phrase of atoms needs no quotes.
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_QUOTED = re.compile(r'[\\"]')
# RFC 2047 section 5 (3): what may stand for itself in a phrase may do so everywhere.
_Q = tuple(
    "_"
    if byte == 0x20
    else chr(byte)
    if (chr(byte).isalnum() and byte < 0x80) or byte in b"!*+-/"
    else f"={byte:02X}"
    for byte in range(256)
)
# RFC 2231 attribute characters that no mailer quotes.
_PERCENT = tuple(
    chr(byte) if (chr(byte).isalnum() and byte < 0x80) or byte in b"-._" else f"%{byte:02X}"
    for byte in range(256)
)


def clean(value: str) -> str:
    """*value* with each run of CR, LF, NUL and other control characters as one space."""
    if value.isascii() and value.isprintable():
        return value
    return joined(_CONTROLS.sub(" ", value))


def text_header(name: str, value: str, mode: str) -> str:
    """The unstructured header *name* (Subject, Comments, a header of one's own), with its last CRLF."""
    value = clean(value)
    if value.isascii() and "=?" not in value and value == value.strip(" \t"):
        folded = fold(name, value)
        if folded:
            return folded
    return encoded_header(name, value, mode)


def encoded_header(name: str, value: str, mode: str) -> str:
    """The header *name* with the whole of *value* in encoded words."""
    column = len(name) + 2
    if column > WIDTH - 40:
        return f"{name}:\r\n {encoded_words(value, mode, 1)}\r\n"
    return f"{name}: {encoded_words(value, mode, column)}\r\n"


def token_header(name: str, value: str) -> str:
    """The structured header *name*; raises :class:`MailProblem` for what is not ASCII or cannot be folded."""
    folded = fold(name, clean(value).strip()) if value.isascii() else ""
    if not folded:
        raise MailProblem(NOT_CONVERTIBLE, f"header {name}: its value does not fit into a mail header")
    return folded


def fold(name: str, value: str) -> str:
    """``name: value`` with its last CRLF, folded before blanks; an empty text where a run is too long."""
    if len(name) + len(value) + 2 <= WIDTH:
        return f"{name}: {value}\r\n"
    lines: list[str] = []
    line = f"{name}:"
    width = len(line)
    pieces = [line]
    for chunk in _CHUNK.findall(" " + value):
        if len(chunk) > LONGEST_RUN:
            return ""
        # The first run stays beside the name: some readers take an empty first line for an empty header.
        if width + len(chunk) > WIDTH and (lines or len(pieces) > 1):
            lines.append("".join(pieces))
            pieces, width = [], 0
        pieces.append(chunk)
        width += len(chunk)
    lines.append("".join(pieces))
    return "\r\n".join(lines) + "\r\n"


def list_header(name: str, items: Iterable[str]) -> str:
    """The header *name* with *items* parted by commas, a new line where 76 columns are full.

    An item may be folded already.
    """
    items = list(items)
    whole = f"{name}: {', '.join(items)}\r\n"
    if len(whole) <= WIDTH and whole.count("\n") == 1:
        return whole
    chunks = [f"{name}:"]
    width = len(name) + 1
    first = True
    for item in items:
        head = item.partition("\r\n")[0]
        if first:
            chunks.append(" ")
            width += 1
        elif width + len(head) + 3 > WIDTH:
            chunks.append(",\r\n ")
            width = 1
        else:
            chunks.append(", ")
            width += 2
        first = False
        chunks.append(item)
        width = width + len(item) if len(head) == len(item) else len(item) - item.rfind("\n") - 1
    chunks.append("\r\n")
    return "".join(chunks)


def phrase(text: str, mode: str) -> str:
    """*text* as a display name: atoms, a quoted string, or encoded words."""
    if len(text) <= 60 and "=?" not in text and _ATOMS.fullmatch(text):
        return text
    text = clean(text).replace("\t", " ").strip()
    if text.isascii() and "=?" not in text and len(text) <= 60:
        if _ATOMS.fullmatch(text):  # now that nothing is around it
            return text
        return '"' + _QUOTED.sub(r"\\\g<0>", text) + '"'
    return encoded_words(text, mode, COLUMN)


def keyword(text: str, mode: str) -> str:
    """*text* as a keyword: as a phrase, but without escapes, which few readers of Keywords know."""
    if '"' in text or "\\" in text:
        return encoded_words(clean(text).strip(), mode, COLUMN)
    return phrase(text, mode)


def mailbox(name: str, email: str, mode: str) -> str:
    """One address as a header shows it."""
    if not name:
        # What is no address, in a mail that somebody else wrote, is read as one only between brackets.
        return email if "@" in email and " " not in email else f"<{email}>"
    shown = phrase(name, mode)
    # The address goes to a line of its own where the name fills the last one; a comma may follow.
    _, end, last = shown.rpartition("\n")
    fits = len(last) + (0 if end else COLUMN) + len(email) + 4 <= WIDTH
    return f"{shown} <{email}>" if fits else f"{shown}\r\n <{email}>"


def encoded_words(text: str, mode: str, column: int) -> str:
    """*text* as encoded words, one a line; the first starts at *column*."""
    if mode == UTF8_B64:
        return "\r\n ".join(_b_words(to_utf8(text), column))
    if mode == LATIN1 and (data := to_latin1(text)) is not None:
        return "\r\n ".join(_q_words("ISO-8859-1", map(_Q.__getitem__, data), column))
    if mode == JAPANESE and not text.isascii() and to_japanese(text) is not None:
        return "\r\n ".join(_japanese_words(text, column))
    units = (
        _Q[ord(char)] if char < "\x80" else "".join([_Q[byte] for byte in to_utf8(char)]) for char in text
    )
    return "\r\n ".join(_q_words("UTF-8", units, column))


def _q_words(charset: str, units: Iterable[str], column: int) -> Iterable[str]:
    start = f"=?{charset}?Q?"
    room = min(WORD, WIDTH - column) - len(start) - 2
    rest = WORD - len(start) - 2
    word: list[str] = []
    used = 0
    for unit in units:
        if used + len(unit) > room:
            yield f"{start}{''.join(word)}?="
            word, used, room = [], 0, rest
        word.append(unit)
        used += len(unit)
    yield f"{start}{''.join(word)}?="


def _b_words(data: bytes, column: int) -> Iterable[str]:
    start = "=?UTF-8?B?"
    room = (min(WORD, WIDTH - column) - len(start) - 2) // 4 * 3
    at, size = 0, len(data)
    while True:
        end = min(at + room, size)
        while end < size and data[end] & 0xC0 == 0x80:
            end -= 1
        yield f"{start}{binascii.b2a_base64(data[at:end], newline=False).decode('ascii')}?="
        at, room = end, 45
        if at >= size:
            return


def _japanese_words(text: str, column: int) -> Iterable[str]:
    # Each word begins and ends in ASCII (RFC 1468, RFC 2047 section 3), so each is encoded on its own.
    start = "=?ISO-2022-JP?Q?"
    room = min(WORD, WIDTH - column) - len(start) - 2
    at = 0
    while at < len(text):
        count = 16
        while True:
            encoded = "".join([_Q[byte] for byte in to_japanese(text[at : at + count]) or b""])
            if len(encoded) <= room or count == 1:
                break
            count -= 1
        yield f"{start}{encoded}?="
        at += count
        room = WORD - len(start) - 2


def name_parameter(value: str, mode: str) -> str:
    """``; name=value`` of Content-Type, as encoded words where needed.

    RFC 2047 has no such thing, but the modes of 4D (quoted-printable, base64) mean it for file names, and it is what
    readers know that do not know RFC 2231; the others go by Content-Disposition.
    """
    value = clean(value)
    if _is_plain(value):
        return _quoted("name", value)
    return f';\r\n name="{encoded_words(value, mode, len(" name=") + 1)}"'


def parameter(name: str, value: str, mode: str) -> str:
    """``; name=value`` of a structured header, folded before it, in the form of RFC 2231 where needed.

    That knows charsets, and only one encoding.
    """
    value = clean(value)
    if _is_plain(value):
        return _quoted(name, value)
    charset, data = "UTF-8", to_utf8(value)
    if mode == LATIN1 and (latin := to_latin1(value)) is not None:
        charset, data = "ISO-8859-1", latin
    elif mode == JAPANESE and not value.isascii() and (japanese := to_japanese(value)) is not None:
        charset, data = "ISO-2022-JP", japanese
    whole = "".join([_PERCENT[byte] for byte in data])
    if len(whole) <= 50:
        return f";\r\n {name}*={charset}''{whole}"
    # There are readers that decode piece by piece, and others that decode all at once: no piece parts a character, and
    # none is in ISO-2022-JP, whose switches between the pieces are errors to the latter.
    if charset == "ISO-8859-1":
        units = [_PERCENT[byte] for byte in data]
    else:
        charset = "UTF-8"
        units = ["".join([_PERCENT[byte] for byte in to_utf8(char)]) for char in value]
    pieces: list[str] = []
    piece = f"{charset}''"
    for unit in units:
        if len(piece) + len(unit) > 55:
            pieces.append(piece)
            piece = ""
        piece += unit
    pieces.append(piece)
    return "".join(f";\r\n {name}*{index}*={piece}" for index, piece in enumerate(pieces))


def _is_plain(value: str) -> bool:
    # What looks like an encoded word would be taken for one.
    return value.isascii() and len(value) <= 60 and "=?" not in value


def _quoted(name: str, value: str) -> str:
    return f';\r\n {name}="' + _QUOTED.sub(r"\\\g<0>", value) + '"'
