"""4D projects on disk: where their methods and classes are (Project/code-overview of the reference)."""

from __future__ import annotations

import os

from .sources import read_source, units_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from grammar.source import Source


class ProjectFolder:
    """A project: its package folder, and the sources in it.

    *path* is the package folder, its folder ``Project``, or the ``.4DProject`` file in that.
    Raises ``OSError`` when there are no sources.
    """

    def __init__(self, path: str) -> None:
        path = os.path.abspath(path)
        inner = os.path.dirname(path) if path.lower().endswith(".4dproject") else path
        if os.path.basename(inner) != "Project":
            inner = os.path.join(inner, "Project")
        self.package = os.path.dirname(inner)
        self._file = path if path != inner and os.path.isfile(path) else ""
        self._inner = inner
        self.sources = os.path.join(inner, "Sources")
        if not os.path.isdir(self.sources):
            raise FileNotFoundError(2, "no project here: there is no folder Project/Sources", path)

    def places(self) -> dict[str, str]:
        """Where the project file, the data and the logs are (Concepts/paths.md), by the names of the host's folders."""
        data = os.path.join(self.package, "Data")
        return {"structure": self._project_file(), "data": data, "logs": os.path.join(data, "Logs")}

    def _project_file(self) -> str:
        """The path of the project file; the one in the folder when only this was named, or an empty text."""
        if self._file:
            return self._file
        found = sorted(name for name in os.listdir(self._inner) if name.lower().endswith(".4dproject"))
        return os.path.join(self._inner, found[0]) if found else ""

    def methods(self) -> dict[str, Callable[[], Source]]:
        """The project methods."""
        return self._units("Methods")

    def classes(self) -> dict[str, Callable[[], Source]]:
        """The user classes."""
        return self._units("Classes")

    def database_method(self, name: str) -> Source | None:
        """A database method, such as ``onStartup``."""
        path = os.path.join(self.sources, "DatabaseMethods", name + ".4dm")
        return read_source(path) if os.path.isfile(path) else None

    def _units(self, folder: str) -> dict[str, Callable[[], Source]]:
        path = os.path.join(self.sources, folder)
        return units_in(path) if os.path.isdir(path) else {}
