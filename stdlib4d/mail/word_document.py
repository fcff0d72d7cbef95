"""4D Write Pro areas as .docx files, by the package html-for-docx, which is asked for when a script makes one.

The package opens whatever files and addresses an HTML text names. So it gets a text in which nothing is named: pictures
are those of the area, by their ``cid``, or stand in the text as ``data:``; all else is left out, and told.
"""

from __future__ import annotations

import re
from base64 import b64encode
from importlib import import_module
from io import BytesIO
from typing import Any

from ..errors import NOT_IN_SUBSET, LanguageError
from .problem import NOT_CONVERTIBLE, MailProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Elements that are no text of the document, or that the parser takes for raw text.
_LEFT_OUT = (
    "applet area base embed frame frameset iframe link map meta noembed noframes noscript object plaintext script svg"
    " template textarea title video audio xmp"
).split()
#: How deep elements may be nested; what converts them calls itself for each level.
DEEPEST = 200
_DATA = re.compile(r"data:image/[a-z+.-]{1,40};base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)


def word_document(html: str, pictures: Mapping[str, bytes], warn: Callable[[str], None]) -> bytes:
    """The document *html* as the bytes of a .docx file.

    *pictures* are what ``cid:`` may name; *warn* is told of other ones, which are left out. Raises
    :class:`LanguageError` where the package is missing, and :class:`MailProblem`.
    """
    try:
        converter = import_module("html4docx").HtmlToDocx()
        soup_of = import_module("bs4").BeautifulSoup
        image_of = import_module("docx.image.image").Image.from_blob
    except ImportError:
        raise LanguageError(
            NOT_IN_SUBSET,
            "wk docx needs the Python package html-for-docx",
            hint="pip install html-for-docx",
        ) from None
    try:
        soup = soup_of(html, "html.parser")
        _check_depth(soup)
        text = _alone(soup, pictures, image_of, warn)
        if not _names_nothing(soup_of(text, "html.parser")):
            raise MailProblem(NOT_CONVERTIBLE, "wpDoc.html: it names a file in a way that cannot be left out")
        document = converter.parse_html_string(text)
        properties = document.core_properties
        properties.author = properties.comments = ""
        file = BytesIO()
        document.save(file)
    except MailProblem:
        raise
    except Exception as problem:
        # The package is not made for what is no HTML; what it stumbles over is a mistake in the document.
        reason = f"{type(problem).__name__}: {problem}"[:200]
        raise MailProblem(NOT_CONVERTIBLE, f"wpDoc.html: cannot be made a .docx file ({reason})") from problem
    return file.getvalue()


def _check_depth(soup: Any) -> None:
    depths = {id(soup): 0}
    for element in soup.find_all(True):
        depths[id(element)] = depth = depths[id(element.parent)] + 1
        if depth > DEEPEST:
            raise MailProblem(NOT_CONVERTIBLE, f"wpDoc.html: elements nested deeper than {DEEPEST}")


def _alone(
    soup: Any, pictures: Mapping[str, bytes], image_of: Callable[[bytes], Any], warn: Callable[[str], None]
) -> str:
    """The HTML of *soup* with its pictures in it, and naming nothing outside of it."""
    for element in soup.find_all(_LEFT_OUT):
        element.decompose()
    for node in soup.find_all(string=True):
        # Comments, declarations and their like would be parsed a second time.
        if type(node).__name__ not in ("NavigableString", "Stylesheet"):
            node.extract()
    for style in soup.find_all("style"):
        if "<" in style.get_text() or "@import" in style.get_text().lower():
            style.decompose()
    for image in soup.find_all(["img", "image"]):
        source = _source(str(image.get("src") or ""), pictures, image_of)
        if source and image.name == "img":
            image["src"] = source
        else:
            warn(
                f"WP EXPORT VARIABLE: left out a picture that is not in the area: {str(image.get('src'))[:60]}"
            )
            image.replace_with(str(image.get("alt") or ""))
    return str(soup)


def _source(source: str, pictures: Mapping[str, bytes], image_of: Callable[[bytes], Any]) -> str:
    """*source* as a ``data:`` address of a picture that a document can hold; an empty text where it is none."""
    from binascii import Error, a2b_base64

    if source[:4].lower() == "cid:":
        data = pictures.get(source[4:], b"")
    elif _DATA.fullmatch(source):
        try:
            data = a2b_base64(source.partition(",")[2])
        except Error:
            return ""
    else:
        return ""
    try:
        kind = image_of(data).content_type
    except Exception:  # one of several kinds of picture, each with errors of its own
        return ""
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"


def _names_nothing(soup: Any) -> bool:
    """Whether the HTML of *soup*, as the package parses it, opens nothing."""
    images = soup.find_all("img")
    return not soup.find_all(_LEFT_OUT) and all(_DATA.fullmatch(str(one.get("src") or "")) for one in images)
