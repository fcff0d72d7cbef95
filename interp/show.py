"""A value in 4D's own notation, for ``4dm eval``: texts as they are, objects and collections as JSON."""

from __future__ import annotations

from stdlib4d.conversion import string
from stdlib4d.values import UNDEFINED, Date, Time, UnsetType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.values import Value


def shown(value: Value) -> str:
    """*value* as text."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, UnsetType):
        return "Null"
    if value is UNDEFINED:
        return "Undefined"
    if isinstance(value, (dict, list)):
        from stdlib4d.json_text import json_text

        return json_text(value, pretty=True)
    if isinstance(value, (bool, Date, Time)):
        return str(value) if isinstance(value, bool) else repr(value)
    if isinstance(value, (int, float)):
        return string(None, value)
    return f"<{type_name(value)}>"
