"""An IMAP server for the tests, whichever it is, and imaplib as the witness of what is in its mailboxes."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interp import Permissions
from interp.host import LocalHost

#: The name that certificates are for, and that scripts dial.
NAME = "mail.example.test"
IMAP_PORT, IMAPS_PORT = 143, 993


@dataclass(frozen=True)
class MailboxServer:
    """A server and its users. ``lacks`` names what it cannot do, so that tests of that are left out."""

    name: str
    host: str
    port: int
    tls_port: int
    ca_file: Path
    users: Mapping[str, str]
    tokens: Mapping[str, str]
    lacks: frozenset[str] = field(default_factory=frozenset)

    def client(self, user: str) -> imaplib.IMAP4:
        """imaplib, logged in as *user*."""
        client = imaplib.IMAP4(self.host, self.port)
        client.starttls(ssl.create_default_context(cafile=str(self.ca_file)))
        client.login(user, self.users[user])
        return client

    @contextmanager
    def witness(self, user: str) -> Iterator[Witness]:
        """What another client of *user* sees and does."""
        client = self.client(user)
        try:
            yield Witness(client)
        finally:
            client.logout()


class Witness:
    """Another client, which looks into mailboxes and changes them."""

    def __init__(self, client: imaplib.IMAP4) -> None:
        self.client = client
        # imaplib sends a message and the line end behind it apart: they would wait for each other.
        client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def boxes(self) -> dict[str, set[str]]:
        """The mailboxes by their names as the server writes them, with their attributes."""
        return self._listed(self.client.list()[1])

    def subscribed(self) -> set[str]:
        """The names of the mailboxes that are subscribed."""
        return set(self._listed(self.client.lsub()[1]))

    def _listed(self, lines: list[Any]) -> dict[str, set[str]]:
        found = {}
        for line in lines:
            if line is None:
                continue
            assert isinstance(line, bytes)
            match = re.fullmatch(rb'\((.*?)\) (?:"(.*)"|NIL) (?:"(.*)"|(\S+))', line)
            assert match is not None, line
            found[(match[3] or match[4]).decode()] = set(match[1].decode().split())
        return found

    def clear(self) -> None:
        """Leaves nothing but empty mailboxes: INBOX, Drafts, Sent and Trash."""
        for name in self.subscribed():
            self.client.unsubscribe(f'"{name}"')
        for name in sorted(self.boxes(), key=len, reverse=True):
            if name.upper() != "INBOX":
                self.client.delete(f'"{name}"')
        for name in ("Drafts", "Sent", "Trash"):
            # Some servers make them anew by themselves, and refuse this.
            self.client.create(name)
        for name in self.boxes():
            if self.client.select(f'"{name}"')[0] == "OK":
                self.client.uid("STORE", "1:*", "+FLAGS", "(\\Deleted)")
                self.client.close()

    def add(self, box: str, *contents: bytes, flags: str = "") -> None:
        """Puts messages into a mailbox."""
        for content in contents:
            answer = self.client.append(f'"{box}"', flags, "", content)
            assert answer[0] == "OK", answer

    def messages(self, box: str) -> dict[str, tuple[bytes, set[str]]]:
        """The messages of a mailbox by their unique ids: content and flags; nothing is marked as read."""
        assert self.client.select(f'"{box}"', readonly=True)[0] == "OK"
        if self.client.untagged_responses.get("EXISTS") == [b"0"]:
            return {}
        found = {}
        for one in self.client.fetch("1:*", "(UID FLAGS BODY.PEEK[])")[1]:
            if isinstance(one, tuple):
                uid = re.search(rb"UID (\d+)", one[0])
                flags = re.search(rb"FLAGS \((.*?)\)", one[0])
                assert uid and flags
                found[uid[1].decode()] = (one[1], set(flags[1].decode().split()) - {"\\Recent"})
        return found

    def subjects(self, box: str) -> list[str]:
        """The subjects of the messages of a mailbox, in their order."""
        return [subject(content) for content, _ in self.messages(box).values()]

    def flags(self, box: str) -> list[set[str]]:
        """The flags of the messages of a mailbox, in their order."""
        return [flags for _, flags in self.messages(box).values()]


def subject(content: bytes) -> str:
    """The subject of a message, as it is written."""
    found = re.search(rb"^Subject: (.*?)\r?$", content, re.MULTILINE)
    return found[1].decode() if found else ""


def mail(title: str, text: str = "hello", *, sender: str = "joe@example.test", more: str = "") -> bytes:
    """A message."""
    return (
        f"From: {sender}\r\nTo: alice@example.test\r\nSubject: {title}\r\nDate: Fri, 20 Nov 2026 10:00:00 +0100\r\n"
        f"Message-ID: <{title.replace(' ', '-')}@example.test>\r\n{more}\r\n{text}\r\n"
    ).encode()


class Roads(LocalHost):
    """This machine, where the registered ports of :data:`NAME` lead to a server."""

    def __init__(self, server: MailboxServer, **options: object) -> None:
        given = {"ca_file": str(server.ca_file), "answers": (), **options}
        super().__init__(Permissions.all(), **given)  # type: ignore[arg-type]
        self.server = server
        self.dialled: list[tuple[str, int]] = []

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """Dials where *port* leads."""
        self.dialled.append((host, port))
        ports = {IMAPS_PORT: self.server.tls_port, IMAP_PORT: self.server.port}
        return super().dial(self.server.host, ports.get(port, self.server.port), timeout)
