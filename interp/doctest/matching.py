"""Whether a value is the one that a page states.

Type and value must both be the stated ones. Further:

- A number without decimals is exact; of one with decimals those that are shown.
- ``...`` in a text stands for any text, at the end of a collection or an object for more of it.
- Inside of brackets a page writes JSON: what JSON has no notation for is compared in the form that ``JSON Stringify``
  gives it. Where texts stand without their quotes, digits without quotes may be a text, too.
- An object or a collection that is stated of a text is the JSON in it, in quotes, too; a line may end anywhere in that.
- A text may be written as it is: without escapes, or, where quotes are part of it, without further ones.
- ``->name`` is a pointer to what is called so.
"""

from __future__ import annotations

import re

from stdlib4d.references import Array, Pointer
from stdlib4d.values import UNDEFINED, Date, Time, UnsetType

from .literals import Bare, Clock, Day, Figure, Items, Members, Quoted, Word, unescaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.values import Value

    from .literals import Literal

_DOTS = re.compile(r"\.{3}|\u2026")


def matches(stated: Literal, value: Value) -> bool:
    """Whether *value* is what *stated* says."""
    if isinstance(stated, (Items, Members)) and value.__class__ is str:
        return _is_json(stated, value)
    return _match(stated, value, False, False)


def _match(stated: Literal, value: Value, inside: bool, unquoted: bool) -> bool:
    if isinstance(value, UnsetType):
        value = None
    if isinstance(stated, Word):
        return _is_word(stated.name, value)
    if isinstance(stated, Items):
        return _are_items(stated, value, unquoted)
    if isinstance(stated, Members):
        return _are_members(stated, value, unquoted)
    if isinstance(value, Pointer) and isinstance(stated, (Quoted, Bare)) and stated.text.startswith("->"):
        return stated.text.lower() == f"->{value.name}".lower()
    if inside and value.__class__ not in (str, int, float, bool):
        value = _in_json(value)
    if isinstance(stated, Quoted):
        return value.__class__ is str and (
            _is_text(stated.text, value)
            or (stated.written != "" and value in (stated.written, stated.written[1:-1]))
            or (not inside and _is_same_json(stated.text, value))
        )
    if isinstance(stated, Bare):
        return value.__class__ is str and (
            value.startswith(stated.text) if stated.elided else value == stated.text
        )
    if isinstance(stated, Figure):
        if unquoted and value.__class__ is str:
            return bool(value == stated.shown)
        return _is_number(stated, value)
    if isinstance(stated, Day):
        return value.__class__ is Date and value.parts in stated.readings
    return isinstance(stated, Clock) and value.__class__ is Time and value.seconds == stated.seconds


def _is_word(name: str, value: Value) -> bool:
    if name == "null":
        return value is None
    if name == "undefined":
        return value is UNDEFINED
    return value is (name == "true")


def _is_text(stated: str, value: str) -> bool:
    if stated == value:
        return True
    parts = _DOTS.split(stated)
    return len(parts) > 1 and re.fullmatch(".*".join(map(re.escape, parts)), value, re.DOTALL) is not None


def _is_number(stated: Figure, value: Value) -> bool:
    if value.__class__ not in (int, float):
        return False
    if not stated.decimals:
        return value in stated.readings
    # Half a unit of the last digit that is shown, and what a binary fraction may be beside it.
    slack = 0.5 * 10.0**-stated.decimals * (1 + 1e-6)
    return any(abs(value - reading) <= slack for reading in stated.readings)


def _are_items(stated: Items, value: Value, unquoted: bool) -> bool:
    if isinstance(value, Array):
        value = value.items[1:]
    if not isinstance(value, list):
        return False
    if len(value) != len(stated.items) and not (stated.elided and len(value) > len(stated.items)):
        return False
    unquoted = unquoted or _leaves_quotes_away(stated)
    return all(_match(item, one, True, unquoted) for item, one in zip(stated.items, value, strict=False))


def _are_members(stated: Members, value: Value, unquoted: bool) -> bool:
    if not isinstance(value, dict):
        return False
    names = {name for name, _ in stated.members}
    if not stated.elided and names != set(value):
        return False
    unquoted = unquoted or _leaves_quotes_away(stated)
    return all(name in value and _match(item, value[name], True, unquoted) for name, item in stated.members)


def _leaves_quotes_away(stated: Literal) -> bool:
    if isinstance(stated, Items):
        return any(_leaves_quotes_away(item) for item in stated.items)
    if isinstance(stated, Members):
        return any(_leaves_quotes_away(item) for _, item in stated.members)
    return isinstance(stated, Bare)


def _in_json(value: Value) -> Value:
    """*value* as JSON has it."""
    if value is None or value is UNDEFINED:
        return value
    import json

    from stdlib4d.errors import LanguageError
    from stdlib4d.json_text import json_text

    try:
        return json.loads(json_text(value))
    except (LanguageError, ValueError):
        return value


def _is_same_json(stated: str, text: str) -> bool:
    """Whether both are the same object or collection in JSON."""
    if stated[:1] not in ("{", "[") or text[:1] != stated[0]:
        return False
    import json

    try:
        same: bool = json.loads(stated.replace("\n", "")) == json.loads(text)
    except ValueError:
        return False
    return same


def _is_json(stated: Items | Members, text: str) -> bool:
    """Whether *text* is what is stated, or says the same in JSON."""
    if text in (stated.text, unescaped(stated.text)):
        return True
    import json

    try:
        return _match(stated, json.loads(text), False, False)
    except ValueError:
        return False
