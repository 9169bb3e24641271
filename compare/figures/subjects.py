"""Annotated sentence, number -> Subject: who or what a number is told of, beside the noun that it counts.

"54 games with the Angels" and "157 games combined" count the same noun, and so do "three other women" and "a dozen women": what
restricts the noun tells them apart. A name does too, where both versions know both names and give the numbers to different ones.
A sum has no noun of its own, but is spent or paid back, and may be the price of a thing that stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from compare.figures.concepts import concepts
from compare.language import function_words
from compare.model import Annotated, Number
from compare.tokens import tokenize

BEFORE, AFTER = 2, 3
"""Words before and behind a number in which a word such as "other" or "combined" restricts what it counts."""

MORE_THAN = ["more", "than"]
"""With a number a bound; behind one, and before none, a difference: "nine more than before"."""
ARTICLES, TOWARD = frozenset({"a", "an", "one"}), frozenset({"on", "for"})
LONGEST_THING = 4
"""Words of a thing that is bought, at most."""
DEAL = 100_000
"""A sum from which something is not bought off the shelf, and the same is not paid twice: outlets word a deal in many ways."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What restricts a number to one subject."""

    marks: frozenset[str]
    """From where it counts: further, each, together (shifts of concepts.toml)."""
    names: frozenset[str]
    """Last words of the names in its clause, or of the one that opens its sentence; those of its source left out."""
    named: frozenset[str]
    """All words of the names of its sentence."""
    known: frozenset[str]
    """All words of the names of its version."""
    flows: frozenset[str] = frozenset()
    """Of a sum: where it goes, as far as its clause says so (flows of concepts.toml)."""
    bought: frozenset[str] = frozenset()
    """Of a price: the words of what it is paid for."""


def subject_of(
    sentence: Annotated, first: int, last: int, clause: Iterable[int], known: frozenset[str], *, money: Number | None = None
) -> Subject:
    """The subject of the number at tokens first to last; `clause` are the places of the words of its clause.

    `money` is the sum, if it is one.
    """
    shifts = concepts("shifts")
    words = [t.norm for t in sentence.tokens]
    near = [k for k in range(max(0, first - BEFORE), min(len(words), last + AFTER))
            if words[k : k + 2] != MORE_THAN or (k >= last and not opens_quantity(sentence, k))]  # fmt: skip
    source = sentence.statement.speaker_span or (0, 0)
    places = {sentence.tokens[k].start for k in clause}
    told = [n for n in sentence.names if not source[0] <= n.start < source[1]]
    owners = [n for n in told if n.start in places] or [n for n in told if n.start == sentence.start]
    names = {w for n in owners for w in name_words(n.text)[-1:]}
    marks = frozenset(shifts[words[k]] for k in near if words[k] in shifts)
    said = {} if money is None else {k: words[k] for k in clause}
    flows = frozenset(concepts("flows")[w] for w in said.values() if w in concepts("flows"))
    paid = money is not None and money < DEAL and not concepts("prices").keys().isdisjoint(words)
    bought = thing_bought(said, first, last) if paid else frozenset()
    return Subject(marks, frozenset(names), names_known([sentence]), known, flows, bought)


def opens_quantity(sentence: Annotated, place: int) -> bool:
    """Does a quantity begin with a word: "more than 40"?"""
    return any(q.start == sentence.tokens[place].start for q in sentence.quantities)


def thing_bought(words: Mapping[int, str], first: int, last: int) -> frozenset[str]:
    """The words of what a price is paid for: "a $90 fur hat", "$90 on a fur hat", "a fur hat for $90"; none where it is not told.

    >>> sorted(thing_bought(dict(enumerate("he spent $ 90 on a fur hat in may".split())), 2, 4))
    ['fur', 'hat']
    """
    behind = [words.get(k, "") for k in range(last, last + 2 + LONGEST_THING)]
    before = [words.get(k, "") for k in range(first - 1, first - 2 - LONGEST_THING, -1)]
    if behind[0] in TOWARD and behind[1] in ARTICLES:
        run = behind[2:]
    elif before[0] in ARTICLES:
        run = behind[:LONGEST_THING]
    else:
        run = before[1:] if before[0] == "for" else []
    return frozenset(takewhile(lambda w: w and w not in function_words("en"), run))


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


def other_use(a: Subject, b: Subject) -> bool:
    """Is one sum spent and the other paid back, or are they prices of two things?"""
    return bool((a.flows and b.flows and not a.flows & b.flows) or (a.bought and b.bought and not a.bought & b.bought))


def other_part(a: Subject, b: Subject) -> bool:
    """Does one of two numbers alone count a rest, a total or each one?"""
    return a.marks != b.marks
