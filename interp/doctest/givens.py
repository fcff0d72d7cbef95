"""What a block takes as given: the variables that nothing in it sets, the methods that are nowhere, its parameters.

What depends on them cannot be judged by the block: an error there, or a result that is not the stated one, is the
lack of what the page tells elsewhere. Dependence is followed through assignments, whatever their order.
"""

from __future__ import annotations

from dataclasses import dataclass

from grammar import nodes as n

from ..compiler.scope import declaration_of
from .stated import statements, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from stdlib4d.registry import Declaration

#: Variables of 4D itself.
_SYSTEM = frozenset(
    "ok document error flddelimit recdelimit mousedown mousex mousey mouseproc keycode modifiers".split()
    + ["error line", "error method", "error formula"]
)
#: The types whose variables are Null, not empty, as long as they are not given a value.
_NULL = frozenset(("object", "collection", "variant", "pointer", "picture"))
_NULL_DECLARATIONS = frozenset((1216, 1488, 1683, 301, 286))
_DECLARATIONS = frozenset((284, 293, 285, 283, 282, 305, 307, 306, 604))
_ARRAYS = frozenset((218, 219, 220, 221, 222, 223, 224, 279, 280, 1221, 1222, 1223))
#: What parameters by their number stand as.
_PARAMETERS = "${…}"
THIS, CLEAR_VARIABLE, FORMULA = 1470, 89, 1597


@dataclass(frozen=True)
class Given:
    """A name that a block takes as given, as it stands there, and where."""

    name: str
    what: str
    start: int


class Givens:
    """What the unit *tree* takes as given, and what of it depends on that.

    *known* has the variables that a prelude sets, in lower case with their ``$``; *is_method* knows the methods that
    are at hand.
    """

    def __init__(
        self,
        tree: n.Unit,
        known: Collection[str],
        is_method: Callable[[str], bool],
        find_command: Callable[[int], Declaration | None],
    ) -> None:
        self._tree = tree
        #: What is taken as given; those that are declared, which makes them Null, in :attr:`null`.
        self.given: list[Given] = []
        self.null: list[Given] = []
        #: Names whose first mention is as an argument that a command may set, or want to be set.
        self._handed: dict[str, Given] = {}
        self._collect(_Mentions(find_command), set(known), is_method)
        self._tainted = {given.name.lower() for given in (*self.given, *self.null)}
        self._follow()

    def depends(self, node: n.Node) -> bool:
        """Whether *node* names something that is taken as given, or was made of it."""
        return any(name in self._tainted for name in names_in(node))

    def blame(self, node: n.Node) -> Given | None:
        """What *node* depends on: the first given name in it, or any; ``None`` when it depends on nothing."""
        names = names_in(node)
        everything = [*self.given, *self.null]
        named = next((given for given in everything if given.name.lower() in names), None)
        if named is not None or not self.depends(node):
            return named
        return everything[0] if everything else None

    def handed(self, node: n.Node) -> Given | None:
        """A variable that *node* hands to a command before anything has set it."""
        names = names_in(node)
        return next((given for name, given in self._handed.items() if name in names), None)

    def _collect(self, mentions: _Mentions, known: set[str], is_method: Callable[[str], bool]) -> None:
        done = known | _SYSTEM | {"$0"}
        declared: set[str] = set()
        for how, node in mentions.of(self._tree.body):
            name = _name(node)
            if name in done:
                continue
            if how == DECLARED:
                declared.add(name)
                continue
            done.add(name)
            if how == SET or (isinstance(node, n.Name) and is_method(node.name)):
                continue
            given = Given(_shown(node), _described(node, how, name in declared), node.start)
            if how == HANDED:
                self._handed[name] = given
            else:
                (self.null if name in declared else self.given).append(given)

    # ------------------------------------------------------------------ what depends on them

    def _follow(self) -> None:
        everything = list(statements(self._tree.body))
        size = -1
        while size != len(self._tainted):
            size = len(self._tainted)
            for statement in everything:
                if isinstance(statement, n.Assignment) and self.depends(statement):
                    self._tainted.update(list(names_in(statement.target))[-1:])
                elif (
                    isinstance(statement, n.Var)
                    and statement.value is not None
                    and self.depends(statement.value)
                ):
                    self._tainted.update(name for target in statement.names for name in names_in(target))
                elif isinstance(statement, n.ForEach) and self.depends(statement.source):
                    self._tainted.update(names_in(statement.item))
                elif isinstance(statement, n.ExpressionStatement) and self.depends(statement):
                    self._tainted.update(names_in(statement))


def _described(node: n.Node, how: str, declared: bool) -> str:
    shown = _shown(node)
    if how == CALLED:
        return f"the method {shown} is not there"
    if isinstance(node, n.Command):
        return "This stands for an object that the block does not have"
    if isinstance(node, n.Indirection) or (isinstance(node, n.Local) and node.name.isdecimal()):
        return f"the parameter {shown} is passed by nobody"
    if declared:
        return f"{shown} is Null: it is declared but not given a value before"
    return f"nothing sets {shown} before" + (
        "" if isinstance(node, n.Local) else ", and no method has this name"
    )


#: How a name is mentioned: read, called, set, declared as what is Null, or handed to a command that may set it.
READ, CALLED, SET, DECLARED, HANDED = "read", "called", "set", "declared", "handed"


class _Mentions:
    """The names of a tree in the order in which they are come by."""

    def __init__(self, find_command: Callable[[int], Declaration | None]) -> None:
        self._find = find_command
        self._in_formula = False

    def of(self, node: object) -> Iterator[tuple[str, n.Node]]:
        """How and where *node* mentions names."""
        if isinstance(node, (n.Local, n.Name, n.Interprocess)):
            if not (self._in_formula and node.name.isdecimal()):
                yield READ, node
        elif isinstance(node, n.Indirection):
            yield READ, node
            yield from self.of(node.index)
        elif isinstance(node, n.Command):
            if node.number == THIS and not self._in_formula:
                yield READ, node
        elif isinstance(node, n.Assignment):
            yield from self.of(node.value)
            if node.operator != ":=":
                yield from self.of(node.target)
            yield from self._set(node.target)
        elif isinstance(node, n.Var):
            yield from self.of(node.value)
            null = node.value is None and (
                node.type is None or node.type.name.lower() in _NULL or "." in node.type.name
            )
            for name in node.names:
                if isinstance(name, n.Indirection):
                    continue
                yield (DECLARED if null else SET), name
        elif isinstance(node, n.For):
            yield from self._set(node.counter)
            for part in (node.first, node.last, node.step, node.body):
                yield from self.of(part)
        elif isinstance(node, n.ForEach):
            yield from self.of(node.source)
            yield from self._set(node.item)
            yield from self.of((node.begin or (), node.stop or (), node.condition or (), node.body))
        elif isinstance(node, n.PointerTo):
            yield from self._set(node.target)
        elif isinstance(node, n.Declare):
            for parameter in node.parameters:
                yield READ, n.Local(parameter.start, parameter.end, parameter.name.lstrip("$"))
        elif isinstance(node, n.Call):
            yield from self._call(node)
        elif isinstance(node, tuple):
            for part in node:
                if isinstance(part, tuple):
                    yield from self.of(part)

    def _set(self, target: n.Node) -> Iterator[tuple[str, n.Node]]:
        while isinstance(target, n.Paren):
            target = target.inner
        if isinstance(target, (n.Local, n.Name, n.Interprocess)):
            yield SET, target
        else:
            yield from self.of(target)

    def _call(self, node: n.Call) -> Iterator[tuple[str, n.Node]]:
        callee = node.callee
        if isinstance(callee, n.Name):
            for argument in node.arguments:
                yield from self.of(argument)
            yield CALLED, callee
        elif not isinstance(callee, n.Command):
            yield from self.of(callee)
            for argument in node.arguments:
                yield from self.of(argument)
        elif callee.number == FORMULA:
            former, self._in_formula = self._in_formula, True
            yield from self.of(node.arguments)
            self._in_formula = former
        else:
            yield from self._arguments(callee.number, node.arguments)

    def _arguments(
        self, number: int | None, arguments: tuple[n.Node | None, ...]
    ) -> Iterator[tuple[str, n.Node]]:
        declaration = declaration_of(self._find, number, arguments)
        if declaration is not None and declaration.check_count(len(arguments)):
            declaration = None
        for index, argument in enumerate(arguments):
            if not isinstance(argument, (n.Local, n.Name, n.Interprocess)):
                yield from self.of(argument)
            elif number in _NULL_DECLARATIONS:
                yield DECLARED, argument
            elif number in _DECLARATIONS or number in _ARRAYS or number == CLEAR_VARIABLE:
                yield SET, argument
            elif declaration is not None and "Variable" in declaration.parameter(index).types:
                yield HANDED, argument
            else:
                yield from self.of(argument)


def names_in(node: object) -> list[str]:
    """The variables and methods that a tree names, in lower case, the first in the text last."""
    found = [part for part in walk(node) if isinstance(part, (n.Local, n.Name, n.Interprocess))]
    names = [_name(part) for part in sorted(found, key=lambda part: -part.start)]
    if any(isinstance(part, n.Indirection) for part in walk(node)):
        names.append(_PARAMETERS)
    if any(isinstance(part, n.Command) and part.number == THIS for part in walk(node)):
        names.append("this")
    return names


def _name(node: n.Node) -> str:
    return _shown(node).lower()


def _shown(node: n.Node) -> str:
    if isinstance(node, n.Indirection):
        return _PARAMETERS
    if isinstance(node, n.Local):
        return "$" + node.name
    return "<>" + node.name if isinstance(node, n.Interprocess) else getattr(node, "name", "")
