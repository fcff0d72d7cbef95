"""The tests that :mod:`interp.doctest.plugin` makes of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .pool import Job, blocks_of, job_for, run_item
from .preludes import PreludeError
from .run import FAILED, INVALID, PASSED, RAN, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class NotWell(Exception):
    """A block that failed, or is not 4D."""


class PageItem(pytest.Item):
    """A block or a row of a page."""

    def __init__(self, *, job: Job, number: int, line: int, **options: Any) -> None:
        super().__init__(**options)
        self._job = job
        self._number = number
        self._line = line

    def runtest(self) -> None:
        """Runs it in an interpreter of its own."""
        outcome = run_item(self._job, self._number)
        if outcome is None or outcome.outcome in (PASSED, RAN):
            return
        if outcome.outcome not in (FAILED, INVALID):
            pytest.skip(f"{outcome.outcome}: {outcome.detail}")
        raise NotWell(_told(outcome))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        """What was stated and what came, without a trace of Python."""
        if isinstance(excinfo.value, NotWell):
            return f"{self.path}:{self._line}: {excinfo.value}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, self._line - 1, f"{self.path.name}: {self.name}"


class PageFile(pytest.File):
    """A Markdown page."""

    def collect(self) -> Iterator[PageItem]:
        """A test for each block of 4D, and for each row of a table of expressions."""
        config = self.config
        ini = config.getini("doctest_4d_prelude")
        folder = config.getoption("doctest_4d_prelude") or (str(config.rootpath / ini) if ini else None)
        try:
            job = job_for(str(self.path), str(self.path), folder)
        except PreludeError as problem:
            raise self.CollectError(str(problem)) from problem
        for number, index in enumerate(blocks_of(job.page)):
            line = job.page.blocks[index].line
            yield PageItem.from_parent(self, name=f"block {index}", job=job, number=number, line=line)
        first = len(blocks_of(job.page))
        for number, row in enumerate(job.page.rows, first):
            name = f"line {row.line}"
            yield PageItem.from_parent(self, name=name, job=job, number=number, line=row.line)


def _told(outcome: Outcome) -> str:
    lines = [f"{outcome.outcome}: {outcome.detail}"]
    lines += [f"  line {m.line}\n    expected {m.expected}\n    got      {m.got}" for m in outcome.misses]
    return "\n".join(lines)
