"""Paths as texts: taken apart, put together, converted; and the paths of special folders."""

from __future__ import annotations

from ..errors import LanguageError, NotPermitted
from ..registry import command
from ..values import StarType
from .location import split_name, system_path
from .problem import BAD_PATH
from .rules import has_drive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Files, Run
    from ..values import Value


IS_POSIX = 1


@command("Path to object", 1547, "( path : Text {; pathType : Integer} ) : Object")
def path_to_object(run: Run, path: str, kind: int = 0) -> dict[str, Value]:
    """Takes a path apart: parentFolder, name, extension, isFolder (commands/path-to-object.md)."""
    separator = "/" if kind == IS_POSIX else run.host.files.rules.separator
    is_folder = path.endswith(separator)
    parent, parted, last = path.rstrip(separator).rpartition(separator)
    name, extension = split_name(last)
    return {
        "parentFolder": parent + parted,
        "name": name,
        "extension": extension,
        "isFolder": is_folder,
    }


@command("Object to path", 1548, "( pathObject : Object ) : Text")
def object_to_path(run: Run, parts: dict[str, Value] | None) -> str:
    """Puts a path together from the properties of an object (commands/object-to-path.md).

    It is a POSIX path when the folder ends in a slash, else one of the system.
    """
    found = parts if isinstance(parts, dict) else {}
    texts = [found.get(name) for name in ("parentFolder", "name", "extension")]
    parent, name, extension = (text if isinstance(text, str) else "" for text in texts)
    separator = "/" if parent.endswith("/") else run.host.files.rules.separator
    if parent and parent[-1] not in "/\\:":
        parent += separator
    if extension and not extension.startswith("."):
        extension = "." + extension
    return parent + name + extension + (separator if found.get("isFolder") is True else "")


@command("Convert path POSIX to system", 1107, "( posixPath : Text {; * : Operator} ) : Text")
def posix_to_system(run: Run, path: str, star: StarType | None = None) -> str:
    """Returns an absolute POSIX path, with * an encoded one, as a path of the system
    (commands/convert-path-posix-to-system.md). By the rules of Windows it may begin with a drive."""
    rules = run.host.files.rules
    drive = rules.system == "windows" and has_drive(path)
    if not path.startswith("/") and not drive:
        raise LanguageError(
            BAD_PATH, f'Convert path POSIX to system: posixPath: wanted an absolute path, got "{path}"'
        )
    if star is not None:
        from urllib.parse import unquote

        path = unquote(path)
    return path.replace("/", rules.separator) if drive else rules.to_system(path)


@command("Convert path system to POSIX", 1106, "( systemPath : Text {; * : Operator} ) : Text")
def system_to_posix(run: Run, path: str, star: StarType | None = None) -> str:
    """Returns a path of the system as an absolute POSIX path, with * encoded
    (commands/convert-path-system-to-posix.md).

    The drive stays where there is one. The page takes a volume for the root in one of its examples, and for a folder
    of /Volumes in another: it is the root when it is the startup disk.
    """
    files = run.host.files
    if files.rules.system == "windows" and (has_drive(path) or path.startswith("\\\\")):
        path = path.replace("\\", "/")
    else:
        path = system_path(files, path)
    if star is None:
        return path
    from urllib.parse import quote

    return quote(path, safe="/:" if files.rules.system == "windows" else "/", errors="replace")


# ------------------------------------------------------------------ special folders

#: Constants of ``Get 4D folder`` and ``System folder``: special folders of the host. The others are empty here.
_OF_4D = {
    0: "preferences",
    1: "preferences",
    4: "package",
    5: "package",
    6: "resources",
    7: "logs",
    8: "package",
    9: "data",
    10: "data",
}
_MADE = ("resources", "logs")
_BELOW = {1: "Licenses", 8: "WebFolder", 10: "MobileApps"}
_UNIX_SYNTAX = 5
_OF_SYSTEM = {
    0: "system",
    1: "fonts",
    2: "all preferences",
    3: "user preferences",
    15: "desktop",
    16: "applications",
    17: "documents",
    18: "home",
}


def _folder(files: Files, path: str) -> str:
    return files.rules.to_system(path.rstrip("/") + "/") if path else ""


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
    if number in _BELOW:
        path += "/" + _BELOW[number]
    return path.rstrip("/") + "/" if number == _UNIX_SYNTAX else _folder(files, path)


@command("Temporary folder", 486, "() : Text")
def temporary_folder(run: Run) -> str:
    """Returns the path of the system's folder for temporary files (commands/temporary-folder.md)."""
    files = run.host.files
    return _folder(files, files.folder("temporary"))


@command("System folder", 487, "( {type : Integer} ) : Text")
def system_folder(run: Run, number: int = 0) -> str:
    """Returns the path of a folder of the system; empty for those of other systems (commands/system-folder.md)."""
    name = _OF_SYSTEM.get(number)
    files = run.host.files
    return "" if name is None else _folder(files, files.folder(name))
