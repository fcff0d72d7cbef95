"""What the code that is being written may refer to."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from stdlib4d.values import Value


def _nothing(name: str) -> str:
    return ""


@dataclass(frozen=True)
class Surroundings:
    """The names at hand, and the values that some of them have.

    Parameters
    ----------
    variables: the values of local variables, by name without ``$``.
    process: those of process variables, and of interprocess ones as ``<>name``.
    methods, classes: the names of project methods and of classes.
    method: gives the text of a project method.
    folder: where relative paths begin; empty for the current folder.
    class_text: gives the text of a class.
    """

    variables: Mapping[str, Value] = field(default_factory=dict)
    process: Mapping[str, Value] = field(default_factory=dict)
    methods: Sequence[str] = ()
    classes: Sequence[str] = ()
    method: Callable[[str], str] = _nothing
    folder: str = ""
    class_text: Callable[[str], str] = _nothing


NOTHING = Surroundings()
