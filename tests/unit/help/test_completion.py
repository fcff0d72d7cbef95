"""What is offered where the cursor is, and the signature of the call around it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter
from interp.help.calls import call_at
from interp.help.completion import complete
from interp.help.reading import reader_of
from interp.help.surroundings import Surroundings

SCRIPT = """
$t:=SMTP New transporter({host: "mail.example.com"})
$o:={name: "Ann"; deep: {list: [1; {inner: 2}]}; odd: 3; nothing: Null}
$o["two words"]:=1
$c:=[{a: 1}]
$p:=cs.Person.new("Ann")
"""
PERSON = """
Class constructor($name : Text)
	This.name:=$name
Function get loud : Text
	This.asked:=True
	return Uppercase(This.name)
Function greet($other : Text) : Text
	return "Hello "+$other
"""
METHODS = {"My method": "#DECLARE($first : Text; $second : Object) -> $r : Text\n", "Plain": "ALERT($1)"}


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surroundings]:
    folder: Path = tmp_path_factory.mktemp("files")
    for name in ("mail.eml", "more.txt", ".hidden"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "inside").mkdir()
    (folder / "inside" / "deep.txt").write_text("", encoding="utf-8")
    with Interpreter(sandbox=True, methods=METHODS, classes={"Person": PERSON}) as interpreter:
        interpreter.run(SCRIPT)
        names = ("t", "o", "c", "p")
        values: dict[str, Any] = {name: interpreter.value(f"${name}") for name in names}
        yield Surroundings(
            values,
            {"counter": 3, "<>shared": "x"},
            list(METHODS),
            ["Person"],
            METHODS.__getitem__,
            str(folder),
            lambda name: PERSON,
        )


READER = reader_of(list(METHODS))


def offered(text: str, around: Surroundings) -> list[str]:
    """The texts that *text* may become, whose end is the cursor."""
    return [text[: each.start] + each.text for each in complete(text, len(text), READER, around)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SMTP N", "SMTP New transporter"),
        ("smtp new ", "SMTP New transporter"),
        ("If (True)\n  MAIL   New", "If (True)\n  MAIL New attachment"),
        ("return Lengt", "return Length"),
        ("$x:=String(Current d", "$x:=String(Current date"),
        ("End f", "End for"),
        ("cas", "Case of"),
        ("class con", "Class constructor"),
        ("Is LongI", "Is LongInt"),
        ("transporter", "IMAP New transporter"),
        ("attachment", "MAIL New attachment"),
        ("my m", "My method"),
        ("count", "counter"),
        ("$", "$c"),
        ("ALERT($T", "ALERT($t"),
        ("<>", "<>shared"),
        ("<>s", "<>shared"),
        ("$later:=1\n$la", "$later:=1\n$later"),
        ("$t.", "$t.acceptUnsecureConnection"),
        ("$t.se", "$t.send"),
        ("$o.n", "$o.name"),
        ("$o . n", "$o . name"),
        ("$o.deep.l", "$o.deep.list"),
        ("$o.deep.list[1].", "$o.deep.list[1].inner"),
        ('$o["deep"].', '$o["deep"].list'),
        ("$c[0].", "$c[0].a"),
        ("$c.qu", "$c.query"),
        ("$p.g", "$p.greet"),
        ("$new:=cs.Person.new(1)\n$new.", "$new:=cs.Person.new(1)\n$new.greet"),
        ("4D.SMTP", "4D.SMTPTransporter"),
        ("4D.File.", "4D.File.new"),
        ('4D.File.new("a").cop', '4D.File.new("a").copyTo'),
        ("cs.", "cs.Person"),
        ("SMTP New transporter($s).", "SMTP New transporter($s).acceptUnsecureConnection"),
        ("$new:=SMTP New transporter($s)\n$new.che", "$new:=SMTP New transporter($s)\n$new.checkConnection"),
        ("var $f : 4D.File\n$f.ren", "var $f : 4D.File\n$f.rename"),
        ("var $c1 : Collection\n$c1.pus", "var $c1 : Collection\n$c1.push"),
        ("SMTP New transporter({", "SMTP New transporter({host"),
        ("SMTP New transporter({host: $a; po", "SMTP New transporter({host: $a; port"),
        ("IMAP New transporter({check", "IMAP New transporter({checkConnectionDelay"),
        ("$t.send({from: String(1; $x); su", "$t.send({from: String(1; $x); subject"),
        ("$t.send({from: Leng", "$t.send({from: Length"),
        ("var $x : Te", "var $x : Text"),
        ('File("', 'File("inside/'),
        ('File("m', 'File("mail.eml'),
        ('File("/PACKAGE/inside/', 'File("/PACKAGE/inside/deep.txt'),
        ('File(".', 'File(".hidden'),
        ('$mail.attachments:=[MAIL New attachment("mo', '$mail.attachments:=[MAIL New attachment("more.txt'),
    ],
)
def test_the_first_candidate(text: str, first: str, around: Surroundings) -> None:
    assert offered(text, around)[:1] == [first]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "If (True)\n",
        "// SMTP",
        'ALERT("SMTP',
        '"a".',
        "/* SM",
        "$x:=12",
        "ŷŷŷ",
        "$nobody.",
        "Begin SQL\nSM",
    ],
)
def test_nothing_is_offered(text: str, around: Surroundings) -> None:
    assert offered(text, around) == []


def test_files_and_folders_are_told_apart(around: Surroundings) -> None:
    kinds = {each.text: each.kind for each in complete('File("', 6, READER, around)}
    assert (kinds["inside/"], kinds["mail.eml"]) == ("folder", "file")


def test_what_begins_so_comes_first(around: Surroundings) -> None:
    found = offered("new", around)
    begins = [text.lower().startswith("new") for text in found]
    assert begins == sorted(begins, reverse=True)
    assert {"New object", "SMTP New transporter", "MAIL New attachment"} <= set(found)


def test_a_property_is_offered_once(around: Surroundings) -> None:
    found = [each.text for each in complete("MAIL Convert to MIME({to: $a; ", 30, READER, around)]
    assert found[:2] == ["from", "subject"] and "to" not in found


def test_only_the_line_of_the_cursor_counts_behind_it(around: Surroundings) -> None:
    text = "SMTP N\nEnd if"
    (found,) = complete(text, 6, READER, around)
    assert (found.text, found.start, found.kind, found.calls) == ("SMTP New transporter", 0, "command", True)


def test_a_value_is_read_without_being_asked(around: Surroundings) -> None:
    found = {each.text: each for each in complete("$p.", 3, READER, around)}
    assert {"name", "loud", "greet"} <= set(found)
    assert found["name"].about == '"Ann"'
    assert found["greet"].calls and not found["loud"].calls
    # The computed property did not run.
    assert "asked" not in around.variables["p"]


def test_properties_that_no_path_can_name_are_not_offered(around: Surroundings) -> None:
    assert "$o.two words" not in offered("$o.", around)
    assert "$o.nothing" in offered("$o.", around)


def test_members_of_a_transporter_are_those_declared(around: Surroundings) -> None:
    found = {each.text: each for each in complete("$t.", 3, READER, around)}
    assert found["send"].kind == "function" and found["host"].kind == "property"
    assert "password" not in found


HINTS = [
    ("ALERT(", "ALERT", "message : Text"),
    ('ALERT("a"; ', "ALERT", "okButtonTitle : Text"),
    ('ALERT("a"; "b"; ', "ALERT", ""),
    ("SMTP New transporter({host: $a; port: ", "SMTP New transporter", "server : Object"),
    ('SMTP New transporter({host: String(1; "', "String", "format : Text, Integer"),
    ("SMTP New transporter({host: String(1); port: ", "SMTP New transporter", "server : Object"),
    ("$t.send(", "SMTPTransporter.send", "mail : Object"),
    ('$c.query("a=:1"; 1; ', "Collection.query", "...value : any"),
    ("$o.deep.list.push(", "Collection.push", "element : any"),
    ("My method(1; ", "My method", "$second : Object"),
    ('OB SET($o; "a"; 1; "b"', "OB SET", "property : Text"),
    ("4D.File.new(", "4D.File.new", "path : Text, Integer"),
    ("For each ($x; ", "For each", "collection"),
    ("$x:=\\\n  ALERT(", "ALERT", "message : Text"),
    ("chaine(", "", ""),
    ("$p.greet(", "Person.greet", "$other : Text"),
    ("cs.Person.new(", "cs.Person.new", "$name : Text"),
    ("$new:=cs.Person.new(1)\n$new.greet(", "Person.greet", "$other : Text"),
]


@pytest.mark.parametrize(("text", "title", "current"), HINTS)
def test_the_call_around_the_cursor(text: str, title: str, current: str, around: Surroundings) -> None:
    hint = call_at(text, len(text), READER, around)
    assert (("", "") if hint is None else (hint.title, hint.current)) == (title, current)
    if hint is not None and current:
        assert hint.before + hint.current + hint.after == hint.before + current + hint.after
        assert hint.before.startswith(title)


@pytest.mark.parametrize(
    "text", ["", "ALERT", "ALERT()", "(1+", "ALERT(\n", "// ALERT(", "$nobody.nothing(", "Plain("]
)
def test_no_call(text: str, around: Surroundings) -> None:
    assert call_at(text, len(text), READER, around) is None


def test_parameters_carry_what_they_mean(around: Surroundings) -> None:
    hint = call_at("ALERT(", 6, READER, around)
    assert hint is not None
    assert (hint.parameter, hint.meaning, hint.index) == ("message", "the text to show", 0)
    assert hint.summary == "Shows a message and waits until the user has seen it."


def test_long_texts_are_no_trouble(around: Surroundings) -> None:
    """A keystroke's work in a text of 500 lines: with room for slow machines, far below what one would notice."""
    text = "\n".join(f"$x{number}:=String({number})+Uppercase($y)" for number in range(500)) + "\n"
    ends = ("SMT", "$x4", "$x5.", "ALERT(")
    for end in ends:
        complete(text + end, len(text + end), READER, around)
    spent = []
    for end in ends:
        whole = text + end + "x"
        started = time.perf_counter()
        complete(whole, len(whole), READER, around)
        call_at(whole, len(whole), READER, around)
        spent.append(time.perf_counter() - started)
    assert min(spent) < 0.1
