"""What other parsers make of a mail that was built, held against what its case says.

Each function yields the differences. Where a parser is known to read something right that was written right in another
way (blanks at an end, the last line end of a body), the comparison says so.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.errors import MessageDefect
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from interp import Interpreter

from .mails import Case, Leaf

_BYTES = "application/octet-stream"
_PROPERTIES = (
    ("from", "From"), ("sender", "Sender"), ("to", "To"), ("cc", "Cc"), ("bcc", "Bcc"), ("replyTo", "Reply-To"),
)  # fmt: skip


def _wanted_addresses(case: Case, name: str) -> list[tuple[str, str]]:
    if name == "bcc" and not case.options.get("includeBccHeaders"):
        return []
    return case.addresses.get(name, [])


def _spaces(text: str) -> str:
    """*text* with each run of blanks as one: what folding may do to them."""
    return re.sub(r"[ \t]+", " ", text).strip()


def python(case: Case, data: bytes) -> Iterator[str]:
    """The differences of what CPython's email package reads."""
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    # Of names in several encoded words its newer interface keeps the blank between them (RFC 2047 section 6.2).
    raw = message_from_bytes(data)
    for name, header in _PROPERTIES:
        emails = [one.addr_spec for value in mail.get_all(header, []) for one in value.addresses]
        yield from _different(name, emails, [email for _, email in _wanted_addresses(case, name)])
        # Its older one takes all blanks that Unicode has for line ends.
        found = [(_decoded(who).split(), email) for who, email in getaddresses(raw.get_all(header, []))]
        wanted = [(who.split(), email) for who, email in _wanted_addresses(case, name)]
        yield from _different(name, found, wanted)
    for header in ("From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Message-ID"):
        if len(mail.get_all(header, [])) > 1:
            yield f"{header} twice"
    for header, wanted in case.fields.items():
        if header == "date":
            yield from _different(header, parsedate_to_datetime(mail[header]), parsedate_to_datetime(wanted))
        else:
            yield from _different(header, _spaces(str(mail[header])), _spaces(wanted))
    yield from _different("references", " ".join(mail.get_all("references", [])).split(), case.references)
    keywords = [w for w in re.split(r", ?", str(mail["keywords"] or "")) if w]
    if len(keywords) != len(case.keywords):
        yield from _different("keywords", keywords, case.keywords)
    for header, wanted in case.own:
        if _spaces(wanted) not in [_spaces(str(value)) for value in mail.get_all(header, [])]:
            yield f"{header}: {mail.get_all(header, [])!r}, not {wanted!r}"
    if any("evil" in name.lower() and name != "X-Evil" for name in mail):
        yield "a header that nobody set"
    for name in ("X-Evil", "X-Custom-Skipped"):
        if name in mail:
            yield f"a header {name}"
    parts = [part for part in mail.walk() if not part.is_multipart()]
    found = [_leaf(part) for part in parts]
    yield from _different_leaves(found, case.leaves)
    layers = {part.get_content_type() for part in mail.walk() if part.is_multipart()}
    if "bodyStructure" not in case.mail:
        yield from _different("layers", layers, case.layers)
    for part in mail.walk():
        yield from (f"a defect: {defect!r}" for defect in part.defects if isinstance(defect, MessageDefect))


def _decoded(words: str) -> str:
    return str(make_header(decode_header(words)))


def _leaf(part: Any) -> Leaf:
    content = part.get_payload(decode=True)
    kind = part.get_content_type()
    disposition = part.get_content_disposition() or ""
    cid = str(part["content-id"] or "").strip().strip("<>")
    leaf = Leaf(kind, data=content, name=part.get_filename() or "", cid=cid, disposition=disposition)
    charset = part.get_content_charset()
    if kind.startswith("text/") and not disposition and charset:
        leaf.text = content.decode(charset).replace("\r\n", "\n")
        leaf.data = b""
    return leaf


def _different(what: str, found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: {found!r}, not {wanted!r}"


def _different_leaves(found: list[Leaf], wanted: list[Leaf]) -> Iterator[str]:
    if len(found) != len(wanted):
        yield f"leaves: {[one.type for one in found]}, not {[one.type for one in wanted]}"
        return
    for one, other in zip(found, wanted, strict=True):
        for name in ("type", "text", "data", "name", "cid", "disposition"):
            here, there = getattr(one, name), getattr(other, name)
            if name == "name":
                here, there = _spaces(here), _spaces(there)
            if here != there:
                yield f"{one.type} {name}: {here!r}, not {there!r}"


def npm(case: Case, read: dict[str, Any]) -> Iterator[str]:
    """The differences of what a parser of npm reads, in the shape that ``tests.peers`` gives."""
    if "error" in read:
        yield read["error"]
        return
    for name, _ in _PROPERTIES:
        found = [_plain(one["name"], one["email"]) for one in read[name]]
        wanted = [_plain(who, email) for who, email in _wanted_addresses(case, name)]
        # postal-mime gives one address for From and Sender.
        one = len(found) == 1 and name in ("from", "sender")
        yield from _different(name, found, wanted[:1] if one else wanted)
    if "subject" in case.fields:
        yield from _different("subject", _bare(read["subject"] or ""), _bare(case.fields["subject"]))
    for key, name in (("messageId", "message-id"), ("inReplyTo", "in-reply-to")):
        if name in case.fields:
            yield from _different(key, read[key], case.fields[name])
    yield from _different("references", read["references"], case.references)
    names = {name.lower() for name, _ in read["headers"]}
    if "x-evil" in names:
        yield "a header that nobody set"
    for header, _ in case.own:
        if header.lower() not in names:
            yield f"{header} is missing"
    # Their parsers join all texts that are not attached, and choose among the parts of odd multiparts.
    inline_text = any(
        one.text is None and one.type.startswith("text/") and one.disposition == "inline"
        for one in case.leaves
    )
    if "bodyStructure" in case.mail or inline_text:
        return
    for kind, key in (("text/plain", "text"), ("text/html", "html")):
        wanted = [one.text for one in case.leaves if one.type == kind and one.text is not None]
        if wanted:
            yield from _different(key, _lines(read[key] or ""), _lines(wanted[0]))
    found = [_attachment(one) for one in read["attachments"]]
    expected = [
        # mailparser finds a type of its own for what is but bytes.
        (_bare(one.name), "" if one.type == _BYTES else one.type, one.cid, one.disposition, one.data)
        for one in case.leaves
        if one.text is None
    ]
    for one, other in zip(found, expected, strict=False):
        yield from _different("attachment", one if other[1] else (one[0], "", *one[2:]), other)
    yield from _different("attachments", len(found), len(expected))


def _plain(name: str, email: str) -> tuple[str, str]:
    """An address in one form: mailparser shows domains with their letters, postal-mime local parts without quotes."""
    local, _, domain = email.rpartition("@")
    return _bare(
        name
    ), f"{local.strip(chr(34))}@{domain.encode('ascii').decode('idna') if domain.isascii() else domain}"


def _bare(text: str) -> str:
    """*text* without the marks of byte order, which the decoder of the Web takes away where they begin a word."""
    return _spaces(text.replace("\ufeff", ""))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\ufeff", "").rstrip("\n")


def _attachment(one: dict[str, Any]) -> tuple[str, str, str, str, bytes]:
    return (
        _bare(one["name"] or ""),
        one["type"],
        (one["cid"] or "").strip("<>"),
        one["disposition"],
        base64.b64decode(one["content"]),
    )


class Own:
    """``MAIL Convert from MIME``, of a mail and of the mail that is built of what it gave; a context manager."""

    def __init__(self) -> None:
        self._interpreter = Interpreter()
        self._program = self._interpreter.compile(_READ)

    def read(self, data: bytes) -> list[dict[str, Any]]:
        """Both Email objects, with ``attachments`` as objects."""
        pair: list[dict[str, Any]] = self._program.run({"mime": data}).value
        return pair

    def close(self) -> None:
        self._interpreter.close()

    def __enter__(self) -> Own:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_READ = """
var $mail; $one; $a : Object
var $pair : Collection
$mail:=MAIL Convert from MIME($mime)
$pair:=[$mail; MAIL Convert from MIME(MAIL Convert to MIME($mail; {includeBccHeaders: True}))]
For each ($one; $pair)
	$one.attachments:=$one.attachments.map(Formula({name: $1.value.name; type: $1.value.type; cid: $1.value.cid; \
		disposition: $1.value.disposition; size: $1.value.size; content: $1.value.getContent()}))
End for each
return $pair
"""


def own(case: Case, mail: dict[str, Any]) -> Iterator[str]:
    """The differences of what ``MAIL Convert from MIME`` gives."""
    for name, _ in _PROPERTIES:
        found = [((one["name"] or "").split(), one["email"]) for one in mail.get(name, [])]
        yield from _different(
            name, found, [(who.split(), email) for who, email in _wanted_addresses(case, name)]
        )
    for key in ("subject", "comments"):
        if key in case.fields:
            yield from _different(key, mail[key].split(), case.fields[key].split())
    yield from _different("keywords", list(mail["keywords"]), case.keywords)
    yield from _different("references", [f"<{one}>" for one in mail.get("references", [])], case.references)
    # Which leaves are texts of the mail and which attachments, a structure of its own decides.
    texts = [one["value"] for one in mail["bodyValues"].values()]
    found = {
        (_spaces(a["name"]), a["type"], a.get("cid") or "", a["disposition"], a["content"])
        for a in mail["attachments"]
    }
    shown_as_texts = len(mail["bodyValues"]) == sum(one.text is not None for one in case.leaves)
    for one in case.leaves:
        shown = (_spaces(one.name), one.type, one.cid, one.disposition, one.data)
        # Of a name with folders the last one counts (RFC 2183 section 2.3).
        if one.text is None and "/" not in one.name and shown not in found:
            yield f"attachments: {found!r}, not {shown!r}"
        if shown_as_texts and one.text is not None and one.text not in texts:
            yield f"texts: {texts!r}, not {one.text!r}"


def again(first: dict[str, Any], second: dict[str, Any]) -> Iterable[str]:
    """The differences of a mail that was read, and of one that was read, built and read."""
    for name in sorted({*first, *second} - {"headers", "bodyStructure", "attachments", "bodyValues"}):
        yield from _different(f"again {name}", second.get(name), first.get(name))
    yield from _different(
        "again structure", _structure(second["bodyStructure"]), _structure(first["bodyStructure"])
    )
    yield from _different("again values", second["bodyValues"], first["bodyValues"])
    yield from _different("again attachments", second["attachments"], first["attachments"])
    left_out = {"content-type", "content-transfer-encoding", "mime-version", "date", "message-id", "sender"}
    pairs = (
        sorted(
            (h["name"].lower(), _spaces(h["value"]))
            for h in m["headers"]
            if h["name"].lower() not in left_out
        )
        for m in (second, first)
    )
    yield from _different("again headers", [n for n, _ in next(pairs)], [n for n, _ in next(pairs)])


def _structure(part: dict[str, Any]) -> Any:
    kept = {key: value for key, value in part.items() if key not in ("headers", "subParts")}
    return kept | {"subParts": [_structure(one) for one in part.get("subParts", [])]}
