"""Stories first: what a reader should find in a figure of several versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.figures import match_figures
from compare.model import AnnotatedDocument, Figure, Outcome, Verdict
from tests.builders import aligned, document


def figures_of(*sentences: str, published: Sequence[str | None] = ()) -> tuple[Figure, ...]:
    """Figures of versions of one sentence each, all in one row."""
    times = [*published, *[None] * len(sentences)]
    documents = [document(chr(65 + k), s, published=times[k]) for k, s in enumerate(sentences)]
    return match_figures(documents, aligned(documents, " ".join(f"{d.id}1" for d in documents)))


def verdicts(figures: Sequence[Figure]) -> list[str]:
    """The figures of two or more versions, as "3,500/5,300: conflict"."""
    return [f"{'/'.join(r.quantity.text for r in f.readings)}: {f.verdict}" for f in figures if f.outcome is not None]


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


@settings(max_examples=25, deadline=None)
@given(STORIES)
def test_a_sentence_tells_no_figure_twice(stories: list[tuple[int, int, int]]) -> None:
    for figure in matched(stories, range(len(stories)))[1]:
        places = [(r.version, r.sentence) for r in figure.readings]
        assert len(places) == len(set(places))


def test_a_rare_number_needs_less_around_it_than_a_common_one() -> None:
    a = document("A", "The tower of Orby holds 3,487 bells.", "Twelve sheep slept.")
    b = document("B", "Pilgrims counted 3,487 bells.", "A boat lost twelve ropes.")
    assert verdicts(match_figures([a, b], aligned([a, b], "A1", "A2", "B1", "B2"))) == ["3,487 bells/3,487 bells: agree"]


def test_a_sum_that_explains_two_values_explains_no_third() -> None:
    told = "The slide left 10 people dead.", "The slide left seven women and three girls dead.", "The slide left 25 people dead."
    assert Verdict.RECONCILED not in {f.verdict for f in figures_of(*told) if len({r.version for r in f.readings}) == 3}
