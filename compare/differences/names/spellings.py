"""Alignment -> Change*: spellings of one name that differ, in linked passages and wherever else versions have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from compare.differences.changes import Change, Wording
from compare.differences.names.one_name import ARTICLES, Bare, alike, bare, derived, is_plural, is_variant
from compare.differences.names.romanised import transliterated
from compare.differences.words import Collation, Side
from compare.language import function_words
from compare.lexicon import word_class
from compare.lexicon.known import is_place, unlike_places
from compare.messages import message
from compare.model import AnnotatedDocument, Compared, Evidence, FindingKind, Name, Severity, Verdict


def spellings(link: Collation) -> Iterator[Change]:
    """Names of linked passages that are alike, where neither version uses the other's spelling anywhere."""
    ours = names_of(link.b)
    for mine in names_of(link.a):
        for theirs in ours:
            one, other = bare(mine), bare(theirs)
            if number_of_things(link, mine, theirs):
                continue
            if one != other and is_spelling(one, other) and not used(link.b.document, one) and not used(link.a.document, other):
                here, there = first_places(link.a.document, one, link.b.document, other)
                place = "place" in (mine.kind, theirs.kind)
                slip = place and len(one) == 1 and is_slip(one, other)
                yield spelling(here, there, link.row, trifle=slip or transliterated(one, other, place))


def spellings_elsewhere(compared: Compared) -> Iterator[Change]:
    """Names of two words or more that differ in the spelling of one, wherever in two versions they stand.

    So long a name needs no linked sentences to be the same. Where only first names differ, a brother or a sister may be meant:
    that is told low.
    """
    rows = {(v, i): r.number for r in compared.alignment.rows for v, cell in r.cells for i in cell}
    held = [(d, full_names(d)) for d in compared.documents if not d.document.duplicate_of]
    for (a, ours), (b, others) in combinations(held, 2):
        for one, other in sorted(spelt_alike(ours, others)):
            if used(b, one) or used(a, other):
                continue
            here, there = first_places(a, one, b, other)
            trifle = one[-1] == other[-1] or transliterated(one, other, is_place(" ".join(one)))
            yield spelling(here, there, rows.get((a.id, here.evidence[0].sentence)), trifle)


def full_names(document: AnnotatedDocument) -> Mapping[Bare, set[Bare]]:
    """The names of two words or more of a version, by what is left of them without one of their words."""
    out: dict[Bare, set[Bare]] = {}
    for sentence in document.sentences:
        for name in map(bare, sentence.names):
            for at in range(len(name) if len(name) > 1 else 0):
                out.setdefault((*name[:at], "", *name[at + 1 :]), set()).add(name)
    return out


def spelt_alike(ours: Mapping[Bare, set[Bare]], others: Mapping[Bare, set[Bare]]) -> set[tuple[Bare, Bare]]:
    """Pairs of names that have all words but one in common, and that one in two spellings."""
    pairs = {(x, y) for rest in ours.keys() & others.keys() for x in ours[rest] for y in others[rest] if x != y}
    return {(x, y) for x, y in pairs if is_spelling(x, y) and not any(map(is_inflected, x, y))}


def is_inflected(one: str, other: str) -> bool:
    """Whether one word is a form of the other: Fund and Funds, York and Yorker."""
    return is_plural(one, other) or (one != other and derived(one, other))


def is_spelling(one: Bare, other: Bare) -> bool:
    """Whether two names are spellings of one, by their letters or as another alphabet is written: Kairouan and Qayrawan."""
    return is_variant(one, other) or transliterated(one, other)


def number_of_things(link: Collation, mine: Name, theirs: Name) -> bool:
    """Whether two names are one with and without an s, after an article ("a Mill Award", "the Mill Awards") or for members of
    a people: "the Hill Dweller vote", "Hill Dwellers"."""
    one, other = mine.text.casefold(), theirs.text.casefold()
    if not is_plural(one, other):
        return False
    members = min(one, other, key=len).endswith(tuple(word_class("endings_of_members")))
    several = members and " " in one and "person" not in (mine.kind, theirs.kind)
    return several or has_article(link.a, mine) or has_article(link.b, theirs)


def has_article(side: Side, name: Name) -> bool:
    """Whether an article stands in front of a name, as it does of things and not of people."""
    before = [n for n, t in zip(side.norms, side.tokens, strict=True) if t.end <= name.start][-1:]
    return bool(ARTICLES.intersection(before))


def names_of(side: Side) -> list[Name]:
    """The names in a passage, headings left out."""
    return [] if is_heading(side) else [n for s in side.sentences for n in s.names]


def used(document: AnnotatedDocument, name: Bare) -> bool:
    """Whether a version has a name, or one that holds its words, anywhere."""
    return any(set(name) <= set(bare(n)) for s in document.sentences for n in s.names)


def first_places(a: AnnotatedDocument, one: Bare, b: AnnotatedDocument, other: Bare) -> tuple[Wording, Wording]:
    """Where two versions first have a name that they spell differently."""
    return first_place(a, set(one), set(one) - set(other)), first_place(b, set(other), set(other) - set(one))


def first_place(document: AnnotatedDocument, name: Set[str], spelling: Set[str]) -> Wording:
    """The first place in a version of a name, in full or in part, with the words that are spelt otherwise elsewhere: one
    spelling makes one finding."""
    for index, sentence in enumerate(document.sentences):
        for found in sentence.names:
            words = set(bare(found))
            if spelling <= words and (words <= name or name <= words):
                return wording(document, index, found)
    raise AssertionError(f"{sorted(name)} stand in no name of their version")


def is_heading(side: Side) -> bool:
    """Whether every word of weight has a capital: then a capital tells no name."""
    words = [side.words(i, i + 1) for i, n in enumerate(side.norms) if n not in function_words("en") and n[0].isalpha()]
    return len(words) > 1 and all(w[0].isupper() for w in words)


def is_slip(one: Bare, other: Bare) -> bool:
    """Whether two names in one place differ by a letter: Rait and Raite, where the place says that one person is meant."""
    pairs = [(x, y) for x, y in zip(one, other, strict=False) if x != y]
    unlike = unlike_places(" ".join(one), " ".join(other))
    return len(one) == len(other) and not unlike and all(alike(x, y) and Levenshtein.distance(x, y) == 1 for x, y in pairs)


def wording(document: AnnotatedDocument, index: int, name: Name) -> Wording:
    """A name as it stands in a sentence of a version."""
    field = document.sentences[index].field
    return Wording(document.id, (Evidence(document.id, index, name.start, name.end, field),), name.text)


def spelling(a: Wording, b: Wording, row: int | None, trifle: bool) -> Change:
    """A spelling is to check. A `trifle` is a house style, or a slip in the name of a place that readers know again."""
    return Change(
        kind=FindingKind.NAME_VARIANT,
        verdict=Verdict.CHECK,
        severity=Severity.LOW if trifle else Severity.MEDIUM,
        a=a,
        b=b,
        reason=message("reason.spelling"),
        row=row,
        weight=0.4,
    )
