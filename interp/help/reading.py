"""The pieces of 4D code, with the names that 4D and a project have."""

from __future__ import annotations

from grammar.pieces import OPEN_COMMENT, OPEN_SQL, OPEN_STRING, Reader

from ..project import vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grammar.lexer import Token


def reader_of(methods: Sequence[str] = ()) -> Reader:
    """What reads code that may call the project *methods*. It keeps what it has read: use it again."""
    return Reader(vocabulary().with_methods(methods), methods, _french, _tokens)


def lines_before(reader: Reader, text: str, cursor: int) -> list[tuple[int, str, list[Token]]]:
    """The lines up to the *cursor*, as :meth:`Reader.chunks` gives them; the last one is where the cursor is."""
    lines = list(reader.chunks(text[:cursor]))
    if not lines or (lines[-1][1].endswith(("\n", "\r")) and not _continued(lines[-1])):
        lines.append((cursor, "", []))
    return lines


def _continued(line: tuple[int, str, list[Token]]) -> bool:
    """Whether what comes behind the end of the line still belongs to it."""
    kind, _, start, end = line[2][-1]
    return kind in (OPEN_STRING, OPEN_COMMENT, OPEN_SQL) or "\\" in line[1][start:end]


def _french() -> str:
    from stdlib4d.french import NAMES

    return NAMES


def _tokens() -> Mapping[str, str]:
    from stdlib4d.tokens import CONSTANT_TOKENS

    return CONSTANT_TOKENS
