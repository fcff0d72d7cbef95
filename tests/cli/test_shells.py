"""Completion in shells: the scripts say what the parser takes, and bash does what they say."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from interp.cli import _parser
from interp.shells import script

from .program import PATIENCE, run

SHELLS = ("bash", "zsh", "fish")


def options() -> dict[str, list[str]]:
    """The options of each command of the program."""
    (commands,) = (action.choices for action in _parser()._actions if action.choices)
    return {
        name: [flag for action in parser._actions for flag in action.option_strings]
        for name, parser in commands.items()  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_there(shell: str, tmp_path: Path) -> None:
    done = run("completion", shell, cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    for command, flags in options().items():
        assert command in done.out
        for flag in flags:
            spelled = flag.replace("--", "-l ") if flag.startswith("--") else flag.replace("-", "-s ")
            assert (spelled if shell == "fish" else flag) in done.out


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_understands_it(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell}")
    file = tmp_path / "script"
    file.write_text(script(shell, _parser()), encoding="utf-8")
    subprocess.run([program, "-n", str(file)], check=True, timeout=PATIENCE)


def test_another_shell_is_refused(tmp_path: Path) -> None:
    assert run("completion", "command.com", cwd=tmp_path).status == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("4dm ch", ["check"]),
        ("4dm ru", ["run"]),
        ("4dm run --sa", ["--sandbox"]),
        ("4dm --l", ["--live"]),
        ("4dm --parser ", ["lark", "table"]),
        ("4dm --outbox ", []),
        ("4dm run --paths ", ["macos", "posix", "windows"]),
        ("4dm run --paths w", ["windows"]),
        ("4dm run --sandbox --tr", ["--trace"]),
        ("4dm completion z", ["zsh"]),
        ("4dm doctest --pre", ["--prelude"]),
        # Files are what readline adds where the script offers nothing.
        ("4dm run s", []),
        ("4dm run --ca s", []),
    ],
)
def test_bash_completes(typed: str, offered: list[str], tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    words = typed.split(" ")
    shown = " ".join(f"'{word}'" for word in words)
    asked = (
        f"{script('bash', _parser())}\nCOMP_WORDS=({shown}); COMP_CWORD={len(words) - 1}; _4dm; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run([bash, "-c", asked], capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert sorted(filter(None, done.stdout.split("\n"))) == offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("4dm ru", ["run"]), ("4dm --l", ["--live"]), ("4dm run --paths ", ["macos", "posix", "windows"])],
)
def test_fish_completes(typed: str, offered: list[str], tmp_path: Path) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("there is no fish")
    file = tmp_path / "4dm.fish"
    file.write_text(script("fish", _parser()), encoding="utf-8")
    done = subprocess.run(
        [fish, "--no-config", "-c", f"source '{file}'; complete -C '{typed}'"],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == offered
