"""Markdown pages that are run: which blocks they have, which results they state, and what comes of them."""

from __future__ import annotations

import multiprocessing
import textwrap
from pathlib import Path

import pytest

from grammar.parse import parse
from grammar.source import Source
from interp.doctest.host import BlockHost
from interp.doctest.literals import Bare, Figure, Items, Members, Quoted, whole_literal
from interp.doctest.matching import matches
from interp.doctest.pages import read_page
from interp.doctest.pool import job_for, run_item, run_jobs
from interp.doctest.preludes import PreludeError, parse_preludes, prelude_for, prelude_path
from interp.doctest.run import BlockRun, Outcome
from interp.doctest.sections import sections
from interp.doctest.stated import find_claims
from interp.project import vocabulary
from interp.session import Session
from stdlib4d.references import Pointer
from stdlib4d.values import NULL_DATE, UNDEFINED, Date, Time
from stdlib4d.vocabulary import COMMANDS

# ------------------------------------------------------------------ pages


def test_blocks_of_every_shape() -> None:
    page = read_page(
        "page.md",
        "```js\nno 4D\n```\n"
        "~~~4d\n$a:=1\n```\nstill inside\n~~~\n"
        "- item\n\n  ````4d title=x\n  $b:=2\n    ```\n  ````\n"
        "> ```code4d\n> $c:=3\n> ```\n"
        "``` not a `fence` ```\n"
        "```4d\n$d:=4",
    )
    assert [(b.index, b.line, b.is_4d, b.text) for b in page.blocks] == [
        (0, 1, False, "no 4D\n"),
        (1, 4, True, "$a:=1\n```\nstill inside\n"),
        (2, 11, True, "$b:=2\n  ```\n"),
        (3, 15, True, "$c:=3\n"),
        (4, 19, True, "$d:=4\n"),
    ]


def test_rows_of_tables_of_expressions() -> None:
    page = read_page(
        "page.md",
        "| Operation | Expression | Value |\n| --- | --- | --- |\n"
        '| Repetition | "ab" \\* 3 | "ababab" |\n|  | `a \\| b` | **True** |\n'
        "| Or | 1 | 2 | 3 |\n\n"
        "| Expression | Meaning |\n| --- | --- |\n| 1 | 2 |\n",
    )
    assert [(r.line, r.expression, r.value) for r in page.rows] == [
        (3, '"ab" * 3', '"ababab"'),
        (4, "a \\| b", "True"),
    ]


# ------------------------------------------------------------------ literals


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("5", 5),
        ("5", 5.0),
        ("0xFFFFFFFF", -1),
        ("3.14", 3.14159),
        ("42,17", 42.17),
        ("1,234", 1234),
        ('"a \\"b\\"\\n"', 'a "b"\n'),
        ("“a”", "a"),
        ('"re..."', "result"),
        ('"["John","Jim"]"', '["John","Jim"]'),
        ("True", True),
        ("null", None),
        ("undefined", UNDEFINED),
        ("!2024-02-29!", Date.of(2024, 2, 29)),
        ("29/02/24", Date.of(2024, 2, 29)),
        ("02/29/2024", Date.of(2024, 2, 29)),
        ("00/00/00", NULL_DATE),
        ("01:25:20", Time(5120)),
        ("?01:25:20?", Time(5120)),
        ("2010-09-13T00:00:00", "2010-09-13T00:00:00"),
        ("[1, 2; 3]", [1, 2, 3]),
        ("[1,2,...]", [1, 2, 3, 4]),
        ("[2,Hello]", ["2", "Hello"]),
        ("{name: Ann, born: 1980}", {"born": 1980, "name": "Ann"}),
        ("[{name:Win...},{name:B...}]", [{"name": "Winch", "age": 3}, {"name": "Bo", "age": 1}]),
        ('{"a":{"b":[null,true]}}', {"a": {"b": [None, True]}}),
        ('{"a":1}', '{"a":1}'),
        ('{"d":"2024-02-29"}', {"d": Date.of(2024, 2, 29)}),
        ('"C:\\new"', "C:\\new"),
        ('"a"', '"a"'),
        ('"{"a" : 1,"b":\n2}"', '{"b":2,"a":1}'),
        ('{"p":"->$name"}', {"p": Pointer("$Name", "target", lambda: "", lambda value: None)}),
        ('{"p":""}', {"p": Pointer("$Name", "target", lambda: "", lambda value: None)}),
    ],
)
def test_values_that_are_the_stated_ones(stated: str, value: object) -> None:
    literal = whole_literal(stated)
    assert literal is not None
    assert matches(literal, value)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("5", "5"),
        ("5", 5.2),
        ("5", True),
        ("3.14", 3.15),
        ("1", Time(1)),
        ('"a"', "A"),
        ('"re..."', "a result"),
        ("True", 1),
        ("null", UNDEFINED),
        ("undefined", None),
        ('""', None),
        ("29/02/24", "29/02/24"),
        ("[1,2]", [1, 2, 3]),
        ("[1,2]", [2, 1]),
        ("[2,2]", ["2", "2"]),
        ("[1,2,...]", [1]),
        ('{"a":1}', {"a": 1, "b": 2}),
        ('{"a":1}', {"A": 1}),
        ('{"a":1}', '{"a":2}'),
        ("[]", {}),
        ('"{"a":1}"', '{"a":2}'),
        ('"{"a":1}"', {"a": 1}),
        ('{"p":"->$other"}', {"p": Pointer("$name", "target", lambda: "", lambda value: None)}),
    ],
)
def test_values_that_are_not(stated: str, value: object) -> None:
    literal = whole_literal(stated)
    assert literal is not None
    assert not matches(literal, value)


def test_notations() -> None:
    assert whole_literal("{a b: c d, e: 1.50}") == Members(
        (("a b", Bare("c d", False)), ("e", Figure((1.5,), 2, "1.50"))), False, "{a b: c d, e: 1.50}"
    )
    assert whole_literal('["a",...]') == Items((Quoted("a"),), True, '["a",...]')
    for text in ("a name", "5 items", "4D", "True if", "1/2", "[1,2", '"open', "", "$x", "12:30"):
        assert whole_literal(text) is None, text


# ------------------------------------------------------------------ claims


def claims_of(text: str) -> list[tuple[str, str]]:
    """Kind and literal of the claims in a block."""
    source = Source(text)
    found = find_claims(source, parse(source, vocabulary()), vocabulary())
    return [(claim.kind, claim.text) for claims in found.of.values() for claim in claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$a:=1+1 // 2", [("value", "2")]),
        ("$a:=1+1 // returns 2", [("value", "2")]),
        ("$a:=1+1 // result: 2 (a number)", [("value", "2")]),
        ("$a:=1+1 // -> 2", [("value", "2")]),
        ("$a:=1+1\n // 2", [("value", "2")]),
        ("$a:=1+1 // $a=2", [("subject", "2")]),
        ("$a:=1+1 // a = 2", [("subject", "2")]),
        ("$o:={a: 1}\n// $o.a is 1\n// $o.b equals Null", [("subject", "1"), ("subject", "Null")]),
        ("$a:=1\n$b:=2 // $a=1, $b=2", [("subject", "1"), ("subject", "2")]),
        ("$c:=[1]\n$c.push(2) // $c:=[1,2]", [("subject", "[1,2]")]),
        ("$s.pop() // $s=[1]  Returns 2", [("subject", "[1]"), ("value", "2")]),
        ('$t:="a"+"b" // "ab", as everybody knows', [("value", '"ab"')]),
        ("$c:=[]\n//$c=[1,\n//2]", [("subject", "[1,\n2]")]),
        ('ALERT("a"+"b") // "ab"', [("shown", '"ab"')]),
        ('$f.message() // displays "ab"', [("shown", '"ab"')]),
        ("$a:=1/$o // error", [("error", "an error")]),
        ("ASSERT(True)", [("asserted", "ASSERT(True)")]),
        ("If ($a=1) // false\nEnd if", [("value", "false")]),
        ("$t:=Value type($a) // $t=Is real", [("subject", "Is real")]),
    ],
)
def test_comments_that_state_results(text: str, found: list[tuple[str, str]]) -> None:
    assert claims_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "$a:=1 // the number of items",
        "$a:=1 // True if it is one",
        "$a:=1 // 5 parameters",
        "$a:=1 // 1- open it",
        "$a:=1 // 2 in France",
        '$a:=String($d) // "13/09/2010" in French time zone',
        "$a:=1 // 3, for example",
        "$a:=1 // $b=2",
        "$a:=1 // $a updated to 3",
        "$a:=1\n// $a:=2",
        "$a:=1\n\n// 2",
        "$a:=1\n// 2 is what comes",
        '$a:=1 // "2" is what comes',
        "// 2\n$a:=2",
        "$a:=Current date // 11/27/2023",
        '$d:=Current time\n$a:=String($d) // "12:00:00"',
        '$a:="// 2"',
        "$a:=1 // $a=1+1",
        "$a:=1 /* 1 */",
        "$p:=Get 4D folder // absolute path",
    ],
)
def test_comments_that_state_none(text: str) -> None:
    assert claims_of(text) == []


# ------------------------------------------------------------------ blocks


def run(text: str, prelude: str = "", index: int = 0, time_limit: float = 5.0) -> Outcome:
    """What comes of block *index* of a page that has *text*, or of its only block."""
    page = read_page("page.md", text if "```" in text else f"```4d\n{textwrap.dedent(text)}\n```\n")
    return BlockRun(page, page.blocks[index], parse_preludes(prelude, "prelude"), time_limit).run()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("$a:=1+1 // 2", "passed"),
        ("$a:=1+1", "ran"),
        ("$a:=1+1 // 3", "failed"),
        ('$a:=Num("a" // 3', "invalid"),
        ("Here is prose.", "invalid"),
        ("ALL RECORDS([People])", "needs-database"),
        ("$name:=[People]Name", "needs-database"),
        ("$e:=ds.People.all()", "needs-database"),
        ('$a:=OBJECT Get title(*; "a") // "b"', "needs-interface"),
        ("VP SET VALUE($a; 1)", "needs-interface"),
        ('SOAP DECLARATION($a; 1; 1; "a")', "not-in-subset"),
        ("$a:=$b+1 // 2", "unset-variable"),
        ("$a:=Lowercase($b)", "unset-variable"),
        ("var $o : Object\n$o.a:=1", "unset-variable"),
        ("DO SOMETHING(1)", "unset-variable"),
        ("$a:=cs.Nobody.new()", "unset-variable"),
        ('$t:=Document to text("/PACKAGE/nobody.txt")', "unset-variable"),
        ("$a:=Length(1)", "failed"),
        ("$a:=1 // 1\n$b:=$c.d.e()", "unset-variable"),
        ("ASSERT(1=1)", "passed"),
        ("ASSERT(1=2)", "failed"),
        ("$a:=Length(1) // error", "passed"),
        ('$a:=Length("1") // error', "failed"),
        ('throw(1; "so it is")', "ran"),
        ('$a:=Request("Who?")\nASSERT((OK=1) & ($a#""))', "passed"),
        ('$a:=Request("Who?"; "Ann") // "Ann"', "passed"),
        ('CONFIRM("Sure?")\nIf (OK=1) // true\nEnd if', "passed"),
        ('$a:=Select document(""; "*"; ""; 0)\nASSERT((OK=1) & (Test path name(Document)=1))', "passed"),
        ("$a:=${1}", "unset-variable"),
        ('$f:={f: Formula("a")}\n$f.f() // displays "a"', "passed"),
        ('$f:={f: Formula(ALERT("b"))}\n$f.f() // displays "b"', "passed"),
        ('$f:={f: Formula("a")}\n$f.f() // displays "b"', "failed"),
        ("$i:=0\nRepeat\n$i:=$i+1 // 3\nUntil ($i=3)", "passed"),
        ("If (False)\n$a:=1 // 2\nEnd if\n$b:=2 // 2", "passed"),
        ("// Class: Two\nFunction twice($n : Integer) : Integer\nreturn $n*2", "ran"),
        (
            "// Class: Two\nFunction f() : Integer\nreturn 2\n// In a method\n$a:=cs.Two.new().f() // 2",
            "passed",
        ),
        (
            "// twice project method\n#DECLARE($n : Real) : Real\nreturn $n*2\n// In a method\n$a:=twice(2) // 4",
            "passed",
        ),
    ],
)
def test_outcomes(text: str, outcome: str) -> None:
    found = run(text)
    assert (found.outcome, found.detail if found.outcome != outcome else "") == (outcome, "")


def test_what_failed_is_told() -> None:
    found = run('intro\n\n```4d\n$a:=1 // 1\n$b:=2 // 3\n$c:="x" // "y"\n```\n')
    assert (found.stated, found.held) == (3, 1)
    assert found.detail == "line 5, expected 3, got 2"
    assert [(miss.line, miss.expected, miss.got) for miss in found.misses] == [
        (5, "3", "2"),
        (6, '"y"', '"x"'),
    ]


def test_reasons_have_their_place() -> None:
    assert run("```4d\n$a:=1\n$b:=(1\n```\n").detail.startswith("line 3, column ")
    assert run("```4d\n\nALL RECORDS([A])\n```\n").detail == "line 3, ALL RECORDS"
    assert "$price" in run("```4d\n$a:=$price*2\n```\n").detail


def test_each_block_runs_by_itself() -> None:
    text = "```4d\n<>a:=1\n$b:=1\n```\n```4d\nASSERT($b=Null)\nASSERT(<>a#1)\n```\n"
    assert run(text, index=1).outcome != "failed"


def test_a_block_without_an_end_is_stopped() -> None:
    found = run("While (True)\nEnd while", time_limit=0.3)
    assert found.outcome == "failed"
    assert "longer than" in found.detail


def test_files_stay_in_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    for code in (
        f'$t:=Document to text("{outside}")',
        f'TEXT TO DOCUMENT("{tmp_path}/new.txt"; "x")',
        f'$t:=File("{outside}").getText()',
        f'DELETE DOCUMENT("{outside}")',
    ):
        found = run(code)
        assert found.outcome == "unset-variable", (code, found)
        assert "outside of the folder" in found.detail
    assert outside.read_text(encoding="utf-8") == "secret"
    assert not (tmp_path / "new.txt").exists()
    inside = run('File("/PACKAGE/a.txt").setText("x")\n$t:=File("/PACKAGE/a.txt").getText() // "x"')
    assert inside.outcome == "passed"


def test_sections_keep_their_lines() -> None:
    parts = sections("// Class: A\nProperty a : Text\n\n// In a method\n$a:=1\n")
    assert [(part.kind, part.name) for part in parts] == [("class", "A"), ("main", "")]
    assert parts[1].text.split("\n").index("$a:=1") == 4


# ------------------------------------------------------------------ preludes

PRELUDE = """
$all:=1
//--- 1, 3-4
//% file Resources/a.txt
hello
//% end
//% method twice
#DECLARE($n : Real) : Real
return $n*2
//% end
//% class Shown block 0
//% answer Zoe
$n:=21
//--- tables
$n:=1
"""


def test_preludes_are_for_their_blocks() -> None:
    parts = parse_preludes(PRELUDE, "prelude")
    assert prelude_for(parts, 0).code == "\n$all:=1\n"
    third = prelude_for(parts, 3)
    assert third.code == "\n$all:=1\n$n:=21\n"
    assert third.files == {"Resources/a.txt": "hello\n"}
    assert third.classes == {"Shown": 0}
    assert third.answers == ["Zoe"]
    assert prelude_for(parts, -1).code.endswith("$n:=1\n\n")


def test_preludes_supply_what_is_missing() -> None:
    page = (
        '```4d\nFunction f() : Text\nreturn "f"\n```\n'
        '```4d\n$a:=twice($n) // 42\n$t:=File("/RESOURCES/a.txt").getText() // "hello\\n"\n'
        '$f:=cs.Shown.new().f() // "f"\n$w:=Request("Who?") // "Zoe"\n```\n'
    )
    found = run(page, PRELUDE, index=1)
    assert (found.outcome, found.detail, found.held) == ("passed", "", 4)


@pytest.mark.parametrize(
    ("prelude", "path"),
    [("//% paths windows", "C:\\\\a"), ("//% paths macos", "Macintosh HD:a"), ("//% startup Disk", "Disk:a")],
)
def test_preludes_choose_the_notation_of_paths(prelude: str, path: str) -> None:
    found = run(f'$p:=Convert path POSIX to system("/a") // "{path}"', prelude)
    assert (found.outcome, found.detail) == ("passed", "")


@pytest.mark.parametrize("text", ["//--- first", "//% file a\nb", "//% nothing", "//% paths none"])
def test_preludes_that_are_wrong(text: str) -> None:
    with pytest.raises(PreludeError, match=r"^prelude:\d+: "):
        parse_preludes(text, "prelude")


MAILBOXES = """
//% mailbox Bills/Paid
//% mailbox News; unsubscribed
//--- 1
//% message INBOX; \\Seen $Label; 2026-05-03T10:20:30+02:00; 2
Subject: Bill {number}

Pay {number}.
//% end
//% message 予定
Subject: Kaigi

//% end
"""


def test_preludes_declare_mailboxes() -> None:
    page = read_page("page.md", "```4d\n$a:=1\n```\n" * 3)
    found: list[list[object]] = []

    def look(session: Session, host: BlockHost) -> None:
        account = host.sandbox.office.account("anybody")
        found.append([list(account), sorted(account.subscriptions), list(account["INBOX"])])

    for index in (0, 1):
        BlockRun(page, page.blocks[index], parse_preludes(MAILBOXES, "prelude"), after=look).run()
    assert found[0] == [["INBOX", "Bills/Paid", "News"], ["Bills/Paid", "INBOX"], []]
    assert found[1][:2] == [
        ["INBOX", "Bills/Paid", "News", "予定"],
        ["Bills/Paid", "INBOX", "予定"],
    ]
    first, second = found[1][2]  # type: ignore[misc]
    assert (first.data, second.subject) == (b"Subject: Bill 1\r\n\r\nPay 1.\r\n", "Bill 2")
    assert (first.flags, str(first.date)) == ({"\\Seen", "$Label"}, "2026-05-03 10:20:30+02:00")
    # Without any the mailboxes are the sandbox's own.
    BlockRun(page, page.blocks[2], {}, after=look).run()
    assert "Junk Email" in found[2][0]  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "//% mailbox",
        "//% mailbox a; b",
        "//% message INBOX",
        "//% message ; a\n//% end",
        "//% message INBOX; ; yesterday\n//% end",
        "//% message INBOX; ; ; 0\n//% end",
        "//% message INBOX; ; ; 1; 2\n//% end",
    ],
)
def test_mailboxes_that_are_wrong(text: str) -> None:
    with pytest.raises(PreludeError, match=r"^prelude:\d+: "):
        parse_preludes(text, "prelude")


def test_a_prelude_has_the_name_of_its_page(tmp_path: Path) -> None:
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "num.4dm").write_text("")
    assert prelude_path(str(tmp_path), "../docs/commands/num.md") == str(tmp_path / "commands" / "num.4dm")
    assert prelude_path(str(tmp_path), "docs/commands/string.md") is None


# ------------------------------------------------------------------ many


def test_pages_on_processes(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.md").write_text(f"```4d\n$a:={number}*2 // {number * 2}\n```\n" * number)
    (tmp_path / "table.md").write_text(
        "| Expression | Value |\n|---|---|\n| 2+2 | 4 |\n| 2+2 | 5 |\n| 2+2 | four |\n"
    )
    jobs = [
        job_for(name, str(tmp_path / name), None) for name in sorted(path.name for path in tmp_path.iterdir())
    ]
    found = list(run_jobs(jobs, 2))
    assert [[outcome.outcome for outcome in page] for page in found] == [
        [],
        ["passed"],
        ["passed"] * 2,
        ["passed"] * 3,
        ["passed", "failed"],
    ]
    assert found[4][1].line == 4
    assert not multiprocessing.active_children()


def test_rows_that_state_no_value_are_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("| Expression | Value |\n|---|---|\n| 2+2 | a number |\n| no 4D: here | 5 |\n")
    job = job_for("a.md", str(page), None)
    assert [run_item(job, item) for item in range(job.items)] == [None, None]


def test_what_is_needed_is_no_command_that_is_unknown() -> None:
    from interp.doctest.needs import NAMES

    assert sorted(name for names in NAMES.values() for name in names if name not in COMMANDS) == []
