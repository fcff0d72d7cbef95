"""User classes: their objects, their instances, and the class store ``cs`` (Concepts/classes.md)."""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, FUNCTION_MISSING, LanguageError
from .functions import FunctionValue
from .registry import refuse_write
from .values import UNDEFINED, NativeObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .host import Run
    from .values import Value

    #: Code of a function of a class: takes This and the arguments.
    Code = Callable[[Value, tuple[Value, ...]], Value]


class Instance(dict[str, "Value"]):
    """An object of a user class."""

    __slots__ = ("user_class",)

    def __init__(self, user_class: UserClass) -> None:
        super().__init__()
        self.user_class = user_class


class UserClass(NativeObject):
    """A class of a project, as a value.

    Parameters
    ----------
    name: its name.
    parent: what gives the class that it extends; ``None`` for none. Asked late, as classes may refer to each other.
    functions, getters, setters: code by name.
    prepare: gives a new instance the properties that are initialised where they are declared.
    constructor: the class constructor, if there is one.
    """

    class_name = "Class"

    def __init__(
        self,
        name: str,
        parent: Callable[[], UserClass] | None,
        functions: dict[str, FunctionValue],
        getters: dict[str, Code],
        setters: dict[str, Code],
        prepare: Code | None,
        initialise: Code | None,
        *,
        shared: bool = False,
        singleton: bool = False,
        session_singleton: bool = False,
    ) -> None:
        self.name = name
        self._parent = parent
        self.functions = functions
        self.getters = getters
        self.setters = setters
        self._prepare = prepare
        self._initialise = initialise
        self._shared = shared
        self._singleton = singleton
        self._session_singleton = session_singleton
        self._me: Instance | None = None

    @property
    def parent(self) -> UserClass | None:
        """The class that it extends."""
        return self._parent() if self._parent is not None else None

    def lineage(self) -> Iterable[UserClass]:
        """The class and those it extends; a circle ends it."""
        seen: list[UserClass] = []
        current: UserClass | None = self
        while current is not None and current not in seen:
            seen.append(current)
            yield current
            current = current.parent

    def new(self, arguments: tuple[Value, ...]) -> Instance:
        """A new instance; of a singleton, the one that there is."""
        if self._me is not None:
            return self._me
        made = Instance(self)
        for class_ in reversed(list(self.lineage())):
            if class_._prepare is not None:
                class_._prepare(made, ())
        if self._singleton:
            self._me = made
        self.initialise(made, arguments)
        return made

    def initialise(self, this: Value, arguments: tuple[Value, ...]) -> None:
        """Runs the constructor on *this*; without one of its own, that of the class it extends."""
        for class_ in self.lineage():
            if class_._initialise is not None:
                class_._initialise(this, arguments)
                return

    # -------------------------------------------------------------- what a script sees

    def read(self, name: str) -> Value:
        """A property of the class object (API/ClassClass.md)."""
        if name == "me":
            if not self._singleton:
                return UNDEFINED
            return self._me or self.new(())
        values: dict[str, Value] = {
            "name": self.name,
            "superclass": self.parent,
            "isShared": self._shared or self._session_singleton,
            "isSingleton": self._singleton,
            "isSessionSingleton": self._session_singleton,
        }
        return values.get(name, UNDEFINED)

    def invoke(self, run: Run, name: str, arguments: tuple[Value, ...]) -> Value:
        """``cs.Name.new(…)``."""
        if name == "new":
            return self.new(arguments)
        raise LanguageError(FUNCTION_MISSING, f"the class {self.name} has no function {name}")

    # -------------------------------------------------------------- what its instances have

    def lookup(self, this: Value, name: str) -> Value:
        """A property that the instance does not hold itself: computed, or a function."""
        for class_ in self.lineage():
            getter = class_.getters.get(name)
            if getter is not None:
                return getter(this, ())
            function = class_.functions.get(name)
            if function is not None:
                return function
        return UNDEFINED

    def assign(self, this: Value, name: str, value: Value) -> bool:
        """Assigns a computed property; ``False`` when *name* is none."""
        for class_ in self.lineage():
            setter = class_.setters.get(name)
            if setter is not None:
                setter(this, (value,))
                return True
            if name in class_.getters:
                raise refuse_write(class_, name)
        return False

    def function(self, name: str) -> FunctionValue | None:
        """The function *name* of an instance."""
        for class_ in self.lineage():
            found = class_.functions.get(name)
            if found is not None:
                return found
        return None


class UserClassStore(NativeObject):
    """What the command ``cs`` returns: the classes of the project."""

    class_name = "ClassStore"

    def __init__(self, find: Callable[[str], UserClass | None]) -> None:
        self._find = find

    def read(self, name: str) -> Value:
        """The class *name*."""
        found = self._find(name)
        if found is None:
            raise LanguageError(
                FUNCTION_MISSING,
                f"there is no class cs.{name}",
                hint=f"put {name}.4dm into the folder Classes",
            )
        return found


def super_class(store: UserClassStore, name: str) -> UserClass:
    """The class that the class *name* extends; what Super means in its functions."""
    parent = store.read(name).parent
    if parent is None:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"Super: the class {name} extends no class")
    found: UserClass = parent
    return found


def call_super(store: UserClassStore, name: str, this: Value, *arguments: Value) -> Value:
    """``Super(…)`` in a constructor of the class *name*."""
    super_class(store, name).initialise(this, arguments)
    return UNDEFINED


def call_super_function(
    store: UserClassStore, name: str, this: Value, function: str, *arguments: Value
) -> Value:
    """``Super.function(…)`` in a function of the class *name*."""
    found = super_class(store, name).function(function)
    if found is None:
        raise LanguageError(FUNCTION_MISSING, f"Super has no function {function}")
    return found.code(this, arguments)
