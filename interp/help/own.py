"""The methods and classes of a project, as help shows them: what their lines and the comments above these say."""

from __future__ import annotations

import re

from .commands import Help

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .surroundings import Surroundings

_DECLARE = re.compile(r"^[ \t\xa0]*#declare[ \t\xa0]*(\(.*)", re.IGNORECASE | re.MULTILINE).search
_FUNCTION = re.compile(
    r"^[ \t\xa0]*(?:(?:shared|local|server|exposed|session|singleton)[ \t\xa0]+)*"
    r"(?:function[ \t\xa0]+(?:(?P<kind>get|set|query|orderby)[ \t\xa0]+)?(?P<name>\w+)|class[ \t\xa0]+constructor)"
    r"[ \t\xa0]*(?P<rest>.*)",
    re.IGNORECASE | re.MULTILINE,
).finditer
_EXTENDS = re.compile(
    r"^[ \t\xa0]*class[ \t\xa0]+extends[ \t\xa0]+(\w+)", re.IGNORECASE | re.MULTILINE
).search
#: How many classes are looked at that one extends.
_DEPTH = 20


def method_help(name: str, around: Surroundings) -> Help | None:
    """The help for a project method: its #DECLARE, and the comment that it begins with."""
    own = _spelled(name, around.methods)
    if own is None:
        return None
    text = around.method(own)
    declared = _DECLARE(text)
    about = _comment(text.split("\n")) or "A project method."
    return Help(own, "method", (own + (_signature(declared[1]) if declared else ""),), about)


def class_help(name: str, around: Surroundings) -> Help | None:
    """The help for a class, ``Person`` or ``cs.Person``: how one is made, and its functions."""
    own = _spelled(name[3:] if name.lower().startswith("cs.") else name, around.classes)
    if own is None:
        return None
    made, inside = "()", []
    for _, kind, function, signature, about in _functions(own, around):
        if not function:
            made = signature or made
        elif not kind:
            inside.append((function + signature, about))
    about = _comment(around.class_text(own).split("\n")) or "A class of the project."
    return Help(f"cs.{own}", "class", (f"cs.{own}.new{made}",), about, members=tuple(inside))


def function_help(class_name: str, name: str, around: Surroundings) -> Help | None:
    """The help for the function *name* of the class *class_name*, or of one that it extends; ``new`` makes one."""
    own = _spelled(class_name, around.classes)
    if own is None:
        return None
    wanted = "" if name == "new" else name
    for owner, kind, function, signature, about in _functions(own, around):
        if function == wanted and not kind:
            title = f"cs.{own}.new" if name == "new" else f"{owner}.{name}"
            return Help(
                title, "function", (title + (signature or "()"),), about or f"A function of cs.{owner}."
            )
    return None


def functions_of(class_name: str, around: Surroundings) -> Iterator[tuple[str, str]]:
    """The functions of a class and of those that it extends, with their signatures."""
    own = _spelled(class_name, around.classes)
    if own is not None:
        for _, kind, function, signature, _ in _functions(own, around):
            if function and not kind:
                yield function, signature


def _functions(own: str, around: Surroundings) -> Iterator[tuple[str, str, str, str, str]]:
    """Class, kind (``get`` and so on), name, signature and comment of each function; a constructor has no name."""
    seen: set[tuple[str, str]] = set()
    for _ in range(_DEPTH):
        text = around.class_text(own)
        for found in _FUNCTION(text):
            kind, name = (found["kind"] or "").lower(), found["name"] or ""
            if (kind, name) not in seen:
                seen.add((kind, name))
                above = text[: found.start()].rstrip("\n").split("\n")[::-1]
                yield own, kind, name, _signature(found["rest"]), _comment(above, upwards=True)
        extended = _EXTENDS(text)
        parent = None if extended is None else _spelled(extended[1], around.classes)
        if parent is None:
            return
        own = parent


def _signature(text: str) -> str:
    return text.partition("//")[0].strip()


def _comment(lines: Iterable[str], *, upwards: bool = False) -> str:
    """The comment that *lines* begin with."""
    found: list[str] = []
    for line in lines:
        words = line.strip()
        if words.startswith("//%") or (not words and not found and not upwards):
            continue
        if not words.startswith("//"):
            break
        found.append(words.lstrip("/").strip())
    return " ".join(filter(None, found[::-1] if upwards else found))


def _spelled(name: str, names: Iterable[str]) -> str | None:
    wanted = name.lower()
    return next((own for own in names if own.lower() == wanted), None)
