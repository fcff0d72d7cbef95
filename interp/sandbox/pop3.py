"""The sandbox's POP3 server: RFC 1939 over the INBOX of an account, with CAPA, STLS and SASL."""

from __future__ import annotations

import base64
import re
import secrets

from .sasl import INITIAL_RESPONSE, MECHANISMS, begin, decode
from .service import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .mailboxes import Account, Message
    from .sasl import Exchange
    from .service import Place

#: The longest command line taken, in bytes: a response of AUTH may be long.
LINE_LIMIT = 65_536
#: Commands that are not understood, one after the other, before the server hangs up before a login.
PATIENCE = 10

_DIGEST = re.compile(r"[0-9A-Fa-f]{32}")


class _Refused(Exception):
    """A command that is refused; the text follows -ERR."""


class Pop3Session(Session):
    """One POP3 connection."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._tls = place.tls
        self._buffer = bytearray()
        self._searched = 0
        self._stamp = f"<{secrets.token_hex(8)}@{self.name}>"
        self._user = ""
        self._account: Account | None = None
        #: The messages of the session: what comes later is for the next one.
        self._messages: list[Message] = []
        self._deleted: set[int] = set()
        self._exchange: Exchange | None = None
        self._mechanism = ""
        self._mistakes = 0

    def greet(self) -> bytes:
        """The greeting, with the timestamp of APOP."""
        return f"+OK POP3 sandbox ready {self._stamp}\r\n".encode()

    def encrypted(self) -> None:
        """RFC 2595 section 4: what was sent in the clear is forgotten."""
        self.wants_tls = False
        self._tls = True
        self._user = ""
        self._buffer.clear()
        self._searched = 0

    def lost(self) -> None:
        """The mailbox is free again; nothing is deleted without QUIT."""
        if self._account is not None and self._account.locked_by is self:
            self._account.locked_by = None

    def receive(self, data: bytes) -> bytes:
        """Takes what the client sent; returns the replies."""
        self._buffer += data
        out = bytearray()
        with self.place.office().lock:
            while not (self.closing or self.wants_tls):
                end = self._buffer.find(b"\n", self._searched)
                if end < 0:
                    self._searched = len(self._buffer)
                    if self._searched > LINE_LIMIT:
                        self.closing = True
                        out += b"-ERR line too long\r\n"
                    break
                line = bytes(self._buffer[:end]).removesuffix(b"\r")
                del self._buffer[: end + 1]
                self._searched = 0
                out += self._reply(line)
        return bytes(out)

    def _reply(self, line: bytes) -> bytes:
        try:
            if self._exchange is not None:
                reply = self._respond(line)
            else:
                name, _, rest = line.decode("utf-8").partition(" ")
                command = _COMMANDS.get(name.upper())
                if command is None:
                    raise _Refused("Unknown command.")
                known, needs = command
                if needs != (self._account is not None) and name.upper() not in ("CAPA", "QUIT"):
                    raise _Refused("Log in first." if needs else "Logged in already.")
                reply = known(self, rest)
        except (_Refused, UnicodeDecodeError) as problem:
            self._mistakes += 1
            if self._account is None and self._mistakes >= PATIENCE:
                self.closing = True
            text = str(problem) if isinstance(problem, _Refused) else "Not UTF-8."
            return f"-ERR {text}\r\n".encode("utf-8", "replace")
        self._mistakes = 0
        return reply

    # ------------------------------------------------------------------ logging in

    def _capa(self, argument: str) -> bytes:
        _nothing(argument)
        lines = ["TOP", "UIDL", "RESP-CODES", "PIPELINING", "AUTH-RESP-CODE", "USER"]
        if not self._tls:
            lines.append("STLS")
        lines.append("SASL " + " ".join(MECHANISMS))
        return _lines("+OK", "\r\n".join(lines).encode() + b"\r\n")

    def _stls(self, argument: str) -> bytes:
        _nothing(argument)
        if self._tls:
            raise _Refused("TLS is already active.")
        self.wants_tls = True
        return b"+OK Begin TLS negotiation now.\r\n"

    def _user_name(self, argument: str) -> bytes:
        if not argument:
            raise _Refused("A user is needed.")
        self._user = argument
        return b"+OK\r\n"

    def _password(self, argument: str) -> bytes:
        del argument
        if not self._user:
            raise _Refused("No username given.")
        return self._enter(self._user)

    def _apop(self, argument: str) -> bytes:
        user, _, digest = argument.rpartition(" ")
        if not user or not _DIGEST.fullmatch(digest):
            raise _Refused("APOP wants a name and a digest.")
        return self._enter(user)

    def _auth(self, argument: str) -> bytes:
        if not argument:
            return _lines("+OK", "\r\n".join(MECHANISMS).encode() + b"\r\n")
        name, _, initial = argument.partition(" ")
        exchange = begin(name.upper(), f"<{secrets.token_hex(8)}@{self.name}>".encode())
        if exchange is None:
            raise _Refused("Unsupported authentication mechanism.")
        if initial and name.upper() not in INITIAL_RESPONSE:
            raise _Refused(f"{name.upper()} takes no initial response.")
        self._exchange = exchange
        first = next(exchange)
        return self._respond(initial.encode()) if initial else _challenge(first)

    def _respond(self, line: bytes) -> bytes:
        exchange, self._exchange = self._exchange, None
        if exchange is None or line == b"*":
            raise _Refused("Authentication cancelled.")
        try:
            challenge = exchange.send(decode(line))
        except StopIteration as finished:
            return self._enter(str(finished.value))
        except ValueError:
            raise _Refused("[AUTH] Malformed response.") from None
        self._exchange = exchange
        return _challenge(challenge)

    def _enter(self, user: str) -> bytes:
        account = self.place.office().account(user, self.place.host)
        if account.locked_by is not None:
            # RFC 1939 section 4, RFC 2449 section 8.1.
            raise _Refused("[IN-USE] Another session has the mailbox.")
        account.locked_by = self
        self._account = account
        self._messages = list(account["INBOX"].messages)
        return b"+OK Logged in.\r\n"

    # ------------------------------------------------------------------ messages

    def _stat(self, argument: str) -> bytes:
        _nothing(argument)
        left = [message for number, message in enumerate(self._messages, 1) if number not in self._deleted]
        return b"+OK %d %d\r\n" % (len(left), sum(_size(message) for message in left))

    def _list(self, argument: str) -> bytes:
        return self._told(argument, lambda message: str(_size(message)))

    def _uidl(self, argument: str) -> bytes:
        assert self._account is not None
        validity = self._account["INBOX"].uidvalidity
        return self._told(argument, lambda message: f"{message.uid:08x}{validity:08x}")

    def _told(self, argument: str, of: Callable[[Message], str]) -> bytes:
        if argument:
            number = self._number(argument)
            return f"+OK {number} {of(self._messages[number - 1])}\r\n".encode()
        rows = [
            f"{number} {of(message)}\r\n"
            for number, message in enumerate(self._messages, 1)
            if number not in self._deleted
        ]
        return _lines(f"+OK {len(rows)} messages:", "".join(rows).encode())

    def _retr(self, argument: str) -> bytes:
        message = self._messages[self._number(argument) - 1]
        assert self._account is not None
        box = self._account["INBOX"]
        if not message.seen and box.flag(message, message.flags | {"\\Seen"}):
            box.tell()
        return _lines(f"+OK {_size(message)} octets", message.data)

    def _top(self, argument: str) -> bytes:
        number, _, count = argument.partition(" ")
        if not (count.isascii() and count.isdigit()):
            raise _Refused("TOP wants a message and a number of lines.")
        data = self._messages[self._number(number) - 1].data
        head, blank, body = data.partition(b"\r\n\r\n")
        lines = body.split(b"\r\n", min(int(count[:9]), len(body)))[: int(count[:9])] if blank else []
        return _lines("+OK", head + blank + b"".join(line + b"\r\n" for line in lines))

    def _dele(self, argument: str) -> bytes:
        self._deleted.add(self._number(argument))
        return b"+OK Marked to be deleted.\r\n"

    def _rset(self, argument: str) -> bytes:
        _nothing(argument)
        self._deleted.clear()
        return b"+OK\r\n"

    def _noop(self, argument: str) -> bytes:
        _nothing(argument)
        return b"+OK\r\n"

    def _quit(self, argument: str) -> bytes:
        _nothing(argument)
        self.closing = True
        account = self._account
        if account is not None and self._deleted:
            account["INBOX"].remove(self._messages[number - 1] for number in self._deleted)
            self._deleted.clear()
        self.lost()
        return b"+OK Logging out.\r\n"

    def _number(self, argument: str) -> int:
        if not (argument.isascii() and argument.isdigit()):
            raise _Refused(f"Invalid message number: {argument[:50]}")
        number = int(argument[:10])
        if not 0 < number <= len(self._messages):
            raise _Refused(f"There's no message {number}.")
        if number in self._deleted:
            raise _Refused("Message is deleted.")
        return number


#: What each command does, and whether it is for those who logged in.
_COMMANDS: Mapping[str, tuple[Callable[[Pop3Session, str], bytes], bool]] = {
    "CAPA": (Pop3Session._capa, False),
    "STLS": (Pop3Session._stls, False),
    "USER": (Pop3Session._user_name, False),
    "PASS": (Pop3Session._password, False),
    "APOP": (Pop3Session._apop, False),
    "AUTH": (Pop3Session._auth, False),
    "STAT": (Pop3Session._stat, True),
    "LIST": (Pop3Session._list, True),
    "UIDL": (Pop3Session._uidl, True),
    "RETR": (Pop3Session._retr, True),
    "TOP": (Pop3Session._top, True),
    "DELE": (Pop3Session._dele, True),
    "RSET": (Pop3Session._rset, True),
    "NOOP": (Pop3Session._noop, True),
    "QUIT": (Pop3Session._quit, False),
}


def _nothing(argument: str) -> None:
    if argument:
        raise _Refused("Unexpected arguments.")


def _size(message: Message) -> int:
    """The size as RETR sends it, without the dots."""
    return len(message.data) + (0 if message.data.endswith(b"\r\n") else 2)


def _challenge(challenge: bytes) -> bytes:
    return b"+ " + base64.b64encode(challenge) + b"\r\n"


def _lines(status: str, data: bytes) -> bytes:
    """A reply of several lines (RFC 1939 section 3)."""
    if data and not data.endswith(b"\r\n"):
        data += b"\r\n"
    if data.startswith(b"."):
        data = b"." + data
    return status.encode() + b"\r\n" + data.replace(b"\r\n.", b"\r\n..") + b".\r\n"
