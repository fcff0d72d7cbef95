"""``MAIL Convert to MIME`` of what ``MAIL Convert from MIME`` gave is read as the mail that it was made of."""

from __future__ import annotations

import os
import random
from typing import Any

import pytest

from stdlib4d.mail.reading.charsets import codec_of
from tests.mime.generator import messages

from . import readers


@pytest.mark.parametrize(
    "lines",
    [
        ["From: Nobody <>", "To: undisclosed-recipients:;", "Cc: root, Daemon <daemon>", "", "text"],
        ["From: a@x.example", "Subject: no Date, Sender, Message-ID", "", "text"],
        ["From: a@x.example", "Date: yesterday", "Message-ID: <a b>", "", "text"],
        ["Content-Type: text/plain; charset=windows-1252; format=flowed; delsp=yes"]
        + ["Content-Transfer-Encoding: quoted-printable", "", "=80 20 "],
        ["Content-Type: text/calendar; method=REQUEST; charset=utf-8", "", "BEGIN:VCALENDAR"],
        ['Content-Type: multipart/mixed; boundary="b"', "", "--b", "", "text", "--b"]
        + ["Content-Type: image/png; x-mac-type=504E4766", "Content-ID: <a b>", "", "png", "--b"]
        + ["Content-Type: text/calendar; method=REPLY", 'Content-Disposition: attachment; filename="a.ics"']
        + ["", "BEGIN:VCALENDAR", "--b--"],
        ['Content-Type: multipart/report; boundary="b"; report-type=delivery-status', "", "--b", "", "text"]
        + ["--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; x.example", "", "--b--"],
        [
            "Content-Type: text/html; charset=koi8-r",
            "Content-Disposition: inline; filename=a.html",
            "",
            "<p>",
        ],
        ['Keywords: one, "two words", =?utf-8?q?dr=C3=A9i?=', "X-Long: " + "word " * 60, "", "text"],
        ["To: " + ", ".join(f'"Person, {n}" <p{n}@x.example>' for n in range(40)), "", "text"],
    ],
)
def test_odd_mails(lines: list[str]) -> None:
    with readers.Own() as own:
        first, second = own.read("\r\n".join([*lines, ""]).encode())
    assert list(readers.again(first, second)) == []


@pytest.mark.parametrize("seed", [1, 2, 3, "new"])
def test_mails_made_at_random(seed: int | str) -> None:
    if seed == "new":
        seed = int(os.environ.get("MIME_SEED") or random.SystemRandom().randrange(1 << 30))
    found: list[str] = []
    compared = 0
    with readers.Own() as own:
        for made in messages(seed, 150):
            first, second = own.read(made.data)
            leaves = _leaves(first["bodyStructure"])
            if all(map(_is_whole, leaves)) and not _damaged(first):
                if not all("disposition" in leaf for leaf in leaves):
                    # The size is written beside the disposition.
                    _forget_sizes(first, second)
                compared += 1
                found += [
                    f"{made.number}: {text[:600]}" for text in readers.again(_crlf(first), _crlf(second))
                ]
    assert not found, f"MIME_SEED={seed}\n" + "\n".join(found[:10])
    assert compared > 50


def _leaves(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [leaf for child in part["subParts"] for leaf in _leaves(child)] if "subParts" in part else [part]


def _is_whole(leaf: dict[str, Any]) -> bool:
    """Whether it is built as it was: 8-bit text without a charset is labelled, what mails do not hold is UTF-8."""
    if not leaf["type"].startswith("text/"):
        return True
    codec = codec_of(leaf.get("charset", ""))
    return codec is not None and not codec.replace("-", "").startswith(("utf16", "utf32", "utf7", "iso2022"))


def _forget_sizes(*mails: dict[str, Any]) -> None:
    for mail in mails:
        for one in mail["attachments"]:
            one.pop("size", None)


def _damaged(mail: dict[str, Any]) -> bool:
    return any(one["isEncodingProblem"] for one in mail["bodyValues"].values())


def _crlf(mail: dict[str, Any]) -> dict[str, Any]:
    """*mail* with the line ends that mails have in the mails that are attached to it (RFC 2046 section 5.2.1)."""
    for one in mail["attachments"]:
        if one["type"].startswith("message/"):
            one["content"] = one["content"].replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return mail
