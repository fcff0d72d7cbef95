"""Dates and times as text: the display formats of ``String`` and the patterns of date-time-formats."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .values import Date, Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo

    from .host import Run

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
#: From Monday; 4D's Day number counts from Sunday.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: To be added to a format number: an empty text for the null date or time.
BLANK_IF_NULL = 100
DAY_SECONDS = 86400


class Moment:
    """A day and a time of that day, with the minutes that local time is ahead of GMT."""

    __slots__ = ("date", "offset", "seconds")

    def __init__(self, date: Date, seconds: int, offset: int) -> None:
        self.date = Date(date.ordinal + seconds // DAY_SECONDS)
        self.seconds = seconds % DAY_SECONDS
        self.offset = offset

    def in_gmt(self) -> Moment:
        """The same moment in GMT."""
        return Moment(self.date, self.seconds - self.offset * 60, 0)


def weekday(date: Date) -> int:
    """The day of the week of *date*: 0 is Monday."""
    return (date.ordinal + 6) % 7


def local_offset(run: Run | None, date: Date, seconds: int) -> int:
    """Minutes by which local time is ahead of GMT at that local day and second; 0 without a host."""
    if run is None:
        return 0
    from datetime import datetime, timedelta

    now = run.host.now()
    zone: tzinfo | None = now.tzinfo
    year, month, day = date.parts
    when = now
    if 1 < year < 9999:
        when = datetime(year, month, day, tzinfo=zone) + timedelta(seconds=seconds % DAY_SECONDS)
    offset = when.utcoffset()
    return 0 if offset is None else int(offset.total_seconds()) // 60


def clock(seconds: int, parts: int = 3) -> str:
    """*seconds* as HH:MM:SS, or with two *parts* HH:MM; hours may pass 24."""
    sign, rest = ("-", -seconds) if seconds < 0 else ("", seconds)
    text = f"{sign}{rest // 3600:02d}:{rest // 60 % 60:02d}"
    return f"{text}:{rest % 60:02d}" if parts == 3 else text


def date_text(run: Run | None, date: Date, style: int | str = 0, time: Time | None = None) -> str:
    """*date* in a format of the theme Date Display Formats or in a pattern (commands/string.md).

    The formats of the system are those of the United States, whatever the machine is set to.
    """
    if style == "":
        style = 0
    if isinstance(style, str):
        if not date:
            return ""
        seconds = time.seconds if time else 0
        return pattern_text(style, Moment(date, seconds, local_offset(run, date, seconds)))
    if style >= BLANK_IF_NULL:
        if not date:
            return ""
        style -= BLANK_IF_NULL
    if style in (8, 9, 10):
        return _combined(run, date, style, time)
    text = _display(run, date, style)
    return f"{text} {clock(time.seconds)}" if time else text


def _display(run: Run | None, date: Date, style: int) -> str:
    year, month, day = date.parts
    if not date:
        return "00/00/00"
    if style == 2:
        return f"{DAYS[weekday(date)][:3]}, {MONTHS[month - 1][:3]} {day}, {year}"
    if style == 3:
        return f"{DAYS[weekday(date)]}, {MONTHS[month - 1]} {day}, {year}"
    if style == 5:
        return f"{MONTHS[month - 1]} {day}, {year}"
    if style == 6:
        return f"{MONTHS[month - 1][:3]} {day}, {year}"
    # Two digits only where they are read back as the same year.
    if style == 4 and 0 <= year - _first_short_year(run) < 100:
        return f"{month:02d}/{day:02d}/{year % 100:02d}"
    return f"{month:02d}/{day:02d}/{year:04d}"


def _first_short_year(run: Run | None) -> int:
    """The first of the hundred years that two digits mean."""
    return 1930 if run is None else run.default_century * 100 + run.pivot_year


def _combined(run: Run | None, date: Date, style: int, time: Time | None) -> str:
    seconds = time.seconds if time else 0
    if not date:
        return f"0000-00-00T{clock(seconds)}" + ("Z" if style == 9 else "") if style != 10 else ""
    moment = Moment(date, seconds, 0)
    if style != 8:
        moment = Moment(date, seconds, local_offset(run, date, seconds)).in_gmt()
    year, month, day = moment.date.parts
    time_text = clock(moment.seconds)
    if style == 10:
        name = DAYS[weekday(moment.date)][:3]
        return f"{name}, {day:02d} {MONTHS[month - 1][:3]} {year:04d} {time_text} GMT"
    return f"{year:04d}-{month:02d}-{day:02d}T{time_text}" + ("Z" if style == 9 else "")


def time_text(run: Run | None, time: Time, style: int | str = 0) -> str:
    """*time* in a format of the theme Time Display Formats or in a pattern (commands/string.md)."""
    seconds = time.seconds
    if style == "":
        style = 0
    if isinstance(style, str):
        today = Date(run.host.now().toordinal()) if run is not None else Date(1)
        return pattern_text(style, Moment(today, seconds, local_offset(run, today, seconds)))
    if style >= BLANK_IF_NULL:
        if not seconds:
            return ""
        style -= BLANK_IF_NULL
    hours, minutes, rest = abs(seconds) // 3600, abs(seconds) // 60 % 60, abs(seconds) % 60
    sign = "-" if seconds < 0 else ""
    if style == 2:
        return clock(seconds, 2)
    if style == 3:
        return sign + " ".join([_count(hours, "hour"), _count(minutes, "minute"), _count(rest, "second")])
    if style == 4:
        return f"{sign}{_count(hours, 'hour')} {_count(minutes, 'minute')}"
    if style == 5:
        return f"{sign}{hours % 12 or 12}:{minutes:02d} {'PM' if hours % 24 >= 12 else 'AM'}"
    if style == 6:
        return f"{sign}{abs(seconds) // 60:02d}:{rest:02d}"
    if style == 7:
        return f"{sign}{_count(abs(seconds) // 60, 'minute')} {_count(rest, 'second')}"
    if style == 8:
        return f"0000-00-00T{clock(seconds)}"
    if style in (10, 11):
        return f"{sign}{hours % 12 or 12}:{minutes:02d}:{rest:02d} {'PM' if hours % 24 >= 12 else 'AM'}"
    return clock(seconds)


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' * (number > 1)}"


def pattern_text(pattern: str, moment: Moment) -> str:
    """*moment* written by a pattern of letters, with the English names.

    Blanks at both ends are dropped; text between single quotes is kept as it is, two quotes are one.
    """
    # What the formats of forms say for null dates and times; these are texts of their own already.
    pattern = pattern.strip().removesuffix("blankIfNull").strip()
    text: list[str] = []
    index = 0
    while index < len(pattern):
        char = pattern[index]
        if char == "'":
            quoted, index = _quoted(pattern, index)
            text.append(quoted)
        elif char.isascii() and char.isalpha():
            end = index
            while end < len(pattern) and pattern[end] == char:
                end += 1
            text.append(_field(char, end - index, moment))
            index = end
        else:
            text.append(char)
            index += 1
    return "".join(text)


def _quoted(pattern: str, start: int) -> tuple[str, int]:
    """The literal text that begins with the quote at *start*, and where the pattern goes on."""
    if pattern.startswith("''", start):
        return "'", start + 2
    text: list[str] = []
    index = start + 1
    while index < len(pattern):
        if pattern.startswith("''", index):
            text.append("'")
            index += 2
        elif pattern[index] == "'":
            return "".join(text), index + 1
        else:
            text.append(pattern[index])
            index += 1
    return "".join(text), index


def _field(letter: str, count: int, moment: Moment) -> str:
    if letter in "hHKkms":
        return _clock_field(letter, count, moment.seconds)
    if letter in "abB":
        return _period_field(letter, count, moment.seconds)
    if letter in "XxOzZ":
        return _zone_field(letter, count, moment.offset)
    if letter in "GyYuQqMLwdDEec":
        return _date_field(letter, count, moment.date)
    raise LanguageError(
        TYPE_MISMATCH,
        f"String: format: wanted a date or time pattern, got the letter {letter}",
        hint="put text that is not part of the pattern between single quotes",
    )


def _named(name: str, count: int) -> str:
    """*name* as *count* letters show it: four whole, five its initial, six two letters, else three."""
    if count == 4:
        return name
    return name[:1] if count == 5 else name[:2] if count == 6 else name[:3]


def _date_field(letter: str, count: int, date: Date) -> str:
    year, month, day = date.parts
    if letter == "G":
        return {4: "Anno Domini", 5: "A"}.get(count, "AD")
    if letter in "yYu":
        if letter == "Y":
            year = _week(date)[0]
        return f"{year % 100:02d}" if count == 2 and letter != "u" else f"{year:0{count}d}"
    if letter in "Qq":
        quarter = (month + 2) // 3
        ordinal = ("1st", "2nd", "3rd", "4th")[quarter - 1]
        return {2: f"0{quarter}", 3: f"Q{quarter}", 4: f"{ordinal} quarter"}.get(count, str(quarter))
    if letter in "ML":
        return f"{month:0{count}d}" if count < 3 else _named(MONTHS[month - 1], count)
    if letter == "w":
        return f"{_week(date)[1]:0{count}d}"
    if letter == "d":
        return f"{day:0{count}d}"
    if letter == "D":
        return f"{date.ordinal - Date.of(year, 1, 1).ordinal + 1:0{count}d}"
    name = DAYS[weekday(date)]
    if letter == "E" or count > 2:
        return _named(name, count)
    return f"{weekday(date) + 1:0{count if letter == 'e' else 1}d}"


def _week(date: Date) -> tuple[int, int]:
    """Year and number of the week: weeks begin on Monday, the first one has four days of the new year."""
    thursday = Date(date.ordinal - weekday(date) + 3)
    year = thursday.parts[0]
    return year, (thursday.ordinal - Date.of(year, 1, 1).ordinal) // 7 + 1


def _clock_field(letter: str, count: int, seconds: int) -> str:
    hour = seconds // 3600
    number = {
        "H": hour,
        "k": hour or 24,
        "K": hour % 12,
        "h": hour % 12 or 12,
        "m": seconds // 60 % 60,
        "s": seconds % 60,
    }[letter]
    return f"{number:0{count}d}"


def _period_field(letter: str, count: int, seconds: int) -> str:
    if letter == "B":
        if seconds == 0:
            return "midnight"
        if seconds == 12 * 3600:
            return "noon"
        hour = seconds // 3600
        if 6 <= hour < 12:
            return "in the morning"
        return "in the afternoon" if 12 <= hour < 18 else "in the evening" if 18 <= hour < 21 else "at night"
    if letter == "b" and seconds in (0, 12 * 3600):
        if count == 5:
            return "n" if seconds else "mi"
        return "noon" if seconds else "midnight"
    half = "PM" if seconds >= 12 * 3600 else "AM"
    return half[0].lower() if count == 5 else half


def _zone_field(letter: str, count: int, offset: int) -> str:
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset), 60)
    long = f"{sign}{hours:02d}:{minutes:02d}"
    if letter == "O" and count < 4:
        if not offset:
            return "GMT"
        return f"GMT{sign}{hours}" + (f":{minutes:02d}" if minutes else "")
    if letter in "OzZ" and count == 4:
        return "GMT" + (long if offset else "")
    if not offset and (letter == "X" or (letter in "zZ" and count == 5)):
        return "Z"
    if letter in "Xx" and count == 1:
        return f"{sign}{hours:02d}" + (f"{minutes:02d}" if minutes else "")
    return long if count in (3, 5) and (letter in "Xx" or count == 5) else long.replace(":", "")
