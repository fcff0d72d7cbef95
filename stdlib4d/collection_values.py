"""Collections: searching, statistics and sorting by the values of the elements (API/CollectionClass.md)."""

from __future__ import annotations

from functools import cmp_to_key

from .collection import start_index
from .errors import INDEX_OUT_OF_RANGE, TYPE_MISMATCH, LanguageError
from .ordering import DIACRITICAL, alike, order_key, ordered, path_reader, rank, same
from .registry import function
from .storage import stored
from .values import UNDEFINED, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: Options (theme Objects and Collections).
DESCENDING = 1
COUNT_VALUES = 32


def _values(this: list[Value], path: str | None) -> list[Value]:
    """The elements, or with a *path* the defined values of that property in the elements."""
    if path is None:
        return this
    values = map(path_reader(path), this)
    return [value for value in values if value is not UNDEFINED]


def _numbers(this: list[Value], path: str | None) -> list[float]:
    from .number_text import as_float

    # Reals, so that no sum can grow beyond what a number is in 4D.
    values = _values(this, path)
    return [
        v if v.__class__ is float or -(2**53) < v < 2**53 else as_float(v)
        for v in values
        if v.__class__ is int or v.__class__ is float
    ]


@function("average", "( {propertyPath : Text} ) : Real")
def average(this: list[Value], path: str | None = None) -> Value:
    """Returns the mean of the numbers, Undefined when there are none."""
    numbers = _numbers(this, path)
    return sum(numbers) / len(numbers) if numbers else UNDEFINED


@function("sum", "( {propertyPath : Text} ) : Real")
def sum_(this: list[Value], path: str | None = None) -> float:
    """Returns the sum of the numbers, 0 when there are none."""
    return sum(_numbers(this, path))


@function("min", "( {propertyPath : Text} ) : any")
def min_(this: list[Value], path: str | None = None) -> Value:
    """Returns the element that a sort puts first, Undefined when there is none."""
    values = ordered(_values(this, path))
    return values[0] if values else UNDEFINED


@function("max", "( {propertyPath : Text} ) : any")
def max_(this: list[Value], path: str | None = None) -> Value:
    """Returns the element that a sort puts last, Undefined when there is none."""
    values = ordered(_values(this, path))
    return values[-1] if values else UNDEFINED


@function("count", "( {propertyPath : Text} ) : Real")
def count(this: list[Value], path: str | None = None) -> int:
    """Returns how many elements, or values of a property, are not Null."""
    return sum(value is not None for value in _values(this, path))


@function("countValues", "( value : any {; propertyPath : Text} ) : Real")
def count_values(this: list[Value], wanted: Value, path: str | None = None) -> int:
    """Returns how often a value occurs."""
    return sum(same(value, wanted) for value in _values(this, path))


@function("includes", "( toSearch : any {; startFrom : Integer} ) : Boolean")
def includes(this: list[Value], wanted: Value, start: int = 0) -> bool:
    """Tells whether a value occurs at or after a position."""
    return index_of(this, wanted, start) >= 0


@function("indexOf", "( toSearch : any {; startFrom : Integer} ) : Integer")
def index_of(this: list[Value], wanted: Value, start: int = 0) -> int:
    """Returns where a value first occurs at or after a position, -1 when it does not."""
    for index in range(start_index(start, len(this)), len(this)):
        if same(this[index], wanted):
            return index
    return -1


@function("lastIndexOf", "( toSearch : any {; startFrom : Integer} ) : Integer")
def last_index_of(this: list[Value], wanted: Value, start: int | None = None) -> int:
    """Returns where a value last occurs at or before a position, -1 when it does not.

    A search from 0 finds nothing: the page says so.
    """
    if start == 0:
        return -1
    last = len(this) - 1 if start is None else min(start, len(this) - 1)
    if last < 0:
        last += len(this)
    for index in range(last, -1, -1):
        if same(this[index], wanted):
            return index
    return -1


@function("equal", "( collection2 : Collection {; option : Integer} ) : Boolean")
def equal(this: list[Value], other: list[Value] | None, option: int = 0) -> bool:
    """Tells whether another collection has the same contents, in all depth."""
    return other is not None and alike(this, other, bool(option & DIACRITICAL))


@function("distinct", "( {propertyPath : Text, Integer {; options : Integer}} ) : Collection")
def distinct(this: list[Value], path: Value = 0, options: int = 0) -> list[Value]:
    """Returns the different values, sorted, without Null; with their counts when asked for."""
    if path.__class__ is not str:
        path, options = None, path
    values = [value for value in _values(this, path) if value is not None]
    diacritical = bool(options & DIACRITICAL)
    if diacritical:
        # Sets texts apart that differ only in case or accents.
        strictly = cmp_to_key(_by_accents_and_case)
        values.sort(key=lambda value: strictly(value if value.__class__ is str else ""))
    found: list[Value] = []
    counts: list[int] = []
    places: dict[int, int] = {}
    for value in ordered(values):
        if rank(value) in (5, 6):
            # An object or a collection is only ever the same as itself.
            place = places.setdefault(id(value), len(found))
        elif found and order_key(found[-1]) == order_key(value) and (not diacritical or found[-1] == value):
            place = len(found) - 1
        else:
            place = len(found)
        if place == len(found):
            found.append(value)
            counts.append(0)
        counts[place] += 1
    if options & COUNT_VALUES:
        return [{"value": value, "count": number} for value, number in zip(found, counts, strict=True)]
    return found


def _by_accents_and_case(one: Value, other: Value) -> int:
    from .text_search import compared

    return compared(one, other, 0)


def sort_values(this: list[Value], descending: bool) -> list[Value]:
    """The elements in order as a new list."""
    return ordered(this, descending)


@function("orderBy", "( {criteria : Text, Collection, Integer} ) : Collection")
def order_by(this: list[Value], criteria: Value = 0) -> list[Value]:
    """Returns a new collection in the order of the values or of properties.

    Criteria are a text such as ``name desc, age``, or objects with ``propertyPath`` and ``descending``.
    """
    if criteria.__class__ is int:
        return ordered(this, criteria == DESCENDING)
    if criteria.__class__ is str:
        steps = _text_criteria(criteria)
    else:
        steps = [_object_criterion(criterion) for criterion in criteria or []]
    result = list(this)
    # A stable sort by the last criterion first.
    for path, descending in reversed(steps):
        result = ordered(result, descending, list(map(stored, map(path_reader(path), result))))
    return result


def _text_criteria(text: str) -> list[tuple[str, bool]]:
    steps = []
    for part in text.split(","):
        words = part.split()
        if not words or len(words) > 2 or (len(words) == 2 and words[1].lower() not in ("asc", "desc")):
            raise LanguageError(
                TYPE_MISMATCH,
                f"orderBy: pathStrings: wanted a property path with asc or desc, got {part.strip()}",
            )
        steps.append((words[0], len(words) == 2 and words[1].lower() == "desc"))
    return steps


def _object_criterion(criterion: Value) -> tuple[str, bool]:
    path = criterion.get("propertyPath") if isinstance(criterion, dict) else None
    if not isinstance(criterion, dict) or path.__class__ is not str:
        raise LanguageError(
            TYPE_MISMATCH,
            f"orderBy: pathObjects: wanted objects with propertyPath, got {type_name(criterion)}",
        )
    return path, criterion.get("descending") is True


def multi_sort(this: list[Value], others: list[Value], order: list[int]) -> None:
    """Puts *this* and the collections of *others* into the order that *order*, of the first level, gives.

    An element of *others* is a collection, which follows, or an object with ``collection`` and ``order``,
    which is one more level.
    """
    levels: list[tuple[list[Value], bool]] = []
    followers: list[list[Value]] = [this]
    for other in others:
        column = other.get("collection") if isinstance(other, dict) else other
        if not isinstance(column, list):
            raise LanguageError(
                TYPE_MISMATCH, f"multiSort: colsToSort: wanted collections, got {type_name(column)}"
            )
        if len(column) != len(this):
            raise LanguageError(
                INDEX_OUT_OF_RANGE,
                f"multiSort: colsToSort: wanted {len(this)} elements in each, got {len(column)}",
            )
        followers.append(column)
        if isinstance(other, dict):
            levels.append((column, other.get("order") == DESCENDING))
    indexes = list(range(len(this)))
    for column, descending in reversed(levels):
        indexes = ordered(indexes, descending, [column[index] for index in indexes])
    indexes.sort(key=order.__getitem__)
    for column in followers:
        column[:] = [column[index] for index in indexes]
