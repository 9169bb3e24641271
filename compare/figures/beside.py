"""Annotated sentence, the place of a number -> what the words beside it say: whose it is, what happened, until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import dropwhile, pairwise

from compare.figures.concepts import concepts
from compare.language import function_words
from compare.model import Annotated, Quantity
from compare.tokens import tokenize

CLOSE = 4
"""Words to either side of a number that are close to it."""
CLAUSE_BREAKS = frozenset(",;:—–()\"“”")
STATE_WITHIN = 8
PAST_BREAK = 4
"""A state in front of a number counts as so many words further off for each break between the two: "50 were killed and 53 others
were wounded", "died in the school, where 300 had sought shelter"."""
JOINTS = frozenset({"and", "but", "while", "or", "where", "as"})
SEX_BEFORE, SEX_BEHIND = 6, 2
"""Words in front of an age ("two sons, ages 6 and 16") and behind it ("a six-year-old girl") that may tell whose it is."""
LASTING_WITHIN = 3
"""Words in front of a day among which "until" is looked for: "until at least Monday"."""
NOT_BEFORE = 2
"""Words in front of "until" of which a "not" makes it the day itself: "it was not until Monday that"."""
BEFORE_WITHIN = 4
"""Words behind a number among which "last year" is looked for."""
HEADING_WITHIN = 3
"""Words behind a distance among which a point of the compass is looked for: "four miles south-west of"."""
ANCHOR_WITHIN = 6
"""Words behind a distance among which the place is looked for that it is measured from: "20 miles or so north of Velm"."""
BEHIND_NAME = 3
"""Characters between a name and the age behind it, at most: a comma and spaces."""


def nearest_state(sentence: Annotated, first: int, last: int, taken: set[int]) -> str | None:
    """The state whose word stands closest to the number, within eight words; of two as close the one that follows.

    Those whom somebody leaves behind are not the dead, though the word stands beside them.
    """
    if leaves_behind([t.norm for t in sentence.tokens[max(0, first - STATE_WITHIN) : first]]):
        return "bereaved"
    known = concepts("states")
    window = range(max(0, first - STATE_WITHIN), min(len(sentence.tokens), last + STATE_WITHIN))
    found = [(first - j + PAST_BREAK * breaks(sentence, j, first) if j < first else j - last + 0.5, known[norm])
             for j in window if (norm := sentence.tokens[j].norm) in known and j not in taken]  # fmt: skip
    return min(((far, state) for far, state in found if far <= STATE_WITHIN), default=(0, None))[1]


def pole_of(sentence: Annotated, first: int, last: int, clause: Iterable[int]) -> str | None:
    """The closest word within a few of it, in its clause, that makes it a gain or a loss: "a net loss of 3 million"."""
    near = [j for j in clause if first - CLOSE <= j < last + CLOSE and sentence.tokens[j].norm in concepts("poles")]
    closest = min(near, key=lambda j: (first - j if j < first else j - last + 1, j), default=None)
    return None if closest is None else sentence.tokens[closest].norm


def step_of(sentence: Annotated, first: int, last: int) -> str | None:
    """The word beside a count that makes it one of so many more or fewer: "400 fewer jobs", "fell by 40"."""
    behind = [t.norm for t in sentence.tokens[max(first, last - 1) : last + 1]]
    before = [t.norm for t in sentence.tokens[max(0, first - 2) : first]]
    found = [w for w in behind if w in concepts("more")]
    if before[1:] == ["by"] and before[0] in concepts("moved"):
        found.append(before[0])
    return next(iter(found), None)


def sex_of(sentence: Annotated, first: int, last: int) -> str | None:
    """Whether an age is told of a man or of a woman: by the word right behind it, else by the closest in front."""
    behind = range(last, min(last + SEX_BEHIND, len(sentence.tokens)))
    near = [k for k in behind if not breaks(sentence, last - 1, k)] if last else []
    places = (*near, *range(first - 1, max(0, first - SEX_BEFORE) - 1, -1))
    return next((concepts("sexes")[norm] for k in places if (norm := sentence.tokens[k].norm) in concepts("sexes")), None)


def is_lasting(sentence: Annotated, first: int) -> bool:
    """Do the words in front of a day say that something lasts until then: "until at least Monday"; not: "not until Monday"?"""
    words = [t.norm for t in sentence.tokens[max(0, first - LASTING_WITHIN - NOT_BEFORE) : first]]
    ends = [k for k in range(max(0, len(words) - LASTING_WITHIN), len(words)) if words[k] in concepts("lasting")]
    return bool(ends) and not any(w == "not" or w.endswith("n't") for w in words[max(0, ends[0] - NOT_BEFORE) : ends[0]])


def is_left_out(sentence: Annotated, first: int) -> bool:
    """Does a number count those that are left out: "all but two of the crew"?"""
    return [t.norm for t in sentence.tokens[max(0, first - 2) : first]] == ["all", "but"]


def is_pointing(sentence: Annotated, first: int) -> bool:
    """Does a bare number stand for some named before: "the two"?"""
    return first > 0 and sentence.tokens[first - 1].norm in concepts("pointing")


def heading_of(sentence: Annotated, last: int) -> frozenset[str]:
    """The points of the compass toward which a distance is told: north and east for "north-east"; none where it is not told."""
    found: set[str] = set()
    for token in sentence.tokens[last : last + HEADING_WITHIN]:
        point = concepts("compass").get(token.norm)
        if point is None and found:
            break
        found.update(point or ())
    return frozenset(found)


def anchor_of(sentence: Annotated, last: int) -> frozenset[str]:
    """The words of the name that a distance is measured from: "about 26 miles north of Velm"; none for what is no name."""
    tokens = sentence.tokens
    ways = (k for k in range(last, min(last + ANCHOR_WITHIN, len(tokens) - 1)) if tokens[k].norm in concepts("from_where"))
    for at in ways:
        behind = tokens[at + 2] if tokens[at + 1].norm == "the" and at + 2 < len(tokens) else tokens[at + 1]
        name = next((n for n in sentence.names if n.start <= behind.start < n.end), None)
        return frozenset(t.norm.removesuffix("'s") for t in tokenize(name.text)) if name else frozenset()
    return frozenset()


def is_of_before(sentence: Annotated, last: int) -> bool:
    """Is a number said to be last year's, or last month's: "3.9 percent last year", not "more than last year"?"""
    turns = concepts("turns")
    words = [t.norm for t in sentence.tokens[last : last + BEFORE_WITHIN]]
    behind = list(dropwhile(lambda word: word not in turns and word not in function_words("en"), words))
    return len(behind) > 1 and turns.get(behind[0]) == "earlier" and behind[1] in concepts("spans")


def denies(sentence: Annotated, clause: Iterable[int]) -> bool:
    """Does a clause hold an odd number of negations?"""
    starts = {sentence.tokens[j].start for j in clause}
    return sum(c.kind == "negation" and c.start in starts for c in sentence.statement.cues) % 2 == 1


def bearer_of(sentence: Annotated, q: Quantity) -> str:
    """Key of the name in front of a quantity and a comma; "" where none stands there."""
    near = (n for n in sentence.names if 0 < q.start - n.end <= BEHIND_NAME)
    return next((n.key for n in near if sentence.slice(n.end, q.start).strip() == ","), "")


def leaves_behind(words: Sequence[str]) -> bool:
    """Do the words before a number say that it counts somebody's family?

    >>> leaves_behind(["the", "mother", "of"]), leaves_behind(["is", "survived", "by", "his", "wife", "and"])
    (True, True)
    >>> leaves_behind(["the", "blast", "left"])
    False
    """
    kin = concepts("kin")
    of_one = len(words) > 1 and words[-1] in ("of", "to") and kin.get(words[-2]) == "leaver"
    return of_one or any(after in ("by", "behind") and kin.get(word) == "leaves" for word, after in pairwise(words))


def breaks(sentence: Annotated, start: int, end: int) -> int:
    """How many commas and joining words part token `start` from token `end`, a comma with its "and" counted once."""
    between = sentence.tokens[start:end]
    marks = [any(c in CLAUSE_BREAKS for c in sentence.slice(a.end, b.start)) or b.norm in JOINTS
             for a, b in pairwise((*between, sentence.tokens[min(end, len(sentence.tokens) - 1)]))]  # fmt: skip
    return sum(mark and not (at and marks[at - 1]) for at, mark in enumerate(marks))
