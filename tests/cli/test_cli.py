"""``4dm run``, ``4dm eval`` and ``4dm check`` in processes of their own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from .program import COMMAND, PATIENCE, Outcome, environment, run

SEND = """
$transporter:=SMTP New transporter({host: "smtp.example.test"; port: 465; user: "joe"; password: "pw"})
$mail:={from: "a@example.test"; to: "b@example.test"; subject: "Grüße"; textBody: "Hello"}
$status:=$transporter.send($mail)
ALERT("sent: "+String($status.success))
"""


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Makes *files* in *folder*."""
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


# run


def test_a_script_runs(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": 'ALERT("Grüße "+String(3+4*5))\n'})
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "Grüße 35\n", "")


@pytest.mark.parametrize(
    "text",
    [
        'ALERT("a")\r\nIf (True)\r\n  ALERT("b")\r\nEnd if\r\n',
        'ALERT("a")\rIf (True)\rALERT("b")\rEnd if',
        '\ufeffALERT("a")\nALERT("b")',
        '//%attributes = {"lang":"en"}\nALERT("a")\n\n\nALERT("b")\n\n',
    ],
    ids=["crlf", "cr", "mark", "attributes"],
)
def test_forms_of_files(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"a.4dm": text})
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "a\nb\n", "")


def test_empty_scripts(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": "", "b.4dm": "// nothing\n"})
    for name in ("a.4dm", "b.4dm"):
        assert run("run", name, cwd=tmp_path) == Outcome(0, "", "")
    assert run("run", "--sandbox", "b.4dm", cwd=tmp_path) == Outcome(0, "", "sandbox: no mail was sent\n")


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.4dm").write_bytes(b'ALERT("caf\xe9")\n')
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "a.4dm: line 1 is not UTF-8" in done.err
    # Beside another script it does no harm until it is called.
    write(tmp_path, {"b.4dm": 'ALERT("b")\n', "c.4dm": "a\n"})
    assert run("run", "b.4dm", cwd=tmp_path) == Outcome(0, "b\n", "")
    assert "c.4dm:1:1: method a cannot be read: line 1 is not UTF-8" in run("run", "c.4dm", cwd=tmp_path).err


def test_sandbox(tmp_path: Path) -> None:
    write(tmp_path, {"send.4dm": SEND})
    done = run("run", "--sandbox", "send.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (0, "sent: True\n")
    for line in (
        "sandbox: 1 mail caught, nothing left this machine",
        "from <a@example.test>",
        "to   <b@example.test>",
        "Subject: Grüße",
        "Hello",
    ):
        assert re.search(rf"^\s*{re.escape(line)}", done.err, re.MULTILINE), line
    assert "smtp.example.test:465, TLS, joe (CRAM-MD5)" in done.err
    assert list(tmp_path.iterdir()) == [tmp_path / "send.4dm"]


def test_the_report_comes_after_an_error_too(tmp_path: Path) -> None:
    write(tmp_path, {"send.4dm": SEND + "$x:=Null\nALERT($x.y)\n"})
    done = run("run", "--sandbox", "send.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (1, "sent: True\n")
    assert "sandbox: 1 mail caught" in done.err
    assert "send.4dm:7:7: cannot read property y of Null" in done.err


def test_outbox(tmp_path: Path) -> None:
    write(tmp_path, {"send.4dm": SEND})
    for _ in range(2):
        assert run("run", "--sandbox", "--outbox", "out", "send.4dm", cwd=tmp_path).status == 0
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in files] == ["001-Grüße.eml", "002-Grüße.eml"]
    mail = message_from_bytes(files[0].read_bytes())
    assert mail.get_payload() == "Hello\r\n"


def test_an_outbox_that_cannot_be_written(tmp_path: Path) -> None:
    write(tmp_path, {"send.4dm": SEND, "out": "a file"})
    done = run("run", "--sandbox", "--outbox", "out", "send.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "4dm: --outbox out: the outbox needs a folder, and this is a file" in done.err


def test_project_methods_beside_the_script(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    write(
        project,
        {
            "main.4dm": 'ALERT(greeting("Ann"))\nprepare\nALERT(String(vCount))\n',
            "greeting.4dm": '#DECLARE($name : Text) : Text\nreturn "Hello "+$name\n',
            "prepare.4dm": "vCount:=12\n",
        },
    )
    done = run("run", "project/main.4dm", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "Hello Ann\n12\n", "")


def test_the_call_chain(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "main.4dm": "// the start\n$x:=outer(3)\n",
            "outer.4dm": "#DECLARE($n : Integer) : Text\n\nreturn inner($n)\n",
            "inner.4dm": "#DECLARE($n : Integer) : Text\nvar $mail : Object\n$mail.subject:=String($n)\n",
        },
    )
    done = run("run", "main.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        "inner.4dm:3:1: cannot set property subject of Null: $mail is Null (error -10717)",
        "$mail.subject:=String($n)",
        "^^^^^^^^^^^^^",
        "hint: create $mail first: $mail:=New object",
        "  called from outer, line 3",
        "  called from main, line 2",
    ]


def test_endless_recursion(tmp_path: Path) -> None:
    write(tmp_path, {"main.4dm": "again\n", "again.4dm": "again\n"})
    done = run("run", "main.4dm", cwd=tmp_path)
    assert done.status == 1
    assert "again.4dm:1:1: methods call each other too deeply" in done.err
    assert len(done.err.splitlines()) < 40


def test_a_folder_beside_the_script_is_no_method(tmp_path: Path) -> None:
    write(tmp_path, {"main.4dm": "other(1)\n"})
    (tmp_path / "other.4dm").mkdir()
    done = run("run", "main.4dm", cwd=tmp_path)
    assert done.status == 1
    assert "main.4dm:1:1: there is no method other" in done.err


# Broken scripts.

BROKEN = {
    'ALERT("a': (2, "1:7", "the text has no closing"),
    "$x:=": (2, "1:5", "a value expected"),
    "$x:=3+": (2, "1:7", "a value expected"),
    "If ($x": (2, "1:7", ") expected"),
    'If (True)\n  ALERT("x")\n': (2, "1:1", "If has no End if"),
    "$x:=1\nEnd if": (2, "2:1", "End if"),
    "While (True)\n$x:=1\nEnd if": (2, "3:1", "End if"),
    "For ($i;1;)\nEnd for": (2, "1:11", "a value expected"),
    "Repeat\nUntil": (2, "2:6", "a value expected"),
    "Case of\n$x:=1\nEnd case": (2, "2:1", "expected"),
    "$x:=[1;2": (2, "1:9", "expected"),
    "$x:={a: 1; b}": (2, "1:12", "expected"),
    "$x:='abc'": (2, "1:5", "has no meaning here"),
    "$x:=1\n/* never closed": (2, "2:1", "the comment has no closing"),
    "3:=4": (2, "1:1", "cannot be assigned to"),
    "ALERT()": (2, "1:1", "ALERT: 1 to 2 arguments wanted, got 0"),
    "$x:=1\nbreak": (2, "2:1", "break outside of a loop"),
    "var $x : Foo": (2, "1:10", "Foo is not a type"),
    "$x:=!2024-13-45!": (2, "1:5", "there is no such day"),
    "$x:=(1": (2, "1:7", ") expected"),
    "$x:=1 2": (2, "1:7", "2 is not expected here"),
    'ALERT "x"': (2, "1:7", "is not expected here"),
    "def f(): pass": (2, "1:8", "is not expected here"),
    "<html>": (2, "1:1", "is not expected here"),
    "$x:=😀": (2, "1:5", "has no meaning here"),
    "ADD RECORD([T])": (2, "1:1", "ADD RECORD"),
    '$x:=4D.HTTPRequest.new("")': (2, "1:5", "4D.HTTPRequest"),
    "Try\n$x:=1\n": (2, "1:1", "Try has no End try"),
    "$x:=Null\n$x.y:=1": (1, "2:1", "cannot set property y of Null: $x is Null"),
    "$a:={}\n$x:=$a.b.c.d": (0, "", ""),
    "$a:={}\n$a.b.c:=1": (1, "2:1", "$a.b is Undefined"),
    "$x:=foo(1;2)": (1, "1:5", "there is no method foo"),
    "ALERT(1)": (1, "1:7", "ALERT: message: wanted Text, got Number"),
    '$x:="a"-"b"': (1, "1:5", "- cannot take Text and Text"),
    "$x:=1%0": (1, "1:5", "division by zero"),
    'var $x : Integer\n$x:="abc"': (1, "2:1", "$x: wanted Integer, got Text"),
    'throw({errCode: 7; message: "boo"})': (1, "1:1", "boo (error 7)"),
    "ASSERT(1=2)": (1, "1:1", "Assert failed"),
    '$x:=JSON Parse("[1,")': (1, "1:5", "JSON Parse"),
    "$x:=SMTP New transporter({})": (1, "1:5", "server.host: missing"),
    '$x:=SMTP New transporter({host: "h"}).send({})': (1, "1:5", "send: mail.from: missing"),
    '$x:=SMTP New transporter({host: "h"})\n$x.host:="o"': (1, "2:1", "host is read-only"),
    "$x:=MAIL Convert to MIME({subject: 5})": (1, "1:5", "mail.subject: wanted Text, got Number"),
    '__import__("os")': (1, "1:1", "there is no method __import__"),
    "$x:=[].append(1)": (1, "1:5", "a collection has no function append"),
    "$o:={}\n$o.o:=$o\n$x:=JSON Stringify($o)": (1, "3:5", "circular"),
    "For each ($x;5)\nEnd for each": (1, "1:14", "wanted Collection or Object, got Number"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """How each of the broken scripts ends: several at a time, as starting them is what takes long."""

    def end(text: str) -> Outcome:
        folder = tmp_path_factory.mktemp("broken")
        write(folder, {"b.4dm": text})
        return run("run", "b.4dm", cwd=folder)

    with ThreadPoolExecutor(4) as pool:
        return dict(zip(BROKEN, pool.map(end, BROKEN), strict=True))


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text.replace("\n", "|"))
def test_broken_scripts(broken: dict[str, Outcome], text: str) -> None:
    status, place, message = BROKEN[text]
    done = broken[text]
    assert (done.status, done.out) == (status, ""), done.err
    if not place:
        assert done.err == ""
        return
    head, source, caret = done.err.split("\n")[:3]
    line, column = (int(number) for number in place.split(":"))
    assert head.startswith(f"b.4dm:{place}: ")
    assert message in head
    assert source == text.split("\n")[line - 1]
    assert re.match(rf" {{{column - 1}}}\^", caret), done.err


@pytest.mark.parametrize("text", ['$x:="abc".length', "$x:=Null.y", "$x:=Try(Null.y)"])
def test_properties_of_literals(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"b.4dm": text})
    assert "Warning" not in run("run", "b.4dm", cwd=tmp_path).err


def test_a_hint(tmp_path: Path) -> None:
    write(tmp_path, {"b.4dm": "$server.host:=1\n"})
    assert run("run", "b.4dm", cwd=tmp_path).err.splitlines()[-1].startswith("hint: create $server first")


def test_tabs_and_wide_letters_above_the_caret(tmp_path: Path) -> None:
    write(tmp_path, {"b.4dm": '\t$ä:="日本"+oops(1)\n'})
    done = run("run", "b.4dm", cwd=tmp_path)
    lines = done.err.splitlines()
    assert done.err.startswith("b.4dm:1:11: there is no method oops")
    assert lines[1] == '\t$ä:="日本"+oops(1)'
    assert lines[2].startswith("\t") and lines[2].strip() == "^" * 7


def test_the_other_parser_runs_the_same(tmp_path: Path) -> None:
    write(tmp_path, {"good.4dm": "ALERT(String(helper(3)+4*5))\n", "helper.4dm": "return $1+1\n"})
    write(tmp_path, {"bad.4dm": "$x:=1\nALERT($x; 5 5)\n"})
    assert run("run", "--parser", "lark", "good.4dm", cwd=tmp_path) == Outcome(0, "40\n", "")
    assert run("run", "--parser", "lark", "bad.4dm", cwd=tmp_path) == run("run", "bad.4dm", cwd=tmp_path)


def test_carets_stand_below_wide_characters(tmp_path: Path) -> None:
    done = run("eval", '"日本"+nix("é")', cwd=tmp_path)
    line, carets = done.err.split("\n")[1:3]
    # Each of the two characters takes two columns.
    assert carets == " " * (line.index("nix") + 2) + "^" * len('nix("é")')


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("help", "ALERT"), "\\u2192 message"),
        (("check", "é.4dm"), "\\xe9.4dm:1:1: error"),
        (("eval", '"é"'), "\\xe9"),
    ],
)
def test_what_the_encoding_of_the_output_has_not_is_spelled_out(
    arguments: tuple[str, ...], shown: str, tmp_path: Path
) -> None:
    write(tmp_path, {"é.4dm": "ALL RECORDS\n"})
    done = run(*arguments, cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert shown in done.out
    assert done.err == ""


def test_a_name_without_a_value_is_told(tmp_path: Path) -> None:
    hint = "hint: Is txt has no value: is Is Text meant?\n"
    assert run("eval", "Is txt", cwd=tmp_path) == Outcome(0, "Undefined\n", hint)
    assert run("eval", "Undefined", cwd=tmp_path) == Outcome(0, "Undefined\n", "")


# Bad usage.


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing",), "there is no command nothing"),
        (("frob",), "there is no command frob: 4dm --help lists them"),
        (("steps.4dm",), "is 4dm run steps.4dm meant?"),
        (("runn", "x.4dm"), "there is no command runn: is run meant?"),
        (("--lives",), "there is no option --lives: 4dm --help lists them"),
        (("repl", "x.4dm"), "repl: what is x.4dm: 4dm repl --help tells more"),
        (("eval", "--timeout", "soon", "1"), "a number of seconds is wanted, not soon"),
        (("run",), "FILE"),
        (("run", "none.4dm"), "4dm: none.4dm: No such file or directory"),
        (("run", "none.4dm", "--sandbox"), "4dm: none.4dm: No such file or directory"),
        (("run", "folder.4dm"), "4dm: folder.4dm: Is a directory"),
        (("run", "."), "4dm: .: Is a directory"),
        (("check",), "FILE"),
        (("check", "none.4dm"), "4dm: none.4dm: No such file or directory"),
        (("check", "folder.4dm"), "4dm: folder.4dm: Is a directory"),
        (("run", "--answers", "none", "a.4dm"), "4dm: --answers: none: No such file or directory"),
        (("run", "--ca", "none.pem", "a.4dm"), "4dm: --ca: none.pem: No such file or directory"),
        (("run", "--ca", "a.4dm", "a.4dm"), "--ca: a.4dm holds no certificate authorities in PEM format"),
        (("eval", "--ca", "none.pem", "1"), "4dm: --ca: none.pem: No such file or directory"),
        (("run", "--outbox", "o", "a.4dm"), "4dm: --outbox keeps what --sandbox catches: give both"),
        (("run", "--timeout", "soon", "a.4dm"), "--timeout"),
        (("run", "--timeout", "0", "a.4dm"), "--timeout"),
        (("run", "--timeout", "-1", "a.4dm"), "--timeout"),
        (("run", "--timeout", "nan", "a.4dm"), "--timeout"),
        (("run", "--parser", "other", "a.4dm"), "--parser"),
        (("run", "--var", "x", "a.4dm"), "4dm: --var wants NAME=VALUE"),
        (("run", "--var", "=x", "a.4dm"), "4dm: --var wants NAME=VALUE"),
        (("run", "--var", "a b=x", "a.4dm"), "4dm: --var wants NAME=VALUE"),
        (("run", "--secret", "pw", "a.4dm"), "4dm: --secret wants NAME=ENVIRONMENT_NAME"),
        (("run", "--secret", "pw=NO_SUCH", "a.4dm"), "there is no environment variable NO_SUCH"),
        (("eval", "--secret", "pw=NO_SUCH", "1"), "there is no environment variable NO_SUCH"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_bad_usage(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    write(tmp_path, {"a.4dm": 'ALERT("a")\n'})
    (tmp_path / "folder.4dm").mkdir()
    done = run(*arguments, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_script(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": 'ALERT("a")\n'})
    (tmp_path / "a.4dm").chmod(0)
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.err) == (2, "4dm: a.4dm: Permission denied\n")


def test_help_and_version(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).out.startswith("4dm ")
    done = run("--help", cwd=tmp_path)
    assert done.status == 0 and "run a script" in done.out


# Asking.

ASK = """
CONFIRM("Send?")
ALERT("OK="+String(OK))
$name:=Request("Name?"; "nobody")
ALERT("["+$name+"] OK="+String(OK))
"""


@pytest.mark.parametrize(
    ("stdin", "out"),
    [
        ("y\nKate\n", "OK=1\n[Kate] OK=1\n"),
        ("no\n\n", "OK=0\n[nobody] OK=1\n"),
        ("yes\r\nKäthe", "OK=1\n[Käthe] OK=1\n"),
        ("y\n", "OK=1\n[] OK=0\n"),
        ("", "OK=0\n[] OK=0\n"),
    ],
    ids=["answers", "defaults", "no line end", "one answer", "none"],
)
def test_answers(tmp_path: Path, stdin: str, out: str) -> None:
    write(tmp_path, {"ask.4dm": ASK})
    (tmp_path / "answers").write_bytes(stdin.encode())
    questions = "Send? [OK/Cancel]\nName? [nobody]\n"
    piped = run("run", "ask.4dm", cwd=tmp_path, stdin=stdin)
    assert (piped.status, piped.out, piped.err) == (0, out, questions)
    # A file of answers, and then standard input has no say.
    assert run("run", "--answers", "answers", "ask.4dm", cwd=tmp_path, stdin="y\nMallory\n") == piped


def test_a_script_from_standard_input_gets_no_answers(tmp_path: Path) -> None:
    done = run("run", "-", cwd=tmp_path, stdin=ASK + "\n/*\ny\nKate\n*/\n")
    assert (done.status, done.out) == (0, "OK=0\n[] OK=0\n")
    (tmp_path / "answers").write_text("y\nKate\n")
    done = run("run", "--answers", "answers", "-", cwd=tmp_path, stdin=ASK)
    assert done.out == "OK=1\n[Kate] OK=1\n"


def test_an_error_in_a_script_from_standard_input(tmp_path: Path) -> None:
    done = run("run", "-", cwd=tmp_path, stdin="$x:=1\n$y:=$x+\n")
    assert done.status == 2
    assert done.err.startswith("<stdin>:2:8: ")
    done = run("run", "-", "--sandbox", cwd=tmp_path, stdin=SEND)
    assert (done.status, done.out) == (0, "sent: True\n")


def test_no_standard_input_at_all(tmp_path: Path) -> None:
    write(tmp_path, {"ask.4dm": ASK})
    shell = ["sh", "-c", 'exec "$@" <&-', "sh", *COMMAND, "run", "ask.4dm"]
    done = subprocess.run(
        shell, cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stdout) == (0, "OK=0\n[] OK=0\n")


# Variables and secrets.


def test_preset_variables(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": 'ALERT($name+"|"+$Other+"|"+$pw)\n'})
    arguments = ("--var", "name=Ann=B c", "--var", "$other=", "--secret", "pw=MY_PW")
    done = run("run", *arguments, "a.4dm", cwd=tmp_path, MY_PW="hunter22")
    assert (done.status, done.out) == (0, "Ann=B c||hunter22\n")
    assert run("eval", "--var", "x=ä", '$x+"!"', cwd=tmp_path).out == "ä!\n"


SECRET_SCRIPTS = {
    "sends": SEND.replace('"pw"', "$pw").replace("user:", 'logFile: "log.txt"; user:'),
    "fails": '$x:=SMTP New transporter({host: "h"; password: $pw; port: $pw})\n',
    "shows": (
        '$t:=SMTP New transporter({host: "h"; password: $pw})\n'
        "ALERT(JSON Stringify($t))\nALERT(String($t.password))\n"
    ),
    "reads": "$x:=$pw.foo.bar\n$pw:=Length($pw; $pw)\n",
    "asserts": 'ASSERT($pw="other")\n',
    "adds": "$x:=$pw+1\n",
    "calls": "frob($pw)\n",
    "is no script": "$pw:=$pw $pw\n",
}


@pytest.mark.parametrize("name", SECRET_SCRIPTS)
def test_a_secret_shows_nowhere(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"s.4dm": SECRET_SCRIPTS[name]})
    done = run("run", "--sandbox", "--secret", "pw=MY_PW", "s.4dm", cwd=tmp_path, MY_PW="hunter22")
    written = [path.read_text() for path in tmp_path.rglob("*") if path.is_file()]
    assert "hunter22" not in done.out + done.err + "".join(written)
    assert (done.status == 0) is (name in ("sends", "shows"))
    if name == "sends":
        assert "C > ****" in (tmp_path / "Logs" / "log.txt").read_text()


# run --project

PROJECT = {
    "Shop.4DProject": "{}",
    "Sources/DatabaseMethods/onStartup.4dm": '<>greeting:="Hello"\n',
    "Sources/DatabaseMethods/onExit.4dm": 'ALERT("bye")\n',
    "Sources/Methods/main.4dm": "ALERT(cs.Person.new(name).greet(<>greeting))\n",
    "Sources/Methods/name.4dm": '#DECLARE() : Text\nreturn "Ann"\n',
    "Sources/Classes/Person.4dm": (
        "property name : Text\n"
        "Class constructor($name : Text)\n\tThis.name:=$name\n"
        'Function greet($word : Text) : Text\n\treturn $word+", "+This.name\n'
    ),
}


def write_project(folder: Path, changes: Mapping[str, str] = MappingProxyType({})) -> None:
    """Makes the project in *folder*."""
    for name, text in {**PROJECT, **changes}.items():
        path = folder / "Project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


@pytest.mark.parametrize("path", [".", "Project", "Project/Shop.4DProject"])
def test_a_project(tmp_path: Path, path: str) -> None:
    write_project(tmp_path)
    done = run("run", "--project", path, "--startup-method", "main", "--headless", "--dataless", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "Hello, Ann\nbye\n", "")


def test_a_project_with_the_options_of_tool4d(tmp_path: Path) -> None:
    method = (
        "var $text; $file : Text\n"
        "$number:=Get database parameter(User param value; $text)\n"
        "$file:=Data file\n"
        'ALERT($text+" "+String($number)+" "+Structure file+" "+$file)\n'
        'ALERT(File("/DATA/x").platformPath)\n'
        "ALERT(Folder(fk logs folder).platformPath)\n"
        "ALERT(String(Get database parameter(Is current database a project)))\n"
    )
    write_project(tmp_path, {"Sources/Methods/main.4dm": method})
    project = ("run", "--project", ".", "--startup-method", "main", "--user-param", "Hello world")
    modes = ("--opening-mode", "compiled", "--create-data", "true", "--headless")
    done = run(*project, *modes, "--data", "stock/shop.4DD", cwd=tmp_path)
    folder = f"{tmp_path}/stock"
    assert (done.status, done.err) == (0, "")
    structure = f"{tmp_path}/Project/Shop.4DProject"
    assert done.out == (f"Hello world 0 {structure} {folder}/shop.4DD\n{folder}/x\n{folder}/Logs/\n1\nbye\n")
    done = run(*project, "--dataless", "--data", "stock/shop.4DD", cwd=tmp_path)
    folder = f"{tmp_path}/Data"
    assert done.out == f"Hello world 0 {structure} \n{folder}/x\n{folder}/Logs/\n1\nbye\n"


def test_methods_of_a_project_share_no_local_variables(tmp_path: Path) -> None:
    methods = {
        "Sources/DatabaseMethods/onStartup.4dm": "$a:=1\n<>b:=2\n",
        "Sources/Methods/main.4dm": "ALERT(String(Undefined($a))+String(<>b))\n",
    }
    write_project(tmp_path, methods)
    done = run("run", "--project", ".", "--startup-method", "main", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "True2\nbye\n", "")


def test_on_exit_runs_after_an_error_and_after_quit_4d(tmp_path: Path) -> None:
    for startup, status in (("QUIT 4D\n", 0), ("throw(17)\n", 1)):
        write_project(tmp_path, {"Sources/DatabaseMethods/onStartup.4dm": startup})
        done = run("run", "--project", ".", "--startup-method", "main", cwd=tmp_path)
        assert (done.status, done.out) == (status, "bye\n")
        assert ("17" in done.err) is bool(status)


def test_a_project_that_restarts(tmp_path: Path) -> None:
    startup = (
        "var $text : Text\n"
        "Get database parameter(User param value; $text)\n"
        'ALERT("["+$text+"]"+String(Undefined(<>seen)))\n'
        "<>seen:=True\n"
        'If ($text="")\n'
        '\tSET DATABASE PARAMETER(User param value; "again")\n'
        "\tRESTART 4D\n"
        "End if\n"
    )
    write_project(tmp_path, {"Sources/DatabaseMethods/onStartup.4dm": startup})
    done = run("run", "--project", ".", "--startup-method", "name", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "[]True\nbye\n[again]True\nbye\n", "")


def test_a_project_without_its_startup(tmp_path: Path) -> None:
    write_project(tmp_path)
    done = run("run", "--project", ".", "--skip-onstartup", "--startup-method", "name", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert run("run", "--project", ".", cwd=tmp_path).out == "bye\n"


def test_an_error_in_a_class_of_a_project(tmp_path: Path) -> None:
    write_project(tmp_path, {"Sources/Classes/Person.4dm": "Class constructor\n\tEnd if\n"})
    done = run("run", "--project", ".", "--startup-method", "main", cwd=tmp_path)
    assert done.status == 2
    assert "Person.4dm:2:2: error: End if without its beginning [syntax]" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--project", "none"), "4dm: --project none: no project here: there is no folder Project/Sources"),
        (("--project", ".", "--startup-method", "nothing"), "4dm: the project has no method nothing"),
        (("--project", ".", "a.4dm"), "4dm: run: give a script FILE or --project DIR, one of them"),
        (("--project", ".", "--user-param=-x"), "4dm: run: the text of --user-param may not begin with -"),
        (
            ("--project", ".", "--webadmin-auto-start", "true"),
            "run: there is no option --webadmin-auto-start",
        ),
    ],
    ids=["no project", "no method", "both", "no parameter", "no server"],
)
def test_a_project_that_cannot_run(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    write_project(tmp_path)
    done = run("run", *arguments, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


def test_classes_beside_a_script(tmp_path: Path) -> None:
    (tmp_path / "Classes").mkdir()
    write(tmp_path, {"Classes/Person.4dm": PROJECT["Sources/Classes/Person.4dm"]})
    write(tmp_path, {"a.4dm": 'ALERT(cs.Person.new("Zoe").greet("Hi"))\n'})
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "Hi, Zoe\n", "")
    assert run("check", "a.4dm", "Classes/Person.4dm", cwd=tmp_path) == Outcome(0, "", "")


def test_what_has_no_interface_is_told_when_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": 'BEEP\nSET WINDOW TITLE("Mail")\nALERT("done")\n'})
    assert run("run", "a.4dm", cwd=tmp_path) == Outcome(0, "done\n", "")
    note = "SET WINDOW TITLE: there is no interface, nothing was done\n"
    assert run("run", "--verbose", "a.4dm", cwd=tmp_path) == Outcome(0, "done\n", note)


def test_dialogs_for_documents_are_questions(tmp_path: Path) -> None:
    script = (
        'ALERT(Select document(Get 4D folder(Database folder); "*"; "Which?"; 0)+" "+Document)\n'
        'ALERT(Select document(Get 4D folder(Database folder); "*"; ""; 0)+String(OK)+Document)\n'
        'ALERT(Select document("/x"; "*"; ""; File name entry)+" "+Document)\n'
        'ALERT(Select folder("Where?"))\n'
        '$reference:=Open document("")\n'
        "ALERT(Document+String(OK))\n"
        "ALERT(Select folder+String(OK))\n"
    )
    write(tmp_path, {"a.4dm": script, "answers": f"a.4dm\nnone\nnew.txt\n{tmp_path}\n{tmp_path}/a.4dm\n"})
    done = run("run", "--answers", "answers", "a.4dm", cwd=tmp_path)
    path = f"{tmp_path}/a.4dm"
    shown = f"a.4dm {path}\n0\nnew.txt /x/new.txt\n{tmp_path}/\n{path}1\n0\n"
    assert (done.status, done.out) == (0, shown)
    assert done.err == "Which?\nOpen\nSave\nWhere?\nOpen\nSelect a folder\n"


def test_the_paths_of_another_system(tmp_path: Path) -> None:
    script = "ALERT(Folder(fk database folder).platformPath)\nALERT(Folder separator+String(Is Windows))\n"
    write(tmp_path, {"a.4dm": script})
    shown = {
        "posix": f"{tmp_path}/\n/False\n",
        "windows": f"C:{tmp_path}/\n".replace("/", "\\") + "\\True\n",
        "macos": f"Macintosh HD{tmp_path}/\n".replace("/", ":") + ":False\n",
    }
    for name, text in shown.items():
        assert run("run", "--paths", name, "a.4dm", cwd=tmp_path) == Outcome(0, text, "")


# eval


@pytest.mark.parametrize(
    ("expression", "out"),
    [
        ("3+4*5", "35"),
        ('"Hello"="hel@"', "True"),
        ('"a"*3', "aaa"),
        ("10/4", "2.5"),
        ("!2024-02-03!+1", "!2024-02-04!"),
        ("?10:30:00?+?00:01:00?", "?10:31:00?"),
        ("Null", "Null"),
        ("$nothing", "Undefined"),
        ('Length("日本")', "2"),
        ('New object("a"; 1).a', "1"),
        ("Char(0xD83D)+Char(0xDE00)", "\U0001f600"),
    ],
)
def test_eval(tmp_path: Path, expression: str, out: str) -> None:
    done = run("eval", expression, cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, out + "\n", "")


def test_eval_of_objects(tmp_path: Path) -> None:
    done = run("eval", '{a: [1; Null; "x"]}', cwd=tmp_path)
    assert json.loads(done.out) == {"a": [1, None, "x"]}


@pytest.mark.parametrize(
    ("expression", "status", "start"),
    [
        ("3+", 2, "<expression>:1:3: "),
        ("", 2, "<expression>:1:1: "),
        ("$x:=3", 2, "<expression>:1:3: "),
        ('1+"a"', 1, "<expression>:1:1: + cannot take Number and Text"),
        ("frob(1)", 1, "<expression>:1:1: there is no method frob"),
        ("ADD RECORD", 2, "<expression>:1:1: "),
    ],
)
def test_eval_that_fails(tmp_path: Path, expression: str, status: int, start: str) -> None:
    done = run("eval", expression, cwd=tmp_path)
    assert (done.status, done.out) == (status, "")
    assert done.err.startswith(start)


# check


def diagnostics(*arguments: str, cwd: Path) -> list[dict[str, Any]]:
    """What ``4dm check --json`` says; the exit status must fit to it."""
    done = run("check", "--json", *arguments, cwd=cwd)
    report = json.loads(done.out)
    assert set(report) == {"diagnostics"}
    found: list[dict[str, Any]] = report["diagnostics"]
    for one in found:
        assert set(one) == {"file", "line", "column", "severity", "code", "message"}
        assert one["severity"] in ("error", "warning")
    assert done.status == (2 if any(one["severity"] == "error" for one in found) else 0)
    assert done.err == ""
    return found


def test_check_of_good_files(tmp_path: Path) -> None:
    write(tmp_path, {"send.4dm": SEND, "ask.4dm": ASK})
    assert diagnostics("send.4dm", "ask.4dm", cwd=tmp_path) == []
    assert run("check", "send.4dm", cwd=tmp_path).out == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ADD RECORD([T])", "ADD RECORD"),
        ("Add Record", "ADD RECORD"),
        ("ADD RECORD:C56", "ADD RECORD"),
        ('$x:=4D.HTTPRequest.new("")', "4D.HTTPRequest"),
        ("$x:=4D.WebServer", "4D.WebServer"),
        ('$x:=HTTP Request("GET"; "u"; "c"; $r)', "HTTP Request"),
        ('LOAD SET("x"; "y")', "LOAD SET"),
    ],
)
def test_what_is_not_in_the_subset(tmp_path: Path, text: str, name: str) -> None:
    write(tmp_path, {"a.4dm": f"$a:=1\n{text}\n"})
    found = diagnostics("a.4dm", cwd=tmp_path)
    errors = [one for one in found if one["code"] == "not-in-subset"]
    assert [(one["file"], one["line"], one["severity"]) for one in errors] == [("a.4dm", 2, "error")]
    assert name in errors[0]["message"]
    assert [one for one in found if one["severity"] == "error"] == errors


def test_nothing_else_has_that_code(tmp_path: Path) -> None:
    texts = [text for text in BROKEN if "ADD RECORD" not in text and "4D." not in text]
    write(tmp_path, {f"b{number}.4dm": text for number, text in enumerate(texts)})
    names = [f"b{number}.4dm" for number in range(len(texts))]
    found = diagnostics(*names, cwd=tmp_path)
    assert "not-in-subset" not in {one["code"] for one in found}
    broken = {one["file"] for one in found if one["severity"] == "error"}
    assert broken == {name for name, text in zip(names, texts, strict=True) if BROKEN[text][0] == 2}


def test_the_other_parser_finds_the_same(tmp_path: Path) -> None:
    write(tmp_path, {f"b{number}.4dm": text for number, text in enumerate(BROKEN)})
    names = [f"b{number}.4dm" for number in range(len(BROKEN))]

    def summary(*arguments: str) -> list[tuple[str, str, str]]:
        found = diagnostics(*arguments, *names, cwd=tmp_path)
        return [(one["file"], one["severity"], one["code"]) for one in found]

    assert summary("--parser", "lark") == summary()


def test_the_other_parser_says_the_same(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": "ALERT(5+)\n", "b.4dm": 'If (True)\nALERT("x")\n'})
    other = diagnostics("--parser", "lark", "a.4dm", "b.4dm", cwd=tmp_path)
    assert other == diagnostics("a.4dm", "b.4dm", cwd=tmp_path)


def test_unknown_names_are_warnings(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "main.4dm": "frobnicate(1)\nhelper(2)\nALERT(vText+vKnown)\n",
            "helper.4dm": '#DECLARE($n : Integer)\nvKnown:="x"\n',
        },
    )
    found = diagnostics("main.4dm", cwd=tmp_path)
    assert [(one["line"], one["column"], one["severity"], one["code"]) for one in found] == [
        (1, 1, "warning", "undefined-name"),
        (3, 7, "warning", "undefined-name"),
    ]
    assert "frobnicate" in found[0]["message"] and "vText" in found[1]["message"]


def test_all_problems_of_all_files(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": "ADD RECORD\nbreak\nfrob(1)\n", "b.4dm": "$x:=\n", "c.4dm": "$x:=1\n"})
    found = diagnostics("a.4dm", "b.4dm", "c.4dm", cwd=tmp_path)
    assert [(one["file"], one["line"], one["code"]) for one in found] == [
        ("a.4dm", 1, "not-in-subset"),
        ("a.4dm", 2, "misplaced"),
        ("a.4dm", 3, "undefined-name"),
        ("b.4dm", 1, "syntax"),
    ]
    plain = run("check", "a.4dm", "b.4dm", "c.4dm", cwd=tmp_path)
    assert plain.status == 2
    heads = [
        line for line in plain.out.splitlines() if re.match(r"[abc]\.4dm:\d+:\d+: (error|warning): ", line)
    ]
    assert len(heads) == 4


def test_check_runs_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": 'ALERT("ran")\nASSERT(False)\n'})
    assert diagnostics("a.4dm", cwd=tmp_path) == []


# Ends.


def interrupted(*arguments: str, cwd: Path) -> Outcome:
    """Presses Ctrl-C in ``4dm`` after it printed "started": it has to end at once."""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(PYTHONUNBUFFERED="1"),
    ) as program:
        assert program.stdout is not None
        if program.stdout.readline() != "started\n":
            pytest.fail(program.communicate(timeout=PATIENCE)[1])
        time.sleep(0.3)
        began = time.monotonic()
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=PATIENCE)
    assert time.monotonic() - began < 3
    assert "Traceback" not in err
    return Outcome(program.returncode, out, err)


@pytest.fixture
def dead_server() -> Iterator[int]:
    """The port of a server that takes connections and never says anything."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    "body",
    [
        "While (True)\nEnd while\n",
        "Repeat\nTry\n$x:=1+True\nCatch\n$z:=1\nEnd try\nUntil (False)\n",
        "endless\n",
    ],
    ids=["loop", "loop that catches", "method"],
)
def test_ctrl_c_in_an_endless_loop(tmp_path: Path, body: str) -> None:
    write(tmp_path, {"a.4dm": f'ALERT("started")\n{body}', "endless.4dm": "While (True)\n$i:=1\nEnd while\n"})
    assert interrupted("run", "a.4dm", cwd=tmp_path) == Outcome(130, "", "interrupted\n")


def test_ctrl_c_while_a_server_is_silent(tmp_path: Path, dead_server: int) -> None:
    send = SEND.replace("smtp.example.test", "127.0.0.1").replace("port: 465", f"port: {dead_server}")
    write(tmp_path, {"a.4dm": 'ALERT("started")\n' + send})
    assert interrupted("run", "a.4dm", cwd=tmp_path) == Outcome(130, "", "interrupted\n")


def test_a_limit_on_the_time(tmp_path: Path, dead_server: int) -> None:
    send = SEND.replace("smtp.example.test", "127.0.0.1").replace("port: 465", f"port: {dead_server}")
    write(
        tmp_path,
        {
            "loop.4dm": "Repeat\nTry\n$i:=1\nCatch\nEnd try\nUntil (False)\n",
            "send.4dm": send,
            "good.4dm": "$x:=1\n",
        },
    )
    for name in ("loop.4dm", "send.4dm"):
        began = time.monotonic()
        done = run("run", "--timeout", "0.5", name, cwd=tmp_path)
        assert time.monotonic() - began < 5
        assert (done.status, done.out) == (1, "")
        assert "the script was stopped: it ran longer than 0.5 s" in done.err
    assert run("run", "--timeout", "60", "good.4dm", cwd=tmp_path).status == 0
    assert run("eval", "--timeout", "60", "1", cwd=tmp_path).out == "1\n"


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a line of the shell, with ``$DM`` for the program."""
    return subprocess.run(
        ["bash", "-c", line],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=environment(DM=" ".join(COMMAND)),
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("$DM run many.4dm | head -1", "line 1\n"),
        ("$DM run --sandbox many.4dm 2>sandbox.txt | head -1", "line 1\n"),
        ("$DM eval '\"abc\"*3000000' | head -c 4", "abca"),
        ("$DM check --json many.4dm | head -c 1", "{"),
        ("$DM --help | head -c 5", "usage"),
        ("$DM run few.4dm >&-", ""),
        ("$DM run many.4dm 2>&1 >&-", ""),
    ],
)
def test_nobody_reads_the_output(tmp_path: Path, line: str, out: str) -> None:
    loop = 'For ($i;1;20000)\nALERT("line "+String($i))\nEnd for\n'
    write(tmp_path, {"many.4dm": loop, "few.4dm": 'ALERT("a")\n'})
    done = shell(line, tmp_path)
    assert (done.stdout, done.stderr) == (out, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("name", ["many.4dm", "few.4dm"])
def test_no_room_for_the_output(tmp_path: Path, name: str) -> None:
    loop = 'For ($i;1;20000)\nALERT("line "+String($i))\nEnd for\n'
    write(tmp_path, {"many.4dm": loop, "few.4dm": 'ALERT("a")\n'})
    done = shell(f"$DM run {name} > /dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "4dm: standard output: No space left on device\n"


def test_the_output_keeps_its_order(tmp_path: Path) -> None:
    write(tmp_path, {"a.4dm": 'ALERT("one")\nCONFIRM("two?")\nALERT("three")\n$x:=Null\nALERT($x.y)\n'})
    done = shell("$DM run a.4dm 2>&1", tmp_path)
    assert done.stdout.splitlines()[:3] == ["one", "two? [OK/Cancel]", "three"]
    assert done.stdout.splitlines()[3].startswith("a.4dm:5:7: ")


# Files that the script writes.


def test_the_log_stands_beside_the_script(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    write(project, {"send.4dm": SEND.replace("user:", 'logFile: "mail.txt"; user:')})
    assert run("run", "--sandbox", "project/send.4dm", cwd=tmp_path).status == 0
    assert "Subject:" in (project / "Logs" / "mail.txt").read_text()
    assert not (tmp_path / "Logs").exists()


def test_a_log_that_cannot_be_written(tmp_path: Path) -> None:
    write(tmp_path, {"send.4dm": SEND.replace("user:", 'logFile: "mail.txt"; user:'), "Logs": "in the way"})
    done = run("run", "--sandbox", "send.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("send.4dm:4:10: send: logFile: ")
    assert "the mail was not sent" in done.err.splitlines()[0]


def test_a_mail_that_cannot_be_sent(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        text = SEND.replace("smtp.example.test", "127.0.0.1").replace("465", str(port))
        write(tmp_path, {"send.4dm": text + "ALERT($status.statusText)\n"})
        done = run("run", "send.4dm", cwd=tmp_path)
    # What happens between machines is a status: the script decides what it means.
    assert (done.status, done.err) == (0, "")
    assert done.out == f"sent: False\n127.0.0.1:{port}: connection refused; check host and port\n"


# what is no number, or no text


@pytest.mark.parametrize(
    ("expression", "out"),
    [
        ("1 << (1/0)", "0"),
        ("[1][1/0]", "Undefined"),
        ('"a"*(0/0)', ""),
        ("0x" + "F" * 300 + "/2", "INF"),
        ("Char(55357)", "\\ud83d"),
        ("[1].push", "<4D.Function>"),
    ],
    ids=["shift", "index", "repetition", "hexadecimal", "surrogate", "function"],
)
def test_eval_of_odd_values(tmp_path: Path, expression: str, out: str) -> None:
    assert run("eval", expression, cwd=tmp_path) == Outcome(0, out + "\n", "")


# processes


def test_the_program_ends_with_its_main_method(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.4dm": '$n:=New process("Forever"; 0)\nCALL WORKER("w"; "Forever")\n'
            'CALL WORKER(1; "Last")\nALERT("main")\n',
            "Forever.4dm": "While (True)\nEnd while\n",
            "Last.4dm": 'ALERT("last")\n',
        },
    )
    before = time.monotonic()
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "main\nlast\n", "")
    assert time.monotonic() - before < 10


def test_an_error_in_a_process_is_told_by_the_exit_status(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.4dm": '$n:=New process("Fail"; 0; "child"; {x: Null})\nWhile (Process state($n)>=0)\n'
            'DELAY PROCESS(Current process; 1)\nEnd while\nALERT("main")\n',
            "Fail.4dm": "#DECLARE($o : Object)\n$o.x.y:=1\n",
        },
    )
    done = run("run", "a.4dm", cwd=tmp_path)
    assert (done.status, done.out) == (1, "main\n")
    assert done.err.startswith("process 2 (child): Fail.4dm:2:1: cannot set property y of Null: $o.x is Null")


def test_a_time_limit_ends_all_processes(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.4dm": '$n:=New process("Forever"; 0)\n$s:=New signal\n$s.wait()\n',
            "Forever.4dm": "While (True)\nEnd while\n",
        },
    )
    done = run("run", "--timeout", "1", "a.4dm", cwd=tmp_path)
    assert done.status == 1
    assert "it ran longer than 1 s" in done.err
