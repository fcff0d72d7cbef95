"""Text to tokens.

One regular expression reads whatever a look at the characters can tell; names with spaces are found by the
longest match in the vocabulary, word by word. The tokens that depend on what stands before them (``[[``,
``]]``, the keys of object literals, heads of functions) are told apart by the previous token and the open
brackets.
"""

from __future__ import annotations

from .literals import date, number, seconds, unescape
from .patterns import IGNORECASE, pattern
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
    import re
    from collections.abc import Iterator
    from typing import Any

    from .words import Vocabulary

    #: Terminal, value, start and end (offsets in the text, end exclusive).
    Token = tuple[int, Any, int, int]

# White space inside a line: blanks, tabs, the no-break space of published code, continued line ends.
_BLANK = r"(?:[ \t\xa0\u202f\ufeff\f\v]|\\[ \t\xa0]*+(?:\r\n|\r|\n))"
# A comment that ends in a backslash goes on in the next line.
_COMMENT = r"(?://|`)[^\\\r\n]*+(?:\\++(?:[ \t]*+(?:\r\n|\r|\n))?+[^\\\r\n]*+)*+"

# A token with the blanks behind it. A run of words is one, and so is whatever means nothing.
_SCAN = pattern(
    r"(?:\$\w++"
    r"|[^\W\d]\w*+(?:[ \t\xa0]++\w++)*+(?::(?:C\d++|K\d++:\d++)(?!\w))?+"
    r"|[();]|:=|[\r\n]\s*+"
    r"|\.[ \t\xa0]*(?:[^\W\d][\w$]*+|\$\w[\w$]*+)"
    r'|"[^"\\\r\n]*+(?:\\(?:[ \t]*(?:\r\n|\r|\n)|[^\r\n])[^"\\\r\n]*)*"'
    rf"|{_COMMENT}"
    r"|0[xX][0-9a-fA-F]+(?!\w)|\d++[ \t\xa0]++[^\W\d]|\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?(?!\w)"
    r"|[-+*/]=|->|<=|>=|<<|>>|&&|\|\||\?[-+?]|\^\||\*[+|]|\.\.\.|(?:<>|\u25ca)\w++|\d\w*+"
    r"|![-0-9:/. ]{5,12}[!?]|\?(?=[0-9: ]{5,12}[!?]) *+[0-9]++:[0-9]++:[0-9]++ *+[!?]"
    rf"|\$\{{|/\*|#[ \t\xa0]*(?i:declare)\b|{_BLANK}++|[\s\S])[ \t]*+"
)
#: Characters to scan ahead: few behind a token that ends elsewhere than was scanned, then more and more.
_LEAST, _MOST = 64, 4096
#: Scanning ahead ends at the end of a line that is not continued; of a longer line only what is used is scanned.
_LONG = 1 << 16
_LINE_END = pattern(r"[^\s\\](?=[ \t\xa0]*[\r\n])").search

_REST_OF_LINE = pattern(r"[ \t\xa0]*(?://|`|\r|\n|$)").match
_IS_NUMBER = pattern(r"(?:0[xX][0-9a-fA-F]+|\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)\Z").match
# Constants have names such as `Orientation 180°`.
_NEXT_WORD = pattern(r"[ \t\xa0]+(\w+°?)").match
_CLOSES = pattern(r"(?i)[ \t\xa0]+end[ \t\xa0]+(?:if|case|while|for|use|try|sql)\b").match
# The rest of a name that begins as that of a command does, and a table with blanks in its name.
_MORE_WORDS = pattern(r"(?:[ \t\xa0]+[^\W\d]\w*)+").match
_TABLE = pattern(r"\[((?:[^\W\d]\w*)(?:[ \t\xa0]+\w+)+)\]").match
_TOKEN = pattern(r":(?:C(\d+)|(K\d+:\d+))(?!\w)").match
_KEY = pattern(
    rf"(?:{_BLANK}|{_COMMENT}[\r\n]+)*[ \t\xa0]*([^\W\d][\w$]*|\$\w[\w$]*)[ \t\xa0]*(?=:(?!=))"
).match
_FIELD = pattern(
    r"\[[ \t\xa0]*[^\W\d]\w*(?:[ \t\xa0]+\w+)*(?::\d+)?[ \t\xa0]*\][^\W\d]\w*(?:[ \t\xa0]+\w+)*(?::\d+)?"
    r"|\[[^\W\d]\w*(?:[ \t\xa0]+\w+)*:\d+\]"
).match
_REST = pattern(rf"{_BLANK}*(?:{_COMMENT})?").match
_BREAK = pattern(r"[\r\n]").search
_OLD_NAME = pattern(r"(?:[ \t\xa0]+\w+)+(?=:(?:C\d|K\d+:\d))").match
_WORD = pattern(r"\w[\w$]*").match
_END_SQL = pattern(r"(?:end|fin)[ \t\xa0]+sql\b", IGNORECASE).search
_COMMENT_MARKS = pattern(r"/\*|\*/").finditer
_GAP = r"[ \t\xa0]+"
#: Names of functions and properties, which may contain a dollar sign.
_PROPERTY_NAME = r"(?:[^\W\d]|\$)[\w$]*"
_HEAD = pattern(
    rf"((?:(?:shared|local|server|exposed|session|singleton|onhttpget){_GAP})*)"
    rf"(?:(function{_GAP}(?:(?:get|set|query|orderby|event(?:{_GAP}\w+(?={_GAP}\w))?){_GAP}(?=[^\W\d]|\$))?"
    rf"{_PROPERTY_NAME})"
    rf"|(class{_GAP}constructor)|(class{_GAP}extends{_GAP}[\w.]+)"
    rf"|(alias{_GAP}\w+{_GAP}[\w.]+)|(property)(?={_GAP}[\w$\"]))",
    IGNORECASE,
).match
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
_SYMBOLS.update(dict.fromkeys("+ / = # & | % ^ \\ <= >= << >> && || ?+ ?- ?? ^| *+ *|".split(), OPERATOR))

# Tokens whose meaning depends on what stands around them.
_BLANKS, _LINE, _OPEN, _CLOSE, _PART, _POINTER, _BRACES, _RARE, _BLOCK, _WORDS, _QUERY, _BEYOND, _WRONG = (
    range(-13, 0)
)
_SPECIAL = {"(": _OPEN, ")": _CLOSE, ";": _PART, "->": _POINTER, "${": _BRACES, "/*": _BLOCK}
_SPECIAL.update(dict.fromkeys("[]{}?\u2013\u2014\u2026", _RARE))
_FIXED: dict[str, tuple[int, Any, int]] = {
    symbol: (terminal, symbol, len(symbol)) for symbol, terminal in (_SYMBOLS | _SPECIAL).items()
}

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


def tokenize(text: str, vocabulary: Vocabulary, problems: list[SyntaxProblem] | None = None) -> list[Token]:
    """The tokens of *text*, with a NEWLINE and an END last; raises :class:`SyntaxProblem`.

    What is wrong but harmless, because published code has it, is left out and added to *problems*.
    """
    if problems is None:
        problems = []
    tokens: list[Token] = []
    emit = tokens.append
    known = dict(_FIXED)
    brackets: list[int] = []  # open ones: LCHAR, LSQB, LBRACE (an element), KEY (an object literal)
    position = 0
    previous = NEWLINE
    depth = 0  # of parentheses on this line
    ahead = _MOST
    while position < len(text):
        line_end = _LINE_END(text, position + ahead)
        stop = len(text) if line_end is None else line_end.end()
        ahead = min(2 * ahead, _MOST)
        words: Iterator[str]
        if stop - position < _LONG:
            words = iter(_SCAN.findall(text, position, stop))
        else:
            words = (found[0] for found in _SCAN.finditer(text, position, stop))
        for word in words:
            start = position
            position += len(word)
            if word in known:
                kind, value, size = known[word]
            else:
                kind, value, size = known[word] = _entry(text, start, word, vocabulary)
            if kind >= 0:
                previous = kind
                emit((kind, value, start, start + size))
                continue
            if kind == _OPEN:
                depth += 1
                previous = LPAR
                emit((LPAR, value, start, start + 1))
                continue
            if kind == _CLOSE:
                depth -= 1
                if depth < 0 and previous in _OPERAND_END and _REST_OF_LINE(text, start + 1):
                    # Published code has a bracket too many at the end of a line; nothing else can be meant.
                    problems.append(SyntaxProblem(") without (", start, start + 1, code="extra-parenthesis"))
                    depth = 0
                    continue
                previous = RPAR
                emit((RPAR, value, start, start + 1))
                continue
            if kind == _LINE:
                depth = 0
                if previous == SEMI:
                    _drop_semicolon(tokens, problems)
                if previous != NEWLINE:
                    emit((NEWLINE, None, start, start + size))
                    previous = NEWLINE
                continue
            if kind == _PART:
                previous = SEMI
                emit((SEMI, value, start, start + 1))
                if not brackets or brackets[-1] != KEY or (key := _key(text, start + 1)) is None:
                    continue
                emit(key)
                previous, end = KEY, key[3]
            elif kind == _BLANKS:
                continue
            elif kind == _RARE:
                token = _other(text, start, start + size, previous, brackets, vocabulary)
                emit(token)
                previous, end = token[0], token[3]
                if previous == LBRACE and brackets[-1] == KEY and (key := _key(text, end)) is not None:
                    emit(key)
                    previous, end = KEY, key[3]
            elif kind == _POINTER:
                end = start + 2
                if previous not in _OPERAND_END:
                    emit((ARROW, value, start, end))
                    previous = OPERATOR  # a pointer to what follows: not the end of an operand
                    continue
                name = (
                    _word_at(text, end)
                    if (follows := text[end : end + 1]) == "_" or follows.isalpha()
                    else ""
                )
                end += len(name)
                previous = POINTED if name else ARROW
                emit((previous, name or value, start, end))
            elif kind == _WORDS:
                # A run of words that is more than one name, or that may begin the head of a function.
                head = _head(text, start) if previous == NEWLINE else None
                if head is None:
                    head = _longer_name(text, (*value, start, start + size), vocabulary)
                emit(head)
                previous, end = head[0], head[3]
            elif kind == _QUERY:
                previous = SQL
                value, end = _sql(text, start, start + size)
                emit((SQL, value, start, end))
            elif kind == _BRACES:
                brackets.append(LBRACE)
                previous, end = INDIRECTION, start + 2
                emit((INDIRECTION, value, start, end))
            elif kind == _BEYOND:
                # A member behind a full stop and blanks.
                previous, end = MEMBER, start + size
                emit((MEMBER, value, end - len(value) - 1, end))
            elif kind == _BLOCK:
                end = _skip_comment(text, start)
            else:
                end = _end_or_problem(text, start)
            if position < end:
                # The token goes on: what was scanned of it is left out.
                for word in words:
                    position += len(word)
                    if position >= end:
                        break
                else:
                    position = end
            if position > end and not text[end:position].isspace():
                # It ends before what was scanned.
                position, ahead = end, _LEAST
                break
    if previous == SEMI:
        _drop_semicolon(tokens, problems)
    if previous != NEWLINE:
        emit((NEWLINE, None, position, position))
    emit((END, None, position, position))
    return tokens


def _entry(text: str, start: int, scanned: str, vocabulary: Vocabulary) -> tuple[int, Any, int]:
    """What *scanned*, found at *start*, stands for wherever it stands: a terminal or a special case, value, size."""
    word = scanned.rstrip(" \t")
    size = len(word)
    first = word[:1]
    if first.isdecimal():
        if size < 16 and word.isdecimal():
            return NUMBER, int(word), size
        return (NUMBER, number(word), size) if _IS_NUMBER(word) else (_RARE, None, size)
    if first == "$":
        if size > 1 and word != "${":
            return LOCAL, word[1:], size
    elif first.isalpha() or first == "_":
        return _words(text, start, word, vocabulary)
    elif first == ".":
        name = word[1:].lstrip(" \t\xa0")
        if name and name != "..":
            return MEMBER if len(name) == size - 1 else _BEYOND, name, size
    elif first == '"':
        value = word[1:-1]
        if size > 1:
            return STRING, unescape(value) if "\\" in value else value, size
    elif first == "#" and size > 1:
        return DECLARE, None, size
    elif scanned[0] in "\r\n":
        return _LINE, None, len(scanned)
    elif not first or first in " \t\xa0\u202f\ufeff\f\v`" or (first == "\\" and size > 1) or word[:2] == "//":
        return _BLANKS, None, size
    elif size > 1 and word not in _FIXED:
        return _RARE, None, size
    return _FIXED.get(word, (_WRONG, None, size))


def _words(text: str, start: int, word: str, vocabulary: Vocabulary) -> tuple[int, Any, int]:
    """What a run of words stands for: a name, or several."""
    lower = word.lower()
    first = lower.partition(" ")[0]
    if (known := vocabulary.names.get(lower)) is not None and known[0] != SQL and first not in _HEADS:
        return *known, len(word)
    first = _word_at(word, 0)
    lower = first.lower()
    size = vocabulary.longest.get(lower)
    if size is None:
        size = vocabulary.learn(lower)
    terminal, value, end = _longest_name(text, start, start + len(first), lower, size, vocabulary)
    if terminal == SQL:
        return _QUERY, None, end - start
    if lower in _HEADS or end - start != len(word):
        return _WORDS, (terminal, value), end - start
    return terminal, value, end - start


def _drop_semicolon(tokens: list[Token], problems: list[SyntaxProblem]) -> None:
    _, _, start, end = tokens.pop()
    problems.append(SyntaxProblem("; at the end of the line", start, end, code="stray-semicolon"))


def _end_or_problem(text: str, position: int) -> int:
    """The end of the text when nothing but white space and comments is left; raises otherwise."""
    if position >= len(text):
        return position
    rest = _REST(text, position)
    assert rest is not None
    offset = rest.end()
    if offset >= len(text):
        return len(text)
    if text[offset] == '"':
        end = len(text) if (line := _BREAK(text, offset)) is None else line.start()
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
    # Words side by side, the first of which nothing knows, are one name: a project method that is not at hand. It may
    # contain what is a name by itself, and keywords, since no two operands follow each other.
    end = _old_name(text, ends[0])
    while (following := _NEXT_WORD(text, end)) is not None and not _CLOSES(text, end):
        end = following.end()
    name = text[start:end] if end == ends[0] else " ".join(text[start:end].split())
    return _by_token(text, start, end, (NAME, name), vocabulary)


def _old_name(text: str, end: int) -> int:
    """The end of a name that nothing knows any more, where a token behind it shows that it goes on from *end*."""
    if text[end : end + 1] not in (" ", "\t", "\xa0"):
        return end
    longer = _OLD_NAME(text, end)
    return end if longer is None else longer.end()


def _longer_name(text: str, token: Token, vocabulary: Vocabulary) -> Token:
    """The *token*, or the longer name that begins as a command or a constant does.

    ``Max of`` is a project method that is not at hand, as ``of`` is nothing by itself.
    """
    terminal, _, start, end = token
    if terminal not in (COMMAND, CONSTANT) or (longer := _MORE_WORDS(text, end)) is None:
        return token
    following = _NEXT_WORD(text, end)
    if following is None or _known(text, following, vocabulary):
        return token
    return NAME, " ".join(text[start : longer.end()].split()), start, longer.end()


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
    found = _WORD(text, position)
    return found[0] if found is not None else ""


def _key(text: str, position: int) -> Token | None:
    """The key of an object literal that stands at *position*, if one does."""
    found = _KEY(text, position)
    return None if found is None else (KEY, found[1], found.start(1), found.end(1))


def _head(text: str, start: int) -> Token | None:
    """The head of a function, class or property that starts here, if one does."""
    found = _HEAD(text, start)
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
    found = _END_SQL(text, end)
    if found is None:
        raise SyntaxProblem("Begin SQL has no End SQL", start, end, hint="add End SQL")
    return text[end : found.start()], found.end()


def _skip_comment(text: str, start: int) -> int:
    """The end of the comment that opens at *start*; comments nest."""
    depth = 0
    for found in _COMMENT_MARKS(text, start):
        depth += 1 if found[0] == "/*" else -1
        if depth == 0:
            return found.end()
    raise SyntaxProblem("the comment has no closing */", start, start + 2, hint="close it with */")


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
        if not operand and (field := _FIELD(text, start)) is not None:
            return FIELD, field[0], start, field.end()
        if not operand and (table := _TABLE(text, start)) is not None:
            # `[Table 1]`, but not `[Current date]`.
            name, place = table[1].lower(), table.start(1)
            first = _word_at(name, 0)
            size = vocabulary.learn(first)
            known = _longest_name(text, place, place + len(first), first, size, vocabulary)
            if known[2] != table.end(1):
                return FIELD, table[0], start, table.end()
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
        return DATE, date(text[start + 1 : end - 1], start, end), start, end
    if symbol == "?":
        if end == start + 1:
            return QUESTION, None, start, end
        time = seconds(text[start + 1 : end - 1])
        # Not a time: the question mark of a ternary, whose branch starts with a number.
        return (QUESTION, None, start, start + 1) if time is None else (TIME, time, start, end)
    if symbol in "\u2013\u2014":
        return MINUS, "-", start, end
    if symbol == "\u2026":
        return ELLIPSIS, symbol, start, end
    # A name that starts with a digit: `4D`, a project method, or a constant of a project, such as `2 Weeks`.
    first = _word_at(text, start)
    lower, end = first.lower(), start + len(first)
    terminal, value, end = _longest_name(text, start, end, lower, vocabulary.learn(lower), vocabulary)
    return terminal, value, start, end
