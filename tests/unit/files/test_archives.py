"""ZIP archives."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from stdlib4d.blobs import bytes_of
from stdlib4d.files import zip as archives
from tests.support import FakeFunction
from tests.unit.files.world import World, get, listed, names, refused, tree


def pack(world: World, source: Any, *options: int) -> Any:
    """Packs *source* and opens the archive again."""
    target = world.file("/PACKAGE/x.zip")
    status = world.do(archives.zip_create_archive, source, target, *options)
    assert status == {"success": True, "status": 0, "statusText": ""}
    return world.do(archives.zip_read_archive, target)


def test_an_archive_of_a_file(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    root = get(pack(world, world.file("/PACKAGE/a.txt")), "root")
    (found,) = world.ask(root, "files")
    assert get(found, "path") == "/a.txt"
    assert world.ask(found, "getText") == "a.txt"
    assert bytes_of(world.ask(found, "getContent")) == b"a.txt"
    assert (get(found, "exists"), get(found, "isWritable"), get(found, "extension")) == (True, False, ".txt")
    assert get(found, "modificationDate") == get(world.file("/PACKAGE/a.txt"), "modificationDate")
    assert get(get(found, "parent"), "path") == get(root, "path") == "/"
    assert get(root, "parent") is None
    (tmp_path / "out").mkdir()
    copy = world.ask(found, "copyTo", world.folder("/PACKAGE/out"), "b.txt")
    assert world.ask(copy, "getText") == "a.txt"
    refused(-48, lambda: world.ask(found, "copyTo", world.folder("/PACKAGE/out"), "b.txt"))
    refused(-43, lambda: world.ask(world.ask(root, "file", "none"), "getText"))


@pytest.mark.parametrize(
    ("options", "found"),
    [((), ["/d/.h", "/d/a", "/d/in/b"]), ((4,), ["/.h", "/a", "/in/b"]), ((12,), ["/a", "/in/b"])],
)
def test_an_archive_of_a_folder(
    world: World, tmp_path: Path, options: tuple[int, ...], found: list[str]
) -> None:
    tree(tmp_path, "d/a", "d/in/b", "d/.h")
    root = get(pack(world, world.folder("/PACKAGE/d"), *options), "root")
    assert listed(world.ask(root, "files", 1)) == found
    (tmp_path / "out").mkdir()
    world.ask(root, "copyTo", world.folder("/PACKAGE/out"))
    assert all((tmp_path / "out" / name[1:]).is_file() for name in found)
    refused(-48, lambda: world.ask(root, "copyTo", world.folder("/PACKAGE/out")))
    world.ask(root, "copyTo", world.folder("/PACKAGE/out"), 4)


def test_an_archive_by_its_structure(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "a", "d/b")
    progress: list[int] = []
    structure = {
        "files": [
            world.file("/PACKAGE/a"),
            {"source": world.file("/PACKAGE/a"), "destination": "p/q"},
            {"source": world.file("/PACKAGE/a"), "destination": "r/"},
            {"source": world.folder("/PACKAGE/d"), "destination": "s/t", "option": 8},
        ],
        "compression": 2,
        "level": 10,
        "callback": FakeFunction(progress.append),
    }
    root = get(pack(world, structure), "root")
    assert listed(world.ask(root, "files", 1)) == ["/a", "/p/q", "/r/a", "/s/t/b"]
    assert listed(world.ask(root, "folders", 1)) == ["/p/", "/r/", "/s/", "/s/t/"]
    assert progress[-1] == 100


def test_archives_that_are_not_made(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "a")
    target, one = world.file("/PACKAGE/x.zip"), world.file("/PACKAGE/a")

    def status(source: Any) -> str:
        found = world.do(archives.zip_create_archive, source, target)
        assert found["success"] is False and found["status"] != 0
        text: str = found["statusText"]
        return text

    assert "/PACKAGE/none" in status(world.file("/PACKAGE/none"))
    assert "/PACKAGE/none/" in status(world.folder("/PACKAGE/none"))
    assert status({"files": [one], "encryption": 3}) == "Password is required for encryption"
    assert not (tmp_path / "x.zip").exists()
    for wrong in (
        None,
        {},
        {"files": [1]},
        {"files": [one], "level": "x"},
        {"files": [one], "compression": 9},
        {"files": [one], "encryption": 4, "password": "x"},
    ):
        refused(59, lambda wrong=wrong: world.do(archives.zip_create_archive, wrong, target))  # type: ignore[misc]
    for path in ("../x", "/x"):
        refused(59, lambda path=path: status({"files": [{"source": one, "destination": path}]}))  # type: ignore[misc]


def test_archives_with_hostile_names(world: World, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        for path in ("../up", "/abs", "a/../../up", "ok/./b", "back\\slash", "same", "same/x"):
            made.writestr(path, path)
    root = get(world.do(archives.zip_read_archive, world.file("/PACKAGE/x.zip")), "root")
    assert listed(world.ask(root, "files", 1)) == ["/abs", "/ok/b", "/same/x"]
    (tmp_path / "deep/out").mkdir(parents=True)
    world.ask(root, "copyTo", world.folder("/PACKAGE/deep/out"))
    assert names(tmp_path / "deep") == ["out"]
    assert names(tmp_path) == ["deep", "x.zip"]
    assert world.ask(root, "file", "../x") is None or not get(world.ask(root, "file", "../x"), "exists")


@pytest.mark.parametrize("cut", [0, 1, 10, 30, 60, -1, -10])
def test_damaged_archives(world: World, tmp_path: Path, cut: int) -> None:
    (tmp_path / "a").write_text("text " * 100)
    pack(world, world.file("/PACKAGE/a"))
    data = (tmp_path / "x.zip").read_bytes()
    (tmp_path / "x.zip").write_bytes(data[:cut])
    refused(-36, lambda: world.do(archives.zip_read_archive, world.file("/PACKAGE/x.zip")), "x.zip", "ZIP")
    # Or only what is in it.
    (tmp_path / "x.zip").write_bytes(data[:32] + b"\xff" * 4 + data[36:])
    root = get(world.do(archives.zip_read_archive, world.file("/PACKAGE/x.zip")), "root")
    refused(-36, lambda: world.ask(world.ask(root, "file", "a"), "getText"))


def test_archives_with_passwords(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "a")
    pack(world, world.file("/PACKAGE/a"))
    data = bytearray((tmp_path / "x.zip").read_bytes())
    # The flag for encryption, in the header of the file and in the directory.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    refused(-36, lambda: world.do(archives.zip_read_archive, world.file("/PACKAGE/x.zip")), "password")
    root = get(world.do(archives.zip_read_archive, world.file("/PACKAGE/x.zip"), "secret"), "root")
    refused(-36, lambda: world.ask(world.ask(root, "file", "a"), "getText"))


TEXT = "text " * 5000


@pytest.mark.parametrize("compression", [0, 1, 2, 3])
@pytest.mark.parametrize("encryption", [None, 0, 1, 2, 3])
@pytest.mark.parametrize("level", [0, 1, 10])
def test_every_compression_and_encryption(
    world: World, tmp_path: Path, compression: int, encryption: int | None, level: int
) -> None:
    (tmp_path / "a").write_text(TEXT)
    (tmp_path / "empty").touch()
    files = [world.file("/PACKAGE/a"), world.file("/PACKAGE/empty")]
    structure = {"files": files, "compression": compression, "level": level, "password": "sésame"}
    if encryption is not None:
        structure["encryption"] = encryption
    assert world.do(archives.zip_create_archive, structure, world.file("/PACKAGE/x.zip"))["success"]
    data = (tmp_path / "x.zip").read_bytes()
    assert (len(data) < 2000) is (compression != 1)
    archive = world.file("/PACKAGE/x.zip")
    if encryption != 0:
        assert b"text" not in data
        refused(-36, lambda: world.do(archives.zip_read_archive, archive), "password")
        wrong = get(world.do(archives.zip_read_archive, archive, "wrong"), "root")
        refused(-36, lambda: world.ask(world.ask(wrong, "file", "a"), "getText"), "the password is wrong")
    root = get(world.do(archives.zip_read_archive, archive, "sésame"), "root")
    assert world.ask(world.ask(root, "file", "a"), "getText") == TEXT
    assert world.ask(world.ask(root, "file", "empty"), "getText") == ""


@pytest.mark.parametrize("compression", [0, 1, 2])
def test_others_read_what_is_packed(world: World, tmp_path: Path, compression: int) -> None:
    (tmp_path / "d/é").mkdir(parents=True)
    (tmp_path / "d/é/a").write_text(TEXT)
    structure = {"files": [world.folder("/PACKAGE/d")], "compression": compression}
    assert world.do(archives.zip_create_archive, structure, world.file("/PACKAGE/x.zip"))["success"]
    with zipfile.ZipFile(tmp_path / "x.zip") as made:
        assert made.testzip() is None
        assert made.namelist() == ["d/", "d/é/", "d/é/a"]
        assert made.read("d/é/a").decode() == TEXT
        assert made.getinfo("d/é/a").date_time[0] >= 2024


@pytest.mark.parametrize("encryption", [0, 3])
def test_damage_in_what_is_packed_by_xz(world: World, tmp_path: Path, encryption: int) -> None:
    (tmp_path / "a").write_text(TEXT)
    structure = {
        "files": [world.file("/PACKAGE/a")],
        "compression": 3,
        "password": "x",
        "encryption": encryption,
    }
    world.do(archives.zip_create_archive, structure, world.file("/PACKAGE/x.zip"))
    data = bytearray((tmp_path / "x.zip").read_bytes())
    data[100] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(data)
    root = get(world.do(archives.zip_read_archive, world.file("/PACKAGE/x.zip"), "x"), "root")
    refused(-36, lambda: world.ask(world.ask(root, "file", "a"), "getText"))


def test_the_archive_is_not_packed_into_itself(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/a")
    target = world.file("/PACKAGE/d/x.zip")
    for _ in range(2):
        assert world.do(archives.zip_create_archive, world.folder("/PACKAGE/d"), target)["success"]
    root = get(world.do(archives.zip_read_archive, target), "root")
    assert listed(world.ask(root, "files", 1)) == ["/d/a"]
