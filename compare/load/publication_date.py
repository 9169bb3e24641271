"""A date as pages, tables and people write it -> ISO 8601, if it can be a day on which a story was published."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

FIRST_YEAR, LAST_YEAR = 1605, 2100
"""The first newspaper is of 1605. Programs write a date that they do not know as the year 1, or as 9999."""
ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?")
DAY = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d{1,5}(?!\d))")
MONTHS = {"jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
          "okt": 10, "nov": 11, "dec": 12, "dez": 12}  # fmt: skip
"""Months by their first letters, in English and German."""
MONTH = (
    r"(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?"
    r"|nov(?:ember)?|de[cz](?:ember)?)"
)
WRITTEN_DAY = re.compile(
    rf"(?:\b(?P<month>{MONTH})\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|\b(?P<day_before>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s{{1,3}}of)?[\s-]{{1,3}}(?P<month_after>{MONTH})\.?)"
    r"(?:,?[\s-]{1,3}(?P<year>(?:19|20)\d{2})\b)?(?!\d)",
    re.IGNORECASE,
)
YEAR_LAST = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d{2})(?![\d/])")
MONTHS_IN_YEAR = 12
HALF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
CLOCK_TIME = re.compile(
    r"(?<![\d:.,/+-])(?:(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?![:./]?\d)(?:\s?(?P<half>[ap])\.?m\b)?"
    r"|(?P<hour_alone>\d{1,2})\s?(?P<half_after>[ap])\.?m\b|(?P<four>[0-2]\d[0-5]\d)\s?(?=gmt\b|utc\b))",
    re.IGNORECASE,
)
ZONE = re.compile(r"(?i)\b(?:gmt|utc)(?P<offset>\s?[+-]\d)?|\b(?:[a-z]{1,3}[sd]t|[cew]et|[cew]est|[ecmp]t)\b|[+-]\d{2}:?\d{2}\b")
PLACEHOLDER = re.compile(r"0{1,4}[01]?[-/]|9999[-/]")


def iso_date(value: str | None) -> str | None:
    """The date, with its time if there is one, in ISO 8601; None for what holds no date that is plain to read.

    >>> iso_date("2019-11-19T08:57:40+0100"), iso_date("Tue, 19 Nov 2019 08:57:40 GMT"), iso_date("20191119"), iso_date("soon")
    ('2019-11-19T08:57:40+01:00', '2019-11-19T08:57:40+00:00', '2019-11-19', None)
    """
    if not value:
        return None
    if iso := ISO.match(value.strip()):
        try:
            made = datetime.fromisoformat(iso.group().replace(" ", "T", 1).replace(" ", ""))
        except ValueError:
            pass
        else:
            return likely(made if len(iso.group()) > 10 else made.date())
    if day := DAY.search(value[:100]):
        return calendar_day(*(int(g) for g in day.groups() if g))
    if HALF_DAY.search(value[:100]):
        return written_day(value[:100])  # the library below takes 9:40 PM for 9:40
    try:
        return likely(parsedate_to_datetime(value[:100]))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return year_last(value[:100]) or written_day(value[:100])


def year_last(text: str) -> str | None:
    """The first day that stands in figures with its year last, where it can be read in one way only: points have the day first,
    strokes have the month first in one country alone.

    >>> year_last("14.05.2024 21:10"), year_last("5/14/2024"), year_last("14/5/2024"), year_last("4/5/2024")
    ('2024-05-14', '2024-05-14', '2024-05-14', None)
    """
    found = YEAR_LAST.search(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "/" and max(first, second) <= MONTHS_IN_YEAR and first != second:
        return None
    day, month = (second, first) if second > MONTHS_IN_YEAR else (first, second)
    return calendar_day(year, month, day) if found[2] == "/" or day == first else None


def written_day(text: str, year: int | None = None) -> str | None:
    """The first day that stands written out in the text; `year` is the one to take where it has none.

    >>> written_day("Published on 14 November 2017"), written_day("BEIRUT, Nov 14 (Wire)"), written_day("Nov. 14", 2017)
    ('2017-11-14', None, '2017-11-14')
    >>> written_day("Von Ada Orde, 3. Dezember 2030"), written_day("Stand: 12. März 2031, 14.30 Uhr")
    ('2030-12-03', '2031-03-12')
    """
    for found in WRITTEN_DAY.finditer(text):
        told = int(found["year"]) if found["year"] else year
        if told is not None:
            month, day = (found["month"] or found["month_after"])[:3].lower(), int(found["day"] or found["day_before"])
            return calendar_day(told, MONTHS[month], day)
    return None


def with_clock(day: str, text: str) -> str:
    """A day with the one time of day that stands beside it; the day alone where it is in a zone other than that of Greenwich,
    whose name may stand for several.

    >>> with_clock("2024-05-14", "14 May 2024, 8.10pm"), with_clock("2024-05-14", "14 May 2024 0810 GMT")
    ('2024-05-14T20:10:00', '2024-05-14T08:10:00+00:00')
    >>> with_clock("2024-05-14", "14.05.2024 21:10"), with_clock("2024-05-14", "14 May 2024, 21:10 EST")
    ('2024-05-14T21:10:00', '2024-05-14')
    """
    found, zones = list(CLOCK_TIME.finditer(text)), list(ZONE.finditer(text))
    greenwich = [z for z in zones if z.group().lower() in ("gmt", "utc")]
    if len(day) > len("2024-05-14") or len(found) != 1 or len(greenwich) < len(zones):
        return day
    one, half = found[0], (found[0]["half"] or found[0]["half_after"] or "").lower()
    hour = int(one["hour"] or one["hour_alone"] or one["four"][:2])
    if hour > (12 if half else 23) or (half and not hour):
        return day
    hour = hour % 12 + 12 * (half == "p") if half else hour
    minute = int(one["minute"] or (one["four"] or "00")[-2:])
    return f"{day}T{hour:02}:{minute:02}:00{'+00:00' if greenwich else ''}"


def as_declared(value: str | None) -> str | None:
    """A declared date in ISO 8601; as it stands where it cannot be read; None for one that stands for an unknown date.

    >>> as_declared("14 Nov 2017"), as_declared("14 ноября 2017"), as_declared("0001-01-01T00:00:00")
    ('2017-11-14', '14 ноября 2017', None)
    """
    if not value or PLACEHOLDER.match(value.strip()):
        return None
    return iso_date(value) or value


def calendar_day(year: int, month: int, day: int) -> str | None:
    try:
        return likely(date(year, month, day))
    except ValueError:
        return None


def likely(moment: date | datetime) -> str | None:
    """The moment in ISO 8601; None for a year without newspapers."""
    return moment.isoformat() if FIRST_YEAR <= moment.year <= LAST_YEAR else None
