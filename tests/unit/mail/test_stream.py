"""The bytes of a connection, used on a thread while the loop ends it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Coroutine, Iterator
from typing import Any

import pytest

from interp.loop import EventLoopThread
from stdlib4d.mail.network.failure import ConnectionFailure
from stdlib4d.mail.network.settings import IMAP, read_server
from stdlib4d.mail.network.stream import SLICE, Stream


@pytest.fixture
def loop() -> Iterator[EventLoopThread]:
    thread = EventLoopThread()
    yield thread
    thread.close()


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def opened(loop: EventLoopThread, ours: socket.socket) -> Stream:
    settings = read_server({"host": "mail.example.test", "connectionTimeOut": 1}, IMAP)

    async def work() -> Stream:
        return Stream(settings, ours)

    return loop.run(work())


@pytest.mark.parametrize(
    "use",
    [
        lambda stream: stream.line(100),
        lambda stream: stream.exactly(1),
        lambda stream: stream.send(b"x"),
        lambda stream: stream.send(b"x" * (SLICE + 1)),
    ],
    ids=["line", "exactly", "send", "send much"],
)
@pytest.mark.parametrize("noticed", [True, False])
def test_a_connection_that_the_loop_has_closed(
    loop: EventLoopThread, pair: tuple[socket.socket, socket.socket], use: Any, noticed: bool
) -> None:
    stream = opened(loop, pair[0])
    if noticed:
        loop.close()
    else:
        # As the loop does, between two looks of a thread.
        pair[0].close()
    work: Coroutine[Any, Any, Any] = use(stream)
    with pytest.raises(ConnectionFailure):
        work.send(None)
    stream.abandon()


def test_the_end_of_a_connection_whose_socket_is_closed(
    loop: EventLoopThread, pair: tuple[socket.socket, socket.socket]
) -> None:
    stream = opened(loop, pair[0])
    problems: list[Any] = []

    async def close() -> None:
        here = asyncio.get_running_loop()
        here.set_exception_handler(lambda loop, context: problems.append(context))
        pair[0].close()
        stream.abandon()
        await asyncio.wait_for(asyncio.shield(stream._gone), 1)

    loop.run(close())
    assert problems == []


def test_the_end_of_a_connection_inside_another_loop(
    loop: EventLoopThread, pair: tuple[socket.socket, socket.socket]
) -> None:
    stream = opened(loop, pair[0])

    async def end() -> bool:
        stream.abandon()
        return stream._gone.done()

    # Only its own loop may touch it.
    loop.run(asyncio.sleep(0))
    blocked = socket.socketpair()

    async def hold_up() -> None:
        blocked[0].recv(1)

    loop.start(hold_up())
    assert asyncio.run(end()) is False
    blocked[1].send(b"x")
    loop.run(asyncio.sleep(0))
    assert pair[0].fileno() < 0
    for one in blocked:
        one.close()


def test_a_connection_that_the_server_has_ended_is_closed(
    loop: EventLoopThread, pair: tuple[socket.socket, socket.socket]
) -> None:
    stream = opened(loop, pair[0])
    pair[1].sendall(b"* BYE\r\n")
    pair[1].close()
    # Nobody asks for it again, when its transporter is gone.
    assert not stream.silent()
    loop.run(asyncio.sleep(0))
    assert pair[0].fileno() < 0
    assert loop.run(asyncio.wait_for(asyncio.shield(stream._guard), 1)) is None
    assert stream.line_here(100) == b"* BYE"
