"""Lexemes -> When: the date, period or time that starts at a word."""

from __future__ import annotations

from datetime import date, timedelta

from compare.quantities.clock import clock
from compare.quantities.dates import When, day_first, month_first, numeric_date, weekday_date, year
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.periods import century, decade, part_of, quarter, season, shifted, short_decade, short_year


def read_when(line: Line, i: int, lexicon: Lexicon, published: date | None = None) -> When | None:
    """The date or time that starts at lexeme i, or None."""
    x, calendar = line[i], lexicon.calendar
    if found := quarter(line, i, lexicon):
        return found
    if x.kind == "number":
        return (
            numeric_date(line, i, calendar) or clock(line, i, calendar) or day_first(line, i, lexicon)
            or decade(line, i, calendar) or century(line, i, lexicon) or year(line, i, lexicon)
        )  # fmt: skip
    if x.kind == "mark":
        return short_decade(line, i) or short_year(line, i, calendar)
    if x.low in calendar.words["parts"]:
        return part_of(line, i, lexicon, published)
    if x.low in calendar.times and line[i + 1].text != "-":
        return When(i, i + 1, calendar.times[x.low], "time")
    if x.low in calendar.days:
        opens = line.ends_sentence(i - 1)
        if x.text[0].isupper() and (line[i - 1].text[:1].isupper() or (lexicon.capital_nouns and not opens)):
            return None  # USA Today; am Morgen
        inside = x.text[0].isupper() and line[i - 1].kind == "word" and not opens
        if inside or (x.text[0].isupper() and line[i + 1].low in calendar.words["programmes"]):
            return None  # the BBC's Today programme
        day = published and published + timedelta(calendar.days[x.low])
        return When(i, i + 1, day.isoformat() if day else "XXXX-XX-XX")
    if x.low in calendar.shifts:
        return shifted(line, i, lexicon, published)
    if x.low in calendar.seasons:
        return season(line, i, calendar)
    return weekday_date(line, i, lexicon, published) or month_first(line, i, lexicon) or century(line, i, lexicon)
