"""Statements of the tree to statements of Python's syntax tree."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .expressions import check_class, condition, expression, get_member, is_push, push, value
from .kinds import Code
from .operations import BINARY, append, literal_text, small_integers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .frame import Frame
    from .scope import Variable

#: Branches of one Case before it is generated flat: nested ones would nest as deeply as there are branches.
MAX_BRANCHES = 80
#: Python nests at most 20 blocks: loops and tries. Deeper ones move into a function of their own.
MAX_BLOCKS = 16
#: A command that gets a variable, not its value.
CLEAR_VARIABLE = 89


def block(frame: Frame, statements: n.Block) -> list[ast.stmt]:
    """The code for *statements*; never empty, as Python wants it."""
    code: list[ast.stmt] = []
    for statement in statements:
        former = frame.at(statement)
        code += _HANDLERS[type(statement)](frame, statement)
        frame.position = former
    return code or [ast.Pass(**frame.position)]


# ------------------------------------------------------------------ assignments


def _assignment(frame: Frame, node: n.Assignment) -> list[ast.stmt]:
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
        return expression(frame, node.value)
    left = current()
    return BINARY[node.operator[0]](frame, node.operator[0], left, expression(frame, node.value))


def _to_local(frame: Frame, node: n.Assignment, target: n.Local) -> list[ast.stmt]:
    variable = frame.scope.local(target.name, target)
    append = _append(frame, node, variable)
    if append is not None:
        return append
    code = _computed(frame, node, lambda: expression(frame, target))
    return [frame.assign(variable.python, _converted(frame, code, variable))]


def _converted(frame: Frame, code: Code, variable: Variable) -> ast.expr:
    if variable.class_name and code.kind != k.NULL:
        return frame.instance(frame.plain(code), variable, "$" + variable.name)
    if variable.kind == k.ANY:
        return frame.plain(code)
    if variable.kind in (k.OBJECT, k.COLLECTION) and code.kind == variable.kind:
        return frame.plain(code)
    if code.kind == k.NULL and variable.kind in (k.OBJECT, k.COLLECTION):
        return code.expr
    return frame.as_kind(Code(frame.plain(code), code.kind, code.bounds), variable.kind, "$" + variable.name)


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
            code.expr, more = _evaluated(frame, code.expr)
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
    added, statements = _evaluated(frame, code.expr)
    own = frame.name(variable.python)
    join = frame.assign(variable.python, frame.binary(own, ast.Add(), added))
    slow = BINARY["+"](frame, "+", Code(own, k.TEXT), Code(added, k.ANY))
    otherwise = frame.assign(variable.python, _converted(frame, slow, variable))
    statements.append(ast.If(frame.is_class(added, ".str"), [join], [otherwise], **frame.position))
    return statements


def _appended(node: n.Assignment, variable: Variable) -> list[n.Expression] | None:
    """What is appended, in order, when the statement appends to *variable*."""
    if node.operator == "+=":
        return None if _mentions(node.value, variable) else [node.value]
    chain = node.value
    if node.operator != ":=" or not isinstance(chain, n.Chain) or not isinstance(chain.first, n.Local):
        return None
    if chain.first.name.lower() != variable.name.lower():
        return None
    if any(operator.symbol != "+" for operator, _ in chain.rest):
        return None
    parts = [operand for _, operand in chain.rest]
    if len(parts) > 1 and (variable.kind != k.TEXT or any(_mentions(part, variable) for part in parts)):
        return None
    return parts


def _mentions(node: object, variable: Variable) -> bool:
    """Whether *variable* occurs in *node*, or anything that could run code which reads it."""
    if isinstance(node, n.Local):
        return node.name.lower() == variable.name.lower()
    if isinstance(node, tuple):
        return any(_mentions(part, variable) for part in node)
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
    if code.kind == k.ANY and variable.kind == k.ANY and node.operator == ":=":
        return [frame.assign(variable.python, frame.plain(code))]
    return [frame.assign(variable.python, _converted(frame, code, variable))]


def _to_interprocess(frame: Frame, node: n.Assignment, target: n.Interprocess) -> list[ast.stmt]:
    name = "<>" + target.name.lower()
    frame.process.add(name)
    frame.globals.add(name)
    code = _computed(frame, node, lambda: Code(frame.name(name), k.ANY))
    return [frame.assign(name, frame.plain(code))]


def _to_member(frame: Frame, node: n.Assignment, target: n.Member) -> list[ast.stmt]:
    return _to_property(frame, node, target.object, target.name, target)


def _to_property(
    frame: Frame, node: n.Assignment, object_: n.Expression, name: str, target: n.Expression
) -> list[ast.stmt]:
    """``object.name := value``: inline for a plain object and a value that is certainly defined."""
    parts = _sum_of_properties(node, object_)
    if parts is not None:
        return _property_sum(frame, node, parts, name, target)
    owner, statements = _evaluated(frame, expression(frame, object_).expr)
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
    owner = expression(frame, owner_node).expr
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
        [frame.subscript(owner, frame.constant(name), store=True)], result, None, **frame.position
    )
    if not any(isinstance(part, n.Member) and part.object[2:] == owner_node[2:] for part in (left, right)):  # type: ignore[index]
        fast.append(frame.is_class(owner, ".dict"))
    general = _put(frame, node, owner, name, target)
    return [attempt, ast.If(frame.both(*fast), [store], general, **frame.position)]


def _put(
    frame: Frame, node: n.Assignment, owner: ast.expr, name: str, target: n.Expression
) -> list[ast.stmt]:
    statements: list[ast.stmt] = []
    if node.operator == ":=":
        code = expression(frame, node.value)
    else:
        current = Code(get_member(frame, owner, name), k.ANY)
        code = BINARY[node.operator[0]](frame, node.operator[0], current, expression(frame, node.value))
    made, more = _evaluated(frame, frame.plain(code))
    statements += more
    tests = [frame.is_class(owner, ".dict")]
    if code.kind not in k.STORABLE:
        tests.append(frame.is_plain(made))
    key = frame.constant(name)
    store = ast.Assign([frame.subscript(owner, key, store=True)], made, None, **frame.position)
    former = frame.at(target)
    slow = frame.statement(frame.call(".put", owner, key, made))
    frame.position = former
    statements.append(ast.If(frame.both(*tests), [store], [slow], **frame.position))
    return statements


def _evaluated(frame: Frame, expr: ast.expr) -> tuple[ast.expr, list[ast.stmt]]:
    """*expr* as something simple, and the statement that evaluates it, if one is needed."""
    if isinstance(expr, (ast.Name, ast.Constant)):
        return expr, []
    temporary = frame.temporary()
    return frame.name(temporary), [frame.assign(temporary, expr)]


def _to_index(frame: Frame, node: n.Assignment, target: n.Index) -> list[ast.stmt]:
    index = expression(frame, target.index)
    name = literal_text(index)
    if name is not None:
        return _to_property(frame, node, target.object, name, target)
    owner, statements = _evaluated(frame, expression(frame, target.object).expr)
    key, more = _evaluated(frame, index.expr)
    code = _computed(frame, node, lambda: Code(frame.call(".index", owner, key), k.ANY))
    made = frame.plain(code)
    former = frame.at(target)
    put = frame.statement(frame.call(".put_index", owner, key, made))
    frame.position = former
    return [*statements, *more, put]


def _to_character(frame: Frame, node: n.Assignment, target: n.Character) -> list[ast.stmt]:
    """``text[[i]] := "x"``: a text is a value, so its variable gets a new one."""
    _refuse_compound(frame, node)
    index = frame.as_kind(expression(frame, target.index), k.INTEGER, "[[…]]")
    text = frame.as_kind(expression(frame, target.object), k.TEXT, "[[…]]")
    new = frame.as_kind(expression(frame, node.value), k.TEXT, "[[…]]")
    made = frame.call(".with_character", text, index, new)
    return _store(frame, target.object, Code(made, k.TEXT), target)


def _to_element(frame: Frame, node: n.Assignment, target: n.Element) -> list[ast.stmt]:
    _refuse_compound(frame, node)
    index = frame.as_kind(expression(frame, target.index), k.INTEGER, "{…}")
    owner = expression(frame, target.object).expr
    made = frame.call(".with_element", owner, index, value(frame, node.value))
    return _store(frame, target.object, Code(made, k.ANY), target)


def _refuse_compound(frame: Frame, node: n.Assignment) -> None:
    """Characters of texts and bytes of blobs know plain assignment only (Concepts/operators.md)."""
    if node.operator != ":=":
        frame.error("not-assignable", f"{node.operator} cannot be used on a character or a byte", node, hint="use :=")


def _store(frame: Frame, target: n.Expression, code: Code, place: n.Expression) -> list[ast.stmt]:
    """Stores a computed value into *target*, a variable or a property."""
    if isinstance(target, n.Local):
        variable = frame.scope.local(target.name, target)
        return [frame.assign(variable.python, _converted(frame, code, variable))]
    if isinstance(target, n.Name):
        variable = frame.scope.process_variable(target.name, target)
        frame.process.add(variable.python)
        frame.globals.add(variable.python)
        return [frame.assign(variable.python, code.expr)]
    if isinstance(target, n.Member):
        owner = expression(frame, target.object).expr
        return [frame.statement(frame.call(".put", owner, frame.constant(target.name), code.expr))]
    if isinstance(target, n.Index):
        owner, key = expression(frame, target.object).expr, expression(frame, target.index).expr
        return [frame.statement(frame.call(".put_index", owner, key, code.expr))]
    frame.error("not-assignable", "this cannot be assigned to", place)
    return []


def _unsupported_target(frame: Frame, node: n.Assignment, target: n.Expression) -> list[ast.stmt]:
    expression(frame, target)
    return []


_TARGETS: dict[type, Callable[..., list[ast.stmt]]] = {
    n.Local: _to_local,
    n.Name: _to_process,
    n.Interprocess: _to_interprocess,
    n.Member: _to_member,
    n.Index: _to_index,
    n.Character: _to_character,
    n.Element: _to_element,
    n.Dereference: _unsupported_target,
    n.Field: _unsupported_target,
    n.Indirection: _unsupported_target,
}


# ------------------------------------------------------------------ declarations and simple statements


def _var(frame: Frame, node: n.Var) -> list[ast.stmt]:
    for name in node.names:
        if isinstance(name, n.Local) and frame.scope.local(name.name, name).parameter:
            frame.error(
                "declared-twice", f"${name.name} is a parameter", name, hint="declare it in #DECLARE only"
            )
    if node.type is not None:
        check_class(frame, node.type.name, node.type)
    if node.value is None:
        return [_initial(frame, name) for name in node.names if isinstance(name, n.Name)]
    if len(node.names) > 1:
        frame.error(
            "multiple-assignment",
            "only one variable can be given a value in its declaration",
            node,
            hint="declare them one by one",
        )
        return []
    assignment = n.Assignment(node.start, node.end, node.names[0], ":=", node.value)
    return _assignment(frame, assignment)


def _initial(frame: Frame, name: n.Name) -> ast.stmt:
    """A process variable gets the default of its type, unless another method has created it before."""
    variable = frame.scope.process_variable(name.name, name)
    frame.process.add(variable.python)
    frame.globals.add(variable.python)
    unknown = frame.compare(frame.name(variable.python), ast.Is(), frame.name(".undefined"))
    default = frame.assign(variable.python, frame.default(variable.kind))
    return ast.If(unknown, [default], [], **frame.position)


def _expression_statement(frame: Frame, node: n.ExpressionStatement) -> list[ast.stmt]:
    tried = node.expression
    if isinstance(tried, n.TryExpression) and isinstance(tried.body, n.Assignment):
        assignment = tried.body
        return _nested(frame, lambda: _try_block(frame, _assignment(frame, assignment), None))
    if isinstance(tried, n.Call) and isinstance(tried.callee, n.Command):
        cleared = tried.arguments[0] if len(tried.arguments) == 1 else None
        if tried.callee.number == CLEAR_VARIABLE and isinstance(cleared, (n.Local, n.Name)):
            return _clear(frame, cleared)
    if isinstance(tried, n.Name) and not frame.library.is_method(tried.name):
        variable = frame.scope.process_variable(tried.name, tried)
        if not variable.assigned:
            # Alone on its line, a word that nothing gives a value can only be meant as a method.
            return [frame.statement(expression(frame, n.Call(tried.start, tried.end, tried, ())).expr)]
    if is_push(node.expression):
        return push(frame, node.expression)
    return [frame.statement(expression(frame, node.expression).expr)]


def _clear(frame: Frame, target: n.Local | n.Name) -> list[ast.stmt]:
    """``CLEAR VARIABLE``: back to the default of the type."""
    if isinstance(target, n.Local):
        variable = frame.scope.local(target.name, target)
    else:
        variable = frame.scope.process_variable(target.name, target)
        frame.process.add(variable.python)
        frame.globals.add(variable.python)
    return [frame.assign(variable.python, frame.default(variable.kind))]


def _return(frame: Frame, node: n.Return) -> list[ast.stmt]:
    if node.value is None:
        return [ast.Return(frame.result(), **frame.position)]
    code = expression(frame, node.value)
    plain = Code(frame.plain(code), code.kind, code.bounds)
    if frame.result_kind == k.ANY:
        return [ast.Return(plain.expr, **frame.position)]
    return [ast.Return(frame.as_kind(plain, frame.result_kind, "return"), **frame.position)]


def _break(frame: Frame, node: n.Break) -> list[ast.stmt]:
    if not frame.in_loop:
        frame.error("misplaced", "break outside of a loop", node)
        return []
    return [ast.Break(**frame.position)]


def _continue(frame: Frame, node: n.Continue) -> list[ast.stmt]:
    if not frame.in_loop:
        frame.error("misplaced", "continue outside of a loop", node)
        return []
    return [ast.Continue(**frame.position)]


def _declare(frame: Frame, node: n.Declare) -> list[ast.stmt]:
    if node is not frame.declaration:
        frame.error("misplaced", "#DECLARE must be the first line of a method", node)
    names: set[str] = set()
    result = (node.result,) if node.result is not None and node.result.name is not None else ()
    for declared in (*node.parameters, *result):
        name = (declared.name or "").lstrip("$").lower()
        if name in names:
            frame.error("declared-twice", f"${name} is declared twice", declared)
        names.add(name)
    for parameter in node.parameters:
        if parameter.type is not None:
            check_class(frame, parameter.type.name, parameter.type)
    return []


def _unsupported(what: str) -> Callable[[Frame, n.Statement], list[ast.stmt]]:
    def report(frame: Frame, node: n.Statement) -> list[ast.stmt]:
        frame.error("unsupported", f"{what} not supported yet", node)
        return []

    return report


# ------------------------------------------------------------------ branches


def _inline_warning(frame: Frame, branch: n.Branch) -> None:
    if branch.inline:
        frame.warn(
            "inline-statement",
            "a statement stands on the line of its condition",
            branch.body[0],
            hint="put it on a line of its own",
        )


def _if(frame: Frame, node: n.If) -> list[ast.stmt]:
    _inline_warning(frame, node.branch)
    test = condition(frame, node.branch.test)
    body = block(frame, node.branch.body)
    otherwise = block(frame, node.otherwise) if node.otherwise else []
    return [ast.If(test, body, otherwise, **frame.position)]


def _case(frame: Frame, node: n.Case) -> list[ast.stmt]:
    rest: list[ast.stmt] = block(frame, node.otherwise) if node.otherwise else []
    if len(node.branches) > MAX_BRANCHES:
        return _flat_case(frame, node, rest)
    for branch in reversed(node.branches):
        _inline_warning(frame, branch)
        former = frame.at(branch)
        rest = [ast.If(condition(frame, branch.test), block(frame, branch.body), rest, **frame.position)]
        frame.position = former
    return rest


def _flat_case(frame: Frame, node: n.Case, otherwise: list[ast.stmt]) -> list[ast.stmt]:
    done = frame.temporary()
    code: list[ast.stmt] = [frame.assign(done, frame.constant(False))]

    def pending() -> ast.expr:
        return ast.UnaryOp(ast.Not(), frame.name(done), **frame.position)

    for branch in node.branches:
        former = frame.at(branch)
        test = frame.both(pending(), condition(frame, branch.test))
        taken: list[ast.stmt] = [frame.assign(done, frame.constant(True))]
        code.append(ast.If(test, taken + block(frame, branch.body), [], **frame.position))
        frame.position = former
    if otherwise:
        code.append(ast.If(pending(), otherwise, [], **frame.position))
    return code


# ------------------------------------------------------------------ loops


def _loop(generate: Callable[[Frame, Any], list[ast.stmt]]) -> Callable[[Frame, Any], list[ast.stmt]]:
    """A loop statement: break and continue belong to it."""

    def emit(frame: Frame, node: n.Statement) -> list[ast.stmt]:
        outer, frame.in_loop = frame.in_loop, True
        code = _nested(frame, lambda: generate(frame, node))
        frame.in_loop = outer
        return code

    return emit


def _nested(frame: Frame, generate: Callable[[], list[ast.stmt]]) -> list[ast.stmt]:
    """A structure that Python counts as a block; one that is nested too deeply for it gets its own function."""
    depth, frame.blocks = frame.blocks, frame.blocks + 1
    if depth < MAX_BLOCKS:
        code = generate()
    else:
        frame.blocks = 1
        code = _outlined(frame, generate())
    frame.blocks = depth
    return code


def _outlined(frame: Frame, body: list[ast.stmt]) -> list[ast.stmt]:
    """*body* as a function inside this one, which shares its variables, and the call of it."""
    name, result = frame.temporary(), frame.temporary()
    shared = sorted(variable.python for variable in frame.scope.locals.values())
    head: list[ast.stmt] = [ast.Nonlocal(shared, **frame.position)] if shared else []
    if frame.globals:
        head.append(ast.Global(sorted(frame.globals), **frame.position))
    end = ast.Return(frame.name(".not_returned"), **frame.position)
    none = ast.arguments([], [], None, [], [], None, [])
    function = ast.FunctionDef(name, none, [*head, *body, end], [], None, None, **frame.position)
    returned = frame.compare(frame.name(result), ast.IsNot(), frame.name(".not_returned"))
    give = ast.Return(frame.name(result), **frame.position)
    return [function, frame.assign(result, frame.call(name)), ast.If(returned, [give], [], **frame.position)]


def _while(frame: Frame, node: n.While) -> list[ast.stmt]:
    _inline_warning(frame, node.branch)
    test = condition(frame, node.branch.test)
    return [ast.While(test, block(frame, node.branch.body), [], **frame.position)]


def _repeat(frame: Frame, node: n.Repeat) -> list[ast.stmt]:
    """The condition comes last, also behind a ``continue``: so it is tested first, but for the first time."""
    first = frame.temporary()
    body = block(frame, node.body)
    former = frame.at(node.until)
    stop = ast.UnaryOp(ast.Not(), condition(frame, node.until), **frame.position)
    test = ast.BoolOp(ast.Or(), [frame.name(first), stop], **frame.position)
    frame.position = former
    return [
        frame.assign(first, frame.constant(True)),
        ast.While(test, [frame.assign(first, frame.constant(False)), *body], [], **frame.position),
    ]


def _for(frame: Frame, node: n.For) -> list[ast.stmt]:
    counter = node.counter
    if not isinstance(counter, (n.Local, n.Name)):
        frame.error("not-assignable", "the counter of a For is a variable", counter)
        return []
    step = node.step
    size = _constant_step(step)
    known = isinstance(counter, n.Local) and size is not None and not _changes(node.body, counter)
    variable = frame.scope.local(counter.name, counter) if isinstance(counter, n.Local) else None
    if known and variable is not None and size is not None:
        first = expression(frame, node.first)
        if variable.kind == k.INTEGER or (variable.kind == k.ANY and first.kind == k.INTEGER):
            return _for_range(frame, node, variable, first, size)
    return _for_general(frame, node, counter)


def _constant_step(step: n.Expression | None) -> int | None:
    if step is None:
        return 1
    while isinstance(step, n.Paren):
        step = step.inner
    sign = 1
    if isinstance(step, n.Negate):
        sign, step = -1, step.operand
    if isinstance(step, n.Number) and isinstance(step.value, int) and step.value:
        return sign * step.value
    return None


def _changes(node: object, counter: n.Local) -> bool:
    """Whether *node* may assign to *counter*."""
    if isinstance(node, (n.Assignment, n.For, n.ForEach, n.PointerTo)):
        target: Any = (
            node.target
            if isinstance(node, (n.Assignment, n.PointerTo))
            else node.counter
            if isinstance(node, n.For)
            else node.item
        )
        while isinstance(target, (n.Character, n.Element, n.Paren)):
            target = target.inner if isinstance(target, n.Paren) else target.object
        if isinstance(target, n.Local) and target.name.lower() == counter.name.lower():
            return True
    if isinstance(node, n.Var):
        return any(
            isinstance(name, n.Local) and name.name.lower() == counter.name.lower() for name in node.names
        )
    return isinstance(node, tuple) and any(_changes(part, counter) for part in node)


def _for_range(frame: Frame, node: n.For, variable: Variable, first: Code, step: int) -> list[ast.stmt]:
    """Counting integers that the body leaves alone: Python's own range."""
    start = frame.as_kind(first, k.INTEGER, "$" + variable.name)
    last = expression(frame, node.last)
    beyond: ast.expr
    if last.kind == k.INTEGER and isinstance(last.expr, ast.Constant):
        beyond = frame.constant(last.expr.value + (1 if step > 0 else -1))  # type: ignore[operator]
    else:
        beyond = frame.call(".beyond", last.expr, frame.constant(step > 0))
    start, before = _evaluated(frame, start)
    beyond, more = _evaluated(frame, beyond)
    items = frame.call(".range", start, beyond, frame.constant(step))
    kind, bounds = variable.kind, variable.bounds
    if last.kind == k.INTEGER and first.kind == k.INTEGER:
        # Inside of the loop, whatever the variable may hold outside.
        variable.kind, variable.bounds = k.INTEGER, _counted(first.bounds, last.bounds, step)
    body = block(frame, node.body)
    variable.kind, variable.bounds = kind, bounds
    # Behind the loop the counter has passed the end; left with break, it stays where it was.
    after = frame.assign(variable.python, frame.call(".after", start, beyond, frame.constant(step)))
    return [
        *before,
        *more,
        ast.For(frame.store(variable.python), items, body, [after], None, **frame.position),
    ]


def _counted(first: tuple[int, int], last: tuple[int, int], step: int) -> tuple[int, int]:
    """The bounds of a counter inside of its loop."""
    return (first[0], max(first[0], last[1])) if step > 0 else (min(first[1], last[0]), first[1])


def _for_general(frame: Frame, node: n.For, counter: n.Expression) -> list[ast.stmt]:
    """The counter is stepped at the start of each turn, so that ``continue`` needs no special care."""
    setup = _assignment(frame, n.Assignment(counter.start, node.first.end, counter, ":=", node.first))
    last, before = _evaluated(frame, frame.call(".number", expression(frame, node.last).expr))
    step: ast.expr = frame.constant(1)
    more: list[ast.stmt] = []
    if node.step is not None:
        step, more = _evaluated(frame, frame.call(".number", expression(frame, node.step).expr))
    begun = frame.temporary()
    own = expression(frame, counter)
    own_number = frame.call(".number", own.expr)
    stepped = Code(frame.call(".add", own_number, step), k.ANY)
    if isinstance(counter, n.Local):
        variable = frame.scope.local(counter.name, counter)
        advance: ast.stmt = frame.assign(variable.python, _converted(frame, stepped, variable))
    else:
        advance = _store(frame, counter, stepped, counter)[0]
    if isinstance(advance, ast.Assign):
        turn = ast.If(
            frame.name(begun), [advance], [frame.assign(begun, frame.constant(True))], **frame.position
        )
    passed = frame.call(".passed", expression(frame, counter).expr, last, step)
    leave = ast.If(passed, [ast.Break(**frame.position)], [], **frame.position)
    body = block(frame, node.body)
    return [
        *setup,
        *before,
        *more,
        frame.assign(begun, frame.constant(False)),
        ast.While(frame.constant(True), [turn, leave, *body], [], **frame.position),
    ]


def _for_each(frame: Frame, node: n.ForEach) -> list[ast.stmt]:
    item = node.item
    if not isinstance(item, (n.Local, n.Name)):
        frame.error("not-assignable", "the current item of a For each is a variable", item)
        return []
    bounds = [value(frame, bound) for bound in (node.begin, node.stop) if bound is not None]
    former = frame.at(node.source)
    items = frame.call(".each", value(frame, node.source), *bounds)
    frame.position = former
    code: list[ast.stmt] = []
    body: list[ast.stmt] = []
    condition_ = node.condition
    variable = frame.scope.local(item.name, item) if isinstance(item, n.Local) else None
    if variable is not None and variable.kind == k.ANY and (condition_ is None or not condition_.at_end):
        current = variable.python
    else:
        current = frame.temporary()
        former = frame.at(item)
        fetched = Code(frame.name(current), k.ANY)
        if variable is not None:
            body.append(frame.assign(variable.python, _converted(frame, fetched, variable)))
        else:
            body += _store(frame, item, fetched, item)
        frame.position = former
    if condition_ is not None and condition_.at_end:
        # Tested at the end of each turn, also behind a continue: at the start of the next one, on the former item.
        begun = frame.temporary()
        code.append(frame.assign(begun, frame.constant(False)))
        stop = frame.both(frame.name(begun), condition(frame, condition_.test))
        leave = ast.If(stop, [ast.Break(**frame.position)], [], **frame.position)
        body = [leave, frame.assign(begun, frame.constant(True)), *body]
    elif condition_ is not None:
        test = ast.UnaryOp(ast.Not(), condition(frame, condition_.test), **frame.position)
        body.append(ast.If(test, [ast.Break(**frame.position)], [], **frame.position))
    body += block(frame, node.body)
    code.append(ast.For(frame.store(current), items, body, [], None, **frame.position))
    return code


def _try(frame: Frame, node: n.Try) -> list[ast.stmt]:
    """``Try … Catch``: errors of the language only; what a limit raises goes through."""
    return _nested(frame, lambda: _try_block(frame, block(frame, node.body), node.handler))


def _try_block(frame: Frame, body: list[ast.stmt], handler: n.Block | None) -> list[ast.stmt]:
    error = frame.temporary()
    run = frame.name(".run")
    caught = frame.call(ast.Attribute(run, "caught", ast.Load(), **frame.position), frame.name(error))
    reaction = [frame.statement(caught), *(block(frame, handler) if handler else [])]
    clause = ast.ExceptHandler(frame.name(".LanguageError"), error, reaction, **frame.position)
    return [ast.Try(body, [clause], [], [], **frame.position)]


_HANDLERS: dict[type, Callable[..., list[ast.stmt]]] = {
    n.Assignment: _assignment,
    n.Var: _var,
    n.ExpressionStatement: _expression_statement,
    n.Return: _return,
    n.Break: _break,
    n.Continue: _continue,
    n.Declare: _declare,
    n.If: _if,
    n.Case: _case,
    n.While: _loop(_while),
    n.Repeat: _loop(_repeat),
    n.For: _loop(_for),
    n.ForEach: _loop(_for_each),
    n.Use: _unsupported("Use … End use is"),
    n.Try: _try,
    n.Properties: _unsupported("properties of classes are"),
    n.Extends: _unsupported("classes are"),
    n.Alias: _unsupported("aliases of data classes are"),
    n.Sql: _unsupported("SQL is"),
}
