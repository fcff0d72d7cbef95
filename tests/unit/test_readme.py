"""What README.md shows is what happens: its commands, its Python and its 4D are run, its tables checked."""

from __future__ import annotations

import ast
import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from interp import Interpreter
from interp.cli import main

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "scripts" / "examples"

#: What differs from run to run, and what stands for it.
PASSING = (
    (re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT"), "DATE"),
    (re.compile(r"\b\d\d:\d\d:\d\d\b"), "TIME"),
    (re.compile(r"\b[0-9A-F]{32}\b"), "RANDOM"),
    (re.compile(r"\bclient \S+"), "client NAME"),
)
#: What parts the outputs of two commands; written without changing ``$?``.
MARK = "\x1e"


class Block(NamedTuple):
    """A fenced block: its language, the line of the README where its text starts, and the text."""

    language: str
    line: int
    text: str


def _blocks() -> Iterator[Block]:
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL):
        yield Block(match[1], README.count("\n", 0, match.start(2)) + 1, match[2])


BLOCKS = tuple(_blocks())


def _of(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


def _id(block: Block) -> str:
    return f"line {block.line}"


def _section(title: str) -> str:
    """The text between the heading *title* and the next one."""
    return re.split(r"^#+ .*$", README.split(f" {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in their place, made the current one."""
    shutil.copytree(EXAMPLES, tmp_path / "scripts" / "examples", ignore=shutil.ignore_patterns("Logs"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment that has this checkout's ``4dm`` on its path."""
    programs = tmp_path_factory.mktemp("bin")
    command = programs / "4dm"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m interp.cli "$@"\n')
    command.chmod(0o755)
    return os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }


def _settled(text: str) -> str:
    for pattern, word in PASSING:
        text = pattern.sub(word, text)
    return text.rstrip("\n")


# ------------------------------------------------------------------ blocks


@pytest.mark.parametrize("block", _of("console"), ids=_id)
def test_console(block: Block, folder: Path, environment: dict[str, str]) -> None:
    commands, outputs = [], []
    for line in block.text.splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append(line[2:])
            outputs.append("")
        else:
            outputs[-1] += line
    mark = f"mark() {{ was=$?; printf '{MARK}'; return $was; }}\n"
    run = subprocess.run(
        ["sh", "-c", mark + "mark\n".join(commands)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        timeout=120,
    )
    assert [_settled(text) for text in run.stdout.split(MARK)] == [_settled(text) for text in outputs]


@pytest.mark.usefixtures("folder")
def test_python() -> None:
    names: dict[str, object] = {}
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    for block in _of("python"):
        test = doctest.DocTestParser().get_doctest(
            block.text, names, "README.md", str(ROOT / "README.md"), block.line - 1
        )
        runner.run(test, out=said.append, clear_globs=False)
        names = test.globs
    assert runner.tries > 10
    assert not said, "".join(said)


@pytest.mark.parametrize("block", _of("4d"), ids=_id)
def test_4d(block: Block) -> None:
    with Interpreter(sandbox=True) as interpreter:
        interpreter.run(block.text, f"README.md from line {block.line}")


def test_begins_with_the_example() -> None:
    assert _of("4d")[0].text == (EXAMPLES / "send.4dm").read_text(encoding="utf-8")


# ------------------------------------------------------------------ commands that install


def test_the_lines_that_install() -> None:
    # .ci/run finds each by the same words.
    lines = [line for block in _of("sh") for line in block.text.splitlines()]
    example, tests, servers, parsers = lines
    assert example.endswith("&& .venv/bin/" + _of("console")[0].text.splitlines()[0].removeprefix("$ "))
    assert tests.endswith("&& .venv/bin/python -m pytest -q -n auto --dist loadgroup")
    assert parsers == "npm install --prefix tests/peers --ignore-scripts"
    assert "apt-get install" in servers
    found_by = ("4dm run", "-m pytest", "npm install", "apt-get install")
    assert [sum(words in line for line in lines) for words in found_by] == [1, 1, 1, 1]


def test_ci_runs_them() -> None:
    script = ROOT / ".ci" / "run"
    check = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)
    assert check.returncode == 0, check.stderr
    text = script.read_text(encoding="utf-8")
    assert "README.md" in text
    # They stand in the README only.
    assert "pip install" not in text
    assert "dovecot" not in text


# ------------------------------------------------------------------ claims


def _rows(first: str) -> list[list[str]]:
    """The rows of the table whose header starts with *first*."""
    lines = README.split(f"\n| {first}", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


def test_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--help"])
    there = set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out)) - {"--help"}
    assert {name for row in _rows("option") for name in re.findall(r"--[a-z][a-z-]*", row[0])} == there


def test_options_of_the_sandbox(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["sandbox", "--help"])
    there = set(re.findall(r"--[a-z][a-z0-9-]*", capsys.readouterr().out.partition("examples:")[0])) - {
        "--help"
    }
    assert {name for row in _rows("of") for name in re.findall(r"--[a-z][a-z0-9-]*", row[0])} == there


# No command makes a blob yet: its row has no example.
@pytest.mark.parametrize("row", [row for row in _rows("4D | Python") if row[2]], ids=lambda row: str(row[0]))
def test_values(row: list[str]) -> None:
    expression, becomes = row[2:]
    with Interpreter() as interpreter:
        assert repr(interpreter.eval(expression)) == becomes


def _missing() -> list[str]:
    text = _section("What is 4D, and what is not").split("**Not there**", 1)[1]
    return [
        code for line in text.splitlines() if line.startswith("- ") for code in re.findall(r"`(.+?)`", line)
    ]


@pytest.mark.parametrize("code", _missing())
def test_what_is_missing_is_reported(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "missing.4dm"
    script.write_text(code + "\n", encoding="utf-8")
    assert main(["check", "--json", str(script)]) == 2
    codes = {problem["code"] for problem in json.loads(capsys.readouterr().out)["diagnostics"]}
    assert "not-in-subset" in codes


def _found_codes() -> set[tuple[str, str]]:
    """Every code that the sources give a problem, with its severity."""
    found = set()
    for path in [*ROOT.glob("grammar/*.py"), *ROOT.glob("interp/**/*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        harmless = {
            id(node.args[0])
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "problems.append"
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            code: ast.expr | None = None
            severity = "warning" if called == "warn" or id(node) in harmless else "error"
            if called in ("error", "warn") and len(node.args) >= 3:
                code = node.args[0]
            elif called == "Diagnostic":
                severity, code = ast.literal_eval(node.args[0]), node.args[1]
            elif called == "SyntaxProblem":
                code = next((k.value for k in node.keywords if k.arg == "code"), ast.Constant("syntax"))
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                found.add((code.value, severity))
    return found


def test_codes() -> None:
    rows = [(row[0], row[1]) for row in _rows("code")]
    assert rows == sorted(rows, key=lambda row: (row[1] != "error", row[0]))
    assert set(rows) == _found_codes()


def test_names_files_that_exist() -> None:
    named = set(re.findall(r"(?<![\w./])(?:\.ci|grammar|interp|stdlib4d|scripts|tests)/[\w./]*\w", README))
    assert named
    missing = {name for name in named if not (ROOT / name).exists()}
    assert not missing


def test_options_of_the_tests(pytestconfig: pytest.Config) -> None:
    text = _section("Tests")
    for option in re.findall(r"`--(\w+) PATH`", text):
        pytestconfig.getoption(option)
    tests = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__).resolve()
    )
    names = set(re.findall(r"\bFOURD\w*", text))
    assert names
    assert {name for name in names if name not in tests} == set()
