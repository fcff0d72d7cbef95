"""Mails that were received: MIME as Email objects (commands/mail-convert-from-mime.md, API/EmailObjectClass.md).

Where the pages of 4D are silent the shape is that of JMAP (RFC 8621), which they name: of a header that should
stand once the last one counts, and leaves that are neither text nor HTML are attachments. ``textBody`` and
``htmlBody`` are not set: they are for building simple mails, and ``bodyStructure`` with ``bodyValues`` is what
the command gives. Text is given as it is sent: ``format=flowed`` (RFC 3676) is not joined, and what uuencode put
into a text stays in it, since nothing says that it is no text.

A part of which something was not read, because one of the limits of :mod:`.structure` or :mod:`.fields` was reached,
has ``isEncodingProblem`` in ``bodyStructure``, and in ``bodyValues`` if it has a value there.
"""

from __future__ import annotations

import re

from ...registry import command
from ...utf16 import joined
from ..attachment import MailAttachment
from .charsets import codec_of
from .dates import utc_time
from .decoding import charset_in_page, decode_words, text_of
from .fields import file_name, message_ids, parameters, without_comments
from .mailboxes import read_mailboxes
from .structure import Part, parse_header, parse_message
from .transfer import decoded, is_identity, is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...host import Run
    from ...values import Value

_ADDRESSES = (
    ("from", "from"),
    ("sender", "sender"),
    ("to", "to"),
    ("cc", "cc"),
    ("bcc", "bcc"),
    ("reply-to", "replyTo"),
)
# A keyword: commas in quotes and in encoded words part nothing.
_KEYWORD = re.compile(r'(?:=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,500}\?=|"(?:[^"\\]++|\\.)*+"?|[^,])+')
_RETURN = re.compile(rb"(?<!\r)\r++(?!\n)")
# Blanks of ASCII: others, as the one of Japanese, are text.
_BLANKS = " \t\r\n"
#: Types that a mail program shows as the text of the mail (RFC 8621 section 4.1.4).
_BODIES = ("text/plain", "text/html")


@command("MAIL Convert from MIME", 1681, "( mime : Blob, Text ) : Object")
def mail_convert_from_mime(run: Run, mime: Value) -> dict[str, Value]:
    """Converts MIME into an Email object (commands/mail-convert-from-mime.md).

    Nothing is refused: what is damaged, or no mail at all, is read as well as it can be.
    """
    if isinstance(mime, str):
        return email_of(joined(mime).encode("utf-8", "replace"), from_text=True)
    return email_of(mime)


def email_of(data: bytes, *, from_text: bool = False) -> dict[str, Value]:
    """The message *data* as an Email object, a plain 4D object.

    *from_text* says that *data* is the UTF-8 form of a text, so that 8-bit content is no longer in the charset
    that its part names.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # saved as UTF-16
        data, from_text = data.decode("utf-16", "replace").encode("utf-8", "replace"), True
    data = data.removeprefix(b"\xef\xbb\xbf")
    lines = _with_line_feeds(data)
    root = parse_message(lines)
    charset = _charset_of(root)
    mail: dict[str, Value] = {}
    _read_headers(mail, root, charset)
    body = _Body(data, lines, charset, from_text)
    mail["bodyStructure"] = body.read(root)
    mail["bodyValues"] = body.values
    mail["attachments"] = body.attachments
    return mail


def header_of(data: bytes) -> dict[str, Value]:
    """The header of the message *data* as an Email object without what a body gives; nothing else need be there."""
    mail: dict[str, Value] = {}
    root = parse_header(_with_line_feeds(data))
    _read_headers(mail, root, _charset_of(root))
    return mail


def _with_line_feeds(data: bytes) -> bytes:
    """*data*, as long as before, with LF for each CR that is a line end by itself in its header."""
    if b"\n" not in data:
        return data.replace(b"\r", b"\n")
    end = data.find(b"\n\r\n")
    end = len(data) if end < 0 else end
    shorter = data.find(b"\n\n", 0, end)
    head = data[: end if shorter < 0 else shorter]
    if head.count(b"\r") != head.count(b"\r\n") and _RETURN.search(head, 0, len(head) - head.endswith(b"\r")):
        return _RETURN.sub(lambda found: b"\n" * len(found[0]), data)
    return data


def _charset_of(root: Part) -> str:
    """The charset for bytes over 127 in headers, where it is not UTF-8: that of the first part that names one."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        charset = part.charset
        if charset and codec_of(charset) not in (None, "ascii", "utf-8"):
            return charset
        waiting.extend(reversed(part.children or ()))
    return ""


def _read_headers(mail: dict[str, Value], root: Part, charset: str) -> None:
    """Sets the properties of *mail* that headers give; one whose header is absent is not set."""
    by_name: dict[str, list[str]] = {}
    headers: list[Value] = []
    for header in root.headers:
        value = header.text(charset)
        headers.append({"name": header.name, "value": value})
        by_name.setdefault(header.name.lower(), []).append(value)
    for name, key in _ADDRESSES:
        if name in by_name:
            mail[key] = [
                {"name": who or None, "email": email}
                for value in by_name[name]
                for who, email in read_mailboxes(value)
            ]
    if "subject" in by_name:
        mail["subject"] = decode_words(by_name["subject"][-1]).strip(_BLANKS)
    if "comments" in by_name:
        mail["comments"] = " ".join(decode_words(value).strip(_BLANKS) for value in by_name["comments"])
    mail["keywords"] = dict.fromkeys(
        (
            word
            for value in by_name.get("keywords", ())
            for one in _KEYWORD.findall(value)
            if (word := decode_words(one.strip(_BLANKS).strip('"')).strip(_BLANKS))
        ),
        True,
    )
    moments = (utc_time(value) for value in reversed(by_name.get("date", ())))
    sent_at = next((moment for moment in moments if moment), "")
    if sent_at:
        mail["sendAt"] = sent_at
    ids = [one for value in by_name.get("message-id", ()) for one in message_ids(value)]
    if ids:
        mail["messageId"] = ids[-1]
    ids = [one for value in by_name.get("in-reply-to", ()) for one in message_ids(value)]
    if ids:
        mail["inReplyTo"] = " ".join(ids)
    ids = [one for value in by_name.get("references", ()) for one in message_ids(value)]
    if ids:
        mail["references"] = list(ids)
    mail["headers"] = headers


class _Body:
    """The body of one message while it is read: what its leaves hold, numbered in order."""

    def __init__(self, data: bytes, lines: bytes, charset: str, from_text: bool) -> None:
        self.data = data
        self.lines = lines
        self.charset = charset
        self.from_text = from_text
        self.values: dict[str, Value] = {}
        self.attachments: list[Value] = []
        self.count = 0

    def read(self, part: Part, parent: Part | None = None, index: int = 0) -> dict[str, Value]:
        """The EmailBodyPart object of *part*; its depth is limited by the parser."""
        structure: dict[str, Value] = {}
        if part.children is None:
            self.count += 1
            structure["partId"] = f"p{self.count:04d}"
        structure["type"] = part.type
        if part.charset:
            structure["charset"] = part.charset
        if part.disposition:
            structure["disposition"] = part.disposition
        if "content-language" in part.firsts:
            written = without_comments(part.first("content-language"))
            languages: list[Value] = list(written.replace(",", " ").split())
            if languages:
                structure["language"] = languages
        if "content-location" in part.firsts:
            location = "".join(decode_words(part.first("content-location")).split())
            if location:
                structure["location"] = location
        charset = part.charset or self.charset
        structure["headers"] = [
            {"name": header.name, "value": header.text(charset)} for header in part.headers
        ]
        if part.cut:
            structure["isEncodingProblem"] = True
        if part.children is not None:
            structure["subParts"] = [self.read(child, part, at) for at, child in enumerate(part.children)]
        elif _is_text(part, parent, index):
            value, damaged = self._text(part)
            self.values[structure["partId"]] = {"value": value, "isEncodingProblem": damaged or part.cut}
            if damaged and part.encoding:
                structure["encoding"] = part.first("content-transfer-encoding")
        else:
            self.attachments.append(self._attachment(part))
        return structure

    def _text(self, part: Part) -> tuple[str, bool]:
        raw = self.lines[part.start : part.end]
        unknown = not is_known(part.encoding)
        identity = unknown or is_identity(part.encoding)
        content = raw if identity else decoded(raw, part.encoding)
        if self.from_text and identity and not content.isascii():
            text, damaged = _of_characters(content, part.charset)
        else:
            charset = part.charset or (charset_in_page(content) if part.type == "text/html" else "")
            text, damaged = text_of(content, charset)
        return text.replace("\r\n", "\n"), damaged or unknown

    def _attachment(self, part: Part) -> MailAttachment:
        from_text = self.from_text
        data = self.data if is_identity(part.encoding) or not is_known(part.encoding) else self.lines
        start, end, encoding, charset = part.start, part.end, part.encoding, part.charset

        def content(run: Run | None) -> bytes:
            raw = data[start:end]
            if from_text and is_identity(encoding) and not raw.isascii():
                return _bytes_of_characters(raw, charset)
            return decoded(raw, encoding)

        cid = part.first("content-id").strip().removeprefix("<").partition(">")[0].strip()
        written = part.first("content-disposition", charset or self.charset)
        disposition = parameters(written) if "=" in written else {}
        size = disposition.get("size", "").strip()
        return MailAttachment(
            content,
            name=_file_name(part, charset or self.charset),
            cid=cid,
            type=part.type,
            disposition=part.disposition if part.disposition in ("inline", "attachment") else "",
            # An Integer of 4D has 32 bits.
            size=int(size) if size.isdecimal() and len(size) < 10 else None,
        )


def _file_name(part: Part, charset: str = "") -> str:
    """The name of the file in *part*; *charset* is that of bytes over 127 which are not UTF-8."""
    for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        written = part.first(header, charset)
        if "name" in written.lower():
            name = file_name(parameters(written).get(parameter, ""))
            if name:
                return name
    return ""


def _is_text(part: Part, parent: Part | None, index: int) -> bool:
    """Whether a leaf is text of the mail itself, and not something attached (RFC 8621 section 4.1.4)."""
    if part.type not in _BODIES or part.disposition == "attachment":
        return False
    return index == 0 or not ((parent is not None and parent.type == "multipart/related") or _file_name(part))


def _of_characters(content: bytes, charset: str) -> tuple[str, bool]:
    """8-bit content of a mail that came as a text: its characters, or bytes that stand there as characters."""
    text = content.decode("utf-8", "replace")
    codec = codec_of(charset)
    if codec is not None and codec not in ("cp1252", "ascii") and max(text) <= "\xff":
        carried = text_of(text.encode("latin-1"), charset)
        if not carried.damaged:
            return carried
    return text, codec is None and bool(charset)


def _bytes_of_characters(content: bytes, charset: str) -> bytes:
    """The bytes that the 8-bit *content* of a mail had before the mail became a text, as far as can be known."""
    text = content.decode("utf-8", "replace")
    codec = codec_of(charset)
    if codec is not None and codec not in ("ascii", "iso-2022-jp"):
        try:
            return text.encode("latin-1" if codec == "cp1252" and max(text) <= "\xff" else codec)
        except UnicodeEncodeError:
            pass
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return content
