"""Which module declares which command, class and function, so that none is imported before use.

Written by scripts/make_catalog.py; change the declarations, not this file.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from .registry import Declaration

#: Command number to the module below ``stdlib4d`` that declares it.
COMMAND_MODULES: dict[int, str] = {
    8: "numeric",  # Int
    9: "numeric",  # Dec
    10: "conversion",  # String
    11: "conversion",  # Num
    12: "text",  # Substring
    13: "text",  # Uppercase
    14: "text",  # Lowercase
    15: "text",  # Position
    16: "text",  # Length
    17: "numeric",  # Sin
    18: "numeric",  # Cos
    19: "numeric",  # Tan
    20: "numeric",  # Arctan
    21: "numeric",  # Exp
    22: "numeric",  # Log
    23: "dates",  # Day of
    24: "dates",  # Month of
    25: "dates",  # Year of
    33: "dates",  # Current date
    34: "language",  # Not
    41: "interaction",  # ALERT
    63: "execution",  # EXECUTE FORMULA
    88: "interaction",  # MESSAGE
    90: "text",  # Char
    91: "text",  # Character code
    94: "numeric",  # Round
    95: "numeric",  # Trunc
    98: "numeric",  # Mod
    99: "numeric",  # Abs
    100: "numeric",  # Random
    102: "conversion",  # Date
    114: "dates",  # Day number
    151: "interaction",  # BEEP
    155: "execution",  # ON ERR CALL
    156: "execution",  # ABORT
    157: "interaction",  # TRACE
    162: "interaction",  # CONFIRM
    163: "interaction",  # Request
    178: "dates",  # Current time
    179: "conversion",  # Time
    180: "conversion",  # Time string
    231: "text",  # Insert string
    232: "text",  # Delete string
    233: "text",  # Replace string
    234: "text",  # Change string
    295: "language",  # Type
    311: "language",  # IDLE
    323: "language",  # DELAY PROCESS
    393: "dates",  # Add to date
    458: "dates",  # Tickcount
    459: "dates",  # Milliseconds
    539: "numeric",  # Square root
    667: "interaction",  # LOG EVENT
    684: "language",  # Current method name
    704: "execution",  # Method called on error
    955: "language",  # Choose
    1007: "execution",  # EXECUTE METHOD
    1019: "text",  # Match regex
    1066: "language",  # Generate UUID
    1129: "language",  # ASSERT
    1132: "language",  # Asserted
    1147: "language",  # Generate digest
    1217: "json_text",  # JSON Stringify
    1218: "json_text",  # JSON Parse
    1220: "objects",  # OB SET
    1224: "objects",  # OB Get
    1225: "objects",  # OB Copy
    1226: "objects",  # OB REMOVE
    1230: "objects",  # OB Get type
    1231: "objects",  # OB Is defined
    1233: "objects",  # OB SET NULL
    1297: "objects",  # OB Is empty
    1445: "dates",  # Timestamp
    1471: "objects",  # New object
    1472: "collection",  # New collection
    1478: "json_pointers",  # JSON Resolve pointers
    1509: "language",  # Value type
    1526: "objects",  # New shared object
    1527: "collection",  # New shared collection
    1537: "conversion",  # Bool
    1554: "text",  # Split string
    1601: "execution",  # Formula from string
    1604: "mail.message",  # MAIL Convert to MIME
    1608: "mail.transporter",  # SMTP New transporter
    1662: "language",  # Call chain
    1718: "objects",  # OB Values
    1719: "objects",  # OB Keys
    1720: "objects",  # OB Entries
    1730: "objects",  # OB Class
    1731: "objects",  # OB Instance of
    1756: "text",  # Compare strings
    1799: "language",  # Last errors
    1805: "language",  # throw
    1853: "text",  # Trim
    1854: "text",  # Trim start
    1855: "text",  # Trim end
}

#: Class name to the module below ``stdlib4d`` that declares it.
CLASS_MODULES: dict[str, str] = {
    "Class": "user_classes",
    "ClassStore": "user_classes",
    "Formula": "functions",
    "Function": "objects",
    "Object": "objects",
    "SMTPTransporter": "mail.transporter",
}

#: Name of a function of Collection to the module below ``stdlib4d`` that declares it.
COLLECTION_MODULES: dict[str, str] = {
    "at": "collection",
    "average": "collection_values",
    "clear": "collection",
    "combine": "collection",
    "concat": "collection",
    "copy": "collection",
    "count": "collection_values",
    "countValues": "collection_values",
    "distinct": "collection_values",
    "equal": "collection_values",
    "every": "collection_calls",
    "extract": "collection",
    "fill": "collection",
    "filter": "collection_calls",
    "find": "collection_calls",
    "findIndex": "collection_calls",
    "first": "collection",
    "flat": "collection",
    "flatMap": "collection_calls",
    "includes": "collection_values",
    "indexOf": "collection_values",
    "indices": "query",
    "insert": "collection",
    "join": "collection",
    "last": "collection",
    "lastIndexOf": "collection_values",
    "map": "collection_calls",
    "max": "collection_values",
    "min": "collection_values",
    "multiSort": "collection_calls",
    "orderBy": "collection_values",
    "orderByMethod": "collection_calls",
    "pop": "collection",
    "push": "collection",
    "query": "query",
    "reduce": "collection_calls",
    "reduceRight": "collection_calls",
    "remove": "collection",
    "resize": "collection",
    "reverse": "collection",
    "shift": "collection",
    "slice": "collection",
    "some": "collection_calls",
    "sort": "collection_calls",
    "sum": "collection_values",
    "unshift": "collection",
}


def load(module: str) -> ModuleType:
    """The module of this package with that dotted name, imported when it has not been yet."""
    name = __package__ + "." + module
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def find_command(number: int) -> Declaration | None:
    """The declaration of the command with that number; ``None`` when the library does not have it."""
    module = COMMAND_MODULES.get(number)
    if module is None:
        return None
    from .registry import declarations

    loaded = load(module)
    found: dict[int, Declaration] | None = loaded.__dict__.get("_declared_commands")
    if found is None:
        found = loaded.__dict__["_declared_commands"] = declarations(loaded)
    return found[number]


def find_collection_function(name: str) -> Declaration | None:
    """The declaration of the function of Collection with that name; ``None`` when there is none."""
    module = COLLECTION_MODULES.get(name)
    if module is None:
        return None
    from .registry import functions

    loaded = load(module)
    found: dict[str, Declaration] | None = loaded.__dict__.get("_declared_functions")
    if found is None:
        found = loaded.__dict__["_declared_functions"] = functions(loaded)
    return found[name]


def find_class(name: str) -> type | None:
    """The Python class behind the 4D class *name*; ``None`` when the library does not have it."""
    module = CLASS_MODULES.get(name)
    if module is None:
        return None
    from .values import NativeObject

    for value in vars(load(module)).values():
        if isinstance(value, type) and issubclass(value, NativeObject) and value.class_name == name:
            return value
    return None
