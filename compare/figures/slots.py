"""Links, mentions -> Slot*: quantities of linked sentences that stand in the same place among the same words.

"The crash left 12 dead" and "The crash left 13 dead" have one slot. Each quantity is taken out of its sentence and leaves a blank
for its family; the blanks that a longest common subsequence of the words pairs up are slots. The words that stay the same, the
frame, say how surely: in nearly identical sentences a changed number is a conflict in 99 of 100 cases, between reworded ones
in one of ten (measured on labelled edits, and by reading stories of several outlets).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from compare.figures.concepts import concepts
from compare.figures.mentions import WHEN, Mention
from compare.figures.outcomes import DIFFERENT, outcome_of
from compare.figures.stems import stem
from compare.model import Alignment, Annotated, AnnotatedDocument
from compare.quantities.lexicon import lexicon

BESIDE = 2
"""Words looked at on each side of a blank."""
NEXT_TO = 3
"""Words between a blank and a change of wording that may tell of another thing."""
SAME_FRAME = 0.74
"""Share of equal words from which a change of wording matters only close by."""
FEW_WORDS = 4
"""A passage of fewer words is contained in many that tell something else."""
LONGEST_FRAME = 1000
"""Words of a passage up to which it is compared word by word: longer ones are lists, and the cost grows with the square."""
NO_MATCH = WHEN | {"ordinal"}
"""Families that answer another question than the rest: when, and which one in a row."""
SOURCE = "@"
ENDS = {"from", "to"}
PERIOD = re.compile(r"[\dX]{4}(-[\dXWQH]{2,3})?")
"""A year, month, week, quarter or half in ISO 8601 and TIMEX3."""
TABLES = ("states", "scopes", "shifts", "hours")


Telling = Literal["day", "period", "rank", "number"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Two mentions in the same place of linked sentences."""

    a: int
    b: int
    frame: float
    """Share of the words around the blanks that both passages have in the same order; 1 for the same sentence."""
    contained: float
    """Share of the words of the shorter passage that the longer one has too, in the same order; 0 for a passage of few words."""
    beside: float
    """Share of the words right beside the two blanks that are the same."""
    reworded: bool = False
    """Words that tell something stand in the one frame where others stand in the other, close to the blanks or in frames that
    differ much; the name of a source does not count."""
    renamed: bool = False
    """A name stands in the one frame where another stands in the other: perhaps another owner of the number."""
    rescoped: bool = False
    """The frames name different scopes, such as a state and a country."""
    restated: bool = False
    """The frames tell different states of those counted, such as killed and injured."""
    shifted: bool = False
    """Only one number is said to be further, other, or for each: the two count from different points."""
    redated: bool = False
    """Another blank of the frames holds different days: the number may have changed with time."""
    other_period: bool = False
    """Another blank holds different years, months or ordinals, and none the same number: it may be another year's, or round's."""
    renumbered: bool = False
    """Another blank of the frames holds different numbers."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A passage with a blank for every quantity."""

    words: tuple[str, ...]
    """Stems; function words as they are; a source is one word, SOURCE."""
    told: tuple[str, ...]
    """The same words, but "" for those that tell nothing: function words, blanks, a source."""
    blanks: Mapping[int, Mention]
    """By place in `words`."""
    names: Mapping[int, str]
    """Key of the name that a word belongs to, by place; names of sources left out."""
    ideas: Mapping[str, Mapping[int, str]]
    """Table of concepts.toml -> place -> idea."""


def find_slots(documents: Sequence[AnnotatedDocument], alignment: Alignment, mentions: Sequence[Mention]) -> tuple[Slot, ...]:
    """The slots of every linked pair of passages, in the order of the links."""
    place = {d.id: k for k, d in enumerate(documents)}
    by_sentence: dict[tuple[int, int], list[Mention]] = {}
    for m in mentions:
        by_sentence.setdefault((m.document, m.sentence), []).append(m)
    frames: dict[tuple[int, tuple[int, ...]], Frame | None] = {}

    def frame(document: int, sentences: tuple[int, ...]) -> Frame | None:
        key = document, sentences
        if key not in frames:
            told = {k: by_sentence.get((document, k), []) for k in sentences}
            known = documents[document].sentences
            frames[key] = None
            if any(told.values()):
                frames[key] = read_frame([(known[k], told[k]) for k in sentences], documents[document].document.language)
        return frames[key]

    out: list[Slot] = []
    for pair in alignment.pairs:
        if pair.a in place and pair.b in place:
            for link in pair.links:
                a, b = frame(place[pair.a], link.a), frame(place[pair.b], link.b)
                if a and b:
                    out += match_frames(a, b) if place[pair.a] < place[pair.b] else match_frames(b, a)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Changed:
    """What the blanks of two frames tell differently, by kind and count."""

    told: Mapping[Telling, int]
    agree: bool
    """Some number is the same in both: the same period is surely meant, whatever each side calls it."""

    @classmethod
    def among(cls, pairs: Sequence[tuple[Mention, Mention]], *, ranks: bool = False, later: bool = False) -> Changed:
        """Of paired blanks; `ranks` tells whether words of the frames are other ordinals, since "first" is seldom a quantity,
        `later` whether they count up to other hours."""
        told = Counter(told_by(a) for a, b in pairs if tell_apart(a, b))
        told["rank"] += ranks
        told["day"] += later
        return cls(told, any(a.given == b.given and told_by(a) == "number" for a, b in pairs))

    def beside(self, a: Mention, b: Mention) -> dict[str, bool]:
        """What other blanks than this tell differently, by field of Slot."""
        own = told_by(a) if tell_apart(a, b) else None
        day, period, rank, number = (self.told[kind] > (own == kind) for kind in ("day", "period", "rank", "number"))
        return {
            "redated": day or (period and self.agree),
            "other_period": (period or rank) and not self.agree,
            "renumbered": number,
        }


def tell_apart(a: Mention, b: Mention) -> bool:
    """Do two blanks tell different things? "Tuesday", left open where it may be one to come, may be the Tuesday of 13 May."""
    may_be_one_day = a.family in WHEN and b.family in WHEN and outcome_of(a, b) not in DIFFERENT
    return a.given != b.given and not may_be_one_day


def told_by(mention: Mention) -> Telling:
    """What a blank tells: a period is a year or a month without a day, a rank one in a row: the second quarter."""
    if mention.family == "ordinal":
        return "rank"
    if mention.family in WHEN:
        return "period" if PERIOD.fullmatch(mention.quantity.date or "") else "day"
    return "number"


def read_frame(passage: Iterable[tuple[Annotated, Sequence[Mention]]], language: str | None) -> Frame:
    """The words of some sentences in order, each quantity one blank."""
    words: list[str] = []
    told: list[str] = []
    blanks: dict[int, Mention] = {}
    names: dict[int, str] = {}
    ideas: dict[str, dict[int, str]] = {table: {} for table in TABLES}
    for sentence, mentions in passage:
        starts = {m.first: m for m in reversed(mentions) if m.last > m.first}
        source = sentence.statement.speaker_span or (0, 0)
        if any(source[0] <= m.quantity.start < source[1] for m in mentions):  # "nine in ten farmers say"
            source = (0, 0)
        named = {k: n.key for n in sentence.names
                 for k in range(bisect_right(sentence.tokens, n.start, key=lambda t: t.end),
                                bisect_left(sentence.tokens, n.end, key=lambda t: t.start))}  # fmt: skip
        k = 0
        while k < len(sentence.tokens):
            token, place = sentence.tokens[k], len(words)
            if k in starts:
                blanks[place] = starts[k]
                words.append(f"#{starts[k].family}")
                told.append("")
                k = starts[k].last
                continue
            if source[0] <= token.start < source[1]:  # whoever it is: one word
                if words[-1:] != [SOURCE]:
                    words.append(SOURCE)
                    told.append("")
                k += 1
                continue
            name = named.get(k)
            if name:
                names[place] = name
            for table, found in ideas.items():
                if token.norm in concepts(table):
                    found[place] = concepts(table)[token.norm]
            root = token.norm if name else stem(token.norm, language)  # the United States are not the state
            words.append(root or token.norm)
            told.append(root)
            k += 1
    return Frame(tuple(words), tuple(told), blanks, names, ideas)


def match_frames(a: Frame, b: Frame) -> Iterable[Slot]:
    """The blanks of two passages that their longest common subsequence pairs up, and single blanks that replace each other."""
    if a.words == b.words:  # most links between revisions
        yield from match_same_frames(a, b)
        return
    if max(len(a.words), len(b.words)) > LONGEST_FRAME:
        return
    same: dict[int, int] = {}
    for op in LCSseq.opcodes(a.words, b.words):
        if op.tag == "equal":
            same.update(zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True))
    stretches = list(gaps(same, len(a.words), len(b.words)))
    paired = sorted([*((i, j) for i, j in same.items() if i in a.blanks), *opposite_blanks(a, b, stretches)])
    pairs = [(i, j) for i, j in paired if not (other_end(a, b, i, j) or either_elsewhere(a, b, i, j))]
    shared = sum(i not in a.blanks for i in same)
    sizes = len(a.words) - len(a.blanks), len(b.words) - len(b.blanks)
    frame = 2 * shared / sum(sizes) if sum(sizes) else 1.0
    left, right = set(range(len(a.words))).difference(same), set(range(len(b.words))).difference(same.values())
    reworded = [(x, y) for x, y in stretches if disjoint(told_in(a, x), told_in(b, y))]
    renamed = disjoint({a.names[n] for n in left & a.names.keys()}, {b.names[n] for n in right & b.names.keys()})
    rescoped, restated = (disjoint(ideas_in(a, table, left), ideas_in(b, table, right)) for table in ("scopes", "states"))
    ranks = any(disjoint(ranks_in(a, x), ranks_in(b, y)) for x, y in stretches)
    later = disjoint(hours_in(a, left), hours_in(b, right))
    changed = Changed.among([(a.blanks[i], b.blanks[j]) for i, j in pairs], ranks=ranks, later=later)
    for i, j in pairs:
        yield Slot(
            a.blanks[i].number,
            b.blanks[j].number,
            frame=frame,
            contained=shared / min(sizes) if min(sizes) >= FEW_WORDS else 0.0,
            beside=beside(a, b, i, j),
            reworded=any(frame < SAME_FRAME or is_next_to(i, x) or is_next_to(j, y) for x, y in reworded),
            renamed=renamed,
            rescoped=rescoped,
            restated=restated,
            shifted=ideas_in(a, "shifts", around(i)) != ideas_in(b, "shifts", around(j)),
            **changed.beside(a.blanks[i], b.blanks[j]),
        )


def match_same_frames(a: Frame, b: Frame) -> Iterable[Slot]:
    """The blanks of two passages in the same words."""
    changed = Changed.among([(a.blanks[i], b.blanks[i]) for i in a.blanks])
    for i, mention in a.blanks.items():
        yield Slot(mention.number, b.blanks[i].number, 1.0, 1.0, 1.0, **changed.beside(mention, b.blanks[i]))


def gaps(same: dict[int, int], len_a: int, len_b: int) -> Iterable[tuple[range, range]]:
    """The stretches between the words that are the same, wherever both sides have one."""
    at_a = at_b = 0
    for i, j in [*sorted(same.items()), (len_a, len_b)]:
        if i > at_a and j > at_b:
            yield range(at_a, i), range(at_b, j)
        at_a, at_b = i + 1, j + 1


def opposite_blanks(a: Frame, b: Frame, stretches: Iterable[tuple[range, range]]) -> list[tuple[int, int]]:
    """Blanks of different families that take each other's place: "4 percent" for "4 million"."""
    out = []
    for left, right in stretches:
        ours, theirs = [i for i in left if i in a.blanks], [j for j in right if j in b.blanks]
        if len(ours) == len(theirs) == 1 and may_replace(a.blanks[ours[0]], b.blanks[theirs[0]]):
            out.append((ours[0], theirs[0]))
    return out


def may_replace(a: Mention, b: Mention) -> bool:
    """May two quantities of different families take each other's place: 4 percent, 4 million; last year, two years ago?"""
    return not NO_MATCH & {a.family, b.family} or (a.distance is not None and b.distance is not None)


def other_end(a: Frame, b: Frame, i: int, j: int) -> bool:
    """Is the one where a change begins, the other where it ends: "from 10 to 12", "to 12 from 10"?"""
    return {word_at(a, i - 1), word_at(b, j - 1)} == ENDS


def either_elsewhere(a: Frame, b: Frame, i: int, j: int) -> bool:
    return stands_elsewhere(a, b, i, j) or stands_elsewhere(b, a, j, i)


def stands_elsewhere(a: Frame, b: Frame, i: int, j: int) -> bool:
    """Does the one passage give the other's number too, of the same noun, and here a number of another: "90 died, 60 men and 30
    women" and "60 men died"?"""
    here, there = a.blanks[i], b.blanks[j]
    if here.given == there.given or here.head & there.head:
        return False
    return any(m.given == there.given and m.head & there.head for m in a.blanks.values())


def told_in(frame: Frame, places: Iterable[int]) -> set[str]:
    """The words at some places that tell something."""
    return {frame.told[i] for i in places} - {""}


def ideas_in(frame: Frame, table: str, places: Iterable[int]) -> set[str]:
    """The ideas of a table of concepts that some words of a frame stand for."""
    known = frame.ideas[table]
    return {known[i] for i in places if i in known} if known else set()


def hours_in(frame: Frame, places: Iterable[int]) -> set[str]:
    """The hours at some places up to which something is counted: "by noon", "by late evening", "by 5 pm"."""
    known = frame.ideas["hours"]
    hours = {i: known.get(i) or str(frame.blanks[i].quantity.date) for i in places if i in known or is_hour(frame, i)}
    return {hour for i, hour in hours.items() if "by" in (word_at(frame, i - 1), word_at(frame, i - 2))}


def is_hour(frame: Frame, place: int) -> bool:
    return place in frame.blanks and frame.blanks[place].family == "time"


def ranks_in(frame: Frame, places: Iterable[int]) -> set[str]:
    """The ordinals at some places, in digits; "first" is one, though it is read as a quantity only where it counts."""
    known = lexicon("en").ordinals
    blanks = {str(frame.blanks[i].quantity.lower) for i in places if i in frame.blanks and frame.blanks[i].family == "ordinal"}
    return blanks | {str(known[frame.words[i]]) for i in places if frame.words[i] in known}


def disjoint(a: set[str], b: set[str]) -> bool:
    return bool(a and b and not a & b)


def beside(a: Frame, b: Frame, i: int, j: int) -> float:
    """Share of the words right before and after two blanks that are the same; the end of a passage counts as a word."""
    told = [(word_at(a, i + step), word_at(b, j + step)) for step in range(-BESIDE, BESIDE + 1) if step]
    return sum(x == y for x, y in told) / len(told)


def is_next_to(place: int, stretch: range) -> bool:
    """Does a stretch of words begin or end within a few words of a blank?"""
    return stretch.start - NEXT_TO <= place < stretch.stop + NEXT_TO


def around(place: int) -> range:
    """Places beside a blank, one more after it: "30 people each"."""
    return range(place - BESIDE, place + BESIDE + 2)


def word_at(frame: Frame, place: int) -> str:
    return frame.words[place] if 0 <= place < len(frame.words) else ""
