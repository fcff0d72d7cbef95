"""What a POP3 server says: a status, a list, a message (RFC 1939 section 3)."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What ends an answer of several lines, the end of the line before it included.
END = b"\r\n.\r\n"

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# RFC 2449 section 8: "[IN-USE]", "[SYS/TEMP]", in front of the text.
_CODE = re.compile(r"\[([A-Za-z/-]+)\]")
# RFC 1939 section 7: "<process-ID.clock@hostname>" in the greeting, a msg-id of RFC 822.
_STAMP = re.compile(r"<[!-;=?-~]+@[!-;=?-~]*>")
#: Digits that a number of a server has at most: that of a mail, a size in bytes.
_DIGITS = 18
#: RFC 1939 section 7 has 70 characters; those of some servers are longer.
_LONGEST_ID = 512


class NotPOP3(Exception):
    """An answer that is none of POP3."""


def status(line: bytes) -> tuple[str, str]:
    """The kind of the answer that *line* is (``+OK``, ``-ERR``, or ``+`` in an authentication), and its text."""
    for kind in ("+OK", "-ERR", "+"):
        if line[: len(kind)].upper() == kind.encode():
            return kind, line[len(kind) :].decode("utf-8", "replace").strip()
    raise NotPOP3


def visible(text: str) -> str:
    """*text* without control characters."""
    return _CONTROLS.sub(" ", text).strip()


def response_code(text: str) -> str:
    """The code in front of the text of an answer, in capitals; an empty text where there is none."""
    found = _CODE.match(text)
    return found[1].upper() if found else ""


def timestamp(greeting: str) -> str:
    """What APOP takes of the greeting; an empty text where the server has no APOP."""
    found = _STAMP.search(greeting)
    return found[0] if found else ""


def content(answer: bytes) -> bytes:
    """The lines behind the first one of *answer*, which ends with :data:`END`: without stuffed dots.

    They end with CRLF, if there are any.
    """
    start = answer.index(b"\n") + 1
    lines = answer[start:-3]
    if b"\r\n.." in lines:
        lines = lines.replace(b"\r\n..", b"\r\n.")
    return lines[1:] if lines.startswith(b"..") else lines


def listed(lines: bytes) -> Iterator[tuple[int, str]]:
    """Number and rest of each line of LIST and UIDL; raises :class:`NotPOP3`."""
    for line in lines.splitlines():
        number, _, rest = line.decode("utf-8", "backslashreplace").strip().partition(" ")
        yield whole(number), rest.strip()


def whole(text: str) -> int:
    """A number that a server gives, the first word of *text*; raises :class:`NotPOP3`."""
    word = text.partition(" ")[0]
    if not (word.isascii() and word.isdigit() and len(word) <= _DIGITS):
        raise NotPOP3
    return int(word)


def unique_id(text: str) -> str:
    """A unique id of UIDL; raises :class:`NotPOP3`."""
    if not text or len(text) > _LONGEST_ID or not text.isprintable():
        raise NotPOP3
    return text
