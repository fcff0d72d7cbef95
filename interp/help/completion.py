"""What may come next where the cursor is: names of the language, of the project, of variables, of values and files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from grammar import pieces as p
from grammar import terminals as t

from . import vocabulary
from .calls import call_at
from .files import PATHS, paths
from .meanings import property_
from .objects import properties_for
from .own import functions_of
from .reading import lines_before
from .receivers import Receiver, class_of, receiver
from .surroundings import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from grammar.lexer import Token
    from grammar.pieces import Reader

    from .surroundings import Surroundings
    from .vocabulary import Entry

#: How many candidates are given at most.
MOST = 200
#: Kinds of pieces that names may be part of: names of several words may begin with keywords.
_WORDS = frozenset((t.NAME, t.COMMAND, t.CONSTANT, t.NUMBER, *range(t.IF, t.VAR + 1)))
_DECLARING = (t.VAR, t.DECLARE, t.PROPERTY, t.FUNCTION, t.CONSTRUCTOR)
_WORD = re.compile(r"\w+").finditer
_OPEN = frozenset((t.LPAR, t.LSQB, t.LBRACE, t.LCHAR, t.INDIRECTION))
_CLOSED = frozenset((t.RPAR, t.RSQB, t.RBRACE, t.RCHAR))
_PLAIN_NAME = re.compile(r"[^\W\d]\w*\Z").match


@dataclass(frozen=True)
class Candidate:
    """``text`` to stand in place of what is between ``start`` and the cursor.

    ``kind`` is command, constant, keyword, variable, method, property, function, class, type, file or
    folder; ``about`` a word on it; ``calls`` tells that parentheses may follow.
    """

    text: str
    start: int
    kind: str
    about: str = ""
    calls: bool = False


def complete(text: str, cursor: int, reader: Reader, around: Surroundings = NOTHING) -> list[Candidate]:
    """The candidates for the *cursor* (an offset) in *text*, the best first.

    What begins with what is typed comes before what has a later word that does. Nothing is called or computed, and
    no object changes.
    """
    lines = lines_before(reader, text, cursor)
    place, _, found = lines[-1]
    if not found:
        return []
    pieces = [(kind, value, place + start, place + end) for kind, value, start, end in found]
    before = [line for _, _, line in lines[:-1]]
    kind, _, start, _ = pieces[-1]
    if kind == p.OPEN_STRING:
        return _in_text(text, start, cursor, reader, around)
    if kind in (p.COMMENT, p.OPEN_COMMENT, p.OPEN_SQL, t.STRING, t.DATE, t.TIME):
        return []
    typed = text[start:cursor]
    if kind == t.MEMBER or typed == ".":
        name = typed[1:].lstrip()
        owner = receiver(pieces, len(pieces) - 2, around, before)
        return _best(name, cursor - len(name), _members(owner, around))
    opened = text[:cursor].endswith("<>")
    if kind in (t.LOCAL, t.INTERPROCESS) or typed == "$" or opened:
        typed = "<>" if opened else typed
        mark = "$" if typed.startswith("$") else "<>"
        return _best(typed, cursor - len(typed), _variables(mark, around, lines, len(pieces) - 1))
    return _keys(text, cursor, pieces, reader, around) or _names(text, cursor, pieces, around)


def _best(typed: str, start: int, offered: Iterable[Entry]) -> list[Candidate]:
    """The offered ones that begin as *typed*, and then those with a later word that does."""
    wanted = typed.lower()
    first: list[Entry] = []
    second: list[Entry] = []
    for entry in offered:
        if entry[0].lower().startswith(wanted):
            first.append(entry)
        elif wanted and f" {wanted}" in vocabulary.parted(entry[0]):
            second.append(entry)
    return _candidates(start, (*first, *second))


def _candidates(start: int, entries: Iterable[Entry]) -> list[Candidate]:
    return [Candidate(text, start, kind, about, calls) for text, kind, about, calls in islice(entries, MOST)]


# ------------------------------------------------------------------ texts, members, variables


def _in_text(text: str, start: int, cursor: int, reader: Reader, around: Surroundings) -> list[Candidate]:
    """Files, where the text is the path that a command takes."""
    hint = call_at(text, start, reader, around)
    if hint is None or hint.parameter not in PATHS:
        return []
    typed = text[start + 1 : cursor]
    name = typed.rpartition("/")[2]
    return _best(
        name,
        cursor - len(name),
        (
            (path, "folder" if path.endswith("/") else "file", "", False)
            for path in paths(typed, around.folder)
        ),
    )


def _keys(
    text: str, cursor: int, pieces: list[Token], reader: Reader, around: Surroundings
) -> list[Candidate]:
    """The properties that a command reads of the object which is being written for it."""
    solid = [piece for piece in pieces if piece[0] not in (p.BLANK, p.COMMENT)]
    name = solid.pop() if solid and solid[-1][0] in _WORDS else None
    if not solid or solid[-1][0] not in (t.LBRACE, t.SEMI):
        return []
    depth, place = 0, len(solid) - 1
    while place >= 0 and (depth or solid[place][0] not in _OPEN):
        depth += (solid[place][0] in _CLOSED) - (solid[place][0] in _OPEN)
        place -= 1
    if place < 1 or solid[place][0] != t.LBRACE or solid[place - 1][0] not in (t.LPAR, t.SEMI):
        return []
    hint = call_at(text, solid[place][2], reader, around)
    if hint is None:
        return []
    given = {piece[1] for piece in solid[place:] if piece[0] == t.KEY}
    start = cursor if name is None else name[2]
    known = (key for key in properties_for(hint.title, hint.parameter) if key not in given)
    return _best(text[start:cursor], start, ((key, "property", property_(key), False) for key in known))


def _members(owner: Receiver, around: Surroundings) -> Iterable[Entry]:
    """The properties and functions of what stands in front of the full stop."""
    if owner.type == "4D":
        yield from ((name, "class", summary, False) for name, summary in vocabulary.class_names())
    elif owner.type == "cs":
        yield from ((name, "class", "", False) for name in sorted(around.classes, key=str.lower))
    elif owner.type.startswith("new "):
        yield "new", "function", f"makes a {owner.type[4:]}", True
    else:
        if owner.known and isinstance(owner.value, dict):
            yield from (entry for entry in vocabulary.properties_of(owner.value) if _PLAIN_NAME(entry[0]))
        if owner.type.startswith("cs."):
            owned = functions_of(owner.type[3:], around)
            yield from ((name, "function", signature or "()", True) for name, signature in owned)
        yield from vocabulary.members_of(class_of(owner))


def _variables(
    mark: str, around: Surroundings, lines: list[tuple[int, str, list[Token]]], last: int
) -> Iterable[Entry]:
    """Variables that have values, and those that the text speaks of; all begin with *mark*, ``$`` or ``<>``."""
    known = {f"${name}": value for name, value in around.variables.items()} if mark == "$" else around.process
    seen = {name.lower() for name in known}
    for name, value in sorted(known.items(), key=lambda item: item[0].lower()):
        if name.startswith(mark):
            yield name, "variable", vocabulary.about_value(value), False
    kind = t.LOCAL if mark == "$" else t.INTERPROCESS
    for number, (_, _, found) in enumerate(lines):
        for each, value, _, _ in found[:last] if number == len(lines) - 1 else found:
            if each == kind and (name := mark + value).lower() not in seen:
                seen.add(name.lower())
                yield name, "variable", "", False


# ------------------------------------------------------------------ names of several words


def _names(text: str, cursor: int, pieces: list[Token], around: Surroundings) -> list[Candidate]:
    """Commands, constants, keywords, methods and process variables; types where a line declares them."""
    last = len(pieces) - 1
    while last >= 0 and (pieces[last][0] in _WORDS or pieces[last][0] == p.BLANK):
        last -= 1
    begin = pieces[last][3] if last >= 0 else pieces[0][2]
    run = text[begin:cursor]
    solid = [kind for kind, *_ in pieces if kind not in (p.BLANK, p.COMMENT)]
    if last >= 0 and pieces[last][0] == t.COLON and solid[0] in _DECLARING:
        typed = run.lstrip()
        return _best(typed, cursor - len(typed), ((name, "type", "", False) for name in vocabulary.TYPES))
    own: list[Entry] = [(name, "method", "project method", True) for name in around.methods]
    own += [
        (name, "variable", vocabulary.about_value(value), False)
        for name, value in around.process.items()
        if not name.startswith("<>")
    ]
    for word in _WORD(run):
        typed = " ".join(run[word.start() :].lower().split()) + (" " if run[-1:].isspace() else "")
        first = [
            *vocabulary.beginning(typed),
            *(entry for entry in own if entry[0].lower().startswith(typed)),
        ]
        later = sorted(vocabulary.containing(typed), key=_rank)
        if first or later:
            return _candidates(begin + word.start(), (*sorted(first, key=_rank), *later))
    return []


_ORDER = ("variable", "keyword", "method", "command", "class", "constant", "stand-in")


def _rank(entry: Entry) -> tuple[int, str]:
    return _ORDER.index(entry[1]), entry[0].lower()
