"""An SMTP server that misbehaves where a test wants it to."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

#: What a fault may return instead of an answer.
DROP = "drop"
HANG = "hang"


@dataclass
class Server:
    """A server on a thread of its own; ``port`` is set when :meth:`start` returns. It wants commands in order.

    ``fault(step, count, argument)`` may return an answer to give instead (several lines with CRLF), DROP, HANG, or
    ``None`` for the usual one. The steps are ``CONNECT``, the verbs, and ``.`` for the end of a mail; *count* says
    how often the step came on this server, from 1.
    """

    extensions: tuple[str, ...] = ("PIPELINING", "SIZE 10000000", "8BITMIME", "SMTPUTF8")
    mechanisms: tuple[str, ...] = ()
    tls: ssl.SSLContext | None = None
    implicit: bool = False
    fault: Callable[[str, int, str], str | None] = lambda step, count, argument: None
    user: str = "joe"
    password: str = "wonderland"
    mails: list[bytes] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    after_starttls: bytes = b""
    drop_after: int = 0
    #: Bytes of a mail after which the server says 552, and then stops reading, reads on (HANG) or hangs up (DROP).
    refuse_after: int = 0
    then: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    #: How an authentication is answered.
    challenge: str = "334"
    welcome: str = "235 2.7.0 welcome"
    refusal: str = "535 5.7.8"
    logged_in: bool = False

    def start(self) -> Server:
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(ready,), daemon=True)
        self._thread.start()
        if not ready.wait(5):
            raise RuntimeError("the server did not start")
        return self

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(5)

    def close_connections(self) -> None:
        """Ends every connection from the server's side and waits until it is done."""
        done = threading.Event()

        def close() -> None:
            for writer in self._writers:
                writer.close()
            self._loop.call_later(0.05, done.set)

        self._loop.call_soon_threadsafe(close)
        done.wait(5)

    def say(self, text: str) -> None:
        """Says *text* on every connection, unasked, and waits until it is said."""
        done = threading.Event()

        def speak() -> None:
            for writer in self._writers:
                writer.write(text.encode() + b"\r\n")
            self._loop.call_later(0.05, done.set)

        self._loop.call_soon_threadsafe(speak)
        done.wait(5)

    def _serve(self, ready: threading.Event) -> None:
        asyncio.run(self._main(ready))

    async def _main(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda loop, context: None)
        self._stopping = asyncio.Event()
        self._writers: list[asyncio.StreamWriter] = []
        self._tasks: set[asyncio.Task[None]] = set()
        context = self.tls if self.implicit else None
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0, ssl=context, limit=1 << 25)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stopping.wait()
        server.close()
        for task in tuple(self._tasks):
            task.cancel()
        for writer in self._writers:
            if not writer.transport.is_closing():  # a second time, Python 3.11.2 fails over TLS
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

    async def _answer(self, writer: asyncio.StreamWriter, step: str, usual: str, argument: str = "") -> str:
        """Gives the answer and returns it; a connection that is dropped ends the conversation."""
        self.counts[step] = self.counts.get(step, 0) + 1
        answer = self.fault(step, self.counts[step], argument)
        if answer is None:
            answer = usual
        if answer == DROP:
            writer.transport.abort()
            raise ConnectionResetError
        if answer == HANG:
            await asyncio.sleep(60)
        writer.write(answer.encode("utf-8", "surrogateescape") + b"\r\n")
        await writer.drain()
        return answer

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        secure = self.implicit
        await self._answer(writer, "CONNECT", "220 test ESMTP")
        has_sender = has_recipient = False
        while True:
            raw = await reader.readline()
            if not raw.endswith(b"\n"):
                return
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            self.lines.append(line)
            verb, _, argument = line.partition(" ")
            verb = verb.upper()
            if verb == "EHLO":
                offered = ["test", *self.extensions]
                if self.tls is not None and not secure:
                    offered.append("STARTTLS")
                if self.mechanisms:
                    offered.append("AUTH " + " ".join(self.mechanisms))
                text = "".join(f"250-{one}\r\n" for one in offered[:-1]) + f"250 {offered[-1]}"
                await self._answer(writer, verb, text, argument)
            elif verb == "STARTTLS":
                answer = await self._answer(writer, verb, "220 go ahead" + self.after_starttls.decode())
                if answer.startswith("220"):
                    await writer.start_tls(self.tls)  # type: ignore[arg-type]
                    secure = True
            elif verb == "AUTH":
                await self._authenticate(reader, writer, argument)
            elif verb == "MAIL":
                usual = "503 5.5.1 one at a time" if has_sender else "250 2.0.0 fine"
                answer = await self._answer(writer, verb, usual, argument)
                has_sender = has_sender or answer.startswith("2")
            elif verb == "RCPT":
                usual = "250 2.0.0 fine" if has_sender else "503 5.5.1 MAIL comes first"
                answer = await self._answer(writer, verb, usual, argument)
                has_recipient = has_recipient or answer.startswith("2")
            elif verb == "DATA":
                usual = "354 go ahead" if has_recipient else "554 5.5.1 no valid recipients"
                if (await self._answer(writer, verb, usual)).startswith("354"):
                    await self._receive(reader, writer)
                    has_sender = has_recipient = False
            elif verb == "RSET":
                has_sender = has_recipient = False
                await self._answer(writer, verb, "250 2.0.0 fine")
            elif verb == "QUIT":
                await self._answer(writer, verb, "221 bye")
                return
            else:
                await self._answer(writer, verb, "250 2.0.0 fine", argument)

    async def _receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        content = bytearray()
        while True:
            line = await reader.readline()
            if not line:
                raise ConnectionResetError
            if line == b".\r\n":
                break
            content += line[1:] if line.startswith(b".") else line
            if self.drop_after and len(content) > self.drop_after:
                writer.transport.abort()
                raise ConnectionResetError
            if self.refuse_after and len(content) > self.refuse_after:
                writer.write(b"552 5.3.4 too big\r\n")
                await writer.drain()
                if self.then == DROP:
                    # At once, the reset may overtake the answer: then no client hears it.
                    await asyncio.sleep(0.2)
                    raise ConnectionResetError
                if self.then != HANG:
                    writer.transport.pause_reading()  # type: ignore[attr-defined]
                while await reader.readline() not in (b"", b".\r\n"):
                    pass
                return
        self.mails.append(bytes(content))
        await self._answer(writer, ".", "250 2.0.0 queued as 1")

    async def _authenticate(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, argument: str
    ) -> None:
        mechanism, _, initial = argument.partition(" ")

        async def challenge(text: str) -> bytes:
            writer.write(f"{self.challenge} {base64.b64encode(text.encode()).decode()}\r\n".encode())
            await writer.drain()
            line = (await reader.readline()).strip()
            self.lines.append(line.decode())
            try:
                return base64.b64decode(line, validate=True)
            except binascii.Error:
                return b""

        if not initial and mechanism not in ("LOGIN", "CRAM-MD5"):
            initial = base64.b64encode(await challenge("")).decode()
        if mechanism == "PLAIN":
            right = base64.b64decode(initial) == f"\0{self.user}\0{self.password}".encode()
        elif mechanism == "LOGIN":
            user, password = await challenge("Username:"), await challenge("Password:")
            right = (user, password) == (self.user.encode(), self.password.encode())
        elif mechanism == "CRAM-MD5":
            said = await challenge("<1@test>")
            digest = hmac.new(self.password.encode(), b"<1@test>", "md5").hexdigest()
            right = said == f"{self.user} {digest}".encode()
        elif mechanism == "XOAUTH2":
            right = base64.b64decode(initial) == f"user={self.user}\1auth=Bearer {self.password}\1\1".encode()
            if not right:
                await challenge('{"status":"401"}')
        else:
            said = base64.b64decode(initial)
            right = (
                said.startswith(f"n,a={self.user},\1host=".encode())
                and f"\1auth=Bearer {self.password}\1\1".encode() in said
            )
            if not right:
                await challenge('{"status":"invalid_token"}')
        self.logged_in = right
        usual = self.welcome if right else f"{self.refusal} wrong: {argument}"
        await self._answer(writer, "AUTH", usual, argument)
