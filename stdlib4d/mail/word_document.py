"""4D Write Pro areas as .docx files, by the package python-docx, which is asked for when a script makes one.

What HTML has and a letter needs becomes styles of Word: headings, paragraphs, lists, tables, links, emphasis, colours,
line breaks. Pictures are those of the area, by their ``cid``, or stand in the text as ``data:``. Nothing else that the
HTML names is opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib import import_module
from io import BytesIO
from typing import Any

from ..errors import NOT_IN_SUBSET, LanguageError
from .problem import NOT_CONVERTIBLE, MailProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: How deep elements may be nested; each level is a call.
DEEPEST = 200

_LEFT_OUT = frozenset(
    "script style head title template noscript object iframe svg math textarea select".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header html li main nav ol p pre section table ul".split()
)
_BOLD, _ITALIC = frozenset(("b", "strong", "th")), frozenset(("i", "em", "cite", "dfn", "var", "address"))
_UNDERLINE, _STRIKE = frozenset(("u", "ins")), frozenset(("s", "strike", "del"))
_ALIGNMENTS = {"left": 0, "center": 1, "right": 2, "justify": 3}
_DATA = re.compile(r"data:image/[a-z+.-]{1,40};base64,([A-Za-z0-9+/=\s]*)", re.IGNORECASE)
_STYLE = re.compile(r"\s*([a-z-]{1,40})\s*:\s*([^;]{1,200})")
_COLOUR = re.compile(r"#([0-9a-f]{6})", re.IGNORECASE)
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)(pt|px)")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# What XML 1.0 cannot hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def word_document(html: str, pictures: Mapping[str, bytes], warn: Callable[[str], None]) -> bytes:
    """The document *html* as the bytes of a .docx file.

    *pictures* are what ``cid:`` may name; *warn* is told of other ones, which are left out. Raises
    :class:`LanguageError` where the package is missing, and :class:`MailProblem`.
    """
    try:
        document = import_module("docx").Document()
    except ImportError:
        raise LanguageError(
            NOT_IN_SUBSET, "wk docx needs the Python package python-docx", hint="pip install python-docx"
        ) from None
    from lxml import etree

    clean = _NOT_XML.sub(" ", html)
    if clean.strip():
        root = etree.fromstring(clean, etree.HTMLParser(no_network=True, huge_tree=True))
        if root is not None:
            _Writer(document, pictures, warn).block(root, _Look(), 0)
    properties = document.core_properties
    properties.author = properties.comments = ""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@dataclass(frozen=True)
class _Look:
    """How text looks, by what stands around it."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    #: 1 for superscript, -1 for subscript.
    raised: int = 0
    #: Blanks and line ends stay.
    pre: bool = False
    #: In units of the format.
    size: int | None = None
    colour: str = ""
    #: That of the paragraph.
    style: str = ""


class _Writer:
    """Writes elements into *document*, whose paragraphs begin and end with the blocks of the HTML."""

    def __init__(self, document: Any, pictures: Mapping[str, bytes], warn: Callable[[str], None]) -> None:
        self.place = document
        self.pictures = pictures
        self.warn = warn
        self.paragraph: Any = None
        self.alignment: int | None = None
        self.blank = True  # whether what comes next begins a line, or follows a blank

    def block(self, element: Any, look: _Look, depth: int) -> None:
        """Writes *element* and what it holds, without the text behind it."""
        if depth > DEEPEST:
            raise MailProblem(NOT_CONVERTIBLE, f"wpDoc.html: elements nested deeper than {DEEPEST}")
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or name in _LEFT_OUT:
            return
        look = _inner_look(name, element, look)
        if name == "br":
            self._paragraph(look).add_run().add_break()
            self.blank = True
        elif name == "hr":
            self._end()
            self._paragraph(look).add_run("_" * 40)
            self._end()
        elif name == "img":
            self._picture(element, look)
        elif name == "table":
            self._table(element, look, depth)
        elif name == "a" and (element.get("href") or "").lower().startswith(("http:", "https:", "mailto:")):
            self._link(element, look, depth)
        elif name in _BLOCKS:
            outer = self.alignment
            self._end()
            self.alignment = _ALIGNMENTS.get(
                _styles(element).get("text-align", element.get("align", "")), outer
            )
            self._inside(element, look, depth)
            self._end()
            self.alignment = outer
        else:
            self._inside(element, look, depth)

    def _inside(self, element: Any, look: _Look, depth: int) -> None:
        self._text(element.text, look)
        for child in element:
            self.block(child, look, depth + 1)
            self._text(child.tail, look)

    def _end(self) -> None:
        self.paragraph, self.blank = None, True

    def _paragraph(self, look: _Look) -> Any:
        if self.paragraph is None:
            self.paragraph = self.place.add_paragraph()
            if look.style:
                styles = self.paragraph.part.document.styles
                self.paragraph.style = styles[look.style]
            if self.alignment is not None:
                self.paragraph.alignment = self.alignment
        return self.paragraph

    def _text(self, text: str | None, look: _Look) -> Any:
        if not text:
            return None
        if not look.pre:
            text = _BLANKS.sub(" ", text)
            if self.blank:
                text = text.removeprefix(" ")
            if not text:
                return None
            self.blank = text.endswith(" ")
        run = self._paragraph(look).add_run(text)
        run.bold, run.italic, run.underline = look.bold, look.italic, look.underline
        font = run.font
        font.strike = look.strike
        if look.raised:
            font.superscript, font.subscript = look.raised > 0, look.raised < 0
        if look.pre:
            font.name = "Courier New"
        if look.size:
            font.size = look.size
        if look.colour:
            font.color.rgb = import_module("docx.shared").RGBColor.from_string(look.colour)
        return run

    def _link(self, element: Any, look: _Look, depth: int) -> None:
        """The text of a link, which leads where *element* says; opened by whoever reads the document."""
        paragraph = self._paragraph(look)
        before = len(paragraph._p)
        self._inside(element, replace(look, underline=True, colour=look.colour or "0563C1"), depth)
        if self.paragraph is not paragraph:
            return  # there are blocks in it
        shared = import_module("docx.oxml")
        link = shared.OxmlElement("w:hyperlink")
        kind = import_module("docx.opc.constants").RELATIONSHIP_TYPE.HYPERLINK
        target = paragraph.part.relate_to(element.get("href"), kind, is_external=True)
        link.set(import_module("docx.oxml.ns").qn("r:id"), target)
        for run in paragraph._p[before:]:
            link.append(run)
        paragraph._p.append(link)

    def _picture(self, element: Any, look: _Look) -> None:
        source = element.get("src") or ""
        data = self._data(source)
        width, height = (_pixels(element.get(side)) for side in ("width", "height"))
        if data:
            try:
                self._paragraph(look).add_run().add_picture(BytesIO(data), width, height)
            except Exception:  # of several kinds of pictures, each with errors of its own
                data = b""
        if not data:
            self.warn(f"WP EXPORT VARIABLE: left out a picture that is none of the area: {source[:60]}")
            self._text(element.get("alt"), look)
        self.blank = False

    def _data(self, source: str) -> bytes:
        from binascii import Error, a2b_base64

        if source[:4].lower() == "cid:":
            return self.pictures.get(source[4:], b"")
        found = _DATA.fullmatch(source)
        try:
            return a2b_base64(found[1]) if found else b""
        except Error:
            return b""

    def _table(self, element: Any, look: _Look, depth: int) -> None:
        self._end()
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        columns = max(map(len, cells), default=0)
        if not columns:
            self._inside(element, look, depth)
            return
        outer, alignment = self.place, self.alignment
        table = outer.add_table(len(rows), columns)
        if hasattr(outer, "sections"):
            table.style = "Table Grid"
        for row, held in zip(table.rows, cells, strict=True):
            for place, cell in zip(row.cells, held, strict=False):
                self.place, self.paragraph, self.blank = place, place.paragraphs[0], True
                self._inside(cell, _inner_look(cell.tag, cell, look), depth + 1)
        self.place, self.alignment = outer, alignment
        self._end()


def _inner_look(name: str, element: Any, look: _Look) -> _Look:
    """How what stands in *element* looks, which stands in text that looks like *look*."""
    changes: dict[str, Any] = {}
    if name in _BOLD:
        changes["bold"] = True
    elif name in _ITALIC:
        changes["italic"] = True
    elif name in _UNDERLINE:
        changes["underline"] = True
    elif name in _STRIKE:
        changes["strike"] = True
    elif name in ("sub", "sup"):
        changes["raised"] = 1 if name == "sup" else -1
    elif name in ("pre", "code", "tt", "kbd", "samp"):
        changes["pre"] = True
    elif len(name) == 2 and name[0] == "h" and name[1] in "123456":
        changes["style"] = f"Heading {name[1]}"
    elif name == "li":
        level = min(3, sum(1 for one in element.iterancestors("ul", "ol")))
        kind = "List Number" if element.getparent().tag == "ol" else "List Bullet"
        changes["style"] = kind if level < 2 else f"{kind} {level}"
    elif name == "blockquote":
        changes["style"] = "Quote"
    for key, value in _styles(element).items():
        _apply(changes, key, value)
    return replace(look, **changes) if changes else look


def _apply(changes: dict[str, Any], key: str, value: str) -> None:
    if key == "font-weight":
        changes["bold"] = value in ("bold", "bolder") or (value.isdecimal() and int(value) >= 600)
    elif key == "font-style":
        changes["italic"] = value in ("italic", "oblique")
    elif key == "text-decoration":
        changes["underline"], changes["strike"] = "underline" in value, "line-through" in value
    elif key == "color" and (colour := _COLOUR.fullmatch(value)):
        changes["colour"] = colour[1].upper()
    elif key == "font-size" and (size := _POINTS.fullmatch(value)):
        # 12,700 units of the format are a point, and a pixel is three quarters of one.
        changes["size"] = max(int(float(size[1]) * (12_700 if size[2] == "pt" else 9_525)), 12_700)


def _styles(element: Any) -> dict[str, str]:
    style = element.get("style")
    return {key: value.strip().lower() for key, value in _STYLE.findall(style.lower())} if style else {}


def _pixels(text: str | None) -> int | None:
    """The length of so many pixels in the units of the format, ``None`` for what is no number of them."""
    number = (text or "").strip().removesuffix("px")
    return int(number) * 9_525 if number.isdecimal() and 0 < len(number) < 5 and int(number) else None
