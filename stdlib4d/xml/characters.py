"""What may stand in XML 1.0: characters and names; and how text is escaped in it."""

from __future__ import annotations

import re

from ..utf16 import joined
from .problem import Unwritable

_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_REST = _START + "\\-.0-9\xb7\u0300-\u036f\u203f-\u2040"
#: A name with or without a prefix.
NAME = f"[{_START}][{_REST}]*(?::[{_START}][{_REST}]*)?"
_NAME = re.compile(NAME)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A parser makes a blank of every other white space in an attribute.
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def checked_name(name: str, what: str) -> str:
    """*name* as the name of *what* (an element, an attribute); raises :class:`Unwritable` when it can be none."""
    plain = joined(name)
    if not _NAME.fullmatch(plain):
        raise Unwritable(f'"{name}" is no name of an {what}')
    return plain


def checked_text(text: str) -> str:
    """*text* when XML can hold it; raises :class:`Unwritable` for a control character or half of a character."""
    text = joined(text)
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise Unwritable(f"the character U+{ord(found[0]):04X} cannot stand in XML")
    return text


def with_line_feeds(text: str) -> str:
    """*text* with CR and CRLF made LF, as XML has it."""
    return _BREAKS.sub("\n", text) if "\r" in text else text


def checked_comment(text: str) -> str:
    """*text* when a comment can hold it."""
    text = checked_text(text)
    if "--" in text or text.endswith("-"):
        raise Unwritable('"--" cannot stand in a comment')
    return text


def checked_instruction(text: str) -> str:
    """*text*, a target and its data, when a processing instruction can hold it."""
    text = checked_text(text)
    target = text.split(None, 1)[0] if text.strip() else ""
    if not text.startswith(target) or not _NAME.fullmatch(target) or target.lower() == "xml":
        raise Unwritable(f'"{target}" is no target of a processing instruction')
    if "?>" in text:
        raise Unwritable('"?>" cannot stand in a processing instruction')
    return text


def escaped(text: str) -> str:
    """*text* as content of an element."""
    return text.translate(_TEXT)


def quoted(text: str) -> str:
    """*text* as the value of an attribute, with its quotation marks."""
    return f'"{text.translate(_ATTRIBUTE)}"'


def cdata(text: str) -> str:
    """*text* in CDATA sections: more than one when it holds the end of one."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
