"""Hostile mails: each is read, in linear time."""

from __future__ import annotations

import pytest

from stdlib4d.mail.reading.dates import utc_time
from stdlib4d.mail.reading.decoding import text_of
from stdlib4d.mail.reading.email import email_of
from stdlib4d.mail.reading.transfer import from_base64

HOSTILE = {
    "stacked": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2000)
    ),
    "words": b"Subject: " + b"=?a?q?" * 20_000,
    "names": b"To: " + b"=?a?q?" * 20_000 + b"(" * 20_000,
    "nothing": b"",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_is_read(data: bytes) -> None:
    assert email_of(data)["bodyStructure"]["type"]


def test_base64_goes_on_after_padding_but_not_into_a_footer() -> None:
    assert from_base64(b"QUJDRA==RUY=\n__\nlist") == b"ABCDEF"


def test_charsets_as_senders_mean_them() -> None:
    assert text_of(b"\x93a\x94", "ISO-8859-1") == ("“a”", False)
    assert text_of(b"\x1b$B-!\x1b(B", "iso-2022-jp") == ("①", False)
    assert text_of("é".encode(), "") == ("é", False)
    assert text_of(b"\xff", "utf-8").damaged


def test_obsolete_dates() -> None:
    assert utc_time("13 Sep 99 16:11 EST") == "1999-09-13T21:11:00Z"
    assert utc_time("Sat, 31 Dec 2016 23:59:60 GMT (x (y))") == "2017-01-01T00:00:00Z"
