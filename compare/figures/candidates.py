"""Mentions, slots, links -> Candidate*: pairs of quantities of two versions that are worth a score, and what the score looks at.

Not every number is held beside every other: only those in one slot, of one value, in linked sentences, or with words in common
close by, so that the work grows with the story and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.figures.mentions import Mention, cosine, in_common
from compare.figures.nouns import is_person, nouns_agree
from compare.figures.outcomes import are_kin
from compare.figures.slots import Slot
from compare.model import Alignment, AnnotatedDocument, Relation

FEW = 12
"""Quantities of one family in a version, up to which all pairs with another version's are looked at."""
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
