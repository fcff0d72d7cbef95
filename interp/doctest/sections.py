"""The parts of a block: a page shows a class, and the code that uses it, in one block.

A comment such as ``// Class: Person``, ``// Person class`` or ``// Person.4dm`` begins a class, ``// foo project
method``, ``// Method: foo``, ``// foo method`` or the name alone before ``#DECLARE`` a project method, ``// In a
project method``, ``// Method`` or ``// Calling method`` the code that runs. A block that begins with a head of a
class is a class without a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAIN, CLASS, METHOD = "main", "class", "method"

_COMMENT = re.compile(r"[ \t\xa0]*//[/ \t\xa0]*(.*?)[ \t\xa0.:]*$")
_CLASS = re.compile(
    r"(?:(?:shared |singleton |session )*class(?: definition)?[ ]*:?[ ]+(?:cs\.)?(\w+)(?:\.4dm)?"
    r"|\"?(\w+)\"? class|(?:in the )?(\w+)\.4dm(?: file)?)$",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"(?:(?:the )?(\w[\w ]*?) project method|(?:project )?method ?: *(\w[\w ]*))$", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d]\w*$")
_MAIN = re.compile(
    r"(?:in (?:a|the|another) (?:4d |project )?(?:method|process)|(?:the )?calling method|method(?: call)?"
    r"|using the class|in a user session|project method)$",
    re.IGNORECASE,
)
#: How the lines begin that only a class has.
_HEAD = re.compile(
    r"[ \t\xa0]*(?:(?:shared|local|server|exposed|session|singleton|onhttpget)[ \t\xa0]+)*"
    r"(?:function[ \t\xa0]+\w|class[ \t\xa0]+(?:constructor|extends)|property[ \t\xa0]+\w"
    r"|alias[ \t\xa0]+\w+[ \t\xa0]+\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Section:
    """A part: its kind, its name (or none), and its text, with blank lines in front that keep its place."""

    kind: str
    name: str
    text: str


def sections(text: str, *, runs: bool = True) -> list[Section]:
    """The parts of the block *text*: at least one; with *runs*, one at least that runs."""
    lines = text.split("\n")
    starts: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines):
        comment = _COMMENT.match(line)
        found = None if comment is None else _announced(comment[1], lines, number + 1)
        if (
            found is None
            and comment is not None
            and starts
            and starts[-1][1] == METHOD
            and _NAME.match(comment[1])
        ):
            found = (MAIN, "")
        if found is not None:
            starts.append((number, *found))
    if not starts or any(_has_code(line) for line in lines[: starts[0][0]]):
        starts.insert(0, (0, *_kind(lines, 0)))
    parts: list[Section] = []
    for place, (first, kind, name) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        if place == 0 and not any(_has_code(line) for line in lines[first:end]) and len(starts) > 1:
            continue
        parts.append(Section(kind, name, "\n" * first + "\n".join(lines[first:end]) + "\n"))
    if runs and parts and all(part.kind == METHOD for part in parts):
        # Nothing calls them: the last one is what the page shows.
        parts[-1] = Section(MAIN, "", parts[-1].text)
    return parts


def _announced(comment: str, lines: list[str], following: int) -> tuple[str, str] | None:
    """What a comment begins: kind and name."""
    found = _CLASS.match(comment)
    if found is not None:
        kind, _ = _kind(lines, following)
        # Some speak of a class and show code that uses it.
        return (CLASS, next(name for name in found.groups() if name)) if kind == CLASS else None
    if _MAIN.match(comment):
        kind, _ = _kind(lines, following)
        return None if kind == CLASS else (MAIN, "")
    found = _METHOD.match(comment)
    if found is not None:
        return METHOD, next(name for name in found.groups() if name).strip()
    if _NAME.match(comment):
        # A name alone says what follows where that is the head of a method.
        line = next((line for line in lines[following:] if _has_code(line)), "")
        if line.strip(" \t\xa0").lower().startswith("#declare"):
            return METHOD, comment
    return None


def _kind(lines: list[str], first: int) -> tuple[str, str]:
    """Whether the first line of code from *first* on is one that only a class has."""
    for line in lines[first:]:
        if _has_code(line):
            return (CLASS, "") if _HEAD.match(line) else (MAIN, "")
    return MAIN, ""


def _has_code(line: str) -> bool:
    return bool(line.strip(" \t\xa0")) and not line.lstrip(" \t\xa0").startswith("//")
