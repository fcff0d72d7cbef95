"""Other libraries that read mails, their results brought to the fields that all of them have.

What a library says otherwise is not held against it: blanks in texts, how texts are joined, brackets around ids. Where
an option makes a library say what is asked, it is set.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from stdlib4d.mail.reading.email import email_of
from tests import peers as node

from .agreement import read
from .made import Made

#: The fields of one message by name.
View = dict[str, Any]
KEYS = ("from", "sender", "to", "cc", "bcc", "replyTo")


def missing(name: str) -> str:
    """Why the library *name* cannot be asked; an empty text when it can."""
    if name == "mail-parser":
        try:
            import mailparser  # noqa: F401
        except ImportError:
            return "mail-parser is not installed"
    return node.missing() if name in node.NAMES else ""


def views(name: str, mails: list[Made]) -> list[View]:
    """What the library *name* makes of *mails*."""
    if name in node.NAMES:
        return _of_node(name, mails)
    one = {"4D mail interpreter": _ours, "email": _of_email, "mail-parser": _of_mail_parser}[name]
    return [_attempted(one, made.data) for made in mails]


def wrong(made: Made, view: View) -> list[str]:
    """The names of the fields in *view* that are not what the message says."""
    truth = made.truth
    wanted = {
        **{key: truth.addresses.get(key) or [] for key in KEYS},
        "subject": truth.subject or "",
        "date": truth.date or "",
        "messageId": truth.message_id or "",
        "inReplyTo": truth.in_reply_to or "",
        "references": truth.references or [],
        "files": sorted((one.type, one.name, one.cid, one.content) for one in truth.files),
    }
    if "error" in view:
        return ["error"]
    found = [name for name, value in wanted.items() if _flat(view.get(name)) != _flat(value)]
    texts = " ".join(" ".join(str(text).split()) for text in view["texts"])
    if not all(" ".join(text.split()) in texts for _, text, _ in truth.texts):
        found.append("texts")
    return found


def _flat(value: object) -> object:
    """*value* with one blank for each run of them, as folds may leave."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, (list, tuple)):
        return [_flat(one) for one in value]
    return value


def _attempted(one: Callable[[bytes], View], data: bytes) -> View:
    try:
        return one(data)
    except Exception as failure:  # what a library raises on a mail is its answer
        return {"error": f"{type(failure).__name__}: {failure}"}


def _ours(data: bytes) -> View:
    found = read(email_of(data))
    return {
        **{key: found[key] or [] for key in KEYS},
        "subject": found["subject"] or "",
        "date": found["sendAt"] or "",
        "messageId": found["messageId"] or "",
        "inReplyTo": found["inReplyTo"] or "",
        "references": found["references"] or [],
        "texts": [text for _, text, _ in found["texts"]],
        "files": sorted((kind, name, cid, content) for kind, name, cid, _, _, content in found["files"]),
    }


def _bare(value: object) -> str:
    return str(value or "").strip().removeprefix("<").removesuffix(">")


def _ids(value: object) -> list[str]:
    return [_bare(one.strip(",")) for one in str(value or "").replace("><", "> <").split() if one.strip(",")]


def _of_email(data: bytes) -> View:
    mail = message_from_bytes(data, policy=policy.default)
    date = mail["date"].datetime if mail["date"] is not None else None
    texts: list[str] = []
    files: list[tuple[str, str, str, bytes]] = []
    waiting: list[tuple[EmailMessage, str, int]] = [(mail, "", 0)]
    while waiting:
        part, parent, index = waiting.pop(0)
        kind = part.get_content_type()
        if part.is_multipart() and kind.startswith("multipart/"):
            waiting = [(child, kind, at) for at, child in enumerate(part.iter_parts())] + waiting
        elif kind in ("text/plain", "text/html") and not (
            part.get_content_disposition() == "attachment"
            or (index and (part.get_filename() or parent == "multipart/related"))
        ):
            texts.append(part.get_content())
        else:
            if kind.startswith("message/") and part.is_multipart():
                content = b"".join(one.as_bytes() for one in part.get_payload())
            else:
                content = part.get_payload(decode=True) or b""
            files.append((kind, part.get_filename() or "", _bare(part["content-id"]), content))
    return {
        **{
            key: [(one.display_name, one.addr_spec) for one in mail[name].addresses]
            if mail[name] is not None
            else []
            for key, name in zip(KEYS, ("from", "sender", "to", "cc", "bcc", "reply-to"), strict=True)
        },
        "subject": str(mail["subject"] or ""),
        "date": _moment(date),
        "messageId": _bare(mail["message-id"]),
        "inReplyTo": " ".join(_ids(mail["in-reply-to"])),
        "references": _ids(mail["references"]),
        "texts": texts,
        "files": sorted(files),
    }


def _moment(date: object) -> str:
    from datetime import UTC, datetime

    if not isinstance(date, datetime):
        return ""
    date = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    return f"{date:%Y-%m-%dT%H:%M:%SZ}"


def _of_mail_parser(data: bytes) -> View:
    import mailparser

    mail = mailparser.parse_from_bytes(data)
    files = []
    for one in mail.attachments:
        payload = one["payload"]
        content = base64.b64decode(payload) if one["binary"] else payload.encode("utf-8", "replace")
        files.append((one["mail_content_type"], one["filename"] or "", _bare(one["content-id"]), content))
    return {
        **{
            key: [tuple(one) for one in getattr(mail, name) or []]
            for key, name in zip(KEYS, ("from_", "sender", "to", "cc", "bcc", "reply_to"), strict=True)
        },
        "subject": mail.subject or "",
        "date": _moment(mail.date),
        "messageId": _bare(mail.message_id),
        "inReplyTo": " ".join(_ids(mail.headers.get("In-Reply-To"))),
        "references": _ids(mail.headers.get("References")),
        "texts": [*mail.text_plain, *mail.text_html],
        "files": sorted(files),
    }


def _of_node(name: str, mails: list[Made]) -> list[View]:
    with node.Peer(name) as peer:
        return [_from_node(peer.parse(made.data)) for made in mails]


def _from_node(mail: View) -> View:
    if "error" in mail:
        return mail
    date = str(mail["date"] or "")
    return {
        **{key: [(one["name"], one["email"]) for one in mail[key]] for key in KEYS},
        "subject": mail["subject"] or "",
        # What cannot be read, postal-mime gives as it is.
        "date": date.replace(".000Z", "Z") if re.fullmatch(r"[\d-]+T[\d:.]+Z", date) else "",
        "messageId": _bare(mail["messageId"]),
        "inReplyTo": " ".join(_ids(mail["inReplyTo"])),
        "references": [_bare(one) for value in mail["references"] for one in _split(value)],
        "texts": [mail["text"] or "", mail["html"] or ""],
        "files": sorted(
            (one["type"] or "", one["name"] or "", _bare(one["cid"]), base64.b64decode(one["content"]))
            for one in mail["attachments"]
        ),
    }


def _split(ids: str) -> list[str]:
    return re.findall(r"<[^<>]*>", ids) or [one for one in ids.split(",") if one]


def agreement(name: str, mails: Iterable[Made]) -> tuple[float, dict[str, int]]:
    """The share of *mails* of which the library *name* reads every field right, and how often each field is not."""
    mails = list(mails)
    fields: dict[str, int] = {}
    right = 0
    for made, view in zip(mails, views(name, mails), strict=True):
        found = wrong(made, view)
        right += not found
        for field in found:
            fields[field] = fields.get(field, 0) + 1
    return right / len(mails), fields
