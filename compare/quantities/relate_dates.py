"""Two dates or times about the same thing -> Outcome, by how precisely each says it.

A date stands for the days from its first to its last: 2017 holds October 2017, which holds the 12th. A year that only one of the
two names is taken for both. A weekday meets a day whose year is known; otherwise both can be right.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from compare.model import Outcome, Quantity
from compare.quantities.lexicon import LANGUAGES, lexicon

SOME_YEAR = "2000"
"""Stands for the year where neither date names one; it has a 29 February."""
QUARTER_OF_A_DAY = 360
"""Minutes within which a time with a bound is looked at: "after 6 pm" is not the next morning."""
AROUND = 30
"""Minutes that "about" and "just after" reach from a time."""
DAY_OF = re.compile(r"([\dX]{4})(?:-(\d\d))?(?:-(\d\d))?")
WEEK_OF = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
QUARTER_OF = re.compile(r"([\dX]{4})-Q([1-4])")
SEASON_OF = re.compile(r"[\dX]{4}-(?:SP|SU|FA|WI)")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
FIRST_WORD = re.compile(r"[^\W\d_]{1,20}")
CLOCK = re.compile(r"T(\d\d):(\d\d)")
HALF_A_DAY = 720
HALFLESS = re.compile(r"(?<![\d:.])(?:[1-9]|1[0-2])(?:[:.]\d\d)?(?: o'clock)?(?: (?!am|pm)[a-z]{2,4})?$")
"""A time of a twelve-hour clock with no half of the day, a zone allowed behind it."""


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, its last one included."""

    first: date
    last: date

    def within(self, other: Days) -> bool:
        return other.first <= self.first and self.last <= other.last


def relate_dates(a: Quantity, b: Quantity) -> Outcome:
    """By how far both say it: the same, the one more precisely, or something else."""
    if a.text and a.text.casefold() == b.text.casefold():
        return Outcome.EQUAL  # "Monday" in both, whatever day each was published
    one, other = a.date or "", b.date or ""
    if one == other:
        return relate_parts(a, b) if any(c.isdigit() for c in one) else Outcome.CONSISTENT_OVERLAP  # last week, next week
    weekdays = WEEKDAY.fullmatch(one), WEEKDAY.fullmatch(other)
    if weekdays[0] and weekdays[1]:
        return Outcome.CONTRADICTORY
    if weekdays[0] or weekdays[1]:
        number, known = (weekdays[0], other) if weekdays[0] else (weekdays[1], one)
        return relate_weekday(int(number[1]) if number else 0, known)
    year_one, year_other = shared_years(one, other)
    ours, theirs = days(one, year_one), days(other, year_other)
    if ours is None or theirs is None:
        return relate_unread(one, other)
    if ours.last < theirs.first or theirs.last < ours.first:
        return Outcome.CONTRADICTORY
    if ours == theirs:
        return Outcome.EQUAL if ("X" in year_of(one)) is ("X" in year_of(other)) else Outcome.MORE_PRECISE
    return Outcome.MORE_PRECISE if ours.within(theirs) or theirs.within(ours) else Outcome.CONSISTENT_OVERLAP


def relate_parts(a: Quantity, b: Quantity) -> Outcome:
    """Early and late October differ; mid-October is October, told more precisely."""
    firsts = [FIRST_WORD.findall(q.text.casefold())[:1] for q in (a, b)]
    parts = [word for first in firsts for word in first if word in part_words()]
    if len(parts) == 1:
        return Outcome.MORE_PRECISE
    return Outcome.EQUAL if len(set(parts)) < 2 else Outcome.CONTRADICTORY


@cache
def part_words() -> frozenset[str]:
    """Words for the parts of a month or year: early, mid, late."""
    return frozenset().union(*(lexicon(code).calendar.words["parts"] for code in LANGUAGES))


def relate_weekday(number: int, value: str) -> Outcome:
    """A weekday and a date: sure only for a date that is a single day of a known year."""
    known = days(value, year_of(value)) if "X" not in year_of(value) else None
    if known is None or known.first != known.last:
        return Outcome.CONSISTENT_OVERLAP
    return Outcome.MORE_PRECISE if known.first.isoweekday() == number else Outcome.CONTRADICTORY


def relate_unread(one: str, other: str) -> Outcome:
    """Seasons, and what has no days of its own: contradictory only where the years differ, or two seasons of one year."""
    years = year_of(one), year_of(other)
    differ = any(x != y and "X" not in (x, y) for x, y in zip(*years, strict=False))
    seasons = [SEASON_OF.fullmatch(value) for value in (one, other)]
    return Outcome.CONTRADICTORY if differ or all(seasons) else Outcome.CONSISTENT_OVERLAP


def year_of(value: str) -> str:
    """The four characters of a value's year, XXXX where there is none."""
    return value[:4] if re.match(r"[\dX]{4}", value) else "XXXX"


def shared_years(one: str, other: str) -> tuple[str, str]:
    """The years of two values; what the one leaves open at the front, the other fills: '90s and 1994."""
    ours, theirs = year_of(one), year_of(other)
    if ours == theirs == "XXXX":
        return SOME_YEAR, SOME_YEAR
    open_ours, open_theirs = (len(y) - len(y.lstrip("X")) for y in (ours, theirs))
    return theirs[:open_ours] + ours[open_ours:], ours[:open_theirs] + theirs[open_theirs:]


def days(value: str, year: str) -> Days | None:
    """The days of a value in a year; None where they are not known."""
    if "/" in value:
        start, _, end = value.partition("/")
        first, last = days(start, year), days(end, year if year_of(start) == year_of(end) else year_of(end))
        return Days(first.first, last.last) if first and last and first.first <= last.last else None
    if year.startswith(("X", "0", "999")):  # open, or at the ends of the calendar
        return None
    if week := WEEK_OF.fullmatch(value):
        weeks = date(int(week[1]), 12, 28).isocalendar().week  # always in the last week of its year
        monday = date.fromisocalendar(int(week[1]), min(max(int(week[2]), 1), weeks), 1)
        return Days(monday + timedelta(5 if week[3] else 0), monday + timedelta(6))
    if not year.isdigit():  # a decade or century
        whole = re.fullmatch(r"\d{1,3}X{1,3}", year) and "-" not in value
        return Days(date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)) if whole else None
    if quarter := QUARTER_OF.fullmatch(value):
        month = 3 * int(quarter[2])
        return Days(date(int(year), month - 2, 1), date(int(year), month, monthrange(int(year), month)[1]))
    m = DAY_OF.fullmatch(value)
    if m is None or value == "XXXX":
        return None
    if m[2] is None:
        return Days(date(int(year), 1, 1), date(int(year), 12, 31))
    return days_of_month(int(year), int(m[2]), m[3]) if 1 <= int(m[2]) <= 12 else None


def days_of_month(year: int, month: int, day: str | None) -> Days | None:
    """A day of a month, or all of them; a 29 February of a year that has none is the 28th."""
    length = monthrange(year, month)[1]
    if day is None:
        return Days(date(year, month, 1), date(year, month, length))
    at = date(year, month, min(max(int(day), 1), length))
    return Days(at, at)


# ---- times of day -------------------------------------------------------------------------------------------------


def relate_times(a: Quantity, b: Quantity) -> Outcome:
    """The same minute, within what "about" leaves open, or another one. Midnight ends one day and begins the next."""
    times = [CLOCK.fullmatch(q.date or "") for q in (a, b)]
    if times[0] is None or times[1] is None:
        return Outcome.EQUAL if a.date == b.date else Outcome.CONTRADICTORY
    minutes = [(int(m[1]) * 60 + int(m[2])) for m in times if m]
    apart = (minutes[1] - minutes[0] + 720) % 1440 - 720
    if apart == 0:
        if "=" in (a.modifier, b.modifier) and {"<", ">"} & {a.modifier, b.modifier}:
            return Outcome.BOUNDARY_CONFLICT
        return Outcome.EQUAL if a.modifier == b.modifier else Outcome.MODIFIER_ONLY
    if abs(apart) == HALF_A_DAY and not (tells_half(a) and tells_half(b)):
        return Outcome.MORE_PRECISE  # at 6:40, at 6:40 p.m.
    if a.modifier == b.modifier == "=":
        return Outcome.CONTRADICTORY
    (low, high), (low_b, high_b) = reach(a), reach(b)
    low_b, high_b = low_b + apart, high_b + apart
    if high < low_b or high_b < low:
        return Outcome.CONTRADICTORY
    nested = (low <= low_b and high_b <= high) or (low_b <= low and high <= high_b)
    return Outcome.MORE_PRECISE if nested else Outcome.CONSISTENT_OVERLAP


def tells_half(q: Quantity) -> bool:
    """Whether the words of a time tell the half of the day: 6:40 p.m., 18:40, 06:40; not 6:40, six o'clock."""
    return HALFLESS.search(q.text.strip().lower()) is None


def reach(q: Quantity) -> tuple[int, int]:
    """Minutes before and after a time that its modifier leaves open."""
    before = {"~": -AROUND, "~<": -AROUND, "<": -QUARTER_OF_A_DAY, "<=": -QUARTER_OF_A_DAY}.get(q.modifier, 0)
    after = {"~": AROUND, "~>": AROUND, ">": QUARTER_OF_A_DAY, ">=": QUARTER_OF_A_DAY}.get(q.modifier, 0)
    return before, after
