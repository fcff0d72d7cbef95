"""The formats of the system, which are those of the United States here, as everywhere in this library."""

from __future__ import annotations

from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .references import Pointer

#: By the constants of the theme System Format: as String writes dates and times by the formats of the same names.
_FORMATS = {
    0: ".",
    1: ",",
    2: "$",
    3: "HH:mm:ss",
    4: "HH:mm:ss",
    5: "HH:mm:ss",
    6: "MM/dd/yyyy",
    7: "EEE, MMM d, yyyy",
    8: "EEEE, MMMM d, yyyy",
    13: "/",
    14: ":",
    15: "2",
    16: "1",
    17: "3",
    18: "AM",
    19: "PM",
}


@command("GET SYSTEM FORMAT", 994, "( format : Integer ; value : Variable )")
def get_system_format(number: int, value: Pointer) -> None:
    """Puts a format or a separator into a variable (commands/get-system-format.md)."""
    value.put(_FORMATS.get(number, ""))
