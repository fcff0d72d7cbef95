"""Paths as texts: taken apart, put together, converted; and the paths of special folders."""

from __future__ import annotations

from ..errors import LanguageError, NotPermitted
from ..registry import command
from ..values import StarType
from .location import split_name, system_path
from .problem import BAD_PATH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value


@command("Path to object", 1547, "( path : Text {; pathType : Integer} ) : Object")
def path_to_object(path: str, kind: int = 0) -> dict[str, Value]:
    """Takes a path apart: parentFolder, name, extension, isFolder (commands/path-to-object.md)."""
    is_folder = path.endswith("/")
    parent, separator, last = path.rstrip("/").rpartition("/")
    name, extension = split_name(last)
    return {
        "parentFolder": parent + separator,
        "name": name,
        "extension": extension,
        "isFolder": is_folder,
    }


@command("Object to path", 1548, "( pathObject : Object ) : Text")
def object_to_path(parts: dict[str, Value] | None) -> str:
    """Puts a path together from the properties of an object (commands/object-to-path.md)."""
    found = parts if isinstance(parts, dict) else {}
    texts = [found.get(name) for name in ("parentFolder", "name", "extension")]
    parent, name, extension = (text if isinstance(text, str) else "" for text in texts)
    if parent and parent[-1] not in "/\\:":
        parent += "/"
    if extension and not extension.startswith("."):
        extension = "." + extension
    return parent + name + extension + ("/" if found.get("isFolder") is True else "")


@command("Convert path POSIX to system", 1107, "( posixPath : Text {; * : Operator} ) : Text")
def posix_to_system(path: str, star: StarType | None = None) -> str:
    """Returns an absolute POSIX path, with * an encoded one, as a path of the system
    (commands/convert-path-posix-to-system.md)."""
    if not path.startswith("/"):
        raise LanguageError(
            BAD_PATH, f'Convert path POSIX to system: posixPath: wanted an absolute path, got "{path}"'
        )
    if star is None:
        return path
    from urllib.parse import unquote

    return unquote(path)


@command("Convert path system to POSIX", 1106, "( systemPath : Text {; * : Operator} ) : Text")
def system_to_posix(run: Run, path: str, star: StarType | None = None) -> str:
    """Returns a path of the system as an absolute POSIX path, with * encoded
    (commands/convert-path-system-to-posix.md)."""
    path = system_path(run.host.files, path)
    if star is None:
        return path
    from urllib.parse import quote

    return quote(path, errors="replace")


# ------------------------------------------------------------------ special folders

#: Constants of ``Get 4D folder`` and ``System folder``: special folders of the host. The others are empty here.
_OF_4D = {
    0: "preferences",
    4: "package",
    5: "package",
    6: "resources",
    7: "logs",
    8: "package",
    9: "data",
}
_MADE = ("resources", "logs")
_WEB_ROOT = 8
_OF_SYSTEM = {
    0: "system",
    1: "fonts",
    3: "preferences",
    15: "desktop",
    16: "applications",
    17: "documents",
    18: "home",
}


def _folder(path: str) -> str:
    return path.rstrip("/") + "/" if path else ""


@command(
    "Get 4D folder",
    485,
    "( {folder : Integer, Operator {; options : Object, Operator {; * : Operator}}} ) : Text",
)
def get_4d_folder(run: Run, number: int | StarType = 0, options: Value = None, star: Value = None) -> str:
    """Returns the path of one of 4D's folders (commands/get-4d-folder.md)."""
    files = run.host.files
    name = _OF_4D.get(number if isinstance(number, int) else 0)
    if name is None:
        run.set_ok(0)
        return ""
    path = files.folder(name)
    if name in _MADE:
        try:
            files.make_folder(path, parents=True)
        except (OSError, NotPermitted):
            # There already, or it is made when something is written to it.
            pass
    return _folder(path + "/WebFolder" if number == _WEB_ROOT else path)


@command("Temporary folder", 486, "() : Text")
def temporary_folder(run: Run) -> str:
    """Returns the path of the system's folder for temporary files (commands/temporary-folder.md)."""
    return _folder(run.host.files.folder("temporary"))


@command("System folder", 487, "( {type : Integer} ) : Text")
def system_folder(run: Run, number: int = 0) -> str:
    """Returns the path of a folder of the system; empty for those of other systems (commands/system-folder.md)."""
    name = _OF_SYSTEM.get(number)
    return "" if name is None else _folder(run.host.files.folder(name))
