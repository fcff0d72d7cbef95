"""The call that the cursor is in: its signature, and the parameter that is being written."""

from __future__ import annotations

from dataclasses import dataclass

from grammar import pieces as p
from grammar import terminals as t
from stdlib4d.user_classes import Instance

from .commands import Help, classes, describe, member_help, members
from .own import function_help, method_help
from .reading import lines_before
from .receivers import STORES, class_of, receiver
from .signatures import place_of
from .surroundings import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from grammar.lexer import Token
    from grammar.pieces import Reader

    from .surroundings import Surroundings


@dataclass(frozen=True)
class CallHint:
    """A call: ``before``, ``current`` and ``after`` together are its signature, with the current parameter between.

    ``current`` is empty where the call takes no more arguments. ``parameter`` is its name, ``meaning`` what it is for.
    """

    title: str
    before: str
    current: str
    after: str
    index: int
    parameter: str
    meaning: str
    summary: str


def call_at(text: str, cursor: int, reader: Reader, around: Surroundings = NOTHING) -> CallHint | None:
    """The innermost call that the *cursor* (an offset) is in; ``None`` outside of calls, and in comments."""
    lines = [found for _, _, found in lines_before(reader, text, cursor)]
    if not lines[-1] or lines[-1][-1][0] in (p.COMMENT, p.OPEN_COMMENT):
        return None
    found = lines[-1]
    for place, index in reversed(_open_calls(found)):
        about = _called(found, place, around, lines)
        if about is not None:
            return _hint(about, index)
    return None


def _open_calls(found: list[Token]) -> list[tuple[int, int]]:
    """The parentheses that nothing closes, each with the number of the argument behind the last semicolon."""
    opened: list[list[int]] = []  # the kind, the place and the semicolons of every open bracket
    for place, (kind, *_) in enumerate(found):
        if kind in (t.LPAR, t.LBRACE, t.LSQB, t.LCHAR, t.INDIRECTION):
            opened.append([kind, place, 0])
        elif kind in (t.RPAR, t.RBRACE, t.RSQB, t.RCHAR):
            if opened:
                opened.pop()
        elif kind == t.SEMI and opened:
            opened[-1][2] += 1
    return [(place, count) for kind, place, count in opened if kind == t.LPAR]


def _called(found: list[Token], place: int, around: Surroundings, lines: list[list[Token]]) -> Help | None:
    """The help for what is called by the parenthesis at *place*."""
    place -= 1
    while place >= 0 and found[place][0] == p.BLANK:
        place -= 1
    if place < 0:
        return None
    kind, value, _, _ = found[place]
    if kind == t.COMMAND:
        return None if value[0] in STORES else describe(value[1])
    if kind == t.MEMBER:
        return _function(found, place, value, around, lines)
    if kind in (t.NAME, t.TRY, t.FOR, t.FOR_EACH):
        return _with_parameters(method_help(str(value), around)) if kind == t.NAME else describe(str(value))
    return None


def _function(
    found: list[Token], place: int, name: str, around: Surroundings, lines: list[list[Token]]
) -> Help | None:
    owner = receiver(found, place - 1, around, lines[:-1])
    if owner.type.startswith("new 4D.") and name == "new":
        return describe(owner.type.removeprefix("new ") + ".new")
    if isinstance(owner.value, Instance):
        return function_help(owner.value.user_class.name, name, around)
    if "cs." in owner.type:
        return function_help(owner.type.removeprefix("new ").removeprefix("cs."), name, around)
    own = class_of(owner)
    candidates = (
        [own] if own in members() else [] if own else [o for o, inside in members().items() if name in inside]
    )
    for candidate in candidates[:1]:
        signature, summary = members()[candidate].get(name, ("", ""))
        if signature.startswith("("):
            return member_help(candidate, name, signature, summary, classes()[candidate.lower()][2])
    return None


def _with_parameters(about: Help | None) -> Help | None:
    """The help for a method, if its first line names its parameters."""
    return about if about is not None and "(" in about.signature else None


def _hint(about: Help, index: int) -> CallHint:
    signature = about.signature
    start, end = place_of(signature, index)
    current = signature[start:end]
    parameter = current.removeprefix("...").partition(":")[0].strip()
    meaning = next((each.meaning for each in about.parameters if each.name == parameter), "")
    return CallHint(
        about.title,
        signature[:start] if current else signature,
        current,
        signature[end:] if current else "",
        index,
        parameter,
        meaning,
        about.summary,
    )
