"""The header block of a mail, in the order that commands/mail-convert-to-mime.md shows.

MIME-Version, Date, Message-ID, Sender, From, To, Cc, Bcc, Reply-To, In-Reply-To, References, Keywords,
Comments, the headers of ``mail.headers``, Content-Type, Subject. The example of the reference repeats ``To:`` for
each recipient; RFC 5322 section 3.6 allows one, so there is one, with every address.
"""

from __future__ import annotations

import os
import re
from datetime import UTC

from ..problem import NOT_CONVERTIBLE, PROPERTY_INVALID, MailProblem
from ..properties import given, mistyped, prop
from .addresses import Address, parse_addresses, read_addresses, read_foreign
from .origin import came_from_mime
from .words import clean, encoded_header, keyword, list_header, mailbox, text_header, token_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ...values import Value

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIELD_NAME = re.compile(r"[!-9;-~]{1,70}")
#: The second 60, and the hour 24 of the end of a day, in either form of ISO 8601.
_LEAP = re.compile(r"([-\dW]{7,10}[T ]\d\d(:?)\d\d\2)60")
_MIDNIGHT = re.compile(r"([-\dW]{7,10}[T ])24(?::?00(?::?00(?:[.,]0+)?)?)?(?=[-+Z]|\Z)")
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")

#: Headers that say how the body is built; only the builder knows.
_OURS = frozenset(("mime-version", "content-type", "content-transfer-encoding"))
#: Headers whose value is a list of addresses (RFC 5322 sections 3.6.2, 3.6.3, 3.6.6).
_ADDRESSES = frozenset(
    ("from", "sender", "to", "cc", "bcc", "reply-to")
    + ("resent-from", "resent-sender", "resent-to", "resent-cc", "resent-bcc", "resent-reply-to")
)
#: Headers that RFC 5322 section 3.6 allows once. They are left out of ``mail.headers`` when the mail has them.
_ONCE = frozenset(
    ("date", "message-id", "sender", "from", "to", "cc", "bcc", "reply-to")
    + ("in-reply-to", "references", "subject", "comments", "keywords")
)
_BLIND = frozenset(("bcc", "resent-bcc"))
#: The property that a header of addresses is.
_PROPERTIES = {
    "Sender": "sender",
    "From": "from",
    "To": "to",
    "Cc": "cc",
    "Bcc": "bcc",
    "Reply-To": "replyTo",
}


class Envelope:
    """The addresses of a mail by property; all checked.

    With *warn* they are those of a mail that was read: what is no address stays as it is, and where a header cannot
    hold it, *warn* is told.
    """

    __slots__ = ("bcc", "cc", "from_", "reply_to", "sender", "to")

    def __init__(self, mail: Mapping[str, Value], warn: Callable[[str], None] | None = None) -> None:
        def read(name: str) -> tuple[Address, ...]:
            value = mail.get(name)
            if value is None:
                return ()
            if warn is not None and isinstance(value, list):
                return read_foreign(value, f"mail.{name}", warn)
            return read_addresses(value, f"mail.{name}")

        self.from_ = read("from")
        self.sender = read("sender")
        self.to = read("to")
        self.cc = read("cc")
        self.bcc = read("bcc")
        self.reply_to = read("replyTo")


def header_block(
    mail: Mapping[str, Value],
    envelope: Envelope,
    content: str,
    mode: str,
    now: Callable[[], datetime],
    warn: Callable[[str], None],
    *,
    bcc: bool = False,
    complete: bool = True,
) -> str:
    """Every header of *mail*, each with its CRLF.

    *content* holds the Content-Type header and those beside it, *mode* is the header charset. *warn* is told
    what is left out. *bcc* keeps the blind recipients in the header. Unless it is to be *complete*, a mail that was
    read without Date, Message-ID or Sender gets none. Raises :class:`MailProblem`.
    """
    foreign = came_from_mime(mail)
    # A header of the content, of mail.bodyStructure, stands for one of the same name in mail.headers.
    own = _own_headers(mail, mode, warn, bcc)
    present = {line.partition(":")[0].lower() for line in content.split("\r\n")} if own else set()
    lines = ["MIME-Version: 1.0\r\n"]
    shown: dict[Address, str] = {}
    complete = complete or not foreign

    def addresses(name: str, found: tuple[Address, ...]) -> None:
        if found:
            present.add(name.lower())
            for one in found:
                if one not in shown:
                    shown[one] = mailbox(*one, mode)
            lines.append(list_header(name, [shown[one] for one in found]))
        elif (
            own
            and given(mail.get(_PROPERTIES[name]))
            and any("@" in line for line in own.get(name.lower(), ()))
        ):
            # The property says that there is nobody; of the header, "undisclosed recipients" may remain.
            present.add(name.lower())

    def text(name: str, value: str | None) -> None:
        if value is not None:
            present.add(name.lower())
            lines.append(text_header(name, value, mode))

    sent_at = prop(mail, "sendAt", "Text", "mail.")
    if sent_at:
        lines.append(f"Date: {http_date(_moment(sent_at))}\r\n")
        present.add("date")
    elif complete and "date" not in own:
        lines.append(f"Date: {http_date(now())}\r\n")
    message_id = prop(mail, "messageId", "Text", "mail.")
    if not message_id or not clean(message_id).strip(" <>"):
        ids = []
    elif foreign:
        ids = _ids(message_id, "mail.messageId", warn)[:1]
    else:
        ids = [_one_id(clean(message_id).strip())]
    if ids:
        lines.append(token_header("Message-ID", ids[0]))
        present.add("message-id")
    elif complete and "message-id" not in own:
        lines.append(f"Message-ID: {new_message_id(envelope)}\r\n")
    # RFC 5322 section 3.6.2: one mailbox, and it must be there when From has several. 4D always writes it. A mail that
    # was read keeps what it has.
    if envelope.sender or ("sender" not in own and envelope.from_ and not foreign):
        senders = envelope.sender or envelope.from_
        addresses("Sender", senders if foreign else senders[:1])
    addresses("From", envelope.from_)
    addresses("To", envelope.to)
    addresses("Cc", envelope.cc)
    if bcc:
        addresses("Bcc", envelope.bcc)
    addresses("Reply-To", envelope.reply_to)
    for name, found in (
        ("In-Reply-To", _ids(mail.get("inReplyTo"), "mail.inReplyTo", warn)),
        ("References", _ids(mail.get("references"), "mail.references", warn)),
    ):
        if found:
            present.add(name.lower())
            lines.append(token_header(name, " ".join(found)))
    keywords = _keywords(prop(mail, "keywords", "Object", "mail."))
    if keywords:
        present.add("keywords")
        lines.append(list_header("Keywords", [keyword(word, mode) for word in keywords]))
    text("Comments", prop(mail, "comments", "Text", "mail."))
    subject = prop(mail, "subject", "Text", "mail.")
    if subject is not None:
        present.add("subject")
    for key, headers in own.items():
        if key not in present:
            lines.extend(headers[:1] if key in _ONCE else headers)
    lines.append(content)
    text("Subject", subject)
    return "".join(lines)


def _own_headers(
    mail: Mapping[str, Value], mode: str, warn: Callable[[str], None], bcc: bool
) -> dict[str, list[str]]:
    """The headers of ``mail.headers`` by their name in small letters, in order."""
    found: dict[str, list[str]] = {}
    for name, value in header_pairs(prop(mail, "headers", "Collection", "mail."), "mail.headers", warn):
        key = name.lower()
        if key not in _OURS and (bcc or key not in _BLIND):
            found.setdefault(key, []).append(own_header(name, value, mode))
    return found


def header_pairs(
    headers: list[Value] | None, where: str, warn: Callable[[str], None]
) -> list[tuple[str, str]]:
    """The usable ``{name; value}`` objects of the collection *headers*.

    One whose name is Null or Undefined is skipped, as the reference says; one with a name that no header can
    have is told to *warn* and left out.
    """
    pairs: list[tuple[str, str]] = []
    for index, header in enumerate(headers or ()):
        if not given(header):
            continue
        if not isinstance(header, dict):
            raise mistyped(f"{where}[{index}]", "Object", header)
        name = prop(header, "name", "Text", f"{where}[{index}].")
        if name is None:
            continue
        value = prop(header, "value", "Text", f"{where}[{index}].") or ""
        if _FIELD_NAME.fullmatch(name):
            pairs.append((name, value))
        else:
            shown = clean(name[:40])
            warn(f'{where}[{index}]: left out, "{shown}" cannot be the name of a header')
    return pairs


def own_header(name: str, value: str, mode: str) -> str:
    """The header *name* as the script gives it, encoded where it has to be."""
    if name.lower() in _ADDRESSES:
        try:
            found = parse_addresses(clean(value))
        except MailProblem:
            return text_header(name, value, mode)
        if found and all(email.isascii() for _, email in found):
            return list_header(name, [mailbox(who, email, mode) for who, email in found])
    # Encoded words in the value are the script's own: a header read from a mail comes back as it was.
    if value.isascii() and "=?" in value:
        try:
            return token_header(name, value)
        except MailProblem:
            return encoded_header(name, clean(value), mode)
    return text_header(name, clean(value).strip(), mode)


def http_date(moment: datetime) -> str:
    """*moment* as 4D writes dates: ``Thu, 11 Oct 2018 15:42:25 GMT``."""
    t = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return (
        f"{_DAYS[t.weekday()]}, {t.day:02d} {_MONTHS[t.month - 1]} {t.year:04d} "
        f"{t.hour:02d}:{t.minute:02d}:{t.second:02d} GMT"
    )


def _moment(text: str) -> datetime:
    """The moment that an ISO 8601 text names, in UTC where it names no zone (API/EmailObjectClass.md, sendAt).

    Python takes neither the small letters nor the leap seconds of RFC 3339 section 5.6, nor 24:00. A leap second
    is taken for the first of the next day, which it is on every clock that has none.
    """
    from datetime import datetime, timedelta

    written = text.strip().upper()
    leap, midnight = _LEAP.match(written), _MIDNIGHT.match(written)
    try:
        if leap is not None:
            moment = datetime.fromisoformat(f"{leap[1]}59{written[leap.end() :]}")
            if moment.utctimetuple()[3:6] != (23, 59, 59):
                raise ValueError("no leap second")
            moment += timedelta(seconds=1)
        elif midnight is not None:
            moment = datetime.fromisoformat(f"{midnight[1]}00{written[midnight.end(1) + 2 :]}")
            moment += timedelta(days=1)
        else:
            moment = datetime.fromisoformat(written)
        moment.utctimetuple()
    except (ValueError, OverflowError):
        shown = clean(text[:40])
        raise MailProblem(
            PROPERTY_INVALID,
            f'mail.sendAt: "{shown}" is not a date in ISO 8601',
            "write it as 2020-09-13T16:11:53Z",
        ) from None
    return moment


def new_message_id(envelope: Envelope) -> str:
    """A fresh Message-ID with its angle brackets.

    4D shows 32 hexadecimal digits alone; RFC 5322 section 3.6.4 wants ``id@domain``, and filters count the
    lack of it against a mail, so the domain of the From address follows.
    """
    domain = envelope.from_[0][1].rpartition("@")[2] if envelope.from_ else ""
    return f"<{os.urandom(16).hex().upper()}@{domain if domain and domain.isascii() else 'localhost'}>"


def _one_id(text: str) -> str:
    bare = text.strip("<>")
    if not text.isascii() or " " in text or "<" in bare or ">" in bare or len(text) > 900:
        raise MailProblem(
            NOT_CONVERTIBLE,
            f'mail.messageId: "{text[:60]}" cannot be a message id',
            "write lettersOrNumbers@domain",
        )
    return f"<{bare}>"


def _ids(value: Value, where: str, warn: Callable[[str], None]) -> list[str]:
    """The message ids in *value*, a Text or a Collection of Texts, each with its angle brackets."""
    if not given(value):
        return []
    items = value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in items:
        if not given(item):
            continue
        if not isinstance(item, str):
            raise mistyped(where, "Text or Collection of Texts", item)
        text = clean(item)
        # Ids of a mail that somebody else wrote: what cannot be an id is left out, the reply still goes.
        for one in _MESSAGE_ID.findall(text) if "<" in text else [f"<{word}>" for word in text.split()]:
            if one.isascii() and len(one) <= 900:
                found.append(one)
            else:
                warn(f"{where}: left out an id that no header can hold")
    return found


def _keywords(value: Value) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, dict):
        raise mistyped("mail.keywords", "Object", value)
    return [word for word, on in value.items() if on is True and clean(word).strip()]
