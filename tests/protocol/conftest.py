"""Fixtures of the protocol tests."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from interp.host import Permissions
from interp.sandbox import SandboxHost
from interp.sandbox.listening import Listening

from .mailboxes import NAME, MailboxServer
from .servers import TOKENS, USERS, MailServers, ServersMissing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps these tests together where several processes run the tests: they share their servers."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("protocol"))


@pytest.fixture(scope="session")
def mail_servers() -> Iterator[MailServers]:
    """Postfix and Dovecot, running. Where they can't, skips, or fails if ``FOURD_REQUIRE_SERVERS`` is 1."""
    # Not pytest's tmp_path: its folders are closed to the users that the servers run as.
    with tempfile.TemporaryDirectory(prefix="4dm-servers-") as folder:
        servers = MailServers(Path(folder))
        try:
            servers.start()
        except ServersMissing as reason:
            if os.environ.get("FOURD_REQUIRE_SERVERS") == "1":
                pytest.fail(f"FOURD_REQUIRE_SERVERS=1, but {reason}")
            pytest.skip(str(reason))
        try:
            yield servers
        finally:
            servers.stop()


@pytest.fixture(scope="session")
def sandbox_ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailboxServer]:
    """The sandbox on ports of this machine."""
    host = SandboxHost(Permissions.none())
    served = Listening(host.sandbox, host.loop, {"imap": 0, "imaps": 0}, names=[NAME])
    ca_file = tmp_path_factory.mktemp("sandbox") / "ca.pem"
    ca_file.write_text(host.sandbox.authority.certificate)
    ports = served.ports["imap"], served.ports["imaps"]
    yield MailboxServer("sandbox", "localhost", *ports, ca_file, USERS, TOKENS, frozenset(("refusals",)))
    served.close()
    host.close()


@pytest.fixture(scope="session", params=["sandbox", "dovecot"])
def mailbox_server(request: pytest.FixtureRequest) -> MailboxServer:
    """A server that scripts read their mails from: one, then the other."""
    if request.param == "sandbox":
        sandbox: MailboxServer = request.getfixturevalue("sandbox_ports")
        return sandbox
    servers: MailServers = request.getfixturevalue("mail_servers")
    ports = servers.ports
    return MailboxServer("dovecot", "localhost", ports.imap, ports.imaps, servers.ca_file, USERS, TOKENS)
