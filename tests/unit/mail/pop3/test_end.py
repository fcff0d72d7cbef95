"""The end of a transporter: what it marked is deleted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, ScriptError
from tests.unit.mail.faults import HANG
from tests.unit.mail.world import World

from .bench import (
    HOST,
    PASSWORD,
    USER,
    Bench,
    at,
)
from .server import STAMP, THEN_HANG

SERVER = {
    "host": HOST,
    "port": 110,
    "user": USER,
    "password": PASSWORD,
    "acceptUnsecureConnection": True,
    "connectionTimeOut": 30,
}


class Scripts:
    """Runs 4D code in the world of the bench, with ``$server`` set; all runs share one interpreter."""

    def __init__(self, world: World) -> None:
        self.interpreter = Interpreter(host=world, methods={"Sweep": SWEEP, "Nothing": ""})  # type: ignore[arg-type]

    def __call__(self, source: str, time_limit: float | None = None) -> Any:
        self.interpreter.time_limit = time_limit
        return self.interpreter.run(source, "pop.4dm", {"server": SERVER}).variables


@pytest.fixture
def scripts(bench: Bench) -> Iterator[Scripts]:
    scripts = Scripts(bench.world)
    yield scripts
    scripts.interpreter.close()


#: A method with a transporter of its own.
SWEEP = """#DECLARE($server : Object; $then : Text)
var $t : 4D.POP3Transporter
$t:=POP3 New transporter($server)
$t.delete(2)
If ($then#"")
	throw(4; $then)
End if
"""
MARK = "$t:=POP3 New transporter($server)\n$t.delete(2)\n"


def test_marked_mails_are_there_until_the_transporter_goes(bench: Bench, scripts: Scripts) -> None:
    server = bench.serve()
    scripts(MARK + "$other:={box: $t}\n$t:=Null")
    assert len(server.drop) == 3
    # The next statement finds them deleted.
    found = scripts("$other.box:=Null\n$count:=POP3 New transporter($server).getBoxInfo().mailCount")
    assert found["count"] == 2 and list(server.drop) == ["id1", "id3"]


@pytest.mark.parametrize(
    "end",
    [
        "$t:=Null",
        "$t:=POP3 New transporter($server)",
        "CLEAR VARIABLE($t)",
        "$t:=1",
    ],
)
def test_ways_to_end_a_transporter(bench: Bench, scripts: Scripts, end: str) -> None:
    server = bench.serve()
    scripts(MARK + end)
    assert list(server.drop) == ["id1", "id3"]


def test_the_interpreter_ends(bench: Bench, scripts: Scripts) -> None:
    server = bench.serve()
    scripts(MARK)
    assert len(server.drop) == 3
    scripts.interpreter.close()
    assert len(server.drop) == 2


def test_a_program_that_closes_nothing(bench: Bench) -> None:
    server = bench.serve()
    code = f"""
from interp import Interpreter, Permissions
server = {SERVER | {"host": "127.0.0.1", "port": server.port, "logFile": os.devnull}!r}
interpreter = Interpreter(permissions=Permissions.all())
interpreter.run({MARK!r}, variables={{"server": server}})
"""
    root = Path(__file__).parents[4]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(server.drop) == ["id1", "id3"]


def test_objects_that_refer_to_each_other(bench: Bench, scripts: Scripts) -> None:
    server = bench.serve()
    scripts(MARK + "$a:={t: $t}\n$b:={a: $a}\n$a.b:=$b\n$t:=Null\n$a:=Null\n$b:=Null")
    scripts.interpreter.close()
    assert len(server.drop) == 2


def test_an_error_that_someone_keeps(bench: Bench, scripts: Scripts) -> None:
    """The frames of the script, and the transporter in them, live as long as the error."""
    server = bench.serve()
    with pytest.raises(ScriptError) as raised:
        scripts('Sweep($server; "x")')
    scripts.interpreter.close()
    bench.world.loop.close()
    assert raised.value.code == 4
    assert list(server.drop) == ["id1", "id3"]


def test_a_local_variable_goes_with_its_method(bench: Bench, scripts: Scripts) -> None:
    server = bench.serve()
    scripts("Sweep($server)")
    assert list(server.drop) == ["id1", "id3"]


@pytest.mark.parametrize(
    "caught",
    ["Try($t.delete(9))", "Try\n$t.delete(9)\nCatch\nEnd try", 'ON ERR CALL("Nothing")\n$t.delete(9)'],
)
def test_an_error_that_was_caught_keeps_nothing(bench: Bench, scripts: Scripts, caught: str) -> None:
    server = bench.serve()
    scripts(f"{MARK}{caught}\n$t:=Null")
    assert list(server.drop) == ["id1", "id3"]


def test_a_time_limit_in_the_middle_of_the_end(bench: Bench, scripts: Scripts) -> None:
    bench.serve(fault=at("QUIT", HANG))
    start = time.monotonic()
    with pytest.raises(ScriptError, match="ran longer than 1 s"):
        scripts(MARK + "$t:=Null\nWhile (True)\n$i:=$i+1\nEnd while", time_limit=1)
    assert time.monotonic() - start < 15


def test_a_time_limit_in_the_middle_of_a_mail(bench: Bench, scripts: Scripts) -> None:
    server = bench.serve(fault=at("RETR", "+OK\r\nSubject: half" + THEN_HANG, 1))
    scripts("$t:=POP3 New transporter($server)\n$list:=$t.getMailInfoList()")
    start = time.monotonic()
    with pytest.raises(ScriptError, match="ran longer than 3 s"):
        scripts("$mail:=$t.getMail(1)", time_limit=3)
    assert time.monotonic() - start < 15
    assert scripts("$mail:=$t.getMail(1)")["mail"]["subject"] == "one"
    assert server.connections == 2


def test_an_interruption_in_the_middle_of_the_end(bench: Bench, scripts: Scripts) -> None:
    bench.serve(fault=at("QUIT", HANG))
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    start = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            scripts(MARK + "$t:=Null\nFor ($i; 1; 100000000)\nEnd for")
    finally:
        timer.join()
    assert time.monotonic() - start < 15


def test_a_child_leaves_the_connection_of_its_parent_alone(bench: Bench) -> None:
    server = bench.serve()
    box, run = bench.transporter(), bench.run
    box.delete(run, 1)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            # A session of its own, with the numbers of the parent.
            code = 0 if box.get_mail(run, 2)["subject"] == "two" else 2
            del box
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert server.connections == 2 and len(server.drop) == 3
    assert box.get_mail(run, 3)["subject"] == "three"
    del box
    assert server.connections == 2 and list(server.drop) == ["id2", "id3"]


def test_nothing_is_left_of_a_transporter(bench: Bench) -> None:
    server = bench.serve()
    for _ in range(5):
        box = bench.transporter()
        box.get_box_info(bench.run)
        del box
    assert server.lines.count("QUIT") == 5
    assert STAMP in server.greeting
