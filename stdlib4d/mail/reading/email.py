"""Mails that were received: MIME as Email objects (commands/mail-convert-from-mime.md, API/EmailObjectClass.md).

Where the pages of 4D are silent the shape is that of JMAP (RFC 8621), which they name. ``textBody`` and
``htmlBody`` are not set: they are for building simple mails, and ``bodyStructure`` with ``bodyValues`` is what
the command gives.
"""

from __future__ import annotations

from ...registry import command
from ...utf16 import joined
from ..attachment import MailAttachment
from .dates import utc_time
from .decoding import charset_in_page, codec_of, decode_words, text_of
from .fields import file_name, message_ids
from .mailboxes import read_mailboxes
from .structure import Part, parse_message
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
    if b"\n" not in data and b"\r" in data:
        data = data.replace(b"\r", b"\n")
    root = parse_message(data)
    mail: dict[str, Value] = {}
    _read_headers(mail, root)
    body = _Body(data, from_text)
    mail["bodyStructure"] = body.read(root)
    mail["bodyValues"] = body.values
    mail["attachments"] = body.attachments
    return mail


def _read_headers(mail: dict[str, Value], root: Part) -> None:
    """Sets the properties of *mail* that headers give; one whose header is absent is not set."""
    charset = root.charset
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
        mail["subject"] = decode_words(by_name["subject"][0]).strip()
    if "comments" in by_name:
        mail["comments"] = " ".join(decode_words(value).strip() for value in by_name["comments"])
    mail["keywords"] = dict.fromkeys(
        (
            word
            for value in by_name.get("keywords", ())
            for one in decode_words(value).split(",")
            if (word := one.strip().strip('"').strip())
        ),
        True,
    )
    moments = (utc_time(value) for value in by_name.get("date", ()))
    sent_at = next((moment for moment in moments if moment), "")
    if sent_at:
        mail["sendAt"] = sent_at
    ids = [one for value in by_name.get("message-id", ()) for one in message_ids(value)]
    if ids:
        mail["messageId"] = ids[0]
    ids = [one for value in by_name.get("in-reply-to", ()) for one in message_ids(value)]
    if ids:
        mail["inReplyTo"] = " ".join(ids)
    ids = [one for value in by_name.get("references", ()) for one in message_ids(value)]
    if ids:
        mail["references"] = list(ids)
    mail["headers"] = headers


class _Body:
    """The body of one message while it is read: what its leaves hold, numbered in order."""

    def __init__(self, data: bytes, from_text: bool) -> None:
        self.data = data
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
        languages = [tag for tag in part.first("content-language").replace(",", " ").split() if tag[0] != "("]
        if languages:
            structure["language"] = list(languages)
        location = "".join(decode_words(part.first("content-location")).split())
        if location:
            structure["location"] = location
        structure["headers"] = [
            {"name": header.name, "value": header.text(part.charset)} for header in part.headers
        ]
        if part.children is not None:
            structure["subParts"] = [self.read(child, part, at) for at, child in enumerate(part.children)]
        elif _is_text(part, parent, index):
            value, damaged = self._text(part)
            self.values[structure["partId"]] = {"value": value, "isEncodingProblem": damaged}
            if damaged and part.encoding:
                structure["encoding"] = part.first("content-transfer-encoding")
        else:
            self.attachments.append(self._attachment(part))
        return structure

    def _text(self, part: Part) -> tuple[str, bool]:
        raw = self.data[part.start : part.end]
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
        data, from_text = self.data, self.from_text
        start, end, encoding, charset = part.start, part.end, part.encoding, part.charset

        def content(run: Run | None) -> bytes:
            raw = data[start:end]
            if from_text and is_identity(encoding) and not raw.isascii():
                return _bytes_of_characters(raw, charset)
            return decoded(raw, encoding)

        cid = part.first("content-id").strip().removeprefix("<").partition(">")[0].strip()
        size = part.disposition_parameters.get("size", "").strip()
        return MailAttachment(
            content,
            name=_file_name(part),
            cid=cid,
            type=part.type,
            disposition=part.disposition if part.disposition in ("inline", "attachment") else "",
            # An Integer of 4D has 32 bits.
            size=int(size) if size.isdecimal() and len(size) < 10 else None,
        )


def _file_name(part: Part) -> str:
    return file_name(part.disposition_parameters.get("filename", "")) or file_name(
        part.parameters.get("name", "")
    )


def _is_text(part: Part, parent: Part | None, index: int) -> bool:
    """Whether a leaf is text of the mail itself, and not something attached (after RFC 8621 section 4.1.4)."""
    if not part.type.startswith("text/") or part.disposition == "attachment":
        return False
    if index == 0 and part.type in _BODIES:
        return True
    return not _file_name(part) and not (
        parent is not None and parent.type == "multipart/related" and index > 0
    )


def _of_characters(content: bytes, charset: str) -> tuple[str, bool]:
    """8-bit content of a mail that came as a text: its characters, or bytes that stand there as characters."""
    text = content.decode("utf-8", "replace")
    codec = codec_of(charset)
    if codec is not None and codec not in ("cp1252", "ascii") and max(text) <= "\xff":
        carried = text_of(text.encode("latin-1"), charset)
        if not carried.damaged:
            return carried
    return text, False


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
