"""Options and fixtures of all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

#: Where the published reference is looked for when nothing says where it is: beside the checkout.
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "4d-docs"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reference",
        metavar="PATH",
        help="folder with the pages of the 4D reference as Markdown; also FOURD_REFERENCE",
    )


@pytest.fixture(scope="session")
def reference(request: pytest.FixtureRequest) -> Path:
    """The folder of the 4D reference: skips the test when none was given, fails when it is not there."""
    given = request.config.getoption("--reference") or os.environ.get("FOURD_REFERENCE")
    if given:
        folder = Path(given)
        if not folder.is_dir():
            pytest.fail(f"the reference is not at {folder}", pytrace=False)
        return folder
    if BESIDE.is_dir():
        return BESIDE
    pytest.skip("no 4D reference was given: pass --reference PATH or set FOURD_REFERENCE")
