"""The tree: frozen nodes, each with the span of text it was read from.

A node is a tuple: the offsets ``start`` and ``end`` in the source text (in characters, end exclusive), then
its fields. Tuples compare by content, cost nothing to create, and the classes below cost next to nothing to
import, which dataclasses do. Lists of nodes are tuples; what is absent is ``None``.
"""

from __future__ import annotations

from _operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import dataclass_transform
else:

    def dataclass_transform(**_options: object):
        return lambda cls: cls


#: Reading the field at an index; a property can serve any number of classes.
_GETTERS = [property(itemgetter(index)) for index in range(10)]


@dataclass_transform(frozen_default=True)
class NodeMeta(type):
    """Gives each node class its fields, in the order of their annotations."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, object]) -> NodeMeta:
        namespace["__slots__"] = ()
        annotations = namespace.get("__annotations__", {})
        inherited = bases[0].__dict__.get("_fields", ()) if bases else ()
        fields = (*inherited, *annotations)  # type: ignore[misc]
        namespace["_fields"] = fields
        namespace.update(zip(fields[len(inherited) :], _GETTERS[len(inherited) :], strict=False))
        return type.__new__(mcs, name, bases, namespace)


if TYPE_CHECKING:

    class Node(metaclass=NodeMeta):
        """What every node has: where it stands in the source."""

        start: int
        end: int

else:

    class Node(tuple, metaclass=NodeMeta):
        """What every node has: where it stands in the source."""

        start: int
        end: int

        def __new__(cls, *values):
            return tuple.__new__(cls, values)

        def __repr__(self):
            fields = ", ".join(f"{f}={v!r}" for f, v in zip(self._fields[2:], self[2:], strict=True))
            return f"{type(self).__name__}[{self[0]}:{self[1]}]({fields})"

        def __eq__(self, other):
            return type(self) is type(other) and tuple.__eq__(self, other)

        def __hash__(self):
            return tuple.__hash__(self)


class Expression(Node):
    """Anything that has a value."""


class Statement(Node):
    """Anything that is done."""


Block = tuple[Statement, ...]


class Type(Node):
    """A type as written: ``Text``, ``4D.File``, ``cs.Person``."""

    name: str


# ------------------------------------------------------------------ literals and names


class Number(Expression):
    """A numeric literal, ``0x1F`` and ``1,5`` too."""

    value: int | float


class String(Expression):
    """A text literal, its escapes and continued lines resolved."""

    value: str


class DateLiteral(Expression):
    """``!2024-01-31!`` as year, month and day; the null date is 0, 0, 0."""

    year: int
    month: int
    day: int


class TimeLiteral(Expression):
    """``?10:30:00?`` in seconds."""

    seconds: int


class Local(Expression):
    """A local variable; ``name`` has no ``$``."""

    name: str


class Interprocess(Expression):
    """An interprocess variable; ``name`` has no ``<>``."""

    name: str


class Name(Expression):
    """A word that is no word of 4D: a process variable or a project method."""

    name: str


class Command(Expression):
    """A command, not called yet. ``number`` is its command number."""

    number: int
    name: str


class Constant(Expression):
    """A predefined constant and its value (``None`` when it is not known)."""

    value: int | float | str | None
    name: str


class Field(Expression):
    """A table or a field of the database, as written."""

    name: str


class Indirection(Expression):
    """``${n}``: the parameter whose number is the value of ``index``."""

    index: Expression


# ------------------------------------------------------------------ paths and calls


class Member(Expression):
    """``object.name``."""

    object: Expression
    name: str


class Index(Expression):
    """``collection[index]`` or ``object["name"]``."""

    object: Expression
    index: Expression


class Character(Expression):
    """``text[[index]]``."""

    object: Expression
    index: Expression


class Element(Expression):
    """``array{index}``; of a blob, one byte."""

    object: Expression
    index: Expression


class Dereference(Expression):
    """``pointer->``."""

    object: Expression


class PointerTo(Expression):
    """``->variable``."""

    target: Expression


class Call(Expression):
    """``callee(arguments)``; an argument left out between semicolons is ``None``."""

    callee: Expression
    arguments: tuple[Node | None, ...]


class Bare(Node):
    """An operator standing as an argument: ``*``, ``>``, ``<``."""

    symbol: str


class Conjunction(Node):
    """A condition of a query with what joins it to the one before: ``& [Table]Field=1``."""

    symbol: str
    condition: Expression


class Operator(Node):
    """A binary operator."""

    symbol: str


# ------------------------------------------------------------------ operations


class Chain(Expression):
    """``first operator operand operator operand …``, evaluated from left to right."""

    first: Expression
    rest: tuple[tuple[Operator, Expression], ...]


class Negate(Expression):
    """``-operand``."""

    operand: Expression


class Ternary(Expression):
    """``test ? then : otherwise``."""

    test: Expression
    then: Expression
    otherwise: Expression


class ObjectLiteral(Expression):
    """``{name: value; …}`` as pairs of name and value."""

    pairs: tuple[tuple[str, Expression], ...]


class CollectionLiteral(Expression):
    """``[value; …]``."""

    items: tuple[Expression, ...]


class Paren(Expression):
    """``(expression)``: kept because `If (…)` may be followed by a statement only after one."""

    inner: Expression


class TryExpression(Expression):
    """``Try(expression)``."""

    body: Node


# ------------------------------------------------------------------ statements


class ExpressionStatement(Statement):
    """An expression whose value is not used: nearly always a call."""

    expression: Expression


class Assignment(Statement):
    """``target := value``; ``operator`` is ``:=``, ``+=``, ``-=``, ``*=`` or ``/=``."""

    target: Expression
    operator: str
    value: Expression


class Var(Statement):
    """``var names : type := value``."""

    names: tuple[Expression, ...]
    type: Type | None
    value: Expression | None


class Return(Statement):
    """``return value``."""

    value: Expression | None


class Break(Statement):
    """``break``."""


class Continue(Statement):
    """``continue``."""


class Branch(Node):
    """A condition and what is done when it holds. ``inline`` when a statement stands on its line."""

    test: Expression
    body: Block
    inline: bool


class If(Statement):
    """``If … Else … End if``; ``otherwise`` is ``None`` without an Else."""

    branch: Branch
    otherwise: Block | None


class Case(Statement):
    """``Case of … End case``."""

    branches: tuple[Branch, ...]
    otherwise: Block | None


class While(Statement):
    """``While … End while``."""

    branch: Branch


class Repeat(Statement):
    """``Repeat … Until``."""

    body: Block
    until: Expression


class For(Statement):
    """``For (counter; first; last; step) … End for``."""

    counter: Expression
    first: Expression
    last: Expression
    step: Expression | None
    body: Block


class LoopCondition(Node):
    """The ``While (…)`` or ``Until (…)`` of a ``For each``; ``at_end`` for Until."""

    test: Expression
    at_end: bool


class ForEach(Statement):
    """``For each (item; source; begin; end) Until (…) … End for each``."""

    item: Expression
    source: Expression
    begin: Expression | None
    stop: Expression | None
    condition: LoopCondition | None
    body: Block


class Use(Statement):
    """``Use (shared) … End use``."""

    branch: Branch


class Try(Statement):
    """``Try … Catch … End try``; ``handler`` is ``None`` without a Catch."""

    body: Block
    handler: Block | None


class Parameter(Node):
    """A declared parameter; ``name`` is ``...`` for any number of further ones."""

    name: str
    type: Type | None


class Result(Node):
    """A declared result: its variable, if named, and its type."""

    name: str | None
    type: Type | None


class Declare(Statement):
    """``#DECLARE (parameters) -> result``."""

    parameters: tuple[Parameter, ...]
    result: Result | None


class Property(Node):
    """One property of a ``property`` statement."""

    name: str
    type: Type | None
    value: Expression | None


class Properties(Statement):
    """``property a; b : Text``."""

    properties: tuple[Property, ...]


class Extends(Statement):
    """``Class extends name``."""

    name: str


class Alias(Statement):
    """``Alias name path`` of a data class."""

    text: str


class Sql(Statement):
    """``Begin SQL … End SQL``."""

    text: str


class Function(Node):
    """A function of a class: ``head`` is the text before its parameters, in normal spacing."""

    head: str
    parameters: tuple[Parameter, ...]
    result: Result | None
    body: Block


class Unit(Node):
    """One ``.4dm`` file: a method, or a class when it has functions."""

    body: Block
    functions: tuple[Function, ...]
