"""Functions as values: formulas, and functions of objects taken from them (API/FunctionClass.md)."""

from __future__ import annotations

from .registry import attribute, function
from .values import NativeObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .host import Run
    from .values import Value


class FunctionValue(NativeObject):
    """Code that a script can hold and call; ``code`` takes the object that This is, and the arguments."""

    class_name = "Formula"
    also = ("Function",)

    def __init__(self, source: str, code: Callable[[Value, tuple[Value, ...]], Value]) -> None:
        self._source = source
        self.code = code

    @attribute("source", "Text")
    def source(self) -> str:
        """The text of the code."""
        return self._source

    @function("call", "( {thisObj : Object {; ...params : any}} ) : any")
    def call(self, run: Run, this: Value = None, *params: Value) -> Value:
        """Runs the code with This and the given arguments (API/FunctionClass.md)."""
        return self.code(this, params)

    @function("apply", "( {thisObj : Object {; params : Collection}} ) : any")
    def apply(self, run: Run, this: Value = None, params: Value = None) -> Value:
        """Runs the code with This and the elements of a collection as its arguments (API/FunctionClass.md)."""
        return self.code(this, tuple(params or ()))
