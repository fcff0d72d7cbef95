"""Statistics: the commands of the theme On a Series, for arrays of one or two dimensions."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .references import Array
from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


def _series(name: str, array: Array, *kinds: str) -> list[Value]:
    """The elements of *array*, row after row; raises :class:`LanguageError` unless it is of one of *kinds*."""
    if array.kind not in kinds:
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: series: wanted an array of type {' or '.join(kinds)}, got one of type {array.kind}",
        )
    values: list[Value] = []
    for item in array.items[1:]:
        if isinstance(item, Array):
            values += item.items[1:]
        else:
            values.append(item)
    return values


def _numbers(name: str, array: Array) -> list[float]:
    return _series(name, array, "Integer", "Real")


@command("Max", 3, "( series : Array ) : any")
def max_(run: Run, array: Array) -> Value:
    """Returns the greatest number or date, 0 (or no date) when there is none (commands/max.md)."""
    return _extreme(run, "Max", array, 1)


@command("Min", 4, "( series : Array ) : any")
def min_(run: Run, array: Array) -> Value:
    """Returns the least number or date, 0 (or no date) when there is none (commands/min.md)."""
    return _extreme(run, "Min", array, -1)


def _extreme(run: Run, name: str, array: Array, sign: int) -> Value:
    values = _series(name, array, "Integer", "Real", "Date")
    run.set_ok(1)
    if not values:
        return array.empty
    if array.kind == "Date":
        return max(values, key=lambda date: sign * date.ordinal)
    return max(values) if sign > 0 else min(values)


@command("Sum", 1, "( series : Array ) : Real")
def sum_(run: Run, array: Array) -> float:
    """Returns the sum of the elements (commands/sum.md)."""
    numbers = _numbers("Sum", array)
    run.set_ok(1)
    return sum(numbers)


@command("Average", 2, "( series : Array ) : Real")
def average(run: Run, array: Array) -> float:
    """Returns the arithmetic mean of the elements, 0 when there are none (commands/average.md)."""
    numbers = _numbers("Average", array)
    run.set_ok(1)
    return sum(numbers) / len(numbers) if numbers else 0


@command("Sum squares", 28, "( series : Array ) : Real")
def sum_squares(array: Array) -> float:
    """Returns the sum of the squares of the elements (commands/sum-squares.md)."""
    return sum(float(number) * number for number in _numbers("Sum squares", array))


@command("Variance", 27, "( series : Array ) : Real")
def variance(array: Array) -> float:
    """Returns the variance of the elements as a sample, 0 for fewer than two (commands/variance.md)."""
    return _variance(_numbers("Variance", array))


@command("Std deviation", 26, "( series : Array ) : Real")
def std_deviation(array: Array) -> float:
    """Returns the standard deviation of the elements as a sample (commands/std-deviation.md)."""
    from math import sqrt

    return sqrt(_variance(_numbers("Std deviation", array)))


def _variance(numbers: list[float]) -> float:
    count = len(numbers)
    if count < 2:
        return 0
    mean = sum(numbers) / count
    return sum((number - mean) * (number - mean) for number in numbers) / (count - 1)
