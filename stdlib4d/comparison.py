"""How texts compare: without case and diacritics, with ``@`` as a wildcard (Concepts/string.md).

4D compares with ICU at primary strength. Here a text is folded to what differs at that strength. For ASCII that
is done here: small letters, without the controls, in the order of the Unicode root collation; for the rest in
:mod:`stdlib4d.collation`.
"""

from __future__ import annotations

#: Controls of ASCII do not count, but those that are white space.
IGNORED = dict.fromkeys((*range(9), *range(14, 32), 127))

# The order of what is no letter and no digit in the root collation, put below the digits.
_ORDER = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
#: What orders each of these characters.
ORDER = {ord(character): chr(rank) for rank, character in enumerate(_ORDER, 1)}


def fold(text: str) -> str:
    """*text* without what does not count in a comparison."""
    if not text.isascii():
        from .collation import fold

        return fold(text)
    return text.lower() if text.isprintable() else text.translate(IGNORED).lower()


def sort_key(text: str) -> str:
    """A text whose code points order as *text* does: equal texts have equal keys."""
    folded = fold(text)
    if not folded.isascii():
        from .collation import order

        return order(folded)
    return folded if folded.isalnum() else folded.translate(ORDER)


def texts_equal(text: str, pattern: str) -> bool:
    """``text = pattern``: ``@`` in *pattern* stands for any characters, or none."""
    if "@" not in pattern:
        if text.isascii() and pattern.isascii():
            if text.lower() == pattern.lower():
                return True
            if text.isprintable() and pattern.isprintable():
                return False
        return fold(text) == fold(pattern)
    if "@@" in pattern:
        return False
    # A wide at sign is equal to the plain one, but no wildcard.
    first, *pieces = fold(pattern).split("@") if pattern.isascii() else map(fold, pattern.split("@"))
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
        right = right[:-1]
        if fold(left).startswith(fold(right)):
            return 0
    first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)
