"""What alone differs between two sentences that say the same in another order."""

from __future__ import annotations

import pytest

from compare.differences.claims.reordered import reordered_differences
from compare.differences.claims.slots import claim_differences
from compare.differences.figures.reordered import reordered_figure_differences
from compare.model import Difference, Severity, Verdict
from tests.differences.linked import kinds, linked


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Barges had been sent to Orby and Lund during the strike at the lock.",
         "During the strike at the lock, barges were sent to Orby and Hawksdale.", "name_change"),
        ("The trust's chief executive, Ada Orde, resigned in March without a word.",
         "Peter Lamm, the chief executive of the trust, resigned in March without a word.", "name_change"),
        ("The mill may face criminal charges, the county prosecutor said.",
         "The county prosecutor said the mill will face criminal charges.", "hedge_drop"),
        ("Detectives suspect that the fire in the mill was set by a baker.",
         "The fire in the mill was set by a baker, detectives found.", "hedge_drop"),
        ("Its shares closed down 8% at $61.20 in Leeds, the worst day since February.",
         "Its shares closed at $61.20 in Leeds, up 8%, the worst day since February.", "predicate_conflict"),
    ],
)  # fmt: skip
def test_the_one_word_that_differs_is_to_be_checked(before: str, after: str, kind: str) -> None:
    assert kinds(reordered_differences, before, after) == [kind]
    (found,) = reordered_differences(linked(after, before))
    assert (found.kind, found.verdict, found.severity) == (kind, Verdict.CHECK, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Barges had been sent to Orby and Lund during the strike at the lock.",
         "During the strike at the lock, barges were sent to Lund and Orby."),
        ("The mill may face criminal charges, the county prosecutor said.",
         "The county prosecutor said the mill might face criminal charges."),
        ("The mill may face criminal charges, the county prosecutor said.",
         "If the vote is lost, the county prosecutor said, the mill will face criminal charges."),
        ("On Monday in Leeds the old bridge was opened by the mayor.",
         "The mayor did not close the old bridge in Leeds on Monday."),
        ("Ada Orde praised the four bakers of the old mill in March.",
         "In March the four bakers of the old mill praised its owner."),
    ],
)  # fmt: skip
def test_the_same_in_another_order_is_no_difference(before: str, after: str) -> None:
    assert kinds(reordered_differences, before, after) == []
    assert kinds(reordered_differences, after, before) == []


def test_a_name_that_the_other_version_has_elsewhere_is_no_other_name() -> None:
    before = ["Barges had been sent to Orby and Lund during the strike at the lock.", "Hawksdale is beyond the lock."]
    after = ["During the strike at the lock, barges were sent to Orby and Hawksdale.", "Lund is beyond the lock."]
    assert kinds(reordered_differences, before, after) == []


# ---- figures ----------------------------------------------------------------------------------------------------------


def figures(before: str, after: str) -> list[Difference]:
    return list(reordered_figure_differences(linked(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Warnings were ignored at the mill for two years before eleven bakers died, an inquiry has found.",
         "An inquiry into the deaths of 17 bakers at the mill has found warnings were ignored for two years.", "number_conflict"),
        ("Police arrested three men on Tuesday after a coach with bakers was stoned.",
         "On Wednesday police arrested three men after a coach with bakers was stoned.", "date_conflict"),
        ("The mill ground 240 tonnes last year, making it the third largest on the coast.",
         "Last year the mill, the fifth largest on the coast, ground 240 tonnes.", "ordinal_conflict"),
        ("The firm said on Monday the pilot had more than 9,000 hours over the sea.",
         "The pilot had over the sea less than 9,000 hours, the firm said on Monday.", "bound_conflict"),
    ],
)  # fmt: skip
def test_the_one_figure_that_differs_is_to_be_checked(before: str, after: str, kind: str) -> None:
    (found,) = figures(before, after)
    assert (found.kind, found.verdict, found.severity) == (kind, Verdict.CHECK, Severity.MEDIUM)
    assert found.explanation.endswith("the sentences are otherwise the same, in another order.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Police arrested three men on Tuesday after a coach with bakers was stoned.",
         "On Tuesday police arrested 3 men after a coach with bakers was stoned."),
        ("Police arrested three men on Tuesday after a coach with bakers was stoned.",
         "On Wednesday police arrested nine men after a coach with bakers was stoned."),
        ("The mill ground 240 tonnes last year, the mayor said in Leeds.", "In Leeds the mayor said ten bakers ran the mill."),
    ],
)  # fmt: skip
def test_two_that_differ_may_be_of_two_events(before: str, after: str) -> None:
    assert figures(before, after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The study found no link between vaccine and illness.", "A link between vaccine and illness was found by the study."),
        ("The firm will refund all passengers of the flight.", "Passengers of the flight will get no refund, the firm said."),
    ],
)
def test_a_word_denied_in_one_order_and_told_in_another(before: str, after: str) -> None:
    assert kinds(reordered_differences, before, after) == kinds(reordered_differences, after, before) == ["negation_flip"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Experts ruled out sabotage as the cause of the crash.", "Experts said sabotage had not caused the crash."),
        ("The mayor said the library would stay open on Sundays.", "On Sundays the library will not close, the mayor said."),
        ("The lender offers a risk-free trial of ten days.", "The lender offers a trial of ten days with no risk."),
        ("Most guests had left when the roof fell.", "Few guests had not left when the roof fell."),
    ],
)
def test_what_is_denied_in_other_words_is_silent(before: str, after: str) -> None:
    assert kinds(reordered_differences, before, after) == kinds(reordered_differences, after, before) == []


def test_an_opposite_may_stand_apart_where_nearly_all_else_is_the_same() -> None:
    before = "The storm hit the east coast of Orby at dawn."
    assert kinds(reordered_differences, before, "At dawn the west coast of Orby was hit by the storm.") == ["predicate_conflict"]


def test_opposites_of_one_slot_are_told_by_that_slot_alone() -> None:
    compared = linked("Shares in Acme rose 3% on Monday.", "Acme shares fell 3% on Monday.")
    assert [d.kind for d in claim_differences(compared)] == ["predicate_conflict"]
    assert list(reordered_differences(compared)) == []
