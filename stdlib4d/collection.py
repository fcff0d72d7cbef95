"""Collections: making them, and the functions that add, remove and pick elements (API/CollectionClass.md)."""

from __future__ import annotations

from .access import put
from .errors import INDEX_OUT_OF_RANGE, OBJECT_EXPECTED, LanguageError
from .objects import copy_of
from .operators import MAX_TEXT
from .registry import attribute, command, function
from .storage import stored
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: Options (theme Objects and Collections).
KEEP_NULL = 2
IGNORE_NULL_OR_EMPTY = 1
#: No collection is made longer than this: a slip in a script must not take the machine's memory.
MAX_LENGTH = 10_000_000
#: Deeper than this a collection is taken to contain itself.
MAX_DEPTH = 10_000


@command("New collection", 1472, "( {...value : any} ) : Collection")
def new_collection(*values: Value) -> list[Value]:
    """Returns a new collection of the given values (commands/new-collection.md)."""
    return [stored(value) for value in values]


def _check_length(name: str, length: int) -> None:
    """Raises :class:`LanguageError` when a collection cannot have *length* elements."""
    if length > MAX_LENGTH:
        raise LanguageError(
            INDEX_OUT_OF_RANGE, f"{name}: a collection has at most {MAX_LENGTH} elements, not {length}"
        )


def _place(index: int, length: int) -> int:
    """*index*, counted from the end when negative, kept between 0 and *length*."""
    return max(index + length, 0) if index < 0 else min(index, length)


def _span(start: int, end: int | None, length: int) -> tuple[int, int]:
    """Start and end of a part of a collection of *length* elements; negative ones count from the end."""
    first = _place(start, length)
    if end is None:
        return first, length
    return first, min(end + length if end < 0 else end, length)


@attribute("length", "Integer")
def length(this: list[Value]) -> int:
    """Returns the number of elements (API/CollectionClass.md, length)."""
    return len(this)


@function("at", "( index : Integer ) : any")
def at(this: list[Value], index: int) -> Value:
    """Returns an element; a negative index counts from the end, one beyond it gives Undefined."""
    return this[index] if -len(this) <= index < len(this) else UNDEFINED


@function("first", "() : any")
def first(this: list[Value]) -> Value:
    """Returns the first element, Undefined when the collection is empty."""
    return this[0] if this else UNDEFINED


@function("last", "() : any")
def last(this: list[Value]) -> Value:
    """Returns the last element, Undefined when the collection is empty."""
    return this[-1] if this else UNDEFINED


@function("push", "( element : any {; ...element : any} ) : Collection")
def push(this: list[Value], *elements: Value) -> list[Value]:
    """Appends elements and returns the collection."""
    this.extend(stored(element) for element in elements)
    return this


@function("pop", "() : any")
def pop(this: list[Value]) -> Value:
    """Removes the last element and returns it, Undefined when the collection is empty."""
    return this.pop() if this else UNDEFINED


@function("shift", "() : any")
def shift(this: list[Value]) -> Value:
    """Removes the first element and returns it, Undefined when the collection is empty."""
    return this.pop(0) if this else UNDEFINED


@function("unshift", "( value : any {; ...value : any} ) : Collection")
def unshift(this: list[Value], *values: Value) -> list[Value]:
    """Inserts values at the start, in their order, and returns the collection."""
    this[:0] = [stored(value) for value in values]
    return this


@function("insert", "( index : Integer ; element : any ) : Collection")
def insert(this: list[Value], index: int, element: Value) -> list[Value]:
    """Inserts an element before a position and returns the collection."""
    this.insert(_place(index, len(this)), stored(element))
    return this


@function("combine", "( col2 : Collection {; index : Integer} ) : Collection")
def combine(this: list[Value], other: list[Value] | None, index: int | None = None) -> list[Value]:
    """Inserts the elements of another collection, at the end or at a position; returns the collection."""
    if other is None:
        raise LanguageError(OBJECT_EXPECTED, "combine: col2: wanted Collection, got Null")
    _check_length("combine", len(this) + len(other))
    place = len(this) if index is None else _place(index, len(this))
    this[place:place] = list(other)
    return this


@function("concat", "( value : any {; ...value : any} ) : Collection")
def concat(this: list[Value], *values: Value) -> list[Value]:
    """Returns a new collection with values, or the elements of collections, at the end."""
    result = list(this)
    for value in values:
        if isinstance(value, list):
            _check_length("concat", len(result) + len(value))
            result.extend(value)
        else:
            result.append(stored(value))
    return result


@function("remove", "( index : Integer {; howMany : Integer} ) : Collection")
def remove(this: list[Value], index: int, count: int = 1) -> list[Value]:
    """Removes elements from a position on and returns the collection."""
    place = _place(index, len(this))
    del this[place : place + max(count, 0)]
    return this


@function("clear", "() : Collection")
def clear(this: list[Value]) -> list[Value]:
    """Removes all elements and returns the collection."""
    this.clear()
    return this


@function("resize", "( size : Integer {; defaultValue : any} ) : Collection")
def resize(this: list[Value], size: int, value: Value = None) -> list[Value]:
    """Sets the number of elements, new ones hold the default value, and returns the collection."""
    if not 0 <= size <= MAX_LENGTH:
        raise LanguageError(INDEX_OUT_OF_RANGE, f"resize: size: wanted 0 to {MAX_LENGTH}, got {size}")
    if size < len(this):
        del this[size:]
    else:
        this.extend([stored(value)] * (size - len(this)))
    return this


@function("fill", "( value : any {; startFrom : Integer {; end : Integer}} ) : Collection")
def fill(this: list[Value], value: Value, start: int = 0, end: int | None = None) -> list[Value]:
    """Sets all elements, or those of a part, to a value and returns the collection."""
    first, stop = _span(start, end, len(this))
    for index in range(first, stop):
        this[index] = stored(value)
    return this


@function("slice", "( startFrom : Integer {; end : Integer} ) : Collection")
def slice_(this: list[Value], start: int, end: int | None = None) -> list[Value]:
    """Returns a new collection with the elements of a part, the end not included."""
    first, stop = _span(start, end, len(this))
    return this[first : max(stop, first)]


@function("reverse", "() : Collection")
def reverse(this: list[Value]) -> list[Value]:
    """Returns a new collection with the elements in reverse order."""
    return this[::-1]


@function("copy", "( {option : Integer {; groupWith : Collection, Object}} ) : Collection")
def copy(this: list[Value], option: int = 0, group: Value = None) -> Value:
    """Returns a deep copy; the pointers in it are resolved, and it is shared, when asked for."""
    return copy_of("copy", this, option, group)


@function("flat", "( {depth : Integer} ) : Collection")
def flat(this: list[Value], depth: int = 1) -> list[Value]:
    """Returns a new collection in which inner collections are replaced by their elements, to a depth."""
    result: list[Value] = []
    open_ones = [iter(this)]
    while open_ones:
        if len(open_ones) > MAX_DEPTH or len(result) > MAX_LENGTH:
            raise LanguageError(INDEX_OUT_OF_RANGE, "flat: the collection contains itself or is too big")
        for element in open_ones[-1]:
            if isinstance(element, list) and len(open_ones) <= depth:
                open_ones.append(iter(element))
                break
            result.append(element)
        else:
            open_ones.pop()
    return result


@function("join", "( delimiter : Text {; option : Integer} ) : Text")
def join(this: list[Value], delimiter: str, option: int = 0) -> str:
    """Returns the elements as one text with a delimiter between them."""
    from .conversion import string

    texts = []
    for element in this:
        if option & IGNORE_NULL_OR_EMPTY and (element is None or element == ""):
            continue
        texts.append(element if element.__class__ is str else string(None, element))
    length = sum(map(len, texts)) + len(delimiter) * len(texts)
    if length > MAX_TEXT:
        raise LanguageError(INDEX_OUT_OF_RANGE, f"join: the text would exceed {MAX_TEXT} characters")
    return delimiter.join(texts)


@function("extract", "( propertyPath : Text {; target : Text, Integer {; ...path : Text}} ) : Collection")
def extract(this: list[Value], path: str, target: Value = 0, *paths: str) -> list[Value]:
    """Returns a new collection of the values of a property, or of objects with some of the properties."""
    from .ordering import path_reader

    if target.__class__ is not str:
        values = list(map(path_reader(path), this))
        if target & KEEP_NULL:
            return [stored(value) for value in values]
        return [value for value in values if value is not None and value is not UNDEFINED]
    if len(paths) % 2:
        raise LanguageError(
            INDEX_OUT_OF_RANGE,
            "extract: targetPath: wanted one for each property path, got none for the last",
        )
    names = [path, target, *paths]
    readers = [(path_reader(names[i]), names[i + 1]) for i in range(0, len(names), 2)]
    result: list[Value] = []
    for element in this:
        picked: dict[str, Value] = {}
        for read, name in readers:
            _assign_path(picked, name, read(element))
        # An element that has none of the properties gives no object: example 2 of the page.
        if picked:
            result.append(picked)
    return result


def _assign_path(owner: dict[str, Value], path: str, value: Value) -> None:
    if value is UNDEFINED:
        return
    *outer, name = path.split(".")
    for step in outer:
        inner = owner.get(step)
        if not isinstance(inner, dict):
            inner = owner[step] = {}
        owner = inner
    put(owner, name, value)


def start_index(start: int, length: int) -> int:
    """Where a search from *start* begins: negative counts from the end."""
    return max(start + length, 0) if start < 0 else start
