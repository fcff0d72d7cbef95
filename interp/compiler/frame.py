"""One Python function under construction: positions, temporaries, names of the library it uses."""

from __future__ import annotations

import _ast as ast

from . import kinds as k
from .kinds import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from grammar import nodes as n
    from grammar.source import Source
    from stdlib4d.registry import Declaration

    from .facts import Facts
    from .scope import Scope, Variable

#: The largest integer of one digit of 30 bits.
SMALL = 2**30 - 1
LOAD = ast.Load()
STORE = ast.Store()
#: How the names of process and interprocess variables start in generated code.
_SHARED = ("v.", "<>")


#: The value of a variable that was never assigned: a name of the library, or a constant.
DEFAULTS: dict[str, tuple[str, object]] = {
    k.INTEGER: ("", 0),
    k.REAL: ("", 0.0),
    k.TEXT: ("", ""),
    k.BOOLEAN: ("", False),
    k.DATE: (".null_date", None),
    k.TIME: (".null_time", None),
    k.BLOB: ("", b""),
    k.OBJECT: (".unset_Object", None),
    k.COLLECTION: (".unset_Collection", None),
    k.ANY: (".undefined", None),
}


class Diagnostic:
    """Something to say about a script before it runs. ``severity`` is ``error`` or ``warning``."""

    __slots__ = ("code", "end", "hint", "message", "severity", "start")

    def __init__(self, severity: str, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        self.severity = severity
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint


class Library:
    """What the compiler may call: commands by number, the project's methods, and the classes of ``4D``.

    With `resumes`, an error goes to the method that ON ERR CALL installs, and execution goes on behind the statement.
    `classes` has every class of 4D in lower case, with whether the library has it too.
    """

    def __init__(
        self,
        find_command: Callable[[int], Declaration | None],
        command_name: Callable[[int | None], str],
        classes: Mapping[str, bool],
        is_method: Callable[[str], bool],
        resumes: bool = False,
    ) -> None:
        self.find_command = find_command
        self.command_name = command_name
        self.classes = classes
        self.is_method = is_method
        self.resumes = resumes


class Frame:
    """The function that is being generated."""

    def __init__(
        self,
        unit_name: str,
        source: Source,
        scope: Scope,
        library: Library,
        diagnostics: list[Diagnostic],
        expression: Callable[[Frame, n.Node], Code],
        block: Callable[[Frame, n.Block], list[ast.stmt]],
    ) -> None:
        self.unit_name = unit_name
        # Expressions and blocks contain each other: what generates them is handed in.
        self._expression = expression
        self._block = block
        self.source = source
        self.scope = scope
        self.library = library
        self.diagnostics = diagnostics
        #: Declarations that the generated code calls or checks with, by the name it uses.
        self.uses: dict[str, Declaration] = {}
        #: Methods that it calls, by the name it uses: the method and the number of arguments.
        self.methods: dict[str, tuple[str, int]] = {}
        self.process: set[str] = set()
        self.globals: set[str] = set()
        self.declaration: n.Declare | None = None
        #: The class whose function this is.
        self.class_name = ""
        #: The local variables that something points to.
        self.pointed: dict[str, Variable] = {}
        self.depth = 0
        #: How many formulas are around what is being generated.
        self.formulas = 0
        self.position: dict[str, int] = {"lineno": 1, "col_offset": 0, "end_lineno": 1, "end_col_offset": 0}
        self.result_kind = k.ANY
        self.result_type = ""
        self.result_variable: str | None = None
        self.blocks = 0
        #: The parameters of the method, where calls of itself may skip their conversion, and whether one does.
        self.parameters: list[Variable] | None = None
        self.direct = False
        self.direct_name = f"m.{unit_name.lower()}!"
        self.in_loop = False
        #: What is known of the local variables where code is being generated.
        self.facts: Facts = {}
        self._temporaries = 0

    def expression(self, node: n.Node) -> Code:
        """The code of an expression."""
        return self._expression(self, node)

    def block(self, statements: n.Block) -> list[ast.stmt]:
        """The code of statements; never empty."""
        return self._block(self, statements)

    # -------------------------------------------------------------- positions

    def at(self, node: n.Node) -> dict[str, int]:
        """Makes *node* the place of what is generated next; returns the former place."""
        former = self.position
        source = self.source
        line, column = source.place(node.start)
        end_line, end_column = source.place(node.end)
        self.position = {
            "lineno": line,
            "col_offset": column - 1,
            "end_lineno": end_line,
            "end_col_offset": end_column - 1,
        }
        return former

    def error(self, code: str, message: str, node: n.Node, hint: str = "") -> None:
        """Reports what keeps the script from running."""
        self.diagnostics.append(Diagnostic("error", code, message, node.start, node.end, hint))

    def warn(self, code: str, message: str, node: n.Node, hint: str = "") -> None:
        """Reports what is suspicious."""
        self.diagnostics.append(Diagnostic("warning", code, message, node.start, node.end, hint))

    def unknown_name(self, node: n.Node) -> None:
        """Warns of a word that nothing at hand defines."""
        name = self.source.text[node.start : node.end].partition("(")[0].strip()
        hint = "check its spelling, or put its method beside the script"
        if " " in name:
            hint += "; arguments stand in parentheses"
        self.warn(
            "undefined-name",
            f"{name} is neither a variable with a value nor a method that is at hand",
            node,
            hint=hint,
        )

    def no_database(self, node: n.Node, what: str) -> None:
        """Reports what only a database could answer."""
        self.error("no-database", f"{what}: there are no tables or fields without a database", node)

    def own_result(self, method: str) -> str:
        """The kind of what *method* returns: known only of the method that is being compiled."""
        return self.result_kind if method.lower() == self.unit_name.lower() else k.ANY

    def result(self) -> ast.expr:
        """What a plain ``return``, or the end of the method, returns."""
        if self.result_variable is not None:
            return self.name(self.result_variable)
        default = DEFAULTS.get(self.result_kind)
        return self.name(".undefined") if default is None else self.default(self.result_kind)

    def default(self, kind: str) -> ast.expr:
        """The value of a variable of *kind* that was never assigned."""
        name, value = DEFAULTS[kind]
        return self.name(name) if name else self.constant(value)

    # -------------------------------------------------------------- building blocks

    def temporary(self) -> str:
        """The name of a new local of the generated function; no script can spell it."""
        self._temporaries += 1
        return f".{self._temporaries}"

    def name(self, name: str) -> ast.Name:
        return ast.Name(name, LOAD, **self.position)

    def read(self, variable: Variable) -> Code:
        """The value of a local variable."""
        fact = self.facts.get(variable.python)
        if fact is None:
            return Code(self.name(variable.python), variable.kind)
        return Code(self.name(variable.python), fact.kind, fact.bounds, fact.exact)

    def store(self, name: str) -> ast.Name:
        self.facts.pop(name, None)
        return ast.Name(name, STORE, **self.position)

    def constant(self, value: Any) -> ast.Constant:
        return ast.Constant(value, None, **self.position)

    def call(self, function: str | ast.expr, *arguments: ast.expr) -> ast.Call:
        callee = self.name(function) if isinstance(function, str) else function
        return ast.Call(callee, list(arguments), [], **self.position)

    def choose(self, test: ast.expr, then: ast.expr, otherwise: ast.expr) -> ast.IfExp:
        return ast.IfExp(test, then, otherwise, **self.position)

    def walrus(self, name: str, value: ast.expr) -> ast.NamedExpr:
        return ast.NamedExpr(self.store(name), value, **self.position)

    def compare(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> ast.Compare:
        return ast.Compare(left, [operator], [right], **self.position)

    def both(self, *tests: ast.expr) -> ast.expr:
        return tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), list(tests), **self.position)

    def is_class(self, value: ast.expr, class_name: str) -> ast.expr:
        """``type(value) is class``."""
        return self.compare(self.call(".type", value), ast.Is(), self.name(class_name))

    def is_plain(self, value: ast.expr) -> ast.expr:
        """Whether *value* is stored as it is: neither undefined nor a time."""
        return self.compare(self.call(".type", value), ast.In(), self.name(".plain"))

    def binary(self, left: ast.expr, operator: ast.operator, right: ast.expr) -> ast.BinOp:
        return ast.BinOp(left, operator, right, **self.position)

    def subscript(self, value: ast.expr, index: ast.expr, store: bool = False) -> ast.Subscript:
        return ast.Subscript(value, index, STORE if store else LOAD, **self.position)

    def assign(self, name: str, value: ast.expr) -> ast.Assign:
        return ast.Assign([self.store(name)], value, None, **self.position)

    def statement(self, value: ast.expr) -> ast.Expr:
        return ast.Expr(value, **self.position)

    def split(self, expr: ast.expr) -> tuple[ast.expr, Callable[[], ast.expr]]:
        """An expression to evaluate once: its first use, and what stands for it afterwards."""
        if isinstance(expr, ast.Name) and is_simple(expr):
            identifier = expr.id
            return expr, lambda: self.name(identifier)
        if isinstance(expr, ast.Constant):
            value = expr.value
            return expr, lambda: self.constant(value)
        temporary = self.temporary()
        return self.walrus(temporary, expr), lambda: self.name(temporary)

    def within(
        self, first: ast.expr, again: ast.expr, bounds: tuple[int, int] = (-(2**62), 2**62)
    ) -> list[ast.expr]:
        """Tests that a value, evaluated as *first* and then called *again*, is small: ``|value| < 2**30 - 1``.

        What its *bounds* exclude is not tested.

        CPython compares quickly where both integers have one digit of 30 bits and a jump follows; a chained
        comparison has none.
        """
        tests: list[ast.expr] = []
        if bounds[1] > k.LONG[1]:
            tests.append(self.compare(first, ast.Lt(), self.constant(SMALL)))
            first = again
        if bounds[0] < k.LONG[0]:
            tests.append(self.compare(first, ast.Gt(), self.constant(-SMALL)))
        return tests

    # -------------------------------------------------------------- conversions

    def as_kind(self, code: Code, kind: str, what: str = "") -> ast.expr:
        """*code* as a value of a variable of *kind*; *what* names the variable in an error."""
        expr, have = code.expr, code.kind
        if kind == k.ANY:
            return expr
        if kind == k.INTEGER:
            if have == k.INTEGER:
                if k.LONG[0] <= code.bounds[0] and code.bounds[1] <= k.LONG[1]:
                    return expr
                first, again = self.split(expr)
                fits = self.both(*self.within(first, again(), code.bounds))
                return self.choose(fits, again(), self.call(".int32", again()))
            if have == k.ANY:
                first, again = self.split(expr)
                test = self.both(self.is_class(first, ".int"), *self.within(again(), again()))
                return self.choose(test, again(), self.call(".to_Integer", again(), self.constant(what)))
            return self.call(".to_Integer", expr, self.constant(what))
        if kind == k.REAL:
            if have == k.REAL:
                return expr
            if have in k.NUMBERS:
                if isinstance(expr, ast.Constant) and isinstance(expr.value, int):
                    return self.constant(float(expr.value))
                return self.call(".float", expr)
        elif have == kind:
            return expr
        convert = self.call(".to_" + kind, *(), self.name(".none"), self.constant(what))
        if have != k.ANY:
            convert.args[0] = expr
            return convert
        first, again = self.split(expr)
        convert.args[0] = again()
        return self.choose(self.is_class(first, k.EXACT[kind]), again(), convert)

    def instance(self, value: ast.expr, variable: Variable, what: str) -> ast.expr:
        """*value* for a variable of a class of the ``4D`` store."""
        return self.call(".to_instance", value, self.constant(variable.class_name), self.constant(what))

    def plain(self, code: Code) -> ast.expr:
        """*code* as a value to keep: a variable that was never assigned counts as Null."""
        expr = code.expr
        if (
            code.kind in (k.OBJECT, k.COLLECTION)
            and not code.exact
            and isinstance(expr, ast.Name)
            and not expr.id.startswith(".")
        ):
            unset = ".unset_" + code.kind
            return self.choose(
                self.compare(expr, ast.Is(), self.name(unset)), self.constant(None), self.name(expr.id)
            )
        return expr


def is_simple(expr: ast.expr) -> bool:
    """Whether *expr* may be read again later: a constant, or a variable that nobody else changes.

    A process variable may be changed by a method that is called in between.
    """
    if isinstance(expr, ast.Name):
        return not expr.id.startswith(_SHARED)
    return isinstance(expr, ast.Constant)
