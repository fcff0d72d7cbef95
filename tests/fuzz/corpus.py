"""The scripts that mutations start from: the chunks of the conformance tests, and the examples."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from stdlib4d.unicode_library import icu
from tests.conformance.conftest import chunks

ROOT = Path(__file__).resolve().parents[2]

#: What no script of a run may hold, in lower case: without ICU its engine has no limit, and no watchdog can stop it.
EXCLUDED = ("match regex",) if icu() is None else ()


@dataclass(frozen=True)
class Script:
    """A script with the project methods and classes it may use; ``sandbox`` where it mails."""

    text: str
    methods: dict[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    sandbox: bool = False

    @property
    def digest(self) -> str:
        """16 hexadecimal digits that stand for the text and all units."""
        units = [self.text, *sorted(self.methods.items()), *sorted(self.classes.items()), self.sandbox]
        return hashlib.sha256(repr(units).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def allowed(self) -> bool:
        """Whether it holds nothing of :data:`EXCLUDED`."""
        text = " ".join([self.text, *self.methods.values(), *self.classes.values()]).lower()
        return not any(name in text for name in EXCLUDED)


@cache
def corpus() -> tuple[Script, ...]:
    """Every chunk and every example, in the order of their names."""
    found = []
    for path in sorted((ROOT / "tests" / "conformance").glob("*.4dm")):
        for chunk in chunks(path.read_text(encoding="utf-8")):
            # A chunk keeps the line numbers of its file; a script starts at its first line.
            methods, classes = (
                {name: text.lstrip("\n") for name, text in units.items()}
                for units in (chunk.methods, chunk.classes)
            )
            found.append(Script(chunk.text.lstrip("\n"), methods, classes, chunk.sandbox))
    examples = sorted((ROOT / "scripts" / "examples").glob("*.4dm"))
    found += [Script(path.read_text(encoding="utf-8"), sandbox=True) for path in examples]
    return tuple(script for script in found if script.allowed)


def corpus_digest() -> str:
    """16 hexadecimal digits that stand for what the generators draw from: the corpus and the catalog."""
    from .pieces import COMMAND_NAMES, CONSTANT_NAMES

    names = repr((COMMAND_NAMES, CONSTANT_NAMES))
    parts = [script.digest for script in corpus()] + [hashlib.sha256(names.encode()).hexdigest()]
    sources = sorted(Path(__file__).parent.glob("*.py"))
    parts += [source.read_text(encoding="utf-8") for source in sources if not source.stem.startswith("test_")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
