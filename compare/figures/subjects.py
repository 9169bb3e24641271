"""Annotated sentence, number -> Subject: who or what a number is told of, beside the noun that it counts.

"54 games with the Angels" and "157 games combined" count the same noun, and so do "three other women" and "a dozen women": what
restricts the noun tells them apart. A name does too, where both versions know both names and give the numbers to different ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.language import function_words
from compare.model import Annotated
from compare.tokens import tokenize

BEFORE, AFTER = 2, 3
"""Words before and behind a number in which a word such as "other" or "combined" restricts what it counts."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What restricts a number to one subject."""

    marks: frozenset[str]
    """From where it counts: further, each, together (shifts of concepts.toml)."""
    names: frozenset[str]
    """Last words of the names in its clause, those of its source left out."""
    named: frozenset[str]
    """All words of the names of its sentence."""
    known: frozenset[str]
    """All words of the names of its version."""


def subject_of(
    sentence: Annotated, first: int, last: int, clause: Iterable[int], shifts: Mapping[str, str], known: frozenset[str]
) -> Subject:
    """The subject of the number at tokens first to last; `clause` are the places of the words of its clause."""
    words = [t.norm for t in sentence.tokens]
    near = [k for k in range(max(0, first - BEFORE), min(len(words), last + AFTER)) if words[k : k + 2] != ["more", "than"]]
    source = sentence.statement.speaker_span or (0, 0)
    places = {sentence.tokens[k].start for k in clause}
    owners = [n for n in sentence.names if n.start in places and not source[0] <= n.start < source[1]]
    names = {w for n in owners for w in name_words(n.text)[-1:]}
    marks = frozenset(shifts[words[k]] for k in near if words[k] in shifts)
    return Subject(marks, frozenset(names), names_known([sentence]), known)


def names_known(sentences: Sequence[Annotated]) -> frozenset[str]:
    """All words of the names of a version."""
    return frozenset(w for s in sentences for n in s.names for w in name_words(n.text))


@lru_cache(maxsize=4096)  # every number of a sentence asks for all names in it
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell something, without a genitive."""
    words = (t.norm.removesuffix("'s") for t in tokenize(name))
    return tuple(w for w in words if w not in function_words("en"))


def other_owner(a: Subject, b: Subject) -> bool:
    """Are two numbers told of different names, each of which the other version knows, too, and does not name here?"""
    apart = a.names and b.names and not a.names & b.named and not b.names & a.named
    return bool(apart and a.names <= b.known and b.names <= a.known)


def other_part(a: Subject, b: Subject) -> bool:
    """Does one of two numbers alone count a rest, a total or each one?"""
    return a.marks != b.marks
