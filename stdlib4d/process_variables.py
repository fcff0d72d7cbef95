"""Variables of other processes: reading and writing them (theme Processes (Communications)).

The compiler hands over what a variable of another process is called there, and the number of its element where one is
meant: in this process it may not even exist (see ``interp/compiler/process_variables.py``).
"""

from __future__ import annotations

from .access import element, with_element
from .copying import Copying
from .errors import TYPE_MISMATCH, LanguageError
from .references import Array, Pointer, dereference
from .registry import command
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

    #: The name of a variable in the code that runs, and the number of an element or ``None``.
    Place = tuple[str, int | None]

#: 4D's error for a process that there is not. The reference speaks of an error and gives no number.
NO_PROCESS = -10726


@command(
    "GET PROCESS VARIABLE",
    371,
    "( process : Integer ; srcVar : any ; dstVar : Variable {; ...(srcVar : any ; dstVar : Variable)} )",
)
def get_process_variable(run: Run, process: int, *pairs: Value) -> None:
    """Reads variables of another process; nothing happens where there is none (commands/get-process-variable.md)."""
    for place, target in zip(pairs[::2], pairs[1::2], strict=True):
        name, index = place
        variables = run.processes.variables(process, name)
        if variables is None:
            return
        value = variables.get(name, UNDEFINED)
        if index is not None:
            value = element(value, index)
        target.put(_copied("GET PROCESS VARIABLE", run, value))


@command(
    "SET PROCESS VARIABLE",
    370,
    "( process : Integer ; dstVar : any ; expr : any {; ...(dstVar : any ; expr : any)} )",
)
def set_process_variable(run: Run, process: int, *pairs: Value) -> None:
    """Writes variables of another process (commands/set-process-variable.md)."""
    for place, value in zip(pairs[::2], pairs[1::2], strict=True):
        if isinstance(value, Array):
            raise LanguageError(
                TYPE_MISMATCH,
                "SET PROCESS VARIABLE: expr: an array as a whole cannot be written",
                hint="use VARIABLE TO VARIABLE",
            )
        _poke("SET PROCESS VARIABLE", run, process, place, value)


@command(
    "VARIABLE TO VARIABLE",
    635,
    "( process : Integer ; dstVar : any ; srcVar : Variable {; ...(dstVar : any ; srcVar : Variable)} )",
)
def variable_to_variable(run: Run, process: int, *pairs: Value) -> None:
    """Writes variables of another process, whole arrays too (commands/variable-to-variable.md)."""
    for place, source in zip(pairs[::2], pairs[1::2], strict=True):
        _poke("VARIABLE TO VARIABLE", run, process, place, dereference(source))


def _poke(name: str, run: Run, process: int, place: Place, value: Value) -> None:
    variable, index = place
    variables = run.processes.variables(process, variable)
    if variables is None:
        raise LanguageError(NO_PROCESS, f"{name}: process: there is no process {process}")
    value = _copied(name, run, value)
    if index is not None:
        with_element(variables.get(variable, UNDEFINED), index, value)
    else:
        variables[variable] = value


def _copied(name: str, run: Run, value: Value) -> Value:
    """*value* for another process: objects and arrays as copies."""
    if isinstance(value, Pointer):
        raise LanguageError(TYPE_MISMATCH, f"{name}: a pointer cannot be passed to another process")
    if not isinstance(value, Array):
        return Copying(receiver=run).copied(value)
    if value.kind == "Pointer" or isinstance(value.items[0], Array):
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: arrays of pointers and of two dimensions cannot be passed to another process",
        )
    made = Array(value.kind, value.convert, 0)
    made.items, made.current = [Copying(receiver=run).copied(item) for item in value.items], value.current
    return made
