"""Changes between pairs that become one difference over all versions."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from compare.differences.changes import Change, Wording, listed, meetings, merged
from compare.model import Evidence, FindingKind, Severity, Verdict
from tests.builders import compared, document

STORY = compared([document(x, "The old mill at the ford burned down at dawn.") for x in "AB"], "A1 B1")


def change(a: tuple[int, int], b: tuple[int, int], kind: FindingKind = FindingKind.NAME_CHANGE, sentence: int = 0) -> Change:
    """A change between two places of the two versions."""
    one, other = (Wording(v, (Evidence(v, sentence, *span),), f"{v}{span}") for v, span in (("A", a), ("B", b)))
    return Change(kind=kind, verdict=Verdict.CHECK, severity=Severity.LOW, a=one, b=other, reason="they differ", row=1)


def groups(changes: Sequence[Change]) -> list[set[int]]:
    """The changes that belong together, found pair by pair."""

    def meet(x: Change, y: Change) -> bool:
        spans = [(e, f) for e in (*x.a.evidence, *x.b.evidence) for f in (*y.a.evidence, *y.b.evidence)]
        return x.kind == y.kind and any(e.version == f.version and e.start < f.end and f.start < e.end for e, f in spans)

    found: list[set[int]] = []
    for n, one in enumerate(changes):
        met = [g for g in found if any(meet(one, changes[m]) for m in g)]
        found = [g for g in found if g not in met] + [{n}.union(*met)]
    return found


def spans() -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda s: (s[0], s[0] + s[1]))


KINDS = st.sampled_from([FindingKind.NAME_CHANGE, FindingKind.HEDGE_DROP])


@given(st.lists(st.builds(change, spans(), spans(), KINDS), max_size=12))
def test_what_meets_is_joined_and_nothing_else(changes: list[Change]) -> None:
    wanted = groups(changes)
    assert len(list(merged(changes, STORY))) == len(wanted)
    assert all(any({x, y} <= g for g in wanted) for x, y in meetings(changes))


def test_of_many_changes_each_meets_only_those_of_its_sentence() -> None:
    changes = [change((0, 4), (0, 4), sentence=n // 3) for n in range(10_000)]
    assert sum(1 for _ in meetings(changes)) == 2 * (10_000 - 3334)


def test_names_with_commas_are_parted_by_semicolons() -> None:
    assert listed(["Wire", "Post, late edition", "Mail"]) == "Wire; Post, late edition; and Mail"
