"""Amount -> the same with the one that a range, "or" or a hyphen joins to it: 10 to 15 km, three or four hours, 205-203."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import takewhile

from compare.quantities.amounts import Amount, read_amount
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.numbers import Numeral, times
from compare.quantities.units import currency_before

DASHES = ("-", "–", "—")
LEAST_STEP = 3
"""How many times its size a change leads to, where it is none of the two ends of a range (chosen by hand)."""

INSIDE_CLAUSE = frozenset("-'%$€£")
"""Marks that end no clause."""
FAR_VERB = 12
"""Lexemes back to the verb of a change: raise the tally of ferries from 14 to 26."""


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two amounts: the second may start at lexeme `end`."""

    end: int
    dash: bool = False
    tight: bool = False
    """The hyphen touches the second number, or both: 3-1, 205 -203."""
    choice: bool = False
    """The word "or"."""
    to: bool = False
    """The word "to", which a change has, too."""
    onto: bool = False
    """Only a change has it: von 210 auf 187."""
    spread: bool = False
    """The word "between" stands before both."""


def read_range(line: Line, first: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the one that a range, "or", or a hyphen joins to it; the amount itself where there is none."""
    if first.numeral.vague or first.numeral.fraction or first.form != "point":
        return first
    joint = joint_behind(line, first, lexicon)
    if joint is None or (first.modifier and not joint.dash):
        return first
    k = joint.end
    second = next((a for n in range(k, k + 3) if (a := read_amount(line, n, lexicon)) and a.start == k), None)
    if second is None or second.numeral.vague or not compatible(first, second):
        return first
    if joint.choice:
        return alternative(first, second, low_end(line, first, second, lexicon))
    low, high = low_end(line, first, second, lexicon), second.numeral
    if is_result_of_two(line, first, second, joint, lexicon):
        return replace(first, end=second.end, upper=high, form="pair")
    changed = not joint.dash and not joint.spread and changes(line, first, second, lexicon)
    if joint.onto or low.upper >= high.lower or changed:
        from_before = line[first.start - 1].low in lexicon.words["from"]
        return inherit(first, second, low, sized=from_before) if joint.to or joint.onto else first
    return replace(first, end=second.end, numeral=low, upper=high, unit=second.unit or first.unit, kind=second.kind or first.kind,
                   hyphened=second.hyphened, modifier=second.modifier, form="range")  # fmt: skip


def joint_behind(line: Line, first: Amount, lexicon: Lexicon) -> Joint | None:
    """What joins another amount to the first one, or None."""
    words, j = lexicon.words, first.end
    x, behind = line[j], line[j + 1]
    if x.text not in DASHES and x.low not in lexicon.joints:
        return None
    from_before = line[first.start - 1].low in words["from"]
    spread = spread_from(line, first.start, lexicon) < first.start
    to, choice, onto = x.low in words["to"], x.low in words["or"], from_before and x.low in words["onto"]
    sides = behind.kind == "number" and first.kind is None and behind.glued
    tied_to = x.text == "-" and x.glued and behind.low in words["to"]
    spelled = tied_to and line[j + 2].text == "-"  # 19-to-0
    hung = tied_to and not behind.glued and first.kind is None  # 10- to 15-pound
    priced = first.before and x.glued and currency_before(line, j + 2) is not None  # $140- $150 million
    dash = spelled or (x.text in DASHES and (x.glued == behind.glued or priced or (sides and x.text == "-")))  # also 205 -203
    up_to = from_before and line.phrase(j, j + 2) in words["up_to"]
    if not (hung or dash or up_to or onto or to or choice or (spread and x.low in words["and"])):
        return None
    k = j + 1 + up_to + hung + 2 * spelled
    k += line[k].low in words["maybe"]
    return Joint(k, dash, dash and (x.glued or sides), choice, to, onto, spread)


def is_result_of_two(line: Line, first: Amount, second: Amount, joint: Joint, lexicon: Lexicon) -> bool:
    """Whether two bare numbers are a result, no range: won 3-1, a 46 to 53 vote, passed 215 to 209."""
    low, high, before = first.numeral, second.numeral, line[first.start - 1].low
    grouped = "," in line[high.start].text  # 2,000-2,500
    if first.kind or second.kind or not low.digits or not high.digits or grouped:
        return False
    falling = low.lower >= high.upper
    if joint.to:
        return line[second.end].low in lexicon.words["results"] or (falling and decided(line, first, second, lexicon))
    aged = before in lexicon.words["aged"] | lexicon.words["persons"] and not falling  # aged 20-25
    return joint.tight and not aged and (falling or is_pair(line, second, lexicon))


def low_end(line: Line, first: Amount, second: Amount, lexicon: Lexicon) -> Numeral:
    """The lower end of a range with the size that is said of the higher one alone: $10 to $15 billion, two to three dozen."""
    low, high, written = first.numeral, second.numeral, line[second.numeral.start].text
    other_unit = second.unit is not None and first.unit not in (None, second.unit)
    if other_unit or low.magnitude > 1 or low.upper >= min(high.upper, 1000):
        return low
    size = high.magnitude if high.magnitude > 1 else lexicon.magnitudes.get(line[high.end - 1].low, 1)
    changed = line[first.start - 1].low in lexicon.words["from"]
    if size == 1 and written.endswith(",000") and not changed:
        shared = times(low, 1000)  # 10 to 15,000 people
        return shared if shared.upper < high.lower <= LEAST_STEP * shared.lower else low
    shared = times(low, size)
    fallen = changed and shared.upper <= LEAST_STEP * high.lower  # from 210 to 187 million euros
    return shared if shared.upper < high.lower or fallen else low  # not: $200 to $4 million


def spread_from(line: Line, i: int, lexicon: Lexicon) -> int:
    """The lexeme at which "between", or "between the ages of", starts before lexeme i; i itself where neither stands."""
    words = lexicon.words
    k = i - 1
    if line[k].low in words["of"] and line[k - 1].low in words["aged"]:
        k -= 1
    if line[k].low in words["aged"]:
        k -= 1 + (line[k - 1].low in lexicon.calendar.words["the"])
    return k if line[k].low in words["between"] else i


def compatible(first: Amount, second: Amount) -> bool:
    """Whether two amounts can be the ends of one range: same unit, or one of them without."""
    if first.unit == second.unit or first.unit is None:
        return True
    return second.unit is None and first.before


def alternative(first: Amount, second: Amount, shared: Numeral) -> Amount:
    """Three or four hours, two or three million: neighbours, so a rough range; `shared` is the first with the second's size."""
    low, high, size = Fraction(shared.upper), Fraction(second.numeral.lower), 1
    if shared is not first.numeral and first.numeral.upper:
        size = int(low / Fraction(first.numeral.upper))
    one_unit = first.unit is None or first.unit == second.unit  # three or four hours, 5% or 6%
    if not one_unit or not low < high or high - low > max(Fraction(2 * size), low / 2):
        return first
    return replace(first, end=second.end, numeral=shared, upper=second.numeral, unit=second.unit, kind=second.kind,
                   hyphened=second.hyphened, form="or")  # fmt: skip


def inherit(first: Amount, second: Amount, low: Numeral, *, sized: bool) -> Amount:
    """The first of "31.5 to 30.2 per cent": it has the second's unit and size, and the second is another figure.

    It is `sized` where the words say that a length may be shared, too: from 75 to 28 minutes.
    """
    shared = second.kind in ("percent", "money") or (sized and second.kind in ("duration", "measure"))
    if first.unit is not None or second.before or not shared:
        return first
    return replace(first, numeral=low, unit=second.unit, kind=second.kind)


def decided(line: Line, first: Amount, second: Amount, lexicon: Lexicon) -> bool:
    """Whether the words before two numbers make them a result: passed 215 to 209, a vote of 5 to 4."""
    before = line[first.start - 1].low
    if before in lexicon.words["of"]:
        return line[first.start - 2].low in lexicon.words["results"] and is_pair(line, second, lexicon)
    return before in lexicon.words["voted"] | lexicon.words["winning"] and is_pair(line, second, lexicon)


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
    if before in lexicon.words["by"] and first.unit is not None and first.unit == second.unit and not first.before:
        return True  # fell by 2.1 per cent to 3.3 per cent: a range would name its unit once
    if before in lexicon.words["by"] or before in up or before in down:
        return first.unit == second.unit and second.numeral.lower >= LEAST_STEP * first.numeral.upper
    if before not in lexicon.words["from"]:
        return False
    last = first.start - 2
    last -= line[last].text == ","  # cases have risen fivefold since May, from 212 to 1,140
    reach = range(last, last - FAR_VERB, -1)
    near = [line[k].low for k in takewhile(lambda k: line[k].kind != "mark" or line[k].text in INSIDE_CLAUSE, reach)]
    multiplied = any(word in lexicon.multipliers and word not in lexicon.words["twice"] for word in near)
    return (multiplied or not up.isdisjoint(near)) and words_of_range.isdisjoint(near)
