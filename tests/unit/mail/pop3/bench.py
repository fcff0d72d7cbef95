"""What the tests of POP3 share: a server with three mails, and transporters for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stdlib4d.errors import LanguageError
from stdlib4d.mail.pop3.transporter import POP3Transporter, new_pop3_transporter
from tests.unit.mail.world import Authority, Script, World

from .server import POP3Server

HOST = "pop.example.test"
WHERE = f"{HOST}:110"
USER, PASSWORD = "joe", "wonderland"


def mail(text: str) -> bytes:
    return f"Subject: {text}\r\nFrom: a@example.test\r\n\r\n{text}\r\n".encode()


ONE, TWO, THREE = mail("one"), mail("two"), mail("three")


class Bench:
    """A server with three mails, the world around it, and transporters for it."""

    def __init__(self, authority: Authority) -> None:
        self.world = World(0, authority.ca_file)
        self.run = Script(self.world)
        self.servers: list[POP3Server] = []

    def serve(self, **options: Any) -> POP3Server:
        server = POP3Server(**options)
        server.put(ONE, TWO, THREE)
        server.start()
        self.servers.append(server)
        self.world.port = server.port
        return server

    def transporter(self, **properties: Any) -> POP3Transporter:
        given = {
            "host": HOST,
            "port": 110,
            "user": USER,
            "password": PASSWORD,
            "acceptUnsecureConnection": True,
            "connectionTimeOut": 5,
            **properties,
        }
        return new_pop3_transporter(self.run, given)

    def close(self) -> None:
        self.world.loop.close()
        for server in self.servers:
            server.stop()


def at(step: str, answer: str, *counts: int) -> Callable[[str, int, str], str | None]:
    """A fault: *answer* at *step*, every time or at the *counts* given."""
    return lambda name, count, argument: answer if name == step and (not counts or count in counts) else None


def subjects(bench: Bench, transporter: POP3Transporter) -> list[str]:
    """The subjects of all mails, by their numbers in the list."""
    found = transporter.get_mail_info_list(bench.run)
    return [transporter.get_mail(bench.run, info["number"])["subject"] for info in found]


def failing(call: Callable[..., Any], *arguments: Any) -> LanguageError:
    with pytest.raises(LanguageError) as raised:
        call(*arguments)
    error = raised.value
    assert error.signature == "POP3"
    assert error.message.isprintable()
    assert PASSWORD not in error.message
    return error


#: The functions that need the server, with the step at which each asks for what it is for.
FUNCTIONS: dict[str, tuple[str, tuple[Any, ...], Any]] = {
    "get_box_info": ("STAT", (), None),
    "get_mail_info_list": ("LIST", (), None),
    "get_mail_info": ("LIST", (2,), None),
    "get_mail": ("RETR", (2,), None),
    "get_mime_as_blob": ("RETR", (2,), b""),
    "delete": ("DELE", (2,), None),
    "undelete_all": ("RSET", (), None),
}


def called(bench: Bench, transporter: POP3Transporter, name: str) -> Any:
    return getattr(transporter, name)(bench.run, *FUNCTIONS[name][1])
