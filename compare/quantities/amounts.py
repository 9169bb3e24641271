"""Lexemes -> Amount: one number with its sign, currency and unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from compare.model import Modifier, Number, QuantityKind
from compare.quantities.counted import counted_after, counts_many, last_word, plural_ahead
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.modifiers import modifier_after
from compare.quantities.numbers import Numeral, read_number, times
from compare.quantities.units import Match, currency_before, letter_signs, names, unit_after

ELECTRIC = frozenset("WV")
"""Signs of one capital that stand apart from their number also in running text."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at lexemes start to end; `kind` is None for a bare number."""

    start: int
    end: int
    numeral: Numeral
    unit: str | None = None
    kind: QuantityKind | None = None
    modifier: Modifier | None = None
    """Given by words behind the number: or so, -plus."""
    before: bool = False
    """The currency stands before the number."""
    hyphened: bool = False
    """The number is the first half of a word such as "10-litre"."""
    upper: Numeral | None = None
    """The higher end of a range."""
    form: Literal["point", "range", "or", "pair"] = "point"

    @property
    def high(self) -> Number:
        return (self.upper or self.numeral).upper


def read_amount(line: Line, i: int, lexicon: Lexicon) -> Amount | None:
    """The number at lexeme i with currency, sign and unit; the Amount starts at a currency or minus sign before it."""
    numeral = read_number(line, i, lexicon)
    if numeral is None:
        return None
    start = numeral.start
    currency = currency_before(line, start) or lettered_currency(line, numeral, lexicon)
    if currency:
        start = currency.end
        numeral = short_magnitude(line, numeral, lexicon)
    else:
        numeral = million_of_something(line, numeral, lexicon)
    numeral, start = signed(line, numeral, start, lexicon)
    after = modifier_after(line, numeral.end, lexicon)
    end = after.edge if after else numeral.end
    amount = Amount(start, end, numeral, modifier=after.modifier if after else None)
    if currency:
        again = unit_after(line, end)
        end = again.end if again and again.kind == "money" and line[end].low not in ("p",) else end  # £3 pounds, $5 USD
        return replace(amount, end=end, unit=currency.name, kind="money", before=True)
    return with_unit(line, amount, lexicon)


def short_magnitude(line: Line, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Money in millions or billions by one letter: $5m, £2b, $1.5B, $3 m."""
    x = line[numeral.end]
    if x.glued and x.text == "MM":
        return replace(times(numeral, lexicon.abbreviated["m"]), end=numeral.end + 1)
    size = lexicon.abbreviated.get(x.low) if len(x.low) == 1 and numeral.magnitude == 1 else None
    ends = line[numeral.end + 1].kind == "mark" or line[numeral.end + 1].low in lexicon.nouns.stops
    apart = x.low == "m" or (x.text == "B" and ends)  # $8 B in cash
    return replace(times(numeral, size), end=numeral.end + 1) if size and (x.glued or apart) else numeral


def lettered_currency(line: Line, numeral: Numeral, lexicon: Lexicon) -> Match | None:
    """A currency by its letters before a sum of money: R1.2 billion, Y500,000, PS8.1bn; R8 is a name."""
    x, first, after = line[numeral.start - 1], line[numeral.start], line[numeral.end]
    if not first.glued or x.kind != "word":
        return None
    code = letter_signs().get(x.text) if numeral.digits and (not x.glued or line[numeral.start - 2].text == "(") else None
    again = line[numeral.end + 1].text == x.text and line[numeral.end + 2].kind == "number" and line[numeral.end + 2].glued
    ranged = again and line[numeral.start - 2].low in lexicon.words["between"] | lexicon.words["from"]  # between N890 and N1,020
    large = ranged or numeral.magnitude > 1 or not first.text.isdigit() or (after.glued and after.low in ("m", "b"))
    return Match(code, "money", numeral.start - 1) if code and large else None


def million_of_something(line: Line, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """People and things in millions by one letter: 1.4m voters, 4.3M digital sales, 8 B people, but not the 100m final."""
    x, following = line[numeral.end], line[numeral.end + 1]
    capital = numeral.digits and numeral.magnitude == 1 and x.text in ("M", "B")
    pointed = x.glued and "." in line[numeral.start].text  # 3M is a company
    noun = counted_after(line, numeral.end + 1, lexicon) if capital and pointed else None
    if (noun and counts_many(last_word(noun), lexicon.nouns)) or (capital and following.low in lexicon.nouns.collectives):
        return replace(times(numeral, lexicon.abbreviated[x.low]), end=numeral.end + 1)
    if not (numeral.digits and x.glued and x.low == "m" and numeral.magnitude == 1):
        return numeral
    if following.low in lexicon.words["of_many"] and line[numeral.start - 1].low not in lexicon.calendar.words["the"]:
        return replace(times(numeral, lexicon.abbreviated["m"]), end=numeral.end + 1)  # 60m have been ordered
    described = following.low in lexicon.nouns.modifiers | lexicon.nouns.ly_adjectives
    described = described and plural_ahead(line, numeral.end + 2, lexicon.nouns)  # 2.1m daily users
    closed = lexicon.nouns.stops | lexicon.nouns.verbs
    if following.kind != "word" or (following.low in closed and not described):
        return numeral
    plural = following.low.endswith("s") and len(following.low) > 4
    plural = plural and not lexicon.nouns.endings.of(following.low, "possessive")  # the 400m women's final
    if plural or described or following.low in lexicon.nouns.collectives or following.low in names(line.language):
        return replace(times(numeral, lexicon.abbreviated["m"]), end=numeral.end + 1)
    return numeral


def signed(line: Line, numeral: Numeral, start: int, lexicon: Lexicon) -> tuple[Numeral, int]:
    """The number made negative by a sign that belongs to it, and where the amount starts then."""
    before = line[start - 1]
    if before.text == "-" and before.glued and line[start - 2].low in lexicon.words["minus"]:  # minus-5
        return replace(numeral, lower=-numeral.upper, upper=-numeral.lower), start - 2
    two = line[start - 2].kind == "number" and line[start].text.isdigit() and line[numeral.end].text != "%"  # 205 -203
    sign = before.text == "-" and line[start].glued and not before.glued and not two
    either = before.low in lexicon.words["minus"] and line[start - 2].low in lexicon.words["or"]
    if either and line[start - 3].low in lexicon.words["plus"]:
        return numeral, start - 3  # a margin of plus or minus three points
    minus = sign or before.low in lexicon.words["minus"]
    if not minus or numeral.vague or numeral.fraction:
        return numeral, start
    return replace(numeral, lower=-numeral.upper, upper=-numeral.lower), start - 1


def with_unit(line: Line, amount: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the unit behind it, if there is one."""
    j = amount.end
    hyphen = line[j].text == "-" and line[j].glued == line[j + 1].glued and line[j + 1].kind == "word"
    torn = hyphen and not line[j].glued and not lexicon.nouns.endings.of(line[j + 1].low, "plural")
    torn = torn and unit_after(line, j + 1) is not None  # a three - week trial; not: there were 12 - days later
    hyphened = (hyphen and line[j].glued) or torn
    if hyphened:
        j += 1
    found = unit_after(line, j)
    if hyphened and line[j].low in lexicon.words["working"] and line[j + 1].text == "-" and line[j + 1].glued:
        found = unit_after(line, j + 2)  # 45-business-day
    if found is None and not hyphened and line[j].low in lexicon.words["between_number_and_unit"]:
        found = unit_after(line, j + 1)
        found = found if found and found.kind in ("duration", "money", "measure") else None
    part = amount.numeral.fraction or (amount.numeral.digits and 0 < amount.numeral.lower < 1)  # 0.75 of a percentage point
    if found is None and part:
        found = unit_of_part(line, j, lexicon)
    if found is None and amount.numeral.vague and line[j].low in lexicon.words["of"]:
        found = unit_after(line, j + 1)  # tens of thousands of dollars
    if found is None and amount.numeral.fraction and line[j].low in lexicon.words["points"]:
        found = Match("percentage point", "percentage_point", j + 1)  # rates rose by a quarter point
    if found is None and amount.numeral.digits and is_multiple(line, j, lexicon):
        return replace(amount, end=j + 1, unit="times", kind="ratio")
    if found is None or rejected(line, amount, found, j, lexicon):
        return replace(amount, hyphened=hyphened)
    found = weighed(line, amount, found, j, lexicon)
    if hyphened and found.kind == "money" and found.name == "penny":
        return replace(amount, hyphened=True)
    after = modifier_after(line, found.end, lexicon) if amount.modifier is None else None
    return replace(amount, end=after.edge if after else found.end, unit=found.name, kind=found.kind, hyphened=hyphened,
                   modifier=after.modifier if after else amount.modifier)  # fmt: skip


def is_multiple(line: Line, j: int, lexicon: Lexicon) -> bool:
    """Whether the sign at lexeme j makes a multiple of the number before it: 3x more, 2.5x; not 4x100."""
    sign, behind = line[j], line[j + 1]
    alone = not behind.glued or (behind.kind == "mark" and behind.text not in "-/")
    model = sign.text.isupper() and line[j - 1].text in lexicon.words["aircraft"]  # the 777X
    return sign.low in lexicon.words["times_by"] and sign.glued and alone and behind.kind != "number" and not model


def unit_of_part(line: Line, j: int, lexicon: Lexicon) -> Match | None:
    """The unit that a fraction before lexeme j is a part of: half a mile, a tenth of a point, half of one percent."""
    k = j + (line[j].low in lexicon.words["of"])
    one = read_number(line, k, lexicon) if k > j else None
    if line[k].low in lexicon.words["article"]:
        return point_or_unit(line, k + 1, lexicon)
    found = unit_after(line, one.end) if one is not None and one.lower == one.upper == 1 else None
    return found if found and found.kind in ("percent", "percentage_point") else None


def point_or_unit(line: Line, j: int, lexicon: Lexicon) -> Match | None:
    """The unit at lexeme j; a point of which there is a part only is one of percentages."""
    point = line[j].low in lexicon.words["points"]
    return Match("percentage point", "percentage_point", j + 1) if point else unit_after(line, j)


def rejected(line: Line, amount: Amount, found: Match, j: int, lexicon: Lexicon) -> bool:
    """Whether the word behind the number only looks like a unit: "12 in all", "five stone houses", "two won"."""
    x, behind = line[j], line[found.end]
    if line[j - 1].text == "-" and x.low in lexicon.words["in"] and behind.text == "-" and behind.glued:
        return True  # one-in-three
    if x.low in lexicon.ordinals and behind.text == "-" and behind.glued and not amount.hyphened:
        return True  # six second-half goals
    if x.low in lexicon.words["mostly_no_unit"] and found.end == j + 1:
        return amount.numeral.lower < 1000
    if x.low in lexicon.words["stone"]:
        return behind.kind == "word" and behind.low not in lexicon.nouns.stops  # five stone houses; but: she lost five stone
    apart = found.end == j + 1 and len(x.text) == 1 and x.text.isupper() and not x.glued
    return apart and not (x.text in ELECTRIC and behind.kind == "word" and not amount.hyphened)  # a 5 W charger


def weighed(line: Line, amount: Amount, found: Match, j: int, lexicon: Lexicon) -> Match:
    """Pounds as weight, unless the sum or the words around speak of money."""
    if found.name != "GBP" or line[j].low not in ("pound", "pounds") or found.end != j + 1:
        return found
    of, what = line[found.end].low in lexicon.words["of"], line[found.end + 1].low
    if of and what not in lexicon.nouns.stops:  # three pounds of butter for $12
        paid = amount.numeral.magnitude >= 1000 or what in lexicon.words["paid_for"]
        return found if paid else Match("pound-mass", "measure", found.end)
    near = {line[k].low for k in range(amount.start - 5, amount.start)} | {line[found.end].low}
    if amount.numeral.magnitude >= 1000 or any(sign in line.text for sign in "$€£") or near & lexicon.words["money"]:
        return found
    return Match("pound-mass", "measure", found.end)
