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
    calendar = lexicon(language).calendar
    line = Line(fold(quantity.text))
    words = {x.low for x in line.lexemes}
    if not words.isdisjoint(calendar.days) or not words.isdisjoint(calendar.shifts):
        return True
    named = not words.isdisjoint(calendar.months) or any(x.kind == "number" for x in line.lexemes)
    return not named and not (words.isdisjoint(calendar.weekdays) and words.isdisjoint(calendar.weekday_abbreviations))
