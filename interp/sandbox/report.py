"""Shows caught mails as plain text, for a person at a terminal.

A mail is somebody else's text: control characters are spelled out, long texts cut, and whatever cannot be
decoded is shown as it came.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import email.utils
import re
from email.message import Message

from ..terminal import visible, with_line_breaks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .mail import CaughtMail

#: How much of each part is shown, and of one line.
LINES = 40
WIDTH = 500
#: How many parts and headers of a mail are shown, and how deep.
PARTS = 100
HEADERS = 100
DEPTH = 20
#: Characters of a header field that are decoded.
HEADER = 10_000
#: Bytes of a message that are looked at; an attachment beyond is counted with what is there.
BYTES = 64 * 1024 * 1024


class _RawHeaders(email.policy.Compat32):
    """Reads 8-bit header fields as UTF-8 (RFC 6532), where the base class gives up on them."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        del name
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read(data: bytes) -> Message:
    """The message in *data*, its header fields as text; meant for :func:`decoded`."""
    return email.message_from_bytes(data, policy=_RawHeaders())


def report(mails: Sequence[CaughtMail]) -> str:
    """All of *mails*, one below the other, ending in a line feed; says so when there are none."""
    if not mails:
        return "sandbox: no mail was sent\n"
    count = len(mails)
    title = f"sandbox: {count} mail{'s' * (count != 1)} caught, nothing left this machine"
    return "\n".join([title, *(_mail(m, f"mail {i} of {count}") for i, m in enumerate(mails, 1))])


#: The empty line behind the header of a mail.
_END_OF_HEADER = re.compile(rb"(?:\A|\n)\r?\n").search


def inbox(mails: Sequence[CaughtMail]) -> str:
    """A line for each of *mails*, ending in a line feed: number, time, who to whom, subject, size."""
    if not mails:
        return "no mail was caught yet\n"
    return "".join(f"{_one_line(_entry(mail, number))}\n" for number, mail in enumerate(mails, 1))


def _entry(mail: CaughtMail, number: int) -> str:
    recipients = ", ".join(mail.recipients[:3])
    if len(mail.recipients) > 3:
        recipients += f" and {len(mail.recipients) - 3} more"
    try:
        # The header alone: a list is not to wait for what is in the mails.
        end = _END_OF_HEADER(mail.data)
        header = mail.data[: min(end.end() if end else BYTES, BYTES)]
        subject = decoded(read(header)["Subject"] or "")
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError):
        subject = "(not readable as a message)"
    size = _size(len(mail.data))
    return f"{number:>3}  {mail.received:%H:%M:%S}  {mail.sender} -> {recipients}  {subject}  ({size})"


def arrival(mail: CaughtMail, number: int) -> str:
    """*mail*, which has just come as the one of that *number*, ending in a line feed."""
    return _mail(mail, f"mail {number}")


def _mail(mail: CaughtMail, title: str) -> str:
    security = "TLS" if mail.tls else "no TLS"
    user = f"{mail.user} ({mail.mechanism})" if mail.mechanism else "nobody logged in"
    place = f"{mail.host}:{mail.port}, {security}, {user}"
    lines = [
        f"--- {title}, {mail.received:%H:%M:%S}, {place}",
        f"    from <{mail.sender}>",
        *(f"    to   <{recipient}>" for recipient in mail.recipients),
        f"    {_size(len(mail.data))}, client {mail.helo}",
        "",
        *(f"    {line}" for line in _content(mail.data)),
    ]
    return "".join(f"{_one_line(line.rstrip())}\n" for line in lines)


def _content(data: bytes) -> list[str]:
    try:
        message = read(data[:BYTES])
        return [*_headers(message), "", *_parts(message, 0, [PARTS])]
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError) as error:
        # The standard library's reader raises all of these on mails built to break it.
        return [f"(not readable as a message: {error})", *_text(data[:BYTES].decode("utf-8", "replace"))]


def _headers(message: Message) -> Iterator[str]:
    items = list(message.items())
    for name, value in items[:HEADERS]:
        yield f"{name}: {decoded(value)}"
    if len(items) > HEADERS:
        yield f"(and {len(items) - HEADERS} more headers)"


def _parts(part: Message, depth: int, left: list[int]) -> Iterator[str]:
    """The lines for *part* and what it holds; *left* counts down the parts that may still be shown."""
    left[0] -= 1
    if left[0] < 0:
        if left[0] == -1:
            yield "(more parts are not shown)"
        return
    indent = "  " * depth
    kind = part.get_content_type()
    children = part.get_payload() if part.is_multipart() else None
    if isinstance(children, list):
        yield f"{indent}[{kind}]"
        if depth >= DEPTH:
            yield f"{indent}  (deeper parts are not shown)"
            return
        for child in children:
            if isinstance(child, Message):
                if kind == "message/rfc822":
                    yield from (f"{indent}  {line}" for line in _headers(child))
                yield from _parts(child, depth + 1, left)
        return
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    name = part.get_filename()
    words = [kind]
    if charset is not None:
        words.append(f"charset {email.utils.collapse_rfc2231_value(charset)}")
    words.append(_size(len(content)))
    if name is not None:
        words.append(f'name "{decoded(name)}"')
    disposition = part.get_content_disposition()
    if disposition is not None:
        words.append(disposition)
    if part["Content-ID"] is not None:
        words.append(f"id {decoded(part['Content-ID'])}")
    yield f"{indent}[{', '.join(words)}]"
    if part.get_content_maintype() == "text" and disposition != "attachment":
        text, note = _decoded_text(content, charset)
        if note:
            yield f"{indent}  ({note})"
        yield from (f"{indent}  {line}" for line in _text(text))


def _decoded_text(content: bytes, charset: object) -> tuple[str, str]:
    """The text and what to say about its decoding."""
    # RFC 2045 §5.2: US-ASCII when nothing is said; read as UTF-8, which holds it, so that raw UTF-8 shows.
    name = "utf-8"
    if isinstance(charset, (str, tuple)):
        name = email.utils.collapse_rfc2231_value(charset) or name
    try:
        return content.decode("utf-8" if name.casefold() == "us-ascii" else name), ""
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace"), f"not readable as {name}, shown as UTF-8"


def _text(text: str) -> list[str]:
    lines = with_line_breaks(text).rstrip("\n").split("\n") if text else []
    shown = lines[:LINES]
    if len(lines) > LINES:
        shown.append(f"(and {len(lines) - LINES} more lines)")
    return shown


def decoded(value: object) -> str:
    """A header's *value* with its encoded words decoded (RFC 2047), on one line."""
    text = re.sub(r"[\r\n]+\s*", " ", str(value)[:HEADER])
    try:
        return str(email.header.make_header(email.header.decode_header(text)))
    except (LookupError, ValueError, email.errors.MessageError):
        return text


def _one_line(line: str) -> str:
    line = visible(line.replace("\n", "␊"))
    return line if len(line) <= WIDTH else f"{line[:WIDTH]}… (and {len(line) - WIDTH} more characters)"


def _size(count: int) -> str:
    return f"{count:,} byte{'s' * (count != 1)}"
