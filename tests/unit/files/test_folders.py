"""4D.Folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdlib4d.errors import LanguageError
from stdlib4d.files import documents
from tests.unit.files.world import World, get, listed, names, ordinary, refused, tree


def test_lists(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/b", "d/a", "d/.h", "d/in/c", "d/in/.i/e", "d/.j/f")
    there = world.folder("/PACKAGE/d")
    assert listed(world.ask(there, "files")) == ["/PACKAGE/d/.h", "/PACKAGE/d/a", "/PACKAGE/d/b"]
    assert listed(world.ask(there, "files", 8)) == ["/PACKAGE/d/a", "/PACKAGE/d/b"]
    assert listed(world.ask(there, "folders")) == ["/PACKAGE/d/.j/", "/PACKAGE/d/in/"]
    assert len(world.ask(there, "files", 1)) == 6
    assert listed(world.ask(there, "files", 9)) == ["/PACKAGE/d/a", "/PACKAGE/d/b", "/PACKAGE/d/in/c"]
    assert listed(world.ask(there, "folders", 1)) == ["/PACKAGE/d/.j/", "/PACKAGE/d/in/", "/PACKAGE/d/in/.i/"]
    assert world.ask(world.folder("/PACKAGE/none"), "files") == []


def test_folders(world: World, tmp_path: Path) -> None:
    there = world.folder("/PACKAGE/a/b.d")
    assert (get(there, "name"), get(there, "extension"), get(there, "fullName")) == ("b", ".d", "b.d")
    assert world.ask(there, "create") is True
    assert world.ask(there, "create") is False
    assert (get(there, "isFolder"), get(there, "isFile"), get(there, "isPackage")) == (True, False, False)
    assert get(there, "exists") is True
    assert get(there, "original") is there
    moved = world.ask(there, "rename", "c")
    assert get(moved, "path") == "/PACKAGE/a/c/"
    assert (tmp_path / "a/c").is_dir()
    refused(-45, lambda: world.ask(world.folder("/PACKAGE/a"), "moveTo", moved), "itself")
    refused(-45, lambda: world.ask(world.folder("/PACKAGE"), "rename", "x"))
    assert get(world.ask(moved, "moveTo", world.folder("/PACKAGE")), "path") == "/PACKAGE/c/"
    refused(-120, lambda: world.ask(world.folder("/PACKAGE/none"), "rename", "x"))


def test_deleting_folders(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/in/a", "out/kept")
    (tmp_path / "d/link").symlink_to(tmp_path / "out")
    there = world.folder("/PACKAGE/d")
    refused(-47, lambda: world.ask(there, "delete"), "/PACKAGE/d/", "empty")
    world.ask(there, "delete", 1)
    assert names(tmp_path) == ["out"]
    assert (tmp_path / "out/kept").exists()
    refused(-120, lambda: world.ask(there, "delete"), "/PACKAGE/d/")
    world.ask(there, "delete", 1)
    (tmp_path / "link").symlink_to(tmp_path / "out")
    world.ask(world.folder("/PACKAGE/link"), "delete", 1)
    assert (tmp_path / "out/kept").exists()


@pytest.mark.parametrize("path", ["/", "/..", "//"])
def test_the_root_is_not_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    # Should it be mistaken, nothing is lost.
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: pytest.fail("deleted"))
    world = World(tmp_path)
    with pytest.raises(LanguageError):
        world.ask(world.folder(path), "delete", 1)
    with pytest.raises(LanguageError):
        world.do(documents.delete_folder_, path, 1)


@ordinary
def test_locked_contents_are_deleted(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/in/a")
    (tmp_path / "d/in/a").chmod(0)
    (tmp_path / "d/in").chmod(0)
    world.ask(world.folder("/PACKAGE/d"), "delete", 1)
    assert names(tmp_path) == []


def test_copying_folders(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/a", "d/in/b")
    (tmp_path / "d/in/link").symlink_to("b")
    (tmp_path / "d/empty").mkdir()
    there, target = world.folder("/PACKAGE/d"), world.folder("/PACKAGE/t")
    refused(-120, lambda: world.ask(there, "copyTo", target))
    world.ask(target, "create")
    assert get(world.ask(there, "copyTo", target), "path") == "/PACKAGE/t/d/"
    assert (tmp_path / "t/d/in/link").is_symlink()
    assert (tmp_path / "t/d/empty").is_dir()
    refused(-48, lambda: world.ask(there, "copyTo", target))
    (tmp_path / "d/a").write_text("new")
    (tmp_path / "t/d/other").write_text("kept")
    world.ask(there, "copyTo", target, 4)
    assert (tmp_path / "t/d/a").read_text() == "new"
    assert (tmp_path / "t/d/other").read_text() == "kept"
    assert get(world.ask(there, "copyTo", target, "e"), "path") == "/PACKAGE/t/e/"
    refused(-45, lambda: world.ask(there, "copyTo", world.folder("/PACKAGE/d/in")), "itself")
    (tmp_path / "way").symlink_to("d/in")
    refused(-45, lambda: world.ask(there, "copyTo", world.folder("/PACKAGE/way")), "itself")
