"""Equal values of other things are no agreement: sums that go elsewhere, prices of other things, statements of one day."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare.figures import match_figures
from compare.model import Verdict
from tests.builders import aligned, document


def joined(a: Sequence[str], b: Sequence[str], *rows: str) -> set[str]:
    """The values on which two versions agree, by their sentences; rows tell which are linked."""
    documents = [document("A", *a), document("B", *b)]
    figures = match_figures(documents, aligned(documents, *rows))
    return {f.readings[0].quantity.text for f in figures if f.outcome is not None}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor bought a leather coat for $5,200 and a boat.", "Among his purchases was a $5,200 guitar."),
        ("The mayor spent $3,900 on a fur cape, the clerk said.", "The clerk said that he spent $3,900 on a signed ball."),
        ("The mayor agreed to forfeit $750,000.", "The mayor spent $750,000 of council money on trips."),
    ],
)
def test_a_sum_may_go_to_another_end(a: str, b: str) -> None:
    assert not joined([a], [b], "A1 B1")


@pytest.mark.parametrize(
    ("a", "b", "sum"),
    [
        ("The mayor bought a leather coat for $5,200 and a boat.", "Among his purchases was a $5,200 coat.", "$5,200"),
        ("The mayor spent $3,900 on a fur cape.", "A fur cape cost the council $3,900.", "$3,900"),
        ("Kern bought a $640 million stake in Norvik.", "Kern paid $640 million for a share of Norvik.", "$640 million"),
        ("The mayor must repay $750,000.", "The mayor will forfeit $750,000 under the deal.", "$750,000"),
        ("The mayor must repay $750,000 that he spent.", "The mayor spent $750,000 of council money.", "$750,000"),
    ],
)
def test_a_sum_in_other_words_is_one(a: str, b: str, sum: str) -> None:
    assert joined([a], [b], "A1 B1") == {sum}


@pytest.mark.parametrize(("speaker", "expected"), [("Tom Rusk", set()), ("Ann Vale", {"Monday"})])
def test_two_statements_of_one_day_are_of_those_who_made_them(speaker: str, expected: set[str]) -> None:
    a = "Tom Rusk lends money.", "Ann Vale said on Monday that the loan was fair."
    b = "Ann Vale owes money to Tom Rusk.", f"{speaker} said on Monday that the loan was fair and small."
    assert joined(a, b, "A1 B1", "A2", "B2") == expected


def test_a_thing_that_is_bought_may_stand_in_another_clause_than_the_verb() -> None:
    a, b = "He spent $9,400 on cars and $75,000 on a boat.", "He bought cars for $9,400, and a $75,000 watch."
    assert joined([a], [b], "A1 B1") == {"$9,400"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Three polling stations in Velm opened late.", "In Velm, three polling places opened late.", {"Three polling stations"}),
        ("The tanks of the ship hold 40 tonnes of fuel.", "Some 40 tonnes of diesel are in the tanks.", {"40 tonnes"}),
        ("They found two rifles and ninety shells in the barn.", "In the barn were two rockets, they said.", set()),
        ("Three women were held in Velm.", "In Velm, three men were held.", set()),
    ],
)
def test_a_noun_may_be_worded_anew_where_nothing_else_is_counted(a: str, b: str, expected: set[str]) -> None:
    assert joined([a], [b], "A1 B1") == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The firm pays a dividend of 22 cents.", "The firm will pay a dividend of 22 cents a share."),
        ("The cuts bring yearly savings of $60m.", "The cuts save $60 million a year."),
    ],
)
def test_a_rate_may_leave_out_of_what_it_is(a: str, b: str) -> None:
    assert len(joined([a], [b], "A1 B1")) == 1


def test_a_rate_in_an_otherwise_equal_sentence_has_changed() -> None:
    documents = [document("A", "The seat costs $424 in spring."), document("B", "The seat costs $424 a year in spring.")]
    (figure,) = match_figures(documents, aligned(documents, "A1 B1"))
    assert figure.verdict == "conflict"


def test_what_is_more_than_before_is_a_difference_and_no_level() -> None:
    a = "Her party also won 31 of the 60 seats in the assembly."
    b = "Her party won 31 seats in the assembly, nine more than before."
    assert joined([a], [b], "A1 B1") == {"31"}


def test_a_whole_that_one_of_several_versions_names_explains_the_rest() -> None:
    documents = [
        document("A", "By noon power was back for 110,000 homes."),
        document("B", "At its height 180,000 homes had no power; for 70,000 homes it was still not back by noon."),
        document("C", "Power was back for 110,000 of 180,000 homes by noon."),
    ]
    figures = match_figures(documents, aligned(documents, "A1 B1 C1"))
    reasons = [f.reason for f in figures if f.cause == "parts"]
    assert reasons == ["180,000 - 110,000 = 70,000: the rest of a whole."]


def test_numbers_that_merely_fit_need_words_in_common() -> None:
    a = "The mayor's wife bought capes, her lawyer said, for $5,150."
    b = "Among his goods were a $5,000 football signed by the team of 1961 and two hats."
    assert not joined([a], [b])


def test_two_tallies_from_one_side_are_to_check() -> None:
    a = "The war has now taken more than 640 lives in the valley, the army said."
    b = "More than 700 lives have been taken by the war in the valley, the army said."
    documents = [document("A", a), document("B", b)]
    (figure,) = match_figures(documents, aligned(documents, "A1 B1"))
    assert figure.verdict == "check"


def test_of_different_values_the_near_one_is_meant() -> None:
    a = "Clinics in Velm said the war had killed 42 people.", "Clinics in Orby said the war had killed more than 600 people."
    b = ("The toll of the war in the valley rose above 680 people killed.",)
    assert joined(a, b) == {"more than 600 people"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Brix reported a net loss of €148 million in spring.", "The group made a net profit of €148 million in spring months."),
        ("The town closed the year with a deficit of $3.2 million.", "A surplus of $3.2 million was left when the year closed."),
    ],
)
def test_one_sum_is_not_gained_and_lost(a: str, b: str) -> None:
    documents = [document("A", a), document("B", b)]
    (figure,) = (f for f in match_figures(documents, aligned(documents, "A1 B1")) if f.readings[0].quantity.kind == "money")
    assert (figure.verdict, figure.cause) == (Verdict.CONFLICT, "poles")


@pytest.mark.parametrize(
    ("b", "verdict"),
    [
        ("Pupil numbers at the school are down by 40 on last year, the head said.", Verdict.CONFLICT),
        ("Pupil numbers at the school have grown by 40 since last year, the head said.", Verdict.AGREE),
        ("At the school 40 pupils have joined since last year, the head said.", Verdict.AGREE),
    ],
)
def test_so_many_more_are_not_so_many_fewer(b: str, verdict: Verdict) -> None:
    documents = [document("A", "The school has 40 more pupils than last year, the head said."), document("B", b)]
    (figure,) = (f for f in match_figures(documents, aligned(documents, "A1 B1")) if f.readings[0].quantity.kind == "count")
    assert figure.verdict == verdict


def test_a_sum_that_one_version_tells_both_ways_is_no_conflict() -> None:
    a = "Brix made a loss of $40 million, where a profit of $20 million was forecast."
    b = "A profit of $20 million became a loss of $40 million at Brix."
    documents = [document("A", a), document("B", b)]
    assert not [f for f in match_figures(documents, aligned(documents, "A1 B1")) if f.verdict is Verdict.CONFLICT]


def test_the_day_of_a_statement_may_stand_behind_the_name_of_a_paper() -> None:
    a = "Tom Rusk checked into the Brook clinic on Friday for a rest.", "He is 40."
    b = "Tom Rusk has gone to the Brook clinic, his agent confirmed to Velm Weekly and the Orby Post on Friday.", "He is 40."
    assert joined(a, b) == {"40"}


@pytest.mark.parametrize(("other", "expected"), [("lorries", {"Dozens of lorries"}), ("bridges", set())])
def test_dozens_of_one_thing_are_not_dozens_of_another(other: str, expected: set[str]) -> None:
    a, b = "Dozens of lorries burned in the fire at Marlow.", f"The fire at Marlow burned dozens of {other}."
    assert joined([a], [b]) == expected


def test_the_size_of_a_thing_is_not_a_number_of_nothing() -> None:
    a, b = ["The Marlow clinic is a 15-bed ward by the river."], ["She was a nurse at the Marlow clinic when she was just 15."]
    assert not joined(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fire crews will stay beside the mill until at least Monday.", "This morning crews looked for the cause."),
        ("The film won two Baker Awards in the spring.", "The two made a film of Baker's life."),
    ],
)
def test_what_lasts_until_a_day_and_two_who_were_named_are_something_else(a: str, b: str) -> None:
    assert not joined([a], [b], "A1 B1")


def test_not_until_a_day_is_that_day() -> None:
    assert joined(["It was not until late June that police held him."], ["Police held him in June."], "A1 B1") == {"late June"}


def test_today_of_another_day_is_another_day_where_nothing_else_is_told() -> None:
    passed = "The bill was passed."
    documents = [
        document("A", passed, "The minister will appear at the hall today to make it formal.", published="2029-07-13"),
        document("B", "Ladies, start making your moves today!", passed, published="2029-07-29"),
    ]
    assert {f.outcome for f in match_figures(documents, aligned(documents, "A1 B2"))} == {None}


def test_those_left_out_are_not_those_who_are_told_of() -> None:
    assert not joined(["All eight riders belong to the team."], ["All but eight riders belong to the team."], "A1 B1")
    assert joined(["All but two of the riders fell."], ["All but two of the riders fell."], "A1 B1") == {"two"}
