"""Lexemes -> Amount: one number with its sign, currency and unit, and two of them as a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import takewhile
from typing import Literal

from compare.model import Modifier, Number, QuantityKind
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.modifiers import modifier_after
from compare.quantities.numbers import Numeral, read_number, times
from compare.quantities.units import Match, currency_before, names, unit_after

DASHES = ("-", "–", "—")
LEAST_STEP = 3
"""How many times its size a change leads to, where it is none of the two ends of a range (chosen by hand)."""

FAR_VERB = 12
"""Lexemes back to the verb of a change: raise the tally of ferries from 14 to 26."""


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
    currency = currency_before(line, start)
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
    return replace(times(numeral, size), end=numeral.end + 1) if size and (x.glued or x.low == "m") else numeral


def million_of_something(line: Line, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """People and things in millions by one letter: 1.4m voters, but not the 100m final."""
    x, following = line[numeral.end], line[numeral.end + 1]
    if not (numeral.digits and x.glued and x.low == "m" and numeral.magnitude == 1):
        return numeral
    if following.kind != "word" or following.low in lexicon.nouns.stops or following.low in lexicon.nouns.verbs:
        return numeral
    plural = following.low.endswith("s") and len(following.low) > 4
    if plural or following.low in lexicon.nouns.collectives or following.low in names(line.language):
        return replace(times(numeral, lexicon.abbreviated["m"]), end=numeral.end + 1)
    return numeral


def signed(line: Line, numeral: Numeral, start: int, lexicon: Lexicon) -> tuple[Numeral, int]:
    """The number made negative by a sign that belongs to it, and where the amount starts then."""
    before = line[start - 1]
    if before.text == "-" and before.glued and line[start - 2].low in lexicon.words["minus"]:  # minus-5
        return replace(numeral, lower=-numeral.upper, upper=-numeral.lower), start - 2
    two = line[start - 2].kind == "number" and line[start].text.isdigit() and line[numeral.end].text != "%"  # 205 -203
    sign = before.text == "-" and line[start].glued and not before.glued and not two
    minus = sign or before.low in lexicon.words["minus"]
    if not minus or numeral.vague or numeral.fraction:
        return numeral, start
    return replace(numeral, lower=-numeral.upper, upper=-numeral.lower), start - 1


def with_unit(line: Line, amount: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the unit behind it, if there is one."""
    j = amount.end
    hyphened = line[j].text == "-" and line[j].glued and line[j + 1].glued and line[j + 1].kind == "word"
    if hyphened:
        j += 1
    found = unit_after(line, j)
    if hyphened and line[j].low in lexicon.words["working"] and line[j + 1].text == "-" and line[j + 1].glued:
        found = unit_after(line, j + 2)  # 45-business-day
    if found is None and not hyphened and line[j].low in lexicon.words["between_number_and_unit"]:
        found = unit_after(line, j + 1)
        found = found if found and found.kind in ("duration", "money", "measure") else None
    if found is None and amount.numeral.fraction and line[j].low in (lexicon.words["of"] | lexicon.words["article"] | {"-"}):
        k = j + (line[j].low in lexicon.words["of"])
        k += line[k].low in lexicon.words["article"]
        found = unit_after(line, k) if k > j and line[k - 1].low in lexicon.words["article"] else None
        found = found if found and found.kind != "percent" else None
    if found is None and amount.numeral.vague and line[j].low in lexicon.words["of"]:
        found = unit_after(line, j + 1)  # tens of thousands of dollars
    if found is None and amount.numeral.fraction and line[j].low in lexicon.words["points"]:
        found = Match("percentage point", "percentage_point", j + 1)  # rates rose by a quarter point
    if found is None or rejected(line, amount, found, j, lexicon):
        return replace(amount, hyphened=hyphened)
    found = weighed(line, amount, found, j, lexicon)
    if hyphened and found.kind == "money" and found.name == "penny":
        return replace(amount, hyphened=True)
    after = modifier_after(line, found.end, lexicon) if amount.modifier is None else None
    return replace(amount, end=after.edge if after else found.end, unit=found.name, kind=found.kind, hyphened=hyphened,
                   modifier=after.modifier if after else amount.modifier)  # fmt: skip


def rejected(line: Line, amount: Amount, found: Match, j: int, lexicon: Lexicon) -> bool:
    """Whether the word behind the number only looks like a unit: "12 in all", "five stone houses", "two won"."""
    x, behind = line[j], line[found.end]
    if line[j - 1].text == "-" and x.low in lexicon.words["in"] and behind.text == "-" and behind.glued:
        return True  # one-in-three
    if x.low in lexicon.ordinals and behind.text == "-" and behind.glued and not amount.hyphened:
        return True  # six second-half goals
    if x.low in lexicon.words["mostly_no_unit"] and found.end == j + 1:
        return amount.numeral.lower < 1000
    return len(x.text) == 1 and x.text.isupper() and not x.glued


def weighed(line: Line, amount: Amount, found: Match, j: int, lexicon: Lexicon) -> Match:
    """Pounds as weight, unless the sum or the words around speak of money."""
    if found.name != "GBP" or line[j].low not in ("pound", "pounds") or found.end != j + 1:
        return found
    near = {line[k].low for k in range(amount.start - 5, amount.start)} | {line[found.end].low}
    if amount.numeral.magnitude >= 1000 or any(sign in line.text for sign in "$€£") or near & lexicon.words["money"]:
        return found
    return Match("pound-mass", "measure", found.end)


# ---- two amounts --------------------------------------------------------------------------------------------------


def read_range(line: Line, first: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the one that a range, "or", or a hyphen joins to it; the amount itself where there is none."""
    j = first.end
    x = line[j]
    words = lexicon.words
    if first.numeral.vague or first.numeral.fraction:
        return first
    spread = line[first.start - 1].low in words["between"]
    sides = line[j + 1].kind == "number" and first.kind is None and line[j + 1].glued
    spelled = x.text == "-" and x.glued and line[j + 1].low in words["to"] and line[j + 2].text == "-"  # 19-to-0
    dash = spelled or (x.text in DASHES and (x.glued == line[j + 1].glued or (sides and x.text == "-")))  # also 205 -203
    up_to = line[first.start - 1].low in words["from"] and line.phrase(j, j + 2) in words["up_to"]
    joined = dash or up_to or x.low in words["to"] or x.low in words["or"] or (spread and x.low in words["and"])
    if not joined or (first.modifier and not dash):
        return first
    k = j + 1 + up_to + 2 * spelled
    k += line[k].low in words["maybe"]
    second = next((a for n in range(k, k + 3) if (a := read_amount(line, n, lexicon)) and a.start == k), None)
    if second is None or second.numeral.vague or not compatible(first, second):
        return first
    if x.low in words["or"]:
        return alternative(first, second)
    low, high = first.numeral, second.numeral
    one_unit = second.unit is None or first.unit in (None, second.unit)
    if one_unit and low.magnitude == 1 < high.magnitude and low.upper < min(high.upper, 1000):
        shared = times(low, high.magnitude)  # $10 to $15 billion, but not $200 to $4 million
        low = shared if shared.upper < high.lower else low
    bare = first.kind is None and second.kind is None and low.digits and high.digits
    voted = x.low in words["to"] and line[second.end].low in words["results"]  # a 46 to 53 vote
    falling = low.lower >= high.upper
    aged = line[first.start - 1].low in words["aged"] | words["persons"] and not falling  # aged 20-25
    if bare and (voted or (dash and not aged and (x.glued or sides) and (falling or is_pair(line, second, lexicon)))):
        return replace(first, end=second.end, upper=high, form="pair")
    if low.upper >= high.lower or (not dash and not spread and changes(line, first, second, lexicon)):
        return inherit(first, second) if x.low in words["to"] else first
    return replace(first, end=second.end, numeral=low, upper=high, unit=second.unit or first.unit, kind=second.kind or first.kind,
                   hyphened=second.hyphened, modifier=second.modifier, form="range")  # fmt: skip


def compatible(first: Amount, second: Amount) -> bool:
    """Whether two amounts can be the ends of one range: same unit, or one of them without."""
    if first.unit == second.unit or first.unit is None:
        return True
    return second.unit is None and first.before


def alternative(first: Amount, second: Amount) -> Amount:
    """Three or four hours: neighbours, so a rough range."""
    low, high = Fraction(first.numeral.upper), Fraction(second.numeral.lower)
    if first.unit is not None or not low < high or high - low > max(Fraction(2), low / 2) or second.before:
        return first
    return replace(first, end=second.end, upper=second.numeral, unit=second.unit, kind=second.kind, hyphened=second.hyphened,
                   form="or")  # fmt: skip


def inherit(first: Amount, second: Amount) -> Amount:
    """The first of "31.5 to 30.2 per cent": it has the second's unit, and the second is another figure."""
    if first.unit is not None or second.kind not in ("percent", "money"):
        return first
    return replace(first, unit=second.unit, kind=second.kind)


def is_pair(line: Line, second: Amount, lexicon: Lexicon) -> bool:
    """Whether nothing behind "3-1" can be what it counts: then it is a result, no range."""
    x = line[second.end]
    if x.kind != "word" or x.glued or x.low in lexicon.nouns.stops or x.low in lexicon.nouns.verbs:
        return True
    return x.low in lexicon.words["results"]


def changes(line: Line, first: Amount, second: Amount, lexicon: Lexicon) -> bool:
    """Whether the two tell of a change: rose from 3 to 5, fell by 61,000 to 402,000; "rose 2 to 3 per cent" is a range."""
    before, up, down = line[first.start - 1].low, lexicon.directions["up"], lexicon.directions["down"]
    words_of_range = lexicon.words["ranging"]
    if before in lexicon.words["by"] or before in up or before in down:
        return first.unit == second.unit and second.numeral.lower >= LEAST_STEP * first.numeral.upper
    if before not in lexicon.words["from"]:
        return False
    reach = range(first.start - 2, first.start - FAR_VERB, -1)
    near = [line[k].low for k in takewhile(lambda k: line[k].kind != "mark", reach)]
    return not up.isdisjoint(near) and words_of_range.isdisjoint(near)
