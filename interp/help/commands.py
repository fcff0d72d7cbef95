"""What there is to say of a command, function, class, constant or keyword, by its name.

It comes from a table that is made of the declarations which check the arguments of scripts, so that nothing of the
library is imported to answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from . import table
from .built_in import BUILT_IN, SYSTEM_VARIABLES
from .keywords import KEYWORDS
from .meanings import property_
from .signatures import ParameterHelp, parameters_of, readable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: What the commands of the interface do here.
STAND_IN = "Does nothing: there is no interface. Its arguments are checked, variables and results are empty."
ABSENT = "A command of 4D that this interpreter does not have."


@dataclass(frozen=True)
class Help:
    """What help shows of one name.

    ``kind`` is command, function, property, class, variable, constant or keyword. There are several ``signatures``
    where a command can be called in different ways. ``page`` is that of 4D's reference, empty where there is none;
    ``here`` is false for what 4D has and this interpreter has not. ``members`` are those of a class, each a name and
    its help in one line.
    """

    title: str
    kind: str
    signatures: tuple[str, ...]
    summary: str
    parameters: tuple[ParameterHelp, ...] = ()
    page: str = ""
    here: bool = True
    members: tuple[tuple[str, str], ...] = ()
    #: Others of the same name: classes, and functions and properties of classes.
    others: tuple[str, ...] = ()

    @property
    def signature(self) -> str:
        """The usual way to call it."""
        return self.signatures[0]


# ------------------------------------------------------------------ the tables


@cache
def commands() -> dict[str, tuple[int, str, str, str, str]]:
    """The commands: number, name, signature, summary and page, by name in lower case."""
    found = {}
    for line in (table.COMMANDS + BUILT_IN).strip("\n").split("\n"):
        number, name, signature, summary, page = line.split("\t")
        found[name.lower()] = int(number), name, signature, summary, page
    return found


@cache
def classes() -> dict[str, tuple[str, str, str, str]]:
    """The classes: name, summary, page and signature of ``new``, by name in lower case."""
    lines = (line.split("\t") for line in table.CLASSES.strip("\n").split("\n"))
    return {name.lower(): (name, summary, page, new) for name, summary, page, new in lines}


@cache
def members() -> dict[str, dict[str, tuple[str, str]]]:
    """The functions and properties of each class, by its name: signature or type, and summary."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for line in table.MEMBERS.strip("\n").split("\n"):
        owner, name, signature, summary = line.split("\t")
        if not summary and (meaning := property_(name)):
            summary = meaning[0].upper() + meaning[1:] + "."
        found.setdefault(owner, {})[name] = signature, summary
    return found


@cache
def system_variables() -> dict[str, tuple[str, str, str]]:
    """The variables that 4D keeps: name, type and summary, by name in lower case."""
    lines = (line.split("\t") for line in SYSTEM_VARIABLES.strip("\n").split("\n"))
    return {name.lower(): (name, type, summary) for name, type, summary in lines}


@cache
def stand_ins() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The commands of the interface: name and the signatures of its calls, by name in lower case."""
    from stdlib4d.stand_in_table import STAND_INS

    found = {}
    for name, plain, starred in STAND_INS.values():
        if starred == "*":
            starred = "( * : Operator ; object : Text" + (plain or "").removeprefix("( object : any")
        found[name.lower()] = (
            name,
            tuple(signature for signature in (plain, starred) if signature is not None),
        )
    return found


# ------------------------------------------------------------------ answers


def describe(name: str) -> Help | None:
    """The help for *name*: of a command, keyword, constant, class, or function of one; ``None`` when nothing has it.

    Names are as code has them: in any case, with or without arguments and tokens; ``send``, ``.send()``,
    ``SMTPTransporter.send`` and ``4D.SMTPTransporter.send`` are the same function. French names are understood.
    """
    key = _key(name)
    if name.isupper() and key not in commands() and (absent := _absent(key)) is not None:
        return _keyword(key) or _command(key) or absent
    return _known(key) or _translated(key)


def explain(name: str, width: int = 0) -> str:
    """The help for *name* as lines of text, of *width* characters at most unless that is 0.

    Without any help, names that are near.
    """
    found = describe(name)
    if found is None:
        close = near(name)
        hint = (
            f"\nDid you mean {' or '.join(filter(None, (', '.join(close[:-1]), close[-1])))}?"
            if close
            else ""
        )
        text = f"Nothing is called {' '.join(name.split())}.{hint}"
        return "\n".join(line for part in text.split("\n") for line in folded(part, width))
    return "\n".join([*signatures(found, width), *about(found, width)])


def signatures(found: Help, width: int = 0) -> list[str]:
    """The ways to call it, or the lines of a structure."""
    return [line for signature in found.signatures for line in folded(signature, width, _DEEPER)]


def about(found: Help, width: int = 0) -> list[str]:
    """What is said of it below its signatures."""
    return list(_lines(found, width))


def near(name: str) -> list[str]:
    """Names that *name* may be meant for, the best first: five at most."""
    from difflib import get_close_matches

    key = _key(name)
    known = {known.lower(): known for known in _names()}
    words = key.split()
    found = (
        [own for low, own in known.items() if all(f" {word}" in f" {low}" for word in words)] if words else []
    )
    found.sort(key=len)
    found += [known[low] for low in get_close_matches(key, known, 5, 0.7)]
    return list(dict.fromkeys(found))[:5]


def _key(name: str) -> str:
    """*name* as the tables have it: without the question mark, arguments, tokens and white space too much."""
    text = re.sub(r":[CK]\d+(?::\d+)?", "", name.strip().lstrip("?").partition("(")[0])
    return " ".join(text.split()).lower()


def _names() -> Iterable[str]:
    yield from (entry[1] for entry in commands().values())
    yield from (entry[0] for entry in stand_ins().values())
    yield from (entry[0] for entry in system_variables().values())
    yield from (entry[0] for entry in classes().values())
    yield from {name for owned in members().values() for name in owned}
    yield from (entry.title for entry in KEYWORDS)


def _known(key: str) -> Help | None:
    return (
        _command(key)
        or _keyword(key)
        or _class(key)
        or _system_variable(key)
        or _member(key)
        or _constant(key)
        or _absent(key)
    )


def _command(key: str) -> Help | None:
    if key in commands():
        _, name, signature, summary, page = commands()[key]
        shown = readable(name, signature)
        class_ = _class(key)
        member = _member(key) if "." not in key else None
        others = tuple(each.title for each in (class_, member) if each is not None)
        others += () if member is None else member.others
        return Help(name, "command", (shown,), summary, parameters_of(name, signature), page, others=others)
    if key in stand_ins():
        name, signatures = stand_ins()[key]
        shown_all = tuple(readable(name, signature) for signature in signatures)
        return Help(name, "command", shown_all, STAND_IN, parameters_of(name, signatures[0]))
    return None


def _keyword(key: str) -> Help | None:
    for entry in KEYWORDS:
        if key in entry.words:
            return Help(entry.title, "keyword", entry.forms, entry.summary, page=entry.page)
    return None


def _class(key: str) -> Help | None:
    found = classes().get(key.removeprefix("4d."))
    if found is None:
        return None
    name, summary, page, new = found
    signature = readable(f"4D.{name}.new", new) if new else f"4D.{name}"
    inside = tuple(
        (readable(member, signature if signature.startswith("(") else f": {signature}"), about)
        for member, (signature, about) in members().get(name, {}).items()
    )
    return Help(f"4D.{name}", "class", (signature,), summary, parameters_of(name, new), page, members=inside)


def _member(key: str) -> Help | None:
    owner, _, name = key.removeprefix("4d.").rpartition(".")
    found: list[Help] = []
    for own, (title, _, page, new) in classes().items():
        if owner and owner != own:
            continue
        if name == "new" and owner and new:
            return Help(
                f"4D.{title}.new",
                "function",
                (readable(f"4D.{title}.new", new),),
                f"Makes a 4D.{title}.",
                parameters_of(title, new),
                page,
            )
        for member, (signature, summary) in members().get(title, {}).items():
            if member.lower() == name:
                found.append(member_help(title, member, signature, summary, page))
    if not found:
        return None
    return replace(found[0], others=tuple(other.title for other in found[1:]))


def member_help(owner: str, name: str, signature: str, summary: str, page: str) -> Help:
    """The help for a function or a property of the class *owner*."""
    title = f"{owner}.{name}"
    if signature.startswith("("):
        shown = readable(title, signature)
        return Help(title, "function", (shown,), summary, parameters_of(title, signature), page)
    return Help(title, "property", (f"{title} : {signature}",), summary, page=page)


def _system_variable(key: str) -> Help | None:
    if key not in system_variables():
        return None
    name, type, summary = system_variables()[key]
    return Help(name, "variable", (f"{name} : {type}",), summary, page="Concepts/variables.md")


def _constant(key: str) -> Help | None:
    from stdlib4d.vocabulary import CONSTANTS

    name = next((name for name in CONSTANTS if name.lower() == key), None)
    if name is None:
        return None
    value = CONSTANTS[name]
    kind = "Text" if isinstance(value, str) else "Integer" if isinstance(value, int) else "Real"
    shown = "" if value is None else f' = "{value}"' if isinstance(value, str) else f" = {value}"
    return Help(name, "constant", (f"{name} : {kind}{shown}",), "A constant.")


def _absent(key: str) -> Help | None:
    from stdlib4d.vocabulary import COMMANDS

    name = next((name for name in COMMANDS if name.lower() == key), None)
    return None if name is None else Help(name, "command", (name,), ABSENT, here=False)


def _translated(key: str) -> Help | None:
    """The help for a name in French."""
    from grammar.french import KEYWORDS as FRENCH_KEYWORDS
    from grammar.french import plain
    from stdlib4d.french import NAMES

    wanted = plain(key)
    pairs = [*FRENCH_KEYWORDS.items(), *(line.split("\t") for line in NAMES.splitlines())]
    english = next((english for french, english in pairs if plain(french) == wanted), None)
    return None if english is None else _known(english.lower())


# ------------------------------------------------------------------ text


#: How much deeper a line stands that goes on with a signature.
_DEEPER = 4
#: The fewest characters beside which another column has room.
_LEAST = 20


def folded(text: str, width: int, indent: int = 0) -> list[str]:
    """*text* as lines of at most *width* characters, 0 for one line; those behind the first stand deeper."""
    if not 0 < width < len(text):
        return [text]
    from textwrap import wrap

    margin = len(text) - len(text.lstrip())
    return wrap(text.strip(), width, initial_indent=" " * margin, subsequent_indent=" " * (margin + indent))


def _lines(found: Help, width: int) -> Iterable[str]:
    yield from folded(found.summary, width)
    if found.parameters:
        yield ""
        yield from columns(map(_row, found.parameters), width)
    if found.members:
        yield ""
        yield from columns(found.members, width)
    if found.others:
        yield ""
        yield from folded(f"Also: {', '.join(found.others)}", width)
    if found.page:
        yield ""
        yield f"4D's reference: {found.page}"


def _row(parameter: ParameterHelp) -> tuple[str, ...]:
    types = "any" if parameter.types == ("any",) else ", ".join(t for t in parameter.types if t != "Operator")
    repeated = "..." if parameter.repeated else ""
    arrow = "\N{LEFTWARDS ARROW}" if parameter.direction == "out" else "\N{RIGHTWARDS ARROW}"
    optional = "optional" if parameter.optional else ""
    return (
        f"{arrow} {repeated}{parameter.name}",
        types,
        "; ".join(filter(None, (parameter.meaning, optional))),
    )


def columns(rows: Iterable[tuple[str, ...]], width: int = 0, margin: int = 2) -> Iterable[str]:
    """Rows as columns; a row goes on in a line of its own behind a cell that is too long for its column.

    The last column is folded where lines would be longer than *width*, unless that is 0.
    """
    cells = list(rows)
    room = 40 if not width else min(40, max(width // 2, _LEAST))
    widths = [
        max((len(cell) for cell in column if len(cell) <= room), default=0)
        for column in zip(*cells, strict=True)
    ]
    for row in cells:
        line = ""
        place = margin
        last = 0
        for cell, size in zip(row, widths, strict=True):
            if len(line) > place:
                yield line.rstrip()
                line = ""
            line = f"{line:{place}}{cell}"
            last = place
            place += size + 2
        line = line.rstrip()
        if 0 < width < len(line) and width - last >= _LEAST:
            first, *rest = folded(line[last:], width - last)
            yield line[:last] + first
            yield from (" " * last + part for part in rest)
        else:
            yield from folded(line, width, _DEEPER)
