"""The pieces of 4D code, with the names that 4D and a project have."""

from __future__ import annotations

from grammar.pieces import Reader

from ..project import vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def reader_of(methods: Sequence[str] = ()) -> Reader:
    """What reads code that may call the project *methods*. It keeps what it has read: use it again."""
    return Reader(vocabulary().with_methods(methods), methods, _french, _tokens)


def _french() -> str:
    from stdlib4d.french import NAMES

    return NAMES


def _tokens() -> Mapping[str, str]:
    from stdlib4d.tokens import CONSTANT_TOKENS

    return CONSTANT_TOKENS
