"""``4dm doctest PATH…``: which pages are meant, and the exit status."""

from __future__ import annotations

import os

from .pool import job_for, run_jobs
from .preludes import PreludeError
from .report import as_json, page_report, summary
from .run import FAILED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .run import Outcome

#: What pages of Markdown are called.
EXTENSIONS = (".md", ".mdx", ".markdown")


class NoSuchPage(Exception):
    """A path where there is no page; the message names it."""


def doctest(
    paths: Iterable[str],
    *,
    preludes: str | None = None,
    json: bool = False,
    verbose: bool = False,
    processes: int = 0,
    time_limit: float,
    say: Callable[[str], None] = print,
) -> bool:
    """Runs the pages at *paths*, prints what came of them, and returns whether nothing failed.

    Raises :class:`NoSuchPage`, :class:`PreludeError` and ``OSError``.
    """
    jobs = [job_for(path, path, preludes, time_limit) for path in pages_at(paths)]
    outcomes: list[Outcome] = []
    for found in run_jobs(jobs, processes):
        outcomes += found
        text = "" if json else page_report(found, verbose=verbose)
        if text:
            say(text)
    say(as_json(outcomes) if json else summary(outcomes))
    return not any(outcome.outcome == FAILED for outcome in outcomes)


def pages_at(paths: Iterable[str]) -> Iterator[str]:
    """The pages that *paths* name: files as they are, of folders the Markdown files in and below them, in order."""
    for path in paths:
        if os.path.isfile(path):
            yield path
        elif os.path.isdir(path):
            for folder, names, files in os.walk(path):
                names.sort()
                for name in sorted(files):
                    if name.lower().endswith(EXTENSIONS):
                        yield os.path.join(folder, name)
        else:
            raise NoSuchPage(f"{path}: there is no such page or folder")


__all__ = ["NoSuchPage", "PreludeError", "doctest", "pages_at"]
