"""``Compile project``: what is wrong in the methods and classes of a project (theme Compiler)."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .registry import command
from .values import is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


@command("Compile project", 1760, "( {projectFile : Object {; options : Object}} ) : Object")
def compile_project(run: Run, first: Value = None, options: Value = None) -> dict[str, Value]:
    """Checks the syntax of the project at hand, or of another one (commands/compile-project.md).

    That is all that compiling means here, whatever the options: methods are compiled when they are called, and nothing
    is written. There are no symbols.
    """
    path = ""
    if is_instance(first, "File"):
        path = first.disk
        # Whoever may not read files learns nothing of them this way either.
        first.content("Compile project")
    elif first is not None and not isinstance(first, dict):
        raise LanguageError(
            TYPE_MISMATCH, f"Compile project: projectFile: wanted 4D.File or options, got {type_name(first)}"
        )
    found = run.check_project(path)
    made: dict[str, Value] = {"success": not any(is_error for is_error, *_ in found)}
    if found:
        made["errors"] = [
            {
                "isError": is_error,
                "message": message,
                "code": _code(kind, name),
                "line": line,
                "lineInFile": line,
            }
            for is_error, message, kind, name, line in found
        ]
    return made


def _code(kind: str, name: str) -> dict[str, Value]:
    if kind == "class":
        return {"type": "classFunction", "path": f"[class]/{name}", "className": name}
    return {"type": "projectMethod", "path": name, "methodName": name}
