"""What ``4dm doctest`` prints: a summary of each page and what failed, or the same as JSON."""

from __future__ import annotations

import json
from collections import Counter

from .run import FAILED, INVALID, NOT_IN_SUBSET, OUTCOMES, PASSED, RAN, UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .run import Outcome


def page_report(outcomes: Sequence[Outcome], *, verbose: bool = False) -> str:
    """The lines about one page: what failed (with *verbose* everything that is not well), and a summary."""
    lines: list[str] = []
    for outcome in outcomes:
        if outcome.outcome == FAILED or (verbose and outcome.outcome not in (PASSED, RAN)):
            where = f"block {outcome.index}" if outcome.index >= 0 else "table"
            lines.append(f"{outcome.page}:{outcome.line}: {where}: {outcome.outcome}: {outcome.detail}")
            told = {
                (miss.line, miss.expected)
                for miss in outcome.misses
                if f"line {miss.line}," in outcome.detail
            }
            lines += [
                f"    line {miss.line}\n        expected {miss.expected}\n        got      {miss.got}"
                for miss in outcome.misses
                if outcome.outcome == FAILED and (miss.line, miss.expected) not in told
            ]
    blocks = [outcome for outcome in outcomes if outcome.index >= 0]
    counts = Counter(outcome.outcome for outcome in outcomes)
    shown = ", ".join(f"{counts[name]} {name}" for name in OUTCOMES if counts[name])
    stated, held = totals(outcomes)
    results = f"; {held} of {stated} stated results hold" if stated else ""
    if outcomes:
        rows = len(outcomes) - len(blocks)
        also = f" and {rows} rows" if rows else ""
        lines.append(f"{outcomes[0].page}: {len(blocks)} blocks{also}: {shown}{results}")
    return "\n".join(lines)


def totals(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """How many results are stated by blocks that need nothing that is not there, and how many of them hold."""
    able = [o for o in outcomes if o.outcome in (PASSED, RAN, FAILED, UNSET, NOT_IN_SUBSET)]
    return sum(outcome.stated for outcome in able), sum(outcome.held for outcome in able)


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line about all pages."""
    blocks = [outcome for outcome in outcomes if outcome.index >= 0]
    parsed = sum(outcome.parsed and outcome.outcome != INVALID for outcome in blocks)
    counts = Counter(outcome.outcome for outcome in outcomes)
    shown = ", ".join(f"{counts[name]} {name}" for name in OUTCOMES if counts[name]) or "nothing to run"
    stated, held = totals(outcomes)
    pages = len({outcome.page for outcome in outcomes})
    return (
        f"{pages} pages, {len(blocks)} blocks, {parsed} of them valid 4D: {shown}; "
        f"{held} of {stated} stated results hold"
    )


def as_json(outcomes: Iterable[Outcome]) -> str:
    """``{"blocks": […], "tables": […]}``: the rows of tables apart, as they are no blocks."""
    everything = list(outcomes)
    blocks = [outcome.as_dict() for outcome in everything if outcome.index >= 0]
    rows = [outcome.as_dict() for outcome in everything if outcome.index < 0]
    for row in rows:
        del row["index"]
    return json.dumps({"blocks": blocks, "tables": rows}, indent=2, ensure_ascii=False)
