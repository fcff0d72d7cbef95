"""Numbers as text and back: the number formats of ``String`` and the readings of ``Num``."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError

#: 4D turns a real into text with this many significant digits (commands/string.md).
SIGNIFICANT_DIGITS = 13
#: A whole number below this is written with all its digits.
_WHOLE = 10**15
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PLACEHOLDERS = "#0^*"


def number_text(number: float) -> str:
    """*number* in the default format; empty when it is not a number."""
    if number.__class__ is int:
        if -_WHOLE < number < _WHOLE:
            return str(number)
        number = as_float(number)
    if number != number:
        return ""
    if number in (float("inf"), float("-inf")):
        return "INF" if number > 0 else "-INF"
    if -_WHOLE < number < _WHOLE and number == int(number):
        return str(int(number))
    return f"{number:.{SIGNIFICANT_DIGITS}g}"


def as_float(number: float) -> float:
    """*number* as a real, infinite when it is beyond the greatest one."""
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def formatted(number: float, pattern: str) -> str:
    """*number* in a number format: up to three parts, for positive, negative and zero."""
    if not pattern or pattern.startswith("|"):
        return number_text(number)
    if pattern.startswith("&"):
        return _special(number, pattern)
    number = as_float(number)
    if number != number:
        return ""
    if number in (float("inf"), float("-inf")):
        return number_text(number)
    parts = pattern.split(";")
    sign = ""
    if number < 0:
        if len(parts) > 1:
            part = parts[1]
        else:
            part, sign = parts[0], "-"
    elif number == 0 and len(parts) > 2:
        part = parts[2]
    else:
        part = parts[0]
    text, rounded_to_zero = _filled(abs(number), part)
    return text if rounded_to_zero else sign + text


def _special(number: float, pattern: str) -> str:
    name = pattern[1:].lower()
    if name not in ("x", "$"):
        return number_text(number)
    whole = int(number) if abs(number) < 2**63 else 0
    bits = 32 if -(2**31) <= whole < 2**32 else 64
    digits = f"{whole & (1 << bits) - 1:X}"
    if name == "$":
        return "$" + digits
    width = 4 if len(digits) <= 4 else 8 if len(digits) <= 8 else 16
    return "0x" + digits.rjust(width, "0")


def _filled(number: float, part: str) -> tuple[str, bool]:
    """The non-negative *number* in one part of a format, and whether only zeros are left of it."""
    places = [i for i, char in enumerate(part) if char in _PLACEHOLDERS]
    if not places:
        return part, False
    first, last = places[0], places[-1]
    point = part.find(".", first, last + 2)
    whole_end = point if point >= 0 else last + 1
    whole_places = [i for i in places if i < whole_end]
    decimal_places = [i for i in places if point >= 0 and i > point]
    whole, decimals = _rounded(number, len(decimal_places))
    rounded_to_zero = not (whole + decimals).strip("0")
    whole = whole.lstrip("0")
    if len(whole) > len(whole_places):
        return "".join("<" if i in places else char for i, char in enumerate(part)), False
    shown: dict[int, str] = {}
    digits = whole.rjust(len(whole_places), " ")
    forced = False
    for place, digit in zip(whole_places, digits, strict=True):
        forced = forced or part[place] == "0"
        shown[place] = digit if digit != " " else _missing("0" if forced else part[place])
    kept = len(decimals.rstrip("0"))
    for count, place in enumerate(decimal_places):
        more_zeros = any(part[i] == "0" for i in decimal_places[count:])
        shown[place] = decimals[count] if count < kept or more_zeros else _missing(part[place])
    text: list[str] = []
    for index, char in enumerate(part):
        if index in shown:
            text.append(shown[index])
        elif char == "," and first < index < whole_end:
            text.append(_separator(shown, whole_places, index))
        else:
            text.append(char)
    return "".join(text), rounded_to_zero


def _missing(placeholder: str) -> str:
    return {"#": "", "0": "0", "^": " ", "*": "*"}[placeholder]


def _separator(shown: dict[int, str], places: list[int], index: int) -> str:
    """The thousands separator at *index*: only after a digit, else what fills the place before it."""
    before = [shown[i] for i in places if i < index]
    return "," if any(char.isdigit() for char in before) else before[-1]


def _rounded(number: float, decimals: int) -> tuple[str, str]:
    """The digits before and after the decimal point of *number*, rounded half away from zero."""
    from decimal import ROUND_HALF_UP, Decimal, localcontext

    with localcontext() as context:
        context.prec = 400
        exact = Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, rest = f"{exact:f}".partition(".")
    return whole, rest


def in_base(number: float, base: int) -> str:
    """*number* with the digits of *base*, as ECMAScript's ``toString`` writes it."""
    if base == 0:
        base = 10
    if not 2 <= base <= 36:
        raise LanguageError(TYPE_MISMATCH, f"String: base: wanted 2 to 36, got {base}")
    number = as_float(number)
    if number != number:
        return "NaN"
    if number in (float("inf"), float("-inf")):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and (base != 10 or abs(number) < 10**21):
        return _whole_in_base(int(number), base)
    if base == 10:
        return repr(number)
    whole = int(abs(number))
    rest = abs(number) - whole
    digits: list[str] = []
    while rest and len(digits) < 52:
        rest *= base
        digits.append(_DIGITS[int(rest)])
        rest -= int(rest)
    return ("-" if number < 0 else "") + _whole_in_base(whole, base) + "." + "".join(digits)


def _whole_in_base(number: int, base: int) -> str:
    if number == 0:
        return "0"
    digits = []
    rest = abs(number)
    while rest:
        rest, digit = divmod(rest, base)
        digits.append(_DIGITS[digit])
    return ("-" if number < 0 else "") + "".join(reversed(digits))


def parsed(text: str, separator: str = ".") -> float:
    """The number in *text*, by the rules of ``Num``: what belongs to no number is passed over.

    A hyphen counts before the first digit and after the ``e`` of an exponent; elsewhere it ends the number.
    """
    if separator and separator != ".":
        text = text.replace(".", "").replace(separator, ".")
    elif not separator:
        text = text.replace(".", "")
    digits: list[str] = []
    exponent: list[str] = []
    negative = in_exponent = False
    for char in text:
        if char in "0123456789":
            (exponent if in_exponent else digits).append(char)
        elif char == "." and not in_exponent and "." not in digits:
            digits.append(char)
        elif char in "-\u2013\u2212":
            # The reference prints its examples with a dash; pasted from there they mean the hyphen.
            if in_exponent:
                if exponent:
                    break
                exponent.append("-")
            elif digits and digits != ["."]:
                break
            else:
                negative = True
        elif char in "eE" and not in_exponent and digits and digits != ["."]:
            in_exponent = True
    mantissa = "".join(digits)
    if not mantissa.strip("."):
        return 0
    power = "".join(exponent).rstrip("-")
    number: float
    if "." not in mantissa and not power and len(mantissa) <= 15:
        number = int(mantissa)
    else:
        # The exponent is bounded, so that a long row of digits cannot keep the conversion busy.
        number = float(f"{mantissa}e{max(-9999, min(9999, int(power[:9] or 0)))}")
    return -number if negative else number


def parsed_in_base(text: str, base: int) -> float:
    """The whole number that *text* begins with, as ECMAScript's ``parseInt`` reads it; 0 for none."""
    from .text import WHITESPACE

    text = text.lstrip(WHITESPACE)
    negative = text.startswith("-")
    text = text.removeprefix("-") if negative else text.removeprefix("+")
    if base in (0, 16) and text[:2].lower() == "0x":
        text, base = text[2:], 16
    base = base or 10
    if not 2 <= base <= 36:
        return 0
    number = 0
    for char in text:
        digit = _DIGITS.find(char.lower())
        if not 0 <= digit < base:
            break
        number = number * base + digit
    whole = -number if negative else number
    return whole if abs(whole) < 2**53 else as_float(whole)
