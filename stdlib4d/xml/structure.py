"""Changing a tree: elements made, copied, renamed and removed, and nodes of other kinds added."""

from __future__ import annotations

from ..array_variables import one_dimensional, same_size
from ..blobs import Blob4D, bytes_of
from ..errors import ARGUMENT_UNEXPECTED, LanguageError
from ..references import Array
from ..registry import command
from .characters import checked_comment, checked_instruction, checked_name, checked_text, with_line_feeds
from .content import set_attributes
from .nodes import (
    CDATA,
    COMMENT,
    DATA,
    DOCTYPE,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    MAX_DEPTH,
    MAX_NODES,
    Document,
    Element,
    Node,
    copied,
    depth_of,
    document_of,
    place_of,
)
from .parsing import fragment, parse
from .paths import make
from .problem import BAD_REFERENCE, MISPLACED, NULL_REFERENCE, TOO_LARGE, Unreadable, accounted, problem
from .trees import element_at, node_at, trees
from .values import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value


# ------------------------------------------------------------------ elements


@command(
    "DOM Create XML element",
    865,
    "( elementRef : Text ; xPath : Text {; ...(attribName : Text ; attrValue : any)} ) : Text",
)
def dom_create_xml_element(run: Run, reference: str, path: str, *pairs: Value) -> str:
    """Makes an element at a path, with attributes (commands/dom-create-xml-element.md)."""
    return _created(run, "DOM Create XML element", reference, path, list(pairs))


@command(
    "DOM Create XML element arrays",
    1097,
    "( elementRef : Text ; xPath : Text {; ...(attribNamesArray : Array ; attribValuesArray : Array)} ) : Text",
)
def dom_create_xml_element_arrays(run: Run, reference: str, path: str, *arrays: Array) -> str:
    """Makes an element at a path, with attributes from arrays (commands/dom-create-xml-element-arrays.md)."""
    name = "DOM Create XML element arrays"
    return _created(run, name, reference, path, paired(name, arrays))


def paired(name: str, arrays: tuple[Array, ...]) -> list[Value]:
    """Names and values in turn, from pairs of arrays of them."""
    if len(arrays) % 2:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last array of names has no values")
    pairs: list[Value] = []
    for names, values in zip(arrays[::2], arrays[1::2], strict=True):
        same_size(name, (one_dimensional(name, names), one_dimensional(name, values)))
        for key, value in zip(names.items[1:], values.items[1:], strict=True):
            pairs += (key, value)
    return pairs


def _created(run: Run, name: str, reference: str, path: str, pairs: list[Value]) -> str:
    with accounted(run, name, NULL_REFERENCE):
        start = element_at(run, name, reference, document=True)
        trial = Element("x")
        set_attributes(run, name, document_of(start), trial, pairs)
        made = make(name, start, path)
        made.attributes.update(trial.attributes)
        return trees(run).register(made)


def _copy_for(name: str, parent: Element, source: Element) -> Element:
    """A copy of *source* that *parent* can take."""
    _check_room(name, parent, source)
    twin = copied(source)
    if not isinstance(twin, Element):
        raise TypeError("the copy of an element is one")
    return twin


def _check_room(name: str, parent: Element, *nodes: Node) -> None:
    """Counts *nodes* and all below them for the document of *parent*; an error when that is too many or too deep."""
    count = 0
    waiting = [(node, depth_of(parent) + 1) for node in nodes]
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if isinstance(node, Element):
            if depth > MAX_DEPTH:
                raise problem(TOO_LARGE, f"{name}: elements are nested deeper than {MAX_DEPTH}")
            waiting += [(child, depth + 1) for child in node.children]
    document = document_of(parent)
    if document.size + count > MAX_NODES:
        raise problem(TOO_LARGE, f"{name}: a tree cannot have more than {MAX_NODES} nodes")
    document.size += count


@command("DOM Append XML element", 1082, "( targetElementRef : Text ; sourceElementRef : Text ) : Text")
def dom_append_xml_element(run: Run, target: str, source: str) -> str:
    """Appends a copy of an element to the children of another (commands/dom-append-xml-element.md)."""
    name = "DOM Append XML element"
    with accounted(run, name, NULL_REFERENCE):
        parent = element_at(run, name, target, "targetElementRef")
        made = _copy_for(name, parent, element_at(run, name, source, "sourceElementRef"))
        parent.append(made)
        document_of(parent).changes += 1
        return trees(run).register(made)


@command(
    "DOM Insert XML element",
    1083,
    "( targetElementRef : Text ; sourceElementRef : Text ; childIndex : Integer ) : Text",
)
def dom_insert_xml_element(run: Run, target: str, source: str, index: int) -> str:
    """Puts a copy of an element before a child of another (commands/dom-insert-xml-element.md)."""
    name = "DOM Insert XML element"
    with accounted(run, name, NULL_REFERENCE):
        parent = element_at(run, name, target, "targetElementRef")
        made = _copy_for(name, parent, element_at(run, name, source, "sourceElementRef"))
        elements = parent.elements
        if not 1 <= index <= len(elements):
            index = 1
        parent.insert(place_of(elements[index - 1]) if elements else 0, made)
        document_of(parent).changes += 1
        return trees(run).register(made)


@command("DOM REMOVE XML ELEMENT", 869, "( elementRef : Text )")
def dom_remove_xml_element(run: Run, reference: str) -> None:
    """Removes an element with all that is in it (commands/dom-remove-xml-element.md)."""
    name = "DOM REMOVE XML ELEMENT"
    with accounted(run, name):
        node = node_at(run, name, reference)
        parent = node.parent
        if parent is None or (parent.kind == DOCUMENT and node.kind == ELEMENT):
            raise problem(
                BAD_REFERENCE, f"{name}: elementRef: the root cannot be removed", "DOM CLOSE XML frees it"
            )
        document = document_of(node)
        trees(run).forget(node)
        if node.kind < 0:
            parent.attributes.pop(node.text, None)
        else:
            del parent.children[place_of(node)]
        document.changes += 1


@command("DOM SET XML ELEMENT NAME", 867, "( elementRef : Text ; elementName : Text )")
def dom_set_xml_element_name(run: Run, reference: str, called: str) -> None:
    """Renames an element (commands/dom-set-xml-element-name.md)."""
    name = "DOM SET XML ELEMENT NAME"
    with accounted(run, name):
        element = element_at(run, name, reference)
        element.name = checked_name(called, "element")
        document_of(element).changes += 1


# ------------------------------------------------------------------ other nodes


@command(
    "DOM Append XML child node", 1080, "( elementRef : Text ; childType : Integer ; childValue : any ) : Text"
)
def dom_append_xml_child_node(run: Run, reference: str, kind: int, value: Value) -> str:
    """Appends a text, CDATA, comment, instruction, document type or element (commands/dom-append-xml-child-node.md).

    Of several elements in one text, the result is the first.
    """
    name = "DOM Append XML child node"
    with accounted(run, name, NULL_REFERENCE):
        parent = element_at(run, name, reference, document=True)
        document = document_of(parent)
        if isinstance(value, (bytes, Blob4D)):
            text = bytes_of(value).decode("utf-8", "replace")
        else:
            text = text_of(run, name, value, document.options)
        text = with_line_feeds(text)
        if kind == DOCTYPE:
            made = _set_doctype(run, document, text)
        else:
            nodes = _nodes(name, kind, text)
            _check_room(name, parent, *nodes)
            made = nodes[0]
            if parent is document:
                if kind not in (COMMENT, INSTRUCTION):
                    raise problem(
                        MISPLACED, f"{name}: childType: a document takes comments, instructions and a type"
                    )
                document.insert(place_of(document.root), made)
            else:
                for node in nodes:
                    parent.append(node)
        document.changes += 1
        return trees(run).register(made)


def _nodes(name: str, kind: int, text: str) -> list[Node]:
    if kind in (DATA, CDATA):
        return [Node(kind, checked_text(text))]
    if kind == COMMENT:
        return [Node(kind, checked_comment(text))]
    if kind == INSTRUCTION:
        return [Node(kind, checked_instruction(text))]
    if kind != ELEMENT:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"{name}: childType: wanted 2, 3, 6, 7, 10 or 11, got {kind}"
        )
    if "<" in text:
        found = list(fragment(checked_text(text)))
        if found:
            return found
    return [Element(checked_name(text, "element"))]


def _set_doctype(run: Run, document: Document, text: str) -> Node:
    """Makes *text*, the inside of a document type declaration, that of *document*."""
    text = checked_text(text).strip()
    if text.startswith("<!DOCTYPE"):
        text = text.removeprefix("<!DOCTYPE").removesuffix(">").strip()
    try:
        checked = parse(f"<!DOCTYPE {text}><x/>").doctype
    except Unreadable as wrong:
        raise Unreadable(f"{wrong.message} in the document type {text}") from None
    if checked is None or checked.text != text:
        raise Unreadable(f"this is no document type: {text}")
    former = document.doctype
    if former is not None:
        trees(run).forget(former)
        del document.children[place_of(former)]
    made = Node(DOCTYPE, text)
    document.insert(0, made)
    return made
