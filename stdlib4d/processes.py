"""Processes: starting, delaying and looking at them (theme Processes).

The program is one standalone 4D: there is one user, there are no other machines, and no process has a window.
"""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, LanguageError
from .process_states import SERVER_PROCESS, USER_PROCESS
from .registry import command
from .values import StarType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Process, Run
    from .references import Pointer
    from .values import Value

#: Ticks in a second.
TICKS = 60


@command(
    "New process",
    317,
    "( method : Text ; stack : Integer {; name : Text, Operator {; param : any, Operator"
    " {; ...param : any, Operator}}} ) : Integer",
)
def new_process(run: Run, method: str, stack: int, *rest: Value) -> int:
    """Starts a process that runs a project method; returns its number (commands/new-process.md).

    With ``*`` at the end, the number of the process of that name if there is one. The size of the stack is the same
    for all processes here.
    """
    return _start(run, "New process", method, rest, USER_PROCESS)


@command(
    "Execute on server",
    373,
    "( procedure : Text ; stack : Integer {; name : Text, Operator {; param : any, Operator"
    " {; ...param : any, Operator}}} ) : Integer",
)
def execute_on_server(run: Run, method: str, stack: int, *rest: Value) -> int:
    """Starts a process on this machine, which is its own server (commands/execute-on-server.md)."""
    return _start(run, "Execute on server", method, rest, SERVER_PROCESS)


def _start(run: Run, command_name: str, method: str, rest: tuple[Value, ...], kind: int) -> int:
    unique = bool(rest) and rest[-1].__class__ is StarType
    if unique:
        rest = rest[:-1]
    name = rest[0] if rest else ""
    if name.__class__ is not str:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{command_name}: name: wanted Text, got an operator")
    there = run.processes.named(name) if unique else None
    return run.processes.start(method, name, rest[1:], kind) if there is None else there.number


@command("DELAY PROCESS", 323, "( process : Integer ; duration : Real )")
def delay_process(run: Run, process: int, duration: float) -> None:
    """Delays a process for a number of ticks of 1/60 second (commands/delay-process.md)."""
    run.processes.delay(process, duration / TICKS)


@command("PAUSE PROCESS", 319, "( process : Integer )")
def pause_process(run: Run, process: int) -> None:
    """Suspends a process until RESUME PROCESS; the main process goes on (commands/pause-process.md)."""
    run.processes.pause(process)


@command("RESUME PROCESS", 320, "( process : Integer )")
def resume_process(run: Run, process: int) -> None:
    """Lets a paused or delayed process go on (commands/resume-process.md)."""
    run.processes.resume(process)


@command("Process state", 330, "( process : Integer ) : Integer")
def process_state(run: Run, process: int) -> int:
    """Returns the state of a process (commands/process-state.md).

    One that has ended is aborted; a number above that of the last living process does not exist.
    """
    return run.processes.state(process)


@command("Process number", 372, "( name : Text {; * : Operator} ) : Integer")
def process_number(run: Run, name: str, star: Value = None) -> int:
    """Returns the number of the process of that name or unique ID, 0 for none (commands/process-number.md)."""
    found = run.processes.named(name)
    if found is None and name.isdecimal():
        found = run.processes.find(int(name))
    return 0 if found is None else found.number


@command("Process info", 1843, "( processNumber : Integer ) : Object")
def process_info(run: Run, number: int) -> dict[str, Value] | None:
    """Returns what is known of a process, Null where there is none (commands/process-info.md)."""
    process = run.processes.find(number)
    return None if process is None else _described(run, process)


def _described(run: Run, process: Process) -> dict[str, Value]:
    from .sessions import session

    used = run.processes.cpu_time(process)
    age = (run.host.now() - process.created).total_seconds()
    return {
        "number": process.number,
        "name": process.name,
        "sessionID": session(run).id(),
        "ID": process.number,
        "visible": process.visible,
        "type": process.kind,
        "state": process.state,
        "creationDateTime": iso_moment(process.created),
        "preemptive": False,
        "systemID": str(process.ident),
        "cpuUsage": min(used / age, 1) if age > 0 else 0,
        "cpuTime": used,
    }


def iso_moment(moment: Value) -> str:
    """A moment in GMT, to the millisecond."""
    from datetime import UTC

    text: str = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


@command("Process activity", 1495, "( {sessionID : Text, Integer {; options : Integer}} ) : Object")
def process_activity(run: Run, session: Value = "", options: int = 0) -> dict[str, Value]:
    """Returns all processes; its parameters mean something on a server only (commands/process-activity.md)."""
    return {"processes": [_described(run, process) for process in run.processes.all()]}


@command("Current process", 322, ": Integer")
def current_process(run: Run) -> int:
    """Returns the number of the process that calls it (commands/current-process.md)."""
    return run.processes.here().number


@command("Current process name", 1392, ": Text")
def current_process_name(run: Run) -> str:
    """Returns the name of the process that calls it (commands/current-process-name.md)."""
    return run.processes.here().name


@command("Count tasks", 335, ": Integer")
def count_tasks(run: Run) -> int:
    """Returns the highest number of a living process (commands/count-tasks.md)."""
    return run.processes.all()[-1].number


@command("Count user processes", 343, ": Integer")
def count_user_processes(run: Run) -> int:
    """Returns the number of living processes (commands/count-user-processes.md)."""
    return len(run.processes.all())


@command("Count users", 342, ": Integer")
def count_users() -> int:
    """Returns 1: that is the answer of a standalone 4D (commands/count-users.md)."""
    return 1


@command("ABORT PROCESS BY ID", 1634, "( uniqueID : Integer )")
def abort_process_by_id(number: int) -> None:
    """Does nothing: only a server aborts processes so (commands/abort-process-by-id.md)."""


@command("Process aborted", 672, ": Boolean")
def process_aborted(run: Run) -> bool:
    """Tells whether the process is about to be aborted (commands/process-aborted.md)."""
    return run.processes.here().aborted


# ------------------------------------------------------------------ clients: without a server there are none


@command("REGISTER CLIENT", 648, "( {clientName : Text {; * : Operator}} )")
def register_client(name: str = "", star: Value = None) -> None:
    """Does nothing in a standalone 4D (commands/register-client.md)."""


@command("UNREGISTER CLIENT", 649, "()")
def unregister_client() -> None:
    """Does nothing in a standalone 4D (commands/unregister-client.md)."""


@command("EXECUTE ON CLIENT", 651, "( clientName : Text ; methodName : Text {; ...param : any} )")
def execute_on_client(name: str, method: str, *parameters: Value) -> None:
    """Does nothing: no client is registered (commands/execute-on-client.md)."""


@command("GET REGISTERED CLIENTS", 650, "( clientList : Variable ; methods : Variable )")
def get_registered_clients(run: Run, names: Pointer, methods: Pointer) -> None:
    """Empties both arrays: no client is registered (commands/get-registered-clients.md)."""
    from .array_variables import array_in, fill

    fill(array_in("GET REGISTERED CLIENTS", names, "Text"), ())
    fill(array_in("GET REGISTERED CLIENTS", methods, "Integer"), ())
    run.set_ok(1)


# ------------------------------------------------------------------ the interface: no process has any


@command("HIDE PROCESS", 324, "( process : Integer )")
def hide_process(run: Run, number: int) -> None:
    """Makes a process invisible, save the main process (commands/hide-process.md)."""
    _show(run, number, False)


@command("SHOW PROCESS", 325, "( process : Integer )")
def show_process(run: Run, number: int) -> None:
    """Makes a process visible (commands/show-process.md)."""
    _show(run, number, True)


def _show(run: Run, number: int, visible: bool) -> None:
    process = run.processes.find(number)
    if process is not None and process.number > 1:
        process.visible = visible


@command("BRING TO FRONT", 326, "( process : Integer )")
def bring_to_front(number: int) -> None:
    """Does nothing: there are no windows (commands/bring-to-front.md)."""


@command("Frontmost process", 327, "( {* : Operator} ) : Integer")
def frontmost_process(star: Value = None) -> int:
    """Returns 1: without windows, the main process is where the user would be (commands/frontmost-process.md)."""
    return 1
