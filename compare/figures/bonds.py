"""Mentions, slots -> Bond*: pairs of quantities of two versions that may measure the same thing, each with a score.

Of different values the score sees nothing: it says from the words around two numbers, and from the sentences that they stand in,
how likely they measure the same thing. Values that agree count for themselves: two outlets do not give 93.87 by chance.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from compare.figures.mentions import WHEN, Mention, cosine, in_common
from compare.figures.nouns import ANOTHER, is_person, nouns_agree
from compare.figures.outcomes import DIFFERENT, SAME_NUMBER, are_kin, is_range, outcome_in_slot, outcome_of
from compare.figures.slots import SAME_FRAME, Slot
from compare.figures.subjects import other_owner, other_part, other_use
from compare.figures.telling import is_full, parted, shared_words, telling_of
from compare.model import Alignment, AnnotatedDocument, Outcome, Relation
from compare.tokens import tokenize

SURE_FRAME, SURE_CONTAINED, SURE_CONTAINED_BESIDE, SURE_BESIDE = SAME_FRAME, 0.9, 0.8, 0.5
"""From these shares of equal words on, the same place in two sentences is surely the same thing. A headline that stands word for
word in a sentence has a frame of its own."""
FEW = 12
"""Quantities of one family in a version, up to which all pairs with another version's are looked at."""
PEOPLE = "=people"
COMMON = 60
"""A stem near more numbers than this brings no pair together: it tells too little, and there would be too many pairs."""
MANY, MANY_ALIKE = 50, 400
"""Quantities of one sentence, and quantities of one value in a story, beyond which a list or table is at hand, not prose."""
LEAD = 3
"""Sentences that open a version, its headline among them."""
LEAST_CONTEXT = 0.12
"""Pairs of different values whose nearby words agree less than this are not looked at, unless their sentences are linked."""

MOST_COMMON = 2.0
"""What two sentences have in common counts up to this: more makes nothing surer."""
LEAST_LINK, LIKELY_LINK, LEAST_FRAME, TELLING = 0.1, 0.5, 0.5, 0.35
"""Confidence of a link below which nothing ties two sentences together, and from which they likely tell the same; share of equal
words from which a number stands in the same place; what a value says itself (telling.py) from which it is not met by chance."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the scores look at, each about -1..1; none has seen the values."""

    near: float
    """Cosine of the weighted words of the two sentences, the words close to the numbers foremost."""
    close: float
    """Cosine of the words right around the numbers."""
    common: float
    """How much the two sentences have in common: unlike the cosine, a single shared word says little."""
    link: float
    """Confidence of the link between the sentences; half for a partial one."""
    slot: float
    """Share of equal words around the two blanks, where they are paired in a link."""
    beside: float
    """Share of equal words right beside them."""
    head: float
    """1 when both count the same noun, -1 when different ones, 0 when one is silent."""
    state: float
    """1 for the same state of those counted, such as dead; -1 for different ones."""
    kind: float
    """1 for the same kind and unit."""
    kin: float
    """1 for what measures the same in other words: hundreds and 300, years and decades, miles and kilometres."""
    lead: float
    """1 when both stand in the first sentences, which tell the same event in every version."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two mentions of different versions that were looked at."""

    a: Mention
    b: Mention
    slot: Slot | None
    features: Features


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
    sure: bool
    """They fill the same place of nearly the same sentence."""
    chance: bool = False
    """They agree without a sign that the same thing is meant: they join no group, but explain why another value is here."""


def find_bonds(
    documents: Sequence[AnnotatedDocument], alignment: Alignment, mentions: Sequence[Mention], slots: Sequence[Slot]
) -> tuple[Bond, ...]:
    """The bonds of sure slots, then one for every other candidate, each in order of the mentions."""
    best = sorted(best_slots(slots, mentions), key=lambda s: (s.a, s.b))
    sure = [s for s in best if is_sure(s) and not (s.reworded and counts_another(mentions[s.a], mentions[s.b]))]
    bonds = [Bond(s.a, s.b, 1.0, outcome_in_slot(mentions[s.a], mentions[s.b]), s, True) for s in sure]
    for c in find_candidates(documents, alignment, mentions, best, sure):
        outcome = outcome_of(c.a, c.b)
        chance = outcome not in DIFFERENT and meet_by_chance(c, outcome)
        bonds.append(Bond(c.a.number, c.b.number, score(c, outcome), outcome, c.slot, False, chance))
    return tuple(bonds)


def meet_by_chance(c: Candidate, outcome: Outcome) -> bool:
    """Do two values agree, or fit, although the words say that another thing is meant?

    Two dead are not two hurt, a second aircraft is not a second round, two rifles are not two rockets, sixty neighbours are not
    dozens of firefighters. Ranges with other ends, such as an offer and all offers, fit without being the same.
    """
    if outcome is not Outcome.EQUAL and is_range(c.a.quantity) and is_range(c.b.quantity):
        return True
    if c.a.family in WHEN:
        return other_day(c, outcome)
    if c.features.state < 0 or other_use(c.a.subject, c.b.subject):
        return True
    if outcome not in SAME_NUMBER and (c.features.head < 0 or other_part(c.a.subject, c.b.subject)):
        return True
    if c.a.family == "ordinal":
        return c.features.head < 0 and c.features.link < LEAST_LINK
    common = outcome in SAME_NUMBER and telling_of(c.a.quantity, c.b.quantity, outcome) < TELLING
    return common and c.features.head <= ANOTHER and not in_place(c)


def in_place(c: Candidate) -> bool:
    """Do the two stand in the same place of much the same sentence?"""
    return c.slot is not None and c.slot.frame >= LEAST_FRAME and c.slot.beside >= SURE_BESIDE


def other_day(c: Candidate, outcome: Outcome) -> bool:
    """Do the words say that two dates or times which agree, or fit, are told of other events?

    A day of the news is not told as the year that it lies in, nor last year as next year. Every story names a year and a weekday
    more than once: where the sentences are not linked, and other names own them, they are other events'. So they are where the
    one is the day of a statement and the other that of a deed, or both are of statements by people of other names.
    """
    if outcome not in SAME_NUMBER and not in_place(c) and parted(c.a.quantity, c.b.quantity):
        return True
    if in_place(c) or c.features.link >= LIKELY_LINK or is_full(c.a.quantity):
        return False
    if c.a.of_saying and c.b.of_saying and other_speaker(c.a, c.b):
        return True
    if c.slot or c.features.link >= LEAST_LINK:
        return False
    if outcome is not Outcome.EQUAL and not shared_words(c.a.quantity, c.b.quantity):
        return True
    return c.a.of_saying != c.b.of_saying or other_owner(c.a.subject, c.b.subject)


def other_speaker(a: Mention, b: Mention) -> bool:
    """Are two statements made by people, or bodies, of different names?"""
    ours, theirs = ({t.norm for t in tokenize(m.speaker or "")} & m.subject.known for m in (a, b))
    return bool(ours and theirs and not ours & theirs)


def find_candidates(
    documents: Sequence[AnnotatedDocument], alignment: Alignment, mentions: Sequence[Mention], slots: Sequence[Slot],
    sure: Sequence[Slot],
) -> tuple[Candidate, ...]:
    """Pairs worth a score; a mention that surely has its slot in another version has no candidate there."""
    linked = link_strengths(documents, alignment)
    settled = {side for s in sure for side in sides(mentions[s.a], mentions[s.b])}
    taken = {(s.a, s.b) for s in sure}
    slot_of = {pair: s for s in slots if (pair := (s.a, s.b)) not in taken}
    out = []
    for a, b in candidate_pairs(mentions, linked, slot_of, settled):
        slot = slot_of.get((a.number, b.number))
        link = linked.get((a.document, a.sentence, b.document, b.sentence), 0.0)
        out.append(Candidate(a, b, slot, features_of(a, b, link, slot)))
    return tuple(out)


def sides(a: Mention, b: Mention) -> tuple[tuple[int, int], tuple[int, int]]:
    """Each mention with the other's document."""
    return (a.number, b.document), (b.number, a.document)


def counts_another(a: Mention, b: Mention) -> bool:
    """Do two numbers that are not the same count different nouns, neither of them "people", which stands for all of them?

    Dozens of foreigners are not a few dozen fighters; sixty residents may be dozens of people.
    """
    if not a.head or not b.head or a.head & b.head or PEOPLE in a.head | b.head or "ordinal" in (a.family, b.family):
        return False
    return outcome_of(a, b) not in SAME_NUMBER


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


def link_strengths(documents: Sequence[AnnotatedDocument], alignment: Alignment) -> dict[tuple[int, int, int, int], float]:
    """(document, sentence, document, sentence) -> how surely the two tell the same; lower document first."""
    place = {d.id: k for k, d in enumerate(documents)}
    out: dict[tuple[int, int, int, int], float] = {}
    for pair in alignment.pairs:
        if pair.a in place and pair.b in place:
            a, b = place[pair.a], place[pair.b]
            for link in pair.links:
                strength = link.confidence * (0.5 if link.relation is Relation.PARTIAL else 1.0)
                for i in link.a:
                    for j in link.b:
                        key = (a, i, b, j) if a < b else (b, j, a, i)
                        out[key] = max(out.get(key, 0.0), strength)
    return out


def candidate_pairs(
    mentions: Sequence[Mention],
    linked: Mapping[tuple[int, int, int, int], float],
    slots: Mapping[tuple[int, int], Slot],
    settled: set[tuple[int, int]],
) -> Iterable[tuple[Mention, Mention]]:
    """Pairs worth a score: in one slot, of one value, in linked sentences, or with words in common close by."""
    pairs = set(slots)
    pairs |= pairs_in_links(mentions, linked) | pairs_of_value(mentions) | pairs_of_context(mentions) | pairs_of_few(mentions)
    for i, j in sorted(pairs):
        a, b = mentions[i], mentions[j]
        free = (i, b.document) not in settled and (j, a.document) not in settled
        if a.document != b.document and ((i, j) in slots or (free and a.family == b.family)):
            yield a, b


def pairs_in_links(mentions: Sequence[Mention], linked: Mapping[tuple[int, int, int, int], float]) -> set[tuple[int, int]]:
    by_sentence = defaultdict(list)
    for m in mentions:
        by_sentence[m.document, m.sentence].append(m.number)
    return {(i, j) for a, s, b, t in linked if max(len(by_sentence[a, s]), len(by_sentence[b, t])) <= MANY
            for i in by_sentence[a, s] for j in by_sentence[b, t]}  # fmt: skip


def pairs_of_value(mentions: Sequence[Mention]) -> set[tuple[int, int]]:
    """Pairs of the same family whose values are written alike or are the same number."""
    buckets = defaultdict(list)
    for m in mentions:
        value = m.quantity.lower if m.quantity.lower is not None else m.quantity.upper
        buckets[m.family, m.quantity.date or str(value), m.quantity.unit if m.family != "count" else None].append(m)
    return {(a.number, b.number) for group in buckets.values() if len(group) <= MANY_ALIKE
            for k, a in enumerate(group) for b in group[k + 1 :] if a.document != b.document}  # fmt: skip


def pairs_of_few(mentions: Sequence[Mention]) -> set[tuple[int, int]]:
    """All pairs of a family of which both versions have few quantities: "30 years" and "three decades" share no word."""
    groups = defaultdict(list)
    for m in mentions:
        groups[m.family, m.document].append(m.number)
    few = {key: numbers for key, numbers in groups.items() if len(numbers) <= FEW}
    return {(i, j) for (family, a), ours in few.items() for (other, b), theirs in few.items() if family == other and a < b
            for i in ours for j in theirs}  # fmt: skip


def pairs_of_context(mentions: Sequence[Mention]) -> set[tuple[int, int]]:
    """Pairs of the same family whose nearby words agree enough, found through the words that are not too common."""
    postings = defaultdict(list)
    for m in mentions:
        for word in m.near:
            postings[m.family, word].append(m)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for (_, word), group in postings.items():
        if len(group) <= COMMON:
            for k, a in enumerate(group):
                for b in group[k + 1 :]:
                    if a.document != b.document:
                        sums[a.number, b.number] += a.near[word] * b.near[word]
    return {pair for pair, total in sums.items() if total >= LEAST_CONTEXT}


def features_of(a: Mention, b: Mention, link: float, slot: Slot | None) -> Features:
    """The features of a pair."""
    return Features(
        near=cosine(a.near, b.near),
        close=cosine(a.close, b.close),
        common=min(MOST_COMMON, in_common(a.told, b.told)),
        link=link,
        slot=slot.frame if slot else 0.0,
        beside=slot.beside if slot else 0.0,
        head=same_noun(a, b),
        state=agreement({a.state} if a.state else set(), {b.state} if b.state else set()),
        kind=float(a.quantity.kind == b.quantity.kind and a.quantity.unit == b.quantity.unit),
        kin=float(are_kin(a.quantity, b.quantity)),
        lead=float(max(a.sentence, b.sentence) < LEAD),
    )


def same_noun(a: Mention, b: Mention) -> float:
    """How well the nouns agree that two numbers count, or the words that two ordinals rank."""
    by_stem = agreement(a.head, b.head)
    if "ordinal" in (a.family, b.family):
        return 0.0 if any(map(is_person, a.head)) and any(map(is_person, b.head)) else by_stem
    return by_stem if by_stem >= 0 else nouns_agree(a.noun, b.noun)


def agreement(a: set[str] | frozenset[str], b: set[str] | frozenset[str]) -> float:
    """1 when two sets meet, -1 when they do not, 0 when one is empty."""
    return 0.0 if not a or not b else 1.0 if a & b else -1.0


def score(candidate: Candidate, outcome: Outcome) -> float:
    """Probability that two numbers measure the same thing: a logistic model; weights.toml says where its weights are from.

    Values that agree speak for themselves, the more telling the more; of values that differ the context must say all. Dates and
    numbers, the same ones and those that merely fit, are met by chance unlike often: each has a model of its own.
    """
    says = 0.0 if outcome in DIFFERENT else telling_of(candidate.a.quantity, candidate.b.quantity, outcome)
    weights = score_weights(model_of(candidate.a, outcome, says))
    total = weights["bias"] + sum(weights[f.name] * getattr(candidate.features, f.name) for f in fields(Features))
    return 1.0 / (1.0 + math.exp(-total - weights.get("telling", 0.0) * says))


def model_of(mention: Mention, outcome: Outcome, says: float) -> str:
    """The table of weights.toml by which a pair is judged."""
    if outcome in DIFFERENT:
        return "different"
    if mention.family in WHEN:
        return "time_same" if outcome in SAME_NUMBER else "time_fits"
    if outcome not in SAME_NUMBER:
        return "number_fits"
    return "number_rare" if says >= TELLING else "number_common"


@cache
def score_weights(table: str) -> Mapping[str, float]:
    weights: Mapping[str, float] = tomllib.loads(files("compare.figures").joinpath("weights.toml").read_text("utf-8"))[table]
    return weights
