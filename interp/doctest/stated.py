"""Which results a block states: the comments that are claims, and what each is about.

A comment is a claim when it is a literal (see :mod:`interp.doctest.literals`), after a lead and before a remark
that may both be missing, and when what stands beside it has a value right after its line. Prose is never a claim.
The rules:

**Where.** A comment is about the statement that ends before it: on its line, or on the line above the comments
that the claim is among. On the line of an ``If`` it is about the condition. Before the first statement there are
no claims.

**Subject.** ``$x=1``, ``$o.name is "A"``, ``$a{1} -> 2`` are about what they name, which must be a variable of the
block, perhaps with properties, elements and indices behind it; its value is taken right after the statement. The
name of the variable just given a value may lack its ``$``. ``result`` and no subject at all mean the value of the
statement: of an assignment the variable's, of a call what it returns, of ``ALERT`` what it shows. A claim without
a subject below a line, not beside it, must stand directly below and be the whole comment.

**Lead.** Of a subject: ``=``, ``==``, ``:`` (behind ``result`` and a variable), ``->``, ``is``, ``equals``,
``contains``, ``returns``, ``gives``, ``gets``; ``:=`` beside a line only, as below one it is code put out of use.
Without a subject: ``returns``, ``result``, ``gives``, ``equals``, ``=``, ``->``, ``=>``, ``→``; ``displays`` and
``shows`` are about a message, or of a function that shows none about what it returns.

**Remark.** Behind the literal may stand a remark in parentheses, or one that a comma, semicolon or full stop, a
second comment, or ``since`` or ``because`` begins; behind a text, a collection, an object, and a claim with a
subject any words. But one that makes the result depend on something (``if``, ``when``, ``in``, ``on``, ``for`` an
example, a time zone …) makes it no claim, as does ``or``. A second claim with a subject may follow: ``$a=1,
$b=2``.

**Chance.** What a statement makes of the clock or of chance (``Current date``, ``Random`` …), or of a variable
that comes from there, is another each time: what is written beside it is an example, no claim.

**Lines.** A literal that is open at the end of a comment goes on in the next one.

**Errors.** ``error``, alone or behind ``returns``, claims that the statement fails.

**ASSERT.** Each ``ASSERT`` in the code is a claim, which holds when it is reached and does not fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from grammar import nodes as n
from grammar.lexer import tokenize
from grammar.parse import parse
from grammar.source import Source, SyntaxProblem
from grammar.terminals import END, NEWLINE

from .literals import Figure, Items, Members, NoLiteral, Quoted, Unfinished, Word, blanks, read_literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from grammar.words import Vocabulary

    from .literals import Literal

VALUE, SUBJECT, SHOWN, ERROR, ASSERTED = "value", "subject", "shown", "error", "asserted"
ASSERT, ALERT = 1129, 41
#: Current date, Current time, Timestamp, Random, Tickcount, Milliseconds, Generate UUID.
_CHANGING = frozenset((33, 178, 1445, 100, 458, 459, 1066))


@dataclass(frozen=True)
class Claim:
    """A stated result.

    ``kind`` tells what is compared: the VALUE of the anchor, a SUBJECT expression after it, a message SHOWN by it; or
    that it ends in an ERROR, or is an ASSERT. ``text`` is the literal as written, at ``start`` in the block's text.
    """

    kind: str
    start: int
    text: str
    literal: Literal | None = None
    subject: n.Expression | None = None


@dataclass
class Claims:
    """The claims of a unit by what they are about: offsets and end of a statement or a condition."""

    of: dict[tuple[int, int], list[Claim]] = field(default_factory=dict)

    def add(self, node: n.Node, claim: Claim) -> None:
        """Notes a claim about *node*."""
        self.of.setdefault((node.start, node.end), []).append(claim)


@dataclass(frozen=True)
class Comment:
    """A comment: its text without its marks, where that begins, and the token before it ends."""

    text: str
    start: int
    line: int
    after: int
    beside: bool


def find_claims(source: Source, tree: n.Unit, words: Vocabulary) -> Claims:
    """What the comments of *source*, whose tree is *tree*, and its ASSERT lines state."""
    claims = Claims()
    anchors: dict[int, n.Node] = {}
    names: set[str] = set()
    for statement in statements(tree.body):
        anchors.setdefault(statement.end, statement)
        if _calls(statement, ASSERT):
            claims.add(
                statement, Claim(ASSERTED, statement.start, source.text[statement.start : statement.end])
            )
    for node in walk(tree):
        if isinstance(node, n.Local):
            names.add("$" + node.name.lower())
        elif isinstance(node, n.Name):
            names.add(node.name.lower())
        elif isinstance(node, n.Branch):
            anchors.setdefault(_end_of_test(node, source.text), node.test)
    changing = _Changing(tree)
    reader = _Reader(source, words, names, claims)
    for run in _runs(list(comments(source, words))):
        anchor = anchors.get(run[0].after)
        if anchor is not None and not changing.has(anchor):
            reader.read(run, anchor)
    return claims


class _Changing:
    """What comes from the clock or from chance."""

    def __init__(self, tree: n.Unit) -> None:
        self._names: set[tuple[type, str]] = set()
        size = -1
        while size != len(self._names):
            size = len(self._names)
            for statement in statements(tree.body):
                target = _target(statement)
                if isinstance(target, (n.Local, n.Name, n.Interprocess)) and self.has(statement):
                    self._names.add((type(target), target.name.lower()))

    def has(self, node: n.Node) -> bool:
        """Whether *node* is made of it."""
        return any(
            part.number in _CHANGING
            if isinstance(part, n.Command)
            else isinstance(part, (n.Local, n.Name, n.Interprocess))
            and (type(part), part.name.lower()) in self._names
            for part in walk(node)
        )


def _end_of_test(branch: n.Branch, text: str) -> int:
    """Where a condition ends, with its parenthesis."""
    end = branch.test.end
    if isinstance(branch.test, n.Paren):
        return end
    behind = blanks(text, end)
    return behind + 1 if text[behind : behind + 1] == ")" else end


def statements(block: n.Block) -> Iterator[n.Statement]:
    """Every statement of *block*, those inside of others before them."""
    for statement in block:
        for inner in blocks_in(statement):
            yield from statements(inner)
        yield statement


def blocks_in(statement: n.Statement) -> Iterator[n.Block]:
    """The blocks that a statement has."""
    if isinstance(statement, n.If):
        yield statement.branch.body
        yield statement.otherwise or ()
    elif isinstance(statement, n.Case):
        for branch in statement.branches:
            yield branch.body
        yield statement.otherwise or ()
    elif isinstance(statement, (n.While, n.Use)):
        yield statement.branch.body
    elif isinstance(statement, (n.Repeat, n.For, n.ForEach)):
        yield statement.body
    elif isinstance(statement, n.Try):
        yield statement.body
        yield statement.handler or ()


def walk(node: object) -> Iterator[n.Node]:
    """Every node of a tree."""
    pending: list[object] = [node]
    while pending:
        found = pending.pop()
        if isinstance(found, n.Node):
            yield found
        if isinstance(found, tuple):
            pending.extend(value for value in found if isinstance(value, tuple))


def _calls(statement: n.Node, number: int) -> bool:
    return (
        isinstance(statement, n.ExpressionStatement)
        and isinstance(statement.expression, n.Call)
        and isinstance(statement.expression.callee, n.Command)
        and statement.expression.callee.number == number
    )


# ------------------------------------------------------------------ comments

_COMMENT = re.compile(r"//[/ ]*|`")


def comments(source: Source, words: Vocabulary) -> Iterator[Comment]:
    """The comments of one line of a text that can be parted into tokens."""
    end = 0
    for terminal, _, start, stop in tokenize(source.text, words):
        if terminal != NEWLINE:
            yield from _between(source, end, len(source.text) if terminal == END else start)
            end = stop


def _between(source: Source, first: int, last: int) -> Iterator[Comment]:
    """The comments in a stretch of the text without tokens."""
    text = source.text
    position = first
    while position < last:
        if text.startswith("/*", position):
            position = _behind_block(text, position)
            continue
        found = _COMMENT.match(text, position)
        if found is None:
            position += 1
            continue
        end = position
        while end < len(text) and text[end] not in "\r\n":
            end += 1
        line = source.place(position)[0]
        beside = first > 0 and source.place(first - 1)[0] == line
        yield Comment(text[found.end() : end].rstrip(" \t\xa0"), found.end(), line, first, beside)
        position = end


def _behind_block(text: str, position: int) -> int:
    depth = 0
    for mark in re.finditer(r"/\*|\*/", text[position:]):
        depth += 1 if mark[0] == "/*" else -1
        if not depth:
            return position + mark.end()
    return len(text)


def _runs(found: list[Comment]) -> Iterator[list[Comment]]:
    """The comments behind the same token."""
    run: list[Comment] = []
    for comment in found:
        if run and run[-1].after != comment.after:
            yield run
            run = []
        run.append(comment)
    if run:
        yield run


# ------------------------------------------------------------------ claims

_SUBJECT = re.compile(
    r"(?P<subject>\$?[^\W\d]\w*+(?:[ ]?(?:\.[^\W\d]\w*(?:\(\))?|\[[^\[\]]*\]|\{[^{}]*\}|->(?=\.)))*)[ \t\xa0]*"
    r"(?P<link>:=|==?|->|:|(?:also |still |now )?"
    r"(?:is(?: now| equal to)?|equals?(?: to)?|contains?|returns?|gives?|gets)\b)"
    r"[ \t\xa0]*(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:returns?|results?|gives|equals|value)\b(?: is)?[ \t\xa0]*(?::(?!=)|==?|->)?|==?|->|=>|\u2192)"
    r"[ \t\xa0]*(?=\S)",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"(?:displays?|shows?)\b[ \t\xa0]*:?[ \t\xa0]*(?=\S)", re.IGNORECASE)
_RESULT = frozenset(("result", "results", "returns", "return", "value", "it"))
_FAILS = re.compile(r"(?:(?:returns?|gives|throws) )?(?:an )?error\b[ \t\xa0]*(?:$|[,.;:(])", re.IGNORECASE)
#: A remark that makes the result depend on something.
_DEPENDS = re.compile(
    r"\W*(?:if|when|whenever|in|on|under|for|unless|with|without|depending|only|or|and|where|to|at|until)\b"
    r"|.*\b(?:for (?:example|instance)|time ?zone|e\.g\.|example)\b",
    re.IGNORECASE,
)
#: A sentence about the text, which is no value then.
_IS = re.compile(r"[ \t\xa0]*(?:is|are|was|were)\b")
_REMARK = re.compile(r"[ \t\xa0]*(?:$|[(;]|,[ \t\xa0]*[^\W\d]|\.(?:\s|$)|//|(?:since|because)\b)")
_PARENTHESES = re.compile(r"[ \t\xa0]*(?:\([^()]*\))?[ \t\xa0.;]*$")
_AND = re.compile(r"[ \t\xa0]*(?:[,;]|and\b)?[ \t\xa0]*(?:and\b[ \t\xa0]*)?")


class _Reader:
    """Reads the comments of one block."""

    def __init__(self, source: Source, words: Vocabulary, names: set[str], claims: Claims) -> None:
        self._source = source
        self._words = words
        self._names = names
        self._claims = claims

    def read(self, run: list[Comment], anchor: n.Node) -> None:
        """Reads the comments behind *anchor*."""
        place = 0
        last = self._source.place(max(anchor.end - 1, 0))[0]
        while place < len(run):
            comment = run[place]
            # What is directly below the last comment read, or the statement.
            near = comment.line <= last + 1
            used = self._comment(run, place, anchor, near)
            last = run[place + max(used, 1) - 1].line if near else last
            place += max(used, 1)

    def _comment(self, run: list[Comment], place: int, anchor: n.Node, near: bool) -> int:
        """Reads the claims of the comment at *place*; returns how many comments they took, 0 for none."""
        comment = run[place]
        text = comment.text
        taken = 1
        position = 0
        found = 0
        while True:
            try:
                claim, position = self._claim(text, position, comment, anchor, near, found > 0)
            except NoLiteral:
                return taken if found else 0
            except Unfinished:
                if place + taken >= len(run) or run[place + taken].line != comment.line + taken:
                    return taken if found else 0
                text += "\n" + run[place + taken].text
                taken += 1
                continue
            self._claims.add(anchor, claim)
            found += 1
            position = _AND.match(text, position).end()  # type: ignore[union-attr]
            if position >= len(text):
                return taken

    def _claim(
        self, text: str, start: int, comment: Comment, anchor: n.Node, near: bool, further: bool
    ) -> tuple[Claim, int]:
        """The claim at *start* and where it ends."""
        if not further and comment.beside and _FAILS.match(text, start):
            if not isinstance(anchor, n.Statement):
                raise NoLiteral
            return Claim(ERROR, comment.start, "an error"), len(text)
        subject: n.Expression | None = None
        kind = VALUE
        named = _SUBJECT.match(text, start)
        begin = start
        if named is not None:
            word = named["subject"].lower()
            if word in _RESULT and word not in self._names:
                begin = named.end()
            elif named["link"] == ":=" and not comment.beside:
                raise NoLiteral
            else:
                subject = self._subject(named["subject"], anchor)
                if subject is not None:
                    kind, begin = SUBJECT, named.end()
        if subject is None and begin == start:
            shows = _SHOWS.match(text, start)
            lead = shows or _LEAD.match(text, start)
            if lead is not None:
                begin = lead.end()
            kind = SHOWN if shows is not None else VALUE
        if subject is None and (not near or (further and begin == start)):
            raise NoLiteral
        literal, end = read_literal(text, begin, constants=subject is not None)
        if subject is None:
            self._sure(text, end, literal, comment, anchor)
            if kind == VALUE and _calls(anchor, ALERT):
                kind = SHOWN
        elif _DEPENDS.match(text, end) and not _SUBJECT.match(text, _AND.match(text, end).end()):  # type: ignore[union-attr]
            raise NoLiteral
        elif isinstance(literal, (Figure, Word)) and text[end : end + 1] in tuple("+-*/<>#|&^%=!"):
            raise NoLiteral  # an expression, not a value
        claim = Claim(kind, comment.start + begin, text[begin:end], literal, subject)
        return claim, self._following(text, end)

    def _sure(self, text: str, end: int, literal: Literal, comment: Comment, anchor: n.Node) -> None:
        """Raises NoLiteral when what follows the literal makes it prose."""
        if _DEPENDS.match(text, end) or (isinstance(literal, Quoted) and _IS.match(text, end)):
            raise NoLiteral
        if not comment.beside:
            if not _PARENTHESES.match(text, end):
                raise NoLiteral
        elif not isinstance(literal, (Quoted, Items, Members)) and not _REMARK.match(text, end):
            raise NoLiteral

    def _following(self, text: str, end: int) -> int:
        """Where a further claim begins; the end of the text when none does."""
        position = _AND.match(text, end).end()  # type: ignore[union-attr]
        further = _SUBJECT.match(text, position)
        if further is None:
            further = re.compile(r"returns\b", re.IGNORECASE).match(text, position)
        return position if further is not None else len(text)

    def _subject(self, text: str, anchor: n.Node) -> n.Expression | None:
        """The expression that a claim is about, ``None`` when the block has no such variable."""
        base = re.match(r"\$?\w+", text)
        assert base is not None
        name = base[0].lower()
        if name not in self._names:
            target = _target(anchor)
            if isinstance(target, n.Local) and target.name.lower() == name:
                text = "$" + text
            elif isinstance(target, n.Name) and "$" + target.name.lower() == name:
                text = text[1:]
            else:
                return None
        try:
            node = parse(Source(text), self._words, "expression")
        except SyntaxProblem:
            return None
        return _placed(node, anchor) if isinstance(node, _PATHS) else None


_PATHS = (n.Local, n.Name, n.Member, n.Index, n.Element, n.Dereference, n.Character, n.Call)


def _target(anchor: n.Node) -> n.Expression | None:
    """The variable that a statement gives a value."""
    if isinstance(anchor, n.Assignment):
        return anchor.target
    if isinstance(anchor, n.Var) and anchor.value is not None and len(anchor.names) == 1:
        return anchor.names[0]
    return None


def _placed(node: object, anchor: n.Node) -> n.Expression:
    """*node*, which was read from elsewhere, with the place of *anchor*."""
    if isinstance(node, n.Node):
        fields: tuple[object, ...] = node  # type: ignore[assignment]
        return type(node)(anchor.start, anchor.end, *(_placed(one, anchor) for one in fields[2:]))  # type: ignore[return-value]
    if isinstance(node, tuple):
        return tuple(_placed(value, anchor) for value in node)  # type: ignore[return-value]
    return node  # type: ignore[return-value]
