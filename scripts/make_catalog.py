"""Writes stdlib4d/catalog.py and interp/help/table.py from the declarations, found by importing all modules.

The catalog says which module declares which command, so that none is imported before use; the table what help shows
of each, so that none is imported to show it. ``make_catalog.py`` writes the files, ``make_catalog.py --check`` only
tells whether they are fresh.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "stdlib4d" / "catalog.py"
TABLE = ROOT / "interp" / "help" / "table.py"
#: Modules that declare nothing and need not be imported to know it.
SKIPPED = {"catalog", "__init__"}

TEMPLATE = '''"""Which module declares which command, class and function, so that none is imported before use.

Written by scripts/make_catalog.py; change the declarations, not this file.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from .registry import Declaration

#: Command number to the module below ``stdlib4d`` that declares it.
COMMAND_MODULES: dict[int, str] = {{
{commands}}}

#: Class name to the module below ``stdlib4d`` that declares it.
CLASS_MODULES: dict[str, str] = {{
{classes}}}

#: Name of a function of Collection to the module below ``stdlib4d`` that declares it.
COLLECTION_MODULES: dict[str, str] = {{
{functions}}}


def load(module: str) -> ModuleType:
    """The module of this package with that dotted name, imported when it has not been yet."""
    name = __package__ + "." + module
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def _complete(module: ModuleType) -> None:
    """Waits while another thread is still importing *module*."""
    __import__(module.__name__)


def find_command(number: int) -> Declaration | None:
    """The declaration of the command with that number; ``None`` when the library does not have it.

    The negative number is that of the form with ``*`` in front, where it takes other arguments then.
    """
    module = COMMAND_MODULES.get(number)
    if module is None:
        from .stand_ins import find

        return find(number)
    from .registry import declarations

    loaded = load(module)
    found: dict[int, Declaration] | None = loaded.__dict__.get("_declared_commands")
    if found is None:
        _complete(loaded)
        found = loaded.__dict__["_declared_commands"] = declarations(loaded)
    return found[number]


def find_collection_function(name: str) -> Declaration | None:
    """The declaration of the function of Collection with that name; ``None`` when there is none."""
    module = COLLECTION_MODULES.get(name)
    if module is None:
        return None
    from .registry import functions

    loaded = load(module)
    found: dict[str, Declaration] | None = loaded.__dict__.get("_declared_functions")
    if found is None:
        _complete(loaded)
        found = loaded.__dict__["_declared_functions"] = functions(loaded)
    return found[name]


def find_class(name: str) -> type | None:
    """The Python class behind the 4D class *name*; ``None`` when the library does not have it."""
    module = CLASS_MODULES.get(name)
    if module is None:
        return None
    from .values import NativeObject

    loaded = load(module)
    _complete(loaded)
    for value in vars(loaded).values():
        if isinstance(value, type) and issubclass(value, NativeObject) and value.class_name == name:
            return value
    return None
'''


def module_names(package: Path) -> list[str]:
    """Dotted names of the modules below *package*, sorted."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        if parts[-1] not in SKIPPED:
            found.append(".".join(parts))
    return found


def scan(package: Path) -> tuple[dict[int, tuple[str, str]], dict[str, str], dict[str, str]]:
    """Command number to module and 4D name, class name to module, function of Collection to module.

    Ends the program when something is declared twice.
    """
    sys.path.insert(0, str(package.parent))
    from stdlib4d.registry import declarations, functions
    from stdlib4d.values import NativeObject

    commands: dict[int, tuple[str, str]] = {}
    classes: dict[str, str] = {}
    members: dict[str, str] = {}
    for name in module_names(package):
        module = importlib.import_module("stdlib4d." + name)
        own = [v for v in vars(module).values() if getattr(v, "__module__", None) == module.__name__]
        for number, declaration in declarations(module).items():
            if declaration.function not in own:
                continue
            if number in commands:
                raise SystemExit(f"{declaration.name} is declared in {commands[number][0]} and in {name}")
            commands[number] = (name, declaration.name)
        for member, declaration in functions(module).items():
            if declaration.function in own:
                if member in members:
                    raise SystemExit(f"Collection.{member} is declared in {members[member]} and {name}")
                members[member] = name
        for value in own:
            if isinstance(value, type) and issubclass(value, NativeObject) and value.class_name:
                if classes.get(value.class_name, name) != name and value.constructor is not None:
                    raise SystemExit(
                        f"{value.class_name} is declared in {classes[value.class_name]} and {name}"
                    )
                classes[value.class_name] = name
    return commands, classes, members


def render(package: Path) -> str:
    """The text of the catalog."""
    commands, classes, members = scan(package)
    lines = [f'    {number}: "{module}",  # {name}\n' for number, (module, name) in sorted(commands.items())]
    rows = [f'    "{name}": "{module}",\n' for name, module in sorted(classes.items())]
    columns = [f'    "{name}": "{module}",\n' for name, module in sorted(members.items())]
    text = TEMPLATE.format(commands="".join(lines), classes="".join(rows), functions="".join(columns))
    return text.replace("= {\n}", "= {}")


# ------------------------------------------------------------------ what help shows

HELP = '''"""What there is to say of each command, function and property: the declarations and their docstrings.

Written by scripts/make_catalog.py; change the declarations, not this file.
"""

from __future__ import annotations

#: A line for each command: number, name, signature, summary, page of the reference.
COMMANDS = r"""
{commands}"""

#: A line for each class: name, summary, page of the reference, signature of ``new``.
CLASSES = r"""
{classes}"""

#: A line for each function and property of a class: class, name, signature or type, summary.
MEMBERS = r"""
{members}"""
'''

_PAGE = re.compile(r"(?:(?:API|commands|Concepts|Admin|Develop)/)?[\w-]+\.md")
#: A reference to a page, or to a function that stands on the page of its class.
_ASIDE = re.compile(r"\s*\((?:[^()]|\(\))*?(?:\.md|\.\w+\b)(?:[^()]|\(\))*\)")
#: Pages of classes that have another name than theirs.
_CLASS_PAGES = {
    "Directory": "API/Directory.md",
    "Document": "API/Document.md",
    "Object": "Concepts/object.md",
}


def summary(doc: str | None) -> str:
    """The first sentence of a docstring, without references to pages."""
    paragraph = " ".join((doc or "").strip().partition("\n\n")[0].split())
    text = re.sub(r"\*(\w+)\*", r"\1", _ASIDE.sub("", paragraph).replace("``", "`"))
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def page_of_command(name: str, doc: str | None) -> str:
    """The page of the reference that a docstring names, or the one that is called like the command."""
    found = _PAGE.search(doc or "")
    page = found[0] if found is not None else re.sub(r"[^a-z0-9]+", "-", name.lower()) + ".md"
    return page if "/" in page else f"commands/{page}"


def command_lines(commands: dict[int, tuple[str, str]]) -> Iterator[str]:
    """The lines of the table of commands."""
    from stdlib4d.catalog import find_command

    for number in sorted(commands):
        declaration = find_command(number)
        assert declaration is not None
        doc = declaration.function.__doc__
        page = page_of_command(declaration.name, doc)
        yield "\t".join((str(number), declaration.name, declaration.signature, summary(doc), page))


def class_lines(classes: dict[str, str], functions: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """For each class its line and those of its members."""
    from stdlib4d.catalog import find_class, find_collection_function

    found = (find_collection_function(name) for name in sorted(functions))
    members = [
        ("Collection", d.name, d.signature, summary(d.function.__doc__)) for d in found if d is not None
    ]
    members.append(("Collection", "length", "Integer", "Returns the number of elements."))
    about = "An ordered list of values of any types, counted from 0."
    yield f"Collection\t{about}\tAPI/CollectionClass.md\t", ["\t".join(m) for m in sorted(members)]
    for name in sorted(classes):
        class_ = find_class(name)
        assert class_ is not None
        made = getattr(class_, "constructor", None)
        new = made.declaration.signature if made is not None else ""
        page = _CLASS_PAGES.get(name, f"API/{name}Class.md")
        lines = []
        for member in class_.members.values():  # type: ignore[attr-defined]
            if member.declaration is None:
                lines.append("\t".join((name, member.name, member.type, summary(member.get.__doc__))))
            else:
                doc = member.declaration.function.__doc__
                lines.append("\t".join((name, member.name, member.declaration.signature, summary(doc))))
        yield "\t".join((name, summary(class_.__doc__), page, new)), sorted(lines)


def render_help(package: Path) -> str:
    """The text of the table of help."""
    commands, classes, functions = scan(package)
    found = list(class_lines(classes, functions))
    return HELP.format(
        commands="".join(f"{line}\n" for line in command_lines(commands)),
        classes="".join(f"{line}\n" for line, _ in found),
        members="".join(f"{line}\n" for _, lines in found for line in lines),
    )


def main(arguments: list[str]) -> int:
    """Writes or checks; the result is the exit code."""
    status = 0
    # The second is read off what the first says.
    for target, made in ((TARGET, render), (TABLE, render_help)):
        text = made(TARGET.parent)
        current = target.read_text("utf-8") if target.exists() else ""
        if text == current:
            continue
        if "--check" in arguments:
            print(f"{target.relative_to(ROOT)} is stale: run scripts/make_catalog.py", file=sys.stderr)
            status = 1
        else:
            target.write_text(text, "utf-8")
            importlib.invalidate_caches()
            if "stdlib4d.catalog" in sys.modules:
                importlib.reload(sys.modules["stdlib4d.catalog"])
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
