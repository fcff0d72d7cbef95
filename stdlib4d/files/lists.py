"""``DOCUMENT LIST`` and ``FOLDER LIST``, and the dialogs that choose a document or folder."""

from __future__ import annotations

from ..errors import LanguageError
from ..registry import command
from .entry import IGNORE_INVISIBLE, RECURSIVE
from .folder import Folder
from .location import Location, system_path
from .problem import BAD_PATH, NO_FOLDER, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..references import Pointer
    from ..values import Value

#: An option of Select document: a new document may be named.
FILE_NAME_ENTRY = 32
ABSOLUTE = 2
POSIX = 4


def _folder(run: Run, name: str, path: str) -> Folder:
    rules = run.host.files.rules
    if not rules.is_absolute(path):
        raise LanguageError(BAD_PATH, f'{name}: pathname: wanted an absolute path, got "{path}"')
    # Not shortened: a path of the system means what the system makes of it.
    parts = rules.to_disk(path, "").split("/")
    folder = Folder(Location("", "", tuple(part for part in parts if part)), run.host.files)
    found = folder.info(name)
    if found is None or not found.folder:
        raise LanguageError(NO_FOLDER, f"{name}: {path}: there is no such folder")
    return folder


def fill(array: Pointer, texts: list[str]) -> None:
    """Makes *texts* the elements of the Text array that the variable holds, or gets."""
    from ..array_variables import declared_array

    made = declared_array("Text", array.get(), len(texts))
    made.items[1:] = texts
    array.put(made)


@command("DOCUMENT LIST", 474, "( pathname : Text ; documents : Variable {; options : Integer} )")
def document_list(run: Run, path: str, documents: Pointer, options: int = 0) -> None:
    """Fills an array with the names or paths of the documents in a folder (commands/document-list.md)."""
    folder = _folder(run, "DOCUMENT LIST", path)
    depth = len(folder.location.parts)
    rules = run.host.files.rules
    separator = "/" if options & POSIX else rules.separator
    found = []
    for place, is_folder in folder.walk("DOCUMENT LIST", options & (RECURSIVE | IGNORE_INVISIBLE)):
        if is_folder:
            continue
        below = place.parts[depth:]
        if options & ABSOLUTE:
            found.append(place.disk if options & POSIX else rules.to_system(place.disk))
        else:
            # A path, as opposed to a name, begins with the separator; a POSIX path does not.
            start = separator if len(below) > 1 and not options & POSIX else ""
            found.append(start + separator.join(below))
    fill(documents, found)


@command("FOLDER LIST", 473, "( pathname : Text ; directories : Variable )")
def folder_list(run: Run, path: str, directories: Pointer) -> None:
    """Fills an array with the names of the folders in a folder (commands/folder-list.md)."""
    folder = _folder(run, "FOLDER LIST", path)
    fill(directories, [place.name for place, is_folder in folder.walk("FOLDER LIST", 0) if is_folder])


@command(
    "Select document",
    905,
    "( directory : Text, Integer ; fileTypes : Text ; title : Text ; options : Integer"
    " {; selected : Variable} ) : Text",
)
def select_document(
    run: Run, directory: Value, types: str, title: str, options: int, selected: Pointer | None = None
) -> str:
    """Asks for a document, and returns its name (commands/select-document.md).

    The answer is a path of the system, relative to *directory* where it is not absolute, and to the Documents folder
    without one. The end of the input cancels.
    """
    naming = options & FILE_NAME_ENTRY
    start = directory if isinstance(directory, str) else ""
    disk = choose(run, title or ("Save" if naming else "Open"), start)
    files = run.host.files
    if disk and not naming:
        with guarded("Select document", disk):
            found = files.stat(disk)
        if found is None or found.folder:
            disk = ""
    path = files.rules.to_system(disk)
    if selected is not None:
        fill(selected, [path] if disk else [])
    run.set_ok(int(bool(disk)))
    run.set_document(path)
    return disk.rpartition("/")[2]


@command(
    "Select folder", 670, "( {message : Text {; defaultPath : Text, Integer {; options : Integer}}} ) : Text"
)
def select_folder(run: Run, message: str = "", default: Value = "", options: int = 0) -> str:
    """Asks for a folder, and returns its path (commands/select-folder.md); the end of the input cancels."""
    start = default if isinstance(default, str) else ""
    disk = choose(run, message or "Select a folder", start)
    files = run.host.files
    with guarded("Select folder", disk):
        found = files.stat(disk) if disk else None
    chosen = found is not None and found.folder
    run.set_ok(int(chosen))
    return files.rules.to_system(disk.rstrip("/") + "/") if chosen else ""


def choose(run: Run, title: str, start: str) -> str:
    """Asks for a path of the system; the absolute path on the disk, an empty text when nothing is chosen.

    *start* is the folder where the choice begins: relative answers are below it, and the Documents folder by default.
    """
    files = run.host.files
    answer = run.host.ask(title, "", "", "")
    if not answer:
        return ""
    folder = system_path(files, start) or files.folder("documents")
    return files.rules.to_disk(answer, folder)
