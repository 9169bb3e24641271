"""What holds for the figures of any versions."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.figures import match_figures
from compare.model import AnnotatedDocument, Figure
from tests.builders import aligned, document


def story(letter: str, people: int, price: int, day: int) -> AnnotatedDocument:
    return document(
        letter,
        f"The ferry carried {people} people to the island on {day} May.",
        f"A ticket cost ${price} and the trip took two hours.",
        f"Of the {people} people, most came back.",
    )


SMALL = st.integers(min_value=2, max_value=28)
STORIES = st.lists(st.tuples(SMALL, SMALL, SMALL), min_size=2, max_size=4)
ROWS = ("1", "2", "3")


def matched(stories: Sequence[tuple[int, int, int]], order: Sequence[int]) -> tuple[list[AnnotatedDocument], tuple[Figure, ...]]:
    documents = [story(chr(65 + k), *stories[k]) for k in order]
    rows = [" ".join(f"{d.id}{row}" for d in sorted(documents, key=lambda d: d.id)) for row in ROWS]
    return documents, match_figures(documents, aligned(documents, *rows))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_every_quantity_stands_in_exactly_one_figure(stories: list[tuple[int, int, int]]) -> None:
    documents, figures = matched(stories, range(len(stories)))
    told = sorted((r.version, r.sentence, r.quantity.start) for f in figures for r in f.readings)
    there = sorted((d.id, i, q.start) for d in documents for i, s in enumerate(d.sentences) for q in s.quantities)
    assert told == there
    assert [f.id for f in figures] == [f"F{n}" for n in range(1, len(figures) + 1)]


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_letters_do_not_matter(stories: list[tuple[int, int, int]]) -> None:
    """Documents in the same order under other letters give the same figures."""
    plain = matched(stories, range(len(stories)))[1]
    swapped = [story(chr(90 - k), *s) for k, s in enumerate(stories)]
    rows = [" ".join(f"{d.id}{row}" for d in sorted(swapped, key=lambda d: d.id)) for row in ROWS]
    other = match_figures(swapped, aligned(swapped, *rows))
    name = {chr(65 + k): chr(90 - k) for k in range(len(stories))}
    shape = [(f.verdict, f.outcome, {(name[r.version], r.sentence, r.quantity.start) for r in f.readings}) for f in plain]
    assert shape == [(f.verdict, f.outcome, {(r.version, r.sentence, r.quantity.start) for r in f.readings}) for f in other]


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_a_figure_holds_one_value_per_version(stories: list[tuple[int, int, int]]) -> None:
    for figure in matched(stories, range(len(stories)))[1]:
        for version in {r.version for r in figure.readings}:
            assert len({(r.quantity.lower, r.quantity.date) for r in figure.readings if r.version == version}) == 1


@settings(max_examples=25, deadline=None)
@given(STORIES)
def test_a_sentence_tells_no_figure_twice(stories: list[tuple[int, int, int]]) -> None:
    for figure in matched(stories, range(len(stories)))[1]:
        places = [(r.version, r.sentence) for r in figure.readings]
        assert len(places) == len(set(places))
