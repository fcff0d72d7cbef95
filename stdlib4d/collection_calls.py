"""Collections: the functions that call a formula, or a method by its name, for each element.

What is called gets an object first, with ``value``, and then the extra arguments; it answers with its result
or by setting ``result`` of that object, and ends the loop with ``stop`` (API/CollectionClass.md).
"""

from __future__ import annotations

from .collection import flat, start_index
from .collection_values import DESCENDING, multi_sort, sort_values
from .errors import ARGUMENT_UNEXPECTED, FUNCTION_MISSING, LanguageError
from .ordering import order_key
from .registry import MISMATCH, convert, function
from .storage import stored
from .values import UNDEFINED, is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .host import Run
    from .values import Value


def _is_callable(value: Value) -> bool:
    return isinstance(value, str) or is_instance(value, "Function")


def _ask(run: Run, this: Value, code: Value, item: dict[str, Value], extra: tuple[Value, ...]) -> Value:
    """The answer for *item*: what the call returns, or what it put into ``result``."""
    answer = run.call(code, this, [item, *extra])
    return item.get("result", UNDEFINED) if answer is UNDEFINED or answer is None else answer


def _split(name: str, arguments: tuple[Value, ...]) -> tuple[int, Value, tuple[Value, ...]]:
    """Start, code and extra arguments of a function whose start may be left out in front."""
    start = 0
    first = convert(arguments[0], "Integer")
    if first is not MISMATCH and len(arguments) > 1:
        start, arguments = first, arguments[1:]
    code = arguments[0]
    if not _is_callable(code):
        raise LanguageError(
            FUNCTION_MISSING,
            f"{name}: formula: wanted 4D.Function or Text, got {type_name(code)}",
            hint="pass Formula(…) or the name of a method",
        )
    return start, code, arguments[1:]


def _answers(
    this: list[Value], run: Run, name: str, arguments: tuple[Value, ...]
) -> Iterator[tuple[int, Value, Value]]:
    """Index, element and answer, for each element from the start on, until one sets ``stop``."""
    start, code, extra = _split(name, arguments)
    index = start_index(start, len(this))
    while index < len(this):
        element = this[index]
        item: dict[str, Value] = {"value": element}
        answer = _ask(run, this, code, item, extra)
        yield index, element, answer
        if item.get("stop") is True:
            return
        index += 1


@function("every", "( formula : any {; ...param : any} ) : Boolean")
def every(this: list[Value], run: Run, *arguments: Value) -> bool:
    """Tells whether the answer is true for all elements; false when the start is beyond the end."""
    start, _, _ = _split("every", arguments)
    if this and start >= len(this):
        return False
    return all(answer is True for _, _, answer in _answers(this, run, "every", arguments))


@function("some", "( formula : any {; ...param : any} ) : Boolean")
def some(this: list[Value], run: Run, *arguments: Value) -> bool:
    """Tells whether the answer is true for at least one element."""
    return any(answer is True for _, _, answer in _answers(this, run, "some", arguments))


@function("find", "( formula : any {; ...param : any} ) : any")
def find(this: list[Value], run: Run, *arguments: Value) -> Value:
    """Returns the first element that the answer is true for, Undefined when there is none."""
    for _, element, answer in _answers(this, run, "find", arguments):
        if answer is True:
            return element
    return UNDEFINED


@function("findIndex", "( formula : any {; ...param : any} ) : Integer")
def find_index(this: list[Value], run: Run, *arguments: Value) -> int:
    """Returns the position of the first element that the answer is true for, -1 when there is none."""
    for index, _, answer in _answers(this, run, "findIndex", arguments):
        if answer is True:
            return index
    return -1


@function("filter", "( formula : any {; ...param : any} ) : Collection")
def filter_(this: list[Value], run: Run, *arguments: Value) -> list[Value]:
    """Returns a new collection of the elements that the answer is true for."""
    return [element for _, element, answer in _answers(this, run, "filter", arguments) if answer is True]


@function("map", "( formula : any {; ...param : any} ) : Collection")
def map_(this: list[Value], run: Run, *arguments: Value) -> list[Value]:
    """Returns a new collection of the answers."""
    return [stored(answer) for _, _, answer in _answers(this, run, "map", arguments)]


@function("flatMap", "( formula : any {; ...param : any} ) : Collection")
def flat_map(this: list[Value], run: Run, *arguments: Value) -> list[Value]:
    """Returns a new collection of the answers; a collection among them gives its elements."""
    return flat(map_(this, run, *arguments))


@function("reduce", "( formula : any {; initValue : any {; ...param : any}} ) : any")
def reduce(this: list[Value], run: Run, code: Value, initial: Value = UNDEFINED, *extra: Value) -> Value:
    """Returns the accumulator after a call for each element, from left to right."""
    return _accumulated(this, run, list(this), "reduce", code, initial, extra)


@function("reduceRight", "( formula : any {; initValue : any {; ...param : any}} ) : any")
def reduce_right(
    this: list[Value], run: Run, code: Value, initial: Value = UNDEFINED, *extra: Value
) -> Value:
    """Returns the accumulator after a call for each element, from right to left."""
    return _accumulated(this, run, this[::-1], "reduceRight", code, initial, extra)


def _accumulated(
    this: list[Value],
    run: Run,
    elements: list[Value],
    name: str,
    code: Value,
    initial: Value,
    extra: tuple[Value, ...],
) -> Value:
    _, code, _ = _split(name, (code,))
    accumulator = initial
    for element in elements:
        item: dict[str, Value] = {"value": element}
        if accumulator is not UNDEFINED:
            item["accumulator"] = accumulator
        run.call(code, this, [item, *extra])
        accumulator = item.get("accumulator", UNDEFINED)
        if item.get("stop") is True:
            break
    return accumulator


def _sorted_by(this: list[Value], run: Run, name: str, arguments: tuple[Value, ...]) -> list[int]:
    """The positions of the elements in the order that the code gives, which tells whether one is less."""
    from functools import cmp_to_key

    _, code, extra = _split(name, arguments)

    def is_less(one: Value, other: Value) -> bool:
        return _ask(run, this, code, {"value": one, "value2": other}, extra) is True

    def by_code(one: int, other: int) -> int:
        if is_less(elements[one], elements[other]):
            return -1
        return int(is_less(elements[other], elements[one]))

    elements = list(this)
    return sorted(range(len(elements)), key=cmp_to_key(by_code))


@function("sort", "( {order : any {; ...extraParam : any}} ) : Collection")
def sort(this: list[Value], run: Run, *arguments: Value) -> list[Value]:
    """Sorts the elements, by value or as the code says, and returns the collection."""
    if not arguments or arguments[0].__class__ in (int, float):
        this[:] = sort_values(this, bool(arguments) and arguments[0] == DESCENDING)
    else:
        elements = list(this)
        this[:] = [elements[index] for index in _sorted_by(this, run, "sort", arguments)]
    return this


@function("orderByMethod", "( formula : any {; ...extraParam : any} ) : Collection")
def order_by_method(this: list[Value], run: Run, *arguments: Value) -> list[Value]:
    """Returns a new collection in the order that the code says."""
    return [this[index] for index in _sorted_by(this, run, "orderByMethod", arguments)]


@function("multiSort", "( {first : any {; colsToSort : Collection}} ) : Collection")
def multi_sort_(this: list[Value], run: Run, first: Value = None, columns: Value = None) -> list[Value]:
    """Sorts the collection and, in step with it, others; by value or as a formula says."""
    if _is_callable(first):
        places = [0] * len(this)
        ranks = _sorted_by(this, run, "multiSort", (first,))
        for place, index in enumerate(ranks):
            places[index] = place
    else:
        if columns is not None or not (first is None or isinstance(first, list)):
            raise LanguageError(
                ARGUMENT_UNEXPECTED,
                f"multiSort: formula: wanted 4D.Function, got {type_name(first)}",
            )
        columns = first
        places = _dense_ranks(this)
    multi_sort(this, columns or [], places)
    return this


def _dense_ranks(this: list[Value]) -> list[int]:
    """For each element its place in the sorted order; equal elements share one."""
    keys = [order_key(element) for element in this]
    places = {key: place for place, key in enumerate(sorted(set(keys)))}
    return [places[key] for key in keys]
