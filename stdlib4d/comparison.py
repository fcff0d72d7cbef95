"""How texts compare: without case and diacritics, with ``@`` as a wildcard (Concepts/string.md).

4D compares with ICU at primary strength. Here a text is folded to what differs at that strength: lower case,
compatibility forms resolved, combining marks gone; the order of ASCII is that of the Unicode root collation.
Letters beyond it keep the order of their code points.
"""

from __future__ import annotations

from functools import lru_cache

#: Letters that carry their mark inside, and differ from the plain one only at a lower strength.
_INSIDE = {
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f8": "o",
    "\u0111": "d",
    "\u0142": "l",
    "\u0127": "h",
    "\u0131": "i",
    "\u0167": "t",
}
_INSIDE_TABLE = str.maketrans(_INSIDE)

# The order of what is no letter and no digit in the root collation, put below the digits.
_ORDER = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_ORDER_TABLE = {ord(character): rank for rank, character in enumerate(_ORDER, 1)}


def fold(text: str) -> str:
    """*text* without what does not count in a comparison."""
    if text.isascii():
        return text.lower()
    return _fold_unicode(text)


@lru_cache(maxsize=4096)
def _fold_unicode(text: str) -> str:
    from unicodedata import combining, normalize

    decomposed = normalize("NFKD", text).casefold()
    marked = normalize("NFKD", decomposed)
    return "".join(c for c in marked if not combining(c)).translate(_INSIDE_TABLE)


def sort_key(text: str) -> str:
    """A text whose code points order as *text* does: equal texts have equal keys."""
    folded = fold(text)
    return folded if folded.isalnum() else folded.translate(_ORDER_TABLE)


def texts_equal(text: str, pattern: str) -> bool:
    """``text = pattern``: ``@`` in *pattern* stands for any characters, or none."""
    if "@" not in pattern:
        return text == pattern or fold(text) == fold(pattern)
    if "@@" in pattern:
        return False
    first, *pieces = fold(pattern).split("@")
    last = pieces.pop()
    folded = fold(text)
    if len(folded) < len(first) + len(last) or not folded.startswith(first) or not folded.endswith(last):
        return False
    position, end = len(first), len(folded) - len(last)
    for piece in pieces:
        found = folded.find(piece, position, end)
        if found < 0:
            return False
        position = found + len(piece)
    return True


def compare_texts(left: str, right: str) -> int:
    """-1, 0 or 1 as *left* sorts before, with or behind *right*; one ``@`` at the end of *right* is a wildcard."""
    if right.endswith("@") and right.count("@") == 1:
        first, second = sort_key(left), sort_key(right[:-1])
        first = first[: len(second)]
    else:
        first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)


def contains_keyword(text: str, keyword: str) -> bool:
    """``text % keyword``: whether *keyword* is one of the words of *text*; ``@`` is a wildcard."""
    wanted = words(keyword.replace("@", "\u0001"))
    if len(wanted) != 1:
        return False
    pattern = wanted[0].replace("\u0001", "@")
    return any(texts_equal(word, pattern) for word in words(text))


def words(text: str) -> list[str]:
    """The words of *text*, by the word boundaries of UAX 29 as far as they matter for keywords.

    A word is letters, digits and marks; one apostrophe or full stop between letters, one full stop or comma
    between digits belong to it.
    """
    import re

    return re.findall(
        r"(?:[\w\u0001](?<!_)(?:(?<=\d)[.,](?=\d)|(?<=[^\W\d])['\u2019.:\u00b7](?=[^\W\d]))?)+", text
    )
