"""The recorded run: what it covers, and that its scripts do end as it says."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from .__main__ import made
from .corpus import ROOT, Script, corpus_digest
from .families import judge
from .outcome import run

#: How many spoilt scripts a recorded run has at least.
WANTED = 100_000
#: How many of the scripts that were kept are run again.
REPLAYED = 30


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    """The record that is kept beside the tests."""
    found: dict[str, Any] = json.loads((ROOT / "tests" / "fuzz" / "record.json").read_text(encoding="utf-8"))
    return found


def test_covers_enough(record: dict[str, Any]) -> None:
    assert sum(record["families"]["mutated"].values()) >= WANTED


def test_has_no_failure(record: dict[str, Any]) -> None:
    families = record["families"]
    assert set(families) == {"mutated", "soup", "noise", "calls", "program"}
    assert sum(sum(kinds.values()) for kinds in families.values()) == record["count"]
    kinds = {kind for counted in families.values() for kind in counted}
    assert kinds == {"result", "error", "refused", "stopped"}
    assert record["failures"] == []


def test_keeps_the_seeds(record: dict[str, Any]) -> None:
    numbers = [kept["number"] for kept in record["sample"]]
    assert numbers == sorted(set(numbers))
    assert numbers[0] >= 0
    assert len(numbers) >= REPLAYED
    # They lie everywhere in the run.
    assert max(later - earlier for earlier, later in pairwise(numbers)) < max(record["count"] / 10, 2000)


def test_its_scripts_end_as_it_says(record: dict[str, Any]) -> None:
    sample = record["sample"][:: max(1, len(record["sample"]) // REPLAYED)]
    alike = 0
    for kept in sample:
        outcome = run(Script(**kept["script"]))
        assert not outcome.problem, f"{kept['number']}: {outcome.problem}"
        alike += (outcome.kind, outcome.code, outcome.line) == (kept["kind"], kept["code"], kept["line"])
    # A few end otherwise as the language grows: with a command that was not there.
    assert alike >= len(sample) * 0.9


def test_its_seeds_make_scripts_that_end_well(record: dict[str, Any]) -> None:
    unchanged = record["drawn from"] == corpus_digest()
    for kept in record["sample"][::10]:
        family, scripts = made(record["seed"], kept["number"])
        assert family == kept["family"]
        if unchanged:
            # As long as the corpus and the catalog are those of the run, a seed makes the very script.
            assert scripts[0] == Script(**kept["script"])
        outcome = judge(scripts)
        assert not outcome.problem, f"{kept['number']}: {outcome.problem}"
