"""Commands about the running program itself: assertions, types, errors, the call chain, and digests."""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, ASSERT_FAILED, TYPE_MISMATCH, LanguageError
from .kinds import default, kind
from .registry import MISMATCH, command, convert
from .values import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


@command("ASSERT", 1129, "( boolExpression : Boolean {; messageText : Text} )")
def assert_(run: Run, condition: bool, message: str = "") -> None:
    """Raises error -10518 when the condition is false (commands/assert.md)."""
    if not condition:
        raise LanguageError(ASSERT_FAILED, f"Assert failed: {message}" if message else "Assert failed")


@command("Asserted", 1132, "( boolExpression : Boolean {; messageText : Text} ) : Boolean")
def asserted(run: Run, condition: bool, message: str = "") -> bool:
    """Returns the condition, and raises error -10518 when it is false (commands/asserted.md)."""
    if run.asserts:
        assert_(run, condition, message)
    return condition


@command("SET ASSERT ENABLED", 1131, "( assertions : Boolean {; * : Operator} )")
def set_assert_enabled(run: Run, enabled: bool, star: Value = None) -> None:
    """Switches assertions off, and on again; then what they test is not evaluated (commands/set-assert-enabled.md)."""
    run.set_asserts(enabled)


@command("Get assert enabled", 1130, ": Boolean")
def get_assert_enabled(run: Run) -> bool:
    """Tells whether assertions are checked (commands/get-assert-enabled.md)."""
    return run.asserts


@command("Not", 34, "( boolean : Boolean, Undefined ) : Boolean")
def not_(value: Value) -> bool:
    """Returns the opposite of a Boolean (commands/not.md)."""
    return not value


@command("Choose", 955, "( criterion : Boolean, Integer ; value : any {; ...value : any} ) : any")
def choose(criterion: Value, *values: Value) -> Value:
    """Returns the value that a Boolean or a position from 0 selects (commands/choose.md)."""
    if criterion.__class__ is bool:
        if len(values) != 2:
            raise LanguageError(
                ARGUMENT_UNEXPECTED,
                f"Choose: 3 arguments wanted with a Boolean criterion, got {len(values) + 1}",
            )
        return values[0] if criterion else values[1]
    if 0 <= criterion < len(values):
        return values[criterion]
    return default(kind(values[0]))


@command("Value type", 1509, "( expression : any ) : Integer")
def value_type(value: Value) -> int:
    """Returns the type number of a value; all numbers are real (commands/value-type.md)."""
    return kind(value)


@command("Type", 295, "( fieldVar : any ) : Integer")
def type_(value: Value) -> int:
    """Returns the type number of a variable's value (commands/type.md)."""
    return kind(value)


@command("throw", 1805, "( {errorCode : Integer, Object {; description : Text}} )")
def throw(run: Run, error: Value = None, description: str = "") -> None:
    """Raises an error of the script's own (commands/throw.md).

    A deferred one is raised when the method that throws it ends; without an argument those of the error stack are.
    """
    if error is None:
        run.deferred += [_thrown(former) for former in run.errors]
    elif error.__class__ is int:
        raise LanguageError(error, description or f"Error code: {error} (host)", signature="host")
    elif not isinstance(error, dict):
        raise LanguageError(TYPE_MISMATCH, f"throw: errorObj: wanted Object, got {type_name(error)}")
    elif error.get("deferred") is True:
        run.deferred.append(_thrown(error))
    else:
        raise _thrown(error)


def _thrown(error: dict[str, Value]) -> LanguageError:
    """The error that the object given to throw describes."""
    code = convert(error.get("errCode"), "Integer")
    code = -1 if code is MISMATCH else code
    signature = error.get("componentSignature")
    if signature.__class__ is not str or not signature:
        signature = "host"
    message = error.get("message")
    if message.__class__ is not str or not message:
        message = f"Error code: {code} ({signature})"
    return LanguageError(code, _filled(message, error), signature=signature, custom=error)


def _filled(message: str, error: dict[str, Value]) -> str:
    from .conversion import string

    for name, value in error.items():
        if "{" + name + "}" in message:
            message = message.replace("{" + name + "}", string(None, value))
    return message


@command("Last errors", 1799, ": Collection")
def last_errors(run: Run) -> list[Value] | None:
    """Returns the stack of errors, Null when there was none (commands/last-errors.md)."""
    return list(run.errors) or None


@command("Current method name", 684, ": Text")
def current_method_name(run: Run) -> str:
    """Returns the name of the running method (commands/current-method-name.md)."""
    chain = run.call_chain()
    return chain[0][1] if chain else ""


@command("Call chain", 1662, ": Collection")
def call_chain(run: Run) -> list[Value]:
    """Returns the active calls, innermost first, as objects (commands/call-chain.md).

    The property ``database`` is empty: a script belongs to none.
    """
    return [
        {"type": kind_, "name": name, "line": line, "database": ""} for kind_, name, line in run.call_chain()
    ]


@command("IDLE", 311, "")
def idle() -> None:
    """Lets 4D handle events; there are none here (commands/idle.md)."""


@command("Generate UUID", 1066, "( {version : Integer} ) : Text")
def generate_uuid(run: Run, version: int = 4) -> str:
    """Returns a new UUID of version 4 or 7 as 32 hexadecimal digits (commands/generate-uuid.md)."""
    from secrets import randbits

    if version not in (4, 7):
        raise LanguageError(TYPE_MISMATCH, f"Generate UUID: version: wanted 4 or 7, got {version}")
    number = randbits(128)
    if version == 7:
        # RFC 9562, section 5.7: the first 48 bits are the milliseconds since 1970.
        number = int(run.host.now().timestamp() * 1000) << 80 | number & (1 << 80) - 1
    number = number & ~(0xF << 76) | version << 76
    return f"{number & ~(0x3 << 62) | 0x2 << 62:032X}"


#: Digest number (theme Digest Type) to the name that hashlib knows.
_DIGESTS = {0: "md5", 1: "sha1", 3: "sha256", 4: "sha512"}


@command("Generate digest", 1147, "( param : Blob, Text ; algorithm : Integer {; * : Operator} ) : Text")
def generate_digest(content: Value, algorithm: int, star: Value = None) -> str:
    """Returns the digest of a text (as UTF-8) or blob, hexadecimal or, with ``*``, Base64URL.

    See commands/generate-digest.md.
    """
    import hashlib

    name = _DIGESTS.get(algorithm)
    if name is None:
        raise LanguageError(
            TYPE_MISMATCH,
            f"Generate digest: algorithm: wanted a digest type, got {algorithm}",
            hint="pass MD5 digest, SHA1 digest, SHA256 digest or SHA512 digest",
        )
    data = content.encode("utf-8", "surrogatepass") if content.__class__ is str else content
    digest = hashlib.new(name, data, usedforsecurity=False)
    if star is None:
        return digest.hexdigest()
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(digest.digest()).decode("ascii").rstrip("=")
