"""The commands of the theme Objects (Language)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stdlib4d import objects
from stdlib4d.errors import OBJECT_EXPECTED, READ_ONLY, LanguageError
from stdlib4d.registry import attribute
from stdlib4d.values import NULL_DATE, UNDEFINED, UNSET_OBJECT, Date, NativeObject, Time
from tests.support import do

DAY = Date.of(2010, 1, 30)


class Box(NativeObject):
    class_name = "Box"

    @attribute("size", "Integer")
    def size(self) -> int:
        return 7


def test_new_object() -> None:
    assert do(objects.new_object) == {}
    made = do(objects.new_object, "name", "Smith", "age", 40, "at", Time(3601), "none", UNSET_OBJECT)
    assert made == {"name": "Smith", "age": 40, "at": 3601, "none": None}
    assert list(made) == ["name", "age", "at", "none"]


def test_new_object_skips_undefined_and_needs_pairs() -> None:
    assert do(objects.new_object, "a", UNDEFINED) == {}
    with pytest.raises(LanguageError) as caught:
        do(objects.new_object, "a")
    assert "wanted a value for each property" in caught.value.message


def test_set() -> None:
    owner: dict[str, Any] = {"a": 1, "t": "x", "b": True, "d": DAY, "c": [1]}
    do(objects.ob_set, owner, "a", UNDEFINED, "t", UNDEFINED, "b", UNDEFINED, "d", UNDEFINED, "c", UNDEFINED)
    assert owner == {"a": 0, "t": "", "b": False, "d": NULL_DATE, "c": None}
    do(objects.ob_set, owner, "new", 5)
    do(objects.ob_set_null, owner, "a")
    do(objects.ob_remove, owner, "t")
    do(objects.ob_remove, owner, "not there")
    assert owner == {"a": None, "b": False, "d": NULL_DATE, "c": None, "new": 5}


@pytest.mark.parametrize("code", [objects.ob_remove, objects.ob_set_null])
def test_null_is_no_object(code: Callable[..., Any]) -> None:
    with pytest.raises(LanguageError) as caught:
        do(code, UNSET_OBJECT, "a")
    assert caught.value.code == OBJECT_EXPECTED
    assert caught.value.hint


@pytest.mark.parametrize(
    ("value", "kind", "result"),
    [
        ("Harry", 0, "Harry"),
        (42, 9, 42),
        (42.7, 9, 42),
        ("42.5", 1, 42.5),
        (3601, 11, Time(3601)),
        ("01:00:01", 11, Time(3601)),
        (DAY, 4, DAY),
        ("2010-01-30T00:00:00", 4, DAY),
        (5, 4, NULL_DATE),
        (DAY, 2, "2010-01-30"),
        (12.5, 2, "12.5"),
        (1, 6, True),
        (None, 2, ""),
        ("x", 255, None),
        ("x", 38, None),
        ({"a": 1}, 38, {"a": 1}),
        ([1], 2, ""),
    ],
)
def test_get(value: Any, kind: int, result: Any) -> None:
    assert do(objects.ob_get, {"p": value}, "p", *([kind] if kind else [])) == result


def test_get_what_is_not_there() -> None:
    assert do(objects.ob_get, {}, "p") is UNDEFINED
    assert do(objects.ob_get, {"P": 1}, "p") is UNDEFINED
    assert do(objects.ob_get, None, "p") is UNDEFINED
    with pytest.raises(LanguageError):
        do(objects.ob_get, {"p": 1}, "p", 3)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("a", 2), (1, 1), (1.5, 1), (True, 6), ({}, 38), ([], 42), (None, 255), (DAY, 4), (b"", 38)],
)
def test_get_type(value: Any, kind: int) -> None:
    assert do(objects.ob_get_type, {"p": value}, "p") == kind


def test_defined_and_empty() -> None:
    assert not do(objects.ob_is_defined, UNSET_OBJECT)
    assert not do(objects.ob_is_defined, UNDEFINED)
    assert do(objects.ob_is_defined, {})
    assert do(objects.ob_is_defined, {"age": None}, "age")
    assert not do(objects.ob_is_defined, {"age": 1}, "Age")
    assert do(objects.ob_is_empty, UNSET_OBJECT)
    assert do(objects.ob_is_empty, UNDEFINED)
    assert do(objects.ob_is_empty, {})
    assert not do(objects.ob_is_empty, {"a": None})
    assert do(objects.ob_get_type, {}, "p") == 5


def test_lists() -> None:
    owner = {"b": 1, "a": {"c": 2}}
    assert do(objects.ob_keys, owner) == ["b", "a"]
    assert do(objects.ob_values, owner) == [1, {"c": 2}]
    assert do(objects.ob_entries, owner) == [{"key": "b", "value": 1}, {"key": "a", "value": {"c": 2}}]


def test_copy_is_deep_and_keeps_cycles() -> None:
    inner = [1, {"x": 2}]
    owner: dict[str, Any] = {"inner": inner, "again": inner}
    owner["self"] = owner
    made = do(objects.ob_copy, owner)
    assert made is not owner
    assert made["self"] is made
    assert made["inner"] == inner
    assert made["inner"] is not inner
    assert made["again"] is made["inner"]


def test_copy_of_something_very_deep() -> None:
    owner: dict[str, Any] = {}
    for _ in range(100_000):
        owner = {"a": owner}
    with pytest.raises(LanguageError):
        do(objects.ob_copy, owner)


def test_instance_of_a_class() -> None:
    box = Box()
    assert do(objects.ob_get, box, "size") == 7
    assert do(objects.ob_get, box, "__class__") is UNDEFINED
    assert do(objects.ob_keys, box) == ["size"]
    assert do(objects.ob_copy, {"box": box})["box"] is box
    with pytest.raises(LanguageError) as caught:
        do(objects.ob_set, box, "size", 8)
    assert caught.value.code == READ_ONLY
