"""Text to tokens.

One regular expression reads whatever a look at the characters can tell; names with spaces are found by the
longest match in the vocabulary, word by word. The tokens that depend on what stands before them (``[[``,
``]]``, the keys of object literals, heads of functions) are told apart by the previous token and the open
brackets.
"""

from __future__ import annotations

import re

from .source import SyntaxProblem
from .terminals import (
    ALIAS,
    ARROW,
    ASSIGN,
    COLON,
    COMMA,
    COMMAND,
    CONSTANT,
    CONSTRUCTOR,
    DATE,
    DECLARE,
    ELLIPSIS,
    END,
    EXTENDS,
    FIELD,
    FUNCTION,
    GREATER,
    INDIRECTION,
    INTERPROCESS,
    KEY,
    LBRACE,
    LCHAR,
    LESS,
    LOCAL,
    LPAR,
    LSQB,
    MEMBER,
    MINUS,
    NAME,
    NEWLINE,
    NUMBER,
    OPERATOR,
    POINTED,
    PROPERTY,
    QUESTION,
    RBRACE,
    RCHAR,
    RPAR,
    RSQB,
    SEMI,
    SQL,
    STAR,
    STRING,
    TIME,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .words import Vocabulary

    #: Terminal, value, start and end (offsets in the text, end exclusive).
    Token = tuple[int, Any, int, int]

# White space inside a line: blanks, tabs, the no-break space of published code, continued line ends.
_BLANK = r"(?:[ \t\xa0\u202f\ufeff\f\v]|\\[ \t\xa0]*(?:\r\n|\r|\n))"
# A comment that ends in a backslash goes on in the next line.
_COMMENT = r"(?://|`)[^\\\r\n]*(?:\\+(?:[ \t]*(?:\r\n|\r|\n))?[^\\\r\n]*)*"

_LOCAL, _WORD, _MEMBER, _STRING, _NEWLINE, _NUMBER, _SYMBOL, _OTHER, _BLOCK, _DECLARE = range(1, 11)
_MASTER = re.compile(
    rf"{_BLANK}*(?:{_COMMENT}{_BLANK}*)?(?:"
    r"\$(\w+)"
    r"|([^\W\d]\w*)"
    r"|\.[ \t\xa0]*([^\W\d][\w$]*|\$\w[\w$]*)"
    r'|"([^"\\\r\n]*(?:\\(?:[ \t]*(?:\r\n|\r|\n)|[^\r\n])[^"\\\r\n]*)*)"'
    r"|([\r\n]\s*)"
    r"|(0[xX][0-9a-fA-F]+(?!\w)|\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?(?!\w))"
    r"|(:=|[-+*/]=|[();]|->|<=|>=|<<|>>|&&|\|\||\?[-+?]|\^\||\.\.\.|[-+*=>&|%^\\,:]|/(?!\*)|<(?!>\w)"
    r"|\#(?![ \t]*[dD][eE][cC][lL][aA][rR][eE]\b)|\$\{)"
    r"|((?:<>|\u25ca)\w+|[!?][-0-9:/. ]{5,12}[!?]|\d\w*|[\[\]{}?\u2013\u2014\u2026])"
    r"|(/\*)"
    r"|(\#[ \t]*[dD][eE][cC][lL][aA][rR][eE]\b)"
    r")"
).match

_REST_OF_LINE = re.compile(r"[ \t\xa0]*(?://|`|\r|\n|$)").match
_NEXT_WORD = re.compile(r"[ \t\xa0]+(\w+)").match
_TOKEN = re.compile(r":(?:C(\d+)|(K\d+:\d+))(?!\w)").match
_KEY_PATTERN = r"[ \t\xa0]*([^\W\d][\w$]*|\$\w[\w$]*)[ \t\xa0]*(?=:(?!=))"
_FIELD_PATTERN = r"\[[ \t]*[^\W\d]\w*(?:[ \t]+\w+)*(?::\d+)?[ \t]*\][^\W\d]\w*(?:[ \t]+\w+)*(?::\d+)?|\[[^\W\d]\w*(?:[ \t]+\w+)*:\d+\]"
_HEAD_PATTERN = (
    r"((?:(?:shared|local|server|exposed|session|singleton|onhttpget)[ \t\xa0]+)*)"
    r"(?:(function[ \t\xa0]+(?:(?:get|set|query|orderby|event)[ \t\xa0]+(?=[^\W\d]))?[^\W\d]\w*)"
    r"|(class[ \t\xa0]+constructor)|(class[ \t\xa0]+extends[ \t\xa0]+[\w.]+)"
    r"|(alias[ \t\xa0]+\w+[ \t\xa0]+[\w.]+)|(property)(?=[ \t\xa0]+[\w$\"]))"
)
#: Words that may start a head; everywhere else they are ordinary names.
_HEADS = frozenset(
    "function class shared local server exposed session singleton onhttpget alias property".split()
)

_SYMBOLS: dict[str, int] = {
    ":=": ASSIGN,
    "+=": ASSIGN,
    "-=": ASSIGN,
    "*=": ASSIGN,
    "/=": ASSIGN,
    "(": LPAR,
    ")": RPAR,
    ";": SEMI,
    "->": ARROW,
    ",": COMMA,
    ":": COLON,
    "-": MINUS,
    "*": STAR,
    "<": LESS,
    ">": GREATER,
    "...": ELLIPSIS,
    "${": INDIRECTION,
}
_SYMBOLS.update(dict.fromkeys("+ / = # & | % ^ \\ <= >= << >> && || ?+ ?- ?? ^|".split(), OPERATOR))

#: Behind one of these a bracket or an arrow belongs to an operand.
_OPERAND_END = frozenset(
    (
        LOCAL,
        INTERPROCESS,
        NAME,
        COMMAND,
        CONSTANT,
        FIELD,
        MEMBER,
        POINTED,
        STRING,
        ARROW,
        RPAR,
        RSQB,
        RCHAR,
        RBRACE,
    )
)

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "N": "\n", "T": "\t", "R": "\r", '"': '"', "\\": "\\"}


def tokenize(text: str, vocabulary: Vocabulary, problems: list[SyntaxProblem] | None = None) -> list[Token]:
    """The tokens of *text*, with a NEWLINE and an END last; raises :class:`SyntaxProblem`.

    What is wrong but harmless, because published code has it, is left out and added to *problems*.
    """
    if problems is None:
        problems = []
    tokens: list[Token] = []
    emit = tokens.append
    names = vocabulary.names
    longest = vocabulary.longest
    learn = vocabulary.learn
    match = _MASTER
    brackets: list[int] = []  # open ones: LCHAR, LSQB, LBRACE (an element), KEY (an object literal)
    position = 0
    previous = NEWLINE
    key_next = False
    depth = 0  # of parentheses on this line
    while True:
        found = match(text, position)
        if found is None:
            position = _end_or_problem(text, position)
            break
        kind = found.lastindex
        end = found.end()
        if key_next:
            key_next = False
            key = _key(text, position)
            if key is not None:
                start, end, word = key
                emit((KEY, word, start, end))
                previous, position = KEY, end
                continue
        if kind == _LOCAL:
            emit((LOCAL, found[1], found.start(1) - 1, end))
            previous = LOCAL
        elif kind == _WORD:
            word = found[2]
            start = end - len(word)
            lower = word.lower()
            size = longest.get(lower)
            if size is None:
                size = learn(lower)
            if previous == NEWLINE and lower in _HEADS:
                head = _head(text, start)
                if head is not None:
                    emit(head)
                    previous, position = head[0], head[3]
                    continue
            if size == 1 and text[end : end + 1] != ":":
                previous, value = names[lower]
            else:
                previous, value, end = _longest_name(text, start, end, lower, size, vocabulary)
                if previous == SQL:
                    value, end = _sql(text, start, end)
            emit((previous, value, start, end))
        elif kind == _MEMBER:
            emit((MEMBER, found[3], found.start(3) - 1, end))
            previous = MEMBER
        elif kind == _STRING:
            value = found[4]
            emit((STRING, _unescape(value) if "\\" in value else value, found.start(4) - 1, end))
            previous = STRING
        elif kind == _SYMBOL:
            symbol = found[7]
            start = end - len(symbol)
            terminal = _SYMBOLS[symbol]
            if terminal == LPAR:
                depth += 1
            elif terminal == RPAR:
                depth -= 1
                if depth < 0 and previous in _OPERAND_END and _REST_OF_LINE(text, end):
                    # Published code has a bracket too many at the end of a line; nothing else can be meant.
                    problems.append(SyntaxProblem(") without (", start, end, code="extra-parenthesis"))
                    depth, position = 0, end
                    continue
            elif terminal == ARROW:
                following = text[end : end + 1]
                if previous not in _OPERAND_END:
                    emit((ARROW, symbol, start, end))
                    previous, position = OPERATOR, end  # a pointer to what follows: not the end of an operand
                    continue
                if following == "_" or following.isalpha():
                    word = _word_at(text, end)
                    end += len(word)
                    emit((POINTED, word, start, end))
                    previous, position = POINTED, end
                    continue
            elif terminal == SEMI:
                key_next = bool(brackets) and brackets[-1] == KEY
            elif terminal == INDIRECTION:
                brackets.append(LBRACE)
            emit((terminal, symbol, start, end))
            previous = terminal
        elif kind == _NEWLINE:
            depth = 0
            if previous == SEMI:
                _drop_semicolon(tokens, problems)
            if previous != NEWLINE:
                emit((NEWLINE, None, found.start(5), end))
                previous = NEWLINE
        elif kind == _NUMBER:
            emit((NUMBER, _number(found[6]), found.start(6), end))
            previous = NUMBER
        elif kind == _OTHER:
            start = found.start(8)
            token = _other(text, start, end, previous, brackets, vocabulary)
            key_next = token[0] == LBRACE and brackets[-1:] == [KEY]
            emit(token)
            previous, end = token[0], token[3]
        elif kind == _BLOCK:
            end = _skip_comment(text, found.start(9))
        else:
            emit((DECLARE, None, found.start(10), end))
            previous = DECLARE
        position = end
    if previous == SEMI:
        _drop_semicolon(tokens, problems)
    if previous != NEWLINE:
        emit((NEWLINE, None, position, position))
    emit((END, None, position, position))
    return tokens


def _drop_semicolon(tokens: list[Token], problems: list[SyntaxProblem]) -> None:
    _, _, start, end = tokens.pop()
    problems.append(SyntaxProblem("; at the end of the line", start, end, code="stray-semicolon"))


def _end_or_problem(text: str, position: int) -> int:
    """The end of the text when nothing but white space and comments is left; raises otherwise."""
    if position >= len(text):
        return position
    rest = re.compile(rf"{_BLANK}*(?:{_COMMENT})?").match(text, position)
    assert rest is not None
    offset = rest.end()
    if offset >= len(text):
        return len(text)
    if text[offset] == '"':
        end = len(text) if (line := re.compile(r"[\r\n]").search(text, offset)) is None else line.start()
        raise SyntaxProblem(
            'the text has no closing "', offset, end, hint='close it with ", or end its line with \\ to go on'
        )
    if text[offset] in "\u201c\u201d":
        raise SyntaxProblem(f"{text[offset]} does not enclose a text", offset, offset + 1, hint='write "')
    if text[offset] == "\\":
        raise SyntaxProblem(
            "the line does not end behind \\", offset, offset + 1, hint="remove what follows it"
        )
    raise SyntaxProblem(f"{text[offset]!r} has no meaning here", offset, offset + 1)


def _longest_name(
    text: str, start: int, end: int, lower: str, size: int, vocabulary: Vocabulary
) -> tuple[int, Any, int]:
    """The longest name of the vocabulary that starts with the word *lower*, or an unknown one."""
    ends = [end]
    words = [lower]
    while len(words) < size:
        following = _NEXT_WORD(text, ends[-1])
        if following is None:
            break
        words.append(following[1].lower())
        ends.append(following.end())
    for count in range(len(words), 0, -1):
        entry = vocabulary.names.get(" ".join(words[:count]))
        if entry is not None:
            end = ends[count - 1]
            if entry[0] in (COMMAND, CONSTANT, NAME):
                end = _old_name(text, end)
            return _by_token(text, start, end, entry, vocabulary)
    # Words that nothing knows, side by side, are one name: a project method of another file.
    end = _old_name(text, ends[0])
    while (following := _NEXT_WORD(text, end)) is not None and not _known(text, following, vocabulary):
        end = following.end()
    name = text[start:end] if end == ends[0] else " ".join(text[start:end].split())
    return _by_token(text, start, end, (NAME, name), vocabulary)


def _old_name(text: str, end: int) -> int:
    """The end of a name that nothing knows any more, where a token behind it shows that it goes on from *end*."""
    if text[end : end + 1] not in (" ", "\t", "\xa0"):
        return end
    longer = re.compile(r"(?:[ \t\xa0]+\w+)+(?=:(?:C\d|K\d+:\d))").match(text, end)
    return end if longer is None else longer.end()


def _known(text: str, first: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a name of the vocabulary starts with the word *first*."""
    words = [first[1].lower()]
    end = first.end()
    size = vocabulary.longest.get(words[0])
    for _ in range(vocabulary.learn(words[0]) if size is None else size):
        if " ".join(words) in vocabulary.names:
            return True
        following = _NEXT_WORD(text, end)
        if following is None:
            return False
        words.append(following[1].lower())
        end = following.end()
    return False


def _by_token(
    text: str, start: int, end: int, entry: tuple[int, Any], vocabulary: Vocabulary
) -> tuple[int, Any, int]:
    """The entry, or the one that the token behind the name says: numbers beat names."""
    if text[end : end + 1] == ":" and (token := _TOKEN(text, end)) is not None:
        if token[1] is not None:
            return COMMAND, (int(token[1]), text[start:end]), token.end()
        name = (vocabulary.tokens or {}).get(token[2])
        if name is not None:
            return *vocabulary.constant(name), token.end()
        if entry[0] == CONSTANT:
            return entry[0], entry[1], token.end()
    return entry[0], entry[1], end


def _word_at(text: str, position: int) -> str:
    found = re.compile(r"\w[\w$]*").match(text, position)
    return found[0] if found is not None else ""


def _key(text: str, position: int) -> tuple[int, int, str] | None:
    found = re.compile(rf"(?:{_BLANK}|{_COMMENT}[\r\n]+)*{_KEY_PATTERN}").match(text, position)
    return None if found is None else (found.start(1), found.end(1), found[1])


def _head(text: str, start: int) -> Token | None:
    """The head of a function, class or property that starts here, if one does."""
    found = re.compile(_HEAD_PATTERN, re.IGNORECASE).match(text, start)
    if found is None:
        return None
    head = " ".join(found[0].split())
    if found[2] is not None:
        return FUNCTION, head, start, found.end()
    if found[3] is not None:
        return CONSTRUCTOR, head, start, found.end()
    if found[4] is not None:
        return EXTENDS, head.split()[-1], start, found.end()
    if found[5] is not None:
        return ALIAS, head, start, found.end()
    return PROPERTY, None, start, found.end()


def _sql(text: str, start: int, end: int) -> tuple[str, int]:
    found = re.compile(r"end[ \t\xa0]+sql\b", re.IGNORECASE).search(text, end)
    if found is None:
        raise SyntaxProblem("Begin SQL has no End SQL", start, end, hint="add End SQL")
    return text[end : found.start()], found.end()


def _skip_comment(text: str, start: int) -> int:
    """The end of the comment that opens at *start*; comments nest."""
    depth = 0
    for found in re.compile(r"/\*|\*/").finditer(text, start):
        depth += 1 if found[0] == "/*" else -1
        if depth == 0:
            return found.end()
    raise SyntaxProblem("the comment has no closing */", start, start + 2, hint="close it with */")


def _number(text: str) -> int | float:
    if text[:2] in ("0x", "0X"):
        value = int(text, 16)
        # Hexadecimal constants are 32 bits wide, the highest is the sign.
        return value - 2**32 if 2**31 <= value < 2**32 else value
    if text.isdecimal() and len(text) < 16:
        return int(text)
    return float(text.replace(",", "."))


def _unescape(text: str) -> str:
    """The text that a literal stands for: escapes resolved, continued lines joined."""
    return re.compile(r"\\(?:[ \t]*(?:\r\n|\r|\n)|(.))", re.DOTALL).sub(
        lambda m: "" if m[1] is None else _ESCAPES.get(m[1], "\\" + m[1]), text
    )


def _other(
    text: str, start: int, end: int, previous: int, brackets: list[int], vocabulary: Vocabulary
) -> Token:
    """The rare tokens: brackets that need the context, dates, times, names that start with a digit."""
    symbol = text[start]
    operand = previous in _OPERAND_END
    if symbol == "[":
        if operand and text.startswith("[[", start):
            brackets.append(LCHAR)
            return LCHAR, None, start, start + 2
        if not operand and (field := re.compile(_FIELD_PATTERN).match(text, start)) is not None:
            return FIELD, field[0], start, field.end()
        brackets.append(LSQB)
        return LSQB, None, start, end
    if symbol == "]":
        opened = brackets.pop() if brackets else LSQB
        if opened == LCHAR and text.startswith("]]", start):
            return RCHAR, None, start, start + 2
        return RSQB, None, start, end
    if symbol == "{":
        brackets.append(LBRACE if operand else KEY)
        return LBRACE, None, start, end
    if symbol == "}":
        if brackets:
            brackets.pop()
        return RBRACE, None, start, end
    if symbol in "<\u25ca":
        return INTERPROCESS, text[start:end].lstrip("<>\u25ca"), start, end
    if symbol == "!":
        return DATE, _date(text[start + 1 : end - 1], start, end), start, end
    if symbol == "?":
        if end == start + 1:
            return QUESTION, None, start, end
        seconds = _seconds(text[start + 1 : end - 1])
        # Not a time: the question mark of a ternary, whose branch starts with a number.
        return (QUESTION, None, start, start + 1) if seconds is None else (TIME, seconds, start, end)
    if symbol in "\u2013\u2014":
        return MINUS, "-", start, end
    if symbol == "\u2026":
        return ELLIPSIS, symbol, start, end
    # A name that starts with a digit: `4D`, or a project method.
    lower = text[start:end].lower()
    terminal, value, end = _longest_name(text, start, end, lower, vocabulary.learn(lower), vocabulary)
    return terminal, value, start, end


def _date(text: str, start: int, end: int) -> tuple[int, int, int]:
    parts = re.split(r"[-/. ]+", text.strip())
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise SyntaxProblem("not a date", start, end, code="invalid-date", hint="write !YYYY-MM-DD!")
    first, second, third = map(int, parts)
    if not (first or second or third):
        return 0, 0, 0
    if len(parts[0]) > 2:
        year, month, day = first, second, third
    else:
        # Without the year in front, month and day come as the United States write them, or the only way they can.
        year, month, day = (third, second, first) if first > 12 else (third, first, second)
        if len(parts[2]) <= 2:
            year += 2000 if year < 30 else 1900
    if not (1 <= month <= 12 and 1 <= day <= _days(year, month) and 1 <= year <= 32767):
        raise SyntaxProblem(
            "there is no such day", start, end, code="invalid-date", hint="write !YYYY-MM-DD!"
        )
    return year, month, day


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _seconds(text: str) -> int | None:
    parts = text.strip().split(":")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    hours, minutes, seconds = map(int, parts)
    return hours * 3600 + minutes * 60 + seconds
