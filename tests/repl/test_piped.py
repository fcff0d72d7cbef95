"""The session without a terminal: what is piped in runs, and its commands answer."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from interp.cli import main
from interp.repl.commands import COMMANDS
from tests.cli.program import COMMAND, Outcome, environment, run

from .held import held


def said(folder: Path, *lines: str) -> str:
    """The standard output of a session that ends well."""
    outcome = run(cwd=folder, stdin="\n".join(lines) + "\n")
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out


def test_alert(tmp_path: Path) -> None:
    assert run(cwd=tmp_path, stdin='ALERT("hi")') == Outcome(0, "hi\n", "")
    assert run("repl", cwd=tmp_path, stdin='ALERT("hi")\n') == Outcome(0, "hi\n", "")


def test_nothing(tmp_path: Path) -> None:
    assert run(cwd=tmp_path, stdin="") == Outcome(0, "", "")


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("3+4*5", "35"),
        ("7/2", "3.5"),
        ('"a \\"b\\" \\\\"', '"a \\"b\\" \\\\"'),
        ('"one\\ntwo"', "one\ntwo"),
        ("3>2", "True"),
        ("!2024-05-03!", "!2024-05-03!"),
        ("?10:30:00?", "?10:30:00?"),
        ("Null", "Null"),
        ("$nothing", "Undefined"),
        ("[1; [2; 3]; {}]", "[1; [2; 3]; {}]"),
        ('{a: 1; b: {c: "x"}}', '{a: 1; b: {c: "x"}}'),
        ("Formula($1+1)", "Formula($1+1)"),
        ("Is text", "2"),
        ("return 5", "5"),
        ("OK:=1\nOK", "1"),
        ("OK", "0"),
        # What has no value shows none.
        ("$x:=5", ""),
        ("New collection.push(1).length", "1"),
        ("CLEAR VARIABLE($x)", ""),
        ("C_TEXT($x)", ""),
        ("ARRAY TEXT($x; 2)", ""),
        ('Folder("/PACKAGE/new").create()', "True"),
        ('File("/PACKAGE/new.txt").setText("text")', ""),
        ('JSON Parse("null")', "Null"),
        ("4D.File", "4D.File"),
        ("[4D; cs]", "[4D; cs]"),
        # What an attachment of bytes has no value for is left out: path, cid.
        (
            'var $b : Blob\nSET BLOB SIZE($b; 3)\nMAIL New attachment($b; "x.bin")',
            '/* 4D.MailAttachment */ {name: "x.bin"; type: "application/octet-stream"; disposition: "attachment"}',
        ),
    ],
)
def test_values_in_the_notation_of_the_language(tmp_path: Path, code: str, value: str) -> None:
    assert said(tmp_path, code) == (value + "\n" if value else "")


def test_variables_and_types_last(tmp_path: Path) -> None:
    assert (
        said(
            tmp_path,
            "var $whole : Integer",
            "$whole:=3.7",
            "$whole",
            "count:=2",
            "count+1",
            "<>all:=4",
            "<>all",
        )
        == "4\n3\n4\n"
    )


def test_structures_over_lines(tmp_path: Path) -> None:
    assert said(tmp_path, "For ($i; 1; 2)", "\tALERT(String($i))", "End for", "$i") == "1\n2\n3\n"


def test_methods_and_classes(tmp_path: Path) -> None:
    lines = [".method twice", "#DECLARE($n : Integer) : Integer", "return $n*2", ".end", "twice(21)"]
    lines += [
        ".class Dog",
        "Class constructor($name : Text)",
        "\tThis.name:=$name",
        ".end",
        'cs.Dog.new("Rex").name',
    ]
    outcome = run(cwd=tmp_path, stdin="\n".join(lines))
    assert (outcome.status, outcome.out) == (0, '42\n"Rex"\n')
    assert outcome.err == "method twice is defined: twice\nclass Dog is defined: cs.Dog.new()\n"


def test_a_class_that_a_page_shows_is_defined(tmp_path: Path) -> None:
    head = "//Class: Point\nClass constructor($x : Integer)\n\tThis.x:=$x\n"
    text = head + "\n// Calling method\n$p:=cs.Point.new(4)\n$p.x"
    with held(tmp_path) as (session, shown):
        assert session.feed(text) == 0
        # One without a name says what to do about it.
        assert session.feed("Function half($n : Real) : Real\nreturn $n/2") == 2
        assert session.error is not None and ".class" in session.error.render()
    assert shown == ["4"]


def test_methods_beside_are_at_hand_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "half.4dm").write_text("#DECLARE($n : Real) : Real\nreturn $n/2\n")
    (tmp_path / "Classes").mkdir()
    (tmp_path / "Classes" / "Cat.4dm").write_text('Function says : Text\n\treturn "miaow"\n')
    lines = ["half(5)", "cs.Cat.new().says()", 'File("/PACKAGE/half.4dm").setText("return 7")', "half(5)"]
    assert run(cwd=tmp_path, stdin="\n".join(lines)).out == '2.5\n"miaow"\n7\n'


@pytest.mark.parametrize(
    ("text", "status", "message"),
    [
        ('ALERT("a")\n$o.x:=1\nALERT("b")', 1, "<input 2>:1:1: cannot set property x of Undefined"),
        ('ALERT("a")\nIf (True)', 2, "If has no End if"),
        ('ALERT("a")\nALRT("b")', 1, "hint: is ALERT meant?"),
        ('ALERT("a")\nSMTP New transportr({})', 1, "hint: is SMTP New transporter meant?"),
        ('ALERT("a")\n4D.SMTPTransportr.new({})', 2, "hint: is 4D.SMTPTransporter meant?"),
        ('ALERT("a")\n.nothing', 2, "there is no command .nothing"),
        ('ALERT("a")\n.run nowhere.4dm', 1, ".run: nowhere.4dm: No such file or directory"),
    ],
)
def test_the_first_failure_ends_it(tmp_path: Path, text: str, status: int, message: str) -> None:
    outcome = run(cwd=tmp_path, stdin=text)
    assert (outcome.status, outcome.out) == (status, "a\n")
    assert message in outcome.err


def test_near_names_of_what_is_at_hand(tmp_path: Path) -> None:
    lines = ['$status:={text: "fine"}', "$statsu.text"]
    assert "hint: is $status meant?" not in run(cwd=tmp_path, stdin="\n".join(lines[:1])).err
    assert "hint: is text meant?" in run(cwd=tmp_path, stdin=f"{lines[0]}\n$status.txet").err
    assert "hint: is push meant?" in run(cwd=tmp_path, stdin="$c:=[]\n$c.psuh(1)").err
    assert (
        "hint: is send meant?"
        in run(cwd=tmp_path, stdin='$t:=SMTP New transporter({host: "h"})\n$t.sned({})').err
    )
    assert "is $status meant?" in run(cwd=tmp_path, stdin=f"{lines[0]}\nALERT($statsu)").err


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("$x:=Is txt", "Is txt has no value: is Is Text meant?"),
        ("ALERT(String(Curent date))", "Curent date has no value: is Current date meant?"),
        ("$x:=Wholly unknown", "Wholly unknown has no value, and no method is called so"),
    ],
)
def test_a_name_without_a_value_is_told(tmp_path: Path, code: str, hint: str) -> None:
    outcome = run(cwd=tmp_path, stdin=code)
    assert (outcome.status, outcome.err) == (0, f"hint: {hint}\n")
    assert run(cwd=tmp_path, stdin="known:=1\n$x:=known\n$x:=OK") == Outcome(0, "", "")


def test_what_a_variable_holds_is_explained(tmp_path: Path) -> None:
    (tmp_path / "half.4dm").write_text('ALERT("run")')
    shown = said(
        tmp_path,
        '$o:={a: {b: "text"}}',
        "?$o.a.b",
        '$t:=SMTP New transporter({host: "mail.example.com"})',
        "?$T.send",
        "?.load",
        ".run half",
    )
    lines = shown.split("\n")
    assert lines[:3] == ["$o.a.b : Text", '"text"', "SMTPTransporter.send( mail : Object ) : Object"]
    assert ".load FILE" in lines
    assert lines[-2:] == ["run", ""]
    assert "Nothing is called $o.b" in run(cwd=tmp_path, stdin="$o:={}\n?$o.b").err


def test_methods_and_classes_are_explained(tmp_path: Path) -> None:
    (tmp_path / "Classes").mkdir()
    (tmp_path / "again.4dm").write_text("// Sends it\n// again.\n#DECLARE($to : Text) : Object\n")
    (tmp_path / "Classes" / "Person.4dm").write_text(
        "Class constructor($name : Text)\n// Says hello.\nFunction greet($who : Text) : Text\n"
    )
    assert said(tmp_path, "?again") == "again($to : Text) : Object\nSends it again.\n"
    greeting = "Person.greet($who : Text) : Text\nSays hello.\n"
    assert said(tmp_path, "?person.greet") == said(tmp_path, '$p:=cs.Person.new("")\n?$p.greet') == greeting
    shown = said(tmp_path, "?cs.Person")
    assert shown.startswith("cs.Person.new($name : Text)\n")
    assert "greet($who : Text) : Text  Says hello." in shown


def test_mails_are_caught_and_shown(tmp_path: Path) -> None:
    mail = '{from: "a@b.example"; to: "c@d.example"; subject: "Grüße"; textBody: "Hello"}'
    lines = [
        f"$mail:={mail}",
        "$mail",
        'SMTP New transporter({host: "h"}).send($mail).success',
        ".sandbox inbox",
    ]
    outcome = run(cwd=tmp_path, stdin="\n".join(lines))
    assert outcome.out.startswith(
        "Subject     Grüße\nFrom        a@b.example\nTo          c@d.example\n\nHello\nTrue\n"
    )
    assert re.search(
        r"^  1  [\d:]{8}  a@b.example -> c@d.example  Grüße  \([\d,]+ bytes\)$", outcome.out, re.MULTILINE
    )
    assert outcome.err.startswith("sandbox: 1 mail caught, nothing left this machine\n")


def test_mails_stand_below_each_other_in_any_script(tmp_path: Path) -> None:
    mails = '[{from: "a@b.example"; subject: "plain"}; {from: "会議 <a@b.example>"; subject: "wide"}]'
    plain, wide = said(tmp_path, mails).rstrip("\n").split("\n")
    # Each of the two characters takes two columns.
    assert plain.index("plain") == wide.index("wide") + 2


def test_a_mail_that_is_read(tmp_path: Path) -> None:
    code = (
        '$m:=MAIL Convert from MIME("From: Ann <a@b.example>\\r\\nTo: c@d.example\\r\\nSubject: Hi\\r\\n'
        'Date: Fri, 3 May 2024 09:00:00 +0000\\r\\n\\r\\nHello\\r\\n")'
    )
    out = run(cwd=tmp_path, stdin=f"{code}\n$m\n[$m; $m]\n{{list: [$m]}}\n.show $m.subject").out
    assert "From        Ann <a@b.example>\n" in out
    assert re.search(r"^\[1\]  2024-05-03 09:00  Ann <a@b.example>  Hi$", out, re.MULTILINE)
    assert "{list: [{/* mail from Ann <a@b.example>: Hi */}]}" in out


def test_what_is_shown_cannot_steer_the_reader(tmp_path: Path) -> None:
    assert (
        run(cwd=tmp_path, stdin='{a: Char(27)+"[31m"; b: Char(8238)}').out == '{a: "␛[31m"; b: "<U+202E>"}\n'
    )


# ------------------------------------------------------------------ commands


def test_files(tmp_path: Path) -> None:
    (tmp_path / "a b.4dm").write_text('$from:="the file"\nALERT("ran")\n')
    lines = ["$a:=1", '.run "a b.4dm"', "$from", ".save kept", ".reset", "$from", ".load kept.4dm", "$a"]
    out = run(cwd=tmp_path, stdin="\n".join(lines)).out
    # What was loaded ends with $from, which nothing gives a value in it.
    assert out == 'ran\n"the file"\n2 inputs saved in kept.4dm\nUndefined\nUndefined\n1\n'
    assert (tmp_path / "kept.4dm").read_text() == "$a:=1\n$from\n"
    assert run(cwd=tmp_path, stdin="$a:=1\n.save kept").status == 1


def test_vars(tmp_path: Path) -> None:
    lines = ['$name:="Ann"', "$numbers:=[1; 2]", "var $unset : Object", "total:=3", ".vars", ".vars num"]
    assert run(cwd=tmp_path, stdin="\n".join(lines)).out.split("\n") == [
        '$name     Text        "Ann"',
        "$numbers  Collection  [1; 2]",
        "total     Number      3",
        "$unset    Null        Null",
        "$numbers  Collection  [1; 2]",
        "",
    ]


def test_trace_shows_the_chain(tmp_path: Path) -> None:
    (tmp_path / "inner.4dm").write_text("\n$o.x:=1\n")
    (tmp_path / "outer.4dm").write_text("inner\n")
    with held(tmp_path) as (session, shown):
        assert session.feed("outer") == 1
        assert session.feed(".trace") == 0
    assert shown == ["the calls, innermost first:\n  inner, line 2\n  outer, line 1\n  <input 1>, line 1"]


def test_trace_counts_calls_that_repeat(tmp_path: Path) -> None:
    (tmp_path / "endless.4dm").write_text("endless\n")
    with held(tmp_path) as (session, shown):
        session.feed("endless")
        session.feed(".trace")
    pattern = r"the calls, innermost first:\n  endless, line 1 \(\d{3,} times\)\n  <input 1>, line 1"
    assert re.fullmatch(pattern, shown[0])


def test_time(tmp_path: Path) -> None:
    outcome = run(cwd=tmp_path, stdin=".time 3+4\n.time on\n5\n.time off\n6")
    assert outcome.out == "7\n5\n6\n"
    assert len(re.findall(r"^[\d.]+ ms$", outcome.err, re.MULTILINE)) == 2


def test_log(tmp_path: Path) -> None:
    mail = '{from: "a@b.example"; to: "c@d.example"; subject: "Hi"}'
    lines = [".log on", f'SMTP New transporter({{host: "h"}}).send({mail}).success', ".log off", ".log 500"]
    outcome = run(cwd=tmp_path, stdin="\n".join(lines))
    assert "is written in the Logs folder" in outcome.err
    assert "h" in outcome.out
    assert list((tmp_path / "Logs").iterdir())


def test_help_tells_of_every_command(tmp_path: Path) -> None:
    out = run(cwd=tmp_path, stdin=".help").out
    assert all(re.search(rf"^{re.escape(name)} ", out, re.MULTILINE) for name in COMMANDS)
    assert "usage" not in run(cwd=tmp_path, stdin=".help sandbox").out
    assert run(cwd=tmp_path, stdin=".help .run").out.startswith(".run FILE\nruns a script\n")
    assert "SMTP New transporter( server : Object )" in run(cwd=tmp_path, stdin="?SMTP New transporter").out
    assert run(cwd=tmp_path, stdin="?SMTP New transportr").status == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_refuses_nonsense(name: str, tmp_path: Path) -> None:
    outcome = run(cwd=tmp_path, stdin=f"{name} \x01 nonsense (")
    assert outcome.status in (0, 1, 2)
    assert outcome.status or name == ".vars"


def test_quit_ends_it(tmp_path: Path) -> None:
    assert run(cwd=tmp_path, stdin="1\n.quit\n2").out == "1\n"
    assert run(cwd=tmp_path, stdin="1\nQUIT 4D\n2").out == "1\n"


def test_options(tmp_path: Path) -> None:
    assert run("repl", "--var", "a=x", cwd=tmp_path, stdin="$a").out == '"x"\n'
    assert run("--var", "a=x", cwd=tmp_path, stdin="$a").out == '"x"\n'
    assert run("--live", cwd=tmp_path, stdin=".sandbox").out.startswith("sandbox off")
    (tmp_path / "file").touch()
    assert run("--outbox", "file", cwd=tmp_path).status == 2
    sent = 'SMTP New transporter({host: "h"}).send({from: "a@b.example"; to: "c@d.example"; subject: "S"}).status'
    assert run("--outbox", "kept", cwd=tmp_path, stdin=sent).out == "250\n"
    assert len(list((tmp_path / "kept").glob("*.eml"))) == 1


@pytest.mark.parametrize(
    "command", ["", "repl", "run", "eval", "check", "doctest", "help", "sandbox", "completion"]
)
def test_the_help_of_each_command_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"] if command else ["--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert "\nexamples:\n  4dm" in out


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    done = subprocess.run(
        COMMAND,
        input=b'\xef\xbb\xbfLength("\xff")\r\n',
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"1", b"")
