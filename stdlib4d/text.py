"""The commands of the theme String. Positions count UTF-16 code units, as 4D does."""

from __future__ import annotations

from .errors import INDEX_OUT_OF_RANGE, LanguageError
from .references import Array, Pointer, assign_through, dereference
from .registry import command
from .utf16 import joined, units
from .values import StarType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: White space and line terminators of ECMAScript, which ``Trim`` follows.
WHITESPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
#: Options of ``Split string`` (theme Strings).
IGNORE_EMPTY_STRINGS = 1
TRIM_SPACES = 2


@command("Length", 16, "( string : Text ) : Integer")
def length(text: str) -> int:
    """Returns the number of characters (commands/length.md)."""
    return len(units(text))


@command("Uppercase", 13, "( aString : Text {; * : Operator} ) : Text")
def uppercase(text: str, star: Value = None) -> str:
    """Returns the text in capitals, without accents unless ``*`` is passed (commands/uppercase.md)."""
    return text.upper() if star is not None or text.isascii() else without_accents(text).upper()


@command("Lowercase", 14, "( aString : Text {; * : Operator} ) : Text")
def lowercase(text: str, star: Value = None) -> str:
    """Returns the text in small letters, without accents unless ``*`` is passed (commands/lowercase.md)."""
    return text.lower() if star is not None or text.isascii() else without_accents(text).lower()


def without_accents(text: str) -> str:
    """*text* with the accents of its Latin letters removed."""
    from unicodedata import combining, normalize

    kept: list[str] = []
    latin = False
    for char in normalize("NFD", text):
        if combining(char):
            if latin:
                continue
        else:
            latin = char < "\u0250" and char.isalpha()
        kept.append(char)
    return normalize("NFC", "".join(kept))


@command("Substring", 12, "( source : Text ; firstChar : Integer {; numChars : Integer} ) : Text")
def substring(text: str, first: int, count: int | None = None) -> str:
    """Returns a part of the text, from a position to the end or of a given length (commands/substring.md)."""
    text = units(text)
    start = max(first, 1) - 1
    return joined(text[start:] if count is None else text[start : start + max(count, 0)])


@command(
    "Position",
    15,
    "( find : Text ; aString : Text {; start : Integer, Operator"
    " {; lengthFound : Variable, Operator {; options : Integer, Operator}}} ) : Integer",
)
def position(find: str, text: str, start: Value = 1, length: Value = None, options: Value = None) -> int:
    """Returns where a text first occurs in another, 0 when it does not (commands/position.md).

    Case and accents do not count unless ``*`` or options say so. The variable gets the length of what was found.
    """
    from .text_search import BY_LANGUAGE, CHAR_CODES, find_text

    if start.__class__ is not int:
        start, options = 1, start
    elif isinstance(length, StarType):
        length, options = None, length
    mode = BY_LANGUAGE if options is None else CHAR_CODES if isinstance(options, StarType) else options
    found, size = find_text(find, text, start, mode)
    if length is not None:
        assign_through(length, size)
    return found


@command(
    "Replace string",
    233,
    "( source : Text ; oldString : Text ; newString : Text"
    " {; howMany : Integer, Operator {; * : Operator}} ) : Text",
)
def replace_string(text: str, old: str, new: str, count: Value = None, star: Value = None) -> str:
    """Returns the text with occurrences of one text replaced by another (commands/replace-string.md).

    Case and accents do not count unless ``*`` is passed.
    """
    if count is not None and count.__class__ is not int:
        count, star = None, count
    if not old or (count is not None and count <= 0):
        return text
    if star is not None:
        return text.replace(old, new, -1 if count is None else min(count, len(text)))
    from .text_search import replaced

    return replaced(text, old, new, count)


@command("Insert string", 231, "( source : Text ; what : Text ; where : Integer ) : Text")
def insert_string(text: str, what: str, where: int) -> str:
    """Returns the text with another inserted before a position (commands/insert-string.md)."""
    text = units(text)
    index = max(where, 1) - 1
    return joined(text[:index] + what + text[index:])


@command("Delete string", 232, "( source : Text ; where : Integer ; numChars : Integer ) : Text")
def delete_string(text: str, where: int, count: int) -> str:
    """Returns the text without a number of characters from a position (commands/delete-string.md)."""
    text = units(text)
    index = max(where, 1) - 1
    return joined(text[:index] + text[index + max(count, 0) :])


@command("Change string", 234, "( source : Text ; newChars : Text ; where : Integer ) : Text")
def change_string(text: str, new: str, where: int) -> str:
    """Returns the text with characters overwritten from a position (commands/change-string.md)."""
    text, new = units(text), units(new)
    if not 1 <= where <= len(text):
        return joined(text)
    index = where - 1
    new = new[: len(text) - index]
    return joined(text[:index] + new + text[index + len(new) :])


@command("Character code", 91, "( character : Text ) : Integer")
def character_code(text: str) -> int:
    """Returns the UTF-16 code of the first character, 0 for an empty text (commands/character-code.md)."""
    return ord(units(text[0])[0]) if text else 0


@command("Char", 90, "( charCode : Integer ) : Text")
def char(code: int) -> str:
    """Returns the character with a UTF-16 code (commands/char.md)."""
    if not 0 <= code <= 0xFFFF:
        raise LanguageError(
            INDEX_OUT_OF_RANGE,
            f"Char: charCode: wanted 0 to 65535, got {code}",
            hint="a character beyond 65535 is written as two codes, a surrogate pair",
        )
    return chr(code)


@command(
    "Split string", 1554, "( stringToSplit : Text ; separator : Text {; options : Integer} ) : Collection"
)
def split_string(text: str, separator: str, options: int = 0) -> list[Value]:
    """Returns the parts of a text between separators (commands/split-string.md).

    An empty text has no parts (the page of Collection.flatMap shows it).
    """
    if not text:
        return []
    parts = text.split(separator) if separator else list(text)
    if options & TRIM_SPACES:
        parts = [part.strip(WHITESPACE) for part in parts]
    return [part for part in parts if part] if options & IGNORE_EMPTY_STRINGS else list(parts)


@command("Trim", 1853, "( aString : Text ) : Text")
def trim(text: str) -> str:
    """Returns the text without white space at both ends (commands/trim.md)."""
    return text.strip(WHITESPACE)


@command("Trim start", 1854, "( aString : Text ) : Text")
def trim_start(text: str) -> str:
    """Returns the text without white space at its start (commands/trim-start.md)."""
    return text.lstrip(WHITESPACE)


@command("Trim end", 1855, "( aString : Text ) : Text")
def trim_end(text: str) -> str:
    """Returns the text without white space at its end (commands/trim-end.md)."""
    return text.rstrip(WHITESPACE)


@command("Compare strings", 1756, "( aString : Text ; bString : Text {; options : Integer} ) : Integer")
def compare_strings(one: str, other: str, options: int | None = None) -> int:
    """Returns -1, 0 or 1 as the first text is lower, equal or higher (commands/compare-strings.md)."""
    from .text_search import BY_LANGUAGE, compared

    return compared(one, other, BY_LANGUAGE if options is None else options)


@command(
    "Match regex",
    1019,
    "( pattern : Text ; aString : Text {; start : Integer {; pos_found : Variable, Operator"
    " {; length_found : Variable, Operator {; * : Operator}}}} ) : Boolean",
)
def match_regex(
    pattern: str,
    text: str,
    start: int | None = None,
    places: Value = None,
    lengths: Value = None,
    star: Value = None,
) -> bool:
    """Tells whether a regular expression fits a whole text, or occurs in it (commands/match-regex.md).

    It occurs at or after the start, with ``*`` at the start itself. Variables get position and length, 0 without a
    match. Arrays get them as their element 0, and those of the groups as the others; both are 0 for a group that
    took no part.
    """
    from .matching import spans

    if start is None:
        return spans(pattern, text, None, False) is not None
    if isinstance(places, StarType):
        places, star = None, places
    elif isinstance(lengths, StarType):
        lengths, star = None, lengths
    inside = 1 <= start <= len(units(text)) + 1
    # A faulty pattern is an error wherever it would have begun.
    found = spans(pattern, text if inside else "", start - 1 if inside else 0, star is not None)
    found = found if inside else None
    if places is not None:
        _tell(places, [begin + 1 for begin, _ in found or ()] or [0])
    if lengths is not None:
        _tell(lengths, [end - begin for begin, end in found or ()] or [0])
    return found is not None


def _tell(variable: Pointer, numbers: list[int]) -> None:
    """Stores the first of *numbers* in a variable, or all of them from element 0 on in an array."""
    array = dereference(variable)
    if isinstance(array, Array):
        from .array_variables import fill

        fill(array, numbers[1:])
        array.put(0, numbers[0])
    else:
        assign_through(variable, numbers[0])
