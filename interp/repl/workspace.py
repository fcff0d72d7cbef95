"""What a session works on: its variables, the methods and classes at hand, and the code that is entered."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

from grammar import nodes as n
from grammar.source import Source
from stdlib4d.registry import parse_signature
from stdlib4d.values import UNDEFINED

from ..compiler.expressions import SYSTEM_VARIABLES
from ..compiler.kinds import ARRAYS, DECLARING
from ..compiler.scope import CLEAR_VARIABLE, DEFER, Scope
from ..errors import INTERRUPTED, CompileError, ScriptError
from ..help.reading import reader_of
from ..help.surroundings import Surroundings
from ..project import Project
from ..session import Session
from ..sources import EXTENSION, read_source, source_of, units_in
from ..units import compile_unit, problems_of, runnable, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grammar.pieces import Reader
    from grammar.words import Vocabulary
    from stdlib4d.values import Value

    from ..compiler.frame import Library
    from ..compiler.unit import Compiled
    from .host import SessionHost

METHOD, CLASS = "method", "class"
#: The commands that the compiler itself knows and that have no value.
_WITHOUT_VALUE = frozenset((*DECLARING, *ARRAYS, DEFER, CLEAR_VARIABLE))
Signature = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Entered:
    """What an input gave: its value, whether that is one to show, and the names in it that nothing knows."""

    value: Value
    shows: bool
    unknown: tuple[str, ...] = ()


class Workspace:
    """Runs inputs one after the other on the same variables.

    The ``.4dm`` files of *folder* are project methods, those in its folder ``Classes`` are classes; they are read
    again when they change. What :meth:`define` was given wins over them.
    """

    def __init__(self, host: SessionHost, folder: str = "", parser: str = "table") -> None:
        self.host = host
        self.folder = folder
        self._parser = parser
        self._defined: dict[str, dict[str, str]] = {METHOD: {}, CLASS: {}}
        self._signature: Signature | None = None
        self._project = Project()
        self._words: Vocabulary | None = None
        self._reader: Reader | None = None
        self._read_with: Vocabulary | None = None
        #: The types that inputs have declared: kind of variable and name in lower case to the name of the type.
        self._types: dict[tuple[type[n.Node], str], str] = {}
        self._debugger: Callable[[Session], None] | None = None
        self._session = Session(host, self.project, parser)

    # -------------------------------------------------------------- methods and classes

    @property
    def project(self) -> Project:
        """The methods and classes at hand; the same as long as their files are, as singletons live in it."""
        signature = tuple(_files(self.folder))
        if signature != self._signature:
            self._signature = signature
            methods = {**_units(self.folder), **_sources(self._defined[METHOD])}
            classes = {**_units(os.path.join(self.folder, "Classes")), **_sources(self._defined[CLASS])}
            self._project = Project(methods, classes)
            self._words = None
        return self._project

    @property
    def words(self) -> Vocabulary:
        """The names that an input may use; the same as long as the methods at hand are."""
        if self._words is None:
            self._words = words_of(Source(""), self._project)
        return self._words

    @property
    def reader(self) -> Reader:
        """What reads code for its colours and completion; the same as long as the methods at hand are."""
        words = self.words
        if self._reader is None or self._read_with is not words:
            self._reader, self._read_with = reader_of(self._project.names), words
        return self._reader

    @property
    def surroundings(self) -> Surroundings:
        """The names at hand, and the values that variables have."""
        session, project = self._session, self._project
        local = {session.spelling.get(key, key): value for key, value in session.kept.items()}
        process = {}
        for python, name in session.process_names.items():
            marked = f"<>{name}" if python.startswith("<>") else name
            process[marked] = session.variables(python).get(python, UNDEFINED)
        return Surroundings(
            variables=local,
            process=process,
            methods=project.names,
            classes=project.class_names,
            method=lambda name: project.source(name)[1].text,
            folder=self.folder,
            class_text=lambda name: found[1].text if (found := project.class_source(name)) else "",
        )

    def define(self, kind: str, name: str, text: str) -> None:
        """Adds a project method or a class; raises :class:`CompileError` for one that cannot run."""
        source = Source(text, f"{name}{EXTENSION}")
        compiled = compile_unit(source, self.project, kind, name, self._parser)
        errors = tuple(p for p in problems_of(compiled) if p.severity == "error")
        if errors:
            raise CompileError(errors)
        self._defined[kind][name] = text
        self._signature = None

    # -------------------------------------------------------------- running

    def enter(self, text: str, name: str) -> Entered:
        """Runs *text*. Its value is that of its last line, if that is an expression, or what it returns."""
        project = self.project
        reads = False
        function = ""

        def change(tree: n.Unit, library: Library, *_: object) -> n.Unit:
            nonlocal reads, function
            last = tree.body[-1] if tree.body else None
            reads = False
            body = self._typed(tree.body, library)
            if isinstance(last, n.ExpressionStatement) and not tree.functions:
                found = self._valued(last.expression, library)
                if found is not None:
                    reads = not isinstance(found, n.Call)
                    member = found.callee if isinstance(found, n.Call) else None
                    function = member.name if isinstance(member, n.Member) else ""
                    body = (*body[:-1], n.Return(last.start, last.end, found))
            return n.Unit(tree.start, tree.end, body, tree.functions)

        compiled = compile_unit(Source(text, name), project, "script", name, self._parser, change)
        value = self._execute(compiled)
        # What a call gives is Undefined when it gives nothing; of a variable that is news.
        gives = value is not UNDEFINED and not (value is None and function in _without_result())
        return Entered(value, reads or gives, self._unknown(compiled))

    def _unknown(self, compiled: Compiled) -> tuple[str, ...]:
        """The words of an input that have no value and are no method, though it has run."""
        found = [each for each in compiled.diagnostics if each.code == "undefined-name"]
        if not found:
            return ()
        known = {name.lower() for name in (*self.surroundings.process, *self.project.names)}
        text = compiled.source.text
        names = dict.fromkeys(text[each.start : each.end].partition("(")[0].strip() for each in found)
        return tuple(name for name in names if name.lower() not in known)

    def value(self, expression: str) -> Value:
        """The value of an expression."""
        source = Source(expression, "<expression>")
        return self._execute(compile_unit(source, self.project, "expression", source.name, self._parser))

    def run_file(self, path: str) -> Value:
        """Runs the script in the file *path*, with the methods beside it; raises ``OSError``, too."""
        source = read_source(path)
        folder = os.path.dirname(path)
        project = Project(
            {**_units(folder), **_sources(self._defined[METHOD])},
            {**_units(os.path.join(folder, "Classes")), **_sources(self._defined[CLASS])},
        )
        name = os.path.basename(path).removesuffix(EXTENSION)
        return self._execute(compile_unit(source, project, "script", name, self._parser))

    def _execute(self, compiled: Compiled) -> Value:
        runnable(compiled)
        session = self._session
        try:
            value = session.run(compiled)
        except BaseException as problem:
            if not isinstance(problem, ScriptError) or problem.code == INTERRUPTED:
                self.stop()
            raise
        if session.has_processes:
            session.processes.serve_main()
        return value

    def _typed(self, body: n.Block, library: Library) -> n.Block:
        """*body*, with the types in front that inputs before have given the variables that it uses."""
        if any(isinstance(statement, n.Declare) for statement in body):
            return body
        scope = Scope(body, (), None, library.find_command)
        known: list[n.Statement] = []
        for variables, node in ((scope.locals, n.Local), (scope.process, n.Name)):
            for key, variable in variables.items():
                if variable.declared is not None:
                    self._types[node, key] = variable.declared
                elif (node, key) in self._types:
                    name, type_ = node(0, 0, variable.name), n.Type(0, 0, self._types[node, key])
                    known.append(n.Var(0, 0, (name,), type_, None))
        return (*known, *body)

    def _valued(self, node: n.Expression, library: Library) -> n.Expression | None:
        """What has the value of an expression that stands alone; ``None`` where that has none."""
        if isinstance(node, n.TryExpression) and isinstance(node.body, n.Assignment):
            return None
        callee = node.callee if isinstance(node, n.Call) else node
        if isinstance(callee, n.Command):
            command = library.find_command(callee.number)
            if command is None:
                return None if callee.number in _WITHOUT_VALUE else node
            return node if command.result else None
        if isinstance(node, n.Name):
            if library.is_method(node.name):
                return n.Call(node.start, node.end, node, ())
            # A word alone is a method that is not there, unless an input before has given it a value.
            known = {name.lower() for name in self._session.process_names.values()}
            return node if node.name.lower() in known or node.name.lower() in SYSTEM_VARIABLES else None
        return node

    @property
    def ended(self) -> bool:
        """Whether an input has ended the program."""
        return self._session.ended

    @property
    def failures(self) -> list[ScriptError]:
        """The errors that ended processes other than the main one."""
        return list(self._session.processes.failures) if self._session.has_processes else []

    # -------------------------------------------------------------- variables, the end

    def variables(self) -> dict[str, Value]:
        """The variables that have values, as code writes their names; in alphabetical order."""
        around = self.surroundings
        found = {"$" + name: value for name, value in around.variables.items()}
        for name, value in around.process.items():
            found.setdefault(name, value)
        given = ((name, value) for name, value in found.items() if value is not UNDEFINED)
        return dict(sorted(given, key=lambda item: item[0].lower().lstrip("$<>")))

    def set(self, name: str, value: Value) -> None:
        """Gives the variable ``$name`` a value."""
        session = self._session
        key = name.lower()
        session.spelling.setdefault(key, name)
        session.kept[key] = session.globals["v." + key] = value

    def stop(self) -> None:
        """Ends every process that inputs have started."""
        if self._session.has_processes:
            self._session.processes.stop()

    def reset(self) -> None:
        """Forgets the variables, and what was defined; ends every process."""
        self._end()
        self._defined = {METHOD: {}, CLASS: {}}
        self._signature = None
        self._types = {}
        self._session = Session(self.host, self.project, self._parser)
        self._session.debugger = self._debugger

    def debug(self, debugger: Callable[[Session], None]) -> None:
        """Lets the command TRACE call *debugger*."""
        self._debugger = self._session.debugger = debugger

    def close(self) -> None:
        """Ends every process and connection."""
        self._end()
        self.host.close()

    def _end(self) -> None:
        self.stop()
        if self._session.has_processes:
            self._session.processes.forget()
        self._session.interprocess.clear()
        if self._session.forget():
            import gc

            # Transporters in objects that refer to each other say goodbye, too.
            gc.collect()


@cache
def _without_result() -> frozenset[str]:
    """The names of the functions of classes that have no result: what they give is Null."""
    from ..help.commands import members

    owned = (entry for inside in members().values() for entry in inside.items())
    return frozenset(
        name
        for name, (signature, _) in owned
        if signature.startswith("(") and not parse_signature(signature).result
    )


def _sources(texts: dict[str, str]) -> dict[str, Callable[[], Source]]:
    return {name: source_of(text, name + EXTENSION) for name, text in texts.items()}


def _units(folder: str) -> dict[str, Callable[[], Source]]:
    try:
        return units_in(folder)
    except OSError:
        return {}


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """The source files of a folder and of the classes in it, with what changes when they do."""
    for place in (folder, os.path.join(folder, "Classes")):
        try:
            with os.scandir(place or ".") as entries:
                for entry in entries:
                    if entry.name.endswith(EXTENSION):
                        facts = entry.stat()
                        yield entry.path, facts.st_mtime_ns, facts.st_size
        except OSError:
            continue
