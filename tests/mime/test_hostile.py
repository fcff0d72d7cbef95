"""Hostile messages: each is read, in linear time, and what was not read is marked."""

from __future__ import annotations

import gc
import time

import pytest

from interp import Interpreter
from stdlib4d.mail.reading.email import email_of
from stdlib4d.mail.reading.fields import LONGEST_HEADER, MOST_HEADERS
from stdlib4d.mail.reading.structure import DEEPEST, MOST_PARTS

from .agreement import read
from .hostile import SHAPES

#: Times that are shorter say nothing.
FLOOR = 0.003
#: Four times the size may take twice four times as long: caches, and other programs. What is quadratic takes 16.
MOST = 8.0


def seconds(data: bytes) -> float:
    """What the reader needs for *data*, attachments included: the time of this process."""
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        for attachment in email_of(data)["attachments"]:
            attachment.content(None)
        return time.process_time() - begin
    finally:
        gc.enable()


@pytest.mark.parametrize("name", SHAPES)
def test_time_is_linear(name: str) -> None:
    size, shape = SHAPES[name]
    small, middle, large = shape(size), shape(2 * size), shape(4 * size)
    best = [float("inf")] * 3
    # Only what is slow each time is slow.
    for _ in range(8):
        best = [min(old, seconds(data)) for old, data in zip(best, (small, middle, large), strict=True)]
        floor = max(best[0], FLOOR)
        if best[2] <= MOST * floor and best[1] <= MOST / 2 * floor:
            return
    pytest.fail(f"{best[0] * 1000:.1f}, {best[1] * 1000:.1f}, {best[2] * 1000:.1f} ms for n, 2n, 4n")


@pytest.mark.parametrize("name", SHAPES)
def test_is_read(name: str) -> None:
    size, shape = SHAPES[name]
    read(email_of(shape(size // 10)))


@pytest.mark.parametrize("name", ["nested", "parts", "comments nested"])
def test_a_script_reads_it(name: str) -> None:
    size, shape = SHAPES[name]
    with Interpreter() as engine:
        found = engine.eval(
            "JSON Stringify(MAIL Convert from MIME($mime).bodyStructure)", {"mime": shape(size)}
        )
    assert '"type"' in found


def leaves(structure: dict) -> list[dict]:
    return (
        [leaf for child in structure["subParts"] for leaf in leaves(child)]
        if "subParts" in structure
        else [structure]
    )


def test_parts_that_are_too_deep_are_text_and_marked() -> None:
    _, nested = SHAPES["nested and closed"]
    mail = email_of(nested(DEEPEST))
    assert not mail["bodyValues"]["p0001"]["isEncodingProblem"]
    mail = email_of(nested(DEEPEST + 1))
    (leaf,) = leaves(mail["bodyStructure"])
    assert leaf["type"] == "text/plain" and leaf["isEncodingProblem"]
    held = mail["bodyValues"]["p0001"]
    assert held["isEncodingProblem"] and held["value"].endswith("text\n--b100--")


def test_parts_that_are_too_many_are_marked() -> None:
    _, parts = SHAPES["parts"]
    mail = email_of(parts(MOST_PARTS - 1))
    assert not any(leaf.get("isEncodingProblem") for leaf in leaves(mail["bodyStructure"]))
    mail = email_of(parts(MOST_PARTS + 5))
    found = leaves(mail["bodyStructure"])
    assert len(found) == MOST_PARTS - 1
    assert [leaf["partId"] for leaf in found if "isEncodingProblem" in leaf] == [f"p{MOST_PARTS - 1:04d}"]
    assert mail["bodyValues"][found[-1]["partId"]]["isEncodingProblem"]
    assert mail["bodyValues"][found[-1]["partId"]]["value"].count("--b") == 6


@pytest.mark.parametrize(
    "data",
    [
        b"X: y\n" * (MOST_HEADERS + 1) + b"\nbody",
        b"X: " + b"y" * LONGEST_HEADER + b"\n\nbody",
        b"Subject: " + b"y\n " * (LONGEST_HEADER // 3 + 1) + b"\n\nbody",
    ],
)
def test_headers_that_are_cut_off_are_marked(data: bytes) -> None:
    mail = email_of(data)
    assert mail["bodyStructure"]["isEncodingProblem"]
    assert mail["bodyValues"]["p0001"] == {"value": "body", "isEncodingProblem": True}
    assert len(mail["headers"]) <= MOST_HEADERS
    assert all(len(header["value"]) <= LONGEST_HEADER for header in mail["headers"])


def test_headers_up_to_the_limit_are_not_marked() -> None:
    for data in (b"X: y\n" * MOST_HEADERS + b"\nbody", b"X: " + b"y" * (LONGEST_HEADER - 10) + b"\n\nbody"):
        assert "isEncodingProblem" not in email_of(data)["bodyStructure"]
