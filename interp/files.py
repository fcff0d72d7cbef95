"""The files of this machine, as :class:`stdlib4d.host.Files` wants them.

Paths are texts as Python's file functions take them: a name that is not UTF-8 has surrogates in it.
"""

from __future__ import annotations

import errno
import os
import stat
import sys

from stdlib4d.file_info import FileInfo
from stdlib4d.files.rules import rules_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

#: Neither text mode, nor handed down to other programs, nor waiting for the other end of a pipe.
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_CHUNK = 1 << 20


class LocalFile:
    """An open file: see :class:`stdlib4d.host.OpenFile`."""

    __slots__ = ("_descriptor", "_released", "_writable")

    def __init__(self, descriptor: int, writable: bool, released: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._writable = writable
        self._released = released

    def __del__(self) -> None:
        self.close()

    def _seek(self, offset: int) -> int:
        if self._descriptor < 0:
            raise OSError(errno.EBADF, "it is closed")
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        return self._descriptor

    def read(self, offset: int, count: int) -> bytes:
        """At most *count* bytes from *offset* on; fewer only at the end of the file."""
        descriptor = self._seek(offset)
        parts: list[bytes] = []
        while count > 0:
            part = os.read(descriptor, min(count, _CHUNK))
            if not part:
                break
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def write(self, offset: int, data: bytes) -> None:
        """Writes *data* at *offset*."""
        descriptor = self._seek(offset)
        self._require_writable()
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def size(self) -> int:
        """The size of the file in bytes."""
        self._seek(0)
        return os.fstat(self._descriptor).st_size

    def resize(self, size: int) -> None:
        """Cuts the file, or fills it up with zeros."""
        descriptor = self._seek(0)
        self._require_writable()
        os.ftruncate(descriptor, size)

    def close(self) -> None:
        """Ends its use; a second time does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            self._released()
            os.close(descriptor)

    def _require_writable(self) -> None:
        if not self._writable:
            raise OSError(errno.EBADF, "it is open for reading only")


class LocalFiles:
    """The files of this machine.

    Parameters
    ----------
    require: raises :class:`stdlib4d.host.NotPermitted` for a permission (``read``, ``write``) that is not given, with
        the effect that needs it.
    allowed: tells whether a permission is given.
    package: the folder of the project, or of the script where there is none.
    logs: the Logs folder.
    paths: how paths of the system are written: ``posix``, ``windows`` or ``macos``.
    places: other folders and files in place of those in the package, by the names of :meth:`folder`.
    """

    def __init__(
        self,
        require: Callable[[str, str], None],
        allowed: Callable[[str], bool],
        package: str,
        logs: str,
        paths: str = "posix",
        places: Mapping[str, str] | None = None,
    ) -> None:
        self.rules = rules_of(paths)
        self._places = dict(places or {})
        self._require = require
        self._allowed = allowed
        self._package = package
        self._logs = logs
        self._writing: set[str] = set()
        self.open_documents: dict[int, Any] = {}

    def close(self) -> None:
        """Closes what a script has left open."""
        for document in self.open_documents.values():
            document.close()
        self.open_documents.clear()

    def _for(self, permission: str, effect: str, *paths: str) -> None:
        self._require(permission, f"{effect} {paths[0]}")
        for path in paths:
            try:
                valid = "\0" not in path and os.fsencode(path) != b""
            except UnicodeEncodeError:
                valid = False
            if not valid:
                raise OSError(errno.EINVAL, "no file can have such a name", path)

    # ------------------------------------------------------------------ whole files

    def stat(self, path: str, *, follow: bool = True) -> FileInfo | None:
        """What is at *path*, ``None`` when nothing is; of a link itself without *follow*."""
        self._for("read", "looking at", path)
        try:
            found = os.stat(path, follow_symlinks=follow)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as problem:
            # A link that leads in a circle leads nowhere.
            if problem.errno in (errno.ELOOP, errno.ENAMETOOLONG):
                return None
            raise
        # Linux does not tell when a file was made: not after it was changed for the first time we know of.
        created = getattr(found, "st_birthtime", min(found.st_mtime, found.st_ctime))
        return FileInfo(
            folder=stat.S_ISDIR(found.st_mode),
            link=stat.S_ISLNK(found.st_mode),
            size=found.st_size,
            created=created,
            modified=found.st_mtime,
            writable=self._allowed("write") and os.access(path, os.W_OK),
        )

    def read(self, path: str) -> bytes:
        """The content of a file; of a file only, not of a pipe or device, which may have no end."""
        self._for("read", "reading", path)
        descriptor = os.open(path, os.O_RDONLY | _FLAGS)
        with open(descriptor, "rb", buffering=0) as file:
            _require_file(descriptor, path)
            return file.readall()

    def write(self, path: str, data: bytes) -> None:
        """Makes *data* the whole content of a file: written beside it, then put in its place."""
        self._for("write", "writing", path)
        target = self._lockable(path)
        try:
            mode = os.stat(target).st_mode
        except FileNotFoundError:
            mode = None
        if mode is not None:
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
            if not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
            if not stat.S_ISREG(mode):
                raise OSError(errno.EINVAL, "it is not a regular file", path)
        beside = _beside(target)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o666)
        try:
            with open(descriptor, "wb", buffering=0) as file:
                rest = memoryview(data)
                while rest:
                    rest = rest[file.write(rest) :]
            if mode is not None:
                os.chmod(beside, stat.S_IMODE(mode))
            os.replace(beside, target)
        except BaseException:
            os.unlink(beside)
            raise

    def create(self, path: str) -> bool:
        """Makes an empty file; ``False`` when there is something already."""
        self._for("write", "making", path)
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o666))
        except FileExistsError:
            return False
        return True

    def open(self, path: str, *, write: bool = False, create: bool = False) -> LocalFile:
        """Opens a file, to *write* too; then it is made where needed with *create*. One at a time may write."""
        self._for("write" if write else "read", "opening", path)
        if not write:
            descriptor = os.open(path, os.O_RDONLY | _FLAGS)
            released = _nothing
        else:
            target = self._lockable(path)
            flags = os.O_RDWR | (os.O_CREAT if create else 0)
            descriptor = os.open(target, flags | _FLAGS, 0o666)
            released = lambda: self._writing.discard(target)  # noqa: E731
        try:
            _require_file(descriptor, path)
        except OSError:
            os.close(descriptor)
            raise
        if write:
            self._writing.add(target)
        return LocalFile(descriptor, write, released)

    def delete(self, path: str) -> None:
        """Deletes a file or a link."""
        self._for("write", "deleting", path)
        os.unlink(path)

    def move(self, source: str, target: str) -> None:
        """Gives a file or folder another path; ``FileExistsError`` when there is something already."""
        self._for("write", "moving", source, target)
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
        try:
            os.rename(source, target)
        except OSError as problem:
            if problem.errno != errno.EXDEV:
                raise
            import shutil

            shutil.move(source, target)

    def copy(self, source: str, target: str, *, overwrite: bool = False) -> None:
        """Copies a file or link; ``FileExistsError`` when there is something already, and no *overwrite*."""
        self._for("read", "copying", source, target)
        self._for("write", "writing", target)
        if os.path.lexists(target):
            if not overwrite:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
            if os.path.isdir(target) and not os.path.islink(target):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
            if os.path.realpath(target) == os.path.realpath(source):
                return
            if not os.access(self._lockable(target), os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
        import shutil

        beside = _beside(target)
        if not os.path.islink(source) and not stat.S_ISREG(os.stat(source).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", source)
        try:
            shutil.copy2(source, beside, follow_symlinks=False)
            os.replace(beside, target)
        except BaseException:
            if os.path.lexists(beside):
                os.unlink(beside)
            raise

    def _lockable(self, path: str) -> str:
        """The file that *path* leads to; ``OSError`` when the script has it open for writing."""
        target = os.path.realpath(path)
        if target in self._writing:
            raise OSError(errno.EBUSY, "it is open for writing already", path)
        return target

    def set_properties(self, path: str, *, writable: bool, modified: float | None) -> None:
        """Permits or forbids to change a file, and gives it a time, in seconds since 1970."""
        self._for("write", "changing", path)
        mode = stat.S_IMODE(os.stat(path).st_mode)
        if modified is not None:
            os.utime(path, (modified, modified))
        os.chmod(path, mode | stat.S_IWUSR if writable else mode & ~0o222)

    # ------------------------------------------------------------------ volumes

    def volumes(self) -> list[str]:
        """The folders where volumes are, the root first."""
        self._for("read", "looking at", os.sep)
        from .machine import volumes

        return volumes()

    def capacity(self, path: str) -> tuple[int, int, int]:
        """Of the volume of *path*: its size, what is used of it, and what is free, in bytes."""
        self._for("read", "looking at", path)
        import shutil

        return shutil.disk_usage(path)

    # ------------------------------------------------------------------ folders and links

    def list(self, path: str) -> list[tuple[str, bool]]:
        """The names in a folder, sorted, and whether each is a folder; a link is none."""
        self._for("read", "listing", path)
        with os.scandir(path) as entries:
            return sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)

    def make_folder(self, path: str, *, parents: bool = False) -> None:
        """Makes a folder, with *parents* those above it too; ``FileExistsError`` when there is something already."""
        self._for("write", "making", path)
        (os.makedirs if parents else os.mkdir)(path)

    def delete_folder(self, path: str, *, contents: bool = False) -> None:
        """Deletes an empty folder, or any with *contents*; links in it are not followed."""
        self._for("write", "deleting", path)
        if os.path.islink(path):
            os.unlink(path)
        elif not contents:
            os.rmdir(path)
        else:
            if os.path.realpath(path) == os.path.realpath(os.sep):
                raise OSError(errno.EBUSY, "the root folder cannot be deleted", path)
            _delete_tree(path)

    def link(self, target: str, path: str) -> None:
        """Makes a symbolic link at *path*."""
        self._for("write", "making", path, target)
        os.symlink(target, path)

    def original(self, path: str) -> str:
        """The path with every link on it resolved."""
        self._for("read", "looking at", path)
        return os.path.realpath(path)

    def folder(self, name: str) -> str:
        """The path of a special folder, without a slash at the end; it need not exist. ``""`` when there is none."""
        if name == "package":
            return self._package
        if name == "logs":
            return self._logs
        if name in self._places:
            return self._places[name]
        if name in _IN_PACKAGE:
            return os.path.join(self._package, _IN_PACKAGE[name])
        if name in _IN_HOME:
            return os.path.join(os.path.expanduser("~"), _IN_HOME[name]).rstrip(os.sep)
        if name == "temporary":
            import tempfile

            return tempfile.gettempdir()
        if name == "application":
            return os.path.abspath(sys.argv[0] or sys.executable)
        return (_MAC if sys.platform == "darwin" else _UNIX).get(name, "")


_IN_PACKAGE = {
    "resources": "Resources",
    "data": "Data",
    "project": "Project",
    "sources": os.path.join("Project", "Sources"),
}
_IN_HOME = {
    "home": "",
    "desktop": "Desktop",
    "documents": "Documents",
    "preferences": "Library/Application Support/4D" if sys.platform == "darwin" else ".config/4D",
    "user preferences": "Library/Preferences" if sys.platform == "darwin" else ".config",
}
_MAC = {
    "system": "/System",
    "applications": "/Applications",
    "fonts": "/Library/Fonts",
    "all preferences": "/Library/Preferences",
}
_UNIX = {
    "system": "/usr",
    "applications": "/usr/share/applications",
    "fonts": "/usr/share/fonts",
    "all preferences": "/etc",
}


def _nothing() -> None:
    """Nobody waits for the end of reading."""


def _beside(target: str) -> str:
    """A new name in the folder of *target*."""
    return os.path.join(os.path.dirname(target), f".4dm-{os.urandom(8).hex()}")


def _require_file(descriptor: int, path: str) -> None:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is not a regular file", path)


def _delete_tree(path: str) -> None:
    import shutil

    if sys.version_info >= (3, 12):
        shutil.rmtree(path, onexc=_unlock)
    else:
        shutil.rmtree(path, onerror=lambda function, place, found: _unlock(function, place, found[1]))


def _unlock(function: Callable[..., Any], path: str, problem: BaseException) -> None:
    """Tries again what failed below a folder that is to be deleted, once its owner may write there."""
    if isinstance(problem, FileNotFoundError):
        return
    if not isinstance(problem, PermissionError):
        raise problem
    for place in (os.path.dirname(path), path):
        if os.path.isdir(place) and not os.path.islink(place):
            os.chmod(place, 0o700)
    if function in (os.open, os.scandir):
        import shutil

        shutil.rmtree(path)
    else:
        function(path)
