"""The host of this machine: what it permits, prints, asks, dials and writes."""

from __future__ import annotations

import asyncio
import copy
import io
import pickle
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from interp.host import LocalHost, Permissions
from interp.sandbox.authority import Authority
from stdlib4d.host import Host, NotPermitted


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def host() -> Iterator[LocalHost]:
    """A host that may do everything."""
    local = LocalHost(Permissions.all(), answers=())
    yield local
    local.close()


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A socket that listens on a free port of 127.0.0.1 and accepts nothing by itself."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        yield server


def port_of(server: socket.socket) -> int:
    """The port that *server* listens on."""
    port: int = server.getsockname()[1]
    return port


def test_it_is_a_host(host: LocalHost) -> None:
    accepted: Host = host
    assert accepted.loop is host.loop


def test_permissions_are_values() -> None:
    assert Permissions(dial=True) == Permissions(dial=True) != Permissions.none()
    assert Permissions.all() == Permissions(dial=True, read=True, write=True, ask=True, programs=True)
    assert {Permissions.all(), Permissions.all()} == {Permissions.all()}
    assert repr(Permissions(dial=True, write=True)) == "Permissions(dial=True, write=True)"
    assert eval(repr(Permissions.none())) == Permissions.none()
    assert Permissions.none() != (False, False, False, False)
    for copied in (copy.deepcopy(Permissions.all()), pickle.loads(pickle.dumps(Permissions.all()))):
        assert copied == Permissions.all()


def test_permissions_do_not_change() -> None:
    permissions = Permissions.none()
    with pytest.raises(AttributeError):
        permissions.dial = True
    with pytest.raises(AttributeError):
        del permissions.dial
    with pytest.raises(AttributeError):
        permissions.other = True


def test_nothing_is_done_without_permission(
    tmp_path: Path, listener: socket.socket, capsys: pytest.CaptureFixture[str]
) -> None:
    host = LocalHost(Permissions.none(), answers=["y"])
    file = tmp_path / "file"
    with pytest.raises(NotPermitted, match=r"connecting to 127\.0\.0\.1:\d+ needs the permission 'dial'"):
        host.dial("127.0.0.1", port_of(listener), 1)
    with pytest.raises(NotPermitted, match="needs the permission 'write'"):
        host.append_text(str(file), "text")
    with pytest.raises(NotPermitted, match="needs the permission 'read'"):
        host.read_bytes(__file__)
    with pytest.raises(NotPermitted, match="CONFIRM needs the permission 'ask'"):
        host.confirm("?", "", "")
    with pytest.raises(NotPermitted, match="Request needs the permission 'ask'"):
        host.ask("?", "", "", "")
    assert not file.exists()
    assert capsys.readouterr() == ("", "")
    host.say("printing needs none")
    assert host.now().tzinfo is not None
    assert host.ticks() <= host.ticks()
    assert host.logs_folder() == str(Path("Logs").absolute())


@pytest.mark.parametrize("text", ["a\rb", "a\nb", "a\r\nb"])
def test_say_breaks_lines(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    LocalHost(Permissions.none()).say(text)
    assert capsys.readouterr().out == "a\nb\n"


def test_say_spells_controls_on_a_terminal_only() -> None:
    for stream, shown in ((Terminal(), "␛[2J\té日\n"), (io.StringIO(), "\x1b[2J\té日\n")):
        LocalHost(Permissions.none(), output=stream).say("\x1b[2J\té日")
        assert stream.getvalue() == shown


def test_say_into_a_narrow_encoding() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="latin-1", newline="\n")
    host = LocalHost(Permissions.none(), output=stream)
    host.say("é 日 \ud800")
    stream.flush()
    assert raw.getvalue() == b"\xe9 \\u65e5 \\ud800\n"


def test_warn_goes_to_standard_error_after_what_was_said(capsys: pytest.CaptureFixture[str]) -> None:
    host = LocalHost(Permissions.none())
    host.say("said")
    host.warn("warned\x1b\rtwice")
    assert capsys.readouterr() == ("said\n", "warned␛\ntwice\n")


@pytest.mark.parametrize(
    "answer", ["", "y", "Y\n", "yes", "OK", "1", "true\r\n", " ok ", "Send it", "SEND IT"]
)
def test_confirm_takes_ok(answer: str) -> None:
    assert LocalHost(Permissions.all(), answers=[answer]).confirm("Send?", "Send it", "Keep it") is True


@pytest.mark.parametrize("answer", ["n", "no", "0", "Keep it", "cancel", "yse"])
def test_confirm_takes_anything_else_as_cancel(answer: str) -> None:
    assert LocalHost(Permissions.all(), answers=[answer]).confirm("Send?", "Send it", "Keep it") is False


def test_confirm_with_the_buttons_exchanged() -> None:
    host = LocalHost(Permissions.all(), answers=["yes", "no"])
    assert [host.confirm("Delete?", "No", "Yes") for _ in range(2)] == [False, True]


def test_the_end_of_the_answers_cancels() -> None:
    host = LocalHost(Permissions.all(), answers=["y"])
    assert host.confirm("?", "", "") is True
    assert host.confirm("?", "", "") is False
    assert host.ask("?", "default", "", "") is None


def test_ask_takes_the_default_for_an_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    host = LocalHost(Permissions.all(), answers=["Kate\n", "\n", ""])
    assert [host.ask("Name?", "nobody", "OK", "Cancel") for _ in range(3)] == ["Kate", "nobody", "nobody"]
    out, err = capsys.readouterr()
    # The answers may be passwords: the questions show, the answers do not.
    assert (out, err) == ("", "Name? [nobody]\n" * 3)


def test_answers_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("first\nsecond"))
    host = LocalHost(Permissions.all())
    assert [host.ask("Q", "", "", "") for _ in range(3)] == ["first", "second", None]
    assert capsys.readouterr() == ("", "Q\nQ\nQ\n")


def test_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("\nno\nx\n"))
    host = LocalHost(Permissions.all())
    assert host.confirm("Send\rit?", "", "") is True
    assert host.confirm("Send it?", "Yes", "No") is False
    assert host.ask("Who?", "", "", "") == "x"
    assert host.ask("Who?", "me", "", "") is None
    assert capsys.readouterr().err == "Send\nit? [OK/Cancel] Send it? [Yes/No] Who? Who? [me] \n"


def test_no_standard_input_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert LocalHost(Permissions.all()).ask("Q", "default", "", "") is None


def test_dial_gives_a_blocking_socket(host: LocalHost, listener: socket.socket) -> None:
    with host.dial("localhost", port_of(listener), 5) as connection:
        assert connection.getblocking()
        accepted, _ = listener.accept()
        accepted.sendall(b"220\r\n")
        accepted.close()
        assert connection.recv(100) == b"220\r\n"


def test_dial_is_refused(host: LocalHost, listener: socket.socket) -> None:
    port = port_of(listener)
    listener.close()
    with pytest.raises(ConnectionRefusedError):
        host.dial("127.0.0.1", port, 5)


def test_dial_takes_no_longer_than_it_may(host: LocalHost, listener: socket.socket) -> None:
    # A listener whose queue is full does not answer: what a firewall that drops packets looks like.
    address = listener.getsockname()
    fillers = [socket.socket() for _ in range(4)]
    try:
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            host.dial("127.0.0.1", address[1], 0.3)
        assert time.monotonic() - began < 2
    finally:
        for filler in fillers:
            filler.close()


def test_dialling_from_every_thread_at_once(host: LocalHost) -> None:
    async def dial_all() -> None:
        loop = asyncio.get_running_loop()
        with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
            dials = (
                loop.run_in_executor(None, host.dial, "localhost", port_of(server), 5.0) for _ in range(100)
            )
            for connection in await asyncio.gather(*dials):
                connection.close()

    host.loop.run(dial_all(), 10)


def test_a_name_that_is_slow_to_find(host: LocalHost, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: released.wait(10))
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        host.dial("mail.example.com", 25, 0.1)
    assert time.monotonic() - began < 2
    released.set()


@pytest.mark.parametrize("name", ["a..b", "x" * 64 + ".example", "nul\0l"])
def test_dial_what_is_no_name(host: LocalHost, name: str) -> None:
    with pytest.raises(socket.gaierror):
        host.dial(name, 25, 5)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_dial_what_is_no_port(host: LocalHost, port: int) -> None:
    with pytest.raises(OSError, match="there is no port"):
        host.dial("127.0.0.1", port, 5)


def test_tls_always_verifies(host: LocalHost) -> None:
    context = host.tls_context()
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    assert host.tls_context() is context


def test_more_authorities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one.pem", tmp_path / "two.pem"
    one.write_text(Authority().certificate)
    two.write_text(Authority().certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(one))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert len(LocalHost(Permissions.none()).tls_context().get_ca_certs()) == 1
    assert len(LocalHost(Permissions.none(), ca_file=str(two)).tls_context().get_ca_certs()) == 2
    with pytest.raises(FileNotFoundError):
        LocalHost(Permissions.none(), ca_file=str(tmp_path / "none.pem")).tls_context()


def test_files(host: LocalHost, tmp_path: Path) -> None:
    path = str(tmp_path / "Logs" / "deep" / "log.txt")
    host.append_text(path, "one\r\n")
    host.append_text(path, "zwöi\n\ud800")
    assert host.read_bytes(path) == "one\r\nzwöi\n?".encode()
    with pytest.raises(FileNotFoundError):
        host.read_bytes(str(tmp_path / "none"))


def test_the_logs_folder_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    host = LocalHost(Permissions.none(), logs="here/")
    monkeypatch.chdir("/")
    assert host.logs_folder() == str(tmp_path / "here")


def test_importing_is_cheap() -> None:
    code = "import sys; before = set(sys.modules); import interp.host; print(*set(sys.modules) - before)"
    result = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "typing",
        "dataclasses",
        "asyncio",
        "socket",
        "ssl",
        "pathlib",
        "logging",
        "threading",
        "datetime",
    }
    assert not heavy & set(result.stdout.split())
