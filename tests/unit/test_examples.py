"""The shipped examples run, and send what they say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from interp import Interpreter, Permissions
from interp.check import check_files

EXAMPLES = Path(__file__).resolve().parents[2] / "scripts" / "examples"

#: The recipients of each mail that an example sends.
SENDS = {
    "ask": [("zoe@example.com",)],
    "check_then_send": [("ann@example.com", "bob@example.com", "archive@example.com")],
    "mime": [],
    "newsletter": [("ann@example.com",), ("bob@example.com",), ("zoe@example.com",)],
    "send": [("bob@example.com", "carol@example.com")],
}
#: Project methods, which an example calls.
METHODS = {"newsletter_text"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the examples."""
    return Path(shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("Logs")))


def test_are_all_tested() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.4dm")} == SENDS.keys() | METHODS


@pytest.mark.parametrize("name", SENDS)
def test_runs(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = folder / f"{name}.4dm"
    with Interpreter(
        sandbox=True,
        permissions=Permissions.all(),
        answers=["zoe@example.com", "", "Send"],
        logs=str(folder / "Logs"),
    ) as interpreter:
        result = interpreter.run(script.read_text(encoding="utf-8"), str(script))
        mails = interpreter.mails
    assert [mail.recipients for mail in mails] == SENDS[name]
    assert all(mail.tls for mail in mails)
    assert capsys.readouterr().out
    if mails:
        assert result.variables["status"]["success"] is True


def test_are_clean(folder: Path) -> None:
    problems = list(check_files([str(path) for path in sorted(folder.glob("*.4dm"))]))
    assert [problem.render() for problem in problems] == []


def test_show_what_they_promise(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Interpreter(sandbox=True, permissions=Permissions.all()) as interpreter:
        for name in ("newsletter", "mime"):
            script = folder / f"{name}.4dm"
            interpreter.run(script.read_text(encoding="utf-8"), str(script))
        texts = [mail.data.partition(b"\r\n\r\n")[2] for mail in interpreter.mails]
    said = capsys.readouterr().out
    assert "3 of 3 sent\n" in said
    assert "Subject: =?UTF-8?Q?O=C3=B9_est_le_caf=C3=A9_=3F?=\n" in said
    assert "Subject: =?ISO-8859-1?Q?O=F9_est_le_caf=E9_=3F?=\n" in said
    assert texts[0].startswith(b"Dear Ann,\r\n")
    assert texts[2].startswith(b"Bonjour Zo=C3=AB,\r\n")


def test_keep_a_log(folder: Path) -> None:
    script = folder / "check_then_send.4dm"
    with Interpreter(sandbox=True, permissions=Permissions.all(), logs=str(folder / "Logs")) as interpreter:
        interpreter.run(script.read_text(encoding="utf-8"), str(script), {"password": "a secret"})
    log = (folder / "Logs" / "reports.txt").read_text(encoding="utf-8")
    assert "SMTP session started" in log
    assert "a secret" not in log


def test_ask_takes_no_for_an_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = folder / "ask.4dm"
    for answers in [], [""], ["", ""], ["", "", "no"]:
        with Interpreter(sandbox=True, permissions=Permissions.all(), answers=answers) as interpreter:
            interpreter.run(script.read_text(encoding="utf-8"), str(script))
            assert interpreter.mails == []
        assert capsys.readouterr().out == "Nothing was sent.\n"
