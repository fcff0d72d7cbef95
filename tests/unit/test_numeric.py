"""The commands of the theme Math; results as the reference states them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from stdlib4d import numeric
from stdlib4d.errors import DIVISION_BY_ZERO, LanguageError
from tests.support import do

CASES: list[tuple[Callable[..., Any], tuple[Any, ...], float]] = [
    (numeric.abs_, (-10.3,), 10.3),
    (numeric.int_, (123.4,), 123),
    (numeric.int_, (-123.4,), -124),
    (numeric.int_, (math.inf,), math.inf),
    (numeric.dec, (7.31,), 0.31),
    (numeric.dec, (-7.31,), 0.31),
    (numeric.round_, (16.857, 2), 16.86),
    (numeric.round_, (32345.67, -3), 32000),
    (numeric.round_, (29.8725, 3), 29.873),
    (numeric.round_, (-1.5, 0), -2),
    (numeric.round_, (math.inf, 2), math.inf),
    (numeric.trunc, (216.897, 1), 216.8),
    (numeric.trunc, (216.897, -1), 210),
    (numeric.trunc, (-216.897, 1), -216.9),
    (numeric.trunc, (-216.897, -1), -220),
    (numeric.mod, (3, 2), 1),
    (numeric.mod, (4, 2), 0),
    (numeric.mod, (3.5, 2), 0),
    (numeric.mod, (-5, 3), -2),
    (numeric.sin, (0,), 0),
    (numeric.cos, (0,), 1),
    (numeric.tan, (0,), 0),
    (numeric.arctan, (1,), math.pi / 4),
    (numeric.exp, (1,), math.e),
    (numeric.exp, (1e9,), math.inf),
    (numeric.log, (math.e,), 1),
    (numeric.log, (0,), -math.inf),
    (numeric.square_root, (25,), 5),
]


@pytest.mark.parametrize(("code", "arguments", "result"), CASES)
def test_result(code: Callable[..., Any], arguments: tuple[Any, ...], result: float) -> None:
    assert do(code, *arguments) == result


def test_no_number() -> None:
    for value in (do(numeric.log, -1), do(numeric.square_root, -1), do(numeric.sin, math.inf)):
        assert math.isnan(value)


def test_mod_by_zero() -> None:
    with pytest.raises(LanguageError) as caught:
        do(numeric.mod, 5, 0)
    assert caught.value.code == DIVISION_BY_ZERO


def test_random() -> None:
    assert all(0 <= do(numeric.random) <= 32767 for _ in range(100))
