"""The commands of the theme Objects (Language)."""

from __future__ import annotations

from .access import NativeClass, native_class, property_of, put
from .copying import deep_copy
from .errors import ARGUMENT_UNEXPECTED, OBJECT_EXPECTED, TYPE_MISMATCH, LanguageError
from .kinds import (
    IS_BLOB,
    IS_BOOLEAN,
    IS_COLLECTION,
    IS_DATE,
    IS_LONGINT,
    IS_NULL,
    IS_OBJECT,
    IS_REAL,
    IS_TEXT,
    IS_TIME,
    default,
    kind,
)
from .registry import command, refuse_write
from .storage import stored
from .user_classes import Instance, UserClass
from .values import UNDEFINED, Date, NativeObject, Time, is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: Options of OB Copy and of the function copy of collections (theme Objects and Collections).
RESOLVE_POINTERS = 1
SHARED = 16
#: 4D's error for a class that is none.
NOT_A_CLASS = -10745


def names(owner: Value) -> list[str]:
    """The names of the properties of *owner*, in the order of their creation."""
    if isinstance(owner, NativeObject):
        return owner.names()
    return [] if owner is None else list(owner)


def pairs_of(name: str, values: tuple[Value, ...]) -> list[tuple[str, Value]]:
    """The names and values that the command *name* was given by turns."""
    if len(values) % 2:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"{name}: value: wanted a value for each property, got none for the last one"
        )
    return [(values[i], values[i + 1]) for i in range(0, len(values), 2)]


def _kept(run: Run, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """*values* with dates and times in the form that the script wants them in."""
    from .inside_objects import forms

    wanted = forms(run)
    return values if wanted is None else tuple(wanted.kept(value) for value in values)


def _existing(name: str, owner: Value) -> Value:
    if owner is None:
        raise LanguageError(
            OBJECT_EXPECTED,
            f"{name}: object: wanted Object, got Null",
            hint="create it first: $object:=New object",
        )
    return owner


@command("New object", 1471, "( {...(property : Text ; value : any)} ) : Object")
def new_object(*pairs: Value) -> dict[str, Value]:
    """Returns a new object, filled with the given properties (commands/new-object.md)."""
    result: dict[str, Value] = {}
    for name, value in pairs_of("New object", pairs):
        put(result, name, value)
    return result


@command(
    "OB SET",
    1220,
    "( object : Object ; property : Text ; value : any {; ...(property : Text ; value : any)} )",
)
def ob_set(run: Run, owner: Value, *pairs: Value) -> None:
    """Creates or changes properties of an object (commands/ob-set.md)."""
    _existing("OB SET", owner)
    if run.settings:
        pairs = _kept(run, pairs)
    for name, value in pairs_of("OB SET", pairs):
        put(owner, name, value)


@command("OB SET NULL", 1233, "( object : Object ; property : Text )")
def ob_set_null(owner: Value, name: str) -> None:
    """Stores Null in a property (commands/ob-set-null.md)."""
    put(_existing("OB SET NULL", owner), name, None)


@command("OB REMOVE", 1226, "( object : Object ; property : Text )")
def ob_remove(owner: Value, name: str) -> None:
    """Removes a property; nothing happens when there is none (commands/ob-remove.md)."""
    _existing("OB REMOVE", owner)
    if isinstance(owner, NativeObject):
        raise refuse_write(owner, name)
    if owner.__class__ is dict:
        owner.pop(name, None)
    else:
        from .shared import using

        using(owner, lambda: owner.pop(name, None))


@command("OB Get", 1224, "( object : Object ; property : Text {; type : Integer} ) : any")
def ob_get(owner: Value, name: str, wanted: int = 0) -> Value:
    """Returns the value of a property, converted when a type is given (commands/ob-get.md)."""
    value = property_of(owner, name)
    return converted("OB Get", value, wanted) if wanted else value


def converted(name: str, value: Value, wanted: int) -> Value:
    """*value* as a value of the type number *wanted*; *name* is the command that asks."""
    current = kind(value)
    if current == wanted:
        return value
    if wanted == IS_NULL:
        return None
    if wanted in (IS_OBJECT, IS_COLLECTION):
        return None
    if wanted not in (IS_REAL, IS_LONGINT, IS_TEXT, IS_DATE, IS_BOOLEAN, IS_TIME):
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: type: wanted a type that a property can have, got {wanted}",
            hint="Is text, Is real, Is longint, Is Boolean, Is date, Is time, Is object, Is collection",
        )
    if value is None or value is UNDEFINED or current in (IS_OBJECT, IS_COLLECTION, IS_BLOB):
        return default(wanted)
    return _scalar(value, wanted)


def _scalar(value: Value, wanted: int) -> Value:
    from . import conversion

    if wanted == IS_TEXT:
        return conversion.json_date(value) if value.__class__ is Date else conversion.string(None, value)
    if wanted == IS_BOOLEAN:
        return conversion.bool_(value)
    if wanted == IS_DATE:
        return conversion.date_(None, value) if value.__class__ is str else default(wanted)
    if wanted == IS_TIME and value.__class__ is str:
        return conversion.time_(value)
    number = value.seconds if value.__class__ is Time else value
    if value.__class__ is Date:
        return default(wanted)
    number = conversion.num(number)
    if wanted == IS_REAL:
        return number
    if not abs(number) < 2**53:
        return default(wanted)
    whole = int(number)
    return Time(whole) if wanted == IS_TIME else whole


@command("OB Get type", 1230, "( object : Object ; property : Text ) : Integer")
def ob_get_type(owner: Value, name: str) -> int:
    """Returns the type number of a property's value (commands/ob-get-type.md)."""
    number = kind(property_of(owner, name))
    return IS_OBJECT if number == IS_BLOB else number


@command("OB Is defined", 1231, "( object : Object, Undefined {; property : Text} ) : Boolean")
def ob_is_defined(owner: Value, name: str | None = None) -> bool:
    """Tells whether an object, or a property of it, exists (commands/ob-is-defined.md)."""
    if owner is None or owner is UNDEFINED:
        return False
    return name is None or name in names(owner)


@command("OB Is empty", 1297, "( object : Object, Undefined ) : Boolean")
def ob_is_empty(owner: Value) -> bool:
    """Tells whether an object does not exist or has no property (commands/ob-is-empty.md)."""
    return owner is None or owner is UNDEFINED or not names(owner)


@command("OB Keys", 1719, "( object : Object ) : Collection")
def ob_keys(owner: Value) -> list[Value]:
    """Returns the names of the properties, in order (commands/ob-keys.md)."""
    return list(names(owner))


@command("OB Values", 1718, "( object : Object ) : Collection")
def ob_values(owner: Value) -> list[Value]:
    """Returns the values of the properties, in order (commands/ob-values.md)."""
    return [stored(property_of(owner, name)) for name in names(owner)]


@command("OB Entries", 1720, "( object : Object ) : Collection")
def ob_entries(owner: Value) -> list[Value]:
    """Returns the properties as objects with key and value, in order (commands/ob-entries.md)."""
    return [{"key": name, "value": stored(property_of(owner, name))} for name in names(owner)]


@command(
    "OB Copy",
    1225,
    "( object : Object {; option : Boolean, Integer {; groupWith : Collection, Object}} ) : Object",
)
def ob_copy(owner: Value, option: Value = 0, group: Value = None) -> Value:
    """Returns a deep copy of an object; its pointers resolved, or shared, when asked for (commands/ob-copy.md)."""
    return copy_of("OB Copy", owner, int(option), group)


def copy_of(name: str, value: Value, option: int, group: Value) -> Value:
    """A deep copy as the function *name* makes it, with its option and what to group it with."""
    resolve = bool(option & RESOLVE_POINTERS)
    if value is None or not option & SHARED:
        return deep_copy(value, resolve)
    from .shared import group_of, shared_copy

    return shared_copy(value, group_of(name, group), resolve)


@command("OB Class", 1730, "( object : Object, Undefined ) : Object")
def ob_class(run: Run, owner: Value) -> Value:
    """Returns the class of an object, Null when there is no object (commands/ob-class.md)."""
    if isinstance(owner, Instance):
        return run.class_like(owner.user_class)
    if isinstance(owner, NativeObject):
        return native_class("Function" if is_instance(owner, "Function") else owner.class_name)
    return native_class("Object") if isinstance(owner, dict) else None


@command("OB Instance of", 1731, "( object : Object, Undefined ; class : any ) : Boolean")
def ob_instance_of(owner: Value, class_: Value) -> bool:
    """Tells whether an object belongs to a class or to one that extends it (commands/ob-instance-of.md)."""
    if isinstance(class_, UserClass):
        return isinstance(owner, Instance) and class_ in owner.user_class.lineage()
    if not isinstance(class_, NativeClass):
        raise LanguageError(
            NOT_A_CLASS,
            f"OB Instance of: class: wanted a class, got {type_name(class_)}",
            hint="cs.Name or 4D.Name",
        )
    if class_.name == "Object":
        return isinstance(owner, (dict, NativeObject))
    return is_instance(owner, class_.name)


class AnyObject(NativeObject):
    """The class that all objects inherit from."""

    class_name = "Object"

    @staticmethod
    @command("4D.Object.new", 0, "() : 4D.Object")
    def constructor(run: Run) -> dict[str, Value]:
        """Makes an object without properties, as New object does."""
        return {}


class AnyFunction(NativeObject):
    """The class of everything that can be called."""

    class_name = "Function"
