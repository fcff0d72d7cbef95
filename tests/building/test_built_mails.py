"""Random mails, built by a script and read by parsers that know nothing of this one.

Some seeds are always the same and one is new in each run; its number is in the message of a failure.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests import peers

from . import form, readers
from .builder import Builder
from .mails import Case, case

#: Mails in a test.
COUNT = 80
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    with Builder(tmp_path_factory.mktemp("files")) as made:
        yield made


def check(builder: Builder, seed: int, differences: Callable[[Case, bytes], Iterator[str]]) -> None:
    """Fails with everything that is different in the mails from *seed* on."""
    found: list[str] = []
    for number in range(seed * 1000, seed * 1000 + COUNT):
        one = case(number)
        found += [f"case({number}): {text[:500]}" for text in differences(one, builder.build(one))]
    assert not found, "\n".join(found[:20])


@pytest.fixture(params=[*SEEDS, "new"])
def seed(request: pytest.FixtureRequest) -> int:
    chosen = request.param
    return random.randrange(10, 1_000_000) if chosen == "new" else int(chosen)


def test_form(builder: Builder, seed: int) -> None:
    check(
        builder,
        seed,
        lambda one, data: form.faults(data, eight_bit=one.options.get("bodyCharset") == "ISO-8859-1"),
    )


def test_python(builder: Builder, seed: int) -> None:
    check(builder, seed, readers.python)


@pytest.mark.skipif(bool(peers.missing()), reason=peers.missing() or "there")
@pytest.mark.parametrize("name", peers.NAMES)
def test_npm(builder: Builder, seed: int, name: str) -> None:
    with peers.Peer(name) as peer:
        check(builder, seed, lambda one, data: readers.npm(one, peer.parse(data)))


def test_own_reading_and_building_again(builder: Builder, seed: int) -> None:
    with readers.Own() as own:

        def differences(one: Case, data: bytes) -> Iterator[str]:
            first, second = own.read(data)
            yield from readers.own(one, first)
            yield from readers.again(first, second)

        check(builder, seed, differences)


def test_the_checks_see_what_is_wrong(builder: Builder) -> None:
    """A check that finds nothing in a spoilt mail would hold for anything."""
    one = next(
        made for made in map(case, range(1000)) if made.addresses.get("to") and made.fields.get("subject")
    )
    data = builder.build(one)
    spoilt: list[tuple[bytes, Any]] = [
        (data.replace(b"\r\n", b"\n", 1), "a CR or an LF alone"),
        (data.replace(b"\r\nTo:", b"\r\nX-Long: " + b"word " * 20 + b"\r\nTo:"), "not folded"),
        (data.replace(b"\r\nTo:", b"\r\nX-W: =?UTF-8?Q?" + b"a" * 70 + b"?=\r\nTo:"), "an encoded word"),
        (data + b"\r\n" + b"x" * 999, "a line of 999"),
        (data.replace(b"\r\nTo:", b"\r\nX\xe9:"), "no header"),
    ]
    for bad, fault in spoilt:
        assert any(text.startswith(fault) for text in form.faults(bad, eight_bit=True)), fault
    assert list(readers.python(one, data.replace(b"\r\nTo:", b"\r\nBcc: evil@x.example\r\nTo:")))
    assert list(readers.python(one, data.replace(b"\r\nSubject:", b"\r\nSubject: evil")))
