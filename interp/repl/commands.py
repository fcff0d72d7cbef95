"""The commands of a session: one table, from which they run, complete and explain themselves."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import CompileError
from ..help.commands import columns, folded
from ..near import alike
from .mailing import log, sandbox
from .misuse import BadUsage
from .scripts import load, run, save
from .session import FAILED, OK, USAGE, Leave

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .session import Session


@dataclass(frozen=True)
class Command:
    """A command: its name with the full stop, what follows it, what it does in a line and in more, its function.

    ``words`` are the arguments that it knows; with ``files`` it takes a path, with ``code`` names of the language.
    """

    name: str
    usage: str
    summary: str
    details: str
    run: Callable[[Session, str], int]
    words: tuple[str, ...] = ()
    files: bool = False
    code: bool = False


def perform(session: Session, text: str) -> int:
    """Runs the command line *text*; returns the exit status."""
    name, _, rest = text.partition(" ") if "\t" not in text else text.replace("\t", " ").partition(" ")
    command = COMMANDS.get(name.lower())
    if command is None:
        near = alike(name, COMMANDS)
        hint = f"is {' or '.join(near)} meant?" if near else ".help lists the commands"
        session.screen.problem(f"there is no command {name}: {hint}")
        return USAGE
    try:
        return command.run(session, rest.strip())
    except BadUsage as problem:
        session.screen.problem(f"{command.name}: {problem}")
        session.screen.problem(f"usage: {command.name} {command.usage}".rstrip())
        return USAGE
    except OSError as problem:
        path = f"{problem.filename}: " if problem.filename else ""
        session.screen.problem(f"{command.name}: {path}{problem.strerror or problem}")
        return FAILED


# ------------------------------------------------------------------ help, the end


def _help(session: Session, argument: str) -> int:
    if not argument:
        width = session.screen.width
        rows = ((f"{command.name} {command.usage}", command.summary) for command in COMMANDS.values())
        inputs = (part for line in _INPUTS.split("\n") for part in folded(line, width))
        session.screen.text("\n".join([*columns(rows, width, 0), "", *inputs]))
        return OK
    name = argument if argument.startswith(".") else "." + argument
    command = COMMANDS.get(name.lower())
    if command is None:
        return session.explain(argument)
    tell(session, command)
    return OK


def tell(session: Session, command: Command) -> None:
    """Shows what a command is for."""
    text = f"{command.name} {command.usage}".rstrip() + f"\n{command.summary}\n{command.details}".rstrip()
    width = session.screen.width
    session.screen.text("\n".join(part for line in text.split("\n") for part in folded(line, width)))


_INPUTS = """Anything else is 4D code. It runs when it is complete; an expression shows its value.
?NAME explains a command of 4D, such as ?SMTP New transporter
.help COMMAND tells more of one of the above"""


def _quit(session: Session, argument: str) -> int:
    if argument:
        raise BadUsage("it takes nothing")
    raise Leave


# ------------------------------------------------------------------ values


def _vars(session: Session, argument: str) -> int:
    from stdlib4d.values import type_name

    from .printing import line

    wanted = argument.lower()
    found = {n: v for n, v in session.workspace.variables().items() if wanted in n.lower()}
    if not found:
        session.screen.note(
            f"no variable has {argument} in its name" if argument else "there are no variables yet"
        )
        return OK
    names = min(30, max(map(len, found)))
    types = {name: type_name(value) for name, value in found.items()}
    kinds = min(24, max(map(len, types.values())))
    room = max(20, session.screen.width - names - kinds - 4)
    for name, value in found.items():
        session.screen.code(f"{name:<{names}}  {types[name]:<{kinds}}  {line(value, room)}")
    return OK


def _show(session: Session, argument: str) -> int:
    if not argument:
        raise BadUsage("which expression?")
    return session.guarded(lambda: session.show(session.workspace.value(argument), whole=True))


def _reset(session: Session, argument: str) -> int:
    if argument:
        raise BadUsage("it takes nothing")
    session.workspace.reset()
    session.entered.clear()
    session.error = None
    session.screen.note("variables, methods and classes of this session are gone")
    return OK


# ------------------------------------------------------------------ errors, time


def _trace(session: Session, argument: str) -> int:
    if argument:
        raise BadUsage("it takes nothing")
    error = session.error
    if error is None:
        session.screen.note("there was no error yet")
        return OK
    session.screen.error(error)
    if isinstance(error, CompileError) or not error.chain:
        session.screen.note("nothing was running: the code could not be read")
        return OK
    session.screen.text("\n".join(["the calls, innermost first:", *error.calls()]))
    return OK


def _time(session: Session, argument: str) -> int:
    word = argument.lower()
    if word in ("on", "off", ""):
        session.timing = word == "on" if word else not session.timing
        session.screen.note(f"the time of each input is {'shown' if session.timing else 'not shown'}")
        return OK
    former, session.timing = session.timing, True
    try:
        return session.feed(argument)
    finally:
        session.timing = former


def _definition(kind: str) -> Callable[[Session, str], int]:
    def run(session: Session, argument: str) -> int:
        raise BadUsage(f"a name, then the lines of the {kind}, then .end on a line of its own")

    return run


_DEFINES = "The lines of the {} follow, and .end on a line of its own."

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(".help", "[COMMAND or NAME]", "lists the commands, or explains one", "", _help, code=True),
        Command(
            ".run",
            "FILE",
            "runs a script",
            "Its variables stay. The .4dm files beside it are its methods.",
            run,
            files=True,
        ),
        Command(
            ".load",
            "FILE",
            "brings the text of a file to the prompt",
            "It can be changed there and runs with Enter. Without a terminal it runs at once.",
            load,
            files=True,
        ),
        Command(
            ".save",
            "FILE",
            "writes what was entered into a new script",
            "Inputs that ended in an error are left out. No file is overwritten.",
            save,
            files=True,
        ),
        Command(
            ".vars", "[TEXT]", "lists the variables", "With a text, those that have it in their name.", _vars
        ),
        Command(
            ".show",
            "EXPRESSION",
            "shows a value whole",
            "However long, and a mail as the object it is.",
            _show,
            code=True,
        ),
        Command(
            ".sandbox",
            "[on | off | inbox | open N]",
            "mails are caught (on), or go to real servers (off)",
            "inbox lists the mails that were caught, open N shows one. Without a word: how it is now.\n"
            "Switching closes the connections; variables stay, and transporters connect anew.",
            sandbox,
            ("on", "off", "inbox", "open"),
        ),
        Command(
            ".trace",
            "",
            "shows the last error again, with the calls that led to it",
            "",
            _trace,
        ),
        Command(
            ".time",
            "[on | off | CODE]",
            "shows how long inputs take, or how long CODE takes",
            "",
            _time,
            ("on", "off"),
            code=True,
        ),
        Command(
            ".log",
            "[on | off | LINES]",
            "shows the end of the newest log of mail servers",
            "on and off begin and end the logs of SMTP, POP3 and IMAP. They are kept in the Logs folder.",
            log,
            ("on", "off"),
        ),
        Command(
            ".method", "NAME", "defines a project method", _DEFINES.format("method"), _definition("method")
        ),
        Command(".class", "NAME", "defines a class", _DEFINES.format("class"), _definition("class")),
        Command(
            ".reset",
            "",
            "forgets variables, methods and classes of the session",
            "Processes end. The mails that were caught stay.",
            _reset,
        ),
        Command(".quit", "", "leaves; so does Ctrl-D", "", _quit),
    )
}
