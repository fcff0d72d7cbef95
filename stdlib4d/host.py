"""What the library asks of the program around it.

An effect (printing, asking, files, the clock, dialling) happens only through a :class:`Host`, which may
refuse by raising :class:`NotPermitted`. :mod:`interp.host` has the ones that really do it. Protocols only: what
runs imports this module for its types alone, as making their classes would take longer than a small script.
"""

from __future__ import annotations

from .errors import NotPermitted as NotPermitted
from .file_info import FileInfo as FileInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable, Coroutine, Mapping, Sequence
    from datetime import datetime
    from typing import Any, NoReturn, Protocol, TypeVar

    from .errors import LanguageError
    from .files.rules import Rules
    from .functions import FunctionValue
    from .references import Pointer
    from .user_classes import UserClass
    from .values import Value
    from .waiting import Notice

    T = TypeVar("T")
else:
    Protocol = object


class Loop(Protocol):
    """A private asyncio loop on a thread of its own."""

    def run(self, work: Coroutine[Any, Any, T], timeout: float | None = None) -> T:
        """Runs *work* on the loop and waits for its result, at most *timeout* seconds.

        Raises whatever *work* raises, ``TimeoutError`` when the time is up (*work* is cancelled then).
        An interruption of the waiting thread cancels *work* too.
        """

    def run_here(self, work: Coroutine[Any, Any, T]) -> T:
        """Like :meth:`run` without a limit, but on the calling thread up to where *work* awaits anything."""

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Starts *work* and does not wait: for closing what nobody uses any more.

        ``RuntimeError`` when the loop has ended.
        """

    def cancel_pending(self, error: BaseException | None = None, thread: int | None = None) -> None:
        """Ends what :meth:`run` waits for, on every thread or on one; the waiting calls raise *error*."""


class OpenFile(Protocol):
    """A file that stays open until :meth:`close`, or until nothing refers to it any more. Raises ``OSError``."""

    def read(self, offset: int, count: int) -> bytes:
        """At most *count* bytes from *offset* on; fewer only at the end of the file."""

    def write(self, offset: int, data: bytes) -> None:
        """Writes *data* at *offset*."""

    def size(self) -> int:
        """The size of the file in bytes."""

    def resize(self, size: int) -> None:
        """Cuts the file, or fills it up with zeros."""

    def close(self) -> None:
        """Ends its use; a second time does nothing."""


class Files(Protocol):
    """The files of the machine, by absolute paths. Everything raises ``OSError``, and :class:`NotPermitted`."""

    rules: Rules
    """How paths of the system are written."""

    open_documents: dict[int, Any]
    """What the commands for documents have open, by the number that a script knows it by."""

    def stat(self, path: str, *, follow: bool = True) -> FileInfo | None:
        """What is at *path*, ``None`` when nothing is; of a link itself without *follow*."""

    def read(self, path: str) -> bytes:
        """The content of a file."""

    def write(self, path: str, data: bytes) -> None:
        """Makes *data* the whole content of a file, new or not: at no moment is there a part of it."""

    def create(self, path: str) -> bool:
        """Makes an empty file; ``False`` when there is something already."""

    def open(self, path: str, *, write: bool = False, create: bool = False) -> OpenFile:
        """Opens a file, to *write* too; then it is made where needed with *create*. One at a time may write."""

    def set_properties(self, path: str, *, writable: bool, modified: float | None) -> None:
        """Permits or forbids to change a file, and gives it a time, in seconds since 1970."""

    def volumes(self) -> list[str]:
        """The folders where volumes are, the root first."""

    def capacity(self, path: str) -> tuple[int, int, int]:
        """Of the volume of *path*: its size, what is used of it, and what is free, in bytes."""

    def list(self, path: str) -> list[tuple[str, bool]]:
        """The names in a folder, sorted, and whether each is a folder; a link is none."""

    def make_folder(self, path: str, *, parents: bool = False) -> None:
        """Makes a folder, with *parents* those above it too; ``FileExistsError`` when there is something already."""

    def delete(self, path: str) -> None:
        """Deletes a file or a link."""

    def delete_folder(self, path: str, *, contents: bool = False) -> None:
        """Deletes an empty folder, or any with *contents*; links in it are not followed."""

    def move(self, source: str, target: str) -> None:
        """Gives a file or folder another path; ``FileExistsError`` when there is something already."""

    def copy(self, source: str, target: str, *, overwrite: bool = False) -> None:
        """Copies a file or link; ``FileExistsError`` when there is something already, and no *overwrite*."""

    def link(self, target: str, path: str) -> None:
        """Makes a symbolic link at *path*."""

    def original(self, path: str) -> str:
        """The path with every link on it resolved."""

    def folder(self, name: str) -> str:
        """The path of a special folder, without a slash at the end; it need not exist. ``""`` when there is none.

        *name*: ``package``, ``resources``, ``data``, ``project``, ``sources``, ``logs``, ``temporary``, ``home``,
        ``desktop``, ``documents``, ``preferences`` (of 4D), ``user preferences``, ``all preferences``, ``system``,
        ``applications``, ``fonts``; and of files: ``structure`` (the project file), ``data file``, ``application``.
        """


class RunningProgram(Protocol):
    """A program that was started."""

    pid: int
    timed_out: bool

    @property
    def exit_code(self) -> int | None:
        """What it returned; ``None`` while it runs, and when it was ended."""

    def write(self, data: bytes) -> None:
        """Writes to its input."""

    def close_input(self) -> None:
        """Tells it that nothing more comes."""

    def terminate(self) -> None:
        """Ends it; a second time does nothing."""


class Host(Protocol):
    """The world, as far as a script may reach it. Texts use LF or CR as the script wrote them."""

    def say(self, text: str) -> None:
        """Shows a message to the user (``ALERT``)."""

    def confirm(self, message: str, ok: str, cancel: str) -> bool:
        """Asks a yes-or-no question; ``False`` is Cancel, and so is the end of the input."""

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str | None:
        """Asks for a text; ``None`` is Cancel, and so is the end of the input."""

    def warn(self, text: str) -> None:
        """Tells the person who runs the script (not its user) something: standard error."""

    def note(self, text: str) -> None:
        """Records *text* for whoever looks for the reason of something: nobody sees it without asking for it."""

    def now(self) -> datetime:
        """The current moment, aware, in the local time zone."""

    def ticks(self) -> float:
        """Seconds of a clock that never goes back."""

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """A connected, blocking TCP socket to the server that answers for *host* and *port*.

        *service* is what the caller is going to speak (``imap``, ``pop3``), for a host that plays the servers itself;
        without it the port tells, and mail is sent (``smtp``) on any that does not.
        Raises ``OSError`` (``socket.gaierror``, ``TimeoutError``, ``ConnectionRefusedError`` …) as sockets do.
        """

    def tls_context(self) -> ssl.SSLContext:
        """The client context that every TLS connection uses; it verifies the server's certificate and name."""

    def logs_folder(self) -> str:
        """The absolute path of the Logs folder, without a slash at the end. It need not exist yet."""

    def append_text(self, path: str, text: str) -> None:
        """Appends *text* (UTF-8) to the file at *path*; makes the file and its folders where needed."""

    def read_bytes(self, path: str) -> bytes:
        """The content of the file at *path*; raises ``OSError``."""

    def launch(
        self,
        command: str,
        sink: Callable[[str, bytes], None],
        *,
        folder: str | None = None,
        environment: Mapping[str, str] | None = None,
        timeout: float | None = None,
        linger: bool = True,
    ) -> RunningProgram:
        """Starts the program of a command line.

        *sink* is called, on other threads, with ``data`` and ``error`` and what the program writes, and with ``end``
        when it has ended. *environment* adds to that of this program. Without *linger* it ends with the host.
        Raises ``OSError``, ``ValueError`` for a command line with an open quote.
        """

    def machine(self) -> dict[str, Value]:
        """The machine, its system and its user, as ``System info`` returns them; at least ``machineName``,
        ``userName``, ``accountName`` and ``osLanguage``."""

    def activity(self) -> dict[str, Value]:
        """The running program, as ``Application info`` returns it: ``pid``, ``uptime``, ``cpuUsage``."""

    @property
    def files(self) -> Files:
        """The files of the machine."""

    @property
    def loop(self) -> Loop:
        """The loop that every connection of this interpreter lives on."""


class Process(Protocol):
    """A process, as commands see it; ``kind`` and ``state`` are numbers of 4D.

    ``held`` is what is in use as long as the process lives, whether or not a variable of it has it.
    """

    number: int
    name: str
    kind: int
    state: int
    visible: bool
    aborted: bool
    held: list[object]
    created: datetime

    @property
    def ident(self) -> int:
        """The number of its thread, 0 for the main process."""


class Processes(Protocol):
    """The processes of the program, from the point of view of the one that asks."""

    storage: Any

    @property
    def user_session(self) -> Any:
        """The session of the user, ``None`` before it is made."""

    def shared_session(self, made: Any) -> Any:
        """The session of the user: *made*, unless another process was faster."""

    def here(self) -> Process:
        """The process that runs."""

    def find(self, number: int) -> Process | None:
        """The process *number*, if it is alive."""

    def named(self, name: str) -> Process | None:
        """The first process of that name."""

    def all(self) -> Sequence[Process]:
        """The processes that are alive, by number."""

    def state(self, number: int) -> int:
        """The state of a process, alive or not."""

    def cpu_time(self, process: Any) -> float:
        """Seconds of the processor that a process took."""

    def start(self, method: str, name: str, parameters: Sequence[Value], kind: int) -> int:
        """Starts a process that runs a project method; returns its number."""

    def call_worker(self, target: str | int, code: Value, parameters: Sequence[Value]) -> None:
        """Posts a message to a worker."""

    def kill_worker(self, target: str | int | None) -> None:
        """Ends a worker after its current task; the one that runs without *target*."""

    def wait(
        self, notice: Notice, ready: Callable[[], bool], seconds: float | None = None, state: int = ...
    ) -> bool:
        """Waits for what *notice* tells of, until *ready* says so, at most that long."""

    def post(self, process: Any, function: Value, this: Value, arguments: tuple[Value, ...]) -> None:
        """Has a process call *function* on its own thread, as soon as it waits; for any thread."""

    def delay(self, number: int, seconds: float) -> None:
        """Delays a process."""

    def pause(self, number: int) -> None:
        """Suspends a process."""

    def resume(self, number: int) -> None:
        """Ends a pause or a delay."""

    def semaphore(self, name: str, seconds: float) -> bool:
        """Sets a semaphore; ``True`` if another process has it still after that time."""

    def has_semaphore(self, name: str) -> bool:
        """Whether a process has set it."""

    def clear_semaphore(self, name: str) -> None:
        """Clears a semaphore of this process."""

    def variables(self, number: int, name: str) -> dict[str, Value] | None:
        """Where a process has its variables, by their names in the code that runs; ``None`` without such a process."""


class Run(Protocol):
    """The running script, as a command sees it (its first parameter, named ``run``)."""

    host: Host

    @property
    def processes(self) -> Processes:
        """The processes of the program."""

    @property
    def storage(self) -> Any:
        """The shared object that Storage returns."""

    def class_like(self, user_class: UserClass) -> UserClass:
        """This process's own class of that name."""

    def keeps(self, value: Value) -> bool:
        """Whether a process gets *value* itself from another one, not a copy."""

    def own(self, value: Value) -> Value:
        """*value*, which another process had: code runs on the variables of this one."""

    def set_ok(self, value: int) -> None:
        """Sets the system variable ``OK``."""

    def set_document(self, path: str) -> None:
        """Sets the system variable ``Document``."""

    def call(self, function: Value, this: Value, arguments: Sequence[Value]) -> Value:
        """Calls a 4D function value with ``This`` bound to *this*."""

    def call_method(self, name: str, arguments: Sequence[Value]) -> Value:
        """Calls the project method *name*."""

    def evaluate(self, text: str, variables: dict[str, Value]) -> Value:
        """The value of the expression *text*; *variables* are its local variables, by name in lower case."""

    def execute(self, text: str, variables: dict[str, Value]) -> None:
        """Runs the lines *text* on local *variables*, which keep what is assigned to them."""

    def is_expression(self, text: str) -> bool:
        """Whether *text* is an expression; a statement is none."""

    def method_code(self, text: str, name: str) -> Callable[[Value, tuple[Value, ...]], Value]:
        """The code of the method *text*, which takes This and the arguments; an error of the language if it has any."""

    def problems(self, text: str, name: str) -> list[tuple[bool, str, int]]:
        """What is wrong with the method *text*: whether it is an error or a warning, the message, the line."""

    def normal_form(self, text: str, tokens: bool) -> tuple[str, str]:
        """The formula *text* as 4D spells it, with *tokens* if asked, and what is wrong with it."""

    def method_form(self, text: str) -> str:
        """The method *text* as 4D spells it; as it is where it is none."""

    def check_project(self, path: str) -> list[tuple[bool, str, str, str, int]]:
        """What is wrong in the project of the file *path*, or in the one at hand.

        Whether it is an error or a warning, the message, ``method`` or ``class``, its name, and the line.
        Raises :class:`LanguageError` where there is no project.
        """

    def has_method(self, name: str) -> bool:
        """Whether the project has a method *name*."""

    def user_class(self, name: str) -> UserClass | None:
        """The class *name* of the project, ``None`` when there is none."""

    def formula(self, text: str) -> FunctionValue:
        """The formula that *text* describes; an error of the language where it is none."""

    def error_method(self, scope: int) -> str:
        """The method that is called on errors: of this process (0) or of all (1); an empty text for none."""

    def set_error_method(self, name: str, scope: int) -> None:
        """Installs the method that is called on errors, or removes it."""

    def absorb(self, error: LanguageError) -> bool:
        """Gives *error* to the method that is called on errors; ``False`` when there is none that takes it."""

    def process_pointer(self, name: str) -> Pointer:
        """A pointer to the process or interprocess variable *name*, made when there is none, or to an element of it."""

    settings: dict[str, Any]
    """What commands keep from one call to the next, by a name of theirs."""

    shared: dict[str, Any]
    """What commands keep so for all processes of the program."""

    def set_asserts(self, enabled: bool) -> None:
        """Switches assertions on or off."""

    @property
    def asserts(self) -> bool:
        """Whether assertions are checked."""

    def abort(self) -> NoReturn:
        """Ends the run without an error."""

    def quit(self, *, restart: bool = False) -> NoReturn:
        """Ends the whole program without an error; with *restart* a project begins again."""

    def trace(self) -> None:
        """Stops the code at its next line, where there is somebody to look at it."""

    def call_chain(self) -> list[tuple[str, str, int]]:
        """The active calls, innermost first: kind (``projectMethod`` …), name, line."""

    deferred: list[LanguageError]
    """What was thrown to be raised when the method that threw it ends."""
    default_century: int
    """The first two digits of the years that two digits mean from the pivot year on (SET DEFAULT CENTURY)."""

    pivot_year: int
    """The first year of two digits that belongs to the default century; those below belong to the next."""

    def set_comparison_level(self, epsilon: float) -> None:
        """Makes reals equal to the operators that are not further apart than *epsilon*."""

    errors: list[dict[str, Value]]
    """The error stack that ``Last errors`` returns: objects with errCode, message, componentSignature."""


if TYPE_CHECKING:
    CommandFunction = Callable[..., Any]
