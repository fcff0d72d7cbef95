"""The XML trees of a run: which node goes by which reference, and what went wrong last.

A reference is sixteen hexadecimal digits; none is used twice, so that one of a closed tree leads nowhere.
"""

from __future__ import annotations

from ..references import Pointer, assign_through
from ..registry import command
from .nodes import DOCUMENT, Document, Element, Node, descendants, document_of
from .problem import BAD_REFERENCE, TOO_LARGE, accounted, problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from .problem import Unreadable

#: How many trees may be open at a time.
MAX_OPEN = 1000
_SETTING = "xml"


class Trees:
    """What a run knows of XML."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.open = 0
        self._last = 0
        self.external_entities = False
        self.failure: Unreadable | None = None

    def register(self, node: Node) -> str:
        """The reference of *node*."""
        if not node.reference:
            self._last += 1
            node.reference = f"{self._last:016X}"
            self.nodes[node.reference] = node
            document_of(node).references.add(node.reference)
        return node.reference

    def forget(self, node: Node) -> None:
        """Takes the references of *node* and all below it, which is still in its document."""
        known = document_of(node).references
        for one in descendants(node):
            if one.reference:
                known.discard(one.reference)
                del self.nodes[one.reference]

    def close(self, document: Document) -> None:
        """Ends the use of a whole tree."""
        for reference in document.references:
            del self.nodes[reference]
        document.references.clear()
        self.open -= 1

    def add(self, document: Document) -> str:
        """The reference of the root of a new tree."""
        self.open += 1
        return self.register(document.root)

    def check_room(self, name: str) -> None:
        """Raises an error when no more tree can be opened."""
        if self.open >= MAX_OPEN:
            raise problem(
                TOO_LARGE, f"{name}: {MAX_OPEN} XML trees are open", "end their use with DOM CLOSE XML"
            )


def trees(run: Run) -> Trees:
    """The trees of *run*."""
    found = run.settings.get(_SETTING)
    if not isinstance(found, Trees):
        found = run.settings[_SETTING] = Trees()
    return found


def node_at(run: Run, name: str, reference: str, parameter: str = "elementRef") -> Node:
    """The node that goes by *reference*; an error of the command *name* when there is none."""
    node = trees(run).nodes.get(reference)
    if node is None:
        what = "an empty text" if not reference else "the null reference" if _null(reference) else reference
        raise problem(
            BAD_REFERENCE,
            f"{name}: {parameter}: no XML node goes by {what}",
            "DOM Parse XML variable, DOM Create XML Ref … return one, until DOM CLOSE XML",
        )
    return node


def _null(reference: str) -> bool:
    return not reference.strip("0")


def element_at(
    run: Run, name: str, reference: str, parameter: str = "elementRef", *, document: bool = False
) -> Element:
    """The element that goes by *reference*, with *document* a document too."""
    node = node_at(run, name, reference, parameter)
    if not isinstance(node, Element) or (node.kind == DOCUMENT and not document):
        raise problem(BAD_REFERENCE, f"{name}: {parameter}: {reference} is no element")
    return node


@command("DOM CLOSE XML", 722, "( elementRef : Text )")
def dom_close_xml(run: Run, reference: str) -> None:
    """Frees a whole tree, by the reference of its root (commands/dom-close-xml.md)."""
    name = "DOM CLOSE XML"
    with accounted(run, name):
        node = element_at(run, name, reference, document=True)
        document = document_of(node)
        if node is not document and node is not document.root:
            raise problem(
                BAD_REFERENCE,
                f"{name}: elementRef: {reference} is not the root of its tree",
                "DOM Get root XML element returns the root",
            )
        trees(run).close(document)


@command(
    "XML GET ERROR",
    732,
    "( elementRef : Text ; errorText : Variable {; row : Variable {; column : Variable}} )",
)
def xml_get_error(
    run: Run, reference: str, text: Pointer, row: Pointer | None = None, column: Pointer | None = None
) -> None:
    """Tells why the last text was no XML, and where (commands/xml-get-error.md).

    A text that cannot be read gets no reference: whatever reference is passed, it is the last error of this run.
    """
    failure = trees(run).failure
    assign_through(text, "" if failure is None else failure.message)
    for variable, place in ((row, failure and failure.row), (column, failure and failure.column)):
        if variable is not None:
            assign_through(variable, place or 0)
    run.set_ok(1)
