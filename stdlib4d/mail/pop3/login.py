"""Logging in: SASL, APOP, or the commands USER and PASS (RFC 1939 section 7, RFC 5034)."""

from __future__ import annotations

import hashlib

from ..network.authentication import choose_mechanisms, first_response, next_response
from ..network.failure import ConnectionFailure, ServerRefusal
from ..network.secret import MASK
from .replies import response_code, timestamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..network.secret import Masker
    from ..network.settings import ServerSettings
    from .connection import POP3Connection


async def log_in(way: POP3Connection, settings: ServerSettings, mask: Masker) -> str:
    """Authenticates and returns what the server says to it; raises what :class:`POP3Connection` does."""
    mask.restart()
    chosen = choose_mechanisms(settings, _offered(way, settings))
    if not chosen:
        raise ConnectionFailure(
            f"{settings.where}: nobody reads mails without logging in; set user and password"
        )
    for number, mechanism in enumerate(chosen, 1):
        try:
            if mechanism == "APOP":
                return await _apop(way, settings, mask)
            if mechanism == "USER":
                return await _user(way, settings, mask)
            return await _sasl(way, mechanism, settings, mask)
        except ServerRefusal as refusal:
            # A greeting with a timestamp promises nothing: servers that keep no plain passwords have it, too. A
            # refusal with a code is meant.
            if mechanism != "APOP" or number == len(chosen) or response_code(refusal.text):
                raise
    raise AssertionError("the last mechanism returns or raises")


def _offered(way: POP3Connection, settings: ServerSettings) -> set[str]:
    """The mechanisms that the server offers, as far as can be known."""
    sendable = not any(char in settings.user + _password(settings) for char in "\r\n\0")
    capabilities = way.capabilities
    if capabilities is None:
        # Older than CAPA: it may have whatever the script asks for.
        wanted = settings.authentication_mode
        offered = (
            {"XOAUTH2"} if wanted == "OAUTH2" or (settings.token is not None and not wanted) else {wanted}
        )
        offered -= {"", "APOP", "USER"}
        offered |= {"USER"} if sendable else set()
    else:
        offered = set(capabilities.get("SASL", "").upper().split())
        if sendable and ("USER" in capabilities or settings.authentication_mode == "USER"):
            offered.add("USER")
    if sendable and timestamp(way.greeting):
        offered.add("APOP")
    return offered


async def _sasl(way: POP3Connection, mechanism: str, settings: ServerSettings, mask: Masker) -> str:
    # The first response never goes with the command: a long token would make the line longer than the 255 bytes
    # of RFC 2449, and some providers take it in a line of its own only.
    initial = first_response(mechanism, settings)
    kind, text = await way.ask(f"AUTH {mechanism}".encode())
    step = 0
    while kind == "+":
        if initial is not None:
            answer: str | None = initial
            initial = None
        else:
            answer = next_response(mechanism, settings, step, text)
            step += 1
        if answer is None:
            await way.ask(b"*")
            raise ConnectionFailure(
                f"{settings.where}: the server's part of {mechanism} cannot be understood; "
                "set authenticationMode to another mode"
            )
        mask.add(answer)
        kind, text = await way.ask(answer.encode("ascii"), MASK)
    return way.accepted(kind, text)


async def _apop(way: POP3Connection, settings: ServerSettings, mask: Masker) -> str:
    secret = timestamp(way.greeting) + _password(settings)
    digest = hashlib.md5(secret.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
    mask.add(digest)
    line = f"APOP {settings.user} {digest}".encode("utf-8", "replace")
    return way.accepted(*await way.ask(line, f"APOP {settings.user} {MASK}"))


async def _user(way: POP3Connection, settings: ServerSettings, mask: Masker) -> str:
    way.accepted(*await way.ask(f"USER {settings.user}".encode("utf-8", "replace")))
    line = f"PASS {_password(settings)}".encode("utf-8", "replace")
    return way.accepted(*await way.ask(line, f"PASS {MASK}"))


def _password(settings: ServerSettings) -> str:
    return settings.password.reveal() if settings.password is not None else ""
