"""Scripts of the corpus, spoilt, and texts that never were one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from .corpus import Script, corpus
from .pieces import (
    COMMAND_NAMES,
    CONSTANT_NAMES,
    DATES,
    HAD_NAMES,
    KEYWORD_NAMES,
    LITERALS,
    MEMBER_NAMES,
    NUMBERS,
    OPERATORS,
    TEXTS,
    TIMES,
    VARIABLES,
    tokens_of,
)

#: How many changes one script gets: few, since most change what still compiles to what does not.
CHANGE_COUNTS = (1, 1, 1, 2, 2, 3, 6)
#: How deep code is nested: shallow, near the limits, and seldom beyond them, as it takes long to read.
DEPTHS = (1, 2, 2, 3, 5, 10, 10, 20, 70, 70, 300, 3000)
NESTS = (
    ("(", ")"),
    ("[", "]"),
    ("{a: ", "}"),
    ("-", ""),
    ("$a{", "}"),
    ("$a[[", "]]"),
    ("Length(", ")"),
    ("Try(", ")"),
    ("Formula(", ")"),
    ("/*", "*/"),
    ("True ? ", " : 1"),
    ("If (True)\n", "\nEnd if\n"),
    ("For ($i; 1; 2)\n", "\nEnd for\n"),
    ("Case of\n: (True)\n", "\nEnd case\n"),
    ("Try\n", "\nCatch\nEnd try\n"),
    ("Use ({})\n", "\nEnd use\n"),
)
CHARACTERS = tuple("\0\x01\x1a\x7f\t\r\n\v\f \"'`\\/*()[]{}<>;:,.$#@!?%&|^~=+-_0a\x85\xa0\xad") + (
    "\u0130",
    "\u0301",
    "\u0663",
    "\u200b",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2026",
    "\u25ca",
    "\ufeff",
    "\uffff",
    "\ud800",
    "\udfff",
    "\U0001f600",
    "\U0010ffff",
)


def piece(random: Random) -> str:
    """One token of the language."""
    kinds = (
        KEYWORD_NAMES,
        HAD_NAMES,
        COMMAND_NAMES,
        CONSTANT_NAMES,
        MEMBER_NAMES,
        OPERATORS,
        OPERATORS,
        LITERALS,
        VARIABLES,
        ("\n", " ", "$x", "$y"),
    )
    kind = random.choice(kinds)
    found = random.choice(kind)
    return "." + found if kind is MEMBER_NAMES else found


def soup(random: Random) -> Script:
    """Tokens of the language in any order."""
    gap = random.choice((" ", " ", "", "\n"))
    return Script(gap.join(piece(random) for _ in range(random.randint(1, 40))))


def noise(random: Random) -> Script:
    """Any characters."""
    size = random.randint(0, 60)
    if random.random() < 0.5:
        return Script("".join(random.choice(CHARACTERS) for _ in range(size)))
    top = random.choice((0x7F, 0x2FF, 0xFFFF, 0x10FFFF))
    return Script("".join(chr(random.randint(0, top)) for _ in range(size)))


def mutated(random: Random) -> Script:
    """A script of the corpus with some changes, in its text or in one of its methods and classes."""
    script = random.choice(corpus())
    units = [("text", "")]
    units += [("methods", name) for name in sorted(script.methods)]
    units += [("classes", name) for name in sorted(script.classes)]
    place, name = random.choice(units)
    text = script.text if place == "text" else getattr(script, place)[name]
    for _ in range(random.choice(CHANGE_COUNTS)):
        text = random.choice(CHANGES)(random, text)
    changed: str | dict[str, str] = text if place == "text" else {**getattr(script, place), name: text}
    return replace(script, **{place: changed})


def _part(random: Random, tokens: list[str], most: int = 12) -> tuple[int, int]:
    """Where a run of up to *most* tokens starts and ends."""
    start = random.randrange(len(tokens) + 1)
    return start, min(len(tokens), start + random.randint(1, most))


def delete(random: Random, text: str) -> str:
    """Without some tokens."""
    tokens = tokens_of(text)
    start, end = _part(random, tokens)
    return "".join(tokens[:start] + tokens[end:])


def duplicate(random: Random, text: str) -> str:
    """With some tokens once more, there or elsewhere."""
    tokens = tokens_of(text)
    start, end = _part(random, tokens, 40)
    at = random.choice((end, random.randrange(len(tokens) + 1)))
    return "".join(tokens[:at] + tokens[start:end] + tokens[at:])


def swap(random: Random, text: str) -> str:
    """With two tokens that have changed places."""
    tokens = tokens_of(text)
    if tokens:
        one, other = random.randrange(len(tokens)), random.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def substitute(random: Random, text: str) -> str:
    """With another token of the language in the place of one."""
    tokens = tokens_of(text)
    if tokens:
        tokens[random.randrange(len(tokens))] = piece(random)
    return "".join(tokens)


def rename(random: Random, text: str) -> str:
    """With one of its own words in the place of another: a name that means something there."""
    tokens = tokens_of(text)
    words = [number for number, token in enumerate(tokens) if token[:1].isalpha()]
    if words:
        tokens[random.choice(words)] = tokens[random.choice(words)]
    return "".join(tokens)


def insert(random: Random, text: str) -> str:
    """With a token more."""
    tokens = tokens_of(text)
    tokens.insert(random.randrange(len(tokens) + 1), f" {piece(random)} ")
    return "".join(tokens)


def insert_characters(random: Random, text: str) -> str:
    """With some characters more, in the middle of a token as well."""
    at = random.randrange(len(text) + 1)
    return text[:at] + "".join(random.choice(CHARACTERS) for _ in range(random.randint(1, 3))) + text[at:]


def truncate(random: Random, text: str) -> str:
    """Its beginning or its end."""
    at = random.randrange(len(text) + 1)
    return text[:at] if random.random() < 0.7 else text[at:]


def splice(random: Random, text: str) -> str:
    """Its beginning and the end of another script, or lines of both in turn."""
    lines, others = text.split("\n"), random.choice(corpus()).text.split("\n")
    if random.random() < 0.5:
        lines = lines[: random.randrange(len(lines) + 1)] + others[random.randrange(len(others)) :]
    else:
        for _ in range(random.randint(1, 5)):
            lines.insert(random.randrange(len(lines) + 1), random.choice(others))
    return "\n".join(lines)


def extreme(random: Random, text: str) -> str:
    """With extreme values in the place of some literals."""
    tokens = tokens_of(text)
    for number, token in enumerate(tokens):
        if random.random() < 0.5:
            continue
        if token[:1].isdigit():
            tokens[number] = random.choice(NUMBERS)
        elif token[:1] == '"':
            tokens[number] = random.choice(TEXTS)
        elif token[:1] in "!?" and len(token) > 4:
            tokens[number] = random.choice(DATES if token[0] == "!" else TIMES)
    return "".join(tokens)


def retype(random: Random, text: str) -> str:
    """With a value of another type in the place of a literal or a variable."""
    tokens = tokens_of(text)
    values = [n for n, token in enumerate(tokens) if token[:1] in '"!?$' or token[:1].isdigit()]
    if values:
        tokens[random.choice(values)] = random.choice(LITERALS)
    return "".join(tokens)


def flip_case(random: Random, text: str) -> str:
    """In another case, whole or in part."""
    start = random.choice((0, random.randrange(len(text) + 1)))
    end = random.choice((len(text), random.randrange(len(text) + 1)))
    turned = random.choice((str.upper, str.lower, str.swapcase, str.title))
    return text[:start] + turned(text[start:end]) + text[end:]


def nest(random: Random, text: str) -> str:
    """With some of its tokens, or some lines, deep inside brackets or statements."""
    opening, closing = random.choice(NESTS)
    depth = random.choice(DEPTHS)
    if "\n" in opening:
        parts = text.split("\n")
        start = random.randrange(len(parts))
        end = min(len(parts), start + random.randint(1, 5))
        join = "\n"
    else:
        parts = tokens_of(text)
        start, end = _part(random, parts, 4)
        join = ""
    inside = opening * depth + join.join(parts[start:end]) + closing * depth
    return join.join([*parts[:start], inside, *parts[end:]])


CHANGES = (
    delete,
    delete,
    duplicate,
    swap,
    substitute,
    substitute,
    rename,
    rename,
    insert,
    insert_characters,
    truncate,
    splice,
    extreme,
    retype,
    retype,
    flip_case,
    nest,
)
