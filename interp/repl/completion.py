"""What may come next at the cursor."""

from __future__ import annotations

from prompt_toolkit.completion import Completer, Completion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from .session import Session


class SessionCompleter(Completer):
    """Offers what :func:`interp.repl.offers.offers` finds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterator[Completion]:
        """The completions at the cursor."""
        del event
        from .offers import offers

        for offer in offers(self._session, document.text_before_cursor):
            yield Completion(offer.text, -offer.replaces, display=offer.shown, display_meta=offer.about)
