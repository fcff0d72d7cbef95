"""What transporters of every protocol write into logs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter
from interp.host import LocalHost, Permissions
from stdlib4d.mail.network import regular_log
from stdlib4d.mail.network.log import Log
from stdlib4d.mail.network.regular_log import RegularLog
from stdlib4d.mail.network.secret import Masker, Secret
from stdlib4d.mail.problem import LOG_FAILED, MailProblem
from tests.unit.mail.world import Script, World


def shown(log: Log, world: World) -> list[str]:
    log.write()
    return [line.split("\t", 4)[-1] for line in world.files["/project/Logs/l.txt"].splitlines()]


def a_log(world: World, protocol: str = "IMAP", *secrets: str) -> Log:
    return Log(Script(world), protocol, "l.txt", Masker(map(Secret, secrets)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("a1 LOGIN joe pencil", "a1 LOGIN joe ****"),
        ('a1 login "joe \\" LOGIN x" "pen cil"', 'a1 login "joe \\" LOGIN x" ****'),
        ("a2 AUTHENTICATE PLAIN AGpvZQBwZW5jaWw=", "a2 AUTHENTICATE PLAIN ****"),
        ("a2 AUTHENTICATE CRAM-MD5", "a2 AUTHENTICATE CRAM-MD5"),
        ("USER joe", "USER joe"),
        ("PASS pen cil", "PASS ****"),
        ("APOP joe c4c9334bac560ecc979e58001b3e22fb", "APOP joe ****"),
        ("AUTH XOAUTH2 dXNlcj1qb2U=", "AUTH XOAUTH2 ****"),
        ("AUTH LOGIN", "AUTH LOGIN"),
        ('a3 SEARCH TEXT "AUTH mode here"', 'a3 SEARCH TEXT "AUTH mode here"'),
        ("a4 RENAME PASS FAIL", "a4 RENAME PASS FAIL"),
        ("pencil", "****"),
    ],
)
def test_credentials_in_commands(line: str, logged: str) -> None:
    world = World(0)
    log = a_log(world, "IMAP", "pencil")
    log.sent(line)
    assert shown(log, world) == [f"C > {logged}"]


def test_what_a_session_looks_like() -> None:
    world = World(0)
    log = a_log(world, "POP3", "pencil")
    log.started("h", 110, "STLS when offered")
    log.secured("TLSv1.3")
    log.received("+OK capabilities\r\nSASL PLAIN\r\n.")
    log.received("-ERR what is pencil?")
    log.received_mail(b"Subject: x\r\n\r\npencil\r\n")
    log.closed()
    assert shown(log, world) == [
        "POP3 session started: host h, port 110, STLS when offered",
        "TLS established: TLSv1.3",
        "S < +OK capabilities",
        "S < SASL PLAIN",
        "S < .",
        "S < -ERR what is ****?",
        "S < Subject: x",
        "",
        "pencil",
        "POP3 session closed",
    ]


def test_without_a_log_nothing_is_kept() -> None:
    world = World(0)
    log = Log(Script(world), "POP3", "", Masker(()))  # type: ignore[arg-type]
    log.started("h", 110, "TLS")
    log.received_mail(b"Subject: x\r\n\r\n")
    assert not log
    assert not log.waiting
    log.write()
    assert not world.files


def test_a_large_mail_is_logged_whole() -> None:
    world = World(0)
    log = a_log(world, "SMTP")
    text = "Subject: x\n\n" + "".join(f"Zeile {number} für Zeile, über viele\n" for number in range(100_000))
    log.sent_mail(text.replace("\n", "\r\n").encode() + b"\r\n\r\n")
    log.received("250 ok")
    log.write()
    entry, _, rest = world.files["/project/Logs/l.txt"].partition("\n2\t")
    assert entry.split("\t", 4)[4] == "C > " + text.rstrip("\n")
    assert rest.endswith("\tS < 250 ok\n")


class Program(Script):
    """A run on a host that has files."""

    def __init__(self, host: LocalHost) -> None:
        super().__init__(host)  # type: ignore[arg-type]
        self.regular = RegularLog("SMTP")
        self.shared: dict[str, Any] = {"mail logs": {"SMTP": self.regular}}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(LocalHost(Permissions.all(), logs=str(tmp_path / "Logs")))


def names(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "Logs").iterdir())


def test_a_full_file_is_followed_by_the_next(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regular_log, "FULL", 1000)
    (tmp_path / "Logs").mkdir()
    (tmp_path / "Logs" / "4DSMTPLog_9.txt").write_text("of another time")
    log = Log(program, "SMTP", "", Masker(()))  # type: ignore[arg-type]
    program.regular.start(program.host, 8, lambda: 0)
    for number in range(40):
        log.sent(f"NOOP é {number} {'.' * 60}")
        if number % 7 == 0:
            log.write()
    log.write()
    found = {name: (tmp_path / "Logs" / name).read_bytes() for name in names(tmp_path)}
    assert sorted(found) == sorted(f"4DSMTPLog_{number}.txt" for number in range(8, 8 + len(found)))
    assert len(found) == 5
    ordered = [found[f"4DSMTPLog_{number}.txt"] for number in range(8, 13)]
    lines = b"".join(ordered).decode().splitlines()
    assert [int(line.split("\t")[0]) for line in lines] == list(range(1, 41))
    assert all(1000 <= len(content) < 1200 and content.endswith(b"\n") for content in ordered[:-1])


def test_the_oldest_files_go(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular_log, "FULL", 10)
    program.regular.start(program.host, 1, lambda: 3)
    for number in range(8):
        program.regular.add(f"an entry {number}")
        program.regular.write()
    assert names(tmp_path) == ["4DSMTPLog_6.txt", "4DSMTPLog_7.txt", "4DSMTPLog_8.txt"]


def test_both_logs_at_once(program: Program, tmp_path: Path) -> None:
    log = Log(program, "SMTP", "mine.txt", Masker(()))  # type: ignore[arg-type]
    log.sent("EHLO")
    program.regular.start(program.host, 1, lambda: 0)
    log.sent_mail(b"Subject: x\r\n\r\nbody\r\n")
    log.write()
    mine, regular = ((tmp_path / "Logs" / name).read_text() for name in ("mine.txt", "4DSMTPLog_1.txt"))
    assert mine.splitlines()[1].startswith("2\t")
    assert mine.endswith("\tC > Subject: x\n\nbody\n")
    assert regular.startswith("1\t")
    assert regular.endswith("\tC > Subject: x\n")


def test_a_regular_log_that_cannot_be_begun(tmp_path: Path) -> None:
    (tmp_path / "Logs").write_text("in the way")
    program = Program(LocalHost(Permissions.all(), logs=str(tmp_path / "Logs")))
    with pytest.raises(MailProblem, match="4DSMTPLog_1.txt cannot be written") as caught:
        program.regular.start(program.host, 1, lambda: 0)
    assert caught.value.code == LOG_FAILED
    assert not program.regular.recording


def test_a_regular_log_needs_a_permission(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = Program(LocalHost(Permissions(dial=True), logs=str(tmp_path / "Logs")))
    program.regular.start(program.host, 1, lambda: 0)
    assert "needs the permission 'write': the log is not recorded" in capsys.readouterr().err
    assert not program.regular.recording
    assert not (tmp_path / "Logs").exists()


def test_a_regular_log_that_breaks_off_ends_and_tells(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program.regular.start(program.host, 1, lambda: 0)
    (tmp_path / "Logs" / "4DSMTPLog_1.txt").unlink()
    (tmp_path / "Logs" / "4DSMTPLog_1.txt").mkdir()
    program.regular.add("entry")
    program.regular.write()
    assert "4DSMTPLog_1.txt cannot be written" in capsys.readouterr().err
    assert not program.regular.recording


READING = """
$server:={host: "mail.example.com"; port: $port; user: "kate@example.com"; logFile: "extended.txt"}
$server.password:=$password
$server.accessTokenOAuth2:=($mode="OAUTH2") ? $password : Null
$server.authenticationMode:=$mode
SET DATABASE PARAMETER(SMTP Log; 1)
SET DATABASE PARAMETER(POP3 Log; 1)
SET DATABASE PARAMETER(IMAP Log; 1)
$transporter:=$new.call(Null; $server)
$status:=$transporter.checkConnection()
$transporter:=Null
"""


@pytest.mark.parametrize(
    ("protocol", "port", "mode"),
    [
        (protocol, port, mode)
        for protocol, port in (("SMTP", 465), ("POP3", 995), ("IMAP", 993))
        for mode in ("PLAIN", "LOGIN", "CRAM-MD5", "OAUTH2", *(["APOP"] if protocol == "POP3" else []))
    ],
)
def test_no_secret_in_any_log(tmp_path: Path, protocol: str, port: int, mode: str) -> None:
    password = "open-sesame-7"
    source = READING.replace("$new.call(Null; $server)", f"{protocol} New transporter($server)")
    with Interpreter(sandbox=True, permissions=Permissions.all(), logs=str(tmp_path)) as interpreter:
        result = interpreter.run(source, "r.4dm", {"port": port, "mode": mode, "password": password})
        assert result.variables["status"]["success"] is True
    logs = [(tmp_path / name).read_text() for name in ("extended.txt", f"4D{protocol}Log_1.txt")]
    for text in logs:
        sent = re.findall(r"\tC > (.*)", text)
        assert any(line.endswith("****") for line in sent)
        assert any(mode in line or (mode == "OAUTH2" and "XOAUTH2" in line) for line in sent)
        assert password not in text
        # What a mechanism makes of it: base64 of anything, and digests.
        assert not any(re.search(r"[0-9a-f]{32}|[A-Za-z0-9+/]{16}", line) for line in sent)
        assert text.endswith(f"\t{protocol} session closed\n")
