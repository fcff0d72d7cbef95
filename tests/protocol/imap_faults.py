"""An IMAP server that misbehaves where a test wants it to."""

from __future__ import annotations

import asyncio
import re
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

#: What a fault may return instead of an answer: the connection ends, or nothing is ever said.
DROP = "drop"
HANG = "hang"

_LITERAL = re.compile(r"\{(\d+)(\+?)\}$")


@dataclass
class Server:
    """A server on a thread of its own with one mailbox, INBOX; ``port`` is set when :meth:`start` returns.

    ``fault(step, count, argument)`` may return an answer to give instead, in which ``TAG`` stands for the tag, DROP,
    HANG, or ``None`` for the usual one; an answer that ends with DROP or HANG goes on with that. The steps are
    ``CONNECT`` and the verbs (``UID FETCH`` …); *count* says how often the step came, from 1.
    """

    tls: ssl.SSLContext | None = None
    implicit: bool = False
    capabilities: str = "IMAP4rev1 IDLE UIDPLUS MOVE AUTH=PLAIN SASL-IR"
    fault: Callable[[str, int, str], str | None] = lambda step, count, argument: None
    messages: list[bytes] = field(default_factory=lambda: [b"Subject: one\r\n\r\nhello\r\n"])
    validity: int = 7
    lines: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def start(self) -> Server:
        """Starts it."""
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main(ready)), daemon=True)
        self._thread.start()
        if not ready.wait(5):
            raise RuntimeError("the server did not start")
        return self

    def stop(self) -> None:
        """Ends it."""
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(5)

    def say(self, text: str, *, close: bool = False) -> None:
        """Says *text* on every connection, unasked, and waits until it is said."""
        done = threading.Event()

        def speak() -> None:
            for writer in self._writers:
                if text:
                    writer.write(text.encode() + b"\r\n")
                if close:
                    writer.close()
            self._loop.call_later(0.05, done.set)

        self._loop.call_soon_threadsafe(speak)
        done.wait(5)

    async def _main(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda loop, context: None)
        self._stopping = asyncio.Event()
        self._writers: list[asyncio.StreamWriter] = []
        self._tasks: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(
            self._accept, "127.0.0.1", 0, ssl=self.tls if self.implicit else None, limit=1 << 25
        )
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stopping.wait()
        server.close()
        for task in tuple(self._tasks):
            task.cancel()
        for writer in self._writers:
            if not writer.transport.is_closing():
                writer.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._writers.append(writer)
        self.connections += 1
        try:
            await self._converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _answer(
        self, writer: asyncio.StreamWriter, step: str, usual: str, tag: str = "*", argument: str = ""
    ) -> str:
        self.counts[step] = self.counts.get(step, 0) + 1
        answer = self.fault(step, self.counts[step], argument)
        text = usual if answer is None else answer
        end = next((word for word in (DROP, HANG) if text.endswith(word)), "")
        text = text.removesuffix(end)
        if text:
            writer.write(
                text.replace("TAG", tag).encode("utf-8", "surrogateescape") + (b"" if end else b"\r\n")
            )
            await writer.drain()
        if end == DROP:
            await asyncio.sleep(0.05)
            writer.close()
            raise ConnectionResetError
        if end == HANG:
            await asyncio.sleep(60)
        return text

    def fetched(self, number: int, items: str) -> str:
        """The FETCH response for a message."""
        content = self.messages[number - 1].decode("latin-1")
        name = "BODY[HEADER]" if "HEADER" in items else "BODY[]"
        return (
            f'* {number} FETCH (UID {number} FLAGS (\\Seen) INTERNALDATE "20-Nov-2026 10:00:00 +0000" '
            f"RFC822.SIZE {len(content)} {name} {{{len(content)}}}\r\n{content})\r\n"
        )

    def _numbers(self, chosen: str) -> list[int]:
        last = len(self.messages)
        found: list[int] = []
        for part in chosen.split(","):
            start, _, end = part.replace("*", str(last)).partition(":")
            found += range(int(start), int(end or start) + 1)
        return [number for number in found if 1 <= number <= last]

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        secure = self.implicit
        await self._answer(writer, "CONNECT", f"* OK [CAPABILITY {self._offered(secure)}] ready")
        while True:
            raw = await reader.readline()
            if not raw.endswith(b"\n"):
                return
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            tag, _, rest = line.partition(" ")
            verb, _, argument = rest.partition(" ")
            verb = verb.upper()
            if verb == "UID":
                second, _, argument = argument.partition(" ")
                verb = f"UID {second.upper()}"
            data = b""
            if literal := _LITERAL.search(line):
                if not literal[2]:
                    await self._answer(writer, "+", "+ go on")
                data = await reader.readexactly(int(literal[1]))
                await reader.readline()
            self.lines += [line, data.decode("utf-8", "replace")] if data else [line]
            ok = f"TAG OK {verb} done"
            if verb == "CAPABILITY":
                usual = f"* CAPABILITY {self._offered(secure)}\r\n{ok}"
            elif verb in ("SELECT", "EXAMINE"):
                usual = (
                    f"* FLAGS (\\Seen \\Deleted)\r\n* {len(self.messages)} EXISTS\r\n* 0 RECENT\r\n"
                    f"* OK [UIDVALIDITY {self.validity}] valid\r\nTAG OK [READ-WRITE] selected"
                )
                if argument.strip('"') != "INBOX":
                    usual = "TAG NO [NONEXISTENT] no such mailbox"
            elif verb in ("FETCH", "UID FETCH"):
                chosen, _, items = argument.partition(" ")
                usual = "".join(self.fetched(number, items) for number in self._numbers(chosen)) + ok
            elif verb == "UID SEARCH":
                usual = f"* SEARCH {' '.join(str(n + 1) for n in range(len(self.messages)))}\r\n{ok}"
            elif verb == "LIST":
                usual = f'* LIST () "/" "INBOX"\r\n{ok}'
            elif verb == "STATUS":
                usual = f'* STATUS "INBOX" (MESSAGES {len(self.messages)} RECENT 0 UNSEEN 0 UIDVALIDITY 7)\r\n{ok}'
            elif verb == "LOGOUT":
                usual = f"* BYE bye\r\n{ok}"
            else:
                usual = ok
            if verb == "AUTHENTICATE" and " " not in argument:
                await self._answer(writer, "SASL", "+ ")
                self.lines.append((await reader.readline()).decode().strip())
            if verb == "APPEND":
                self.messages.append(data)
            if verb == "IDLE":
                if not (await self._answer(writer, verb, "+ idling", tag)).startswith("+"):
                    continue
                done = await reader.readline()
                self.lines.append(done.decode().strip())
                writer.write(f"{tag} OK done\r\n".encode())
                continue
            said = await self._answer(writer, verb, usual, tag, argument)
            if verb == "STARTTLS" and said.startswith("TAG OK"):
                await writer.start_tls(self.tls)  # type: ignore[arg-type]
                secure = True
            if verb == "LOGOUT":
                return

    def _offered(self, secure: bool) -> str:
        return self.capabilities + (" STARTTLS" if self.tls is not None and not secure else "")
