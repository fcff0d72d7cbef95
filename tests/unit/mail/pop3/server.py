"""A POP3 server that misbehaves where a test wants it to."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field

from tests.unit.mail.faults import Server

#: Behind a part of an answer: then the connection is gone, or nothing more comes.
THEN_DROP = "\0drop"
THEN_HANG = "\0hang"

STAMP = "<1896.697170952@pop.example.test>"


@dataclass
class POP3Server(Server):
    """A maildrop, and a server for it that takes every session on its own.

    ``fault`` is asked as that of its base; the steps are ``CONNECT``, the verbs, and ``PASS`` and ``AUTH`` for the end
    of an authentication. An answer of more than a line has CRLF within. Bytes are told as UTF-8 with surrogates.
    """

    #: The mails by their ids; a session sees those of its beginning.
    drop: dict[str, bytes] = field(default_factory=dict)
    last: int = 0
    capabilities: tuple[str, ...] | None = ("TOP", "UIDL", "USER", "RESP-CODES")
    mechanisms: tuple[str, ...] = ("PLAIN",)
    greeting: str = f"+OK ready {STAMP}"
    challenge: str = "+"
    welcome: str = "+OK welcome"
    refusal: str = "-ERR [AUTH]"

    def put(self, *mails: bytes) -> None:
        """Adds mails."""
        for mail in mails:
            self.last += 1
            self.drop[f"id{self.last}"] = mail

    async def _answer(self, writer: asyncio.StreamWriter, step: str, usual: str, argument: str = "") -> str:
        answer = self.fault(step, self.counts.get(step, 0) + 1, argument)
        for ending in (THEN_DROP, THEN_HANG):
            if answer is not None and answer.endswith(ending):
                self.counts[step] = self.counts.get(step, 0) + 1
                writer.write(answer.removesuffix(ending).encode("utf-8", "surrogateescape"))
                await writer.drain()
                await asyncio.sleep(60 if ending == THEN_HANG else 0.05)
                writer.close()
                raise ConnectionResetError
        return await super()._answer(writer, step, usual, argument)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = _Session(self)
        await self._answer(writer, "CONNECT", self.greeting)
        while True:
            raw = await reader.readline()
            if not raw.endswith(b"\n"):
                return
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            self.lines.append(line)
            verb, _, argument = line.partition(" ")
            if verb == "STLS":
                usual = "-ERR what?" if self.tls is None else "+OK" + self.after_starttls.decode()
                if (await self._answer(writer, verb, usual)).startswith("+OK"):
                    await writer.start_tls(self.tls)  # type: ignore[arg-type]
                    session.secure = True
            elif verb == "AUTH":
                await self._authenticate(reader, writer, argument)
            elif verb == "QUIT":
                # Before the answer: whoever hears it finds them gone.
                gone = {unique: self.drop.pop(unique) for unique in session.marked if unique in self.drop}
                if not (await self._answer(writer, verb, "+OK bye")).startswith("+OK"):
                    self.drop.update(gone)
                return
            else:
                answer = await self._answer(writer, verb, session.answer(verb, argument), argument)
                if verb == "DELE" and not answer.startswith("+OK"):
                    session.marked.discard(session.named)


class _Session:
    """What one connection sees of the drop."""

    def __init__(self, server: POP3Server) -> None:
        self.server = server
        self.secure = server.implicit
        self.seen = list(server.drop)
        self.marked: set[str] = set()
        self.user = ""
        #: The id of the mail that was marked last.
        self.named = ""

    def answer(self, verb: str, argument: str) -> str:
        server = self.server
        if verb == "CAPA":
            if server.capabilities is None:
                return "-ERR unknown command"
            offered = [*server.capabilities, f"SASL {' '.join(server.mechanisms)}"]
            return several(*offered, *(("STLS",) if server.tls is not None and not self.secure else ()))
        if verb == "USER":
            self.user = argument
            return "+OK"
        if verb == "PASS":
            right = (self.user, argument) == (server.user, server.password)
            return server.welcome if right else f"-ERR [AUTH] wrong: {argument}"
        if verb == "APOP":
            digest = hashlib.md5((STAMP + server.password).encode()).hexdigest()
            return server.welcome if argument == f"{server.user} {digest}" else f"-ERR wrong: {argument}"
        return self.transaction(verb, argument)

    def transaction(self, verb: str, argument: str) -> str:
        there = {
            number: unique
            for number, unique in enumerate(self.seen, 1)
            if unique not in self.marked and unique in self.server.drop
        }
        sizes = {number: len(self.server.drop[unique]) for number, unique in there.items()}
        if verb == "STAT":
            return f"+OK {len(sizes)} {sum(sizes.values())}"
        if verb == "RSET":
            self.marked.clear()
        if verb in ("NOOP", "RSET"):
            return "+OK"
        if verb in ("LIST", "UIDL"):
            shown = there if verb == "UIDL" else {number: str(size) for number, size in sizes.items()}
            if not argument:
                return several(*(f"{number} {text}" for number, text in shown.items()))
        elif verb not in ("RETR", "TOP", "DELE"):
            return "-ERR unknown command"
        number = int(argument.partition(" ")[0])
        if number not in there:
            return "-ERR no such message"
        if verb == "DELE":
            self.named = there[number]
            self.marked.add(self.named)
            return "+OK"
        if verb in ("LIST", "UIDL"):
            return f"+OK {number} {shown[number]}"
        mail = self.server.drop[there[number]]
        if verb == "TOP":
            mail = mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        return "+OK\r\n" + stuffed(mail) + "."


def several(*lines: str) -> str:
    """An answer of several lines."""
    return "\r\n".join(["+OK", *lines, "."])


def stuffed(mail: bytes) -> str:
    """A mail, which ends with CRLF, as RETR answers it, without the last dot."""
    text = ("\r\n" + mail.decode("utf-8", "surrogateescape")).replace("\r\n.", "\r\n..")
    return text[2:]
