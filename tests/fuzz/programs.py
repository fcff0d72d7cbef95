"""Programs that make sense, and the same program with its variables declared in other ways.

Every variable keeps to values of one type from its first line on, so that 4D gives the same results whether it is
declared or not (Concepts/variables.md): a declared one is only checked and kept faster.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .corpus import Script

TYPES = ("Integer", "Real", "Text", "Boolean", "Date", "Time", "Object", "Collection")
OLD = {
    "Integer": "C_LONGINT",
    "Real": "C_REAL",
    "Text": "C_TEXT",
    "Boolean": "C_BOOLEAN",
    "Date": "C_DATE",
    "Time": "C_TIME",
    "Object": "C_OBJECT",
    "Collection": "C_COLLECTION",
}
FIRST = {
    "Integer": "0",
    "Real": "0.5",
    "Text": '"t"',
    "Boolean": "False",
    "Date": "!2024-02-28!",
    "Time": "?10:20:30?",
    "Object": '{n: 1; t: "x"; f: True}',
    "Collection": "[3; 1; 2]",
}
#: How many statements a block has at most, and how deep blocks stand in each other.
MOST_STATEMENTS = 4
DEEPEST = 3


@dataclass(frozen=True)
class Program:
    """A program: how its variables are declared and used differs between its :meth:`scripts`."""

    variables: tuple[tuple[str, str], ...]
    body: tuple[str, ...]

    def scripts(self) -> dict[str, Script]:
        """One script for each way to declare: all have the same lines behind the first ones."""
        ways = {
            "undeclared": "// {name}",
            "var": "var ${name} : {type}",
            "initialised": "var ${name} : {type}:={first}",
            "old": "{old}(${name})",
            "variant": "var ${name} : Variant",
        }
        return {way: self._script(form) for way, form in ways.items()}

    def _script(self, form: str) -> Script:
        head = [
            form.format(name=name, type=type, old=OLD[type], first=FIRST[type])
            for name, type in self.variables
        ]
        start = [f"${name}:={FIRST[type]}" for name, type in self.variables]
        return Script("\n".join([*head, *start, *self.body, ""]))


class _Writer:
    """Writes one program; ``names`` are the variables of each type, ``loops`` counts those it has opened."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.names = {type: [f"{type[:2].lower()}{n}" for n in range(random.randint(1, 2))] for type in TYPES}
        self.counters: list[str] = []
        self.looping = 0

    def variable(self, type: str) -> str:
        return "$" + self.random.choice(self.names[type])

    # ------------------------------------------------------------ expressions, fully in brackets or of one operator

    def value(self, type: str, depth: int = 0) -> str:
        """An expression of *type*."""
        random = self.random
        if depth > 3 or random.random() < 0.25:
            return self.leaf(type)
        if random.random() < 0.08:
            condition, one, other = (self.value(t, depth + 1) for t in ("Boolean", type, type))
            return f"(({condition}) ? {one} : {other})"
        form = random.choice(_FORMS[type])
        for wanted, mark in _MARKS.items():
            while mark in form:
                form = form.replace(mark, self.value(wanted, depth + 1), 1)
        return form

    def leaf(self, type: str) -> str:
        """A literal or a variable."""
        random = self.random
        if random.random() < 0.6:
            counters = self.counters if type == "Integer" else []
            return random.choice([self.variable(type), *("$" + counter for counter in counters)])
        return random.choice(_LEAVES[type])

    # ------------------------------------------------------------ statements

    def block(self, depth: int) -> list[str]:
        """Some statements."""
        count = self.random.randint(1, MOST_STATEMENTS)
        return [line for _ in range(count) for line in self.statement(depth)]

    def statement(self, depth: int) -> list[str]:
        """The lines of one statement."""
        random = self.random
        if depth >= DEEPEST or random.random() < 0.6:
            return [self.simple()]
        return random.choice(
            (self.choice, self.choice, self.case, self.counting, self.each, self.until, self.attempt)
        )(depth + 1)

    def simple(self) -> str:
        """An assignment, mostly."""
        random = self.random
        if self.looping and random.random() < 0.1:
            return random.choice(("break", "continue"))
        form = random.choice(_STATEMENTS)
        for wanted, mark in _TARGETS.items():
            form = form.replace(mark, self.variable(wanted))
        for wanted, mark in _MARKS.items():
            while mark in form:
                form = form.replace(mark, self.value(wanted, 1), 1)
        return form

    def choice(self, depth: int) -> list[str]:
        """If."""
        otherwise = ["Else", *self.block(depth)] if self.random.random() < 0.5 else []
        return [f"If ({self.value('Boolean')})", *self.block(depth), *otherwise, "End if"]

    def case(self, depth: int) -> list[str]:
        """Case of."""
        lines = ["Case of"]
        for _ in range(self.random.randint(1, 3)):
            lines += [f": ({self.value('Boolean')})", *self.block(depth)]
        if self.random.random() < 0.5:
            lines += ["Else", *self.block(depth)]
        return [*lines, "End case"]

    def counting(self, depth: int) -> list[str]:
        """For, with a counter that nothing in the loop sets."""
        counter = f"i{depth}"
        start, end, step = (self.random.randint(-3, 3) for _ in range(3))
        head = f"For (${counter}; {start}; {end}" + (
            f"; {step})" if step and self.random.random() < 0.5 else ")"
        )
        return [head, *self._inside(depth, counter), "End for"]

    def each(self, depth: int) -> list[str]:
        """For each, over some numbers."""
        element = f"e{depth}"
        numbers = "; ".join(str(self.random.randint(-9, 9)) for _ in range(self.random.randint(0, 3)))
        return [f"For each (${element}; [{numbers}])", *self._inside(depth, element), "End for each"]

    def until(self, depth: int) -> list[str]:
        """While or Repeat, with a counter of its own that ends it."""
        counter = f"w{depth}"
        before = [f"${counter}:=0"]
        step = f"${counter}:=${counter}+1"
        condition = self.value("Boolean")
        if self.random.random() < 0.5:
            head = f"While ((${counter}<3) & ({condition}))"
            return [*before, head, step, *self._inside(depth, counter), "End while"]
        tail = f"Until ((${counter}>=3) | ({condition}))"
        return [*before, "Repeat", step, *self._inside(depth, counter), tail]

    def attempt(self, depth: int) -> list[str]:
        """Try."""
        return ["Try", *self.block(depth), "Catch", *self.block(depth), "End try"]

    def _inside(self, depth: int, counter: str) -> list[str]:
        self.looping += 1
        self.counters.append(counter)
        lines = self.block(depth)
        self.counters.pop()
        self.looping -= 1
        return lines

    def program(self) -> Program:
        """A whole program."""
        body = [line for _ in range(self.random.randint(1, 6)) for line in self.statement(0)]
        if self.random.random() < 0.5:
            body.append(f"return {self.value(self.random.choice(TYPES))}")
        variables = tuple((name, type) for type in TYPES for name in self.names[type])
        return Program(variables, tuple(body))


#: What stands for an expression of a type in the forms below, and for a variable that is assigned to.
_MARKS = {
    "Integer": "<i>",
    "Real": "<r>",
    "Text": "<t>",
    "Boolean": "<b>",
    "Date": "<d>",
    "Time": "<h>",
    "Object": "<o>",
    "Collection": "<c>",
}
_TARGETS = {
    "Integer": "<=i>",
    "Real": "<=r>",
    "Text": "<=t>",
    "Boolean": "<=b>",
    "Date": "<=d>",
    "Time": "<=h>",
    "Object": "<=o>",
    "Collection": "<=c>",
}
_LEAVES = {
    "Integer": ("0", "1", "-1", "7", "1000", "0xFF"),
    "Real": ("0.5", "-2.25", "3", "1e10", "Pi"),
    "Text": ('""', '"a"', '"Été"', '"@b"', '"x;y"', '"\\t"', '"\U0001f600"'),
    "Boolean": ("True", "False"),
    "Date": ("!00-00-00!", "!2024-02-29!", "!1999-12-31!"),
    "Time": ("?00:00:00?", "?23:59:59?", "?01:02:03?"),
    "Object": ("{}", '{n: 5; t: "o"; f: False}'),
    "Collection": ("[]", "[1; 2; 3]", '[5; "a"; Null]'),
}
# Integers stay within 32 bits and reals within the exact ones, where 4D's two number types are alike.
_FORMS: dict[str, tuple[str, ...]] = {
    "Integer": (
        "((<i>+<i>)%1000)",
        "((<i>-<i>)%1000)",
        "((<i>*<i>)%1000)",
        "(<i>%7)",
        "(<i>\\7)",
        "(<i> & 255)",
        "Length(<t>)",
        'Position("a"; <t>)',
        "Abs(<i>)",
        "Int(<i>)",
        "Day of(<d>)",
        "Month of(<d>)",
        "Character code(<t>)",
        "(<i>%(<i>))",
        "(<i>\\(<i>))",
        "(<c>.length)",
        "<c>.indexOf(<i>)",
        "Num(<b>)",
        "(-<i>%500)",
        "((<d>-<d>)%1000)",
    ),
    "Real": (
        "((<r>/3)%100)",
        "(<r>+<i>)",
        "(<r>-<r>)",
        "(<r>*0.5)",
        "Round(<r>; 2)",
        "Trunc(<r>; 1)",
        "Num(<t>)",
        "(<i>/4)",
        "Abs(<r>)",
        "(<r>/<i>)",
        "(-<r>)",
    ),
    "Text": (
        "(<t>+<t>)",
        "Substring(<t>; <i>; 3)",
        "Uppercase(<t>)",
        "Lowercase(<t>)",
        "String(<i>)",
        "String(<b>)",
        'Replace string(<t>; "a"; <t>; 2)',
        "(<t>*(<i>%3))",
        "<t>[[1]]",
        "Char(65+(Abs(<i>)%26))",
        "String(<h>)",
        "<c>.join(<t>)",
        "Delete string(<t>; 1; 1)",
    ),
    "Boolean": (
        "(<i>=<i>)",
        "(<i><<i>)",
        "(<r>>=<r>)",
        "(<t>=<t>)",
        "(<t>#<t>)",
        "(<t>><t>)",
        "(<b> & <b>)",
        "(<b> | <b>)",
        "((<b>) && (<b>))",
        "((<b>) || (<b>))",
        "Not(<b>)",
        "(<d>><d>)",
        "(<h><=<h>)",
        "(<b>#<b>)",
        "(<t>%<t>)",
        "OB Is empty(<o>)",
        "(<i> ?? 3)",
    ),
    "Date": ("(<d>+(<i>%100))", "(<d>-(<i>%100))", "Add to date(<d>; 0; 1; <i>%30)"),
    "Time": ("(<h>+<h>)", "(<h>-?00:00:01?)", "Time(<i>)"),
    "Object": ("{n: <i>; t: <t>; f: <b>}", "OB Copy(<o>)"),
    "Collection": (
        "[<i>; <t>]",
        "<c>.concat(<i>)",
        "<c>.slice(<i>)",
        "<c>.copy()",
        "<c>.reverse()",
        "<c>.distinct()",
        "Split string(<t>; <t>)",
        "<c>.map(Formula($1.value))",
    ),
}
_STATEMENTS = (
    "<=i>:=<i>",
    "<=r>:=<r>",
    "<=t>:=<t>",
    "<=b>:=<b>",
    "<=d>:=<d>",
    "<=h>:=<h>",
    "<=o>:=<o>",
    "<=c>:=<c>",
    "<=i>:=<=i>+1",
    "<=i>+=1",
    "<=t>+=<t>",
    "<=r>-=<r>",
    "<=r>*=0.5",
    "<=d>+=1",
    "<=o>.n:=<i>",
    "<=o>.t:=<t>",
    "<=o>.made:=<b>",
    "<=c>.push(<i>)",
    "<=c>[0]:=<i>",
    "<=c>.resize(Abs(<i>)%5)",
    '<=t>[[1]]:="z"',
    "<=c>:=<=c>.concat(<c>)",
    "ASSERT(<b>)",
    "throw({errCode: <i>; message: <t>})",
)


def program(random: Random) -> Program:
    """A program that makes sense."""
    return _Writer(random).program()
