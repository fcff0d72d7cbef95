"""Random Email objects with what each must be read as: :func:`case`.

What is expected is said here, of the properties as they are chosen, never taken from what was built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from . import texts

MODES = ("US-ASCII_UTF8_QP", "US-ASCII_UTF8_B64", "ISO-8859-1", "US-ASCII_ISO-2022-JP_UTF8_QP")
#: Content types by extension, as the page of MAIL New attachment lists them.
TYPES = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "pdf": "application/pdf",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "zip": "application/zip", "gz": "application/gzip", "json": "application/json",
    "js": "application/javascript", "ps": "application/postscript", "xml": "application/xml", "htm": "text/html",
    "html": "text/html", "mp3": "audio/mpeg", "bin": "application/octet-stream", "": "application/octet-stream",
    "docx": "application/octet-stream", "txt": "application/octet-stream", "JPG": "image/jpeg",
}  # fmt: skip

_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")
_PROPERTIES = ("from", "sender", "to", "cc", "bcc", "replyTo")
_OWN_NAMES = (
    "X-Mailer", "X-Priority", "x-custom", "X-" + "Long-" * 10 + "Name", "List-Unsubscribe", "Organization",
    "Auto-Submitted", "X_underscore", "X-Ünïcode", "X Blank", "X-Colon:", "", "X-Evil\r\nBcc", "Content-Type",
    "MIME-Version", "Bcc", "From", "Subject", "To", "Content-Transfer-Encoding",
)  # fmt: skip


@dataclass
class Leaf:
    """A part that is no multipart: its type, and its text with LF, or its bytes."""

    type: str
    text: str | None = None
    data: bytes = b""
    name: str = ""
    cid: str = ""
    disposition: str = ""


@dataclass
class Case:
    """An Email object, how to build it, and what must come of it."""

    mail: dict[str, Any]
    #: What attachments to make: keyword values of the script that builds.
    sources: list[dict[str, Any]]
    options: dict[str, Any]
    #: By property: names and addresses.
    addresses: dict[str, list[tuple[str, str]]]
    leaves: list[Leaf] = field(default_factory=list)
    #: The multiparts from the outside to the inside, of simple mails.
    layers: set[str] = field(default_factory=set)
    #: Headers that must be there once with this value, by name in small letters.
    fields: dict[str, str] = field(default_factory=dict)
    own: list[tuple[str, str]] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    utf8: bool = False


def one_line(text: str) -> str:
    """*text* as a header holds it: what could end the line is one space."""
    return _CONTROLS.sub(" ", text)


def _domain(random: Random) -> tuple[str, str]:
    return random.choice(
        (
            ("example.com", "example.com"),
            ("mail.example.org", "mail.example.org"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("[192.0.2.1]", "[192.0.2.1]"),
            ("x.example", "x.example"),
            ("a" * 60 + ".example", "a" * 60 + ".example"),
        )
    )


def _email(random: Random) -> tuple[str, str]:
    """An address as it is written, and as it arrives."""
    local = random.choice(
        (
            "ann",
            "bob.b",
            "c+tag",
            "d_e-f",
            "x=y",
            "o'neil",
            "{braces}",
            "a/b",
            '"quoted local"',
            "1",
            "n" * 64,
        )
    )
    written, arrives = _domain(random)
    return f"{local}@{written}", f"{local}@{arrives}"


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shown(name: str) -> str:
    """A display name as it must come back: blanks around it are nobody's name."""
    return one_line(name).replace("\t", " ").strip(" ")


def _addresses(random: Random, most: int) -> tuple[Any, list[tuple[str, str]]]:
    """A value of an address property, and the names and addresses in it."""
    count = random.choice((1, 1, 1, 2, 3, most))
    expected: list[tuple[str, str]] = []
    items: list[tuple[str, str]] = []
    for _ in range(count):
        written, arrives = _email(random)
        name = "" if random.random() < 0.3 else texts.injected(random, texts.line(random))
        items.append((name, written))
        expected.append((_shown(name), arrives))
    form = random.choice(("text", "object", "collection", "collection", "texts"))
    if form == "object" and count == 1:
        name, email = items[0]
        return {"name": name or random.choice((None, "")), "email": email}, expected
    if form in ("text", "texts"):
        written = [f"{_quoted(name)} <{email}>" if name.strip() else email for name, email in items]
        if form == "texts":
            return written, expected
        return random.choice((",", ", ", ";", " ; ")).join(written), expected
    return [{"name": name, "email": email} if name else {"email": email} for name, email in items], expected


def _file_name(random: Random, extension: str) -> str:
    stem = (
        texts.line(random)[:120]
        .replace("/", "-")
        .replace("\\", "-")
        .replace("\0", "")
        .replace(":", "-")
        .strip()
    )
    # Several parsers look for encoded words in file names, even in those that RFC 2231 has decoded.
    stem = stem.replace("=?", "=")
    stem = (stem.encode("utf-8")[:180].decode("utf-8", "ignore").strip()) or "file"
    return f"{stem}.{extension}" if extension else stem.replace(".", "-")


def _attachment(random: Random, html: bool) -> tuple[dict[str, Any], Leaf]:
    """What an attachment is made of, and the part that it becomes."""
    extension = random.choice(list(TYPES))
    kind = random.choice(("file", "path", "zip", "blob", "blob4d"))
    name = _file_name(random, extension)
    size = random.choice((0, 1, 2, 3, 56, 57, 58, 1000, 29184, 40000))
    data = random.choice((random.randbytes(size), b"text\r\nlines\n" * (size // 12), b"\0" * size))
    cid = random.choice(("", "", "", "logo", "part1.ABC@example.com", "<angled@x>", "a b", "ü"))
    if cid in ("a b", "ü"):
        cid = "logo"
    type_ = random.choice(
        ("", "", "", "image/png", "application/x-thing", "text/plain", 'text/csv; charset="utf-8"')
    )
    disposition = random.choice(("", "", "attachment", "inline"))
    # Only a name without the folder and without blanks around it can be that of a file.
    given = texts.injected(random, name) if random.random() < 0.6 or kind.startswith("blob") else ""
    disk = f"file.{extension}" if extension else "file"
    source = {
        "kind": kind, "disk": disk, "data": data, "name": given, "cid": cid, "type": type_,
        "disposition": disposition,
    }  # fmt: skip
    by_extension = TYPES[extension]
    bare_cid = cid.strip("<>")
    # A blob has no extension but that of its name, which an injected text may have changed.
    if kind.startswith("blob"):
        found = re.fullmatch(r"(?s).+\.([^.]+)", given)
        by_extension = TYPES.get(found[1].lower() if found else "", "application/octet-stream")
    leaf = Leaf(
        type=(type_ or by_extension).partition(";")[0],
        data=data,
        name=one_line(given).strip() if given else disk,
        cid=bare_cid,
        disposition=disposition or ("inline" if bare_cid else "attachment"),
    )
    return source, leaf


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _structure(random: Random, depth: int, case: Case, values: dict[str, Any]) -> dict[str, Any]:
    """A random EmailBodyPart; its leaves go to the case in order."""
    if depth < 3 and random.random() < (0.9 if depth == 0 else 0.35):
        kind = random.choice(
            ("multipart/mixed", "multipart/alternative", "multipart/related", "multipart/signed")
        )
        count = random.randint(1, 4)
        return {"type": kind, "subParts": [_structure(random, depth + 1, case, values) for _ in range(count)]}
    part_id = f"p{len(values) + 1:04d}"
    subtype = random.choice(("plain", "html", "plain", "calendar", "csv"))
    text = texts.body(random)
    values[part_id] = {"value": text}
    case.leaves.append(Leaf(f"text/{subtype}", text=_text(text)))
    return {random.choice(("partId", "partID")): part_id, "type": f"text/{subtype}"}


def case(seed: int) -> Case:
    """The mail of *seed*."""
    random = Random(seed)
    mail: dict[str, Any] = {}
    made = Case(mail, [], {}, {})
    for key in ("headerCharset", "bodyCharset"):
        if random.random() < 0.8:
            made.options[key] = random.choice(MODES)
    if random.random() < 0.3:
        made.options["includeBccHeaders"] = True
    for name in _PROPERTIES:
        if name == "from" or random.random() < (0.8 if name == "to" else 0.35):
            value, expected = _addresses(random, 1 if name == "sender" else 12)
            mail[name] = value
            made.addresses[name] = expected[:1] if name == "sender" else expected
    if "sender" not in made.addresses:
        made.addresses["sender"] = made.addresses["from"][:1]
    if random.random() < 0.9:
        mail["subject"] = texts.injected(random, texts.line(random))
        made.fields["subject"] = one_line(mail["subject"])
    if random.random() < 0.2:
        mail["comments"] = texts.injected(random, texts.line(random))
        made.fields["comments"] = one_line(mail["comments"])
    _identity(random, made)
    if random.random() < 0.3:
        chosen = {
            w: True for w in ("$seen", "4d", "$flagged", texts.words(random, 2).replace(",", "")) if w.strip()
        }
        mail["keywords"] = chosen | {"off": False}
        made.keywords = [one_line(word).strip() for word in chosen]
    if random.random() < 0.5:
        _own_headers(random, made)
    _body(random, made)
    return made


def _identity(random: Random, made: Case) -> None:
    mail = made.mail
    if random.random() < 0.4:
        mail["messageId"] = random.choice(("abc.123@4d.example", "<" + "i" * 80 + "@x.example>", "7CA5D25B"))
        made.fields["message-id"] = f"<{mail['messageId'].strip('<>')}>"
    ids = [
        f"{'r' * random.choice((1, 30, 90))}{number}@x.example" for number in range(random.choice((1, 3, 30)))
    ]
    if random.random() < 0.3:
        mail["references"] = random.choice((ids, [f"<{one}>" for one in ids]))
        made.references = [f"<{one}>" for one in ids]
    if random.random() < 0.3:
        mail["inReplyTo"] = random.choice((ids[-1], f"<{ids[-1]}>"))
        made.fields["in-reply-to"] = f"<{ids[-1]}>"
    if random.random() < 0.4:
        mail["sendAt"], made.fields["date"] = random.choice(
            (
                ("2020-09-13T16:11:53Z", "Sun, 13 Sep 2020 16:11:53 GMT"),
                ("2024-02-29T23:30:00+02:00", "Thu, 29 Feb 2024 21:30:00 GMT"),
                ("1999-12-31T23:59:59.999Z", "Fri, 31 Dec 1999 23:59:59 GMT"),
            )
        )


def _own_headers(random: Random, made: Case) -> None:
    headers: list[Any] = []
    for _ in range(random.randint(1, 5)):
        name = random.choice(_OWN_NAMES)
        # Encoded words in a header of its own are what the script means.
        value = texts.injected(random, texts.line(random)).replace("=?", "=")
        headers.append({"name": name, "value": value})
        if re.fullmatch(r"[!-9;-~]+", name) and name.lower() not in (
            "content-type", "mime-version", "content-transfer-encoding", "bcc", "from", "subject", "to",
        ):  # fmt: skip
            made.own.append((name, one_line(value).strip(" \t")))
    headers.insert(random.randint(0, len(headers)), {"name": None, "value": "skipped"})
    headers.insert(random.randint(0, len(headers)), {"value": "skipped"})
    # Those are about what the mail has; of what it has not, such headers would be taken.
    missing = {"subject", "to", "bcc"} - {name.lower() for name in made.mail}
    made.mail["headers"] = [one for one in headers if str(one.get("name")).lower() not in missing]


def _body(random: Random, made: Case) -> None:
    mail = made.mail
    if random.random() < 0.25:
        values: dict[str, Any] = {}
        mail["bodyStructure"] = _structure(random, 0, made, values)
        mail["bodyValues"] = values
        mail["textBody"] = "not this one"
        if random.random() < 0.3:
            made.sources, leaves = map(
                list, zip(*(_attachment(random, False) for _ in range(2)), strict=True)
            )
            made.leaves.extend(leaves)
        return
    text = texts.body(random) if random.random() < 0.8 else None
    html = None
    if random.random() < 0.5:
        html = f"<p>{texts.body(random)}</p><img src='cid:logo'>"
    if text is not None:
        mail["textBody"] = text
    if html is not None:
        mail["htmlBody"] = html
    if text or not html:
        made.leaves.append(Leaf("text/plain", text=_text(text or "")))
    if html:
        made.leaves.append(Leaf("text/html", text=_text(html)))
        if text:
            made.layers.add("multipart/alternative")
    if random.random() < 0.5:
        pairs = [_attachment(random, bool(html)) for _ in range(random.randint(1, 4))]
        made.sources = [source for source, _ in pairs]
        inline = [leaf for _, leaf in pairs if html and leaf.cid and leaf.disposition == "inline"]
        beside = [leaf for _, leaf in pairs if leaf not in inline]
        made.leaves += inline + beside
        made.layers.update({"multipart/related"} if inline else ())
        made.layers.update({"multipart/mixed"} if beside else ())
