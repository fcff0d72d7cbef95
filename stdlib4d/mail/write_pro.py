"""4D Write Pro documents that are to be mailed: areas that hold HTML and pictures.

There is no word processor here. An area is an object with ``html``, the text of the document, and ``pictures``, a
collection of 4D.MailAttachment whose ``cid`` the HTML names. :func:`wp_new` makes one, and so may an embedding
program. What else an area may be exported to is an error.
"""

from __future__ import annotations

from ..blobs import put_blob
from ..errors import ARGUMENT_UNEXPECTED, LanguageError
from ..references import Pointer, assign_through, dereference
from ..registry import command
from .attachment import MailAttachment
from .building.message import build
from .problem import MailProblem, problem_in
from .properties import mistyped, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value

#: The constants ``wk mime html`` and ``wk docx``.
MIME_HTML, DOCX = 1, 7


@command("WP New", 1317, "( {source : Text, Object} ) : Object")
def wp_new(source: Value = "") -> dict[str, Value]:
    """Returns an area with an HTML text, or with what another area holds."""
    if not isinstance(source, dict):
        return {"html": source, "pictures": []}
    return {"html": source.get("html", ""), "pictures": list(source.get("pictures") or ())}


@command(
    "WP EXPORT VARIABLE",
    1319,
    "( wpDoc : Object ; destination : Variable ; format : Integer {; option : any} )",
)
def wp_export_variable(
    run: Run, area: Value, destination: Pointer, format_: int, option: Value = None
) -> None:
    """Exports an area into a variable: as MIME with its pictures, for MAIL Convert from MIME, or as a .docx file.

    MIME in a Text variable is a text, in any other one a blob (commands/mail-convert-from-mime.md); a .docx file is a
    blob (commands/mail-new-attachment.md).
    """
    name = "WP EXPORT VARIABLE"
    if format_ not in (MIME_HTML, DOCX):
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: format: only wk mime html and wk docx are supported, got {format_}",
        )
    try:
        html = prop(area, "html", "Text", "wpDoc.")
        pictures = prop(area, "pictures", "Collection", "wpDoc.") or []
        if format_ == DOCX:
            content, text = _docx(run, html or "", pictures), ""
        else:
            mail: dict[str, Value] = {"htmlBody": html, "attachments": pictures}
            content = build(
                mail, run.host.now, run.host.warn, lambda attachment: attachment.pieces(run), eight_bit=False
            ).content
            text = content.decode("utf-8")
    except MailProblem as problem:
        raise problem.as_error(name, "MIME", None) from None
    except LanguageError as problem:
        raise problem_in(name, problem, "MIME") from problem
    if text and isinstance(dereference(destination), str):
        assign_through(destination, text)
    else:
        put_blob(destination, content)


def _docx(run: Run, html: str, pictures: list[Value]) -> bytes:
    from .word_document import word_document

    held: dict[str, bytes] = {}
    for index, picture in enumerate(pictures):
        if not isinstance(picture, MailAttachment):
            raise mistyped(f"wpDoc.pictures[{index}]", "4D.MailAttachment", picture)
        held[picture.cid] = picture.content(run)
    return word_document(html, held, run.host.warn)
