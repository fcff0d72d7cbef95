"""Shapes of messages that make readers slow, each of a size that is given."""

from __future__ import annotations

from collections.abc import Callable

#: What a shape makes of its size.
Shape = Callable[[int], bytes]


def _body(text: bytes, kind: bytes = b"text/plain") -> bytes:
    return b"Content-Type: " + kind + b"\n\n" + text


def _header(name: bytes, value: bytes) -> bytes:
    return name + b": " + value + b"\n\nbody"


def _multipart(body: bytes, boundary: bytes = b"b") -> bytes:
    return b"Content-Type: multipart/mixed; boundary=" + boundary + b"\n\n" + body


def _nested(depth: int, boundary: Callable[[int], bytes], end: bool = False) -> bytes:
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=" + boundary(i) + b"\n\n--" + boundary(i) + b"\n"
        for i in range(depth)
    )
    closing = b"".join(b"--" + boundary(i) + b"--\n" for i in reversed(range(depth))) if end else b""
    return opening + b"\ntext\n" + closing


def _encoded(encoding: bytes, data: bytes) -> bytes:
    return b"Content-Transfer-Encoding: " + encoding + b"\n\n" + data


SHAPES: dict[str, tuple[int, Shape]] = {
    # depth and parts
    "nested": (2_000, lambda n: _nested(n, lambda i: b"b%d" % i)),
    "nested and closed": (2_000, lambda n: _nested(n, lambda i: b"b%d" % i, end=True)),
    "nested, one boundary": (1_000, lambda n: _nested(n, lambda i: b"b", end=True)),
    "nested, each boundary the start of the next": (300, lambda n: _nested(n, lambda i: b"b" * (i + 1))),
    "parts": (3_000, lambda n: _multipart(b"--b\n\nx\n" * n)),
    "delimiters": (10_000, lambda n: _multipart(b"--b\n" * n)),
    "delimiters of nobody": (10_000, lambda n: _multipart(b"--b\n" + b"--c\n" * n)),
    "closing delimiters": (20_000, lambda n: _multipart(b"--b--\n" * n)),
    "hyphens": (50_000, lambda n: _multipart(b"--" * n)),
    "lines of hyphens": (30_000, lambda n: _multipart(b"--\n" * n)),
    "multiparts without boundary": (
        1_000,
        lambda n: _multipart(b"--b\nContent-Type: multipart/mixed\n\n" * n),
    ),
    "multiparts with a wrong boundary": (
        1_000,
        lambda n: _multipart(
            b"".join(b"--b\nContent-Type: multipart/mixed; boundary=%d\n\n" % i for i in range(n))
        ),
    ),
    "guessed boundaries": (
        1_000,
        lambda n: (
            b"Content-Type: multipart/mixed\n\n"
            + b"".join(b"--g%d\nContent-Type: multipart/mixed\n\n" % i for i in range(n))
        ),
    ),
    "digest": (
        2_000,
        lambda n: b"Content-Type: multipart/digest; boundary=b\n\n" + b"--b\n\nSubject: x\n\ntext\n" * n,
    ),
    "messages in messages": (2_000, lambda n: b"Content-Type: message/rfc822\n\n" * n),
    "preamble": (100_000, lambda n: _multipart(b"line\n" * n + b"--b\n\nx")),
    # headers
    "headers": (5_000, lambda n: b"X-A: b\n" * n + b"\nbody"),
    "headers of a name each": (5_000, lambda n: b"".join(b"X-%d: b\n" % i for i in range(n)) + b"\nbody"),
    "header of one line": (500_000, lambda n: _header(b"Subject", b"x" * n)),
    "header of words": (200_000, lambda n: _header(b"Subject", b"x " * n)),
    "folds": (30_000, lambda n: _header(b"Subject", b"x\n " * n)),
    "folds of blanks": (20_000, lambda n: b"Subject: x\n" + b" \n" * n + b" y\n\nbody"),
    "blanks": (300_000, lambda n: _header(b"Subject", b" " * n + b"x")),
    "tabs in an address": (200_000, lambda n: _header(b"To", b"\t" * n + b"x")),
    "lines without a colon": (50_000, lambda n: b"line\n" * n + b"A: b\n\nbody"),
    "lines without a colon between": (5_000, lambda n: b"line\nA: b\n" * n),
    "long names of headers": (300_000, lambda n: b"x" * n + b": y\n\nbody"),
    "returns": (200_000, lambda n: b"Subject: x" + b"\r" * n + b"\nA: b\n\nbody"),
    "NULs": (300_000, lambda n: _header(b"Subject", b"\0" * n)),
    # encoded words
    "encoded words": (3_000, lambda n: _header(b"Subject", b"=?utf-8?Q?=C3=A9?= " * n)),
    "encoded words of two charsets": (
        2_000,
        lambda n: _header(b"Subject", b"=?utf-8?Q?a?= =?latin1?B?6Q==?= " * n),
    ),
    "encoded words begun": (20_000, lambda n: _header(b"Subject", b"=?a?q?" * n)),
    "encoded words begun in addresses": (5_000, lambda n: _header(b"To", b"=?a?q?" * n)),
    "encoded words folded": (5_000, lambda n: _header(b"Subject", b"=?a?q?x\n " * n)),
    "signs of encoded words": (50_000, lambda n: _header(b"Subject", b"=?" * n)),
    "one encoded word": (300_000, lambda n: _header(b"Subject", b"=?utf-8?B?" + b"YWJj" * (n // 4) + b"?=")),
    # addresses
    "addresses": (5_000, lambda n: _header(b"To", b"Ann <ann@example.com>, " * n)),
    "commas": (10_000, lambda n: _header(b"To", b"," * n)),
    "semicolons in addresses": (10_000, lambda n: _header(b"To", b";" * n)),
    "comments": (5_000, lambda n: _header(b"To", b"a@b (c) " * n)),
    "comments nested": (40_000, lambda n: _header(b"To", b"(" * n + b")" * n + b" a@b")),
    "comments that do not end": (40_000, lambda n: _header(b"To", b"a@b (" * n)),
    "angles": (40_000, lambda n: _header(b"To", b"<" * n)),
    "closing angles": (40_000, lambda n: _header(b"To", b">" * n)),
    "quotes": (40_000, lambda n: _header(b"To", b'"' * (n + 1))),
    "escapes": (80_000, lambda n: _header(b"To", b'"' + b"\\" * n)),
    "groups": (10_000, lambda n: _header(b"To", b"g: " * n)),
    "routes": (20_000, lambda n: _header(b"To", b"<" + b"@a," * n + b":x@y>")),
    "words": (40_000, lambda n: _header(b"To", b"a " * n)),
    "at signs": (40_000, lambda n: _header(b"To", b"a@" * n)),
    "dots": (40_000, lambda n: _header(b"To", b"a . " * n)),
    "brackets": (40_000, lambda n: _header(b"To", b"[" * n)),
    # fields of a form
    "parameters": (5_000, lambda n: _header(b"Content-Type", b"text/plain" + b"; a=b" * n)),
    "semicolons in a type": (50_000, lambda n: _header(b"Content-Type", b"text/plain" + b";" * n)),
    "sections of a parameter": (
        2_000,
        lambda n: _header(b"Content-Type", b"a/b" + b"".join(b"; name*%d=x" % i for i in range(n))),
    ),
    "quotes of parameters": (20_000, lambda n: _header(b"Content-Type", b'a/b; name="x' + b'"a' * n)),
    "broken parameters": (10_000, lambda n: _header(b"Content-Type", b"a/b" + b'; n="x" y' * n)),
    "equals signs": (50_000, lambda n: _header(b"Content-Type", b"a/b; " + b"a=" * n)),
    "comments in a type": (30_000, lambda n: _header(b"Content-Type", b"(" * n + b"a/b")),
    "comments in a type nested": (
        30_000,
        lambda n: _header(b"Content-Type", b"(" * n + b")" * n + b"a/b; x=y"),
    ),
    "comments in an encoding": (30_000, lambda n: _header(b"Content-Transfer-Encoding", b"(" * n)),
    "references": (20_000, lambda n: _header(b"References", b"<a@b> " * n)),
    "references that do not end": (80_000, lambda n: _header(b"References", b"<" * n)),
    "bare references": (40_000, lambda n: _header(b"References", b"a " * n)),
    "keywords": (20_000, lambda n: _header(b"Keywords", b"a," * n)),
    "keywords in quotes": (20_000, lambda n: _header(b"Keywords", b'a"' * n)),
    "date": (200_000, lambda n: _header(b"Date", b"1 Jan " * (n // 6))),
    "date of comments": (200_000, lambda n: _header(b"Date", b"(" * n)),
    "languages": (20_000, lambda n: _header(b"Content-Language", b"en, " * n)),
    # contents
    "base64 in pieces": (20_000, lambda n: _encoded(b"base64", b"YQ==\n" * n)),
    "padding": (200_000, lambda n: _encoded(b"base64", b"YQ" + b"=" * n)),
    "base64 of junk": (300_000, lambda n: _encoded(b"base64", b"!" * n)),
    "base64 of empty lines": (100_000, lambda n: _encoded(b"base64", b"\n\n!" * n)),
    "quoted-printable of equals signs": (100_000, lambda n: _encoded(b"quoted-printable", b"=" * n)),
    "quoted-printable of blanks": (300_000, lambda n: _encoded(b"quoted-printable", b" " * n + b"x\n")),
    "quoted-printable of blank lines": (100_000, lambda n: _encoded(b"quoted-printable", b" \n" * n)),
    "uuencode": (20_000, lambda n: _encoded(b"x-uuencode", b"begin 644 x\n" + b"#86)C\n" * n)),
    "uuencode begun": (20_000, lambda n: _encoded(b"x-uuencode", b"begin 644 x\n" * n)),
    "Japanese escapes": (5_000, lambda n: _body(b"\x1b$B\x1b(B" * n, b"text/plain; charset=iso-2022-jp")),
    "pages": (100_000, lambda n: _body(b"<meta " * n, b"text/html")),
    "lines of CR": (100_000, lambda n: b"A: b\r\r" + b"x\r" * n),
    "CR in a header": (30_000, lambda n: b"A: b\rB: c\n\n" + b"x\r" * n),
    "zeros": (500_000, lambda n: b"\0" * n),
    "blank lines first": (100_000, lambda n: b"\n" * n + b"A: b\n\n"),
}
