"""The query language of collections: what scripts cannot easily reach."""

from __future__ import annotations

import re
from typing import Any

import pytest

from stdlib4d import query_language as language
from stdlib4d.errors import LanguageError
from stdlib4d.query import indices, query
from stdlib4d.values import UNDEFINED, UNSET_OBJECT, Date, Time
from tests.support import FakeFunction, do

PEOPLE = [{"name": "Kim", "age": 30}, {"name": "John", "age": 31.5}, {"name": None}, {}]


def places(this: list[Any], text: str, *values: Any) -> Any:
    """The places of what is found; checked against what query finds."""
    found = do(indices, text, *values, this=this)
    assert do(query, text, *values, this=this) == [this[index] for index in found]
    return found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a = 1", ["word a", "symbol =", "word 1", "end "]),
        ("a.b[].c[x]!==:1", ["word a.b[].c[x]", "symbol !==", "placeholder 1", "end "]),
        ("a in[b]", ["word a", "word in", "symbol [", "word b", "symbol ]", "end "]),
        ("in[a]=1", ["word in", "symbol [", "word a", "symbol ]", "symbol =", "word 1", "end "]),
        ("a == 'x  y' && b", ["word a", "symbol =", "text x  y", "symbol and", "word b", "end "]),
        ('"a\\"b\\\\"', ['quoted a"b\\', "end "]),
        (":a.b_1<-5||", ["placeholder a.b_1", "symbol <", "word -5", "symbol or", "end "]),
        ("a=12:30", ["word a", "symbol =", "word 12:30", "end "]),
        ("", ["end "]),
    ],
)
def test_tokens(text: str, kinds: list[str]) -> None:
    assert [f"{token.kind} {token.text}" for token in language.tokens(text)] == kinds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("age = 30", [0]),
        ("age = 31.5000001", [1]),
        ("age < 1e2", [0, 1]),
        ("age > -1 and age <= 30.0", [0]),
        ("age = 1_0", []),
        ("age = nan", []),
        ("age in [30, 31.5]", [0, 1]),
        ("name = @", [0, 1]),
        ("name = @i@", [0]),
        ("name = @n", [1]),
        ("name = j@n", [1]),
        ("name > 'K@'", []),
        ("name >= k@", [0]),
        ("name # 'k@'", [1]),
        ("name = NULL", [2, 3]),
        ("not (name = null)", [0, 1]),
        ("name < null", []),
        ("name = 'null'", []),
        ("name % kim", [0]),
        ("name % 5", []),
        ("name = kim or not not name = john", [0, 1]),
        ("order by age", [0, 1, 2, 3]),
    ],
)
def test_found(text: str, found: list[int]) -> None:
    assert do(indices, text, this=PEOPLE) == found


@pytest.mark.parametrize("value", [None, UNDEFINED, UNSET_OBJECT])
def test_nothing_is_like_a_given_null(value: Any) -> None:
    for comparator in ("=", "#", "<", "is", "is not"):
        assert places(PEOPLE, f"age {comparator} :1", value) == []


def test_types_of_given_values() -> None:
    this = [{"v": 60}, {"v": "60"}, {"v": True}, {"v": Date.of(2024, 3, 5)}, {"v": "2024-03-05"}]
    assert places(this, "v = :1", Time(60)) == [0]
    assert places(this, "v = :1", "60") == [1]
    assert places(this, "v = :1", True) == [2]
    assert places(this, "v # :1", True) == [0, 1, 3, 4]
    assert places(this, "v > :1", False) == []
    assert places(this, "v = :1", Date.of(2024, 3, 5)) == [3]
    assert places(this, "v = 2024-03-05") == [3, 4]
    assert places(this, "v in [2024-03-05, true, 60]") == [0, 1, 2, 3, 4]
    assert places(this, "v = 2024-13-05") == []


def test_settings_are_the_last_value() -> None:
    this = [{"a": {"b": 1}}, {"a": {"b": 2}}]
    assert places(this, "a.b = :1", 2, {}) == [1]
    assert places(this, ":p = :v.w", {"attributes": {"p": "a.b"}, "parameters": {"v": {"w": 1}}}) == [0]
    assert places(this, ":p = :v.w", {"attributes": {"p": ["a", "b"]}, "parameters": {"v.w": 2}}) == [1]
    assert places(this, "a = :v", {"parameters": {"v": this[1]["a"]}}) == [1]
    assert places(this, "a # :v", {"parameters": {"v": this[1]["a"]}}) == [0]


def test_order_keeps_what_is_equal() -> None:
    this = [{"n": 1, "k": "b"}, {"n": 2, "k": "A"}, {"n": 3, "k": "a"}, {"n": 4, "k": 5}, {"n": 5}]
    assert [e["n"] for e in do(query, "order by k", this=this)] == [5, 2, 3, 1, 4]
    assert [e["n"] for e in do(query, "n > 0 order by k desc, n desc", this=this)] == [4, 1, 3, 2, 5]
    assert [e["n"] for e in do(query, "n > 0 order by k, order by n desc", this=this)] == [5, 3, 2, 1, 4]


def test_letters_of_different_collections() -> None:
    this = [{"a": [{"v": 1}], "b": [{"v": 2}]}, {"a": [{"v": 2}], "b": [{"v": 1}]}]
    assert places(this, "a[x].v = 1 and b[x].v = 2") == [0]
    assert places(this, "(a[x].v = 1 and b[y].v = 2) or (a[x].v = 2 and b[y].v = 1)") == [0, 1]
    assert places(this, "not (a[x].v = 1 and a[x].v # 2)") == [1]
    assert places(this, "a[x].v[] = null") == [0, 1]


def test_a_query_is_parsed_once() -> None:
    assert language.parse_query("a = 1") is language.parse_query("a = 1")


@pytest.mark.parametrize(
    ("text", "values", "message"),
    [
        ("a", (), "character 2: wanted a comparator, got the end"),
        ("a = 1 and", (), "character 10: wanted a property path, got the end"),
        ("a = 1 2", (), "character 7: wanted and, or, order by or the end, got 2"),
        ("a = and", (), "character 5: wanted a value, got and"),
        ("a < [1]", (), "character 5: wanted a value, got ["),
        ("a in [1 2]", (), "character 9: wanted , or ], got 2"),
        ("a in 5", (), "character 6: in: wanted Collection, got Text"),
        ("a ! 1", (), "character 3: unexpected !"),
        ("a = :", (), "character 5: wanted a number or a name behind :"),
        ("a = :0", (1,), "character 5: there is no value for :0"),
        ("a..b = 1", (), "character 1: wanted a property path, got a..b"),
        ("a{2}.b = 1", (), "character 1: wanted a property path, got a{2}.b"),
        (":1 and a = 2", (5,), "character 1: wanted a comparator behind :1"),
        (":1", (FakeFunction(lambda: True),), "character 1: formulas are not supported"),
        ("a = :1", (FakeFunction(lambda: True),), "character 5: formulas are not supported"),
        (":1 = 2", (FakeFunction(lambda: True),), "character 1: formulas are not supported"),
        ("a = :1", ([], 1), "character 5: wanted a scalar value for :1, got Collection"),
        ("a is :v", ({"parameters": {"v": []}},), "character 6: === cannot take Collection"),
        ("a = :1", (b"x",), "character 5: = cannot take Blob"),
        ("a = :v", ({"parameters": 5},), "querySettings: parameters: wanted Object, got Number"),
        (":1 = 5", ("a[1]",), "character 1: wanted a property path, got a[1]"),
        ("not = 1 (", (), "character 9: wanted and, or, order by or the end"),
        ("not " * 201 + "a = 1", (), "nested deeper than 200 levels"),
        ("a = " + "x" * 100_000, (), "wanted 100000 characters at most, got 100004"),
        ("a = :1", (1,) * 129, "wanted 128 values at most, got 129"),
    ],
)
def test_error(text: str, values: tuple[Any, ...], message: str) -> None:
    with pytest.raises(LanguageError, match=re.escape(message)):
        do(query, text, *values, this=[])


def test_a_long_query_is_not_a_deep_one() -> None:
    text = " or ".join(f"age = {number}" for number in range(5000))
    assert places(PEOPLE, text) == [0]
