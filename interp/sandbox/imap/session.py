"""An IMAP connection: lines and literals in, commands done in their order, replies out."""

from __future__ import annotations

import base64
import re

from ..mailboxes import MailboxError
from ..sasl import MECHANISMS
from ..service import Session
from .syntax import BadSyntax, Cursor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..mailboxes import Account
    from ..sasl import Exchange
    from ..service import Place
    from .view import View

    #: Does a command: says its untagged replies and returns what follows OK.
    Command = Callable[["ImapSession", Cursor], str]

#: The longest line, and the largest literal: of a message, of anything else, before a login; in bytes.
LINE_LIMIT, SIZE_LIMIT, LITERAL_LIMIT, EARLY_LIMIT = 65_536, 100 * 1024 * 1024, 1024 * 1024, 16_384
#: Commands that are not understood, one after the other, before the server hangs up before a login.
PATIENCE = 10

CAPABILITIES = (
    "IMAP4rev1 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE CHILDREN UIDPLUS MOVE UNSELECT SPECIAL-USE"
    " LIST-EXTENDED LIST-STATUS"
)

_LITERAL = re.compile(rb"\{(\d+)(\+?)\}\r\n\Z")
_APPEND = re.compile(rb"[^ ]+ APPEND ", re.IGNORECASE)
_TAG = re.compile(rb'[^\x00-\x20\x7f-\xff(){%*"\\+]{1,100}')
#: Commands whose client counts on the numbers of its messages (RFC 3501 section 7.4.1).
_NUMBERED = frozenset(("FETCH", "STORE", "SEARCH"))


class ImapSession(Session):
    """One IMAP connection."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.tls = place.tls
        self.account: Account | None = None
        self.view: View | None = None
        #: An exchange of AUTHENTICATE that is under way.
        self.exchange: Exchange | None = None
        self.idling = False
        self._out = bytearray()
        self._buffer = bytearray()
        #: Where the search for the end of the line goes on: behind the last literal, and how far it got.
        self._line = self._searched = 0
        self._tag = b""
        self._mistakes = 0

    def greet(self) -> bytes:
        """RFC 3501 section 7.1.1."""
        return f"* OK [CAPABILITY {self.capabilities()}] {self.name} IMAP sandbox\r\n".encode()

    def capabilities(self) -> str:
        """What the server can do at this moment."""
        words = [CAPABILITIES]
        if not self.tls:
            words.append("STARTTLS")
        if self.account is None:
            words += [f"AUTH={mechanism}" for mechanism in MECHANISMS]
        return " ".join(words)

    def encrypted(self) -> None:
        """The client begins again, and what it sent in the clear is forgotten (RFC 3501 section 6.2.1)."""
        self.wants_tls = False
        self.tls = True
        self._buffer.clear()
        self._line = self._searched = 0

    def lost(self) -> None:
        """Nobody looks at the mailbox any more."""
        self.deselect()

    def news(self) -> bytes:
        """What changed in the mailbox, while the client waits for that (RFC 2177)."""
        if not self.idling or self.view is None:
            return b""
        with self.place.office().lock:
            return self._updates()

    def receive(self, data: bytes) -> bytes:
        """Takes what the client sent; returns the replies."""
        self._buffer += data
        with self.place.office().lock:
            while not (self.closing or self.wants_tls):
                command = self._next()
                if command is None:
                    break
                self._do(command)
        out = bytes(self._out)
        self._out.clear()
        return out

    def say(self, text: bytes) -> None:
        """An untagged reply."""
        self._out += b"* " + text + b"\r\n"

    def put(self, reply: bytes) -> None:
        """Replies that are whole already."""
        self._out += reply

    def ask(self, text: bytes = b"") -> None:
        """A continuation request."""
        self._out += b"+ " + text + b"\r\n"

    def deselect(self) -> None:
        """Leaves the mailbox."""
        if self.view is not None:
            self.view.close()
            self.view = None

    def mine(self) -> Account:
        """The account; the commands that ask are for those who logged in."""
        if self.account is None:
            raise BadSyntax("Log in first.")
        return self.account

    def seen(self) -> View:
        """The selected mailbox."""
        self.mine()
        if self.view is None:
            raise BadSyntax("No mailbox selected.")
        return self.view

    # ------------------------------------------------------------------ lines

    def _next(self) -> bytes | None:
        """The next command, its literals within it and without the end of its line; ``None`` if it is not complete."""
        while True:
            if len(self._buffer) < self._line:
                return None
            end = self._buffer.find(b"\n", max(self._line, self._searched)) + 1
            if not end:
                self._searched = len(self._buffer)
                if self._searched - self._line > LINE_LIMIT:
                    self._refuse("line too long")
                return None
            found = None
            if not (self.idling or self.exchange is not None):
                found = _LITERAL.search(self._buffer, max(self._line, end - 20), end)
            if found is None:
                stop = end - 1
                if stop > self._line and self._buffer[stop - 1] == 13:
                    stop -= 1
                command = bytes(self._buffer[:stop])
                del self._buffer[:end]
                self._line = self._searched = 0
                return command
            size = int(found[1])
            if size > self._literal_limit():
                # Of a literal that is not announced nobody knows where it ends before all of it came.
                if found[2]:
                    self._refuse("literal too large")
                    return None
                tag = bytes(self._buffer).partition(b" ")[0]
                del self._buffer[:end]
                self._line = self._searched = 0
                self._out += tag + b" NO [TOOBIG] Literal too large.\r\n"
                continue
            if end > SIZE_LIMIT + LITERAL_LIMIT:
                self._refuse("too many literals")
                return None
            if not found[2]:
                self.ask(b"OK")
            self._line = self._searched = end + size

    def _literal_limit(self) -> int:
        if self.account is None:
            return EARLY_LIMIT
        return SIZE_LIMIT if _APPEND.match(self._buffer) else LITERAL_LIMIT

    def _refuse(self, reason: str) -> None:
        self.say(b"BYE " + reason.encode())
        self.closing = True

    # ------------------------------------------------------------------ commands

    def _do(self, line: bytes) -> None:
        """Does the command in *line*."""
        if self.exchange is not None:
            self._finish(self._tried(lambda: self._answered(line)))
            return
        if self.idling:
            self.idling = False
            self._finish(self._tried(lambda: self._stopped(line)))
            return
        found = _TAG.match(line)
        if found is None or line[found.end() : found.end() + 1] != b" ":
            self.say(b"BAD Invalid tag." if found is None else b"BAD Missing command.")
            self._mistaken()
            return
        self._tag = found[0]
        from .commands import COMMANDS

        cursor = Cursor(line[found.end() + 1 :])
        name = ""

        def run() -> str:
            nonlocal name
            name = cursor.word()
            if name == "UID":
                cursor.space()
                name = "UID " + cursor.word()
            command = COMMANDS.get(name)
            if command is None:
                raise BadSyntax(f"Unknown command {name[:50]}.")
            if self.view is not None and self.view.box.gone:
                self._refuse("the mailbox was deleted")
                raise MailboxError("Mailbox was deleted.", "NONEXISTENT")
            return command(self, cursor)

        status = self._tried(run)
        if self.idling or self.exchange is not None:
            return
        if self.view is not None and not self.view.box.gone:
            self._out += self.view.updates(expunged=name not in _NUMBERED)
        self._finish(status)

    def _tried(self, work: Callable[[], str]) -> str:
        try:
            status = "OK " + work()
        except BadSyntax as problem:
            self._mistaken()
            return f"BAD {problem}"
        except MailboxError as problem:
            return f"NO [{problem.code}] {problem}" if problem.code else f"NO {problem}"
        self._mistakes = 0
        return status

    def _finish(self, status: str) -> None:
        if not (self.idling or self.exchange is not None):
            text = re.sub(r"[\x00-\x1f\x7f]", " ", status).encode("utf-8", "replace")
            self._out += self._tag + b" " + text + b"\r\n"

    def _mistaken(self) -> None:
        self._mistakes += 1
        if self.account is None and self._mistakes >= PATIENCE:
            self._refuse("too many invalid commands")

    def _updates(self) -> bytes:
        if self.view is None or self.view.box.gone:
            return b""
        return self.view.updates(expunged=True)

    def _stopped(self, line: bytes) -> str:
        """The end of IDLE."""
        if line.upper() != b"DONE":
            raise BadSyntax("Expected DONE.")
        self._out += self._updates()
        return "Idle completed."

    # ------------------------------------------------------------------ logging in

    def enter(self, user: str) -> str:
        """Lets *user* in."""
        self.account = self.place.office().account(user, self.place.host)
        return f"[CAPABILITY {self.capabilities()}] Logged in"

    def challenge(self, exchange: Exchange, response: bytes | None) -> str:
        """Begins the *exchange*, whose client may have sent its first response already."""
        self.exchange = exchange
        first = next(exchange)
        if response is not None:
            return self._answered(response)
        self.ask(base64.b64encode(first))
        return ""

    def _answered(self, line: bytes) -> str:
        """Takes the next response of AUTHENTICATE."""
        from ..sasl import decode

        exchange, self.exchange = self.exchange, None
        if exchange is None or line == b"*":
            raise BadSyntax("Authentication aborted.")
        try:
            challenge = exchange.send(decode(line))
        except StopIteration as finished:
            return self.enter(str(finished.value))
        except ValueError as problem:
            raise MailboxError("Malformed response.", "AUTHENTICATIONFAILED") from problem
        self.exchange = exchange
        self.ask(base64.b64encode(challenge))
        return ""
