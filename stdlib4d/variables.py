"""Variables written to blobs and documents, and read back: themes Variables and BLOB.

Both keep our own format (:mod:`stdlib4d.streams`); a document starts with a line that says what it is.
"""

from __future__ import annotations

from .blobs import place_in, write
from .errors import TYPE_MISMATCH, LanguageError
from .references import Array, Pointer, assign_through
from .registry import command
from .streams import Damaged, Reader, written
from .values import Date, Time, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: What a document with variables starts with.
DOCUMENT = b"4dm variables 1\n"
#: What SAVE VARIABLES takes.
_SAVED = (str, int, float, bool, Date, Time)


@command("VARIABLE TO BLOB", 532, "( variable : any ; blob : Variable {; offset : Variable, Operator} )")
def variable_to_blob(run: Run, value: Value, blob: Pointer, where: Value = None) -> None:
    """Writes a variable of any type into a blob (commands/variable-to-blob.md).

    Of objects and collections, what they hold is written, with their classes; of pointers in them, what they point to.
    """
    run.set_ok(0)
    write("VARIABLE TO BLOB", written(run, "VARIABLE TO BLOB", value), blob, where)
    run.set_ok(1)


@command("BLOB TO VARIABLE", 533, "( blob : Blob ; variable : Variable {; offset : Variable} )")
def blob_to_variable(run: Run, blob: bytes, variable: Pointer, offset: Pointer | None = None) -> None:
    """Reads a variable that VARIABLE TO BLOB has written (commands/blob-to-variable.md).

    OK is 0, and the variable as it was, where there is none.
    """
    run.set_ok(0)
    reader = Reader(run, blob, place_in("BLOB TO VARIABLE", offset))
    try:
        value = reader.value()
    except Damaged:
        return
    _store(variable, value)
    if offset is not None:
        assign_through(offset, reader.place)
    run.set_ok(1)


def _store(variable: Pointer, value: Value) -> None:
    """Overwrites a variable, with an array too."""
    if isinstance(value, Array):
        variable.put(value)
    else:
        assign_through(variable, value)


@command("SAVE VARIABLES", 75, "( document : Text ; variable : any {; ...variable : any} )")
def save_variables(run: Run, path: str, *values: Value) -> None:
    """Writes texts, numbers, dates, times and Booleans into a document (commands/save-variables.md)."""
    from .files.documents import _path as document_path
    from .files.file import FOLDER
    from .files.problem import guarded

    name = "SAVE VARIABLES"
    run.set_ok(0)
    for value in values:
        if not isinstance(value, _SAVED):
            raise LanguageError(
                TYPE_MISMATCH,
                f"{name}: variable: wanted Text, Number, Date, Time or Boolean, got {type_name(value)}",
                hint="VARIABLE TO BLOB takes variables of any type",
            )
    data = DOCUMENT + b"".join(written(run, name, value) for value in values)
    with guarded(name, path, codes=FOLDER, run=run):
        run.host.files.write(document_path(run, name, path), data)


@command("LOAD VARIABLES", 74, "( document : Text ; variable : Variable {; ...variable : Variable} )")
def load_variables(run: Run, path: str, *variables: Pointer) -> None:
    """Reads variables in the order in which SAVE VARIABLES has written them (commands/load-variables.md).

    OK is 0 where the document holds fewer, or none.
    """
    from .files.documents import _path as document_path
    from .files.problem import guarded

    name = "LOAD VARIABLES"
    run.set_ok(0)
    with guarded(name, path, run=run):
        data = run.host.files.read(document_path(run, name, path))
    run.set_ok(0)
    if not data.startswith(DOCUMENT):
        return
    reader = Reader(run, data, len(DOCUMENT))
    for variable in variables:
        try:
            assign_through(variable, reader.value())
        except Damaged:
            return
    run.set_ok(1)
