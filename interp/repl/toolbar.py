"""The line below the prompt: the call that is being written, else where mails go."""

from __future__ import annotations

from prompt_toolkit.formatted_text import FormattedText

from ..help.calls import call_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from .session import Session

_SANDBOX = " sandbox: nothing leaves this machine"
_LIVE = " mails go to real servers; .sandbox on ends it"
#: What else may stand there, where there is room.
_KEYS = ("   .help", "   ?NAME", "   Alt-Enter: new line", "   Ctrl-R: search")


def toolbar(session: Session, document: Document, width: int) -> FormattedText:
    """The fragments of the line for the cursor in *document*."""
    workspace = session.workspace
    shown: StyleAndTextTuples = []
    if workspace.host.live:
        shown.append(("class:bottom-toolbar.live", " LIVE "))
    if document.text and not document.text.startswith((".", "?")):
        call = call_at(document.text, document.cursor_position, workspace.reader, workspace.surroundings)
        if call is not None:
            shown += [
                ("", f" {call.before}"),
                ("class:bottom-toolbar.current", call.current),
                ("", call.after),
            ]
            used = sum(len(part[1]) for part in shown)
            about = call.meaning or call.summary
            if about and used + len(about) + 5 <= width:
                shown.append(("", f"   {about}"))
            return FormattedText(shown)
    state = _LIVE if workspace.host.live else _SANDBOX
    for key in () if workspace.host.live else _KEYS:
        if len(state) + len(key) <= width:
            state += key
    shown.append(("", state))
    return FormattedText(shown)
