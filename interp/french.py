"""The second reading of a source: in French, where the English one fails or calls what only French knows."""

from __future__ import annotations

import re

from .compiler.frame import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from grammar.french import FrenchVocabulary
    from grammar.source import Source
    from grammar.words import Vocabulary

# The first line of a method that a French 4D has written (commands/method-get-code.md).
_DECLARED = re.compile(r'\s*//\s*%attributes\s*=[^\r\n]*"lang"\s*:\s*"fr"').match
_REST_OF_LINE = re.compile(r"[ \t\xa0]*(?://|`|/\*|$)", re.MULTILINE).match


def french_words(
    source: Source, found: Sequence[Diagnostic], words: Vocabulary, methods: Sequence[str], whole: bool
) -> FrenchVocabulary | None:
    """The vocabulary to read *source* with again; ``None`` where nothing speaks for French.

    Parameters
    ----------
    found: what the English reading has to say.
    words: its vocabulary.
    methods: the names of project methods.
    whole: whether the source is code of many lines; a word alone in it is a call.
    """
    failed = any(d.severity == "error" and d.code != "internal" for d in found)
    unknown = {name for d in found if d.code == "undefined-name" and (name := _called(source.text, d, whole))}
    if not failed and not unknown:
        return None
    from grammar.french import FrenchVocabulary
    from stdlib4d.french import NAMES

    french = FrenchVocabulary(words, NAMES, source.text, methods)
    return french if failed or any(map(french.knows, unknown)) else None


def french_counts(source: Source, found: Sequence[Diagnostic], methods: Sequence[str]) -> bool:
    """Whether the French reading, with the diagnostics *found*, is the one that is meant.

    It is when it has no error, and also when a line begins with a French keyword: then its errors are the true ones.
    """
    if all(d.severity != "error" for d in found):
        return True
    from grammar.french import has_keyword_line

    return has_keyword_line(source.text, methods)


def speak_french(found: Sequence[Diagnostic]) -> None:
    """Makes *found* call the keywords as French source spells them."""
    from grammar.french import in_french

    for diagnostic in found:
        if diagnostic.code == "syntax":
            diagnostic.message = in_french(diagnostic.message)
            diagnostic.hint = in_french(diagnostic.hint)


def _called(text: str, diagnostic: Diagnostic, whole: bool) -> str:
    """The unknown name, where it can't be a variable that somebody else gives a value; else an empty text.

    In a method that says it is French, no variable is called like a French word.
    """
    name, parenthesis, _ = text[diagnostic.start : diagnostic.end].partition("(")
    name = name.strip()
    if parenthesis or len(name.split()) > 1 or _DECLARED(text) is not None:
        return name
    before = text[: diagnostic.start]
    alone = not before[max(before.rfind("\n"), before.rfind("\r")) + 1 :].strip()
    return name if whole and alone and _REST_OF_LINE(text, diagnostic.end) is not None else ""
