"""Pages on several processes, so that none can hang, crash or exhaust the one that reports."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from time import monotonic

from .pages import Page, read_page
from .preludes import Prelude, prelude_path, read_preludes
from .run import FAILED, TIME_LIMIT, BlockRun, Outcome, run_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

#: Seconds beyond the limit of a block after which its process is ended.
GRACE = 10.0


@dataclass(frozen=True)
class Job:
    """A page to run: its text, what it takes as given, and the items left: blocks, then rows, by their number."""

    page: Page
    preludes: dict[str, Prelude]
    time_limit: float = TIME_LIMIT
    first: int = 0

    @property
    def items(self) -> int:
        """How many blocks of 4D and rows the page has."""
        return len(blocks_of(self.page)) + len(self.page.rows)


def blocks_of(page: Page) -> list[int]:
    """The numbers of the blocks of 4D."""
    return [block.index for block in page.blocks if block.is_4d]


def job_for(name: str, path: str, preludes: str | None, time_limit: float = TIME_LIMIT) -> Job:
    """The job of the page at *path*, with its prelude in the folder *preludes*; raises ``OSError`` and PreludeError."""
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        page = read_page(name, file.read())
    found = None if preludes is None else prelude_path(preludes, name)
    return Job(page, {} if found is None else read_preludes(found), time_limit)


def run_item(job: Job, item: int) -> Outcome | None:
    """Runs a block or a row of a page; ``None`` for a row that states nothing."""
    blocks = blocks_of(job.page)
    if item < len(blocks):
        return BlockRun(job.page, job.page.blocks[blocks[item]], job.preludes, job.time_limit).run()
    return run_row(job.page, job.page.rows[item - len(blocks)], job.preludes, job.time_limit)


def run_jobs(jobs: Sequence[Job], processes: int = 0) -> Iterator[list[Outcome]]:
    """The outcomes of each page, in the order of *jobs*, as they come."""
    processes = min(processes or os.cpu_count() or 1, max(1, len(jobs)))
    waiting = deque((number, job) for number, job in enumerate(jobs) if job.items)
    done: dict[int, list[Outcome]] = {number: [] for number, job in enumerate(jobs) if not job.items}
    given = 0
    workers: list[_Worker] = []
    try:
        workers += [_Worker() for _ in range(processes)]
        while given < len(jobs):
            for worker in workers:
                if worker.job is None and waiting:
                    worker.take(*waiting.popleft())
            if any(worker.job is not None for worker in workers):
                _listen(workers)
            for worker in workers:
                finished = worker.finished()
                if finished is not None:
                    done[finished] = worker.outcomes
            while given in done:
                yield done.pop(given)
                given += 1
    finally:
        for worker in workers:
            worker.end()


def _listen(workers: list[_Worker]) -> None:
    """Takes in what the workers say, and ends those that are silent for too long."""
    busy = [worker for worker in workers if worker.job is not None]
    soonest = min(worker.deadline for worker in busy) if busy else monotonic()
    ready = wait([worker.connection for worker in busy], max(0.0, soonest - monotonic()))
    for worker in busy:
        if worker.connection in ready:
            worker.hear()
        elif monotonic() > worker.deadline:
            worker.lose("it did not end in time")


@dataclass
class _Worker:
    """A process that runs one page after the other, and what it has said of the present one."""

    number: int = -1
    job: Job | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    deadline: float = 0.0

    def __post_init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()

    def take(self, number: int, job: Job) -> None:
        """Hands over a page."""
        self.number, self.job, self.outcomes, self._at = number, job, [], job.first
        self._send()

    def _send(self) -> None:
        assert self.job is not None
        self.deadline = monotonic() + self.job.time_limit + 2 * GRACE  # its start included
        self.connection.send(replace(self.job, first=self._at))

    def hear(self) -> None:
        """Takes in the outcome of the next item."""
        try:
            outcome = self.connection.recv()
        except (EOFError, OSError):
            self.lose("its process ended")
            return
        assert self.job is not None
        if outcome is not None:
            self.outcomes.append(outcome)
        self._at += 1
        self.deadline = monotonic() + self.job.time_limit + GRACE

    def lose(self, why: str) -> None:
        """The process is gone, or must go: the item that it was at has failed, another process does the rest."""
        assert self.job is not None
        self.end()
        blocks = blocks_of(self.job.page)
        if self._at < len(blocks):
            block = self.job.page.blocks[blocks[self._at]]
            self.outcomes.append(Outcome(self.job.page.name, block.index, block.line, FAILED, why))
        self._at += 1
        self._start()
        if self._at < self.job.items:
            self._send()

    def finished(self) -> int | None:
        """The number of the page that has ended, once."""
        if self.job is None or self._at < self.job.items:
            return None
        self.job = None
        return self.number

    def end(self) -> None:
        """Ends the process."""
        self.connection.close()
        self._process.kill()
        self._process.join()


def _work(connection: Connection) -> None:
    """What a worker does: every item of each page that it is handed, until nobody hands over any more."""
    while True:
        try:
            job: Job = connection.recv()
        except (EOFError, OSError):
            return
        for item in range(job.first, job.items):
            try:
                connection.send(run_item(job, item))
            except (BrokenPipeError, ConnectionResetError):
                return
