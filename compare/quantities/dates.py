"""Lexemes -> dates and times with their ISO 8601 or TIMEX3 values; X stands for what the text leaves open.

A value that depends on the day of publication ("on Monday", "last year") is worked out only when that day is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Calendar, Lexicon
from compare.quantities.units import currency_before, unit_after

LOOK_BACK = 8
"""Lexemes before a weekday in which a word of the future leaves it open whether the last one is meant or the next."""

PERCENT = frozenset({"percent", "per cent", "prozent", "prozentpunkte", "percentage points"})


@dataclass(frozen=True, slots=True)
class When:
    """A date or time at lexemes start to end."""

    start: int
    end: int
    value: str
    kind: Literal["date", "time"] = "date"


def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date and time, None for anything else."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if MINYEAR + 1 < day.year < MAXYEAR else None  # so that "last year" always exists


# ---- days and months ----------------------------------------------------------------------------------------------


def month_at(line: Line, i: int, calendar: Calendar) -> tuple[int, int] | None:
    """(month, lexeme behind its name) when a month's name or its abbreviation stands at lexeme i."""
    x = line[i]
    if x.low in calendar.months:
        return calendar.months[x.low], i + 1
    number = calendar.month_abbreviations.get(x.low)
    if number is None:
        return None
    return number, i + 2 if line[i + 1].text == "." else i + 1


def day_number(line: Line, i: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """(day of a month, lexeme behind it) for 12, 12th, twelfth."""
    x = line[i]
    if x.kind == "number" and x.text.isdigit() and len(x.text) <= 2 and 1 <= int(x.text) <= 31:
        j = i + 1
        if line[j].glued and line[j].low in lexicon.words["ordinal_endings"]:
            return int(x.text), j + 1
        if line[j].glued and line[j].text in lexicon.calendar.words["day_point"] and line[j + 1].kind == "word":
            return int(x.text), j + 1  # 12. Oktober
        if line[j].text == "%" or (line[j].glued and line[j].text in "$€£"):
            return None
        return int(x.text), j
    value = lexicon.ordinals.get(x.low)
    return (value, i + 1) if value and value <= 31 else None


def year_number(line: Line, i: int) -> int | None:
    """A year in four digits at lexeme i, behind a comma or not."""
    x = line[i]
    if x.kind == "number" and len(x.text) == 4 and x.text.isdigit() and 1000 <= int(x.text) <= 2199:
        return int(x.text)
    return None


def with_year(line: Line, j: int) -> tuple[str, int]:
    """The year that goes with the date before lexeme j, or XXXX, and where the date ends."""
    for k in (j, j + 1) if line[j].text == "," else (j,):
        if (found := year_number(line, k)) is not None and line[k + 1].text != "%":
            return f"{found:04}", k + 1
    return "XXXX", j


def month_first(line: Line, i: int, lexicon: Lexicon) -> When | None:
    """October 12, 2017; Oct. 12; October 12-14; October 2017; October."""
    calendar = lexicon.calendar
    month = month_at(line, i, calendar)
    if month is None:
        return None
    number, j = month
    capital = line[i].text[:1].isupper()
    hyphen = j + 1 if line[j].text == "-" and line[j].glued and line[j + 1].kind == "number" and line[j + 1].glued else j
    day = day_number(line, hyphen, lexicon)
    if day is not None and line[hyphen].kind == "word" and not capital:
        day = None
    if day is not None and not counts_something(line, day[1], hyphen, lexicon):
        first, k = day
        second, k = last_day(line, k, first, lexicon)
        y, k = with_year(line, k)
        value = f"{y}-{number:02}-{first:02}"
        return When(i, k, value if second is None else f"{value}/{y}-{number:02}-{second:02}")
    k = j + 1 if line[j].low in calendar.words["day_of"] else j
    y, end = with_year(line, k)
    if y != "XXXX" and (capital or line[i].low not in calendar.words["ambiguous_months"]):
        return When(i, end, f"{y}-{number:02}")
    if not capital:
        return None
    ambiguous = line[i].low in calendar.words["ambiguous_months"]
    abbreviated = line[i].low not in calendar.months
    before = line[i - 2] if line[i - 1].text == "-" else line[i - 1]  # mid-May
    if (ambiguous or abbreviated) and before.low not in calendar.words["before_month"]:
        return None
    if abbreviated and line[i + 1].text != ".":
        return None
    if ambiguous and line[i + 1].kind == "word" and line[i + 1].text[:1].isupper():
        return None  # Theresa May said; Mar Vista
    return When(i, j if not abbreviated else i + 2, f"XXXX-{number:02}")


def last_day(line: Line, k: int, first: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """The second day of "October 12-14" and where it ends; None where lexeme k does not go on so."""
    other = day_number(line, k + 1, lexicon) if line[k].text in ("-", "–", "to", "and") and line[k + 1].kind == "number" else None
    if other is None or other[0] <= first:
        return None, k
    if line[k].kind == "word" and counts_something(line, other[1], k + 1, lexicon):
        return None, k
    return other


def counts_something(line: Line, j: int, i: int, lexicon: Lexicon) -> bool:
    """Whether the number before lexeme j counts the plural noun behind it: "in May 12 people died"."""
    x = line[j]
    return line[i].kind == "number" and not x.glued and x.kind == "word" and x.low in lexicon.nouns.collectives


def day_first(line: Line, i: int, lexicon: Lexicon) -> When | None:
    """12 October 2017; 12th of October; 12-14 October; 12/13 October."""
    if m := re.fullmatch(r"(\d{1,2})/(\d{1,2})", line[i].text):
        month = month_at(line, i + 1, lexicon.calendar)
        if month is None or not line[i + 1].text[:1].isupper() or not 0 < int(m[1]) < int(m[2]) < 32:
            return None
        y, end = with_year(line, month[1])
        return When(i, end, f"{y}-{month[0]:02}-{int(m[1]):02}/{y}-{month[0]:02}-{int(m[2]):02}")
    day = day_number(line, i, lexicon)
    if day is None:
        return None
    first, j = day
    second, j = last_day(line, j, first, lexicon)
    if line[j].low in lexicon.calendar.words["day_of"] or (line[j].text == "-" and line[j].glued):
        j += 1
    month = month_at(line, j, lexicon.calendar)
    if month is None or (line[j].low in lexicon.calendar.words["ambiguous_months"] and not line[j].text[:1].isupper()):
        return None
    if line[j].low not in lexicon.calendar.months and not line[j].text[:1].isupper():
        return None
    number, end = month
    if line[end].text == "-" and line[end].glued:
        end += 1
    y, end = with_year(line, end)
    if line[end - 1].text == "-":
        end -= 1
    value = f"{y}-{number:02}-{first:02}"
    return When(i, end, value if second is None else f"{value}/{y}-{number:02}-{second:02}")


def numeric_date(line: Line, i: int, calendar: Calendar) -> When | None:
    """2017-10-12, 12/10/2017, 12.10.2017: day and month stay open where their order cannot be told."""
    x = line[i]
    if len(x.text) == 4 and x.text.isdigit() and line[i + 1].text == "-" and line[i + 3].text == "-" and line[i + 1].glued:
        value = line.text[x.start : line[i + 4].end]
        if published_day(value) and line[i + 4].glued:
            return When(i, i + 5, value)
    found = re.fullmatch(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})", x.text)
    if not found or (len(found[4]) == 2 and found[2] == "."):
        return None
    a, b, y = int(found[1]), int(found[3]), found[4] if len(found[4]) == 4 else "XX" + found[4]
    day_first = found[2] in calendar.words["day_month_order"]
    if (a > 12 or day_first) and 12 >= b >= 1 and 1 <= a <= 31:
        return When(i, i + 1, f"{y}-{b:02}-{a:02}")
    if b > 12 >= a >= 1 and b <= 31:
        return When(i, i + 1, f"{y}-{a:02}-{b:02}")
    return When(i, i + 1, f"{y}-XX-XX" if a != b else f"{y}-{a:02}-{b:02}") if 1 <= a <= 12 and 1 <= b <= 12 else None


def weekday_date(line: Line, i: int, lexicon: Lexicon, published: date | None) -> When | None:
    """Monday; Monday, October 12; Friday the 13th of October: the date decides where there is one."""
    calendar = lexicon.calendar
    x = line[i]
    number = calendar.weekdays.get(x.low.removesuffix("s") if x.low not in calendar.weekdays else x.low)
    if number is None and x.text[:1].isupper():
        number = calendar.weekday_abbreviations.get(x.low)
        if number is not None and line[i + 1].text not in (".", ","):
            return None
    if number is None or not x.text[:1].isupper():
        return None
    j = i + 1
    if line[j].text == "." and line[j].glued and x.low in calendar.weekday_abbreviations:
        j += 1
    k = j + 1 if line[j].text == "," else j
    if line[k].low in calendar.words["the"]:
        k += 1
    dated = month_first(line, k, lexicon) or (day_first(line, k, lexicon) if line[k].kind == "number" else None)
    if dated and re.search(r"-\d\d-\d\d$", dated.value.replace("XXXX", "0000")):
        return When(i, dated.end, dated.value)
    if x.low not in calendar.weekdays and x.low.removesuffix("s") in calendar.weekdays:
        return None  # Mondays: every one of them
    return When(i, j, weekday_value(line, i, number, published, lexicon))


def weekday_value(line: Line, i: int, number: int, published: date | None, lexicon: Lexicon) -> str:
    """The day that a weekday means: the last one up to the day of publication, open where it may be one to come."""
    if published is None or any(line[k].low in lexicon.calendar.words["future"] for k in range(i - LOOK_BACK, i)):
        return f"XXXX-WXX-{number}"
    return (published - timedelta((published.isoweekday() - number) % 7)).isoformat()


# ---- years --------------------------------------------------------------------------------------------------------


def year(line: Line, i: int, lexicon: Lexicon) -> When | None:
    """A year: four digits that count nothing. "2000 people" are people, "the 1995 proposal" is of that year."""
    value = year_number(line, i)
    following, before = line[i + 1], line[i - 1]
    if m := re.fullmatch(r"(20|19)(\d\d)/(\d\d)", line[i].text):  # 2016/17
        return When(i, i + 1, f"{m[1]}{m[2]}/{m[1]}{m[3]}") if int(m[3]) == int(m[2]) + 1 else None
    tied = line[i].glued and (before.kind == "word" or before.text in ("#", "/", "_", ".", "+"))
    if value is None or tied or currency_before(line, i):
        return None
    if following.glued and (following.kind == "word" or following.text in "%°€£$+"):
        return None
    calendar = lexicon.calendar
    if before.low in calendar.words["eras_before"] or following.low in calendar.words["eras_after"]:
        start = i - 1 if before.low in calendar.words["eras_before"] else i
        end = i + 1 + (following.low in calendar.words["eras_after"])
        return When(start, end, f"{'BC' if following.low[:1] == 'b' else ''}{value:04}")
    if not 1500 <= value <= 2100 and not (before.low in calendar.words["before_year"] and is_sentence_break(line, i + 1)):
        return None
    if before.low in lexicon.words["of"] and line[i - 2].low in lexicon.words["sums"]:
        return None  # an amount of 2000
    bound = next((n for n in (2, 1) if lexicon.approximators.before.get(line.phrase(i - n, i))), 0)
    nothing = is_sentence_break(line, i + 1) or following.low in lexicon.nouns.stops
    compared = percent_before(line, i - bound) and nothing  # 3 percent more than 2019
    if following.low in lexicon.magnitudes or (bound and not compared):
        return None
    end = i + 1
    small = len(following.text) > 1 and not following.text[0].isupper()
    if small and following.low not in lexicon.ordinals and unit_after(line, end):
        return None
    if following.text in ("-", "–", "/") and following.glued and line[i + 2].glued and line[i + 2].text.isdigit():
        return years(line, i, value)
    if before.low in calendar.words["before_year"] and not counted_people(line, i + 1, lexicon):
        return When(i, end, f"{value:04}")
    if following.kind == "word" and (following.low in lexicon.nouns.collectives or not 1900 <= value <= 2050):
        return None
    if 1900 <= value <= 2050 or is_sentence_break(line, i + 1):
        return When(i, end, f"{value:04}")
    return None


def percent_before(line: Line, i: int) -> bool:
    """Whether a percentage ends before lexeme i."""
    return line[i - 1].text == "%" or any(line.phrase(i - n, i) in PERCENT for n in (1, 2))


def years(line: Line, i: int, value: int) -> When | None:
    """2016-17, 2016/17, 1914-1918."""
    other = line[i + 2].text
    last = int(other) + (value // 100 * 100 if len(other) == 2 else 0)
    return When(i, i + 3, f"{value:04}/{last}") if len(other) in (2, 4) and value < last < 2200 else None


def counted_people(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands at lexeme i that only a count goes before."""
    return line[i].low in lexicon.nouns.collectives


def is_sentence_break(line: Line, i: int) -> bool:
    """Whether nothing that a number could count follows."""
    return line[i].kind == "mark" or not line[i].text
