"""Files whose paths can be typed."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Names of parameters that take the path of a file or of a folder.
PATHS = frozenset(
    "path pathname document file fileName filePath folderPath docPath sourceName destinationName srcPathname"
    " dstPathname directory defaultPath targetPath aliasPath posixPath fileToZip zipFile projectFile folder".split()
)
#: How many names of a folder are looked at.
_MOST = 1000


def paths(typed: str, folder: str) -> Iterator[str]:
    """The names in the folder that the path *typed* leads to, those of folders with a slash behind.

    *folder* is where relative paths begin, and what ``/PACKAGE`` is.
    """
    inside = typed.rpartition("/")[0]
    if inside.upper() == "/PACKAGE" or inside.upper().startswith("/PACKAGE/"):
        inside = inside[len("/PACKAGE/") :]
    elif typed.startswith("/"):
        inside = inside or "/"
    where = os.path.join(folder, inside) or "."
    try:
        with os.scandir(where) as entries:
            found = sorted(
                (entry.name, entry.is_dir()) for _, entry in zip(range(_MOST), entries, strict=False)
            )
    except OSError:
        return
    hidden = typed.rpartition("/")[2].startswith(".")
    for name, is_folder in found:
        if hidden or not name.startswith("."):
            yield name + ("/" if is_folder else "")
