"""Blobs as values, and the commands of the theme BLOB that change their bytes (Concepts/blob.md).

A scalar blob is ``bytes``; a command that alters one puts new bytes into its variable. Offsets count from 0.
"""

from __future__ import annotations

from .errors import INDEX_OUT_OF_RANGE, TYPE_MISMATCH, LanguageError
from .references import Pointer, assign_through, dereference
from .registry import attribute, command, function
from .values import UNDEFINED, UNSET_OBJECT, NativeObject, StarType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: The longest blob that a script may make.
MAX_SIZE = 2**28
#: There is no memory for what is asked.
NO_MEMORY = -108
#: An offset outside of the blob.
OUTSIDE = -111


class Blob4D(NativeObject):
    """A blob as an object: its bytes never change (API/BlobClass.md)."""

    class_name = "Blob"
    shareable = True

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    @staticmethod
    @command("4D.Blob.new", 0, "( {blob : Blob, 4D.Blob} ) : 4D.Blob")
    def constructor(run: Run, blob: Value = b"") -> Blob4D:
        """Makes a blob object with the bytes of another blob (API/BlobClass.md)."""
        return Blob4D(bytes_of(blob))

    @attribute("size", "Real")
    def size(self) -> int:
        """The number of bytes."""
        return len(self.data)

    @function("slice", "( {start : Real {; end : Real}} ) : 4D.Blob")
    def slice(self, start: float = 0, end: float | None = None) -> Blob4D:
        """Returns the bytes from a start to before an end; negative ones count from the end of the blob."""
        size = len(self.data)
        return Blob4D(self.data[_index(start, size) : size if end is None else _index(end, size)])


def _index(place: float, size: int) -> int:
    if place != place:
        return 0
    place = max(place + size, 0) if place < 0 else place
    return int(min(place, size))


def bytes_of(blob: Value) -> bytes:
    """The bytes of a blob of either kind."""
    data: bytes = blob.data if isinstance(blob, Blob4D) else blob
    return data


def scalar_in(name: str, variable: Pointer) -> bytes:
    """The bytes in a variable that the command *name* is to change; none when it was never assigned."""
    held = dereference(variable)
    if held is UNDEFINED:
        return b""
    if held.__class__ is not bytes:
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: blob: wanted Blob, got {type_name(held)}",
            hint="a 4D.Blob cannot be changed: assign it to a variable of type Blob first"
            if isinstance(held, Blob4D)
            else "",
        )
    data: bytes = held
    return data


def put_blob(variable: Pointer, data: bytes) -> None:
    """Stores *data* in a variable: as a 4D.Blob where it holds or is for objects, else as a scalar blob."""
    held = dereference(variable)
    as_object = held is UNSET_OBJECT or isinstance(held, (NativeObject, dict))
    assign_through(variable, Blob4D(data) if as_object else data)


def check_size(name: str, size: int) -> None:
    """Raises error -108 when a blob cannot have *size* bytes."""
    if size > MAX_SIZE:
        raise LanguageError(NO_MEMORY, f"{name}: there is no memory for a blob of {size} bytes")
    if size < 0:
        raise LanguageError(INDEX_OUT_OF_RANGE, f"{name}: size: wanted 0 or more, got {size}")


def check_range(name: str, what: str, offset: int, length: int, size: int) -> None:
    """Raises error -111 unless *length* bytes from *offset* lie in a blob of *size* bytes."""
    if offset < 0 or length < 0 or offset + length > size:
        raise LanguageError(
            OUTSIDE, f"{name}: {what}: {length} bytes at {offset} are not in a blob of {size} bytes"
        )


def written(name: str, blob: bytes, offset: int, data: bytes) -> bytes:
    """*blob* with *data* at *offset*; it grows as far as needed, with zeros in between."""
    if offset < 0:
        raise LanguageError(OUTSIDE, f"{name}: offset: wanted 0 or more, got {offset}")
    check_size(name, offset + len(data))
    return blob[:offset].ljust(offset, b"\0") + data + blob[offset + len(data) :]


def place_in(name: str, offset: Pointer | None) -> int:
    """The number in the variable *offset*; 0 where it has none yet, or none was passed."""
    place = 0 if offset is None else dereference(offset)
    if place is UNDEFINED:
        return 0
    if place.__class__ is not int and place.__class__ is not float:
        raise LanguageError(TYPE_MISMATCH, f"{name}: offset: wanted Integer, got {type_name(place)}")
    if not abs(place) < 2**53:
        raise LanguageError(OUTSIDE, f"{name}: offset: no blob has a byte {place}")
    return int(place)


def write(name: str, data: bytes, variable: Pointer, where: Value) -> None:
    """Stores *data* in the blob of a variable: as all of it, at its end, or at the offset in another variable.

    *where* is ``None``, the ``*`` that means the end, or a pointer to the offset, which is moved on.
    """
    blob = scalar_in(name, variable)
    if where is None:
        assign_through(variable, data)
    elif isinstance(where, StarType):
        check_size(name, len(blob) + len(data))
        assign_through(variable, blob + data)
    else:
        place = place_in(name, where)
        assign_through(variable, written(name, blob, place, data))
        assign_through(where, place + len(data))


@command("BLOB size", 605, "( blob : Blob, 4D.Blob ) : Integer")
def blob_size(blob: Value) -> int:
    """Returns the number of bytes (commands/blob-size.md)."""
    return len(bytes_of(blob))


@command("SET BLOB SIZE", 606, "( blob : Variable ; size : Integer {; filler : Integer} )")
def set_blob_size(variable: Pointer, size: int, filler: int = 0) -> None:
    """Makes a blob shorter, or longer by bytes with a value, 0 when none is given (commands/set-blob-size.md)."""
    name = "SET BLOB SIZE"
    blob = scalar_in(name, variable)
    check_size(name, size)
    assign_through(variable, blob[:size].ljust(size, bytes((filler & 255,))))


@command("INSERT IN BLOB", 559, "( blob : Variable ; offset : Integer ; len : Integer {; filler : Integer} )")
def insert_in_blob(variable: Pointer, offset: int, length: int, filler: int = 0) -> None:
    """Inserts bytes with a value, 0 when none is given (commands/insert-in-blob.md)."""
    name = "INSERT IN BLOB"
    blob = scalar_in(name, variable)
    check_range(name, "offset", offset, 0, len(blob))
    check_size(name, length)
    check_size(name, len(blob) + length)
    assign_through(variable, blob[:offset] + bytes((filler & 255,)) * length + blob[offset:])


@command("DELETE FROM BLOB", 560, "( blob : Variable ; offset : Integer ; len : Integer )")
def delete_from_blob(variable: Pointer, offset: int, length: int) -> None:
    """Removes bytes, as many as there are from an offset on (commands/delete-from-blob.md)."""
    name = "DELETE FROM BLOB"
    blob = scalar_in(name, variable)
    check_range(name, "offset", offset, 0, len(blob))
    assign_through(variable, blob[:offset] + blob[offset + max(length, 0) :])


@command(
    "COPY BLOB",
    558,
    "( srcBLOB : Blob, 4D.Blob ; dstBLOB : Variable ; srcOffset : Integer ; dstOffset : Integer ; len : Integer )",
)
def copy_blob(source: Value, variable: Pointer, start: int, offset: int, length: int) -> None:
    """Copies bytes of a blob into another, which grows as far as needed (commands/copy-blob.md)."""
    name = "COPY BLOB"
    data = bytes_of(source)
    check_range(name, "srcOffset", start, length, len(data))
    blob = scalar_in(name, variable)
    assign_through(variable, written(name, blob, offset, data[start : start + length]))


# ------------------------------------------------------------------ compression

#: How a blob is compressed (theme BLOB): 4D's own formats, or gzip.
COMPACT, FAST, GZIP_BEST, GZIP_FAST = 1, 2, -1, -2
#: The error of a blob that is not compressed, or damaged.
DAMAGED = -10600
#: Blobs below this size are not compressed.
_LEAST = 255
#: What a blob in the own format starts with: these bytes, the mode, and the size when expanded.
_MAGIC = b"\x00zB4D"
_HEAD = len(_MAGIC) + 5
_GZIP = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31


def _compression(data: bytes) -> tuple[int, int]:
    """How *data* is compressed, 0 for not at all, and its size when expanded."""
    if data.startswith(_MAGIC) and len(data) > _HEAD:
        return data[len(_MAGIC)], int.from_bytes(data[_HEAD - 4 : _HEAD], "big")
    if data.startswith(_GZIP) and len(data) >= 18:
        # RFC 1952: the byte 8 tells the effort, the last four bytes the size.
        return GZIP_FAST if data[8] == 4 else GZIP_BEST, int.from_bytes(data[-4:], "little")
    return 0, len(data)


@command("COMPRESS BLOB", 534, "( blob : Variable {; compression : Integer} )")
def compress_blob(run: Run, variable: Pointer, compression: int = COMPACT) -> None:
    """Compresses a blob of 255 bytes or more; one that is compressed stays as it is (commands/compress-blob.md)."""
    import zlib

    blob = scalar_in("COMPRESS BLOB", variable)
    if _compression(blob)[0]:
        run.set_ok(1)
        return
    if len(blob) < _LEAST:
        run.set_ok(0)
        return
    level = 1 if compression in (FAST, GZIP_FAST) else 9
    if compression in (GZIP_BEST, GZIP_FAST):
        packer = zlib.compressobj(level, zlib.DEFLATED, _GZIP_WINDOW)
        made = packer.compress(blob) + packer.flush()
    else:
        mode = FAST if compression == FAST else COMPACT
        made = _MAGIC + bytes((mode,)) + len(blob).to_bytes(4, "big") + zlib.compress(blob, level)
    assign_through(variable, made)
    run.set_ok(1)


@command("EXPAND BLOB", 535, "( blob : Variable )")
def expand_blob(run: Run, variable: Pointer) -> None:
    """Expands a blob that COMPRESS BLOB, or gzip, has compressed (commands/expand-blob.md)."""
    import zlib

    name = "EXPAND BLOB"
    blob = scalar_in(name, variable)
    mode, size = _compression(blob)
    run.set_ok(0)
    if not mode:
        raise LanguageError(DAMAGED, f"{name}: blob: wanted a compressed blob, got one that is not")
    # An announced size may lie, so that what comes out is limited whatever it says.
    if size > MAX_SIZE:
        return
    unpacker = zlib.decompressobj(_GZIP_WINDOW if mode < 0 else 15)
    try:
        made = unpacker.decompress(blob if mode < 0 else blob[_HEAD:], size + 1)
    except zlib.error:
        made = b""
    if not unpacker.eof or len(made) != size:
        raise LanguageError(DAMAGED, f"{name}: blob: wanted a compressed blob, got a damaged one")
    assign_through(variable, made)
    run.set_ok(1)


@command(
    "BLOB PROPERTIES",
    536,
    "( blob : Blob, 4D.Blob ; compressed : Variable {; expandedSize : Variable {; currentSize : Variable}} )",
)
def blob_properties(
    blob: Value, compressed: Pointer, expanded: Pointer | None = None, current: Pointer | None = None
) -> None:
    """Tells how a blob is compressed, and its sizes (commands/blob-properties.md)."""
    data = bytes_of(blob)
    mode, size = _compression(data)
    assign_through(compressed, mode)
    if expanded is not None:
        assign_through(expanded, size)
    if current is not None:
        assign_through(current, len(data))
