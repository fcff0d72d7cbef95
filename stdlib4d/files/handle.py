"""4D.FileHandle: reading and writing parts of an open file (API/FileHandleClass.md)."""

from __future__ import annotations

from ..blobs import Blob4D, bytes_of
from ..errors import ARGUMENT_UNEXPECTED, NUMBER_EXPECTED, LanguageError
from ..registry import attribute, function
from ..utf16 import joined, units
from ..values import NativeObject, type_name
from . import charset as charsets
from .entry import prepare_folder
from .problem import NOT_OPEN_FOR_IT, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import OpenFile
    from ..values import Value
    from .file import File

MODES = ("read", "write", "append")
#: The modes for line breaks: the text at the number.
BREAK_MODES = ("unchanged", "native", "crlf", "cr", "lf")
_LINE_ENDS = {"native": "\n", "unchanged": "\n", "crlf": "\r\n", "cr": "\r", "lf": "\n"}


class FileHandle(NativeObject):
    """An open file and a place in it. The place counts bytes until a text is read, then characters of the text,
    whose line ends have been replaced."""

    class_name = "FileHandle"

    def __init__(
        self, file: File, opened: OpenFile, mode: str, charset: str, breaks: tuple[int, int]
    ) -> None:
        self._file = file
        self._opened = opened
        self._mode = mode
        self._charset = charset
        self._codec = charsets.find("open", charset)[0]
        self._break_read, self._break_write = breaks
        self._place = self._bytes("open") if mode == "append" else 0
        #: The whole text, one item for each UTF-16 code unit, once a text has been read.
        self._text: str | None = None
        self._in_text = False

    @attribute("file", "4D.File")
    def _file_object(self) -> Value:
        return self._file

    @attribute("mode", "Text")
    def _mode_text(self) -> str:
        return self._mode

    @attribute("charset", "Text")
    def _charset_text(self) -> str:
        return self._charset

    @attribute("breakModeRead", "Text")
    def _break_mode_read(self) -> str:
        return BREAK_MODES[self._break_read]

    @attribute("breakModeWrite", "Text")
    def _break_mode_write(self) -> str:
        return BREAK_MODES[self._break_write]

    def _go(self, value: Value) -> None:
        if value.__class__ not in (int, float):
            raise LanguageError(NUMBER_EXPECTED, f"offset: wanted a number, got {type_name(value)}")
        # Beyond the end is the end, of the text or of the bytes: which of them, the next reading tells.
        most = max(self._bytes("offset"), len(self._text or ""))
        self._place = int(min(max(value, 0), most))

    @attribute("offset", "Real", _go)
    def _offset(self) -> int:
        return self._place

    @attribute("eof", "Boolean")
    def _eof(self) -> bool:
        if self._in_text and self._text is not None:
            return self._place >= len(self._text)
        return self._place >= self._bytes("eof")

    def _bytes(self, command: str) -> int:
        with guarded(command, self._file.path):
            return self._opened.size()

    @function("getSize", "() : Real")
    def get_size(self) -> int:
        """Returns the size of the file in bytes (.getSize())."""
        return self._bytes("getSize")

    @function("setSize", "( size : Real )")
    def set_size(self, size: float) -> None:
        """Cuts the file at *size* bytes, or fills it up with zeros (.setSize())."""
        self._require_writing("setSize")
        if not 0 <= size < 2**53:
            raise LanguageError(ARGUMENT_UNEXPECTED, f"setSize: size: {size:g} is no size of a file")
        with guarded("setSize", self._file.path):
            self._opened.resize(int(size))
        self._place = min(self._place, int(size))

    # ------------------------------------------------------------------ reading

    @function("readBlob", "( bytes : Real ) : 4D.Blob")
    def read_blob(self, count: float) -> Blob4D:
        """Returns the next *count* bytes, fewer at the end of the file (.readBlob())."""
        self._require_reading("readBlob")
        self._in_text = False
        with guarded("readBlob", self._file.path):
            data = self._opened.read(self._place, int(min(max(count, 0), 2**53)))
        self._place += len(data)
        return Blob4D(data)

    @function("readText", "( {stopChar : Text} ) : Text")
    def read_text(self, stop: str = "") -> str:
        """Returns the text up to *stopChar*, or to the end; nothing when there is no *stopChar* (.readText())."""
        text = self._whole_text("readText")
        first = self._place
        if not stop:
            self._place = len(text)
            return joined(text[first:])
        stop = units(stop)
        end = text.find(stop, first)
        if end < 0:
            return ""
        self._place = end + len(stop)
        return joined(text[first:end])

    @function("readLine", "() : Text")
    def read_line(self) -> str:
        """Returns the text up to the next line end, without it (.readLine())."""
        text = self._whole_text("readLine")
        first = self._place
        ends = (
            ["\n", "\r"] if self._break_read == charsets.UNCHANGED else [_LINE_ENDS[self._break_mode_read()]]
        )
        found = [place for place in (text.find(end, first) for end in ends) if place >= 0]
        end = min(found, default=len(text))
        length = 2 if text.startswith("\r\n", end) else 1
        self._place = min(end + length, len(text))
        return joined(text[first:end])

    def _whole_text(self, command: str) -> str:
        self._require_reading(command)
        if self._text is None:
            with guarded(command, self._file.path):
                data = self._opened.read(0, self._opened.size())
            text = charsets.decoded(data, self._codec)
            self._text = units(charsets.with_breaks(command, text, self._break_read))
        self._in_text = True
        self._place = min(self._place, len(self._text))
        return self._text

    # ------------------------------------------------------------------ writing

    @function("writeBlob", "( blob : 4D.Blob, Blob )")
    def write_blob(self, blob: Value) -> None:
        """Writes bytes at the place (.writeBlob())."""
        self._write("writeBlob", bytes_of(blob))

    @function("writeText", "( textToWrite : Text )")
    def write_text(self, text: str) -> None:
        """Writes a text at the place, its line ends replaced (.writeText())."""
        self._write_text("writeText", text)

    @function("writeLine", "( lineOfText : Text )")
    def write_line(self, text: str) -> None:
        """Writes a text and a line end at the place (.writeLine())."""
        self._write_text("writeLine", text + _LINE_ENDS[self._break_mode_write()])

    def _write_text(self, command: str, text: str) -> None:
        text = charsets.with_breaks(command, text, self._break_write)
        self._write(command, charsets.encoded(text, self._codec))

    def _write(self, command: str, data: bytes) -> None:
        self._require_writing(command)
        with guarded(command, self._file.path):
            self._opened.write(self._place, data)
        self._place += len(data)

    def _require_reading(self, command: str) -> None:
        if self._mode != "read":
            raise LanguageError(
                NOT_OPEN_FOR_IT,
                f'{command}: {self._file.path} is open in the mode "{self._mode}"',
                hint='open it in the mode "read"',
            )

    def _require_writing(self, command: str) -> None:
        if self._mode == "read":
            raise LanguageError(
                NOT_OPEN_FOR_IT,
                f'{command}: {self._file.path} is open in the mode "read"',
                hint='open it in the mode "write" or "append"',
            )


def open_handle(file: File, mode: Value) -> FileHandle:
    """Opens *file* with a mode or with an object of options (API/FileClass.md, .open())."""
    options = {"mode": mode} if isinstance(mode, str) else mode if isinstance(mode, dict) else {}
    mode = _option(options, "mode", "read")
    if mode not in MODES:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f'open: mode: wanted "read", "write" or "append", got "{mode}"'
        )
    charset = _option(options, "charset", "UTF-8")
    charsets.find("open", charset)
    breaks = _break_mode(options, "breakModeRead"), _break_mode(options, "breakModeWrite")
    write = mode != "read"
    with guarded("open", file.path):
        try:
            opened = file.files.open(file.disk, write=write, create=write)
        except FileNotFoundError:
            if not write:
                raise
            prepare_folder(file.files, file.location)
            opened = file.files.open(file.disk, write=True, create=True)
    return FileHandle(file, opened, mode, charset, breaks)


def _option(options: dict[str, Value], name: str, default: str) -> str:
    value = options.get(name)
    if value is None:
        return default
    if not isinstance(value, str):
        raise LanguageError(ARGUMENT_UNEXPECTED, f"open: {name}: wanted Text, got {type_name(value)}")
    return value


def _break_mode(options: dict[str, Value], name: str) -> int:
    value = options.get(name)
    if value is None:
        return charsets.NATIVE
    if isinstance(value, str) and value in BREAK_MODES:
        return BREAK_MODES.index(value)
    if value.__class__ in (int, float) and value in range(len(BREAK_MODES)):
        return int(value)
    raise LanguageError(
        ARGUMENT_UNEXPECTED,
        f'open: {name}: wanted "native", "crlf", "cr", "lf" or its constant, got {value!r}'.replace("'", '"'),
    )
