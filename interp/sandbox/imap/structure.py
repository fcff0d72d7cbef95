"""ENVELOPE and BODYSTRUCTURE (RFC 3501 section 7.4.2): what a message is made of, as it is written there."""

from __future__ import annotations

import re

from ..mime import parameters, word
from .syntax import nstring, string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..mime import Parameters, Part

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"?|[()<>,;:@]|[^"()<>,;:@]+', re.DOTALL)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
_LANGUAGE = re.compile(rb"[A-Za-z0-9-]+")


def envelope(message: Part) -> bytes:
    """The ENVELOPE of *message*."""
    senders = _addresses(message.field(b"from"))
    # Sender and Reply-To are those of From where they are not there.
    fields = [
        nstring(message.field(b"date")),
        nstring(message.field(b"subject")),
        senders,
        _addresses(message.field(b"sender"), senders),
        _addresses(message.field(b"reply-to"), senders),
        _addresses(message.field(b"to")),
        _addresses(message.field(b"cc")),
        _addresses(message.field(b"bcc")),
        nstring(message.field(b"in-reply-to")),
        nstring(message.field(b"message-id")),
    ]
    return b"(" + b" ".join(fields) + b")"


def _addresses(value: bytes, default: bytes = b"NIL") -> bytes:
    found = list(_read_addresses(value)) if value else []
    return b"(" + b"".join(found) + b")" if found else default


def _read_addresses(value: bytes) -> list[bytes]:
    """The addresses in *value* in their written form; a group is opened and closed by ones without a host."""
    found: list[bytes] = []
    words: list[bytes] = []
    inside: list[bytes] | None = None
    comment: list[bytes] = []
    depth, in_group = 0, False

    def finish() -> None:
        nonlocal inside
        if inside is not None:
            found.append(_address(_phrase(words), inside))
        elif words and b"@" in words:
            found.append(_address(_phrase(comment), words))
        elif words and _phrase(words):
            found.append(_one(b"", b"", _phrase(words), b"MISSING_DOMAIN"))
        words.clear()
        comment.clear()
        inside = None

    closed = False
    for token in _TOKEN.findall(value):
        if depth:
            depth += (token == b"(") - (token == b")")
            if depth:
                comment.append(token)
        elif token == b"(":
            depth = 1
        elif token == b"<":
            inside, closed = [], False
        elif token == b">":
            closed = True
        elif inside is not None and not closed:
            inside.append(token)
        elif token == b",":
            finish()
        elif token == b":" and not in_group:
            found.append(_one(b"", b"", _phrase(words), b""))
            words.clear()
            in_group = True
        elif token == b";":
            finish()
            if in_group:
                found.append(b"(NIL NIL NIL NIL)")
            in_group = False
        elif inside is None:
            words.append(token)
    finish()
    if in_group:
        found.append(b"(NIL NIL NIL NIL)")
    return found


def _address(name: bytes, tokens: list[bytes]) -> bytes:
    route = b""
    if tokens and b"".join(tokens).lstrip().startswith(b"@") and b":" in tokens:
        at = tokens.index(b":")
        route, tokens = b"".join(tokens[:at]).strip(), tokens[at + 1 :]
    if b"@" in tokens:
        at = len(tokens) - 1 - tokens[::-1].index(b"@")
        return _one(name, route, _phrase(tokens[:at]), b"".join(tokens[at + 1 :]).strip())
    return _one(name, route, _phrase(tokens), b"MISSING_DOMAIN")


def _one(name: bytes, route: bytes, mailbox: bytes, host: bytes) -> bytes:
    return b"(" + b" ".join(nstring(text) for text in (name, route, mailbox, host)) + b")"


def _phrase(tokens: list[bytes]) -> bytes:
    pieces = [_ESCAPE.sub(rb"\1", t[1:].removesuffix(b'"')) if t.startswith(b'"') else t for t in tokens]
    return b" ".join(b"".join(pieces).split())


def body_structure(part: Part, *, extended: bool) -> bytes:
    """The BODYSTRUCTURE of *part*, or with *extended* false its BODY."""
    if part.children:
        fields = [
            b"".join(body_structure(child, extended=extended) for child in part.children),
            string(part.subtype),
        ]
        if extended:
            fields += [_parameters(part.parameters), *_disposition(part)]
        return b"(" + b" ".join(fields) + b")"
    size = part.end - part.body
    text = part.is_type(b"text/")
    given = part.parameters
    if text and not given and not part.field(b"content-type"):
        given = [(b"charset", b"us-ascii")]
    fields = [
        string(part.type),
        string(part.subtype),
        _parameters(given),
        nstring(part.field(b"content-id")),
        nstring(part.field(b"content-description")),
        string(part.encoding.encode() or b"7bit"),
        b"%d" % size,
    ]
    if part.inner is not None:
        fields += [envelope(part.inner), body_structure(part.inner, extended=extended)]
    if text or part.inner is not None:
        fields.append(b"%d" % part.data.count(b"\n", part.body, part.end))
    if extended:
        fields += [nstring(part.field(b"content-md5")), *_disposition(part)]
    return b"(" + b" ".join(fields) + b")"


def _disposition(part: Part) -> list[bytes]:
    """Disposition, language and location."""
    written = part.field(b"content-disposition")
    kind = word(written)
    languages = _LANGUAGE.findall(part.field(b"content-language"))
    return [
        b"(" + string(kind) + b" " + _parameters(parameters(written)) + b")" if kind else b"NIL",
        b"NIL" if not languages else b"(" + b" ".join(string(one) for one in languages) + b")",
        nstring(part.field(b"content-location")),
    ]


def _parameters(found: Parameters) -> bytes:
    if not found:
        return b"NIL"
    return b"(" + b" ".join(string(name) + b" " + string(value) for name, value in found) + b")"
