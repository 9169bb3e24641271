"""How many pairs of figures are looked at: no clock is read, so that a slow machine is no failure."""

from __future__ import annotations

from compare.figures import match_figures
from compare.figures.candidates import find_candidates
from compare.figures.mentions import read_mentions
from compare.figures.slots import find_slots
from compare.model import Alignment, AnnotatedDocument
from tests.builders import aligned, document

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


def pairs(documents: list[AnnotatedDocument], alignment: Alignment) -> int:
    """Pairs of quantities that are paired by their place or scored, none of which is sure."""
    mentions = read_mentions(documents)
    slots = find_slots(documents, alignment, mentions)
    return len(slots) + len(find_candidates(documents, alignment, mentions, slots, ()))


def test_twice_the_sentences_have_twice_the_pairs() -> None:
    assert pairs(*told(4, 80)) < 3 * pairs(*told(4, 40))  # every figure beside every other: four times


def test_twice_the_versions_have_four_times_the_pairs() -> None:
    assert pairs(*told(20, 20)) < 5 * pairs(*told(10, 20))  # the pairs of versions are four times as many


def test_no_number_of_twenty_long_versions_is_lost() -> None:
    documents, alignment = told(20, 85)
    figures = match_figures(documents, alignment)
    assert sum(len(f.readings) for f in figures) == sum(len(s.quantities) for d in documents for s in d.sentences)


def table(numbers: int) -> tuple[list[AnnotatedDocument], Alignment]:
    a = document("A", " ".join(f"{n * 37 % 9973} cars" for n in range(numbers)))
    b = document("B", " ".join(f"{n * 37 % 9973 + n % 3} cars" for n in range(numbers)))
    return [a, b], aligned([a, b], "A1 B1")


def test_a_table_in_one_line_has_pairs_in_proportion_to_its_length() -> None:
    assert pairs(*table(1500)) < 15 * pairs(*table(150))  # with the square: 100


def test_no_number_of_a_table_in_one_line_is_lost() -> None:
    assert sum(len(f.readings) for f in match_figures(*table(1500))) == 3000
