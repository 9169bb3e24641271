"""Lexemes -> decades, centuries, seasons and periods counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from compare.quantities.dates import When, month_first, year, year_number
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Calendar, Lexicon


def decade(line: Line, i: int, calendar: Calendar) -> When | None:
    """1990s, with or without an apostrophe."""
    x, following = line[i], line[i + 1]
    if len(x.text) != 4 or not x.text.isdigit() or not x.text.endswith("0") or not 1500 <= int(x.text) <= 2100:
        return None
    if following.glued and following.low in calendar.words["decade_endings"]:
        return When(i, i + 2, f"{x.text[:3]}X" if not x.text.endswith("00") else f"{x.text[:2]}XX")
    if following.glued and following.text == "'" and line[i + 2].low == "s" and line[i + 2].glued:
        return When(i, i + 3, f"{x.text[:3]}X")
    return None


QUOTED = 12
"""Lexemes in which a quotation that began at an apostrophe would end."""
THIS_CENTURY = 30
"""The last two digits up to which a short year is one of this century."""


def short_decade(line: Line, i: int) -> When | None:
    """'90s: the century stays open."""
    x, s = line[i + 1], line[i + 2]
    two_digits = len(x.text) == 2 and x.text.isdigit() and x.text.endswith("0")
    if line[i].text == "'" and x.glued and two_digits and s.low == "s" and s.glued:
        return When(i, i + 3, f"XX{x.text[0]}X")
    return None


def short_year(line: Line, i: int, calendar: Calendar) -> When | None:
    """In '99, the class of '08: a year by its last two digits, where no quotation begins at the mark."""
    x, after = line[i + 1], line[i + 2]
    if line[i].text != "'" or line[i].glued or not (x.glued and len(x.text) == 2 and x.text.isdigit()):
        return None
    named = after.text[:1].isupper() or (after.glued and after.kind != "mark")
    quoted = any(line[k].text == "'" for k in range(i + 1, i + QUOTED))
    if named or quoted or line[i - 1].low not in calendar.words["before_year"]:
        return None
    return When(i, i + 2, f"{19 if int(x.text) > THIS_CENTURY else 20}{x.text}")


def century(line: Line, i: int, lexicon: Lexicon) -> When | None:
    """The 20th century, the nineteenth century."""
    x, j = line[i], i + 1
    if x.kind == "number":
        endings = lexicon.words["ordinal_endings"] | lexicon.calendar.words["day_point"]
        if not (line[j].glued and line[j].low in endings and x.text.isdigit() and len(x.text) <= 2):
            return None
        number, j = int(x.text), j + 1
    elif x.low in lexicon.ordinals:
        number = lexicon.ordinals[x.low]
    elif x.low in lexicon.tens and line[i + 1].text == "-" and line[i + 2].low in lexicon.ordinals:
        number, j = lexicon.small[x.low] + lexicon.ordinals[line[i + 2].low], i + 3
    else:
        return None
    if line[j].text == "-" and line[j].glued:
        j += 1
    if line[j].low in lexicon.calendar.words["century"] and 1 <= number <= 21:
        return When(i, j + 1, f"{number - 1:02}XX")
    return None


def quarter(line: Line, i: int, lexicon: Lexicon) -> When | None:
    """Q3, Q3 2020, 4Q 2020, the third quarter of 2020; a quarter in words and without a year may be one of a game."""
    words, x = lexicon.calendar.words, line[i]
    behind = line[i + 1]
    lettered = x.low in words["quarter_letters"] and behind.glued and behind.kind == "number"
    if lettered or (x.kind == "number" and behind.glued and behind.low in words["quarter_letters"]):
        number, j = (behind.text if lettered else x.text), i + 2
        letter, before = (x if lettered else behind), line[i - 1]
        named = before.text[:1].isupper() and not line.ends_sentence(i - 2)  # Audi Q3
        if number not in ("1", "2", "3", "4") or letter.text.islower() or (line[j].glued and line[j].kind != "mark"):
            return None
        year_at = j + 1 if line[j].low in words["day_of"] else j
        y = year_number(line, year_at)
        if y is None:
            return None if named or x.glued or line[j].text == "-" else When(i, j, f"XXXX-Q{number}")
        return When(i, year_at + 1, f"{y}-Q{number}")
    place, j = lexicon.ordinals.get(x.low, 0), i + 1
    if x.kind == "number" and behind.glued and behind.low in lexicon.words["ordinal_endings"]:
        place, j = int(x.text[:1]) if len(x.text) == 1 else 0, i + 2
    if not 1 <= place <= 4 or line[j].low not in words["quarter"]:
        return None
    year_at = j + 2 if line[j + 1].low in words["day_of"] else j + 1
    y = year_number(line, year_at)
    return When(i, year_at + 1, f"{y}-Q{place}") if y is not None and 1900 <= y <= 2100 else None


def part_of(line: Line, i: int, lexicon: Lexicon, published: date | None) -> When | None:
    """Early 1990, mid-November, late 2017: the period itself, since the part has no exact bounds."""
    j = i + 2 if line[i + 1].text == "-" else i + 1
    if line[j].low in lexicon.words["in"] or line[j].low in lexicon.words["of"]:
        j += 1
    if line[j].kind == "number":
        found = decade(line, j, lexicon.calendar) or century(line, j, lexicon) or year(line, j, lexicon)
    else:
        found = month_first(line, j, lexicon) or shifted(line, j, lexicon, published) or season(line, j, lexicon.calendar)
    return When(i, found.end, found.value) if found and re.fullmatch(r"[\dX]{4}(-\w\w)?", found.value) else None


def season(line: Line, i: int, calendar: Calendar) -> When | None:
    """Spring 2017, the summer of 2016; a season alone is left out ("fall", "spring" are too often verbs)."""
    j = i + 2 if line[i + 1].low in calendar.words["day_of"] else i + 1
    name, value = calendar.seasons.get(line[i].low), year_number(line, j)
    return When(i, j + 1, f"{value}-{name}") if name and value and 1900 <= value <= 2100 else None


def shifted(line: Line, i: int, lexicon: Lexicon, published: date | None) -> When | None:
    """Last year, next week, this month, last Monday, last October."""
    calendar = lexicon.calendar
    shift, x = calendar.shifts.get(line[i].low), line[i + 1]
    if shift is None:
        return None
    if x.low in calendar.periods and x.text[0].isupper() and not lexicon.capital_nouns:
        return None  # This Week: a programme
    if x.low in calendar.periods and not (line[i].low == "this" and line[i + 2].low == "'s"):
        return When(i, i + 2, period_value(calendar.periods[x.low], shift, published))
    this = shift == 0 and x.low in calendar.words["day_parts"]
    if (this or line.phrase(i, i + 2) in calendar.words["last_parts"]) and line[i + 2].text != "'":
        day = published and published + timedelta(shift)  # this morning, last night; "the previous evening" is one of the story
        return When(i, i + 2, day.isoformat() if day else "XXXX-XX-XX")
    number = calendar.weekdays.get(x.low)
    if number is not None and x.text[:1].isupper():
        if published is None:
            return When(i, i + 2, f"XXXX-WXX-{number}")
        back = (published.isoweekday() - number) % 7
        days = {-1: -(back or 7), 0: -back if back < 4 else 7 - back, 1: 7 - back}[shift]
        return When(i, i + 2, (published + timedelta(days)).isoformat())
    month = calendar.months.get(x.low)
    if month is not None and x.text[:1].isupper() and line[i + 2].kind != "number":
        if published is None:
            return When(i, i + 2, f"XXXX-{month:02}")
        past = published.year - (month >= published.month)
        return When(i, i + 2, f"{past if shift < 0 else published.year if not shift else past + 1}-{month:02}")
    return None


def period_value(period: str, shift: int, published: date | None) -> str:
    """The week, month or year that lies so many away from the publication's."""
    if published is None:
        return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}[period]
    if period == "Y":
        return f"{published.year + shift:04}"
    if period == "M":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    iso = (published + timedelta(7 * shift)).isocalendar()
    return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if period == "WE" else "")
