"""Connecting to a server within a time limit that covers everything, the look-up of its name included."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    #: What ``socket.getaddrinfo`` returns for one address.
    Address = tuple[Any, ...]


async def connect(host: str, port: int, timeout: float) -> socket.socket:
    """A connected, blocking socket.

    Every address of *host* is tried in the system's order, each with its share of the *timeout* (seconds)
    that is left. Raises ``OSError``: the last address's, ``socket.gaierror`` for a name that is not found.
    """
    if not 0 < port < 65536:
        raise OSError(errno.EADDRNOTAVAIL, f"there is no port {port}")
    loop = asyncio.get_running_loop()
    end = loop.time() + timeout
    addresses = await asyncio.wait_for(_look_up(host, port), timeout)
    error: OSError = socket.gaierror(socket.EAI_NONAME, f"{host} has no address")
    for index, (family, kind, protocol, _, address) in enumerate(addresses):
        share = (end - loop.time()) / (len(addresses) - index)
        try:
            attempt = socket.socket(family, kind, protocol)
        except OSError as problem:
            # No IPv6 in this kernel, for instance.
            error = problem
            continue
        attempt.setblocking(False)
        try:
            await asyncio.wait_for(loop.sock_connect(attempt, address), share)
        except BaseException as problem:
            attempt.close()
            if not isinstance(problem, OSError):
                raise
            error = problem
        else:
            attempt.setblocking(True)
            # The end of a command does not wait until its begin is acknowledged.
            attempt.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return attempt
    raise error


def _look_up(host: str, port: int) -> asyncio.Future[Sequence[Address]]:
    """The addresses of *host*, looked up on a thread that the end of the program does not wait for.

    The loop's own threads would be waited for, and so few of them that dialling on one of them could
    use them all up.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[Sequence[Address]] = loop.create_future()

    def settle(put: Callable[[Any], None], outcome: object) -> None:
        if not found.done():
            put(outcome)

    def work() -> None:
        put: Callable[[Any], None] = found.set_result
        outcome: object
        try:
            outcome = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as problem:
            put, outcome = found.set_exception, problem
        except ValueError as problem:
            # A label that is empty or too long, or a null character: Python refuses before asking the
            # resolver.
            put, outcome = found.set_exception, socket.gaierror(socket.EAI_NONAME, f"{host!r}: {problem}")
        try:
            loop.call_soon_threadsafe(settle, put, outcome)
        except RuntimeError:
            # The loop was closed in between: nobody waits any more.
            return

    threading.Thread(target=work, name=f"look-up of {host}", daemon=True).start()
    return found
