"""Values brought to the declared type of the variable they are assigned to (Concepts/data-types.md).

An undefined value clears the variable, as CLEAR VARIABLE does. A number for an Integer is rounded and kept to 32
bits; a value of another type is an error. ``what`` names the variable or parameter.
"""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .references import Array
from .storage import stored
from .values import (
    NULL_DATE,
    UNDEFINED,
    UNSET_COLLECTION,
    UNSET_OBJECT,
    Date,
    NativeObject,
    Time,
    UnsetType,
    is_instance,
    type_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from .values import Value

_WRAP = 2**32
_SIGN = 2**31
NULL_TIME = Time(0)


def refuse(what: str, wanted: str, value: Value) -> NoReturn:
    """Raises the error for a value of the wrong type."""
    hint = ""
    if wanted == "Text" and value.__class__ in (int, float, bool, Date, Time):
        hint = "convert it with String"
    elif wanted in ("Integer", "Real") and value.__class__ is str:
        hint = "convert it with Num"
    raise LanguageError(TYPE_MISMATCH, f"{what}: wanted {wanted}, got {type_name(value)}", hint=hint)


def int32(number: int) -> int:
    """The 32 bits of an Integer: what does not fit wraps."""
    return (number + _SIGN) % _WRAP - _SIGN


def to_integer(value: Value, what: str) -> int:
    """For an Integer: halves are rounded away from zero."""
    if value.__class__ is int:
        return int32(value)
    if value.__class__ is float:
        if value != value or value in (float("inf"), float("-inf")):
            return -_SIGN
        # Not value + 0.5: that sum is rounded itself, and makes 1 of the largest number below 0.5.
        whole = int(value)
        if abs(value - whole) >= 0.5:
            whole += 1 if value > 0 else -1
        return int32(whole)
    if value is UNDEFINED:
        return 0
    if value.__class__ is Time:
        return int32(value.seconds)
    if isinstance(value, Array):
        return value.current
    refuse(what, "Integer", value)


def to_real(value: Value, what: str) -> float:
    """For a Real."""
    if value.__class__ is float:
        return value
    if value.__class__ is int:
        return float(value)
    if value is UNDEFINED:
        return 0.0
    if value.__class__ is Time:
        return float(value.seconds)
    if isinstance(value, Array):
        return float(value.current)
    refuse(what, "Real", value)


def _exactly(kind: type, wanted: str, empty: Value) -> Callable[[Value, str], Value]:
    """For a type whose values are of one class, and which nothing else converts to."""

    def convert(value: Value, what: str) -> Value:
        if value.__class__ is kind:
            return value
        if value is UNDEFINED:
            return empty
        refuse(what, wanted, value)

    return convert


to_text = _exactly(str, "Text", "")
to_boolean = _exactly(bool, "Boolean", False)
to_date = _exactly(Date, "Date", NULL_DATE)


def to_blob(value: Value, what: str) -> bytes:
    """For a Blob: of a 4D.Blob, its bytes (Concepts/blob.md)."""
    if value.__class__ is bytes:
        blob: bytes = value
        return blob
    if value is UNDEFINED:
        return b""
    if is_instance(value, "Blob"):
        from .blobs import bytes_of

        return bytes_of(value)
    refuse(what, "Blob", value)


def to_time(value: Value, what: str) -> Time:
    """For a Time: a number is its seconds."""
    if value.__class__ is Time:
        return value
    if value is UNDEFINED:
        return NULL_TIME
    if value.__class__ is int or value.__class__ is float:
        return Time(to_integer(value, what))
    refuse(what, "Time", value)


def to_object(value: Value, what: str) -> Value:
    """For an Object: Null too, but no collection."""
    if value is UNDEFINED:
        return UNSET_OBJECT
    if value is None or isinstance(value, UnsetType):
        return value
    if isinstance(value, (dict, NativeObject)):
        return value
    if value.__class__ is bytes:
        return stored(value)
    refuse(what, "Object", value)


def to_collection(value: Value, what: str) -> Value:
    """For a Collection: Null too."""
    if value is UNDEFINED:
        return UNSET_COLLECTION
    if value is None or isinstance(value, (list, UnsetType)):
        return value
    refuse(what, "Collection", value)


def to_instance(value: Value, class_name: str, what: str) -> Value:
    """For a variable of a class: an instance of it, or Null."""
    if value is UNDEFINED:
        return UNSET_OBJECT
    if value is None or isinstance(value, UnsetType):
        return value
    if is_instance(value, class_name):
        return value
    if value.__class__ is bytes and class_name.lower() == "blob":
        return stored(value)
    refuse(what, f"4D.{class_name}", value)


def loosely(convert: Callable[[Value, str], Value], value: Value) -> Value:
    """*value* brought to a type, or the empty value of that type where it cannot be."""
    try:
        return convert(value, "")
    except LanguageError:
        return convert(UNDEFINED, "")
