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
        # The formats that a project names are those of its forms, which are not here.
        return number_text(number)
    if pattern.startswith("&"):
        return _special(number, pattern[1:].lower())
    number = as_float(number)
    if not _is_finite(number):
        return number_text(number)
    parts = pattern.split(";")
    if number == 0 and len(parts) > 2:
        # What stands for zero is shown as it is.
        return parts[2]
    if number < 0 and len(parts) > 1:
        return _filled(-number, parts[1], False)
    return _filled(abs(number), parts[0], number < 0)


def _is_finite(number: float) -> bool:
    return number - number == 0


def _special(number: float, name: str) -> str:
    """*number* in a format that begins with an ampersand, *name* being the rest of it."""
    if name in ("x", "$"):
        return _hexadecimal(number, name)
    if name.isdecimal() and _is_finite(as_float(number)):
        return _scientific(as_float(number), int(name[:3]))
    if name[:1] == "/" and name[1:].isdecimal() and _is_finite(as_float(number)):
        from .date_text import time_text
        from .values import Time

        return time_text(None, Time(int(number)), int(name[1:4]))
    # XML writes numbers as the default format does here.
    return number_text(number)


def _hexadecimal(number: float, name: str) -> str:
    whole = int(number) if abs(number) < 2**63 else 0
    bits = 32 if -(2**31) <= whole < 2**32 else 64
    digits = f"{whole & (1 << bits) - 1:X}"
    if name == "$":
        return "$" + digits
    width = 4 if len(digits) <= 4 else 8 if len(digits) <= 8 else 16
    return "0x" + digits.rjust(width, "0")


def _scientific(number: float, digits: int) -> str:
    """*number* as a mantissa of so many digits, and an exponent."""
    from decimal import ROUND_HALF_UP, Decimal

    exact = Decimal(f"{number:.15g}")
    power = exact.adjusted() if exact else 0
    places = max(digits - 1, 0)
    mantissa = exact.scaleb(-power).quantize(Decimal(1).scaleb(-min(places, 25)), rounding=ROUND_HALF_UP)
    if abs(mantissa) >= 10:
        mantissa, power = mantissa.scaleb(-1).quantize(Decimal(1).scaleb(-min(places, 25))), power + 1
    return f"{mantissa:f}e{power:+d}"


def _filled(number: float, part: str, negative: bool) -> str:
    """The non-negative *number* in one part of a format; when *negative*, its sign takes a placeholder.

    What stands between placeholders is shown between digits only; a row of ``<`` where they are too few.
    """
    places = [i for i, char in enumerate(part) if char in _PLACEHOLDERS]
    if not places:
        return "-" * negative + part
    first, last = places[0], places[-1]
    point = part.find(".", first, last + 2)
    if point < 0 and part[first - 1 : first] == "." and not part[: first - 1][-1:].isalnum():
        point = first - 1
    whole_end = point if point >= 0 else last + 1
    whole_places = [i for i in places if i < whole_end]
    decimal_places = [i for i in places if i > whole_end]
    whole, decimals = _rounded(number, len(decimal_places))
    whole = whole.lstrip("0")
    negative = negative and bool(whole or decimals.strip("0"))
    shown = _whole_digits(whole, whole_places, part)
    if shown is None or (negative and not _signed(shown, whole_places, part)):
        return "".join("<" if i in places else char for i, char in enumerate(part))
    kept = len(decimals.rstrip("0"))
    for count, place in enumerate(decimal_places):
        more_zeros = any(part[i] == "0" for i in decimal_places[count:])
        shown[place] = decimals[count] if count < kept or more_zeros else _FILLERS[part[place]]
    text: list[str] = []
    for index, char in enumerate(part):
        if index in shown:
            text.append(shown[index])
        elif index == point:
            text.append("." if not decimal_places or shown[decimal_places[0]] else "")
        elif first < index < last:
            text.append(_between(char, shown, places, index))
        else:
            text.append(char)
    return "".join(text)


#: What a placeholder without a digit shows.
_FILLERS = {"#": "", "0": "0", "^": " ", "*": "*"}


def _whole_digits(whole: str, places: list[int], part: str) -> dict[int, str] | None:
    """What each of the *places* before the decimal point shows; ``None`` when there are more digits."""
    if len(whole) > len(places):
        return None
    shown: dict[int, str] = {}
    forced = False
    for place, digit in zip(places, whole.rjust(len(places)), strict=True):
        forced = forced or part[place] == "0"
        shown[place] = digit if digit != " " else "0" if forced else _FILLERS[part[place]]
    return shown


def _signed(shown: dict[int, str], places: list[int], part: str) -> bool:
    """Puts the minus sign before the first digit, or in place of a zero that the format asks for.

    ``False`` when there is no place for it.
    """
    digits = [place for place in places if shown[place].isdigit()]
    before = [place for place in places if not digits or place < digits[0]]
    if before:
        place = before[-1]
        if digits and digits[0] - place > 1 and part[place + 1 : digits[0]] == ",":
            # The sign stands at the digit, and the filler where it would have been.
            shown[place + 1] = "-"
        else:
            shown[place] = "-"
        return True
    if len(digits) > 1 and shown[digits[0]] == "0":
        shown[digits[0]] = "-"
        return True
    return False


def _between(char: str, shown: dict[int, str], places: list[int], index: int) -> str:
    """What *char*, at *index* between placeholders, shows: itself between digits, else what fills before it."""
    before = [i for i in places if i < index]
    behind = [i for i in places if i > index]
    if any(shown[i].isdigit() for i in before) and any(shown[i].isdigit() for i in behind):
        return char
    filler = shown[before[-1]]
    return filler if char == "," and filler in (" ", "*") else ""


def _rounded(number: float, decimals: int) -> tuple[str, str]:
    """The digits before and after the decimal point of *number*, rounded; a half goes to the even digit."""
    from decimal import ROUND_HALF_EVEN, Decimal, localcontext

    with localcontext() as context:
        context.prec = 400
        exact = Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
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
