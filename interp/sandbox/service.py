"""What the sandbox's servers have in common: a session is fed bytes and answers bytes.

A session knows nothing of sockets, so that one :class:`interp.sandbox.wire.Wire` carries every protocol.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Protocol

    from .mail import CaughtMail

    Keep = Callable[[CaughtMail], object]
else:
    Protocol = object


class Session(Protocol):
    """The server's side of one connection."""

    #: The client asked for TLS: once the reply is out, encrypt and call :meth:`encrypted`.
    wants_tls: bool
    #: Once the reply is out, hang up.
    closing: bool

    def greet(self) -> bytes:
        """What the server says first."""

    def receive(self, data: bytes) -> bytes:
        """Takes what the client sent, cut anywhere; returns the replies to what is complete."""

    def encrypted(self) -> None:
        """The connection is encrypted from here on."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a session is told at its start: where the client believes it is, and where mails go."""

    host: str
    port: int
    tls: bool
    #: Stores a caught mail; raises ``OSError`` when it cannot.
    keep: Keep
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Service:
    """A protocol on a port: how to open a session, and whether TLS comes first (RFC 8314)."""

    open: Callable[[Place], Session]
    implicit_tls: bool = False
