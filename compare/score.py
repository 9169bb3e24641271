"""Difference* -> Finding*: the rank of what was found, and lasting ids.

Rank: severity first, then verdict (a conflict before something to check), then the detector's weight, then place. It never
depends on the order in which the versions were given.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from compare.model import AnnotatedDocument, Compared, Difference, Evidence, Finding, Severity, Verdict
from compare.tokens import tokenize

VERDICT_SHARE = {Verdict.CONFLICT: 0.75, Verdict.CHECK: 0.5, Verdict.NOTE: 0.25}
"""Where in its severity a finding of this verdict begins; reconciled ones begin at 0. The weight fills the rest."""
SHORTEST_ID, LONGEST_ID = 8, 32
"""Hex digits of a finding's id, and how far a clash may lengthen it."""


def rank(differences: Iterable[Difference], compared: Compared) -> tuple[Finding, ...]:
    """All differences as findings, the first to act on first."""
    by_letter = {d.id: d for d in compared.documents}
    place = {d.id: i for i, d in enumerate(compared.documents)}

    def sort_key(d: Difference) -> tuple[float, float, str, list[tuple[int, int, int]]]:
        where = [(place[e.version], e.start, e.end) for e in d.evidence]
        return -score(d), d.row if d.row is not None else float("inf"), d.kind, where

    ordered = sorted(differences, key=sort_key)
    ids = lasting_ids([identity(d, by_letter) for d in ordered])
    return tuple(Finding(id, n, score(d), d) for n, (id, d) in enumerate(zip(ids, ordered, strict=True), start=1))


def score(difference: Difference) -> float:
    """0..1: a third for each severity, within it by verdict and weight."""
    start = VERDICT_SHARE.get(difference.verdict, 0.0)
    within = start + 0.24 * min(1.0, max(0.0, difference.weight))
    return (difference.severity.rank + within) / len(Severity)


def identity(difference: Difference, documents: dict[str, AnnotatedDocument]) -> str:
    """What makes a finding the same from run to run: kind, labels, and the words of its evidence."""
    evidence = sorted(
        f"{documents[e.version].label}\t{' '.join(t.norm for t in tokenize(evidence_text(e, documents[e.version])))}"
        for e in difference.evidence
    )
    absent = sorted(documents[v].label for v in difference.absent_from)
    return "\n".join((difference.kind, *evidence, *absent))


def evidence_text(evidence: Evidence, document: AnnotatedDocument) -> str:
    """The words at a place of a version."""
    source = document.document.title if evidence.field == "title" else document.document.text
    return (source or "")[evidence.start : evidence.end]


def lasting_ids(identities: Sequence[str]) -> list[str]:
    """A short hash for each identity; repeated ones are told apart by their occurrence, clashing hashes by more digits."""
    seen: Counter[str] = Counter()
    digests = []
    for one in identities:
        seen[one] += 1
        digests.append(hashlib.blake2b(f"{one}\n{seen[one]}".encode("utf-8", "replace"), digest_size=LONGEST_ID // 2).hexdigest())
    length = SHORTEST_ID
    out = [d[:length] for d in digests]
    while length < LONGEST_ID and len(set(out)) < len(out):
        length += 4
        times = Counter(out)
        out = [digest[:length] if times[short] > 1 else short for digest, short in zip(digests, out, strict=True)]
    return out
