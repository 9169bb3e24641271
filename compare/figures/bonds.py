"""Mentions, slots -> Bond*: pairs of quantities of two versions that may measure the same thing, each with a score.

Of different values the score sees nothing: it says from the words around two numbers, and from the sentences that they stand in,
how likely they measure the same thing. Values that agree count for themselves: two outlets do not give 93.87 by chance.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files

from compare.figures.candidates import Candidate, Features, find_candidates
from compare.figures.mentions import WHEN, Mention
from compare.figures.nouns import ANOTHER, is_person
from compare.figures.outcomes import DIFFERENT, SAME_NUMBER, is_range, outcome_in_slot, outcome_of, ratio, tell_one_number
from compare.figures.slots import SAME_FRAME, Slot
from compare.figures.subjects import other_owner, other_part, other_use
from compare.figures.telling import is_full, parted, shared_words, telling_of
from compare.model import Alignment, AnnotatedDocument, Outcome, Quantity
from compare.tokens import tokenize

SURE_FRAME, SURE_CONTAINED, SURE_CONTAINED_BESIDE, SURE_BESIDE = SAME_FRAME, 0.9, 0.8, 0.5
"""From these shares of equal words on, the same place in two sentences is surely the same thing. A headline that stands word for
word in a sentence has a frame of its own."""
PEOPLE = "=people"
AS_TOLD, SOME_WORDS = frozenset({Outcome.EQUAL, Outcome.EQUAL_CONVERTED, Outcome.MODIFIER_ONLY}), 0.1
"""Outcomes of one number; likeness of words that other numbers of one unit need, which merely fit, where no link ties them."""
LEAST_LINK, LIKELY_LINK, SURE_LINK, LEAST_FRAME, TELLING = 0.1, 0.5, 0.6, 0.5, 0.35
"""Confidence of a link below which nothing ties two sentences together, from which they likely tell the same, and from which they
surely do; share of equal words from which a number stands in the same place; what a value says itself (telling.py) from which it
is no chance."""

COMPANY, MOST_COMPANY, MOST_BY_COMPANY, NO_TRIFLE = 1.2, 2, 0.75, 0.3
"""Gain in log odds by each other number that two sentences share; how many of them count; the score that it leads to at most, so
that it outdoes no bond by more than groups.SLACK that would have held without it; what a value says itself (telling.py) from
which it counts. Chosen on stories/cross_outlet/dev: of what it joined, nine in ten were right."""
ROUNDED_LITTLE = 1.01
"""Ratio up to which a rounded number is hardly another: $2,799, $2,800."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two mentions of different versions that may measure the same thing."""

    a: int
    b: int
    score: float
    """Probability that they measure the same thing."""
    outcome: Outcome
    """How the two values relate, if they do."""
    slot: Slot | None
    link: float
    """How surely their sentences tell the same (candidates.Features)."""
    sure: bool
    """They fill the same place of nearly the same sentence."""
    chance: bool = False
    """They agree without a sign that the same thing is meant: they join no group, but explain why another value is here."""


def find_bonds(
    documents: Sequence[AnnotatedDocument], alignment: Alignment, mentions: Sequence[Mention], slots: Sequence[Slot]
) -> tuple[Bond, ...]:
    """The bonds of sure slots, then one for every other candidate, each in order of the mentions."""
    best = sorted(best_slots(slots, mentions), key=lambda s: (s.a, s.b))
    sure = [s for s in best if is_sure(s) and mentions[s.a].left_out == mentions[s.b].left_out
            and not (s.reworded and counts_another(mentions[s.a], mentions[s.b]))]  # fmt: skip
    bonds = [Bond(s.a, s.b, 1.0, outcome_in_slot(mentions[s.a], mentions[s.b]), s, 1.0, True) for s in sure]
    for c in find_candidates(documents, alignment, mentions, best, sure):
        outcome = outcome_of(c.a, c.b)
        chance = outcome not in DIFFERENT and meet_by_chance(c, outcome)
        bonds.append(Bond(c.a.number, c.b.number, score(c, outcome), outcome, c.slot, c.features.link, False, chance))
    return tuple(in_company(bonds, mentions))


def in_company(bonds: Sequence[Bond], mentions: Sequence[Mention]) -> Iterable[Bond]:
    """The bonds, of which those that agree are raised where their sentences share other numbers as well.

    Two sentences seldom both tell of 2012 and of 2,100 people without telling the same.
    """
    shared: dict[tuple[int, int, int, int], list[Bond]] = {}
    for bond in bonds:
        if tells(bond, mentions[bond.a], mentions[bond.b]):
            shared.setdefault(passages_of(bond, mentions), []).append(bond)
    for bond in bonds:
        beside = (x for x in shared.get(passages_of(bond, mentions), ()) if x.a != bond.a and x.b != bond.b)
        others = {mentions[x.a].given for x in beside} - {mentions[bond.a].given, mentions[bond.b].given}
        if not others or bond.outcome in DIFFERENT or bond.score >= MOST_BY_COMPANY:
            yield bond
        else:
            odds = bond.score / (1.0 - bond.score) * math.exp(COMPANY * min(MOST_COMPANY, len(others)))
            yield replace(bond, score=min(MOST_BY_COMPANY, odds / (1.0 + odds)))


def tells(bond: Bond, a: Mention, b: Mention) -> bool:
    """Do two numbers agree that are not found in any two sentences?"""
    one_number = not bond.chance and tell_one_number(a.quantity, b.quantity, bond.outcome)
    return one_number and telling_of(a.quantity, b.quantity, bond.outcome) >= NO_TRIFLE


def passages_of(bond: Bond, mentions: Sequence[Mention]) -> tuple[int, int, int, int]:
    """The two sentences of a bond, each with its document."""
    a, b = mentions[bond.a], mentions[bond.b]
    return a.document, a.sentence, b.document, b.sentence


def meet_by_chance(c: Candidate, outcome: Outcome) -> bool:
    """Do two values agree, or fit, although the words say that another thing is meant?

    Two dead are not two hurt, a second aircraft is not a second round, two rifles are not two rockets, sixty neighbours are not
    dozens of firefighters nor hundreds of sailors hundreds of cars, $5,150 for a cape are not $5,000 for a ball, a girl of six is
    no boy of six. Ranges with other ends,
    such as an offer and all offers, fit without being the same.
    """
    if outcome is not Outcome.EQUAL and is_range(c.a.quantity) and is_range(c.b.quantity):
        return True
    if c.a.left_out != c.b.left_out:
        return True
    if c.a.family in WHEN:
        return other_day(c, outcome)
    one_number = tell_one_number(c.a.quantity, c.b.quantity, outcome)
    if outcome not in AS_TOLD and c.features.kind and not is_tied(c) and not is_rounded(c, outcome):
        return True
    if stand_for_others(c):
        return True
    if c.features.state < 0 or other_sex(c.a, c.b) or other_use(c.a.subject, c.b.subject):
        return True
    if other_heading(c.a, c.b) or other_anchor(c.a, c.b):
        return True
    if (is_bare(c.a, c.b) and c.features.head < 0 and not in_place(c)) or (c.features.link < LEAST_LINK and other_size(c.a, c.b)):
        return True
    if not one_number and (c.features.head < 0 or other_part(c.a.subject, c.b.subject)):
        return True
    if c.a.family == "ordinal":
        return c.features.head < 0 and c.features.link < LEAST_LINK
    common = one_number and telling_of(c.a.quantity, c.b.quantity, outcome) < TELLING
    return common and c.features.head <= ANOTHER and not in_place(c) and not is_reworded(c)


def is_tied(c: Candidate) -> bool:
    """Are the two sentences linked, or have they words in common close by?"""
    return c.features.link >= LEAST_LINK or c.features.near >= SOME_WORDS


def is_rounded(c: Candidate, outcome: Outcome) -> bool:
    """Is the one number the other rounded, of one noun, in sentences that open both versions, or not rounded by chance?"""
    a, b = c.a.quantity, c.b.quantity
    if outcome is Outcome.BOUNDARY_CONFLICT or not tell_one_number(a, b, outcome):
        return False
    if outcome is Outcome.CONSISTENT_ROUNDED:
        return ratio(a, b) <= ROUNDED_LITTLE
    return telling_of(a, b, outcome) >= TELLING or max(c.features.head, c.features.lead) > 0


def stand_for_others(c: Candidate) -> bool:
    """Does one number stand alone for some named before, and the other count a thing: "the two directed it", two awards?"""
    return not in_place(c) and any(x.pointing and y.head and not is_person(y.noun) for x, y in ((c.a, c.b), (c.b, c.a)))


def other_heading(a: Mention, b: Mention) -> bool:
    """Do two distances lead to points of the compass that have nothing in common? North may be the way back from south."""
    across = any({x, y} <= a.heading | b.heading for x in "ns" for y in "ew")
    return bool(a.heading and b.heading and not a.heading & b.heading and across)


def other_anchor(a: Mention, b: Mention) -> bool:
    """Are two distances measured from other places?"""
    return bool(a.anchor and b.anchor and not a.anchor & b.anchor)


def other_sex(a: Mention, b: Mention) -> bool:
    """Is one age a man's and the other a woman's?"""
    return bool(a.sex and b.sex and a.sex != b.sex)


def is_reworded(c: Candidate) -> bool:
    """Do two nouns stand for one thing, as they may in sentences that surely tell the same and count nothing else: 40 tonnes of
    fuel, 40 tonnes of diesel?"""
    things = not is_person(c.a.noun) and not is_person(c.b.noun)
    return things and c.features.link >= SURE_LINK and c.a.alone and c.b.alone


def in_place(c: Candidate) -> bool:
    """Do the two stand in the same place of much the same sentence?"""
    return c.slot is not None and c.slot.frame >= LEAST_FRAME and c.slot.beside >= SURE_BESIDE


def other_day(c: Candidate, outcome: Outcome) -> bool:
    """Do the words say that two dates or times which agree, or fit, are told of other events?

    A day of the news is not told as the year that it lies in, nor last year as next year. Every story names a year and a weekday
    more than once: where the sentences are not linked, and other names own them, they are other events'. So they are where the
    one is the day of a statement and the other that of a deed, or both are of statements by people of other names. Nor is
    "today" in two texts of other days the same, nor a day until which something lasts one on which it happens.
    """
    if outcome not in SAME_NUMBER and not in_place(c) and (parted(c.a.quantity, c.b.quantity) or c.a.lasting != c.b.lasting):
        return True
    if in_place(c) or c.features.link >= LIKELY_LINK or is_full(c.a.quantity):
        return False
    if c.a.of_saying and c.b.of_saying and other_speaker(c.a, c.b):
        return True
    if outcome is Outcome.EQUAL and are_days_apart(c.a, c.b):
        return True
    other_words = outcome is not Outcome.EQUAL and not shared_words(c.a.quantity, c.b.quantity)
    if other_words and c.a.distance and c.b.distance:  # "today" and "next week", of texts that came out nobody knows when
        return True
    if c.slot or c.features.link >= LEAST_LINK:
        return False
    if other_words:
        return True
    return c.a.of_saying != c.b.of_saying or other_owner(c.a.subject, c.b.subject)


def are_days_apart(a: Mention, b: Mention) -> bool:
    """Are both "today", or both "yesterday", of texts that came out on other days? Of which week a Tuesday is is less sure."""
    days = {m.quantity.date or "X" for m in (a, b) if m.distance and m.distance.unit == "day"}
    return len(days) > 1 and not any("X" in day for day in days)


def is_bare(a: Mention, b: Mention) -> bool:
    """Are both values bare words such as hundreds? That they are the same word says little."""
    return a.quantity.kind == b.quantity.kind == "vague"


def other_size(a: Mention, b: Mention) -> bool:
    """Is one number the size of a thing, and the other bare: a 15-bed jail, "when she was 15"?"""
    return any(is_attribute(x.quantity) and not y.head for x, y in ((a, b), (b, a)))


def is_attribute(q: Quantity) -> bool:
    """Is the number tied to its noun with a hyphen, as the size of one thing is: a 47-page charge?"""
    return bool(q.counted) and q.text.casefold().endswith(f"-{q.counted}".casefold())


def other_speaker(a: Mention, b: Mention) -> bool:
    """Are two statements made by people, or bodies, of different names?"""
    ours, theirs = ({t.norm for t in tokenize(m.speaker or "")} & m.subject.known for m in (a, b))
    return bool(ours and theirs and not ours & theirs)


def counts_another(a: Mention, b: Mention) -> bool:
    """Do two numbers that are not the same count different nouns, neither of them "people", which stands for all of them?

    Dozens of foreigners are not a few dozen fighters; sixty residents may be dozens of people.
    """
    if not a.head or not b.head or a.head & b.head or PEOPLE in a.head | b.head or "ordinal" in (a.family, b.family):
        return False
    return not tell_one_number(a.quantity, b.quantity, outcome_of(a, b))


def is_sure(slot: Slot) -> bool:
    if slot.beside == 1.0 and slot.contained >= SURE_CONTAINED_BESIDE:
        return True
    return (slot.frame >= SURE_FRAME or slot.contained >= SURE_CONTAINED) and slot.beside >= SURE_BESIDE


def best_slots(slots: Iterable[Slot], mentions: Sequence[Mention]) -> list[Slot]:
    """Each mention's best slot toward another version is its only one: repeated sentences are linked more than once."""
    taken: set[tuple[int, int]] = set()
    out = []
    for s in sorted(slots, key=lambda s: (-s.frame, -s.beside, s.a, s.b)):
        ends = (s.a, mentions[s.b].document), (s.b, mentions[s.a].document)
        if not taken.intersection(ends):
            taken.update(ends)
            out.append(s)
    return out


def score(candidate: Candidate, outcome: Outcome) -> float:
    """Probability that two numbers measure the same thing: a logistic model; weights.toml says where its weights are from.

    Values that agree speak for themselves, the more telling the more; of values that differ the context must say all. Dates and
    numbers, the same ones and those that merely fit, are met by chance unlike often: each has a model of its own.
    """
    says = 0.0 if outcome in DIFFERENT else telling_of(candidate.a.quantity, candidate.b.quantity, outcome)
    one_number = tell_one_number(candidate.a.quantity, candidate.b.quantity, outcome)
    weights = score_weights(model_of(candidate.a, outcome, says, one_number=one_number))
    total = weights["bias"] + sum(weights[f.name] * getattr(candidate.features, f.name) for f in fields(Features))
    return 1.0 / (1.0 + math.exp(-total - weights.get("telling", 0.0) * says))


def model_of(mention: Mention, outcome: Outcome, says: float, *, one_number: bool) -> str:
    """The table of weights.toml by which a pair is judged."""
    if outcome in DIFFERENT:
        return "different"
    if mention.family in WHEN:
        return "time_same" if outcome in SAME_NUMBER else "time_fits"
    if not one_number:
        return "number_fits"
    return "number_rare" if says >= TELLING else "number_common"


@cache
def score_weights(table: str) -> Mapping[str, float]:
    weights: Mapping[str, float] = tomllib.loads(files("compare.figures").joinpath("weights.toml").read_text("utf-8"))[table]
    return weights
