"""The families of scripts, and what is checked of a script of each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from .calls import calls
from .corpus import Script
from .mutation import mutated, noise, soup
from .outcome import TIME_LIMIT, Outcome, run
from .programs import program

#: Family to its share of a run, in thousandths, and what makes its scripts; a program makes several.
FAMILIES: dict[str, tuple[int, Callable[[Random], Script]]] = {
    "mutated": (920, mutated),
    "soup": (20, soup),
    "noise": (15, noise),
    "calls": (40, calls),
}
#: One script in so many is parsed by Lark as well.
BOTH_PARSERS = 50


def seeded(seed: int, number: int) -> Random:
    """The source of all chances of script *number* in the run with *seed*."""
    return Random(f"{seed}/{number}")


def family_of(random: Random) -> str:
    """The family that the next script belongs to."""
    at = random.randrange(1000)
    for name, (share, _) in FAMILIES.items():
        if at < share:
            return name
        at -= share
    return "program"


def scripts_of(random: Random, family: str) -> list[Script]:
    """The scripts that belong together: one, or those of a program, which must end alike."""
    if family == "program":
        return list(program(random).scripts().values())
    script = FAMILIES[family][1](random)
    return [script if script.allowed else replace(script, text="")]


def judge(scripts: list[Script], both_parsers: bool = False, time_limit: float = TIME_LIMIT) -> Outcome:
    """Runs *scripts*, which must all end alike; the outcome of the first, with what is wrong with any."""
    first = run(scripts[0], time_limit=time_limit)
    if first.problem:
        return first
    for number, other, outcome in _others(scripts, both_parsers or len(scripts) > 1, time_limit):
        # A script that is stopped says nothing: where it is, is a matter of the machine.
        if outcome.problem:
            return outcome
        if "stopped" in (first.kind, outcome.kind):
            continue
        if outcome.place != first.place:
            return replace(first, problem=f"{other}: it ends with {outcome.place}, otherwise {first.place}")
        if len(scripts) > 1 and not alike(first.value, outcome.value):
            return replace(first, problem=f"{other} {number}: {outcome.value}, otherwise {first.value}")
    return first


def _others(
    scripts: list[Script], both_parsers: bool, time_limit: float
) -> Iterator[tuple[int, str, Outcome]]:
    for number, script in enumerate(scripts[1:], 1):
        yield number, "declared otherwise", run(script, time_limit=time_limit)
    if both_parsers:
        yield 0, "parsed by Lark", run(scripts[0], "lark", time_limit)


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same in 4D: numbers by their value, whatever their Python type."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return one == other or (math.isnan(one) and math.isnan(other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[name], other[name]) for name in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    return one.__class__ is other.__class__ and repr(one) == repr(other)
