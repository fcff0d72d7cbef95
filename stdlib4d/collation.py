"""Texts beyond ASCII at ICU's primary strength: what is left of them, and its order (Concepts/string.md).

What people write in Latin letters, with the punctuation of a typographer, is in the tables below, which hold
what ICU's root collation holds. A text with any other character is taken apart by ICU. Without ICU its
characters are decomposed, lowered and freed of marks, and letters that no diacritic explains are ordered by
code point.

What is left of a text is itself a text. A weight of ICU's that no character of the tables has is two characters
of the private planes, its upper and its lower half.
"""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache

from .comparison import IGNORED, ORDER
from .unicode_library import collator, icu

#: The characters that differ at primary strength, in their order; those of ASCII have codes of their own.
_ORDER = (
    "\t\n\v\f\r\x85\u2028\u2029 ‾_‗-‐‒–—―⁓,;⁏:!¡?¿‽.·⁕⁖⁘⁙⁚⁛⁜⁝⁞'‹›\"«»()[]{}⁅⁆‖§¶⁋@*⁎⁑/\\&⁊#%‰‱†‡•‣‧⁃⁌⁍′‵‸※‿⁔⁀⁐"  # noqa: RUF001
    "⁁⁂`´^¯¨¸°©®+±÷×<=>¬|¦~⁒⁄¤¢$£¥€0123456789abcdefghiıjklmnŋopqĸrstŧuvwxyzþµ"  # noqa: RUF001
)
#: Behind each character those that are equal to it; their capitals are, too.
_EQUAL = """
‐\u2011 .․ '‘’‚‛ "“”„‟ 1¹ 2² 3³ aªàáâãäåāăą bB cçćĉċč dðďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįİ jĵ kķ lĺļľŀł nñńņň
oºòóôõöøōŏő rŕŗř sśŝşšſ tţť uùúûüũūŭůűų wŵ yýÿŷ zźżž
"""  # noqa: RUF001
_BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
#: Characters that are equal to several.
_SEVERAL = "¼1⁄4 ½1⁄2 ¾3⁄4 Æae ßss æae Ĳij ĳij Œoe œoe ‥.. …... ″′′ ‴′′′ ‶‵‵ ‷‵‵‵ ‼!! ⁇?? ⁈?! ⁉!? ⁗′′′′ ™tm"  # noqa: RUF001
#: What does not count at all, besides the controls of ASCII.
_NOTHING = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)
#: Where the halves of weights are among the characters of what is left of a text, and of what orders it.
_UPPER_HALF, _LOWER_HALF = 0x100000, 0xF0000
_HALVES, _BEYOND_HALVES = 0x100, 0x10100


def _folds() -> dict[int, str]:
    """What is left of each character of the tables."""
    left = {character: character for character in _ORDER}
    for equals in _EQUAL.split():
        left.update(dict.fromkeys(equals, equals[0]))
    left.update(dict.fromkeys(_BLANKS, " "))
    left.update((several[0], several[1:]) for several in _SEVERAL.split())
    for character, folded in list(left.items()):
        capital = character.upper()
        if len(capital) == 1:
            left.setdefault(capital, folded)
    left.update(dict.fromkeys(_NOTHING, ""))
    codes = {ord(character): folded for character, folded in left.items()}
    codes.update(dict.fromkeys([code for code in range(0x7F, 0xA0) if code != 0x85], ""))
    return codes | dict.fromkeys(IGNORED, "")


_FOLDS = _folds()
_KNOWN = frozenset(map(chr, _FOLDS))


def _keys() -> dict[int, str]:
    """What orders each character that may be left of a text.

    One beyond ASCII has the key of the last one of ASCII before it, and then a character that is greater than
    any other: so it comes behind all texts that begin with that one, and before the next. The weights of ICU
    that no character of the tables has are put between them in the same way.
    """
    keys: dict[int, str] = {}
    before, between = "", 0
    for character in _ORDER:
        if character.isascii():
            before, between = ORDER.get(ord(character), character), _BEYOND_HALVES
            keys[ord(character)] = before
        else:
            between += 1
            keys[ord(character)] = before + chr(between)
    return keys


_KEYS = _keys()


@lru_cache(maxsize=8)
def is_known(text: str) -> bool:
    """Whether the tables have all characters of *text*, so that ICU is not needed for its letters.

    The latest results are kept, for loops that search one text again and again.
    """
    return _KNOWN.issuperset(text)


def fold(text: str) -> str:
    """What is left of *text*: texts that are equal to 4D have the same."""
    # Long texts are not worth the memory.
    return fold_once(text) if len(text) < 200 else _fold(text)


def _fold(text: str) -> str:
    if _KNOWN.issuperset(text):
        return text.translate(_FOLDS)
    return _by_icu(text) if icu() else _by_decomposition(text)


fold_once = lru_cache(maxsize=4096)(_fold)


def order(folded: str) -> str:
    """A text whose code points order as what is left of a text, *folded*, does."""
    if max(folded) < chr(_LOWER_HALF):
        return folded.translate(_KEYS)
    weights, keys = _weights()[1:]
    parts: list[str] = []
    upper = 0
    for character in folded:
        code = ord(character)
        if code >= _UPPER_HALF:
            upper = code - _UPPER_HALF
        elif code >= _LOWER_HALF:
            place = bisect(weights, upper << 16 | code - _LOWER_HALF)
            before = keys[place - 1] if place else ""
            parts += before, chr(_HALVES + upper), chr(_HALVES + code - _LOWER_HALF)
        else:
            parts.append(_KEYS.get(code, character))
    return "".join(parts)


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[int, str], list[int], list[str]]:
    """The characters of the tables by their weights in ICU; the weights in order; what orders each of them."""
    found = {next(iter(_elements(character))): character for character in _ORDER}
    ordered = sorted(found)
    return found, ordered, [_KEYS[ord(found[weight])] for weight in ordered]


def _elements(text: str) -> list[int]:
    """The primary weights of *text*, of 32 bits."""
    weights: list[int] = []
    for element in collator().createCollationElementIterator(text):
        half = (element >> 16) & 0xFFFF
        if element & 0xC0 == 0xC0 and weights:
            # A weight that one element cannot hold goes on in the next.
            weights[-1] |= half
        elif half:
            weights.append(half << 16)
    return weights


def _by_icu(text: str) -> str:
    characters = _weights()[0]
    return "".join(
        characters.get(weight) or chr(_UPPER_HALF + (weight >> 16)) + chr(_LOWER_HALF + (weight & 0xFFFF))
        for weight in _elements(text)
    )


def _by_decomposition(text: str) -> str:
    from unicodedata import combining, normalize

    marked = normalize("NFKD", normalize("NFKD", text).casefold())
    return "".join(c for c in marked if not combining(c)).translate(_FOLDS)
