"""A sentence of one version -> the one of another that seems to say the like, though it shares no rare word with it.

"The firm denied any fault" and "Its lawyer called the charge baseless" share no word by which either could be found. What they
share is the stand that a party takes: it denies, it says nothing, it admits. Two parties with different names are two stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache

from compare.differences.content.carried import by_first_word, is_denial, phrases_in
from compare.differences.content.retold import Retold
from compare.differences.names.one_name import bare
from compare.lexicon import sections
from compare.model import Annotated, AnnotatedDocument

ADMITS = "admits"
"""The stand that says nothing without what is admitted."""
Told = Mapping[tuple[str, int], Set[str]]
"""For a sentence (version, index), the versions that have a sentence which tells the same."""


class Counterparts:
    """The sentences of all versions by the stand that they take, read when first asked for."""

    def __init__(self, documents: Sequence[AnnotatedDocument], told: Told, retold: Retold) -> None:
        self.documents = {d.id: d for d in documents}
        self.told = told
        self.retold = retold
        self.stands: dict[str, dict[int, str]] = {}

    def same_stand(self, version: str, sentence: int, other: str, having: Sequence[str]) -> int | None:
        """Index of the sentence of another version that takes the same stand; of several the one that shares most with it.

        It tells what none of the versions `having` the sentence tells elsewhere.
        """
        stand = self.stands_of(version).get(sentence)
        if stand is None:  # as of most sentences
            return None
        mine = self.documents[version].sentences[sentence]
        found: dict[int, float] = {}
        for i, theirs in self.stands_of(other).items():
            if theirs != stand or not self.told.get((other, i), frozenset()).isdisjoint(having):
                continue
            if not rivals(mine, self.documents[other].sentences[i]):
                found[i] = self.retold.shared(version, sentence, other, i)
        if stand == ADMITS:
            found = {i: shared for i, shared in found.items() if shared > 0}
        return max(found, key=lambda i: (found[i], -i), default=None)

    def stands_of(self, version: str) -> dict[int, str]:
        """The stand of each sentence of a version that takes one, by index."""
        if version not in self.stands:
            found = ((i, stand_of(s)) for i, s in enumerate(self.documents[version].sentences) if s.field == "text")
            self.stands[version] = {i: stand for i, stand in found if stand}
        return self.stands[version]


def stand_of(sentence: Annotated) -> str | None:
    """What stand a sentence takes, or tells of: it denies, says nothing or admits; None for none."""
    if is_denial(sentence):
        return "denies"
    norms = [t.norm for t in sentence.tokens]
    return next((name for name, held in stands() if any(phrases_in(norms, by_first_word(held)))), None)


@cache
def stands() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases of each stand, a denial first: it may come with an admission or with silence, and is then the news."""
    return tuple((name, tuple(held.strip().splitlines())) for name, held in sections("stands.toml").items())


def rivals(one: Annotated, other: Annotated) -> bool:
    """Whether both sentences have names, and none in common: then each may be another's stand."""
    mine, theirs = (frozenset(word for name in s.names for word in bare(name)) for s in (one, other))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)
