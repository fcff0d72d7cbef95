"""4D for coverage.py: which lines of ``.4dm`` files ran.

In its configuration: ``[run] plugins = interp.debugging.coverage``. Nothing else imports this.
"""

from __future__ import annotations

import os

from coverage import CoveragePlugin, FileReporter, FileTracer
from coverage.exceptions import NoSource

from ..sources import EXTENSION, read_source, units_beside
from .lines import statement_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coverage.plugin_support import Plugins


class FourDPlugin(CoveragePlugin):
    """Knows ``.4dm`` files."""

    def file_tracer(self, filename: str) -> FileTracer | None:
        """What says where the code of a file comes from."""
        return FourDTracer(filename) if filename.endswith(EXTENSION) else None

    def file_reporter(self, filename: str) -> FileReporter:
        """What says which lines of a file could run."""
        return FourDReporter(filename)

    def find_executable_files(self, src_dir: str) -> Iterable[str]:
        """The files of a folder, of which some may never have been run."""
        for folder, _, names in os.walk(src_dir):
            yield from (os.path.join(folder, name) for name in names if name.endswith(EXTENSION))


class FourDTracer(FileTracer):
    """Code whose file and lines are those that it says it has."""

    def __init__(self, filename: str) -> None:
        self._filename = filename

    def source_filename(self) -> str:
        """The file."""
        return self._filename


class FourDReporter(FileReporter):
    """The lines of one file on which a statement or a condition begins."""

    def source(self) -> str:
        """Its text, with the lines parted as coverage.py wants them."""
        return "\n".join(self._text().splitlines()) + "\n"

    def lines(self) -> set[int]:
        """The lines that could run."""
        return set(statement_lines(self._text(), tuple(units_beside(self.filename))))

    def _text(self) -> str:
        """What the file holds; coverage.py reports, or leaves out with ``-i``, one that cannot be read."""
        try:
            return read_source(self.filename).text
        except OSError as failure:
            raise NoSource(f"{self.filename}: {failure.strerror}") from None


def coverage_init(registry: Plugins, options: object) -> None:
    """What coverage.py calls to get the plugin."""
    registry.add_file_tracer(FourDPlugin())
