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
    for place in ("methods", "classes"):
        for name in sorted(getattr(script, place)):
            for split, glue in ((_lines, "\n"), (tokens_of, "")):
                units = getattr(script, place)

                def of_unit(text: str, place: str = place, name: str = name) -> Script:
                    return replace(script, **{place: {**getattr(script, place), name: text}})

                text = _less(split(units[name]), glue, lambda text: still(of_unit(text)))
                script = of_unit(text)
    for split, glue in ((_lines, "\n"), (tokens_of, "")):
        base = script
        script = replace(base, text=_less(split(base.text), glue, lambda text: still(replace(base, text=text))))
    return script


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
