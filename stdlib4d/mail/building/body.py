"""The body of a mail as MIME parts.

Layout: ``mixed(alternative(text, related(html, inline…)), attachments…)``, each level only where it has
something to hold (API/EmailObjectClass.md, "Handling body part").
"""

from __future__ import annotations

import os
import re

from ...errors import TYPE_MISMATCH
from ...values import is_instance, type_name
from ..problem import NOT_CONVERTIBLE, PROPERTY_INVALID, MailProblem
from ..properties import given, mistyped, prop
from .charsets import LONGEST_LINE, base64_blocks, base64_lines, encode_text
from .headers import header_pairs, own_header
from .words import clean, name_parameter, parameter, text_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ...values import Value
    from ..attachment import MailAttachment

    #: Bytes, or what makes them when they are wanted.
    Chunk = bytes | Callable[[], Iterable[bytes]]

#: How deep the parts of ``bodyStructure`` may be nested.
DEEPEST = 100

_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,80}")


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
    read: the content of an attachment; raises :class:`stdlib4d.errors.LanguageError` where it cannot be had.
    """

    def __init__(
        self,
        header_mode: str,
        body_mode: str,
        warn: Callable[[str], None],
        read: Callable[[MailAttachment], bytes],
        *,
        eight_bit: bool = True,
    ) -> None:
        self.header_mode = header_mode
        self.body_mode = body_mode
        self.warn = warn
        self.read = read
        self.eight_bit = eight_bit

    def build(self, mail: Mapping[str, Value]) -> Part:
        """The whole body of *mail*. Raises :class:`MailProblem`.

        ``bodyStructure`` with ``bodyValues`` wins over ``textBody`` and ``htmlBody``.
        """
        attachments = self._attachments(mail)
        structure = prop(mail, "bodyStructure", "Object", "mail.")
        if structure is not None:
            values = prop(mail, "bodyValues", "Object", "mail.") or {}
            part = self._structured(structure, values, attachments, "mail.bodyStructure", 0)
            if part is None:
                part = self.text_part("plain", "")
            return multipart("mixed", [part, *map(self._attached, attachments)]) if attachments else part
        text = prop(mail, "textBody", "Text", "mail.")
        html = prop(mail, "htmlBody", "Text", "mail.")
        parts: list[Part] = []
        if text or not html:
            parts.append(self.text_part("plain", text or ""))
        if html:
            page = self.text_part("html", html)
            inline = [one for one in attachments if one.cid and _is_inline(one)]
            if inline:
                page = multipart("related", [page, *map(self._attached, inline)])
                attachments = [one for one in attachments if not (one.cid and _is_inline(one))]
            parts.append(page)
        whole = parts[0] if len(parts) == 1 else multipart("alternative", parts)
        return multipart("mixed", [whole, *map(self._attached, attachments)]) if attachments else whole

    def text_part(self, subtype: str, text: str, more: str = "") -> Part:
        """A ``text/…`` part; *more* are further headers."""
        encoded = encode_text(text, self.body_mode, eight_bit=self.eight_bit)
        return Part(
            f'Content-Type: text/{subtype}; charset="{encoded.charset}"\r\n'
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

    def _attached(self, attachment: MailAttachment, more: str = "") -> Part:
        """The part for *attachment*; *more* are headers beside its type, encoding, disposition and Content-ID."""
        from ..attachment import ANYTHING, ATTACHMENT, INLINE, checked_cid, parts_of_type

        kind, parameters = parts_of_type(attachment.type) or (ANYTHING, ())
        encoding = "base64"
        chunk: Chunk = lambda: base64_blocks(self.read(attachment))  # noqa: E731
        group = kind.partition("/")[0].lower()
        if group == "message":
            mail = _unencoded(self.read(attachment))
            if mail is not None:
                encoding, chunk = "7bit", mail
        if group == "multipart" or (group == "message" and encoding == "base64"):
            # RFC 2045 section 6.4: neither may be encoded, so that they go as mere bytes.
            kind, parameters = ANYTHING, ()
        name = attachment.name
        lines = [f"Content-Type: {kind}"]
        lines += [f";\r\n {key}={value}" for key, value in parameters if not name or key.lower() != "name"]
        lines.append(name_parameter(name, self.header_mode) if name else "")
        lines.append(f"\r\nContent-Transfer-Encoding: {encoding}\r\n")
        if attachment.cid:
            lines.append(f"Content-ID: <{checked_cid(attachment.cid)}>\r\n")
        lines.append(f"Content-Disposition: {INLINE if _is_inline(attachment) else ATTACHMENT}")
        lines.append(parameter("filename", name, self.header_mode) if name else "")
        if attachment.size is not None:
            lines.append(f";\r\n size={attachment.size:d}")
        lines.append(f"\r\n{more}")
        return Part("".join(lines), [chunk])

    def _structured(
        self,
        structure: Mapping[str, Value],
        values: Mapping[str, Value],
        attachments: list[MailAttachment],
        where: str,
        depth: int,
    ) -> Part | None:
        """The part that *structure* describes; takes from *attachments* what it uses.

        A leaf that has no value stands for an attachment: the one with its Content-ID, or else the first of its
        type, at best without a Content-ID; without any it is left out (``None``).
        """
        if depth > DEEPEST:
            raise MailProblem(NOT_CONVERTIBLE, f"mail.bodyStructure: parts nested deeper than {DEEPEST}")
        kind = prop(structure, "type", "Text", f"{where}.")
        children = prop(structure, "subParts", "Collection", f"{where}.")
        kind = "multipart/mixed" if kind is None and children else kind or "text/plain"
        kind = kind.partition(";")[0].strip().lower()
        if not _TYPE.fullmatch(kind):
            raise MailProblem(PROPERTY_INVALID, f'{where}.type: "{clean(kind[:60])}" is not a MIME type')
        if kind.startswith("multipart/"):
            parts: list[Part] = []
            for index, child in enumerate(children or ()):
                if not isinstance(child, dict):
                    raise mistyped(f"{where}.subParts[{index}]", "Object", child)
                part = self._structured(child, values, attachments, f"{where}.subParts[{index}]", depth + 1)
                if part is not None:
                    parts.append(part)
            if not parts:
                return None
            if not depth and kind == "multipart/mixed":
                parts.extend(map(self._attached, attachments))
                attachments.clear()
            return multipart(kind[10:], parts, self._part_headers(structure, where) if depth else "")
        more = self._part_headers(structure, where)
        text = self._value(structure, values, where)
        if text is not None and kind.startswith("text/"):
            return self.text_part(kind[5:], text, more)
        return self._leaf_attachment(structure, attachments, kind, where, text)

    def _value(self, structure: Mapping[str, Value], values: Mapping[str, Value], where: str) -> str | None:
        # The table of the reference calls it partID, its example and JMAP partId.
        part_id = prop(structure, "partId", "Text", f"{where}.") or prop(
            structure, "partID", "Text", f"{where}."
        )
        if part_id is None:
            return None
        held = prop(values, part_id, "Object", "mail.bodyValues.")
        if held is None:
            return None
        value: str | None = prop(held, "value", "Text", f"mail.bodyValues.{part_id}.")
        return value

    def _leaf_attachment(
        self,
        structure: Mapping[str, Value],
        attachments: list[MailAttachment],
        kind: str,
        where: str,
        text: str | None,
    ) -> Part | None:
        headers = prop(structure, "headers", "Collection", f"{where}.")
        cid = next(
            (v for n, v in header_pairs(headers, f"{where}.headers", _ignore) if n.lower() == "content-id"),
            "",
        )
        cid = cid.strip().removeprefix("<").removesuffix(">")
        chosen = _chosen(attachments, kind, cid)
        if chosen is not None:
            attachments.remove(chosen)
            own = ("content-id", "content-disposition")
            return self._attached(chosen, self._part_headers(structure, where, own))
        if text is not None:
            data = base64_lines(text.encode("utf-8", "replace"))
            more = self._part_headers(structure, where)
            return Part(f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{more}", [data])
        self.warn(f"{where}: left out, neither bodyValues nor attachments has a content for this {kind}")
        return None

    def _part_headers(self, structure: Mapping[str, Value], where: str, without: Iterable[str] = ()) -> str:
        """The headers of a part beside Content-Type, Content-Transfer-Encoding and those in *without*."""
        lines: list[str] = []
        named = {"content-type", "content-transfer-encoding", "mime-version", *without}
        for field, header in (("disposition", "Content-Disposition"), ("location", "Content-Location")):
            value = prop(structure, field, "Text", f"{where}.")
            if value and value.strip() and header.lower() not in named:
                named.add(header.lower())
                lines.append(text_header(header, clean(value).strip(), self.header_mode))
        languages = prop(structure, "language", "Collection", f"{where}.") or ()
        tags = [clean(tag).strip() for tag in languages if isinstance(tag, str)]
        if tags:
            named.add("content-language")
            lines.append(text_header("Content-Language", ", ".join(tags), self.header_mode))
        headers = prop(structure, "headers", "Collection", f"{where}.")
        for name, value in header_pairs(headers, f"{where}.headers", self.warn):
            if name.lower().startswith("content-") and name.lower() not in named:
                lines.append(own_header(name, value, self.header_mode))
        return "".join(lines)


def multipart(subtype: str, parts: list[Part], more: str = "") -> Part:
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
    root = f';\r\n type="{_kind(parts[0])}"' if subtype == "related" else ""
    # RFC 2045 section 6.4: what holds an 8bit part is 8bit.
    encoding = "Content-Transfer-Encoding: 8bit\r\n" if eight_bit else ""
    fold = " " if len(subtype) <= 9 else "\r\n "  # no line is longer than 78
    return Part(
        f'Content-Type: multipart/{subtype};{fold}boundary="{boundary}"{root}\r\n{encoding}{more}',
        chunks,
        eight_bit,
    )


def _kind(part: Part) -> str:
    return part.headers.removeprefix("Content-Type: ").partition("\r")[0].partition(";")[0]


def _is_inline(attachment: MailAttachment) -> bool:
    return attachment.disposition.lower() == "inline"


def _chosen(attachments: list[MailAttachment], kind: str, cid: str) -> MailAttachment | None:
    """The attachment that a leaf of the type *kind* with the Content-ID *cid* stands for."""
    if cid:
        for one in attachments:
            if one.cid == cid:
                return one
    fitting = [one for one in attachments if one.type.partition(";")[0].strip().lower() == kind]
    bare = [one for one in fitting if not one.cid]
    if bare:
        return bare[0]
    return fitting[0] if fitting and not cid else None


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


def _ignore(text: str) -> None:
    """Takes a warning that was given before."""
