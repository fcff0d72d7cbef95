"""Messages as Email objects with what only IMAP knows of them: ``id``, ``receivedAt``, ``size``, flags."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from ..reading.email import email_of, header_of
from .flags import SYSTEM, keywords_of
from .messages import content_of, flags_of, uid_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...values import Value
    from .messages import Fetched

#: What is fetched besides the content.
ITEMS = "UID FLAGS INTERNALDATE RFC822.SIZE"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOMENT = re.compile(
    rb"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})", re.ASCII
)


def mail_of(found: Fetched, *, body: bool) -> dict[str, Value] | None:
    """The Email object of a FETCH response, without its body when only the header came; ``None`` without content."""
    content = content_of(found)
    if content is None:
        return None
    mail = email_of(content) if body else header_of(content)
    mail["id"] = str(uid_of(found))
    received = received_at(found.get("INTERNALDATE"))
    if received:
        mail["receivedAt"] = received
    size = found.get("RFC822.SIZE")
    if isinstance(size, bytes) and size.isdigit() and len(size) < 16:
        mail["size"] = int(size)
    # The words of the header, but for those that stand for flags: another program may have put them there.
    words = {word: True for word in mail["keywords"] if word.lower() not in SYSTEM}
    mail["keywords"] = {**words, **keywords_of(flags_of(found))}
    return mail


def received_at(written: object) -> str:
    """An INTERNALDATE (RFC 3501 section 9, date-time) in UTC, ISO 8601; an empty text for none."""
    match = _MOMENT.match(written) if isinstance(written, bytes) else None
    if match is None:
        return ""
    day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
    try:
        number = _MONTHS.index(month.decode("ascii").lower()) + 1
        # A leap second is the one before it.
        local = datetime(
            int(year), number, int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC
        )
        east = timedelta(hours=int(hours), minutes=int(minutes))
        moment = local - east if sign == b"+" else local + east
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
