"""Documents that are open, by reference number: opening them, reading and writing packets."""

from __future__ import annotations

from errno import EBUSY

from ..blobs import Blob4D, bytes_of, put_blob
from ..errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from ..references import Pointer, assign_through, dereference
from ..registry import command, convert
from ..values import StarType, Time, UnsetType, type_name
from . import charset as charsets
from .location import system_path
from .problem import BAD_REFERENCE, LOCKED, NOT_FOUND, as_error, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import OpenFile, Run
    from ..values import Value
    from ..xml.sax import SaxDocument

NULL_REFERENCE = Time(0)
#: How a document is opened (theme System Documents).
READ_AND_WRITE, WRITE_MODE, READ_MODE, GET_PATHNAME = range(4)
#: Where SET DOCUMENT POSITION counts from.
FROM_START, FROM_END, FROM_POSITION = 1, 2, 3
_CHUNK = 1 << 16


class OpenDocument:
    """A document and the place where the next packet begins.

    ``sax`` is what the commands for XML know of it.
    """

    __slots__ = ("codec", "file", "path", "place", "sax")

    def __init__(self, path: str, file: OpenFile, place: int) -> None:
        self.path = path
        self.file = file
        self.place = place
        self.codec = "utf-8"
        self.sax: SaxDocument | None = None

    def close(self) -> None:
        """Closes the file; elements of XML that are still open get their end tags."""
        try:
            if self.sax is not None:
                self.sax.finish()
        finally:
            self.file.close()


def _open(
    run: Run, name: str, path: str, *, mode: int = READ_AND_WRITE, create: bool = False, end: bool = False
) -> Time:
    files = run.host.files
    if path:
        disk = system_path(files, path)
    else:
        from .lists import choose

        disk = path = choose(run, "Save" if create else "Open", "")
        if not path:
            run.set_ok(0)
            return NULL_REFERENCE
    with guarded(name, path, result=NULL_REFERENCE, run=run):
        if mode == GET_PATHNAME:
            if files.stat(disk) is None:
                raise FileNotFoundError(2, "", path)
            run.set_document(files.rules.to_system(disk))
            return NULL_REFERENCE
        try:
            file = files.open(disk, write=mode != READ_MODE, create=create)
        except OSError as problem:
            if problem.errno != EBUSY:
                raise
            # The page gives this number to a document that is open for writing.
            raise as_error(name, path, problem, NULL_REFERENCE, {LOCKED: NOT_FOUND}) from None
        if create:
            file.resize(0)
        document = OpenDocument(path, file, file.size() if end else 0)
        number = max(files.open_documents, default=0) + 1
        files.open_documents[number] = document
        run.set_document(files.rules.to_system(disk))
    return Time(number)


def opened_document(run: Run, name: str, reference: Time) -> OpenDocument:
    """The document that is open by the number *reference*; an error of the command *name* when none is."""
    document = run.host.files.open_documents.get(reference.seconds)
    if isinstance(document, OpenDocument):
        return document
    raise LanguageError(
        BAD_REFERENCE,
        f"{name}: docRef: no document is open by the number {reference.seconds}",
        hint="Open document, Create document and Append document return one",
    )


@command("Create document", 266, "( document : Text {; fileType : Text} ) : Time")
def create_document(run: Run, path: str, kind: str = "") -> Time:
    """Makes an empty document, whatever was there, and opens it (commands/create-document.md)."""
    return _open(run, "Create document", path, create=True)


@command("Open document", 264, "( document : Text {; fileType : Text, Integer {; mode : Integer}} ) : Time")
def open_document(run: Run, path: str, kind: str | int = "", mode: int = READ_AND_WRITE) -> Time:
    """Opens a document at its beginning (commands/open-document.md)."""
    if isinstance(kind, int):
        mode = kind
    if mode not in (READ_AND_WRITE, WRITE_MODE, READ_MODE, GET_PATHNAME):
        raise LanguageError(ARGUMENT_UNEXPECTED, f"Open document: mode: wanted 0 to 3, got {mode}")
    return _open(run, "Open document", path, mode=mode)


@command("Append document", 265, "( document : Text {; fileType : Text} ) : Time")
def append_document(run: Run, path: str, kind: str = "") -> Time:
    """Opens a document at its end (commands/append-document.md)."""
    return _open(run, "Append document", path, end=True)


@command("CLOSE DOCUMENT", 267, "( docRef : Time )")
def close_document(run: Run, reference: Time) -> None:
    """Closes a document (commands/close-document.md)."""
    document = opened_document(run, "CLOSE DOCUMENT", reference)
    del run.host.files.open_documents[reference.seconds]
    with guarded("CLOSE DOCUMENT", document.path):
        document.close()


# ------------------------------------------------------------------ packets


def _addressed(run: Run, name: str, reference: Value, last: Value) -> OpenDocument:
    """The document of *reference*; without it, *last* is missing, and SET CHANNEL would have opened one."""
    if last is None:
        raise LanguageError(
            BAD_REFERENCE,
            f"{name}: no document is open by SET CHANNEL, which this interpreter does not have",
            hint="open one with Open document, and pass its reference first",
        )
    if isinstance(reference, Pointer):
        reference = dereference(reference)
    found = convert(reference, "Time")
    if not isinstance(found, Time):
        raise LanguageError(TYPE_MISMATCH, f"{name}: docRef: wanted Time, got {type_name(reference)}")
    return opened_document(run, name, found)


@command("SEND PACKET", 103, "( docRef : Time, Text, Blob, 4D.Blob {; packet : Text, Blob, 4D.Blob} )")
def send_packet(run: Run, reference: Value, packet: Value = None) -> None:
    """Writes a text, in UTF-8, or a blob to an open document (commands/send-packet.md)."""
    document = _addressed(run, "SEND PACKET", reference, packet)
    data = charsets.encoded(packet, document.codec) if isinstance(packet, str) else bytes_of(packet)
    with guarded("SEND PACKET", document.path):
        document.file.write(document.place, data)
    document.place += len(data)


@command(
    "RECEIVE PACKET",
    104,
    "( docRef : Time, Variable ; receiveVar : Variable, Text, Integer {; stop : Text, Integer} )",
)
def receive_packet(run: Run, reference: Value, variable: Value, stop: str | int | None = None) -> None:
    """Reads up to a text or a number of characters into a variable; bytes into a Blob variable
    (commands/receive-packet.md)."""
    document = _addressed(run, "RECEIVE PACKET", reference, stop)
    if stop is None or not isinstance(variable, Pointer):
        raise LanguageError(TYPE_MISMATCH, "RECEIVE PACKET: receiveVar: wanted a variable")
    into_blob = isinstance(dereference(variable), (bytes, Blob4D, UnsetType))
    with guarded("RECEIVE PACKET", document.path):
        data, length = _bytes(document, stop) if into_blob else _text(document, stop)
    document.place += length
    run.set_ok(int(length > 0))
    if isinstance(data, bytes):
        put_blob(variable, data)
    else:
        assign_through(variable, data)


def _bytes(document: OpenDocument, stop: str | int) -> tuple[bytes, int]:
    """The next bytes, and how far the place moves."""
    if isinstance(stop, int):
        data = document.file.read(document.place, stop)
        return data, len(data)
    return _until(document, charsets.encoded(stop, document.codec))


def _text(document: OpenDocument, stop: str | int) -> tuple[str, int]:
    """The next characters, and how many bytes the place moves."""
    skipped = 0
    if document.place == 0:
        own, skipped = charsets.marked(document.file.read(0, 4))
        document.codec = own or document.codec
        document.place = skipped
    try:
        if isinstance(stop, str):
            data, length = _until(document, charsets.encoded(stop, document.codec))
            return data.decode(document.codec, "replace"), skipped + length
        # No character has more than four bytes. The surrogates stand for bytes that are none.
        data = document.file.read(document.place, 4 * stop) if stop > 0 else b""
        if document.codec == "utf-8":
            text = data.decode("utf-8", "surrogateescape")[:stop]
            length = len(text.encode("utf-8", "surrogateescape"))
        else:
            text = data.decode(document.codec, "replace")[:stop]
            length = min(len(data), len(text.encode(document.codec, "replace")))
        return data[:length].decode(document.codec, "replace"), skipped + length
    finally:
        document.place -= skipped


def _until(document: OpenDocument, stop: bytes) -> tuple[bytes, int]:
    """The bytes before *stop*, or to the end; and their number with it."""
    data = b""
    while True:
        part = document.file.read(document.place + len(data), max(_CHUNK, len(data)))
        known = len(data)
        data += part
        found = data.find(stop, max(0, known - len(stop))) if stop else -1
        if found >= 0:
            return data[:found], found + len(stop)
        if not part:
            return data, len(data)


# ------------------------------------------------------------------ size and position


@command("Get document size", 479, "( document : Text, Time {; * : Operator} ) : Real")
def get_document_size(run: Run, document: str | Time, star: StarType | None = None) -> int:
    """Returns the size in bytes of a document, open or not (commands/get-document-size.md)."""
    name = "Get document size"
    if star is not None:
        # The resource fork, which files have on a Mac only.
        return 0
    if isinstance(document, Time):
        opened = opened_document(run, name, document)
        with guarded(name, opened.path):
            return opened.file.size()
    files = run.host.files
    with guarded(name, document):
        found = files.stat(system_path(files, document)) if document else None
        if found is None or found.folder:
            raise FileNotFoundError(2, "", document)
    return found.size


@command("SET DOCUMENT SIZE", 480, "( docRef : Time ; size : Real )")
def set_document_size(run: Run, reference: Time, size: float) -> None:
    """Cuts an open document, or fills it up with zeros (commands/set-document-size.md)."""
    document = opened_document(run, "SET DOCUMENT SIZE", reference)
    if not 0 <= size < 2**53:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"SET DOCUMENT SIZE: size: {size:g} is no size of a document"
        )
    with guarded("SET DOCUMENT SIZE", document.path):
        document.file.resize(int(size))
    document.place = min(document.place, int(size))


@command("Get document position", 481, "( docRef : Time ) : Real")
def get_document_position(run: Run, reference: Time) -> int:
    """Returns where the next packet begins, in bytes (commands/get-document-position.md)."""
    return opened_document(run, "Get document position", reference).place


@command("SET DOCUMENT POSITION", 482, "( docRef : Time ; offset : Real {; anchor : Integer} )")
def set_document_position(run: Run, reference: Time, offset: float, anchor: int = FROM_START) -> None:
    """Says where the next packet begins (commands/set-document-position.md)."""
    name = "SET DOCUMENT POSITION"
    document = opened_document(run, name, reference)
    with guarded(name, document.path):
        size = document.file.size()
    starts = {FROM_START: 0, FROM_END: size, FROM_POSITION: document.place}
    if anchor not in starts:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: anchor: wanted 1, 2 or 3, got {anchor}")
    place = starts[anchor] + offset
    if not 0 <= place <= size:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: offset: {place:g} is not in a document of {size} bytes",
        )
    document.place = int(place)
