"""Match regex by ICU, and by Python's engine where there is none."""

from __future__ import annotations

import time
from typing import Any

import pytest

from interp import Interpreter, ScriptError
from stdlib4d import text
from stdlib4d.errors import LanguageError
from stdlib4d.matching import spans
from tests.support import do

CASES: list[tuple[str, str, int | None, bool, Any]] = [
    ("a.b", "---a-b---", 0, False, [(3, 6)]),
    ("a.b", "---a-b---", 0, True, None),
    ("a.b", "---a-b---", 3, True, [(3, 6)]),
    ("^a", "ba", 1, True, None),
    ("(?<=b)a", "ba", 1, True, [(1, 2)]),
    ("(?<x>a)(b)?c", "🎉ac", 0, False, [(2, 4), (2, 3), (-1, -1)]),
    ("a", "🎉🎉a", 2, False, [(4, 5)]),
    ("a*", "", 0, False, [(0, 0)]),
    (".", "🎉", None, False, [(0, 2)]),
    (".*smith.*", "John smith", None, False, [(0, 10)]),
    ("smith", "John smith", None, False, None),
]


@pytest.mark.parametrize(("pattern", "subject", "start", "here", "result"), CASES)
def test_python_agrees_with_icu(
    pattern: str, subject: str, start: int | None, here: bool, result: Any, request: pytest.FixtureRequest
) -> None:
    assert spans(pattern, subject, start, here) == result
    request.getfixturevalue("without_icu")
    assert spans(pattern, subject, start, here) == result


@pytest.mark.parametrize(
    ("pattern", "subject", "result"),
    [
        ("[a[b]]+", "ab", True),
        ("[\\p{L}--[aeiou]]+", "bcd", True),
        ("[\\p{L}&&[a-f]]+", "abz", False),
        ("[^\\P{Lu}]", "A", True),
        ("\\X", "e\u0301", True),
        ("\\N{GREEK SMALL LETTER ALPHA}", "α", True),
        ("(?i)straße", "STRASSE", True),
        ("(?:ab|a)++b", "ab", False),
    ],
)
def test_what_only_icu_has(pattern: str, subject: str, result: bool) -> None:
    pytest.importorskip("icu")
    assert do(text.match_regex, pattern, subject) is result


@pytest.mark.parametrize("pattern", ["(", "[a", "a{3,2}", "(?<=a*)b", "*a", "\\p{Nothing}"])
def test_faulty_pattern(pattern: str, request: pytest.FixtureRequest) -> None:
    for fixture in ("", "without_icu"):
        if fixture:
            request.getfixturevalue(fixture)
        with pytest.raises(LanguageError, match="Match regex: pattern: "):
            do(text.match_regex, pattern, "a", 99)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("[a[b]]", "sets inside of sets"), ("\\p{Nothing}", "the property Nothing is not known")],
)
def test_what_python_lacks(pattern: str, message: str, without_icu: None) -> None:
    with pytest.raises(LanguageError, match=message):
        do(text.match_regex, pattern, "a")


def test_a_pattern_that_never_ends_is_ended() -> None:
    pytest.importorskip("icu")
    script = '$found:=Match regex("(a+)+b"; "a"*40)'
    begin = time.monotonic()
    with pytest.raises(ScriptError, match="longer than 0.3 s"):
        Interpreter(time_limit=0.3).run(script)
    assert time.monotonic() - begin < 20


def test_a_text_that_is_too_deep() -> None:
    pytest.importorskip("icu")
    with pytest.raises(LanguageError, match="too deep for this text"):
        do(text.match_regex, "(a|b)*c", "ab" * 3000000)
