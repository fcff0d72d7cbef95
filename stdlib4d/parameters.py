"""``SET DATABASE PARAMETER`` and ``Get database parameter``: numbers and texts by selector.

Every selector keeps what it is set to until the run ends. Some decide something here: the logs of mail and how many
of their files are kept, for all processes (see :mod:`stdlib4d.mail.network.regular_log`), the text that the run was
started with, and the forms of dates and of times in objects (see :mod:`stdlib4d.inside_objects`).
"""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .references import Pointer
    from .values import Value

#: Keys of :attr:`stdlib4d.host.Run.settings`.
PARAMETERS = "database parameters"
USER_PARAMETER = "user parameter"
NEXT_USER_PARAMETER = "next user parameter"

#: The selectors of the mail logs: the number of the first file, 0 for no log.
_LOGS = {110: "SMTP", 116: "POP3", 119: "IMAP"}
_CIRCULAR_LOG_LIMITATION = 90
_FOR_ALL_PROCESSES = frozenset((*_LOGS, _CIRCULAR_LOG_LIMITATION))
_USER_PARAM_VALUE = 108
DATES_INSIDE_OBJECTS, TIMES_INSIDE_OBJECTS = 85, 109
#: The selectors with few values: the highest of those from 0.
_HIGHEST = {DATES_INSIDE_OBJECTS: 2, TIMES_INSIDE_OBJECTS: 1}
_IS_PROJECT, _IS_HOST_PROJECT, _IS_WRITABLE = 112, 113, 117
_OPENSSL_VERSION = 94
#: Selectors that only answer.
_READ_ONLY = frozenset((74, 94, 112, 113, 114, 115, 117, 120))

#: What the reference gives as the default; 0 for all others.
DEFAULTS: dict[int, Value] = {
    15: 80,  # Port ID
    22: 80,  # Client port ID
    35: 19813,  # Client Server port ID
    39: 443,  # HTTPS Port ID
    40: 443,  # Client HTTPS port ID
    44: 1,  # SQL Engine case sensitivity
    54: 20,  # Idle connections timeout, in seconds
    55: "127.0.0.1",  # PHP interpreter IP address
    56: 8002,  # PHP interpreter port
    64: "",  # SSL cipher list
    69: 3,  # Direct2D status
    80: "all",  # Log command list
    85: 2,  # Dates inside objects: as dates
    86: 4,  # Diagnostic log level: information
    88: 19812,  # SQL Server Port ID
    90: 50,  # Circular log limitation, in files
    98: 172800,  # Remote connection sleep timeout, in seconds
    101: 1,  # Tips enabled
    102: 45,  # Tips delay, in ticks
    103: 720,  # Tips duration, in ticks
    105: 4,  # Min TLS version: 1.3
    114: "",  # Libldap version
    115: "",  # Libsasl version
    120: "",  # Libzip version
    135: 900,  # QUIC session timeout, in seconds
}


@command("SET DATABASE PARAMETER", 642, "( selector : Integer ; value : Real, Text )")
def set_database_parameter(run: Run, selector: int, value: Value) -> None:
    """Changes a parameter for this run (commands/set-database-parameter.md).

    The user's text is the one that the program finds after a restart.
    """
    name = "SET DATABASE PARAMETER"
    if selector in _READ_ONLY:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"{name}: selector: the parameter {selector} can only be read"
        )
    wanted = str if selector == _USER_PARAM_VALUE or isinstance(DEFAULTS.get(selector), str) else (int, float)
    if not isinstance(value, wanted):
        raise LanguageError(
            TYPE_MISMATCH,
            f"{name}: value: the parameter {selector} is a {'text' if wanted is str else 'number'}",
        )
    if selector == _USER_PARAM_VALUE:
        run.settings[NEXT_USER_PARAMETER] = value
        return
    highest = _HIGHEST.get(selector)
    if highest is not None and value not in range(highest + 1):
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: value: the parameter {selector} is from 0 to {highest}, got {value:g}",
        )
    if selector in _LOGS:
        value = _switch_log(run, selector, value)
    owner = run.shared if selector in _FOR_ALL_PROCESSES else run.settings
    owner.setdefault(PARAMETERS, {})[selector] = value


def _switch_log(run: Run, selector: int, value: Value) -> int:
    """Starts or ends a log of mail; returns the number of its first file, 0 for none."""
    from .mail.network.regular_log import regular_log
    from .mail.problem import MailProblem

    if not 0 <= value < 2**31:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"SET DATABASE PARAMETER: value: the number of a log is from 0 to 2147483647, got {value:g}",
        )
    number = int(value)
    log = regular_log(run, _LOGS[selector])
    if number == 0:
        log.stop()
    elif not log.recording or number != _value(run, selector):
        try:
            log.start(run.host, number, lambda: _value(run, _CIRCULAR_LOG_LIMITATION))
        except MailProblem as problem:
            raise problem.as_error("SET DATABASE PARAMETER", _LOGS[selector]) from None
    return number


@command("Get database parameter", 643, "( selector : Integer {; stringValue : Variable} ) : Real")
def get_database_parameter(run: Run, selector: int, text: Pointer | None = None) -> float:
    """Returns a parameter, or puts it into *stringValue* when it is a text (commands/get-database-parameter.md)."""
    value = _value(run, selector)
    if isinstance(value, str):
        if text is not None:
            text.put(value)
        return 0
    if text is not None:
        text.put("")
    number: float = value
    return number


def _value(run: Run, selector: int) -> Value:
    if selector == _USER_PARAM_VALUE:
        return run.settings.get(USER_PARAMETER, "")
    if selector in (_IS_PROJECT, _IS_HOST_PROJECT):
        return int(bool(run.host.files.folder("structure")))
    if selector == _IS_WRITABLE:
        files = run.host.files
        found = files.stat(files.folder("structure") or files.folder("package"))
        return int(found is not None and found.writable)
    if selector == _OPENSSL_VERSION:
        import ssl

        return ssl.OPENSSL_VERSION.removeprefix("OpenSSL ").partition(" ")[0]
    default = DEFAULTS.get(selector, 0)
    owner = run.shared if selector in _FOR_ALL_PROCESSES else run.settings
    return owner.get(PARAMETERS, {}).get(selector, default)
