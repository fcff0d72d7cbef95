"""Variables of other processes as arguments: what they are called there, not what this process has in them."""

from __future__ import annotations

import _ast as ast

from grammar import nodes as n

from . import kinds as k
from .kinds import Code
from .values import checked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import Frame

    Arguments = tuple[n.Node | None, ...]

#: The commands. Of each pair of arguments, the first is a variable of the other process.
GET_PROCESS_VARIABLE = 371
SET_PROCESS_VARIABLE = 370
VARIABLE_TO_VARIABLE = 635


def _emit(number: int) -> Callable[[Frame, n.Node, Arguments], Code | None]:
    def emit(frame: Frame, node: n.Node, arguments: Arguments) -> Code | None:
        declaration = frame.library.find_command(number)
        if declaration is None or len(arguments) < 3:
            return None
        if not len(arguments) % 2:
            frame.error(
                "argument-count",
                f"{declaration.name}: the last variable has no counterpart",
                node,
                hint=f"syntax: {declaration.syntax}",
            )
            return Code(frame.constant(None), k.ANY)
        frame.uses[f"c.{number}"] = declaration
        given: list[ast.expr] = [frame.name(".run"), checked(frame, declaration, 0, arguments[0])]
        for index in range(1, len(arguments), 2):
            given.append(_place(frame, arguments[index]))
            given.append(checked(frame, declaration, index + 1, arguments[index + 1]))
        return Code(frame.call(f"c.{number}", *given), k.UNDEFINED)

    return emit


def _place(frame: Frame, target: n.Node | None) -> ast.expr:
    """The name of the variable in generated code, with the number of its element."""
    index: ast.expr = frame.constant(None)
    if isinstance(target, n.Element):
        index = frame.as_kind(frame.expression(target.index), k.INTEGER, "{…}")
        target = target.object
    if isinstance(target, n.Interprocess):
        name = "<>" + target.name.lower()
    elif isinstance(target, n.Name) and not frame.library.is_method(target.name):
        variable = frame.scope.process_variable(target.name, target)
        variable.assigned = True
        name = variable.python
    else:
        if target is not None:
            frame.error(
                "not-assignable",
                "a variable of another process is a process variable, or an element of one",
                target,
            )
        name = ""
    return ast.Tuple([frame.constant(name), index], ast.Load(), **frame.position)


PROCESS_VARIABLES: dict[int | None, Callable[[Frame, n.Node, Arguments], Code | None]] = {
    number: _emit(number) for number in (GET_PROCESS_VARIABLE, SET_PROCESS_VARIABLE, VARIABLE_TO_VARIABLE)
}
