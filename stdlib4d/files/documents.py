"""Whole documents by their path: the older commands of the theme System Documents, and two of the theme BLOB."""

from __future__ import annotations

from ..blobs import bytes_of, put_blob
from ..errors import LanguageError
from ..references import Pointer, assign_through
from ..registry import command
from ..values import StarType
from . import charset as charsets
from .entry import moment, timestamp
from .file import FOLDER
from .folder import delete_folder
from .location import on_disk, system_path
from .problem import BAD_PATH, EXISTS, NO_FOLDER, NOT_FOUND, NOT_SUPPORTED, checked_name, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Files, Run
    from ..values import Date, Time, Value

IS_A_DOCUMENT = 1
IS_A_FOLDER = 0


def _path(run: Run, name: str, path: str, parameter: str = "document", *, ok: bool = True) -> str:
    """The absolute path for one that a script gives; an empty one is an error."""
    if not path:
        if ok:
            run.set_ok(0)
        raise LanguageError(BAD_PATH, f"{name}: {parameter}: wanted a path, got an empty text")
    return system_path(run.host.files, path)


# ------------------------------------------------------------------ contents


@command(
    "Document to text", 1236, "( fileName : Text {; charSet : Text, Integer {; breakMode : Integer}} ) : Text"
)
def document_to_text(run: Run, path: str, charset: str | int = "UTF-8", mode: int = charsets.NATIVE) -> str:
    """Returns the content of a file as a text (commands/document-to-text.md)."""
    name = "Document to text"
    charsets.find(name, charset)
    with guarded(name, path):
        data = run.host.files.read(_path(run, name, path, "fileName", ok=False))
    return charsets.text_of(name, data, charset, mode)


@command(
    "TEXT TO DOCUMENT",
    1237,
    "( fileName : Text ; text : Text {; charSet : Text, Integer {; breakMode : Integer}} )",
)
def text_to_document(
    run: Run, path: str, text: str, charset: str | int | None = None, mode: int = charsets.NATIVE
) -> None:
    """Makes a text the content of a file (commands/text-to-document.md)."""
    name = "TEXT TO DOCUMENT"
    data = charsets.data_of(name, text, charset, mode)
    with guarded(name, path, codes=FOLDER):
        run.host.files.write(_path(run, name, path, "fileName", ok=False), data)


@command("DOCUMENT TO BLOB", 525, "( document : Text ; blob : Variable )")
def document_to_blob(run: Run, path: str, blob: Pointer) -> None:
    """Reads the content of a file into a Blob variable (commands/document-to-blob.md)."""
    with guarded("DOCUMENT TO BLOB", path, run=run):
        data = run.host.files.read(_path(run, "DOCUMENT TO BLOB", path))
    put_blob(blob, data)


@command("BLOB TO DOCUMENT", 526, "( document : Text ; blob : Blob, 4D.Blob )")
def blob_to_document(run: Run, path: str, blob: Value) -> None:
    """Makes a blob the content of a file (commands/blob-to-document.md)."""
    with guarded("BLOB TO DOCUMENT", path, codes=FOLDER, run=run):
        run.host.files.write(_path(run, "BLOB TO DOCUMENT", path), bytes_of(blob))


# ------------------------------------------------------------------ what there is


@command("Test path name", 476, "( pathname : Text ) : Integer")
def test_path_name(run: Run, path: str) -> int:
    """Tells whether a path is that of a document, a folder, or nothing (commands/test-path-name.md)."""
    with guarded("Test path name", path):
        try:
            disk = system_path(run.host.files, path)
            found = run.host.files.stat(disk) if disk else None
        except OSError:
            found = None
    if found is None or (disk.endswith("/") and not found.folder):
        return NOT_FOUND
    return IS_A_FOLDER if found.folder else IS_A_DOCUMENT


@command(
    "GET DOCUMENT PROPERTIES",
    477,
    "( document : Text ; locked : Variable ; invisible : Variable ; createdOn : Variable ; createdAt : Variable"
    " ; modifiedOn : Variable ; modifiedAt : Variable )",
)
def get_document_properties(run: Run, path: str, *variables: Pointer) -> None:
    """Tells whether a document is locked or hidden, and its dates (commands/get-document-properties.md)."""
    from ..values import Time

    name = "GET DOCUMENT PROPERTIES"
    disk = _path(run, name, path, ok=False)
    with guarded(name, path):
        found = run.host.files.stat(disk)
        if found is None:
            raise FileNotFoundError(2, "", path)
    created, modified = moment(found.created), moment(found.modified)
    hidden = disk.rstrip("/").rpartition("/")[2].startswith(".")
    values: list[Value] = [not found.writable, hidden]
    for date, seconds in (created, modified):
        values += [date, Time(seconds)]
    for variable, value in zip(variables, values, strict=True):
        assign_through(variable, value)


@command(
    "SET DOCUMENT PROPERTIES",
    478,
    "( document : Text ; locked : Boolean ; invisible : Boolean ; createdOn : Date ; createdAt : Time"
    " ; modifiedOn : Date ; modifiedAt : Time )",
)
def set_document_properties(
    run: Run,
    path: str,
    locked: bool,
    invisible: bool,
    created_on: Date,
    created_at: Time,
    modified_on: Date,
    modified_at: Time,
) -> None:
    """Locks a document or not, and gives it dates (commands/set-document-properties.md).

    This system keeps no date of creation that could be set, and hides files by their name alone. A null date leaves
    the date of the last change as it is.
    """
    name = "SET DOCUMENT PROPERTIES"
    disk = _path(run, name, path, ok=False)
    if invisible is not disk.rstrip("/").rpartition("/")[2].startswith("."):
        raise LanguageError(
            NOT_SUPPORTED,
            f"{name}: invisible: this system hides the files whose name starts with a full stop, and no others",
            hint="rename it with MOVE DOCUMENT",
        )
    modified = None if not modified_on else timestamp(modified_on, modified_at.seconds)
    with guarded(name, path):
        run.host.files.set_properties(disk, writable=not locked, modified=modified)


@command("GET DOCUMENT ICON", 700, "( docPath : Text ; icon : Variable {; size : Integer} )")
def get_document_icon(run: Run, path: str, icon: Pointer, size: int = 0) -> None:
    """Gives the variable no picture: documents have no icons here (commands/get-document-icon.md)."""
    name = "GET DOCUMENT ICON"
    with guarded(name, path):
        if run.host.files.stat(_path(run, name, path, "docPath", ok=False)) is None:
            raise FileNotFoundError(2, "", path)
    icon.put(None)


# ------------------------------------------------------------------ volumes


@command("VOLUME LIST", 471, "( volumes : Variable )")
def volume_list(run: Run, volumes: Pointer) -> None:
    """Fills an array with the names of the volumes (commands/volume-list.md): where there are neither letters nor
    names, the folders where they are."""
    from .lists import fill

    files = run.host.files
    with guarded("VOLUME LIST", "/"):
        places = files.volumes()
    fill(volumes, [_volume_name(files, place) for place in places])


def _volume_name(files: Files, place: str) -> str:
    if files.rules.system == "posix":
        return place
    name = files.rules.to_system(place.rstrip("/") + "/")
    return name.removesuffix(":") if files.rules.system == "macos" else name


@command("VOLUME ATTRIBUTES", 472, "( volume : Text ; size : Variable ; used : Variable ; free : Variable )")
def volume_attributes(run: Run, volume: str, *variables: Pointer) -> None:
    """Tells how large a volume is, and how full, in bytes (commands/volume-attributes.md); -1 where there is none."""
    files = run.host.files
    macos = files.rules.system == "macos"
    disk = system_path(files, volume + ":" if macos and not volume.endswith(":") else volume)
    sizes: tuple[int, ...] = (-1, -1, -1)
    with guarded("VOLUME ATTRIBUTES", volume):
        try:
            if disk:
                sizes = files.capacity(disk)
        except FileNotFoundError:
            pass
    run.set_ok(int(sizes[0] >= 0))
    for variable, size in zip(variables, sizes, strict=True):
        variable.put(size)


# ------------------------------------------------------------------ folders


@command("CREATE FOLDER", 475, "( folderPath : Text {; * : Operator} )")
def create_folder(run: Run, path: str, star: StarType | None = None) -> None:
    """Makes a folder, with * those above it too (commands/create-folder.md)."""
    files = run.host.files
    disk = _path(run, "CREATE FOLDER", path, "folderPath")
    if star is not None and files.rules.separator in path and not disk.endswith("/"):
        # The name of a document, which is not made.
        disk = disk.rpartition("/")[0] or "/"
    with guarded("CREATE FOLDER", path, codes=FOLDER, run=run):
        try:
            files.make_folder(disk, parents=star is not None)
        except FileExistsError:
            found = files.stat(disk) if star is not None else None
            if found is None or not found.folder:
                raise


@command("DELETE FOLDER", 693, "( folder : Text {; deleteOption : Integer} )")
def delete_folder_(run: Run, path: str, option: int = 0) -> None:
    """Deletes a folder, when it is empty or told to delete its contents (commands/delete-folder.md)."""
    disk = _path(run, "DELETE FOLDER", path, "folder").rstrip("/") or "/"
    delete_folder("DELETE FOLDER", run.host.files, disk, path, option, run)


@command("DELETE DOCUMENT", 159, "( document : Text )")
def delete_document(run: Run, path: str) -> None:
    """Deletes a document; it is an error when there is none (commands/delete-document.md)."""
    with guarded("DELETE DOCUMENT", path, codes={-54: BAD_PATH}, run=run):
        run.host.files.delete(_path(run, "DELETE DOCUMENT", path))


# ------------------------------------------------------------------ copies, moves, links


@command("MOVE DOCUMENT", 540, "( srcPathname : Text ; dstPathname : Text )")
def move_document(run: Run, source: str, target: str) -> None:
    """Moves or renames a document (commands/move-document.md)."""
    name = "MOVE DOCUMENT"
    before, after = _path(run, name, source, "srcPathname"), _path(run, name, target, "dstPathname")
    with guarded(name, f"{source} to {target}", run=run):
        if after.endswith("/"):
            after += before.rstrip("/").rpartition("/")[2]
        run.host.files.move(before.rstrip("/"), after)


@command(
    "COPY DOCUMENT",
    541,
    "( sourceName : Text ; destinationName : Text {; newName : Text, Operator {; * : Operator}} )",
)
def copy_document(
    run: Run, source: str, target: str, new: str | StarType = "", star: StarType | None = None
) -> None:
    """Copies a document or, when the path ends with a slash, a folder (commands/copy-document.md)."""
    name = "COPY DOCUMENT"
    files = run.host.files
    overwrite = star is not None or isinstance(new, StarType)
    called = checked_name(name, new) if isinstance(new, str) and new else ""
    before, after = _path(run, name, source, "sourceName"), _path(run, name, target, "destinationName")
    shown = f"{source} to {target}"
    if before.endswith("/"):
        run.set_ok(0)
        if not after.endswith("/"):
            raise LanguageError(
                BAD_PATH,
                f"{name}: destinationName: a folder is copied into a folder, got {target}",
                hint="end the path of a folder with /",
            )
        from .folder import Folder

        folder, into = Folder(on_disk(before), files), Folder(on_disk(after), files)
        for one in (folder, into):
            found = one.info(name)
            if found is None or not found.folder:
                raise LanguageError(NO_FOLDER, f"{name}: {one.path}/: there is no such folder")
        copy = Folder(into.location.child(called or folder.location.name), files)
        if folder.contains(copy):
            raise LanguageError(BAD_PATH, f"{name}: {shown}: a folder cannot be copied into itself")
        with guarded(name, shown, codes=FOLDER, run=run):
            if not overwrite:
                _check_twins(folder, copy, name)
            folder.copy_tree(copy, overwrite)
        return
    if called:
        after = after.rpartition("/")[0] + "/" + called
    elif after.endswith("/"):
        after += before.rpartition("/")[2]
    with guarded(name, shown, run=run):
        files.copy(before, after, overwrite=overwrite)


def _check_twins(folder: Value, copy: Value, name: str) -> None:
    """An error when a file in *folder* would replace one in *copy*: before any has been copied."""
    depth = len(folder.location.parts)
    for place, is_folder in folder.walk(name, 1):
        twin = "/".join((copy.disk, *place.parts[depth:]))
        if not is_folder and copy.files.stat(twin, follow=False) is not None:
            raise LanguageError(
                EXISTS,
                f"{name}: {twin}: there is something of that name already",
                hint="pass * to replace it",
            )


@command("CREATE ALIAS", 694, "( targetPath : Text ; aliasPath : Text )")
def create_alias(run: Run, target: str, path: str) -> None:
    """Makes a symbolic link; nothing happens without a target (commands/create-alias.md)."""
    if target:
        with guarded("CREATE ALIAS", path, codes=FOLDER, run=run):
            files = run.host.files
            files.link(system_path(files, target), _path(run, "CREATE ALIAS", path, "aliasPath"))


@command("RESOLVE ALIAS", 695, "( aliasPath : Text ; targetPath : Variable )")
def resolve_alias(run: Run, path: str, target: Pointer) -> None:
    """Tells where a link leads; OK is 0 when it is none (commands/resolve-alias.md)."""
    files = run.host.files
    disk = _path(run, "RESOLVE ALIAS", path, "aliasPath")
    run.set_ok(0)
    with guarded("RESOLVE ALIAS", path):
        found = files.stat(disk, follow=False)
        if found is None:
            raise FileNotFoundError(2, "", path)
        assign_through(target, files.rules.to_system(files.original(disk) if found.link else disk))
    run.set_ok(int(found.link))
