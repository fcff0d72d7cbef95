"""The names that can be typed, with a word on each: what completion offers."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from stdlib4d.user_classes import Instance
from stdlib4d.values import BoundFunction, Date, NativeObject, Time, type_name

from .commands import STAND_IN, classes, commands, members, stand_ins, system_variables
from .keywords import KEYWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdlib4d.values import Value

    #: Name, kind, a word on it, and whether parentheses may follow.
    Entry = tuple[str, str, str, bool]

#: The types that a variable can be declared with.
TYPES = (
    *"Blob Boolean Collection Date Integer Object Picture Pointer Real Text Time Variant".split(),
    *"4D cs".split(),
)
#: How a declaration begins that is no keyword by itself.
_STARTS = ("Class constructor", "Class extends", "Function", "property", "#DECLARE")
#: How long a word on a value is at most.
_SHORT = 40
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])").sub


@cache
def _known() -> tuple[list[str], dict[str, Entry]]:
    """The names of the language in lower case, sorted, and what each of them is."""
    from grammar.words import KEYWORDS as WORDS
    from stdlib4d.vocabulary import CONSTANTS

    known: dict[str, Entry] = {}
    for name, value in CONSTANTS.items():
        about = "" if value is None else f'"{value}"' if isinstance(value, str) else str(value)
        known[name.lower()] = name, "constant", about, False
    for key, (name, _) in stand_ins().items():
        known[key] = name, "stand-in", STAND_IN.partition(":")[0], True
    for key, (_, name, signature, summary, _) in commands().items():
        known[key] = name, "command", summary, "(" in signature
    for key, (name, type, summary) in system_variables().items():
        known[key] = name, "variable", f"{type}. {summary}", False
    spelled = {
        word: form
        for each in KEYWORDS
        for form in each.forms
        for word in [form.partition("(")[0].strip().lower()]
    }
    for word in (*WORDS, *(start.lower() for start in _STARTS)):
        form = spelled.get(word, word)
        known[word] = _cased(word, form), "keyword", "", False
    return sorted(known), known


def _cased(word: str, form: str) -> str:
    """A keyword as it is mostly spelled."""
    exact = next((start for start in _STARTS if start.lower() == word), "")
    if exact or form[: len(word)].lower() == word:
        return exact or form[: len(word)]
    return word.capitalize() if " " in word else word


def beginning(typed: str) -> Iterator[Entry]:
    """The names that begin with *typed*, which is in lower case."""
    names, known = _known()
    for place in range(bisect_left(names, typed), len(names)):
        if not names[place].startswith(typed):
            break
        yield known[names[place]]


def containing(typed: str) -> Iterator[Entry]:
    """The names with a later word that begins with *typed*: a word of two characters or more, no number."""
    names, known = _known()
    if len(typed.strip()) < 2 or typed[0].isdigit():
        return
    wanted = f" {typed.lstrip()}"
    yield from (known[key] for key in names if wanted in key)


def parted(name: str) -> str:
    """The words of a name in lower case, each behind a blank: ``getContent`` has two."""
    return " " + _HUMP(" ", name).replace("_", " ").lower()


def class_names() -> list[tuple[str, str]]:
    """The classes of ``4D`` with what they are."""
    return [(name, summary) for name, summary, _, _ in sorted(classes().values()) if name != "Collection"]


def members_of(name: str) -> Iterator[Entry]:
    """The members of a class, with their signatures or types."""
    for member, (signature, _) in members().get(name, {}).items():
        calls = signature.startswith("(")
        yield member, "function" if calls else "property", signature, calls


def properties_of(value: dict[str, Value]) -> Iterator[Entry]:
    """The properties that an object holds, and the names of those that it has from a class of the project."""
    for name in list(dict.keys(value)):
        yield name, "property", about_value(dict.get(value, name)), False
    if isinstance(value, Instance):
        for class_ in value.user_class.lineage():
            about = f"of {class_.name}"
            yield from ((name, "property", about, False) for name in class_.getters if name not in value)
            yield from ((name, "function", about, True) for name in class_.functions)


def about_value(value: Value) -> str:
    """A word on a value: itself where it is short, otherwise its type."""
    if value is None or isinstance(value, (NativeObject, BoundFunction)):
        return type_name(value)
    if isinstance(value, str):
        return f'"{value}"' if len(value) < _SHORT and value.isprintable() else "Text"
    if isinstance(value, (bool, int, float, Date, Time)):
        return str(value)
    if isinstance(value, dict):
        count = len(value)
        return f"Object, {count} propert{'y' if count == 1 else 'ies'}" if count else "Object, empty"
    if isinstance(value, list):
        return f"Collection of {len(value)}"
    return type_name(value)
