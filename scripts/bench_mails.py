"""Mails for scripts/bench.py as people get them: texts, HTML, attachments, some headers of relays."""

from __future__ import annotations

import quopri
from base64 import b64encode, encodebytes
from random import Random

_WORDS = "the quick brown fox meets Grüße naïve report budget for tomorrow at noon please".split()
_HEADER = """\
Return-Path: <j@example.org>
Received: from mx1.example.com (mx1.example.com [10.0.0.1])
	by in.example.org (Postfix) with ESMTPS id 4F1C23
	for <ann@example.org>; Sun, 13 Sep 2020 18:11:55 +0200 (CEST)
Received: from mx2.example.com (mx2.example.com [10.0.0.2])
	by mx1.example.com (Postfix) with ESMTP id 9AB012; Sun, 13 Sep 2020 18:11:54 +0200 (CEST)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=x;
	h=from:to:subject:date; bh={hash}; b={signature}
From: =?utf-8?Q?J=C3=B6rg_Doe?= <j@example.org>
To: Ann Smith <ann@example.org>, bob@example.com
Cc: "Doe, Jane" <jane@example.com>
Subject: =?utf-8?B?R3LDvMOfZSBhdXMgTcO8bmNoZW4=?= =?utf-8?Q?_am_Freitag?=
Date: Sun, 13 Sep 2020 18:11:53 +0200
Message-ID: <{number}.1@example.org>
In-Reply-To: <2@example.org>
References: <1@example.org> <2@example.org>
MIME-Version: 1.0
X-Mailer: Example 1.0
"""
_TEXT = """\
Content-Type: text/{kind}; charset=utf-8
Content-Transfer-Encoding: quoted-printable

"""
_FILE = """\
Content-Type: application/pdf; name="report.pdf"
Content-Disposition: attachment; filename="report.pdf"
Content-Transfer-Encoding: base64

"""


def received_mails(seed: int, count: int) -> list[bytes]:
    """*count* mails: a quarter of text alone, a quarter with HTML, half of them with an attachment too."""
    dice = Random(seed)
    return [_mail(dice, number) for number in range(count)]


def _mail(dice: Random, number: int) -> bytes:
    text = "\n".join(" ".join(dice.choices(_WORDS, k=12)) for _ in range(20))
    page = "\n".join(f"<p>{' '.join(dice.choices(_WORDS, k=20))}</p>" for _ in range(30))
    signature = b64encode(dice.randbytes(120)).decode()
    header = _HEADER.format(hash=b64encode(dice.randbytes(32)).decode(), signature=signature, number=number)
    plain = _TEXT.format(kind="plain").encode() + quopri.encodestring(text.encode())
    body = plain
    if number % 4:
        html = _TEXT.format(kind="html").encode() + quopri.encodestring(page.encode())
        body = _multipart("alternative", [plain, html])
    if number % 2:
        file = _FILE.encode() + encodebytes(dice.randbytes(dice.choice((2_000, 20_000))))
        body = _multipart("mixed", [body, file])
    return (header.encode() + body).replace(b"\n", b"\r\n")


def _multipart(kind: str, parts: list[bytes]) -> bytes:
    boundary = f"=_{kind}_4711"
    opening = f'Content-Type: multipart/{kind}; boundary="{boundary}"\n'.encode()
    content = b"".join(b"\n--%s\n%s" % (boundary.encode(), part) for part in parts)
    return opening + content + f"\n--{boundary}--\n".encode()
