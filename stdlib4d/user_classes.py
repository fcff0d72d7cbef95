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
    from .waiting import Lock

    #: Code of a function of a class: takes This and the arguments.
    Code = Callable[[Value, tuple[Value, ...]], Value]


class Instance(dict[str, "Value"]):
    """An object of a user class."""

    __slots__ = ("user_class",)

    def __init__(self, user_class: UserClass) -> None:
        super().__init__()
        self.user_class = user_class


class Singletons:
    """Instances of singletons by the name of their class; with the *lock* to make one where processes share them."""

    def __init__(self, lock: Lock | None = None) -> None:
        self.made: dict[str, Instance] = {}
        self.lock = lock


class UserClass(NativeObject):
    """A class of a project, as a value.

    Parameters
    ----------
    name: its name.
    parent: what gives the class that it extends; ``None`` for none. Asked late, as classes may refer to each other.
    functions, getters, setters: code by name.
    prepare: gives a new instance the properties that are initialised where they are declared.
    constructor: the class constructor, if there is one.
    shared: its instances are shared objects.
    singletons: where the instance of a singleton is kept; for a shared one, by all processes.
    """

    class_name = "Class"
    shareable = True

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
        singletons: Singletons | None = None,
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
        self._singletons = singletons or Singletons()

    # Every process has its own code of a class; to a script they are one.

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, UserClass) and self.name.lower() == other.name.lower())

    def __hash__(self) -> int:
        return hash(self.name.lower())

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
        make = self._shared_instance if self._shared else self._plain_instance
        if not self._singleton:
            return make(arguments)
        made = self._singletons.made
        if self.name in made:
            return made[self.name]
        lock = self._singletons.lock
        if lock is None:
            return make(arguments)
        lock.take()
        try:
            # Another process may have been the first.
            return made.get(self.name) or make(arguments)
        finally:
            lock.release()

    def _plain_instance(self, arguments: tuple[Value, ...]) -> Instance:
        made = Instance(self)
        self._prepared(made)
        return self._constructed(made, arguments)

    def _shared_instance(self, arguments: tuple[Value, ...]) -> Instance:
        """A new shared instance: its constructor needs no Use, and what it declares with a value is shared, too."""
        from .shared import SharedInstance, shared_copy, use

        for class_ in self.lineage():
            if not class_._shared:
                raise LanguageError(
                    ARGUMENT_UNEXPECTED,
                    f"the shared class {self.name} extends {class_.name}, which is not shared",
                    hint=f"write shared Class constructor in {class_.name}",
                )
        declared = Instance(self)
        self._prepared(declared)
        made = SharedInstance(self)
        group = use(made)
        try:
            for name, value in declared.items():
                plain = value.__class__ is dict or value.__class__ is list
                made[name] = shared_copy(value, group) if plain else value
            return self._constructed(made, arguments)
        finally:
            group.release()

    def _prepared(self, made: Instance) -> None:
        """Gives *made* the properties that are initialised where they are declared."""
        for class_ in reversed(list(self.lineage())):
            if class_._prepare is not None:
                class_._prepare(made, ())

    def _constructed(self, made: Instance, arguments: tuple[Value, ...]) -> Instance:
        """*made* once its constructor has run; a singleton is there for it already."""
        if not self._singleton:
            self.initialise(made, arguments)
            return made
        self._singletons.made[self.name] = made
        try:
            self.initialise(made, arguments)
        except BaseException:
            self._singletons.made.pop(self.name, None)
            raise
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
            return self.new(())
        values: dict[str, Value] = {
            "name": self.name,
            "superclass": self.parent,
            "isShared": self._shared,
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

    def code_of(self, kind: str, name: str) -> Code:
        """The code of one of its own functions: a ``function``, ``get``, ``set``, ``constructor`` or ``properties``."""
        code = {"get": self.getters, "set": self.setters}.get(kind, {}).get(name)
        if kind == "function" and name in self.functions:
            code = self.functions[name].code
        elif kind in ("constructor", "properties"):
            code = self._initialise if kind == "constructor" else self._prepare
        if code is None:
            raise LanguageError(FUNCTION_MISSING, f"the class {self.name} has no function {name}")
        return code

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
