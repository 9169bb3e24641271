"""Compared -> Kin: the versions that are the base's own text, edited, cut or added to; others tell the story for themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Compared, PairSimilarity
from compare.similarity import pair_similarities

CLOSE = 0.5
"""Similarity of a version to the base above which it counts as the base's text edited. Between revisions it is near 0.9,
between outlets near 0.1 (stories of both kinds that were read before this was built)."""
CUT_DOWN = 0.75
"""Share of a version's words in another of the same outlet from which the one is the other's text, cut or added to."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The base and the versions that are its text edited; with them, those of its outlet that it was cut or added to."""

    edited: frozenset[str]
    cut: frozenset[str]

    @classmethod
    def of(cls, compared: Compared) -> Kin:
        """The kin of the base."""
        edited, cut = {compared.base}, {compared.base}
        for pair in pair_similarities(compared.documents, compared.alignment):
            if compared.base in (pair.a, pair.b):
                other = pair.b if pair.a == compared.base else pair.a
                edited |= {other} if pair.similarity >= CLOSE else set()
                cut |= {other} if is_cut(pair, compared) else set()
        return cls(frozenset(edited), frozenset(edited | cut))

    def edited_alone(self, versions: Iterable[str]) -> bool:
        return self.edited.issuperset(versions)

    def cut_alone(self, versions: Iterable[str]) -> bool:
        return self.cut.issuperset(versions)


def is_cut(pair: PairSimilarity, compared: Compared) -> bool:
    """Whether two versions of one outlet are one text of which the other has nearly all."""
    outlets = [compared.document(v).document.version.outlet for v in (pair.a, pair.b)]
    same = outlets[0] is not None and outlets[0] == outlets[1]
    return same and max(pair.a_in_b, pair.b_in_a) >= CUT_DOWN
