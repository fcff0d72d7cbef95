"""Mails at a glance: what a person wants to know of an Email object, a mail or a list of them."""

from __future__ import annotations

from grammar.source import cells
from stdlib4d.access import get
from stdlib4d.values import NativeObject

from ..terminal import cut, visible, with_line_breaks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stdlib4d.values import Value

#: The properties of an Email object that hold addresses (API/EmailObjectClass.md).
_ADDRESSES = ("from", "sender", "replyTo", "to", "cc", "bcc")
_BODIES = ("textBody", "htmlBody", "bodyStructure", "bodyValues", "messageId", "headers")
#: Lines of the text that are shown, parts that are looked through, and levels of them.
_LINES, _PARTS, _DEPTH = 12, 200, 20


def is_mail(value: Value) -> bool:
    """Whether *value* is an Email object: it has an address, and something of a mail besides."""
    if not isinstance(value, dict) or not ("subject" in value or any(name in value for name in _BODIES)):
        return False
    if "bodyStructure" in value and "headers" in value:
        return True
    return any("@" in addresses(value.get(name)) for name in _ADDRESSES if name in value)


def addresses(value: Value) -> str:
    """Addresses on one line, in whichever form a mail has them: text, object, or a collection of either."""
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, list):
        return ", ".join(addresses(item) for item in value[:50])
    if isinstance(value, dict):
        name, email = value.get("name"), value.get("email")
        if not isinstance(email, str):
            return _line(name) if isinstance(name, str) else ""
        return _line(f"{name} <{email}>" if isinstance(name, str) and name else email)
    return ""


def glance(mail: dict[str, Value]) -> str:
    """One mail in a few words."""
    who = addresses(mail.get("from")) or addresses(mail.get("sender")) or "nobody"
    subject = mail.get("subject")
    return f"mail from {who}: {_line(subject) if isinstance(subject, str) and subject else 'no subject'}"


def summary(mail: dict[str, Value], width: int) -> list[str]:
    """The lines that show one mail."""
    lines = [f"{name:<12}{text}" for name, text in _fields(mail)]
    text = _text(mail)
    html = _html(mail)
    if html:
        lines.append(f"{'HTML':<12}{len(html):,} characters")
    if text:
        body = visible(with_line_breaks(text)).rstrip("\n").split("\n")
        lines += ["", *body[:_LINES]]
        if len(body) > _LINES:
            lines.append(f"(and {len(body) - _LINES:,} more lines)")
    return [cut(line, width) for line in lines]


def mail_list(mails: Sequence[dict[str, Value]], width: int, most: int) -> list[str]:
    """The lines that show *mails*, one each."""
    digits = len(str(len(mails) - 1))
    rows = [(str(place), _date(mail), addresses(mail.get("from")), mail) for place, mail in enumerate(mails)]
    rows = rows[:most]
    names = min(28, max(cells(row[2]) for row in rows))
    lines = []
    for place, date, who, mail in rows:
        count = len(_attachments(mail))
        pinned = f"  ({count} attachment{'s' * (count != 1)})" if count else ""
        subject = mail.get("subject")
        who = cut(who, names)
        head = f"[{place:>{digits}}]  {date:<16}  {who}{' ' * (names - cells(who))}  "
        lines.append(cut(head + (_line(subject) if isinstance(subject, str) else "") + pinned, width))
    if len(mails) > most:
        lines.append(f"// … {len(mails) - most:,} more mails")
    return lines


def _fields(mail: dict[str, Value]) -> Iterator[tuple[str, str]]:
    """The header of a mail: names and texts, what it does not have left out."""
    subject = mail.get("subject")
    yield "Subject", _line(subject) if isinstance(subject, str) else ""
    for name, shown in zip(_ADDRESSES, ("From", "Sender", "Reply to", "To", "Cc", "Bcc"), strict=True):
        text = addresses(mail.get(name))
        if text and not (name == "sender" and text == addresses(mail.get("from"))):
            yield shown, text
    for name, shown in (("sendAt", "Sent"), ("receivedAt", "Received")):
        value = mail.get(name)
        if isinstance(value, str) and value:
            yield shown, _line(value)
    keywords = mail.get("keywords")
    if isinstance(keywords, dict):
        flags = " ".join(name for name, on in keywords.items() if on is True)
        if flags:
            yield "Flags", _line(flags)
    attached = _attachments(mail)
    if attached:
        yield "Attachments", "; ".join(map(_attachment, attached[:20]))


def _attachments(mail: dict[str, Value]) -> list[Value]:
    attached = mail.get("attachments")
    return attached if isinstance(attached, list) else []


def _attachment(value: Value) -> str:
    """One attachment: its name, its type, its size."""

    def read(name: str) -> Value:
        if isinstance(value, dict):
            return value.get(name)
        return get(value, name) if isinstance(value, NativeObject) and name in value.names() else None

    name, kind, size = read("name"), read("type"), read("size")
    words = [_line(kind)] if isinstance(kind, str) and kind else []
    if isinstance(size, (int, float)) and size:
        words.append(f"{int(size):,} bytes")
    shown = _line(name) if isinstance(name, str) and name else "without a name"
    return f"{shown} ({', '.join(words)})" if words else shown


def _date(mail: dict[str, Value]) -> str:
    value = mail.get("receivedAt") or mail.get("sendAt")
    return _line(value)[:16].replace("T", " ") if isinstance(value, str) else ""


def _text(mail: dict[str, Value]) -> str:
    return _body(mail, "textBody", "text/plain")


def _html(mail: dict[str, Value]) -> str:
    return _body(mail, "htmlBody", "text/html")


def _body(mail: dict[str, Value], plain: str, kind: str) -> str:
    """The text of a kind: from the property that a mail to be sent has, or from the parts of one that came."""
    text = mail.get(plain)
    if isinstance(text, str) and text:
        return text
    values = mail.get("bodyValues")
    if not isinstance(values, dict):
        return ""
    for part in _parts(mail.get("bodyStructure"), [_PARTS], _DEPTH):
        if part.get("type") == kind and part.get("disposition") != "attachment":
            held = values.get(part.get("partId"))
            if isinstance(held, dict) and isinstance(held.get("value"), str):
                return str(held["value"])
    return ""


def _parts(part: Value, left: list[int], depth: int) -> Iterator[dict[str, Value]]:
    left[0] -= 1
    if not isinstance(part, dict) or left[0] < 0 or not depth:
        return
    yield part
    inner = part.get("subParts")
    for child in inner if isinstance(inner, list) else ():
        yield from _parts(child, left, depth - 1)


def _line(text: str) -> str:
    return visible(" ".join(text[:2000].split()))
