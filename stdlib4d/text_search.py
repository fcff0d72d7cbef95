"""Finding and comparing text as 4D does: by language, or by character codes (commands/position.md).

By language, the two letters of a ligature are one with it (``ae`` and ``æ``), the width of a character does
not count, and control characters are passed over. The options are those of the theme Strings.
"""

from __future__ import annotations

from functools import lru_cache

from .comparison import fold, sort_key
from .utf16 import joined, units

CHAR_CODES = 1
CASE_INSENSITIVE = 2
DIACRITIC_INSENSITIVE = 4
WHOLE_WORD = 32
#: How 4D compares when nothing else is asked for.
BY_LANGUAGE = CASE_INSENSITIVE | DIACRITIC_INSENSITIVE

#: C0 controls without tab, line feed, vertical tab, form feed and carriage return.
_IGNORED = {code: "" for code in range(32) if code not in (9, 10, 11, 12, 13)}
_ASCII_LOWER = {code: code + 32 for code in range(65, 91)}


@lru_cache(maxsize=8)
def folded(text: str, mode: int) -> tuple[str, list[int] | None]:
    """*text* reduced to what counts in *mode*, and for each of its characters where it stood.

    The places are ``None`` when every character is still at its own. The latest results are kept, for loops
    that search one text again and again.
    """
    if text.isascii():
        plain = text.lower() if mode & CASE_INSENSITIVE else text
        short = plain.translate(_IGNORED)
        if len(short) == len(text):
            return short, None
    memo: dict[str, str] = {}
    result: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        reduced = memo.get(char)
        if reduced is None:
            memo[char] = reduced = _reduced(char, mode).translate(_IGNORED)
        result.append(reduced)
        places.extend([index] * len(reduced))
    return "".join(result), places


def _reduced(char: str, mode: int) -> str:
    if mode & BY_LANGUAGE == BY_LANGUAGE:
        return fold(char)
    from unicodedata import combining, normalize

    parts = normalize("NFKD", char)
    if mode & DIACRITIC_INSENSITIVE:
        parts = "".join(part for part in parts if not combining(part))
    return parts.casefold() if mode & CASE_INSENSITIVE else parts


def find_text(find: str, text: str, start: int = 1, mode: int = BY_LANGUAGE) -> tuple[int, int]:
    """Position, from 1, and length of the first *find* in *text* at or after *start*; 0 and 0 for none."""
    find, text = units(find), units(text)
    index = max(start, 1) - 1
    if not find or index >= len(text):
        return 0, 0
    if mode & CHAR_CODES:
        if mode & CASE_INSENSITIVE:
            find, text = find.translate(_ASCII_LOWER), text.translate(_ASCII_LOWER)
        found = text.find(find, index)
        return (found + 1, len(find)) if found >= 0 else (0, 0)
    needle, _ = folded(find, mode)
    haystack, places = folded(text, mode)
    if not needle:
        return 0, 0
    begin, end = _next(needle, haystack, places, text, index, bool(mode & WHOLE_WORD))
    return (begin + 1, end - begin) if begin >= 0 else (0, 0)


def _next(
    needle: str, haystack: str, places: list[int] | None, text: str, index: int, whole: bool = False
) -> tuple[int, int]:
    """Start and end in *text* of the first match at or after *index*; -1 and -1 for none."""
    from bisect import bisect_left
    from unicodedata import combining

    at = index if places is None else bisect_left(places, index)
    while True:
        at = haystack.find(needle, at)
        if at < 0:
            return -1, -1
        last = at + len(needle)
        if places is None:
            begin, end = at, last
        else:
            begin, end = places[at], places[last - 1] + 1
            # A match may not begin or end inside a character such as a ligature.
            if (at and places[at - 1] == begin) or (last < len(places) and places[last] == end - 1):
                at += 1
                continue
            while end < len(text) and combining(text[end]):
                end += 1
        if not whole or (not text[begin - 1 : begin].isalnum() and not text[end : end + 1].isalnum()):
            return begin, end
        at += 1


def replaced(text: str, old: str, new: str, count: int | None = None) -> str:
    """*text* with the first *count* (or all) occurrences of *old*, by language, replaced by *new*."""
    text = units(text)
    needle, _ = folded(units(old), BY_LANGUAGE)
    haystack, places = folded(text, BY_LANGUAGE)
    if not needle:
        return joined(text)
    parts: list[str] = []
    done = 0
    while count is None or count > 0:
        begin, end = _next(needle, haystack, places, text, done)
        if begin < 0:
            break
        parts.append(text[done:begin])
        parts.append(new)
        done = end
        count = None if count is None else count - 1
    parts.append(text[done:])
    return joined("".join(parts))


def comparison_key(text: str, mode: int = BY_LANGUAGE) -> tuple[str, str, str]:
    """What orders *text* in *mode*: first the letters, then accents, then case (small first)."""
    if mode & CHAR_CODES:
        text = units(text)
        return text.translate(_ASCII_LOWER) if mode & CASE_INSENSITIVE else text, "", ""
    letters = sort_key(text.translate(_IGNORED))
    accents = "" if mode & DIACRITIC_INSENSITIVE else folded(text, CASE_INSENSITIVE)[0]
    case = "" if mode & CASE_INSENSITIVE else folded(text, DIACRITIC_INSENSITIVE)[0].swapcase()
    return letters, accents, case
