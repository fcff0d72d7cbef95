"""The commands of the theme Math."""

from __future__ import annotations

from .errors import DIVISION_BY_ZERO, INDEX_OUT_OF_RANGE, TYPE_MISMATCH, LanguageError
from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    from .host import Run

#: Whole numbers below this are exact as reals.
_EXACT = 2**53


def _whole(number: float) -> float:
    """*number* as an ``int`` when it is a whole one that a real holds exactly."""
    if number.__class__ is float and -_EXACT < number < _EXACT and number == int(number):
        return int(number)
    return number


def _real(number: float) -> float:
    """*number*, as a ``float`` where it is too big to be exact."""
    if number.__class__ is int and not -_EXACT < number < _EXACT:
        from .number_text import as_float

        return as_float(number)
    return number


def _is_finite(number: float) -> bool:
    return number - number == 0


def _decimal(number: float) -> Decimal:
    """*number* as people read it: a real that was written 29.8725 counts as exactly that."""
    from decimal import Decimal

    return Decimal(number) if number.__class__ is int else Decimal(f"{number:.15g}")


def _to_places(number: float, places: int, rounding: str) -> float:
    from decimal import Decimal, localcontext

    number = _real(number)
    if not _is_finite(number) or places > 300:
        return number
    with localcontext() as context:
        context.prec = 1000
        unit = Decimal(1).scaleb(-max(places, -400))
        return _whole(float((_decimal(number) / unit).to_integral_value(rounding) * unit))


@command("Abs", 99, "( number : Real ) : Real")
def abs_(number: float) -> float:
    """Returns the number without its sign (commands/abs.md)."""
    return abs(number)


@command("Int", 8, "( number : Real ) : Real")
def int_(number: float) -> float:
    """Returns the greatest whole number that is not above the number (commands/int.md)."""
    from math import floor

    return floor(number) if _is_finite(number) else number


@command("Dec", 9, "( number : Real ) : Real")
def dec(number: float) -> float:
    """Returns the part after the decimal point, never negative (commands/dec.md)."""
    if not _is_finite(_real(number)) or abs(number) >= _EXACT:
        return 0
    return _whole(float(abs(_decimal(number)) % 1))


@command("Round", 94, "( round : Real ; places : Integer ) : Real")
def round_(number: float, places: int) -> float:
    """Returns the number rounded to decimal places, a half away from zero (commands/round.md)."""
    return _to_places(number, places, "ROUND_HALF_UP")


@command("Trunc", 95, "( number : Real ; places : Integer ) : Real")
def trunc(number: float, places: int) -> float:
    """Returns the number cut to decimal places, downwards (commands/trunc.md)."""
    return _to_places(number, places, "ROUND_FLOOR")


@command("Mod", 98, "( number1 : Real ; number2 : Real ) : Real")
def mod(dividend: float, divisor: float) -> float:
    """Returns the remainder of a whole division; both numbers are rounded first (commands/mod.md).

    The remainder has the sign of the first number.
    """
    from math import fmod

    divisor = round_(divisor, 0)
    if divisor == 0:
        raise LanguageError(DIVISION_BY_ZERO, "Mod: number2: wanted a number other than 0, got 0")
    dividend = round_(dividend, 0)
    return _whole(fmod(dividend, divisor)) if _is_finite(dividend) else dividend - dividend


@command("Random", 100, ": Integer")
def random() -> int:
    """Returns a random whole number from 0 to 32767 (commands/random.md)."""
    from os import urandom

    return int.from_bytes(urandom(2), "big") & 0x7FFF


@command("Sin", 17, "( number : Real ) : Real")
def sin(number: float) -> float:
    """Returns the sine of an angle in radians (commands/sin.md)."""
    import math

    number = _real(number)
    return math.sin(number) if _is_finite(number) else math.nan


@command("Cos", 18, "( number : Real ) : Real")
def cos(number: float) -> float:
    """Returns the cosine of an angle in radians (commands/cos.md)."""
    import math

    number = _real(number)
    return math.cos(number) if _is_finite(number) else math.nan


@command("Tan", 19, "( number : Real ) : Real")
def tan(number: float) -> float:
    """Returns the tangent of an angle in radians (commands/tan.md)."""
    import math

    number = _real(number)
    return math.tan(number) if _is_finite(number) else math.nan


@command("Arctan", 20, "( number : Real ) : Real")
def arctan(number: float) -> float:
    """Returns the angle, in radians, that has a tangent (commands/arctan.md)."""
    import math

    return math.atan(_real(number))


@command("Exp", 21, "( number : Real ) : Real")
def exp(number: float) -> float:
    """Returns the power of e (commands/exp.md); beyond the greatest real it is infinite."""
    import math

    try:
        return math.exp(_real(number))
    except OverflowError:
        return math.inf


@command("Log", 22, "( number : Real ) : Real")
def log(number: float) -> float:
    """Returns the natural logarithm; of a negative number there is none (commands/log.md)."""
    import math

    if number > 0:
        return math.log(_real(number))
    return -math.inf if number == 0 else math.nan


@command("SET REAL COMPARISON LEVEL", 623, "( epsilon : Real )")
def set_real_comparison_level(run: Run, epsilon: float) -> None:
    """Sets how far apart equal reals may be, 0.000001 at first (commands/set-real-comparison-level.md).

    It holds for the operators ``=`` and ``#``; queries and what sorts keep to the first.
    """
    if not epsilon >= 0:
        raise LanguageError(
            INDEX_OUT_OF_RANGE,
            f"SET REAL COMPARISON LEVEL: epsilon: wanted a positive number, got {epsilon}",
        )
    run.set_comparison_level(epsilon)


#: What one euro is, by currency code, in the text that is exact.
_EURO = {
    "EUR": "1",
    "ATS": "13.7603",
    "BEF": "40.3399",
    "DEM": "1.95583",
    "FIM": "5.94573",
    "FRF": "6.55957",
    "GRD": "340.750",
    "IEP": "0.787564",
    "ITL": "1936.27",
    "LUF": "40.3399",
    "NLG": "2.20371",
    "PTE": "200.482",
    "ESP": "166.386",
}
_WITHOUT_CENTS = ("ITL", "BEF", "LUF", "ESP")


@command("Euro converter", 676, "( value : Real ; fromCurrency : Text ; toCurrency : Text ) : Real")
def euro_converter(value: float, source: str, target: str) -> float:
    """Returns an amount in another currency of Euroland, by way of the euro (commands/euro-converter.md).

    It is rounded once, at the end: to cents, or to whole lire, Belgian and Luxembourg francs and pesetas.
    """
    from decimal import Decimal, localcontext

    for name, code in (("fromCurrency", source), ("toCurrency", target)):
        if code.upper() not in _EURO:
            raise LanguageError(
                TYPE_MISMATCH, f'Euro converter: {name}: wanted the code of a currency, got "{code}"'
            )
    if not _is_finite(_real(value)):
        return value
    with localcontext() as context:
        context.prec = 50
        amount = _decimal(value) * Decimal(_EURO[target.upper()]) / Decimal(_EURO[source.upper()])
    return _to_places(float(amount), 0 if target.upper() in _WITHOUT_CENTS else 2, "ROUND_HALF_UP")


@command("Square root", 539, "( number : Real ) : Real")
def square_root(number: float) -> float:
    """Returns the square root; of a negative number there is none (commands/square-root.md)."""
    import math

    return math.sqrt(_real(number)) if number >= 0 else math.nan
