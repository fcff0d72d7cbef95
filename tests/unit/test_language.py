"""Assertions, types, errors, the call chain and digests."""

from __future__ import annotations

from typing import Any

import pytest

from stdlib4d import language
from stdlib4d.errors import ASSERT_FAILED, LanguageError
from stdlib4d.values import STAR, UNDEFINED, UNSET_OBJECT, Date, Time
from tests.support import FakeWorld, do


def caught(code: Any, *arguments: Any, world: FakeWorld | None = None) -> LanguageError:
    """The error that a call raises."""
    with pytest.raises(LanguageError) as info:
        (world or FakeWorld()).do(code, *arguments)
    return info.value


def test_assert() -> None:
    do(language.assert_, True)
    assert do(language.asserted, True) is True
    error = caught(language.assert_, False, "blank name")
    assert (error.code, error.message) == (ASSERT_FAILED, "Assert failed: blank name")
    assert caught(language.asserted, False).message == "Assert failed"


def test_not() -> None:
    assert do(language.not_, False) is True
    assert do(language.not_, True) is False
    assert do(language.not_, UNDEFINED) is True


def test_choose() -> None:
    assert do(language.choose, True, "Mr", "Ms") == "Mr"
    assert do(language.choose, False, "Mr", "Ms") == "Ms"
    assert do(language.choose, 2, "a", "b", "c") == "c"
    assert do(language.choose, 3, "a", "b", "c") == ""
    assert do(language.choose, -1, 5) == 0
    assert "3 arguments" in caught(language.choose, True, "a").message


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("a", 2),
        (1, 1),
        (1.5, 1),
        (True, 6),
        (Date(), 4),
        (Time(), 11),
        (b"", 30),
        ({}, 38),
        ([], 42),
        (None, 255),
        (UNSET_OBJECT, 255),
        (UNDEFINED, 5),
    ],
)
def test_value_type(value: Any, number: int) -> None:
    assert do(language.value_type, value) == number
    assert do(language.type_, value) == number


@pytest.mark.parametrize(
    ("arguments", "code", "message", "signature"),
    [
        ((50042, "My error"), 50042, "My error", "host"),
        ((1,), 1, "Error code: 1 (host)", "host"),
        (({"errCode": 1, "message": "This an error"},), 1, "This an error", "host"),
        (({"errCode": 1},), 1, "Error code: 1 (host)", "host"),
        (({"message": "This an error"},), -1, "This an error", "host"),
        (
            ({"componentSignature": "xbox", "errCode": 600, "name": "f", "message": "File {name}, {x}"},),
            600,
            "File f, {x}",
            "xbox",
        ),
    ],
)
def test_throw(arguments: tuple[Any, ...], code: int, message: str, signature: str) -> None:
    error = caught(language.throw, *arguments)
    assert (error.code, error.message, error.signature) == (code, message, signature)


def test_throw_again() -> None:
    world = FakeWorld()
    world.do(language.throw)
    assert world.do(language.last_errors) is None
    world.errors.append({"errCode": 7, "message": "m", "componentSignature": "4DRT"})
    world.do(language.throw)
    (error,) = world.deferred
    assert (error.code, error.message, error.signature) == (7, "m", "4DRT")
    assert world.do(language.last_errors) == world.errors


def test_throw_deferred() -> None:
    world = FakeWorld()
    world.do(language.throw, {"errCode": 1, "name": "x", "message": "no {name}", "deferred": True})
    (error,) = world.deferred
    assert (error.code, error.message) == (1, "no x")
    assert error.as_object()["name"] == "x"


def test_chain() -> None:
    assert do(language.current_method_name) == "test"
    first, second = do(language.call_chain)
    assert first == {"type": "projectMethod", "name": "test", "line": 3, "database": ""}
    assert second["name"] == "main"


def test_uuid() -> None:
    one, other = do(language.generate_uuid), do(language.generate_uuid)
    assert one != other
    assert len(one) == 32
    assert one[12] == "4"
    assert one[16] in "89AB"
    timed = do(language.generate_uuid, 7)
    assert timed[12] == "7"
    assert int(timed[:12], 16) == 1709640429123
    assert "wanted 4 or 7" in caught(language.generate_uuid, 5).message


FOX = "The quick brown fox jumps over the lazy dog."


@pytest.mark.parametrize(
    ("content", "algorithm", "digest"),
    [
        (FOX, 0, "e4d909c290d0fb1ca068ffaddf22cbd0"),
        (FOX.encode(), 0, "e4d909c290d0fb1ca068ffaddf22cbd0"),
        (FOX, 1, "408d94384216f890ff7a0c3528e8bed1e0b01621"),
        ("", 0, "d41d8cd98f00b204e9800998ecf8427e"),
    ],
)
def test_digest(content: Any, algorithm: int, digest: str) -> None:
    assert do(language.generate_digest, content, algorithm) == digest


def test_digest_forms() -> None:
    assert len(do(language.generate_digest, "a", 3)) == 64
    assert len(do(language.generate_digest, "a", 4)) == 128
    assert do(language.generate_digest, "", 0, STAR) == "1B2M2Y8AsgTpgAmY7PhCfg"
    assert "wanted a digest type" in caught(language.generate_digest, "a", 2).message
