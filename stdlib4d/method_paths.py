"""The internal paths of methods, as texts: ``[databaseMethod]/onStartup`` (theme Design Object Access).

There are no tables, so that the paths of triggers and of the forms of tables name a table that is not there.
"""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, LanguageError
from .references import Pointer, assign_through
from .registry import command
from .values import StarType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: The types of paths, by the constants of the theme.
METHOD, DATABASE_METHOD, PROJECT_FORM, TRIGGER, TABLE_FORM, CLASS, VOLATILE = 1, 2, 4, 8, 16, 32, 128
_ROOTS = {
    DATABASE_METHOD: "databaseMethod",
    PROJECT_FORM: "projectForm",
    TRIGGER: "trigger",
    TABLE_FORM: "tableForm",
    CLASS: "class",
    VOLATILE: "volatile",
}
_OF_TABLES = (TRIGGER, TABLE_FORM)
#: What stands for the method of a form itself, where its objects have their names.
_FORM_METHOD = "{formMethod}"
_DATABASE_METHODS = (
    "onStartup onExit onDrop onBackupStartup onBackupShutdown onWebConnection onWebAuthentication onWebSessionSuspend"
    " onServerStartup onServerShutdown onServerOpenConnection onServerCloseConnection onSystemEvent"
    " onSqlAuthentication onHostDatabaseEvent onRESTAuthentication onMobileAppAuthentication onMobileAppAction"
).split()


@command(
    "METHOD RESOLVE PATH",
    1165,
    "( path : Text ; methodType : Variable ; ptrTable : Variable ; objectName : Variable ; formObjectName : Variable"
    " {; * : Operator} )",
)
def method_resolve_path(
    path: str, kind: Pointer, table: Pointer, name: Pointer, part: Pointer, star: StarType | None = None
) -> None:
    """Takes a path apart: its type, a table, a name and the name of an object (commands/method-resolve-path.md).

    Whether there is such a method does not matter.
    """
    found, names = _parted(path)
    if found in _OF_TABLES:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"METHOD RESOLVE PATH: path: there is no table {names.partition('/')[0]}"
        )
    of_form = ""
    if found == PROJECT_FORM:
        names, _, of_form = names.partition("/")
    assign_through(kind, found)
    assign_through(table, None)
    assign_through(name, names)
    assign_through(part, "" if of_form == _FORM_METHOD else of_form)


def _parted(path: str) -> tuple[int, str]:
    """The type of a path and what stands behind its root."""
    if not path.startswith("["):
        return METHOD, path
    root, closing, names = path[1:].partition("]/")
    for kind, name in _ROOTS.items():
        if closing and names and root.lower() == name.lower():
            return kind, names
    raise LanguageError(
        ARGUMENT_UNEXPECTED,
        f'METHOD RESOLVE PATH: path: wanted the path of a method, got "{path}"',
        hint='begin it as in "[databaseMethod]/onStartup"',
    )


@command(
    "METHOD Get path",
    1164,
    "( methodType : Integer {; objectName : Text, Operator {; formObjectName : Text, Operator {; * : Operator}}} )"
    " : Text",
)
def method_get_path(kind: int, name: Value = "", part: Value = "", star: StarType | None = None) -> str:
    """Returns the path of a method, whether there is one or not (commands/method-get-path.md)."""
    if kind in _OF_TABLES:
        raise LanguageError(ARGUMENT_UNEXPECTED, "METHOD Get path: methodType: there are no tables")
    if kind != METHOD and kind not in _ROOTS:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"METHOD Get path: methodType: wanted a type of methods, got {kind}"
        )
    if name == "" or isinstance(name, StarType):
        raise LanguageError(ARGUMENT_UNEXPECTED, "METHOD Get path: objectName: wanted a name, got none")
    if kind == METHOD:
        return str(name)
    if kind == DATABASE_METHOD:
        known = next((method for method in _DATABASE_METHODS if method.lower() == name.lower()), None)
        if known is None:
            raise LanguageError(
                ARGUMENT_UNEXPECTED, f"METHOD Get path: objectName: there is no database method {name}"
            )
        name = known
    elif kind == PROJECT_FORM:
        name += "/" + (_FORM_METHOD if part == "" or isinstance(part, StarType) else part)
    return f"[{_ROOTS[kind]}]/{name}"
