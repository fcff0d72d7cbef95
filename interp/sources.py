"""Source files: reading them, and which are the methods and classes beside a script."""

from __future__ import annotations

import errno
import os

from grammar.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

EXTENSION = ".4dm"


def units_beside(filename: str) -> dict[str, Callable[[], Source]]:
    """The project methods beside the file *filename*, itself included; none when there is no such file."""
    return units_in(os.path.dirname(filename)) if os.path.isfile(filename) else {}


def classes_beside(filename: str) -> dict[str, Callable[[], Source]]:
    """The user classes in the folder ``Classes`` beside the file *filename*."""
    folder = os.path.join(os.path.dirname(filename), "Classes")
    return units_in(folder) if os.path.isfile(filename) and os.path.isdir(folder) else {}


def units_in(folder: str) -> dict[str, Callable[[], Source]]:
    """The source files in *folder*: name to what reads it."""
    with os.scandir(folder or ".") as entries:
        names = sorted(entry.name for entry in entries if entry.name.endswith(EXTENSION) and entry.is_file())
    return {name.removesuffix(EXTENSION): source_at(os.path.join(folder, name)) for name in names}


def read_source(path: str) -> Source:
    """The source in the file at *path*: UTF-8, with or without a byte order mark.

    Raises ``OSError``, for a file that is not UTF-8 too: text that is guessed at would go out in mails.
    """
    with open(path, "rb") as file:
        data = file.read()
    try:
        return Source(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise OSError(errno.EILSEQ, f"line {line} is not UTF-8; save the file as UTF-8", path) from None


def source_of(text: str, name: str) -> Callable[[], Source]:
    """What gives a source whose *text* is at hand."""
    return lambda: Source(text, name)


def source_at(path: str) -> Callable[[], Source]:
    """What reads the source at *path*."""
    return lambda: read_source(path)
