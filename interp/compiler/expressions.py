"""Expressions of the tree to expressions of Python's syntax tree."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n
from grammar.source import SyntaxProblem

from . import kinds as k
from .frame import is_simple
from .kinds import Code
from .operations import BINARY, literal_text, negate, truthy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib4d.registry import Declaration

    from .frame import Frame

    Arguments = tuple[n.Node | None, ...]

#: How deep expressions may nest.
MAX_DEPTH = 500


def expression(frame: Frame, node: n.Node) -> Code:
    """The code for *node*, placed at *node*."""
    former = frame.at(node)
    frame.depth += 1
    if frame.depth > MAX_DEPTH:
        raise SyntaxProblem("the expression is nested too deeply", node.start, node.end, code="too-deep")
    code = _HANDLERS[type(node)](frame, node)
    frame.depth -= 1
    frame.position = former
    return code


def value(frame: Frame, node: n.Node) -> ast.expr:
    """The code for *node* as a value to keep or pass on."""
    code = expression(frame, node)
    former = frame.at(node)
    expr = frame.plain(code)
    frame.position = former
    return expr


def condition(frame: Frame, node: n.Expression) -> ast.expr:
    """The code for *node* as the test of a structure: undefined is false."""
    code = expression(frame, node)
    if code.kind == k.BOOLEAN:
        return code.expr
    former = frame.at(node)
    if code.kind == k.ANY:
        first, again = frame.split(code.expr)
        test: ast.expr = frame.choose(frame.is_class(first, ".bool"), again(), frame.call(".truth", again()))
    else:
        test = frame.call(".truth", code.expr)
    frame.position = former
    return test


# ------------------------------------------------------------------ literals and names


def _number(frame: Frame, node: n.Number) -> Code:
    if isinstance(node.value, int):
        return Code(frame.constant(node.value), k.INTEGER, (node.value, node.value))
    return Code(frame.constant(node.value), k.REAL)


def _string(frame: Frame, node: n.String) -> Code:
    return Code(frame.constant(node.value), k.TEXT)


def _date(frame: Frame, node: n.DateLiteral) -> Code:
    if not node.year:
        return Code(frame.name(".null_date"), k.DATE)
    parts = [frame.constant(part) for part in (node.year, node.month, node.day)]
    return Code(frame.call(".date", *parts), k.DATE)


def _time(frame: Frame, node: n.TimeLiteral) -> Code:
    return Code(frame.call(".Time", frame.constant(node.seconds)), k.TIME)


def _local(frame: Frame, node: n.Local) -> Code:
    variable = frame.scope.local(node.name, node)
    if not variable.assigned and variable.first is node:
        frame.warn(
            "undefined-variable",
            f"${node.name} is read but never given a value",
            node,
            hint="declare it with var, or check its spelling",
        )
    return Code(frame.name(variable.python), variable.kind, variable.bounds)


def _name(frame: Frame, node: n.Name) -> Code:
    if frame.library.is_method(node.name):
        return _call_method(frame, node, node.name, ())
    variable = frame.scope.process_variable(node.name, node)
    if node.name.lower() in _SYSTEM_VARIABLES:
        kind = _SYSTEM_VARIABLES[node.name.lower()]
        frame.process.add(variable.python)
        return Code(frame.name(variable.python), kind)
    if not variable.assigned and variable.first is node:
        frame.unknown_name(node)
    frame.process.add(variable.python)
    return Code(frame.name(variable.python), k.ANY)


#: Variables that 4D maintains (Concepts/variables.md, "System variables").
_SYSTEM_VARIABLES: dict[str, str] = {
    "ok": k.ANY,
    "document": k.ANY,
    "error": k.ANY,
    "error line": k.ANY,
    "error method": k.ANY,
    "error formula": k.ANY,
    "flddelimit": k.ANY,
    "recdelimit": k.ANY,
}


def _interprocess(frame: Frame, node: n.Interprocess) -> Code:
    name = "<>" + node.name.lower()
    frame.process.add(name)
    return Code(frame.name(name), k.ANY)


def _constant(frame: Frame, node: n.Constant) -> Code:
    if node.value is None:
        frame.error("unknown-constant", f"the value of the constant {node.name} is not known", node)
        return Code(frame.constant(None), k.ANY)
    if isinstance(node.value, str):
        return Code(frame.constant(node.value), k.TEXT)
    if isinstance(node.value, int):
        return Code(frame.constant(node.value), k.INTEGER, (node.value, node.value))
    return Code(frame.constant(node.value), k.REAL)


def _paren(frame: Frame, node: n.Paren) -> Code:
    return expression(frame, node.inner)


def _unsupported(what: str) -> Callable[[Frame, n.Node], Code]:
    def report(frame: Frame, node: n.Node) -> Code:
        frame.error("unsupported", f"{what} are not supported yet", node)
        return Code(frame.constant(None), k.ANY)

    return report


def _field(frame: Frame, node: n.Field) -> Code:
    frame.error("no-database", f"{node.name}: there are no tables or fields without a database", node)
    return Code(frame.constant(None), k.ANY)


def _indirection(frame: Frame, node: n.Indirection) -> Code:
    index = frame.as_kind(expression(frame, node.index), k.INTEGER, "${…}")
    return Code(frame.call(".parameter", frame.name(".arguments"), index), k.ANY)


# ------------------------------------------------------------------ paths


def _member(frame: Frame, node: n.Member) -> Code:
    class_ = native_class(node)
    if class_ is not None:
        return _class_value(frame, node, class_)
    owner = expression(frame, node.object)
    if owner.kind == k.COLLECTION and node.name == "length":
        first, again = frame.split(owner.expr)
        slow = frame.call(".get", again(), frame.constant("length"))
        return Code(frame.choose(frame.is_class(first, ".list"), frame.call(".len", again()), slow), k.ANY)
    return Code(get_member(frame, owner.expr, node.name), k.ANY)


def get_member(frame: Frame, owner: ast.expr, name: str) -> ast.expr:
    """Reading property *name* of *owner*: inline for a plain object that has it."""
    first, again = frame.split(owner)
    key = frame.constant(name)
    has = frame.compare(frame.constant(name), ast.In(), again())
    test = frame.both(frame.is_class(first, ".dict"), has)
    return frame.choose(
        test, frame.subscript(again(), key), frame.call(".get", again(), frame.constant(name))
    )


def _index(frame: Frame, node: n.Index) -> Code:
    owner = expression(frame, node.object)
    index = expression(frame, node.index)
    name = literal_text(index)
    if name is not None:
        return Code(get_member(frame, owner.expr, name), k.ANY)
    return Code(frame.call(".index", owner.expr, index.expr), k.ANY)


def _character(frame: Frame, node: n.Character) -> Code:
    text = frame.as_kind(expression(frame, node.object), k.TEXT, "[[…]]")
    index = frame.as_kind(expression(frame, node.index), k.INTEGER, "[[…]]")
    return Code(frame.call(".character", text, index), k.TEXT)


def _element(frame: Frame, node: n.Element) -> Code:
    owner = expression(frame, node.object)
    index = frame.as_kind(expression(frame, node.index), k.INTEGER, "{…}")
    return Code(frame.call(".element", owner.expr, index), k.ANY)


def native_class(node: n.Expression) -> str | None:
    """The name of the class that ``4D.Name`` stands for."""
    if isinstance(node, n.Member) and isinstance(node.object, n.Command) and node.object.number == 1709:
        return node.name
    return None


def _class_value(frame: Frame, node: n.Member, name: str) -> Code:
    if not check_class(frame, "4D." + name, node):
        return Code(frame.constant(None), k.ANY)
    return Code(frame.call(".class", frame.constant(name)), k.ANY)


def check_class(frame: Frame, name: str, node: n.Node) -> bool:
    """Whether *name* (as declared: ``4D.File``, ``Text``) can be used; reports it when it cannot."""
    if name.lower().startswith("4d."):
        have = frame.library.classes.get(name[3:].lower())
        if have is None:
            frame.error("unknown-class", f"there is no class {name}", node, hint="check its spelling")
        elif not have:
            frame.error("not-in-subset", f"{name} is a class that this interpreter does not have", node)
        return bool(have)
    if name.lower().startswith("cs."):
        return True
    if name.lower() not in k.DECLARED:
        frame.error(
            "unknown-type",
            f"{name} is not a type",
            node,
            hint="types are Text, Integer, Real, Boolean, Object …",
        )
        return False
    return True


# ------------------------------------------------------------------ literals of objects and collections


def _object_literal(frame: Frame, node: n.ObjectLiteral) -> Code:
    keys: list[ast.expr | None] = []
    values: list[ast.expr] = []
    sure = True
    for name, item in node.pairs:
        code = expression(frame, item)
        sure = sure and code.kind in k.STORABLE
        keys.append(frame.constant(name))
        values.append(frame.plain(code))
    made: ast.expr = ast.Dict(keys, values, **frame.position)
    return Code(made if sure else frame.call(".without_undefined", made), k.OBJECT)


def _collection_literal(frame: Frame, node: n.CollectionLiteral) -> Code:
    return _list_of(frame, [expression(frame, item) for item in node.items])


def _list_of(frame: Frame, items: list[Code]) -> Code:
    made: ast.expr = ast.List([frame.plain(item) for item in items], ast.Load(), **frame.position)
    if any(item.kind not in k.STORABLE for item in items):
        made = frame.call(".elements", made)
    return Code(made, k.COLLECTION)


# ------------------------------------------------------------------ operations


def _chain(frame: Frame, node: n.Chain) -> Code:
    left = expression(frame, node.first)
    parts: list[ast.expr] = []
    for count, (operator, operand) in enumerate(node.rest, 1):
        if count % 60 == 0:
            # A long chain would nest as deeply as it is long: carry on from a temporary.
            temporary = frame.temporary()
            parts.append(frame.walrus(temporary, left.expr))
            left = Code(frame.name(temporary), left.kind, left.bounds)
        span = n.Chain(node.start, operand.end, node.first, node.rest)
        if operator.symbol in ("&&", "||"):
            left = _short_circuit(frame, operator.symbol, left, operand)
            continue
        right = expression(frame, operand)
        former = frame.at(span)
        left = BINARY[operator.symbol](frame, operator.symbol, left, right)
        frame.position = former
    if parts:
        flat = ast.Tuple([*parts, left.expr], ast.Load(), **frame.position)
        return Code(frame.subscript(flat, frame.constant(-1)), left.kind, left.bounds)
    return left


def _short_circuit(frame: Frame, symbol: str, left: Code, operand: n.Expression) -> Code:
    right = expression(frame, operand)
    kind = left.kind if left.kind == right.kind else k.ANY
    first, again = frame.split(frame.plain(left))
    test = truthy(frame, Code(first, left.kind))
    then, otherwise = (frame.plain(right), again()) if symbol == "&&" else (again(), frame.plain(right))
    return Code(frame.choose(test, then, otherwise), kind, k.either(left, right))


def _negate(frame: Frame, node: n.Negate) -> Code:
    return negate(frame, expression(frame, node.operand))


def _ternary(frame: Frame, node: n.Ternary) -> Code:
    test = truthy(frame, expression(frame, node.test))
    then = expression(frame, node.then)
    otherwise = expression(frame, node.otherwise)
    kind = then.kind if then.kind == otherwise.kind else k.ANY
    expr = frame.choose(test, frame.plain(then), frame.plain(otherwise))
    return Code(expr, kind, k.either(then, otherwise))


def _try_expression(frame: Frame, node: n.TryExpression) -> Code:
    """``Try(expression)``: undefined where it fails (Concepts/error-handling.md)."""
    body = value(frame, node.body)
    none = ast.arguments([], [], None, [], [], None, [])
    attempt = ast.Attribute(frame.name(".run"), "attempt", ast.Load(), **frame.position)
    return Code(frame.call(attempt, ast.Lambda(none, body, **frame.position)), k.ANY)


# ------------------------------------------------------------------ calls


def _command(frame: Frame, node: n.Command) -> Code:
    return _call_command(frame, node, node, ())


def _call(frame: Frame, node: n.Call) -> Code:
    callee = node.callee
    if isinstance(callee, n.Command):
        return _call_command(frame, node, callee, node.arguments)
    if isinstance(callee, n.Name):
        return _call_method(frame, node, callee.name, node.arguments)
    if isinstance(callee, n.Member):
        class_ = native_class(callee.object) if callee.name == "new" else None
        if class_ is not None and not check_class(frame, "4D." + class_, callee.object):
            return Code(frame.constant(None), k.ANY)
        owner = expression(frame, callee.object)
        return _call_member(frame, node, owner, callee.name)
    if isinstance(callee, n.Index):
        owner = expression(frame, callee.object)
        name = frame.as_kind(expression(frame, callee.index), k.TEXT, "[…]")
        arguments = _arguments(frame, node.arguments)
        return Code(frame.call(".call_member", frame.name(".run"), owner.expr, name, *arguments), k.ANY)
    frame.error("not-callable", "this is not a method or a command", callee)
    return Code(frame.constant(None), k.ANY)


def _call_member(frame: Frame, node: n.Call, owner: Code, name: str) -> Code:
    arguments = _arguments(frame, node.arguments)
    call = frame.call(".call_member", frame.name(".run"), owner.expr, frame.constant(name), *arguments)
    return Code(call, k.ANY)


def is_push(node: n.Node) -> bool:
    """Whether *node* is ``collection.push(item)``, the most used function of all."""
    return (
        isinstance(node, n.Call)
        and isinstance(node.callee, n.Member)
        and node.callee.name == "push"
        and len(node.arguments) == 1
        and isinstance(node.arguments[0], n.Expression)
        and native_class(node.callee) is None
    )


def push(frame: Frame, node: n.Expression) -> list[ast.stmt]:
    """``collection.push(item)`` as a statement, inline."""
    assert isinstance(node, n.Call) and isinstance(node.callee, n.Member) and node.arguments[0] is not None
    owner = expression(frame, node.callee.object)
    item = expression(frame, node.arguments[0])
    statements: list[ast.stmt] = []
    operands: list[ast.expr] = []
    for expr in (owner.expr, frame.plain(item)):
        if is_simple(expr):
            operands.append(expr)
        else:
            temporary = frame.temporary()
            statements.append(frame.assign(temporary, expr))
            operands.append(frame.name(temporary))
    collection, pushed = operands
    tests = [frame.is_class(collection, ".list")]
    if item.kind not in k.STORABLE:
        tests.append(frame.is_plain(pushed))
    method = ast.Attribute(collection, "append", ast.Load(), **frame.position)
    former = frame.at(node)
    slow = frame.call(".call_member", frame.name(".run"), collection, frame.constant("push"), pushed)
    fallback = frame.statement(slow)
    frame.position = former
    fast = frame.statement(frame.call(method, pushed))
    return [*statements, ast.If(frame.both(*tests), [fast], [fallback], **frame.position)]


def _arguments(frame: Frame, nodes: tuple[n.Node | None, ...]) -> list[ast.expr]:
    """The arguments of a method or of a function of a class."""
    return [
        frame.name(".undefined")
        if node is None
        else _bare(frame, node)
        if isinstance(node, n.Bare)
        else value(frame, node)
        for node in nodes
    ]


def _bare(frame: Frame, node: n.Bare) -> ast.expr:
    return frame.name({"*": ".star", ">": ".greater", "<": ".less_sign"}.get(node.symbol, ".star"))


def _call_method(frame: Frame, node: n.Node, name: str, arguments: Arguments) -> Code:
    if not frame.library.is_method(name):
        frame.unknown_name(node)
    kind = frame.own_result(name)
    direct = _direct_call(frame, name, arguments)
    if direct is not None:
        return Code(direct, kind)
    # The session links one function for each number of arguments: see Session.
    python = f"m.{name.lower()}/{len(arguments)}"
    frame.methods[python] = (name, len(arguments))
    return Code(frame.call(python, *_arguments(frame, arguments)), kind)


def _direct_call(frame: Frame, name: str, arguments: Arguments) -> ast.expr | None:
    """A call of the method that is being compiled: its parameters are known, and converted by the caller."""
    parameters = frame.parameters
    if name.lower() != frame.unit_name.lower() or parameters is None or len(arguments) > len(parameters):
        return None
    if not all(isinstance(argument, n.Expression) for argument in arguments):
        return None
    given: list[ast.expr] = []
    for parameter, argument in zip(parameters, arguments, strict=False):
        assert argument is not None
        code = expression(frame, argument)
        what = f"{frame.unit_name}: ${parameter.name}"
        plain = Code(frame.plain(code), code.kind, code.bounds)
        given.append(frame.as_kind(plain, parameter.kind, what))
    given += [frame.default(parameter.kind) for parameter in parameters[len(given) :]]
    frame.direct = True
    return frame.call(frame.direct_name, *given)


def _call_command(frame: Frame, node: n.Node, command: n.Command, arguments: Arguments) -> Code:
    intrinsic = INTRINSICS.get(command.number)
    if intrinsic is not None:
        code = intrinsic(frame, node, arguments)
        if code is not None:
            return code
    declaration = frame.library.find_command(command.number) if command.number is not None else None
    if declaration is None:
        name = frame.library.command_name(command.number) or command.name
        frame.error("not-in-subset", f"{name} is a command that this interpreter does not have", command)
        return Code(frame.constant(None), k.ANY)
    problem = declaration.check_count(len(arguments))
    if problem:
        frame.error("argument-count", problem, node, hint=f"syntax: {declaration.syntax}")
        return Code(frame.constant(None), k.ANY)
    use = f"c.{declaration.number}"
    frame.uses[use] = declaration
    given: list[ast.expr] = [frame.name(".run")] if declaration.takes_run else []
    for index, argument in enumerate(arguments):
        given.append(_checked(frame, declaration, index, argument))
    return Code(frame.call(use, *given), k.kind_of_result(declaration.result))


def _checked(frame: Frame, declaration: Declaration, index: int, node: n.Node | None) -> ast.expr:
    """An argument of a command, checked against its declaration unless its kind already fits."""
    types = declaration.parameter(index).types
    if node is None:
        code = Code(frame.name(".undefined"), k.UNDEFINED)
    elif isinstance(node, n.Bare):
        code = Code(_bare(frame, node), k.ANY)
    else:
        code = expression(frame, node)
    expr = frame.plain(code)
    if types == ("any",):
        return expr
    if code.kind in types and code.kind in (k.TEXT, k.BOOLEAN, k.DATE, k.TIME, k.BLOB):
        return expr
    if code.kind == k.INTEGER and ("Integer" in types or "Real" in types):
        return expr
    if code.kind in k.NUMBERS and "Real" in types and "Integer" not in types:
        return expr
    former = frame.at(node) if node is not None else frame.position
    check = f"k.{declaration.number}"
    frame.uses[check] = declaration
    if types == ("Text",):
        first, again = frame.split(expr)
        slow = frame.call(check, again(), frame.constant(index))
        checked: ast.expr = frame.choose(frame.is_class(first, ".str"), again(), slow)
    else:
        checked = frame.call(check, expr, frame.constant(index))
    frame.position = former
    return checked


# ------------------------------------------------------------------ commands that the compiler does itself


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
    code = expression(frame, arguments[0])
    return Code(frame.compare(code.expr, ast.Is(), frame.name(".undefined")), k.BOOLEAN)


def _not(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    if len(arguments) != 1 or not isinstance(arguments[0], n.Expression):
        return None
    code = expression(frame, arguments[0])
    if code.kind != k.BOOLEAN:
        return None
    return Code(ast.UnaryOp(ast.Not(), code.expr, **frame.position), k.BOOLEAN)


def _new_object(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    """An empty object at once; a filled one is the command's business, and certainly an object."""
    if not arguments:
        return Code(ast.Dict([], [], **frame.position), k.OBJECT)
    return None


def _new_collection(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
    if not all(isinstance(item, n.Expression) for item in arguments):
        return None
    return _list_of(frame, [expression(frame, item) for item in arguments if item is not None])


def _count_parameters(frame: Frame, node: n.Node, arguments: Arguments) -> Code:
    return Code(frame.call(".len", frame.name(".arguments")), k.INTEGER)


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
        text = _checked(frame, declaration, 1, message)
    else:
        text = frame.constant(frame.source.text[test.start : test.end])
    failed = frame.call("c.1129", frame.name(".run"), frame.constant(False), text)
    return Code(frame.choose(holds, frame.name(".undefined"), failed), k.UNDEFINED)


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
    1470: _this,
    295: _type,
    1129: _assert,
    684: _method_name,
    1709: _class_store,
    **dict.fromkeys(k.DECLARING, _declaring),
}


_HANDLERS: dict[type, Callable[..., Code]] = {
    n.Number: _number,
    n.String: _string,
    n.DateLiteral: _date,
    n.TimeLiteral: _time,
    n.Local: _local,
    n.Name: _name,
    n.Interprocess: _interprocess,
    n.Constant: _constant,
    n.Paren: _paren,
    n.Field: _field,
    n.Indirection: _indirection,
    n.Member: _member,
    n.Index: _index,
    n.Character: _character,
    n.Element: _element,
    n.Dereference: _unsupported("pointers"),
    n.PointerTo: _unsupported("pointers"),
    n.ObjectLiteral: _object_literal,
    n.CollectionLiteral: _collection_literal,
    n.Chain: _chain,
    n.Negate: _negate,
    n.Ternary: _ternary,
    n.Command: _command,
    n.Call: _call,
    n.TryExpression: _try_expression,
    n.Assignment: _unsupported("assignments in formulas"),
    n.Return: _unsupported("return statements in formulas"),
    n.Bare: _unsupported("bare operators"),
}
