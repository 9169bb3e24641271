"""How the work of matching grows with versions, sentences and figures, counted in calls."""

from __future__ import annotations

from compare.figures import match_figures
from compare.model import Alignment, AnnotatedDocument
from tests.builders import aligned, document
from tests.work import growth

PLACES = "mill port barn lake road farm shop quay ford moor".split()


def told(versions: int, sentences: int) -> tuple[list[AnnotatedDocument], Alignment]:
    """Versions that tell the same sentences of a place and three numbers, of which one differs here and there."""
    documents = [
        document(
            chr(65 + k),
            *(
                f"Near the {PLACES[n % 10]} {PLACES[(n * 7 + k) % 10]} {n} some {n * 13 + (k * n) % 3} people saw {n + 2} cars."
                for n in range(sentences)
            ),
        )
        for k in range(versions)
    ]
    return documents, aligned(documents, *(" ".join(f"{d.id}{n + 1}" for d in documents) for n in range(sentences)))


def test_twice_the_sentences_take_twice_the_work() -> None:
    stories = {sentences: told(4, sentences) for sentences in (40, 80)}
    assert growth(lambda sentences: match_figures(*stories[sentences]), 40, times=2) < 3


def test_twice_the_versions_take_no_more_than_their_pairs() -> None:
    stories = {versions: told(versions, 20) for versions in (10, 20)}
    assert growth(lambda versions: match_figures(*stories[versions]), 10, times=2) < 5


def test_no_number_of_twenty_long_versions_is_lost() -> None:
    documents, alignment = told(20, 85)
    figures = match_figures(documents, alignment)
    assert sum(len(f.readings) for f in figures) == sum(len(s.quantities) for d in documents for s in d.sentences)


def table(numbers: int) -> tuple[list[AnnotatedDocument], Alignment]:
    a = document("A", " ".join(f"{n * 37 % 9973} cars" for n in range(numbers)))
    b = document("B", " ".join(f"{n * 37 % 9973 + n % 3} cars" for n in range(numbers)))
    return [a, b], aligned([a, b], "A1 B1")


def test_a_table_in_one_line_takes_work_in_proportion_to_its_length() -> None:
    tables = {numbers: table(numbers) for numbers in (150, 1500)}
    assert sum(len(f.readings) for f in match_figures(*tables[1500])) == 3000
    assert growth(lambda numbers: match_figures(*tables[numbers]), 150) < 15
