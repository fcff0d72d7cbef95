"""Where a regular expression fits a text: by ICU, whose syntax is that of 4D (commands/match-regex.md).

Without ICU the pattern is translated for Python's engine, see :mod:`stdlib4d.regex`.
"""

from __future__ import annotations

from functools import lru_cache

from .errors import LanguageError
from .unicode_library import icu
from .utf16 import joined, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    #: Begin and end, in UTF-16 units, of a match and of each of its groups; -1 for a group that took no part.
    Spans = list[tuple[int, int]]

#: What is wrong, by ICU's numbers of errors.
_PROBLEMS = {
    66305: "its syntax is wrong",
    66307: "an escape is none",
    66308: "a property is none",
    66309: "a feature that there is not yet",
    66310: "a parenthesis is not closed or not opened",
    66311: "a number is too big",
    66312: "{ } is wrong",
    66313: "the maximum is below the minimum",
    66314: "a back reference leads nowhere",
    66315: "a flag is none",
    66316: "what it looks back at has no greatest length",
    66317: "a set is wrong",
    66318: "a range in a set is wrong",
    66319: "a [ is not closed",
    66320: "a set is not allowed there",
    66321: "it is too deep for this text",
    66325: "the name of a group is wrong",
}


def spans(pattern: str, text: str, start: int | None, here: bool) -> Spans | None:
    """Where *pattern* fits *text*: all of it, or from *start* on, or *here*, at *start*; ``None`` for nowhere.

    *start* is counted in UTF-16 units, from 0.
    """
    library = icu()
    return (
        _by_python(pattern, text, start, here)
        if library is None
        else _by_icu(library, pattern, text, start, here)
    )


def _by_icu(library: Any, pattern: str, text: str, start: int | None, here: bool) -> Spans | None:
    text = units(text)
    interruption: list[BaseException] = []
    going_on = _going_on(interruption)
    next(going_on)
    try:
        matcher = _compiled(library, pattern).matcher(text)
        # ICU asks it once in a while, so that no pattern runs beyond the limits of the run.
        matcher.setMatchCallback(going_on.send)
        if start is None:
            found = matcher.matches()
        elif here:
            matcher.region(start, len(text))
            matcher.useAnchoringBounds(False)
            matcher.useTransparentBounds(True)
            found = matcher.lookingAt()
        else:
            found = matcher.find(start)
    except library.ICUError as error:
        if interruption:
            raise interruption[0] from None
        code = error.args[0]
        problem = _PROBLEMS.get(code, "it is faulty")
        raise LanguageError(
            code, f"Match regex: pattern: wanted a regular expression, got a faulty one: {problem}"
        ) from None
    if not found:
        return None
    return [(matcher.start(group), matcher.end(group)) for group in range(matcher.groupCount() + 1)]


def _going_on(interruption: list[BaseException]) -> Generator[bool, object, None]:
    """Says yes each time that it is asked, until the thread is interrupted: it keeps what does that, and says no.

    A generator, as it is inside of its ``try`` whenever it is woken; a function would be interrupted before.
    """
    try:
        while True:
            yield True
    except GeneratorExit:
        raise
    except BaseException as error:
        interruption.append(error)
        yield False


@lru_cache(maxsize=256)
def _compiled(library: Any, pattern: str) -> Any:
    return library.RegexPattern.compile(units(pattern), 0)


def _by_python(pattern: str, text: str, start: int | None, here: bool) -> Spans | None:
    from .regex import compiled

    expression = compiled(pattern)
    counted = units(text)
    if start is None:
        found = expression.fullmatch(text)
    else:
        index = start if counted is text else len(joined(counted[:start]))
        found = expression.match(text, index) if here else expression.search(text, index)
    if found is None:
        return None
    places = [found.span(group) for group in range(expression.groups + 1)]
    if counted is text:
        return places
    return [
        (-1, -1) if begin < 0 else (len(units(text[:begin])), len(units(text[:end]))) for begin, end in places
    ]
