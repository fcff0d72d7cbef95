"""Fixtures of the tests of POP3."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.unit.mail.world import Authority

from .bench import Bench


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def bench(authority: Authority) -> Iterator[Bench]:
    bench = Bench(authority)
    yield bench
    bench.close()


@pytest.fixture(scope="module", autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A socket that nobody closed shows at the end of this module, and not as the fault of another."""
    yield
    gc.collect()
