"""Scripts that read and change mailboxes with an IMAP transporter, and what another client sees of it."""

from __future__ import annotations

import base64
import email
import email.policy
import gc
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interp import Interpreter, ScriptError

from .mailboxes import IMAP_PORT, IMAPS_PORT, NAME, MailboxServer, Roads, Witness, mail
from .relay import Relay

ALICE, BOB, KAETHE = "alice@example.test", "bob@example.test", "käthe@example.test"
TRANSPORTER = """
var $t : 4D.IMAPTransporter
$t:=IMAP New transporter({host: "mail.example.test"; user: $user; password: $password})
"""
INBOX = TRANSPORTER + '$info:=$t.selectBox("INBOX")\n'


class Bench:
    """An interpreter, the account of one user of a server, and another client of that user."""

    def __init__(self, server: MailboxServer, user: str, witness: Witness, logs: Path) -> None:
        self.server = server
        self.user = user
        self.witness = witness
        self.host = Roads(server, logs=str(logs))
        self.interpreter = Interpreter(host=self.host, methods={"ignore": ""})

    def close(self) -> None:
        """Ends it."""
        self.interpreter.close()
        self.host.close()

    def run(self, source: str, **variables: Any) -> dict[str, Any]:
        """Runs *source* and returns the variables; those of an earlier run are still there."""
        given = {"user": self.user, "password": self.server.users[self.user], **variables}
        return self.interpreter.run(source, "read.4dm", given).variables

    def value(self, expression: str, **variables: Any) -> Any:
        """The value of one expression on the variables."""
        return self.interpreter.eval(expression, variables)

    def ignored(self, expression: str) -> Any:
        """The value of *expression* where the error that it raises is taken by a method."""
        return self.run(f'ON ERR CALL("ignore")\n$r:=1\n$r:={expression}\nON ERR CALL("")')["r"]

    def inbox(self, *titles: str) -> list[str]:
        """Puts mails with these subjects into the inbox; returns their unique ids."""
        before = set(self.witness.messages("INBOX"))
        self.witness.add("INBOX", *map(mail, titles))
        return [uid for uid in self.witness.messages("INBOX") if uid not in before]


@pytest.fixture
def bench(mailbox_server: MailboxServer, tmp_path: Path) -> Iterator[Bench]:
    with mailbox_server.witness(ALICE) as witness:
        witness.clear()
        bench = Bench(mailbox_server, ALICE, witness, tmp_path / "Logs")
        yield bench
        bench.close()


@pytest.fixture(scope="module", autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A socket that nobody closed shows at the end of this module, and not as the fault of another."""
    yield
    gc.collect()


def done(status: Any) -> str:
    """The text of the *status* of something that worked: it is the server's, and there are no errors."""
    assert set(status) == {"success", "statusText"}, status
    assert status["success"] is True, status
    assert isinstance(status["statusText"], str) and status["statusText"]
    return status["statusText"]


def refused(status: Any) -> str:
    """The text of the *status* of something that the server refused: no errors, as it has answered."""
    assert set(status) == {"success", "statusText"}, status
    assert status["success"] is False
    assert isinstance(status["statusText"], str) and status["statusText"]
    return status["statusText"]


# The ways in.


@pytest.mark.parametrize("port", [None, IMAPS_PORT, IMAP_PORT])
def test_ports(bench: Bench, port: int | None) -> None:
    source = TRANSPORTER.replace(
        "password: $password", "password: $password; port: $port" if port else "password: $password"
    )
    done(bench.run(source + "$s:=$t.checkConnection()", port=port or 0)["s"])
    assert bench.host.dialled == [(NAME, port or IMAPS_PORT)]


MODES = ("CRAM-MD5", "LOGIN", "PLAIN", "")


@pytest.mark.parametrize("port", [IMAPS_PORT, IMAP_PORT])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("user", [ALICE, BOB, KAETHE])
def test_modes(bench: Bench, mode: str, user: str, port: int) -> None:
    source = """
    $t:=IMAP New transporter({host: "mail.example.test"; port: $port; user: $user; password: $password; \\
        authenticationMode: $mode})
    $s:=$t.checkConnection()
    """
    bench.user = user
    done(bench.run(source, mode=mode, port=port)["s"])
    assert bench.value("$t.authenticationMode") == mode


@pytest.mark.parametrize("mode", ["OAUTH2", ""])
@pytest.mark.parametrize(
    "form", ['"{token}"', '{{access_token: "{token}"}}', '{{token: {{access_token: "{token}"}}}}']
)
def test_tokens(bench: Bench, mode: str, form: str) -> None:
    source = """
    $t:=IMAP New transporter({host: "mail.example.test"; user: $user; authenticationMode: $mode; \\
        accessTokenOAuth2: TOKEN})
    $s:=$t.checkConnection()
    """
    token = form.format(token=bench.server.tokens[ALICE])
    done(bench.run(source.replace("TOKEN", token), mode=mode)["s"])


@pytest.mark.parametrize("mode", MODES)
def test_a_wrong_password(bench: Bench, mode: str) -> None:
    if "refusals" in bench.server.lacks:
        pytest.skip("the server lets everybody in")
    source = """
    $p:={host: "mail.example.test"; user: $user; password: "wrong, it is"; authenticationMode: $mode}
    $t:=IMAP New transporter($p)
    $s:=$t.checkConnection()
    $again:=$t.checkConnection()
    """
    found = bench.run(source, mode=mode)
    assert "wrong, it is" not in refused(found["s"])
    refused(found["again"])


def test_a_wrong_token(bench: Bench) -> None:
    if "refusals" in bench.server.lacks:
        pytest.skip("the server lets everybody in")
    source = """
    $t:=IMAP New transporter({host: "mail.example.test"; user: $user; accessTokenOAuth2: "not-the-token"})
    $s:=$t.checkConnection()
    """
    refused(bench.run(source)["s"])


def test_properties(bench: Bench) -> None:
    source = (
        TRANSPORTER
        + """
    $o:=IMAP New transporter({host: "h.example"; port: 1143; user: "u"; password: "secret"; \\
        acceptUnsecureConnection: True; authenticationMode: IMAP authentication plain; \\
        checkConnectionDelay: 5; connectionTimeOut: 7; logFile: "imap.txt"})
    """
    )
    bench.run(source)
    own = "acceptUnsecureConnection authenticationMode checkConnectionDelay connectionTimeOut host logFile port user"
    values = [bench.value(f"$o.{name}") for name in own.split()]
    assert values == [True, "PLAIN", 5, 7, "h.example", "imap.txt", 1143, "u"]
    values = [bench.value(f"$t.{name}") for name in own.split()]
    assert values == [False, "", 300, 30, NAME, "", 993, ALICE]
    assert bench.value("Undefined($o.password) & Undefined($o.accessTokenOAuth2)")
    assert bench.value("OB Instance of($t; 4D.IMAPTransporter)")
    assert bench.value("OB Instance of($t.notifier; 4D.IMAPNotifier)")
    assert bench.value('OB Instance of(4D.IMAPTransporter.new({host: "h"}); 4D.IMAPTransporter)')
    for name in (*own.split(), "notifier"):
        with pytest.raises(ScriptError, match="read-only"):
            bench.run(f"$o.{name}:=1")


# Mailboxes.


def test_select(bench: Bench) -> None:
    bench.inbox("one", "two")
    found = bench.run(INBOX)["info"]
    assert set(found) == {"name", "mailCount", "mailRecent", "id", "flags", "permanentFlags"}
    assert (found["name"], found["mailCount"]) == ("INBOX", 2)
    assert found["id"] and isinstance(found["id"], str)
    flags = {"\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft"}
    assert flags <= set(found["flags"].split()) and flags <= set(found["permanentFlags"].split())


def test_select_states(bench: Bench) -> None:
    bench.inbox("one")
    # To look is to leave messages as they are: recent, and unseen whatever is read.
    source = (
        TRANSPORTER
        + """
    $a:=$t.selectBox("INBOX"; IMAP read only state)
    $b:=$t.selectBox("INBOX"; IMAP read only state)
    $mail:=$t.getMail(1)
    $s:=$t.addFlags(IMAP all; {Mine: True})
    $c:=$t.selectBox("INBOX"; IMAP read write state)
    $d:=$t.selectBox("INBOX")
    """
    )
    found = bench.run(source)
    if "recent" not in bench.server.lacks:
        assert [found[name]["mailRecent"] for name in "abcd"] == [1, 1, 1, 0]
    assert bench.witness.flags("INBOX") == [set()]
    assert found["a"]["permanentFlags"] == ""
    bench.run("$mail:=$t.getMail(1)")
    assert bench.witness.flags("INBOX") == [{"\\Seen"}]
    with pytest.raises(ScriptError, match="state"):
        bench.run('$t.selectBox("INBOX"; 2)')


def test_a_mailbox_that_is_not_there(bench: Bench) -> None:
    bench.inbox("one")
    source = (
        INBOX
        + """
    $r:=1
    Try
        $r:=$t.selectBox("Nowhere")
    Catch
        $selecting:=Last errors[0]
    End try
    ON ERR CALL("ignore")
    $s:=$t.delete(IMAP all)
    """
    )
    found = bench.run(source)
    assert found["selecting"]["componentSignature"] == "IMAP"
    assert found["selecting"]["errCode"] > 0 and found["selecting"]["message"]
    assert bench.ignored('$t.selectBox("Nowhere")') is None
    assert bench.ignored('$t.getBoxInfo("Nowhere")') is None
    # Nothing is done to the mailbox that was selected before.
    assert found["s"]["success"] is False and found["s"]["errors"]
    assert bench.witness.flags("INBOX") == [set()]


def test_box_info(bench: Bench) -> None:
    bench.inbox("one", "two")
    bench.witness.add("Sent", mail("sent"), flags="\\Seen")
    source = (
        TRANSPORTER
        + """
    $before:=$t.getBoxInfo("Sent")
    $selected:=$t.selectBox("INBOX"; IMAP read only state)
    $own:=$t.getBoxInfo()
    $named:=$t.getBoxInfo("Sent")
    $mail:=$t.getMail(1; {updateSeen: False})
    """
    )
    found = bench.run(source)
    for name in ("before", "own", "named"):
        assert set(found[name]) == {"name", "mailCount", "mailRecent", "id", "mailUnseen"}
    assert (found["own"]["name"], found["own"]["mailCount"], found["own"]["mailUnseen"]) == ("INBOX", 2, 2)
    assert (found["named"]["name"], found["named"]["mailCount"], found["named"]["mailUnseen"]) == (
        "Sent",
        1,
        0,
    )
    assert found["own"]["id"] == found["selected"]["id"] != found["named"]["id"]
    # The current mailbox is still the same one.
    assert found["mail"]["subject"] == "one"


def test_box_info_without_a_mailbox(bench: Bench) -> None:
    with pytest.raises(ScriptError, match="no mailbox is selected"):
        bench.run(TRANSPORTER + "$info:=$t.getBoxInfo()")


def test_box_list(bench: Bench) -> None:
    bench.witness.client.create('"Bills/Atlas Corp"')
    bench.witness.add("Sent", mail("sent"))
    found = bench.run(TRANSPORTER + "$list:=$t.getBoxList()\n$all:=$t.getBoxList({withBoxInfo: True})")
    listed = {box["name"]: box for box in found["list"]}
    assert listed.keys() == bench.witness.boxes().keys()
    for box in found["list"]:
        assert set(box) == {"name", "selectable", "inferior", "interesting"}
        assert box["inferior"] is True
    assert listed["INBOX"]["selectable"] is listed["Bills/Atlas Corp"]["selectable"] is True
    listed = {box["name"]: box for box in found["all"]}
    more = {"mailCount", "mailRecent", "mailUnseen", "id"}
    assert set(listed["Sent"]) == {"name", "selectable", "inferior", "interesting"} | more
    assert (listed["Sent"]["mailCount"], listed["Sent"]["mailUnseen"]) == (1, 1)
    assert listed["INBOX"]["mailCount"] == 0


def test_a_box_that_cannot_be_selected(bench: Bench) -> None:
    if "noselect" in bench.server.lacks:
        pytest.skip("the server makes the mailboxes above")
    bench.witness.client.create('"Above/Below"')
    found = bench.run(TRANSPORTER + '$list:=$t.getBoxList({names: ["Above"]; withBoxInfo: True})')["list"]
    assert found == [{"name": "Above", "selectable": False, "inferior": True, "interesting": False}]


def test_box_list_parameters(bench: Bench) -> None:
    source = (
        TRANSPORTER
        + """
    $s:=$t.subscribe("Sent")
    $subscribed:=$t.getBoxList({isSubscribed: True})
    $every:=$t.getBoxList({isSubscribed: False})
    $texts:=$t.getBoxList({names: ["Sent"; "Nowhere"; "inbox"]})
    $objects:=$t.getBoxList({names: [{name: "Drafts"; other: 1}]; withBoxProperties: False; withBoxInfo: True})
    $bare:=$t.getBoxList({names: ["Sent"]; withBoxProperties: False})
    $u:=$t.unsubscribe("Sent")
    $none:=$t.getBoxList({isSubscribed: True})
    """
    )
    found = bench.run(source)
    done(found["s"])
    assert [box["name"] for box in found["subscribed"]] == ["Sent"]
    assert {box["name"] for box in found["every"]} == bench.witness.boxes().keys()
    assert [box["name"] for box in found["texts"]] == ["Sent", "INBOX"]
    (drafts,) = found["objects"]
    assert set(drafts) == {"name", "mailCount", "mailRecent", "mailUnseen", "id"}
    # The name is there when properties or information are asked for.
    assert found["bare"] == [{}]
    done(found["u"])
    assert found["none"] == []


def test_a_subscribed_box_is_what_it_is_without(bench: Bench) -> None:
    bench.inbox("one")
    source = (
        TRANSPORTER
        + """
    $s:=$t.createBox("Gone").success && $t.subscribe("Gone").success && $t.subscribe("INBOX").success
    $before:=$t.getBoxList({isSubscribed: True}).extract("name").orderBy()
    $s:=$s && $t.deleteBox("Gone").success
    $all:=$t.getBoxList({names: ["INBOX"]; withBoxInfo: True})
    $subscribed:=$t.getBoxList({isSubscribed: True; withBoxInfo: True})
    """
    )
    found = bench.run(source)
    assert found["s"] is True
    assert found["before"] == ["Gone", "INBOX"]
    # Some servers know what was subscribed when it is gone; it is no mailbox that is available.
    assert found["subscribed"] == found["all"]


def test_delimiter(bench: Bench) -> None:
    assert bench.run(TRANSPORTER + "$d:=$t.getDelimiter()")["d"] == "/"


NAMES = (
    "Invoices",
    "Été 2026",
    "日本語/書類",
    "Счета",
    "A & B",
    "&",
    "a\\b",
    'say "hi"',
    "100% (all*)",
    "🎉 party",
    "x~-&y",
)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_mailboxes(bench: Bench, name: str) -> None:
    if "*" in name and "wildcards" in bench.server.lacks:
        pytest.skip("the server takes no such name")
    source = (
        TRANSPORTER
        + """
    $created:=$t.createBox($name)
    $again:=$t.createBox($name)
    $list:=$t.getBoxList({names: [$name]})
    $appended:=$t.append({from: "a@example.test"; subject: "in it"; textBody: "x"}; $name)
    $info:=$t.selectBox($name)
    $mail:=$t.getMail(1)
    $renamed:=$t.renameBox($name; $name+" 2")
    $after:=$t.getMail(1)
    $deleted:=$t.deleteBox($name+" 2")
    $gone:=$t.deleteBox($name+" 2")
    $rest:=$t.getBoxList({names: [$name; $name+" 2"]})
    """
    )
    found = bench.run(source, name=name)
    done(found["created"])
    refused(found["again"])
    assert [box["name"] for box in found["list"]] == [name]
    done(found["appended"])
    assert (found["info"]["name"], found["info"]["mailCount"]) == (name, 1)
    assert found["mail"]["subject"] == found["after"]["subject"] == "in it"
    done(found["renamed"])
    done(found["deleted"])
    refused(found["gone"])
    assert found["rest"] == []


def test_create_makes_what_is_above(bench: Bench) -> None:
    done(bench.run(TRANSPORTER + '$s:=$t.createBox("Projects/IMAP/Doc")')["s"])
    assert "Projects/IMAP/Doc" in bench.witness.boxes()
    names = bench.run('$l:=$t.getBoxList().extract("name")')["l"]
    assert {"Projects", "Projects/IMAP", "Projects/IMAP/Doc"} <= set(names)


def test_rename_and_delete_refusals(bench: Bench) -> None:
    source = (
        TRANSPORTER
        + """
    $missing:=$t.renameBox("Nowhere"; "Other")
    $taken:=$t.renameBox("Drafts"; "Sent")
    $inbox:=$t.deleteBox("INBOX")
    """
    )
    found = bench.run(source)
    for name in ("missing", "taken", "inbox"):
        refused(found[name])


def test_renaming_above_the_current_mailbox(bench: Bench) -> None:
    bench.witness.client.create('"Bills/Atlas"')
    bench.witness.add("Bills/Atlas", mail("bill"))
    source = (
        TRANSPORTER
        + """
    $info:=$t.selectBox("Bills/Atlas")
    $s:=$t.renameBox("Bills"; "Invoices")
    $mail:=$t.getMail(1)
    $name:=$t.getBoxInfo().name
    """
    )
    found = bench.run(source)
    done(found["s"])
    assert (found["mail"]["subject"], found["name"]) == ("bill", "Invoices/Atlas")


def test_deleting_the_current_mailbox(bench: Bench) -> None:
    source = (
        TRANSPORTER
        + """
    $s:=$t.createBox("Short")
    $info:=$t.selectBox("Short")
    $s:=$t.deleteBox("Short")
    $after:=$t.expunge()
    $info:=$t.selectBox("INBOX")
    """
    )
    found = bench.run(source)
    done(found["s"])
    assert found["after"]["success"] is False and "no mailbox is selected" in found["after"]["statusText"]
    assert found["info"]["name"] == "INBOX"


# Reading.

PARTS = """\
From: =?utf-8?Q?K=C3=A4the?= <kaethe@example.test>
To: Alice <alice@example.test>, bob@example.test
Cc: carol@example.test
Subject: =?utf-8?B?w5xiZXJzaWNodA==?=
Date: Fri, 20 Nov 2026 10:00:00 +0100
Message-ID: <parts@example.test>
Keywords: one, two
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=xyz

--xyz
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Gr\xfc\xdfe
--xyz
Content-Type: application/octet-stream; name=data.bin
Content-Disposition: attachment; filename=data.bin
Content-Transfer-Encoding: base64

AAECAwQ=
--xyz--
""".replace("\n", "\r\n").encode("latin-1")


def test_get_mail(bench: Bench) -> None:
    bench.witness.add("INBOX", mail("first"), PARTS, flags="\\Flagged $Forwarded")
    ids = list(bench.witness.messages("INBOX"))
    found = bench.run(
        INBOX + "$mail:=$t.getMail(2)\n$same:=$t.getMail($id)\n$data:=$mail.attachments[0].getContent()",
        id=ids[1],
    )
    one = found["mail"]
    assert one["from"] == [{"name": "Käthe", "email": "kaethe@example.test"}]
    assert [each["email"] for each in one["to"]] == ["alice@example.test", "bob@example.test"]
    assert (one["subject"], one["messageId"]) == ("Übersicht", "parts@example.test")
    assert one["sendAt"] == "2026-11-20T09:00:00Z"
    assert one["bodyValues"]["p0001"]["value"].rstrip() == "Grüße"
    assert one["id"] == ids[1] == found["same"]["id"]
    assert one["size"] == len(PARTS)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one["receivedAt"])
    received = time.mktime(time.strptime(one["receivedAt"], "%Y-%m-%dT%H:%M:%SZ")) - time.timezone
    assert abs(time.time() - received) < 120
    assert bytes(found["data"]) == b"\0\1\2\3\4"
    keywords = one["keywords"]
    assert keywords["$flagged"] is True and keywords["one"] is keywords["two"] is True
    assert {key.lower() for key in keywords} >= {"$forwarded"}
    # It is marked as read by that.
    assert ["\\Seen" in flags for flags in bench.witness.flags("INBOX")] == [False, True]
    assert found["same"]["keywords"]["$seen"] is True


@pytest.mark.parametrize("seen", [True, False, None])
@pytest.mark.parametrize("body", [True, False, None])
def test_options(bench: Bench, seen: bool | None, body: bool | None) -> None:
    bench.witness.add("INBOX", PARTS, PARTS)
    options = {name: value for name, value in (("updateSeen", seen), ("withBody", body)) if value is not None}
    found = bench.run(INBOX + "$mail:=$t.getMail(1; $o)\n$mails:=$t.getMails(2; 2; $o)", o=options)
    for one in (found["mail"], found["mails"]["list"][0]):
        assert ("bodyValues" in one, "bodyStructure" in one) == (body is not False,) * 2
        assert one["subject"] == "Übersicht" and one["size"] == len(PARTS) and one["headers"]
    assert ["\\Seen" in flags for flags in bench.witness.flags("INBOX")] == [seen is not False] * 2


@pytest.mark.parametrize(
    "which", ["3", "0", "-1", '"999999"', '"1:*"', '"abc"', '""', '"0"', '"4294967296"', '"1 2"']
)
def test_a_message_that_is_not_there(bench: Bench, which: str) -> None:
    bench.inbox("one", "two")
    bench.run(INBOX)
    with pytest.raises(ScriptError, match="no message"):
        bench.run(f"$m:=$t.getMail({which})")
    assert bench.ignored(f"$t.getMail({which})") is bench.value(f"Try($t.getMail({which}))") is None
    assert bench.value(f"BLOB size($t.getMIMEAsBlob({which}))") == 0


@pytest.mark.parametrize(
    "call",
    [
        "getMail(1)",
        "getMails(1; 2)",
        'getMails(["1"])',
        "getMIMEAsBlob(1)",
        "numToID(1; 2)",
        'searchMails("ALL")',
    ],
)
def test_no_mailbox_is_selected(bench: Bench, call: str) -> None:
    bench.run(TRANSPORTER)
    with pytest.raises(ScriptError, match="no mailbox is selected"):
        bench.run(f"$r:=$t.{call}")


@pytest.mark.parametrize(
    ("range_", "wanted", "missing"),
    [
        ("1; 3", [0, 1, 2], []),
        ("2; 3", [1, 2], []),
        ("0; 0", [0, 1, 2, 3], []),
        ("-17; 2", [0, 1], []),
        ("3; -1", [2, 3], []),
        ("3; 7", [2, 3], [5, 6, 7]),
        ("9; 11", [], [9, 10, 11]),
        ("3; 2", [1, 2], []),
    ],
)
def test_ranges(bench: Bench, range_: str, wanted: list[int], missing: list[int]) -> None:
    ids = bench.inbox("m0", "m1", "m2", "m3")
    found = bench.run(INBOX + f"$r:=$t.getMails({range_}; {{updateSeen: False}})\n$ids:=$t.numToID({range_})")
    assert set(found["r"]) == {"list", "notFound"}
    assert [one["subject"] for one in found["r"]["list"]] == [f"m{index}" for index in wanted]
    assert [one["id"] for one in found["r"]["list"]] == found["ids"] == [ids[index] for index in wanted]
    assert found["r"]["notFound"] == missing


def test_ids(bench: Bench) -> None:
    ids = bench.inbox("m0", "m1", "m2")
    bench.run(INBOX)
    asked = [ids[2], "99999", ids[0], "abc", "1:*", ids[2]]
    found = bench.run("$r:=$t.getMails($asked)\n$none:=$t.getMails([])", asked=asked)
    assert [one["subject"] for one in found["r"]["list"]] == ["m2", "m0"]
    assert found["r"]["notFound"] == ["99999", "abc", "1:*"]
    assert found["none"] == {"list": [], "notFound": []}
    assert ["\\Seen" in flags for flags in bench.witness.flags("INBOX")] == [True, False, True]
    for wrong in ("[1]", "[Null]", '["1"]; 2; 3', "1", '["1"]; {withBody: "no"}'):
        with pytest.raises(ScriptError):
            bench.run(f"$r:=$t.getMails({wrong})")


def test_an_empty_mailbox(bench: Bench) -> None:
    source = (
        INBOX
        + """
    $r:=$t.getMails(0; 0)
    $ids:=$t.numToID(1; 0)
    $found:=$t.searchMails("")
    $named:=$t.searchMails("2,4:7,9,12:* UNSEEN")
    $s:=$t.addFlags(IMAP all; {flagged: True})
    $c:=$t.copy(IMAP all; "Sent")
    $e:=$t.expunge()
    """
    )
    found = bench.run(source)
    assert found["r"] == {"list": [], "notFound": []}
    assert found["ids"] == found["found"] == found["named"] == []
    for name in ("s", "c", "e"):
        done(found[name])


def test_mime(bench: Bench) -> None:
    bench.witness.add("INBOX", mail("one"), PARTS)
    uid = list(bench.witness.messages("INBOX"))[1]
    source = INBOX + "$a:=$t.getMIMEAsBlob(2; False)\n$b:=$t.getMIMEAsBlob($id; False)"
    found = bench.run(source, id=uid)
    assert bytes(found["a"]) == bytes(found["b"]) == PARTS
    assert bench.witness.flags("INBOX") == [set(), set()]
    bench.run("$a:=$t.getMIMEAsBlob(2; True)")
    assert bench.witness.flags("INBOX") == [set(), {"\\Seen"}]
    assert bench.value("MAIL Convert from MIME($t.getMIMEAsBlob(2)).subject") == "Übersicht"


def test_large_mails(bench: Bench) -> None:
    content = mail("large", "0123456789abcdef" * 60 + "\r\n" + ("a line of it\r\n" * 300_000))
    bench.witness.add("INBOX", content)
    found = bench.run(INBOX + '$b:=$t.getMIMEAsBlob(1)\n$s:=$t.append($b; "Sent")')
    assert bytes(found["b"]) == content
    done(found["s"])
    ((stored, _),) = bench.witness.messages("Sent").values()
    assert stored == content


# Searching.

MAILS = (
    (mail("Reports of May", "the café is open", sender="smith@example.test"), "\\Seen"),
    (mail("4D new feature: search", "nothing", sender='"O\'Hara, Joe" <joe@example.test>'), "\\Flagged"),
    (
        mail("=?utf-8?Q?=C3=9Cbersicht?=", "Hilfe", more="Content-Type: multipart/mixed; boundary=x\r\n"),
        "\\Draft $Work",
    ),
    (mail("Say \\ and quotes", "x" * 5000, more="X-Other: some thing\r\n"), "\\Answered $Work $Home"),
)


@pytest.mark.parametrize(
    ("criteria", "wanted"),
    [
        ("", [0, 1, 2, 3]),
        ("ALL", [0, 1, 2, 3]),
        ("SEEN", [0]),
        ("unseen", [1, 2, 3]),
        ("NOT SEEN", [1, 2, 3]),
        ("FLAGGED", [1]),
        ("UNFLAGGED", [0, 2, 3]),
        ("ANSWERED", [3]),
        ("UNANSWERED", [0, 1, 2]),
        ("DRAFT", [2]),
        ("UNDRAFT", [0, 1, 3]),
        ("DELETED", []),
        ("UNDELETED", [0, 1, 2, 3]),
        ("OR SEEN FLAGGED", [0, 1]),
        ("OR (SEEN) (OR FLAGGED DRAFT)", [0, 1, 2]),
        ("NOT (OR SEEN FLAGGED)", [2, 3]),
        ("FLAGGED FROM joe", [1]),
        ('FROM "smith"', [0]),
        ('from "SMITH" SEEN', [0]),
        ('subject "4D new feature:"', [1]),
        ('SUBJECT "reports"', [0]),
        ('SUBJECT "Übersicht"', [2]),
        ('BODY "café"', [0]),
        ('OR BODY "café" SUBJECT Übersicht', [0, 2]),
        ('CHARSET "ISO-8859" BODY "nothing"', [1]),
        ("CHARSET UTF-8 BODY nothing", [1]),
        ('TEXT "nothing"', [1]),
        ('HEADER CONTENT-TYPE "MIXED"', [2]),
        ('HEADER CONTENT-TYPE "MIXED" NOT HEADER CONTENT-TYPE "TEXT"', [2]),
        ('HEADER X-Other ""', [3]),
        ('HEADER "X-Other" "some thing"', [3]),
        ('TO "alice"', [0, 1, 2, 3]),
        ('CC "alice"', []),
        ('BCC "alice"', []),
        ("KEYWORD $Work", [2, 3]),
        ("UNKEYWORD $Work", [0, 1]),
        ("KEYWORD $Work $Home", [3]),
        ("KEYWORD \\Flagged \\Draft", []),
        ("KEYWORD \\Draft $Work", [2]),
        ("KEYWORD $Work SEEN", []),
        ("OR KEYWORD $Work $Home SEEN", [0, 3]),
        ("UNKEYWORD \\Seen", [1, 2, 3]),
        ("LARGER 5000", [3]),
        ("SMALLER 5000", [0, 1, 2]),
        ("LARGER 0", [0, 1, 2, 3]),
        ("LARGER 4294967296", []),
        ("SMALLER 99999999999999999999", [0, 1, 2, 3]),
        ("1:2", [0, 1]),
        ("2,4", [1, 3]),
        # A set may name more than there is, as the one of the reference does in a small mailbox.
        ("2,4:7,9,12:*", [1, 3]),
        ("5:6", []),
        ("3:1", [0, 1, 2]),
        ("*", [3]),
        ("1:3 UNSEEN", [1, 2]),
        ("4:*", [3]),
        ("UID UIDS", [0, 2]),
        ("SENTBEFORE 1-Feb-2020", []),
        ("SENTON 20-Nov-2026", [0, 1, 2, 3]),
        ('SENTSINCE "20-Nov-2026"', [0, 1, 2, 3]),
        ("BEFORE 1-Jan-2020", []),
        ("SINCE 1-Jan-2020", [0, 1, 2, 3]),
        ("SINCE 29-feb-2020", [0, 1, 2, 3]),
        ("SINCE 01-Nov-2020", [0, 1, 2, 3]),
        ("ON 1-Jan-2020", []),
        ('SUBJECT "Say \\\\ and"', [3]),
        ('SUBJECT "\\"no\\""', []),
        ('FROM "Hara"', [1]),
        ('BODY ""', [0, 1, 2, 3]),
        ("(SEEN)", [0]),
    ],
)
def test_search(bench: Bench, criteria: str, wanted: list[int]) -> None:
    for content, flags in MAILS:
        bench.witness.add("INBOX", content, flags=flags)
    ids = list(bench.witness.messages("INBOX"))
    criteria = criteria.replace("UIDS", f"{ids[0]},{ids[2]}")
    assert bench.run(INBOX + "$found:=$t.searchMails($criteria)", criteria=criteria)["found"] == [
        ids[index] for index in wanted
    ]


def test_search_old_and_new(bench: Bench) -> None:
    if "recent" in bench.server.lacks:
        pytest.skip("the server knows no recent messages")
    bench.witness.add("INBOX", mail("one"))
    source = (
        INBOX
        + """
    $new:=$t.searchMails("NEW").length
    $recent:=$t.searchMails("RECENT").length
    $old:=$t.searchMails("OLD").length
    """
    )
    found = bench.run(source)
    assert (found["new"], found["recent"], found["old"]) == (1, 1, 0)


@pytest.mark.parametrize(
    "criteria",
    [
        "FOO",
        "SUBJECT",
        'SUBJECT "open',
        "(SEEN",
        "SEEN)",
        "()",
        "NOT",
        "OR SEEN",
        "BEFORE yesterday",
        "BEFORE 2020-02-01",
        "BEFORE 32-Jan-2020",
        "SINCE 29-Feb-2021",
        "SENTON 0-Mar-2021",
        "LARGER -1",
        "SMALLER 1.5",
        "LARGER big",
        "UID x",
        "KEYWORD",
        "KEYWORD a*b",
        "HEADER",
        "HEADER X",
        "HEADER X(Y) z",
        'KEYWORD "a b"',
        "SEEN\r\nA9 DELETE INBOX",
        'SUBJECT "x\0y"',
        "(" * 200 + "SEEN" + ")" * 200,
        "NOT " * 200 + "SEEN",
    ],
)
def test_criteria_that_are_none(bench: Bench, criteria: str) -> None:
    bench.run(INBOX)
    with pytest.raises(ScriptError, match="searchCriteria: "):
        bench.run("$r:=$t.searchMails($criteria)", criteria=criteria)


def test_a_line_break_in_a_text_is_no_command(bench: Bench) -> None:
    bench.inbox("one")
    source = INBOX + '$r:=$t.searchMails("SUBJECT \\"x\\r\\nA9 DELETE INBOX\\"")'
    assert bench.run(source)["r"] == []
    assert bench.run('$s:=$t.createBox("a\\r\\nA9 LOGOUT")\n$c:=$t.checkConnection()')["c"]["success"] is True


# Changing.


def test_flags(bench: Bench) -> None:
    ids = bench.inbox("m0", "m1", "m2")
    source = (
        INBOX
        + """
    $f:={}
    $f["$seen"]:=True
    $f["$flagged"]:=True
    $f["$answered"]:=True
    $f["$draft"]:=True
    $f["$deleted"]:=False
    $f.Custom:=True
    $one:=$t.addFlags($id; $f)
    $some:=$t.addFlags([$id; $other]; {Other: True})
    $all:=$t.addFlags(IMAP all; {Each: True})
    $none:=$t.addFlags(IMAP all; {No: False; Number: 1})
    $empty:=$t.addFlags([]; {No: True})
    """
    )
    found = bench.run(source, id=ids[0], other=ids[2])
    for name in ("one", "some", "all", "none", "empty"):
        done(found[name])
    first = {"\\Seen", "\\Flagged", "\\Answered", "\\Draft", "Custom", "Other", "Each"}
    assert bench.witness.flags("INBOX") == [first, {"Each"}, {"Other", "Each"}]
    source = """
    $one:=$t.removeFlags($id; {Custom: True; Other: False})
    $g:={}
    $g["$seen"]:=True
    $some:=$t.removeFlags([$id; $other]; $g)
    $all:=$t.removeFlags(IMAP all; {Each: True})
    """
    found = bench.run(source)
    for name in ("one", "some", "all"):
        done(found[name])
    first = {"\\Flagged", "\\Answered", "\\Draft", "Other"}
    assert bench.witness.flags("INBOX") == [first, set(), {"Other"}]
    assert bench.value("$t.getMail(1; {updateSeen: False}).keywords") == {
        "$flagged": True,
        "$answered": True,
        "$draft": True,
        "Other": True,
    }


@pytest.mark.parametrize(
    "name", ["a[b", "body[x", "4d", "a:b,c;d", "$junk", "~!@#&'+-./<=>?^_`|}", "[", "NIL"]
)
def test_flags_of_all_characters(bench: Bench, name: str) -> None:
    """What the name of a flag may have can be read again, whatever it means elsewhere in a response."""
    bench.inbox("one", "two")
    found = bench.run(
        INBOX
        + """
    $f:={}
    $f[$name]:=True
    $s:=$t.addFlags(IMAP all; $f)
    $keywords:=$t.getMails(0; 0; {updateSeen: False}).list.extract("keywords")
    $found:=$t.searchMails("KEYWORD "+$name)
    $again:=$t.selectBox("INBOX")
    $r:=$t.removeFlags(IMAP all; $f)
    """,
        name=name,
    )
    done(found["s"])
    assert found["keywords"] == [{name: True}] * 2
    assert len(found["found"]) == 2
    assert name in found["again"]["flags"].split() and name in found["again"]["permanentFlags"].split()
    done(found["r"])
    assert bench.witness.flags("INBOX") == [set(), set()]


@pytest.mark.parametrize(
    "name", ["a b", "a(b", "a)b", "a{b", "a]b", "a%b", "a*b", 'a"b', "a\\b", "é", "", "a\r\nb", "\\Seen"]
)
def test_flags_that_are_none(bench: Bench, name: str) -> None:
    bench.inbox("one")
    bench.run(INBOX)
    with pytest.raises(ScriptError, match="cannot be the name of a flag"):
        bench.run("$f:={}\n$f[$name]:=True\n$s:=$t.addFlags(IMAP all; $f)", name=name)
    assert bench.witness.flags("INBOX") == [set()]


@pytest.mark.parametrize(
    "call",
    [
        "addFlags(2; {a: True})",
        "addFlags([1]; {a: True})",
        'addFlags("1:*"; {a: True})',
        "delete(0)",
        'delete(["*"])',
        'copy(["1,2"]; "Sent")',
        'move([{}]; "Sent")',
    ],
)
def test_messages_that_are_none(bench: Bench, call: str) -> None:
    bench.inbox("one")
    bench.run(INBOX)
    with pytest.raises(ScriptError):
        bench.run(f"$s:=$t.{call}")
    assert bench.value(f"Try($t.{call})")["success"] is False
    assert bench.witness.flags("INBOX") == [set()]


def test_delete_and_expunge(bench: Bench) -> None:
    ids = bench.inbox("m0", "m1", "m2")
    source = (
        INBOX
        + """
    $s:=$t.delete([$id])
    $still:=$t.searchMails("DELETED")
    """
    )
    found = bench.run(source, id=ids[1])
    done(found["s"])
    assert found["still"] == [ids[1]]
    assert bench.witness.flags("INBOX") == [set(), {"\\Deleted"}, set()]
    done(bench.run("$e:=$t.expunge()")["e"])
    assert bench.witness.subjects("INBOX") == ["m0", "m2"]
    done(bench.run("$s:=$t.delete(IMAP all)")["s"])
    assert bench.witness.flags("INBOX") == [{"\\Deleted"}] * 2


def test_flagged_messages_go_with_another_mailbox(bench: Bench) -> None:
    bench.inbox("m0", "m1")
    source = (
        INBOX
        + """
    $s:=$t.delete(IMAP all)
    $info:=$t.selectBox("INBOX")
    """
    )
    assert bench.run(source)["info"]["mailCount"] == 2
    # This is no other mailbox: the name has no case.
    assert bench.run('$info:=$t.selectBox("Inbox")')["info"]["mailCount"] == 2
    bench.run('$info:=$t.selectBox("Sent")')
    assert bench.witness.subjects("INBOX") == []


def test_flagged_messages_go_with_the_transporter(bench: Bench) -> None:
    bench.inbox("m0", "m1")
    bench.run(INBOX + '$f:={}\n$f["$deleted"]:=True\n$s:=$t.addFlags(IMAP all; $f)')
    assert bench.witness.subjects("INBOX") == ["m0", "m1"]
    bench.run("$t:=Null")
    # The script goes on when it is done.
    assert bench.witness.subjects("INBOX") == []


@pytest.mark.parametrize("last", ["", 'throw(7; "stop")', "ABORT", "QUIT 4D"])
def test_flagged_messages_go_with_the_program(bench: Bench, tmp_path: Path, last: str) -> None:
    bench.inbox("m0", "m1")
    server = bench.server
    script = tmp_path / "sweep.4dm"
    lines = (
        # Any port but 993 asks for STARTTLS.
        f'$server:={{host: "localhost"; port: {server.port}; user: "{bench.user}"; password: $password}}',
        "$t:=IMAP New transporter($server)",
        '$info:=$t.selectBox("INBOX")',
        "$s:=$t.delete(IMAP all)",
        last,
    )
    script.write_text("\n".join(lines) + "\n")
    command = [sys.executable, "-c", "import sys; from interp.cli import main; sys.exit(main())", "run"]
    done = subprocess.run(
        [*command, "--ca", server.ca_file, "--var", f"password={server.users[bench.user]}", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == (1 if last.startswith("throw") else 0), done.stderr
    assert bench.witness.subjects("INBOX") == []


def test_nothing_goes_that_another_client_flagged(bench: Bench) -> None:
    bench.witness.add("INBOX", mail("one"), flags="\\Deleted")
    bench.run(INBOX + '$m:=$t.getMail(1)\n$info:=$t.selectBox("Sent")\n$t:=Null')
    time.sleep(0.2)
    assert bench.witness.subjects("INBOX") == ["one"]


def test_copy(bench: Bench) -> None:
    ids = bench.inbox("m0", "m1", "m2")
    source = (
        INBOX
        + """
    $some:=$t.copy([$a; $b]; "Sent")
    $all:=$t.copy(IMAP all; "Drafts")
    $none:=$t.copy([]; "Sent")
    $gone:=$t.copy(["99999"]; "Sent")
    $nowhere:=$t.copy(IMAP all; "Nowhere")
    """
    )
    found = bench.run(source, a=ids[2], b=ids[0])
    for name in ("some", "all", "none", "gone"):
        done(found[name])
    refused(found["nowhere"])
    assert bench.witness.subjects("Sent") == ["m0", "m2"]
    assert bench.witness.subjects("INBOX") == bench.witness.subjects("Drafts") == ["m0", "m1", "m2"]


def test_move(bench: Bench) -> None:
    ids = bench.inbox("m0", "m1", "m2")
    source = INBOX + '$some:=$t.move([$a; $b]; "Sent")\n$nowhere:=$t.move(IMAP all; "Nowhere")'
    found = bench.run(source, a=ids[2], b=ids[0])
    done(found["some"])
    refused(found["nowhere"])
    assert (bench.witness.subjects("INBOX"), bench.witness.subjects("Sent")) == (["m1"], ["m0", "m2"])
    done(bench.run('$all:=$t.move(IMAP all; "Drafts")')["all"])
    assert (bench.witness.subjects("INBOX"), bench.witness.subjects("Drafts")) == ([], ["m1"])


@pytest.mark.parametrize("lacking", [{"MOVE"}, {"MOVE", "UIDPLUS"}])
def test_move_where_the_server_cannot(
    bench: Bench, lacking: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from stdlib4d.mail.imap.connection import IMAPConnection

    can = IMAPConnection.can

    async def less(way: IMAPConnection, capability: str) -> bool:
        return capability not in lacking and await can(way, capability)

    monkeypatch.setattr(IMAPConnection, "can", less)
    ids = bench.inbox("m0", "m1", "m2", "m3")
    # Somebody has flagged another message: it stays, and stays flagged.
    bench.witness.client.select("INBOX")
    bench.witness.client.uid("STORE", ids[3], "+FLAGS", "(\\Deleted)")
    done(bench.run(INBOX + '$s:=$t.move([$a; $b]; "Sent")', a=ids[0], b=ids[2])["s"])
    assert (bench.witness.subjects("INBOX"), bench.witness.subjects("Sent")) == (["m1", "m3"], ["m0", "m2"])
    assert bench.witness.flags("INBOX") == [set(), {"\\Deleted"}]
    assert bench.witness.flags("Sent") == [set(), set()]


def test_many_ids(bench: Bench) -> None:
    """Sets of ids that no line of a command holds."""
    bench.witness.add("INBOX", *(mail(f"m{number}") for number in range(40)))
    ids = list(bench.witness.messages("INBOX"))
    # Every other one, so that they are no ranges, and thousands that are not there.
    asked = ids[::2] + [str(number) for number in range(100_000, 110_000, 2)]
    found = bench.run(
        INBOX
        + "$s:=$t.addFlags($asked; {Mine: True})\n$r:=$t.getMails($asked; {withBody: False; updateSeen: False})",
        asked=asked,
    )
    done(found["s"])
    assert [one["id"] for one in found["r"]["list"]] == ids[::2]
    assert len(found["r"]["notFound"]) == 5000
    assert bench.witness.flags("INBOX") == [{"Mine"}, set()] * 20


def test_append(bench: Bench) -> None:
    source = (
        INBOX
        + """
    $msg:=New object
    $msg.from:="alice@example.test"
    $msg.to:="bob@example.test"
    $msg.bcc:="carol@example.test"
    $msg.subject:="Grüße"
    $msg.textBody:="Lorem ipsum"
    $msg.keywords:=New object
    $msg.keywords["$seen"]:=True
    $msg.keywords["$draft"]:=True
    $msg.keywords.Work:=True
    $msg.keywords.Play:=False
    $drafts:=$t.append($msg; "Drafts")
    $here:=$t.append({subject: "no sender, no recipient"; textBody: "x"})
    $nowhere:=$t.append($msg; "Nowhere")
    """
    )
    found = bench.run(source)
    done(found["drafts"])
    done(found["here"])
    refused(found["nowhere"])
    ((content, flags),) = bench.witness.messages("Drafts").values()
    assert flags == {"\\Seen", "\\Draft", "Work"}
    stored = email.message_from_bytes(content, policy=email.policy.default)
    assert stored["Subject"] == "Grüße" and stored["Bcc"] == "carol@example.test"
    assert "$seen" not in (stored["Keywords"] or "")
    assert stored.get_content().strip() == "Lorem ipsum"
    assert bench.witness.subjects("INBOX") == ["no sender, no recipient"]


def test_append_charsets(bench: Bench) -> None:
    source = (
        TRANSPORTER
        + """
    $o:={headerCharset: mail mode ISO88591; bodyCharset: mail mode UTF8 in base64}
    $s:=$t.append({from: "a@example.test"; subject: "Grüße"; textBody: "Käse"}; "Drafts"; $o)
    """
    )
    done(bench.run(source)["s"])
    ((content, _),) = bench.witness.messages("Drafts").values()
    assert b"=?ISO-8859-1?Q?" in content and b"base64" in content
    with pytest.raises(ScriptError, match="bodyCharset"):
        bench.run('$s:=$t.append({textBody: "x"}; "Drafts"; {bodyCharset: "EBCDIC"})')


def test_append_mime(bench: Bench) -> None:
    source = (
        TRANSPORTER
        + '$s:=$t.append($mime; "Drafts")\n$u:=$t.append(MAIL Convert to MIME({subject: "é"}); "Drafts")'
    )
    found = bench.run(source, mime=PARTS)
    done(found["s"])
    done(found["u"])
    (first, _), (second, _) = bench.witness.messages("Drafts").values()
    assert first == PARTS
    assert b"Subject: =?UTF-8?Q?=C3=A9?=" in second


def test_append_without_a_mailbox(bench: Bench) -> None:
    status = bench.run(TRANSPORTER + '$s:=$t.append({textBody: "x"})')["s"]
    assert set(status) == {"success", "statusText", "errors"} and not status["success"]
    (error,) = status["errors"]
    assert set(error) == {"errcode", "message", "componentSignature"}
    assert error["message"] == status["statusText"] and "no mailbox is selected" in error["message"]


def test_streamed_to_another_mailbox(bench: Bench) -> None:
    """An Email object that was read goes back as it came."""
    bench.witness.add("INBOX", PARTS, flags="\\Flagged")
    done(bench.run(INBOX + '$s:=$t.append($t.getMail(1; {updateSeen: False}); "Sent")')["s"])
    ((content, flags),) = bench.witness.messages("Sent").values()
    assert flags - {"one", "two"} == {"\\Flagged"}
    stored = email.message_from_bytes(content, policy=email.policy.default)
    assert stored["Subject"] == "Übersicht"
    (attachment,) = stored.iter_attachments()
    assert attachment.get_content() == b"\0\1\2\3\4"


# Connections.


def test_the_connection_is_kept(bench: Bench) -> None:
    bench.inbox("one")
    bench.run(INBOX + "For ($i; 1; 5)\n$m:=$t.getMail(1)\n$d:=$t.getDelimiter()\nEnd for")
    assert len(bench.host.dialled) == 1


def test_the_connection_is_checked_after_the_delay(bench: Bench) -> None:
    bench.inbox("one")
    source = INBOX.replace(
        "password: $password", 'password: $password; checkConnectionDelay: 1; logFile: "imap.txt"'
    )
    bench.run(source + "$m:=$t.getMail(1)\n$m:=$t.getMail(1)")
    log = Path(bench.host.logs_folder()) / "imap.txt"
    assert len(re.findall(r"C > \S+ NOOP", log.read_text())) == 0
    time.sleep(1.1)
    bench.run("$m:=$t.getMail(1)")
    assert len(re.findall(r"C > \S+ NOOP", log.read_text())) == 1


def test_the_connection_is_checked_each_time(bench: Bench) -> None:
    source = INBOX.replace(
        "password: $password", 'password: $password; checkConnectionDelay: 0; logFile: "imap.txt"'
    )
    bench.run(source + "$i:=$t.getBoxInfo()\n$d:=$t.getDelimiter()")
    log = Path(bench.host.logs_folder()) / "imap.txt"
    assert len(re.findall(r"C > \S+ NOOP", log.read_text())) == 2


def test_the_log_hides_credentials(bench: Bench) -> None:
    for mode in MODES:
        source = INBOX.replace(
            "password: $password", 'password: $password; authenticationMode: $mode; logFile: "imap.txt"'
        )
        bench.run(source, mode=mode)
    text = (Path(bench.host.logs_folder()) / "imap.txt").read_text()
    assert "SELECT" in text and "UIDVALIDITY" in text
    password = bench.server.users[ALICE]
    for form in (password, f"\0{ALICE}\0{password}"):
        assert base64.b64encode(form.encode()).decode() not in text
    assert password not in text


def test_another_client_changes_the_mailbox(bench: Bench) -> None:
    ids = bench.inbox("m0", "m1", "m2", "m3")
    bench.run(INBOX)
    client = bench.witness.client
    client.select("INBOX")
    client.uid("STORE", ids[0], "+FLAGS", "(\\Deleted)")
    client.expunge()
    bench.witness.add("INBOX", mail("m4"))
    source = """
    $r:=$t.getMails($ids; {updateSeen: False})
    $all:=$t.getMails(0; 0; {updateSeen: False})
    $first:=$t.getMail(1; {updateSeen: False})
    $info:=$t.getBoxInfo()
    $blob:=$t.getMIMEAsBlob($ids[0])
    $s:=$t.delete([$ids[0]; $ids[1]])
    """
    found = bench.run(source, ids=ids)
    assert [one["subject"] for one in found["r"]["list"]] == ["m1", "m2", "m3"]
    assert found["r"]["notFound"] == [ids[0]]
    assert [one["subject"] for one in found["all"]["list"]] == ["m1", "m2", "m3", "m4"]
    assert (found["first"]["subject"], found["info"]["mailCount"]) == ("m1", 4)
    assert bytes(found["blob"]) == b""
    done(found["s"])
    assert bench.witness.flags("INBOX") == [{"\\Deleted"}, set(), set(), set()]


def test_a_mailbox_is_replaced(bench: Bench) -> None:
    """Another mailbox of the same name has other messages by the same ids: none of them must be touched."""
    bench.witness.client.create("Work")
    bench.witness.add("Work", mail("old"))
    with Relay(bench.server.host, bench.server.tls_port) as relay:
        bench.host.dial = lambda *where: relay.connect()  # type: ignore[method-assign]
        ids = bench.run(TRANSPORTER + '$info:=$t.selectBox("Work")\n$ids:=$t.numToID(0; 0)')["ids"]
        relay.cut()
        bench.witness.client.delete("Work")
        time.sleep(1.1)  # the number that ids are good for counts seconds
        bench.witness.client.create("Work")
        bench.witness.add("Work", mail("new"))
        found = bench.run("$s:=$t.delete($ids)\n$all:=$t.delete(IMAP all)", ids=ids)
        for status in (found["s"], found["all"]):
            assert not status["success"] and "ids of its messages have changed" in status["statusText"]
        with pytest.raises(ScriptError, match="ids of its messages have changed"):
            bench.run("$m:=$t.getMail($ids[0])", ids=ids)
        assert bench.witness.flags("Work") == [set()]
        assert bench.run('$info:=$t.selectBox("Work")\n$m:=$t.getMail(1)')["m"]["subject"] == "new"
        done(bench.run("$s:=$t.delete(IMAP all)")["s"])


# Notifications.

LISTEN = """
$p:={host: "mail.example.test"; user: $user; password: $password; listener: {}}
$seen:=[]
$p.listener.onMailCreated:=Formula($1.seen.push($2))
"""
LISTENER = """
property events : Collection
Class constructor
    This.events:=[]
Function onMailCreated($transporter : 4D.IMAPTransporter; $event : Object)
    This.events.push($event)
Function onMailDeleted($transporter : Object; $event : Object)
    This.events.push($event)
Function onFlagsModified($transporter : Object; $event : Object)
    This.events.push($event)
    This.host:=$transporter.host
"""
STARTED = """
$p:={host: "mail.example.test"; user: $user; password: $password; listener: cs.Listener.new()}
$t:=IMAP New transporter($p)
$info:=$t.selectBox("INBOX")
$s:=$t.notifier.start()
"""
#: Waits until there are so many events, ten seconds at most.
AWAIT = """
For ($i; 1; 100)
    If ($p.listener.events.length<$count)
        DELAY PROCESS(Current process; 6)
    End if
End for
$events:=$p.listener.events
"""


@pytest.fixture
def listening(bench: Bench) -> Bench:
    """A bench whose scripts have the class of a listener."""
    bench.interpreter.close()
    bench.interpreter = Interpreter(host=bench.host, classes={"Listener": LISTENER})
    return bench


def test_notifications(listening: Bench) -> None:
    bench = listening
    bench.inbox("m0")
    done(bench.run(STARTED)["s"])
    assert bench.value("$t.notifier.isStarted") is True
    ids = bench.inbox("m1")
    events = bench.run(AWAIT, count=1)["events"]
    assert events == [{"type": "mailCreated", "mailCount": 2}]
    client = bench.witness.client
    client.select("INBOX")
    client.uid("STORE", ids[0], "+FLAGS", "(\\Seen)")
    events = bench.run(AWAIT, count=2)["events"]
    assert {key: events[1][key] for key in ("type", "msgNumber")} == {"type": "FlagsModified", "msgNumber": 2}
    assert "\\Seen" in events[1]["flags"]
    assert bench.value("$p.listener.host") == NAME
    client.uid("STORE", ids[0], "+FLAGS", "(\\Deleted)")
    client.expunge()
    events = bench.run(AWAIT, count=4)["events"]
    assert {"type": "mailDeleted", "msgNumber": 2} in events[2:]
    done(bench.run("$s:=$t.notifier.stop()")["s"])
    assert bench.value("$t.notifier.isStarted") is False
    # What comes now is not told of, and the transporter reads again.
    bench.inbox("m2")
    count = len(events)
    events = bench.run("DELAY PROCESS(Current process; 60)\n$events:=$p.listener.events\n$m:=$t.getMail(2)")
    assert len(events["events"]) == count and events["m"]["subject"] == "m2"


def test_a_started_notifier_keeps_the_transporter(listening: Bench) -> None:
    bench = listening
    bench.run(STARTED)
    status = bench.run("$c:=$t.checkConnection()")["c"]
    assert not status["success"] and "notifier" in status["statusText"]
    assert set(status["errors"][0]) == {"errCode", "message", "componentSignature"}
    with pytest.raises(ScriptError, match="notifier"):
        bench.run("$m:=$t.getMail(1)")
    # It goes on without a variable that holds the transporter.
    bench.run("$t:=Null")
    bench.inbox("m0")
    assert len(bench.run(AWAIT, count=1)["events"]) == 1


def test_notifier_without_a_mailbox(listening: Bench) -> None:
    status = listening.run(STARTED.replace('$info:=$t.selectBox("INBOX")', ""))["s"]
    assert not status["success"] and "no mailbox is selected" in status["statusText"] and status["errors"]
    assert listening.value("$t.notifier.isStarted") is False
    assert listening.value("$t.notifier.stop()")["success"] is True
    status = listening.value("4D.IMAPNotifier.new().start()")
    assert not status["success"] and status["errors"]


def test_callbacks_while_a_signal_is_waited_for(listening: Bench) -> None:
    bench = listening
    bench.run(STARTED)
    bench.inbox("m0")
    assert bench.run("$x:=New signal\n$y:=$x.wait(3)\n$events:=$p.listener.events")["events"]


def test_callbacks_in_an_idle_worker(bench: Bench) -> None:
    methods = {
        "startListening": """
            #DECLARE($user : Text; $password : Text; $signal : Object)
            var $t : 4D.IMAPTransporter
            $p:={host: "mail.example.test"; user: $user; password: $password; listener: {}}
            Use ($signal)
                $signal.events:=New shared collection
            End use
            $p.listener.onMailCreated:=Formula(noteEvent($2; $signal))
            $t:=IMAP New transporter($p)
            $t.selectBox("INBOX")
            $s:=$t.notifier.start()
            Use ($signal)
                $signal.ready:=$s.success
            End use
        """,
        "noteEvent": """
            #DECLARE($event : Object; $signal : Object)
            Use ($signal.events)
                $signal.events.push(Current process name+" "+String($event.mailCount))
            End use
            $signal.trigger()
        """,
    }
    bench.interpreter.close()
    bench.interpreter = Interpreter(host=bench.host, methods=methods)
    source = """
    $signal:=New signal
    CALL WORKER("listener"; "startListening"; $user; $password; $signal)
    For ($i; 1; 100)
        If (Not(Bool($signal.ready)))
            DELAY PROCESS(Current process; 3)
        End if
    End for
    """
    bench.run(source)
    assert bench.value("$signal.ready") is True
    bench.inbox("m0")
    assert bench.run("$y:=$signal.wait(10)")["y"] is True
    assert bench.value("$signal.events") == ["listener 1"]


def test_the_notifier_connects_again(listening: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stdlib4d.mail.imap.idle.FIRST_PAUSE", 0.05)
    bench = listening
    with Relay(bench.server.host, bench.server.tls_port) as relay:
        bench.host.dial = lambda *where: relay.connect()  # type: ignore[method-assign]
        bench.run(STARTED)
        relay.cut()
        bench.inbox("m0")
        assert bench.run(AWAIT, count=1)["events"] == [{"type": "mailCreated", "mailCount": 1}]
        bench.inbox("m1")
        assert bench.run(AWAIT, count=2)["events"][1]["mailCount"] == 2
        assert relay.connections == 2
        done(bench.run("$s:=$t.notifier.stop()")["s"])


def test_the_notifier_renews(listening: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stdlib4d.mail.imap.idle.RENEWAL", 0.2)
    bench = listening
    bench.run(STARTED.replace("listener: cs", 'logFile: "imap.txt"; listener: cs'))
    bench.run("DELAY PROCESS(Current process; 60)")
    bench.inbox("m0")
    assert len(bench.run(AWAIT, count=1)["events"]) == 1
    done(bench.run("$s:=$t.notifier.stop()")["s"])
    log = (Path(bench.host.logs_folder()) / "imap.txt").read_text()
    assert log.count(" IDLE\n") > 2 and log.count("DONE\n") == log.count(" IDLE\n")


def test_an_error_in_a_callback(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.interpreter.close()
    broken = LISTENER.replace(
        "This.events.push($event)\nFunction onMailDeleted", 'throw(9; "no")\nFunction onMailDeleted'
    )
    bench.interpreter = Interpreter(host=bench.host, classes={"Listener": broken})
    bench.run(STARTED)
    bench.inbox("m0")
    # It is reported, and what waits goes on waiting.
    assert bench.run("DELAY PROCESS(Current process; 90)\n$after:=True")["after"] is True
    assert any("no" in str(error) for error in bench.interpreter.process_errors)


# From one server to another.


@pytest.mark.parametrize("seed", [1, 2])
def test_copying_over_a_connection_that_breaks(bench: Bench, seed: int) -> None:
    """Mails go from one account to another, the script tries again what fails: none is lost, doubled or changed."""
    count, cuts = 1000, 10
    chance = random.Random(seed)
    contents = [
        mail(f"m{number}", "\r\n".join("x" * chance.randrange(70) for _ in range(chance.randrange(200))))
        for number in range(count)
    ]
    bench.witness.add("INBOX", *contents)
    source = """
    $from:=IMAP New transporter({host: "mail.example.test"; user: $user; password: $password})
    $to:=IMAP New transporter({host: "mail.example.test"; user: $other; password: $otherPassword})
    $failures:=0
    Repeat
        $info:=Try($from.selectBox("INBOX"))
        $ids:=Try($from.numToID(0; 0))
    Until ($ids#Null)
    For each ($id; $ids)
        Repeat
            $blob:=Try($from.getMIMEAsBlob($id; False))
            If (BLOB size($blob)=0)
                $failures:=$failures+1
            End if
        Until (BLOB size($blob)>0)
        Repeat
            $s:=$to.append($blob; "INBOX")
            If (Not($s.success))
                $failures:=$failures+1
            End if
        Until ($s.success)
    End for each
    """
    with bench.server.witness(BOB) as other, Relay(bench.server.host, bench.server.tls_port) as relay:
        other.clear()
        bench.host.dial = lambda *where: relay.connect()  # type: ignore[method-assign]
        relay.cut_at_random(chance, cuts, sum(map(len, contents)) * 2)
        bench.run(source, other=BOB, otherPassword=bench.server.users[BOB])
        assert relay.left == 0, "the connection was not cut often enough"
        arrived = [content for content, _ in other.messages("INBOX").values()]
    assert sorted(arrived) == sorted(contents)
