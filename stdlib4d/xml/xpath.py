"""XPath 1.0, compiled to functions (commands/dom-find-xml-element.md).

Not by a library: those in C cannot be stopped by a time limit, and take hours for what few characters ask for. The
namespace axis and variables are left out.
"""

from __future__ import annotations

import operator
import re
from functools import lru_cache

from .characters import NAME
from .nodes import Attribute, Document, Element, Node, document_of
from .xpath_values import (
    AXES,
    FUNCTIONS,
    REVERSE,
    TYPES,
    Context,
    PathProblem,
    compared,
    in_order,
    key,
    name_of,
    to_boolean,
    to_number,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .xpath_values import Result

    Expression = Callable[[Context], Result]
    Test = Callable[[Node], bool]

#: The longest path, and how deep its brackets may be nested.
MAX_LENGTH = 4096
MAX_NESTING = 50
_NAME = NAME.replace("(?::", "(?::(?!:)")
_TOKENS = re.compile(
    rf"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<literal>\"[^\"]*\"|'[^']*')|(?P<name>{_NAME})"
    r"|(?P<mark>::|//|\.\.|!=|<=|>=|:\*|[/\[\]().@,|+\-=<>*$]))"
)
#: After these, after an operator and at the beginning, ``*`` and ``and`` are no operators.
_BEFORE_OPERAND = frozenset(("@", "::", "(", "[", ",", "/", "//"))
_SIGNS = frozenset(("|", "+", "-", "=", "!=", "<", "<=", ">", ">="))
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
#: Operators by binding, the loosest first.
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))


def select(start: Node, path: str) -> list[Node]:
    """The nodes that *path* leads to from *start*, in the order of the document; raises :class:`PathProblem`."""
    return _nodes(compiled(path)(Context(start)), "it leads to a value, not to nodes")


@lru_cache(maxsize=128)
def compiled(path: str) -> Expression:
    """*path* as a function; raises :class:`PathProblem`."""
    if len(path) > MAX_LENGTH:
        raise PathProblem(f"a path may have {MAX_LENGTH} characters")
    parser = _Parser(_tokens(path))
    made = parser.expression()
    parser.expect("end", "")
    return made


def _tokens(path: str) -> list[tuple[str, str]]:
    """Kind and text of each token; an operator has the kind ``operator``."""
    tokens: list[tuple[str, str]] = []
    place, end = 0, len(path.rstrip())
    while place < end:
        found = _TOKENS.match(path, place)
        if found is None:
            raise PathProblem(f'"{path[place:].strip()[:10]}" is no XPath')
        kind = found.lastgroup or ""
        text = found[kind]
        after_operand = bool(tokens) and tokens[-1][0] != "operator" and tokens[-1][1] not in _BEFORE_OPERAND
        if text in _SIGNS or (after_operand and text in ("*", "and", "or", "mod", "div")):
            kind = "operator"
        tokens.append((kind, text))
        place = found.end()
    tokens.append(("end", ""))
    return tokens


class _Parser:
    """Reads tokens from the first on."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._place = 0
        self._nesting = 0

    def _peek(self, ahead: int = 0) -> tuple[str, str]:
        return self._tokens[min(self._place + ahead, len(self._tokens) - 1)]

    def _take(self, kind: str, *texts: str) -> str:
        """The text of the next token when it is one of *texts*; else an empty text, and nothing is taken."""
        found = self._peek()
        if found[0] != kind or (texts and found[1] not in texts):
            return ""
        self._place += 1
        return found[1]

    def expect(self, kind: str, text: str) -> None:
        """Takes a token that must come next."""
        found = self._peek()
        if found != (kind, text):
            got = f'"{found[1]}"' if found[1] else "the end"
            raise PathProblem(f"wanted {f'{text}' if text else 'the end'}, got {got}")
        self._place += 1

    def expression(self, level: int = 0) -> Expression:
        """An expression whose operators bind as *level* or closer."""
        if level == len(_LEVELS):
            return self._unary()
        if level == 0:
            self._nesting += 1
            if self._nesting > MAX_NESTING:
                raise PathProblem(f"brackets are nested deeper than {MAX_NESTING}")
        made = self.expression(level + 1)
        while sign := self._take("operator", *_LEVELS[level]):
            made = _binary(sign, made, self.expression(level + 1))
        if level == 0:
            self._nesting -= 1
        return made

    def _unary(self) -> Expression:
        signs = 0
        while self._take("operator", "-"):
            signs += 1
        made = self._path()
        while self._take("operator", "|"):
            made = _union(made, self._path())
        if not signs:
            return made
        factor = -1.0 if signs % 2 else 1.0
        return lambda context: factor * to_number(made(context))

    # -------------------------------------------------------------- paths

    def _path(self) -> Expression:
        kind, text = self._peek()
        is_call = kind == "name" and self._peek(1) == ("mark", "(") and text not in TYPES
        if kind in ("number", "literal") or (kind, text) == ("mark", "(") or is_call:
            made = self._primary()
            tests = self._predicates()
            if tests:
                made = _filtered(made, tests)
            sign = self._take("mark", "/", "//")
            return _steps(made, self._relative(sign == "//")) if sign else made
        sign = self._take("mark", "/", "//")
        if not sign:
            return _steps(_self, self._relative(False))
        if sign == "/" and not self._begins_step():
            return _top
        return _steps(_top, self._relative(sign == "//"))

    def _begins_step(self) -> bool:
        kind, text = self._peek()
        return kind == "name" or (kind == "mark" and text in (".", "..", "@", "*"))

    def _relative(self, anywhere: bool) -> list[_Step]:
        steps = self._step(anywhere)
        while sign := self._take("mark", "/", "//"):
            steps += self._step(sign == "//")
        return steps

    def _step(self, anywhere: bool) -> list[_Step]:
        """A step, after ``//`` when it is *anywhere*."""
        before = [_Step("descendant-or-self", _any, [])] if anywhere else []
        if self._take("mark", ".."):
            return [*before, _Step("parent", _any, [])]
        if self._take("mark", "."):
            return [*before, _Step("self", _any, [])]
        axis = "child"
        if self._take("mark", "@"):
            axis = "attribute"
        elif self._peek(1) == ("mark", "::"):
            axis = self._take("name")
            self.expect("mark", "::")
            if axis not in AXES:
                raise PathProblem(f"there is no axis {axis}")
        test = self._test(axis)
        tests = self._predicates()
        if anywhere and axis == "child" and not tests:
            # The same, without looking at every node for its children.
            return [_Step("descendant", test, [])]
        return [*before, _Step(axis, test, tests)]

    def _test(self, axis: str) -> Test:
        """A test of nodes: a name, ``*`` or a type."""
        wanted: type[Node] = Attribute if axis == "attribute" else Element
        if self._take("mark", "*"):
            return lambda node: isinstance(node, wanted) and not isinstance(node, Document)
        name = self._take("name")
        if not name:
            found = self._peek()[1]
            raise PathProblem(f'wanted a step, got "{found}"' if found else "it ends where a step is wanted")
        if self._take("mark", ":*"):
            prefix = name + ":"
            return lambda node: isinstance(node, wanted) and name_of(node).startswith(prefix)
        if self._peek() != ("mark", "("):
            if wanted is Attribute:
                return lambda node: node.text == name
            return lambda node: isinstance(node, Element) and node.name == name
        self.expect("mark", "(")
        target = self._take("literal")[1:-1] if name == "processing-instruction" else ""
        self.expect("mark", ")")
        kinds = TYPES.get(name, ())
        if kinds is None:
            return _any
        return lambda node: node.kind in kinds and (not target or name_of(node) == target)

    def _predicates(self) -> list[Expression]:
        tests = []
        while self._take("mark", "["):
            tests.append(self.expression())
            self.expect("mark", "]")
        return tests

    # -------------------------------------------------------------- primary expressions

    def _primary(self) -> Expression:
        if self._take("mark", "("):
            made = self.expression()
            self.expect("mark", ")")
            return made
        literal = self._take("literal")
        if literal:
            return lambda context: literal[1:-1]
        number = self._take("number")
        if number:
            value = float(number)
            return lambda context: value
        return self._call(self._take("name"))

    def _call(self, name: str) -> Expression:
        if name not in FUNCTIONS:
            raise PathProblem(f"there is no function {name}()")
        least, most, function = FUNCTIONS[name]
        self.expect("mark", "(")
        arguments: list[Expression] = []
        if not self._take("mark", ")"):
            arguments.append(self.expression())
            while self._take("mark", ","):
                arguments.append(self.expression())
            self.expect("mark", ")")
        if len(arguments) < least or 0 <= most < len(arguments):
            raise PathProblem(f"{name}() does not take {len(arguments)} arguments")
        return lambda context: function(context, [argument(context) for argument in arguments])


class _Step:
    """One step of a path."""

    __slots__ = ("axis", "find", "test", "tests")

    def __init__(self, axis: str, test: Test, tests: list[Expression]) -> None:
        self.axis = axis
        self.find = AXES[axis]
        self.test = test
        self.tests = tests


def _any(node: Node) -> bool:
    return True


def _self(context: Context) -> list[Node]:
    return [context.node]


def _top(context: Context) -> list[Node]:
    return [document_of(context.node)]


def _steps(begin: Expression, steps: list[_Step]) -> Expression:
    def follow(context: Context) -> list[Node]:
        nodes = _nodes(begin(context), "only nodes have a path behind them")
        for step in steps:
            nodes = _taken(nodes, step)
        return nodes

    return follow


def _nodes(value: Result, otherwise: str) -> list[Node]:
    if not isinstance(value, list):
        raise PathProblem(otherwise)
    return value


def _taken(nodes: list[Node], step: _Step) -> list[Node]:
    """Where *step* leads from *nodes*, in the order of the document."""
    if len(nodes) == 1:
        found = _passing([one for one in step.find(nodes[0]) if step.test(one)], step.tests)
        return found[::-1] if step.axis in REVERSE else found
    made: dict[object, Node] = {}
    for node in nodes:
        for one in _passing([one for one in step.find(node) if step.test(one)], step.tests):
            made[key(one)] = one
    return in_order(list(made.values()))


def _passing(nodes: list[Node], tests: list[Expression]) -> list[Node]:
    for test in tests:
        size = len(nodes)
        nodes = [
            node for place, node in enumerate(nodes, 1) if _passes(test(Context(node, place, size)), place)
        ]
    return nodes


def _passes(value: Result, place: int) -> bool:
    # A number is a position.
    return value == place if isinstance(value, float) else to_boolean(value)


def _filtered(made: Expression, tests: list[Expression]) -> Expression:
    return lambda context: _passing(_nodes(made(context), "only nodes have predicates"), tests)


def _union(one: Expression, two: Expression) -> Expression:
    why = "| joins nodes alone"
    return lambda context: in_order(_nodes(one(context), why) + _nodes(two(context), why))


def _binary(sign: str, one: Expression, two: Expression) -> Expression:
    if sign == "or":
        return lambda context: to_boolean(one(context)) or to_boolean(two(context))
    if sign == "and":
        return lambda context: to_boolean(one(context)) and to_boolean(two(context))
    test = _COMPARISONS.get(sign)
    if test is not None:
        return lambda context: compared(one(context), two(context), test, sign not in ("=", "!="))
    return lambda context: _calculated(sign, to_number(one(context)), to_number(two(context)))


def _calculated(sign: str, one: float, two: float) -> float:
    from math import copysign, fmod, inf, isinf, nan

    if sign == "+":
        return one + two
    if sign == "-":
        return one - two
    if sign == "*":
        return one * two
    if sign == "mod":
        return nan if not two or isinf(one) else fmod(one, two)
    if not two:
        return nan if not one or one != one else copysign(inf, one) * copysign(1, two)
    return one / two
