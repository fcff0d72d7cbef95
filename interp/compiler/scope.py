"""The names of one method or function: which variables it has, what they are declared as, where they are set."""

from __future__ import annotations

from grammar import nodes as n

from . import kinds as k

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stdlib4d.registry import Declaration


class Variable:
    """A local variable, or a process variable as one method sees it."""

    __slots__ = (
        "array",
        "assigned",
        "declared",
        "first",
        "kind",
        "legacy",
        "name",
        "parameter",
        "places",
        "pointed",
        "python",
    )

    def __init__(self, name: str, first: n.Node, python: str) -> None:
        self.name = name  # in its first spelling
        self.first = first
        self.python = python
        self.kind = k.ANY
        self.declared: str | None = None
        self.assigned = False
        self.parameter = False
        self.array = False
        self.legacy = False  # declared with C_TEXT and its like
        self.pointed = False  # to it, or may be
        #: Where in the source it is assigned.
        self.places: list[int] = []

    @property
    def title(self) -> str:
        """Its name as a script writes it."""
        return self.name if self.python.startswith("v.") else "$" + self.name

    def assigned_between(self, start: int, end: int) -> bool:
        """Whether anything from *start* to *end* of the source assigns to it."""
        return any(start <= place < end for place in self.places)

    @property
    def class_name(self) -> str:
        """The class of the ``4D`` store whose instances it holds; an empty text where any value of its kind will do."""
        name = self.declared or ""
        return (
            name[3:]
            if name[:3].lower() == "4d." and self.kind == k.OBJECT and name.lower() != "4d.object"
            else ""
        )


#: The command number of Formula, whose argument is code.
FORMULA = 1597
#: The command number of This.
THIS = 1470
#: The command numbers of defer and Deferred formulas, and of throw, which may defer an error.
DEFER, DEFERRED_FORMULAS, THROW = 1860, 1861, 1805
#: A command that gets a variable, not its value.
CLEAR_VARIABLE = 89
#: Names count up to here; 4D cuts off the rest (Concepts/variables.md).
LONGEST = 31
#: What stands for any number of parameters.
ELLIPSES = ("...", "\u2026")
#: Names that Python's own syntax tree refuses.
_RESERVED = frozenset(("None", "True", "False", "__debug__"))


class Scope:
    """The variables of one body, found by one walk through its tree."""

    def __init__(
        self,
        body: n.Block,
        parameters: tuple[n.Parameter, ...],
        result: n.Result | None,
        find_command: Callable[[int], Declaration | None],
    ) -> None:
        self._find_command = find_command
        self._inference = Inference(find_command)
        self.locals: dict[str, Variable] = {}
        self.process: dict[str, Variable] = {}
        #: The largest number of a parameter that is used as ``$1``, ``$2`` …
        self.highest = 0
        self.indirect = False
        self._in_formula = 0
        self.counts = False
        #: Whether This is used.
        self.this = False
        #: Where something is put off until the method ends.
        self.defers: n.Node | None = None
        for parameter in parameters:
            if parameter.name in ELLIPSES:
                self.indirect = True
            else:
                variable = self.local(parameter.name.lstrip("$"), parameter)
                variable.parameter = variable.assigned = True
                self._declare(variable, parameter.type)
        if result is not None and result.name is not None:
            variable = self.local(result.name.lstrip("$"), result)
            variable.assigned = True
            self._declare(variable, result.type)
        for statement in body:
            self._walk(statement)

    def local(self, name: str, node: n.Node) -> Variable:
        """The local variable *name*, made when it is new."""
        key = name[:LONGEST].lower()
        found = self.locals.get(key)
        if found is None:
            found = self.locals[key] = Variable(name, node, name + "_" if name in _RESERVED else name)
            if name.isdecimal() and name != "0":
                self.highest = max(self.highest, int(name))
                found.parameter = found.assigned = True
        return found

    def process_variable(self, name: str, node: n.Node) -> Variable:
        """The process variable *name*, made when it is new."""
        key = name[:LONGEST].lower()
        found = self.process.get(key)
        if found is None:
            found = self.process[key] = Variable(name, node, "v." + key)
        return found

    def _declare(self, variable: Variable, type_: n.Type | None) -> None:
        name = "Variant" if type_ is None else type_.name
        if variable.declared is None:
            variable.declared = name
            variable.kind = kind_of_type(name)
        elif variable.declared.lower() != name.lower():
            variable.kind = k.ANY

    def _declaration(self, name: n.Node, type_: n.Type | None) -> None:
        if isinstance(name, n.Local):
            known = name.name.lower() in self.locals
            variable = self.local(name.name, name)
            if known and variable.declared is None and not variable.parameter:
                variable.declared = "Variant"  # used before it is declared: it keeps what it has
            self._declare(variable, type_)
            variable.assigned = True
            variable.places.append(name.start)
        elif isinstance(name, n.Name):
            variable = self.process_variable(name.name, name)
            self._declare(variable, type_)
            variable.assigned = True

    def _walk(self, node: object) -> None:
        if isinstance(node, n.Node):
            if isinstance(node, n.Local):
                if not (self._in_formula and node.name.isdecimal()):
                    self.local(node.name, node)
            elif isinstance(node, n.Name):
                self.process_variable(node.name, node)
            elif isinstance(node, n.Var):
                for name in node.names:
                    self._declaration(name, node.type or self._inference.type_of(node.value))
                    if isinstance(name, n.Local) and name.name.isdecimal():
                        self.local(name.name, name).legacy = True
                self._walk(node.value)
            elif isinstance(node, n.Call) and isinstance(node.callee, n.Command):
                declared = k.DECLARING.get(node.callee.number)
                if declared is not None:
                    for argument in node.arguments:
                        if isinstance(argument, n.Node):
                            self._declaration(argument, n.Type(node.start, node.end, declared))
                        if isinstance(argument, n.Local):
                            self.local(argument.name, argument).legacy = True
                elif node.callee.number in k.ARRAYS:
                    self._array(node.arguments)
                elif node.callee.number in (FORMULA, DEFER):
                    # Its parameters are its own; its variables are ours.
                    if node.callee.number == DEFER:
                        self.defers = node
                    counts, indirect = self.counts, self.indirect
                    self._in_formula += 1
                    self._walk(node.arguments)
                    self._in_formula -= 1
                    self.counts, self.indirect = counts, indirect
                else:
                    self._command(node.callee, node.arguments)
                    self._given(node.callee.number, node.arguments)
                    if node.callee.number == CLEAR_VARIABLE and isinstance(node.arguments[0], n.Local):
                        self.local(node.arguments[0].name, node.arguments[0]).places.append(node.start)
                    for argument in node.arguments:
                        self._walk(argument)
            elif isinstance(node, n.Command):
                self._command(node)
            elif isinstance(node, n.Indirection):
                self.indirect = True
                self._walk(node.index)
            else:
                if isinstance(node, n.Assignment):
                    self._assigned(node.target)
                elif isinstance(node, n.For):
                    self._assigned(node.counter)
                elif isinstance(node, n.ForEach):
                    self._assigned(node.item)
                elif isinstance(node, n.PointerTo):
                    self._assigned(node.target)
                    if isinstance(node.target, (n.Local, n.Name)):
                        self._point(node.target)
                for child in _children(node):
                    self._walk(child)
        elif isinstance(node, tuple):
            for child in node:
                self._walk(child)

    def _array(self, arguments: tuple[n.Node | None, ...]) -> None:
        """``ARRAY TEXT(variable; …)`` and its like."""
        target = arguments[0] if arguments else None
        if isinstance(target, (n.Local, n.Name)):
            variable = (
                self.local(target.name, target)
                if isinstance(target, n.Local)
                else self.process_variable(target.name, target)
            )
            variable.array = variable.assigned = True
            variable.kind = k.ANY
        for argument in arguments:
            self._walk(argument)

    def _given(self, number: int | None, arguments: tuple[n.Node | None, ...]) -> None:
        """A variable without a type that a command gets to put something into may become an array there."""
        variables = [(at, one) for at, one in enumerate(arguments) if isinstance(one, (n.Local, n.Name))]
        if not variables or number in _COMMANDS:
            return  # before the module of the command is loaded
        declaration = declaration_of(self._find_command, number, arguments)
        if declaration is None or declaration.check_count(len(arguments)):
            return
        for at, one in variables:
            if "Variable" in declaration.parameter(at).types:
                self._point(one)

    def _point(self, target: n.Local | n.Name) -> None:
        """What points to a variable without a type may make an array of it."""
        local = isinstance(target, n.Local)
        variable = (self.local if local else self.process_variable)(target.name, target)
        variable.pointed = True
        variable.array = variable.array or (variable.kind == k.ANY and variable.declared is None)

    def _command(self, node: n.Command, arguments: tuple[n.Node | None, ...] = ()) -> None:
        if node.number in (259, 1790):  # Count parameters, Copy parameters
            self.counts = True
        elif node.number == THIS:
            self.this = True
        elif node.number == THROW and len(arguments) < 2 and not isinstance((*arguments, None)[0], n.Number):
            self.defers = node

    def _assigned(self, target: n.Expression) -> None:
        while isinstance(target, (n.Character, n.Element, n.Paren)):
            target = target.inner if isinstance(target, n.Paren) else target.object
        if isinstance(target, n.Local):
            variable = self.local(target.name, target)
            variable.assigned = True
            variable.places.append(target.start)
        elif isinstance(target, n.Name):
            self.process_variable(target.name, target).assigned = True


def _children(node: n.Node) -> Iterator[object]:
    values: tuple[object, ...] = node  # type: ignore[assignment]
    for value in values[2:]:
        if isinstance(value, tuple):
            yield value


def declaration_of(
    find_command: Callable[[int], Declaration | None],
    number: int | None,
    arguments: tuple[n.Node | None, ...],
) -> Declaration | None:
    """The declaration for a call of the command *number*.

    A star in front may select a form of its own, with other arguments than the one without it.
    """
    if number is None:
        return None
    starred = bool(arguments) and isinstance(arguments[0], n.Bare)
    return (find_command(-number) if starred else None) or find_command(number)


class Inference:
    """The type of ``var $x := value``, where the value shows it (Concepts/variables.md)."""

    def __init__(self, find_command: Callable[[int], Declaration | None]) -> None:
        self._find_command = find_command

    def type_of(self, value: n.Node | None) -> n.Type | None:
        """The most general type of *value*; ``None`` where only the run can tell."""
        name = self._name(value)
        return n.Type(value.start, value.end, name) if name and value is not None else None

    def _name(self, value: n.Node | None) -> str:
        if isinstance(value, n.Paren):
            return self._name(value.inner)
        if isinstance(value, n.Negate):
            return self._name(value.operand)
        if isinstance(value, n.Chain):
            return self._of_chain(value)
        if isinstance(value, n.Ternary):
            then, otherwise = self._name(value.then), self._name(value.otherwise)
            return then if then == otherwise else ""
        command = value.callee if isinstance(value, n.Call) else value
        if isinstance(command, n.Command) and command.number is not None:
            return self._of_command(command.number)
        return _LITERALS.get(type(value), "")

    def _of_chain(self, chain: n.Chain) -> str:
        """Only sums and the like of one type, and comparisons."""
        types = {self._name(operand) for operand in (chain.first, *(operand for _, operand in chain.rest))}
        symbols = {operator.symbol for operator, _ in chain.rest}
        if len(types) == 1 and (
            (types == {"Text"} and symbols == {"+"}) or (types == {"Real"} and symbols <= _ARITHMETIC)
        ):
            return types.pop()
        return "Boolean" if chain.rest[-1][0].symbol in _COMPARISONS else ""

    def _of_command(self, number: int) -> str:
        known = _COMMANDS.get(number)
        if known is None:
            declaration = self._find_command(number)
            known = declaration.result if declaration is not None else ""
        return _GENERAL.get(known, "")


_ARITHMETIC = frozenset("+-*/\\%^")
_COMPARISONS = frozenset(("=", "#", "<", ">", "<=", ">="))
#: What the compiler makes itself: True, False, Not, New object, New collection, Formula.
_COMMANDS = {
    214: "Boolean",
    215: "Boolean",
    34: "Boolean",
    1471: "Object",
    1472: "Collection",
    FORMULA: "Object",
}
#: The result of a command, and the type of the variable that it begins: of numbers the most general one.
_GENERAL = {
    "Integer": "Real",
    "Number": "Real",
    **{name: name for name in ("Real", "Text", "Boolean", "Date", "Time", "Object", "Collection")},
}
_LITERALS: dict[type, str] = {
    n.String: "Text",
    n.Number: "Real",
    n.DateLiteral: "Date",
    n.TimeLiteral: "Time",
    n.ObjectLiteral: "Object",
    n.CollectionLiteral: "Collection",
}


def kind_of_type(name: str) -> str:
    """The kind of a variable declared with the type *name*."""
    lower = name.lower()
    if lower.startswith(("4d.", "cs.")):
        return k.OBJECT
    return k.DECLARED.get(lower, k.ANY)
