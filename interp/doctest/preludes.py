"""Preludes: what a page takes as given, supplied from outside of it.

The prelude of the page ``commands/string.md`` is the file ``commands/string.4dm`` in the folder of preludes. Its
parts begin with a line that names the blocks they are for, by their numbers (from 0), ``tables`` or ``all``; what
stands before the first such line is for every block. The rest is 4D that runs before the block, in the same
interpreter, and directives::

    //--- 2, 4-6
    //% class Person block 1        the class Person is what block 1 of the page shows
    //% method area block 3         the same for a project method
    //% method twice                a method whose text follows, up to //% end; so does a class
    #DECLARE($n : Real)->$r : Real
    $r:=$n*2
    //% end
    //% before block 0              block 0 runs before
    //% file Resources/names.txt    a text file in the folder of the block, up to //% end
    Ann
    //% end
    //% answer Smith                the answer to the next Request
    //% timezone Europe/Paris       the time zone of the block
    //% paths windows               the notation of its paths: windows, macos or posix
    //% startup Disk                the name of the disk with the root, for those of macOS
    //% mailbox Bills/Paid          every user has INBOX and the mailboxes declared, in place of the sandbox's own
    //% mailbox News; unsubscribed  the same, and it is not subscribed to
    //% message INBOX; \\Seen $Label; 2026-05-03T10:20:30Z; 3
    Subject: Bill {number}          a message, up to //% end; after the mailbox come its flags, when it came, and how
                                    many there are of it: each may be left out from the end or stay empty
    //% end
    var $price : Real:=12.5

Several parts for a block add up, in their order.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from ..sources import EXTENSION, read_source
from .mailboxes import GivenBox, GivenMessage, read_box, read_message

_PART = re.compile(r"\s*//---\s*(.*?)\s*$")
_DIRECTIVE = re.compile(r"\s*//%\s*(\w+)\s*(.*?)\s*$")
_SHOWN = re.compile(r"(\w[\w ]*?)\s+block\s+(\d+)$")
_BLOCK = re.compile(r"block\s+(\d+)$")


@dataclass
class Prelude:
    """What is there before a block; a number as a method or class is a block of the page, as those *before* are."""

    code: str = ""
    methods: dict[str, str | int] = field(default_factory=dict)
    classes: dict[str, str | int] = field(default_factory=dict)
    before: list[int] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    timezone: str = ""
    paths: str = ""
    startup: str = ""
    mailboxes: list[GivenBox] = field(default_factory=list)
    messages: list[GivenMessage] = field(default_factory=list)


#: The number that stands for the rows of tables, written ``tables``.
TABLES = -1


class PreludeError(Exception):
    """A prelude that cannot be read; the message has its place."""


def prelude_path(folder: str, page: str) -> str | None:
    """The prelude of *page* in *folder*: under its whole path, or under the longest end of it that there is."""
    parts = os.path.normpath(page).replace("\\", "/").split("/")
    parts[-1] = os.path.splitext(parts[-1])[0] + EXTENSION
    for first in range(len(parts)):
        if parts[first] in ("", "..", "."):
            continue
        path = os.path.join(folder, *parts[first:])
        if os.path.isfile(path):
            return path
    return None


def read_preludes(path: str) -> dict[str, Prelude]:
    """The parts of a file of preludes, see :func:`prelude_for`; raises :class:`PreludeError` and ``OSError``."""
    return parse_preludes(read_source(path).text, path)


def parse_preludes(text: str, path: str) -> dict[str, Prelude]:
    """The preludes in *text*, by what their line says they are for."""
    found: dict[str, Prelude] = {}
    part = found.setdefault("all", Prelude())
    lines = text.replace("\r\n", "\n").split("\n")
    number = 0
    code: list[str] = []
    while number < len(lines):
        line = lines[number]
        number += 1
        start = _PART.match(line)
        if start is not None:
            part.code += "".join(code)
            code = []
            if not re.fullmatch(r"all|tables|\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*", start[1]):
                raise PreludeError(
                    f"{path}:{number}: wanted numbers of blocks, tables or all, got {start[1] or 'nothing'}"
                )
            part = found.setdefault(start[1], Prelude())
            continue
        directive = _DIRECTIVE.match(line)
        if directive is None:
            code.append(line + "\n")
            continue
        number = _directive(part, directive[1], directive[2], lines, number, path)
    part.code += "".join(code)
    return found


def _directive(part: Prelude, word: str, rest: str, lines: list[str], number: int, path: str) -> int:
    """Follows a directive; returns the number of the line behind it."""
    if word in ("class", "method"):
        units = part.classes if word == "class" else part.methods
        shown = _SHOWN.match(rest)
        if shown is not None:
            units[shown[1]] = int(shown[2])
            return number
        units[rest], number = _text(lines, number, path)
    elif word == "file":
        part.files[rest], number = _text(lines, number, path)
    elif word == "before" and (block := _BLOCK.match(rest)) is not None:
        part.before.append(int(block[1]))
    elif word == "answer":
        part.answers.append(rest)
    elif word == "timezone":
        part.timezone = rest
    elif word == "paths" and rest in ("posix", "windows", "macos"):
        part.paths = rest
    elif word == "startup":
        part.startup = rest
    elif word in ("mailbox", "message"):
        try:
            if word == "mailbox":
                part.mailboxes.append(read_box(rest))
            else:
                text, after = _text(lines, number, path)
                part.messages.append(read_message(rest, text))
                number = after
        except ValueError as problem:
            raise PreludeError(f"{path}:{number}: {problem}") from problem
    else:
        raise PreludeError(f"{path}:{number}: no such directive: {word} {rest}".rstrip())
    return number


def _text(lines: list[str], first: int, path: str) -> tuple[str, int]:
    """The lines up to ``//% end``, and the number of the one behind it."""
    for number in range(first, len(lines)):
        directive = _DIRECTIVE.match(lines[number])
        if directive is not None and directive[1] == "end":
            return "".join(line + "\n" for line in lines[first:number]), number + 1
    raise PreludeError(f"{path}:{first}: there is no //% end")


def prelude_for(preludes: dict[str, Prelude], index: int) -> Prelude:
    """What *preludes* have for the block *index*, in one."""
    made = Prelude()
    for key, part in preludes.items():
        if not _covers(key, index):
            continue
        made.code += part.code
        made.methods |= part.methods
        made.classes |= part.classes
        made.before += part.before
        made.files |= part.files
        made.answers += part.answers
        made.timezone = part.timezone or made.timezone
        made.paths = part.paths or made.paths
        made.startup = part.startup or made.startup
        made.mailboxes += part.mailboxes
        made.messages += part.messages
    return made


def _covers(key: str, index: int) -> bool:
    if key in ("all", "tables"):
        return key == "all" or index == TABLES
    for part in key.split(","):
        first, _, last = part.partition("-")
        if int(first) <= index <= int(last or first):
            return True
    return False
