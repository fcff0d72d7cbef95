"""The examples of the documentation, run as they stand, in the sandbox."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from .program import Outcome, run

PAGES = {
    "sending": "commands/smtp-new-transporter.md",
    "checking": "API/SMTPTransporterClass.md",
    "converting": "commands/mail-convert-to-mime.md",
}
#: What tells the example from all others of its document.
SIGNS = {
    "sending": '$server.logFile:="LogTest.txt"',
    "checking": "$transporter.checkConnection()",
    "converting": "$mime:=MAIL Convert to MIME($mail)",
}


def blocks(text: str) -> list[str]:
    """The blocks of code in a page."""
    return re.findall(r"^```4d\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def plain_block(text: str, sign: str) -> str:
    """The lines of code around *sign* in a page without marks: from the first declaration to the last comment."""
    lines = text.split("\n")
    middle = next(number for number, line in enumerate(lines) if sign in line)
    first = last = middle
    while first and _is_code(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_code(lines[last + 1]):
        last += 1
    return "\n".join(lines[first : last + 1]) + "\n"


def _is_code(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith(("$", "var ", "//"))


def from_page(reference: Path, name: str) -> str:
    """The example of a page of the reference."""
    (found,) = [code for code in blocks((reference / PAGES[name]).read_text()) if SIGNS[name] in code]
    return found


def from_seeds(seeds: Path, name: str) -> str:
    """The example in whichever of the documents has it."""
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text()
        found = [code for code in blocks(text) if SIGNS[name] in code]
        if found:
            return found[0]
        if SIGNS[name] in text and name == "converting":
            return plain_block(text, SIGNS[name])
    pytest.fail(f"no document has the example of {name}")


@pytest.fixture(params=["seeds", "reference"])
def sending(request: pytest.FixtureRequest) -> str:
    """The example that sends a mail."""
    return _example(request, "sending")


@pytest.fixture(params=["seeds", "reference"])
def checking(request: pytest.FixtureRequest) -> str:
    """The example that checks a connection."""
    return _example(request, "checking")


def _example(request: pytest.FixtureRequest, name: str) -> str:
    folder: Path = request.getfixturevalue(request.param)
    return from_seeds(folder, name) if request.param == "seeds" else from_page(folder, name)


def run_sandboxed(folder: Path, text: str, *arguments: str) -> tuple[Outcome, list[EmailMessage]]:
    """Runs *text* as a file of its own in a project folder; returns how it ended and the mails, as kept."""
    project = folder / "project"
    project.mkdir()
    (project / "example.4dm").write_text(text)
    done = run("run", "--sandbox", "--outbox", "outbox", *arguments, "project/example.4dm", cwd=folder)
    kept = sorted((folder / "outbox").iterdir()) if (folder / "outbox").exists() else []
    mails = []
    for path in kept:
        mail = message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(mail, EmailMessage)
        mails.append(mail)
    return done, mails


def test_the_example_that_sends(tmp_path: Path, sending: str) -> None:
    done, mails = run_sandboxed(tmp_path, sending)
    assert (done.status, done.out) == (0, "")
    (mail,) = mails
    assert mail["Subject"] == "my first mail "
    assert mail["From"] == "4d@gmail.com"
    assert [address.addr_spec for address in mail["To"].addresses] == ["4d@4d.com", "test@4d.com"]
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = mail.iter_parts()
    assert (plain.get_content_type(), plain.get_content().strip()) == ("text/plain", "Hello World")
    assert html.get_content_type() == "text/html"
    text = html.get_content()
    assert text.startswith("<h1>Hello World</h1><h4>'Neque porro quisquam est qui dolorem ipsum")
    assert (
        "adipisci velit...'</h4> <p>There are many variations of passages of Lorem Ipsum available." in text
    )
    assert text.strip().endswith(
        "available.The generated Lorem Ipsum is therefore always free from repetition, "
        "injected humour, or non-characteristic words etc.</p>"
    )
    # The report names the envelope and the server that the script believes it spoke to.
    assert "smtp.gmail.com:465, TLS, 4D@gmail.com" in done.err
    for line in ("from <4d@gmail.com>", "to   <4d@4d.com>", "to   <test@4d.com>"):
        assert f"\n    {line}\n" in done.err
    log = (tmp_path / "project" / "Logs" / "LogTest.txt").read_text()
    assert "host smtp.gmail.com, port 465" in log
    assert "C > RCPT TO:<test@4d.com>" in log
    assert "XXXX" not in log


def test_the_example_that_checks(tmp_path: Path, checking: str) -> None:
    (tmp_path / "answers").write_text("my password\n")
    done, mails = run_sandboxed(tmp_path, checking, "--answers", "answers")
    assert (done.status, done.out) == (0, "SMTP connection check successful!\n")
    assert done.err == "Please enter your password:\nsandbox: no mail was sent\n"
    assert mails == []


def test_the_example_that_checks_says_what_is_wrong(tmp_path: Path, checking: str) -> None:
    (tmp_path / "example.4dm").write_text(checking.replace("smtp.gmail.com", "localhost"))
    (tmp_path / "answers").write_text("my password\n")
    done = run("run", "--answers", "answers", "example.4dm", cwd=tmp_path)
    assert done.status == 0
    assert done.out.startswith("Error # 0, localhost:587: connection refused")


def assert_converted(done: Outcome) -> EmailMessage:
    """The mail that the script printed has the header and both parts of the documented output."""
    assert (done.status, done.err) == (0, "sandbox: no mail was sent\n")
    mail = message_from_bytes(done.out.encode(), policy=default)
    assert isinstance(mail, EmailMessage)
    assert mail["MIME-Version"] == "1.0"
    assert str(mail["Subject"]) == "Terrific Sale! This week only!"
    assert re.search(r"^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$", done.out, re.MULTILINE)
    assert re.search(r"^Message-ID: <[0-9A-F]{32}(@.*)?>$", done.out, re.MULTILINE)
    assert mail.get_content_type() == "multipart/alternative"
    parts = [(part.get_content_type(), part.get_content().strip()) for part in mail.iter_parts()]
    assert parts == [
        ("text/plain", "Text format email"),
        ("text/html", "<html><body>HTML format email</body></html>"),
    ]
    return mail


def test_the_example_that_converts(tmp_path: Path, reference: Path) -> None:
    text = from_page(reference, "converting")
    done, _ = run_sandboxed(tmp_path, text + "\nALERT($mime)\n")
    mail = assert_converted(done)
    assert mail["Sender"] == mail["From"] == "tsales@massmarket.com"
    assert [address.addr_spec for address in mail["To"].addresses] == ["noreply@4d.com", "test@4d.com"]


def test_what_survived_of_the_example_that_converts(tmp_path: Path, seeds: Path) -> None:
    text = from_seeds(seeds, "converting")
    # Where the document lost the name of a property or an address, nothing of 4D is left.
    whole = [line for line in text.split("\n") if not re.match(r"\$ ", line)]
    assert len(text.split("\n")) - len(whole) == 3
    done, _ = run_sandboxed(tmp_path, "\n".join(whole) + "\nALERT($mime)\n")
    assert_converted(done)
