"""What the sessions of all protocols have."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod


class Session(ABC):
    """The conversation of one transporter with its server, over one connection or several.

    A child made by ``fork`` shares the socket, and the loop is not its own: there the session is :attr:`inherited`, and
    its connection is not to be touched.
    """

    def __init__(self) -> None:
        self._process = os.getpid()

    @property
    def inherited(self) -> bool:
        """Whether another process made the session, whose connection is not ours to touch."""
        return self._process != os.getpid()

    @property
    @abstractmethod
    def unfinished(self) -> bool:
        """Whether there is something of ours to be ended, such as a connection."""

    @property
    @abstractmethod
    def parting(self) -> float:
        """Seconds that the script waits for :meth:`close` at most, 0 where nothing depends on it."""

    @abstractmethod
    async def close(self) -> None:
        """Says goodbye and closes the connection; raises nothing."""
