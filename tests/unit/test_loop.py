"""The private loop: results, time limits, interruptions from outside, its end."""

from __future__ import annotations

import asyncio
import concurrent.futures
import ctypes
import gc
import os
import signal
import socket
import sys
import threading
import time
import weakref
from collections.abc import Callable, Coroutine, Iterator
from types import FrameType

import pytest

import stdlib4d.mail.network.place as place_module
from interp.loop import EventLoopThread
from stdlib4d.errors import LimitExceeded
from stdlib4d.mail.network.place import Turn, to_loop


@pytest.fixture
def loop() -> Iterator[EventLoopThread]:
    """A loop that is closed at the end of the test."""
    thread = EventLoopThread()
    yield thread
    thread.close()


class Sleeper:
    """Work that sleeps and notes whether it was cancelled."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.cancelled = threading.Event()

    async def sleep(self) -> str:
        self.started.set()
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        return "slept"


async def answer(value: int = 42) -> int:
    return value


async def fail() -> None:
    raise KeyError("mine")


def later(sleeper: Sleeper, action: object, *arguments: object) -> threading.Thread:
    """Runs *action* on another thread once *sleeper* sleeps and its caller waits."""

    def work() -> None:
        assert sleeper.started.wait(5)
        time.sleep(0.05)
        assert callable(action)
        action(*arguments)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_results_and_errors(loop: EventLoopThread) -> None:
    assert loop.run(answer()) == 42
    assert loop.run(answer(7), timeout=5) == 7
    with pytest.raises(KeyError, match="mine"):
        loop.run(fail())


def test_no_thread_before_the_first_use() -> None:
    before = threading.active_count()
    loop = EventLoopThread()
    loop.cancel_pending()
    assert threading.active_count() == before
    loop.close()


def test_the_time_is_up(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    began = time.monotonic()
    with pytest.raises(TimeoutError, match=r"no result after 0\.1 seconds"):
        loop.run(sleeper.sleep(), timeout=0.1)
    assert time.monotonic() - began < 2
    # The work has cleaned up before its caller goes on.
    assert sleeper.cancelled.is_set()


def test_inside_a_running_loop(loop: EventLoopThread) -> None:
    async def outer() -> int:
        return loop.run(answer())

    assert asyncio.run(outer()) == 42


def test_many_threads(loop: EventLoopThread) -> None:
    async def slow(value: int) -> int:
        await asyncio.sleep(0.001)
        return value

    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        assert list(pool.map(lambda n: loop.run(slow(n)), range(500))) == list(range(500))


def test_its_own_thread_is_refused(loop: EventLoopThread) -> None:
    async def inner() -> None:
        loop.run(answer())

    with pytest.raises(RuntimeError, match="own thread"):
        loop.run(inner())


def test_start_does_not_wait(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    loop.start(sleeper.sleep())
    assert sleeper.started.wait(5)
    loop.cancel_pending()
    assert loop.run(answer()) == 42
    assert not sleeper.cancelled.is_set()
    loop.close()
    assert sleeper.cancelled.is_set()


def test_start_on_its_own_thread(loop: EventLoopThread) -> None:
    sleeper = Sleeper()

    async def inner() -> None:
        loop.start(sleeper.sleep())

    loop.run(inner())
    assert sleeper.started.wait(5)


def test_an_error_of_started_work_is_logged(loop: EventLoopThread, caplog: pytest.LogCaptureFixture) -> None:
    loop.start(fail())
    loop.run(asyncio.sleep(0.01))
    assert "work that nobody waits for failed" in caplog.text


def test_ctrl_c_cancels_the_work(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    thread = later(sleeper, os.kill, os.getpid(), signal.SIGINT)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        loop.run(sleeper.sleep())
    assert time.monotonic() - began < 2
    assert sleeper.cancelled.wait(5)
    thread.join()


def test_an_injected_exception_arrives_with_cancel_pending(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    waiting = threading.get_ident()

    def interrupt() -> None:
        inject = ctypes.pythonapi.PyThreadState_SetAsyncExc
        inject(ctypes.c_ulong(waiting), ctypes.py_object(LimitExceeded))
        loop.cancel_pending()

    thread = later(sleeper, interrupt)
    began = time.monotonic()
    with pytest.raises(LimitExceeded):
        loop.run(sleeper.sleep())
    assert time.monotonic() - began < 2
    assert sleeper.cancelled.wait(5)
    thread.join()


def test_cancel_pending_without_an_exception_injected(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    thread = later(sleeper, loop.cancel_pending)
    with pytest.raises(asyncio.CancelledError):
        loop.run(sleeper.sleep())
    thread.join()
    assert loop.run(answer()) == 42


def test_cancel_pending_says_what_to_raise(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    thread = later(sleeper, loop.cancel_pending, LimitExceeded("5 seconds are over"))
    with pytest.raises(LimitExceeded, match="5 seconds"):
        loop.run(sleeper.sleep(), timeout=20)
    thread.join()


def test_close_ends_what_waits(loop: EventLoopThread) -> None:
    sleeper = Sleeper()
    thread = later(sleeper, loop.close)
    with pytest.raises(asyncio.CancelledError):
        loop.run(sleeper.sleep())
    thread.join()
    loop.close()
    with pytest.raises(RuntimeError, match="closed"):
        loop.run(answer())
    with pytest.raises(RuntimeError, match="closed"):
        loop.start(answer())


def test_a_forgotten_loop_ends_its_thread() -> None:
    others = set(threading.enumerate())
    loop = EventLoopThread()
    assert loop.run(answer()) == 42
    (thread,) = [t for t in threading.enumerate() if t.name == "4D mail" and t not in others]
    gone = weakref.ref(loop)
    del loop
    gc.collect()
    assert gone() is None
    thread.join(5)
    assert not thread.is_alive()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_fork_starts_anew(loop: EventLoopThread) -> None:
    loop.run(answer())
    child = os.fork()
    if child == 0:
        os._exit(loop.run(answer(), 5))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 42


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_fork_leaves_the_loop_of_its_parent_alone(
    loop: EventLoopThread, capfd: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = socket.socketpair()

    async def connect() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(sock=ours)

    async def hang_up() -> None:
        writer.close()
        await writer.wait_closed()

    reader, writer = loop.run(connect())
    child = os.fork()
    if child == 0:
        loop.cancel_pending()
        loop.close()
        gc.collect()
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    # What the loop watches it still watches.
    theirs.sendall(b"still here\n")
    assert loop.run(reader.readline(), 5) == b"still here\n"
    theirs.close()
    assert loop.run(reader.read(), 5) == b""
    loop.run(hang_up(), 5)
    assert capfd.readouterr().err == ""


def test_nothing_is_left_of_a_call(loop: EventLoopThread) -> None:
    class Payload:
        pass

    async def fail_with(payload: Payload) -> None:
        raise ValueError(payload)

    payload = Payload()
    gone = weakref.ref(payload)
    gc.disable()
    try:
        with pytest.raises(ValueError, match="Payload"):
            loop.run(fail_with(payload))
        loop.run(answer())
        assert loop._calls == set()
    finally:
        gc.enable()
    del payload
    gc.collect()
    assert gone() is None


# On the thread of the caller.


async def place() -> int:
    return threading.get_ident()


def test_work_that_waits_for_nothing_stays_here(loop: EventLoopThread) -> None:
    assert loop.run_here(place()) == threading.get_ident()
    with pytest.raises(KeyError, match="mine"):
        loop.run_here(fail())
    assert not loop.waiting


def test_work_that_waits_goes_on_on_the_loop(loop: EventLoopThread) -> None:
    async def work() -> list[int]:
        places = [threading.get_ident()]
        await to_loop()
        places.append(threading.get_ident())
        async with asyncio.timeout(5):
            await asyncio.sleep(0)
        return places

    here, there = loop.run_here(work())
    assert here == threading.get_ident() != there == loop.run(place())

    async def fail_there() -> None:
        await to_loop()
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        loop.run_here(fail_there())


def test_inside_the_loop_of_a_program(loop: EventLoopThread) -> None:
    async def program() -> int:
        return loop.run_here(place())

    assert asyncio.run(program()) != threading.get_ident()


def test_nothing_is_begun_on_a_closed_loop(loop: EventLoopThread) -> None:
    begun = []

    async def work() -> None:
        begun.append(True)

    loop.close()
    with pytest.raises(RuntimeError, match="closed"):
        loop.run_here(work())
    assert not begun


def test_taking_turns_on_threads_and_on_the_loop(loop: EventLoopThread) -> None:
    turn = Turn()
    inside = 0
    seen = []

    async def work(pause: float) -> None:
        nonlocal inside
        async with turn:
            inside += 1
            time.sleep(pause)
            seen.append(inside)
            inside -= 1

    def some(run: Callable[[Coroutine[None, None, None]], None]) -> None:
        for _ in range(50):
            run(work(0.0005))

    threads = [threading.Thread(target=some, args=(run,)) for run in (loop.run_here, loop.run_here, loop.run)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert seen == [1] * 150
    assert not turn.locked()


def test_who_gives_up_waiting_does_not_keep_the_turn(loop: EventLoopThread) -> None:
    turn = Turn()

    async def hold(seconds: float) -> None:
        async with turn:
            await asyncio.sleep(seconds)

    threads = [threading.Thread(target=loop.run, args=(hold(0.3),)) for _ in range(2)]
    for thread in threads:
        thread.start()
    with pytest.raises(TimeoutError):
        loop.run(hold(0), 0.05)
    for thread in threads:
        thread.join()
    loop.run(hold(0), 1)


class Interruption(BaseException):
    """Comes between two steps, as those that are injected do."""


def interrupted(at: int, work: Callable[[], object]) -> bool:
    """Does *work*, with an interruption before the step number *at* of the code of turns; whether there was one."""
    left = at

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal left
        if frame.f_code.co_filename != place_module.__file__:
            return trace if frame.f_code.co_filename == __file__ else None
        frame.f_trace_opcodes = True
        if event == "opcode":
            left -= 1
            if left == 0:
                raise Interruption
        return trace

    former = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    except Interruption:
        return True
    finally:
        sys.settrace(former)
    return False


def test_a_turn_is_not_kept_by_who_was_interrupted(loop: EventLoopThread) -> None:
    turn = Turn()

    async def take() -> None:
        async with turn:
            pass

    at = 1
    while interrupted(at, lambda: loop.run_here(take())):
        loop.run_here(take())
        at += 1
    assert at > 20
    at = 1
    while interrupted(at, lambda: loop.run_here(take())):
        loop.run(take(), 5)
        at += 1


def test_who_waits_notices_that_the_turn_was_not_given_back(loop: EventLoopThread) -> None:
    turn = Turn()
    waits = threading.Event()
    taken = threading.Event()

    async def hold() -> None:
        await turn.__aenter__()
        waits.set()
        time.sleep(0.2)

    async def take() -> None:
        async with turn:
            taken.set()

    thread = threading.Thread(target=loop.run_here, args=(hold(),))
    thread.start()
    assert waits.wait(5)
    loop.run(take(), 5)
    assert taken.is_set()
    thread.join()


def test_work_that_is_cancelled_on_its_way_to_the_loop_ends(loop: EventLoopThread) -> None:
    turn = Turn()
    ended = threading.Event()

    async def work() -> None:
        async with turn:
            try:
                await to_loop()
                await asyncio.sleep(30)
            except BaseException:
                # What tidies up there may wait.
                await asyncio.sleep(0)
                ended.set()
                raise

    release = threading.Event()

    async def hold_up() -> None:
        release.wait(5)

    loop.start(hold_up())
    loop.start(asyncio.sleep(0))

    def stop() -> None:
        while not loop._calls:
            time.sleep(0.01)
        loop.cancel_pending(KeyError("stopped"))
        release.set()

    thread = threading.Thread(target=stop)
    thread.start()
    try:
        loop.run_here(work())
    except KeyError as error:
        # Its traceback lives as long as it is handled.
        assert str(error) == "'stopped'"
        assert ended.is_set()
        loop.run(use(turn), 2)
    else:
        pytest.fail("it was not stopped")
    thread.join()


def test_work_that_finds_no_loop_ends_at_once(loop: EventLoopThread) -> None:
    turn = Turn()

    async def work() -> None:
        async with turn:
            loop.close()
            await to_loop()

    with pytest.raises(RuntimeError, match="closed") as caught:
        loop.run_here(work())
    assert not turn.locked()
    del caught


async def use(turn: Turn) -> None:
    async with turn:
        pass
