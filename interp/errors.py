"""Errors with their place: what reaches the person who runs a script."""

from __future__ import annotations

from itertools import groupby, islice

from grammar.source import excerpt
from stdlib4d.access import PathError
from stdlib4d.errors import DIVISION_BY_ZERO, STACK_OVERFLOW, LanguageError, LimitExceeded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType, TracebackType

    from grammar.source import Source

    from .compiler.frame import Diagnostic
    from .compiler.unit import Compiled

#: 4D's code for a syntax error, and for a run that was interrupted.
SYNTAX_ERROR = 48
NO_MEMORY = -108
INTERRUPTED = 1006


class ScriptError(Exception):
    """A 4D error that nothing caught.

    ``code`` is 4D's number, ``message`` what happened, ``hint`` how to mend it; ``filename``, ``line`` and
    ``column`` (both from 1, 0 when unknown) where; ``chain`` the calls that led there, innermost first, as
    pairs of method and line.
    """

    def __init__(
        self,
        code: int,
        message: str,
        *,
        hint: str = "",
        filename: str = "",
        line: int = 0,
        column: int = 0,
        length: int = 1,
        source_line: str = "",
        chain: tuple[tuple[str, int], ...] = (),
        signature: str = "4DRT",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.filename = filename
        self.line = line
        self.column = column
        self.length = length
        self.source_line = source_line
        self.chain = chain
        self.signature = signature

    def __str__(self) -> str:
        place = f"{self.filename}:{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.message} (error {self.code})"

    def render(self) -> str:
        """The error as the command line shows it: place, message, source line, caret, hint, call chain."""
        parts = [str(self)]
        if self.source_line:
            parts.append(excerpt(self.source_line, self.column, self.length))
        if self.hint:
            parts.append(f"hint: {self.hint}")
        parts += _calls("called from ", self.chain[1:], _SHOWN)
        return "\n".join(parts)

    def calls(self) -> list[str]:
        """A line for each of the calls that led to it, the innermost first; one for those that repeat."""
        return _calls("", self.chain, _SHOWN * 10)


def _calls(words: str, chain: tuple[tuple[str, int], ...], most: int) -> list[str]:
    shown = [
        f"  {words}{name}, line {line}" + (f" ({count} times)" if count > 1 else "")
        for (name, line), count in ((call, len(list(same))) for call, same in groupby(chain))
    ]
    return shown if len(shown) <= most else [*shown[:most], f"  … and {len(shown) - most} more"]


#: How many lines of a call chain are shown.
_SHOWN = 20


class CompileError(ScriptError):
    """A script that cannot run: ``problems`` is everything that is wrong, warnings left out."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(
            SYNTAX_ERROR,
            first.message,
            hint=first.hint,
            filename=first.file,
            line=first.line,
            column=first.column,
            length=first.length,
            source_line=first.source_line,
        )
        self.problems = problems

    def __str__(self) -> str:
        return f"{self.filename}:{self.line}:{self.column}: {self.message}"

    def render(self) -> str:
        """All problems, one after the other."""
        return "\n".join(problem.render() for problem in self.problems)


class Problem:
    """A diagnostic with its place: what ``4dm check`` reports. ``severity`` is ``error`` or ``warning``."""

    __slots__ = ("code", "column", "file", "hint", "length", "line", "message", "severity", "source_line")

    def __init__(self, diagnostic: Diagnostic, source: Source) -> None:
        self.file = source.name
        self.line, self.column = source.place(diagnostic.start)
        end_line, end_column = source.place(diagnostic.end)
        self.source_line = source.line(self.line)
        self.length = end_column - self.column if end_line == self.line else len(self.source_line)
        self.severity = diagnostic.severity
        self.code = diagnostic.code
        self.message = diagnostic.message
        self.hint = diagnostic.hint

    def __repr__(self) -> str:
        return f"<Problem {self.file}:{self.line}:{self.column}: {self.severity}: {self.message}>"

    def as_dict(self) -> dict[str, object]:
        """The fields of the JSON report."""
        names = ("file", "line", "column", "severity", "code", "message")
        return {name: getattr(self, name) for name in names}

    def render(self) -> str:
        """The problem as the command line shows it."""
        head = f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message} [{self.code}]"
        hint = f"\nhint: {self.hint}" if self.hint else ""
        return f"{head}\n{excerpt(self.source_line, self.column, self.length)}{hint}"


def script_error(problem: BaseException, codes: Mapping[int, Compiled]) -> ScriptError:
    """*problem*, which a script's code raised, with its place in the script and the call chain.

    *codes* holds the unit of each code object by its ``id``.
    """
    places = _places(problem.__traceback__, codes)
    chain = tuple((unit.name, line) for unit, (line, *_) in reversed(places))
    code, message, hint, signature = _described(problem, places)
    if not places:
        return ScriptError(code, message, hint=hint, signature=signature)
    unit, (line, column, end_line, end_column) = places[-1]
    source_line = unit.source.line(line)
    length = end_column - column if end_line == line else len(source_line) - column
    return ScriptError(
        code,
        message,
        hint=hint,
        filename=unit.source.name,
        line=line,
        column=column + 1,
        length=length,
        source_line=source_line,
        chain=chain,
        signature=signature,
    )


#: How the names of the functions start that assign through a pointer: what fails there failed where it was used.
SETTER = ".:="
Place = tuple[int, int, int, int]


def _places(traceback: TracebackType | None, codes: Mapping[int, Compiled]) -> list[tuple[Compiled, Place]]:
    """Each unit on the way to the error and where it was, outermost first."""
    places: list[tuple[Compiled, Place]] = []
    while traceback is not None:
        unit = codes.get(id(traceback.tb_frame.f_code))
        if unit is not None and not traceback.tb_frame.f_code.co_name.startswith(SETTER):
            code = traceback.tb_frame.f_code
            if places and code.co_name.startswith((".", "<")) and places[-1][0] is unit:
                places.pop()  # a part of the method that called it
            places.append((unit, _position(code, traceback.tb_lasti)))
        traceback = traceback.tb_next
    return places


def _position(code: CodeType, offset: int) -> Place:
    found = next(islice(code.co_positions(), offset // 2, None), None) or (None, None, None, None)
    line, end_line, column, end_column = found
    return line or 1, column or 0, end_line or line or 1, end_column or 0


def _described(problem: BaseException, places: list[tuple[Compiled, Place]]) -> tuple[int, str, str, str]:
    """Code, message, hint and signature of *problem*."""
    if isinstance(problem, PathError):
        path = _path(places[-1]) if places else "it"
        state = "Null" if problem.owner is None or str(problem.owner) == "Null" else str(problem.owner)
        message = problem.message
        if state in ("Null", "Undefined") and path != state:
            message = f"{message}: {path} is {state}"
        return problem.code, message, problem.hint.replace("{path}", path), problem.signature
    if isinstance(problem, LanguageError):
        former = "; ".join(f"{error.message} (error {error.code})" for error in problem.former)
        hint = f"thrown before it: {former}" if former else problem.hint
        return problem.code, problem.message, hint, problem.signature
    if isinstance(problem, LimitExceeded):
        return INTERRUPTED, str(problem), "", "4DRT"
    if isinstance(problem, RecursionError):
        return STACK_OVERFLOW, "methods call each other too deeply", "does the recursion end?", "4DRT"
    if isinstance(problem, ZeroDivisionError):
        return DIVISION_BY_ZERO, "division by zero", "test the divisor first", "4DRT"
    if isinstance(problem, MemoryError):
        return NO_MEMORY, "not enough memory", "", "4DRT"
    return (
        -1,
        f"internal error of the interpreter: {type(problem).__name__}: {problem}",
        "please report it",
        "4DRT",
    )


def _path(place: tuple[Compiled, Place]) -> str:
    """The text of the object whose member failed: what stands before the last step of the path."""
    unit, (line, column, end_line, end_column) = place
    starts = unit.source.starts
    text = unit.source.text[starts[line - 1] + column : starts[end_line - 1] + end_column]
    depth = 0
    for position in range(len(text) - 1, -1, -1):
        character = text[position]
        if character in ")]}":
            depth += 1
        elif character in "([{":
            depth -= 1
            if depth == 0 and character == "[":
                return text[:position].strip()
        elif character == "." and depth == 0:
            return text[:position].strip()
    return text
