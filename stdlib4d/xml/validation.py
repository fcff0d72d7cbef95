"""Whether a text of XML fits its DTD or schema, by lxml.

Everything that the document, a DTD or a schema refers to is read through *resolve*, which knows files alone and needs
their permission; the network is off.
"""

from __future__ import annotations

from .parsing import parse
from .problem import Unreadable
from .writing import element_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from lxml import etree

_DTD_NAME = "given.dtd"
_SCHEMA_PLACES = "{http://www.w3.org/2001/XMLSchema-instance}"


def _parser(
    read: Callable[[str], bytes], *, dtd: bool = False, external: bool = False
) -> etree.XMLParser[Any]:
    """A parser that reads what it needs by *read*; with *dtd* the document has to fit its DTD.

    Entities of other files count only with *external*.
    """
    from lxml import etree

    class Resolver(etree.Resolver):
        def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
            place = system_url or ""
            return self.resolve_string(read(place), context, base_url=place)

    parser: etree.XMLParser[Any] = etree.XMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        resolve_entities=True if external else "internal",
        load_dtd=dtd,
        dtd_validation=dtd,
    )
    parser.resolvers.add(Resolver())
    return parser


def _problem(error: Exception, log: Any = ()) -> Unreadable:
    """What lxml does not like: the first line of *log*, or *error* itself."""
    for entry in log:
        return Unreadable(entry.message, entry.line, max(entry.column, 1))
    row, column = getattr(error, "position", (0, 0))
    message: str = getattr(error, "msg", None) or f"{error}"
    return Unreadable(
        message.partition(", line ")[0].splitlines()[0] if message else "not valid", row, column
    )


def validate(text: str, grammar: str, resolve: Callable[[str], bytes], external: bool) -> None:
    """Raises :class:`Unreadable` unless *text* is valid.

    *grammar* is the path of a DTD or, ending in ``.xsd``, of a schema, or the text of a DTD that begins with ``<?xml``;
    an empty text for the ones that the document itself names. *external* allows entities of other files in a DTD.
    """
    from lxml import etree

    failures: list[BaseException] = []

    def read(place: str) -> bytes:
        try:
            return resolve(place)
        except BaseException as failure:
            failures.append(failure)
            raise

    try:
        if grammar.lower().endswith(".xsd"):
            _by_schema(text, [grammar], read)
        elif grammar:
            # Of a text, without the declaration: it may name another character set.
            text_given = grammar.partition("?>")[2] if grammar.startswith("<?xml") else ""
            _by_dtd(text, text_given.encode("utf-8") or read(grammar), read, external)
        else:
            _by_own(text, read, external)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        if not failures:
            raise _problem(error) from None
    if failures:
        raise failures[0]


def _by_dtd(text: str, dtd: bytes, read: Callable[[str], bytes], external: bool) -> None:
    from lxml import etree

    # What stands in for the document names this DTD alone.
    root = parse(text).root
    body = f'<!DOCTYPE {root.name} SYSTEM "{_DTD_NAME}">' + element_text(root, indented=False)
    parser = _parser(
        lambda place: dtd if place.endswith(_DTD_NAME) else read(place), dtd=True, external=external
    )
    etree.fromstring(body.encode("utf-8"), parser)


def _by_schema(text: str, places: list[str], read: Callable[[str], bytes]) -> None:
    from lxml import etree

    tree = etree.fromstring(text.encode("utf-8"), _parser(read))
    for place in places:
        schema = etree.XMLSchema(etree.fromstring(read(place), _parser(read), base_url=place))
        if not schema.validate(tree):
            raise _problem(ValueError(f"the document does not fit {place}"), schema.error_log)


def _by_own(text: str, read: Callable[[str], bytes], external: bool) -> None:
    """By the DTD in or named by the document, and by the schemas that its root names; one must be there."""
    from lxml import etree

    document = parse(text)
    plain = etree.fromstring(text.encode("utf-8"), _parser(read))
    places = (plain.get(_SCHEMA_PLACES + "schemaLocation") or "").split()[1::2]
    own = plain.get(_SCHEMA_PLACES + "noNamespaceSchemaLocation")
    places += [own] if own else []
    if document.doctype is not None:
        parser = _parser(read, dtd=True, external=external)
        etree.fromstring(text.encode("utf-8"), parser)
    elif not places:
        raise Unreadable("there is no DTD and no schema to validate it by")
    _by_schema(text, places, read)
