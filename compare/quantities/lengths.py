"""An article in place of a one, before a length of time: a week later, nearly a decade, an hour and a half, a year or two.

"A week" measures something only where the words around it say so; in "a week of talks" or "30 km an hour" it does not.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from compare.model import grain_of
from compare.quantities.amounts import Amount
from compare.quantities.chained import chained
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.modifiers import modifier_before
from compare.quantities.numbers import Numeral, fraction_in_words, plain, read_number
from compare.quantities.units import Match, unit_after

ONE = Decimal(1)


def amount_of_one(line: Line, i: int, lexicon: Lexicon) -> Amount | None:
    """The amount at lexeme i where an article and a unit stand there and mean one of it, or more behind "and" or "or"."""
    unit = unit_after(line, i + 1)
    if unit is None or unit.kind not in ("duration", "measure", "money"):
        return None
    one = Amount(i, unit.end, Numeral(i, i + 1, ONE, ONE, ONE), unit.name, unit.kind)
    summed = chained(line, one, lexicon)  # a minute and 12 seconds
    if summed.end > one.end:
        return summed
    if more := and_part(line, one, lexicon) or or_more(line, one, lexicon):
        return more
    return one if unit.kind == "duration" and measures(line, i, unit, lexicon) else None


def and_part(line: Line, one: Amount, lexicon: Lexicon) -> Amount | None:
    """An hour and a half, one mile and a quarter; not: a mile and a third of the way."""
    part = fraction_in_words(line, one.end + 1, lexicon) if line[one.end].low in lexicon.words["and"] else None
    if part is None or line[part.end].low in lexicon.words["of"] or not part.fraction:
        return None
    value = plain(Fraction(one.numeral.lower) + Fraction(part.lower))
    return replace(one, end=part.end, numeral=replace(one.numeral, lower=value, upper=value, grain=grain_of(value)))


def with_part(line: Line, amount: Amount, lexicon: Lexicon) -> Amount:
    """One year and a half, two miles and a quarter: the amount with the part of one more that is said behind its unit."""
    whole = amount.kind in ("duration", "measure") and amount.form == "point" and amount.modifier is None
    goes_on = line[amount.end].low in lexicon.words["and"] and line[amount.end + 1].low in lexicon.words["article"]
    if not whole or not goes_on or amount.hyphened or amount.numeral.fraction or amount.numeral.vague:
        return amount
    return and_part(line, amount, lexicon) or amount


def or_more(line: Line, one: Amount, lexicon: Lexicon) -> Amount | None:
    """A week or two: from one to the number behind."""
    number = read_number(line, one.end + 1, lexicon) if line[one.end].low in lexicon.words["or"] else None
    if number is None or number.digits or number.vague or number.fraction or not 1 < number.upper <= 3:
        return None
    return replace(one, end=number.end, upper=number, form="or")


def measures(line: Line, i: int, unit: Match, lexicon: Lexicon) -> bool:
    """Whether the words around "a week" at lexeme i say that it is a length of time."""
    words, before, after = lexicon.words, line[i - 1].low, line[unit.end]
    tied = after.text == "-" and after.glued and line[unit.end + 1].glued
    then = line[unit.end + tied].low in words["from_then"]
    if after.low in words["back"] and before in words["compared_with"]:
        return False  # 6% more than a year ago: a time, no length
    if modifier_before(line, i, lexicon).edge < i:
        return unit.name not in words["moments"] or before not in words["over"]
    if then:
        return unit.name not in words["moments"]
    return before in words["within"] and unit.name not in words["short_lengths"] and after.low not in words["filled"]
