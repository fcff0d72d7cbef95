"""What there is to know of a name, for a session."""

from __future__ import annotations

from stdlib4d.user_classes import Instance
from stdlib4d.values import type_name

from ..help.commands import about, describe, explain, signatures
from ..help.own import class_help, function_help, method_help
from ..help.receivers import class_of, of_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..help.commands import Help
    from .session import Session


def show(session: Session, name: str) -> bool:
    """Shows the help for *name*: whether there is some.

    It may be a name of the language, a variable or what a variable holds, or a command of the session.
    """
    found = describe(name)
    if found is not None:
        _show(session, found)
    elif not (_at_hand(session, name) or _of_project(session, name) or _of_session(session, name)):
        session.screen.problem(explain(name, session.screen.width))
        return False
    return True


def _show(session: Session, found: Help) -> None:
    width = session.screen.width
    session.screen.code("\n".join(signatures(found, width)))
    session.screen.text("\n".join(about(found, width)))


def _at_hand(session: Session, name: str) -> bool:
    """Shows the variable *name*, or the property or function that a path begins with a variable leads to."""
    variables = session.workspace.variables()
    first, *path = (part.strip() for part in name.partition("(")[0].split("."))
    spelled = next((known for known in variables if known.lower() == first.lower()), None)
    if spelled is None:
        return False
    value = variables[spelled]
    for place, part in enumerate(path):
        if isinstance(value, dict) and part in value:
            value = dict.get(value, part)
            continue
        owner = class_of(of_value(value))
        last = place + 1 == len(path)
        if isinstance(value, Instance):
            around = session.workspace.surroundings
            found = function_help(value.user_class.name, part, around) if last else None
        else:
            found = describe(f"{owner}.{part}") if owner and last else None
        if found is not None:
            _show(session, found)
        return found is not None
    session.screen.code(f"{'.'.join([spelled, *path])} : {type_name(value)}")
    session.show(value)
    return True


def _of_project(session: Session, name: str) -> bool:
    """Shows the help for a method, a class, or a function of a class."""
    around = session.workspace.surroundings
    plain = name.partition("(")[0].strip()
    owner, _, function = plain.removeprefix("cs.").rpartition(".")
    found = method_help(plain, around) or class_help(plain, around) or function_help(owner, function, around)
    if found is not None:
        _show(session, found)
    return found is not None


def _of_session(session: Session, name: str) -> bool:
    """Shows the help for a command of the session."""
    from .commands import COMMANDS, tell

    command = COMMANDS.get("." + name.removeprefix(".").lower())
    if command is not None:
        tell(session, command)
    return command is not None
