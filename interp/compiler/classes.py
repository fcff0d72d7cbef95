"""Names of classes: which there are, and what ``4D.Name`` stands for."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .kinds import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .frame import Frame


def native_class(node: n.Expression) -> str | None:
    """The name of the class that ``4D.Name`` stands for."""
    if isinstance(node, n.Member) and isinstance(node.object, n.Command) and node.object.number == 1709:
        return node.name
    return None


def class_value(frame: Frame, node: n.Member, name: str) -> Code:
    if not check_class(frame, "4D." + name, node):
        return Code(frame.constant(None), k.ANY)
    return Code(frame.call(".class", frame.constant(name)), k.ANY)


def check_class(frame: Frame, name: str, node: n.Node) -> bool:
    """Whether *name* (as declared: ``4D.File``, ``Text``) can be used; reports it when it cannot."""
    if name.lower().startswith("4d."):
        have = frame.library.classes.get(name[3:].lower())
        if have is None:
            frame.error("unknown-class", f"there is no class {name}", node, hint="check its spelling")
        elif not have:
            frame.error("not-in-subset", f"{name} is a class that this interpreter does not have", node)
        return bool(have)
    if name.lower().startswith("cs."):
        return True
    if name.lower() not in k.DECLARED:
        frame.error(
            "unknown-type",
            f"{name} is not a type",
            node,
            hint="types are Text, Integer, Real, Boolean, Object …",
        )
        return False
    return True


#: The command numbers of Super: as a member, and called.
SUPER = (1706, 1705)


def super_call(frame: Frame, node: n.Node, arguments: tuple[n.Node | None, ...]) -> Code | None:
    """``Super(…)`` in a constructor."""
    return _super(frame, node, ".call_super", [], arguments)


def super_function(frame: Frame, node: n.Node, name: str, arguments: tuple[n.Node | None, ...]) -> Code:
    """``Super.name(…)``."""
    return _super(frame, node, ".call_super_function", [frame.constant(name)], arguments)


def _super(
    frame: Frame, node: n.Node, function: str, more: list[ast.expr], arguments: tuple[n.Node | None, ...]
) -> Code:
    if not frame.class_name:
        frame.error("misplaced", "Super stands in functions of classes", node)
        return Code(frame.constant(None), k.ANY)
    given = [
        frame.name(".undefined") if argument is None else frame.plain(frame.expression(argument))
        for argument in arguments
    ]
    store = frame.call(".user_classes", frame.name(".run"))
    call = frame.call(function, store, frame.constant(frame.class_name), frame.name(".this"), *more, *given)
    return Code(call, k.ANY)
