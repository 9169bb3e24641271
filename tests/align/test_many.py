"""What is spared when there are many versions, symmetry, and the reasons given for a link."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import align
from compare.align.confidence import models
from compare.align.shortcut import ALL_PAIRS, linked_through, turned
from compare.align.terms import Lexicon, Terms, read_terms
from compare.model import Link, Relation
from tests.align.pictures import aligned, document
from tests.align.test_rows import OTHER, TELLING


def versions(count: int) -> dict[str, list[str]]:
    """Tellings that each leave out two other sentences."""
    left_out = list(combinations(range(len(TELLING)), 2))[:count]
    return {f"V{k}": [s for n, s in enumerate(TELLING) if n not in gap] for k, gap in enumerate(left_out)}


def test_up_to_eight_versions_no_shortcut_is_taken_and_beyond_it_is_named() -> None:
    assert aligned(versions(ALL_PAIRS), base="V0").shortcut is None
    named = aligned(versions(ALL_PAIRS + 2), base="V0").shortcut
    assert named is not None
    assert "most central" in named


def test_copies_do_not_count_towards_the_shortcut() -> None:
    few = versions(3)
    copies = {f"{name}-{k}": text for name, text in few.items() for k in range(4)}
    alignment = aligned(copies, base="V0-0")
    assert alignment.shortcut is None
    assert len(alignment.pairs) == 12 * 11 // 2
    assert all(x.relation == Relation.IDENTICAL and not x.moved for p in alignment.pairs if p.a[:2] == p.b[:2] for x in p.links)


def test_with_many_versions_every_pair_is_linked_and_each_sentence_has_one_row() -> None:
    texts = versions(14)
    alignment = aligned(texts, base="V0")
    assert {(p.a, p.b) for p in alignment.pairs} == {(a, b) for n, b in enumerate(texts) for a in list(texts)[:n]}
    shared = {sentence: [name for name, text in texts.items() if sentence in text] for sentence in TELLING}
    rows = {tuple(name for name, _ in row.cells): row for row in alignment.rows if len(row.cells) > 1}
    assert sorted(rows) == sorted(tuple(names) for names in shared.values())
    for pair in alignment.pairs:
        both = [s for s in TELLING if s in texts[pair.a] and s in texts[pair.b]]
        found = [texts[pair.a][x.a[0]] for x in pair.links if x.relation == Relation.IDENTICAL]
        assert sorted(found) == sorted(both)


def terms(*texts: Sequence[str]) -> list[Terms]:
    lexicon = Lexicon()
    return [read_terms(document("A", text), lexicon) for text in texts]


def test_links_through_a_third_version_join_where_they_meet_and_weigh_both() -> None:
    a, b = terms(TELLING[:2], TELLING[2:4])
    left = [Link((0,), (0, 1), 0.7, 0.9, Relation.EDITED), Link((1,), (2,), 0.9, 0.5, Relation.EDITED)]
    right = [Link((0,), (0,), 0.8, 0.8, Relation.EDITED), Link((1,), (1,), 0.8, 1.0, Relation.EDITED),
             Link((2,), (1,), 0.8, 0.6, Relation.PARTIAL)]  # fmt: skip
    (link,) = linked_through(a, b, left, right)
    assert (link.a, link.b) == ((0,), (0, 1))
    assert np.isclose(link.confidence, 0.9 * 0.9)
    assert linked_through(a, b, left[1:], [Link((2,), (1,), 0.8, 0.6, Relation.EDITED)]) == ()  # 0.3 is too unsure


TEXTS = st.lists(st.sampled_from([*TELLING, *OTHER, *(s.replace("the", "a").replace("two", "ten") for s in TELLING)]),
                 max_size=7, unique=True)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS)
def test_a_pair_seen_from_its_other_version_has_the_same_links(one: list[str], two: list[str]) -> None:
    forward, backward = aligned({"A": one, "B": two}).pairs[0].links, aligned({"A": two, "B": one}).pairs[0].links
    same = [(x.a, x.b, x.relation) for x in forward]
    assert same == [(x.a, x.b, x.relation) for x in turned(backward)]
    assert np.allclose([x.confidence for x in forward], [x.confidence for x in turned(backward)])


def test_a_link_says_why_only_when_asked_and_its_reasons_add_up() -> None:
    edited = ["A bridge over the Tarn fell into the river on Friday, the prefect said.", *TELLING[1:3]]
    documents = [document("A", TELLING[:3]), document("B", edited)]
    assert not any(x.why for x in align(documents, "A").pairs[0].links)
    first, *rest = align(documents, "A", explain=True).pairs[0].links
    odds = sum(part for _, part in first.why)
    assert np.isclose(1 / (1 + np.exp(-odds)), first.confidence, atol=1e-3)
    assert {"shared words", "names", "figures", "quotation", "place"} <= {name for name, _ in first.why}
    assert all(x.why == () for x in rest)  # the same words need no reason


def test_every_feature_has_a_reason_to_count_to() -> None:
    from compare.align.explain import GROUPS, group_of

    known = {name for name, _ in GROUPS}
    assert {group_of(feature) for model in models().values() for feature in model.names} <= known
