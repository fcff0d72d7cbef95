"""What decides how a message is made."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """Random choices of one message; ``wild`` is how likely each of them is an unusual one."""

    wild = 1.0

    def odd(self, unusual: Sequence[T], usual: Sequence[T]) -> T:
        """One of *unusual*, or one of *usual*."""
        return self.choice(unusual if self.random() < self.wild else usual)
