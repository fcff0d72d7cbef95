"""Markdown pages: their fenced blocks, and the rows of the tables that state what expressions give.

Of Markdown only this is read. A fence is a line of three or more backticks or tildes, indented or quoted in any
way; it ends with a line of at least as many of the same, or with the page (CommonMark, section 4.5). A table of
expressions is one whose header has a column Expression or Example followed, at once or later, by a column Value or
Result.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

#: The first words of an info string that mark a block as 4D.
LANGUAGES = frozenset(("4d", "4dm", "code4d"))

_FENCE = re.compile(r"(?P<lead>(?:[ \t]|>)*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_EXPRESSIONS = frozenset(("expression", "example"))
_VALUES = frozenset(("value", "result"))
#: A bar that parts cells: neither escaped nor inside of a code span.
_CELL = re.compile(r"(?:\\.|``.*?``|`[^`]*`|[^|])+|(?=\|)")
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?(?:code|b|i|em|strong|br|p|span)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """A fenced block: ``index`` counts from 0, ``line`` (from 1) is that of the fence, the text begins below it."""

    index: int
    line: int
    language: str
    text: str

    @property
    def is_4d(self) -> bool:
        """Whether its info string says that it is 4D."""
        return self.language in LANGUAGES


@dataclass(frozen=True)
class Row:
    """A row of a table of expressions: the line (from 1), what it says is evaluated, and what that gives."""

    line: int
    expression: str
    value: str


@dataclass(frozen=True)
class Page:
    """What a page has that can be run: ``name`` is how reports call it."""

    name: str
    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]


def read_page(name: str, text: str) -> Page:
    """The blocks and rows of the Markdown *text*."""
    blocks: list[Block] = []
    rows: list[Row] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = 0
    columns: tuple[int, int, int] | None = None
    while number < len(lines):
        line = lines[number]
        fence = _FENCE.match(line)
        if fence is not None and not (fence["marks"][0] == "`" and "`" in fence["info"]):
            content, after = _content(lines, number, fence)
            language = fence["info"].partition(" ")[0].partition("{")[0].lower()
            blocks.append(Block(len(blocks), number + 1, language, content))
            number, columns = after, None
            continue
        if "|" not in line:
            columns = None
        elif number + 1 < len(lines) and _RULE.match(lines[number + 1]):
            columns = _columns(_cells(line))
            number += 1
        elif columns is not None:
            cells = _cells(line)
            # A bar of an operator that is not escaped makes a row too long: no cell can be trusted then.
            if len(cells) == columns[2]:
                rows.append(Row(number + 1, cells[columns[0]], cells[columns[1]]))
        number += 1
    return Page(name, tuple(blocks), tuple(rows))


def _content(lines: list[str], first: int, fence: re.Match[str]) -> tuple[str, int]:
    """The text of the block that begins with line *first* (from 0), and the number of the line behind it."""
    lead, marks = fence["lead"], fence["marks"]
    end = re.compile(rf"(?:[ \t]|>)*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    content: list[str] = []
    for number in range(first + 1, len(lines)):
        if end.match(lines[number]):
            return _joined(content), number + 1
        content.append(_without(lines[number], lead))
    return _joined(content), len(lines)


def _joined(lines: list[str]) -> str:
    return "".join(line + "\n" for line in lines)


def _without(line: str, lead: str) -> str:
    """*line* without what the fence has in front, as far as the line has it."""
    for place, character in enumerate(lead):
        if line[place : place + 1] != character:
            return line[place:]
    return line[len(lead) :]


def _cells(line: str) -> list[str]:
    """The texts of the cells of a table's row, their mark-up taken off."""
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    cells = [""]
    position = 0
    while position < len(inside):
        if inside[position] == "|":
            cells.append("")
            position += 1
            continue
        found = _CELL.match(inside, position)
        assert found is not None
        cells[-1] += found[0]
        position = found.end()
    return [_plain(cell) for cell in cells]


def _plain(cell: str) -> str:
    """The text that a cell shows."""
    text = html.unescape(_TAG.sub("", cell)).strip()
    parts = re.split(r"(``.*?``|`[^`]*`)", text)
    shown = [
        part.strip("`") if part.startswith("`") else _ESCAPED.sub(r"\1", part.replace("**", ""))
        for part in parts
    ]
    return "".join(shown).strip()


def _columns(header: list[str]) -> tuple[int, int, int] | None:
    """Where the expressions and their values stand in a table, and how many columns it has."""
    names = [name.strip("*_: ").lower() for name in header]
    expression = next((place for place, name in enumerate(names) if name in _EXPRESSIONS), None)
    if expression is None:
        return None
    value = next((p for p in range(expression + 1, len(names)) if names[p] in _VALUES), None)
    return None if value is None else (expression, value, len(names))
