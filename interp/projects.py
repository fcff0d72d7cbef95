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
        self.sources = os.path.join(inner, "Sources")
        if not os.path.isdir(self.sources):
            raise FileNotFoundError(2, "no project here: there is no folder Project/Sources", path)

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
