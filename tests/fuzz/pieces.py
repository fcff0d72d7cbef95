"""The pieces of the language that scripts are put together from."""

from __future__ import annotations

import re
from typing import Any

from grammar.words import KEYWORDS
from stdlib4d import catalog
from stdlib4d.registry import Declaration, Member
from stdlib4d.vocabulary import COMMANDS, CONSTANTS

from .corpus import EXCLUDED

#: The commands that the library has.
DECLARATIONS: tuple[Declaration, ...] = tuple(
    found for number in sorted(catalog.COMMAND_MODULES) if (found := catalog.find_command(number)) is not None
)
#: Every name of the vocabulary that a text may hold; those of commands the library lacks among them.
COMMAND_NAMES = tuple(sorted(name for name in COMMANDS if name.lower() not in EXCLUDED))
HAD_NAMES = tuple(sorted(d.name for d in DECLARATIONS if d.name.lower() not in EXCLUDED))
CONSTANT_NAMES = tuple(sorted(CONSTANTS))


def _members(kind: type[Any]) -> dict[str, Declaration | None]:
    """The functions (with their declaration) and attributes (without one) of a class."""
    found: dict[str, Declaration | None] = {}
    for base in reversed(kind.__mro__):
        for value in vars(base).values():
            member = getattr(value, "member", None)
            if isinstance(member, Member):
                found[member.name] = member.declaration
    return found


def _all_members() -> dict[str, dict[str, Declaration | None]]:
    classes: dict[str, dict[str, Declaration | None]] = {
        "Collection": {
            name: catalog.find_collection_function(name) for name in sorted(catalog.COLLECTION_MODULES)
        }
    }
    for name in sorted(catalog.CLASS_MODULES):
        kind = catalog.find_class(name)
        if kind is not None:
            classes[name] = _members(kind)
    return classes


#: Class to its members: name to declaration, ``None`` for an attribute.
MEMBERS = _all_members()
MEMBER_NAMES = tuple(sorted({name for members in MEMBERS.values() for name in members}))

KEYWORD_NAMES = tuple(sorted(word.title() if " " in word else word for word in KEYWORDS))

OPERATORS = tuple(
    ":= += -= *= /= + - * / \\ % ^ = # < > <= >= & | && || << >> ?+ ?- ?? ^| ? : -> ; , . ( ) [ ] [[ ]] { } ${"
    ' ... <> $ " ` // /* */ ! @ \\n'.split(" ")
)

NUMBERS = (
    "0 1 2 -1 0.5 3.14159 10 100 255 256 32767 32768 65536 2147483647 2147483648 4294967296"
    " 9007199254740993 9223372036854775807 9223372036854775808 1e300 1e-300 1e308 1e309 -1e309"
    " 0xFF 0xFFFFFFFF 0xFFFFFFFFFFFFFFFFFF 00012 1.7976931348623157e308 5e-324 999999999999999999999999"
).split()
TEXTS = (
    '""',
    '"a"',
    '"@"',
    '"%"',
    '"Hello, world"',
    '"\\u0000"',
    '"\\t\\r\\n"',
    '"\u00e9\u0301\u00df\u0130\u0131"',
    '"\U0001f600"',
    '"\u202e\ufeff\u2028"',
    '"1,234.56"',
    '"-1e999"',
    '"2024-02-30T25:61:61Z"',
    '"##,##0.00;(##);"',
    '"{\\"a\\":[1,null]}"',
    "\"<a b='c'>&amp;</a>\"",
    '"/PACKAGE/../../etc"',
    '"a.b[0].c"',
    '"name = :1 and (x > 2 or not(y))"',
    '"$1+1"',
    '"\u0663\u0664"',
)
DATES = (
    "!00-00-00! !2024-02-29! !9999-12-31! !0001-01-01! !2023-02-30! !12/25/92! !99999-01-01! !32767-12-31!"
).split()
TIMES = "?00:00:00? ?23:59:59? ?24:00:00? ?99:99:99? ?596523:14:07? ?9999999:00:00? ?-1:00:00?".split()
LITERALS = (*NUMBERS, *TEXTS, *DATES, *TIMES, "Null", "True", "False", "Undefined", "{}", "[]")

VARIABLES = (
    "$a",
    "$b",
    "$c",
    "v",
    "<>g",
    "$1",
    "$0",
    "${1}",
    "This",
    "Form",
    "OK",
    "cs",
    "4D",
    "Super",
    "ds",
    "$",
)

_TOKENS = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|[^\W\d]\w*|\d+(?:\.\d+)?|[ \t]+|\n'
    r"|:=|->|\[\[|\]\]|&&|\|\||[!?][\d/:-]+[!?]|.",
    re.DOTALL,
)


def tokens_of(text: str) -> list[str]:
    """*text* in pieces that join to it again: roughly the tokens of the language, blanks among them."""
    return _TOKENS.findall(text)
