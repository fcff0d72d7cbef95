"""What can be wrong with a mail or a transporter before any server is asked.

The reference gives no numbers for these errors; the ones below are this library's own, within the
component that the signature names (``SMTP``, ``MIME``).
"""

from __future__ import annotations

from ..errors import LanguageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..values import Value

#: A mandatory property is missing (``host``, ``from``, every recipient).
PROPERTY_MISSING = 1
#: A property has a value that it cannot have.
PROPERTY_INVALID = 2
#: An address cannot be used.
ADDRESS_INVALID = 3
#: The mail cannot be converted to MIME.
NOT_CONVERTIBLE = 4
#: The extended log cannot be written.
LOG_FAILED = 5
#: No connection, or a connection that broke (the code in ``errors`` of a status object).
CONNECTION_FAILED = 10
#: A server refused what was asked for.
REFUSED = 11
#: No mailbox is selected.
NO_BOX = 12
#: There is no such message.
NO_MESSAGE = 13
#: The notifier of the transporter is started, or cannot be.
NOTIFIER_STARTED = 14
#: The mailbox is another one than that which was selected.
BOX_REPLACED = 15


class MailProblem(Exception):
    """A mistake in what the script handed over.

    Parameters
    ----------
    code: one of the numbers of this module, or a code of :mod:`stdlib4d.errors`.
    message: the property, what was wanted, what came.
    hint: how to mend it, or an empty text.
    """

    def __init__(self, code: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def as_error(self, command: str, signature: str, result: Value = None) -> LanguageError:
        """The error of the language that *command* raises because of this."""
        return LanguageError(
            self.code, f"{command}: {self.message}", hint=self.hint, signature=signature, result=result
        )


def problem_in(command: str, problem: LanguageError, signature: str, result: Value = None) -> LanguageError:
    """The error of *command* for a content that cannot be read."""
    return LanguageError(
        problem.code, f"{command}: {problem.message}", hint=problem.hint, signature=signature, result=result
    )
