"""The world of one block: the mail sandbox, a folder of its own, and a user who agrees to everything."""

from __future__ import annotations

import os

from stdlib4d.files.lists import fill
from stdlib4d.files.rules import MacOS
from stdlib4d.host import NotPermitted
from stdlib4d.registry import command

from ..files import LocalFiles
from ..host import Permissions
from ..sandbox.host import SandboxHost
from .mailboxes import planting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib4d.host import Run
    from stdlib4d.references import Pointer
    from stdlib4d.registry import Declaration
    from stdlib4d.values import Value

    from .preludes import Prelude

#: What a question without a default answer gets: a text, and a number where one is wanted.
ANSWER = "1"
#: The document and the folder that are chosen where a page brings none.
DOCUMENT, FOLDER = "Document.txt", "Folder"


class ConfinedFiles(LocalFiles):
    """The files below one folder, which the special folders are in, too; everything else is refused."""

    def __init__(self, root: str, paths: str, startup: str) -> None:
        super().__init__(
            lambda permission, effect: None, lambda permission: True, root, os.path.join(root, "Logs"), paths
        )
        if startup:
            self.rules = MacOS(startup)
        self._root = os.path.realpath(root)

    def _for(self, permission: str, effect: str, *paths: str) -> None:
        super()._for(permission, effect, *paths)
        for path in paths:
            # Of a link itself only its folder counts; what it leads to is looked at when it is used.
            within = os.path.realpath(path)
            if within != self._root and not within.startswith(self._root + os.sep):
                raise NotPermitted(f"{effect} {path}: it is outside of the folder of the page")

    def folder(self, name: str) -> str:
        """The path of a special folder: one below the root, which exists."""
        if name in ("package", "logs", "resources", "data", "project", "sources"):
            return super().folder(name)
        path = os.path.join(self._root, name)
        os.makedirs(path, exist_ok=True)
        return path


class BlockHost(SandboxHost):
    """A sandbox that keeps what is said in ``said``, and whose user presses OK.

    The answers of the *prelude* come first, before the default of a question, and :data:`ANSWER` where it has none.
    """

    def __init__(self, root: str, said: list[str], prelude: Prelude) -> None:
        paths = "macos" if prelude.startup else prelude.paths or "posix"
        super().__init__(
            Permissions(read=True, write=True, ask=True),
            logs=os.path.join(root, "Logs"),
            package=root,
            paths=paths,
            plant=planting(prelude.mailboxes, prelude.messages),
        )
        self.said = said
        self._given = iter(prelude.answers)
        self._files = ConfinedFiles(root, paths, prelude.startup)
        self.root = root

    def say(self, text: str) -> None:
        """Keeps *text*."""
        self.said.append(text)

    def warn(self, text: str) -> None:
        """Nobody reads it."""

    def confirm(self, message: str, ok: str, cancel: str) -> bool:
        """OK."""
        return True

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str | None:
        """The next answer."""
        return next(self._given, None) or default or ANSWER

    def chosen(self, name: str, *, folder: bool) -> str:
        """What a dialog chooses: the first document or folder of the page's, or one that is made."""
        for found, is_folder in self.files.list(self.root):
            if is_folder == folder and (not folder or found not in ("Logs", "Resources", "Data", "Project")):
                name = found
                break
        path = os.path.join(self.root, name)
        if folder:
            os.makedirs(path, exist_ok=True)
        else:
            self.files.create(path)
        return path


def dialogs(host: BlockHost) -> dict[int, Declaration]:
    """The commands whose dialogs choose something here, by number."""

    @command(
        "Select document",
        905,
        "( directory : Text, Integer ; fileTypes : Text ; title : Text ; options : Integer"
        " {; selected : Variable} ) : Text",
    )
    def select_document(
        run: Run, directory: Value, types: str, title: str, options: int, selected: Pointer | None = None
    ) -> str:
        path = host.chosen(DOCUMENT, folder=False)
        if selected is not None:
            fill(selected, [path])
        run.set_ok(1)
        run.set_document(path)
        return os.path.basename(path)

    @command(
        "Select folder",
        670,
        "( {message : Text {; defaultPath : Text, Integer {; options : Integer}}} ) : Text",
    )
    def select_folder(run: Run, message: str = "", default: Value = "", options: int = 0) -> str:
        run.set_ok(1)
        return host.chosen(FOLDER, folder=True) + os.sep

    made: list[Callable[..., Value]] = [select_document, select_folder]
    found: list[Declaration] = [code.declaration for code in made]  # type: ignore[attr-defined]
    return {declaration.number: declaration for declaration in found}
