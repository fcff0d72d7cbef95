"""What the commands for XML know of an open document: options, and how far it is written or read."""

from __future__ import annotations

from ..files.packets import opened_document
from .options import Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..files.packets import OpenDocument
    from ..host import Run
    from ..values import Time
    from .sax_reading import Reader
    from .sax_writing import Writer


class SaxDocument:
    """Beside an open document, from the first command of the theme XML SAX on."""

    def __init__(self, file: OpenDocument) -> None:
        self.file = file
        self.options = Options()
        self.writer: Writer | None = None
        self.reader: Reader | None = None

    def finish(self) -> None:
        """Writes what is missing at the end; the document is closed next."""
        if self.writer is not None:
            self.writer.finish()


def document_at(run: Run, name: str, reference: Time) -> SaxDocument:
    """What is known of the document that is open by *reference*; an error of the command *name* when none is."""
    file = opened_document(run, name, reference)
    if file.sax is None:
        file.sax = SaxDocument(file)
    return file.sax
