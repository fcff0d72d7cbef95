"""ZIP archives: what is in one."""

from __future__ import annotations

import errno
import lzma
import struct
import zipfile
import zlib
from time import mktime

from ..file_info import FileInfo
from .packing import AES, XZ, aes_of, decompress, decrypt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import OpenFile

#: Bytes that a file in an archive may unpack to: the most that a blob holds.
LARGEST = 2**31 - 1
_ENCRYPTED = 1
#: The size of the header before the name of a file, and where the lengths of what follows it stand.
_HEADER, _LENGTHS = 30, 26
#: What a damaged archive makes :mod:`zipfile` raise.
_DAMAGED = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)


class _Stream:
    """An open file as :mod:`zipfile` wants to read it."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._place = 0

    def read(self, count: int = -1) -> bytes:
        data = self._file.read(self._place, self._file.size() if count < 0 else count)
        self._place += len(data)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        start = (0, self._place, self._file.size() if whence == 2 else 0)[whence]
        if start + offset < 0:
            raise ValueError("before the start")
        self._place = start + offset
        return self._place

    def tell(self) -> int:
        return self._place

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()


class Archive:
    """The files in an archive, by paths that begin with a slash, as :class:`stdlib4d.files.entry.Store` has it.

    Names that lead out of the archive, or that a file cannot have, are left out. Raises ``OSError``, with
    ``EACCES`` when there is no (right) password.
    """

    def __init__(self, file: OpenFile, password: str = "") -> None:
        self._password = password.encode()
        self._file = file
        try:
            self._zip = zipfile.ZipFile(_Stream(file))
            infos = self._zip.infolist()
        except _DAMAGED as problem:
            raise OSError(errno.EIO, f"it is no ZIP archive that can be read ({problem})") from None
        #: ``None`` for a folder that only the paths in it tell of.
        self._entries: dict[str, zipfile.ZipInfo | None] = {"/": None}
        self._children: dict[str, dict[str, bool]] = {"/": {}}
        for info in infos:
            self._add(info)
        if not password and any(info.flag_bits & _ENCRYPTED for info in infos):
            raise OSError(errno.EACCES, "the archive wants a password")

    def _add(self, info: zipfile.ZipInfo) -> None:
        parts = [part for part in info.filename.split("/") if part not in ("", ".")]
        if not parts or any(part == ".." or "\\" in part or "\0" in part for part in parts):
            return
        folder = "/"
        for part in parts[:-1]:
            folder = self._folder(folder, part)
        if info.is_dir():
            self._entries[self._folder(folder, parts[-1])] = info
        elif self._children[folder].setdefault(parts[-1], False) is False:
            self._entries[folder.rstrip("/") + "/" + parts[-1]] = info

    def _folder(self, parent: str, name: str) -> str:
        path = parent.rstrip("/") + "/" + name
        if self._children[parent].setdefault(name, True) is False:
            # A file of that name came first: it gives way to the folder.
            self._children[parent][name] = True
            self._entries[path] = None
        self._entries.setdefault(path, None)
        self._children.setdefault(path, {})
        return path

    def stat(self, path: str, *, follow: bool = True) -> FileInfo | None:
        """What is at *path*; its times are those of the machine that packed it, taken for local ones."""
        if path not in self._entries:
            return None
        info = self._entries[path]
        moment = 0.0
        if info is not None:
            try:
                moment = mktime((*info.date_time, 0, 0, -1))
            except (ValueError, OverflowError):
                pass
        return FileInfo(
            folder=path in self._children,
            link=False,
            size=0 if info is None else info.file_size,
            created=moment,
            modified=moment,
            writable=False,
        )

    def list(self, path: str) -> list[tuple[str, bool]]:
        """The names in a folder, sorted, and whether each is a folder."""
        return sorted(self._children.get(path, {}).items())

    def read(self, path: str) -> bytes:
        """The content of a file; raises ``OSError``."""
        info = self._entries.get(path)
        if info is None or path in self._children:
            raise FileNotFoundError(errno.ENOENT, "", path)
        if info.file_size > LARGEST:
            raise OSError(errno.EFBIG, f"it unpacks to {info.file_size} bytes, which is too much", path)
        try:
            if info.compress_type in (AES, XZ):
                return self._unpacked(info)
            return self._zip.read(info, self._password or None)
        except _DAMAGED as problem:
            raise OSError(errno.EIO, str(problem), path) from None

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """The content of a file that :mod:`zipfile` does not read: one packed by XZ, or encrypted with AES."""
        name, extra = struct.unpack("<HH", self._file.read(info.header_offset + _LENGTHS, 4))
        data = self._file.read(info.header_offset + _HEADER + name + extra, info.compress_size)
        method = info.compress_type
        if method == AES:
            strength, method = aes_of(info.extra)
            data = decrypt(data, self._password, strength)
        found = decompress(data, method, info.file_size)
        # An encrypted file has a code of its own in place of the checksum.
        if len(found) != info.file_size or (info.CRC and zlib.crc32(found) != info.CRC):
            raise OSError(errno.EIO, "its data are damaged", info.filename)
        return found
