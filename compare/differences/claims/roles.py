"""Alignment -> Difference*: two who changed places around a verb: "Bell sued Lind", "Lind sued Bell" or "Bell was sued by Lind".

Every word is there on both sides, so that no comparison of words sees it. What an honest rewording moves (a source, a day, the
passive voice) leaves each of the two on its own side of what is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from compare.differences.changes import Change, merged
from compare.differences.claims.converses import told_from_other_end
from compare.differences.claims.rewordings import said
from compare.differences.slot_words import breaks, change
from compare.differences.words import Collation, Side, collations
from compare.language import function_words
from compare.lexicon import base_form, inflected, irregular_bases, word_class
from compare.messages import message
from compare.model import Compared, Difference, FindingKind, Relation

LONGEST_PARTY, LONGEST_BETWEEN = 6, 6
"""Words of one who does or suffers something, and of what stands between the two."""
REACH = 8
"""Words between a verb and its parties."""
LEAST_SHARED = 0.7
"""Least share of the words of the shorter passage that the other has in any order."""
MOST_PAIRS = 40_000
"""Pairs of words of two passages beyond which they are no sentences."""


def role_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each deed whose doer and object are the other way round."""
    return merged((c for link in collations(compared) for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """The first such deed of a link."""
    if link.link.relation is Relation.PARTIAL:
        return
    found = exchanged(link.a, link.b) or turned(link.a, link.b)
    if found is None and (other := turned(link.b, link.a)):
        found = other[::-1]
    if found and not told_from_other_end(link):
        yield change(link, FindingKind.SUBJECT_CHANGE, *found, message("reason.changed_places"), 0.9)


# ---- around the same words --------------------------------------------------------------------------------------------


def exchanged(a: Side, b: Side) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words "X did to Y" of one side and "Y did to X" of the other."""
    for at, there in equal_words(a, b):
        size = run_length(a.norms[at:], b.norms[there:])
        first = longest(a.norms[:at], b.norms[there + size :])
        second = longest(b.norms[:there], a.norms[at + size :])
        way = has_direction(a.norms[at : at + size], a.norms[: at - first]) or reports(a, (at, at + size), second)
        if size > LONGEST_BETWEEN or not way:
            continue
        here, elsewhere = (at - first, at + size + second), (there - second, there + size + first)
        parties = (here[0], at), (at + size, here[1])
        if first and second and all(is_party(a, p) for p in parties) and once(a, here, b, elsewhere):
            return here, elsewhere
    return None


def equal_words(a: Side, b: Side) -> Iterator[tuple[int, int]]:
    """The places of words that both sides have, in sentences that have much the same words in another order."""
    shared = sum((Counter(a.norms) & Counter(b.norms)).values())
    if a.norms == b.norms or shared < LEAST_SHARED * min(len(a.norms), len(b.norms)) or len(a.norms) * len(b.norms) > MOST_PAIRS:
        return
    places: dict[str, list[int]] = {}
    for n, word in enumerate(b.norms):
        places.setdefault(word, []).append(n)
    for at in range(1, len(a.norms) - 1):
        yield from ((at, there) for there in places.get(a.norms[at], ()) if there)


def run_length(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences begin with in common, counted to one more than may stand between two parties."""
    pairs = zip(one[: LONGEST_BETWEEN + 1], other, strict=False)
    return next((n for n, (x, y) in enumerate(pairs) if x != y), min(len(one), len(other), LONGEST_BETWEEN + 1))


def longest(ending: Sequence[str], beginning: Sequence[str]) -> int:
    """The most words with which the one ends and the other begins."""
    most = min(len(ending), len(beginning), LONGEST_PARTY)
    return next((k for k in range(most, 0, -1) if tuple(ending[-k:]) == tuple(beginning[:k])), 0)


def has_direction(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether what stands between two parties is not the same from either side: a verb, or "after", "than", "from ... to", or the
    second of two deeds: "born in X and raised in Y"."""
    if {"and", "or", "nor"} & set(words) or any(is_mutual(w) for w in words):
        placed = {*words[-1:], *before[-1:]} <= word_class("prepositions")
        return words[0] == "and" and placed and bool(before) and is_participle(words[1])
    way = "to" in words and "from" in before[-2:]
    return way or any(w not in function_words("en") for w in words) or bool(word_class("one_way") & set(words))


def reports(side: Side, between: tuple[int, int], second: int) -> bool:
    """Whether what stands between two parties says that the first says something of the second: "X said Y had"."""
    told, behind = side.norms[slice(*between)], side.norms[between[1] + second : between[1] + second + 1]
    says = told[:1] and told[0] in said() and set(told[1:]) <= {"that"}
    return bool(says and behind and behind[0] in word_class("finite_verbs"))


def is_mutual(word: str) -> bool:
    """Whether a word is a verb of saying, or one that says the same when its parties change places."""
    return word not in function_words("en") and (word in said() or base_form(word) in without_roles())


@cache
def without_roles() -> frozenset[str]:
    """The verbs that say the same when their parties change places, by their base forms."""
    return frozenset(base_form(form) for verb in word_class("no_roles") for form in inflected(verb))


def is_party(side: Side, span: tuple[int, int]) -> bool:
    """Whether some words can be one who does or suffers something: they end with a word of weight that is no day or number."""
    last = side.norms[span[1] - 1]
    if is_light(side, span[1] - 1) or last in word_class("calendar"):
        return False
    return not any(q.start < side.tokens[span[1] - 1].end and side.tokens[span[0]].start < q.end
                   for s in side.sentences for q in s.quantities)  # fmt: skip


def once(a: Side, here: tuple[int, int], b: Side, there: tuple[int, int]) -> bool:
    """Whether neither side has the words of the other as well, and no mark parts the words of either."""
    mine, theirs = (f" {' '.join(side.norms)} " for side in (a, b))
    if f" {' '.join(b.norms[slice(*there)])} " in mine or f" {' '.join(a.norms[slice(*here)])} " in theirs:
        return False
    return not any(breaks(side, i) for side, span in ((a, here), (b, there)) for i in range(span[0] + 1, span[1])
                   if side.norms[i] != "not")  # "the ministry, not the contractor"


# ---- in the passive voice ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passive:
    """The words "X was sued by Y": where the verb stands, and the last words of the two."""

    verb: int
    patient: int
    agent: int


def turned(passive: Side, active: Side) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words "X was sued by Y" of one side and "X sued Y" of the other."""
    for found in passives(passive):
        verb, patient, agent = (passive.norms[i] for i in (found.verb, found.patient, found.agent))
        if patient == agent or is_mutual(verb) or {patient, agent} & word_class("calendar"):
            continue
        for at in (i for i, n in enumerate(active.norms) if base_form(n) == base_form(verb) and is_active(active, i)):
            before, after = active.norms[max(0, at - REACH) : at], active.norms[at + 1 : at + 1 + REACH]
            if patient in before and agent in after and all(active.norms.count(w) == 1 for w in (patient, agent)):
                here = (found.patient, found.agent + 1)
                there = (active.norms.index(patient), active.norms.index(agent) + 1)
                if not any(breaks(active, i) for i in range(at, there[1])):
                    return here, there
    return None


def passives(side: Side) -> Iterator[Passive]:
    """The verbs of a side that stand in the passive voice and name who does it."""
    for verb in range(2, len(side.norms) - 2):
        if side.norms[verb - 1] not in word_class("forms_of_be") or not is_participle(side.norms[verb]):
            continue
        by = next((i for i in range(verb + 1, min(verb + REACH, len(side.norms) - 1)) if side.norms[i] == "by"), None)
        if by is None or any(breaks(side, i) for i in range(verb, by + 1)):
            continue
        patient = next((i for i in range(verb - 2, max(-1, verb - 2 - REACH), -1) if not is_light(side, i)), None)
        agent = last_of_phrase(side, by + 1)
        if patient is not None and agent is not None:
            yield Passive(verb, patient, agent)


def last_of_phrase(side: Side, first: int) -> int | None:
    """The last word of the noun phrase that begins at a word; None where it holds a number or an act ("by closing")."""
    at = first
    while at < len(side.norms) and side.norms[at] in function_words("en"):
        at += 1
    end = at
    last = min(len(side.norms), at + LONGEST_PARTY)
    while end < last and not is_light(side, end) and (end == at or not breaks(side, end)):
        end += 1
    return end - 1 if at < end and not (at == first and side.norms[at].endswith("ing")) and is_party(side, (at, end)) else None


def is_participle(word: str) -> bool:
    """Whether a word may be the participle of a verb."""
    return word.endswith(("ed", "en")) or word in irregular_bases()


def is_light(side: Side, place: int) -> bool:
    """Whether a word is a small one or an adverb: Italy, a family and an ally are none, though they end as adverbs do."""
    word = side.norms[place]
    if word in function_words("en"):
        return True
    return word.endswith("ly") and word not in word_class("nouns_in_ly") and side.words(place, place + 1).islower()


def is_active(side: Side, verb: int) -> bool:
    """Whether a verb is no participle of a passive."""
    before, after = side.norms[max(0, verb - 2) : verb], side.norms[verb + 1 : verb + REACH]
    return not word_class("forms_of_be") & set(before) and "by" not in after
