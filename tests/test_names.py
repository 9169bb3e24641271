"""What in a text is a name, and which names are one."""

from __future__ import annotations

import pytest

from compare.model import Name
from compare.names import find_names
from compare.split import split_sentences


def names(text: str) -> list[Name]:
    return [n for found in find_names(split_sentences(text, "en")) for n in found]


def surfaces(text: str) -> list[str]:
    return [n.text for n in names(text)]


def keys(text: str) -> list[str]:
    return [n.key for n in names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Kovac won the seat.", ["Anna Kovac"]),
        ("Prices rose in Leeds on Tuesday, 12 October.", ["Leeds"]),
        ("The Bank of England raised rates.", ["Bank of England"]),
        ("Ann Bell of Leeds won.", ["Ann Bell", "Leeds"]),
        ("The U.S. and the WHO agreed.", ["U.S.", "WHO"]),
        ("A Paris-based firm hired Jean-Luc Petit.", ["Paris", "Jean-Luc Petit"]),
        ("Leeds's mayor met Ludwig van Boor.", ["Ludwig van Boor"]),
        ("The president met the King.", []),
        ("Engineers left.", []),
        ("Iran agreed.", ["Iran"]),
    ],
)
def test_capitals_that_name(text: str, found: list[str]) -> None:
    assert surfaces(text) == found


def test_a_word_that_begins_a_sentence_is_a_name_if_it_has_a_capital_elsewhere() -> None:
    assert surfaces("Rovers lost. The fans of Rovers wept.") == ["Rovers", "Rovers"]


def test_a_common_word_before_a_name_is_no_part_of_it() -> None:
    assert surfaces("Asking Anna Kovac was wrong.") == ["Anna Kovac"]


def test_a_surname_is_the_full_name() -> None:
    assert set(keys("Mayor Anna Kovac spoke. Ms Kovac left. Kovac was tired, Kovac said.")) == {"anna kovac"}


def test_a_surname_that_two_people_have_is_neither() -> None:
    assert keys("Anna Kovac met Ben Kovac. Then Kovac left.") == ["anna kovac", "ben kovac", "kovac"]


def test_an_acronym_is_the_name_it_abbreviates() -> None:
    assert set(keys("The World Health Organization (WHO) met. The WHO agreed.")) == {"world health organization"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We met Ms Kovac.", "person"),
        ("We met Anna Kovac, 34, there.", "person"),
        ("We met in Leeds.", "place"),
        ("We left the Interior Ministry.", "organisation"),
        ("We love Kovac.", "other"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [n.kind for n in names(text)] == [kind]


def test_places_are_the_texts() -> None:
    text = "We met. Then Anna Kovac's dog left Leeds."
    assert [text[n.start : n.end] for n in names(text)] == ["Anna Kovac", "Leeds"]
