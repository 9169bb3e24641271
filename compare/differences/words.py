"""Link -> Collation: the words of two linked passages side by side, with the places where they differ.

All detectors of wording read this. A slot is a run of words that differs; it is sure when the words on both sides of it are the
same, so that what stands in it must be about the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from compare.model import Annotated, AnnotatedDocument, Compared, Evidence, Link, Relation, Token

MOST_PAIRS = 5_000
"""Pairs of equal words beyond which two passages are no prose: linked passages of development stories have 209 at most."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version's sentences of a link, as one run of words."""

    document: AnnotatedDocument
    indices: tuple[int, ...]
    tokens: tuple[Token, ...]
    homes: tuple[int, ...]
    """For each token the index of its sentence."""
    norms: tuple[str, ...]
    sentences: tuple[Annotated, ...]

    @property
    def version(self) -> str:
        return self.document.id

    def runs(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """The words `first` to `last` (not included) as runs within a sentence: its index, and where a run starts and ends."""
        while first < last:
            after = first + 1
            while after < last and self.homes[after] == self.homes[first]:
                after += 1
            yield self.homes[first], self.tokens[first].start, self.tokens[after - 1].end
            first = after

    def evidence(self, first: int, last: int) -> tuple[Evidence, ...]:
        """Places of the words `first` to `last` (not included), one for each sentence they stand in."""
        held = self.document.sentences
        return tuple(Evidence(self.version, i, start, end, held[i].field) for i, start, end in self.runs(first, last))

    def words(self, first: int, last: int) -> str:
        """The text from one word to another, as it stands."""
        if last == first + 1:  # asked of every word of a passage
            return self.document.sentences[self.homes[first]].slice(self.tokens[first].start, self.tokens[first].end)
        return " … ".join(self.document.sentences[i].slice(start, end) for i, start, end in self.runs(first, last))

    def span(self, sentence: int, start: int, end: int) -> tuple[int, int]:
        """The words that stand between two offsets of one sentence."""
        held = [i for i, t in enumerate(self.tokens) if self.homes[i] == sentence and t.start < end and start < t.end]
        return (held[0], held[-1] + 1) if held else (0, 0)


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of one side against those of the other; either may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]
    before: int
    """Words in front of it that are the same on both sides, without a break."""
    after: int
    opens: bool
    """Nothing stands in front of it on either side."""
    ends: bool

    @property
    def replaced(self) -> bool:
        return self.a[0] < self.a[1] and self.b[0] < self.b[1]

    @property
    def sure(self) -> bool:
        """Whether it is held on both sides: by the same words or by the end of the passage."""
        return (self.before > 0 or self.opens) and (self.after > 0 or self.ends)


@dataclass(frozen=True, slots=True)
class Collation:
    """Two linked passages with their slots."""

    a: Side
    b: Side
    link: Link
    row: int | None
    slots: tuple[Slot, ...]
    shared: float
    """Share of the words of the shorter side that the other has in the same order."""

    @property
    def close(self) -> bool:
        """Whether one passage is the other edited."""
        return self.link.relation in (Relation.IDENTICAL, Relation.EDITED)

    def name(self, side: Side) -> str:
        """What stands for the versions of a side in a change's reason."""
        return "{a}" if side is self.a else "{b}"


def collations(compared: Compared) -> Iterator[Collation]:
    """Every link whose words differ, pair by pair in the order of the alignment; copies of a version are left out."""
    documents = {d.id: d for d in compared.documents if not d.document.duplicate_of}
    rows = {(v, i): r.number for r in compared.alignment.rows for v, cell in r.cells for i in cell}
    sides: dict[tuple[str, tuple[int, ...]], Side] = {}  # of fifty versions each sentence stands in fifty pairs

    def side_of(version: str, indices: tuple[int, ...]) -> Side:
        if (version, indices) not in sides:
            sides[version, indices] = side(documents[version], indices)
        return sides[version, indices]

    for pair in compared.alignment.pairs:
        if pair.a not in documents or pair.b not in documents:
            continue
        for link in pair.links:
            yield collate(side_of(pair.a, link.a), side_of(pair.b, link.b), link, rows.get((pair.a, link.a[0])))


def side(document: AnnotatedDocument, indices: tuple[int, ...]) -> Side:
    """The sentences of one version as one run of words."""
    sentences = tuple(document.sentences[i] for i in indices)
    tokens = tuple(token for sentence in sentences for token in sentence.tokens)
    homes = tuple(i for i, sentence in zip(indices, sentences, strict=True) for _ in sentence.tokens)
    return Side(document, indices, tokens, homes, tuple(token.norm for token in tokens), sentences)


def collate(a: Side, b: Side, link: Link, row: int | None) -> Collation:
    """The two sides with their slots."""
    blocks = matching_blocks(a.norms, b.norms)
    slots = []
    at_a = at_b = before = 0
    for start_a, start_b, size in blocks:
        if at_a < start_a or at_b < start_b:
            opens, ends = at_a == 0 and at_b == 0, start_a == len(a.norms) and start_b == len(b.norms)
            slots.append(Slot((at_a, start_a), (at_b, start_b), before, size, opens, ends))
        at_a, at_b, before = start_a + size, start_b + size, size
    shortest = min(len(a.norms), len(b.norms))
    shared = sum(size for _, _, size in blocks) / shortest if shortest else 0.0
    return Collation(a, b, link, row, tuple(slots), shared)


@lru_cache(maxsize=2048)
def matching_blocks(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
    """Runs of equal words as (place in a, place in b, length), in order, the last one empty at both ends.

    The longest run first, then the longest before and after it (Ratcliff & Obershelp 1988), which keeps phrases whole. Its time
    grows with the pairs of equal words; beyond `MOST_PAIRS` the longest common subsequence takes its place.
    """
    often = Counter(b)
    if sum(often[word] for word in a) > MOST_PAIRS:
        return common_runs(a, b)
    return tuple((m.a, m.b, m.size) for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def common_runs(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
    """The same by the longest common subsequence, with a bit for each word (Hyyrö 2004).

    >>> common_runs(("the", "red", "boat", "sank"), ("the", "boat", "sank", "again"))
    ((0, 0, 1), (2, 1, 2), (4, 4, 0))
    """
    number = {word: n for n, word in enumerate(dict.fromkeys((*a, *b)))}
    steps = LCSseq.opcodes([number[word] for word in a], [number[word] for word in b])
    runs = [(step.src_start, step.dest_start, step.src_end - step.src_start) for step in steps if step.tag == "equal"]
    return (*runs, (len(a), len(b), 0))


def same_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one word, by their first letters."""
    short = min(len(one), len(other))
    return one[: max(3, short - 2)] == other[: max(3, short - 2)]
