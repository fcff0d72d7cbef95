"""XML written into an open document, piece by piece: SAX OPEN XML ELEMENT and its like.

An element stands on a line of its own, indented, unless there is text beside it. Its end tag is written when it or the
document is closed.
"""

from __future__ import annotations

from ..blobs import Blob4D, bytes_of
from ..errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from ..files import charset as charsets
from ..files.problem import guarded
from ..references import Array
from ..registry import command
from ..values import StarType, Time
from . import options as o
from .characters import (
    cdata,
    checked_comment,
    checked_instruction,
    checked_name,
    checked_text,
    escaped,
    with_line_feeds,
)
from .nodes import COMMENT, INSTRUCTION, MAX_DEPTH, Node
from .problem import MISPLACED, TOO_LARGE, accounted, problem
from .sax import SaxDocument, document_at
from .sources import supported
from .structure import paired
from .values import text_of
from .writing import STEP, declaration, leaf_text, start_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value


class _Open:
    """An element without its end tag yet, and whether it holds elements, or text."""

    __slots__ = ("has_lines", "has_text", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.has_lines = False
        self.has_text = False


class Writer:
    """The end of a document, and what is open there."""

    def __init__(self, sax: SaxDocument) -> None:
        self._sax = sax
        self._open: list[_Open] = []
        self._codec = "utf-8"
        #: Whether anything was written: then it is too late for a declaration.
        self.begun = sax.file.place > 0
        self.rooted = False

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def _write(self, text: str) -> None:
        end = self._sax.options.line_end
        file = self._sax.file
        data = (text if end == "\n" else text.replace("\n", end)).encode(self._codec, "xmlcharrefreplace")
        file.file.write(file.place, data)
        file.place += len(data)

    def declare(self, encoding: str, standalone: bool) -> None:
        """Writes the declaration, in the character set that it names."""
        self.begun = True
        codec = charsets.codec_named(encoding)
        mark = b""
        if self._sax.options[o.BYTE_ORDER_MARK] == o.ENABLED or codec in ("utf-16", "utf-32"):
            codec, mark = charsets.find("SAX SET XML DECLARATION", codec)
        self._codec = self._sax.file.codec = codec
        self._sax.file.file.write(self._sax.file.place, mark)
        self._sax.file.place += len(mark)
        self._write(declaration("1.0", encoding, standalone))

    def _line(self, depth: int) -> None:
        if self._sax.options[o.INDENTATION] == o.INDENTED and not (self._open and self._open[-1].has_text):
            self._write("\n" + STEP * depth)

    def line(self, text: str) -> None:
        """Writes *text* on a line of its own, where lines are wanted."""
        if not self.begun:
            self.declare("UTF-8", False)
        if self._open:
            self._open[-1].has_lines = True
        self._line(self.depth)
        self._write(text)

    def text(self, text: str) -> None:
        """Writes *text* where the document ends."""
        self._open[-1].has_text = True
        self._write(text)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Writes a start tag."""
        self.line(start_tag(name, attributes))
        self.rooted = True
        self._open.append(_Open(name))

    def end(self) -> None:
        """Writes the end tag of the element that was opened last."""
        last = self._open[-1]
        if last.has_lines:
            self._line(self.depth - 1)
        self._open.pop()
        self._write(f"</{last.name}>")

    def finish(self) -> None:
        """Writes the end tags that are missing."""
        while self._open:
            self.end()
        if self.rooted and self._sax.options[o.INDENTATION] == o.INDENTED:
            self._write("\n")
        self.rooted = False


class _writing:
    """``with _writing(run, name, reference) as writer:`` accounts for what goes wrong with the document."""

    def __init__(self, run: Run, name: str, reference: Time) -> None:
        self._accounts = accounted(run, name)
        self._sax = document_at(run, name, reference)
        self._files = guarded(name, self._sax.file.path)

    def __enter__(self) -> Writer:
        if self._sax.writer is None:
            self._sax.writer = Writer(self._sax)
        return self._sax.writer

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        with self._accounts, self._files:
            if error is not None:
                raise error


def _require_element(name: str, writer: Writer) -> None:
    if not writer.depth:
        raise problem(MISPLACED, f"{name}: document: no element is open", "SAX OPEN XML ELEMENT opens one")


@command(
    "SAX SET XML DECLARATION",
    858,
    "( document : Time ; encoding : Text {; standalone : Boolean {; indentation : Boolean}} )",
)
def sax_set_xml_declaration(
    run: Run, reference: Time, encoding: str, standalone: bool = False, indentation: bool | None = None
) -> None:
    """Writes the declaration, before anything else (commands/sax-set-xml-declaration.md)."""
    name = "SAX SET XML DECLARATION"
    with _writing(run, name, reference) as writer:
        if writer.begun:
            raise problem(MISPLACED, f"{name}: document: its declaration comes before anything else")
        if indentation is not None:
            options = document_at(run, name, reference).options
            options[o.INDENTATION] = o.INDENTED if indentation else o.NOT_INDENTED
        writer.declare(supported(encoding), standalone)


@command("SAX ADD XML DOCTYPE", 851, "( document : Time ; docType : Text )")
def sax_add_xml_doctype(run: Run, reference: Time, text: str) -> None:
    """Writes a document type, as it was given (commands/sax-add-xml-doctype.md)."""
    name = "SAX ADD XML DOCTYPE"
    with _writing(run, name, reference) as writer:
        if writer.rooted:
            raise problem(MISPLACED, f"{name}: document: its type comes before its root element")
        writer.line(f"<!DOCTYPE {checked_text(text)}>")


@command("SAX ADD XML COMMENT", 852, "( document : Time ; comment : Text )")
def sax_add_xml_comment(run: Run, reference: Time, text: str) -> None:
    """Writes a comment (commands/sax-add-xml-comment.md)."""
    with _writing(run, "SAX ADD XML COMMENT", reference) as writer:
        writer.line(leaf_text(Node(COMMENT, checked_comment(text))))


@command("SAX ADD PROCESSING INSTRUCTION", 857, "( document : Time ; statement : Text )")
def sax_add_processing_instruction(run: Run, reference: Time, text: str) -> None:
    """Writes a processing instruction (commands/sax-add-processing-instruction.md)."""
    with _writing(run, "SAX ADD PROCESSING INSTRUCTION", reference) as writer:
        writer.line(leaf_text(Node(INSTRUCTION, checked_instruction(text))))


@command(
    "SAX OPEN XML ELEMENT",
    853,
    "( document : Time ; tag : Text {; ...(attribName : Text ; attribValue : any)} )",
)
def sax_open_xml_element(run: Run, reference: Time, tag: str, *pairs: Value) -> None:
    """Writes the start tag of an element (commands/sax-open-xml-element.md)."""
    _begin(run, "SAX OPEN XML ELEMENT", reference, tag, list(pairs))


@command(
    "SAX OPEN XML ELEMENT ARRAYS",
    921,
    "( document : Time ; tag : Text {; ...(attribNamesArray : Array, Text ; attribValuesArray : any)} )",
)
def sax_open_xml_element_arrays(run: Run, reference: Time, tag: str, *arrays: Value) -> None:
    """Writes the start tag of an element, its attributes from arrays or single.

    commands/sax-open-xml-element-arrays.md
    """
    name = "SAX OPEN XML ELEMENT ARRAYS"
    if len(arrays) % 2:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last names have no values")
    pairs: list[Value] = []
    for names, values in zip(arrays[::2], arrays[1::2], strict=True):
        if isinstance(names, Array) is not isinstance(values, Array):
            raise LanguageError(
                TYPE_MISMATCH, f"{name}: attribValuesArray: names and values, both arrays or neither"
            )
        pairs += paired(name, (names, values)) if isinstance(names, Array) else (names, values)
    _begin(run, name, reference, tag, pairs)


def _begin(run: Run, name: str, reference: Time, tag: str, pairs: list[Value]) -> None:
    if len(pairs) % 2:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last attribute has no value")
    with _writing(run, name, reference) as writer:
        called = checked_name(tag, "element")
        options = document_at(run, name, reference).options
        attributes = {
            checked_name(key, "attribute"): checked_text(text_of(run, name, value, options))
            for key, value in zip(pairs[::2], pairs[1::2], strict=True)
        }
        if writer.rooted and not writer.depth:
            raise problem(MISPLACED, f"{name}: document: its root element is closed")
        if writer.depth >= MAX_DEPTH:
            raise problem(TOO_LARGE, f"{name}: elements are nested deeper than {MAX_DEPTH}")
        writer.begin(called, attributes)


@command("SAX CLOSE XML ELEMENT", 854, "( document : Time )")
def sax_close_xml_element(run: Run, reference: Time) -> None:
    """Writes the end tag of the element that was opened last (commands/sax-close-xml-element.md)."""
    name = "SAX CLOSE XML ELEMENT"
    with _writing(run, name, reference) as writer:
        _require_element(name, writer)
        writer.end()


@command("SAX ADD XML ELEMENT VALUE", 855, "( document : Time ; data : any {; * : Operator} )")
def sax_add_xml_element_value(run: Run, reference: Time, value: Value, star: StarType | None = None) -> None:
    """Writes a value into the open element; raw where the options say so, but for *.

    commands/sax-add-xml-element-value.md
    """
    name = "SAX ADD XML ELEMENT VALUE"
    with _writing(run, name, reference) as writer:
        _require_element(name, writer)
        options = document_at(run, name, reference).options
        text = checked_text(text_of(run, name, value, options))
        raw = options[o.STRING_ENCODING] == o.RAW_DATA and star is None
        writer.text(text if raw else escaped(text))


@command("SAX ADD XML CDATA", 856, "( document : Time ; data : Blob, 4D.Blob, Text )")
def sax_add_xml_cdata(run: Run, reference: Time, value: Value) -> None:
    """Writes a CDATA section into the open element; of a blob, its bytes as UTF-8 (commands/sax-add-xml-cdata.md)."""
    name = "SAX ADD XML CDATA"
    with _writing(run, name, reference) as writer:
        _require_element(name, writer)
        text = bytes_of(value).decode("utf-8", "replace") if isinstance(value, (bytes, Blob4D)) else value
        writer.text(cdata(checked_text(with_line_feeds(text))))
