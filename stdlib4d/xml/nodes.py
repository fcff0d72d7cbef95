"""The tree of an XML document.

Names are as they were written, with their prefix; ``xmlns`` is an attribute like others.
"""

from __future__ import annotations

from .options import Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Kinds of nodes (theme XML); that of a document has no constant.
DOCUMENT, COMMENT, INSTRUCTION, DATA, CDATA, DOCTYPE, ELEMENT = 0, 2, 3, 6, 7, 10, 11
#: How deep elements may be nested.
MAX_DEPTH = 1000
#: How many nodes a text may make.
MAX_NODES = 1_000_000


class Node:
    """A leaf: a text, CDATA section, comment, processing instruction (target and data) or document type.

    ``reference`` is what a script knows it by, an empty text until it was asked for.
    """

    __slots__ = ("kind", "parent", "place", "reference", "text")

    def __init__(self, kind: int, text: str = "") -> None:
        self.kind = kind
        self.text = text
        self.parent: Element | None = None
        #: Where it was found among the children of its parent when somebody looked last.
        self.place = 0
        self.reference = ""


class Attribute(Node):
    """An attribute that a path has found; ``text`` is its name."""

    __slots__ = ()

    def __init__(self, owner: Element, name: str) -> None:
        super().__init__(-1, name)
        self.parent = owner


class Element(Node):
    """An element with its attributes, by name in the order in which they came, and its children."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str] | None = None, kind: int = ELEMENT) -> None:
        super().__init__(kind)
        self.name = name
        self.attributes = {} if attributes is None else attributes
        self.children: list[Node] = []

    def append(self, node: Node) -> None:
        """Makes *node* the last child."""
        node.parent = self
        node.place = len(self.children)
        self.children.append(node)

    def insert(self, place: int, node: Node) -> None:
        """Makes *node* the child at *place*, counted from 0."""
        node.parent = self
        self.children.insert(place, node)
        node.place = place

    @property
    def elements(self) -> list[Element]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]


class Document(Element):
    """The node above the root element: it has the document type, comments and instructions too.

    ``changes`` counts what was done to the tree, so that what was computed of it is known to be old.
    """

    __slots__ = (
        "changes",
        "encoding",
        "options",
        "order",
        "references",
        "size",
        "standalone",
        "version",
    )

    def __init__(self) -> None:
        super().__init__("#document", kind=DOCUMENT)
        self.version = "1.0"
        self.encoding = "UTF-8"
        self.standalone = False
        self.options = Options()
        self.references: set[str] = set()
        self.changes = 0
        #: How many nodes came in with a text or a copy: what a few steps of a script can make many of.
        self.size = 0
        #: The place of every node, and for which number of changes: see :mod:`.xpath_values`.
        self.order: tuple[int, dict[int, int]] | None = None

    @property
    def root(self) -> Element:
        """The root element."""
        return next(child for child in self.children if isinstance(child, Element))

    @property
    def doctype(self) -> Node | None:
        """The document type declaration, ``None`` when there is none."""
        return next((child for child in self.children if child.kind == DOCTYPE), None)


def document_of(node: Node) -> Document:
    """The document that *node* belongs to."""
    while node.parent is not None:
        node = node.parent
    assert isinstance(node, Document)
    return node


def depth_of(node: Node) -> int:
    """How many elements *node* is in, itself included."""
    depth = 0
    while node.parent is not None:
        node = node.parent
        depth += 1
    return depth


def place_of(node: Node) -> int:
    """The number of *node* among the children of its parent, from 0."""
    siblings = node.parent.children if node.parent is not None else [node]
    if not (node.place < len(siblings) and siblings[node.place] is node):
        node.place = siblings.index(node)
    return node.place


def descendants(node: Node) -> Iterator[Node]:
    """*node* and all below it, in the order of the document."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Element):
            waiting += reversed(node.children)


def content(node: Node, kind: int = DATA) -> str:
    """The value of a node: of an element, its own texts or, by *kind*, CDATA sections."""
    if isinstance(node, Attribute):
        return node.parent.attributes.get(node.text, "") if node.parent is not None else ""
    if isinstance(node, Element):
        return "".join(child.text for child in node.children if child.kind == kind)
    return node.text


def copied(node: Node) -> Node:
    """A copy of *node* with all below it, without parent and references."""
    if not isinstance(node, Element):
        return Node(node.kind, node.text)
    top = Element(node.name, dict(node.attributes))
    waiting = [(node, top)]
    while waiting:
        source, target = waiting.pop()
        for child in source.children:
            twin: Node
            if isinstance(child, Element):
                twin = Element(child.name, dict(child.attributes))
                waiting.append((child, twin))
            else:
                twin = Node(child.kind, child.text)
            target.append(twin)
    return top
