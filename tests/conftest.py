"""Options and fixtures of all tests."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stdlib4d import collation, unicode_library
from stdlib4d.text_search import _icu_finder

#: Where documents are looked for when nothing says where they are: beside the checkout.
BESIDE = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reference",
        metavar="PATH",
        help="folder with the pages of the 4D reference as Markdown; also FOURD_REFERENCE",
    )
    parser.addoption(
        "--seeds",
        metavar="PATH",
        help="folder with the documents whose examples are run as they stand; also FOURD_SEEDS",
    )


def pytest_collection_finish() -> None:
    """Thousands of tests are no garbage: closing an interpreter collects it, and need not look at them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def reference(request: pytest.FixtureRequest) -> Path:
    """The folder of the 4D reference: skips the test when none was given, fails when it is not there."""
    return _folder(request, "--reference", "FOURD_REFERENCE", "4d-docs")


@pytest.fixture(scope="session")
def seeds(request: pytest.FixtureRequest) -> Path:
    """The folder of the documents whose examples run: skips or fails as the reference does."""
    return _folder(request, "--seeds", "FOURD_SEEDS", "seeds")


@pytest.fixture
def without_icu() -> Iterator[None]:
    """A machine for which there is no wheel of ICU."""
    unicode_library.icu.cache_clear()
    collation.fold_once.cache_clear()
    _icu_finder.cache_clear()
    kept, sys.modules["icu"] = sys.modules.get("icu"), None  # type: ignore[assignment]
    yield
    del sys.modules["icu"]
    if kept is not None:
        sys.modules["icu"] = kept
    unicode_library.icu.cache_clear()
    collation.fold_once.cache_clear()
    _icu_finder.cache_clear()


def _folder(request: pytest.FixtureRequest, option: str, variable: str, beside: str) -> Path:
    given = request.config.getoption(option) or os.environ.get(variable)
    if given:
        folder = Path(given)
        if not folder.is_dir():
            pytest.fail(f"{option}: there is no folder {folder}", pytrace=False)
        return folder
    if (BESIDE / beside).is_dir():
        return BESIDE / beside
    pytest.skip(f"none was given: pass {option} PATH or set {variable}")
