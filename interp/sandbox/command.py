"""``4dm sandbox``: the sandbox for other programs, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

from ..host import Permissions
from .host import SandboxHost
from .listening import SERVICES, Listening
from .report import arrival

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .mail import CaughtMail
    from .service import Keep

#: The ports that are tried first where none is asked for.
USUAL = {"smtp": 2525, "smtps": 2465, "imap": 2143, "imaps": 2993, "pop3": 2110, "pop3s": 2995}


class Unusable(Exception):
    """The sandbox cannot start; the message says what is in the way."""


def serve(
    ports: Mapping[str, int | None],
    *,
    host: str = "127.0.0.1",
    ca_out: str | None = None,
    outbox: str | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Serves until the program is interrupted; tells with *say* where, and of each mail.

    *ports* are by the names of the services; ``None`` is the usual one, or another where that is taken. Raises
    :class:`Unusable`.
    """
    with tempfile.TemporaryDirectory(prefix="4dm-sandbox-") as folder:
        caught = _Caught(_kept(outbox), say)
        world = SandboxHost(Permissions.none(), keep=caught)
        try:
            authority = Path(ca_out or f"{folder}/ca.pem").absolute()
            try:
                authority.write_text(world.sandbox.authority.certificate)
            except OSError as problem:
                raise Unusable(f"--ca-out: {authority}: {problem.strerror}") from problem
            with _interruptible() as ended:
                listening = _listening(world, ports, host)
                say(_told(listening, str(authority)))
                # In turns: where no signal wakes a waiting thread, it would wait for ever.
                while not ended.wait(1.0):
                    pass
                listening.close()
            say(f"sandbox: {caught.count} mail{'s' * (caught.count != 1)} caught, nothing left this machine")
        finally:
            world.close()


class _Caught:
    """Shows each mail as it comes, and stores it."""

    def __init__(self, store: Keep | None, say: Callable[[str], None]) -> None:
        self.count = 0
        self._store = store
        self._say = say

    def __call__(self, mail: CaughtMail) -> None:
        if self._store is not None:
            self._store(mail)
        self.count += 1
        self._say(arrival(mail, self.count))


def _kept(outbox: str | None) -> Keep | None:
    if outbox is None:
        return None
    from .outbox import Outbox

    try:
        return Outbox(outbox).keep
    except OSError as problem:
        raise Unusable(f"--outbox {outbox}: {problem.strerror}") from problem


def _listening(world: SandboxHost, ports: Mapping[str, int | None], host: str) -> Listening:
    wanted = {name: ports.get(name) for name in SERVICES}
    # The first of the usual ports that is taken gives way to any that is free.
    taken: set[str] = set()
    while True:
        numbers = {
            name: port if port is not None else 0 if name in taken else USUAL[name]
            for name, port in wanted.items()
        }
        listening = Listening(world.sandbox, world.loop, {}, host)
        name = ""
        try:
            for name, port in numbers.items():
                listening.open(name, port)
        except (OSError, OverflowError) as problem:
            listening.close()
            if wanted[name] is None and name not in taken:
                taken.add(name)
                continue
            text = (getattr(problem, "strerror", None) or str(problem)).lower()
            raise Unusable(f"{host}, port {numbers[name]} for {name}: {text}") from problem
        return listening


def _told(listening: Listening, authority: str) -> str:
    ports = listening.ports
    name = "localhost" if listening.host in ("127.0.0.1", "::1", "0.0.0.0", "::") else listening.host
    return f"""sandbox: listening on {listening.host}; any user and password will do, and nothing leaves this machine

  SMTP  {ports["smtp"]:>5} with STARTTLS   {ports["smtps"]:>5} with TLS
  IMAP  {ports["imap"]:>5} with STARTTLS   {ports["imaps"]:>5} with TLS
  POP3  {ports["pop3"]:>5} with STLS       {ports["pop3s"]:>5} with TLS

The authority of its certificate, for clients to trust:
  {authority}

For example:
  4dm run --ca {authority} script.4dm
      with {{host: "{name}"; port: {ports["smtp"]}}} for SMTP, port {ports["imap"]} for IMAP, {ports["pop3"]} for POP3
  SSL_CERT_FILE={authority} program
  curl --cacert {authority} --user ann@example.com:any imaps://{name}:{ports["imaps"]}/INBOX

Ctrl-C ends it.
"""


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Gives an event that Ctrl-C sets, and being terminated."""
    ended = threading.Event()
    numbers = (signal.SIGINT, signal.SIGTERM)
    former = [signal.signal(number, lambda *_: ended.set()) for number in numbers]
    try:
        yield ended
    finally:
        for number, handler in zip(numbers, former, strict=True):
            signal.signal(number, handler)


def tell(text: str) -> None:
    """Prints *text* at once; a mail is caught all the same when nobody reads it any more."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
