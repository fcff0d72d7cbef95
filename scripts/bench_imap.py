"""Measures reading mailboxes against imaplib and email, on a real Dovecot.

    python scripts/bench_imap.py [--count N] [--pairs N]

Each line is a ratio, the time of imaplib (with ``email.policy.default``, where mails are parsed) divided by ours:
the median of pairs that run one after the other. Above 1 we are faster. Both sides speak over TLS, as the server
offers STARTTLS.
Postfix and Dovecot have to be installed (README.md, "Protocol tests").
"""

from __future__ import annotations

import argparse
import email
import email.policy
import gc
import imaplib
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from interp import Interpreter, Permissions  # noqa: E402
from tests.protocol.servers import USERS, MailServers  # noqa: E402

USER = "alice@example.test"

TRANSPORTER = """
$t:=IMAP New transporter({host: "localhost"; port: $port; user: $user; password: $password})
$info:=$t.selectBox("INBOX")
"""


def message(number: int) -> bytes:
    """A mail of 5 KB, most of it header, as large providers and mailing lists make them."""
    lines = [f"Return-Path: <sender{number}@example.com>"]
    lines += [
        f"Received: from mx{hop}.example.com (mx{hop}.example.com [192.0.2.{hop}])\r\n\tby mail{hop}.example.org "
        f"(Postfix) with ESMTPS id {number:06X}{hop}\r\n\tfor <alice@example.test>; "
        f"Sat, 21 Nov 2026 06:0{hop}:18 +0000 (UTC)"
        for hop in range(6)
    ]
    lines.append("DKIM-Signature: v=1; a=rsa-sha256; d=example.com;\r\n\tb=" + "\r\n\t ".join(["Z" * 72] * 8))
    lines.append("From: =?utf-8?Q?J=C3=BCrgen_M=C3=BCller?= <juergen@example.com>")
    lines.append("To: " + ",\r\n\t".join(f'"Person {one}" <person{one}@example.com>' for one in range(15)))
    lines.append("Cc: a@example.com, b@example.com")
    lines.append(f"Subject: =?utf-8?B?SGVsbG8gd8O2cmxk?= number {number}")
    lines.append(f"Date: Sat, 21 Nov 2026 06:{number % 60:02d}:18 +0000")
    lines.append(f"Message-ID: <{number}.bench@example.com>")
    lines.append("References: " + "\r\n\t".join(f"<{one}.{number}@example.com>" for one in range(15)))
    lines += [f"X-Custom-{one}: value number {one} of a header which nobody reads" for one in range(15)]
    lines.append(
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit"
    )
    body = "A line of the mail, of which there are some.\r\n" * 12
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


class Bench:
    """A Dovecot with a mailbox full of mails, and both clients."""

    def __init__(self, servers: MailServers, count: int) -> None:
        self.port = servers.ports.imap
        self.count = count
        self.theirs = imaplib.IMAP4("localhost", self.port)
        self.theirs.starttls(servers.tls_context())
        self.theirs.login(USER, USERS[USER])
        for number in range(count):
            self.theirs.append("INBOX", "(\\Seen)", None, message(number))
        self.theirs.select("INBOX")
        self.interpreter = Interpreter(
            permissions=Permissions.all(), ca_file=str(servers.ca_file), answers=()
        )
        given = {"port": self.port, "user": USER, "password": USERS[USER]}
        self.interpreter.run(TRANSPORTER, "bench.4dm", given)

    def ours(self, source: str) -> Callable[[], object]:
        """Runs *source*, compiled before, with the transporter."""
        program = self.interpreter.compile(source, "bench.4dm")
        return program.run

    def bulk(self, section: str) -> None:
        """imaplib and email: everything that an Email object has."""
        _, answer = self.theirs.fetch("1:*", f"(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[{section}])")
        for one in answer:
            if isinstance(one, tuple):
                parsed = email.message_from_bytes(one[1], policy=email.policy.default)
                parsed.items()
                for name in ("from", "sender", "to", "cc", "reply-to"):
                    if parsed[name] is not None:
                        [(address.display_name, address.addr_spec) for address in parsed[name].addresses]
                if not section:
                    parsed.get_body().get_content()

    def singles(self) -> None:
        """imaplib, one message after the other."""
        for number in range(1, self.count + 1):
            self.theirs.fetch(str(number), "(BODY.PEEK[])")

    def close(self) -> None:
        """Ends both clients."""
        self.interpreter.close()
        self.theirs.logout()


def seconds(work: Callable[[], object]) -> float:
    """The time on the wall that *work* takes."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="reading mailboxes, against imaplib and email")
    parser.add_argument("--count", type=int, default=1000, help="mails in the mailbox")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each side")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="4dm-bench-") as folder:
        servers = MailServers(Path(folder))
        servers.start()
        try:
            bench = Bench(servers, chosen.count)
            measure(bench, chosen.pairs)
            bench.close()
        finally:
            servers.stop()


def measure(bench: Bench, pairs: int) -> None:
    """One line for each kind of work."""
    lists = "$r:=$t.getMails(0; 0; {updateSeen: False; withBody: %s})\n$n:=$r.list.length\n$r:=Null"
    one = "For ($i; 1; $info.mailCount)\n$b:=$t.getMIMEAsBlob($i; False)\nEnd for"
    rows: tuple[tuple[str, float, str, Callable[[], object]], ...] = (
        ("headers, one getMails", 4.0, lists % "False", lambda: bench.bulk("HEADER")),
        ("whole mails, one getMails", 4.0, lists % "True", lambda: bench.bulk("")),
        ("getMIMEAsBlob one by one", 0.7, one, bench.singles),
    )
    for name, target, source, theirs in rows:
        ours = bench.ours(source)
        ours()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        times = [(seconds(ours), seconds(theirs)) for _ in range(pairs)]
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        ratio = median(peer / mine for mine, peer in times)
        print(
            f"{name:28} {ratio:6.2f} (bar {target}){'' if ratio >= target else '  MISSED'}"
            f"   ours {median(mine for mine, _ in times):.3f} s, theirs {median(peer for _, peer in times):.3f} s,"
            f" memory +{grown // 1024} MB"
        )


if __name__ == "__main__":
    main()
