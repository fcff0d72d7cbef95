"""Where files are: paths, filesystems, special folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdlib4d.files.file import file
from stdlib4d.files.folder import folder
from stdlib4d.files.location import split_name
from stdlib4d.values import STAR
from tests.unit.files.world import World, get, refused


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/a/b.txt", "/a/b.txt"),
        ("/a//b/./c/../d.txt", "/a/b/d.txt"),
        ("/a/../../b", "/b"),
        ("/PACKAGE/a.txt", "/PACKAGE/a.txt"),
        ("/PACKAGE/x/../a.txt", "/PACKAGE/a.txt"),
        ("/PACKAGES/a.txt", "/PACKAGES/a.txt"),
        ("/package/a.txt", "/package/a.txt"),
        ("/tmp/zwölf 'x\"\n\t$(rm)", "/tmp/zwölf 'x\"\n\t$(rm)"),
    ],
)
def test_the_path_of_a_file(world: World, path: str, shown: str) -> None:
    assert get(world.file(path), "path") == shown


def test_filesystems_are_in_the_package(world: World, tmp_path: Path) -> None:
    wanted = {
        "/PACKAGE": tmp_path,
        "/RESOURCES": tmp_path / "Resources",
        "/DATA": tmp_path / "Data",
        "/LOGS": tmp_path / "Logs",
        "/PROJECT": tmp_path / "Project",
        "/SOURCES": tmp_path / "Project" / "Sources",
    }
    for path, disk in wanted.items():
        found = world.folder(path)
        assert get(found, "path") == path + "/"
        assert get(found, "platformPath") == f"{disk}/"
        assert get(world.file(path + "/x"), "platformPath") == str(disk / "x")


@pytest.mark.parametrize("path", ["/RESOURCES/../..", "/RESOURCES/../x", "/PACKAGE/a/../../b", "/DATA/.."])
def test_a_filesystem_is_not_left(world: World, path: str) -> None:
    refused(-45, lambda: world.file(path), "File", path)
    refused(-45, lambda: world.folder(path), "Folder", path)


@pytest.mark.parametrize("path", ["", "a.txt", "./a", "../a", "~/a", "C:\\a"])
def test_only_absolute_paths(world: World, path: str) -> None:
    refused(-45, lambda: world.file(path), "absolute")
    refused(-45, lambda: world.folder(path), "absolute")


def test_the_root_is_no_file(world: World) -> None:
    refused(-45, lambda: world.file("/"))
    root = world.folder("/")
    assert get(root, "path") == get(root, "platformPath") == "/"
    assert get(root, "parent") is None


def test_platform_paths_have_no_filesystems(world: World) -> None:
    assert get(world.do(file, "/PACKAGE/a", 1), "platformPath") == "/PACKAGE/a"
    assert get(world.do(folder, "/PACKAGE/a/", 1, STAR), "path") == "/PACKAGE/a/"


def test_relative_paths_of_a_folder(world: World) -> None:
    inner = world.folder("/PACKAGE/a")
    assert get(world.ask(inner, "file", "b/c.txt"), "path") == "/PACKAGE/a/b/c.txt"
    assert get(world.ask(inner, "folder", "b"), "path") == "/PACKAGE/a/b/"
    assert get(world.ask(inner, "file", "../c.txt"), "path") == "/PACKAGE/c.txt"
    for path in ("../../c.txt", "", "."):
        assert world.ask(inner, "file", path) is None
        assert world.ask(inner, "folder", path) is None
    for name in ("file", "folder"):
        refused(-45, lambda name=name: world.ask(inner, name, "/x"), "relative")  # type: ignore[misc]


def test_parents(world: World) -> None:
    assert get(get(world.file("/PACKAGE/a/b"), "parent"), "path") == "/PACKAGE/a/"
    assert get(get(world.file("/PACKAGE/b"), "parent"), "path") == "/PACKAGE/"
    assert get(get(world.folder("/PACKAGE"), "parent"), "path") == "/PACKAGE/"
    assert get(get(world.folder("/a"), "parent"), "path") == "/"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.txt", ("a", ".txt")),
        ("a.tar.gz", ("a.tar", ".gz")),
        ("a", ("a", "")),
        (".hidden", (".hidden", "")),
        (".a.b", (".a", ".b")),
        ("a.", ("a.", "")),
        ("", ("", "")),
    ],
)
def test_names_and_extensions(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


def test_special_folders(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/kate")
    wanted = {4: "/PACKAGE/", 6: "/RESOURCES/", 7: "/LOGS/", 9: "/DATA/", 8: "/PACKAGE/WebFolder/"}
    wanted |= {115: "/home/kate/Desktop/", 117: "/home/kate/Documents/", 118: "/home/kate/"}
    for number, path in wanted.items():
        assert get(world.do(folder, number), "path") == path
    assert world.do(folder, 12345) is None
    assert world.do(file, 12) is None


def test_the_log_file(world: World, tmp_path: Path) -> None:
    assert world.do(file, 15) is None
    (tmp_path / "Logs").mkdir()
    for name in ("4DSMTPLog_2.txt", "4DSMTPLog_10.txt", "4DIMAPLog.txt"):
        (tmp_path / "Logs" / name).write_text("x")
    assert get(world.do(file, 15), "path") == "/LOGS/4DSMTPLog_10.txt"
