"""What goes wrong with XML, as errors of the language. The reference gives no numbers: these are this library's own."""

from __future__ import annotations

from ..errors import LanguageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value

#: The text is not XML, or does not fit its DTD or schema.
NOT_XML = -9911
#: No node goes by the reference, or it is of the wrong sort.
BAD_REFERENCE = -9912
#: What was given cannot stand in XML: a name, a character, a comment …
NOT_WRITABLE = -9913
BAD_PATH = -9914
#: What was asked for is not there.
MISSING = -9915
#: The command comes too late, or at the wrong place.
MISPLACED = -9916
TOO_LARGE = -9917

SIGNATURE = "xml "
#: What a command for a node returns when there is none (commands/dom-get-parent-xml-element.md).
NULL_REFERENCE = "0" * 16


class Unwritable(Exception):
    """This name or text cannot stand in XML; the message says why."""


class Unreadable(Exception):
    """This text is no XML that can be read; the place counts rows and columns from 1, 0 where there is none."""

    def __init__(self, message: str, row: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.row = row
        self.column = column

    def __str__(self) -> str:
        return f"{self.message} (row {self.row}, column {self.column})" if self.row else self.message


def problem(code: int, message: str, hint: str = "") -> LanguageError:
    """An error of these commands."""
    return LanguageError(code, message, hint=hint, signature=SIGNATURE)


class accounted:
    """``with accounted(run, name):`` sets ``OK`` to 1 or, when an error comes out, to 0.

    What cannot be written or read becomes an error of the command *name*, which returns *result* then.
    """

    def __init__(self, run: Run, name: str, result: Value = None) -> None:
        self._run = run
        self._name = name
        self._result = result

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._run.set_ok(int(error is None))
        if isinstance(error, LanguageError):
            if error.result is None:
                error.result = self._result
        elif isinstance(error, (Unwritable, Unreadable)):
            code = NOT_WRITABLE if isinstance(error, Unwritable) else NOT_XML
            made = problem(code, f"{self._name}: {error}")
            made.result = self._result
            raise made from None
