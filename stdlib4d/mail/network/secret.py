"""Passwords and tokens: held so that they show up nowhere."""

from __future__ import annotations

import binascii
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "****"


class Secret:
    """A text that no ``repr`` and no message shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, for the one who sends it."""
        return self._text

    def __repr__(self) -> str:
        return MASK

    def __reduce__(self) -> str:
        raise TypeError("a secret cannot be pickled")


# What an answer may have more or less of than the secret in it: controls and line ends, the backslashes of a quoted
# text, the padding of base64, and what is not ASCII, since ISO-8859-1 cannot be read as UTF-8.
_LOOSE = re.compile(r"[^ -~]|[\\=]")
# Around a secret these belong to it.
_EDGE = re.compile(r"[^\x00-\x7f]|[\\=]")


class Masker:
    """Replaces secrets by ``****`` in what a server says: some servers repeat what they were sent.

    They are found in UTF-8 and in ISO-8859-1, escaped as in a quoted text, with control characters or line ends
    between their characters, and in base64 with and without padding.
    """

    __slots__ = ("_bare", "_known", "_lasting", "_pattern")

    def __init__(self, secrets: Iterable[Secret | None]) -> None:
        self._lasting: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._bare: list[str] = []
        for secret in secrets:
            if secret is not None and secret.reveal():
                text = secret.reveal()
                encoded = text.encode("utf-8", "replace")
                # Said in ISO-8859-1, and read as what answers are in.
                western = text.encode("latin-1", "replace").decode("utf-8", "replace")
                self._lasting |= {text, western, base64_text(encoded)}
        self.restart()

    def restart(self) -> None:
        """Forgets what :meth:`add` was told: a new authentication begins."""
        self._known = set(self._lasting)
        self._compile()

    def add(self, text: str) -> None:
        """Masks *text*, too: a line of the authentication as it was sent."""
        if text:
            self._known.add(text)
            self._compile()

    def _compile(self) -> None:
        # The longest first, so that no part of one stays. One to three characters are masked as a word only:
        # everywhere, they would leave nothing of an answer.
        ordered = sorted(self._known, key=len, reverse=True)
        parts = [re.escape(text) if len(text) > 3 else rf"(?<!\w){re.escape(text)}(?!\w)" for text in ordered]
        self._pattern = re.compile("|".join(parts)) if parts else None
        bare = {_LOOSE.sub("", text) for text in ordered}
        self._bare = sorted((text for text in bare if len(text) > 3), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        if self._pattern is None:
            return text
        text = self._pattern.sub(MASK, text)
        for secret in self._bare:
            if secret in _LOOSE.sub("", text):
                text = _without(text, secret)
        return text

    def __repr__(self) -> str:
        return "<Masker>"


def _without(text: str, secret: str) -> str:
    """*text* without *secret*, which has nothing loose in it, wherever that stands but for what is loose."""
    places = [at for at, char in enumerate(text) if not _LOOSE.match(char)]
    bare = "".join(text[at] for at in places)
    found: list[str] = []
    done = 0
    at = bare.find(secret)
    while at >= 0:
        start, end = places[at], places[at + len(secret) - 1] + 1
        while start > done and _EDGE.match(text[start - 1]):
            start -= 1
        while end < len(text) and _EDGE.match(text[end]):
            end += 1
        found += text[done:start], MASK
        done = end
        at = bare.find(secret, at + len(secret))
    return "".join((*found, text[done:]))


def base64_text(data: bytes) -> str:
    """*data* as base64 on one line."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")
