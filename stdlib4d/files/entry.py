"""What files and folders have in common, on the disk and in archives."""

from __future__ import annotations

from ..errors import LanguageError
from ..registry import attribute, function
from ..values import NULL_DATE, Date, NativeObject
from .location import Location, split_name
from .problem import NOT_SUPPORTED, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from ..host import FileInfo, Files
    from ..values import Value

    class Store(Protocol):
        """Where files are read from: the disk, or an archive. As :class:`stdlib4d.host.Files` has it."""

        def stat(self, path: str, *, follow: bool = True) -> FileInfo | None: ...

        def read(self, path: str) -> bytes: ...

        def list(self, path: str) -> list[tuple[str, bool]]: ...


#: Options of .files() and .folders(), of .copyTo(), of .createAlias().
RECURSIVE = 1
IGNORE_INVISIBLE = 8
OVERWRITE = 4


class Entry(NativeObject):
    """A file or folder, which need not exist."""

    def __init__(self, location: Location, store: Store) -> None:
        self.location = location
        self.store = store

    def __repr__(self) -> str:
        return f"<4D.{self.class_name} {self.path or '/'}>"

    @property
    def path(self) -> str:
        """The path that a script sees."""
        return self.location.shown

    @property
    def disk(self) -> str:
        """The absolute path on the disk."""
        return self.location.disk

    def info(self, command: str, *, follow: bool = True) -> FileInfo | None:
        """What is there, ``None`` for nothing that can be seen; raises :class:`LanguageError` without permission."""
        with guarded(command, self.path):
            try:
                return self.store.stat(self.disk, follow=follow)
            except OSError:
                return None

    @attribute("fullName", "Text")
    def full_name(self) -> str:
        return self.location.name

    @attribute("name", "Text")
    def _name(self) -> str:
        return split_name(self.location.name)[0]

    @attribute("extension", "Text")
    def _extension(self) -> str:
        return split_name(self.location.name)[1]

    @attribute("creationDate", "Date")
    def _creation_date(self) -> Date:
        info = self.info("creationDate")
        return NULL_DATE if info is None else moment(info.created)[0]

    @attribute("creationTime", "Integer")
    def _creation_time(self) -> int:
        info = self.info("creationTime")
        return 0 if info is None else moment(info.created)[1]

    @attribute("modificationDate", "Date")
    def _modification_date(self) -> Date:
        info = self.info("modificationDate")
        return NULL_DATE if info is None else moment(info.modified)[0]

    @attribute("modificationTime", "Integer")
    def _modification_time(self) -> int:
        info = self.info("modificationTime")
        return 0 if info is None else moment(info.modified)[1]

    def _hide(self, value: Value) -> None:
        if value is not self._hidden():
            raise LanguageError(
                NOT_SUPPORTED,
                "hidden: this system hides the files whose name starts with a full stop, and no others",
                hint='rename it: .rename("."+…)',
            )

    @attribute("hidden", "Boolean", _hide)
    def _hidden(self) -> bool:
        return self.location.name.startswith(".")

    @function("getIcon", "( {size : Integer} ) : Picture")
    def _icon(self, size: int = 0) -> None:
        """Returns an empty picture: there is no desktop that gives files icons (API/FileClass.md, .getIcon())."""


def moment(timestamp: float) -> tuple[Date, int]:
    """A time since 1970 as the day and the second in it, in the local time zone."""
    from time import localtime

    parts = localtime(timestamp)
    date = Date.of(parts.tm_year, parts.tm_mon, parts.tm_mday)
    return date, parts.tm_hour * 3600 + parts.tm_min * 60 + min(parts.tm_sec, 59)


def timestamp(date: Date, seconds: int) -> float:
    """The time since 1970 of a second in a day, in the local time zone; the inverse of :func:`moment`."""
    from time import mktime

    return mktime((*date.parts, 0, 0, seconds, 0, 0, -1))


def prepare_folder(files: Files, location: Location) -> None:
    """Makes the folders above *location* where needed; raises ``OSError``."""
    parent = location.parent()
    if parent is not None and parent is not location:
        try:
            files.make_folder(parent.disk, parents=True)
        except FileExistsError:
            pass
