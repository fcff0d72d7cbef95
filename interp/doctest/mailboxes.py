"""Mailboxes that a prelude declares for a block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..sandbox.mailboxes import Account
    from ..sandbox.office import Plant

#: The most copies of one message.
MOST = 10_000


@dataclass(frozen=True)
class GivenMessage:
    """A message, or as many as ``times`` says; ``{number}`` in its text is which of them it is, from 1."""

    box: str
    flags: tuple[str, ...]
    date: datetime | None
    times: int
    text: str


@dataclass(frozen=True)
class GivenBox:
    """A mailbox, and whether it is subscribed to."""

    name: str
    subscribed: bool


def read_box(line: str) -> GivenBox:
    """The mailbox that *line* declares: its name, and ``unsubscribed`` behind a ``;``; raises ``ValueError``."""
    name, _, word = (field.strip() for field in line.partition(";"))
    if not name or word not in ("", "unsubscribed"):
        raise ValueError(f"wanted a mailbox, and perhaps unsubscribed behind a ;, got {line or 'nothing'}")
    return GivenBox(name, not word)


def read_message(line: str, text: str) -> GivenMessage:
    """The message that *line* announces: mailbox, flags, date and number, parted by ``;``; raises ``ValueError``."""
    fields = [field.strip() for field in line.split(";")] + [""] * 4
    box, flags, date, times = fields[:4]
    if not box or any(fields[4:]):
        raise ValueError(f"wanted a mailbox; flags; a date; a number, got {line or 'nothing'}")
    try:
        moment = datetime.fromisoformat(date) if date else None
    except ValueError:
        raise ValueError(f"wanted a date such as 2026-05-03T10:20:30Z, got {date}") from None
    if times and not (times.isascii() and times.isdigit() and 0 < int(times) <= MOST):
        raise ValueError(f"wanted a number of messages up to {MOST}, got {times}")
    return GivenMessage(box, tuple(flags.split()), moment, int(times or 1), text)


def planting(boxes: list[GivenBox], messages: list[GivenMessage]) -> Plant | None:
    """What gives a new account the *boxes* and the *messages*; ``None`` where there are none."""
    if not boxes and not messages:
        return None

    def plant(account: Account) -> None:
        for name in (*(box.name for box in boxes), *(message.box for message in messages)):
            if name not in account:
                account.create(name)
        account.subscriptions.update(set(account) - {box.name for box in boxes if not box.subscribed})
        for message in messages:
            for number in range(1, message.times + 1):
                text = message.text.replace("{number}", str(number))
                account[message.box].append(text.encode(), message.flags, message.date)

    return plant
