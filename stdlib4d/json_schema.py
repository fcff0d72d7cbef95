"""``JSON Validate``: values checked against a JSON schema of version 4 or 2020-12 (commands/json-validate.md).

Decided where the page is silent: a path is written as in ``__symbols`` of JSON Parse, a place in the schema as a JSON
pointer; what is wrong below ``allOf``, ``then`` and the like is reported where it lies; ``anyOf`` that nothing fits has
the number of ``oneOf``; a keyword with a value that it cannot have makes the schema invalid. References lead into the
schema itself only.
"""

from __future__ import annotations

from .errors import LanguageError
from .json_schema_values import canonical, has_type, is_number, number_findings, plain, text_findings
from .registry import command
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .values import Value

    Schema = dict[str, Value]
    Steps = tuple[str | int, ...]

#: The error of a schema that is none.
BAD_SCHEMA = 54
_MODERN = "https://json-schema.org/draft/2020-12/schema"
_FOURTH = "http://json-schema.org/draft-04/schema"
_TYPES = ("string", "number", "integer", "boolean", "object", "array", "null")
#: Where the properties' places are that JSON Parse adds with ``*``.
_SYMBOLS = "__symbols"


@command("JSON Validate", 1456, "( vJson : Object, Collection ; vSchema : Object ) : Object")
def json_validate(value: Value, schema: Value) -> dict[str, Value]:
    """Returns an object with success and, where it is false, errors (commands/json-validate.md)."""
    modern = _version(schema)
    validation = _Validation(schema, modern)
    try:
        validation.prepare(schema, "#")
        errors = validation.check(value, schema, (), "#").errors
    except RecursionError:
        raise LanguageError(
            BAD_SCHEMA, "JSON Validate: the value or the schema is nested too deeply"
        ) from None
    result: dict[str, Value] = {"success": not errors}
    if errors:
        symbols = value.get(_SYMBOLS, {}) if isinstance(value, dict) else {}
        result["errors"] = [error.as_object(symbols if isinstance(symbols, dict) else {}) for error in errors]
    return result


def _version(schema: Value) -> bool:
    """Whether *schema* is of the version 2020-12."""
    if not isinstance(schema, dict):
        raise _invalid("#", "wanted an object")
    given = schema.get("$schema", _FOURTH)
    version = given.rstrip("#") if isinstance(given, str) else ""
    if version not in (_MODERN, _FOURTH):
        raise _invalid("#/$schema", f"wanted version 4 or 2020-12, got {given}")
    return version == _MODERN


def _invalid(place: str, problem: str) -> LanguageError:
    return LanguageError(BAD_SCHEMA, f"JSON Validate: vSchema: {place}: {problem}")


def _check_pattern(pattern: str, place: str) -> None:
    from .regex import compiled

    try:
        compiled(pattern)
    except LanguageError:
        raise _invalid(place, f"wanted a regular expression, got {pattern}") from None


class Error:
    """One thing that is wrong: where in the value, and by which part of the schema."""

    __slots__ = ("code", "message", "path", "place")

    def __init__(self, code: int, message: str, path: Steps, place: str) -> None:
        self.code = code
        self.message = message
        self.path = path
        self.place = place

    def as_object(self, symbols: dict[str, Value]) -> dict[str, Value]:
        """The error as the command returns it, with line and offset where they are known."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        made: dict[str, Value] = {
            "code": self.code,
            "jsonPath": text,
            "message": self.message,
            "schemaPaths": self.place,
        }
        found = symbols.get(text)
        return {**made, **found} if isinstance(found, dict) else made


class Outcome:
    """What came of a check: the errors, and which properties and elements some schema has looked at."""

    __slots__ = ("errors", "items", "names")

    def __init__(self) -> None:
        self.errors: list[Error] = []
        self.names: set[str] = set()
        self.items: set[int] = set()

    def add(self, other: Outcome, errors: bool = True) -> None:
        """Takes over what *other* has seen, and its errors."""
        if errors:
            self.errors += other.errors
        self.names |= other.names
        self.items |= other.items


class _Validation:
    """One schema, and the values that are checked against it."""

    def __init__(self, root: Schema, modern: bool) -> None:
        self._root = root
        self._modern = modern
        self._named: dict[str, Value] = {}
        self._around: set[tuple[int, int]] = set()
        self._prepared: set[int] = set()

    # -------------------------------------------------------------- the schema

    def prepare(self, schema: Value, place: str) -> None:
        """Checks *schema* and what is in it, and takes note of names; raises :class:`LanguageError`."""
        if schema.__class__ is bool and (self._modern or place.endswith(_MAY_BE_BOOLEAN)):
            return
        if not isinstance(schema, dict):
            raise _invalid(place, "wanted a schema")
        if id(schema) in self._prepared:
            return
        self._prepared.add(id(schema))
        for keyword in ("$id", "id", "$anchor"):
            if isinstance(schema.get(keyword), str):
                self._named["#" + schema[keyword] if keyword == "$anchor" else schema[keyword]] = schema
        for keyword, value in schema.items():
            fits = _FITTING.get(keyword)
            if fits is not None and not fits(value):
                if keyword.startswith("exclusive") and value.__class__ is bool and not self._modern:
                    continue
                raise _invalid(f"{place}/{keyword}", "it cannot have this value")
            for pattern in {"pattern": [value], "patternProperties": value}.get(keyword, ()):
                _check_pattern(pattern, f"{place}/{keyword}")
            if keyword in _ONE_SCHEMA and not (keyword == "items" and isinstance(value, list)):
                self.prepare(value, f"{place}/{keyword}")
            elif keyword in _SCHEMA_LISTS or keyword == "items":
                for number, item in enumerate(value):
                    self.prepare(item, f"{place}/{keyword}/{number}")
            elif keyword in _SCHEMA_MAPS:
                for name, item in value.items():
                    if not isinstance(item, list):
                        self.prepare(item, f"{place}/{keyword}/{_escaped(name)}")

    def _referred(self, uri: str) -> Value:
        """The schema that *uri* names; Undefined when there is none."""
        from urllib.parse import unquote

        if uri in self._named:
            return self._named[uri]
        document, _, pointer = uri.partition("#")
        found: Value = self._named.get(document, UNDEFINED) if document else self._root
        for part in unquote(pointer).split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            if isinstance(found, dict):
                found = found.get(name, UNDEFINED)
            elif isinstance(found, list) and name.isdecimal() and int(name) < len(found):
                found = found[int(name)]
            else:
                return UNDEFINED
        return UNDEFINED if pointer and not pointer.startswith("/") else found

    # -------------------------------------------------------------- values

    def check(self, value: Value, schema: Value, path: Steps, place: str) -> Outcome:
        """Checks *value*, which lies at *path*, against *schema*, which lies at *place*."""
        made = Outcome()
        value = plain(value)
        if schema is True:
            return made
        if schema is False:
            made.errors.append(Error(23, "nothing is allowed here", path, place))
            return made
        if "$ref" in schema:
            self._refer(made, value, schema["$ref"], path, f"{place}/$ref")
            if not self._modern:
                # In version 4 a reference stands alone.
                return made
        for code, message, keyword in self._own(value, schema):
            made.errors.append(Error(code, message, path, f"{place}/{keyword}"))
        self._combined(made, value, schema, path, place)
        if isinstance(value, dict):
            self._object(made, value, schema, path, place)
        elif isinstance(value, list):
            self._array(made, value, schema, path, place)
        return made

    def _refer(self, made: Outcome, value: Value, uri: str, path: Steps, place: str) -> None:
        found = self._referred(uri)
        if found is UNDEFINED or not isinstance(found, (dict, bool)):
            made.errors.append(Error(37, f"the reference {uri} leads nowhere", path, place))
            return
        pair = (id(found), id(value))
        if pair in self._around:
            made.errors.append(Error(38, f"the reference {uri} leads back to itself", path, place))
            return
        # It may stand where nothing else is taken for a schema.
        self.prepare(found, uri)
        self._around.add(pair)
        made.add(self.check(value, found, path, uri if uri.startswith("#") else place))
        self._around.discard(pair)

    def _own(self, value: Value, schema: Schema) -> Iterator[tuple[int, str, str]]:
        """What is wrong with the value by itself."""
        types = schema.get("type")
        if types is not None:
            wanted = types if isinstance(types, list) else [types]
            if not any(has_type(value, name) for name in wanted):
                yield 20, f"the type is wrong, {' or '.join(wanted)} is wanted", "type"
        if "enum" in schema and canonical(value) not in {canonical(item) for item in schema["enum"]}:
            yield 19, f"{_shown(value)} is none of the values that are listed", "enum"
        if self._modern and "const" in schema and canonical(value) != canonical(schema["const"]):
            yield 25, f"{_shown(value)} is not the constant that is wanted", "const"
        found: Iterator[tuple[int, str]] = iter(())
        if is_number(value):
            found = number_findings(value, schema, self._modern)
        elif isinstance(value, str):
            found = text_findings(value, schema)
        for code, message in found:
            yield code, message, _KEYWORDS[code]

    def _combined(self, made: Outcome, value: Value, schema: Schema, path: Steps, place: str) -> None:
        for number, part in enumerate(schema.get("allOf", ())):
            made.add(self.check(value, part, path, f"{place}/allOf/{number}"))
        for keyword in ("anyOf", "oneOf"):
            parts = schema.get(keyword)
            if parts is None:
                continue
            outcomes = [
                self.check(value, part, path, f"{place}/{keyword}/{n}") for n, part in enumerate(parts)
            ]
            fitting = [outcome for outcome in outcomes if not outcome.errors]
            for outcome in fitting:
                made.add(outcome)
            if not fitting:
                made.errors.append(Error(22, f"no schema of {keyword} fits", path, f"{place}/{keyword}"))
            elif keyword == "oneOf" and len(fitting) > 1:
                made.errors.append(Error(21, "more than one schema of oneOf fits", path, f"{place}/oneOf"))
        if "not" in schema and not self.check(value, schema["not"], path, f"{place}/not").errors:
            made.errors.append(Error(23, "the value fits what it must not", path, f"{place}/not"))
        if self._modern and "if" in schema:
            tested = self.check(value, schema["if"], path, f"{place}/if")
            branch = "else" if tested.errors else "then"
            if not tested.errors:
                made.add(tested)
            if branch in schema:
                made.add(self.check(value, schema[branch], path, f"{place}/{branch}"))

    # -------------------------------------------------------------- objects

    def _object(self, made: Outcome, value: Schema, schema: Schema, path: Steps, place: str) -> None:
        names = [name for name in value if path or name != _SYMBOLS]
        if len(names) > schema.get("maxProperties", len(names)):
            made.errors.append(Error(14, "there are too many properties", path, f"{place}/maxProperties"))
        if len(names) < schema.get("minProperties", 0):
            made.errors.append(Error(15, "there are too few properties", path, f"{place}/minProperties"))
        for name in schema.get("required", ()):
            if name not in names:
                made.errors.append(Error(16, f'the property "{name}" is missing', path, f"{place}/required"))
        self._properties(made, value, names, schema, path, place)
        self._dependencies(made, value, names, schema, path, place)
        if self._modern and "propertyNames" in schema:
            for name in names:
                at = f"{place}/propertyNames"
                if self.check(name, schema["propertyNames"], path, at).errors:
                    made.errors.append(
                        Error(28, f'"{name}" is no name for a property here', (*path, name), at)
                    )
        if self._modern and "unevaluatedProperties" in schema:
            rest = [name for name in names if name not in made.names]
            self._rest(made, value, rest, schema, path, place, "unevaluatedProperties", 26)

    def _properties(
        self, made: Outcome, value: Schema, names: list[str], schema: Schema, path: Steps, place: str
    ) -> None:
        from .regex import compiled

        own: dict[str, Value] = schema.get("properties", {})
        patterns = [(p, compiled(p), s) for p, s in schema.get("patternProperties", {}).items()]
        rest: list[str] = []
        for name in names:
            known = name in own
            if known:
                at = f"{place}/properties/{_escaped(name)}"
                made.errors += self.check(value[name], own[name], (*path, name), at).errors
            for pattern, matcher, part in patterns:
                if matcher.search(name) is not None:
                    known = True
                    at = f"{place}/patternProperties/{_escaped(pattern)}"
                    made.errors += self.check(value[name], part, (*path, name), at).errors
            if known:
                made.names.add(name)
            else:
                rest.append(name)
        if "additionalProperties" in schema:
            self._rest(made, value, rest, schema, path, place, "additionalProperties", 17)

    def _rest(
        self,
        made: Outcome,
        value: Schema,
        rest: list[str],
        schema: Schema,
        path: Steps,
        place: str,
        keyword: str,
        code: int,
    ) -> None:
        """The properties that no other keyword speaks of."""
        part = schema[keyword]
        if part is False:
            if rest:
                listed = ", ".join(f'"{name}"' for name in rest)
                made.errors.append(Error(code, f"not allowed: {listed}", path, f"{place}/{keyword}"))
            return
        for name in rest:
            made.names.add(name)
            made.errors += self.check(value[name], part, (*path, name), f"{place}/{keyword}").errors

    def _dependencies(
        self, made: Outcome, value: Schema, names: list[str], schema: Schema, path: Steps, place: str
    ) -> None:
        for keyword, code in (("dependencies", 18), ("dependentRequired", 32), ("dependentSchemas", 36)):
            if self._modern is (keyword == "dependencies"):
                continue
            for name, needs in schema.get(keyword, {}).items():
                if name not in names:
                    continue
                at = f"{place}/{keyword}/{_escaped(name)}"
                if isinstance(needs, list):
                    made.errors += [
                        Error(code, f'the property "{name}" needs the property "{other}"', path, at)
                        for other in needs
                        if other not in names
                    ]
                    continue
                outcome = self.check(value, needs, path, at)
                if outcome.errors and code == 36:
                    made.errors.append(
                        Error(36, f'what the property "{name}" asks for is not there', path, at)
                    )
                made.add(outcome)

    # -------------------------------------------------------------- arrays

    def _array(self, made: Outcome, value: list[Value], schema: Schema, path: Steps, place: str) -> None:
        if len(value) > schema.get("maxItems", len(value)):
            made.errors.append(Error(11, "there are too many elements", path, f"{place}/maxItems"))
        if len(value) < schema.get("minItems", 0):
            made.errors.append(Error(12, "there are too few elements", path, f"{place}/minItems"))
        if schema.get("uniqueItems") is True:
            seen: set[object] = set()
            for number, item in enumerate(value):
                key = canonical(item)
                if key in seen:
                    at = f"{place}/uniqueItems"
                    made.errors.append(Error(13, f"{_shown(item)} occurs again", (*path, number), at))
                seen.add(key)
        self._elements(made, value, schema, path, place)
        if self._modern:
            self._contained(made, value, schema, path, place)
            if "unevaluatedItems" in schema:
                at = f"{place}/unevaluatedItems"
                for number, item in enumerate(value):
                    if (
                        number not in made.items
                        and self.check(item, schema["unevaluatedItems"], path, at).errors
                    ):
                        made.errors.append(
                            Error(27, f"no schema covers element {number}", (*path, number), at)
                        )
                made.items.update(range(len(value)))

    def _elements(self, made: Outcome, value: list[Value], schema: Schema, path: Steps, place: str) -> None:
        first, after = ("prefixItems", "items") if self._modern else ("items", "additionalItems")
        head = schema.get(first)
        listed = head if isinstance(head, list) else []
        for number, (item, part) in enumerate(zip(value, listed, strict=False)):
            made.items.add(number)
            at = f"{place}/{first}/{number}"
            found = self.check(item, part, (*path, number), at).errors
            if found and self._modern:
                message = f"element {number} is not as prefixItems wants it"
                made.errors.append(Error(35, message, (*path, number), f"{place}/{first}"))
            made.errors += found
        keyword = first if not self._modern and head is not None and not isinstance(head, list) else after
        part = schema.get(keyword)
        if part is None or (keyword == "additionalItems" and head is None):
            return
        for number in range(len(listed), len(value)):
            if part is False:
                at = f"{place}/{keyword}"
                made.errors.append(Error(10, "there are more elements than the schema lists", path, at))
                return
            made.items.add(number)
            made.errors += self.check(value[number], part, (*path, number), f"{place}/{keyword}").errors

    def _contained(self, made: Outcome, value: list[Value], schema: Schema, path: Steps, place: str) -> None:
        if "contains" not in schema:
            return
        at = f"{place}/contains"
        fitting = [
            n for n, item in enumerate(value) if not self.check(item, schema["contains"], path, at).errors
        ]
        made.items.update(fitting)
        least, most = schema.get("minContains"), schema.get("maxContains")
        if not fitting and least is None:
            made.errors.append(Error(29, "no element is as contains wants it", path, at))
        elif least is not None and len(fitting) < least:
            made.errors.append(
                Error(
                    30,
                    f"{len(fitting)} elements are as contains wants them, at least {least} must be",
                    path,
                    at,
                )
            )
        if most is not None and len(fitting) > most:
            made.errors.append(
                Error(
                    31, f"{len(fitting)} elements are as contains wants them, at most {most} may be", path, at
                )
            )


def _shown(value: Value) -> str:
    from .json_text import json_text

    text = json_text(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


#: The keyword of each number that a value by itself may have.
_KEYWORDS = {
    2: "multipleOf",
    3: "maximum",
    4: "exclusiveMaximum",
    5: "minimum",
    6: "exclusiveMinimum",
    7: "maxLength",
    8: "minLength",
    9: "pattern",
    24: "format",
}
_ONE_SCHEMA = frozenset(
    "additionalItems additionalProperties contains else if items not propertyNames then unevaluatedItems"
    " unevaluatedProperties".split()
)
_SCHEMA_LISTS = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_SCHEMA_MAPS = frozenset(
    ("$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties")
)
#: The keywords that may be a Boolean in version 4.
_MAY_BE_BOOLEAN = ("/additionalItems", "/additionalProperties")


def _is_count(value: Value) -> bool:
    return is_number(value) and value >= 0 and has_type(value, "integer")


def _are_texts(value: Value) -> bool:
    return isinstance(value, list) and all(item.__class__ is str for item in value)


def _are_types(value: Value) -> bool:
    return bool(value) and all(name in _TYPES for name in (value if isinstance(value, list) else [value]))


def _of(kind: type) -> Callable[[Value], bool]:
    return lambda value: isinstance(value, kind)


#: What the value of a keyword must be.
_FITTING: dict[str, Callable[[Value], bool]] = {
    "type": _are_types,
    "enum": _of(list),
    "required": _are_texts,
    "pattern": _of(str),
    "format": _of(str),
    "$ref": _of(str),
    "uniqueItems": _of(bool),
    "multipleOf": lambda value: is_number(value) and value > 0,
    **dict.fromkeys(("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum"), is_number),
    **dict.fromkeys(
        "maxLength minLength maxItems minItems maxProperties minProperties minContains maxContains".split(),
        _is_count,
    ),
    **dict.fromkeys(_SCHEMA_LISTS, lambda value: isinstance(value, list) and bool(value)),
    **dict.fromkeys(_SCHEMA_MAPS, _of(dict)),
    "dependentRequired": _of(dict),
}
