"""A POP3 session that two processes use."""

from __future__ import annotations

from typing import Any

from stdlib4d.mail.network.settings import POP3, read_server
from stdlib4d.mail.pop3.session import POP3Session


def test_who_waits_for_the_connection_does_not_touch_it() -> None:
    nothing: Any = None
    session = POP3Session(read_server({"host": "mail.example.test"}, POP3), nothing, nothing, nothing)
    session._marked = {1}
    taking = session._lock.__aenter__()
    try:
        taking.send(None)
    except StopIteration:
        pass
    waiting = session.undelete_all()
    # It goes to the loop to wait there. What is marked, and what has come, is for the one who has the connection.
    assert waiting.send(None) is None
    assert session._marked == {1}
    waiting.close()
