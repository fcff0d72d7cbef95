"""One session: the variables that last, the methods at hand, and the run of compiled units."""

from __future__ import annotations

import sys
from types import CodeType, FunctionType

from grammar.source import Source
from stdlib4d import access, operators
from stdlib4d.errors import FUNCTION_MISSING, METHOD_MISSING, VARIABLE_EXPECTED, Aborted, LanguageError
from stdlib4d.functions import FunctionValue
from stdlib4d.references import Pointer
from stdlib4d.user_classes import UserClass, UserClassStore
from stdlib4d.values import UNDEFINED, BoundFunction, Date, Time, type_name

from .compiler.scope import LONGEST
from .compiler.unit import Compiled, CompiledFunction
from .errors import SYNTAX_ERROR, CompileError, script_error
from .project import Project, vocabulary
from .runtime import RUNTIME, MethodCode, process_pointer
from .units import command_name, compile_unit, deeper, parse_class, problems_of, runnable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

    from stdlib4d.host import Host
    from stdlib4d.values import Value

    from .debugging.tracer import Tracer
    from .processes import Processes

#: The flag of a code object that takes any number of arguments.
CO_VARARGS = 4
#: How many texts that were run as code are kept compiled.
MAX_EVALUATED = 500

_SCALARS = frozenset((str, int, float, bool, bytes, type(None), Date, Time, UNDEFINED.__class__))
#: Where the names of the error methods are kept: of the process, and of all.
LOCAL, GLOBAL = 0, 1


class Session:
    """The running side of one process: implements :class:`stdlib4d.host.Run`.

    With *origin*, the session of another process of the same program, it has what processes share: the table of them,
    the interprocess variables, the places of the code, the error method of all.
    """

    def __init__(
        self, host: Host, project: Project, parser: str = "table", origin: Session | None = None
    ) -> None:
        self.host = host
        self.project = project
        self.parser = parser
        self.errors: list[dict[str, Value]] = []
        #: What was thrown to be raised when the method that threw it ends.
        self.deferred: list[LanguageError] = []
        #: Whether a script has ended the program, and wants it to begin again.
        self.ended = False
        self.restarting = False
        self.user_classes = UserClassStore(self.user_class)
        #: The methods called on errors by scope, the depth of Try at which each was installed, and the depth now.
        self._error_methods: dict[int, tuple[str, int]] = {}
        self._tries = 0
        self.default_century, self.pivot_year = 19, 30
        self._handling = False
        self.settings: dict[str, Any] = {}
        self.shared: dict[str, Any] = {} if origin is None else origin.shared
        self._evaluated: dict[tuple[int, str, str], Callable[..., Value]] = {}
        #: Texts that are known to be no expressions.
        self._statements: set[str] = set()
        #: Variables of scripts that last: lower-case name to value, and to first spelling.
        self.kept: dict[str, Value] = {}
        self.spelling: dict[str, str] = {}
        self.codes: dict[int, Compiled] = {} if origin is None else origin.codes
        self._held: list[CodeType] = [] if origin is None else origin._held
        #: The code whose names are globals of this process, by its ``id``.
        self._linked: set[int] = set()
        #: The process variables that any unit gives a value: name in the generated code to spelling.
        self.process_names: dict[str, str] = {}
        #: The interprocess variables. Code reads them as what Python calls built-in: globals of all its globals.
        self.interprocess: dict[str, Value] = {} if origin is None else origin.interprocess
        #: The error method of all processes.
        self._global_errors: dict[int, tuple[str, int]] = {} if origin is None else origin._global_errors
        #: Seconds that a run may take. What processes share is made for the first command that needs it.
        self.time_limit: float | None = None if origin is None else origin.time_limit
        self._processes: Processes | None = None if origin is None else origin.processes
        #: What TRACE calls, whether a run begins with it, and what stops this process once it was called.
        self.debugger: Callable[[Session], None] | None = None if origin is None else origin.debugger
        self.stops_first = False
        self.tracer: Tracer | None = None
        self.globals: dict[str, Any] = {
            **RUNTIME,
            "__builtins__": self.interprocess,
            ".interprocess": self.interprocess,
            ".run": self,
            ".asserts": True,
            "v.ok": 0,
            "v.document": "",
        }

    # -------------------------------------------------------------- processes

    @property
    def processes(self) -> Processes:
        """What processes share."""
        if self._processes is None:
            from .processes import Processes

            self._processes = Processes(self)
        return self._processes

    @property
    def has_processes(self) -> bool:
        """Whether a script asked for anything that has to do with processes."""
        return self._processes is not None

    @property
    def storage(self) -> Value:
        """What Storage returns."""
        return self.processes.storage

    def fork(self) -> Session:
        """The session of a new process: of what this one holds, it has what processes share."""
        return Session(self.host, self.project.for_process(), self.parser, self)

    def variables(self, python: str) -> dict[str, Value]:
        """Where the variable is that generated code calls *python*."""
        return self.interprocess if python.startswith("<>") else self.globals

    # What makes it the receiver of a copy.

    def keeps(self, value: Value) -> bool:
        """Whether a process gets *value* itself: a shared one."""
        return hasattr(value, "group")

    def class_like(self, user_class: UserClass) -> UserClass:
        """The class of that name in this process."""
        return user_class if self._processes is None else self.user_class(user_class.name) or user_class

    def own(self, value: Value) -> Value:
        """*value*, which is neither object nor collection; formulas run on the variables of this process."""
        if isinstance(value, UserClass):
            return self.class_like(value)
        if not isinstance(value, FunctionValue):
            return value
        code = value.code
        if isinstance(code, MethodCode):
            return FunctionValue(value.source(), MethodCode(self, code.name))
        if isinstance(code, FunctionType) and id(code.__code__) in self.codes:
            compiled = self.codes[id(code.__code__)]
            if compiled.code is not None and id(compiled.code) not in self._linked:
                self._link_unit(compiled, compiled.code)
            here = FunctionType(
                code.__code__, self.globals, code.__name__, code.__defaults__, code.__closure__
            )
            here.__kwdefaults__ = code.__kwdefaults__
            return FunctionValue(value.source(), here)
        return value

    # -------------------------------------------------------------- running

    def run(self, compiled: Compiled, *, method: bool = False) -> Value:
        """Runs a script, an expression, or a method without parameters; raises :class:`ScriptError`."""
        if compiled.project is not None:
            self._enter(compiled.project)
        self.ended = self.restarting = False
        function = self._function(compiled, defaults=None if method else 0)
        if method:
            return self._guarded(self._for_count(function, 0))
        for name in compiled.variables.values():
            self.spelling.setdefault(name[:LONGEST].lower(), name)
        return self._guarded(function, self.kept)

    def _guarded(self, function: Callable[..., Value], *arguments: Value) -> Value:
        if self.stops_first and self.debugger is not None:
            self.debugger(self)
        try:
            return self.perform(function, *arguments)
        except Aborted:
            return UNDEFINED
        finally:
            if self.tracer is not None:
                self.tracer.end()

    def trace(self) -> None:
        """Stops at the next line, where somebody can look at it."""
        if self.debugger is None:
            self.host.note("TRACE: nobody is there to look, the code goes on")
        else:
            self.debugger(self)

    def perform(self, function: Callable[..., Value], *arguments: Value) -> Value:
        """Calls *function*; what goes wrong in it becomes a :class:`ScriptError`. ``Aborted`` goes through."""
        try:
            with deeper():
                return function(*arguments)
        except (KeyboardInterrupt, SystemExit, GeneratorExit, Aborted):
            raise
        except CompileError:
            raise
        except (LanguageError, RecursionError, ZeroDivisionError, MemoryError) as problem:
            raise script_error(problem, self.codes) from None
        except BaseException as problem:
            if problem.__class__.__module__ == "bdb":
                raise  # whoever looks at it with pdb has had enough
            raise script_error(problem, self.codes) from problem

    def _enter(self, project: Project) -> None:
        """Makes the methods of *project* the ones that code calls; those of the former one are kept for its return."""
        if project is not self.project:
            linked = self.project.linked
            for name in [name for name in self.globals if name.startswith("m.")]:
                linked[name] = self.globals.pop(name)
            self.globals.update(project.linked)
            self.project = project

    def _function(self, compiled: Compiled, defaults: int | None) -> Callable[..., Value]:
        code = runnable(compiled)
        if id(code) not in self._linked:
            self._link_unit(compiled, code)
        count = code.co_argcount if defaults is None else defaults
        function = FunctionType(code, self.globals, compiled.name, (UNDEFINED,) * count)
        if code.co_kwonlyargcount:
            function.__kwdefaults__ = {".this": None}
        return function

    def _link_unit(self, compiled: Compiled, code: CodeType) -> None:
        """Makes the code of a unit known, and what it names a global of this process."""
        self._linked.add(id(code))
        self._held.append(code)
        self._link(compiled)
        if compiled.direct is None:
            self._know(code, compiled)
        else:
            # The entry is no call of its own: what fails in it is the fault of the caller.
            name, direct = compiled.direct
            self._know(direct, compiled)
            self.globals[name] = FunctionType(direct, self.globals, compiled.name)

    def _know(self, code: CodeType, compiled: Compiled) -> None:
        self.codes[id(code)] = compiled
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self._know(constant, compiled)

    def _link(self, compiled: Compiled) -> None:
        """Puts into the globals what the code of *compiled* names."""
        for python, name in compiled.process_names.items():
            self.process_names.setdefault(python, name)
        for use, declaration in compiled.uses.items():
            self.globals[use] = declaration.function if use.startswith("c.") else declaration.check
        for python in compiled.process:
            self.variables(python).setdefault(python, UNDEFINED)
        for python, (name, count) in compiled.methods.items():
            if python not in self.globals:
                self.globals[python] = self._stub(python, name, count)

    def _stub(self, python: str, name: str, count: int) -> Callable[..., Value]:
        """A method that is compiled when it is called for the first time, for calls with *count* arguments."""

        def call(*arguments: Value) -> Value:
            function = self.globals[python] = self._for_count(self.method(name), count)
            return function(*arguments)

        return call

    def method(self, name: str) -> Callable[..., Value]:
        """The function of project method *name*; compiled once."""
        found = self.project.functions.get(name.lower())
        if found is None:
            if not self.project.has(name):
                raise LanguageError(
                    METHOD_MISSING, f"there is no method {name}", hint=f"put {name}.4dm beside the script"
                )
            compiled = self.project.units.get(("method", name.lower()))
            if compiled is None:
                try:
                    spelled, source = self.project.source(name)
                except OSError as problem:
                    message = f"method {name} cannot be read: {problem.strerror}"
                    raise LanguageError(METHOD_MISSING, message) from None
                compiled = compile_unit(source, self.project, "method", spelled, self.parser)
                compiled = self.project.units.setdefault(("method", name.lower()), compiled)
            found = self.project.functions[name.lower()] = self._function(compiled, None)
        return found

    def call_method(self, name: str, arguments: Sequence[Value], this: Value = None) -> Value:
        """Calls project method *name* with any number of arguments, as a function of *this*."""
        function = self.method(name)
        named = {".this": this} if function.__code__.co_kwonlyargcount else {}
        return self._for_count(function, len(arguments))(*arguments, **named)

    def forget(self) -> bool:
        """Lets go of all variables; returns whether some held more than plain values."""
        held = [name for name in self.globals if name.startswith("v.")]
        values = [*self.kept.values(), *(self.globals[name] for name in held)]
        self.kept.clear()
        for name in held:
            del self.globals[name]
        return any(value.__class__ not in _SCALARS for value in values)

    # -------------------------------------------------------------- classes

    def user_class(self, name: str) -> UserClass | None:
        """The class *name* of the project; compiled once."""
        project = self.project
        made = project.user_classes.get(name.lower())
        if made is None:
            unit = project.units.get(("class", name.lower()))
            if unit is None:
                found = project.class_source(name)
                if found is None:
                    return None
                spelled, source = found
                unit = (spelled, *parse_class(source, project, spelled))
                unit = project.units.setdefault(("class", name.lower()), unit)
            made = project.user_classes[name.lower()] = self._make_class(*unit)
        return made

    def _make_class(self, name: str, extends: str, compiled: list[CompiledFunction]) -> UserClass:
        functions: dict[str, FunctionValue] = {}
        getters: dict[str, Callable[..., Value]] = {}
        setters: dict[str, Callable[..., Value]] = {}
        special: dict[str, Callable[..., Value]] = {}
        words = frozenset().union(*(item.words for item in compiled if item.kind == "constructor"))
        session = "session" in words
        shared = "shared" in words or session
        for item in compiled:
            code = self._class_code(name, item, shared)
            if item.kind == "get":
                getters[item.name] = code
            elif item.kind == "set":
                setters[item.name] = code
            elif item.kind in ("constructor", "properties"):
                special[item.kind] = code
            else:
                functions[item.name] = FunctionValue(item.compiled.name, code)
        plain = not extends or extends.lower() in ("4d.object", "object")
        return UserClass(
            name,
            None if plain else lambda: self.user_classes.read(extends.removeprefix("cs.")),
            functions,
            getters,
            setters,
            special.get("properties"),
            special.get("constructor"),
            shared=shared,
            singleton="singleton" in words,
            session_singleton=session,
            singletons=self.project.singletons if shared and "singleton" in words else None,
        )

    def _with_this(self, compiled: Compiled) -> Callable[[Value, tuple[Value, ...]], Value]:
        """What takes This and the arguments, and drops those that are too many."""
        function = self._function(compiled, None)
        code = runnable(compiled)
        takes = None if code.co_flags & CO_VARARGS else code.co_argcount - 1
        return lambda this, arguments: function(this, *arguments[:takes])

    def _class_code(
        self, class_name: str, item: CompiledFunction, shared: bool
    ) -> Callable[[Value, tuple[Value, ...]], Value]:
        run = self._with_this(item.compiled)

        def call(this: Value, arguments: tuple[Value, ...]) -> Value:
            if self._processes is not None:
                here = self._processes.session_here()
                if here is not self:
                    # Another process got hold of an object of this one.
                    return here.class_code(class_name, item.kind, item.name)(this, arguments)
            return run(this, arguments)

        if shared and item.kind != "constructor" and "shared" in item.words:
            from stdlib4d.shared import using

            return lambda this, arguments: using(this, lambda: call(this, arguments))
        return call

    def class_code(
        self, class_name: str, kind: str, name: str
    ) -> Callable[[Value, tuple[Value, ...]], Value]:
        """The code of one of the functions of a class."""
        class_ = self.user_class(class_name)
        if class_ is None:
            raise LanguageError(FUNCTION_MISSING, f"there is no class cs.{class_name}")
        return class_.code_of(kind, name)

    @staticmethod
    def _for_count(function: Callable[..., Value], count: int) -> Callable[..., Value]:
        """*function*, or one that drops what a call with *count* arguments passes too many."""
        code: CodeType = function.__code__
        takes = code.co_argcount
        if count <= takes or code.co_flags & CO_VARARGS:
            return function
        return lambda *arguments, **named: function(*arguments[:takes], **named)

    # -------------------------------------------------------------- what commands ask of the run

    def set_ok(self, value: int) -> None:
        """Sets the system variable ``OK``."""
        self.globals["v.ok"] = value

    def set_document(self, path: str) -> None:
        """Sets the system variable ``Document``."""
        self.globals["v.document"] = path

    def set_comparison_level(self, epsilon: float) -> None:
        """Sets how far apart two reals may be that ``=`` finds equal."""
        equal = operators.equal_within(epsilon)
        self.globals[".equal"] = equal
        self.globals[".not_equal"] = lambda left, right: not equal(left, right)

    def formula(self, text: str) -> FunctionValue:
        """The formula that *text* describes: the argument of Formula."""
        source = Source(f"Formula({text})", "<formula>")
        compiled = compile_unit(source, self.project, "expression", source.name, self.parser)
        if compiled.code is None:
            problem = problems_of(compiled)[0]
            raise LanguageError(SYNTAX_ERROR, f"{problem.message}: {text}", hint=problem.hint)
        made: FunctionValue = self._function(compiled, defaults=0)({})
        return made

    def process_pointer(self, name: str) -> Pointer:
        """A pointer to the process or interprocess variable *name*, or to the element that it names."""
        found, *elements = name.replace("}", "").split("{")
        inter = found[:2] in ("<>", "\u25ca")
        key = found.removeprefix("<>").removeprefix("\u25ca").strip()
        if not key.replace("_", "a").replace(" ", "a").isalnum() or not all(map(str.isdecimal, elements)):
            raise LanguageError(
                VARIABLE_EXPECTED,
                f"Get pointer: varName: wanted the name of a process variable, got {name}",
                hint="names of local variables lead nowhere: write ->$name",
            )
        python = ("<>" + key.lower()) if inter else "v." + key[:LONGEST].lower()
        self.variables(python).setdefault(python, UNDEFINED)
        if not inter:
            self.process_names.setdefault(python, key)
        pointer = process_pointer(self, python)
        for element in elements:
            pointer = access.inner_pointer(pointer, int(element))
        return pointer

    def set_asserts(self, enabled: bool) -> None:
        """Switches assertions on or off."""
        self.globals[".asserts"] = enabled

    @property
    def asserts(self) -> bool:
        """Whether assertions are checked."""
        return bool(self.globals[".asserts"])

    def evaluate(self, text: str, variables: dict[str, Value]) -> Value:
        """The value of the expression *text* on local *variables*."""
        return self._code("expression", text)(variables)

    def execute(self, text: str, variables: dict[str, Value]) -> None:
        """Runs the lines *text* on local *variables*."""
        self._code("script", text)(variables)

    def is_expression(self, text: str) -> bool:
        """Whether *text* is an expression."""
        if text in self._statements:
            return False
        try:
            self._code("expression", text)
        except LanguageError:
            if len(self._statements) < MAX_EVALUATED:
                self._statements.add(text)
            return False
        return True

    def method_code(self, text: str, name: str) -> Callable[[Value, tuple[Value, ...]], Value]:
        """The code of the method *text*, which takes This and the arguments."""
        compiled = compile_unit(Source(text, name), self.project, "function", name, self.parser)
        if compiled.code is None:
            first = next(p for p in problems_of(compiled) if p.severity == "error")
            raise LanguageError(SYNTAX_ERROR, f"{name}: line {first.line}: {first.message}", hint=first.hint)
        return self._with_this(compiled)

    def problems(self, text: str, name: str) -> list[tuple[bool, str, int]]:
        """What is wrong with the method *text*."""
        compiled = compile_unit(Source(text, name), self.project, "function", name, self.parser)
        return [(p.severity == "error", p.message, p.line) for p in problems_of(compiled)]

    def normal_form(self, text: str, tokens: bool) -> tuple[str, str]:
        """The formula *text* as 4D spells it, and what is wrong with it."""
        from .formula_text import normal_form

        return normal_form(text, vocabulary().with_methods(self.project.names), command_name, tokens)

    def method_form(self, text: str) -> str:
        """The method *text* as 4D spells it."""
        from .formula_text import method_form

        return method_form(text, vocabulary().with_methods(self.project.names), command_name)

    def check_project(self, path: str) -> list[tuple[bool, str, str, str, int]]:
        """What is wrong in the project of the file *path*, or in the one at hand."""
        from .check import project_problems

        try:
            return list(project_problems(path, self.project, self.parser))
        except OSError as problem:
            text = problem.strerror or str(problem)
            raise LanguageError(METHOD_MISSING, f"Compile project: {path}: {text}") from None

    def has_method(self, name: str) -> bool:
        """Whether the project has a method *name*."""
        return self.project.has(name)

    def _code(self, kind: str, text: str) -> Callable[..., Value]:
        """The function of code that is given as text; it is kept, as the same text mostly comes again."""
        key = (id(self.project), kind, text)
        made = self._evaluated.get(key)
        if made is None:
            compiled = compile_unit(Source(text, "<text>"), self.project, kind, "<text>", self.parser)
            errors = [p for p in problems_of(compiled) if p.severity == "error"]
            if compiled.code is None:
                raise LanguageError(SYNTAX_ERROR, f"{errors[0].message}: {text}", hint=errors[0].hint)
            if len(self._evaluated) >= MAX_EVALUATED:
                self._evaluated.clear()
            made = self._evaluated[key] = self._function(compiled, defaults=0)
        return made

    def abort(self) -> NoReturn:
        """Ends the run."""
        raise Aborted

    def quit(self, *, restart: bool = False) -> NoReturn:
        """Ends the run, and what a project would run next."""
        self.ended = True
        self.restarting = restart
        raise Aborted

    # -------------------------------------------------------------- the method called on errors

    def error_method(self, scope: int) -> str:
        """The method that is called on errors in *scope*."""
        return self._methods_for(scope).get(scope, ("", 0))[0]

    def set_error_method(self, name: str, scope: int) -> None:
        """Installs or removes the method that is called on errors in *scope*."""
        if name:
            self._methods_for(scope)[scope] = (name, self._tries)
        else:
            self._methods_for(scope).pop(scope, None)

    def _methods_for(self, scope: int) -> dict[int, tuple[str, int]]:
        """The error methods: those of this process, or of all."""
        return self._global_errors if scope == GLOBAL else self._error_methods

    def enter_try(self) -> None:
        """A Try begins: methods installed before it are not called in it."""
        self._tries += 1

    def leave_try(self) -> None:
        """A Try ends."""
        self._tries -= 1

    def handle(self, error: LanguageError) -> None:
        """Gives *error* to the method that is called on errors, or raises it on."""
        if not self.absorb(error):
            raise error

    def absorb(self, error: LanguageError) -> bool:
        """Gives *error* to the method that is called on errors; ``False`` when there is none that takes it."""
        name, depth = self._error_methods.get(LOCAL) or self._global_errors.get(GLOBAL) or ("", 0)
        if not name or self._handling or depth < self._tries:
            return False
        place = script_error(error, self.codes)
        self.caught(error)
        self.globals.update(
            {
                "v.error": error.code,
                "v.error line": place.line,
                "v.error method": place.chain[0][0] if place.chain else "",
                "v.error formula": place.source_line.strip(),
            }
        )
        self._handling = True
        try:
            self.call_method(name, ())
        finally:
            self._handling = False
        return True

    def caught(self, error: LanguageError) -> None:
        """Makes *error*, which a Try has caught, the error stack that ``Last errors`` returns."""
        self.errors = [former.as_object() for former in (*error.former, error)]

    def taken(self, mark: int) -> list[LanguageError]:
        """The deferred errors from *mark* on, which are no longer kept."""
        errors = self.deferred[mark:]
        del self.deferred[mark:]
        return errors

    def settle(self, mark: int) -> None:
        """The deferred errors from *mark* on become the error stack that ``Last errors`` returns."""
        errors = self.taken(mark)
        if errors:
            self.errors = [error.as_object() for error in errors]

    def attempt(self, body: Callable[[], Value]) -> Value:
        """``Try(expression)``: its value, or Undefined where it fails."""
        self.errors = []
        mark = len(self.deferred)
        self.enter_try()
        try:
            value = body()
            self.settle(mark)
            return value
        except LanguageError as error:
            error.former = [*self.taken(mark), *error.former]
            self.caught(error)
            return UNDEFINED if error.result is None else error.outcome
        finally:
            self.leave_try()

    def call(self, function: Value, this: Value, arguments: Sequence[Value]) -> Value:
        """Calls a function value."""
        if isinstance(function, str):
            return self.call_method(function, arguments, this)
        if isinstance(function, FunctionValue):
            return function.code(this, tuple(arguments))
        if isinstance(function, BoundFunction):
            return access.call_bound(self, function, arguments)
        raise LanguageError(METHOD_MISSING, f"{type_name(function)} cannot be called")

    def call_chain(self) -> list[tuple[str, str, int]]:
        """The active methods, innermost first: kind, name, line."""
        frame = sys._getframe(1)
        chain: list[tuple[str, str, int]] = []
        while frame is not None:
            unit = self.codes.get(id(frame.f_code))
            if unit is not None and not frame.f_code.co_name.startswith("."):
                chain.append(("projectMethod", unit.name, frame.f_lineno))
            frame = frame.f_back  # type: ignore[assignment]
        return chain
