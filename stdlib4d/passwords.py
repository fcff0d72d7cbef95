"""Hashes of passwords with bcrypt: the package of that name, which is asked for when a script hashes one."""

from __future__ import annotations

from .errors import NOT_IN_SUBSET, LanguageError
from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from .host import Run
    from .values import Value

    T = TypeVar("T")

UNSUPPORTED_ALGORITHM = 850
CONSISTENCY_FAILURE = 851
COST_UNAVAILABLE = 852
#: bcrypt takes no more of a password.
LONGEST = 72
#: Hashing takes twice as long with each; beyond this one it is more than a moment.
_QUICK = 12


def _bcrypt(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module("bcrypt")
    except ImportError:
        raise LanguageError(
            NOT_IN_SUBSET, f"{name} needs the Python package bcrypt", hint="pip install bcrypt"
        ) from None


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")[:LONGEST]


@command("Generate password hash", 1533, "( password : Text {; options : Object} ) : Text")
def generate_password_hash(run: Run, password: str, options: dict[str, Value] | None = None) -> str:
    """Returns a hash of a password, another one each time (commands/generate-password-hash.md).

    The options are ``algorithm``, which can only be bcrypt, and ``cost``, from 4 to 31.
    """
    name = "Generate password hash"
    wanted = options or {}
    if wanted.get("algorithm", "bcrypt") != "bcrypt":
        raise LanguageError(
            UNSUPPORTED_ALGORITHM,
            f"{name}: options: algorithm: wanted bcrypt, got {wanted['algorithm']}",
            result="",
        )
    cost = wanted.get("cost", 10)
    if cost.__class__ not in (int, float) or not 4 <= cost <= 31:
        raise LanguageError(
            COST_UNAVAILABLE, f"{name}: options: cost: wanted a number from 4 to 31, got {cost}", result=""
        )
    bcrypt = _bcrypt(name)
    salt = bcrypt.gensalt(int(cost))
    hashed: bytes = _in_time(run, int(cost), lambda: bcrypt.hashpw(_bytes(password), salt))
    return hashed.decode("ascii")


@command("Verify password hash", 1534, "( password : Text ; hash : Text ) : Boolean")
def verify_password_hash(run: Run, password: str, hashed: str) -> bool:
    """Tells whether a hash was made of that password (commands/verify-password-hash.md)."""
    name = "Verify password hash"
    if not hashed.startswith(("$2a$", "$2b$", "$2y$")):
        raise LanguageError(
            UNSUPPORTED_ALGORITHM, f"{name}: hash: wanted a hash made with bcrypt", result=False
        )
    cost = hashed[4:6]
    if len(hashed) != 60 or not hashed.isascii() or not cost.isdigit() or hashed[6] != "$":
        raise LanguageError(
            CONSISTENCY_FAILURE,
            f"{name}: hash: wanted a whole hash of bcrypt, got a damaged one",
            result=False,
        )
    bcrypt = _bcrypt(name)
    try:
        same = _in_time(run, int(cost), lambda: bcrypt.checkpw(_bytes(password), hashed.encode("ascii")))
    except ValueError:
        raise LanguageError(
            CONSISTENCY_FAILURE, f"{name}: hash: wanted a hash of bcrypt, got a damaged one", result=False
        ) from None
    return bool(same)


def _in_time(run: Run, cost: int, work: Callable[[], T]) -> T:
    """The result of *work*; what takes long does so beside, so that a limit on the run can end the wait."""
    if cost <= _QUICK:
        return work()
    from asyncio import to_thread

    return run.host.loop.run(to_thread(work))
