"""Reading the properties of an object that a script hands over."""

from __future__ import annotations

from ..errors import TYPE_MISMATCH
from ..registry import MISMATCH, convert
from ..values import UNDEFINED, UnsetType, type_name
from .problem import MailProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..values import Value


def given(value: Value) -> bool:
    """Whether *value* says something: not Null, not Undefined."""
    return value is not None and value is not UNDEFINED and not isinstance(value, UnsetType)


def prop(owner: Mapping[str, Value], name: str, wanted: str, path: str = "") -> Value:
    """The property *name* as the 4D type *wanted*, ``None`` where it is absent, Null or Undefined.

    Raises :class:`MailProblem` for a value of another type; *path* is what the message puts before the name.
    """
    value = owner.get(name)
    if value is None or not given(value):
        return None
    if wanted == "Text" and isinstance(value, str):
        return value
    converted = convert(value, wanted)
    if converted is MISMATCH:
        raise mistyped(path + name, wanted, value)
    return converted


def mistyped(where: str, wanted: str, value: Value) -> MailProblem:
    """The problem of a value of the wrong type at *where*."""
    return MailProblem(TYPE_MISMATCH, f"{where}: wanted {wanted}, got {type_name(value)}")
