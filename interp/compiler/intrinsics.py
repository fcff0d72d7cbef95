"""Commands that the compiler does itself, where it can do better than call them."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .classes import SUPER, super_call
from .exits import defer, deferred_formulas
from .formulas import formula
from .kinds import Code
from .process_variables import PROCESS_VARIABLES
from .scope import DEFER, DEFERRED_FORMULAS, FORMULA
from .values import checked, condition, list_of, object_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import Frame

    Arguments = tuple[n.Node | None, ...]


def _literal(name: str, kind: str) -> Callable[[Frame, n.Node, Arguments], Code]:
    values = {"True": True, "False": False, "Null": None}

    def emit(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
        return Code(frame.constant(values[name]), kind)

    return emit


def _undefined(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    if not arguments:
        return Code(frame.name(".undefined"), k.UNDEFINED)
    if len(arguments) > 1 or not isinstance(arguments[0], n.Expression):
        frame.error("argument-count", f"Undefined: 1 argument wanted, got {len(arguments)}", node)
        return Code(frame.constant(False), k.BOOLEAN)
    code = frame.expression(arguments[0])
    if code.kind in k.STORABLE:
        evaluated = ast.Tuple([code.expr], ast.Load(), **frame.position)
        return Code(frame.both(evaluated, frame.constant(False)), k.BOOLEAN)
    return Code(frame.compare(code.expr, ast.Is(), frame.name(".undefined")), k.BOOLEAN)


def _not(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    if len(arguments) != 1 or not isinstance(arguments[0], n.Expression):
        return None
    code = frame.expression(arguments[0])
    if code.kind != k.BOOLEAN:
        return None
    return Code(ast.UnaryOp(ast.Not(), code.expr, **frame.position), k.BOOLEAN)


def _new_object(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    """An object at once where its properties are literals, each another one; else it is the command's business."""
    pairs = [
        (name.value, item)
        for name, item in zip(arguments[::2], arguments[1::2], strict=False)
        if isinstance(name, n.String) and isinstance(item, n.Expression)
    ]
    if 2 * len({name for name, _ in pairs}) != len(arguments):
        return None
    return object_of(frame, pairs)


def _new_collection(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    if not all(isinstance(item, n.Expression) for item in arguments):
        return None
    return list_of(frame, [frame.expression(item) for item in arguments if item is not None])


def _count_parameters(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
    return Code(frame.call(".len", frame.name(".arguments")), k.INTEGER)


def _copy_parameters(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    """``Copy parameters(startFrom)``: those of the method, or in a formula its own."""
    if len(arguments) > 1 or not all(isinstance(argument, n.Expression) for argument in arguments):
        frame.error("argument-count", "Copy parameters: 0 to 1 arguments wanted", node)
        return Code(frame.constant(None), k.ANY)
    first = [
        frame.as_kind(frame.expression(argument), k.INTEGER, "Copy parameters: startFrom")
        for argument in arguments
        if argument is not None
    ]
    return Code(frame.call(".parameters", frame.name(".arguments"), *first), k.COLLECTION)


def _user_classes(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    return Code(frame.call(".user_classes", frame.name(".run")), k.ANY)


def _this(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
    return Code(frame.name(".this"), k.ANY)


def _type(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    """``Type(variable)``: the declared type of a variable, as far as there is one."""
    argument = arguments[0] if len(arguments) == 1 else None
    if not isinstance(argument, n.Local):
        return None
    declared = frame.scope.local(argument.name, argument).declared
    if declared is None:
        return None
    number = _TYPE_NUMBERS.get(declared.lower(), 38 if "." in declared else 12)
    return Code(frame.constant(number), k.INTEGER)


_TYPE_NUMBERS = {
    "text": 2,
    "real": 1,
    "number": 1,
    "integer": 9,
    "longint": 9,
    "boolean": 6,
    "date": 4,
    "time": 11,
    "object": 38,
    "collection": 42,
    "blob": 30,
    "variant": 12,
    "pointer": 23,
    "picture": 3,
}


def _assert(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    """``ASSERT``: without a message, the text of the assertion is it. Nothing is called while it holds."""
    test = arguments[0] if arguments else None
    message = arguments[1] if len(arguments) == 2 else test
    declaration = frame.library.find_command(1129)
    if len(arguments) > 2 or not isinstance(test, n.Expression) or message is None or declaration is None:
        return None
    frame.uses["c.1129"] = declaration
    holds = condition(frame, test)
    if len(arguments) == 2:
        text = checked(frame, declaration, 1, message)
    else:
        text = frame.constant(frame.source.text[test.start : test.end])
    failed = frame.call("c.1129", frame.name(".run"), frame.constant(False), text)
    checked_one = frame.choose(holds, frame.name(".undefined"), failed)
    # Switched off, nothing of it is evaluated (commands/set-assert-enabled.md).
    return Code(frame.choose(frame.name(".asserts"), checked_one, frame.name(".undefined")), k.UNDEFINED)


def _method_name(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
    return Code(frame.constant(frame.unit_name), k.TEXT)


def _class_store(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
    return Code(frame.call(".class_store"), k.ANY)


def _declaring(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
    """``C_TEXT($a)``: the scope has read it already."""
    return Code(frame.name(".undefined"), k.UNDEFINED)


#: What the compiler does itself; one that returns ``None`` leaves this call to the declared command.
INTRINSICS: dict[int | None, Callable[[Frame, n.Node, Arguments], Code | None]] = {
    214: _literal("True", k.BOOLEAN),
    215: _literal("False", k.BOOLEAN),
    1517: _literal("Null", k.NULL),
    82: _undefined,
    34: _not,
    1471: _new_object,
    1472: _new_collection,
    259: _count_parameters,
    1790: _copy_parameters,
    1470: _this,
    FORMULA: formula,
    DEFER: defer,
    DEFERRED_FORMULAS: deferred_formulas,
    1710: _user_classes,
    **dict.fromkeys(SUPER, super_call),
    295: _type,
    1129: _assert,
    684: _method_name,
    1709: _class_store,
    **PROCESS_VARIABLES,
    **dict.fromkeys(k.DECLARING, _declaring),
}
