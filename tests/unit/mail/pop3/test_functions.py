"""What the functions return, and what they take."""

from __future__ import annotations

from typing import Any

import pytest

from stdlib4d.errors import NOT_PERMITTED
from stdlib4d.mail.pop3.transporter import new_pop3_transporter
from stdlib4d.mail.problem import (
    NO_MESSAGE,
    PROPERTY_INVALID,
    PROPERTY_MISSING,
)

from .bench import (
    FUNCTIONS,
    ONE,
    THREE,
    TWO,
    Bench,
    at,
    called,
    failing,
    subjects,
)


def test_what_the_functions_return(bench: Bench) -> None:
    server = bench.serve()
    box, run = bench.transporter(), bench.run
    size = len(ONE)
    assert box.get_box_info(run) == {"mailCount": 3, "size": size + len(TWO) + len(THREE)}
    assert list(box.get_mail_info_list(run)[0].items()) == [("size", size), ("number", 1), ("id", "id1")]
    assert box.get_mail_info(run, 2) == {"size": len(TWO), "id": "id2"}
    assert box.get_mime_as_blob(run, 3) == THREE
    assert box.get_mail(run, 1)["bodyValues"] == {"p0001": {"value": "one\n", "isEncodingProblem": False}}
    head = box.get_mail(run, 1, True)
    assert head["subject"] == "one" and {"bodyStructure", "bodyValues", "attachments"}.isdisjoint(head)
    assert server.connections == 1


def test_an_empty_drop(bench: Bench) -> None:
    bench.serve().drop.clear()
    box, run = bench.transporter(), bench.run
    assert box.get_box_info(run) == {"mailCount": 0, "size": 0}
    assert box.get_mail_info_list(run) == []
    assert box.get_mail(run, 1) is None


@pytest.mark.parametrize("number", [0, -1, 4, 2**31 - 1])
def test_a_mail_that_does_not_exist(bench: Bench, number: int) -> None:
    server = bench.serve()
    box, run = bench.transporter(), bench.run
    assert box.get_mail(run, number) is None
    assert box.get_mail(run, number, True) is None
    assert box.get_mail_info(run, number) is None
    assert box.get_mime_as_blob(run, number) == b""
    error = failing(box.delete, run, number)
    assert (error.code, error.message) == (NO_MESSAGE, f"delete: there is no mail with the number {number}")
    assert not any(line.startswith(("RETR", "TOP", "DELE")) for line in server.lines)


def test_a_marked_mail_is_not_there_until_the_mark_is_removed(bench: Bench) -> None:
    server = bench.serve()
    box, run = bench.transporter(), bench.run
    box.delete(run, 2)
    box.delete(run, 2)
    assert (box.get_mail(run, 2), box.get_mail(run, 2, True), box.get_mail_info(run, 2)) == (None, None, None)
    assert box.get_mime_as_blob(run, 2) == b""
    assert box.get_box_info(run)["mailCount"] == 2
    assert [info["number"] for info in box.get_mail_info_list(run)] == [1, 3]
    box.undelete_all(run)
    assert box.get_mime_as_blob(run, 2) == TWO
    assert subjects(bench, box) == ["one", "two", "three"]
    del box
    assert len(server.drop) == 3 and server.lines[-1] == "QUIT"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\r\n",
        b".\r\n",
        b"..\r\n.a\r\n...\r\n",
        b"Subject: a\r\n\r\n.\r\n..\r\n.b\r\nc.\r\n",
        b"Subject: a\r\n\r\n" + b"x" * 70_000 + b"\r\n",
        b"Subject: a\r\n\r\nbare \r and \n ends\n.\nnot the end\r\n",
        "Subject: ä\r\n\r\n".encode("latin-1") + bytes(range(14, 256)) + b"\0\r\n",
    ],
    ids=["nothing", "a line", "a dot", "dots", "dots in a body", "a long line", "bare ends", "bytes"],
)
def test_a_mail_comes_as_it_is(bench: Bench, content: bytes) -> None:
    server = bench.serve()
    server.drop = {"a": content, "b": TWO}
    box = bench.transporter()
    assert box.get_mime_as_blob(bench.run, 1) == content
    assert box.get_mime_as_blob(bench.run, 2) == TWO


@pytest.mark.parametrize("refuse", ["-ERR what is TOP?", "-ERR [SYS/PERM] no"])
def test_headers_of_a_server_without_top(bench: Bench, refuse: str) -> None:
    server = bench.serve(fault=at("TOP", refuse), capabilities=("UIDL", "USER"))
    box = bench.transporter()
    found = box.get_mail(bench.run, 1, True)
    assert found["subject"] == "one" and "bodyStructure" not in found
    assert server.connections == 1


def test_headers_of_a_server_that_sends_more(bench: Bench) -> None:
    bench.serve(fault=at("TOP", "+OK\r\n" + ONE.decode() + "."))
    found = bench.transporter().get_mail(bench.run, 1, True)
    assert [header["name"] for header in found["headers"]] == ["Subject", "From"]
    assert "bodyValues" not in found


def test_the_defaults(bench: Bench) -> None:
    made = new_pop3_transporter(bench.run, {"host": "h"})
    values = {name: member.get(made) for name, member in made.members.items() if member.get is not None}
    assert values == {
        "acceptUnsecureConnection": False,
        "authenticationMode": "",
        "connectionTimeOut": 30,
        "host": "h",
        "logFile": "",
        "port": 995,
        "user": "",
    }


@pytest.mark.parametrize(
    ("properties", "code", "text"),
    [
        ({"host": ""}, PROPERTY_MISSING, "server.host: missing"),
        ({"authenticationMode": "NTLM"}, PROPERTY_INVALID, '"NTLM" is not an authentication mode'),
        ({"authenticationMode": "OAUTH2"}, PROPERTY_MISSING, "server.accessTokenOAuth2: missing"),
        ({"port": 70_000}, PROPERTY_INVALID, "server.port: wanted 1 to 65535, got 70000"),
        ({"host": "a b"}, PROPERTY_INVALID, "server.host"),
        ({"host": "h\r\nQUIT"}, PROPERTY_INVALID, "server.host"),
    ],
)
def test_wrong_settings(bench: Bench, properties: dict[str, Any], code: int, text: str) -> None:
    error = failing(lambda: bench.transporter(**properties))
    assert error.code == code and text in error.message
    assert error.message.startswith("POP3 New transporter: ")


def test_dialling_needs_its_permission(bench: Bench) -> None:
    bench.world.permitted = False
    box = bench.transporter()
    for name, (_, _, result) in FUNCTIONS.items():
        error = failing(called, bench, box, name)
        assert (error.code, error.result) == (NOT_PERMITTED, result)
    error = failing(box.check_connection, bench.run)
    assert error.code == NOT_PERMITTED and error.result["success"] is False
