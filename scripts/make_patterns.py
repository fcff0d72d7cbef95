"""Writes grammar/compiled_patterns.py: the regular expressions of the grammar, compiled by this Python.

Other versions of Python keep what they have in the table, as long as the expressions are the same: run this with
each of them. With --check nothing is written; the exit status says whether the table is what this Python makes.
"""

from __future__ import annotations

import _sre
import re._compiler
import re._parser
import sys
from pathlib import Path
from textwrap import wrap

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "grammar" / "compiled_patterns.py"
sys.path.insert(0, str(ROOT))

HEAD = '''"""The regular expressions of the grammar as Python's engine runs them. Made by scripts/make_patterns.py.

By the engine's version and the expression with its flags: all flags, code, number of groups, names of groups.
"""

from __future__ import annotations

COMPILED: dict[int, dict[tuple[str, int], tuple[int, tuple[int, ...], int, dict[str, int]]]] = '''


def compiled(text: str, flags: int) -> tuple[int, tuple[int, ...], int, dict[str, int]]:
    """What ``re.compile(text, flags)`` hands to the engine."""
    parsed = re._parser.parse(text, flags)
    code = re._compiler._code(parsed, flags)
    state = parsed.state
    return flags | state.flags, tuple(map(int, code)), state.groups - 1, dict(state.groupdict)


def table() -> dict[int, dict[tuple[str, int], tuple[int, tuple[int, ...], int, dict[str, int]]]]:
    """The table with this Python's part made anew."""
    import grammar.lexer  # noqa: F401 - it asks for its expressions
    from grammar.compiled_patterns import COMPILED
    from grammar.patterns import ASKED

    asked = dict.fromkeys(ASKED)
    kept = {version: made for version, made in COMPILED.items() if made.keys() == asked.keys()}
    return dict(sorted((kept | {_sre.MAGIC: {key: compiled(*key) for key in asked}}).items()))


def rendered(made: dict[int, dict[tuple[str, int], tuple[int, tuple[int, ...], int, dict[str, int]]]]) -> str:
    """The text of the table."""
    lines = ["{"]
    for version, patterns in made.items():
        lines.append(f"    {version}: {{")
        for key, (flags, code, groups, names) in patterns.items():
            lines += [f"        {key!r}: (", f"            {flags},", "            ("]
            lines += wrap(", ".join(map(str, code)), 106, initial_indent=" " * 16, subsequent_indent=" " * 16)
            lines += ["            ),", f"            {groups},", f"            {names!r},", "        ),"]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def main(arguments: list[str]) -> int:
    """Writes or checks the table."""
    text = HEAD + rendered(table())
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print("grammar/compiled_patterns.py is stale: run python scripts/make_patterns.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
