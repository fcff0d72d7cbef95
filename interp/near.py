"""What may be meant by a name that nothing knows: the near ones, for the hint of an error."""

from __future__ import annotations

import re

from stdlib4d.errors import FUNCTION_MISSING, METHOD_MISSING
from stdlib4d.values import UNDEFINED, NativeObject, UnsetType

from .errors import CompileError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stdlib4d.values import Value

    from .errors import Problem, ScriptError

#: How much of two names must be the same, and how many names a hint has.
_ALIKE, _MOST = 0.7, 3
#: How much less alike than the nearest another one may be.
_NEAREST = 0.04
#: How the message begins that names a method which is not there.
_NO_METHOD = "there is no method "
_LOCAL = re.compile(r"\$\w+").findall
_PATH = re.compile(r"(\$?[^\W\d]\w*)((?:\s*\.\s*[\w$]+)*)\s*\.\s*([\w$]+)").match
_CLASS = re.compile(r"(4D|cs)\s*\.\s*(\w+)", re.IGNORECASE).search


def suggest(
    error: ScriptError, methods: Iterable[str] = (), variables: Mapping[str, Value] | None = None
) -> None:
    """Puts near names into the hint of *error*, where it is about a name that nothing knows.

    Parameters
    ----------
    methods: the names of project methods.
    variables: the variables at hand, by their spelling; none where they are not known.
    """
    if isinstance(error, CompileError):
        for problem in error.problems:
            if problem.code in ("unknown-class", "undefined-name"):
                _mend(problem, _near(_marked(problem), list(methods), variables))
    elif error.code == METHOD_MISSING and error.message.startswith(_NO_METHOD):
        _mend(error, _near(error.message.removeprefix(_NO_METHOD), list(methods), variables))
    elif error.code == FUNCTION_MISSING:
        _mend(error, _near(_marked(error), list(methods), variables))
    elif variables is not None:
        # What is not defined may have been defined under another name.
        known = {name.lower() for name in variables}
        for name in _LOCAL(_marked(error)):
            if name.lower() not in known and (found := alike(name, variables)):
                error.hint = f"{name} has no value: is {_or(found)} meant?"
                return


def of_expression(text: str, variables: Mapping[str, Value]) -> str:
    """What to say of an expression that is Undefined: an empty text when nothing is near."""
    text = text.strip()
    if re.fullmatch(r"\$?\w+", text):
        known = {name.lower() for name in variables}
        found = [] if text.lower() in known else alike(text, variables)
    else:
        path = _PATH(text)
        if path is None or path.end() != len(text):
            return ""
        found = _members(text, variables)
    return f"is {_or(found)} meant?" if found else ""


def of_name(name: str, methods: Iterable[str], variables: Mapping[str, Value]) -> str:
    """What to say of a word that is neither a method nor a variable with a value; nothing of one of the language."""
    from stdlib4d.vocabulary import COMMANDS, CONSTANTS

    if name.lower() in map(str.lower, (*COMMANDS, *CONSTANTS)):
        return ""
    found = alike(" ".join(name.split()), [*COMMANDS, *CONSTANTS, *methods, *variables])
    return f"{name} has no value" + (f": is {_or(found)} meant?" if found else ", and no method is called so")


def alike(name: str, names: Iterable[str]) -> list[str]:
    """Those of *names* that are spelled nearly as *name* is, the nearest first."""
    from difflib import SequenceMatcher, get_close_matches

    wanted = name.lower()
    spelled = {known.lower(): known for known in names}
    spelled.pop(wanted, None)
    found = get_close_matches(wanted, spelled, _MOST, _ALIKE)
    ratios = [SequenceMatcher(None, close, wanted).ratio() for close in found]
    # What is much less alike than the nearest is not meant.
    return [
        spelled[close] for close, ratio in zip(found, ratios, strict=True) if ratio > ratios[0] - _NEAREST
    ]


def _mend(error: ScriptError | Problem, found: list[str]) -> None:
    if found:
        error.hint = f"is {_or(found)} meant?"


def _or(names: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _marked(error: ScriptError | Problem) -> str:
    return error.source_line[error.column - 1 : error.column - 1 + error.length]


def _near(text: str, methods: list[str], variables: Mapping[str, Value] | None) -> list[str]:
    """The names near to the one that *text* begins with, or to the member that it ends with."""
    from stdlib4d.vocabulary import CLASSES, COMMANDS

    class_ = _CLASS(text)
    if class_ is not None:
        known = CLASSES if class_[1].lower() == "4d" else ()
        return [f"{class_[1]}.{name}" for name in alike(class_[2], known)]
    if "." in text.partition("(")[0]:
        return _members(text, variables or {})
    return alike(" ".join(text.partition("(")[0].split()), [*COMMANDS, *methods])


def _members(text: str, variables: Mapping[str, Value]) -> list[str]:
    """The members near to the one that the path *text* ends with, of the object that is there."""
    path = _PATH(text)
    spelled = {name.lower(): name for name in variables}
    if path is None or path[1].lower() not in spelled:
        return []
    value = variables[spelled[path[1].lower()]]
    for name in (part.strip() for part in path[2].split(".")[1:]):
        value = value.get(name, UNDEFINED) if isinstance(value, dict) else UNDEFINED
    return alike(path[3], members(value))


def members(value: Value) -> list[str]:
    """The names of what *value* has: properties, and functions of its class."""
    if isinstance(value, UnsetType):
        return []
    if isinstance(value, NativeObject):
        return list(dict.fromkeys([*value.members, *value.names()]))
    if isinstance(value, list):
        from stdlib4d.catalog import COLLECTION_MODULES

        return [*COLLECTION_MODULES, "length"]
    if not isinstance(value, dict):
        return []
    made = getattr(value, "user_class", None)
    functions = [] if made is None else [name for class_ in made.lineage() for name in class_.functions]
    return [*value, *functions]
