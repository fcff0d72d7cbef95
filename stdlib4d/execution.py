"""Running code by name or by text, and the method that is called on errors."""

from __future__ import annotations

from .array_variables import fill, new_array, one_dimensional
from .errors import TYPE_MISMATCH, LanguageError
from .references import Array, Pointer
from .registry import command
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .functions import FunctionValue
    from .host import Run
    from .values import Value


@command("ON ERR CALL", 155, "( errorMethod : Text {; scope : Integer} )")
def on_err_call(run: Run, method: str, scope: int = 0) -> None:
    """Installs the project method that is called on errors; an empty name removes it (commands/on-err-call.md)."""
    run.set_error_method(method, scope)


@command("Method called on error", 704, "( {scope : Integer} ) : Text")
def method_called_on_error(run: Run, scope: int = 0) -> str:
    """Returns the name of the method that is called on errors (commands/method-called-on-error.md)."""
    return run.error_method(scope)


@command("ABORT", 156, "()")
def abort(run: Run) -> None:
    """Ends the process (commands/abort.md)."""
    run.abort()


@command("EXECUTE METHOD", 1007, "( methodName : Text {; result : Variable, Operator {; ...param : any}} )")
def execute_method(run: Run, name: str, result: Value = None, *params: Value) -> None:
    """Runs the project method of that name and stores what it returns (commands/execute-method.md)."""
    value = run.call_method(name, params)
    put = getattr(result, "put", None)
    if put is not None:
        put(value)


@command("EXECUTE FORMULA", 63, "( statement : Text )")
def execute_formula(run: Run, statement: str) -> None:
    """Runs a line of code given as text (commands/execute-formula.md)."""
    run.formula(statement).code(UNDEFINED, ())


@command("Formula from string", 1601, "( formulaString : Text {; context : Integer} ) : any")
def formula_from_string(run: Run, text: str, context: int = 0) -> FunctionValue:
    """Returns the formula that a text describes (commands/formula-from-string.md)."""
    return run.formula(text)


@command("SET ALLOWED METHODS", 805, "( methodsArray : Array )")
def set_allowed_methods(run: Run, methods: Array) -> None:
    """Designates the methods that a user may enter; it restricts no execution (commands/set-allowed-methods.md)."""
    name = "SET ALLOWED METHODS"
    if one_dimensional(name, methods).kind != "Text":
        raise LanguageError(TYPE_MISMATCH, f"{name}: methodsArray: wanted a Text array, got {methods.kind}")
    run.settings["allowed methods"] = tuple(methods.items[1:])


@command("GET ALLOWED METHODS", 908, "( methodsArray : Variable )")
def get_allowed_methods(run: Run, variable: Pointer) -> None:
    """Fills an array with what SET ALLOWED METHODS got (commands/get-allowed-methods.md)."""
    array = new_array("Text")
    fill(array, run.settings.get("allowed methods", ()))
    variable.put(array)
