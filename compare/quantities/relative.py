"""Quantity -> whether its date rests on the day of publication."""

from __future__ import annotations

from compare.model import Quantity
from compare.quantities.lexemes import Line, fold
from compare.quantities.lexicon import lexicon


def is_relative(quantity: Quantity, language: str | None = None) -> bool:
    """Whether a date is told by its distance from the day of publication: "today", "on Monday", "last month".

    Such a date is a guess where the day of publication is; "Monday, 12 October" and "early 2016" say themselves when.

    >>> from compare.quantities.extract import extract_quantities as read
    >>> [(q.text, is_relative(q)) for q in read("It began last Monday and ended on Friday, 3 June.", published="2016-06-10")]
    [('last Monday', True), ('Friday, 3 June', False)]
    """
    if quantity.kind != "date":
        return False
    words = lexicon(language)
    calendar = words.calendar
    line = Line(fold(quantity.text, words.grouping), words.language)
    said = {x.low for x in line.lexemes}
    if not said.isdisjoint(calendar.days) or not said.isdisjoint(calendar.shifts):
        return True
    named = not said.isdisjoint(calendar.months) or any(x.kind == "number" for x in line.lexemes)
    return not named and not (said.isdisjoint(calendar.weekdays) and said.isdisjoint(calendar.weekday_abbreviations))
