"""Alignment -> Difference*: what happened, to whom, and how surely: opposites, "not" dropped, another subject, a hedge lost.

Every rule looks into one slot of two linked passages, and only where the words on both sides of it are the same. What a slot
holds is weighed as a whole: an opposite and a "not" together say the same as neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from compare.differences.changes import Change, merged
from compare.differences.claims.charges import charged
from compare.differences.claims.converses import told_from_other_end, turned
from compare.differences.claims.denials import denied_and_told
from compare.differences.claims.doers import two_doers
from compare.differences.claims.extents import differ_in_extent, extents, parts
from compare.differences.claims.hedges import duties, hardened, hedge_change, unhedged
from compare.differences.claims.increments import added_numbers, levels_and_steps, rates
from compare.differences.claims.limits import limits
from compare.differences.claims.nobody import leaves_some, nobody_or_some
from compare.differences.claims.qualifiers import lost_qualifiers
from compare.differences.claims.references import lost_references
from compare.differences.claims.set_aside import set_aside
from compare.differences.claims.tenses import tenses
from compare.differences.claims.undecided import undecided
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import (
    MOST_CONTENT,
    Held,
    affirms,
    breaks,
    change,
    held,
    same_content,
    same_word,
    shown,
    words_of,
)
from compare.differences.sources.attribution import told_as_sources
from compare.differences.words import Collation, Side, Slot, collations
from compare.language import function_words
from compare.lexicon import word_class
from compare.lexicon.opposites import denial, excluding, opposed, phrasal_verbs, rivals
from compare.messages import message
from compare.model import Compared, Difference, FindingKind, Severity, Verdict

SAYS = ("said", "says", "say")
OF_WHAT_IS_SAID = (FindingKind.NEGATION_FLIP, FindingKind.PREDICATE_CONFLICT)
"""What changes places with "denied": he denied that it was open, he said that it was not, or that it was closed."""
LEAST_DENIED = 3
"""Words that must be the same behind "denied" and "said" for the one to deny what the other says."""
REACH = 3
"""Words in front of an opposite among which a negation is taken to be its own: "has not yet been"."""
WORDS_OF_TIME = 3
"""Words behind "until" that tell until when."""


def claim_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each claim that versions make differently."""
    return merged((c for link in collations(compared) for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """What one link shows."""
    slots = (slot for slot in link.slots if slot.sure and link.close)
    found = [(slot, c) for slot in slots if (c := change_in(link, slot))]
    if cancel(found):
        found = [(slot, c) for slot, c in found if c.kind is not FindingKind.PREDICATE_CONFLICT]
    if denied := denied_and_said(link):
        found = [(slot, c) for slot, c in found if slot.a[0] < denied.a[0] or c.kind not in OF_WHAT_IS_SAID]
        if link.slots == (denied,) and link.close and denied.sure and denied.after >= LEAST_DENIED:
            yield change(link, FindingKind.NEGATION_FLIP, denied.a, denied.b, message("reason.denied"), 0.9)
    yield from denied_and_told(link)
    yield from (c for slot, c in found if not told_as_altered(link, slot))
    if not any(c.kind is FindingKind.HEDGE_DROP for _, c in found):
        yield from unhedged(link)
        yield from charged(link)
        yield from undecided(link)
    yield from nobody_or_some(link)
    yield from set_aside(link)
    if link.close or differ_in_extent(link):
        yield from extents(link)
    if link.close:
        yield from added_numbers(link)
        yield from levels_and_steps(link)
        yield from rates(link)
        yield from duties(link)
        yield from limits(link)
        yield from parts(link)
        yield from tenses(link)
        yield from hardened(link)
        yield from lost_prefixes(link)
        yield from lost_qualifiers(link)
        yield from lost_references(link)


def cancel(found: Sequence[tuple[Slot, Change]]) -> bool:
    """Whether two opposites say one thing, as one of them tells of how many or how often: "few oppose it", "most back it"."""
    opposites = [c for _, c in found if c.kind is FindingKind.PREDICATE_CONFLICT]
    degrees = [c for c in opposites if {c.a.words.casefold(), c.b.words.casefold()} <= word_class("how_many")]
    return len(opposites) == 2 and len(degrees) == 1


def change_in(link: Collation, slot: Slot) -> Change | None:
    """The gravest change of claim in one slot."""
    a, b = held(link.a, slot.a), held(link.b, slot.b)
    odd = (len(a.negations) + len(b.negations)) % 2 == 1 and negations(link.a) != negations(link.b)
    odd = odd and not subject_gone(a, b) and not (left_to_know(link.a, slot.a) and left_to_know(link.b, slot.b))
    pair = opposite_pair(a, b)
    negated = pair and negates(a, pair[0]) != negates(b, pair[1])  # "refused" is an opposite of "agreed", and a "not" besides
    if affirms(link.a) or affirms(link.b) or turned_elsewhere(link):  # "nobody denied" says as much as "everybody said"
        return None
    if pair and (told_from_other_end(link) or turned(link, pair) or are_objects(a, b, pair)):
        return None
    if pair and odd == bool(negated) and alone(link, pair) and not complements(link) and not denied_beside(link, slot, pair):
        flip = negated or denial(a.side.norms[pair[0]]) or denial(b.side.norms[pair[1]])
        people = not flip and excluding("people.txt", a.side.norms[pair[0]], b.side.norms[pair[1]])
        kind = FindingKind.NEGATION_FLIP if flip else FindingKind.SUBJECT_CHANGE if people else FindingKind.PREDICATE_CONFLICT
        verbs = whole_verb(link.a, pair[0]), whole_verb(link.b, pair[1])
        if two_doers(link, pair):
            return change(link, kind, *verbs, message("reason.two_doers"), 0.4, Verdict.CHECK, Severity.LOW)
        weight = 0.9 if flip else 0.85  # whether it happened comes before what happened
        return change(link, kind, *verbs, message("reason.exclude"), weight)
    told = complements(link) or goes_elsewhere(link, slot) or some_are_left(a, b)
    if pair is None and odd and same_content(a, b) and not told:
        reason = message("reason.denied")
        return change(link, FindingKind.NEGATION_FLIP, shown(a, slot), shown(b, slot), reason, 0.9)
    rival = rival_pair(a, b)
    if rival and not odd and alone(link, rival) and not other_amounts(link) and not told_as_sources(link, slot):
        kind, key = told_by_rivals(said_by(link.a, rival[0]), said_by(link.b, rival[1]))
        return change(link, kind, whole_verb(link.a, rival[0]), whole_verb(link.b, rival[1]), message(key), 0.8)
    return hedge_change(link, slot, a, b)


def told_by_rivals(one: str, other: str) -> tuple[FindingKind, str]:
    """What two rivals tell, with the key of the reason: another deed, another time, or the same of something else."""
    if excluding("deeds.txt", one, other):
        return FindingKind.PREDICATE_CONFLICT, "reason.other_deed"
    if excluding("times.txt", one, other):
        return FindingKind.DATE_CONFLICT, "reason.other_time"
    return FindingKind.SUBJECT_CHANGE, "reason.of_another"


def turned_elsewhere(link: Collation) -> bool:
    """Whether another word turns what one side says: "unless it is granted" and "if it is refused", "only members may" and
    "non-members may not", "closed until Monday" and "reopens on Monday", "not before May" and "in May at the earliest"."""
    if any(ends_with(*sides) for sides in ((link.a, link.b), (link.b, link.a))):
        return True
    condition = [("unless" in side.norms, "if" in side.norms) for side in (link.a, link.b)]
    members = [("only" in side.norms, "non" in side.norms) for side in (link.a, link.b)]
    earliest = ["earliest" in side.norms or "soonest" in side.norms for side in (link.a, link.b)]
    either = [(False, True), (True, False)]
    return either in (sorted(condition), sorted(members)) or earliest[0] != earliest[1]


def ends_with(lasting: Side, other: Side) -> bool:
    """Whether the one side tells until when something lasts, and the other of that time without "until"."""
    ends, bounded = word_class("until"), word_class("until") | word_class("since")
    last = next((i for i, n in enumerate(lasting.norms[:-1]) if n in ends), None)
    if last is None or not bounded.isdisjoint(other.norms):
        return False
    stop = next((k for k in range(last + 1, last + 1 + WORDS_OF_TIME) if breaks(lasting, k)), last + 1 + WORDS_OF_TIME)
    time = set(lasting.norms[last + 1 : stop]) - function_words("en")
    return bool(time) and time <= set(other.norms)


def some_are_left(a: Held, b: Held) -> bool:
    """Whether "no" leaves some on the one side, or the other tells of hardly any: "no other car", "one car"; "little damage"."""
    return any(leaves_some(side.side, side.span) for side in (a, b))


def denied_and_said(link: Collation) -> Slot | None:
    """The slot with a verb of denial on one side and "said" on the other: who denies that it is so says that it is not so."""
    for slot in link.slots:
        words = [side.norms[slice(*span)] for side, span in ((link.a, slot.a), (link.b, slot.b))]
        if all(len(held) == 1 for held in words):
            mine, theirs = words[0][0], words[1][0]
            if (denial(mine) and theirs in SAYS) or (denial(theirs) and mine in SAYS):
                return slot
    return None


def goes_elsewhere(link: Collation, slot: Slot) -> bool:
    """Whether the clause goes on with other words on either side: "no reason for alarm" and "every reason to be glad".

    A noun with "no" says nothing until its verb is known: "no trains will go" and "trains have been cancelled" are one.
    """
    later = [s for s in link.slots if s.a[0] >= slot.a[1] and s.b[0] >= slot.b[1] and s is not slot]
    of_noun = "no" in (*link.a.norms[slice(*slot.a)], *link.b.norms[slice(*slot.b)])
    last = later if of_noun else [s for s in later if s.replaced][:1]
    if not last or broken(link.a, slot.a[1], last[-1].a[0]) or broken(link.b, slot.b[1], last[-1].b[0]):
        return False
    pairs = [(held(link.a, s.a), held(link.b, s.b)) for s in last]
    other = [(mine, theirs) for mine, theirs in pairs if not (mine.content and same_content(mine, theirs))]
    return any(mine.content for mine, _ in other) and any(theirs.content for _, theirs in other)


def broken(side: Side, first: int, last: int) -> bool:
    """Whether a mark or an end stands between two words."""
    return any(breaks(side, i) for i in range(first, last + 1))


def denied_beside(link: Collation, slot: Slot, pair: tuple[int, int]) -> bool:
    """Whether a negation stands shortly before a word of a pair, outside the slot, on one side alone: "was refused" and "had
    not been approved" say the same."""
    counts = []
    for side, span, word in ((link.a, slot.a, pair[0]), (link.b, slot.b, pair[1])):
        near = {side.tokens[i].start for i in range(max(0, word - REACH), word) if not span[0] <= i < span[1]}
        counts.append(sum(c.kind == "negation" and c.start in near for s in side.sentences for c in s.statement.cues))
    return (counts[0] + counts[1]) % 2 == 1


def subject_gone(a: Held, b: Held) -> bool:
    """Whether a slot takes away a "nobody" that opens a clause, and puts nothing or "the" there: another subject follows."""
    bare, other = sorted((a, b), key=lambda side: side.span[1] - side.span[0])
    opens = other.span[0] == 0 or breaks(other.side, other.span[0])
    gone = set(bare.side.norms[slice(*bare.span)]) <= word_class("of_them")
    first = other.side.norms[slice(*other.span)][:2]
    return gone and opens and (first[0] in word_class("negated_subjects") or first == ("no", "one"))


def left_to_know(side: Side, span: tuple[int, int]) -> bool:
    """Whether a slot stands in an indirect question: who knows which of them have answered knows which have not."""
    first = next((i for i in range(span[0], 0, -1) if breaks(side, i)), 0)
    asked = (i for i in range(first, span[0]) if side.norms[i] in word_class("left_to_know"))
    return any(word_class("knows").intersection(side.norms[max(first, i - 3) : i]) for i in asked)


def negates(held: Held, word: int) -> bool:
    """Whether a word is, or stands in, a negation."""
    return any(c.start <= held.side.tokens[word].start < c.end for c in held.negations)


def negations(side: Side) -> int:
    """How often a whole side negates."""
    return len(held(side, (0, len(side.tokens))).negations)


def opposite_pair(a: Held, b: Held) -> tuple[int, int] | None:
    """Two words of a slot that are opposites, of two-word verbs the first: accepted, turned down."""
    if max(len(a.content), len(b.content)) > MOST_CONTENT:
        return None
    return next(((i, j) for i in words_of(a) for j in words_of(b) if opposed(said_by(a.side, i), said_by(b.side, j))), None)


def are_objects(a: Held, b: Held, pair: tuple[int, int]) -> bool:
    """Whether two opposites are nouns behind other verbs in their slot: who "called for a truce" and who "condemned the attack"
    did two things."""
    told = [(side, word, [k for k in side.content if k < word]) for side, word in zip((a, b), pair, strict=True)]
    nouns = all(before and side.side.norms[word - 1] in word_class("determiners") for side, word, before in told)
    return nouns and not same_word(*(side.side.norms[before[-1]] for side, _, before in told))


def said_by(side: Side, word: int) -> str:
    """A word, or the one that says the same as the two-word verb that it begins."""
    return phrasal_verbs().get(side.norms[word : word + 2], side.norms[word])


def whole_verb(side: Side, word: int) -> tuple[int, int]:
    """The span of a word, with the particle of a two-word verb."""
    return word, word + 1 + (side.norms[word : word + 2] in phrasal_verbs())


def rival_pair(a: Held, b: Held) -> tuple[int, int] | None:
    """Two words of a slot of which only one can be true."""
    if max(len(a.content), len(b.content)) > MOST_CONTENT:
        return None
    if bool(a.content) != bool(b.content):  # "her lawyer" and "he"
        return None
    mine, theirs = ([k for k in words_of(x) if not ends_phrase(x.side, k)] for x in (a, b))
    pairs = ((i, j, said_by(a.side, i).removesuffix("'s"), said_by(b.side, j).removesuffix("'s")) for i in mine for j in theirs)
    return next(((i, j) for i, j, one, other in pairs if rivals(one, other)), None)


def ends_phrase(side: Side, word: int) -> bool:
    """Whether a word is the second of two that say one thing: "prime minister"."""
    return word > 0 and side.norms[word - 1 : word + 1] in phrasal_verbs()


def alone(link: Collation, pair: tuple[int, int]) -> bool:
    """Whether each word of a pair stands more often on its own side: else only the order has changed."""
    mine, theirs = link.a.norms[pair[0]], link.b.norms[pair[1]]
    fewer = link.b.norms.count(mine) < link.a.norms.count(mine)
    return fewer and link.a.norms.count(theirs) < link.b.norms.count(theirs)


def complements(link: Collation) -> bool:
    """Whether the sides give the two parts of one whole: "60 percent were for it" and "40 percent were against it"."""
    mine, theirs = amounts(link.a), amounts(link.b)
    wholes = mine & theirs | {("percent", Fraction(100))}
    return any((unit, x + y) in wholes for unit, x in mine - theirs for other, y in theirs - mine if unit == other)


def other_amounts(link: Collation) -> bool:
    """Whether each side counts what the other does not: 12 percent of the men and 9 percent of the women are two facts."""
    mine, theirs = amounts(link.a), amounts(link.b)
    return bool(mine - theirs and theirs - mine)


def amounts(side: Side) -> frozenset[tuple[str, Fraction]]:
    """The points that a side counts, with their units."""
    told = (q for s in side.sentences for q in s.quantities if q.kind in ("count", "percent"))
    return frozenset((q.unit or "", Fraction(q.lower)) for q in told if q.lower is not None and q.lower == q.upper)


def lost_prefixes(link: Collation) -> Iterator[Change]:
    """A word that only one side has with a prefix and a hyphen: "non-fatal" and "fatal", "semi-final" and "final"."""
    for slot in link.slots:
        for longer, span, place in ((link.a, slot.a, slot.b[0]), (link.b, slot.b, slot.a[0])):
            prefix = longer.norms[span[0]] if span[1] - span[0] == 1 else ""
            denies = prefix in word_class("denying_prefixes")
            if not slot.sure or slot.replaced or not slot.after or not (denies or prefix in word_class("changing_prefixes")):
                continue
            if longer.words(span[0], span[1] + 1)[len(prefix)] not in "-‐‑":
                continue
            kind = FindingKind.NEGATION_FLIP if denies else FindingKind.SUBJECT_CHANGE
            here, there = (span[0], span[1] + 1), (place, place + 1)
            a, b = (here, there) if longer is link.a else (there, here)
            told = message("reason.prefix", prefix=longer.words(*span), longer=link.name(longer))
            yield change(link, kind, a, b, told, 0.7)
