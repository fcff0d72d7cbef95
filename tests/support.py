"""A world for tests of the library: a host and a run that record what is done to them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from stdlib4d.errors import METHOD_MISSING, Aborted, LanguageError
from stdlib4d.host import NotPermitted
from stdlib4d.registry import Declaration
from stdlib4d.values import NativeObject

if TYPE_CHECKING:
    import socket
    import ssl

T = TypeVar("T")

#: What the clock of a fake host shows: a Tuesday, two hours ahead of GMT.
NOW = datetime(2024, 3, 5, 14, 7, 9, 123456, tzinfo=timezone(timedelta(hours=2)))


class FakeFunction(NativeObject):
    """A 4D function value that runs a Python function: it gets the arguments of the call."""

    class_name = "Function"

    def __init__(self, code: Callable[..., Any]) -> None:
        self.code = code


class FakeLoop:
    """Runs work to its end, without a thread."""

    def __init__(self) -> None:
        self.runs = 0

    def run(self, work: Coroutine[Any, Any, T], timeout: float | None = None) -> T:
        """Runs *work* and returns its result."""
        self.runs += 1
        return asyncio.run(asyncio.wait_for(work, timeout))

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Runs *work*."""
        self.run(work)


class FakeHost:
    """Records outputs in ``said`` and ``warned``, answers from ``answers``, has its files in ``files``."""

    def __init__(self, answers: Sequence[str | bool | None] = ()) -> None:
        self.said: list[str] = []
        self.warned: list[str] = []
        self.noted: list[str] = []
        self.asked: list[tuple[str, ...]] = []
        self.answers = list(answers)
        self.files: dict[str, bytes] = {}
        self.moment = NOW
        self.seconds = 100.0
        self.loop = FakeLoop()

    def say(self, text: str) -> None:
        """Records *text*."""
        self.said.append(text)

    def confirm(self, message: str, ok: str, cancel: str) -> bool:
        """The next scripted answer, No at their end."""
        self.asked.append((message, ok, cancel))
        return bool(self.answers.pop(0)) if self.answers else False

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str | None:
        """The next scripted answer, Cancel at their end."""
        self.asked.append((message, default, ok, cancel))
        answer = self.answers.pop(0) if self.answers else None
        return answer if isinstance(answer, str) else None

    def warn(self, text: str) -> None:
        """Records *text*."""
        self.warned.append(text)

    def note(self, text: str) -> None:
        """Records *text*."""
        self.noted.append(text)

    def now(self) -> datetime:
        """The fixed moment."""
        return self.moment

    def ticks(self) -> float:
        """The fixed seconds."""
        return self.seconds

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """Refused: no test of this world needs a network."""
        self._refuse("the network")

    def launch(self, command: str, *_: object, **__: object) -> NoReturn:
        """Refused, see :meth:`dial`."""
        self._refuse("starting a program")

    def tls_context(self) -> ssl.SSLContext:
        """Refused, see :meth:`dial`."""
        self._refuse("the network")

    def _refuse(self, what: str) -> NoReturn:
        raise NotPermitted(f"{what} is not permitted")

    def logs_folder(self) -> str:
        """A folder that only :attr:`files` knows."""
        return "/logs"

    def append_text(self, path: str, text: str) -> None:
        """Appends to a file of :attr:`files`."""
        self.files[path] = self.files.get(path, b"") + text.encode()

    def read_bytes(self, path: str) -> bytes:
        """A file of :attr:`files`."""
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]


class FakeWorld:
    """A run in a fake host."""

    def __init__(self, answers: Sequence[str | bool | None] = ()) -> None:
        self.host = FakeHost(answers)
        self.ok = -1
        self.default_century, self.pivot_year = 19, 30
        self.epsilon = 1e-6
        self.document = "?"
        self.errors: list[dict[str, Any]] = []
        self.deferred: list[LanguageError] = []
        self.settings: dict[str, Any] = {}
        self.shared: dict[str, Any] = {}
        self.asserts = True
        self.processes: Any = None
        self.storage: Any = None
        self.chain: list[tuple[str, str, int]] = [("projectMethod", "test", 3), ("projectMethod", "main", 1)]

    def set_ok(self, value: int) -> None:
        """Records the system variable OK."""
        self.ok = value

    def set_document(self, path: str) -> None:
        """Records the system variable Document."""
        self.document = path

    def set_comparison_level(self, epsilon: float) -> None:
        """Records the epsilon."""
        self.epsilon = epsilon

    def call(self, function: Any, this: Any, arguments: Sequence[Any]) -> Any:
        """Calls a :class:`FakeFunction`; methods there are none."""
        if not isinstance(function, FakeFunction):
            raise LanguageError(METHOD_MISSING, f"there is no method {function}")
        return function.code(*arguments)

    def user_class(self, name: str) -> None:
        """There are no classes."""

    def has_method(self, name: str) -> bool:
        """There are no methods."""
        return False

    def method_code(self, text: str, name: str) -> NoReturn:
        """Refused, see :meth:`is_expression`."""
        raise LanguageError(METHOD_MISSING, f"nothing can run {text}")

    def problems(self, text: str, name: str) -> list[tuple[bool, str, int]]:
        """Nothing is checked."""
        return []

    def normal_form(self, text: str, tokens: bool) -> tuple[str, str]:
        """As it is."""
        return text, ""

    def method_form(self, text: str) -> str:
        """As it is."""
        return text

    def check_project(self, path: str) -> list[tuple[bool, str, str, str, int]]:
        """Nothing is checked."""
        return []

    def is_expression(self, text: str) -> bool:
        """There is no compiler."""
        return False

    def evaluate(self, text: str, variables: dict[str, Any]) -> Any:
        """Refused, see :meth:`is_expression`."""
        raise LanguageError(METHOD_MISSING, f"nothing can run {text}")

    def execute(self, text: str, variables: dict[str, Any]) -> None:
        """Refused, see :meth:`is_expression`."""
        self.evaluate(text, variables)

    def process_pointer(self, name: str) -> NoReturn:
        """There are no variables."""
        raise LanguageError(METHOD_MISSING, f"there is no variable {name}")

    def set_asserts(self, enabled: bool) -> None:
        """Switches assertions on or off."""
        self.asserts = enabled

    def class_like(self, user_class: Any) -> Any:
        """The class itself: this world has no other processes."""
        return user_class

    def abort(self) -> NoReturn:
        """Ends the run."""
        raise Aborted

    def quit(self, *, restart: bool = False) -> NoReturn:
        """Ends the program."""
        raise Aborted

    def trace(self) -> None:
        """Notes that somebody wanted to look."""
        self.host.note("TRACE")

    def call_chain(self) -> list[tuple[str, str, int]]:
        """The fixed chain."""
        return self.chain

    def do(self, code: Callable[..., Any], *arguments: Any, this: Any = None) -> Any:
        """Calls a command or function as the compiler does: arguments checked, run handed in."""
        declaration = declaration_of(code)
        first = [this] if declaration.takes_this else []
        first += [self] if declaration.takes_run else []
        return declaration.function(*first, *declaration.bind(arguments))


def declaration_of(code: Any) -> Declaration:
    """The declaration that *code* carries."""
    found = getattr(code, "declaration", None) or code.member.declaration
    if not isinstance(found, Declaration):
        raise TypeError(f"{code} is not declared")
    return found


def do(code: Callable[..., Any], *arguments: Any, this: Any = None) -> Any:
    """Like :meth:`FakeWorld.do`, in a new world."""
    return FakeWorld().do(code, *arguments, this=this)
