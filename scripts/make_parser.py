"""Writes grammar/table.py: the LALR(1) tables that Lark computes from grammar/fourd.lark.

Run it after every change of the grammar. ``--check`` writes nothing and fails when the file is stale.
A conflict of the grammar is an error: Lark would resolve it silently.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lark import logger  # noqa: E402
from lark.parsers.lalr_analysis import Shift  # noqa: E402

from grammar.larkparser import START, lark_of  # noqa: E402
from grammar.terminals import TERMINALS  # noqa: E402

TARGET = ROOT / "grammar" / "table.py"


class ConflictHandler(logging.Handler):
    """Collects what Lark logs about conflicts."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if "conflict" in record.getMessage().lower():
            self.messages.append(record.getMessage())


def conflicts(grammar: str) -> list[str]:
    """What Lark says of the shift/reduce and reduce/reduce conflicts of *grammar*."""
    handler = ConflictHandler()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        lark_of(grammar, debug=True)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    return handler.messages


def plan(rule: Any) -> tuple[str, str, tuple[tuple[int, bool], ...] | None]:
    """How a reduction makes its value: kind, builder, and which children to keep.

    The kinds are ``pass`` (the value of the one child kept), ``list`` (a helper rule of ``*``, ``+`` and of names
    that start with ``_``: its children go into the parent's) and ``build``. A kept child is its index, or -1 for an
    optional part that is absent, with whether it is a list to be spliced.
    """
    options = rule.options
    kept: list[tuple[int, bool]] = []
    empty = options.empty_indices or ()
    # empty_indices marks, for each place of the original rule, whether its optional part is absent.
    index = 0
    places = list(empty) if empty else [False] * len(rule.expansion)
    for absent in places:
        if absent:
            kept.append((-1, False))
            continue
        symbol = rule.expansion[index]
        spliced = not symbol.is_term and symbol.name.startswith("_")
        if not (symbol.is_term and symbol.filter_out and not options.keep_all_tokens):
            kept.append((index, spliced))
        index += 1
    name = rule.origin.name
    if name.startswith("_"):
        return "list", "", tuple(kept)
    if options.expand1 and rule.alias is None and len(kept) == 1:
        return "pass", "", tuple(kept)
    return "build", str(rule.alias or name), tuple(kept)


def _rule_key(rule: Any) -> tuple[Any, ...]:
    return rule.origin.name, [symbol.name for symbol in rule.expansion], rule.alias or "", str(rule.options)


def states_in_order(table: Any) -> list[Any]:
    """The states as they are reached from the start, by symbols in order: Lark's own numbers change between runs."""
    order = [table.start_states[name] for name in START]
    for state in order:
        for _, (action, target) in sorted(table.states[state].items()):
            if (action is Shift) and target not in order:
                order.append(target)
    return order


def render() -> str:
    """The text of grammar/table.py."""
    grammar = (ROOT / "grammar" / "fourd.lark").read_text(encoding="utf-8")
    found = conflicts(grammar)
    if found:
        raise SystemExit("the grammar has conflicts:\n" + "\n".join(found))
    lark = lark_of(grammar)
    table = lark.parser.parser._parse_table
    terminal_numbers = {name: number for number, name in enumerate(TERMINALS)}
    rules = sorted(lark.rules, key=_rule_key)
    rule_numbers = {rule: number for number, rule in enumerate(rules)}
    nonterminals = {name: n for n, name in enumerate(sorted({rule.origin.name for rule in rules}))}
    order = states_in_order(table)
    numbers = {state: number for number, state in enumerate(order)}
    actions: list[dict[int, int]] = []
    gotos: list[dict[int, int]] = []
    for state in order:
        row: dict[int, int] = {}
        goto: dict[int, int] = {}
        for name, (action, argument) in sorted(table.states[state].items()):
            if name not in terminal_numbers:
                goto[nonterminals[name]] = numbers[argument]
            elif action is Shift:
                row[terminal_numbers[name]] = numbers[argument] + 1
            elif argument in rule_numbers:
                row[terminal_numbers[name]] = -rule_numbers[argument] - 1
        actions.append(row)
        gotos.append(goto)
    lines = [
        '"""The parse table of grammar/fourd.lark, made by scripts/make_parser.py. Do not edit."""',
        "",
        "# ruff: noqa",
        "# fmt: off",
        "from __future__ import annotations",
        "",
        f"STARTS = {[(name, numbers[table.start_states[name]]) for name in START]!r}",
        f"ENDS = {[(name, numbers[table.end_states[name]]) for name in START]!r}",
        f"NONTERMINALS = {len(nonterminals)}",
        "# left side, length, kind, builder, children kept",
        "RULES: tuple[tuple[int, int, str, str, tuple[tuple[int, bool], ...]], ...] = (",
    ]
    for rule in rules:
        kind, builder, kept = plan(rule)
        lines.append(
            f"    ({nonterminals[rule.origin.name]}, {len(rule.expansion)}, {kind!r}, {builder!r}, {kept!r}),"
        )
    lines += [
        ")",
        "# a row a state: what to do at each terminal; positive: shift and go there, negative: reduce",
        "ACTIONS: tuple[dict[int, int], ...] = (",
    ]
    lines += ["    " + repr(row).replace(" ", "") + "," for row in actions]
    lines += [")", "GOTOS: tuple[dict[int, int], ...] = ("]
    lines += ["    " + repr(goto).replace(" ", "") + "," for goto in gotos]
    lines += [")", ""]
    return "\n".join(lines)


def main() -> int:
    text = render()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") != text:
            print("grammar/table.py is stale: run python scripts/make_parser.py", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
