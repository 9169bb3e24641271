"""Amounts in units said one behind the other -> one amount: two hours and 50 minutes, 12 years and six months, 5-foot-10.

Lengths, weights and times are given in the smaller unit, which their last word names; money in its currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

from compare.quantities.amounts import Amount, read_amount
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.numbers import plain
from compare.quantities.units import convert, rows

MOST_PARTS = 3
"""Parts behind the first one: 1 year 1 month 21 days."""
INCHES = 12


@cache
def smaller_units() -> Mapping[str, Mapping[str, int]]:
    """Larger unit -> the smaller ones that may follow it, each with how many of them it has."""
    out: dict[str, dict[str, int]] = {}
    for larger, smaller, count in rows("chained_units.tsv"):
        out.setdefault(larger, {})[smaller] = int(count)
    return out


def chained(line: Line, first: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the smaller units behind it added; the amount itself where there are none."""
    amount = first
    for _ in range(MOST_PARTS):
        joined = with_smaller(line, amount, lexicon)
        if joined is None:
            break
        amount = joined
    return amount


def with_smaller(line: Line, amount: Amount, lexicon: Lexicon) -> Amount | None:
    """The amount with one smaller unit behind it added, or None."""
    smaller = smaller_units().get(amount.unit) if amount.unit else None
    n = amount.numeral
    if smaller is None or amount.form != "point" or amount.modifier or amount.before or n.vague or n.fraction or n.lower % 1:
        return None
    if line[amount.start - 1].low in lexicon.words["between"]:
        return None  # between two hours and 50 minutes
    j = amount.end
    tied = line[j].text == "-" and line[j].glued and line[j + 1].glued
    comma = line[j].text == "," or (line[j].text == "." and line[j].glued and line[j + 1].kind == "number")  # 4 ft. 11 in.
    k = j + (tied or comma or line[j].low in lexicon.words["and"])
    may_start = line[k].kind == "number" or line[k].low in lexicon.starters or lexicon.compound is not None
    second = read_amount(line, k, lexicon) if may_start else None
    if second is None or second.start < j or second.numeral.vague or second.numeral.fraction or second.before:
        return None
    if second.unit is None and unnamed(line, amount, second, lexicon):
        second = replace(second, unit="inch")
    if second.unit is None or not 0 < second.numeral.upper < smaller.get(second.unit, 0):
        return None
    apart = line[second.end].low in lexicon.words["of"] | lexicon.words["comparatives"]
    return None if comma and apart else added(amount, second)


def unnamed(line: Line, amount: Amount, second: Amount, lexicon: Lexicon) -> bool:
    """Whether the inches of a height are meant, though not named: 5-foot-10, 6 foot 2."""
    after = line[second.end]
    ends = after.kind == "mark" or after.low in lexicon.nouns.stops or amount.hyphened  # the 5-foot-11 guard
    one_foot = amount.unit == "foot" and line[amount.end - 1].low in lexicon.words["foot"]
    return one_foot and second.start <= amount.end + 1 and second.numeral.upper < INCHES and ends


def added(amount: Amount, second: Amount) -> Amount:
    """Both as one amount, in the smaller unit; money in its currency."""
    assert amount.unit is not None
    assert second.unit is not None
    money = amount.kind == "money"
    size = Fraction(1, smaller_units()[amount.unit][second.unit]) if money else Fraction(1)
    larger = Fraction(amount.numeral.lower) if money else convert(amount.numeral.lower, amount.unit, second.unit) or Fraction(0)
    total = plain(larger + Fraction(second.numeral.lower) * size)
    grain = plain(Fraction(second.numeral.grain or 1) * size)
    numeral = replace(amount.numeral, lower=total, upper=total, grain=grain, magnitude=1)
    return replace(amount, end=second.end, numeral=numeral, unit=amount.unit if money else second.unit, modifier=second.modifier,
                   hyphened=amount.hyphened and second.hyphened)  # fmt: skip
