"""What scripts/bench.py measures: programs in 4D with their peers in Python, and 4D code to read.

The peers are what a Python programmer would write for the same task; every pair must give the same result.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

# ------------------------------------------------------------------ programs


@dataclass(frozen=True)
class Pair:
    """A task in 4D, with declared types and without, and in Python; the result is in ``$result``."""

    name: str
    typed: str
    untyped: str
    peer: Callable[[], object]
    typed_methods: dict[str, str] = field(default_factory=dict)
    untyped_methods: dict[str, str] = field(default_factory=dict)


_FIB = """\
#DECLARE($n : Integer) : Integer
If ($n<2)
	return $n
End if
return fib($n-1)+fib($n-2)
"""

_FIB_RUN = """\
For ($turn; 1; 4)
	$result:=fib(24)
End for
"""


def _fib(n: int) -> int:
    if n < 2:
        return n
    return _fib(n - 1) + _fib(n - 2)


def fib() -> int:
    for _ in range(4):
        result = _fib(24)
    return result


_LOOP = """\
$result:=0
For ($i; 1; 1000000)
	$result:=$result+(($i*2)%7)
End for
"""


def loop() -> int:
    result = 0
    for i in range(1, 1_000_001):
        result += (i * 2) % 7
    return result


_CONCAT = """\
For ($turn; 1; 20)
	$text:=""
	For ($i; 1; 20000)
		$text:=$text+"ab"
	End for
End for
$result:=Length($text)
"""


def concat() -> int:
    for _ in range(20):
        text = ""
        for _ in range(20_000):
            text += "ab"
    return len(text)


_OBJECTS = """\
$o:=New object("n"; 0; "k"; 3)
For ($i; 1; 300000)
	$o.n:=$o.n+$o.k
End for
$result:=$o.n
"""


def objects() -> object:
    o = {"n": 0, "k": 3}
    for _ in range(300_000):
        o["n"] = o["n"] + o["k"]
    return o["n"]


_COLLECTIONS = """\
$c:=New collection
For ($i; 1; 300000)
	$c.push($i)
End for
$result:=0
For each ($v; $c)
	$result:=$result+($v%1000)
End for each
"""


def collections() -> int:
    c = []
    for i in range(1, 300_001):
        c.append(i)  # noqa: PERF402 - the 4D side pushes one by one too
    result = 0
    for v in c:
        result += v % 1000
    return result


_COMPARE = """\
$t:="Hello World"
$result:=0
For ($i; 1; 200000)
	If ($t="hello world")
		$result:=$result+1
	End if
	If ($t="hello@")
		$result:=$result+1
	End if
End for
"""


def compare() -> int:
    t = "Hello World"
    result = 0
    for _ in range(200_000):
        if t.casefold() == "hello world":
            result += 1
        if t.casefold().startswith("hello"):
            result += 1
    return result


def _pair(name: str, declarations: str, body: str, peer: Callable[[], object]) -> Pair:
    return Pair(name, declarations + body, body, peer)


PAIRS: tuple[Pair, ...] = (
    Pair(
        "fib",
        "var $turn; $result : Integer\n" + _FIB_RUN,
        _FIB_RUN,
        fib,
        {"fib": _FIB},
        {"fib": _FIB.replace(" : Integer", "")},
    ),
    _pair("loop", "var $i; $result : Integer\n", _LOOP, loop),
    _pair("concat", "var $text : Text\nvar $turn; $i; $result : Integer\n", _CONCAT, concat),
    _pair("objects", "var $o : Object\nvar $i; $result : Integer\n", _OBJECTS, objects),
    _pair("collections", "var $c : Collection\nvar $i; $v; $result : Integer\n", _COLLECTIONS, collections),
    _pair("compare", "var $t : Text\nvar $i; $result : Integer\n", _COMPARE, compare),
)

# ------------------------------------------------------------------ whole processes and mails


def short_script(constant: int) -> str:
    """Five lines that send nothing, and that no cache has seen when *constant* is new."""
    return f"""\
var $order : Object
$order:=New object("number"; {constant}; "items"; New collection("pen"; "paper"))
If ($order.items.length=2)
	$order.text:=Uppercase("order ")+String($order.number)
End if
"""


#: The size of the text of a small mail, in characters.
_MAIL_TEXT = 1800

MAIL_TEXT = "".join(
    f"{number:3}. The quick brown fox jumps over the lazy dog while the order is packed.\n"
    for number in range(1, 100)
)[:_MAIL_TEXT]

MAIL_SCRIPT = """\
var $server; $mail; $status : Object
var $transporter : 4D.SMTPTransporter
var $i; $result : Integer
$server:={host: "127.0.0.1"; port: $port; keepAlive: True; acceptUnsecureConnection: True}
$transporter:=SMTP New transporter($server)
$result:=0
For ($i; 1; $count)
	$mail:=New object
	$mail.from:="Shop <shop@example.com>"
	$mail.to:="Customer "+String($i)+" <customer@example.org>"
	$mail.subject:="Order "+String($i)+" is on its way"
	$mail.textBody:="Order "+String($i)+"\\n"+$text
	$status:=$transporter.send($mail)
	If ($status.success)
		$result:=$result+1
	End if
End for
"""

#: The same with the file $path attached to each mail.
ATTACHMENT_SCRIPT = MAIL_SCRIPT.replace(
    "\t$status:=", "\t$mail.attachments:=[MAIL New attachment($path)]\n\t$status:="
)

# ------------------------------------------------------------------ code to read

_THINGS = "order invoice customer contact product stock payment shipment ticket project".split()
_PARTS = "name number total date status address amount quantity note code list index count".split()
_VERBS = "read check update send collect prepare archive count print import".split()
_WORDS = (
    "the customer wants an answer before the end of the day because the order could not be delivered "
    "to the address that is on file and nobody was there to sign for it"
).split()
_TYPES = ("Integer", "Real", "Text", "Object", "Collection", "Boolean", "Date")


class _Writer:
    """Writes one method of plausible code; everything that varies comes from one generator."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._lines: list[str] = []
        self._depth = 0
        self._locals = ["$" + self._camel() for _ in range(8)]

    def method(self) -> str:
        pick = self._random
        thing = pick.choice(_THINGS)
        self._line(f"// {pick.choice(_VERBS).capitalize()}s the {thing}s: {self._sentence(9)}.")
        self._line(f"// Parameters: {self._sentence(6)}")
        declared = "; ".join(f"{name} : {pick.choice(_TYPES)}" for name in self._locals[:2])
        self._line(f"#DECLARE({declared})->${thing} : Object")
        for name in self._locals[2:6]:
            self._line(f"var {name} : {pick.choice(_TYPES)}")
        self._line(f"var {self._locals[6]}; {self._locals[7]} : Text")
        self._line("")
        for _ in range(pick.randint(8, 16)):
            self._statement(3)
        self._line(f"return ${thing}")
        return "\n".join(self._lines) + "\n"

    def _line(self, text: str) -> None:
        self._lines.append("\t" * self._depth + text if text else "")

    def _camel(self) -> str:
        pick = self._random
        return pick.choice(_THINGS) + pick.choice(_PARTS).capitalize()

    def _sentence(self, words: int) -> str:
        return " ".join(self._random.choices(_WORDS, k=words))

    def _statement(self, room: int) -> None:
        simple = (
            self._assign,
            self._assign,
            self._member,
            self._call,
            self._comment,
            self._literal,
            self._text,
        )
        nested = (self._if, self._case, self._for, self._for_each, self._while)
        self._random.choice(simple + nested if room else simple)(room - 1)

    def _block(self, room: int) -> None:
        self._depth += 1
        for _ in range(self._random.randint(1, 4)):
            self._statement(room)
        self._depth -= 1

    # Statements.

    def _assign(self, _: int) -> None:
        self._line(f"{self._local()}:={self._expression(2)}")

    def _member(self, _: int) -> None:
        self._line(f"{self._path()}:={self._expression(1)}")

    def _call(self, _: int) -> None:
        pick = self._random
        command = pick.choice(
            (
                f"{self._local()}.push({self._expression(1)})",
                f"OB SET({self._local()}; {self._quoted()}; {self._expression(1)})",
                f"{pick.choice(_THINGS)}_{pick.choice(_VERBS)}({self._local()}; {self._expression(1)})",
                f"{self._local()}:=MAIL Convert to MIME({self._local()})",
                f"ALERT({self._quoted()}+String({self._path()}))",
                f"{self._local()}:=New collection({self._expression(1)}; {self._expression(1)})",
            )
        )
        comment = f"  // {self._sentence(5)}" if pick.random() < 0.2 else ""
        self._line(command + comment)

    def _comment(self, _: int) -> None:
        self._line(f"// {self._sentence(self._random.randint(5, 14))}")

    def _literal(self, _: int) -> None:
        pick = self._random
        pairs = "; ".join(f"{pick.choice(_PARTS)}: {self._expression(1)}" for _ in range(pick.randint(2, 5)))
        self._line(f"{self._local()}:={{{pairs}}}")

    def _text(self, _: int) -> None:
        self._line(f'{self._local()}+={self._quoted()}+String({self._expression(1)})+"\\n"')

    def _if(self, room: int) -> None:
        self._line(f"If ({self._condition()})")
        self._block(room)
        if self._random.random() < 0.4:
            self._line("Else ")
            self._block(room)
        self._line("End if")

    def _case(self, room: int) -> None:
        self._line("Case of ")
        self._depth += 1
        for _ in range(self._random.randint(2, 3)):
            self._line(f": ({self._condition()})")
            self._block(room)
        self._depth -= 1
        self._line("End case")

    def _for(self, room: int) -> None:
        self._line(f"For ({self._local()}; 1; {self._expression(1)})")
        self._block(room)
        self._line("End for")

    def _for_each(self, room: int) -> None:
        self._line(f"For each ({self._local()}; {self._path()})")
        self._block(room)
        self._line("End for each")

    def _while(self, room: int) -> None:
        self._line(f"While ({self._condition()})")
        self._block(room)
        self._line("End while")

    # Expressions.

    def _local(self) -> str:
        return self._random.choice(self._locals)

    def _path(self) -> str:
        pick = self._random
        path = f"{self._local()}.{pick.choice(_PARTS)}"
        return f"{path}[{pick.randint(0, 9)}]" if pick.random() < 0.15 else path

    def _quoted(self) -> str:
        return f'"{self._sentence(self._random.randint(1, 5))}"'

    def _condition(self) -> str:
        pick = self._random
        first = f"{self._expression(1)}{pick.choice(('=', '#', '<', '>', '<=', '>='))}{self._expression(0)}"
        return f"({first}) & (Not({self._path()}))" if pick.random() < 0.3 else first

    def _expression(self, room: int) -> str:
        pick = self._random
        if room and pick.random() < 0.5:
            operator = pick.choice(("+", "+", "-", "*", "/"))
            return f"{self._expression(room - 1)}{operator}{self._expression(room - 1)}"
        return pick.choice(
            (
                self._local,
                self._local,
                self._path,
                self._quoted,
                lambda: str(pick.randint(0, 5000)),
                lambda: f"{pick.randint(0, 99)}.{pick.randint(0, 99):02}",
                lambda: f"Length({self._local()})",
                lambda: f"Substring({self._local()}; {pick.randint(1, 9)}; {pick.randint(10, 40)})",
                lambda: f"({self._local()}+{pick.randint(1, 9)})",
                lambda: pick.choice(("True", "False", "Null", "Current date", "Is text", "Carriage return")),
            )
        )()


def code(seed: int, size: int) -> list[str]:
    """Methods of at least *size* characters together, always the same for the same *seed*."""
    random = Random(seed)
    methods: list[str] = []
    missing = size
    while missing > 0:
        methods.append(_Writer(random).method())
        missing -= len(methods[-1])
    return methods
