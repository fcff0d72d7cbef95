"""Header values with text over ASCII in them: encoded words (RFC 2047), and what is sent instead of them."""

from __future__ import annotations

import base64

from .dice import Dice
from .samples import CHARSETS, COMMON, WORDS, Charset

_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/")
#: Charsets whose words cannot be cut anywhere, because of their escapes or marks.
_STATEFUL = ("utf-16", "utf-7", "iso2022_jp", "iso2022_jp_ext", "iso2022_kr", "hz")


def sentence(rng: Dice, script: str, most: int = 5) -> str:
    """Some words of a script."""
    return " ".join(rng.choices(WORDS[script], k=rng.randint(1, most)))


def in_charset(rng: Dice, most: int = 5) -> tuple[str, Charset]:
    """Words, and a charset that holds them."""
    charset = rng.odd(CHARSETS, COMMON)
    text = sentence(rng, charset.script, most)
    return text, charset


def q_text(data: bytes, *, lower: bool = False) -> str:
    form = "={:02x}" if lower else "={:02X}"
    return "".join("_" if byte == 32 else chr(byte) if byte in _PLAIN else form.format(byte) for byte in data)


def word(data: bytes, label: str, kind: str, *, lower: bool = False) -> str:
    """One encoded word."""
    text = base64.b64encode(data).decode() if kind in "bB" else q_text(data, lower=lower)
    return f"=?{label}?{kind}?{text}?="


def words(rng: Dice, text: str, charset: Charset, *, fold: str = " ", mixed: bool = False) -> str:
    """*text* as encoded words, none over 75 characters, cut between characters."""
    result: list[str] = []
    start = 0
    kind = rng.choice("BQbq")
    lower = rng.random() < 0.2
    while start < len(text):
        end = start + rng.randint(3, 12)
        while True:
            made = word(text[start:end].encode(charset.codec), charset.label, kind, lower=lower)
            if len(made) <= 75 or end - start == 1:
                break
            end -= 1
        result.append(made)
        start = end
        if mixed:
            kind = rng.choice("BQbq")
    return fold.join(result)


_WAYS = "one;several;folded;mixed;beside;cut;language;raw blanks;broken;unended;adjoining".split(";")


def encoded(rng: Dice, most: int = 5, *, phrase: bool = False) -> tuple[str, str, str]:
    """A value with encoded words, what it says, and the name of what is special; *phrase* for names."""
    text, charset = in_charset(rng, most)
    if charset.codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-7"):
        charset = Charset("utf-8", "utf-8", "all")
    special = rng.odd(_WAYS, ("one", "several", "folded", "beside"))
    if special in ("raw blanks", "unended") and phrase:
        special = "folded"
    if special == "one":
        return word(text.encode(charset.codec), charset.label, rng.choice("BQbq")), text, special
    if special == "folded":
        return words(rng, text, charset, fold=rng.choice(("\r\n ", "\r\n\t", "\r\n  "))), text, special
    if special == "several":
        return words(rng, text, charset), text, special
    if special == "mixed":
        return words(rng, text, charset, mixed=True), text, special
    if special == "beside":
        before, behind = sentence(rng, "ascii", 2), sentence(rng, "ascii", 2)
        return f"{before} {words(rng, text, charset)} {behind}", f"{before} {text} {behind}", special
    if special == "language":
        made = word(
            text.encode(charset.codec),
            f"{charset.label}*{rng.choice(('en', 'de-CH', 'ja'))}",
            rng.choice("BQ"),
        )
        return made, text, special
    if special == "cut":
        # Cut between any two bytes, as programs do that count bytes.
        if charset.codec in _STATEFUL:
            charset, text = Charset("utf-8", "utf-8", "all"), sentence(rng, "all", most)
        data = text.encode(charset.codec)
        step = rng.randint(4, 20)
        kind = rng.choice("BQ")
        cut = [word(data[at : at + step], charset.label, kind) for at in range(0, len(data), step)]
        return rng.choice((" ", "\r\n ")).join(cut), text, special
    if special == "raw blanks":
        text = "two words " + sentence(rng, "western", 4)
        return f"=?iso-8859-1?Q?{q_text(text.encode('latin-1')).replace('_', ' ')}?=", text, special
    if special == "broken":
        # A fold within the word, which had no blanks.
        text = "über " + sentence(rng, "western", 4) + " alles"
        made = word(text.encode("utf-8"), "utf-8", rng.choice("BQ"))
        at = rng.randint(12, len(made) - 1)
        return made[:at] + "\r\n " + made[at:], text, special
    if special == "unended":
        made = word(text.encode(charset.codec), charset.label, "B")
        return made[:-2], text, special
    before, behind = "Re:", "(2)"
    if phrase:
        before, behind = "x", "y"
    return f"{before}{words(rng, text, charset)}{behind}", f"{before}{text}{behind}", special


def folded(rng: Dice, value: bytes) -> bytes:
    """*value* with folds at some of its blanks."""
    for at in sorted((i for i, byte in enumerate(value) if byte == 32 and i), reverse=True):
        if (
            rng.random() < 0.3
            and value[at - 1 : at] not in (b"\n", b" ")
            and value[at + 1 : at + 2] not in (b" ", b"")
        ):
            value = value[:at] + rng.choice((b"\r\n ", b"\r\n\t", b" \r\n ", b"\r\n  ")) + value[at + 1 :]
    return value
