"""Collections; results as the reference states them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from stdlib4d import collection as c
from stdlib4d import collection_calls as calls
from stdlib4d import collection_values as v
from stdlib4d.conversion import num, string
from stdlib4d.errors import LanguageError
from stdlib4d.references import Pointer
from stdlib4d.values import UNDEFINED, UNSET_OBJECT, Date, Time
from tests.support import FakeFunction, do

TENS = [10, 20, 30, 40, 50]
LETTERS = list("abcdefghijeke")
NAMES = [1, 2, "Henry", 5, 3, "Albert", 6, 4, "Alan", 5]
STAFF = [
    {"name": "Smith", "salary": 10000},
    {"name": "Wesson", "salary": 50000},
    {"name": "Gross", "salary": 10500},
    {"lastName": "Henry", "salary": 12000},
]
CITIES = [{"name": "Cleveland"}, {"zip": 5321}, {"name": "Blountsville"}, 42]
FRUITS = ["Orange", "Banana"]
DAY = Date.of(1990, 1, 1)

#: Functions that leave the collection as it is: function, collection, arguments, result.
READING: list[tuple[Callable[..., Any], list[Any], tuple[Any, ...], Any]] = [
    (c.at, TENS, (0,), 10),
    (c.at, TENS, (-2,), 40),
    (c.at, TENS, (10,), UNDEFINED),
    (c.at, TENS, (-6,), UNDEFINED),
    (c.first, TENS, (), 10),
    (c.first, [], (), UNDEFINED),
    (c.last, TENS, (), 50),
    (c.last, [], (), UNDEFINED),
    (c.concat, [1, 2], (FRUITS, 6, [7]), [1, 2, "Orange", "Banana", 6, 7]),
    (c.slice_, [1, 2, 3, 4, 5], (0, 3), [1, 2, 3]),
    (c.slice_, [1, 2, 3, 4, 5], (3,), [4, 5]),
    (c.slice_, [1, 2, 3, 4, 5], (1, -1), [2, 3, 4]),
    (c.slice_, [1, 2, 3, 4, 5], (-3, -2), [3]),
    (c.slice_, [1, 2, 3], (2, 1), []),
    (c.slice_, [1, 2, 3], (-9, 99), [1, 2, 3]),
    (c.reverse, [1, 3, 5], (), [5, 3, 1]),
    (c.flat, [1, 2, [3, 4, [5, 6]]], (), [1, 2, 3, 4, [5, 6]]),
    (c.flat, [1, 2, [3, 4, [5, 6]]], (2,), [1, 2, 3, 4, 5, 6]),
    (c.flat, [1, [2, [3, [4, []]]]], (2**31 - 1,), [1, 2, 3, 4]),
    (c.join, [1, 2, 3, "Paris", None, "", 4, 5], ("|",), "1|2|3|Paris|null||4|5"),
    (c.join, [1, 2, 3, "Paris", None, "", 4, 5], ("|", 1), "1|2|3|Paris|4|5"),
    (c.extract, CITIES, ("name",), ["Cleveland", "Blountsville"]),
    (c.extract, CITIES, ("name", 2), ["Cleveland", None, "Blountsville", None]),
    (
        c.extract,
        [{"zc": 1}, {"name": None, "zc": 2}, {"name": "A", "zc": 3}],
        ("name", "City", "zc", "Zip"),
        [{"Zip": 1}, {"City": None, "Zip": 2}, {"City": "A", "Zip": 3}],
    ),
    (c.extract, [{"a": {"b": 1}}], ("a.b", "x.y"), [{"x": {"y": 1}}]),
    (c.extract, [{"zc": 1}, {"name": None}, {"name": "A"}, 5], ("name", "C"), [{"C": None}, {"C": "A"}]),
    (v.average, [10, 20, "Monday", True, 6], (), 12),
    (v.average, STAFF[:3], ("salary",), 23500),
    (v.average, [], (), UNDEFINED),
    (v.average, STAFF, ("nothing",), UNDEFINED),
    (v.sum_, [10, 20, "Monday", True, 2], (), 32),
    (v.sum_, STAFF[:3], ("salary",), 70500),
    (v.sum_, [], (), 0),
    (v.min_, [200, 150, 55], (), 55),
    (v.max_, [200, 150, 55], (), 200),
    (v.max_, [1, "z", DAY, True], (), DAY),
    (v.min_, [1, "z", None], (), None),
    (v.min_, STAFF, ("name",), "Gross"),
    (v.max_, STAFF, ("name",), "Wesson"),
    (v.max_, [], (), UNDEFINED),
    (v.count, [20, 30, None, 40, *STAFF], (), 7),
    (v.count, [20, *STAFF], ("name",), 3),
    (v.count_values, [1, 2, 5, 5, 5, 3], (5,), 3),
    (v.count_values, STAFF, (10000, "salary"), 1),
    (v.count_values, [1, TENS, 2], (TENS,), 1),
    (v.includes, NAMES, (3,), True),
    (v.includes, NAMES, (5, 6), True),
    (v.includes, NAMES, ("al@",), True),
    (v.includes, NAMES, ("Hello",), False),
    (v.includes, [True], (1,), False),
    (v.includes, [None], (None,), True),
    (v.includes, STAFF, (STAFF[1],), True),
    (v.includes, STAFF, (dict(STAFF[1]),), False),
    (v.index_of, NAMES, (3,), 4),
    (v.index_of, NAMES, (5, 5), 9),
    (v.index_of, NAMES, (5, -1), 9),
    (v.index_of, NAMES, ("al@",), 5),
    (v.index_of, NAMES, ("Hello",), -1),
    (v.index_of, NAMES, (1, 10), -1),
    (v.last_index_of, LETTERS, ("e",), 12),
    (v.last_index_of, LETTERS, ("e", 6), 4),
    (v.last_index_of, LETTERS, ("e", 15), 12),
    (v.last_index_of, LETTERS, ("e", -2), 10),
    (v.last_index_of, LETTERS, ("x",), -1),
    (v.last_index_of, LETTERS, ("a", 0), -1),
    (v.last_index_of, LETTERS, ("a", -99), -1),
    (v.equal, [{"a": 1, "b": "orange"}, 2], ([{"a": 1, "b": "orange"}, 2, 3],), False),
    (v.equal, [{"1": "a", "b": "orange"}], ([{"a": 1, "b": "orange"}],), False),
    (v.equal, [{"a": 1, "b": "orange"}], ([{"a": 1, "b": "ORange"}],), True),
    (v.equal, [{"a": 1, "b": "orange"}], ([{"a": 1, "b": "ORange"}], 8), False),
    (v.equal, ["abc"], (["a@"],), False),
    (v.distinct, ["a", "b", "c", "A", "B", "c", "b", "b"], (), ["a", "b", "c"]),
    (v.distinct, ["a", "b", "c", "A", "B", "c", "b", "b"], (8,), ["a", "A", "b", "B", "c"]),
    (v.distinct, [3, None, {"size": 1}, {"size": 1}], (), [3, {"size": 1}, {"size": 1}]),
    (v.distinct, [{"size": 1}, {"size": 3}, {"size": 1}, "a"], ("size",), [1, 3]),
    (
        v.distinct,
        [{"size": 1}, {"size": 3}, {"size": 1}],
        ("size", 32),
        [{"value": 1, "count": 2}, {"value": 3, "count": 1}],
    ),
    (v.order_by, ["1111", "222", "33", "4"], (), ["1111", "222", "33", "4"]),
    (v.order_by, [5, 3, 9], (1,), [9, 5, 3]),
    (v.order_by, [DAY, [1], 2, "b", True, None, False, "A"], (), [None, False, True, "A", "b", 2, [1], DAY]),
    (v.order_by, STAFF[:3], ("salary desc",), [STAFF[1], STAFF[2], STAFF[0]]),
    (v.order_by, STAFF, ("name",), [STAFF[3], STAFF[2], STAFF[0], STAFF[1]]),
    (
        v.order_by,
        [{"a": 1, "b": 1}, {"a": 2, "b": 2}, {"a": 1, "b": 3}],
        ("a desc, b desc",),
        [{"a": 2, "b": 2}, {"a": 1, "b": 3}, {"a": 1, "b": 1}],
    ),
    (
        v.order_by,
        [{"p": {"q": 1}}, {"p": {"q": 2}}],
        ([{"propertyPath": "p.q", "descending": True}],),
        [{"p": {"q": 2}}, {"p": {"q": 1}}],
    ),
]


@pytest.mark.parametrize(("code", "this", "arguments", "result"), READING)
def test_reading(code: Callable[..., Any], this: list[Any], arguments: tuple[Any, ...], result: Any) -> None:
    before = list(this)
    found = do(code, *arguments, this=this)
    assert found == result
    assert found is not this
    assert this == before


#: Functions that change the collection: function, collection, arguments, collection afterwards.
CHANGING: list[tuple[Callable[..., Any], list[Any], tuple[Any, ...], list[Any]]] = [
    (c.push, [5, 3], (7, Time(60), UNDEFINED, UNSET_OBJECT), [5, 3, 7, 60, None, None]),
    (c.unshift, [5], (6, 7), [6, 7, 5]),
    (c.insert, ["a", "b", "c", "d"], (2, "X"), ["a", "b", "X", "c", "d"]),
    (c.insert, ["a", "b", "c", "d"], (-2, "Y"), ["a", "b", "Y", "c", "d"]),
    (c.insert, ["a"], (-10, "Hi"), ["Hi", "a"]),
    (c.insert, ["a"], (10, "Z"), ["a", "Z"]),
    (c.combine, [1, 2, 3, 4], (FRUITS, 3), [1, 2, 3, "Orange", "Banana", 4]),
    (c.combine, [1], (FRUITS,), [1, "Orange", "Banana"]),
    (c.remove, ["a", "b", "c", "d"], (2,), ["a", "b", "d"]),
    (c.remove, ["b", "c", "g", "h"], (-3, 1), ["b", "g", "h"]),
    (c.remove, ["b", "c"], (5,), ["b", "c"]),
    (c.remove, [], (0,), []),
    (c.clear, [1, 2], (), []),
    (c.resize, [1, 2, 3], (2,), [1, 2]),
    (c.resize, [1], (3,), [1, None, None]),
    (c.resize, [1], (3, 0), [1, 0, 0]),
    (c.fill, [1, 2, 3], ("2",), ["2", "2", "2"]),
    (c.fill, [2, 2, 2, 2, 2], (0, 1, 5), [2, 0, 0, 0, 0]),
    (c.fill, [2, 0, 0, 0, 0, 9, 9, 9], ("w", 1, -5), [2, "w", "w", 0, 0, 9, 9, 9]),
    (c.fill, [1, 2], (0, 1, 0), [1, 2]),
    (calls.sort, ["Tom", 5, "Mary", 3, "artie", 6], (), ["artie", "Mary", "Tom", 3, 5, 6]),
    (calls.sort, [10, 20, 5], (1,), [20, 10, 5]),
    (calls.sort, [2, math.nan, math.inf, -math.inf], (), [math.nan, -math.inf, 2, math.inf]),
]


@pytest.mark.parametrize(("code", "this", "arguments", "after"), CHANGING)
def test_changing(
    code: Callable[..., Any], this: list[Any], arguments: tuple[Any, ...], after: list[Any]
) -> None:
    this = list(this)
    assert do(code, *arguments, this=this) is this
    assert repr(this) == repr(after)


def test_making() -> None:
    assert do(c.new_collection) == []
    assert do(c.new_collection, 33, "mike", Time(5), UNDEFINED) == [33, "mike", 5, None]
    assert c.length([1, 2]) == 2


def test_ends() -> None:
    stack = [1, 2]
    assert do(c.pop, this=stack) == 2
    assert do(c.shift, this=stack) == 1
    assert do(c.pop, this=stack) is UNDEFINED
    assert do(c.shift, this=stack) is UNDEFINED


def test_copy_is_deep() -> None:
    inner = {"a": 1}
    made = do(c.copy, this=[inner])
    assert made == [inner]
    assert made[0] is not inner


def test_copy_of_pointers() -> None:
    pointer = Pointer("$what", "what", lambda: {"n": Time(5)}, lambda value: None)
    assert do(c.copy, this=[pointer]) == [pointer]
    assert do(c.copy, 1, this=[{"p": pointer}]) == [{"p": {"n": Time(5)}}]


def test_combining_with_itself() -> None:
    this = [1, 2]
    assert do(c.combine, this, this=this) == [1, 2, 1, 2]


def formula(code: Callable[[dict[str, Any]], Any]) -> FakeFunction:
    """A formula that looks only at its first argument."""
    return FakeFunction(lambda item, *extra: code(item))


POSITIVE = formula(lambda item: item["value"] > 0)


def _method(item: dict[str, Any], limit: int) -> Any:
    item["result"] = item["value"] > limit
    return UNDEFINED


def test_every_and_some() -> None:
    assert do(calls.every, POSITIVE, this=[5, 3]) is True
    assert do(calls.every, POSITIVE, this=[5, -3]) is False
    assert do(calls.every, 1, POSITIVE, this=[-5, 3]) is True
    assert do(calls.every, 2, POSITIVE, this=[5, 3]) is False
    assert do(calls.some, POSITIVE, this=[-5, 3]) is True
    assert do(calls.some, 1, POSITIVE, this=[1, -5]) is False
    assert do(calls.some, FakeFunction(_method), 4, this=[1, 5]) is True


def test_find() -> None:
    assert do(calls.find, FakeFunction(_method), 4, this=[1, 5, 6]) == 5
    assert do(calls.find, POSITIVE, this=[-1]) is UNDEFINED
    assert do(calls.find_index, POSITIVE, this=[-1, 4, 5]) == 1
    assert do(calls.find_index, 2, POSITIVE, this=[-1, 4, 5]) == 2
    assert do(calls.find_index, POSITIVE, this=[]) == -1


def test_filter_and_map() -> None:
    assert do(calls.filter_, POSITIVE, this=[-1, 4, 0, 5]) == [4, 5]
    share = FakeFunction(lambda item, total: round(item["value"] / total * 100, 2))
    assert do(calls.map_, share, 44, this=[1, 4, 9, 10, 20]) == [2.27, 9.09, 20.45, 22.73, 45.45]
    pair = formula(lambda item: [item["value"], [0]])
    assert do(calls.flat_map, pair, this=[1, 2]) == [1, [0], 2, [0]]


def test_stop() -> None:
    def until_three(item: dict[str, Any]) -> Any:
        item["stop"] = item["value"] == 3
        return item["value"] * 10

    assert do(calls.map_, FakeFunction(until_three), this=[1, 2, 3, 4]) == [10, 20, 30]


def test_reduce() -> None:
    def multiply(item: dict[str, Any]) -> Any:
        item["accumulator"] *= item["value"]
        return UNDEFINED

    def flatten(item: dict[str, Any]) -> Any:
        item.setdefault("accumulator", []).extend(item["value"])
        return UNDEFINED

    this = [5, 3, 5, 1, 3, 4, 4, 6, 2, 2]
    assert do(calls.reduce, FakeFunction(multiply), 1, this=this) == 86400
    assert do(calls.reduce, FakeFunction(flatten), this=[[0, 1], [2, 3]]) == [0, 1, 2, 3]
    assert do(calls.reduce_right, FakeFunction(flatten), this=[[0, 1], [2, 3]]) == [2, 3, 0, 1]
    assert do(calls.reduce, FakeFunction(multiply), this=[]) is UNDEFINED


def test_sorting_by_a_formula() -> None:
    by_number = formula(lambda item: num(item["value"]) < num(item["value2"]))
    assert do(calls.order_by_method, by_number, this=["1111", "222", "33", "4"]) == ["4", "33", "222", "1111"]
    by_text = formula(lambda item: string(None, item["value"]) < string(None, item["value2"]))
    this = [33, 4, 66, 1111, 222]
    assert do(calls.sort, by_text, this=this) is this
    assert this == [1111, 222, 33, 4, 66]


def test_multi_sort() -> None:
    letters, numbers, more = ["A", "C", "B"], [1, 2, 3], [["Jim"], ["blue"], ["11"]]
    assert do(calls.multi_sort_, [numbers, more], this=letters) == ["A", "B", "C"]
    assert numbers == [1, 3, 2]
    assert more == [["Jim"], ["11"], ["blue"]]


def test_multi_sort_by_levels() -> None:
    city = ["Paris", "Lyon", "Rabat", "Eching", "San Diego"]
    country = ["France", "France", "Morocco", "Germany", "US"]
    continent = ["Europe", "Europe", "Africa", "Europe", "America"]
    do(calls.multi_sort_, [country, {"collection": city, "order": 0}], this=continent)
    assert continent == ["Africa", "America", "Europe", "Europe", "Europe"]
    assert city == ["Rabat", "San Diego", "Eching", "Lyon", "Paris"]
    assert country == ["Morocco", "US", "Germany", "France", "France"]


def test_multi_sort_by_a_formula() -> None:
    names = [{"f": "John"}, {"f": "Alain"}, {"f": "Jane"}, {"f": "John"}]
    rows = [1, 2, 3, 4]
    less = formula(lambda item: item["value"]["f"] < item["value2"]["f"])
    do(calls.multi_sort_, less, [rows], this=names)
    assert rows == [2, 3, 1, 4]


@pytest.mark.parametrize(
    ("code", "this", "arguments", "message"),
    [
        (c.resize, [], (-1,), "resize: size: wanted 0 to"),
        (c.combine, [], (UNSET_OBJECT,), "combine: col2: wanted Collection, got Null"),
        (c.push, [], (), "push: at least 1 argument wanted, got 0"),
        (v.sum_, [1], ("a[0]",), "a path cannot contain brackets"),
        (v.order_by, [1], ("a up",), "orderBy: pathStrings"),
        (v.order_by, [1], ([1],), "orderBy: pathObjects"),
        (calls.map_, [1], (5,), "map: formula: wanted 4D.Function or Text, got Number"),
        (calls.multi_sort_, [1], ([[1, 2]],), "multiSort: colsToSort: wanted 1 elements in each, got 2"),
    ],
)
def test_error(code: Callable[..., Any], this: list[Any], arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        do(code, *arguments, this=this)
    assert message in caught.value.message + caught.value.hint


def test_flat_of_a_collection_in_itself() -> None:
    this: list[Any] = []
    this.append(this)
    assert do(c.flat, 3, this=this)[0] is this
    with pytest.raises(LanguageError):
        do(c.flat, 2**31 - 1, this=this)
