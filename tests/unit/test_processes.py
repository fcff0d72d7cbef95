"""The life of processes in a program that embeds the interpreter: none outlives it, whatever ends it."""

from __future__ import annotations

import io
import threading
import time

import pytest

from interp import Interpreter, Permissions, ScriptError
from interp.host import LocalHost
from interp.processes import MAX_PROCESSES

FOREVER = "While (True)\n\t$i:=Num($i)+1\nEnd while\n"


class Listening(LocalHost):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(Permissions.none(), output=io.StringIO())
        self.warned: list[str] = []

    def warn(self, text: str) -> None:
        """Keeps a warning."""
        self.warned.append(text)


def of_processes() -> list[threading.Thread]:
    """The threads that are processes."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("4D process")]


WAITS = {
    "computing": FOREVER,
    "delayed": "DELAY PROCESS(Current process; 60*3600)",
    "paused": "PAUSE PROCESS(Current process)",
    "signal": "$s:=New signal\n$s.wait()",
    "semaphore": 'While (Semaphore("s"; 600000))\nEnd while',
    "use": "Use (Storage)\nEnd use",
    "trying": "While (True)\nTry\nASSERT(False)\nCatch\nEnd try\nEnd while",
}


@pytest.mark.parametrize("wait", WAITS)
def test_close_ends_every_process(wait: str) -> None:
    with Interpreter(methods={"Wait": WAITS[wait]}) as engine:
        engine.run(
            'ASSERT(Not(Semaphore("s")))\n$n:=New process("Wait"; 0)\nCALL WORKER("w"; "Wait")\n'
            "Use (Storage)\nDELAY PROCESS(Current process; 6)\nEnd use"
            if wait == "use"
            else 'ASSERT(Not(Semaphore("s")))\n$n:=New process("Wait"; 0)\nCALL WORKER("w"; "Wait")'
        )
        before = time.monotonic()
    assert not of_processes()
    assert time.monotonic() - before < 5


def test_close_ends_idle_workers() -> None:
    with Interpreter() as engine:
        engine.run('CALL WORKER("w"; Formula(<>x:=1))\nDELAY PROCESS(Current process; 3)')
        assert len(of_processes()) == 1
    assert not of_processes()


def test_processes_live_from_run_to_run() -> None:
    with Interpreter(methods={"Count": "calls:=Num(calls)+1\n<>calls:=calls"}) as engine:
        engine.run('CALL WORKER("w"; "Count")')
        engine.run('CALL WORKER("w"; "Count")\n$s:=New signal\nCALL WORKER("w"; Formula($1.trigger()); $s)')
        assert engine.eval("$s.wait(20)") is True
        assert engine.eval("<>calls") == 2


def test_stop_ends_processes_and_lets_others_start() -> None:
    with Interpreter(methods={"Wait": FOREVER}) as engine:
        engine.run('$n:=New process("Wait"; 0)')
        engine.stop()
        assert not of_processes()
        engine.run('$n:=New process("Wait"; 0)')
        assert engine.eval("Count user processes") == 2
    assert not of_processes()


def test_time_limit_of_a_run_ends_its_processes() -> None:
    with Interpreter(methods={"Wait": FOREVER}, time_limit=0.5) as engine:
        with pytest.raises(ScriptError, match="longer than"):
            engine.run('$n:=New process("Wait"; 0)\n$s:=New signal\n$s.wait()')
        assert not of_processes()
        assert engine.run("return 1").value == 1


def test_time_limit_holds_for_each_process() -> None:
    host = Listening()
    with Interpreter(host=host, methods={"Wait": FOREVER}, time_limit=0.5) as engine:
        engine.run('$n:=New process("Wait"; 0; "long")')
        deadline = time.monotonic() + 20
        while not host.warned and time.monotonic() < deadline:
            time.sleep(0.05)
        assert "process 2 (long)" in host.warned[0]
        assert "longer than 0.5 s" in host.warned[0]
        assert engine.process_errors[0].code == 1006
    host.close()


def test_errors_are_reported_with_their_process() -> None:
    host = Listening()
    methods = {"Fail": "#DECLARE($o : Object)\n$o.x.y:=1", "Good": "<>good:=True"}
    with Interpreter(host=host, methods=methods) as engine:
        engine.run(
            '$n:=New process("Fail"; 0; "bad"; {x: Null})\nCALL WORKER("w"; "Fail"; {x: Null})\n'
            'CALL WORKER("w"; "Good")\n$s:=New signal\nCALL WORKER("w"; Formula($1.trigger()); $s)\n'
            "ASSERT($s.wait(20))\nWhile (Process state(2)>=0)\nDELAY PROCESS(Current process; 1)\nEnd while"
        )
        assert engine.eval("<>good") is True
        texts = sorted(host.warned)
        assert texts[0].startswith(
            "process 2 (bad): Fail.4dm:2:1: cannot set property y of Null: $o.x is Null"
        )
        assert texts[1].startswith("process 3 (w): Fail.4dm:2:1: ")
        assert [error.code for error in engine.process_errors] == [-10717, -10717]
    host.close()


def test_a_method_that_cannot_be_compiled_is_reported() -> None:
    host = Listening()
    with Interpreter(host=host, methods={"Broken": "End if"}) as engine:
        engine.run(
            '$n:=New process("Broken"; 0)\nWhile (Process state(2)>=0)\nDELAY PROCESS(Current process; 1)\nEnd while'
        )
        assert "process 2: Broken.4dm:1:1: error: End if is not expected here" in host.warned[0]
    host.close()


def test_the_main_process_serves_at_the_end_of_a_run() -> None:
    with Interpreter(methods={"Add": "#DECLARE($n : Integer)\ntotal:=Num(total)+$n"}) as engine:
        engine.run(
            'CALL WORKER(1; "Add"; 1)\nCALL WORKER(Current process name; Formula(Add($1)); 2)\nCALL WORKER(1; "")'
        )
        assert engine.eval("total") == 3


def test_there_are_not_more_processes_than_allowed() -> None:
    with Interpreter(methods={"Wait": "DELAY PROCESS(Current process; 60*3600)"}) as engine:
        with pytest.raises(ScriptError, match=f"there are {MAX_PROCESSES} processes already"):
            engine.run('While (True)\n$n:=New process("Wait"; 0)\nEnd while')
        assert len(of_processes()) == MAX_PROCESSES - 1
    assert not of_processes()


def test_methods_nest_as_deep_in_a_process() -> None:
    deep = "#DECLARE($n : Integer) : Integer\nIf ($n=0)\nreturn 0\nEnd if\nreturn 1+Deep($n-1)"
    start = "#DECLARE($s : 4D.Signal)\nUse ($s)\n$s.depth:=Deep(2000)\nEnd use\n$s.trigger()"
    with Interpreter(methods={"Deep": deep, "Start": start}) as engine:
        engine.run('$s:=New signal\n$n:=New process("Start"; 0; ""; $s)\nASSERT($s.wait(20))')
        assert engine.eval("$s.depth") == 2000


def test_shared_values_become_python_s() -> None:
    with Interpreter() as engine:
        result = engine.run('$o:=New shared object("list"; New shared collection(1; "a"))\nreturn $o')
        assert result.value == {"list": [1, "a"]}


def test_mails_from_several_processes() -> None:
    send = (
        "#DECLARE($transporter : 4D.SMTPTransporter; $n : Integer; $done : Collection)\n"
        '$done.push($transporter.send({from: "a@example.com"; to: "b@example.com"; subject: String($n)}).success)'
    )
    with Interpreter(sandbox=True, methods={"Send": send}, time_limit=20) as engine:
        engine.run(
            '$t:=SMTP New transporter({host: "smtp.example.com"})\n$done:=New shared collection\n'
            'For ($i; 1; 6)\n$n:=New process("Send"; 0; ""; $t; $i; $done)\nEnd for\n'
            "While ($done.length<6)\nDELAY PROCESS(Current process; 1)\nEnd while\nreturn $done",
        )
        assert engine.eval("$done") == [True] * 6
        assert len(engine.mails) == 6
    assert not of_processes()


def test_a_limit_ends_only_the_mail_of_its_own_process() -> None:
    loop = LocalHost(Permissions.none()).loop
    import asyncio

    found: list[object] = []

    def wait(seconds: float) -> None:
        try:
            loop.run(asyncio.sleep(seconds, "done"))
            found.append("done")
        except LookupError:
            found.append("ended")

    threads = [threading.Thread(target=wait, args=(seconds,)) for seconds in (20, 0.5)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    loop.cancel_pending(LookupError(), threads[0].ident)
    for thread in threads:
        thread.join()
    loop.close()
    assert sorted(map(str, found)) == ["done", "ended"]
