"""4D.File and the command ``File`` (API/FileClass.md)."""

from __future__ import annotations

from ..blobs import Blob4D, bytes_of
from ..errors import ARGUMENT_UNEXPECTED, LanguageError
from ..registry import attribute, command, function
from ..values import StarType, type_name
from . import charset as charsets
from .entry import OVERWRITE, Entry, prepare_folder
from .location import Location, locate, on_disk, special
from .problem import BAD_PATH, NO_FOLDER, NOT_FOUND, checked_name, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import FileInfo, Files, Run
    from ..values import Value
    from .folder import Directory, Folder
    from .handle import FileHandle

#: Constants of ``File``: log files, by the start and the end of their names, and settings, by the places to look at.
_LOGS = {
    5: ("Verify_Log", ".xml"),
    6: ("Compact_Log", ".xml"),
    7: ("Repair_Log", ".xml"),
    8: ("logweb", ".txt"),
    9: ("HTTPDebugLog", ".txt"),
    10: ("4DRequestsLog_", ".txt"),
    11: ("4DDiagnosticLog", ".txt"),
    12: ("4DDebugLog", ".txt"),
    13: ("Backup Journal", ".txt"),
    14: ("BuildApp.log", ".xml"),
    15: ("4DSMTPLog", ".txt"),
    21: ("4DPOP3Log", ".txt"),
    22: ("Journal integration", ".txt"),
    23: ("4DIMAPLog", ".txt"),
    24: ("4DHTTPClientLog", ".txt"),
}
_BACKUP = "Backup.4DSettings"
_SETTINGS = {
    1: (("DATA", "Settings", _BACKUP), ("PACKAGE", "Settings", _BACKUP)),
    16: (("DATA", "Settings", "directory.json"), ("PACKAGE", "Settings", "directory.json")),
    17: (("DATA", "Settings", _BACKUP),),
    18: (("PACKAGE", "Settings", _BACKUP),),
    20: (("PACKAGE", "Settings", "buildApp.4DSettings"),),
}
_PLATFORM = 1


class Document(Entry):
    """A file to read, on the disk or in an archive."""

    class_name = "Document"

    @attribute("path", "Text")
    def _path(self) -> str:
        return self.path

    @attribute("platformPath", "Text")
    def _platform_path(self) -> str:
        return self.disk

    @attribute("isFile", "Boolean")
    def _is_file(self) -> bool:
        return True

    @attribute("isFolder", "Boolean")
    def _is_folder(self) -> bool:
        return False

    @attribute("exists", "Boolean")
    def _exists(self) -> bool:
        found = self.info("exists", follow=False)
        return found is not None and not found.folder

    @attribute("isAlias", "Boolean")
    def _is_alias(self) -> bool:
        found = self.info("isAlias", follow=False)
        return found is not None and found.link

    @attribute("isWritable", "Boolean")
    def _is_writable(self) -> bool:
        found = self._file_info("isWritable")
        return found is not None and found.writable

    @attribute("parent", "4D.Folder")
    def _parent(self) -> Value:
        return self.folder_at(self.location.parent() or self.location)

    @attribute("original", "4D.File, 4D.Folder")
    def _original(self) -> Value:
        return self

    def _file_info(self, command: str) -> FileInfo | None:
        found = self.info(command)
        return None if found is None or found.folder else found

    def folder_at(self, location: Location) -> Directory:
        """The folder at *location* of the same store."""
        raise NotImplementedError

    def content(self, command: str) -> bytes:
        """The content; raises :class:`LanguageError`."""
        with guarded(command, self.path):
            return self.store.read(self.disk)

    @function("getContent", "() : 4D.Blob")
    def get_content(self) -> Blob4D:
        """Returns the whole content (API/FileClass.md, .getContent())."""
        return Blob4D(self.content("getContent"))

    @function("getText", "( {charSet : Text, Integer {; breakMode : Integer}} ) : Text")
    def get_text(self, charset: str | int = "UTF-8", mode: int = charsets.NATIVE) -> str:
        """Returns the content as a text; a byte order mark decides over *charset* (.getText())."""
        charsets.find("getText", charset)
        return charsets.text_of("getText", self.content("getText"), charset, mode)

    @function(
        "copyTo",
        "( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.File",
    )
    def copy_to(self, destination: Folder, *options: Value) -> File:
        """Copies the file into a folder that exists and returns the copy (.copyTo())."""
        name, overwrite = copy_options("copyTo", self.location.name, options)
        target = File(destination.location.child(name), destination.files)
        require_folder("copyTo", destination)
        with guarded("copyTo", f"{self.path} to {target.path}"):
            self.copy_into(target, overwrite)
        return target

    def copy_into(self, target: File, overwrite: bool) -> None:
        """Copies the content to *target*; raises ``OSError``."""
        raise NotImplementedError


class File(Document):
    """A file on the disk, which need not exist."""

    class_name = "File"
    also = ("Document",)

    def __init__(self, location: Location, files: Files) -> None:
        super().__init__(location, files)
        self.files = files

    def folder_at(self, location: Location) -> Folder:
        """The folder at *location*."""
        from .folder import Folder

        return Folder(location, self.files)

    def copy_into(self, target: File, overwrite: bool) -> None:
        """Copies the file, with its dates, to *target*; raises ``OSError``."""
        self.files.copy(self.disk, target.disk, overwrite=overwrite)

    @attribute("size", "Real")
    def _size(self) -> int:
        found = self._file_info("size")
        return 0 if found is None else found.size

    @attribute("platformPath", "Text")
    def _platform_path(self) -> str:
        return self.files.rules.to_system(self.disk)

    @attribute("original", "4D.File, 4D.Folder")
    def _original(self) -> Value:
        if not self._is_alias():
            return self
        with guarded("original", self.path):
            target = on_disk(self.files.original(self.disk))
            found = self.files.stat(target.disk)
        if found is not None and found.folder:
            return self.folder_at(target)
        return File(target, self.files)

    @function("create", "() : Boolean")
    def create(self) -> bool:
        """Makes an empty file and the folders around it; false when there is one already (.create())."""
        with guarded("create", self.path, result=False):
            prepare_folder(self.files, self.location)
            return self.files.create(self.disk)

    @function(
        "createAlias",
        "( destinationFolder : 4D.Folder ; aliasName : Text {; aliasType : Integer} ) : 4D.File",
    )
    def create_alias(self, destination: Folder, name: str, kind: int = 0) -> File:
        """Makes a symbolic link to the file, whatever kind of alias is asked for (.createAlias())."""
        return make_alias(self, destination, name)

    @function("delete", "()")
    def delete(self) -> None:
        """Deletes the file; nothing happens when there is none (.delete())."""
        with guarded("delete", self.path, codes=DELETION):
            try:
                self.files.delete(self.disk)
            except FileNotFoundError:
                pass

    @function("moveTo", "( destinationFolder : 4D.Folder {; newName : Text} ) : 4D.File")
    def move_to(self, destination: Folder, name: str | None = None) -> File:
        """Moves the file into a folder that exists and returns it there (.moveTo())."""
        require_folder("moveTo", destination)
        return self._moved("moveTo", destination.location, name)

    @function("rename", "( newName : Text ) : 4D.File")
    def rename(self, name: str) -> File:
        """Gives the file another full name and returns it with that (.rename())."""
        return self._moved("rename", self.location.parent() or self.location, name)

    def _moved(self, command: str, folder: Location, name: str | None) -> File:
        name = self.location.name if name is None else checked_name(command, name)
        target = File(folder.child(name), self.files)
        if target.disk != self.disk:
            with guarded(command, f"{self.path} to {target.path}"):
                self.files.move(self.disk, target.disk)
        return target

    @function("open", "( {mode : Text, Object} ) : 4D.FileHandle")
    def open(self, mode: Value = "read") -> FileHandle:
        """Opens the file to read or write parts of it (.open())."""
        from .handle import open_handle

        return open_handle(self, mode)

    @function("setContent", "( content : Blob, 4D.Blob )")
    def set_content(self, content: Value) -> None:
        """Makes *content* the whole content of the file, which need not exist yet (.setContent())."""
        self._write("setContent", bytes_of(content))

    @function("setText", "( text : Text {; charSet : Text, Integer {; breakMode : Integer}} )")
    def set_text(self, text: str, charset: str | int | None = None, mode: int = charsets.NATIVE) -> None:
        """Makes *text* the whole content of the file, which need not exist yet (.setText())."""
        self._write("setText", charsets.data_of("setText", text, charset, mode))

    def _write(self, command: str, data: bytes) -> None:
        with guarded(command, self.path):
            try:
                self.files.write(self.disk, data)
            except FileNotFoundError:
                prepare_folder(self.files, self.location)
                self.files.write(self.disk, data)

    @function("getAppInfo", "() : Object")
    def get_app_info(self) -> dict[str, Value]:
        """Returns the properties in a property list, an empty object for any other file (.getAppInfo())."""
        from .app_info import EXTENSION, read

        if self._extension().lower() != EXTENSION or not self._exists():
            return {}
        return read("getAppInfo", self.path, self.content("getAppInfo"))

    @function("setAppInfo", "( info : Object )")
    def set_app_info(self, info: Value) -> None:
        """Writes properties into a property list; does nothing to any other file (.setAppInfo())."""
        from .app_info import EXTENSION, written

        if self._extension().lower() == EXTENSION and isinstance(info, dict):
            former = self.content("setAppInfo") if self._exists() else None
            self._write("setAppInfo", written("setAppInfo", self.path, former, info))


#: What may not be deleted is locked (API/FolderClass.md, .delete()).
DELETION = {-54: BAD_PATH}
#: What is missing is a folder.
FOLDER = {NOT_FOUND: NO_FOLDER}


def copy_options(command: str, name: str, options: tuple[Value, ...]) -> tuple[str, bool]:
    """The name of a copy, and whether it may replace something, of ``{; newName} {; overwrite}``."""
    rest = list(options)
    if rest and isinstance(rest[0], str):
        name = checked_name(command, rest.pop(0))
    elif len(rest) > 1:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{command}: newName: wanted Text, got {type_name(rest[0])}")
    return name, bool(rest and rest[0] & OVERWRITE)


def require_folder(command: str, folder: Folder) -> None:
    """An error unless *folder* exists."""
    found = folder.info(command)
    if found is None or not found.folder:
        raise LanguageError(
            NO_FOLDER, f"{command}: {folder.path}/: there is no such folder", hint="make it first: .create()"
        )


def make_alias(entry: File | Folder, destination: Folder, name: str) -> File:
    """A symbolic link to *entry*."""
    alias = File(destination.location.child(checked_name("createAlias", name)), entry.files)
    require_folder("createAlias", destination)
    with guarded("createAlias", alias.path):
        entry.files.link(entry.disk, alias.disk)
    return alias


@command("File", 1566, "( path : Text, Integer {; pathType : Integer, Operator {; * : Operator}} ) : 4D.File")
def file(run: Run, path: str | int, kind: Value = 0, star: StarType | None = None) -> File | None:
    """Returns a file object for an absolute path; the file need not exist (commands/file.md)."""
    files = run.host.files
    if isinstance(path, int):
        return built_in(files, path)
    location = locate("File", files, path, platform=kind == _PLATFORM)
    if not location.parts and not location.root:
        raise LanguageError(BAD_PATH, f"File: path: {path} is no path of a file")
    return File(location, files)


def built_in(files: Files, number: int) -> File | None:
    """One of 4D's own files (theme 4D Environment); ``None`` when there is none: of logs, the newest of a kind."""
    if number in _LOGS:
        logs = special(files, "LOGS")
        start, end = _LOGS[number]
        with guarded("File", logs.shown):
            found = [] if files.stat(logs.disk) is None else files.list(logs.disk)
        names = [
            name for name, folder in found if not folder and name.startswith(start) and name.endswith(end)
        ]
        return File(logs.child(max(names, key=lambda name: (len(name), name))), files) if names else None
    for filesystem, *parts in _SETTINGS.get(number, ()):
        file = File(special(files, filesystem, tuple(parts)), files)
        if file._exists():
            return file
    return None


# ``4D.File.new(…)`` is the same command.
File.constructor = staticmethod(file)
