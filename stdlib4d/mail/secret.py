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


class Masker:
    """Replaces secrets by ``****`` in what a server says: some servers repeat what they were sent."""

    __slots__ = ("_known", "_lasting", "_pattern")

    def __init__(self, secrets: Iterable[Secret | None]) -> None:
        self._lasting: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        for secret in secrets:
            if secret is not None and secret.reveal():
                text = secret.reveal()
                self._lasting |= {text, base64_text(text.encode("utf-8", "replace"))}
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

    def __call__(self, text: str) -> str:
        return self._pattern.sub(MASK, text) if self._pattern is not None else text

    def __repr__(self) -> str:
        return "<Masker>"


def base64_text(data: bytes) -> str:
    """*data* as base64 on one line."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")
