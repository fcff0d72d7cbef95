"""Blobs: limits, odd reals, broken texts, and what is no Base64 or no compressed blob."""

from __future__ import annotations

import gzip
import math
from typing import Any

import pytest

from stdlib4d import blob_content, blobs
from stdlib4d.blobs import Blob4D
from stdlib4d.errors import LanguageError
from stdlib4d.references import Pointer
from stdlib4d.values import NULL_DATE, STAR, UNDEFINED, UNSET_OBJECT, type_name
from tests.support import FakeWorld, do


class Variable:
    """A variable of a script, and the pointer to it that a command gets."""

    def __init__(self, value: Any = UNDEFINED) -> None:
        self.value = value
        self.pointer = Pointer("v", self, lambda: self.value, self.put)

    def put(self, value: Any) -> None:
        """Stores *value*."""
        self.value = value


def caught(code: Any, *arguments: Any) -> LanguageError:
    """The error that a call raises."""
    with pytest.raises(LanguageError) as info:
        do(code, *arguments)
    return info.value


def test_objects() -> None:
    blob = Blob4D(b"abcdef")
    assert type_name(blob) == "4D.Blob"
    assert blob.members["size"].get is not None and blob.members["size"].get(blob) == 6
    cut = Blob4D.slice
    assert do(cut, 1, 3, this=blob).data == b"bc"
    assert do(cut, -2, this=blob).data == b"ef"
    assert do(cut, -100, -4, this=blob).data == b"ab"
    assert do(cut, 2.9, 1e30, this=blob).data == b"cdef"
    assert do(cut, math.nan, 1, this=blob).data == b"a"


@pytest.mark.parametrize("held", [UNSET_OBJECT, Blob4D(b"old"), {}])
def test_output_for_objects(held: Any) -> None:
    variable = Variable(held)
    do(blob_content.convert_from_text, "a", "utf-8", variable.pointer)
    assert isinstance(variable.value, Blob4D) and variable.value.data == b"a"


@pytest.mark.parametrize(
    ("code", "arguments", "number"),
    [
        (blobs.set_blob_size, (Variable(b"").pointer, blobs.MAX_SIZE + 1), blobs.NO_MEMORY),
        (blobs.insert_in_blob, (Variable(b"a").pointer, 0, blobs.MAX_SIZE), blobs.NO_MEMORY),
        (blobs.insert_in_blob, (Variable(b"a").pointer, 0, -1), 53),
        (blobs.insert_in_blob, (Variable(b"a").pointer, -1, 1), blobs.OUTSIDE),
        (blobs.delete_from_blob, (Variable(b"a").pointer, 2, 1), blobs.OUTSIDE),
        (blobs.copy_blob, (b"abc", Variable().pointer, 0, -1, 1), blobs.OUTSIDE),
        (blobs.copy_blob, (b"abc", Variable().pointer, 0, blobs.MAX_SIZE, 1), blobs.NO_MEMORY),
        (blob_content.longint_to_blob, (1, Variable().pointer, 3), 59),
        (blob_content.real_to_blob, (1, Variable().pointer, 4), 59),
        (blob_content.blob_to_text, (b"", 6, Variable(1).pointer), blobs.OUTSIDE),
        (blob_content.blob_to_text, (b"", 6, Variable("x").pointer), 54),
        (blob_content.base64_encode, (Variable(5).pointer,), 54),
        (blobs.set_blob_size, (Variable("text").pointer, 5), 54),
        (blob_content.text_to_blob, ("x" * 40000, Variable().pointer, 3), 59),
    ],
)
def test_refused(code: Any, arguments: tuple[Any, ...], number: int) -> None:
    assert caught(code, *arguments).code == number


@pytest.mark.parametrize(
    "number", [math.inf, -math.inf, -0.0, 5e-324, 1.7976931348623157e308, 2**70 + 0.0, 7]
)
def test_extended_reals(number: float) -> None:
    variable = Variable()
    do(blob_content.real_to_blob, number, variable.pointer, 1)
    back = do(blob_content.blob_to_real, variable.value, 1)
    assert back == number and math.copysign(1, back) == math.copysign(1, number)


def test_extended_reals_beyond() -> None:
    variable = Variable()
    do(blob_content.real_to_blob, math.nan, variable.pointer, 1)
    assert math.isnan(do(blob_content.blob_to_real, variable.value, 1))
    assert do(blob_content.blob_to_real, bytes.fromhex("7ffe8000000000000000"), 1) == math.inf


def test_cut_texts() -> None:
    variable = Variable()
    do(blob_content.text_to_blob, "x" * 300, variable.pointer, blob_content.MAC_PASCAL)
    assert variable.value == b"\xff" + b"x" * 255
    assert do(blob_content.blob_to_text, b"\0\0\0\x09ab", blob_content.UTF8_LENGTH) == "ab"
    assert do(blob_content.blob_to_text, b"ab", blob_content.UTF8_C) == "ab"
    assert do(blob_content.blob_to_text, b"", blob_content.MAC_PASCAL) == ""


def test_lengths_of_broken_texts() -> None:
    data = "a\U0001f600".encode() + b"\xff\xfeb"
    for count, size in ((1, 1), (3, 5), (4, 6), (5, 7), (6, 8), (9, 8)):
        offset = Variable(0)
        do(blob_content.blob_to_text, data, blob_content.UTF8_PLAIN, offset.pointer, count)
        assert offset.value == size


def test_star_without_a_format() -> None:
    variable = Variable(b"a")
    do(blob_content.text_to_blob, "b", variable.pointer, STAR)
    assert variable.value == b"ab\0"


@pytest.mark.parametrize("name", ["hex", "rot13", "zlib", "idna", "unicode_escape", "x", "", 0, 99999])
def test_no_character_sets(name: Any) -> None:
    world = FakeWorld()
    assert world.do(blob_content.convert_to_text, b"abc", name) == ""
    assert world.ok == 0


@pytest.mark.parametrize(
    ("number", "name", "data"),
    [
        (1015, "UTF-16", b"\xff\xfea\0"),
        (1017, "utf-32", b"\xff\xfe\0\0a\0\0\0"),
        (1013, "UTF-16BE", b"\0a"),
        (1019, "UTF-32LE", b"a\0\0\0"),
        (106, "UTF-8", b"a"),
        (3, "ANSI_X3.4-1986", b"a"),
        (2028, "IBM037", b"\x81"),
    ],
)
def test_numbers_and_names_of_character_sets(number: int, name: str, data: bytes) -> None:
    for charset in (number, name):
        variable = Variable(b"")
        do(blob_content.convert_from_text, "a", charset, variable.pointer)
        assert variable.value == data
        assert do(blob_content.convert_to_text, data, charset) == "a"


def test_half_characters() -> None:
    variable = Variable()
    do(blob_content.convert_from_text, "\ud83d\ude00\ud83d", "UTF-8", variable.pointer)
    assert variable.value == "\U0001f600?".encode()


@pytest.mark.parametrize(
    ("encoded", "star", "decoded"),
    [
        ("YQ==", None, "a"),
        ("YQ", None, ""),
        ("YQ", STAR, "a"),
        ("YQ==", STAR, "a"),
        ("Y", STAR, ""),
        ("Wm/Dqz8+", STAR, ""),
        ("Y Q = =", None, "a"),
        ("\u20ac", None, ""),
        ("/w==", None, "\ufffd"),
        ("", None, ""),
    ],
)
def test_base64(encoded: str, star: Any, decoded: str) -> None:
    variable = Variable(encoded)
    do(blob_content.base64_decode, variable.pointer, *([] if star is None else [star]))
    assert variable.value == decoded


def test_base64_into_new_variables() -> None:
    target = Variable()
    do(blob_content.base64_decode, Variable(b"YQ==").pointer, target.pointer)
    assert target.value == b"a"
    target = Variable(UNSET_OBJECT)
    do(blob_content.base64_encode, Variable(Blob4D(b"a")).pointer, target.pointer)
    assert target.value.data == b"YQ=="
    target = Variable(NULL_DATE)
    do(blob_content.base64_encode, Variable("a").pointer, target.pointer)
    assert target.value == b"YQ=="


def test_base64_of_values() -> None:
    target = Variable("")
    do(blob_content.base64_encode, "a", target.pointer)
    assert target.value == "YQ=="
    do(blob_content.base64_decode, b"YQ==", target.pointer)
    assert target.value == "a"
    assert "wanted a variable for the result" in caught(blob_content.base64_encode, "a", STAR).message


def test_expands_gzip_of_others() -> None:
    world = FakeWorld()
    variable = Variable(gzip.compress(b"hello" * 100))
    world.do(blobs.expand_blob, variable.pointer)
    assert variable.value == b"hello" * 100
    assert world.ok == 1


def test_does_not_expand_what_lies() -> None:
    honest = gzip.compress(b"a" * 5000)
    liar = honest[:-4] + (10).to_bytes(4, "little")
    assert caught(blobs.expand_blob, Variable(liar).pointer).code == blobs.DAMAGED
    world = FakeWorld()
    huge = Variable(honest[:-4] + b"\xff\xff\xff\xff")
    world.do(blobs.expand_blob, huge.pointer)
    assert world.ok == 0
    assert huge.value.startswith(b"\x1f\x8b")
