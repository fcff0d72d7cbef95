"""The 4D lexer for Pygments, and so for Sphinx, MkDocs and whatever else colours code with it.

Pygments finds it by the entry point ``4d``; nothing else imports it.
"""

from __future__ import annotations

from pygments.lexer import Lexer
from pygments.token import string_to_tokentype

from .colours import fragments
from .reading import reader_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.token import _TokenType


class FourDLexer(Lexer):
    """The 4D language, in English and in French."""

    name = "4D"
    url = "https://developer.4d.com/docs/"
    aliases = ["4d", "4dm"]  # noqa: RUF012 - as Pygments wants them
    filenames = ["*.4dm"]  # noqa: RUF012
    mimetypes = ["text/x-4d"]  # noqa: RUF012

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Offset, kind and text of every token; together they are *text*, whatever it is."""
        for place, chunk, found in reader_of().chunks(text):
            for kind, part in fragments(chunk, found):
                yield place, string_to_tokentype(kind), part
                place += len(part)
