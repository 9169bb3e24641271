"""Before and after: what a changed figure is called, how grave it is, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare.differences.figures.values import figure_differences
from compare.figures import match_figures
from compare.model import Compared, Difference
from tests.builders import aligned, document


def differences(*sentences: str, published: Sequence[str | None] = ()) -> list[Difference]:
    """Differences of versions of one sentence each, all in one row."""
    times = [*published, *[None] * len(sentences)]
    documents = [document(chr(65 + k), s, published=times[k]) for k, s in enumerate(sentences)]
    alignment = aligned(documents, " ".join(f"{d.id}1" for d in documents))
    return list(figure_differences(Compared(tuple(documents), alignment, match_figures(documents, alignment), "A")))


@pytest.mark.parametrize(
    ("a", "b", "kind", "verdict", "severity"),
    [
        ("The slide hit 4,800 barns.", "The slide hit 8,400 barns.", "number_conflict", "conflict", "high"),
        ("The dam cost $6.1 million.", "The dam cost $6.1 billion.", "magnitude_conflict", "conflict", "high"),
        ("The dam cost $6.1 million.", "The dam cost £6.1 million.", "unit_conflict", "conflict", "high"),
        ("Rents fell 6 percent.", "Rents fell 6 percentage points.", "unit_conflict", "conflict", "high"),
        ("The trail is 9 km long.", "The trail is 9 miles long.", "unit_conflict", "conflict", "high"),
        ("At least 60 cows drowned.", "At most 60 cows drowned.", "bound_conflict", "conflict", "high"),
        ("Almost 60 cows drowned.", "More than 60 cows drowned.", "bound_conflict", "conflict", "medium"),
        ("At least 60 cows drowned.", "Exactly 60 cows drowned.", "precision_change", "reconciled", "low"),
        ("About 60 cows drowned.", "60 cows drowned.", "hedge_drop", "note", "low"),
        ("Between 60 and 70 cows drowned.", "95 cows drowned.", "number_conflict", "conflict", "high"),
        ("A third of the herd drowned.", "Two-thirds of the herd drowned.", "number_conflict", "conflict", "high"),
        ("It was the fifth slide this year.", "It was the sixth slide this year.", "ordinal_conflict", "conflict", "medium"),
        ("Ana Lund, 26, was found.", "Ana Lund, 62, was found.", "number_conflict", "conflict", "high"),
        ("United won 4-2.", "United won 2-4.", "number_conflict", "conflict", "medium"),
        ("The fair is on 13 June.", "The fair is on 31 June.", "date_conflict", "conflict", "high"),
        ("The fair is on 13 June.", "The fair is on 13 July.", "date_conflict", "conflict", "high"),
        ("The mill burned in 1978.", "The mill burned in 1987.", "date_conflict", "conflict", "high"),
        ("The slide came on Monday.", "The slide came on Friday.", "date_conflict", "conflict", "medium"),
        ("Gates open at 5 pm.", "Gates open at 5 am.", "date_conflict", "conflict", "medium"),
        ("The council counted 4,212 barns.", "The council counted 4,200 barns.", "precision_change", "reconciled", "low"),
        ("The trail is 5 km long.", "The trail is 3.1 miles long.", "precision_change", "reconciled", "low"),
        ("By Monday 12 cows had drowned.", "By Friday 19 cows had drowned.", "updated_count", "check", "medium"),
        ("By Monday the loss was $4 million.", "By Friday the loss was $9 million.", "updated_count", "check", "medium"),
        ("By noon 12 cows had drowned.", "By late evening 19 cows had drowned.", "updated_count", "check", "medium"),
        ("Twelve cows had drowned by 3 pm.", "Nineteen cows had drowned by nightfall.", "updated_count", "check", "medium"),
        ("By late evening 12 cows had drowned.", "By evening 19 cows had drowned.", "number_conflict", "conflict", "high"),
        ("Rent is $100 a month.", "Rent is $110 a month.", "number_conflict", "conflict", "high"),
        ("The ministry said 12 cows drowned.", "The farmers said 90 cows drowned.", "attributed_conflict", "conflict", "high"),
    ],
)  # fmt: skip
def test_a_changed_figure_has_a_name(a: str, b: str, kind: str, verdict: str, severity: str) -> None:
    found = [(d.kind, d.verdict, d.severity) for d in differences(a, b)]
    assert (kind, verdict, severity) in found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The slide left 10 cows dead.", "The slide left ten cows dead."),
        ("The slide hit 4,800 barns.", "The slide hit 4800 barns."),
        ("The dam cost $6.1 million.", "The dam cost $6,100,000."),
        ("Rents fell 6 percent.", "Rents fell 6%."),
        ("The fair is on 13 June.", "The fair is on June 13."),
        ("About 60 cows drowned.", "Roughly 60 cows drowned."),
        ("Half of the herd drowned.", "50% of the herd drowned."),
        ("A dozen cows drowned.", "12 cows drowned."),
    ],
)
def test_another_spelling_is_no_difference(a: str, b: str) -> None:
    assert differences(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The slide left 10 people dead.", "The slide left seven women and three girls dead."),
        ("The slide left 10 people dead.", "The slide killed 14 people, 4 of them children."),
        ("Of 42 guests, 37 came to the feast.", "Five of the 42 guests did not come to the feast."),
        ("Six people died in the state.", "Across the country 56 people died."),
    ],
)
def test_what_adds_up_raises_no_alarm(a: str, b: str) -> None:
    assert all(d.severity == "low" and d.verdict != "conflict" for d in differences(a, b))


def test_one_difference_tells_all_versions() -> None:
    (found,) = differences(*(f"The ferry carried {n} people to the island." for n in (50, 70, 50)))
    assert found.versions == ("A", "B", "C")
    assert found.explanation == "Version A and Version C say 50 people; Version B says 70 people."
    assert [e.end - e.start for e in found.evidence] == [9, 9, 9]
    assert found.figure == "F1"
    assert found.row == 1


def test_the_dead_weigh_more_than_the_price() -> None:
    dead, price = differences("The slide killed 12 people and cost $3,100.", "The slide killed 13 people and cost $4,700.")
    assert dead.weight > price.weight


def told(*sentences: str) -> str:
    """The explanation of the one difference."""
    (found,) = differences(*sentences)
    return found.explanation


def test_the_more_precise_version_is_named() -> None:
    assert told("The fair is in October.", "The fair is on 12 October.").endswith("They fit; Version B is more precise.")
    assert told("112 huts burned in Orby.", "More than 100 huts burned in Orby.").endswith("They fit; Version A is more precise.")


def test_a_doubt_is_told_with_its_reason() -> None:
    assert "differ" in told("The fund gave the mill $40 million.", "The fund gave the mill another $70 million.")


def test_a_wide_spread_is_told_after_the_base_from_the_least_to_the_greatest() -> None:
    counts = ("25,000", "20,000", "21,000", "22,500", "24,000", "20,000")
    assert told(*(f"The camp in Orby holds {n} goats." for n in counts)) == (
        "Version A says 25,000 goats; Version B and Version F say 20,000 goats; Version C says 21,000 goats; "
        "1 more value lies between; Version E says 24,000 goats."
    )


def test_two_tolls_stand_first_of_what_is_merely_unsure() -> None:
    a, b = "A boiler burst in a mill on Friday, killing seven people.", "Nine died when a boiler burst in a mill on Friday."
    c, d = "The fund gave the mill $40 million.", "The fund gave the mill another $70 million."
    (toll,), (money,) = ([x for x in differences(*pair) if x.kind == "figure_check"] for pair in ((a, b), (c, d)))
    assert toll.severity is money.severity
    assert toll.weight > money.weight


def test_an_update_is_told_in_the_order_of_time() -> None:
    told = [f"The gale left {homes} homes without power." for homes in ("9,000", "2,000", "5,000")]
    times = ("2031-05-04T08:00", "2031-05-06T08:00", "2031-05-05T08:00")
    (found,) = differences(*told, published=times)
    assert found.explanation.startswith("Version A says 9,000 homes; Version C says 5,000 homes; Version B says 2,000 homes.")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("Eleven cows drowned.", "Twelve cows drowned.", "Version A says eleven cows; Version B says twelve cows."),
        ("A third of them drowned.", "Two-thirds of them drowned.", "Version A says a third; Version B says two-thirds."),
        ("Rs 400 crore was lost.", "Rs 500 crore was lost.", "Version A says Rs 400 crore; Version B says Rs 500 crore."),
        ("May 2021 was the last date.", "June 2021 was the last date.", "Version A says May 2021; Version B says June 2021."),
    ],
)
def test_a_capital_of_the_sentence_stays_behind(before: str, after: str, words: str) -> None:
    assert told(before, after) == words
