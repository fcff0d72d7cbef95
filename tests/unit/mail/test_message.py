"""Email objects as MIME, read back with CPython's email."""

from __future__ import annotations

import email
import email.policy
import random
import re
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, Permissions
from stdlib4d.errors import LanguageError
from stdlib4d.mail.attachment import MailAttachment
from stdlib4d.mail.building.charsets import (
    JAPANESE,
    LATIN1,
    MODES,
    UTF8_B64,
    UTF8_QP,
    base64_blocks,
    base64_lines,
    quoted_printable,
)
from stdlib4d.mail.building.message import Mime, build, mail_convert_to_mime, outgoing
from stdlib4d.mail.problem import MailProblem
from tests.unit.mail.world import Script, World

NOW = datetime(2018, 10, 11, 15, 42, 25, tzinfo=UTC)


def attached(
    data: bytes, name: str = "", kind: str = "application/pdf", cid: str = "", disposition: str = ""
) -> MailAttachment:
    return MailAttachment(lambda run: data, name, cid, kind, disposition)


def content(attachment: MailAttachment) -> Iterator[bytes]:
    return attachment.pieces(Script(World(0)))


def made(mail: dict[str, Any], **options: Any) -> Mime:
    warnings: list[str] = options.pop("warnings", [])
    mime = build(mail, lambda: NOW, warnings.append, content, **options)
    check_form(mime)
    return mime


def check_form(mime: Mime) -> None:
    """What holds for every mail: CRLF, lines of 998, header lines of 76 where blanks allow, one of each header."""
    content = mime.content
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\0" not in content
    if not mime.eight_bit and not mime.utf8:
        assert content.isascii()
    head = content.partition(b"\r\n\r\n")[0]
    for line in head.split(b"\r\n"):
        # The reference shows the boundary on the line of Content-Type.
        assert len(line) <= 76 or b" " not in line.partition(b": ")[2].strip() or b"; boundary=" in line
        assert line.strip()
    for word in re.findall(rb"=\?[^?]+\?[QB]\?[^?]*\?=", head):
        assert len(word) <= 75
    names = [line.partition(b":")[0].lower() for line in head.split(b"\r\n") if not line.startswith(b" ")]
    for once in (b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"sender", b"content-type"):
        assert names.count(once) <= 1


def read(mime: Mime) -> EmailMessage:
    parsed = email.message_from_bytes(mime.content, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    assert not parsed.defects
    return parsed


def display_name(mime: Mime, header: str) -> str:
    """The name of the only address in *header*; policy.default puts a blank between two encoded words of one."""
    raw = str(email.message_from_bytes(mime.content)[header]).replace("\r\n", "")
    return str(make_header(decode_header(parseaddr(raw)[0])))


def text_of(part: Any) -> str:
    text = part.get_payload(decode=True).decode(part.get_content_charset())
    assert isinstance(text, str)
    return text


EXAMPLE: dict[str, Any] = {
    "from": "tsales@massmarket.com",
    "subject": "Terrific Sale! This week only!",
    "textBody": "Text format email",
    "htmlBody": "<html><body>HTML format email</body></html>",
    "to": [{"email": "noreply@4d.com"}, {"email": "test@4d.com"}],
}


def test_the_documented_example() -> None:
    text = made(EXAMPLE).content.decode()
    boundary = re.search(r'boundary="([0-9A-F]{32})"', text)
    message_id = re.search(r"Message-ID: <[0-9A-F]{32}@massmarket\.com>", text)
    assert boundary and message_id
    assert text.replace(boundary[1], "B").replace(message_id[0], "Message-ID: <I>") == (
        "MIME-Version: 1.0\r\n"
        "Date: Thu, 11 Oct 2018 15:42:25 GMT\r\n"
        "Message-ID: <I>\r\n"
        "Sender: tsales@massmarket.com\r\n"
        "From: tsales@massmarket.com\r\n"
        "To: noreply@4d.com, test@4d.com\r\n"
        'Content-Type: multipart/alternative;\r\n boundary="B"\r\n'
        "Subject: Terrific Sale! This week only!\r\n"
        "\r\n"
        "--B\r\n"
        'Content-Type: text/plain; charset="US-ASCII"\r\n'
        "Content-Transfer-Encoding: 7bit\r\n"
        "\r\n"
        "Text format email\r\n"
        "--B\r\n"
        'Content-Type: text/html; charset="US-ASCII"\r\n'
        "Content-Transfer-Encoding: 7bit\r\n"
        "\r\n"
        "<html><body>HTML format email</body></html>\r\n"
        "--B--\r\n"
    )


def test_every_property() -> None:
    mail = {
        "from": "A <a@x.y>",
        "sender": {"name": "S", "email": "s@x.y"},
        "to": "t@x.y, u@x.y",
        "cc": "c@x.y",
        "bcc": "hidden@x.y",
        "replyTo": "r@x.y",
        "sendAt": "2020-09-13T16:11:53Z",
        "messageId": "abcdef.123456@4d.com",
        "inReplyTo": "one@x.y",
        "references": ["one@x.y", "<two@x.y>"],
        "keywords": {"$flagged": True, "4d": True, "off": False, "a, b": True, "ü": True},
        "comments": "Nur ein Kömmentar",
        "subject": "Héllo",
        "textBody": "Hi",
        "headers": [{"name": "X-Own", "value": "Grüße"}, {"name": "X-Own", "value": "two"}],
    }
    parsed = read(made(mail))
    assert parsed["From"] == "A <a@x.y>"
    assert parsed["Sender"] == "S <s@x.y>"
    assert parsed["To"] == "t@x.y, u@x.y"
    assert parsed["Cc"] == "c@x.y"
    assert parsed["Bcc"] is None
    assert parsed["Reply-To"] == "r@x.y"
    assert parsed["Date"].datetime == datetime(2020, 9, 13, 16, 11, 53, tzinfo=UTC)
    assert parsed["Message-ID"] == "<abcdef.123456@4d.com>"
    assert parsed["In-Reply-To"] == "<one@x.y>"
    assert parsed["References"] == "<one@x.y> <two@x.y>"
    assert parsed["Keywords"] == '$flagged, 4d, "a, b", ü'
    assert parsed["Comments"] == "Nur ein Kömmentar"
    assert parsed["Subject"] == "Héllo"
    assert parsed.get_all("X-Own") == ["Grüße", "two"]
    assert read(made(mail, bcc=True))["Bcc"] == "hidden@x.y"
    order = [name for name, _ in parsed.items()]
    assert order[:8] == ["MIME-Version", "Date", "Message-ID", "Sender", "From", "To", "Cc", "Reply-To"]
    assert order[8:14] == ["In-Reply-To", "References", "Keywords", "Comments", "X-Own", "X-Own"]
    assert order[14:] == ["Content-Type", "Content-Transfer-Encoding", "Subject"]


def test_the_sender_is_one_address() -> None:
    parsed = read(made({"from": "a@x.y, b@x.y", "textBody": ""}))
    assert parsed["Sender"] == "a@x.y"
    assert parsed["From"] == "a@x.y, b@x.y"


def test_own_headers_give_way() -> None:
    warnings: list[str] = []
    headers = [
        {"name": "From", "value": "other@x.y"},
        {"name": "cc", "value": "Ü <kept@x.y>"},
        {"name": "Content-Type", "value": "text/evil"},
        {"name": "Content-Transfer-Encoding", "value": "base64"},
        {"name": "Bcc", "value": "hidden@x.y"},
        {"name": None, "value": "no name"},
        {"value": "no name"},
        {"name": "X Bad", "value": "x"},
        {"name": "X-Bad:", "value": "x"},
        {"name": "X-Bad\r\nTo", "value": "x"},
        {"name": "", "value": "x"},
        {"name": "X-No-Value"},
        {"name": "Date", "value": "Mon, 01 Jan 2018 00:00:00 GMT"},
        {"name": "subject", "value": "first"},
        {"name": "Subject", "value": "second"},
    ]
    parsed = read(made({"from": "a@x.y", "textBody": "t", "headers": headers}, warnings=warnings))
    assert parsed["From"] == "a@x.y"
    assert parsed["Cc"] == "Ü <kept@x.y>"
    assert parsed.get_content_type() == "text/plain"
    assert parsed.get_content() == "t"
    assert parsed["Bcc"] is None
    assert parsed["X-No-Value"] == ""
    assert parsed["Date"] == "Mon, 01 Jan 2018 00:00:00 +0000"
    assert parsed.get_all("Subject") == ["first"]
    assert len(warnings) == 4
    assert all(text.isprintable() for text in warnings)


EVIL = "x\r\nBcc: evil@x.y\r\n\r\nbody\0\n\rEvil: yes"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("evil", [EVIL, EVIL + "é", EVIL + "日"])
def test_nothing_injects_a_header(evil: str, mode: str) -> None:
    mail = {
        "from": {"name": evil, "email": "a@x.y"},
        "to": [{"name": evil, "email": "b@x.y"}],
        "subject": evil,
        "comments": evil,
        "keywords": {evil: True},
        "inReplyTo": evil,
        "references": [evil],
        "headers": [{"name": "X-Own", "value": evil}, {"name": "To", "value": evil}],
        "attachments": [attached(b"x", evil, "text/plain\r\nEvil: yes")],
        "textBody": "t",
    }
    mime = made(mail, header_mode=mode, body_mode=mode)
    parsed = email.message_from_bytes(mime.content, policy=email.policy.compat32)
    assert parsed["Bcc"] is None and parsed["Evil"] is None
    for part in parsed.walk():
        assert part["Evil"] is None
    modern = read_tolerant(mime)
    assert "\n" not in modern["Subject"]
    assert modern["Subject"].startswith("x Bcc: evil@x.y body Evil: yes")


def read_tolerant(mime: Mime) -> EmailMessage:
    parsed = email.message_from_bytes(mime.content, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


@pytest.mark.parametrize("name", ["inReplyTo", "references", "messageId"])
def test_ids_inject_nothing(name: str) -> None:
    mail = {"from": "a@x.y", "textBody": "t", name: "<a@b>\r\nBcc: x@y.z"}
    if name == "messageId":
        with pytest.raises(MailProblem):
            made(mail)
    else:
        assert read_tolerant(made(mail))["Bcc"] is None


@pytest.mark.parametrize("text", ["<>", " < > ", "<<>>"])
def test_a_message_id_without_an_id(text: str) -> None:
    found = read_tolerant(made({"from": "a@x.y", "textBody": "t", "messageId": text}))["Message-ID"]
    assert found.endswith("@x.y>") and found.count("<") == 1


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2016-12-31T23:59:60Z", "Sun, 01 Jan 2017 00:00:00 GMT"),
        ("2017-01-01T05:29:60.5+05:30", "Sun, 01 Jan 2017 00:00:00 GMT"),
        ("20161231T235960Z", "Sun, 01 Jan 2017 00:00:00 GMT"),
        ("2016-12-31T24:00:00Z", "Sun, 01 Jan 2017 00:00:00 GMT"),
        ("2016-12-31T24:00:00.000+01:00", "Sat, 31 Dec 2016 23:00:00 GMT"),
        ("2016-12-31T24:00", "Sun, 01 Jan 2017 00:00:00 GMT"),
        ("20161231T240000Z", "Sun, 01 Jan 2017 00:00:00 GMT"),
        ("2020-09-13t16:11:53z", "Sun, 13 Sep 2020 16:11:53 GMT"),
        ("2020-09-13 16:11:53", "Sun, 13 Sep 2020 16:11:53 GMT"),
        ("2020-09-13", "Sun, 13 Sep 2020 00:00:00 GMT"),
    ],
)
def test_moments(written: str, date: str) -> None:
    assert f"Date: {date}\r\n".encode() in made({"from": "a@x.y", "textBody": "t", "sendAt": written}).content


@pytest.mark.parametrize(
    "written",
    [
        "2016-12-31T12:00:60Z",
        "2016-12-31T23:59:61Z",
        "2016-12-31T24:00:01Z",
        "2016-12-31T24:30Z",
        "9999-12-31T24:00Z",
        "9999-12-31T23:59:60Z",
    ],
)
def test_no_moments(written: str) -> None:
    with pytest.raises(MailProblem, match="is not a date in ISO 8601"):
        made({"from": "a@x.y", "textBody": "t", "sendAt": written})


SUBJECTS = [
    "",
    "plain",
    " leading",
    "trailing ",
    "two  blanks",
    "a =?utf-8?Q?b?= c",
    "Grüße",
    "日本語のとても長い件名です。" * 8,
    "mixed 日本 and ASCII " * 10,
    "😀" * 60,
    "word " * 60,
    "x" * 300,
    "x" * 3000,
    "tab\tinside",
    "q=1_2?3",
    "ß" * 500,
    " " * 200,
    "e\u0301" * 80,
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda text: text[:10])
def test_subjects_read_back(subject: str, mode: str) -> None:
    mail = {"from": {"name": subject or "x", "email": "a@x.y"}, "subject": subject, "textBody": "t"}
    parsed = read_tolerant(made(mail, header_mode=mode))
    # CPython parts a folded line at its blanks and keeps them, and so gives a long ASCII one back whole.
    assert parsed["Subject"] == subject
    if subject.strip() and "\t" not in subject:
        assert display_name(made(mail, header_mode=mode), "From") == subject.strip()


def test_header_charsets() -> None:
    def subject(text: str, mode: str) -> str:
        return made({"subject": text}, header_mode=mode).content.decode().partition("Subject: ")[2].strip()

    assert subject("Grüße", UTF8_QP) == "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?="
    assert subject("Grüße", UTF8_B64) == "=?UTF-8?B?R3LDvMOfZQ==?="
    assert subject("Grüße", LATIN1) == "=?ISO-8859-1?Q?Gr=FC=DFe?="
    assert subject("日本", LATIN1) == "=?UTF-8?Q?=E6=97=A5=E6=9C=AC?="
    assert subject("日本", JAPANESE) == "=?ISO-2022-JP?Q?=1B=24BF|K=5C=1B=28B?=".replace("|", "=7C")
    assert subject("ß", JAPANESE) == "=?UTF-8?Q?=C3=9F?="
    assert subject("①", JAPANESE) == "=?UTF-8?Q?=E2=91=A0?="
    assert all(subject("ascii", mode) == "ascii" for mode in MODES)


@pytest.mark.parametrize(
    ("mode", "text", "charset", "encoding"),
    [
        (UTF8_QP, "ascii", "US-ASCII", "7bit"),
        (UTF8_QP, "é", "UTF-8", "quoted-printable"),
        (UTF8_B64, "ascii", "US-ASCII", "7bit"),
        (UTF8_B64, "é", "UTF-8", "base64"),
        (LATIN1, "ascii", "ISO-8859-1", "7bit"),
        (LATIN1, "é", "ISO-8859-1", "8bit"),
        (LATIN1, "日", "UTF-8", "quoted-printable"),
        (LATIN1, "é" * 999, "ISO-8859-1", "quoted-printable"),
        (JAPANESE, "ascii", "US-ASCII", "7bit"),
        (JAPANESE, "日本〜", "ISO-2022-JP", "7bit"),
        # Their twins in JIS X 0208 are other characters.
        (JAPANESE, "日本～", "UTF-8", "quoted-printable"),
        (JAPANESE, "日本—", "UTF-8", "quoted-printable"),
        (JAPANESE, "日本\x1b", "UTF-8", "quoted-printable"),
        (LATIN1, "é\x85", "UTF-8", "quoted-printable"),
        (JAPANESE, "é", "UTF-8", "quoted-printable"),
        (JAPANESE, "ｶﾅ", "UTF-8", "quoted-printable"),
        (JAPANESE, "日" * 600, "UTF-8", "quoted-printable"),
        (UTF8_QP, "x" * 998, "US-ASCII", "7bit"),
        (UTF8_QP, "x" * 999, "US-ASCII", "quoted-printable"),
        (UTF8_B64, "x" * 999, "US-ASCII", "base64"),
        (UTF8_QP, "\0", "US-ASCII", "quoted-printable"),
    ],
)
def test_body_charsets(mode: str, text: str, charset: str, encoding: str) -> None:
    parsed = read(made({"textBody": text}, body_mode=mode))
    assert parsed.get_content_charset() == charset.lower()
    assert parsed["Content-Transfer-Encoding"] == encoding
    if "～" not in text:
        assert text_of(parsed) == text


def test_seven_bit_for_a_server_without_8bitmime() -> None:
    mime = made({"textBody": "é", "htmlBody": "<p>é"}, body_mode=LATIN1, eight_bit=False)
    assert mime.content.isascii() and not mime.eight_bit
    parsed = read(mime)
    assert [text_of(part) for part in parsed.walk() if not part.is_multipart()] == ["é", "<p>é"]


@pytest.mark.parametrize("mode", MODES)
def test_bodies_read_back(mode: str) -> None:
    chance = random.Random(4)
    pieces = [
        "a",
        " ",
        "\n",
        "\r",
        "\r\n",
        "é",
        "日",
        "=",
        ".",
        "😀",
        "x" * 80,
        "\t",
        "From ",
        "\n.\n",
        "ß " * 600,
    ]
    for _ in range(50):
        text = "".join(chance.choices(pieces, k=chance.randrange(30)))
        expected = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
        parsed = read(made({"textBody": text}, body_mode=mode))
        assert text_of(parsed) == expected
        parsed = read(made({"textBody": text + "x", "htmlBody": text + "y"}, body_mode=mode))
        assert [text_of(part) for part in parsed.iter_parts()] == [expected + "x", expected + "y"]


def test_quoted_printable_lines() -> None:
    chance = random.Random(5)
    for _ in range(300):
        text = "".join(chance.choices("aé =.\t", k=chance.randrange(400))) + chance.choice(["", "\n", " \nx"])
        encoded = quoted_printable(text.replace("\n", "\r\n").encode())
        for line in encoded.split(b"\r\n"):
            assert len(line) <= 76 and not line.endswith((b" ", b"\t")) and b"\n" not in line


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 29183, 29184, 29185, 100_000])
def test_base64_lines(size: int) -> None:
    import base64

    data = random.Random(size).randbytes(size)
    lines = base64_lines(data)
    assert base64.b64decode(lines) == data
    assert all(len(line) == 76 for line in lines.split(b"\r\n")[:-1])


def test_lone_surrogates_do_not_stop_a_mail() -> None:
    parsed = read(made({"subject": "a\ud83d\ude00b\ud800", "textBody": "\udc00 \ud83d\ude00"}))
    assert parsed["Subject"] == "a😀b?"
    assert text_of(parsed) == "? 😀"


def test_attachments() -> None:
    picture = attached(b"\x89PNG" * 1000, "Bild ä.png", "image/png", cid="logo")
    report = attached(b"%PDF" * 20_000, "report.pdf")
    long = attached(b"", "名前" * 40 + ".txt", "text/plain")
    mail = {"textBody": "t", "htmlBody": "<img src='cid:logo'>", "attachments": [picture, report, long]}
    parsed = read(made(mail))
    kinds = [part.get_content_type() for part in parsed.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
        "text/plain",
    ]
    parts = list(parsed.walk())
    assert parts[5]["Content-ID"] == "<logo>"
    assert parts[5].get_content_disposition() == "inline"
    assert parts[5].get_filename() == "Bild ä.png"
    assert parts[5].get_payload(decode=True) == b"\x89PNG" * 1000
    assert parts[6].get_content_disposition() == "attachment"
    assert parts[6].get_payload(decode=True) == b"%PDF" * 20_000
    assert parts[7].get_filename() == "名前" * 40 + ".txt"


def test_an_inline_attachment_without_html_is_listed() -> None:
    parsed = read(made({"textBody": "t", "attachments": [attached(b"x", "a.png", "image/png", cid="c")]}))
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/mixed",
        "text/plain",
        "image/png",
    ]


def test_a_mail_within_a_mail_is_not_encoded() -> None:
    parsed = read(made({"attachments": [attached(b"Subject: in\n\nbody\n", "m.eml", "message/rfc822")]}))
    part = list(parsed.iter_parts())[1]
    assert part.get_content_type() == "message/rfc822"
    assert part.get_content()["Subject"] == "in"
    parsed = read(made({"attachments": [attached(b"Subject: \xff\n\n", "m.eml", "message/rfc822")]}))
    assert list(parsed.iter_parts())[1].get_content_type() == "application/octet-stream"


STRUCTURE = {
    "type": "multipart/mixed",
    "subParts": [
        {
            "type": "multipart/alternative",
            "subParts": [
                {"partId": "p0001", "type": "text/plain", "language": ["de", "en"]},
                {"partID": "p0002", "type": "text/html; charset=x", "location": "http://x.y/"},
            ],
        },
        {"type": "application/pdf", "disposition": "attachment"},
    ],
}


def test_body_structure_wins() -> None:
    mail = {
        "textBody": "not this",
        "bodyStructure": STRUCTURE,
        "bodyValues": {"p0001": {"value": "päin"}, "p0002": {"value": "<p>"}},
        "attachments": [attached(b"pdf", "a.pdf"), attached(b"more", "b.bin", "x/y")],
    }
    parsed = read(made(mail))
    leaves = [part for part in parsed.walk() if not part.is_multipart()]
    assert [part.get_content_type() for part in leaves] == [
        "text/plain",
        "text/html",
        "application/pdf",
        "x/y",
    ]
    assert text_of(leaves[0]) == "päin"
    assert leaves[0]["Content-Language"] == "de, en"
    assert leaves[1]["Content-Location"] == "http://x.y/"
    assert leaves[2].get_payload(decode=True) == b"pdf"


def test_a_leaf_without_content_is_told() -> None:
    warnings: list[str] = []
    parsed = read(made({"bodyStructure": {"type": "image/png"}}, warnings=warnings))
    assert parsed.get_content_type() == "text/plain"
    assert warnings == [
        "mail.bodyStructure: left out, neither bodyValues nor attachments has a content for this image/png"
    ]


def test_a_structure_that_never_ends() -> None:
    loop: dict[str, Any] = {"type": "multipart/mixed"}
    loop["subParts"] = [loop]
    with pytest.raises(MailProblem, match="nested deeper than 100"):
        made({"bodyStructure": loop})


@pytest.mark.parametrize(
    ("mail", "message"),
    [
        ({"subject": 5}, "mail.subject: wanted Text, got Number"),
        ({"textBody": []}, "mail.textBody: wanted Text, got Collection"),
        ({"headers": "X: y"}, "mail.headers: wanted Collection, got Text"),
        ({"headers": ["X: y"]}, "mail.headers[0]: wanted Object, got Text"),
        ({"headers": [{"name": 1}]}, "mail.headers[0].name: wanted Text, got Number"),
        ({"keywords": ["a"]}, "mail.keywords: wanted Object, got Collection"),
        ({"references": [1]}, "mail.references: wanted Text or Collection of Texts, got Number"),
        ({"sendAt": "tomorrow"}, 'mail.sendAt: "tomorrow" is not a date in ISO 8601'),
        ({"attachments": ["/etc/passwd"]}, "mail.attachments[0]: wanted 4D.MailAttachment, got Text"),
        ({"attachments": [attached(b"", cid="a b")]}, 'attachment: "a b" cannot be a cid'),
        ({"bodyStructure": {"type": "x"}}, 'mail.bodyStructure.type: "x" is not a MIME type'),
        ({"messageId": "a b"}, 'mail.messageId: "a b" cannot be a message id'),
        ({"messageId": "<a@b><c@d>"}, 'mail.messageId: "<a@b><c@d>" cannot be a message id'),
    ],
)
def test_mistakes(mail: dict[str, Any], message: str) -> None:
    with pytest.raises(MailProblem) as caught:
        made(mail)
    assert caught.value.message == message


def test_the_command() -> None:
    run = Script(World(0))
    text = mail_convert_to_mime(run, EXAMPLE)
    assert "Date: Sun, 01 Mar 2026 10:30:05 GMT\r\n" in text
    mail = {"from": "a@x.y", "bcc": "b@x.y", "textBody": "é"}
    assert "Bcc" not in mail_convert_to_mime(run, mail)
    assert "Bcc: b@x.y\r\n" in mail_convert_to_mime(run, mail, {"includeBccHeaders": True})
    assert mail_convert_to_mime(run, mail, {"bodyCharset": "ISO-8859-1"}).endswith("\r\n\r\né")
    with pytest.raises(LanguageError) as caught:
        mail_convert_to_mime(run, mail, {"bodyCharset": "EBCDIC"})
    assert caught.value.message.startswith('MAIL Convert to MIME: options.bodyCharset: "EBCDIC" is not')
    assert caught.value.signature == "MIME"
    assert caught.value.result == ""


def test_the_envelope() -> None:
    mail = {
        "from": "A <a@x.y>, z@x.y",
        "to": "b@x.y; B <b@X.Y>; Team: c@x.y;",
        "cc": {"name": "D", "email": "d@x.y"},
        "bcc": ["e@x.y", {"email": "b@x.y"}],
        "textBody": "t",
    }
    ready = outgoing(mail, lambda: NOW, print, content)
    assert ready.sender == "a@x.y"
    assert ready.recipients == ("b@x.y", "c@x.y", "d@x.y", "e@x.y")
    assert not ready.utf8
    assert outgoing({**mail, "sender": "s@x.y"}, lambda: NOW, print, content).sender == "s@x.y"
    assert outgoing({**mail, "cc": "jürgen@x.y"}, lambda: NOW, print, content).utf8
    with pytest.raises(MailProblem, match="mail.from: missing"):
        outgoing({"to": "a@b"}, lambda: NOW, print, content)
    with pytest.raises(MailProblem, match="mail.to: missing"):
        outgoing({"from": "a@b", "to": ";"}, lambda: NOW, print, content)


# Attachments, read back.


HOSTILE = [
    'a"b\\c.txt',
    "../../etc/passwd",
    "a;b=c, d.txt",
    "=?UTF-8?Q?x?=.pdf",
    "a\tb.pdf",
    "%41'en'b.txt",
    "Ünï" * 60 + ".doc",
    "名" * 100 + ".doc",
    "\u202egnp.exe",
    "x" * 200 + ".pdf",
    "😀.png",
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", HOSTILE)
def test_file_names_come_back(name: str, mode: str) -> None:
    mail = {"textBody": "t", "attachments": [attached(b"x", name)]}
    part = list(read(made(mail, header_mode=mode)).iter_parts())[1]
    assert part.get_filename() == name
    # Readers that do not know RFC 2231 take the other one.
    raw = email.message_from_bytes(part.as_bytes()).get_param("name", header="Content-Type")
    assert str(make_header(decode_header(re.sub(r"\r?\n", "", str(raw))))) == name
    assert part.get_payload(decode=True) == b"x"


@pytest.mark.parametrize(
    ("mode", "name", "extended", "word"),
    [
        (UTF8_QP, "é.pdf", "UTF-8''%C3%A9.pdf", "=?UTF-8?Q?=C3=A9=2Epdf?="),
        (UTF8_B64, "é.pdf", "UTF-8''%C3%A9.pdf", "=?UTF-8?B?w6kucGRm?="),
        (LATIN1, "é.pdf", "ISO-8859-1''%E9.pdf", "=?ISO-8859-1?Q?=E9=2Epdf?="),
        (LATIN1, "名.pdf", "UTF-8''%E5%90%8D.pdf", "=?UTF-8?Q?=E5=90=8D=2Epdf?="),
        (
            JAPANESE,
            "名.pdf",
            "ISO-2022-JP''%1B%24BL%3E%1B%28B.pdf",
            "=?ISO-2022-JP?Q?=1B=24BL=3E=1B=28B=2Epdf?=",
        ),
        (JAPANESE, "é.pdf", "UTF-8''%C3%A9.pdf", "=?UTF-8?Q?=C3=A9=2Epdf?="),
    ],
)
def test_file_names_in_the_charset_of_the_headers(mode: str, name: str, extended: str, word: str) -> None:
    text = made({"attachments": [attached(b"x", name)]}, header_mode=mode).content.decode()
    assert f"\r\n filename*={extended}\r\n" in text
    assert f'\r\n name="{word}"\r\n' in text


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 57 * 512 - 1, 57 * 512, 57 * 512 + 1, 200_000])
def test_bytes_of_attachments_come_back(size: int) -> None:
    data = random.Random(size).randbytes(size)
    content = made({"attachments": [attached(data, "a.bin"), attached(data[::-1], "b.txt", "text/plain")]})
    _, first, second = read(content).iter_parts()
    assert first.get_payload(decode=True) == data
    assert second.get_payload(decode=True) == data[::-1]
    encoded = content.content.split(b"\r\n\r\n")[3].partition(b"\r\n--")[0].split(b"\r\n")
    assert all(len(line) == 76 for line in encoded[:-1]) and len(encoded[-1]) <= 76


def test_text_attachments_are_not_changed() -> None:
    data = b"\xef\xbb\xbfa\nb\r\nc\rd \0\n.\n"
    kinds = ["text/plain", "text/html; charset=utf-8", 'text/calendar; method=REQUEST; charset="UTF-8"']
    parts = list(read(made({"attachments": [attached(data, "a.txt", kind) for kind in kinds]})).iter_parts())
    assert [part.get_payload(decode=True) for part in parts[1:]] == [data] * 3
    assert [part.get_content_type() for part in parts[1:]] == ["text/plain", "text/html", "text/calendar"]
    assert parts[3].get_param("method", header="Content-Type") == "REQUEST"
    assert parts[3].get_content_charset() == "utf-8"


def test_a_type_names_no_second_file() -> None:
    kind = 'application/pdf; name="other.exe"; x=y'
    part = list(read(made({"attachments": [attached(b"", "a.pdf", kind)]})).iter_parts())[1]
    assert part.get_params()[1:] == [("x", "y"), ("name", "a.pdf")]
    part = list(read(made({"attachments": [attached(b"", "", kind)]})).iter_parts())[1]
    assert part.get_param("name") == "other.exe"


@pytest.mark.parametrize(
    "kind",
    ["x", "a/b\r\nEvil: yes", 'a/b; x="y\r\nEvil: yes"', "a/b; x=é", 'a/b; x="', "a/b c", "a/b; x=y z"],
)
def test_a_type_that_is_none(kind: str) -> None:
    part = list(read(made({"attachments": [attached(b"1", "a", kind)]})).iter_parts())[1]
    assert part.get_content_type() == "application/octet-stream"
    assert part["Evil"] is None
    assert part.get_payload(decode=True) == b"1"


@pytest.mark.parametrize(
    ("data", "kind", "shown"),
    [
        (b"--x\r\n\r\nEvil\r\n--x--", "multipart/mixed; boundary=x", "application/octet-stream"),
        (b"A: b\r\n\r\n" + b"x" * 999, "message/rfc822", "application/octet-stream"),
        (b"A: b\r\n\r\nc\rd", "message/rfc822", "application/octet-stream"),
        (b"A: b\r\n\r\n\0", "message/rfc822", "application/octet-stream"),
    ],
)
def test_what_may_not_be_encoded_goes_as_bytes(data: bytes, kind: str, shown: str) -> None:
    part = list(read(made({"attachments": [attached(data, "a", kind)]})).iter_parts())[1]
    assert (part.get_content_type(), part.get_payload(decode=True)) == (shown, data)


def test_a_mail_within_a_mail_keeps_its_bytes() -> None:
    inner = made(
        {"subject": "é", "textBody": "ü\r\n.\r\n--x", "attachments": [attached(b"\0", "a.bin")]}
    ).content
    outer = made({"attachments": [attached(inner, "m.eml", "message/rfc822")]}).content
    assert b"\r\n\r\n" + inner + b"\r\n--" in outer
    assert read(made({"attachments": [attached(inner, "m.eml", "message/rfc822")]})).get_content_type() == (
        "multipart/mixed"
    )


def test_the_root_of_related_parts_is_named() -> None:
    mail = {"htmlBody": "<img src='cid:a'>", "attachments": [attached(b"x", "a.png", "image/png", "<a>")]}
    parsed = read(made(mail))
    assert parsed.get_content_type() == "multipart/related"
    assert parsed.get_param("type") == "text/html"
    assert [part.get_content_type() for part in parsed.iter_parts()] == ["text/html", "image/png"]
    assert list(parsed.iter_parts())[1]["Content-ID"] == "<a>"


def test_the_size_of_a_mail_that_was_read_goes_on() -> None:
    one = MailAttachment(lambda run: b"abc", "a.bin", size=3)
    part = list(read(made({"attachments": [one]})).iter_parts())[1]
    assert part["Content-Disposition"].params == {"filename": "a.bin", "size": "3"}


def leaf(kind: str, cid: str = "") -> dict[str, Any]:
    headers = [{"name": "Content-ID", "value": f"<{cid}>"}] if cid else []
    return {"type": kind, "headers": headers}


@pytest.mark.parametrize(
    ("leaves", "names", "placed"),
    [
        # In order of the collection.
        ([leaf("image/png"), leaf("image/png")], ["1.png", "2.png"], ["1.png", "2.png"]),
        # By Content-ID, wherever it stands.
        ([leaf("image/png"), leaf("image/png", "c")], ["c.png", "1.png"], ["1.png", "c.png"]),
        # One that was taken out leaves its place empty; one that is new stands behind.
        ([leaf("image/png", "d"), leaf("application/pdf")], ["c.png", "1.pdf"], ["1.pdf", "c.png"]),
        ([leaf("image/png")], ["1.pdf"], ["1.pdf"]),
        # A leaf that says nothing of one takes one with a Content-ID, too.
        ([leaf("image/png"), leaf("application/pdf")], ["1.pdf", "c.png"], ["c.png", "1.pdf"]),
    ],
)
def test_leaves_take_attachments(leaves: list[Any], names: list[str], placed: list[str]) -> None:
    text = {"type": "text/plain", "partId": "p0001"}
    mail = {
        "bodyStructure": {"type": "multipart/mixed", "subParts": [text, *leaves]},
        "bodyValues": {"p0001": {"value": "t"}},
        "attachments": [attached(n.encode(), n, "", "c" if n.startswith("c") else "") for n in names],
    }
    parts = list(read(made(mail)).iter_parts())
    assert text_of(parts[0]) == "t"
    assert [part.get_filename() for part in parts[1:]] == placed
    assert [part.get_payload(decode=True) for part in parts[1:]] == [name.encode() for name in placed]


def test_a_leaf_keeps_its_other_headers() -> None:
    structure = {
        "type": "image/png",
        "location": "http://x.y/a.png",
        "disposition": "attachment",
        "headers": [
            {"name": "Content-ID", "value": "<c>"},
            {"name": "Content-Description", "value": "a picture"},
            {"name": "Content-Disposition", "value": "attachment"},
        ],
    }
    one = attached(b"x", "a.png", "image/png", "c")
    parsed = read(made({"bodyStructure": structure, "attachments": [one]}))
    assert parsed.get_content_type() == "image/png"
    assert parsed["Content-Location"] == "http://x.y/a.png"
    assert parsed["Content-Description"] == "a picture"
    assert parsed.get_all("Content-ID") == ["<c>"]
    assert parsed.get_all("Content-Disposition") == ['inline; filename="a.png"']


def test_one_large_attachment_at_a_time_is_in_memory() -> None:
    size, count = 4_000_000, 5
    held = 0

    def large(run: object) -> bytes:
        nonlocal held
        held = max(held, tracemalloc.get_traced_memory()[0])
        return bytes(size)

    mail = {"attachments": [MailAttachment(large, f"{n}.bin") for n in range(count)]}
    tracemalloc.start()
    try:
        mime = build(mail, lambda: NOW, print, content)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # The mail, which grows by an eighth at a time, and one content.
    assert len(mime.content) > count * size * 1.33
    assert peak < 1.3 * len(mime.content) + size
    assert held < (count - 1) * size * 1.5


@pytest.mark.parametrize("size", [0, 1, 56, 57, 29183, 29184, 29185, 2 * 29184, 100_000])
def test_base64_of_pieces(size: int) -> None:
    data = random.Random(size).randbytes(size)
    for cuts in ([], [1], [57], [29184], [10, 10, 29184, 50_000], [29183, 29185]):
        places = sorted(min(cut, size) for cut in [0, *cuts, size])
        pieces = [data[start:end] for start, end in pairwise(places)]
        assert b"".join(base64_blocks(pieces)) == base64_lines(data)


def test_a_large_file_is_never_in_memory_more_than_twice(tmp_path: Path) -> None:
    size = 20_000_000
    file = tmp_path / "large.bin"
    file.write_bytes(random.Random(1).randbytes(size))
    script = """
    $mail:={from: "a@x.y"; to: "b@x.y"; attachments: [MAIL New attachment($path)]}
    return Length(MAIL Convert to MIME($mail))
    """
    with Interpreter(permissions=Permissions(read=True)) as engine:
        program = engine.compile(script)
        engine.run('$warm:=MAIL Convert to MIME({from: "a@x.y"})')
        tracemalloc.start()
        try:
            length = program.run({"path": str(file)}).value
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    # In base64, as bytes and as the text of them; the file itself is read in pieces.
    assert length > size * 78 / 57
    assert peak < 2 * length + 2_000_000
