"""The query language of collections: text to tree (API/CollectionClass.md, query; API/DataClassClass.md, query).

``propertyPath comparator value {and|or …} {order by propertyPath {asc|desc}, …}``, with ``not``, parentheses, and
placeholders ``:1`` and ``:name`` for paths and values. And binds closer than or; not takes the next comparison or
what is in parentheses.
"""

from __future__ import annotations

from functools import lru_cache

from .errors import ARGUMENT_UNEXPECTED, LanguageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    #: One step of a path: the name of a property, or ``(letter,)`` for ``[letter]``, the elements of a collection.
    Step = str | tuple[str]

#: The longest query, in characters.
MAX_LENGTH = 100_000
#: How deep parentheses and ``not`` may nest.
MAX_DEPTH = 200
#: 4D's error for a formula where none may stand: "Formula not allowed in this member method".
FORMULA_NOT_ALLOWED = 1278

_SPACE = " \t\r\n\v\f\u00a0"
#: What ends a word.
_SPECIAL = frozenset(_SPACE + "()[],;=#!<>&|%'\"")
#: Symbols, the longer ones first, and the comparator or conjunction that each is.
_SYMBOLS = {
    "===": "===",
    "!==": "!==",
    "==": "=",
    "!=": "#",
    "<=": "<=",
    ">=": ">=",
    "&&": "and",
    "||": "or",
    "=": "=",
    "#": "#",
    "<": "<",
    ">": ">",
    "%": "%",
    "&": "and",
    "|": "or",
    "(": "(",
    ")": ")",
    "[": "[",
    "]": "]",
    ",": ",",
}
_COMPARATORS = frozenset(("=", "#", "===", "!==", "<", "<=", ">", ">=", "%"))
_CONJUNCTIONS = frozenset(("and", "or"))


class Token:
    """A piece of the text: ``kind`` is word, text, quoted (in ``"``), placeholder, symbol or end."""

    __slots__ = ("at", "kind", "text")

    def __init__(self, kind: str, text: str, at: int) -> None:
        self.kind = kind
        self.text = text
        self.at = at


class Path:
    """A property path."""

    __slots__ = ("at", "steps")

    def __init__(self, steps: tuple[Step, ...], at: int) -> None:
        self.steps = steps
        self.at = at


class Placeholder:
    """``:name`` or ``:1``."""

    __slots__ = ("at", "name")

    def __init__(self, name: str, at: int) -> None:
        self.name = name
        self.at = at


class Literal:
    """A constant; without quotes it may be a number, a date, a Boolean, null or a text."""

    __slots__ = ("at", "quoted", "text")

    def __init__(self, text: str, quoted: bool, at: int) -> None:
        self.text = text
        self.quoted = quoted
        self.at = at


class Items:
    """``[value, value, …]``."""

    __slots__ = ("at", "values")

    def __init__(self, values: tuple[Literal | Placeholder, ...], at: int) -> None:
        self.values = values
        self.at = at


class Comparison:
    """``path comparator value``; the comparators are ``= # === !== < <= > >= in %``."""

    __slots__ = ("comparator", "path", "value")

    def __init__(
        self, path: Path | Placeholder, comparator: str, value: Literal | Placeholder | Items
    ) -> None:
        self.path = path
        self.comparator = comparator
        self.value = value


class Lone:
    """A placeholder where a comparison is wanted: in queries of a database it stands for a formula."""

    __slots__ = ("placeholder",)

    def __init__(self, placeholder: Placeholder) -> None:
        self.placeholder = placeholder


class Not:
    """``not condition``."""

    __slots__ = ("condition",)

    def __init__(self, condition: Condition) -> None:
        self.condition = condition


class Group:
    """Conditions joined by ``and`` or by ``or``."""

    __slots__ = ("conjunction", "parts")

    def __init__(self, conjunction: str, parts: tuple[Condition, ...]) -> None:
        self.conjunction = conjunction
        self.parts = parts


class Query:
    """A whole query: its condition, ``None`` for all elements, and the paths to order by, with descending."""

    __slots__ = ("condition", "order")

    def __init__(
        self, condition: Condition | None, order: tuple[tuple[Path | Placeholder, bool], ...]
    ) -> None:
        self.condition = condition
        self.order = order


if TYPE_CHECKING:
    Condition = Comparison | Lone | Not | Group


def refuse(message: str, at: int, hint: str = "") -> NoReturn:
    """Raises the error for what stands at character *at* (from 0) of the query."""
    raise LanguageError(ARGUMENT_UNEXPECTED, f"queryString: character {at + 1}: {message}", hint=hint)


def refuse_formula(at: int) -> NoReturn:
    """Raises the error for a formula: queries of collections take none."""
    raise LanguageError(
        FORMULA_NOT_ALLOWED,
        f"queryString: character {at + 1}: formulas are not supported in queries of collections",
        hint="use .filter(Formula(…))",
        signature="dbmg",
    )


# ------------------------------------------------------------------ tokens


def tokens(text: str) -> list[Token]:
    """The tokens of *text*, with one of the kind ``end`` behind them."""
    found: list[Token] = []
    position, size = 0, len(text)
    while position < size:
        char = text[position]
        if char in _SPACE:
            position += 1
            continue
        if char in "'\"":
            token, position = _quoted(text, position)
        elif char == ":":
            end = position + 1
            while end < size and (text[end].isalnum() or text[end] in "_."):
                end += 1
            if end == position + 1:
                refuse("wanted a number or a name behind :", position)
            token, position = Token("placeholder", text[position + 1 : end], position), end
        elif char in _SPECIAL:
            symbol = _symbol_at(text, position)
            token, position = Token("symbol", _SYMBOLS[symbol], position), position + len(symbol)
        else:
            end = _end_of_word(text, position)
            token, position = Token("word", text[position:end], position), end
        found.append(token)
    found.append(Token("end", "", size))
    return found


def _symbol_at(text: str, position: int) -> str:
    for length in (3, 2, 1):
        if text[position : position + length] in _SYMBOLS:
            return text[position : position + length]
    refuse(f"unexpected {text[position]}", position)


def _quoted(text: str, start: int) -> tuple[Token, int]:
    """A constant in quotes and where it ends; in double quotes a backslash keeps the next character."""
    quote = text[start]
    if quote == "'":
        end = text.find("'", start + 1)
        if end < 0:
            refuse("the ' is not closed", start, "a text with ' in it needs a placeholder")
        return Token("text", text[start + 1 : end], start), end + 1
    parts: list[str] = []
    position = start + 1
    while position < len(text):
        char = text[position]
        if char == '"':
            return Token("quoted", "".join(parts), start), position + 1
        if char == "\\" and position + 1 < len(text):
            position += 1
            char = text[position]
        parts.append(char)
        position += 1
    refuse('the " is not closed', start)


def _end_of_word(text: str, start: int) -> int:
    """Where the word from *start* on ends; ``[]`` and ``[a]`` behind a name belong to its path."""
    end = start
    while end < len(text):
        char = text[end]
        if char == "[":
            bracket = text[end : text.find("]", end, end + 3) + 1]
            letter = bracket[1:-1]
            is_step = bracket and (not letter or (letter.isascii() and letter.isalpha()))
            if not is_step or text[start:end].lower() == "in":
                return end
            end += len(bracket)
        elif char in _SPECIAL:
            return end
        else:
            end += 1
    return end


# ------------------------------------------------------------------ tree


@lru_cache(maxsize=64)
def parse_query(text: str) -> Query:
    """The tree of a query; :class:`LanguageError` with the place of a mistake. The latest are kept, for loops."""
    if len(text) > MAX_LENGTH:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"queryString: wanted {MAX_LENGTH} characters at most, got {len(text)}",
            hint="pass long values as placeholders",
        )
    return _Parser(tokens(text)).query()


def parse_path(text: str, at: int) -> Path:
    """The path that *text* writes, such as ``children[].name``."""
    steps: list[Step] = []
    for part in text.split("."):
        name, bracket, rest = part.partition("[")
        letters = rest.removesuffix("]").split("][") if bracket else []
        sound = all(not letter or (len(letter) == 1 and letter.isalpha()) for letter in letters)
        if not name or not sound or "]" in name or "{" in name or (bracket and not rest.endswith("]")):
            refuse(f"wanted a property path, got {text}", at, "pass unusual names as attributes placeholders")
        steps.append(name)
        steps.extend((letter.lower(),) for letter in letters)
    return Path(tuple(steps), at)


class _Parser:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _is(self, *words: str) -> bool:
        """Whether *words*, symbols or keywords in any case, come next."""
        for offset, word in enumerate(words):
            token = self._tokens[min(self._next + offset, len(self._tokens) - 1)]
            if token.kind not in ("word", "symbol") or token.text.lower() != word:
                return False
        return True

    def _wanted(self, what: str, hint: str = "") -> NoReturn:
        token = self._token
        refuse(f"wanted {what}, got {'the end' if token.kind == 'end' else token.text}", token.at, hint)

    def query(self) -> Query:
        """The whole query."""
        condition = None if self._is("order", "by") else self._any()
        order: list[tuple[Path | Placeholder, bool]] = []
        if self._is("order", "by"):
            self._next += 2
            order.append(self._criterion())
            while self._is(","):
                self._next += 1
                if self._is("order", "by"):
                    self._next += 2
                order.append(self._criterion())
        if self._token.kind != "end":
            self._wanted("and, or, order by or the end", "put texts of several words into '…'")
        return Query(condition, tuple(order))

    def _criterion(self) -> tuple[Path | Placeholder, bool]:
        path = self._path()
        descending = self._is("desc")
        if descending or self._is("asc"):
            self._next += 1
        return path, descending

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._is("or"):
            self._next += 1
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Group("or", tuple(parts))

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._is("and"):
            self._next += 1
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Group("and", tuple(parts))

    def _one(self) -> Condition:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            refuse(f"nested deeper than {MAX_DEPTH} levels", self._token.at)
        if self._is("("):
            self._next += 1
            condition = self._any()
            if not self._is(")"):
                self._wanted("and, or or )")
            self._next += 1
        elif self._is("not") and not self._is_comparator(self._tokens[self._next + 1]):
            self._next += 1
            condition = Not(self._one())
        else:
            condition = self._comparison()
        self._depth -= 1
        return condition

    def _is_comparator(self, token: Token) -> bool:
        return token.kind == "symbol" and token.text in _COMPARATORS

    def _path(self) -> Path | Placeholder:
        token = self._token
        if token.kind == "placeholder":
            self._next += 1
            return Placeholder(token.text, token.at)
        if token.kind != "word":
            self._wanted("a property path")
        self._next += 1
        if token.text.lower() == "eval" and self._is("("):
            refuse_formula(token.at)
        return parse_path(token.text, token.at)

    def _comparison(self) -> Condition:
        path = self._path()
        comparator = self._comparator()
        if not comparator:
            ends = self._token.kind == "end" or self._is(")") or self._is("and") or self._is("or")
            if isinstance(path, Placeholder) and (ends or self._is("order", "by")):
                return Lone(path)
            self._wanted("a comparator", "= # === !== < <= > >= % in is, is not")
        if comparator == "in" and self._is("["):
            return Comparison(path, comparator, self._items())
        return Comparison(path, comparator, self._value("quoted" if comparator == "in" else ""))

    def _comparator(self) -> str:
        token = self._token
        if self._is_comparator(token):
            self._next += 1
            return token.text
        if self._is("in"):
            self._next += 1
            return "in"
        if self._is("is"):
            self._next += 1
            if not self._is("not"):
                return "==="
            self._next += 1
            return "!=="
        return ""

    def _value(self, also: str) -> Literal | Placeholder:
        """A constant or a placeholder; *also* is one more kind of token that is a text."""
        token = self._token
        if token.kind == "placeholder":
            self._next += 1
            return Placeholder(token.text, token.at)
        if token.kind in ("text", also):
            self._next += 1
            return Literal(token.text, True, token.at)
        if token.kind != "word" or token.text.lower() in _CONJUNCTIONS:
            self._wanted("a value", "put texts into '…'" if token.kind == "quoted" else "")
        self._next += 1
        return Literal(token.text, False, token.at)

    def _items(self) -> Items:
        start = self._take().at
        values: list[Literal | Placeholder] = []
        while not self._is("]"):
            values.append(self._value("quoted"))
            if self._is(","):
                self._next += 1
            elif not self._is("]"):
                self._wanted(", or ]")
        self._next += 1
        return Items(tuple(values), start)
