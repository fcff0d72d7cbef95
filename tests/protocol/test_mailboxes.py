"""The IMAP and POP3 servers, spoken to with imaplib and poplib: the sandbox answers as Dovecot does.

Every test runs on both, and its expectations are those of the RFCs.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import imaplib
import poplib
import re
import socket
import ssl
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from interp.host import Permissions
from interp.sandbox import SandboxHost
from interp.sandbox.listening import Listening
from interp.sandbox.mailboxes import Account
from stdlib4d.mail.imap.names import encode_name

from .servers import GUEST_PASSWORD as PASSWORD
from .servers import MailServers

MIXED = b"""From: Ann Lee <ann@example.com>\r
To: "Bob, the builder" <bob@example.org>, friends: eve@example.net, carl@example.net;\r
Cc: =?UTF-8?B?5L2Q6Jek?= <sato@example.jp>\r
Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_aus?=\r
 =?UTF-8?Q?_Wien?=\r
Date: Fri, 3 May 2024 10:20:30 +0200\r
Message-ID: <one@example.com>\r
In-Reply-To: <zero@example.com>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="outer"\r
\r
preamble\r
--outer\r
Content-Type: multipart/alternative; boundary=inner\r
\r
--inner\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: base64\r
\r
RmFocmvDpHNlIHVuZCBLw7xobGUK\r
--inner\r
Content-Type: text/html; charset=us-ascii\r
Content-Language: en, de\r
\r
<p>Cold</p>\r
<p>Cheese</p>\r
\r
--inner--\r
\r
--outer\r
Content-Type: application/pdf; name="a \\"b\\".pdf"\r
Content-Transfer-Encoding: base64\r
Content-Disposition: attachment; filename="a.pdf"; size=3\r
Content-ID: <part@example.com>\r
Content-Description: the paper\r
Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==\r
\r
AAEC\r
--outer\r
Content-Type: message/rfc822\r
\r
From: eve@example.net\r
Subject: inner\r
\r
Inside of it.\r
--outer--\r
epilogue\r
"""
PLAIN = b"From: eve@example.net\r\nTo: ann@example.com\r\nSubject: Invoice 12\r\n\r\n.dot\r\n..dots\r\n\r\nend\r\n"
BARE = b"Subject: bare\r\n\r\nno type at all\r\n"


@dataclass
class Server:
    """Where a server listens, and how its certificate is verified."""

    kind: str
    host: str
    imap: int
    imaps: int
    pop3: int
    pop3s: int
    context: ssl.SSLContext
    #: Names of users who have nothing but an empty INBOX.
    names: Iterator[str]
    deliver: Callable[[str, bytes], None]
    clients: list[imaplib.IMAP4] = field(default_factory=list)

    def open(self, user: str = "", *, box: str = "") -> Imap:
        """An IMAP client that is logged in as *user*, with *box* selected."""
        client = Imap(self.host, self.imaps, ssl_context=self.context, timeout=10)
        self.clients.append(client)
        client.user_name = user or next(self.names)
        client.login(client.user_name, PASSWORD)
        if box:
            client.select(box)
        return client

    def open_pop(self, user: str) -> poplib.POP3:
        """A POP3 client that is logged in."""
        client = poplib.POP3_SSL(self.host, self.pop3s, context=self.context, timeout=10)
        client.user(user)
        client.pass_(PASSWORD)
        return client


class Imap(imaplib.IMAP4_SSL):
    """imaplib that tells everything the server said."""

    user_name = ""

    def say(self, command: str, *literals: bytes) -> tuple[str, list[bytes]]:
        """Sends a command with its literals; returns the tagged reply and the untagged ones, numbered texts whole."""
        tag = self._new_tag().decode()
        parts = command.split("{}")
        line = f"{tag} {parts[0]}".encode()
        for literal, rest in zip(literals, parts[1:], strict=True):
            self.send(line + b"{%d}\r\n" % len(literal))
            reply = self.readline()
            if reply.startswith(tag.encode()):
                # Refused before the literal was sent.
                return reply.partition(b" ")[2].decode(), []
            assert reply.startswith(b"+"), reply
            line = literal + rest.encode()
        self.send(line + b"\r\n")
        return self.hear(tag)

    def hear(self, tag: str) -> tuple[str, list[bytes]]:
        """The replies up to the tagged one."""
        untagged: list[bytes] = []
        while True:
            reply = self.whole()
            if reply.startswith(tag.encode() + b" "):
                return reply.partition(b" ")[2].decode(), untagged
            assert reply.startswith(b"* "), reply
            untagged.append(reply[2:])

    def whole(self) -> bytes:
        """One reply with its literals."""
        reply = self.readline()
        while (found := re.search(rb"\{(\d+)\}\r\n\Z", reply)) is not None:
            reply += self.read(int(found[1])) + self.readline()
        return reply.removesuffix(b"\r\n")

    def ok(self, command: str, *literals: bytes) -> list[bytes]:
        """The untagged replies of a command that must succeed."""
        status, untagged = self.say(command, *literals)
        assert status.startswith("OK "), f"{command}: {status}"
        return untagged

    def refused(self, command: str, *literals: bytes) -> str:
        """NO or BAD, with the response code where there is one."""
        status, _ = self.say(command, *literals)
        found = re.match(r"(NO|BAD)(?: \[(\w+))?", status)
        assert found is not None, f"{command}: {status}"
        return f"{found[1]} {found[2] or ''}".strip()

    def put(self, box: str, data: bytes, flags: str = "") -> int:
        """Appends a message; returns its UID."""
        status, _ = self.say(f"APPEND {box} ({flags}) {{}}", data)
        found = re.search(r"\[APPENDUID \d+ (\d+)\]", status)
        assert found is not None, status
        return int(found[1])

    def subjects(self, box: str) -> list[str]:
        """The subjects of the messages in *box*."""
        self.ok(f"EXAMINE {box}")
        rows = self.ok("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]") if self.count(box) else []
        return [re.search(rb"Subject: (.*)\r\n", row)[1].decode() for row in rows]  # type: ignore[index]

    def count(self, box: str) -> int:
        """How many messages *box* has."""
        return int(re.search(rb"MESSAGES (\d+)", self.ok(f"STATUS {box} (MESSAGES)")[0])[1])  # type: ignore[index]


def plant(account: Account) -> None:
    """What Dovecot has here."""
    for name in ("Drafts", "Sent", "Trash"):
        account.create(name, f"\\{name}")


@pytest.fixture(scope="module")
def listening() -> Iterator[tuple[SandboxHost, Listening]]:
    """The sandbox on ports of this machine, its accounts with an empty INBOX."""
    host = SandboxHost(Permissions.none(), plant=plant)
    served = Listening(host.sandbox, host.loop, dict.fromkeys(("imap", "imaps", "pop3", "pop3s"), 0))
    yield host, served
    served.close()
    host.close()


@pytest.fixture(params=["sandbox", "dovecot"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Both, one after the other."""
    mark = uuid.uuid4().hex[:8]
    names = (f"user{number}.{mark}@example.test" for number in range(100))
    if request.param == "sandbox":
        host, served = request.getfixturevalue("listening")
        ports = served.ports
        made = Server(
            "sandbox",
            "localhost",
            ports["imap"],
            ports["imaps"],
            ports["pop3"],
            ports["pop3s"],
            host.tls_context(),
            names,
            lambda user, data: host.sandbox.office.account(user, "localhost")["INBOX"].append(data),
        )
    else:
        servers: MailServers = request.getfixturevalue("mail_servers")
        ports_of = servers.ports

        def deliver(user: str, data: bytes) -> None:
            client = made.open(user)
            client.put("INBOX", data)

        made = Server(
            "dovecot",
            servers.host,
            ports_of.imap,
            ports_of.imaps,
            ports_of.pop3,
            ports_of.pop3s,
            servers.tls_context(),
            servers.guests,
            deliver,
        )
    yield made
    for client in made.clients:
        try:
            client.logout()
        except (OSError, imaplib.IMAP4.error):
            client.shutdown()


# ------------------------------------------------------------------ getting in


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_imap_mechanisms_after_starttls(server: Server, mechanism: str) -> None:
    client = imaplib.IMAP4(server.host, server.imap, timeout=10)
    assert "STARTTLS" in client.capabilities
    client.starttls(server.context)
    assert f"AUTH={mechanism}" in client.capabilities
    assert "STARTTLS" not in client.capabilities
    user = next(server.names)
    answers = {
        "PLAIN": lambda _: f"\0{user}\0{PASSWORD}".encode(),
        "LOGIN": lambda asked: (user if asked.lower().startswith(b"user") else PASSWORD).encode(),
        "CRAM-MD5": lambda asked: f"{user} {hmac.new(PASSWORD.encode(), asked, 'md5').hexdigest()}".encode(),
    }
    client.authenticate(mechanism, answers[mechanism])
    assert client.select("INBOX") == ("OK", [b"0"])
    client.logout()


def test_imap_login_with_literals_and_quotes(server: Server) -> None:
    client = Imap(server.host, server.imaps, ssl_context=server.context, timeout=10)
    server.clients.append(client)
    user = next(server.names)
    client.ok("LOGIN {} {}", user.encode(), PASSWORD.encode())
    assert client.refused("LOGIN a b") == "BAD"


def test_imap_commands_before_a_login(server: Server) -> None:
    client = Imap(server.host, server.imaps, ssl_context=server.context, timeout=10)
    server.clients.append(client)
    assert client.refused("SELECT INBOX") == "BAD"
    assert client.refused("NOSUCH") == "BAD"
    assert client.ok("NOOP") == []
    assert client.ok("CAPABILITY")[0].startswith(b"CAPABILITY IMAP4rev1 ")
    status, untagged = client.say("LOGOUT")
    assert (status[:3], untagged[0][:4]) == ("OK ", b"BYE ")


@pytest.mark.parametrize("way", ["USER", "APOP", "PLAIN", "LOGIN", "CRAM-MD5"])
@pytest.mark.parametrize("implicit", [True, False])
def test_pop3_ways_in(server: Server, way: str, implicit: bool) -> None:
    user = next(server.names)
    server.deliver(user, PLAIN)
    if implicit:
        client: poplib.POP3 = poplib.POP3_SSL(server.host, server.pop3s, context=server.context, timeout=10)
    else:
        client = poplib.POP3(server.host, server.pop3, timeout=10)
        assert "STLS" in client.capa()
        client.stls(server.context)
    assert "STLS" not in client.capa()
    assert {"TOP", "UIDL", "RESP-CODES", "PIPELINING"} <= set(client.capa())
    if way == "USER":
        client.user(user)
        client.pass_(PASSWORD)
    elif way == "APOP":
        stamp = re.search(rb"<.*>", client.getwelcome())
        assert stamp is not None
        digest = hashlib.md5(stamp[0] + PASSWORD.encode()).hexdigest()
        client._shortcmd(f"APOP {user} {digest}")  # type: ignore[attr-defined]
    else:
        assert way in client.capa()["SASL"]
        short = client._shortcmd  # type: ignore[attr-defined]
        reply = short(f"AUTH {way}")
        answers: dict[str, list[Callable[[bytes], bytes]]] = {
            "PLAIN": [lambda _: f"\0{user}\0{PASSWORD}".encode()],
            "LOGIN": [lambda _: user.encode(), lambda _: PASSWORD.encode()],
            "CRAM-MD5": [
                lambda asked: f"{user} {hmac.new(PASSWORD.encode(), asked, 'md5').hexdigest()}".encode()
            ],
        }
        for answer in answers[way]:
            assert reply.startswith(b"+ ")
            reply = short(base64.b64encode(answer(base64.b64decode(reply[2:]))).decode())
    assert client.stat()[0] == 1
    client.quit()


# ------------------------------------------------------------------ mailboxes


def listed(rows: list[bytes]) -> dict[str, set[str]]:
    """The names of LIST with their attributes."""
    found = {}
    for row in rows:
        match = re.fullmatch(rb'(?:LIST|LSUB) \(([^)]*)\) "/" (?:"([^"]*)"|(\S+))', row)
        assert match is not None, row
        found[(match[2] or match[3] or b"").decode()] = set(match[1].decode().split())
    return found


def test_create_list_delete(server: Server) -> None:
    client = server.open()
    assert sorted(listed(client.ok('LIST "" *'))) == ["Drafts", "INBOX", "Sent", "Trash"]
    for name in ("Bills", "Bills/Atlas", "Far/away/box", '"with blank"'):
        client.ok(f"CREATE {name}")
    assert client.refused("CREATE Bills") == "NO ALREADYEXISTS"
    assert client.refused("CREATE INBOX") == "NO ALREADYEXISTS"
    assert client.refused("CREATE inbox") == "NO ALREADYEXISTS"
    every = listed(client.ok('LIST "" *'))
    assert {"Bills", "Bills/Atlas", "Far/away/box", "with blank"} <= set(every)
    assert "\\HasChildren" in every["Bills"]
    assert "\\HasNoChildren" in every["Bills/Atlas"]
    top = listed(client.ok('LIST "" %'))
    assert set(top) == {"INBOX", "Drafts", "Sent", "Trash", "Bills", "Far", "with blank"}
    assert "\\Noselect" in top["Far"] or "\\NonExistent" in top["Far"]
    assert set(listed(client.ok('LIST "" Bills/%'))) == {"Bills/Atlas"}
    assert set(listed(client.ok('LIST "Bills/" *'))) == {"Bills/Atlas"}
    assert set(listed(client.ok('LIST "" B*s'))) == {"Bills", "Bills/Atlas"}
    assert set(listed(client.ok('LIST "" inbox'))) == {"INBOX"}
    assert listed(client.ok('LIST "" ""')) == {"": {"\\Noselect"}}
    assert listed(client.ok('LIST "" nothing')) == {}
    client.ok("DELETE Bills/Atlas")
    client.ok("DELETE Bills")
    assert client.refused("DELETE Bills") == "NO NONEXISTENT"
    assert client.refused("DELETE INBOX").startswith("NO")
    assert "Bills" not in listed(client.ok('LIST "" *'))


def test_special_use(server: Server) -> None:
    client = server.open()
    every = listed(client.ok('LIST "" *'))
    assert "\\Drafts" in every["Drafts"]
    assert "\\Sent" in every["Sent"]
    assert set(listed(client.ok('LIST (SPECIAL-USE) "" *'))) == {"Drafts", "Sent", "Trash"}


def test_list_with_status_and_subscriptions(server: Server) -> None:
    client = server.open()
    client.put("Sent", PLAIN)
    client.ok("SUBSCRIBE Sent")
    rows = client.ok('LIST "" * RETURN (SUBSCRIBED STATUS (MESSAGES UNSEEN))')
    every = listed([row for row in rows if row.startswith(b"LIST")])
    assert "\\Subscribed" in every["Sent"]
    assert "\\Subscribed" not in every["Drafts"]
    states = [row for row in rows if row.startswith(b"STATUS")]
    assert len(states) == 4
    assert any(re.fullmatch(rb'STATUS "?Sent"? \(MESSAGES 1 UNSEEN 1\)', row) for row in states)
    assert set(listed(client.ok('LIST (SUBSCRIBED) "" *'))) == {"Sent"}


def test_deleting_a_parent_keeps_its_children(server: Server) -> None:
    client = server.open()
    client.ok("CREATE a/b")
    client.ok("CREATE a/c")
    assert client.refused("DELETE a").startswith("NO")
    assert client.refused("SELECT a").startswith("NO")
    client.ok("CREATE a")
    client.ok("DELETE a")
    assert {"a/b", "a/c"} <= set(listed(client.ok('LIST "" *')))


def test_rename_moves_what_is_below(server: Server) -> None:
    client = server.open()
    client.ok("CREATE old")
    client.ok("CREATE old/one/two")
    client.put("old/one/two", PLAIN)
    client.ok("RENAME old new/name")
    every = set(listed(client.ok('LIST "" *')))
    assert {"new/name", "new/name/one/two"} <= every
    assert not {name for name in every if name.startswith("old")}
    assert client.count("new/name/one/two") == 1
    assert client.refused("RENAME nothing other") == "NO NONEXISTENT"
    client.ok("CREATE taken")
    assert client.refused("RENAME new/name taken") == "NO ALREADYEXISTS"


@pytest.mark.parametrize("name", ["Entwürfe", "予定/会議", "A & B", "台北", "Emoji 😀", "a~b", "Été"])
def test_names_in_any_script(server: Server, name: str) -> None:
    client = server.open()
    encoded = encode_name(name)
    client.ok(f'CREATE "{encoded}"')
    assert encoded in listed(client.ok('LIST "" *'))
    client.ok(f'SELECT "{encoded}"')
    client.put(f'"{encoded}"', PLAIN)
    assert client.count(f'"{encoded}"') == 1
    # The same name in literals, as clients send it that take no chances.
    client.ok("STATUS {} (MESSAGES)", encoded.encode())


def test_subscriptions(server: Server) -> None:
    client = server.open()
    client.ok("CREATE Bills/Atlas")
    client.ok("SUBSCRIBE Bills/Atlas")
    client.ok("SUBSCRIBE Sent")
    assert set(listed(client.ok('LSUB "" *'))) == {"Bills/Atlas", "Sent"}
    # RFC 3501 section 6.3.9: "%" shows a parent of what is subscribed to.
    top = listed(client.ok('LSUB "" %'))
    assert set(top) == {"Bills", "Sent"}
    assert "\\Noselect" in top["Bills"]
    client.ok("UNSUBSCRIBE Sent")
    client.ok("UNSUBSCRIBE Sent")
    assert set(listed(client.ok('LSUB "" *'))) == {"Bills/Atlas"}
    # A subscription outlives its mailbox.
    client.ok("DELETE Bills/Atlas")
    assert set(listed(client.ok('LSUB "" *'))) == {"Bills/Atlas"}
    assert client.refused("SUBSCRIBE nothing").startswith("NO")


def test_status(server: Server) -> None:
    client = server.open()
    client.put("Sent", PLAIN)
    client.put("Sent", PLAIN, "\\Seen")
    (row,) = client.ok("STATUS Sent (MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN)")
    numbers = dict(re.findall(rb"([A-Z]+) (\d+)", row))
    assert (numbers[b"MESSAGES"], numbers[b"UIDNEXT"], numbers[b"UNSEEN"]) == (b"2", b"3", b"1")
    assert numbers[b"RECENT"] == b"2"
    assert client.refused("STATUS nothing (MESSAGES)").startswith("NO")
    assert client.refused("STATUS Sent (SIZES)") == "BAD"
    assert client.refused("STATUS Sent").startswith("BAD")


def test_select_and_examine(server: Server) -> None:
    client = server.open()
    client.put("INBOX", PLAIN, "\\Seen")
    client.put("INBOX", PLAIN, "$Label")
    status, told = client.say("EXAMINE INBOX")
    assert status.startswith("OK [READ-ONLY]")
    assert b"2 EXISTS" in told
    assert b"2 RECENT" in told
    assert any(row.startswith(b"OK [UNSEEN 2]") for row in told)
    assert any(row.startswith(b"OK [PERMANENTFLAGS ()]") for row in told)
    client.say("STORE 1 +FLAGS (\\Deleted)")
    assert b"\\Deleted" not in one(client, "FLAGS")
    client.say("EXPUNGE")
    status, told = client.say("SELECT inbox")
    assert status.startswith("OK [READ-WRITE]")
    # EXAMINE took nothing away.
    assert b"2 RECENT" in told
    (flags,) = [row for row in told if row.startswith(b"FLAGS")]
    assert {b"\\Seen", b"\\Answered", b"\\Flagged", b"\\Deleted", b"\\Draft", b"$Label"} == set(
        flags[7:-1].split()
    )
    assert any(b"[PERMANENTFLAGS (" in row and b"\\*" in row for row in told)
    assert any(b"[UIDNEXT 3]" in row for row in told)
    other = server.open(client.user_name)
    assert b"0 RECENT" in other.ok("SELECT INBOX")
    assert client.refused("SELECT nothing").startswith("NO")
    # Nothing is selected after that.
    assert client.refused("FETCH 1 FLAGS") == "BAD"


def test_append(server: Server) -> None:
    client = server.open()
    status, _ = client.say('APPEND Drafts (\\Draft Custom) "02-Jan-2020 03:04:05 +0600" {}', PLAIN)
    assert re.match(r"OK \[APPENDUID \d+ 1\]", status)
    client.ok("SELECT Drafts")
    (row,) = client.ok("FETCH 1 (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])")
    flags = re.search(rb"FLAGS \(([^)]*)\)", row)
    assert flags is not None
    assert set(flags[1].split()) == {b"\\Draft", b"Custom", b"\\Recent"}
    when = imaplib.Internaldate2tuple(row)
    assert when is not None
    assert time.mktime(when) == 1577912645
    assert b"RFC822.SIZE %d" % len(PLAIN) in row
    assert PLAIN in row
    assert client.refused("APPEND nothing {}", PLAIN) == "NO TRYCREATE"
    # The one that has the mailbox open is told.
    client.put("Drafts", BARE)
    assert client.count("Drafts") == 2


def test_append_to_the_open_mailbox_is_told(server: Server) -> None:
    client = server.open(box="INBOX")
    status, told = client.say("APPEND INBOX {}", PLAIN)
    assert status.startswith("OK [APPENDUID")
    assert b"1 EXISTS" in told


# ------------------------------------------------------------------ messages


def one(client: Imap, items: str, number: int = 1) -> bytes:
    """What FETCH tells of one message, without its number and parentheses."""
    (row,) = client.ok(f"FETCH {number} {items}")
    found = re.fullmatch(rb"%d FETCH \((.*)\)" % number, row, re.DOTALL)
    assert found is not None, row
    # A short text may come as a literal all the same.
    return re.sub(rb"\{(\d+)\}\r\n(=\?[^ ]*\?=(?: =\?[^ ]*\?=)*)(?= )", rb'"\2"', found[1])


def test_envelope(server: Server) -> None:
    client = server.open()
    client.put("INBOX", MIXED)
    client.ok("SELECT INBOX")
    assert one(client, "ENVELOPE") == (
        b'ENVELOPE ("Fri, 3 May 2024 10:20:30 +0200" "=?UTF-8?Q?Gr=C3=BC=C3=9Fe_aus?= =?UTF-8?Q?_Wien?="'
        b' (("Ann Lee" NIL "ann" "example.com")) (("Ann Lee" NIL "ann" "example.com"))'
        b' (("Ann Lee" NIL "ann" "example.com"))'
        b' (("Bob, the builder" NIL "bob" "example.org")(NIL NIL "friends" NIL)(NIL NIL "eve" "example.net")'
        b'(NIL NIL "carl" "example.net")(NIL NIL NIL NIL))'
        b' (("=?UTF-8?B?5L2Q6Jek?=" NIL "sato" "example.jp")) NIL "<zero@example.com>" "<one@example.com>")'
    )


def test_body_structure(server: Server) -> None:
    client = server.open()
    client.put("INBOX", MIXED)
    client.put("INBOX", BARE)
    client.ok("SELECT INBOX")
    assert one(client, "BODYSTRUCTURE").lower() == (
        b'bodystructure ((("text" "plain" ("charset" "utf-8") nil nil "base64" 28 0 nil nil nil nil)'
        b'("text" "html" ("charset" "us-ascii") nil nil "7bit" 28 2 nil nil ("en" "de") nil)'
        b' "alternative" ("boundary" "inner") nil nil nil)'
        b'("application" "pdf" ("name" "a \\"b\\".pdf") "<part@example.com>" "the paper" "base64" 4'
        b' "q2hly2sgsw50zwdyaxr5iq==" ("attachment" ("filename" "a.pdf" "size" "3")) nil nil)'
        b'("message" "rfc822" nil nil nil "7bit" 54 (nil "inner" ((nil nil "eve" "example.net"))'
        b' ((nil nil "eve" "example.net")) ((nil nil "eve" "example.net")) nil nil nil nil nil)'
        b' ("text" "plain" ("charset" "us-ascii") nil nil "7bit" 13 0 nil nil nil nil) 3 nil nil nil nil)'
        b' "mixed" ("boundary" "outer") nil nil nil)'
    )
    assert one(client, "BODY", 2).lower() == (
        b'body ("text" "plain" ("charset" "us-ascii") nil nil "7bit" 16 1)'
    )


SECTIONS = [
    ("BODY[]", MIXED),
    ("BODY[HEADER]", MIXED[: MIXED.index(b"\r\n\r\n") + 4]),
    ("BODY[TEXT]", MIXED[MIXED.index(b"\r\n\r\n") + 4 :]),
    ("BODY[1.1]", b"RmFocmvDpHNlIHVuZCBLw7xobGUK"[:24]),
    ("BODY[2]", b"AAEC"),
    ("BODY[2.MIME]", MIXED[MIXED.index(b"Content-Type: application") : MIXED.index(b"AAEC")]),
    ("BODY[1.2]", b"<p>Cold</p>\r\n<p>Cheese</p>\r\n"),
    ("BODY[3]", b"From: eve@example.net\r\nSubject: inner\r\n\r\nInside of it."),
    ("BODY[3.HEADER]", b"From: eve@example.net\r\nSubject: inner\r\n\r\n"),
    ("BODY[3.TEXT]", b"Inside of it."),
    ("BODY[3.1]", b"Inside of it."),
    ("BODY[3.HEADER.FIELDS (subject)]", b"Subject: inner\r\n\r\n"),
    ("BODY[HEADER.FIELDS (DATE IN-REPLY-TO X-NONE)]", None),
    ("BODY[HEADER.FIELDS.NOT (FROM TO CC SUBJECT DATE MESSAGE-ID IN-REPLY-TO MIME-VERSION)]", None),
    ("BODY[]<10.20>", MIXED[10:30]),
    ("BODY[TEXT]<100000.5>", b""),
    ("BODY[2]<1.2>", b"AE"),
]


@pytest.mark.parametrize(("section", "content"), SECTIONS, ids=[section for section, _ in SECTIONS])
def test_sections(server: Server, section: str, content: bytes | None) -> None:
    if content is None:
        content = {
            True: b"Date: Fri, 3 May 2024 10:20:30 +0200\r\nIn-Reply-To: <zero@example.com>\r\n\r\n",
            False: b'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n',
        }["DATE IN" in section]
    if section == "BODY[1.1]":
        content = b"RmFocmvDpHNlIHVuZCBLw7xobGUK"
    client = server.open()
    client.put("INBOX", MIXED)
    client.ok("SELECT INBOX")
    row = one(client, section.replace("BODY[", "BODY.PEEK["))
    found = re.match(rb'BODY\[.*?\](?:<\d+>)? (?:\{(\d+)\}\r\n|"([^"]*)"|NIL)', row)
    assert found is not None, row
    if found[1]:
        assert int(found[1]) == len(content)
        assert row[found.end() :] == content
    else:
        assert (found[2] or b"") == content
    # PEEK read without saying so.
    assert b"\\Seen" not in one(client, "FLAGS")


def test_a_part_that_is_not_there(server: Server) -> None:
    client = server.open()
    client.put("INBOX", MIXED)
    client.ok("SELECT INBOX")
    assert one(client, "BODY.PEEK[9]") in (b"BODY[9] NIL", b'BODY[9] ""', b"BODY[9] {0}\r\n")


def test_fetching_marks_as_seen(server: Server) -> None:
    client = server.open()
    client.put("INBOX", PLAIN)
    client.ok("SELECT INBOX")
    row = one(client, "BODY[TEXT]")
    assert b"\\Seen" in row
    client.ok("STORE 1 -FLAGS.SILENT (\\Seen)")
    assert b"\\Seen" not in one(client, "(FLAGS BODY.PEEK[] RFC822.SIZE)")
    assert b"\\Seen" in one(client, "(FLAGS RFC822)")
    client.ok("STORE 1 -FLAGS.SILENT (\\Seen)")
    client.ok("EXAMINE INBOX")
    assert b"\\Seen" not in one(client, "(BODY[] FLAGS)")


def test_macros_and_mistakes(server: Server) -> None:
    client = server.open()
    client.put("INBOX", PLAIN)
    client.ok("SELECT INBOX")
    for macro, last in (("FAST", b"RFC822.SIZE"), ("ALL", b"ENVELOPE"), ("FULL", b"BODY")):
        assert last in one(client, macro)
    for wrong in (
        "FETCH 1 NOTHING",
        "FETCH 1",
        "FETCH x FLAGS",
        "FETCH 0 FLAGS",
        "FETCH 1 (FLAGS",
        "FETCH 1 BODY[x]",
    ):
        assert client.refused(wrong) == "BAD", wrong
    assert client.refused("FETCH 2 FLAGS") == "BAD"
    # A UID that is not there is no mistake.
    assert client.ok("UID FETCH 77 FLAGS") == []
    assert client.ok("UID FETCH 77:* FLAGS")[0].startswith(b"1 FETCH (")


def uids(rows: list[bytes]) -> set[int]:
    """The UIDs in replies of FETCH."""
    return {int(found[1]) for row in rows if (found := re.search(rb"UID (\d+)", row))}


def test_uid_ranges(server: Server) -> None:
    client = server.open()
    for _ in range(6):
        client.put("INBOX", PLAIN)
    client.ok("SELECT INBOX")
    client.ok("STORE 2,4 +FLAGS (\\Deleted)")
    client.ok("EXPUNGE")
    assert uids(client.ok("UID FETCH 1:* FLAGS")) == {1, 3, 5, 6}
    assert uids(client.ok("UID FETCH 2:5 FLAGS")) == {3, 5}
    assert uids(client.ok("UID FETCH 5:2,1 FLAGS")) == {1, 3, 5}
    assert uids(client.ok("UID FETCH * FLAGS")) == {6}
    assert uids(client.ok("FETCH 2:* UID")) == {3, 5, 6}
    assert uids(client.ok("FETCH 4,*,1 UID")) == {1, 6}


def test_store(server: Server) -> None:
    client = server.open()
    client.put("INBOX", PLAIN)
    client.ok("SELECT INBOX")

    def flags() -> set[str]:
        found = re.search(rb"FLAGS \(([^)]*)\)", one(client, "FLAGS"))
        assert found is not None
        return set(found[1].decode().split()) - {"\\Recent"}

    (row,) = [row for row in client.ok("STORE 1 FLAGS (\\Seen $Label)") if b"FETCH" in row]
    assert b"\\Seen" in row
    assert flags() == {"\\Seen", "$Label"}
    assert not [row for row in client.ok("STORE 1 +FLAGS.SILENT (\\flagged)") if b"FETCH" in row]
    assert flags() == {"\\Seen", "$Label", "\\Flagged"}
    client.ok("UID STORE 1 -FLAGS (\\Seen $label)")
    assert flags() == {"\\Flagged"}
    client.ok("STORE 1 +FLAGS $Bare")
    assert flags() == {"\\Flagged", "$Bare"}
    client.ok("STORE 1 FLAGS ()")
    assert flags() == set()
    assert client.refused("STORE 1 FLAG (\\Seen)") == "BAD"
    assert client.ok("UID STORE 9 FLAGS (\\Seen)") == []


def test_expunge(server: Server) -> None:
    client = server.open()
    for _ in range(4):
        client.put("INBOX", PLAIN)
    client.ok("SELECT INBOX")
    client.ok("UID STORE 1:3 +FLAGS.SILENT (\\Deleted)")
    told = client.ok("UID EXPUNGE 2")
    assert [row for row in told if row.endswith(b"EXPUNGE")] == [b"2 EXPUNGE"]
    told = client.ok("EXPUNGE")
    left = [1, 3, 4]
    for row in told:
        if row.endswith(b"EXPUNGE"):
            del left[int(row.split()[0]) - 1]
    assert left == [4]
    assert uids(client.ok("FETCH 1:* UID")) == {4}


def test_close_and_unselect(server: Server) -> None:
    client = server.open()
    client.put("INBOX", PLAIN, "\\Deleted")
    client.ok("EXAMINE INBOX")
    client.ok("CLOSE")
    assert client.count("INBOX") == 1
    client.ok("SELECT INBOX")
    client.ok("UNSELECT")
    assert client.count("INBOX") == 1
    client.ok("SELECT INBOX")
    client.ok("CHECK")
    assert client.ok("CLOSE") == []
    assert client.count("INBOX") == 0
    assert client.refused("CLOSE") == "BAD"


def test_copy(server: Server) -> None:
    client = server.open()
    client.put("INBOX", MIXED, "\\Seen $Label")
    client.put("INBOX", PLAIN)
    client.put("INBOX", BARE)
    client.ok("SELECT INBOX")
    status, _ = client.say("UID COPY 1,3 Sent")
    assert re.match(r"OK \[COPYUID \d+ 1,3 1:2\]", status)
    assert client.refused("COPY 1 nothing") == "NO TRYCREATE"
    status, _ = client.say("UID COPY 99 Sent")
    assert status.startswith("OK")
    assert "COPYUID" not in status
    client.ok("SELECT Sent")
    row = one(client, "(FLAGS BODY.PEEK[])")
    assert b"$Label" in row
    assert b"\\Seen" in row
    assert MIXED in row
    assert client.count("INBOX") == 3


def test_move(server: Server) -> None:
    client = server.open()
    for _ in range(3):
        client.put("INBOX", PLAIN)
    client.ok("SELECT INBOX")
    status, told = client.say("UID MOVE 1:2 Trash")
    assert status.startswith("OK")
    code = [row for row in told if b"COPYUID" in row] or [status.encode()]
    assert re.search(rb"\[COPYUID \d+ 1:2 1:2\]", code[0])
    assert len([row for row in told if row.endswith(b"EXPUNGE")]) == 2
    assert uids(client.ok("FETCH 1:* UID")) == {3}
    assert client.count("Trash") == 2
    assert client.refused("UID MOVE 3 nothing") == "NO TRYCREATE"
    assert client.count("INBOX") == 1


# ------------------------------------------------------------------ searching

FOUND = [
    ("ALL", {1, 2, 3, 4}),
    ("SEEN", {1}),
    ("UNSEEN", {2, 3, 4}),
    ("FLAGGED ANSWERED", {2}),
    ("OR SEEN FLAGGED", {1, 2}),
    ("NOT (OR SEEN FLAGGED)", {3, 4}),
    ("DELETED", {3}),
    ("DRAFT", set()),
    ("UNDRAFT UNDELETED", {1, 2, 4}),
    ("KEYWORD $Label", {2}),
    ("UNKEYWORD $label", {1, 3, 4}),
    ("KEYWORD $Never", set()),
    ('SUBJECT "grüße"', {1}),
    ("SUBJECT {}", {1}),
    ('SUBJECT "invoice"', {2, 4}),
    ('SUBJECT ""', {1, 2, 3, 4}),
    ('FROM "Ann Lee"', {1}),
    ("FROM eve@example", {2, 4}),
    ("TO friends", {1}),
    ("CC sato", {1}),
    ("BCC x", set()),
    ("HEADER Message-ID one@", {1}),
    ('HEADER Message-ID ""', {1}),
    ("HEADER X-None x", set()),
    ("BODY Cheese", {1}),
    ('BODY "fahrkäse und"', {1}),
    ("TEXT Inside", {1}),
    ("BODY Invoice", set()),
    ("TEXT Invoice", {2, 4}),
    ("BEFORE 2-Jan-2020", set()),
    ("ON 2-Jan-2020", {3}),
    ("SINCE 3-Jan-2020", {1, 2, 4}),
    ("SENTBEFORE 4-May-2024 SENTSINCE 3-May-2024", {1}),
    ("SENTON 3-May-2024", {1}),
    ("LARGER 500", {1}),
    ("SMALLER 50", {3}),
    ("UID 2:3", {2, 3}),
    ("2:*", {2, 3, 4}),
    ("1,4 NOT SEEN", {4}),
    ("NEW", {2, 3, 4}),
    ("OLD", set()),
    ("RECENT SEEN", {1}),
    ("(SUBJECT invoice (FLAGGED))", {2}),
    ("UID 99", set()),
    ("3,5:7,9:*", {3}),
    ("3:*,9", {3, 4}),
    ("*", {4}),
    ("5:7", set()),
    ("(NOT 2:9) SEEN", {1}),
    ('BODY ""', {1, 2, 3, 4}),
]


@pytest.fixture(scope="module")
def searched() -> Iterator[dict[str, Imap]]:
    """One client per server."""
    clients: dict[str, Imap] = {}
    yield clients
    for client in clients.values():
        client.shutdown()


@pytest.mark.parametrize(("criteria", "expected"), FOUND, ids=[criteria for criteria, _ in FOUND])
def test_search(server: Server, searched: dict[str, Imap], criteria: str, expected: set[int]) -> None:
    client = searched.get(server.kind)
    if client is None:
        client = searched[server.kind] = server.open()
        server.clients.clear()
        client.put("INBOX", MIXED, "\\Seen")
        client.put("INBOX", PLAIN, "\\Flagged \\Answered $Label")
        client.ok('APPEND INBOX (\\Deleted) "02-Jan-2020 12:00:00 +0000" {}', BARE)
        client.put("INBOX", PLAIN)
        client.ok("SELECT INBOX")
    literals = ["Grüße".encode()] if "{}" in criteria else []
    if '"' in criteria and not criteria.isascii():
        words = re.search('"(.*)"', criteria)
        assert words is not None
        criteria, literals = criteria.replace(words[0], "{}"), [words[1].encode()]
    for prefix in ("", "UID "):
        rows = client.ok(f"{prefix}SEARCH CHARSET UTF-8 {criteria}", *literals)
        (row,) = [row for row in rows if row.startswith(b"SEARCH")]
        assert {int(number) for number in row.split()[1:]} == expected


def test_search_charsets_and_mistakes(server: Server) -> None:
    client = server.open()
    client.put("INBOX", MIXED)
    client.ok("SELECT INBOX")
    assert client.ok("SEARCH CHARSET ISO-8859-1 SUBJECT {}", "Grüße".encode("latin-1")) == [b"SEARCH 1"]
    assert client.ok("SEARCH CHARSET US-ASCII SUBJECT Wien") == [b"SEARCH 1"]
    assert client.refused('SEARCH CHARSET "ISO-8859" BODY Help') == "NO BADCHARSET"
    for wrong in ("SEARCH NOTHING", "SEARCH", "SEARCH OR SEEN", "SEARCH SINCE yesterday", "SEARCH (SEEN"):
        assert client.refused(wrong) == "BAD", wrong


# ------------------------------------------------------------------ several at once


def test_others_are_told(server: Server) -> None:
    first = server.open()
    first.put("INBOX", PLAIN)
    first.put("INBOX", PLAIN)
    first.ok("SELECT INBOX")
    second = server.open(first.user_name, box="INBOX")
    second.ok("STORE 1 +FLAGS (\\Flagged)")
    told = first.ok("NOOP")
    assert any(re.match(rb"1 FETCH \(.*\\Flagged", row) for row in told)
    second.put("INBOX", PLAIN)
    assert b"3 EXISTS" in first.ok("NOOP")
    second.ok("STORE 1 +FLAGS (\\Deleted)")
    second.ok("EXPUNGE")
    # No numbers change in the middle of a FETCH.
    assert not [row for row in first.ok("FETCH 3 FLAGS") if row.endswith(b"EXPUNGE")]
    assert b"1 EXPUNGE" in first.ok("NOOP")
    assert uids(first.ok("FETCH 1:* UID")) == {2, 3}


def until(client: Imap, wanted: bytes) -> None:
    """Reads untagged replies until one has *wanted*."""
    client.sock.settimeout(5)
    while wanted not in client.whole():
        pass


def test_idle(server: Server) -> None:
    first = server.open(box="INBOX")
    second = server.open(first.user_name)
    tag = first._new_tag().decode()
    first.send(f"{tag} IDLE\r\n".encode())
    assert first.whole().startswith(b"+ ")
    second.put("INBOX", PLAIN)
    until(first, b"1 EXISTS")
    second.ok("SELECT INBOX")
    second.ok("STORE 1 +FLAGS (\\Deleted)")
    until(first, b"\\Deleted")
    second.ok("EXPUNGE")
    until(first, b"1 EXPUNGE")
    first.send(b"DONE\r\n")
    status, _ = first.hear(tag)
    assert status.startswith("OK")
    assert first.ok("NOOP") == []


def test_idle_ends_with_done_only(server: Server) -> None:
    client = server.open(box="INBOX")
    tag = client._new_tag().decode()
    client.send(f"{tag} IDLE\r\n".encode())
    assert client.whole().startswith(b"+ ")
    client.send(b"NOOP\r\n")
    status, _ = client.hear(tag)
    assert status.startswith("BAD")


def test_namespace_id_and_enable(server: Server) -> None:
    client = server.open()
    assert client.ok("NAMESPACE") == [b'NAMESPACE (("" "/")) NIL NIL']
    assert client.ok('ID ("name" "test" "version" NIL)')[0].startswith(b'ID ("name" ')
    assert client.ok("ENABLE X-UNKNOWN") in ([b"ENABLED"], [])


def test_pipelined_commands_and_bytes_one_by_one(server: Server) -> None:
    client = server.open()
    commands = b"a CREATE x\r\nb APPEND x {6+}\r\nA:\r\n\r\n\r\nc SELECT x\r\nd FETCH 1 RFC822.SIZE\r\n"
    for byte in commands:
        client.send(bytes((byte,)))
    for tag in "abc":
        assert client.hear(tag)[0].startswith("OK")
    assert (
        client.hear("d") == ("OK Fetch completed.", [b"1 FETCH (RFC822.SIZE 6)"]) or server.kind == "dovecot"
    )


def test_literals_that_are_not_announced(server: Server) -> None:
    client = server.open()
    client.send(b"a1 CREATE {3+}\r\nbox\r\na2 STATUS {3+}\r\nbox (MESSAGES)\r\n")
    assert client.hear("a1")[0].startswith("OK")
    status, told = client.hear("a2")
    assert status.startswith("OK")
    assert told[0].endswith(b"(MESSAGES 0)")


# ------------------------------------------------------------------ POP3


def test_pop3_reads(server: Server) -> None:
    user = next(server.names)
    for data in (PLAIN, MIXED, BARE):
        server.deliver(user, data)
    client = server.open_pop(user)
    assert client.stat() == (3, len(PLAIN) + len(MIXED) + len(BARE))
    assert client.list()[1] == [b"1 %d" % len(PLAIN), b"2 %d" % len(MIXED), b"3 %d" % len(BARE)]
    assert client.list(2) == b"+OK 2 %d" % len(MIXED)
    for number, data in enumerate((PLAIN, MIXED, BARE), 1):
        assert b"\r\n".join(client.retr(number)[1]) + b"\r\n" == data
    assert client.top(1, 1)[1] == [*PLAIN.split(b"\r\n")[:4], b".dot"]
    assert client.top(1, 0)[1] == PLAIN.split(b"\r\n")[:4]
    every = [row.split()[1] for row in client.uidl()[1]]
    assert len(set(every)) == 3
    assert client.uidl(3).split()[2] == every[2]
    client.quit()
    again = server.open_pop(user)
    assert [row.split()[1] for row in again.uidl()[1]] == every
    again.quit()
    # What was read is marked.
    imap = server.open(user, box="INBOX")
    assert imap.ok("SEARCH SEEN") == [b"SEARCH 1 2 3"]


def test_pop3_deletes_at_quit(server: Server) -> None:
    user = next(server.names)
    for data in (PLAIN, MIXED, BARE):
        server.deliver(user, data)
    client = server.open_pop(user)
    client.dele(1)
    client.dele(3)
    assert client.stat() == (1, len(MIXED))
    with pytest.raises(poplib.error_proto):
        client.retr(1)
    with pytest.raises(poplib.error_proto):
        client.dele(1)
    assert [row.split()[0] for row in client.uidl()[1]] == [b"2"]
    client.rset()
    assert client.stat()[0] == 3
    client.dele(2)
    client.quit()
    again = server.open_pop(user)
    assert again.stat()[0] == 2
    again.dele(1)
    # Without QUIT nothing is deleted.
    again.sock.shutdown(socket.SHUT_RDWR)
    again.close()
    for _ in range(50):
        try:
            last = server.open_pop(user)
            break
        except poplib.error_proto:
            time.sleep(0.1)
    assert last.stat()[0] == 2
    last.quit()


def test_pop3_mistakes(server: Server) -> None:
    user = next(server.names)
    server.deliver(user, PLAIN)
    client = poplib.POP3_SSL(server.host, server.pop3s, context=server.context, timeout=10)
    for wrong in ("STAT", "NOSUCH"):
        with pytest.raises(poplib.error_proto, match="-ERR"):
            client._shortcmd(wrong)  # type: ignore[attr-defined]
    client.user(user)
    client.pass_(PASSWORD)
    for wrong in (
        "RETR 0",
        "RETR 2",
        "RETR x",
        "RETR",
        "LIST 9",
        "UIDL 9",
        "TOP 1",
        "TOP 9 1",
        "DELE 9",
        "USER x",
    ):
        with pytest.raises(poplib.error_proto, match="-ERR"):
            client._shortcmd(wrong)  # type: ignore[attr-defined]
    assert client.noop().startswith(b"+OK")
    client.quit()
