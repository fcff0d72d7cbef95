"""The ``parameter`` object of ``IMAP New transporter``, checked (commands/imap-new-transporter.md)."""

from __future__ import annotations

from ..network.settings import IMAP, LONGEST_WAIT, ServerSettings, read_server, whole
from ..properties import given, mistyped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...values import Value


class IMAPSettings(ServerSettings):
    """How to reach an IMAP server; a frozen value.

    ``check_delay`` is the time in seconds after which an unused connection is checked before it is used.
    ``listener`` is the object with the callbacks of the notifier, or ``None``.
    """

    __slots__ = ("check_delay", "listener")

    check_delay: int
    listener: Value

    @property
    def checking(self) -> float:
        """Seconds of ``checkConnectionDelay``."""
        return float(min(self.check_delay, LONGEST_WAIT))


def read_settings(parameter: Mapping[str, Value]) -> IMAPSettings:
    """The settings that the object *parameter* describes; raises :class:`MailProblem`."""
    shared = read_server(parameter, IMAP).shared
    listener = parameter.get("listener")
    if not given(listener):
        listener = None
    elif isinstance(listener, (str, bytes, int, float, list)):
        raise mistyped("server.listener", "Object", listener)
    # With 0 the connection is checked each time.
    delay = whole(parameter, "checkConnectionDelay", 300, least=0)
    return IMAPSettings(**shared, check_delay=delay, listener=listener)
