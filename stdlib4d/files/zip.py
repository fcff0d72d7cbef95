"""4D.ZipArchive, 4D.ZipFile, 4D.ZipFolder and the commands that make and read archives."""

from __future__ import annotations

from ..errors import ARGUMENT_UNEXPECTED, NOT_PERMITTED, LanguageError
from ..registry import attribute, command
from ..values import NativeObject, type_name
from .entry import IGNORE_INVISIBLE, RECURSIVE, prepare_folder
from .file import Document, File
from .folder import Directory
from .location import Location, follow
from .problem import IO_ERROR, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..host import Run
    from ..values import Value
    from .archive import Archive

    #: A file or folder to pack, and its name in the archive.
    Item = tuple[Value, str]

WITHOUT_ENCLOSING_FOLDER = 4
#: What the structure of an archive may ask for (commands/zip-create-archive.md).
COMPRESSION_STANDARD, COMPRESSION_XZ = 0, 3
ENCRYPTION_NONE, ENCRYPTION_AES256 = 0, 3

_ROOT = Location("", "", ())


class ZipFile(Document):
    """A file in an archive."""

    class_name = "ZipFile"
    also = ("Document",)

    def __init__(self, location: Location, archive: Archive) -> None:
        super().__init__(location, archive)
        self._archive = archive

    def folder_at(self, location: Location) -> ZipFolder:
        """The folder at *location* of the archive."""
        return ZipFolder(location, self._archive)

    def copy_into(self, target: File, overwrite: bool) -> None:
        """Unpacks the file to *target*; raises ``OSError``."""
        data = self._archive.read(self.disk)
        if not overwrite and target.files.stat(target.disk, follow=False) is not None:
            raise FileExistsError(17, "", target.disk)
        target.files.write(target.disk, data)


class ZipFolder(Directory):
    """A folder in an archive."""

    class_name = "ZipFolder"
    also = ("Directory",)

    def __init__(self, location: Location, archive: Archive) -> None:
        super().__init__(location, archive)
        self._archive = archive

    def file_at(self, location: Location) -> ZipFile:
        """The file at *location* of the archive."""
        return ZipFile(location, self._archive)

    def folder_at(self, location: Location) -> ZipFolder:
        """The folder at *location* of the archive."""
        return ZipFolder(location, self._archive)


class ZipArchive(NativeObject):
    """An archive that is open for reading, until nothing refers to it or to what is in it."""

    class_name = "ZipArchive"

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    @attribute("root", "4D.ZipFolder")
    def _root(self) -> ZipFolder:
        return ZipFolder(_ROOT, self._archive)


@command("ZIP Read archive", 1637, "( zipFile : 4D.File {; password : Text} ) : 4D.ZipArchive")
def zip_read_archive(run: Run, file: File, password: str = "") -> ZipArchive:
    """Opens an archive to look at what is in it (commands/zip-read-archive.md)."""
    from .archive import Archive

    with guarded("ZIP Read archive", file.path):
        opened = file.files.open(file.disk)
        try:
            return ZipArchive(Archive(opened, password))
        except PermissionError as problem:
            raise LanguageError(
                IO_ERROR,
                f"ZIP Read archive: {file.path}: {problem.strerror}",
                hint="pass it as the second parameter",
            ) from None


@command(
    "ZIP Create archive",
    1640,
    "( fileToZip : Object ; destinationFile : 4D.File {; options : Integer} ) : Object",
)
def zip_create_archive(run: Run, source: Value, target: File, options: int = 0) -> dict[str, Value]:
    """Packs a file, a folder, or what an object describes; returns a status (commands/zip-create-archive.md)."""
    name = "ZIP Create archive"
    try:
        structure = _structure(source, options)
        items = [item for part in structure["files"] for item in _items(part)]
        _pack(run, items, structure, target)
    except LanguageError as problem:
        if problem.code == NOT_PERMITTED or problem.code == ARGUMENT_UNEXPECTED:
            raise
        text = problem.message.removeprefix(name + ": ")
        return {
            "success": False,
            "status": problem.code,
            "statusText": text if text.startswith("Password") else f"Cannot create ZIP archive: {text}",
        }
    return {"success": True, "status": 0, "statusText": ""}


def _structure(source: Value, options: int) -> dict[str, Value]:
    """The object that describes the archive, checked; made for a file or folder alone."""
    if isinstance(source, (Document, Directory)):
        part: dict[str, Value] = {"source": source, "option": options & IGNORE_INVISIBLE}
        if isinstance(source, Directory) and options & WITHOUT_ENCLOSING_FOLDER:
            part["destination"] = ""
        return {"files": [part], "compression": 0, "level": 0, "password": "", "encryption": ENCRYPTION_NONE}
    if not isinstance(source, dict):
        raise _wrong("fileToZip", "4D.File, 4D.Folder or Object", source)
    files = source.get("files")
    if not isinstance(files, list):
        raise _wrong("files", "Collection", files)
    password = source.get("password")
    password = password if isinstance(password, str) else ""
    found: dict[str, Value] = {
        "compression": 0,
        "level": 0,
        "encryption": ENCRYPTION_AES256 if password else ENCRYPTION_NONE,
    }
    for key, usual in found.items():
        value = source.get(key)
        if value is not None and value.__class__ not in (int, float):
            raise _wrong(key, "Number", value)
        found[key] = usual if value is None else int(value)
    if not (
        0 <= found["level"] <= 10
        and COMPRESSION_STANDARD <= found["compression"] <= COMPRESSION_XZ
        and ENCRYPTION_NONE <= found["encryption"] <= ENCRYPTION_AES256
    ):
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            "ZIP Create archive: wanted a level of 1 to 10, and constants ZIP Compression … and ZIP Encryption …",
        )
    if found["encryption"] == ENCRYPTION_NONE:
        password = ""
    elif not password:
        raise LanguageError(IO_ERROR, "Password is required for encryption")
    return {"files": files, "callback": source.get("callback"), "password": password, **found}


def _wrong(name: str, wanted: str, value: Value) -> LanguageError:
    return LanguageError(
        ARGUMENT_UNEXPECTED, f"ZIP Create archive: {name}: wanted {wanted}, got {type_name(value)}"
    )


def _items(part: Value) -> Iterator[Item]:
    """Everything to pack for one element of ``files``."""
    options = part if isinstance(part, dict) else {"source": part}
    source, destination, option = options.get("source"), options.get("destination"), options.get("option")
    if not isinstance(source, (Document, Directory)):
        raise _wrong("files", "4D.File or 4D.Folder", source)
    name = source.location.name
    if isinstance(destination, str):
        parts = follow((), destination)
        if parts is None or destination.startswith("/"):
            raise LanguageError(
                ARGUMENT_UNEXPECTED,
                f"ZIP Create archive: destination: wanted a path in the archive, got {destination}",
            )
        into_folder = isinstance(source, Document) and (destination.endswith("/") or not destination)
        name = "/".join((*parts, name) if into_folder else parts)
    if isinstance(source, Document):
        yield source, name
        return
    if not source._exists():
        raise LanguageError(IO_ERROR, f"{source.path}/: there is no such folder")
    if name:
        yield source, name
    depth = len(source.location.parts)
    ignore = int(option or 0) & IGNORE_INVISIBLE
    for place, folder in source.walk("ZIP Create archive", RECURSIVE | ignore):
        below = "/".join((name, *place.parts[depth:]) if name else place.parts[depth:])
        yield (source.folder_at(place) if folder else source.file_at(place)), below


def _pack(run: Run, items: list[Item], structure: dict[str, Value], target: File) -> None:
    from .packing import Packer

    command = "ZIP Create archive"
    packer = Packer(
        structure["compression"], structure["level"], structure["password"], structure["encryption"]
    )
    callback = structure.get("callback")
    for number, (entry, name) in enumerate(items):
        if isinstance(entry, File) and entry.disk == target.disk:
            # The archive of before, in the folder that is packed.
            continue
        info = entry.info(command)
        moment = 0.0 if info is None else info.modified
        data = None if isinstance(entry, Directory) else entry.content(command)
        with guarded(command, entry.path):
            packer.add(name.encode("utf-8", "replace").decode(), data, moment)
        if callback is not None:
            run.call(callback, None, [100 * (number + 1) // len(items)])
    with guarded(command, target.path):
        made = packer.finish()
        prepare_folder(target.files, target.location)
        target.files.write(target.disk, made)
