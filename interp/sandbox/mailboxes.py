"""The mailboxes of the sandbox: accounts, each with a tree of mailboxes with messages.

Every change happens under the lock of the post office, as servers change them on the loop's thread and a program
that embeds the interpreter on its own.
"""

from __future__ import annotations

import re
from itertools import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from .mime import Part
    from .office import PostOffice

#: What parts the levels of a mailbox's name.
DELIMITER = "/"
#: Mailboxes of an account, keywords of a mailbox and the characters of a name, at most.
MOST_BOXES, MOST_KEYWORDS, LONGEST_NAME = 10_000, 1_000, 1_000

SYSTEM_FLAGS = ("\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft")
_SYSTEM = {flag.lower(): flag for flag in SYSTEM_FLAGS}
_BARE_LF = re.compile(rb"(?<!\r)\n")


class MailboxError(Exception):
    """What cannot be done with a mailbox; *code* is the response code of IMAP (RFC 5530), or an empty text."""

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


class Message:
    """One message in a mailbox.

    ``data`` is the message as it came, its lines ending in CRLF; ``flags`` are those of IMAP (``\\Seen``) and
    keywords; ``date`` is when it arrived, aware; ``uid`` its number, unique in its mailbox.
    """

    __slots__ = ("by", "data", "date", "flags", "gone", "modified", "parsed", "recent", "uid")

    def __init__(self, uid: int, data: bytes, flags: frozenset[str], date: datetime, modified: int) -> None:
        self.uid = uid
        self.data = data
        self.flags = flags
        self.date = date
        #: The count of the mailbox's changes when its flags changed last, and who alone knows of it already.
        self.modified = modified
        self.by: object = None
        self.recent = True
        self.gone = False
        self.parsed: Part | None = None

    @property
    def seen(self) -> bool:
        """Whether it was read."""
        return "\\Seen" in self.flags

    @property
    def subject(self) -> str:
        """Its subject, decoded."""
        return self.header("subject")

    def header(self, name: str) -> str:
        """The first header *name*, decoded; an empty text for none."""
        from .mime import headers

        return next((text for found, text in headers(self) if found == name.lower()), "")

    def __repr__(self) -> str:
        return f"<message {self.uid}: {self.subject!r} {' '.join(sorted(self.flags))}>"


class Mailbox:
    """A mailbox. Iterating gives its messages, oldest first."""

    def __init__(self, office: PostOffice, name: str, uidvalidity: int, use: str = "") -> None:
        self.name = name
        #: Its special use (RFC 6154), such as ``\\Drafts``; an empty text for none.
        self.use = use
        self.uidvalidity = uidvalidity
        self.uidnext = 1
        self.messages: list[Message] = []
        #: Keywords by their name in small letters: the first spelling stays.
        self.keywords: dict[str, str] = {}
        #: Counts the changes.
        self.changes = 0
        #: Called after each change.
        self.watchers: set[Callable[[], None]] = set()
        #: Whether it was deleted.
        self.gone = False
        self._office = office

    def __iter__(self) -> Iterator[Message]:
        return iter(tuple(self.messages))

    def __len__(self) -> int:
        return len(self.messages)

    def __repr__(self) -> str:
        return f"<mailbox {self.name!r}: {len(self)} messages>"

    def append(
        self, data: bytes, flags: Iterable[str] = (), date: datetime | None = None, *, by: object = None
    ) -> Message:
        """Adds a message; line ends become CRLF. *by* is who adds it and needs no telling of its flags."""
        if data.count(b"\n") != data.count(b"\r\n"):
            data = _BARE_LF.sub(b"\r\n", data)
        with self._office.lock:
            self.changes += 1
            message = Message(
                self.uidnext, data, self.spelled(flags), date or self._office.now(), self.changes
            )
            message.by = by
            self.uidnext += 1
            self.messages.append(message)
        self.tell()
        return message

    def spelled(self, flags: Iterable[str]) -> frozenset[str]:
        """*flags* in their one spelling; unknown system flags and ``\\Recent`` are left out."""
        found: set[str] = set()
        for flag in flags:
            key = flag.lower()
            if flag.startswith("\\"):
                if key in _SYSTEM:
                    found.add(_SYSTEM[key])
            elif key in self.keywords or len(self.keywords) < MOST_KEYWORDS:
                found.add(self.keywords.setdefault(key, flag))
        return frozenset(found)

    def flag(self, message: Message, flags: frozenset[str], *, by: object = None, known: int = 0) -> bool:
        """Sets the flags of *message*; returns whether that changed it.

        *by* need not be told, unless it does not know what changed after its *known* change.
        """
        if flags == message.flags:
            return False
        self.changes += 1
        message.by = by if message.modified <= known or message.by is by else None
        message.flags = flags
        message.modified = self.changes
        return True

    def remove(self, messages: Iterable[Message]) -> None:
        """Removes *messages* for good."""
        with self._office.lock:
            for message in messages:
                message.gone = True
            self.messages = [message for message in self.messages if not message.gone]
            self.changes += 1
        self.tell()

    def tell(self) -> None:
        """Tells whoever watches that something changed."""
        for watcher in tuple(self.watchers):
            watcher()


class Account:
    """What one user has on one server: a tree of mailboxes. Iterating gives their names."""

    def __init__(self, office: PostOffice, user: str, server: str) -> None:
        self.user = user
        #: The domain of the server; empty when no script has dialled one yet.
        self.server = server
        self.boxes: dict[str, Mailbox] = {}
        self.subscriptions: set[str] = set()
        #: The POP3 session that has it for itself (RFC 1939 section 4).
        self.locked_by: object = None
        self._office = office
        # RFC 3501 section 2.3.1.1: a mailbox that is made anew must not have the number of the former one.
        self._validities = count(int(office.now().timestamp()))
        self._make("INBOX")

    def now(self) -> datetime:
        """The moment of the clock."""
        return self._office.now()

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self.boxes))

    def __contains__(self, name: str) -> bool:
        return canonical(name) in self.boxes

    def __getitem__(self, name: str) -> Mailbox:
        """The mailbox called *name*; raises ``KeyError``."""
        return self.boxes[canonical(name)]

    def __repr__(self) -> str:
        return f"<account {self.user!r}: {', '.join(self.boxes)}>"

    def get(self, name: str) -> Mailbox:
        """The mailbox called *name*; raises :class:`MailboxError`."""
        found = self.boxes.get(canonical(name))
        if found is None:
            raise MailboxError(f"Mailbox doesn't exist: {name}", "NONEXISTENT")
        return found

    def create(self, name: str, use: str = "") -> Mailbox:
        """Makes the mailbox *name*; raises :class:`MailboxError`."""
        with self._office.lock:
            name = canonical(name.removesuffix(DELIMITER))
            self._check_new(name)
            return self._make(name, use)

    def delete(self, name: str) -> None:
        """Deletes the mailbox *name*, not those below it; raises :class:`MailboxError`."""
        with self._office.lock:
            name = canonical(name)
            if name == "INBOX":
                raise MailboxError("INBOX can't be deleted.", "CANNOT")
            if name not in self.boxes and any(self.below(name)):
                raise MailboxError(f"Mailbox has children, delete them first: {name}", "HASCHILDREN")
            box = self.get(name)
            box.gone = True
            del self.boxes[name]
        box.tell()

    def rename(self, name: str, new: str) -> None:
        """Renames the mailbox *name* and all below it; raises :class:`MailboxError`.

        INBOX stays, its messages move (RFC 3501 section 6.3.5).
        """
        with self._office.lock:
            name, new = canonical(name), canonical(new.removesuffix(DELIMITER))
            if name not in self.boxes and not any(self.below(name)):
                self.get(name)
            self._check_new(new)
            if name == "INBOX":
                inbox, target = self.boxes["INBOX"], self._make(new)
                for message in inbox:
                    target.append(message.data, message.flags, message.date)
                inbox.remove(tuple(inbox))
                return
            if new.startswith(name + DELIMITER):
                raise MailboxError("A mailbox cannot be moved below itself.", "CANNOT")
            moved = [name, *self.below(name)] if name in self.boxes else list(self.below(name))
            for old in moved:
                box = self.boxes.pop(old)
                box.name = new + old[len(name) :]
                self.boxes[box.name] = box

    def clear(self) -> None:
        """Leaves nothing but an empty INBOX, which is subscribed to."""
        with self._office.lock:
            for name in self:
                if name != "INBOX":
                    self.delete(name)
            inbox = self.boxes["INBOX"]
            inbox.remove(tuple(inbox))
            self.subscriptions = {"INBOX"}

    def below(self, name: str) -> Iterator[str]:
        """The names of the mailboxes below *name*."""
        prefix = name + DELIMITER
        return (found for found in tuple(self.boxes) if found.startswith(prefix))

    def _make(self, name: str, use: str = "") -> Mailbox:
        box = self.boxes[name] = Mailbox(self._office, name, next(self._validities), use)
        return box

    def _check_new(self, name: str) -> None:
        if name in self.boxes:
            raise MailboxError(f"Mailbox already exists: {name}", "ALREADYEXISTS")
        if not all(name.split(DELIMITER)) or len(name) > LONGEST_NAME or re.search(r"[\x00-\x1f\x7f]", name):
            raise MailboxError(f"Invalid mailbox name: {name}", "CANNOT")
        if len(self.boxes) >= MOST_BOXES:
            raise MailboxError(f"There are {MOST_BOXES} mailboxes already.", "LIMIT")


def canonical(name: str) -> str:
    """*name* as it is kept: INBOX goes in any case (RFC 3501 section 5.1), also as the first level."""
    first, delimiter, rest = name.partition(DELIMITER)
    return "INBOX" + delimiter + rest if first.upper() == "INBOX" else name
