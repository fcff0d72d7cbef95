"""A tree as text of XML.

Indented by two blanks a level, where an element holds nothing but elements, comments and instructions; white space
between these is no value and is replaced. Texts are left as they are.
"""

from __future__ import annotations

from ..files import charset as charsets
from . import options as o
from .characters import cdata, escaped, quoted
from .nodes import CDATA, COMMENT, DATA, DOCTYPE, INSTRUCTION, Document, Element, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

STEP = "  "


def declaration(version: str, encoding: str, standalone: bool) -> str:
    """The XML declaration."""
    return f'<?xml version="{version}" encoding="{encoding}" standalone="{"yes" if standalone else "no"}" ?>'


def start_tag(name: str, attributes: dict[str, str], end: str = ">") -> str:
    """The start tag of an element."""
    return f"<{name}{''.join(f' {key}={quoted(value)}' for key, value in attributes.items())}{end}"


def leaf_text(node: Node) -> str:
    """A node that is no element, as it stands in a document."""
    return _LEAVES[node.kind](node.text)


_LEAVES: dict[int, Callable[[str], str]] = {
    DATA: escaped,
    CDATA: cdata,
    COMMENT: lambda text: f"<!--{text}-->",
    INSTRUCTION: lambda text: f"<?{text}?>",
    DOCTYPE: lambda text: f"<!DOCTYPE {text}>",
}


def _structured(element: Element) -> bool:
    """Whether white space in *element* means nothing: there is no other text in it."""
    texts = [child for child in element.children if child.kind in (DATA, CDATA)]
    return len(texts) < len(element.children) and all(
        child.kind == DATA and not child.text.strip(" \t\r\n") for child in texts
    )


def element_text(element: Element, indented: bool) -> str:
    """*element* with all that is in it."""
    parts: list[str] = []
    # What is still to be written: nodes with the line break before them, and end tags.
    waiting: list[tuple[Node | str, str]] = [(element, "")]
    while waiting:
        node, line = waiting.pop()
        parts.append(line)
        if isinstance(node, str):
            parts.append(node)
        elif not isinstance(node, Element):
            parts.append(leaf_text(node))
        elif not node.children:
            parts.append(start_tag(node.name, node.attributes, "/>"))
        else:
            parts.append(start_tag(node.name, node.attributes))
            children = node.children
            inner = ""
            if (line or node is element) and indented and _structured(node):
                inner = (line or "\n") + STEP
                children = [child for child in children if child.kind != DATA]
            waiting.append((f"</{node.name}>", (line or "\n") if inner else ""))
            waiting += [(child, inner) for child in reversed(children)]
    return "".join(parts)


def document_text(document: Document, element: Element | None = None) -> str:
    """The whole of *document*, or one *element* of it as a document of its own; lines end in LF."""
    indented = document.options[o.INDENTATION] == o.INDENTED
    line = "\n" if indented else ""
    parts = [declaration(document.version, document.encoding, document.standalone)]
    nodes: list[Node] = [element] if element is not None else document.children
    parts += [element_text(n, indented) if isinstance(n, Element) else leaf_text(n) for n in nodes]
    return line.join(parts) + line


def document_bytes(document: Document, text: str) -> bytes:
    """*text* in the character set of *document*, with a byte order mark where its options want one.

    What is not in the character set is written by its number.
    """
    codec = charsets.codec_named(document.encoding) or "utf-8"
    mark = b""
    if document.options[o.BYTE_ORDER_MARK] == o.ENABLED or codec in ("utf-16", "utf-32"):
        codec, mark = charsets.find("XML", codec)
    return mark + text.encode(codec, "xmlcharrefreplace")
