"""JSON Parse and JSON Stringify; results as the reference states them."""

from __future__ import annotations

import math
from typing import Any

import pytest

from stdlib4d import json_text
from stdlib4d.errors import LanguageError
from stdlib4d.values import NULL_DATE, STAR, UNDEFINED, UNSET_COLLECTION, Date, NativeObject, Time
from tests.support import do

DAY = Date.of(2017, 10, 16)


class Thing(NativeObject):
    class_name = "Thing"


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (("42.17",), 42.17),
        (("120.13", 9), 120),
        (('"Year 42"', 2), "Year 42"),
        (('{"name":"john"}',), {"name": "john"}),
        (('{"manager":true}', 6), True),
        (("false", 6), False),
        (("5120", 11), Time(5120)),
        (("null",), None),
        (("\ufeff [] ",), []),
        (('"1990-12-25T12:00:00Z"',), "1990-12-25T12:00:00Z"),
        (('"2008-01-01T12:00:00Z"', 4), Date.of(2008, 1, 1)),
        (('"2017-07-13T23:00:00.000Z"', 4), Date.of(2017, 7, 14)),
        (('"2017-10-16"',), DAY),
        (('"2017-10-16"', 2), "2017-10-16"),
        (('{"a":["2017-10-16","2017-13-16","0000-00-00"]}',), {"a": [DAY, "2017-13-16", NULL_DATE]}),
        (('{"2017-10-16":1}',), {"2017-10-16": 1}),
        (('["Monday",10,false]',), ["Monday", 10, False]),
        (('{"a":1,"b":2,"a":3}',), {"a": 3, "b": 2}),
        (("123456789012345678901234567890",), 123456789012345678901234567890.0),
        (('"\\u00e9\\n\\/"',), "é\n/"),
        (("5", STAR), 5),
        (("[1]", 38), None),
    ],
)
def test_parse(arguments: tuple[Any, ...], result: Any) -> None:
    assert do(json_text.json_parse, *arguments) == result


def test_parse_makes_reals_of_big_numbers() -> None:
    assert isinstance(do(json_text.json_parse, "9007199254740993"), float)
    assert isinstance(do(json_text.json_parse, "42"), int)


def test_symbols() -> None:
    text = """{
    "alpha": 4552,
    "beta": [
        {
            "echo": 45,
            "delta": "a \\" { [ , b"
        },
        {
            "echo": 52,
            "golf": [1, {"x": 2}]
        }
    ]
}"""
    symbols = do(json_text.json_parse, text, 38, STAR)["__symbols"]
    assert symbols == {
        "alpha": {"line": 2, "offset": 4},
        "beta": {"line": 3, "offset": 4},
        "beta[0].echo": {"line": 5, "offset": 12},
        "beta[0].delta": {"line": 6, "offset": 12},
        "beta[1].echo": {"line": 9, "offset": 12},
        "beta[1].golf": {"line": 10, "offset": 12},
        "beta[1].golf[1].x": {"line": 10, "offset": 25},
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: expecting value, got the end of the text"),
        ('{"a":1,\n "b" 2}', "line 2, column 6: expecting ':' delimiter, got 2}"),
        ("{'a':1}", "line 1, column 2"),
        ("[1,]", "line 1, column"),
        ("NaN", "wanted a JSON value, got NaN"),
        ("[" * 100_000, "nested too deeply"),
        ("1 2", "line 1, column 3: extra data, got 2"),
    ],
)
def test_parse_error(text: str, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        do(json_text.json_parse, text)
    assert caught.value.message.startswith("JSON Parse: jsonString: ")
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("value", "result"),
    [
        ("Eureka!", '"Eureka!"'),
        ('{"name":"john"}', '"{\\"name\\":\\"john\\"}"'),
        ("é\n\t\x01/", '"é\\n\\t\\u0001/"'),
        (120, "120"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (1e300, "1e+300"),
        (math.nan, "null"),
        (Time(72000), "72000"),
        (DAY, '"2017-10-16"'),
        (NULL_DATE, '"0000-00-00"'),
        (True, "true"),
        (None, "null"),
        (UNDEFINED, "null"),
        (UNSET_COLLECTION, "null"),
        ({}, "{}"),
        ([], "[]"),
        ([33, "mike", DAY, False], '[33,"mike","2017-10-16",false]'),
        ({"a": {"b": [1, None]}}, '{"a":{"b":[1,null]}}'),
        ({"x": Thing()}, '{"x":"[object Thing]"}'),
        ({"x": b"abc"}, '{"x":"[object Blob]"}'),
    ],
)
def test_stringify(value: Any, result: str) -> None:
    assert do(json_text.json_stringify, value) == result


def test_stringify_pretty() -> None:
    value = {"lastname": "Monroe", "children": {"age": "12"}, "list": [1, {}]}
    assert do(json_text.json_stringify, value, STAR) == (
        '{\n\t"lastname": "Monroe",\n\t"children": {\n\t\t"age": "12"\n\t},'
        '\n\t"list": [\n\t\t1,\n\t\t{}\n\t]\n}'
    )


def test_the_same_object_twice_is_no_cycle() -> None:
    inner = {"a": 1}
    assert do(json_text.json_stringify, [inner, inner]) == '[{"a":1},{"a":1}]'


def test_stringify_error() -> None:
    owner: dict[str, Any] = {}
    owner["self"] = [owner]
    with pytest.raises(LanguageError) as caught:
        do(json_text.json_stringify, owner)
    assert "circular" in caught.value.message
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(LanguageError) as caught:
        do(json_text.json_stringify, deep)
    assert "nested too deeply" in caught.value.message
