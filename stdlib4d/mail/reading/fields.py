"""The header of a message or of a part, and the values in it that have a form (RFC 5322, RFC 2045, RFC 2231)."""

from __future__ import annotations

import re

from .charsets import codec_of
from .decoding import decode_words, header_text, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

#: Headers of one part. The servers in use stop at some thousands; each one here becomes an object.
MOST_HEADERS = 10_000
#: Bytes of one header. It holds the 50,000 addresses of a large list, and hostile ones cost milliseconds.
LONGEST_HEADER = 2_000_000
#: Sections of one parameter that is split (RFC 2231 section 3).
MOST_SECTIONS = 1_000

_NAME = re.compile(rb"([!-9;-~]{1,1000})[ \t]{0,100}:")
_FOLD = re.compile(rb"(?<![ \t\r])[ \t]*+\r*+\n[ \t]*+")
# An encoded word with folds and no other blanks: they broke it, because a blank is written "_".
_BROKEN_WORD = re.compile(
    rb"=\?[\w.:*+-]{1,100}\?[bBqQ]\?(?:[^?\s]++|(?<![ \t])[ \t]*+\r*\n[ \t]++)*+\?(?:\r*\n[ \t]++)?="
)
_TYPE = re.compile(r"([a-z0-9!#$&^_.+-]{1,80})\s*/\s*([a-z0-9!#$&^_.+'*-]{1,120})")
_DISPOSITION = re.compile(r"[a-z0-9_-]{1,60}(?![a-z0-9_*-]|\s*=)")
# A value in quotes ends at the quote that something else follows: some programs do not escape those within.
_PARAMETER = re.compile(
    r'(?:\A|[;,\s])\s*+([^=;,\s"/()]{1,200}+)\s*+=\s*+'
    r'(?:"((?:[^"\\]++|\\.)*+)"(?=\s*+(?:[;,]|\Z|[\w*-]{1,60}+\s*+=))|"([^;]*)"(?=\s*+(?:;|\Z))|([^;]*+))',
    re.DOTALL,
)
_SECTION = re.compile(r"([^*]+)\*(?:(\d{1,4})(\*)?)?")
_ESCAPE = re.compile(r'\\(["\\])')
_COMMENT = re.compile(r"\([^()]*\)")
_COMMENT_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|\\.|[()]|[^"()\\]++', re.DOTALL)
_NAMED = re.compile(r"\S+\s+\(.*\)\s*", re.DOTALL)
_UNSTARRED = re.compile(r"([\w.:+-]{1,40})'[A-Za-z-]{0,20}'(?=[^']*%[0-9A-Fa-f]{2})")
_ID = re.compile(r"<([^<>]*)>")
# Blanks of ASCII: others, as the one of Japanese, are text.
_BLANKS = " \t\r\n"


class Header:
    """One header: its ``name`` as it is written and its ``raw`` value, unfolded, without blanks around it."""

    __slots__ = ("_ascii", "name", "raw")

    def __init__(self, name: str, raw: bytes) -> None:
        self.name = name
        self.raw = raw
        self._ascii = raw.decode("ascii") if raw.isascii() and b"\x1b" not in raw else None

    def text(self, charset: str = "") -> str:
        """The value as text, encoded words as they are; *charset* is that of 8-bit ones which are not UTF-8."""
        return header_text(self.raw, charset) if self._ascii is None else self._ascii


def read_header(data: bytes, at: int, boundaries: Container[bytes]) -> tuple[list[Header], int, bool]:
    """The headers from *at* in *data*, where the body begins, and whether a limit cut something off.

    A line that is no header is skipped when headers go on after it, else the body begins there: the empty
    line is missing. A line of blanks only is part of a header when the header goes on after it (RFC 5322
    section 4.2). A delimiter of *boundaries* ends the header of a part that has no body.
    """
    headers: list[Header] = []
    name, start, stop = "", 0, 0
    cut = False
    size = len(data)

    def add() -> bool:
        if len(headers) >= MOST_HEADERS:
            return True
        raw = data[start : stop if stop - start <= LONGEST_HEADER else start + LONGEST_HEADER].strip()
        if b"\n" in raw:
            if b"=?" in raw:
                raw = _BROKEN_WORD.sub(lambda found: _FOLD.sub(b"", found[0]), raw)
            raw = b" ".join([line for line in (piece.strip(b" \t\r") for piece in raw.split(b"\n")) if line])
        headers.append(Header(name, raw))
        return stop - start > LONGEST_HEADER

    while at < size:
        end = data.find(b"\n", at)
        end = size if end < 0 else end + 1
        first = data[at]
        if first <= 0x20 and first in b" \t" and name and (data[at:end].strip() or _goes_on(data, end)):
            stop = end
            at = end
            continue
        if first <= 0x20 and first in b"\r\n" and not data[at:end].strip():
            at = end
            break
        if first == 0x2D and boundaries and data[at:end].strip()[2:].removesuffix(b"--") in boundaries:
            break
        found = _NAME.match(data, at, end)
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
            cut |= add()
        name, start, stop = found[1].decode("ascii"), found.end(), end
        at = end
    if name:
        cut |= add()
    return headers, at, cut


def _goes_on(data: bytes, at: int) -> bool:
    """Whether the line at *at* is one of a header, begun before or new, or the empty one that ends it."""
    end = data.find(b"\n", at, at + 1101)
    line = data[at : at + 1101 if end < 0 else end]
    if not line.strip():
        return end >= 0 and line in (b"", b"\r")
    return line[0] in b" \t" or _NAME.match(line) is not None


def content_type(value: str) -> str:
    """The type in a Content-Type *value* in small letters, ``text/plain`` where it is no type."""
    found = _TYPE.match(_plain(value))
    return f"{found[1]}/{found[2]}" if found else "text/plain"


def disposition(value: str) -> str:
    """The first word of a Content-Disposition *value* in small letters; an empty text for none."""
    found = _DISPOSITION.match(_plain(value))
    return found[0] if found else ""


def _plain(value: str) -> str:
    return without_comments(value).partition(";")[0].strip().strip("\"'").lower()


def without_comments(value: str) -> str:
    """*value* with a blank for each comment, which may be nested (RFC 822); itself where one does not end."""
    if "(" not in value:
        return value
    depth = 0
    kept: list[str] = []
    for piece in _COMMENT_TOKEN.findall(value):
        if piece == "(":
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
            if not depth:
                kept.append(" ")
        elif not depth:
            kept.append(piece)
    return value if depth else "".join(kept)


def parameters(value: str) -> dict[str, str]:
    """The parameters of *value* by name in small letters; the first of each name counts.

    Those in sections or with a charset (RFC 2231) win over plain ones of the same name. Encoded words in
    values are left to the caller.
    """
    if "(" not in value:
        return _parameters(value)
    found = _parameters(without_comments(value))
    for name, written in _parameters(value).items():
        # Names of files have brackets, and not every program quotes them; a comment stands after a token.
        if name in ("name", "filename") and "(" in written and not _NAMED.fullmatch(written):
            found[name] = written
    return found


def _parameters(value: str) -> dict[str, str]:
    plain: dict[str, str] = {}
    sections: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, quoted, broken, bare in _PARAMETER.findall(value):
        name = name.lower()
        text = _ESCAPE.sub(r"\1", quoted) if quoted else broken or bare.strip().removeprefix('"')
        section = _SECTION.fullmatch(name) if "*" in name else None
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
    from itertools import groupby
    from urllib.parse import unquote_to_bytes

    first, extended = pieces[0]
    charset = ""
    if extended and first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
        pieces = [(first, True), *pieces[1:]]
    elif not any(extended for _, extended in pieces):
        return "".join(text for text, _ in pieces)
    # A code may be cut by the end of a section, against the rule.
    data = b"".join(
        unquote_to_bytes("".join(text for text, _ in same))
        if coded
        else "".join(text for text, _ in same).encode("utf-8", "replace")
        for coded, same in groupby(pieces, key=lambda piece: piece[1])
    )
    return text_of(data, charset or "utf-8").value


def token(value: str) -> str:
    """A parameter that has no blanks, without the comment that may follow it (RFC 2045 section 5.1)."""
    if "(" in value:
        value = _COMMENT.sub(" ", value)
    return value.strip().partition(" ")[0]


def file_name(value: str) -> str:
    """The name of a file in a parameter: encoded words read, without folders (RFC 2183 section 2.3)."""
    found = _UNSTARRED.match(value) if "'" in value else None
    if found is not None and codec_of(found[1]) is not None:
        # The form of RFC 2231 without the asterisk that announces it.
        from urllib.parse import unquote_to_bytes

        value = text_of(unquote_to_bytes(value[found.end() :]), found[1]).value
    name = decode_words(value).strip(_BLANKS).replace("\0", "")
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2].strip(_BLANKS)


def message_ids(value: str) -> list[str]:
    """The message ids in *value*, without angle brackets."""
    bare = _ID.findall(value) if "<" in value else value.split()
    return [one for one in ("".join(text.split()) for text in bare) if one]
