"""Another word in an edited text."""

from __future__ import annotations

import pytest

from compare.differences.claims.rewordings import rewording_differences
from compare.model import Relation, Severity
from tests.differences.linked import kinds, linked

TEXT = "The minister may not set the bonus that is paid to a judge of the high court in any year."


def test_an_edit_that_puts_another_word_in_place_of_one_is_told_once_and_low() -> None:
    (found,) = rewording_differences(linked(TEXT, TEXT.replace("bonus", "allowance").replace("judge", "clerk")))
    assert found.severity is Severity.LOW
    assert found.explanation == "Version A has “bonus”; Version B has “allowance”: the sentence is reworded here."


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("minister may", "minister can"),
        ("judge", "judges"),
        ("bonus", "bonuses"),
        ("high court", "High Court"),
        ("court", "ccourt"),
        ("is paid", "was paid"),
    ],
)
def test_forms_and_slips_are_no_rewording(word: str, other: str) -> None:
    assert kinds(rewording_differences, TEXT, TEXT.replace(word, other)) == []


def test_verbs_of_saying_figures_and_addresses_are_left_to_others() -> None:
    for a, b in (("said", "commented"), ("on 4 May", "on 9 May"), ("www.orby.example", "old.orby.example")):
        text = f"The minister for roads and harbours of the coast {a} that the pier is sound and open to all."
        assert kinds(rewording_differences, text, text.replace(a, b)) == []


def test_what_a_figure_counts_is_a_word_like_others() -> None:
    before = "The earthquake destroyed 600 homes in the old town above the pier."
    assert kinds(rewording_differences, before, before.replace("homes", "shops")) == ["subject_change"]
    assert kinds(rewording_differences, before, before.replace("600", "700")) == []


def test_another_source_is_left_to_others() -> None:
    before = "The old pier is sound and open to all, a resident said."
    assert kinds(rewording_differences, before, before.replace("a resident", "an engineer")) == []


def test_a_sentence_worded_anew_shows_no_word() -> None:
    assert kinds(rewording_differences, TEXT, TEXT.replace("bonus", "allowance"), relation=Relation.PARAPHRASE) == []


def test_words_for_one_idea_are_no_rewording() -> None:
    before = "Seven people were killed on Monday when a bus left the road above the old pier in Orby."
    assert kinds(rewording_differences, before, before.replace("were killed", "died")) == []
    assert kinds(rewording_differences, before, before.replace("left the road", "blocked the road")) != []
