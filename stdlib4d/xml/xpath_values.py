"""The data model of XPath 1.0 on our trees: axes, string values, conversions and the core functions.

Names are as written, with their prefix. CDATA sections are texts; the document type and ``xmlns`` are no nodes.
"""

from __future__ import annotations

import math

from .nodes import (
    CDATA,
    COMMENT,
    DATA,
    DOCTYPE,
    INSTRUCTION,
    Attribute,
    Document,
    Element,
    Node,
    content,
    document_of,
    place_of,
)
from .nodes import descendants as all_below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    #: A list of nodes in the order of the document, a text, a number or a Boolean.
    Result = Any

_SPACE = " \t\r\n"
_XML = "http://www.w3.org/XML/1998/namespace"


class PathProblem(Exception):
    """This is no XPath, or it asks for what there is not; the message says what."""


class Context:
    """What an expression is evaluated for: a node, its position among others, their number."""

    __slots__ = ("node", "position", "size")

    def __init__(self, node: Node, position: int = 1, size: int = 1) -> None:
        self.node = node
        self.position = position
        self.size = size


# ------------------------------------------------------------------ nodes


def key(node: Node) -> object:
    """What tells one node from another; an attribute is made anew whenever somebody looks."""
    return (id(node.parent), node.text) if isinstance(node, Attribute) else id(node)


def children(node: Node) -> list[Node]:
    """The child axis."""
    if not isinstance(node, Element):
        return []
    if isinstance(node, Document):
        return [child for child in node.children if child.kind != DOCTYPE]
    return node.children


def _attributes(node: Node) -> list[Node]:
    if not isinstance(node, Element):
        return []
    return [
        Attribute(node, name) for name in node.attributes if name != "xmlns" and not name.startswith("xmlns:")
    ]


def _below(node: Node) -> Iterator[Node]:
    below = all_below(node)
    next(below)
    return (one for one in below if one.kind != DOCTYPE)


def _above(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def _beside(node: Node, step: int) -> list[Node]:
    if node.parent is None or isinstance(node, Attribute):
        return []
    siblings, place = node.parent.children, place_of(node)
    found = siblings[place + 1 :] if step > 0 else siblings[:place][::-1]
    return [one for one in found if one.kind != DOCTYPE]


def _following(node: Node) -> Iterator[Node]:
    if isinstance(node, Attribute) and node.parent is not None:
        yield from _below(node.parent)
        node = node.parent
    for one in (node, *_above(node)):
        for sibling in _beside(one, 1):
            yield from all_below(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    if isinstance(node, Attribute) and node.parent is not None:
        node = node.parent
    for one in (node, *_above(node)):
        for sibling in _beside(one, -1):
            yield from reversed(list(all_below(sibling)))


AXES: dict[str, Callable[[Node], Iterable[Node]]] = {
    "child": children,
    "descendant": _below,
    "descendant-or-self": lambda node: (node, *_below(node)),
    "parent": lambda node: [] if node.parent is None else [node.parent],
    "ancestor": _above,
    "ancestor-or-self": lambda node: (node, *_above(node)),
    "self": lambda node: [node],
    "attribute": _attributes,
    "following-sibling": lambda node: _beside(node, 1),
    "preceding-sibling": lambda node: _beside(node, -1),
    "following": _following,
    "preceding": _preceding,
}
#: Axes that lead backwards: positions count from the node.
REVERSE = frozenset(("ancestor", "ancestor-or-self", "preceding", "preceding-sibling"))


def _order(document: Document) -> dict[int, int]:
    """The place of every node in the order of the document; kept until the tree changes."""
    kept = document.order
    if kept is None or kept[0] != document.changes:
        places = {id(node): place for place, node in enumerate(all_below(document))}
        kept = document.order = (document.changes, places)
    return kept[1]


def in_order(nodes: list[Node]) -> list[Node]:
    """*nodes*, each once, in the order of the document."""
    found = {key(node): node for node in nodes}
    if len(found) < 2:
        return list(found.values())
    places = _order(document_of(nodes[0]))

    def place(node: Node) -> tuple[int, int]:
        if isinstance(node, Attribute) and node.parent is not None:
            return places[id(node.parent)], 1 + list(node.parent.attributes).index(node.text)
        return places[id(node)], 0

    return sorted(found.values(), key=place)


def text_value(node: Node) -> str:
    """The string value of a node: of an element, all texts in it."""
    if isinstance(node, Element):
        return "".join(one.text for one in all_below(node) if one.kind in (DATA, CDATA))
    if node.kind == INSTRUCTION:
        return node.text.partition(" ")[2]
    return content(node)


def name_of(node: Node) -> str:
    """The name of a node, with its prefix; an empty text for one without."""
    if isinstance(node, Document):
        return ""
    if isinstance(node, Element):
        return node.name
    if node.kind == INSTRUCTION:
        return node.text.partition(" ")[0]
    return node.text if isinstance(node, Attribute) else ""


def _namespace(node: Node) -> str:
    """The namespace of a node by the declarations above it."""
    prefix, colon, _ = name_of(node).partition(":")
    if not colon:
        prefix = ""
    if prefix == "xml":
        return _XML
    if not (isinstance(node, Element) or (isinstance(node, Attribute) and prefix)):
        return ""
    declared = f"xmlns:{prefix}" if prefix else "xmlns"
    for one in (node, *_above(node)):
        if isinstance(one, Element) and declared in one.attributes:
            return one.attributes[declared]
    return ""


# ------------------------------------------------------------------ conversions


def to_text(value: Result) -> str:
    """``string()``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return text_value(value[0]) if value else ""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value))
    return f"{value:.17f}".rstrip("0") if "e" in repr(value) else repr(value)


def to_number(value: Result) -> float:
    """``number()``: what is none is NaN."""
    if isinstance(value, (bool, float)):
        return float(value)
    text = to_text(value).strip(_SPACE)
    digits = text.removeprefix("-").replace(".", "", 1)
    return float(text) if digits.isascii() and digits.isdigit() else math.nan


def to_boolean(value: Result) -> bool:
    """``boolean()``."""
    return value == value and bool(value)


def rounded(number: float) -> float:
    """``round()``: halves go up."""
    return number if math.isnan(number) or math.isinf(number) else float(math.floor(number + 0.5))


def compared(one: Result, two: Result, test: Callable[[Any, Any], bool], order: bool) -> bool:
    """A comparison: of nodes, whether it is true of any of them (XPath 1.0, 3.4)."""
    lists = isinstance(one, list), isinstance(two, list)
    if (isinstance(one, bool) or isinstance(two, bool)) and (any(lists) or not order):
        one, two = to_boolean(one), to_boolean(two)
    elif any(lists):
        ones = [text_value(node) for node in one] if lists[0] else [one]
        twos = [text_value(node) for node in two] if lists[1] else [two]
        if all(lists) and not order:
            # Few of many may differ: each value counts once.
            ones, twos = list(dict.fromkeys(ones)), list(dict.fromkeys(twos))
        return any(compared(a, b, test, order) for a in ones for b in twos)
    elif order or isinstance(one, float) or isinstance(two, float):
        one, two = to_number(one), to_number(two)
    return test(one, two)


# ------------------------------------------------------------------ functions


def _first(name: str, context: Context, arguments: list[Result]) -> Node | None:
    """The node that a function is about: the first of its argument, or the one of the context."""
    if not arguments:
        return context.node
    if not isinstance(arguments[0], list):
        raise PathProblem(f"{name}() wants nodes")
    return arguments[0][0] if arguments[0] else None


def _nodes(name: str, value: Result) -> list[Node]:
    if not isinstance(value, list):
        raise PathProblem(f"{name}() wants nodes")
    return value


def _named(name: str, tell: Callable[[Node], str]) -> Callable[[Context, list[Result]], Result]:
    def answer(context: Context, arguments: list[Result]) -> str:
        node = _first(name, context, arguments)
        return "" if node is None else tell(node)

    return answer


def _own_text(context: Context, arguments: list[Result]) -> str:
    return to_text(arguments[0]) if arguments else text_value(context.node)


def _substring(context: Context, arguments: list[Result]) -> str:
    text, begin = to_text(arguments[0]), rounded(to_number(arguments[1]))
    end = begin + rounded(to_number(arguments[2])) if len(arguments) > 2 else math.inf
    return "".join(char for place, char in enumerate(text, 1) if begin <= place < end)


def _translate(context: Context, arguments: list[Result]) -> str:
    text, old, new = map(to_text, arguments)
    table: dict[int, str | None] = {}
    for place, char in enumerate(old):
        table.setdefault(ord(char), new[place] if place < len(new) else None)
    return text.translate(table)


def _by_id(context: Context, arguments: list[Result]) -> list[Node]:
    value = arguments[0]
    texts = [text_value(node) for node in value] if isinstance(value, list) else [to_text(value)]
    wanted = {word for text in texts for word in text.split()}
    elements = (one for one in all_below(document_of(context.node)) if isinstance(one, Element))
    return [one for one in elements if one.attributes.get("id") in wanted]


def _lang(context: Context, arguments: list[Result]) -> bool:
    wanted = to_text(arguments[0]).lower()
    for node in (context.node, *_above(context.node)):
        if isinstance(node, Element) and "xml:lang" in node.attributes:
            own = node.attributes["xml:lang"].lower()
            return own == wanted or own.startswith(wanted + "-")
    return False


def _local(node: Node) -> str:
    return name_of(node).rpartition(":")[2]


def _whole(step: Callable[[float], int]) -> Callable[[Context, list[Result]], float]:
    def answer(context: Context, arguments: list[Result]) -> float:
        number = to_number(arguments[0])
        return number if math.isnan(number) or math.isinf(number) else float(step(number))

    return answer


#: By name the least and greatest number of arguments (-1: any), and what it does.
FUNCTIONS: dict[str, tuple[int, int, Callable[[Context, list[Result]], Result]]] = {
    "last": (0, 0, lambda context, a: float(context.size)),
    "position": (0, 0, lambda context, a: float(context.position)),
    "count": (1, 1, lambda context, a: float(len(_nodes("count", a[0])))),
    "id": (1, 1, _by_id),
    "local-name": (0, 1, _named("local-name", _local)),
    "name": (0, 1, _named("name", name_of)),
    "namespace-uri": (0, 1, _named("namespace-uri", _namespace)),
    "string": (0, 1, _own_text),
    "concat": (2, -1, lambda context, a: "".join(map(to_text, a))),
    "starts-with": (2, 2, lambda context, a: to_text(a[0]).startswith(to_text(a[1]))),
    "contains": (2, 2, lambda context, a: to_text(a[1]) in to_text(a[0])),
    "substring-before": (2, 2, lambda context, a: _parted(a)[0]),
    "substring-after": (2, 2, lambda context, a: _parted(a)[2]),
    "substring": (2, 3, _substring),
    "string-length": (0, 1, lambda context, a: float(len(_own_text(context, a)))),
    "normalize-space": (0, 1, lambda context, a: " ".join(_own_text(context, a).split())),
    "translate": (3, 3, _translate),
    "boolean": (1, 1, lambda context, a: to_boolean(a[0])),
    "not": (1, 1, lambda context, a: not to_boolean(a[0])),
    "true": (0, 0, lambda context, a: True),
    "false": (0, 0, lambda context, a: False),
    "lang": (1, 1, _lang),
    "number": (0, 1, lambda context, a: to_number(a[0] if a else text_value(context.node))),
    "sum": (1, 1, lambda context, a: math.fsum(to_number(text_value(n)) for n in _nodes("sum", a[0]))),
    "floor": (1, 1, _whole(math.floor)),
    "ceiling": (1, 1, _whole(math.ceil)),
    "round": (1, 1, lambda context, a: rounded(to_number(a[0]))),
}


def _parted(arguments: list[Result]) -> tuple[str, str, str]:
    text, mark = map(to_text, arguments)
    if not mark:
        return "", "", text
    before, found, after = text.partition(mark)
    return (before, found, after) if found else ("", "", "")


#: Node tests by type: the kinds of nodes that pass.
TYPES: dict[str, tuple[int, ...] | None] = {
    "node": None,
    "text": (DATA, CDATA),
    "comment": (COMMENT,),
    "processing-instruction": (INSTRUCTION,),
}
