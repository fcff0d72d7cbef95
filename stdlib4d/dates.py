"""The commands of the theme Date and Time. The clock is the host's."""

from __future__ import annotations

from .errors import INDEX_OUT_OF_RANGE, LanguageError
from .registry import command
from .values import MAX_YEAR, Date, Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


@command("Current date", 33, "( {* : Operator} ) : Date")
def current_date(run: Run, star: Value = None) -> Date:
    """Returns today's date (commands/current-date.md)."""
    return Date(run.host.now().toordinal())


@command("Current time", 178, "( {* : Operator} ) : Time")
def current_time(run: Run, star: Value = None) -> Time:
    """Returns the time of day (commands/current-time.md)."""
    now = run.host.now()
    return Time(now.hour * 3600 + now.minute * 60 + now.second)


@command("Timestamp", 1445, ": Text")
def timestamp(run: Run) -> str:
    """Returns the current moment in GMT as ISO text with milliseconds (commands/timestamp.md)."""
    from datetime import UTC

    now = run.host.now().astimezone(UTC)
    return f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03d}Z"


def _long(number: float) -> int:
    """*number* as a signed integer of 32 bits, starting over after the greatest one."""
    return (int(number) + 2**31) % 2**32 - 2**31


@command("Milliseconds", 459, ": Integer")
def milliseconds(run: Run) -> int:
    """Returns a running count of milliseconds, to measure time with (commands/milliseconds.md)."""
    return _long(run.host.ticks() * 1000)


@command("Tickcount", 458, ": Integer")
def tickcount(run: Run) -> int:
    """Returns a running count of sixtieths of a second (commands/tickcount.md)."""
    return _long(run.host.ticks() * 60)


@command("SET DEFAULT CENTURY", 392, "( century : Integer {; pivotYear : Integer} )")
def set_default_century(run: Run, century: int, pivot_year: int | None = None) -> None:
    """Sets which years two digits mean: from the pivot year on those of the century, below of the next one.

    The century is the first two digits of its years: 19 at first, with 30 as pivot
    (commands/set-default-century.md). Literals of dates in code do not change.
    """
    pivot = run.pivot_year if pivot_year is None else pivot_year
    if not (0 <= century < MAX_YEAR // 100 and 0 <= pivot <= 99):
        raise LanguageError(
            INDEX_OUT_OF_RANGE,
            f"SET DEFAULT CENTURY: wanted a century from 0 to 326 and a pivot year from 0 to 99,"
            f" got {century} and {pivot}",
        )
    run.default_century, run.pivot_year = century, pivot


@command("Day of", 23, "( date : Date ) : Integer")
def day_of(date: Date) -> int:
    """Returns the day of the month, 0 for the null date (commands/day-of.md)."""
    return date.parts[2]


@command("Month of", 24, "( aDate : Date ) : Integer")
def month_of(date: Date) -> int:
    """Returns the month, 0 for the null date (commands/month-of.md)."""
    return date.parts[1]


@command("Year of", 25, "( date : Date ) : Integer")
def year_of(date: Date) -> int:
    """Returns the year, 0 for the null date (commands/year-of.md)."""
    return date.parts[0]


@command("Day number", 114, "( aDate : Date ) : Integer")
def day_number(date: Date) -> int:
    """Returns the day of the week, 1 for Sunday; 2 for the null date (commands/day-number.md)."""
    return date.ordinal % 7 + 1 if date else 2


@command("Add to date", 393, "( date : Date ; years : Integer ; months : Integer ; days : Integer ) : Date")
def add_to_date(date: Date, years: int, months: int, days: int) -> Date:
    """Returns the date so many years, months and days later (commands/add-to-date.md).

    A day that the month reached does not have counts on into the next one: January 31 and one month is
    March 3, or 2 in a leap year.
    """
    if not date:
        return date
    year, month, day = date.parts
    year, index = divmod(year * 12 + month - 1 + years * 12 + months, 12)
    if 1 <= year <= MAX_YEAR:
        ordinal = Date.of(year, index + 1, 1).ordinal + day - 1 + days
        if 1 <= ordinal <= Date.of(MAX_YEAR, 12, 31).ordinal:
            return Date(ordinal)
    raise LanguageError(INDEX_OUT_OF_RANGE, "Add to date: the result is not between the years 1 and 32767")
