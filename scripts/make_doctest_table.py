"""Writes what runs and holds of the 4D reference: python scripts/make_doctest_table.py [--check] FOLDER

FOLDER has the pages of the reference as Markdown; without it the environment's ``FOURD_REFERENCE`` tells where
they are. ``tests/reference.md`` gets a line for each page with blocks of 4D, and every stated result that does not
hold with the reason, which for a block that runs stands in ``tests/reference_misses.txt``. ``--check`` writes
nothing and ends with exit status 1 when the file is not what would be written: then something has got worse, or
better.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "reference.md"
MISSES = ROOT / "tests" / "reference_misses.txt"
PRELUDES = ROOT / "tests" / "preludes"

sys.path.insert(0, str(ROOT))

from interp.doctest.command import pages_at  # noqa: E402
from interp.doctest.pool import job_for, run_jobs  # noqa: E402
from interp.doctest.report import totals  # noqa: E402
from interp.doctest.run import FAILED, INVALID, NOT_IN_SUBSET, PASSED, RAN, UNSET, Outcome  # noqa: E402

HEAD = """# The 4D reference, run

Written by scripts/make_doctest_table.py; change the interpreter, the preludes or the reasons, not this file.

**parsed**: valid 4D. **ran**: without an error that the block does not show on purpose. **stated**: the results that
are stated by blocks, and in tables of expressions, that need neither a database nor an interface. **held**: those that
hold.
"""


class Counts(NamedTuple):
    """The numbers of a page."""

    blocks: int
    parsed: int
    ran: int
    stated: int
    held: int


def outcomes_of(folder: Path) -> list[Outcome]:
    """What came of every block and row below *folder*, its pages in order."""
    paths = sorted(pages_at([str(folder)]), key=lambda path: Path(path).relative_to(folder).as_posix())
    jobs = [job_for(Path(path).relative_to(folder).as_posix(), path, str(PRELUDES)) for path in paths]
    return [outcome for page in run_jobs(jobs) for outcome in page]


def counted(outcomes: Sequence[Outcome]) -> Counts:
    """The numbers of a page, or of all."""
    blocks = [outcome for outcome in outcomes if outcome.index >= 0]
    ran = [outcome for outcome in blocks if outcome.outcome in (PASSED, RAN) or _reached(outcome)]
    valid = sum(outcome.parsed and outcome.outcome != INVALID for outcome in blocks)
    return Counts(len(blocks), valid, len(ran), *totals(outcomes))


def _reached(outcome: Outcome) -> bool:
    """Whether a block failed by its results only."""
    return outcome.outcome == FAILED and bool(outcome.misses) and "expected" in outcome.detail


def reasons() -> dict[tuple[str, str], str]:
    """Why results do not hold, by page and block; ``*`` stands for every block of a page."""
    found: dict[tuple[str, str], str] = {}
    for line in MISSES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            page, block, why = line.split(None, 2)
            found[page, block] = why
    return found


def render(outcomes: Sequence[Outcome]) -> str:
    """The text of the file."""
    pages: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        pages.setdefault(outcome.page, []).append(outcome)
    rows = [(page, counted(found)) for page, found in pages.items()]
    lines = [
        HEAD,
        "| page | blocks | parsed | ran | stated | held |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [_row("**all**", counted(outcomes)), *(_row(page, counts) for page, counts in rows), ""]
    lines += ["## Stated results that do not hold", "", *_misses(outcomes)]
    return "\n".join(lines) + "\n"


def _row(name: str, counts: Counts) -> str:
    return f"| {name} | {' | '.join(map(str, counts))} |"


def _misses(outcomes: Sequence[Outcome]) -> Iterator[str]:
    known = reasons()
    for outcome in outcomes:
        if outcome.outcome not in (FAILED, UNSET, NOT_IN_SUBSET):
            continue
        if not outcome.misses and outcome.outcome != FAILED:
            continue
        block = str(outcome.index) if outcome.index >= 0 else "table"
        why = known.get((outcome.page, block)) or known.get((outcome.page, "*"))
        if why is None:
            why = "UNEXPLAINED: " + outcome.detail if outcome.outcome == FAILED else outcome.detail
        yield f"- {outcome.page}, block {block}: {outcome.outcome}: {_plain(why)}"
        for miss in outcome.misses:
            yield f"    - line {miss.line}: expected `{_plain(miss.expected)}`"
            yield f"      - got `{_plain(miss.got)}`"


def _plain(text: str) -> str:
    """*text* in one line, without the name of the folder that it happened in."""
    return re.sub(r"\S*4dm-doctest-\w+", "…", " ".join(text.split())).replace("`", "'")


def lasting(text: str) -> list[str]:
    """The lines that are the same each time: what came instead may have a date in it."""
    return [line for line in text.splitlines() if not line.startswith("      - got ")]


def worse(outcomes: Sequence[Outcome], former: str) -> list[str]:
    """The pages of which less is parsed, runs or holds than *former* says."""
    found = []
    old = {
        cells[0]: tuple(map(int, cells[1:]))
        for line in former.splitlines()
        if re.fullmatch(r"\| \S+\.md(?: \| \d+){5} \|", line)
        for cells in [line.strip("| ").split(" | ")]
    }
    for page in dict.fromkeys(outcome.page for outcome in outcomes):
        now = counted([outcome for outcome in outcomes if outcome.page == page])
        was = old.get(page)
        if was is not None and (now.parsed < was[1] or now.ran < was[2] or now.held < was[4]):
            found.append(f"{page}: parsed, ran, stated, held were {was[1:]}, are {tuple(now[1:])}")
    return found


def main(arguments: list[str]) -> int:
    """Writes or checks; the result is the exit status."""
    given = [argument for argument in arguments if not argument.startswith("-")]
    folder = given[0] if given else os.environ.get("FOURD_REFERENCE", "")
    if not folder:
        print("pass the folder of the reference, or set FOURD_REFERENCE", file=sys.stderr)
        return 2
    outcomes = outcomes_of(Path(folder))
    text = render(outcomes)
    former = TABLE.read_text("utf-8") if TABLE.exists() else ""
    regressions = worse(outcomes, former)
    for line in regressions:
        print(f"worse: {line}", file=sys.stderr)
    if "--check" not in arguments:
        if lasting(text) != lasting(former):
            TABLE.write_text(text, "utf-8")
        return 0
    if lasting(text) != lasting(former):
        import difflib

        changes = difflib.unified_diff(
            lasting(former), lasting(text), "tests/reference.md", "as it is now", n=0
        )
        print("\n".join(list(changes)[:60]), file=sys.stderr)
        print("tests/reference.md is stale: run scripts/make_doctest_table.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
