"""What generated code calls."""

from __future__ import annotations

from stdlib4d import access, assign, operators, references, storage
from stdlib4d.errors import LanguageError
from stdlib4d.functions import FunctionValue
from stdlib4d.references import Pointer
from stdlib4d.user_classes import call_super, call_super_function
from stdlib4d.values import (
    GREATER,
    LESS,
    NULL_DATE,
    STAR,
    UNDEFINED,
    UNSET_COLLECTION,
    UNSET_OBJECT,
    Date,
    Time,
    UnsetType,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from stdlib4d.values import Value

    from .exits import Exit
    from .session import Session


def _date(year: int, month: int, day: int) -> Date:
    try:
        return Date.of(year, month, day)
    except ValueError:
        return NULL_DATE


def _formula_parameter(arguments: tuple[Value, ...], number: int) -> Value:
    """``$1`` in a formula; undefined where fewer were passed."""
    return arguments[number - 1] if 1 <= number <= len(arguments) else UNDEFINED


class MethodCode:
    """A project method as the code of a function."""

    __slots__ = ("_run", "name")

    def __init__(self, run: Session, name: str) -> None:
        self._run = run
        self.name = name

    def __call__(self, this: Value, arguments: tuple[Value, ...]) -> Value:
        return self._run.call_method(self.name, arguments, this)


def process_pointer(run: Session, name: str, convert: Callable[[Value, str], Value] | None = None) -> Pointer:
    """A pointer to a process or interprocess variable; *convert* brings values to its declared type."""
    variables = run.variables(name)
    spelling = name if name.startswith("<>") else run.process_names.get(name, name[2:])

    def put(value: Value) -> None:
        variables[name] = value if convert is None else convert(value, spelling)

    return Pointer(spelling, name, lambda: variables[name], put)


def _array(kind: str, former: Value, size: int, columns: int | None = None) -> Value:
    """What ``ARRAY TEXT`` and its like leave in their variable."""
    from stdlib4d.array_variables import declared_array

    return declared_array(kind, former, size, columns)


def _new_exit(run: Session) -> Exit:
    from .exits import Exit

    return Exit(run)


def _set_process(run: Session, name: str, value: Value) -> Value:
    run.variables(name)[name] = value
    return UNDEFINED


def _use(value: Value) -> Value:
    """``Use``: what :func:`_end_use` is to be given."""
    from stdlib4d.shared import use

    return use(value)


def _end_use(group: Value) -> None:
    group.release()


def _kept(convert: Callable[[Value, str], Value]) -> Callable[[Value, str], Value]:
    """A variable that an earlier run or the embedder left, for the type that this script declares."""

    def bring(value: Value, what: str) -> Value:
        return value if isinstance(value, UnsetType) else convert(value, what)

    return bring


def _release(kept: dict[str, Value], names: tuple[str, ...]) -> None:
    """Lets go of what the running script has in its own variables, and gives back at its end."""
    for name in names:
        kept.pop(name, None)


_CONVERSIONS: dict[str, Callable[[Value, str], Value]] = {
    "Integer": assign.to_integer,
    "Real": assign.to_real,
    "Text": assign.to_text,
    "Boolean": assign.to_boolean,
    "Date": assign.to_date,
    "Time": assign.to_time,
    "Blob": assign.to_blob,
    "Object": assign.to_object,
    "Collection": assign.to_collection,
}

#: What generated code calls. No script can spell these names, which all start with a full stop.
RUNTIME: dict[str, Any] = {
    ".type": type,
    ".int": int,
    ".float": float,
    ".str": str,
    ".bool": bool,
    ".bytes": bytes,
    ".dict": dict,
    ".list": list,
    ".len": len,
    ".range": range,
    ".Date": Date,
    ".Time": Time,
    ".date": _date,
    ".null_date": NULL_DATE,
    ".null_time": assign.NULL_TIME,
    ".undefined": UNDEFINED,
    ".unset_Object": UNSET_OBJECT,
    ".unset_Collection": UNSET_COLLECTION,
    ".star": STAR,
    ".greater": GREATER,
    ".less_sign": LESS,
    ".this": None,
    ".arguments": (),
    ".add": operators.add,
    ".limited": operators.limited,
    ".subtract": operators.subtract,
    ".multiply": operators.multiply,
    ".divide": operators.divide,
    ".int_divide": operators.int_divide,
    ".modulo": operators.modulo,
    ".power": operators.power,
    ".negate": operators.negate,
    ".exact": operators.exact,
    ".and": operators.logical_and,
    ".or": operators.logical_or,
    ".equal": operators.equal,
    ".not_equal": operators.not_equal,
    ".less": operators.less,
    ".more": operators.more,
    ".at_most": operators.at_most,
    ".at_least": operators.at_least,
    ".shift_left": operators.shift_left,
    ".shift_right": operators.shift_right,
    ".bit_set": operators.bit_set,
    ".widen": operators.widen,
    ".heighten": operators.heighten,
    ".bit_clear": operators.bit_clear,
    ".bit_test": operators.bit_test,
    ".bit_xor": operators.bit_xor,
    ".truthy": operators.truthy,
    ".truth": operators.truth,
    ".int32": assign.int32,
    ".loosely": assign.loosely,
    ".to_instance": assign.to_instance,
    ".get": access.get,
    ".put": access.put,
    ".index": access.index,
    ".put_index": access.put_index,
    ".character": access.character,
    ".with_character": access.with_character,
    ".element": access.element,
    ".with_element": access.with_element,
    ".call_member": access.call_member,
    ".class": access.native_class,
    ".class_store": lambda: access.CLASS_STORE,
    ".LanguageError": LanguageError,
    ".BaseException": BaseException,
    ".new_exit": _new_exit,
    ".KeyError": KeyError,
    ".TypeError": TypeError,
    ".not_returned": object(),
    ".broken": object(),
    ".continued": object(),
    ".without_undefined": storage.without_undefined,
    ".elements": storage.elements,
    ".plain": storage.PLAIN,
    ".each": access.each,
    ".number": access.loop_number,
    ".beyond": access.beyond,
    ".after": access.after,
    ".passed": access.passed,
    ".parameter": access.parameter,
    ".user_classes": lambda run: run.user_classes,
    ".call_super": call_super,
    ".call_super_function": call_super_function,
    ".into_Object": lambda value, what: UNSET_OBJECT if value is None else assign.to_object(value, what),
    ".into_Collection": lambda value, what: (
        UNSET_COLLECTION if value is None else assign.to_collection(value, what)
    ),
    ".Pointer": Pointer,
    ".process_pointer": process_pointer,
    ".element_pointer": access.element_pointer,
    ".inner_pointer": access.inner_pointer,
    ".property_pointer": access.property_pointer,
    ".dereference": references.dereference,
    ".assign_through": references.assign_through,
    ".array": _array,
    ".object_or_new": references.object_or_new,
    ".made_object": references.made_object,
    ".cleared": references.cleared,
    ".clear": references.clear,
    ".select": references.select,
    ".selected": references.selected,
    ".Array": references.Array,
    ".formula_parameter": _formula_parameter,
    ".function": FunctionValue,
    ".method_function": MethodCode,
    ".use": _use,
    ".end_use": _end_use,
    ".set_process": _set_process,
    ".release": _release,
    ".variadic": access.variadic,
    ".parameters": access.parameters,
    **{".to_" + kind: convert for kind, convert in _CONVERSIONS.items()},
    **{".kept_" + kind: _kept(convert) for kind, convert in _CONVERSIONS.items()},
}
