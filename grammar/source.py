"""Source text, places in it, and the excerpt that an error shows."""

from __future__ import annotations

from bisect import bisect_right


class Source:
    """The text of one file with its name; knows where its lines start."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, text: str, name: str = "<text>") -> None:
        self.text = text
        self.name = name
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The offset of the first character of every line. CR, LF and CR LF end a line."""
        if self._starts is None:
            text = self.text
            starts = [0]
            if "\r" in text:
                position, size = 0, len(text)
                while position < size:
                    character = text[position]
                    position += 1
                    if character == "\r" and text[position : position + 1] == "\n":
                        position += 1
                    if character in "\r\n":
                        starts.append(position)
            else:
                position = text.find("\n") + 1
                while position:
                    starts.append(position)
                    position = text.find("\n", position) + 1
            self._starts = starts
        return self._starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at *offset*."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line *number* (from 1), without its end; empty beyond the last line."""
        starts = self.starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


#: The longest line that an excerpt shows whole, in characters.
WIDTH = 120


def cells(text: str) -> int:
    """How many columns of a terminal *text* takes: characters of East Asia and emoji two, marks above others none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def excerpt(line: str, column: int, length: int = 1) -> str:
    """*line* with a caret under its *column* (from 1); a long line is cut around it."""
    first = 0
    if len(line) > WIDTH:
        first = max(0, min(column - 1 - WIDTH // 2, len(line) - WIDTH))
    shown = line[first : first + WIDTH]
    offset = column - 1 - first
    # Tabs stay tabs in the second line, so that the caret stands under its character.
    before = shown[:offset].ljust(offset)
    pad = "\t".join(" " * cells(part) for part in before.split("\t"))
    carets = "^" * max(1, cells(shown[offset : offset + length]))
    return f"{_printable(shown)}\n{pad}{carets}"


def _printable(text: str) -> str:
    return "".join(c if c == "\t" or c.isprintable() else "\N{MIDDLE DOT}" for c in text)


class SyntaxProblem(Exception):
    """Text that is not 4D: ``message`` says what was found and what was expected.

    ``start`` and ``end`` are offsets in the source. ``code`` names the kind of problem.
    """

    def __init__(self, message: str, start: int, end: int, *, code: str = "syntax", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = max(end, start + 1)
        self.code = code
        self.hint = hint
