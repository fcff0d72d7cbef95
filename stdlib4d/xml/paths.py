"""Elements by a path: XPath to find them, and the simpler paths by which they are made.

XPath is evaluated by lxml on a shadow of the tree, made anew after changes. A prefix there stands for itself, as names
in this tree are what was written: ``//svg:rect`` finds what is called so, and ``//rect`` what has no prefix.
"""

from __future__ import annotations

import re

from .characters import NAME
from .nodes import (
    CDATA,
    COMMENT,
    DATA,
    ELEMENT,
    INSTRUCTION,
    MAX_DEPTH,
    Attribute,
    Document,
    Element,
    Node,
    depth_of,
    document_of,
    place_of,
)
from .problem import BAD_PATH, BAD_REFERENCE, TOO_LARGE, problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml import etree

    from ..errors import LanguageError

#: The longest path that is evaluated.
MAX_PATH = 4096
#: The greatest number in a path by which elements are made.
MAX_INDEX = 10_000
_PREFIX = re.compile(r"([^\W\d][\w.\-]*):(?!:)")
_XML = "http://www.w3.org/XML/1998/namespace"
_STEP = re.compile(rf"({NAME})(?:\[ *(\d{{1,9}}|last\(\)) *\])?")


# ------------------------------------------------------------------ XPath


class Shadow:
    """The tree as lxml knows it, and which element there is which here."""

    def __init__(self, document: Document) -> None:
        self.prefixes: set[str] = set()
        self.shadows: dict[int, etree._Element] = {}
        self.originals: dict[etree._Element, Node] = {}
        self._build(document)

    def _build(self, document: Document) -> None:
        from lxml import etree

        root = document.root
        names = [
            name
            for one in _elements(root)
            for name in (one.name, *(key for key in one.attributes if not key.startswith("xmlns")))
        ]
        self.prefixes = {name.partition(":")[0] for name in names if ":" in name} - {"", "xml"}
        top = etree.Element(
            shadow_name(root.name),
            _attributes(root),
            nsmap={prefix: _namespace(prefix) for prefix in self.prefixes},
        )
        for node in document.children:
            if node.kind in (COMMENT, INSTRUCTION):
                before = place_of(node) < place_of(root)
                (top.addprevious if before else top.addnext)(_leaf(node))
        self._note(top, root)
        waiting = [(root, top)]
        while waiting:
            source, target = waiting.pop()
            last: etree._Element | None = None
            for child in source.children:
                if child.kind in (DATA, CDATA):
                    if last is None:
                        target.text = (target.text or "") + child.text
                    else:
                        last.tail = (last.tail or "") + child.text
                elif isinstance(child, Element):
                    last = etree.SubElement(target, shadow_name(child.name), _attributes(child))
                    self._note(last, child)
                    waiting.append((child, last))
                else:
                    last = _leaf(child)
                    target.append(last)
                    self._note(last, child)

    def _note(self, shadow: etree._Element, node: Node) -> None:
        self.shadows[id(node)] = shadow
        self.originals[shadow] = node


def _elements(root: Element) -> list[Element]:
    found = [root]
    for element in found:
        found += element.elements
    return found


def _namespace(prefix: str) -> str:
    # Any text may be a prefix, but not any a name of a namespace.
    return _XML if prefix == "xml" else "p" + prefix.encode("utf-8").hex()


def shadow_name(name: str) -> str:
    """A name as lxml wants it."""
    prefix, colon, local = name.partition(":")
    if not colon or not prefix or not local:
        return name.replace(":", "_") if colon else name
    return f"{{{_namespace(prefix)}}}{local.replace(':', '_')}"


def _attributes(element: Element) -> dict[str, str]:
    return {
        shadow_name(key): value
        for key, value in element.attributes.items()
        if key != "xmlns" and not key.startswith("xmlns:")
    }


def _leaf(node: Node) -> etree._Element:
    from lxml import etree

    if node.kind == COMMENT:
        return etree.Comment(node.text)
    target, _, data = node.text.partition(" ")
    return etree.ProcessingInstruction(target, data)


def _shadow(document: Document) -> Shadow:
    kept = document.searchable
    if kept is None or kept[0] != document.changes or not isinstance(kept[1], Shadow):
        kept = document.searchable = (document.changes, Shadow(document))
    shadow: Shadow = kept[1]  # type: ignore[assignment]
    return shadow


def bad_path(name: str, path: str, why: str) -> LanguageError:
    """The error for a path that the command *name* cannot follow."""
    return problem(BAD_PATH, f'{name}: xPath: "{path}": {why}')


def find(name: str, start: Element, path: str) -> list[Node]:
    """The nodes that *path* leads to from *start*, in the order of the document."""
    from lxml import etree

    document = document_of(start)
    path = path.strip()
    if path == "/":
        return [document]
    if len(path) > MAX_PATH:
        raise bad_path(name, path[:20] + "…", f"a path may have {MAX_PATH} characters")
    shadow = _shadow(document)
    context = shadow.shadows[id(document.root if start is document else start)]
    if start is document and not path.startswith("/"):
        path = "/" + path
    prefixes = shadow.prefixes | (set(_PREFIX.findall(path)) - {"xml"})
    try:
        query = etree.XPath(path, namespaces={prefix: _namespace(prefix) for prefix in prefixes})
        found = query(context)
    except (etree.XPathError, ValueError) as error:
        raise bad_path(name, path, f"{error}".splitlines()[0] if f"{error}" else "no XPath") from None
    if not isinstance(found, list):
        raise bad_path(name, path, "it leads to a value, not to nodes")
    nodes = [_original(shadow, one) for one in found]
    return [node for node in nodes if node is not None]


def _original(shadow: Shadow, found: Any) -> Node | None:
    """The node behind a result of lxml: an element, or a text that knows where it comes from."""
    text = isinstance(found, str)
    node = shadow.originals.get(found.getparent() if text else found)
    if node is None or not text:
        return node
    if found.is_attribute:
        if not isinstance(node, Element):
            return None
        for key in node.attributes:
            if shadow_name(key) == found.attrname:
                return Attribute(node, key)
        return None
    if found.is_tail and node.parent is not None:
        texts = node.parent.children[place_of(node) + 1 :]
    else:
        texts = node.children if isinstance(node, Element) else []
    return next((one for one in texts if one.kind in (DATA, CDATA)), None)


# ------------------------------------------------------------------ paths that make elements


def _steps(name: str, path: str) -> list[tuple[str, str]]:
    """Names and numbers of a path of names alone."""
    steps = []
    for step in path.strip("/").split("/"):
        found = _STEP.fullmatch(step.strip())
        if found is None:
            raise bad_path(name, path, f'"{step}" is no name of an element')
        steps.append((found[1], found[2] or ""))
    return steps


def make(name: str, start: Element, path: str) -> Element:
    """A new element at *path* from *start*; what is missing on the way is made too.

    At a number, elements of its name are made up to it; one that is there already comes behind the new one.
    """
    document = document_of(start)
    path = path.strip()
    steps = _steps(name, path)
    if path.startswith("/") or start is document:
        first, number = steps.pop(0)
        start = document.root
        if first != start.name or number not in ("", "1", "last()"):
            raise bad_path(name, path, f"the root element is {start.name}")
        if not steps:
            raise bad_path(name, path, "there is a root element already")
    if depth_of(start) + len(steps) > MAX_DEPTH:
        raise problem(TOO_LARGE, f"{name}: elements are nested deeper than {MAX_DEPTH}")
    for step, (called, number) in enumerate(steps, 1):
        alike = [child for child in start.elements if child.name == called]
        place = len(alike) if number == "last()" else int(number or (1 if step < len(steps) else 0))
        if place > MAX_INDEX or number == "0":
            raise bad_path(name, path, f"wanted a number from 1 to {MAX_INDEX}, got {number}")
        if step < len(steps):
            start = alike[place - 1] if 0 < place <= len(alike) else _filled(start, called, len(alike), place)
            continue
        made = Element(called)
        if number.isdigit() and place <= len(alike):
            start.insert(place_of(alike[place - 1]), made)
        else:
            if number.isdigit() and place > len(alike) + 1:
                _filled(start, called, len(alike), place - 1)
            start.append(made)
        start = made
    document.changes += 1
    return start


def _filled(parent: Element, name: str, count: int, place: int) -> Element:
    """Appends elements until there are *place* of that name, of which *count* are there; the last one."""
    made = Element(name)
    for _ in range(count, max(place, count + 1)):
        made = Element(name)
        parent.append(made)
    return made


def only_element(name: str, node: Node, what: str) -> Element:
    """*node* when it is an element."""
    if not isinstance(node, Element) or node.kind != ELEMENT:
        raise problem(BAD_REFERENCE, f"{name}: {what} is no element")
    return node
