"""Collections: ``query`` and ``indices`` (API/CollectionClass.md; API/DataClassClass.md for the query language).

Where the pages leave it open: an element that is no object is never found; a Null given by a placeholder equals
nothing and differs from nothing; ``not`` of any comparator passes over null and undefined values as ``#`` does; a
collection without elements has no value that equals, so ``#`` and ``not`` find it.
"""

from __future__ import annotations

from .access import property_of
from .errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, LanguageError
from .ordering import ordered, reader
from .query_language import (
    Comparison,
    Group,
    Items,
    Literal,
    Lone,
    Not,
    Path,
    Placeholder,
    parse_path,
    parse_query,
    refuse,
    refuse_formula,
)
from .query_match import Operand, check_in, check_of, constant, given
from .registry import function
from .storage import stored
from .values import UNDEFINED, NativeObject, is_instance, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .query_language import Condition, Step
    from .query_match import Check
    from .values import Value

    #: Tells whether an element of the collection is found.
    Test = Callable[[Value], bool]
    #: A letter in a path: the steps before it, and it. What it is bound to is one element of a collection.
    Key = tuple[tuple[Step, ...], str]

#: The greatest number of values for indexed placeholders.
MAX_VALUES = 128
#: Comparators to those whose opposite they are.
_OPPOSITES = {"#": "=", "!==": "==="}


@function("query", "( queryString : Text {; ...value : any} ) : Collection")
def query(this: list[Value], text: str, *values: Value) -> list[Value]:
    """Returns a new collection of the objects that match a query, in the order that it asks for."""
    test, order = _named("query", text, values)
    found = [element for element in this if isinstance(element, (dict, NativeObject)) and test(element)]
    # A stable sort by the last criterion first.
    for read, descending in reversed(order):
        keys = [stored(next(iter(read(element)), UNDEFINED)) for element in found]
        found = ordered(found, descending, keys)
    return found


@function("indices", "( queryString : Text {; ...value : any} ) : Collection")
def indices(this: list[Value], text: str, *values: Value) -> list[Value]:
    """Returns a new collection of the places, ascending, of the objects that match a query."""
    test, _ = _named("indices", text, values)
    return [
        index
        for index, element in enumerate(this)
        if isinstance(element, (dict, NativeObject)) and test(element)
    ]


def _named(
    name: str, text: str, values: Sequence[Value]
) -> tuple[Test, list[tuple[Callable[[Value], Iterable[Value]], bool]]]:
    """The query for the function *name*, which its errors carry."""
    try:
        return compiled(text, values)
    except LanguageError as error:
        raise LanguageError(error.code, f"{name}: {error.message}", hint=error.hint) from None


def compiled(
    text: str, values: Sequence[Value]
) -> tuple[Test, list[tuple[Callable[[Value], Iterable[Value]], bool]]]:
    """What tests an element, and what gives the values to order by, each with descending."""
    tree = parse_query(text)
    given_values = _Given(values)
    builder = _Builder(given_values)
    test = _always if tree.condition is None else builder.condition(tree.condition)
    order = []
    for path, descending in tree.order:
        order.append((builder.values(_anonymous(given_values.path(path))), descending))
    return test, order


def _always(element: Value) -> bool:
    return True


class _Given:
    """What the placeholders of a query stand for: indexed values, and the parameters and attributes of settings."""

    def __init__(self, values: Sequence[Value]) -> None:
        settings = values[-1] if values and isinstance(values[-1], dict) else {}
        self._values = values[:-1] if values and isinstance(values[-1], dict) else values
        if len(self._values) > MAX_VALUES:
            raise LanguageError(
                ARGUMENT_UNEXPECTED, f"value: wanted {MAX_VALUES} values at most, got {len(self._values)}"
            )
        self._parameters = self._part(settings, "parameters")
        self._attributes = self._part(settings, "attributes")

    def _part(self, settings: dict[str, Value], name: str) -> dict[str, Value]:
        part = settings.get(name, UNDEFINED)
        if part is UNDEFINED or part is None:
            return {}
        if not isinstance(part, dict):
            raise LanguageError(TYPE_MISMATCH, f"querySettings: {name}: wanted Object, got {type_name(part)}")
        return part

    def _find(self, placeholder: Placeholder, named: dict[str, Value], where: str) -> Value:
        name = placeholder.name
        if name.isdecimal():
            if 1 <= int(name[:9]) <= len(self._values):
                return self._values[int(name[:9]) - 1]
            count = len(self._values)
            refuse(f"there is no value for :{name}", placeholder.at, f"the number of values is {count}")
        if name in named:
            return named[name]
        value: Value = named
        for part in name.split("."):
            if not isinstance(value, dict) or part not in value:
                refuse(
                    f"there is no value for :{name}",
                    placeholder.at,
                    f"pass it in the property {where} of querySettings",
                )
            value = value[part]
        return value

    def path(self, path: Path | Placeholder) -> tuple[Step, ...]:
        """The steps of *path*."""
        if isinstance(path, Path):
            return path.steps
        found = self._find(path, self._attributes, "attributes")
        if found.__class__ is str:
            return parse_path(found, path.at).steps
        if is_instance(found, "Function"):
            refuse_formula(path.at)
        if not isinstance(found, list) or not found or any(name.__class__ is not str for name in found):
            refuse(f"wanted a property path for :{path.name}, got {type_name(found)}", path.at)
        return tuple(found)

    def lone(self, placeholder: Placeholder) -> None:
        """Refuses a placeholder that stands alone."""
        named = {**self._attributes, **self._parameters}
        if is_instance(self._find(placeholder, named, "parameters"), "Function"):
            refuse_formula(placeholder.at)
        refuse(f"wanted a comparator behind :{placeholder.name}", placeholder.at)

    def value(self, placeholder: Placeholder) -> Value:
        """The value of *placeholder*."""
        return self._find(placeholder, self._parameters, "parameters")

    def operand(self, value: Literal | Placeholder, comparator: str) -> Operand:
        """*value* as the right side of *comparator*."""
        if isinstance(value, Literal):
            return constant(value.text, value.quoted)
        operand = given(self.value(value))
        if operand.reference is None:
            return operand
        if is_instance(operand.reference, "Function"):
            refuse_formula(value.at)
        kind = type_name(operand.reference)
        if comparator not in ("=", "#") or not isinstance(operand.reference, (dict, list, NativeObject)):
            refuse(f"{comparator} cannot take {kind}", value.at)
        if value.name.isdecimal():
            refuse(
                f"wanted a scalar value for :{value.name}, got {kind}",
                value.at,
                "pass references in the property parameters of querySettings",
            )
        return operand

    def operands(self, value: Literal | Placeholder | Items) -> list[Operand]:
        """*value* as the right side of ``in``."""
        if isinstance(value, Items):
            return [self.operand(item, "in") for item in value.values]
        found = self.value(value) if isinstance(value, Placeholder) else value.text
        if not isinstance(found, list):
            refuse(f"in: wanted Collection, got {type_name(found)}", value.at, "write in [value, value]")
        return [given(item) for item in found]


class _Builder:
    """Makes tests out of conditions; paths are taken apart once.

    Conditions joined by and that share a letter in their paths, as in ``a[x].b=1 and a[x].c=2``, hold when one
    element fits them all. A test for such a group binds the letter to one element after the other.
    """

    def __init__(self, given_values: _Given) -> None:
        self._given = given_values
        self._bound: dict[Key, Value] = {}
        self._paths: dict[int, tuple[Step, ...]] = {}

    def condition(
        self, condition: Condition, negated: bool = False, free: frozenset[Key] = frozenset()
    ) -> Test:
        """The test for *condition*, or for its opposite; the letters of *free* are bound further out."""
        if isinstance(condition, Not):
            return self.condition(condition.condition, not negated, free)
        if isinstance(condition, Group):
            return self._group(condition, negated, free)
        if isinstance(condition, Lone):
            self._given.lone(condition.placeholder)
            return _always
        return self._comparison(condition, negated, free)

    # -------------------------------------------------------------- letters

    def _steps(self, comparison: Comparison) -> tuple[Step, ...]:
        found = self._paths.get(id(comparison))
        if found is None:
            found = self._paths[id(comparison)] = self._given.path(comparison.path)
        return found

    def _keys(self, condition: Condition) -> set[Key]:
        if isinstance(condition, Not):
            return self._keys(condition.condition)
        if isinstance(condition, Group):
            return {key for part in condition.parts for key in self._keys(part)}
        return _letters(self._steps(condition)) if isinstance(condition, Comparison) else set()

    def _exists(self, keys: list[Key], inner: Test) -> Test:
        """Whether there are elements for *keys*, outer ones first, with which *inner* holds."""
        if not keys:
            return inner
        key, bound = keys[0], self._bound
        collections = self._read(key[0])
        holds = self._exists(keys[1:], inner)

        def test(element: Value) -> bool:
            for collection in collections(element):
                if isinstance(collection, list):
                    for item in collection:
                        bound[key] = item
                        if holds(element):
                            return True
            return False

        return test

    # -------------------------------------------------------------- groups

    def _group(self, group: Group, negated: bool, free: frozenset[Key]) -> Test:
        if group.conjunction == "or":
            tests = [self.condition(part, negated, free) for part in group.parts]
            return _all(tests) if negated else _any(tests)
        keys = [self._keys(part) - free for part in group.parts]
        shared = {key for i, some in enumerate(keys) for key in some if any(key in k for k in keys[i + 1 :])}
        if negated and not shared:
            return _any([self.condition(part, True, free) for part in group.parts])
        tests = [
            self._exists(
                sorted(linked, key=lambda key: len(key[0])),
                _all([self.condition(group.parts[index], False, free | linked) for index in members]),
            )
            for linked, members in _clusters(keys, shared)
        ]
        holds = _all(tests)
        return (lambda element: not holds(element)) if negated else holds

    # -------------------------------------------------------------- comparisons

    def _comparison(self, comparison: Comparison, negated: bool, free: frozenset[Key]) -> Test:
        steps, comparator = self._steps(comparison), comparison.comparator
        own = sorted(_letters(steps) - free, key=lambda key: len(key[0]))
        if own and comparator in _OPPOSITES:
            # At least one element differs, and not all of them: what a letter of its own is for.
            differs = self._exists(own, self._leaf(steps, comparison, False))
            return (lambda element: not differs(element)) if negated else differs
        return self._leaf(_anonymous(steps, free), comparison, negated)

    def _leaf(self, steps: tuple[Step, ...], comparison: Comparison, negated: bool) -> Test:
        comparator = comparison.comparator
        if comparator in _OPPOSITES:
            negated = not negated
        check = self._check(_OPPOSITES.get(comparator, comparator), comparison)
        if check is None:
            return lambda element: False
        base, rest = _bound_part(steps)
        names, *inner = _runs(rest)
        if not inner and base is None:
            return _scalar_test(names, check, negated)
        if not inner and base is not None:
            fits = _scalar_test(names, check, negated)
            bound, key = self._bound, base
            return lambda element: fits(bound[key])
        read = self._read(steps)
        if not negated:
            return lambda element: any(map(check, read(element)))

        def test(element: Value) -> bool:
            values = read(element)
            return not any(map(check, values)) and (
                not values or any(value is not None and value is not UNDEFINED for value in values)
            )

        return test

    def _check(self, comparator: str, comparison: Comparison) -> Check | None:
        """What a value must fit; ``None`` where a placeholder gives Null, which nothing fits."""
        value = comparison.value
        if comparator == "in":
            return check_in(self._given.operands(value))
        if isinstance(value, Items):
            refuse(f"{comparator} cannot take a list", value.at, "use in")
        operand = self._given.operand(value, comparator)
        if isinstance(value, Placeholder) and self._given.value(value) in (None, UNDEFINED):
            return None
        return check_of(comparator, operand)

    # -------------------------------------------------------------- paths

    def values(self, steps: tuple[Step, ...]) -> Callable[[Value], Iterable[Value]]:
        """What gives the values at a path without letters."""
        return self._read(steps)

    def _read(self, steps: tuple[Step, ...]) -> Callable[[Value], list[Value]]:
        """What gives all values at a path; Undefined where it leads nowhere, none in an empty collection."""
        bound = self._bound
        base, rest = _bound_part(steps)
        parts = [reader(names) for names in _runs(rest)]
        last = len(parts) - 1

        def read(element: Value) -> list[Value]:
            values = [element if base is None else bound[base]]
            for place, part in enumerate(parts):
                values = [part(value) for value in values]
                if place < last:
                    inner: list[Value] = []
                    for value in values:
                        if isinstance(value, list):
                            inner.extend(value)
                        else:
                            inner.append(UNDEFINED)
                    values = inner
            return values

        return read


def _bound_part(steps: tuple[Step, ...]) -> tuple[Key | None, tuple[Step, ...]]:
    """The last letter of *steps*, and the steps behind it."""
    for place in range(len(steps) - 1, -1, -1):
        item = steps[place]
        if item.__class__ is tuple and item[0]:
            return (steps[:place], item[0]), steps[place + 1 :]
    return None, steps


def _runs(steps: tuple[Step, ...]) -> list[list[str]]:
    """The names of *steps*, those between two brackets together."""
    runs: list[list[str]] = [[]]
    for item in steps:
        if isinstance(item, str):
            runs[-1].append(item)
        else:
            runs.append([])
    return runs


def _letters(steps: tuple[Step, ...]) -> set[Key]:
    places = [place for place, item in enumerate(steps) if item.__class__ is tuple and item[0]]
    return {(steps[:place], steps[place][0]) for place in places}


def _anonymous(steps: tuple[Step, ...], free: frozenset[Key] = frozenset()) -> tuple[Step, ...]:
    """*steps* with ``[]`` for the letters that are not bound further out."""
    kept: list[Step] = []
    for place, item in enumerate(steps):
        lettered = item.__class__ is tuple and item[0]
        kept.append(("",) if lettered and (steps[:place], item[0]) not in free else item)
    return tuple(kept)


def _clusters(keys: list[set[Key]], shared: set[Key]) -> list[tuple[frozenset[Key], list[int]]]:
    """The parts of a group, by number, that hang together by letters, with these letters."""
    clusters: list[tuple[set[Key], list[int]]] = []
    for index, own in enumerate(keys):
        linked, members = own & shared, [index]
        apart = []
        for cluster in clusters:
            if cluster[0] & linked:
                linked, members = linked | cluster[0], cluster[1] + members
            else:
                apart.append(cluster)
        clusters = [*apart, (linked, members)]
    return [(frozenset(linked), members) for linked, members in clusters]


def _scalar_test(names: list[str], check: Check, negated: bool) -> Test:
    read = reader(names)
    if negated:

        def differs(element: Value) -> bool:
            value = read(element)
            return value is not None and value is not UNDEFINED and not check(value)

        return differs
    if len(names) != 1:
        return lambda element: check(read(element))
    name = names[0]
    # Most queries of plain objects come here: one call less is a third of their time.
    return lambda element: check(
        element.get(name, UNDEFINED) if element.__class__ is dict else property_of(element, name)
    )


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, other = tests
        return lambda element: one(element) and other(element)
    return lambda element: all(test(element) for test in tests)


def _any(tests: list[Test]) -> Test:
    if len(tests) == 2:
        one, other = tests
        return lambda element: one(element) or other(element)
    return lambda element: any(test(element) for test in tests)
