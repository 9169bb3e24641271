"""Change* between pairs of versions -> Difference* over all of them: one finding for a passage, whatever the number of versions.

Two changes belong together when they are of one kind and meet in a version. Versions with the same words are named together,
the base's wording first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model import Compared, Difference, Evidence, FindingKind, Severity, Verdict
from compare.tokens import tokenize

GRAVITY = (Verdict.NOTE, Verdict.RECONCILED, Verdict.CHECK, Verdict.CONFLICT)
LONGEST_WORDING = 120
"""Characters of a wording that an explanation quotes."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one version says at a place."""

    version: str
    evidence: tuple[Evidence, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference in wording between two versions."""

    kind: FindingKind
    verdict: Verdict
    severity: Severity
    a: Wording
    b: Wording
    reason: str
    """What the difference is, as the end of a sentence: "these are opposites"."""
    row: int | None
    weight: float = 0.5


def merged(changes: Iterable[Change], compared: Compared) -> Iterable[Difference]:
    """A difference for each group of changes that meet, in the order of their first change."""
    groups: list[list[Change]] = []
    for change in changes:
        met = [g for g in groups if any(meets(change, other) for other in g)]
        joined = [c for g in met for c in g] + [change]
        groups = [g for g in groups if not any(g is m for m in met)] + [joined]
    for group in groups:
        yield difference_of(group, compared)


def meets(one: Change, other: Change) -> bool:
    """Whether two changes of a kind overlap in a version."""
    return one.kind == other.kind and any(
        x.start < y.end and y.start < x.end and x.version == y.version and x.sentence == y.sentence
        for mine in (one.a, one.b)
        for theirs in (other.a, other.b)
        for x in mine.evidence
        for y in theirs.evidence
    )


def difference_of(group: Sequence[Change], compared: Compared) -> Difference:
    """The difference that a group of changes makes, told by the gravest of them."""
    gravest = max(group, key=lambda c: (c.severity.rank, GRAVITY.index(c.verdict), c.weight))
    wordings = first_of_each_version([w for c in group for w in (c.a, c.b)])
    order = {d.id: (d.id != compared.base, n) for n, d in enumerate(compared.documents)}
    wordings.sort(key=lambda w: order[w.version])
    return Difference(
        kind=gravest.kind,
        verdict=gravest.verdict,
        severity=gravest.severity,
        evidence=tuple(e for w in wordings for e in w.evidence),
        versions=tuple(w.version for w in wordings),
        explanation=f"{told(wordings, compared)}: {gravest.reason}.",
        row=gravest.row,
        weight=gravest.weight,
    )


def first_of_each_version(wordings: Sequence[Wording]) -> list[Wording]:
    """One wording for each version: the first."""
    seen: dict[str, Wording] = {}
    for wording in wordings:
        seen.setdefault(wording.version, wording)
    return list(seen.values())


def told(wordings: Sequence[Wording], compared: Compared) -> str:
    """Who has which words: "Wire and Post have “rose”, Mail has “fell”"."""
    groups: dict[str, list[Wording]] = {}
    for wording in wordings:
        groups.setdefault(" ".join(t.norm for t in tokenize(wording.words)), []).append(wording)
    parts = []
    for same in groups.values():
        labels = [compared.document(w.version).label for w in same]
        parts.append(f"{listed(labels)} {'has' if len(labels) == 1 else 'have'} “{shortened(same[0].words)}”")
    return ", ".join(parts)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["Wire", "Post", "Mail"])
    'Wire, Post and Mail'
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def shortened(words: str) -> str:
    """Words on one line, cut at a word where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_WORDING else f"{line[:LONGEST_WORDING].rsplit(' ', 1)[0]} …"
