"""Links, mentions -> Slot*: quantities of linked sentences that stand in the same place among the same words.

"The crash left 12 dead" and "The crash left 13 dead" have one slot. Each quantity is taken out of its sentence and leaves a blank
for its family; the blanks that a longest common subsequence of the words pairs up are slots. The words that stay the same, the
frame, say how surely: in nearly identical sentences a changed number is a conflict in 99 of 100 cases, between reworded ones
in one of ten (measured on labelled edits, and by reading stories of several outlets).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from compare.figures.mentions import Mention, concepts
from compare.model import Alignment, Annotated, AnnotatedDocument

BESIDE = 2
"""Words looked at on each side of a blank."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Two mentions in the same place of linked sentences."""

    a: int
    b: int
    frame: float
    """Share of the words around the blanks that both passages have in the same order; 1 for the same sentence."""
    beside: float
    """Share of the words right beside the two blanks that are the same."""
    renamed: bool
    """A name stands in the one frame where another stands in the other: perhaps another owner of the number."""
    rescoped: bool
    """The frames name different scopes, such as a state and a country."""
    restated: bool
    """The frames tell different states of those counted, such as killed and injured."""
    redated: bool
    """A date in the frames differs: the number may have changed with time."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A passage with a blank for every quantity."""

    words: tuple[str, ...]
    blanks: dict[int, Mention]
    """By place in `words`."""
    names: dict[int, str]
    """Key of the name that a word belongs to, by place."""


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
            frames[key] = read_frame([(known[k], told[k]) for k in sentences]) if any(told.values()) else None
        return frames[key]

    out: list[Slot] = []
    for pair in alignment.pairs:
        if pair.a in place and pair.b in place:
            for link in pair.links:
                a, b = frame(place[pair.a], link.a), frame(place[pair.b], link.b)
                if a and b:
                    out += match_frames(a, b)
    return tuple(out)


def read_frame(passage: Iterable[tuple[Annotated, Sequence[Mention]]]) -> Frame:
    """The words of some sentences in order, each quantity one blank."""
    words: list[str] = []
    blanks: dict[int, Mention] = {}
    names: dict[int, str] = {}
    for sentence, mentions in passage:
        starts = {m.first: m for m in reversed(mentions) if m.last > m.first}
        k = 0
        while k < len(sentence.tokens):
            if k in starts:
                blanks[len(words)] = starts[k]
                words.append(f"#{starts[k].family}")
                k = starts[k].last
                continue
            token = sentence.tokens[k]
            for name in sentence.names:
                if name.start <= token.start < name.end:
                    names[len(words)] = name.key
            words.append(token.norm)
            k += 1
    return Frame(tuple(words), blanks, names)


def match_frames(a: Frame, b: Frame) -> Iterable[Slot]:
    """The blanks of two passages that their longest common subsequence pairs up, and single blanks that replace each other."""
    same: dict[int, int] = {}
    for op in LCSseq.opcodes(a.words, b.words):
        if op.tag == "equal":
            same.update(zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True))
    pairs = [(i, j) for i, j in same.items() if i in a.blanks]
    pairs += opposite_blanks(a, b, gaps(same, len(a.words), len(b.words)))
    shared = sum(i not in a.blanks for i in same)
    total = len(a.words) - len(a.blanks) + len(b.words) - len(b.blanks)
    frame = 2 * shared / total if total else 1.0
    left = [i for i in range(len(a.words)) if i not in same]
    right = [j for j in range(len(b.words)) if j not in set(same.values())]
    renamed = disjoint({a.names[i] for i in left if i in a.names}, {b.names[j] for j in right if j in b.names})
    states, scopes = concepts("states"), concepts("scopes")
    restated = disjoint(found(states, a, left), found(states, b, right))
    rescoped = disjoint(found(scopes, a, left), found(scopes, b, right))
    dates = [k for k, (i, j) in enumerate(pairs) if a.blanks[i].family == "when" and not same_value(a.blanks[i], b.blanks[j])]
    for k, (i, j) in enumerate(sorted(pairs)):
        redated = bool(set(dates) - {k})
        yield Slot(a.blanks[i].number, b.blanks[j].number, frame, beside(a, b, i, j), renamed, rescoped, restated, redated)


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
        if len(ours) == len(theirs) == 1:
            out.append((ours[0], theirs[0]))
    return out


def found(known: Mapping[str, str], frame: Frame, places: Iterable[int]) -> set[str]:
    """The ideas of a table of concepts that some words of a frame stand for."""
    return {known[frame.words[i]] for i in places if frame.words[i] in known}


def disjoint(a: set[str], b: set[str]) -> bool:
    return bool(a and b and not a & b)


def same_value(a: Mention, b: Mention) -> bool:
    return (a.quantity.lower, a.quantity.upper, a.quantity.date) == (b.quantity.lower, b.quantity.upper, b.quantity.date)


def beside(a: Frame, b: Frame, i: int, j: int) -> float:
    """Share of the words right before and after two blanks that are the same; the end of a passage counts as a word."""
    told = [(word_at(a, i + step), word_at(b, j + step)) for step in range(-BESIDE, BESIDE + 1) if step]
    return sum(x == y for x, y in told) / len(told)


def word_at(frame: Frame, place: int) -> str:
    return frame.words[place] if 0 <= place < len(frame.words) else ""
