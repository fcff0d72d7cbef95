"""The ``server`` object of ``SMTP New transporter``, checked (commands/smtp-new-transporter.md)."""

from __future__ import annotations

from ..building.message import charset_mode
from ..network.settings import LONGEST_WAIT, SMTP, ServerSettings, read_server, whole
from ..properties import prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...values import Value


class SMTPSettings(ServerSettings):
    """How to reach an SMTP server, and how mails are built for it; a frozen value. Timeouts are in seconds."""

    __slots__ = ("body_charset", "header_charset", "keep_alive", "send_timeout")

    body_charset: str
    header_charset: str
    keep_alive: bool
    send_timeout: int

    @property
    def sending(self) -> float:
        """Seconds that sending may take."""
        return float(min(self.send_timeout, LONGEST_WAIT))


def read_settings(server: Mapping[str, Value]) -> SMTPSettings:
    """The settings that the object *server* describes; raises :class:`MailProblem`."""
    shared = read_server(server, SMTP).shared
    keep_alive = prop(server, "keepAlive", "Boolean", "server.")
    return SMTPSettings(
        **shared,
        keep_alive=True if keep_alive is None else keep_alive,
        send_timeout=whole(server, "sendTimeOut", 100),
        header_charset=charset_mode(server, "headerCharset", "server."),
        body_charset=charset_mode(server, "bodyCharset", "server."),
    )
