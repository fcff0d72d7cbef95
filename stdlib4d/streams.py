"""Values as bytes and back: what VARIABLE TO BLOB and SAVE VARIABLES write (Concepts/object.md, "Binary streaming").

4D's own format is not published; this one is ours, so that only what this library wrote can be read back. Each value
is a letter for its type and its content; objects and collections that occur again, circular ones too, are written as
the number of their first occurrence. Objects keep their class. Nothing that is read can do more than make values.
"""

from __future__ import annotations

from struct import error as StructError
from struct import pack, unpack_from

from .array_variables import CONVERSIONS, as_it_is
from .errors import STACK_OVERFLOW, TYPE_MISMATCH, LanguageError
from .references import MAX_SIZE, Array, Pointer
from .storage import stored
from .user_classes import Instance
from .values import NULL_DATE, UNDEFINED, Date, Time, UnsetType, is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: What a written value starts with; then comes the length of the rest, in four bytes.
MAGIC = b"4dv\x01"
HEAD = len(MAGIC) + 4


class Damaged(Exception):
    """These bytes hold no value."""


def written(run: Run, name: str, value: Value) -> bytes:
    """*value* as bytes; raises :class:`LanguageError` for what the command *name* cannot write."""
    parts: list[bytes] = []
    try:
        _write(run, name, value, parts, {})
    except RecursionError:
        raise LanguageError(STACK_OVERFLOW, f"{name}: the value is nested too deeply") from None
    body = b"".join(parts)
    return MAGIC + pack(">I", len(body)) + body


def _write(run: Run, name: str, value: Value, out: list[bytes], seen: dict[int, int]) -> None:
    if value is None or isinstance(value, UnsetType):
        out.append(b"N")
    elif value is UNDEFINED:
        out.append(b"U")
    elif value.__class__ is bool:
        out.append(b"T" if value else b"F")
    elif value.__class__ is int and -(2**63) <= value < 2**63:
        out.append(pack(">cq", b"i", value))
    elif value.__class__ is int or value.__class__ is float:
        out.append(pack(">cd", b"r", float(value)))
    elif value.__class__ is str:
        out.append(b"s" + _text(value))
    elif value.__class__ is Date:
        out.append(pack(">cq", b"d", value.ordinal))
    elif value.__class__ is Time:
        out.append(pack(">cq", b"t", value.seconds))
    elif value.__class__ is bytes:
        out.append(pack(">cI", b"b", len(value)) + value)
    elif isinstance(value, Pointer):
        out.append(b"p" + _text(value.name))
    elif isinstance(value, Array):
        out.append(b"a" + _text(value.kind) + pack(">II", max(value.current, 0), len(value.items)))
        for item in value.items:
            _write(run, name, item, out, seen)
    elif isinstance(value, (dict, list)):
        _write_members(run, name, value, out, seen)
    else:
        _write_native(run, name, value, out)


def _write_members(run: Run, name: str, value: Value, out: list[bytes], seen: dict[int, int]) -> None:
    place = seen.get(id(value))
    if place is not None:
        out.append(pack(">cI", b"=", place))
        return
    seen[id(value)] = len(seen)
    if isinstance(value, list):
        out.append(pack(">cI", b"c", len(value)))
        items = value
    else:
        own = value.user_class.name if isinstance(value, Instance) else ""
        out.append(b"o" + _text(own) + pack(">I", len(value)))
        items = list(value.values())
        keys = list(value)
    for place, item in enumerate(items):
        if isinstance(value, dict):
            out.append(_text(keys[place]))
        # Of a pointer in an object, what it points to is written.
        _write(run, name, stored(item.get()) if isinstance(item, Pointer) else item, out, seen)


def _write_native(run: Run, name: str, value: Value, out: list[bytes]) -> None:
    if is_instance(value, "Blob"):
        out.append(pack(">cI", b"B", len(value.data)) + value.data)
    elif is_instance(value, "Method"):
        out.append(b"m" + _text(value.source_text) + _text(value.method_name))
    elif is_instance(value, "File") or is_instance(value, "Folder"):
        out.append((b"P" if is_instance(value, "File") else b"D") + _text(value.path))
    elif is_instance(value, "Vector"):
        count = len(value.components)
        out.append(pack(f">cI{count}d", b"V", count, *value.components))
    elif is_instance(value, "MailAttachment"):
        # With its content: the file may be gone, or on another machine.
        try:
            data = value.content(run)
        except LanguageError as problem:
            raise LanguageError(problem.code, f"{name}: {problem.message}", hint=problem.hint) from problem
        texts = (value.name, value.cid, value.type, value.disposition, value.posix_path, value.system_path)
        size = -1 if value.size is None else value.size
        out.append(b"M" + b"".join(map(_text, texts)) + pack(">qI", size, len(data)))
        out.append(data)
    else:
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: variable: {type_name(value)} cannot be written as bytes",
            hint="only streamable classes can: 4D.Blob, 4D.File, 4D.Folder, 4D.MailAttachment, 4D.Method, 4D.Vector",
        )


def _text(text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return pack(">I", len(data)) + data


class Reader:
    """Reads the values that stand one after the other in *data*, from *place* on."""

    def __init__(self, run: Run, data: bytes, place: int = 0) -> None:
        self._run = run
        self._data = data
        self.place = place
        self._end = 0
        self._seen: list[Value] = []

    def value(self) -> Value:
        """The value at the place, which moves behind it; raises :class:`Damaged`, and then does not move."""
        start = self.place
        head = self._data[start : start + HEAD]
        if start < 0 or len(head) < HEAD or not head.startswith(MAGIC):
            raise Damaged
        self._end = start + HEAD + int(unpack_from(">I", head, len(MAGIC))[0])
        self._seen = []
        try:
            if self._end > len(self._data):
                raise Damaged
            self.place = start + HEAD
            made = self._value()
            if self.place != self._end:
                raise Damaged
        except (Damaged, StructError, UnicodeDecodeError, RecursionError, LanguageError):
            self.place = start
            raise Damaged from None
        return made

    def _take(self, count: int) -> bytes:
        start, self.place = self.place, self.place + count
        if self.place > self._end:
            raise Damaged
        return self._data[start : self.place]

    def _number(self, form: str, size: int) -> int | float:
        number: int | float = unpack_from(form, self._take(size))[0]
        return number

    def _count(self) -> int:
        # Whatever is counted takes a byte at least, so that a lie cannot take memory.
        count = int(self._number(">I", 4))
        if count > self._end - self.place:
            raise Damaged
        return count

    def _text(self) -> str:
        return self._take(self._count()).decode("utf-8", "surrogatepass")

    def _value(self) -> Value:
        tag = self._take(1)
        if tag in _SIMPLE:
            return _SIMPLE[tag]
        if tag in b"it":
            number = int(self._number(">q", 8))
            return Time(number) if tag == b"t" else number
        if tag == b"d":
            ordinal = int(self._number(">q", 8))
            return Date(ordinal) if 0 < ordinal < 2**24 else NULL_DATE
        if tag == b"r":
            return self._number(">d", 8)
        if tag == b"s":
            return self._text()
        if tag in b"bB":
            return self._blob(tag == b"B")
        if tag == b"p":
            return self._run.process_pointer(self._text())
        if tag == b"m":
            from .method_objects import MethodObject

            return MethodObject(self._run, self._text(), self._text())
        if tag in b"PD":
            return self._entry(tag == b"P")
        if tag == b"=":
            place = int(self._number(">I", 4))
            if place >= len(self._seen):
                raise Damaged
            return self._seen[place]
        if tag == b"V":
            from .vector import Vector

            count = self._count()
            return Vector(unpack_from(f">{count}d", self._take(8 * count)))
        if tag == b"M":
            return self._attachment()
        return self._array() if tag == b"a" else self._members(tag)

    def _blob(self, as_object: bool) -> Value:
        data = self._take(self._count())
        if not as_object:
            return data
        from .blobs import Blob4D

        return Blob4D(data)

    def _entry(self, is_file: bool) -> Value:
        from .files.file import file
        from .files.folder import folder

        path = self._text()
        return file(self._run, path) if is_file else folder(self._run, path)

    def _attachment(self) -> Value:
        from .mail.attachment import MailAttachment

        name, cid, kind, disposition, path, platform_path = [self._text() for _ in range(6)]
        size = int(self._number(">q", 8))
        data = self._take(self._count())
        return MailAttachment(
            lambda run: data,
            name,
            cid,
            kind,
            disposition,
            None if size < 0 else size,
            path,
            platform_path=platform_path,
        )

    def _array(self) -> Array:
        kind = self._text()
        current, count = int(self._number(">I", 4)), self._count()
        if not 0 < count <= MAX_SIZE + 1:
            raise Damaged
        made = Array(kind, CONVERSIONS.get(kind, as_it_is), 0)
        items = [self._value() for _ in range(count)]
        # Rows are arrays; anything else is of the type of the array.
        made.items = [item if isinstance(item, Array) else made.convert(item, "element") for item in items]
        made.current = current
        return made

    def _members(self, tag: bytes) -> Value:
        if tag == b"c":
            items: list[Value] = []
            self._seen.append(items)
            items.extend(self._value() for _ in range(self._count()))
            return items
        if tag != b"o":
            raise Damaged
        name = self._text()
        own = self._run.user_class(name) if name else None
        made: dict[str, Value] = {} if own is None else Instance(own)
        self._seen.append(made)
        for _ in range(self._count()):
            key = self._text()
            made[key] = self._value()
        return made


_SIMPLE: dict[bytes, Value] = {b"N": None, b"U": UNDEFINED, b"T": True, b"F": False}
