"""Trees from and to the world: DOM Create XML Ref, DOM Parse XML …, DOM EXPORT TO …, and what a tree says of itself."""

from __future__ import annotations

import re

from ..blobs import bytes_of
from ..errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from ..files import charset as charsets
from ..files.lists import choose
from ..files.location import system_path
from ..files.problem import BAD_PATH as BAD_FILE_PATH
from ..files.problem import guarded
from ..references import Pointer, assign_through, dereference
from ..registry import command
from ..values import UNDEFINED, UNSET_OBJECT, NativeObject, type_name
from . import options as o
from .characters import checked_name, checked_text
from .nodes import Document, Element, document_of
from .parsing import MAX_SIZE, parse, text_in
from .problem import NULL_REFERENCE, TOO_LARGE, Unreadable, accounted, problem
from .trees import element_at, node_at, trees
from .writing import document_bytes, document_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..host import Run
    from ..values import Value

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
#: Name, public and system identifier of a document type.
_DOCTYPE = re.compile(
    r"(\S+)(?:\s+(?:PUBLIC\s+(?:\"([^\"]*)\"|'([^']*)')|SYSTEM)(?:\s+(?:\"([^\"]*)\"|'([^']*)'))?)?"
)
PUBLIC_ID, SYSTEM_ID, DOCTYPE_NAME, ENCODING, VERSION, DOCUMENT_URI = range(1, 7)


# ------------------------------------------------------------------ new trees


@command(
    "DOM Create XML Ref",
    861,
    "( root : Text {; nameSpace : Text {; ...(nameSpaceName : Text ; nameSpaceValue : Text)}} ) : Text",
)
def dom_create_xml_ref(run: Run, root: str, namespace: str = "", *pairs: str) -> str:
    """Makes a tree of a root element with its namespaces (commands/dom-create-xml-ref.md).

    The further names become attributes as they stand, as in the example of the page.
    """
    name = "DOM Create XML Ref"
    with accounted(run, name, NULL_REFERENCE):
        trees(run).check_room(name)
        if len(pairs) % 2:
            raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last namespace has no value")
        element = Element(checked_name(root, "element"))
        prefix, colon, _ = element.name.partition(":")
        if colon and not namespace:
            raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: nameSpace: {root} has a prefix and needs one")
        if namespace:
            element.attributes[f"xmlns:{prefix}" if colon else "xmlns"] = checked_text(namespace)
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            element.attributes[checked_name(key, "attribute")] = checked_text(value)
        document = Document()
        document.append(element)
        return trees(run).add(document)


def _on_disk(run: Run, name: str, path: str) -> str:
    """The absolute path on the disk for a path of the system; addresses of the network are an error."""
    if _URL.match(path):
        raise LanguageError(
            BAD_FILE_PATH, f"{name}: {path}: only files are read", hint="fetch it first, and parse the text"
        )
    return system_path(run.host.files, path)


def _read(run: Run, name: str, disk: str) -> bytes:
    """The content of the file at an absolute path."""
    files = run.host.files
    with guarded(name, disk):
        found = files.stat(disk)
        if found is not None and found.size > MAX_SIZE:
            raise problem(TOO_LARGE, f"{name}: {disk}: wanted {MAX_SIZE} bytes at most, got {found.size}")
        return files.read(disk)


def _resolver(run: Run, name: str, base: str) -> Callable[[str], bytes]:
    """Reads what a document at the path *base* refers to: files, with the permission to read them."""

    def resolve(place: str) -> bytes:
        from urllib.parse import unquote

        path = unquote(place[7:]) if place.startswith("file://") else place
        if path.startswith("/"):
            return _read(run, name, path)
        if _URL.match(path) or not base:
            return _read(run, name, _on_disk(run, name, path))
        return _read(run, name, f"{base.rpartition('/')[0]}/{path}")

    return resolve


def _parsed(
    run: Run,
    name: str,
    source: str | bytes,
    base: str,
    validation: bool,
    grammar: str,
) -> str:
    """The reference of the tree of *source*, which was valid where that is wanted."""
    known = trees(run)
    known.check_room(name)
    resolve = _resolver(run, name, base)
    try:
        text = source if isinstance(source, str) else text_in(source)
        document = parse(text, resolve if known.external_entities else None)
        if validation:
            from .validation import validate

            if grammar and not grammar.startswith("<?xml"):
                # Relative to the project, unlike what a document refers to.
                grammar = _on_disk(run, name, grammar)
            validate(text, grammar, resolve, known.external_entities)
    except Unreadable as failure:
        known.failure = failure
        raise
    known.failure = None
    return known.add(document)


@command("DOM Parse XML source", 719, "( document : Text {; validation : Boolean {; dtd : Text}} ) : Text")
def dom_parse_xml_source(run: Run, path: str, validation: bool = False, grammar: str = "") -> str:
    """Makes a tree of a file, which may have to be valid (commands/dom-parse-xml-source.md)."""
    name = "DOM Parse XML source"
    with accounted(run, name, NULL_REFERENCE):
        disk = _on_disk(run, name, path) if path else choose(run, "Open", "")
        if disk:
            return _parsed(run, name, _read(run, name, disk), disk, validation, grammar)
    run.set_ok(0)
    return NULL_REFERENCE


@command(
    "DOM Parse XML variable",
    720,
    "( variable : Blob, 4D.Blob, Text {; validation : Boolean {; dtd : Text}} ) : Text",
)
def dom_parse_xml_variable(run: Run, variable: Value, validation: bool = False, grammar: str = "") -> str:
    """Makes a tree of a text or blob, which may have to be valid (commands/dom-parse-xml-variable.md)."""
    name = "DOM Parse XML variable"
    with accounted(run, name, NULL_REFERENCE):
        source = variable if isinstance(variable, str) else bytes_of(variable)
        base = run.host.files.folder("package") + "/" if validation or trees(run).external_entities else ""
        return _parsed(run, name, source, base, validation, grammar)


# ------------------------------------------------------------------ trees as text


def _exported(run: Run, name: str, reference: str) -> tuple[Document, str]:
    """A tree, or an element as one of its own, as text with the line ends that its options want."""
    element = element_at(run, name, reference, document=True)
    document = document_of(element)
    whole = element is document or element is document.root
    text = document_text(document, None if whole else element)
    end = document.options.line_end
    return document, text if end == "\n" else text.replace("\n", end)


@command("DOM EXPORT TO VAR", 863, "( elementRef : Text ; vXmlVar : Variable )")
def dom_export_to_var(run: Run, reference: str, variable: Pointer) -> None:
    """Writes a tree into a Text or Blob variable (commands/dom-export-to-var.md)."""
    name = "DOM EXPORT TO VAR"
    with accounted(run, name):
        document, text = _exported(run, name, reference)
        held = dereference(variable)
        if isinstance(held, (bytes, NativeObject)) or held is UNSET_OBJECT:
            from ..blobs import put_blob

            put_blob(variable, document_bytes(document, text))
        elif isinstance(held, str) or held is UNDEFINED or held is None:
            assign_through(variable, text)
        else:
            raise LanguageError(
                TYPE_MISMATCH, f"{name}: vXmlVar: wanted a Text or Blob variable, got {type_name(held)}"
            )


@command("DOM EXPORT TO FILE", 862, "( elementRef : Text ; filePath : Text )")
def dom_export_to_file(run: Run, reference: str, path: str) -> None:
    """Writes a tree into a file (commands/dom-export-to-file.md)."""
    name = "DOM EXPORT TO FILE"
    with accounted(run, name):
        document, text = _exported(run, name, reference)
        disk = system_path(run.host.files, path) if path else choose(run, "Save", "")
        if disk:
            with guarded(name, path):
                run.host.files.write(disk, document_bytes(document, text))
    if not disk:
        run.set_ok(0)


@command(
    "DOM SET XML DECLARATION",
    859,
    "( elementRef : Text ; encoding : Text {; standalone : Boolean {; indentation : Boolean}} )",
)
def dom_set_xml_declaration(
    run: Run, reference: str, encoding: str, standalone: bool = False, indentation: bool | None = None
) -> None:
    """Sets character set and the standalone property of a tree (commands/dom-set-xml-declaration.md)."""
    name = "DOM SET XML DECLARATION"
    with accounted(run, name):
        document = document_of(node_at(run, name, reference))
        document.encoding = supported(encoding)
        document.standalone = standalone
        if indentation is not None:
            document.options[o.INDENTATION] = o.INDENTED if indentation else o.NOT_INDENTED


def supported(encoding: str) -> str:
    """The name of a character set; UTF-8 for one that is unknown."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", encoding)
    return encoding if plain and charsets.codec_named(encoding) else "UTF-8"


@command("DOM Get XML information", 721, "( elementRef : Text ; xmlInfo : Integer ) : Text")
def dom_get_xml_information(run: Run, reference: str, what: int) -> str:
    """Returns a property of a tree: encoding, version, identifiers … (commands/dom-get-xml-information.md)."""
    name = "DOM Get XML information"
    with accounted(run, name, ""):
        document = document_of(node_at(run, name, reference))
        if what == ENCODING:
            return document.encoding
        if what == VERSION:
            return document.version
        if what not in (PUBLIC_ID, SYSTEM_ID, DOCTYPE_NAME, DOCUMENT_URI):
            raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: xmlInfo: wanted 1 to 6, got {what}")
        found = _DOCTYPE.match(document.doctype.text) if document.doctype is not None else None
        if found is None:
            return ""
        if what == DOCTYPE_NAME:
            return found[1].partition("[")[0]
        if what == PUBLIC_ID:
            return found[2] or found[3] or ""
        return found[4] or found[5] or ""
