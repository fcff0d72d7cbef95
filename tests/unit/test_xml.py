"""XML where a script cannot look: limits, odd bytes, what is written of what was read."""

from __future__ import annotations

import random
import time

import pytest

from interp import Interpreter, Permissions, ScriptError
from stdlib4d.xml import nodes, parsing, structure
from stdlib4d.xml.nodes import Document, Element, content, place_of
from stdlib4d.xml.problem import Unreadable
from stdlib4d.xml.writing import document_bytes, document_text

PIECES = (
    b"<a>", b"</a>", b"<b/>", b"<", b">", b"&", b";", b"&lt;", b"&#", b"x", b"&x;", b'"', b"'", b"=", b" ",
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"?>", b"<!DOCTYPE a", b"[", b"]", b"<!ENTITY x ", b"%",
    b"<?xml version='1.0'", b" encoding='utf-16'", b" encoding='hex'", b" encoding='cp437'", b"\0", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\x80", "é".encode(), b"SYSTEM 'f'", b"\n", b"xmlns:a='b'", b"c='d'",
)  # fmt: skip


def test_random_pieces_are_read_or_refused() -> None:
    chance = random.Random(4)
    read = 0
    for _ in range(4000):
        data = b"".join(chance.choices(PIECES, k=chance.randint(1, 12)))
        try:
            parsing.parse(parsing.text_in(b"<a>" + data + b"</a>" if chance.random() < 0.5 else data))
            read += 1
        except Unreadable:
            continue
    assert read > 50


@pytest.mark.parametrize(
    "text",
    [
        '<a>x<![CDATA[<&]]>y<!--c--><?p q?><b c="&#10;&quot;\'"/>]]&gt;\U0001f600</a>',
        "<!DOCTYPE a [<!ELEMENT a ANY> <!-- > --> <!ENTITY e '>'>]><?p?><a>&e;</a><!--after-->",
        "<!-- <!DOCTYPE x> --><!DOCTYPE a SYSTEM 'x>y'><a xmlns:p='u' p:q='1'><p:b/></a>",
    ],
)
def test_what_is_written_is_read_as_the_same(text: str) -> None:
    once = document_text(parsing.parse(text))
    assert document_text(parsing.parse(once)) == once


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "iso-8859-5", "shift_jis", "koi8-r"])
def test_a_document_is_written_in_its_character_set(encoding: str) -> None:
    document = parsing.parse("<a>Дé</a>")
    document.encoding = encoding
    data = document_bytes(document, document_text(document))
    if encoding == "utf-16-be":
        # Without a mark, only its first character tells.
        data = data.removeprefix(b"\xfe\xff")
    assert content(parsing.parse(parsing.text_in(data)).root) == "Дé"


def test_a_text_makes_only_so_many_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_NODES", 10)
    with pytest.raises(Unreadable, match="more than 10 nodes"):
        parsing.parse("<a>" + "<b/>" * 10 + "</a>")


def test_a_text_has_only_so_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_SIZE", 10)
    with pytest.raises(Unreadable, match="12 bytes are more than the 10"):
        parsing.parse("<a>12345</a>")


def test_copies_do_not_grow_a_tree_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "MAX_NODES", 1000)
    script = '$r:=DOM Create XML Ref("r")\nFor ($i; 1; 40)\n$x:=DOM Append XML element($r; $r)\nEnd for'
    with pytest.raises(ScriptError, match="a tree cannot have more than 1000 nodes"):
        Interpreter(permissions=Permissions.none()).run(script)


def test_a_place_is_found_again_after_changes() -> None:
    parent = Element("p")
    for name in "abc":
        parent.append(Element(name))
    last = parent.children[2]
    assert place_of(last) == 2
    parent.insert(0, Element("z"))
    assert place_of(last) == 3
    del parent.children[0]
    assert place_of(last) == 2


def test_references_live_as_long_as_the_interpreter() -> None:
    with Interpreter(permissions=Permissions.none()) as interpreter:
        interpreter.run('$r:=DOM Create XML Ref("r")')
        assert interpreter.run("DOM GET XML ELEMENT NAME($r; $name)").variables["name"] == "r"
        with (
            Interpreter(permissions=Permissions.none()) as other,
            pytest.raises(ScriptError, match="no XML node goes by 0000000000000001"),
        ):
            other.run('DOM GET XML ELEMENT NAME("0000000000000001"; $name)')


def test_going_through_many_siblings_takes_no_time_for_each() -> None:
    script = """
$r:=DOM Parse XML variable("<r>"+("<a/>"*20000)+"</r>")
$child:=DOM Get first child XML element($r)
While (OK=1)
	$count:=$count+1
	$child:=DOM Get next sibling XML element($child)
End while
"""
    begin = time.perf_counter()
    result = Interpreter(permissions=Permissions.none()).run(script, variables={"count": 0})
    assert result.variables["count"] == 20000
    # A walk from the first sibling each time would take minutes.
    assert time.perf_counter() - begin < 20


def test_the_document_of_a_node() -> None:
    document = Document()
    document.append(Element("r"))
    assert nodes.document_of(document.root) is document
    assert nodes.depth_of(document.root) == 1
