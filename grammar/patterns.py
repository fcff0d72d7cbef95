"""Regular expressions that are compiled already.

Compiling those of the lexer, and importing what compiles them, takes a tenth of the time in which a short script
runs. So what :mod:`re` makes of them stands in a generated table, for each version of Python's engine that
scripts/make_patterns.py has met; another version compiles them.
"""

from __future__ import annotations

from .compiled_patterns import COMPILED

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

IGNORECASE, DOTALL = 2, 16
#: What was asked for, in that order.
ASKED: list[tuple[str, int]] = []
_ENGINE: Any = __import__("_sre")
_TABLE = COMPILED.get(_ENGINE.MAGIC, {}) if _ENGINE.CODESIZE == 4 else {}


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(text, flags)``."""
    ASKED.append((text, flags))
    found = _TABLE.get((text, flags))
    if found is None:
        import re

        return re.compile(text, flags)
    all_flags, code, groups, names = found
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: re.Pattern[str] = _ENGINE.compile(text, all_flags, list(code), groups, names, tuple(by_number))
    return made
