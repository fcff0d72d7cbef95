"""XML read from an open document, node by node: SAX Get XML node and what tells of the node."""

from __future__ import annotations

import codecs
import pyexpat
from collections import deque

from ..files.problem import guarded
from ..references import Pointer, assign_through
from ..registry import command
from ..values import Time
from .content import put_attributes
from .nodes import CDATA, COMMENT, DATA, INSTRUCTION, MAX_DEPTH
from .parsing import codec_of, message_of
from .problem import MISPLACED, Unreadable, accounted, problem
from .sax import SaxDocument, document_at
from .trees import trees
from .values import receive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run

#: Events beside the kinds of nodes (theme XML).
START_DOCUMENT, START_ELEMENT, END_ELEMENT, ENTITY, END_DOCUMENT = 1, 4, 5, 8, 9
_CHUNK = 1 << 16
_CLOSED = "XML start Document, XML comment … are the results of SAX Get XML node"


class Event:
    """One step of the document. ``name`` and ``text`` are what it is about: a name, a value."""

    __slots__ = ("attributes", "kind", "name", "text")

    def __init__(
        self, kind: int, text: str = "", name: str = "", attributes: dict[str, str] | None = None
    ) -> None:
        self.kind = kind
        self.text = text
        self.name = name
        self.attributes = attributes or {}


class Reader:
    """A document and the events that come next.

    Entities are not expanded in texts, each is an event; in attributes they are, as far as Expat allows.
    """

    def __init__(self, sax: SaxDocument, entities: bool) -> None:
        self._sax = sax
        self._external = entities
        self._events: deque[Event] = deque()
        self._texts: list[str] = []
        self._in_doctype = False
        self._depth = 0
        self._entities: dict[str, str] = {}
        self.encoding, self.version, self.standalone = "UTF-8", "1.0", False
        self.now: Event | None = None
        self._decoder: codecs.IncrementalDecoder | None = None
        parser = self._parser = pyexpat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EndDoctypeDeclHandler = self._doctype_end
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        # It, and not DefaultHandlerExpand: so entities are not expanded but come here.
        parser.DefaultHandler = self._other
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.StartCdataSectionHandler = self._cdata_begin
        parser.EndCdataSectionHandler = self._cdata_end
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        self._events.append(Event(START_DOCUMENT))

    def next(self) -> Event:
        """The next event; at the end it stays the last one."""
        if self.now is None:
            # The first event tells the declaration, which must have been read for it.
            self._feed()
        while not self._events:
            self._feed()
        self.now = self._events.popleft()
        if self.now.kind == END_DOCUMENT:
            self._events.append(self.now)
        return self.now

    def _feed(self) -> None:
        file = self._sax.file
        data = file.file.read(file.place, _CHUNK)
        if self._decoder is None:
            codec, skipped = codec_of(data)
            self._decoder = codecs.getincrementaldecoder(codec)("strict")
            file.place += skipped
            file.codec = codec
            data = data[skipped:]
        file.place += len(data)
        try:
            text = self._decoder.decode(data, not data)
            self._parser.Parse(text.encode("utf-8"), not data)
        except UnicodeDecodeError as wrong:
            row = self._parser.CurrentLineNumber
            raise Unreadable(f"what follows is no character of {wrong.encoding}", row, 1) from None
        except pyexpat.ExpatError as error:
            raise message_of(error) from None
        except Unreadable as wrong:
            wrong.row, wrong.column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            raise
        if not data:
            self._add(Event(END_DOCUMENT))

    def _add(self, event: Event) -> None:
        self._flush(DATA)
        self._events.append(event)

    def _flush(self, kind: int) -> None:
        """Makes an event of the text that came in pieces."""
        if self._texts or kind == CDATA:
            self._events.append(Event(kind, "".join(self._texts)))
            self._texts.clear()

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self.version, self.encoding, self.standalone = version, encoding or "UTF-8", standalone == 1

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        self._in_doctype = True

    def _doctype_end(self) -> None:
        self._in_doctype = False

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
        if system is not None and not self._external:
            raise Unreadable(f"the external entity {name} is not allowed")
        if not parameter:
            self._entities.setdefault(name, value or "")

    def _skipped(self, name: str, parameter: bool) -> None:
        if not parameter:
            self._add(Event(ENTITY, self._entities.get(name, ""), name))

    def _other(self, text: str) -> None:
        if not self._in_doctype and text.startswith("&"):
            name = text[1:-1]
            self._add(Event(ENTITY, self._entities.get(name, ""), name))

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable(f"elements are nested deeper than {MAX_DEPTH}")
        named = dict(zip(attributes[::2], attributes[1::2], strict=True))
        self._add(Event(START_ELEMENT, name=name, attributes=named))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._add(Event(END_ELEMENT, name=name))

    def _cdata_begin(self) -> None:
        self._flush(DATA)

    def _cdata_end(self) -> None:
        self._flush(CDATA)

    def _comment(self, text: str) -> None:
        if not self._in_doctype:
            self._add(Event(COMMENT, text))

    def _instruction(self, target: str, data: str) -> None:
        if not self._in_doctype:
            self._add(Event(INSTRUCTION, data, target))


@command("SAX Get XML node", 860, "( document : Time ) : Integer")
def sax_get_xml_node(run: Run, reference: Time) -> int:
    """Reads on to the next node and returns its kind (commands/sax-get-xml-node.md)."""
    name = "SAX Get XML node"
    sax = document_at(run, name, reference)
    known = trees(run)
    with accounted(run, name, END_DOCUMENT), guarded(name, sax.file.path):
        if sax.reader is None:
            sax.reader = Reader(sax, known.external_entities)
        try:
            return sax.reader.next().kind
        except Unreadable as failure:
            known.failure = failure
            raise


def _event(run: Run, name: str, reference: Time, *kinds: int) -> tuple[Reader, Event]:
    """The node that SAX Get XML node came to last, which must be of one of *kinds*."""
    reader = document_at(run, name, reference).reader
    if reader is None or reader.now is None:
        raise problem(MISPLACED, f"{name}: document: nothing was read yet", "call SAX Get XML node first")
    if reader.now.kind not in kinds:
        wanted = " or ".join(map(str, kinds))
        raise problem(
            MISPLACED,
            f"{name}: document: wanted a node of kind {wanted}, got one of kind {reader.now.kind}",
            _CLOSED,
        )
    return reader, reader.now


@command(
    "SAX GET XML DOCUMENT VALUES",
    873,
    "( document : Time ; encoding : Variable ; version : Variable ; standalone : Variable )",
)
def sax_get_xml_document_values(
    run: Run, reference: Time, encoding: Pointer, version: Pointer, standalone: Pointer
) -> None:
    """Reads what the declaration says (commands/sax-get-xml-document-values.md)."""
    name = "SAX GET XML DOCUMENT VALUES"
    with accounted(run, name):
        reader, _ = _event(run, name, reference, START_DOCUMENT)
        assign_through(encoding, reader.encoding)
        assign_through(version, reader.version)
        assign_through(standalone, reader.standalone)


@command(
    "SAX GET XML ELEMENT",
    876,
    "( document : Time ; name : Variable ; prefix : Variable ; attrNames : Variable ; attrValues : Variable )",
)
def sax_get_xml_element(
    run: Run, reference: Time, called: Pointer, prefix: Pointer, names: Pointer, values: Pointer
) -> None:
    """Reads name, prefix and attributes of an element; at its end no attributes (commands/sax-get-xml-element.md)."""
    name = "SAX GET XML ELEMENT"
    with accounted(run, name):
        _, event = _event(run, name, reference, START_ELEMENT, END_ELEMENT)
        before, _, local = event.name.rpartition(":")
        assign_through(called, local)
        assign_through(prefix, before)
        if event.kind == START_ELEMENT:
            put_attributes(name, event.attributes, names, values)


@command("SAX GET XML ELEMENT VALUE", 877, "( document : Time ; value : Variable )")
def sax_get_xml_element_value(run: Run, reference: Time, variable: Pointer) -> None:
    """Reads a text; into a Blob variable the bytes that it is in base64 (commands/sax-get-xml-element-value.md)."""
    name = "SAX GET XML ELEMENT VALUE"
    with accounted(run, name):
        receive(run, name, _event(run, name, reference, DATA)[1].text, variable)


@command("SAX GET XML CDATA", 878, "( document : Time ; value : Variable )")
def sax_get_xml_cdata(run: Run, reference: Time, variable: Pointer) -> None:
    """Reads a CDATA section (commands/sax-get-xml-cdata.md)."""
    name = "SAX GET XML CDATA"
    with accounted(run, name):
        receive(run, name, _event(run, name, reference, CDATA)[1].text, variable)


@command("SAX GET XML COMMENT", 874, "( document : Time ; comment : Variable )")
def sax_get_xml_comment(run: Run, reference: Time, variable: Pointer) -> None:
    """Reads a comment (commands/sax-get-xml-comment.md)."""
    name = "SAX GET XML COMMENT"
    with accounted(run, name):
        assign_through(variable, _event(run, name, reference, COMMENT)[1].text)


@command("SAX GET XML ENTITY", 879, "( document : Time ; name : Variable ; value : Variable )")
def sax_get_xml_entity(run: Run, reference: Time, called: Pointer, variable: Pointer) -> None:
    """Reads name and value of an entity that the text refers to (commands/sax-get-xml-entity.md)."""
    name = "SAX GET XML ENTITY"
    with accounted(run, name):
        event = _event(run, name, reference, ENTITY)[1]
        assign_through(called, event.name)
        assign_through(variable, event.text)


@command(
    "SAX GET XML PROCESSING INSTRUCTION", 875, "( document : Time ; name : Variable ; value : Variable )"
)
def sax_get_xml_processing_instruction(run: Run, reference: Time, called: Pointer, variable: Pointer) -> None:
    """Reads target and data of a processing instruction (commands/sax-get-xml-processing-instruction.md)."""
    name = "SAX GET XML PROCESSING INSTRUCTION"
    with accounted(run, name):
        event = _event(run, name, reference, INSTRUCTION)[1]
        assign_through(called, event.name)
        assign_through(variable, event.text)
