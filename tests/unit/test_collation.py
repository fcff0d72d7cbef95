"""Texts compare, sort, are found and parted as ICU does it; the tables and rules of the library equal it."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import Any

import pytest

from stdlib4d import collation, keywords, text_search, unicode_library
from stdlib4d.comparison import compare_texts, fold, sort_key, texts_equal
from stdlib4d.keywords import contains_keyword, words
from stdlib4d.text_search import find_text, replaced

ASCII = [chr(code) for code in range(128)]
LATIN = [chr(code) for code in range(256)]
KNOWN = sorted(collation._KNOWN)
MANY = [chr(code) for code in range(0x3100)] + list("日本語中文한글가ſﬁ🎉𝔘ｱﾗ\ud800\udc01")
MIXED = "aab-' .1\u0301\u0327ıþƿɐzŧßœйдあアっつガ日本ｱ中กเ€₹가🎉ÉÑñ"


@pytest.fixture(scope="module")
def icu() -> Any:
    return pytest.importorskip("icu")


@pytest.fixture(scope="module")
def compare(icu: Any) -> Any:
    collator = icu.Collator.createInstance(icu.Locale.getRoot())
    collator.setStrength(icu.Collator.PRIMARY)
    collator.setAttribute(icu.UCollAttribute.NORMALIZATION_MODE, icu.UCollAttributeValue.ON)
    return collator.compare


def sign(one: str, other: str) -> int:
    return (one > other) - (one < other)


def random_text(source: random.Random, alphabet: Any, longest: int = 7) -> str:
    return "".join(source.choice(alphabet) for _ in range(source.randint(0, longest)))


def test_every_pair_of_the_tables(compare: Any) -> None:
    # All of ASCII and Latin-1 are among them.
    assert set(LATIN) <= set(KNOWN)
    keys = {char: sort_key(char) for char in KNOWN}
    for one in KNOWN:
        for other in KNOWN:
            assert sign(keys[one], keys[other]) == compare(one, other), (one, other)


@pytest.mark.parametrize(
    "alphabet", [ASCII, LATIN, KNOWN, MANY, MIXED], ids="ascii latin known many mixed".split()
)
def test_random_pairs(compare: Any, alphabet: Any) -> None:
    source = random.Random(len(alphabet))
    for _ in range(4000):
        one = random_text(source, alphabet)
        other = random_text(source, alphabet)
        if source.random() < 0.7:
            # Near ones, so that the difference is not always in the first character.
            place = source.randint(0, len(one))
            other = one[:place] + random_text(source, alphabet, 2) + one[place + source.randint(0, 2) :]
        expected = compare(one, other)
        assert sign(sort_key(one), sort_key(other)) == expected, (one, other)
        assert (fold(one) == fold(other)) == (expected == 0), (one, other)
        assert compare_texts(one, other.replace("@", "")) == compare(one, other.replace("@", ""))


def test_words_of_ascii(icu: Any) -> None:
    boundaries = icu.BreakIterator.createWordInstance(icu.Locale.getRoot())
    source = random.Random(9)
    for _ in range(20000):
        text = random_text(source, ASCII if source.random() < 0.3 else "aB1_.,;:'- \r\n\x01$", 10)
        boundaries.setText(text)
        found, begin = [], 0
        for end in boundaries:
            if boundaries.getRuleStatus() >= 100:
                found.append(text[begin:end])
            begin = end
        assert list(keywords._between_boundaries(text)) == found, text


@pytest.mark.parametrize(
    "alphabet", ["aAbB1 -'", "aàÀbßsœoeæ \u00ad\x01", MIXED], ids="ascii latin mixed".split()
)
@pytest.mark.parametrize("mode", [0, 2, 4, 6])
def test_what_is_found_is_equal(icu: Any, alphabet: str, mode: int) -> None:
    collator = unicode_library.collator(accents=not mode & 4, case=not mode & 2)
    source = random.Random(mode)
    for _ in range(1500):
        text, find = random_text(source, alphabet, 9), random_text(source, alphabet, 3)
        place, length = find_text(find, text, 1, mode)
        if place:
            found = text_search.units(text)[place - 1 : place - 1 + length]
            assert collator.compare(found, find) == 0, (find, text)
        elif find and collator.compare(find, "") != 0 and find in text and find.isascii() and text.isascii():
            raise AssertionError(f"{find!r} is in {text!r}")


def test_search_of_the_tables_is_that_of_icu(icu: Any) -> None:
    # What both can do, both do alike: where the match begins, and how far it goes.
    source = random.Random(3)
    for _ in range(4000):
        text, find = random_text(source, "aAàbßsœoeæ-’'", 9), random_text(source, "aàbsœoeæ'", 3)
        if find:
            expected = text_search._icu_finder(find, text, text_search.BY_LANGUAGE)(0) if text else (-1, -1)
            place, length = find_text(find, text)
            assert (place - 1, place - 1 + length) == expected or (place, length, expected) == (
                0,
                0,
                (-1, -1),
            )


def test_a_start_is_kept_to() -> None:
    assert find_text("あ", "ああア", 2) == (2, 1)
    assert find_text("あ", "ああア", 3) == (3, 1)
    assert find_text("あ", "ああ", 3) == (0, 0)
    assert find_text("アア", "アアア", 2) == (2, 2)
    assert find_text("b", "🎉b") == (3, 1)
    assert replaced("🎉 日本 🎉", "日", "x") == "🎉 x本 🎉"


def test_wildcards_beyond_ascii() -> None:
    assert texts_equal("日本語", "日@")
    assert texts_equal("日本語", "@本@")
    assert not texts_equal("日本語", "中@")
    # A wide at sign is the same character, and no wildcard.
    assert texts_equal("a@", "a＠")
    assert not texts_equal("abc", "a＠")
    assert compare_texts("þorn", "z@") > 0
    assert compare_texts("zebra", "z@") == 0


def test_keywords() -> None:
    assert list(words("10,000 Jean-Pierre BC45")) == ["10,000", "Jean", "Pierre", "BC45"]
    assert list(words("L’homme, l'arbre")) == ["L’", "homme", "l'", "arbre"]
    assert contains_keyword("Un été", "ete")
    assert contains_keyword("l'homme", "homme") and contains_keyword("l'homme", "l'homme")
    assert contains_keyword("日本語のテスト", "テスト")
    assert not contains_keyword("日本語のテスト", "テス")


def test_without_icu(without_icu: None) -> None:
    assert unicode_library.icu() is None
    assert texts_equal("ｈｅｌｌｏ", "HELLO")
    assert texts_equal("e\u0301te", "été")
    assert sort_key("zebra") < sort_key("日本") and sort_key("日") < sort_key("本")
    assert find_text("ア", "日ｱ") == (2, 1)
    assert find_text("E", "日éE", 1, 0) == (3, 1)
    assert text_search.compared("ete", "été", 2) == -1
    assert list(words("Un été à l’ombre")) == ["Un", "été", "à", "l’", "ombre"]


def test_icu_is_not_imported_for_latin_texts() -> None:
    script = 'ASSERT("Café…"="CAFE...")\nASSERT(Position("œ"; "Boeuf")=2)\nASSERT("naïve"<"Zoë")'
    code = f"import sys, interp\ninterp.Interpreter().run({script!r})\nassert 'icu' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
