"""The methods and classes at hand, and the names that 4D itself has."""

from __future__ import annotations

from grammar.source import Source
from grammar.words import Vocabulary
from stdlib4d.user_classes import Singletons, UserClass
from stdlib4d.vocabulary import NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from stdlib4d.values import Value

#: What the text of a method that installs an error method holds: its name, its number, its name in French.
_ON_ERR_CALL = ("on err call", ":c155", "appeler sur erreur")
_VOCABULARY: dict[str, Vocabulary] = {}


def vocabulary(separator: str = "/") -> Vocabulary:
    """The names of 4D itself; made once for each value that the constant Folder separator may have."""
    if separator not in _VOCABULARY:
        names = NAMES
        if separator != "/":
            names = names.replace('\nFolder separator\t"/\n', f'\nFolder separator\t"{separator}\n')
        _VOCABULARY[separator] = Vocabulary(names)
    return _VOCABULARY[separator]


class Project:
    """The methods and classes at hand: name in lower case to spelling and a function that gives the source.

    Each process has one of its own, as the functions that a session makes of the code run on its variables.
    """

    def __init__(
        self,
        methods: Mapping[str, Callable[[], Source]] | None = None,
        classes: Mapping[str, Callable[[], Source]] | None = None,
        separator: str = "/",
    ) -> None:
        self.separator = separator
        self._methods = {name.lower(): (name, read) for name, read in (methods or {}).items()}
        self._classes = {name.lower(): (name, read) for name, read in (classes or {}).items()}
        self.user_classes: dict[str, UserClass] = {}
        self._resumes: bool | None = None
        #: What is the same for all processes: what was compiled, by kind and name, and the shared singletons.
        self.units: dict[tuple[str, str], Any] = {}
        self._singletons: Singletons | None = None
        #: What a session has made of them: functions by name, and as its code calls them.
        self.functions: dict[str, Callable[..., Value]] = {}
        self.linked: dict[str, Callable[..., Value]] = {}

    def for_process(self) -> Project:
        """The same for a process of its own."""
        made = Project()
        made._methods, made._classes, made._resumes = self._methods, self._classes, self._resumes
        made.units, made._singletons = self.units, self.singletons
        return made

    @property
    def singletons(self) -> Singletons:
        """The instances of shared singletons, for all processes."""
        if self._singletons is None:
            from stdlib4d.waiting import Lock

            self._singletons = Singletons(Lock())
        return self._singletons

    @property
    def names(self) -> list[str]:
        """The methods as they are spelled."""
        return [name for name, _ in self._methods.values()]

    @property
    def class_names(self) -> list[str]:
        """The classes as they are spelled."""
        return [name for name, _ in self._classes.values()]

    @property
    def resumes(self) -> bool:
        """Whether some method installs one that is called on errors; then all are compiled to go on after it."""
        if self._resumes is None:
            self._resumes = any(_installs(read) for _, read in self._methods.values())
        return self._resumes

    def resume(self) -> None:
        """Has all methods go on after an error: a script that is none of them installs one that is called on errors."""
        if not self.resumes:
            self._resumes = True
            for made in (self.units, self.functions, self.linked):
                made.clear()

    def has(self, name: str) -> bool:
        """Whether there is a method *name*, in any case."""
        return name.lower() in self._methods

    def class_source(self, name: str) -> tuple[str, Source] | None:
        """The spelling and the source of class *name*."""
        found = self._classes.get(name.lower())
        return None if found is None else (found[0], found[1]())

    def source(self, name: str) -> tuple[str, Source]:
        """The spelling and the source of method *name*."""
        spelled, read = self._methods[name.lower()]
        return spelled, read()


def _installs(read: Callable[[], Source]) -> bool:
    """Whether a method installs one that is called on errors. One that cannot be read says so when it is called."""
    try:
        return has_on_err_call(read().text)
    except OSError:
        return False


def has_on_err_call(text: str) -> bool:
    lower = text.lower()
    return any(name in lower for name in _ON_ERR_CALL)
