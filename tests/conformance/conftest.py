"""Conformance tests written in 4D: every ``.4dm`` file here is a list of tests.

Lines of ``//---`` part a file into chunks. Each chunk is one test, named after its first comment line. It runs in
an interpreter of its own, where ``ASSERT`` does the checking. What a chunk needs besides is said in comments, so
that the same text runs in 4D:

``//! pattern``
    At the end of a line: the chunk ends with an error on that line, and what is shown of it matches the regular
    expression. Alone on a line: with such an error anywhere. A chunk that cannot be compiled may have many.
``//? pattern``
    At the end of a line: the checker has a warning about that line that matches.
``//% method NAME`` … ``//% end``
    The lines between are the project method NAME; with ``//% class NAME`` they are the user class NAME.
``//% sandbox``
    The chunk runs in the mail sandbox with every permission, in a folder of its own.
``//% paths windows``
    The chunk runs by the rules of Windows, or of ``macos``, for paths of the system.
``//% xfail reason``
    The chunk is right and the interpreter is not, yet.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import CompileError, Interpreter, Permissions, ScriptError

#: Seconds that one chunk may take.
TIME_LIMIT = 60.0
INTERNAL = -1

_PART = re.compile(r"\s*//---")
_DIRECTIVE = re.compile(r"\s*//%\s+(\w+)\s*(.*?)\s*$")
_EXPECTED = re.compile(r"//([!?])\s*(.+?)\s*$")
_COMMENT = re.compile(r"\s*//(?![-%!?])\s*(.*?)\s*$")


class Mismatch(Exception):
    """What a chunk did was not what it says."""


class Expected:
    """An error or a warning that a chunk announces; ``line`` is 0 where any line will do."""

    def __init__(self, kind: str, pattern: str, line: int) -> None:
        self.kind = kind
        self.pattern = pattern
        self.line = line

    def fits(self, line: int, text: str) -> bool:
        """Whether a message *text* about *line* is the one."""
        return self.line in (0, line) and re.search(self.pattern, text, re.MULTILINE) is not None

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else "any line"
        return f"{'error' if self.kind == '!' else 'warning'} on {place}: {self.pattern}"


class Chunk:
    """One test: its code and methods, with the line numbers of the file, and what it announces."""

    def __init__(self, first: int, lines: list[str]) -> None:
        self.first = first
        self.name = f"line {first}"
        self.sandbox = False
        self.xfail = ""
        self.paths = "posix"
        self.methods: dict[str, str] = {}
        self.classes: dict[str, str] = {}
        self.expected: list[Expected] = []
        self.text = self._read(lines)

    def _read(self, lines: list[str]) -> str:
        main: list[str] = [""] * (self.first - 1)
        target = main
        named = False
        for number, line in enumerate(lines, self.first):
            directive = _DIRECTIVE.match(line)
            if directive is not None:
                word, rest = directive.groups()
                if word in ("method", "class"):
                    target = [""] * number
                    main.append("")
                elif word == "end":
                    target = main
                    main.append("")
                elif word in ("paths", "sandbox", "xfail"):
                    self.paths = rest if word == "paths" else self.paths
                    self.sandbox = self.sandbox or word == "sandbox"
                    self.xfail = rest if word == "xfail" else self.xfail
                    target.append("")
                else:
                    raise ValueError(f"line {number}: no such directive: {line.strip()}")
                if word in ("method", "class"):
                    unit, units = rest, self.methods if word == "method" else self.classes
                    units[unit] = ""
                continue
            comment = _COMMENT.match(line)
            if not named and comment is not None and comment[1]:
                self.name, named = comment[1], True
            found = _EXPECTED.search(line)
            if found is not None:
                alone = not line[: found.start()].strip()
                self.expected.append(Expected(found[1], found[2], 0 if alone else number))
                # Left out of the code: an error shows its line, and would match what announces it.
                line = line[: found.start()]
            target.append(line)
            if target is not main:
                main.append("")
                units[unit] = "\n".join(target) + "\n"
        return "\n".join(main) + "\n"

    @property
    def empty(self) -> bool:
        """Whether there is nothing but comments: the head of a file."""
        return not (self.methods or self.classes) and all(
            not line.strip() or line.lstrip().startswith("//") for line in self.text.split("\n")
        )

    def run(self, filename: str) -> None:
        """Runs the chunk; raises :class:`Mismatch` or the error that it did not announce."""
        options: dict[str, Any] = {
            "methods": self.methods,
            "classes": self.classes,
            "time_limit": TIME_LIMIT,
            "paths": self.paths,
        }
        with contextlib.ExitStack() as stack:
            if self.sandbox:
                folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="4dm-chunk-"))
                stack.enter_context(contextlib.chdir(folder))
                options.update(sandbox=True, permissions=Permissions.all(), answers=())
            interpreter = stack.enter_context(Interpreter(**options))
            self._warned(interpreter, filename)
            errors = [expected for expected in self.expected if expected.kind == "!"]
            try:
                interpreter.run(self.text, filename)
            except ScriptError as error:
                if not errors or error.code == INTERNAL:
                    raise
                _compare(errors, error)
            else:
                if errors:
                    raise Mismatch(f"it ended without an error, announced was:\n{_listed(errors)}")

    def _warned(self, interpreter: Interpreter, filename: str) -> None:
        wanted = [expected for expected in self.expected if expected.kind == "?"]
        if not wanted:
            return
        problems = [p for p in interpreter.check(self.text, filename) if p.severity == "warning"]
        missing = [w for w in wanted if not any(w.fits(p.line, p.render()) for p in problems)]
        if missing:
            found = "\n".join(p.render() for p in problems) or "no warning"
            raise Mismatch(f"announced was:\n{_listed(missing)}\nfound was:\n{found}")


def _listed(expected: Iterable[Expected]) -> str:
    return "\n".join(f"  {one}" for one in expected)


def _compare(expected: list[Expected], error: ScriptError) -> None:
    """Every error is announced, and each one that was announced is there."""
    if isinstance(error, CompileError):
        found = [(problem.line, problem.render()) for problem in error.problems]
    else:
        found = [(error.line, error.render())]
    missing = [one for one in expected if not any(one.fits(*place) for place in found)]
    surprising = [text for line, text in found if not any(one.fits(line, text) for one in expected)]
    if missing or surprising:
        raise Mismatch(f"announced was:\n{_listed(expected)}\nthe error is:\n{error.render()}")


class ChunkItem(pytest.Item):
    """A chunk as a test."""

    def __init__(self, *, chunk: Chunk, **options: Any) -> None:
        super().__init__(**options)
        self.chunk = chunk
        if chunk.xfail:
            self.add_marker(pytest.mark.xfail(reason=chunk.xfail, strict=True))

    def runtest(self) -> None:
        # A name without its extension: the files beside it are no methods of its project.
        self.chunk.run(self.path.stem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        value = excinfo.value
        shown = value.render() if isinstance(value, ScriptError) else str(value)
        if not isinstance(value, (ScriptError, Mismatch)):
            crash = excinfo.traceback[-1]
            shown = f"internal error at {crash.path}:{crash.lineno + 1}: {excinfo.exconly()}"
        return f"{self.path}:{self.chunk.first}: {self.chunk.name}\n{shown}"

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.chunk.first - 1, self.name


class ChunkFile(pytest.File):
    """A ``.4dm`` file with chunks."""

    def collect(self) -> Iterator[ChunkItem]:
        seen: set[str] = set()
        for chunk in chunks(self.path.read_text(encoding="utf-8")):
            name = chunk.name if chunk.name not in seen else f"{chunk.name} (line {chunk.first})"
            seen.add(name)
            yield ChunkItem.from_parent(self, name=name, chunk=chunk)


def chunks(text: str) -> Iterator[Chunk]:
    """The chunks of a file, without those that have no code."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.split("\n"), "//---"], 1):
        if _PART.match(line) is None:
            lines.append(line)
            continue
        chunk = Chunk(first, lines)
        if not chunk.empty:
            yield chunk
        lines, first = [], number + 1


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ChunkFile | None:
    """Takes the ``.4dm`` files."""
    return ChunkFile.from_parent(parent, path=file_path) if file_path.suffix == ".4dm" else None
