"""What the compiler knows of a value before the script runs: its kind.

Declared types choose the fast form of an operation; where the kind is :data:`ANY`, a guard in the generated
code does, with a call of the library as the slow path.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import _ast as ast

INTEGER = "Integer"  # int; `bounds` says how small and how large
REAL = "Real"  # float
NUMBER = "Number"  # int or float
TEXT = "Text"
BOOLEAN = "Boolean"
DATE = "Date"
TIME = "Time"
OBJECT = "Object"  # dict, an instance of a class, or Null
COLLECTION = "Collection"  # list, or Null
BLOB = "Blob"
NULL = "Null"
UNDEFINED = "Undefined"
ANY = "Variant"

#: The kinds that are numbers.
NUMBERS = frozenset((INTEGER, REAL, NUMBER))

#: The kinds whose values an object or a collection keeps as they are.
STORABLE = NUMBERS | {TEXT, BOOLEAN, DATE, OBJECT, COLLECTION, NULL}

#: Declared types, in lower case, and the kind of a variable of that type.
DECLARED: dict[str, str] = {
    "text": TEXT,
    "integer": INTEGER,
    "longint": INTEGER,
    "real": REAL,
    "number": REAL,
    "boolean": BOOLEAN,
    "date": DATE,
    "time": TIME,
    "object": OBJECT,
    "collection": COLLECTION,
    "blob": BLOB,
    "variant": ANY,
    "pointer": ANY,
    "picture": ANY,
}

#: The commands that declare variables, and the type they give.
DECLARING: dict[int, str] = {
    284: "Text",
    293: "Text",
    285: "Real",
    283: "Integer",
    282: "Integer",
    305: "Boolean",
    307: "Date",
    306: "Time",
    1216: "Object",
    1488: "Collection",
    604: "Blob",
    1683: "Variant",
    301: "Pointer",
    286: "Picture",
}

#: The commands that make arrays, and the type of the elements.
ARRAYS: dict[int, str] = {
    222: "Text",
    218: "Text",
    221: "Integer",
    220: "Integer",
    219: "Real",
    223: "Boolean",
    224: "Date",
    1223: "Time",
    1221: "Object",
    1222: "Blob",
    280: "Pointer",
    279: "Picture",
}

#: Python's class for each kind that has exactly one.
EXACT: dict[str, str] = {
    INTEGER: ".int",
    TEXT: ".str",
    BOOLEAN: ".bool",
    REAL: ".float",
    DATE: ".Date",
    TIME: ".Time",
    BLOB: ".bytes",
    OBJECT: ".dict",
    COLLECTION: ".list",
}


#: The values of an Integer.
LONG = (-(2**31), 2**31 - 1)


class Code:
    """A generated expression and what is known of its value.

    ``bounds`` are the least and the greatest value of an INTEGER, which need not fit into 32 bits before it is
    assigned. ``exact`` is what certainly is of Python's class for its kind: a collection that is not Null.
    """

    __slots__ = ("bounds", "exact", "expr", "kind")

    def __init__(
        self, expr: ast.expr, kind: str, bounds: tuple[int, int] = LONG, exact: bool = False
    ) -> None:
        self.expr = expr
        self.kind = kind
        self.bounds = bounds
        self.exact = exact

    def certainly(self, kind: str) -> bool:
        """Whether it is of Python's class for *kind*."""
        return self.exact and self.kind == kind


def either(one: Code, other: Code) -> tuple[int, int]:
    """The bounds of a value that is one or the other."""
    return min(one.bounds[0], other.bounds[0]), max(one.bounds[1], other.bounds[1])


def kind_of_result(declared: str) -> str:
    """The kind of what a command that declares *declared* as its result returns."""
    if declared in (TEXT, BOOLEAN, DATE, TIME):
        return declared
    return INTEGER if declared == "Integer" else NUMBER if declared in ("Real", "Number") else ANY
