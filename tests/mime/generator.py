"""Messages made at random of which is known what they say, because they were made of it.

What a message says is what the RFCs give it, and for what they do not allow what its sender clearly meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import headers as header_values
from .dice import Dice
from .leaves import Leaf, file_leaf, text_leaf
from .made import File, Made, Truth
from .samples import RAW, Charset
from .words import sentence

#: A part: its header lines, its body, its structure.
Part = tuple[list[bytes], bytes, object]


def messages(seed: int, count: int) -> Iterator[Made]:
    """*count* messages; each depends on *seed* and its number alone."""
    for number in range(count):
        yield message(seed, number)


def message(seed: int, number: int) -> Made:
    """The message *number* of *seed*."""
    rng = Dice(f"{seed}/{number}")
    # Most mails have one thing or two that are unusual, some have many.
    rng.wild = rng.choice((0.0, 0.02, 0.02, 0.04, 0.04, 0.1, 0.3, 1.0))
    return _Message(rng).made(number)


_RECEIVED = (
    b"from a.example (a [10.0.0.1])\r\n\tby b.example with ESMTP id x;\r\n Mon, 1 Jan 2024 10:00:00 +0000"
)
_SHAPES = [
    *("text",) * 5,
    *"html file alternative alternative related mixed mixed mixed all all digest report signed footer".split(),
    *("invitation", "deep", "messages", "headers only", "two texts"),
]


_COMMON = "text text html alternative alternative mixed mixed all related".split()


_MULTIPARTS = [
    *["clean"] * 12,
    *"preamble epilogue unclosed blanks twice turned comment folded small extended".split(),
    *("no boundary", "wrong boundary"),
]
_MESSAGES = [
    *["clean"] * 14,
    *"lf lf cr mixed mbox bom".split(),
    *("blank lines", "no colon", "blank in header"),
]


class _Message:
    """One message while it is made."""

    def __init__(self, rng: Dice) -> None:
        self.rng = rng
        self.traits: list[str] = []
        self.truth = Truth()
        self.shape = rng.odd(_SHAPES, _COMMON)
        # Raw bytes in headers are of the charset that a text of the mail names.
        named = self.shape not in ("file", "digest", "headers only")
        self.raw: Charset | None = rng.choice(RAW) if rng.random() < 0.12 * rng.wild**0.5 and named else None
        self.lines: list[bytes] = []
        self.boundaries: list[str] = []
        self.to_end = False

    def made(self, number: int) -> Made:
        rng, truth = self.rng, self.truth
        if rng.random() < 0.01 and rng.wild > 0.05:
            return self._odd(number)
        self._headers()
        headers, body, truth.structure = self._body()
        self.lines += headers
        if rng.random() < 0.5:
            # The headers of the body stand before the others as well.
            rng.shuffle(self.lines)
        if not any(line.lower().startswith(b"mime-version") for line in self.lines) and rng.random() < 0.8:
            self.lines.insert(rng.randint(0, len(self.lines)), b"MIME-Version: 1.0")
        truth.header_names = [line.partition(b":")[0].strip().decode() for line in self.lines]
        data = self._assembled(body)
        return Made(number, data, truth, self.traits)

    # ------------------------------------------------------------------ headers

    def _add(self, name: str, value: bytes) -> None:
        rng = self.rng
        if rng.random() < 0.05:
            name = rng.choice((name.lower(), name.upper()))
        between = rng.odd((b": ",) * 20 + (b":", b" : ", b":\t", b":\r\n "), (b": ",))
        if not value:
            between = b": "
        self.lines.append(name.encode() + between + value)

    def _headers(self) -> None:
        rng, truth = self.rng, self.truth
        for _ in range(rng.randint(0, 3)):
            self._add(
                "Received",
                b"from a.example (a [10.0.0.1])\r\n\tby b.example with ESMTP id x;\r\n Mon, 1 Jan 2024 10:00:00 +0000",
            )
        for name, key, chance, most in (
            ("From", "from", 0.97, 1), ("Sender", "sender", 0.15, 1), ("To", "to", 0.95, 4), ("Cc", "cc", 0.3, 4),
            ("Bcc", "bcc", 0.08, 2), ("Reply-To", "replyTo", 0.2, 2),
        ):  # fmt: skip
            if rng.random() < chance:
                raw = self.raw if rng.random() < 0.5 else None
                value, truth.addresses[key] = header_values.mailboxes(rng, most, raw, self.traits)
                self._add(name, value)
        if rng.random() < 0.97:
            value, truth.subject = header_values.subject(rng, self.raw, self.traits)
            self._add("Subject", value)
        if rng.random() < 0.95:
            value, truth.date, special = header_values.date(rng)
            self.traits.append(f"date: {special}")
            self._add("Date", value)
        if rng.random() < 0.9:
            one = header_values.message_id(rng)
            form, truth.message_id = rng.odd(
                (("<{}>", one),) * 8 + (("{}", one), ("<{}> (x)", one), ("<>", None)), (("<{}>", one),)
            )
            self._add("Message-ID", form.format(one).encode())
        if rng.random() < 0.3:
            value, found = header_values.ids(rng, self.traits, 1)
            truth.in_reply_to = " ".join(found)
            self._add("In-Reply-To", value)
        if rng.random() < 0.3:
            value, truth.references = header_values.ids(rng, self.traits)
            self._add("References", value)
        if rng.random() < 0.1:
            value, truth.keywords = header_values.keywords(rng, self.traits)
            self._add("Keywords", value)
        if rng.random() < 0.08:
            value, truth.comments = header_values.subject(rng, self.raw, self.traits)
            self._add("Comments", value)
        for _ in range(rng.randint(0, 2)):
            self._add(
                rng.choice(("X-Mailer", "X-Spam-Score", "List-Id", "X-1")), sentence(rng, "ascii", 6).encode()
            )

    # ------------------------------------------------------------------ the body

    def _text(self, kind: str) -> Part:
        return self._leaf(text_leaf(self.rng, kind, self.raw, self.traits))

    def _file(self, *, inline: bool = False) -> Part:
        raw = self.raw if self.rng.random() < 0.6 else None
        return self._leaf(file_leaf(self.rng, raw, self.traits, inline=inline))

    def _leaf(self, leaf: Leaf) -> Part:
        if leaf.file is not None:
            self.truth.files.append(leaf.file)
        else:
            assert leaf.text is not None
            self.truth.texts.append((leaf.type, leaf.text, leaf.problem))
        return leaf.headers, leaf.body, leaf.type

    def _whole_message(self, kind: str = "message/rfc822", *, labelled: bool = True) -> Part:
        rng = self.rng
        self.traits.append("message within")
        inner = b"From: x@example.com\r\nSubject:  two  blanks\r\n\tand a tab\r\nX-Odd:\r\n\r\n" + rng.choice(
            (b"Hello\r\n\r\n", b"", b"--x\r\n\r\ntext\r\n--x--", b"trailing blanks  \r\n.\r\n")
        )
        self.truth.files.append(File(kind, inner, disposition="attachment", follows_lines=True))
        headers = [f"Content-Type: {kind}".encode()] if labelled else []
        return headers, inner, kind

    def _calendar(self) -> Part:
        event = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
        self.truth.files.append(File("text/calendar", event, disposition="attachment", follows_lines=True))
        self.traits.append("calendar")
        return [b"Content-Type: text/calendar; method=REQUEST; charset=UTF-8"], event, "text/calendar"

    def _report(self) -> Part:
        status = b"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; a@example.com\r\nStatus: 5.1.1\r\n"
        text = self._text("plain")
        self.truth.files.append(
            File("message/delivery-status", status, disposition="attachment", follows_lines=True)
        )
        middle: Part = [b"Content-Type: message/delivery-status"], status, "message/delivery-status"
        return self._multi("report", [text, middle, self._whole_message()], "; report-type=delivery-status")

    def _body(self) -> Part:
        rng = self.rng
        shape = self.shape
        self.traits.append(f"shape: {shape}")
        if shape == "text":
            return self._text("plain")
        if shape == "html":
            return self._text("html")
        if shape == "file":
            return self._file()
        if shape == "headers only":
            self.truth.texts.append(("text/plain", "", False))
            return [], b"", "text/plain"
        if shape == "alternative":
            return self._multi("alternative", [self._text("plain"), self._text("html")])
        if shape == "related":
            return self._related()
        if shape == "mixed":
            return self._multi("mixed", [self._text(rng.choice(("plain", "html"))), *self._files()])
        if shape == "all":
            body = self._multi("alternative", [self._text("plain"), self._related()])
            return self._multi("mixed", [body, *self._files()])
        if shape == "digest":
            parts = [self._whole_message(labelled=rng.random() < 0.3) for _ in range(rng.randint(1, 3))]
            return self._multi("digest", parts)
        if shape == "report":
            return self._report()
        if shape == "signed":
            return self._multi("signed", [self._text("plain"), self._file()], '; micalg="sha-256"')
        if shape == "footer":
            return self._multi("mixed", [self._text("plain"), self._file(), self._text("plain")])
        if shape == "two texts":
            return self._multi("mixed", [self._text("plain"), self._text("html"), self._text("plain")])
        if shape == "invitation":
            return self._multi("alternative", [self._text("plain"), self._text("html"), self._calendar()])
        if shape == "messages":
            return self._multi("mixed", [self._text("plain"), self._whole_message()])
        part = self._text("plain")
        for _ in range(rng.randint(4, 12)):
            part = self._multi("mixed", [part])
        return part

    def _files(self) -> list[Part]:
        return [self._file() for _ in range(self.rng.randint(1, 3))]

    def _related(self) -> Part:
        return self._multi("related", [self._text("html"), self._file(inline=True)], '; type="text/html"')

    def _boundary(self) -> tuple[str, str]:
        """A boundary, and how the parameter is written."""
        rng = self.rng
        style = rng.odd(("prefix", "blanks", "odd", "short", "hyphens"), ("random", "random", "outlook"))
        unique = f"{rng.getrandbits(60):x}"
        boundary = {
            "outlook": f"----=_NextPart_000_{unique}",
            "prefix": f"{self.boundaries[-1]}{rng.choice(('x', '-', '1', '--y'))}"
            if self.boundaries
            else unique,
            "blanks": f"a b {unique}",
            "odd": f"'()+_,-./:=?{unique}",
            "short": f"B{len(self.boundaries)}",
            "hyphens": f"{unique}--",
        }.get(style, unique)[:200]
        # The end of one would be the delimiter of the other.
        if any(boundary.rstrip("-") == other.rstrip("-") for other in self.boundaries):
            boundary = f"{unique}{len(self.boundaries)}"
        self.boundaries.append(boundary)
        written = f'"{boundary}"'
        if re.fullmatch(r"[\w=-]+", boundary) and rng.random() < 0.5:
            written = boundary
            self.traits.append("boundary: unquoted")
        return boundary, written

    def _multi(self, subtype: str, parts: list[Part], more: str = "") -> Part:
        rng = self.rng
        boundary, written = self._boundary()
        kind = f"multipart/{subtype}"
        special = rng.odd(_MULTIPARTS, ("clean",))
        if special in ("no boundary", "wrong boundary") and (
            len(self.boundaries) > 1
            or boundary.startswith((" ", "-"))
            or not all(part[0] and part[0][0].lower().startswith(b"content-") for part in parts)
        ):
            special = "clean"
        if boundary.endswith("--") and special in ("no boundary", "wrong boundary", "blanks"):
            special = "clean"
        self.traits.append(f"multipart: {special}")
        value = f"{kind}; boundary={written}{more}"
        if special == "turned":
            value = f"{kind}{more}; boundary={written}"
        elif special == "comment":
            value = f"{kind} (a; b) ; boundary={written} (c){more}"
        elif special == "folded":
            value = f"{kind};\r\n\tboundary={written}{more}"
        elif special == "small":
            value = f"{kind.upper()}; BOUNDARY={written}{more}"
        elif special == "no boundary":
            value = f"{kind}{more}"
        elif special == "wrong boundary":
            value = f"{kind}; boundary=another{more}"
        elif special == "extended" and re.fullmatch(r"\w{6,}", boundary):
            value = f"{kind}; boundary*0={boundary[:3]}; boundary*1={boundary[3:]}{more}"
        line = f"--{boundary}".encode()
        blanks = rng.choice((b" ", b"\t", b"  ")) if special == "blanks" else b""
        pieces: list[bytes] = []
        if special == "preamble":
            pieces.append(b"This is a message in MIME format.\r\n-- \r\n--not-" + boundary.encode() + b"\r\n")
        for headers, body, _ in parts:
            if special == "twice":
                pieces.append(line + b"\r\n")
            pieces.append(
                line + blanks + b"\r\n" + b"".join(one + b"\r\n" for one in headers) + b"\r\n" + body
            )
            pieces.append(b"\r\n")
        if special == "unclosed":
            pieces.pop()
        else:
            pieces.append(line + b"--" + blanks)
            if special == "epilogue":
                pieces.append(b"\r\nThat was all.\r\n" + line + b"\r\nnot a part")
                if len(self.boundaries) > 1:
                    pieces[-1] = b"\r\nThat was all.\r\n"
            elif rng.random() < 0.7:
                pieces.append(b"\r\n")
        body = b"".join(pieces)
        headers = [f"Content-Type: {value}".encode()]
        if rng.random() < 0.2:
            headers.append(b"Content-Transfer-Encoding: 8bit")
        return headers, body, (kind, [part[2] for part in parts])

    # ------------------------------------------------------------------ the whole

    def _assembled(self, body: bytes) -> bytes:
        rng = self.rng
        lines = list(self.lines)
        special = rng.odd(_MESSAGES, ("clean",) * 5 + ("lf",))
        if not body and special in ("blank in header", "no colon"):
            special = "clean"
        self.traits.append(f"message: {special}")
        if special == "no colon" and len(lines) > 2:
            # A line that is no header; the header goes on after it.
            lines.insert(rng.randint(1, len(lines) - 1), b"this is no header line")
        elif special == "blank in header" and len(lines) > 2:
            # RFC 5322 section 4.2: a fold may have a line of blanks only.
            at = rng.randint(0, len(lines) - 2)
            lines[at] += b"\r\n "
        data = b"".join(line + b"\r\n" for line in lines)
        if body or rng.random() < 0.5:
            data += b"\r\n" + body
        binary = re.search(rb"(?<!\r)\n|\r(?!\n)", data)
        if special in ("lf", "cr", "mixed") and not binary:
            content = [one for one in self.truth.files if one.follows_lines]
            if special == "mixed" and content:
                special = "lf"
            if special == "mixed":
                data = b"".join(
                    line[:-2] + b"\n" if line.endswith(b"\r\n") and rng.random() < 0.5 else line
                    for line in data.splitlines(keepends=True)
                )
            elif special == "lf" or content:
                data = data.replace(b"\r\n", b"\n")
                for one in content:
                    one.content = one.content.replace(b"\r\n", b"\n")
            else:
                data = data.replace(b"\r\n", b"\r")
        elif special == "mbox":
            data = b"From ann@example.com Mon Jan  1 10:00:00 2024\r\n" + data
        elif special == "bom":
            data = b"\xef\xbb\xbf" + data
        elif special == "blank lines":
            data = b"\r\n\r\n" + data
        return data

    def _odd(self, number: int) -> Made:
        """What is hardly a message."""
        rng, truth = self.rng, self.truth
        kind = rng.choice(("empty", "text", "binary", "one line"))
        self.traits.append(f"odd: {kind}")
        data, text, problem = {
            "empty": (b"", "", False),
            "text": (b"no header at all\r\nbut two lines\r\n", "no header at all\nbut two lines\n", False),
            "binary": (b"\x00\x01\x02 caf\xc3\xa9\n", "\x00\x01\x02 café\n", False),
            "one line": (b"hello", "hello", False),
        }[kind]
        truth.texts.append(("text/plain", text, problem))
        return Made(number, data, truth, self.traits)
