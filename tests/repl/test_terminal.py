"""The session as somebody at a terminal has it."""

from __future__ import annotations

import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .terminal import Terminal, plain

#: Seconds in which a script ends that is interrupted; a machine that tests run on is busy with other things.
AT_ONCE = 1.0


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A session."""
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def test_values_and_variables(terminal: Terminal) -> None:
    assert terminal.enter("3+4*5") == "35"
    assert terminal.enter('$o:={name: "Ann"; born: !1990-02-01!}') == ""
    assert terminal.enter("$o") == '{name: "Ann"; born: !1990-02-01!}'
    assert terminal.leave() == 0


def test_a_structure_waits_for_its_end(terminal: Terminal) -> None:
    terminal.type("If (3>2)\r")
    terminal.until("... ")
    terminal.type('ALERT("yes")\r')
    terminal.until("... ")
    terminal.type("End if\r")
    assert terminal.outcome() == "yes"


@pytest.mark.parametrize(
    ("first", "rest", "value"),
    [
        ("Length(", '"four")', "4"),
        ('Length("a\\', 'b")', "2"),
        ("3+\\", "4", "7"),
        ("/* a comment", "goes on */ 5", "5"),
    ],
    ids=["bracket", "text", "continuation", "comment"],
)
def test_what_is_open_waits(terminal: Terminal, first: str, rest: str, value: str) -> None:
    terminal.type(first + "\r")
    terminal.until("... ")
    terminal.type(rest + "\r")
    assert terminal.outcome() == value


def test_a_text_without_an_end_is_told(terminal: Terminal) -> None:
    terminal.type('ALERT("hi)\r')
    terminal.until("... ")
    terminal.type("\r")
    shown = terminal.outcome()
    assert 'has no closing "' in shown
    assert "hint:" in shown


def test_paste_runs_as_a_whole(terminal: Terminal) -> None:
    text = "For ($i; 1; 3)\r\n\t$sum:=$sum+$i\u00a0// tab and no-break space\r\nEnd for \r\nALERT(String($sum))\r\n"
    terminal.paste(text.replace("\r\n", "\r"))
    terminal.type("\r")
    assert terminal.outcome() == "6"
    # Pasted with line feeds, and a tab inside of a text.
    assert terminal.enter('$t:="a\tb"\n$u:=Length($t)\n$u') == "3"


def test_an_error_shows_its_place_and_a_hint(terminal: Terminal) -> None:
    shown = terminal.enter("$server.host:=1").split("\n")
    assert re.fullmatch(
        r"<input 1>:1:1: cannot set property host of Undefined: .* \(error -10717\)", shown[0]
    )
    assert shown[1:3] == ["$server.host:=1", "^^^^^^^^^^^^"]
    assert shown[3].startswith("hint: create $server first")


def test_unknown_names_suggest_near_ones(terminal: Terminal) -> None:
    assert terminal.enter('ALRET("x")').endswith("hint: is ALERT meant?")
    terminal.enter('$status:={text: "fine"}')
    assert terminal.enter("$statsu").split("\n") == ["Undefined", "hint: is $status meant?"]
    assert "is .sandbox meant?" in terminal.enter(".sandbx")


def test_code_is_coloured_as_it_is_typed(terminal: Terminal) -> None:
    terminal.type('ALERT("x")')
    shown = terminal.seen(1.5)
    colours = re.findall(r"\x1b\[([0-9;]*)m(?:\x1b\[[0-9;?]*[A-Za-ln-z])*([A-Za-z\"(]+)", shown)
    named = {text: colour for colour, text in colours}
    assert named["ALERT"] != named.get("(", "0")
    assert "ALERT" in plain(shown)


@pytest.mark.parametrize(
    "setting", [{"NO_COLOR": "1"}, {"arguments": "--no-color"}], ids=["variable", "option"]
)
def test_no_colours(tmp_path: Path, setting: dict[str, str]) -> None:
    arguments = [setting.pop("arguments")] if "arguments" in setting else []
    terminal = Terminal(tmp_path, *arguments, **setting)
    try:
        terminal.type('ALERT("x")\r')
        assert not re.search(r"\x1b\[(?:\d+;)*[349]\d(?:;\d+)*m", terminal.seen(1.5))
    finally:
        terminal.close()


def test_completion_offers_commands_with_blanks(terminal: Terminal) -> None:
    terminal.type("SMTP New tr\t")
    terminal.until("SMTP New transporter")
    terminal.type("\x15")


def test_completion_reads_the_value_at_hand(terminal: Terminal) -> None:
    terminal.enter('$person:={firstName: "Ann"; lastName: "Bee"}')
    terminal.type("$person.las")
    terminal.until("lastName")
    terminal.type("\t")
    time.sleep(0.5)
    terminal.type("\r")
    assert terminal.outcome() == '"Bee"'
    (Path(str(terminal.child.cwd)) / "letter.4dm").write_text('ALERT("a letter")\n')
    terminal.type(".run let")
    terminal.until("letter.4dm")
    terminal.type("\t")
    time.sleep(0.5)
    terminal.type("\r")
    assert terminal.outcome() == "a letter"


def test_the_signature_shows_while_typing(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, PROMPT_TOOLKIT_NO_CPR="")
    try:
        # Below the prompt there is room: the cursor is in the first line.
        terminal.type("\x1b[1;1R")
        terminal.until("sandbox: nothing leaves this machine")
        terminal.type('Substring("abc"; ')
        terminal.until("firstChar : Integer")
    finally:
        terminal.close()


def test_the_sandbox_is_the_default_and_the_prompt_shows_it(terminal: Terminal) -> None:
    mail = 'SMTP New transporter({host: "h"}).send({from: "a@b.example"; to: "c@d.example"; subject: "Hi"}).success'
    assert terminal.enter(mail) == "True"
    assert re.search(r"1 .* a@b\.example -> c@d\.example  Hi", terminal.enter(".sandbox inbox"))
    assert "Subject: Hi" in terminal.enter(".sandbox open 1")
    terminal.type(".sandbox off\r")
    terminal.until("mails go to real servers")
    assert terminal.prompt() == "LIVE"
    terminal.type(".sandbox on\r")
    terminal.until("nothing leaves this machine")
    assert terminal.prompt() == "sandbox"


def test_live_begins_outside_of_the_sandbox(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "--live")
    try:
        shown = terminal.enter('SMTP New transporter({host: "localhost"; port: 9}).checkConnection().success')
        assert shown == "False"
    finally:
        terminal.close()


# ------------------------------------------------------------------ interruption


def interrupted(terminal: Terminal, code: str, begun: str = "") -> float:
    """Runs *code*, presses Ctrl-C; returns how long that takes, in seconds."""
    terminal.begin(code)
    if begun:
        terminal.until(begun)
    time.sleep(0.5)
    began = time.monotonic()
    terminal.child.sendintr()
    terminal.until("interrupted")
    return time.monotonic() - began


@pytest.mark.parametrize(
    "code",
    [
        "While (True)\n\t$i:=$i+1\nEnd while",
        "DELAY PROCESS(Current process; 6000)",
        "$signal:=New signal\n$signal.wait()",
        'Try\n\tWhile (True)\n\t\t$i:=$i+1\n\tEnd while\nCatch\n\tALERT("caught")\nEnd try',
    ],
    ids=["loop", "delay", "wait", "in a Try"],
)
def test_ctrl_c_stops_a_script_at_once(terminal: Terminal, code: str) -> None:
    terminal.enter("$i:=0")
    assert interrupted(terminal, code) < AT_ONCE
    terminal.prompt()
    assert terminal.enter("$i>=0") == "True"


def test_ctrl_c_stops_a_network_call_and_progress_shows(tmp_path: Path) -> None:
    import socket

    terminal = Terminal(tmp_path, "--live")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = f'$status:=SMTP New transporter({{host: "127.0.0.1"; port: {port}}}).checkConnection()'
        try:
            assert interrupted(terminal, code, "1 s (Ctrl-C stops it)") < AT_ONCE
        finally:
            terminal.close()


def test_what_was_interrupted_is_said_on_a_line_of_its_own(terminal: Terminal) -> None:
    terminal.begin("While (True)\nEnd while")
    terminal.until("End while")
    time.sleep(0.5)
    terminal.child.sendintr()
    assert terminal.until("interrupted", within=AT_ONCE * 5).endswith("^C")
    # The terminal has gone back to the begin of the line, and emptied it.
    assert re.search(r"\^C.*\r.*\x1b\[0?K", terminal.child.before, re.DOTALL)


def test_nothing_is_wider_than_the_terminal(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    try:
        terminal.child.setwinsize(24, 60)
        for question in (
            "?SMTPTransporter",
            ".help",
            "?Replace string",
            "?For each",
            "?SMTPP New tranporter",
        ):
            assert max(map(len, terminal.enter(question).split("\n"))) <= 60, question
    finally:
        terminal.close()


def test_ctrl_c_drops_what_is_typed_and_ctrl_d_leaves(terminal: Terminal) -> None:
    terminal.type("$x:=1\x03")
    terminal.outcome()
    assert terminal.enter("$x") == "Undefined"
    assert terminal.leave() == 0


# ------------------------------------------------------------------ history


def test_history_lasts_and_is_private(terminal: Terminal, tmp_path: Path) -> None:
    terminal.enter('$kept:="of the first session"')
    assert terminal.leave() == 0
    assert stat.S_IMODE(terminal.history.stat().st_mode) == 0o600
    again = Terminal(tmp_path)
    try:
        again.type("\x1b[A")
        again.until("of the first session")
        again.type("\x03")
        again.outcome()
        # Ctrl-R searches, and what was typed before is suggested.
        again.type("\x12first")
        again.until("of the ")
        again.type("\x03\x15")
        again.type("$ke")
        again.until("of the first session")
    finally:
        again.close()


def test_answers_are_no_history(terminal: Terminal) -> None:
    terminal.type('$answer:=Request("Your password:")\r')
    terminal.until("Your password: ")
    time.sleep(0.3)
    terminal.type("hush-hush\r")
    # What is secret is not shown, either.
    assert "hush-hush" not in terminal.until("4d ")
    assert terminal.enter("$answer") == '"hush-hush"'
    terminal.type('$name:=Request("Your name:")\r')
    terminal.until("Your name: ")
    terminal.type("Zoe from elsewhere\r")
    terminal.prompt()
    assert terminal.leave() == 0
    kept = terminal.history.read_text()
    assert "Your password" in kept
    assert "hush" not in kept
    assert "Zoe" not in kept


# ------------------------------------------------------------------ keys, dumb terminals


def test_keys_of_vi(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "--vi")
    try:
        # To the begin of the line, and 1 in front of it.
        terminal.type("23\x1b")
        time.sleep(1)
        terminal.type("0i1\r")
        assert terminal.outcome() == "123"
    finally:
        terminal.close()


def test_a_dumb_terminal(tmp_path: Path) -> None:
    child = Terminal.__new__(Terminal)
    Terminal.start(child, tmp_path, TERM="dumb")
    child.child.expect_exact("4d sandbox> ")
    child.type("If (True)\n")
    child.child.expect_exact("... ")
    child.type('ALERT("plain")\nEnd if\n3+\n')
    child.child.expect_exact("plain\r\n")
    child.child.expect_exact("is not expected here")
    assert "\x1b" not in child.child.before
    child.child.expect_exact("4d sandbox> ")
    assert child.leave() == 0


def test_prompts_do_not_go_into_a_file(tmp_path: Path) -> None:
    child = Terminal.__new__(Terminal)
    Terminal.start(child, tmp_path, shell="> out.txt")
    child.child.expect_exact("4d sandbox> ")
    child.type("1+1\n")
    child.child.expect_exact("4d sandbox> ")
    assert child.leave() == 0
    assert (tmp_path / "out.txt").read_text() == "2\n"
