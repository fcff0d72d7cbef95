"""IMAP servers that misbehave: each ends in the documented status or error, in time, and the next call works."""

from __future__ import annotations

import gc
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from interp import Interpreter, Permissions, ScriptError
from interp.host import LocalHost
from tests.unit.mail.world import Authority

from .imap_faults import DROP, HANG, Server
from .raw_tls import RawTLS, raw_server

NAME = "mail.example.test"
WHERE = f"{NAME}:143"
TIMEOUT = 1
MAKE = """
$t:=IMAP New transporter({host: "mail.example.test"; port: $port; user: "joe"; password: "wonderland"; \\
    acceptUnsecureConnection: $accept; connectionTimeOut: 1})
"""
SELECT = '$info:=$t.selectBox("INBOX")\n'


class Astray(LocalHost):
    """This machine, where every name leads to one port."""

    def __init__(self, ca_file: str) -> None:
        super().__init__(Permissions.all(), ca_file=ca_file, answers=())
        self.port = 0

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """Dials :attr:`port` on this machine."""
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
        """Runs *source* and returns its ``$r``."""
        given = {"port": 143, "accept": True, **variables}
        return self.interpreter.run(source, "read.4dm", given).variables.get("r")

    def selected(self, **variables: Any) -> None:
        """Makes a transporter and selects the inbox."""
        self.run(MAKE + SELECT, **variables)

    def fails(self, call: str) -> str:
        """The message of the error that *call* ends in."""
        begin = time.monotonic()
        with pytest.raises(ScriptError) as caught:
            self.run(f"$r:=$t.{call}")
        assert time.monotonic() - begin < 4 * TIMEOUT + 2
        return str(caught.value.message)

    def works(self) -> None:
        """The next call works."""
        assert self.run("$r:=$t.getMail(1).subject") == "one"


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


def failed(status: Any) -> str:
    """The text of a *status* that is a failure without an answer of the server: with its errors."""
    assert set(status) == {"success", "statusText", "errors"}, status
    assert status["success"] is False
    (error,) = status["errors"]
    assert error["message"] == status["statusText"] and error["componentSignature"] == "IMAP"
    return str(status["statusText"])


# The connection breaks.

PARTIAL = "* 1 FETCH (UID 1 BODY[] {20}\r\nSubject: on"
#: What a server may do in the middle of a message.
BROKEN = {
    "dropped in a literal": PARTIAL + DROP,
    "silent in a literal": PARTIAL + HANG,
    "bye in the middle": "* 1 FETCH (FLAGS ())\r\n* BYE down for maintenance\r\n" + DROP,
    "bye and silence": "* BYE down\r\n" + HANG,
    "a literal that is too short": "* 1 FETCH (UID 1 BODY[] {3}\r\nSubject: one\r\n\r\nhello)\r\nTAG OK done",
    "a literal that is too long": "* 1 FETCH (UID 1 BODY[] {300}\r\nSubject: one)\r\nTAG OK done",
    "a gigantic literal": "* 1 FETCH (UID 1 BODY[] {99999999999}\r\nSubject: one",
    "a literal without a number": "* 1 FETCH (UID 1 BODY[] {x}\r\nSubject: one)\r\nTAG OK done",
    "parentheses": "* 1 FETCH (UID 1 BODY[] ((((\r\nTAG OK done",
    "deep": "* 1 FETCH " + "(" * 1000 + ")" * 1000 + "\r\nTAG OK done",
    "no list": "* 1 FETCH UID 1\r\nTAG OK done",
    "garbage": "220 mail.example.test ESMTP",
    "another tag": "A99999 OK done",
    "no answer": HANG,
    "a continuation": "+ go on",
}


@pytest.mark.parametrize("call", ["getMail(1)", 'getMails(["1"])', "getMails(1; 1)", "getMIMEAsBlob(1)"])
@pytest.mark.parametrize("fault", BROKEN)
def test_broken_while_fetching(bench: Bench, fault: str, call: str) -> None:
    step = "UID FETCH" if "[" in call else "FETCH"
    server = bench.serve(fault=at(step, BROKEN[fault], 1))
    bench.selected()
    text = bench.fails(call)
    assert WHERE in text
    assert server.connections == 1
    bench.works()
    assert server.connections == 2


@pytest.mark.parametrize("step", ["CONNECT", "STARTTLS", "AUTHENTICATE", "SELECT"])
@pytest.mark.parametrize("fault", [DROP, HANG, "* BYE no\r\n" + DROP, "garbage"])
def test_broken_while_opening(bench: Bench, authority: Authority, step: str, fault: str) -> None:
    server = bench.serve(tls=authority.server_context(NAME), fault=at(step, fault, 1))
    begin = time.monotonic()
    with pytest.raises(ScriptError, match="selectBox: "):
        bench.selected(accept=False)
    assert time.monotonic() - begin < 2 * TIMEOUT + 2
    bench.run(SELECT)
    bench.works()
    assert server.connections == 2


def test_bye_instead_of_an_answer(bench: Bench) -> None:
    """Nothing has been done then: a new connection does it, once."""
    server = bench.serve(fault=at("FETCH", "* BYE down for maintenance\r\n" + DROP, 1))
    bench.selected()
    bench.works()
    assert server.connections == 2
    server.fault = at("FETCH", "* BYE down for maintenance\r\n" + DROP)
    assert "down for maintenance" in bench.fails("getMail(1)")
    assert server.connections == 3


def test_a_kept_connection_that_ended(bench: Bench) -> None:
    server = bench.serve()
    bench.selected()
    server.say("* BYE you were quiet for long", close=True)
    bench.works()
    server.say("", close=True)
    assert bench.run("$r:=$t.addFlags(IMAP all; {a: True})")["success"] is True
    # A word of farewell is enough, whether or not the connection is closed after it.
    server.say("* BYE soon")
    bench.works()
    assert server.connections == 4


def test_nothing_is_asked_twice_that_may_have_been_done(bench: Bench) -> None:
    for call, step in (
        ('copy(["1"]; "Other")', "UID COPY"),
        ('move(["1"]; "Other")', "UID MOVE"),
        ('createBox("New")', "CREATE"),
        ('deleteBox("Old")', "DELETE"),
        ('renameBox("Old"; "New")', "RENAME"),
        ("expunge()", "EXPUNGE"),
    ):
        server = bench.serve(fault=at(step, DROP, 1))
        bench.selected()
        text = failed(bench.run(f"$r:=$t.{call}"))
        assert "may have done" in text
        assert server.counts[step] == 1
        assert bench.run(f"$r:=$t.{call}")["success"] is True
        assert server.counts[step] == 2


def test_append_in_doubt(bench: Bench) -> None:
    """The answer is lost: a look into the mailbox tells."""
    server = bench.serve(fault=at("APPEND", DROP, 1))
    bench.selected()
    status = bench.run('$m:="Subject: new\\r\\n\\r\\nx\\r\\n"\n$r:=$t.append($m; "INBOX")')
    assert status == {"success": True, "statusText": "the connection broke, and the message is there"}
    assert server.counts["APPEND"] == 1 and len(server.messages) == 2
    bench.works()


def test_append_that_did_not_arrive(bench: Bench) -> None:
    def fault(step: str, count: int, argument: str) -> str | None:
        if step == "APPEND" and count == 1:
            server.messages.pop()
            return DROP
        return None

    server = bench.serve(fault=fault)
    bench.selected()
    text = failed(bench.run('$m:="Subject: new\\r\\n\\r\\nx\\r\\n"\n$r:=$t.append($m; "INBOX")'))
    assert "the message is not in the mailbox" in text and server.counts["APPEND"] == 1
    assert bench.run('$r:=$t.append($m; "INBOX")')["success"] is True
    assert len(server.messages) == 2


@pytest.mark.parametrize("fault", [DROP, HANG])
def test_append_before_the_message_goes_out(bench: Bench, fault: str) -> None:
    server = bench.serve(fault=at("+", fault, 1))
    bench.selected()
    status = bench.run('$r:=$t.append("Subject: new\\r\\n\\r\\nx\\r\\n")')
    # Nothing of it can be stored: a lost connection is opened again, one that is silent is given up.
    assert status["success"] is (fault == DROP)
    assert len(server.messages) == (2 if fault == DROP else 1)
    bench.works()


def test_append_refused_before_the_message_goes_out(bench: Bench) -> None:
    server = bench.serve(
        fault=lambda step, count, argument: "A4 NO [OVERQUOTA] full" if step == "+" else None
    )
    bench.selected()
    # The tag is the one of the third command: AUTHENTICATE, SELECT, then this.
    status = bench.run('$r:=$t.append("Subject: new\\r\\n\\r\\nx\\r\\n")')
    assert status["success"] is False
    assert server.counts["+"] == 1


# What a server says that nobody asked for.


def test_untagged_surprises(bench: Bench) -> None:
    noise = (
        '* OK [ALERT] the disk is full\r\n* 5 EXISTS\r\n* 2 RECENT\r\n* FLAGS (a b)\r\n* XYZZY what (is "this" {3}\r\n'
        "a)b)\r\n* 9 FETCH (FLAGS (\\Seen))\r\n* 1 FETCH (FLAGS (\\Seen) UID 1)\r\n* NO something\r\n* BAD other\r\n"
        "* 4 EXPUNGE\r\n* SEARCH 7 8\r\n* VANISHED (EARLIER) 3:5\r\n* OK text that ends in a brace {12}\r\n"
    )
    server = bench.serve()
    usual = server.fetched(1, "BODY[]")
    server.fault = at("FETCH", noise + usual + noise + "TAG OK done")
    bench.selected()
    bench.works()
    assert server.connections == 1


def test_answers_without_an_end(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stdlib4d.mail.imap.connection.LARGEST_ANSWER", 100_000)
    monkeypatch.setattr("stdlib4d.mail.imap.connection.LONGEST_LINE", 10_000)
    monkeypatch.setattr("stdlib4d.mail.imap.connection.LARGEST_LITERAL", 1_000_000)
    server = bench.serve()
    bench.selected()
    listed = '* LIST () "/" "INBOX"\r\n' * 10_000
    other = "* 7 FETCH (UID 7 BODY[] {1000}\r\n" + "x" * 1000 + ")\r\n"
    for step, answer, call in (
        ("LIST", listed, "getBoxList()"),
        ("UID SEARCH", "* SEARCH " + "1 " * 10_000 + "\r\n", 'searchMails("ALL")'),
        ("FETCH", other * 1000, "getMail(1)"),
        ("FETCH", "* 1 FETCH (UID 1 BODY[] {2000000}\r\n" + "x" * 2_000_000 + ")\r\n", "getMail(1)"),
        ("STATUS", "* OK " + "x" * 20_000 + "\r\n", "getBoxInfo()"),
    ):
        server.fault = at(step, answer + "TAG OK done")
        assert "too large" in (text := bench.fails(call)) or "longer than" in text
        server.fault = lambda step, count, argument: None
        bench.works()


def test_a_server_that_dribbles(bench: Bench) -> None:
    """A byte now and then is no answer."""
    asked, stop = threading.Event(), threading.Event()

    def fault(step: str, count: int, argument: str) -> str | None:
        if step != "FETCH":
            return None
        asked.set()
        return "* 1 FETCH (UID 1 BODY[] {1000}\r\n" + HANG

    server = bench.serve(fault=fault)
    bench.selected()

    def dribble() -> None:
        asked.wait(10)
        while not stop.wait(0.2):
            server.say("x")

    dribbling = threading.Thread(target=dribble)
    dribbling.start()
    try:
        assert "no answer within 1 seconds" in bench.fails("getMail(1)")
    finally:
        stop.set()
        dribbling.join()


# Refusals.


@pytest.mark.parametrize("word", ["NO", "BAD"])
def test_refusals(bench: Bench, word: str) -> None:
    server = bench.serve()
    bench.selected()
    for step, call in (
        ("UID STORE", "addFlags(IMAP all; {a: True})"),
        ("UID STORE", 'removeFlags("1"; {a: True})'),
        ("UID STORE", "delete(IMAP all)"),
        ("EXPUNGE", "expunge()"),
        ("UID COPY", 'copy(IMAP all; "x")'),
        ("UID MOVE", 'move(IMAP all; "x")'),
        ("CREATE", 'createBox("x")'),
        ("DELETE", 'deleteBox("x")'),
        ("RENAME", 'renameBox("x"; "y")'),
        ("SUBSCRIBE", 'subscribe("x")'),
        ("UNSUBSCRIBE", 'unsubscribe("x")'),
        ("APPEND", 'append("Subject: x\\r\\n\\r\\n")'),
        ("NOOP", "checkConnection()"),
    ):
        server.fault = at(step, f"TAG {word} [CODE x] not now,\tthanks")
        assert bench.run(f"$r:=$t.{call}") == {"success": False, "statusText": "not now, thanks"}
    for step, call in (
        ("FETCH", "getMail(1)"),
        ("UID FETCH", 'getMails(["1"])'),
        ("FETCH", "getMails(1; 1)"),
        ("FETCH", "getMIMEAsBlob(1)"),
        ("UID SEARCH", "numToID(1; 1)"),
        ("UID SEARCH", 'searchMails("")'),
        ("STATUS", "getBoxInfo()"),
        ("LIST", "getBoxList()"),
        ("SELECT", 'selectBox("INBOX")'),
    ):
        server.fault = at(step, f"TAG {word} not now")
        assert "the server says: not now" in bench.fails(call)
    assert server.connections == 1
    server.fault = lambda step, count, argument: None
    bench.run(SELECT)
    bench.works()


def test_messages_that_went_away_while_they_were_fetched(bench: Bench) -> None:
    server = bench.serve(messages=[b"Subject: one\r\n\r\n", b"Subject: two\r\n\r\n"])
    end = "TAG NO [EXPUNGEISSUED] some are gone"
    gone = "* 2 FETCH (UID 2 FLAGS () BODY[] NIL)\r\n"
    bench.selected()
    server.fault = at("FETCH", server.fetched(1, "BODY[]") + gone + end)
    found = bench.run("$r:=$t.getMails(1; 2)")
    assert [mail["subject"] for mail in found["list"]] == ["one"] and found["notFound"] == [2]
    server.fault = at("UID FETCH", server.fetched(1, "BODY[]") + end)
    assert bench.run('$r:=$t.getMails(["2"; "1"])')["notFound"] == ["2"]


def test_the_mailbox_is_another_one_after_a_broken_connection(bench: Bench) -> None:
    server = bench.serve()
    bench.selected()
    server.say("", close=True)
    server.validity = 8
    assert "ids of its messages have changed" in failed(bench.run("$r:=$t.delete(IMAP all)"))
    assert "UID STORE" not in server.counts
    bench.run(SELECT)
    assert bench.run("$r:=$t.delete(IMAP all)")["success"] is True


# TLS.


@pytest.mark.parametrize("port", [993, 143])
@pytest.mark.parametrize(
    ("names", "days", "own"),
    [
        ((NAME,), (-5, -1), False),
        ((NAME,), (1, 5), False),
        (("other.test",), (-1, 5), False),
        ((NAME,), (-1, 5), True),
    ],
)
def test_certificates(
    bench: Bench, authority: Authority, names: tuple[str, ...], days: tuple[int, int], own: bool, port: int
) -> None:
    context = authority.server_context(*names, days=days, self_signed=own)
    server = bench.serve(tls=context, implicit=port == 993)
    status = bench.run(MAKE + "$r:=$t.checkConnection()", port=port, accept=True)
    assert status["success"] is False and "certificate" in status["statusText"]
    assert set(status["errors"][0]) == {"errCode", "message", "componentSignature"}
    # Nothing is said after that, and never in plain.
    assert not any("AUTHENTICATE" in line or "LOGIN" in line for line in server.lines)


def test_no_starttls(bench: Bench) -> None:
    server = bench.serve()
    status = bench.run(MAKE + "$r:=$t.checkConnection()", accept=False)
    assert "STARTTLS" in status["statusText"] and not server.lines
    assert bench.run(MAKE + "$r:=$t.checkConnection()", accept=True)["success"] is True


def test_who_talks_tls_away(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(NAME), fault=at("CONNECT", "* PREAUTH welcome"))
    status = bench.run(MAKE + "$r:=$t.checkConnection()", accept=False)
    assert status["success"] is False and "STARTTLS" in status["statusText"] and not server.lines


def test_what_is_said_behind_starttls(bench: Bench, authority: Authority) -> None:
    injected = "TAG OK go on\r\n* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] not from the server\r\nA1 OK done"
    bench.serve(tls=authority.server_context(NAME), fault=at("STARTTLS", injected))
    status = bench.run(MAKE + "$r:=$t.checkConnection()", accept=True)
    assert status["success"] is False and "cannot be trusted" in status["statusText"]


def test_tls_on_the_wrong_port(bench: Bench, authority: Authority) -> None:
    bench.serve(tls=authority.server_context(NAME))
    status = bench.run(MAKE + "$r:=$t.checkConnection()", port=993)
    assert "993 begins with TLS" in status["statusText"]


def test_nobody_listens(bench: Bench) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        bench.host.port = taken.getsockname()[1]
        text = bench.run(MAKE + "$r:=$t.checkConnection()")["statusText"]
        assert text == f"{WHERE}: connection refused; check host and port"
    bench.serve()
    assert bench.run("$r:=$t.checkConnection()")["success"] is True


# The ways to log in.


@pytest.mark.parametrize(
    ("capabilities", "lines"),
    [
        ("IMAP4rev1", ['LOGIN "joe" "wonderland"']),
        ("IMAP4rev1 AUTH=GSSAPI", ['LOGIN "joe" "wonderland"']),
        ("IMAP4rev1 SASL-IR AUTH=PLAIN LOGINDISABLED", ["AUTHENTICATE PLAIN AGpvZQB3b25kZXJsYW5k"]),
        ("IMAP4rev1 AUTH=PLAIN AUTH=LOGIN", ["AUTHENTICATE PLAIN", "AGpvZQB3b25kZXJsYW5k"]),
    ],
)
def test_logging_in(bench: Bench, capabilities: str, lines: list[str]) -> None:
    server = bench.serve(capabilities=capabilities)
    assert bench.run(MAKE + "$r:=$t.checkConnection()")["success"] is True
    said = [line.partition(" ")[2] if line.startswith("A") and " " in line else line for line in server.lines]
    assert said[: len(lines)] == lines


@pytest.mark.parametrize("more", ["", " LITERAL+"])
def test_a_password_that_no_quotes_hold(bench: Bench, more: str) -> None:
    server = bench.serve(capabilities="IMAP4rev1" + more)
    password = 'pä"ß\r\nA9 LOGOUT'
    source = MAKE.replace('"wonderland"', "$password") + "$r:=$t.checkConnection()"
    assert bench.run(source, password=password)["success"] is True
    assert server.lines[0].startswith('A1 LOGIN "joe" {') and server.lines[1] == password
    assert server.counts.get("LOGOUT") is None


def test_no_way_to_log_in(bench: Bench) -> None:
    server = bench.serve(capabilities="IMAP4rev1 LOGINDISABLED AUTH=GSSAPI")
    text = failed_check(bench.run(MAKE + "$r:=$t.checkConnection()"))
    assert "does not offer" in text and "GSSAPI" in text and server.lines == []


def failed_check(status: Any) -> str:
    """The text of a failed ``checkConnection``, whose errors its page spells in its own way."""
    assert status["success"] is False and set(status["errors"][0]) == {
        "errCode",
        "message",
        "componentSignature",
    }
    return str(status["statusText"])


# Secrets.


def test_secrets_are_in_no_message(bench: Bench) -> None:
    server = bench.serve(
        fault=lambda step, count, argument: (
            f"TAG NO wrong: {argument} wonderland" if step == "AUTHENTICATE" else None
        )
    )
    status = bench.run(MAKE + "$r:=$t.checkConnection()")
    assert status["success"] is False and "wonderland" not in status["statusText"]
    secret = next(line for line in server.lines if "AUTHENTICATE" in line).rpartition(" ")[2]
    assert secret not in status["statusText"]
    assert "wonderland" not in repr(bench.interpreter.run("$x:=$t", "x.4dm").variables["x"])


# The notifier.

LISTEN = MAKE.replace("connectionTimeOut: 1", "connectionTimeOut: 1; listener: $l") + SELECT


@pytest.mark.parametrize("fault", ["TAG NO not here", "TAG BAD what", DROP, HANG, "garbage"])
def test_a_notifier_that_cannot_start(bench: Bench, fault: str) -> None:
    server = bench.serve(fault=at("IDLE", fault, 1))
    status = bench.run("$l:={}\n" + LISTEN + "$r:=$t.notifier.start()")
    if fault == DROP:
        # Nothing of an answer had come: a new connection does it.
        assert status["success"] is True and server.connections == 2
        return
    assert status["success"] is False
    assert bench.run("$r:=$t.notifier.isStarted") is False
    bench.works()


def test_a_server_without_idle(bench: Bench) -> None:
    bench.serve(capabilities="IMAP4rev1 AUTH=PLAIN SASL-IR")
    assert "IDLE" in failed(bench.run("$l:={}\n" + LISTEN + "$r:=$t.notifier.start()"))


def test_a_notifier_whose_server_goes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stdlib4d.mail.imap.idle.FIRST_PAUSE", 0.05)
    server = bench.serve()
    bench.run(
        "$l:={events: []; onMailCreated: Formula(This.events.push($2.mailCount))}\n"
        + LISTEN
        + "$r:=$t.notifier.start()"
    )
    server.messages.append(b"Subject: two\r\n\r\n")
    server.say("* BYE restart", close=True)
    assert bench.run("DELAY PROCESS(Current process; 60)\n$r:=$l.events") == [2]
    server.say("* 3 EXISTS\r\n* 1 RECENT\r\nnonsense that is not IMAP")
    assert bench.run("DELAY PROCESS(Current process; 60)\n$r:=$l.events")[:2] == [2, 3]
    assert bench.run("$r:=$t.notifier.stop()")["success"] is True
    bench.works()


# What is stopped from outside, while a thread of a script waits for a server that has time.

PATIENT = MAKE.replace("connectionTimeOut: 1", "connectionTimeOut: 30") + SELECT
STUCK = at("FETCH", PARTIAL + HANG, 1)


def test_a_time_limit_in_a_wait(bench: Bench) -> None:
    server = bench.serve(fault=STUCK)
    bench.run(PATIENT)
    bench.interpreter.time_limit = 0.5
    begin = time.monotonic()
    with pytest.raises(ScriptError, match="ran longer than 0.5 s"):
        bench.run("$r:=$t.getMail(1)")
    assert time.monotonic() - begin < 10
    bench.works()
    assert server.connections == 2


def test_an_interruption_in_a_wait(bench: Bench) -> None:
    server = bench.serve(fault=STUCK)
    bench.run(PATIENT)
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    begin = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            bench.run("$r:=$t.getMail(1)")
    finally:
        timer.join()
    assert time.monotonic() - begin < 10
    bench.works()
    assert server.connections == 2


def test_another_process_is_aborted_in_a_wait(bench: Bench) -> None:
    server = bench.serve(fault=STUCK)
    bench.run(PATIENT + 'CALL WORKER("reader"; Formula($1.getMail(1)); $t)\n')
    while server.counts.get("FETCH") != 1:
        time.sleep(0.01)
    begin = time.monotonic()
    bench.interpreter.close()
    assert time.monotonic() - begin < 10


def test_two_processes_use_one_transporter(bench: Bench) -> None:
    bench.serve(messages=[b"Subject: one\r\n\r\n" + b"x" * 3000])
    sizes = bench.run(
        PATIENT
        + """
        $r:=New shared collection
        $done:=New signal
        For ($i; 1; 20)
            CALL WORKER("other"; Formula($2.push(BLOB size($1.getMIMEAsBlob(1)))); $t; $r)
        End for
        CALL WORKER("other"; Formula($1.trigger()); $done)
        For ($i; 1; 20)
            $r.push(BLOB size($t.getMIMEAsBlob(1)))
        End for
        ASSERT($done.wait(20))
        """
    )
    assert sizes == [3016] * 40


def test_the_end_of_an_interpreter_in_a_wait(bench: Bench) -> None:
    bench.serve(fault=STUCK)
    bench.run(PATIENT)
    timer = threading.Timer(0.5, bench.host.close)
    timer.start()
    begin = time.monotonic()
    with pytest.raises(ScriptError):
        bench.run("$r:=$t.getMail(1)")
    assert time.monotonic() - begin < 10
    timer.join()


# What a server puts on the way below TLS, or while it does not listen.


@pytest.mark.parametrize(
    "junk", [b"HTTP/1.1 200 OK: hello to you", b"\x15\x03\x03\x00\x02\x02\x28"], ids=["garbage", "alert"]
)
def test_what_is_no_tls_behind_an_answer(bench: Bench, authority: Authority, junk: bytes) -> None:
    def talk(way: RawTLS, number: int) -> None:
        way.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n")
        while True:
            tag, _, command = way.line().partition(" ")
            if command == "NOOP" and number == 1:
                return
            if command.startswith("SELECT"):
                answer = f"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n{tag} OK [READ-WRITE] selected\r\n"
                way.socket.sendall(way.sealed(answer) + (junk if number == 2 else b""))
            elif command.startswith("FETCH"):
                way.say(f"* 1 FETCH (UID 1 BODY[] {{16}}\r\nSubject: one\r\n\r\n)\r\n{tag} OK fetched\r\n")
            else:
                way.say(f"{tag} OK done\r\n")

    with raw_server(authority.server_context(NAME), talk) as bench.host.port:
        bench.selected(port=993)
        # The second connection breaks behind the selection that the call begins with.
        assert bench.run("$r:=$t.checkConnection()")["success"] is True
        text = bench.run("Try\n$r:=$t.getMail(1).subject\nCatch\n$r:=Last errors[0].message\nEnd try")
        assert text == "one" or text.startswith(f"getMail: {NAME}:993: "), text
        bench.works()
        bench.run("$t:=Null")


def test_a_server_that_says_why_and_listens_no_longer(bench: Bench) -> None:
    def talk(connected: socket.socket) -> None:
        with connected, connected.makefile("rb") as lines:
            connected.sendall(b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n")
            for line in lines:
                tag = line.split()[0]
                if b"APPEND" in line:
                    connected.sendall(b"+ go on\r\n")
                    lines.read(1000)
                    connected.sendall(tag + b" NO [TOOBIG] no room for it\r\n")
                    done.wait(10)
                    return
                connected.sendall(tag + b" OK done\r\n")

    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        bench.host.port = listening.getsockname()[1]
        thread = threading.Thread(target=lambda: talk(listening.accept()[0]))
        thread.start()
        bench.run(MAKE)
        begin = time.monotonic()
        status = bench.run('$r:=$t.append("x" * 30000000; "INBOX")')
        assert time.monotonic() - begin < 4 * TIMEOUT
        assert status == {"success": False, "statusText": "no room for it"}
        done.set()
        thread.join(5)


def test_a_server_that_says_much_before_it_listens_again(bench: Bench) -> None:
    def talk(connected: socket.socket) -> None:
        with connected, connected.makefile("rb") as lines:
            connected.sendall(b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n")
            for line in lines:
                tag = line.split()[0]
                if b"APPEND" in line:
                    connected.sendall(b"+ go on\r\n")
                    lines.read(1000)
                    connected.sendall((b"* OK " + b"still here " * 1000 + b"\r\n") * 1000)
                    lines.read(SIZE - 1000 + 2)
                connected.sendall(tag + b" OK done\r\n")

    SIZE = 30_000_000
    with socket.create_server(("127.0.0.1", 0)) as listening:
        bench.host.port = listening.getsockname()[1]
        thread = threading.Thread(target=lambda: talk(listening.accept()[0]), daemon=True)
        thread.start()
        bench.run(MAKE)
        status = bench.run(f'$r:=$t.append("x" * {SIZE}; "INBOX")')
        assert status == {"success": True, "statusText": "done"}
        bench.run("$t:=Null")
        thread.join(5)
