"""One block, run in a fresh interpreter in the sandbox, and what came of it."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from dataclasses import dataclass, field, replace

from grammar import nodes as n
from grammar.source import Source
from stdlib4d.errors import (
    ASSERT_FAILED,
    METHOD_MISSING,
    NOT_PERMITTED,
    OBJECT_EXPECTED,
    TYPE_MISMATCH,
    LimitExceeded,
)
from stdlib4d.files.problem import NO_FOLDER, NOT_FOUND

from ..errors import CompileError, ScriptError, script_error
from ..project import Project
from ..session import Session
from ..sources import source_of
from ..units import compile_unit
from ..watchdog import Watchdog
from .givens import Given, Givens
from .host import BlockHost, dialogs
from .literals import whole_literal
from .needs import CLASSES, COMPONENTS, DATABASE, INTERFACE, NEEDS
from .pages import Block
from .preludes import TABLES, Prelude, prelude_for
from .probes import Check, Probes, with_probes
from .sections import CLASS, MAIN, Section, sections
from .stated import Claims, find_claims, statements, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grammar.words import Vocabulary
    from stdlib4d.registry import Declaration

    from ..compiler.frame import Diagnostic, Library
    from ..compiler.unit import Compiled
    from .pages import Page, Row

PASSED, RAN, FAILED, INVALID = "passed", "ran", "failed", "invalid"
NOT_IN_SUBSET, UNSET = "not-in-subset", "unset-variable"
#: Every outcome, the good ones first.
OUTCOMES = (PASSED, RAN, FAILED, UNSET, NOT_IN_SUBSET, DATABASE, INTERFACE, INVALID)
#: The codes of what is right but not at hand.
_TABLES = frozenset(("no-database",))
_SUBSET = frozenset(("not-in-subset", "unsupported", "unknown-constant"))
#: The errors that say that a file, or what else was to be there, is not.
THROW = 1805
_LACKING = frozenset((NOT_FOUND, NO_FOLDER, NOT_PERMITTED))
#: The errors of a value that was wanted and is not there.
_WANTING = frozenset((TYPE_MISMATCH, OBJECT_EXPECTED))
#: Seconds that a block may take.
TIME_LIMIT = 5.0


@dataclass(frozen=True)
class Miss:
    """A stated result that does not hold: the line of the page, what is stated and what came."""

    line: int
    expected: str
    got: str


@dataclass(frozen=True)
class Outcome:
    """What came of a block, or of a row of a table (then ``index`` is -1).

    ``stated`` counts the results that were there to be checked, ``held`` those that hold; ``parsed`` tells whether it
    is 4D.
    """

    page: str
    index: int
    line: int
    outcome: str
    detail: str = ""
    stated: int = 0
    held: int = 0
    parsed: bool = True
    misses: tuple[Miss, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The fields of the JSON report."""
        return {name: getattr(self, name) for name in ("page", "index", "line", "outcome", "detail")}


@dataclass
class _Unit:
    """A part of a block, compiled, with its tree once that is read."""

    section: Section
    source: Source
    compiled: Compiled | None = None
    tree: n.Unit | None = None
    claims: Claims = field(default_factory=Claims)


class BlockRun:
    """Runs one block of a page."""

    def __init__(
        self,
        page: Page,
        block: Block,
        preludes: dict[str, Prelude],
        time_limit: float = TIME_LIMIT,
        after: Callable[[Session, BlockHost], None] | None = None,
    ) -> None:
        """*after* looks at what a block without an error leaves, while its variables are there."""
        self._page = page
        self._block = block
        self._prelude = prelude_for(preludes, block.index)
        self._limit = time_limit
        self._after = after
        self._probes = Probes()
        self._units: list[_Unit] = []

    def run(self) -> Outcome:
        """Runs it."""
        with (
            tempfile.TemporaryDirectory(prefix="4dm-doctest-", ignore_cleanup_errors=True) as root,
            _zone(self._prelude.timezone),
        ):
            self._write_files(root)
            host = BlockHost(root, self._probes.said, self._prelude)
            try:
                return self._run(host)
            finally:
                host.close()

    def _write_files(self, root: str) -> None:
        for name, text in self._prelude.files.items():
            path = os.path.normpath(os.path.join(root, name))
            if not path.startswith(root + os.sep):
                continue
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    # ------------------------------------------------------------------ compiling

    def _run(self, host: BlockHost) -> Outcome:
        parts = sections(self._block.text)
        project = self._project(parts)
        commands = {**self._probes.commands(), **dialogs(host)}
        self._units = [self._compiled(part, project, commands) for part in parts]
        refused = self._refused()
        if refused is not None:
            return refused
        session = Session(host, project)
        error: ScriptError | None = None
        failing: _Unit | None = None
        before: list[Compiled] = []
        try:
            before = list(self._before(project, commands))
            for compiled in before:
                self._execute(session, host, compiled)
        except ScriptError as problem:
            return self._outcome(FAILED, 0, f"the prelude fails: {problem}")
        known = {"$" + name for name in session.kept} | {
            name.lower() for name in session.process_names.values()
        }
        try:
            for unit in self._units:
                if unit.section.kind == MAIN and unit.compiled is not None:
                    failing = unit
                    self._execute(session, host, unit.compiled)
                elif unit.section.kind == CLASS and unit.section.name:
                    session.user_class(unit.section.name)
        except ScriptError as problem:
            error = problem
        try:
            if self._after is not None and error is None:
                self._after(session, host)
        finally:
            session.forget()
        return self._without_interface(self._judged(error, failing, known, project))

    def _without_interface(self, outcome: Outcome) -> Outcome:
        """*outcome*, unless what stands in for the interface explains why not everything is as it should be."""
        if outcome.outcome in (PASSED, RAN) or (outcome.outcome == UNSET and not outcome.misses):
            return outcome
        for unit in self._units:
            place = _need(unit.tree, INTERFACE, stood_in=True)
            if place is not None:
                return self._outcome(INTERFACE, self._line(unit)(place[0]), place[1])
        return outcome

    def _project(self, parts: list[Section]) -> Project:
        methods = {name: self._text(of) for name, of in self._prelude.methods.items()}
        classes = {name: self._text(of) for name, of in self._prelude.classes.items()}
        for part in parts:
            if part.kind == CLASS and part.name:
                classes[part.name] = part.text
            elif part.kind not in (CLASS, MAIN):
                methods[part.name] = part.text
        return Project(
            {name: source_of(text, name) for name, text in methods.items()},
            {name: source_of(text, name) for name, text in classes.items()},
        )

    def _text(self, shown: str | int) -> str:
        return shown if isinstance(shown, str) else self._page.blocks[shown].text

    def _compiled(self, part: Section, project: Project, commands: dict[int, Declaration]) -> _Unit:
        unit = _Unit(part, Source(part.text, part.name or "block"))

        first = len(self._probes.checks)

        def change(tree: n.Unit, library: Library, words: Vocabulary, text: Source) -> n.Unit:
            # The second reading takes the place of the first.
            del self._probes.checks[first:]
            unit.tree = tree
            find = library.find_command
            library.find_command = _finder(find, commands)
            if part.kind != MAIN:
                return tree
            unit.claims = find_claims(text, tree, words)
            return with_probes(
                tree, unit.claims, self._probes, self._line(unit), _has_result(library.find_command)
            )

        kind = {MAIN: "script", CLASS: "class"}.get(part.kind, "method")
        unit.compiled = compile_unit(unit.source, project, kind, part.name or "block", change=change)
        return unit

    def _before(self, project: Project, commands: dict[int, Declaration]) -> Iterator[Compiled]:
        """What the prelude has run before the block."""
        texts = [("prelude", self._prelude.code)] if self._prelude.code.strip() else []
        texts += [(f"block {index}", self._page.blocks[index].text) for index in self._prelude.before]

        def change(tree: n.Unit, library: Library, words: Vocabulary, text: Source) -> n.Unit:
            library.find_command = _finder(library.find_command, commands)
            return tree

        for name, text in texts:
            yield compile_unit(Source(text, name), project, "script", name, change=change)

    def _execute(self, session: Session, host: BlockHost, compiled: Compiled) -> None:
        try:
            with Watchdog(self._limit, host.loop):
                session.run(compiled)
        except LimitExceeded as stopped:
            raise script_error(stopped, session.codes) from None

    def _line(self, unit: _Unit) -> Callable[[int], int]:
        return lambda offset: self._block.line + unit.source.place(offset)[0]

    # ------------------------------------------------------------------ what cannot run

    def _refused(self) -> Outcome | None:
        """The outcome of a block that cannot run here."""
        unread = next((unit for unit in self._units if unit.tree is None), None)
        if unread is not None:
            found = self._first(unread, lambda diagnostic: diagnostic.severity == "error")
            assert found is not None
            internal = found.code == "internal"
            return self._outcome(FAILED if internal else INVALID, *self._at(unread, found), parsed=False)
        for need in (DATABASE, INTERFACE):
            for unit in self._units:
                place = _need(unit.tree, need)
                if place is not None:
                    return self._outcome(need, self._line(unit)(place[0]), place[1])
        for codes, outcome in ((_TABLES, DATABASE), (_SUBSET, NOT_IN_SUBSET), (None, INVALID)):
            for unit in self._units:
                found = self._first(
                    unit,
                    lambda d: d.severity == "error" and (codes is None or d.code in codes),  # noqa: B023 - called at once
                )
                if found is None:
                    continue
                ended = FAILED if found.code == "internal" else outcome
                return self._outcome(ended, *self._at(unit, found), unreached=ended == NOT_IN_SUBSET)
        return None

    @staticmethod
    def _first(unit: _Unit, fits: Callable[[Diagnostic], bool]) -> Diagnostic | None:
        assert unit.compiled is not None
        return next((diagnostic for diagnostic in unit.compiled.diagnostics if fits(diagnostic)), None)

    def _at(self, unit: _Unit, found: Diagnostic) -> tuple[int, str]:
        line, column = unit.source.place(found.start)
        return self._block.line + line, f"column {column}: {found.message}"

    # ------------------------------------------------------------------ what ran

    def _judged(
        self, error: ScriptError | None, failing: _Unit | None, known: set[str], project: Project
    ) -> Outcome:
        checks = [check for check in self._probes.checks if check.holds is not None or not check.aside]
        givens = [
            Givens(unit.tree, known, project.has, _finder(_library_command, {}))
            for unit in self._units
            if unit.section.kind == MAIN and unit.tree is not None
        ]
        missed = [check for check in checks if not check.holds]
        if error is not None:
            if isinstance(error, CompileError) and error.problems[0].code in _SUBSET:
                # In a method or a class that the prelude brings.
                return self._outcome(NOT_IN_SUBSET, self._block.line, error.message, checks=checks)
            line, column = error.line, error.column
            asserted = next(
                (check for check in missed if check.claim.kind == "asserted" and check.holds is False), None
            )
            blame = self._blame_of_error(error, failing, givens)
            if blame is None and self._throws(error, failing):
                if not checks:
                    return self._outcome(RAN, line, f"it ends with the error that it throws: {error.message}")
            elif blame is None and not (asserted is not None and error.code == ASSERT_FAILED):
                detail = f"column {column}: {error.message} (error {error.code})"
                return self._outcome(FAILED, self._block.line + line, detail, checks=checks)
            if blame is not None:
                return self._outcome(UNSET, *self._said_of(blame, error, failing), checks=checks)
        sure = [check for check in missed if not any(given.depends(check.anchor) for given in givens)]
        if sure:
            first = sure[0]
            return self._outcome(FAILED, first.line, _told(first), checks=checks)
        if missed:
            for given in givens:
                blame = given.blame(missed[0].anchor)
                if blame is not None:
                    return self._outcome(
                        UNSET, self._line(self._main())(blame.start), blame.what, checks=checks
                    )
        if checks:
            return self._outcome(PASSED, self._block.line, "", checks=checks)
        for given in givens:
            if given.given:
                first_given = given.given[0]
                return self._outcome(UNSET, self._line(self._main())(first_given.start), first_given.what)
        return self._outcome(RAN, self._block.line, "")

    def _throws(self, error: ScriptError, failing: _Unit | None) -> bool:
        """Whether the error is one that the block throws on purpose."""
        inner = None if failing is None else _statement_at(failing, error)
        return inner is not None and any(isinstance(p, n.Command) and p.number == THROW for p in walk(inner))

    def _main(self) -> _Unit:
        return next(unit for unit in self._units if unit.section.kind == MAIN)

    def _said_of(self, blame: Given | str, error: ScriptError, failing: _Unit | None) -> tuple[int, str]:
        if isinstance(blame, str):
            return self._block.line + error.line, f"column {error.column}: {blame}"
        assert failing is not None
        _, column = failing.source.place(blame.start)
        return self._line(failing)(blame.start), f"column {column}: {blame.what}"

    def _blame_of_error(
        self, error: ScriptError, failing: _Unit | None, givens: list[Givens]
    ) -> Given | str | None:
        """What a block takes as given that explains why it ended in an error."""
        if (
            error.code in _LACKING
            or error.code == METHOD_MISSING
            or error.message.startswith("there is no class cs.")
        ):
            return error.message
        if failing is None or failing.tree is None:
            return None
        inner = _statement_at(failing, error)
        if inner is None:
            return None
        for given in givens:
            blame = given.blame(inner) or (given.handed(inner) if error.code in _WANTING else None)
            if blame is not None:
                return blame
        return None

    def _outcome(
        self,
        outcome: str,
        line: int,
        detail: str,
        *,
        checks: list[Check] | None = None,
        parsed: bool = True,
        unreached: bool = False,
    ) -> Outcome:
        if unreached:
            checks = [check for check in self._probes.checks if not check.aside]
        checks = checks or []
        misses = tuple(
            Miss(check.line, check.claim.text, check.got or "not reached")
            for check in checks
            if not check.holds
        )
        shown = detail if outcome in (PASSED, RAN) else f"line {line}, {detail}" if line else detail
        held = len(checks) - len(misses)
        block = self._block
        return Outcome(
            self._page.name, block.index, block.line, outcome, shown, len(checks), held, parsed, misses
        )


def _statement_at(unit: _Unit, error: ScriptError) -> n.Statement | None:
    """The innermost statement where *error* happened."""
    if unit.tree is None or not 0 < error.line <= len(unit.source.starts):
        return None
    offset = unit.source.starts[error.line - 1] + max(error.column - 1, 0)
    around = [s for s in statements(unit.tree.body) if s.start <= offset <= s.end]
    return min(around, key=lambda statement: statement.end - statement.start) if around else None


def _told(check: Check) -> str:
    expected = " ".join(check.claim.text.split())
    return f"expected {expected}, got {check.got or 'nothing: the block ended before'}"


def _library_command(number: int) -> Declaration | None:
    from stdlib4d import catalog

    return catalog.find_command(number)


def _finder(
    find: Callable[[int], Declaration | None], commands: dict[int, Declaration]
) -> Callable[[int], Declaration | None]:
    return lambda number: commands.get(number) or find(number)


def _has_result(find: Callable[[int], Declaration | None]) -> Callable[[int], bool]:
    """Whether a command returns something."""

    def has(number: int) -> bool:
        declaration = find(number)
        return declaration is None or bool(declaration.result)

    return has


def _need(tree: n.Unit | None, need: str, stood_in: bool = False) -> tuple[int, str] | None:
    """The first thing in *tree* that needs a database, or an interface, and why.

    A command that the library has counts only with *stood_in*.
    """
    found: list[tuple[int, str]] = []
    for node in walk(tree):
        if isinstance(node, n.Command):
            if NEEDS.get(node.number) == need and (stood_in or _library_command(node.number) is None):
                found.append((node.start, node.name or "a command"))
        elif need == DATABASE:
            if isinstance(node, n.Field):
                found.append((node.start, f"the field {node.name}" if "]" in node.name else node.name))
            elif isinstance(node, (n.Sql, n.Alias)):
                found.append((node.start, "SQL" if isinstance(node, n.Sql) else "an alias of a data class"))
            elif isinstance(node, n.Extends) and node.name.lower() in _DATA_CLASSES:
                found.append((node.start, f"the class extends {node.name}"))
            elif isinstance(node, n.Function) and set(node.head.lower().split()) & {
                "query",
                "orderby",
                "event",
            }:
                found.append((node.start, "a function of an entity"))
        elif isinstance(node, n.Name) and node.name.lower().startswith(COMPONENTS):
            found.append((node.start, node.name))
        if isinstance(node, n.Type) and node.name.lower().removeprefix("4d.") in CLASSES[need]:
            found.append((node.start, f"the class {node.name}"))
    return min(found) if found else None


_DATA_CLASSES = frozenset("dataclass entity entityselection datastoreimplementation datastore".split())


@contextlib.contextmanager
def _zone(name: str) -> Iterator[None]:
    """The time zone *name* as that of this process."""
    if not name or not hasattr(time, "tzset"):
        yield
        return
    former = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if former is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = former
        time.tzset()


# ------------------------------------------------------------------ tables


def run_row(
    page: Page, row: Row, preludes: dict[str, Prelude], time_limit: float = TIME_LIMIT
) -> Outcome | None:
    """Evaluates the expression of a row; ``None`` when its value is not stated as a literal.

    It runs as a block that claims its value would; a prelude for ``tables`` runs before.
    """
    if whole_literal(row.value) is None:
        return None
    # A page prints a dash for the minus sign; a value in a line of its own is one claim, whatever it begins with.
    expression = row.expression.replace("\N{EN DASH}", "-")
    text = f"$result:={expression} // {row.value}\n"
    block = Block(TABLES, row.line - 1, "4d", text)
    outcome = BlockRun(page, block, preludes, time_limit).run()
    if outcome.outcome in (RAN, INVALID):
        return None
    return replace(
        outcome, line=row.line, detail=outcome.detail.replace("expected", f"{row.expression}: expected", 1)
    )
