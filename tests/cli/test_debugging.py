"""Stepping through scripts, and Python's own tools on ``.4dm`` lines."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from interp import Interpreter
from interp.debugging.lines import statement_lines

from .program import COMMAND, PATIENCE, environment, run

MAIN = """// what comes first
var $sum; $i : Integer
var $o : Object
$o:={name: "Ann"; \\
  list: [1; 2]}
For ($i; 1; 2)
	$sum:=$sum+half($i)
End for
If ($sum>100)
	$t:="many"
Else
	$t:="few"
End if
count:=$o.list.map(Formula($1.value*2)).sum()
ALERT($t+" "+String($sum))
"""
HALF = """#DECLARE($n : Integer) : Integer
var $r : Integer
$r:=$n*10
return $r
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "main.4dm").write_text(MAIN, encoding="utf-8")
    (tmp_path / "half.4dm").write_text(HALF, encoding="utf-8")
    return tmp_path


def stepped(folder: Path, *commands: str, script: str = "main.4dm") -> tuple[str, list[str]]:
    """The output of a script, and the lines of the dialogue without the commands that were given."""
    done = run("run", "--trace", script, cwd=folder, stdin="".join(f"{command}\n" for command in commands))
    assert done.status == 0, done.err
    return done.out, [line for line in done.err.splitlines() if not line.startswith("(trace)")]


def test_a_script_stops_at_its_first_statement(folder: Path) -> None:
    assert stepped(folder, "continue") == ("few 30\n", ['main.4dm:4: $o:={name: "Ann"; \\'])


def test_the_next_line_is_one_of_this_method(folder: Path) -> None:
    _, lines = stepped(folder, *["next"] * 5, "c")
    assert [line.partition(": ")[0] for line in lines] == [f"main.4dm:{n}" for n in (4, 6, 7, 6, 7, 6)]


def test_an_empty_line_repeats_the_last_step(folder: Path) -> None:
    assert stepped(folder, "n", "", "", "c") == stepped(folder, "n", "n", "n", "c")


def test_into_a_method_and_out_of_it(folder: Path) -> None:
    _, lines = stepped(folder, "n", "n", "into", "into", "out", "c")
    places = [line.partition(": ")[0] for line in lines]
    assert places == ["main.4dm:4", "main.4dm:6", "main.4dm:7", "half.4dm:3", "half.4dm:4", "main.4dm:6"]


def test_behind_the_end_of_a_method_its_caller_goes_on(folder: Path) -> None:
    _, lines = stepped(folder, "n", "n", "into", "n", "n", "c")
    assert lines[-2:] == ["half.4dm:4: return $r", "main.4dm:6: For ($i; 1; 2)"]


def test_breakpoints(folder: Path) -> None:
    out, lines = stepped(
        folder, "break 2", "break half:2", "break nowhere:1", "break 99", "b", "c", "c", "clear half:3", "c"
    )
    assert out == "few 30\n"
    assert lines[1:6] == [
        "stops at main:4",
        "stops at half:3",
        "there is no method or class nowhere",
        "no statement in main at line 99 or below",
        "  half:3",
    ]
    assert [line for line in lines if line.startswith("half.4dm")] == 2 * ["half.4dm:3: $r:=$n*10"]


def test_variables_are_shown_as_4d_writes_them(folder: Path) -> None:
    _, lines = stepped(folder, "break 9", "c", "vars", "c")
    assert lines[3:] == [
        "  $sum = 30",
        "  $i = 3",
        '  $o = {name: "Ann"; list: [1; 2]}',
        "  $t = Undefined",
        "  count = Undefined",
    ]


def test_expressions_and_statements(folder: Path) -> None:
    out, lines = stepped(
        folder,
        "break 9",
        "c",
        "print $o.name",
        "$sum*2",
        "Uppercase($o.name)",
        "print $o.name.first",
        "print )",
        "$sum:=101",
        '$sum:="text"',
        "$o.more:=True",
        "$o.more",
        "n",
        "c",
    )
    assert out == "many 101\n"
    assert lines[3:6] == ['"Ann"', "60", '"ANN"']
    assert lines[6].startswith("Text has no property first")
    assert ")" in lines[7]
    assert lines[8] == "$sum keeps its type: a value of another one would break the code"
    assert lines[9:] == ["True", 'main.4dm:10: $t:="many"']


def test_calls_and_source(folder: Path) -> None:
    _, lines = stepped(
        folder, "b half:4", "c", "where", "up", "p $i", "down", "p $r", "up", "up", "list", "q"
    )
    assert lines[2:] == [
        "half.4dm:4: return $r",
        "> half, half.4dm:4: return $r",
        "  main, main.4dm:7: $sum:=$sum+half($i)",
        "main.4dm:7: $sum:=$sum+half($i)",
        "1",
        "half.4dm:4: return $r",
        "10",
        "main.4dm:7: $sum:=$sum+half($i)",
        "no further call there",
        "    2    var $sum; $i : Integer",
        "    3    var $o : Object",
        '    4    $o:={name: "Ann"; \\',
        "    5      list: [1; 2]}",
        "    6    For ($i; 1; 2)",
        "    7 ->     $sum:=$sum+half($i)",
        "    8    End for",
        "    9    If ($sum>100)",
        '   10        $t:="many"',
        "   11    Else",
        '   12        $t:="few"',
    ]


def test_this_is_the_object_that_a_function_was_called_of(folder: Path) -> None:
    (folder / "Classes").mkdir()
    person = "Class constructor($n : Text)\n\tThis.n:=$n\nFunction loud : Text\n\treturn Uppercase(This.n)\n"
    (folder / "Classes" / "Person.4dm").write_text(person, encoding="utf-8")
    (folder / "class.4dm").write_text('ALERT(cs.Person.new("ann").loud())\n', encoding="utf-8")
    out, lines = stepped(folder, "into", "p $n", "into", "p This.n", "vars", "c", script="class.4dm")
    assert out == "ANN\n"
    assert lines[1:] == [
        "Classes/Person.4dm:2 in Person.constructor: This.n:=$n",
        '"ann"',
        "Classes/Person.4dm:4 in Person.loud: return Uppercase(This.n)",
        '"ann"',
        '  This = /* cs.Person */ {n: "ann"}',
    ]


def test_quit_ends_the_script(folder: Path) -> None:
    assert stepped(folder, "n", "quit")[0] == ""


def test_the_end_of_the_input_lets_it_run(folder: Path) -> None:
    assert stepped(folder, "break 15", "n")[0] == "few 30\n"


def test_a_script_of_standard_input_leaves_none_for_the_dialogue(folder: Path) -> None:
    done = run("run", "--trace", "-", cwd=folder, stdin="ALERT(1)")
    assert (done.status, done.out) == (2, "")


def test_help_names_every_command(folder: Path) -> None:
    _, lines = stepped(folder, "help", "c")
    shown = "\n".join(lines)
    for word in "next into out continue print vars where up down list break clear quit".split():
        assert f"  {word}" in shown or f", {word}" in shown


def test_questions_of_the_script_are_answered_in_between(folder: Path) -> None:
    (folder / "ask.4dm").write_text('$a:=Request("Who?")\nALERT($a)\n', encoding="utf-8")
    out, lines = stepped(folder, "n", "Ann", "p $a", "c", script="ask.4dm")
    assert (out, lines[-1]) == ("Ann\n", '"Ann"')


def test_trace_goes_on_where_nobody_looks(folder: Path) -> None:
    (folder / "stop.4dm").write_text('TRACE\nALERT("1")\n', encoding="utf-8")
    done = run("run", "stop.4dm", cwd=folder)
    assert (done.status, done.out, done.err) == (0, "1\n", "")
    noted = run("run", "--verbose", "stop.4dm", cwd=folder)
    assert noted.err.startswith("TRACE: there is no terminal")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_trace_stops_on_a_terminal(folder: Path) -> None:
    import pty

    (folder / "stop.4dm").write_text("$x:=1\nTRACE\n$x:=$x+1\nALERT(String($x))\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [*COMMAND, "run", "stop.4dm"],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(),
    )
    os.close(theirs)
    shown = b""
    try:
        for wanted, answer in ((b"(trace) ", b"p $x+10\n"), (b"11", b"continue\n"), (b"2\r\n", b"")):
            deadline = time.monotonic() + PATIENCE
            while wanted not in shown and time.monotonic() < deadline:
                try:
                    shown += os.read(ours, 1000)
                except OSError:  # what Linux says behind the end
                    break
            assert wanted in shown, shown
            if answer:
                os.write(ours, answer)
        assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()
        os.close(ours)
    assert b"stop.4dm:3: $x:=$x+1" in shown


def test_nothing_is_traced_before_somebody_asks() -> None:
    with Interpreter() as interpreter:
        interpreter.run("TRACE")
        assert sys.gettrace() is None or "interp" not in type(sys.gettrace()).__module__
    assert "interp.debugging.tracer" not in sys.modules or interpreter._session.tracer is None


def test_an_embedded_interpreter_is_traced_by_whoever_asks() -> None:
    from interp.debugging.tracer import NEXT, Tracer

    seen: list[tuple[int, object]] = []

    def ask(tracer: Tracer, calls: list[object]) -> str:
        place = calls[0]
        seen.append((place.line, place.variables().get("x")))  # type: ignore[attr-defined]
        return NEXT

    def debugger(session: object) -> None:
        session.tracer = Tracer(session, ask)  # type: ignore[attr-defined, arg-type]
        session.tracer.start()  # type: ignore[attr-defined]

    before = sys.gettrace()
    with Interpreter() as interpreter:
        interpreter.debug(debugger)
        interpreter.run("$x:=1\nTRACE\n$x:=2\n$x:=3")
    assert seen == [(3, 1), (4, 2)]
    assert sys.gettrace() is before


def test_lines_on_which_something_happens() -> None:
    assert statement_lines(MAIN, ("half",)) == {4, 6, 7, 9, 10, 12, 14, 15}
    text = (
        'Case of\n: ($a)\nRepeat\n$b:=1\nUntil ($b=1)\nEnd case\nTry\nALERT("1")\nCatch\nALERT(2)\nEnd try\n'
    )
    assert statement_lines(text) == {2, 4, 5, 8, 10}
    assert statement_lines("If (") == frozenset()


# ------------------------------------------------------------------ Python's tools


def tool(folder: Path, *arguments: str, stdin: str = "") -> str:
    """What a tool of Python writes."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        env=environment(),
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_coverage_reports_lines_of_scripts(folder: Path) -> None:
    (folder / ".coveragerc").write_text("[run]\nplugins = interp.debugging.coverage\n", encoding="utf-8")
    (folder / "never.4dm").write_text('ALERT("1")\n', encoding="utf-8")
    program = ("-m", "coverage", "run", "--source=.", "-m", "interp.cli", "run", "main.4dm")
    assert tool(folder, *program) == "few 30\n"
    rows = [line.split(None, 4) for line in tool(folder, "-m", "coverage", "report", "-m").splitlines()]
    assert [row for row in rows if row and row[0].endswith(".4dm")] == [
        ["half.4dm", "2", "0", "100%"],
        ["main.4dm", "8", "1", "88%", "10"],
        ["never.4dm", "1", "1", "0%", "1"],
    ]


def test_cprofile_counts_calls_of_methods(folder: Path) -> None:
    shown = tool(folder, "-m", "cProfile", "-m", "interp.cli", "run", "main.4dm")
    calls = {line.split()[-1]: line.split()[0] for line in shown.splitlines() if ".4dm:" in line}
    assert calls["half.4dm:1(half)"] == "2"
    assert calls["main.4dm:1(main)"] == "1"


def test_pdb_stops_at_lines_of_scripts(folder: Path) -> None:
    commands = (
        f"break {folder / 'half.4dm'}:4\ncontinue\np n, r\nup\nup\nlist 6, 8\nclear 1\ncontinue\nquit\n"
    )
    shown = tool(folder, "-m", "pdb", "-m", "interp.cli", "run", "main.4dm", stdin=commands)
    assert f"{folder / 'half.4dm'}(4)half()" in shown
    assert "-> return $r" in shown
    assert "(1, 10)" in shown
    assert "-> $sum:=$sum+half($i)" in shown
    assert "few 30" in shown


@pytest.mark.parametrize(
    "before",
    [
        "Interpreter(time_limit=60).run('$x:=1')",
        "with suppress(ScriptError): Interpreter(time_limit=0.1).run('While (True)\\nEnd while')",
        "Interpreter().run('CALL WORKER(1; Formula(Current time))\\nDELAY PROCESS(Current process; 10)')",
        "with Interpreter() as i: i.run('CALL WORKER(1; Formula(DELAY PROCESS(Current process; 600)))')",
    ],
    ids=["a time limit", "a time limit that was reached", "a worker", "a worker that was aborted"],
)
def test_tracing_after(before: str) -> None:
    program = f"""
import sys
from contextlib import suppress
from interp import Interpreter, ScriptError
{before}
sys.settrace(lambda *_: None)
print(Interpreter().run('return 3').value)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)
    assert (done.stdout, done.stderr) == ("3\n", "")
