"""Mails that a script sends through a real Postfix and reads back by POP3 from a real Dovecot: nothing changes."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, Permissions
from interp.host import LocalHost
from interp.values import Attachment

from .servers import USERS, MailServers

ALICE, BOB = "alice@example.test", "bob@example.test"

SEND_AND_READ = """
var $tries : Integer
For each ($file; $files)
	If ($mail.attachments=Null)
		$mail.attachments:=[]
	End if
	$mail.attachments.push(MAIL New attachment($file.data; $file.name; $file.cid; $file.type; $file.disposition))
End for each
$status:=SMTP New transporter($smtp).send($mail)
$pop:=POP3 New transporter($pop3)
While (($pop.getBoxInfo().mailCount=0) & ($tries<200))
	$tries:=$tries+1
	$pop:=Null
	DELAY PROCESS(Current process; 3)
	$pop:=POP3 New transporter($pop3)
End while
$list:=$pop.getMailInfoList()
$blob:=$pop.getMIMEAsBlob(1)
$read:=$pop.getMail(1)
$head:=$pop.getMail(1; True)
$pop.delete(1)
$pop:=Null
$left:=POP3 New transporter($pop3).getBoxInfo().mailCount
"""

DOTS = ".\r\n..\r\n.a\r\n...b\r\n\r\n.\r\nend.\r\n."
LONG = "x" * 998 + "\r\n" + "y" * 5000 + "\r\n" + "word " * 2000
SCRIPTS = "Grüße, Łódź, Ἀθῆναι, Москва, 東京, 서울, شكرا, שלום, 😀👩‍👩‍👧 \u200b\u00a0é e\u0301"
EVERY_BYTE = bytes(range(256)) * 40

#: What is sent, beside sender and recipient, and the attachments.
MAILS: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "plain": ({"subject": "Hello", "textBody": "Hello\r\nBob"}, []),
    "empty": ({"subject": "", "textBody": ""}, []),
    "dots": ({"subject": ".", "textBody": DOTS}, []),
    "dots in HTML": ({"subject": "..", "htmlBody": f"<pre>{DOTS}</pre>"}, []),
    "long lines": ({"subject": "long", "textBody": LONG, "htmlBody": f"<p>{LONG}</p>"}, []),
    "a long subject": ({"subject": f"{SCRIPTS} " * 20, "textBody": "x"}, []),
    "scripts": ({"subject": SCRIPTS, "textBody": SCRIPTS, "htmlBody": f"<b>{SCRIPTS}</b>"}, []),
    "blanks": ({"subject": "blanks", "textBody": "trailing  \r\n\ttabs\t\r\n \r\n\r\nend  \t"}, []),
    "looks like MIME": (
        {"subject": "=?utf-8?q?not?=", "textBody": "--b\r\n=3D =\r\nFrom me\r\nFrom: you\r\n\r\n>From"},
        [],
    ),
    "names": (
        {
            "subject": "names",
            "textBody": "x",
            "cc": [
                {"name": 'O\'Neil, "Bob" (CEO)', "email": "cc@example.test"},
                {"name": "山田", "email": "y@example.test"},
            ],
            "replyTo": "Käthe <k@example.test>",
            "comments": "a comment",
            "inReplyTo": "<zero@example.test>",
            "references": ["<minus@example.test>", "<zero@example.test>"],
            "messageId": "one@example.test",
            "sendAt": "2024-05-03T08:20:30Z",
            "keywords": {"$flagged": True, "4d": True},
            "headers": [{"name": "X-Mine", "value": "a b"}, {"name": "X-Long", "value": "word " * 60}],
        },
        [],
    ),
    "attachments": (
        {"subject": "files", "textBody": "see files"},
        [
            {"name": "bytes.bin", "data": EVERY_BYTE, "type": "application/octet-stream"},
            {"name": "nothing.dat", "data": b"", "type": "application/octet-stream"},
            {"name": "Übersicht 東京.pdf", "data": b"%PDF-1.4\r\n.\r\n..\r\n", "type": "application/pdf"},
            {"name": "dots.txt", "data": DOTS.encode(), "type": "text/plain"},
            {"name": "bare.txt", "data": b"cr\rlf\ncrlf\r\n.\n", "type": "text/plain"},
            {"name": 'a "quoted", name; b=c.bin', "data": b"\0", "type": "application/octet-stream"},
        ],
    ),
    "inline": (
        {"subject": "inline", "htmlBody": '<img src="cid:pic1">', "textBody": "a picture"},
        [
            {
                "name": "pic.png",
                "data": b"\x89PNG\r\n\x1a\n" + EVERY_BYTE,
                "cid": "pic1",
                "type": "image/png",
                "disposition": "inline",
            }
        ],
    ),
    "only a file": ({"subject": "file"}, [{"name": "a.bin", "data": EVERY_BYTE, "type": "application/zip"}]),
    "a big file": (
        {"subject": "big", "textBody": "x"},
        [{"name": "a.bin", "data": EVERY_BYTE * 300, "type": "application/zip"}],
    ),
}
#: The constants ``mail mode …``, in headers and bodies.
MODES = ("US-ASCII_UTF8_QP", "US-ASCII_UTF8_B64", "ISO-8859-1", "US-ASCII_ISO-2022-JP_UTF8_QP")


class Routed(LocalHost):
    """This machine, where the ports of providers lead to the servers of the tests."""

    def __init__(self, servers: MailServers, logs: Path) -> None:
        super().__init__(Permissions.all(), ca_file=str(servers.ca_file), answers=(), logs=str(logs))
        self._ports = {465: servers.ports.smtps, 995: servers.ports.pop3s}

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        return super().dial("127.0.0.1", self._ports[port], timeout, service)


class Bench:
    """What sends and reads."""

    def __init__(self, servers: MailServers, logs: Path) -> None:
        self.servers = servers
        self.logs = logs
        self.host = Routed(servers, logs)
        self.interpreter = Interpreter(host=self.host)
        servers.empty(BOB)

    def close(self) -> None:
        self.interpreter.close()
        self.host.close()

    def pass_on(self, mail: dict[str, Any], files: list[dict[str, Any]], **smtp: Any) -> dict[str, Any]:
        """Sends a mail from Alice to Bob; the variables of the script that read it."""
        given = {
            "mail": {"from": {"name": "Alice", "email": ALICE}, "to": BOB, **mail},
            "files": [{"cid": "", "disposition": "attachment", **file} for file in files],
            "smtp": {
                "host": "localhost",
                "port": 465,
                "user": ALICE,
                "password": USERS[ALICE],
                "logFile": "out.txt",
                **smtp,
            },
            "pop3": {"host": "localhost", "user": BOB, "password": USERS[BOB], "logFile": "in.txt"},
        }
        found = self.interpreter.run(SEND_AND_READ, "pass_on.4dm", given).variables
        assert found["status"]["success"] is True, found["status"]
        assert len(found["list"]) == 1 and found["left"] == 0
        assert found["list"][0]["size"] == len(found["blob"])
        return found

    def sent(self) -> str:
        """The mail as it went out, by the log of the sender, with LF."""
        entries = re.split(r"(?m)^\d+\t[^\t\n]+\t\d+\t\d+\t", (self.logs / "out.txt").read_text("utf-8"))
        (mail,) = [
            entry for entry in entries if entry.startswith("C > MIME-Version:") or "\nMIME-Version:" in entry
        ]
        return mail.removeprefix("C > ").removesuffix("\n")


@pytest.fixture
def bench(mail_servers: MailServers, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(mail_servers, tmp_path / "Logs")
    yield bench
    bench.close()


def lines(text: str) -> str:
    """*text* as an Email object has it."""
    return text.replace("\r\n", "\n")


def values_of(mail: dict[str, Any]) -> dict[str, str]:
    """The texts of a mail by their type."""
    found: dict[str, str] = {}
    waiting = [mail["bodyStructure"]]
    while waiting:
        part = waiting.pop()
        waiting.extend(part.get("subParts", ()))
        value = mail["bodyValues"].get(part.get("partId"))
        if value is not None:
            assert value["isEncodingProblem"] is False
            found[part["type"]] = value["value"]
    return found


def assert_fields(read: dict[str, Any], mail: dict[str, Any], files: list[dict[str, Any]]) -> None:
    """*read* says what *mail* did."""
    assert read.get("subject", "") == mail.get("subject", "").strip()
    assert read["from"] == [{"name": "Alice", "email": ALICE}]
    assert read["to"] == [{"name": None, "email": BOB}]
    texts = values_of(read)
    for name, kind in (("textBody", "text/plain"), ("htmlBody", "text/html")):
        if name in mail:
            # A mail ends with a line end.
            assert texts[kind].removesuffix("\n") == lines(mail[name]).removesuffix("\n")
    assert read.get("cc") == mail.get("cc")
    if "replyTo" in mail:
        assert read["replyTo"] == [{"name": "Käthe", "email": "k@example.test"}]
        for name in ("comments", "sendAt", "messageId", "keywords"):
            assert read[name] == mail[name]
        assert read["inReplyTo"] == "zero@example.test"
        assert read["references"] == ["minus@example.test", "zero@example.test"]
        headers = {header["name"]: header["value"] for header in read["headers"]}
        assert headers["X-Mine"] == "a b" and headers["X-Long"].split() == ["word"] * 60
    attachments = read["attachments"]
    assert len(attachments) == len(files)
    for attachment, file in zip(attachments, files, strict=True):
        assert isinstance(attachment, Attachment)
        assert (attachment.name, attachment.type) == (file["name"], file["type"])
        assert attachment.getContent() == file["data"]
        assert (attachment.cid or "") == file.get("cid", "")
        assert attachment.disposition == file.get("disposition", "attachment")


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_comes_as_it_went(bench: Bench, name: str) -> None:
    mail, files = MAILS[name]
    found = bench.pass_on(mail, files)
    assert_fields(found["read"], mail, files)
    assert found["head"]["headers"] == found["read"]["headers"]
    # Byte by byte: Postfix and Dovecot put headers in front, and nothing else.
    read = found["blob"].decode("utf-8")
    assert "\n" not in read.replace("\r\n", "")
    before, _, after = lines(read).partition("MIME-Version: 1.0\n")
    assert ("MIME-Version: 1.0\n" + after).rstrip("\n") == bench.sent().rstrip("\n")
    assert set(re.findall(r"(?m)^([\w-]+):", before)) == {
        "Return-Path",
        "X-Original-To",
        "Delivered-To",
        "Received",
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", ["ASCII only", "Grüße & größer", "日本語のメール ｶﾀｶﾅ ～—①", SCRIPTS])
def test_charsets(bench: Bench, mode: str, text: str) -> None:
    mail = {"subject": text, "textBody": f"{text}\r\n.{text}", "htmlBody": f"<p>{text}</p>"}
    found = bench.pass_on(mail, [], headerCharset=mode, bodyCharset=mode)
    assert_fields(found["read"], mail, [])
