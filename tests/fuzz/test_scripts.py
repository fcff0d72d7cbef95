"""Whatever the text: a result, or an error of the language with its place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conformance.conftest import chunks

from .calls import TARGETS, calls, calls_of
from .corpus import ROOT, Script, corpus
from .families import alike, judge, scripts_of, seeded
from .mutation import mutated, noise, soup
from .outcome import run
from .pieces import DECLARATIONS, MEMBERS, tokens_of
from .programs import program
from .shrink import shrink

#: A source of chances that hypothesis controls.
CHANCE = st.randoms(use_true_random=False)
#: Bytes of address space that a script may take besides what the tests have.
MEMORY = 4 << 30


@pytest.fixture(autouse=True, scope="module")
def bounded() -> Iterator[None]:
    """Memory has an end, so that a script that takes too much of it gets an error."""
    if sys.platform != "linux":
        yield
        return
    import resource

    former = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, former[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, former)


def ends_well(script: Script, both_parsers: bool = False) -> None:
    """Fails with what *script* must not do."""
    script = script if script.allowed else Script("")
    outcome = judge([script], both_parsers)
    assert not outcome.problem, f"{outcome.problem}\n{script.text}"


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    ends_well(Script(text), both_parsers=True)


@given(
    st.text(
        st.characters(codec=None, categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Po", "Sm")), max_size=40
    )
)
def test_any_signs_and_controls(text: str) -> None:
    ends_well(Script(text), both_parsers=True)


@given(CHANCE)
def test_noise(random: Random) -> None:
    ends_well(noise(random), both_parsers=True)


@given(CHANCE)
def test_tokens_in_any_order(random: Random) -> None:
    ends_well(soup(random), both_parsers=True)


@given(CHANCE)
@settings(max_examples=settings.default.max_examples * 4)
def test_spoilt_scripts(random: Random) -> None:
    ends_well(mutated(random))


@given(CHANCE)
@settings(max_examples=settings.default.max_examples // 2)
def test_spoilt_scripts_by_both_parsers(random: Random) -> None:
    ends_well(mutated(random), both_parsers=True)


@given(CHANCE)
def test_calls_with_any_arguments(random: Random) -> None:
    ends_well(calls(random))


@given(CHANCE)
@settings(max_examples=settings.default.max_examples // 4)
def test_programs_end_alike_however_their_variables_are_declared(random: Random) -> None:
    scripts = program(random).scripts()
    outcome = judge(list(scripts.values()))
    assert not outcome.problem, f"{outcome.problem}\n{scripts['undeclared'].text}"


@pytest.mark.parametrize("first", range(3))
def test_every_command_and_member_takes_any_arguments(first: int) -> None:
    # Few in one script: when one of its calls does not compile, none of them is made.
    for number in range(first, len(TARGETS), 3 * 2):
        ends_well(calls_of(seeded(1, number), TARGETS[number : number + 6 : 3]))


# The tests of these tests.


def test_every_member_of_every_class_is_called() -> None:
    called = {target for target in TARGETS if isinstance(target, tuple)}
    assert {
        ("Collection", "push"),
        ("File", "getText"),
        ("Blob", "slice"),
        ("SMTPTransporter", "send"),
    } <= called
    assert len(called) == sum(map(len, MEMBERS.values()))
    assert len(TARGETS) - len(called) >= len(DECLARATIONS) - 1


def test_the_corpus_runs_as_it_stands() -> None:
    # A spoilt script that ends well says little when the script itself could not run.
    files = (ROOT / "tests" / "conformance").glob("*.4dm")
    failing = {
        chunk.text.lstrip("\n")
        for path in files
        for chunk in chunks(path.read_text(encoding="utf-8"))
        if any(expected.kind == "!" for expected in chunk.expected)
    }
    sample = [script for script in corpus()[::20] if not script.sandbox and script.text not in failing]
    results = sum(run(script).kind == "result" for script in sample)
    assert results > 0.9 * len(sample)


def test_generated_programs_run() -> None:
    kinds = [run(scripts_of(seeded(1, number), "program")[0]) for number in range(15)]
    assert {outcome.kind for outcome in kinds} <= {"result", "error"}
    assert sum(outcome.kind == "result" for outcome in kinds) >= 4


@pytest.mark.parametrize("text", ["", "a", 'x:="a b"+1 // c\n', '"open\n', "\ud800\r\n\x00[[]]:=->&&"])
def test_tokens_join_to_the_text(text: str) -> None:
    assert "".join(tokens_of(text)) == text


def test_an_internal_error_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    from stdlib4d import text

    declaration = text.length.declaration  # type: ignore[attr-defined]
    monkeypatch.setattr(declaration, "function", lambda text: {}[text])
    outcome = run(Script('$x:=1\n$y:=Uppercase("a")\n$z:=Try(Length($y))\n'))
    assert "internal error" in outcome.problem
    assert "KeyError" in outcome.problem


def test_a_warning_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    import warnings

    from stdlib4d import text

    declaration = text.length.declaration  # type: ignore[attr-defined]
    monkeypatch.setattr(
        declaration, "function", lambda text: warnings.warn("old", DeprecationWarning, 1) or 3
    )
    assert run(Script("$y:=String(1)\n$z:=Length($y)\n")).problem == "warning: DeprecationWarning: old"


def test_an_endless_loop_is_stopped() -> None:
    outcome = run(Script("While (True)\n$x:=1\nEnd while\n"), time_limit=0.1)
    assert (outcome.kind, outcome.code, outcome.problem) == ("stopped", 1006, "")


def test_values_are_alike_by_what_they_are_in_4d() -> None:
    assert alike({"a": [1, float("nan")]}, {"a": [1.0, float("nan")]})
    assert not alike(1, True)
    assert not alike([1], [1, 2])
    assert not alike("1", 1)


def test_shrinking_leaves_what_is_needed() -> None:
    script = Script("$a:=1\n$b:=bad($a)+2\n$c:=3\n", {"M": "$x:=1\n"})
    assert shrink(script, lambda smaller: "bad(" in smaller.text) == Script("bad(")
