"""The numbers by which 4D names the types of values (theme Field and Variable Types)."""

from __future__ import annotations

from .values import Date, NativeObject, Time, UndefinedType, UnsetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

IS_REAL = 1
IS_TEXT = 2
IS_DATE = 4
IS_UNDEFINED = 5
IS_BOOLEAN = 6
IS_LONGINT = 9
IS_TIME = 11
IS_BLOB = 30
IS_OBJECT = 38
IS_COLLECTION = 42
IS_NULL = 255
IS_POINTER = 23
OBJECT_ARRAY = 39
#: The type numbers of arrays, by the type of their elements.
ARRAY_KINDS = {
    "Real": 14,
    "Integer": 16,
    "Date": 17,
    "Text": 18,
    "Picture": 19,
    "Pointer": 20,
    "Boolean": 22,
    "Blob": 31,
    "Time": 32,
    "Object": OBJECT_ARRAY,
}

_KINDS: dict[type, int] = {
    str: IS_TEXT,
    int: IS_REAL,
    float: IS_REAL,
    bool: IS_BOOLEAN,
    type(None): IS_NULL,
    UnsetType: IS_NULL,
    UndefinedType: IS_UNDEFINED,
    dict: IS_OBJECT,
    list: IS_COLLECTION,
    bytes: IS_BLOB,
    Date: IS_DATE,
    Time: IS_TIME,
}


def kind(value: Value) -> int:
    """The type number of *value*. Every number counts as real, as in 4D's interpreted mode."""
    number = _KINDS.get(value.__class__)
    if number is None:
        from .references import Array, Pointer

        number = IS_COLLECTION if isinstance(value, list) else IS_OBJECT
        if isinstance(value, Pointer):
            number = IS_POINTER
        if isinstance(value, Array):
            number = ARRAY_KINDS.get(value.kind, OBJECT_ARRAY)
    return number


def default(wanted: int) -> Value:
    """The empty value of the type number *wanted*; Null where a type has none of its own."""
    return _DEFAULTS.get(wanted)


_DEFAULTS: dict[int, Value] = {
    IS_REAL: 0,
    IS_TEXT: "",
    IS_DATE: Date(0),
    IS_BOOLEAN: False,
    IS_LONGINT: 0,
    IS_TIME: Time(0),
    IS_BLOB: b"",
}


def is_object(value: Value) -> bool:
    """Whether *value* is an object with properties."""
    return isinstance(value, (dict, NativeObject))
