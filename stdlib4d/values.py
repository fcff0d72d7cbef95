"""The values of the 4D language and how Python represents them.

==========  =====================================================================
4D          Python
==========  =====================================================================
Text        ``str``
Number      ``int`` or ``float`` (an Integer variable holds ``int``, a Real ``float``)
Boolean     ``bool``
Null        ``None``
Undefined   :data:`UNDEFINED`
Object      ``dict``, in order of creation; instances of classes are :class:`NativeObject`
Collection  ``list``; shared ones are subclasses of both: :mod:`stdlib4d.shared`
Blob        ``bytes`` (a scalar blob is a value: changing one byte makes a new one)
Date        :class:`Date`
Time        :class:`Time`
==========  =====================================================================

A variable declared as Object or Collection and never assigned holds :data:`UNSET_OBJECT` or
:data:`UNSET_COLLECTION`: it compares as Null, but reading from it gives Undefined
(Concepts/data-types.md, "Null as default value"). Storing it anywhere stores Null.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar

    from .host import Run
    from .registry import Member

    #: Some 4D value: the one place where ``Any`` is meant.
    Value = Any


class UndefinedType:
    """The type of :data:`UNDEFINED`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Undefined"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "UNDEFINED"


UNDEFINED = UndefinedType()


class UnsetType:
    """A declared and never assigned variable of type Object or Collection."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return "Null"

    def __bool__(self) -> bool:
        return False


UNSET_OBJECT = UnsetType("Object")
UNSET_COLLECTION = UnsetType("Collection")


class StarType:
    """The bare ``*`` that some commands take as an argument."""

    __slots__ = ("symbol",)

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol

    def __repr__(self) -> str:
        return self.symbol


STAR = StarType("*")
GREATER = StarType(">")
LESS = StarType("<")

#: Days from 0000-03-01 to the first day of year 1, proleptic Gregorian.
_EPOCH = 306
MAX_YEAR = 32767


def days_in_month(year: int, month: int) -> int:
    """The number of days in *month* (1 to 12) of *year*, proleptic Gregorian."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


class Date:
    """A calendar day, 1/1/100 to 12/31/32767 (Concepts/date.md); ``ordinal`` 0 is the null date.

    ``ordinal`` counts as :meth:`datetime.date.toordinal` does, beyond the year 9999 too.
    """

    __slots__ = ("ordinal",)

    def __init__(self, ordinal: int = 0) -> None:
        self.ordinal = ordinal

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Date:
        """The day with these parts; ``ValueError`` if there is no such day."""
        if not (1 <= year <= MAX_YEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
            raise ValueError(f"no such day: {year:04d}-{month:02d}-{day:02d}")
        # The year starts in March, so that the leap day is the last one.
        y, m = (year, month - 3) if month > 2 else (year - 1, month + 9)
        return cls(y * 365 + y // 4 - y // 100 + y // 400 + (m * 306 + 5) // 10 + day - _EPOCH)

    @property
    def parts(self) -> tuple[int, int, int]:
        """Year, month and day; ``(0, 0, 0)`` for the null date."""
        if not self.ordinal:
            return (0, 0, 0)
        days = self.ordinal + _EPOCH - 1
        y = (10000 * days + 14780) // 3652425
        rest = days - (365 * y + y // 4 - y // 100 + y // 400)
        if rest < 0:
            y -= 1
            rest = days - (365 * y + y // 4 - y // 100 + y // 400)
        m = (100 * rest + 52) // 3060
        return (y + (m + 2) // 12, (m + 2) % 12 + 1, rest - (m * 306 + 5) // 10 + 1)

    def __eq__(self, other: object) -> bool:
        return other.__class__ is Date and self.ordinal == other.ordinal

    def __hash__(self) -> int:
        return hash((Date, self.ordinal))

    def __lt__(self, other: Date) -> bool:
        return self.ordinal < other.ordinal

    def __bool__(self) -> bool:
        return self.ordinal != 0

    def __repr__(self) -> str:
        year, month, day = self.parts
        return f"!{year:04d}-{month:02d}-{day:02d}!" if self.ordinal else "!00-00-00!"


NULL_DATE = Date(0)


class Time:
    """A duration or time of day in whole ``seconds`` (Concepts/time.md)."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: int = 0) -> None:
        self.seconds = seconds

    def __eq__(self, other: object) -> bool:
        return other.__class__ is Time and self.seconds == other.seconds

    def __hash__(self) -> int:
        return hash((Time, self.seconds))

    def __lt__(self, other: Time) -> bool:
        return self.seconds < other.seconds

    def __repr__(self) -> str:
        sign, seconds = ("-", -self.seconds) if self.seconds < 0 else ("", self.seconds)
        return f"?{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}?"


#: What :meth:`NativeObject.invoke` returns for a function that there is not.
UNDEFINED_FUNCTION = object()


class NativeObject:
    """An instance of a class of the ``4D`` class store.

    A subclass names itself in ``class_name`` and declares what a script may see of it with the
    decorators of :mod:`stdlib4d.registry`; nothing else of it can be reached from a script.
    """

    class_name: ClassVar[str] = ""
    #: Whether a shared object may hold one: nothing ever changes it, or it guards itself.
    shareable: ClassVar[bool] = False
    #: Other classes that its instances belong to.
    also: ClassVar[tuple[str, ...]] = ()
    members: ClassVar[dict[str, Member]] = {}
    #: The declared command that ``4D.Name.new(…)`` calls, if the class has such a function.
    constructor: ClassVar[Callable[..., Value] | None] = None

    def read(self, name: str) -> Value:
        """A property that is not among the members; undefined unless a subclass knows more."""
        return UNDEFINED

    def write(self, name: str, value: Value) -> bool:
        """Assigns a property that is not among the members; ``False`` unless a subclass takes it."""
        return False

    def names(self) -> list[str]:
        """The names of its properties, as commands list them."""
        return [name for name, member in self.members.items() if member.get is not None]

    def invoke(self, run: Run, name: str, arguments: tuple[Value, ...]) -> Value:
        """Calls a function that is not among the members; :data:`UNDEFINED_FUNCTION` unless a subclass has it."""
        return UNDEFINED_FUNCTION

    def __init_subclass__(cls) -> None:
        own = {m.name: m for m in map(_member_of, vars(cls).values()) if m is not None}
        cls.members = {**cls.members, **own}

    def __repr__(self) -> str:
        return f"<4D.{self.class_name}>"


def is_instance(value: Value, class_name: str) -> bool:
    """Whether *value* is an instance of the class *class_name* of the ``4D`` store, in any case."""
    wanted = class_name.lower()
    if isinstance(value, BoundFunction):
        return wanted == "function"
    names = (value.class_name, *value.also) if isinstance(value, NativeObject) else ()
    return wanted in [name.lower() for name in names]


def _member_of(attribute: object) -> Member | None:
    return getattr(attribute, "member", None)


class BoundFunction:
    """A function of an object taken as a value, still tied to its object."""

    __slots__ = ("name", "owner")

    def __init__(self, owner: Value, name: str) -> None:
        self.owner = owner
        self.name = name

    def __repr__(self) -> str:
        return f"<4D.Function {self.name}>"


def type_name(value: Value) -> str:
    """The 4D name of the type of *value*, as messages use it."""
    if isinstance(value, NativeObject):
        return "4D." + value.class_name
    if isinstance(value, UnsetType):
        return "Null"
    found = _TYPE_NAMES.get(value.__class__)
    if found is None and isinstance(value, (dict, list)):
        return "Object" if isinstance(value, dict) else "Collection"
    return found or value.__class__.__name__


_TYPE_NAMES: dict[type, str] = {
    str: "Text",
    int: "Number",
    float: "Number",
    bool: "Boolean",
    type(None): "Null",
    UndefinedType: "Undefined",
    dict: "Object",
    list: "Collection",
    bytes: "Blob",
    Date: "Date",
    Time: "Time",
    StarType: "Operator",
    BoundFunction: "4D.Function",
}
