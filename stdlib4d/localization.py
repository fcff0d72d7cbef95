"""The language of a program, and the texts and documents that it has in several (XLIFF in the Resources folder)."""

from __future__ import annotations

from .registry import command
from .values import StarType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .references import Pointer
    from .values import Value

#: Keys of :attr:`stdlib4d.host.Run.settings`.
_LANGUAGE = "language"
_TEXTS = "texts by language"
DEFAULT, CURRENT, OF_SYSTEM, INTERNAL = range(4)
ENGLISH = "en"
_FOLDER = ".lproj"


class Texts:
    """The texts of one language: by the name of a unit, and by the numbers of its group and of itself."""

    __slots__ = ("by_name", "by_number")

    def __init__(self) -> None:
        self.by_name: dict[str, str] = {}
        self.by_number: dict[str, dict[str, str]] = {}


# ------------------------------------------------------------------ the language


def _system_language(run: Run) -> str:
    from .errors import NotPermitted

    try:
        found: str = run.host.machine()["osLanguage"]
    except NotPermitted:
        return ENGLISH
    return found or ENGLISH


def _folders(run: Run) -> dict[str, str]:
    """The folders with localized files by their language, such as ``fr-ca``, in the order of their names."""
    files = run.host.files
    resources = files.folder("resources")
    try:
        names = [name for name, folder in files.list(resources) if folder and name.endswith(_FOLDER)]
    except OSError:
        return {}
    return {
        name.removesuffix(_FOLDER).replace("_", "-").lower(): f"{resources.rstrip('/')}/{name}"
        for name in names
    }


def _default(run: Run, folders: dict[str, str]) -> str:
    """The language that a program begins with: that of the system, or English, or the first there is."""
    system = _system_language(run)
    for wanted in (system, ENGLISH):
        for language in folders:
            if language == wanted or language.partition("-")[0] == wanted:
                return language
    return next(iter(folders), system)


def _search(run: Run, folders: dict[str, str]) -> list[str]:
    """The folders to look in, one after the other (commands/localized-document-path.md)."""
    default = _default(run, folders)
    current: str = run.settings.get(_LANGUAGE, default)
    order = [current, current.partition("-")[0], default, default.partition("-")[0], *list(folders)[:1]]
    return [folders[language] for language in dict.fromkeys(order) if language in folders]


@command(
    "Get database localization", 1009, "( {languageType : Integer, Operator {; star : Operator}} ) : Text"
)
def get_database_localization(run: Run, kind: int | StarType = DEFAULT, star: StarType | None = None) -> str:
    """Returns the code of a language (commands/get-database-localization.md); texts are compared as in English."""
    if kind == INTERNAL:
        return ENGLISH
    if kind == OF_SYSTEM:
        return _system_language(run)
    default = _default(run, _folders(run))
    found: str = run.settings.get(_LANGUAGE, default) if kind == CURRENT else default
    return found


@command("SET DATABASE LOCALIZATION", 1104, "( languageCode : Text {; star : Operator} )")
def set_database_localization(run: Run, code: str, star: StarType | None = None) -> None:
    """Changes the language; OK is 0 for what is no code of one (commands/set-database-localization.md)."""
    parts = code.replace("_", "-").lower().split("-")
    valid = 2 <= len(parts[0]) <= 3 and all(part.isascii() and part.isalnum() for part in parts)
    run.set_ok(int(valid))
    if valid:
        run.settings[_LANGUAGE] = "-".join(parts)


# ------------------------------------------------------------------ texts


def _read(run: Run, folder: str) -> Texts:
    """The texts in the XLIFF files of a folder; read once."""
    known: dict[str, Texts] = run.settings.setdefault(_TEXTS, {})
    if folder not in known:
        known[folder] = found = Texts()
        files = run.host.files
        for name, is_folder in files.list(folder):
            if not is_folder and name.lower().endswith((".xlf", ".xliff")):
                try:
                    _add(found, files.read(f"{folder}/{name}"))
                except ValueError as problem:
                    run.host.note(f"{folder}/{name}: it is no XLIFF file that can be read ({problem})")
    return known[folder]


def _add(texts: Texts, data: bytes) -> None:
    """Adds the texts of an XLIFF file; raises ``ValueError`` for what is none."""
    from xml.etree.ElementTree import Element, ParseError, fromstring

    def walk(element: Element, group: str) -> None:
        kind = element.tag.rpartition("}")[2]
        if kind == "group":
            group = element.get("id", group)
        if kind != "trans-unit":
            for child in element:
                walk(child, group)
            return
        parts = {child.tag.rpartition("}")[2]: "".join(child.itertext()) for child in element}
        text = parts.get("target") or parts.get("source", "")
        texts.by_name.setdefault(element.get("resname", ""), text)
        texts.by_number.setdefault(group, {}).setdefault(element.get("id", ""), text)

    try:
        walk(fromstring(data), "")
    except (ParseError, LookupError) as problem:
        raise ValueError(str(problem)) from None


@command("Localized string", 991, "( resName : Text ) : Text")
def localized_string(run: Run, name: str) -> str:
    """Returns a text in the current language by its name (commands/localized-string.md); OK is 0 without one.

    Where the language has none, those are asked that a document would be looked for in.
    """
    for folder in _search(run, _folders(run)):
        found = _read(run, folder).by_name.get(name) if name else None
        if found is not None:
            run.set_ok(1)
            return found
    run.set_ok(0)
    return ""


def _group(run: Run, number: int) -> dict[str, str]:
    for folder in _search(run, _folders(run)):
        found = _read(run, folder).by_number.get(str(number))
        if found:
            return found
    return {}


@command("Get indexed string", 510, "( resID : Integer ; strID : Integer {; resFile : Time} ) : Text")
def get_indexed_string(run: Run, group: int, unit: int, file: Value = None) -> str:
    """Returns a text by the numbers of its group and itself (commands/get-indexed-string.md)."""
    found = _group(run, group).get(str(unit)) if file is None else None
    run.set_ok(int(found is not None))
    return found or ""


@command("STRING LIST TO ARRAY", 511, "( resID : Integer ; strings : Variable {; resFile : Time} )")
def string_list_to_array(run: Run, group: int, strings: Pointer, file: Value = None) -> None:
    """Fills an array with the texts of a group, leaves it alone without one (commands/string-list-to-array.md)."""
    from .files.lists import fill

    found = _group(run, group) if file is None else {}
    run.set_ok(int(bool(found)))
    if found:
        fill(strings, list(found.values()))


# ------------------------------------------------------------------ documents


@command("Localized document path", 1105, "( relativePath : Text ) : Text")
def localized_document_path(run: Run, path: str) -> str:
    """Returns the path of a document in the folder of the language (commands/localized-document-path.md)."""
    files = run.host.files
    separator = files.rules.separator
    below = path if separator == "/" or separator not in path else path.replace(separator, "/")
    parts = [part for part in below.split("/") if part]
    if ".." in parts:
        return ""
    for folder in [*_search(run, _folders(run)), files.folder("resources").rstrip("/")]:
        disk = "/".join((folder, *parts))
        if parts and files.stat(disk) is not None:
            return files.rules.to_system(disk)
    return ""
