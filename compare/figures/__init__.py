"""Quantities of all documents -> Figure*: the readings of one thing, N versions wide.

    concepts   words that stand for one idea
    subjects   who or what a number is told of
    saying     whether a date is the day of a statement
    distance   how long before its publication a text puts a time
    mentions   every quantity with the words around it
    slots      quantities in the same place of linked sentences
    telling    what values say themselves
    candidates pairs that are worth a score, and what it looks at
    bonds      pairs that may measure the same thing, scored by context alone
    groups     average linkage; agreeing values first, one value per version
    updates    what may have changed because the story moved on
    verdicts   outcome, verdict and reason of each group
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.figures.bonds import find_bonds
from compare.figures.groups import Group, group_mentions
from compare.figures.mentions import Mention, read_mentions
from compare.figures.slots import find_slots
from compare.figures.verdicts import Judgement, Story, judge
from compare.figures.wording import referent_of
from compare.model import Alignment, AnnotatedDocument, Figure, Reading, Verdict

GRAVITY = (Verdict.CONFLICT, Verdict.CHECK, Verdict.RECONCILED, Verdict.AGREE, Verdict.SINGLE)


def match_figures(documents: Sequence[AnnotatedDocument], alignment: Alignment) -> tuple[Figure, ...]:
    """Every quantity of every version in exactly one figure; the gravest figures first, then by place in the documents given."""
    mentions = read_mentions(documents)
    slots = find_slots(documents, alignment, mentions)
    bonds = find_bonds(documents, alignment, mentions, slots)
    story = Story(documents, mentions, by_passage(mentions))
    judged = [(judge(group, story), group) for group in group_mentions(mentions, bonds)]
    judged.sort(key=lambda x: (GRAVITY.index(x[0].verdict), x[1].mentions))
    return tuple(figure(f"F{n}", judgement, group, story) for n, (judgement, group) in enumerate(judged, start=1))


def by_passage(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Mention -> all mentions of its sentence."""
    sentences: dict[tuple[int, int], list[Mention]] = {}
    for m in mentions:
        sentences.setdefault((m.document, m.sentence), []).append(m)
    return {m.number: sentences[m.document, m.sentence] for m in mentions}


def figure(id: str, judgement: Judgement, group: Group, story: Story) -> Figure:
    told = [story.mentions[i] for i in group.mentions]
    units = {m.quantity.unit for m in told}
    return Figure(
        id=id,
        referent=referent_of(told),
        unit=units.pop() if len(units) == 1 else None,
        readings=tuple(Reading(story.documents[m.document].id, m.sentence, m.quantity, m.speaker) for m in told),
        outcome=judgement.outcome,
        verdict=judgement.verdict,
        reason=judgement.reason,
        cause=judgement.cause,
    )
