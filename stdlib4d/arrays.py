"""The commands of the theme Array. Elements count from 1; element 0 takes part in nothing unless it is named."""

from __future__ import annotations

from .array_variables import (
    check_size,
    checked,
    existing_array,
    is_two_dimensional,
    new_array,
    one_dimensional,
    same_size,
    type_of,
)
from .comparison import compare_texts, fold
from .errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from .operators import equal
from .ordering import order_key
from .references import Array, Pointer, assign_through
from .registry import command
from .values import LESS, StarType, Time, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .values import Value

_NUMBERS = ("Integer", "Real", "Time")


@command("Size of array", 274, "( array : Array ) : Integer")
def size_of_array(array: Array) -> int:
    """Returns the number of elements, of rows when there are two dimensions (commands/size-of-array.md)."""
    return len(array)


@command("APPEND TO ARRAY", 911, "( array : Variable ; value : any )")
def append_to_array(variable: Pointer, value: Value) -> None:
    """Adds an element at the end of an array (commands/append-to-array.md).

    An array that does not exist yet is made, of the type of the value; a number makes an array of reals.
    """
    array = existing_array("APPEND TO ARRAY", variable)
    if array is None:
        kind = type_of(value)
        if not kind:
            raise LanguageError(
                TYPE_MISMATCH,
                f"APPEND TO ARRAY: value: wanted what an array can hold, got {type_name(value)}",
            )
        array = new_array(kind)
        variable.put(array)
    one_dimensional("APPEND TO ARRAY", array)
    check_size(len(array) + 1)
    array.items.append(checked("APPEND TO ARRAY", array, value))


@command("INSERT IN ARRAY", 227, "( array : Array ; where : Integer {; howMany : Integer} )")
def insert_in_array(array: Array, where: int, count: int = 1) -> None:
    """Inserts empty elements before a place, at the end when it is beyond (commands/insert-in-array.md).

    A place below 1 counts as 1. A new row of an array of two dimensions has no elements.
    """
    if count <= 0:
        return
    check_size(len(array) + count)
    rows = is_two_dimensional(array)
    place = min(max(where, 1), len(array) + 1)
    array.items[place:place] = [
        Array(array.kind, array.convert, 0) if rows else array.empty for _ in range(count)
    ]


@command("DELETE FROM ARRAY", 228, "( array : Array ; where : Integer {; howMany : Integer} )")
def delete_from_array(array: Array, where: int, count: int = 1) -> None:
    """Removes elements from a place on, as many as there are (commands/delete-from-array.md)."""
    if where >= 1 and count >= 1:
        del array.items[where : where + count]


@command("COPY ARRAY", 226, "( source : Array ; destination : Variable )")
def copy_array(source: Array, variable: Pointer) -> None:
    """Makes an array a copy of another, element 0 with it (commands/copy-array.md).

    A numeric destination keeps its type.
    """
    target = existing_array("COPY ARRAY", variable)
    if target is None:
        target = Array(source.kind, source.convert, 0)
        _copy(source, target)
        variable.put(target)
    elif target is not source:
        _copy(source, target)


def _copy(source: Array, target: Array) -> None:
    numeric = source.kind in _NUMBERS and target.kind in _NUMBERS and source.kind != target.kind
    if is_two_dimensional(source):
        rows: list[Value] = []
        for row in source.items:
            made = Array(target.kind, target.convert, 0) if numeric else Array(row.kind, row.convert, 0)
            _copy(row, made)
            rows.append(made)
        target.items = rows
    elif numeric:
        convert = target.convert
        target.items = [
            convert(item.seconds if item.__class__ is Time else item, "COPY ARRAY") for item in source.items
        ]
    else:
        target.items = source.items[:]
    if not numeric:
        target.kind, target.convert, target.empty = source.kind, source.convert, source.empty


# ------------------------------------------------------------------ searching


def _matcher(name: str, array: Array, value: Value) -> Callable[[Value], bool]:
    """What tells whether an element is *value*, as the equality operator does."""
    one_dimensional(name, array)
    if value.__class__ is Time and array.kind != "Time":
        value = value.seconds
    kind = type_of(value)
    fits = kind == array.kind or (kind in _NUMBERS and array.kind in _NUMBERS)
    if value is None or isinstance(value, Pointer):
        fits = array.kind in ("Object", "Pointer")
    if not fits:
        raise LanguageError(
            TYPE_MISMATCH, f"{name}: value: wanted {array.kind}, as the array has, got {type_name(value)}"
        )
    if kind == "Text" and "@" not in value:
        folded = fold(value)
        return lambda item: item == value or fold(item) == folded
    return lambda item: equal(item, value)


def _found(name: str, array: Array, value: Value, start: int = 1) -> Iterator[int]:
    matches = _matcher(name, array, value)
    items = array.items
    return (place for place in range(max(start, 0), len(items)) if matches(items[place]))


@command("Find in array", 230, "( array : Array ; value : any {; start : Integer} ) : Integer")
def find_in_array(array: Array, value: Value, start: int = 1) -> int:
    """Returns the place of the first element with a value, -1 when there is none (commands/find-in-array.md).

    From a start of 0, element 0 is looked at too.
    """
    return next(_found("Find in array", array, value, start), -1)


@command("Count in array", 907, "( array : Array ; value : any ) : Integer")
def count_in_array(array: Array, value: Value) -> int:
    """Returns how many elements have a value (commands/count-in-array.md)."""
    return sum(1 for _ in _found("Count in array", array, value))


@command(
    "Find in sorted array",
    1333,
    "( array : Array ; value : any ; order : Operator {; posFirst : Variable {; posLast : Variable}} ) : Boolean",
)
def find_in_sorted_array(
    array: Array, value: Value, order: Value, first: Pointer | None = None, last: Pointer | None = None
) -> bool:
    """Tells whether a sorted array has a value, and between which places (commands/find-in-sorted-array.md).

    Without a match both places are where the value is to be inserted. An array that has no order is searched
    from its start, and both places are then -1.
    """
    name = "Find in sorted array"
    matches = _matcher(name, array, value)
    descending = _descending(name, order)
    wildcard = value.find("@") if value.__class__ is str else -1
    if array.kind in ("Boolean", "Object", "Pointer", "Picture", "Blob") or 0 <= wildcard < len(value) - 1:
        places = [place for place in range(1, len(array) + 1) if matches(array.items[place])]
        begin, end = (places[0], places[-1]) if places else (-1, -1)
        found = bool(places)
    else:
        begin, end = _range(array, value, descending)
        found = begin <= end
        end = end if found else begin
    if first is not None:
        assign_through(first, begin)
    if last is not None:
        assign_through(last, end)
    return found


def _range(array: Array, value: Value, descending: bool) -> tuple[int, int]:
    """The first and the last place of *value* in a sorted array; the last is below the first when it is not there."""
    items = array.items
    if value.__class__ is str and value.endswith("@"):
        # The wildcard at the end is one for the order, too.
        key: Callable[[Value], Value] = lambda item: compare_texts(item, value)  # noqa: E731
        wanted: Value = 0
    else:
        key, wanted = order_key, order_key(value)
    if descending:
        begin = _first(items, lambda item: bool(key(item) <= wanted))
        return begin, _first(items, lambda item: bool(key(item) < wanted)) - 1
    begin = _first(items, lambda item: bool(key(item) >= wanted))
    return begin, _first(items, lambda item: bool(key(item) > wanted)) - 1


def _first(items: list[Value], reached: Callable[[Value], bool]) -> int:
    """The first place from 1 on where *reached* holds, as it does for all behind it."""
    low, high = 1, len(items)
    while low < high:
        middle = (low + high) // 2
        if reached(items[middle]):
            high = middle
        else:
            low = middle + 1
    return low


# ------------------------------------------------------------------ sorting


def _descending(name: str, order: Value) -> bool:
    if order.symbol not in "<>":
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: order: wanted > or <, got {order.symbol}")
    return order is LESS


def _sortable(name: str, array: Array) -> Array:
    if array.kind in ("Pointer", "Picture", "Blob"):
        raise LanguageError(
            TYPE_MISMATCH, f"{name}: array: wanted an array that has an order, got one of type {array.kind}"
        )
    return array


def _sort(name: str, arrays: list[Array], levels: list[tuple[Array, bool]]) -> None:
    """Puts all *arrays* in the order of *levels*, the most important first; what is equal keeps its order."""
    for array in arrays:
        one_dimensional(name, array)
    same_size(name, arrays)
    places = list(range(1, len(arrays[0]) + 1))
    for array, descending in reversed(levels):
        items = _sortable(name, array).items
        keys = [order_key(item) for item in items]
        places.sort(key=keys.__getitem__, reverse=descending)
    for array in {id(array): array for array in arrays}.values():
        items = array.items
        items[1:] = [items[place] for place in places]


@command("SORT ARRAY", 229, "( array : Array {; ...array : Array, Operator} )")
def sort_array(first: Array, *rest: Value) -> None:
    """Sorts an array, and others in step with it; ``<`` at the end is descending (commands/sort-array.md)."""
    arrays, descending = [first], False
    for place, item in enumerate(rest, 1):
        if isinstance(item, StarType):
            if place < len(rest):
                raise LanguageError(
                    ARGUMENT_UNEXPECTED,
                    f"SORT ARRAY: array: wanted an array, got {item.symbol}",
                    hint="the order stands at the end; MULTI SORT ARRAY takes one for each array",
                )
            descending = _descending("SORT ARRAY", item)
        else:
            arrays.append(item)
    _sort("SORT ARRAY", arrays, [(first, descending)])


@command("MULTI SORT ARRAY", 718, "( array : Array {; ...sort : Array, Operator} )")
def multi_sort_array(first: Array, *rest: Value) -> None:
    """Sorts arrays in step by those that are followed by ``>`` or ``<`` (commands/multi-sort-array.md).

    Or takes an array of pointers to them, and one of their orders: 1, -1, or 0 for none.
    """
    name = "MULTI SORT ARRAY"
    if first.kind == "Pointer" and len(rest) == 1 and isinstance(rest[0], Array):
        arrays, levels = _by_pointers(name, first, rest[0])
    else:
        arrays, levels = [first], []
        former: Value = first
        for item in rest:
            if isinstance(item, Array):
                arrays.append(item)
            elif isinstance(former, StarType):
                raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: array: wanted an array, got {item.symbol}")
            else:
                levels.append((arrays[-1], _descending(name, item)))
            former = item
    if not levels:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: sort: wanted an order for one array at least, got none",
            hint="put > or < behind an array",
        )
    _sort(name, arrays, levels)


def _by_pointers(name: str, pointers: Array, orders: Array) -> tuple[list[Array], list[tuple[Array, bool]]]:
    same_size(name, (pointers, orders))
    arrays: list[Array] = []
    levels: list[tuple[Array, bool]] = []
    for pointer, order in zip(pointers.items[1:], orders.items[1:], strict=True):
        array = pointer.get() if isinstance(pointer, Pointer) else None
        if not isinstance(array, Array):
            raise LanguageError(
                TYPE_MISMATCH, f"{name}: ptrArrayName: wanted pointers to arrays, got {type_name(array)}"
            )
        arrays.append(array)
        if order:
            levels.append((array, order < 0))
    return arrays, levels
