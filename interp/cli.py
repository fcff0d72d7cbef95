"""The command line: ``4dm`` and ``4dm repl``, ``run``, ``eval``, ``help``, ``check``, ``doctest``, ``sandbox``.

``4dm run FILE`` without options starts in milliseconds, so it is told apart before argparse is imported.
Exit status: 0 on success, 1 when the script or one of its processes ends in an error, 2 on bad usage or a syntax
error.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable
    from typing import Any

    from .engine import Interpreter
    from .errors import ScriptError
    from .session import Session

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

#: Options with which a session starts, where no command is named.
_SESSION = ("--live", "--no-color", "--vi", "--outbox", "--ca", "--var", "--secret", "--parser")


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; returns the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        if len(given) == 2 and given[0] == "run" and not given[1].startswith("-"):
            return _run(given[1])
        if not given:
            return _converse()
        if given[0].partition("=")[0] in _SESSION:
            given = ["repl", *given]
        _spell_out()
        options = _parsed(given)
        if isinstance(options, str):
            return _usage(options)
        status: int = options.action(options)
        _flush()
        return status
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except OSError as failure:
        # Only the output fails this far out. A pipe breaks because whoever read it has had enough.
        if not isinstance(failure, BrokenPipeError):
            print(f"4dm: {failure.filename or 'standard output'}: {failure.strerror}", file=sys.stderr)
        # Nothing may be flushed to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _spell_out() -> None:
    """Has standard output take every character: one that its encoding has not is written as an escape."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


def _parsed(given: list[str]) -> Namespace | str:
    """What was given, or what is wrong with the command or an option; argparse itself tells of their arguments."""
    parser = _parser()
    known = parser.get_default("commands")
    name = given[0]
    if not name.startswith("-") and name not in known:
        from .near import alike

        if name.endswith(".4dm") or os.path.isfile(name):
            return f"there is no command {name}: is 4dm run {name} meant?"
        near = alike(name, known)
        return f"there is no command {name}: {f'is {near[0]} meant?' if near else '4dm --help lists them'}"
    options, unknown = parser.parse_known_args(given)
    if not unknown:
        return options
    if name.startswith("-"):
        return f"there is no option {unknown[0]}: 4dm --help lists them"
    what = "there is no option" if unknown[0].startswith("-") else "what is"
    return f"{name}: {what} {unknown[0]}: 4dm {name} --help tells more"


def _parser() -> ArgumentParser:
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    from . import __version__
    from .usage import EXAMPLES

    parser = ArgumentParser(
        prog="4dm",
        description="Runs 4D mail scripts without 4D. Without a command it starts an interactive session.",
        epilog=EXAMPLES[""],
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"4dm {__version__}", help="show the version and exit"
    )
    commands = parser.add_subparsers(metavar="COMMAND")
    parser.set_defaults(commands=commands.choices)

    def add(name: str, summary: str, description: str) -> ArgumentParser:
        made: ArgumentParser = commands.add_parser(
            name,
            help=summary,
            description=description,
            epilog=EXAMPLES[name],
            formatter_class=RawDescriptionHelpFormatter,
        )
        return made

    session = add(
        "repl",
        "start an interactive session",
        "Starts an interactive session: what is entered runs at once. It is in the sandbox, where mails are\n"
        "caught, until --live or .sandbox off.",
    )
    session.add_argument("--live", action="store_true", help="go to real servers, not to the sandbox")
    session.add_argument("--outbox", metavar="DIR", help="keep each mail that is caught as an .eml file, too")
    session.add_argument("--vi", action="store_true", help="use the keys of vi, not those of Emacs")
    session.add_argument("--no-color", action="store_true", help="no colours")
    _add_variables(session)
    session.set_defaults(action=_repl)

    run = add("run", "run a script", "Runs a .4dm script, or a project of 4D.")
    run.add_argument("file", metavar="FILE", nargs="?", help="the script; - for standard input")
    run.add_argument("--project", metavar="PATH", help="a 4D project to run in place of a script")
    run.add_argument(
        "--startup-method", metavar="NAME", default="", help="the project method to run after On Startup"
    )
    run.add_argument("--skip-onstartup", action="store_true", help="leave out On Startup and On Exit")
    run.add_argument(
        "--user-param",
        metavar="TEXT",
        default="",
        help="what Get database parameter gives for User param value",
    )
    run.add_argument("--data", metavar="PATH", help="the data file: /DATA is its folder, nothing opens it")
    run.add_argument("--dataless", action="store_true", help="leave out --data, as tool4d does")
    run.add_argument(
        "--create-data",
        nargs="?",
        const="true",
        choices=("true", "false"),
        help="accepted as tool4d does: there is no data here",
    )
    run.add_argument(
        "--opening-mode",
        choices=("interpreted", "compiled"),
        help="accepted as tool4d does: code runs from its source",
    )
    run.add_argument(
        "--headless", action="store_true", help="accepted as tool4d does: there is no interface here"
    )
    run.add_argument(
        "--sandbox",
        action="store_true",
        help="no network: a mail server in the process answers for every host",
    )
    run.add_argument("--outbox", metavar="DIR", help="with --sandbox: keep each mail there as an .eml file")
    run.add_argument(
        "--answers",
        metavar="FILE",
        help="answers for CONFIRM and Request, one a line, instead of standard input",
    )
    run.add_argument(
        "--paths",
        choices=("posix", "windows", "macos"),
        default="posix",
        help="how paths of the system are written",
    )
    run.add_argument(
        "--trace",
        action="store_true",
        help="stop at the first line, to step through the script; help there tells how",
    )
    run.add_argument(
        "--verbose", action="store_true", help="show notes: which commands found no interface to work on"
    )
    _add_common(run)
    run.set_defaults(action=_run_with)

    evaluate = add(
        "eval", "print the value of an expression", "Prints the value of an expression, as String shows it."
    )
    evaluate.add_argument("expression", metavar="EXPRESSION", help="one expression of 4D")
    _add_common(evaluate)
    evaluate.set_defaults(action=_eval)

    told = add(
        "help",
        "tell what a command, function, class or keyword does",
        "Tells how a command, function, class, constant or keyword of 4D is written and what it does.",
    )
    told.add_argument("name", metavar="NAME", nargs="+", help="its name, such as SMTP New transporter")
    told.set_defaults(action=_help)

    check = add(
        "check", "report problems without running", "Reports what is wrong or suspicious, and runs nothing."
    )
    check.add_argument("files", metavar="FILE", nargs="+", help="a script, method or class")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    check.add_argument("--parser", choices=("table", "lark"), default="table", help="which parser to use")
    check.set_defaults(action=_check)

    shells = add(
        "completion",
        "print what lets a shell complete this command",
        "Prints a script for a shell, which then completes commands, options and files of 4dm.",
    )
    shells.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell to print it for")
    shells.set_defaults(action=_completion)

    pages = add(
        "doctest",
        "run the 4D blocks of Markdown pages",
        "Runs every fenced 4D block of Markdown pages in the sandbox, each in an interpreter\n"
        "of its own, and checks the results that the pages state.",
    )
    pages.add_argument("paths", metavar="PATH", nargs="+", help="a page, or a folder with pages")
    pages.add_argument("--json", action="store_true", help="print what came of each block as JSON")
    pages.add_argument("--prelude", metavar="DIR", help="the folder with what pages take as given")
    pages.add_argument("--verbose", action="store_true", help="tell of every block that did not run, and why")
    pages.add_argument("--processes", metavar="N", type=int, default=0, help="how many processes to use")
    pages.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        default=5.0,
        help="end a block after that time; 5 by default",
    )
    pages.set_defaults(action=_doctest)

    _add_sandbox(
        add(
            "sandbox",
            "serve SMTP, IMAP and POP3 to other programs, without a network",
            "Runs the servers of the sandbox on ports of this machine until Ctrl-C. They take any user and\n"
            "password, show each mail as it comes, and put it into the INBOX of its recipients.",
        )
    )
    return parser


def _add_sandbox(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="where to listen; 127.0.0.1 by default"
    )
    for protocol in ("smtp", "imap", "pop3"):
        for name, tls in ((protocol, "STLS" if protocol == "pop3" else "STARTTLS"), (protocol + "s", "TLS")):
            parser.add_argument(
                f"--{name}-port",
                metavar="PORT",
                type=int,
                help=f"the port of {protocol.upper()} with {tls}; 0 for any that is free",
            )
    parser.add_argument("--ca-out", metavar="FILE", help="write the certificate of its authority there (PEM)")
    parser.add_argument("--outbox", metavar="DIR", help="keep each mail there as an .eml file")
    parser.set_defaults(action=_sandbox)


def _add_common(parser: ArgumentParser) -> None:
    _add_variables(parser)
    parser.add_argument("--timeout", metavar="SECONDS", type=_seconds, help="end the script after that time")


def _add_variables(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--var", metavar="NAME=VALUE", action="append", default=[], help="preset a variable with a text"
    )
    parser.add_argument(
        "--secret",
        metavar="NAME=ENVIRONMENT_NAME",
        action="append",
        default=[],
        help="preset a variable with the content of an environment variable",
    )
    parser.add_argument("--ca", metavar="FILE", help="trust the certificate authorities in this PEM file too")
    parser.add_argument("--parser", choices=("table", "lark"), default="table", help="which parser to use")


def _seconds(text: str) -> float:
    """The value of ``--timeout``; argparse reports the error."""
    from argparse import ArgumentTypeError

    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise ArgumentTypeError(f"a number of seconds is wanted, not {text}")
    return seconds


def _usage(message: str) -> int:
    print(f"4dm: {message}", file=sys.stderr)
    return USAGE


# ------------------------------------------------------------------ the interactive session


def _converse() -> int:
    """``4dm`` alone."""
    from .repl.start import start

    return start()


def _repl(options: Namespace) -> int:
    variables, problem = _variables(options)
    problem = problem or _authorities(options)
    if problem:
        return _usage(problem)
    from .repl.start import start

    try:
        return start(
            live=options.live,
            colour=not options.no_color,
            vi=options.vi,
            variables=variables,
            ca_file=options.ca,
            outbox=options.outbox,
            parser=options.parser,
        )
    except NotADirectoryError as failure:
        return _usage(f"--outbox {options.outbox}: {failure.strerror}")


# ------------------------------------------------------------------ run and eval


def _run(path: str) -> int:
    """``4dm run FILE``: everything permitted, since a person runs it by hand.

    Nothing that starting makes is garbage: the collector looks at it neither then nor at the end.
    """
    gc.disable()
    from .engine import Interpreter
    from .host import Permissions

    folder = os.path.dirname(path)
    interpreter = Interpreter(
        permissions=Permissions.all(), package=folder, logs=os.path.join(folder, "Logs")
    )
    interpreter.debug(_trace)
    gc.freeze()
    gc.enable()
    status = _execute(interpreter, path, {})
    gc.freeze()
    return status


def _run_with(options: Namespace) -> int:
    variables, problem = _variables(options)
    problem = problem or _authorities(options)
    if problem:
        return _usage(problem)
    if (options.file is None) == (options.project is None):
        return _usage("run: give a script FILE or --project DIR, one of them")
    if options.user_param.startswith("-"):
        return _usage("run: the text of --user-param may not begin with -")
    if options.trace and options.file == "-":
        return _usage("--trace reads from standard input how to go on: give the script as a file")
    if options.outbox and not options.sandbox:
        return _usage("--outbox keeps what --sandbox catches: give both")
    from .engine import Interpreter
    from .host import Permissions

    try:
        answers = _answers(options)
    except OSError as failure:
        return _usage(f"--answers: {failure.filename}: {failure.strerror}")
    except UnicodeDecodeError:
        return _usage(f"--answers: {options.answers}: not UTF-8")
    script = options.file or ""
    try:
        interpreter = Interpreter(
            sandbox=options.sandbox,
            permissions=Permissions.all(),
            ca_file=None if options.sandbox else options.ca,
            project=options.project,
            time_limit=options.timeout,
            parser=options.parser,
            package=os.path.dirname(script) if options.project is None else None,
            logs=os.path.join(os.path.dirname(script), "Logs") if options.project is None else None,
            answers=answers,
            outbox=options.outbox,
            verbose=options.verbose,
            paths=options.paths,
            user_param=options.user_param,
            data=None if options.dataless else options.data,
        )
    except OSError as failure:
        wrong = "outbox" if isinstance(failure, NotADirectoryError) else "project"
        return _usage(f"--{wrong} {getattr(options, wrong)}: {failure.strerror}")
    interpreter.debug(_trace_always if options.trace else _trace, first=options.trace)
    if options.project is None:
        return _execute(interpreter, script, variables)
    return _guarded(
        interpreter,
        lambda: interpreter.run_project(options.startup_method, skip_startup=options.skip_onstartup),
    )


def _trace(session: Session) -> None:
    """What TRACE does: it stops where a terminal is there to say how to go on."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty():
        _trace_always(session)
    else:
        session.host.note("TRACE: there is no terminal, the code goes on; --trace stops without one, too")


def _trace_always(session: Session) -> None:
    from .debugging.terminal import trace

    trace(session)


def _answers(options: Namespace) -> Iterable[str] | None:
    """The lines of ``--answers``; nothing when standard input is the script itself."""
    if options.answers is not None:
        with open(options.answers, encoding="utf-8-sig", newline="") as file:
            text = file.read().replace("\r\n", "\n").removesuffix("\n")
        return text.split("\n") if text else ()
    return () if options.file == "-" else None


def _authorities(options: Namespace) -> str:
    """What is wrong with the file of ``--ca``: a script may need it late, or never."""
    if options.ca is not None:
        try:
            with open(options.ca, "rb") as file:
                if b"-----BEGIN " not in file.read():
                    return f"--ca: {options.ca} holds no certificate authorities in PEM format"
        except OSError as failure:
            return f"--ca: {options.ca}: {failure.strerror}"
    return ""


def _variables(options: Namespace) -> tuple[dict[str, Any], str]:
    """The preset variables, and what is wrong with them."""
    variables: dict[str, Any] = {}
    for flag, pairs in (("--var", options.var), ("--secret", options.secret)):
        for pair in pairs:
            name, equals, value = pair.partition("=")
            name = name.strip().removeprefix("$")
            if not equals or not name.replace("_", "a").isalnum() or name[0].isdigit():
                return {}, f"{flag} wants NAME={'VALUE' if flag == '--var' else 'ENVIRONMENT_NAME'}"
            if flag == "--secret":
                if value not in os.environ:
                    return {}, f"--secret {name}: there is no environment variable {value}"
                value = os.environ[value]
            variables[name] = value
    return variables, ""


def _execute(interpreter: Interpreter, path: str, variables: dict[str, Any]) -> int:
    try:
        name, text = _read(path)
    except OSError as failure:
        interpreter.close()
        return _usage(f"{path}: {failure.strerror}")
    return _guarded(interpreter, lambda: interpreter.run(text, name, variables))


def _guarded(interpreter: Interpreter, run: Callable[[], object]) -> int:
    """Runs, shows errors and caught mails, and closes the interpreter; returns the exit status."""
    from .errors import CompileError, ScriptError

    try:
        try:
            run()
        except LookupError as failure:
            return _usage(str(failure.args[0]))
        except CompileError as problem:
            return _report(problem, USAGE)
        except ScriptError as problem:
            if isinstance(problem.__cause__, OSError):
                raise problem.__cause__ from None
            return _report(problem, FAILED)
        finally:
            interpreter.stop()
            _flush()
            _show_mails(interpreter)
        return FAILED if interpreter.process_errors else OK
    finally:
        interpreter.close()


def _read(path: str) -> tuple[str, str]:
    if path == "-":
        return "<stdin>", sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    from .sources import read_source

    return path, read_source(path).text


def _report(problem: ScriptError, status: int) -> int:
    from .near import suggest

    suggest(problem)
    _flush()
    print(problem.render(), file=sys.stderr)
    return status


def _flush() -> None:
    """Writes what was printed, before anything is said on standard error."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _show_mails(interpreter: Interpreter) -> None:
    if interpreter.sandboxed:
        from .sandbox.report import report

        print(report(interpreter.mails), end="", file=sys.stderr)


def _eval(options: Namespace) -> int:
    variables, problem = _variables(options)
    problem = problem or _authorities(options)
    if problem:
        return _usage(problem)
    from .engine import Interpreter
    from .errors import CompileError, ScriptError
    from .host import Permissions
    from .near import of_name
    from .show import shown
    from .values import UNDEFINED

    with Interpreter(
        permissions=Permissions.all(), ca_file=options.ca, time_limit=options.timeout, parser=options.parser
    ) as interpreter:
        try:
            value = interpreter.value(options.expression, variables)
            interpreter.host.say(shown(value))
            is_name = options.expression.replace(" ", "a").isidentifier()
            if value is UNDEFINED and is_name and (hint := of_name(options.expression, (), {})):
                print(f"hint: {hint}", file=sys.stderr)
        except CompileError as failure:
            return _report(failure, USAGE)
        except ScriptError as failure:
            return _report(failure, FAILED)
    return OK


# ------------------------------------------------------------------ help and check


def _help(options: Namespace) -> int:
    from .help.commands import describe, explain

    name = " ".join(options.name)
    if describe(name) is None:
        return _usage(explain(name))
    width = os.get_terminal_size(1).columns if sys.stdout is not None and sys.stdout.isatty() else 0
    print(explain(name, width))
    return OK


def _check(options: Namespace) -> int:
    from .check import check_files

    try:
        problems = list(check_files(options.files, options.parser))
    except OSError as failure:
        return _usage(f"{failure.filename}: {failure.strerror}")
    if options.json:
        import json

        print(json.dumps({"diagnostics": [problem.as_dict() for problem in problems]}, indent=2))
    else:
        for problem in problems:
            print(problem.render())
    return USAGE if any(problem.severity == "error" for problem in problems) else OK


# ------------------------------------------------------------------ completion, doctest


def _completion(options: Namespace) -> int:
    from .shells import script

    print(script(options.shell, _parser()), end="")
    return OK


def _doctest(options: Namespace) -> int:
    from .doctest.command import NoSuchPage, PreludeError, doctest

    if options.prelude is not None and not os.path.isdir(options.prelude):
        return _usage(f"--prelude: there is no folder {options.prelude}")
    try:
        well = doctest(
            options.paths,
            preludes=options.prelude,
            json=options.json,
            verbose=options.verbose,
            processes=max(0, options.processes),
            time_limit=options.timeout,
        )
    except (NoSuchPage, PreludeError) as failure:
        return _usage(str(failure))
    return OK if well else FAILED


# ------------------------------------------------------------------ sandbox


def _sandbox(options: Namespace) -> int:
    from .sandbox.command import Unusable, serve, tell
    from .sandbox.listening import SERVICES

    ports: dict[str, int | None] = {name: getattr(options, f"{name}_port") for name in SERVICES}
    wrong = next((name for name, port in ports.items() if port is not None and not 0 <= port < 65536), "")
    if wrong:
        return _usage(f"--{wrong}-port {ports[wrong]}: there is no such port")
    try:
        serve(ports, host=options.host, ca_out=options.ca_out, outbox=options.outbox, say=tell)
    except Unusable as problem:
        return _usage(f"sandbox: {problem}")
    return OK


if __name__ == "__main__":
    sys.exit(main())
