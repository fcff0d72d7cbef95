"""Assignments: to variables, properties, elements, characters."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .expressions import expression, get_element, get_member, has_element
from .facts import learn
from .frame import is_simple
from .kinds import Code
from .operations import BINARY, append, literal_text, small_integers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import Frame
    from .scope import Variable


def assignment(frame: Frame, node: n.Assignment) -> list[ast.stmt]:
    target = node.target
    while isinstance(target, n.Paren):
        target = target.inner
    handler = _TARGETS.get(type(target))
    if handler is None:
        frame.error(
            "not-assignable",
            f"{frame.source.text[target.start : target.end][:60]} cannot be assigned to",
            target,
            hint="on the left of := stands a variable, a property or an element",
        )
        return []
    return handler(frame, node, target)


def _computed(frame: Frame, node: n.Assignment, current: Callable[[], Code]) -> Code:
    """The value to assign: for ``+=`` and its like, the operation on the *current* value."""
    if node.operator == ":=":
        code = expression(frame, node.value)
        # An array is no value: it counts as the number of its selected element.
        return Code(frame.call(".selected", code.expr), k.ANY) if is_array(frame, node.value) else code
    left = current()
    return BINARY[node.operator[0]](frame, node.operator[0], left, expression(frame, node.value))


def is_array(frame: Frame, node: n.Expression) -> bool:
    """Whether *node* is a variable that is an array, or may be one because a command gets it."""
    while isinstance(node, n.Paren):
        node = node.inner
    if isinstance(node, n.Local):
        return frame.scope.local(node.name, node).array
    return isinstance(node, n.Name) and frame.scope.process_variable(node.name, node).array


def _to_local(frame: Frame, node: n.Assignment, target: n.Local) -> list[ast.stmt]:
    variable = frame.scope.local(target.name, target)
    append = None if variable.array else _append(frame, node, variable)
    if append is not None:
        return append
    code = _computed(frame, node, lambda: expression(frame, target))
    if code.kind in (k.TEXT, k.ANY) and _multiplies(node, variable):
        code = Code(frame.call(".limited", code.expr), code.kind)
    if variable.array:
        # A number selects an element; only ARRAY … makes the variable another array.
        selected = frame.call(".select", frame.name(variable.python), frame.plain(code))
        return [frame.assign(variable.python, selected)]
    statements = assigned(frame, variable, code)
    learn(frame, variable, code)
    return statements


def assigned(frame: Frame, variable: Variable, code: Code) -> list[ast.stmt]:
    """The assignment of *code* to a local variable.

    An integer is tested behind the statement that computes it: that is shorter than to choose what to assign.
    """
    if variable.kind == k.INTEGER and code.kind == k.INTEGER:
        own = variable.python
        tests = frame.within(frame.name(own), frame.name(own), code.bounds)
        statements: list[ast.stmt] = [frame.assign(own, code.expr)]
        if tests:
            cut = frame.assign(own, frame.call(".int32", frame.name(own)))
            not_fits = ast.UnaryOp(ast.Not(), frame.both(*tests), **frame.position)
            statements.append(ast.If(not_fits, [cut], [], **frame.position))
        return statements
    return [frame.assign(variable.python, converted(frame, code, variable))]


def _multiplies(node: n.Assignment, variable: Variable) -> bool:
    """Whether a variable is assigned a sum in which it stands twice: a text that doubles soon takes all memory."""
    if node.operator == "+=":
        return mentions(node.value, variable)
    chain = node.value
    if node.operator != ":=" or not isinstance(chain, n.Chain):
        return False
    return (
        sum(mentions(part, variable) for part in (chain.first, *(operand for _, operand in chain.rest))) > 1
    )


def converted(frame: Frame, code: Code, variable: Variable) -> ast.expr:
    if variable.class_name and code.kind != k.NULL:
        return frame.instance(frame.plain(code), variable, variable.title)
    if variable.kind == k.ANY:
        return frame.plain(code)
    if variable.kind in (k.OBJECT, k.COLLECTION) and code.kind == variable.kind:
        return frame.plain(code)
    if variable.kind in (k.OBJECT, k.COLLECTION):
        return _referring(frame, code, variable)
    return frame.as_kind(Code(frame.plain(code), code.kind, code.bounds), variable.kind, variable.title)


def _referring(frame: Frame, code: Code, variable: Variable) -> ast.expr:
    """Null assigned to a variable of objects or of collections clears it (commands/null.md)."""
    if code.kind == k.NULL:
        return frame.default(variable.kind)
    first, again = frame.split(frame.plain(code))
    slow = frame.call(".into_" + variable.kind, again(), frame.constant(variable.title))
    return frame.choose(frame.is_class(first, k.EXACT[variable.kind]), again(), slow)


def _append(frame: Frame, node: n.Assignment, variable: Variable) -> list[ast.stmt] | None:
    """``$t := $t + x`` and ``$t += x`` on texts.

    CPython appends in place only where the sum is stored at once into the variable that it starts from, so this
    must be an assignment of its own, or appending would be quadratic.
    """
    parts = _appended(node, variable)
    if parts is None or variable.kind not in (k.TEXT, k.ANY):
        return None
    values = [expression(frame, part) for part in parts]
    texts = all(code.kind == k.TEXT for code in values)
    if not texts and not (len(values) == 1 and values[0].kind == k.ANY):
        return None
    statements: list[ast.stmt] = []
    if len(values) > 1:
        # Nothing is appended before everything is evaluated.
        for code in values:
            code.expr, more = evaluated(frame, code.expr)
            statements += more
    for code in values:
        if variable.kind == k.TEXT and code.kind == k.TEXT:
            sum_ = frame.binary(frame.name(variable.python), ast.Add(), code.expr)
            statements.append(frame.assign(variable.python, sum_))
        elif variable.kind == k.TEXT:
            statements += _append_any(frame, variable, code)
        else:
            statements.append(append(frame, variable.python, code, lambda expr: expr))
    return statements


def _append_any(frame: Frame, variable: Variable, code: Code) -> list[ast.stmt]:
    """Appending to a Text what is probably one."""
    added, statements = evaluated(frame, code.expr)
    own = frame.name(variable.python)
    join = frame.assign(variable.python, frame.binary(own, ast.Add(), added))
    slow = BINARY["+"](frame, "+", Code(own, k.TEXT), Code(added, k.ANY))
    otherwise = frame.assign(variable.python, converted(frame, slow, variable))
    statements.append(ast.If(frame.is_class(added, ".str"), [join], [otherwise], **frame.position))
    return statements


def _appended(node: n.Assignment, variable: Variable) -> list[n.Expression] | None:
    """What is appended, in order, when the statement appends to *variable*."""
    if node.operator == "+=":
        return None if mentions(node.value, variable) else [node.value]
    chain = node.value
    if node.operator != ":=" or not isinstance(chain, n.Chain) or not isinstance(chain.first, n.Local):
        return None
    if chain.first.name.lower() != variable.name.lower():
        return None
    if any(operator.symbol != "+" for operator, _ in chain.rest):
        return None
    parts = [operand for _, operand in chain.rest]
    if any(mentions(part, variable) for part in parts) or (len(parts) > 1 and variable.kind != k.TEXT):
        return None
    return parts


def mentions(node: object, variable: Variable) -> bool:
    """Whether *variable* occurs in *node*, or anything that could run code which reads it."""
    if isinstance(node, n.Local):
        return node.name.lower() == variable.name.lower()
    if isinstance(node, tuple):
        return any(mentions(part, variable) for part in node)
    return False


def _to_process(frame: Frame, node: n.Assignment, target: n.Name) -> list[ast.stmt]:
    if frame.library.is_method(target.name):
        frame.error("not-assignable", f"{target.name} is a method and cannot be assigned to", target)
        return []
    variable = frame.scope.process_variable(target.name, target)
    frame.process.add(variable.python)
    frame.globals.add(variable.python)
    own = Code(frame.name(variable.python), k.ANY)
    code = _computed(frame, node, lambda: own)
    if variable.array:
        selected = frame.call(".select", frame.name(variable.python), frame.plain(code))
        return [frame.assign(variable.python, selected)]
    if variable.kind == k.ANY and (code.kind == k.ANY or code.kind in k.NUMBERS):
        # Another method may have made an array of it.
        value, statements = evaluated(frame, frame.plain(code))
        array = frame.is_class(frame.name(variable.python), ".Array")
        selected = frame.call(".select", frame.name(variable.python), value)
        return [*statements, frame.assign(variable.python, frame.choose(array, selected, value))]
    return [frame.assign(variable.python, converted(frame, code, variable))]


def _to_interprocess(frame: Frame, node: n.Assignment, target: n.Interprocess) -> list[ast.stmt]:
    name = "<>" + target.name.lower()
    frame.process.add(name)
    code = _computed(frame, node, lambda: Code(frame.name(name), k.ANY))
    return [_interprocess(frame, name, frame.plain(code))]


def _interprocess(frame: Frame, name: str, value: ast.expr) -> ast.stmt:
    """Read like a global variable, an interprocess variable is written where all processes find it."""
    place = frame.subscript(frame.name(".interprocess"), frame.constant(name), store=True)
    return ast.Assign([place], value, None, **frame.position)


def _to_member(frame: Frame, node: n.Assignment, target: n.Member) -> list[ast.stmt]:
    return _to_property(frame, node, target.object, target.name, target)


def _to_property(
    frame: Frame, node: n.Assignment, object_: n.Expression, name: str, target: n.Expression
) -> list[ast.stmt]:
    """``object.name := value``: inline for a plain object and a value that is certainly defined."""
    parts = _sum_of_properties(node, object_)
    if parts is not None:
        return _property_sum(frame, node, parts, name, target)
    owner = expression(frame, object_)
    owner.expr, statements = evaluated(frame, owner.expr)
    return [*statements, *_put(frame, node, owner, name, target)]


def _sum_of_properties(
    node: n.Assignment, owner: n.Expression
) -> tuple[n.Local, n.Expression, str, n.Expression] | None:
    """``$o.a := x + y`` or ``$o.a += y``, where x and y are properties of variables, variables or literals."""
    if not isinstance(owner, n.Local):
        return None
    if node.operator != ":=":
        symbol = node.operator[0]
        if symbol in "+-*" and isinstance(node.target, n.Member) and _leaf(node.value):
            return owner, node.target, symbol, node.value
        return None
    chain = node.value
    if not isinstance(chain, n.Chain) or len(chain.rest) != 1 or chain.rest[0][0].symbol not in "+-*":
        return None
    left, (operator, right) = chain.first, chain.rest[0]
    if not (_leaf(left) and _leaf(right)) or not any(isinstance(part, n.Member) for part in (left, right)):
        return None
    return owner, left, operator.symbol, right


def _leaf(node: n.Expression) -> bool:
    if isinstance(node, n.Member):
        return isinstance(node.object, n.Local)
    return isinstance(node, (n.Local, n.Number))


def _property_sum(
    frame: Frame,
    node: n.Assignment,
    parts: tuple[n.Local, n.Expression, str, n.Expression],
    name: str,
    target: n.Expression,
) -> list[ast.stmt]:
    """Counting in a property, the usual case first: objects that have it, and small integers.

    Only an object takes a text as its key, so reading needs no test: anything else raises, and goes the long way.
    """
    owner_node, left, symbol, right = parts
    owner = expression(frame, owner_node)
    reads: list[ast.stmt] = []
    fetched: list[str] = []
    operands: list[Code] = []
    for part in (left, right):
        if isinstance(part, n.Member):
            temporary = frame.temporary()
            read = frame.subscript(expression(frame, part.object).expr, frame.constant(part.name))
            reads.append(frame.assign(temporary, read))
            fetched.append(temporary)
            operands.append(Code(frame.name(temporary), k.ANY))
        else:
            operands.append(expression(frame, part))
    failed = ast.Tuple([frame.name(".KeyError"), frame.name(".TypeError")], ast.Load(), **frame.position)
    missing: list[ast.stmt] = [frame.assign(name, frame.constant(None)) for name in fetched]
    handler = ast.ExceptHandler(failed, None, missing, **frame.position)
    attempt = ast.Try(reads, [handler], [], [], **frame.position)
    fast, result = small_integers(frame, symbol, *operands)
    store = ast.Assign(
        [frame.subscript(owner.expr, frame.constant(name), store=True)], result, None, **frame.position
    )
    if not any(isinstance(part, n.Member) and part.object[2:] == owner_node[2:] for part in (left, right)):  # type: ignore[index]
        fast.append(frame.is_class(owner.expr, ".dict"))
    general = _put(frame, node, owner, name, target)
    return [attempt, ast.If(frame.both(*fast), [store], general, **frame.position)]


def _put(frame: Frame, node: n.Assignment, owner: Code, name: str, target: n.Expression) -> list[ast.stmt]:
    statements: list[ast.stmt] = []
    if node.operator == ":=":
        code = expression(frame, node.value)
    else:
        current = Code(get_member(frame, owner, name), k.ANY)
        code = BINARY[node.operator[0]](frame, node.operator[0], current, expression(frame, node.value))
    made, more = evaluated(frame, frame.plain(code))
    statements += more
    tests = [] if owner.certainly(k.OBJECT) else [frame.is_class(owner.expr, ".dict")]
    if code.kind not in k.STORABLE:
        tests.append(frame.is_plain(made))
    key = frame.constant(name)
    store = ast.Assign([frame.subscript(owner.expr, key, store=True)], made, None, **frame.position)
    if not tests:
        return [*statements, store]
    former = frame.at(target)
    slow = frame.statement(frame.call(".put", owner.expr, key, made))
    frame.position = former
    statements.append(ast.If(frame.both(*tests), [store], [slow], **frame.position))
    return statements


def evaluated(frame: Frame, expr: ast.expr) -> tuple[ast.expr, list[ast.stmt]]:
    """*expr* as something simple, and the statement that evaluates it, if one is needed."""
    if is_simple(expr):
        return expr, []
    temporary = frame.temporary()
    return frame.name(temporary), [frame.assign(temporary, expr)]


def _to_index(frame: Frame, node: n.Assignment, target: n.Index) -> list[ast.stmt]:
    index = expression(frame, target.index)
    name = literal_text(index)
    if name is not None:
        return _to_property(frame, node, target.object, name, target)
    owner = expression(frame, target.object)
    owner.expr, statements = evaluated(frame, owner.expr)
    index.expr, more = evaluated(frame, index.expr)
    code = _computed(frame, node, lambda: Code(get_element(frame, owner, index), k.ANY))
    made, last = evaluated(frame, frame.plain(code))
    element = frame.subscript(owner.expr, index.expr, store=True)
    store = ast.Assign([element], made, None, **frame.position)
    former = frame.at(target)
    put: ast.stmt = frame.statement(frame.call(".put_index", owner.expr, index.expr, made))
    if index.kind == k.INTEGER:
        tests, _, _ = has_element(frame, owner, index)
        if code.kind not in k.STORABLE:
            tests.append(frame.is_plain(made))
        put = ast.If(frame.both(*tests), [store], [put], **frame.position)
    frame.position = former
    return [*statements, *more, *last, put]


def _to_character(frame: Frame, node: n.Assignment, target: n.Character) -> list[ast.stmt]:
    """``text[[i]] := "x"``: a text is a value, so its variable gets a new one."""
    _refuse_compound(frame, node)
    index = frame.as_kind(expression(frame, target.index), k.INTEGER, "[[…]]")
    text = frame.as_kind(expression(frame, target.object), k.TEXT, "[[…]]")
    new = frame.as_kind(expression(frame, node.value), k.TEXT, "[[…]]")
    made = frame.call(".with_character", text, index, new)
    return store(frame, target.object, Code(made, k.TEXT), target)


def _to_element(frame: Frame, node: n.Assignment, target: n.Element) -> list[ast.stmt]:
    place = frame.as_kind(expression(frame, target.index), k.INTEGER, "{…}")
    place, statements = evaluated(frame, place)
    owner, more = evaluated(frame, expression(frame, target.object).expr)
    code = _computed(frame, node, lambda: Code(frame.call(".element", owner, place), k.ANY))
    made = frame.call(".with_element", owner, place, frame.plain(code))
    return [*statements, *more, *store(frame, target.object, Code(made, k.ANY), target)]


def _to_pointed(frame: Frame, node: n.Assignment, target: n.Dereference) -> list[ast.stmt]:
    """``pointer-> := value``."""
    pointer, statements = evaluated(frame, frame.expression(target.object).expr)
    code = _computed(frame, node, lambda: Code(frame.call(".dereference", pointer), k.ANY))
    store = frame.call(".assign_through", pointer, frame.plain(code))
    return [*statements, frame.statement(store)]


def _refuse_compound(frame: Frame, node: n.Assignment) -> None:
    """Characters of texts know plain assignment only (Concepts/operators.md)."""
    if node.operator != ":=":
        frame.error("not-assignable", f"{node.operator} cannot be used on a character", node, hint="use :=")


def store(frame: Frame, target: n.Expression, code: Code, place: n.Expression) -> list[ast.stmt]:
    """Stores a computed value into *target*, a variable or a property."""
    if isinstance(target, n.Local):
        variable = frame.scope.local(target.name, target)
        return [frame.assign(variable.python, converted(frame, code, variable))]
    if isinstance(target, n.Name):
        variable = frame.scope.process_variable(target.name, target)
        frame.process.add(variable.python)
        frame.globals.add(variable.python)
        return [frame.assign(variable.python, converted(frame, code, variable))]
    if isinstance(target, n.Member):
        owner = expression(frame, target.object).expr
        return [frame.statement(frame.call(".put", owner, frame.constant(target.name), code.expr))]
    if isinstance(target, n.Index):
        owner, key = expression(frame, target.object).expr, expression(frame, target.index).expr
        return [frame.statement(frame.call(".put_index", owner, key, code.expr))]
    if isinstance(target, n.Element):
        owner = expression(frame, target.object).expr
        index_ = frame.as_kind(expression(frame, target.index), k.INTEGER, "{…}")
        outer = Code(frame.call(".with_element", owner, index_, code.expr), k.ANY)
        return store(frame, target.object, outer, place)
    if isinstance(target, n.Interprocess):
        name = "<>" + target.name.lower()
        frame.process.add(name)
        return [_interprocess(frame, name, code.expr)]
    if isinstance(target, n.Dereference):
        pointed = expression(frame, target.object).expr
        return [frame.statement(frame.call(".assign_through", pointed, code.expr))]
    frame.error("not-assignable", "this cannot be assigned to", place)
    return []


def _to_field(frame: Frame, node: n.Assignment, target: n.Field) -> list[ast.stmt]:
    frame.no_database(target, target.name)
    return []


def _to_parameter(frame: Frame, node: n.Assignment, target: n.Indirection) -> list[ast.stmt]:
    frame.error(
        "not-in-subset", "${…} can only be read here", target, hint="assign to the parameter by its name"
    )
    return []


_TARGETS: dict[type, Callable[..., list[ast.stmt]]] = {
    n.Local: _to_local,
    n.Name: _to_process,
    n.Interprocess: _to_interprocess,
    n.Member: _to_member,
    n.Index: _to_index,
    n.Character: _to_character,
    n.Element: _to_element,
    n.Dereference: _to_pointed,
    n.Field: _to_field,
    n.Indirection: _to_parameter,
}
