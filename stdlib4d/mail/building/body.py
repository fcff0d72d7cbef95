"""The body of a mail as MIME parts.

Layout: ``mixed(alternative(text, related(html, inline…)), attachments…)``, each level only where it has
something to hold (API/EmailObjectClass.md, "Handling body part").
"""

from __future__ import annotations

import os
import re

from ...errors import TYPE_MISMATCH
from ...values import is_instance, type_name
from ..attachment import ANYTHING, ATTACHMENT, INLINE, checked_cid, parts_of_type
from ..problem import MailProblem
from ..properties import given, prop
from .charsets import LONGEST_LINE, UTF8_QP, base64_blocks, encode_as, encode_text
from .origin import came_from_mime
from .structured import StructuredBody
from .words import clean, name_parameter, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ...values import Value
    from ..attachment import MailAttachment

    #: Bytes, or what makes them when they are wanted.
    Chunk = bytes | Callable[[], Iterable[bytes]]

_CID = re.compile(r"[ !-;=?-~]{1,900}")


class Part:
    """A MIME part: its ``headers``, each with CRLF, and its body as ``chunks``.

    ``eight_bit`` says that a byte may be over 127. What an attachment holds is read when its chunk is called, so
    that one at a time is in memory.
    """

    __slots__ = ("chunks", "eight_bit", "headers")

    def __init__(self, headers: str, chunks: list[Chunk], eight_bit: bool = False) -> None:
        self.headers = headers
        self.chunks = chunks
        self.eight_bit = eight_bit


class BodyBuilder:
    """Builds the parts of one mail.

    Parameters
    ----------
    header_mode, body_mode: charset modes of :mod:`stdlib4d.mail.charsets`.
    eight_bit: whether bytes over 127 may stand in a body.
    warn: is told what is left out.
    read: the content of an attachment, in pieces; raises :class:`stdlib4d.errors.LanguageError` where it cannot be had.
    """

    def __init__(
        self,
        header_mode: str,
        body_mode: str,
        warn: Callable[[str], None],
        read: Callable[[MailAttachment], Iterable[bytes]],
        *,
        eight_bit: bool = True,
    ) -> None:
        self.header_mode = header_mode
        self.body_mode = body_mode
        self.warn = warn
        self.read = read
        self.eight_bit = eight_bit
        #: Whether the mail is one that was read. What it has, however odd, is no mistake of the script.
        self.foreign = False

    def build(self, mail: Mapping[str, Value]) -> Part:
        """The whole body of *mail*. Raises :class:`MailProblem`.

        ``bodyStructure`` with ``bodyValues`` wins over ``textBody`` and ``htmlBody``.
        """
        self.foreign = came_from_mime(mail)
        attachments = self._attachments(mail)
        structure = prop(mail, "bodyStructure", "Object", "mail.")
        if structure is not None:
            values = prop(mail, "bodyValues", "Object", "mail.") or {}
            part = StructuredBody(self, values, attachments).build(structure, "mail.bodyStructure")
            if part is None:
                part = self.text_part("plain", "")
            return multipart("mixed", [part, *map(self.attached, attachments)]) if attachments else part
        text = prop(mail, "textBody", "Text", "mail.")
        html = prop(mail, "htmlBody", "Text", "mail.")
        parts: list[Part] = []
        if text or not html:
            parts.append(self.text_part("plain", text or ""))
        if html:
            page = self.text_part("html", html)
            inline = [one for one in attachments if one.cid and _is_inline(one)]
            if inline:
                page = multipart("related", [page, *map(self.attached, inline)])
                attachments = [one for one in attachments if not (one.cid and _is_inline(one))]
            parts.append(page)
        whole = parts[0] if len(parts) == 1 else multipart("alternative", parts)
        return multipart("mixed", [whole, *map(self.attached, attachments)]) if attachments else whole

    def text_part(
        self, subtype: str, text: str, more: str = "", charset: str | None = "", parameters: str = ""
    ) -> Part:
        """A ``text/…`` part; *more* are further headers, *parameters* those of its Content-Type.

        In the default mode the text stays in the *charset* that its mail had, if it can be written in it, and ASCII
        text without one (``None``) has none again.
        """
        encoded = None
        if charset and self.body_mode == UTF8_QP:
            encoded = encode_as(text, charset)
        if encoded is None:
            encoded = encode_text(text, self.body_mode, eight_bit=self.eight_bit)
        named = f'; charset="{encoded.charset}"'
        if charset is None and self.body_mode == UTF8_QP and encoded.charset == "US-ASCII":
            named = ""
        return Part(
            f"Content-Type: text/{subtype}{named}{parameters}\r\n"
            f"Content-Transfer-Encoding: {encoded.encoding}\r\n{more}",
            [encoded.data],
            encoded.encoding == "8bit",
        )

    def _attachments(self, mail: Mapping[str, Value]) -> list[MailAttachment]:
        found: list[MailAttachment] = []
        for index, item in enumerate(prop(mail, "attachments", "Collection", "mail.") or ()):
            if not given(item):
                continue
            if not is_instance(item, "MailAttachment"):
                raise MailProblem(
                    TYPE_MISMATCH,
                    f"mail.attachments[{index}]: wanted 4D.MailAttachment, got {type_name(item)}",
                    "make one with MAIL New attachment",
                )
            found.append(item)
        return found

    def attached(
        self, attachment: MailAttachment, more: str = "", also: str = "", shown: str | None = None
    ) -> Part:
        """The part for *attachment*.

        *more* are headers beside its type, encoding, disposition and Content-ID, *also* parameters that its type had
        where *attachment* names none. *shown* is the disposition, an empty text for none; by default it is that of
        *attachment*.
        """
        kind, parameters = parts_of_type(attachment.type) or (ANYTHING, ())
        encoding = "base64"
        chunk: Chunk = lambda: base64_blocks(self.read(attachment))  # noqa: E731
        group = kind.partition("/")[0].lower()
        if group == "message":
            mail = _unencoded(b"".join(self.read(attachment)))
            if mail is not None:
                encoding, chunk = "7bit", mail
        if group == "multipart" or (group == "message" and encoding == "base64"):
            # RFC 2045 section 6.4: neither may be encoded, so that they go as mere bytes.
            kind, parameters, also = ANYTHING, (), ""
        name = attachment.name
        lines = [f"Content-Type: {kind}"]
        lines += [f";\r\n {key}={value}" for key, value in parameters if not name or key.lower() != "name"]
        if not parameters:
            lines.append(also)
        lines.append(name_parameter(name, self.header_mode) if name else "")
        lines.append(f"\r\nContent-Transfer-Encoding: {encoding}\r\n")
        lines.append(self._content_id(attachment.cid))
        if shown is None:
            shown = INLINE if _is_inline(attachment) else ATTACHMENT
        if shown:
            lines.append(f"Content-Disposition: {shown}")
            lines.append(parameter("filename", name, self.header_mode) if name else "")
            if attachment.size is not None:
                lines.append(f";\r\n size={attachment.size:d}")
            lines.append("\r\n")
        lines.append(more)
        return Part("".join(lines), [chunk])

    def _content_id(self, cid: str) -> str:
        if not cid:
            return ""
        if not self.foreign:
            checked_cid(cid)
        elif not _CID.fullmatch(cid):
            self.warn(f'attachment: left out the cid "{clean(cid[:60])}", which no header can hold')
            return ""
        return f"Content-ID: <{cid}>\r\n"


def multipart(subtype: str, parts: list[Part], more: str = "", parameters: str = "") -> Part:
    """A ``multipart/…`` part; its boundary is random, 128 bits, and so in no content (RFC 2046 section 5.1)."""
    boundary = os.urandom(16).hex().upper()
    eight_bit = any(part.eight_bit for part in parts)
    chunks: list[Chunk] = []
    opening = f"--{boundary}\r\n"
    for part in parts:
        chunks.append(f"{opening}{part.headers}\r\n".encode("ascii"))
        chunks.extend(part.chunks)
        opening = f"\r\n--{boundary}\r\n"
    chunks.append(f"\r\n--{boundary}--\r\n".encode("ascii"))
    # RFC 2387 section 3.1: the type of the part that the others belong to.
    if subtype == "related" and " type=" not in parameters:
        parameters += f';\r\n type="{_kind(parts[0])}"'
    # RFC 2045 section 6.4: what holds an 8bit part is 8bit.
    encoding = "Content-Transfer-Encoding: 8bit\r\n" if eight_bit else ""
    fold = " " if len(subtype) <= 9 else "\r\n "  # no line is longer than 78
    return Part(
        f'Content-Type: multipart/{subtype};{fold}boundary="{boundary}"{parameters}\r\n{encoding}{more}',
        chunks,
        eight_bit,
    )


def _kind(part: Part) -> str:
    return part.headers.removeprefix("Content-Type: ").partition("\r")[0].partition(";")[0]


def _is_inline(attachment: MailAttachment) -> bool:
    return attachment.disposition.lower() == "inline"


def _unencoded(data: bytes) -> bytes | None:
    """A mail within a mail as it may stand there; ``None`` when it needs an encoding, which it must not have.

    Its line ends are CRLF, which is the form that a mail has (RFC 2046 section 5.2.1); nothing else of it changes.
    """
    lines = data.replace(b"\r\n", b"\n")
    if not lines.isascii() or b"\0" in lines or b"\r" in lines:
        return None
    if max(map(len, lines.split(b"\n"))) > LONGEST_LINE:
        return None
    return lines.replace(b"\n", b"\r\n")
