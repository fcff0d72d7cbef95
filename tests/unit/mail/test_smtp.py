"""Sending against servers that misbehave."""

from __future__ import annotations

import base64
import gc
import random
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from stdlib4d.errors import NOT_PERMITTED, LanguageError
from stdlib4d.mail.attachment import MailAttachment
from stdlib4d.mail.network.secret import Masker, Secret
from stdlib4d.mail.smtp.transporter import SMTPTransporter, new_smtp_transporter
from stdlib4d.values import UNDEFINED
from tests.unit.mail.faults import DROP, HANG, Server
from tests.unit.mail.world import Authority, Script, World

MAIL: dict[str, Any] = {"from": "a@x.y", "to": "b@x.y", "subject": "Hi", "textBody": "Hello\n.dot\n"}
OK = {"success": True, "status": 250, "statusText": "2.0.0 queued as 1"}
FAILED = {"success": False, "status": 0, "statusText": "Failed to send email"}
HOST = "smtp.example.com"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


class Bench:
    """A server, the world around it, and transporters for it."""

    def __init__(self, authority: Authority) -> None:
        self.world = World(0, authority.ca_file)
        self.run = Script(self.world)
        self.servers: list[Server] = []

    def serve(self, **options: Any) -> Server:
        server = Server(**options).start()
        self.servers.append(server)
        self.world.port = server.port
        return server

    def transporter(self, **properties: Any) -> SMTPTransporter:
        given = {"host": HOST, "acceptUnsecureConnection": True, "connectionTimeOut": 5, **properties}
        return new_smtp_transporter(self.run, given)

    def send(self, mail: dict[str, Any] | None = None, **properties: Any) -> dict[str, Any]:
        return self.transporter(**properties).send(self.run, mail or MAIL)

    def close(self) -> None:
        self.world.loop.close()
        for server in self.servers:
            server.stop()


@pytest.fixture
def bench(authority: Authority) -> Iterator[Bench]:
    bench = Bench(authority)
    yield bench
    bench.close()


def at(step: str, answer: str, *counts: int) -> Callable[[str, int, str], str | None]:
    """A fault: *answer* at *step*, every time or at the *counts* given."""
    return lambda name, count, argument: answer if name == step and (not counts or count in counts) else None


def fields(status: dict[str, Any]) -> tuple[bool, int, str]:
    assert set(status) == {"success", "status", "statusText"}
    return status["success"], status["status"], status["statusText"]


# What works.


def test_a_mail_arrives(bench: Bench) -> None:
    server = bench.serve()
    mail = {**MAIL, "cc": "C <c@x.y>", "bcc": "d@x.y; b@x.y", "sender": "s@x.y"}
    assert bench.send(mail) == OK
    assert [line for line in server.lines if line.startswith(("MAIL", "RCPT"))] == [
        f"MAIL FROM:<s@x.y> SIZE={len(server.mails[0])}",
        "RCPT TO:<b@x.y>",
        "RCPT TO:<c@x.y>",
        "RCPT TO:<d@x.y>",
    ]
    assert server.mails[0].endswith(b"\r\n\r\nHello\r\n.dot\r\n")
    assert b"d@x.y" not in server.mails[0]
    assert bench.world.dialled == [(HOST, 587)]


@pytest.mark.parametrize("port", [25, 587, 2525])
def test_starttls(bench: Bench, authority: Authority, port: int) -> None:
    server = bench.serve(tls=authority.server_context(HOST))
    assert bench.send(port=port, acceptUnsecureConnection=False) == OK
    # The transporter is gone by now, and its QUIT may have come.
    assert [line.partition(" ")[0] for line in server.lines][:6] == [
        "EHLO",
        "STARTTLS",
        "EHLO",
        "MAIL",
        "RCPT",
        "DATA",
    ]


def test_implicit_tls(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(HOST), implicit=True)
    assert bench.send(port=465, acceptUnsecureConnection=False) == OK
    assert "STARTTLS" not in server.lines


def test_an_address_as_host(bench: Bench, authority: Authority) -> None:
    bench.serve(tls=authority.server_context("127.0.0.1"), implicit=True)
    assert bench.send(host="127.0.0.1", port=465) == OK


@pytest.mark.parametrize("mode", ["PLAIN", "LOGIN", "CRAM-MD5", "plain", ""])
def test_passwords(bench: Bench, authority: Authority, mode: str) -> None:
    server = bench.serve(tls=authority.server_context(HOST), mechanisms=("LOGIN", "PLAIN", "CRAM-MD5"))
    assert bench.send(user="joe", password="wonderland", authenticationMode=mode) == OK
    assert server.lines[3].split()[:2] == ["AUTH", mode.upper() or "CRAM-MD5"]
    status = bench.send(user="joe", password="wrong", authenticationMode=mode)
    assert fields(status)[:2] == (False, 535)


@pytest.mark.parametrize(
    ("offered", "used"),
    [(("PLAIN", "LOGIN"), "PLAIN"), (("LOGIN",), "LOGIN"), (("NTLM", "CRAM-MD5", "PLAIN"), "CRAM-MD5")],
)
def test_the_most_secure_mode_is_used(bench: Bench, offered: tuple[str, ...], used: str) -> None:
    server = bench.serve(mechanisms=offered)
    assert bench.send(user="joe", password="wonderland") == OK
    assert server.lines[1].startswith(f"AUTH {used}")


@pytest.mark.parametrize(
    "token", ["wonderland", {"access_token": "wonderland"}, {"token": {"access_token": "wonderland"}}]
)
@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_tokens(bench: Bench, token: Any, mechanism: str) -> None:
    server = bench.serve(mechanisms=("PLAIN", mechanism))
    assert bench.send(user="joe", accessTokenOAuth2=token) == OK
    assert server.lines[1].startswith(f"AUTH {mechanism} ")
    status = bench.send(user="joe", accessTokenOAuth2="other", authenticationMode="OAUTH2")
    assert fields(status)[:2] == (False, 535)


def test_a_token_that_the_server_does_not_take(bench: Bench) -> None:
    bench.serve(mechanisms=("PLAIN",))
    status = bench.send(user="joe", accessTokenOAuth2="abc")
    assert status["status"] == 0
    assert "does not offer OAUTH2 for authentication, it offers PLAIN" in status["statusText"]
    assert bench.send(user="joe", accessTokenOAuth2="abc", password="wonderland") == OK


def test_a_mode_that_is_not_offered(bench: Bench) -> None:
    bench.serve(mechanisms=("PLAIN",))
    text = bench.send(user="joe", password="x", authenticationMode="CRAM-MD5")["statusText"]
    assert text.startswith(
        f"{HOST}:587: the server does not offer CRAM-MD5 for authentication, it offers PLAIN;"
    )


def test_no_authentication_offered(bench: Bench) -> None:
    server = bench.serve()
    status = bench.send(user="joe", password="x")
    assert fields(status)[:2] == (False, 0)
    assert "it offers no authentication" in status["statusText"]
    assert not server.mails


def test_a_connection_is_kept(bench: Bench) -> None:
    server = bench.serve()
    transporter = bench.transporter()
    for _ in range(3):
        assert transporter.send(bench.run, MAIL) == OK
    assert transporter.check_connection(bench.run)["success"]
    assert server.connections == 1
    del transporter
    gc.collect()
    wait_for(lambda: server.lines[-1] == "QUIT")


def test_a_connection_is_not_kept(bench: Bench) -> None:
    server = bench.serve()
    transporter = bench.transporter(keepAlive=False)
    for count in (1, 2):
        assert transporter.send(bench.run, MAIL) == OK
        assert server.lines[-1] == "QUIT"
        assert server.connections == count


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    assert condition()


def test_large_mails(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(HOST))
    text = ("." * 70 + "\r\n") * 30_000
    assert bench.send({**MAIL, "textBody": text}) == OK
    assert server.mails[0].endswith(b"\r\n\r\n" + text.encode())


def test_a_server_without_8bitmime(bench: Bench) -> None:
    server = bench.serve(extensions=())
    assert bench.send({**MAIL, "textBody": "é"}, bodyCharset="ISO-8859-1") == OK
    assert server.mails[0].endswith(b"=E9\r\n")
    assert server.lines[1] == "MAIL FROM:<a@x.y>"
    server = bench.serve()
    assert bench.send({**MAIL, "textBody": "é"}, bodyCharset="ISO-8859-1") == OK
    assert server.mails[0].endswith(b"\xe9\r\n")
    assert server.lines[1].endswith(" BODY=8BITMIME")


def test_letters_other_than_ascii_in_an_address(bench: Bench) -> None:
    server = bench.serve()
    assert bench.send({**MAIL, "to": "jürgen@x.y"}) == OK
    assert server.lines[1].endswith(" BODY=8BITMIME SMTPUTF8")
    assert "RCPT TO:<jürgen@x.y>" in server.lines
    assert "To: jürgen@x.y\r\n".encode() in server.mails[0]
    server = bench.serve(extensions=("8BITMIME",))
    transporter = bench.transporter()
    status = transporter.send(bench.run, {**MAIL, "to": "jürgen@x.y"})
    assert "does not offer SMTPUTF8" in status["statusText"]
    assert "jürgen@x.y" in status["statusText"]
    assert not server.mails
    # There is nothing wrong with the connection.
    assert transporter.send(bench.run, MAIL) == OK
    assert server.connections == 1


def test_a_server_that_knows_only_helo(bench: Bench) -> None:
    server = bench.serve(fault=at("EHLO", "502 what?"))
    assert bench.send() == OK
    assert server.lines[1].startswith("HELO [127.0.0.1]")


# Refusals, which are the server's words.


@pytest.mark.parametrize(
    ("step", "answer", "code", "text"),
    [
        ("CONNECT", "421 too busy", 421, "too busy"),
        ("CONNECT", "554-no\r\n554 service", 554, "no\nservice"),
        ("EHLO", "421 bye", 421, "bye"),
        ("MAIL", "421 4.7.0 bye", 421, "4.7.0 bye"),
        ("MAIL", "552 5.3.4 too large", 552, "5.3.4 too large"),
        ("RCPT", "550 5.1.1 nobody", 550, "<b@x.y>: 5.1.1 nobody"),
        ("RCPT", "450 later", 450, "<b@x.y>: later"),
        ("RCPT", "421 bye", 421, "<b@x.y>: bye"),
        ("DATA", "503 no", 503, "no"),
        (".", "552 5.2.2 full", 552, "5.2.2 full"),
        (".", "421 gone", 421, "gone"),
        ("MAIL", "550 \udcff\x1b[2Jred\x07", 550, "\ufffd [2Jred"),
    ],
)
def test_refusals(bench: Bench, step: str, answer: str, code: int, text: str) -> None:
    server = bench.serve(fault=at(step, answer, 1))
    transporter = bench.transporter()
    assert fields(transporter.send(bench.run, MAIL)) == (False, code, text)
    # The transporter is as good as new, on the same connection where that is still usable.
    assert transporter.send(bench.run, MAIL) == OK
    assert len(server.mails) == (2 if step == "." else 1)


def test_one_of_two_recipients_refused(bench: Bench) -> None:
    server = bench.serve(fault=lambda step, count, text: "550 no" if text == "TO:<c@x.y>" else None)
    transporter = bench.transporter()
    mail = {**MAIL, "to": "b@x.y, c@x.y"}
    assert fields(transporter.send(bench.run, mail)) == (False, 550, "<c@x.y>: no")
    assert server.lines[-1] == "RSET"
    assert not server.mails
    assert transporter.send(bench.run, MAIL) == OK
    assert server.connections == 1


# PIPELINING: several commands in one flight.

TWO = {**MAIL, "to": "b@x.y, c@x.y"}


def commands(server: Server) -> list[str]:
    """The first words of what the server was told behind EHLO."""
    return [line.partition(" ")[0] for line in server.lines[1:]]


def one_by_one(answers: dict[str, str]) -> Callable[[str, int, str], str | None]:
    """Faults by command, or by command and argument."""
    return lambda step, count, argument: answers.get(f"{step} {argument}", answers.get(step))


@pytest.mark.parametrize("extensions", [(), ("PIPELINING",)])
@pytest.mark.parametrize("mail", [MAIL, TWO])
def test_every_refused_recipient_is_named(
    bench: Bench, extensions: tuple[str, ...], mail: dict[str, Any]
) -> None:
    answers = {"RCPT TO:<b@x.y>": "450 4.2.0 later", "RCPT TO:<c@x.y>": "550 5.1.1 nobody"}
    server = bench.serve(extensions=extensions, fault=one_by_one(answers))
    transporter = bench.transporter()
    said = {
        1: (False, 450, "<b@x.y>: 4.2.0 later"),
        2: (False, 550, "<b@x.y>: 4.2.0 later; <c@x.y>: 5.1.1 nobody"),
    }
    assert fields(transporter.send(bench.run, mail)) == said[1 if mail is MAIL else 2]
    assert server.lines[-1] == "RSET"
    assert not server.mails
    server.fault = one_by_one({})
    assert transporter.send(bench.run, mail) == OK
    assert server.connections == 1


@pytest.mark.parametrize(
    ("answers", "code", "text"),
    [
        ({"MAIL": "550 5.7.1 no", "RCPT": "250 fine"}, 550, "5.7.1 no"),
        ({"MAIL": "451 4.3.0 later", "RCPT": "550 nobody"}, 451, "4.3.0 later"),
        ({"RCPT": "550 5.1.1 nobody"}, 550, "<b@x.y>: 5.1.1 nobody"),
    ],
)
def test_a_server_that_is_ready_for_a_refused_mail(
    bench: Bench, answers: dict[str, str], code: int, text: str
) -> None:
    server = bench.serve(fault=one_by_one({**answers, "DATA": "354 go ahead"}))
    transporter = bench.transporter()
    assert fields(transporter.send(bench.run, MAIL)) == (False, code, text)
    server.fault = one_by_one({})
    assert transporter.send(bench.run, MAIL) == OK
    assert (len(server.mails), server.connections) == (1, 2)


def test_data_waits_for_the_answers_to_several_recipients(bench: Bench) -> None:
    server = bench.serve(fault=one_by_one({"RCPT TO:<c@x.y>": "550 no"}))
    bench.transporter().send(bench.run, TWO)
    assert "DATA" not in server.lines


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", ["421 4.7.0 bye", DROP])
@pytest.mark.parametrize("mail", [MAIL, TWO])
def test_gone_in_mid_flight(bench: Bench, step: str, answer: str, kept: bool, mail: dict[str, Any]) -> None:
    first = 2 if kept else 1
    calls = first if mail is MAIL or step != "RCPT" else 2 * first - 1
    server = bench.serve(fault=at(step, answer, calls))
    transporter = bench.transporter()
    if kept:
        assert transporter.send(bench.run, mail) == OK
        # Nothing was handed over: it is sent again over a new connection, once.
        assert transporter.send(bench.run, mail) == OK
    else:
        success, code, text = fields(transporter.send(bench.run, mail))
        assert (success, code) == (False, 0 if answer == DROP else 421)
        assert "accepted it" not in text
        assert transporter.send(bench.run, mail) == OK
    assert (len(server.mails), server.connections) == (2 if kept else 1, 2)


def test_a_server_that_hangs_up_behind_a_refusal(bench: Bench) -> None:
    server = bench.serve(fault=one_by_one({"MAIL": "554 5.7.1 go away", "RCPT": DROP}))
    transporter = bench.transporter()
    assert fields(transporter.send(bench.run, MAIL)) == (False, 554, "5.7.1 go away")
    server.fault = one_by_one({})
    assert transporter.send(bench.run, MAIL) == OK


def test_an_answer_too_many_in_a_flight(bench: Bench) -> None:
    server = bench.serve(fault=at("RCPT", "250 fine\r\n250 fine", 1))
    transporter = bench.transporter()
    status = transporter.send(bench.run, MAIL)
    assert status["success"] is False
    assert not server.mails
    assert transporter.send(bench.run, MAIL) == OK


def test_many_recipients_in_one_flight(bench: Bench) -> None:
    server = bench.serve()
    to = [{"email": f"someone-number-{number}@x.y"} for number in range(3000)]
    assert bench.send({**MAIL, "to": to}) == OK
    assert commands(server)[:-1].count("RCPT") == 3000
    assert len(server.mails) == 1


# SIZE.


@pytest.mark.parametrize("mail", [MAIL, TWO])
def test_a_mail_that_is_too_large_is_not_sent(bench: Bench, mail: dict[str, Any]) -> None:
    server = bench.serve(extensions=("PIPELINING", "SIZE 1000"), fault=at("MAIL", "552 5.3.4 too large", 1))
    transporter = bench.transporter()
    large = {**mail, "textBody": "x" * 2000}
    assert fields(transporter.send(bench.run, large)) == (False, 552, "5.3.4 too large")
    success, code, text = fields(transporter.send(bench.run, large))
    assert (success, code) == (False, 0)
    assert re.fullmatch(
        rf"{HOST}:587: the mail has 2,\d\d\d bytes, and the server takes 1,000 at most; nothing was sent",
        text,
    )
    assert commands(server) == ["MAIL", "RSET", "MAIL", "RSET"]
    assert transporter.send(bench.run, mail) == OK
    assert server.connections == 1


@pytest.mark.parametrize("size", ["SIZE", "SIZE 0", "SIZE many"])
def test_a_server_without_a_largest_size(bench: Bench, size: str) -> None:
    server = bench.serve(extensions=(size,))
    assert bench.send({**MAIL, "textBody": "x" * 2000}) == OK
    assert " SIZE=" in server.lines[1]


@pytest.mark.parametrize(
    ("user", "password", "mode"),
    [("joe", "p4ssw0rd!", "PLAIN"), ("joe", "p4ssw0rd!", "LOGIN"), ("joe", "x1", "PLAIN")],
)
def test_secrets_stay_secret(bench: Bench, user: str, password: str, mode: str) -> None:
    def echo(step: str, count: int, argument: str) -> str | None:
        return f"535 no: {argument} {password} {server.lines[-1]}" if step == "AUTH" else None

    server = bench.serve(mechanisms=("PLAIN", "LOGIN"), fault=echo)
    transporter = bench.transporter(user=user, password=password, authenticationMode=mode, logFile="l.txt")
    said = transporter.send(bench.run, MAIL)["statusText"]
    said += transporter.check_connection(bench.run)["statusText"] + bench.world.files["/project/Logs/l.txt"]
    said += repr(transporter) + repr(vars(transporter)) + repr(transporter._session)
    assert password not in said
    for line in server.lines:
        if line.startswith("AUTH PLAIN "):
            assert line.removeprefix("AUTH PLAIN ") not in said
    assert "****" in said


@pytest.mark.parametrize(
    ("password", "said", "shown"),
    [
        ("s3cret Pässwörd", b"no: s3cret P\xe4ssw\xf6rd!", "no: ****!"),
        ("äöüéß", b"no: \xe4\xf6\xfc\xe9\xdf!", "no: ****!"),
        ("s3cret-ä", "no: s3cret-ä! \udcff", "no: ****! \ufffd"),
        ('s3"cr\\et', rb'no: "s3\"cr\\et"', 'no: "****"'),
        ("s3cret", b"no: s3c\x07ret", "no: ****"),
        ("s3c\x07ret", b"no: s3c\x07ret", "no: ****"),
        ("s3c\tret", b"no: s3c\tret and s3cret", "no: **** and ****"),
        ("s3cret", b"no: s3c\r\n535 ret", "no: ****"),
        ("s3cret!", base64.b64encode(b"s3cret!"), "****"),
        ("s3cret!", base64.b64encode(b"s3cret!").rstrip(b"="), "****"),
        ("s3cret", b"no secret, s3 cret", "no secret, s3 cret"),
        ("ab", b"no: ab, but about", "no: ****, but about"),
    ],
)
def test_forms_of_a_secret(bench: Bench, password: str, said: bytes | str, shown: str) -> None:
    text = said if isinstance(said, str) else said.decode("utf-8", "surrogateescape")
    lines = text.split("\r\n535 ")
    answer = "".join(f"535-{line}\r\n" for line in lines[:-1]) + f"535 {lines[-1]}"
    bench.serve(mechanisms=("PLAIN",), fault=at("AUTH", answer))
    status = bench.send(user="joe", password=password, logFile="l.txt")
    assert fields(status) == (False, 535, shown)
    assert f"S < 535 {shown}\n" in bench.world.files["/project/Logs/l.txt"]


def test_masking_takes_no_time() -> None:
    mask = Masker((Secret("s3\\cr=et\t\tä" * 20),))
    began = time.monotonic()
    for part in ("s3cret", "s3\\cr=et\t\tä", "\\", "\t", "s"):
        mask(part * (32_768 // len(part)))
    assert time.monotonic() - began < 2


# Certificates.


@pytest.mark.parametrize("accept", [True, False])
@pytest.mark.parametrize("implicit", [True, False])
@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"names": ("other.example.com",)}, "Hostname mismatch"),
        ({"names": (HOST,), "days": (-9, -1)}, "certificate has expired"),
        ({"names": (HOST,), "days": (1, 9)}, "certificate is not yet valid"),
        ({"names": (HOST,), "self_signed": True}, "self-signed certificate"),
    ],
    ids=["host", "expired", "early", "self-signed"],
)
def test_certificates(
    bench: Bench, authority: Authority, options: dict[str, Any], reason: str, implicit: bool, accept: bool
) -> None:
    options = dict(options)
    server = bench.serve(tls=authority.server_context(*options.pop("names"), **options), implicit=implicit)
    port = 465 if implicit else 587
    transporter = bench.transporter(
        port=port, acceptUnsecureConnection=accept, user="joe", password="wonderland"
    )
    success, code, text = fields(transporter.send(bench.run, MAIL))
    assert (success, code) == (False, 0)
    assert text.startswith(f"{HOST}:{port}: the certificate of the server does not verify (")
    assert reason.lower() in text.lower().replace("self signed", "self-signed")
    assert "--ca FILE or SSL_CERT_FILE" in text
    status = transporter.check_connection(bench.run)
    assert status["errors"] == [
        {"errCode": 10, "message": status["statusText"], "componentSignature": "SMTP"}
    ]
    assert not server.mails and "AUTH" not in "".join(server.lines)


def test_no_starttls(bench: Bench) -> None:
    server = bench.serve()
    text = bench.send(acceptUnsecureConnection=False)["statusText"]
    assert text == (
        "smtp.example.com:587: the server offers no STARTTLS, the connection would not be encrypted; use a port "
        "with TLS (465), or set acceptUnsecureConnection to True to go on without"
    )
    assert not server.mails


def test_starttls_refused(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(HOST), fault=at("STARTTLS", "454 4.7.0 not now"))
    assert fields(bench.send(acceptUnsecureConnection=False)) == (False, 454, "4.7.0 not now")
    assert not server.mails
    assert bench.send(acceptUnsecureConnection=True) == OK


def test_plain_where_tls_is_expected(bench: Bench) -> None:
    bench.serve()
    text = bench.send(port=465)["statusText"]
    assert "TLS could not be established" in text and "465 begins with TLS" in text


def test_data_injected_after_starttls(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(HOST), after_starttls=b"\r\n250 injected")
    status = bench.send()
    assert status["success"] is False and status["status"] == 0
    assert "not SMTP" in status["statusText"]
    assert server.lines[-1] == "STARTTLS" and not server.mails


# Broken connections.


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "STARTTLS", "MAIL", "RCPT", "DATA"])
def test_dropped(bench: Bench, authority: Authority, step: str) -> None:
    server = bench.serve(tls=authority.server_context(HOST), fault=at(step, DROP))
    assert fields(bench.send()) == (False, 0, f"{HOST}:587: the server closed the connection")
    assert not server.mails


def test_dropped_in_the_middle_of_a_mail(bench: Bench) -> None:
    server = bench.serve(drop_after=100_000)
    text = bench.send({**MAIL, "textBody": "line\n" * 1_000_000})["statusText"]
    assert text.startswith(f"{HOST}:587: the server closed the connection; the mail was handed over and not")
    assert server.connections == 1 and not server.mails


def test_dropped_after_a_mail_is_no_second_delivery(bench: Bench) -> None:
    server = bench.serve(fault=at(".", DROP, 2))
    transporter = bench.transporter()
    assert transporter.send(bench.run, MAIL) == OK
    text = transporter.send(bench.run, MAIL)["statusText"]
    assert text.endswith("not confirmed, so the server may have accepted it")
    assert len(server.mails) == 2 and server.connections == 1
    assert transporter.send(bench.run, MAIL) == OK
    assert server.connections == 2


@pytest.mark.parametrize("answer", ["421 4.3.2 closing", "451 4.3.0 later", "554 5.7.1 spam"])
def test_refused_after_a_mail_is_no_second_delivery(bench: Bench, answer: str) -> None:
    server = bench.serve(fault=at(".", answer, 2))
    transporter = bench.transporter()
    assert transporter.send(bench.run, MAIL) == OK
    code, text = answer.split(" ", 1)
    assert fields(transporter.send(bench.run, MAIL)) == (False, int(code), text)
    assert len(server.mails) == 2
    assert transporter.send(bench.run, MAIL) == OK
    assert (len(server.mails), server.connections) == (3, 2 if code == "421" else 1)


@pytest.mark.parametrize("extensions", [(), ("PIPELINING",)])
@pytest.mark.parametrize("keep", [True, False])
def test_connections_that_break_anywhere(bench: Bench, keep: bool, extensions: tuple[str, ...]) -> None:
    chance = random.Random(5321)

    def fault(step: str, count: int, argument: str) -> str | None:
        if chance.random() > 0.12 or step == "QUIT":
            return None
        # At its end the server has the mail, and nobody hears of it.
        return DROP if step == "." else chance.choice((DROP, "421 4.3.2 closing", "451 4.3.0 later"))

    server = bench.serve(extensions=extensions, fault=fault)
    transporter = bench.transporter(keepAlive=keep)
    for number in range(80):
        mail = {**MAIL, "to": "b@x.y, c@x.y" if number % 3 == 0 else "b@x.y", "messageId": f"{number}@x.y"}
        for _ in range(50):
            status = transporter.send(bench.run, mail)
            if status["success"] or "may have accepted it" in status["statusText"]:
                break
        else:
            raise AssertionError(status)
    found = [re.search(rb"Message-ID: <(\d+)@", mail) for mail in server.mails]
    assert [int(one[1]) for one in found if one] == list(range(80))


def test_closed_while_idle(bench: Bench) -> None:
    server = bench.serve()
    transporter = bench.transporter()
    assert transporter.send(bench.run, MAIL) == OK
    server.close_connections()
    assert transporter.send(bench.run, MAIL) == OK
    server.close_connections()
    assert transporter.check_connection(bench.run)["success"]
    assert server.connections == 3 and len(server.mails) == 2


@pytest.mark.parametrize("answer", [DROP, "421 4.4.2 idle too long"])
def test_gone_at_the_next_mail(bench: Bench, answer: str) -> None:
    server = bench.serve(fault=at("MAIL", answer, 2))
    transporter = bench.transporter()
    assert transporter.send(bench.run, MAIL) == OK
    assert transporter.send(bench.run, MAIL) == OK
    assert server.connections == 2 and len(server.mails) == 2


def test_reopened_only_once(bench: Bench) -> None:
    server = bench.serve(fault=at("MAIL", "421 no", 2, 3))
    transporter = bench.transporter()
    assert transporter.send(bench.run, MAIL) == OK
    assert fields(transporter.send(bench.run, MAIL)) == (False, 421, "no")
    assert server.connections == 2 and len(server.mails) == 1


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "STARTTLS"])
def test_a_silent_server(bench: Bench, authority: Authority, step: str) -> None:
    bench.serve(tls=authority.server_context(HOST), fault=at(step, HANG))
    start = time.monotonic()
    text = bench.send(connectionTimeOut=1)["statusText"]
    assert time.monotonic() - start < 4
    assert text == f"{HOST}:587: no answer within 1 seconds; check host and port, or raise the timeout"


@pytest.mark.parametrize(("step", "doubt"), [("MAIL", False), ("DATA", False), (".", True)])
def test_a_server_that_falls_silent(bench: Bench, step: str, doubt: bool) -> None:
    bench.serve(fault=at(step, HANG))
    text = bench.send(sendTimeOut=1)["statusText"]
    assert text.startswith(f"{HOST}:587: the mail was not sent within 1 seconds (sendTimeOut)")
    assert ("may have accepted it" in text) is doubt


def test_a_silent_server_at_quit_does_not_spoil_the_mail(bench: Bench) -> None:
    bench.serve(fault=at("QUIT", HANG))
    assert bench.send(keepAlive=False, sendTimeOut=1) == OK


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."])
@pytest.mark.parametrize(
    "garbage",
    ["HTTP/1.1 400 Bad Request", "", "25", "-1 x", "999 x", "\udcff\udcfe", "x" * 100_000, "250 a\r\n250 b"],
    ids=lambda text: text[:8].encode("ascii", "replace").decode(),
)
def test_garbage(bench: Bench, step: str, garbage: str) -> None:
    server = bench.serve(fault=at(step, garbage))
    status = bench.send(connectionTimeOut=2, sendTimeOut=3)
    if (step, garbage) == (".", "250 a\r\n250 b"):
        # The mail is sent, whatever else the server has to say.
        assert status == {"success": True, "status": 250, "statusText": "a"}
        return
    assert status["success"] is False and status["status"] == 0
    assert "not SMTP" in status["statusText"]
    assert server.connections == 1


def test_a_challenge_that_is_none(bench: Bench) -> None:
    bench.serve(mechanisms=("CRAM-MD5",), fault=at("AUTH", "334 !!!"))
    status = bench.send(user="joe", password="wonderland")
    assert status["success"] is False


def test_a_timeout_that_no_clock_counts(bench: Bench) -> None:
    bench.serve()
    assert bench.send(connectionTimeOut=2**62, sendTimeOut=2**62) == OK


def test_connection_refused(bench: Bench) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        bench.world.port = taken.getsockname()[1]
        text = f"{HOST}:587: connection refused; check host and port"
        assert fields(bench.send()) == (False, 0, text)
        status = bench.transporter().check_connection(bench.run)
    assert status == {
        "success": False,
        "status": 0,
        "statusText": text,
        "errors": [{"errCode": 10, "message": text, "componentSignature": "SMTP"}],
    }


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (socket.gaierror(-2, "Name or service not known"), "the name of the server is not known"),
        (TimeoutError("timed out"), "no answer within 5 seconds"),
        (OSError(101, "Network is unreachable"), "Network is unreachable"),
        (UnicodeError("label too long"), "that cannot be the name of a server"),
    ],
)
def test_dialling_fails(bench: Bench, error: Exception, text: str) -> None:
    def dial(host: str, port: int, timeout: float) -> socket.socket:
        raise error

    bench.world.dial = dial  # type: ignore[method-assign]
    status = bench.send()
    assert fields(status)[:2] == (False, 0)
    assert status["statusText"].startswith(f"{HOST}:587: {text}")


def test_an_interruption_ends_the_wait(bench: Bench) -> None:
    server = bench.serve(fault=at("EHLO", HANG))
    main = threading.main_thread().ident
    assert main is not None
    threading.Timer(0.5, signal.pthread_kill, (main, signal.SIGINT)).start()
    transporter = bench.transporter()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        transporter.send(bench.run, MAIL)
    assert time.monotonic() - start < 3
    server.fault = lambda step, count, argument: None
    assert transporter.send(bench.run, MAIL) == OK


# Checking.


def test_check(bench: Bench) -> None:
    server = bench.serve(mechanisms=("PLAIN",))
    good = bench.transporter(user="joe", password="wonderland")
    assert good.check_connection(bench.run) == {"success": True, "status": 250, "statusText": "2.0.0 fine"}
    assert server.lines[-1] == "NOOP"
    bad = bench.transporter(user="joe", password="nope", keepAlive=False)
    status = bad.check_connection(bench.run)
    assert fields(status) == (False, 535, "5.7.8 wrong: PLAIN ****")


# Errors of the language.


@pytest.mark.parametrize(
    ("mail", "message"),
    [
        ({**MAIL, "from": ""}, "send: mail.from: missing"),
        ({**MAIL, "to": None}, "send: mail.to: missing"),
        ({**MAIL, "to": "nobody"}, 'send: mail.to: "nobody" is not a mail address'),
        ({**MAIL, "subject": 5}, "send: mail.subject: wanted Text, got Number"),
        (None, "send: mail: wanted Object, got Null"),
    ],
)
def test_mails_that_no_server_sees(bench: Bench, mail: Any, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        bench.transporter().send(bench.run, mail)
    assert (caught.value.message, caught.value.signature) == (message, "SMTP")
    assert caught.value.result == FAILED
    assert not bench.world.dialled


def test_an_attachment_that_cannot_be_read(bench: Bench) -> None:
    def missing(run: object) -> bytes:
        raise LanguageError(-43, "a: file not found")

    attachments = [MailAttachment(missing, "a")]
    with pytest.raises(LanguageError) as caught:
        bench.transporter().send(bench.run, {**MAIL, "attachments": attachments})
    assert (caught.value.message, caught.value.signature) == ("send: a: file not found", "SMTP")
    assert caught.value.result == FAILED


def test_a_host_that_does_not_permit(bench: Bench) -> None:
    bench.world.permitted = False
    transporter = bench.transporter()
    calls: list[Callable[[], object]] = [
        lambda: transporter.send(bench.run, MAIL),
        lambda: transporter.check_connection(bench.run),
    ]
    for call in calls:
        with pytest.raises(LanguageError) as caught:
            call()
        assert caught.value.code == NOT_PERMITTED
        assert "dialling needs the permission dial" in caught.value.message


# The log.


def test_the_log(bench: Bench) -> None:
    server = bench.serve(mechanisms=("PLAIN",))
    transporter = bench.transporter(user="joe", password="wonderland", logFile="sub/my log.txt")
    assert not bench.world.files
    transporter.send(bench.run, {**MAIL, "messageId": "1@x.y", "sendAt": "2020-01-01T00:00:00Z"})
    lines = bench.world.files["/project/Logs/sub/my log.txt"].split("\n")
    time = "2026-03-01T12:30:05.000+02:00"
    assert lines[0] == (
        f"1\t{time}\t1\t1\tSMTP session started: host {HOST}, port 587, STARTTLS when offered"
    )
    exchanged = [line.split("\t")[4] if "\t" in line else line for line in lines]
    assert exchanged[1:] == [
        "S < 220 test ESMTP",
        "C > EHLO [127.0.0.1]",
        "S < 250-test",
        "S < 250-PIPELINING",
        "S < 250-SIZE 10000000",
        "S < 250-8BITMIME",
        "S < 250-SMTPUTF8",
        "S < 250 AUTH PLAIN",
        "C > AUTH PLAIN ****",
        "S < 235 2.7.0 welcome",
        f"C > MAIL FROM:<a@x.y> SIZE={len(server.mails[0])}",
        "C > RCPT TO:<b@x.y>",
        "C > DATA",
        "S < 250 2.0.0 fine",
        "S < 250 2.0.0 fine",
        "S < 354 go ahead",
        "C > MIME-Version: 1.0",
        *server.mails[0].decode().rstrip().split("\r\n")[1:],
        "S < 250 2.0.0 queued as 1",
        "",
    ]
    del transporter
    gc.collect()
    path = "/project/Logs/sub/my log.txt"
    wait_for(lambda: bench.world.files[path].endswith("SMTP session closed\n"))


def test_an_absolute_log(bench: Bench) -> None:
    bench.serve()
    bench.send(logFile="/tmp/my.txt", keepAlive=False)
    assert bench.world.files["/tmp/my.txt"].endswith("\tSMTP session closed\n")


def test_a_log_that_cannot_be_written(bench: Bench) -> None:
    server = bench.serve()
    bench.world.writable = False
    transporter = bench.transporter(logFile="log.txt")
    with pytest.raises(LanguageError) as caught:
        transporter.send(bench.run, MAIL)
    assert "cannot be written (Permission denied); the mail was not sent" in caught.value.message
    assert caught.value.result == FAILED
    assert server.connections == 0
    bench.world.writable = True
    assert transporter.send(bench.run, MAIL) == OK
    bench.world.writable = False
    with pytest.raises(LanguageError):
        transporter.send(bench.run, MAIL)
    assert len(server.mails) == 1


# The transporter object.


def shown(transporter: SMTPTransporter) -> dict[str, Any]:
    return {name: m.get(transporter) for name, m in transporter.members.items() if m.get is not None}


def test_properties(bench: Bench) -> None:
    bare = new_smtp_transporter(bench.run, {"host": "smtp.x.y", "password": "p", "accessTokenOAuth2": None})
    assert shown(bare) == {
        "acceptUnsecureConnection": False,
        "authenticationMode": "",
        "bodyCharset": "US-ASCII_UTF8_QP",
        "connectionTimeOut": 30,
        "headerCharset": "US-ASCII_UTF8_QP",
        "host": "smtp.x.y",
        "keepAlive": True,
        "logFile": "",
        "port": 587,
        "sendTimeOut": 100,
        "user": "",
    }
    full = {
        "acceptUnsecureConnection": True,
        "authenticationMode": "LOGIN",
        "bodyCharset": "ISO-8859-1",
        "connectionTimeOut": 7,
        "headerCharset": "US-ASCII_UTF8_B64",
        "host": "smtp.x.y",
        "keepAlive": False,
        "logFile": "l.txt",
        "port": 25,
        "sendTimeOut": 8,
        "user": "joe",
    }
    transporter = new_smtp_transporter(
        bench.run, {**full, "password": "pässword", "accessTokenOAuth2": "t0ken"}
    )
    assert shown(transporter) == full
    assert set(transporter.members) == {*full, "send", "checkConnection"}
    assert all(member.put is None for member in transporter.members.values())


@pytest.mark.parametrize(
    ("server", "message"),
    [
        ({}, "server.host: missing"),
        ({"host": ""}, "server.host: missing"),
        ({"host": UNDEFINED}, "server.host: missing"),
        ({"host": 5}, "server.host: wanted Text, got Number"),
        ({"host": "a\r\nb"}, "server.host: wanted the name or the IP address of a server"),
        ({"host": "smtp.x.y:465"}, "server.host: wanted a name or an IP address without a port"),
        ({"host": "[::1]:465"}, "server.host: wanted a name or an IP address without a port"),
        ({"port": "465"}, "server.port: wanted Integer, got Text"),
        ({"port": 0}, "server.port: wanted a number above 0, got 0"),
        ({"port": 70000}, "server.port: wanted 1 to 65535, got 70000"),
        ({"keepAlive": 1}, "server.keepAlive: wanted Boolean, got Number"),
        ({"acceptUnsecureConnection": "true"}, "server.acceptUnsecureConnection: wanted Boolean, got Text"),
        ({"connectionTimeOut": "5"}, "server.connectionTimeOut: wanted Integer, got Text"),
        ({"sendTimeOut": -1}, "server.sendTimeOut: wanted a number above 0, got -1"),
        ({"user": 1}, "server.user: wanted Text, got Number"),
        ({"password": 12345}, "server.password: wanted Text, got Number"),
        ({"logFile": 1}, "server.logFile: wanted Text, got Number"),
        ({"bodyCharset": "UTF-8"}, 'server.bodyCharset: "UTF-8" is not a mail mode'),
        ({"authenticationMode": "NTLM"}, 'server.authenticationMode: "NTLM" is not an authentication mode'),
        ({"authenticationMode": "OAUTH2"}, "server.accessTokenOAuth2: missing"),
        ({"accessTokenOAuth2": 1}, "server.accessTokenOAuth2: wanted Text or Object, got Number"),
        (
            {"accessTokenOAuth2": {"token": "x"}},
            "server.accessTokenOAuth2: the token object has no access_token",
        ),
        ({"accessTokenOAuth2": "a\1b"}, "server.accessTokenOAuth2: has a character that no token has"),
    ],
)
def test_mistakes(bench: Bench, server: dict[str, Any], message: str) -> None:
    given = server if "host" in server or not server else {"host": "smtp.x.y", **server}
    with pytest.raises(LanguageError) as caught:
        new_smtp_transporter(bench.run, given)
    assert caught.value.message == f"SMTP New transporter: {message}"
    assert caught.value.signature == "SMTP"
    assert "12345" not in caught.value.message
    if "without a port" in message:
        assert "property of its own, port" in caught.value.hint


@pytest.mark.parametrize("host", ["::1", "[::1]", "fe80::1%eth0"])
def test_addresses_as_hosts(bench: Bench, host: str) -> None:
    assert shown(new_smtp_transporter(bench.run, {"host": host}))["host"] == host.strip("[]")
