"""XML SET OPTIONS and XML GET OPTIONS."""

from __future__ import annotations

from ..errors import ARGUMENT_UNEXPECTED, LanguageError
from ..references import Pointer, assign_through
from ..registry import command
from .nodes import document_of
from .options import ALLOWED, DISABLED, ENABLED, EXTERNAL_ENTITIES, Options
from .sax import document_at
from .trees import node_at, trees

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Time, Value


def _options(run: Run, name: str, reference: str | Time) -> Options:
    if isinstance(reference, str):
        return document_of(node_at(run, name, reference, "ref")).options
    return document_at(run, name, reference).options


def _checked(name: str, selector: int) -> int:
    if selector not in ALLOWED:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: selector: wanted 1 to 10, got {selector}")
    return selector


@command(
    "XML SET OPTIONS",
    1090,
    "( ref : Text, Time ; selector : Integer ; value : Integer {; ...(selector : Integer ; value : Integer)} )",
)
def xml_set_options(run: Run, reference: str | Time, *pairs: int) -> None:
    """Sets options of a tree or of a document that is written (commands/xml-set-options.md)."""
    name = "XML SET OPTIONS"
    if len(pairs) % 2:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last selector has no value")
    for selector, value in zip(pairs[::2], pairs[1::2], strict=True):
        allowed = ALLOWED[_checked(name, selector)]
        if value not in allowed:
            raise LanguageError(
                ARGUMENT_UNEXPECTED,
                f"{name}: value: wanted one of {', '.join(map(str, sorted(allowed)))}"
                f" for option {selector}, got {value}",
            )
        if selector == EXTERNAL_ENTITIES:
            # Of all documents: the reference may be empty.
            trees(run).external_entities = value == ENABLED
        else:
            _options(run, name, reference)[selector] = value


@command(
    "XML GET OPTIONS",
    1096,
    "( ref : Text, Time ; selector : Integer ; value : Variable {; ...(selector : Integer ; value : Variable)} )",
)
def xml_get_options(run: Run, reference: str | Time, *pairs: Value) -> None:
    """Reads options of a tree or of a document that is written (commands/xml-get-options.md)."""
    name = "XML GET OPTIONS"
    if len(pairs) % 2:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{name}: the last selector has no variable")
    for selector, variable in zip(pairs[::2], pairs[1::2], strict=True):
        pointer: Pointer = variable
        if _checked(name, selector) == EXTERNAL_ENTITIES:
            assign_through(pointer, ENABLED if trees(run).external_entities else DISABLED)
        else:
            assign_through(pointer, _options(run, name, reference)[selector])
