"""Checking files without running them: what ``4dm check`` reports."""

from __future__ import annotations

import os

from .engine import EXTENSION, file_methods, read_source
from .errors import Problem
from .session import Project, compile_unit, problems_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from grammar.source import Source

    from .compiler.unit import Compiled


def check_files(paths: Iterable[str], parser: str = "table") -> Iterator[Problem]:
    """The problems of each file, in the order of its text; raises ``OSError`` for one that can't be read.

    The files beside each one are at hand: their methods are known, and so are the process variables that they
    give a value.
    """
    given = list(paths)
    named: dict[str, str] = {_stem(path): path for path in given}
    for path in given:
        project = Project({**file_methods(path), **{name: _reader(p) for name, p in named.items()}})
        compiled = compile_unit(read_source(path), project, "script", _stem(path), parser)
        yield from _sure(compiled, project, parser)


def _sure(compiled: Compiled, project: Project, parser: str) -> Iterator[Problem]:
    """The problems of a unit, without names that another method at hand gives a value."""
    defined: set[str] | None = None
    for diagnostic, problem in zip(compiled.diagnostics, problems_of(compiled), strict=True):
        if diagnostic.code == "undefined-name":
            if defined is None:
                defined = _process_variables(compiled, project, parser)
            name = compiled.source.text[diagnostic.start : diagnostic.end].partition("(")[0].strip()
            if name.lower() in defined:
                continue
        yield problem


def _process_variables(compiled: Compiled, project: Project, parser: str) -> set[str]:
    """The process variables that the other methods of *project* give a value, in lower case."""
    names: set[str] = set()
    for method in project.names:
        spelled, source = project.source(method)
        if source.name != compiled.source.name:
            other = compile_unit(source, project, "method", spelled, parser)
            names.update(name.lower() for name in other.process_names.values())
    return names


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(EXTENSION)


def _reader(path: str) -> Callable[[], Source]:
    return lambda: read_source(path)
