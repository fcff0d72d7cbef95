"""A run on a real disk, and what the tests of files ask of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interp.host import LocalHost, Permissions
from stdlib4d import access
from stdlib4d.errors import LanguageError
from stdlib4d.files.file import file
from stdlib4d.files.folder import folder
from stdlib4d.references import Pointer
from tests.support import FakeWorld

#: An ordinary user may not read what has no permissions; the superuser may.
ordinary = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser is refused nothing"
)


class World(FakeWorld):
    """A run on a real disk, in a folder of its own."""

    def __init__(self, package: Path, permissions: Permissions | None = None) -> None:
        super().__init__()
        given = permissions or Permissions.all()
        self.host: Any = LocalHost(given, logs=str(package / "Logs"), package=str(package), answers=())

    def file(self, path: str) -> Any:
        """``File(path)``."""
        return self.do(file, path)

    def folder(self, path: str) -> Any:
        """``Folder(path)``."""
        return self.do(folder, path)

    def ask(self, owner: Any, name: str, *arguments: Any) -> Any:
        """``owner.name(arguments)``."""
        return access.call_member(self, owner, name, *arguments)


class Variable:
    """A variable, and the pointer that a command gets to it."""

    def __init__(self, value: Any = "") -> None:
        self.value = value
        self.pointer = Pointer("$v", self, lambda: self.value, self.put)

    def put(self, value: Any) -> None:
        """Stores a value."""
        self.value = value


def get(owner: Any, name: str) -> Any:
    """``owner.name``."""
    return access.get(owner, name)


def refused(code: int, work: Callable[[], object], *words: str) -> LanguageError:
    """The error that *work* raises; it has that code, and the words in its message."""
    with pytest.raises(LanguageError) as caught:
        work()
    assert caught.value.code == code, caught.value.message
    for word in words:
        assert word in caught.value.message
    return caught.value


def tree(tmp_path: Path, *names: str) -> None:
    """Makes files, each with its path as its text."""
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)


def listed(items: list[Any]) -> list[str]:
    """The paths of files or folders."""
    return [get(item, "path") for item in items]


def names(path: Path) -> list[str]:
    """What is in a folder of the disk, sorted."""
    return sorted(entry.name for entry in path.iterdir())
