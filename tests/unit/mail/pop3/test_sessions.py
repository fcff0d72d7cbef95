"""What a lost connection does to numbers and marks, and what is logged."""

from __future__ import annotations

import time

import pytest

from stdlib4d.mail.problem import (
    CONNECTION_FAILED,
    LOG_FAILED,
    REFUSED,
)
from tests.unit.mail.faults import DROP
from tests.unit.mail.world import Authority

from .bench import (
    HOST,
    ONE,
    TWO,
    WHERE,
    Bench,
    at,
    called,
    failing,
    mail,
    subjects,
)
from .server import several


@pytest.mark.parametrize("how", ["idle", "in a call"])
def test_marks_go_with_the_connection(bench: Bench, how: str) -> None:
    server = bench.serve(fault=at("RETR", DROP, 1) if how == "in a call" else at("", ""))
    box, run = bench.transporter(), bench.run
    box.delete(run, 1)
    box.delete(run, 3)
    if how == "idle":
        server.close_connections()
    error = failing(box.get_mail, run, 2)
    assert error.code == CONNECTION_FAILED
    assert error.message.endswith("the 2 mails that were marked for deletion will stay on the server")
    # From now on they are there again.
    assert subjects(bench, box) == ["one", "two", "three"]
    assert server.connections == 2
    del box
    assert len(server.drop) == 3 and bench.world.warnings == []


def test_a_check_tells_of_lost_marks(bench: Bench) -> None:
    server = bench.serve()
    box = bench.transporter()
    box.delete(bench.run, 1)
    server.close_connections()
    status = box.check_connection(bench.run)
    assert status["success"] is False
    assert status["statusText"].endswith("the mail that was marked for deletion will stay on the server")
    assert box.check_connection(bench.run)["success"] is True


def test_removing_marks_that_went_with_the_connection(bench: Bench) -> None:
    server = bench.serve()
    box = bench.transporter()
    box.delete(bench.run, 1)
    server.close_connections()
    box.undelete_all(bench.run)
    assert box.get_mail(bench.run, 1)["subject"] == "one"
    del box
    assert len(server.drop) == 3


def test_a_transporter_ends_after_its_connection(bench: Bench) -> None:
    server = bench.serve()
    box = bench.transporter()
    box.delete(bench.run, 1)
    server.close_connections()
    del box
    assert len(server.drop) == 3
    assert bench.world.warnings == [
        f"{WHERE}: the server closed the connection; the mail that was marked for deletion will stay on the server"
    ]


def test_a_number_never_means_another_mail(bench: Bench) -> None:
    server = bench.serve()
    box, run = bench.transporter(), bench.run
    assert [info["number"] for info in box.get_mail_info_list(run)] == [1, 2, 3]
    server.close_connections()
    # Another client removed the first mail, and a new one came.
    del server.drop["id1"]
    server.put(mail("four"))
    assert box.get_mail(run, 1) is None
    assert box.get_mail(run, 2)["subject"] == "two"
    assert box.get_mail(run, 3)["subject"] == "three"
    assert [(info["number"], info["id"]) for info in box.get_mail_info_list(run)] == [
        (2, "id2"),
        (3, "id3"),
        (4, "id4"),
    ]
    assert box.get_mail_info(run, 4)["id"] == "id4"
    box.delete(run, 2)
    del box
    assert list(server.drop) == ["id3", "id4"]


def test_numbers_that_were_counted_and_not_listed(bench: Bench) -> None:
    server = bench.serve()
    box, run = bench.transporter(), bench.run
    found = []
    for number in range(1, box.get_box_info(run)["mailCount"] + 1):
        found.append(box.get_mail(run, number)["subject"])
        if number == 2:
            server.close_connections()
            del server.drop["id1"]
    assert found == ["one", "two", "three"]


def test_a_hundred_thousand_mails(bench: Bench) -> None:
    server = bench.serve()
    server.drop = {f"an-id-of-usual-length-{number}": ONE for number in range(100_000)}
    box, run = bench.transporter(), bench.run
    start = time.process_time()
    assert len(box.get_mail_info_list(run)) == 100_000
    server.close_connections()
    del server.drop["an-id-of-usual-length-0"]
    assert box.get_mail(run, 1) is None
    assert box.get_mail_info(run, 100_000)["id"] == "an-id-of-usual-length-99999"
    assert time.process_time() - start < 20


def test_copies_with_one_id(bench: Bench) -> None:
    def twice(step: str, count: int, argument: str) -> str | None:
        return several("1 same", "2 same", "3 id3") if step == "UIDL" and not argument else None

    server = bench.serve(fault=twice)
    box, run = bench.transporter(), bench.run
    before = box.get_mail_info_list(run)
    server.close_connections()
    assert box.get_mail_info_list(run) == before
    assert subjects(bench, box) == ["one", "two", "three"]


def test_a_server_without_ids(bench: Bench) -> None:
    server = bench.serve(capabilities=("USER",), fault=at("UIDL", "-ERR what?"))
    box, run = bench.transporter(), bench.run
    assert [(info["number"], info["id"]) for info in box.get_mail_info_list(run)] == [
        (1, ""),
        (2, ""),
        (3, ""),
    ]
    assert box.get_mail_info(run, 2) == {"size": len(TWO), "id": ""}
    assert box.get_mail(run, 9) is None
    box.delete(run, 1)
    box.undelete_all(run)
    server.close_connections()
    del server.drop["id1"]
    # Which mail is the second one cannot be known any more.
    for name in ("get_mail", "get_mail_info", "get_mime_as_blob", "get_mail_info_list", "delete"):
        assert "make a new transporter" in failing(called, bench, box, name).message
    assert box.get_box_info(run)["mailCount"] == 2
    assert server.connections == 2
    assert subjects(bench, bench.transporter()) == ["two", "three"]


def test_a_server_that_has_ids_and_fails_to_tell_them(bench: Bench) -> None:
    bench.serve(fault=at("UIDL", "-ERR [SYS/TEMP] later", 1))
    box = bench.transporter()
    assert failing(box.get_mail_info_list, bench.run).code == REFUSED
    assert [info["id"] for info in box.get_mail_info_list(bench.run)] == ["id1", "id2", "id3"]


def test_the_extended_log(bench: Bench, authority: Authority) -> None:
    bench.serve(tls=authority.server_context(HOST), mechanisms=("PLAIN",), greeting="+OK hello")
    box = bench.transporter(logFile="pop.txt", acceptUnsecureConnection=False)
    box.get_mail(bench.run, 1)
    assert box.get_mail(bench.run, 9) is None
    box.delete(bench.run, 1)
    del box
    lines = bench.world.files["/project/Logs/pop.txt"].splitlines()
    shown = [line.split("\t", 4)[-1] for line in lines]
    assert shown[0] == "POP3 session started: host pop.example.test, port 110, STLS when offered"
    assert shown[1:3] == ["S < +OK hello", "C > CAPA"]
    tls = shown.index("C > STLS")
    assert shown[tls + 1 : tls + 3] == ["S < +OK", "TLS established: TLSv1.3"]
    login = shown.index("C > AUTH PLAIN")
    assert shown[login + 1 : login + 4] == ["S < +", "C > ****", "S < +OK welcome"]
    assert shown[login + 4 :] == [
        "C > UIDL",
        "S < +OK",
        "S < 1 id1",
        "S < 2 id2",
        "S < 3 id3",
        "S < .",
        "C > RETR 1",
        "S < +OK",
        *f"S < {ONE.decode().rstrip()}".splitlines(),
        "C > DELE 1",
        "S < +OK",
        "C > QUIT",
        "S < +OK bye",
        "POP3 session closed",
    ]
    assert [line.split("\t")[0] for line in lines if line[:1].isdigit()][:3] == ["1", "2", "3"]


@pytest.mark.parametrize("number", [None, 3])
def test_a_log_that_cannot_be_written(bench: Bench, number: int | None) -> None:
    bench.serve()
    bench.world.writable = False
    box = bench.transporter(logFile="pop.txt")
    if number is None:
        error = failing(box.check_connection, bench.run)
        assert error.result["success"] is False
    else:
        error = failing(box.get_mail, bench.run, number)
    assert error.code == LOG_FAILED and "logFile: /project/Logs/pop.txt cannot be written" in error.message
