"""Alignment -> Difference*: what happened, to whom, and how surely: opposites, "not" dropped, another subject, a hedge lost.

Every rule looks into one slot of two linked passages, and only where the words on both sides of it are the same. What a slot
holds is weighed as a whole: an opposite and a "not" together say the same as neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from compare.differences.changes import Change, Wording, merged
from compare.differences.references import lost_references
from compare.differences.words import Collation, Side, Slot, collations, same_stem
from compare.language import function_words
from compare.lexicon import word_class
from compare.lexicon.opposites import denial, excluding, opposed
from compare.model import Compared, Cue, Difference, FindingKind, Quantity, Relation, Severity, Verdict

ADDING = frozenset("additional another further extra more added other supplementary".split())
ANCHOR, LEAST_LETTERS = 2, 4
"""Words after a hedge by which the other side's are known again, and letters of the longer of them."""
HEDGED = "In {a} with a hedge, {first}; in {b} without, {second}"
MOST_CONTENT = 2
"""Content words of a slot beyond which a word in it cannot be set against one word of the other side."""


def claim_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each claim that versions make differently."""
    return merged((c for link in collations(compared) for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """What one link shows."""
    found = [c for slot in link.slots if slot.sure and (c := change_in(link, slot))] if link.close else []
    yield from found
    if not any(c.kind is FindingKind.HEDGE_DROP for c in found):
        yield from unhedged(link)
    if link.close:
        yield from added_numbers(link)
        yield from lost_prefixes(link)
        yield from lost_references(link)


@dataclass(frozen=True, slots=True)
class Held:
    """What one side of a slot holds."""

    side: Side
    span: tuple[int, int]
    content: tuple[int, ...]
    """Words that are neither function words nor cues."""
    negations: tuple[Cue, ...]
    hedges: tuple[Cue, ...]


def held(side: Side, span: tuple[int, int]) -> Held:
    """The words of a span sorted by what they do."""
    cues = [c for s in side.sentences for c in s.statement.cues if within(side, span, c)]
    covered = {i for c in cues for i in range(*span) if c.start <= side.tokens[i].start < c.end}
    content = tuple(i for i in range(*span) if i not in covered and side.norms[i] not in function_words("en"))
    negations = tuple(c for c in cues if c.kind == "negation")
    hedges = tuple(c for c in cues if c.kind == "hedge" and c.strength != "weak")
    return Held(side, span, content, negations, hedges)


def within(side: Side, span: tuple[int, int], cue: Cue) -> bool:
    """Whether some word of a cue stands in a span."""
    return any(cue.start <= side.tokens[i].start < cue.end for i in range(*span))


def change_in(link: Collation, slot: Slot) -> Change | None:
    """The gravest change of claim in one slot."""
    a, b = held(link.a, slot.a), held(link.b, slot.b)
    odd = (len(a.negations) + len(b.negations)) % 2 == 1 and negations(link.a) != negations(link.b)
    pair = opposite_pair(a, b)
    negated = pair and negates(a, pair[0]) != negates(b, pair[1])  # "refused" is an opposite of "agreed", and a "not" besides
    if pair and odd == bool(negated) and alone(link, pair) and not complements(link):
        flip = negated or denial(a.side.norms[pair[0]]) or denial(b.side.norms[pair[1]])
        kind = FindingKind.NEGATION_FLIP if flip else FindingKind.PREDICATE_CONFLICT
        return change(link, kind, (pair[0], pair[0] + 1), (pair[1], pair[1] + 1), "these exclude each other", 0.9)
    if pair is None and odd and same_content(a, b) and not goes_elsewhere(link, slot):
        reason = "the one denies what the other says"
        return change(link, FindingKind.NEGATION_FLIP, shown(a, slot), shown(b, slot), reason, 0.9)
    rivals = rival_pair(a, b)
    if rivals and not odd and alone(link, rivals) and not other_amounts(link):
        reason = "the same is told of someone or something else"
        return change(link, FindingKind.SUBJECT_CHANGE, (rivals[0], rivals[0] + 1), (rivals[1], rivals[1] + 1), reason, 0.8)
    return hedge_change(link, slot, a, b)


def goes_elsewhere(link: Collation, slot: Slot) -> bool:
    """Whether the clause goes on with other words on either side: "no reason for alarm" and "every reason to be glad"."""
    later = [s for s in link.slots if s.replaced and s.a[0] >= slot.a[1]]
    if not later or any(breaks(side, i) for side, first, last in ((link.a, slot.a[1], later[0].a[0]),
                                                                  (link.b, slot.b[1], later[0].b[0]))
                        for i in range(first, last + 1)):  # fmt: skip
        return False
    mine, theirs = held(link.a, later[0].a), held(link.b, later[0].b)
    return bool(mine.content and theirs.content) and not same_content(mine, theirs)


def negates(held: Held, word: int) -> bool:
    """Whether a word is, or stands in, a negation."""
    return any(c.start <= held.side.tokens[word].start < c.end for c in held.negations)


def negations(side: Side) -> int:
    """How often a whole side negates."""
    return sum(c.kind == "negation" for s in side.sentences for c in s.statement.cues)


def opposite_pair(a: Held, b: Held) -> tuple[int, int] | None:
    """Two words of a slot that are opposites."""
    if max(len(a.content), len(b.content)) > MOST_CONTENT:
        return None
    return next(((i, j) for i in words_of(a) for j in words_of(b) if opposed(a.side.norms[i], b.side.norms[j])), None)


def words_of(held: Held) -> list[int]:
    """The words of a slot that are no figure, though they may be what it counts: figures are compared as such."""
    figures = [(i, q) for i in held.side.indices for q in held.side.document.sentences[i].quantities]
    return [k for k in range(*held.span) if not any(is_figure(held.side, k, i, q) for i, q in figures)]


def is_figure(side: Side, word: int, sentence: int, quantity: Quantity) -> bool:
    """Whether a word is the number, the unit or the bound of a quantity."""
    inside = side.homes[word] == sentence and quantity.start <= side.tokens[word].start < quantity.end
    return inside and side.norms[word] not in (quantity.counted or "").lower().split()


def rival_pair(a: Held, b: Held) -> tuple[int, int] | None:
    """Two words of a slot of which only one can be true."""
    if max(len(a.content), len(b.content)) > MOST_CONTENT:
        return None
    pairs = ((i, j) for i in words_of(a) for j in words_of(b) if bool(a.content) == bool(b.content))  # not "her lawyer" and "he"
    return next(((i, j) for i, j in pairs if excluding("rivals.txt", a.side.norms[i], b.side.norms[j])), None)


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


def same_content(a: Held, b: Held) -> bool:
    """Whether a slot says the same on both sides but for its cues: "did not sign" and "signed"."""
    mine, theirs = [a.side.norms[i] for i in a.content], [b.side.norms[j] for j in b.content]
    return len(mine) == len(theirs) <= MOST_CONTENT and all(same_stem(x, y) for x, y in zip(mine, theirs, strict=True))


def hedge_change(link: Collation, slot: Slot, a: Held, b: Held) -> Change | None:
    """A hedge that only one side has: strong ones have legal weight."""
    if bool(a.hedges) == bool(b.hedges) or not same_content(a, b):
        return None
    hedged, plain = (a, b) if a.hedges else (b, a)
    if hedges(plain.side) or leaves_open(plain.side) or asks(hedged.side):
        return None
    taken_up = auxiliaries(plain.side) - auxiliaries(hedged.side) - within_slot(plain)
    if taken_up and all(c.strength == "medium" for c in hedged.hedges):
        return None
    if any(s.statement.speaker for s in plain.side.sentences) and not any(s.statement.speaker for s in hedged.side.sentences):
        return None
    return hedge(link, hedged.side, shown(hedged, slot), shown(plain, slot), hedged.hedges, 0.6)


def unhedged(link: Collation) -> Iterator[Change]:
    """A hedge before words that the other side has without any hedge, however the sentences are worded around them:
    "possibly three hikers" and "including three hikers"."""
    for hedged, plain in ((link.a, link.b), (link.b, link.a)):
        if hedges(plain) or leaves_open(plain) or asks(hedged) or (sourced(plain) and not sourced(hedged)):
            continue
        for cue in hedges(hedged):
            place = next((i for i, t in enumerate(hedged.tokens) if t.start >= cue.end), len(hedged.tokens))
            other = place_of(hedged.norms[place : place + ANCHOR], plain)
            single = hedged.tokens[place - 1].start == cue.start
            of_nouns = cue.strength == "strong" or hedged.norms[place - 1] in word_class("hedges_of_nouns")
            if other is None or not single or not of_nouns:
                continue
            if verb_of_saying(hedged, place) or points_back(hedged, place) or goes_on(hedged, place, plain, other):
                continue
            yield hedge(link, hedged, (max(0, place - 1), place + ANCHOR), (other, other + ANCHOR), (cue,), 0.5)


def hedge(
    link: Collation, hedged: Side, here: tuple[int, int], there: tuple[int, int], cues: Iterable[Cue], weight: float
) -> Change:
    """A hedge that one side has and the other has not, graver the more it keeps open; what is only expected may have come,
    and a headline is short of room for it."""
    held = list(cues)
    words = {hedged.norms[i] for i, t in enumerate(hedged.tokens) for c in held if c.start <= t.start < c.end}
    strong = any(c.strength == "strong" for c in held)
    expected = words <= word_class("expects")
    plain = link.b if hedged is link.a else link.a
    short_of_room = plain.sentences[0].field == "title"
    severity = Severity.LOW if expected or short_of_room else Severity.HIGH if strong else Severity.MEDIUM
    return Change(kind=FindingKind.HEDGE_DROP, verdict=Verdict.CHECK, severity=severity, a=wording(hedged, here),
                  b=wording(plain, there), row=link.row, weight=weight, telling=HEDGED)  # fmt: skip


def verb_of_saying(side: Side, place: int) -> bool:
    """Whether the hedge in front of a place is a verb with an object: "the complaint alleged three thefts"."""
    before = side.norms[place - 2] if place > 1 else ""
    if side.norms[place - 1] not in word_class("hedges_or_verbs") or before in word_class("before_participles"):
        return False
    return side.tokens[place].start in {q.start for i in side.indices for q in side.document.sentences[i].quantities}


def points_back(side: Side, place: int) -> bool:
    """Whether the hedge in front of a place tells what was said of a thing before: "that rumoured phone" is here now."""
    return place > 1 and side.norms[place - 2] in word_class("demonstratives")


def leaves_open(side: Side) -> bool:
    """Whether a passage leaves open what it tells by other means than a hedge: a question, a condition, a chance."""
    return bool(word_class("leaves_open") & set(side.norms)) or asks(side)


def asks(side: Side) -> bool:
    """Whether a passage is a question, or holds one: it claims nothing that a hedge could be lost from."""
    return any(s.text.rstrip("”\"’')").endswith("?") for s in side.sentences)


def goes_on(hedged: Side, place: int, plain: Side, other: int) -> bool:
    """Whether the noun behind a hedge goes on otherwise than on the other side: a "possible gas leak" hedges no smell of gas."""
    after, theirs = hedged.norms[place + ANCHOR : place + ANCHOR + 1], plain.norms[other + ANCHOR : other + ANCHOR + 1]
    if breaks(hedged, place + ANCHOR):
        return False
    return after != theirs and any(x and x[0] not in function_words("en") for x in (after, theirs))


def breaks(side: Side, place: int) -> bool:
    """Whether a punctuation mark or the end stands in front of a word."""
    if place >= len(side.tokens) or side.homes[place] != side.homes[place - 1]:
        return True
    gap = side.document.sentences[side.homes[place]].slice(side.tokens[place - 1].end, side.tokens[place].start)
    return any(c in ",;:.—–()" for c in gap)


def hedges(side: Side) -> list[Cue]:
    """The hedges of a side, those of numbers left out."""
    return [c for s in side.sentences for c in s.statement.cues if c.kind == "hedge" and c.strength != "weak"]


def sourced(side: Side) -> bool:
    return any(s.statement.speaker for s in side.sentences)


def place_of(words: tuple[str, ...], side: Side) -> int | None:
    """Where a side has some words in a row, if they are words of weight and enough to know again."""
    if len(words) < ANCHOR or any(w in function_words("en") for w in words) or max(map(len, words)) < LEAST_LETTERS:
        return None
    return next((i for i in range(len(side.norms) - ANCHOR + 1) if side.norms[i : i + ANCHOR] == words), None)


def added_numbers(link: Collation) -> Iterator[Change]:
    """The same number as a whole on one side and as an addition on the other: "2,400" and "an additional 2,400"."""
    for adding, plain in ((link.a, link.b), (link.b, link.a)):
        if set(plain.norms) & ADDING:
            continue
        for i in range(len(adding.norms) - 1):
            number = adding.norms[i + 1]
            if adding.norms[i] in ADDING and number.isdigit() and plain.norms.count(number) == adding.norms.count(number) == 1:
                other = plain.norms.index(number)
                if other and plain.norms[other - 1] not in {*adding.norms[max(0, i - 2) : i]}:  # another word for it
                    continue
                here, there = (i, i + 2), (other, other + 1)
                a, b = (here, there) if adding is link.a else (there, here)
                reason = f"the number is an addition in {link.name(adding)}, the whole in {link.name(plain)}"
                yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


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
            yield change(link, kind, a, b, f"“{longer.words(*span)}-” stands before it in {link.name(longer)} alone", 0.7)


def auxiliaries(side: Side) -> Counter[str]:
    """The modal and other auxiliaries of a side: "will be asked to" elsewhere may take up a "may"."""
    return Counter(n for n in side.norms if n in word_class("auxiliaries"))


def within_slot(held: Held) -> Counter[str]:
    """Those of them that stand in the slot."""
    return Counter(n for n in held.side.norms[slice(*held.span)] if n in word_class("auxiliaries"))


def shown(held: Held, slot: Slot) -> tuple[int, int]:
    """The span to show: the slot's words, with the next one where there are none or only a cue."""
    first, last = held.span
    if not held.content:
        last = min(last + 1, len(held.side.tokens)) if slot.after else last
    return (max(0, first - 1), last) if first >= last else (first, last)


def change(
    link: Collation, kind: FindingKind, a: tuple[int, int], b: tuple[int, int], reason: str, weight: float,
    verdict: Verdict = Verdict.CONFLICT, severity: Severity = Severity.HIGH,
) -> Change:  # fmt: skip
    """A change with its evidence; a partial link gives at most something to check."""
    if link.link.relation is Relation.PARTIAL:
        verdict = Verdict.CHECK
    return Change(kind=kind, verdict=verdict, severity=severity, a=wording(link.a, a), b=wording(link.b, b),
                  reason=reason, row=link.row, weight=weight)  # fmt: skip


def wording(side: Side, span: tuple[int, int]) -> Wording:
    return Wording(side.version, side.evidence(*span), side.words(*span))
