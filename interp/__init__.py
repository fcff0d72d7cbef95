"""An embedded interpreter for the mail subset of the 4D language.

>>> from interp import Interpreter
>>> Interpreter().eval("3+4*5")
35
"""

from __future__ import annotations

from .version import VERSION

__version__ = VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .engine import Interpreter, Program, Result
    from .errors import CompileError, ScriptError
    from .host import Permissions
    from .values import UNDEFINED, Attachment, Handle

__all__ = [
    "UNDEFINED",
    "Attachment",
    "CompileError",
    "Handle",
    "Interpreter",
    "Permissions",
    "Program",
    "Result",
    "ScriptError",
]

_HOMES = {
    "Interpreter": "engine",
    "Program": "engine",
    "Result": "engine",
    "ScriptError": "errors",
    "CompileError": "errors",
    "Permissions": "host",
    "UNDEFINED": "values",
    "Attachment": "values",
    "Handle": "values",
}


def __getattr__(name: str) -> object:
    # Imported when asked for: the command line imports this package too, and starts in milliseconds.
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"{__name__}.{home}", fromlist=[name])
    return getattr(module, name)
