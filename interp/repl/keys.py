"""The keys that a session has besides those of Emacs or vi."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import (
    Condition,
    has_focus,
    has_selection,
    vi_insert_mode,
    vi_mode,
    vi_navigation_mode,
)
from prompt_toolkit.key_binding import KeyBindings

from .completeness import BRACKET, INCOMPLETE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding.key_processor import KeyPressEvent

    from .session import Session

_typing = has_focus("DEFAULT_BUFFER") & (~vi_mode | vi_insert_mode)


@Condition
def _at_indentation() -> bool:
    """Whether nothing but blanks stands before the cursor on its line."""
    return not get_app().current_buffer.document.current_line_before_cursor.strip()


def bindings(session: Session) -> KeyBindings:
    """Enter runs what is complete, and goes to a new line else; Alt-Enter always goes to one; Tab indents a line."""
    keys = KeyBindings()

    @keys.add("enter", filter=_typing)
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        document = buffer.document
        if document.text_after_cursor.strip() and not document.on_last_line:
            _new_line(session, buffer)
            return
        _outdent(session, buffer)
        look = session.look(buffer.text)
        if look.state == INCOMPLETE:
            if look.inside == BRACKET and not document.text_after_cursor.strip():
                # In 4D a line that goes on says so.
                buffer.insert_text("\\" if document.char_before_cursor.isspace() else " \\")
            _new_line(session, buffer)
        else:
            buffer.validate_and_handle()

    @keys.add("enter", filter=has_focus("DEFAULT_BUFFER") & vi_navigation_mode)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter", filter=_typing)
    def _(event: KeyPressEvent) -> None:
        _new_line(session, event.current_buffer)

    @keys.add("tab", filter=_typing & _at_indentation & ~has_selection)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\t")

    return keys


def _new_line(session: Session, buffer: Buffer) -> None:
    """Goes to a new line, which stands as deep as the structures that are open."""
    _outdent(session, buffer)
    look = session.look(buffer.document.text_before_cursor)
    buffer.insert_text("\n" + ("\t" * look.deep if look.inside in ("", BRACKET) else ""))


def _outdent(session: Session, buffer: Buffer) -> None:
    """Moves what ends or parts a structure, where it stands as the lines inside do, to where the structure begins."""
    document = buffer.document
    line = document.current_line_before_cursor
    code = line.lstrip("\t")
    if not code or code == line:
        return
    stands, wanted = session.completeness.indentation(document.text_before_cursor[: -len(line)], code)
    if len(line) - len(code) == stands != wanted:
        buffer.delete_before_cursor(len(line))
        buffer.insert_text("\t" * max(wanted, 0) + code)
