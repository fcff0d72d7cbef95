"""What stands in front of a full stop: its value where there is one, otherwise its type as far as declarations tell it.

Nothing is called and nothing computed: properties of objects are read from the objects themselves, of everything else
only the type is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from grammar import pieces as p
from grammar import terminals as t
from stdlib4d.registry import parse_signature
from stdlib4d.values import NativeObject

from .commands import classes, commands, members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from grammar.lexer import Token
    from stdlib4d.values import Value

    from .surroundings import Surroundings

#: What ``4D`` and ``cs`` stand for.
STORES = {1709: "4D", 1710: "cs"}
#: How many lines before an assignment are looked at for what it assigns.
_BACK = 50
_OPENING = {t.RPAR: t.LPAR, t.RSQB: t.LSQB, t.RBRACE: t.LBRACE, t.RCHAR: t.LCHAR}


@dataclass(frozen=True)
class Receiver:
    """A value, or without one (``known`` is false) its type: ``4D.File``, ``Collection``, ``4D``, ``new 4D.File``."""

    type: str = ""
    value: Value = None
    known: bool = False


def receiver(
    found: list[Token], last: int, around: Surroundings, lines: Sequence[list[Token]] = ()
) -> Receiver:
    """What the pieces up to *last* stand for that belong together; *lines* are what was written before them."""
    base, steps = _path(found, last)
    if base is None:
        return Receiver()
    current = _base(base, around, lines)
    place = 0
    while place < len(steps):
        kind, what = steps[place]
        called = place + 1 < len(steps) and steps[place + 1][0] == "call"
        if kind == "member":
            current = _member(current, str(what), called)
            place += called
        elif kind == "element":
            current = _element(current, what)
        # A call of a command, whose result is its type already, changes nothing.
        place += 1
    return current


def _path(found: list[Token], last: int) -> tuple[Token | None, list[tuple[str, object]]]:
    """The piece that a path begins with, and the steps from there."""
    steps: list[tuple[str, object]] = []
    place = last
    while place >= 0:
        kind, value, _, _ = found[place]
        if kind in (t.MEMBER, t.POINTED):
            steps.append(("member", value))
        elif kind in _OPENING:
            opened = _opening(found, place)
            inside = [piece for piece in found[opened + 1 : place] if piece[0] not in (p.BLANK, p.COMMENT)]
            if kind == t.RPAR:
                steps.append(("call", None))
            else:
                plain = len(inside) == 1 and inside[0][0] in (t.NUMBER, t.STRING) and kind == t.RSQB
                steps.append(("element", inside[0][1] if plain else None))
            place = opened
        elif kind not in (p.BLANK, p.COMMENT):
            base = found[place] if kind in (t.LOCAL, t.INTERPROCESS, t.NAME, t.COMMAND) else None
            return base, steps[::-1]
        place -= 1
    return None, []


def _opening(found: list[Token], place: int) -> int:
    """Where the bracket opens that closes at *place*; -1 when it does not."""
    depth = 0
    closing = found[place][0]
    while place >= 0:
        if found[place][0] == closing:
            depth += 1
        elif found[place][0] == _OPENING[closing]:
            depth -= 1
            if depth == 0:
                break
        place -= 1
    return place


def _base(piece: Token, around: Surroundings, lines: Sequence[list[Token]]) -> Receiver:
    kind, value, _, _ = piece
    if kind == t.COMMAND:
        number, name = value
        if number in STORES:
            return Receiver(STORES[number])
        entry = commands().get(name.lower())
        return Receiver(result_of(entry[2])) if entry is not None else Receiver()
    name = f"<>{value}" if kind == t.INTERPROCESS else value
    for own, content in (around.variables if kind == t.LOCAL else around.process).items():
        if own.lower() == name.lower():
            return of_value(content)
    return _declared(lines, kind, name, around)


def _declared(lines: Sequence[list[Token]], kind: int, name: str, around: Surroundings) -> Receiver:
    """What the last line that gives a variable a type or a value says of it."""
    wanted = name.lower()
    for number in range(len(lines) - 1, -1, -1):
        if not any(each == kind and value.lower() == wanted for each, value, _, _ in lines[number]):
            continue
        solid = [piece for piece in lines[number] if piece[0] not in (p.BLANK, p.COMMENT)]
        for place, (each, value, _, _) in enumerate(solid):
            if each != kind or value.lower() != wanted:
                continue
            if solid[place + 1 : place + 2] and solid[place + 1][0] == t.ASSIGN:
                return receiver(solid, len(solid) - 1, around, lines[max(0, number - _BACK) : number])
            ends = (t.COLON, t.ASSIGN, t.RPAR)
            colon = next((i for i in range(place, len(solid)) if solid[i][0] in ends), len(solid) - 1)
            if solid[colon][0] == t.COLON and solid[0][0] in (t.VAR, t.DECLARE, t.FUNCTION):
                return _type(solid[colon + 1 : colon + 3])
    return Receiver()


def _type(pieces: list[Token]) -> Receiver:
    if not pieces:
        return Receiver()
    kind, value, _, _ = pieces[0]
    if kind == t.COMMAND and value[0] in STORES and len(pieces) > 1:
        return Receiver(f"{STORES[value[0]]}.{pieces[1][1]}")
    return Receiver(value if kind == t.NAME else value[1] if kind == t.COMMAND else "")


def of_value(value: Value) -> Receiver:
    """The receiver that a value is."""
    if isinstance(value, NativeObject):
        return Receiver(f"4D.{value.class_name}", value, True)
    if isinstance(value, (dict, list)):
        return Receiver("Collection" if isinstance(value, list) else "Object", value, True)
    return Receiver("", value, True)


def _member(owner: Receiver, name: str, called: bool) -> Receiver:
    """A property of *owner*, or what its function returns."""
    if owner.known and isinstance(owner.value, dict) and not called:
        # Read as the dictionary that it is: what an object computes is not asked for.
        return of_value(dict.get(owner.value, name)) if name in owner.value else Receiver()
    if owner.type == "4D" and name.lower() in classes():
        return Receiver(f"new 4D.{classes()[name.lower()][0]}")
    if owner.type == "cs":
        return Receiver(f"new cs.{name}")
    if owner.type.startswith("new "):
        return Receiver(owner.type.removeprefix("new ")) if name == "new" and called else Receiver()
    signature, _ = members().get(class_of(owner), {}).get(name, ("", ""))
    if signature.startswith("("):
        return Receiver(result_of(signature)) if called else Receiver("4D.Function")
    return Receiver(signature.partition(",")[0])


def _element(owner: Receiver, place: object) -> Receiver:
    if (
        owner.known
        and isinstance(owner.value, list)
        and isinstance(place, int)
        and 0 <= place < len(owner.value)
    ):
        return of_value(list.__getitem__(owner.value, place))
    if owner.known and isinstance(owner.value, dict) and isinstance(place, str) and place in owner.value:
        return of_value(dict.get(owner.value, place))
    return Receiver()


def class_of(owner: Receiver) -> str:
    """The class whose functions *owner* has; empty for none."""
    return owner.type.removeprefix("4D.")


def result_of(signature: str) -> str:
    """The type of the result that a signature declares."""
    return parse_signature(signature).result.partition(",")[0]
