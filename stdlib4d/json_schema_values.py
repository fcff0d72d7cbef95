"""What JSON Schema says of single values: their types, sizes and formats. :mod:`stdlib4d.json_schema` does the rest."""

from __future__ import annotations

import re

from .conversion import json_date
from .errors import LanguageError
from .operators import EPSILON
from .values import Date, NativeObject, Time, UndefinedType, UnsetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .values import Value

    #: A number of the documented list, and what is wrong.
    Finding = tuple[int, str]

_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME = r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
_FORMATS = {
    "date": _DATE,
    "time": _TIME,
    "date-time": f"{_DATE}[T ]{_TIME}",
    "duration": r"P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)",
    "email": r"[^@\s]+@[^@\s]+",
    "hostname": r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*",
    "uri": r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*",
    "uri-reference": r"[^\s<>\"{}|\\^`]*",
    "uuid": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "json-pointer": r"(/([^/~]|~[01])*)*",
}


def plain(value: Value) -> Value:
    """*value* as JSON knows it: a date is its text, a time its seconds."""
    if value.__class__ is Date:
        return json_date(value)
    if value.__class__ is Time:
        return value.seconds
    return None if isinstance(value, (UnsetType, UndefinedType)) else value


def is_number(value: Value) -> bool:
    """Whether *value* is a number; a Boolean is none."""
    return value.__class__ is int or value.__class__ is float


def has_type(value: Value, name: str) -> bool:
    """Whether *value* is of the type *name* of JSON."""
    if name == "integer":
        return is_number(value) and _finite(value) and value == int(value)
    if name == "number":
        return is_number(value)
    if name == "object":
        return isinstance(value, (dict, NativeObject))
    if name == "null":
        return value is None
    kind: type = {"string": str, "boolean": bool, "array": list}[name]
    return isinstance(value, kind)


def _finite(number: float) -> bool:
    return number == number and abs(number) != float("inf")


def canonical(value: Value) -> object:
    """What is equal for equal values, whatever the order of their properties, and for no others."""
    value = plain(value)
    if isinstance(value, list):
        return ("list", *map(canonical, value))
    if isinstance(value, dict):
        return frozenset((name, canonical(item)) for name, item in value.items())
    return (float(value),) if is_number(value) else value


def number_findings(value: float, schema: dict[str, Value], modern: bool) -> Iterator[Finding]:
    """What is wrong with a number."""
    for keyword, exclusive, sign, codes in (
        ("maximum", "exclusiveMaximum", 1, (3, 4)),
        ("minimum", "exclusiveMinimum", -1, (5, 6)),
    ):
        limit, strict = _limit(schema, keyword), _limit(schema, exclusive)
        word = "greater" if sign > 0 else "less"
        if not modern and schema.get(exclusive) is True:
            # In version 4 it makes the other one strict.
            limit, strict = None, limit
        if limit is not None and sign * value > sign * limit:
            yield codes[0], f"{value} is {word} than {limit}"
        if strict is not None and sign * value >= sign * strict:
            yield codes[1], f"{value} is {word} than {strict}, or that itself"
    step = _limit(schema, "multipleOf")
    if step is not None:
        times = value / step
        if abs(times - round(times)) > EPSILON if _finite(times) else True:
            yield 2, f"{value} is no multiple of {step}"


def _limit(schema: dict[str, Value], keyword: str) -> float | None:
    limit = schema.get(keyword)
    return limit if limit.__class__ is int or limit.__class__ is float else None


def text_findings(value: str, schema: dict[str, Value]) -> Iterator[Finding]:
    """What is wrong with a text."""
    # Characters are counted, not the units of UTF-16.
    length = len(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    if length > schema.get("maxLength", length):
        yield 7, f"the text is longer than {schema['maxLength']} characters"
    if length < schema.get("minLength", length):
        yield 8, f"the text is shorter than {schema['minLength']} characters"
    pattern = schema.get("pattern")
    if pattern is not None:
        from .regex import compiled

        if compiled(pattern).search(value) is None:
            yield 9, f'"{value}" does not match the pattern {pattern}'
    form = schema.get("format")
    if form is not None and not _has_format(value, form):
        yield 24, f'the text is no {form}, "{value}"'


def _has_format(value: str, form: str) -> bool:
    """Whether *value* is in the format; one that is not known says nothing."""
    if form in ("ipv4", "ipv6"):
        from ipaddress import IPv4Address, IPv6Address

        try:
            (IPv4Address if form == "ipv4" else IPv6Address)(value)
        except ValueError:
            return False
        return "%" not in value
    if form == "regex":
        from .regex import compiled

        try:
            compiled(value)
        except LanguageError:
            return False
        return True
    pattern = _FORMATS.get(form)
    return pattern is None or re.fullmatch(pattern, value, re.IGNORECASE | re.ASCII) is not None
