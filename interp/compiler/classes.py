"""Names of classes: which there are, and what ``4D.Name`` stands for."""

from __future__ import annotations

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
