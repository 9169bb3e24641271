"""Passage -> Spoken*: the words that it quotes, written out, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from compare.annotate import within
from compare.differences.changes import Wording
from compare.differences.names.one_name import Bare, bare, is_variant, same_name
from compare.differences.words import Side
from compare.lexicon import lines
from compare.lexicon.spelling import one_spelling
from compare.model import Evidence, Quotation
from compare.tokens import tokenize

LEAST_WORDS = 3
"""Fewest words of a quotation that can be recognised."""
FILLERS = frozenset("uh um er erm".split())
ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
TORN = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
"""Endings that a space has torn off: "we ' ll"."""
MARKS = ('"', "“", "”", "«", "»", "''")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The part of a quotation that stands in a passage: its words written out, each with its place in the passage."""

    side: Side
    quotation: Quotation
    norms: tuple[str, ...]
    places: tuple[int, ...]


def spoken(side: Side) -> list[Spoken]:
    """The utterances in a passage."""
    out = []
    for q in quotations_in(side):
        if q.scare:
            continue
        inside = [i for i, t in enumerate(side.tokens) if q.start <= t.start < q.end]
        pairs = [(norm, i) for i in inside for norm in written_out(side.norms[i]) if norm not in FILLERS]
        if len(pairs) >= LEAST_WORDS:
            out.append(Spoken(side, q, tuple(n for n, _ in pairs), tuple(i for _, i in pairs)))
    return out


def words_of(quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation, written out."""
    return tuple(norm for t in tokenize(quotation.text) for norm in written_out(t.norm) if norm not in FILLERS)


def quotes(words: str, spoken: Spoken) -> bool:
    """Whether a version quotes an utterance word for word somewhere: then what is like it is another utterance."""
    return f" {' '.join(spoken.norms)} " in words


def any_marks(side: Side) -> bool:
    """Whether anything in a passage stands in quotation marks."""
    if any(mark in s.text for s in side.sentences for mark in MARKS):
        return True
    return bool(quotations_in(side))


def quotations_in(side: Side) -> list[Quotation]:
    """The quotations of which some words stand in a passage."""
    known = side.document.quotations
    return list(dict.fromkeys(q for s in side.sentences for q in within(known, s.field, s.start, s.end)))


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """Short forms that have no ending of ENDINGS."""
    return {line.split()[0]: tuple(line.split()[1:]) for line in lines("contractions.txt")}


def written_out(norm: str) -> tuple[str, ...]:
    """A word without its short forms.

    >>> written_out("don't"), written_out("won't"), written_out("leave")
    (('do', 'not'), ('will', 'not'), ('leave',))
    """
    if norm in short_forms():
        return short_forms()[norm]
    for ending, full in ENDINGS.items():
        if norm.endswith(ending) and len(norm) > len(ending):
            return norm.removesuffix(ending), full
    if norm in ("it's", "that's", "he's", "she's", "there's", "what's", "here's"):
        return norm[:-2], "is"
    return (TORN.get(norm) or one_spelling(norm),)


def other_speakers(one: Spoken, other: Spoken) -> bool:
    """Whether two quotations have speakers with different names: people may say nearly the same."""
    mine, theirs = speaker_names(one), speaker_names(other)
    return bool(mine and theirs) and not any(same_name(x, y) or is_variant(x, y) for x in mine for y in theirs)


def same_speaker(one: Spoken, other: Spoken) -> bool:
    """Whether two quotations have one speaker by name."""
    return any(same_name(x, y) or is_variant(x, y) for x in speaker_names(one) for y in speaker_names(other))


def speaker_names(spoken: Spoken) -> list[Bare]:
    """Names in a quotation's source."""
    start, end = spoken.quotation.speaker_span or (0, 0)
    sentences = spoken.side.document.sentences
    near = [s for s in sentences if s.field == spoken.quotation.field and s.start < end and start < s.end]
    return [bare(n) for s in near for n in s.names if n.start < end and start < n.end]


def around(spoken: Spoken, spans: Sequence[tuple[int, int]]) -> Wording:
    """The changed words with one more on each side, as far as they stand in the quotation."""
    last = len(spoken.places) - 1
    places = [(spoken.places[max(0, i - 1)], spoken.places[min(last, j)]) for i, j in spans]
    words = " … ".join(spoken.side.words(i, j + 1) for i, j in places)
    return Wording(spoken.side.version, quoted_part(spoken, places[0][0], places[-1][1]), words)


def quoted_part(spoken: Spoken, first: int, last: int) -> tuple[Evidence, ...]:
    """The quotation as far as it stands in the sentences of the changed words."""
    homes = {spoken.side.homes[i] for i in range(first, last + 1)}
    held = [i for i in spoken.places if spoken.side.homes[i] in homes]
    return spoken.side.evidence(held[0], held[-1] + 1)
