"""Errors of the 4D language.

The library raises a :class:`LanguageError`; the interpreter adds the place in the script and the
call chain. A refusal by a mail server is *not* an error but a status object (Concepts/error-handling.md,
"Predictable vs unpredictable errors").
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .values import Value

# Error codes of the 4D runtime (signature 4DRT), as 4D numbers its syntax errors.
NUMBER_EXPECTED = 7
TEXT_EXPECTED = 8
METHOD_MISSING = 21
VARIABLE_EXPECTED = 30
DATE_EXPECTED = 32
NOT_IN_SUBSET = 33
NOT_A_FUNCTION = 40
FUNCTION_MISSING = 43
OPERATOR_MISUSED = 49
INDEX_OUT_OF_RANGE = 53
TYPE_MISMATCH = 54
BOOLEAN_EXPECTED = 55
ARGUMENT_UNEXPECTED = 59
#: Reading or writing a property of something that is not an object.
OBJECT_EXPECTED = -10717
#: Writing a property that is read-only.
READ_ONLY = -10718
ASSERT_FAILED = -10518
DIVISION_BY_ZERO = -10
STACK_OVERFLOW = -20
#: The embedding program did not permit the effect.
NOT_PERMITTED = -5000


#: The result of a failing call that is Null: ``None`` says that it has none.
NULL = object()


class LanguageError(Exception):
    """An error of the language: what 4D would show in its error dialog.

    Parameters
    ----------
    code: 4D's error number.
    message: what was wanted, what came; tested text.
    hint: how to mend it, or an empty text.
    signature: four letters that name the component (Last errors: ``4DRT``, ``SMTP``, ``MIME`` …).
    result: what the failing call returns where an error method lets the run go on; :data:`NULL` for Null.
    custom: further properties of its object in ``Last errors``.
    """

    def __init__(
        self,
        code: int,
        message: str,
        *,
        hint: str = "",
        signature: str = "4DRT",
        result: Value = None,
        custom: Mapping[str, Value] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.signature = signature
        self.result = result
        self.custom = custom or {}
        #: The errors that were thrown before it and are handled together with it.
        self.former: list[LanguageError] = []

    @property
    def outcome(self) -> Value:
        """The result, as the script gets it."""
        return None if self.result is NULL else self.result

    def as_object(self) -> dict[str, Value]:
        """The object that stands for it in ``Last errors`` (commands/last-errors.md)."""
        own = {"errCode": self.code, "message": self.message, "componentSignature": self.signature}
        return {**self.custom, **own}


class NotPermitted(LanguageError):
    """The host refuses an effect; the message says which permission it needs. A script may catch it."""

    def __init__(self, message: str) -> None:
        super().__init__(NOT_PERMITTED, message)


class Aborted(BaseException):
    """The script ended itself, with ABORT. No Try catches it."""


class LimitExceeded(BaseException):
    """A limit that the embedder set on the run was reached. No script can catch it."""

    def again(self) -> None:
        """Asks for it to be raised once more, for one who had to catch it: a finalizer, that nothing can leave."""
