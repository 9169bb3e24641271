"""Stories first: what a reader should find in a figure of several versions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.figures import match_figures
from compare.model import Outcome, Verdict
from tests.builders import aligned, document
from tests.figures.one_row import figures_of, verdicts


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The slide buried 12 cars.", "The slide buried 13 cars.", ["12 cars/13 cars: conflict"]),
        ("The slide buried 12 cars.", "The slide buried twelve cars.", ["12 cars/twelve cars: agree"]),
        ("The slide hit 12 cars and 3 barns.", "The slide hit 3 cars and 12 barns.",
         ["12 cars/3 cars: conflict", "3 barns/12 barns: conflict"]),
        ("Tickets cost $40 to $50.", "Tickets cost $50 to $60.", ["$40 to $50/$50 to $60: conflict"]),
        ("The council counted 4,212 barns.", "The council counted 4,200 barns.", ["4,212 barns/4,200 barns: reconciled"]),
        ("The trail is 5 km long.", "The trail is 3.1 miles long.", ["5 km/3.1 miles: reconciled"]),
        ("About 70 cows drowned.", "70 cows drowned.", ["About 70 cows/70 cows: reconciled"]),
        ("The gate opens on 3 May.", "The gate opens on 5 May.", ["3 May/5 May: conflict"]),
        ("The gate opens on Monday.", "The gate opens on Sunday.", ["Monday/Sunday: conflict"]),
        ("The mill lost $8m.", "The mill lost £8m.", ["$8m/£8m: conflict"]),
    ],
)  # fmt: skip
def test_in_the_same_sentence_the_numbers_are_about_the_same_thing(a: str, b: str, expected: list[str]) -> None:
    assert verdicts(figures_of(a, b)) == expected


def test_a_sum_that_adds_up_is_reconciled() -> None:
    figures = figures_of("The slide left 10 people dead.", "The slide left seven women and three girls dead.")
    assert Verdict.CONFLICT not in {f.verdict for f in figures}
    assert Verdict.CHECK not in {f.verdict for f in figures}


def test_the_rest_of_a_whole_is_no_conflict() -> None:
    figures = figures_of("Of 42 guests, 37 came to the feast.", "Five of the 42 guests did not come to the feast.")
    assert {f.verdict for f in figures} <= {Verdict.AGREE, Verdict.RECONCILED, Verdict.SINGLE}


def test_what_is_denied_of_some_may_be_the_rest_of_what_is_said_of_others() -> None:
    told, denied = "Ten of the 16 seats went to the left.", "Six of the 16 seats did not go to the left."
    assert verdicts(figures_of(told, denied)) == ["Ten/Six: reconciled", "16 seats/16 seats: agree"]
    assert verdicts(figures_of(told, told.replace("Ten", "Six"))) == ["Ten/Six: conflict", "16 seats/16 seats: agree"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("In 2017, the mill ground 40 tonnes.", "In 2018, the mill ground 55 tonnes."),
        ("In the first quarter, rents rose 3%.", "In the second quarter, rents rose 5%."),
        ("The fee will rise from 8% to 9%.", "The fee will rise to 9% from 8%."),
        ("In all 70 cows drowned: 50 brown cows and 20 calves.", "In all 20 calves and 50 brown cows drowned."),
    ],
)
def test_another_period_the_other_end_of_a_change_and_a_part_of_a_sum_are_no_conflict(a: str, b: str) -> None:
    assert Verdict.CONFLICT not in {f.verdict for f in figures_of(a, b)}


def test_a_number_in_common_shows_that_one_period_is_meant() -> None:
    a, b = "In the first quarter, 300 mills ground 40 tonnes.", "In the second quarter, 300 mills ground 55 tonnes."
    assert "40 tonnes/55 tonnes: conflict" in verdicts(figures_of(a, b))


def test_a_count_of_another_scope_stays_alone() -> None:
    figures = figures_of("Six people died in the state.", "Across the country 56 people died.")
    assert {f.verdict for f in figures} == {Verdict.SINGLE}


def test_later_counts_are_updates() -> None:
    sentences = "The slide killed 12 people.", "The slide killed 15 people."
    (later,) = figures_of(*sentences, published=("2024-05-01", "2024-05-03"))
    assert (later.verdict, later.cause) == (Verdict.CHECK, "time")
    (earlier,) = figures_of(*sentences, published=("2024-05-03", "2024-05-01"))
    assert earlier.verdict == Verdict.CONFLICT
    (unknown,) = figures_of(*sentences)
    assert unknown.verdict == Verdict.CONFLICT


def test_two_sources_may_disagree() -> None:
    (figure,) = figures_of("The ministry said 12 people drowned.", "The villagers said 90 people drowned.")
    assert (figure.verdict, figure.cause) == (Verdict.CONFLICT, "sources")


def test_the_missing_are_found_with_time() -> None:
    days = ("2024-05-01", "2024-05-02")
    figures = figures_of("The slide left 26 people missing.", "The slide left 4 people missing.", published=days)
    assert [(f.verdict, f.cause) for f in figures if f.outcome is not None] == [(Verdict.CHECK, "time")]


def test_sources_are_no_words_of_a_short_claim() -> None:
    (figure,) = figures_of("The ministry said 12 people died.", "Doctors said 31 people died.")
    assert (figure.verdict, figure.cause) == (Verdict.CONFLICT, "sources")


def test_a_number_of_another_owner_is_no_conflict() -> None:
    figures = figures_of("In May the mills of Norway added 900 jobs.", "In May the mills of Portugal added 400 jobs.")
    assert Verdict.CONFLICT not in {f.verdict for f in figures}


def test_many_versions_make_one_figure_with_a_spread() -> None:
    (figure,) = figures_of(*(f"The ferry carried {n} people to the island." for n in (50, 70, 50, 80)))
    assert [str(r.quantity.lower) for r in figure.readings] == ["50", "70", "50", "80"]
    assert figure.outcome is Outcome.CONTRADICTORY
    assert figure.referent == "people"


def test_a_value_that_stands_elsewhere_is_no_conflict() -> None:
    a = document("A", "The ferry carried 50 people.", "The storm wrecked 20 huts on the shore.")
    b = document("B", "A ferry with 50 people left the harbour.", "The storm on the shore left 31 families without homes.")
    figures = match_figures([a, b], aligned([a, b], "A1", "B1", "A2", "B2"))
    assert Verdict.CONFLICT not in {f.verdict for f in figures}


def test_a_copy_is_the_same_voice() -> None:
    text = "The ferry carried 50 people.", "A ticket cost $4."
    documents = [document("A", *text), document("B", *text)]
    figures = match_figures(documents, aligned(documents, "A1 B1", "A2 B2"))
    assert verdicts(figures) == ["50 people/50 people: agree", "$4/$4: agree"]


def test_a_conversion_shows_its_arithmetic() -> None:
    (figure,) = figures_of("The trail is 6.2 miles long.", "The trail is 10 km long.")
    assert figure.verdict is Verdict.RECONCILED
    assert figure.reason.endswith("6.2 miles is 9.98 km.")


def test_one_number_in_two_units_is_a_conflict() -> None:
    (figure,) = figures_of("The trail is 5 km long.", "The trail is 5 miles long.")
    assert figure.verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Over 50 huts burned in the night.", "Over 60 huts burned in the night.", "conflict"),
        ("Profit will be $4 million to $6 million.", "Profit will be $4 million to $5 million.", "conflict"),
        ("Between 20 and 30 huts burned.", "30 huts burned.", "reconciled"),
        ("The fund gave the mill $40 million.", "The fund gave the mill another $70 million.", "check"),
        ("The gate opens on 3 May and seats 500.", "The gate opens on 5 May and seats 700.", "check"),
    ],
)
def test_what_the_slot_says(a: str, b: str, verdict: str) -> None:
    assert figures_of(a, b)[0].verdict == verdict


def test_a_headline_that_a_sentence_holds_is_the_same_slot() -> None:
    long = "Five climbers, among them two guides, were flown to the coast after the slide, a nurse said."
    (figure,) = [f for f in figures_of(long, "Three climbers were flown to the coast") if f.outcome is not None]
    assert figure.verdict is Verdict.CONFLICT


def test_days_of_two_weeks_are_not_the_same() -> None:
    figures = figures_of("He hurt his knee last week.", "He hurt his knee next week.")
    assert Verdict.AGREE not in {f.verdict for f in figures}


def test_numbers_that_changed_places_both_conflict() -> None:
    figures = figures_of("The slide killed 4 and injured 31.", "The slide killed 31 and injured 4.")
    assert [(f.referent, f.verdict) for f in figures] == [("dead", Verdict.CONFLICT), ("hurt", Verdict.CONFLICT)]


def test_what_is_measured_is_told_in_words_of_the_text() -> None:
    (figure,) = figures_of("The convoy was eight to nine kilometres long.", "The convoy was six kilometres long.")
    assert figure.referent == "eight to nine kilometres / six kilometres"


def test_a_copy_has_no_voice_of_its_own() -> None:
    texts = "The slide buried 12 cars.", "The slide buried 12 cars.", "Rain fell in the valley."
    documents = [document(chr(65 + k), s) for k, s in enumerate(texts)]
    copy = replace(documents[1], document=replace(documents[1].document, duplicate_of="A"))
    (figure,) = match_figures([documents[0], copy, documents[2]], aligned(documents, "A1 B1", "C1"))
    assert (figure.verdict, len(figure.readings)) == (Verdict.SINGLE, 2)


def test_two_digits_that_changed_places_make_a_conflict_of_a_measure() -> None:
    told = "The dam, which was completed in 1974, is 102 metres high."
    assert "102 metres/120 metres: conflict" in verdicts(figures_of(told, "The dam, finished in 1974, is 120 metres high."))
    assert "102 metres/131 metres: check" in verdicts(figures_of(told, "The dam, finished in 1974, is 131 metres high."))
