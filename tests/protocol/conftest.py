"""Fixtures of the protocol tests."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .mailboxes import MailboxServer
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


@pytest.fixture(scope="session", params=["dovecot"])
def mailbox_server(request: pytest.FixtureRequest) -> MailboxServer:
    """A server that scripts read their mails from."""
    servers: MailServers = request.getfixturevalue("mail_servers")
    ports = servers.ports
    return MailboxServer("dovecot", "localhost", ports.imap, ports.imaps, servers.ca_file, USERS, TOKENS)
