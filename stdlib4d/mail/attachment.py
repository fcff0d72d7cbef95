"""4D.MailAttachment and ``MAIL New attachment`` (API/MailAttachmentClass.md, commands/mail-new-attachment.md)."""

from __future__ import annotations

import os
import re

from ..blobs import Blob4D
from ..errors import LanguageError
from ..files.file import Document, File
from ..files.location import locate, on_disk, split_name
from ..files.problem import BAD_PATH, NOT_FOUND, guarded
from ..registry import attribute, command, function
from ..values import UNDEFINED, NativeObject
from .building.words import clean
from .problem import PROPERTY_INVALID, MailProblem, problem_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..host import Files, Run
    from ..values import Value

ATTACHMENT, INLINE = "attachment", "inline"
ANYTHING = "application/octet-stream"
#: Bytes of a file that are read at once. They make whole lines of base64.
PIECE = 57 * 512 * 16
#: The content type by the extension, in small letters.
_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "zip": "application/zip",
    "gz": "application/gzip",
    "json": "application/json",
    "js": "application/javascript",
    "ps": "application/postscript",
    "xml": "application/xml",
    "htm": "text/html",
    "html": "text/html",
    "mp3": "audio/mpeg",
}

_TOKEN = r"[A-Za-z0-9!#$%&'*+.^_`{|}~-]"
_KIND = re.compile(r"\s*([A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+'*-]{1,120})\s*")
_PARAMETER = re.compile(rf';\s*(?:({_TOKEN}{{1,60}})\s*=\s*({_TOKEN}{{1,200}}|"[ !#-\[\]-~]{{0,200}}")\s*)?')
_CID = re.compile(r"[!-;=?-~]{1,200}")


class MailAttachment(NativeObject):
    """Something that goes along with a mail; never changes.

    Parameters
    ----------
    content: reads the content when it is wanted; raises :class:`stdlib4d.errors.LanguageError`. A program that embeds
        the interpreter asks for it outside of any run (``None``).
    name: the file name with its extension, empty where a mail that was read gives none.
    cid: the Content-ID, with or without its angle brackets; empty without one.
    type: the content type, with its parameters; by the extension of *name* where it is empty.
    disposition: ``inline`` or ``attachment``; by *cid* where it is empty.
    size: the number that the mail it was read from gives, if it does.
    path, platform_path: where the file is, for a script, if there is one.
    pieces: reads the content bit by bit, so that a large file never is in memory; raises as *content* does.
    """

    class_name = "MailAttachment"

    def __init__(
        self,
        content: Callable[[Run | None], bytes],
        name: str = "",
        cid: str = "",
        type: str = "",
        disposition: str = "",
        size: int | None = None,
        path: str = "",
        *,
        platform_path: str = "",
        pieces: Callable[[Run], Iterator[bytes]] | None = None,
    ) -> None:
        self.content = content
        self.name = name
        self.cid = cid.strip().removeprefix("<").removesuffix(">")
        self.type = type.strip() or type_of(name)
        self.disposition = disposition.strip() or (INLINE if self.cid else ATTACHMENT)
        self.size = size
        self.posix_path = path
        self.system_path = platform_path
        self._pieces = pieces

    def pieces(self, run: Run) -> Iterator[bytes]:
        """The content, bit by bit where it is that of a file."""
        if self._pieces is None:
            return iter((self.content(run),))
        return self._pieces(run)

    @attribute("name", "Text")
    def _name(self) -> str:
        return self.name

    @attribute("type", "Text")
    def _type(self) -> str:
        return self.type

    @attribute("cid", "Text")
    def _cid(self) -> Value:
        return self.cid or UNDEFINED

    @attribute("disposition", "Text")
    def _disposition(self) -> str:
        return self.disposition

    @attribute("size", "Integer")
    def _size(self) -> Value:
        return UNDEFINED if self.size is None else self.size

    @attribute("path", "Text")
    def _path(self) -> Value:
        return self.posix_path or UNDEFINED

    @attribute("platformPath", "Text")
    def _platform_path(self) -> Value:
        return self.system_path or UNDEFINED

    @function("getContent", "() : 4D.Blob")
    def get_content(self, run: Run) -> Blob4D:
        """Returns the content (API/MailAttachmentClass.md, .getContent())."""
        try:
            return Blob4D(self.content(run))
        except LanguageError as problem:
            raise problem_in("getContent", problem, problem.signature) from problem


def type_of(name: str) -> str:
    """The content type of a file called *name*."""
    return _TYPES.get(_extension(name), ANYTHING)


def parts_of_type(text: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """A content type and its parameters, as a header writes them; ``None`` for what is none.

    Nothing of it can end the header: there are no line ends, and quotes are in pairs.
    """
    found = _KIND.match(text)
    if found is None:
        return None
    place = found.end()
    parameters: list[tuple[str, str]] = []
    while place < len(text):
        parameter = _PARAMETER.match(text, place)
        if parameter is None:
            return None
        if parameter[1]:
            parameters.append((parameter[1], parameter[2]))
        place = parameter.end()
    return found[1], tuple(parameters)


def checked_cid(cid: str) -> str:
    """*cid*, when a Content-ID header can hold it; raises :class:`MailProblem`."""
    if not _CID.fullmatch(cid):
        raise MailProblem(PROPERTY_INVALID, f'attachment: "{clean(cid[:60])}" cannot be a cid')
    return cid


@command(
    "MAIL New attachment",
    1644,
    "( file : 4D.File, 4D.ZipFile, Blob, 4D.Blob, Text"
    " {; name : Text {; cid : Text {; type : Text {; disposition : Text}}}} ) : 4D.MailAttachment",
)
def new_attachment(
    run: Run, source: Value, name: str = "", cid: str = "", type: str = "", disposition: str = ""
) -> MailAttachment:
    """Makes an attachment of a file, of one in an archive, or of a blob (commands/mail-new-attachment.md).

    A file is read when the mail is built, or its content asked for; that it can be read is seen to at once. The type
    is by the extension of the file, or else by that of the name.
    """
    if isinstance(source, bytes):
        # "A random name without extension" where there is none.
        name = name or os.urandom(16).hex().upper()
        made = MailAttachment(lambda run: source, name, cid, type, disposition.lower())
    else:
        file = _at(run.host.files, source) if isinstance(source, str) else source
        _require(file)
        made = MailAttachment(
            lambda run: file.content("attachment"),
            name or file.location.name,
            cid,
            type.strip() or _TYPES.get(_extension(file.location.name), ""),
            disposition.lower(),
            path=file.path if isinstance(file, File) else "",
            platform_path=file.files.rules.to_system(file.disk) if isinstance(file, File) else "",
            pieces=(lambda run: _read(file)) if isinstance(file, File) else None,
        )
    try:
        _check(made)
    except MailProblem as problem:
        raise problem.as_error("MAIL New attachment", "MIME") from None
    return made


# ``4D.MailAttachment.new(…)`` is the same command.
MailAttachment.constructor = staticmethod(new_attachment)


def _extension(name: str) -> str:
    return split_name(name)[1][1:].lower()


def _at(files: Files, path: str) -> File:
    """The file at a path of the system, which may be relative to the folder of the project file."""
    if not path:
        raise LanguageError(
            BAD_PATH, "MAIL New attachment: path: wanted the path of a file, got an empty text"
        )
    if files.rules.is_absolute(path):
        return File(locate("MAIL New attachment", files, path, platform=True), files)
    base = files.folder("structure").rpartition("/")[0] or files.folder("package")
    return File(on_disk(files.rules.to_disk(path, base)), files)


def _require(file: Document) -> None:
    """An error of the language unless *file* is there and can be read."""
    name = "MAIL New attachment"
    with guarded(name, file.path):
        if isinstance(file, File):
            file.files.open(file.disk).close()
            return
        found = file.store.stat(file.disk)
    if found is None or found.folder:
        raise LanguageError(NOT_FOUND, f"{name}: {file.path}: there is no such file in the archive")


def _read(file: File) -> Iterator[bytes]:
    """The content of *file* in pieces; raises :class:`LanguageError`."""
    with guarded("attachment", file.path):
        opened = file.files.open(file.disk)
        try:
            place = 0
            while piece := opened.read(place, PIECE):
                yield piece
                place += len(piece)
        finally:
            opened.close()


def _check(made: MailAttachment) -> None:
    if parts_of_type(made.type) is None:
        shown = clean(made.type[:60])
        raise MailProblem(PROPERTY_INVALID, f'type: "{shown}" is not a content type', "write it as image/png")
    if made.disposition not in (ATTACHMENT, INLINE):
        shown = clean(made.disposition[:60])
        raise MailProblem(
            PROPERTY_INVALID,
            f'disposition: "{shown}" is neither attachment nor inline',
            "mail disposition attachment, or mail disposition inline",
        )
    if made.cid:
        checked_cid(made.cid)
