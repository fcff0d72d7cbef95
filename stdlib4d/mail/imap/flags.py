"""Flags of messages and the keywords that Email objects have for them (API/EmailObjectClass.md, .keywords)."""

from __future__ import annotations

import re

from ..problem import PROPERTY_INVALID, MailProblem
from ..properties import mistyped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...values import Value

#: The keywords that are reserved, with the flags of RFC 3501 section 2.3.2.
SYSTEM = {
    "$draft": "\\Draft",
    "$seen": "\\Seen",
    "$flagged": "\\Flagged",
    "$answered": "\\Answered",
    "$deleted": "\\Deleted",
}
DELETED = "\\Deleted"
_KEYWORDS = {flag.lower(): keyword for keyword, flag in SYSTEM.items()}
#: What the name of a flag may have: no blank, no control, none of the characters that API/IMAPTransporterClass.md
#: forbids. Beyond ASCII IMAP has no flags.
_CUSTOM = re.compile(r'[^\x00-\x20\x7f-\U0010ffff(){\]%*"\\]{1,250}')


def flags_of(keywords: Mapping[str, Value], where: str) -> list[str]:
    """The flags for the *keywords* that are true; raises :class:`MailProblem` for one that cannot be a flag."""
    flags = []
    for name, value in keywords.items():
        if value is True:
            flag = _flag(name)
            if flag is None:
                raise MailProblem(
                    PROPERTY_INVALID,
                    f'{where}: "{name[:40]}" cannot be the name of a flag',
                    'a flag has no blank, no control and none of ( ) { ] % * " \\, and is ASCII',
                )
            flags.append(flag)
    return flags


def flags_in(keywords: Value) -> list[str]:
    """The flags among the *keywords* of a mail; what cannot be a flag is only a word of its header."""
    if keywords is None:
        return []
    if not isinstance(keywords, dict):
        raise mistyped("mail.keywords", "Object", keywords)
    return [flag for name, value in keywords.items() if value is True and (flag := _flag(name)) is not None]


def _flag(name: str) -> str | None:
    flag = SYSTEM.get(name.lower())
    if flag is not None:
        return flag
    return name if _CUSTOM.fullmatch(name) else None


def keywords_of(flags: Iterable[str]) -> dict[str, Value]:
    """The keywords of a message with these *flags*; ``\\Recent`` is the server's own and has none."""
    found: dict[str, Value] = {}
    for flag in flags:
        keyword = _KEYWORDS.get(flag.lower())
        if keyword is not None:
            found[keyword] = True
        elif not flag.startswith("\\"):
            found[flag] = True
    return found
