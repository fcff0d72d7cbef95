"""What the comparators of a query do with the value of a property.

A constant is compared with values of its own type only. Without quotes it may stand for several: ``12`` equals the
number and the text. A text that writes a date, as YYYY-MM-DD, is compared with dates too.
"""

from __future__ import annotations

from operator import ge, gt, le, lt

from .comparison import compare_texts, fold, sort_key, texts_equal
from .keywords import contains_keyword
from .operators import EPSILON, to_real
from .values import UNDEFINED, Date, Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .values import Value

    Check = Callable[[Value], bool]

_ORDERS: dict[str, Callable[[Value, Value], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


class Operand:
    """The constant of a comparison, as each of the types that it may stand for; ``None`` for those it may not."""

    __slots__ = ("date", "flag", "is_null", "number", "reference", "text")

    def __init__(self) -> None:
        self.text: str | None = None
        self.number: int | float | None = None
        self.date: Date | None = None
        self.flag: bool | None = None
        self.is_null = False
        #: An object or a collection, of which only itself is an equal.
        self.reference: Value = None


def constant(text: str, quoted: bool) -> Operand:
    """The operand for a constant in the text of the query."""
    operand = Operand()
    if quoted:
        operand.text, operand.date = text, _date(text)
    elif text in ("true", "false"):
        operand.flag = text == "true"
    elif text.lower() == "null":
        operand.is_null = True
    else:
        operand.text, operand.number, operand.date = text, _number(text), _date(text)
    return operand


def given(value: Value) -> Operand:
    """The operand for a value that a placeholder stands for; one for Null equals nothing."""
    operand = Operand()
    kind = value.__class__
    if kind is str:
        operand.text, operand.date = value, _date(value)
    elif kind is bool:
        operand.flag = value
    elif kind is int or kind is float:
        operand.number = value
    elif kind is Time:
        operand.number = value.seconds
    elif kind is Date:
        operand.date = value
    elif value is not None and value is not UNDEFINED:
        operand.reference = value
    return operand


def _number(text: str) -> int | float | None:
    if not text.isascii() or text.strip("+-.0123456789eE"):
        return None
    try:
        return int(text) if text.lstrip("+-").isdigit() and len(text) < 16 else float(text)
    except ValueError:
        return None


def _date(text: str) -> Date | None:
    year, month, day = text[:4], text[5:7], text[8:]
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not (year + month + day).isdecimal():
        return None
    try:
        return Date.of(int(year), int(month), int(day))
    except ValueError:
        return None


def check_of(comparator: str, operand: Operand) -> Check:
    """What tells whether a value fits; *comparator* is one of ``= === < <= > >= %``."""
    if operand.is_null:
        return _is_null if comparator in ("=", "===") else _never
    if operand.reference is not None:
        reference = operand.reference
        return lambda value: value is reference
    if comparator == "%":
        keyword = operand.text
        return _never if keyword is None else lambda v: v.__class__ is str and contains_keyword(v, keyword)
    checks: dict[type, Check] = {}
    if operand.text is not None:
        checks[str] = _text_check(comparator, operand.text)
    if operand.number is not None:
        checks[int], checks[float] = _number_checks(comparator, operand.number)
    if operand.date is not None:
        checks[Date] = _date_check(comparator, operand.date)
    if operand.flag is not None and comparator in ("=", "==="):
        flag = operand.flag
        checks[bool] = lambda value: value is flag
    find = checks.get
    return lambda value: find(value.__class__, _never)(value)


def check_in(operands: Sequence[Operand]) -> Check:
    """What tells whether a value equals one of *operands*."""
    texts: set[str] = set()
    numbers: set[int | float] = set()
    rest: list[Check] = []
    for operand in operands:
        plain = operand.text is not None and "@" not in operand.text
        if plain:
            texts.add(fold(operand.text or ""))
        if operand.number.__class__ is int:
            numbers.add(operand.number or 0)
        if not plain or operand.number.__class__ is float or operand.date is not None:
            rest.append(check_of("=", operand))

    def check(value: Value) -> bool:
        kind = value.__class__
        if (kind is str and texts and fold(value) in texts) or (kind is int and value in numbers):
            return True
        if kind is float and any(abs(value - number) <= EPSILON for number in numbers):
            return True
        return any(test(value) for test in rest)

    return check


def _is_null(value: Value) -> bool:
    return value is None or value is UNDEFINED


def _never(value: Value) -> bool:
    return False


def _text_check(comparator: str, wanted: str) -> Check:
    if comparator == "=" and "@" in wanted:
        return _wildcard_check(wanted)
    if comparator in ("=", "==="):
        folded = fold(wanted)
        return lambda value: fold(value) == folded
    order = _ORDERS[comparator]
    if "@" in wanted:
        return lambda value: order(compare_texts(value, wanted), 0)
    key = sort_key(wanted)
    return lambda value: order(sort_key(value), key)


def _wildcard_check(wanted: str) -> Check:
    """``= wanted`` where it holds ``@``; quicker for what begins with, ends with or contains a text."""
    inner = fold(wanted.strip("@"))
    before, after = wanted[:1] == "@", wanted[-1:] == "@"
    if "@" in inner or "@@" in wanted or not inner:
        return lambda value: texts_equal(value, wanted)
    if before and after:
        return lambda value: inner in fold(value)
    if after:
        return lambda value: fold(value).startswith(inner)
    return lambda value: fold(value).endswith(inner)


def _number_checks(comparator: str, wanted: int | float) -> tuple[Check, Check]:
    """The checks of whole numbers and of reals."""
    if comparator in ("=", "==="):
        near: Check = lambda value: value == wanted or abs(value - wanted) <= EPSILON  # noqa: E731
        return (wanted.__eq__ if wanted.__class__ is int else near), near
    # The other way round, as the methods of a real number take both kinds, and are the fastest there are.
    real = to_real(wanted)
    check: Check = {"<": real.__gt__, "<=": real.__ge__, ">": real.__lt__, ">=": real.__le__}[comparator]
    return check, check


def _date_check(comparator: str, wanted: Date) -> Check:
    ordinal = wanted.ordinal
    if comparator in ("=", "==="):
        return lambda value: value.ordinal == ordinal
    order = _ORDERS[comparator]
    return lambda value: order(value.ordinal, ordinal)
