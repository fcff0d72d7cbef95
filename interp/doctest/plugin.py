"""pytest: with ``--doctest-4d`` each block of 4D in the Markdown pages is a test, as is each row of their tables.

The module only registers its options as long as none of them is given. Blocks that need a database or an
interface, or what the interpreter does not have, are skipped with the reason; so are blocks that take as given
what nothing sets. Blocks that are not 4D, and those whose stated results do not hold, fail.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options and their settings in the configuration file."""
    group = parser.getgroup("4d", "4D in Markdown pages")
    group.addoption(
        "--doctest-4d",
        action="store_true",
        default=False,
        help="run the 4D blocks of Markdown pages as tests",
    )
    group.addoption(
        "--doctest-4d-prelude",
        metavar="DIR",
        default=None,
        help="the folder with what the pages take as given",
    )
    parser.addini("doctest_4d_prelude", "the folder with what Markdown pages take as given", default="")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Takes the Markdown pages, when asked to."""
    if not parent.config.getoption("doctest_4d") or file_path.suffix.lower() not in (
        ".md",
        ".mdx",
        ".markdown",
    ):
        return None
    from .items import PageFile

    page: pytest.Collector = PageFile.from_parent(parent, path=file_path)
    return page
