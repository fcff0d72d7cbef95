"""Values as a session shows them: in the notation of the language, and no more of them than fits on a screen.

What is left out is said in comments, so that what is shown reads as code. ``.show`` shows all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from stdlib4d.access import ClassStore, NativeClass, get
from stdlib4d.conversion import string
from stdlib4d.errors import LanguageError
from stdlib4d.functions import FunctionValue
from stdlib4d.references import Array
from stdlib4d.user_classes import Instance, UserClass, UserClassStore
from stdlib4d.values import UNDEFINED, Date, NativeObject, Time, UnsetType, type_name

from ..terminal import cut, visible, with_line_breaks
from .mails import glance, is_mail, mail_list, summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stdlib4d.values import Value


@dataclass(frozen=True)
class Bounds:
    """How much is shown: characters of a line and of a text, elements and levels of what holds others, lines."""

    width: int = 80
    text: int = 300
    items: int = 30
    depth: int = 4
    lines: int = 60


def everything(width: int) -> Bounds:
    """No bounds but *width*, and a depth that nothing has which was built on purpose."""
    return Bounds(width, text=10**9, items=10**9, depth=200, lines=10**9)


_INDENT = 4
_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def printed(value: Value, bounds: Bounds, *, summaries: bool = True) -> str:
    """*value* as text of one or more lines; with *summaries*, a mail or a collection of mails as a summary."""
    if summaries:
        if is_mail(value):
            return "\n".join(summary(value, bounds.width))
        if isinstance(value, list) and value and all(map(is_mail, value)):
            return "\n".join(mail_list(value, bounds.width, bounds.items))
    if isinstance(value, str) and ("\n" in value or "\r" in value):
        return _lines_of_text(value, bounds)
    lines = _Printer(bounds, summaries).lines(value)
    if len(lines) > bounds.lines:
        left = len(lines) - bounds.lines
        lines = [*lines[: bounds.lines], f"// … {left:,} more lines: .show has all of it"]
    return "\n".join(lines)


def line(value: Value, width: int) -> str:
    """*value* on one line of at most *width* characters."""
    if is_mail(value):
        text = glance(value)
    else:
        text = _Printer(Bounds(width=width, text=width, items=10, depth=3)).lines(value, wide=True)[0]
    return cut(text, width)


def literal(text: str, limit: int) -> str:
    """A text as the language writes it, cut behind *limit* characters."""
    cut = visible(text[:limit].translate(_ESCAPES))
    return f'"{cut}"' if len(text) <= limit else f'"{cut}…" /* {len(text):,} characters */'


def _lines_of_text(text: str, bounds: Bounds) -> str:
    """A text of several lines, as they are: nobody reads a mail with its line breaks spelled out."""
    lines = visible(with_line_breaks(text)).split("\n")
    left = len(lines) - bounds.lines
    shown = [
        part if len(part) <= bounds.text else part[: bounds.text] + "…" for part in lines[: bounds.lines]
    ]
    if left > 0:
        shown.append(f"// … {left:,} more lines, {len(text):,} characters in all: .show has all of it")
    return "\n".join(shown)


class _Printer:
    def __init__(self, bounds: Bounds, summaries: bool = True) -> None:
        self._bounds = bounds
        self._summaries = summaries
        #: The values that are being shown, by identity: one inside of itself is not shown again.
        self._path: list[int] = []
        self._wide = False

    def lines(self, value: Value, *, wide: bool = False) -> list[str]:
        """*value* on one line where it fits (or with *wide* in any case), else on several."""
        if wide:
            self._wide = True
            return [self._flat(value, 10**6) or "…"]
        return list(self._pretty("", value, "", 0))

    def _pretty(self, head: str, value: Value, tail: str, indent: int) -> Iterator[str]:
        """The lines of *value* behind *head*, with *tail* behind it."""
        margin = " " * indent
        room = self._bounds.width - indent - len(head) - len(tail)
        flat = self._flat(value, room)
        if flat is not None:
            yield f"{margin}{head}{flat}{tail}"
            return
        kind, opener, closer, count, parts = self._parts(value)
        self._path.append(id(value))
        yield f"{margin}{head}{kind}{opener}"
        left = count
        for name, part in parts:
            if left <= count - self._bounds.items:
                break
            left -= 1
            yield from self._pretty(name, part, ";" if left else "", indent + _INDENT)
        if left:
            yield f"{margin}{' ' * _INDENT}/* {left:,} more */"
        self._path.pop()
        yield f"{margin}{closer}{tail}"

    def _flat(self, value: Value, room: int) -> str | None:
        """*value* on one line; ``None`` where that takes more than *room*. What cannot be parted always fits."""
        plain = self._plain(value)
        if plain is not None:
            return plain
        kind, opener, closer, count, parts = self._parts(value)
        if not count:
            return f"{kind}{opener}{closer}"
        if id(value) in self._path:
            return f"{kind}{opener}/* itself */{closer}"
        if len(self._path) >= self._bounds.depth:
            noun = "element" if opener == "[" else "propert"
            ending = ("" if count == 1 else "s") if opener == "[" else ("y" if count == 1 else "ies")
            return f"{kind}{opener}/* {count:,} {noun}{ending} */{closer}"
        if count > self._bounds.items and not self._wide:
            return None
        self._path.append(id(value))
        try:
            texts: list[str] = []
            used = len(kind) + 2
            for name, part in parts:
                if len(texts) == self._bounds.items:
                    texts.append(f"/* {count - len(texts):,} more */")
                    break
                text = self._flat(part, room - used)
                if text is None:
                    return None
                texts.append(name + text)
                used += len(name) + len(text) + 2
                if used > room + 2:
                    return None
            return f"{kind}{opener}{'; '.join(texts)}{closer}"
        finally:
            self._path.pop()

    def _plain(self, value: Value) -> str | None:
        """A value that has no parts."""
        if isinstance(value, str):
            return literal(value, self._bounds.text)
        if value is None or isinstance(value, UnsetType):
            return "Null"
        if isinstance(value, (bool, Date, Time)) or value is UNDEFINED:
            return repr(value)
        if isinstance(value, (int, float)):
            return string(None, value)
        if isinstance(value, bytes):
            return f"/* {type_name(value)} of {len(value):,} byte{'s' * (len(value) != 1)} */"
        if isinstance(value, FunctionValue):
            return f"Formula({value.source()})"
        if isinstance(value, UserClass):
            return f"cs.{value.name}"
        if isinstance(value, NativeClass):
            return f"4D.{value.name}"
        if isinstance(value, (ClassStore, UserClassStore)):
            return "4D" if isinstance(value, ClassStore) else "cs"
        if self._path and self._summaries and is_mail(value):
            return f"{{/* {glance(value)} */}}"
        if isinstance(value, (dict, list, Array)) or (isinstance(value, NativeObject) and value.names()):
            return None
        name = repr(value)
        return f"/* {name[1:-1]} */" if name.startswith("<") else name

    def _parts(self, value: Value) -> tuple[str, str, str, int, Iterable[tuple[str, Value]]]:
        """What stands in front, the brackets, how many parts there are, and the parts with their names."""
        if isinstance(value, dict):
            kind = f"/* cs.{value.user_class.name} */ " if isinstance(value, Instance) else ""
            return kind, "{", "}", len(value), ((_key(name), part) for name, part in value.items())
        if isinstance(value, list):
            return "", "[", "]", len(value), (("", part) for part in value)
        if isinstance(value, Array):
            # Element 0 is there, but hardly ever meant.
            kind = f"/* {repr(value).strip('<>')} */ "
            return kind, "[", "]", len(value.items) - 1, (("", part) for part in value.items[1:])
        parts = list(_properties(value, value.names()))
        return f"/* 4D.{value.class_name} */ ", "{", "}", len(parts), parts


def _properties(value: NativeObject, names: list[str]) -> Iterator[tuple[str, Value]]:
    """The properties of an instance of a class, without those that have no value or can't be read now."""
    for name in names:
        try:
            part = get(value, name)
        except LanguageError:
            continue
        if part is UNDEFINED:
            continue
        # A folder has a parent, which has one, too.
        yield _key(name), _brief(part) if isinstance(part, NativeObject) else part


class _brief(NativeObject):
    """Stands for an instance inside of another one: its name is enough."""

    def __init__(self, value: NativeObject) -> None:
        self._value = value

    def names(self) -> list[str]:
        return []

    def __repr__(self) -> str:
        return repr(self._value)


def _key(name: str) -> str:
    plain = name.replace("_", "a").replace("$", "a")
    return f"{name}: " if plain.isalnum() and not plain[0].isdigit() else f"{literal(name, 100)}: "
