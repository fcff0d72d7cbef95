"""JSON Parse and JSON Stringify. Dates are written as YYYY-MM-DD unless a script asks for another form of them."""

from __future__ import annotations

from .errors import STACK_OVERFLOW, TYPE_MISMATCH, LanguageError
from .kinds import IS_BOOLEAN, IS_COLLECTION, IS_DATE, IS_OBJECT, IS_TEXT, IS_TIME, default, kind
from .references import Array, Pointer
from .registry import command
from .values import BoundFunction, Date, NativeObject, StarType, Time, UndefinedType, UnsetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .host import Run
    from .inside_objects import Forms
    from .values import Value


#: The form of dates by default.
DATES = 2


@command("JSON Parse", 1218, "( jsonString : Text {; type : Integer, Operator {; * : Operator}} ) : any")
def json_parse(run: Run, text: str, wanted: Value = 0, star: Value = None) -> Value:
    """Returns the value that a JSON text describes, as a given type when one is asked for.

    See commands/json-parse.md. Texts of the form YYYY-MM-DD become dates. With ``*`` an object gets the
    property ``__symbols``, which tells where in the text each of its properties stands.
    """
    if wanted.__class__ is StarType:
        wanted, star = 0, wanted
    text = text.removeprefix("\ufeff")
    value = parsed(text)
    forms = _forms(run)
    if wanted not in (IS_TEXT, IS_DATE) and (forms is None or forms.dates == DATES) and _may_hold_dates(text):
        value = _with_dates(value)
    if wanted:
        value = _as_type(run, value, wanted, forms)
    if star is not None and isinstance(value, dict):
        value["__symbols"] = _symbols(text)
    return value


def _forms(run: Run) -> Forms | None:
    """How the script wants dates and times; ``None`` for the default, which is all that most ever have."""
    if not run.settings:
        return None
    from .inside_objects import forms

    return forms(run)


def parsed(text: str) -> Value:
    """The value that *text* describes, with texts for dates; raises :class:`LanguageError`."""
    import json

    try:
        return json.loads(text, parse_int=_number, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _malformed(text, error.pos, error.msg) from None
    except RecursionError:
        raise LanguageError(STACK_OVERFLOW, "JSON Parse: jsonString: nested too deeply") from None


def _number(digits: str) -> float:
    # Beyond this a whole number is a real in 4D.
    return int(digits) if len(digits) <= 15 else float(digits)


def _no_constant(name: str) -> Value:
    raise LanguageError(TYPE_MISMATCH, f"JSON Parse: jsonString: wanted a JSON value, got {name}")


def _malformed(text: str, position: int, problem: str) -> LanguageError:
    before = text[:position]
    line = before.count("\n") + 1
    column = position - (before.rfind("\n") + 1) + 1
    found = text[position : position + 20].partition("\n")[0]
    got = (
        f"got {found}"
        if found.strip()
        else "got the end of the text"
        if position >= len(text)
        else "got a blank"
    )
    wanted = problem[:1].lower() + problem[1:]
    return LanguageError(
        TYPE_MISMATCH, f"JSON Parse: jsonString: line {line}, column {column}: {wanted}, {got}"
    )


def _may_hold_dates(text: str) -> bool:
    import re

    return re.search(r'"\d{4}-\d\d-\d\d"', text) is not None


def _with_dates(value: Value) -> Value:
    """*value*, changed in place, with dates instead of the texts that describe them."""
    if value.__class__ is str:
        return _date_or_text(value)
    pending = [value]
    while pending:
        holder = pending.pop()
        items = (
            holder.items()
            if isinstance(holder, dict)
            else enumerate(holder)
            if isinstance(holder, list)
            else ()
        )
        for place, item in items:
            if item.__class__ is str:
                if len(item) == 10:
                    holder[place] = _date_or_text(item)
            elif isinstance(item, (dict, list)):
                pending.append(item)
    return value


def _date_or_text(text: str) -> Value:
    from .conversion import iso_date

    if len(text) != 10:
        return text
    if text == "0000-00-00":
        return Date(0)
    return iso_date(None, text) or text


def _as_type(run: Run, value: Value, wanted: int, forms: Forms | None) -> Value:
    if wanted == IS_BOOLEAN and kind(value) in (IS_OBJECT, IS_COLLECTION):
        return True
    if wanted == IS_DATE:
        from .conversion import iso_date

        if value.__class__ is not str:
            return default(IS_DATE)
        return iso_date(run, value) if forms is None else forms.date(value)
    if wanted == IS_TIME and forms is not None and value.__class__ in (int, float):
        return forms.time(value)
    if wanted == IS_TEXT and value is None:
        return ""
    from .objects import converted

    return converted("JSON Parse", value, wanted)


def _symbols(text: str) -> dict[str, Value]:
    """Line, from 1, and offset in it, from 0, of each property of the valid JSON object *text*."""
    return {path: {"line": line, "offset": offset} for path, line, offset in _places(text)}


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    import re

    token = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|\n|[^\s\[\]{},:"]+', re.DOTALL)
    line, line_start = 1, 0
    # One entry for each open object (its latest property) or collection (its current index).
    open_ones: list[str | int] = []
    key_next = False
    for match in token.finditer(text):
        piece = match[0]
        if piece == "\n":
            line, line_start = line + 1, match.end()
        elif piece == "{":
            open_ones.append("")
            key_next = True
        elif piece == "[":
            open_ones.append(0)
            key_next = False
        elif piece in "]}":
            open_ones.pop()
            key_next = False
        elif piece == ",":
            current = open_ones[-1]
            if current.__class__ is int:
                open_ones[-1] = int(current) + 1
            else:
                key_next = True
        elif key_next and piece[0] == '"':
            open_ones[-1] = parsed(piece)
            key_next = False
            yield _path(open_ones), line, match.start() - line_start


def _path(steps: list[str | int]) -> str:
    text = ""
    for step in steps:
        text += f"[{step}]" if step.__class__ is int else f".{step}" if text else str(step)
    return text


@command("JSON Stringify", 1217, "( value : any {; * : Operator} ) : Text")
def json_stringify(run: Run, value: Value, star: Value = None) -> str:
    """Returns a value as JSON text, on several lines with ``*`` (commands/json-stringify.md)."""
    return json_text(value, star is not None, _forms(run))


def json_text(value: Value, pretty: bool = False, forms: Forms | None = None) -> str:
    """*value* as JSON, on several lines when *pretty*; dates and times as *forms* has them."""
    parts: list[str] = []
    scalar = _scalar if forms is None else lambda value: _scalar(forms.written(value))
    try:
        _write(value, parts, "\n" if pretty else "", pretty, set(), scalar)
    except RecursionError:
        raise LanguageError(STACK_OVERFLOW, "JSON Stringify: value: nested too deeply") from None
    return "".join(parts)


def _write(
    value: Value,
    parts: list[str],
    line: str,
    pretty: bool,
    around: set[int],
    scalar: Callable[[Value], str],
) -> None:
    """Adds the text of *value*; *line* begins a line at its depth, *around* has the values it lies in."""
    if not isinstance(value, (dict, list)):
        if not isinstance(value, Pointer):
            parts.append(scalar(value))
            return
        # What a pointer points to is written; one that leads back to itself nests without an end.
        held = value.get()
        items = held.items[1:] if isinstance(held, Array) else None
        _write(held if items is None else items, parts, line, pretty, around, scalar)
        return
    if id(value) in around:
        raise LanguageError(
            TYPE_MISMATCH,
            "JSON Stringify: value: wanted a value without circular references, got one that contains itself",
        )
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    if not value:
        parts.append(opening + closing)
        return
    around.add(id(value))
    inner = line + "\t" if pretty else ""
    parts.append(opening)
    separator = ""
    if isinstance(value, dict):
        for name, item in value.items():
            parts.append(f"{separator}{inner}{quoted(name)}:{' ' if pretty else ''}")
            _write(item, parts, inner, pretty, around, scalar)
            separator = ","
    else:
        for item in value:
            parts.append(separator + inner)
            _write(item, parts, inner, pretty, around, scalar)
            separator = ","
    parts.append(line + closing)
    around.discard(id(value))


def quoted(text: str) -> str:
    """*text* between quotation marks, escaped as JSON wants it."""
    from json.encoder import encode_basestring

    return encode_basestring(text)


def _scalar(value: Value) -> str:
    if value.__class__ is str:
        return quoted(value)
    if value.__class__ is bool:
        return "true" if value else "false"
    if value.__class__ is int or value.__class__ is float:
        return _number_text(value)
    if value is None or isinstance(value, (UnsetType, UndefinedType)):
        return "null"
    if value.__class__ is Date:
        from .conversion import json_date

        return f'"{json_date(value)}"'
    if value.__class__ is Time:
        return str(value.seconds)
    if isinstance(value, BoundFunction):
        return '"[object Function]"'
    if value.__class__ is bytes:
        return '"[object Blob]"'
    return f'"[object {value.class_name}]"' if isinstance(value, NativeObject) else '"[object]"'


def _number_text(number: float) -> str:
    if number.__class__ is int and -(10**15) < number < 10**15:
        return str(number)
    from .number_text import as_float

    number = as_float(number)
    if number - number != 0:
        # JSON has no text for infinity and for what is no number.
        return "null"
    if number == int(number) and abs(number) < 10**15:
        return str(int(number))
    return f"{number:.15g}"
