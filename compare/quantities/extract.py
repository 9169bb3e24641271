"""Text -> Quantity*: every figure of a text, in one pass from left to right.

At each word that can start a figure: a date or time, else a number with its unit; then the words around it say how sure the
value is, whether it rises or falls, per what it is measured, and what it counts. Nothing overlaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from compare.model import Quantity
from compare.quantities.ages import age
from compare.quantities.amounts import Amount, read_amount
from compare.quantities.chained import chained
from compare.quantities.compounds import number_as_one_word
from compare.quantities.dates import published_day
from compare.quantities.ellipsis import completed
from compare.quantities.forms import is_result, is_share, one_in, special_form
from compare.quantities.found import Found, quantity
from compare.quantities.lengths import amount_of_one, with_part
from compare.quantities.lexemes import Line, fold
from compare.quantities.lexicon import Lexicon, lexicon
from compare.quantities.measures import measure
from compare.quantities.modifiers import direction, modifier_before, modifier_of_time
from compare.quantities.negated import under_negation
from compare.quantities.negatives import is_no_figure
from compare.quantities.numbers import VULGAR
from compare.quantities.ranges import read_range, spread_from
from compare.quantities.titles import names_body
from compare.quantities.units import currency_before
from compare.quantities.when import read_when

WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(f"[0-9{''.join(VULGAR)}]")

CHANGES = frozenset({"percent", "percentage_point", "money", "fraction"})
"""Kinds that "5% higher", "a $3 rise" are made of; behind a count such a word belongs to something else."""


def extract_quantities(
    text: str, *, published: str | None = None, language: str | None = None, offset: int = 0
) -> tuple[Quantity, ...]:
    """The figures of a sentence or of a whole text, in order, not overlapping; `offset` is added to their places.

    `published` (ISO 8601) is the day to which "on Monday" and "last year" refer. A language without word lists is read as
    English.

    >>> [(q.text, str(q.lower), q.modifier, q.counted) for q in extract_quantities("Almost 50 trucks left with two dozen men.")]
    [('Almost 50 trucks', '50', '~<', 'trucks'), ('two dozen men', '24', '=', 'men')]
    """
    words = lexicon(language)
    folded = fold(text, words.grouping)
    if not DIGIT.search(folded) and not any(starts(x, words) for x in WORD.findall(folded.lower())):
        return ()
    line = Line(folded, words.language)
    found = completed(list(read(line, words, published_day(published))), line, words)
    return tuple(quantity(f, line, text, offset) for f in found)


def starts(word: str, words: Lexicon) -> bool:
    """Whether a figure can start at the word."""
    return word in words.starters or (words.compound is not None and number_as_one_word(word, words) is not None)


def read(line: Line, words: Lexicon, published: date | None) -> Iterator[Found]:
    """The figures of a line as they stand, from left to right."""
    i = floor = 0
    while i < line.length:
        x = line.lexemes[i]
        if (x.kind == "word" and not starts(x.low, words)) or (x.kind == "mark" and x.text not in VULGAR and x.text != "'"):
            i += 1
            continue
        found = figure(line, i, floor, words, published)
        if isinstance(found, Found):
            yield found if found.start >= floor else replace(found, start=floor)
            i = floor = max(found.end, i + 1)
        else:
            i = max(found, i + 1)


def figure(line: Line, i: int, floor: int, words: Lexicon, published: date | None) -> Found | int:
    """The figure at lexeme i, or the lexeme at which to read on where there is none."""
    if when := read_when(line, i, words, published):
        if when.kind == "date" and names_body(line, when, words):
            return when.end
        if when.kind == "date":
            return Found(when.start, when.end, "date", date=when.value)
        before = modifier_of_time(line, when.start, words, floor)
        return Found(before.edge, when.end, "time", date=when.value, modifier=before.modifier)  # about 6 pm
    if form := special_form(line, i, floor, words):
        return form
    article = line[i].low in words.words["article"]
    first = (amount_of_one(line, i, words) if article else None) or read_amount(line, i, words)
    if first is None:
        return i + 1
    amount = read_range(line, with_part(line, chained(line, first, words), words), words)
    if amount.form == "pair":
        return Found(amount.start, amount.end, "score") if is_result(line, amount, words) else amount.end
    if part := one_in(line, amount, words):
        return around(line, part, amount, floor, words)
    if amount.numeral.fraction and amount.kind is None and not is_share(line, amount, words):
        return amount.end
    bare = Found(amount.start, amount.numeral.end, "count", amount.numeral.lower, amount.numeral.upper)
    ends = (amount.numeral, amount.upper) if amount.upper else (amount.numeral,)
    start = amount.start
    starts_at = (start, amount.upper.start - 1) if amount.upper else (start,)  # the lower end stands before the upper one
    bare_number = amount.kind is None
    no_figure = any(is_no_figure(line, n, at, words, bare=bare_number) for n, at in zip(ends, starts_at, strict=True))
    if no_figure and not age(line, bare, amount, words):
        return amount.end
    f = measure(line, amount, words)
    said = line.phrase(amount.start, amount.end) if f.bare else ""
    if f.bare and said in words.words["pronouns"]:
        return amount.end  # "a difficult one", "I for one"
    return around(line, f, amount, floor, words)


def ruled(f: Found, words: Lexicon) -> bool:
    """Whether somebody or something can stand under what is counted: presidents, laws, conditions."""
    return (f.counted or "").lower().rpartition(" ")[2] in words.words["rulers"]


def around(line: Line, f: Found, amount: Amount, floor: int, words: Lexicon) -> Found:
    """The figure with the modifier before it and the direction of its change."""
    start, behind = f.start, f.kind in CHANGES and not f.counted  # "a third of the boats sank" is no fall
    spread = spread_from(line, start, words) if amount.form == "range" else start
    if floor <= spread < start:
        return replace(f, start=spread, direction=direction(line, spread, f.end, words, behind=behind))
    before = modifier_before(line, start, words, floor)
    from_number = line[f.end].low in words.words["from"] and any(read_amount(line, f.end + n, words) for n in (1, 2))
    moved = from_number or line[before.edge - 1].low in words.words["moving_up"]  # edged up to 97.2%
    if moved and line.phrase(before.edge, start) in words.words["up_to"]:
        return replace(f, direction="up")  # revised up to 4,100 from 3,800
    modifier = f.modifier if before.modifier == "=" else under_negation(before.modifier, line, before.edge, words)
    if f.unit is None and before.edge < start and (currency := currency_before(line, before.edge)):
        return replace(f, start=currency.end, modifier=modifier, kind="money", unit=currency.name)  # $ less than 5,000
    if before.edge == start - 1 and line[before.edge].low in words.words["against"]:
        return replace(f, direction=direction(line, start, f.end, words, behind=behind))  # gegen vier Angeklagte
    if before.edge == start - 1 and line[start - 1].low in words.words["under"] and ruled(f, words):
        return f  # served under three presidents
    over = before.edge == start - 1 and line[start - 1].low in words.words["over"]
    during = line[start - 2].low not in words.words["lasting"] and line[f.end].low not in words.words["still_over"]
    if over and f.kind == "duration" and during:
        modifier = f.modifier  # over two years: during them; but: over two years ago
    if amount.form == "range" and line[start - 1].low in words.words["from"]:
        modifier = f.modifier  # starting from 450 sq ft up to 900 sq ft
    if f.modifier == "~" and f.lower != f.upper and before.modifier in ("<", "<=", ">", ">="):
        modifier = f.modifier  # more than a few dozen stays vague
    return replace(f, start=before.edge, modifier=modifier, direction=direction(line, before.edge, f.end, words, behind=behind))
