"""Who is said to have done something, by the names and titles of a version."""

from __future__ import annotations

from compare.differences.claims.deeds import Deed, deeds
from compare.differences.names.one_name import bare
from compare.differences.words import Collation, Side
from compare.lexicon import base_form, title_words
from compare.lexicon.opposites import opposed, rivals
from compare.model import Annotated, AnnotatedDocument, Name


def two_doers(link: Collation, pair: tuple[int, int]) -> bool:
    """Whether two verbs are told of others: lawmakers may approve what the president rejects."""
    one, other = (deed_at(side, at) for side, at in zip((link.a, link.b), pair, strict=True))
    if not one or not other or not one.doer or not other.doer or {"it"} in (one.doer, other.doer):
        return False
    return not same_person_or_body(link, one, other)


def same_person_or_body(link: Collation, one: Deed, other: Deed) -> bool:
    """Whether those who did two deeds have a name or word in common, and none that excludes another: no upper and lower house."""
    mine, theirs = known_as(link.a.document, one.doer), known_as(link.b.document, other.doer)
    apart = any(opposed(x, y) or rivals(x, y) for x in mine - theirs for y in theirs - mine)
    return not mine.isdisjoint(theirs) and not apart


def deed_at(side: Side, place: int) -> Deed | None:
    """The deed whose verb begins at a word."""
    return next((d for d in deeds(side) if d.span[0] == place), None)


def known_as(document: AnnotatedDocument, doer: frozenset[str]) -> frozenset[str]:
    """The words of a doer, and the surnames of those whom the version gives such a title: "the judge" is Judge Ann Bell."""
    titles = {title for title in title_words("person") if base_form(title) in doer}
    if not titles:
        return doer
    named = ((s, n) for s in document.sentences for n in s.names)
    return doer | {base_form(bare(n)[-1]) for s, n in named if titles.intersection(called(s, n))}


def called(sentence: Annotated, name: Name) -> list[str]:
    """The words of a name, and the one in front of it."""
    return [t.norm for t in sentence.tokens if t.end <= name.start][-1:] + name.text.casefold().split()
