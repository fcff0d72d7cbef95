"""Quotas of a session for what requests of the REST server keep: 4D.QuotaManager (API/QuotaManagerClass.md)."""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from .registry import attribute
from .values import UNDEFINED, NativeObject, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: Seconds after which an entity set is forgotten that nobody uses.
TIMEOUT = 7200


def _quota(name: str, value: Value) -> int | None:
    """A quota that is set, ``None`` for one that is given back; its own error for anything else."""
    if value is None or value is UNDEFINED:
        return None
    if value.__class__ not in (int, float):
        raise LanguageError(TYPE_MISMATCH, f"{name}: wanted Integer, got {type_name(value)}")
    number = int(value)
    if number <= 0:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: wanted a number above 0, got {number}")
    return number


class QuotaManager(NativeObject):
    """The quotas for requests of the web. They are kept, and limit nothing: there is no REST server."""

    class_name = "QuotaManager"

    def __init__(self) -> None:
        self._sets: int | None = None
        self._longest: int | None = None
        self._timeout: int | None = None

    def _put_sets(self, value: Value) -> None:
        self._sets = _quota("nbEntitySets", value)

    def _put_longest(self, value: Value) -> None:
        self._longest = _quota("maxEntitySetTimeout", value)

    def _put_timeout(self, value: Value) -> None:
        self._timeout = _quota("defaultEntitySetTimeout", value)

    @attribute("nbEntitySets", "Integer", put=_put_sets)
    def sets(self) -> Value:
        """How many entity sets there may be; undefined for any number."""
        return UNDEFINED if self._sets is None else self._sets

    @attribute("maxEntitySetTimeout", "Integer", put=_put_longest)
    def longest(self) -> Value:
        """The longest timeout of an entity set in seconds; undefined for any."""
        return UNDEFINED if self._longest is None else self._longest

    @attribute("defaultEntitySetTimeout", "Integer", put=_put_timeout)
    def timeout(self) -> int:
        """The timeout of entity sets in seconds, at most the longest."""
        chosen = TIMEOUT if self._timeout is None else self._timeout
        return chosen if self._longest is None else min(chosen, self._longest)

    @attribute("currentValues", "Object")
    def current(self) -> dict[str, Value]:
        """What there is: no entity sets."""
        return {}
