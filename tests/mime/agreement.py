"""What the reader makes of a message, beside what the message says."""

from __future__ import annotations

from stdlib4d.mail.reading.email import email_of

from .made import Made, Truth

_KEYS = ("from", "sender", "to", "cc", "bcc", "replyTo")


def differences(made: Made) -> list[str]:
    """The fields of ``MAIL Convert from MIME`` that are not what the message says, each with both values."""
    mail = email_of(made.data)
    found = read(mail)
    wanted = said(made.truth)
    return [
        f"{name}: {wanted[name]!r} was read as {found[name]!r}"
        for name in wanted
        if wanted[name] != found[name]
    ]


def said(truth: Truth) -> dict[str, object]:
    """Every field of *truth* by name."""
    return {
        **{key: truth.addresses.get(key) for key in _KEYS},
        "subject": truth.subject,
        "comments": truth.comments,
        "sendAt": truth.date,
        "messageId": truth.message_id,
        "inReplyTo": truth.in_reply_to,
        "references": truth.references,
        "keywords": truth.keywords,
        "headers": truth.header_names,
        "texts": truth.texts,
        "files": [(f.type, f.name, f.cid, f.disposition, f.size, f.content) for f in truth.files],
        "structure": truth.structure,
    }


def read(mail: dict) -> dict[str, object]:
    """The same fields of an Email object."""
    leaves: list[dict] = []
    structure = _structure(mail["bodyStructure"], leaves)
    assert [leaf["partId"] for leaf in leaves] == [f"p{number:04d}" for number in range(1, len(leaves) + 1)]
    values = mail["bodyValues"]
    assert len(values) + len(mail["attachments"]) == len(leaves)
    assert all(keyword is True for keyword in mail["keywords"].values())
    return {
        **{key: _addresses(mail.get(key)) for key in _KEYS},
        **{
            name: mail.get(name)
            for name in ("subject", "comments", "sendAt", "messageId", "inReplyTo", "references")
        },
        "keywords": list(mail["keywords"]),
        "headers": [header["name"] for header in mail["headers"]],
        "texts": [
            (leaf["type"], values[leaf["partId"]]["value"], values[leaf["partId"]]["isEncodingProblem"])
            for leaf in leaves
            if leaf["partId"] in values
        ],
        "files": [
            (one.type, one.name, one.cid, one.disposition, one.size, one.content(None))
            for one in mail["attachments"]
        ],
        "structure": structure,
    }


def _addresses(value: list[dict] | None) -> list[tuple[str, str]] | None:
    return None if value is None else [(one["name"] or "", one["email"]) for one in value]


def _structure(part: dict, leaves: list[dict]) -> object:
    if "subParts" in part:
        return part["type"], [_structure(child, leaves) for child in part["subParts"]]
    leaves.append(part)
    return part["type"]
