"""Arrays: what a script cannot easily reach, and what is slow or large."""

from __future__ import annotations

from typing import Any

import pytest

from stdlib4d import array_exchange, array_values, arrays, assign, pointers, text
from stdlib4d.array_variables import new_array
from stdlib4d.errors import INDEX_OUT_OF_RANGE, TYPE_MISMATCH, LanguageError
from stdlib4d.references import MAX_SIZE, Array, Pointer
from stdlib4d.values import GREATER, LESS, STAR, UNDEFINED, UNSET_OBJECT, Date, Time
from tests.support import FakeWorld, do


class Variable:
    """A variable of a script, and the pointer to it that a command gets."""

    def __init__(self, value: Any = UNDEFINED, name: str = "v") -> None:
        self.value = value
        self.pointer = Pointer(name, self, lambda: self.value, self.put)

    def put(self, value: Any) -> None:
        """Stores *value*."""
        self.value = value

    @property
    def elements(self) -> list[Any]:
        """The elements of the array in it, without element 0."""
        assert isinstance(self.value, Array)
        return self.value.items[1:]


def array(kind: str, *elements: Any) -> Array:
    """An array of *elements*."""
    made = new_array(kind, len(elements))
    made.items[1:] = elements
    return made


def caught(code: Any, *arguments: Any) -> LanguageError:
    """The error that a call raises."""
    with pytest.raises(LanguageError) as info:
        do(code, *arguments)
    return info.value


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("x", "Text"),
        (1, "Real"),
        (1.5, "Real"),
        (True, "Boolean"),
        (Date.of(2024, 1, 31), "Date"),
        (Time(5), "Time"),
        (b"x", "Blob"),
        ({}, "Object"),
        (None, "Object"),
        (Variable().pointer, "Pointer"),
    ],
)
def test_append_makes_an_array(value: Any, kind: str) -> None:
    variable = Variable()
    do(arrays.append_to_array, variable.pointer, value)
    assert variable.value.kind == kind
    assert variable.elements == [value]


@pytest.mark.parametrize("value", [UNDEFINED, []])
def test_append_makes_no_array(value: Any) -> None:
    assert caught(arrays.append_to_array, Variable().pointer, value).code == TYPE_MISMATCH


def test_append_to_what_is_no_array() -> None:
    error = caught(arrays.append_to_array, Variable("x").pointer, 1)
    assert (error.code, error.message) == (TYPE_MISMATCH, "APPEND TO ARRAY: array: wanted Array, got Text")
    rows = Variable(Array("Text", assign.to_text, 2, 2))
    assert "of one dimension, got one of two" in caught(arrays.append_to_array, rows.pointer, "x").message


def test_unset_objects_are_null() -> None:
    variable = Variable(array("Object"))
    do(arrays.append_to_array, variable.pointer, UNSET_OBJECT)
    assert variable.elements == [None]


def test_sizes_are_limited() -> None:
    full = array("Text", "a")
    assert caught(arrays.insert_in_array, full, 1, MAX_SIZE).code == INDEX_OUT_OF_RANGE
    assert len(full) == 1


def test_insert_below_the_first() -> None:
    numbers = array("Integer", 1, 2)
    do(arrays.insert_in_array, numbers, -5)
    assert numbers.items == [0, 0, 1, 2]
    do(arrays.delete_from_array, numbers, 0)
    do(arrays.delete_from_array, numbers, 1, -1)
    assert len(numbers) == 3


def test_copies_keep_the_identity_of_the_destination() -> None:
    target = array("Date")
    variable = Variable(target)
    do(arrays.copy_array, array("Text", "a"), variable.pointer)
    assert variable.value is target
    assert (target.kind, target.empty, target.items) == ("Text", "", ["", "a"])
    do(arrays.copy_array, target, variable.pointer)
    assert target.items == ["", "a"]


def test_copies_of_times_are_seconds() -> None:
    variable = Variable(array("Real"))
    do(arrays.copy_array, array("Time", Time(5)), variable.pointer)
    assert variable.elements == [5]


def test_sorting_is_stable_both_ways() -> None:
    for order, expected in ((GREATER, [2, 4, 1, 3]), (LESS, [1, 3, 2, 4])):
        keys, numbers = array("Text", "B", "a", "b", "A"), array("Integer", 1, 2, 3, 4)
        do(arrays.sort_array, keys, numbers, order)
        assert numbers.items[1:] == expected


def test_one_array_named_twice_is_sorted_once() -> None:
    numbers = array("Integer", 3, 1, 2)
    do(arrays.sort_array, numbers, numbers)
    assert numbers.items[1:] == [1, 2, 3]


@pytest.mark.parametrize(
    ("code", "arguments", "message"),
    [
        (arrays.sort_array, (array("Text"), GREATER, array("Text")), "wanted an array, got >"),
        (arrays.sort_array, (array("Text"), STAR), "order: wanted > or <, got *"),
        (arrays.multi_sort_array, (array("Text"), GREATER, LESS), "wanted an array, got <"),
        (
            arrays.multi_sort_array,
            (array("Pointer", None), array("Integer", 1)),
            "ptrArrayName: wanted pointers to arrays, got Null",
        ),
        (arrays.find_in_sorted_array, (array("Text"), "", STAR), "order: wanted > or <, got *"),
        (arrays.find_in_array, (array("Text"), UNDEFINED), "wanted Text, as the array has, got Undefined"),
        (array_values.max_, (array("Text"),), "wanted an array of type Integer or Real or Date"),
        (
            array_exchange.array_to_collection,
            (Variable(5).pointer, array("Text")),
            "collection: wanted Collection, got Number",
        ),
        (
            array_exchange.array_to_collection,
            (Variable([]).pointer, array("Text"), "a", "b"),
            "array: wanted Array, got Text",
        ),
        (
            array_exchange.collection_to_array,
            ([], Variable().pointer, "a", Variable().pointer),
            "got none for the last one",
        ),
        (array_exchange.ob_set_array, (Variable("x").pointer, "a", 1), "object: wanted Object, got Text"),
        (array_exchange.ob_set_array, (None, "a", 1), "object: wanted Object, got Null"),
        (array_exchange.ob_set_array, (Variable({}).pointer, "a", UNDEFINED), "array: wanted Array"),
    ],
)
def test_wrong_arguments(code: Any, arguments: tuple[Any, ...], message: str) -> None:
    assert message in caught(code, *arguments).message


def test_find_in_a_large_sorted_array() -> None:
    numbers = array("Integer", *range(0, 200_000, 2))
    first, last = Variable(), Variable()
    for value in (0, 199_998, 100_000):
        assert do(arrays.find_in_sorted_array, numbers, value, GREATER, first.pointer, last.pointer)
        assert first.value == last.value == value // 2 + 1
    assert not do(arrays.find_in_sorted_array, numbers, 100_001, GREATER, first.pointer)
    assert first.value == 50_002


def test_null_is_found_among_objects() -> None:
    objects = array("Object", {}, None)
    assert do(arrays.find_in_array, objects, None) == 2
    assert do(arrays.count_in_array, objects, None) == 1


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Text", ["a", "1.5", "", "", "2024-01-31"]),
        ("Integer", [0, 2, 0, 0, 0]),
        ("Real", [0, 1.5, 0, 0, 0]),
        ("Object", [None, None, {"a": 1}, None, None]),
        ("Pointer", [None] * 5),
        ("Blob", [b""] * 5),
    ],
)
def test_elements_are_converted(kind: str, expected: list[Any]) -> None:
    variable = Variable(array(kind))
    values = ["a", 1.5, {"a": 1}, None, Date.of(2024, 1, 31)]
    do(array_exchange.collection_to_array, values, variable.pointer)
    assert variable.elements == expected


def test_collections_make_arrays() -> None:
    variable = Variable()
    do(array_exchange.collection_to_array, ["a", 2], variable.pointer)
    assert variable.elements == ["a", "2"]
    variable = Variable()
    do(array_exchange.collection_to_array, None, variable.pointer)
    assert variable.elements == []


def test_single_values_as_arrays() -> None:
    variable = Variable(array("Text"))
    do(array_exchange.ob_get_array, {"a": "x"}, "a", variable.pointer)
    assert variable.elements == ["x"]
    owner = Variable(None)
    do(array_exchange.ob_set_array, owner.pointer, "t", Time(5))
    assert owner.value == {"t": [5]}
    do(array_exchange.ob_set_array, owner.value, "u", array("Text", "a"))
    assert owner.value == {"t": [5], "u": ["a"]}


def test_json_of_pointers() -> None:
    held = array("Pointer", Variable("x").pointer, Variable(Time(5)).pointer, None)
    assert do(array_exchange.json_stringify_array, held) == '["x",5,null]'


def test_keywords_without_style() -> None:
    variable = Variable()
    do(
        array_exchange.get_text_keywords,
        '<SPAN STYLE="x">Big</SPAN> time<br/>s\0o: don\'t',
        variable.pointer,
    )
    assert variable.elements == ["Big", "time", "s", "o", "don't"]
    do(array_exchange.get_text_keywords, "dell'\u00e9t\u00e9 l'", variable.pointer)
    assert variable.elements == ["dell'", "\u00e9t\u00e9", "l"]


def test_error_stack() -> None:
    world = FakeWorld()
    world.errors = [
        {"errCode": 7, "message": "first", "componentSignature": "4DRT"},
        {"errCode": 550, "message": "no", "componentSignature": "SMTP"},
    ]
    codes, components, texts = Variable(), Variable(array("Text", "old", "old", "old")), Variable()
    world.do(array_exchange.get_last_error_stack, codes.pointer, components.pointer, texts.pointer)
    assert (codes.elements, components.elements, texts.elements) == (
        [7, 550],
        ["4DRT", "SMTP"],
        ["first", "no"],
    )


def test_series_set_ok() -> None:
    world = FakeWorld()
    assert world.do(array_values.average, array("Integer", 1, 2)) == 1.5
    assert world.ok == 1
    assert do(array_values.variance, array("Real", 5.0)) == 0
    assert do(array_values.max_, array("Date")) == Date()


def test_output_arrays_keep_their_type() -> None:
    variable = Variable(array("Real"))
    assert do(text.match_regex, "(b)(c)?", "ab", 1, variable.pointer)
    assert variable.value.items == [2, 2, 0]
    assert not do(text.match_regex, "b", "ab", 9, variable.pointer, STAR)
    assert variable.value.items == [0]


def test_resolved_pointers() -> None:
    name, table, field = Variable(), Variable(), Variable()
    for pointer, expected in (
        (None, ("", 0, 0)),
        (Variable(name="$x").pointer, ("$x", -1, -1)),
        (Variable(name="a{3}").pointer, ("a", 3, -1)),
        (Variable(name="a{3}{4}").pointer, ("a", 3, 4)),
        (Variable(name="[email]").pointer, ("", 0, 0)),
    ):
        do(pointers.resolve_pointer, pointer, name.pointer, table.pointer, field.pointer)
        assert (name.value, table.value, field.value) == expected


def test_pointers_to_nothing() -> None:
    assert do(pointers.is_nil_pointer, None)
    assert do(pointers.is_nil_pointer, UNDEFINED)
    assert not do(pointers.is_a_variable, Variable().pointer)
    assert caught(pointers.is_nil_pointer, 5).code == TYPE_MISMATCH
