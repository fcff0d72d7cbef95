"""Scripts that send through a real Postfix, and what arrives in the mailboxes behind it."""

from __future__ import annotations

import email
import email.policy
import gc
import re
import socket
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, Permissions, ScriptError
from interp.host import LocalHost

from .servers import CATCH_ALL, FAULTS, TOKENS, USERS, MailServers

ALICE = "alice@example.test"
BOB = "bob@example.test"
OK_TEXT = re.compile(r"2\.0\.0 Ok: queued as (\w+)")

#: Makes the transporter from ``$server``, which each test fills, and sends ``$mail``.
SEND = """
$transporter:=SMTP New transporter($server)
$status:=$transporter.send($mail)
"""
SERVER = """
var $server; $mail : Object
$server:={host: "localhost"; port: $port; user: "alice@example.test"; password: $password}
"""
MAIL = """
$mail:={from: "alice@example.test"; to: "bob@example.test"; subject: $mark; textBody: "hello"}
"""


class Redirected(LocalHost):
    """This machine, with *routes* from what a script dials to where it leads."""

    def __init__(self, routes: dict[tuple[str, int], int], ca_file: str) -> None:
        super().__init__(Permissions.all(), ca_file=ca_file, answers=())
        self.routes = routes
        self.dialled: list[tuple[str, int]] = []

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """Dials the port on this machine that *host* and *port* lead to."""
        self.dialled.append((host, port))
        return super().dial("127.0.0.1", self.routes[host, port], timeout)


class Bench:
    """An interpreter for each kind of test, what a script gets from it, and the mark of its mails."""

    def __init__(self, servers: MailServers, mark: str, logs: Path) -> None:
        self.servers = servers
        self.mark = mark
        self.logs = logs
        self._closing: list[Callable[[], None]] = []

    def close(self) -> None:
        """Ends every interpreter and host that was opened."""
        for close in reversed(self._closing):
            close()

    def interpreter(self, **options: Any) -> Interpreter:
        """An interpreter that trusts the servers, unless *options* say otherwise."""
        given = {"permissions": Permissions.all(), "ca_file": str(self.servers.ca_file), "answers": ()}
        made = Interpreter(**{**given, "logs": str(self.logs), **options})
        self._closing.append(made.close)
        return made

    def redirected(self, *names: str) -> tuple[Interpreter, Redirected]:
        """An interpreter in a world where *names* are the servers, with the ports that providers use."""
        ports = self.servers.ports
        routes = {
            (name, port): to
            for name in names
            for port, to in ((465, ports.smtps), (587, ports.submission), (25, ports.submission))
        }
        host = Redirected(routes, str(self.servers.ca_file))
        self._closing.append(host.close)
        return Interpreter(host=host), host

    def run(self, source: str, interpreter: Interpreter | None = None, **variables: Any) -> dict[str, Any]:
        """Runs *source* with ``$port``, ``$password`` and ``$mark`` set; returns the variables."""
        given = {
            "port": self.servers.ports.submission,
            "password": USERS[ALICE],
            "mark": self.mark,
            **variables,
        }
        found = interpreter or self.interpreter()
        return found.run(source, "send.4dm", given).variables

    def status(self, source: str, interpreter: Interpreter | None = None, **variables: Any) -> dict[str, Any]:
        """The ``$status`` that *source* leaves: success, status and statusText, and nothing else."""
        status: dict[str, Any] = self.run(source, interpreter, **variables)["status"]
        assert set(status) == {"success", "status", "statusText"}
        return status

    def arrived(self, user: str = BOB) -> EmailMessage:
        """The one mail with the mark in the mailbox of *user*."""
        (stored,) = self.servers.delivered(user, containing=self.mark.encode())
        return parsed(stored)

    def log_lines(self, pattern: str, count: int = 1) -> list[str]:
        """The lines of Postfix's log that *pattern* is found in, as soon as there are *count*."""
        end = time.monotonic() + 5
        while True:
            text = (self.servers.folder / "postfix.log").read_text(errors="replace")
            found = [line for line in text.splitlines() if re.search(pattern, line)]
            if len(found) >= count or time.monotonic() > end:
                return found
            time.sleep(0.02)

    def login_of(self, status: dict[str, Any]) -> str:
        """The SASL mechanism that the mail behind *status* was sent with, by Postfix's log."""
        match = OK_TEXT.fullmatch(status["statusText"])
        assert match is not None, status
        (line,) = self.log_lines(rf"{match[1]}: client=.*sasl_method=")
        return line.partition("sasl_method=")[2].partition(",")[0]


def parsed(stored: bytes) -> EmailMessage:
    """A stored mail."""
    message = email.message_from_bytes(stored, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(part: Any) -> str:
    """The decoded text of a part."""
    content = part.get_content()
    assert isinstance(content, str)
    return content


def assert_sent(status: dict[str, Any]) -> None:
    """*status* is that of a mail that Postfix took."""
    assert (status["success"], status["status"]) == (True, 250), status
    assert OK_TEXT.fullmatch(status["statusText"])


@pytest.fixture
def bench(mail_servers: MailServers, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    mark = f"mark-{abs(hash((request.node.nodeid, time.time_ns()))):x}"
    bench = Bench(mail_servers, mark, tmp_path / "Logs")
    yield bench
    bench.close()


@pytest.fixture(scope="module", autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A socket that nobody closed shows at the end of this module, and not as the fault of another."""
    yield
    gc.collect()


# The ways in.


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_starttls_on_the_submission_port(bench: Bench, name: str) -> None:
    status = bench.status(SERVER + "$server.host:=$name\n" + MAIL + SEND, name=name)
    assert_sent(status)
    bench.arrived()
    match = OK_TEXT.fullmatch(status["statusText"])
    assert match is not None
    stored = bench.servers.delivered(BOB, containing=bench.mark.encode())[0].decode()
    # What Postfix itself says of the connection.
    assert re.search(rf"with ESMTPSA id {match[1]}\b", stored)


@pytest.mark.parametrize(
    ("name", "port"), [("localhost", 465), ("mail.example.test", 465), ("mail.example.test", 587)]
)
def test_the_ports_of_providers(bench: Bench, name: str, port: int) -> None:
    interpreter, host = bench.redirected("localhost", "mail.example.test")
    source = SERVER + "$server.host:=$name\n$server.port:=$number\n" + MAIL + SEND
    assert_sent(bench.status(source, interpreter, name=name, number=port))
    assert host.dialled == [(name, port)]
    assert bench.arrived()["Subject"] == bench.mark


def test_port_587_is_the_default(bench: Bench) -> None:
    interpreter, host = bench.redirected("mail.example.test")
    source = """
    $server:={host: "mail.example.test"; user: "alice@example.test"; password: $password}
    """
    assert_sent(bench.status(source + MAIL + SEND, interpreter))
    assert host.dialled == [("mail.example.test", 587)]


def test_the_class_makes_transporters_too(bench: Bench) -> None:
    source = """
    var $transporter : 4D.SMTPTransporter
    $transporter:=4D.SMTPTransporter.new($server)
    $status:=$transporter.send($mail)
    """
    assert_sent(bench.status(SERVER + MAIL + source))


# Logging in.


@pytest.mark.parametrize(
    ("mode", "constant"),
    [
        ("PLAIN", "SMTP authentication plain"),
        ("LOGIN", "SMTP authentication login"),
        ("CRAM-MD5", "SMTP authentication CRAM MD5"),
    ],
)
def test_passwords(bench: Bench, mode: str, constant: str) -> None:
    source = SERVER + f"$server.authenticationMode:={constant}\n" + MAIL + SEND
    found = bench.run(source + "$mode:=$transporter.authenticationMode\n")
    assert found["mode"] == mode
    assert_sent(found["status"])
    assert bench.login_of(found["status"]) == mode


def test_the_most_secure_mode_is_used(bench: Bench) -> None:
    assert bench.login_of(bench.status(SERVER + MAIL + SEND)) == "CRAM-MD5"


@pytest.mark.parametrize("mode", ["", "$server.authenticationMode:=SMTP authentication OAUTH2"])
@pytest.mark.parametrize(
    "token",
    [
        "$token",
        'New object("access_token"; $token; "expires_in"; 3600)',
        "{token: {access_token: $token}; tokenExpiration: Null}",
    ],
    ids=["text", "token object", "as NetKit returns it"],
)
def test_tokens(bench: Bench, mode: str, token: str) -> None:
    source = f"""
    $server:={{host: "localhost"; port: $port; user: "alice@example.test"}}
    $server.accessTokenOAuth2:={token}
    {mode}
    """
    status = bench.status(source + MAIL + SEND, token=TOKENS[ALICE])
    assert_sent(status)
    assert bench.login_of(status) == "XOAUTH2"


@pytest.mark.parametrize("mode", ["", "PLAIN", "LOGIN", "CRAM-MD5"])
def test_a_wrong_password_is_a_status(bench: Bench, mode: str) -> None:
    source = SERVER + 'If ($mode#"")\n$server.authenticationMode:=$mode\nEnd if\n' + MAIL + SEND
    status = bench.status(source, mode=mode, password="not the password")
    assert (status["success"], status["status"]) == (False, 535)
    assert status["statusText"].startswith("5.7.8 Error: authentication failed")
    assert "not the password" not in status["statusText"]


def test_a_wrong_token_is_a_status(bench: Bench) -> None:
    source = '$server:={host: "localhost"; port: $port; user: "a@b.c"; accessTokenOAuth2: "stale"}\n'
    status = bench.status(source + MAIL + SEND)
    assert (status["success"], status["status"]) == (False, 535)


def test_no_login_at_all(bench: Bench) -> None:
    status = bench.status('$server:={host: "localhost"; port: $port}\n' + MAIL + SEND)
    assert (status["success"], status["status"]) == (False, 554)
    assert status["statusText"].startswith("<bob@example.test>: 5.7.1 ")


# Trust.


def test_an_unknown_authority(bench: Bench) -> None:
    status = bench.status(SERVER + MAIL + SEND, bench.interpreter(ca_file=None))
    assert (status["success"], status["status"]) == (False, 0)
    assert "the certificate of the server does not verify" in status["statusText"]
    assert "--ca FILE or SSL_CERT_FILE" in status["statusText"]


def test_the_authority_from_the_environment(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(bench.servers.ca_file))
    assert_sent(bench.status(SERVER + MAIL + SEND, bench.interpreter(ca_file=None)))


@pytest.mark.parametrize("port", [465, 587])
@pytest.mark.parametrize("accept", [True, False])
def test_a_wrong_host_name(bench: Bench, port: int, accept: bool) -> None:
    interpreter, _ = bench.redirected("other.example.test")
    source = (
        SERVER
        + """
    $server.host:="other.example.test"
    $server.port:=$number
    $server.acceptUnsecureConnection:=$accept
    """
    )
    status = bench.status(source + MAIL + SEND, interpreter, number=port, accept=accept)
    assert (status["success"], status["status"]) == (False, 0)
    assert status["statusText"].startswith(f"other.example.test:{port}: the certificate of the server")
    assert "Hostname mismatch" in status["statusText"]


# One connection or many.

MANY = """
$server.keepAlive:=$keep
$transporter:=SMTP New transporter($server)
$sent:=0
For ($i; 1; $count)
    $mail:={from: "alice@example.test"; to: "bob@example.test"; subject: $mark+" "+String($i)}
    $mail.textBody:="number "+String($i)
    $status:=$transporter.send($mail)
    If ($status.success)
        $sent:=$sent+1
    End if
End for
"""


def test_many_mails_on_one_connection(bench: Bench) -> None:
    interpreter, host = bench.redirected("mail.example.test")
    source = SERVER + '$server.host:="mail.example.test"\n$server.port:=465\n' + MANY
    found = bench.run(source + "$transporter:=Null\n", interpreter, keep=True, count=25)
    assert found["sent"] == 25
    assert host.dialled == [("mail.example.test", 465)]
    stored = bench.servers.delivered(BOB, count=25, containing=bench.mark.encode())
    numbers = sorted(int(parsed(data)["Subject"].split()[1]) for data in stored)
    assert numbers == list(range(1, 26))
    # The end of the transporter is the end of its connection, and Postfix sums it up.
    assert len(bench.log_lines(r"disconnect from .* mail=25 rcpt=25 data=25 quit=1 ")) == 1


def test_the_connection_is_not_kept(bench: Bench) -> None:
    interpreter, host = bench.redirected("mail.example.test")
    source = SERVER + '$server.host:="mail.example.test"\n$server.port:=465\n' + MANY
    assert bench.run(source, interpreter, keep=False, count=3)["sent"] == 3
    assert host.dialled == [("mail.example.test", 465)] * 3
    assert len(bench.servers.delivered(BOB, count=3, containing=bench.mark.encode())) == 3


def test_a_transporter_for_several_runs(bench: Bench) -> None:
    interpreter, host = bench.redirected("mail.example.test")
    bench.run(SERVER + '$server.host:="mail.example.test"\n$server.port:=465\n' + MAIL + SEND, interpreter)
    assert_sent(bench.status(MAIL + "$status:=$transporter.send($mail)\n", interpreter))
    assert_sent(interpreter.eval("$transporter.send($mail)"))
    assert len(host.dialled) == 1


# What arrives.


def test_both_bodies(bench: Bench) -> None:
    source = (
        SERVER
        + MAIL
        + """
    $mail.textBody:="Guten Tag,\\r\\nGrüße aus Köln.\\r\\n.\\r\\nEnde"
    $mail.htmlBody:="<p>Guten Tag,<br>Grüße aus Köln, 日本</p>"
    """
    )
    assert_sent(bench.status(source + SEND))
    mail = bench.arrived()
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = mail.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text_of(plain).rstrip("\n") == "Guten Tag,\nGrüße aus Köln.\n.\nEnde"
    assert text_of(html).rstrip("\n") == "<p>Guten Tag,<br>Grüße aus Köln, 日本</p>"


@pytest.mark.parametrize(("body", "kind"), [("textBody", "text/plain"), ("htmlBody", "text/html")])
def test_one_body(bench: Bench, body: str, kind: str) -> None:
    source = SERVER + MAIL + f'OB REMOVE($mail; "textBody")\n$mail.{body}:="<b>näh</b>"\n' + SEND
    assert_sent(bench.status(source))
    mail = bench.arrived()
    assert (mail.get_content_type(), text_of(mail).rstrip("\n")) == (kind, "<b>näh</b>")


def test_letters_of_all_scripts_in_the_headers(bench: Bench) -> None:
    subject = "Größe, 価格 und 😀: " + "eine lange Betreffzeile mit Umlauten äöü " * 3 + "Ende"
    source = (
        SERVER
        + """
    $mail:={subject: $subject; textBody: $mark}
    $mail.from:={name: "Müller, Jürgen"; email: "alice@example.test"}
    $mail.to:=[{name: "山田 太郎"; email: "bob@example.test"}; "Плющ <catchall@example.test>"]
    $mail.cc:="\\"O'Neil, Zoë\\" <zoe@example.test>"
    """
    )
    assert_sent(bench.status(source + SEND, subject=subject))
    mail = bench.arrived()
    assert mail["Subject"] == subject
    assert [(a.display_name, a.addr_spec) for a in mail["From"].addresses] == [("Müller, Jürgen", ALICE)]
    assert [(a.display_name, a.addr_spec) for a in mail["To"].addresses] == [
        ("山田 太郎", BOB),
        ("Плющ", CATCH_ALL),
    ]
    assert [a.display_name for a in mail["Cc"].addresses] == ["O'Neil, Zoë"]
    head = bench.servers.delivered(BOB, containing=bench.mark.encode())[0].partition(b"\n\n")[0]
    assert head.isascii() and max(map(len, head.split(b"\n"))) <= 78


def test_letters_of_all_scripts_in_an_address(bench: Bench) -> None:
    source = SERVER + MAIL + '$mail.to:="Käthe <käthe@example.test>"\n'
    assert_sent(bench.status(source + SEND))
    stored = bench.servers.delivered("käthe@example.test", containing=bench.mark.encode())[0]
    assert "käthe@example.test" in stored.decode()


@pytest.mark.parametrize("property_name", ["to", "cc", "bcc"])
@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ('"one@w.test"', {"one@w.test"}),
        ('"one@w.test, Two <two@w.test>"', {"one@w.test", "two@w.test"}),
        ('"one@w.test;two@w.test ; \\"T, h\\" <three@w.test>"', {"one@w.test", "two@w.test", "three@w.test"}),
        ('{name: "One"; email: "one@w.test"}', {"one@w.test"}),
        ('New object("email"; "one@w.test")', {"one@w.test"}),
        (
            'New collection("one@w.test"; {name: "Zwö"; email: "two@w.test"}; "T <three@w.test>")',
            {"one@w.test", "two@w.test", "three@w.test"},
        ),
        ('["one@w.test"; "two@w.test, three@w.test"]', {"one@w.test", "two@w.test", "three@w.test"}),
    ],
    ids=["text", "commas", "semicolons", "object", "bare object", "collection", "texts of lists"],
)
def test_forms_of_addresses(bench: Bench, property_name: str, form: str, expected: set[str]) -> None:
    source = f"""
    $mail:={{from: "alice@example.test"; subject: $mark; textBody: "x"; {property_name}: {form}}}
    """
    assert_sent(bench.status(SERVER + source + SEND))
    stored = bench.servers.delivered(CATCH_ALL, count=len(expected), containing=bench.mark.encode())
    mails = [parsed(data) for data in stored]
    assert {mail["X-Original-To"] for mail in mails} == expected
    shown = mails[0][property_name]
    if property_name == "bcc":
        assert shown is None
    else:
        assert {address.addr_spec for address in shown.addresses} == expected


def test_all_recipients_get_it_and_see_what_they_may(bench: Bench) -> None:
    source = (
        SERVER
        + """
    $mail:={from: "alice@example.test"; subject: $mark; textBody: "x"}
    $mail.to:="bob@example.test"
    $mail.cc:={name: "Alice"; email: "alice@example.test"}
    $mail.bcc:=["secret@w.test"; "bob@example.test"]
    $mail.replyTo:="answers@w.test"
    $mail.sender:="bob@example.test"
    """
    )
    assert_sent(bench.status(source + SEND))
    for user in (BOB, ALICE, CATCH_ALL):
        mail = bench.arrived(user)
        assert (mail["To"], mail["Cc"]) == (BOB, "Alice <alice@example.test>")
        assert (mail["Sender"], mail["Reply-To"], mail["Bcc"]) == (BOB, "answers@w.test", None)
        assert mail["Return-Path"] == "<bob@example.test>"
        # Of the hidden recipient only Postfix says something, and only in that one's own copy.
        told = [name for name, value in mail.items() if "secret@w.test" in value]
        assert told == (["X-Original-To", "Delivered-To"] if user == CATCH_ALL else [])


def test_a_large_body(bench: Bench) -> None:
    source = (
        SERVER
        + MAIL
        + """
    $mail.textBody:="0123456789 abcdefghij äöü\\r\\n"*40000
    $size:=Length($mail.textBody)
    """
    )
    found = bench.run(source + SEND)
    assert found["size"] > 1_000_000
    assert_sent(found["status"])
    assert text_of(bench.arrived()).rstrip("\n") == "\n".join(["0123456789 abcdefghij äöü"] * 40000)


# Refusals.


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_refused_recipient(bench: Bench, name: str) -> None:
    code, text = FAULTS[name].split(" ", 1)
    found = bench.run(
        SERVER + MAIL + f'$mail.to:="{name}@example.test"\n' + SEND + '$mail.to:="bob@example.test"\n'
        "$next:=$transporter.send($mail)\n"
    )
    status = found["status"]
    assert status["success"] is False
    assert status["status"] == int(code)
    assert status["statusText"].startswith(f"<{name}@example.test>: {text[:5]}")
    assert text[6:] in status["statusText"]
    # The same transporter goes on, after 421 on a new connection.
    assert_sent(found["next"])


@pytest.mark.parametrize("name", sorted(FAULTS))
@pytest.mark.parametrize("first", [True, False])
def test_one_of_two_recipients_refused(bench: Bench, name: str, first: bool) -> None:
    addresses = [f"{name}@example.test", BOB] if first else [BOB, f"{name}@example.test"]
    found = bench.run(
        SERVER + MAIL + "$mail.to:=$both\n" + SEND + '$mail.to:="bob@example.test"\n'
        '$mail.textBody:="the second try"\n$next:=$transporter.send($mail)\n',
        both=", ".join(addresses),
    )
    assert found["status"]["status"] == int(FAULTS[name][:3])
    assert f"<{name}@example.test>" in found["status"]["statusText"]
    assert_sent(found["next"])
    # Nothing of the refused mail was delivered: what came is the next one.
    assert text_of(bench.arrived()).strip() == "the second try"


def test_missing_properties_are_errors(bench: Bench) -> None:
    for removed in ("from", "to"):
        source = SERVER + MAIL + f'OB REMOVE($mail; "{removed}")\n' + SEND
        with pytest.raises(ScriptError) as caught:
            bench.run(source)
        error = caught.value
        assert error.message == f"send: mail.{removed}: missing"
        assert (error.filename, error.signature) == ("send.4dm", "SMTP")
        assert error.line == source.split("\n").index("$status:=$transporter.send($mail)") + 1
        assert error.source_line == "$status:=$transporter.send($mail)"


# Checking.


def test_check_connection(bench: Bench) -> None:
    interpreter, host = bench.redirected("localhost")
    check = "$transporter:=SMTP New transporter($server)\n$status:=$transporter.checkConnection()\n"
    status = bench.status(SERVER + check, interpreter, port=465)
    assert status == {"success": True, "status": 250, "statusText": "2.0.0 Ok"}
    # The connection that was checked is the one that sends.
    assert_sent(bench.status(MAIL + "$status:=$transporter.send($mail)\n", interpreter, port=465))
    assert len(host.dialled) == 1


def test_check_connection_with_a_wrong_password(bench: Bench) -> None:
    check = "$status:=SMTP New transporter($server).checkConnection()\n"
    status = bench.status(SERVER + check, password="wrong")
    assert (status["success"], status["status"]) == (False, 535)


def test_check_connection_without_a_server(bench: Bench) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        check = "$status:=SMTP New transporter($server).checkConnection()\n"
        status = bench.run(SERVER + check, port=port)["status"]
    text = f"localhost:{port}: connection refused; check host and port"
    assert status == {
        "success": False,
        "status": 0,
        "statusText": text,
        "errors": [{"errCode": 10, "message": text, "componentSignature": "SMTP"}],
    }


# The log.


@pytest.mark.parametrize("mode", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_the_extended_log(bench: Bench, mode: str) -> None:
    source = SERVER + '$server.logFile:="mail.txt"\n$server.authenticationMode:=$mode\n' + MAIL
    assert_sent(bench.status(source + "$server.keepAlive:=False\n" + SEND, mode=mode))
    text = (bench.logs / "mail.txt").read_text()
    assert USERS[ALICE] not in text
    entries = [line.split("\t") for line in text.splitlines() if line.count("\t") == 4]
    assert [int(entry[0]) for entry in entries] == list(range(1, len(entries) + 1))
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d", entry[1]) for entry in entries)
    said = [entry[4] for entry in entries]
    assert said[0].startswith(f"SMTP session started: host localhost, port {bench.servers.ports.submission}")
    assert said[-1] == "SMTP session closed"
    assert any(line.startswith("S < 220 mail.example.test ESMTP") for line in said)
    assert any(line.startswith("TLS established: TLSv1") for line in said)
    start = said.index(f"C > AUTH {mode} ****" if mode == "PLAIN" else f"C > AUTH {mode}")
    answered = [line for line in said[start + 1 : start + 6] if line.startswith("C > ****")]
    assert len(answered) == {"PLAIN": 0, "LOGIN": 2, "CRAM-MD5": 1}[mode]
    assert "S < 235 2.7.0 Authentication successful" in said
    assert f"Subject: {bench.mark}" in text.splitlines()
    assert any(OK_TEXT.fullmatch(line.removeprefix("S < 250 ")) for line in said)


def test_a_log_goes_on_where_it_was(bench: Bench) -> None:
    source = SERVER + '$server.logFile:="deep/mail.txt"\n$server.keepAlive:=False\n' + MAIL + SEND
    for _ in range(2):
        bench.status(source)
    text = (bench.logs / "deep" / "mail.txt").read_text()
    assert text.count("SMTP session started") == text.count("SMTP session closed") == 2
