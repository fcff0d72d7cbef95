"""Regular expressions in ICU's syntax, which 4D uses, run by Python's engine (commands/match-regex.md)."""

from __future__ import annotations

import re

from .errors import LanguageError

#: ICU's U_REGEX_RULE_SYNTAX, the error of a faulty pattern.
FAULTY = 66305
_LINE_ENDS = "\\n\\r\\x0b\\x0c\\x85\\u2028\\u2029"
_BLANKS = " \\t\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000"
_ESCAPES = {
    "z": "\\Z",
    "Z": f"(?=(?:\\r\\n|[{_LINE_ENDS}])?\\Z)",
    "h": f"[{_BLANKS}]",
    "H": f"[^{_BLANKS}]",
    "v": f"[{_LINE_ENDS}]",
    "V": f"[^{_LINE_ENDS}]",
    "R": f"(?:\\r\\n|[{_LINE_ENDS}])",
    "e": "\\x1b",
}
_CLASS_ESCAPES = {"h": _BLANKS, "v": _LINE_ENDS, "e": "\\x1b"}
_POSIX = {
    "alpha": "L",
    "digit": "Nd",
    "upper": "Lu",
    "lower": "Ll",
    "punct": "P",
    "space": "space",
    "alnum": "alnum",
}
_SCRIPTS = {
    "latin": "LATIN ",
    "greek": "GREEK ",
    "cyrillic": "CYRILLIC ",
    "han": "CJK UNIFIED ",
    "arabic": "ARABIC ",
    "hebrew": "HEBREW ",
    "hiragana": "HIRAGANA ",
    "katakana": "KATAKANA ",
    "thai": "THAI ",
    "hangul": "HANGUL ",
}
_LONG_NAMES = {
    **_POSIX,
    "letter": "L",
    "alphabetic": "L",
    "uppercase": "Lu",
    "lowercase": "Ll",
    "number": "N",
    "punctuation": "P",
    "symbol": "S",
    "mark": "M",
    "separator": "Z",
    "other": "C",
    "white_space": "space",
    "whitespace": "space",
}


def compiled(pattern: str) -> re.Pattern[str]:
    """*pattern* ready to use; raises :class:`LanguageError` when it is faulty or beyond what is supported."""
    try:
        return re.compile(_Translation(pattern).text())
    except (re.error, RecursionError, OverflowError) as error:
        raise _faulty(str(error)) from None


def _faulty(problem: str) -> LanguageError:
    return LanguageError(
        FAULTY, f"Match regex: pattern: wanted a regular expression, got a faulty one: {problem}"
    )


class _Translation:
    """One walk over a pattern of ICU, writing the same pattern for Python."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.index = 0
        #: For each open group, how many groups were opened in it for flags that hold until its end.
        self.closers = [0]
        self.dot_all = False
        self.many_lines = False

    def text(self) -> str:
        """The whole pattern."""
        parts: list[str] = []
        while self.index < len(self.pattern):
            parts.append(self.item())
        return "".join(parts) + ")" * self.closers[0]

    def take(self, count: int = 1) -> str:
        taken = self.pattern[self.index : self.index + count]
        self.index += count
        return taken

    def item(self) -> str:
        char = self.take()
        if char == "\\":
            return self.escape()
        if char == "[":
            return self.char_class()
        if char == "(":
            return self.group()
        if char == ")":
            return ")" * (self.closers.pop() + 1) if len(self.closers) > 1 else ")"
        if char == "." and not self.dot_all:
            return f"[^{_LINE_ENDS}]"
        if char == "$" and not self.many_lines:
            return _ESCAPES["Z"]
        return char

    def group(self) -> str:
        flags = re.compile(r"\?([imsxw]*)(?:-([imsxw]+))?([:)])").match(self.pattern, self.index)
        if flags is None:
            self.closers.append(0)
            name = re.compile(r"\?<(?=[A-Za-z])").match(self.pattern, self.index)
            if name is None:
                return "("
            self.index = name.end()
            return "(?P<"
        self.index = flags.end()
        on, off = flags[1].replace("w", ""), (flags[2] or "").replace("w", "")
        self.dot_all = ("s" in on or self.dot_all) and "s" not in off
        self.many_lines = ("m" in on or self.many_lines) and "m" not in off
        if flags[3] == ":":
            self.closers.append(0)
        else:
            self.closers[-1] += 1
        return f"(?{on}{'-' + off if off else ''}:"

    def escape(self) -> str:
        char = self.take()
        if char in ("p", "P"):
            return f"[{'^' if char == 'P' else ''}{self.property()}]"
        if char == "Q":
            return re.escape(self.quoted())
        if char == "k" and self.pattern.startswith("<", self.index):
            name, _, _ = self.pattern[self.index + 1 :].partition(">")
            self.take(len(name) + 2)
            return f"(?P={name})"
        return self.simple_escape(char, _ESCAPES)

    def simple_escape(self, char: str, table: dict[str, str]) -> str:
        if char in table:
            return table[char]
        if char == "x" and self.pattern.startswith("{", self.index):
            digits, _, _ = self.pattern[self.index + 1 :].partition("}")
            self.take(len(digits) + 2)
            try:
                return re.escape(chr(int(digits, 16)))
            except (ValueError, OverflowError):
                raise _faulty(f"\\x{{{digits}}} is no character") from None
        if char == "c":
            return re.escape(chr(ord(self.take() or "@") & 0x1F))
        return "\\" + char

    def quoted(self) -> str:
        end = self.pattern.find("\\E", self.index)
        literal = self.pattern[self.index :] if end < 0 else self.pattern[self.index : end]
        self.index = len(self.pattern) if end < 0 else end + 2
        return literal

    def property(self) -> str:
        name = self.take()
        if name == "{":
            name, _, _ = self.pattern[self.index :].partition("}")
            self.take(len(name) + 1)
        return _members(name)

    def char_class(self) -> str:
        parts = ["["]
        if self.pattern.startswith("^", self.index):
            parts.append(self.take())
        if self.pattern.startswith("]", self.index):
            self.take()
            parts.append("\\]")
        while True:
            char = self.take()
            if not char:
                raise _faulty("a [ is not closed")
            if char == "]":
                return "".join([*parts, "]"])
            if char == "[":
                posix = re.compile(r":(\^?)([a-z]+):\]").match(self.pattern, self.index)
                if posix is None or posix[1] or posix[2] not in _POSIX:
                    raise _faulty("sets inside of sets are not supported")
                self.index = posix.end()
                parts.append(_members(_POSIX[posix[2]]))
            elif char == "\\":
                parts.append(self.class_escape())
            elif char in "&-" and self.pattern.startswith(char, self.index):
                raise _faulty("operations on sets are not supported")
            else:
                parts.append("\\" + char if char in "&~|" else char)

    def class_escape(self) -> str:
        char = self.take()
        if char == "p":
            return self.property()
        if char == "P":
            raise _faulty("\\P inside of a set is not supported")
        if char == "Q":
            return re.escape(self.quoted())
        return self.simple_escape(char, _CLASS_ESCAPES)


def _members(name: str) -> str:
    """The characters with a Unicode property, as the inside of a set."""
    from unicodedata import category
    from unicodedata import name as name_of

    key = name.strip().lower().removeprefix("is").removeprefix("script=").removeprefix("general_category=")
    wanted = _LONG_NAMES.get(key, name)
    script = _SCRIPTS.get(key)

    def belongs(char: str) -> bool:
        if script is not None:
            return name_of(char, "").startswith(script)
        if wanted == "space":
            return char.isspace()
        return char.isalnum() if wanted == "alnum" else category(char).startswith(wanted)

    if script is None and wanted not in ("space", "alnum"):
        known = len(wanted) in (1, 2) and wanted[0] in "LMNPSZC" and wanted[1:] in " ultmocndesfpiskc"
        if not known:
            raise _faulty(f"the property {name} is not known")
    ranges: list[str] = []
    start = -1
    # Planes 0 and 1 hold every letter in use but the rare ideographs.
    for code in range(0x20001):
        inside = code < 0x20000 and belongs(chr(code))
        if inside and start < 0:
            start = code
        elif not inside and start >= 0:
            ranges.append(f"\\U{start:08x}-\\U{code - 1:08x}")
            start = -1
    return "".join(ranges)
