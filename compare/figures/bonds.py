"""Mentions, slots -> Bond*: pairs of quantities of two versions that may measure the same thing, each with a score.

The score never sees the values: it says from the words around two numbers, and from the sentences that they stand in, how likely
they measure the same thing. Whether equal values then make a figure, or different values a conflict, is decided with other bars.
"""

from __future__ import annotations

import heapq
import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from importlib.resources import files

from compare.figures.mentions import Mention, cosine
from compare.figures.slots import Slot
from compare.model import Alignment, AnnotatedDocument, Outcome, Quantity, Relation
from compare.quantities import relate_quantities
from compare.tokens import tokenize

SURE_FRAME, SURE_BESIDE = 0.74, 0.5
"""From this share of equal words on, the same place in two sentences is surely the same thing."""
COMMON = 60
"""A stem near more numbers than this brings no pair together: it tells too little, and there would be too many pairs."""
LEAST_CONTEXT = 0.12
"""Pairs of different values whose nearby words agree less than this are not looked at, unless their sentences are linked."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the score looks at, each about -1..1."""

    near: float
    """Cosine of the weighted words of the two sentences, the words close to the numbers foremost."""
    around: float
    """The same of the neighbouring sentences."""
    link: float
    """Confidence of the link between the sentences; half for a partial one."""
    slot: float
    """Share of equal words around the two blanks, where they are paired in a link."""
    beside: float
    """Share of equal words right beside them."""
    head: float
    """1 when both count the same noun, -1 when different ones, 0 when one is silent."""
    names: float
    """Share of the names of the poorer sentence that the other has too."""
    state: float
    """1 for the same state of those counted, such as dead; -1 for different ones."""
    kind: float
    """1 for the same kind and unit."""
    margin: float
    """By how much `near` leads that of the best other candidate of either mention; below 0 where another is better."""


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
    """Probability that they measure the same thing, by context alone."""
    outcome: Outcome
    """How the two values relate, if they do."""
    slot: Slot | None
    sure: bool
    """They fill the same place of nearly the same sentence."""


def find_bonds(
    documents: Sequence[AnnotatedDocument], alignment: Alignment, mentions: Sequence[Mention], slots: Sequence[Slot]
) -> tuple[Bond, ...]:
    """A bond for every candidate, in order of the mentions."""
    bonds = []
    for c in find_candidates(documents, alignment, mentions, slots):
        sure = c.slot is not None and is_sure(c.slot)
        outcome = outcome_in_slot(c.a.quantity, c.b.quantity) if sure else outcome_of(c.a.quantity, c.b.quantity)
        bonds.append(Bond(c.a.number, c.b.number, 1.0 if sure else score(c.features), outcome, c.slot, sure))
    return tuple(bonds)


def find_candidates(
    documents: Sequence[AnnotatedDocument], alignment: Alignment, mentions: Sequence[Mention], slots: Sequence[Slot]
) -> tuple[Candidate, ...]:
    """Pairs worth a score; a mention that surely has its slot in another version has no other candidate there."""
    linked = link_strengths(documents, alignment)
    slot_of = {(s.a, s.b) if s.a < s.b else (s.b, s.a): s for s in best_slots(slots, mentions)}
    settled = {side for pair, s in slot_of.items() if is_sure(s) for side in sides(mentions[pair[0]], mentions[pair[1]])}
    pairs = [(a, b, cosine(a.near, b.near)) for a, b in candidate_pairs(mentions, linked, slot_of, settled)]
    best: dict[tuple[int, int], list[float]] = {}
    for a, b, near in pairs:
        for side in sides(a, b):
            best[side] = heapq.nlargest(2, [*best.get(side, ()), near])
    out = []
    for a, b, near in pairs:
        slot = slot_of.get((a.number, b.number))
        link = linked.get((a.document, a.sentence, b.document, b.sentence), 0.0)
        rivals = [rival(best[side], near) for side in sides(a, b)]
        out.append(Candidate(a, b, slot, features_of(a, b, near, near - max(rivals), link, slot)))
    return tuple(out)


def sides(a: Mention, b: Mention) -> tuple[tuple[int, int], tuple[int, int]]:
    """Each mention with the other's document."""
    return (a.number, b.document), (b.number, a.document)


def rival(best: Sequence[float], own: float) -> float:
    """The best of the others, of the two best of all."""
    return (best[1] if len(best) > 1 else 0.0) if own == best[0] else best[0]


def is_sure(slot: Slot) -> bool:
    return slot.frame >= SURE_FRAME and slot.beside >= SURE_BESIDE


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
    pairs = {(a, b) if a < b else (b, a) for a, b in slots}
    pairs |= pairs_in_links(mentions, linked) | pairs_of_value(mentions) | pairs_of_context(mentions)
    for i, j in sorted(pairs):
        a, b = mentions[i], mentions[j]
        free = (i, b.document) not in settled and (j, a.document) not in settled
        if a.document != b.document and ((i, j) in slots or (free and a.family == b.family)):
            yield a, b


def pairs_in_links(mentions: Sequence[Mention], linked: Mapping[tuple[int, int, int, int], float]) -> set[tuple[int, int]]:
    by_sentence = defaultdict(list)
    for m in mentions:
        by_sentence[m.document, m.sentence].append(m.number)
    return {(i, j) for a, s, b, t in linked for i in by_sentence.get((a, s), ()) for j in by_sentence.get((b, t), ())}


def pairs_of_value(mentions: Sequence[Mention]) -> set[tuple[int, int]]:
    """Pairs of the same family whose values are written alike or are the same number."""
    buckets = defaultdict(list)
    for m in mentions:
        value = m.quantity.lower if m.quantity.lower is not None else m.quantity.upper
        buckets[m.family, m.quantity.date or str(value), m.quantity.unit if m.family != "count" else None].append(m)
    return {(a.number, b.number) for group in buckets.values() for k, a in enumerate(group) for b in group[k + 1 :]
            if a.document != b.document}  # fmt: skip


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


def features_of(a: Mention, b: Mention, near: float, margin: float, link: float, slot: Slot | None) -> Features:
    """The features of a pair."""
    return Features(
        near=near,
        around=cosine(a.around, b.around),
        link=link,
        slot=slot.frame if slot else 0.0,
        beside=slot.beside if slot else 0.0,
        head=agreement(a.head, b.head),
        names=len(a.names & b.names) / min(len(a.names), len(b.names)) if a.names and b.names else 0.0,
        state=agreement({a.state} if a.state else set(), {b.state} if b.state else set()),
        kind=float(a.quantity.kind == b.quantity.kind and a.quantity.unit == b.quantity.unit),
        margin=margin,
    )


def agreement(a: set[str] | frozenset[str], b: set[str] | frozenset[str]) -> float:
    """1 when two sets meet, -1 when they do not, 0 when one is empty."""
    return 0.0 if not a or not b else 1.0 if a & b else -1.0


def score(features: Features) -> float:
    """Probability that two numbers measure the same thing: a logistic model; weights.toml says what it was fitted on."""
    weights = score_weights()
    total = weights["bias"] + sum(weights[f.name] * getattr(features, f.name) for f in fields(features))
    return 1.0 / (1.0 + math.exp(-total))


@cache
def score_weights() -> Mapping[str, float]:
    table: Mapping[str, float] = tomllib.loads(files("compare.figures").joinpath("weights.toml").read_text("utf-8"))["score"]
    return table


def outcome_of(a: Quantity, b: Quantity) -> Outcome:
    """How two values relate; remembered, since near-copies ask the same again and again."""
    return remembered_outcome(replace(a, start=0, end=0), replace(b, start=0, end=0))


def outcome_in_slot(a: Quantity, b: Quantity) -> Outcome:
    """The outcome where an editor changed the one into the other: what could be reconciled elsewhere is then a change.

    Scores the other way round, bounds the other way round at the same number, and ranges that only overlap do not say the same.
    """
    outcome = outcome_of(a, b)
    if a.kind == b.kind == "score" and outcome in (Outcome.EQUAL, Outcome.EQUAL_CONVERTED):
        same = [t.norm for t in tokenize(a.text)] == [t.norm for t in tokenize(b.text)]
        return outcome if same else Outcome.CONTRADICTORY
    if outcome is Outcome.CONSISTENT_OVERLAP and (meet_in_a_point(a, b) or (is_range(a) and is_range(b))):
        return Outcome.CONTRADICTORY
    return outcome


def is_range(q: Quantity) -> bool:
    return q.modifier == "=" and q.lower is not None and q.upper is not None and q.lower != q.upper


def meet_in_a_point(a: Quantity, b: Quantity) -> bool:
    """Do two bounds leave no more than one value to both: at least 40, at most 40?"""
    return any(x.lower is not None and x.upper is None and y.lower is None and y.upper is not None and x.lower >= y.upper
               for x, y in ((a, b), (b, a)))  # fmt: skip


@lru_cache(maxsize=50_000)
def remembered_outcome(a: Quantity, b: Quantity) -> Outcome:
    return relate_quantities(a, b)
