"""``PROCESS 4D TAGS``: templates with transformation tags, filled in (commands/process-4d-tags.md).

The reference at hand names the tags and leaves their description to a page of its own, so that these are decided here:

- ``4DTEXT`` writes the value of an expression with the characters ``& < > "`` as HTML entities, ``4DHTML`` and
  ``4DEVAL`` as it is; ``4DEVAL`` runs statements too, and ``4DCODE`` several lines of them, which write nothing.
- What fails in a tag is written in its place, as the tag, two number signs and the error; a condition that fails is
  false, a loop that fails has no turn.
- ``4DLOOP`` takes an array or a pointer to one, whose selected element moves along; a project method, which is called
  with 0 and then with the number of each turn as long as it returns True; or a condition.
- ``4DEACH item in expression`` goes through a collection, or the names of the properties of an object.
- ``4DSCRIPT/method/parameter`` writes what a method returns for the rest of the path, as HTML when it begins with
  the character 1. ``4DINCLUDE`` takes a path in ``/PACKAGE``, or in the folder that ``4DBASE`` named before.
- What ``4DHTML``, ``4DEVAL`` and ``4DSCRIPT`` write is processed again as long as there are tags in it.
"""

from __future__ import annotations

from .access import each
from .conversion import string
from .errors import INDEX_OUT_OF_RANGE, TYPE_MISMATCH, LanguageError
from .operators import MAX_TEXT, truth
from .references import Array, Pointer, assign_through, dereference, selected
from .registry import command
from .template import Branches, Loop, Tag, has_tags, parsed
from .values import UNDEFINED, UnsetType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .host import Run
    from .template import Part
    from .values import Value

#: How often what was written may hold tags again: more is taken for a template that writes itself.
MAX_PASSES = 50
_ENTITIES = {38: "&amp;", 60: "&lt;", 62: "&gt;", 34: "&quot;"}
#: The first character of a text that 4DSCRIPT takes for HTML.
_AS_HTML = "\x01"


@command(
    "PROCESS 4D TAGS",
    816,
    "( inputTemplate : Text, Blob ; outputResult : Variable {; ...param : any} )",
)
def process_tags(run: Run, template: Value, result: Pointer, *params: Value) -> None:
    """Fills in a template with tags, which get the parameters as $1, $2 … (commands/process-4d-tags.md).

    The local variables of the tags are their own.
    """
    text = template.decode("utf-8", "replace") if template.__class__ is bytes else template
    variables = {str(number): value for number, value in enumerate(params, 1)}
    made = _Filling(run, variables).fill(text, 0)
    as_blob = dereference(result).__class__ is bytes
    assign_through(result, made.encode("utf-8", "replace") if as_blob else made)


class _Filling:
    """One call of the command: the variables of the tags, and where they include from."""

    def __init__(self, run: Run, variables: dict[str, Value]) -> None:
        self._run = run
        self._variables = variables
        self._base = ""
        self._size = 0

    def fill(self, template: str, passes: int) -> str:
        """The result of *template*, which *passes* others led to."""
        if passes > MAX_PASSES:
            raise LanguageError(
                INDEX_OUT_OF_RANGE, "PROCESS 4D TAGS: what the tags write leads to tags without an end"
            )
        return "".join(self._written(parsed(template), passes))

    def _written(self, parts: Sequence[Part], passes: int) -> Iterator[str]:
        for part in parts:
            if isinstance(part, Branches):
                yield from self._branch(part, passes)
            elif isinstance(part, Loop):
                for _ in self._turns(part.tag):
                    yield from self._written(part.body, passes)
            else:
                text = part if isinstance(part, str) else self._tag(part, passes)
                self._size += len(text)
                if self._size > MAX_TEXT:
                    raise LanguageError(
                        INDEX_OUT_OF_RANGE, f"PROCESS 4D TAGS: the text would exceed {MAX_TEXT} characters"
                    )
                yield text

    def _branch(self, branches: Branches, passes: int) -> Iterator[str]:
        for tag, body in branches.parts:
            try:
                holds = tag.name == "else" or truth(self._value(tag.argument))
            except LanguageError as error:
                yield _failed(tag, error)
                return
            if holds:
                yield from self._written(body, passes)
                return

    def _value(self, code: str) -> Value:
        return self._run.evaluate(code, self._variables)

    # -------------------------------------------------------------- single tags

    def _tag(self, tag: Tag, passes: int) -> str:
        try:
            if tag.name == "text":
                return _text(self._value(tag.argument)).translate(_ENTITIES)
            if tag.name in ("html", "eval"):
                value = self._value(tag.argument) if tag.name == "html" else self._evaluated(tag.argument)
                return self._again(_text(value), passes)
            if tag.name == "code":
                self._run.execute(tag.argument, self._variables)
                return ""
            if tag.name in ("script", "action"):
                return self._again(self._script(tag.argument), passes)
            if tag.name == "base":
                self._base = tag.argument.strip("/")
                return ""
            if tag.name == "include":
                return self.fill(self._included(tag.argument), passes + 1)
        except LanguageError as error:
            return _failed(tag, error)
        # A comment of somebody else.
        return tag.text

    def _again(self, text: str, passes: int) -> str:
        return self.fill(text, passes + 1) if has_tags(text) else text

    def _evaluated(self, code: str) -> Value:
        """What an expression gives; of a statement, nothing."""
        if self._run.is_expression(code):
            return self._value(code)
        self._run.execute(code, self._variables)
        return UNDEFINED

    def _script(self, path: str) -> str:
        name, _, parameter = path.strip("/").partition("/")
        made = _text(self._run.call_method(name, ("/" + parameter,) if parameter else ()))
        return made[1:] if made.startswith(_AS_HTML) else made.translate(_ENTITIES)

    def _included(self, path: str) -> str:
        from .files.folder import folder

        base = folder(self._run, "/PACKAGE/" + self._base)
        document = None if base is None else base.file(path.strip("/"))
        if document is None:
            raise LanguageError(TYPE_MISMATCH, f"4DINCLUDE: wanted a path below the package, got {path}")
        return document.get_text()

    # -------------------------------------------------------------- loops

    def _turns(self, tag: Tag) -> Iterator[None]:
        """As often as the loop of *tag* goes on."""
        try:
            if tag.name == "each":
                yield from self._each(tag.argument)
            elif self._run.has_method(tag.argument):
                turn = 0
                while truth(self._run.call_method(tag.argument, (turn,))):
                    if turn:
                        yield
                    turn += 1
            else:
                yield from self._loop(tag.argument)
        except LanguageError as error:
            raise LanguageError(error.code, f"{tag.text}: {error.message}", hint=error.hint) from None

    def _each(self, argument: str) -> Iterator[None]:
        name, _, source = argument.partition(" in ")
        item = name.strip()
        if not item or not source:
            raise LanguageError(TYPE_MISMATCH, f"4DEACH: wanted item in expression, got {argument}")
        for value in each(self._value(source)):
            if item.startswith("$"):
                self._variables[item[1:32].lower()] = value
            else:
                self._run.process_pointer(item).put(value)
            yield

    def _loop(self, code: str) -> Iterator[None]:
        value = self._value(code)
        array = dereference(value) if isinstance(value, Pointer) else value
        if isinstance(array, Array):
            for place in range(1, len(array) + 1):
                array.current = place
                yield
        elif value.__class__ is bool or value is None or value is UNDEFINED:
            while truth(self._value(code)):
                yield
        else:
            raise LanguageError(
                TYPE_MISMATCH,
                f"wanted an array, a pointer to one, a method or a condition, got {type_name(value)}",
                hint="4DEACH goes through collections",
            )


def _text(value: Value) -> str:
    value = selected(value)
    return "" if value is None or isinstance(value, UnsetType) else string(None, value)


def _failed(tag: Tag, error: LanguageError) -> str:
    return f"{tag.text} : ## {error.message} # {error.code}"
