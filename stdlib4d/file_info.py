"""What a host tells of a file or folder."""

from __future__ import annotations


class FileInfo:
    """What is known of a file or folder.

    ``size`` is in bytes; ``created`` and ``modified`` are seconds since 1970, GMT. ``link`` tells that it is a
    symbolic link, ``writable`` that this program may change it.
    """

    __slots__ = ("created", "folder", "link", "modified", "size", "writable")

    def __init__(
        self, *, folder: bool, link: bool, size: int, created: float, modified: float, writable: bool
    ) -> None:
        self.folder = folder
        self.link = link
        self.size = size
        self.created = created
        self.modified = modified
        self.writable = writable
