"""Shared objects and collections, and the rule that guards them (Concepts/shared.md).

They are types of their own, below those of plain objects and collections, which know nothing of them: what is
written to a plain one costs no test. Whatever changes a shared one goes through the methods of its type, which
want the lock of its group to be held by the process, and let nothing in that processes may not share. Reading needs
no lock: it sees the content as it is at that moment, and going through it sees a copy.

A value has the lock of its group. It is alone in its group until it is put into another shared value, or another one
into it: then both are of one group, for good. What belongs to a group cannot be put into another; the storages make
none.
"""

from __future__ import annotations

from .errors import OBJECT_EXPECTED, LanguageError
from .registry import command
from .storage import stored
from .user_classes import Instance
from .values import UNDEFINED, Date, NativeObject, type_name
from .waiting import Lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, SupportsIndex

    from .host import Run
    from .registry import Declaration
    from .values import Value

# The reference gives these errors no number.
#: Use wants a shared object or collection.
NOT_SHARED = -10720
#: A shared object or collection cannot hold the value.
NOT_SHAREABLE = -10721
#: A change outside of Use … End use.
NOT_IN_USE = -10722
#: The value belongs to another group.
OTHER_GROUP = -10723

_SCALARS = frozenset((str, int, float, bool, type(None), Date, bytes))


class Group(Lock):
    """The lock of one shared value or of several; ``joined`` once there is more than one."""

    __slots__ = ("_heir", "_owed", "joined")

    def __init__(self) -> None:
        super().__init__()
        self.joined = False
        self._heir: Group | None = None
        self._owed = 0

    def become(self, heir: Group) -> None:
        """What this thread holds of the lock of a lone value, it holds of *heir* too, and gives back together."""
        self._heir = heir
        if self.held:
            self._owed = self.count
            for _ in range(self.count):
                heir.take()

    def release(self) -> None:
        """Gives it back once."""
        heir = self._heir if self._owed else None
        if heir is not None:
            self._owed -= 1
        super().release()
        if heir is not None:
            heir.release()


class Shared:
    """What all shared values have in common."""

    # Where there is nothing else in the instances, Python could not combine it with dict and list.
    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def group(self) -> Group:
            """Whose lock guards it."""

        @group.setter
        def group(self, group: Group) -> None: ...

    #: Whether what is put into it gets its group.
    groups = True

    def require(self) -> None:
        """Raises unless this process uses the value at this moment."""
        if not self.group.held:
            raise LanguageError(
                NOT_IN_USE,
                f"a shared {'collection' if isinstance(self, list) else 'object'} is changed outside of Use … End use",
                hint="write the change between Use(…) and End use",
            )

    def admitted(self, value: Value) -> Value:
        """*value* as it is kept here, in the group of this one; raises where it cannot be shared."""
        value = stored(value)
        if value.__class__ in _SCALARS:
            return value
        if isinstance(value, Shared):
            if self.groups:
                join(self, value)
            return value
        if isinstance(value, NativeObject) and value.shareable:
            return value
        cure = "copy it: OB Copy($object; ck shared), $collection.copy(ck shared)"
        raise LanguageError(
            NOT_SHAREABLE,
            f"a shared object or collection cannot hold {type_name(value)}",
            hint=cure if isinstance(value, (dict, list)) else "",
        )


def join(owner: Shared, value: Shared) -> None:
    """Puts *owner*, and *value* that it is to hold, into one group; waits while another process uses *value*."""
    if value.group is owner.group:
        return
    former = use(value)
    try:
        if not value.group.joined:
            owner.group.joined = True
            value.group = owner.group
        elif not owner.group.joined:
            lone, owner.group = owner.group, value.group
            lone.become(value.group)
        else:
            raise LanguageError(
                OTHER_GROUP,
                "the shared object or collection belongs to another group already",
                hint="copy it into this group: OB Copy($object; ck shared; $other)",
            )
    finally:
        former.release()


def use(value: Value) -> Group:
    """``Use``: takes the lock of the group of *value*, waiting for it; the caller releases what is returned."""
    if not isinstance(value, Shared):
        raise LanguageError(
            NOT_SHARED,
            f"Use: wanted a shared object or collection, got {type_name(value)}",
            hint="create it with New shared object or New shared collection",
        )
    while True:
        group = value.group
        group.take()
        if value.group is group:
            return group
        # It was put into a group while we waited.
        group.release()


class _Guarded(Shared, dict[str, "Value"]):
    """The changes of a shared object, each in its place."""

    __slots__ = ()

    def __setitem__(self, name: str, value: Value) -> None:
        self.require()
        dict.__setitem__(self, name, self.admitted(value))

    def __delitem__(self, name: str) -> None:
        self.require()
        dict.__delitem__(self, name)

    def pop(self, name: str, *default: Value) -> Value:
        self.require()
        return dict.pop(self, name, *default)

    def popitem(self) -> tuple[str, Value]:
        self.require()
        return dict.popitem(self)

    def clear(self) -> None:
        self.require()
        dict.clear(self)

    def setdefault(self, name: str, default: Value = None) -> Value:
        if name not in self:
            self[name] = default
        return self[name]

    def update(self, *others: Any, **more: Value) -> None:
        for name, value in dict(*others, **more).items():
            self[name] = value

    def __ior__(self, other: Any) -> Any:  # type: ignore[misc]
        self.update(other)
        return self

    # Another process may change it between two steps of whoever goes through it. CPython copies a dict in one step as
    # long as its type goes through it as dict does.

    def __missing__(self, name: str) -> Value:
        return UNDEFINED

    def keys(self) -> Any:
        return dict.copy(self).keys()

    def values(self) -> Any:
        return dict.copy(self).values()

    def items(self) -> Any:
        return dict.copy(self).items()


class SharedObject(_Guarded):
    """A shared object."""

    __slots__ = ("group",)

    def __init__(self, group: Group | None = None) -> None:
        super().__init__()
        self.group = group or Group()


class StorageObject(SharedObject):
    """What Storage returns: what is put into it keeps its own group (commands/storage.md)."""

    __slots__ = ()

    groups = False


class SharedInstance(_Guarded, Instance):
    """An object of a shared class."""

    __slots__ = ("group",)

    def __init__(self, user_class: Any, group: Group | None = None) -> None:
        Instance.__init__(self, user_class)
        self.group = group or Group()


class SharedCollection(Shared, list["Value"]):
    """A shared collection."""

    __slots__ = ("group",)

    def __init__(self, group: Group | None = None) -> None:
        super().__init__()
        self.group = group or Group()

    def call(self, run: Run, declaration: Declaration, arguments: tuple[Value, ...]) -> Value:
        """Calls a function of Collection: those that change it use it by themselves."""
        from .access import invoke

        if declaration.name in CHANGING:
            group = use(self)
            try:
                return invoke(run, declaration, self, arguments)
            finally:
                group.release()
        result = invoke(run, declaration, self, arguments)
        return self._alike(result) if declaration.name in SHARING and result.__class__ is list else result

    def _alike(self, elements: list[Value]) -> SharedCollection:
        """A shared collection of some of the elements of this one; it is of the same group if they need it."""
        made = SharedCollection()
        for element in elements:
            if isinstance(element, Shared):
                made.group = self.group
                self.group.joined = True
        list.extend(made, elements)
        return made

    def __getitem__(self, place: Any) -> Any:
        try:
            return list.__getitem__(self, place)
        except IndexError:
            # Another process has just made it shorter.
            return UNDEFINED

    def __setitem__(self, place: Any, value: Any) -> None:
        self.require()
        if isinstance(place, slice):
            list.__setitem__(self, place, [self.admitted(item) for item in value])
        elif place < len(self):
            list.__setitem__(self, place, self.admitted(value))

    def __delitem__(self, place: Any) -> None:
        self.require()
        list.__delitem__(self, place)

    def __iadd__(self, other: Iterable[Value]) -> Any:  # type: ignore[misc]
        self.extend(other)
        return self

    def append(self, value: Value) -> None:
        self.require()
        list.append(self, self.admitted(value))

    def extend(self, values: Iterable[Value]) -> None:
        self.require()
        list.extend(self, [self.admitted(value) for value in values])

    def insert(self, place: SupportsIndex, value: Value) -> None:
        self.require()
        list.insert(self, place, self.admitted(value))

    def pop(self, place: SupportsIndex = -1) -> Value:
        self.require()
        return list.pop(self, place)

    def remove(self, value: Value) -> None:
        self.require()
        list.remove(self, value)

    def clear(self) -> None:
        self.require()
        list.clear(self)

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        self.require()
        list.sort(self, key=key, reverse=reverse)

    def reverse(self) -> None:
        self.require()
        list.reverse(self)


#: The functions of Collection that change it, and those whose result is shared as the collection is.
CHANGING = frozenset("clear combine fill insert multiSort pop push remove resize shift sort unshift".split())
SHARING = frozenset("filter orderBy orderByMethod query reverse slice".split())


def using(value: Value, work: Callable[[], Value]) -> Value:
    """What *work* returns, done while *value* is in use if it is shared."""
    if not isinstance(value, Shared):
        return work()
    group = use(value)
    try:
        return work()
    finally:
        group.release()


def shared_copy(value: Value, group: Group | None = None, resolve: bool = False) -> Value:
    """A deep copy of an object or collection that is shared, as all that it holds, in one *group*."""
    from .copying import Copying

    return Copying(resolve, group=group or Group()).copied(value)


def group_of(name: str, value: Value) -> Group | None:
    """The group of what a copy is to be grouped with; *name* is the function that asks."""
    if value is None:
        return None
    if not isinstance(value, Shared):
        raise LanguageError(
            NOT_SHARED, f"{name}: groupWith: wanted a shared object or collection, got {type_name(value)}"
        )
    value.group.joined = True
    return value.group


@command("New shared object", 1526, "( {...(property : Text ; value : any)} ) : Object")
def new_shared_object(*pairs: Value) -> SharedObject:
    """Returns a new shared object, filled with the given properties (commands/new-shared-object.md)."""
    from .objects import pairs_of

    made = SharedObject()
    for name, value in pairs_of("New shared object", pairs):
        if value is not UNDEFINED:
            dict.__setitem__(made, name, made.admitted(value))
    return made


@command("New shared collection", 1527, "( {...value : any} ) : Collection")
def new_shared_collection(*values: Value) -> SharedCollection:
    """Returns a new shared collection of the given values (commands/new-shared-collection.md)."""
    made = SharedCollection()
    list.extend(made, [made.admitted(value) for value in values])
    return made


@command("OB Is shared", 1759, "( toCheck : Object, Collection ) : Boolean")
def ob_is_shared(value: Value) -> bool:
    """Tells whether an object or collection is shared (commands/ob-is-shared.md)."""
    if value is None:
        raise LanguageError(OBJECT_EXPECTED, "OB Is shared: toCheck: wanted Object or Collection, got Null")
    return isinstance(value, Shared)


@command("Storage", 1525, ": Object")
def storage(run: Run) -> StorageObject:
    """Returns the shared object that all processes find without being handed it (commands/storage.md)."""
    found: StorageObject = run.storage
    return found
