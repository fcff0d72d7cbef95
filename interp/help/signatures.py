"""Signatures as help shows them: their parameters, and where each of them stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdlib4d.registry import parse_signature

from .meanings import parameter as meaning_of

#: One parameter in the text of a signature, from its name to its last type.
_PARAMETER = re.compile(r"(?:\.\.\.)?[^\s;(){}][^;(){}]*")


@dataclass(frozen=True)
class ParameterHelp:
    """A parameter: what it is called, which types it takes, and what it is for.

    ``direction`` is ``in``, or ``out`` for a variable that the command gives a value.
    """

    name: str
    types: tuple[str, ...]
    direction: str
    optional: bool
    repeated: bool
    meaning: str


def parameters_of(owner: str, signature: str) -> tuple[ParameterHelp, ...]:
    """The parameters of the command or function *owner*."""
    found = parse_signature(signature)
    first = len(found.parameters) - found.repeated
    return tuple(
        ParameterHelp(
            name=parameter.name,
            types=tuple(type.partition(" ")[2] or type for type in parameter.types),
            direction="out" if parameter.types[0].startswith("Variable") else "in",
            optional=parameter.optional,
            repeated=place >= first,
            meaning=meaning_of(owner, parameter.name),
        )
        for place, parameter in enumerate(found.parameters)
    )


def readable(name: str, signature: str) -> str:
    """A name with its signature: an ``Operator`` that is called by its sign needs no type."""
    shown = re.sub(r"([*<>]) : Operator", r"\1", signature)
    shown = re.sub(r"Variable (?:\w+(?: array)?)(?=\s*[;)}])", "Variable", shown).strip()
    if shown.startswith("("):
        return f"{name}{shown}"
    return f"{name} {shown}".rstrip()


def place_of(signature: str, index: int) -> tuple[int, int]:
    """Where the parameter of the argument at *index* (from 0) stands in *signature*; ``(0, 0)`` for one too many."""
    begins = signature.find("(")
    ends = signature.rfind(")")
    if begins < 0 or ends < begins:
        return 0, 0
    # The result stands behind the last parenthesis, the name of the command before the first one.
    found = [match.span() for match in _PARAMETER.finditer(signature, begins + 1, ends)]
    found = [(start, start + len(signature[start:end].rstrip())) for start, end in found]
    found = [(start, end) for start, end in found if signature[start:end] not in ("...", "")]
    repeated = parse_signature(signature[begins:]).repeated
    if index >= len(found) and repeated:
        first = len(found) - repeated
        index = first + (index - first) % repeated
    return found[index] if index < len(found) else (0, 0)
