"""``MAIL Convert from MIME`` on messages of which is known what they say."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from interp import Interpreter
from stdlib4d.mail.reading.charsets import codec_of
from stdlib4d.mail.reading.decoding import text_of

from .agreement import differences
from .generator import message
from .samples import CHARSETS, WORDS, Charset

COUNT = 1000
#: Another one each time; ``MIME_SEED=…`` repeats one.
SEED = int(os.environ.get("MIME_SEED") or random.SystemRandom().randrange(1 << 30))
#: Of this one every message must be right.
KNOWN_SEED = 4


def test_every_field_of_the_messages_of_a_fresh_seed() -> None:
    print(f"MIME_SEED={SEED}")
    misses: dict[int, list[str]] = {}
    traits: Counter[str] = Counter()
    for number in range(COUNT):
        made = message(SEED, number)
        found = differences(made)
        traits.update(set(made.traits))
        if found:
            misses[number] = found + made.traits
    shown = "\n".join(f"message {number}: {lines}" for number, lines in list(misses.items())[:5])
    assert len(misses) <= COUNT * 0.01, f"MIME_SEED={SEED}: {len(misses)} of {COUNT} are not right\n{shown}"
    # Generated of every kind.
    assert len(traits) > 150


def test_every_field_of_the_messages_of_a_known_seed() -> None:
    misses = {number: found for number in range(700) if (found := differences(message(KNOWN_SEED, number)))}
    assert not misses


def test_a_message_depends_on_its_seed_and_number_alone() -> None:
    assert message(7, 3).data == message(7, 3).data != message(7, 4).data
    assert message(8, 3).data != message(7, 3).data


def test_as_a_script_and_a_program_see_it() -> None:
    """The same by way of the command, with attachments as Python has them."""
    with Interpreter() as engine:
        for number in range(60):
            made = message(KNOWN_SEED, number)
            mail = engine.eval("MAIL Convert from MIME($mime)", {"mime": made.data})
            assert mail.get("subject") == made.truth.subject
            found = [(one.name, one.type, one.cid or "", one.getContent()) for one in mail["attachments"]]
            assert found == [(one.name, one.type, one.cid, one.content) for one in made.truth.files]


@pytest.mark.parametrize("charset", CHARSETS, ids=lambda charset: f"{charset.label}-{charset.script}")
def test_charsets(charset: Charset) -> None:
    text = " ".join(WORDS[charset.script])
    assert text_of(text.encode(charset.codec), charset.label) == (text, False)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso88591", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("Windows-1252", "cp1252"),
        ("windows1252", "cp1252"),
        ("win-1251", "cp1251"),
        ("cp-850", "cp850"),
        ("IBM00858", "cp858"),
        ("x-mac-icelandic", "mac-iceland"),
        ("ms950", "big5hkscs"),
        ("utf-8;", "utf-8"),
        ("charset=utf-8", "utf-8"),
        ("KS_C_5601-1989", "cp949"),
        ("x-user-defined", None),
        ("base64", None),
        ("punycode", None),
        ("../utf-8", None),
        ("", None),
    ],
)
def test_names_of_charsets(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec
