"""Bounds behind a negation: "does not sell fewer than ten" is at least ten; one that denies something else turns none."""

from __future__ import annotations

import pytest

from compare.quantities import extract_quantities

AT_LEAST = [
    "The shop does not sell fewer than ten at a time.",
    "She has never scored fewer than 12 goals in a season.",
    "The show never cost less than £5.",
    "Tickets don't cost less than $90.",
    "Turnout has not fallen below 60 percent.",
    "No fewer than 19 men stood.",
]
AT_MOST = [
    "The party did not lose more than 5 seats.",
    "He didn't spend more than $400.",
    "The repair has not yet cost more than $3m.",
    "Prices did not rise by more than 3 percent.",
    "No town lost more than 40 homes.",
    "They got home without losing more than two men.",
    "A president cannot serve more than eight years.",
    "The mayor must not spend more than £5,000.",
    "The rule will not affect more than 300 firms.",
    "Nobody may carry more than 2 litres of wine.",
    "No driver may work more than nine hours.",
    "None of the teams may name more than 23 players.",
    "It was never more than 6 metres deep.",
]
STAYS = [
    "The club has not paid in more than eight years.",
    "The firm did not pay more than 300 workers.",
    "Police have not recovered more than 200 stolen guns.",
    "The law does not cover more than 20 million people.",
    "Not only more than 50 homes burned, but a school did.",
    "It not only lost more than 50 jobs, it lost its name.",
    "Not everyone lost more than 50 dollars.",
    "The aid did not arrive, and more than 40 villages starved.",
    "The town that did not flood lost more than 30 trees.",
    "The strike, which did not last, cost more than $2m.",
    "The council did not say whether more than 50 homes burned.",
    "They cannot feed the more than 300 guests.",
    "She did not attend the meeting of more than 50 leaders.",
    "There is no rule that says drivers may work more than nine hours.",
    "The repairs no doubt cost more than $4m.",
    "No rain left fewer than three lakes full.",
    "The club cannot admit anyone under 18.",
]


@pytest.mark.parametrize("text", AT_LEAST)
def test_a_denied_upper_bound_is_a_least(text: str) -> None:
    assert [q.modifier for q in extract_quantities(text)] == [">="]


@pytest.mark.parametrize("text", AT_MOST)
def test_a_denied_lower_bound_is_a_most(text: str) -> None:
    assert [q.modifier for q in extract_quantities(text)] == ["<="]


@pytest.mark.parametrize("text", STAYS)
def test_a_negation_of_something_else_turns_no_bound(text: str) -> None:
    assert [q.modifier for q in extract_quantities(text)] in (["<"], [">"])


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Niemand darf mehr als zwei Liter mitnehmen.", "<="),
        ("Kein Fahrer darf mehr als neun Stunden arbeiten.", "<="),
        ("Der Verein verkauft nicht weniger als zehn Karten.", ">="),
        ("Kein Regen fiel, mehr als 30 Seen trockneten aus.", ">"),
    ],
)
def test_the_same_in_german(text: str, modifier: str) -> None:
    assert [q.modifier for q in extract_quantities(text, language="de")] == [modifier]
