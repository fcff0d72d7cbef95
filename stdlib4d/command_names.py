"""What there is to know of commands by their number, and formulas in their normal form."""

from __future__ import annotations

from .command_themes import THEMES, THREAD_SAFE
from .references import Pointer, assign_through
from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: The bits of what Command name tells of a command.
IS_THREAD_SAFE, IS_DEPRECATED = 1, 2
#: How the names of commands start that 4D keeps for old code only.
_OLD = "_o_"
#: The option of Parse formula for names with their numbers (theme Formulas).
WITH_TOKENS = 4


def _among(number: int, ranges: str) -> bool:
    """Whether *number* is in a list such as ``3 5-7``."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        if int(first) <= number <= int(last or first):
            return True
    return False


@command("Command name", 538, "( command : Integer {; info : Variable {; theme : Variable}} ) : Text")
def command_name(run: Run, number: int, info: Pointer | None = None, theme: Pointer | None = None) -> str:
    """Returns the name of a command, what it is fit for, and its theme (commands/command-name.md).

    OK is 0 where no command has the number.
    """
    from .vocabulary import COMMANDS

    name = next((name for name, known in COMMANDS.items() if known == number), "")
    run.set_ok(int(bool(name)))
    if info is not None:
        old = name.lower().startswith(_OLD)
        assign_through(info, IS_THREAD_SAFE * _among(number, THREAD_SAFE) + IS_DEPRECATED * old)
    if theme is not None:
        assign_through(theme, next((title for title, own in THEMES.items() if _among(number, own)), ""))
    return name


@command(
    "Parse formula",
    1576,
    "( formula : Text {; options : Integer, Variable {; errorMessage : Variable}} ) : Text",
)
def parse_formula(run: Run, text: str, options: Value = 0, error: Pointer | None = None) -> str:
    """Returns a formula with the names of commands and constants as 4D spells them (commands/parse-formula.md).

    With the option for tokens, their numbers follow the names. What is wrong with the formula goes into a variable,
    and the text comes back as it is. There are no tables, so that their options change nothing.
    """
    from .references import dereference

    wanted = dereference(options) if isinstance(options, Pointer) else options
    made, problem = run.normal_form(text, isinstance(wanted, int) and bool(wanted & WITH_TOKENS))
    if error is not None:
        assign_through(error, problem)
    return made
