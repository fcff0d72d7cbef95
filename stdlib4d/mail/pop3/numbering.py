"""The numbers of mails as a transporter tells them (API/POP3TransporterClass.md, "number and ID properties")."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Numbering:
    """Which number stands for which mail, through all sessions of one transporter.

    They are the server's own of the first session. When a connection is lost, the server numbers afresh what is
    there in the next session; a mail keeps its number here all the same, by its unique id, so that no number ever
    means another mail. Mails that came in between get numbers that nothing had before.
    """

    def __init__(self) -> None:
        #: The id of every mail that has a number.
        self.ids: dict[int, str] = {}
        #: The server's number in this session, by ours.
        self.places: dict[int, int] = {}
        #: Ours by the server's.
        self.numbers: dict[int, int] = {}
        #: Whether a session has given numbers.
        self.begun = False

    def begin(self, listing: Iterable[tuple[int, str]]) -> None:
        """Takes the server's numbers of a new session, each with the id of its mail."""
        if not self.begun:
            self.ids = dict(listing)
            self._set({place: place for place in self.ids})
            self.begun = True
            return
        # Copies of a mail may have one id (RFC 1939, UIDL): they keep their order.
        known: dict[str, list[int]] = {}
        for number in sorted(self.ids, reverse=True):
            known.setdefault(self.ids[number], []).append(number)
        places: dict[int, int] = {}
        for place, unique in listing:
            same = known.get(unique)
            number = same.pop() if same else max(self.ids, default=0) + 1
            self.ids[number] = unique
            places[number] = place
        self._set(places)

    def _set(self, places: Mapping[int, int]) -> None:
        self.places = dict(places)
        self.numbers = {place: number for number, place in places.items()}
