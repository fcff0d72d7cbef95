"""Text counted as 4D counts it: in UTF-16 code units (commands/character-code.md).

A Python text holds a character beyond U+FFFF as one item, 4D as two. :func:`units` takes it apart
(the halves are lone surrogates), :func:`joined` puts halves that belong together back together.
"""

from __future__ import annotations


def units(text: str) -> str:
    """*text* with one item for each UTF-16 code unit."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(
        char
        if char <= "\uffff"
        else chr(0xD800 + (ord(char) - 0x10000 >> 10)) + chr(0xDC00 + (ord(char) & 0x3FF))
        for char in text
    )


def joined(text: str) -> str:
    """*text* with each pair of surrogates replaced by the character that it stands for."""
    if text.isascii() or not any("\ud800" <= char <= "\udbff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
