"""Whether a text is complete is what the grammar says, for every text there is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from grammar.parse import parse
from grammar.source import Source, SyntaxProblem
from interp.doctest.pages import Block, read_page
from interp.project import vocabulary
from interp.repl.completeness import (
    BRACKET,
    COMMENT,
    COMPLETE,
    CONTINUED,
    INCOMPLETE,
    SQL_LINES,
    STRING,
    WRONG,
    Completeness,
    Look,
)

WORDS = vocabulary()


@pytest.fixture
def completeness() -> Completeness:
    return Completeness(lambda: WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "// a comment",
        'ALERT("hi")',
        "If ($a)\nEnd if",
        "If ($a)\n\tIf ($b)\n\tEnd if\nElse\nEnd if\n",
        "Repeat\n$a:=1\nUntil ($a=1)",
        '$a:="one \\\ntwo"',
        "$a:=1+\\\n2",
        "Begin SQL\nSELECT (\nEnd SQL",
        "/* one /* inside */ two */",
        "$t[[1]]",
        "$o:={a: [1; {b: 2}]}",
        # Published code has brackets too many at the ends of lines.
        "ALERT($a))",
    ],
)
def test_complete(completeness: Completeness, text: str) -> None:
    assert completeness.look(text) == Look(COMPLETE)


@pytest.mark.parametrize(
    ("text", "inside", "deep"),
    [
        ("If ($a)", "", 1),
        ("If ($a)\n\tFor ($i; 1; 3)", "", 2),
        ("If ($a)\nElse", "", 1),
        ("While ($a)\n\t$b:=1", "", 1),
        ("Repeat", "", 1),
        ("For each ($a; $b)", "", 1),
        ("Use ($a)", "", 1),
        ("Try\n$a:=1\nCatch", "", 1),
        ("Case of", "", 1),
        ("Case of\n\t: ($a)", "", 2),
        ("Case of\n\t: ($a)\n\t\t$b:=1\nElse", "", 2),
        ("ALERT(", BRACKET, 0),
        ('ALERT("a"', BRACKET, 0),
        ("$a[", BRACKET, 0),
        ("$a[[1", BRACKET, 0),
        ("$a{1", BRACKET, 0),
        ("[1; 2;", BRACKET, 0),
        ('ALERT("a', STRING, 0),
        ('$a:="one \\', STRING, 0),
        ('$a:="one \\\ntwo', STRING, 0),
        ('If ($a)\n\tALERT("a', STRING, 1),
        ("/* a", COMMENT, 0),
        ("/* a\n/* b */", COMMENT, 0),
        ("Begin SQL", SQL_LINES, 0),
        ("$a:=1+\\", CONTINUED, 0),
        ("$a:=1 \\", CONTINUED, 0),
        ("// a comment \\", CONTINUED, 0),
        ("ALERT(\\", CONTINUED, 0),
    ],
)
def test_incomplete(completeness: Completeness, text: str, inside: str, deep: int) -> None:
    assert completeness.look(text) == Look(INCOMPLETE, inside, deep)


@pytest.mark.parametrize(
    "text",
    [
        "$a:=",
        "End if",
        "If ($a)\nEnd while",
        "If ($a)\n$b:=\n",
        # A text ends with its line, whatever follows.
        'ALERT("a\n',
        'ALERT("a\n")',
        # What is open cannot mend what is wrong before it.
        '$a:=\nALERT("b',
        "$a:=\n/* b",
        "$a:=\n$b:=1+\\",
        "\u201ca",
        "]",
    ],
)
def test_wrong(completeness: Completeness, text: str) -> None:
    assert completeness.look(text) == Look(WRONG)


@pytest.mark.parametrize(
    ("before", "line", "stands", "wanted"),
    [
        ("If ($a)\n", "$b:=1", 1, 1),
        ("If ($a)\n\t$b:=1\n", "End if", 1, 0),
        ("If ($a)\n\t$b:=1\n", "Else", 1, 0),
        ("While ($a)\n\tIf ($b)\n", "End if", 2, 1),
        ("Case of\n", ": ($a)", 1, 1),
        ("Case of\n\t: ($a)\n\t\t$b:=1\n", ": ($c)", 2, 1),
        ("Case of\n\t: ($a)\n\t\t$b:=1\n", "Else", 2, 1),
        ("Case of\n\t: ($a)\n\t\t$b:=1\n", "End case", 2, 0),
        ("Try\n", "Catch", 1, 0),
    ],
)
def test_indentation(completeness: Completeness, before: str, line: str, stands: int, wanted: int) -> None:
    assert completeness.indentation(before, line) == (stands, wanted)


def test_names_of_methods_count() -> None:
    words = WORDS.with_methods(["If only"])
    assert Completeness(lambda: words).look("If only") == Look(COMPLETE)


def test_french() -> None:
    from grammar.french import FrenchVocabulary, has_keyword_line
    from stdlib4d.french import NAMES

    def french(text: str) -> FrenchVocabulary | None:
        return FrenchVocabulary(WORDS, NAMES, text, ()) if has_keyword_line(text) else None

    completeness = Completeness(lambda: WORDS, french)
    assert completeness.look("Si (Vrai)") == Look(INCOMPLETE, "", 1)
    assert completeness.look('Si (Vrai)\nALERTE("x")\nFin de si') == Look(COMPLETE)
    assert completeness.look("If (True)") == Look(INCOMPLETE, "", 1)
    assert completeness.indentation('Si (Vrai)\n\tALERTE("x")\n', "Fin de si") == (1, 0)


def test_a_change_in_the_middle_counts(completeness: Completeness) -> None:
    lines = ["If ($a)", "\t$b:=1", "End if", "$c:=2"]
    assert completeness.look("\n".join(lines)).state == COMPLETE
    assert completeness.look("\n".join([*lines[:2], *lines[3:]])).state == INCOMPLETE
    assert completeness.look("\n".join([lines[0], *lines])).state == INCOMPLETE
    assert completeness.look("\n".join(lines)).state == COMPLETE
    assert completeness.look("\n".join([*lines[:1], "\t$b:=", *lines[2:]])).state == WRONG


def _blocks(reference: Path) -> list[Block]:
    pages = (read_page(str(path), path.read_text("utf-8")) for path in sorted(reference.rglob("*.md")))
    return [block for page in pages for block in page.blocks if block.is_4d]


def test_all_blocks_of_the_reference(reference: Path, completeness: Completeness) -> None:
    """A block is complete exactly where it parses; on the way there, lines are missing, and nothing is wrong."""
    blocks = _blocks(reference)
    valid = 0
    for block in blocks:
        text = block.text.rstrip("\n")
        try:
            parse(Source(text), WORDS)
        except SyntaxProblem:
            assert completeness.look(text).state != COMPLETE, text
            continue
        valid += 1
        lines = text.split("\n")
        for count in range(1, len(lines)):
            found = completeness.look("\n".join(lines[:count]))
            assert found.state != WRONG, (block.line, lines[:count])
        assert completeness.look(text).state == COMPLETE
    assert valid > 2000


def test_another_line_costs_the_reading_of_one(completeness: Completeness) -> None:
    text = 'If ($a>3)\n\t$b:=Length("abc")+Position("x"; $c) // and so on\n\t$c:=$b\nEnd if\n' * 125
    assert completeness.look(text).state == COMPLETE
    times = []
    for number in range(20):
        text += f"$x:={number}\n"
        began = time.perf_counter()
        completeness.look(text)
        times.append(time.perf_counter() - began)
    assert sorted(times)[10] < 0.010
