"""Sources to compiled units, read in English or in French."""

from __future__ import annotations

import sys
from _thread import allocate_lock, get_ident

from grammar.parse import parse
from grammar.source import Source, SyntaxProblem
from stdlib4d import catalog
from stdlib4d.vocabulary import CLASSES

from .compiler.frame import Diagnostic, Library
from .compiler.unit import (
    Compiled,
    CompiledFunction,
    compile_class,
    compile_expression,
    compile_method,
    compile_script,
)
from .errors import CompileError, Problem
from .project import Project, has_on_err_call, vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType
    from typing import Any, ClassVar, TypeVar

    from grammar.words import Vocabulary

    Reading = TypeVar("Reading")

#: How deep methods may call each other.
RECURSION_LIMIT = 5000


def library_of(project: Project, text: str = "") -> Library:
    """What code of *project* may call; *text* is that of the unit at hand."""
    have = {name.lower() for name in catalog.CLASS_MODULES} | {"object", "collection", "function"}
    classes = {name.lower(): name.lower() in have for name in CLASSES}
    resumes = project.resumes or has_on_err_call(text)
    return Library(catalog.find_command, command_name, classes, project.has, resumes)


def command_name(number: int | None) -> str:
    """4D's spelling of the command with that number."""
    from stdlib4d.vocabulary import COMMANDS

    return next((name for name, known in COMMANDS.items() if known == number), "")


def words_of(source: Source, project: Project) -> Vocabulary:
    """The names that *source* may use: those of 4D, and of the methods of *project*."""
    words = vocabulary(project.separator).with_methods(project.names)
    if words.tokens is None and ":K" in source.text:
        from stdlib4d.tokens import CONSTANT_TOKENS

        words.tokens = CONSTANT_TOKENS
    return words


def _read(
    source: Source,
    project: Project,
    read: Callable[[Source, Vocabulary], Reading],
    said: Callable[[Reading], Sequence[Diagnostic]],
    whole: bool = True,
) -> Reading:
    """What *read* makes of *source*: in English, or in French where that fails or leaves French words unknown.

    Nothing of French is loaded before; *said* gives the diagnostics of a reading.
    """
    words = words_of(source, project)
    english = read(source, words)
    found = said(english)
    if not any(d.severity == "error" or d.code == "undefined-name" for d in found):
        return english
    from .french import french_counts, french_words, speak_french

    again = french_words(source, found, words, project.names, whole)
    if again is None:
        return english
    from grammar.french import readable

    french = read(Source(readable(source.text), source.name), again)
    if not french_counts(source, said(french), project.names):
        return english
    speak_french(said(french))
    return french


def compile_unit(
    source: Source,
    project: Project,
    kind: str,
    name: str,
    parser: str = "table",
    change: Callable[[Any, Library, Vocabulary, Source], Any] | None = None,
) -> Compiled:
    """*source* as a ``script``, ``method``, ``function``, ``class`` or ``expression``.

    A function is a method that takes This first. What is wrong is in its diagnostics. *change* gets each tree that is
    made of it, what its code may call, and the names and the text that it was read with; it returns the tree to
    compile. There is a second tree where the words of the first reading have errors.
    """
    start = "expression" if kind == "expression" else "unit"

    def read(text: Source, words: Vocabulary) -> Compiled:
        harmless: list[SyntaxProblem] = []
        library = library_of(project, source.text)
        try:
            with deeper():
                if parser == "lark":
                    from grammar.larkparser import parse_with_lark

                    tree = parse_with_lark(text, words, start, harmless)
                else:
                    tree = parse(text, words, start, harmless)
                if change is not None:
                    tree = change(tree, library, words, text)
                if kind == "script":
                    compiled = compile_script(name, source, tree, library)
                elif kind == "class":
                    compiled = _class_unit(name, source, tree, library)
                elif kind in ("method", "function"):
                    compiled = compile_method(name, source, tree, library, kind == "function")
                else:
                    compiled = compile_expression(name, source, tree, library)
        except SyntaxProblem as problem:
            compiled = Compiled(name, source, None, [_error(problem)], {}, {}, set(), {})
        except RecursionError:
            # Nested deeper than the interpreter can go, which is far deeper than 4D allows.
            found = Diagnostic("error", "too-deep", "the code is nested too deeply", 0, 1)
            compiled = Compiled(name, source, None, [found], {}, {}, set(), {})
        except Exception as problem:
            message = f"internal error of the interpreter: {type(problem).__name__}: {problem}"
            found = Diagnostic("error", "internal", message, 0, 1, "please report it")
            compiled = Compiled(name, source, None, [found], {}, {}, set(), {})
            compiled.fault = problem
        compiled.diagnostics += [
            Diagnostic("warning", p.code, p.message, p.start, p.end, p.hint) for p in harmless
        ]
        return compiled

    compiled = _read(source, project, read, lambda unit: unit.diagnostics, kind != "expression")
    compiled.project = project
    compiled.diagnostics.sort(key=lambda d: d.start)
    return compiled


def _error(problem: SyntaxProblem) -> Diagnostic:
    return Diagnostic("error", problem.code, problem.message, problem.start, problem.end, problem.hint)


def _class_unit(name: str, source: Source, tree: Any, library: Library) -> Compiled:
    """A class for checking: what is wrong in any of its functions."""
    unit = Compiled(name, source, None, [], {}, {}, set(), {})
    for function in compile_class(name, source, tree, library)[1]:
        unit.diagnostics += function.compiled.diagnostics
        unit.process_names.update(function.compiled.process_names)
    return unit


def parse_class(source: Source, project: Project, name: str) -> tuple[str, list[CompiledFunction]]:
    """A class: the name of the one it extends, and its functions; :class:`CompileError` when it has errors."""

    def read(text: Source, words: Vocabulary) -> tuple[str, list[CompiledFunction], list[Diagnostic]]:
        try:
            with deeper():
                extends, functions = compile_class(name, source, parse(text, words), library_of(project))
        except SyntaxProblem as problem:
            return "", [], [_error(problem)]
        return extends, functions, [d for function in functions for d in function.compiled.diagnostics]

    extends, functions, found = _read(source, project, read, lambda made: made[2])
    if not functions and found:
        raise CompileError(tuple(Problem(diagnostic, source) for diagnostic in found))
    for function in functions:
        function.compiled.project = project
        runnable(function.compiled)
    return extends, functions


def problems_of(compiled: Compiled) -> tuple[Problem, ...]:
    """Everything that is to be said of a unit, errors and warnings, in the order of the text."""
    return tuple(Problem(diagnostic, compiled.source) for diagnostic in compiled.diagnostics)


def runnable(compiled: Compiled) -> CodeType:
    """The code of a unit; :class:`CompileError` when it has errors."""
    if compiled.code is None:
        errors = tuple(p for p in problems_of(compiled) if p.severity == "error")
        raise CompileError(errors) from compiled.fault
    return compiled.code


class deeper:
    """``with deeper():`` lets methods and structures nest as deep as 4D does.

    The limit is Python's own, for all threads: the last one that leaves puts it back. One that stands around a limit on
    the time also leaves for those inside of it that were interrupted on their way in or out.
    """

    __slots__ = ("_before",)

    #: How many times each thread is inside.
    _inside: ClassVar[dict[int, int]] = {}
    _former = 0
    _changing = allocate_lock()

    def __enter__(self) -> None:
        thread = get_ident()
        with deeper._changing:
            if not deeper._inside:
                deeper._former = sys.getrecursionlimit()
                sys.setrecursionlimit(max(deeper._former, RECURSION_LIMIT))
            self._before = deeper._inside.get(thread, 0)
            deeper._inside[thread] = self._before + 1

    def __exit__(self, *_: object) -> None:
        thread = get_ident()
        with deeper._changing:
            if self._before:
                deeper._inside[thread] = self._before
            else:
                deeper._inside.pop(thread, None)
            if not deeper._inside:
                sys.setrecursionlimit(deeper._former)
