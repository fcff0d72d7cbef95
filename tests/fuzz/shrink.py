"""The least script that still does what it must not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .corpus import Script
from .pieces import tokens_of

#: How many smaller scripts are tried.
MOST_TRIES = 600


def shrink(script: Script, fails: Callable[[Script], bool]) -> Script:
    """*script* without whatever units, lines and tokens it does not need for *fails* to hold."""
    tries = [MOST_TRIES]

    def still(smaller: Script) -> bool:
        tries[0] -= 1
        return tries[0] >= 0 and fails(smaller)

    for place in ("methods", "classes"):
        for name in sorted(getattr(script, place)):
            fewer = {other: text for other, text in getattr(script, place).items() if other != name}
            if still(smaller := replace(script, **{place: fewer})):
                script = smaller
    places = [
        ("text", ""),
        *(("methods", n) for n in script.methods),
        *(("classes", n) for n in script.classes),
    ]
    for place in places:
        for split, glue in ((_lines, "\n"), (tokens_of, "")):
            script = _with(
                script, place, _less(split(_text(script, place)), glue, _holding(script, place, still))
            )
    return script


def _text(script: Script, place: tuple[str, str]) -> str:
    kind, name = place
    found: str = script.text if kind == "text" else getattr(script, kind)[name]
    return found


def _with(script: Script, place: tuple[str, str], text: str) -> Script:
    kind, name = place
    changed: str | dict[str, str] = text if kind == "text" else {**getattr(script, kind), name: text}
    return replace(script, **{kind: changed})


def _holding(
    script: Script, place: tuple[str, str], still: Callable[[Script], bool]
) -> Callable[[str], bool]:
    return lambda text: still(_with(script, place, text))


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _less(parts: list[str], glue: str, holds: Callable[[str], bool]) -> str:
    """The text of as few of *parts* as *holds*: ever smaller runs of them are left out."""
    size = max(1, len(parts) // 2)
    while parts:
        at = 0
        while at < len(parts):
            fewer = parts[:at] + parts[at + size :]
            if holds(glue.join(fewer)):
                parts = fewer
            else:
                at += size
        if size == 1:
            break
        size //= 2
    return glue.join(parts)
