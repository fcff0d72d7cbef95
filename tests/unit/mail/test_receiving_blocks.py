"""The blocks of the reference that receive mails: each runs on mailboxes declared for it, and does what it claims.

``--reference`` or ``FOURD_REFERENCE`` is the folder with the pages; their preludes are in ``tests/preludes``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from grammar.source import Source
from interp.doctest.host import BlockHost
from interp.doctest.pages import Page, read_page
from interp.doctest.preludes import prelude_path, read_preludes
from interp.doctest.run import PASSED, RAN, UNSET, BlockRun
from interp.project import Project
from interp.sandbox.mailboxes import Account
from interp.session import Session
from interp.units import compile_unit

PRELUDES = str(Path(__file__).parents[2] / "preludes")
IMAP = "API/IMAPTransporterClass.md"
POP3 = "API/POP3TransporterClass.md"
FEATURES = ["4D new feature: sandbox", "4D new feature: number 1", "4D new feature: number 2"]
REPORTS = ["Reports of April", "reports of May"]
LETTERS = ["Letter 1", "Letter 2", "Letter 3"]
INBOX = FEATURES + REPORTS + LETTERS


class After(NamedTuple):
    """What is checked after a block: the mailboxes of *user*, what was said, and 4D on the variables it left."""

    page: str
    index: int
    claim: str
    user: str
    mailboxes: Callable[[Account], bool]
    said: Sequence[str] = ()
    script: str = ""


def subjects(account: Account, box: str = "INBOX") -> list[str]:
    """The subjects in a mailbox, in its order."""
    return [message.subject for message in account[box]]


def flagged(account: Account, flag: str, box: str = "INBOX") -> list[str]:
    """The subjects of the messages that have *flag*."""
    return [message.subject for message in account[box] if flag in message.flags]


def untouched(account: Account) -> bool:
    """Whether the mailboxes are as they were declared, no message marked as read."""
    return subjects(account)[:8] == INBOX and flagged(account, "\\Seen") == [FEATURES[0], REPORTS[1]]


G, T = "4d@gmail.com", "test@gmail.com"
#: The mail that the notifier is told of.
NEW = b"Subject: New\r\n\r\n"

BLOCKS = [
    After(IMAP, 0, "addFlags: all are read", G, lambda a: flagged(a, "\\Seen") == INBOX),
    After(
        IMAP,
        1,
        "append: a draft, read",
        "xxxx",
        lambda a: (
            subjects(a, "Drafts") == ["Lorem Ipsum"]
            and a["Drafts"].messages[0].flags == {"\\Seen", "\\Draft"}
            and b"consectetur adipiscing elit." in a["Drafts"].messages[0].data
        ),
        script="ASSERT($status.success)",
    ),
    After(IMAP, 2, "copy: those found", G, lambda a: subjects(a, "documents") == FEATURES and untouched(a)),
    After(IMAP, 3, "copy: all", G, lambda a: subjects(a, "documents") == INBOX and untouched(a)),
    After(IMAP, 4, "createBox", T, lambda a: "Invoices" in a, ["Mailbox creation successful!"]),
    After(IMAP, 5, "delete: those found", G, lambda a: flagged(a, "\\Deleted") == REPORTS),
    After(
        IMAP,
        6,
        "delete: all of the junk",
        G,
        lambda a: flagged(a, "\\Deleted", "Junk Email") == ["Prize 1", "Prize 2", "Prize 3"] and untouched(a),
    ),
    After(
        IMAP,
        7,
        "deleteBox",
        T,
        lambda a: "Bills/Nova Orion Industries" not in a and {"Bills", "Bills/Atlas Corp"} <= set(a),
        ["Mailbox deletion successful!"],
    ),
    After(
        IMAP,
        8,
        "expunge: those that were read are gone",
        G,
        lambda a: subjects(a) == [*FEATURES[1:], REPORTS[0], *LETTERS],
    ),
    After(IMAP, 9, "getBoxInfo", G, untouched, ["INBOX contains 8 recent emails."]),
    *(
        After(
            IMAP,
            index,
            name,
            G,
            untouched,
            [
                "New emails are available in the box: INBOX",
                "New emails are available in the box: Atlas Corp",
            ],
        )
        for index, name in ((10, "getBoxList"), (11, "getDelimiter"))
    ),
    After(
        IMAP,
        12,
        "getMail",
        G,
        untouched,
        script=f'ASSERT($mail.subject="{FEATURES[0]}")\nASSERT($mail.from[0].email#"")',
    ),
    After(
        IMAP,
        13,
        "getMails: the last ones, not marked as read",
        G,
        untouched,
        script='ASSERT($result.list.length=21)\nASSERT($result.list[20].subject="Note 20")\n'
        'ASSERT($result.list[0].subject="Letter 3")',
    ),
    After(
        IMAP,
        14,
        "getMIMEAsBlob: to the byte",
        G,
        untouched,
        script="ASSERT(BLOB to text($blob; UTF8 text without length)="
        f'("From: news@example.com\\r\\nSubject: {FEATURES[0]}\\r\\n\\r\\nOne.\\r\\n"))',
    ),
    After(
        IMAP,
        15,
        "move: those found",
        G,
        lambda a: subjects(a, "documents") == FEATURES and subjects(a) == REPORTS + LETTERS,
    ),
    After(IMAP, 16, "move: all", G, lambda a: subjects(a, "documents") == INBOX and subjects(a) == []),
    After(IMAP, 17, "numToID: the last are deleted", G, lambda a: flagged(a, "\\Deleted") == INBOX[2:]),
    After(IMAP, 18, "removeFlags: none is read", G, lambda a: flagged(a, "\\Seen") == []),
    After(
        IMAP,
        19,
        "renameBox: with what is in it and below",
        T,
        lambda a: "Invoices" not in a and subjects(a, "Bills") == ["Invoice"] and "Bills/Paid" in a,
        ["Mailbox renaming successful!"],
    ),
    After(IMAP, 27, "selectBox", G, untouched, script="ASSERT($boxInfo.mailCount=8)"),
    After(
        IMAP,
        28,
        "subscribe",
        T,
        lambda a: "Bills/Atlas Corp" in a.subscriptions,
        ["Mailbox subscription successful!"],
    ),
    After(
        IMAP,
        29,
        "unsubscribe",
        T,
        lambda a: (
            "Bills/Atlas Corp" not in a.subscriptions and "Bills/Nova Orion Industries" in a.subscriptions
        ),
        ["Mailbox unsubscription successful!"],
    ),
    After(
        POP3, 0, "checkConnection", T, lambda a: subjects(a) == LETTERS, ["POP3 connection check successful!"]
    ),
    After(POP3, 1, "delete: at the end of the session", G, lambda a: subjects(a) == []),
    After(POP3, 2, "getBoxInfo", G, lambda a: subjects(a) == LETTERS, ["The mailbox contains 3 messages."]),
    After(
        POP3,
        3,
        "getMail",
        G,
        lambda a: subjects(a) == LETTERS,
        script='ASSERT($sender[0].email="ann@example.com")',
    ),
    After(
        POP3,
        5,
        "getMailInfoList",
        G,
        lambda a: subjects(a) == LETTERS,
        ["The mailbox contains 3 message(s) for 258 bytes."],
    ),
    After(
        POP3,
        6,
        "getMIMEAsBlob: to the byte",
        G,
        lambda a: subjects(a) == LETTERS,
        script="ASSERT(BLOB size($blob)=86)",
    ),
    After(
        "API/IMAPNotifierClass.md",
        0,
        "start: the listener hears of a mail",
        "myaddress@email.com",
        lambda a: subjects(a) == ["Old", "New"],
        script="ASSERT($transporter.notifier.isStarted)\nDELAY PROCESS(Current process; 60)\n"
        'ASSERT(<>created#Null)\nASSERT(<>box="Outlook.office365.com")',
    ),
    After("commands/imap-new-transporter.md", 0, "it connects", G, lambda a: "INBOX" in a),
    After("commands/pop3-new-transporter.md", 0, "it connects", G, lambda a: "INBOX" in a),
]


def page_of(reference: Path, name: str) -> Page:
    """A page of the reference."""
    return read_page(name, (reference / name).read_text(encoding="utf-8-sig"))


def until(holds: Callable[[], bool]) -> bool:
    """Whether it holds within some seconds: a session that ends does so on its own."""
    end = time.monotonic() + 5
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    return holds()


@pytest.mark.parametrize(
    "after", BLOCKS, ids=[f"{a.page.partition('/')[2]} {a.index}: {a.claim}" for a in BLOCKS]
)
def test_a_receiving_block(reference: Path, after: After) -> None:
    page = page_of(reference, after.page)
    path = prelude_path(PRELUDES, after.page)
    looked: list[bool] = []

    def look(session: Session, host: BlockHost) -> None:
        account = host.sandbox.office.account(after.user)
        if after.page.startswith("API/IMAPNotifier"):
            account["INBOX"].append(NEW)
        if after.script:
            session.run(compile_unit(Source(after.script, "after"), Project({}, {}), "script", "after"))
        assert until(lambda: after.mailboxes(account)), account
        assert host.said == list(after.said)
        looked.append(True)

    preludes = read_preludes(path) if path else {}
    outcome = BlockRun(page, page.blocks[after.index], preludes, time_limit=30, after=look).run()
    assert outcome.outcome in (RAN, PASSED), outcome.detail
    assert looked


def test_a_property_of_an_object_that_was_never_created(reference: Path) -> None:
    page = page_of(reference, POP3)
    outcome = BlockRun(page, page.blocks[4], read_preludes(str(prelude_path(PRELUDES, POP3)))).run()
    assert outcome.outcome == UNSET
    assert "$server is Null: it is declared but not given a value" in outcome.detail


def test_the_table_has_every_receiving_block(reference: Path) -> None:
    every = {
        (page, block.index)
        for page in {after.page for after in BLOCKS}
        for block in page_of(reference, page).blocks
        if block.is_4d
    }
    assert every - {(after.page, after.index) for after in BLOCKS} == {(POP3, 4)}
