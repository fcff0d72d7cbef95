"""Source text in French: its keywords, and a vocabulary that knows French names besides the English ones.

A French 4D that uses the regional settings of the system writes code in French (commands/method-get-code.md), with
or without accents. Numbers and dates then are those of the system, too (Concepts/number.md, Concepts/date.md).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from .words import KEYWORDS as ENGLISH
from .words import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .words import Entry

#: The keywords in French to those in English, as messages call them. What is not here is English in French code.
KEYWORDS: dict[str, str] = {
    "Si": "If",
    "Sinon": "Else",
    "Fin de si": "End if",
    "Au cas ou": "Case of",
    "Fin de cas": "End case",
    "Tant que": "While",
    "Fin tant que": "End while",
    "Repeter": "Repeat",
    "Jusque": "Until",
    "Boucle": "For",
    "Fin de boucle": "End for",
    "Pour chaque": "For each",
    "Fin de chaque": "End for each",
    "Utiliser": "Use",
    "Fin utiliser": "End use",
    "Debut SQL": "Begin SQL",
}
_SPOKEN = {english: french for french, english in (KEYWORDS | {"Fin SQL": "End SQL"}).items()}

# An apostrophe inside a name: a letter to the lexer.
_APOSTROPHE = "\N{MODIFIER LETTER APOSTROPHE}"
_PLAIN = str.maketrans("àâäçéèêëîïôöùûüÿ'\u2019", "aaaceeeeiioouuuy" + 2 * _APOSTROPHE)

_KEYWORD_LINE = re.compile(
    r"^[ \t\xa0]*(" + "|".join(KEYWORDS).lower().replace(" ", r"[ \t\xa0]+") + ")"
    r"(?=[ \t\xa0]*(?:\(|//|`|/\*|$|[\r\n]))",
    re.MULTILINE,
).finditer
# Texts and comments, to leave them alone; an apostrophe in a name; a date with the day in front.
_FOREIGN = re.compile(
    r"\"(?:[^\"\\]|\\[\s\S])*\"|(?://|`)[^\r\n]*|/\*[\s\S]*?\*/"
    r"|(?<=\w)(?P<apostrophe>['\u2019])(?=\w)"
    r"|!(?P<day>\d{1,2})(?P<first>[-/. ])(?P<month>\d{1,2})(?P<second>[-/. ])(?P<year>\d+!)"
)


def plain(text: str) -> str:
    """*text* in small letters and without accents, which code in French may leave out; as long as it was."""
    return text.lower().translate(_PLAIN)


def readable(text: str) -> str:
    """French source *text* for the lexer, every character at its place.

    Apostrophes in names become letters, and dates get the month in front of the day.
    """
    return _FOREIGN.sub(_rewritten, text)


def _rewritten(found: re.Match[str]) -> str:
    if found["apostrophe"]:
        return _APOSTROPHE
    if found["day"] and int(found["month"]) <= 12:
        return f"!{found['month']}{found['first']}{found['day']}{found['second']}{found['year']}"
    return found[0]


_ENGLISH_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_SPOKEN, key=len, reverse=True))})\b")


def in_french(message: str) -> str:
    """A *message* on French source, with the keywords that stand there."""
    return _ENGLISH_WORDS.sub(lambda found: _SPOKEN[found[0]], message)


def has_keyword_line(text: str, methods: Iterable[str] = ()) -> bool:
    """Whether a line of *text* begins with a French keyword that is none of the project *methods*."""
    own = {plain(name) for name in methods}
    return any(" ".join(found[1].split()) not in own for found in _KEYWORD_LINE(plain(text)))


@lru_cache(maxsize=1)
def _by_first_word(names: str) -> dict[str, list[tuple[str, str]]]:
    """The names and keywords without accents, each with its English name in small letters, by their first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    lines = [line.split("\t") for line in names.splitlines()]
    for french, name in [*lines, *KEYWORDS.items()]:
        key = plain(french)
        found.setdefault(key.partition(" ")[0], []).append((key, name.lower()))
    return found


class FrenchVocabulary(Vocabulary):
    """The names of 4D in English and in French, for one source text.

    Project methods win over French names, which no English developer knows as reserved.

    Parameters
    ----------
    english: the vocabulary of the English reading.
    names: a line for each command and constant: the French name, a tab, the English one.
    text: the source, whose spellings of French words are to be understood.
    methods: the names of project methods.
    """

    __slots__ = ("_french", "_project", "_spellings")

    def __init__(self, english: Vocabulary, names: str, text: str, methods: Iterable[str] = ()) -> None:
        self._lines, self._lower, self._data = english._lines, english._lower, {}
        methods = list(methods)
        self._project = {plain(name) for name in methods}
        self._french = _by_first_word(names)
        # A word without accents to how the text spells it.
        self._spellings: dict[str, set[str]] = {}
        for word in set(re.findall(r"\w+", text.lower())):
            if not word.isascii():
                self._spellings.setdefault(plain(word), set()).add(word)
        self._start(methods, english.tokens)

    def knows(self, name: str) -> bool:
        """Whether *name* is French for something."""
        key = plain(" ".join(name.split()))
        return key not in self._project and any(
            key == french for french, _ in self._french.get(key.partition(" ")[0], ())
        )

    def _search(self, word: str) -> dict[str, Entry]:
        """The commands, constants and French keywords that start with *word*."""
        found = super()._search(word)
        for french, english in self._french.get(plain(word), ()):
            if french in self._project:
                continue
            entry = self._named(english)
            for spelled in self._spelled(french):
                if spelled.partition(" ")[0] == word:
                    found.setdefault(spelled, entry)
        return found

    def _named(self, english: str) -> Entry:
        if english in ENGLISH:
            return ENGLISH[english], english
        return super()._search(english.partition(" ")[0])[english]

    def _spelled(self, name: str) -> Iterable[str]:
        """*name* in every way in which the text may spell it."""
        words = [{word, *self._spellings.get(word, ())} for word in name.split()]
        return map(" ".join, product(*words))
