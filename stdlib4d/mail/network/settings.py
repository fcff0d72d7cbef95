"""The object that describes a mail server, checked: what ``SMTP``, ``IMAP`` and ``POP3 New transporter`` share.

What only one of them takes is read beside its transporter.
"""

from __future__ import annotations

from ..problem import PROPERTY_INVALID, PROPERTY_MISSING, MailProblem
from ..properties import given, mistyped, prop
from .secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...values import Value

#: Seconds; a longer timeout counts as this.
LONGEST_WAIT = 86_400


class Protocol:
    """What the mail protocols differ in before a word is spoken.

    ``name`` is also the signature of its errors; ``port`` is the default one, ``tls_port`` the only one whose
    connections begin with TLS; ``upgrade`` is the command that every other port asks for TLS with; ``modes`` are
    the values of its constants ``… authentication …``.
    """

    __slots__ = ("modes", "name", "port", "tls_port", "upgrade")

    def __init__(self, name: str, *, port: int, tls_port: int, upgrade: str, modes: tuple[str, ...]) -> None:
        self.name = name
        self.port = port
        self.tls_port = tls_port
        self.upgrade = upgrade
        self.modes = modes


_MODES = ("CRAM-MD5", "LOGIN", "OAUTH2", "PLAIN")
SMTP = Protocol("SMTP", port=587, tls_port=465, upgrade="STARTTLS", modes=_MODES)
IMAP = Protocol("IMAP", port=993, tls_port=993, upgrade="STARTTLS", modes=_MODES)
POP3 = Protocol("POP3", port=995, tls_port=995, upgrade="STLS", modes=("APOP", *_MODES, "USER"))


class ServerSettings:
    """How to reach a server; a frozen value.

    ``connection_timeout`` is in seconds. ``authentication_mode``, ``log_file`` and ``user`` are empty where the
    script gives none. ``password`` and ``token`` are :class:`Secret` or ``None``.
    """

    __slots__ = (
        "accept_unsecure",
        "authentication_mode",
        "connection_timeout",
        "host",
        "log_file",
        "password",
        "port",
        "protocol",
        "token",
        "user",
    )

    protocol: Protocol
    accept_unsecure: bool
    authentication_mode: str
    connection_timeout: int
    host: str
    log_file: str
    password: Secret | None
    port: int
    token: Secret | None
    user: str

    def __init__(self, **values: object) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} is read-only")

    @property
    def shared(self) -> dict[str, object]:
        """The settings of every protocol, to make those of one with."""
        return {name: getattr(self, name) for name in ServerSettings.__slots__}

    @property
    def connecting(self) -> float:
        """Seconds that connecting may take: no clock of a system counts much further than a day."""
        return float(min(self.connection_timeout, LONGEST_WAIT))

    @property
    def implicit_tls(self) -> bool:
        """Whether the connection begins with TLS."""
        return self.port == self.protocol.tls_port

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.where}>"

    @property
    def where(self) -> str:
        """Host and port as messages show them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_server(server: Mapping[str, Value], protocol: Protocol) -> ServerSettings:
    """The settings of every protocol that the object *server* describes; raises :class:`MailProblem`."""
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
    port = whole(server, "port", protocol.port)
    if port > 65535:
        raise MailProblem(PROPERTY_INVALID, f"server.port: wanted 1 to 65535, got {port}")
    mode = _authentication_mode(server, protocol)
    password = prop(server, "password", "Text", "server.")
    token = read_token(server.get("accessTokenOAuth2"))
    if mode == "OAUTH2" and token is None:
        raise MailProblem(
            PROPERTY_MISSING,
            "server.accessTokenOAuth2: missing",
            "the authenticationMode OAUTH2 needs a token, as a Text or a token object",
        )
    return ServerSettings(
        protocol=protocol,
        host=host,
        port=port,
        user=prop(server, "user", "Text", "server.") or "",
        password=Secret(password) if password is not None else None,
        token=token,
        authentication_mode=mode,
        accept_unsecure=bool(prop(server, "acceptUnsecureConnection", "Boolean", "server.")),
        connection_timeout=whole(server, "connectionTimeOut", 30),
        log_file=prop(server, "logFile", "Text", "server.") or "",
    )


def whole(server: Mapping[str, Value], name: str, default: int, least: int = 1) -> int:
    """The property *name*, a number from *least*; *default* where it is absent. Raises :class:`MailProblem`."""
    number: int | None = prop(server, name, "Integer", "server.")
    if number is None:
        return default
    if number < least:
        wanted = f"{least} or more" if least != 1 else "a number above 0"
        raise MailProblem(PROPERTY_INVALID, f"server.{name}: wanted {wanted}, got {number}")
    return number


def _authentication_mode(server: Mapping[str, Value], protocol: Protocol) -> str:
    mode: str = prop(server, "authenticationMode", "Text", "server.") or ""
    if mode and mode.upper() not in protocol.modes:
        raise MailProblem(
            PROPERTY_INVALID,
            f'server.authenticationMode: "{mode[:40]}" is not an authentication mode',
            f"one of {', '.join(protocol.modes)}, or none for the most secure one that the server offers",
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
