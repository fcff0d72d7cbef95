"""Finding and comparing text as 4D does: by language, or by character codes (commands/position.md).

By language, the two letters of a ligature are one with it (``ae`` and ``æ``), the width of a character does
not count, and control characters are passed over. The options are those of the theme Strings; those for
Japanese count for Japanese data only, of which there is none here. ICU is asked where accents may count or a
character is not in the tables of :mod:`stdlib4d.collation`; without it, decomposed characters are compared.
"""

from __future__ import annotations

from functools import lru_cache

from .comparison import IGNORED, fold, sort_key
from .unicode_library import collator, icu
from .utf16 import joined, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Finder = Callable[[int], tuple[int, int]]

CHAR_CODES = 1
CASE_INSENSITIVE = 2
DIACRITIC_INSENSITIVE = 4
WHOLE_WORD = 32
#: How 4D compares when nothing else is asked for.
BY_LANGUAGE = CASE_INSENSITIVE | DIACRITIC_INSENSITIVE

_ASCII_LOWER = {code: code + 32 for code in range(65, 91)}


@lru_cache(maxsize=8)
def folded(text: str, mode: int) -> tuple[str, list[int] | None]:
    """*text* reduced to what counts in *mode*, and for each of its characters where it stood.

    The places are ``None`` when every character is still at its own. The latest results are kept, for loops
    that search one text again and again.
    """
    if text.isascii():
        plain = text.lower() if mode & CASE_INSENSITIVE else text
        short = plain.translate(IGNORED)
        if len(short) == len(text):
            return short, None
    memo: dict[str, str] = {}
    result: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        reduced = memo.get(char)
        if reduced is None:
            memo[char] = reduced = _reduced(char, mode).translate(IGNORED)
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
    find_next = _finder(find, text, mode)
    if find_next is None:
        return 0, 0
    while True:
        begin, end = find_next(index)
        if begin < 0:
            return 0, 0
        if not mode & WHOLE_WORD or not (text[begin - 1 : begin].isalnum() or text[end : end + 1].isalnum()):
            return begin + 1, end - begin
        index = begin + 1


def _finder(find: str, text: str, mode: int) -> Finder | None:
    """What gives start and end of the first match at or after a place, -1 and -1 for none.

    ``None`` when nothing of *find* counts, so that it is nowhere.
    """
    needle, _ = folded(find, mode)
    if not needle:
        return None
    if _needs_icu(find, text, mode):
        return _icu_finder(find, text, mode)
    haystack, places = folded(text, mode)
    return lambda index: _next(needle, haystack, places, text, index)


def _needs_icu(one: str, other: str, mode: int) -> bool:
    """Whether ICU is there, and knows more of these two texts than the tables do."""
    if one.isascii() and other.isascii():
        return False
    if mode & BY_LANGUAGE == BY_LANGUAGE:
        from .collation import is_known

        if is_known(one) and is_known(other):
            return False
    return icu() is not None


def _collator(mode: int) -> Any:
    return collator(accents=not mode & DIACRITIC_INSENSITIVE, case=not mode & CASE_INSENSITIVE)


@lru_cache(maxsize=4)
def _icu_finder(find: str, text: str, mode: int) -> Finder:
    # Its search knows letters and accents, but no case without accents: so what the letters find is compared.
    search = icu().StringSearch(find, text, collator())
    compare = None if mode & BY_LANGUAGE == BY_LANGUAGE else _collator(mode).compare

    def find_next(index: int) -> tuple[int, int]:
        while index < len(text):
            begin = search.following(index)
            if begin < 0:
                break
            # Inside of a character with marks, ICU goes back to its beginning.
            if begin >= index:
                end = begin + search.getMatchedLength()
                if compare is None or compare(find, text[begin:end]) == 0:
                    return begin, end
            index = max(index, begin) + 1
        return -1, -1

    return find_next


def _next(needle: str, haystack: str, places: list[int] | None, text: str, index: int) -> tuple[int, int]:
    from bisect import bisect_left
    from unicodedata import combining

    at = index if places is None else bisect_left(places, index)
    while True:
        at = haystack.find(needle, at)
        if at < 0:
            return -1, -1
        last = at + len(needle)
        if places is None:
            return at, last
        begin, end = places[at], places[last - 1] + 1
        # A match may not begin or end inside a character such as a ligature.
        if (at and places[at - 1] == begin) or (last < len(places) and places[last] == end - 1):
            at += 1
            continue
        while end < len(text) and combining(text[end]):
            end += 1
        return begin, end


def replaced(text: str, old: str, new: str, count: int | None = None) -> str:
    """*text* with the first *count* (or all) occurrences of *old*, by language, replaced by *new*."""
    text = units(text)
    find_next = _finder(units(old), text, BY_LANGUAGE)
    if find_next is None:
        return joined(text)
    parts: list[str] = []
    done = 0
    while done < len(text) and (count is None or count > 0):
        begin, end = find_next(done)
        if begin < 0:
            break
        parts.append(text[done:begin])
        parts.append(new)
        done = end
        count = None if count is None else count - 1
    parts.append(text[done:])
    return joined("".join(parts))


def compared(one: str, other: str, mode: int = BY_LANGUAGE) -> int:
    """-1, 0 or 1 as *one* is lower than *other*, equal or higher in *mode* (commands/compare-strings.md)."""
    if not mode & CHAR_CODES and _needs_icu(one, other, mode):
        return int(_collator(mode).compare(one, other))
    first, second = _key(one, mode), _key(other, mode)
    return (first > second) - (first < second)


def _key(text: str, mode: int) -> tuple[str, str, str]:
    """What orders *text* in *mode*: first the letters, then accents, then case (small first)."""
    if mode & CHAR_CODES:
        text = units(text)
        return text.translate(_ASCII_LOWER) if mode & CASE_INSENSITIVE else text, "", ""
    accents = "" if mode & DIACRITIC_INSENSITIVE else folded(text, CASE_INSENSITIVE)[0]
    case = "" if mode & CASE_INSENSITIVE else folded(text, DIACRITIC_INSENSITIVE)[0].swapcase()
    return sort_key(text), accents, case
