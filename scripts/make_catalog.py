"""Writes stdlib4d/catalog.py: which module declares which command, found by importing all of them.

``make_catalog.py`` writes the file, ``make_catalog.py --check`` only tells whether it is fresh.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "stdlib4d" / "catalog.py"
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


def main(arguments: list[str]) -> int:
    """Writes or checks; the result is the exit code."""
    text = render(TARGET.parent)
    current = TARGET.read_text("utf-8") if TARGET.exists() else ""
    if "--check" in arguments:
        if text != current:
            print("stdlib4d/catalog.py is stale: run scripts/make_catalog.py", file=sys.stderr)
        return int(text != current)
    if text != current:
        TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
