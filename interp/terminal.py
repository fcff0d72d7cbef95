"""Text made safe to show: what a mail or a script prints must not steer the terminal."""

from __future__ import annotations

from grammar.source import cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def with_line_breaks(text: str) -> str:
    """*text* with each CR, LF and CRLF as one line feed. 4D ends its lines with CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def visible(text: str) -> str:
    """*text* with every character that does not print spelled out, save tab and line feed.

    C0 and DEL become Unicode control pictures (``␛``); the rest, which holds C1 controls, the characters that
    turn the direction of writing and lone surrogates, becomes ``<U+202E>``.
    """
    if text.isprintable():
        return text
    if max(text) >= "\ud800":
        from stdlib4d.utf16 import joined

        text = joined(text)
    return "".join(c if c in "\t\n" or c.isprintable() or c in _HARMLESS else _spelled(c) for c in text)


def cut(text: str, width: int) -> str:
    """*text* in at most *width* columns, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    short = text[: width - 1]
    while cells(short) > width - 1:
        short = short[:-1]
    return short + "…"


#: Not printable by Unicode's count, yet no more than a blank or a joiner that scripts and emoji need.
_HARMLESS = "\u00a0\u200c\u200d\u202f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def _spelled(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def write(stream: TextIO, text: str) -> None:
    """Writes *text*; what the encoding of *stream* cannot hold is written as an escape.

    Two halves of a character that a script put together are one.
    """
    try:
        # Not left to the stream, which may write such halves as escapes by itself.
        text.encode()
    except UnicodeEncodeError:
        from stdlib4d.utf16 import joined

        text = joined(text)
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
