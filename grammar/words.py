"""The words of the language: keywords, and the vocabulary that says where a name with spaces ends."""

from __future__ import annotations

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

    __slots__ = ("_data", "_lines", "_lower", "_own", "longest", "names", "tokens")

    def __init__(
        self, lines: str, methods: Iterable[str] = (), tokens: Mapping[str, str] | None = None
    ) -> None:
        # One text, searched when a word is new, is ready at once; a dictionary of 4,000 names is not.
        self._lines = "\n" + lines
        self._lower = "\n" + lines.lower()
        self._data: dict[str, dict[str, Entry]] = {}
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
        other._lines, other._lower, other._data = self._lines, self._lower, self._data
        other._start(methods, self.tokens)
        return other

    def learn(self, word: str) -> int:
        """Reads the names that start with *word* (in lower case); returns the length of the longest, in words."""
        found = self._data.get(word)
        if found is None:
            found = self._data[word] = self._search(word)
        for name, entry in self._own.get(word, ()):
            if entry[0] != NAME or name not in found:
                found = {**found, name: entry}
        self.names.update(found)
        longest = max((name.count(" ") + 1 for name in found), default=0)
        self.longest[word] = longest
        return longest

    def _search(self, word: str) -> dict[str, Entry]:
        """The commands and constants that start with *word*."""
        found: dict[str, Entry] = {}
        for end in ("\t", " "):
            # The lines are sorted, so that all that start with the word stand together.
            start = self._lower.find(f"\n{word}{end}")
            while start >= 0 and self._lower.startswith(f"{word}{end}", start + 1):
                stop = self._lower.index("\n", start + 1)
                name, entry = _entry(self._lines[start + 1 : stop])
                found.setdefault(name.lower(), entry)
                start = stop
        return found

    def constant(self, name: str) -> Entry:
        """The entry of the constant *name*."""
        word = name.lower()
        first = word.partition(" ")[0]
        if first not in self.longest:
            self.learn(first)
        return self.names[word]


def _entry(line: str) -> tuple[str, Entry]:
    name, _, value = line.partition("\t")
    if value[0] == "C":
        return name, (COMMAND, (int(value[1:]) if value[1:] else None, name))
    if value[0] == '"':
        return name, (CONSTANT, (value[1:], name))
    if value[0] == "?":
        return name, (CONSTANT, (None, name))
    return name, (CONSTANT, (float(value[1:]) if "." in value else int(value[1:]), name))
