"""String, Num, Date, Time, Bool and Time string; results as the reference states them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from stdlib4d import conversion
from stdlib4d.errors import LanguageError
from stdlib4d.values import NULL_DATE, UNDEFINED, Date, NativeObject, Time
from tests.support import do

DAY = Date.of(2006, 12, 29)
NOON_ISH = Time(11 * 3600 + 15 * 60)


class Thing(NativeObject):
    class_name = "Thing"


STRINGS: list[tuple[tuple[Any, ...], str]] = [
    ((2**15,), "32768"),
    ((3 / 1,), "3"),
    ((-0.0,), "0"),
    ((0.1 + 0.2,), "0.3"),
    ((1 / 3,), "0.3333333333333"),
    ((math.pi,), "3.14159265359"),
    ((math.sqrt(2),), "1.414213562373"),
    ((123456789012345.0,), "123456789012345"),
    ((1e20,), "1e+20"),
    ((10**400,), "INF"),
    ((math.nan,), ""),
    ((math.inf,), "INF"),
    ((-math.inf,), "-INF"),
    ((2**15, "###,##0 Inhabitants"), "32,768 Inhabitants"),
    ((1 / 3, "##0.00000"), "0.33333"),
    ((math.pi, "##0.00"), "3.14"),
    ((1234.5, "###,##0.00"), "1,234.50"),
    ((12, "###,##0.00"), "12.00"),
    ((-1234.5, "###,##0.00"), "-1,234.50"),
    ((-0.001, "##0.00"), "0.00"),
    ((2.675, "##0.00"), "2.68"),
    ((1234.5, "###"), "<<<"),
    ((123, "####0.##"), "123"),
    ((0.12, "#####.##"), ".12"),
    ((0, "###"), ""),
    ((123, "^^^^^0"), "   123"),
    ((123, "***,***"), "****123"),
    ((12, "000,000"), "000,012"),
    ((123, "#####0DB;#####0CR;0"), "123DB"),
    ((-123, "#####0DB;#####0CR;0"), "123CR"),
    ((-123, "#####0;(#####0)"), "(123)"),
    ((0, "+##0;-##0;zer"), "zer"),
    ((1, "True;;False"), "True"),
    ((0, "True;;False"), "False"),
    ((-1, "True;;False"), ""),
    ((5551234, "(###) ###-####"), "(555-1234"),
    ((-1, "&x"), "0xFFFFFFFF"),
    ((-1, "&$"), "$FFFFFFFF"),
    ((128, "&x"), "0x0080"),
    ((128, "&$"), "$80"),
    ((16384, "&x"), "0x4000"),
    ((16384, "&$"), "$4000"),
    ((50.3, "&xml"), "50.3"),
    ((50.3, "|Style"), "50.3"),
    ((10, 2), "1010"),
    ((-10, 2), "-1010"),
    ((254, 16), "fe"),
    ((-16523461, 16), "-fc20c5"),
    ((0.5, 2), "0.1"),
    ((math.nan, 10), "NaN"),
    (("abc",), "abc"),
    (("abc", "###"), "abc"),
    ((True,), "True"),
    ((None,), "null"),
    ((UNDEFINED,), ""),
    (({"a": 1},), "[object Object]"),
    ((Thing(),), "[object Thing]"),
    ((Date.of(2023, 11, 27),), "11/27/2023"),
    ((Date.of(2023, 11, 27), 5), "November 27, 2023"),
    ((DAY, 1), "12/29/2006"),
    ((DAY, 2), "Fri, Dec 29, 2006"),
    ((DAY, 3), "Friday, December 29, 2006"),
    ((DAY, 4), "12/29/06"),
    ((Date.of(1896, 12, 29), 4), "12/29/1896"),
    ((DAY, 6), "Dec 29, 2006"),
    ((DAY, 7), "12/29/2006"),
    ((DAY, 8), "2006-12-29T00:00:00"),
    ((DAY, 8, NOON_ISH), "2006-12-29T11:15:00"),
    ((DAY, 9), "2006-12-28T22:00:00Z"),
    ((DAY, 9, NOON_ISH), "2006-12-29T09:15:00Z"),
    ((Date.of(2010, 9, 9), 10), "Wed, 08 Sep 2010 22:00:00 GMT"),
    ((Date.of(32000, 1, 1), 9), "31999-12-31T22:00:00Z"),
    ((NULL_DATE,), "00/00/00"),
    ((NULL_DATE, 101), ""),
    ((DAY, 101), "12/29/2006"),
    ((Date.of(2023, 11, 27), "EEEE d MMMM y GGGG"), "Monday 27 November 2023 Anno Domini"),
    ((Date.of(2023, 11, 27), "E dd/MM/yyyy zzzz"), "Mon 27/11/2023 GMT+02:00"),
    ((Date.of(2023, 11, 27), "E dd/MM/yyyy 'at' hh:mm aa O", NOON_ISH), "Mon 27/11/2023 at 11:15 AM GMT+2"),
    ((Date.of(2000, 6, 15), "QQQQ"), "2nd quarter"),
    ((Date.of(2001, 3, 17), "D"), "76"),
    ((Date.of(1954, 3, 17), "w"), "11"),
    ((Date.of(1954, 3, 17), "eeee"), "Wednesday"),
    ((DAY, "yy MM LLL EEEEEE 'o''clock' ''"), "06 12 Dec Fr o'clock '"),
    ((DAY, "xxx XX X"), "+02:00 +0200 +02"),
    ((Time(3723),), "01:02:03"),
    ((Time(3723), 1), "01:02:03"),
    ((Time(3723), 2), "01:02"),
    ((Time(3723), 3), "1 hour 2 minutes 3 seconds"),
    ((Time(63045), 3), "17 hours 30 minutes 45 seconds"),
    ((Time(46800), 4), "13 hours 0 minute"),
    ((Time(3723), 5), "1:02 AM"),
    ((Time(63045), 5), "5:30 PM"),
    ((Time(3723), 6), "62:03"),
    ((Time(3723), 7), "62 minutes 3 seconds"),
    ((Time(3723), 8), "0000-00-00T01:02:03"),
    ((Time(3723), 9), "01:02:03"),
    ((Time(0), 101), ""),
    ((Time(63045), "hh:mm aa O"), "05:30 PM GMT+2"),
    ((Time(63045), "'It is' K a"), "It is 5 PM"),
    ((Time(55800), "HH 'hours and' mm 'minutes'"), "15 hours and 30 minutes"),
    ((Time(33025), "' 'HH : mm : ss' '"), " 09 : 10 : 25 "),
    ((Time(43200), "B b"), "noon noon"),
    ((Time(48334), "B"), "in the afternoon"),
]


@pytest.mark.parametrize(("arguments", "result"), STRINGS)
def test_string(arguments: tuple[Any, ...], result: str) -> None:
    assert do(conversion.string, *arguments) == result


CASES: list[tuple[Callable[..., Any], tuple[Any, ...], Any]] = [
    (conversion.num, ("ABCD",), 0),
    (conversion.num, ("A1B2C3",), 123),
    (conversion.num, ("123",), 123),
    (conversion.num, ("123.4",), 123.4),
    (conversion.num, ("-123",), -123),
    (conversion.num, ("-123e2",), -12300),
    (conversion.num, ("123e-2",), 1.23),
    (conversion.num, ("123e\u20132",), 1.23),
    (conversion.num, ("123-456",), 123),
    (conversion.num, ("e5",), 5),
    (conversion.num, ("",), 0),
    (conversion.num, ("1e999999999999",), math.inf),
    (conversion.num, ("33,333.33", "."), 33333.33),
    (conversion.num, ("33,333.33", ","), 33.33333),
    (conversion.num, ("12::5", "::"), 12.5),
    (conversion.num, ("ff", 16), 255),
    (conversion.num, ("0xFF",), 0),
    (conversion.num, ("0xFF", 16), 255),
    (conversion.num, ("0xFF", 0), 255),
    (conversion.num, ("2", 2), 0),
    (conversion.num, ("10.3", 16), 16),
    (conversion.num, ("123.20",), 123.2),
    (conversion.num, ("123.20", 10), 123),
    (conversion.num, (True,), 1),
    (conversion.num, (4.5,), 4.5),
    (conversion.num, (UNDEFINED,), 0),
    (conversion.num, (None,), 0),
    (conversion.bool_, (UNDEFINED,), False),
    (conversion.bool_, (None,), False),
    (conversion.bool_, (0.5,), True),
    (conversion.bool_, (0,), False),
    (conversion.bool_, (True,), True),
    (conversion.bool_, ("True",), False),
    (conversion.date_, ("12/25/94",), Date.of(1994, 12, 25)),
    (conversion.date_, ("12/25/29",), Date.of(2029, 12, 25)),
    (conversion.date_, ("40/40/94",), NULL_DATE),
    (conversion.date_, ("aa/12/94",), NULL_DATE),
    (conversion.date_, ("It was the 6/30, we were in 2016",), Date.of(2016, 6, 30)),
    (conversion.date_, ("2020-11-17T00:00:00.0000",), Date.of(2020, 11, 17)),
    (conversion.date_, ("2013-06-05T20:00:00",), Date.of(2013, 6, 5)),
    (conversion.date_, ("2017-07-13T23:00:00.000Z",), Date.of(2017, 7, 14)),
    (conversion.date_, (DAY,), DAY),
    (conversion.date_, (UNDEFINED,), NULL_DATE),
    (conversion.time_, ("13:00:00",), Time(46800)),
    (conversion.time_, ("5:30 PM",), Time(63000)),
    (conversion.time_, ("12:30 AM",), Time(1800)),
    (conversion.time_, ("1 hour 2 minutes 3 seconds",), Time(3723)),
    (conversion.time_, ("62 minutes 3 seconds",), Time(3723)),
    (conversion.time_, ("2020-11-17T10:20:30.5",), Time(37230)),
    (conversion.time_, (10000,), Time(10000)),
    (conversion.time_, (UNDEFINED,), Time(0)),
    (conversion.time_string, (86401,), "24:00:01"),
    (conversion.time_string, (Time(46800),), "13:00:00"),
]


@pytest.mark.parametrize(("code", "arguments", "result"), CASES)
def test_result(code: Callable[..., Any], arguments: tuple[Any, ...], result: Any) -> None:
    found = do(code, *arguments)
    assert found == result
    assert isinstance(found, bool) == isinstance(result, bool)


@pytest.mark.parametrize(
    ("code", "arguments", "message"),
    [
        (conversion.string, (b"x",), "String: expression: wanted Text"),
        (conversion.string, (5, 99), "String: base: wanted 2 to 36, got 99"),
        (conversion.string, (DAY, "rr"), "String: format: wanted a date or time pattern, got the letter r"),
        (conversion.num, (DAY,), "Num: expression: wanted Text or Boolean or Real"),
    ],
)
def test_error(code: Callable[..., Any], arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        do(code, *arguments)
    assert message in caught.value.message
