"""Servers that refuse, break off, never answer, say too much, or speak another language."""

from __future__ import annotations

import socket
import time

import pytest

from stdlib4d.mail.pop3 import limits, session
from stdlib4d.mail.problem import (
    CONNECTION_FAILED,
    REFUSED,
)
from tests.unit.mail.faults import DROP, HANG

from .bench import (
    FUNCTIONS,
    ONE,
    WHERE,
    Bench,
    at,
    called,
    failing,
)
from .server import THEN_DROP, THEN_HANG


@pytest.mark.parametrize("name", FUNCTIONS)
def test_err(bench: Bench, name: str) -> None:
    step, _, result = FUNCTIONS[name]
    server = bench.serve(fault=at(step, "-ERR [SYS/TEMP] not now", 1))
    box = bench.transporter()
    error = failing(called, bench, box, name)
    assert (error.code, error.result) == (REFUSED, result)
    assert error.message.endswith(": the server refused: [SYS/TEMP] not now")
    called(bench, box, name)
    assert server.connections == 1


def test_err_to_a_check(bench: Bench) -> None:
    server = bench.serve(fault=at("NOOP", "-ERR tired", 1))
    box = bench.transporter()
    assert box.check_connection(bench.run) == {"success": False, "statusText": "tired"}
    assert box.check_connection(bench.run) == {"success": True, "statusText": "welcome"}
    assert server.connections == 1


@pytest.mark.parametrize("step", ["CONNECT", "AUTH"])
def test_the_drop_is_locked(bench: Bench, step: str) -> None:
    server = bench.serve(greeting="+OK", fault=at(step, "-ERR [IN-USE] maildrop already locked", 1, 2))
    box = bench.transporter()
    wanted = {"success": False, "statusText": "[IN-USE] maildrop already locked"}
    assert box.check_connection(bench.run) == wanted
    assert failing(box.get_box_info, bench.run).code == REFUSED
    assert box.get_box_info(bench.run)["mailCount"] == 3
    assert server.connections == 3


def test_a_refusal_without_a_word(bench: Bench) -> None:
    bench.serve(fault=at("STAT", "-ERR"))
    assert failing(bench.transporter().get_box_info, bench.run).message == "getBoxInfo: the server refused"


def test_quit_is_refused(bench: Bench) -> None:
    bench.serve(fault=at("QUIT", "-ERR some deleted messages not removed"))
    box = bench.transporter()
    box.delete(bench.run, 1)
    del box
    assert bench.world.warnings == [
        "the mail that was marked for deletion may still be on the server: some deleted messages not removed"
    ]


@pytest.mark.parametrize("step", ["CONNECT", "CAPA", "AUTH", "UIDL", "RETR"])
def test_dropped(bench: Bench, step: str) -> None:
    server = bench.serve(greeting="+OK", fault=at(step, DROP, 1))
    box = bench.transporter()
    error = failing(box.get_mail, bench.run, 2)
    assert (error.code, error.message) == (
        CONNECTION_FAILED,
        f"getMail: {WHERE}: the server closed the connection",
    )
    assert box.get_mail(bench.run, 2)["subject"] == "two"
    assert server.connections == 2


@pytest.mark.parametrize(
    "sent",
    ["", "+", "+OK", "+OK\r\n", "+OK\r\nSubject: x\r\n\r\nhalf of", "+OK\r\na\r\n.", "+OK\r\na\r\n.\r"],
)
def test_lost_in_the_middle_of_a_mail(bench: Bench, sent: str) -> None:
    server = bench.serve(fault=at("RETR", sent + THEN_DROP, 1))
    box = bench.transporter()
    error = failing(box.get_mime_as_blob, bench.run, 1)
    assert (error.code, error.result) == (CONNECTION_FAILED, b"")
    assert box.get_mime_as_blob(bench.run, 1) == ONE
    assert server.connections == 2


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("wait", [0.0, 0.1])
def test_an_idle_connection_that_is_gone_is_opened_again(bench: Bench, name: str, wait: float) -> None:
    server = bench.serve()
    box = bench.transporter()
    before = called(bench, box, name)
    if name == "delete":
        box.undelete_all(bench.run)
    server.close_connections()
    time.sleep(wait)
    assert called(bench, box, name) == before
    assert server.connections == 2


def test_an_idle_connection_on_which_the_server_says_why(bench: Bench) -> None:
    server = bench.serve()
    box = bench.transporter()
    assert box.check_connection(bench.run)["success"] is True
    server.say("-ERR idle for too long")
    assert box.get_mail(bench.run, 1)["subject"] == "one"
    assert server.connections == 2


@pytest.mark.parametrize("answer", [HANG, DROP, "what?"])
def test_after_a_pause_the_server_is_asked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """A connection that a router has forgotten takes everything and answers nothing."""
    monkeypatch.setattr(session, "PAUSE", 0.0)
    server = bench.serve(fault=at("NOOP", answer, 2, 4))
    box, run = bench.transporter(connectionTimeOut=1), bench.run
    for _ in range(3):
        assert box.get_mail(run, 1)["subject"] == "one"
    # Asked before the second and the third call, and the second time in vain.
    assert (server.counts["NOOP"], server.connections) == (2, 2)
    box.delete(run, 1)
    assert "will stay on the server" in failing(box.get_mail, run, 2).message
    assert box.get_mail(run, 1)["subject"] == "one"


def test_without_a_pause_nobody_is_asked(bench: Bench) -> None:
    server = bench.serve()
    box = bench.transporter()
    for _ in range(3):
        box.get_box_info(bench.run)
    assert "NOOP" not in server.counts


def test_a_kept_connection_breaks_once_more(bench: Bench) -> None:
    server = bench.serve(fault=at("RETR", DROP, 2, 3))
    box = bench.transporter()
    assert box.get_mime_as_blob(bench.run, 1) == ONE
    assert failing(box.get_mime_as_blob, bench.run, 1).code == CONNECTION_FAILED
    assert box.get_mime_as_blob(bench.run, 1) == ONE
    assert server.connections == 3


def test_nobody_listens(bench: Bench) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        bench.world.port = taken.getsockname()[1]
        status = bench.transporter().check_connection(bench.run)
    text = f"{WHERE}: connection refused; check host and port"
    error = {"errCode": CONNECTION_FAILED, "message": text, "componentSignature": "POP3"}
    assert status == {"success": False, "statusText": text, "errors": [error]}


@pytest.mark.parametrize("step", ["CONNECT", "CAPA", "AUTH", "UIDL", "RETR"])
def test_never_answering(bench: Bench, step: str) -> None:
    bench.serve(greeting="+OK", fault=at(step, HANG, 1))
    box = bench.transporter(connectionTimeOut=1)
    start = time.monotonic()
    error = failing(box.get_mail, bench.run, 1)
    assert 0.5 < time.monotonic() - start < 15
    assert (
        error.message
        == f"getMail: {WHERE}: no answer within 1 seconds; check host and port, or raise the timeout"
    )
    assert box.get_mail(bench.run, 1)["subject"] == "one"


def test_stopping_in_the_middle_of_a_mail(bench: Bench) -> None:
    bench.serve(fault=at("RETR", "+OK\r\nSubject: x\r\n" + THEN_HANG, 1))
    box = bench.transporter(connectionTimeOut=1)
    assert "no answer within 1 seconds" in failing(box.get_mail, bench.run, 1).message
    assert box.get_mail(bench.run, 1)["subject"] == "one"


def test_quit_is_never_answered(bench: Bench) -> None:
    bench.serve(fault=at("QUIT", HANG))
    box = bench.transporter(connectionTimeOut=1)
    box.delete(bench.run, 1)
    box.delete(bench.run, 2)
    start = time.monotonic()
    del box
    assert time.monotonic() - start < 15
    assert bench.world.warnings == [
        "the 2 mails that were marked for deletion may still be on the server: "
        f"{WHERE}: no answer within 1 seconds"
    ]


@pytest.mark.parametrize(
    "greeting",
    ["220 smtp.example.test ESMTP", "* OK IMAP4rev1", "HTTP/1.1 400 Bad Request", "", "\0\xff\1", "+ what?"],
)
def test_a_server_of_another_kind(bench: Bench, greeting: str) -> None:
    server = bench.serve(greeting=greeting)
    status = bench.transporter().check_connection(bench.run)
    assert (
        status["statusText"]
        == f"{WHERE}: the server's answer is not POP3; check that port 110 is a POP3 server"
    )
    assert len(status["errors"]) == 1
    assert server.lines == []


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("get_box_info", "+OK"),
        ("get_box_info", "+OK many mails"),
        ("get_box_info", "+OK 3 -5"),
        ("get_box_info", "+OK " + "9" * 30 + " 1"),
        ("get_box_info", "250 fine"),
        ("get_mail_info", "+OK 2"),
        ("get_mail_info", "+OK 2 large"),
        ("get_mail_info_list", "+OK\r\none 5\r\n."),
        ("get_mail_info_list", "+OK\r\n1\r\n."),
        ("get_mail_info_list", "+OK\r\n9 100\r\n."),
        ("get_mail_info_list", "1 100\r\n."),
        ("get_mail", "+WHAT\r\n."),
        ("get_mail", "Subject: x\r\n\r\n."),
        ("delete", "+ go on"),
    ],
)
def test_garbage(bench: Bench, name: str, answer: str) -> None:
    server = bench.serve(fault=at(FUNCTIONS[name][0], answer, 1))
    box = bench.transporter()
    error = failing(called, bench, box, name)
    assert error.code == CONNECTION_FAILED and "the server's answer is not POP3" in error.message
    called(bench, box, name)
    assert server.connections == 2


@pytest.mark.parametrize("listing", ["1 id\x07\r\n", "1\r\n", "x id\r\n", "1 " + "i" * 600 + "\r\n"])
def test_garbage_for_ids(bench: Bench, listing: str) -> None:
    bench.serve(fault=at("UIDL", f"+OK\r\n{listing}.", 1))
    box = bench.transporter()
    assert "the server's answer is not POP3" in failing(box.get_mail, bench.run, 1).message
    assert box.get_mail(bench.run, 1)["subject"] == "one"


def test_more_than_the_answer(bench: Bench) -> None:
    """What a server adds is not taken for the answer to the next command."""
    server = bench.serve(fault=at("STAT", "+OK 7 70\r\n+OK 8 80", 1))
    box = bench.transporter()
    assert box.get_box_info(bench.run)["mailCount"] == 7
    assert box.get_box_info(bench.run)["mailCount"] == 3
    assert server.connections == 2


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        ("CONNECT", "+OK " + "x" * 100_000),
        ("CAPA", "+OK\r\n" + "X\r\n" * 100_000 + "."),
        ("STAT", "+OK 1 " + "1" * 100_000),
    ],
)
def test_gigantic_answers(bench: Bench, step: str, answer: str) -> None:
    bench.serve(fault=at(step, answer, 1))
    box = bench.transporter()
    assert "the server's answer is longer than" in failing(box.get_box_info, bench.run).message
    assert box.get_box_info(bench.run)["mailCount"] == 3


@pytest.mark.parametrize(("name", "limit"), [("get_mail", "MAIL"), ("get_mail_info_list", "LIST")])
def test_gigantic_mails_and_lists(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str, limit: str
) -> None:
    monkeypatch.setattr(limits, limit, 1 << 20)
    step = FUNCTIONS[name][0]
    bench.serve(fault=at(step, "+OK\r\n" + "1 100 abcdefghijklmnopqrstuvwxyz\r\n" * 100_000 + ".", 1))
    box = bench.transporter()
    error = failing(called, bench, box, name)
    assert "the server's answer is longer than 1048576 bytes" in error.message
    called(bench, box, name)


def test_the_limits_leave_room() -> None:
    assert limits.MAIL >= 1 << 28
    assert 1_000_000 * len("1000000 " + "i" * 50 + "\r\n") <= limits.LIST
