"""The sandbox's SMTP server: RFC 5321 with what submission servers offer, and every mail is caught.

It is strict where a real server may be: line ends, the order of commands, the form of addresses; so a script
that works here works there. Written for this instead of using a library, because a server that answers for
any name and both kinds of TLS over a socket pair is mostly what a library is not.
"""

from __future__ import annotations

import base64
import re
import secrets

from .mail import CaughtMail
from .sasl import INITIAL_RESPONSE, MECHANISMS, begin, decode
from .service import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .sasl import Exchange
    from .service import Place

#: The largest message taken, in bytes; announced by SIZE (RFC 1870).
SIZE_LIMIT = 100 * 1024 * 1024
#: The longest command line taken, in bytes: RFC 4954 §4 wants 12,288 for a response of AUTH.
LINE_LIMIT = 65536

_END = b"\r\n.\r\n"
#: A path in angle brackets, where a quoted local part may hold a bracket, and what follows it.
_PATH = re.compile(r'<((?:"(?:[^"\\]|\\.)*"|[^"<>])*)>(.*)')
#: An unquoted local part and a domain or an address literal (RFC 5321 §4.1.2), as loosely as real servers
#: take it.
_ADDRESS = re.compile(
    r'(?:"(?:[^"\\]|\\.)*"|[^\s"(),:;<>@\[\]\\]+)(?:@(?:[^\s"(),:;<>@\[\]\\]+|\[[^\s\[\]]+\]))?'
)
_PARAMETER = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*)(?:=([^\s=]+))?")


class SmtpSession(Session):
    """One SMTP connection."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._tls = place.tls
        self._buffer = bytearray()
        #: How far the buffer has been searched for the end of a line or of the message.
        self._searched = 0
        self._in_data = False
        self._too_big = False
        self._helo = ""
        self._extended = False
        self._user = ""
        self._mechanism = ""
        #: The mechanism that is under way, and its exchange.
        self._pending = ""
        self._exchange: Exchange | None = None
        self._sender: str | None = None
        self._recipients: list[str] = []
        self._smtputf8 = False

    def greet(self) -> bytes:
        """RFC 5321 §4.2: the name of the server first."""
        return f"220 {self.name} ESMTP sandbox\r\n".encode()

    def receive(self, data: bytes) -> bytes:
        """Takes what the client sent, cut anywhere and pipelined at will; returns the replies."""
        self._buffer += data
        replies = bytearray()
        while not (self.closing or self.wants_tls):
            reply = self._message() if self._in_data else self._line()
            if reply is None:
                break
            replies += reply.encode() + b"\r\n"
        return bytes(replies)

    def encrypted(self) -> None:
        """RFC 3207 §4.2: the client begins again, and what it sent in the clear is forgotten."""
        self.wants_tls = False
        self._tls = True
        self._buffer.clear()
        self._searched = 0
        self._helo = self._user = self._mechanism = ""
        self._extended = False
        self._reset()

    def _reset(self) -> None:
        self._sender = None
        self._recipients = []
        self._smtputf8 = False

    def _line(self) -> str | None:
        """The reply to the next line; ``None`` when there is no whole line yet."""
        end = self._buffer.find(b"\n", self._searched)
        if end < 0:
            self._searched = len(self._buffer)
            if self._searched > LINE_LIMIT:
                self.closing = True
                return "500 5.5.2 line too long"
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        self._searched = 0
        if not line.endswith(b"\r"):
            return "500 5.5.2 a line must end with CR and LF"
        line = line[:-1]
        if len(line) > LINE_LIMIT:
            return "500 5.5.2 line too long"
        if self._exchange is not None:
            return self._respond(line)
        text = line.decode("utf-8", "surrogateescape")
        if any(ord(c) < 32 or "\x7f" <= c < "\xa0" or "\ud800" <= c < "\ue000" for c in text):
            return "500 5.5.2 control character in a command"
        verb, _, rest = text.partition(" ")
        command = _COMMANDS.get(verb.upper())
        return "500 5.5.1 unknown command" if command is None else command(self, rest.strip())

    def _message(self) -> str | None:
        """The reply to the message; ``None`` while its end has not come."""
        end = self._buffer.find(_END, max(self._searched - len(_END), 0))
        if end < 0:
            if len(self._buffer) > SIZE_LIMIT + 2:
                self._too_big = True
                del self._buffer[: -len(_END)]
            self._searched = len(self._buffer)
            return None
        # The buffer begins with a CRLF that is not the message's: see _data.
        data = bytes(self._buffer[: end + 2]).replace(b"\r\n.", b"\r\n")[2:]
        del self._buffer[: end + len(_END)]
        self._searched = 0
        self._in_data = False
        place = self.place
        mail = CaughtMail(
            sender=self._sender or "",
            recipients=tuple(self._recipients),
            data=data,
            host=place.host,
            port=place.port,
            user=self._user,
            mechanism=self._mechanism,
            helo=self._helo,
            tls=self._tls,
            received=place.now(),
        )
        self._reset()
        if self._too_big or len(data) > SIZE_LIMIT:
            self._too_big = False
            return f"552 5.3.4 the message is larger than {SIZE_LIMIT} bytes"
        try:
            place.keep(mail)
        except OSError as error:
            return f"452 4.3.1 the mail cannot be stored: {error.strerror or 'input/output error'}"
        return "250 2.0.0 caught"

    def _ehlo(self, argument: str) -> str:
        if not argument:
            return "501 5.5.4 EHLO wants a name"
        self._reset()
        self._helo, self._extended = argument, True
        lines = [
            self.name,
            "PIPELINING",
            f"SIZE {SIZE_LIMIT}",
            "8BITMIME",
            "SMTPUTF8",
            "ENHANCEDSTATUSCODES",
        ]
        if not self._tls:
            lines.append("STARTTLS")
        lines.append("AUTH " + " ".join(MECHANISMS))
        return "\r\n".join([f"250-{line}" for line in lines[:-1]] + [f"250 {lines[-1]}"])

    def _hello(self, argument: str) -> str:
        if not argument:
            return "501 5.5.4 HELO wants a name"
        self._reset()
        self._helo, self._extended = argument, False
        return f"250 {self.name}"

    def _starttls(self, argument: str) -> str:
        if argument:
            return "501 5.5.4 STARTTLS takes no argument"
        if self._tls:
            return "503 5.5.1 TLS is active already"
        if not self._extended:
            return "503 5.5.1 EHLO first"
        self.wants_tls = True
        return "220 2.0.0 ready for TLS"

    def _auth(self, argument: str) -> str:
        if not self._extended:
            return "503 5.5.1 EHLO first"
        if self._mechanism:
            return "503 5.5.1 authenticated already"
        if self._sender is not None:
            return "503 5.5.1 AUTH is not permitted during a mail"
        name, _, initial = argument.partition(" ")
        name = name.upper()
        challenge = f"<{secrets.token_hex(8)}@{self.name}>".encode()
        exchange = begin(name, challenge)
        if exchange is None:
            return "504 5.5.4 unknown mechanism"
        if initial and name not in INITIAL_RESPONSE:
            return f"501 5.7.0 {name} takes no initial response"
        self._pending = name
        self._exchange = exchange
        first = next(exchange)
        return self._respond(initial.strip().encode()) if initial else _challenge(first)

    def _respond(self, line: bytes) -> str:
        """Takes the next response of AUTH."""
        exchange, self._exchange = self._exchange, None
        if exchange is None or line == b"*":
            return "501 5.7.0 authentication cancelled"
        try:
            challenge = exchange.send(decode(line))
        except StopIteration as finished:
            self._user, self._mechanism = str(finished.value), self._pending
            return "235 2.7.0 authenticated"
        except ValueError:
            # Base64, UTF-8 and the mechanism's own form: all mean that the client built its response wrongly.
            return f"501 5.5.2 malformed {self._pending} response"
        self._exchange = exchange
        return _challenge(challenge)

    def _mail(self, argument: str) -> str:
        if not self._helo:
            return "503 5.5.1 EHLO first"
        if self._sender is not None:
            return "503 5.5.1 nested MAIL command"
        path = _path(argument, "FROM:")
        if path is None:
            return "501 5.5.4 syntax: MAIL FROM:<address>"
        address, parameters = path
        if parameters and not self._extended:
            return "555 5.5.4 parameters need EHLO"
        utf8 = False
        for name, value in parameters:
            if name == "SIZE" and value.isascii() and value.isdigit():
                if int(value[:20]) > SIZE_LIMIT:
                    return f"552 5.3.4 the message is larger than {SIZE_LIMIT} bytes"
            elif name == "SMTPUTF8" and not value:
                utf8 = True
            elif not (
                (name == "BODY" and value.upper() in ("7BIT", "8BITMIME")) or (name == "AUTH" and value)
            ):
                return f"555 5.5.4 parameter {name} not understood"
        problem = _address_problem(address, utf8, "5.1.7") if address else ""
        if problem:
            return problem
        self._sender, self._smtputf8 = address, utf8
        return "250 2.1.0 sender noted"

    def _rcpt(self, argument: str) -> str:
        if self._sender is None:
            return "503 5.5.1 MAIL first"
        path = _path(argument, "TO:")
        if path is None:
            return "501 5.5.4 syntax: RCPT TO:<address>"
        address, parameters = path
        if parameters:
            return f"555 5.5.4 parameter {parameters[0][0]} not understood"
        problem = _address_problem(address, self._smtputf8, "5.1.3")
        if problem:
            return problem
        self._recipients.append(address)
        return "250 2.1.5 recipient noted"

    def _data(self, argument: str) -> str:
        if argument:
            return "501 5.5.4 DATA takes no argument"
        if self._sender is None:
            return "503 5.5.1 MAIL first"
        if not self._recipients:
            return "554 5.5.1 no valid recipients"
        self._in_data = True
        # With a line end in front, an empty message and a dot on its first line are no special cases.
        self._buffer[:0] = b"\r\n"
        return "354 end the message with a line that is a dot"

    def _rset(self, argument: str) -> str:
        if argument:
            return "501 5.5.4 RSET takes no argument"
        self._reset()
        return "250 2.0.0 reset"

    def _noop(self, argument: str) -> str:
        del argument
        return "250 2.0.0 nothing done"

    def _vrfy(self, argument: str) -> str:
        return "252 2.5.0 send a mail and see" if argument else "501 5.5.4 VRFY wants an address"

    def _help(self, argument: str) -> str:
        del argument
        return "214 2.0.0 " + " ".join(_COMMANDS)

    def _quit(self, argument: str) -> str:
        if argument:
            return "501 5.5.4 QUIT takes no argument"
        self.closing = True
        return "221 2.0.0 bye"


_COMMANDS: dict[str, Callable[[SmtpSession, str], str]] = {
    "EHLO": SmtpSession._ehlo,
    "HELO": SmtpSession._hello,
    "STARTTLS": SmtpSession._starttls,
    "AUTH": SmtpSession._auth,
    "MAIL": SmtpSession._mail,
    "RCPT": SmtpSession._rcpt,
    "DATA": SmtpSession._data,
    "RSET": SmtpSession._rset,
    "NOOP": SmtpSession._noop,
    "VRFY": SmtpSession._vrfy,
    "HELP": SmtpSession._help,
    "QUIT": SmtpSession._quit,
}


def _challenge(challenge: bytes) -> str:
    return "334 " + base64.b64encode(challenge).decode()


def _path(argument: str, keyword: str) -> tuple[str, list[tuple[str, str]]] | None:
    """The address and the parameters (upper-case name, value) after *keyword*; ``None`` for bad syntax."""
    if argument[: len(keyword)].upper() != keyword:
        return None
    match = _PATH.fullmatch(argument[len(keyword) :].strip())
    if match is None or (match[2] and not match[2].startswith(" ")):
        return None
    parameters = [_PARAMETER.fullmatch(word) for word in match[2].split()]
    if any(parameter is None for parameter in parameters):
        return None
    return match[1], [(p[1].upper(), p[2] or "") for p in parameters if p is not None]


def _address_problem(address: str, utf8: bool, code: str) -> str:
    """The reply that refuses *address*, *code* being for its syntax; empty when it is acceptable."""
    if not _ADDRESS.fullmatch(address):
        return f"501 {code} bad address syntax"
    if not utf8 and not address.isascii():
        return "553 5.6.7 an address beyond ASCII needs SMTPUTF8"
    return ""
