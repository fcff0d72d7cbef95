"""Values on one line, in the notation of the language."""

from __future__ import annotations

from stdlib4d.errors import LanguageError
from stdlib4d.values import NativeObject

from ..show import shown
from ..terminal import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.values import Value

_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def brief(value: Value, width: int = 200) -> str:
    """*value* on one line of about *width* characters at most."""
    if isinstance(value, str):
        text = f'"{value[:width].translate(_ESCAPES)}"' + (
            f" ({len(value)} characters)" if len(value) > width else ""
        )
    elif isinstance(value, (dict, list)) and not isinstance(value, NativeObject):
        from stdlib4d.json_text import json_text

        try:
            text = json_text(value)
        except LanguageError as problem:
            text = f"({problem.message})"
    else:
        text = shown(value)
    text = visible(text)
    return text if len(text) <= 2 * width else text[:width] + "…"
