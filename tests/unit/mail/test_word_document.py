"""4D Write Pro areas as .docx files."""

from __future__ import annotations

import sys
import zipfile
from base64 import b64decode, b64encode
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

from interp import Interpreter, ScriptError

PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
SCRIPT = """
var $blob : Blob
$area:=WP New($html)
$area.pictures.push(MAIL New attachment($picture; "logo.png"; "logo"))
WP EXPORT VARIABLE($area; $blob; wk docx)
return $blob
"""


def exported(html: str) -> zipfile.ZipFile:
    with Interpreter() as engine:
        content = engine.run(SCRIPT, variables={"html": html, "picture": PICTURE}).value
    return zipfile.ZipFile(BytesIO(content))


def pictures(document: zipfile.ZipFile) -> list[bytes]:
    return [document.read(name) for name in document.namelist() if name.startswith("word/media/")]


def test_text_and_pictures() -> None:
    document = exported('<h1>Grüße &amp; more</h1><p>All is <b>well</b>.<img src="cid:logo"></p>')
    text = document.read("word/document.xml").decode("utf-8")
    assert ">Grüße &amp; more<" in text
    assert "<w:b/>" in text
    assert pictures(document) == [PICTURE]


def test_what_a_letter_needs() -> None:
    document = exported(
        "<title>not this</title><h2 align=center>Head</h2><ul><li>one<li>two<ul><li>inner</ul></ul><ol><li>first</ol>"
        "<p>a  <i>b</i>\n<u>c</u><br>d <a href='https://example.com/?a=1&amp;b=2'>link</a> <sup>2</sup></p>"
        "<table><tr><th>x<td>y<tr><td><table><tr><td>in</table></table><pre>k  l</pre><p>end"
    )
    read = import_module("docx").Document(BytesIO(_bytes(document)))
    shown = [(one.style.name, one.text) for one in read.paragraphs]
    assert shown == [
        ("Heading 2", "Head"),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Bullet 2", "inner"),
        ("List Number", "first"),
        ("Normal", "a b c\nd link 2"),
        ("Normal", "k  l"),
        ("Normal", "end"),
    ]
    assert read.paragraphs[0].alignment == 1
    assert [link.address for link in read.paragraphs[5].hyperlinks] == ["https://example.com/?a=1&b=2"]
    table = read.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["x", "y"]
    assert table.cell(1, 0).tables[0].cell(0, 0).text == "in"
    bold = [run.bold for run in table.cell(0, 0).paragraphs[0].runs]
    assert bold == [True]


def _bytes(document: zipfile.ZipFile) -> bytes:
    assert document.fp is not None
    document.fp.seek(0)
    return document.fp.read()


def test_pictures_in_the_text() -> None:
    shown = f'<img src="data:image/png;base64,{b64encode(PICTURE).decode()}">'
    assert pictures(exported(f"<table><tr><td>{shown}</td></tr></table>")) == [PICTURE]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{path}" alt="instead">',
        '<img src=" {path}" alt="instead">',
        '<IMG SRC="file://{path}" alt="instead">',
        '<table><tr><td><img src="{path}" alt="instead"></td></tr></table>',
        '<p>instead<!-- --!><img src="{path}"> --></p>',
        '<p>instead<![CDATA[<img src="{path}">]]></p>',
        '<p>instead</p><textarea><img src="{path}"></textarea>',
        '<p>instead</p><iframe src="{path}"></iframe><object data="{path}"></object>',
        "<p>instead</p><style><!--</style><img src='{path}'>--></style>",
        '<p>instead</p><img src="cid:other"><img>',
        '<p>instead</p><link rel="stylesheet" href="{path}">',
        '<p>instead</p><style>@import "{path}";</style>',
        '<p>instead</p><img src="data:image/png;base64,AAAA"><img src="data:image/png;base64,A">',
        '<p>instead&lt;img src="{path}"&gt;</p>',
    ],
)
def test_nothing_outside_is_opened(html: str, tmp_path: Path) -> None:
    file = tmp_path / "secret.png"
    file.write_bytes(PICTURE)
    opened: list[object] = []

    def spy(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("open", "socket.connect", "urllib.Request"):
            opened.append(arguments[0])

    watching = True
    sys.addaudithook(spy)
    try:
        document = exported(html.format(path=file))
    finally:
        watching = False
    assert "instead" in document.read("word/document.xml").decode("utf-8")
    assert pictures(document) == []
    assert [one for one in opened if str(tmp_path) in str(one)] == []


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ScriptError, match="WP EXPORT VARIABLE: wk docx needs the Python package python-docx"):
        exported("<p>text</p>")


def test_a_document_too_deep() -> None:
    with pytest.raises(ScriptError, match=r"wpDoc\.html: elements nested deeper than 200"):
        exported("<div>" * 10_000)
