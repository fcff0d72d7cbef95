"""Values and attributes of elements, set and read."""

from __future__ import annotations

from ..array_variables import array_in, fill
from ..errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from ..references import Pointer, assign_through
from ..registry import command
from ..values import StarType, type_name
from . import options as o
from .characters import checked_name, checked_text, with_line_feeds
from .nodes import CDATA, DATA, Document, Element, Node, content, document_of
from .parsing import fragment
from .paths import bad_path, find, only_element
from .problem import MISSING, Unreadable, accounted, problem
from .trees import element_at, node_at, trees
from .values import receive, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value

_UNSET = object()


# ------------------------------------------------------------------ values


@command(
    "DOM SET XML ELEMENT VALUE",
    868,
    "( elementRef : Text ; xPath : any {; elementValue : any {; * : Operator}} )",
)
def dom_set_xml_element_value(
    run: Run, reference: str, path: Value, value: Value = _UNSET, star: StarType | None = None
) -> None:
    """Sets the text of an element, or of the one at a path, as CDATA with * (commands/dom-set-xml-element-value.md).

    Other elements in it stay, behind the new text.
    """
    name = "DOM SET XML ELEMENT VALUE"
    if value is _UNSET or isinstance(value, StarType):
        star = value if isinstance(value, StarType) else None
        value, path = path, ""
    with accounted(run, name):
        if path.__class__ is not str:
            raise LanguageError(TYPE_MISMATCH, f"{name}: xPath: wanted Text, got {type_name(path)}")
        node = node_at(run, name, reference)
        if path:
            found = find(name, only_element(name, node, "elementRef"), path)
            if not found:
                raise bad_path(name, path, "it leads to nothing")
            node = found[0]
        document = document_of(node)
        text = checked_text(with_line_feeds(text_of(run, name, value, document.options)))
        if not isinstance(node, Element):
            _set_leaf(name, node, text)
        else:
            element = only_element(name, node, "the document")
            made = _value_nodes(document, value, text, star is not None)
            known = trees(run)
            for child in element.children:
                if child.kind in (DATA, CDATA):
                    known.forget(child)
            element.children[:] = made + [c for c in element.children if c.kind not in (DATA, CDATA)]
            for child in made:
                child.parent = element
        document.changes += 1


def _set_leaf(name: str, node: Node, text: str) -> None:
    if node.kind in (DATA, CDATA):
        node.text = text
    elif node.kind < 0 and node.parent is not None:
        node.parent.attributes[node.text] = text
    else:
        raise problem(MISSING, f"{name}: elementRef: this node has no value that can be set")


def _value_nodes(document: Document, value: Value, text: str, star: bool) -> list[Node]:
    """The nodes for a value: one text, a CDATA section, or what a text of raw XML holds."""
    if star:
        return [Node(CDATA, text)]
    if isinstance(value, str) and document.options[o.STRING_ENCODING] == o.RAW_DATA:
        try:
            return list(fragment(text))
        except Unreadable:
            return [Node(CDATA, text)]
    return [Node(DATA, text)] if text else []


@command(
    "DOM GET XML ELEMENT VALUE", 731, "( elementRef : Text ; elementValue : Variable {; cDATA : Variable} )"
)
def dom_get_xml_element_value(
    run: Run, reference: str, variable: Pointer, cdata: Pointer | None = None
) -> None:
    """Reads the text of an element, and that of its CDATA sections (commands/dom-get-xml-element-value.md)."""
    name = "DOM GET XML ELEMENT VALUE"
    with accounted(run, name):
        node = node_at(run, name, reference)
        receive(run, name, content(node), variable)
        if cdata is not None:
            receive(run, name, content(node, CDATA) if isinstance(node, Element) else "", cdata)


@command("DOM GET XML ELEMENT NAME", 730, "( elementRef : Text ; elementName : Variable )")
def dom_get_xml_element_name(run: Run, reference: str, variable: Pointer) -> None:
    """Reads the name of an element (commands/dom-get-xml-element-name.md)."""
    name = "DOM GET XML ELEMENT NAME"
    with accounted(run, name):
        assign_through(variable, element_at(run, name, reference, document=True).name)


# ------------------------------------------------------------------ attributes


def set_attributes(run: Run, name: str, document: Document, element: Element, pairs: list[Value]) -> None:
    """Sets attributes from names and values in turn; none when one of them is wrong."""
    if len(pairs) % 2:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last attribute has no value")
    made: dict[str, str] = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        if key.__class__ is not str:
            raise LanguageError(TYPE_MISMATCH, f"{name}: attribName: wanted Text, got {type_name(key)}")
        text = text_of(run, name, value, document.options)
        made[checked_name(key, "attribute")] = checked_text(text)
    element.attributes.update(made)


@command(
    "DOM SET XML ATTRIBUTE",
    866,
    "( elementRef : Text ; attribName : Text ; attrValue : any {; ...(attribName : Text ; attrValue : any)} )",
)
def dom_set_xml_attribute(run: Run, reference: str, *pairs: Value) -> None:
    """Sets attributes of an element (commands/dom-set-xml-attribute.md)."""
    name = "DOM SET XML ATTRIBUTE"
    with accounted(run, name):
        element = element_at(run, name, reference)
        document = document_of(element)
        set_attributes(run, name, document, element, list(pairs))
        document.changes += 1


@command("DOM REMOVE XML ATTRIBUTE", 1084, "( elementRef : Text ; attribName : Text )")
def dom_remove_xml_attribute(run: Run, reference: str, called: str) -> None:
    """Removes an attribute; it is an error when there is none (commands/dom-remove-xml-attribute.md)."""
    name = "DOM REMOVE XML ATTRIBUTE"
    with accounted(run, name):
        element = element_at(run, name, reference)
        _require(name, element, called)
        del element.attributes[called]
        document_of(element).changes += 1


def _require(name: str, element: Element, called: str) -> None:
    if called not in element.attributes:
        raise problem(MISSING, f'{name}: attribName: {element.name} has no attribute "{called}"')


@command("DOM Count XML attributes", 727, "( elementRef : Text ) : Integer")
def dom_count_xml_attributes(run: Run, reference: str) -> int:
    """Returns the number of attributes (commands/dom-count-xml-attributes.md)."""
    name = "DOM Count XML attributes"
    with accounted(run, name, 0):
        return len(element_at(run, name, reference).attributes)


@command(
    "DOM GET XML ATTRIBUTE BY INDEX",
    729,
    "( elementRef : Text ; attribIndex : Integer ; attribName : Variable ; attribValue : Variable )",
)
def dom_get_xml_attribute_by_index(
    run: Run, reference: str, index: int, called: Pointer, variable: Pointer
) -> None:
    """Reads an attribute by its number in the order of their names (commands/dom-get-xml-attribute-by-index.md)."""
    name = "DOM GET XML ATTRIBUTE BY INDEX"
    with accounted(run, name):
        element = element_at(run, name, reference)
        names = sorted(element.attributes)
        if not 1 <= index <= len(names):
            raise problem(
                MISSING, f"{name}: attribIndex: {element.name} has {len(names)} attributes, got {index}"
            )
        assign_through(called, names[index - 1])
        receive(run, name, element.attributes[names[index - 1]], variable)


@command(
    "DOM GET XML ATTRIBUTE BY NAME", 728, "( elementRef : Text ; attribName : Text ; attribValue : Variable )"
)
def dom_get_xml_attribute_by_name(run: Run, reference: str, called: str, variable: Pointer) -> None:
    """Reads an attribute by its name (commands/dom-get-xml-attribute-by-name.md)."""
    name = "DOM GET XML ATTRIBUTE BY NAME"
    with accounted(run, name):
        element = element_at(run, name, reference)
        _require(name, element, called)
        receive(run, name, element.attributes[called], variable)


def put_attributes(
    name: str, attributes: dict[str, str], names: Pointer | None, values: Pointer | None
) -> None:
    """Fills the arrays in two variables, in the order of the document."""
    for variable, items in ((names, list(attributes)), (values, list(attributes.values()))):
        if variable is not None:
            fill(array_in(name, variable, "Text"), items)
