"""What may import what, and how little a plain run imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("grammar", "stdlib4d", "interp")

#: Which of our packages a package may import, itself always included. The longest name that fits counts.
ALLOWED: dict[str, tuple[str, ...]] = {
    "grammar": (),
    "stdlib4d": (),
    "interp": PACKAGES,
    "interp.compiler": ("grammar", "stdlib4d"),
    "interp.sandbox": ("stdlib4d", "interp.host", "interp.loop", "interp.terminal"),
}

#: The modules that join everything, and who may import them.
JOINTS: dict[str, tuple[str, ...]] = {
    "interp.cli": ("interp.__main__",),
    "interp.engine": ("interp", "interp.check", "interp.cli", "interp.repl", "interp.doctest"),
}

#: Modules that take longer to import than a short script takes to run.
HEAVY = (
    "aiosmtplib",
    "argparse",
    "asyncio",
    "cryptography",
    "dataclasses",
    "inspect",
    "json",
    "lark",
    "logging",
    "lxml",
    "pathlib",
    "prompt_toolkit",
    "pyexpat",
    "socket",
    "stdlib4d.host",
    "ssl",
    "typing",
)

SCRIPT = """var $total : Integer
For ($i; 1; 10)
	$total:=$total+$i
End for
ALERT("The sum is "+String($total))
"""

Arrow = tuple[str, str]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def modules() -> dict[str, Path]:
    """Our modules by name."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(name: str, path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The names that module *name* imports anywhere: at the top, in functions, for the type checker."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            yield from (inner if (inner := f"{base}.{a.name}") in known else base for a in node.names)


def arrows() -> list[Arrow]:
    """Every import of one of our modules by another."""
    known = modules()
    return sorted(
        (name, target)
        for name, path in known.items()
        for target in set(imported(name, path, known))
        if target.split(".")[0] in PACKAGES and target != name
    )


def within(name: str, package: str) -> bool:
    """Whether *name* is *package* or in it."""
    return name == package or name.startswith(package + ".")


def wrong(name: str, target: str) -> bool:
    """Whether *name* must not import *target*."""
    home = max((package for package in ALLOWED if within(name, package)), key=len)
    if not any(within(target, package) for package in (home, *ALLOWED[home])):
        return True
    joint = next((joint for joint in JOINTS if within(target, joint)), None)
    return joint is not None and name not in JOINTS[joint]


def test_the_graph_is_seen() -> None:
    found = arrows()
    assert ("interp.engine", "interp.session") in found
    assert ("grammar.parse", "grammar.table") in found
    assert ("interp.compiler.statements", "grammar.nodes") in found
    # Inside a function, and for the type checker only.
    assert ("interp.engine", "interp.sandbox.host") in found
    assert ("interp.errors", "interp.compiler.unit") in found


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("grammar.lexer", "stdlib4d.vocabulary"),
        ("stdlib4d.access", "interp.session"),
        ("stdlib4d.mail.smtp.session", "grammar.source"),
        ("interp.compiler.unit", "interp.session"),
        ("interp.compiler.frame", "interp.host"),
        ("interp.session", "interp.engine"),
        ("interp.sandbox.smtp", "interp.session"),
        ("interp.engine", "interp.cli"),
    ],
)
def test_a_wrong_arrow_is_told(name: str, target: str) -> None:
    assert wrong(name, target)


def test_every_arrow_points_the_right_way() -> None:
    assert [f"{name} imports {target}" for name, target in arrows() if wrong(name, target)] == []


def test_the_library_reaches_the_world_through_its_host() -> None:
    """No module of stdlib4d opens a file, prints, asks or starts a program by itself."""
    effects = {"pathlib", "shutil", "subprocess", "tempfile", "threading", "urllib.request"}
    calls = {"open", "print", "input", "exec", "eval", "compile"}
    found = []
    for name, path in modules().items():
        if within(name, "stdlib4d"):
            # Bytes in memory are no file.
            buffers = "from io import BytesIO\n" in path.read_text(encoding="utf-8")
            met = [target for target in imported(name, path, {}) if target in effects]
            found += [f"{name} imports {target}" for target in met if not (target == "io" and buffers)]
            found += [
                f"{name}:{node.lineno}: {node.func.id}"
                for node in ast.walk(tree(path))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls
            ]
            # A buffer in memory is no file.
            found += [
                f"{name}:{node.lineno}: io"
                for node in ast.walk(tree(path))
                if (isinstance(node, ast.Import) and any(alias.name == "io" for alias in node.names))
                or (
                    isinstance(node, ast.ImportFrom)
                    and node.module == "io"
                    and any(alias.name not in ("BytesIO", "StringIO") for alias in node.names)
                )
            ]
    assert found == []


def run(code: str, *arguments: str) -> str:
    """What a fresh Python prints for *code*: without site-packages, whose start files import what they like."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-c", code, *arguments], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def heavy(names: str) -> list[str]:
    """The modules of :data:`HEAVY` among *names*."""
    return sorted(set(names.split()) & set(HEAVY))


def test_the_command_line_imports_little() -> None:
    assert heavy(run("import interp.cli; print(*sys.modules)")) == []


def test_a_plain_run_imports_little(tmp_path: Path) -> None:
    script = tmp_path / "sum.4dm"
    script.write_text(SCRIPT, encoding="utf-8")
    code = "import interp.cli; status = interp.cli.main(sys.argv[1:]); print(*sys.modules); sys.exit(status)"
    shown = run(code, "run", str(script))
    assert shown.startswith("The sum is 55\n")
    assert heavy(shown) == []
