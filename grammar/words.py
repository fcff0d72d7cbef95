"""The words of the language: keywords, and the vocabulary that says where a name with spaces ends."""

from __future__ import annotations

from bisect import bisect_left

from .terminals import (
    BREAK,
    CASE_OF,
    CATCH,
    COMMAND,
    CONSTANT,
    CONTINUE,
    ELSE,
    END_CASE,
    END_FOR,
    END_FOR_EACH,
    END_IF,
    END_TRY,
    END_USE,
    END_WHILE,
    FOR,
    FOR_EACH,
    IF,
    NAME,
    REPEAT,
    RETURN,
    SQL,
    TRY,
    UNTIL,
    USE,
    VAR,
    WHILE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    #: A terminal and the value of its token.
    Entry = tuple[int, object]

KEYWORDS: dict[str, int] = {
    "if": IF,
    "else": ELSE,
    "end if": END_IF,
    "case of": CASE_OF,
    "end case": END_CASE,
    "while": WHILE,
    "end while": END_WHILE,
    "repeat": REPEAT,
    "until": UNTIL,
    "for": FOR,
    "end for": END_FOR,
    "for each": FOR_EACH,
    "end for each": END_FOR_EACH,
    "use": USE,
    "end use": END_USE,
    "try": TRY,
    "catch": CATCH,
    "end try": END_TRY,
    "return": RETURN,
    "break": BREAK,
    "continue": CONTINUE,
    "var": VAR,
    "begin sql": SQL,
}


class Vocabulary:
    """The names that may contain spaces, found by their first word.

    Keywords win over commands and constants, and those over project methods: 4D reserves its own names. What starts
    with a word is read from the data when the word is met for the first time, since no script uses but a few.

    Parameters
    ----------
    lines: a line for each command and constant, sorted by the names in lower case: the name, a tab, and ``C`` with a
        command number, ``#`` with a number, ``"`` with a text, or ``?`` for an unknown value.
    methods: the names of project methods.
    tokens: constants by their token, such as ``K8:3``.
    """

    __slots__ = ("_lines", "_lower", "_own", "longest", "names", "tokens")

    def __init__(self, lines: str, methods: Iterable[str] = (), tokens: Mapping[str, str] | None = None) -> None:
        self._lines = lines.splitlines()
        self._lower = lines.lower().splitlines()
        self._start(methods, tokens)

    def _start(self, methods: Iterable[str], tokens: Mapping[str, str] | None) -> None:
        self.tokens = tokens
        #: What is known so far: a name in lower case to its entry, a first word to the length of the longest name
        #: that starts with it, in words; 0 when none does.
        self.names: dict[str, Entry] = {}
        self.longest: dict[str, int] = {}
        self._own: dict[str, list[tuple[str, Entry]]] = {}
        own: list[tuple[str, Entry]] = [(name.lower(), (NAME, name)) for name in methods]
        own += [(keyword, (terminal, keyword)) for keyword, terminal in KEYWORDS.items()]
        for name, entry in own:
            self._own.setdefault(name.partition(" ")[0], []).append((name, entry))

    def with_methods(self, methods: Iterable[str]) -> Vocabulary:
        """This vocabulary with other project methods."""
        other = Vocabulary.__new__(Vocabulary)
        other._lines, other._lower = self._lines, self._lower
        other._start(methods, self.tokens)
        return other

    def learn(self, word: str) -> int:
        """Reads the names that start with *word* (in lower case); returns the length of the longest, in words."""
        found: dict[str, Entry] = dict(self._own.get(word, ()))
        place = bisect_left(self._lower, word)
        while place < len(self._lower):
            name, _, _ = self._lower[place].partition("\t")
            if name != word and not name.startswith(word + " "):
                break
            if found.get(name, (NAME,))[0] == NAME:
                found[name] = _entry(self._lines[place])
            place += 1
        self.names.update(found)
        longest = max((name.count(" ") + 1 for name in found), default=0)
        self.longest[word] = longest
        return longest

    def constant(self, name: str) -> Entry:
        """The entry of the constant *name*."""
        word = name.lower()
        first = word.partition(" ")[0]
        if first not in self.longest:
            self.learn(first)
        return self.names[word]


def _entry(line: str) -> Entry:
    name, _, value = line.partition("\t")
    if value[0] == "C":
        return COMMAND, (int(value[1:]) if value[1:] else None, name)
    if value[0] == '"':
        return CONSTANT, (value[1:], name)
    if value[0] == "?":
        return CONSTANT, (None, name)
    return CONSTANT, (float(value[1:]) if "." in value else int(value[1:]), name)
