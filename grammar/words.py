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
    """Every name that may contain spaces, in lower case, and the longest of those that start with a word.

    Keywords win over commands, commands over constants, constants over project methods: 4D reserves its own
    names.
    """

    __slots__ = ("commands", "constants", "longest", "names", "tokens")

    def __init__(
        self,
        commands: Mapping[str, int | None],
        constants: Mapping[str, int | float | str | None],
        methods: Iterable[str] = (),
        tokens: Mapping[str, str] | None = None,
    ) -> None:
        self.commands = commands
        self.constants = constants
        self.tokens = tokens
        names: dict[str, Entry] = {name.lower(): (NAME, name) for name in methods}
        for constant, value in constants.items():
            names[constant.lower()] = (CONSTANT, (value, constant))
        for command, number in commands.items():
            names[command.lower()] = (COMMAND, (number, command))
        for keyword, terminal in KEYWORDS.items():
            names[keyword] = (terminal, keyword)
        longest: dict[str, int] = {}
        for name in names:
            first, *rest = name.split(" ")
            size = len(rest) + 1
            if size > longest.get(first, 0):
                longest[first] = size
        self.names = names
        self.longest = longest

    def with_methods(self, methods: Iterable[str]) -> Vocabulary:
        """This vocabulary and the names of project methods."""
        new: dict[str, Entry] = {}
        for name in methods:
            if name.lower() not in self.names:
                new[name.lower()] = (NAME, name)
        if not new:
            return self
        copy = Vocabulary.__new__(Vocabulary)
        copy.commands, copy.constants, copy.tokens = self.commands, self.constants, self.tokens
        copy.names = {**self.names, **new}
        copy.longest = dict(self.longest)
        for name in new:
            first, *rest = name.split(" ")
            copy.longest[first] = max(copy.longest.get(first, 0), len(rest) + 1)
        return copy
