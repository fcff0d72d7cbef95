"""JSON pointers in objects: ``{"$ref": "#/path"}`` stands for another part of the document (RFC 6901)."""

from __future__ import annotations

from .errors import ARGUMENT_UNEXPECTED
from .registry import command
from .values import UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .values import Value

#: How many pointers may lead to each other until a value is reached.
MAX_CHAIN = 100


class _Problem(Exception):
    """A pointer that leads nowhere."""


@command("JSON Resolve pointers", 1478, "( object : Object {; options : Object} ) : Object")
def json_resolve_pointers(owner: Value, options: Value = None) -> dict[str, Value]:
    """Puts in place of the JSON pointers in an object what they point to (commands/json-resolve-pointers.md).

    Pointers into other documents are not followed: each is an error in the result.
    """
    merge = isinstance(options, dict) and options.get("merge") is True
    resolver = _Resolver(owner, merge)
    value = resolver.resolve()
    if isinstance(value, dict) and isinstance(owner, dict) and value is not owner:
        kept = dict(value)
        owner.clear()
        owner.update(kept)
        value = owner
    result: dict[str, Value] = {"success": not resolver.errors, "value": value}
    if resolver.errors:
        result["errors"] = resolver.errors
    return result


class _Resolver:
    """One document and what was found wrong in it."""

    def __init__(self, root: Value, merge: bool) -> None:
        self._root = root
        self._merge = merge
        self._merged: dict[int, dict[str, Value]] = {}
        self.errors: list[Value] = []

    def resolve(self) -> Value:
        """The document without pointers; containers are changed in place."""
        top = self._followed(self._root)
        waiting, seen = [top], set()
        while waiting:
            container = waiting.pop()
            if not isinstance(container, (dict, list)) or id(container) in seen:
                continue
            seen.add(id(container))
            places = list(container) if isinstance(container, dict) else range(len(container))
            for place in places:
                value = container[place] = self._followed(container[place])
                waiting.append(value)
        return top

    def _followed(self, value: Value) -> Value:
        """What *value* stands for; itself when it is no pointer, or one that leads nowhere."""
        uri = _uri(value)
        if uri is None:
            return value
        if id(value) in self._merged:
            return self._merged[id(value)]
        try:
            found = self._target(uri)
        except _Problem as problem:
            self.errors.append(
                {"code": ARGUMENT_UNEXPECTED, "message": str(problem), "pointerURI": uri, "referredPath": ""}
            )
            return value
        if not self._merge or not isinstance(found, dict):
            return found
        own = {name: item for name, item in value.items() if name != "$ref"}
        self._merged[id(value)] = merged = {**found, **own} if own else found
        return merged

    def _target(self, uri: str) -> Value:
        found = self._lookup(uri)
        for _ in range(MAX_CHAIN):
            following = _uri(found)
            if following is None:
                return found
            found = self._lookup(following)
        raise _Problem("the pointers lead to each other")

    def _lookup(self, uri: str, depth: int = 0) -> Value:
        from urllib.parse import unquote

        path, _, pointer = uri.partition("#")
        if path:
            raise _Problem(f"the document {path} cannot be read")
        found = self._root
        for part in unquote(pointer).split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            following = _uri(found)
            if following is not None and name not in found and depth < MAX_CHAIN:
                found = self._lookup(following, depth + 1)
            if isinstance(found, dict):
                found = found.get(name, UNDEFINED)
            elif isinstance(found, list) and name.isdecimal() and int(name) < len(found):
                found = found[int(name)]
            else:
                found = UNDEFINED
            if found is UNDEFINED:
                raise _Problem(f"there is no {uri}")
        return found


def _uri(value: Value) -> str | None:
    """The pointer that *value* is; ``None`` when it is none."""
    uri = value.get("$ref") if isinstance(value, dict) else None
    return uri if uri.__class__ is str else None
