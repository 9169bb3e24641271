"""Alignment -> Difference*: another person or place in the same slot, and spellings of one name that differ.

A spelling (`spellings`) is a difference whatever the words around; another name only where it stands in the other's very
place. What has two names (a country and its people, Kyiv and Kiev, an acronym) is no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from compare.differences.changes import Change, Wording, merged
from compare.differences.claims.converses import told_from_other_end
from compare.differences.names.lone_names import Located, lone_name, lone_names
from compare.differences.names.one_name import Bare, bare, derived, is_variant, same_name
from compare.differences.names.spellings import (
    is_heading,
    is_slip,
    is_spelling,
    spelling,
    spellings,
    spellings_elsewhere,
    wording,
)  # fmt: skip
from compare.differences.words import Collation, Side, Slot, collations
from compare.language import function_words
from compare.lexicon import title_words, word_class
from compare.lexicon.known import is_place
from compare.messages import message
from compare.model import AnnotatedDocument, Compared, Difference, FindingKind, Name, Relation, Severity, Verdict

LEAST_WORDS = 2
"""Words of a name that may be common words throughout; a lone one may have a namesake."""
JOINTS = frozenset({", ", " in ", ", in ", " of ", ", near ", " near ", " (", ", at ", " at "})
"""What stands between two names of which one tells where the other is."""


def name_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each place where versions have another name, and for each name that they spell differently."""
    joined = {pair for d in compared.documents for pair in stand_together(d)}
    changes = [c for link in collations(compared) for c in (*spellings(link), *other_names(link, joined))]
    return merged([*changes, *spellings_elsewhere(compared)], compared)


def other_names(link: Collation, joined: Set[frozenset[Bare]]) -> Iterator[Change]:
    """Slots of a link that hold another name on either side."""
    if not link.close or is_heading(link.a) or is_heading(link.b) or is_byline(link.a) or is_byline(link.b):
        return
    for slot in link.slots:
        a, b = name_in(link.a, slot.a), name_in(link.b, slot.b)
        if slot.opens and (a is None) != (b is None):  # "Ann Bell won" and "Marlow won": a capital alone proves no name there
            a, b = a or lone_name(link, slot, link.a, b), b or lone_name(link, slot, link.b, a)
        guessed = lone_names(link, slot) if slot.opens and not (a or b) else None
        if guessed:
            a, b = guessed
        if slot.replaced and slot.sure and a and b and is_other(link, a.name, b.name):
            if frozenset({bare(a.name), bare(b.name)}) in joined or other_relation(link, slot):
                continue
            if common_noun(link, a.name) or common_noun(link, b.name) or other_time(link) or told_from_other_end(link):
                continue
            here, there = (wording(side.document, x.sentence, x.name) for side, x in ((link.a, a), (link.b, b)))
            slip = is_slip(bare(a.name), bare(b.name))
            yield spelling(here, there, link.row, trifle=False) if slip else other_name(link, here, there, bool(guessed))


def is_byline(side: Side) -> bool:
    """Whether a passage tells who wrote the story."""
    words = set(side.norms)
    return side.norms[:1] == ("by",) or bool({"reporting", "editing"} & words and {"by", "contributed"} & words)


def name_in(side: Side, span: tuple[int, int]) -> Located | None:
    """The one name that stands in a span, if the span holds nothing else of weight."""
    found = [Located(i, n) for i in side.indices for n in side.document.sentences[i].names if overlaps(side, span, n)]
    if len(found) != 1 or is_figure(side, found[0]) or is_shouted(found[0].name):
        return None
    name = found[0].name
    others = [side.norms[k] for k in range(*span) if not (name.start <= side.tokens[k].start < name.end)]
    extra = [w for w in others if w not in function_words("en") and w not in title_words("person")]
    if len(extra) > is_place(" ".join(bare(name))):  # "an American" and "a British man" still are two nationalities
        return None
    return found[0]


def is_shouted(name: Name) -> bool:
    """Whether several words are in capitals throughout, as in a headline: they may be any words."""
    return name.text.isupper() and " " in name.text


def is_figure(side: Side, located: Located) -> bool:
    """Whether a name is part of a figure: a currency, a month."""
    quantities = side.document.sentences[located.sentence].quantities
    return any(q.start < located.name.end and located.name.start < q.end and q.kind != "count" for q in quantities)


def overlaps(side: Side, span: tuple[int, int], name: Name) -> bool:
    return any(name.start <= side.tokens[i].start < name.end for i in range(*span))


def is_other(link: Collation, mine: Name, theirs: Name) -> bool:
    """Whether two names in one slot cannot name the same, and have not only changed their order."""
    one, other = bare(mine), bare(theirs)
    if same_name(one, other) or is_spelling(one, other) or (len(one) == len(other) == 1 and derived(one[0], other[0])):
        return False
    if speaks(link.a, mine) and speaks(link.b, theirs):
        return False  # two speakers are told as such
    if known_as_one(link, mine, theirs):
        return False
    return oftener(mine, link.a, link.b) and oftener(theirs, link.b, link.a)


def oftener(name: Name, own: Side, other: Side) -> bool:
    """Whether a name's own passage has it more often than the other; a lone word that was not read as a name by its words."""
    mine, theirs = times(name, own), times(name, other)
    return mine > theirs if mine or theirs else own.norms.count(name.key) > other.norms.count(name.key)


def known_as_one(link: Collation, mine: Name, theirs: Name) -> bool:
    """Whether the versions give the two names in full somewhere, and the full names may be one: they are told as spellings."""
    ours, others = (full_names(side.document, name.key) for side, name in ((link.a, mine), (link.b, theirs)))
    return any(same_name(x, y) or is_variant(x, y) for x in ours for y in others if len(x) > 1 and len(y) > 1)


def full_names(document: AnnotatedDocument, key: str) -> list[Bare]:
    """The forms in which a version has a name, in the order of the text."""
    return list(dict.fromkeys(bare(n) for s in document.sentences for n in s.names if n.key == key))


def common_noun(link: Collation, name: Name) -> bool:
    """Whether the versions write every word of a long name in small letters elsewhere: "the Hearing Paper"."""
    words = set(bare(name))
    if len(words) < LEAST_WORDS:
        return False
    small = {t.norm for d in (link.a.document, link.b.document) for s in d.sentences for t in s.tokens
             if t.norm in words and s.slice(t.start, t.end).islower()}  # fmt: skip
    return words <= small


def other_time(link: Collation) -> bool:
    """Whether each side of a link gives a date that the other has not: two names may then be of two events."""
    mine, theirs = ({q.date for s in side.sentences for q in s.quantities if q.kind == "date" and q.date}
                    for side in (link.a, link.b))  # fmt: skip
    return bool(mine - theirs and theirs - mine)


def stand_together(document: AnnotatedDocument) -> Iterator[frozenset[Bare]]:
    """Pairs of names that a version joins, as a place in another place or a man of an office: "Leeds, Yorkshire"."""
    for s in document.sentences:
        for before, after in pairwise(s.names):
            if before.end <= after.start and s.slice(before.end, after.start) in JOINTS:
                yield frozenset({bare(before), bare(after)})


def other_relation(link: Collation, slot: Slot) -> bool:
    """Whether the prepositions of a slot differ: "in the gulf" and "off the islands" are two places, and both may be right."""
    mine, theirs = ({side.norms[i] for i in range(*span)} & word_class("prepositions")
                    for side, span in ((link.a, slot.a), (link.b, slot.b)))  # fmt: skip
    return bool(mine and theirs and not mine & theirs)


def speaks(side: Side, name: Name) -> bool:
    """Whether a name stands in its sentence's source."""
    spans = [s.statement.speaker_span for s in side.sentences if s.statement.speaker_span and s.start <= name.start < s.end]
    return any(start <= name.start < end for start, end in spans)


def times(name: Name, side: Side) -> int:
    """How often a passage has a name, in full or in part: where both sides have it as often, only the order has changed."""
    words = set(bare(name))
    return sum(n.key == name.key or set(bare(n)) <= words or words <= set(bare(n)) for s in side.sentences for n in s.names)


def other_name(link: Collation, a: Wording, b: Wording, guessed: bool) -> Change:
    """Another name is a conflict; names that only their capitals prove, or of a partial link, are at most something to check."""
    surest = Verdict.CHECK if guessed or link.link.relation is Relation.PARTIAL else Verdict.CONFLICT
    return Change(
        kind=FindingKind.NAME_CHANGE,
        verdict=surest,
        severity=Severity.MEDIUM if guessed else Severity.HIGH,
        a=a,
        b=b,
        reason=message("reason.other_name"),
        row=link.row,
        weight=0.8,
    )
