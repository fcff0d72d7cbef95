"""Methods made from text: 4D.Method (API/MethodClass.md)."""

from __future__ import annotations

import re

from .functions import FunctionValue
from .registry import attribute, command, function
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: What a method without a name is called in errors and in the call chain.
ANONYMOUS = "anonymous"
_LINE_END = re.compile(r"\r\n?|\n")


class MethodObject(FunctionValue):
    """A piece of code with parameters, compiled when it is called for the first time."""

    class_name = "Method"

    def __init__(self, run: Run, source: str, name: str = "") -> None:
        super().__init__(_LINE_END.sub("\r", source), self._called)
        self._run = run
        self.source_text = _LINE_END.sub("\n", source)
        self.method_name = name
        self._is_spelled = False

    @staticmethod
    @command("4D.Method.new", 0, "( source : Text {; name : Text} ) : 4D.Method")
    def constructor(run: Run, source: str, name: str = "") -> MethodObject:
        """Makes a method of a text; what is wrong with it shows when it is checked or called."""
        return MethodObject(run, source, name)

    @attribute("source", "Text")
    def source(self) -> str:
        """The text as 4D spells it, its lines parted by carriage returns."""
        if not self._is_spelled:
            self._source = _LINE_END.sub("\r", self._run.method_form(self.source_text))
            self._is_spelled = True
        return self._source

    @attribute("name", "Text")
    def _name(self) -> Value:
        """The name that the method was given; undefined when it got none."""
        return self.method_name or UNDEFINED

    @function("checkSyntax", "() : Object")
    def check_syntax(self) -> dict[str, Value]:
        """Tells whether the code can be compiled, with its errors and warnings (.checkSyntax())."""
        found = self._run.problems(self.source_text, self.method_name or ANONYMOUS)
        made: dict[str, Value] = {"success": not any(is_error for is_error, _, _ in found)}
        if found:
            made["errors"] = [
                {"isError": is_error, "message": message, "lineNumber": line}
                for is_error, message, line in found
            ]
        return made

    def _called(self, this: Value, arguments: tuple[Value, ...]) -> Value:
        """The code, for the first call; the later ones find it compiled."""
        self.code = self._run.method_code(self.source_text, self.method_name or ANONYMOUS)
        return self.code(this, arguments)
