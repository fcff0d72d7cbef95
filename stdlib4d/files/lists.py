"""``DOCUMENT LIST`` and ``FOLDER LIST``, and the dialogs that choose a document or folder."""

from __future__ import annotations

from ..errors import LanguageError
from ..registry import command
from .entry import IGNORE_INVISIBLE, RECURSIVE
from .folder import Folder
from .location import Location
from .problem import BAD_PATH, NO_FOLDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..references import Pointer
    from ..values import Value

ABSOLUTE = 2
POSIX = 4


def _folder(run: Run, name: str, path: str) -> Folder:
    if not path.startswith("/"):
        raise LanguageError(BAD_PATH, f'{name}: pathname: wanted an absolute path, got "{path}"')
    # Not shortened: a path of the system means what the system makes of it.
    folder = Folder(Location("", "", tuple(part for part in path.split("/") if part)), run.host.files)
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
    found = []
    for place, is_folder in folder.walk("DOCUMENT LIST", options & (RECURSIVE | IGNORE_INVISIBLE)):
        if is_folder:
            continue
        below = place.parts[depth:]
        if options & ABSOLUTE:
            found.append(place.disk)
        else:
            # A path, as opposed to a name, begins with the separator; a POSIX path does not.
            start = "/" if len(below) > 1 and not options & POSIX else ""
            found.append(start + "/".join(below))
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
    """Nobody can choose without a screen: as if cancelled (commands/select-document.md)."""
    if selected is not None:
        fill(selected, [])
    run.set_ok(0)
    run.set_document("")
    return ""


@command(
    "Select folder", 670, "( {message : Text {; defaultPath : Text, Integer {; options : Integer}}} ) : Text"
)
def select_folder(run: Run, message: str = "", default: Value = "", options: int = 0) -> str:
    """Nobody can choose without a screen: as if cancelled (commands/select-folder.md)."""
    run.set_ok(0)
    return ""
