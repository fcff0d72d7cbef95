"""The mailboxes of the sandbox: whose they are, what is in them, and what its servers withstand."""

from __future__ import annotations

import email
import email.policy
import imaplib
import poplib
import re
import smtplib
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interp import Interpreter
from interp.host import Permissions
from interp.sandbox import SandboxHost
from interp.sandbox.mailboxes import MailboxError
from interp.sandbox.office import domain

ROOT = Path(__file__).resolve().parents[2]
HELLO = b"From: ann@example.com\r\nTo: bob@example.com\r\nSubject: hello\r\n\r\ntext\r\n"


@pytest.fixture
def host() -> Iterator[SandboxHost]:
    """A sandbox whose accounts are seeded."""
    sandboxed = SandboxHost(Permissions.none())
    yield sandboxed
    sandboxed.close()


class Imap(imaplib.IMAP4):
    """imaplib on a dialled socket."""

    def __init__(self, host: SandboxHost, name: str = "imap.example.com", port: int = 143) -> None:
        self._dialled = host
        super().__init__(name, port, timeout=10)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain = self._dialled.dial(self.host, self.port, 5, "imap")
        plain.settimeout(timeout)
        if self.port != 993:
            return plain
        return self._dialled.tls_context().wrap_socket(plain, server_hostname=self.host)


class Pop(poplib.POP3):
    """poplib on a dialled socket."""

    def __init__(self, host: SandboxHost, name: str = "pop.example.com", port: int = 110) -> None:
        self._dialled = host
        super().__init__(name, port, timeout=10)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain = self._dialled.dial(self.host, self.port, 5, "pop3")
        plain.settimeout(timeout)
        if self.port != 995:
            return plain
        return self._dialled.tls_context().wrap_socket(plain, server_hostname=self.host)


def deliver(host: SandboxHost, *recipients: str, data: bytes = HELLO) -> None:
    """Sends a mail over SMTP."""

    class Client(smtplib.SMTP):
        def _get_socket(self, name: str, port: int, timeout: float) -> socket.socket:
            return host.dial(name, port, timeout)

    with Client("smtp.example.com", 25, "client.example", 10) as client:
        client.sendmail("ann@example.com", recipients, data)


def new(host: SandboxHost, user: str, server: str = "") -> int:
    """How many mails came into the INBOX of *user*, besides those that are there from the start."""
    return len(
        [message for message in host.sandbox.office.account(user, server)["INBOX"] if message.data == HELLO]
    )


# ------------------------------------------------------------------ ports


@pytest.mark.parametrize("name", ["imap.example.com", "127.0.0.1", "bücher.example", "localhost"])
@pytest.mark.parametrize("port", [143, 993, 110, 2143, 25])
def test_imap_on_any_host_and_port(host: SandboxHost, name: str, port: int) -> None:
    with Imap(host, name, port) as client:
        if port != 993:
            client.starttls(host.tls_context())
        client.login("ann", "any")
        assert client.select("INBOX") == ("OK", [b"6"])


@pytest.mark.parametrize("port", [110, 995, 143, 2110])
def test_pop3_on_any_port(host: SandboxHost, port: int) -> None:
    client = Pop(host, port=port)
    if port != 995:
        client.stls(host.tls_context())
    client.user("ann")
    client.pass_("any")
    assert client.stat()[0] == 6
    client.quit()


@pytest.mark.parametrize(
    ("port", "greeting"), [(143, b"* OK ["), (110, b"+OK "), (25, b"220 "), (2143, b"220 ")]
)
def test_the_port_decides_where_nobody_says(host: SandboxHost, port: int, greeting: bytes) -> None:
    with host.dial("mail.example.com", port, 5) as connection:
        assert connection.recv(100).startswith(greeting)


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_tokens(host: SandboxHost, mechanism: str) -> None:
    fields = "auth=Bearer token\x01\x01"
    response = {
        "XOAUTH2": f"user=ann@example.com\x01{fields}",
        "OAUTHBEARER": f"n,a=ann@example.com,\x01host=imap\x01{fields}",
    }[mechanism]
    with Imap(host) as client:
        client.authenticate(mechanism, lambda _: response.encode())
        assert client.select("INBOX")[0] == "OK"
    with Imap(host) as client, pytest.raises(imaplib.IMAP4.error, match="Malformed response"):
        client.authenticate(mechanism, lambda _: b"nonsense")
    assert [account.user for account in host.sandbox.office.accounts] == ["ann@example.com"]


# ------------------------------------------------------------------ whose mail it is


def test_mail_comes_to_its_recipients(host: SandboxHost) -> None:
    office = host.sandbox.office
    for user in ("Ann@example.com", "bob@example.com", "carl"):
        office.account(user)
    deliver(host, "bob@example.com", "CARL@example.org")
    assert [new(host, user) for user in ("ann@example.com", "bob@example.com", "carl")] == [0, 1, 1]
    # Somebody who logs in later finds what came before.
    deliver(host, "dora@example.com", "bob@example.com")
    assert new(host, "dora@example.com") == 1
    # What is for nobody who is known comes to everybody.
    deliver(host, "someone@elsewhere.example")
    assert [new(host, user) for user in ("ann@example.com", "bob@example.com", "carl")] == [1, 3, 2]
    assert new(host, "new@example.com") == 1
    assert new(host, "someone@elsewhere.example") == 1


def test_one_user_on_two_servers(host: SandboxHost) -> None:
    office = host.sandbox.office
    early = office.account("ann")
    with Imap(host, "imap.old.example") as old:
        old.login("ann", "x")
        old.append("INBOX", "", "", HELLO)
    client = Pop(host, "pop3.old.example")
    client.user("ann")
    client.pass_("x")
    assert client.stat()[0] == 7
    client.quit()
    with Imap(host, "imap.new.example") as other:
        other.login("ann", "x")
        assert other.select("INBOX") == ("OK", [b"6"])
    assert early is office.account("ann") is office.account("ann", "mail.old.example")
    assert early is not office.account("ann", "imap.new.example")
    assert [account.server for account in office.accounts] == ["old.example", "new.example"]


def test_domains() -> None:
    names = [
        "imap.gmail.com",
        "smtp-mail.outlook.com",
        "MAIL.example.org.",
        "imap.com",
        "localhost",
        "127.0.0.1",
    ]
    assert [domain(name) for name in names] == [
        "gmail.com",
        "outlook.com",
        "example.org",
        "imap.com",
        "localhost",
        "127.0.0.1",
    ]


def test_idle_hears_of_what_smtp_delivers(host: SandboxHost) -> None:
    with Imap(host) as client:
        client.login("bob@example.com", "x")
        client.select("INBOX")
        client.send(b"i IDLE\r\n")
        assert client.readline() == b"+ idling\r\n"
        deliver(host, "bob@example.com")
        assert client.readline() == b"* 7 EXISTS\r\n"
        assert client.readline() == b"* 7 RECENT\r\n"
        # A program that embeds the interpreter is heard, too.
        host.sandbox.office.account("bob@example.com")["INBOX"].append(HELLO)
        assert client.readline() == b"* 8 EXISTS\r\n"
        assert client.readline() == b"* 8 RECENT\r\n"
        client.send(b"DONE\r\n")
        assert client.readline() == b"i OK Idle completed.\r\n"
        assert client.fetch("7", "(BODY.PEEK[])")[1][0][1] == HELLO  # type: ignore[index]


# ------------------------------------------------------------------ what is there


def test_the_seeds(host: SandboxHost) -> None:
    account = host.sandbox.office.account("ann@example.com")
    assert {"INBOX", "Drafts", "Sent", "documents", "Junk Email", "Bills", "Bills/Atlas Corp"} <= set(account)
    assert account.subscriptions == set(account)
    assert account["Drafts"].use == "\\Drafts"
    inbox = account["INBOX"]
    assert len({message.subject for message in inbox}) == len(inbox) == 6
    assert "会議のお知らせ" in [message.subject for message in inbox]
    assert {flag for message in inbox for flag in message.flags} == {
        "\\Seen",
        "\\Answered",
        "\\Flagged",
        "$Forwarded",
    }
    dates = [message.date for message in inbox]
    assert dates == sorted(dates)
    assert all(date.tzinfo is not None and date < datetime.now(UTC) for date in dates)
    kinds = set()
    for box in account:
        for message in account[box]:
            read = email.message_from_bytes(message.data, policy=email.policy.default)
            assert [part.defects for part in read.walk()] == [[] for _ in read.walk()], message
            assert "ann@example.com" in (str(read["To"]), str(read["From"]))
            assert read["Date"].datetime == message.date
            kinds |= {part.get_content_type() for part in read.walk()}
            body = read.get_body(("plain", "html"))
            assert body is not None
            assert "\N{REPLACEMENT CHARACTER}" not in body.get_content()
    assert {"text/html", "text/csv", "image/png", "multipart/related", "multipart/alternative"} <= kinds


def test_a_program_looks_at_mailboxes_and_changes_them() -> None:
    with Interpreter(sandbox=True) as interpreter:
        assert interpreter.accounts == []
        account = interpreter.account("ann@example.com")
        account.clear()
        assert (list(account), len(account["inbox"])) == (["INBOX"], 0)
        bills = account.create("Bills/Paid")
        message = bills.append(
            b"Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\n\ntext\n", ["\\seen", "Label", "\\Recent"]
        )
        assert message.data == b"Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\ntext\r\n"
        assert (message.subject, message.seen, message.flags) == ("Grüße", True, {"\\Seen", "Label"})
        assert repr(message) == "<message 1: 'Grüße' Label \\Seen>"
        assert repr(account) == "<account 'ann@example.com': INBOX, Bills/Paid>"
        assert [one.uid for one in bills] == [1]
        with pytest.raises(MailboxError, match="exists"):
            account.create("Bills/Paid")
        with pytest.raises(KeyError):
            account["nothing"]
        assert interpreter.accounts == [account]
    # They stay when the interpreter is closed.
    assert len(bills) == 1
    with pytest.raises(ValueError, match="sandbox=True"):
        Interpreter().account("ann")
    assert Interpreter().accounts == []


@pytest.mark.parametrize("name", ["", "/", "a//b", "a/", "x" * 1001, "a\nb"])
def test_what_is_no_name_of_a_mailbox(host: SandboxHost, name: str) -> None:
    account = host.sandbox.office.account("ann")
    if name == "a/":
        # It only tells that mailboxes are to come below it.
        assert account.create(name).name == "a"
        return
    with pytest.raises(MailboxError, match="Invalid mailbox name"):
        account.create(name)


def test_renaming_the_inbox_moves_its_messages(host: SandboxHost) -> None:
    with Imap(host) as client:
        client.login("ann", "x")
        client.select("INBOX")
        assert client.rename("INBOX", "Old/2025")[0] == "OK"
        assert client.select("INBOX") == ("OK", [b"0"])
        assert client.select("Old/2025") == ("OK", [b"6"])


def test_a_selected_mailbox_that_is_deleted(host: SandboxHost) -> None:
    second = Imap(host)
    with Imap(host) as first:
        for client in (first, second):
            client.login("ann", "x")
            client.select("documents")
        assert first.delete("documents")[0] == "OK"
        # Who deletes it has none selected; the other is sent away.
        assert first.state == "SELECTED"
        assert first.status("INBOX", "(MESSAGES)")[0] == "OK"
        second.send(b"x FETCH 1 FLAGS\r\n")
        assert second.readline() == b"* BYE the mailbox was deleted\r\n"
        assert second.readline() == b"x NO [NONEXISTENT] Mailbox was deleted.\r\n"
        assert second.readline() == b""
        second.shutdown()


def test_what_another_session_removed_has_no_content(host: SandboxHost) -> None:
    with Imap(host) as first, Imap(host) as second:
        for client in (first, second):
            client.login("ann", "x")
            client.select("INBOX")
        second.store("1", "+FLAGS", "\\Deleted")
        second.expunge()
        # Its number is in use until the client is told; a UID that is gone is passed over.
        assert first.fetch("1:2", "(UID)")[0] == "NO"
        first.send(b"x UID FETCH 1:2 FLAGS\r\n")
        lines = [first.readline() for _ in range(3)]
        assert lines[0].startswith(b"* 2 FETCH (UID 2 ")
        assert lines[1:] == [b"* 1 EXPUNGE\r\n", b"x OK Fetch completed.\r\n"]


def test_pop3_has_the_mailbox_for_itself(host: SandboxHost) -> None:
    first, second = Pop(host), Pop(host)
    for client in (first, second):
        client.user("ann")
    first.pass_("x")
    with pytest.raises(poplib.error_proto, match=r"\[IN-USE\]"):
        second.pass_("x")
    deliver(host, "ann@example.com")
    # What comes later is for the next session.
    assert first.stat()[0] == 6
    first.quit()
    second.pass_("x")
    assert second.stat()[0] == 7
    second.quit()


# ------------------------------------------------------------------ what they withstand


def talk(host: SandboxHost, port: int, sent: bytes, end: bytes = b"") -> bytes:
    """What the server on *port* says to *sent*, up to *end* or the end of the connection."""
    with host.dial("mail.example.com", port, 5) as connection:
        connection.settimeout(5)
        try:
            connection.sendall(sent)
        except (BrokenPipeError, ConnectionResetError):
            # It hung up before all of it came.
            pass
        received = b""
        while not end or end not in received:
            try:
                chunk = connection.recv(65536)
            except ConnectionResetError:
                break
            if not chunk:
                break
            received += chunk
        return received


LOGIN = b"a LOGIN ann x\r\nb SELECT INBOX\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"x" * 200_000,
        LOGIN + b"c " + b"x" * 200_000,
        b"a LOGIN {100000+}\r\n" + b"x" * 100_000,
        LOGIN + b"c APPEND INBOX {999999999999+}\r\n",
        LOGIN + b"c SEARCH TEXT {2000000+}\r\n",
        b"\0\xff\r\n" * 20,
        b"\r\n" * 20,
    ],
    ids=[
        "long line",
        "long line after login",
        "early literal",
        "huge",
        "large",
        "binary",
        "empty lines",
    ],
)
def test_imap_hangs_up_on_what_never_ends(host: SandboxHost, sent: bytes) -> None:
    answer = talk(host, 143, sent + b"\r\nz LOGOUT\r\n")
    assert b"BYE" in answer
    # It serves the next one.
    assert b"* 6 EXISTS" in talk(host, 143, LOGIN + b"z LOGOUT\r\n")


@pytest.mark.parametrize(
    "command",
    [
        b"",
        b"FETCH",
        b"FETCH 1 " + b"(" * 5000,
        b"SEARCH " + b"(" * 5000,
        b"SEARCH " + b"NOT " * 5000 + b"SEEN",
        b"SEARCH " + b"OR " * 5000 + b"SEEN",
        b"SEARCH 99999999999",
        b"FETCH 0:* FLAGS",
        b"FETCH 1:2:3 FLAGS",
        b"FETCH 1 BODY[0]",
        b"FETCH 1 BODY[]<5>",
        b"FETCH 1 BODY[HEADER.FIELDS ()]",
        b"STORE 1 FLAGS (\\",
        b"STORE 1 FLAGS (\\Recent)",
        b"CREATE &",
        b"CREATE &AGE-",
        b'CREATE "&2D0-"',
        "CREATE ä".encode(),
        b"CREATE a\0b",
        b'CREATE "a',
        b"APPEND INBOX {0}x",
        b'APPEND INBOX "99-Foo-2020 00:00:00 +0000" {1+}\r\nx',
        b'APPEND INBOX "01-Jan-2020 00:00:00 +9999" {1+}\r\nx',
        b"LIST",
        b'LIST "" * RETURN (NOTHING)',
        b"STATUS INBOX ()",
        b"AUTHENTICATE PLAIN",
        b"LOGIN a b",
        b"STARTTLS now",
        b"ID x",
        b"UID",
        b"UID NOOP",
        b"SEARCH SINCE 99-Foo-2020",
        b"SEARCH SUBJECT {3+}\r\n\xff\xfe\xfd",
        b"COPY 1",
        b"ENABLE",
    ],
)
def test_imap_refuses_mistakes(host: SandboxHost, command: bytes) -> None:
    answer = talk(host, 143, LOGIN + b"c " + command + b"\r\nd NOOP\r\n", b"d OK")
    assert re.search(rb"^c (BAD|NO) [^\r]+\r\n", answer, re.MULTILINE) or answer.startswith(b"* BAD"), answer[
        -300:
    ]
    assert b"d OK" in answer


def test_long_lists_of_ranges(host: SandboxHost) -> None:
    ranges = b",".join(b"%d:*" % (number % 6 + 1) for number in range(9_000))
    answer = talk(host, 143, LOGIN + b"c FETCH " + ranges + b" UID\r\nd NOOP\r\n", b"d OK")
    assert answer.count(b"FETCH (UID") == 6
    ranges = b",".join([b"1"] * 20_000)
    assert b"c BAD" in talk(host, 143, LOGIN + b"c FETCH " + ranges + b" UID\r\nd NOOP\r\n", b"d OK")


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b"\r\n",
        b"\r\n\r\n",
        b"no header at all",
        b"Content-Type: multipart/mixed\r\n\r\ntext",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n--b\r\n\r\n--b--",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 20_000,
        b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (n, n) for n in range(500)),
        b"Content-Type: message/rfc822\r\n\r\n" * 500,
        b"From: " + b"a@b.c, " * 20_000 + b"\r\n\r\n",
        b"From: " + b"(" * 50_000 + b"\r\n\r\n",
        b'From: "' + b"\\" * 50_000 + b"\r\n\r\n",
        b"From: a:b:c;;;, <>, @, <@x:y@z>, \xff <\xfe@\xfd>\r\nSubject: =?x?b?\r\n\r\n",
        b"Content-Type: text/plain; " + b"a=b; " * 20_000 + b"\r\n\r\n",
        b"Date: Fri, 99 Foo 99999 99:99:99 +9999\r\nContent-Type: /\r\n\r\n",
        bytes(range(256)) * 4,
    ],
    ids=lambda data: repr(data[:40]),
)
def test_any_message_can_be_fetched_and_searched(host: SandboxHost, data: bytes) -> None:
    host.sandbox.office.account("ann", "mail.example.com")["INBOX"].append(data)
    stored = host.sandbox.office.account("ann")["INBOX"].messages[-1].data
    asked = (
        b"c FETCH 7 (ENVELOPE BODYSTRUCTURE BODY BODY.PEEK[HEADER] BODY.PEEK[1] BODY.PEEK[1.1.MIME] RFC822.SIZE)\r\n"
        b"d SEARCH TEXT zzz FROM zzz SENTSINCE 1-Jan-2020 BODY zzz\r\ne FETCH 7 BODY[]\r\nf NOOP\r\n"
    )
    answer = talk(host, 143, LOGIN + asked, b"\r\nf OK")
    for tag in b"cdef":
        assert re.search(rb"^%c OK " % tag, answer, re.MULTILINE), answer[-300:]
    assert b"RFC822.SIZE %d" % len(stored) in answer
    assert b"BODY[] {%d}\r\n" % len(stored) + stored in answer
    asked = b"USER ann\r\nPASS x\r\nTOP 7 1\r\nLIST 7\r\nRETR 7\r\nQUIT\r\n"
    answer = talk(host, 110, asked)
    assert answer.endswith(b"\r\n.\r\n+OK Logging out.\r\n")


@pytest.mark.parametrize(
    "sent", [b"x" * 200_000, b"NOSUCH\r\n" * 20, b"\0\xff\r\n" * 20], ids=["long line", "unknown", "binary"]
)
def test_pop3_hangs_up_on_what_never_ends(host: SandboxHost, sent: bytes) -> None:
    answer = talk(host, 110, sent)
    assert b"-ERR" in answer
    assert b"+OK 6 " in talk(host, 110, b"USER ann\r\nPASS x\r\nSTAT\r\nQUIT\r\n")


@pytest.mark.parametrize("port", [143, 110])
def test_what_came_before_tls_is_forgotten(host: SandboxHost, port: int) -> None:
    context = host.tls_context()
    with host.dial("mail.example.com", port, 5) as plain:
        plain.settimeout(5)
        plain.recv(1000)
        plain.sendall(b"a STARTTLS\r\na2 LOGOUT\r\n" if port == 143 else b"STLS\r\nQUIT\r\n")
        plain.recv(1000)
        with context.wrap_socket(plain, server_hostname="mail.example.com") as secure:
            secure.sendall(b"b NOOP\r\n" if port == 143 else b"CAPA\r\n")
            assert secure.recv(1000).startswith(b"b OK" if port == 143 else b"+OK")


def test_a_script_that_sends_needs_no_mailboxes() -> None:
    program = """
import sys
from interp import Interpreter
with Interpreter(sandbox=True) as interpreter:
    interpreter.run('''
        $status:=SMTP New transporter({host: "smtp.example.com"}).send({from: "a@example.com"; to: "b@example.com"})
        ASSERT($status.success)
    ''')
    found = [name for name in sys.modules if name.startswith("interp.sandbox.")]
    print(sorted(name.removeprefix("interp.sandbox.") for name in found))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT
    )
    names = ["authority", "host", "mail", "sandbox", "sasl", "service", "smtp", "wire"]
    assert done.stdout == f"{names}\n"
