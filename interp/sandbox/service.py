"""What the sandbox's servers have in common: a session is fed bytes and answers bytes.

A session knows nothing of sockets, so that one :class:`interp.sandbox.wire.Wire` carries every protocol.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from .mail import CaughtMail
    from .office import PostOffice

    Keep = Callable[[CaughtMail], object]


class Session:
    """The server's side of one connection."""

    #: The client asked for TLS: once the reply is out, encrypt and call :meth:`encrypted`.
    wants_tls = False
    #: Once the reply is out, hang up.
    closing = False

    def __init__(self, place: Place) -> None:
        self.place = place
        #: Makes the wire send :meth:`news` soon; any thread may call it.
        self.wake: Callable[[], None] = _nobody

    @property
    def name(self) -> str:
        """The dialled name, as a server would give it: in ASCII, an IP address in brackets."""
        host = self.place.host
        if ":" in host:
            return f"[IPv6:{host}]"
        return f"[{host}]" if re.fullmatch(r"[\d.]+", host) else host.encode("idna").decode()

    def greet(self) -> bytes:
        """What the server says first."""
        raise NotImplementedError

    def receive(self, data: bytes) -> bytes:
        """Takes what the client sent, cut anywhere; returns the replies to what is complete."""
        raise NotImplementedError

    def encrypted(self) -> None:
        """The connection is encrypted from here on."""
        raise NotImplementedError

    def news(self) -> bytes:
        """What the server says without being asked."""
        return b""

    def lost(self) -> None:
        """The connection is gone."""


def _nobody() -> None:
    """There is no wire yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a session is told at its start: where the client believes it is, and where mails are."""

    host: str
    port: int
    tls: bool
    #: Stores a caught mail; raises ``OSError`` when it cannot.
    keep: Keep
    now: Callable[[], datetime]
    #: The mailboxes, made at the first use.
    office: Callable[[], PostOffice]


@dataclass(frozen=True, slots=True)
class Service:
    """A protocol on a port: how to open a session, and whether TLS comes first (RFC 8314)."""

    open: Callable[[Place], Session]
    implicit_tls: bool = False
