"""Other programs: started, fed, read, ended, and not permitted."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from interp import Interpreter, Permissions, ScriptError

PYTHON = f'"{sys.executable}"'
ALLOWED = Permissions(programs=True)


def run(script: str, permissions: Permissions = ALLOWED, **options: object) -> dict[str, object]:
    with Interpreter(permissions=permissions, classes=options.pop("classes", None)) as engine:  # type: ignore[arg-type]
        return engine.run(script, "programs", {"python": PYTHON, **options}).variables


def test_launch_gives_and_takes_streams() -> None:
    found = run(
        'LAUNCH EXTERNAL PROCESS($python+" -c \\"import sys; t=sys.stdin.read(); print(t.upper(), end=str()); '
        'print(9, file=sys.stderr)\\""; "hello é"; $out; $err)\n$ok:=OK'
    )
    assert (found["out"], found["err"], found["ok"]) == ("HELLO É", "9\n", 1)


def test_launch_fills_blobs_as_they_are() -> None:
    code = "import sys; sys.stdout.buffer.write(bytes(range(256)) * 1000)"
    found = run(f'var $in; $out : Blob\nLAUNCH EXTERNAL PROCESS($python+" -c \\"{code}\\""; $in; $out)')
    assert found["out"] == bytes(range(256)) * 1000


def test_launch_takes_more_than_a_pipe_holds() -> None:
    code = "import sys; sys.stdout.write(sys.stdin.read())"
    found = run(f'LAUNCH EXTERNAL PROCESS($python+" -c \\"{code}\\""; "x"*1000000; $out)\n$n:=Length($out)')
    assert found["n"] == 1_000_000


def test_launch_returns_the_number_of_the_process() -> None:
    code = "import os; print(os.getpid())"
    script = (
        "var $pid : Integer\nvar $in; $out : Text\n"
        f'LAUNCH EXTERNAL PROCESS($python+" -c \\"{code}\\""; $in; $out; $pid)'
    )
    found = run(script)
    assert int(str(found["out"])) == found["pid"]


def test_launch_sets_the_environment_and_the_folder(tmp_path: Path) -> None:
    code = "import os; print(os.environ.get('SOME'), os.getcwd())"
    found = run(
        'SET ENVIRONMENT VARIABLE("SOME"; "thing")\nSET ENVIRONMENT VARIABLE("_4D_OPTION_CURRENT_DIRECTORY"; $folder)\n'
        f'$line:=$python+" -c \\"{code}\\""\nvar $in : Text\n'
        "LAUNCH EXTERNAL PROCESS($line; $in; $first)\n"
        'SET ENVIRONMENT VARIABLE("SOME"; "")\nLAUNCH EXTERNAL PROCESS($line; $in; $second)',
        folder=str(tmp_path),
    )
    assert found["first"] == f"thing {os.path.realpath(tmp_path)}\n"
    assert found["second"] == f"None {Path.cwd()}\n"
    assert "SOME" not in os.environ


def test_what_cannot_be_started_is_no_error_for_the_command() -> None:
    assert run('LAUNCH EXTERNAL PROCESS("/no/such/program")\n$ok:=OK')["ok"] == 0
    assert run('LAUNCH EXTERNAL PROCESS("\\"open")\n$ok:=OK')["ok"] == 0


def test_a_worker_that_cannot_be_started_is_an_error() -> None:
    with pytest.raises(ScriptError, match=r"4D.SystemWorker.new: /no/such/program: No such file"):
        run('$w:=4D.SystemWorker.new("/no/such/program")')


@pytest.mark.parametrize("script", ['LAUNCH EXTERNAL PROCESS("true")', '$w:=4D.SystemWorker.new("true")'])
def test_programs_need_their_permission(script: str) -> None:
    with pytest.raises(ScriptError, match="starting true needs the permission 'programs'") as caught:
        run(script, Permissions(dial=True, read=True, write=True, ask=True))
    assert caught.value.code == -5000


def test_the_sandbox_starts_no_programs() -> None:
    with (
        Interpreter(sandbox=True, permissions=Permissions.all()) as engine,
        pytest.raises(ScriptError, match="not possible in the sandbox"),
    ):
        engine.run('LAUNCH EXTERNAL PROCESS("true")')


def test_a_worker_answers() -> None:
    code = (
        "import sys; print(sys.stdin.read()[::-1], end=''); print('e', file=sys.stderr, end=''); sys.exit(3)"
    )
    found = run(
        f'$w:=4D.SystemWorker.new($python+" -c \\"{code}\\"")\n'
        '$w.postMessage("abc")\n$w.postMessage("def")\n$w.closeInput()\n'
        "$before:=$w.terminated\n$same:=($w.wait()=$w)\n"
        "$o:={out: $w.response; err: $w.responseError; code: $w.exitCode; end: $w.terminated; pid: $w.pid>0;"
        " errors: Undefined($w.errors); type: $w.dataType; encoding: $w.encoding; line: $w.commandLine}"
    )
    assert found["same"] is True and found["before"] is False
    answer = found["o"]
    assert isinstance(answer, dict)
    line = answer.pop("line")
    assert str(line).startswith(PYTHON)
    assert answer == {
        "out": "fedcba",
        "err": "e",
        "code": 3,
        "end": True,
        "pid": True,
        "errors": True,
        "type": "text",
        "encoding": "UTF-8",
    }


def test_a_worker_calls_back_in_order() -> None:
    params = """
Class constructor
	This.calls:=[]
	This.dataType:="blob"
Function onData($worker : 4D.SystemWorker; $info : Object)
	This.calls.push($info.type+String($info.data.size))
Function onDataError($worker : 4D.SystemWorker; $info : Object)
	This.calls.push($info.type+$info.data)
Function onResponse($worker : 4D.SystemWorker; $info : Object)
	This.calls.push($info.type+String($worker.response.size))
Function onTerminate($worker : 4D.SystemWorker; $info : Object)
	This.calls.push($info.type)
"""
    code = "import sys, time; print('ab', end='', flush=True); time.sleep(0.2); print('e', end='', file=sys.stderr)"
    script = f'$p:=cs.Params.new()\n$w:=4D.SystemWorker.new($python+" -c \\"{code}\\""; $p).wait()\n$calls:=$p.calls'
    assert run(script, classes={"Params": params})["calls"] == ["data2", "errore", "response2", "termination"]


def test_a_worker_is_ended() -> None:
    script = """
$w:=4D.SystemWorker.new($python+" -c \\"import time; time.sleep(60)\\""; {timeout: $seconds})
$w.wait(0.1)
$running:=Not($w.terminated)
If ($seconds=100)
	$w.terminate()
End if
$w.wait()
$code:=$w.exitCode
$errors:=$w.errors
"""
    started = time.monotonic()
    found = run(script, seconds=100)
    assert found["running"] is True and repr(found["code"]) == "Undefined"
    found = run(script, seconds=0.5)
    errors = found["errors"]
    assert isinstance(errors, list) and errors[0]["message"] == "the program ran longer than 0.5 s"
    assert time.monotonic() - started < 30


def test_the_time_limit_ends_a_program_that_is_waited_for() -> None:
    with (
        Interpreter(permissions=ALLOWED, time_limit=0.5) as engine,
        pytest.raises(ScriptError, match="ran longer"),
    ):
        engine.run('LAUNCH EXTERNAL PROCESS("sleep 60")')
