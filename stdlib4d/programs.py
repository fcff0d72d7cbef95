"""Other programs: LAUNCH EXTERNAL PROCESS, SET ENVIRONMENT VARIABLE and 4D.SystemWorker.

A command line is taken apart as a shell does with quotes, and nothing else of a shell is there. Starting a program
needs the permission ``programs``. The variables of the environment that a script sets are those of the programs that
it starts, not of this one.

Callbacks of a SystemWorker run in ``wait()`` of this worker or another one. ``This`` in them is the object with the
options.
"""

from __future__ import annotations

from queue import Empty, SimpleQueue

from .access import property_of
from .blobs import MAX_SIZE, Blob4D, bytes_of
from .errors import TYPE_MISMATCH, LanguageError
from .host import NotPermitted
from .references import Pointer, assign_through, dereference
from .registry import attribute, command, function
from .values import UNDEFINED, NativeObject, is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .host import Run, RunningProgram
    from .values import Value

#: The error of a program that cannot be started, as of a file that is not there.
NO_PROGRAM = -43
#: The error of one that ran longer than its timeout.
TIMED_OUT = -1712
#: Seconds after which a wait looks up, so that the limit of a run can end it.
_SLICE = 0.05
#: Variables that mean something to LAUNCH EXTERNAL PROCESS itself, for its next call.
_FOLDER, _BLOCKING, _CONSOLE = (
    "_4D_OPTION_CURRENT_DIRECTORY",
    "_4D_OPTION_BLOCKING_EXTERNAL_PROCESS",
    "_4D_OPTION_HIDE_CONSOLE",
)


def _environment(run: Run) -> dict[str, str]:
    made: dict[str, str] = run.settings.setdefault("environment", {})
    return made


@command("SET ENVIRONMENT VARIABLE", 812, "( varName : Text ; varValue : Text )")
def set_environment_variable(run: Run, name: str, value: str) -> None:
    """Sets a variable for the programs that are started; an empty value resets it (set-environment-variable.md)."""
    if not name or "=" in name or "\0" in name + value:
        raise LanguageError(
            TYPE_MISMATCH, f'SET ENVIRONMENT VARIABLE: varName: wanted the name of a variable, got "{name}"'
        )
    variables = _environment(run)
    if value:
        variables[name] = value
    elif name != _BLOCKING:
        variables.pop(name, None)


@command(
    "LAUNCH EXTERNAL PROCESS",
    811,
    "( fileName : Text {; inputStream : Variable, Text, Blob {; outputStream : Variable"
    " {; errorStream : Variable {; pid : Variable}}}} )",
)
def launch_external_process(run: Run, line: str, *streams: Value) -> None:
    """Starts a program, waits for its end unless told otherwise, and returns what it wrote.

    OK is 0 when it cannot be started. A variable for a number that comes last gets the number of the process
    (commands/launch-external-process.md).
    """
    given = list(streams)
    pid = given.pop() if given and _is_number(given[-1], len(given)) else None
    source, output, errors = (*given, None, None, None)[:3]
    variables = _environment(run)
    folder = variables.pop(_FOLDER, None)
    blocking = variables.pop(_BLOCKING, "true").lower() != "false"
    variables.pop(_CONSOLE, None)
    run.set_ok(0)
    queue: SimpleQueue[tuple[str, bytes]] = SimpleQueue()
    try:
        program = run.host.launch(
            line, lambda kind, data: queue.put((kind, data)), folder=folder, environment=variables
        )
    except (OSError, ValueError):
        return
    program.write(_bytes(source))
    program.close_input()
    if pid is not None:
        assign_through(pid, program.pid)
    if blocking:
        found = _until_end(program, queue)
        for variable, kind in ((output, "data"), (errors, "error")):
            if isinstance(variable, Pointer):
                _store(variable, found[kind])
    run.set_ok(1)


def _is_number(stream: Value, place: int) -> bool:
    """Whether the last argument is for the number of the process."""
    if not isinstance(stream, Pointer):
        return False
    held = dereference(stream)
    return place == 4 or held.__class__ is int or held.__class__ is float


def _bytes(source: Value) -> bytes:
    value = dereference(source) if isinstance(source, Pointer) else source
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return bytes_of(value) if isinstance(value, (bytes, Blob4D)) else b""


def _store(variable: Pointer, data: bytes) -> None:
    as_blob = dereference(variable).__class__ is bytes
    assign_through(variable, data if as_blob else data.decode("utf-8", "replace"))


def _until_end(program: RunningProgram, queue: SimpleQueue[tuple[str, bytes]]) -> dict[str, bytes]:
    parts: dict[str, list[bytes]] = {"data": [], "error": []}
    size = 0
    try:
        while True:
            try:
                kind, data = queue.get(timeout=_SLICE)
            except Empty:
                continue
            if kind == "end":
                return {kind: b"".join(found) for kind, found in parts.items()}
            size += len(data)
            if size > MAX_SIZE:
                raise LanguageError(
                    TYPE_MISMATCH, f"LAUNCH EXTERNAL PROCESS: the program writes more than {MAX_SIZE} bytes"
                )
            parts[kind].append(data)
    finally:
        # Whatever ends the wait early ends the program with it.
        program.terminate()


# ------------------------------------------------------------------ 4D.SystemWorker

if TYPE_CHECKING:
    Event = tuple["SystemWorker", str, bytes]


class Inbox:
    """What the workers of one run report, in its order; only the thread of the run reads it."""

    def __init__(self) -> None:
        self.queue: SimpleQueue[Event] = SimpleQueue()
        #: What is noted, and still to be told to callbacks.
        self.noted: list[Event] = []

    def collect(self, timeout: float = 0) -> None:
        """Takes note of what has come, waiting *timeout* seconds at most for the first report."""
        wait = timeout
        while True:
            try:
                event = self.queue.get(timeout=wait) if wait > 0 else self.queue.get_nowait()
            except Empty:
                return
            wait = 0
            event[0].note(event[1], event[2])
            self.noted.append(event)


class SystemWorker(NativeObject):
    """A program that runs beside the script (API/SystemWorkerClass.md)."""

    class_name = "SystemWorker"

    def __init__(self, run: Run, line: str, options: Value) -> None:
        self._line = line
        self._options = options
        self._inbox: Inbox = run.settings.setdefault("system workers", Inbox())
        self._out: list[bytes] = []
        self._err: list[bytes] = []
        self._size = 0
        self._done = False
        self._errors: list[Value] = []
        self._timeout = _option(options, "timeout", (int, float))
        self._hidden = _option(options, "hideWindow", (bool,)) is not False
        self._type = "blob" if _option(options, "dataType", (str,)) == "blob" else "text"
        self._encoding = _option(options, "encoding", (str,)) or "UTF-8"
        folder = _option(options, "currentDirectory", (NativeObject,))
        if folder is not None and not is_instance(folder, "Folder"):
            raise LanguageError(
                TYPE_MISMATCH,
                f"4D.SystemWorker.new: currentDirectory: wanted 4D.Folder, got {type_name(folder)}",
            )
        self._folder = folder
        self._program = run.host.launch(
            line,
            lambda kind, data: self._inbox.queue.put((self, kind, data)),
            folder=None if folder is None else folder.disk,
            environment=_variables(run, options),
            timeout=self._timeout,
            linger=False,
        )

    @staticmethod
    @command("4D.SystemWorker.new", 0, "( commandLine : Text {; options : Object} ) : 4D.SystemWorker")
    def constructor(run: Run, line: str, options: Value = None) -> SystemWorker:
        """Starts a program; an error when it cannot be started, and Null where the script goes on after it."""
        try:
            return SystemWorker(run, line, options)
        except NotPermitted:
            raise
        except (OSError, ValueError) as problem:
            text = getattr(problem, "strerror", None) or str(problem)
            raise LanguageError(NO_PROGRAM, f"4D.SystemWorker.new: {line}: {text}") from None

    # -------------------------------------------------------------- what it is

    @attribute("commandLine", "Text")
    def _command_line(self) -> str:
        """The command line."""
        return self._line

    @attribute("currentDirectory", "4D.Folder")
    def _current_directory(self) -> Value:
        """The folder it runs in."""
        return self._folder

    @attribute("dataType", "Text")
    def _data_type(self) -> str:
        """Whether the response is a text or a blob."""
        return self._type

    @attribute("encoding", "Text")
    def _encoding_name(self) -> Value:
        """The character set of the response; of a blob, undefined."""
        return self._encoding if self._type == "text" else UNDEFINED

    def _hide(self, value: Value) -> None:
        self._hidden = value is True

    @attribute("hideWindow", "Boolean", _hide)
    def _hide_window(self) -> bool:
        """Whether its window is hidden, on Windows."""
        return self._hidden

    @attribute("pid", "Integer")
    def _pid(self) -> int:
        """The number that the system knows it by."""
        return self._program.pid

    @attribute("timeout", "Integer")
    def _timeout_value(self) -> Value:
        """The seconds after which it is ended; undefined when there is no limit."""
        return UNDEFINED if self._timeout is None else self._timeout

    # -------------------------------------------------------------- what came of it

    @attribute("terminated", "Boolean")
    def _terminated(self) -> bool:
        """Whether it has ended."""
        self._inbox.collect()
        return self._done

    @attribute("exitCode", "Integer")
    def _exit_code(self) -> Value:
        """What it returned; undefined while it runs, or when it was ended."""
        self._inbox.collect()
        code = self._program.exit_code if self._done else None
        return UNDEFINED if code is None else code

    @attribute("response", "Text, Blob")
    def _response(self) -> Value:
        """All that it wrote, once it has ended."""
        self._inbox.collect()
        return self._content(self._out) if self._done else UNDEFINED

    @attribute("responseError", "Text")
    def _response_error(self) -> Value:
        """All that it wrote as errors, once it has ended."""
        self._inbox.collect()
        return _decoded(b"".join(self._err), self._encoding) if self._done else UNDEFINED

    @attribute("errors", "Collection")
    def _error_list(self) -> Value:
        """The errors of its execution; undefined when there is none."""
        self._inbox.collect()
        return self._errors or UNDEFINED

    # -------------------------------------------------------------- what is done with it

    @function("postMessage", "( message : Text, Blob )")
    def post_message(self, message: Value) -> None:
        """Writes to its input (.postMessage())."""
        self._program.write(_bytes(message))

    @function("closeInput", "()")
    def close_input(self) -> None:
        """Tells it that nothing more comes (.closeInput())."""
        self._program.close_input()

    @function("terminate", "()")
    def terminate(self) -> None:
        """Ends it, and a wait for it (.terminate())."""
        self._program.terminate()

    @function("wait", "( {timeout : Real} ) : 4D.SystemWorker")
    def wait(self, run: Run, timeout: float | None = None) -> SystemWorker:
        """Waits until it has ended and its callbacks have run, or for some seconds (.wait())."""
        end = None if timeout is None else run.host.ticks() + timeout
        while True:
            self._inbox.collect()
            while self._inbox.noted:
                worker, kind, data = self._inbox.noted.pop(0)
                worker.tell(run, kind, data)
            left = _SLICE if end is None else min(_SLICE, end - run.host.ticks())
            if self._done or left <= 0:
                return self
            self._inbox.collect(left)

    def note(self, kind: str, data: bytes) -> None:
        """Keeps what has come."""
        if kind == "end":
            self._done = True
            if self._program.timed_out:
                message = f"the program ran longer than {self._timeout:g} s"
                self._errors.append(
                    {"errorCode": TIMED_OUT, "message": message, "componentSignature": "4DRT"}
                )
            return
        (self._out if kind == "data" else self._err).append(data)
        self._size += len(data)
        if self._size > MAX_SIZE:
            self._program.terminate()

    def tell(self, run: Run, kind: str, data: bytes) -> None:
        """Calls back for what has come."""
        if kind == "data":
            self._call_back(run, "onData", {"type": "data", "data": self._content([data])})
        elif kind == "error":
            self._call_back(run, "onDataError", {"type": "error", "data": _decoded(data, self._encoding)})
        else:
            if self._errors:
                self._call_back(run, "onError", {"type": "error"})
            else:
                self._call_back(run, "onResponse", {"type": "response"})
            self._call_back(run, "onTerminate", {"type": "termination"})

    def _call_back(self, run: Run, name: str, info: dict[str, Any]) -> None:
        callback = UNDEFINED if self._options is None else property_of(self._options, name)
        if callback is not UNDEFINED and callback is not None:
            run.call(callback, self._options, (self, info))

    def _content(self, parts: list[bytes]) -> Value:
        data = b"".join(parts)
        return Blob4D(data) if self._type == "blob" else _decoded(data, self._encoding)


def _decoded(data: bytes, encoding: str) -> str:
    from .files.charset import decoded, find

    codec, _ = find("4D.SystemWorker", encoding)
    return decoded(data, codec) if codec.startswith("utf") else data.decode(codec, "replace")


def _option(options: Value, name: str, kinds: tuple[type, ...]) -> Value:
    """The option *name* when it is of one of *kinds*, else ``None``."""
    value = UNDEFINED if options is None else property_of(options, name)
    return value if isinstance(value, kinds) else None


def _variables(run: Run, options: Value) -> dict[str, str]:
    from .conversion import string

    own = _option(options, "variables", (dict,)) or {}
    return {**_environment(run), **{name: string(run, value) for name, value in own.items()}}
