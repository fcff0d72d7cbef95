"""Texts in files: character sets, byte order marks, line ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stdlib4d.blobs import bytes_of
from stdlib4d.files import charset
from tests.unit.files.world import World, get, refused


def test_text_goes_and_comes_back(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/deep/er/one.txt")
    assert get(one, "exists") is False
    assert get(one, "size") == 0
    world.ask(one, "setText", "thé 😀")
    assert (tmp_path / "deep/er/one.txt").read_bytes() == "thé 😀".encode()
    assert world.ask(one, "getText") == "thé 😀"
    assert get(one, "size") == 9
    assert (get(one, "name"), get(one, "extension"), get(one, "fullName")) == ("one", ".txt", "one.txt")


@pytest.mark.parametrize(
    ("given", "data"),
    [
        ((), b"a\nb\nc\nd"),
        (("UTF-8",), b"\xef\xbb\xbfa\nb\nc\nd"),
        (("UTF-8-no-bom", 0), b"a\r\nb\rc\nd"),
        (("utf-8-NO-BOM", 2), b"a\r\nb\r\nc\r\nd"),
        (("ISO-8859-1", 3), b"a\rb\rc\rd"),
        ((4, 4), b"a\nb\nc\nd"),
        ((106, 1), b"\xef\xbb\xbfa\nb\nc\nd"),
    ],
)
def test_line_ends_and_marks_that_are_written(
    world: World, tmp_path: Path, given: tuple[Any, ...], data: bytes
) -> None:
    world.ask(world.file("/PACKAGE/t"), "setText", "a\r\nb\rc\nd", *given)
    assert (tmp_path / "t").read_bytes() == data


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        (0, "a\r\nb\rc\n\rd"),
        (1, "a\nb\nc\n\nd"),
        (2, "a\r\nb\r\nc\r\n\r\nd"),
        (3, "a\rb\rc\r\rd"),
        (4, "a\nb\nc\n\nd"),
    ],
)
def test_line_ends_that_are_read(world: World, tmp_path: Path, mode: int, text: str) -> None:
    (tmp_path / "t").write_bytes(b"a\r\nb\rc\n\rd")
    assert world.ask(world.file("/PACKAGE/t"), "getText", "UTF-8", mode) == text


@pytest.mark.parametrize("mode", [-1, 5])
def test_line_ends_of_no_kind(world: World, tmp_path: Path, mode: int) -> None:
    one = world.file("/PACKAGE/t")
    refused(59, lambda: world.ask(one, "setText", "a", "UTF-8", mode), "breakMode")
    assert not (tmp_path / "t").exists()


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
    ],
)
def test_a_byte_order_mark_decides(world: World, tmp_path: Path, codec: str, mark: bytes) -> None:
    (tmp_path / "t").write_bytes(mark + "é😀".encode(codec))
    one = world.file("/PACKAGE/t")
    assert world.ask(one, "getText") == "é😀"
    assert world.ask(one, "getText", "ISO-8859-1") == "é😀"


@pytest.mark.parametrize(
    "name", ["UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-8", "UTF-7", "GBK", 1015, 2252]
)
def test_charsets_come_back(world: World, name: str | int) -> None:
    one = world.file("/PACKAGE/t")
    world.ask(one, "setText", "Ünïcode", name)
    text = world.ask(one, "getText", name)
    assert text == ("?n?code" if name == "GBK" else "Ünïcode")


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("macintosh", "mac-roman"),
        ("x-mac-roman", "mac_roman"),
        ("Latin-9", "iso8859-15"),
        ("csISOLatin1", "iso8859-1"),
        ("windows-1252", "cp1252"),
        ("ANSI_X3.4-1968", "ascii"),
        ("437", "cp437"),
        (2027, "mac_roman"),
    ],
)
def test_names_of_charsets(name: str | int, codec: str) -> None:
    assert charset.find("x", name)[0] == codec


@pytest.mark.parametrize(
    "name", ["", "no such", "rot13", "base64", "idna", "unicode_escape", "a\0b", 999, "é"]
)
def test_what_is_no_charset(world: World, name: str | int) -> None:
    refused(59, lambda: world.ask(world.file("/PACKAGE/t"), "getText", name), "getText", "character set")


def test_what_is_not_utf8(world: World, tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"caf\xe9 \xff\xc3")
    one = world.file("/PACKAGE/t")
    assert world.ask(one, "getText") == "caf\ufffd \ufffd\ufffd"
    assert world.ask(one, "getText", "ISO-8859-1") == "café ÿÃ"


def test_what_a_charset_does_not_have(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/t")
    world.ask(one, "setText", "é€", "US-ASCII")
    assert (tmp_path / "t").read_bytes() == b"??"
    world.ask(one, "setText", "a\ud800b")
    assert (tmp_path / "t").read_bytes() == b"a?b"
    # The halves of a character that stand together are one.
    world.ask(one, "setText", "\ud83d\ude00")
    assert (tmp_path / "t").read_bytes() == "😀".encode()


def test_content(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/t")
    world.ask(one, "setContent", b"\0\xff\r\n")
    assert (tmp_path / "t").read_bytes() == b"\0\xff\r\n"
    assert bytes_of(world.ask(one, "getContent")) == b"\0\xff\r\n"
    world.ask(one, "setContent", world.ask(one, "getContent"))
    assert get(one, "size") == 4
