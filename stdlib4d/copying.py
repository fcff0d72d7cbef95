"""Deep copies of objects and collections: plain, shared, or as another process gets them."""

from __future__ import annotations

from .errors import STACK_OVERFLOW, LanguageError
from .references import Pointer
from .storage import stored
from .user_classes import Instance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from .shared import Group
    from .user_classes import UserClass
    from .values import Value

    class Receiver(Protocol):
        """The process that gets a copy."""

        def keeps(self, value: Value) -> bool:
            """Whether it gets an object or collection itself: a shared one."""

        def class_like(self, user_class: UserClass) -> UserClass:
            """Its own class of that name."""

        def own(self, value: Value) -> Value:
            """A value that is neither object nor collection, code as that of the process."""


class Copying:
    """One copy of a value and of all that it holds; what refers to itself does so in the copy.

    Parameters
    ----------
    resolve: what a pointer points to stands in its place.
    group: the copy is shared, in this group.
    receiver: the process that gets the copy. What is shared stays what it is then, and code becomes its own.

    Instances of 4D classes are not copied: they stand for something outside of the value.
    """

    def __init__(
        self,
        resolve: bool = False,
        *,
        group: Group | None = None,
        receiver: Receiver | None = None,
    ) -> None:
        self._resolve = resolve
        self._group = group
        self._receiver = receiver
        self._done: dict[int, Value] = {}

    def copied(self, value: Value) -> Value:
        """The copy; an error of the language where *value* is nested too deeply."""
        try:
            return self._copied(value)
        except RecursionError:
            raise LanguageError(
                STACK_OVERFLOW, "OB Copy: the object is nested too deeply to be copied"
            ) from None

    def _copied(self, value: Value) -> Value:
        if self._resolve and isinstance(value, Pointer):
            value = stored(value.get())
        if not isinstance(value, (dict, list)):
            return self._simple(value)
        if self._receiver is not None and self._receiver.keeps(value):
            return value
        twin = self._done.get(id(value))
        if twin is None:
            twin = self._done[id(value)] = self._empty(value)
            # Past the guards of a shared one, which nobody else knows yet.
            if isinstance(value, dict):
                for name, item in value.items():
                    dict.__setitem__(twin, name, self._copied(item))
            else:
                for item in value:
                    list.append(twin, self._copied(item))
        return twin

    def _empty(self, value: Value) -> Value:
        """What the copy of *value* is filled into."""
        class_ = value.user_class if isinstance(value, Instance) else None
        if self._group is None:
            if class_ is None:
                return {} if isinstance(value, dict) else []
            return Instance(class_ if self._receiver is None else self._receiver.class_like(class_))
        from .shared import SharedCollection, SharedInstance, SharedObject

        # With the first value inside of another one, they are a group.
        self._group.joined = self._group.joined or len(self._done) > 0
        if class_ is not None:
            return SharedInstance(class_, self._group)
        return SharedObject(self._group) if isinstance(value, dict) else SharedCollection(self._group)

    def _simple(self, value: Value) -> Value:
        if self._receiver is not None:
            return self._receiver.own(value)
        if self._group is not None:
            from .shared import SharedObject

            return SharedObject(self._group).admitted(value)
        return value


def deep_copy(value: Value, resolve: bool = False) -> Value:
    """A copy of an object or collection and of everything in it; references to itself stay such.

    With *resolve*, what a pointer points to stands in its place. Objects of user classes keep their class; what is
    shared is not, in the copy.
    """
    return Copying(resolve).copied(value)
