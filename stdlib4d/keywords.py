"""The words of a text: the operator ``%`` and GET TEXT KEYWORDS (Concepts/string.md, "Keywords").

Words end where ICU's word boundaries are (UAX 29), and where an apostrophe stands before a vowel or an h, as
French and Italian want it (commands/get-text-keywords.md). The rules for ASCII are here, ICU parts other texts;
without ICU these are parted by a plainer rule: letters, digits and marks, with what may stand between two of
them, and no dictionary for scripts that are written without blanks.
"""

from __future__ import annotations

import re

from .comparison import texts_equal
from .unicode_library import icu
from .utf16 import joined, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: One full stop, colon or apostrophe between letters, one full stop, comma, semicolon or apostrophe between digits.
_ASCII = re.compile(r"(?:\w|(?<=[a-z])[.:'](?=[a-z])|(?<=\d)[.,;'](?=\d))+", re.A | re.I)
_PLAIN = re.compile(r"(?:\w|(?<=[^\W\d_])[.:'\u2019\u00b7](?=[^\W\d_])|(?<=\d)[.,;'](?=\d))+")
#: What an apostrophe ends a word before.
_ELISION = re.compile("['\u2019](?=[aeiouyhàâäáãåæèéêëìíîïòóôöõøœùúûüýÿ])", re.I)


def words(text: str) -> Iterator[str]:
    """The words of *text* in their order; one that an apostrophe ends has it."""
    for word in _between_boundaries(text):
        yield from _parts(word)


def _parts(word: str) -> Iterator[str]:
    begin = 0
    for apostrophe in _ELISION.finditer(word):
        yield word[begin : apostrophe.end()]
        begin = apostrophe.end()
    yield word[begin:]


def _between_boundaries(text: str) -> Iterator[str]:
    library = None if text.isascii() else icu()
    if library is None:
        for found in (_ASCII if text.isascii() else _PLAIN).findall(text):
            # A row of low lines is a word, one alone is none.
            if found != "_":
                yield found
        return
    text = units(text)
    boundaries = library.BreakIterator.createWordInstance(library.Locale.getRoot())
    boundaries.setText(text)
    begin = 0
    for end in boundaries:
        # Below 100 is what is no word: blanks and punctuation.
        if boundaries.getRuleStatus() >= 100:
            yield joined(text[begin:end])
        begin = end


def contains_keyword(text: str, keyword: str) -> bool:
    """``text % keyword``: whether *keyword* is one of the words of *text*; ``@`` is a wildcard.

    A word with an elision counts as a whole and in its parts.
    """
    core = keyword.strip("@")
    if core:
        # An at sign inside belongs to the word, as a letter does.
        plain = core.replace("@", "a")
        found = list(_between_boundaries(plain))
        if len(found) != 1:
            return False
        before, _, behind = keyword.partition(core)
        begin = plain.find(found[0])
        keyword = before + core[begin : begin + len(found[0])] + behind
    for word in _between_boundaries(text):
        if texts_equal(word, keyword):
            return True
        parts = list(_parts(word))
        if len(parts) > 1 and any(texts_equal(part.rstrip("'\u2019"), keyword) for part in parts):
            return True
    return False
