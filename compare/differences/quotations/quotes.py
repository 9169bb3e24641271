"""Alignment -> Difference*: words of a quotation that were changed or cut, cuts that are marked, quotation marks gained.

Two quotations are one utterance when they share most of their words in order. What differs inside it is an alteration; what
one of them lacks at its beginning or end is only a shorter quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from compare.differences.changes import Change, merged
from compare.differences.names.one_name import bare
from compare.differences.quotations.cuts import cut_quotations
from compare.differences.quotations.marks import gained, gained_in_place
from compare.differences.quotations.utterances import (
    LEAST_WORDS,
    Spoken,
    any_marks,
    around,
    other_speakers,
    quotes,
    same_speaker,
    spoken,
    words_of,
)
from compare.differences.words import Collation, Slot, collations, matching_blocks, same_stem
from compare.language import function_words
from compare.lexicon import inflected, word_class
from compare.messages import message
from compare.model import Compared, Difference, FindingKind, Relation, Severity, Verdict

LEAST_SHARED = 0.6
"""Least share of the shorter quotation's words that the other has in order, in sentences that are each other edited."""
SHARED_AFAR = 0.75
"""The same in sentences worded differently, which may quote two utterances of one speaker."""
LONGEST_CUT = 4
"""Words that may be missing or replaced at one place, or as many as half of those that are shared."""
LEAST_AFAR = 5
"""Fewest shared words in sentences worded differently."""
LEAST_SHORT = 4
"""Fewest shared words of two quotations of which only one word differs."""
SHARED_UNKNOWN = 0.85
"""The same where the versions do not both name the speaker: many people say that the public deserves to know."""
MOST_AT_END = 2
"""Words that may differ at the end of both quotations and still be one utterance changed, not two that part ways."""
BETWEEN = 2
"""Equal words between two changes that are shown as one."""
RESPELT = 0.7
"""Least likeness by letters of two spellings of a name in one place of a quotation (Qaddafi and Gadhafi 0.71)."""
LEAST_LETTERS = 4
"""Letters of a word of which a form can be told by its beginning."""
NEGATIONS = frozenset("not never no nobody nothing none nor neither cannot".split())
CUT = ("...", "…", "[", "]", "(", ")", ". . .")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one quotation against those of the other; either may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


def quote_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each quotation that versions give in different words, or only one gives as a quotation."""
    words = {d.id: " ".join(n for q in d.quotations for n in ("", *words_of(q), "")) for d in compared.documents}
    return merged((c for link in collations(compared) for c in changes_of(link, compared.base, words)), compared)


def changes_of(link: Collation, base: str, words: Mapping[str, str]) -> Iterator[Change]:
    """What one link shows; `words` are those that each version quotes."""
    mine, theirs = spoken(link.a), spoken(link.b)
    for one in mine:
        for other in theirs:
            if not (quotes(words[link.b.version], one) or quotes(words[link.a.version], other)):
                yield from alterations(link, one, other)
    yield from cut_quotations(link, mine, theirs)
    for side, utterances in ((link.a, theirs), (link.b, mine)):
        if side.version == base:
            for one in (u for u in utterances if not quotes(words[base], u)):
                found = gained_in_place(link, side, one) if link.close else None
                found = found or (None if any_marks(side) else gained(link, side, one))
                yield from [found] if found else []


def alterations(link: Collation, one: Spoken, other: Spoken) -> Iterator[Change]:
    """What differs inside two quotations of one utterance."""
    blocks = matching_blocks(one.norms, other.norms)
    shared = sum(size for _, _, size in blocks)
    afar = SHARED_AFAR if same_speaker(one, other) else SHARED_UNKNOWN
    least, share = (LEAST_WORDS, LEAST_SHARED) if link.close else (LEAST_AFAR, afar)
    enough = shared >= max(least, share * min(len(one.norms), len(other.norms))) or is_one_word_changed(link, one, other, shared)
    if not enough or other_speakers(one, other):
        return
    if not any(weighs(one.norms[i]) for start, _, size in blocks for i in range(start, start + size)):
        return
    changed = list(changed_stretches(one, other, blocks, shared))
    if changed:
        yield alteration(link, one, other, joined(changed))


def is_one_word_changed(link: Collation, one: Spoken, other: Spoken, shared: int) -> bool:
    """Whether two short quotations of one speaker differ in a single word, in sentences that tell the same."""
    whole = link.link.relation is not Relation.PARTIAL and same_speaker(one, other)
    return whole and len(one.norms) == len(other.norms) == shared + 1 and shared >= LEAST_SHORT


def told_as_altered(link: Collation, slot: Slot) -> bool:
    """Whether a slot stands in quotations of which it is told that their words differ: one finding is enough."""
    pairs = ((x, y) for x in spoken(link.a) if holds(x, slot.a) for y in spoken(link.b) if holds(y, slot.b))
    return any(c.kind is FindingKind.QUOTE_ALTERED for x, y in pairs for c in alterations(link, x, y))


def holds(spoken: Spoken, span: tuple[int, int]) -> bool:
    """Whether all words of a span are a quotation's, or it stands empty between them."""
    return spoken.places[0] <= span[0] and span[1] <= spoken.places[-1] + 1


def weighs(word: str) -> bool:
    """Whether a word tells one utterance from another: "I have always … that" is said of everything."""
    return word not in function_words("en")


def changed_stretches(one: Spoken, other: Spoken, blocks: Sequence[tuple[int, int, int]], shared: int) -> Iterator[Stretch]:
    """The places inside one utterance where two quotations of it differ, in order."""
    at_a = at_b = 0
    for n, (start_a, start_b, size) in enumerate(blocks):
        last = n == len(blocks) - 1
        a, b = (at_a, start_a), (at_b, start_b)
        at_a, at_b = start_a + size, start_b + size
        if a[0] == a[1] and b[0] == b[1]:
            continue
        if "".join(one.norms[slice(*a)]) == "".join(other.norms[slice(*b)]) or letters(one, a) == letters(other, b):
            continue
        long = max(a[1] - a[0], b[1] - b[0]) > max(LONGEST_CUT, shared / 2)
        if long and not (has_cut(one, a) or has_cut(other, b) or cut_inside(one, other, blocks)):
            continue
        edge = n == 0 or last
        if edge and (a[0] == a[1] or b[0] == b[1] or max(a[1] - a[0], b[1] - b[0]) > MOST_AT_END):
            continue
        yield Stretch(a, b)


def cut_inside(one: Spoken, other: Spoken, blocks: Sequence[tuple[int, int, int]]) -> bool:
    """Whether one quotation is the other from its first word to its last but for one cut, however long."""
    held = [b for b in blocks if b[2]]
    shorter, longer = sorted((len(one.norms), len(other.norms)))
    shared = sum(size for _, _, size in held)
    starts, ends = held[0][:2] == (0, 0), all(held[-1][i] + held[-1][2] == len(x.norms) for i, x in enumerate((one, other)))
    return len(held) == 2 and starts and ends and shared == shorter < longer and shorter >= LEAST_AFAR


def letters(spoken: Spoken, span: tuple[int, int]) -> str:
    """The letters of some words as they stand in the text: the same in "work force", "F.B.I.", "it ' s" as without the gaps."""
    return "".join(spoken.side.norms[i] for i in sorted(set(spoken.places[slice(*span)]))).replace("'", "")


def joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches, those with only a few words between them as one: "a nuclear bomb" and "nuclear arms" are one change."""
    out = [stretches[0]]
    for s in stretches[1:]:
        near = s.a[0] - out[-1].a[1] <= BETWEEN and s.b[0] - out[-1].b[1] <= BETWEEN
        if near:
            out[-1] = Stretch((out[-1].a[0], s.a[1]), (out[-1].b[0], s.b[1]))
        else:
            out.append(s)
    return tuple(out)


def alteration(link: Collation, one: Spoken, other: Spoken, stretches: Sequence[Stretch]) -> Change:
    """Where two quotations differ: honest where marks of omission or brackets stand at each place."""
    unmarked = [s for s in stretches if not has_cut(one, s.a) and not has_cut(other, s.b)]
    marked = not unmarked
    stretches = unmarked or stretches
    named = words_in_names(one) | words_in_names(other)
    changed = [w for s in stretches for w in replaced_words(one.norms[slice(*s.a)], other.norms[slice(*s.b)], named)]
    light = function_words("en") | word_class("fillers")
    weighty = any(w not in light or w in NEGATIONS for w in changed)
    kept = set(one.norms) & set(other.norms) & word_class("objects")  # "for and to talk to her" still says to whom
    trifling = not weighty and not any(w in word_class("weighty_in_quotations") and w not in kept for w in changed)
    if marked:
        kind, verdict, severity, reason = FindingKind.QUOTE_TRIMMED, Verdict.NOTE, Severity.LOW, message("reason.marked_cut")
    else:
        kind, verdict, reason = FindingKind.QUOTE_ALTERED, Verdict.CONFLICT, message("reason.quotation_differs")
        severity = Severity.LOW if trifling else Severity.HIGH if weighty else Severity.MEDIUM
        if trifling or link.link.relation is Relation.PARTIAL:
            verdict = Verdict.CHECK
    a, b = around(one, [s.a for s in stretches]), around(other, [s.b for s in stretches])
    return Change(kind=kind, verdict=verdict, severity=severity, a=a, b=b,
                  reason=reason, row=link.row, weight=0.8 if weighty else 0.4)  # fmt: skip


def words_in_names(spoken: Spoken) -> frozenset[str]:
    """The words of the names in a passage, which newsrooms spell in their own way."""
    return frozenset(w for s in spoken.side.sentences for n in s.names for w in bare(n))


def replaced_words(mine: Sequence[str], theirs: Sequence[str], named: frozenset[str]) -> list[str]:
    """The words of one stretch on either side, but for those that the other side has in another form (duty and duties) or
    spells otherwise, as names."""
    left = list(theirs)
    out = []
    for word in mine:
        if (partner := next((w for w in left if w == word or is_form(w, word) or respelt(w, word, named)), None)) is None:
            out.append(word)
        else:
            left.remove(partner)
    return [w for w in out + left if w not in word_class("inside_names") or not named]


def respelt(one: str, other: str, named: frozenset[str]) -> bool:
    """Whether two words of names in one place of a quotation are spellings of one."""
    return {one, other} <= named and Indel.normalized_similarity(one, other) >= RESPELT


def is_form(one: str, other: str) -> bool:
    """Whether two words of weight are forms of one word, or a word and its plural; "careless" is none of "care"."""
    if f"{one}s" == other or f"{other}s" == one:
        return True
    if one in inflected(other) or other in inflected(one):
        return True
    weighty = all(len(w) >= LEAST_LETTERS and w.isalpha() and w not in function_words("en") for w in (one, other))
    return weighty and same_stem(one, other) and one.endswith("less") == other.endswith("less")


def has_cut(spoken: Spoken, span: tuple[int, int]) -> bool:
    """Whether a mark of omission or a bracket stands among words of a quotation, or where words are missing."""
    first, last = max(0, span[0] - 1), min(len(spoken.places) - 1, span[1])
    start, end = (spoken.side.tokens[spoken.places[i]] for i in (first, last))
    around = spoken.quotation.text[max(0, start.start - spoken.quotation.start - 1) : end.end - spoken.quotation.start + 1]
    return any(mark in around for mark in CUT)
