"""The grammar and its two parsers, the places of nodes, and the names of 4D."""

from __future__ import annotations

import _sre
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grammar import nodes as n
from grammar.compiled_patterns import COMPILED
from grammar.larkparser import parse_with_lark
from grammar.lexer import tokenize
from grammar.parse import parse
from grammar.patterns import ASKED
from grammar.source import Source, SyntaxProblem
from grammar.terminals import COMMAND, CONSTANT, NAME
from grammar.words import Vocabulary
from scripts import make_parser, make_patterns
from stdlib4d.tokens import CONSTANT_TOKENS
from stdlib4d.vocabulary import COMMANDS, CONSTANTS, NAMES

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = Vocabulary(NAMES, tokens=CONSTANT_TOKENS)

#: Constants whose names are more than words, blanks and degree signs; they can only be written with their token.
IRREGULAR = frozenset(
    (
        "64 bit Version",
        "_o_Windows 3_11, NT 3_51",
    )
)
#: What opens a section of its own.
OPENING = frozenset(("Begin SQL", "End SQL"))


# ------------------------------------------------------------------ the grammar


def test_no_conflicts() -> None:
    grammar = (ROOT / "grammar" / "fourd.lark").read_text(encoding="utf-8")
    assert make_parser.conflicts(grammar) == []


def test_conflicts_are_found() -> None:
    ambiguous = "unit: a | b\nexpression: a\na: NAME\nb: NAME\n%declare NAME\n"
    with pytest.raises(Exception, match=r"(?i)conflict|collision"):
        assert make_parser.conflicts(ambiguous) == [], "conflicts"


def test_compiled_patterns_are_those_of_the_lexer() -> None:
    # Whatever Python it was that compiled them: what is missing is compiled when it is needed.
    assert {
        version: made.keys() ^ set(ASKED) for version, made in COMPILED.items() if made.keys() != set(ASKED)
    } == {}


@pytest.mark.skipif(_sre.MAGIC not in COMPILED, reason="the table has nothing for this version of Python")
def test_compiled_patterns_are_what_re_makes() -> None:
    assert COMPILED[_sre.MAGIC] == {key: make_patterns.compiled(*key) for key in ASKED}


def test_table_is_fresh() -> None:
    text = (ROOT / "grammar" / "table.py").read_text(encoding="utf-8")
    # Compared outside of the assertion: pytest would explain a difference of a thousand lines.
    fresh = text == make_parser.render()
    assert fresh, "run python scripts/make_parser.py"


def test_table_is_the_same_each_time_it_is_made() -> None:
    code = "from scripts import make_parser; print(make_parser.render())"
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(made) == 1, "it depends on the order of Python's sets"


# ------------------------------------------------------------------ two parsers, one tree

#: What a parser says of a text: the tree, or that it refuses it; and what it finds harmless.
Outcome = tuple[Any, list[tuple[str, int, int]]]
REFUSED = "refused"
TOO_DEEP = "too-deep"


@pytest.fixture(autouse=True)
def _room() -> Iterator[None]:
    """Room for walking through trees as deep as the deepest files at hand."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(limit)


def outcome(parser: Any, text: str, start: str = "unit") -> Outcome:
    """What *parser* says of *text*."""
    harmless: list[SyntaxProblem] = []
    try:
        tree = parser(Source(text), VOCABULARY, start, harmless)
    except SyntaxProblem as problem:
        # The two word their messages by what each of them expected.
        return TOO_DEEP if problem.code == TOO_DEEP else REFUSED, []
    return tree, [(problem.message, problem.start, problem.end) for problem in harmless]


def parting(one: Any, other: Any) -> tuple[Any, Any]:
    """The smallest parts of two trees that differ."""
    if type(one) is type(other) and isinstance(one, tuple) and len(one) == len(other):
        different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(different) == 1 and isinstance(different[0][0], (tuple, list)):
            return parting(*different[0])
    return one, other


def differences(texts: Iterator[tuple[str, str]]) -> tuple[list[str], int]:
    """Where the parsers disagree about one of the named *texts*, and how many texts there were."""
    found = []
    count = 0
    for name, text in texts:
        count += 1
        ours = outcome(parse, text)
        if ours[0] == TOO_DEEP:
            continue  # Lark has no bound
        larks = outcome(parse_with_lark, text)
        if ours != larks:
            table, lark = parting(ours, larks)
            found.append(f"{name}\n  table: {str(table)[:300]}\n  lark:  {str(lark)[:300]}")
    return found, count


def chunks_at_hand() -> Iterator[tuple[str, str]]:
    """The parts of every 4D file of the project."""
    for folder in ("scripts", "tests"):
        for path in sorted((ROOT / folder).rglob("*.4dm")):
            text = path.read_text(encoding="utf-8")
            for number, chunk in enumerate(re.split(r"(?m)^//---.*\n", text), 1):
                yield f"{path.relative_to(ROOT)}, part {number}", chunk


def blocks(reference: Path) -> Iterator[tuple[str, str]]:
    """Every block of 4D code in the pages of the reference."""
    for path in sorted(reference.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, found in enumerate(re.finditer(r"(?ms)^[ \t]*```4d[^\n]*\n(.*?)^[ \t]*```", text), 1):
            yield f"{path.relative_to(reference)}, block {number}", found[1]


def test_both_parsers_make_the_same_tree_of_our_files() -> None:
    found, count = differences(chunks_at_hand())
    assert found == []
    assert count > 100


def test_both_parsers_make_the_same_tree_of_the_reference(reference: Path) -> None:
    found, count = differences(blocks(reference))
    assert found == []
    assert count > 0, f"no 4D code below {reference}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "// nothing\n",
        "If (True)\n",
        "End if\n",
        "$a:=\n",
        "$a:=1+\n",
        "Case of\n\t$a:=1\nEnd case\n",
        "For ($i;1)\nEnd for\n",
        "$a:=[1;2\n",
        "$a:={a: 1;}\n",
        "$a:=(1\n",
        '$a:="x\n',
        "/* open\n",
        "var : Text\n",
        "#DECLARE($a : Text) -> $b\n",
        "Function f($a : Text) -> $b : Integer\n\treturn 1\nClass constructor\n\tThis.a:=1\n",
        "5 6\n",
        ")\n",
        "If (True) $a:=1\nElse $b:=2\nEnd if\n",
    ],
)
def test_both_parsers_agree(text: str) -> None:
    assert outcome(parse, text) == outcome(parse_with_lark, text)


@pytest.mark.parametrize("text", ["1", "1+2*3", "$a.b[3].c(1; 2)", "-$a", "1 2", "", "$a:=1", "{a: [1]}"])
def test_both_parsers_agree_on_expressions(text: str) -> None:
    assert outcome(parse, text, "expression") == outcome(parse_with_lark, text, "expression")


# ------------------------------------------------------------------ places

#: What the text of a node of one word looks like.
LEAVES: dict[type[n.Node], Any] = {
    n.Local: lambda node: re.escape("$" + node.name),
    n.Name: lambda node: r"[ \t\xa0]+".join(map(re.escape, node.name.split())),
    n.Interprocess: lambda node: "(<>|\u25ca)" + re.escape(node.name),
    n.Number: lambda node: r"0[xX][0-9a-fA-F]+|[\d.,]+([eE][-+]?\d+)?",
    n.String: lambda node: r'(?s)".*"',
    n.DateLiteral: lambda node: r"!.*!",
    n.TimeLiteral: lambda node: r"\?.*\?",
    n.Command: lambda node: r"\w+([ \t\xa0]+\w+)*(:C\d+)?",
    n.Constant: lambda node: r"\w+([ \t\xa0]+\w+°?)*(:K\d+:\d+)?",
    n.Member: lambda node: rf"(?s).*(\.|->)[ \t\xa0]*{re.escape(node.name)}",
    n.Paren: lambda node: r"(?s)\(.*\)",
    n.ObjectLiteral: lambda node: r"(?s)\{.*\}",
    n.CollectionLiteral: lambda node: r"(?s)\[.*\]",
    n.Negate: lambda node: r"(?s)-.*",
    n.If: lambda node: r"(?is)if\b.*end[ \t\xa0]+if",
    n.While: lambda node: r"(?is)while\b.*end[ \t\xa0]+while",
    n.For: lambda node: r"(?is)for\b.*end[ \t\xa0]+for",
    n.ForEach: lambda node: r"(?is)for[ \t\xa0]+each\b.*end[ \t\xa0]+for[ \t\xa0]+each",
    n.Case: lambda node: r"(?is)case[ \t\xa0]+of\b.*end[ \t\xa0]+case",
    n.Repeat: lambda node: r"(?is)repeat\b.*\buntil\b.*",
    n.Return: lambda node: r"(?is)return.*",
    n.Var: lambda node: r"(?is)var\b.*",
}


def misplaced(node: object, text: str, start: int, end: int) -> Iterator[str]:
    """The nodes below *node* that stand outside of their parent, or whose text is not theirs."""
    if isinstance(node, n.Node):
        if not start <= node.start <= node.end <= end:
            yield f"{type(node).__name__} {node.start}:{node.end} is not within {start}:{end}"
        own = text[node.start : node.end]
        shape = LEAVES.get(type(node))
        if shape is not None and re.fullmatch(shape(node), own, re.IGNORECASE) is None:
            yield f"{type(node).__name__} has the text {own!r}"
        start, end = node.start, node.end
    if isinstance(node, tuple):
        for child in node:
            yield from misplaced(child, text, start, end)


def test_every_node_knows_its_text() -> None:
    count = 0
    for name, text in chunks_at_hand():
        tree, _ = outcome(parse, text)
        if isinstance(tree, n.Unit):
            count += 1
            assert list(misplaced(tree, text, 0, len(text))) == [], name
    assert count > 100


def test_places_in_a_statement() -> None:
    text = '  $total:=$a.price*Length ("abc")+[1; -2][0]  // the sum\n'
    statement = parse(Source(text), VOCABULARY).body[0]
    assert isinstance(statement, n.Assignment)
    assert text[statement.start : statement.end] == '$total:=$a.price*Length ("abc")+[1; -2][0]'
    chain = statement.value
    assert isinstance(chain, n.Chain)
    assert text[chain.first.start : chain.first.end] == "$a.price"
    operands = [text[operand.start : operand.end] for _, operand in chain.rest]
    assert operands == ['Length ("abc")', "[1; -2][0]"]
    operators = [text[operator.start : operator.end] for operator, _ in chain.rest]
    assert operators == ["*", "+"]


def test_tokens_stand_in_order() -> None:
    for name, text in chunks_at_hand():
        try:
            tokens = tokenize(text, VOCABULARY)
        except SyntaxProblem:
            continue
        position = 0
        for _, _, start, end in tokens:
            assert position <= start <= end <= len(text), name
            position = end


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_and_columns(end: str) -> None:
    text = end.join(["$a:=1", "", "  $b:=$c", ""])
    node = parse(Source(text), VOCABULARY).body[1]
    assert Source(text).place(node.start) == (3, 3)
    assert Source(text).place(node.value.start) == (3, 7)
    assert Source(text).line(3) == "  $b:=$c"


def test_a_problem_knows_its_place() -> None:
    text = "$a:=1\n$b:=(2 3)\n"
    with pytest.raises(SyntaxProblem) as caught:
        parse(Source(text), VOCABULARY)
    assert Source(text).place(caught.value.start) == (2, 8)
    assert text[caught.value.start : caught.value.end] == "3"


# ------------------------------------------------------------------ names


def spellings(name: str) -> set[str]:
    """*name* in other cases, and with irregular blanks."""
    cases = {name, name.lower(), name.upper(), name.swapcase()}
    return cases | {name.replace(" ", blank) for blank in ("  ", "\t", "\N{NO-BREAK SPACE}", " \t ")}


def read(text: str) -> list[tuple[int, Any]]:
    """The terminals and values of the tokens of *text*."""
    return [(terminal, value) for terminal, value, _, _ in tokenize(text, VOCABULARY)[:-2]]


def number_of(tokens: list[tuple[int, Any]]) -> object:
    """The number of the command that is all of *tokens*; text if it is not."""
    return tokens[0][1][0] if len(tokens) == 1 and tokens[0][0] == COMMAND else f"read as {tokens}"


def test_every_command_is_recognised() -> None:
    for name, number in COMMANDS.items():
        if name not in OPENING:
            for spelling in spellings(name):
                assert number_of(read(spelling)) == number, spelling


def test_every_command_is_recognised_by_its_token() -> None:
    for name, number in COMMANDS.items():
        if name not in OPENING and number is not None:
            for spelling in (name, name.upper(), "Unheard", "Unheard_of thing"):
                assert number_of(read(f"{spelling}:C{number}")) == number, spelling


def test_every_constant_is_recognised() -> None:
    for name, value in CONSTANTS.items():
        if name not in IRREGULAR:
            for spelling in spellings(name):
                assert read(spelling) == [(CONSTANT, (value, name))], spelling


def test_every_constant_is_recognised_by_its_token() -> None:
    for token, name in CONSTANT_TOKENS.items():
        for spelling in ("Unheard", name) if name not in IRREGULAR else ("Unheard",):
            assert read(f"{spelling}:{token}") == [(CONSTANT, (CONSTANTS[name], name))], token


def test_names_end_where_the_vocabulary_says() -> None:
    assert read("Value type") == [(COMMAND, (1509, "Value type"))]
    assert [terminal for terminal, _ in read("Length Length")] == [COMMAND, COMMAND]
    assert read("My own method") == [(NAME, "My own method")]
    words = VOCABULARY.with_methods(["String of pearls"])
    assert [t[:2] for t in tokenize("String of pearls", words)[:-2]] == [(NAME, "String of pearls")]
    assert [t[:2] for t in tokenize("String of sand", words)[:-2]] == [(NAME, "String of sand")]
    assert [t[0] for t in tokenize("String Length", words)[:-2]] == [COMMAND, COMMAND]


def test_a_token_needs_its_letter() -> None:
    # Concepts/methods.md: lower-case letters are not tokens.
    assert read("Unheard:c16")[0] == (NAME, "Unheard")
