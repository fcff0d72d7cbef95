"""The commands of IMAP by name, and those that need no mailbox (RFC 3501 sections 6.1 and 6.2)."""

from __future__ import annotations

import secrets

from ..mailboxes import MailboxError
from ..sasl import INITIAL_RESPONSE, begin
from . import boxes, messages
from .syntax import BadSyntax, nstring, string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .session import Command, ImapSession
    from .syntax import Cursor


def _capability(session: ImapSession, cursor: Cursor) -> str:
    cursor.end()
    session.say(f"CAPABILITY {session.capabilities()}".encode())
    return "Capability completed."


def _noop(session: ImapSession, cursor: Cursor) -> str:
    del session
    cursor.end()
    return "NOOP completed."


def _logout(session: ImapSession, cursor: Cursor) -> str:
    cursor.end()
    session.say(b"BYE Logging out")
    session.deselect()
    session.closing = True
    return "Logout completed."


def _id(session: ImapSession, cursor: Cursor) -> str:
    cursor.space()
    if not cursor.take(b"NIL"):
        cursor.list(lambda: None if cursor.take(b"NIL") else cursor.string())
    cursor.end()
    session.say(b"ID (" + string(b"name") + b" " + nstring(b"4D mail sandbox") + b")")
    return "ID completed."


def _enable(session: ImapSession, cursor: Cursor) -> str:
    session.mine()
    cursor.space()
    cursor.atom()
    while cursor.take(b" "):
        cursor.atom()
    cursor.end()
    # RFC 5161: what the server does not know is passed over.
    session.say(b"ENABLED")
    return "Enabled."


def _starttls(session: ImapSession, cursor: Cursor) -> str:
    cursor.end()
    if session.tls:
        raise BadSyntax("TLS is already active.")
    if session.account is not None:
        raise BadSyntax("Logged in already.")
    session.wants_tls = True
    return "Begin TLS negotiation now."


def _login(session: ImapSession, cursor: Cursor) -> str:
    _check_stranger(session)
    cursor.space()
    user = cursor.text()
    cursor.space()
    cursor.astring()
    cursor.end()
    if not user:
        raise MailboxError("A user is needed.", "AUTHENTICATIONFAILED")
    return session.enter(user)


def _authenticate(session: ImapSession, cursor: Cursor) -> str:
    _check_stranger(session)
    cursor.space()
    name = cursor.word()
    # RFC 4959: "=" stands for an empty first response.
    response = cursor.rest() if cursor.take(b" ") else None
    cursor.end()
    exchange = begin(name, f"<{secrets.token_hex(8)}@{session.name}>".encode())
    if exchange is None:
        raise MailboxError(f"Unsupported authentication mechanism {name}.")
    if response is not None and name not in INITIAL_RESPONSE:
        raise BadSyntax(f"{name} takes no initial response.")
    return session.challenge(exchange, response)


def _check_stranger(session: ImapSession) -> None:
    if session.account is not None:
        raise BadSyntax("Logged in already.")


COMMANDS: Mapping[str, Command] = {
    "CAPABILITY": _capability,
    "NOOP": _noop,
    "LOGOUT": _logout,
    "ID": _id,
    "ENABLE": _enable,
    "STARTTLS": _starttls,
    "LOGIN": _login,
    "AUTHENTICATE": _authenticate,
    **boxes.COMMANDS,
    **messages.COMMANDS,
}
