"""The host of a session: in the sandbox until it is told otherwise, and nothing leads from one side to the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from interp.errors import ScriptError
from interp.host import Permissions
from interp.repl.host import CountedSocket, SessionHost
from interp.repl.workspace import Workspace

SEND = (
    '$transporter.send({from: "a@b.example"; to: "c@d.example"; subject: "S"; textBody: "T"*100000}).success'
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(SessionHost(Permissions.all(), answers=()), str(tmp_path))
    made.enter('$transporter:=SMTP New transporter({host: "mail.invalid"})', "<test>")
    yield made
    made.close()


def test_a_kept_connection_does_not_survive_the_switch(workspace: Workspace) -> None:
    host = workspace.host
    assert workspace.value(SEND) is True
    assert len(host.sandbox.mails) == 1
    host.switch(True)
    # There is no such server: had the connection stayed, the sandbox would have taken the mail.
    assert workspace.value(SEND) is False
    assert len(host.sandbox.mails) == 1
    host.switch(False)
    assert workspace.value(SEND) is True
    assert len(host.sandbox.mails) == 2


def test_bytes_are_counted(workspace: Workspace) -> None:
    sent, received = CountedSocket.sent, CountedSocket.received
    assert workspace.value(SEND) is True
    assert CountedSocket.sent - sent > 100_000
    assert CountedSocket.received > received


def test_programs_start_outside_of_the_sandbox_only(workspace: Workspace) -> None:
    with pytest.raises(ScriptError, match="not possible in the sandbox"):
        workspace.enter('LAUNCH EXTERNAL PROCESS("true")', "<test>")
    workspace.host.switch(True)
    workspace.enter('LAUNCH EXTERNAL PROCESS("true")', "<test>")


def test_what_is_forgotten(workspace: Workspace) -> None:
    workspace.define("method", "seven", "return 7")
    assert workspace.value("seven") == 7
    workspace.reset()
    assert workspace.variables() == {}
    with pytest.raises(ScriptError, match="there is no method seven"):
        workspace.value("seven()")
