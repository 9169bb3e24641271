"""Where a version tells another's sentence in other words."""

from __future__ import annotations

from compare.differences.content.retold import Retold
from tests.builders import document

CLAIM = "Ann Bell said that 31 workers were hurt when the north pier gave way."


def test_a_sentence_is_found_within_two_neighbours() -> None:
    other = document("B", "It rained.", "The north pier gave way on Friday.", "Thirty-one workers were injured.", "It was cold.")
    assert 1 in Retold((document("A", CLAIM), other)).told_at("A", 0, "B")


def test_the_words_of_every_sentence_of_the_story_retell_nothing() -> None:
    a = document("A", "The pier of Orby fell.", "The pier of Orby had a bakery, a lamp and a boat shed.")
    b = document("B", "The pier of Orby fell.", "The pier of Orby is old.", "The pier of Orby was wet.")
    assert Retold((a, b)).told_at("A", 1, "B") == frozenset()


def test_another_number_is_no_retelling_of_a_number() -> None:
    a, b = document("A", "The dog ate 31 pies."), document("B", "Rain fell on 12 of May.", "A storm came.")
    assert Retold((a, b)).told_at("A", 0, "B") == frozenset()


def test_an_empty_sentence_is_told_nowhere() -> None:
    assert Retold((document("A", "—"), document("B", "It rained."))).told_at("A", 0, "B") == frozenset()
