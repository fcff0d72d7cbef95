"""What an IMAP server sends and is sent, without one: names of mailboxes, values in responses."""

from __future__ import annotations

import pytest

from stdlib4d.mail.imap.mails import received_at
from stdlib4d.mail.imap.messages import sets
from stdlib4d.mail.imap.names import decode_name, encode_name
from stdlib4d.mail.imap.tokens import Malformed, Response, literal_size, parse

#: The examples of RFC 3501 section 5.1.3, and what is hard.
NAMES = {
    "~peter/mail/台北/日本語": "~peter/mail/&U,BTFw-/&ZeVnLIqe-",
    "Hi Mom -☺-!": "Hi Mom -&Jjo--!",
    "日本語": "&ZeVnLIqe-",
    "A & B": "A &- B",
    "&": "&-",
    "&&é&": "&-&-&AOk-&-",
    "a\r\nb": "a&AA0ACg-b",
    "🎉": "&2DzfiQ-",
    "": "",
}


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    assert encode_name(name) == NAMES[name]
    assert decode_name(NAMES[name].encode()) == name


@pytest.mark.parametrize("raw", ["a&b", "&!!!-", "&AA-", "&é-", "R&D-lab"])
def test_names_that_are_not_encoded(raw: str) -> None:
    assert decode_name(raw.encode()) == raw


def test_names_in_utf8() -> None:
    assert decode_name("Été".encode()) == "Été"


@pytest.mark.parametrize(
    ("pieces", "values"),
    [
        ([b'(a (b NIL) () "c d")'], [[b"a", [b"b", None], [], b"c d"]]),
        ([b'"q\\"\\\\x" 12'], [b'q"\\x', b"12"]),
        (
            [b"(BODY[HEADER.FIELDS (DATE FROM)] {3}", b"x)y", b" UID 7)"],
            [[b"BODY[HEADER.FIELDS (DATE FROM)]", b"x)y", b"UID", b"7"]],
        ),
        ([b"(BODY[]<0> ~{2}", b"\0\n", b")"], [[b"BODY[]<0>", b"\0\n"]]),
        ([b"(\\Seen \\* $x [y)"], [[b"\\Seen", b"\\*", b"$x", b"[y"]]),
        # A bracket in a keyword is not that of a section.
        (
            [b"(UID 1 FLAGS (a[b body[x) BODY[] {1}", b"x", b")"],
            [[b"UID", b"1", b"FLAGS", [b"a[b", b"body[x"], b"BODY[]", b"x"]],
        ),
        ([b'(body[header.fields (DATE)]<0> "x")'], [[b"body[header.fields (DATE)]<0>", b"x"]]),
        ([b'"NIL" NIL'], [b"NIL", None]),
        ([b""], []),
    ],
)
def test_values(pieces: list[bytes], values: list[object]) -> None:
    assert parse(pieces) == values


@pytest.mark.parametrize("text", [b"(", b")", b'"open', b"(" * 60 + b")" * 60])
def test_values_that_are_none(text: bytes) -> None:
    with pytest.raises(Malformed):
        parse([text])


def test_responses() -> None:
    status = Response([b"A1 NO [BADCHARSET (UTF-8 X)] which one?"])
    assert (status.tag, status.kind, status.code, status.argument) == (
        b"A1",
        "NO",
        b"BADCHARSET",
        b"(UTF-8 X)",
    )
    assert status.text == b"which one?"
    data = Response([b"* 12 FETCH (UID 5)"])
    assert (data.kind, data.number, data.items()) == ("FETCH", 12, [[b"UID", b"5"]])
    assert Response([b"+ go on"]).text == b"go on"
    for line in (b"", b"*", b"A1 MAYBE x", b"* 12", b"* (x)", b"220 ready ESMTP"):
        with pytest.raises(Malformed):
            Response([line])


@pytest.mark.parametrize(
    ("line", "size"),
    [
        (b"* 1 FETCH (BODY[] {12}", 12),
        (b"* 1 FETCH (BINARY[] ~{12}", 12),
        (b"* OK text that ends in {12}", None),
        (b"* BYE {3}", None),
        (b"A1 OK done {12}", None),
        (b"* 1 FETCH (BODY[] {x}", None),
        (b"* 1 FETCH (BODY[] {-1}", None),
    ],
)
def test_literals(line: bytes, size: int | None) -> None:
    assert literal_size(line) == size


def test_sets() -> None:
    assert list(sets([3, 1, 2, 7, 9, 8, 20, 3])) == ["1:3,7:9,20"]
    assert list(sets([])) == []
    parts = list(sets(range(1, 20_000, 2)))
    assert all(len(part) <= 4000 for part in parts)
    assert ",".join(parts) == ",".join(str(number) for number in range(1, 20_000, 2))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        (b"17-Jul-1996 02:44:25 -0700", "1996-07-17T09:44:25Z"),
        (b" 1-Jan-2026 00:30:00 +0100", "2025-12-31T23:30:00Z"),
        (b"31-Dec-2016 23:59:60 +0000", "2016-12-31T23:59:59Z"),
        (b"30-Feb-2026 00:00:00 +0000", ""),
        (b"yesterday", ""),
        (b"01-Jan-0001 00:00:00 +0100", ""),
        (None, ""),
        ([b"x"], ""),
    ],
)
def test_moments(written: object, moment: str) -> None:
    assert received_at(written) == moment
