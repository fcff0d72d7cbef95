"""The dialogue with somebody who steps through a script: plain lines, on a terminal or through pipes.

What it says goes to standard error, so that the output of the script stays what it is.
"""

from __future__ import annotations

import sys
from threading import RLock

from ..repl import printing
from ..terminal import visible, write
from .lines import statement_lines
from .tracer import FAILURES, INTO, NEXT, ON, OUT, QUIT, Place, Tracer, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..session import Session

HELP = """\
  next, n             run this line, and stop at the next one here
  into, s             stop at the next line, also in a method that this one calls
  out, o              stop behind the call of this method
  continue, c         run on, to the next breakpoint
  print EXPR, p EXPR  the value of an expression
  vars, v             the variables, local ones first
  where, w            the calls that led here
  up, down            look at the caller, and back
  list [LINE], l      the source around here
  break [LINE], b     stop at a line, also METHOD:LINE; without one, tell where
  clear [LINE]        stop there no more; without one, nowhere
  quit, q             end the script
An empty line repeats the last step. Anything else is run as 4D: a value is shown, $x:=1 changes a variable."""
_STEPS = {
    "next": NEXT,
    "n": NEXT,
    "into": INTO,
    "step": INTO,
    "s": INTO,
    "out": OUT,
    "o": OUT,
    "continue": ON,
}
_STEPS |= {"c": ON, "quit": QUIT, "q": QUIT}
#: One process asks at a time.
_TERMINAL = RLock()
_AROUND = 5


def trace(session: Session) -> None:
    """Stops *session* at its next line: what TRACE and ``--trace`` do."""
    if session.tracer is None:
        session.tracer = Tracer(session, Dialogue())
    session.tracer.start()


class Dialogue:
    """Asks what to do at each stop."""

    def __init__(self) -> None:
        self._last = INTO
        self._commands: dict[str, Callable[[str], None]] = {
            **dict.fromkeys(("print", "p"), self._print),
            **dict.fromkeys(("vars", "v"), self._variables),
            **dict.fromkeys(("where", "w"), self._where),
            **dict.fromkeys(("list", "l"), self._list),
            **dict.fromkeys(("break", "b"), self._break),
            **dict.fromkeys(("help", "h", "?"), lambda _: _say(HELP)),
            "clear": self._clear,
            "up": lambda _: self._move(1),
            "down": lambda _: self._move(-1),
        }
        self._tracer: Tracer
        self._calls: list[Place] = []
        self._looking = 0

    def __call__(self, tracer: Tracer, calls: list[Place]) -> str:
        with _TERMINAL:
            self._tracer, self._calls, self._looking = tracer, calls, 0
            self._show_line(self._place)
            while True:
                line = _read("(trace) ")
                if line is None:
                    # Nobody is there any more.
                    tracer.breakpoints.clear()
                    return ON
                word, _, rest = line.strip().partition(" ")
                if not word or (word.lower() in _STEPS and not rest.strip()):
                    self._last = _STEPS.get(word.lower(), self._last)
                    return self._last
                try:
                    self._do(word, rest.strip(), line.strip())
                except FAILURES as problem:
                    _say(getattr(problem, "message", str(problem)))

    def _do(self, word: str, rest: str, line: str) -> None:
        command = self._commands.get(word.lower())
        if command is not None and not rest.startswith((":=", ".", "(")):
            command(rest)
        elif self._tracer.session.is_expression(line):
            self._print(line)
        else:
            self._tracer.execute(self._place, line, self._looking == 0)

    @property
    def _place(self) -> Place:
        """The call that is looked at."""
        return self._calls[self._looking]

    # -------------------------------------------------------------- commands

    def _print(self, text: str) -> None:
        if text:
            _say(printing.line(self._tracer.evaluate(self._place, text), 200))
        else:
            _say("print what? An expression is wanted")

    def _variables(self, _: str) -> None:
        session = self._tracer.session
        found = [(f"${name}", value) for name, value in self._place.variables().items()]
        if self._place.this is not None:
            found.insert(0, ("This", self._place.this))
        found += [(name, session.globals.get(python)) for python, name in session.process_names.items()]
        found += [(name, value) for name, value in session.interprocess.items() if name.startswith("<>")]
        for name, value in found:
            _say(f"  {name} = {printing.line(value, 100)}")
        if not found:
            _say("  no variables")

    def _where(self, _: str) -> None:
        for number, place in enumerate(self._calls):
            mark = ">" if number == self._looking else " "
            _say(f"{mark} {place.unit.name}, {place.file}:{place.line}: {_text(place, place.line)}")

    def _move(self, by: int) -> None:
        if 0 <= self._looking + by < len(self._calls):
            self._looking += by
            self._show_line(self._place)
        else:
            _say("no further call there")

    def _list(self, text: str) -> None:
        place = self._place
        middle = int(text) if text.isdecimal() else place.line
        last = len(place.unit.source.starts)
        for number in range(max(1, middle - _AROUND), min(last, middle + _AROUND) + 1):
            mark = "->" if number == place.line else "  "
            stop = "*" if (stem(place.file), number) in self._tracer.breakpoints else " "
            _say(f"{stop}{number:4} {mark} {_text(place, number, strip=False)}".rstrip())

    def _break(self, text: str) -> None:
        if not text:
            for name, number in sorted(self._tracer.breakpoints):
                _say(f"  {name}:{number}")
            if not self._tracer.breakpoints:
                _say("  no breakpoints")
            return
        found = self._target(text)
        if found is None:
            return
        name, number = found
        lines = self._statements(name)
        if lines:
            later = min((line for line in lines if line >= number), default=0)
            if not later:
                _say(f"no statement in {name} at line {number} or below")
                return
            number = later
        elif name not in map(str.lower, self._tracer.session.project.class_names):
            _say(f"there is no method or class {name}")
            return
        self._tracer.breakpoints.add((name, number))
        _say(f"stops at {name}:{number}")

    def _clear(self, text: str) -> None:
        if not text:
            self._tracer.breakpoints.clear()
            _say("no breakpoints any more")
        elif (found := self._target(text)) is not None:
            there = found in self._tracer.breakpoints
            self._tracer.breakpoints.discard(found)
            _say(f"{'does not stop' if there else 'did not stop'} at {found[0]}:{found[1]}")

    def _target(self, text: str) -> tuple[str, int] | None:
        """The file and the line that *text* names."""
        name, _, number = text.rpartition(":")
        if not number.strip().isdecimal():
            if self._tracer.session.has_method(text):
                return stem(text), 1
            _say(f"a line is wanted, or a method with a line such as send:12; got {text}")
            return None
        return stem(name.strip() or self._place.file), int(number)

    def _statements(self, name: str) -> frozenset[int]:
        """The lines of a file that code begins on, as far as it is at hand."""
        session = self._tracer.session
        names = tuple(session.project.names)
        if name == stem(self._place.file):
            return statement_lines(self._place.unit.source.text, names)
        if session.has_method(name):
            return statement_lines(session.project.source(name)[1].text, names)
        return frozenset()

    def _show_line(self, place: Place) -> None:
        where = "" if stem(place.file) == place.unit.name.lower() else f" in {place.unit.name}"
        _say(f"{place.file}:{place.line}{where}: {_text(place, place.line)}")


def _text(place: Place, number: int, strip: bool = True) -> str:
    line = visible(place.unit.source.line(number))
    return line.strip() if strip else line.expandtabs(4)


def _say(text: str) -> None:
    """Writes a line on standard error, behind what was written on standard output."""
    if sys.stdout is not None:
        sys.stdout.flush()
    if sys.stderr is not None:
        write(sys.stderr, text + "\n")
        sys.stderr.flush()


def _read(prompt: str) -> str | None:
    """The next line of standard input; ``None`` at its end."""
    if sys.stdin is None:
        return None
    if sys.stdout is not None:
        sys.stdout.flush()
    if sys.stderr is not None:
        sys.stderr.write(prompt)
        sys.stderr.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        # Whoever reads the output later sees the answer, too.
        _say(line.rstrip("\r\n"))
    return line if line else None
