"""The header of a message or of a part, and the values in it that have a form (RFC 5322, RFC 2045, RFC 2231)."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from .decoding import decode_words, header_text, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

#: Headers of one part. The servers in use stop at some thousands; each one here becomes an object.
MOST_HEADERS = 10_000
#: Bytes of one header. It holds the 5,000 addresses of a large list, and hostile ones cost milliseconds.
LONGEST_HEADER = 1_000_000
#: Sections of one parameter that is split (RFC 2231 section 3).
MOST_SECTIONS = 1_000

_NAME = re.compile(rb"([!-9;-~]{1,1000})[ \t]{0,100}:")
_FOLD = re.compile(rb"(?<![ \t])[ \t]*+\r*\n[ \t]*+")
_TYPE = re.compile(r"([a-z0-9!#$&^_.+-]{1,80})\s*/\s*([a-z0-9!#$&^_.+'*-]{1,120})")
_DISPOSITION = re.compile(r"[a-z0-9_-]{1,60}")
_PARAMETER = re.compile(r';\s*+([^=;\s"]{1,200})\s*+=\s*+("(?:[^"\\]++|\\.)*+"?|[^;"]*+)', re.DOTALL)
_SECTION = re.compile(r"([^*]+)\*(?:(\d{1,4})(\*)?)?")
_ESCAPE = re.compile(r'\\(["\\])')
_COMMENT = re.compile(r"\([^()]*\)")
_ID = re.compile(r"<([^<>]*)>")


class Header:
    """One header: its ``name`` as it is written and its ``raw`` value, unfolded, without blanks around it."""

    __slots__ = ("name", "raw")

    def __init__(self, name: str, raw: bytes) -> None:
        self.name = name
        self.raw = raw

    def text(self, charset: str = "") -> str:
        """The value as text, encoded words as they are; *charset* is that of 8-bit ones which are not UTF-8."""
        return header_text(self.raw, charset)


def read_header(data: bytes, at: int, boundaries: Container[bytes]) -> tuple[list[Header], int]:
    """The headers from *at* in *data*, and where the body begins.

    A line that is no header is skipped when headers go on after it, else the body begins there: the empty
    line is missing. A delimiter of *boundaries* ends the header of a part that has no body.
    """
    headers: list[Header] = []
    name, start, stop = "", 0, 0
    size = len(data)
    while at < size:
        end = data.find(b"\n", at)
        end = size if end < 0 else end + 1
        first = data[at]
        if first in b" \t" and name and data[at:end].strip():
            stop = end
            at = end
            continue
        if first in b"\r\n" and not data[at:end].strip():
            at = end
            break
        if first == 0x2D and data[at:end].strip()[2:].removesuffix(b"--") in boundaries:
            break
        found = _NAME.match(data, at, min(end, at + 1101))
        if found is None:
            following = data[end : end + 1101]
            if not following[:1].strip() or not _NAME.match(following):
                # Lines of blanks only also part header and body.
                if not data[at:end].strip():
                    at = end
                break
            at = end
            continue
        if name:
            _add(headers, name, data, start, stop)
        name, start, stop = found[1].decode("ascii"), found.end(), end
        at = end
    if name:
        _add(headers, name, data, start, stop)
    return headers, at


def _add(headers: list[Header], name: str, data: bytes, start: int, stop: int) -> None:
    if len(headers) < MOST_HEADERS:
        raw = data[start : min(stop, start + LONGEST_HEADER)]
        headers.append(Header(name, _FOLD.sub(b" ", raw.strip())))


def content_type(value: str) -> str:
    """The type in a Content-Type *value* in small letters, ``text/plain`` where it is no type."""
    found = _TYPE.match(_plain(value))
    return f"{found[1]}/{found[2]}" if found else "text/plain"


def disposition(value: str) -> str:
    """The first word of a Content-Disposition *value* in small letters; an empty text for none."""
    found = _DISPOSITION.match(_plain(value))
    return found[0] if found else ""


def _plain(value: str) -> str:
    text = value.partition(";")[0]
    if "(" in text:
        text = _COMMENT.sub(" ", value).partition(";")[0]
    return text.strip().strip("\"'").lower()


def parameters(value: str) -> dict[str, str]:
    """The parameters of *value* by name in small letters; the first of each name counts.

    Those in sections or with a charset (RFC 2231) win over plain ones of the same name. Encoded words in
    values are left to the caller.
    """
    plain: dict[str, str] = {}
    sections: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, written in _PARAMETER.findall(value):
        name = name.lower()
        if written.startswith('"'):
            text = _ESCAPE.sub(
                r"\1", written[1:-1] if len(written) > 1 and written[-1] == '"' else written[1:]
            )
        else:
            text = written.strip()
        section = _SECTION.fullmatch(name)
        if section is None:
            plain.setdefault(name, text)
        else:
            held = sections.setdefault(section[1], {})
            if len(held) < MOST_SECTIONS:
                extended = section[2] is None or section[3] is not None
                held.setdefault(int(section[2] or 0), (text, extended))
    for name, held in sections.items():
        joined = _joined([held[index] for index in sorted(held)])
        if joined:
            plain[name] = joined
    return plain


def _joined(pieces: list[tuple[str, bool]]) -> str:
    """The value of a parameter in sections; the charset stands in the first."""
    first, extended = pieces[0]
    charset = ""
    if extended and first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
        pieces = [(first, True), *pieces[1:]]
    elif not any(extended for _, extended in pieces):
        return "".join(text for text, _ in pieces)
    data = b"".join(
        unquote_to_bytes(text) if extended else text.encode("utf-8", "replace") for text, extended in pieces
    )
    return text_of(data, charset or "utf-8").value


def token(value: str) -> str:
    """A parameter that has no blanks, without the comment that may follow it (RFC 2045 section 5.1)."""
    return _COMMENT.sub(" ", value).strip().partition(" ")[0]


def file_name(value: str) -> str:
    """The name of a file in a parameter: encoded words read, without folders (RFC 2183 section 2.3)."""
    name = decode_words(value).strip().replace("\0", "")
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2].strip()


def message_ids(value: str) -> list[str]:
    """The message ids in *value*, without angle brackets."""
    bare = _ID.findall(value) if "<" in value else value.split()
    return [one for one in ("".join(text.split()) for text in bare) if one]
