"""``4dm sandbox``, as another program meets it."""

from __future__ import annotations

import imaplib
import poplib
import re
import signal
import smtplib
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .program import COMMAND, PATIENCE, environment, run

MAIL = b"From: ann@example.com\r\nTo: bob@example.com\r\nSubject: Gr\xc3\xbc\xc3\x9fe\r\n\r\nHello.\r\n"


class Serving:
    """A running ``4dm sandbox``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        self.told = ""
        while "Ctrl-C ends it" not in self.told:
            line = process.stdout.readline()
            assert line, self.told
            self.told += line
        rows = re.findall(
            r"^  (SMTP|IMAP|POP3) +(\d+) with (?:STARTTLS|STLS) +(\d+) with TLS$", self.told, re.MULTILINE
        )
        self.ports = {name: (int(plain), int(tls)) for name, plain, tls in rows}
        found = re.search(r"clients to trust:\n  (.*)\n", self.told)
        assert found is not None
        self.authority = found[1]
        self.context = ssl.create_default_context(cafile=self.authority)

    def read_until(self, end: str) -> str:
        """What it prints up to *end*."""
        assert self.process.stdout is not None
        text = ""
        while end not in text:
            line = self.process.stdout.readline()
            assert line, text
            text += line
        return text


@contextmanager
def serving(folder: Path, *arguments: str, ending: int = signal.SIGINT) -> Iterator[Serving]:
    """Runs it, and ends it as *ending* does."""
    process = subprocess.Popen(
        [*COMMAND, "sandbox", *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    guard = threading.Timer(PATIENCE, process.kill)
    guard.start()
    try:
        yield Serving(process)
        process.send_signal(ending)
        assert process.stdout is not None
        rest = process.stdout.read()
        assert process.wait() == 0
        assert "nothing left this machine" in rest
    finally:
        guard.cancel()
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def test_what_smtp_delivers_is_read_over_imap_and_pop3(tmp_path: Path) -> None:
    with serving(tmp_path, "--outbox", "out", "--ca-out", "ca.pem") as sandbox:
        assert Path(sandbox.authority) == tmp_path / "ca.pem"
        with smtplib.SMTP("localhost", sandbox.ports["SMTP"][0], timeout=10) as smtp:
            smtp.starttls(context=sandbox.context)
            smtp.login("ann@example.com", "any")
            smtp.sendmail("ann@example.com", ["bob@example.com"], MAIL, ["BODY=8BITMIME"])
        shown = sandbox.read_until("Hello.")
        assert "--- mail 1, " in shown
        assert "ann@example.com (" in shown
        assert "Subject: Grüße" in shown
        with smtplib.SMTP_SSL(
            "localhost", sandbox.ports["SMTP"][1], context=sandbox.context, timeout=10
        ) as smtp:
            smtp.sendmail("ann@example.com", ["bob@example.com"], b"Subject: second\r\n\r\n")
        imap = imaplib.IMAP4("localhost", sandbox.ports["IMAP"][0], timeout=10)
        imap.starttls(sandbox.context)
        imap.login("bob@example.com", "any")
        count = int((imap.select("INBOX")[1][0] or b"").decode())
        assert count == 8
        assert imap.fetch("7", "(BODY[])")[1][0][1] == MAIL  # type: ignore[index]
        imap.logout()
        with imaplib.IMAP4_SSL(
            "127.0.0.1", sandbox.ports["IMAP"][1], ssl_context=sandbox.context, timeout=10
        ) as imap:
            imap.login("bob@example.com", "other")
            assert [row.split(b'"')[-2] for row in imap.list()[1] if isinstance(row, bytes)] == [
                b"INBOX",
                b"Bills",
                b"Bills/Atlas Corp",
                b"Bills/Nova Orion Industries",
                b"Drafts",
                b"Junk Email",
                b"Sent",
                b"Trash",
                b"documents",
                b"&Tohbmg-",
            ]
        pop = poplib.POP3("localhost", sandbox.ports["POP3"][0], timeout=10)
        pop.stls(sandbox.context)
        pop.user("bob@example.com")
        pop.pass_("x")
        assert pop.stat()[0] == 8
        pop.quit()
        pops = poplib.POP3_SSL("localhost", sandbox.ports["POP3"][1], context=sandbox.context, timeout=10)
        pops.quit()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["001-Grüße.eml", "002-second.eml"]
    assert (tmp_path / "out" / "001-Grüße.eml").read_bytes() == MAIL


def test_ports_can_be_chosen(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with serving(tmp_path, "--imap-port", str(port), "--smtp-port", "0", ending=signal.SIGTERM) as sandbox:
        assert sandbox.ports["IMAP"][0] == port
        assert len({number for both in sandbox.ports.values() for number in both}) == 6
        # A second one finds other ports, and has an authority of its own.
        with serving(tmp_path) as second:
            mine = {number for both in sandbox.ports.values() for number in both}
            assert not mine & {number for both in second.ports.values() for number in both}
            assert second.authority != sandbox.authority
            assert Path(second.authority).read_text() != Path(sandbox.authority).read_text()
        outcome = run("sandbox", "--imap-port", str(port), cwd=tmp_path)
        assert outcome.status == 2
        assert f"port {port} for imap: " in outcome.err
    # The file of the authority goes with the sandbox that nobody told where to put it.
    assert not Path(sandbox.authority).exists()


def test_a_script_uses_it(tmp_path: Path) -> None:
    with serving(tmp_path, "--ca-out", "ca.pem") as sandbox:
        (tmp_path / "send.4dm").write_text(
            f"""$server:={{host: "localhost"; port: {sandbox.ports["SMTP"][0]}; user: "ann"; password: "any"}}
$status:=SMTP New transporter($server).send({{from: "ann@example.com"; to: "bob@example.com"; subject: "script"}})
ALERT($status.statusText)
"""
        )
        outcome = run("run", "--ca", "ca.pem", "send.4dm", cwd=tmp_path)
        assert (outcome.status, outcome.err) == (0, "")
        assert "Subject: script" in sandbox.read_until("Subject: script")


def test_mistakes(tmp_path: Path) -> None:
    assert (
        "--smtp-port 65536: there is no such port" in run("sandbox", "--smtp-port", "65536", cwd=tmp_path).err
    )
    assert "--ca-out: " in run("sandbox", "--ca-out", "no/such/folder/ca.pem", cwd=tmp_path).err
    (tmp_path / "file").write_text("")
    assert "--outbox file: " in run("sandbox", "--outbox", "file", cwd=tmp_path).err
    outcome = run("sandbox", "--host", "no.such.host.invalid", cwd=tmp_path)
    assert outcome.status == 2
    assert "no.such.host.invalid, port " in outcome.err
    outcome = run("sandbox", "--help", cwd=tmp_path)
    assert "examples:\n  4dm sandbox " in outcome.out
