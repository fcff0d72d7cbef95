"""Localized string: XLIFF files in the Resources folder of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from interp import Interpreter, Permissions, ScriptError

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en-US" target-language="LANGUAGE"><body><group>
<trans-unit id="1" resname="Show on disk"><source>Show on disk</source><target>TARGET</target></trans-unit>
<trans-unit id="2" resname="Only source"><source>as <g id="1">it</g> is</source></trans-unit>
</group></body></file></xliff>
"""
SCRIPT = "$text:=Localized string($name)\nreturn [$text; OK]"


def _write(folder: Path, language: str, target: str) -> None:
    place = folder / "Resources" / f"{language}.lproj"
    place.mkdir(parents=True)
    text = FILE.replace("LANGUAGE", language).replace("TARGET", target)
    (place / "texts.xlf").write_text(text, encoding="utf-8")
    (place / "broken.xlf").write_text("<xliff>", encoding="utf-8")


def _find(folder: Path, name: str) -> list[object]:
    with Interpreter(permissions=Permissions.all(), package=str(folder)) as interpreter:
        value: list[object] = interpreter.run(SCRIPT, variables={"name": name}).value
        return value


def test_text_of_the_first_language(tmp_path: Path) -> None:
    _write(tmp_path, "fr", "Montrer sur le disque")
    assert _find(tmp_path, "Show on disk") == ["Montrer sur le disque", 1]
    assert _find(tmp_path, "Only source") == ["as it is", 1]


def test_english_comes_first(tmp_path: Path) -> None:
    _write(tmp_path, "de", "Auf der Platte zeigen")
    _write(tmp_path, "en-us", "Show it")
    assert _find(tmp_path, "Show on disk") == ["Show it", 1]


def test_what_is_not_there(tmp_path: Path) -> None:
    assert _find(tmp_path, "Show on disk") == ["", 0]
    _write(tmp_path, "fr", "Montrer")
    # Resource names are told apart by case and accents.
    assert _find(tmp_path, "show on disk") == ["", 0]


def test_reading_needs_the_permission(tmp_path: Path) -> None:
    _write(tmp_path, "fr", "Montrer")
    with Interpreter(package=str(tmp_path)) as interpreter, pytest.raises(ScriptError, match="permission"):
        interpreter.run(SCRIPT, variables={"name": "Show on disk"})
