"""Numbers that measure nothing: told where sentences differ in them alone."""

from __future__ import annotations

import pytest

from compare.differences.changes import merged
from compare.differences.figures.numerals import numeral_changes
from tests.differences.linked import linked


def told(*versions: str) -> list[tuple[str, str, str, list[str]]]:
    """Kind, verdict, severity and the words of the evidence of each finding."""
    compared = linked(*versions)
    sources = {d.id: d.document.text for d in compared.documents}
    return [(str(d.kind), str(d.verdict), str(d.severity), [sources[e.version][e.start : e.end] for e in d.evidence])
            for d in merged(numeral_changes(compared), compared)]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("The Boeing 737 landed in Orby at noon.", "The Boeing 747 landed in Orby at noon.", ["Boeing 737", "Boeing 747"]),
        ("She cited section 377 of the code.", "She cited section 376 of the code.", ["section 377", "section 376"]),
        ("He drove on Highway 61 to the coast.", "He drove on Highway 62 to the coast.", ["Highway 61", "Highway 62"]),
        ("The app has a 3D view of the barn.", "The app has a 2D view of the barn.", ["a 3D", "a 2D"]),
        ("Guests of Orby like its halls, and the Mill and the Barn are the top two.",
         "Guests of Orby also praise its halls, and the Mill and the Barn are the top three.", ["top two", "top three"]),
        ("The port ordered 12 Lark 9 boats in May.", "The port ordered 12 Lark 8 boats in May.", ["Lark 9", "Lark 8"]),
        ("Call the mill at 555-0134 before noon.", "Call the mill at 555-0143 before noon.", ["555-0134", "555-0143"]),
    ],
)
def test_another_number_in_the_same_words_is_a_conflict(a: str, b: str, words: list[str]) -> None:
    assert told(a, b) == [("number_conflict", "conflict", "medium", words)]


def test_another_place_in_a_row_is_an_ordinal_conflict() -> None:
    found = told("He placed second in the race at Orby.", "He placed third in the race at Orby.")
    assert found == [("ordinal_conflict", "conflict", "medium", ["placed second", "placed third"])]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("5) The mill in Orby sells bread.", "6) The mill in Orby sells bread."),
        ("Read the report (PDF, 0.3MB) of the mill.", "Read the report (PDF, 0.4MB) of the mill."),
        ("The mill in Orby sells its own bread.3", "The mill in Orby sells its own bread.4"),
        ("The Boeing 737 landed in Orby at noon.", "A Boeing 747 took off from Orby at noon."),
        ("The team of Formula 1 met in the hall.", "The team of Formula One met in the hall."),
        ("In the first quarter rents rose 3%.", "In the second quarter rents rose 5%."),
        ("Some 40 cows stood in the barn.", "Some 50 cows stood in the barn."),
        ("See page 4.", "See page 5."),
        ("The Boeing 737 landed in Orby at noon.", "The Boeing ٧٣٧ landed in Orby at noon."),
    ],
)
def test_what_a_text_numbers_itself_and_what_is_worded_anew_says_nothing(a: str, b: str) -> None:
    assert told(a, b) == []


def test_versions_with_one_number_are_named_together() -> None:
    compared = linked(*(f"The {road} was closed after the slide." for road in ("A7", "A4", "A7")))
    (found,) = merged(numeral_changes(compared), compared)
    assert found.explanation == ("Version A and Version C have “A7”; Version B has “A4”: "
                                 "the sentences differ in this number alone.")  # fmt: skip
