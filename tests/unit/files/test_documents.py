"""The older commands for documents and paths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from interp.host import Permissions
from stdlib4d.assign import to_text
from stdlib4d.files import documents, lists, packets, paths
from stdlib4d.references import Array
from stdlib4d.values import STAR, Date, Time
from tests.unit.files.world import Variable, World, names, refused, tree


def test_documents_and_texts(world: World, tmp_path: Path) -> None:
    world.do(documents.text_to_document, "t.txt", "é\r\nb", "UTF-8", 0)
    assert (tmp_path / "t.txt").read_bytes() == b"\xef\xbb\xbf\xc3\xa9\r\nb"
    assert world.do(documents.document_to_text, "t.txt") == "é\nb"
    assert world.do(documents.document_to_text, str(tmp_path / "t.txt"), 4, 2) == "é\r\nb"
    refused(-43, lambda: world.do(documents.document_to_text, "none"), "Document to text", "none")
    refused(-120, lambda: world.do(documents.text_to_document, "none/x", "a"))
    refused(-45, lambda: world.do(documents.text_to_document, "", "a"))
    error = refused(-43, lambda: world.do(documents.document_to_text, "docs\\x.txt"))
    assert "/" in error.hint
    # These commands leave OK alone.
    assert world.ok == -1


def test_documents_and_blobs(world: World, tmp_path: Path) -> None:
    variable = Variable(b"")
    world.do(documents.blob_to_document, "b", b"\0\1")
    assert world.ok == 1
    world.do(documents.document_to_blob, "b", variable.pointer)
    assert (world.ok, variable.value) == (1, b"\0\1")
    refused(-43, lambda: world.do(documents.document_to_blob, "none", variable.pointer))
    assert world.ok == 0


def test_test_path_name(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/a")
    wanted = {
        "d": 0,
        "d/": 0,
        "d/a": 1,
        "d/a/": -43,
        "none": -43,
        "": -43,
        str(tmp_path): 0,
        "a\0": -43,
        "x" * 300: -43,
    }
    for path, answer in wanted.items():
        assert world.do(documents.test_path_name, path) == answer


def test_create_folder(world: World, tmp_path: Path) -> None:
    world.do(documents.create_folder, "a")
    assert world.ok == 1
    refused(-48, lambda: world.do(documents.create_folder, "a"))
    refused(-120, lambda: world.do(documents.create_folder, "b/c/"), "b/c/")
    assert world.ok == 0
    world.do(documents.create_folder, "b/c/", STAR)
    world.do(documents.create_folder, "b/c/", STAR)
    world.do(documents.create_folder, "b/d/doc.txt", STAR)
    assert names(tmp_path / "b") == ["c", "d"]
    assert names(tmp_path / "b/d") == []
    refused(-45, lambda: world.do(documents.create_folder, ""))


def test_delete_commands(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/a", "b")
    world.do(documents.delete_document, "b")
    assert world.ok == 1
    refused(-43, lambda: world.do(documents.delete_document, "b"))
    assert world.ok == 0
    refused(-45, lambda: world.do(documents.delete_document, ""))
    refused(-47, lambda: world.do(documents.delete_folder_, "d"))
    assert world.ok == 0
    world.do(documents.delete_folder_, "d", 1)
    assert world.ok == 1
    refused(-120, lambda: world.do(documents.delete_folder_, "d/"))
    assert names(tmp_path) == []


def test_move_document(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "a", "d/x")
    world.do(documents.move_document, "a", "d/b")
    world.do(documents.move_document, "d/b", "c")
    refused(-48, lambda: world.do(documents.move_document, "c", "d/x"))
    assert world.ok == 0
    world.do(documents.move_document, "c", "d/")
    assert (world.ok, names(tmp_path / "d")) == (1, ["c", "x"])


def test_copy_document(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "folder1/name1", "folder2/x")
    copy = documents.copy_document
    world.do(copy, "folder1/name1", "folder2/")
    world.do(copy, "folder1/name1", "folder2/", "new")
    world.do(copy, "folder1/name1", "folder2/name2")
    world.do(copy, "folder1/name1", "folder2/name3", "new3")
    world.do(copy, "folder1/", "folder2/")
    world.do(copy, "folder1/", "folder2/", "newer")
    assert names(tmp_path / "folder2") == [
        "folder1",
        "name1",
        "name2",
        "new",
        "new3",
        "newer",
        "x",
    ]
    assert (tmp_path / "folder2/newer/name1").read_text() == "folder1/name1"
    refused(-48, lambda: world.do(copy, "folder1/name1", "folder2/"))
    refused(-48, lambda: world.do(copy, "folder1/", "folder2/"))
    assert world.ok == 0
    world.do(copy, "folder1/name1", "folder2/", STAR)
    world.do(copy, "folder1/", "folder2/", STAR)
    world.do(copy, "folder1/name1", "folder2/", "new", STAR)
    assert world.ok == 1
    refused(-45, lambda: world.do(copy, "folder1/", "folder3"))
    refused(-120, lambda: world.do(copy, "none/", "folder2/"))
    refused(-45, lambda: world.do(copy, "folder1/", "folder1/"), "itself")
    refused(-37, lambda: world.do(copy, "folder1/name1", "folder2/", "../out"))


def test_aliases(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "a")
    target = Variable()
    world.do(documents.create_alias, "a", "link")
    world.do(documents.resolve_alias, "link", target.pointer)
    assert (world.ok, target.value) == (1, str(tmp_path.resolve() / "a"))
    world.do(documents.resolve_alias, "a", target.pointer)
    assert (world.ok, target.value) == (0, str(tmp_path / "a"))
    world.do(documents.create_alias, "", "other")
    assert names(tmp_path) == ["a", "link"]
    refused(-43, lambda: world.do(documents.resolve_alias, "none", target.pointer))


def test_properties(world: World, tmp_path: Path) -> None:
    tree(tmp_path, ".a")
    variables = [Variable() for _ in range(6)]
    world.do(documents.get_document_properties, ".a", *(v.pointer for v in variables))
    locked, hidden, created, created_at, modified, modified_at = (v.value for v in variables)
    assert (locked, hidden) == (False, True)
    assert isinstance(created, Date) and isinstance(modified, Date)
    assert isinstance(created_at, Time) and isinstance(modified_at, Time)
    refused(-43, lambda: world.do(documents.get_document_properties, "none", *(v.pointer for v in variables)))


def test_lists_in_arrays(world: World, tmp_path: Path) -> None:
    tree(tmp_path, "d/Text1.txt", "d/.h", "d/F1/T3.txt", "d/F1/F2/P.png")
    there = f"{tmp_path}/d/"
    texts = Variable(Array("Text", to_text, 9))

    def documents_with(options: int) -> list[str]:
        world.do(lists.document_list, there, texts.pointer, options)
        found: list[str] = texts.value.items[1:]
        return found

    assert documents_with(0) == [".h", "Text1.txt"]
    assert documents_with(8) == ["Text1.txt"]
    assert documents_with(8 + 2) == [there + "Text1.txt"]
    assert documents_with(8 + 1) == ["Text1.txt", "/F1/T3.txt", "/F1/F2/P.png"]
    assert documents_with(8 + 1 + 4) == ["Text1.txt", "F1/T3.txt", "F1/F2/P.png"]
    assert documents_with(8 + 1 + 4 + 2)[2] == there + "F1/F2/P.png"
    empty = Variable()
    world.do(lists.folder_list, there, empty.pointer)
    assert empty.value.items == ["", "F1"]
    refused(-120, lambda: world.do(lists.folder_list, there + "none", empty.pointer), "FOLDER LIST", "none")
    refused(-120, lambda: world.do(lists.document_list, there + "Text1.txt", empty.pointer))
    refused(-45, lambda: world.do(lists.document_list, "d", empty.pointer), "absolute")


def test_nobody_chooses(world: World) -> None:
    chosen = Variable(Array("Text", to_text, 3))
    assert world.do(lists.select_document, "", "*", "Which?", 0, chosen.pointer) == ""
    assert (world.ok, world.document, len(chosen.value)) == (0, "", 0)
    world.ok = 1
    assert world.do(lists.select_folder, "Which?") == world.do(lists.select_folder) == ""
    assert world.ok == 0
    for open_ in (packets.open_document, packets.create_document, packets.append_document):
        world.ok = 1
        assert world.do(open_, "") == Time(0)
        assert world.ok == 0


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/first/second/fileZ", ("/first/second/", "fileZ", "", False)),
        ("/a/pict1.png", ("/a/", "pict1", ".png", False)),
        ("/first/second.bundle/", ("/first/", "second", ".bundle", True)),
        ("/folder/.invisible", ("/folder/", ".invisible", "", False)),
        ("relative.txt", ("", "relative", ".txt", False)),
        ("/home/", ("/", "home", "", True)),
        ("/", ("", "", "", True)),
        ("", ("", "", "", False)),
    ],
)
def test_paths_as_objects(world: World, path: str, parts: tuple[Any, ...]) -> None:
    found = world.do(paths.path_to_object, path, 1)
    assert found == dict(zip(("parentFolder", "name", "extension", "isFolder"), parts, strict=True))
    assert world.do(paths.object_to_path, found) == path


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"name": "a", "extension": "txt"}, "a.txt"),
        ({"parentFolder": "/x", "name": "a"}, "/x/a"),
        ({"parentFolder": "C:\\x\\", "name": "a"}, "C:\\x\\a"),
        ({"name": 3}, ""),
        (None, ""),
    ],
)
def test_objects_as_paths(world: World, parts: Any, path: str) -> None:
    assert world.do(paths.object_to_path, parts) == path


def test_converting_paths(world: World, tmp_path: Path) -> None:
    assert world.do(paths.posix_to_system, "/a/file%202.txt") == "/a/file%202.txt"
    assert world.do(paths.posix_to_system, "/a/file%202.txt", STAR) == "/a/file 2.txt"
    assert world.do(paths.system_to_posix, "/a/é 2", STAR) == "/a/%C3%A9%202"
    assert world.do(paths.system_to_posix, "sub/x") == f"{tmp_path}/sub/x"
    refused(-45, lambda: world.do(paths.posix_to_system, "a"))


def test_folders_of_4d_and_of_the_system(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/kate")
    assert world.do(paths.get_4d_folder, 4) == world.do(paths.get_4d_folder, 5, STAR) == f"{tmp_path}/"
    assert world.do(paths.get_4d_folder, 6) == f"{tmp_path}/Resources/"
    assert world.do(paths.get_4d_folder, 7) == f"{tmp_path}/Logs/"
    assert names(tmp_path) == ["Logs", "Resources"]
    assert world.do(paths.get_4d_folder).startswith("/home/kate/")
    assert world.ok == -1
    assert world.do(paths.get_4d_folder, 1).endswith("/Licenses/")
    assert world.do(paths.get_4d_folder, 10) == f"{tmp_path}/Data/MobileApps/"
    assert world.do(paths.get_4d_folder, 3) == ""
    assert world.ok == 0
    assert world.do(paths.system_folder, 15) == "/home/kate/Desktop/"
    assert world.do(paths.system_folder, 12) == ""
    assert Path(world.do(paths.temporary_folder)).is_dir()
    # Without permission it is told, and not made.
    other = World(tmp_path / "other", Permissions.none())
    assert other.do(paths.get_4d_folder, 6) == f"{tmp_path}/other/Resources/"
