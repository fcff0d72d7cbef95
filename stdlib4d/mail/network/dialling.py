"""The way to a server: dialling, and TLS from the first byte on where the port asks for it.

A certificate that does not verify ends the attempt always, and so does a handshake that fails.
"""

from __future__ import annotations

import asyncio

from .failure import ConnectionFailure
from .place import in_thread
from .settings import SMTP
from .stream import Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket

    from ...host import Host
    from .settings import ServerSettings

#: The ports where SMTP is not what is expected.
_RECEIVING = (110, 143, 993, 995)


async def connect(host: Host, settings: ServerSettings) -> Stream:
    """An open connection to the server, over TLS on the port that begins with it; raises ``OSError``.

    The caller limits the time, and abandons the stream when it has no more use for it.
    """
    context = await in_thread(host.tls_context) if settings.implicit_tls else None
    stream = Stream(settings, await dial(host, settings))
    if context is not None:
        try:
            await stream.secure(context)
        except BaseException:
            stream.abandon()
            raise
    return stream


async def dial(host: Host, settings: ServerSettings) -> socket.socket:
    """A connected socket to the server; raises ``OSError``."""
    loop = asyncio.get_running_loop()
    service = settings.protocol.name.lower()
    # A host that knows of no services dials for SMTP all the same.
    named = () if settings.protocol is SMTP and settings.port not in _RECEIVING else (service,)
    dialling = loop.run_in_executor(
        None, host.dial, settings.host, settings.port, settings.connecting, *named
    )
    try:
        return await asyncio.shield(dialling)
    except asyncio.CancelledError:
        dialling.add_done_callback(_hang_up)
        raise


def unsecured(settings: ServerSettings) -> ConnectionFailure:
    """The failure for a server that offers no TLS where the script wants it."""
    protocol = settings.protocol
    return ConnectionFailure(
        f"{settings.where}: the server offers no {protocol.upgrade}, the connection would not be encrypted; use a "
        f"port with TLS ({protocol.tls_port}), or set acceptUnsecureConnection to True to go on without"
    )


def _hang_up(dialling: asyncio.Future[socket.socket]) -> None:
    """Closes a connection that came after nobody waited for it any more."""
    if not dialling.cancelled() and dialling.exception() is None:
        dialling.result().close()
