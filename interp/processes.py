"""The processes of a program: threads, each with a session of its own, and what they share.

The program that runs the script is process 1, the main process; it is a worker, as 4D's is. Every other process is
a thread. A process ends by itself, by an error that nothing catches (which is reported, and ends no other process)
or because all are stopped: at the end of the program, at its time limit. 4D asks processes to abort then,
wakes those that wait, and gives them 13 seconds (commands/on-exit-database-method.md); so does this.
"""

from __future__ import annotations

import threading
import time
from _thread import allocate_lock, get_ident
from collections import deque
from itertools import count

from stdlib4d.errors import METHOD_MISSING, Aborted, LanguageError, LimitExceeded
from stdlib4d.process_states import (
    ABORTED,
    DELAYED,
    DOES_NOT_EXIST,
    EXECUTING,
    MAIN_PROCESS,
    PAUSED,
    WAITING_FOR_EVENT,
    WAITING_FOR_FLAG,
    WORKER_PROCESS,
)
from stdlib4d.shared import StorageObject
from stdlib4d.values import UNDEFINED
from stdlib4d.waiting import Lock, Notice, wake

from .errors import ScriptError, script_error
from .threads import inject, start, take_back

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from stdlib4d.values import Value

    from .session import Session

    #: Code, a method by its name or a function, with what it is called with.
    Call = tuple[Value, ...]
    #: A function, its This, its arguments.
    Posted = tuple[Value, Value, tuple[Value, ...]]

#: More processes than these are refused: a slip in a script must not take the machine.
MAX_PROCESSES = 256
#: Calls that wait for a process which never waits itself; older ones are lost.
MOST_POSTED = 10_000
#: 4D has no number for it in the reference.
TOO_MANY = -10725
#: Seconds that processes get to end.
PARTING = 13.0
#: Seconds after which one that has not ended is asked again.
ASKING = 0.05
#: Bytes of the stack of a thread: methods may call each other as deep as in the main process.
STACK = 16 * 2**20
MAIN = 1


class Process:
    """One process. ``kind`` is what 4D calls the type of a process, ``state`` its state; both are numbers of 4D."""

    def __init__(self, number: int, name: str, kind: int, session: Session, created: datetime) -> None:
        self.number = number
        self.name = name
        self.kind = kind
        self.session = session
        self.created = created
        self.state = EXECUTING
        self.visible = True
        self.thread: threading.Thread | None = None
        #: Whether it has begun, is about to be aborted, and has done all that it will.
        self.begun = False
        self.aborted = False
        self.over = False
        self.ending = allocate_lock()
        #: PAUSE PROCESS and DELAY PROCESS: the latter until this moment.
        self.paused = False
        self.until = 0.0
        self.resumed = Notice()
        #: Calls for it to make when it waits, what it waits for, and what is in use as long as it lives.
        self.posted: deque[Posted] = deque(maxlen=MOST_POSTED)
        self.waits_for: Notice | None = None
        self.held: list[object] = []
        self.mailbox: Mailbox | None = None
        #: Whether it ends once its current task does.
        self.killed = False

    @property
    def ident(self) -> int:
        """The thread, as Python numbers it; 0 for the main process."""
        return (self.thread.ident or 0) if self.thread is not None else 0


class Mailbox:
    """The messages of a worker, which outlive its process, and the method that it was started with."""

    def __init__(self, name: str) -> None:
        self.name = name
        #: Calls, each with the process that it is for: another one may have taken its place meanwhile.
        self.messages: deque[tuple[Process, Call]] = deque()
        self.arrived = Notice()
        self.process: Process | None = None
        self.startup = ""


class Processes:
    """What the processes of a program share; made for the first command that needs it."""

    def __init__(self, session: Session) -> None:
        self._host = session.host
        self._numbers = count(MAIN + 1)
        self._last = MAIN
        self.main = Process(MAIN, "Main process", MAIN_PROCESS, session, session.host.now())
        self.main.mailbox = Mailbox(self.main.name)
        self.main.mailbox.process = self.main
        self._alive: dict[int, Process] = {MAIN: self.main}
        self._threads: dict[int, Process] = {}
        self._workers: dict[str, Mailbox] = {}
        self._hiring = Lock()
        self._ended = Notice()
        self._stopping = False
        #: Names of semaphores to the process that set each, and what is told when one is cleared.
        self._semaphores: dict[str, Process] = {}
        self._cleared = Notice()
        self._queues: dict[str, list[object]] = {}
        self.storage = StorageObject()
        self._user_session: dict[str, Value] = {}
        #: The errors that ended a process, or a task of a worker.
        self.failures: list[ScriptError] = []

    # -------------------------------------------------------------- who is there

    def here(self) -> Process:
        """The process of this thread."""
        return self._threads.get(get_ident(), self.main)

    def session_here(self) -> Session:
        """Its session."""
        return self.here().session

    def find(self, number: int) -> Process | None:
        """The process *number*, if it is alive."""
        return self._alive.get(number)

    def named(self, name: str) -> Process | None:
        """The first process of that name; names are case-sensitive."""
        return next((process for process in self.all() if process.name == name), None)

    def all(self) -> list[Process]:
        """The processes that are alive, by number."""
        return sorted(self._alive.values(), key=lambda process: process.number)

    def state(self, number: int) -> int:
        """The state of the process *number*; one that has ended is aborted as long as a later one is alive."""
        process = self._alive.get(number)
        if process is not None:
            return process.state
        return ABORTED if 1 <= number <= max(self._alive) else DOES_NOT_EXIST

    def cpu_time(self, process: Process) -> float:
        """Seconds of the processor that it took, as far as this machine counts them for a thread."""
        clock = getattr(time, "pthread_getcpuclockid", None)
        thread = process.ident or threading.main_thread().ident
        if clock is None or thread is None or process.over:
            return 0.0
        try:
            return time.clock_gettime(clock(thread))
        except OSError:
            return 0.0

    # -------------------------------------------------------------- starting

    def start(self, method: str, name: str, parameters: Sequence[Value], kind: int) -> int:
        """Starts a process that runs a project method; returns its number."""
        session = self.session_here()
        if not session.project.has(method):
            raise LanguageError(
                METHOD_MISSING,
                f"there is no method {method}",
                hint=f"put {method}.4dm beside the script",
                result=0,
            )
        process = self._new(name, kind)
        call = self._handed_over(process, (method, *parameters))
        self._begin(process, lambda: self._perform(process, call))
        return process.number

    def _new(self, name: str, kind: int) -> Process:
        if self._stopping:
            raise Aborted
        if len(self._alive) >= MAX_PROCESSES:
            raise LanguageError(
                TOO_MANY,
                f"there are {MAX_PROCESSES} processes already",
                hint="does one of them end?",
                result=0,
            )
        session = self.session_here().fork()
        self._last = next(self._numbers)
        return Process(self._last, name, kind, session, self._host.now())

    def _handed_over(self, process: Process, call: Call) -> Call:
        """A call as another process gets it: its values are copies, save what is shared."""
        return call if process is self.here() else self._copied(process, call)

    @staticmethod
    def _copied(process: Process, call: Call) -> Call:
        from stdlib4d.copying import Copying

        copying = Copying(receiver=process.session)
        return tuple(copying.copied(value) for value in call)

    def _begin(self, process: Process, work: Callable[[], object]) -> None:
        def live() -> None:
            try:
                self._threads[get_ident()] = process
                process.begun = True
                if not process.aborted:
                    work()
            except Aborted:
                return
            except LimitExceeded as stopped:
                self._report(process, script_error(stopped, process.session.codes))
            finally:
                while not process.over:
                    try:
                        _seal(process)
                    except (Aborted, LimitExceeded):
                        continue
                self._leave(process)

        self._alive[process.number] = process
        process.thread = threading.Thread(target=live, name=f"4D process {process.number}", daemon=True)
        try:
            start(process.thread, STACK)
        except BaseException as problem:
            if not process.thread.is_alive():
                self._alive.pop(process.number, None)
            if isinstance(problem, RuntimeError):
                raise LanguageError(
                    TOO_MANY, "the machine has no room for another process", result=0
                ) from None
            raise

    def _perform(self, process: Process, call: Call) -> None:
        """Runs a call in its process; an error that nothing catches is reported."""
        session = process.session
        code, *parameters = call
        session.errors = []
        try:
            if session.time_limit is None:
                session.perform(session.call, code, UNDEFINED, parameters)
            else:
                from .units import deeper
                from .watchdog import Watchdog

                with deeper(), Watchdog(session.time_limit, self._host.loop):
                    session.perform(session.call, code, UNDEFINED, parameters)
        except ScriptError as error:
            self._report(process, error)

    def _report(self, process: Process, error: ScriptError) -> None:
        self.failures.append(error)
        name = f" ({process.name})" if process.name else ""
        self._host.warn(f"process {process.number}{name}: {error.render()}")

    def _leave(self, process: Process) -> None:
        """The end of a process: nothing of it stays but the messages of a worker."""
        for name in [name for name, owner in self._semaphores.items() if owner is process]:
            self._semaphores.pop(name, None)
        self._cleared.tell()
        process.held.clear()
        process.session.forget()
        self._threads.pop(get_ident(), None)
        self._alive.pop(process.number, None)
        if process.mailbox is not None:
            self._succeed(process.mailbox)
        self._ended.tell()

    def _succeed(self, mailbox: Mailbox) -> None:
        """A worker has ended: with messages left, it gets a new process."""
        self._hiring.take()
        try:
            mailbox.process = None
            if mailbox.messages and not self._stopping:
                self._hire(mailbox)
        except LanguageError as error:
            self._host.warn(f"worker {mailbox.name}: {error.message}")
        finally:
            self._hiring.release()

    # -------------------------------------------------------------- workers

    def call_worker(self, target: str | int, code: Value, parameters: Sequence[Value]) -> None:
        """Posts a message to a worker, by its name, which makes it where needed, or by its number."""
        here = self.here()
        if isinstance(code, str) and code and not here.session.project.has(code):
            raise LanguageError(
                METHOD_MISSING, f"there is no method {code}", hint=f"put {code}.4dm beside the script"
            )
        mailbox = self._mailbox(target, make=True)
        if mailbox is None or (here.killed and mailbox is here.mailbox):
            return
        self._hiring.take()
        try:
            if code == "":
                code = mailbox.startup
            elif mailbox.process is None and not mailbox.startup and isinstance(code, str):
                mailbox.startup = code
            if code != "":
                process = mailbox.process or self._hire(mailbox)
                mailbox.messages.append((process, self._handed_over(process, (code, *parameters))))
                mailbox.arrived.tell()
        finally:
            self._hiring.release()

    def kill_worker(self, target: str | int | None) -> None:
        """Empties the mailbox of a worker and ends it after its current task; this one without *target*."""
        mailbox = self.here().mailbox if target is None else self._mailbox(target, make=False)
        if mailbox is None:
            return
        mailbox.messages.clear()
        process = mailbox.process
        if process is not None and process is not self.main:
            process.killed = True
            mailbox.arrived.tell()

    def _mailbox(self, target: str | int, *, make: bool) -> Mailbox | None:
        if isinstance(target, str):
            if target == self.main.name:
                return self.main.mailbox
            if make:
                return self._workers.setdefault(target, Mailbox(target))
            return self._workers.get(target)
        process = self.find(target)
        return None if process is None else process.mailbox

    def _hire(self, mailbox: Mailbox) -> Process:
        """Starts the process of a worker."""
        process = self._new(mailbox.name, WORKER_PROCESS)
        process.mailbox = mailbox
        mailbox.process = process

        def ready() -> bool:
            return bool(mailbox.messages) or process.killed

        def work() -> None:
            while not process.killed:
                self.wait(mailbox.arrived, ready, None, WAITING_FOR_EVENT)
                if not process.killed:
                    self._serve(process, mailbox)

        self._begin(process, work)
        return process

    def _serve(self, process: Process, mailbox: Mailbox) -> None:
        meant, call = mailbox.messages.popleft()
        self._perform(process, call if meant is process else self._copied(process, call))

    def serve_main(self) -> None:
        """Runs what others have asked the main process to do; for when it has nothing else to do."""
        mailbox = self.main.mailbox
        while mailbox is not None and mailbox.messages:
            try:
                self._serve(self.main, mailbox)
            except Aborted:
                return

    # -------------------------------------------------------------- waiting

    def wait(
        self,
        notice: Notice,
        ready: Callable[[], bool],
        seconds: float | None = None,
        state: int = WAITING_FOR_FLAG,
    ) -> bool:
        """Waits until *ready* says so, at most that long; returns what it says last."""
        process, ticks = self.here(), self._host.ticks
        deadline = None if seconds is None else ticks() + seconds
        process.state, former = state, process.state
        process.waits_for, before = notice, process.waits_for

        def look() -> bool:
            self._attend(process)
            return ready()

        try:
            result = notice.wait(look, deadline, ticks)
        finally:
            process.state, process.waits_for = former, before
        self._rest(process)
        return result

    def post(self, process: Process, function: Value, this: Value, arguments: tuple[Value, ...]) -> None:
        """Has a process call *function* on its own thread, as soon as it waits; for any thread."""
        process.posted.append((function, this, arguments))
        notice = process.waits_for
        if notice is not None:
            notice.tell()

    def _attend(self, process: Process) -> None:
        """Makes the calls that were posted; an error that nothing catches is reported."""
        while process.posted:
            function, this, arguments = process.posted.popleft()
            # A call may delay the process, too.
            until, process.until = process.until, 0.0
            try:
                process.session.call(function, this, arguments)
            except LanguageError as problem:
                self._report(process, script_error(problem, process.session.codes))
            finally:
                process.until = until

    def delay(self, number: int, seconds: float) -> None:
        """Delays a process; 0 ends a delay."""
        process = self.find(number)
        if process is not None:
            process.until = self._host.ticks() + seconds if seconds > 0 else 0.0
            self._hold(process)

    def pause(self, number: int) -> None:
        """Suspends a process until it is resumed; never the main process."""
        process = self.find(number)
        if process is not None and process is not self.main:
            process.paused = True
            self._hold(process)

    def resume(self, number: int) -> None:
        """Ends a pause or a delay."""
        process = self.find(number)
        if process is not None:
            process.paused, process.until = False, 0.0
            process.resumed.tell()

    def _hold(self, process: Process) -> None:
        """Lets a process see that it is to rest: this one at once, another one at its next command or method."""
        process.resumed.tell()
        if process is self.here():
            self._rest(process)
        elif process.state == EXECUTING:
            _before_next_call(process.session.globals, lambda: self._rest(process))

    def _rest(self, process: Process) -> None:
        """Waits while the process is paused or delayed."""
        ticks = self._host.ticks
        while process.paused or process.until > ticks():
            paused, until = process.paused, process.until
            process.state, former = (PAUSED if paused else DELAYED), process.state
            process.waits_for, before = process.resumed, process.waits_for

            def look(paused: bool = paused, until: float = until) -> bool:
                if not paused:
                    self._attend(process)
                return (process.paused, process.until) != (paused, until)

            try:
                process.resumed.wait(look, None if paused else until, ticks)
            finally:
                process.state, process.waits_for = former, before

    # -------------------------------------------------------------- semaphores

    def semaphore(self, name: str, seconds: float) -> bool:
        """Sets a semaphore and returns ``False``; ``True`` if another process still has it after that time."""
        process = self.here()
        if self._semaphores.get(name) is process:
            return False
        turn = object()
        queue = self._queues.setdefault(name, [])
        queue.append(turn)

        def ready() -> bool:
            return queue[0] is turn and self._semaphores.setdefault(name, process) is process

        try:
            return not (ready() or (seconds > 0 and self.wait(self._cleared, ready, seconds)))
        finally:
            queue.remove(turn)
            if queue:
                self._cleared.tell()

    def has_semaphore(self, name: str) -> bool:
        """Whether a process has set it."""
        return name in self._semaphores

    def clear_semaphore(self, name: str) -> None:
        """Clears a semaphore that this process has set."""
        if self._semaphores.get(name) is self.here():
            del self._semaphores[name]
            self._cleared.tell()

    # -------------------------------------------------------------- variables of others

    def variables(self, number: int, name: str) -> dict[str, Value] | None:
        """Where a process has the variable *name* of the generated code; ``None`` when it does not exist."""
        process = self.find(number)
        return None if process is None else process.session.variables(name)

    @property
    def user_session(self) -> Value:
        """The session of the user, ``None`` before it is made."""
        return self._user_session.get("")

    def shared_session(self, made: Value) -> Value:
        """The session of the user: *made*, unless another process was faster."""
        return self._user_session.setdefault("", made)

    # -------------------------------------------------------------- the end

    def stop(self) -> None:
        """Ends all processes but the main one, and waits for them; then others may be started."""
        self._stopping = True
        try:
            deadline = self._host.ticks() + PARTING
            while others := self._others():
                for process in others:
                    self._abort(process)
                now = self._host.ticks()
                if now >= deadline:
                    return
                self._ended.wait(lambda: not self._others(), min(deadline, now + ASKING), self._host.ticks)
        finally:
            self._workers.clear()
            if self.main.mailbox is not None:
                self.main.mailbox.messages.clear()
            self._stopping = False

    def _others(self) -> list[Process]:
        """The processes whose thread is still there, but for this one."""
        me = threading.current_thread()
        for process in self.all():
            if process.over and process.thread is not None and process.thread is not me:
                process.thread.join(ASKING)
        return [
            process
            for process in self.all()
            if process.thread is not None and process.thread is not me and process.thread.is_alive()
        ]

    def _abort(self, process: Process) -> None:
        process.aborted = True
        with process.ending:
            if process.over or not process.begun:
                return
            inject(process.ident, Aborted)
        self._host.loop.cancel_pending(Aborted(), process.ident)
        wake(process.ident)

    def forget(self) -> None:
        """Lets go of what the processes shared."""
        self.main.held.clear()
        self.main.posted.clear()
        self.storage = StorageObject()
        self._user_session.clear()


def _seal(process: Process) -> None:
    """From now on nothing stops this thread, which has only to tidy up."""
    with process.ending:
        process.over = True
        if process.aborted:
            take_back()


def _before_next_call(variables: dict[str, Value], rest: Callable[[], None]) -> None:
    """Makes the code that runs on these globals call *rest* before its next command, method or function.

    CPython has no way to suspend another thread; but code finds what it calls in its globals each time.
    """
    held: dict[str, Value] = {}

    def through(function: Callable[..., Value]) -> Callable[..., Value]:
        def call(*arguments: Value) -> Value:
            for name, replaced in held.items():
                if variables.get(name) is replaced:
                    variables[name] = former[name]
            rest()
            return function(*arguments)

        return call

    former = {
        name: function
        for name, function in list(variables.items())
        if name.startswith(("c.", "m.")) or name == ".call_member"
    }
    held.update({name: through(function) for name, function in former.items()})
    variables.update(held)
