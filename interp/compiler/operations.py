"""Operators: the fast form for the kinds that are known, a guard and the library otherwise."""

from __future__ import annotations

import _ast as ast

from . import kinds as k
from .kinds import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import Frame

    Operation = Callable[[Frame, str, Code, Code], Code]

#: The library's function for each operator.
_SLOW = {
    "+": ".add",
    "-": ".subtract",
    "*": ".multiply",
    "/": ".divide",
    "\\": ".int_divide",
    "%": ".modulo",
    "^": ".power",
    "&": ".and",
    "|": ".or",
    "=": ".equal",
    "#": ".not_equal",
    "<": ".less",
    ">": ".more",
    "<=": ".at_most",
    ">=": ".at_least",
    "<<": ".shift_left",
    ">>": ".shift_right",
    "?+": ".bit_set",
    "?-": ".bit_clear",
    "??": ".bit_test",
    "^|": ".bit_xor",
    "*+": ".widen",
    "*|": ".heighten",
}
#: Integers that may grow beyond this are checked at once, not when they are assigned.
LARGE = 2**62
#: Adding a number up to this to an integer of unknown size is not checked: what a double holds exactly ends at
#: 2**53, and no script adds as often as it takes to get there.
STEP = 2**20
_MAYBE_INTEGER = frozenset((k.ANY, k.NUMBER, k.INTEGER))

_ARITHMETIC: dict[str, Callable[[], ast.operator]] = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult}
_COMPARISONS: dict[str, Callable[[], ast.cmpop]] = {
    "<": ast.Lt,
    ">": ast.Gt,
    "<=": ast.LtE,
    ">=": ast.GtE,
    "=": ast.Eq,
    "#": ast.NotEq,
}


def _slow(frame: Frame, symbol: str, left: ast.expr, right: ast.expr) -> ast.expr:
    return frame.call(_SLOW[symbol], left, right)


def _both_are(frame: Frame, left: Code, right: Code, class_name: str) -> tuple[list[ast.expr], Code, Code]:
    """Tests that both operands are of a class, and the operands for any further use.

    The tests evaluate the operands in order, and both of them whether or not the first one fits, since the slow
    path needs both. An operand whose kind says its class is not tested.
    """
    first, left_again = frame.split(left.expr)
    second, right_again = frame.split(right.expr)
    one = Code(left_again(), left.kind, left.bounds)
    other = Code(right_again(), right.kind, right.bounds)
    if isinstance(first, ast.NamedExpr) and isinstance(second, ast.NamedExpr):
        types = [frame.call(".type", second), frame.name(class_name)]
        test = ast.Compare(frame.call(".type", first), [ast.Is(), ast.Is()], types, **frame.position)
        return [test], one, other
    tests: list[ast.expr] = []
    operands = [(first, left), (second, right)]
    if isinstance(second, ast.NamedExpr):
        operands.reverse()
    for expr, code in operands:
        if isinstance(expr, ast.NamedExpr) or k.EXACT.get(code.kind) != class_name:
            tests.append(frame.is_class(expr, class_name))
    return tests, one, other


def _are(frame: Frame, left: Code, right: Code, class_name: str) -> ast.expr:
    """Whether two simple operands are both of a class."""
    types = [frame.call(".type", right.expr), frame.name(class_name)]
    return ast.Compare(frame.call(".type", left.expr), [ast.Is(), ast.Is()], types, **frame.position)


def _arithmetic(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
    if left.kind == k.INTEGER and right.kind == k.INTEGER:
        bounds = _bounds(symbol, left.bounds, right.bounds)
        result = frame.binary(left.expr, _ARITHMETIC[symbol](), right.expr)
        if bounds[0] >= -LARGE and bounds[1] <= LARGE:
            return Code(result, k.INTEGER, bounds)
        return Code(frame.call(".exact", result), k.NUMBER)
    if left.kind in k.NUMBERS and right.kind in k.NUMBERS and k.REAL in (left.kind, right.kind):
        return Code(frame.binary(left.expr, _ARITHMETIC[symbol](), right.expr), k.REAL)
    if symbol == "+" and left.kind == k.TEXT and right.kind == k.TEXT:
        return Code(frame.binary(left.expr, ast.Add(), right.expr), k.TEXT)
    return _guarded(frame, symbol, left, right)


def _bounds(symbol: str, left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    """The bounds of the result of an operation on integers."""
    if symbol == "+":
        return left[0] + right[0], left[1] + right[1]
    if symbol == "-":
        return left[0] - right[1], left[1] - right[0]
    corners = [a * b for a in left for b in right]
    return min(corners), max(corners)


def _guarded(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
    """Arithmetic whose operands may be anything: integers and texts inline, the rest in the library."""
    kinds = {left.kind, right.kind}
    if symbol == "+" and kinds == {k.TEXT, k.ANY}:
        tests, left, right = _both_are(frame, left, right, ".str")
        joined = frame.binary(left.expr, ast.Add(), right.expr)
        return Code(
            frame.choose(frame.both(*tests), joined, _slow(frame, symbol, left.expr, right.expr)), k.ANY
        )
    if not kinds <= _MAYBE_INTEGER:
        return Code(_slow(frame, symbol, left.expr, right.expr), k.ANY)
    tests, left, right = _both_are(frame, left, right, ".int")
    chosen = slow = _slow(frame, symbol, left.expr, right.expr)
    result = frame.binary(left.expr, _ARITHMETIC[symbol](), right.expr)
    if symbol == "+" and kinds == {k.ANY}:
        texts = _are(frame, left, right, ".str")
        chosen = frame.choose(texts, frame.binary(left.expr, ast.Add(), right.expr), slow)
    if symbol in "+-" and any(code.kind == k.INTEGER and _is_step(code.bounds) for code in (left, right)):
        return Code(
            frame.choose(frame.both(*tests), result, chosen), k.NUMBER if kinds <= k.NUMBERS else k.ANY
        )
    temporary = frame.temporary()
    fits = frame.within(frame.walrus(temporary, result), frame.name(temporary))
    expr = frame.choose(frame.both(*tests, *fits), frame.name(temporary), chosen)
    return Code(expr, k.NUMBER if kinds <= k.NUMBERS else k.ANY)


def small_integers(frame: Frame, symbol: str, left: Code, right: Code) -> tuple[list[ast.expr], ast.expr]:
    """Tests that both operands are integers and their result a small one, and that result."""
    tests, left, right = _both_are(frame, left, right, ".int")
    temporary = frame.temporary()
    result = frame.binary(left.expr, _ARITHMETIC[symbol](), right.expr)
    tests += frame.within(frame.walrus(temporary, result), frame.name(temporary))
    return tests, frame.name(temporary)


def _is_step(bounds: tuple[int, int]) -> bool:
    return bounds[0] >= -STEP and bounds[1] <= STEP


def append(frame: Frame, variable: str, added: Code, convert: Callable[[ast.expr], ast.expr]) -> ast.stmt:
    """``variable := variable + added`` for a variable and a value of any kind.

    CPython appends to a text in place only where the sum is stored at once into the variable that it starts from:
    that must be a statement of its own, or appending would be quadratic.
    """
    own = Code(frame.name(variable), k.ANY)
    if added.kind == k.TEXT:
        first, again = frame.split(added.expr)
        tests = [frame.is_class(own.expr, ".str")]
        if isinstance(first, ast.NamedExpr):
            tests.insert(0, ast.Tuple([first], ast.Load(), **frame.position))
        join = frame.assign(variable, frame.binary(own.expr, ast.Add(), again()))
        slow = frame.assign(variable, convert(_slow(frame, "+", own.expr, again())))
        return ast.If(frame.both(*tests), [join], [slow], **frame.position)
    tests, own, added = _both_are(frame, own, added, ".int")
    temporary = frame.temporary()
    sum_ = frame.binary(own.expr, ast.Add(), added.expr)
    fits = frame.within(frame.walrus(temporary, sum_), frame.name(temporary))
    join = frame.assign(variable, frame.binary(own.expr, ast.Add(), added.expr))
    slow = frame.assign(variable, convert(_slow(frame, "+", own.expr, added.expr)))
    otherwise = ast.If(_are(frame, own, added, ".str"), [join], [slow], **frame.position)
    counted = frame.assign(variable, frame.name(temporary))
    return ast.If(frame.both(*tests, *fits), [counted], [otherwise], **frame.position)


def _divide(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
    if left.kind in k.NUMBERS and right.kind in k.NUMBERS:
        divisor = right.expr
        if isinstance(divisor, ast.Constant) and divisor.value:
            return Code(frame.binary(left.expr, ast.Div(), divisor), k.REAL)
        return Code(_slow(frame, symbol, left.expr, right.expr), k.NUMBER)
    return Code(_slow(frame, symbol, left.expr, right.expr), k.ANY)


def _integer_division(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
    """``\\`` and ``%`` of integers by a positive constant, which needs no check."""
    divisor = right.expr
    positive = right.kind == k.INTEGER and isinstance(divisor, ast.Constant) and divisor.value > 0  # type: ignore[operator]
    if not positive or left.kind not in (k.INTEGER, k.ANY, k.NUMBER):
        kind = k.NUMBER if left.kind in k.NUMBERS and right.kind in k.NUMBERS else k.ANY
        return Code(_slow(frame, symbol, left.expr, right.expr), kind)
    low, high = left.bounds
    size: int = divisor.value  # type: ignore[attr-defined]
    operator: ast.operator = ast.Mod() if symbol == "%" else ast.FloorDiv()
    known = left.kind == k.INTEGER
    if known and (symbol == "\\" or low >= 0):
        bounds = (low // size, high // size) if symbol == "\\" else (0, min(high, size - 1))
        return Code(frame.binary(left.expr, operator, divisor), k.INTEGER, bounds)
    first, again = frame.split(left.expr)
    tests = [] if known else [frame.is_class(first, ".int")]
    # 4D's remainder has the sign of the dividend, Python's that of the divisor.
    tests.append(frame.compare(again() if tests else first, ast.GtE(), frame.constant(0)))
    slow = _slow(frame, symbol, again(), frame.constant(size))
    kind = k.INTEGER if known else k.ANY if left.kind == k.ANY else k.NUMBER
    fast = frame.binary(again(), operator, divisor)
    return Code(frame.choose(frame.both(*tests), fast, slow), kind, (1 - size, size - 1))


def _library(kind: str) -> Operation:
    def emit(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
        return Code(_slow(frame, symbol, left.expr, right.expr), kind)

    return emit


def _logical(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
    if left.kind == k.BOOLEAN and right.kind == k.BOOLEAN:
        operator: ast.operator = ast.BitAnd() if symbol == "&" else ast.BitOr()
        return Code(frame.binary(left.expr, operator, right.expr), k.BOOLEAN)
    kind = k.BOOLEAN if k.BOOLEAN in (left.kind, right.kind) else k.ANY
    return Code(_slow(frame, symbol, left.expr, right.expr), kind)


def _comparison(frame: Frame, symbol: str, left: Code, right: Code) -> Code:
    operator = _COMPARISONS[symbol]
    if left.kind == k.INTEGER and right.kind == k.INTEGER:
        return Code(frame.compare(left.expr, operator(), right.expr), k.BOOLEAN)
    equality = symbol in "=#"
    if equality:
        for one, other in ((left, right), (right, left)):
            if one.kind == k.NULL:
                return Code(_is_null(frame, other, symbol), k.BOOLEAN)
    if left.kind in k.NUMBERS and right.kind in k.NUMBERS and not equality:
        return Code(frame.compare(left.expr, operator(), right.expr), k.BOOLEAN)
    if left.kind == k.BOOLEAN and right.kind == k.BOOLEAN and equality:
        return Code(frame.compare(left.expr, operator(), right.expr), k.BOOLEAN)
    if equality and right.kind == k.TEXT and left.kind in (k.TEXT, k.ANY):
        return Code(compare_text(frame, symbol, left, right), k.BOOLEAN)
    if {left.kind, right.kind} <= _MAYBE_INTEGER:
        tests, left, right = _both_are(frame, left, right, ".int")
        fast = frame.compare(left.expr, operator(), right.expr)
        slow = _slow(frame, symbol, left.expr, right.expr)
        return Code(frame.choose(frame.both(*tests), fast, slow), k.BOOLEAN)
    return Code(_slow(frame, symbol, left.expr, right.expr), k.BOOLEAN)


def _is_null(frame: Frame, code: Code, symbol: str) -> ast.expr:
    """``value = Null``: undefined counts, and so does a variable that was never assigned."""
    if isinstance(code.expr, ast.Constant):
        return frame.constant((code.expr.value is None) == (symbol == "="))
    values: list[ast.expr] = [frame.constant(None), frame.name(".undefined")]
    values += [frame.name(".unset_Object"), frame.name(".unset_Collection")]
    first, once_more = frame.split(code.expr)
    tests: list[ast.expr] = [
        frame.compare(once_more() if position else first, ast.Is(), candidate)
        for position, candidate in enumerate(values)
    ]
    found: ast.expr = ast.BoolOp(ast.Or(), tests, **frame.position)
    return found if symbol == "=" else ast.UnaryOp(ast.Not(), found, **frame.position)


def literal_text(code: Code) -> str | None:
    """The text that *code* is a literal of."""
    value = code.expr.value if isinstance(code.expr, ast.Constant) else None
    return value if isinstance(value, str) else None


def compare_text(frame: Frame, symbol: str, left: Code, right: Code) -> ast.expr:
    """``text = text``: case and diacritics do not count, ``@`` on the right is a wildcard."""
    pattern = literal_text(right)
    if pattern is None or not pattern.isascii() or not pattern.isprintable():
        return _slow(frame, symbol, left.expr, right.expr)
    wildcards = pattern.count("@")
    first, again = frame.split(left.expr)
    tests = [frame.is_class(first, ".str")] if left.kind == k.ANY else []
    text = again() if tests else first
    if wildcards == 1 and len(pattern) > 1 and pattern[-1] == "@":
        pattern, start = pattern[:-1], frame.constant(len(pattern) - 1)
        text = frame.subscript(text, ast.Slice(None, start, None, **frame.position))
    elif wildcards:
        return _slow(frame, symbol, left.expr, right.expr)
    lower = frame.call(ast.Attribute(text, "lower", ast.Load(), **frame.position))
    same = frame.compare(lower, ast.Eq(), frame.constant(pattern.lower()))
    # Beyond ASCII the letters count by more than their case, and controls do not count.
    plain = [
        frame.call(ast.Attribute(again(), test, ast.Load(), **frame.position))
        for test in ("isascii", "isprintable")
    ]
    slow = _slow(frame, "=", again(), right.expr)
    otherwise = frame.both(ast.UnaryOp(ast.Not(), frame.both(*plain), **frame.position), slow)
    if tests:
        equal: ast.expr = frame.choose(
            tests[0], ast.BoolOp(ast.Or(), [same, otherwise], **frame.position), slow
        )
    else:
        equal = ast.BoolOp(ast.Or(), [same, otherwise], **frame.position)
    return equal if symbol == "=" else ast.UnaryOp(ast.Not(), equal, **frame.position)


def negate(frame: Frame, code: Code) -> Code:
    """``-value``."""
    if code.kind in (k.INTEGER, k.REAL):
        bounds = (-code.bounds[1], -code.bounds[0])
        if isinstance(code.expr, ast.Constant):
            return Code(frame.constant(-code.expr.value), code.kind, bounds)  # type: ignore[operator]
        return Code(ast.UnaryOp(ast.USub(), code.expr, **frame.position), code.kind, bounds)
    return Code(frame.call(".negate", code.expr), code.kind if code.kind == k.NUMBER else k.ANY)


def truthy(frame: Frame, code: Code) -> ast.expr:
    """Whether a value is truthy (Concepts/operators.md): what `&&`, `||` and `?` look at."""
    if code.kind in (k.BOOLEAN, k.TEXT, k.DATE):
        return code.expr
    if code.kind in k.NUMBERS or code.kind in (k.TIME, k.BLOB):
        if isinstance(code.expr, ast.Constant):
            return frame.constant(True)
        # Every number is truthy, 0 too. Not `is not None`: Python warns of that on what it finds constant.
        return ast.Tuple([code.expr], ast.Load(), **frame.position)
    first, once_more = frame.split(code.expr)
    return frame.choose(frame.is_class(first, ".bool"), once_more(), frame.call(".truthy", once_more()))


BINARY: dict[str, Operation] = {
    "+": _arithmetic,
    "-": _arithmetic,
    "*": _arithmetic,
    "/": _divide,
    "\\": _integer_division,
    "%": _integer_division,
    "^": _library(k.NUMBER),
    "&": _logical,
    "|": _logical,
    **dict.fromkeys(_COMPARISONS, _comparison),
    "<<": _library(k.INTEGER),
    ">>": _library(k.INTEGER),
    "?+": _library(k.INTEGER),
    "?-": _library(k.INTEGER),
    "??": _library(k.BOOLEAN),
    "^|": _library(k.INTEGER),
    "*+": _library(k.ANY),
    "*|": _library(k.ANY),
}
