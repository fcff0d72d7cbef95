"""Text of XML to a tree, by Expat.

Nothing outside of the text is read, unless *resolve* is given for external entities. Entities that the text declares
are expanded, as far as Expat allows: it stops where they make much of little. Sizes and depth are limited.
"""

from __future__ import annotations

import pyexpat
import re

from ..files import charset as charsets
from ..utf16 import joined
from .nodes import CDATA, COMMENT, DATA, DOCTYPE, INSTRUCTION, MAX_DEPTH, MAX_NODES, Document, Element, Node
from .problem import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

#: The longest text that is read, in bytes of UTF-8.
MAX_SIZE = 2**26
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]*)")


def codec_of(data: bytes) -> tuple[str, int]:
    """The codec of a document that begins with *data*, by its byte order mark, else by its declaration, else UTF-8.

    And the length of the mark.
    """
    codec, length = charsets.marked(data)
    if codec:
        return codec, length
    if data.startswith((b"<\0", b"\0<")):
        return "utf-16-le" if data[0] else "utf-16-be", 0
    declared = _DECLARED.match(data)
    return "utf-8" if declared is None else _codec(declared[1].decode("ascii")), 0


def text_in(data: bytes) -> str:
    """The text of a document in bytes."""
    codec, length = codec_of(data)
    try:
        return data[length:].decode(codec)
    except UnicodeDecodeError as wrong:
        raise Unreadable(f"byte {wrong.start} is no character of {codec}") from None


def _codec(encoding: str) -> str:
    codec = charsets.codec_named(encoding)
    if not codec:
        raise Unreadable(f"there is no character set {encoding}", 1, 1)
    # A declaration that could be read as ASCII is not in UTF-16, whatever it says.
    return "utf-8" if codec.startswith(("utf-16", "utf-32")) else codec


def message_of(error: pyexpat.ExpatError) -> Unreadable:
    """What Expat does not like."""
    return Unreadable(pyexpat.ErrorString(error.code) or "no XML", error.lineno, error.offset + 1)


def parse(text: str, resolve: Callable[[str], bytes] | None = None) -> Document:
    """The tree of *text*; raises :class:`Unreadable`. *resolve* gives the content of an external entity."""
    return _Builder(text, resolve).document


def fragment(text: str) -> list[Node]:
    """The nodes of a piece of XML, which needs no root; raises :class:`Unreadable`."""
    return parse(f"<x>{text}</x>").root.children


class _Builder:
    """Handlers of Expat that make a tree."""

    def __init__(self, text: str, resolve: Callable[[str], bytes] | None) -> None:
        self.document = Document()
        self._resolve = resolve
        self._open: list[Element] = [self.document]
        self._in_cdata = False
        self._doctype = -1
        try:
            # A mark has told the encoding, and is no part of the text.
            self._data = joined(text).removeprefix("\ufeff").encode("utf-8")
        except UnicodeEncodeError:
            raise Unreadable("half of a character (a lone surrogate) is no text") from None
        if len(self._data) > MAX_SIZE:
            raise Unreadable(f"{len(self._data)} bytes are more than the {MAX_SIZE} that are read")
        parser = pyexpat.ParserCreate("utf-8")
        self._listen(parser)
        try:
            parser.Parse(self._data, True)
        except pyexpat.ExpatError as error:
            raise message_of(error) from None
        except Unreadable as wrong:
            if not wrong.row:
                wrong.row, wrong.column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            raise

    def _listen(self, parser: pyexpat.XMLParserType) -> None:
        self._parser = parser
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype_begin
        parser.EndDoctypeDeclHandler = self._doctype_end
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._external
        parser.SkippedEntityHandler = self._skipped
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = self._cdata_begin
        parser.EndCdataSectionHandler = self._cdata_end
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction

    def _add(self, node: Node) -> None:
        self.document.size += 1
        if self.document.size > MAX_NODES:
            raise Unreadable(f"there are more than {MAX_NODES} nodes")
        self._open[-1].append(node)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if self._parser.CurrentByteIndex == 0:
            self.document.version = version
            self.document.encoding = encoding or "UTF-8"
            self.document.standalone = standalone == 1

    def _doctype_begin(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        # Expat tells of it at its end, or where its own declarations begin.
        here = self._parser.CurrentByteIndex
        self._doctype = self._data.rfind(b"<!DOCTYPE", 0, here + 9) + 9

    def _doctype_end(self) -> None:
        end = self._data.find(b">", self._parser.CurrentByteIndex)
        self._add(Node(DOCTYPE, self._data[self._doctype : end].decode("utf-8").strip()))
        self._doctype = -1

    def _entity(
        self,
        name: str,
        parameter: int,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if system is not None and self._resolve is None:
            raise Unreadable(f"the external entity {name} is not allowed")

    def _external(self, context: str, base: str | None, system: str | None, public: str | None) -> int:
        if self._resolve is None or system is None:
            raise Unreadable("external entities are not allowed")
        data = text_in(self._resolve(system)).encode("utf-8")
        if len(data) > MAX_SIZE:
            raise Unreadable(f"the external entity {system} is too large")
        outer = self._parser
        self._parser = outer.ExternalEntityParserCreate(context, "utf-8")
        try:
            self._parser.Parse(data, True)
        finally:
            self._parser = outer
        return 1

    def _skipped(self, name: str, parameter: bool) -> None:
        if not parameter:
            raise Unreadable(f"undefined entity {name}")

    def _start(self, name: str, attributes: list[str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise Unreadable(f"elements are nested deeper than {MAX_DEPTH}")
        element = Element(name, dict(zip(attributes[::2], attributes[1::2], strict=True)))
        self._add(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        last = self._open[-1].children[-1] if self._open[-1].children else None
        kind = CDATA if self._in_cdata else DATA
        if last is not None and last.kind == kind == DATA:
            # Expat ends a text where an entity begins.
            last.text += text
        elif last is not None and self._in_cdata:
            last.text += text
        else:
            self._add(Node(kind, text))

    def _cdata_begin(self) -> None:
        self._add(Node(CDATA))
        self._in_cdata = True

    def _cdata_end(self) -> None:
        self._in_cdata = False

    def _comment(self, text: str) -> None:
        if self._doctype < 0:
            self._add(Node(COMMENT, text))

    def _instruction(self, target: str, data: str) -> None:
        if self._doctype < 0:
            self._add(Node(INSTRUCTION, f"{target} {data}".rstrip()))
