"""Group -> Figure: the gravest outcome between two versions, what it amounts to, and why, in a sentence with the arithmetic.

A conflict is called only where the same thing is surely meant: different values in one slot of nearly the same sentence, where no
other word that tells something differs. What time, another scope or owner, a sum or a part may explain is something to check.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.figures.arithmetic import explain_by_parts, rest_of_whole
from compare.figures.bonds import Bond, is_attribute
from compare.figures.candidates import same_noun
from compare.figures.concepts import concepts
from compare.figures.groups import Group, is_small
from compare.figures.mentions import WHEN, Mention
from compare.figures.outcomes import DIFFERENT, is_fine, outcome_of, ratio
from compare.figures.slots import SAME_FRAME, Slot
from compare.figures.telling import is_slip, is_swapped, other_point, other_power
from compare.figures.updates import is_other_day, is_update, updated
from compare.figures.wording import doubt_about, reason_for, two
from compare.lexicon import word_class
from compare.messages import Message, message
from compare.model import AnnotatedDocument, Cause, Outcome, Verdict
from compare.tokens import tokenize

PLAIN_BAR, SLIP_BAR, SWAP_BAR = 0.75, 0.4, 0.2
"""Least scores at which two sizes in one noun, two long numbers that a slip turns into each other, and two numbers of which two
digits changed places are surely of one thing. The last may be low: in 393 stories of stories/cross_outlet and its excerpts no two
such numbers were without a partner of their own value."""
BIRTHDAY = 1
"""Years that a birthday may put between two ages."""
CLOSE_RATE = 1.05
"""Ratio up to which two numbers with hundredths in one place are one number, one of them miswritten or out of date."""
GRAVITY = {outcome: outcome.gravity for outcome in Outcome}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the readings of a group amount to."""

    outcome: Outcome | None
    verdict: Verdict
    reason: str
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What a judgement looks at beside the group."""

    documents: Sequence[AnnotatedDocument]
    mentions: Sequence[Mention]
    passages: Mapping[int, Sequence[Mention]]
    """Mention -> the quantities of its sentence."""

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(d.label for d in self.documents)


def judge(group: Group, story: Story) -> Judgement:
    """The judgement on a group of mentions."""
    told = [story.mentions[i] for i in group.mentions]
    if len({voice(story.documents[m.document]) for m in told}) < 2:
        return Judgement(None, Verdict.SINGLE, message("figure.single"))
    a, b, outcome = gravest_pair(told, group)
    if outcome not in DIFFERENT and (poles := opposite_poles(told, group)):
        x, y = (message("wording.has", who=story.labels[m.document], n=1, words=message("wording.quoted", words=m.pole or ""))
                for m in poles)  # fmt: skip
        return Judgement(Outcome.CONTRADICTORY, Verdict.CONFLICT, message("figure.poles", first=x, second=y), "poles")
    if outcome is Outcome.EQUAL:
        return Judgement(outcome, Verdict.AGREE, reason_for(a, b, outcome, story.labels))
    exact = any("exactly" in m.quantity.text.casefold() for m in (a, b))
    if outcome in DIFFERENT or (outcome is Outcome.BOUNDARY_CONFLICT and exact):
        return judge_difference(a, b, outcome, group, story)
    return Judgement(outcome, Verdict.RECONCILED, reason_for(a, b, outcome, story.labels))


def voice(document: AnnotatedDocument) -> str:
    """The letter of the version that speaks: a copy has no voice of its own."""
    return document.document.duplicate_of or document.id


def gravest_pair(told: Sequence[Mention], group: Group) -> tuple[Mention, Mention, Outcome]:
    """The first pair of mentions of different versions with the gravest outcome."""
    known = {(bond.a, bond.b): bond.outcome for bond in group.bonds}
    pairs = [(a, b, known.get((a.number, b.number)) or outcome_of(a, b))
             for a, b in combinations(told, 2) if a.document != b.document]  # fmt: skip
    return max(pairs, key=lambda p: GRAVITY[p[2]])


def opposite_poles(told: Sequence[Mention], group: Group) -> tuple[Mention, Mention] | None:
    """The first mentions of two versions of which one tells of a gain, the other of a loss, each version being of one mind.

    In one slot of nearly the same sentence the words themselves are compared, and tell it.
    """
    in_slots = {(x.a, x.b) for x in group.bonds if x.slot and x.slot.frame >= SAME_FRAME}
    sides = {**concepts("poles"), **concepts("more"), **concepts("moved")}
    poles = {m.number: sides.get(m.pole or "") for m in told}
    minds: dict[int, set[str | None]] = {}
    for m in told:
        minds.setdefault(m.document, set()).add(poles[m.number])
    firm = [m for m in told if m.pole and len(minds[m.document]) == 1]
    pairs = ((x, y) for x, y in combinations(firm, 2) if x.document != y.document and poles[x.number] != poles[y.number])
    return next((p for p in pairs if (p[0].number, p[1].number) not in in_slots), None)


def judge_difference(a: Mention, b: Mention, outcome: Outcome, group: Group, story: Story) -> Judgement:
    """The judgement on values that cannot both be right, if the same thing is meant."""
    bonds = [x for x in group.bonds if x.outcome is outcome]
    sure = any(x.sure for x in bonds)
    if parts := arithmetic(a, b, bonds, group, story):
        return Judgement(outcome, Verdict.RECONCILED, parts, "parts")
    if any(x.slot and x.slot.redated for x in bonds):
        if a.head and b.head and not a.head & b.head:
            return Judgement(outcome, Verdict.CHECK, message("figure.other_times_and_things"), "owner")
        cause: Cause | None = "time" if sure or a.family == "count" else None  # prices and sizes seldom grow with a story
        return Judgement(outcome, Verdict.CHECK, message("figure.other_times"), cause)
    told = [story.mentions[i] for i in group.mentions]
    if is_update(told, story.documents):
        return Judgement(outcome, Verdict.CHECK, updated(told, story.documents), "time")
    if is_other_day(a, b, story.documents):
        known = all(story.documents[m.document].document.version.published for m in (a, b))
        reason = message("figure.other_days" if known else "figure.perhaps_other_days")
        return Judgement(outcome, Verdict.CHECK, reason, "time")
    if other_point(a.quantity, b.quantity):
        return Judgement(outcome, Verdict.CHECK, message("figure.point_or_comma", pair=two(a, b)))
    if is_whole(a, story) != is_whole(b, story):
        return Judgement(outcome, Verdict.CHECK, doubt_about(a, b, outcome, story.labels), "owner")
    firm = any(is_firm(x.slot, a) for x in bonds if x.slot and x.sure)
    if firm and two_sources(a, b):
        reason = message("figure.two_sources", first=opening(a.speaker or ""), second=b.speaker or "")
        return Judgement(outcome, Verdict.CONFLICT, reason, "sources")
    other_owner = [x.slot for x in bonds if x.slot and (x.slot.renamed or x.slot.rescoped or x.slot.restated or x.slot.shifted)]
    alike = any(slot.frame >= SAME_FRAME for slot in other_owner)
    slip = not alike and any(is_plain_slip(x, story) for x in bonds)
    if other_owner and not slip:  # of sentences worded anew, names that differ say little
        reason = message("figure.other_owners") if alike else doubt_about(a, b, outcome, story.labels)
        return Judgement(outcome, Verdict.CHECK, reason, "owner")
    if outcome is Outcome.INCOMPARABLE_UNIT and a.given != b.given:
        return Judgement(outcome, Verdict.CHECK, reason_for(a, b, outcome, story.labels), "owner")
    if any(x.slot and x.slot.other_period for x in bonds):
        return Judgement(outcome, Verdict.CHECK, message("figure.other_periods"), "owner")
    if a.family in WHEN | {"ordinal"} and any(x.slot and x.slot.renumbered for x in bonds):
        return Judgement(outcome, Verdict.CHECK, message("figure.other_occasion"), "owner")
    if not sure and a.family == "age" and close_ages(a, b):
        return Judgement(outcome, Verdict.CHECK, message("figure.close_ages"), "time")
    if a.family == "age" and a.bearer and a.bearer == b.bearer and " " in a.bearer:
        return Judgement(outcome, Verdict.CONFLICT, reason_for(a, b, outcome, story.labels))
    if firm or (sure and are_close_rates(a, b)) or (outcome is Outcome.CONTRADICTORY and any(is_plain(x, story) for x in bonds)):
        return Judgement(outcome, Verdict.CONFLICT, reason_for(a, b, outcome, story.labels))
    return Judgement(outcome, Verdict.CHECK, doubt_about(a, b, outcome, story.labels))


def arithmetic(a: Mention, b: Mention, bonds: Sequence[Bond], group: Group, story: Story) -> Message | None:
    """The sum that makes both numbers right, as a sentence; None where there is none, or the number alone was changed."""
    if not any(x.sure for x in bonds) and is_of_two(a, b, group, story) and (parts := parts_of(a, b, group, story)):
        return parts
    other_words = a.denied != b.denied or not any(x.slot and x.slot.frame == 1 for x in bonds)
    return rest_of_whole(a, b, story.passages) if other_words else None  # "lost 10 of 14 sheep", "has 4 of its 14 sheep left"


def parts_of(a: Mention, b: Mention, group: Group, story: Story) -> Message | None:
    """The sum or the whole that makes two numbers right, as a sentence; None where no reading names one."""
    told = [story.mentions[i] for i in group.mentions]
    pairs = ((x, y) for x in told for y in told if x.given == a.given and y.given == b.given)
    rests = (rest_of_whole(x, y, story.passages) for x, y in pairs)
    return explain_by_parts(a, b, story.passages) or next(filter(None, rests), None)


def is_of_two(a: Mention, b: Mention, group: Group, story: Story) -> bool:
    """Does every reading agree with one of the two? A sum that explains two values does not explain a third."""
    told = (story.mentions[i] for i in group.mentions)
    return all(outcome_of(m, a) not in DIFFERENT or outcome_of(m, b) not in DIFFERENT for m in told)


def is_firm(slot: Slot, mention: Mention) -> bool:
    """Do the frames differ in nothing else that tells something? Days change with a clause: a part of a sentence does not do."""
    return not slot.reworded and (mention.family not in WHEN or slot.frame >= SAME_FRAME)


def is_plain(bond: Bond, story: Story) -> bool:
    """Do other words than those of one slot make sure that the same thing is meant?

    Either a slip of the pen, or the size of one thing among much the same words: a 47-page charge is none of 48 pages. Two counts
    of one noun do not do, unless two digits changed places, since jobs may be those of a country or of a trade; and a sentence
    that holds the other number as well tells of both (chosen by reading all 111 stories of stories/cross_outlet and the errors of
    equate_numeric_relation_hand).
    """
    a, b = story.mentions[bond.a], story.mentions[bond.b]
    if holds_other(a, b, story.passages) or holds_other(b, a, story.passages):
        return False
    if bond.score >= SLIP_BAR and is_slip(a.quantity, b.quantity):
        return True
    if is_plain_slip(bond, story):
        return True
    one_thing = a.family == b.family == "count" and a.head & b.head and any(is_attribute(m.quantity) for m in (a, b))
    return bool(bond.score >= PLAIN_BAR and one_thing and not is_small(a) and not is_small(b))


def is_plain_slip(bond: Bond, story: Story) -> bool:
    """Did two digits change places, or the point, where the same thing is likely meant?"""
    a, b = story.mentions[bond.a], story.mentions[bond.b]
    measured = a.family == b.family and a.family in ("measure", "money")  # seldom named beside it: is_swapped asks for one unit
    if not (measured or same_noun(a, b) > 0) or holds_other(a, b, story.passages) or holds_other(b, a, story.passages):
        return False
    if bond.score >= SWAP_BAR and is_swapped(a.quantity, b.quantity):
        return True
    return bond.score >= PLAIN_BAR and other_power(a.quantity, b.quantity)


def is_whole(mention: Mention, story: Story) -> bool:
    """Is it what a share or a part is said of, as the 120 of "41 of the 120 seats"? A loss of 22 is none of these."""
    sentence = story.documents[mention.document].sentences[mention.sentence]
    at = mention.first - (mention.first > 0 and sentence.tokens[mention.first - 1].norm in word_class("of_them"))
    before = at - 2
    if before < 0 or sentence.tokens[at - 1].norm != "of":
        return False
    counted = any(m.first <= before < m.last for m in story.passages[mention.number] if m.number != mention.number)
    return counted or sentence.tokens[before].norm in word_class("parts_of_wholes")


def holds_other(a: Mention, b: Mention, passages: Mapping[int, Sequence[Mention]]) -> bool:
    """Does the one's sentence give the other's number, too?"""
    return any(m.given == b.given for m in passages[a.number] if m.number != a.number)


def are_close_rates(a: Mention, b: Mention) -> bool:
    """Are both numbers written to hundredths, and nearly the same, as 1.62% and 1.63%? Whatever leads to them, one is wrong."""
    same = a.quantity.unit == b.quantity.unit and a.quantity.per == b.quantity.per
    return same and is_fine(a.quantity) and is_fine(b.quantity) and ratio(a.value, b.value) <= CLOSE_RATE


def two_sources(a: Mention, b: Mention) -> bool:
    """Does each number have a source of its own, with no word in common?"""
    words = [{t.norm for t in tokenize(m.speaker or "")} - {"the", "a", "an"} for m in (a, b)]
    return all(words) and not words[0] & words[1]


def opening(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def close_ages(a: Mention, b: Mention) -> bool:
    """May a birthday lie between two ages?"""
    x, y = a.quantity.lower, b.quantity.lower
    return x is not None and y is not None and abs(float(x) - float(y)) <= BIRTHDAY
