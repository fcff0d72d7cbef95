"""A whole unit: a script, a method or an expression, to one Python function.

The function of a method takes its parameters by position. That of a script takes the variables that the
session keeps, and hands its own back when it ends, however it ends: they become Python locals in between,
which is what makes them fast.
"""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n
from grammar.source import SyntaxProblem

from . import kinds as k
from .exits import guarded
from .expressions import expression
from .frame import Diagnostic, Frame, Library
from .pointers import pointers
from .scope import ELLIPSES, THIS, Scope, Variable, kind_of_type
from .statements import block, refuse_twice
from .values import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from grammar.source import Source
    from stdlib4d.registry import Declaration


class Compiled:
    """A unit, ready to run in any session.

    ``code`` makes the function ``name`` when executed in the globals of a session, which must hold what
    ``commands``, ``methods`` and ``process`` name.
    """

    __slots__ = (
        "code",
        "diagnostics",
        "direct",
        "fault",
        "methods",
        "name",
        "process",
        "process_names",
        "project",
        "source",
        "uses",
        "variables",
    )

    def __init__(
        self,
        name: str,
        source: Source,
        code: CodeType | None,
        diagnostics: list[Diagnostic],
        uses: dict[str, Declaration],
        methods: dict[str, tuple[str, int]],
        process: set[str],
        variables: dict[str, str],
    ) -> None:
        self.name = name
        self.source = source
        self.code = code
        self.diagnostics = diagnostics
        self.uses = uses
        self.methods = methods
        self.process = process
        #: Python name to 4D spelling of the locals, and of the process variables that are assigned.
        self.variables = variables
        self.process_names: dict[str, str] = {}
        #: What the method's calls of itself enter: the name they use and its code.
        self.direct: tuple[str, CodeType] | None = None
        #: The methods at hand, where they are those of a project; the session's affair.
        self.project: Any = None
        #: Our own mistake that kept it from being compiled.
        self.fault: Exception | None = None


def compile_script(name: str, source: Source, unit: n.Unit, library: Library) -> Compiled:
    """A script: its locals come from the session and go back to it."""
    diagnostics: list[Diagnostic] = []
    declaration = _declaration(unit.body)
    scope = _scope(unit.body, declaration, library)
    frame = _frame(name, source, scope, library, diagnostics, declaration)
    _refuse_functions(frame, unit)
    body = guarded(frame, block(frame, unit.body))
    return _finish_script(frame, [*body, ast.Return(frame.result(), **frame.position)])


def compile_expression(name: str, source: Source, node: n.Expression, library: Library) -> Compiled:
    """An expression that sees the variables of the session."""
    diagnostics: list[Diagnostic] = []
    statement = n.ExpressionStatement(node.start, node.end, node)
    scope = _scope((statement,), None, library)
    for variable in scope.locals.values():
        variable.assigned = True  # by an earlier run
    frame = _frame(name, source, scope, library, diagnostics, None)
    result = value(frame, node)
    return _finish_script(frame, [ast.Return(result, **frame.position)], save=False)


def compile_method(
    name: str, source: Source, unit: n.Unit, library: Library, takes_this: bool = False
) -> Compiled:
    """A project method: a function of its parameters, of This and them with *takes_this*."""
    class_name = name if takes_this else ""
    return _compile_body(name, source, unit.body, _declaration(unit.body), library, unit, class_name)


class CompiledFunction:
    """A function of a class: its name, what kind it is, and its code, which takes This first."""

    __slots__ = ("compiled", "kind", "name", "words")

    def __init__(self, kind: str, name: str, words: frozenset[str], compiled: Compiled) -> None:
        self.kind = kind  # function, get, set, constructor or properties
        self.name = name
        self.words = words  # shared, singleton, session …
        self.compiled = compiled


def compile_class(
    name: str, source: Source, unit: n.Unit, library: Library
) -> tuple[str, list[CompiledFunction]]:
    """A class: the name of the one it extends, and its functions."""
    extends = ""
    values: list[n.Statement] = []
    for statement in unit.body:
        if isinstance(statement, n.Extends):
            extends = statement.name
        elif isinstance(statement, n.Properties):
            values += [_initialised(item) for item in statement.properties if item.value is not None]
        elif isinstance(statement, n.Alias):
            raise SyntaxProblem(
                "Alias: there are no data classes without a database",
                statement.start,
                statement.end,
                code="no-database",
            )
        else:
            raise SyntaxProblem(
                "a class has functions and properties only", statement.start, statement.end, code="misplaced"
            )
    functions: list[CompiledFunction] = []
    if values:
        compiled = _compile_body(f"{name}.constructor", source, tuple(values), None, library, None, name)
        functions.append(CompiledFunction("properties", "", frozenset(), compiled))
    for function in unit.functions:
        kind, called, words = _headed(function.head)
        declaration = n.Declare(function.start, function.end, function.parameters, function.result)
        title = f"{name}.{called or 'constructor'}"
        compiled = _compile_body(title, source, function.body, declaration, library, None, name)
        functions.append(CompiledFunction(kind, called, words, compiled))
    return extends, functions


def _initialised(item: n.Property) -> n.Statement:
    """``property name := value`` as the assignment that a new instance begins with."""
    this = n.Command(item.start, item.end, THIS, "This")
    member = n.Member(item.start, item.end, this, item.name)
    assert item.value is not None
    return n.Assignment(item.start, item.end, member, ":=", item.value)


def _headed(head: str) -> tuple[str, str, frozenset[str]]:
    """Kind, name and leading words of the head of a function."""
    words = head.split()
    lower = [word.lower() for word in words]
    if "constructor" in lower:
        return "constructor", "", frozenset(lower)
    place = lower.index("function")
    rest = words[place + 1 :]
    kind = rest[0].lower() if len(rest) > 1 else "function"
    return kind, rest[-1], frozenset(lower[:place])


def _compile_body(
    name: str,
    source: Source,
    statements: n.Block,
    declaration: n.Declare | None,
    library: Library,
    unit: n.Unit | None,
    class_name: str = "",
) -> Compiled:
    """A method, or a function of the class *class_name*, which takes This first."""
    diagnostics: list[Diagnostic] = []
    scope = _scope(statements, declaration, library)
    frame = _frame(name, source, scope, library, diagnostics, declaration)
    frame.class_name = class_name
    if unit is not None:
        _refuse_functions(frame, unit)
    signature, conversions, aliases = _parameters(frame, declaration)
    if "0" in scope.locals and frame.result_variable is None:
        frame.result_variable = "0"
    body = guarded(frame, block(frame, statements))
    taken = {argument.arg for argument in signature.args}
    if signature.vararg is not None:
        taken |= {variable.python for variable in scope.locals.values() if variable.parameter}
    defaults: list[ast.stmt] = [
        frame.assign(variable.python, frame.default(variable.kind))
        for variable in scope.locals.values()
        if variable.python not in taken
    ]
    end = ast.Return(frame.result(), **frame.position)
    inner = [*_globals(frame), *defaults, *aliases, *pointers(frame), *body, end]
    if not frame.direct:
        return _compiled(frame, signature, [*_globals(frame), *conversions, *inner[len(_globals(frame)) :]])
    # Calls of itself enter behind the conversion of the parameters.
    given = [frame.name(argument.arg) for argument in signature.args]
    entry = [*conversions, ast.Return(frame.call(frame.direct_name, *given), **frame.position)]
    return _compiled(frame, signature, inner, entry)


def _frame(
    name: str,
    source: Source,
    scope: Scope,
    library: Library,
    diagnostics: list[Diagnostic],
    declaration: n.Declare | None,
) -> Frame:
    frame = Frame(name, source, scope, library, diagnostics, expression, block)
    frame.declaration = declaration
    if declaration is not None and declaration.result is not None:
        result = declaration.result
        frame.result_kind = kind_of_type(result.type.name) if result.type is not None else k.ANY
        if result.name is not None:
            frame.result_variable = scope.local(result.name.lstrip("$"), result).python
    return frame


def _declaration(body: n.Block) -> n.Declare | None:
    return body[0] if body and isinstance(body[0], n.Declare) else None


def _scope(body: n.Block, declaration: n.Declare | None, library: Library) -> Scope:
    if declaration is None:
        return Scope(body, (), None, library.find_command)
    return Scope(body, declaration.parameters, declaration.result, library.find_command)


def _refuse_functions(frame: Frame, unit: n.Unit) -> None:
    for function in unit.functions:
        frame.error(
            "misplaced",
            "functions stand in classes",
            function,
            hint="put the class into a file of the folder Classes",
        )


def _parameters(
    frame: Frame, declaration: n.Declare | None
) -> tuple[ast.arguments, list[ast.stmt], list[ast.stmt]]:
    """The signature, what brings each argument to its declared type, and what gives ``$1`` a declared name."""
    scope = frame.scope
    if declaration is not None and frame.class_name:
        refuse_twice(frame, declaration)
    names: list[Variable] = []
    for parameter in declaration.parameters if declaration is not None else ():
        if parameter.name not in ELLIPSES:
            variable = scope.local(parameter.name.lstrip("$"), parameter)
            if variable not in names:
                names.append(variable)
    for number in range(1, scope.highest + 1):
        if number > len(names):
            names.append(scope.local(str(number), n.Local(0, 0, str(number))))
    aliases: list[ast.stmt] = [
        frame.assign(scope.locals[str(i)].python, frame.name(names[i - 1].python))
        for i in range(1, len(names) + 1)
        if str(i) in scope.locals and scope.locals[str(i)] is not names[i - 1]
    ]
    prologue: list[ast.stmt] = []
    if scope.counts or scope.indirect:
        # Everything that was passed is wanted: the parameters are taken from it.
        prologue += _from_arguments(frame, names)
        rest = ast.arg(".arguments", None, None, **frame.position)
        signature = ast.arguments([], _this(frame), rest, *_named_this(frame), None, [])
    else:
        # Exactly these, because CPython calls such functions fastest; the session cuts off what is too many.
        args = [ast.arg(variable.python, None, None, **frame.position) for variable in names]
        signature = ast.arguments([], [*_this(frame), *args], None, *_named_this(frame), None, [])
        frame.parameters = None if frame.class_name or frame.scope.this else names
    for variable in names:
        if variable.kind != k.ANY:
            prologue.append(_convert_parameter(frame, variable))
    if declaration is not None and declaration.parameters and declaration.parameters[-1].name in ELLIPSES:
        prologue += _variadic(frame, declaration.parameters[-1], len(declaration.parameters) - 1)
    return signature, prologue, aliases


def _this(frame: Frame) -> list[ast.arg]:
    """The parameter in front that a function of a class has."""
    return [ast.arg(".this", None, None, **frame.position)] if frame.class_name else []


def _named_this(frame: Frame) -> tuple[list[ast.arg], list[ast.expr | None]]:
    """This of a project method, which it has where a formula calls it."""
    if frame.class_name or not frame.scope.this:
        return [], []
    return [ast.arg(".this", None, None, **frame.position)], [frame.constant(None)]


def _variadic(frame: Frame, parameter: n.Parameter, first: int) -> list[ast.stmt]:
    """``... : type``: the rest of the arguments is checked before the method runs."""
    kind = kind_of_type(parameter.type.name) if parameter.type is not None else k.ANY
    if kind == k.ANY or not (frame.scope.counts or frame.scope.indirect):
        return []
    what = frame.constant(f"{frame.unit_name}: ${{…}}")
    own, convert = frame.name(".arguments"), frame.name(".to_" + kind)
    checked = frame.call(".variadic", own, frame.constant(first), convert, what)
    return [frame.assign(".arguments", checked)]


def _from_arguments(frame: Frame, names: list[Variable]) -> list[ast.stmt]:
    code: list[ast.stmt] = []
    for index, variable in enumerate(names):
        passed = frame.compare(frame.call(".len", frame.name(".arguments")), ast.Gt(), frame.constant(index))
        item = frame.subscript(frame.name(".arguments"), frame.constant(index))
        code.append(frame.assign(variable.python, frame.choose(passed, item, frame.name(".undefined"))))
    return code


def _convert_parameter(frame: Frame, variable: Variable) -> ast.stmt:
    """An argument of another type is an error, one that is missing is the default (Concepts/parameters.md)."""
    own = frame.name(variable.python)
    what = f"{frame.unit_name}: {variable.title}"
    if variable.class_name:
        return frame.assign(variable.python, frame.instance(own, variable, what))
    if variable.kind == k.INTEGER:
        fits = frame.both(frame.is_class(own, ".int"), *frame.within(own, own))
    else:
        fits = frame.is_class(own, k.EXACT[variable.kind])
    if variable.legacy:
        # Declared the old way, a parameter of another type is no error but empty.
        convert = frame.call(".loosely", frame.name(".to_" + variable.kind), own)
    else:
        convert = frame.call(".to_" + variable.kind, own, frame.constant(what))
    not_fits = ast.UnaryOp(ast.Not(), fits, **frame.position)
    return ast.If(not_fits, [frame.assign(variable.python, convert)], [], **frame.position)


def _globals(frame: Frame) -> list[ast.stmt]:
    return [ast.Global(sorted(frame.globals), **frame.position)] if frame.globals else []


def _finish_script(frame: Frame, body: list[ast.stmt], save: bool = True) -> Compiled:
    """The function ``.kept``: the variables that the session keeps come in, and go back in a ``finally``."""
    kept = frame.name(".kept")
    prologue: list[ast.stmt] = []
    keys: list[ast.expr | None] = []
    values: list[ast.expr] = []
    for key, variable in frame.scope.locals.items():
        get = ast.Attribute(kept, "get", ast.Load(), **frame.position)
        found: ast.expr = frame.call(get, frame.constant(key), frame.default(variable.kind))
        if variable.kind != k.ANY:
            found = frame.call(".kept_" + variable.kind, found, frame.constant(variable.title))
        prologue.append(frame.assign(variable.python, found))
        keys.append(frame.constant(key))
        values.append(frame.name(variable.python))
    if frame.scope.counts or frame.scope.indirect:
        prologue.append(frame.assign(".arguments", ast.Tuple([], ast.Load(), **frame.position)))
    if keys and save:
        update = ast.Attribute(kept, "update", ast.Load(), **frame.position)
        keep = frame.statement(frame.call(update, ast.Dict(keys, values, **frame.position)))
        # Or else a variable that the script clears would leave its object alive until the end.
        names = frame.constant(tuple(frame.scope.locals))
        release = frame.statement(frame.call(".release", kept, names))
        body = [ast.Try([release, *body], [], [], [keep], **frame.position)]
    arguments = ast.arguments([], [ast.arg(".kept", None, None, **frame.position)], None, [], [], None, [])
    return _compiled(frame, arguments, [*_globals(frame), *prologue, *pointers(frame), *body])


def _compiled(
    frame: Frame, arguments: ast.arguments, body: list[ast.stmt], entry: list[ast.stmt] | None = None
) -> Compiled:
    """The unit with the code of *body*; with an *entry*, that is what others call."""
    code = direct = None
    if not any(d.severity == "error" for d in frame.diagnostics):
        code = _code(frame, arguments, body)
        if entry is not None:
            code, direct = _code(frame, arguments, entry), code
    assigned = [v for v in frame.scope.process.values() if v.assigned]
    variables = {v.python: v.name for v in frame.scope.locals.values()}
    process = frame.process | {v.python for v in assigned}
    compiled = Compiled(
        frame.unit_name, frame.source, code, frame.diagnostics, frame.uses, frame.methods, process, variables
    )
    compiled.process_names = {v.python: v.name for v in assigned}
    if direct is not None:
        compiled.direct = (frame.direct_name, direct)
    return compiled


def _code(frame: Frame, arguments: ast.arguments, body: list[ast.stmt]) -> CodeType:
    function = ast.FunctionDef(".unit", arguments, body, [], None, None, **frame.position)
    module = compile(ast.Module([function], []), frame.source.name, "exec", dont_inherit=True)
    made: CodeType = next(c for c in module.co_consts if hasattr(c, "co_code"))
    return made.replace(co_name=frame.unit_name, co_qualname=frame.unit_name)
