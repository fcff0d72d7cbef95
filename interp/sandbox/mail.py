"""A mail that the sandbox caught."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class CaughtMail:
    """One message as its client handed it over, and the envelope it came in."""

    #: The address of ``MAIL FROM``, without brackets; empty for the null sender.
    sender: str
    #: The addresses of ``RCPT TO`` that were accepted, in order.
    recipients: tuple[str, ...]
    #: The message exactly as sent, CRLF line ends and all, with the dots of RFC 5321 §4.5.2 taken off.
    data: bytes
    #: The server that the client dialled.
    host: str
    port: int
    #: Who logged in and how (``PLAIN``, ``XOAUTH2`` …); both empty when nobody did.
    user: str
    mechanism: str
    #: What the client called itself in ``EHLO`` or ``HELO``.
    helo: str
    #: Whether the connection was encrypted when the message came.
    tls: bool
    #: When the message was complete; aware.
    received: datetime
