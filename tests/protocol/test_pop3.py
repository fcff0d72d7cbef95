"""Scripts that receive by POP3, from a real Dovecot and from the sandbox."""

from __future__ import annotations

import contextlib
import imaplib
import poplib
import re
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, Permissions, ScriptError
from interp.host import LocalHost
from interp.sandbox import SandboxHost
from interp.sandbox.listening import Listening

from .servers import TOKENS, USERS, MailServers

ALICE = "alice@example.test"
PORTS = (995, 110, 2110)
MODES = ("APOP", "CRAM-MD5", "LOGIN", "PLAIN", "USER", "OAUTH2")
ROOT = Path(__file__).parents[2]

PLAIN = (
    b"From: Eve <eve@example.net>\r\nTo: alice@example.test\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
    b"Message-ID: <one@example.net>\r\n\r\n.dot\r\n..dots\r\n.\r\n\r\nend\r\n"
)
MIXED = (
    b"From: eve@example.net\r\nSubject: attached\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\ntext\r\n"
    b"--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n"
)
BARE = b"Subject: bare\r\n\r\nno type at all\r\n"
WIDE = b"Subject: wide\r\n\r\n" + b"x" * 5000 + b"\r\n" + "ä€😀".encode() + b"\r\n"
MAILS = (PLAIN, MIXED, BARE, WIDE)


class Server:
    """A server: where it is, and who reads there."""

    host = "localhost"

    def __init__(self, kind: str, ports: dict[str, int], context: ssl.SSLContext, ca: str) -> None:
        self.kind = kind
        self.ports = ports
        self.context = context
        self.ca = ca
        self.user = ALICE
        self.password = USERS[ALICE]
        self.token = TOKENS[ALICE]

    @contextlib.contextmanager
    def imap(self) -> Iterator[imaplib.IMAP4_SSL]:
        """The inbox of the user, by a client that is not ours; POP3 may be for one session at a time."""
        with imaplib.IMAP4_SSL(
            self.host, self.ports["imaps"], ssl_context=self.context, timeout=10
        ) as client:
            client.login(self.user, self.password)
            client.select("INBOX")
            yield client

    def put(self, *mails: bytes) -> None:
        """Makes *mails* the whole inbox of the user."""
        with self.imap() as client:
            if client.search(None, "ALL")[1] != [b""]:
                client.store("1:*", "+FLAGS", "\\Deleted")
                client.expunge()
            for mail in mails:
                assert client.append("INBOX", "", "", mail)[0] == "OK"

    def stored(self) -> list[bytes]:
        """The mails in the inbox."""
        with self.imap() as client:
            if client.search(None, "ALL")[1] == [b""]:
                return []
            return [row[1] for row in client.fetch("1:*", "BODY.PEEK[]")[1] if isinstance(row, tuple)]

    def pop(self) -> poplib.POP3_SSL:
        """A POP3 client that is not ours."""
        client = poplib.POP3_SSL(self.host, self.ports["pop3s"], context=self.context, timeout=10)
        client.user(self.user)
        client.pass_(self.password)
        return client


class Routed(LocalHost):
    """This machine, where the ports of providers lead to a server of the tests."""

    def __init__(self, server: Server, logs: Path) -> None:
        super().__init__(Permissions.all(), ca_file=server.ca, answers=(), logs=str(logs))
        self._server = server

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        assert service == "pop3"
        return super().dial("127.0.0.1", self._server.ports["pop3s" if port == 995 else "pop3"], timeout)

    def tls_context(self) -> ssl.SSLContext:
        return self._server.context


class Bench:
    """An interpreter for scripts that read from a server."""

    def __init__(self, server: Server, logs: Path) -> None:
        self.server = server
        self.logs = logs
        self.host = Routed(server, logs)
        self.interpreter = Interpreter(host=self.host)

    def close(self) -> None:
        """Ends everything."""
        self.interpreter.close()
        self.host.close()

    def run(self, source: str, **properties: Any) -> dict[str, Any]:
        """Runs *source* with ``$server`` set; returns the variables but the transporter, which nobody is to hold."""
        server = {
            "host": "localhost",
            "port": 995,
            "user": self.server.user,
            "password": self.server.password,
            "connectionTimeOut": 10,
            **properties,
        }
        found = self.interpreter.run(source, "pop.4dm", {"server": server}).variables
        return {name: value for name, value in found.items() if name != "pop"}


NEW = "$pop:=POP3 New transporter($server)\n"


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The sandbox on ports of this machine; its accounts have an empty inbox."""
    host = SandboxHost(Permissions.none(), plant=lambda account: account.subscriptions.add("INBOX"))
    served = Listening(host.sandbox, host.loop, dict.fromkeys(("imaps", "pop3", "pop3s"), 0))
    ca = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.write_text(host.sandbox.authority.certificate)
    yield Server("sandbox", served.ports, host.tls_context(), str(ca))
    served.close()
    host.close()


@pytest.fixture(params=["sandbox", "dovecot"])
def server(request: pytest.FixtureRequest) -> Server:
    """Both, one after the other, with :data:`MAILS` in the inbox of Alice."""
    if request.param == "sandbox":
        made: Server = request.getfixturevalue("listening")
    else:
        found: MailServers = request.getfixturevalue("mail_servers")
        ports = {name: getattr(found.ports, name) for name in ("imaps", "pop3", "pop3s")}
        made = Server("dovecot", ports, found.tls_context(), str(found.ca_file))
    made.put(*MAILS)
    return made


@pytest.fixture
def bench(server: Server, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(server, tmp_path / "Logs")
    yield bench
    bench.close()


# Logging in.


@pytest.mark.parametrize("port", PORTS)
@pytest.mark.parametrize("mode", ["", *MODES])
def test_modes(bench: Bench, mode: str, port: int) -> None:
    given: dict[str, Any] = {"port": port, "logFile": "pop.txt"}
    if mode:
        given["authenticationMode"] = mode
    if mode == "OAUTH2":
        given.update(accessTokenOAuth2=bench.server.token, password=None)
    status = bench.run(NEW + "$status:=$pop.checkConnection()", **given)["status"]
    assert status == {"success": True, "statusText": "Logged in."}
    log = (bench.logs / "pop.txt").read_text()
    assert re.search(r"TLS established: TLSv1\.[23]\n", log)
    # The most secure one by default.
    said = {
        "APOP": "APOP alice@example.test ****",
        "USER": "USER alice@example.test",
        "OAUTH2": "AUTH XOAUTH2",
    }
    assert f"\tC > {said.get(mode, 'AUTH ' + (mode or 'CRAM-MD5'))}\n" in log
    assert bench.server.password not in log and bench.server.token not in log


def test_a_user_with_letters_of_all_kinds(bench: Bench) -> None:
    user = "käthe@example.test"
    for mode in ("PLAIN", "LOGIN", "CRAM-MD5", "APOP", "USER"):
        given = {"user": user, "password": USERS[user], "authenticationMode": mode}
        status = bench.run(NEW + "$status:=$pop.checkConnection()", **given)["status"]
        assert status == {"success": True, "statusText": "Logged in."}, mode


# The sandbox lets everybody in.
@pytest.mark.parametrize("server", ["dovecot"], indirect=True)
@pytest.mark.parametrize("mode", ["", *MODES])
def test_wrong_credentials(bench: Bench, mode: str) -> None:
    given: dict[str, Any] = {"password": "wrong", "authenticationMode": mode}
    if mode == "OAUTH2":
        given["accessTokenOAuth2"] = "wrong"
    found = bench.run(NEW + "$status:=$pop.checkConnection()", **given)
    assert found["status"]["success"] is False and set(found["status"]) == {"success", "statusText"}
    assert found["status"]["statusText"].startswith("[AUTH]")
    with pytest.raises(ScriptError, match=r"getBoxInfo: the server refused: \[AUTH\]"):
        bench.run("$pop.getBoxInfo()")


def test_a_certificate_that_nobody_vouches_for(bench: Bench) -> None:
    bench.server.context, context = ssl.create_default_context(), bench.server.context
    try:
        for port in PORTS:
            status = bench.run(NEW + "$status:=$pop.checkConnection()", port=port)["status"]
            assert status["success"] is False and "certificate" in status["statusText"]
            assert status["errors"][0]["componentSignature"] == "POP3"
    finally:
        bench.server.context = context


# Reading.


def test_what_poplib_reads(bench: Bench) -> None:
    client = bench.server.pop()
    count, size = client.stat()
    listed = [row.split() for row in client.list()[1]]
    ids = [row.split()[1].decode() for row in client.uidl()[1]]
    contents = [b"".join(line + b"\r\n" for line in client.retr(number + 1)[1]) for number in range(3)]
    client.quit()
    found = bench.run(
        NEW
        + """
$box:=$pop.getBoxInfo()
$list:=$pop.getMailInfoList()
$infos:=[]
$blobs:=[]
For ($i; 1; 4)
	$infos.push($pop.getMailInfo($i))
	$blobs.push($pop.getMIMEAsBlob($i))
End for
"""
    )
    assert found["box"] == {"mailCount": count, "size": size}
    assert found["list"] == [
        {"size": int(row[1]), "number": int(row[0]), "id": unique}
        for row, unique in zip(listed, ids, strict=True)
    ]
    assert found["infos"] == [{"size": info["size"], "id": info["id"]} for info in found["list"]]
    # poplib cannot read the last one, whose line is too long for it.
    assert [bytes(blob) for blob in found["blobs"]] == [*contents, WIDE] == list(MAILS)


def test_mails_as_objects(bench: Bench) -> None:
    found = bench.run(
        NEW
        + """
$plain:=$pop.getMail(1)
$mixed:=$pop.getMail(2)
$same:=New collection
For ($i; 1; 4)
	$same.push(JSON Stringify($pop.getMail($i))=JSON Stringify(MAIL Convert from MIME($pop.getMIMEAsBlob($i))))
End for
$head:=$pop.getMail(2; True)
$whole:=$pop.getMail(2; False)
$sender:=$pop.getMail($pop.getMailInfoList()[0].number).from
"""
    )
    assert found["plain"]["subject"] == "Grüße" and found["plain"]["messageId"] == "one@example.net"
    assert found["plain"]["bodyValues"]["p0001"]["value"] == ".dot\n..dots\n.\n\nend\n"
    assert found["sender"] == [{"name": "Eve", "email": "eve@example.net"}]
    assert [part["type"] for part in found["mixed"]["bodyStructure"]["subParts"]] == [
        "text/plain",
        "application/pdf",
    ]
    assert len(found["mixed"]["attachments"]) == 1
    assert found["same"] == [True] * 4
    assert found["head"]["headers"] == found["whole"]["headers"] == found["mixed"]["headers"]
    assert {"bodyStructure", "bodyValues", "attachments"}.isdisjoint(found["head"])
    assert "bodyStructure" in found["whole"]


def test_what_is_not_there(bench: Bench) -> None:
    found = bench.run(
        NEW
        + """
$none:=[]
For each ($number; [0; -1; 5; 2000000000])
	$none.push($pop.getMail($number))
	$none.push($pop.getMail($number; True))
	$none.push($pop.getMailInfo($number))
	$size:=$size+BLOB size($pop.getMIMEAsBlob($number))
End for each
"""
    )
    assert found["none"] == [None] * 12 and found["size"] == 0
    with pytest.raises(ScriptError, match=r"delete: there is no mail with the number 5"):
        bench.run("$pop.delete(5)")
    with pytest.raises(ScriptError):
        bench.run("$pop.host:=1")


def test_an_empty_inbox(bench: Bench) -> None:
    bench.server.put()
    found = bench.run(NEW + "$box:=$pop.getBoxInfo()\n$list:=$pop.getMailInfoList()\n$mail:=$pop.getMail(1)")
    assert (found["box"], found["list"], found["mail"]) == ({"mailCount": 0, "size": 0}, [], None)


def test_reading_marks_nothing_for_deletion(bench: Bench) -> None:
    bench.run(
        NEW
        + "For each ($info; $pop.getMailInfoList())\n$mail:=$pop.getMail($info.number)\nEnd for each\n$pop:=Null"
    )
    assert bench.server.stored() == list(MAILS)


# Deleting.

DELETE = NEW + "$pop.delete(1)\n$pop.delete(3)\n$pop.delete(3)\n"


def test_a_marked_mail_is_gone_for_this_session_and_there_for_others(bench: Bench) -> None:
    found = bench.run(
        DELETE
        + """
$none:=[$pop.getMail(1); $pop.getMail(1; True); $pop.getMailInfo(3)]
$size:=BLOB size($pop.getMIMEAsBlob(1))
$numbers:=$pop.getMailInfoList().extract("number")
$count:=$pop.getBoxInfo().mailCount
$subject:=$pop.getMail(2).subject
"""
    )
    assert found["none"] == [None] * 3 and found["size"] == 0
    assert (found["numbers"], found["count"], found["subject"]) == ([2, 4], 2, "attached")
    assert bench.server.stored() == list(MAILS)
    # They go with the transporter, and the next statement finds the rest renumbered.
    after = bench.run(f'$pop:=Null\n{NEW}$list:=$pop.getMailInfoList().extract("number")\n$pop:=Null')
    assert after["list"] == [1, 2]
    assert bench.server.stored() == [MIXED, WIDE]


def test_undelete(bench: Bench) -> None:
    found = bench.run(
        DELETE + "$pop.undeleteAll()\n$count:=$pop.getBoxInfo().mailCount\n$mail:=$pop.getMail(1)\n$pop:=Null"
    )
    assert found["count"] == 4 and found["mail"]["subject"] == "Grüße"
    assert bench.server.stored() == list(MAILS)


@pytest.mark.parametrize(
    "end",
    [
        "$pop:=Null",
        NEW,
        "CLEAR VARIABLE($pop)",
        "$pop:=New object",
        '$o:={}\n$o.p:=$pop\n$pop:=Null\nOB REMOVE($o; "p")',
    ],
)
def test_ways_to_end(bench: Bench, end: str) -> None:
    bench.run(DELETE + end)
    assert bench.server.stored() == [MIXED, WIDE]


@pytest.mark.parametrize("confirmed", [True, False])
def test_deleting_what_is_confirmed(bench: Bench, confirmed: bool) -> None:
    bench.host._answers = iter(["Delete" if confirmed else "Undo"])
    bench.run(
        NEW
        + """
$mailInfoList:=$pop.getMailInfoList()
For each ($mailInfo; $mailInfoList)
	$pop.delete($mailInfo.number)
End for each
CONFIRM("Delete them?"; "Delete"; "Undo")
If (OK=1)
	$pop:=Null
Else
	$pop.undeleteAll()
End if
"""
    )
    bench.interpreter.close()
    assert bench.server.stored() == ([] if confirmed else list(MAILS))


@pytest.mark.parametrize("last", ["", 'throw(7; "stop")', "ABORT", "QUIT 4D"])
def test_the_program_ends(server: Server, tmp_path: Path, last: str) -> None:
    script = tmp_path / "sweep.4dm"
    script.write_text(f"{DELETE}{last}\n")
    # Any port but 995 asks for STLS.
    prepared = f'$server:={{host: "localhost"; port: {server.ports["pop3"]}; user: "{server.user}"}}\n'
    prepared += "$server.password:=$password\n"
    script.write_text(prepared + script.read_text())
    command = [sys.executable, "-c", "import sys; from interp.cli import main; sys.exit(main())", "run"]
    done = subprocess.run(
        [*command, "--ca", server.ca, "--var", f"password={server.password}", str(script)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == (1 if last.startswith("throw") else 0), done.stderr
    assert server.stored() == [MIXED, WIDE]


def test_a_process_ends(bench: Bench) -> None:
    methods = {
        "Sweep": "#DECLARE($server : Object; $signal : 4D.Signal)\n"
        + DELETE
        + "$pop:=Null\n$signal.trigger()"
    }
    with Interpreter(host=bench.host, methods=methods) as interpreter:
        server = {"host": "localhost", "user": ALICE, "password": USERS[ALICE]}
        source = '$signal:=New signal\n$n:=New process("Sweep"; 0; "sweep"; $server; $signal)\n$ok:=$signal.wait(20)'
        assert interpreter.run(source, variables={"server": server}).variables["ok"] is True
    assert bench.server.stored() == [MIXED, WIDE]


# Sessions.


def test_a_box_is_what_it_was_when_the_session_began(bench: Bench) -> None:
    bench.run(NEW + "$list:=$pop.getMailInfoList()")
    with bench.server.imap() as client:
        client.append("INBOX", "", "", BARE)
    found = bench.run(
        "$count:=$pop.getBoxInfo().mailCount\n$pop:=Null\n" + NEW + "$now:=$pop.getBoxInfo().mailCount"
    )
    assert (found["count"], found["now"]) == (4, 5)


def test_one_connection_serves_many_calls(bench: Bench) -> None:
    bench.run(
        NEW
        + "For ($i; 1; 20)\n$status:=$pop.checkConnection()\n$box:=$pop.getBoxInfo()\nEnd for\n$pop:=Null",
        logFile="pop.txt",
    )
    log = (bench.logs / "pop.txt").read_text()
    assert log.count("POP3 session started") == log.count("POP3 session closed") == 1
    assert log.count("C > NOOP") == log.count("C > STAT") == 20


def test_logs(bench: Bench) -> None:
    """API/POP3TransporterClass.md, .logFile; commands/set-database-parameter.md, POP3 Log."""
    source = "SET DATABASE PARAMETER(POP3 Log; 3)\n" + NEW + "$mail:=$pop.getMail(1)\n$pop:=Null\n"
    found = bench.run(source + "$path:=Get 4D file(POP3 log file)", logFile="mine.txt")
    assert Path(found["path"]) == bench.logs / "4DPOP3Log_3.txt"
    regular, extended = ((bench.logs / name).read_text() for name in ("4DPOP3Log_3.txt", "mine.txt"))
    for log in (regular, extended):
        assert "POP3 session started: host localhost, port 995, TLS" in log
        assert "\tC > RETR 1\n" in log and "\nFrom: Eve <eve@example.net>\n" in log.replace("S < ", "\n")
        assert bench.server.password not in log
        columns = log.splitlines()[0].split("\t")
        assert len(columns) == 5 and columns[0] == "1" and columns[2] == columns[3] == "1"
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)", columns[1])
    assert "..dots" in extended and "..dots" not in regular


def test_a_big_mail(bench: Bench) -> None:
    lines = (b"0123456789abcdef" * 4 + b"\r\n") * 160_000
    big = b"Subject: big\r\n\r\n" + lines
    bench.server.put(big)
    start = time.monotonic()
    found = bench.run(NEW + "$blob:=$pop.getMIMEAsBlob(1)")
    assert bytes(found["blob"]) == big
    assert time.monotonic() - start < 20


def test_the_server_goes_away_in_the_middle(bench: Bench) -> None:
    """A connection that is cut deletes nothing; the next call reads on."""
    cut: list[socket.socket] = []
    dial = bench.host.dial

    def dialled(*arguments: Any) -> socket.socket:
        cut.append(dial(*arguments))
        return cut[-1]

    bench.host.dial = dialled  # type: ignore[method-assign]
    bench.run(DELETE)
    cut[0].shutdown(socket.SHUT_RDWR)
    with pytest.raises(
        ScriptError, match="the 2 mails that were marked for deletion will stay on the server"
    ):
        bench.run("$mail:=$pop.getMail(2)")
    deadline = time.monotonic() + 10
    while True:
        # The sandbox and others lock a mailbox until they notice.
        status = bench.run("$status:=$pop.checkConnection()")["status"]
        if status["success"] or time.monotonic() > deadline:
            break
    assert bench.run("$mail:=$pop.getMail(2)")["mail"]["subject"] == "attached"
    bench.run("$pop:=Null")
    assert bench.server.stored() == list(MAILS)


def test_the_constants(bench: Bench) -> None:
    names = ("APOP", "CRAM MD5", "login", "OAUTH2", "plain", "user")
    values = [bench.interpreter.eval(f"POP3 authentication {name}") for name in names]
    assert values == ["APOP", "CRAM-MD5", "LOGIN", "OAUTH2", "PLAIN", "USER"]
