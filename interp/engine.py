"""The interpreter as a program embeds it: the one file that joins the parts."""

from __future__ import annotations

import os

from grammar.source import Source
from stdlib4d.errors import LimitExceeded

from .compiler.scope import LONGEST
from .errors import INTERRUPTED, CompileError, Problem, ScriptError, script_error
from .project import Project, has_on_err_call
from .session import Session
from .sources import EXTENSION, classes_beside, source_of, units_beside
from .units import compile_unit, deeper, problems_of, runnable
from .values import UNDEFINED, from_python, to_python

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from stdlib4d.host import Host
    from stdlib4d.values import Value

    from .compiler.unit import Compiled
    from .host import Permissions
    from .projects import ProjectFolder
    from .sandbox.mail import CaughtMail
    from .sandbox.mailboxes import Account

#: What parts folders, as the constant Folder separator has it, by the notation of paths.
_SEPARATORS = {"windows": "\\", "macos": ":"}

__all__ = ["CompileError", "Interpreter", "Problem", "Program", "Result", "ScriptError"]


class Result:
    """What a run left: ``variables`` by their 4D name without ``$``, and ``value``, what it returned."""

    def __init__(self, kept: Mapping[str, Value], spelling: Mapping[str, str], value: Value) -> None:
        self._kept: dict[str, Value] | None = dict(kept)
        self._spelling = spelling
        self._value = value
        self._variables: dict[str, Any] = {}

    def settle(self) -> None:
        """Copies the values, before anything changes them. Idempotent."""
        if self._kept is not None:
            copied = to_python([self._kept, self._value])
            self._variables = {self._spelling[name]: value for name, value in copied[0].items()}
            self._value = copied[1]
            self._kept = None

    @property
    def variables(self) -> dict[str, Any]:
        """The variables after the run, as Python values."""
        self.settle()
        return self._variables

    @property
    def value(self) -> Any:
        """What the script returned, as a Python value; UNDEFINED when nothing."""
        self.settle()
        return self._value

    def __repr__(self) -> str:
        return f"<Result: {', '.join(sorted(self.variables)) or 'no variables'}>"


class Program:
    """A compiled script, to run many times."""

    def __init__(self, interpreter: Interpreter, compiled: Compiled) -> None:
        self._interpreter = interpreter
        self._compiled = compiled

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warnings about the script."""
        return problems_of(self._compiled)

    def run(self, variables: Mapping[str, Any] | None = None) -> Result:
        """Runs the script on its interpreter's variables; see :meth:`Interpreter.run`."""
        return self._interpreter._run(self._compiled, variables)


class Interpreter:
    """Runs 4D code. Calls on one interpreter share its variables; one thread at a time uses it.

    Parameters
    ----------
    sandbox: no network: mail servers inside the process answer for whatever host a script names, catch every mail
        (see :attr:`mails`) and have mailboxes for every user (see :meth:`account`).
    permissions: what a script may do besides computing and printing; nothing by default.
    host: the effects, in place of the ones that `sandbox`, `permissions` and `ca_file` choose.
    ca_file: PEM file of certificate authorities to trust besides those of the system.
    methods: project methods by name, besides the ``.4dm`` files beside a script.
    classes: user classes by name, besides the ``.4dm`` files in the folder ``Classes`` beside a script.
    project: a 4D project (its folder or its ``.4DProject`` file), whose methods and classes are at hand.
    time_limit: seconds that one run may take; beyond them it ends with an error that a script cannot catch.
    parser: ``table`` or ``lark``.
    logs: the Logs folder; by default ``Logs`` in the folder of the data, or in the current folder without a project.
    package: the folder that ``/PACKAGE`` and relative paths mean; that of `project`, or the current folder, by
        default.
    answers: what ``CONFIRM`` and ``Request`` get, one line each, instead of standard input.
    outbox: with `sandbox`: the folder where each mail is kept as an ``.eml`` file.
    verbose: whether commands that find no interface to work on say so, on standard error.
    paths: how paths of the system are written: ``posix``, ``windows`` or ``macos``. Files are those of this machine.
    user_param: what ``Get database parameter`` returns for ``User param value``.
    data: the path of a data file: ``/DATA`` is its folder. Nothing opens it.
    """

    def __init__(
        self,
        *,
        sandbox: bool = False,
        permissions: Permissions | None = None,
        host: Host | None = None,
        ca_file: str | None = None,
        methods: Mapping[str, str] | None = None,
        classes: Mapping[str, str] | None = None,
        time_limit: float | None = None,
        project: str | None = None,
        parser: str = "table",
        logs: str | None = None,
        package: str | None = None,
        answers: Iterable[str] | None = None,
        outbox: str | None = None,
        verbose: bool = False,
        paths: str = "posix",
        user_param: str = "",
        data: str | None = None,
    ) -> None:
        from .host import LocalHost, Permissions

        self.permissions = permissions if permissions is not None else Permissions()
        self._owned = host is None
        if host is not None and (sandbox or permissions is not None or ca_file is not None):
            raise ValueError(
                "a host of your own decides what sandbox, permissions and ca_file decide otherwise"
            )
        if outbox is not None and not sandbox:
            raise ValueError("an outbox keeps what the sandbox catches: pass sandbox=True too")
        self.project = None if project is None else _project_folder(project)
        if package is None:
            package = "" if self.project is None else self.project.package
        if host is None:
            places = {} if self.project is None else self.project.places()
            if data is not None:
                data = os.path.abspath(data)
                folder = os.path.dirname(data)
                places.update({"data": folder, "data file": data, "logs": os.path.join(folder, "Logs")})
            options: dict[str, Any] = {
                "logs": logs or places.get("logs", "Logs"),
                "package": package,
                "answers": answers,
                "verbose": verbose,
                "paths": paths,
                "places": places,
            }
            if sandbox:
                from .sandbox.host import SandboxHost

                if outbox is not None:
                    from .sandbox.outbox import Outbox

                    options["keep"] = Outbox(outbox).keep
                host = SandboxHost(self.permissions, **options)
            else:
                host = LocalHost(self.permissions, ca_file=ca_file, **options)
        self.host = host
        self.time_limit = time_limit
        self._methods = dict(methods or {})
        self._classes = dict(classes or {})
        self._parser = parser
        self._separator = _SEPARATORS.get(paths, "/")
        self._debugger: Callable[[Session], None] | None = None
        self._stops_first = False
        self._session = self._begin(self._project(None), user_param)
        self._last: Result | None = None
        self._closed = False

    # -------------------------------------------------------------- running

    def run(
        self, source: str, filename: str = "<script>", variables: Mapping[str, Any] | None = None
    ) -> Result:
        """Runs a script.

        Parameters
        ----------
        source: its text.
        filename: what errors call it; it need not exist. Where it does, the ``.4dm`` files beside it are its
            project methods.
        variables: values to start with, by 4D name without ``$``.

        Raises
        ------
        ScriptError: a 4D error that nothing caught; :class:`CompileError` when the script cannot run at all.
        TypeError: a value in *variables* that 4D has no counterpart for.
        """
        return self._run(self._compile(source, filename), variables)

    def eval(self, expression: str, variables: Mapping[str, Any] | None = None) -> Any:
        """The value of one expression on the variables of the interpreter, as a Python value."""
        return to_python(self.value(expression, variables))

    def value(self, expression: str, variables: Mapping[str, Any] | None = None) -> Value:
        """The value of one expression as the language has it, not copied: see :mod:`stdlib4d.values`."""
        source = Source(expression, "<expression>")
        compiled = compile_unit(source, self._current, "expression", source.name, self._parser)
        return self._execute(compiled, variables)

    def compile(self, source: str, filename: str = "<script>") -> Program:
        """The script, compiled; raises :class:`CompileError`."""
        compiled = self._compile(source, filename)
        runnable(compiled)
        return Program(self, compiled)

    def check(self, source: str, filename: str = "<script>") -> tuple[Problem, ...]:
        """What is wrong or suspicious in a script, without running it."""
        from .advice import advise

        compiled = self._compile(source, filename)
        advise(compiled)
        return problems_of(compiled)

    def _compile(self, source: str, filename: str) -> Compiled:
        self._current = self._project(filename)
        if has_on_err_call(source):
            self._current.resume()
        name = os.path.splitext(os.path.basename(filename))[0] if filename.endswith(EXTENSION) else filename
        return compile_unit(Source(source, filename), self._current, "script", name, self._parser)

    def _run(self, compiled: Compiled, variables: Mapping[str, Any] | None) -> Result:
        value = self._execute(compiled, variables)
        self._last = Result(self._visible(), self._session.spelling, value)
        return self._last

    def _execute(
        self, compiled: Compiled, variables: Mapping[str, Any] | None, *, method: bool = False
    ) -> Value:
        if self._closed:
            raise ValueError("the interpreter is closed")
        session = self._session
        runnable(compiled)
        self._settle()
        for name, value in (variables or {}).items():
            plain = name.removeprefix("$")
            key = plain[:LONGEST].lower()
            session.spelling.setdefault(key, plain)
            session.kept[key] = session.globals["v." + key] = from_python(value)
        session.time_limit = self.time_limit
        try:
            value = self._within_limit(compiled, method)
        except BaseException as problem:
            if not isinstance(problem, ScriptError) or problem.code == INTERRUPTED:
                self.stop()
            raise
        if session.has_processes:
            session.processes.serve_main()
        return value

    def _within_limit(self, compiled: Compiled, method: bool) -> Value:
        session = self._session
        if self.time_limit is None:
            return session.run(compiled, method=method)
        from .watchdog import Watchdog

        try:
            with deeper(), Watchdog(self.time_limit, self.host.loop):
                return session.run(compiled, method=method)
        except LimitExceeded as stopped:  # before the script began, or behind its end
            raise script_error(stopped, session.codes) from None

    def _settle(self) -> None:
        """Lets go of the values of the last run, once they are copied."""
        if self._last is not None:
            self._last.settle()
            self._last = None

    def _visible(self) -> dict[str, Value]:
        """The variables of the session: those of scripts, and process variables that no script's hide."""
        session = self._session
        found = dict(session.kept)
        for python, name in session.process_names.items():
            key = name[:LONGEST].lower()
            if key not in found:
                found[key] = session.globals[python]
                session.spelling.setdefault(key, name)
        return found

    def run_project(self, startup_method: str = "", *, skip_startup: bool = False) -> Result:
        """Runs the database method On Startup, the method *startup_method*, and On Exit, as tool4d does.

        With *skip_startup* only *startup_method* runs. ``QUIT 4D`` leaves out what comes before On Exit, and so does an
        error, which is raised when On Exit has run. After ``RESTART 4D`` all of it runs again, with new variables.
        Raises ``LookupError`` when the project has no such method.
        """
        assert self.project is not None
        if startup_method and not self._current.has(startup_method):
            raise LookupError(f"the project has no method {startup_method}")
        before, after = (
            None if skip_startup else self.project.database_method(name) for name in ("onStartup", "onExit")
        )
        main = self._current.source(startup_method)[1] if startup_method else None
        while True:
            result = Result({}, {}, UNDEFINED)
            restarting = False
            try:
                for source in (before, main):
                    if source is not None and not self._session.ended:
                        result = self._run_unit(source)
                        restarting = self._session.restarting
            except CompileError:
                raise
            except ScriptError as problem:
                # A run whose time is over is over.
                if after is not None and problem.code != INTERRUPTED:
                    self._run_unit(after)
                raise
            if after is not None:
                self._run_unit(after)
            if not restarting:
                return result
            self._restart()

    def _run_unit(self, source: Source) -> Result:
        """Runs a method without parameters."""
        name = os.path.basename(source.name).removesuffix(EXTENSION)
        compiled = compile_unit(source, self._current, "method", name, self._parser)
        value = self._execute(compiled, None, method=True)
        self._last = Result(self._visible(), self._session.spelling, value)
        return self._last

    def _restart(self) -> None:
        """Begins again as a program that has just been started, with the text that was to reach it."""
        self._settle()
        self._session.forget()
        from stdlib4d.parameters import NEXT_USER_PARAMETER

        parameter = self._session.settings.get(NEXT_USER_PARAMETER, "")
        self._session = self._begin(self._project(None), parameter)

    def _begin(self, project: Project, user_param: str) -> Session:
        self._current = project
        session = Session(self.host, project, self._parser)
        session.debugger, session.stops_first = self._debugger, self._stops_first
        if user_param:
            from stdlib4d.parameters import USER_PARAMETER

            session.settings[USER_PARAMETER] = user_param
        return session

    def debug(self, debugger: Callable[[Session], None], *, first: bool = False) -> None:
        """Lets the command TRACE call *debugger*, and with *first* every run before its first line.

        :func:`interp.debugging.terminal.trace` is one that asks on the terminal.
        """
        self._debugger, self._stops_first = debugger, first
        self._session.debugger, self._session.stops_first = debugger, first

    def stop(self) -> None:
        """Ends every process that scripts have started; the variables and connections stay."""
        if self._session.has_processes:
            self._session.processes.stop()

    @property
    def process_errors(self) -> tuple[ScriptError, ...]:
        """The errors that nothing caught in processes other than the main one, which they did not end."""
        return tuple(self._session.processes.failures) if self._session.has_processes else ()

    # -------------------------------------------------------------- project methods

    def _project(self, filename: str | None) -> Project:
        methods: dict[str, Callable[[], Source]] = {}
        classes: dict[str, Callable[[], Source]] = {}
        if self.project is not None:
            methods, classes = self.project.methods(), self.project.classes()
        elif filename is not None:
            methods, classes = units_beside(filename), classes_beside(filename)
        methods.update({name: source_of(text, name + EXTENSION) for name, text in self._methods.items()})
        classes.update({name: source_of(text, name + EXTENSION) for name, text in self._classes.items()})
        return Project(methods, classes, self._separator)

    # -------------------------------------------------------------- the sandbox, the end

    @property
    def mails(self) -> list[CaughtMail]:
        """The mails that the sandbox caught, in the order they came; empty without a sandbox."""
        sandbox = getattr(self.host, "sandbox", None)
        return list(sandbox.mails) if sandbox is not None else []

    @property
    def accounts(self) -> list[Account]:
        """The accounts of the sandbox that were used, in the order of their first use; empty without a sandbox."""
        sandbox = getattr(self.host, "sandbox", None)
        return sandbox.office.accounts if sandbox is not None else []

    def account(self, user: str, host: str = "") -> Account:
        """The mailboxes of *user* in the sandbox, by their names; they are there as soon as somebody asks for them.

        One user has other mailboxes on the servers of another domain: *host* is the name of a server. Without it
        the account that was used first is meant, or the one on the server that a script dials first. Raises
        ``ValueError`` without a sandbox. See :class:`interp.sandbox.mailboxes.Account`.
        """
        sandbox = getattr(self.host, "sandbox", None)
        if sandbox is None:
            raise ValueError("accounts are in the sandbox: pass sandbox=True")
        account: Account = sandbox.office.account(user, host)
        return account

    @property
    def sandboxed(self) -> bool:
        """Whether no mail can leave the machine."""
        return getattr(self.host, "sandbox", None) is not None

    def close(self) -> None:
        """Ends every process and connection. The interpreter cannot be used afterwards."""
        self._settle()
        self._closed = True
        self.stop()
        if self._session.has_processes:
            self._session.processes.forget()
        self._session.interprocess.clear()
        if self._session.forget():
            import gc

            # Transporters in objects that refer to each other say goodbye too.
            gc.collect()
        close = getattr(self.host, "close", None)
        if self._owned and close is not None:
            close()

    def __enter__(self) -> Interpreter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _project_folder(path: str) -> ProjectFolder:
    from .projects import ProjectFolder

    return ProjectFolder(path)
