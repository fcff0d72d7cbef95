"""Checking files without running them: what ``4dm check`` reports."""

from __future__ import annotations

import os

from .advice import advise
from .errors import Problem
from .project import Project
from .sources import EXTENSION, classes_beside, read_source, source_at, units_beside
from .units import compile_unit, problems_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        methods = {**units_beside(path), **{name: source_at(p) for name, p in named.items()}}
        project = Project(methods, classes_beside(path))
        source = read_source(path)
        compiled = compile_unit(source, project, _kind(source), _stem(path), parser)
        advise(compiled)
        yield from _sure(compiled, project, parser)


def project_problems(
    path: str, current: Project, parser: str = "table"
) -> Iterator[tuple[bool, str, str, str, int]]:
    """The problems of the project of the file *path*, or of *current*: see :meth:`stdlib4d.host.Run.check_project`."""
    project = current
    if path:
        from .projects import ProjectFolder

        folder = ProjectFolder(path)
        project = Project(folder.methods(), folder.classes())
    units = [("method", name) for name in project.names] + [("class", name) for name in project.class_names]
    for kind, name in units:
        found = project.source(name) if kind == "method" else project.class_source(name)
        assert found is not None
        for problem in _sure(compile_unit(found[1], project, kind, found[0], parser), project, parser):
            yield problem.severity == "error", problem.message, kind, found[0], problem.line


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


#: How the lines start that only a class has.
_OF_CLASSES = (
    r"(?im)^[ \t\xa0]*(?:(?:shared|local|server|exposed|session|singleton)[ \t\xa0]+)*"
    r"(?:function[ \t\xa0]|class[ \t\xa0]|property[ \t\xa0]+[\w$\"])"
)


def _kind(source: Source) -> str:
    """Whether a file holds a class or a method."""
    import re

    return "class" if re.search(_OF_CLASSES, source.text) else "script"
