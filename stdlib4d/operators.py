"""The operators of 4D on values of any type: what runs when no faster form is known to fit.

An undefined operand of an arithmetic operator counts as the empty value of the other operand's type: undefined
values are accepted anywhere in an expression. Anything else that does not fit is an error.
"""

from __future__ import annotations

from .comparison import compare_texts, texts_equal
from .errors import BOOLEAN_EXPECTED, DIVISION_BY_ZERO, OPERATOR_MISUSED, TYPE_MISMATCH, LanguageError
from .references import Array, Pointer
from .values import NULL_DATE, UNDEFINED, Date, Time, UnsetType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from .values import Value

#: Two reals nearer than this are equal (SET REAL COMPARISON LEVEL).
EPSILON = 1e-6
#: Beyond this an integer is a Real, as all numbers of 4D are doubles.
EXACT = 2**53
#: What stands for infinity among integers.
FARTHEST = 2**62
#: The longest text that a repetition, a sum of itself or a join makes, in characters: a slip in a script must not take
#: the memory of the machine.
MAX_TEXT = 2**28

_EMPTY: dict[type, Value] = {
    str: "",
    int: 0,
    float: 0.0,
    Date: NULL_DATE,
    Time: Time(0),
}


def mismatch(symbol: str, left: Value, right: Value) -> NoReturn:
    """Raises the error for operands that *symbol* cannot take."""
    hint = ""
    if str in (left.__class__, right.__class__) and symbol == "+":
        hint = "convert the other value with String"
    raise LanguageError(
        TYPE_MISMATCH, f"{symbol} cannot take {type_name(left)} and {type_name(right)}", hint=hint
    )


def exact(number: int) -> int | float:
    """An integer result: beyond 2**53 it is a Real."""
    return number if -EXACT <= number <= EXACT else to_real(number)


def to_real(number: int | float) -> float:
    """*number* as a Real; beyond the largest it is infinite."""
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def _is_number(value: Value) -> bool:
    return value.__class__ is int or value.__class__ is float


def _number(value: Value) -> int | float | None:
    """*value* as an operand of arithmetic: a time is its seconds."""
    if value.__class__ is int or value.__class__ is float:
        return value
    if value.__class__ is Time:
        return value.seconds
    return value.current if isinstance(value, Array) else None


def _defined(left: Value, right: Value) -> tuple[Value, Value]:
    """The operands, an undefined one as the empty value of the other's type."""
    if left is UNDEFINED:
        left = _EMPTY.get(right.__class__, UNDEFINED)
    if right is UNDEFINED:
        right = _EMPTY.get(left.__class__, UNDEFINED)
    return left, right


def add(left: Value, right: Value) -> Value:
    """``left + right``."""
    a, b = left.__class__, right.__class__
    if (a is int or a is float) and (b is int or b is float):
        return exact(left + right) if a is b is int else left + right
    if a is str and b is str:
        return left + right
    if left is UNDEFINED or right is UNDEFINED:
        if left is right:
            return UNDEFINED
        if a is Date or b is Date:
            # Dates do not add up: what is undefined counts as no days.
            return left if a is Date else right
        first, second = _defined(left, right)
        if first is UNDEFINED or second is UNDEFINED:
            mismatch("+", left, right)
        return add(first, second)
    if a is Time and b is Time:
        return Time(left.seconds + right.seconds)
    if a is Date and _number(right) is not None:
        return _moved(left, right, 1)
    first, second = _number(left), _number(right)
    if first is None or second is None:
        mismatch("+", left, right)
    return first + second


def limited(value: Value) -> Value:
    """*value*; raises :class:`LanguageError` for a text that is longer than one may be."""
    if value.__class__ is str and len(value) > MAX_TEXT:
        raise LanguageError(OPERATOR_MISUSED, f"the text would exceed {MAX_TEXT} characters")
    return value


def _moved(date: Date, days: Value, sign: int) -> Date:
    if not date.ordinal:
        return date
    moved = date.ordinal + sign * truncated(_number(days) or 0)
    return Date(moved) if moved > 0 else NULL_DATE


def subtract(left: Value, right: Value) -> Value:
    """``left - right``."""
    a, b = left.__class__, right.__class__
    if (a is int or a is float) and (b is int or b is float):
        return exact(left - right) if a is b is int else left - right
    if left is UNDEFINED or right is UNDEFINED:
        if a is Date:
            return left
        first, second = _defined(left, right)
        if first.__class__ is UNDEFINED.__class__ or first.__class__ is str:
            if left is right:
                return UNDEFINED
            mismatch("-", left, right)
        return subtract(first, second)
    if a is Date:
        if b is Date:
            return left.ordinal - right.ordinal
        if _number(right) is not None:
            return _moved(left, right, -1)
    if a is Time and b is Time:
        return Time(left.seconds - right.seconds)
    first, second = _number(left), _number(right)
    if first is None or second is None:
        mismatch("-", left, right)
    return first - second


def _numbers(symbol: str, left: Value, right: Value) -> tuple[int | float, int | float]:
    first = 0 if left is UNDEFINED else _number(left)
    second = 0 if right is UNDEFINED else _number(right)
    if first is None or second is None:
        mismatch(symbol, left, right)
    return first, second


def multiply(left: Value, right: Value) -> Value:
    """``left * right``: of a text and a number, the text repeated."""
    if left.__class__ is str:
        times = 0 if right is UNDEFINED else _number(right)
        if times is None:
            mismatch("*", left, right)
        count = max(0, truncated(times))
        if len(left) * count > MAX_TEXT:
            raise LanguageError(OPERATOR_MISUSED, f"the repeated text would exceed {MAX_TEXT} characters")
        return left * count
    first, second = _numbers("*", left, right)
    result = first * second
    if left.__class__ is right.__class__ is Time:
        return Time(truncated(result))
    return exact(result) if result.__class__ is int else result


def divide(left: Value, right: Value) -> Value:
    """``left / right``: always a Real, infinite when *right* is 0 (commands/string.md)."""
    first, second = _numbers("/", left, right)
    if not second:
        return float("inf") if first > 0 else float("-inf") if first < 0 else float("nan")
    quotient = first / second
    # Concepts/operators.md, "Compound assignment operators": Time /= Time is a Time.
    return Time(truncated(quotient)) if left.__class__ is right.__class__ is Time else quotient


def int_divide(left: Value, right: Value) -> Value:
    """``left \\ right``, which is ``Int(left / right)`` (Concepts/number.md)."""
    first, second = _numbers("\\", left, right)
    if not second:
        raise LanguageError(DIVISION_BY_ZERO, "division by zero", hint="test the divisor first")
    quotient = first // second
    return int(quotient) if abs(quotient) < EXACT else quotient


def truncated(number: int | float) -> int:
    """*number* without its fraction; what is infinite is taken for 2**62, what is no number for 0."""
    if -FARTHEST < number < FARTHEST:
        return int(number)
    return 0 if number != number else FARTHEST if number > 0 else -FARTHEST


def _long(number: int | float) -> int:
    """*number* as the 32 bits of a Long."""
    return (truncated(number) + 2**31) % 2**32 - 2**31


def modulo(left: Value, right: Value) -> Value:
    """``left % right``: the remainder of whole numbers, with the sign of *left*; of texts, "contains keyword"."""
    if left.__class__ is str and right.__class__ is str:
        from .keywords import contains_keyword

        return contains_keyword(left, right)
    first, second = _numbers("%", left, right)
    # Beyond the Longs 4D warrants nothing: there, too, it is the remainder here.
    dividend, divisor = truncated(first), truncated(second)
    if not divisor:
        raise LanguageError(DIVISION_BY_ZERO, "division by zero", hint="test the divisor first")
    rest = abs(dividend) % abs(divisor)
    rest = -rest if dividend < 0 else rest
    return Time(rest) if left.__class__ is right.__class__ is Time else rest


def power(left: Value, right: Value) -> Value:
    """``left ^ right``."""
    first, second = _numbers("^", left, right)
    try:
        result = to_real(first) ** to_real(second)
    except OverflowError:
        return float("inf")
    except ZeroDivisionError:
        raise LanguageError(DIVISION_BY_ZERO, "division by zero") from None
    if result.__class__ is complex:
        return float("nan")
    if first.__class__ is second.__class__ is int and abs(result) < EXACT and result == int(result):
        return int(result)
    return result


def negate(value: Value) -> Value:
    """``-value``."""
    number = 0 if value is UNDEFINED else _number(value)
    if number is None:
        raise LanguageError(TYPE_MISMATCH, f"- cannot take {type_name(value)}")
    return Time(-number) if value.__class__ is Time else -number  # type: ignore[arg-type]


# ------------------------------------------------------------------ logic and bits


def logical_and(left: Value, right: Value) -> Value:
    """``left & right``: of Booleans, or of the bits of Longs."""
    if left.__class__ is bool and right.__class__ is bool:
        return left and right
    if bool in (left.__class__, right.__class__) or left is UNDEFINED or right is UNDEFINED:
        return _boolean("&", left, right, left) and _boolean("&", left, right, right)
    first, second = _numbers("&", left, right)
    return _long(_long(first) & _long(second))


def logical_or(left: Value, right: Value) -> Value:
    """``left | right``: of Booleans, or of the bits of Longs."""
    if left.__class__ is bool and right.__class__ is bool:
        return left or right
    if bool in (left.__class__, right.__class__) or left is UNDEFINED or right is UNDEFINED:
        return _boolean("|", left, right, left) or _boolean("|", left, right, right)
    first, second = _numbers("|", left, right)
    return _long(_long(first) | _long(second))


def _boolean(symbol: str, left: Value, right: Value, value: Value) -> bool:
    if value.__class__ is bool:
        return value
    if value is UNDEFINED or value is None:
        return False
    mismatch(symbol, left, right)


def bit_xor(left: Value, right: Value) -> int:
    """``left ^| right``."""
    first, second = _numbers("^|", left, right)
    return _long(_long(first) ^ _long(second))


def shift_left(left: Value, right: Value) -> int:
    """``left << right``."""
    first, second = _numbers("<<", left, right)
    places = truncated(second)
    return _long(_long(first) << places) if 0 <= places < 32 else 0


def shift_right(left: Value, right: Value) -> int:
    """``left >> right``: zeros come in from the left."""
    first, second = _numbers(">>", left, right)
    places = truncated(second)
    return _long((_long(first) & 0xFFFFFFFF) >> places) if 0 <= places < 32 else 0


def widen(left: Value, right: Value) -> Value:
    """``left *+ right``: takes a picture (Concepts/picture.md), which no value here is."""
    mismatch("*+", left, right)


def heighten(left: Value, right: Value) -> Value:
    """``left *| right``: takes a picture (Concepts/picture.md), which no value here is."""
    mismatch("*|", left, right)


def bit_set(left: Value, right: Value) -> int:
    """``left ?+ right``."""
    first, second = _numbers("?+", left, right)
    return _long(_long(first) | (1 << (truncated(second) & 31)))


def bit_clear(left: Value, right: Value) -> int:
    """``left ?- right``."""
    first, second = _numbers("?-", left, right)
    return _long(_long(first) & ~(1 << (truncated(second) & 31)))


def bit_test(left: Value, right: Value) -> bool:
    """``left ?? right``."""
    first, second = _numbers("??", left, right)
    return bool(_long(first) >> (truncated(second) & 31) & 1)


# ------------------------------------------------------------------ comparison


def _empty(value: Value) -> bool:
    return value is None or value is UNDEFINED or isinstance(value, UnsetType)


def equal(left: Value, right: Value) -> bool:
    """``left = right`` (Concepts/null-undefined.md for what has no value)."""
    a, b = left.__class__, right.__class__
    if a is str and b is str:
        return texts_equal(left, right)
    if (a is int or a is float) and (b is int or b is float):
        return left == right or (not (a is b is int) and abs(left - right) <= EPSILON)
    if _empty(left) or _empty(right):
        return _empty(left) and _empty(right)
    if a is b:
        return bool(left == right) if a in _SCALARS or a is Pointer else left is right
    if Time in (a, b) or Array in (a, b):
        first, second = _number(left), _number(right)
        if first is not None and second is not None:
            return first == second
    if {a, b} <= _SCALARS:
        mismatch("=", left, right)
    return left is right


def equal_within(epsilon: float) -> Callable[[Value, Value], bool]:
    """``=`` of those for whom two reals are equal up to *epsilon* (commands/set-real-comparison-level.md)."""

    def equal_so(left: Value, right: Value) -> bool:
        if _is_number(left) and _is_number(right) and not left.__class__ is right.__class__ is int:
            return bool(left == right or abs(left - right) <= epsilon)
        return equal(left, right)

    return equal_so


_SCALARS = frozenset((str, int, float, bool, Date, Time, bytes))


def not_equal(left: Value, right: Value) -> bool:
    """``left # right``."""
    return not equal(left, right)


def _order(symbol: str, left: Value, right: Value) -> int | None:
    """-1, 0 or 1; ``None`` where an undefined operand, or one that is not a number, makes every comparison false."""
    a, b = left.__class__, right.__class__
    if a is str and b is str:
        return compare_texts(left, right)
    if a is Date and b is Date:
        return (left.ordinal > right.ordinal) - (left.ordinal < right.ordinal)  # type: ignore[no-any-return]
    first, second = _number(left), _number(right)
    if first is not None and second is not None:
        if first != first or second != second:
            # What is not a number is neither below, nor above, nor equal.
            return None
        return (first > second) - (first < second)
    if (left is UNDEFINED) != (right is UNDEFINED):
        other = right if left is UNDEFINED else left
        if other.__class__ in (str, Date, Time, int, float):
            return None
    mismatch(symbol, left, right)


def less(left: Value, right: Value) -> bool:
    """``left < right``."""
    order = _order("<", left, right)
    return order is not None and order < 0


def more(left: Value, right: Value) -> bool:
    """``left > right``."""
    order = _order(">", left, right)
    return order is not None and order > 0


def at_most(left: Value, right: Value) -> bool:
    """``left <= right``."""
    order = _order("<=", left, right)
    return order is not None and order <= 0


def at_least(left: Value, right: Value) -> bool:
    """``left >= right``."""
    order = _order(">=", left, right)
    return order is not None and order >= 0


def truthy(value: Value) -> bool:
    """Whether *value* is usable (Concepts/operators.md, "Truthy and falsy"): 0 is, an empty text is not."""
    if value.__class__ in (int, float, Time):
        return True
    return bool(value)


def truth(value: Value) -> bool:
    """*value* as the condition of a structure: undefined and Null are false."""
    if value.__class__ is bool:
        return value
    if _empty(value):
        return False
    raise LanguageError(
        BOOLEAN_EXPECTED, f"a condition is wanted, got {type_name(value)}", hint="compare it, as in (x#0)"
    )
