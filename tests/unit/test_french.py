"""French source: the tables, what every token resolves to, and that English source does not notice."""

from __future__ import annotations

import subprocess
import sys

import pytest

from grammar import french
from grammar.lexer import tokenize
from grammar.source import SyntaxProblem
from grammar.terminals import COMMAND, CONSTANT
from grammar.words import KEYWORDS, Vocabulary
from interp import Interpreter
from stdlib4d.french import NAMES as FRENCH
from stdlib4d.tokens import CONSTANT_TOKENS
from stdlib4d.vocabulary import COMMANDS, CONSTANTS, NAMES

PAIRS = [tuple(line.split("\t")) for line in FRENCH.splitlines()]
ENGLISH = Vocabulary(NAMES, tokens=CONSTANT_TOKENS)


def test_every_french_name_stands_for_one_english_name() -> None:
    plain = [french.plain(name) for name, _ in PAIRS]
    assert len(set(plain)) == len(plain)
    assert plain == sorted(plain)
    known = {**COMMANDS, **CONSTANTS}
    assert [name for _, name in PAIRS if name not in known] == []
    english = {name.lower() for name in known}
    assert english.isdisjoint(plain)


def test_every_french_name_is_read_as_the_english_one() -> None:
    text = french.readable("\n".join(f"({name})" for name, _ in PAIRS))
    words = french.FrenchVocabulary(ENGLISH, FRENCH, text)
    read = [token[1] for token in tokenize(text, words) if token[0] in (COMMAND, CONSTANT)]
    assert [name for _, name in read] == [name for _, name in PAIRS]


def test_every_french_keyword_is_an_english_one() -> None:
    ends = {"Debut SQL": " Fin SQL"}
    for name, english in french.KEYWORDS.items():
        text = name + ends.get(name, "")
        words = french.FrenchVocabulary(ENGLISH, FRENCH, text)
        assert tokenize(text, words)[0][0] == KEYWORDS[english.lower()]


def test_numbers_beat_french_names() -> None:
    for name in ("Nom oublié", "Date du jour", "4D à part"):
        for number in {number for number in COMMANDS.values() if number is not None}:
            (kind, value, start, end), *_ = tokenize(f"{name}:C{number}", ENGLISH)
            assert (kind, value, start, end) == (COMMAND, (number, name), 0, len(f"{name}:C{number}"))
        for token, constant in CONSTANT_TOKENS.items():
            (kind, value, *_), *_ = tokenize(f"{name}:{token}", ENGLISH)
            assert (kind, value[1]) == (CONSTANT, constant)


def test_readable_text_keeps_its_places() -> None:
    text = (
        "Lire l'état:C1(\"l'eau\";!25/12/2020!) // d'où\n`aujourd'hui\n/* l'un */$a:=!2020-12-25!\n!13/13/20!"
    )
    read = french.readable(text)
    assert len(read) == len(text)
    changed = [(old, new) for old, new in zip(text, read, strict=True) if old != new]
    assert changed[0] == ("'", "\N{MODIFIER LETTER APOSTROPHE}")
    assert "!12/25/2020!" in read and read.endswith(text[text.index("//") :])


def test_apostrophes_are_letters_in_french_only() -> None:
    with pytest.raises(SyntaxProblem):
        tokenize("N'importe:C10", ENGLISH)
    text = french.readable("N'importe:C10")
    (kind, (number, _), *_), *_ = tokenize(text, french.FrenchVocabulary(ENGLISH, FRENCH, text))
    assert (kind, number) == (COMMAND, 10)


@pytest.mark.parametrize("parser", ["table", "lark"])
def test_both_parsers_read_french(parser: str) -> None:
    with Interpreter(parser=parser) as interpreter:
        result = interpreter.run("Si (Vrai)\n$t:=Chaîne(5)+Caractère(Guillemets)\nFin de si")
        assert result.variables["t"] == '5"'


def test_a_value_from_outside_is_not_the_french_word() -> None:
    with Interpreter() as interpreter:
        assert interpreter.eval("Vrai", {"Vrai": 7}) == 7
        interpreter.run("Somme:=4")
        assert interpreter.eval("Somme") == 4


@pytest.mark.parametrize(
    "text",
    [
        "Si:=1\nTaille:=Si+1\n$Chaine:=String(Taille)\nALERT($Chaine)",
        "If (Vrai=1)\n$a:=1\nEnd if",
        "$a:=1;;",
        "BEEP(",
        "Inconnu(1)",
    ],
)
def test_english_source_stays_english(text: str) -> None:
    with Interpreter() as interpreter:
        problems = interpreter.check(text)
    assert not any("Fin" in problem.message or "Si " in problem.message for problem in problems)


def test_valid_english_source_loads_nothing_french() -> None:
    code = (
        "import sys; from interp import Interpreter\n"
        "Interpreter().run('Si:=1\\n$Chaine:=String(Si)\\nFor ($i;1;2)\\n$Taille:=$i\\nEnd for')\n"
        "print([name for name in sys.modules if 'french' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_check_speaks_of_french_source_in_its_own_place() -> None:
    with Interpreter() as interpreter:
        (problem,) = interpreter.check("$t:=Chaîne(1)\n\tSi (Non(Vrai)\nFin de si")
    assert (problem.line, problem.column) == (2, 15)
