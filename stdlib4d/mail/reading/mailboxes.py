"""Addresses as they stand in the headers of mails that others wrote: nothing is refused.

What a script writes is read by :mod:`stdlib4d.mail.building.addresses`, which refuses what cannot be sent.
"""

from __future__ import annotations

import re

from .decoding import decode_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..building.addresses import Address

# An encoded word is one token, because some programs leave commas in it, and so is the address of a domain in
# brackets. An open quote takes the rest.
_TOKEN = re.compile(
    r'=\?[\w.:*+-]{1,60}\?[bBqQ]\?[^?<>"]{0,500}\?=|"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|\[[^\[\]()<>",;]{1,260}\]'
    r"|\\[()]|[()<>,;:]"
    r'|[^"()<>,;:=\[\\]++|.',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BLANKS = re.compile(r"[ \t\r\n]+")
# RFC 5322 section 4.4: blanks may stand around the dots and the "@" of an address.
_SPACED = re.compile(r'[^\s@"]++(?:\s*+\.\s*+[^\s@".]++)*+\s*+@\s*+[^\s@."]++(?:\s*+\.\s*+[^\s@".]++)*+')


def read_mailboxes(text: str) -> list[Address]:
    """The addresses in the value *text* of a header, names decoded. Linear time.

    Groups are flattened, ``;`` parts as ``,`` does, obsolete routes are dropped. A comment behind an address is
    the name where there is no other (RFC 8621 section 4.1.2.3). One word without ``@`` is an address, as mails
    within one machine have it; several are a name that has none.
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
    inside = behind = routed = False
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
            if depth and behind:
                comment.append(token.removeprefix("\\"))
        elif token == "(":
            depth = 1
            behind = not inside and not comment and (angle is not None or any(map(str.strip, words)))
        elif inside and token == ">":
            inside = False
        elif inside and angle is not None and (routed or token not in ",;"):
            # Commas part the hosts of an obsolete route, up to its colon (RFC 5322 section 4.4).
            routed = token != ":" and (routed or (not angle and token.lstrip().startswith("@")))
            if token != "<":
                angle.append(token)
        elif token == "<":
            angle, inside, routed = [], True, False
            comment.clear()
        elif token in ",;":
            finish()
        elif token == ":" and angle is None:
            words.clear()  # the name of a group
            comment.clear()
        elif token not in ":>":
            if angle is None and token.strip():
                comment.clear()  # it stood within the address
            words.append(token)
    if depth:
        return None
    finish()
    return found


def _address(words: list[str], comment: list[str], angle: list[str] | None) -> Address | None:
    if angle is not None:
        name, email = _phrase(words), "".join(angle).strip()
        if email.startswith("@") and ":" in email:  # RFC 5322 section 4.4
            email = email.rpartition(":")[2].strip()
        if '"' not in email:
            email = "".join(email.split())
    else:
        name, email = "", "".join(words).strip()
        if '"' not in email and _BLANKS.search(email):
            bare = [word for word in email.split() if "@" in word]
            if _SPACED.fullmatch(email):
                email = "".join(email.split())
            elif len(bare) == 1:
                name, email = _BLANKS.sub(" ", email.replace(bare[0], "")), bare[0]
            elif "@" not in email:
                name, email = email, ""
    if not name and comment:
        name = _BLANKS.sub(" ", "".join(comment))
    name = decode_words(name).strip(" \t")
    email = email.removeprefix("mailto:")
    if "=?" in email:
        email = decode_words(email)
    return (name, email) if name or email else None


def _phrase(words: list[str]) -> str:
    """*words* as one text: what is quoted without quotes and escapes, other blanks as one each."""
    return "".join(
        _ESCAPE.sub(r"\1", word[1:].removesuffix('"')) if word[0] == '"' else _BLANKS.sub(" ", word)
        for word in words
    ).strip(" \t")
