"""ICU, which 4D compares texts with: asked only for what the library's own tables cannot decide.

The package is ``pyicu-wheels``. Where there is no wheel of it for a machine, :func:`icu` is ``None`` and its
callers have rules of their own, which their docstrings tell.
"""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@lru_cache(maxsize=1)
def icu() -> Any:
    """The module of PyICU; ``None`` where it is not installed. Importing it takes some 20 ms."""
    from importlib import import_module

    try:
        return import_module("icu")
    except ImportError:
        return None


@lru_cache(maxsize=8)
def collator(primary: bool = True, accents: bool = False, case: bool = False) -> Any:
    """What compares texts in the root collation by letters, and by their accents and case where these count.

    Only to be called where :func:`icu` is there.
    """
    library = icu()
    made = library.Collator.createInstance(library.Locale.getRoot())
    made.setAttribute(library.UCollAttribute.NORMALIZATION_MODE, library.UCollAttributeValue.ON)
    if not accents:
        made.setStrength(library.Collator.PRIMARY)
        if case:
            made.setAttribute(library.UCollAttribute.CASE_LEVEL, library.UCollAttributeValue.ON)
    else:
        made.setStrength(library.Collator.TERTIARY if case else library.Collator.SECONDARY)
    return made
