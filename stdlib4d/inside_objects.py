"""Dates and times in objects and in JSON where a script asks for another form of them than the default.

``SET DATABASE PARAMETER`` has two selectors for that (commands/set-database-parameter.md): dates may become ISO texts,
times milliseconds. Only imported after one of them was set.
"""

from __future__ import annotations

from dataclasses import dataclass

from .conversion import iso_date, json_date
from .parameters import DATES_INSIDE_OBJECTS, DEFAULTS, PARAMETERS, TIMES_INSIDE_OBJECTS
from .values import Date, Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: The forms of dates: a text that is the same everywhere, a text in GMT, and a date.
WITHOUT_ZONE, WITH_ZONE, AS_DATES = 0, 1, 2


@dataclass(frozen=True)
class Forms:
    """The form of dates, and whether times are milliseconds."""

    run: Run
    dates: int
    milliseconds: bool

    def written(self, value: Value) -> Value:
        """A date or a time as JSON has it: a text or a number. Any other value is itself."""
        if value.__class__ is Date:
            return json_date(value) if self.dates == AS_DATES else self._stamp(value)
        return self._number(value) if value.__class__ is Time else value

    def kept(self, value: Value) -> Value:
        """A date or a time as ``OB SET`` stores it. Any other value is itself."""
        if value.__class__ is Date:
            return value if self.dates == AS_DATES else self._stamp(value)
        return self._number(value) if value.__class__ is Time else value

    def date(self, text: str) -> Date:
        """The date that a JSON text has when one is asked for."""
        return iso_date(self.run, text[:10] if self.dates == WITHOUT_ZONE else text)

    def time(self, number: float) -> Time:
        """The time that a JSON number has when one is asked for."""
        return Time(int(number // 1000) if self.milliseconds else int(number))

    def _number(self, time: Time) -> int:
        return time.seconds * 1000 if self.milliseconds else time.seconds

    def _stamp(self, date: Date) -> str:
        if not date:
            return ""
        day, seconds = date, 0
        if self.dates == WITH_ZONE:
            from .date_text import Moment, local_offset

            moment = Moment(date, 0, local_offset(self.run, date, 0)).in_gmt()
            day, seconds = moment.date, moment.seconds
        from .date_text import clock

        return f"{json_date(day)}T{clock(seconds)}.000Z"


def forms(run: Run) -> Forms | None:
    """What the script asks for, ``None`` for the default."""
    chosen = run.settings.get(PARAMETERS, {})
    found = Forms(
        run,
        int(chosen.get(DATES_INSIDE_OBJECTS, DEFAULTS[DATES_INSIDE_OBJECTS])),
        bool(chosen.get(TIMES_INSIDE_OBJECTS, 0)),
    )
    return found if found.dates != AS_DATES or found.milliseconds else None
