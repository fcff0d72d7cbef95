"""The interpreter as part of a Python program."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import gc
import io
import socket
import ssl
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

import interp
from interp import (
    UNDEFINED,
    Attachment,
    CompileError,
    Handle,
    Interpreter,
    Permissions,
    Program,
    Result,
    ScriptError,
)
from interp.host import LocalHost
from stdlib4d.host import NotPermitted

SEND = """
$transporter:=SMTP New transporter({host: "smtp.example.test"; port: 465})
$status:=$transporter.send({from: "a@b.test"; to: $name+"@c.test"; subject: "Hi"; textBody: "Hello "+$name})
"""


@pytest.fixture
def engine() -> Iterator[Interpreter]:
    """An interpreter that may do nothing but compute and print."""
    with Interpreter() as made:
        yield made


# The examples.


def test_the_example() -> None:
    interpreter = Interpreter(sandbox=True)
    result = interpreter.run(SEND, filename="send.4dm", variables={"name": "Ann"})
    assert isinstance(result, Result)
    assert result.variables["status"]["success"]
    assert result.variables["status"] == {"success": True, "status": 250, "statusText": "2.0.0 caught"}
    (mail,) = interpreter.mails
    assert mail.recipients == ("Ann@c.test",)
    interpreter.close()


ATTACHMENTS = """
var $logo : Blob
CONVERT FROM TEXT("GIF89a"; "UTF-8"; $logo)
$mail:={from: "a@x.test"; to: "b@y.test"; textBody: "."; htmlBody: "<img src=\\"cid:logo\\">"}
$mail.attachments:=[MAIL New attachment(File("/PACKAGE/data.bin"); "Größe 名.pdf")]
$mail.attachments.push(MAIL New attachment($logo; "logo.gif"; "logo"))
$status:=SMTP New transporter({host: "x.test"; port: 465; user: "a"; password: "p"}).send($mail)
"""


def test_a_mail_with_attachments_is_caught_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 2000 + b"\r\n.\r\n"
    (tmp_path / "data.bin").write_bytes(data)
    may = Permissions(read=True)
    with Interpreter(sandbox=True, permissions=may, package=str(tmp_path)) as engine:
        result = engine.run(ATTACHMENTS)
        assert result.variables["status"]["success"]
        (mail,) = engine.mails
    parsed = message_from_bytes(mail.data, policy=default)
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/gif",
        "application/pdf",
    ]
    *_, logo, file = parsed.walk()
    assert (logo["Content-ID"], logo.get_payload(decode=True)) == ("<logo>", b"GIF89a")
    assert (file.get_filename(), file.get_payload(decode=True)) == ("Größe 名.pdf", data)


def test_attachments_need_the_permission_to_read(tmp_path: Path) -> None:
    (tmp_path / "data.bin").write_bytes(b"secret")
    with Interpreter(sandbox=True, package=str(tmp_path)) as engine:
        with pytest.raises(ScriptError, match="MAIL New attachment: .*permission"):
            engine.run(ATTACHMENTS)
        assert not engine.mails


def test_eval(engine: Interpreter) -> None:
    assert engine.eval("3+4*5") == 35
    assert engine.eval('"Hello"="hel@"') is True
    assert engine.eval("$x+1", {"x": 2}) == 3


def test_programs_run_many_times(engine: Interpreter) -> None:
    program = engine.compile("$y:=$x*2\nreturn $y+1\n", "double.4dm")
    assert isinstance(program, Program)
    results = [program.run(variables={"x": number}) for number in range(5)]
    assert [result.variables["y"] for result in results] == [0, 2, 4, 6, 8]
    assert [result.value for result in results] == [1, 3, 5, 7, 9]
    assert all(isinstance(result, Result) for result in results)
    assert program.run({"x": 21}).variables == {"x": 21, "y": 42}
    assert [problem.code for problem in program.problems] == ["undefined-variable"]


def test_a_program_has_its_warnings(engine: Interpreter) -> None:
    assert engine.compile("$x:=1\n").problems == ()
    (problem,) = engine.compile("$x:=1\nfrob(1)\n", "a.4dm").problems
    assert (problem.severity, problem.code, problem.line) == ("warning", "undefined-name", 2)
    assert engine.check("$x:=\n", "b.4dm")[0].as_dict()["file"] == "b.4dm"


def test_calls_share_the_variables(engine: Interpreter) -> None:
    engine.run("$a:=1\nvProcess:=2\n")
    assert engine.eval("$a+vProcess") == 3
    found = engine.run("$b:=$a+vProcess\n").variables
    assert (found["a"], found["b"]) == (1, 3)
    engine.eval("$c+0", {"c": 5})
    assert engine.run("$d:=$c+$b\n").variables["d"] == 8
    program = engine.compile("$a:=$a+1\n")
    for _ in range(3):
        program.run()
    assert engine.eval("$a") == 4


def test_all_process_variables_are_in_the_result() -> None:
    with Interpreter(methods={"setUp": "vBase:=100\n"}) as engine:
        assert engine.run("setUp\n").variables == {"vBase": 100}
        assert engine.run("$x:=1\n").variables == {"vBase": 100, "x": 1}


def test_interpreters_share_nothing(engine: Interpreter) -> None:
    engine.run("$a:=1\nvProcess:=2\n")
    with Interpreter() as other:
        assert other.eval("$a") is UNDEFINED
        assert other.eval("vProcess") is UNDEFINED


def test_a_result_is_of_its_time(engine: Interpreter) -> None:
    first = engine.run("$list:=[1]\n$n:=1\n")
    second = engine.run("$list.push(2)\n$n:=2\n")
    assert first.variables == {"list": [1], "n": 1}
    assert second.variables == {"list": [1, 2], "n": 2}


def test_nothing_returned_is_undefined(engine: Interpreter) -> None:
    assert engine.run("$x:=1\n").value is UNDEFINED
    assert engine.run("return Null\n").value is None
    assert "x" in repr(engine.run("$x:=1\n"))


def test_methods_from_the_program() -> None:
    methods = {"Twice": "#DECLARE($n : Integer) : Integer\nreturn $n*2\n", "setUp": "vBase:=100\n"}
    with Interpreter(methods=methods) as engine:
        assert engine.eval("twice(21)") == 42
        assert engine.run("setUp\n$x:=vBase+Twice(1)\n").variables["x"] == 102
    with Interpreter(methods={"Bad": "$x:=\n"}) as engine, pytest.raises(ScriptError) as caught:
        engine.run("Bad\n")
    assert (caught.value.filename, caught.value.line) == ("Bad.4dm", 1)


def test_methods_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "helper.4dm").write_text("return $1+1\n")
    (tmp_path / "main.4dm").write_text("")
    with Interpreter() as engine:
        # The text that is run need not be the file's.
        assert engine.run("$x:=helper(1)\n", str(tmp_path / "main.4dm")).variables["x"] == 2
    with Interpreter() as engine, pytest.raises(ScriptError, match="there is no method helper"):
        engine.run("$x:=helper(1)\n", str(tmp_path / "none.4dm"))


def test_each_file_has_the_methods_beside_it(tmp_path: Path) -> None:
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "main.4dm").write_text("return helper\n")
        (folder / "helper.4dm").write_text(f"return {number}\n")
    with Interpreter() as engine:
        found = [
            engine.run("return helper\n", str(tmp_path / str(number) / "main.4dm")).value for number in (1, 2)
        ]
    assert found == [1, 2]


def test_both_parsers() -> None:
    with Interpreter(parser="lark") as engine:
        assert engine.eval("3+4*5") == 35
        with pytest.raises(CompileError):
            engine.run("$x:=1 2\n")


def test_what_the_package_offers() -> None:
    assert all(getattr(interp, name) is not None for name in interp.__all__)
    assert interp.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = interp.Nothing


# Errors.


def test_a_script_error(engine: Interpreter) -> None:
    with pytest.raises(ScriptError) as caught:
        engine.run("$x:=1\n\t$y:=$x+True\n", "some/where.4dm")
    error = caught.value
    assert not isinstance(error, CompileError)
    assert (error.code, error.message) == (54, "+ cannot take Number and Boolean")
    assert (error.filename, error.line, error.column) == ("some/where.4dm", 2, 6)
    assert error.source_line == "\t$y:=$x+True"
    assert error.chain == (("where", 2),)
    assert str(error) == "some/where.4dm:2:6: + cannot take Number and Boolean (error 54)"
    assert error.render().splitlines()[1:3] == ["\t$y:=$x+True", "\t    ^^^^^^^"]


def test_the_call_chain() -> None:
    methods = {"outer": "$x:=1\ninner($1)\n", "inner": '// nothing\n// here\nASSERT($1=0; "not zero")\n'}
    with Interpreter(methods=methods) as engine:
        engine.run("outer(0)\n", "main.4dm")
        with pytest.raises(ScriptError) as caught:
            engine.run("\nouter(5)\n", "main.4dm")
        error = caught.value
        assert error.chain == (("inner", 3), ("outer", 2), ("main", 2))
        assert (error.filename, error.line, error.column) == ("inner.4dm", 3, 1)
        assert "not zero" in error.message
        # It goes on with what the script had done before.
        assert engine.eval("1+1") == 2


@pytest.mark.parametrize("run", ["run", "compile", "eval"])
def test_a_compile_error(engine: Interpreter, run: str) -> None:
    with pytest.raises(CompileError) as caught:
        getattr(engine, run)("$x:=1 2")
    error = caught.value
    assert isinstance(error, ScriptError)
    assert error.line == 1 and error.column > 1
    assert [problem.severity for problem in error.problems] == ["error"]
    assert error.code == 48


def test_all_problems_at_once(engine: Interpreter) -> None:
    with pytest.raises(CompileError) as caught:
        engine.run("ADD RECORD\nfrob(1)\nbreak\n", "a.4dm")
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [
        ("not-in-subset", 1),
        ("misplaced", 3),
    ]
    assert caught.value.filename == "a.4dm"


def test_nothing_runs_of_a_script_with_an_error(
    engine: Interpreter, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CompileError):
        engine.run('ALERT("ran")\n$x:=1\nbreak\n')
    assert capsys.readouterr().out == ""
    assert engine.eval("$x") is UNDEFINED


def test_variables_stay_after_an_error(engine: Interpreter) -> None:
    with pytest.raises(ScriptError):
        engine.run("$before:=1\n$x:=$before+True\n$after:=1\n")
    assert engine.eval("$before") == 1
    assert engine.eval("$after") is UNDEFINED


def test_errors_of_mail_are_script_errors() -> None:
    with Interpreter(sandbox=True) as engine:
        with pytest.raises(ScriptError) as caught:
            engine.run('$s:=SMTP New transporter({host: "h"}).send({to: "a@b.c"})\n')
        assert caught.value.message == "send: mail.from: missing"
        assert caught.value.signature == "SMTP"
        assert caught.value.hint


def test_endless_recursion() -> None:
    with Interpreter(methods={"again": "again\n"}) as engine:
        before = sys.getrecursionlimit()
        with pytest.raises(ScriptError, match="too deeply"):
            engine.run("again\n")
        assert sys.getrecursionlimit() == before


# What is permitted.


class Listener:
    """A server that counts who connects."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.setblocking(False)
        self.port: int = self.server.getsockname()[1]

    def was_dialled(self) -> bool:
        """Whether somebody connected."""
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.server.close()


CONNECT = (
    '$s:=SMTP New transporter({host: "127.0.0.1"; port: $port; connectionTimeOut: 1}).checkConnection()\n'
)
WRITE = (
    '$s:=SMTP New transporter({host: "127.0.0.1"; port: $port; logFile: $file; connectionTimeOut: 1})'
    ".checkConnection()\n"
)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (CONNECT, "needs the permission 'dial'"),
        (WRITE, "needs the permission 'write'"),
        ('CONFIRM("Really?")\n', "CONFIRM needs the permission 'ask'"),
        ('$x:=Request("Name?")\n', "Request needs the permission 'ask'"),
    ],
)
def test_nothing_is_permitted_by_itself(
    engine: Interpreter, listener: Listener, tmp_path: Path, source: str, message: str
) -> None:
    file = tmp_path / "log.txt"
    with pytest.raises(ScriptError) as caught:
        engine.run(source, variables={"port": listener.port, "file": str(file)})
    assert message in caught.value.message
    assert (caught.value.code, caught.value.line) == (-5000, 1)
    assert not listener.was_dialled()
    assert not file.exists()


def test_computing_and_printing_are_permitted(
    engine: Interpreter, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.run("ALERT(String(3+4*5))\n$now:=Current time\n$today:=Current date\n")
    assert capsys.readouterr().out == "35\n"
    assert engine.permissions == Permissions()


def test_one_permission_is_not_another(listener: Listener, tmp_path: Path) -> None:
    variables = {"port": listener.port, "file": str(tmp_path / "log.txt")}
    with Interpreter(permissions=Permissions(dial=True)) as engine:
        with pytest.raises(ScriptError, match="'write'"):
            engine.run(WRITE, variables=variables)
        assert not listener.was_dialled()
        assert engine.run(CONNECT, variables=variables).variables["s"]["success"] is False
        assert listener.was_dialled()
    with (
        Interpreter(permissions=Permissions(write=True)) as engine,
        pytest.raises(ScriptError, match="'dial'"),
    ):
        engine.run(WRITE, variables=variables)


def test_everything_permitted(listener: Listener, tmp_path: Path) -> None:
    variables = {"port": listener.port, "file": "log.txt"}
    with Interpreter(permissions=Permissions.all(), logs=str(tmp_path / "L"), answers=["Ann"]) as engine:
        found = engine.run(WRITE + '$name:=Request("Name?")\n', variables=variables).variables
    assert listener.was_dialled()
    assert found["name"] == "Ann"
    assert (tmp_path / "L" / "log.txt").exists()


def test_the_sandbox_needs_no_permission_to_dial() -> None:
    with Interpreter(sandbox=True) as engine:
        assert engine.run(SEND, variables={"name": "x"}).variables["status"]["success"]
        with pytest.raises(ScriptError, match="'ask'"):
            engine.run('CONFIRM("?")\n')
        assert len(engine.mails) == 1
    assert len(engine.mails) == 1


def test_an_outbox(tmp_path: Path) -> None:
    with Interpreter(sandbox=True, outbox=str(tmp_path / "out")) as engine:
        engine.run(SEND, variables={"name": "x"})
        (mail,) = engine.mails
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [mail.data]


def test_a_file_of_authorities_that_is_none(listener: Listener, tmp_path: Path) -> None:
    source = '$s:=SMTP New transporter({host: "127.0.0.1"; port: 465; connectionTimeOut: 5}).send($mail)\n'
    mail = {"from": "a@b.c", "to": "d@e.f"}
    (tmp_path / "text.pem").write_text("no certificate\n")
    for name, reason in (("none.pem", "cannot be read"), ("text.pem", "holds no certificate authorities")):
        file = str(tmp_path / name)
        with Interpreter(permissions=Permissions.all(), ca_file=file) as engine:
            status = engine.run(source, variables={"mail": mail}).variables["s"]
        assert (status["success"], status["status"]) == (False, 0)
        assert file in status["statusText"] and reason in status["statusText"]


# Values.


def test_attachments_of_a_mail_cross_with_what_they_hold(tmp_path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"PDF")
    mime = (
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; name=p.png\nContent-ID: <c@d>\n"
        "Content-Disposition: inline; size=3\nContent-Transfer-Encoding: base64\n\nQUJD\n--b--\n"
    )
    with Interpreter(permissions=Permissions(read=True)) as engine:
        found = engine.eval("MAIL Convert from MIME($mime).attachments[0]", {"mime": mime})
        assert isinstance(found, Attachment)
        assert (found.name, found.type, found.disposition, found.cid, found.size) == (
            "p.png", "image/png", "inline", "c@d", 3,
        )  # fmt: skip
        assert found.getContent() == b"ABC"
        assert found.path is None and found.platformPath is None
        assert engine.eval("$one.cid", {"one": found}) == "c@d"
        with pytest.raises(AttributeError):
            found.name = "other"
        of_file = engine.eval("MAIL New attachment($path)", {"path": str(path)})
        assert (of_file.name, of_file.cid, of_file.size, of_file.path) == ("a.pdf", None, None, str(path))
        assert of_file.getContent() == b"PDF"
        path.unlink()
        with pytest.raises(ScriptError, match="getContent"):
            of_file.getContent()


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        0,
        -7,
        2**53,
        1.5,
        "",
        "Grüße 日本 😀",
        b"",
        b"\x00\xff",
        date(2024, 2, 29),
        timedelta(hours=10, minutes=30, seconds=5),
        timedelta(seconds=-5),
        {},
        [],
        {"a": {"b": [1, {"c": None}]}, "B": 1, "b": 2, "with space": "x"},
        [1, "a", None, [], {}],
    ],
    ids=repr,
)
def test_values_come_back(engine: Interpreter, value: Any) -> None:
    result = engine.run("$there:=$here\n", variables={"here": value})
    for name in ("here", "there"):
        assert result.variables[name] == value
        assert type(result.variables[name]) is type(value)
    assert engine.eval("$here") == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ('"text"', "text"),
        ("1/4", 0.25),
        ("7", 7),
        ("1=1", True),
        ("Null", None),
        ("$never", UNDEFINED),
        ("!2024-02-03!", date(2024, 2, 3)),
        ("!00-00-00!", None),
        ("?10:30:00?", timedelta(hours=10, minutes=30)),
        ("?00:00:00?", timedelta(0)),
        ('{a: 1; b: [!2024-02-03!; Null; "x"]}', {"a": 1, "b": [date(2024, 2, 3), None, "x"]}),
        ("New collection(1; 2.5)", [1, 2.5]),
    ],
)
def test_values_of_the_language(engine: Interpreter, source: str, value: Any) -> None:
    found = engine.eval(source)
    assert found == value and type(found) is type(value)
    assert engine.run(f"$x:={source}\n").variables["x"] == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("Text", ""),
        ("Integer", 0),
        ("Real", 0),
        ("Boolean", False),
        ("Date", None),
        ("Time", timedelta(0)),
        ("Blob", b""),
        ("Object", None),
        ("Collection", None),
        ("Variant", UNDEFINED),
    ],
)
def test_declared_and_never_assigned(engine: Interpreter, kind: str, value: Any) -> None:
    assert engine.run(f"var $x : {kind}\n").variables["x"] == value


def test_a_null_date_is_none(engine: Interpreter) -> None:
    assert engine.run("var $d : Date\n$o:={d: $d}\n").variables == {"d": None, "o": {"d": None}}


def test_cycles_stay_cycles(engine: Interpreter) -> None:
    made = engine.run("$o:={list: []}\n$o.self:=$o\n$o.list.push($o)\n$p:=$o\n").variables
    assert made["o"]["self"] is made["o"]
    assert made["o"]["list"][0] is made["o"]
    # One object under two names is one dict.
    assert made["p"] is made["o"]
    node: dict[str, Any] = {"n": 1}
    node["me"] = [node]
    back = engine.run("$node.n:=2\n$deep:=$node.me[0].me[0].n\n", variables={"node": node}).variables
    assert back["deep"] == 2 and back["node"]["me"][0] is back["node"]
    assert node["n"] == 1


def test_values_are_copies(engine: Interpreter) -> None:
    given = {"list": [1, 2], "o": {"a": 1}}
    kept = copy.deepcopy(given)
    result = engine.run("$x.list.push(3)\n$x.o.a:=9\n", variables={"x": given})
    assert given == kept
    result.variables["x"]["list"].append("mine")
    result.variables["x"]["o"]["b"] = "mine"
    assert engine.eval("$x") == {"list": [1, 2, 3], "o": {"a": 9}}
    engine.eval("$x")["list"].clear()
    assert engine.eval("$x.list.length") == 3


def test_subclasses_and_look_alikes(engine: Interpreter) -> None:
    class Name(str):
        """A text."""

    class Options(dict[str, Any]):
        """An object."""

    variables = {"n": Name("x"), "o": Options(a=1), "t": (1, 2), "b": bytearray(b"x"), "big": 2**60}
    found = engine.run("$x:=1\n", variables=variables).variables
    assert type(found["n"]) is str and type(found["o"]) is dict
    assert found["t"] == [1, 2] and found["b"] == b"x" and found["big"] == float(2**60)


def test_undefined(engine: Interpreter) -> None:
    found = engine.run("$a:=$u\n$o:={x: $u; y: 1}\n$b:=Undefined($u)\n", variables={"u": UNDEFINED}).variables
    assert found["a"] is UNDEFINED and found["b"] is True
    assert engine.eval("$o.nothing") is UNDEFINED
    assert not UNDEFINED
    assert copy.deepcopy(UNDEFINED) is UNDEFINED


def test_handles_can_be_handed_back() -> None:
    with Interpreter(sandbox=True) as engine:
        made = engine.run('$t:=SMTP New transporter({host: "h"; password: "secret"})\n').variables["t"]
        assert isinstance(made, Handle)
        assert repr(made) == "<4D.SMTPTransporter>"
        assert not [name for name in dir(made) if not name.startswith("_")]
        found = engine.run("$name:=$other.host\n$list:=[$other]\n", variables={"other": made}).variables
        assert found["name"] == "h"
        assert found["other"] == made == found["list"][0] and hash(found["other"]) == hash(made)
        status = engine.eval('$o.t.send({from: "a@b.c"; to: "d@e.f"})', {"o": {"t": made}})
        assert status["success"]


@pytest.mark.parametrize(
    "value",
    [
        object(),
        {1, 2},
        1j,
        datetime(2024, 1, 1, tzinfo=UTC),
        len,
        {"a": [object()]},
        {1: 2},
        Path("x"),
        iter([]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_foreign_values_are_refused(engine: Interpreter, value: Any) -> None:
    with pytest.raises(TypeError, match=r"has no counterpart in 4D|property names are str"):
        engine.run("$x:=1\n", variables={"v": value})
    assert engine.eval("$x") is UNDEFINED


def test_deep_values(engine: Interpreter) -> None:
    deep: list[Any] = []
    for _ in range(20_000):
        deep = [{"in": deep}]
    engine.run(
        "$depth:=0\n$at:=$v\nWhile ($at.length#0)\n$at:=$at[0].in\n$depth:=$depth+1\nEnd while\n",
        variables={"v": deep},
    )
    assert engine.eval("$depth") == 20_000
    found = engine.run("$c:=[]\nFor ($i; 1; 20000)\n$c:=[$c]\nEnd for\n").variables["c"]
    depth = 0
    while found:
        found = found[0]
        depth += 1
    assert depth == 20_000


def test_names(engine: Interpreter) -> None:
    first = engine.run("$MailServer:=1\n$mailserver:=$MAILSERVER+1\nvCount:=3\nVCOUNT:=4\n").variables
    assert first == {"MailServer": 2, "vCount": 4}
    # The first spelling stays, whoever gives the next.
    assert engine.run("$x:=$mailServer\n", variables={"MAILSERVER": 7}).variables["MailServer"] == 7
    assert engine.run("$y:=1\n", variables={"$given": 1}).variables["given"] == 1


def test_process_variables_can_be_given(engine: Interpreter) -> None:
    assert engine.run("$x:=vName+1\n", variables={"vName": 4}).variables["x"] == 5


# Another host.


class Recorder:
    """A host that records every effect, and has a network of its own."""

    def __init__(self, sandbox: Interpreter) -> None:
        self._network = sandbox.host
        self.done: list[tuple[Any, ...]] = []
        self.files: dict[str, str] = {}

    def say(self, text: str) -> None:
        self.done.append(("say", text))

    def confirm(self, message: str, ok: str, cancel: str) -> bool:
        self.done.append(("confirm", message, ok, cancel))
        return True

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str | None:
        self.done.append(("ask", message, default))
        return "Ann"

    def warn(self, text: str) -> None:
        self.done.append(("warn", text))

    def now(self) -> datetime:
        return datetime(2020, 2, 29, 12, 30, 15, tzinfo=UTC)

    def ticks(self) -> float:
        return 1.5

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        self.done.append(("dial", host, port))
        return self._network.dial(host, port, timeout, service)

    def tls_context(self) -> ssl.SSLContext:
        return self._network.tls_context()

    def logs_folder(self) -> str:
        return "/nowhere/Logs"

    def append_text(self, path: str, text: str) -> None:
        self.files[path] = self.files.get(path, "") + text

    def read_bytes(self, path: str) -> bytes:
        raise FileNotFoundError(path)

    @property
    def loop(self) -> Any:
        return self._network.loop


def test_every_effect_can_be_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    with Interpreter(sandbox=True) as sandbox:
        host = Recorder(sandbox)
        engine = Interpreter(host=host)
        found = engine.run(
            """
            CONFIRM("Send?"; "Send"; "Keep")
            $name:=Request("Name?"; "nobody")
            ALERT("to "+$name)
            $date:=Current date
            $time:=Current time
            $transporter:=SMTP New transporter({host: "smtp.example.test"; port: 465; logFile: "l.txt"})
            $status:=$transporter.send({from: "a@b.test"; to: "c@d.test"; subject: "Hi"; textBody: "x"})
            """
        ).variables
        engine.close()
        # The host is the embedder's: it is still there.
        assert host.loop.run(asyncio.sleep(0, 42)) == 42
        (mail,) = sandbox.mails
    assert found["status"]["success"]
    assert (found["date"], found["time"]) == (date(2020, 2, 29), timedelta(hours=12, minutes=30, seconds=15))
    assert host.done == [
        ("confirm", "Send?", "Send", "Keep"),
        ("ask", "Name?", "nobody"),
        ("say", "to Ann"),
        ("dial", "smtp.example.test", 465),
    ]
    assert b"\r\nDate: Sat, 29 Feb 2020 12:30:15 GMT\r\n" in mail.data
    assert list(host.files) == ["/nowhere/Logs/l.txt"]
    assert capsys.readouterr() == ("", "")


def test_a_host_may_refuse() -> None:
    class Mute(LocalHost):
        def say(self, text: str) -> None:
            raise NotPermitted("nothing may be said here")

    host = Mute(Permissions())
    with pytest.raises(ScriptError, match="nothing may be said here") as caught:
        Interpreter(host=host).run('$x:=1\nALERT("a")\n')
    assert (caught.value.code, caught.value.line) == (-5000, 2)
    host.close()


def test_an_output_of_its_own() -> None:
    output = io.StringIO()
    host = LocalHost(Permissions(), output=output)
    Interpreter(host=host).run('ALERT("a")\n')
    host.close()
    assert output.getvalue() == "a\n"


# Time.


@pytest.mark.parametrize(
    "source",
    [
        "While (True)\nEnd while\n",
        "Repeat\nTry\n$x:=1+True\nCatch\n$y:=1\nEnd try\nUntil (False)\n",
        "For ($i; 1; 1000000000)\n$x:=$i\nEnd for\n",
        '$t:="a"\nWhile (True)\n$n:=Length($t)\nEnd while\n',
    ],
    ids=["while", "try", "for", "commands"],
)
def test_a_limit_on_the_time(source: str) -> None:
    with Interpreter(time_limit=0.2) as engine:
        began = time.monotonic()
        with pytest.raises(ScriptError, match=r"the script was stopped: it ran longer than 0\.2 s"):
            engine.run(source)
        assert 0.15 < time.monotonic() - began < 3
        # The limit is for each run, and the next one is as good as any.
        assert engine.run("$x:=1\n").variables["x"] == 1
        time.sleep(0.3)
        assert engine.eval("$x+1") == 2


def test_a_limit_that_is_over_at_once() -> None:
    with Interpreter(time_limit=1e-6) as engine:
        for _ in range(200):
            with contextlib.suppress(ScriptError):
                engine.run("$x:=1\n")


def test_a_limit_on_the_time_ends_a_wait(listener: Listener) -> None:
    with Interpreter(time_limit=0.3, permissions=Permissions.all()) as engine:
        began = time.monotonic()
        with pytest.raises(ScriptError, match="ran longer than"):
            engine.run(
                '$s:=SMTP New transporter({host: "127.0.0.1"; port: $port}).checkConnection()\n',
                variables={"port": listener.port},
            )
        assert time.monotonic() - began < 3
        assert engine.eval("1+1") == 2


def test_no_limit_is_left_behind() -> None:
    with Interpreter(time_limit=0.05) as engine:
        for _ in range(50):
            engine.run("$x:=1\n")
            with contextlib.suppress(ScriptError):
                engine.run("For ($i; 1; 20000)\nEnd for\n")
    time.sleep(0.1)


# Threads and loops.


def test_inside_a_running_loop() -> None:
    async def main() -> bool:
        with Interpreter(sandbox=True) as engine:
            success: bool = engine.run(SEND, variables={"name": "x"}).variables["status"]["success"]
            return success

    assert asyncio.run(main())


def test_in_several_threads() -> None:
    found: list[int] = []

    def work(number: int) -> None:
        with Interpreter(sandbox=True) as engine:
            for _ in range(3):
                engine.run(SEND, variables={"name": f"n{number}"})
            assert all(mail.recipients == (f"n{number}@c.test",) for mail in engine.mails)
            found.append(len(engine.mails))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [3] * 4


def test_handed_from_thread_to_thread() -> None:
    with Interpreter(sandbox=True) as engine:
        engine.run(SEND, variables={"name": "x"})
        worker = threading.Thread(
            target=lambda: engine.run('$status:=$transporter.send({from: "a@b.c"; to: "d@e.f"})\n')
        )
        worker.start()
        worker.join()
        assert engine.eval("$status.success") is True
        assert len(engine.mails) == 2


def test_nothing_is_left_after_the_end() -> None:
    def ours() -> set[threading.Thread]:
        return {thread for thread in threading.enumerate() if thread is not threading.main_thread()}

    before = ours()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(3):
            engine = Interpreter(sandbox=True, time_limit=30)
            engine.run(SEND, variables={"name": "x"})
            engine.close()
            engine.close()
            del engine
        gc.collect()
    end = time.monotonic() + 5
    while ours() - before and time.monotonic() < end:
        time.sleep(0.01)
    assert ours() <= before


def test_a_forgotten_interpreter_leaves_nothing() -> None:
    code = f"""
from interp import Interpreter
engine = Interpreter(sandbox=True)
engine.run({SEND!r}, variables={{"name": "x"}})
print(len(engine.mails))
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")


def test_closing_says_goodbye(tmp_path: Path) -> None:
    engine = Interpreter(sandbox=True, permissions=Permissions.all(), logs=str(tmp_path))
    engine.run(SEND.replace("port: 465", 'port: 465; logFile: "l.txt"'), variables={"name": "x"})
    engine.close()
    assert (tmp_path / "l.txt").read_text().endswith("\tSMTP session closed\n")


def test_nothing_runs_after_the_end() -> None:
    engine = Interpreter(sandbox=True)
    engine.run(SEND, variables={"name": "x"})
    engine.close()
    with pytest.raises(ValueError, match="the interpreter is closed"):
        engine.run(SEND, variables={"name": "x"})
    assert len(engine.mails) == 1


def test_scripts_that_only_compute_start_no_thread() -> None:
    before = threading.active_count()
    with Interpreter() as engine:
        engine.run("$x:=3+4*5\n")
        assert threading.active_count() == before


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells and limits the memory of a process")
def test_a_time_limit_after_a_thread_that_found_no_room() -> None:
    program = """
import resource, threading
from interp import Interpreter, ScriptError
from interp.threads import start
with open("/proc/self/statm") as memory:
    limit = int(memory.read().split()[0]) * resource.getpagesize() + (300 << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    start(threading.Thread(target=print), 1 << 30)
except RuntimeError as refused:
    print(refused)
try:
    Interpreter(time_limit=0.5).run("While (True)\\nEnd while")
except ScriptError as stopped:
    print(stopped.message)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)
    assert done.stderr == ""
    assert (
        done.stdout
        == "there is no room for another thread\nthe script was stopped: it ran longer than 0.5 s\n"
    )
