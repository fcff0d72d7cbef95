"""What help says of commands, functions, classes, constants and keywords."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grammar.words import KEYWORDS as WORDS
from interp.cli import main
from interp.compiler.expressions import SYSTEM_VARIABLES
from interp.compiler.intrinsics import INTRINSICS
from interp.compiler.kinds import ARRAYS
from interp.compiler.statements import CLEAR_VARIABLE
from interp.help import commands as c
from interp.help.commands import describe, explain, near
from interp.help.completion import complete
from interp.help.reading import reader_of
from interp.help.signatures import place_of
from stdlib4d import catalog
from stdlib4d.stand_in_table import STAND_INS
from stdlib4d.vocabulary import COMMANDS

ROOT = Path(__file__).resolve().parents[3]


def test_every_command_has_help_from_its_declaration() -> None:
    for number in catalog.COMMAND_MODULES:
        declaration = catalog.find_command(number)
        assert declaration is not None
        found = describe(declaration.name)
        assert found is not None
        assert (found.kind, found.title) == ("command", declaration.name)
        names = [(p.name, p.optional) for p in declaration.parameters]
        assert [(p.name, p.optional) for p in found.parameters] == names
        assert found.summary.endswith((".", "0")) and ".md" not in found.summary, found
        assert found.page.endswith(".md")


def test_what_the_compiler_does_itself_has_help_and_is_offered() -> None:
    numbers = {*INTRINSICS, *ARRAYS, CLEAR_VARIABLE}
    reader = reader_of()
    for name, number in COMMANDS.items():
        if number in numbers:
            found = describe(name)
            assert found is not None and found.here and found.page.endswith(".md") | (name == "ARRAY STRING")
            assert all(parameter.meaning for parameter in found.parameters), name
            assert name in [candidate.text for candidate in complete(name[:-1], len(name) - 1, reader)]


def test_the_variables_of_the_system_have_help() -> None:
    assert c.system_variables().keys() == SYSTEM_VARIABLES.keys()
    found = describe("ok")
    assert found is not None and found.signature == "OK : Integer"


def test_every_function_and_property_has_help() -> None:
    for name in catalog.CLASS_MODULES:
        class_ = catalog.find_class(name)
        assert class_ is not None
        found = describe(f"4D.{name}")
        assert found is not None and found.summary.endswith(".")
        for member in class_.members.values():  # type: ignore[attr-defined]
            about = describe(f"{name}.{member.name}")
            assert about is not None and about.summary, (
                f"{name}.{member.name}: add it to PROPERTIES in meanings.py"
            )
            assert about.kind == ("property" if member.declaration is None else "function")
    for name in catalog.COLLECTION_MODULES:
        about = describe(f"Collection.{name}")
        assert about is not None and about.summary


def test_every_parameter_means_something() -> None:
    found = [describe(name) for name in c.commands()]
    found += [describe(f"4D.{name}") for name in c.classes()]
    found += [describe(f"{owner}.{name}") for owner, inside in c.members().items() for name in inside]
    missing = [
        f"{about.title}/{p.name}" for about in found if about for p in about.parameters if not p.meaning
    ]
    assert missing == [], "add them to PARAMETERS in interp/help/meanings.py"


def test_stand_ins_say_that_they_do_nothing() -> None:
    for name, *_ in STAND_INS.values():
        found = describe(name)
        assert found is not None and found.summary == c.STAND_IN


def test_every_keyword_has_help() -> None:
    for word in WORDS:
        found = describe(word)
        if word != "begin sql":
            assert found is not None and found.kind == "keyword", word


def test_a_command_and_its_parameters() -> None:
    found = describe("smtp new TRANSPORTER")
    assert found is not None
    assert found.title == "SMTP New transporter"
    assert found.signature == "SMTP New transporter( server : Object ) : 4D.SMTPTransporter"
    assert found.page == "commands/smtp-new-transporter.md"
    (server,) = found.parameters
    assert (server.name, server.types, server.direction, server.optional) == (
        "server",
        ("Object",),
        "in",
        False,
    )


@pytest.mark.parametrize("name", ["every", "find", "findIndex", "some"])
def test_the_formula_of_a_search_is_named(name: str) -> None:
    found = describe(f"Collection.{name}")
    assert found is not None
    assert found.parameters[0].name == "formula"
    assert "where to begin" in found.parameters[0].meaning


def test_a_parameter_that_gets_a_value() -> None:
    found = describe("Match regex")
    assert found is not None
    directions = {p.name: p.direction for p in found.parameters}
    assert directions["pattern"] == "in"
    assert directions["pos_found"] == "out"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("?SMTP New transporter", "SMTP New transporter"),
        ("ALERT(", "ALERT"),
        ("alert:C41", "ALERT"),
        ("  SMTP   New\ttransporter ", "SMTP New transporter"),
        (".send()", "SMTPTransporter.send"),
        ("4D.SMTPTransporter.send", "SMTPTransporter.send"),
        ("smtptransporter", "4D.SMTPTransporter"),
        ("4D.File.new", "4D.File.new"),
        ("Collection", "4D.Collection"),
        ("end for each", "For each"),
        ("catch", "Try"),
        ("is longint:K8:6", "Is LongInt"),
        ("alerte", "ALERT"),
        ("Chaîne", "String"),
        ("Fin de si", "If"),
    ],
)
def test_names_as_code_has_them(name: str, title: str) -> None:
    found = describe(name)
    assert found is not None and found.title == title


def test_what_4d_has_and_the_interpreter_has_not() -> None:
    found = describe("QUERY")
    assert found is not None and not found.here and found.title == "QUERY"
    function = describe("query")
    assert function is not None and function.title == "Collection.query"


def test_others_of_the_same_name() -> None:
    found, length = describe(".delete"), describe("length")
    assert found is not None and length is not None
    assert "IMAPTransporter.delete" in found.others and found.title not in found.others
    assert (length.kind, length.others) == ("command", ("Collection.length", "Vector.length"))
    assert "Also: Collection.length, Vector.length" in explain("length")


def test_near_names() -> None:
    assert near("smtp new transportr")[0] == "SMTP New transporter"
    assert "MAIL New attachment" in near("new attachment")
    assert describe("Xyzzy 42") is None
    assert explain("smtp new transportr").startswith(
        "Nothing is called smtp new transportr.\nDid you mean SMTP New"
    )
    assert explain("ŷŷŷŷ") == "Nothing is called ŷŷŷŷ."


def test_text() -> None:
    assert explain("ALERT") == (
        "ALERT( message : Text {; okButtonTitle : Text} )\n"
        "Shows a message and waits until the user has seen it.\n"
        "\n"
        "  → message        Text  the text to show\n"
        "  → okButtonTitle  Text  what the button says; optional\n"
        "\n"
        "4D's reference: commands/alert.md"
    )


@pytest.mark.parametrize(
    ("signature", "index", "parameter"),
    [
        ("ALERT( message : Text {; okButtonTitle : Text} )", 0, "message : Text"),
        ("ALERT( message : Text {; okButtonTitle : Text} )", 1, "okButtonTitle : Text"),
        ("ALERT( message : Text {; okButtonTitle : Text} )", 2, ""),
        ("f( {...(property : Text ; value : any)} ) : Object", 4, "property : Text"),
        ("f( {...(property : Text ; value : any)} ) : Object", 3, "value : any"),
        ("f( a : Text {; ...b : any, Object} )", 7, "...b : any, Object"),
        ("Current date( {*} ) : Date", 0, "*"),
        ("BEEP", 0, ""),
        ("f() : Text", 0, ""),
    ],
)
def test_the_parameter_of_an_argument(signature: str, index: int, parameter: str) -> None:
    start, end = place_of(signature, index)
    assert signature[start:end] == parameter


def test_every_parameter_is_found_in_its_signature() -> None:
    for name in [*c.commands(), *c.stand_ins()]:
        found = describe(name)
        assert found is not None
        for index, parameter in enumerate(found.parameters):
            start, end = place_of(found.signature, index)
            assert parameter.name in found.signature[start:end], found.signature


def test_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "MAIL", "New", "attachment"]) == 0
    assert capsys.readouterr().out.startswith("MAIL New attachment( file : 4D.File")
    assert main(["help", "nothing", "of", "the", "kind"]) == 2
    assert "Nothing is called nothing of the kind" in capsys.readouterr().err


def test_an_answer_imports_no_command() -> None:
    code = (
        "import sys; from interp.help.commands import explain; explain('SMTP New transporter'); "
        "print(*(m for m in sys.modules if m.startswith('stdlib4d.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert set(done.stdout.split()) <= {
        f"stdlib4d.{n}" for n in "errors values references registry stand_in_table".split()
    }
