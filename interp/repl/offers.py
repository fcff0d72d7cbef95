"""What a session offers at the cursor: commands of its own, files, and what the code may go on with."""

from __future__ import annotations

import os
from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .session import Session

#: How many files are offered.
_FILES = 200


@dataclass(frozen=True)
class Offer:
    """A text to insert for the last ``replaces`` characters; how it is shown, and what it is."""

    text: str
    replaces: int
    shown: str
    about: str = ""


def offers(session: Session, text: str) -> Iterator[Offer]:
    """What may stand at the end of *text*."""
    from .session import is_command

    start = text.lstrip()
    if start == ".":
        yield from _commands(start)
    elif is_command(text):
        yield from _in_command(session, start)
    else:
        yield from _code(session, start[1:] if start.startswith("?") else text)


def _code(session: Session, text: str) -> Iterator[Offer]:
    """What the code *text* may go on with."""
    from ..help.completion import complete

    workspace = session.workspace
    for found in complete(text, len(text), workspace.reader, workspace.surroundings):
        shown = f"{found.text}()" if found.calls and found.kind == "function" else found.text
        about = f"{found.kind}: {found.about}" if found.about else found.kind
        yield Offer(found.text, len(text) - found.start, shown, about)


def _in_command(session: Session, text: str) -> Iterator[Offer]:
    """The names of commands, and behind one its words, files or code."""
    from .commands import COMMANDS

    name, blank, rest = text.partition(" ")
    if not blank:
        yield from _commands(text)
        return
    command = COMMANDS.get(name.lower())
    if command is None:
        return
    rest = rest.lstrip()
    if command.files:
        yield from _files(rest)
    for word in command.words:
        if word.startswith(rest.lower()):
            yield Offer(word, len(rest), word)
    if command.code:
        yield from _code(session, rest)


def _commands(text: str) -> Iterator[Offer]:
    from .commands import COMMANDS

    for name, command in COMMANDS.items():
        if name.startswith(text.lower()):
            yield Offer(name, len(text), name, command.summary)


def _files(text: str) -> Iterator[Offer]:
    """The files and folders that *text* begins the path of; scripts and folders first."""
    folder, name = os.path.split(text)
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            found = [
                (entry.name, entry.is_dir())
                for entry in entries
                if entry.name.startswith(name) and (name or not entry.name.startswith("."))
            ]
    except OSError:
        return
    found.sort(key=lambda item: (not (item[1] or item[0].endswith(".4dm")), item[0].lower()))
    for entry, is_folder in found[:_FILES]:
        shown = entry + ("/" if is_folder else "")
        yield Offer(shown, len(name), shown, "folder" if is_folder else "")
