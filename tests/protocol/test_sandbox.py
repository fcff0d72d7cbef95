"""The sandbox, spoken to with smtplib and aiosmtplib over the sockets that it dials."""

from __future__ import annotations

import asyncio
import base64
import gc
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import aiosmtplib
import pytest

from interp import Interpreter
from interp.host import Permissions
from interp.sandbox import CaughtMail, SandboxHost
from interp.sandbox.authority import Authority

MESSAGE = b"Subject: hello\r\n\r\ntext\r\n"
HOSTS = ["smtp.example.com", "127.0.0.1", "::1", "bücher.example", "localhost"]


@pytest.fixture
def host() -> Iterator[SandboxHost]:
    """A host without any permission: the sandbox needs none."""
    sandboxed = SandboxHost(Permissions.none())
    yield sandboxed
    sandboxed.close()
    # An unclosed socket of the sandbox shows now, and as the fault of this test.
    gc.collect()


class Client(smtplib.SMTP):
    """smtplib on a dialled socket; on port 465 with TLS from the start."""

    def __init__(
        self,
        host: SandboxHost,
        name: str,
        port: int = 587,
        context: ssl.SSLContext | None = None,
        checked_name: str = "",
    ) -> None:
        self._dialled = host
        self._context = context or host.tls_context()
        self._checked_name = checked_name or name
        super().__init__(name, port, local_hostname="client.example", timeout=10)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = self._dialled.dial(host, port, timeout)
        plain.settimeout(timeout)
        if port != 465:
            return plain
        return self._context.wrap_socket(plain, server_hostname=self._checked_name)


def only(host: SandboxHost) -> CaughtMail:
    """The one mail that was caught."""
    (mail,) = host.sandbox.mails
    return mail


@pytest.mark.parametrize("name", HOSTS)
def test_implicit_tls_on_465(host: SandboxHost, name: str) -> None:
    with Client(host, name, 465) as client:
        assert not client.has_extn("starttls")
        client.sendmail("a@example.com", ["b@example.com", "c@example.com"], MESSAGE)
    mail = only(host)
    assert (mail.host, mail.port, mail.tls) == (name, 465, True)
    assert (mail.sender, mail.recipients) == ("a@example.com", ("b@example.com", "c@example.com"))
    assert (mail.user, mail.mechanism, mail.helo) == ("", "", "client.example")
    assert mail.data == MESSAGE
    assert mail.received.tzinfo is not None


@pytest.mark.parametrize("port", [25, 587, 2525])
def test_starttls_elsewhere(host: SandboxHost, port: int) -> None:
    with Client(host, "smtp.example.com", port) as client:
        client.ehlo()
        assert client.has_extn("starttls")
        client.starttls(context=host.tls_context())
        client.ehlo()
        assert not client.has_extn("starttls")
        client.sendmail("a@example.com", ["b@example.com"], MESSAGE)
    assert only(host).tls


def test_plain_text_is_caught_too(host: SandboxHost) -> None:
    with Client(host, "smtp.example.com", 25) as client:
        client.sendmail("a@example.com", ["b@example.com"], MESSAGE)
    assert not only(host).tls


def test_the_system_does_not_trust_the_sandbox(host: SandboxHost) -> None:
    strange = ssl.create_default_context()
    with pytest.raises(ssl.SSLCertVerificationError):
        Client(host, "smtp.example.com", 465, strange)
    client = Client(host, "smtp.example.com", 587)
    with pytest.raises(ssl.SSLCertVerificationError):
        client.starttls(context=strange)
    client.close()


def test_two_sandboxes_do_not_trust_each_other(host: SandboxHost) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        Client(host, "smtp.example.com", 465, Authority().client_context())


def test_a_certificate_is_for_the_dialled_name_only(host: SandboxHost) -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        Client(host, "smtp.example.com", 465, checked_name="imap.example.com")
    assert host.sandbox.mails == []


def test_old_tls_is_refused(host: SandboxHost) -> None:
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.load_verify_locations(cadata=host.sandbox.authority.certificate)
    with pytest.warns(DeprecationWarning):
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(ssl.SSLError):
        Client(host, "smtp.example.com", 465, old)


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_passwords(host: SandboxHost, mechanism: str) -> None:
    with Client(host, "smtp.example.com", 465) as client:
        client.ehlo()
        assert mechanism in client.esmtp_features["auth"].split()
        client.user, client.password = "kate", "any at all"
        methods = {"PLAIN": client.auth_plain, "LOGIN": client.auth_login}
        client.auth(mechanism, methods.get(mechanism, client.auth_cram_md5))
        client.sendmail("a@example.com", ["b@example.com"], MESSAGE)
    assert (only(host).user, only(host).mechanism) == ("kate", mechanism)


@pytest.mark.parametrize("initial", [True, False])
@pytest.mark.parametrize(
    ("mechanism", "response"),
    [
        ("PLAIN", "\0käthe\0pässwort"),
        ("XOAUTH2", "user=käthe\x01auth=Bearer token\x01\x01"),
        ("OAUTHBEARER", "n,a=käthe,\x01host=smtp.example.com\x01port=465\x01auth=Bearer token\x01\x01"),
    ],
)
def test_one_response(host: SandboxHost, mechanism: str, response: str, initial: bool) -> None:
    encoded = base64.b64encode(response.encode()).decode()
    with Client(host, "smtp.example.com", 465) as client:
        client.ehlo()
        if initial:
            assert client.docmd("AUTH", f"{mechanism} {encoded}")[0] == 235
        else:
            assert client.docmd("AUTH", mechanism) == (334, b"")
            assert client.docmd(encoded)[0] == 235
        client.sendmail("a@example.com", ["b@example.com"], MESSAGE)
    assert (only(host).user, only(host).mechanism) == ("käthe", mechanism)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("AUTH PLAIN !!!", 501),
        ("AUTH PLAIN " + base64.b64encode(b"no nulls").decode(), 501),
        ("AUTH XOAUTH2 " + base64.b64encode(b"user=\x01auth=Bearer t\x01\x01").decode(), 501),
        ("AUTH XOAUTH2 " + base64.b64encode(b"user=a\x01auth=Basic t\x01\x01").decode(), 501),
        ("AUTH OAUTHBEARER " + base64.b64encode(b"a=x\x01auth=Bearer t\x01\x01").decode(), 501),
        ("AUTH CRAM-MD5 YQ==", 501),
        ("AUTH GSSAPI", 504),
        ("MAIL FROM: a@example.com", 501),
        ("MAIL FROM:<two words@example.com>", 501),
        ("MAIL FROM:<grüße@example.com>", 553),
        ("MAIL FROM:<a@example.com> SIZE=999999999999", 552),
        ("MAIL FROM:<a@example.com> FUTURE=1", 555),
        ("MAIL FROM:<a@example.com>x", 501),
        ("MAIL FROM:<> BODY=8BITMIME", 250),
        ('MAIL FROM:<"a>b"@example.com>', 250),
        ("RCPT TO:<b@example.com>", 503),
        ("DATA", 503),
        ("NOOP\tx", 500),
        ("EXPLODE", 500),
        ("VRFY someone", 252),
        ("HELP", 214),
    ],
)
def test_replies(host: SandboxHost, command: str, code: int) -> None:
    with Client(host, "smtp.example.com", 465) as client:
        client.ehlo()
        client.command_encoding = "utf-8"
        assert client.docmd(command)[0] == code
        # Whatever it was, the session goes on.
        assert client.noop()[0] == 250


def test_pipelining_and_bytes_one_by_one(host: SandboxHost) -> None:
    commands = b"EHLO x\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<d@e.f>\r\nDATA\r\n.first\r\n..\r\n.\r\nQUIT\r\n"
    for slices in (1, len(commands)):
        with host.dial("smtp.example.com", 25, 5) as connection:
            for start in range(0, len(commands), len(commands) // slices):
                connection.sendall(commands[start : start + len(commands) // slices])
            received = b""
            while chunk := connection.recv(65536):
                received += chunk
        replies = [line for line in received.split(b"\r\n") if line[3:4] == b" "]
        assert [int(line[:3]) for line in replies] == [220, 250, 250, 250, 354, 250, 221]
    assert [m.data for m in host.sandbox.mails] == [b"first\r\n.\r\n"] * 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b".\r\n",
        b"..\r\n.\r\n...\r\n",
        b"x" * 100_000 + b"\r\n",
        "Grüße 日本\r\n".encode(),
        bytes(b for b in range(256) if b not in (10, 13)) + b"\r\n",
    ],
    ids=["empty", "dot", "dots", "long line", "utf-8", "every byte"],
)
def test_the_message_comes_as_sent(host: SandboxHost, body: bytes) -> None:
    with Client(host, "smtp.example.com", 465) as client:
        client.sendmail("a@example.com", ["b@example.com"], b"Subject: x\r\n\r\n" + body, ["BODY=8BITMIME"])
    assert only(host).data == b"Subject: x\r\n\r\n" + body


def test_an_empty_message(host: SandboxHost) -> None:
    with host.dial("smtp.example.com", 25, 5) as connection:
        connection.sendall(b"HELO x\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<d@e.f>\r\nDATA\r\n.\r\nQUIT\r\n")
        while connection.recv(65536):
            pass
    assert only(host).data == b""


def test_only_crlf_ends_a_message(host: SandboxHost) -> None:
    smuggled = b"x\n.\nMAIL FROM:<evil@b.c>\n.\r\nx\r\n.\nx\r\n"
    with Client(host, "smtp.example.com", 25) as client:
        client.ehlo()
        client.mail("a@example.com")
        client.rcpt("b@example.com")
        client.docmd("DATA")
        client.send(smuggled + b".\r\n")
        assert client.getreply()[0] == 250
    assert only(host).data == smuggled.replace(b"\r\n.", b"\r\n")


def test_smtputf8(host: SandboxHost) -> None:
    with Client(host, "smtp.example.com", 465) as client:
        client.ehlo()
        client.command_encoding = "utf-8"
        client.sendmail("grüße@example.com", ["käthe@bücher.example"], MESSAGE, ["SMTPUTF8"])
    assert (only(host).sender, only(host).recipients) == ("grüße@example.com", ("käthe@bücher.example",))


@pytest.mark.parametrize("port", [25, 465, 587])
def test_five_megabytes(host: SandboxHost, port: int) -> None:
    data = b"Subject: big\r\n\r\n" + (b"0123456789" * 7 + b"\r\n") * 72_000
    with Client(host, "smtp.example.com", port) as client:
        if port == 587:
            client.starttls(context=host.tls_context())
        client.sendmail("a@example.com", ["b@example.com"], data)
    assert only(host).data == data


def test_more_than_size_allows(host: SandboxHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interp.sandbox.smtp.SIZE_LIMIT", 100_000)
    with Client(host, "smtp.example.com", 25) as client:
        client.ehlo()
        for size, code in ((200_000, 552), (100_001, 552), (100_000, 250)):
            client.mail("a@example.com")
            client.rcpt("b@example.com")
            assert client.data(b"x" * (size - 2) + b"\r\n")[0] == code
    assert [len(mail.data) for mail in host.sandbox.mails] == [100_000]


def test_what_was_sent_before_tls_is_forgotten(host: SandboxHost) -> None:
    with host.dial("smtp.example.com", 587, 5) as plain:
        plain.settimeout(10)
        plain.sendall(b"EHLO x\r\nSTARTTLS\r\nMAIL FROM:<evil@example.com>\r\n")
        received = b""
        while b"220 2.0.0" not in received:
            received += plain.recv(65536)
        with host.tls_context().wrap_socket(plain, server_hostname="smtp.example.com") as secure:
            secure.sendall(b"RCPT TO:<b@example.com>\r\nMAIL FROM:<a@example.com>\r\nQUIT\r\n")
            replies = b""
            while chunk := secure.recv(65536):
                replies += chunk
    assert [line[:3] for line in replies.splitlines()] == [b"503", b"503", b"221"]


def test_tls_data_on_the_heels_of_the_handshake(host: SandboxHost) -> None:
    for _ in range(100):
        with Client(host, "smtp.example.com", 587) as client:
            client.starttls(context=host.tls_context())
            assert client.ehlo()[0] == 250


def test_many_connections_at_once(host: SandboxHost) -> None:
    async def send(number: int) -> None:
        client = aiosmtplib.SMTP(
            hostname=f"smtp{number}.example.com",
            port=None,
            sock=host.dial(f"smtp{number}.example.com", 465 if number % 2 else 587, 5),
            use_tls=bool(number % 2),
            start_tls=not number % 2,
            tls_context=host.tls_context(),
        )
        async with client:
            await client.login(f"user{number}", "x")
            await client.sendmail("a@example.com", ["b@example.com"], f"Subject: {number}\r\n\r\n")

    async def send_all() -> None:
        await asyncio.gather(*map(send, range(60)))

    host.loop.run(send_all(), 30)
    mails = host.sandbox.mails
    assert sorted(int(m.data.split()[1]) for m in mails) == list(range(60))
    assert all(m.host == f"smtp{int(m.data.split()[1])}.example.com" for m in mails)
    assert all(m.tls and m.user == f"user{int(m.data.split()[1])}" for m in mails)


def test_threads_inside_a_running_loop(host: SandboxHost) -> None:
    def send() -> None:
        for _ in range(10):
            with Client(host, "smtp.example.com", 25) as client:
                client.sendmail("a@example.com", ["b@example.com"], MESSAGE)

    async def main() -> None:
        threads = [threading.Thread(target=send) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    asyncio.run(main())
    assert len(host.sandbox.mails) == 40


@pytest.mark.parametrize("name", ["", "a..b", "x" * 64 + ".example", "two words", "a/b"])
def test_what_is_no_name_is_not_found(host: SandboxHost, name: str) -> None:
    with pytest.raises(socket.gaierror):
        host.dial(name, 25, 5)


def test_a_full_disk_is_the_servers_reply() -> None:
    def keep(_: CaughtMail) -> None:
        raise OSError(28, "No space left on device")

    host = SandboxHost(Permissions.none(), keep=keep)
    with Client(host, "smtp.example.com", 25) as client, pytest.raises(smtplib.SMTPDataError) as refusal:
        client.sendmail("a@example.com", ["b@example.com"], MESSAGE)
    assert refusal.value.smtp_code == 452
    assert host.sandbox.mails == []
    host.close()


def test_closing_drops_connections_and_keeps_mails(host: SandboxHost) -> None:
    client = Client(host, "smtp.example.com", 587)
    client.sendmail("a@example.com", ["b@example.com"], MESSAGE)
    host.close()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.noop()
    client.close()
    assert only(host).data == MESSAGE


def test_starting_takes_milliseconds() -> None:
    best = 1.0
    for _ in range(5):
        began = time.perf_counter()
        host = SandboxHost(Permissions.none())
        connection = host.dial("smtp.example.com", 25, 5)
        connection.recv(100)
        best = min(best, time.perf_counter() - began)
        connection.close()
        host.close()
    assert best < 0.02


def test_an_outbox_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    for name in ("out", "out/below/it"):
        with pytest.raises(NotADirectoryError, match="the outbox needs a folder, and this is a file"):
            Interpreter(sandbox=True, outbox=str(tmp_path / name))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
