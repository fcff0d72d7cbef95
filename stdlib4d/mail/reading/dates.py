"""The Date of a mail (RFC 5322 sections 3.3 and 4.3), and what programs write instead of it."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"\([^()]*\)?")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_MONTH = "(" + "|".join(_MONTHS) + ")[a-z]{0,9}"
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})[\s.,-]{{0,9}}{_MONTH}[\s.,-]{{0,9}}(\d{{2,4}})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}[\s.,]{{1,9}}(\d{{1,2}})(?!\d)(?=.*?(?<![\d:+-])(\d{{4}})(?!\d))")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})\s*+[:.]\s*+(\d{2})(?:\s*+[:.]\s*+(\d{2}))?(?:[.,]\d+)?(?:\s*+([ap])\.?m\b\.?)?"
)
_OFFSET = re.compile(r"([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)")
_ZONE = re.compile(r"\b[a-z]{1,5}\b")
#: Zones by name in hours. RFC 5322 section 4.3, and others of one meaning; any other name says nothing, and so UTC.
_ZONES = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_ZONES |= {"ast": -4, "adt": -3, "akst": -9, "akdt": -8, "hst": -10, "west": 1, "bst": 1, "cet": 1, "cest": 2}
_ZONES |= {"met": 1, "mest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3, "sast": 2, "msk": 3, "msd": 4}
_ZONES |= {"hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13}
#: A date is shorter; a regular expression need not look at more.
_LONGEST = 200


def utc_time(text: str) -> str:
    """The moment that a Date header names as ``2020-09-13T16:11:53Z``; an empty text where it names none.

    Without a zone it is UTC. Years of two and three digits are those of RFC 5322 section 4.3, second 60 is the
    first of the next minute.
    """
    from datetime import datetime, timedelta

    text = _without_comments(text[:_LONGEST].lower())
    date = _DAY_FIRST.search(text)
    if date is not None:
        day, month, year = int(date[1]), _MONTHS[date[2]], _full_year(date[3])
        rest = text[: date.start()] + " " + text[date.end() :]
    elif (date := _MONTH_FIRST.search(text)) is not None:
        day, month, year = int(date[2]), _MONTHS[date[1]], int(date[3])
        rest = text[date.end() : date.start(3)] + text[date.end(3) :]
    elif (date := _ISO.search(text)) is not None:
        day, month, year = int(date[3]), int(date[2]), int(date[1])
        rest = text[date.end() :].replace("t", " ", 1)
    else:
        return ""
    time = _TIME.search(rest)
    hour, minute, second = (int(time[1]), int(time[2]), int(time[3] or 0)) if time else (0, 0, 0)
    if time is not None and time[4]:
        hour = hour % 12 + (12 if time[4] == "p" else 0)
    try:
        moment = datetime(year, month, day) + timedelta(
            hours=hour, minutes=minute - (_zone(rest[time.end() :]) if time else 0), seconds=second
        )
    except (ValueError, OverflowError):
        return ""
    if hour > 24 or minute > 59 or second > 60:
        return ""
    return f"{moment.year:04d}-{moment:%m-%dT%H:%M:%S}Z"


def _without_comments(text: str) -> str:
    while "(" in text:
        shorter = _COMMENT.sub(" ", text)
        if shorter == text:
            break
        text = shorter
    return text.replace(")", " ")


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 2:
        return year + (2000 if year < 50 else 1900)
    return year + 1900 if len(digits) == 3 else year


def _zone(rest: str) -> int:
    """Minutes east of Greenwich."""
    offset = _OFFSET.search(rest)
    if offset is not None:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return 0 if minutes >= 24 * 60 else -minutes if offset[1] == "-" else minutes
    name = _ZONE.search(rest)
    return 60 * _ZONES.get(name[0], 0) if name else 0
