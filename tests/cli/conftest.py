"""Options and fixtures of the tests that start the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

#: Where the documents are looked for when nothing says where they are: beside the checkout.
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--seeds",
        metavar="PATH",
        help="folder with the documents whose examples are run as they stand; also FOURD_SEEDS",
    )


@pytest.fixture(scope="session")
def seeds(request: pytest.FixtureRequest) -> Path:
    """The folder of the documents. Skips the test when there is none, fails when the one given is missing."""
    # pytest knows the option only where it reads this file before it starts to collect.
    given = request.config.getoption("--seeds", None) or os.environ.get("FOURD_SEEDS")
    if given:
        folder = Path(given)
        if not folder.is_dir():
            pytest.fail(f"the documents are not at {folder}", pytrace=False)
        return folder
    if BESIDE.is_dir():
        return BESIDE
    pytest.skip("no documents were given: pass --seeds PATH or set FOURD_SEEDS")
