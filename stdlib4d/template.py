"""Templates with 4D transformation tags, as a tree: texts, tags, branches and loops.

A tag is a comment, ``<!--#4DTEXT expression-->``; ``4DTEXT``, ``4DHTML`` and ``4DEVAL`` may also be written
``$4DTEXT(expression)``. Their names ignore case.
"""

from __future__ import annotations

import re

from .errors import LanguageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: The error of a template whose tags do not fit together.
BAD_TEMPLATE = 48
#: How deep branches and loops may nest.
MAX_DEPTH = 200

_TAG = re.compile(r"<!--\s*#4d(\w+)(.*?)-->|\$4d(text|html|eval)\(", re.IGNORECASE | re.DOTALL)


class Tag:
    """One tag: its *name* in lower case without ``4d``, the code or path in it, and as it stands in the template."""

    __slots__ = ("argument", "name", "text")

    def __init__(self, name: str, argument: str, text: str) -> None:
        self.name = name
        self.argument = argument
        self.text = text


class Branches:
    """``4DIF`` to ``4DENDIF``: the tags that ask, each with its part; the ``4DELSE`` last, if there is one."""

    __slots__ = ("parts",)

    def __init__(self, parts: list[tuple[Tag, list[Part]]]) -> None:
        self.parts = parts


class Loop:
    """``4DLOOP`` or ``4DEACH``, and what it repeats."""

    __slots__ = ("body", "tag")

    def __init__(self, tag: Tag, body: list[Part]) -> None:
        self.tag = tag
        self.body = body


if TYPE_CHECKING:
    Part = str | Tag | Branches | Loop

_ENDS = {"if": "endif", "loop": "endloop", "each": "endeach"}


def parsed(template: str) -> list[Part]:
    """The parts of *template*; raises :class:`LanguageError` when a structure has no end, or no beginning."""
    body, tag = _body(_tokens(template), None, 0)
    if tag is not None:
        raise LanguageError(BAD_TEMPLATE, f"PROCESS 4D TAGS: {tag.text} without its beginning")
    return body


def has_tags(text: str) -> bool:
    """Whether there is a tag in *text*."""
    return _TAG.search(text) is not None


def _tokens(template: str) -> Iterator[str | Tag]:
    place = 0
    while (found := _TAG.search(template, place)) is not None:
        end = found.end() if found[1] else _closed(template, found.end())
        if not end:
            # A bracket that nothing closes makes no tag.
            yield template[place : found.end()]
            place = found.end()
            continue
        if found.start() > place:
            yield template[place : found.start()]
        text = template[found.start() : end]
        if found[1]:
            yield Tag(found[1].lower(), found[2].strip(), text)
        else:
            yield Tag(found[3].lower(), template[found.end() : end - 1].strip(), text)
        place = end
    if place < len(template):
        yield template[place:]


def _closed(template: str, place: int) -> int:
    """Where the bracket that is open at *place* is closed, behind it; 0 when it is not."""
    depth, quoted = 1, False
    while place < len(template):
        letter = template[place]
        place += 1
        if quoted and letter == "\\":
            place += 1
        elif letter == '"':
            quoted = not quoted
        elif not quoted and letter in "()":
            depth += 1 if letter == "(" else -1
            if not depth:
                return place
    return 0


def _body(tokens: Iterator[str | Tag], opened: Tag | None, depth: int) -> tuple[list[Part], Tag | None]:
    """The parts up to the tag that ends or parts the structure of *opened*, and that tag."""
    if depth > MAX_DEPTH:
        raise LanguageError(BAD_TEMPLATE, "PROCESS 4D TAGS: the template is nested too deeply")
    parts: list[Part] = []
    for token in tokens:
        if isinstance(token, str):
            parts.append(token)
        elif token.name in ("if", "loop", "each"):
            parts.append(_structure(tokens, token, depth))
        elif token.name in ("elseif", "else", "endif", "endloop", "endeach"):
            return parts, token
        else:
            parts.append(token)
    if opened is not None:
        raise LanguageError(BAD_TEMPLATE, f"PROCESS 4D TAGS: {opened.text} without its end")
    return parts, None


def _structure(tokens: Iterator[str | Tag], opened: Tag, depth: int) -> Part:
    asked, parts = opened, []
    while True:
        body, ended = _body(tokens, opened, depth + 1)
        parts.append((asked, body))
        name = "" if ended is None else ended.name
        if name == _ENDS[opened.name]:
            return Branches(parts) if opened.name == "if" else Loop(opened, body)
        if opened.name != "if" or name not in ("else", "elseif") or asked.name == "else" or ended is None:
            shown = "the end" if ended is None else ended.text
            raise LanguageError(BAD_TEMPLATE, f"PROCESS 4D TAGS: {shown} stands inside of {opened.text}")
        asked = ended
