"""What a command of the session says that was not given what it wants."""

from __future__ import annotations


class BadUsage(Exception):
    """A command that was not given what it wants: the message says what."""
