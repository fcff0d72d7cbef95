"""Where a file or folder is: its place on the disk, and the path that a script sees (Concepts/paths.md)."""

from __future__ import annotations

from ..errors import LanguageError
from .problem import BAD_PATH
from .rules import has_drive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Files

#: The filesystems, and the special folders of the host that they stand for.
FILESYSTEMS = {
    "PACKAGE": "package",
    "RESOURCES": "resources",
    "DATA": "data",
    "LOGS": "logs",
    "PROJECT": "project",
    "SOURCES": "sources",
}


class Location:
    """A path below a root. ``root`` is the name of a filesystem, or empty for the root of the disk; ``base`` is its
    path on the disk, without a slash at the end, or a slash for that of a network; ``parts`` are the names below it."""

    __slots__ = ("base", "parts", "root")

    def __init__(self, root: str, base: str, parts: tuple[str, ...]) -> None:
        self.root = root
        self.base = base
        self.parts = parts

    @property
    def disk(self) -> str:
        """The absolute path on the disk."""
        return "/".join((self.base, *self.parts)) or "/"

    @property
    def shown(self) -> str:
        """The path that a script sees, without a slash at the end: ``/PACKAGE/name``; ``""`` for the root."""
        return "/".join(("/" + self.root if self.root else self.base, *self.parts))

    @property
    def name(self) -> str:
        """The last name of the path; ``""`` for the root of the disk."""
        return self.parts[-1] if self.parts else self.base.rpartition("/")[2]

    def parent(self) -> Location | None:
        """The folder around it: that of a filesystem is itself, the root of the disk has none."""
        if self.parts:
            return Location(self.root, self.base, self.parts[:-1])
        return self if self.root else None

    def child(self, name: str) -> Location:
        """What is called *name* in this folder."""
        return Location(self.root, self.base, (*self.parts, name))

    def below(self, path: str) -> Location | None:
        """What the relative POSIX *path* leads to; ``None`` when that is nothing in this filesystem."""
        parts = follow(self.parts, path, outside=not self.root)
        if parts is None or parts == self.parts:
            return None
        return Location(self.root, self.base, parts)


def follow(parts: tuple[str, ...], path: str, *, outside: bool = False) -> tuple[str, ...] | None:
    """The names that *path* leads to from *parts*; ``None`` when it goes above the root.

    With *outside*, what is above the root is the root, as POSIX has it.
    """
    found = list(parts)
    for part in path.split("/"):
        if part == "..":
            if found:
                found.pop()
            elif not outside:
                return None
        elif part not in ("", "."):
            found.append(part)
    return tuple(found)


def locate(command: str, files: Files, path: str, *, platform: bool = False) -> Location:
    """The place of an absolute *path*; with *platform* it is one of the system, and ``/PACKAGE`` nothing special."""
    rules = files.rules
    absolute = rules.is_absolute(path) if platform else path.startswith("/")
    if rules.system == "windows" and not platform and has_drive(path):
        absolute = platform = True
    if absolute and platform:
        disk = rules.to_disk(path, "")
        base = "/" if disk.startswith("//") and rules.system == "windows" else ""
        return Location("", base, follow((), disk, outside=True) or ())
    if not absolute:
        shown = f'"{path}"' if path else "an empty text"
        raise LanguageError(
            BAD_PATH,
            f"{command}: path: wanted an absolute path, got {shown}",
            hint='start it with a folder: "/PACKAGE/…"',
        )
    first, _, rest = path[1:].partition("/")
    if first not in FILESYSTEMS:
        return Location("", "", follow((), path, outside=True) or ())
    parts = follow((), rest)
    if parts is None:
        raise LanguageError(BAD_PATH, f"{command}: path: {path} leads out of /{first}")
    return special(files, first, parts)


def special(files: Files, filesystem: str, parts: tuple[str, ...] = ()) -> Location:
    """A place in a filesystem."""
    return Location(filesystem, files.folder(FILESYSTEMS[filesystem]).rstrip("/"), parts)


def on_disk(path: str) -> Location:
    """The place of an absolute path of the system."""
    return Location("", "", follow((), path, outside=True) or ())


def split_name(name: str) -> tuple[str, str]:
    """A file name without its extension, and the extension with its full stop; ``.name`` is no extension."""
    stem, dot, extension = name.rpartition(".")
    return (stem, dot + extension) if stem and extension else (name, "")


def system_path(files: Files, path: str) -> str:
    """The absolute path on the disk for a path of the system, which may be relative to the project's folder.

    A separator at its end is a slash at the end. An empty text stays one.
    """
    return files.rules.to_disk(path, files.folder("package")) if path else ""
