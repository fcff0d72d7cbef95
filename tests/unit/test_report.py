"""What the sandbox shows and keeps of the mails it caught."""

from __future__ import annotations

import os
import stat
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from interp.sandbox import CaughtMail
from interp.sandbox.outbox import Outbox
from interp.sandbox.report import inbox, report
from interp.terminal import visible


def caught(data: bytes, **changes: object) -> CaughtMail:
    """A mail with this content."""
    fields: dict[str, object] = {
        "sender": "kate@example.com",
        "recipients": ("bob@example.com", "eve@example.com"),
        "data": data,
        "host": "smtp.example.com",
        "port": 587,
        "user": "kate",
        "mechanism": "PLAIN",
        "helo": "client.example",
        "tls": True,
        "received": datetime(2024, 3, 5, 14, 7, 9, tzinfo=UTC),
    }
    return CaughtMail(**{**fields, **changes})  # type: ignore[arg-type]


def test_no_mail() -> None:
    assert report([]) == "sandbox: no mail was sent\n"


def test_a_small_mail() -> None:
    data = b"From: kate@example.com\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHello\r\n\r\nKate\r\n"
    assert report([caught(data)]) == (
        "sandbox: 1 mail caught, nothing left this machine\n"
        "--- mail 1 of 1, 14:07:09, smtp.example.com:587, TLS, kate (PLAIN)\n"
        "    from <kate@example.com>\n"
        "    to   <bob@example.com>\n"
        "    to   <eve@example.com>\n"
        "    79 bytes, client client.example\n"
        "\n"
        "    From: kate@example.com\n"
        "    Subject: Grüße\n"
        "\n"
        "    [text/plain, 15 bytes]\n"
        "      Hello\n"
        "\n"
        "      Kate\n"
    )


def test_parts_and_attachments() -> None:
    message = EmailMessage()
    message["Subject"] = "parts"
    message.set_content("plain ü")
    message.add_alternative("<b>html</b>", subtype="html")
    message.add_attachment(b"\0" * 1500, maintype="application", subtype="pdf", filename="Prüfung.pdf")
    inner = EmailMessage()
    inner["Subject"] = "inside"
    inner.set_content("deep")
    message.add_attachment(inner)
    text = report([caught(message.as_bytes())])
    shown = text[text.index("    [multipart/mixed]") :]
    assert shown == (
        "    [multipart/mixed]\n"
        "      [multipart/alternative]\n"
        "        [text/plain, charset utf-8, 9 bytes]\n"
        "          plain ü\n"
        "        [text/html, charset utf-8, 12 bytes]\n"
        "          <b>html</b>\n"
        '      [application/pdf, 1,500 bytes, name "Prüfung.pdf", attachment]\n'
        "      [message/rfc822]\n"
        "        Subject: inside\n"
        '        Content-Type: text/plain; charset="utf-8"\n'
        "        Content-Transfer-Encoding: 7bit\n"
        "        MIME-Version: 1.0\n"
        "        [text/plain, charset utf-8, 5 bytes]\n"
        "          deep\n"
    )


def test_an_inbox_reads_headers_alone() -> None:
    body = b"\r\nSubject: of the text\r\n" * 1_000_000
    mails = [caught(b"Subject: Large\r\n\r\n" + body), caught(b"\r\n" + body), caught(b"Subject: Bare")]
    began = time.perf_counter()
    lines = inbox(mails).splitlines()
    assert time.perf_counter() - began < 1
    start = "14:07:09  kate@example.com -> bob@example.com, eve@example.com  "
    assert [line[5:].removeprefix(start).partition("  (")[0] for line in lines] == ["Large", "", "Bare"]


def test_two_mails_and_who_was_nobody() -> None:
    text = report([caught(b""), caught(b"", user="", mechanism="", tls=False)])
    assert "2 mails caught" in text
    assert "mail 2 of 2, 14:07:09, smtp.example.com:587, no TLS, nobody logged in" in text


def test_no_mail_plays_tricks_on_the_terminal() -> None:
    trick = "\x1b]0;owned\x07\x9b2J\u202eevil\x7f"
    data = (
        f"Subject: =?utf-8?b?G10wO293bmVkBw==?= {trick}\r\n"
        f'Content-Type: text/plain; name="{trick}"\r\n\r\n{trick}\rover\r\n'
    ).encode()
    text = report([caught(data, sender=f"{trick}@x", user=trick, helo=trick)])
    assert all(c == "\n" or c.isprintable() for c in text)
    assert "␛]0;owned␇<U+009B>2J<U+202E>evil␡" in text


def test_visible_keeps_what_is_text() -> None:
    text = "a\tb\nüß日本 👩\u200d👧 1\u00a0000\u202f€"
    assert visible(text) == text
    assert visible("\0\ud800\u2028\ufeff") == "␀<U+D800><U+2028><U+FEFF>"


@pytest.mark.parametrize(
    ("charset", "text", "note"),
    [
        ("iso-8859-1", "é", ""),
        ("us-ascii", "\ufffd", "not readable as us-ascii, shown as UTF-8"),
        ("x-unheard-of", "\ufffd", "not readable as x-unheard-of, shown as UTF-8"),
        ("hex", "\ufffd", "not readable as hex, shown as UTF-8"),
    ],
)
def test_charsets(charset: str, text: str, note: str) -> None:
    shown = report([caught(f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode() + b"\xe9\r\n")])
    assert f"      {text}\n" in shown
    assert note in shown


def test_long_things_are_cut() -> None:
    long_text = report([caught(b"Subject: x\r\n\r\n" + b"line\r\n" * 1000)])
    assert "(and 960 more lines)" in long_text
    assert len(long_text) < 2000
    wide = report([caught(b"Subject: x\r\n\r\n" + b"x" * 100_000)])
    assert "more characters)" in wide
    assert len(wide) < 2000
    many = report([caught(b"X-A: b\r\n" * 5000 + b"\r\n")])
    assert "(and 4900 more headers)" in many


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n",
        b"\xff\xfe\x00" * 100,
        b"Message-ID: <>\r\nFrom: \r\nContent-Type: ;;;\r\n\r\nx",
        b"Content-Type: text/plain; charset*=utf-99''%ff; name*0*=bad''%ff\r\n\r\nx",
        b'Content-Type: text/plain; charset="\0"\r\n\r\nx',
        b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
        b"Content-Type: multipart/mixed\r\n\r\nno boundary",
        b"Content-Type: message/rfc822\r\n\r\n",
        b"Subject: =?utf-8?b?////?= =?x?q?y?=\r\n\r\n",
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(400)
        ),
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 3000,
        b"Subject: " + b"=?utf-8?q?x?= " * 100_000 + b"\r\n\r\n",
    ],
)
def test_broken_mails_are_shown_somehow(data: bytes) -> None:
    began = time.monotonic()
    text = report([caught(data)])
    assert text.startswith("sandbox: 1 mail caught")
    assert all(c == "\n" or c.isprintable() for c in text)
    assert time.monotonic() - began < 5


def test_files_are_numbered_and_named(tmp_path: Path) -> None:
    outbox = Outbox(str(tmp_path / "out"))
    subjects = ["Hello, World!", "=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "../../etc/passwd", "", "日" * 100, "a\r\n b"]
    paths = [outbox.keep(caught(f"Subject: {s}\r\n\r\nx".encode())) for s in subjects]
    assert [Path(p).name for p in paths] == [
        "001-Hello-World.eml",
        "002-Grüße.eml",
        "003-etc-passwd.eml",
        "004-no-subject.eml",
        f"005-{'日' * 26}.eml",
        "006-a-b.eml",
    ]
    assert outbox.keep(caught(b"")).endswith("007-no-subject.eml")
    assert Outbox(str(tmp_path / "out")).keep(caught(b"")).endswith("008-no-subject.eml")


def test_files_hold_the_bytes_as_sent(tmp_path: Path) -> None:
    data = b"Subject: x\r\n\r\n\x00\xff\n\r.\r\n"
    path = Path(Outbox(str(tmp_path)).keep(caught(data)))
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    first, second = Outbox(str(tmp_path)), Outbox(str(tmp_path))
    paths = [box.keep(caught(b"Subject: x\r\n\r\n")) for box in (first, second, first, second)]
    assert sorted(Path(p).name for p in paths) == [f"00{n}-x.eml" for n in (1, 2, 3, 4)]


def test_nothing_is_left_of_a_file_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(OSError, match="No space"):
        Outbox(str(tmp_path)).keep(caught(b""))
    assert list(tmp_path.iterdir()) == []
