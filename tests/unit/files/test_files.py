"""4D.File, and what the host permits."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from interp.host import Permissions
from stdlib4d import access
from stdlib4d.errors import NOT_PERMITTED, LanguageError
from stdlib4d.files import documents, packets
from stdlib4d.files.file import File
from stdlib4d.files.folder import Folder
from stdlib4d.host import NotPermitted
from stdlib4d.values import NULL_DATE, Date
from tests.unit.files.world import World, get, names, ordinary, refused


def test_missing_files(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/none.txt")
    for name in ("getText", "getContent", "open"):
        refused(-43, lambda name=name: world.ask(one, name), name, "/PACKAGE/none.txt")  # type: ignore[misc]
    assert get(one, "creationDate") == get(one, "modificationDate") == NULL_DATE
    assert get(one, "creationTime") == get(one, "modificationTime") == 0
    assert get(one, "isWritable") is False
    world.ask(one, "delete")
    refused(-43, lambda: world.ask(one, "rename", "x"))
    refused(-43, lambda: world.ask(one, "copyTo", world.folder("/PACKAGE")))


def test_create(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/a/b/c.txt")
    assert world.ask(one, "create") is True
    assert (tmp_path / "a/b/c.txt").read_bytes() == b""
    (tmp_path / "a/b/c.txt").write_text("x")
    assert world.ask(one, "create") is False
    assert get(one, "size") == 1
    assert get(one, "exists") is True
    world.ask(one, "delete")
    assert not (tmp_path / "a/b/c.txt").exists()


def test_a_folder_is_no_file(world: World, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    one = world.file("/PACKAGE/d")
    assert get(one, "exists") is False
    assert get(one, "size") == 0
    assert world.ask(one, "create") is False
    refused(-43, lambda: world.ask(one, "getText"), "folder")
    refused(-43, lambda: world.ask(one, "setText", "x"), "folder")
    with pytest.raises(LanguageError):
        world.ask(one, "delete")
    (tmp_path / "f").write_text("x")
    assert get(world.folder("/PACKAGE/f"), "exists") is False
    assert world.ask(world.folder("/PACKAGE/f"), "files") == []
    refused(-120, lambda: world.ask(world.file("/PACKAGE/f/x"), "setText", "x"))


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "\ud800"])
def test_names_that_no_file_can_have(world: World, name: str) -> None:
    one = world.file("/PACKAGE/" + name)
    assert get(one, "exists") is False
    for work in ("getText", "create"):
        refused(-37, lambda work=work: world.ask(one, work), work)  # type: ignore[misc]
    refused(-37, lambda: world.ask(one, "setText", "x"))


@pytest.mark.parametrize(
    "name", ["-rf", "a b", "$(x)", "'", '"', "*", "\n", "\x1b[31m", "%s", "é😀", "con", "a\\b"]
)
def test_odd_names(world: World, tmp_path: Path, name: str) -> None:
    one = world.file("/PACKAGE/" + name)
    world.ask(one, "setText", "x")
    assert names(tmp_path) == [name]
    assert [get(f, "fullName") for f in world.ask(world.folder("/PACKAGE"), "files")] == [name]
    world.ask(one, "delete")
    assert names(tmp_path) == []


def test_a_name_that_is_not_utf8(world: World, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9")).write_text("x")
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    (found,) = world.ask(world.folder("/PACKAGE"), "files")
    assert world.ask(found, "getText") == "x"
    world.ask(found, "delete")
    assert names(tmp_path) == []


def test_dates(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/t")
    world.ask(one, "setText", "x")
    # Noon, so that the day is the same in every time zone near.
    moment = world.host.now().replace(year=2021, month=3, day=4, hour=12, minute=5, second=6)
    os.utime(tmp_path / "t", (moment.timestamp(),) * 2)
    assert get(one, "modificationDate") == Date.of(2021, 3, 4)
    assert get(one, "modificationTime") == 12 * 3600 + 5 * 60 + 6
    assert get(one, "creationDate") != NULL_DATE


def test_hidden(world: World) -> None:
    shown, hidden = world.file("/PACKAGE/a"), world.file("/PACKAGE/.a")
    assert (get(shown, "hidden"), get(hidden, "hidden")) == (False, True)
    access.put(hidden, "hidden", True)
    with pytest.raises(LanguageError, match="rename"):
        try:
            access.put(shown, "hidden", True)
        except LanguageError as error:
            raise LanguageError(0, error.hint) from None


def test_attributes_are_read_only(world: World) -> None:
    for name in ("name", "path", "size", "exists"):
        with pytest.raises(LanguageError, match="read-only"):
            access.put(world.file("/PACKAGE/a"), name, "x")


def test_rename(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/a.txt")
    world.ask(one, "setText", "x")
    two = world.ask(one, "rename", "b")
    assert get(two, "path") == "/PACKAGE/b"
    assert names(tmp_path) == ["b"]
    world.ask(one, "setText", "other")
    refused(-48, lambda: world.ask(one, "rename", "b"), "a.txt", "already")
    for name in ("", ".", "..", "x/y", "../x", "a:b", "a\0"):
        refused(-37, lambda name=name: world.ask(two, "rename", name))  # type: ignore[misc]
    assert get(world.ask(two, "rename", "b"), "path") == "/PACKAGE/b"
    assert world.ask(two, "getText") == "x"


def test_move(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/a.txt")
    world.ask(one, "setText", "x")
    target = world.folder("/PACKAGE/d")
    refused(-120, lambda: world.ask(one, "moveTo", target), "/PACKAGE/d/")
    world.ask(target, "create")
    moved = world.ask(one, "moveTo", target, "b.txt")
    assert get(moved, "path") == "/PACKAGE/d/b.txt"
    assert get(one, "exists") is False
    world.ask(one, "setText", "y")
    (tmp_path / "d/a.txt").write_text("there")
    refused(-48, lambda: world.ask(one, "moveTo", target))
    assert (tmp_path / "d/a.txt").read_text() == "there"


def test_copy(world: World, tmp_path: Path) -> None:
    one = world.file("/PACKAGE/a.txt")
    world.ask(one, "setText", "x")
    target = world.folder("/PACKAGE/d")
    refused(-120, lambda: world.ask(one, "copyTo", target))
    world.ask(target, "create")
    assert get(world.ask(one, "copyTo", target), "path") == "/PACKAGE/d/a.txt"
    assert get(world.ask(one, "copyTo", target, "b.txt"), "path") == "/PACKAGE/d/b.txt"
    world.ask(one, "setText", "y")
    refused(-48, lambda: world.ask(one, "copyTo", target))
    assert (tmp_path / "d/a.txt").read_text() == "x"
    world.ask(one, "copyTo", target, 4)
    world.ask(one, "copyTo", target, "b.txt", 4)
    assert (tmp_path / "d/a.txt").read_text() == (tmp_path / "d/b.txt").read_text() == "y"
    refused(-37, lambda: world.ask(one, "copyTo", target, "../c"))
    refused(59, lambda: world.ask(one, "copyTo", target, 4, 4), "newName")
    # Onto itself.
    world.ask(one, "copyTo", world.folder("/PACKAGE"), 4)
    assert world.ask(one, "getText") == "y"
    assert names(tmp_path / "d") == ["a.txt", "b.txt"]


def test_links(world: World, tmp_path: Path) -> None:
    one, there = world.file("/PACKAGE/a.txt"), world.folder("/PACKAGE")
    world.ask(one, "setText", "x")
    alias = world.ask(one, "createAlias", there, "link", 1)
    assert (get(alias, "isAlias"), get(one, "isAlias")) == (True, False)
    assert get(get(alias, "original"), "platformPath") == str(tmp_path.resolve() / "a.txt")
    assert get(one, "original") is one
    # Writing goes through the link, deleting does not.
    world.ask(alias, "setText", "y")
    assert world.ask(one, "getText") == "y"
    assert get(alias, "isAlias") is True
    refused(-48, lambda: world.ask(one, "createAlias", there, "link"))
    inner = world.folder("/PACKAGE/inner")
    world.ask(inner, "create")
    to_folder = world.ask(inner, "createAlias", there, "dirlink")
    assert isinstance(get(to_folder, "original"), Folder)
    assert [get(f, "fullName") for f in world.ask(there, "files")] == ["a.txt", "dirlink", "link"]
    world.ask(alias, "delete")
    assert world.ask(one, "getText") == "y"
    world.ask(one, "delete")


def test_links_that_lead_nowhere(world: World, tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to("none")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("broken", "circle"):
        one = world.file("/PACKAGE/" + name)
        assert get(one, "isAlias") is True
        assert isinstance(get(one, "original"), File)
        with pytest.raises(LanguageError):
            world.ask(one, "getText")
    assert world.do(documents.test_path_name, "broken") == -43


def test_what_has_no_end(world: World, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in ("/PACKAGE/pipe", "/dev/zero"):
        refused(-37, lambda path=path: world.ask(world.file(path), "getContent"), "regular")  # type: ignore[misc]
    refused(-37, lambda: world.ask(world.file("/PACKAGE/pipe"), "setText", "x"), "regular")


def test_never_half_a_file(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = world.file("/PACKAGE/t")
    world.ask(one, "setText", "before")

    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "replace", full)
    refused(-34, lambda: world.ask(one, "setText", "after"), "full")
    assert names(tmp_path) == ["t"]
    assert (tmp_path / "t").read_text() == "before"


def test_the_mode_of_a_file_stays(world: World, tmp_path: Path) -> None:
    (tmp_path / "t").write_text("x")
    (tmp_path / "t").chmod(0o640)
    world.ask(world.file("/PACKAGE/t"), "setText", "y")
    assert (tmp_path / "t").stat().st_mode & 0o777 == 0o640


@ordinary
def test_what_the_system_refuses(world: World, tmp_path: Path) -> None:
    locked = tmp_path / "t"
    locked.write_text("x")
    locked.chmod(0)
    one = world.file("/PACKAGE/t")
    assert get(one, "isWritable") is False
    refused(-54, lambda: world.ask(one, "getText"))
    refused(-54, lambda: world.ask(one, "setText", "y"))
    (tmp_path / "d").mkdir(mode=0o500)
    refused(-54, lambda: world.ask(world.file("/PACKAGE/d/x"), "create"))


@pytest.mark.parametrize("given", [Permissions.none(), Permissions(read=True), Permissions(write=True)])
def test_permissions(tmp_path: Path, given: Permissions) -> None:
    (tmp_path / "t").write_text("x")
    world = World(tmp_path, given)
    one, there = world.file("/PACKAGE/t"), world.folder("/PACKAGE")
    reading: list[Callable[[], object]] = [
        lambda: world.ask(one, "getText"),
        lambda: world.ask(one, "getContent"),
        lambda: world.ask(one, "open"),
        lambda: get(one, "exists"),
        lambda: get(one, "size"),
        lambda: get(there, "exists"),
        lambda: world.ask(there, "files"),
        lambda: world.do(documents.document_to_text, "t"),
        lambda: world.do(documents.test_path_name, "t"),
        lambda: world.do(packets.open_document, "t", 2),
    ]
    writing: list[Callable[[], object]] = [
        lambda: world.ask(one, "setText", "y"),
        lambda: world.ask(world.file("/PACKAGE/n"), "create"),
        lambda: world.ask(one, "open", "write"),
        lambda: world.ask(one, "rename", "u"),
        lambda: world.ask(one, "delete"),
        lambda: world.ask(world.folder("/PACKAGE/n"), "create"),
        lambda: world.ask(world.folder("/PACKAGE/n"), "delete", 1),
        lambda: world.do(documents.text_to_document, "t", "y"),
        lambda: world.do(documents.create_folder, "n"),
        lambda: world.do(packets.create_document, "t"),
    ]
    for work in [] if given.read else reading:
        refused(NOT_PERMITTED, work, "permission 'read'")
    for work in [] if given.write else writing:
        refused(NOT_PERMITTED, work, "permission 'write'")
    if not given.write:
        assert (tmp_path / "t").read_text() == "x"
        assert names(tmp_path) == ["t"]
        if given.read:
            assert get(one, "isWritable") is False


def test_the_host_refuses_by_itself(tmp_path: Path) -> None:
    files = World(tmp_path, Permissions.none()).host.files
    path = str(tmp_path / "x")
    calls: list[Callable[[], object]] = [
        lambda: files.stat(path),
        lambda: files.read(path),
        lambda: files.write(path, b""),
        lambda: files.create(path),
        lambda: files.open(path),
        lambda: files.open(path, write=True, create=True),
        lambda: files.list(path),
        lambda: files.make_folder(path),
        lambda: files.delete(path),
        lambda: files.delete_folder(path, contents=True),
        lambda: files.move(path, path + "y"),
        lambda: files.copy(path, path + "y"),
        lambda: files.link(path, path + "y"),
        lambda: files.original(path),
    ]
    for call in calls:
        with pytest.raises(NotPermitted):
            call()
    assert names(tmp_path) == []
