"""What went wrong with a file, as an error of the language with the number of the file manager.

The pages name -43, -45, -47, -54 and -120; the others are of the same series.
"""

from __future__ import annotations

import errno

from ..errors import NOT_PERMITTED, LanguageError, NotPermitted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value

DISK_FULL = -34
IO_ERROR = -36
BAD_NAME = -37
TOO_MANY_OPEN = -42
NOT_FOUND = -43
BAD_PATH = -45
VOLUME_LOCKED = -46
NOT_EMPTY = -47
EXISTS = -48
BAD_REFERENCE = -51
LOCKED = -54
NOT_OPEN_FOR_IT = -61
NO_MEMORY = -108
NO_FOLDER = -120
#: Of 4D itself: a feature that this edition does not have.
NOT_SUPPORTED = -10509

_KNOWN: dict[int, tuple[int, str]] = {
    errno.ENOENT: (NOT_FOUND, "there is no such file"),
    errno.ENOTDIR: (NO_FOLDER, "a part of the path is no folder"),
    errno.EEXIST: (EXISTS, "there is something of that name already"),
    errno.ENOTEMPTY: (NOT_EMPTY, "the folder is not empty"),
    errno.EACCES: (LOCKED, "the system refuses access to it"),
    errno.EPERM: (LOCKED, "the system refuses access to it"),
    errno.EBUSY: (LOCKED, ""),
    errno.EISDIR: (NOT_FOUND, "it is a folder, not a file"),
    errno.EROFS: (VOLUME_LOCKED, "the volume is read-only"),
    errno.ENOSPC: (DISK_FULL, "the disk is full"),
    getattr(errno, "EDQUOT", -1): (DISK_FULL, "the disk quota is used up"),
    errno.ENAMETOOLONG: (BAD_NAME, "the name is too long"),
    errno.EINVAL: (BAD_NAME, ""),
    errno.EMFILE: (TOO_MANY_OPEN, "too many files are open"),
    errno.ENFILE: (TOO_MANY_OPEN, "too many files are open"),
    errno.ENOMEM: (NO_MEMORY, "there is not enough memory"),
    errno.EBADF: (NOT_OPEN_FOR_IT, ""),
    errno.ELOOP: (BAD_PATH, "links lead in a circle"),
}

_HINTS = {
    NOT_FOUND: "test it first: File(…).exists",
    NO_FOLDER: "create the folder first",
    EXISTS: "delete it first, or choose another name",
}


def as_error(
    name: str, path: str, problem: OSError, result: Value = None, codes: dict[int, int] | None = None
) -> LanguageError:
    """The error for *problem* with the file at *path* in the command or function *name*.

    *codes* are numbers of the file manager that stand in for others: the page of the command says so.
    """
    code, text = _KNOWN.get(problem.errno or 0, (IO_ERROR, ""))
    text = text or problem.strerror or str(problem)
    if code == NOT_FOUND and codes is not None and codes.get(code) == NO_FOLDER:
        text = "there is no such folder"
    hint = _HINTS.get((codes or {}).get(code, code), "")
    if code in (NOT_FOUND, NO_FOLDER) and "\\" in path:
        hint = "here / parts the folders of a path"
    return LanguageError((codes or {}).get(code, code), f"{name}: {path}: {text}", hint=hint, result=result)


class guarded:
    """``with guarded(name, path):`` makes what goes wrong with a file an error of the command *name*.

    *result* is what the command returns then, *codes* are as in :func:`as_error`. With *run*, the system variable
    ``OK`` tells whether it went well.
    """

    def __init__(
        self,
        name: str,
        path: str,
        *,
        result: Value = None,
        codes: dict[int, int] | None = None,
        run: Run | None = None,
    ) -> None:
        self._name = name
        self._path = path
        self._result = result
        self._codes = codes
        self._run = run

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> None:
        if self._run is not None:
            self._run.set_ok(int(problem is None))
        if isinstance(problem, NotPermitted):
            raise LanguageError(
                NOT_PERMITTED,
                f"{self._name}: {problem.message}",
                hint="the program that runs the script did not give it",
                result=self._result,
            ) from None
        if isinstance(problem, OSError):
            raise as_error(self._name, self._path, problem, self._result, self._codes) from None


def name_problem(name: str) -> str:
    """What is wrong with *name* as the name of one file or folder; an empty text when nothing is."""
    if not name or name in (".", ".."):
        return "a name wanted"
    for forbidden in ("/", ":", "\0"):
        if forbidden in name:
            shown = "NUL" if forbidden == "\0" else forbidden
            return f"a name cannot contain {shown}"
    return ""


def checked_name(command: str, name: str) -> str:
    """*name*, when a file can have it."""
    problem = name_problem(name)
    if problem:
        raise LanguageError(BAD_NAME, f'{command}: newName: {problem}, got "{name}"')
    return name
