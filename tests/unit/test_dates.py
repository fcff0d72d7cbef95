"""The commands of the theme Date and Time, at the fixed moment of the fake host."""

from __future__ import annotations

from typing import Any

import pytest

from stdlib4d import dates
from stdlib4d.errors import LanguageError
from stdlib4d.values import NULL_DATE, STAR, Date, Time
from tests.support import FakeWorld, do

CHRISTMAS = Date.of(1992, 12, 25)


def test_clock() -> None:
    assert do(dates.current_date) == Date.of(2024, 3, 5)
    assert do(dates.current_date, STAR) == Date.of(2024, 3, 5)
    assert do(dates.current_time) == Time(14 * 3600 + 7 * 60 + 9)
    assert do(dates.timestamp) == "2024-03-05T12:07:09.123Z"
    assert do(dates.milliseconds) == 100_000
    assert do(dates.tickcount) == 6000


def test_milliseconds_start_over() -> None:
    world = FakeWorld()
    world.host.seconds = 2**31 / 1000 + 1
    assert world.do(dates.milliseconds) == -(2**31) + 1000


def test_parts() -> None:
    assert do(dates.day_of, CHRISTMAS) == 25
    assert do(dates.month_of, CHRISTMAS) == 12
    assert do(dates.year_of, CHRISTMAS) == 1992
    assert do(dates.year_of, NULL_DATE) == 0


def test_day_number() -> None:
    assert do(dates.day_number, CHRISTMAS) == 6
    assert do(dates.day_number, Date.of(2024, 3, 3)) == 1
    assert do(dates.day_number, NULL_DATE) == 2


@pytest.mark.parametrize(
    ("start", "years", "months", "days", "result"),
    [
        ((1992, 12, 25), 1, 0, 0, (1993, 12, 25)),
        ((1992, 12, 25), 0, 1, 0, (1993, 1, 25)),
        ((1992, 12, 25), 0, 0, 7, (1993, 1, 1)),
        ((2024, 1, 31), 0, 1, 0, (2024, 3, 2)),
        ((2024, 1, 31), 0, -2, -1, (2023, 11, 30)),
    ],
)
def test_add_to_date(start: Any, years: int, months: int, days: int, result: Any) -> None:
    assert do(dates.add_to_date, Date.of(*start), years, months, days) == Date.of(*result)


def test_add_to_date_beyond_the_calendar() -> None:
    assert do(dates.add_to_date, NULL_DATE, 1, 1, 1) == NULL_DATE
    with pytest.raises(LanguageError):
        do(dates.add_to_date, CHRISTMAS, 40000, 0, 0)
