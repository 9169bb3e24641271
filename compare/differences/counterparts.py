"""A sentence of one version -> the one of another that seems to say the like, though it shares no rare word with it.

"The firm denied any fault" and "Its lawyer called the charge baseless" share no word by which either could be found. What they
share is the stand that a party takes: it denies, it says nothing, it admits. Two parties with different names are two stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache
from typing import TypeVar

from compare.differences.carried import by_first_word, is_denial, phrases_in, source_words
from compare.differences.one_name import bare
from compare.differences.retold import Retold
from compare.figures.mentions import stem
from compare.lexicon import sections
from compare.model import Annotated, AnnotatedDocument

T = TypeVar("T")
Told = Mapping[tuple[str, int], Set[str]]
"""For a sentence (version, index), the versions that have a sentence which tells the same."""


class Counterparts:
    """The sentences of all versions by the stand that they take and by who speaks in them, read when first asked for."""

    def __init__(self, documents: Sequence[AnnotatedDocument], told: Told, retold: Retold) -> None:
        self.documents = {d.id: d for d in documents}
        self.told = told
        self.retold = retold
        self.stands: dict[str, dict[int, str]] = {}
        self.speakers: dict[str, dict[int, frozenset[str]]] = {}

    def same_stand(self, version: str, sentence: int, other: str, having: Sequence[str]) -> int | None:
        """Index of the sentence of another version that takes the same stand; of several the one that shares most with it.

        It tells what none of the versions `having` the sentence tells elsewhere.
        """
        stand = self.stands_of(version).get(sentence)
        mine = self.documents[version].sentences[sentence]

        def fits(i: int) -> bool:
            return not rivals(mine, self.documents[other].sentences[i])

        alike = (i for i, theirs in self.stands_of(other).items() if theirs == stand and fits(i))
        return self.nearest(version, sentence, other, self.free(other, alike, having))

    def same_speaker(self, version: str, sentence: int, other: str, having: Sequence[str]) -> int | None:
        """Index of the sentence of another version in which the same named source speaks of the same."""
        named = self.speakers_of(version).get(sentence, frozenset())
        alike = (i for i, theirs in self.speakers_of(other).items() if not named.isdisjoint(theirs))
        but = frozenset(stem(word, self.documents[version].document.language) for word in named)
        shared = (i for i in alike if self.retold.shared(version, sentence, other, i, but) > 0)
        return self.nearest(version, sentence, other, self.free(other, shared, having))

    def free(self, other: str, sentences: Iterable[int], having: Sequence[str]) -> list[int]:
        """Those of some sentences of a version that tell what none of the others tells."""
        return [i for i in sentences if self.told.get((other, i), frozenset()).isdisjoint(having)]

    def nearest(self, version: str, sentence: int, other: str, alike: Sequence[int]) -> int | None:
        """Of some sentences of another version the one that shares most with a sentence; None of none."""
        return max(alike, key=lambda i: (self.retold.shared(version, sentence, other, i), -i), default=None)

    def stands_of(self, version: str) -> dict[int, str]:
        """The stand of each sentence of a version that takes one, by index."""
        return read_once(self.stands, self.documents[version], stand_of)

    def speakers_of(self, version: str) -> dict[int, frozenset[str]]:
        """The words for the source of each sentence of a version that has one, by index."""
        return read_once(self.speakers, self.documents[version], source_words)


def read_once(store: dict[str, dict[int, T]], document: AnnotatedDocument, read: Callable[[Annotated], T | None]) -> dict[int, T]:
    """What is read in each sentence of a version's text, by index, where it is anything."""
    if document.id not in store:
        found = ((i, read(s)) for i, s in enumerate(document.sentences) if s.field == "text")
        store[document.id] = {i: held for i, held in found if held}
    return store[document.id]


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
