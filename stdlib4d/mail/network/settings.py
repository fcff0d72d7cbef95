"""The ``server`` object of ``SMTP New transporter``, checked (commands/smtp-new-transporter.md)."""

from __future__ import annotations

from ..building.charsets import UTF8_QP
from ..building.message import charset_mode
from ..problem import PROPERTY_INVALID, PROPERTY_MISSING, MailProblem
from ..properties import given, mistyped, prop
from .secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...values import Value

#: The values of the constants ``SMTP authentication …``.
AUTHENTICATION_MODES = ("CRAM-MD5", "LOGIN", "OAUTH2", "PLAIN")
#: The only port whose connections begin with TLS; every other one asks for STARTTLS.
IMPLICIT_TLS_PORT = 465
#: Seconds; a longer timeout counts as this.
LONGEST_WAIT = 86_400


class SMTPSettings:
    """How to reach an SMTP server; a frozen value.

    Timeouts are in seconds. ``authentication_mode``, ``log_file`` and ``user`` are empty where the script gives
    none. ``password`` and ``token`` are :class:`Secret` or ``None``.
    """

    __slots__ = (
        "accept_unsecure",
        "authentication_mode",
        "body_charset",
        "connection_timeout",
        "header_charset",
        "host",
        "keep_alive",
        "log_file",
        "password",
        "port",
        "send_timeout",
        "token",
        "user",
    )

    accept_unsecure: bool
    authentication_mode: str
    body_charset: str
    connection_timeout: int
    header_charset: str
    host: str
    keep_alive: bool
    log_file: str
    password: Secret | None
    port: int
    send_timeout: int
    token: Secret | None
    user: str

    def __init__(
        self,
        *,
        host: str,
        port: int = 587,
        user: str = "",
        password: Secret | None = None,
        token: Secret | None = None,
        authentication_mode: str = "",
        accept_unsecure: bool = False,
        keep_alive: bool = True,
        connection_timeout: int = 30,
        send_timeout: int = 100,
        header_charset: str = UTF8_QP,
        body_charset: str = UTF8_QP,
        log_file: str = "",
    ) -> None:
        for name, value in (
            ("host", host),
            ("port", port),
            ("user", user),
            ("password", password),
            ("token", token),
            ("authentication_mode", authentication_mode),
            ("accept_unsecure", accept_unsecure),
            ("keep_alive", keep_alive),
            ("connection_timeout", connection_timeout),
            ("send_timeout", send_timeout),
            ("header_charset", header_charset),
            ("body_charset", body_charset),
            ("log_file", log_file),
        ):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} is read-only")

    @property
    def connecting(self) -> float:
        """Seconds that connecting may take: no clock of a system counts much further than a day."""
        return float(min(self.connection_timeout, LONGEST_WAIT))

    @property
    def sending(self) -> float:
        """Seconds that sending may take."""
        return float(min(self.send_timeout, LONGEST_WAIT))

    def __repr__(self) -> str:
        return f"<SMTPSettings {self.where}>"

    @property
    def where(self) -> str:
        """Host and port as messages show them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_settings(server: Mapping[str, Value]) -> SMTPSettings:
    """The settings that the object *server* describes; raises :class:`MailProblem`."""
    host = (prop(server, "host", "Text", "server.") or "").strip()
    if not host:
        raise MailProblem(
            PROPERTY_MISSING,
            "server.host: missing",
            "set host to the name or the IP address of the mail server",
        )
    # An IPv6 address has two colons at least.
    if host.count(":") == 1 or "]:" in host:
        raise MailProblem(
            PROPERTY_INVALID,
            "server.host: wanted a name or an IP address without a port",
            "the port has a property of its own, port; host is the name alone",
        )
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    if len(host) > 255 or not host.isprintable() or any(char in ' /@<>"' for char in host):
        raise MailProblem(PROPERTY_INVALID, "server.host: wanted the name or the IP address of a server")
    port = _whole(server, "port", 587)
    if port > 65535:
        raise MailProblem(PROPERTY_INVALID, f"server.port: wanted 1 to 65535, got {port}")
    mode = _authentication_mode(server)
    password = prop(server, "password", "Text", "server.")
    token = read_token(server.get("accessTokenOAuth2"))
    if mode == "OAUTH2" and token is None:
        raise MailProblem(
            PROPERTY_MISSING,
            "server.accessTokenOAuth2: missing",
            "the authenticationMode OAUTH2 needs a token, as a Text or a token object",
        )
    keep_alive = prop(server, "keepAlive", "Boolean", "server.")
    return SMTPSettings(
        host=host,
        port=port,
        user=prop(server, "user", "Text", "server.") or "",
        password=Secret(password) if password is not None else None,
        token=token,
        authentication_mode=mode,
        accept_unsecure=bool(prop(server, "acceptUnsecureConnection", "Boolean", "server.")),
        keep_alive=True if keep_alive is None else keep_alive,
        connection_timeout=_whole(server, "connectionTimeOut", 30),
        send_timeout=_whole(server, "sendTimeOut", 100),
        header_charset=charset_mode(server, "headerCharset", "server."),
        body_charset=charset_mode(server, "bodyCharset", "server."),
        log_file=prop(server, "logFile", "Text", "server.") or "",
    )


def _whole(server: Mapping[str, Value], name: str, default: int) -> int:
    number: int | None = prop(server, name, "Integer", "server.")
    if number is None:
        return default
    if number < 1:
        raise MailProblem(PROPERTY_INVALID, f"server.{name}: wanted a number above 0, got {number}")
    return number


def _authentication_mode(server: Mapping[str, Value]) -> str:
    mode: str = prop(server, "authenticationMode", "Text", "server.") or ""
    if mode and mode.upper() not in AUTHENTICATION_MODES:
        raise MailProblem(
            PROPERTY_INVALID,
            f'server.authenticationMode: "{mode[:40]}" is not an authentication mode',
            "one of "
            + ", ".join(AUTHENTICATION_MODES)
            + ", or none for the most secure one that the server offers",
        )
    return mode.upper()


def read_token(value: Value) -> Secret | None:
    """The token of ``accessTokenOAuth2``; ``None`` without one. Raises :class:`MailProblem`.

    A Text; an object with ``access_token``, as token endpoints answer (RFC 6749 section 5.1); or an object
    with such an object in ``token``, as 4D NetKit returns it.
    """
    if not given(value):
        return None
    where = "server.accessTokenOAuth2"
    if isinstance(value, dict):
        inner = value.get("token")
        found = (inner if isinstance(inner, dict) else value).get("access_token")
        if not isinstance(found, str):
            raise MailProblem(
                PROPERTY_INVALID,
                f"{where}: the token object has no access_token",
                "pass the token as a Text, or the object that getToken() of 4D NetKit returns",
            )
        value = found
    if not isinstance(value, str):
        raise mistyped(where, "Text or Object", value)
    value = value.strip()
    if not value:
        return None
    if not value.isascii() or not value.isprintable() or " " in value:
        raise MailProblem(PROPERTY_INVALID, f"{where}: has a character that no token has")
    return Secret(value)
