"""Reading and formatting addresses."""

from __future__ import annotations

import time
from email.utils import getaddresses
from typing import Any

import pytest

from stdlib4d.mail.building.addresses import parse_addresses, read_addresses
from stdlib4d.mail.building.charsets import UTF8_QP
from stdlib4d.mail.building.words import list_header, mailbox
from stdlib4d.mail.problem import PROPERTY_MISSING, MailProblem
from stdlib4d.values import UNDEFINED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" ;, ; ", []),
        ("a@b.com", [("", "a@b.com")]),
        (" a@b.com ", [("", "a@b.com")]),
        ("4d@4d.com;test@4d.com", [("", "4d@4d.com"), ("", "test@4d.com")]),
        ("Somebody <s@d.com>,me@home.org", [("Somebody", "s@d.com"), ("", "me@home.org")]),
        ("Somebody somebody@domain.com", [("Somebody", "somebody@domain.com")]),
        ('"Doe, John; Jr" <j@d.com>; x@y.z', [("Doe, John; Jr", "j@d.com"), ("", "x@y.z")]),
        (r'"a \"b\" \\c" <j@d.com>', [(r'a "b" \c', "j@d.com")]),
        ("j@d.com (John Doe)", [("John Doe", "j@d.com")]),
        ("j@d.com (John (the) Doe)", [("John (the) Doe", "j@d.com")]),
        ("(x) j@d.com", [("x", "j@d.com")]),
        ("team: a@x.y, B <b@x.y>; c@x.y", [("", "a@x.y"), ("B", "b@x.y"), ("", "c@x.y")]),
        ("undisclosed-recipients:;", []),
        ('"a b"@x.y', [("", '"a b"@x.y')]),
        ('"team: a@x.y" <b@x.y>', [("team: a@x.y", "b@x.y")]),
        ("x@[127.0.0.1]", [("", "x@[127.0.0.1]")]),
        ("<x@[IPv6:::1]>", [("", "x@[IPv6:::1]")]),
        ("<@a.b,@c.d:x@y.z>", [("", "x@y.z")]),
        ("Jürgen Müller <j@x.de>", [("Jürgen Müller", "j@x.de")]),
        ("info@müller.de", [("", "info@xn--mller-kva.de")]),
        ("info@straße.de", [("", "info@xn--strae-oqa.de")]),
        ("info@Bücher.STRAßE.de", [("", "info@xn--bcher-kva.xn--strae-oqa.de")]),
        ("x@βόλος.com", [("", "x@xn--nxasmm1c.com")]),
        ("jürgen@x.de", [("", "jürgen@x.de")]),
    ],
)
def test_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(parse_addresses(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "nobody",
        "a@b@c",
        "@b",
        "a@",
        "a b@c d",
        "Name <a@b",
        "a@b>",
        "A <a@b> <c@d>",
        "A <a@b> trailing",
        "a@b (open",
        "a@x\r\nBcc: evil@x",
        "a@x\nb@x",
        "a@x\0",
        "A <a@x\r>",
        "a@x Bcc: evil@x",
        '"open <a@b>',
        "x" * 400 + "@b",
        "<a b@c>",
        "a@b\x85c",
    ],
)
def test_unusable(text: str) -> None:
    with pytest.raises(MailProblem) as caught:
        parse_addresses(text, "mail.to")
    assert caught.value.message.startswith("mail.to: ")
    assert caught.value.message.isprintable()


@pytest.mark.parametrize("value", [None, UNDEFINED, [], [None], ""])
def test_nothing(value: Any) -> None:
    assert read_addresses(value, "mail.cc") == ()


def test_objects_and_collections() -> None:
    value = [{"email": "a@b"}, {"name": None, "email": "c@d"}, {"name": "Jo", "email": "e@f"}, "g@h; i@j"]
    assert read_addresses({"name": "Jo", "email": "a@b"}, "mail.to") == (("Jo", "a@b"),)
    assert read_addresses(value, "mail.to") == (
        ("", "a@b"),
        ("", "c@d"),
        ("Jo", "e@f"),
        ("", "g@h"),
        ("", "i@j"),
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (5, "mail.to: wanted Text, Object or Collection, got Number"),
        ([5], "mail.to[0]: wanted Object or Text, got Number"),
        ({"name": "x"}, "mail.to.email: missing"),
        ({"name": "x", "mail": "a@b.c"}, "mail.to.email: missing"),
        ([{"name": "x", "email": " "}], "mail.to[0].email: missing"),
        ({"email": 5}, "mail.to.email: wanted Text, got Number"),
        ([{"name": 1, "email": "a@b"}], "mail.to[0].name: wanted Text, got Number"),
        ({"email": "a@b,c@d"}, 'mail.to.email: "a@b,c@d" is not a mail address'),
        ({"email": "a@b\r\nRCPT TO:<x@y>"}, "has a control character or a line break"),
    ],
)
def test_wrong_values(value: Any, message: str) -> None:
    with pytest.raises(MailProblem) as caught:
        read_addresses(value, "mail.to")
    assert message in caught.value.message
    if message.endswith("missing"):
        assert caught.value.code == PROPERTY_MISSING
        assert "email" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        ", ".join(f"Somebody {i} <s{i}@example.com>" for i in range(10_000)),
        ";" * 50_000,
        "," * 40_000 + "a@b",
        "(" * 50_000,
        '"' * 50_000,
        "[" * 50_000,
        "<" * 50_000,
        ":" * 50_000,
        '"\\' * 50_000,
        "a " * 50_000,
        "a:" * 50_000,
        "a@b(" + ")(" * 50_000,
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_cost_linear_time(text: str) -> None:
    start = time.perf_counter()
    try:
        parse_addresses(text)
    except MailProblem:
        pass
    # Quadratic ones take minutes; a slow machine takes a tenth of this.
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    "name",
    ["", "Joe", "Joe Doe", "Doe, Joe", 'a "b" \\c', "=?x?=", "a  b", "Jö", "日本 太郎", "x" * 200, "a@b"],
)
def test_formatted_addresses_read_back(name: str) -> None:
    import email
    import email.policy

    line = list_header("To", [mailbox(name, "a@b.cd", UTF8_QP), mailbox("Zoë", "z@b.cd", UTF8_QP)] * 3)
    assert all(len(one) <= 76 for one in line.split("\r\n"))
    parsed = email.message_from_string(line, policy=email.policy.default)["To"].addresses
    # CPython puts a blank between two encoded words of a name.
    found = [(one.display_name.replace("x x", "xx"), one.addr_spec) for one in parsed]
    assert found == [(name, "a@b.cd"), ("Zoë", "z@b.cd")] * 3


def test_agrees_with_the_standard_library() -> None:
    text = 'A B <a@x.y>, "C, D" <c@x.y>, e@x.y (E), f@x.y'
    assert list(parse_addresses(text)) == getaddresses([text])
