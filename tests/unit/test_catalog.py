"""The catalog is fresh, and finds what the modules declare."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from stdlib4d import catalog
from stdlib4d.stand_in_table import STAND_INS
from stdlib4d.stand_ins import EMPTY

ROOT = Path(__file__).resolve().parents[2]


def test_is_fresh() -> None:
    check = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_catalog.py"), "--check"], capture_output=True, text=True
    )
    assert check.returncode == 0, check.stderr


def test_finds_a_command() -> None:
    found = catalog.find_command(16)
    assert found is not None
    assert found.name == "Length"
    assert catalog.find_command(16) is found
    assert catalog.find_command(999_999) is None


def test_stand_ins_are_declared_as_others_are() -> None:
    assert not set(STAND_INS) & set(catalog.COMMAND_MODULES)
    types = {"Variable", "Operator", "any", "4D.File", "4D.Folder"} | set(EMPTY) | {"Object", "Collection"}
    for number, (name, plain, starred) in STAND_INS.items():
        found, other = catalog.find_command(number), catalog.find_command(-number)
        assert found is not None and found.name == name and found.takes_run
        assert (other is None) is (starred is None)
        for declaration in filter(None, (found, other)):
            assert {type for parameter in declaration.parameters for type in parameter.types} <= types, name
            assert declaration.result in types | {""}
        assert plain is not None or starred is not None


def test_finds_a_function_of_collection() -> None:
    found = catalog.find_collection_function("push")
    assert found is not None
    assert found.name == "push"
    assert catalog.find_collection_function("__len__") is None


def test_finds_no_class_that_is_not_there() -> None:
    assert catalog.find_class("Nothing") is None


def test_imports_nothing_before_use() -> None:
    code = (
        "import sys, stdlib4d.catalog as c; before = set(sys.modules); "
        "assert 'stdlib4d.text' not in before and 'typing' not in before, before; "
        "c.find_command(16); print(sorted(m for m in set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert "stdlib4d.text" in run.stdout
    assert "'re'" not in run.stdout
