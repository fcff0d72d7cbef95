"""4D.Folder and the command ``Folder`` (API/FolderClass.md)."""

from __future__ import annotations

from ..errors import LanguageError
from ..registry import attribute, command, function
from ..values import StarType
from .entry import IGNORE_INVISIBLE, RECURSIVE, Entry
from .file import DELETION, FOLDER, Document, File, copy_options, make_alias, require_folder
from .location import Location, locate, on_disk, special
from .problem import BAD_PATH, EXISTS, as_error, checked_name, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..host import Files, Run
    from ..values import Value

WITH_CONTENTS = 1
_PLATFORM = 1
#: Constants of ``Folder`` that are filesystems, and that are special folders of the host.
_FILESYSTEMS = {4: "PACKAGE", 6: "RESOURCES", 7: "LOGS", 9: "DATA"}
_SPECIAL = {
    0: "preferences",
    100: "system",
    115: "desktop",
    116: "applications",
    117: "documents",
    118: "home",
}
_WEB_ROOT = 8


class Directory(Entry):
    """A folder to read, on the disk or in an archive."""

    class_name = "Directory"

    @attribute("path", "Text")
    def _path(self) -> str:
        return self.path + "/"

    @attribute("platformPath", "Text")
    def _platform_path(self) -> str:
        return self.disk.rstrip("/") + "/"

    @attribute("isFile", "Boolean")
    def _is_file(self) -> bool:
        return False

    @attribute("isFolder", "Boolean")
    def _is_folder(self) -> bool:
        return True

    @attribute("isAlias", "Boolean")
    def _is_alias(self) -> bool:
        return False

    @attribute("isPackage", "Boolean")
    def _is_package(self) -> bool:
        return False

    @attribute("exists", "Boolean")
    def _exists(self) -> bool:
        found = self.info("exists")
        return found is not None and found.folder

    @attribute("original", "4D.Folder")
    def _original(self) -> Value:
        return self

    @attribute("parent", "4D.Folder")
    def _parent(self) -> Value:
        parent = self.location.parent()
        return None if parent is None else self.folder_at(parent)

    def file_at(self, location: Location) -> Document:
        """The file at *location* of the same store."""
        raise NotImplementedError

    def folder_at(self, location: Location) -> Directory:
        """The folder at *location* of the same store."""
        raise NotImplementedError

    def _below(self, command: str, path: str) -> Location | None:
        if path.startswith("/"):
            raise LanguageError(BAD_PATH, f"{command}: path: wanted a relative path, got {path}")
        return self.location.below(path)

    @function("file", "( path : Text ) : 4D.File")
    def file(self, path: str) -> Document | None:
        """Returns the file at a path relative to the folder; Null when it leads out of it (.file())."""
        location = self._below("file", path)
        return None if location is None or not location.parts else self.file_at(location)

    @function("folder", "( path : Text ) : 4D.Folder")
    def folder(self, path: str) -> Directory | None:
        """Returns the folder at a path relative to the folder; Null when it leads out of it (.folder())."""
        location = self._below("folder", path)
        return None if location is None else self.folder_at(location)

    @function("files", "( {options : Integer} ) : Collection")
    def list_files(self, options: int = 0) -> list[Value]:
        """Returns the files in the folder, by name; none when it does not exist (.files())."""
        return [self.file_at(place) for place, folder in self.walk("files", options) if not folder]

    @function("folders", "( {options : Integer} ) : Collection")
    def list_folders(self, options: int = 0) -> list[Value]:
        """Returns the folders in the folder, by name; none when it does not exist (.folders())."""
        return [self.folder_at(place) for place, folder in self.walk("folders", options) if folder]

    def walk(self, command: str, options: int) -> Iterator[tuple[Location, bool]]:
        """What is in the folder, with RECURSIVE in those below it too, and whether it is a folder."""
        if not self._exists():
            return
        waiting = [self.location]
        while waiting:
            place = waiting.pop()
            with guarded(command, place.shown + "/"):
                found = self.store.list(place.disk)
            found = [item for item in found if not (options & IGNORE_INVISIBLE and item[0].startswith("."))]
            for name, folder in found:
                yield place.child(name), folder
            if options & RECURSIVE:
                waiting += [place.child(name) for name, folder in reversed(found) if folder]

    @function(
        "copyTo",
        "( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.Folder",
    )
    def copy_to(self, destination: Folder, *options: Value) -> Folder:
        """Copies the folder with its contents into a folder that exists and returns the copy (.copyTo())."""
        name, overwrite = copy_options("copyTo", self.copy_name(), options)
        target = destination if not name else Folder(destination.location.child(name), destination.files)
        require_folder("copyTo", destination)
        shown = f"{self.path}/ to {target.path}/"
        if self.contains(target):
            raise LanguageError(BAD_PATH, f"copyTo: {shown}: a folder cannot be copied into itself")
        if target is not destination and target.info("copyTo") is not None and not overwrite:
            raise LanguageError(
                EXISTS,
                f"copyTo: {shown}: there is something of that name already",
                hint="pass fk overwrite to replace the files in it",
            )
        with guarded("copyTo", shown, codes=FOLDER):
            self.copy_tree(target, overwrite)
        return target

    def copy_name(self) -> str:
        """What a copy is called, empty when only the contents are copied."""
        return self.location.name

    def contains(self, other: Folder) -> bool:
        """Whether *other* is this folder, or in it."""
        return False

    def copy_tree(self, target: Folder, overwrite: bool) -> None:
        files = target.files
        depth = len(self.location.parts)
        # All of it first: the copy is not to be found in it.
        found = list(self.walk("copyTo", RECURSIVE))
        for place, folder in [(self.location, True), *found]:
            copy = Location(
                target.location.root, target.location.base, target.location.parts + place.parts[depth:]
            )
            if not folder:
                self.file_at(place).copy_into(File(copy, files), overwrite)
                continue
            try:
                files.make_folder(copy.disk)
            except FileExistsError:
                there = files.stat(copy.disk)
                if there is None or not there.folder:
                    raise


class Folder(Directory):
    """A folder on the disk, which need not exist."""

    class_name = "Folder"
    also = ("Directory",)

    def __init__(self, location: Location, files: Files) -> None:
        super().__init__(location, files)
        self.files = files

    def file_at(self, location: Location) -> File:
        """The file at *location*."""
        return File(location, self.files)

    def folder_at(self, location: Location) -> Folder:
        """The folder at *location*."""
        return Folder(location, self.files)

    @attribute("platformPath", "Text")
    def _platform_path(self) -> str:
        return self.files.rules.to_system(self.disk.rstrip("/") + "/")

    def contains(self, other: Folder) -> bool:
        """Whether *other* is this folder, or in it, links resolved."""
        with guarded("copyTo", self.path + "/"):
            own, theirs = self.files.original(self.disk), other.files.original(other.disk)
        return theirs == own or theirs.startswith(own.rstrip("/") + "/")

    @function("create", "() : Boolean")
    def create(self) -> bool:
        """Makes the folder and those around it; false when it exists already (.create())."""
        with guarded("create", self.path + "/", result=False):
            try:
                self.files.make_folder(self.disk, parents=True)
            except FileExistsError:
                return False
        return True

    @function(
        "createAlias",
        "( destinationFolder : 4D.Folder ; aliasName : Text {; aliasType : Integer} ) : 4D.File",
    )
    def create_alias(self, destination: Folder, name: str, kind: int = 0) -> File:
        """Makes a symbolic link to the folder, whatever kind of alias is asked for (.createAlias())."""
        return make_alias(self, destination, name)

    @function("delete", "( {option : Integer} )")
    def delete(self, option: int = 0) -> None:
        """Deletes the folder, when it is empty or *option* is Delete with contents (.delete())."""
        delete_folder("delete", self.files, self.disk, self.path + "/", option)

    @function("moveTo", "( destinationFolder : 4D.Folder {; newName : Text} ) : 4D.Folder")
    def move_to(self, destination: Folder, name: str | None = None) -> Folder:
        """Moves the folder into a folder that exists and returns it there (.moveTo())."""
        require_folder("moveTo", destination)
        return self._moved("moveTo", destination.location, name)

    @function("rename", "( newName : Text ) : 4D.Folder")
    def rename(self, name: str) -> Folder:
        """Gives the folder another full name and returns it with that (.rename())."""
        parent = self.location.parent()
        if parent is None or parent is self.location:
            raise LanguageError(BAD_PATH, f"rename: {self.path}/ cannot be renamed")
        return self._moved("rename", parent, name)

    def _moved(self, command: str, folder: Location, name: str | None) -> Folder:
        name = self.location.name if name is None else checked_name(command, name)
        if not self.location.parts:
            raise LanguageError(BAD_PATH, f"{command}: {self.path}/ cannot be moved")
        target = Folder(folder.child(name), self.files)
        if target.disk != self.disk:
            shown = f"{self.path}/ to {target.path}/"
            if target.disk.startswith(self.disk + "/"):
                raise LanguageError(BAD_PATH, f"{command}: {shown}: a folder cannot be moved into itself")
            with guarded(command, shown, codes=FOLDER):
                self.files.move(self.disk, target.disk)
        return target


def delete_folder(
    name: str, files: Files, disk: str, shown: str, option: int, run: Run | None = None
) -> None:
    """Deletes a folder as .delete() and ``DELETE FOLDER`` do."""
    codes = {**FOLDER, **DELETION}
    with guarded(name, shown, codes=codes, run=run):
        try:
            files.delete_folder(disk, contents=option == WITH_CONTENTS)
        except FileNotFoundError:
            if option != WITH_CONTENTS:
                raise
        except PermissionError as problem:
            # The message names what it could not delete, which may be far below.
            raise as_error(name, str(problem.filename or shown), problem, codes=codes) from None


@command(
    "Folder", 1567, "( path : Text, Integer {; pathType : Integer, Operator {; * : Operator}} ) : 4D.Folder"
)
def folder(run: Run, path: str | int, kind: Value = 0, star: StarType | None = None) -> Folder | None:
    """Returns a folder object for an absolute path; the folder need not exist (commands/folder.md)."""
    files = run.host.files
    if not isinstance(path, int):
        return Folder(locate("Folder", files, path, platform=kind == _PLATFORM), files)
    if path in _FILESYSTEMS:
        return Folder(special(files, _FILESYSTEMS[path]), files)
    if path == _WEB_ROOT:
        return Folder(special(files, "PACKAGE", ("WebFolder",)), files)
    disk = files.folder(_SPECIAL[path]) if path in _SPECIAL else ""
    return Folder(on_disk(disk), files) if disk else None


# ``4D.Folder.new(…)`` is the same command.
Folder.constructor = staticmethod(folder)
