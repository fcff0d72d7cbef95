"""What went wrong between two machines, in words that say what to do."""

from __future__ import annotations

import socket
import ssl

from .settings import SMTP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .settings import Protocol


class ServerRefusal(Exception):
    """A server said no: ``code`` and ``text`` are its own."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


class ConnectionFailure(Exception):
    """No answer of a server: it could not be reached, could not be trusted, or broke off.

    ``lost`` says that an open connection went away, so that a new one may do better; ``usable`` that there is nothing
    wrong with it, but that this server cannot do what was wanted.
    """

    def __init__(self, text: str, *, lost: bool = False, usable: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.lost = lost
        self.usable = usable


def describe(error: BaseException, where: str, seconds: float, protocol: Protocol = SMTP) -> str:
    """A text for an *error* of a socket, of TLS or of a timeout.

    *where* is host and port, *seconds* the time that there was.
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"{where}: the certificate of the server does not verify ({error.verify_message.rstrip('.')}); "
            "nothing was sent. For a private certificate authority give its file with --ca FILE or SSL_CERT_FILE"
        )
    if isinstance(error, TimeoutError):
        return f"{where}: no answer within {seconds:g} seconds; check host and port, or raise the timeout"
    if isinstance(error, socket.gaierror):
        return f"{where}: the name of the server is not known; check host, and the network"
    if isinstance(error, UnicodeError):
        return f"{where}: that cannot be the name of a server; check host"
    if isinstance(error, ConnectionRefusedError):
        return f"{where}: connection refused; check host and port"
    if isinstance(error, ssl.SSLError):
        reason = (error.reason or "").replace("_", " ").lower() or "no reason given"
        return (
            f"{where}: TLS could not be established ({reason}); "
            f"check the port: {protocol.tls_port} begins with TLS, every other one with plain {protocol.name} "
            f"and {protocol.upgrade}"
        )
    if isinstance(error, ConnectionError):
        return f"{where}: the server closed the connection"
    if isinstance(error, OSError):
        return f"{where}: {error.strerror or 'the connection failed'}"
    return f"{where}: {error}"
