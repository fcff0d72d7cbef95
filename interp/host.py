"""What a script may do to the world, and the host that does it on this machine.

Nothing is imported at the top that a script which only computes does not need: importing ``socket`` and
``ssl`` takes longer than running it.
"""

from __future__ import annotations

import os
import sys
import time
from errno import EINVAL

from stdlib4d.errors import NotPermitted

from .loop import EventLoopThread
from .terminal import visible, with_line_breaks, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from typing import TextIO

    from stdlib4d.values import Value

    from .files import LocalFiles
    from .programs import LocalProgram

#: The lines that answer a question with its OK button, besides the button's own title.
YES = frozenset(("", "y", "yes", "ok", "1", "true"))


#: The effects that permissions are for, in their order.
_EFFECTS = ("dial", "read", "write", "ask", "programs")


class Permissions:
    """The effects a script may have; a frozen value. Printing and computing need none.

    Parameters
    ----------
    dial: connect to a server on the network.
    read: read a file.
    write: write a file, the logs included.
    ask: put a question to the user (``CONFIRM``, ``Request``): reads standard input or the answers given.
    programs: start other programs (``LAUNCH EXTERNAL PROCESS``), which may do whatever their user may.
    """

    __slots__ = ("ask", "dial", "programs", "read", "write")

    ask: bool
    dial: bool
    programs: bool
    read: bool
    write: bool

    def __init__(
        self,
        *,
        dial: bool = False,
        read: bool = False,
        write: bool = False,
        ask: bool = False,
        programs: bool = False,
    ) -> None:
        for name, value in zip(_EFFECTS, (dial, read, write, ask, programs), strict=True):
            object.__setattr__(self, name, bool(value))

    @classmethod
    def all(cls) -> Permissions:
        """Every effect is permitted."""
        return cls(dial=True, read=True, write=True, ask=True, programs=True)

    @classmethod
    def none(cls) -> Permissions:
        """No effect is permitted."""
        return cls()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Permissions cannot be changed: make new ones")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("Permissions cannot be changed: make new ones")

    def _key(self) -> tuple[bool, ...]:
        return tuple(getattr(self, name) for name in _EFFECTS)

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Permissions) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        given = [f"{name}=True" for name in _EFFECTS if getattr(self, name)]
        return f"Permissions({', '.join(given)})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_permissions, self._key())


def _permissions(*given: bool) -> Permissions:
    return Permissions(**dict(zip(_EFFECTS, given, strict=True)))


class LocalHost:
    """The :class:`stdlib4d.host.Host` of this machine.

    Parameters
    ----------
    permissions: what is allowed; anything else raises :class:`stdlib4d.host.NotPermitted`.
    ca_file: path of a PEM file with certificate authorities to trust besides those of the system.
    logs: the Logs folder; by default ``Logs`` in the current folder.
    package: the folder that ``/PACKAGE`` and relative paths mean; the current folder by default.
    output: where messages go; standard output by default.
    answers: the answers to questions, one line each; standard input by default. Pass ``()`` when standard
        input was the script itself: then every question is cancelled.
    paths: the notation of paths of the system: ``posix``, ``windows`` or ``macos``.
    places: other folders and files in place of those in the package: see :class:`interp.files.LocalFiles`.
    verbose: whether notes are shown, on standard error: which commands found no interface to work on.
    """

    def __init__(
        self,
        permissions: Permissions,
        *,
        ca_file: str | None = None,
        logs: str = "Logs",
        package: str = "",
        output: TextIO | None = None,
        answers: Iterable[str] | None = None,
        verbose: bool = False,
        paths: str = "posix",
        places: Mapping[str, str] | None = None,
    ) -> None:
        self.permissions = permissions
        self._ca_file = ca_file
        self._logs = os.path.abspath(logs)  # noqa: PTH100 - importing pathlib takes longer than most scripts
        self._package = os.path.abspath(package)  # noqa: PTH100
        self._files: LocalFiles | None = None
        self._output = output
        self._verbose = verbose
        self._paths = paths
        self._places = places
        self._started = time.monotonic()
        self._answers: Iterator[str] | None = None if answers is None else iter(answers)
        self._loop = EventLoopThread()
        self._tls: ssl.SSLContext | None = None
        self._programs: list[LocalProgram] = []

    @property
    def loop(self) -> EventLoopThread:
        """The loop that every connection of this interpreter lives on."""
        return self._loop

    @property
    def files(self) -> LocalFiles:
        """The files of this machine; reading and writing them need their permissions."""
        if self._files is None:
            from .files import LocalFiles

            self._files = LocalFiles(
                self._require,
                lambda name: bool(getattr(self.permissions, name)),
                self._package,
                self._logs,
                self._paths,
                self._places,
            )
        return self._files

    def close(self) -> None:
        """Ends the loop and with it every connection, and the programs of workers; closes open documents."""
        for program in self._programs:
            program.terminate()
        self._loop.close()
        if self._files is not None:
            self._files.close()

    def say(self, text: str) -> None:
        """Prints *text* and a line break; controls are spelled out on a terminal only."""
        stream = self._output or sys.stdout
        if stream is None:
            # Closed by whoever started the program: nobody listens.
            return
        text = with_line_breaks(text)
        write(stream, (visible(text) if stream.isatty() else text) + "\n")

    def warn(self, text: str) -> None:
        """Prints *text* and a line break on standard error, after what was said before it."""
        self._tell(visible(with_line_breaks(text)) + "\n")

    def note(self, text: str) -> None:
        """Prints *text* on standard error, when the host is a verbose one."""
        if self._verbose:
            self.warn(text)

    def confirm(self, message: str, ok: str, cancel: str) -> bool:
        """Asks on a terminal, else takes the next answer.

        ``y``, ``yes``, ``ok``, ``1``, ``true``, the title *ok* (in any case) and an empty line are OK, as
        Enter presses the default button in 4D; anything else, the title *cancel* and the end of the input are
        Cancel.
        """
        self._require("ask", "CONFIRM")
        ok, cancel = ok or "OK", cancel or "Cancel"
        answer = self._answer(message, f"[{ok}/{cancel}]")
        if answer is None:
            return False
        word = answer.strip().casefold()
        return word == ok.casefold() or (word in YES and word != cancel.casefold())

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str | None:
        """Asks on a terminal, else takes the next answer; an empty line takes *default*.

        The end of the input (Ctrl-D on a terminal) is Cancel.
        """
        # A line of text has no buttons.
        del ok, cancel
        self._require("ask", "Request")
        answer = self._answer(message, f"[{default}]" if default else "")
        return default if answer == "" else answer

    def now(self) -> datetime:
        """The current moment, aware, in the local time zone."""
        from datetime import datetime

        return datetime.now().astimezone()

    def ticks(self) -> float:
        """Seconds of a clock that never goes back."""
        return time.monotonic()

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """A connected, blocking TCP socket; *timeout* seconds cover the look-up of the name too.

        Every address of *host* is tried in the system's order, each with its share of the time that is left.
        Must not be called on the loop's thread. Raises ``OSError`` (``socket.gaierror``, ``TimeoutError`` …).
        """
        # The network asks for nothing but the port.
        del service
        self._require("dial", f"connecting to {host}:{port}")
        from .dial import connect

        return self.loop.run(connect(host, port, timeout), timeout)

    def tls_context(self) -> ssl.SSLContext:
        """Verifies certificate and name, TLS 1.2 or later; made once, as reading the authorities takes 20 ms.

        Trusts the system's authorities (``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` stand in for them where set)
        and those of *ca_file*; raises ``OSError`` when that file cannot be read or holds no certificate.
        """
        if self._tls is None:
            import ssl

            context = ssl.create_default_context()
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            if self._ca_file is not None:
                _trust(context, self._ca_file)
            self._tls = context
        return self._tls

    def logs_folder(self) -> str:
        """The absolute path of the Logs folder, without a slash at the end. It need not exist yet."""
        return self._logs

    def append_text(self, path: str, text: str) -> None:
        """Appends *text* as UTF-8, byte for byte; makes the file and its folders. Raises ``OSError``."""
        self._require("write", f"writing {path}")
        from pathlib import Path

        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("ab") as file:
            file.write(text.encode("utf-8", "replace"))

    def read_bytes(self, path: str) -> bytes:
        """The content of the file at *path*; raises ``OSError``."""
        return self.files.read(path)

    def launch(
        self,
        command: str,
        sink: Callable[[str, bytes], None],
        *,
        folder: str | None = None,
        environment: Mapping[str, str] | None = None,
        timeout: float | None = None,
        linger: bool = True,
    ) -> LocalProgram:
        """Starts the program of a command line; see :meth:`stdlib4d.host.Host.launch`."""
        self._require("programs", f"starting {command.partition(' ')[0]}")
        from .programs import LocalProgram

        program = LocalProgram(command, sink, folder, environment or {}, timeout)
        if not linger:
            self._programs.append(program)
        return program

    def machine(self) -> dict[str, Value]:
        """The machine, its system and its user, as ``System info`` returns them."""
        self._require("read", "looking at the machine")
        from .machine import machine

        return machine()

    def activity(self) -> dict[str, Value]:
        """The running program, as ``Application info`` returns it."""
        self._require("read", "looking at the program")
        from .machine import activity

        return activity(time.monotonic() - self._started)

    def _require(self, permission: str, effect: str) -> None:
        if not getattr(self.permissions, permission):
            raise NotPermitted(f"{effect} needs the permission '{permission}'")

    def _answer(self, message: str, hint: str) -> str | None:
        """The next answer without its line break, ``None`` at the end of the input."""
        terminal = self._answers is None and sys.stdin is not None and sys.stdin.isatty()
        # The question goes to standard error, so that redirecting a script's output neither hides nor
        # swallows it. A given answer is not repeated there: it may be a password, and standard error a build
        # log.
        prompt = f"{visible(with_line_breaks(message))} {visible(hint)}".rstrip()
        self._tell(prompt + (" " if terminal else "\n"))
        if self._answers is not None:
            given = next(self._answers, None)
            return None if given is None else given.rstrip("\r\n")
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if terminal and not line.endswith("\n"):
            self._tell("\n")
        return line.rstrip("\r\n") if line else None

    def _tell(self, text: str) -> None:
        """Writes *text* on standard error, after what was said before it."""
        output = self._output or sys.stdout
        if output is not None:
            output.flush()
        if sys.stderr is not None:
            write(sys.stderr, text)
            sys.stderr.flush()


def _trust(context: ssl.SSLContext, ca_file: str) -> None:
    """Makes *context* trust the authorities in *ca_file*; raises ``OSError`` that says which file is wrong."""
    import ssl

    try:
        context.load_verify_locations(cafile=ca_file)
    except ssl.SSLError as problem:
        raise OSError(EINVAL, f"{ca_file} holds no certificate authorities in PEM format") from problem
    except OSError as problem:
        text = f"the certificate authorities in {ca_file} cannot be read ({problem.strerror})"
        raise type(problem)(problem.errno, text) from problem
