"""4D.FileHandle."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from stdlib4d import access
from stdlib4d.blobs import bytes_of
from stdlib4d.errors import LanguageError
from tests.unit.files.world import World, get, refused


def test_reading_lines(world: World, tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rth\xc3\xa9\n\nend")
    handle = world.ask(world.file("/PACKAGE/t"), "open")
    lines = []
    while not get(handle, "eof"):
        lines.append(world.ask(handle, "readLine"))
    assert lines == ["one", "two", "thé", "", "end"]
    assert world.ask(handle, "readLine") == ""
    assert get(handle, "mode") == "read"
    assert get(handle, "breakModeRead") == get(handle, "breakModeWrite") == "native"
    assert get(handle, "charset") == "UTF-8"
    assert get(get(handle, "file"), "fullName") == "t"


@pytest.mark.parametrize("mode", ["crlf", "cr", "lf", "native", 0, 1, 2, 3, 4])
def test_reading_lines_in_every_mode(world: World, tmp_path: Path, mode: Any) -> None:
    (tmp_path / "t").write_bytes(b"one\r\ntwo\rthree\nend")
    handle = world.ask(world.file("/PACKAGE/t"), "open", {"breakModeRead": mode})
    lines = [world.ask(handle, "readLine") for _ in range(4)]
    assert lines == ["one", "two", "three", "end"]


def test_reading_text(world: World, tmp_path: Path) -> None:
    (tmp_path / "t").write_text("Hello!World!End 😀!")
    handle = world.ask(world.file("/PACKAGE/t"), "open", "read")
    assert world.ask(handle, "readText", "!") == "Hello"
    assert get(handle, "offset") == 6
    assert world.ask(handle, "readText", "none") == ""
    assert get(handle, "offset") == 6
    access.put(handle, "offset", 12)
    assert world.ask(handle, "readText") == "End 😀!"
    assert get(handle, "eof") is True
    access.put(handle, "offset", -5)
    assert get(handle, "offset") == 0
    access.put(handle, "offset", 1e9)
    assert world.ask(handle, "readText") == ""
    with pytest.raises(LanguageError, match="offset: wanted a number, got Text"):
        access.put(handle, "offset", "x")


def test_reading_bytes_then_characters(world: World, tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes("0123456789rest".encode("utf-16-le"))
    handle = world.ask(world.file("/PACKAGE/t"), "open", {"charset": "UTF-16"})
    assert len(bytes_of(world.ask(handle, "readBlob", 20))) == 20
    assert get(handle, "offset") == 20
    access.put(handle, "offset", 10)
    assert world.ask(handle, "readText") == "rest"
    access.put(handle, "offset", 20)
    assert bytes_of(world.ask(handle, "readBlob", 1e12)) == "rest".encode("utf-16-le")
    assert bytes_of(world.ask(handle, "readBlob", -1)) == b""


def test_writing(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/d/t")
    handle = world.ask(one, "open", {"mode": "write", "breakModeWrite": "crlf"})
    world.ask(handle, "writeLine", "one\ntwo")
    world.ask(handle, "writeText", "é")
    world.ask(handle, "writeBlob", b"\0")
    assert get(handle, "offset") == 13
    assert world.ask(handle, "getSize") == 13
    refused(-61, lambda: world.ask(handle, "readText"), "write")
    # One at a time, and no other way of writing.
    refused(-54, lambda: world.ask(one, "open", "write"), "already")
    refused(-54, lambda: world.ask(one, "open", "append"))
    refused(-54, lambda: world.ask(one, "setText", "x"))
    world.ask(one, "open")
    del handle
    gc.collect()
    assert (tmp_path / "d/t").read_bytes() == b"one\r\ntwo\r\n\xc3\xa9\0"
    handle = world.ask(one, "open", "append")
    world.ask(handle, "writeText", "+")
    del handle
    gc.collect()
    handle = world.ask(one, "open", "write")
    world.ask(handle, "writeText", "ONE")
    world.ask(handle, "setSize", 5)
    del handle
    gc.collect()
    assert (tmp_path / "d/t").read_bytes() == b"ONE\r\n"
    handle = world.ask(one, "open")
    for name in ("writeText", "writeLine"):
        refused(-61, lambda: world.ask(handle, name, "x"), "read")  # noqa: B023
    refused(-61, lambda: world.ask(handle, "setSize", 1))


@pytest.mark.parametrize(
    "options",
    [
        "READ",
        "rw",
        "",
        {"mode": "x"},
        {"mode": 1},
        {"charset": "x"},
        {"breakModeRead": "CRLF"},
        {"breakModeWrite": 7},
    ],
)
def test_ways_of_opening_that_there_are_not(world: World, tmp_path: Path, options: Any) -> None:
    (tmp_path / "t").write_text("x")
    refused(59, lambda: world.ask(world.file("/PACKAGE/t"), "open", options), "open")


@pytest.mark.parametrize("size", [-1, float("nan"), float("inf"), 1e300])
def test_sizes_that_there_are_not(world: World, size: float) -> None:
    handle = world.ask(world.file("/PACKAGE/t"), "open", "write")
    refused(59, lambda: world.ask(handle, "setSize", size))
