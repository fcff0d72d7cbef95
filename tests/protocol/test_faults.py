"""Scripts that send to servers that misbehave: what the script sees is a status, and then things go on."""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, Permissions
from interp.host import LocalHost
from tests.unit.mail.faults import DROP, HANG, Server
from tests.unit.mail.world import Authority

NAME = "smtp.example.test"
WHERE = f"{NAME}:587"
#: What the server answers to a mail that it takes.
TAKEN = {"success": True, "status": 250, "statusText": "2.0.0 queued as 1"}

MAKE = """
var $server; $mail; $status : Object
$server:={host: "smtp.example.test"; port: $port; connectionTimeOut: 5; sendTimeOut: 5}
$server.acceptUnsecureConnection:=$accept
$transporter:=SMTP New transporter($server)
$mail:={from: "a@example.test"; to: "b@example.test"; subject: "Hi"; textBody: "Hello"}
"""
SEND = "$status:=$transporter.send($mail)\n"
CHECK = "$status:=$transporter.checkConnection()\n"


class Astray(LocalHost):
    """This machine, where every name leads to one port."""

    def __init__(self, ca_file: str) -> None:
        super().__init__(Permissions.all(), ca_file=ca_file, answers=())
        self.port = 0
        self.dialled: list[tuple[str, int]] = []

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """Dials :attr:`port` on this machine."""
        self.dialled.append((host, port))
        return super().dial("127.0.0.1", self.port, timeout)


class Bench:
    """An interpreter, the host under it and the servers that it may meet."""

    def __init__(self, authority: Authority) -> None:
        self.host = Astray(str(authority.ca_file))
        self.interpreter = Interpreter(host=self.host)
        self.servers: list[Server] = []

    def close(self) -> None:
        """Ends everything."""
        self.interpreter.close()
        self.host.close()
        for server in self.servers:
            server.stop()

    def serve(self, **options: Any) -> Server:
        """Starts a server and leads the script there."""
        server = Server(**options).start()
        self.servers.append(server)
        self.host.port = server.port
        return server

    def run(self, source: str, **variables: Any) -> Any:
        """Runs *source* and returns its ``$status``."""
        given = {"port": 587, "accept": True, **variables}
        return self.interpreter.run(source, "send.4dm", given).variables["status"]

    def send(self, **variables: Any) -> Any:
        """Makes a transporter and sends a mail with it."""
        return self.run(MAKE + SEND, **variables)

    def again(self) -> Any:
        """Sends once more with the same transporter."""
        return self.run(SEND)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def bench(authority: Authority) -> Iterator[Bench]:
    bench = Bench(authority)
    yield bench
    bench.close()


@pytest.fixture(scope="module", autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A socket that nobody closed shows at the end of this module, and not as the fault of another."""
    yield
    gc.collect()


def at(step: str, answer: str, *counts: int) -> Callable[[str, int, str], str | None]:
    """A fault: *answer* at *step*, every time or at the *counts* given."""
    return lambda name, count, argument: answer if name == step and (not counts or count in counts) else None


def healthy(step: str, count: int, argument: str) -> None:
    """No fault."""


def failed(status: Any, code: int) -> str:
    """The text of a *status* that is a failure with *code*, as documented for ``.send()``."""
    assert set(status) == {"success", "status", "statusText"}
    assert (status["success"], status["status"]) == (False, code)
    text = status["statusText"]
    assert isinstance(text, str) and text and text.isprintable()
    return text


# The connection breaks.


def test_dropped_in_the_middle_of_a_mail(bench: Bench) -> None:
    server = bench.serve(drop_after=50_000)
    source = MAKE + '$mail.textBody:="a line of text\\r\\n"*200000\n' + SEND
    text = failed(bench.run(source), 0)
    assert text.startswith(f"{WHERE}: the server closed the connection")
    assert "the server may have accepted it" in text
    # No second try of its own: that would be a second mail.
    assert (server.connections, server.mails) == (1, [])
    server.drop_after = 0
    assert bench.again() == TAKEN
    assert len(server.mails) == 1 and server.mails[0].count(b"a line of text\r\n") == 200_000


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "."])
def test_dropped(bench: Bench, authority: Authority, step: str) -> None:
    server = bench.serve(tls=authority.server_context(NAME), mechanisms=("PLAIN",), fault=at(step, DROP, 1))
    source = MAKE.replace(
        "$transporter:=", '$server.user:="joe"\n$server.password:="wonderland"\n$transporter:='
    )
    text = failed(bench.run(source + SEND, accept=False), 0)
    assert text.startswith(f"{WHERE}: the server closed the connection")
    assert ("may have accepted" in text) is (step == ".")
    assert bench.again() == TAKEN
    assert server.connections == 2


def test_nobody_listens(bench: Bench) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        bench.host.port = taken.getsockname()[1]
        assert failed(bench.send(), 0) == f"{WHERE}: connection refused; check host and port"
    bench.serve()
    assert bench.again() == TAKEN


def test_reset_by_the_server(bench: Bench) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        bench.host.port = listener.getsockname()[1]
        # Closing with a linger time of zero is a reset.
        bench.host.dial = lambda host, port, timeout: _reset(listener)  # type: ignore[method-assign]
        assert failed(bench.send(), 0) == f"{WHERE}: the server closed the connection"


def _reset(listener: socket.socket) -> socket.socket:
    dialled = socket.create_connection(listener.getsockname(), 5)
    accepted, _ = listener.accept()
    accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    accepted.close()
    return dialled


# 421.


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."])
def test_421(bench: Bench, step: str) -> None:
    server = bench.serve(fault=at(step, "421 4.3.2 shutting down", 1))
    text = failed(bench.send(), 421)
    assert text == ("<b@example.test>: " if step == "RCPT" else "") + "4.3.2 shutting down"
    assert server.connections == 1
    assert bench.again() == TAKEN
    assert server.connections == 2


@pytest.mark.parametrize("wait", [0.0, 0.2])
def test_421_while_idle(bench: Bench, wait: float) -> None:
    server = bench.serve()
    assert bench.send() == TAKEN
    server.close_connections()
    time.sleep(wait)
    # The script notices nothing.
    assert bench.again() == TAKEN
    assert (server.connections, len(server.mails)) == (2, 2)


def test_421_at_the_next_mail(bench: Bench) -> None:
    server = bench.serve(fault=at("MAIL", "421 4.4.2 idle for too long", 2))
    assert bench.send() == TAKEN
    assert bench.again() == TAKEN
    assert (server.connections, len(server.mails)) == (2, 2)


@pytest.mark.parametrize("secure", [False, True])
def test_421_while_idle_on_a_connection_that_stays_open(
    bench: Bench, authority: Authority, secure: bool
) -> None:
    tls = authority.server_context(NAME) if secure else None
    server = bench.serve(tls=tls)
    assert bench.send() == TAKEN
    server.say("421 4.4.2 idle for too long")
    server.fault = lambda step, count, argument: (
        "503 5.5.1 closed" if step == "MAIL" and server.connections == 1 else None
    )
    assert bench.again() == TAKEN
    assert (server.connections, len(server.mails)) == (2, 2)


@pytest.mark.parametrize("more", ["421 4.4.2 idle for too long", "250 2.0.0 queued as 2", "42"])
def test_more_behind_the_last_answer(bench: Bench, more: str) -> None:
    server = bench.serve(fault=at(".", f"250 2.0.0 queued as 1\r\n{more}", 1))
    # The server has the mail: a script that were told otherwise would send it twice.
    assert bench.send() == TAKEN
    assert bench.again() == TAKEN
    assert (server.connections, len(server.mails)) == (2, 2)


def test_more_behind_a_refusal(bench: Bench) -> None:
    server = bench.serve(fault=at("RCPT", "550 5.1.1 no such user\r\n421 4.7.0 too many errors", 1))
    assert failed(bench.send(), 550) == "<b@example.test>: 5.1.1 no such user"
    assert bench.again() == TAKEN
    assert server.connections == 2


# Refusals.


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("then", ["", HANG, DROP], ids=["stops reading", "reads on", "hangs up"])
def test_refused_in_the_middle_of_a_mail(bench: Bench, authority: Authority, then: str, secure: bool) -> None:
    tls = authority.server_context(NAME) if secure else None
    # It promises to take mails as large as this one.
    server = bench.serve(tls=tls, refuse_after=50_000, then=then, extensions=("PIPELINING", "SIZE 20000000"))
    source = MAKE + '$mail.textBody:="a line of text\\r\\n"*1000000\n' + SEND
    start = time.monotonic()
    assert failed(bench.run(source), 552) == "5.3.4 too big"
    assert time.monotonic() - start < 4
    server.refuse_after = 0
    assert bench.run('$mail.textBody:="x"\n' + SEND) == TAKEN
    assert (server.connections, len(server.mails)) == (2, 1)


def test_taken_before_the_mail(bench: Bench) -> None:
    server = bench.serve(fault=at("DATA", "354 go ahead\r\n250 2.0.0 queued as 1", 1))
    # A server that takes a mail before it has seen any is none.
    assert "not SMTP" in failed(bench.send(), 0)
    assert bench.again() == TAKEN
    assert (server.connections, len(server.mails)) == (2, 1)


@pytest.mark.parametrize("refused", ["b@example.test", "c@example.test"])
def test_550_for_one_of_two(bench: Bench, refused: str) -> None:
    def fault(step: str, count: int, argument: str) -> str | None:
        return "550 5.1.1 no such user" if argument == f"TO:<{refused}>" else None

    server = bench.serve(fault=fault)
    source = MAKE + '$mail.to:="b@example.test, c@example.test"\n' + SEND
    assert failed(bench.run(source), 550) == f"<{refused}>: 5.1.1 no such user"
    assert server.mails == []
    server.fault = healthy
    assert bench.again() == TAKEN
    assert server.connections == 1


@pytest.mark.parametrize(
    ("step", "answer"), [("MAIL", "552 5.3.4 too large"), (".", "552 5.2.2 mailbox full"), (".", "554 spam")]
)
def test_refused_mails(bench: Bench, step: str, answer: str) -> None:
    server = bench.serve(fault=at(step, answer, 1))
    code, text = answer.split(" ", 1)
    assert failed(bench.send(), int(code)) == text
    assert bench.again() == TAKEN
    assert server.connections == 1


def test_a_script_that_tries_again(bench: Bench) -> None:
    server = bench.serve(fault=at("RCPT", "450 4.2.1 busy", 1, 2))
    source = (
        MAKE
        + """
    $tries:=0
    $said:=New collection
    Repeat
        $tries:=$tries+1
        $status:=$transporter.send($mail)
        $said.push($status.status)
    Until ($status.success | ($tries=5))
    """
    )
    result = bench.interpreter.run(source, "send.4dm", {"port": 587, "accept": True})
    assert result.variables["said"] == [450, 450, 250]
    assert len(server.mails) == 1


# TLS.


def test_no_starttls(bench: Bench) -> None:
    server = bench.serve()
    text = failed(bench.send(accept=False), 0)
    assert text.startswith(f"{WHERE}: the server offers no STARTTLS")
    assert "acceptUnsecureConnection" in text
    assert not any(line.startswith(("MAIL", "AUTH")) for line in server.lines)
    assert bench.send(accept=True) == TAKEN


def test_starttls_refused(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(NAME), fault=at("STARTTLS", "454 4.7.0 later", 1))
    assert failed(bench.send(accept=False), 454) == "4.7.0 later"
    assert bench.again() == TAKEN
    assert server.lines[-3].startswith("MAIL")


@pytest.mark.parametrize("port", [465, 587])
@pytest.mark.parametrize(
    "options",
    [
        {"names": ("other.example.test",)},
        {"names": (NAME,), "days": (-9, -1)},
        {"names": (NAME,), "self_signed": True},
    ],
    ids=["host", "expired", "self-signed"],
)
def test_a_wrong_certificate(bench: Bench, authority: Authority, options: dict[str, Any], port: int) -> None:
    rest = {name: value for name, value in options.items() if name != "names"}
    server = bench.serve(tls=authority.server_context(*options["names"], **rest), implicit=port == 465)
    # Not even a script that takes plain text takes this.
    text = failed(bench.send(port=port, accept=True), 0)
    assert text.startswith(f"{NAME}:{port}: the certificate of the server does not verify (")
    assert server.mails == []
    bench.serve(tls=authority.server_context(NAME), implicit=port == 465)
    assert bench.again() == TAKEN


def test_words_put_in_before_tls(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(NAME), after_starttls=b"\r\n250 injected")
    assert "not SMTP" in failed(bench.send(), 0)
    server.after_starttls = b""
    assert bench.again() == TAKEN


def test_tls_on_a_port_for_plain_text(bench: Bench) -> None:
    bench.serve()
    text = failed(bench.send(port=465), 0)
    assert text.startswith(f"{NAME}:465: TLS could not be established")


# Silence.


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "STARTTLS"])
def test_a_server_that_never_answers(bench: Bench, authority: Authority, step: str) -> None:
    server = bench.serve(tls=authority.server_context(NAME), fault=at(step, HANG))
    source = MAKE.replace("connectionTimeOut: 5", "connectionTimeOut: 1")
    start = time.monotonic()
    text = failed(bench.run(source + SEND), 0)
    assert 0.9 < time.monotonic() - start < 2
    assert text == f"{WHERE}: no answer within 1 seconds; check host and port, or raise the timeout"
    server.fault = healthy
    assert bench.again() == TAKEN


def test_no_handshake(bench: Bench) -> None:
    # A server that takes connections and says nothing, not even of TLS.
    with socket.create_server(("127.0.0.1", 0)) as listener:
        bench.host.port = listener.getsockname()[1]
        source = MAKE.replace("connectionTimeOut: 5", "connectionTimeOut: 1")
        start = time.monotonic()
        text = failed(bench.run(source + SEND, port=465), 0)
        assert 0.9 < time.monotonic() - start < 2
        assert text.startswith(f"{NAME}:465: no answer within 1 seconds")


@pytest.mark.parametrize(("step", "doubt"), [("MAIL", False), (".", True)])
def test_a_server_that_falls_silent(bench: Bench, step: str, doubt: bool) -> None:
    server = bench.serve(fault=at(step, HANG))
    source = MAKE.replace("sendTimeOut: 5", "sendTimeOut: 1")
    start = time.monotonic()
    text = failed(bench.run(source + SEND), 0)
    assert 0.9 < time.monotonic() - start < 2
    assert "(sendTimeOut)" in text and ("may have accepted it" in text) is doubt
    server.fault = healthy
    assert bench.again() == TAKEN


# Garbage.


@pytest.mark.parametrize(
    "garbage",
    ["HTTP/1.1 400 Bad Request\r\nServer: x", "", "\udcff\udcfe\x00", "x" * 100_000, "999 odd"],
    ids=["http", "nothing", "bytes", "long", "code"],
)
def test_garbage(bench: Bench, garbage: str) -> None:
    server = bench.serve(fault=at("CONNECT", garbage, 1))
    text = failed(bench.send(), 0)
    assert text.startswith(f"{WHERE}: the server's answer is not SMTP; check that port 587")
    assert bench.again() == TAKEN
    assert server.connections == 2


def test_controls_in_an_answer_reach_no_terminal(bench: Bench) -> None:
    bench.serve(fault=at("RCPT", "550 \x1b[31mred\x07 \u202e\x9b"))
    text = bench.send()["statusText"]
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in text)


# Checking the connection.


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (at("CONNECT", DROP, 1), 0),
        (at("EHLO", "garbage", 1), 0),
        (at("CONNECT", "554 5.7.1 no service", 1), 554),
        (at("NOOP", "421 4.3.2 closing", 1), 421),
    ],
)
def test_check_connection(bench: Bench, fault: Callable[[str, int, str], str | None], code: int) -> None:
    bench.serve(fault=fault)
    status = bench.run(MAKE + CHECK)
    # The errors are documented for the case that no server answered.
    assert set(status) == {"success", "status", "statusText"} | (set() if code else {"errors"})
    assert (status["success"], status["status"]) == (False, code)
    if not code:
        (error,) = status["errors"]
        assert set(error) == {"errCode", "message", "componentSignature"}
        assert error["message"] == status["statusText"]
    assert bench.run(CHECK) == {"success": True, "status": 250, "statusText": "2.0.0 fine"}
    assert bench.again() == TAKEN


def test_a_failed_send_leaves_no_error_behind(bench: Bench) -> None:
    bench.serve(fault=at("MAIL", "550 no"))
    result = bench.interpreter.run(
        MAKE + SEND + "$errors:=Last errors\n$after:=True\n", "send.4dm", {"port": 587, "accept": True}
    )
    # What a server says is a status, and the script goes on.
    assert result.variables["after"] is True
    assert not result.variables["errors"]


# Processes.


def forked(work: Callable[[], object]) -> None:
    """Does *work* in a child made by ``fork``."""
    child = os.fork()
    if child == 0:
        try:
            done = bool(work())
        except BaseException:
            traceback.print_exc()
            done = False
        os._exit(0 if done else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("deed", ["send", "new", "close", "collect"])
def test_a_kept_transporter_in_a_child(
    bench: Bench, authority: Authority, capfd: pytest.CaptureFixture[str], deed: str, secure: bool
) -> None:
    server = bench.serve(tls=authority.server_context(NAME) if secure else None)
    assert bench.send() == TAKEN

    def work() -> bool:
        if deed == "send":
            return bool(bench.again() == TAKEN and bench.again() == TAKEN)
        if deed == "new":
            return bool(bench.send() == TAKEN)
        if deed == "close":
            bench.interpreter.close()
            bench.host.close()
        else:
            bench.interpreter = Interpreter(host=bench.host)
            gc.collect()
        return True

    forked(work)
    mails, connections = {"send": (3, 2), "new": (2, 2)}.get(deed, (1, 1))
    assert (len(server.mails), server.connections) == (mails, connections)
    # The connection is the parent's as before.
    assert bench.again() == TAKEN
    assert (len(server.mails), server.connections) == (mails + 1, connections)
    assert capfd.readouterr().err == ""


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("deed", ["send", "close"])
def test_the_sandbox_in_a_child(capfd: pytest.CaptureFixture[str], deed: str) -> None:
    source = """
    If ($transporter=Null)
        $transporter:=SMTP New transporter({host: "smtp.example.test"; connectionTimeOut: 5; sendTimeOut: 5})
    End if
    $status:=$transporter.send({from: "a@example.test"; to: "b@example.test"})
    """
    with Interpreter(sandbox=True) as interpreter:

        def send() -> bool:
            return bool(interpreter.run(source).variables["status"]["success"])

        def close() -> bool:
            interpreter.close()
            return True

        assert send()
        forked(send if deed == "send" else close)
        assert send()
        # Each process keeps its own.
        assert len(interpreter.mails) == 2
    assert capfd.readouterr().err == ""


def test_a_child_that_ends_as_processes_do(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(NAME))
    program = f"""
import os, sys
from interp import Interpreter, Permissions
source = '''
If ($transporter=Null)
    $transporter:=SMTP New transporter({{host: "localhost"; port: {server.port}; acceptUnsecureConnection: True}})
End if
$status:=$transporter.send({{from: "a@example.test"; to: "b@example.test"}})
'''
interpreter = Interpreter(permissions=Permissions.all(), ca_file=sys.argv[1])
def send():
    status = interpreter.run(source).variables["status"]
    if not status["success"]:
        sys.exit(str(status))
send()
child = os.fork()
send()
if child:
    os.waitpid(child, 0)
    send()
"""
    server.tls = authority.server_context("localhost")
    done = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", program, str(authority.ca_file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (len(server.mails), server.connections) == (4, 2)
