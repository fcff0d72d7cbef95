"""The commands of the theme String; results as the reference states them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stdlib4d import text
from stdlib4d.errors import LanguageError
from stdlib4d.text_search import CHAR_CODES, WHOLE_WORD, find_text
from stdlib4d.values import STAR
from tests.support import do

CASES: list[tuple[Callable[..., Any], tuple[Any, ...], Any]] = [
    (text.length, ("Topaz",), 5),
    (text.length, ("a\U0001f600",), 3),
    (text.length, ("",), 0),
    (text.uppercase, ("hélène",), "HELENE"),
    (text.uppercase, ("hélène", STAR), "HÉLÈNE"),
    (text.lowercase, ("DÉJÀ VU",), "deja vu"),
    (text.lowercase, ("DÉJÀ VU", STAR), "déjà vu"),
    (text.uppercase, ("йод",), "ЙОД"),
    (text.substring, ("08/04/62", 4, 2), "04"),
    (text.substring, ("Emergency", 1, 6), "Emerge"),
    (text.substring, ("Emergency", 5), "gency"),
    (text.substring, ("abc", 9), ""),
    (text.substring, ("abc", 2, 99), "bc"),
    (text.substring, ("abc", 0, 2), "ab"),
    (text.substring, ("abc", 1, -1), ""),
    (text.substring, ("a\U0001f600b", 2, 2), "\U0001f600"),
    (text.position, ("ll", "Willow"), 3),
    (text.position, ("day", "Today is the first day", 1), 3),
    (text.position, ("day", "Today is the first day", 4), 20),
    (text.position, ("DAY", "Today is the first day", 1, STAR), 0),
    (text.position, ("DAY", "Today is the first day", STAR), 0),
    (text.position, ("DAY", "Today is the first day"), 3),
    (text.position, ("œ", "Bœuf", 1), 2),
    (text.position, ("oe", "Bœuf"), 2),
    (text.position, ("e", "Bœuf"), 0),
    (text.position, ("ete", "Un été"), 4),
    (text.position, ("", ""), 0),
    (text.position, ("abc@", "xabcd"), 0),
    (text.position, ("\x01", "a\x01b"), 0),
    (text.position, ("\x01", "a\x01b", STAR), 2),
    (text.position, ("ab", "a\x01b"), 1),
    (text.position, ("b", "\U0001f600b"), 3),
    (text.replace_string, ("Shout", "o", ""), "Shut"),
    (text.replace_string, ("Crème brûlée", "Brulee", "caramel"), "Crème caramel"),
    (text.replace_string, ("Crème brûlée", "Brulee", "caramel", STAR), "Crème brûlée"),
    (text.replace_string, ("aAa", "a", "x", 2), "xxa"),
    (text.replace_string, ("aAa", "a", "x", 2, STAR), "xAx"),
    (text.replace_string, ("abc", "", "x"), "abc"),
    (text.replace_string, ("abc", "b", "x", 0), "abc"),
    (text.replace_string, ("aaa", "a", "aa"), "aaaaaa"),
    (text.insert_string, ("The tree", " green", 4), "The green tree"),
    (text.insert_string, ("Shut", "o", 3), "Shout"),
    (text.insert_string, ("abc", "x", 99), "abcx"),
    (text.insert_string, ("abc", "x", -3), "xabc"),
    (text.delete_string, ("Lamborghini", 6, 6), "Lambo"),
    (text.delete_string, ("Indentation", 6, 2), "Indention"),
    (text.delete_string, ("abcdef", 3, 32000), "ab"),
    (text.delete_string, ("abc", 0, 1), "bc"),
    (text.change_string, ("Acme", "CME", 2), "ACME"),
    (text.change_string, ("November", "Dec", 1), "December"),
    (text.change_string, ("abc", "xyz", 3), "abx"),
    (text.change_string, ("abc", "x", 0), "abc"),
    (text.character_code, ("ABC",), 65),
    (text.character_code, ("\U0001f600",), 0xD83D),
    (text.character_code, ("",), 0),
    (text.char, (13,), "\r"),
    (text.split_string, ("a;b;;c", ";"), ["a", "b", "", "c"]),
    (text.split_string, ("a;b;; c", ";", 1), ["a", "b", " c"]),
    (text.split_string, ("a;b;  ; c", ";", 3), ["a", "b", "c"]),
    (text.split_string, ("abc", ""), ["a", "b", "c"]),
    (text.split_string, ("abc", ";"), ["abc"]),
    (text.split_string, ("", ";"), []),
    (text.trim, (" \t\u00a0Hello World!\r\n ",), "Hello World!"),
    (text.trim_start, ("  a  ",), "a  "),
    (text.trim_end, ("  a  ",), "  a"),
    (text.compare_strings, ("alpha Bravo", "Alpha Bravo", 1), 1),
    (text.compare_strings, ("alpha Bravo", "Alpha bravo", 3), 0),
    (text.compare_strings, ("ete", "été"), 0),
    (text.compare_strings, ("ete", "été", 2), -1),
    (text.compare_strings, ("a", "A", 0), -1),
    (text.compare_strings, ("a", "A", 2), 0),
    (text.compare_strings, ("abc@", "abcd"), -1),
    (text.match_regex, (".*smith.*", "John smith junior"), True),
    (text.match_regex, ("smith", "John smith"), False),
    (text.match_regex, ("a.b", "---a-b---", 1), True),
    (text.match_regex, ("a.b", "---a-b---", 1, STAR), False),
    (text.match_regex, ("a.b", "---a-b---", 4, STAR), True),
    (text.match_regex, ("a.b", "a\rb"), False),
    (text.match_regex, ("(?s)a.b", "a\rb"), True),
    (text.match_regex, ("\\p{Lu}\\p{L}+", "Éte"), True),
    (text.match_regex, ("(?<x>a)\\k<x>", "aa"), True),
    (text.match_regex, ("x(?i)y", "xY"), True),
    (text.match_regex, ("[[:digit:]_]+", "1_2"), True),
    (text.match_regex, ("\\Qa.b\\E", "a.b"), True),
    (text.match_regex, ("(a(?i)b)c", "aBc"), True),
    (text.match_regex, ("(a(?i)b)c", "aBC"), False),
]


@pytest.mark.parametrize(("code", "arguments", "result"), CASES)
def test_result(code: Callable[..., Any], arguments: tuple[Any, ...], result: Any) -> None:
    assert do(code, *arguments) == result


@pytest.mark.parametrize(
    ("code", "arguments", "message"),
    [
        (text.length, (5,), "Length: string: wanted Text, got Number"),
        (text.char, (70000,), "Char: charCode: wanted 0 to 65535"),
        (text.match_regex, ("(", "a"), "Match regex: pattern: "),
        (text.substring, ("a",), "Substring: 2 to 3 arguments wanted, got 1"),
    ],
)
def test_error(code: Callable[..., Any], arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        do(code, *arguments)
    assert message in caught.value.message


def test_length_of_what_was_found() -> None:
    assert find_text("aegis", "The Ægis") == (5, 4)
    assert find_text("joel", "Hello Joëlle et joel!", 1) == (7, 4)
    assert find_text("where", "somewhere, where", 1, 6 | WHOLE_WORD) == (12, 5)
    assert find_text("A", "ba", 1, CHAR_CODES | 2) == (2, 1)
    assert find_text("e", "e\u0301x", 1) == (1, 2)
