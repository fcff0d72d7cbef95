"""Finding the way in a tree: parents, children, siblings, elements by name, by path and by ID."""

from __future__ import annotations

from ..array_variables import array_in, fill
from ..references import Pointer, assign_through
from ..registry import command
from . import options as o
from .content import put_attributes
from .nodes import Element, Node, content, descendants, document_of, place_of
from .paths import find
from .problem import NULL_REFERENCE, accounted
from .trees import element_at, node_at, trees
from .values import receive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..host import Run


def _first(nodes: Iterable[Node]) -> Element | None:
    return next((node for node in nodes if isinstance(node, Element)), None)


def _step(
    run: Run,
    name: str,
    reference: str,
    way: Callable[[Node], Element | None],
    called: Pointer | None = None,
    value: Pointer | None = None,
) -> str:
    """The reference of where *way* leads from a node; name and value of that go into the variables.

    Where it leads nowhere, ``OK`` is 0 and the result the null reference.
    """
    with accounted(run, name, NULL_REFERENCE):
        found = way(node_at(run, name, reference))
        if found is not None:
            if called is not None:
                assign_through(called, found.name)
            if value is not None:
                receive(run, name, content(found), value)
            return trees(run).register(found)
    run.set_ok(0)
    return NULL_REFERENCE


def _children(node: Node) -> list[Node]:
    return node.children if isinstance(node, Element) else []


def _sibling(node: Node, step: int) -> Element | None:
    siblings = node.parent.children if node.parent is not None and node.kind >= 0 else []
    place = place_of(node) + step if siblings else 0
    while 0 <= place < len(siblings):
        found = siblings[place]
        if isinstance(found, Element):
            # So that nobody has to look for it.
            found.place = place
            return found
        place += step
    return None


@command(
    "DOM Get first child XML element",
    723,
    "( elementRef : Text {; childElemName : Variable {; childElemValue : Variable}} ) : Text",
)
def dom_get_first_child_xml_element(
    run: Run, reference: str, called: Pointer | None = None, value: Pointer | None = None
) -> str:
    """Returns the first child that is an element (commands/dom-get-first-child-xml-element.md)."""
    name = "DOM Get first child XML element"
    return _step(run, name, reference, lambda node: _first(_children(node)), called, value)


@command(
    "DOM Get last child XML element",
    925,
    "( elementRef : Text {; childElemName : Variable {; childElemValue : Variable}} ) : Text",
)
def dom_get_last_child_xml_element(
    run: Run, reference: str, called: Pointer | None = None, value: Pointer | None = None
) -> str:
    """Returns the last child that is an element (commands/dom-get-last-child-xml-element.md)."""
    name = "DOM Get last child XML element"
    return _step(run, name, reference, lambda node: _first(reversed(_children(node))), called, value)


@command(
    "DOM Get next sibling XML element",
    724,
    "( elementRef : Text {; siblingElemName : Variable {; siblingElemValue : Variable}} ) : Text",
)
def dom_get_next_sibling_xml_element(
    run: Run, reference: str, called: Pointer | None = None, value: Pointer | None = None
) -> str:
    """Returns the next element beside one (commands/dom-get-next-sibling-xml-element.md)."""
    name = "DOM Get next sibling XML element"
    return _step(run, name, reference, lambda node: _sibling(node, 1), called, value)


@command(
    "DOM Get previous sibling XML element",
    924,
    "( elementRef : Text {; siblingElemName : Variable {; siblingElemValue : Variable}} ) : Text",
)
def dom_get_previous_sibling_xml_element(
    run: Run, reference: str, called: Pointer | None = None, value: Pointer | None = None
) -> str:
    """Returns the element before one (commands/dom-get-previous-sibling-xml-element.md)."""
    name = "DOM Get previous sibling XML element"
    return _step(run, name, reference, lambda node: _sibling(node, -1), called, value)


@command(
    "DOM Get parent XML element",
    923,
    "( elementRef : Text {; parentElemName : Variable {; parentElemValue : Variable}} ) : Text",
)
def dom_get_parent_xml_element(
    run: Run, reference: str, called: Pointer | None = None, value: Pointer | None = None
) -> str:
    """Returns the parent: of the root the document, of that none (commands/dom-get-parent-xml-element.md)."""
    name = "DOM Get parent XML element"
    return _step(run, name, reference, lambda node: node.parent, called, value)


@command("DOM Get root XML element", 1053, "( elementRef : Text ) : Text")
def dom_get_root_xml_element(run: Run, reference: str) -> str:
    """Returns the root of the tree of a node (commands/dom-get-root-xml-element.md)."""
    name = "DOM Get root XML element"
    with accounted(run, name, ""):
        return trees(run).register(document_of(node_at(run, name, reference)).root)


@command("DOM Get XML document ref", 1088, "( elementRef : Text ) : Text")
def dom_get_xml_document_ref(run: Run, reference: str) -> str:
    """Returns the node above the root of a tree (commands/dom-get-xml-document-ref.md)."""
    return _step(run, "DOM Get XML document ref", reference, document_of)


# ------------------------------------------------------------------ by name, path and ID


def _named(parent: Node, called: str) -> list[Element]:
    """The children of an element that have a name, as far as the tree minds its case."""
    if not isinstance(parent, Element):
        return []
    if document_of(parent).options[o.CASE_SENSITIVITY] == o.CASE_SENSITIVE:
        return [child for child in parent.elements if child.name == called]
    folded = called.casefold()
    return [child for child in parent.elements if child.name.casefold() == folded]


@command("DOM Count XML elements", 726, "( elementRef : Text ; elementName : Text ) : Integer")
def dom_count_xml_elements(run: Run, reference: str, called: str) -> int:
    """Returns how many children have a name (commands/dom-count-xml-elements.md)."""
    name = "DOM Count XML elements"
    with accounted(run, name, 0):
        return len(_named(element_at(run, name, reference, document=True), called))


@command(
    "DOM Get XML element",
    725,
    "( elementRef : Text ; elementName : Text ; index : Integer"
    " {; elementValue : Variable {; attrNames : Variable {; attrValues : Variable}}} ) : Text",
)
def dom_get_xml_element(
    run: Run,
    reference: str,
    called: str,
    index: int,
    value: Pointer | None = None,
    names: Pointer | None = None,
    values: Pointer | None = None,
) -> str:
    """Returns a child by name and number, with its value and attributes (commands/dom-get-xml-element.md)."""
    name = "DOM Get XML element"

    def way(node: Node) -> Element | None:
        alike = _named(node, called)
        if not 1 <= index <= len(alike):
            return None
        put_attributes(name, alike[index - 1].attributes, names, values)
        return alike[index - 1]

    return _step(run, name, reference, way, None, value)


@command(
    "DOM Find XML element", 864, "( elementRef : Text ; xPath : Text {; arrElementRefs : Variable} ) : Text"
)
def dom_find_xml_element(run: Run, reference: str, path: str, variable: Pointer | None = None) -> str:
    """Returns the first node at an XPath, and all of them in an array (commands/dom-find-xml-element.md)."""
    name = "DOM Find XML element"
    with accounted(run, name, NULL_REFERENCE):
        found = find(name, element_at(run, name, reference, document=True), path)
        if variable is not None:
            fill(array_in(name, variable, "Text"), [trees(run).register(node) for node in found])
        if found:
            return trees(run).register(found[0])
    run.set_ok(0)
    return NULL_REFERENCE


@command("DOM Find XML element by ID", 1010, "( elementRef : Text ; id : Text ) : Text")
def dom_find_xml_element_by_id(run: Run, reference: str, value: str) -> str:
    """Returns the first element of the tree with an attribute id (commands/dom-find-xml-element-by-id.md)."""

    def way(node: Node) -> Element | None:
        elements = (one for one in descendants(document_of(node).root) if isinstance(one, Element))
        return next((one for one in elements if one.attributes.get("id") == value), None)

    return _step(run, "DOM Find XML element by ID", reference, way)


@command(
    "DOM GET XML CHILD NODES",
    1081,
    "( elementRef : Text ; childTypesArr : Variable ; nodeRefsArr : Variable )",
)
def dom_get_xml_child_nodes(run: Run, reference: str, kinds: Pointer, values: Pointer) -> None:
    """Reads types, and values or references, of all children (commands/dom-get-xml-child-nodes.md)."""
    name = "DOM GET XML CHILD NODES"
    with accounted(run, name):
        children = element_at(run, name, reference, document=True).children
        fill(array_in(name, kinds, "Integer"), [child.kind for child in children])
        known = trees(run)
        texts = [known.register(c) if isinstance(c, Element) else c.text for c in children]
        fill(array_in(name, values, "Text"), texts)
