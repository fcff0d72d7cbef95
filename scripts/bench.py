"""Measures the interpreter against its peers, prints one table and writes it as JSON.

    python scripts/bench.py [--json FILE] [--quick] [--only NAME ...]

Each row is a ratio, our time divided by the peer's: the median of pairs that run one after the other (ours,
theirs, ours, theirs ...), so that a machine that is busy for a while slows both. Below 1 we are faster. A row
that misses its target is marked; the exit status is 0 all the same.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import binascii
import gc
import io
import json
import multiprocessing
import os
import platform
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import formatdate, make_msgid
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import geometric_mean, median
from tokenize import generate_tokens

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench_mails import received_mails  # noqa: E402
from bench_programs import ATTACHMENT_SCRIPT, MAIL_SCRIPT, MAIL_TEXT, PAIRS, Pair, code, short_script  # noqa: E402

from grammar.lexer import tokenize  # noqa: E402
from grammar.parse import parse_tokens  # noqa: E402
from interp import Interpreter, Permissions  # noqa: E402
from interp.project import vocabulary  # noqa: E402

#: Runs something and returns the seconds that count.
Sample = Callable[[], float]

TYPED_TARGET, UNTYPED_TARGET, WORST_TARGET = 1.4, 2.2, 4.0
COLD_TARGET, LEXING_TARGET, PARSING_TARGET = 3.5, 0.5, 0.5
MAIL_TARGET, READY_MAIL_TARGET, ATTACHMENT_TARGET = 1 / 3, 1 / 0.75, 1 / 2
READING_TARGET, CONTENT_TARGET = 0.2, 1.2
#: Base64 of 200 MB/s, in lines and with all else of a mail, where that of one line has 590.
BUILDING_TARGET, ENCODING_TARGET = 1 / 20, 590 / 200

#: Seconds beyond which the watchdog, which runs in every measured program, would end it.
TIME_LIMIT = 600.0
#: Bytes of 4D code for lexing and parsing, besides the examples.
CODE_SIZE = 120_000
#: Bytes of the file that is attached.
ATTACHMENT_SIZE = 10_000_000
#: Modules of the standard library to read, as many as the 4D code is long.
MODULES = (
    "argparse.py smtplib.py http/client.py json/decoder.py csv.py imaplib.py textwrap.py zipfile.py "
    "configparser.py mailbox.py"
).split()

PROGRAMS = tuple(pair.name for pair in PAIRS)
NAMES = (
    *PROGRAMS,
    "cold",
    "lexing",
    "parsing",
    "mail",
    "ready-mail",
    "attachment",
    "reading",
    "content",
    "building",
    "encoding",
)


@dataclass
class Row:
    """One line of the table. Times are medians, in seconds; the ratios are those of the pairs."""

    name: str
    peer: str
    target: float
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    ours: float | None = None
    theirs: float | None = None
    note: str = ""

    @property
    def missed(self) -> bool:
        return self.ratio is None or self.ratio > self.target


# ------------------------------------------------------------------ measuring


#: For what only computes: the time of this process, which does not count what other processes take. Where the
#: system counts it roughly, the time on the wall.
PROCESSOR = time.process_time if time.get_clock_info("process_time").resolution < 1e-5 else time.perf_counter


def timed(work: Callable[[], object], clock: Callable[[], float] = PROCESSOR) -> float:
    """The seconds that *work* takes, without pauses of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        begin = clock()
        work()
        return clock() - begin
    finally:
        gc.enable()


def timed_on_the_wall(work: Callable[[], object]) -> float:
    """The same where waiting counts."""
    return timed(work, time.perf_counter)


def measured(
    name: str, peer: str, target: float, pairs: int, ours: Sample, theirs: Sample, scale: float = 1.0
) -> Row:
    """The row of *pairs* runs each, in turns, after one that does not count.

    *scale* corrects the ratio where both sides do not have exactly the same amount to do.
    """
    ours()
    theirs()
    times = [(ours(), theirs()) for _ in range(pairs)]
    ratios = [mine / other * scale for mine, other in times]
    return Row(
        name,
        peer,
        target,
        median(ratios),
        min(ratios),
        max(ratios),
        median(mine for mine, _ in times),
        median(other for _, other in times),
    )


def mean_row(name: str, rows: list[Row], target: float) -> Row:
    """The geometric mean of *rows*; its bounds are the means of theirs."""
    return Row(
        name,
        "",
        target,
        geometric_mean([row.ratio for row in rows if row.ratio]),
        geometric_mean([row.low for row in rows if row.low]),
        geometric_mean([row.high for row in rows if row.high]),
    )


# ------------------------------------------------------------------ programs


def program_sample(source: str, methods: dict[str, str], expected: object) -> Sample:
    """Runs a compiled program; compiling it, and copying its variables out, do not count."""
    program = Interpreter(methods=methods, time_limit=TIME_LIMIT).compile(source)

    def sample() -> float:
        results = []
        seconds = timed(lambda: results.append(program.run()))
        found = results[0].variables["result"]
        if found != expected:
            raise ValueError(f"the result is {found}, and {expected} in Python")
        return seconds

    return sample


def program_row(pair: Pair, typed: bool, pairs: int) -> Row:
    source, methods = (pair.typed, pair.typed_methods) if typed else (pair.untyped, pair.untyped_methods)
    return measured(
        f"{pair.name}, {'typed' if typed else 'untyped'}",
        "CPython",
        WORST_TARGET,
        pairs,
        program_sample(source, methods, pair.peer()),
        partial(timed, pair.peer),
    )


# ------------------------------------------------------------------ cold start

#: What pip writes for the entry point, where the package is not installed.
_STAND_IN = """\
#!{python}
import re
import sys
from interp.cli import main
if __name__ == '__main__':
    sys.argv[0] = re.sub(r'(-script\\.pyw|\\.exe)?$', '', sys.argv[0])
    sys.exit(main())
"""

#: pip compiles what it installs; an editable installation, or none, may have no caches yet.
_COMPILE = """\
import compileall, importlib.util
for name in ("grammar", "interp", "stdlib4d"):
    for folder in importlib.util.find_spec(name).submodule_search_locations:
        compileall.compile_dir(folder, quiet=2)
"""


def cold_row(pairs: int) -> Row:
    """``4dm run FILE`` on a script that was never seen before, against ``python -c pass``: whole processes."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    installed = Path(sys.executable).parent / ("4dm.exe" if os.name == "nt" else "4dm")
    with tempfile.TemporaryDirectory() as folder:
        if installed.exists():
            command = [str(installed)]
        else:
            stand_in = Path(folder, "4dm.py")
            stand_in.write_text(_STAND_IN.format(python=sys.executable), encoding="utf-8")
            command = [sys.executable, str(stand_in)]
            environment["PYTHONPATH"] = os.pathsep.join(
                filter(None, (str(ROOT), environment.get("PYTHONPATH")))
            )

        def run(arguments: list[str]) -> None:
            subprocess.run(arguments, env=environment, cwd=folder, stdin=subprocess.DEVNULL, check=True)

        def ours() -> float:
            script = Path(folder, f"script{random.getrandbits(48)}.4dm")
            script.write_text(short_script(random.getrandbits(29)), encoding="utf-8")
            seconds = timed_on_the_wall(lambda: run([*command, "run", str(script)]))
            script.unlink()
            return seconds

        def theirs() -> float:
            return timed_on_the_wall(lambda: run([sys.executable, "-c", "pass"]))

        run([sys.executable, "-c", _COMPILE])
        return measured("cold start", "python -c pass", COLD_TARGET, pairs, ours, theirs)


# ------------------------------------------------------------------ lexing and parsing


def code_4d() -> list[str]:
    """Units of 4D code: written for this, and the examples."""
    examples = sorted((ROOT / "scripts" / "examples").glob("*.4dm"))
    return [*code(1, CODE_SIZE), *(path.read_text(encoding="utf-8-sig") for path in examples)]


def code_python(size: int) -> list[str]:
    """Modules of Python's library; the last one ends with the statement behind which *size* bytes are reached."""
    folder = Path(sysconfig.get_path("stdlib"))
    found: list[str] = []
    for name in MODULES:
        text = (folder / name).read_text(encoding="utf-8")
        if len(text.encode()) >= size:
            lines = text.splitlines(keepends=True)
            ends = (statement.end_lineno or 0 for statement in ast.parse(text).body)
            text = next(
                part for end in ends if len(part := "".join(lines[:end])) >= size or end == len(lines)
            )
        found.append(text)
        size -= len(text.encode())
        if size <= 0:
            break
    return found


def lexing_row(pairs: int) -> Row:
    """Our tokens of 4D code against Python's own tokenizer on its own library, time per byte."""
    ours, words = code_4d(), vocabulary()
    size = sum(len(text.encode()) for text in ours)
    theirs = code_python(size)
    their_size = sum(len(text.encode()) for text in theirs)
    row = measured(
        "lexing",
        "tokenize.generate_tokens",
        LEXING_TARGET,
        pairs,
        lambda: timed(lambda: [tokenize(text, words) for text in ours]),
        lambda: timed(lambda: [list(generate_tokens(io.StringIO(text).readline)) for text in theirs]),
        their_size / size,
    )
    if row.ours and row.theirs:
        row.note = f"{size / row.ours / 1000:.0f} KB/s, theirs {their_size / row.theirs / 1000:.0f} KB/s"
    return row


def parsing_row(pairs: int) -> Row:
    """Our nodes against Lark's own tree, from the same tokens."""
    from grammar.larkparser import lark_tokens, lark_tree

    texts, words = code_4d(), vocabulary()
    ours = [(tokenize(text, words), text) for text in texts]
    theirs = [lark_tokens(tokens) for tokens, _ in ours]
    return measured(
        "parsing",
        "Lark's Tree",
        PARSING_TARGET,
        pairs,
        lambda: timed(lambda: [parse_tokens(tokens, text) for tokens, text in ours]),
        lambda: timed(lambda: [lark_tree(tokens) for tokens in theirs]),
    )


# ------------------------------------------------------------------ mails


_REPLIES = {
    b"EHLO": b"250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n",
    b"DATA": b"354 go on\r\n",
    b"QUIT": b"221 bye\r\n",
}


class Sink(asyncio.Protocol):
    """One connection of an SMTP server that takes every mail and forgets it."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = bytearray()
        self._in_data = False
        transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        self._received += data
        answers = []
        while True:
            end = b"\r\n.\r\n" if self._in_data else b"\r\n"
            at = self._received.find(end)
            if at < 0:
                if self._in_data:
                    # No mail is kept: the end may have begun, nothing else counts.
                    del self._received[: 1 - len(end)]
                break
            verb = bytes(self._received[:4]).upper()
            del self._received[: at + len(end)]
            if self._in_data:
                self._in_data = False
                answers.append(b"250 ok\r\n")
            else:
                self._in_data = verb == b"DATA"
                answers.append(_REPLIES.get(verb, b"250 ok\r\n"))
        if answers:
            self._transport.write(b"".join(answers))


def serve(pipe: Connection) -> None:
    """The process of the sink: tells its port and serves until it is ended."""

    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


@contextmanager
def sink() -> Iterator[int]:
    """The port of an SMTP server on the loopback interface, in a process of its own."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there,), daemon=True)
    process.start()
    try:
        if not here.poll(30):
            raise TimeoutError("the server for the mails did not start")
        yield here.recv()
    finally:
        process.terminate()
        process.join()


def mail_4d(port: int, count: int, path: str = "") -> float:
    """Seconds that a script takes to send *count* mails over one connection, with the file at *path* attached."""
    with Interpreter(permissions=Permissions.all(), time_limit=TIME_LIMIT) as interpreter:
        program = interpreter.compile(ATTACHMENT_SCRIPT if path else MAIL_SCRIPT)
        preset = {"port": port, "count": count, "text": MAIL_TEXT, "path": path}
        results = []
        seconds = timed_on_the_wall(lambda: results.append(program.run(preset)))
        variables = results[0].variables
        if variables["result"] != count:
            raise ValueError(f"{variables['result']} of {count} mails were sent: {variables['status']}")
    return seconds


def message(number: int, path: str = "") -> EmailMessage:
    """The mail that the script sends; Date and Message-ID as every mail has them."""
    mail = EmailMessage()
    mail["From"] = "Shop <shop@example.com>"
    mail["To"] = f"Customer {number} <customer@example.org>"
    mail["Subject"] = f"Order {number} is on its way"
    mail["Date"] = formatdate()
    mail["Message-ID"] = make_msgid(domain="example.com")
    mail.set_content(f"Order {number}\n{MAIL_TEXT}")
    if path:
        mail.add_attachment(
            Path(path).read_bytes(), maintype="application", subtype="octet-stream", filename=Path(path).name
        )
    return mail


def mail_python(port: int, count: int, path: str = "", ready: bool = False) -> float:
    """The same with aiosmtplib and the email package; a *ready* mail is made once, and is bytes."""
    from aiosmtplib import SMTP

    data = message(1).as_bytes(policy=SMTP_POLICY) if ready else b""

    async def send_all(client: SMTP) -> None:
        await client.connect()
        for number in range(1, count + 1):
            if ready:
                await client.sendmail("shop@example.com", ["customer@example.org"], data)
            else:
                await client.send_message(message(number, path))

    client = SMTP(hostname="127.0.0.1", port=port, start_tls=False)
    return timed_on_the_wall(lambda: asyncio.run(send_all(client)))


def mail_row(pairs: int, count: int) -> Row:
    with sink() as port:
        row = measured(
            "mail",
            "aiosmtplib + email",
            MAIL_TARGET,
            pairs,
            partial(mail_4d, port, count),
            partial(mail_python, port, count),
        )
    return with_rate(row, count, "mails/s")


def ready_mail_row(pairs: int, count: int) -> Row:
    """Building mails and sending them, against only sending them."""
    with sink() as port:
        row = measured(
            "mail, ready bytes",
            "aiosmtplib, ready bytes",
            READY_MAIL_TARGET,
            pairs,
            partial(mail_4d, port, count),
            partial(mail_python, port, count, ready=True),
        )
    return with_rate(row, count, "mails/s")


def attachment_row(pairs: int, count: int) -> Row:
    with tempfile.TemporaryDirectory() as folder, sink() as port:
        path = Path(folder) / "attached.bin"
        path.write_bytes(random.Random(1).randbytes(ATTACHMENT_SIZE))
        row = measured(
            "mail, 10 MB attached",
            "aiosmtplib + email",
            ATTACHMENT_TARGET,
            pairs,
            partial(mail_4d, port, count, str(path)),
            partial(mail_python, port, count, str(path)),
        )
    return with_rate(row, count * ATTACHMENT_SIZE / 1e6, "MB/s")


def with_rate(row: Row, amount: float, unit: str) -> Row:
    """*row* with a note of how much each side did in a second."""
    if row.ours and row.theirs:
        row.note = f"{amount / row.ours:.0f} {unit}, theirs {amount / row.theirs:.0f} {unit}"
    return row


# ------------------------------------------------------------------ mails that are read


def reading_row(pairs: int) -> Row:
    """Mails as Email objects, against those of the email package with the same fields asked for."""
    from stdlib4d.mail.reading.email import email_of

    mails = received_mails(1, 40)

    def theirs() -> None:
        for data in mails:
            mail = message_from_bytes(data, policy=policy.default)
            for name in ("from", "to", "cc"):
                [(one.display_name, one.addr_spec) for one in mail[name].addresses]
            _ = mail["subject"], mail["date"].datetime, mail["message-id"], mail["references"]
            mail.items()
            for part in mail.walk():
                if part.get_content_maintype() == "text":
                    part.get_content()
                elif not part.is_multipart():
                    part.get_filename()

    row = measured(
        "reading mails",
        "email, policy.default",
        READING_TARGET,
        pairs,
        lambda: timed(lambda: [email_of(data) for data in mails]),
        lambda: timed(theirs),
    )
    if row.ours:
        row.note = f"{sum(map(len, mails)) / row.ours / 1e6:.0f} MB/s"
    return row


def content_row(pairs: int) -> Row:
    """The content of an attachment of 10 MB."""
    from stdlib4d.mail.reading.email import email_of

    lines = random.Random(1).randbytes(10_000_000)
    encoded = b"\r\n".join(
        binascii.b2a_base64(lines[at : at + 57], newline=False) for at in range(0, len(lines), 57)
    )
    header = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    (attachment,) = email_of(header + encoded)["attachments"]
    return measured(
        "content of 10 MB",
        "binascii.a2b_base64",
        CONTENT_TARGET,
        pairs,
        lambda: timed(lambda: attachment.content(None)),
        lambda: timed(lambda: binascii.a2b_base64(encoded)),
    )


# ------------------------------------------------------------------ mails that are built


def building_row(pairs: int, count: int) -> Row:
    """Small mails built by a script, against those of the email package with the same headers."""
    script = """
    For ($i; 1; $count)
        $mail:={from: "Shop <shop@example.com>"; to: "Customer <customer@example.org>"}
        $mail.subject:="Order "+String($i)+" is on its way"
        $mail.textBody:=$text
        $mime:=MAIL Convert to MIME($mail)
    End for
    """

    def theirs() -> None:
        for number in range(1, count + 1):
            message = EmailMessage()
            message["From"] = message["Sender"] = "Shop <shop@example.com>"
            message["To"] = "Customer <customer@example.org>"
            message["Subject"] = f"Order {number} is on its way"
            message["Date"] = formatdate()
            message["Message-ID"] = make_msgid(domain="example.com")
            message.set_content(MAIL_TEXT)
            message.as_bytes()

    with Interpreter(time_limit=TIME_LIMIT) as interpreter:
        program = interpreter.compile(script)
        preset = {"count": count, "text": MAIL_TEXT}
        row = measured(
            "mails built",
            "EmailMessage",
            BUILDING_TARGET,
            pairs,
            lambda: timed(lambda: program.run(preset)),
            lambda: timed(theirs),
        )
    return with_rate(row, count, "mails/s")


def encoding_row(pairs: int) -> Row:
    """A mail with 10 MB attached, against base64 of the same bytes on one line."""
    from stdlib4d.mail.attachment import MailAttachment
    from stdlib4d.mail.building.message import build

    data = random.Random(1).randbytes(10_000_000)
    attachment = MailAttachment(lambda run: data, "data.bin")
    mail = {"from": "shop@example.com", "to": "customer@example.org", "attachments": [attachment]}
    row = measured(
        "10 MB attached, built",
        "binascii.b2a_base64",
        ENCODING_TARGET,
        pairs,
        lambda: timed(lambda: build(mail, lambda: datetime.now(UTC), print, lambda one: (data,))),
        lambda: timed(lambda: binascii.b2a_base64(data, newline=False)),
    )
    return with_rate(row, 10, "MB/s")


# ------------------------------------------------------------------ the table


def rows(wanted: Iterable[str], quick: bool) -> Iterator[Row]:
    """Every wanted row, as soon as it is measured. What fails is a row too, with the reason as its note."""
    pairs = 3 if quick else 15
    others: dict[str, Callable[[], Row]] = {
        "cold": lambda: cold_row(5 if quick else 21),
        "lexing": lambda: lexing_row(pairs),
        "parsing": lambda: parsing_row(pairs),
        "mail": lambda: mail_row(3 if quick else 7, 200 if quick else 1000),
        "ready-mail": lambda: ready_mail_row(3 if quick else 7, 200 if quick else 1000),
        "attachment": lambda: attachment_row(3 if quick else 7, 2),
        "reading": lambda: reading_row(pairs),
        "content": lambda: content_row(pairs),
        "building": lambda: building_row(pairs, 200),
        "encoding": lambda: encoding_row(pairs),
    }
    for typed, target in ((True, TYPED_TARGET), (False, UNTYPED_TARGET)):
        kind = "typed" if typed else "untyped"
        found = []
        for pair in PAIRS:
            if pair.name in wanted:
                row = attempted(f"{pair.name}, {kind}", lambda: program_row(pair, typed, pairs))  # noqa: B023
                found.append(row)
                yield row
        good = [row for row in found if row.ratio is not None]
        if len(good) > 1:
            yield mean_row(f"geometric mean, {kind}", good, target)
            worst = max(good, key=lambda row: row.ratio or 0)
            yield Row(f"worst, {kind}", "", WORST_TARGET, worst.ratio, worst.low, worst.high, note=worst.name)
    for name, measure in others.items():
        if name in wanted:
            yield attempted(name, measure)


def attempted(name: str, measure: Callable[[], Row]) -> Row:
    try:
        return measure()
    except Exception as failure:
        return Row(name, "", 0.0, note=f"failed: {type(failure).__name__}: {failure}")


def line(row: Row) -> str:
    def seconds(value: float | None) -> str:
        return "" if value is None else f"{value * 1000:.1f} ms"

    def ratio(value: float | None) -> str:
        return "" if value is None else f"{value:.2f}"

    mark = "missed" if row.missed else ""
    return (
        f"{row.name:<24}{row.peer:<26}{seconds(row.ours):>11}{seconds(row.theirs):>11}"
        f"{ratio(row.ratio):>8}{ratio(row.low):>8}{ratio(row.high):>8}"
        f"{row.target:>8.2f}  {mark:<8}{row.note}"
    ).rstrip()


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures the interpreter against its peers.")
    parser.add_argument("--json", metavar="FILE", type=Path, default=Path("bench.json"))
    parser.add_argument("--quick", action="store_true", help="fewer runs: a rough picture")
    parser.add_argument(
        "--only", metavar="NAME", nargs="+", choices=NAMES, default=NAMES, help=", ".join(NAMES)
    )
    options = parser.parse_args()
    print(f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} processors")
    print(
        f"{'':<24}{'peer':<26}{'ours':>11}{'peer':>11}{'ratio':>8}{'min':>8}{'max':>8}{'target':>8}",
        flush=True,
    )
    measured_rows = []
    for row in rows(options.only, options.quick):
        measured_rows.append(row)
        print(line(row), flush=True)
    report = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "quick": options.quick,
        "rows": [{**asdict(row), "missed": row.missed} for row in measured_rows],
    }
    options.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
