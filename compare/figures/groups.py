"""Mentions, bonds -> Group*: the mentions that measure the same thing, over all versions.

Average linkage: two groups join when the mean score between their mentions is high enough, so that a chain of weak bonds fuses
nothing. Agreeing values join first; different ones then find the group that is left without a partner, so that a value which is
explained by an equal one elsewhere raises no question. A group holds one value per version: the same value may be repeated,
another may not.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.figures.bonds import LEAST_FRAME, LIKELY_LINK, Bond, counts_another, is_bare, other_anchor, other_sex
from compare.figures.candidates import LEAD
from compare.figures.mentions import WHEN, Given, Mention
from compare.figures.outcomes import DIFFERENT, outcome_of, ratio
from compare.figures.slots import SAME_FRAME
from compare.figures.subjects import other_owner, other_part
from compare.figures.telling import fineness
from compare.model import Outcome
from compare.tokens import tokenize

EQUAL = frozenset({Outcome.EQUAL, Outcome.EQUAL_CONVERTED})
COMPATIBLE = frozenset({Outcome.CONSISTENT_ROUNDED, Outcome.MODIFIER_ONLY, Outcome.MORE_PRECISE, Outcome.CONSISTENT_OVERLAP,
                        Outcome.BOUNDARY_CONFLICT})  # fmt: skip
EQUAL_BAR, COMPATIBLE_BAR, DIFFERENT_BAR = 0.55, 0.5, 0.18
"""Least mean score for a group of equal, compatible, and different values. The first two by the pairs labelled for weights.toml:
a higher bar lost more that is right than it kept out; the last by the labels of crossnews/dev."""
REPEAT_BAR = 0.8
"""Least mean score for two groups that have a version in common: two events of one Monday are two figures."""
LARGEST_RATIO, LARGEST_UNLINKED = 20.0, 3.0
"""Values further apart than this are not two accounts of one thing: at all; and in sentences that are not likely linked. Of 154
groups to check of stories/cross_outlet and its excerpts, dev, the second ends 29, none of them right, and the dates below 16."""
POWERS = frozenset({10.0, 100.0, 1000.0})
LIKELY_DATE = 0.4
"""Confidence of a link from which two dates may be two accounts of one day."""
FEW_THINGS = 10
"""Counts up to which different values need more than the words around to be two accounts of one thing."""
SLACK = 0.2
"""A bond of agreeing values may be this much weaker than the best of either side: versions repeat themselves."""
NEARNESS = 0.1
"""What it counts for, beside the score, that two different values are near: 640 dead are rather 680 than 42 (crossnews/dev)."""
MARGIN = 0.05
"""A bond of different values must be this much better than the next best of either side: else it may be another number's."""


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that measure the same thing, by number, in order; and the bonds between them."""

    mentions: tuple[int, ...]
    bonds: tuple[Bond, ...]


def group_mentions(mentions: Sequence[Mention], bonds: Sequence[Bond]) -> tuple[Group, ...]:
    """Every mention in exactly one group, in the order of their first mentions."""
    forest = Forest(mentions, bonds)
    forest.join([b for b in bonds if b.sure], 0.0)
    meant = [b for b in bonds if not b.chance]
    bare = {bond for bond in meant if is_bare(mentions[bond.a], mentions[bond.b])}
    forest.join(best_bonds([b for b in meant if b not in bare], EQUAL, EQUAL, forest), EQUAL_BAR, agreeing=True)
    loose = [b for b in meant if b.outcome not in EQUAL or b in bare]
    forest.join(best_bonds(loose, COMPATIBLE | EQUAL, COMPATIBLE | DIFFERENT, forest), COMPATIBLE_BAR, agreeing=True)
    forest.join(different_bonds(forest, bonds), DIFFERENT_BAR)
    inside: dict[int, list[Bond]] = {}
    for bond in bonds:
        if forest.root[bond.a] == forest.root[bond.b]:
            inside.setdefault(forest.root[bond.a], []).append(bond)
    whole = sorted((tuple(sorted(members)), root) for root, members in forest.members.items())
    return tuple(Group(members, tuple(inside.get(root, ()))) for members, root in whole)


def best_bonds(bonds: Sequence[Bond], wanted: frozenset[Outcome], rivals: frozenset[Outcome], forest: Forest) -> list[Bond]:
    """Bonds of the wanted outcomes that are nearly the best of both sides: another "Tuesday" of the version may be meant else.

    An open value such as "hundreds" fits nearly everything: it also has to be better than what is surely different.
    """
    best: dict[tuple[int, int], float] = {}
    for bond in bonds:
        if bond.outcome in rivals and not forest.explained(bond):
            for side in forest.sides(bond):
                best[side] = max(best.get(side, 0.0), bond.score)
    return [b for b in bonds if b.outcome in wanted and all(b.score >= best.get(side, 0.0) - SLACK for side in forest.sides(b))]


def different_bonds(forest: Forest, bonds: Sequence[Bond]) -> list[Bond]:
    """Bonds of different values whose ends have no partner in the other's version yet, each the other's best by a margin."""
    equal = {side for b in bonds if b.outcome in EQUAL for side in forest.sides(b)}
    left = [b for b in bonds if b.outcome in DIFFERENT and not equal.intersection(forest.sides(b))
            and not apart(forest.mentions[b.a], forest.mentions[b.b], b) and not forest.beside_other(b)
            and not (forest.in_company(b) and counts_another(forest.mentions[b.a], forest.mentions[b.b]))]  # fmt: skip
    best: dict[tuple[int, int], list[float]] = {}
    for bond in left:
        for side in forest.sides(bond):
            best.setdefault(side, []).append(forest.likeness(bond))
    tops = {key: heapq.nlargest(2, scores) for key, scores in best.items()}
    return [b for b in left if all(leads(forest.likeness(b), tops[side]) for side in forest.sides(b)) and not forest.explained(b)]


def apart(a: Mention, b: Mention, bond: Bond) -> bool:
    """Do the words say that two different values are not of the same thing: killed and injured, in the state and nationwide?

    Other names, a part or a total, units that do not compare, values far apart, counts of a few and other weekdays say so too,
    and other ordinals, scores and dates in other words: a story has many.
    """
    return bool(
        (a.state and b.state and a.state != b.state)
        or (a.scopes and b.scopes and not a.scopes & b.scopes)
        or bond.outcome is Outcome.INCOMPARABLE_UNIT
        or ratio(a.value, b.value) > LARGEST_RATIO
        or far_apart(a, b, bond)
        or other_sex(a, b)
        or bool(a.heading and b.heading and not a.heading & b.heading)
        or (other_anchor(a, b) and (bond.slot is None or bond.slot.frame < SAME_FRAME))
        or a.of_before != b.of_before
        or (bond.slot is None and a.family not in WHEN and (a.years or b.years) and not a.years & b.years)
        or other_owner(a.subject, b.subject)
        or other_part(a.subject, b.subject)
        or (bond.slot is None and (is_small(a) or is_small(b)) and not (a.state and a.state == b.state) and not are_broken(a, b))
        or (a.family in ("ordinal", "score") and (bond.slot is None or bond.slot.frame < LEAST_FRAME))
        or (a.family == "score" and other_game(a, b))
        or (WHEN & {a.family, b.family} and not is_day_told_twice(a, b, bond))
    )


def far_apart(a: Mention, b: Mention, bond: Bond) -> bool:
    """Are two numbers too far apart to be told of one thing by sentences that are not likely linked?

    Not bare words such as dozens, a nought too many, nor what moves by the hour: the tolls that open two stories grow, those
    without power grow fewer.
    """
    times = ratio(a.value, b.value)
    bare = "vague" in (a.quantity.kind, b.quantity.kind) or times in POWERS
    moves = a.ends or b.ends or (a.state is not None and a.state == b.state and max(a.sentence, b.sentence) < LEAD)
    return bond.link < LIKELY_LINK and not bare and not moves and times > LARGEST_UNLINKED


def is_day_told_twice(a: Mention, b: Mention, bond: Bond) -> bool:
    """May two dates or times be accounts of one: written with digits, equally narrow, in one place of linked sentences?"""
    digits = any(c.isdigit() for c in a.value.text + b.value.text)
    dates = a.family == b.family == "date"
    alike = not dates or (fineness(a.quantity) == fineness(b.quantity) and bond.link >= LIKELY_DATE)
    return bond.slot is not None and digits and alike


def other_game(a: Mention, b: Mention) -> bool:
    """Have two scores neither side in common? A season has many."""
    ours, theirs = ({t.norm for t in tokenize(m.value.text) if t.norm.isdigit()} for m in (a, b))
    return not ours & theirs


def is_small(mention: Mention) -> bool:
    """Is it a count of a few? Two men and three men stand in every story, and seldom are they the same."""
    value = mention.quantity.lower if mention.quantity.lower is not None else mention.quantity.upper
    return mention.family == "count" and value is not None and value <= FEW_THINGS


def are_broken(a: Mention, b: Mention) -> bool:
    """Are both numbers broken, as the magnitudes of a quake are? They count no things."""
    values = [m.quantity.lower for m in (a, b)]
    return all(v is not None and v % 1 != 0 for v in values)


def leads(score: float, top: Sequence[float]) -> bool:
    return score == top[0] and (len(top) < 2 or top[0] - top[1] >= MARGIN)


class Forest:
    """Groups in the making."""

    def __init__(self, mentions: Sequence[Mention], bonds: Sequence[Bond]) -> None:
        self.mentions = mentions
        self.root = list(range(len(mentions)))
        self.members = {m.number: [m.number] for m in mentions}
        self.values: dict[int, dict[int, int]] = {m.number: {m.document: m.number} for m in mentions}
        """Root -> document -> a mention that holds its value."""
        self.sentences = {m.number: {(m.document, m.sentence)} for m in mentions}
        """Root -> the sentences of its mentions: one sentence tells two figures, not one figure twice."""
        self.spread = {m.number: Counter([m.document]) for m in mentions}
        """Root -> document -> how many of its mentions."""
        self.distinct = {m.number: {m.value: m.number} for m in mentions}
        """Root -> value -> a mention that holds it."""
        self.ties: dict[int, dict[int, float]] = {m.number: {} for m in mentions}
        """Root -> root -> sum of the scores between them."""
        self.given: dict[tuple[int, int], set[Given]] = {}
        """(document, sentence) -> the numbers that it gives."""
        for m in mentions:
            self.given.setdefault((m.document, m.sentence), set()).add(m.given)
        for bond in bonds:
            self.ties[bond.a][bond.b] = self.ties[bond.b][bond.a] = bond.score

    def join(self, bonds: Iterable[Bond], bar: float, *, agreeing: bool = False) -> None:
        """Joins groups along the bonds, the best mean score first, while it reaches the bar; if asked, only groups that agree."""
        allowed: dict[int, set[int]] = {}
        for bond in bonds:
            a, b = self.root[bond.a], self.root[bond.b]
            if a != b:
                allowed.setdefault(a, set()).add(b)
                allowed.setdefault(b, set()).add(a)
        heap = [(-self.mean(a, b), a, b) for a, others in allowed.items() for b in others if a < b]
        heapq.heapify(heap)
        while heap:
            cost, a, b = heapq.heappop(heap)
            current = self.root[a] == a and self.root[b] == b and -cost == self.mean(a, b)
            if not current or -cost < bar or not self.fit(a, b) or (agreeing and not self.agree(a, b)):
                continue
            self.merge(a, b)
            others = (allowed.pop(a, set()) | allowed.pop(b, set())) - {a, b}
            allowed[a] = others
            for c in others:
                allowed[c] = (allowed[c] - {b}) | {a}
                heapq.heappush(heap, (-self.mean(a, c), min(a, c), max(a, c)))

    def mean(self, a: int, b: int) -> float:
        """Mean score between the mentions of two groups; a pair that was not looked at counts as nothing."""
        return self.ties[a].get(b, 0.0) / self.pairs(a, b)

    def pairs(self, a: int, b: int) -> int:
        """How many pairs of mentions of different versions two groups have, at least 1."""
        few, many = sorted((self.spread[a], self.spread[b]), key=len)
        same = sum(times * many[d] for d, times in few.items())
        return max(1, len(self.members[a]) * len(self.members[b]) - same)

    def fit(self, a: int, b: int) -> bool:
        """Would the joined group hold one value per version, and repeat it only where that is likely?"""
        if self.sentences[a] & self.sentences[b]:
            return False
        both = [(i, self.values[b][d]) for d, i in self.values[a].items() if d in self.values[b]]
        return not both or (self.mean(a, b) >= REPEAT_BAR and all(self.same_value(i, j) for i, j in both))

    def agree(self, a: int, b: int) -> bool:
        """Can all values of two groups be right? "2005" fits May and June of that year, which do not fit each other."""
        return all(outcome_of(self.mentions[i], self.mentions[j]) not in DIFFERENT
                   for i in self.distinct[a].values() for j in self.distinct[b].values())  # fmt: skip

    def same_value(self, i: int, j: int) -> bool:
        return outcome_of(self.mentions[i], self.mentions[j]) in EQUAL

    def sides(self, bond: Bond) -> tuple[tuple[int, int], tuple[int, int]]:
        """Each mention of a bond with the other's document."""
        return (bond.a, self.mentions[bond.b].document), (bond.b, self.mentions[bond.a].document)

    def likeness(self, bond: Bond) -> float:
        """The score of a bond of different values, and a little for values that are near: 640 dead are rather 680 than 42."""
        return bond.score + NEARNESS / ratio(self.mentions[bond.a].value, self.mentions[bond.b].value)

    def in_company(self, bond: Bond) -> bool:
        """Is one of the two in a group with others already?"""
        return any(len(self.members[self.root[i]]) > 1 for i in (bond.a, bond.b))

    def beside_other(self, bond: Bond) -> bool:
        """Does the sentence of either give the other's number as well? "Tremors of 5.1 and 4.8" tells of both."""
        a, b = self.mentions[bond.a], self.mentions[bond.b]
        return b.given in self.given[a.document, a.sentence] or a.given in self.given[b.document, b.sentence]

    def explained(self, bond: Bond) -> bool:
        """Has one of the two an agreeing partner in the other's version already?"""
        documents = self.mentions[bond.a].document, self.mentions[bond.b].document
        return documents[1] in self.values[self.root[bond.a]] or documents[0] in self.values[self.root[bond.b]]

    def merge(self, a: int, b: int) -> None:
        """Takes group b into group a."""
        for i in self.members[b]:
            self.root[i] = a
        self.members[a] += self.members.pop(b)
        self.sentences[a] |= self.sentences.pop(b)
        self.spread[a] += self.spread.pop(b)
        self.distinct[a] = self.distinct.pop(b) | self.distinct[a]
        self.values[a] = self.values.pop(b) | self.values[a]
        for c, total in self.ties.pop(b).items():
            self.ties[c].pop(b, None)
            if c != a:
                self.ties[a][c] = self.ties[c][a] = self.ties[a].get(c, 0.0) + total
        self.ties[a].pop(a, None)
