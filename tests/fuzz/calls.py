"""Calls of every command and every member function, with arguments of any type."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from stdlib4d.registry import Declaration

from .corpus import EXCLUDED, Script
from .pieces import CONSTANT_NAMES, DATES, DECLARATIONS, LITERALS, MEMBERS, NUMBERS, TEXTS, TIMES

#: How many calls stand in one script; the last one stands outside of Try.
MOST_CALLS = 5

#: Values that need statements before they can be used: name, the statements, the expression.
MADE: dict[str, tuple[str, str]] = {
    "nan": ("$nan:=Log(0)-Log(0)", "$nan"),
    "negative root": ("$root:=Square root(-1)", "$root"),
    "infinite": ("$infinite:=1e308*10", "$infinite"),
    "huge": ("$huge:=2^63", "$huge"),
    "surrogate": ("$surrogate:=Char(55296)+Char(57343)", "$surrogate"),
    "long text": ('$long:="ab,c;"*20000', "$long"),
    "cyclic object": ("$cyclic:={a: 1}\n$cyclic.self:=$cyclic", "$cyclic"),
    "cyclic collection": ("$ring:=[1; 2]\n$ring.push($ring)", "$ring"),
    "deep": (
        "$deep:={}\nFor ($i; 1; 3000)\n$deep:={d: $deep}\nEnd for",
        "$deep",
    ),
    "deep collection": ("$pit:=[]\nFor ($i; 1; 3000)\n$pit:=[$pit]\nEnd for", "$pit"),
    "wide": ('$wide:=[]\n$wide.resize(3000; "x")', "$wide"),
    "holes": ("$holes:=[]\n$holes[5]:=1", "$holes"),
    "pointer": ("$at:=1\n$pointer:=->$at", "$pointer"),
    "pointer to itself": ("$own:=->$own", "$own"),
    "pointer to nothing": ("C_POINTER($nil)", "$nil"),
    "text array": ("ARRAY TEXT($texts; 3)", "$texts"),
    "number array": ("ARRAY LONGINT($numbers; 5)", "$numbers"),
    "real array": ("ARRAY REAL($reals; 2)\n$reals{1}:=1e308\n$reals{2}:=1e308", "$reals"),
    "date array": ("ARRAY DATE($dates; 2)", "$dates"),
    "boolean array": ("ARRAY BOOLEAN($flags; 2)", "$flags"),
    "object array": ("ARRAY OBJECT($objects; 2)", "$objects"),
    "pointer array": ("ARRAY POINTER($pointers; 2)", "$pointers"),
    "blob array": ("ARRAY BLOB($blobs; 2)", "$blobs"),
    "table of texts": ("ARRAY TEXT($table; 2; 3)", "$table"),
    "empty array": ("ARRAY TEXT($none; 0)", "$none"),
    "pointer to array": ("ARRAY TEXT($behind; 2)\n$array:=->$behind", "$array"),
    "blob": ("C_BLOB($blob)\nSET BLOB SIZE($blob; 16; 0xFF)", "$blob"),
    "empty blob": ("C_BLOB($void)", "$void"),
    "blob object": ("$packed:=4D.Blob.new()", "$packed"),
    "formula": ("$formula:=Formula($1)", "$formula"),
    "failing formula": ("$failing:=Formula(1/$1.x)", "$failing"),
    "changing formula": ("$changing:=Formula($1.value:=$2)", "$changing"),
    "endless formula": ("$endless:=Formula(This.again())", "$endless"),
    "file": ('$file:=File("/PACKAGE/no/such.txt")', "$file"),
    "folder": ('$folder:=Folder("/PACKAGE/no/such")', "$folder"),
    "class": ("$class:=4D.File", "$class"),
    "store": ("$store:=4D", "4D"),
    "user class": ("", "cs.Thing"),
    "user object": ("$thing:=cs.Thing.new(7)", "$thing"),
    "transporter": ('$transporter:=SMTP New transporter({host: "no.such.test"})', "$transporter"),
    "unset object": ("var $unset : Object", "$unset"),
    "unset collection": ("var $without : Collection", "$without"),
    "picture": ("C_PICTURE($picture)", "$picture"),
    "typed text": ("var $text : Text", "$text"),
    "typed integer": ("var $integer : Integer", "$integer"),
    "typed real": ("var $real : Real", "$real"),
    "typed date": ("var $date : Date", "$date"),
    "typed time": ("var $time : Time", "$time"),
    "typed variant": ("var $variant : Variant", "$variant"),
    "process variable": ("vProcess:=5", "vProcess"),
    "mixed": ('$mixed:=[1; "a"; Null; {a: 1}; [2]; !2024-01-01!; ?01:00:00?; True]', "$mixed"),
    "records": ('$records:=[{n: 1; t: "x"}; {n: Null; t: "Y"}; {}; 3; {n: "1"; t: {u: [1]}}]', "$records"),
}
#: Dates and times that there are: a script with another does not compile.
_DATES = tuple(date for date in DATES if date not in ("!2023-02-30!", "!99999-01-01!"))
_TIMES = tuple(time for time in TIMES if time not in ("?9999999:00:00?", "?-1:00:00?"))
_LITERALS = tuple(literal for literal in LITERALS if literal[0] not in "!?") + _DATES + _TIMES
#: Values that stand for themselves.
PLAIN = (*_LITERALS, "$undefined", "This", "$mixed.n", "*", ">", "<", "", "$5", "OK", "(1/0)")

#: What parameters of a type are given when they are to get what they want.
WANTED: dict[str, tuple[str, ...]] = {
    "Text": (*TEXTS, "surrogate", "long text", "typed text"),
    "Real": (*NUMBERS, "nan", "infinite", "huge", "typed real"),
    "Integer": (*NUMBERS, "huge", "typed integer"),
    "Boolean": ("True", "False"),
    "Date": (*_DATES, "typed date"),
    "Time": (*_TIMES, "typed time"),
    "Object": ("{}", '{a: 1; b: "x"}', "cyclic object", "deep", "user object", "unset object"),
    "Collection": ("[]", "mixed", "records", "cyclic collection", "deep collection", "wide", "holes"),
    "Blob": ("blob", "empty blob"),
    "Operator": ("*", ">", "<"),
    "Array": (
        "text array",
        "number array",
        "real array",
        "date array",
        "boolean array",
        "object array",
        "pointer array",
        "blob array",
        "table of texts",
        "empty array",
    ),
    "Pointer": ("pointer", "pointer to itself", "pointer to nothing", "pointer to array"),
    "Variable": ("typed text", "typed integer", "blob", "process variable", "typed variant", "text array"),
    "4D.Function": ("formula", "failing formula", "changing formula", "endless formula", '"Method"'),
    "4D.File": ("file",),
    "4D.Folder": ("folder",),
    "4D.Blob": ("blob object",),
    "4D.Class": ("class", "user class"),
}
#: What a class's members are called on.
INSTANCES: dict[str, tuple[str, ...]] = {
    "Blob": ("blob object",),
    "Class": ("class", "user class"),
    "ClassStore": ("store",),
    "Collection": WANTED["Collection"],
    "Directory": ("folder",),
    "Document": ("file",),
    "File": ("file",),
    "Folder": ("folder",),
    "Formula": ("formula", "failing formula"),
    "Function": ("formula", "changing formula"),
    "Object": ("user object", "cyclic object"),
    "SMTPTransporter": ("transporter",),
}
METHODS = {"Method": "#DECLARE($a : Variant)->$r : Variant\n$r:=$a\n"}
CLASSES = {
    "Thing": "property n : Integer\nClass constructor($n)\nThis.n:=$n\nFunction again()->$r\n$r:=This.n\n"
    "Function get double->$r : Integer\n$r:=This.n*2\nFunction set double($v : Integer)\nThis.n:=$v/2\n"
}


class _Writer:
    """Collects the statements of a script, those that values need first."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.before: dict[str, str] = {}
        self.lines: list[str] = []

    def spelled(self, value: str) -> str:
        """The expression of a made value, whose statements are put in front; others stand for themselves."""
        if value not in MADE:
            return value
        self.before[value], expression = MADE[value]
        return expression

    def anything(self) -> str:
        """A value of any type."""
        if self.random.random() < 0.5:
            return self.spelled(self.random.choice(PLAIN))
        return self.spelled(self.random.choice(tuple(MADE)))

    def arguments(self, declaration: Declaration | None) -> str:
        """Arguments for a call, as many and of such types as are declared, or otherwise."""
        random = self.random
        if declaration is None or random.random() < 0.02:
            return "; ".join(self.anything() for _ in range(random.randint(0, 4)))
        least, most = declaration.arity
        count = random.randint(least, least + 4 if most is None else most)
        found = []
        for index in range(count):
            types = declaration.parameter(index).types
            if "Variable" not in types and random.random() < 0.25:
                types = ()  # what is not wanted
            choices = WANTED.get(random.choice(types), ()) if types else ()
            if choices is WANTED["Integer"] and random.random() < 0.2:
                found.append(random.choice(CONSTANT_NAMES))
            else:
                found.append(self.spelled(random.choice(choices)) if choices else self.anything())
        return "; ".join(found)

    def kept(self, call: str) -> str:
        """A statement with *call*, whose value is kept or not."""
        return call if self.random.random() < 0.3 else f"$r:={call}"

    def add(self, statement: str, last: bool) -> None:
        """Takes *statement*, its error caught unless it is the *last*."""
        self.lines.append(statement if last else f"Try\n{statement}\nCatch\n$e:=Last errors\nEnd try")

    def script(self) -> Script:
        """The script with all of it."""
        text = "\n".join([*filter(None, self.before.values()), *self.lines, ""])
        return Script(text, METHODS, CLASSES)


def command_call(writer: _Writer, declaration: Declaration) -> str:
    """A statement with a call of a command."""
    arguments = writer.arguments(declaration)
    return writer.kept(f"{declaration.name}({arguments})" if arguments else declaration.name)


def member_call(writer: _Writer, kind: str, name: str) -> str:
    """A statement with a call of a member function, or with an attribute; mostly of an object of its class."""
    random = writer.random
    choices = INSTANCES.get(kind, ())
    owner = (
        writer.spelled(random.choice(choices)) if choices and random.random() < 0.85 else writer.anything()
    )
    if owner in ("", "*", "<", ">"):
        owner = "$r"
    if not owner.startswith(("$", "cs", "4D", "[", "{", '"')):
        owner = f"({owner})"
    declaration = MEMBERS[kind][name]
    if declaration is None and random.random() < 0.8:
        return f"$r:={owner}.{name}" if random.random() < 0.5 else f"{owner}.{name}:={writer.anything()}"
    return writer.kept(f"{owner}.{name}({writer.arguments(declaration)})")


_COMMANDS = tuple(d for d in DECLARATIONS if d.name.lower() not in EXCLUDED)
_MEMBERS = tuple((kind, name) for kind in sorted(MEMBERS) for name in sorted(MEMBERS[kind]))


def calls(random: Random) -> Script:
    """Some calls, each in a Try but the last."""
    writer = _Writer(random)
    count = random.randint(1, MOST_CALLS)
    for number in range(count):
        if random.random() < 0.6:
            call = command_call(writer, random.choice(_COMMANDS))
        else:
            call = member_call(writer, *random.choice(_MEMBERS))
        writer.add(call, number == count - 1)
    return writer.script()


def calls_of(random: Random, targets: Sequence[Declaration | tuple[str, str]]) -> Script:
    """A call of each of *targets*: commands, and members of classes as ``(class, name)``."""
    writer = _Writer(random)
    for number, target in enumerate(targets, 1):
        call = (
            command_call(writer, target) if isinstance(target, Declaration) else member_call(writer, *target)
        )
        writer.add(call, number == len(targets))
    return writer.script()


#: Everything that can be called.
TARGETS: tuple[Declaration | tuple[str, str], ...] = (*_COMMANDS, *_MEMBERS)
