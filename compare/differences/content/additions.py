"""Additions, omissions and moved passages, against the base version.

A passage is a run of neighbouring sentences with the same fate: one finding for each, whatever the number of versions. How
much it weighs depends on what it carries: figures, quotations, names, a denial or a reply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from compare.differences.changes import listed, quoted
from compare.differences.content.kin import Kin
from compare.differences.content.passages import Passage, absent_passages, evidence_of
from compare.messages import Message, message
from compare.model import (
    AnnotatedDocument,
    Compared,
    Difference,
    FindingKind,
    Link,
    Relation,
    Severity,
    Verdict,
)
from compare.times import earlier

LEAST_LOAD = 0.3
"""Weight of what a version misses in a passage from which the passage is above low: a figure alone is not."""
TOLD_BY = 2
"""Versions that must tell a passage for each that misses it, between outlets, and more than half of all: what others leave out,
too, is a choice."""
BRIEF = 1 / 3
"""Share of the words of the shortest version with a passage below which a version is a brief."""
MOST_ABOVE_LOW = 8
"""Passages of a story that are medium, the weightiest; an editor reads no more than a page of them."""
MOST_NAMED = 4
"""Versions that an explanation names; of more it names the first three and counts the others."""
MOST_CARRIED = 3
"""Things that a passage carries which a finding tells."""
NUMBERED = re.compile(r"(?P<stem>.{1,200}) (?P<number>\(\d{1,4}\))")
FEWEST_MOVED = 4
"""Words of the least block that is said to have moved: a label or a heading stands where the layout puts it."""
MANY = 10
"""Sentences gone or new in one outlet's text from which a passage is above low: the editor has cut or added a part."""
FULL = 8
"""Words of the shortest of them that counts."""


def content_differences(compared: Compared) -> Iterable[Difference]:
    """What only some versions tell, and what stands elsewhere in them."""
    kin = Kin.of(compared)
    yield from demoted([absent_passage(p, compared, kin) for p in absent_passages(compared)])
    yield from moved_passages(compared)


def demoted(found: Sequence[Difference]) -> Iterator[Difference]:
    """The same with all medium ones but the weightiest made low: twenty of one severity tell nobody where to begin."""
    medium = [n for n, d in enumerate(found) if d.severity is Severity.MEDIUM]
    kept = set(sorted(medium, key=lambda n: (-found[n].weight, found[n].row or 0, n))[:MOST_ABOVE_LOW])
    for n, d in enumerate(found):
        yield d if n in kept or d.severity is not Severity.MEDIUM else replace(d, severity=Severity.LOW)


def absent_passage(passage: Passage, compared: Compared, kin: Kin) -> Difference:
    """The finding for a passage that some versions lack."""
    having = passage.rows[0].versions
    omission = compared.base in having
    others = [d for d in compared.documents if d.id in having and d.id != passage.document.id]
    evidence = [*passage.evidence, *(e for d in others for r in passage.rows for e in evidence_of(d, r.cell(d.id)))]
    return Difference(
        kind=FindingKind.OMISSION if omission else FindingKind.ADDITION,
        verdict=Verdict.NOTE,
        severity=severity_of_absence(passage, having, compared, kin),
        evidence=tuple(evidence),
        versions=having,
        absent_from=passage.lacking,
        in_part=tuple(v for v in passage.lacking if v in passage.in_part),
        row=passage.rows[0].number,
        explanation=explained(passage, having, compared),
        carries=passage.carries[:MOST_CARRIED],
        heart=passage.heart,
        sentences=passage.untold,
        weight=min(1.0, heaviest(passage) + 0.01 * min(10, len(passage.sentences))),
    )


def explained(passage: Passage, having: Sequence[str], compared: Compared) -> Message:
    """One sentence that names those who tell the passage, or those who leave it out.

    It quotes the sentence that carries most, so who has a part of that is told; of others only how many nobody has a part of.
    """
    told, silent = (labels(side, compared) for side in (having, [v for v in passage.lacking if v not in passage.in_part]))
    part = labels([v for v in passage.lacking if v in passage.in_part], compared)
    if compared.base not in having:
        what = message("content.adds", who=named(told), n=len(told))
    elif not silent:
        what, part = message("content.only_part", who=named(part), n=len(part)), []
    else:
        what = message("content.leaves_out", who=named(silent), n=len(silent))
    several = passage.untold if silent and passage.untold != 1 else None
    tells = quotation(what, quoted(passage.short), passage.carries[:MOST_CARRIED], several)
    if part:
        tells = message("content.a_part", told=tells, who=named(part), n=len(part))
    return message("wording.sentence", told=with_alike(tells, passage, compared))


def quotation(what: Message, words: Message, carries: Sequence[str], sentences: int | None = None) -> Message:
    """What is done to a passage, how many sentences of it, what they carry, and the words that are quoted for it."""
    facts = listed([message(f"fact.{name}") for name in carries])
    if sentences is None:
        return message("content.quotes_with" if carries else "content.quotes", what=what, words=words, facts=facts)
    key = "content.sentences_with" if carries else "content.sentences"
    return message(key, what=what, words=words, facts=facts, sentences=sentences)


def with_alike(told: Message, passage: Passage, compared: Compared) -> Message:
    """The sentence, and where those who lack the quoted one may tell the like, for the first few of them."""
    places = [(compared.document(x.version), x.sentence) for x in passage.alike[: MOST_NAMED - 1]]
    alike = [message("content.place", sentence=sentence_number(document, i), who=document.label) for document, i in places]
    return message("content.alike", told=told, places=listed(alike)) if alike else told


def labels(versions: Iterable[str], compared: Compared) -> list[str]:
    return [compared.document(v).label for v in versions]


def named(names: Sequence[str]) -> Message:
    """Names as a sentence lists them, the first three where they are many, one outlet's by their numbers.

    >>> named(["Wire", "Post", "Mail", "Echo", "Star"])
    'Wire, Post, Mail and 2 others'
    >>> named(["Ministry, Senn (2)", "Ministry, Senn (4)"])
    'Ministry, Senn (2) and (4)'
    """
    numbered = [NUMBERED.fullmatch(name) for name in names]
    stems = {m["stem"] for m in numbered if m}
    if len(names) > 1 and all(numbered) and len(stems) == 1:
        return message("content.numbered", stem=stems.pop(), numbers=named([m["number"] for m in numbered if m]))
    if len(names) <= MOST_NAMED:
        return listed(names)
    return listed([*names[: MOST_NAMED - 1], message("content.others", number=len(names) - MOST_NAMED + 1)])


def severity_of_absence(passage: Passage, having: Sequence[str], compared: Compared, kin: Kin) -> Severity:
    """How grave it is that some versions have a passage and others do not.

    Where one text was edited into another: high for a denial, else medium; medium, too, for a large part that an outlet cut from
    its text or added to it. Between outlets, which choose what they tell: medium for the denial of what a version tells as an
    accusation, and for what most have, those left out that tell it in other words, are brief, or came out before. Low for what
    carries little.
    """
    concerned = {*having, *passage.lacking}
    weighty = [m for m in passage.missed if m.load >= LEAST_LOAD] if kin.edited_alone(concerned) else []
    if any("a denial" in m.carries for m in weighty):
        return Severity.HIGH
    if weighty or (kin.cut_alone(concerned) and is_large(passage)):
        return Severity.MEDIUM
    if kin.edited_alone(concerned):
        return Severity.LOW
    if any(m.unanswered for m in passage.missed):
        return Severity.MEDIUM
    lacking = [m.version for m in passage.missed if m.shared >= LEAST_LOAD]
    missing = [v for v in lacking if not is_brief(v, having, compared) and not came_before(v, having, compared)]
    voices = sum(not d.document.duplicate_of for d in compared.documents)
    by_most = len(having) > max(1.0, voices / 2) and len(having) >= TOLD_BY * len(missing)
    return Severity.MEDIUM if missing and by_most else Severity.LOW


def is_large(passage: Passage) -> bool:
    """Whether so many full sentences with something in them are told nowhere else; an annex of names and addresses is none."""
    told = [passage.document.sentences[i] for i in passage.sentences]
    prose = sum(len(s.tokens) >= FULL and s.text.rstrip("'\"’”)").endswith((".", "!", "?")) for s in told)
    return bool(passage.carries) and min(prose, passage.untold) >= MANY


def is_brief(version: str, having: Sequence[str], compared: Compared) -> bool:
    """Whether a version is so short beside those that have a passage that it leaves out much of everything."""
    return compared.document(version).words < BRIEF * min(compared.document(v).words for v in having)


def came_before(version: str, having: Sequence[str], compared: Compared) -> bool:
    """Whether a version was published before all that have a passage: it may have come before what they tell."""
    times = {d.id: d.document.version.published for d in compared.documents}
    return all(earlier(times[version], times[v]) == 0 for v in having)


def heaviest(passage: Passage) -> float:
    """How much a reader of the version that lacks most of a passage would miss, 0 for nothing."""
    return max((m.load for m in passage.missed), default=0.0)


def moved_passages(compared: Compared) -> Iterator[Difference]:
    """A finding for each block of base sentences that stands elsewhere in other versions."""
    base = compared.document(compared.base)
    blocks: dict[tuple[int, ...], list[tuple[AnnotatedDocument, tuple[int, ...]]]] = {}
    for pair in compared.alignment.pairs:
        if compared.base not in (pair.a, pair.b):
            continue
        other = compared.document(pair.b if pair.a == compared.base else pair.a)
        if other.document.duplicate_of:
            continue
        links = [(x.a, x.b) if pair.a == compared.base else (x.b, x.a) for x in pair.links if is_move(x)]
        for ours, theirs in moved_blocks(links):
            if sum(len(base.sentences[i].tokens) for i in ours) >= FEWEST_MOVED:
                blocks.setdefault(ours, []).append((other, theirs))
    rows = {i: row.number for row in compared.alignment.rows for i in row.cell(base.id)}
    for ours, elsewhere in sorted(blocks.items(), key=lambda item: item[0]):
        yield moved_passage(base, ours, elsewhere, min(rows[i] for i in ours))


def is_move(link: Link) -> bool:
    return link.moved and link.relation is not Relation.PARTIAL


def moved_blocks(links: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Moved links joined where they follow each other on both sides."""
    ordered = sorted(links)
    if not ordered:
        return
    ours, theirs = list(ordered[0][0]), list(ordered[0][1])
    for (_, before), (mine, other) in pairwise(ordered):
        if mine[0] == ours[-1] + 1 and other[0] == before[-1] + 1:
            ours += mine
            theirs += other
        else:
            yield tuple(ours), tuple(theirs)
            ours, theirs = list(mine), list(other)
    yield tuple(ours), tuple(theirs)


def moved_passage(
    base: AnnotatedDocument,
    ours: tuple[int, ...],
    elsewhere: Sequence[tuple[AnnotatedDocument, tuple[int, ...]]],
    row: int,
) -> Difference:
    """The finding for one block of the base, its first row, and where other versions have it."""
    here = Passage(base, (), ours)
    evidence = here.evidence + tuple(e for document, theirs in elsewhere for e in evidence_of(document, theirs))
    places = listed([message("content.as_sentence", sentence=sentence_number(document, theirs[0]), who=document.label)
                     for document, theirs in elsewhere])  # fmt: skip
    return Difference(
        kind=FindingKind.MOVED,
        verdict=Verdict.NOTE,
        severity=Severity.LOW,
        evidence=evidence,
        versions=(base.id, *(document.id for document, _ in elsewhere)),
        row=row,
        explanation=message("content.moved", sentence=sentence_number(base, ours[0]), who=base.label, places=places,
                            words=quoted(here.short)),
        weight=min(1.0, 0.1 * len(ours)),
    )


def sentence_number(document: AnnotatedDocument, index: int) -> int:
    """The number in a sentence's id: 5 for "A5"."""
    return int(document.sentences[index].id.removeprefix(document.id))
