"""Numbers of other things, people, days and events: what joins no figure, or no conflict."""

from __future__ import annotations

import pytest

from compare.figures import match_figures
from compare.model import Outcome, Verdict
from tests.builders import aligned, document
from tests.figures.one_row import figures_of, verdicts


def test_few_things_in_other_clauses_are_other_things() -> None:
    one = "Three clerks stood at the counter of the mill shop in Orby when it opened."
    other = "Two clerks and the owner of the mill shop in Orby counted the money at night."
    documents = [document("A", one), document("B", other)]
    assert {f.verdict for f in match_figures(documents, aligned(documents, "A1", "B1"))} == {Verdict.SINGLE}


def test_a_number_of_others_or_of_all_together_is_another_number() -> None:
    a = document("A", "Three other bakers left the guild.", "Orlov sold 54 cakes in Minsk.")
    b = document("B", "The guild of bakers lost more than a dozen bakers.", "Both shops sold a combined 157 cakes.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1", "A2", "B2"))) == []


def test_a_number_of_another_name_that_both_versions_know_is_another_number() -> None:
    a = document("A", "Shares of Brevik closed at $44.27.", "Shares of Lomvik closed at $12.10.")
    b = document("B", "Brevik and Lomvik traded.", "At the close the shares of Lomvik were at $24.13.", "Brevik fell.")
    figures = match_figures([a, b], aligned([a, b], "A1", "B1", "A2", "B2", "B3"))
    assert "$44.27/$24.13: check" not in verdicts(figures)


def test_a_year_alone_joins_no_two_events() -> None:
    padding = ("The mayor spoke to the crowd.", "It rained all day.", "The band played.")
    a = document("A", *padding, "The bridge was painted in 1974.")
    b = document("B", *padding, "Her uncle bought a cow in 1974.")
    c = document("C", *padding, "In 1974 workers painted the old bridge.")
    rows = ["A1 B1 C1", "A2 B2 C2", "A3 B3 C3", "A4", "B4", "C4"]
    (figure,) = [f for f in match_figures([a, b, c], aligned([a, b, c], *rows)) if f.outcome is not None]
    assert [r.version for r in figure.readings] == ["A", "C"]


def test_ranges_with_other_ends_are_not_one_offer() -> None:
    a = document("A", "The club offered the keeper $140 million to $150 million.")
    b = document("B", "All the offers that the keeper got were worth $140 million to $160 million.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) == []


def test_hours_are_far_from_weeks() -> None:
    a = document("A", "The jury of the county talked for seven hours.")
    b = document("B", "The jury of the county had heard of the goat for 12 weeks.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) == []


def test_a_state_belongs_to_the_number_on_its_side_of_a_break() -> None:
    a = document("A", "The slide in the mine, in which 30 men were killed and at least 53 others were hurt, came at dawn.")
    b = document("B", "The owner of the mine spoke after the slide that left 30 men dead and scores of others injured.")
    figures = match_figures([a, b], aligned([a, b], "A1", "B1"))
    assert verdicts(figures) == ["at least 53 others/scores of others: reconciled", "30 men/30 men: agree"]


def test_hundreds_join_the_number_among_the_same_words_before_other_hundreds() -> None:
    a = document("A", "Hundreds of other people came by bus.", "In the barn more than 300 farmers sat through the flood.")
    b = document("B", "In the barn, where hundreds of farmers sat through the flood, a cow was born.")
    figures = match_figures([a, b], aligned([a, b], "A1", "A2 B1"))
    assert verdicts(figures) == ["more than 300 farmers/hundreds of farmers: reconciled"]


def test_one_ordinal_of_two_things_is_two_figures() -> None:
    a = document("A", "The barn burned as the second balloon rose from the meadow.")
    b = document("B", "The barn burned as the second wave of guests came over the meadow.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) == []


def test_two_ordinals_in_other_clauses_are_two_things() -> None:
    a = document("A", "Orlova hosted the 79th Orby fair in the mill and won a prize for it.")
    b = document("B", "The mill wants a fair unlike the 85th Orby fair, which a clown hosted.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) == []


def test_a_length_in_miles_is_the_same_kind_of_thing_in_kilometres() -> None:
    a = document("A", "The notebook is just 2.5cm thick.")
    b = document("B", "It is called the thinnest notebook of the fair, at only 0.98 inches thick.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) == ["just 2.5cm/only 0.98 inches: reconciled"]


def test_dozens_of_foreigners_are_not_a_few_dozen_fighters() -> None:
    texts = "Dozens of foreigners", "No more than four foreigners", "A few dozen fighters"
    (figure,) = [f for f in figures_of(*(f"{who} left the city in the convoy." for who in texts)) if f.outcome is not None]
    assert [r.version for r in figure.readings] == ["A", "B"]
    assert figure.verdict is Verdict.CONFLICT


def test_a_spread_of_one_thing_is_one_figure() -> None:
    counts = "Only a few dozen", "Some 250", "About 4,000"
    (figure,) = figures_of(*(f"{n} fighters left the city in the convoy." for n in counts))
    assert [r.version for r in figure.readings] == ["A", "B", "C"]
    assert figure.verdict is Verdict.CONFLICT


def test_ranges_that_meet_in_one_number_differ() -> None:
    a, b = "The convoy was six to seven kilometres long.", "A driver said the convoy was seven to eight kilometres long."
    (figure,) = figures_of(a, b)
    assert figure.outcome is Outcome.CONTRADICTORY


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The mayor was named in the 47-page indictment that the court of Orby gave out.",
         "In a 48-page indictment the court of Orby named the mayor.", Verdict.CONFLICT),
        ("He spent $5,687.75 at the retreat in Orby.",
         "The clerk paid $5,587.75 for a holiday at the retreat in Orby, the court heard.", Verdict.CONFLICT),
        ("The nurse saw four goats at the mill pond of Orby when it froze.",
         "At the mill pond of Orby, which froze, a nurse saw seven goats.", None),
        ("The firms of Orby hired 255,000 bakers in July.", "The small firms of Orby hired 179,000 bakers in July.", None),
        ("Fifteen of the 19 goats, 11 goats from Orby among them, drowned in the mill pond.",
         "The 19 goats that drowned in the mill pond came from Orby.", None),
    ],
)  # fmt: skip
def test_plain_words_make_a_conflict_beyond_one_slot(a: str, b: str, verdict: Verdict | None) -> None:
    documents = [document("A", a), document("B", b)]
    found = {f.verdict for f in match_figures(documents, aligned(documents, "A1", "B1"))}
    assert (Verdict.CONFLICT in found) is (verdict is Verdict.CONFLICT)


def test_two_dead_are_not_two_hurt() -> None:
    a = document("A", "The slide at the mill of Orby killed two bakers in the night, the mayor told the crowd.")
    b = document("B", "Rain fell.", "Two bakers were injured by the slide at the mill of Orby, and the crowd wept for them.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1", "B2"))) == []


def test_next_monday_is_not_surely_monday() -> None:
    figures = figures_of("The fair of Orby opens on Monday.", "The fair of Orby opens next Monday.")
    assert Verdict.AGREE not in {f.verdict for f in figures}


def test_outlets_choose_their_own_nouns_for_people() -> None:
    a = document("A", "The clerk of Orby told the court that two guards were tied up at the mill on the hill.")
    b = document("B", "Two officers were tied up at the mill on the hill, the clerk of Orby told the court.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1 B1"))) == ["two guards/Two officers: agree"]


def test_one_small_number_of_two_things_is_two_figures() -> None:
    a = document("A", "At the mill the guards of Orby found seven lanterns, two rifles and a map of the river.")
    b = document("B", "The guards of Orby found seven lanterns, two rockets and a map of the river at the mill.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) == ["seven lanterns/seven lanterns: agree"]


def test_other_nouns_for_the_same_people_stand_in_one_spread() -> None:
    counts = "26 Danish poachers", "26 Danish hunters", "31 poachers"
    (figure,) = figures_of(*(f"The warden caught {who} at the lake in the night." for who in counts))
    assert [r.version for r in figure.readings] == ["A", "B", "C"]


@pytest.mark.parametrize(("day", "other"), [("on Friday", "in 2005"), ("last year", "next year")])
def test_a_day_of_the_news_is_no_far_off_year_and_last_year_not_the_next(day: str, other: str) -> None:
    a = document("A", f"The mayor of Orby opened the mill by the lake {day}, with a song.")
    b = document("B", f"The old mill by the lake in Orby burned {other}, and a song was made of it for the mayor.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1 B1"))) == []


@pytest.mark.parametrize(("said", "together"), [("the warden said on Friday", False), ("a ship sank there on Friday", True)])
def test_the_day_of_a_statement_is_not_the_day_of_the_deed(said: str, together: bool) -> None:
    a = document("A", "A ship sank off the isle of Orby on Friday, in a storm.")
    b = document("B", f"Off the isle of Orby in the storm, {said}, nobody was lost.")
    assert (verdicts(match_figures([a, b], aligned([a, b], "A1", "B1"))) != []) is together


def test_those_whom_somebody_leaves_are_not_the_dead() -> None:
    a = document("A", "Two people died when a boat sank off Orby on Friday.")
    b = document("B", "The skipper of Orby, a father of two, died when the boat sank off Orby.")
    assert "two" not in " ".join(verdicts(match_figures([a, b], aligned([a, b], "A1", "B1")))).casefold()


def test_a_rare_number_needs_less_around_it_than_a_common_one() -> None:
    a = document("A", "The tower of Orby holds 3,487 bells.", "Twelve sheep slept.")
    b = document("B", "Pilgrims counted 3,487 bells.", "A boat lost twelve ropes.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "A2", "B1", "B2"))) == ["3,487 bells/3,487 bells: agree"]


def test_a_sum_that_explains_two_values_explains_no_third() -> None:
    told = "The slide left 10 people dead.", "The slide left seven women and three girls dead.", "The slide left 25 people dead."
    assert Verdict.RECONCILED not in {f.verdict for f in figures_of(*told) if len({r.version for r in f.readings}) == 3}


def test_what_a_part_is_said_of_is_no_part() -> None:
    won = "The Union won 41 of the 121 seats on Sunday."
    assert "121 seats/12 seats: check" in verdicts(figures_of(won, "The Union lost 12 seats on Sunday and has 41."))
    assert "121 seats/127 seats: conflict" in verdicts(figures_of(won, "The Union won 41 of the 127 seats on Sunday."))


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        ("The mill lost $50,000 in the flood.", "Farms in the valley lost $400,000 in the flood.", False),
        ("The mill lost $50,000 in the flood.", "Farms in the valley lost $90,000 in the flood.", True),
        ("The flood drowned 40 sheep on the plain.", "On the plain 400 sheep drowned in the flood.", True),  # a nought too many
    ],
)
def test_numbers_far_apart_need_sentences_that_are_linked(a: str, b: str, together: bool) -> None:
    documents = [document("A", "Rain fell.", "A dam broke.", "The Aln rose.", a), document("B", "Rain.", "A dam.", "The Aln.", b)]
    found = verdicts(match_figures(documents, aligned(documents, "A1", "B1", "A2", "B2", "A3", "B3", "A4", "B4")))
    assert any("check" in told or "conflict" in told for told in found) == together


def test_the_name_that_opens_a_sentence_owns_the_numbers_of_its_clauses() -> None:
    a = document("A", "They hold Brevik but sold Lomvik.", "Brevik shares sagged, after a weak start, to finish at $44.27.")
    b = document("B", "They hold Brevik but sold Lomvik.", "Lomvik shares soared, or nearly so, to finish at $24.13.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1 B1", "A2", "B2"))) == []


@pytest.mark.parametrize(("town", "together"), [("Orby", True), ("Lund", False)])
def test_distances_from_two_places_are_two(town: str, together: bool) -> None:
    a = "The quake struck at dawn about 26 miles north of Orby, the survey said."
    b = f"The survey said that the quake was centred some 20 miles north of {town}."
    assert bool(verdicts(figures_of(a, b))) == together
