"""A mail in pieces, as DATA sends it."""

from __future__ import annotations

import random

import pytest

from stdlib4d.mail.smtp.wire import SLICE, sliced, stuffed


def naive(content: bytes) -> bytes:
    """RFC 5321, section 4.5.2, line by line."""
    ended = content if content.endswith(b"\r\n") or not content else content + b"\r\n"
    lines = ended.split(b"\r\n")[:-1]
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines) + b".\r\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b".",
        b".\r\n",
        b"a\r\n.\r\n..\r\nb",
        b"\r\n.",
        b"a.\r\n.b\r\n\r\n..",
        b".\r\n.\r\n.\r\n",
        b"a\r\n",
    ],
)
def test_every_way_to_cut_a_mail(content: bytes) -> None:
    for first in range(len(content) + 1):
        for second in range(first, len(content) + 1):
            chunks = [content[:first], content[first:second], content[second:]]
            assert b"".join(stuffed(chunks)) == naive(content), chunks


def test_random_cuts() -> None:
    chance = random.Random(5321)
    for _ in range(300):
        content = b"".join(chance.choice([b".", b"\r\n", b"x"]) for _ in range(60))
        cuts = sorted(chance.randrange(len(content) + 1) for _ in range(chance.randrange(20)))
        chunks = [content[i:j] for i, j in zip([0, *cuts], [*cuts, len(content)], strict=True)]
        assert b"".join(stuffed(chunks)) == naive(content)


def test_slices() -> None:
    assert list(sliced(b"small")) == [b"small"]
    for size in (SLICE, SLICE + 1, 3 * SLICE):
        content = random.Random(size).randbytes(size)
        pieces = list(sliced(content))
        assert b"".join(pieces) == content
        assert max(map(len, pieces)) <= SLICE


def test_a_small_mail_is_one_piece() -> None:
    assert list(stuffed([b"a\r\n"])) == [b"a\r\n.\r\n"]
