"""Which sentence pairs are worth a closer look, and that their number stays in bounds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

import compare.align.candidates as stage
from compare.align.candidates import NEAREST, find_candidates
from compare.align.cells import Cells
from compare.align.terms import Floats, Ints, Lexicon, View, read_terms
from compare.align.weights import Weighted, weigh
from tests.align.pictures import document

SYLLABLES = ("ba", "do", "fe", "gu", "ka", "lo", "mi")


def name(number: int) -> str:
    """A word of its own for each number."""
    return "".join(SYLLABLES[number // 7**k % 7] for k in range(4))


def candidates(one: Sequence[str], two: Sequence[str]) -> Cells:
    lexicon = Lexicon()
    a, b = (read_terms(document(letter, sentences), lexicon) for letter, sentences in (("A", one), ("B", two)))
    return find_candidates(a, b, weigh(a, b).stems)


HARBOURS = [f"The ferry to {name(k)} leaves at noon." for k in range(400)]


def test_sentences_that_share_only_what_hundreds_have_are_looked_up_all_the_same() -> None:
    found = candidates([f"Rain keeps every ferry in {name(k)[::-1]}." for k in range(400)], HARBOURS)
    assert set(found.i.tolist()) == set(range(400))


def test_a_rare_word_finds_its_sentence_among_hundreds_of_the_same_make() -> None:
    found = candidates([f"Today no ferry goes to {name(k)}." for k in (7, 200, 399)], HARBOURS)
    assert {(0, 7), (1, 200), (2, 399)} <= set(zip(found.i.tolist(), found.j.tolist(), strict=True))


def test_hundreds_of_sentences_of_one_make_have_few_candidates_each() -> None:
    asked = [f"At noon the ferry to {name(k + 1)} leaves." for k in range(400)]
    assert len(candidates(asked, HARBOURS)) <= 2 * NEAREST * len(asked)


CALLS = ["The ferry leaves at noon.", "Gulls cry over the harbour.", "The harbour master waves to the ferry."]


def test_sentences_said_many_times_have_the_candidates_that_each_would_have_by_itself() -> None:
    lexicon = Lexicon()
    one, two = [*CALLS[:2] * 20, "Gulls wave."], [*CALLS * 9, "A gull sits on the ferry."]
    a, b = (read_terms(document(letter, sentences), lexicon) for letter, sentences in (("A", one), ("B", two)))
    stems, lines = weigh(a, b).stems, np.arange(1, len(a))
    apart = stage.nearest(stems, [str(k) for k in range(len(a))], lines)
    assert len(apart) > len(lines)
    assert stage.nearest(stems, a.words, lines).tolist() == apart.tolist()


def test_a_sentence_said_many_times_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(view: Weighted, holders: View, length: Floats, lines: Ints) -> Ints:
        asked.append(len(lines))
        return best_of(view, holders, length, lines)

    best_of = stage.best_of
    monkeypatch.setattr(stage, "best_of", counted)
    candidates(CALLS * 30, CALLS * 31)
    assert asked == [3, 3]
