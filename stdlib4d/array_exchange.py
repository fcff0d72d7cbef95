"""Arrays from and to collections, objects, JSON and texts.

An element is brought to the type of its array, or of a property, as ``OB Get`` converts.
"""

from __future__ import annotations

from .access import property_of
from .array_variables import (
    array_in,
    existing_array,
    fill,
    new_array,
    one_dimensional,
    type_of,
)
from .comparison import fold
from .errors import ARGUMENT_UNEXPECTED, OBJECT_EXPECTED, TYPE_MISMATCH, LanguageError
from .kinds import IS_BLOB, IS_BOOLEAN, IS_DATE, IS_OBJECT, IS_REAL, IS_TEXT, IS_TIME, is_object, kind
from .objects import converted, names, ob_get_type
from .references import Array, Pointer, assign_through, dereference
from .registry import command
from .storage import stored
from .values import UNDEFINED, UnsetType, is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .host import Run
    from .values import Value

#: The type number that a value must have to be an element, by the type of the array.
_KINDS = {
    "Text": IS_TEXT,
    "Integer": IS_REAL,
    "Real": IS_REAL,
    "Boolean": IS_BOOLEAN,
    "Date": IS_DATE,
    "Time": IS_TIME,
    "Object": IS_OBJECT,
    "Blob": IS_BLOB,
}


def _collect(name: str, array: Array) -> list[Value]:
    """The elements of *array* as a collection keeps them."""
    return [stored(item) for item in one_dimensional(name, array).items[1:]]


def _receive(name: str, variable: Pointer, values: Sequence[Value]) -> None:
    """Fills the array in *variable* with *values*; one that is not there yet is made for the first of them."""
    array = existing_array(name, variable)
    if array is None:
        array = new_array((type_of(values[0]) if values else "") or "Object")
        fill(array, [_element(name, value, array) for value in values])
        variable.put(array)
    else:
        one_dimensional(name, array)
        fill(array, [_element(name, value, array) for value in values])


def _element(name: str, value: Value, array: Array) -> Value:
    wanted = _KINDS.get(array.kind)
    if wanted == IS_OBJECT:
        return value if is_object(value) else None
    if wanted is None:
        return value if type_of(value) == array.kind else array.empty
    if kind(value) == wanted:
        return value
    if array.kind == "Blob":
        return value.data if is_instance(value, "Blob") else array.empty
    return converted(name, value, wanted)


@command(
    "ARRAY TO COLLECTION", 1563, "( collection : Variable ; array : Array {; ...propertyName : Array, Text} )"
)
def array_to_collection(variable: Pointer, first: Array, *rest: Value) -> None:
    """Replaces the elements of a collection by those of an array (commands/array-to-collection.md).

    With property names they become objects, one property for each array. A variable without a collection gets one.
    """
    name = "ARRAY TO COLLECTION"
    pairs: list[tuple[Array, str | None]] = [(first, None)]
    for item in rest:
        if isinstance(item, Array):
            pairs.append((item, None))
        elif pairs[-1][1] is not None:
            raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: array: wanted Array, got Text")
        else:
            pairs[-1] = (pairs[-1][0], item)
    if len(pairs) == 1 and pairs[0][1] is None:
        made = _collect(name, first)
    else:
        made = [{} for _ in range(max(len(array) for array, _ in pairs))]
        for array, key in pairs:
            if key is None:
                raise LanguageError(
                    ARGUMENT_UNEXPECTED,
                    f"{name}: propertyName: wanted a property name for each of several arrays, got none for one",
                )
            for owner, value in zip(made, _collect(name, array), strict=False):
                owner[key] = value
    collection = dereference(variable)
    if collection.__class__ is list:
        collection[:] = made
    elif isinstance(collection, list):
        _fill_shared(collection, made)
    elif collection is None or collection is UNDEFINED or isinstance(collection, UnsetType):
        assign_through(variable, made)
    else:
        raise LanguageError(
            TYPE_MISMATCH, f"{name}: collection: wanted Collection, got {type_name(collection)}"
        )


def _fill_shared(collection: list[Value], made: list[Value]) -> None:
    from .shared import SharedCollection, shared_copy, using

    def fill() -> None:
        assert isinstance(collection, SharedCollection)
        collection[:] = [shared_copy(value, collection.group) for value in made]

    using(collection, fill)


@command(
    "COLLECTION TO ARRAY",
    1562,
    "( collection : Collection ; array : Variable {; propertyName : Text"
    " {; ...(array : Variable ; propertyName : Text)}} )",
)
def collection_to_array(collection: Value, variable: Pointer, *rest: Value) -> None:
    """Fills arrays with the elements of a collection, or with properties of them (commands/collection-to-array.md).

    Where an element is no object, or has no such property, the array gets an empty element.
    """
    name = "COLLECTION TO ARRAY"
    if len(rest) % 2 == 0 and rest:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: propertyName: wanted a property name for each array, got none for the last one",
        )
    elements: list[Value] = collection or []
    keys: list[Value] = list(rest[::2]) or [""]
    for target, key in zip((variable, *rest[1::2]), keys, strict=True):
        _receive(name, target, [_property(item, key) for item in elements] if key else elements)


def _property(item: Value, key: str) -> Value:
    return property_of(item, key) if is_object(item) else UNDEFINED


@command("OB GET ARRAY", 1229, "( object : Object ; property : Text ; array : Variable )")
def ob_get_array(owner: Value, name: str, variable: Pointer) -> None:
    """Fills an array with the elements of a property that is a collection (commands/ob-get-array.md).

    A single value makes an array of one element; a property that is not there, or is Null, an empty one.
    """
    value = property_of(owner, name)
    if value is None or value is UNDEFINED:
        value = []
    _receive("OB GET ARRAY", variable, value if isinstance(value, list) else [value])


@command("OB SET ARRAY", 1227, "( object : Variable, Object ; property : Text ; array : any )")
def ob_set_array(target: Value, name: str, value: Value) -> None:
    """Stores the elements of an array in a property, as a collection (commands/ob-set-array.md).

    Of a single value it makes a collection of one element. A variable without an object gets one.
    """
    from .access import put

    if value is UNDEFINED:
        raise LanguageError(TYPE_MISMATCH, "OB SET ARRAY: array: wanted Array, got Undefined")
    made = _collect("OB SET ARRAY", value) if isinstance(value, Array) else [stored(value)]
    variable = target if isinstance(target, Pointer) else None
    owner = target if variable is None else dereference(variable)
    if variable is not None and (owner is None or owner is UNDEFINED or isinstance(owner, UnsetType)):
        assign_through(variable, {name: made})
    elif is_object(owner):
        put(owner, name, made)
    else:
        raise LanguageError(OBJECT_EXPECTED, f"OB SET ARRAY: object: wanted Object, got {type_name(owner)}")


@command(
    "OB GET PROPERTY NAMES", 1232, "( object : Object ; arrProperties : Variable {; arrTypes : Variable} )"
)
def ob_get_property_names(owner: Value, properties: Pointer, types: Pointer | None = None) -> None:
    """Fills arrays with the names of the properties of an object and the type numbers of their values.

    See commands/ob-get-property-names.md.
    """
    name = "OB GET PROPERTY NAMES"
    found = names(owner)
    fill(array_in(name, properties, "Text"), found)
    if types is not None:
        fill(array_in(name, types, "Integer"), [ob_get_type(owner, key) for key in found])


@command("JSON PARSE ARRAY", 1219, "( jsonString : Text ; array : Variable )")
def json_parse_array(run: Run, text: str, variable: Pointer) -> None:
    """Fills an array with the elements of a JSON array (commands/json-parse-array.md)."""
    from .json_text import json_parse

    value = json_parse(run, text)
    if not isinstance(value, list):
        raise LanguageError(
            TYPE_MISMATCH, f"JSON PARSE ARRAY: jsonString: wanted a JSON array, got {type_name(value)}"
        )
    _receive("JSON PARSE ARRAY", variable, value)


@command("JSON Stringify array", 1228, "( array : any {; * : Operator} ) : Text")
def json_stringify_array(run: Run, value: Value, star: Value = None) -> str:
    """Returns an array as JSON text, on several lines with ``*`` (commands/json-stringify-array.md).

    A single value stands alone between the brackets; of a pointer it is what it points to.
    """
    from .json_text import json_stringify

    items = _collect("JSON Stringify array", value) if isinstance(value, Array) else [value]
    return json_stringify(
        run,
        [stored(dereference(item)) if isinstance(item, Pointer) else item for item in items],
        star,
    )


@command("GET TEXT KEYWORDS", 1141, "( text : Text ; arrKeywords : Variable {; * : Operator} )")
def get_text_keywords(text: str, variable: Pointer, star: Value = None) -> None:
    """Fills an array with the words of a text, each only once with ``*`` (commands/get-text-keywords.md).

    Style tags are no words. An apostrophe before a vowel or an h ends a word, as in French and Italian.
    """
    import re

    from .keywords import words

    plain = re.sub(r"</?span\b[^<>]*>", "", text, flags=re.I)
    found = list(words(re.sub(r"<br\s*/?>", " ", plain, flags=re.I)))
    if star is not None:
        first: dict[str, str] = {}
        for word in found:
            first.setdefault(fold(word), word)
        found = list(first.values())
    fill(array_in("GET TEXT KEYWORDS", variable, "Text"), found)


@command(
    "GET LAST ERROR STACK", 1015, "( codesArray : Variable ; intCompArray : Variable ; textArray : Variable )"
)
def get_last_error_stack(run: Run, codes: Pointer, components: Pointer, texts: Pointer) -> None:
    """Fills arrays with the codes, the components and the descriptions of the errors that Last errors returns."""
    name = "GET LAST ERROR STACK"
    fill(array_in(name, codes, "Integer"), [error["errCode"] for error in run.errors])
    fill(array_in(name, components, "Text"), [error["componentSignature"] for error in run.errors])
    fill(array_in(name, texts, "Text"), [error["message"] for error in run.errors])
