"""Addresses as they stand in the headers of mails that others wrote: nothing is refused.

What a script writes is read by :mod:`stdlib4d.mail.addresses`, which refuses what cannot be sent.
"""

from __future__ import annotations

import re

from ..building.addresses import unquoted
from .decoding import decode_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..building.addresses import Address

# An encoded word is one token, because some programs leave commas in it. An open quote takes the rest.
_TOKEN = re.compile(
    r'=\?[\w.:*+-]{1,60}\?[bBqQ]\?[^?<>"]{0,500}\?=|"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[()<>,;:]'
    r'|[^"()<>,;:=]++|.',
    re.DOTALL,
)


def read_mailboxes(text: str) -> list[Address]:
    """The addresses in the value *text* of a header, names decoded. Linear time.

    Groups are flattened, ``;`` parts as ``,`` does, obsolete routes are dropped, a comment is the name where
    there is no other. What has no ``@`` is an address all the same: mails within one machine have such.
    """
    found = _read(text)
    if found is None:  # a comment without an end would hide what follows it
        found = _read(text.replace("(", " ").replace(")", " ")) or []
    return found


def _read(text: str) -> list[Address] | None:
    found: list[Address] = []
    words: list[str] = []
    comment: list[str] = []
    angle: list[str] | None = None
    inside = False
    depth = 0

    def finish() -> None:
        nonlocal angle, inside
        address = _address(words, comment, angle)
        if address is not None:
            found.append(address)
        words.clear()
        comment.clear()
        angle, inside = None, False

    for token in _TOKEN.findall(text):
        if depth:
            depth += (token == "(") - (token == ")")
            if depth:
                comment.append(token)
        elif token == "(":
            depth = 1
        elif inside and token == ">":
            inside = False
        elif inside and angle is not None and not (token in ",;" and not _is_route(angle)):
            angle.append(token)
        elif token == "<":
            angle, inside = [], True
        elif token in ",;":
            finish()
        elif token == ":" and angle is None:
            words.clear()  # the name of a group
        elif token not in ":>":
            words.append(token)
    if depth:
        return None
    finish()
    return found


def _is_route(angle: list[str]) -> bool:
    return bool(angle) and angle[0].lstrip().startswith("@") and ":" not in angle


def _address(words: list[str], comment: list[str], angle: list[str] | None) -> Address | None:
    name, email = unquoted(words), "".join(angle or ()).strip()
    if email.startswith("@") and ":" in email:  # RFC 5322 section 4.4
        email = email.rpartition(":")[2].strip()
    if angle is None:
        raw = "".join(words).strip()
        bare = [word for word in raw.split() if "@" in word]
        if len(bare) == 1 and bare[0] != raw and '"' not in raw:
            email, name = bare[0], raw.replace(bare[0], "").strip()
        else:
            email, name = raw, ""
    name = " ".join(decode_words(name or unquoted(comment)).split())
    email = email.removeprefix("mailto:")
    if "=?" in email:
        email = decode_words(email)
    return (name, email) if name or email else None
