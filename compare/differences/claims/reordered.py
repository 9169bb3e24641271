"""Alignment -> Difference*: the one word that differs between two sentences which say the same in another order.

"Ships were sent to Orby during the strike" and "During the strike, ships were sent to Lund" have no slot between the same words,
as clauses changed places. Where nearly every word of weight is on both sides, what is left over on each must be of one thing:
another name, an opposite, or a hedge that one side lacks. As no place holds it on both sides, it is only to be checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.differences.changes import Change, merged
from compare.differences.claims.converses import told_from_other_end, turned
from compare.differences.claims.hedges import asks, hedge, hedges, in_order_of_certainty, leaves_open, sourced, verbs_of
from compare.differences.claims.opposite_deeds import Told, opposite_deeds
from compare.differences.claims.slots import opposite_pair
from compare.differences.names.lone_names import Located
from compare.differences.names.one_name import Bare, bare, derived, is_plural, same_name
from compare.differences.names.slots import common_noun, is_byline, is_figure, speaks
from compare.differences.names.spellings import is_heading, is_spelling
from compare.differences.names.spellings import wording as name_wording
from compare.differences.slot_words import affirms, bounds, change, held, negated
from compare.differences.words import Collation, Side, collations
from compare.figures.stems import stem
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.lexicon.opposites import denial, excluding, opposed, phrasal_verbs, rivals
from compare.lexicon.spelling import one_spelling
from compare.messages import message
from compare.model import AnnotatedDocument, Compared, Difference, FindingKind, Name, Relation, Severity, Verdict

LEAST_SHARED = 0.75
"""Least share of the words of weight that both sides must have, the pair that differs left out."""
LEAST_OF_HEDGED = 0.9
"""The same where only a hedge differs: it may hedge a word that is worded anew."""
LEAST_ALONE, MOST_SHARED = 0.8, 5
"""The same, and the number of words that both share, from which an opposite need not stand beside a word that stays."""
LEAST_WORDS = 4
"""Words of weight that both sides must share: fewer make no sentence that is known again."""
LONGEST_PERSON = 3
"""Words of two names that may be two people's, wherever they stand: longer ones name an office, a prize."""


@dataclass(frozen=True, slots=True)
class Left:
    """The words of each side that the other has not, in any form, by their places; and the share that both have."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    matched: int

    def share(self, without: int) -> float:
        """Share of the words of weight that both sides have, as many words as a difference takes left out."""
        return self.matched / max(1, self.matched + max(len(self.a), len(self.b)) - without)


def reordered_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each word that alone differs between sentences of another order."""
    told: Told = {}
    return merged((c for link in collations(compared) for c in changes_of(link, told)), compared)


def changes_of(link: Collation, told: Told) -> Iterator[Change]:
    """The word that alone differs, or else the deeds that exclude each other, whatever else does."""
    if found := change_of(link):
        yield found
    else:
        yield from opposite_deeds(link, told)


def change_of(link: Collation) -> Change | None:
    """What one link of two single sentences shows."""
    if not is_reordered(link):
        return None
    left = left_over(link.a, link.b)
    if left.matched < LEAST_WORDS:
        return None
    return (other_name(link, left) or opposite(link, left) or denied(link, left) or lost_hedge(link, left)
            or made_sure(link, left))  # fmt: skip


def is_reordered(link: Collation) -> bool:
    """Whether two single sentences are linked as one told in other words, so that not every place is held on both sides."""
    single = len(link.a.indices) == len(link.b.indices) == 1
    if not single or link.link.relation is Relation.PARTIAL or (link.close and all(s.sure and s.replaced for s in link.slots)):
        return False
    return not any(is_heading(side) or is_byline(side) for side in (link.a, link.b))


# ---- the words left over ----------------------------------------------------------------------------------------------


def left_over(a: Side, b: Side) -> Left:
    """What each side has beyond the other, whatever the order."""
    mine, theirs = forms(a), forms(b)
    places: dict[str, list[int]] = {}
    for j, form in theirs.items():
        places.setdefault(form, []).append(j)
    only_mine = tuple(i for i, form in mine.items() if not (places.get(form) and places[form].pop(0) >= 0))
    only_theirs = tuple(sorted(j for held in places.values() for j in held))
    return Left(only_mine, only_theirs, len(mine) - len(only_mine))


def forms(side: Side) -> dict[int, str]:
    """For the place of each word of weight what stands for all its forms."""
    light = function_words("en") | word_class("auxiliaries") | word_class("reporting")
    return {i: base_form(one_spelling(n.removesuffix("'s"))) for i, n in enumerate(side.norms) if n not in light}


def in_place(link: Collation, left: Left, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two spans stand in one place of an edited sentence, where other detectors read them: one that holds no word which
    the other side has elsewhere."""
    moved = (set(forms(link.a)) - set(left.a), set(forms(link.b)) - set(left.b))
    return link.close and any(s.sure and overlap(s.a, mine) and overlap(s.b, theirs)
                              and moved[0].isdisjoint(range(*s.a)) and moved[1].isdisjoint(range(*s.b))
                              for s in link.slots)  # fmt: skip


def in_one_slot(link: Collation, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two words stand in one slot, few enough in it to be read as opposites there."""
    slots = (s for s in link.slots if s.sure and overlap(s.a, mine) and overlap(s.b, theirs))
    return link.close and any(opposite_pair(held(link.a, s.a), held(link.b, s.b)) for s in slots)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def beside(link: Collation, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether the same word stands right before or right behind two spans."""
    a, b = link.a.norms, link.b.norms
    before = mine[0] > 0 and theirs[0] > 0 and a[mine[0] - 1] == b[theirs[0] - 1]
    return before or (mine[1] < len(a) and theirs[1] < len(b) and a[mine[1]] == b[theirs[1]])


# ---- what they are ----------------------------------------------------------------------------------------------------


def other_name(link: Collation, left: Left) -> Change | None:
    """The one name of each side that the other has not, nor has its version anywhere."""
    mine, theirs = names_left(link.a, link.b), names_left(link.b, link.a)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    one, other = mine[0], theirs[0]
    here, there = (side.span(side.indices[0], n.start, n.end) for side, n in ((link.a, one), (link.b, other)))
    if left.share(max(len(bare(one)), len(bare(other)))) < LEAST_SHARED or in_place(link, left, here, there):
        return None
    sizes = len(bare(one)), len(bare(other))
    if abs(sizes[0] - sizes[1]) > 1:  # a man and the prize that he won
        return None
    full = all(1 < size <= LONGEST_PERSON for size in sizes)
    if not (full or beside(link, here, there)) or {one.kind, other.kind} == {"person", "place"}:
        return None
    for name, own, others in ((one, link.a, link.b), (other, link.b, link.a)):
        if mentions(others.document, bare(name)) or common_noun(link, name) or speaks(own, name):  # speakers are told as such
            return None
    return Change(
        kind=FindingKind.NAME_CHANGE,
        verdict=Verdict.CHECK,
        severity=Severity.MEDIUM,
        a=name_wording(link.a.document, link.a.indices[0], one),
        b=name_wording(link.b.document, link.b.indices[0], other),
        reason=message("reason.other_order"),
        row=link.row,
        weight=0.6,
    )


def mentions(document: AnnotatedDocument, name: Bare) -> bool:
    """Whether some sentence of a version has all words of a name, whether or not they were read as one there."""
    return any(set(name) <= {t.norm.removesuffix("'s") for t in s.tokens} for s in document.sentences)


def names_left(side: Side, other: Side) -> list[Name]:
    """The names of a side that the other has in no form."""
    theirs = [bare(n) for s in other.sentences for n in s.names]
    held = [n for s in side.sentences for n in s.names if not is_figure(side, Located(side.indices[0], n))]
    return [n for n in held if not any(same_name(bare(n), x) or is_spelling(bare(n), x) or one_thing(bare(n), x) for x in theirs)
            and not set(bare(n)) <= set(other.norms)]  # fmt: skip


def one_thing(one: Bare, other: Bare) -> bool:
    """Whether two names end with one word and its plural, or one word made of the other: MP and MPs, Kenya and Kenyans."""
    return is_plural(one[-1], other[-1]) or derived(one[-1], other[-1])


def opposite(link: Collation, left: Left) -> Change | None:
    """The two words left over that exclude each other, beside the same word."""
    if left.share(1) < LEAST_SHARED or negated(link.a) != negated(link.b):
        return None
    a, b = link.a.norms, link.b.norms
    mine, theirs = single_words(link.a, left.a, b), single_words(link.b, left.b, a)
    pairs = [(i, j) for i in mine for j in theirs if opposed(a[i], b[j]) or rivals(a[i], b[j])]
    if len(pairs) != 1:
        return None
    i, j = pairs[0]
    here, there = (i, i + 1), (j, j + 1)
    one_thing = (told_from_other_end(link) and not of_one_noun(link, i, j)) or turned(link, (i, j))
    held = beside(link, here, there) or (left.share(1) >= LEAST_ALONE and left.matched >= MOST_SHARED)
    if one_thing or in_place(link, left, here, there) or in_one_slot(link, here, there) or not held:
        return None
    return change(link, FindingKind.PREDICATE_CONFLICT, here, there, message("reason.exclude"), 0.6, Verdict.CHECK,
                  Severity.MEDIUM)  # fmt: skip


def of_one_noun(link: Collation, i: int, j: int) -> bool:
    """Whether two words stand before the same noun, whichever comes first: "the east coast", "the west coast"."""
    nouns = [side.norms[at + 1 : at + 2] for side, at in ((link.a, i), (link.b, j))]
    compared = "than" in (*link.a.norms, *link.b.norms) or {link.a.norms[i], link.b.norms[j]} <= word_class("one_way")
    return bool(nouns[0] == nouns[1] and nouns[0] and nouns[0][0] not in function_words("en")) and not compared


def denied(link: Collation, left: Left) -> Change | None:
    """The word that one side denies and the other, which negates nothing, tells: "no link was found", "a link was found"."""
    if left.share(0) < LEAST_SHARED or {negated(link.a), negated(link.b)} != {0, 1} or affirms(link.a) or affirms(link.b):
        return None
    denying, telling = (link.a, link.b) if negated(link.a) else (link.b, link.a)
    (cue,) = (c for s in denying.sentences for c in s.statement.cues if c.kind == "negation")
    weighty = forms(denying)
    at = next((i for i in weighty if denying.tokens[i].start >= cue.end), None)
    place = next((j for j, form in forms(telling).items() if at is not None and form == weighty[at]), None)
    if at is None or place is None or bounds(denying, cue) or opens_up(telling) or opens_up(denying):
        return None
    first = next(i for i, t in enumerate(denying.tokens) if t.end > cue.start)
    spans = (first, at + 1), (max(0, place - 1), place + 1)
    here, there = spans if denying is link.a else spans[::-1]
    if in_place(link, left, here, there):
        return None
    return change(link, FindingKind.NEGATION_FLIP, here, there, message("reason.denied"), 0.7, Verdict.CHECK, Severity.MEDIUM)


def opens_up(side: Side) -> bool:
    """Whether a passage turns or leaves open what it says by other words than a negation: "unless", "until", "only", "few"."""
    words = word_class("turns_claims") | word_class("hardly_any") | word_class("leaves_open") | verbs_of("blocks")
    return not words.isdisjoint(side.norms) or asks(side) or any(denial(n) for n in side.norms) or ruled_out(side)


def ruled_out(side: Side) -> bool:
    """Whether a verb of two words says that something is not so, or not done: ruled out, called off."""
    return any(phrasal_verbs().get(two) in word_class("blocks") for two in pairwise(side.norms))


def single_words(side: Side, left: tuple[int, ...], other: Sequence[str]) -> list[int]:
    """The words of a side that the other has not, small ones too ("up"), but for those of figures, which are compared as such."""
    spans = [(q.start, q.end) for s in side.sentences for q in s.quantities]
    held = (i for i, n in enumerate(side.norms) if i in left or (n in function_words("en") and n not in other))
    return [i for i in held if not any(start <= side.tokens[i].start < end for start, end in spans)]


def lost_hedge(link: Collation, left: Left) -> Change | None:
    """A hedge before a word that the other side, which has all the same words, tells without any."""
    if left.share(0) < LEAST_OF_HEDGED or negated(link.a) != negated(link.b):
        return None
    for hedged, plain in ((link.a, link.b), (link.b, link.a)):
        cues = hedges(hedged)
        if len(cues) != 1 or hedges(plain) or leaves_open(plain) or asks(hedged) or (sourced(plain) and not sourced(hedged)):
            continue
        after = next((i for i, t in enumerate(hedged.tokens) if t.start >= cues[0].end), None)
        places = [k for k, n in enumerate(plain.norms) if after is not None and n == hedged.norms[after] and stem(n)]
        if after is None or len(places) != 1:
            continue
        here, there = ((max(0, i - 1), i + 1) for i in (after, places[0]))
        if not in_place(link, left, *((here, there) if hedged is link.a else (there, here))):
            return hedge(link, hedged, here, there, cues, 0.5)
    return None


def made_sure(link: Collation, left: Left) -> Change | None:
    """What one side holds for likely and the other for known: "officers believe", "officers found"."""
    if left.share(1) < LEAST_SHARED or negated(link.a) != negated(link.b):
        return None
    a, b = link.a.norms, link.b.norms
    pairs = [(i, j) for i in left.a for j in left.b if excluding("certainty.txt", a[i], b[j])]
    if len(pairs) != 1:
        return None
    i, j = pairs[0]
    if in_place(link, left, (i, i + 1), (j, j + 1)):
        return None
    return in_order_of_certainty(link, (i, i + 1), (j, j + 1))
