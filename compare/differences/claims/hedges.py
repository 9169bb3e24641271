"""Link -> Change*: how surely something is told: a hedge that only one of two passages has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from compare.differences.changes import Change
from compare.differences.slot_words import Held, bounds, breaks, same_content, shown, wording
from compare.differences.words import Collation, Side, Slot
from compare.language import function_words
from compare.lexicon import inflected, word_class
from compare.lexicon.opposites import excluding, sides
from compare.model import Cue, FindingKind, Severity, Verdict

ANCHOR, LEAST_LETTERS = 2, 4
"""Words after a hedge by which the other side's are known again, and letters of the longer of them."""
REQUIRED = frozenset({("have", "to"), ("has", "to")})
TO_DO = 4
"""Words behind "advised" or "ordered" among which "to" tells what to do."""
DUTY = "sides.duty"
HARDENED = "sides.hardened"
HEDGED = "sides.hedged"


def hedge_change(link: Collation, slot: Slot, a: Held, b: Held) -> Change | None:
    """A hedge that only one side has: strong ones have legal weight."""
    if bool(a.hedges) == bool(b.hedges) or not same_content(a, b):
        return None
    hedged, plain = (a, b) if a.hedges else (b, a)
    if hedges(plain.side) or asks(plain.side) or asks(hedged.side) or word_class("wishes") & set(plain.side.norms):
        return None
    if leaves_open(plain.side) and not leaves_open(hedged.side):
        return None
    if sets_bound(plain.side):  # "cannot carry more than six", "may carry six at most"
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


def duties(link: Collation) -> Iterator[Change]:
    """Advice on one side that is an order on the other: "should" and "must", "were advised to" and "were ordered to"."""
    for slot in link.slots:
        told = [(duty(side, span), (side, span)) for side, span in ((link.a, slot.a), (link.b, slot.b))]
        advice, order = (next((where for kind, where in told if kind == known), None) for known in ("advises", "requires"))
        if slot.sure and slot.after and advice and order:
            (weak, here), (strong, there) = advice, order
            yield Change(kind=FindingKind.HEDGE_DROP, verdict=Verdict.CHECK, severity=Severity.MEDIUM,
                         a=wording(weak, (here[0], here[1] + 1)), b=wording(strong, (there[0], there[1] + 1)),
                         row=link.row, weight=0.5, telling=DUTY)  # fmt: skip


def duty(side: Side, span: tuple[int, int]) -> str:
    """Whether a span "advises" or "requires" that something be done; "" if neither."""
    words = side.norms[slice(*span)]
    if words in REQUIRED:
        return "requires"
    verb = [n for n in words if n not in word_class("forms_of_be") | word_class("forms_of_have")] if len(words) > 1 else words
    if len(verb) != 1 or not (verb[0] in word_class("duties") or "to" in side.norms[span[1] : span[1] + TO_DO]):
        return ""
    return next((kind for kind in ("advises", "requires") if verb[0] in verbs_of(kind)), "")


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The verbs of a class, in all forms."""
    return frozenset(form for verb in word_class(kind) for form in inflected(verb))


def hardened(link: Collation) -> Iterator[Change]:
    """What one side holds for likely and the other for known: "investigators suspect", "investigators found that"."""
    for slot in link.slots:
        told = (side.norms[slice(*span)] for side, span in ((link.a, slot.a), (link.b, slot.b)))
        words = [norms[:-1] if norms[-1:] == ("that",) else norms for norms in told]
        single = slot.sure and slot.before and all(len(w) == 1 for w in words)
        if single and excluding("certainty.txt", words[0][0], words[1][0]):
            yield in_order_of_certainty(link, slot.a, slot.b)


def in_order_of_certainty(link: Collation, mine: tuple[int, int], theirs: tuple[int, int]) -> Change:
    """The change between a verb of what is likely and one of what is known, whichever side has which."""
    (weak, here), (strong, there) = (link.a, mine), (link.b, theirs)
    if all(group > 0 for _, group in sides("certainty.txt")[link.a.norms[mine[0]]]):
        (weak, here), (strong, there) = (strong, there), (weak, here)
    return Change(kind=FindingKind.HEDGE_DROP, verdict=Verdict.CHECK, severity=Severity.MEDIUM, a=wording(weak, here),
                  b=wording(strong, there), row=link.row, weight=0.5, telling=HARDENED)  # fmt: skip


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


def hedges(side: Side) -> list[Cue]:
    """The hedges of a side, those of numbers left out."""
    return [c for s in side.sentences for c in s.statement.cues if c.kind == "hedge" and c.strength != "weak"]


def sets_bound(side: Side) -> bool:
    """Whether a passage says what may not be exceeded: the other side's "may" allows as much, and hedges nothing."""
    return any(c.kind == "negation" and bounds(side, c) for s in side.sentences for c in s.statement.cues)


def sourced(side: Side) -> bool:
    return any(s.statement.speaker for s in side.sentences)


def place_of(words: tuple[str, ...], side: Side) -> int | None:
    """Where a side has some words in a row, if they are words of weight and enough to know again."""
    if len(words) < ANCHOR or any(w in function_words("en") for w in words) or max(map(len, words)) < LEAST_LETTERS:
        return None
    return next((i for i in range(len(side.norms) - ANCHOR + 1) if side.norms[i : i + ANCHOR] == words), None)


def auxiliaries(side: Side) -> Counter[str]:
    """The modal and other auxiliaries of a side: "will be asked to" elsewhere may take up a "may"."""
    return Counter(n for n in side.norms if n in word_class("auxiliaries"))


def within_slot(held: Held) -> Counter[str]:
    """Those of them that stand in the slot."""
    return Counter(n for n in held.side.norms[slice(*held.span)] if n in word_class("auxiliaries"))
