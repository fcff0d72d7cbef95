"""A selected mailbox as one session sees it: what the numbers of its messages mean (RFC 3501 section 7.4.1)."""

from __future__ import annotations

from bisect import bisect_left

from .syntax import LAST, BadSyntax, flag_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..mailboxes import Mailbox, Message
    from .syntax import Ranges

    Numbered = list[tuple[int, Message]]


class View:
    """The messages that the client knows of; number 1 is the first of ``messages``."""

    def __init__(self, box: Mailbox, watcher: Callable[[], None], *, read_only: bool) -> None:
        self.box = box
        self.read_only = read_only
        self.messages: list[Message] = []
        #: Messages that are recent for this session.
        self.recent: set[int] = set()
        #: The change of the mailbox that the client knows up to.
        self.known = box.changes
        #: The change that the client knows of what is gone up to.
        self._looked = box.changes
        self._keywords = len(box.keywords)
        self._watcher = watcher
        self._add(box.messages)
        box.watchers.add(watcher)

    def close(self) -> None:
        """Nobody looks at it any more."""
        self.box.watchers.discard(self._watcher)

    def updates(self, *, expunged: bool) -> bytes:
        """The untagged replies about what changed; with *expunged* also about what is gone."""
        box = self.box
        stale = expunged and self._looked != box.changes
        if self.known == box.changes and not stale:
            return b""
        out = bytearray()
        if stale:
            self._looked = box.changes
            # From the end, so that no number changes that is still to be told.
            for number in range(len(self.messages), 0, -1):
                message = self.messages[number - 1]
                if message.gone:
                    out += b"* %d EXPUNGE\r\n" % number
                    self.recent.discard(message.uid)
            self.messages = [message for message in self.messages if not message.gone]
        last = self.messages[-1].uid if self.messages else 0
        known = self.known
        for number, message in enumerate(self.messages, 1):
            if message.modified > known and message.by is not self and not message.gone:
                out += self.keyword_news()
                out += b"* %d FETCH (UID %d FLAGS %s)\r\n" % (number, message.uid, self.flags(message))
        self.known = box.changes
        if box.messages and box.messages[-1].uid > last:
            at = len(box.messages)
            while at and box.messages[at - 1].uid > last:
                at -= 1
            self._add(box.messages[at:])
            out += b"* %d EXISTS\r\n* %d RECENT\r\n" % (len(self.messages), len(self.recent))
        return bytes(out)

    def knows(self, changes: int) -> None:
        """What changed in the mailbox since its change number *changes* was told to this client as it happened."""
        if self.known == changes:
            self.known = self.box.changes
            if self._looked == changes:
                self._looked = self.known

    def keyword_news(self) -> bytes:
        """The untagged FLAGS, where the mailbox has keywords that the client has not heard of."""
        if len(self.box.keywords) == self._keywords:
            return b""
        self._keywords = len(self.box.keywords)
        return b"* FLAGS " + self.all_flags() + b"\r\n"

    def all_flags(self, *more: str) -> bytes:
        """The flags that the mailbox has."""
        from ..mailboxes import SYSTEM_FLAGS

        return ("(" + " ".join([*SYSTEM_FLAGS, *self.box.keywords.values(), *more]) + ")").encode("ascii")

    def flags(self, message: Message) -> bytes:
        """The flags of *message*, as this session sees them."""
        extra = ("\\Recent",) if message.uid in self.recent else ()
        return flag_list((*message.flags, *extra))

    def chosen(self, ranges: Ranges, *, uid: bool, there: bool = True) -> Numbered:
        """The messages of a sequence set with their numbers, in order; raises :class:`BadSyntax`.

        Numbers beyond the last are a mistake, unless *there* is ``False``.
        """
        messages = self.messages
        size = len(messages)
        last = messages[-1].uid if uid and messages else size
        picked: set[int] = set()
        for first, final in ranges:
            # ``9:*`` begins behind the last of four messages.
            end = last if there or uid or first == final else max(size, first, final)
            low, high = (end if first == LAST else first), (end if final == LAST else final)
            if low > high:
                low, high = high, low
            if uid:
                low = bisect_left(messages, low, key=_uid) + 1
                high = bisect_left(messages, high + 1, key=_uid)
            elif there and (high > size or low == 0):
                raise BadSyntax("Invalid messageset.")
            # In an empty mailbox ``*`` is 0.
            picked.update(range(max(low, 1), min(high, size) + 1))
        return [(number, messages[number - 1]) for number in sorted(picked)]

    def _add(self, messages: list[Message]) -> None:
        self.messages.extend(messages)
        for message in messages:
            if message.recent:
                self.recent.add(message.uid)
                message.recent = self.read_only


def _uid(message: Message) -> int:
    return message.uid
