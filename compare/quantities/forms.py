"""Lexemes -> Found, for forms of their own: one in five, doubled, 22nd, magnitude 6.1, results of games."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

from compare.model import Number, grain_of
from compare.quantities.ages import decade_in_words
from compare.quantities.amounts import Amount, read_amount
from compare.quantities.counted import counted_after
from compare.quantities.found import Found
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.measures import share
from compare.quantities.modifiers import modifier_before
from compare.quantities.numbers import plain, read_digits
from compare.quantities.running_times import hours_and_minutes, running_time
from compare.quantities.units import unit_after

WICKETS = re.compile(r"(\d{2,3})/(\d|10)")
MOST_VOTES = 1000
"""Members of a parliament: a vote may end 205-203; a higher one has a mark for thousands."""
HIGHEST_RESULT = 200
"""Points of one side; "2016-17" and "555-0134" are no results."""
STRONGEST_QUAKE = 12
RATIO_REACH = 7
"""Lexemes before two numbers in which a word makes them a ratio: the ratio of boys to girls, outnumbered 4 to 1."""
FAR_RATIO = 18
"""The same where "is" or the like stands directly before them: the ratio of men to women in the whole of the choir is 3 to 1."""
MOST_SHARED = 10
"""The largest whole that news divides people into: two in five, three in ten."""
ROUND_WHOLES = (5, 10)
"""Wholes that tell a share also where no noun follows: four in 10 said."""


def special_form(line: Line, i: int, floor: int, words: Lexicon) -> Found | None:
    """The figure of a form of its own that starts at lexeme i, or None."""
    low = line[i].low
    if low in words.decades:
        return decade_in_words(line, i, words)
    if low in words.words["magnitude_scale"]:
        return magnitude(line, i, words)
    if low in words.small and (pair := ratio(line, i, floor, words)):
        return pair
    if line[i].kind == "number" and (
        pair := ratio(line, i, floor, words) or result_with_sign(line, i, words) or feet_and_inches(line, i)
        or running_time(line, i, floor, words) or hours_and_minutes(line, i, floor, words) or wickets_lost(line, i, words)
    ):
        return pair
    return multiplied(line, i, floor, words) if low in words.multipliers else ordinal(line, i, words)


def magnitude(line: Line, i: int, words: Lexicon) -> Found | None:
    """Magnitude 6.1, magnitude-6.1, a magnitude of 6.1."""
    hyphen = line[i + 1].text == "-" and line[i + 1].glued and line[i + 2].glued
    amount = read_amount(line, i + 1 + (hyphen or line[i + 1].low in words.words["of"]), words)
    if amount is None or amount.kind is not None or not amount.numeral.digits or amount.numeral.lower > STRONGEST_QUAKE:
        return None
    n = amount.numeral
    return Found(i, n.end, "measure", n.lower, n.upper, "=", n.grain, unit="magnitude")


def ratio(line: Line, i: int, floor: int, words: Lexicon) -> Found | None:
    """A ratio of 3:1, outnumbered 4 to 1, a 2:1 majority: how many times the second the first is, where a word says so."""
    x = re.fullmatch(r"(\d{1,3}):(\d{1,3})", line[i].text)
    hyphens = line[i + 1].text == "-" and line[i + 3].text == "-"  # three-to-one
    to, second = (i + 2, i + 4) if hyphens else (i + 1, i + 2)
    tops = x.groups() if x else (line[i].low, line[second].low) if line[to].low in words.words["to"] else ()
    sides = [int(t) if t.isdigit() and len(t) <= 3 else words.small.get(t, 0) for t in tops]
    if not sides or not all(sides):
        return None
    end = i + 1 if x else second + 1
    before = modifier_before(line, i, words, floor)
    reach = FAR_RATIO if line[before.edge - 1].low in words.words["being"] else RATIO_REACH
    same_sentence = takewhile(lambda k: not line.ends_sentence(k), range(i - 1, i - reach, -1))
    if words.words["ratio"].isdisjoint({line[end].low, *(line[k].low for k in same_sentence)}):
        return None
    value = plain(Fraction(sides[0], sides[1]))
    return Found(before.edge, end, "ratio", value, value, before.modifier, grain=Decimal(1))


def feet_and_inches(line: Line, i: int) -> Found | None:
    """6'2": feet and inches by their marks."""
    foot, inch = line[i].text, line[i + 2].text
    marks = line[i + 1].text == "'" and line[i + 1].glued and line[i + 2].glued and line[i + 3].text == '"' and line[i + 3].glued
    if not marks or not (foot.isdigit() and inch.isdigit()) or len(foot) > 2 or int(inch) > 11:
        return None
    value = Decimal(12 * int(foot) + int(inch))
    return Found(i, i + 4, "measure", value, value, grain=Decimal(1), unit="inch")


def wickets_lost(line: Line, i: int, words: Lexicon) -> Found | None:
    """201/5: runs and wickets, where a word of cricket stands near."""
    m = WICKETS.fullmatch(line[i].text)
    if m is None or int(m[1]) <= int(m[2]) or line[i].text in words.words["idioms"]:
        return None
    near = {line[k].low for k in range(i - FAR_RATIO, i + FAR_RATIO)}
    return None if near.isdisjoint(words.words["cricket"]) else Found(i, i + 1, "score")


def multiplied(line: Line, i: int, floor: int, words: Lexicon) -> Found | None:
    """Doubled, almost tripled, twice as many."""
    value = words.multipliers[line[i].low]
    if line[i].low in words.words["twice"] and line[i + 1].low not in words.words["comparatives"]:
        return None
    if line[i + 1].low in words.words["down"]:
        return None  # doubled down on a claim
    number: Number = Decimal(value.numerator) if value.denominator == 1 else value
    before = modifier_before(line, i, words, floor)
    return Found(before.edge, i + 1, "ratio", number, number, before.modifier, grain_of(number), unit="times")


def ordinal(line: Line, i: int, words: Lexicon) -> Found | None:
    """22nd, third: a place in an order; "first" is left out, since it seldom numbers anything."""
    x = line[i]
    if x.kind == "number":
        ending = line[i + 1]
        forms = words.words["ordinal_forms"]
        if pointed := ordinal_with_point(line, i, words):
            return pointed
        numbered = ending.glued and ending.low in words.words["ordinal_endings"] and not x.glued
        numbered = numbered and (not forms or x.text[-1] + ending.low in forms)  # 10st is a weight
        street = line[i + 2].low in words.nouns.streets
        digits = read_digits(x.text, words) if numbered and not street and len(x.text) < 7 else None
        place = digits.value if digits and digits.value % 1 == 0 else None
        return Found(i, i + 2, "ordinal", place, place, grain=Decimal(1)) if place is not None else None
    value, end = words.ordinals.get(x.low), i + 1
    if x.low in words.tens and line[i + 1].text == "-" and line[i + 1].glued and 0 < words.ordinals.get(line[i + 2].low, 0) < 10:
        value, end = words.small[x.low] + words.ordinals[line[i + 2].low], i + 3
    before, after = line[i - 1], line[end]
    if value and value > 1 and before.low in words.words["each"] and unit_after(line, end) is None:
        return one_of_each(line, i, end, value, words)
    if value is None or before.low in words.small or before.kind == "number" or before.text == "-" or after.kind != "word":
        return None
    if value == 1 or (value == 2 and after.low in words.nouns.stops):
        return None
    if after.low in words.words["half"] | words.words["third_parties"] or after.low in words.nouns.streets:
        return None
    if x.text[0].isupper() and after.text[0].isupper() and not line.ends_sentence(i - 1):
        return None  # Second Minister, Third Reading: part of a name
    return Found(i, end, "ordinal", Decimal(value), Decimal(value), grain=Decimal(1))


def ordinal_with_point(line: Line, i: int, words: Lexicon) -> Found | None:
    """Die 1. Bundesliga: a place in an order, where a language writes it with a full stop."""
    x, point, noun = line[i], line[i + 1], line[i + 2]
    ordered = line[i - 1].low in words.words["ordinal_point"] and x.text.isdigit() and len(x.text) <= 3
    if not ordered or point.text != "." or not point.glued or not noun.text[:1].isupper() or noun.low in words.nouns.stops:
        return None
    return Found(i, i + 2, "ordinal", Decimal(int(x.text)), Decimal(int(x.text)), grain=Decimal(1))


def one_of_each(line: Line, i: int, end: int, value: int, words: Lexicon) -> Found:
    """Jeder fünfte Haushalt: one in five of them."""
    after = counted_after(line, end, words)
    part = Fraction(1, value)
    return Found(i - 1, after.end if after else end, "fraction", part, part, counted=after.text if after else None)


def result_with_sign(line: Line, i: int, words: Lexicon) -> Found | None:
    """3:1, where a language writes results so."""
    if ":" not in line[i].text or ":" not in words.words["result_sign"] or line[i].glued:
        return None
    sides = re.fullmatch(r"(\d{1,3}):(\d{1,3})", line[i].text)
    if sides is None:
        return None
    plainly = all(str(int(side)) == side and int(side) < HIGHEST_RESULT for side in sides.groups())  # 14:05 is a time
    return Found(i, i + 1, "score") if plainly else None


# ---- forms made of amounts ----------------------------------------------------------------------------------------


def one_in(line: Line, amount: Amount, words: Lexicon) -> Found | None:
    """One in five, three out of ten: a share."""
    j = amount.end
    if person := one_of_many(line, amount, words):
        return person
    hyphens = line[j].text == "-" and line[j + 2].text == "-" and line[j + 2].glued  # a one-in-five chance
    j += hyphens
    j += line[j].low in words.words["times"] and line[j + 1].low in words.words["out"]  # nine times out of ten
    every = line[j].low in words.words["of"] and line[j + 1].low in words.words["every"]  # one of every eight flights
    if amount.kind is not None or amount.form != "point" or not (every or line[j].low in words.words["in"]):
        return None
    out = line[j].low in words.words["out"] and line[j + 1].low in words.words["of"]
    k = j + 2 if out or hyphens else j + 1
    k += line[k].low in words.words["every"]
    second = read_amount(line, k, words)
    if second is None or second.kind is not None or second.start != k:
        return None
    top, bottom = amount.numeral.lower, second.numeral.lower
    year = second.numeral.digits and 1500 <= bottom <= 2100
    after = counted_after(line, second.end, words)
    told = after is not None or bottom in ROUND_WHOLES
    several = bottom <= MOST_SHARED and told and opens_clause(line, amount.start, words)
    if not 0 < top < bottom or bottom % 1 or not (out or (top == 1 and not year) or several):
        return None
    part = Fraction(top) / Fraction(bottom)
    if after:
        return Found(amount.start, after.end, "fraction", part, part, counted=after.text)
    found = Found(amount.start, second.end, "fraction", part, part)
    return share(line, found, words) if line[second.end].low in words.words["of"] else found  # one in six of the applicants


def one_of_many(line: Line, amount: Amount, words: Lexicon) -> Found | None:
    """One person in 40, one child in every six, or, behind no verb, one bed in three: a share of what the noun names."""
    noun, j = line[amount.end], amount.end + 1
    if noun.kind != "word" or line[j].low not in words.words["in"] or amount.kind is not None or amount.hyphened:
        return None
    if not amount.numeral.lower == amount.numeral.upper == 1:
        return None
    every = line[j + 1].low in words.words["every"]
    people = words.words["persons"] | words.words["one_person"]
    named = not people.isdisjoint((noun.low, f"{noun.low}s"))
    if not (every or named or opens_clause(line, amount.start, words)):
        return None
    second = read_amount(line, j + 1 + every, words)
    if second is None or second.kind is not None or second.start != j + 1 + every or second.numeral.lower % 1:
        return None
    after = line[second.end]
    ends = after.kind == "mark" or after.low in words.nouns.stops | words.nouns.verbs or words.nouns.endings.of(after.low, "past")
    year = second.numeral.digits and 1500 <= second.numeral.lower <= 2100
    if not ends or year or second.numeral.lower <= 1 or (after.text == "-" and after.glued):
        return None
    part = 1 / Fraction(second.numeral.lower)
    return Found(amount.start, second.end, "fraction", part, part, counted=noun.text)


def opens_clause(line: Line, i: int, words: Lexicon) -> bool:
    """Whether no verb or noun stands before lexeme i: two in five adults agree; but: she scored two in three games."""
    before = line[i - 1]
    return before.kind == "mark" or before.low in words.nouns.stops or before.low in words.approximators.before_ends


def is_share(line: Line, amount: Amount, words: Lexicon) -> bool:
    """Whether a fraction measures a part of something: half of the houses, up by a third; not the second half."""
    before, after = line[amount.start - 1].low, line[amount.end]
    if before in words.words["not_before_half"] or (after.text == "-" and after.glued):
        return False
    if after.low in words.words["fraction_after"] or amount.numeral.digits:
        return True
    if before in words.words["by"]:  # fell by a third; but: followed within minutes by a third
        return not any(line[k].low in words.words["followed"] for k in range(amount.start - 2, amount.start - RATIO_REACH, -1))
    start, last = amount.numeral.start, amount.numeral.end - 1
    tied = line[last - 1].text == "-" and line[last].low in words.words["quarters"]
    if start < last and (tied or line[last].low in words.words["shares"]):
        return True  # two-thirds came from Asia; not: he played three quarters
    return after.low in words.words["comparatives"] or modifier_before(line, amount.start, words).edge < amount.start


def voted_on(line: Line, amount: Amount, words: Lexicon) -> bool:
    """Whether the words around two numbers make them votes: a 205-203 vote, passed the lower house 312-201."""
    voted, i = words.words["voted"], amount.start - 1
    if line[amount.end].low in words.words["results"] or line[i].low in voted:
        return True
    near = takewhile(lambda x: x.kind == "word", (line[k] for k in range(i, i - RATIO_REACH, -1)))
    return any(x.low in voted and x.low not in words.words["of"] for x in near)


def is_result(line: Line, amount: Amount, words: Lexicon) -> bool:
    """Whether two numbers with a hyphen are a result: not part of a name, a phone number, a span of years or an address."""
    behind = line[amount.end]
    unit_number = any(len(line[i].text) > 1 and line[i].text[0] == "0" for i in (amount.start, amount.end - 1))  # 08-02
    if behind.text == "-" or line[amount.start].glued or unit_number:
        return False
    if line.phrase(amount.start, amount.end) in words.words["idioms"]:
        return False
    even = amount.numeral.lower == amount.high and behind.kind == "word"
    if even and behind.low not in words.words["results"] | words.nouns.stops | words.nouns.verbs:
        return False  # a 50-50 chance
    high = max(amount.numeral.lower, amount.high)
    grouped = "," in line[amount.start].text  # 1,212 to 340; no years are written so
    if high >= HIGHEST_RESULT and ((high >= MOST_VOTES and not grouped) or not voted_on(line, amount, words)):
        return False
    return not (behind.kind == "word" and behind.glued)
