"""The end of a session whose transporter is gone."""

from __future__ import annotations

import asyncio
from _thread import interrupt_main

from ...errors import LimitExceeded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...host import Host
    from .session import Session

#: Seconds beyond the limits of the session's own after which its end is not waited for.
_GRACE = 5.0


def end(host: Host, session: Session) -> None:
    """Closes *session*; raises nothing. What the server does because of that is done when this returns."""
    if not session.unfinished:
        return None
    if not session.parting:
        return _begin(host, session)
    try:
        host.loop.run(session.close(), session.parting + _GRACE)
    except (TimeoutError, asyncio.CancelledError):
        pass
    except RuntimeError:
        # On the loop's own thread, where the collector may have found the transporter; or the loop has ended, and
        # the session with it.
        _begin(host, session)
    except LimitExceeded as limit:
        # Nothing that is raised here reaches the script.
        limit.again()
    except KeyboardInterrupt:
        host.loop.start(_interrupt_soon())


def _begin(host: Host, session: Session) -> None:
    try:
        host.loop.start(session.close())
    except RuntimeError:
        # The loop ended before the transporter, and its connections with it.
        pass


async def _interrupt_soon() -> None:
    """Interrupts the main thread as Ctrl-C does, once it has left the place where it could not be interrupted."""
    await asyncio.sleep(0.01)
    interrupt_main()
