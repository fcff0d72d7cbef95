"""Properties, elements and functions of values: what the paths of a script read, write and call.

Members of native objects are an allow-list (:mod:`stdlib4d.registry`); a name in a script never reaches
Python's own attributes.
"""

from __future__ import annotations

from .catalog import CLASS_MODULES, find_class, find_collection_function
from .errors import (
    FUNCTION_MISSING,
    INDEX_OUT_OF_RANGE,
    NUMBER_EXPECTED,
    OBJECT_EXPECTED,
    TYPE_MISMATCH,
    LanguageError,
)
from .operators import _number as as_number
from .operators import truncated
from .references import Array, Pointer, dereference
from .registry import Declaration, refuse_write
from .storage import emptied, stored
from .user_classes import Instance
from .values import (
    UNDEFINED,
    UNDEFINED_FUNCTION,
    UNSET_COLLECTION,
    BoundFunction,
    Date,
    NativeObject,
    Time,
    UnsetType,
    is_instance,
    type_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

    from .host import Run
    from .values import Value

#: The longest collection that an assignment to an element makes.
MAX_LENGTH = 10_000_000


class PathError(LanguageError):
    """A step of a path on something that has no members; the interpreter knows what it was called."""

    def __init__(self, message: str, *, hint: str, owner: Value, code: int = OBJECT_EXPECTED) -> None:
        super().__init__(code, message, hint=hint)
        self.owner = owner


_NEVER: dict[str, Value] = dict.fromkeys(("isShared", "isSingleton", "isSessionSingleton"), False)


class NativeClass(NativeObject):
    """A class of the ``4D`` class store, as a value: ``4D.SMTPTransporter``."""

    class_name = "Class"
    shareable = True

    def __init__(self, name: str, implementation: type[NativeObject]) -> None:
        self.name = name
        self.implementation = implementation

    def read(self, name: str) -> Value:
        """A property of the class object (API/ClassClass.md); none of these classes is a singleton."""
        if name == "superclass":
            return self._parent()
        return {"name": self.name, **_NEVER}.get(name, UNDEFINED)

    def _parent(self) -> NativeClass | None:
        """The class that it inherits from: at last 4D.Object, which inherits from none."""
        if self.name == "Object":
            return None
        bases = [base.__dict__.get("class_name", "") for base in self.implementation.__mro__[1:]]
        for base in (*self.implementation.also, *bases):
            if base and base != self.name and base in CLASS_MODULES:
                return native_class(base)
        return native_class("Object")

    def invoke(self, run: Run, name: str, arguments: tuple[Value, ...]) -> Value:
        """``4D.File.new(…)``."""
        constructor = self.implementation.constructor if name == "new" else None
        if constructor is None:
            return UNDEFINED_FUNCTION
        declaration: Declaration = constructor.declaration  # type: ignore[attr-defined]
        return declaration.function(run, *declaration.bind(arguments))


class ClassStore(NativeObject):
    """What the command ``4D`` returns."""

    class_name = "ClassStore"

    def read(self, name: str) -> Value:
        """``4D.File``."""
        return native_class(name)


CLASS_STORE = ClassStore()
_native_classes: dict[str, NativeClass] = {}


def native_class(name: str) -> NativeClass:
    """The class *name* of the ``4D`` class store, the same object each time; names of classes ignore case."""
    key = name.lower()
    if key in _native_classes:
        return _native_classes[key]
    for known in CLASS_MODULES:
        if known.lower() == key:
            found = find_class(known)
            if found is not None:
                return _native_classes.setdefault(key, NativeClass(known, found))
    raise LanguageError(FUNCTION_MISSING, f"there is no class 4D.{name}")


# ------------------------------------------------------------------ properties


def property_of(owner: Value, name: str) -> Value:
    """The property *name* of any value; Undefined where there is none. Functions of classes are no properties."""
    if isinstance(owner, dict):
        found = owner.get(name, UNDEFINED)
        if found is UNDEFINED and isinstance(owner, Instance):
            return owner.user_class.lookup(owner, name)
        return found
    if isinstance(owner, NativeObject):
        member = owner.members.get(name)
        if member is None:
            return owner.read(name)
        return UNDEFINED if member.get is None else member.get(owner)
    return len(owner) if isinstance(owner, list) and name == "length" else UNDEFINED


def get(owner: Value, name: str) -> Value:
    """``owner.name``: undefined where there is no such property, an error on Null."""
    found = property_of(owner, name)
    if found is not UNDEFINED or owner is UNDEFINED or isinstance(owner, dict):
        return found
    if isinstance(owner, list):
        return BoundFunction(owner, name) if find_collection_function(name) is not None else UNDEFINED
    if isinstance(owner, NativeObject):
        member = owner.members.get(name)
        return UNDEFINED if member is None or member.declaration is None else BoundFunction(owner, name)
    if isinstance(owner, UnsetType):
        return 0 if owner is UNSET_COLLECTION and name == "length" else UNDEFINED
    if owner is None:
        raise PathError(f"cannot read property {name} of Null", hint="give {path} a value first", owner=owner)
    raise PathError(
        f"{type_name(owner)} has no property {name}", hint="only objects have properties", owner=owner
    )


def put(owner: Value, name: str, value: Value) -> None:
    """``owner.name := value``."""
    if isinstance(owner, dict):
        if isinstance(owner, Instance) and owner.user_class.assign(owner, name, value):
            return
        if value is UNDEFINED:
            # It clears a property that exists, and does nothing to one that does not.
            if name in owner:
                owner[name] = emptied(owner[name])
        else:
            owner[name] = stored(value)
        return
    if isinstance(owner, NativeObject):
        member = owner.members.get(name)
        if member is not None and member.put is not None:
            member.put(owner, stored(value))
            return
        if member is not None:
            raise refuse_write(owner, name)
        if owner.write(name, value):
            return
        raise LanguageError(OBJECT_EXPECTED, f"{type_name(owner)} has no property {name}")
    if owner is None or owner is UNDEFINED or isinstance(owner, UnsetType):
        state = "Undefined" if owner is UNDEFINED else "Null"
        raise PathError(
            f"cannot set property {name} of {state}",
            hint="create {path} first: {path}:=New object",
            owner=owner,
        )
    if isinstance(owner, list):
        raise PathError(
            f"a collection has no property {name} that can be set", hint="use [index]", owner=owner
        )
    raise PathError(
        f"{type_name(owner)} has no property {name}", hint="only objects have properties", owner=owner
    )


# ------------------------------------------------------------------ elements


def index(owner: Value, key: Value) -> Value:
    """``owner[key]``: an element of a collection, a property of an object."""
    if isinstance(owner, list):
        place = _place(key)
        return owner[place] if 0 <= place < len(owner) else UNDEFINED
    if key.__class__ is str:
        return get(owner, key)
    if owner is UNDEFINED or owner is UNSET_COLLECTION:
        return UNDEFINED
    if owner is None or isinstance(owner, UnsetType):
        raise PathError("cannot read an element of Null", hint="give {path} a value first", owner=owner)
    if is_instance(owner, "Blob") and as_number(key) is not None:
        return element(owner.data, _place(key))
    if is_instance(owner, "Vector") and as_number(key) is not None:
        return owner.component(_place(key))
    if isinstance(owner, (dict, NativeObject)):
        raise LanguageError(
            TYPE_MISMATCH,
            f"[…] of an object wants a property name, got {type_name(key)}",
            hint='write ["name"]',
        )
    raise PathError(f"{type_name(owner)} has no elements", hint="only collections have", owner=owner)


def _place(key: Value) -> int:
    number = as_number(key)
    if number is None:
        raise LanguageError(NUMBER_EXPECTED, f"[…] of a collection wants a number, got {type_name(key)}")
    return truncated(number)


def put_index(owner: Value, key: Value, value: Value) -> None:
    """``owner[key] := value``: a collection grows as far as needed, with Null in between."""
    if isinstance(owner, list):
        place = _place(key)
        if not 0 <= place < MAX_LENGTH:
            raise LanguageError(INDEX_OUT_OF_RANGE, f"{place} is not the number of an element")
        if value is UNDEFINED:
            if place < len(owner):
                owner[place] = emptied(owner[place])
            return
        if place >= len(owner):
            owner.extend([None] * (place + 1 - len(owner)))
        owner[place] = stored(value)
        return
    if key.__class__ is str:
        put(owner, key, value)
        return
    if owner is None or owner is UNDEFINED or isinstance(owner, UnsetType):
        raise PathError(
            "cannot set an element of Null", hint="create {path} first: {path}:=New collection", owner=owner
        )
    raise LanguageError(TYPE_MISMATCH, f"[…] of {type_name(owner)} cannot take {type_name(key)}")


def character(text: str, place: int) -> str:
    """``text[[place]]``, counted from 1; beyond the text it is no error but empty (Concepts/string.md)."""
    if not text.isascii():
        from .characters import kept_units

        text = kept_units(text)
    return text[place - 1 : place] if place > 0 else ""


def with_character(text: str, place: int, new: str) -> str:
    """*text* with its character *place* (from 1) replaced by the first of *new*; as it is without such a one."""
    if text.isascii() and new.isascii():
        return text[: place - 1] + new[:1] + text[place:] if 1 <= place <= len(text) else text
    from .characters import kept_units
    from .utf16 import joined, units

    parts = kept_units(text)
    return joined(parts[: place - 1] + units(new)[:1] + parts[place:]) if 1 <= place <= len(parts) else text


def element(owner: Value, place: int) -> Value:
    """``array{place}``; of a blob, one byte, counted from 0."""
    if isinstance(owner, Array):
        return owner.get(place)
    if owner.__class__ is bytes:
        if 0 <= place < len(owner):
            return owner[place]
        raise LanguageError(INDEX_OUT_OF_RANGE, f"there is no byte {place} in a blob of {len(owner)}")
    raise LanguageError(TYPE_MISMATCH, f"{{…}} wants an array or a blob, got {type_name(owner)}")


def with_element(owner: Value, place: int, new: Value) -> Value:
    """The array, its element at *place* assigned; or a blob with its byte *place* (from 0) replaced."""
    if isinstance(owner, Array):
        former = owner.items[place] if 0 <= place < len(owner.items) else None
        if isinstance(former, Array) and not isinstance(new, Array):
            former.current = truncated(as_number(new) or 0)
        else:
            owner.put(place, new)
        return owner
    element(owner, place)
    number = as_number(new)
    if number is None:
        raise LanguageError(NUMBER_EXPECTED, f"a byte is a number, got {type_name(new)}")
    blob: bytes = owner
    return blob[:place] + bytes((truncated(number) & 255,)) + blob[place + 1 :]


# ------------------------------------------------------------------ functions


def call_member(run: Run, owner: Value, name: str, *arguments: Value) -> Value:
    """``owner.name(arguments)``."""
    if isinstance(owner, list):
        declaration = find_collection_function(name)
        if declaration is not None:
            if owner.__class__ is not list:
                # Only the module of shared values has a class below that of collections.
                return owner.call(run, declaration, arguments)  # type: ignore[attr-defined]
            return invoke(run, declaration, owner, arguments)
        raise LanguageError(FUNCTION_MISSING, f"a collection has no function {name}")
    if isinstance(owner, NativeObject):
        member = owner.members.get(name)
        if member is not None and member.declaration is not None:
            return invoke(run, member.declaration, owner, arguments)
        answer = owner.invoke(run, name, arguments)
        if answer is not UNDEFINED_FUNCTION:
            return answer
        raise LanguageError(FUNCTION_MISSING, f"{type_name(owner)} has no function {name}")
    if isinstance(owner, dict):
        function = owner.get(name, UNDEFINED)
        if function is not UNDEFINED and function.__class__ not in _NOT_CALLABLE:
            return run.call(function, owner, arguments)
        if isinstance(owner, Instance):
            own = owner.user_class.function(name)
            if own is not None:
                return own.code(owner, arguments)
        raise LanguageError(FUNCTION_MISSING, f"the object has no function {name}")
    if owner is None or owner is UNDEFINED or isinstance(owner, UnsetType):
        state = "Undefined" if owner is UNDEFINED else "Null"
        raise PathError(f"cannot call {name} of {state}", hint="give {path} a value first", owner=owner)
    raise PathError(f"{type_name(owner)} has no function {name}", hint="", owner=owner)


_NOT_CALLABLE = frozenset((str, int, float, bool, type(None), dict, list, bytes, Date, Time))


def invoke(run: Run, declaration: Declaration, this: Value, arguments: Iterable[Value]) -> Value:
    """Calls a declared function of a class on *this*."""
    given = declaration.bind(tuple(arguments))
    if not declaration.takes_run:
        return declaration.function(this, *given)
    try:
        return declaration.function(this, run, *given)
    except LanguageError as error:
        # Where a method is called on errors, the function returns what it documents for this case.
        if error.result is None or not run.absorb(error):
            raise
        return error.outcome


def call_bound(run: Run, function: BoundFunction, arguments: Iterable[Value]) -> Value:
    """Calls a function of a native object or collection that was taken as a value."""
    return call_member(run, function.owner, function.name, *arguments)


# ------------------------------------------------------------------ loops


def each(source: Value, begin: Value = None, end: Value = None) -> list[Value]:
    """What a ``For each`` goes through: settled at its start, whatever the loop does to *source*."""
    if isinstance(source, list):
        if begin is None and end is None:
            return source[:]
        size = len(source)
        first = 0 if begin is None else truncated(loop_number(begin))
        last = size if end is None else truncated(loop_number(end))
        first = max(0, first + size) if first < 0 else first
        last = last + size if last < 0 else last
        return source[first : max(0, last)]
    if isinstance(source, dict):
        return list(source)
    if isinstance(source, NativeObject):
        return source.names()
    if source is None or source is UNDEFINED or isinstance(source, UnsetType):
        return []
    raise LanguageError(TYPE_MISMATCH, f"For each: wanted Collection or Object, got {type_name(source)}")


def loop_number(value: Value) -> int | float:
    """A bound of a ``For``."""
    number = 0 if value is UNDEFINED else as_number(value)
    if number is None:
        refuse_bound(value)
    return number


def refuse_bound(value: Value) -> NoReturn:
    raise LanguageError(NUMBER_EXPECTED, f"For: wanted a number, got {type_name(value)}")


#: Beyond whatever a counter holds; an infinite bound is as far.
_FAR = 1 << 64


def beyond(last: Value, upwards: bool, end: int) -> int:
    """The first integer that a counter going *upwards* (or down) does not take: behind *last*, or *end* of its type."""
    number = loop_number(last)
    if number != number:
        number = 0
    number = min(max(number, -_FAR), _FAR)
    if upwards:
        return int(min(number, end) // 1) + 1
    return -int(-max(number, end) // 1) - 1


def after(first: int, beyond_last: int, step: int) -> int:
    """Where the counter stands when a ``For`` is done: the first value that passed the end."""
    turns = len(range(first, beyond_last, step))
    return first + turns * step


def passed(reached: Value, last: int | float, step: int | float, counter: Value) -> bool:
    """Whether what a ``For`` has *reached* is beyond *last*, or more than the type of its *counter* holds."""
    number = loop_number(reached)
    if number < last if step < 0 else number > last:
        return True
    return counter.__class__ is int and not number - 1 < counter < number + 1


def parameter(arguments: tuple[Value, ...], number: int) -> Value:
    """``${number}``, from 1."""
    if 1 <= number <= len(arguments):
        return arguments[number - 1]
    raise LanguageError(INDEX_OUT_OF_RANGE, f"${{{number}}}: {len(arguments)} parameters were passed")


def parameters(arguments: tuple[Value, ...], first: int = 1) -> list[Value]:
    """``Copy parameters(first)``, from 1."""
    return [stored(argument) for argument in arguments[max(first - 1, 0) :]]


def variadic(
    arguments: tuple[Value, ...], first: int, convert: Callable[[Value, str], Value], what: str
) -> tuple[Value, ...]:
    """*arguments*, those from *first* (from 0) on brought to the type that is declared for the rest."""
    return arguments[:first] + tuple(convert(argument, what) for argument in arguments[first:])


def element_pointer(owner: Value, place: int, name: str) -> Pointer:
    """``->array{place}``, of the array that is called *name*."""
    element(owner, place)
    if not isinstance(owner, Array):
        raise LanguageError(TYPE_MISMATCH, f"there is no pointer to an element of {type_name(owner)}")
    return Pointer(
        f"{name}{{{place}}}",
        (id(owner), place),
        lambda: owner.get(place),
        lambda value: owner.put(place, value),
    )


def inner_pointer(outer: Value, place: int) -> Pointer:
    """``->array{row}{place}`` and ``->pointer->{place}``: to an element of what *outer* points to."""
    return element_pointer(dereference(outer), place, outer.name)


def property_pointer(owner: Value, key: Value) -> Pointer:
    """``->object.name`` and ``->collection[place]``."""
    return Pointer(
        f"[{key}]", (id(owner), key), lambda: index(owner, key), lambda value: put_index(owner, key, value)
    )
