"""The pasteboard: a place of this program alone, since there is no desktop to share one with (theme Pasteboard)."""

from __future__ import annotations

from .blobs import bytes_of, put_blob
from .errors import LanguageError
from .registry import command
from .values import StarType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .references import Pointer
    from .values import Value

#: Key of :attr:`stdlib4d.host.Run.settings`: data by type. Texts are UTF-16, files are paths.
_PASTEBOARD = "pasteboard"
_FILES = "pasteboard files"
_TEXT = "com.4d.private.text.native"
_TEXTS = frozenset((_TEXT, "com.4d.private.text.utf16", "TEXT"))
_UTI = {_TEXT: "public.utf16-plain-text"}
#: Of the scrap manager: there is nothing of that type.
NO_TYPE = -102


def _data(run: Run) -> dict[str, bytes]:
    found: dict[str, bytes] = run.settings.setdefault(_PASTEBOARD, {})
    return found


def _type(name: str) -> str:
    return _TEXT if name in _TEXTS else name


@command("CLEAR PASTEBOARD", 402, "()")
def clear_pasteboard(run: Run) -> None:
    """Empties the pasteboard (commands/clear-pasteboard.md)."""
    _data(run).clear()
    run.settings.pop(_FILES, None)


@command("SET TEXT TO PASTEBOARD", 523, "( text : Text )")
def set_text_to_pasteboard(run: Run, text: str) -> None:
    """Makes a text all that is in the pasteboard (commands/set-text-to-pasteboard.md)."""
    clear_pasteboard(run)
    _data(run)[_TEXT] = text.encode("utf-16-le", "surrogatepass")
    run.set_ok(1)


@command("Get text from pasteboard", 524, "() : Text")
def get_text_from_pasteboard(run: Run) -> str:
    """Returns the text in the pasteboard (commands/get-text-from-pasteboard.md); OK is 0 without one."""
    data = _data(run).get(_TEXT)
    run.set_ok(int(data is not None))
    return "" if data is None else data.decode("utf-16-le", "replace").removesuffix("\0")


@command("APPEND DATA TO PASTEBOARD", 403, "( dataType : Text ; data : Blob, 4D.Blob )")
def append_data_to_pasteboard(run: Run, kind: str, data: Value) -> None:
    """Adds data under a type (commands/append-data-to-pasteboard.md)."""
    _data(run)[_type(kind)] = bytes_of(data)
    run.set_ok(1)


@command("GET PASTEBOARD DATA", 401, "( dataType : Text ; data : Variable )")
def get_pasteboard_data(run: Run, kind: str, data: Pointer) -> None:
    """Puts the data of a type into a Blob variable (commands/get-pasteboard-data.md)."""
    found = _data(run).get(_type(kind))
    run.set_ok(int(found is not None))
    if found is None:
        raise LanguageError(NO_TYPE, f"GET PASTEBOARD DATA: the pasteboard has no data of the type {kind}")
    put_blob(data, found)


@command("Pasteboard data size", 400, "( dataType : Text ) : Integer")
def pasteboard_data_size(run: Run, kind: str) -> int:
    """Returns the bytes that there are of a type, -102 for none (commands/pasteboard-data-size.md)."""
    found = _data(run).get(_type(kind))
    return NO_TYPE if found is None else len(found)


@command(
    "GET PASTEBOARD DATA TYPE",
    958,
    "( signatures : Variable ; nativeTypes : Variable {; formatNames : Variable} )",
)
def get_pasteboard_data_type(run: Run, *arrays: Pointer) -> None:
    """Fills arrays with the types of the data there is (commands/get-pasteboard-data-type.md)."""
    from .files.lists import fill

    kinds = list(_data(run))
    known = [kind if kind.startswith("com.4d.") else "" for kind in kinds]
    native = [_UTI.get(kind, kind) for kind in kinds]
    for array, texts in zip(arrays, (known, native, native), strict=False):
        fill(array, texts)


@command("SET FILE TO PASTEBOARD", 975, "( file : Text {; star : Operator} )")
def set_file_to_pasteboard(run: Run, path: str, star: StarType | None = None) -> None:
    """Puts the path of a file there, with * behind those that are (commands/set-file-to-pasteboard.md)."""
    from .files.location import system_path

    files = run.host.files
    former: list[str] = run.settings.get(_FILES, []) if star is not None else []
    clear_pasteboard(run)
    run.settings[_FILES] = [*former, files.rules.to_system(system_path(files, path))]


@command("Get file from pasteboard", 976, "( xIndex : Integer ) : Text")
def get_file_from_pasteboard(run: Run, number: int) -> str:
    """Returns the path of a file by its number from 1 (commands/get-file-from-pasteboard.md)."""
    found: list[str] = run.settings.get(_FILES, [])
    return found[number - 1] if 1 <= number <= len(found) else ""
