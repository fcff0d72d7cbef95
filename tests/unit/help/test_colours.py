"""The pieces of any text, and their colours: nothing is lost, and what is 4D is what the language's lexer says."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.token import Token, string_to_tokentype

from grammar import pieces as p
from grammar.lexer import tokenize
from grammar.pieces import Reader
from grammar.source import SyntaxProblem
from grammar.terminals import END, NEWLINE
from grammar.words import Vocabulary
from interp.help.colours import Painter
from interp.help.pygments_lexer import FourDLexer
from interp.help.reading import reader_of
from stdlib4d.tokens import CONSTANT_TOKENS
from stdlib4d.vocabulary import NAMES

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted([*(ROOT / "tests" / "conformance").glob("*.4dm"), *(ROOT / "scripts").rglob("*.4dm")])
WORDS = Vocabulary(NAMES, tokens=CONSTANT_TOKENS)
#: What 4D is made of, and what it is not.
SCRAPS = st.sampled_from(
    ' |\t|\n|\r\n|\\|\\\n|"|"a\\n"|//|/*|*/|`|If|End if|begin sql|end sql|ALERT|For each|$x|<>|:=|:C41|:K8:3|{|}|[[|]]'
    "|[|]|(|)|;|;\n|. |.a|->|!2024-01-02!|?10:30:00?|?|!|0x1F|3.5|“|é|Si|Fin de si|Chaîne|Function f|\x00|\ud800".split(
        "|"
    )
)
READER = reader_of(["My method"])
PAINTER = Painter(READER)


def chunks() -> list[str]:
    """The scripts at hand, parted as their files part them."""
    texts = [part for file in FILES for part in file.read_text(encoding="utf-8").split("//---")]
    return [*texts, *re.findall(r"```4d\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)]


def compare(texts: list[str]) -> int:
    """Compares the pieces of each valid text with its tokens; returns how many are valid."""
    compared = 0
    reader = Reader(WORDS)
    for text in texts:
        problems: list[SyntaxProblem] = []
        try:
            tokens = [token for token in tokenize(text, WORDS, problems) if token[0] not in (NEWLINE, END)]
        except SyntaxProblem:
            continue
        compared += 1
        dropped = {problem.start for problem in problems}
        found = [piece for piece in reader.pieces(text) if piece[0] >= 0 and piece[2] not in dropped]
        # A piece takes the full stop along that stands in front of blanks and a member.
        assert repr([(kind, value, end) for kind, value, _, end in found]) == repr(
            [(kind, value, end) for kind, value, _, end in tokens]
        )
    return compared


def test_valid_text_has_the_tokens_of_the_language() -> None:
    assert compare(chunks()) > 1000


def test_the_reference_is_coloured_whole(reference: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in sorted(reference.rglob("*.md"))]
    blocks = [block for page in pages for block in re.findall(r"```4d[^\n]*\n(.*?)```", page, re.DOTALL)]
    assert compare(blocks) > 2000
    for text in blocks:
        assert "".join(part for _, _, part in FourDLexer().get_tokens_unprocessed(text)) == text


@given(st.lists(SCRAPS, max_size=30).map("".join) | st.text(max_size=60))
def test_every_character_is_in_one_piece(text: str) -> None:
    pieces = READER.pieces(text)
    assert "".join(text[start:end] for _, _, start, end in pieces) == text
    assert all(start < end for _, _, start, end in pieces)
    shown = [parts for _, _, parts in FourDLexer().get_tokens_unprocessed(text)]
    assert "".join(shown) == text
    lines = ["".join(part for _, part in line) for line in PAINTER.lines(text)]
    assert lines == re.split(r"\r\n|\r|\n", text)


@given(st.lists(SCRAPS, max_size=20).map("".join), st.lists(SCRAPS, max_size=20).map("".join))
def test_what_is_kept_is_what_is_read_anew(before: str, after: str) -> None:
    kept = Reader(WORDS)
    kept.pieces(before)
    assert repr(kept.pieces(before + after)) == repr(Reader(WORDS).pieces(before + after))


def test_every_script_is_coloured_whole() -> None:
    lexer = FourDLexer()
    for text in chunks():
        place = 0
        for offset, _, part in lexer.get_tokens_unprocessed(text):
            assert (offset, part) == (place, text[place : place + len(part)])
            place += len(part)
        assert place == len(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SMTP New transporter", "Name.Builtin"),
        ("smtp new TRANSPORTER", "Name.Builtin"),
        ("ALERT:C41", "Name.Builtin"),
        ("True", "Keyword.Constant"),
        ("This", "Name.Builtin.Pseudo"),
        ("Is text", "Name.Constant"),
        ("Is text:K8:3", "Name.Constant"),
        ("end for each", "Keyword"),
        ("#DECLARE", "Keyword"),
        ("$local", "Name.Variable"),
        ("<>everywhere", "Name.Variable.Global"),
        ("My method", "Name"),
        ("// done", "Comment.Single"),
        ("`done", "Comment.Single"),
        ("/* one /* two */ three */", "Comment.Multiline"),
        ("/* not closed\n\nIf", "Comment.Multiline"),
        ('"text"', "String.Double"),
        ('"not closed', "String.Double"),
        ("42", "Number.Integer"),
        ("4.2e-3", "Number.Float"),
        ("0x2A", "Number.Hex"),
        ("!2024-01-02!", "Literal.Date"),
        ("?10:30:00?", "Literal.Date"),
        ("“", "Error"),
    ],
)
def test_colours(text: str, kind: str) -> None:
    reader = reader_of(["My method"])
    assert {name for line in Painter(reader).lines(text) for name, _ in line} == {kind}


def coloured(text: str) -> list[tuple[str, str]]:
    """The fragments of one line, without blanks."""
    return [(kind, part) for kind, part in PAINTER.lines(text)[0] if part.strip()]


def test_parts_of_names_have_their_colours() -> None:
    assert coloured("$x.a.send(4D.File)") == [
        ("Name.Variable", "$x"),
        ("Punctuation", "."),
        ("Name.Attribute", "a"),
        ("Punctuation", "."),
        ("Name.Function", "send"),
        ("Punctuation", "("),
        ("Name.Builtin", "4D"),
        ("Punctuation", "."),
        ("Name.Class", "File"),
        ("Punctuation", ")"),
    ]
    assert coloured("Function get name($t : Text)") == [
        ("Keyword", "Function get "),
        ("Name.Function", "name"),
        ("Punctuation", "("),
        ("Name.Variable", "$t"),
        ("Punctuation", ":"),
        ("Keyword.Type", "Text"),
        ("Punctuation", ")"),
    ]
    assert coloured(r'"a\tb"') == [("String.Double", '"a'), ("String.Escape", r"\t"), ("String.Double", 'b"')]


def test_types_are_types_only_where_a_line_declares() -> None:
    assert ("Keyword.Type", "Date") in coloured("var $x : Date")
    assert ("Name.Builtin", "Date") in coloured('$x:=$y ? $z : Date("2024-01-02T00:00:00")')


def test_french_text_is_coloured_as_french() -> None:
    lines = PAINTER.lines("Si (Vrai)\nALERTE(Chaîne(1))\nFin de si")
    assert lines[0][0] == ("Keyword", "Si")
    assert lines[1][0] == ("Name.Builtin", "ALERTE")
    assert ("Name.Builtin", "Chaîne") in lines[1]
    assert coloured("Vrai:=1")[0] == ("Name", "Vrai")


def test_a_continued_text_is_one_piece() -> None:
    assert [kind for kind, *_ in READER.pieces('$x:="a\\\nb"+1')].count(p.OPEN_STRING) == 0
    lines = PAINTER.lines('$x:="a\\\nb')
    assert lines[1] == [("String.Double", "b")]


def test_a_keystroke_reads_one_line() -> None:
    text = "\n".join(f"$x{number}:=String({number})+Uppercase($y)" for number in range(500))
    reader = reader_of()
    before = {place: found for place, _, found in reader.chunks(text)}
    after = {place: found for place, _, found in reader.chunks(text + "+")}
    changed = [place for place, found in after.items() if before.get(place) is not found]
    assert changed == [text.rindex("$x499")]


def test_colours_are_those_of_pygments() -> None:
    for kind in {kind for text in chunks() for line in PAINTER.lines(text) for kind, _ in line}:
        assert string_to_tokentype(kind) in Token


def test_pygments_finds_the_lexer() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (entry,) = project["project"]["entry-points"]["pygments.lexers"].values()
    module, _, name = entry.partition(":")
    assert getattr(import_module(module), name) is FourDLexer
    assert "4d" in FourDLexer.aliases
    assert FourDLexer.filenames == ["*.4dm"]
