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
from .building.message import build
from .problem import MailProblem, problem_in
from .properties import prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Run
    from ..values import Value

#: The constant ``wk mime html``.
MIME_HTML = 1


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
    """Exports an area into a variable: as MIME with its pictures, for MAIL Convert from MIME.

    A Text variable gets a text, any other one a blob (commands/mail-convert-from-mime.md).
    """
    name = "WP EXPORT VARIABLE"
    if format_ != MIME_HTML:
        raise LanguageError(
            ARGUMENT_UNEXPECTED, f"{name}: format: only wk mime html is supported, got {format_}"
        )
    try:
        mail: dict[str, Value] = {
            "htmlBody": prop(area, "html", "Text", "wpDoc."),
            "attachments": prop(area, "pictures", "Collection", "wpDoc.") or [],
        }
        mime = build(
            mail, run.host.now, run.host.warn, lambda attachment: attachment.pieces(run), eight_bit=False
        )
    except MailProblem as problem:
        raise problem.as_error(name, "MIME", None) from None
    except LanguageError as problem:
        raise problem_in(name, problem, "MIME") from problem
    if isinstance(dereference(destination), str):
        assign_through(destination, mime.content.decode("utf-8"))
    else:
        put_blob(destination, mime.content)
