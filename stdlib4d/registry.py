"""Declarations of commands, functions and attributes.

The exact 4D spelling, number, parameters and result of a command stand once, in the decorator above the
Python function that does it. The declaration gives the arity and type check, the messages, the completion
and the help text::

    @command("Length", 16, "( aText : Text ) : Integer")
    def length(text: str) -> int:
        \"\"\"Returns the number of characters (commands/length.md).\"\"\"

The parameters are written as the reference writes them: types of one parameter are parted by commas,
``{;`` opens an optional rest, ``...name : Type`` repeats, ``...(a : Text; b : any)`` repeats a group,
``name : Operator`` is a bare ``*``, ``>`` or ``<``, ``name : Variable`` hands the function a
:class:`stdlib4d.references.Pointer` to the variable that stands there, to get and put its value.

A Python function whose first parameter is called ``run`` gets the :class:`stdlib4d.host.Run`; one of a class or of
Collection gets ``this`` first.

Signatures are parsed only when something is checked or asked, so that importing costs nothing.
"""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, READ_ONLY, TYPE_MISMATCH, LanguageError
from .references import Array, Pointer
from .values import (
    Date,
    NativeObject,
    StarType,
    Time,
    UndefinedType,
    UnsetType,
    is_instance,
    type_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar

    from .values import Value

    F = TypeVar("F", bound=Callable[..., Any])


class Parameter:
    """One parameter of a declaration: its name, the types it takes, whether it may be left out."""

    __slots__ = ("_converters", "name", "optional", "types")

    def __init__(self, name: str, types: tuple[str, ...], optional: bool) -> None:
        self.name = name
        self.types = types
        self.optional = optional
        self._converters = tuple(map(converter, types))

    def take(self, value: Value) -> Value:
        """*value* converted to one of the types, or :data:`MISMATCH`."""
        for convert in self._converters:
            converted = convert(value)
            if converted is not MISMATCH:
                return converted
        return MISMATCH


class Signature:
    """Parameters and result of a declaration.

    The last ``repeated`` parameters repeat as a group. ``least`` and ``most`` are the numbers of arguments, ``most`` is
    ``None`` for no limit.
    """

    __slots__ = ("least", "most", "parameters", "repeated", "result")

    def __init__(self, parameters: tuple[Parameter, ...], repeated: int, result: str) -> None:
        self.parameters = parameters
        self.repeated = repeated
        self.result = result
        self.least = sum(not one.optional for one in parameters)
        self.most = None if repeated else len(parameters)


class Declaration:
    """A command or function as its decorator declares it.

    ``number`` is the command number of 4D, 0 for a function of a class. ``takes_run`` and ``takes_this`` say
    what the Python function wants before the arguments of the script.
    """

    __slots__ = ("_parsed", "function", "name", "number", "signature", "takes_run", "takes_this")

    def __init__(self, name: str, number: int, signature: str, function: Callable[..., Any]) -> None:
        self.name = name
        self.number = number
        self.signature = signature
        self.function = function
        names = function.__code__.co_varnames[: function.__code__.co_argcount]
        self.takes_this = "this" in names[:2] or "self" in names[:1]
        self.takes_run = "run" in names[:2]
        self._parsed: Signature | None = None

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters in order; those that repeat stand at the end (see :attr:`repeated`)."""
        return self._parse().parameters

    @property
    def repeated(self) -> int:
        """How many of the last parameters repeat as a group: 0 when nothing does."""
        return self._parse().repeated

    @property
    def result(self) -> str:
        """The type of the result, an empty text for a command without one."""
        return self._parse().result

    @property
    def summary(self) -> str:
        """The first line of the description."""
        return (self.function.__doc__ or "").strip().partition("\n")[0]

    @property
    def syntax(self) -> str:
        """Name and signature, as help shows them."""
        return self.name + (" " if self.number else "") + self.signature

    def _parse(self) -> Signature:
        if self._parsed is None:
            self._parsed = parse_signature(self.signature)
        return self._parsed

    @property
    def arity(self) -> tuple[int, int | None]:
        """The least and the greatest number of arguments; ``None`` for no limit."""
        parsed = self._parse()
        return parsed.least, parsed.most

    def parameter(self, index: int) -> Parameter:
        """The parameter that the argument at *index* (from 0) belongs to."""
        parsed = self._parse()
        parameters, repeated = parsed.parameters, parsed.repeated
        if index < len(parameters):
            return parameters[index]
        first = len(parameters) - repeated
        return parameters[first + (index - first) % repeated]

    def check_count(self, count: int) -> str:
        """What is wrong with a call of *count* arguments; an empty text when nothing is."""
        least, most = self.arity
        if count < least or (most is not None and count > most):
            return f"{self.name}: {_count(least, most)} wanted, got {count}"
        return ""

    def bind(self, arguments: Sequence[Value]) -> list[Value]:
        """The arguments, checked and converted to the declared types; raises :class:`LanguageError`."""
        problem = self.check_count(len(arguments))
        if problem:
            raise LanguageError(ARGUMENT_UNEXPECTED, problem, hint=f"syntax: {self.syntax}")
        return [self.check(value, index) for index, value in enumerate(arguments)]

    def check(self, value: Value, index: int) -> Value:
        """The argument at *index*, converted to what its parameter takes; raises :class:`LanguageError`."""
        parameter = self.parameter(index)
        taken = parameter.take(value)
        if taken is MISMATCH:
            wanted = " or ".join(parameter.types)
            raise LanguageError(
                TYPE_MISMATCH,
                f"{self.name}: {parameter.name}: wanted {wanted}, got {type_name(value)}",
                hint=f"syntax: {self.syntax}",
            )
        return taken


def _count(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {least} argument{'s' * (least != 1)}"
    if least == most:
        return f"{least} argument{'s' * (least != 1)}" if least else "no argument"
    return f"{least} to {most} arguments"


MISMATCH = object()
"""What a converter returns for a value that its type cannot take."""


def converter(wanted: str) -> Callable[[Value], Value]:
    """Makes an argument of the 4D type *wanted* of a value, or :data:`MISMATCH`."""
    return _CONVERTERS.get(wanted) or (
        lambda value: value if wanted.startswith("4D.") and is_instance(value, wanted[3:]) else MISMATCH
    )


def convert(value: Value, wanted: str) -> Value:
    """*value* as an argument of the 4D type *wanted*, or :data:`MISMATCH`."""
    return converter(wanted)(value)


def _as_number(value: Value) -> Value:
    if value.__class__ is int or value.__class__ is float:
        return value
    if value.__class__ is Time:
        return value.seconds
    return value.current if isinstance(value, Array) else MISMATCH


def _as_integer(value: Value) -> Value:
    number = _as_number(value)
    if number.__class__ is not float:
        return number
    # An argument is rounded like a value assigned to an Integer variable.
    return int(number + 0.5 if number >= 0 else number - 0.5) if abs(number) < 2**53 else MISMATCH


def _as_time(value: Value) -> Value:
    if value.__class__ is Time:
        return value
    number = _as_integer(value)
    return MISMATCH if number is MISMATCH else Time(number)


def _as_object(value: Value) -> Value:
    if value.__class__ is dict or isinstance(value, (dict, NativeObject)):
        return value
    return None if value is None or isinstance(value, UnsetType) else MISMATCH


def _as_collection(value: Value) -> Value:
    if isinstance(value, list):
        return value
    return None if value is None or isinstance(value, UnsetType) else MISMATCH


def _as_blob(value: Value) -> Value:
    if value.__class__ is bytes:
        return value
    return value.data if is_instance(value, "Blob") else MISMATCH


def _exactly(wanted: type) -> Callable[[Value], Value]:
    return lambda value: value if value.__class__ is wanted else MISMATCH


def _anything(value: Value) -> Value:
    return None if isinstance(value, UnsetType) else value


_CONVERTERS: dict[str, Callable[[Value], Value]] = {
    "any": _anything,
    "Text": _exactly(str),
    "Real": _as_number,
    "Integer": _as_integer,
    "Boolean": _exactly(bool),
    "Date": _exactly(Date),
    "Time": _as_time,
    "Object": _as_object,
    "Collection": _as_collection,
    "Blob": _as_blob,
    "Operator": _exactly(StarType),
    "Array": _exactly(Array),
    "Pointer": _exactly(Pointer),
    "Variable": _exactly(Pointer),
    "Null": lambda value: value if value is None else MISMATCH,
    "Undefined": lambda value: value if value.__class__ is UndefinedType else MISMATCH,
}


def parse_signature(signature: str) -> Signature:
    """Reads a signature, as the module's docstring describes it."""
    inside, _, after = signature.strip().removeprefix("(").rpartition(")")
    result = after.strip().lstrip(":-> ").strip()
    parameters: list[Parameter] = []
    repeated = 0
    optional = False
    for part in inside.replace("{", " { ").replace("}", " ").split(";"):
        words = part.strip()
        if words.startswith("{"):
            optional, words = True, words.lstrip("{ ")
        if words.endswith("{"):
            words = words.rstrip("{ ")
        if words.startswith(("...(", "... (")):
            repeated, words = 1, words[words.index("(") + 1 :]
        elif words.startswith("..."):
            repeated, words = 1, words[3:]
        elif repeated:
            repeated += 1
        if words:
            name, _, types = words.rstrip(") ").partition(":")
            kinds = tuple(t.strip() for t in types.split(",")) if types.strip() else ("any",)
            parameters.append(Parameter(name.strip(), kinds, optional or bool(repeated)))
        optional = optional or "{" in part
    return Signature(tuple(parameters), repeated, result)


class Member:
    """What a script may use of an object of a class: one function or one attribute."""

    __slots__ = ("declaration", "get", "name", "put", "type")

    def __init__(
        self,
        name: str,
        type: str,
        get: Callable[[Value], Value] | None = None,
        declaration: Declaration | None = None,
        put: Callable[[Value, Value], None] | None = None,
    ) -> None:
        self.name = name
        self.type = type
        self.get = get
        self.put = put
        self.declaration = declaration


def command(name: str, number: int, signature: str) -> Callable[[F], F]:
    """Declares the decorated function as the 4D command *name*."""

    def declare(function: F) -> F:
        function.declaration = Declaration(name, number, signature, function)  # type: ignore[attr-defined]
        return function

    return declare


def function(name: str, signature: str) -> Callable[[F], F]:
    """Declares the decorated method (or, for Collection, function) as the function *name* of its class."""

    def declare(code: F) -> F:
        declaration = Declaration(name, 0, signature, code)
        code.member = Member(name, "4D.Function", declaration=declaration)  # type: ignore[attr-defined]
        return code

    return declare


def attribute(name: str, type: str, put: Callable[[Value, Value], None] | None = None) -> Callable[[F], F]:
    """Declares the decorated method, which takes only ``self``, as an attribute of its class.

    It is read-only without *put*, a method that takes ``self`` and the new value, not checked.
    """

    def declare(code: F) -> F:
        code.member = Member(name, type, get=code, put=put)  # type: ignore[attr-defined]
        return code

    return declare


def refuse_write(owner: NativeObject, name: str) -> LanguageError:
    """The error for an assignment to the read-only property *name* of *owner*."""
    return LanguageError(READ_ONLY, f"{type_name(owner)}.{name} is read-only")


def declarations(module: object) -> dict[int, Declaration]:
    """The commands that *module* declares, by number."""
    found = (getattr(value, "declaration", None) for value in vars(module).values())
    return {d.number: d for d in found if isinstance(d, Declaration)}


def functions(module: object) -> dict[str, Declaration]:
    """The class functions that *module* declares at its top level, by name."""
    members = (getattr(value, "member", None) for value in vars(module).values())
    return {m.name: m.declaration for m in members if isinstance(m, Member) and m.declaration is not None}
