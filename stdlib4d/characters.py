"""The characters of texts beyond ASCII, for loops that go through one text, character by character."""

from __future__ import annotations

from functools import lru_cache

from .utf16 import units

#: :func:`stdlib4d.utf16.units` of the latest texts.
kept_units = lru_cache(maxsize=8)(units)
