"""Elements by a path: XPath to find them, and the simpler paths by which they are made."""

from __future__ import annotations

import re

from .characters import NAME
from .nodes import ELEMENT, MAX_DEPTH, Element, Node, depth_of, document_of, place_of
from .problem import BAD_PATH, BAD_REFERENCE, TOO_LARGE, problem
from .xpath import select
from .xpath_values import PathProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..errors import LanguageError

#: The greatest number in a path by which elements are made.
MAX_INDEX = 10_000
_STEP = re.compile(rf"({NAME})(?:\[ *(\d{{1,9}}|last\(\)) *\])?")


def bad_path(name: str, path: str, why: str) -> LanguageError:
    """The error for a path that the command *name* cannot follow."""
    shown = path if len(path) < 80 else path[:79] + "…"
    return problem(BAD_PATH, f'{name}: xPath: "{shown}": {why}')


def find(name: str, start: Element, path: str) -> list[Node]:
    """The nodes that an XPath leads to from *start*, in the order of the document."""
    try:
        return select(start, path)
    except PathProblem as wrong:
        raise bad_path(name, path, f"{wrong}") from None


def _steps(name: str, path: str) -> list[tuple[str, str]]:
    """Names and numbers of a path of names alone."""
    steps = []
    for step in path.strip("/").split("/"):
        found = _STEP.fullmatch(step.strip())
        if found is None:
            raise bad_path(name, path, f'"{step}" is no name of an element')
        steps.append((found[1], found[2] or ""))
    return steps


def make(name: str, start: Element, path: str) -> Element:
    """A new element at *path* from *start*; what is missing on the way is made too.

    At a number, elements of its name are made up to it; one that is there already comes behind the new one.
    """
    document = document_of(start)
    path = path.strip()
    steps = _steps(name, path)
    if path.startswith("/") or start is document:
        first, number = steps.pop(0)
        start = document.root
        if first != start.name or number not in ("", "1", "last()"):
            raise bad_path(name, path, f"the root element is {start.name}")
        if not steps:
            raise bad_path(name, path, "there is a root element already")
    if depth_of(start) + len(steps) > MAX_DEPTH:
        raise problem(TOO_LARGE, f"{name}: elements are nested deeper than {MAX_DEPTH}")
    for step, (called, number) in enumerate(steps, 1):
        alike = [child for child in start.elements if child.name == called]
        place = len(alike) if number == "last()" else int(number or (1 if step < len(steps) else 0))
        if place > MAX_INDEX or number == "0":
            raise bad_path(name, path, f"wanted a number from 1 to {MAX_INDEX}, got {number}")
        if step < len(steps):
            start = alike[place - 1] if 0 < place <= len(alike) else _filled(start, called, len(alike), place)
            continue
        made = Element(called)
        if number.isdigit() and place <= len(alike):
            start.insert(place_of(alike[place - 1]), made)
        else:
            if number.isdigit() and place > len(alike) + 1:
                _filled(start, called, len(alike), place - 1)
            start.append(made)
        start = made
    document.changes += 1
    return start


def _filled(parent: Element, name: str, count: int, place: int) -> Element:
    """Appends elements until there are *place* of that name, of which *count* are there; the last one."""
    made = Element(name)
    for _ in range(count, max(place, count + 1)):
        made = Element(name)
        parent.append(made)
    return made


def only_element(name: str, node: Node, what: str) -> Element:
    """*node* when it is an element."""
    if not isinstance(node, Element) or node.kind != ELEMENT:
        raise problem(BAD_REFERENCE, f"{name}: {what} is no element")
    return node
