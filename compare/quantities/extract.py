"""Text -> Quantity*: every figure of a text, in one pass from left to right.

At each word that can start a figure: a date or time, else a number with its unit; then the words around it say how sure the
value is, whether it rises or falls, per what it is measured, and what it counts. Nothing overlaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from compare.model import Modifier, Number, Quantity, QuantityKind, grain_of
from compare.quantities.amounts import Amount, read_amount, read_range
from compare.quantities.counted import counted_after, counted_of, subject_before
from compare.quantities.dates import published_day, read_when
from compare.quantities.lexemes import Line, fold
from compare.quantities.lexicon import Lexicon, lexicon
from compare.quantities.modifiers import direction, modifier_before
from compare.quantities.negatives import is_no_figure
from compare.quantities.numbers import VULGAR, fraction_in_words, plain
from compare.quantities.units import names, signs, unit_after

WORD = re.compile(r"[a-z]+")
DIGIT = re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure at lexemes start to end, before it becomes a Quantity."""

    start: int
    end: int
    kind: QuantityKind
    lower: Number | None = None
    upper: Number | None = None
    modifier: Modifier = "="
    grain: Number | None = None
    direction: Literal["up", "down"] | None = None
    unit: str | None = None
    per: str | None = None
    counted: str | None = None
    date: str | None = None
    bare: bool = False
    """A number in words or digits with nothing behind it."""


def extract_quantities(
    text: str, *, published: str | None = None, language: str | None = None, offset: int = 0
) -> tuple[Quantity, ...]:
    """The figures of a sentence or of a whole text, in order, not overlapping; `offset` is added to their places.

    `published` (ISO 8601) is the day to which "on Monday" and "last year" refer. A language without word lists is read as English.

    >>> [(q.text, str(q.lower), q.modifier, q.counted) for q in extract_quantities("Almost 50 trucks left with two dozen men.")]
    [('Almost 50 trucks', '50', '~<', 'trucks'), ('two dozen men', '24', '=', 'men')]
    """
    words = lexicon(language)
    folded = fold(text)
    if not DIGIT.search(folded) and words.starters.isdisjoint(WORD.findall(folded.lower())):
        return ()
    line = Line(folded)
    found = completed(list(read(line, words, published_day(published))), line, words)
    return tuple(quantity(f, line, text, offset) for f in found)


def quantity(f: Found, line: Line, text: str, offset: int) -> Quantity:
    """The value that later stages see."""
    start, end = line[f.start].start, line[f.end - 1].end
    lower, upper = bounded(f)
    return Quantity(
        kind=f.kind, start=offset + start, end=offset + end, text=text[start:end], lower=lower, upper=upper, modifier=f.modifier,
        grain=f.grain, direction=f.direction, unit=f.unit, per=f.per, counted=f.counted, date=f.date,
    )  # fmt: skip


def bounded(f: Found) -> tuple[Number | None, Number | None]:
    """Both ends of the value, None at the open end of a bound."""
    if f.lower != f.upper:
        return f.lower, f.upper
    if f.modifier in (">", ">="):
        return f.lower, None
    if f.modifier in ("<", "<="):
        return None, f.upper
    return f.lower, f.upper


def read(line: Line, words: Lexicon, published: date | None) -> Iterator[Found]:
    """The figures of a line as they stand, from left to right."""
    i = floor = 0
    while i < line.length:
        x = line[i]
        if (x.kind == "word" and x.low not in words.starters) or (x.kind == "mark" and x.text not in VULGAR and x.text != "'"):
            i += 1
            continue
        when = read_when(line, i, words, published)
        if when:
            yield Found(when.start, when.end, when.kind, date=when.value)
            i = floor = when.end
            continue
        found = span_of_time(line, i, floor, words) or ordinal(line, i, words) or ratio(line, i, words) or figure(line, i, floor, words)
        if isinstance(found, Found) and found.end > i:
            yield found
            i = floor = found.end
        else:
            i = max(i + 1, found if isinstance(found, int) else 0)


def figure(line: Line, i: int, floor: int, words: Lexicon) -> Found | int | None:
    """The number at lexeme i with all that belongs to it; where to read on when it is none."""
    first = read_amount(line, i, words)
    if first is None:
        return None
    amount = read_range(line, first, words)
    if amount.form == "pair":
        return Found(amount.start, amount.end, "score") if is_result(line, amount) else amount.end
    if amount.kind is None and (part := one_in(line, amount, words)):
        return around(line, part, amount, floor, words)
    aged = age(line, Found(amount.start, amount.numeral.end, "count", amount.numeral.lower, amount.numeral.upper), amount, words)
    if aged is None and is_no_figure(line, amount.numeral, amount.start, words, bare=amount.kind is None):
        return amount.end
    if amount.numeral.fraction and amount.kind is None and not is_share(line, amount, words):
        return amount.end
    return around(line, described(line, amount, words), amount, floor, words)


def described(line: Line, amount: Amount, words: Lexicon) -> Found:
    """The amount as a figure: age, measure with what it is measured per, or a count with what is counted."""
    n = amount.numeral
    f = Found(amount.start, amount.end, amount.kind or "count", n.lower, amount.high, amount.modifier or "=", n.grain, unit=amount.unit)
    if amount.upper is not None and n.grain is not None and amount.upper.grain is not None:
        f = replace(f, grain=min(n.grain, amount.upper.grain))
    if n.vague or amount.form == "or":
        f = replace(f, modifier="~")
    if amount.numeral.vague and amount.kind is None:
        f = replace(f, kind="vague")
    if amount.modifier == "~" and line[n.end].text == "-" and line[n.end + 1].low == "odd":
        f = replace(f, upper=n.upper + Decimal(str(n.grain or 1)) - 1)
    if aged := age(line, f, amount, words):
        return aged
    if n.fraction and amount.kind is None and not (n.digits and line[f.end].kind == "word" and line[f.end].low not in words.nouns.stops):
        f = replace(f, kind="fraction")
        after = counted_of(line, f.end, words) or (counted_after(line, f.end + 1, words) if line[f.end].low in words.words["fraction_after"] else None)
        return replace(f, counted=after.text, end=after.end) if after else f
    f = counted(line, f, amount, words)
    return measured_per(line, f, words)


def counted(line: Line, f: Found, amount: Amount, words: Lexicon) -> Found:
    """The figure with the noun phrase that it counts or measures a part of."""
    if amount.kind in ("money", "duration") or f.kind == "score":
        return f
    if amount.kind is not None:
        after = counted_of(line, f.end, words) if not amount.hyphened else None
        return replace(f, counted=after.text) if after else f
    if line[f.end].low in words.words["of"]:
        after = counted_of(line, f.end, words)
        return replace(f, counted=after.text, end=after.end if f.kind == "vague" else f.end) if after else f
    if line[f.end].low == "times":
        following = line[f.end + 1]
        noun = following.kind == "word" and following.low not in words.nouns.stops
        if following.low in words.words["comparatives"] or noun or f.lower != int(f.lower or 0):
            return replace(f, kind="ratio", unit="times", end=f.end + 1)
        return replace(f, counted="times", end=f.end + 1)
    if amount.hyphened:
        if line[f.end + 1].low == "fold":
            return replace(f, kind="ratio", unit="times", end=f.end + 2)
        if line[f.end + 1].low == "magnitude":
            return replace(f, kind="measure", unit="magnitude", end=f.end + 2)
        after = counted_after(line, f.end + 1, words, one=True)
        return replace(f, counted=line[f.end + 1].text, end=f.end + 2) if after else replace(f, bare=True)
    after = counted_after(line, f.end, words, one=f.lower == f.upper == 1)
    if after:
        return replace(f, counted=after.text, end=after.end)
    return replace(f, bare=True)


def measured_per(line: Line, f: Found, words: Lexicon) -> Found:
    """The figure with "a day", "per barrel", "/year" behind it."""
    j = f.end
    if line[j].text == "-" and line[j + 1].low in words.words["article"] and line[j + 2].text == "-":  # $70-a-share
        return replace(f, per=line[j + 3].low, end=j + 4) if line[j + 3].kind == "word" else f
    x, noun = line[j], line[j + 1]
    if x.text == "/" and x.glued and noun.glued and noun.kind == "word":
        return replace(f, per=single(noun.low, noun.text), end=j + 2)
    if x.low not in words.words["per"] or noun.kind != "word":
        return f
    if x.low == "per":
        if noun.low in words.per["annum"]:
            return replace(f, per="year", end=j + 2)
        if noun.low in ("square", "sq") and line[j + 2].kind == "word":
            unit = {"m": "square metre", "metre": "square metre", "meter": "square metre", "ft": "square foot", "foot": "square foot"}
            return replace(f, per=unit.get(line[j + 2].low, f"square {line[j + 2].low}"), end=j + 3)
        return replace(f, per=single(noun.low, noun.text), end=j + 2) if noun.low not in ("cent", "centage") else f
    if noun.low not in words.per["nouns"] or line[j + 2].low in words.per["not_before"]:
        return f
    return replace(f, per=noun.low, end=j + 2)


def single(word: str, written: str) -> str:
    """The name of what something is measured per: a unit's own name where it is one."""
    known = signs().get(written) or names().get(word)
    if known and known[1] not in ("money", "percent", "percentage_point"):
        return known[0] if word not in ("pound", "night") else word
    return PER.get(word, word)


PER = {"yr": "year", "hr": "hour", "h": "hour", "s": "second", "lb": "pound", "mo": "month", "wk": "week", "mmbtu": "million british thermal units"}


def age(line: Line, f: Found, amount: Amount, words: Lexicon) -> Found | None:
    """The figure as an age: six-year-old, 12 years of age, aged 45, "Mara Oduya, 45,", in his 30s."""
    j, unit = f.end, amount.unit
    if unit in ("year", "month", "week", "day"):
        k = j + 1 if line[j].text == "-" else j
        if line[k].low in words.words["age_after"]:
            return replace(f, kind="age", end=k + 1)
        if line[j].low in words.words["of"] and line[j + 1].low in words.words["aged"]:
            return replace(f, kind="age", end=j + 2)
        return None
    if unit is not None or f.kind != "count" or f.lower is None or f.upper is None or not 0 < f.lower < 125 or f.lower != int(f.lower):
        return None
    before = line[f.start - 1]
    if amount.numeral.digits and line[j].low == "s" and line[j].glued and f.lower % 10 == 0 and before.low not in ("$", "£"):
        early = before.low if before.low != "-" else line[f.start - 2].low
        span = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(early, (0, 9))
        if before.low in ("his", "her", "their", "your", "my") or early in words.words["decade_parts"]:
            return replace(f, kind="age", end=j + 1, upper=f.lower + span[1], lower=f.lower + span[0], modifier="~", unit="year")
        return None
    if before.low in words.words["aged"] and (line[j].kind == "mark" or line[j].low in words.nouns.stops or f.lower != f.upper):
        return replace(f, kind="age", unit="year")
    behind_name = before.text == "," and line[f.start - 2].text[:1].isupper() and line[j].text in (",", ".", ";", ")") and line[f.start].kind == "number"
    in_brackets = before.text == "(" and line[j].text == ")" and all(line[f.start - k].text[:1].isupper() for k in (2, 3))
    if (behind_name or in_brackets) and f.lower >= 1 and line[f.start - 2].low not in words.calendar.months:
        return replace(f, kind="age", unit="year")
    return None


def is_share(line: Line, amount: Amount, words: Lexicon) -> bool:
    """Whether a fraction measures a part of something: half of the houses, up by a third; not the second half."""
    before, after = line[amount.start - 1].low, line[amount.end]
    if before in words.words["not_before_half"] or (after.text == "-" and after.glued):
        return False
    if after.low in words.words["fraction_after"] or after.low in ("majority",):
        return True
    return modifier_before(line, amount.start, words).edge < amount.start or before == "by" or amount.numeral.digits


def one_in(line: Line, amount: Amount, words: Lexicon) -> Found | None:
    """One in five, three out of ten: a share."""
    j = amount.end
    if line[j].low not in words.words["in"] or amount.form != "point":
        return None
    out = line[j].low == "out"
    k = j + 2 if out and line[j + 1].low in words.words["of"] else j + 1
    k += line[k].low == "every"
    second = read_amount(line, k, words)
    if second is None or second.kind is not None or second.start != k or out and k == j + 1:
        return None
    top, bottom = amount.numeral.lower, second.numeral.lower
    if not 0 < top < bottom or bottom != int(bottom) or not (top == 1 or out) or 1900 <= bottom <= 2100 and not out:
        return None
    after = counted_after(line, second.end, words)
    share = Fraction(top) / Fraction(bottom)
    end = after.end if after else second.end
    return Found(amount.start, end, "fraction", share, share, counted=after.text if after else None)


def around(line: Line, f: Found, amount: Amount, floor: int, words: Lexicon) -> Found:
    """The figure with the modifier before it and the direction of its change."""
    start = f.start
    if amount.form == "range" and line[start - 1].low in words.words["between"] and start - 1 >= floor:
        return replace(f, start=start - 1, direction=direction(line, start - 1, f.end, words))
    before = modifier_before(line, start, words, floor)
    chosen = before.modifier if before.edge < start and before.modifier != "=" else f.modifier
    during = line[start - 1].low == "over" and before.edge == start - 1 and line[start - 2].low not in words.words["lasting"]
    if during and f.kind == "duration":
        chosen = f.modifier  # over two years: during them
    if f.modifier == "~" and f.lower != f.upper and chosen in ("<", "<=", ">", ">="):
        chosen = f.modifier
    return replace(f, start=before.edge, modifier=chosen, direction=direction(line, before.edge, f.end, words))


def is_result(line: Line, amount: Amount) -> bool:
    """Whether two numbers with a hyphen are a result: not part of a name, a phone number, a span of years or an address."""
    if max(amount.numeral.lower, amount.high) >= 200 or line[amount.end].text == "-" or line[amount.start].glued:
        return False
    behind = line[amount.end]
    return not (behind.kind == "word" and behind.glued)


def span_of_time(line: Line, i: int, floor: int, words: Lexicon) -> Found | None:
    """An hour and a half; "in a decade": an article in place of a one."""
    if line[i].low not in words.words["article"]:
        return None
    unit = unit_after(line, i + 1)
    if unit is None or unit.kind not in ("duration", "measure", "money"):
        return None
    j = unit.end
    part = fraction_in_words(line, j + 1, words) if line[j].low in words.words["and"] else None
    if part is not None and line[part.end].low not in words.words["of"]:
        value = plain(1 + Fraction(part.lower))
        f = Found(i, part.end, unit.kind, value, value, grain=grain_of(value), unit=unit.name)
        before = modifier_before(line, i, words, floor)
        return replace(f, start=before.edge, modifier=before.modifier)
    if unit.kind == "duration" and line[i - 1].low in words.words["within"] and line[j].kind == "mark" and unit.name in ("decade", "century"):
        return Found(i, j, "duration", Decimal(1), Decimal(1), grain=Decimal(1), unit=unit.name)
    return None


def ordinal(line: Line, i: int, words: Lexicon) -> Found | None:
    """22nd, third: a place in an order; "first" only where it numbers something."""
    x = line[i]
    if x.kind == "number":
        if x.text.isdigit() and len(x.text) < 5 and line[i + 1].glued and line[i + 1].low in words.words["ordinal_endings"] and not x.glued:
            return Found(i, i + 2, "ordinal", Decimal(x.text), Decimal(x.text), grain=Decimal(1))
        return None
    value, end = words.ordinals.get(x.low), i + 1
    if x.low in words.tens and line[i + 1].text == "-" and line[i + 1].glued and 0 < words.ordinals.get(line[i + 2].low, 0) < 10:
        value, end = words.small[x.low] + words.ordinals[line[i + 2].low], i + 3
    if value is None or line[i - 1].low in words.small or line[i - 1].kind == "number" or line[i - 1].text == "-":
        return None
    if value == 1 and (line[i - 1].low not in words.words["determiners"] or line[end].low in words.words["not_ordinal_after"]):
        return None
    if line[end].kind != "word" or line[end].low in words.nouns.stops and value < 3:
        return None
    return Found(i, end, "ordinal", Decimal(value), Decimal(value), grain=Decimal(1))


def ratio(line: Line, i: int, words: Lexicon) -> Found | None:
    """Doubled, tripled, twice as many; magnitude 6.1."""
    low = line[i].low
    if low in words.words["magnitude_scale"]:
        amount = read_amount(line, i + 1, words)
        if amount and amount.kind is None and amount.numeral.digits and amount.numeral.lower < 12:
            n = amount.numeral
            return Found(i, n.end, "measure", n.lower, n.upper, "=", n.grain, unit="magnitude")
        return None
    value = words.multipliers.get(low)
    if value is None or (low in ("twice", "thrice") and line[i + 1].low not in words.words["comparatives"]):
        return None
    if low in ("doubles", "triples"):
        return None
    number: Number = Decimal(value.numerator) if value.denominator == 1 else value
    before = modifier_before(line, i, words)
    return Found(before.edge, i + 1, "ratio", number, number, before.modifier, grain_of(number), unit="times")


def completed(found: list[Found], line: Line, words: Lexicon) -> list[Found]:
    """The figures, with what a bare number counts where the sentence has said it or goes on to say it."""
    out: list[Found] = []
    for k, f in enumerate(found):
        if not f.bare or f.kind != "count" or f.counted:
            out.append(f)
            continue
        after = found[k + 1] if k + 1 < len(found) else None
        link = line[f.end].low
        if after and after.kind == "count" and after.counted and link in ("and", "or", "to") and after.start == f.end + 1:
            out.append(replace(f, counted=after.counted))
        elif after and after.kind in ("measure", "duration", "age") and after.start == f.end:
            stacked = counted_after(line, after.end, words)  # five 10-litre drums
            out.append(replace(f, counted=stacked.text) if stacked else f)
        elif out and out[-1].unit and out[-1].end == f.start - 1 and line[f.start - 1].low in ("to", "from", "than"):
            out.append(replace(f, kind=out[-1].kind, unit=out[-1].unit, per=out[-1].per))  # from 208 pounds to 193
        elif earlier := previous(out, f, line, words):
            out.append(replace(f, counted=earlier.counted))
        elif subject := subject_before(line, f.start, words):
            out.append(replace(f, counted=subject.text))
        else:
            out.append(f)
    return out


def previous(found: list[Found], f: Found, line: Line, words: Lexicon) -> Found | None:
    """The count just before in the sentence that a bare number goes on from: "61 votes to 38", "the 2,500 already there"."""
    last = next((p for p in reversed(found) if p.kind == "count" and p.counted), None)
    if last is None or f.start - last.end > 14 or any(line.ends_sentence(k) for k in range(last.end, f.start)):
        return None
    before, behind = line[f.start - 1].low, line[f.end].low
    if before in ("to", "from", "than", "against", "the") or behind in ("already", "now", "there", "earlier", "previously", "more", "others", "last", "who"):
        return last
    return None
