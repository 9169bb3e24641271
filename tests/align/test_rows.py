"""The N-way collation, and what holds for every alignment."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import align
from compare.align.collate import cluster
from compare.align.moves import heaviest_run
from compare.model import Alignment
from tests.align.pictures import aligned, document, links, picture

TELLING = (
    "A bridge over the river Tarn collapsed on Friday evening.",
    "Two lorries and a school bus were crossing it.",
    "Divers found the bus in eleven metres of water.",
    "The driver, Jean Morel, is in hospital with a broken arm.",
    "No children were on board, the prefect said.",
    "An inspection last spring had found rust in four cables.",
    "The ministry promised to check 900 other bridges.",
    "Trains will run every hour until Christmas.",
)
OTHER = (
    "Shares in the brewer fell nine per cent.",
    "Its new chairman, Olga Petrov, blamed the cold summer.",
    "Cider sales doubled.",
)


def test_three_versions_make_one_row_for_what_all_tell() -> None:
    alignment = aligned({
        "A": TELLING[:4],
        "B": [TELLING[0], "Two lorries and an empty school bus were crossing it.", TELLING[5], TELLING[3]],
        "C": [TELLING[6], *TELLING[:2]],
    })
    assert picture(alignment) == "C1\nA1 = B1 = C2\nA2 ~ B2 ~ C3\nB3\nA3\nA4 = B4"


def test_the_base_version_gives_the_order() -> None:
    turned = {"A": TELLING[:4], "B": [TELLING[3], *TELLING[:3]]}
    assert picture(aligned(turned, base="A")) == "A1 = B2\nA2 = B3\nA3 = B4\nA4 = B1*"
    assert picture(aligned(turned, base="B")) == "A4* = B1\nA1 = B2\nA2 = B3\nA3 = B4"


def test_a_weak_chain_never_fuses_rows_and_a_sure_one_does() -> None:
    places = [(0, 0), (1, 0), (2, 0)]
    weak = {((0, 0), (1, 0)): 0.8, ((1, 0), (2, 0)): 0.75}
    assert cluster(places, weak) == [[(0, 0), (1, 0)], [(2, 0)]]
    sure = {((0, 0), (1, 0)): 0.99, ((1, 0), (2, 0)): 0.98}
    assert cluster(places, sure) == [places]


def test_of_two_blocks_that_changed_places_the_lighter_one_moved() -> None:
    assert heaviest_run([2, 3, 4, 0, 1], [5, 5, 5, 8, 6]) == {0, 1, 2}
    assert heaviest_run([2, 3, 4, 0, 1], [5, 5, 3, 8, 6]) == {3, 4}


TEXTS = st.lists(st.sampled_from(TELLING + OTHER), max_size=8).map(tuple)
EDITED = st.lists(st.sampled_from([*TELLING, *(s.replace("the", "that").replace("two", "three") for s in TELLING)]), max_size=7)


def everything(alignment: Alignment) -> list[tuple[str, int]]:
    return sorted((letter, k) for row in alignment.rows for letter, places in row.cells for k in places)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(TEXTS, EDITED.map(tuple)), min_size=2, max_size=4))
def test_nothing_is_lost(texts: list[Sequence[str]]) -> None:
    versions = {"ABCD"[k]: list(text) for k, text in enumerate(texts)}
    alignment = aligned(versions)
    assert everything(alignment) == sorted((letter, k) for letter, text in versions.items() for k in range(len(text)))
    assert [row.number for row in alignment.rows] == list(range(1, len(alignment.rows) + 1))
    for pair in alignment.pairs:
        whole = [link for link in pair.links if link.relation != "partial"]
        for side in ([i for link in whole for i in link.a], [j for link in whole for j in link.b]):
            assert len(side) == len(set(side))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.one_of(TEXTS, EDITED.map(tuple)), min_size=2, max_size=3))
def test_letters_mean_nothing(texts: list[Sequence[str]]) -> None:
    forward = [document("ABC"[k], text) for k, text in enumerate(texts)]
    backward = [document("ZYX"[k], text) for k, text in enumerate(texts)]
    names = dict(zip("ZYX", "ABC", strict=True))
    one, two = align(forward, "A"), align(backward, "Z")
    assert [pair.links for pair in one.pairs] == [pair.links for pair in two.pairs]
    assert [row.cells for row in one.rows] == [tuple((names[x], places) for x, places in row.cells) for row in two.rows]


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_a_version_against_itself_is_identity(text: Sequence[str]) -> None:
    alignment = aligned({"A": text, "B": text})
    assert links(alignment) == [f"A{k} ~ B{k} identical" for k in range(1, len(text) + 1)]
    assert [row.cells for row in alignment.rows] == [(("A", (k,)), ("B", (k,))) for k in range(len(text))]
    assert not any(row.moved for row in alignment.rows)


@settings(deadline=None, max_examples=40)
@given(TEXTS, EDITED, TEXTS)
def test_another_version_changes_no_link_among_the_others(one: Sequence[str], two: Sequence[str], more: Sequence[str]) -> None:
    alone = aligned({"A": one, "B": two})
    beside = aligned({"A": one, "B": two, "C": more})
    assert [p for p in beside.pairs if "C" not in (p.a, p.b)] == list(alone.pairs)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 7), st.integers(1, 7))
def test_a_moved_block_is_found(start: int, size: int) -> None:
    rest = [*TELLING[:start], *TELLING[start + size :]]
    block = TELLING[start : start + size]
    alignment = aligned({"A": list(TELLING), "B": [*block, *rest]})
    moved = {k for link in alignment.pairs[0].links if link.moved for k in link.a}
    before = set(range(start))
    within = set(range(start, min(start + size, len(TELLING))))
    words = [len(document("A", [s]).sentences[0].tokens) for s in TELLING]
    light, heavy = sorted((before, within), key=lambda places: sum(words[k] for k in places))
    assert moved == light or (sum(words[k] for k in light) == sum(words[k] for k in heavy) and moved == heavy)
