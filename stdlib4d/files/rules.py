"""How the paths of a system are written (Concepts/paths.md, "Platform-specific syntax").

On the disk every path is a POSIX one. A run may ask for the rules of Windows or of macOS all the same: then only the
notation changes. Drive ``C:`` and the volume :data:`STARTUP` are the root of the disk, other drives are folders of
their name in it, other volumes are in ``/Volumes``; network paths keep their two slashes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Rules(Protocol):
        """The notation of one system."""

        @property
        def system(self) -> str:
            """``posix``, ``windows`` or ``macos``."""

        @property
        def separator(self) -> str:
            """What parts folders."""

        def is_absolute(self, path: str) -> bool:
            """Whether a path of the system says where it begins."""

        def to_disk(self, path: str, package: str) -> str:
            """The POSIX path of a path of the system; a relative one is below *package*.

            A separator at the end stays.
            """

        def to_system(self, disk: str) -> str:
            """The path of the system for an absolute POSIX path; an empty text stays one."""


#: The name of the disk with the root, as macOS gives it.
STARTUP = "Macintosh HD"
_VOLUMES = "/Volumes/"
_DRIVE = "C:"


class Posix:
    """Paths as the disk has them."""

    system = "posix"
    separator = "/"

    def is_absolute(self, path: str) -> bool:
        """Whether *path* begins at the root."""
        return path.startswith("/")

    def to_disk(self, path: str, package: str) -> str:
        """The path itself, or below *package*."""
        return path if path.startswith("/") else f"{package.rstrip('/')}/{path}"

    def to_system(self, disk: str) -> str:
        """The path itself."""
        return disk


class Windows:
    """Paths with drives and backslashes."""

    system = "windows"
    separator = "\\"

    def is_absolute(self, path: str) -> bool:
        """Whether *path* begins with a drive, or with a backslash."""
        return path.startswith("\\") or has_drive(path)

    def to_disk(self, path: str, package: str) -> str:
        """Without its drive ``C:``, with slashes."""
        path = path.replace("\\", "/")
        if has_drive(path):
            drive, rest = path[:2].upper(), "/" + path[2:].removeprefix("/")
            return rest if drive == _DRIVE else f"/{drive}{rest}"
        return Posix().to_disk(path, package)

    def to_system(self, disk: str) -> str:
        """With its drive, with backslashes."""
        if disk and not disk.startswith("//"):
            disk = disk[1:] if has_drive(disk[1:]) else _DRIVE + disk
        return disk.replace("/", "\\")


class MacOS:
    """Paths with volumes and colons; *startup* is the disk with the root. A slash in a name is a colon on the disk."""

    system = "macos"
    separator = ":"

    def __init__(self, startup: str = STARTUP) -> None:
        self._startup = startup

    def is_absolute(self, path: str) -> bool:
        """Whether *path* begins with a volume."""
        return path.find(":") > 0

    def to_disk(self, path: str, package: str) -> str:
        """With slashes, below the root or the folder of the volumes; each further colon goes up a folder."""
        if self.is_absolute(path):
            volume, _, path = path.partition(":")
            package = "" if volume.lower() == self._startup.lower() else _VOLUMES + _swapped(volume)
        names = path.removeprefix(":").split(":")
        last = len(names) - 1
        # Nothing between two colons is the folder above, nothing at the end is a folder's own colon.
        parts = [_swapped(name) if name or place == last else ".." for place, name in enumerate(names)]
        return f"{package.rstrip('/')}/{'/'.join(parts)}"

    def to_system(self, disk: str) -> str:
        """With its volume, with colons."""
        if not disk:
            return ""
        if disk.startswith(_VOLUMES) and disk != _VOLUMES:
            return _swapped(disk.removeprefix(_VOLUMES)) + (":" if disk.count("/") == 2 else "")
        return self._startup + _swapped(disk)


def _swapped(name: str) -> str:
    return name.translate({0x2F: ":", 0x3A: "/"})


def has_drive(path: str) -> bool:
    """Whether *path* begins with a letter and a colon."""
    return path[1:2] == ":" and path[:1].isascii() and path[:1].isalpha()


def rules_of(system: str) -> Rules:
    """The rules of ``posix``, ``windows`` or ``macos``; raises ``ValueError`` for another name."""
    for rules in (Posix(), Windows(), MacOS()):
        if rules.system == system:
            return rules
    raise ValueError(f"paths: wanted posix, windows or macos, got {system}")
