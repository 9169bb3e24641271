"""Alignment -> Difference*: another person or place in the same slot, and spellings of one name that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rapidfuzz.distance import Indel, Levenshtein

from compare.differences.changes import Change, Wording, merged
from compare.differences.words import Collation, Side, Slot, collations
from compare.language import function_words
from compare.lexicon import sections
from compare.lexicon.places import is_place, same_place, unlike_places
from compare.model import Compared, Difference, Evidence, FindingKind, Name, Relation, Severity, Verdict
from compare.tokens import tokenize

VARIANT = 0.75
"""Least likeness by letters of two spellings of a name (Shevchenko and Schevtchenko 0.91; Lind and Lund 0.75)."""


def name_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each place where versions have another name."""
    return merged((c for link in collations(compared) for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """Slots of a link that hold a name on either side."""
    if not link.close or is_heading(link.a) or is_heading(link.b):
        return
    for slot in link.slots:
        if slot.replaced and slot.sure:
            a, b = name_in(link.a, slot.a), name_in(link.b, slot.b)
            if a and b and (change := change_of(link, slot, a, b)):
                yield change


def is_heading(side: Side) -> bool:
    """Whether every word of weight has a capital: then a capital tells no name."""
    words = [side.words(i, i + 1) for i, n in enumerate(side.norms) if n not in function_words("en") and n[0].isalpha()]
    return len(words) > 1 and all(w[0].isupper() for w in words)


def name_in(side: Side, span: tuple[int, int]) -> tuple[int, Name] | None:
    """The one name that stands in a span, with its sentence, if the span holds nothing else of weight."""
    found = [(i, n) for i in side.indices for n in side.document.sentences[i].names if overlaps(side, span, n)]
    if len(found) != 1:
        return None
    index, name = found[0]
    others = [side.norms[k] for k in range(*span) if not (name.start <= side.tokens[k].start < name.end)]
    extra = [w for w in others if w not in function_words("en") and w not in titles()]
    if len(extra) > is_place(" ".join(bare(name))):  # "an American" and "a British man" still are two nationalities
        return None
    return index, name


def overlaps(side: Side, span: tuple[int, int], name: Name) -> bool:
    return any(name.start <= side.tokens[i].start < name.end for i in range(*span))


def titles() -> frozenset[str]:
    """Words that may stand before a person's name."""
    return frozenset(sections("titles.toml")["person"].split())


def change_of(link: Collation, slot: Slot, a: tuple[int, Name], b: tuple[int, Name]) -> Change | None:
    """What two names in one slot amount to; None where they may name the same."""
    mine, theirs = bare(a[1]), bare(b[1])
    if same_name(mine, theirs) or times(a[1], link.a) <= times(a[1], link.b) or times(b[1], link.b) <= times(b[1], link.a):
        return None
    spelling = is_variant(mine, theirs)
    if not spelling and speaks(link.a, *a) and speaks(link.b, *b):  # two sources: told as such
        return None
    kind = FindingKind.NAME_VARIANT if spelling else FindingKind.NAME_CHANGE
    verdict = Verdict.CHECK if spelling or link.link.relation is Relation.PARTIAL else Verdict.CONFLICT
    return Change(
        kind=kind,
        verdict=verdict,
        severity=Severity.MEDIUM if spelling else Severity.HIGH,
        a=wording(link.a, *a),
        b=wording(link.b, *b),
        reason="the name is spelt in different ways" if spelling else "another name stands in the same place",
        row=link.row,
        weight=0.4 if spelling else 0.8,
    )


def speaks(side: Side, index: int, name: Name) -> bool:
    """Whether a name stands in its sentence's source."""
    start, end = side.document.sentences[index].statement.speaker_span or (0, 0)
    return start <= name.start < end


def wording(side: Side, index: int, name: Name) -> Wording:
    field = side.document.sentences[index].field
    return Wording(side.version, (Evidence(side.version, index, name.start, name.end, field),), name.text)


def bare(name: Name) -> tuple[str, ...]:
    """The words of a name without titles and function words."""
    words = [t.norm.removesuffix("'s").removesuffix("'") for t in tokenize(name.text)]
    kept = [w for w in words if w not in titles() and w not in function_words("en")]
    return tuple(kept or words)


def times(name: Name, side: Side) -> int:
    """How often a passage has a name, in full or in part: where both sides have it as often, only the order has changed."""
    words = set(bare(name))
    return sum(n.key == name.key or set(bare(n)) <= words or words <= set(bare(n)) for s in side.sentences for n in s.names)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one: a part of it, its initials, the place and its people."""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return initials(one, other) or initials(other, one) or same_place(" ".join(one), " ".join(other))


def initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name is made of the first letters of the other."""
    return len(short) == 1 and len(full) > 1 and short[0] == "".join(w[0] for w in full)


def is_variant(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are spellings of one: all words alike, or the family name the same and first names that sound alike."""
    if len(one) != len(other) or unlike_places(" ".join(one), " ".join(other)):
        return False
    return all(x == y or alike(x, y) for x, y in zip(one, other, strict=True))


def alike(one: str, other: str) -> bool:
    """Whether two words look like spellings of one word: a letter apart, or with the same consonants, as transliterations have.

    >>> alike("volodymyr", "vladimir"), alike("kovac", "kovacs"), alike("leeds", "derby")
    (True, True, False)
    """
    if min(len(one), len(other)) < 4:
        return False
    if Levenshtein.distance(one, other) == 1 or Indel.normalized_similarity(one, other) >= VARIANT:
        return True
    return skeleton(one) == skeleton(other) and len(skeleton(one)) > 2


def skeleton(word: str) -> str:
    """The consonants of a word, doubled ones once."""
    return "".join(letter for letter, _ in groupby(c for c in word if c not in "aeiouy"))
