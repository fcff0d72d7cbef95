"""``bodyStructure`` with ``bodyValues`` as MIME parts (API/EmailObjectClass.md, "Handling body part").

A leaf without a value takes an attachment: the one with its Content-ID, or else the first of its type, at best without
a Content-ID. Attachments that no leaf takes follow behind the rest.

A structure that ``MAIL Convert from MIME`` made has the headers of its parts. They are kept, with the parameters of
Content-Type and Content-Disposition, so that the mail that is built reads as the one that it was made of; and where
there are none, none are added.
"""

from __future__ import annotations

import re

from ..attachment import ATTACHMENT, INLINE
from ..problem import NOT_CONVERTIBLE, PROPERTY_INVALID, MailProblem
from ..properties import mistyped, prop
from .charsets import base64_lines, to_utf8
from .headers import header_pairs, own_header
from .words import clean, name_parameter, parameter, text_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...values import Value
    from ..attachment import MailAttachment
    from .body import BodyBuilder, Part

#: How deep the parts of ``bodyStructure`` may be nested.
DEEPEST = 100

_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+'*-]{1,120}")
_PARAMETER_NAME = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}")
_OURS = frozenset(("content-type", "content-transfer-encoding", "mime-version"))


class StructuredBody:
    """The parts of one ``bodyStructure``; takes from *attachments* those that its leaves stand for."""

    def __init__(
        self, builder: BodyBuilder, values: Mapping[str, Value], attachments: list[MailAttachment]
    ) -> None:
        self.builder = builder
        self.values = values
        self.attachments = attachments

    def build(self, structure: Mapping[str, Value], where: str, depth: int = 0) -> Part | None:
        """The part that *structure* describes, ``None`` where it has no content. Raises :class:`MailProblem`.

        *where* names it in messages.
        """
        if depth > DEEPEST:
            raise MailProblem(NOT_CONVERTIBLE, f"mail.bodyStructure: parts nested deeper than {DEEPEST}")
        kind = prop(structure, "type", "Text", f"{where}.")
        children = prop(structure, "subParts", "Collection", f"{where}.")
        kind = "multipart/mixed" if kind is None and children else kind or "text/plain"
        kind = kind.partition(";")[0].strip().lower()
        if not _TYPE.fullmatch(kind):
            raise MailProblem(PROPERTY_INVALID, f'{where}.type: "{clean(kind[:60])}" is not a MIME type')
        head = _Head(self.builder, structure, where)
        if kind.startswith("multipart/"):
            return self._multipart(kind, children or [], head, where, depth)
        text = self._value(structure, where)
        if text is not None and kind.startswith("text/"):
            charset = prop(structure, "charset", "Text", f"{where}.")
            if charset is None and not head.read:
                charset = ""
            return self.builder.text_part(kind[5:], text, head.lines(), charset, head.parameters("charset"))
        return self._attachment(head, kind, where, text)

    def _multipart(
        self, kind: str, children: list[Value], head: _Head, where: str, depth: int
    ) -> Part | None:
        from .body import multipart

        parts: list[Part] = []
        for index, child in enumerate(children):
            place = f"{where}.subParts[{index}]"
            if not isinstance(child, dict):
                raise mistyped(place, "Object", child)
            part = self.build(child, place, depth + 1)
            if part is not None:
                parts.append(part)
        if not parts:
            return None
        if not depth and kind == "multipart/mixed":
            parts.extend(map(self.builder.attached, self.attachments))
            self.attachments.clear()
        # The other headers of the outermost part are those of the mail.
        return multipart(kind[10:], parts, head.lines() if depth else "", head.parameters("boundary"))

    def _value(self, structure: Mapping[str, Value], where: str) -> str | None:
        # The table of the reference calls it partID, its example and JMAP partId.
        part_id = prop(structure, "partId", "Text", f"{where}.") or prop(
            structure, "partID", "Text", f"{where}."
        )
        if part_id is None:
            return None
        held = prop(self.values, part_id, "Object", "mail.bodyValues.")
        if held is None:
            return None
        value: str | None = prop(held, "value", "Text", f"mail.bodyValues.{part_id}.")
        return value

    def _attachment(self, head: _Head, kind: str, where: str, text: str | None) -> Part | None:
        from .body import Part

        cid = head.first("content-id").strip().removeprefix("<").partition(">")[0].strip()
        chosen = _chosen(self.attachments, kind, cid)
        if chosen is not None:
            self.attachments.remove(chosen)
            return self.builder.attached(
                chosen,
                head.lines("content-id", "content-disposition"),
                head.parameters("name"),
                shown=head.disposition(),
            )
        if text is not None:
            return Part(
                f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{head.lines()}",
                [base64_lines(to_utf8(text))],
            )
        self.builder.warn(
            f"{where}: left out, neither bodyValues nor attachments has a content for this {kind}"
        )
        return None


class _Head:
    """The headers that a part has of its own, beside what the builder says of it."""

    def __init__(self, builder: BodyBuilder, structure: Mapping[str, Value], where: str) -> None:
        self.mode = builder.header_mode
        self.structure = structure
        self.where = where
        headers = prop(structure, "headers", "Collection", f"{where}.")
        self.read = headers is not None
        self.pairs = header_pairs(headers, f"{where}.headers", builder.warn) if headers else []

    def first(self, name: str) -> str:
        """The value of the first header *name*, given in small letters; an empty text without one."""
        return next((value for other, value in self.pairs if other.lower() == name), "")

    def parameters(self, *without: str) -> str:
        """The parameters of Content-Type, but those in *without*, each as ``; name=value``."""
        return self._parameters("content-type", ("boundary", *without))

    def _parameters(self, header: str, without: Iterable[str]) -> str:
        value = self.first(header)
        if ";" not in value:
            return ""
        from ..reading.fields import parameters

        return "".join(
            [
                name_parameter(held, self.mode) if name == "name" else parameter(name, held, self.mode)
                for name, held in parameters(value).items()
                if name not in without and _PARAMETER_NAME.fullmatch(name)
            ]
        )

    def disposition(self) -> str | None:
        """The disposition of an attachment: an empty text for none, ``None`` where the attachment says it."""
        value = self._text("disposition").lower()
        if value:
            own = value not in (ATTACHMENT, INLINE) and _PARAMETER_NAME.fullmatch(value)
            return value if own else None
        from ..reading.fields import disposition

        return "" if self.read and not disposition(self.first("content-disposition")) else None

    def _text(self, name: str) -> str:
        value = prop(self.structure, name, "Text", f"{self.where}.")
        return clean(value).strip() if value else ""

    def lines(self, *without: str) -> str:
        """The headers beside Content-Type, Content-Transfer-Encoding and those in *without*, each with its CRLF."""
        lines: list[str] = []
        named = {*_OURS, *without}
        disposition, location = self._text("disposition"), self._text("location")
        if disposition and "content-disposition" not in named:
            named.add("content-disposition")
            lines.append(self._disposition(disposition))
        if location:
            named.add("content-location")
            lines.append(text_header("Content-Location", location, self.mode))
        languages = prop(self.structure, "language", "Collection", f"{self.where}.") or ()
        tags = [clean(tag).strip() for tag in languages if isinstance(tag, str)]
        if tags:
            named.add("content-language")
            lines.append(text_header("Content-Language", ", ".join(tags), self.mode))
        for name, value in self.pairs:
            if name.lower().startswith("content-") and name.lower() not in named:
                lines.append(own_header(name, value, self.mode))
        return "".join(lines)

    def _disposition(self, value: str) -> str:
        if _PARAMETER_NAME.fullmatch(value.lower()):
            more = self._parameters("content-disposition", ())
            return f"Content-Disposition: {value}{more}\r\n"
        return text_header("Content-Disposition", value, self.mode)


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
